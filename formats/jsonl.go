package formats

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strings"

	"dossier/article"
)

// JSONL reads records of articles, one a line, in constant memory. Raw ranges
// count bytes of the file and go through the escapes of the JSON string; the
// source's bytes and sha256 are those of the record's line, as a stream is
// never held whole.
var JSONL = register(&Format{
	Name:       "jsonl",
	Aliases:    []string{"jsonlines"},
	Extensions: []string{".jsonl", ".ndjson"},
	MediaType:  "application/jsonl",
	Reads:      "records {id, text, title, date, url, author}, one a line; only text is needed",
	Limits:     "other fields, which are ignored; a bad line is reported and the next one read",
	Many:       true,
	Detect:     detectJSONL,
})

func init() { JSONL.Records = jsonlRecords }

func detectJSONL(head []byte) float64 {
	line, _, whole := bytes.Cut(bytes.TrimLeft(head, " \t\r\n"), []byte("\n"))
	if len(line) == 0 || line[0] != '{' || !bytes.Contains(line, []byte(`"text"`)) || canonical(line) {
		return looksJSON(head)
	}
	whole = whole || len(head) < headBytes
	if whole && !json.Valid(line) {
		return looksJSON(head)
	}
	return 0.9
}

func jsonlRecords(in Input, opts Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		records := 0
		for l, err := range fileLines(in, opts) {
			records++
			var a *article.Article
			if err == nil {
				a, err = readRecord(in, l)
			}
			if !yield(a, err) {
				return
			}
		}
		if records == 0 {
			yield(nil, fmt.Errorf("%w: nothing but white space", ErrEmpty))
		}
	}
}

// record is the line of one article: where the values of its fields stand.
type record struct {
	rawLine
	fields map[string]jsonValue
	notes  []article.Note
	unread []string
}

// readRecord reads one line. What makes the record worthless is a
// *RecordError; a field of the wrong type is a note.
func readRecord(in Input, l rawLine) (*article.Article, error) {
	r := record{rawLine: l, fields: make(map[string]jsonValue, 8)}
	if err := r.scan(); err != nil {
		return nil, recordError(l.line, "", err)
	}
	id := r.id()
	text, ok := r.fields["text"]
	switch {
	case !ok:
		return nil, recordError(l.line, id, fmt.Errorf("%w: no text", ErrRecord))
	case text.kind != 's':
		return nil, recordError(l.line, id, fmt.Errorf("%w: text is %s, not a string", ErrRecord, text.kindName()))
	}
	a := r.article(in, id, text)
	if a.Text == "" {
		return nil, recordError(l.line, id, fmt.Errorf("%w: its text is blank", ErrRecord))
	}
	return a, nil
}

// scan finds the values of the fields.
func (r *record) scan() error {
	if !json.Valid([]byte(r.text)) {
		var v any
		err := json.Unmarshal([]byte(r.text), &v)
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return fmt.Errorf("%w: not JSON at byte %d of the line: %w", ErrRecord, syntax.Offset, err)
		}
		return fmt.Errorf("%w: not JSON", ErrRecord)
	}
	if r.text[skipSpaceJSON(r.text, 0)] != '{' {
		return fmt.Errorf("%w: no JSON object", ErrRecord)
	}
	for key, v := range jsonFields(r.text) {
		switch key {
		case "id", "text", "title", "date", "url", "author", "authors":
			r.fields[key] = v
		default:
			r.unread = append(r.unread, key)
		}
	}
	return nil
}

func (r *record) article(in Input, id string, text jsonValue) *article.Article {
	d := r.decode(text)
	b := newBuilder(&d.source)
	b.a.ID = id
	r.state(b)
	title := r.str("title")
	if title != "" && r.fields["title"].from < text.from && !startsWith(d.text, title) {
		r.titleBlock(b)
		b.use(&d.source)
	}
	newGrammar(b).blocks(0)
	if title != "" && b.a.TitleFrom != titleField {
		b.claimTitle(title, titleField)
	}
	d.notes = append(d.notes, r.notes...)
	if len(r.unread) > 0 {
		d.note(article.NoteUnreadField, article.Info, "not read: "+strings.Join(r.unread, ", "))
	}
	return b.finish(JSONL, in, &d, r.raw)
}

// titleField is the basis of a title that the record states.
const titleField = "field:title"

// titleBlock puts the title field as the first block. A field that stands after
// the text is not moved before it, as blocks follow the file: it is only stated.
func (r *record) titleBlock(b *builder) {
	d := r.decode(r.fields["title"])
	b.use(&d.source)
	if newGrammar(b).joined(article.BlockTitle) {
		b.setTitle(0, titleField)
	}
}

// state fills in what the other fields say.
func (r *record) state(b *builder) {
	b.a.Source.URL = article.Opt(r.str("url"))
	if v, ok := r.fields["date"]; ok && v.kind != '0' {
		b.a.Published = statedDate(r.str("date"), "field:date")
	} else if ok {
		b.a.Published = statedDate(r.text[v.from:v.to], "field:date")
	}
	for _, key := range []string{"author", "authors"} {
		for _, name := range r.list(key) {
			b.a.Authors = append(b.a.Authors, statedAuthors(name, "field:"+key)...)
		}
	}
}

// id is the record's id: a string or a number.
func (r *record) id() string {
	if v := r.fields["id"]; v.kind == '0' {
		return r.text[v.from:v.to]
	}
	return r.str("id")
}

// str is a field's string; "" with a note if it is something else than null.
func (r *record) str(key string) string {
	v, ok := r.fields[key]
	switch {
	case !ok || v.kind == 'n':
		return ""
	case v.kind != 's':
		r.wrong(key, v, "a string")
		return ""
	}
	d := r.decode(v)
	return strings.Join(strings.Fields(normal(d.text)), " ")
}

// list is a field that is a string or a list of them. An author may also be an
// object with a name.
func (r *record) list(key string) []string {
	v, ok := r.fields[key]
	if !ok || v.kind != '[' && v.kind != '{' {
		return []string{r.str(key)}
	}
	var raw any
	var names []string
	if json.Unmarshal([]byte(r.text[v.from:v.to]), &raw) != nil {
		return nil
	}
	items, isList := raw.([]any)
	if !isList {
		items = []any{raw}
	}
	for _, item := range items {
		if object, ok := item.(map[string]any); ok {
			item = object["name"]
		}
		name, ok := item.(string)
		if !ok {
			r.wrong(key, v, "a name or a list of names")
			continue
		}
		names = append(names, normal(name))
	}
	return names
}

func (r *record) wrong(key string, v jsonValue, want string) {
	message := fmt.Sprintf("%s is %s, not %s", key, v.kindName(), want)
	for _, n := range r.notes {
		if n.Message == message {
			return
		}
	}
	r.notes = append(r.notes, article.Note{Code: article.NoteFieldType, Severity: article.Warning, Message: message})
}

// decode is the text of a JSON string with its place in the file.
func (r *record) decode(v jsonValue) decoded {
	inside := r.slice(v.from+1, v.to-1)
	d := decoded{source: inside.apply(jsonEscapes(inside.text)), encoding: r.encoding}
	d.clean()
	return d
}
