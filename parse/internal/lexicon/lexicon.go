// Package lexicon holds the words that the language stages know: tables of
// names, titles, cues and stances, a file each, a line an entry.
//
// It reads tables and finds entries in them; what a word means for a decision is
// Go code in the package that decides. Nothing is read before the first use.
//
// A table is a TSV file. It opens with comment lines ("# …"): what it is,
// "# origin: …" and "# licence: …", and "# columns: …". An entry is a line, its
// key the first column; rows may share a key where the head says so. An empty
// column or one left off is "".
package lexicon

import (
	"iter"
	"slices"
	"strings"
	"sync"
)

// Row is one entry: the columns of a line, joined by tabs.
type Row string

// Field is column i, from 0; "" if the line is shorter.
func (r Row) Field(i int) string {
	from, to := r.Place(i)
	return string(r[from:to])
}

// Place is where column i stands in r: bytes [from, to), both the end of r if
// the line is shorter.
func (r Row) Place(i int) (from, to int) {
	for k := range len(r) { // lines are short: a search by other means takes longer
		if r[k] != '\t' {
			continue
		}
		if i == 0 {
			return from, k
		}
		i, from = i-1, k+1
	}
	if i > 0 {
		from = len(r)
	}
	return from, len(r)
}

// Key is the first column.
func (r Row) Key() string { return r.Field(0) }

// Table is a decoded word list.
type Table struct {
	Name string       // file name without folder and extension
	Head string       // the comment lines
	body string       // the rows as they stand in the file
	Rows func() []Row // in file order, listed when first asked for

	// made when a key is first asked for
	once    sync.Once
	numbers *Numbers
	byKey   []Row // by the number of the key: the first row that has it
}

// Len is a bound on the number of rows: that of lines.
func (t *Table) Len() int { return strings.Count(t.body, "\n") + 1 }

// Each yields the rows in file order and keeps no list of them.
func (t *Table) Each() iter.Seq[Row] { return each(t.body) }

// EachLower yields the rows in file order, and each in lower case.
func (t *Table) EachLower() iter.Seq2[Row, Row] {
	return func(yield func(r, low Row) bool) {
		low := Lower(t.body)
		for from := 0; from < len(low); {
			to := len(low)
			if n := strings.IndexByte(low[from:], '\n'); n >= 0 {
				to = from + n
			}
			if to > from && !yield(Row(t.body[from:to]), Row(low[from:to])) {
				return
			}
			from = to + 1
		}
	}
}

func each(body string) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for line := range strings.SplitSeq(body, "\n") {
			if line != "" && !yield(Row(line)) {
				return
			}
		}
	}
}

// Row is the first entry with the given key (case matters), ok if there is one.
func (t *Table) Row(key string) (r Row, ok bool) {
	t.once.Do(func() {
		n := t.Len()
		t.numbers, t.byKey = NewNumbers(n), make([]Row, 1, n+1)
		for row := range t.Each() {
			if t.numbers.Add(row.Key()) == len(t.byKey) {
				t.byKey = append(t.byKey, row)
			}
		}
	})
	n := t.numbers.Find(key)
	return t.byKey[n], n > 0
}

// Has reports whether there is an entry with the given key.
func (t *Table) Has(key string) bool {
	_, ok := t.Row(key)
	return ok
}

// Field is column i of the first entry with the given key, or "".
func (t *Table) Field(key string, i int) string {
	r, ok := t.Row(key)
	if !ok {
		return ""
	}
	return r.Field(i)
}

// Open returns a function that decodes the table en/<name>.tsv on its first
// call. A name without a file panics there: it is our mistake.
func Open(name string) func() *Table {
	return sync.OnceValue(func() *Table {
		for _, t := range tables {
			if t.name == name {
				return decode(name, *t.text)
			}
		}
		panic("lexicon: no table " + name)
	})
}

// Names lists all tables, sorted.
func Names() []string {
	names := make([]string, len(tables))
	for i, t := range tables {
		names[i] = t.name
	}
	return names
}

func decode(name, text string) *Table {
	t := &Table{Name: name}
	body := text
	for strings.HasPrefix(body, "#") {
		_, body, _ = strings.Cut(body, "\n")
	}
	t.Head = text[:len(text)-len(body)]
	t.body = body
	t.Rows = sync.OnceValue(func() []Row { return slices.AppendSeq(make([]Row, 0, t.Len()), each(body)) })
	return t
}
