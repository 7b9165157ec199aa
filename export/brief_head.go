package export

import (
	"net/url"
	"strconv"
	"strings"

	"dossier/article"
	"dossier/formats/pdf"
)

// drawHead draws the band, the kicker line, the title and the deck.
func (b *brief) drawHead() {
	b.drawBand(b.l.get("kicker"), b.dateLine(), b.title)
	deck := oneLine(string(b.v.Deck))
	style := b.along(fontDeck, deck)
	for _, l := range b.doc.Lines(style, deck, b.width(), 3) {
		b.y += 5.2
		b.page.Line(b.left(), b.width(), b.y, style, l)
	}
	b.y += 4.4
}

// drawBand draws the top of page 1: what it is, of when, and its title.
func (b *layout) drawBand(kicker, right, title string) {
	b.page.Fill(0, 0, b.doc.Width, 3, inkNavy)
	b.page.Bookmark(0, title, 0)
	const kickerY = 17.3
	b.page.Text(b.left(), kickerY, fontKicker, kicker)
	b.page.TextRight(b.right(), kickerY, fontNote, b.doc.Fit(fontNote, right, b.width()-50))
	b.y = kickerY + 1.7
	b.drawTitle(title)
}

// titleSizes are tried in turn: the first that needs no more lines than allowed
// is taken.
var titleSizes = []struct {
	size, pitch float64
	lines       int
}{{19.5, 8.3, 3}, {17, 7.3, 3}, {14, 6.1, 4}, {12, 5.3, 6}}

// drawTitle leaves y where the deck's first line is a pitch below.
func (b *layout) drawTitle(title string) {
	for i, t := range titleSizes {
		style := b.along(fontTitle(t.size), title)
		if i < len(titleSizes)-1 && len(b.doc.Wrap(style, title, b.width())) > t.lines {
			continue
		}
		for _, l := range b.doc.Lines(style, title, b.width(), t.lines) {
			b.y += t.pitch
			b.page.Line(b.left(), b.width(), b.y, style, l)
		}
		b.y += 2.6
		return
	}
}

// dateLine is the date, language and outlet at the top right.
func (b *brief) dateLine() string {
	var parts []string
	if d := b.v.Published; d != nil {
		parts = append(parts, b.l.dateText("date.long", d))
	}
	if tag := b.v.Language.Tag; tag != "" {
		parts = append(parts, b.l.tongue(tag))
	}
	if o := outlet(b.v.Article); o != "" {
		parts = append(parts, o)
	}
	return strings.Join(parts, "  ·  ")
}

