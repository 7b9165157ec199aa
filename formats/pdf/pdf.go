// Package pdf writes documents of placed text: pages, faces, rules and boxes,
// links that stay inside the document, bookmarks and one attached file.
//
// A Doc is a display list. What is drawn is first kept, so that page totals are
// known, links may point forward and the faces can be chosen by the characters
// that really occur; Write then renders it. Lengths are millimetres from the
// page's upper left corner, type sizes are points, text sits on its baseline.
//
// It knows nothing of articles, breaks no pages and hyphenates nothing. It
// cannot tag a document for screen readers. It is the only user of fpdf.
package pdf

import (
	"slices"
	"strings"
	"time"
)

// Info is what a document says about itself.
type Info struct {
	Title, Subject, Keywords string
	Producer                 string // plain ASCII, readable in the file
	Language                 string // BCP 47
	Date                     time.Time
}

// Attachment is a file inside the document.
type Attachment struct {
	Name, MediaType, About string
	Content                []byte
}

// Doc is a document under construction. The zero value has no pages and no
// size: use New.
type Doc struct {
	Info          Info
	Attachments   []Attachment
	Width, Height float64 // of every page
	pages         []*Page
	spare         *spareFace
}

// New returns an empty document. Paper is "a4" or "letter"; spare is a TrueType
// face for characters that the built-in faces lack, or nil.
func New(paper string, spare []byte) (*Doc, error) {
	d := &Doc{Width: 210, Height: 297}
	if strings.EqualFold(paper, "letter") {
		d.Width, d.Height = 215.9, 279.4
	}
	if len(spare) > 0 {
		face, err := newSpareFace(spare)
		if err != nil {
			return nil, err
		}
		d.spare = face
	}
	return d, nil
}

// Page is one page of the display list.
type Page struct {
	doc       *Doc
	ops       []op
	anchors   []anchor
	bookmarks []bookmark
}

type anchor struct {
	name string
	y    float64
}

type bookmark struct {
	level int
	title string
	y     float64
}

// AddPage appends a page.
func (d *Doc) AddPage() *Page {
	p := &Page{doc: d}
	d.pages = append(d.pages, p)
	return p
}

// Pages returns the pages so far.
func (d *Doc) Pages() []*Page { return d.pages }

// Text places s with its left end at x on the baseline y.
func (p *Page) Text(x, y float64, st Style, s string) {
	if g := p.doc.shape(s, st.Along); g != "" {
		p.ops = append(p.ops, textOp{x, y, st, g})
	}
}

// TextRight places s with its right end at x.
func (p *Page) TextRight(x, y float64, st Style, s string) {
	p.Text(x-p.doc.Measure(st, s), y, st, s)
}

// Line places s as a line of a column that is width wide from x on, at the right
// where it runs from right to left, and returns its left end.
func (p *Page) Line(x, width, y float64, st Style, s string) float64 {
	if st.Along == RightToLeft {
		x += width - p.doc.Measure(st, s)
	}
	p.Text(x, y, st, s)
	return x
}

// Fill draws a filled rectangle.
func (p *Page) Fill(x, y, w, h float64, c Color) {
	p.ops = append(p.ops, fillOp{x, y, w, h, c})
}

// Rule draws a straight line of the given thickness.
func (p *Page) Rule(x1, y1, x2, y2, thick float64, c Color) {
	p.ops = append(p.ops, ruleOp{x1, y1, x2, y2, thick, c})
}

// Ring draws a circle with a white middle.
func (p *Page) Ring(x, y, radius, thick float64, c Color) {
	p.ops = append(p.ops, ringOp{x, y, radius, thick, c})
}

// Anchor names a height of the page as a place that links lead to.
func (p *Page) Anchor(name string, y float64) {
	p.anchors = append(p.anchors, anchor{name, max(y, 0)})
}

// Link makes a rectangle lead to an anchor, which may be named later.
func (p *Page) Link(x, y, w, h float64, name string) {
	p.ops = append(p.ops, linkOp{x, y, w, h, name})
}

// URL makes a rectangle lead out of the document. Only http, https and mailto
// do; anything else is left out.
func (p *Page) URL(x, y, w, h float64, url string) {
	for _, scheme := range []string{"http://", "https://", "mailto:"} {
		if len(url) >= len(scheme) && strings.EqualFold(url[:len(scheme)], scheme) {
			p.ops = append(p.ops, urlOp{x, y, w, h, url})
			return
		}
	}
}

// Bookmark enters a line into the document's outline. A level may be at most
// one deeper than the level before it.
func (p *Page) Bookmark(level int, title string, y float64) {
	p.bookmarks = append(p.bookmarks, bookmark{level, p.doc.plain(title), max(y, 0)})
}

// Shapeless counts the characters of s that no face has a shape for: Mark is
// drawn in their place.
func (d *Doc) Shapeless(s string) int {
	if isPrintASCII(s) {
		return 0
	}
	n := 0
	for _, r := range s {
		if r >= 0x80 && r != Mark && d.draw(r) == Mark {
			n++
		}
	}
	return n
}

// Dangling lists the link targets that no anchor has, each once, in order.
func (d *Doc) Dangling() []string {
	anchors := map[string]bool{}
	for _, p := range d.pages {
		for _, a := range p.anchors {
			anchors[a.name] = true
		}
	}
	var list []string
	for _, p := range d.pages {
		for _, o := range p.ops {
			if l, ok := o.(linkOp); ok && !anchors[l.name] {
				list = append(list, l.name)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
