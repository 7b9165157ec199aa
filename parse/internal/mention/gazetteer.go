package mention

import (
	"slices"
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/token"
)

// entry is one name that a table knows. There are thousands, so that it points
// into the table for what is asked of few.
type entry struct {
	low      string      // the name in lower case
	row      lexicon.Row // the table's row, or one like it
	from, to uint16      // where the name stands in row
	body     uint8       // its kind, index into entryKinds
	place    uint8       // the column of the country
	what     source
	form     byte // of a demonym: 'a' an adjective, 'n' a noun, 'b' both, 's' several of the people
	weak     bool // also a common word or a given name: needs support
	exact    bool // an acronym: only in its own letter case
	titled   bool // "The Sun": the word behind the article needs its capital
}

// name is the name as the table writes it.
func (e *entry) name() string { return string(e.row[e.from:e.to]) }

// kind is the kind of what it names.
func (e *entry) kind() article.ActorKind { return entryKinds[e.body] }

// country is the code of the country it belongs to, "" if none does.
func (e *entry) country() article.Opt { return article.Opt(e.row.Field(int(e.place))) }

// canon is the usual name of what it names; the code of a state.
func (e *entry) canon() string {
	if e.what == fromCountry || e.what == fromDemonym {
		return string(e.country())
	}
	return e.row.Key()
}

var entryKinds = append([]article.ActorKind{""}, article.ActorKinds...)

// source is the table an entry comes from.
type source uint8

const (
	fromCountry source = iota
	fromCapital
	fromSeat
	fromPlace
	fromBody // bodies of any kind
	fromDemonym
)

// gazetteer finds names of the tables at a token, the longest first.
type gazetteer struct {
	entries []entry
	firsts  []first          // what each entry begins with; goes after loading
	weak    *lexicon.Numbers // the names of weaknames.tsv; goes too
	order   []ordered        // those with one first word together, the longer before
	starts  []int32          // by the number of the first word: where they begin in order; they end where the next ones begin
}

// first says that an entry begins with a word.
type first struct{ word, entry int32 }

// ordered is an entry with the first letter of its second word and its last
// letter: most that share a first word differ there.
type ordered struct {
	entry  int32
	second byte // 0: it has one word; anything: not known
	last   byte
	size   uint8 // how long it is in the text; 0: not known
}

const anything = 0xFF

// orderedOf is entry number n, whose name is low.
func orderedOf(n int32, low string) ordered {
	o := ordered{entry: n, second: second(low), last: low[len(low)-1]}
	if len(low) <= 0xFF && strings.IndexByte(low, '\'') < 0 { // an apostrophe has several lengths
		o.size = uint8(len(low))
	}
	return o
}

// mayRead reports that text, which begins with the first word of o, whose second
// word begins with next, may begin with the whole of it.
func (o ordered) mayRead(text string, next byte) bool {
	if o.second != next && o.second != 0 && o.second != anything {
		return false
	}
	return o.size == 0 || int(o.size) <= len(text) && text[o.size-1] == o.last
}

var (
	countries = lexicon.Open("countries")
	demonyms  = lexicon.Open("demonyms")
	capitals  = lexicon.Open("capitals")
	seats     = lexicon.Open("seats")
	igos      = lexicon.Open("igos")
	media     = lexicon.Open("media")
	armed     = lexicon.Open("armed")
	parties   = lexicon.Open("parties")
	agencies  = lexicon.Open("agencies")
	orgs      = lexicon.Open("orgs")
	places    = lexicon.Open("places")
	weakNames = lexicon.Open("weaknames")
)

// loadEntries gathers the tables of names; an earlier table wins a name.
func (v *vocabulary) loadEntries() {
	v.entries = make([]entry, 0, 7700)
	v.firsts = make([]first, 0, 7700)
	v.weak = lexicon.NewNumbers(weakNames().Len())
	for r := range weakNames().Each() {
		v.weak.Add(r.Key())
	}
	v.table(countries(), fromCountry, article.KindCountry)
	v.table(seats(), fromSeat, "")
	v.table(capitals(), fromCapital, article.KindPlace)
	v.table(demonyms(), fromDemonym, article.KindCountry)
	v.table(igos(), fromBody, article.KindIGO)
	v.table(agencies(), fromBody, "")
	v.table(armed(), fromBody, "")
	v.table(media(), fromBody, article.KindMedia)
	v.table(parties(), fromBody, article.KindParty)
	v.table(orgs(), fromBody, "")
	v.table(places(), fromPlace, article.KindPlace)
	v.peoples()
	v.group()
}

// peoples adds the plurals of the demonyms that are nouns ("Egyptians"). What
// another table has already is a name there ("Democrats").
func (v *vocabulary) peoples() {
	var many []entry
	names := lexicon.NewNumbers(400)
	for _, e := range v.entries {
		if e.what != fromDemonym {
			continue
		}
		if e.form != 'n' && !strings.Contains(e.low, " ") {
			v.at(e.low).is |= demonym
		}
		if e.form == 'a' {
			continue
		}
		name := e.name()
		if stem, ok := strings.CutSuffix(name, "man"); ok && e.form == 'n' {
			name = stem + "men"
		} else if e.low[len(e.low)-1] != 's' {
			name += "s"
		}
		e.row = lexicon.Row(name + "\t" + string(e.country()))
		e.low, e.form = strings.ToLower(name), 's'
		e.from, e.to = 0, uint16(len(name))
		many = append(many, e)
		names.Add(e.low)
	}
	taken := make([]bool, names.Len()+1)
	for i := range v.entries {
		taken[names.Find(v.entries[i].low)] = true
	}
	for _, e := range many {
		if !taken[names.Find(e.low)] {
			v.add(e)
		}
	}
}