// outlet is the host of the article's address, else its publisher.
func outlet(a *article.Article) string {
	if h := host(string(a.Source.URL)); h != "" {
		return h
	}
	return oneLine(string(a.Source.Publisher))
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// fact is one cell of the key facts.
type fact struct{ label, value, url string }

// facts are the eight cells, row by row; the first is the source.
func (b *brief) facts(source string) []fact {
	a := b.v.Article
	words, paragraphs := length(a)
	named, speaking := 0, 0
	said := statementsOf(a)
	for _, x := range actorsOf(a) {
		if x.Named {
			named++
		}
		if said[x.ID] > 0 {
			speaking++
		}
	}
	direct := directQuotes(a)
	n := strconv.Itoa
	count := func(total int, words string) string {
		if total == 0 {
			return b.l.get("none")
		}
		return words
	}
	return []fact{
		{"source", source, string(a.Source.URL)},
		{"published", b.publishedText(), ""},
		{"length", b.l.get("length.value", "words", n(words), "paragraphs", n(paragraphs)), ""},
		{"language", b.languageText(), ""},
		{"actors", count(len(actorsOf(a)), b.l.get("actors.value", "named", n(named), "speaking", n(speaking))), ""},
		{"quotes", count(len(a.Quotes)+b.unread, b.l.get("quotes.value", "direct", n(direct), "indirect", n(len(a.Quotes)-direct+b.unread))), ""},
		{"positions", count(len(a.Positions), b.positionsText()), ""},
		{"review", b.l.reviewText(toReview(a)), ""},
	}
}

// length counts the words and the paragraphs of a's body.
func length(a *article.Article) (words, paragraphs int) {
	for i := range a.Blocks {
		if a.Blocks[i].Ordinal != nil {
			paragraphs++
			words += wordCount(a.Blocks[i].Span.In(a.Text))
		}
	}
	return words, paragraphs
}

// directQuotes counts the quotations with words of the speaker.
func directQuotes(a *article.Article) int {
	n := 0
	for i := range a.Quotes {
		if a.Quotes[i].Kind != article.QuoteIndirect {
			n++
		}
	}
	return n
}

func (b *brief) sourceName() string {
	s := b.v.Source
	name, h := oneLine(string(s.Publisher)), host(string(s.URL))
	both := name + " (" + h + ")"
	switch {
	case name != "" && h != "" && !strings.EqualFold(name, h) && b.doc.Measure(fontValue, both) < 39:
		return both
	case name != "":
		return name
	case h != "":
		return h
	}
	return oneLine(s.Name)
}

func (b *brief) publishedText() string {
	d := b.v.Published
	if d == nil {
		return b.l.get("unknown")
	}
	s := b.l.dateText("date.short", d)
	if c := clock(d); c != "" {
		s += ", " + c
	}
	if o := b.l.dateOrder(d); o != "" {
		s += " (" + o + ")"
	}
	return s
}

func (b *brief) languageText() string {
	tag := b.v.Language.Tag
	name := b.l.tongue(tag)
	switch {
	case tag == "":
		return b.l.get("unknown")
	case name == tag:
		return tag
	}
	return name + " (" + tag + ")"
}

func (b *brief) positionsText() string {
	n := 0
	for _, c := range b.m.Columns {
		n += c.Positions
	}
	n += len(b.m.Left)
	return b.l.positionsOn(n, len(b.m.Columns))
}

// positionsOn says how many positions there are on how many matters.
func (l labelSet) positionsOn(positions, matters int) string {
	return l.counted("positions.value", matters, "positions", strconv.Itoa(positions), "issues", strconv.Itoa(matters))
}

// toReview counts what the reader should not take on trust.
func toReview(a *article.Article) int {
	n := 0
	for i := range a.Quotes {
		if a.Quotes[i].Confidence < lowConfidence {
			n++
		}
	}
	for i := range a.Positions {
		if a.Positions[i].Confidence < lowConfidence {
			n++
		}
	}
	return n
}

func (l labelSet) reviewText(n int) string {
	if n == 0 {
		return l.get("review.none")
	}
	return l.counted("review.value", n)
}

// drawFacts draws the key facts and below them what the reader must know of the
// text as a whole.
func (b *brief) drawFacts() {
	b.drawFactBox(b.facts(b.sourceName()))
	b.drawWarnings()
}

func (b *layout) drawFactBox(facts []fact) {
	const height, columns, inset = 25.0, 4, 6.0
	b.page.Fill(b.left(), b.y, b.width(), height, pdf.Hex(colorTint))
	b.page.Fill(b.left(), b.y, 1.1, height, inkNavy)
	pitch := (b.width() - inset + 1.5) / columns
	for i, f := range facts {
		x := b.left() + inset + pitch*float64(i%columns)
		y := b.y + 5.5 + 11.1*float64(i/columns)
		b.page.Text(x, y, fontLabel, b.l.get(f.label))
		b.drawFact(x, y, pitch-2.5, f)
	}
	b.y += height
}

// drawFact draws the value below its label: smaller where it is long, and in two
// lines where that is not enough.
func (b *layout) drawFact(x, y, width float64, f fact) {
	style := fontValue
	for _, size := range []float64{8.2, 7.5} {
		if b.doc.Measure(style, f.value) > width {
			style.Size = size
		}
	}
	lines := b.doc.Lines(style, f.value, width, 2)
	at := y + 4.7
	if len(lines) > 1 {
		at -= 0.9
	}
	for _, l := range lines {
		b.page.Text(x, at, style, l)
		if f.url != "" {
			b.page.URL(x, at-3.7, b.doc.Measure(style, l), 5, f.url)
		}
		at += 3.2
	}
}

// drawWarnings lists under the facts what a reader of page 1 must know.
func (b *brief) drawWarnings() {
	var list []string
	if n := b.doc.Shapeless(b.v.Text); n > 0 {
		list = append(list, b.l.counted("note.shapes", n))
	}
	for _, n := range b.v.Notes {
		if n.Severity == article.Warning && n.Code != article.NoteGlyphMissing {
			list = append(list, capitalized(b.noteWords(n)))
		}
	}
	b.drawNotes(list)
}

// noteWords is what a note says: its message, which is English, or in another
// language the sense of its code.
func (b *brief) noteWords(n article.Note) string {
	if b.l == 0 {
		return oneLine(n.Message)
	}
	words := ""
	if n.Span != nil {
		words = oneLine(n.Span.In(b.v.Text))
	}
	return b.l.get("note."+string(n.Code), "words", words)
}

// drawNotes draws remarks in small type.
func (b *layout) drawNotes(list []string) {
	if len(list) == 0 {
		return
	}
	b.y += 1.2
	for _, l := range b.doc.Lines(fontLabel, strings.Join(list, "  ·  "), b.width(), 3) {
		b.y += 3.5
		b.page.Text(b.left(), b.y, fontLabel, l)
	}
}
