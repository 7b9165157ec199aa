package article

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// ErrInvalid is wrapped by every violation that Validate reports.
var ErrInvalid = errors.New("invalid article")

// Validate returns nil if a keeps every invariant of dossier/1, else all
// violations joined, each wrapping ErrInvalid. The invariants:
//
//   - schema is dossier/1, id is not empty, text is valid UTF-8 without "\r"
//   - the source's name is a base name; the blocks' raw ranges span no more than
//     the source's bytes (of a record in a stream they count from the file's start)
//   - dates and their alternatives are ISO 8601, as long as their precision says
//   - every span lies in the text, on code point borders, and reads as its text
//   - blocks stand in text order without overlap, their runs inside them in
//     order; body ordinals count from 1 without gaps; lines ascend (raw ranges
//     need not: a record may state its text before its title)
//   - ids are unique, every id that is used resolves, and the ids the program
//     gives (q1, p1 …) stand in text order
//   - no actor is without a mention; enumerations hold only their values
//   - quotes, mentions and positions never come from related or boilerplate
//   - every span of a direct quote lies inside quotation marks, or in a block quotation
//   - polarity is the stance's; a target actor is named only by type actor
//   - a holder is null only if its words are kept or the target is unspecified
//   - confidences lie in 0 to 1
func (a *Article) Validate() error {
	v := &validator{a: a, ids: map[string]string{}}
	v.head()
	if !v.spans() {
		return errors.Join(v.errs...) // the rest would read outside the text
	}
	v.blocks()
	v.collect()
	v.links()
	v.actors()
	v.quotes()
	v.positions()
	v.notes()
	return errors.Join(v.errs...)
}

type validator struct {
	a     *Article
	ids   map[string]string // id -> what bears it
	mined []Span            // related and boilerplate blocks
	errs  []error
}

func (v *validator) fail(format string, args ...any) {
	if len(v.errs) < 50 { // a broken producer repeats itself
		v.errs = append(v.errs, fmt.Errorf("%w: %s", ErrInvalid, fmt.Sprintf(format, args...)))
	}
}