// table adds the names of t: name, kind (if all are not of the given one),
// country, and of bodies other forms.
func (v *vocabulary) table(t *lexicon.Table, what source, kind article.ActorKind) {
	for r, low := range t.EachLower() {
		e := entry{row: r, what: what, place: 1, low: low.Key()}
		e.to = uint16(len(r.Key()))
		k := kind
		if kind == "" {
			k, e.place = article.ActorKind(r.Field(1)), 2
		}
		e.body = uint8(slices.Index(entryKinds, k))
		if what == fromDemonym {
			e.form = 'b'
			if f := r.Field(2); len(f) == 1 {
				e.form = f[0]
			}
		}
		v.add(e)
		if what == fromBody {
			v.others(e, low)
		}
	}
}

// others adds the other forms of the body e, which the column behind its country lists.
func (v *vocabulary) others(e entry, low lexicon.Row) {
	column := int(e.place) + 1
	from, end := e.row.Place(column)
	for lows := low.Field(column); from < end; from = int(e.to) + 1 {
		name, _, _ := strings.Cut(string(e.row[from:end]), ",")
		e.from, e.to = uint16(from), uint16(from+len(name))
		e.low, lows, _ = strings.Cut(lows, ",")
		v.add(e)
	}
}

// add takes in an entry under its first word. A word with an apostrophe inside
// stands there in both forms.
func (v *vocabulary) add(e entry) {
	e.weak = v.weak.Find(e.low) > 0
	e.exact = initials(e.name())
	e.titled = strings.HasPrefix(e.low, "the ")
	v.entries = append(v.entries, e)
	word, _, _ := strings.Cut(e.low, " ")
	if k := strings.IndexByte(word, '('); k > 0 {
		word = word[:k] // "CPI(M)"
	}
	if k := strings.IndexByte(word, '\''); k >= 0 {
		if word[k:] == "'s" || word[k:] == "'" {
			word = word[:k]
		} else {
			v.start(word[:k] + "’" + word[k+1:])
		}
	}
	v.start(word)
}

// initials reports a short name without a small letter.
func initials(name string) bool {
	if len(name) >= 8 {
		return false
	}
	for i := range len(name) {
		if 'a' <= name[i] && name[i] <= 'z' {
			return false // most: it saves a look at all letters
		}
	}
	return strings.ToUpper(name) == name
}

func (v *vocabulary) start(word string) {
	n := v.take(word)
	v.words[n].is |= entryFirst
	v.firsts = append(v.firsts, first{int32(n), int32(len(v.entries) - 1)})
}

// group puts the entries with one first word together, the longer before, and
// notes where they stand. Of two entries with one name the earlier table's stays
// first.
func (v *vocabulary) group() {
	starts := make([]int32, len(v.words)+2) // of each word in the place behind it, which filling moves to its end
	for _, f := range v.firsts {
		starts[f.word+2]++
	}
	for i := range v.words {
		starts[i+2] += starts[i+1]
	}
	v.order = make([]ordered, len(v.firsts))
	for _, f := range v.firsts {
		v.order[starts[f.word+1]] = orderedOf(f.entry, v.entries[f.entry].low)
		starts[f.word+1]++
	}
	v.starts = starts[:len(v.words)+1]
	for i := range v.words {
		if same := v.order[starts[i]:starts[i+1]]; len(same) > 1 {
			slices.SortStableFunc(same, func(a, b ordered) int {
				return len(v.entries[b.entry].low) - len(v.entries[a.entry].low)
			})
		}
	}
	v.firsts, v.weak = nil, nil
}

// second is the first letter of the second word of low.
func second(low string) byte {
	for k := range len(low) {
		switch {
		case low[k] == ' ' && k+1 < len(low):
			return low[k+1]
		case low[k] == ' ' || low[k] == '\'':
			return anything
		}
	}
	return 0
}

// entry is the longest name of the tables that starts at token i and ends, at the
// latest, before token end; stop is the token behind it.
func (l *lexed) entry(i, end int) (e *entry, stop int) {
	if !l.is(i, entryFirst) {
		return nil, i
	}
	next := byte(0)
	if i+1 < end {
		next = l.d.Lower[l.d.Tokens[i+1].Start]
	}
	starts, text := l.known.starts[l.ids[i]:], l.d.Lower[l.d.Tokens[i].Start:]
	for _, o := range l.known.order[starts[0]:starts[1]] {
		if !o.mayRead(text, next) {
			continue
		}
		e := &l.known.entries[o.entry]
		if stop, ok := e.reads(l.d, i, end); ok {
			return e, stop
		}
	}
	return nil, i
}

// reads compares the entry with the text from token i on: one space matches any
// blank, an apostrophe either form.
func (e *entry) reads(d *token.Doc, i, end int) (stop int, ok bool) {
	text, at := d.Lower, int(d.Tokens[i].Start)
	limit := int(d.Tokens[end-1].End)
	if at+len(e.low) > limit {
		return 0, false
	}
	for k := 0; k < len(e.low); k++ {
		if at >= limit {
			return 0, false
		}
		switch c := e.low[k]; {
		case c == text[at]:
			at++
		case c == ' ' && text[at] == '\n':
			at++
		case c == '\'' && strings.HasPrefix(text[at:], "’"):
			at += len("’")
		default:
			return 0, false
		}
	}
	for stop = i; stop < end && int(d.Tokens[stop].End) < at; stop++ {
	}
	if stop >= end || int(d.Tokens[stop].End) != at {
		return 0, false
	}
	if e.titled && !d.Is(i+1, token.Capital) {
		return 0, false
	}
	if e.exact && d.Text[d.Tokens[i].Start:at] != e.name() {
		return 0, false
	}
	return stop + 1, true
}
