package export

import (
	"fmt"
	"io"
	"strings"

	"dossier/article"
)

// Show is the article as a reader of a terminal wants it: the text with its
// quotes and actors marked, then who said what and who stands where.
var Show = register(Format{
	Name: "show", Suffix: ".show.txt", MediaType: "text/plain", Gathers: true, Terminal: true,
	About: "the article in the terminal, quotes and actors marked",
	Open:  func(w io.Writer, opts Options) Writer { return &terminalWriter{w: w, opts: opts, render: show} },
})

// terminalWriter renders articles one below the other.
type terminalWriter struct {
	w      io.Writer
	opts   Options
	render func(*terminal, *view)
	n      int
}

func (o *terminalWriter) Add(a *article.Article) error {
	t := newTerminal(o.opts)
	if o.n++; o.n > 1 {
		t.line()
		t.line(piece{strings.Repeat("─", t.width), ansiMuted})
		t.line()
	}
	o.render(t, newView(a))
	_, err := t.buf.WriteTo(o.w)
	return err
}

func (o *terminalWriter) Close() error { return nil }

func show(t *terminal, v *view) {
	if upheld := v.Upheld(); upheld != v.Article {
		v = newView(upheld)
	}
	showHead(t, v)
	showText(t, v)
	showQuotes(t, v)
	showPositions(t, v)
	showActors(t, v)
	showNotes(t, v)
}

func showHead(t *terminal, v *view) {
	title := []piece{{safe(oneLine(string(v.Title))), ansiHead}}
	switch {
	case v.Title == "":
		title = []piece{{"(no title)", ansiHead}}
	case v.TitleSpan != nil:
		title = withStyle(pieces(v.Text, *v.TitleSpan, marksOf(v.Article), t.color), ansiHead)
	}
	t.wrap(piece{}, title...)
	if v.Deck != "" {
		t.wrap(piece{}, piece{text: safe(string(v.Deck))})
	}
	t.wrap(piece{}, piece{safe(strings.Join(metaLine(v), "\u00a0· ")), ansiMuted})
}

// metaLine is what is known of the article, in the order of interest.
func metaLine(v *view) []string {
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, oneLine(s))
		}
	}
	if d := v.Published; d != nil {
		if len(d.Alternatives) > 0 {
			add(d.Value + " (or " + strings.Join(d.Alternatives, ", ") + ")")
		} else {
			add(d.Value)
		}
	}
	var names []string
	for _, a := range v.Authors {
		names = append(names, a.Name)
	}
	add(strings.Join(names, ", "))
	add(string(v.Source.Publisher))
	add(languageName(v.Language.Tag))
	add(v.Source.Name)
	add(v.ID)
	return parts
}

// showText is the text with ¶ numbers in the gutter. Title and deck stand in
// the head already.
func showText(t *terminal, v *view) {
	marks := marksOf(v.Article)
	for i := range v.Blocks {
		b := &v.Blocks[i]
		if b.Kind == article.BlockTitle || b.Kind == article.BlockDeck {
			continue
		}
		t.line()
		if b.Kind == article.BlockRule {
			t.line(piece{"     ———", ansiMuted})
			continue
		}
		gutter := "     "
		if b.Ordinal != nil {
			gutter = pad(fmt.Sprintf("¶%d", *b.Ordinal), 4) + " "
		}
		for _, s := range rowsOf(v.Text, b) {
			t.wrap(piece{gutter, ansiMuted}, showBlock(t, v, b, s, marks)...)
			gutter = "     "
		}
	}
}

// rowsOf cuts blocks whose line ends mean something into their lines.
func rowsOf(text string, b *article.Block) []article.Span {
	if b.Kind != article.BlockTable && b.Kind != article.BlockPreformatted {
		return []article.Span{b.Span}
	}
	var rows []article.Span
	at := b.Span.Start
	for row := range strings.Lines(b.Span.In(text)) {
		rows = append(rows, article.Span{Start: at, End: at + len(strings.TrimSuffix(row, "\n"))})
		at += len(row)
	}
	return rows
}

// showBlock is a stretch of a block with its marks.
func showBlock(t *terminal, v *view, b *article.Block, s article.Span, marks []mark) []piece {
	switch {
	case quiet(b.Kind):
		return []piece{{safe(s.In(v.Text)), ansiMuted}}
	case b.Kind == article.BlockHeading:
		return withStyle(pieces(v.Text, s, marks, t.color), ansiHead)
	}
	return pieces(v.Text, s, marks, t.color)
}

// quiet reports whether blocks of the kind are not the article's own words.
func quiet(k article.BlockKind) bool {
	switch k {
	case article.BlockRelated, article.BlockBoilerplate, article.BlockByline, article.BlockDate:
		return true
	}
	return false
}

// withStyle gives s to pieces that have no style.
func withStyle(pieces []piece, s style) []piece {
	for i := range pieces {
		if pieces[i].style == "" {
			pieces[i].style = s
		}
	}
	return pieces
}

func showSection(t *terminal, name string, n int) {
	t.line()
	t.line(piece{fmt.Sprintf("%s (%d)", name, n), ansiHead})
}

func showQuotes(t *terminal, v *view) {
	showSection(t, "Quotes", len(v.Quotes))
	for i := range v.Quotes {
		q := &v.Quotes[i]
		t.wrap(piece{pad(label(q.ID), 4) + " ", ansiTag}, attribution(v, q)...)
		t.wrap(piece{text: "     "}, piece{safe(inMarks(q)), ansiQuote})
	}
}

