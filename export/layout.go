package export

import (
	"fmt"
	"strings"

	"dossier/article"
	"dossier/formats/pdf"
)

// layout is where things stand in a document of pages: a brief, or a dossier of
// several articles. Lengths are millimetres; y is where the next thing may start.
type layout struct {
	doc   *pdf.Doc
	page  *pdf.Page
	y     float64
	l     labelSet
	depth int // of a section's bookmark
}

// The margins of a page, and where text may stand.
const (
	marginSide   = 20.0
	marginTop    = 24.0
	marginBottom = 20.0
)

func (b *layout) left() float64   { return marginSide }
func (b *layout) right() float64  { return b.doc.Width - marginSide }
func (b *layout) width() float64  { return b.right() - b.left() }
func (b *layout) bottom() float64 { return b.doc.Height - marginBottom }

// along is st for the lines of a paragraph, which may run from right to left.
func (b *layout) along(st pdf.Style, paragraph string) pdf.Style {
	st.Along = b.doc.Direction(paragraph)
	return st
}

func (b *layout) newPage() {
	b.page = b.doc.AddPage()
	b.y = marginTop
}

// atTop reports whether nothing stands on the page yet.
func (b *layout) atTop() bool { return b.y <= marginTop }

// need starts a new page where less than h is left on this one.
func (b *layout) need(h float64) bool {
	if b.y+h <= b.bottom() || b.atTop() {
		return false
	}
	b.newPage()
	return true
}

// together is how many of n rows must stand on one page from row i on: three or
// fewer stay whole, and of more no row stands alone at a page's foot or top.
func together(i, n int) int {
	switch {
	case n <= 3:
		return n - i
	case i == 0, i == n-2:
		return 2
	}
	return 1
}

// The parts of a section's head.
const (
	sectionGap  = 6.2 // above its rule
	sectionHead = 6.0 // from the rule to the baseline
)

// section draws the head of a section and leaves y on its baseline. Next is the
// height of what must stand on the same page.
func (b *layout) section(key, note string, next float64) {
	if !b.atTop() {
		b.y += sectionGap
	}
	b.need(sectionHead + next)
	if b.atTop() {
		b.y = marginTop - 0.9
	}
	title := b.l.get(key)
	b.page.Rule(b.left(), b.y, b.right(), b.y, 0.5, inkNavy)
	b.page.Bookmark(b.depth, title, b.y-4)
	b.y += sectionHead
	b.page.Text(b.left(), b.y, fontSection, title)
	if note != "" {
		b.page.TextRight(b.right(), b.y, fontNote, note)
	}
}

// hairline draws a thin rule over the measure at height y.
func (b *layout) hairline(y float64) {
	b.page.Rule(b.left(), y, b.right(), y, 0.15, pdf.Hex(colorHairline))
}

// drawFeet draws the running heads and the feet, when all pages are there.
// Title names what a page is about.
func (b *layout) drawFeet(kicker, id string, title func(page int) string) {
	pages := b.doc.Pages()
	foot := strings.Join([]string{b.l.get("foot"), id, b.l.get("foot.schema", "schema", article.SchemaID)}, "  ·  ")
	for i, p := range pages {
		if i > 0 {
			b.runningHead(p, kicker, title(i))
		}
		y := b.doc.Height - 13
		p.Rule(b.left(), y, b.right(), y, 0.15, pdf.Hex(colorHairline))
		p.Text(b.left(), y+4.6, fontLabel, b.doc.Fit(fontLabel, foot, b.width()-18))
		p.TextRight(b.right(), y+4.6, fontLabel, fmt.Sprintf("%d / %d", i+1, len(pages)))
	}
}

func (b *layout) runningHead(p *pdf.Page, kicker, title string) {
	const y = 13.4
	p.Text(b.left(), y, fontRunning, kicker)
	room := b.width() - b.doc.Measure(fontRunning, kicker) - 10
	p.TextRight(b.right(), y, fontLabel, b.doc.Fit(fontLabel, title, room))
	p.Rule(b.left(), y+2.7, b.right(), y+2.7, 0.15, pdf.Hex(colorHairline))
}

// reference places a link's words with their right end at x.
func (b *layout) reference(x, y float64, st pdf.Style, words, anchor string) {
	w := b.doc.Measure(st, words)
	b.page.Text(x-w, y, st, words)
	b.page.Link(x-w-0.5, y-3.2, w+1, 4.2, anchor)
}

// sayNone draws a line in place of a section's content.
func (b *layout) sayNone(key string) {
	b.y += 7
	b.page.Text(b.left(), b.y, fontPoint, b.l.get(key))
	b.y += 1
}

// subhead draws a smaller head inside a section, with a note at its right.
func (b *layout) subhead(key, note string, next float64) {
	b.y += 5
	b.need(8 + next)
	b.y += 3
	b.page.Text(b.left(), b.y, fontRowName, b.l.get(key))
	if note != "" {
		b.page.TextRight(b.right(), b.y, fontNote, note)
	}
	b.hairline(b.y + 1.8)
	b.y += 4
}

// drawLegend draws a chip a sign beside the section's title, from the right.
func (b *layout) drawLegend(mixed bool) {
	signs := []sign{signNeutral, signConditional, signOpposes, signSupports}
	if mixed {
		signs = append([]sign{signMixed}, signs...)
	}
	x := b.right()
	for _, s := range signs {
		st := pdf.Style{Face: pdf.SansSemiBold, Size: 7.5, Color: inkOf(s)}
		words := string(s) + " " + b.signWord(s)
		w := b.doc.Measure(st, words) + 4
		x -= w
		b.page.Fill(x, b.y-3.3, w, 4.4, groundOf(s))
		b.page.Text(x+2, b.y-0.1, st, words)
		x -= 2
	}
}

// signWord is how a sign reads in the language of the labels.
func (b *layout) signWord(s sign) string {
	switch s {
	case signSupports:
		return b.l.get("supports")
	case signOpposes:
		return b.l.get("opposes")
	case signConditional:
		return b.l.get("conditional")
	case signMixed:
		return b.l.get("mixed")
	}
	return b.l.get("neutral")
}

// smaller is st in a size in which the longest of the words fits into width, as
// far as it can still be read.
func (b *layout) smaller(st pdf.Style, words string, width float64) pdf.Style {
	for st.Size > 7 && b.widestWord(st, words) > width {
		st.Size -= 0.2
	}
	return st
}
