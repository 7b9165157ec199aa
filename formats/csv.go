package formats

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"dossier/article"
)

// CSV reads tables with a head, one article a row, in constant memory. The
// columns are found by their names (keys.tsv); the delimiter is the one by which
// the head reads best. Quotes are those of RFC 4180; a quote inside a cell that
// does not begin with one is text. Raw ranges count bytes of the file; the
// source's bytes and sha256 are those of the row.
var CSV = register(&Format{
	Name:       "csv",
	Aliases:    []string{"tsv"},
	Extensions: []string{".csv", ".tsv"},
	MediaType:  "text/csv",
	Reads:      "tables with a head, one article a row, by the names of the columns: title, text, date, author, source, url; comma, semicolon, tab or bar",
	Limits:     "tables without a head or without a column of text; other columns, which are named in a note",
	Many:       true,
	Detect:     detectCSV,
})

func init() { CSV.Records = csvRecords }

// delimiters, the likeliest first.
const delimiters = ",;\t|"

// maxHead bounds the head of a table, in bytes.
const maxHead = 32 << 10

func detectCSV(head []byte) float64 {
	head = head[sepLine(head):]
	if i := bytes.IndexAny(head, "\r\n"); i >= 0 {
		head = head[:i]
	}
	if len(head) == 0 || len(head) > maxHead || strings.IndexByte("{[<#", head[0]) >= 0 || !bytes.ContainsAny(head, delimiters) {
		return plainText
	}
	h, ok := tableHeadOf(string(head))
	if !ok || h.body < 0 || len(h.fields) < 2 {
		return plainText // the extension decides
	}
	return 0.85
}

// tableHead is what the columns of a table mean.
type tableHead struct {
	delimiter byte
	names     []string       // of the columns
	fields    map[string]int // field -> column
	body      int            // column of the text, -1 if there is none
	kind      string         // of the text, see readBody
	unread    []string
}

// tableHeadOf reads the first record of text as a head, by the delimiter with
// which most of its cells mean something. ok is false if none does.
func tableHeadOf(text string) (best tableHead, ok bool) {
	line := strings.TrimPrefix(text, "\ufeff")
	if i := strings.IndexAny(line, "\r\n"); i >= 0 {
		line = line[:i]
	}
	if len(line) > maxHead {
		return best, false
	}
	for i := range len(delimiters) {
		if i > 0 && strings.IndexByte(line, delimiters[i]) < 0 {
			continue
		}
		h := newTableHead(line, delimiters[i])
		if !ok && len(h.fields) > 0 || len(h.fields) > len(best.fields) {
			best, ok = h, true
		}
	}
	return best, ok
}

func newTableHead(line string, delimiter byte) tableHead {
	h := tableHead{delimiter: delimiter, fields: map[string]int{}, body: -1}
	ranks := map[string]int{}
	for i, c := range cellsOf(line, delimiter) {
		name := strings.TrimSpace(strings.Trim(line[c.from:c.to], "\ufeff"))
		h.names = append(h.names, name)
		m, known := meaning(name)
		if old, taken := ranks[m.field]; !known || taken && old <= m.rank {
			continue
		}
		h.fields[m.field], ranks[m.field] = i, m.rank
	}
	delete(h.fields, "list")
	for _, kind := range append(bodyFields, "summary") {
		if i, ok := h.fields[kind]; ok {
			h.body, h.kind = i, kind
			break
		}
	}
	used := map[int]bool{}
	for field, i := range h.fields {
		if field != "text" && field != "markdown" && field != "html" && field != "summary" || i == h.body {
			used[i] = true
		}
	}
	for i, name := range h.names {
		if !used[i] && name != "" {
			h.unread = append(h.unread, name)
		}
	}
	return h
}

// cell is where the words of a cell stand in a record, inside its quotes.
type cell struct {
	from, to int
	quoted   bool
}

// cellsOf cuts a record, which is known to end, into its cells.
func cellsOf(text string, delimiter byte) []cell {
	var cells []cell
	for at := 0; at <= len(text); {
		c := cell{from: at}
		if at < len(text) && text[at] == '"' {
			c.quoted, c.from = true, at+1
			c.to = quoteEnd(text, at+1)
			at = min(len(text), c.to+1)
		}
		end := strings.IndexByte(text[at:], delimiter)
		if end < 0 {
			end = len(text) - at
		}
		if at += end; !c.quoted {
			c.to = at
		}
		cells = append(cells, c)
		at++
	}
	return cells
}