// inMarks is the text of q as it is cited: in quotation marks where it is
// verbatim.
func inMarks(q *article.Quote) string {
	if q.Kind == article.QuoteIndirect {
		return q.Text
	}
	return "“" + q.Text + "”"
}

// attribution is who said q, how, through whom, and where it stands.
func attribution(v *view, q *article.Quote) []piece {
	speaker := piece{"nobody named", ansiCaution}
	if q.Speaker != nil {
		speaker = piece{safe(v.refName(q.Speaker)), ansiActor}
		if q.Speaker.Actor == "" {
			speaker.style = ""
		}
	}
	out := []piece{speaker}
	for _, part := range []string{
		cueWords(q.Cue).text, prefixed("via ", v.refName(q.Via)), prefixed("to ", v.refName(q.Addressee)),
		string(q.Kind), v.place(q.Spans),
	} {
		if part != "" {
			out = append(out, piece{text: "\u00a0· " + safe(part)})
		}
	}
	return append(out, piece{text: "\u00a0· "}, confidence(q.Confidence))
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// place is "¶8 line 17–20".
func (v *view) place(spans []article.Span) string {
	var out string
	if p := v.paragraph(spans); p > 0 {
		out = fmt.Sprintf("¶%d ", p)
	}
	switch first, last := v.lines(spans); {
	case first == 0:
		return strings.TrimSpace(out)
	case first == last:
		return out + fmt.Sprintf("line %d", first)
	default:
		return out + fmt.Sprintf("line %d–%d", first, last)
	}
}

func confidence(c float64) piece {
	p := piece{text: fmt.Sprintf("%.2f", c)}
	if c < lowConfidence {
		p.style = ansiCaution
	}
	return p
}

func showPositions(t *terminal, v *view) {
	showSection(t, "Positions", len(v.Positions))
	for i := range v.Positions {
		p := &v.Positions[i]
		t.wrap(piece{pad(label(p.ID), 4) + " ", ansiTag}, stand(v, p)...)
		if p.Statement.Text != "" {
			t.wrap(piece{text: "     "}, piece{safe(p.Statement.Text), ansiMuted})
		}
	}
}

// stand is who stands how towards whom, by which words.
func stand(v *view, p *article.Position) []piece {
	holder := piece{"nobody named", ansiCaution}
	if p.Holder != nil && v.refName(p.Holder) != "" {
		holder = piece{safe(v.refName(p.Holder)), ansiActor}
	}
	s := signOf(p)
	out := []piece{holder, {text: " "}, {string(s) + "\u00a0" + stanceName(p.Stance), signStyle(s)}}
	if target := v.targetName(p); target != "" {
		out = append(out, piece{text: " → "}, piece{safe(target), ansiActor})
	}
	for _, part := range []string{
		issueBeside(v, p), prefixed("through ", v.name(p.Speaker)), prefixed("via ", v.refName(p.Via)),
		words(p.Condition).text, strings.Join(labels(p.Quotes), " "), v.place(p.Statement.Spans),
	} {
		if part != "" {
			out = append(out, piece{text: "\u00a0· " + safe(part)})
		}
	}
	return append(out, piece{text: "\u00a0· "}, confidence(p.Confidence))
}

// targetName is whom or what p is about: the actor, the words, or the issue.
func (v *view) targetName(p *article.Position) string {
	if n := v.name(p.Target.Actor); n != "" {
		return n
	}
	if p.Target.Text != "" {
		return oneLine(p.Target.Text)
	}
	return oneLine(string(p.Issue))
}

// issueBeside is the issue where the target does not say it already.
func issueBeside(v *view, p *article.Position) string {
	if p.Issue == "" || oneLine(string(p.Issue)) == v.targetName(p) {
		return ""
	}
	return "on " + oneLine(string(p.Issue))
}

// stanceName is a stance as people read it: "call for".
func stanceName(s article.Stance) string { return spaced(string(s)) }

// spaced is a value of a closed set as people read it.
func spaced(s string) string { return strings.ReplaceAll(s, "_", " ") }

func signStyle(s sign) style {
	switch s {
	case signSupports:
		return ansiGood
	case signOpposes:
		return ansiBad
	case signConditional, signMixed:
		return ansiCaution
	}
	return ""
}

func labels(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = label(id)
	}
	return out
}

// showActors lists actors; places are no actors to a reader.
func showActors(t *terminal, v *view) {
	list := actorsOf(v.Article)
	showSection(t, "Actors", len(list))
	for _, x := range list {
		out := []piece{{safe(oneLine(x.Name)), ansiActor}}
		for _, part := range []string{
			spaced(string(x.Kind)), roleTitle(x), v.affiliation(x),
			fmt.Sprintf("%d×", len(x.Mentions)), strings.Join(x.Functions, ", "),
		} {
			if part != "" {
				out = append(out, piece{text: "\u00a0· " + safe(part)})
			}
		}
		t.wrap(piece{pad(x.ID, 4) + " ", ansiTag}, out...)
	}
}

// actorsOf lists the actors that exports show: all but places.
func actorsOf(a *article.Article) []*article.Actor {
	var list []*article.Actor
	for i := range a.Actors {
		if a.Actors[i].Kind != article.KindPlace {
			list = append(list, &a.Actors[i])
		}
	}
	return list
}

func showNotes(t *terminal, v *view) {
	if len(v.Notes) == 0 {
		return
	}
	showSection(t, "Notes", len(v.Notes))
	for _, n := range v.Notes {
		style := ansiMuted
		if n.Severity == article.Warning {
			style = ansiCaution
		}
		t.wrap(piece{text: "     "}, piece{string(n.Code), style}, piece{text: " " + safe(n.Message)})
	}
}
