package export

import (
	"bytes"
	"fmt"
	"io"

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
	Gathers:   true,
	Open:      func(w io.Writer, opts Options) Writer { return &pdfWriter{w: w, opts: opts} },
})

// brief is one brief under construction.
type brief struct {
	*layout
	v      *view
	m      *matrix
	title  string
	prefix string // of its anchors, and of its references: "A3 "
	source *sourceText
	signs  map[string]sign // of quotations, by id
	unread int             // reports that are left to the data
	rest   *restOfMatrix   // nil: all of it is drawn

	quoteHeight float64 // see firstQuoteHeight; negative: not yet known
}

func writeBrief(w io.Writer, a *article.Article, opts Options) error {
	shown, unread := forReading(a.Upheld())
	b, err := newBrief(shown, opts)
	if err != nil {
		return err
	}
	b.unread = unread
	b.compose()
	var canonical bytes.Buffer
	if err := a.EncodeLine(&canonical); err != nil {
		return err
	}
	b.doc.Attachments = []pdf.Attachment{{
		Name: "article.json", MediaType: "application/json",
		About: b.l.get("attached"), Content: canonical.Bytes(),
	}}
	return b.doc.Write(w)
}

func newBrief(a *article.Article, opts Options) (*brief, error) {
	doc, err := pdf.New(opts.Paper, opts.Font)
	if err != nil {
		return nil, fmt.Errorf("brief: %w", err)
	}
	b := &brief{layout: &layout{doc: doc, l: labelsFor(opts.Labels)}, v: newView(a), m: newMatrix(a), quoteHeight: -1}
	if b.title = oneLine(opts.Title); b.title == "" {
		b.title = articleTitle(b.l, a)
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

// drawFeet draws the running heads and the feet, when all pages are there.
func (b *brief) drawFeet() {
	id := b.l.get("foot.id", "id", oneLine(b.v.ID))
	b.layout.drawFeet(b.l.get("kicker"), id, func(int) string { return b.title })
}