// quoteEnd is where the closing quote of a quoted cell stands.
func quoteEnd(text string, at int) int {
	for {
		i := strings.IndexByte(text[at:], '"')
		if i < 0 {
			return len(text)
		}
		if at += i; at+1 >= len(text) || text[at+1] != '"' {
			return at
		}
		at += 2
	}
}

func csvRecords(in Input, opts Options) iter.Seq2[*article.Article, error] {
	if opts.MaxBytes <= 0 {
		opts.MaxBytes = DefaultMaxBytes
	}
	return func(yield func(*article.Article, error) bool) {
		t := table{in: in, limit: int(min(opts.MaxBytes, maxOffset)), line: 1}
		if err := t.start(opts); err != nil {
			yield(nil, err)
			return
		}
		rows := 0
		for {
			row, line, err := t.next()
			switch {
			case errors.Is(err, io.EOF) && rows == 0:
				yield(nil, fmt.Errorf("%w: a head and no row", ErrEmpty))
				return
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				yield(nil, recordError(line, "", err))
				return
			case len(bytes.TrimSpace(row)) == 0:
				continue
			}
			rows++
			if !yield(t.article(row, line)) {
				return
			}
		}
	}
}

// table is a file of rows being read.
type table struct {
	in      Input
	head    tableHead
	r       *bufio.Reader
	limit   int
	line    int // of the next record
	at      int // bytes of the file before the next record
	begin   int // … before the last one
	charset string
	wide    *decoded // a file in UTF-16, whose text r reads
	raw     []byte
	buf     []byte
}

// start reads the head.
func (t *table) start(opts Options) error {
	t.r = headReader(t.in.Reader, 0)
	head, _ := t.r.Peek(headBytes)
	encoding, skip := markOf(head)
	if encoding == "" {
		encoding = wideKind(head)
	}
	switch {
	case encoding == "utf-8":
		t.r.Discard(skip)
		t.at = skip
	case encoding != "":
		raw, d, err := load(t.in.over(t.r), opts)
		if err != nil {
			return err
		}
		t.raw, t.wide, t.r = raw, &d, headReader(strings.NewReader(d.text), 0)
		head = []byte(d.text[:min(len(d.text), headBytes)])
	case !mostlyUTF8(head[:bytes.LastIndexByte(head, '\n')+1]):
		t.charset = guessCharset(head)
	}
	if sep := sepLine(head); sep > 0 { // "sep=;" of spreadsheet programs
		t.r.Discard(sep)
		t.at, t.line = t.at+sep, 2
		head = head[sep:]
	}
	var ok bool
	if t.head, ok = tableHeadOf(string(head)); !ok || t.head.body < 0 {
		return fmt.Errorf("%w: no column of the head is a text (text, content, body, article …): %.80q", ErrBroken, firstLine(head))
	}
	_, _, err := t.next()
	return err
}

// sepLine is the length of a first line "sep=;".
func sepLine(head []byte) int {
	i := bytes.IndexByte(head[:min(len(head), 12)], '\n')
	if i < 0 || !bytes.HasPrefix(bytes.ToLower(head), []byte("sep=")) {
		return 0
	}
	return i + 1
}

func firstLine(head []byte) string {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	return strings.TrimSpace(string(line))
}

// next is the bytes of the next record, valid until the one after it, and the
// line on which it begins.
func (t *table) next() (row []byte, line int, err error) {
	t.buf, t.begin, line = t.buf[:0], t.at, t.line
	quoted, closed, fresh := false, false, true // closed: the last byte was a quote inside quotes
	for {
		c, err := t.r.ReadByte()
		if err != nil {
			if quoted && !closed && errors.Is(err, io.EOF) {
				return nil, line, fmt.Errorf("%w: a quoted cell does not end; nothing after it could be read", ErrRecord)
			}
			if errors.Is(err, io.EOF) && len(t.buf) > 0 {
				return t.buf, line, nil
			}
			return nil, line, err
		}
		if t.at++; c == '\n' {
			t.line++
		}
		switch {
		case c == '"' && fresh:
			quoted = true
		case c == '"' && quoted && !closed:
			closed = true
			t.buf = append(t.buf, c)
			continue
		case c == '"' && closed:
			closed = false // a doubled quote
		case closed:
			quoted, closed = false, false
		}
		fresh = c == t.head.delimiter && !quoted
		if c == '\n' && !quoted {
			return t.buf, line, nil
		}
		if t.buf = append(t.buf, c); len(t.buf) > t.limit {
			return nil, line, fmt.Errorf("%w: a row of more than %s", ErrTooLarge, sizeText(int64(t.limit)))
		}
	}
}

// row is one record: a stater.
type row struct {
	text  decoded
	head  *tableHead
	cells []cell
}

