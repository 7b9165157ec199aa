package export

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"dossier/article"
	"dossier/formats/pdf"
)

// PDF is the brief: a few pages for a reader who decides. Page 1 stands alone
// (facts, main points, matrix, first quotation); then come the other quotations,
// actors and dates, and as an appendix the whole source text with line numbers.
var PDF = register(Format{
	Name:      "pdf",
	Suffix:    ".brief.pdf",
	MediaType: "application/pdf",
	About:     "brief: main points, positions, quotations, actors and the numbered source text",
	Binary:    true,
	Open: func(w io.Writer, opts Options) Writer {
		return whole{w, func(w io.Writer, a *article.Article) error { return writeBrief(w, a, opts) }}
	},
})

// brief is one brief under construction. Lengths are millimetres; y is where
// the next thing may start.
type brief struct {
	v      *view
	m      *matrix
	l      labelSet
	title  string
	doc    *pdf.Doc
	page   *pdf.Page
	y      float64
	source *sourceText
	signs  map[string]sign // of quotations, by id
	rest   *restOfMatrix   // nil: all of it is drawn
}

// The margins of a page, and where text may stand.
const (
	marginSide   = 20.0
	marginTop    = 24.0
	marginBottom = 20.0
)

func writeBrief(w io.Writer, a *article.Article, opts Options) error {
	b, err := newBrief(a, opts)
	if err != nil {
		return err
	}
	b.compose()
	var canonical bytes.Buffer
	if err := a.EncodeLine(&canonical); err != nil {
		return err
	}
	b.doc.Attachment = &pdf.Attachment{
		Name: "article.json", MediaType: "application/json",
		About: b.l.get("attached"), Content: canonical.Bytes(),
	}
	return b.doc.Write(w)
}

func newBrief(a *article.Article, opts Options) (*brief, error) {
	doc, err := pdf.New(opts.Paper, opts.Font)
	if err != nil {
		return nil, fmt.Errorf("brief: %w", err)
	}
	b := &brief{v: newView(a), m: newMatrix(a), l: labelsFor(opts.Labels), doc: doc}
	b.title = oneLine(opts.Title)
	if b.title == "" {
		b.title = oneLine(string(a.Title))
	}
	if b.title == "" {
		b.title = b.l.get("untitled")
	}
	b.signs = quoteSigns(a)
	doc.Info = pdf.Info{
		Title: b.title, Subject: b.l.get("subject"), Keywords: a.ID, Language: a.Language.Tag,
		Producer: article.GeneratorName + " " + article.GeneratorVersion, Date: briefEpoch,
	}
	if t, ok := dateOf(a.Published); ok {
		doc.Info.Date = t
	}
	return b, nil
}

// compose lays the brief out. The source text is wrapped first: everything else
// refers to its lines.
func (b *brief) compose() {
	b.source = newSourceText(b)
	b.newPage()
	b.drawHead()
	b.drawFacts()
	b.drawPoints()
	b.drawMatrix()
	b.drawQuotes()
	b.drawActors()
	b.drawTimeline()
	b.drawSource()
	b.drawFeet()
}

// quoteSigns gives each quotation the sign of the position it bears out.
func quoteSigns(a *article.Article) map[string]sign {
	signs := map[string]sign{}
	best := map[string]float64{}
	for i := range a.Positions {
		p := &a.Positions[i]
		for _, q := range p.Quotes {
			if w := weight(a, p); w > best[q] {
				best[q], signs[q] = w, signOf(p)
			}
		}
	}
	return signs
}

func (b *brief) left() float64   { return marginSide }
func (b *brief) right() float64  { return b.doc.Width - marginSide }
func (b *brief) width() float64  { return b.right() - b.left() }
func (b *brief) bottom() float64 { return b.doc.Height - marginBottom }

func (b *brief) newPage() {
	b.page = b.doc.AddPage()
	b.y = marginTop
}

// atTop reports whether nothing stands on the page yet.
func (b *brief) atTop() bool { return b.y <= marginTop }

// need starts a new page where less than h is left on this one.
func (b *brief) need(h float64) bool {
	if b.y+h <= b.bottom() || b.atTop() {
		return false
	}
	b.newPage()
	return true
}

// The parts of a section's head.
const (
	sectionGap  = 6.2 // above its rule
	sectionHead = 6.0 // from the rule to the baseline
)

// section draws the head of a section and leaves y on its baseline. Next is the
// height of what must stand on the same page.
func (b *brief) section(key, note string, next float64) {
	if !b.atTop() {
		b.y += sectionGap
	}
	b.need(sectionHead + next)
	if b.atTop() {
		b.y = marginTop - 0.9
	}
	title := b.l.get(key)
	b.page.Rule(b.left(), b.y, b.right(), b.y, 0.5, inkNavy)
	b.page.Bookmark(0, title, b.y-4)
	b.y += sectionHead
	b.page.Text(b.left(), b.y, fontSection, title)
	if note != "" {
		b.page.TextRight(b.right(), b.y, fontNote, note)
	}
}

// hairline draws a thin rule over the measure at height y.
func (b *brief) hairline(y float64) {
	b.page.Rule(b.left(), y, b.right(), y, 0.15, pdf.Hex(colorHairline))
}

// drawFeet draws the running heads and the feet, when all pages are there.
func (b *brief) drawFeet() {
	pages := b.doc.Pages()
	foot := strings.Join([]string{
		b.l.get("foot"),
		b.l.get("foot.id", "id", oneLine(b.v.ID)),
		b.l.get("foot.schema", "schema", article.SchemaID),
	}, "  ·  ")
	kicker := b.l.get("kicker")
	for i, p := range pages {
		if i > 0 {
			b.runningHead(p, kicker)
		}
		y := b.doc.Height - 13
		p.Rule(b.left(), y, b.right(), y, 0.15, pdf.Hex(colorHairline))
		p.Text(b.left(), y+4.6, fontLabel, b.doc.Fit(fontLabel, foot, b.width()-18))
		p.TextRight(b.right(), y+4.6, fontLabel, fmt.Sprintf("%d / %d", i+1, len(pages)))
	}
}

func (b *brief) runningHead(p *pdf.Page, kicker string) {
	const y = 13.4
	p.Text(b.left(), y, fontRunning, kicker)
	room := b.width() - b.doc.Measure(fontRunning, kicker) - 10
	p.TextRight(b.right(), y, fontLabel, b.doc.Fit(fontLabel, b.title, room))
	p.Rule(b.left(), y+2.7, b.right(), y+2.7, 0.15, pdf.Hex(colorHairline))
}
