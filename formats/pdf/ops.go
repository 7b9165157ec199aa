package pdf

import (
	"fmt"
	"io"
)

// op is one thing on a page: it can draw itself and say what it is.
type op interface {
	draw(c *canvas)
	dump(w io.Writer)
}

type textOp struct {
	x, y float64
	st   Style
	s    string // as drawn: shape has been applied
}

type fillOp struct {
	x, y, w, h float64
	c          Color
}

type ruleOp struct {
	x1, y1, x2, y2, thick float64
	c                     Color
}

type ringOp struct {
	x, y, radius, thick float64
	c                   Color
}

type linkOp struct {
	x, y, w, h float64
	name       string
}

type urlOp struct {
	x, y, w, h float64
	url        string
}

func (o textOp) draw(c *canvas) { c.text(o) }

func (o fillOp) draw(c *canvas) {
	c.fill(o.c)
	c.f.Rect(o.x, o.y, o.w, o.h, "F")
}

func (o ruleOp) draw(c *canvas) {
	c.stroke(o.c, o.thick)
	c.f.Line(o.x1, o.y1, o.x2, o.y2)
}

// draw lays a white disc on a coloured one: viewers show the stroke of so small
// a circle with corners.
func (o ringOp) draw(c *canvas) {
	c.fill(o.c)
	c.f.Circle(o.x, o.y, o.radius+o.thick/2, "F")
	c.fill(Color{255, 255, 255})
	c.f.Circle(o.x, o.y, o.radius-o.thick/2, "F")
}

func (o linkOp) draw(c *canvas) {
	if id, ok := c.links[o.name]; ok {
		c.f.Link(o.x, o.y, o.w, o.h, id)
	}
}

func (o urlOp) draw(c *canvas) { c.f.LinkString(o.x, o.y, o.w, o.h, o.url) }

// faceNames are the faces as the dump shows them.
var faceNames = [faces]string{"sans", "sans-semibold", "serif", "serif-semibold", "serif-italic"}

func (c Color) String() string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

func (o textOp) dump(w io.Writer) {
	fmt.Fprintf(w, "text %.1f %.1f %s %.4g %s %s\n", o.x, o.y, faceNames[o.st.Face], o.st.Size, o.st.Color, o.s)
}

func (o fillOp) dump(w io.Writer) {
	fmt.Fprintf(w, "fill %.1f %.1f %.1f %.1f %s\n", o.x, o.y, o.w, o.h, o.c)
}

func (o ruleOp) dump(w io.Writer) {
	fmt.Fprintf(w, "rule %.1f %.1f %.1f %.1f %.2f %s\n", o.x1, o.y1, o.x2, o.y2, o.thick, o.c)
}

func (o ringOp) dump(w io.Writer) {
	fmt.Fprintf(w, "ring %.1f %.1f %.1f %s\n", o.x, o.y, o.radius, o.c)
}

func (o linkOp) dump(w io.Writer) {
	fmt.Fprintf(w, "link %.1f %.1f %.1f %.1f %s\n", o.x, o.y, o.w, o.h, o.name)
}

func (o urlOp) dump(w io.Writer) {
	fmt.Fprintf(w, "url %.1f %.1f %.1f %.1f %s\n", o.x, o.y, o.w, o.h, o.url)
}

// Dump writes what the document draws as text, a line a thing: for tests.
func (d *Doc) Dump(w io.Writer) {
	for i, p := range d.pages {
		fmt.Fprintf(w, "page %d\n", i+1)
		for _, b := range p.bookmarks {
			fmt.Fprintf(w, "bookmark %d %.1f %s\n", b.level, b.y, b.title)
		}
		for _, a := range p.anchors {
			fmt.Fprintf(w, "anchor %.1f %s\n", a.y, a.name)
		}
		for _, o := range p.ops {
			o.dump(w)
		}
	}
}

// Box is the extent of something drawn: for tests that look for overlaps.
type Box struct {
	X, Y, W, H float64
	Text       string
}

// TextBoxes returns the extent of each text of p, from the height of its
// capitals to its baseline.
func (p *Page) TextBoxes() []Box {
	var list []Box
	for _, o := range p.ops {
		if t, ok := o.(textOp); ok {
			h := 0.7 * t.st.Size * 1000 * perMilli
			list = append(list, Box{t.x, t.y - h, p.doc.Measure(t.st, t.s), h, t.s})
		}
	}
	return list
}