func (v *validator) head() {
	a := v.a
	if a.Schema != SchemaID {
		v.fail("schema is %q, not %q", a.Schema, SchemaID)
	}
	if a.ID == "" {
		v.fail("id is empty")
	}
	if !utf8.ValidString(a.Text) {
		v.fail("text is not valid UTF-8")
	}
	if strings.ContainsRune(a.Text, '\r') {
		v.fail("text holds a carriage return")
	}
	if a.Source.Bytes < 0 {
		v.fail("source.bytes is negative")
	}
	if strings.ContainsAny(a.Source.Name, `/\`) {
		v.fail("source.name %q is a path", a.Source.Name)
	}
}

// spans checks that every span lies in the text on code point borders.
func (v *validator) spans() bool {
	ok := true
	text := v.a.Text
	border := func(i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }
	v.a.eachSpan(func(s *Span) {
		if s.Start < 0 || s.Start > s.End || s.End > len(text) || !border(s.Start) || !border(s.End) {
			v.fail("span %d-%d is not a stretch of the text (%d bytes)", s.Start, s.End, len(text))
			ok = false
		}
	})
	return ok
}

func (v *validator) blocks() {
	at, line, ordinal := 0, 0, 0
	for i := range v.a.Blocks {
		b := &v.a.Blocks[i]
		if !blockKinds[b.Kind] {
			v.fail("block %s: unknown kind %q", b.ID, b.Kind)
		}
		if b.Span.Start < at {
			v.fail("block %s starts at byte %d, before the end of the block before it", b.ID, b.Span.Start)
		}
		if b.Raw.Start > b.Raw.End || b.Raw.Start < 0 {
			v.fail("block %s: raw range %d-%d", b.ID, b.Raw.Start, b.Raw.End)
		}
		if b.Line < line || b.EndLine < b.Line {
			v.fail("block %s: lines %d-%d are out of order", b.ID, b.Line, b.EndLine)
		}
		if b.Ordinal != nil {
			if ordinal++; *b.Ordinal != ordinal {
				v.fail("block %s: ordinal %d, want %d", b.ID, *b.Ordinal, ordinal)
			}
		}
		if b.Kind == BlockRelated || b.Kind == BlockBoilerplate {
			v.mined = append(v.mined, b.Span)
		}
		v.runs(b)
		at, line = b.Span.End, b.Line
	}
	v.extent()
}

// extent checks that the raw ranges of all blocks fit into the source. Whether
// they begin at its start cannot be asked: those of records do not.
func (v *validator) extent() {
	blocks := v.a.Blocks
	if len(blocks) == 0 || v.a.Source.Bytes == 0 { // made without a file
		return
	}
	from, to := blocks[0].Raw.Start, blocks[0].Raw.End
	for i := range blocks {
		from, to = min(from, blocks[i].Raw.Start), max(to, blocks[i].Raw.End)
	}
	if to-from > v.a.Source.Bytes {
		v.fail("raw ranges span %d bytes, source.bytes is %d", to-from, v.a.Source.Bytes)
	}
}

func (v *validator) runs(b *Block) {
	at := b.Span.Start
	for _, r := range b.Runs {
		switch {
		case r.Span.Start < at || !b.Span.Contains(r.Span):
			v.fail("block %s: run %d-%d is out of order or outside it", b.ID, r.Span.Start, r.Span.End)
		case r.Raw.Start < b.Raw.Start || r.Raw.End > b.Raw.End || r.Raw.Start > r.Raw.End:
			v.fail("block %s: raw run %d-%d lies outside %d-%d", b.ID, r.Raw.Start, r.Raw.End, b.Raw.Start, b.Raw.End)
		}
		at = r.Span.End
	}
}

// collect enters every id, so that references can be checked in any order.
func (v *validator) collect() {
	for i := range v.a.Blocks {
		v.enter(v.a.Blocks[i].ID, "block")
	}
	for i := range v.a.Actors {
		v.enter(v.a.Actors[i].ID, "actor")
	}
	for i := range v.a.Quotes {
		v.enter(v.a.Quotes[i].ID, "quote")
	}
	for i := range v.a.Positions {
		v.enter(v.a.Positions[i].ID, "position")
	}
}

func (v *validator) enter(id, what string) {
	if id == "" {
		v.fail("a %s has no id", what)
	} else if v.ids[id] != "" {
		v.fail("id %s is used twice", id)
	}
	v.ids[id] = what
}

func (v *validator) resolve(id Opt, what, where string) {
	if id != "" && v.ids[string(id)] != what {
		v.fail("%s: no %s has the id %q", where, what, id)
	}
}

func (v *validator) reads(where, text string, spans []Span) {
	if got := Join(v.a.Text, spans); got != text {
		v.fail("%s: its spans read %.60q, its text %.60q", where, got, text)
	}
}

func (v *validator) ref(where string, r *Ref) {
	if r == nil {
		return
	}
	v.reads(where, r.Text, r.Spans)
	v.resolve(r.Actor, "actor", where)
}

func (v *validator) cue(where string, c *Cue) {
	if c != nil {
		v.reads(where+" cue", c.Text, c.Spans)
	}
}

func (v *validator) words(where string, w *Words) {
	if w != nil {
		v.reads(where, w.Text, w.Spans)
	}
}

func (v *validator) date(where string, d *Date) {
	if d == nil {
		return
	}
	if d.Span != nil {
		v.reads(where, d.Text, []Span{*d.Span})
	}
	if d.Value == "" {
		v.fail("%s: a date without a value", where)
	}
	if d.Precision != "" && !precisions[d.Precision] { // "" as a reader found it: not yet understood
		v.fail("%s: unknown precision %q", where, d.Precision)
	}
	for _, value := range append([]string{d.Value}, d.Alternatives...) {
		if value != "" && !isoDate(value, d.Precision) {
			v.fail("%s: %q is no ISO 8601 date of precision %q", where, value, d.Precision)
		}
	}
}

func (v *validator) links() {
	a := v.a
	if a.TitleSpan != nil {
		v.reads("title", string(a.Title), []Span{*a.TitleSpan})
	}
	if a.DeckSpan != nil {
		v.reads("deck", string(a.Deck), []Span{*a.DeckSpan})
	}
	for _, au := range a.Authors {
		if au.Span != nil {
			v.reads("author", au.Name, []Span{*au.Span})
		}
	}
	v.date("published", a.Published)
	v.date("updated", a.Updated)
	for _, l := range a.Links {
		v.reads("link", l.Text, []Span{l.Span})
		if l.Kind != LinkInline && l.Kind != LinkRelated {
			v.fail("link %q: unknown kind %q", l.Text, l.Kind)
		}
	}
}

func (v *validator) actors() {
	for i := range v.a.Actors {
		x := &v.a.Actors[i]
		where := "actor " + x.ID
		if len(x.Mentions) == 0 {
			v.fail("%s has no mention", where)
		}
		if x.Name == "" {
			v.fail("%s has no name", where)
		}
		if !actorKinds[x.Kind] {
			v.fail("%s: unknown kind %q", where, x.Kind)
		}
		if n := len(x.Country); n != 0 && n != 2 {
			v.fail("%s: country %q is not an ISO 3166-1 alpha-2 code", where, x.Country)
		}
		if !genders[x.Gender] {
			v.fail("%s: unknown gender %q", where, x.Gender)
		}
		for _, m := range x.Mentions {
			v.reads(where+" mention", m.Text, []Span{m.Span})
			v.outside(where, m.Span)
			if !mentionTypes[m.Type] {
				v.fail("%s: unknown mention type %q", where, m.Type)
			}
			if m.Rule == "" {
				v.fail("%s: a mention names no rule", where)
			}
		}
		for _, r := range x.Roles {
			v.resolve(r.Organization, "actor", where+" role")
			if !statuses[r.Status] {
				v.fail("%s: unknown role status %q", where, r.Status)
			}
		}
		for _, f := range x.Functions {
			if !functions[f] {
				v.fail("%s: unknown function %q", where, f)
			}
		}
	}
}

// outside reports a span in a block from which nothing may be read.
func (v *validator) outside(where string, s Span) {
	for _, m := range v.mined {
		if m.Overlaps(s) {
			v.fail("%s: words %d-%d stand in a related or boilerplate block", where, s.Start, s.End)
			return
		}
	}
}

// inBlockquote reports a span of a block quotation: its form says that it is one.
func (v *validator) inBlockquote(s Span) bool {
	for i := range v.a.Blocks {
		if b := &v.a.Blocks[i]; b.Kind == BlockBlockquote && b.Span.Contains(s) {
			return true
		}
	}
	return false
}

func (v *validator) quotes() {
	last := -1
	for i := range v.a.Quotes {
		q := &v.a.Quotes[i]
		where := "quote " + q.ID
		if len(q.Spans) == 0 {
			v.fail("%s has no words", where)
			continue
		}
		v.reads(where, q.Text, q.Spans)
		if machineID(q.ID, 'q') {
			if q.Spans[0].Start < last {
				v.fail("%s stands before the quote before it", where)
			}
			last = q.Spans[0].Start
		}
		if q.Kind != QuoteDirect && q.Kind != QuoteMixed && q.Kind != QuoteIndirect {
			v.fail("%s: unknown kind %q", where, q.Kind)
		}
		for _, s := range q.Spans {
			v.outside(where, s)
			if q.Kind == QuoteDirect && !inMarks(v.a.Text, s) && !v.inBlockquote(s) {
				v.fail("%s: %.40q is not inside quotation marks", where, s.In(v.a.Text))
			}
		}
		v.ref(where+" speaker", q.Speaker)
		v.ref(where+" via", q.Via)
		v.ref(where+" addressee", q.Addressee)
		v.cue(where, q.Cue)
		v.date(where+" said", q.Said)
		v.resolve(Opt(q.Block), "block", where)
		v.drawn(where, q.Rule, q.Confidence)
	}
}

func (v *validator) positions() {
	last := -1
	for i := range v.a.Positions {
		p := &v.a.Positions[i]
		where := "position " + p.ID
		v.ref(where+" holder", p.Holder)
		v.ref(where+" addressee", p.Addressee)
		v.ref(where+" via", p.Via)
		v.resolve(p.Speaker, "actor", where+" speaker")
		v.cue(where, p.Cue)
		v.words(where+" statement", &p.Statement)
		v.words(where+" hedge", p.Hedge)
		v.words(where+" condition", p.Condition)
		v.date(where+" said", p.Said)
		v.target(where, p)
		if !stances[p.Stance] {
			v.fail("%s: unknown stance %q", where, p.Stance)
		} else if p.Polarity != p.Stance.Polarity() {
			v.fail("%s: polarity %d does not belong to %s", where, p.Polarity, p.Stance)
		}
		if p.Holder == nil || p.Holder.Actor == "" {
			if (p.Holder == nil || p.Holder.Text == "") && p.Target.Type != TargetUnspecified {
				v.fail("%s has neither a holder nor the words for one", where)
			}
		}
		if p.Review != nil && !reviews[p.Review.Status] {
			v.fail("%s: unknown review status %q", where, p.Review.Status)
		}
		for _, s := range p.Statement.Spans {
			v.outside(where, s)
		}
		if len(p.Statement.Spans) > 0 && machineID(p.ID, 'p') {
			if p.Statement.Spans[0].Start < last {
				v.fail("%s stands before the position before it", where)
			}
			last = p.Statement.Spans[0].Start
		}
		for _, q := range p.Quotes {
			v.resolve(Opt(q), "quote", where)
		}
		v.drawn(where, p.Rule, p.Confidence)
	}
}

func (v *validator) target(where string, p *Position) {
	t := &p.Target
	v.reads(where+" target", t.Text, t.Spans)
	v.resolve(t.Actor, "actor", where+" target")
	if !targetTypes[t.Type] {
		v.fail("%s: unknown target type %q", where, t.Type)
	}
	if t.Actor != "" && t.Type != TargetActor {
		v.fail("%s: target type %s names an actor", where, t.Type)
	}
}

func (v *validator) drawn(where, rule string, confidence float64) {
	if rule == "" {
		v.fail("%s names no rule", where)
	}
	if !(confidence >= 0 && confidence <= 1) {
		v.fail("%s: confidence %v is not in 0 to 1", where, confidence)
	}
}

func (v *validator) notes() {
	for _, n := range v.a.Notes {
		if !noteCodes[n.Code] {
			v.fail("unknown note code %q", n.Code)
		}
		if n.Severity != Info && n.Severity != Warning {
			v.fail("note %s: unknown severity %q", n.Code, n.Severity)
		}
	}
}

// machineID reports whether id is one the program gives: a letter and digits.
func machineID(id string, letter byte) bool {
	if len(id) < 2 || id[0] != letter {
		return false
	}
	return strings.Trim(id[1:], "0123456789") == ""
}
