package formats

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"dossier/article"
	"dossier/formats/internal/pdfread"
)

// PDFText reads the text layer of PDF files: lines and columns by their places
// on the page (pdflayout.go), paragraphs by distance, indent and size. Raw ranges
// count bytes of that text as UTF-8, a line of the page a line, which the member
// "text layer" names: the bytes of the file itself are packed.
var PDFText = register(&Format{
	Name:       "pdf",
	Extensions: []string{".pdf"},
	MediaType:  "application/pdf",
	Reads:      "the text layer of PDF: columns, headings by size, words cut at a line's end; what was inferred is noted",
	Limits:     "scanned pages without a text layer, encrypted files, turned text, links; tables become lines",
	Detect: func(head []byte) float64 {
		if bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")) {
			return 1
		}
		return 0
	},
})

func init() { PDFText.Records = pdfRecords }

func pdfRecords(in Input, opts Options) iter.Seq2[*article.Article, error] {
	return one(func() (*article.Article, error) { return readPDF(in, opts) })
}

func readPDF(in Input, opts Options) (*article.Article, error) {
	raw, err := readAll(in, opts)
	if err != nil {
		return nil, err
	}
	doc, err := pdfread.Read(raw, max(opts.limit(), minExpansion))
	switch {
	case errors.Is(err, pdfread.ErrLarge):
		return nil, fmt.Errorf("%w: its streams grow beyond %s", ErrTooLarge, sizeText(opts.limit()))
	case errors.Is(err, pdfread.ErrLocked):
		return nil, fmt.Errorf("%w: the PDF is encrypted; save it without a password", ErrBroken)
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	l := layOut(doc)
	if err := l.readable(); err != nil {
		return nil, err
	}
	text, marks := l.layer()
	d := decoded{source: plain(text, 0), encoding: "utf-8"}
	b := newBuilder(&d.source)
	p := pdfBlocks{b: b, text: text, cuts: cutter{text: text, usual: true}}
	for _, m := range marks {
		p.block(m)
	}
	l.note(&d, p.joined)
	if title := normal(doc.Title); title != "" && b.a.Title == "" && b.reads(title) {
		b.claimTitle(title, "pdf")
	}
	return b.finish(PDFText, in.within("text layer"), &d, []byte(text)), nil
}

// readable reports a document whose text cannot be read.
func (l *pdfLayout) readable() error {
	switch {
	case l.chars == 0:
		return fmt.Errorf("%w: the PDF has no text layer; its pages are pictures and need OCR first", ErrEmpty)
	case 3*l.unknown > l.chars:
		return fmt.Errorf("%w: the fonts of the PDF do not say what their characters mean; it needs OCR first", ErrBroken)
	}
	return nil
}

// pdfMark is a paragraph of the text layer: where its lines stand.
type pdfMark struct {
	kind  article.BlockKind
	large bool // the largest on the first page
	lines []stretch
}

// layer writes the text of all paragraphs and where their lines stand in it.
func (l *pdfLayout) layer() (string, []pdfMark) {
	var b strings.Builder
	var marks []pdfMark
	for _, p := range l.paragraphs {
		m := pdfMark{kind: p.kind, large: p.large}
		for _, line := range p.lines {
			text := norm1(line.text)
			if text == "" {
				continue
			}
			m.lines = append(m.lines, stretch{b.Len(), b.Len() + len(text)})
			b.WriteString(text + "\n")
		}
		if len(m.lines) > 0 {
			marks = append(marks, m)
			b.WriteByte('\n')
		}
	}
	return b.String(), marks
}

// ligatures are single characters for two or three letters.
var ligatures = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "ft", "ﬆ", "st")
})

// norm1 is a line as the text layer has it.
func norm1(s string) string { return strings.Join(strings.Fields(normal(ligatures().Replace(s))), " ") }

// pdfBlocks copies paragraphs to a builder.
type pdfBlocks struct {
	b      *builder
	text   string
	cuts   cutter
	joined int // words that were put together over a line's end
}

func (p *pdfBlocks) block(m pdfMark) {
	p.b.begin(m.kind)
	for i, line := range m.lines {
		if i == len(m.lines)-1 {
			p.b.copy(line.from, line.to)
			break
		}
		switch cut := p.cuts.hyphen(line, m.lines[i+1]); {
		case cut > 0:
			p.joined++
			p.b.copy(line.from, line.to-cut)
		case strings.HasSuffix(p.text[line.from:line.to], "-") && !strings.HasSuffix(p.text[line.from:line.to], " -"):
			p.b.copy(line.from, line.to)
		default:
			p.b.copy(line.from, line.to)
			p.b.put(" ", line.to, line.to+1)
		}
	}
	if p.b.end() && m.large && p.b.a.Title == "" {
		p.b.setTitle(len(p.b.a.Blocks)-1, "size") // the largest letters say so
	}
}

// note says what was inferred and what was left out.
func (l *pdfLayout) note(d *decoded, joined int) {
	if len(l.columns) > 0 {
		d.note(article.NoteUncertainLayout, article.Warning, "the reading order of columns was inferred on "+pageList(l.columns))
	}
	if len(l.tables) > 0 {
		d.note(article.NoteUncertainLayout, article.Warning, "what may be a table became lines on "+pageList(l.tables))
	}
	if joined > 0 {
		d.note(article.NoteUncertainLayout, article.Info, count(joined, "word cut at a line's end was", "words cut at a line's end were")+" put together")
	}
	if l.unknown > 0 {
		d.note(article.NoteInvalidBytes, article.Warning, count(l.unknown, "character has", "characters have")+" no meaning in the file; shown as U+FFFD")
	}
	if l.turned > 0 {
		d.note(article.NoteUnreadPart, article.Info, "turned text was left out")
	}
	if len(l.empty) > 0 {
		d.note(article.NoteUnreadPart, article.Warning, "no text layer on "+pageList(l.empty))
	}
	if l.more {
		d.note(article.NoteTruncated, article.Warning, "pages or parts of pages beyond the limit were not read")
	}
}

// pageList writes page numbers: "page 3", "pages 1, 2, 5".
func pageList(pages []int) string {
	slices.Sort(pages)
	pages = slices.Compact(pages)
	if len(pages) == 1 {
		return fmt.Sprintf("page %d", pages[0])
	}
	var list []string
	for i, p := range pages {
		if i == 8 {
			list = append(list, "…")
			break
		}
		list = append(list, fmt.Sprint(p))
	}
	return "pages " + strings.Join(list, ", ")
}
