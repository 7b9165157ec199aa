package export

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"dossier/article"
)

// maxItems is how many quotes of an article have a number of their own; see
// quotes.quote_no.
const maxItems = 1 << 24

// childTables are those whose rows belong to an article.
var childTables = []string{"position_quotes", "spans", "positions", "quotes", "roles", "mentions", "actors", "notes", "blocks"}

// add writes an article in one transaction, in the place of what stood there under
// its key. One that stands there unchanged costs a look.
func (d *database) add(a *article.Article) error {
	if len(a.Quotes) >= maxItems {
		return fmt.Errorf("%d quotes are more than a database numbers", len(a.Quotes))
	}
	var line bytes.Buffer
	if err := a.EncodeLine(&line); err != nil {
		return err
	}
	sum := sha256.Sum256(line.Bytes())
	content := hex.EncodeToString(sum[:])
	id, source, member := stored(a.ID), stored(a.Source.Name), stored(string(a.Source.Member))
	n, old := d.copy(id+"\x00"+source+"\x00"+member, content)
	if old {
		return nil
	}
	return d.atomic(func() error {
		var number int64
		var was string
		err := d.get("SELECT article, content_sha256 FROM articles WHERE article_id=? AND source=? AND member=? AND copy=?",
			[]any{id, source, member, n}, &number, &was)
		switch {
		case err == nil && was == content:
			return nil
		case err == nil:
			err = d.replace(number)
		case errors.Is(err, sql.ErrNoRows):
			err = d.get("SELECT coalesce(max(article), 0) + 1 FROM articles", nil, &number)
		}
		if err != nil {
			return err
		}
		r := rowWriter{database: d, view: newView(a), article: number}
		return errors.Join(r.all(n, content), d.index(number, was == ""))
	})
}

// replace takes out what belongs to an article. The article's own row stays until
// another takes its place, and what refers to its quotes and actors is only asked
// about when they are back: somebody may have tables of their own beside ours.
func (d *database) replace(number int64) error {
	if err := d.exec("PRAGMA defer_foreign_keys=ON"); err != nil {
		return err
	}
	for _, table := range childTables {
		if err := d.exec("DELETE FROM "+table+" WHERE article=?", number); err != nil {
			return err
		}
	}
	return nil
}

// index enters an article into the full-text search: its quotes, and itself if it
// is new. Of one that was there before triggers have entered the text.
func (d *database) index(number int64, fresh bool) error {
	if fresh {
		if err := d.exec("INSERT INTO articles_text (rowid, title, deck, text) SELECT article, title, deck, text FROM articles WHERE article=?", number); err != nil {
			return err
		}
	}
	return d.exec("INSERT INTO quotes_text (rowid, quote, speaker) SELECT quote_no, quote, speaker FROM quotes WHERE article=?", number)
}

// rowWriter writes the rows of one article. The first error stays.
type rowWriter struct {
	*database
	*view
	article int64
	err     error
}

// put writes a row that begins with the article's number.
func (r *rowWriter) put(table string, values ...any) {
	if r.err == nil {
		r.err = r.insert(table, append([]any{r.article}, values...)...)
	}
}

func (r *rowWriter) all(copy int, content string) error {
	r.articleRow(copy, content)
	for i := range r.Blocks {
		r.block(&r.Blocks[i])
	}
	quotes, positions := map[string]int{}, map[string]int{}
	for i := range r.Quotes {
		quotes[refID(r.Quotes[i].Speaker)]++
	}
	for i := range r.Positions {
		positions[refID(r.Positions[i].Holder)]++
	}
	for i := range r.Actors {
		x := &r.Actors[i]
		r.actor(x, quotes[x.ID], positions[x.ID])
	}
	for i := range r.Actors { // a role may be of a body that comes later
		r.roles(&r.Actors[i])
	}
	for i := range r.Quotes {
		r.quote(i, &r.Quotes[i])
	}
	for i := range r.Positions {
		r.position(&r.Positions[i])
	}
	for i, n := range r.Notes {
		from, to := r.place(n.Span)
		r.put("notes", i+1, string(n.Code), string(n.Severity), stored(n.Message), from, to)
	}
	return r.err
}

func (r *rowWriter) articleRow(copy int, content string) {
	a := r.Article
	r.put("articles", stored(a.ID), stored(a.Source.Name), stored(string(a.Source.Member)), copy,
		null(string(a.Title)), null(string(a.Deck)), null(strings.Join(r.authors(), "; ")),
		day(a.Published), day(a.Updated), null(articleRecord{r.view}.dateline()), null(string(a.Source.Publisher)), null(string(a.Source.URL)),
		stored(a.Language.Tag), stored(a.Source.Format), null(a.Source.MediaType), null(a.Source.Encoding), a.Source.Bytes,
		stored(a.Source.SHA256), stored(a.Text), textSum(a), content)
}

func (r *rowWriter) block(b *article.Block) {
	var ordinal any
	if b.Ordinal != nil {
		ordinal = *b.Ordinal
	}
	r.put("blocks", stored(b.ID), string(b.Kind), ordinal, b.Line, b.EndLine, r.point(b.Span.Start), r.point(b.Span.End), b.Raw.Start, b.Raw.End)
}

func (r *rowWriter) actor(x *article.Actor, quotes, positions int) {
	r.put("actors", stored(x.ID), nil, null(string(x.ExternalID)), stored(x.Name), string(x.Kind), x.Named, x.Collective,
		null(string(x.Country)), null(string(x.Gender)), null(strings.Join(x.Aliases, "; ")), null(roleTitle(x)), null(r.affiliation(x)),
		null(strings.Join(x.Functions, ", ")), len(x.Mentions), quotes, positions, null(r.NoteOn(x.ID)))
	for i := range x.Mentions {
		m := &x.Mentions[i]
		at := []article.Span{m.Span}
		first, _ := r.lines(at)
		r.put("mentions", stored(x.ID), i+1, stored(m.Text), string(m.Type), stored(m.Rule),
			some(r.paragraph(at)), some(first), r.point(m.Span.Start), r.point(m.Span.End))
	}
}

