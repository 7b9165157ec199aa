package formats

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"dossier/article"
)

// record is one article as a JSON object states it: its fields by what their
// keys mean (keys.tsv), each with the place of its value.
type record struct {
	rawLine
	fields map[string]recordField
	notes  []article.Note
	unread []string
}

// recordField is the value of a field and the key that won it.
type recordField struct {
	jsonValue
	key  string
	rank int
}

// maxRecordDepth is how deep in objects keys are looked for, and lists of
// records unwrapped.
const maxRecordDepth = 3

// readRecords yields the article of a JSON object, or those of a list that it
// wraps. An error is that of the whole object.
func readRecords(f *Format, in Input, l rawLine, yield func(*article.Article, error) bool) bool {
	if err := validJSON(l.text); err != nil {
		return yield(nil, recordError(l.line, "", err))
	}
	return unwrapRecords(f, in, l, 0, yield)
}

// unwrapRecords reads an object, or the objects of its list.
func unwrapRecords(f *Format, in Input, l rawLine, depth int, yield func(*article.Article, error) bool) bool {
	if l.text[skipSpaceJSON(l.text, 0)] != '{' {
		return yield(nil, recordError(l.line, "", fmt.Errorf("%w: no JSON object", ErrRecord)))
	}
	r := record{rawLine: l, fields: make(map[string]recordField, 8)}
	r.scan(skipSpaceJSON(l.text, 0), "", 0)
	list, ok := r.fields["list"]
	if !ok || list.kind != '{' && list.kind != '[' || depth == maxRecordDepth || r.hasText() {
		a, err := r.read(f, in)
		return yield(a, recordError(l.line, r.id(), err))
	}
	at, line := 0, l.line
	inner := func(v jsonValue) bool {
		if !l.flat {
			line += strings.Count(l.text[at:v.from], "\n")
			at = v.from
		}
		return unwrapRecords(f, in, l.cut(v.from, v.to, line), depth+1, yield)
	}
	if list.kind == '{' {
		return inner(list.jsonValue)
	}
	for v := range jsonItems(l.text, list.jsonValue) {
		if v.kind != '{' || foldKey(list.key) == "graph" && !graphArticle(l, v) {
			continue
		}
		if !inner(v) {
			return false
		}
	}
	return true
}

// graphArticle reports an object of a JSON-LD graph that has a text; the others
// describe the page and the people.
func graphArticle(l rawLine, v jsonValue) bool {
	r := record{rawLine: l, fields: map[string]recordField{}}
	r.scan(v.from, "", maxRecordDepth)
	return r.hasText()
}

func validJSON(text string) error {
	if json.Valid([]byte(text)) {
		return nil
	}
	var v any
	err := json.Unmarshal([]byte(text), &v)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("%w: not JSON at byte %d of the record: %w", ErrRecord, syntax.Offset, err)
	}
	return fmt.Errorf("%w: not JSON", ErrRecord)
}

// scan finds the fields of the object at an offset and reports whether it has any.
func (r *record) scan(at int, prefix string, depth int) bool {
	any := false
	for key, v := range jsonFields(r.text, at) {
		if v.kind == 'n' || v.to-v.from == 2 && (v.kind == 's' || v.kind == '[' || v.kind == '{') {
			continue // null and what is empty say nothing
		}
		path := prefix + foldKey(key)
		used := r.special(path, v)
		if m, ok := keyTable()[path]; ok && !used && (v.kind != '{' || m.field == "author" || m.field == "list") {
			used = r.enter(m, recordField{v, key, m.rank}, prefix == "")
		}
		if v.kind == '{' && depth < maxRecordDepth && r.scan(v.from, path+".", depth+1) {
			used = true
		}
		if !used && prefix == "" {
			r.unread = append(r.unread, key)
		}
		any = any || used
	}
	return any
}

// enter keeps a field if its key is the best so far; the key that lost is unread.
func (r *record) enter(m keyMeaning, f recordField, top bool) bool {
	old, taken := r.fields[m.field]
	if taken && old.rank <= f.rank {
		return false
	}
	if taken && top {
		r.unread = append(r.unread, old.key)
	}
	r.fields[m.field] = f
	return true
}

// bodyFields are the fields that can be the text, the best first.
var bodyFields = []string{"markdown", "text", "html"}

func (r *record) hasText() bool {
	for _, name := range bodyFields {
		if _, ok := r.fields[name]; ok {
			return true
		}
	}
	return false
}

// body is the field that holds the text and how to read it.
func (r *record) body() (recordField, string, error) {
	for _, name := range append(bodyFields, "summary") {
		f, ok := r.fields[name]
		switch {
		case !ok:
		case f.kind != 's' && (name != "text" || f.kind != '['):
			return f, "", fmt.Errorf("%w: %s is %s, not a string", ErrRecord, f.key, f.kindName())
		default:
			return f, name, nil
		}
	}
	return recordField{}, "", fmt.Errorf("%w: no text", ErrRecord)
}