func (t *table) decode(raw []byte) decoded {
	if t.wide != nil {
		return decoded{source: t.wide.slice(t.begin, t.begin+len(raw)), encoding: t.wide.encoding}
	}
	d := decoded{encoding: "utf-8"}
	switch {
	case t.charset != "" && !isASCII(raw):
		d.encoding = t.charset
		d.source = recode(raw, 0, t.charset)
		d.note(article.NoteGuessedEncoding, article.Warning, "the file does not state its encoding and is not UTF-8; read as "+t.charset)
	default:
		d.source = plain(string(raw), 0)
	}
	d.base = t.begin
	return d
}

func isASCII(raw []byte) bool {
	for _, c := range raw {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

func (t *table) article(raw []byte, line int) (*article.Article, error) {
	raw = bytes.TrimRight(raw, "\r")
	d := t.decode(raw)
	d.line = line
	r := row{text: d, head: &t.head, cells: cellsOf(d.text, t.head.delimiter)}
	body := r.cell(t.head.body)
	if strings.TrimSpace(body.text) == "" {
		return nil, recordError(line, r.said("id"), fmt.Errorf("%w: the cell of column %s is blank", ErrRecord, t.head.names[t.head.body]))
	}
	b := newBuilder(&source{})
	stateFields(b.a, r)
	r.build(b, &body)
	body.notes = append(d.notes, body.notes...)
	if len(r.cells) != len(t.head.names) {
		body.note(article.NoteFieldType, article.Warning, fmt.Sprintf("the row has %d cells, the head %d", len(r.cells), len(t.head.names)))
	}
	if len(t.head.unread) > 0 {
		body.note(article.NoteUnreadField, article.Info, "not read: "+strings.Join(t.head.unread, ", "))
	}
	if t.wide != nil {
		from, to := t.wide.raw(t.begin, t.begin+len(raw), 0)
		raw = t.raw[from:to]
	}
	a := b.finish(CSV, t.in, &body, raw)
	if a.Text == "" {
		return nil, recordError(line, a.ID, fmt.Errorf("%w: its text is blank", ErrRecord))
	}
	return a, nil
}

// build adds the blocks of title and text.
func (r row) build(b *builder, body *decoded) {
	title, basis := r.str("title"), article.Opt(r.basis("title"))
	if title != "" && r.head.fields["title"] < r.head.body && !startsWith(opening(body.text), title) {
		d := r.cell(r.head.fields["title"])
		b.use(&d.source)
		if newGrammar(b).joined(article.BlockTitle) {
			b.setTitle(0, basis)
		}
	}
	readBody(b, body, r.head.kind)
	if title != "" && b.a.TitleFrom != basis {
		b.claimPageTitle(title, basis)
	}
	if deck := r.str("deck"); deck != "" {
		b.claimDeck(deck)
	}
	if r.head.kind == "summary" {
		body.note(article.NoteSummaryOnly, article.Warning, "the row has no text; its summary was read")
	}
	noteCut(b)
}

// cell is the text of column i, doubled quotes made one.
func (r row) cell(i int) decoded {
	d := decoded{encoding: r.text.encoding}
	if i >= len(r.cells) {
		return d
	}
	c := r.cells[i]
	src := r.text.part(c.from, c.to)
	if c.quoted {
		var edits []edit
		for at := 0; ; {
			k := strings.Index(src.text[at:], `""`)
			if k < 0 {
				break
			}
			edits = append(edits, edit{at + k, at + k + 2, `"`})
			at += k + 2
		}
		src = src.apply(edits)
	}
	d.source = src
	d.clean()
	return d
}

func (r row) said(field string) string {
	i, ok := r.head.fields[field]
	if !ok {
		return ""
	}
	d := r.cell(i)
	return strings.Join(strings.Fields(normal(d.text)), " ")
}

func (r row) str(field string) string { return r.said(field) }

// list are the names of a cell, which may be written as a list of a program:
// ['Ada Brenn', 'Carl Moss'].
func (r row) list(field string) []string {
	s := r.said(field)
	if inner, ok := strings.CutPrefix(s, "["); ok && strings.HasSuffix(inner, "]") {
		s = strings.TrimSuffix(inner, "]")
		names := strings.FieldsFunc(s, func(c rune) bool { return c == '\'' || c == '"' })
		s = strings.Join(names, "")
		s = strings.ReplaceAll(s, ", ", ";")
	}
	return strings.Split(s, ";")
}

func (r row) basis(field string) string {
	if i, ok := r.head.fields[field]; ok {
		return "field:" + r.head.names[i]
	}
	return ""
}