func (r *rowWriter) roles(x *article.Actor) {
	for i := range x.Roles {
		o := &x.Roles[i]
		var ordinal, line, from, to any
		if o.Span.End > o.Span.Start {
			at := []article.Span{o.Span}
			first, _ := r.lines(at)
			ordinal, line, from, to = some(r.paragraph(at)), some(first), r.point(o.Span.Start), r.point(o.Span.End)
		}
		r.put("roles", stored(x.ID), i+1, stored(o.Title), null(string(o.Organization)), null(r.name(o.Organization)), o.Status,
			ordinal, line, from, to)
	}
}

func (r *rowWriter) quote(i int, q *article.Quote) {
	text, lemma := cueAndLemma(q.Cue)
	speaker := r.refActor(q.Speaker)
	first, last := r.lines(q.Spans)
	from, to := r.ends(q.Spans)
	if r.err == nil {
		r.err = r.insert("quotes", r.article*maxItems+int64(i), r.article, stored(q.ID), stored(q.Text),
			null(r.refName(q.Speaker)), null(refID(q.Speaker)), null(roleTitle(speaker)), null(r.affiliation(speaker)), text, lemma,
			string(q.Kind), null(r.refName(q.Via)), null(refID(q.Via)), null(r.refName(q.Addressee)), null(refID(q.Addressee)), day(q.Said),
			some(r.paragraph(q.Spans)), some(first), some(last), from, to,
			share(q.Confidence).round(), stored(q.Rule), null(r.VerdictOn(q.ID)), null(r.NoteOn(q.ID)))
	}
	r.spans(q.ID, "quote", q.Spans)
	r.ref(q.ID, "speaker", q.Speaker)
	r.ref(q.ID, "via", q.Via)
	r.ref(q.ID, "addressee", q.Addressee)
	r.cue(q.ID, q.Cue)
}

func (r *rowWriter) position(p *article.Position) {
	text, lemma := cueAndLemma(p.Cue)
	at := p.Statement.Spans
	first, last := r.lines(at)
	from, to := r.ends(at)
	rec := positionRecord{r.view, p}
	r.put("positions", stored(p.ID), null(r.refName(p.Holder)), null(refID(p.Holder)), null(r.name(p.Speaker)), null(string(p.Speaker)),
		string(p.Stance), p.Polarity, null(r.targetName(p)), null(string(p.Target.Actor)), string(p.Target.Type), null(string(p.Issue)),
		stored(p.Statement.Text), text, lemma, p.Negated, null(words(p.Hedge).text), null(words(p.Condition).text),
		null(r.refName(p.Addressee)), null(refID(p.Addressee)), null(r.refName(p.Via)), null(refID(p.Via)), day(p.Said),
		some(r.paragraph(at)), some(first), some(last), from, to,
		share(p.Confidence).round(), stored(p.Rule), null(rec.verdict()), null(rec.note()))
	for _, q := range p.Quotes {
		r.put("position_quotes", stored(p.ID), stored(q))
	}
	r.spans(p.ID, "statement", at)
	r.spans(p.ID, "target", p.Target.Spans)
	r.ref(p.ID, "holder", p.Holder)
	r.ref(p.ID, "via", p.Via)
	r.ref(p.ID, "addressee", p.Addressee)
	r.cue(p.ID, p.Cue)
	r.words(p.ID, "hedge", p.Hedge)
	r.words(p.ID, "condition", p.Condition)
}

// spans writes the evidence of one part of an item.
func (r *rowWriter) spans(item, part string, spans []article.Span) {
	for i := range spans {
		first, last := r.lines(spans[i : i+1])
		r.put("spans", stored(item), part, i+1, some(first), some(last), r.point(spans[i].Start), r.point(spans[i].End))
	}
}

func (r *rowWriter) ref(item, part string, ref *article.Ref) {
	if ref != nil {
		r.spans(item, part, ref.Spans)
	}
}

func (r *rowWriter) words(item, part string, w *article.Words) {
	if w != nil {
		r.spans(item, part, w.Spans)
	}
}

func (r *rowWriter) cue(item string, c *article.Cue) {
	if c != nil {
		r.spans(item, "cue", c.Spans)
	}
}

// ends are the code points between which the spans lie, or nothing.
func (r *rowWriter) ends(spans []article.Span) (from, to any) {
	if len(spans) == 0 {
		return nil, nil
	}
	return r.point(spans[0].Start), r.point(spans[len(spans)-1].End)
}

// place is a span in code points, or nothing.
func (r *rowWriter) place(s *article.Span) (from, to any) {
	if s == nil {
		return nil, nil
	}
	return r.point(s.Start), r.point(s.End)
}

func cueAndLemma(c *article.Cue) (words, lemma any) {
	if c == nil {
		return nil, nil
	}
	return null(oneLine(c.Text)), null(c.Lemma)
}

// stored is a string as the database takes it. A zero character would end it for
// many functions of SQL; what stands in its place has the same length.
func stored(s string) string {
	if strings.IndexByte(s, 0) < 0 {
		return s
	}
	return strings.ReplaceAll(s, "\x00", "\uFFFD")
}

// null is s, or NULL for "".
func null(s string) any {
	if s == "" {
		return nil
	}
	return stored(s)
}

// some is n, or NULL for 0, where 0 means that there is none.
func some(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func day(d *article.Date) any {
	if d == nil {
		return nil
	}
	return null(d.Value)
}