// read makes the article. What makes the record worthless is an error; a field
// of the wrong type is a note.
func (r *record) read(f *Format, in Input) (*article.Article, error) {
	body, kind, err := r.body()
	if err != nil {
		return nil, err
	}
	for _, name := range append(bodyFields, "summary") {
		if other, ok := r.fields[name]; ok && other.from != body.from {
			r.unread = append(r.unread, other.key)
		}
	}
	parts := []decoded{}
	if body.kind == 's' {
		parts = append(parts, r.decode(body.jsonValue))
	} else {
		for v := range jsonItems(r.text, body.jsonValue) {
			if v.kind == 's' {
				parts = append(parts, r.decode(v))
			}
		}
	}
	notes := decoded{encoding: r.encoding}
	b := newBuilder(&source{})
	stateFields(b.a, r)
	r.build(b, parts, kind, body, &notes)
	if len(b.a.Blocks) == 0 || b.blocks == r.titleBlocks(b) {
		return nil, fmt.Errorf("%w: its text is blank", ErrRecord)
	}
	notes.notes = append(notes.notes, r.notes...)
	if len(r.unread) > 0 {
		notes.note(article.NoteUnreadField, article.Info, "not read: "+strings.Join(r.unread, ", "))
	}
	return b.finish(f, in, &notes, r.raw), nil
}

// titleBlocks is how many blocks of b come from the title field.
func (r *record) titleBlocks(b *builder) int {
	title, ok := r.fields["title"]
	if ok && len(b.a.Blocks) > 0 && b.a.Blocks[0].Kind == article.BlockTitle && b.a.TitleFrom == article.Opt("field:"+title.key) &&
		b.a.Blocks[0].Raw.Start < b.src.base+title.to && b.a.Blocks[0].Raw.Start >= b.src.base+title.from {
		return 1
	}
	return 0
}

// build adds the blocks of the title and of the text.
func (r *record) build(b *builder, parts []decoded, kind string, body recordField, notes *decoded) {
	title, field := r.str("title"), r.fields["title"]
	basis := article.Opt("field:" + field.key)
	if title != "" && field.from < body.from && (len(parts) == 0 || !startsWith(opening(parts[0].text), title)) {
		d := r.decode(field.jsonValue)
		b.use(&d.source)
		if newGrammar(b).joined(article.BlockTitle) {
			b.setTitle(0, basis)
		}
		notes.notes = append(notes.notes, d.notes...)
	}
	for i := range parts {
		readBody(b, &parts[i], kind)
		notes.notes = append(notes.notes, parts[i].notes...)
	}
	if title != "" && b.a.TitleFrom != basis {
		b.claimPageTitle(title, basis)
	}
	if deck := r.str("deck"); deck != "" {
		b.claimDeck(deck)
	}
	if kind == "summary" {
		notes.note(article.NoteSummaryOnly, article.Warning, "the record has no text; its summary was read")
	}
	noteCut(b)
}

// said is a field as it is asked of dates and ids: a number is its digits.
func (r *record) said(name string) string {
	if f := r.fields[name]; f.kind == '0' {
		return r.text[f.from:f.to]
	}
	return r.str(name)
}

// basis is what a field of the article is based on.
func (r *record) basis(name string) string { return "field:" + r.fields[name].key }

// id is the record's id: a string or a number.
func (r *record) id() string { return r.said("id") }

// str is a field's string; "" with a note if it is something else.
func (r *record) str(name string) string {
	f, ok := r.fields[name]
	switch {
	case !ok:
		return ""
	case f.kind != 's':
		r.wrong(f, "a string")
		return ""
	}
	d := r.decode(f.jsonValue)
	return strings.Join(strings.Fields(normal(d.text)), " ")
}

// list is a field that is a string or a list of them. An author may also be an
// object with a name.
func (r *record) list(name string) []string {
	f, ok := r.fields[name]
	if !ok || f.kind != '[' && f.kind != '{' {
		return []string{r.str(name)}
	}
	var raw any
	var names []string
	if json.Unmarshal([]byte(r.text[f.from:f.to]), &raw) != nil {
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
			r.wrong(f, "a name or a list of names")
			continue
		}
		names = append(names, normal(name))
	}
	return names
}

func (r *record) wrong(f recordField, want string) {
	message := fmt.Sprintf("%s is %s, not %s", f.key, f.kindName(), want)
	for _, n := range r.notes {
		if n.Message == message {
			return
		}
	}
	r.notes = append(r.notes, article.Note{Code: article.NoteFieldType, Severity: article.Warning, Message: message})
}

// decode is the text of a JSON string with its place in the record.
func (r *record) decode(v jsonValue) decoded {
	inside := r.slice(v.from+1, v.to-1)
	if !r.flat {
		inside.line += strings.Count(r.text[:v.from], "\n")
		inside.flat = true
	}
	d := decoded{source: inside.apply(jsonEscapes(inside.text)), encoding: r.encoding}
	d.clean()
	return d
}
