package pdf

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"unicode/utf16"

	"dossier/formats/pdf/internal/charset"
	"dossier/formats/pdf/internal/sfnt"

	"github.com/go-pdf/fpdf"
)

// Write renders the document. Equal documents give equal bytes.
//
// There are two ways, and both draw alike. Text that fits the 8-bit character
// set takes the small faces, which are ready in compressed form; fpdf spends
// some 2 ms and 5 MB on every other face, so those are loaded only where some
// character needs them, and only the ones in use.
func (d *Doc) Write(w io.Writer) error {
	c := newCanvas(d)
	c.draw()
	var made kept
	if err := c.f.Output(&made); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	out, err := finish(made, d.Attachments)
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}

// kept takes what fpdf writes, which is one slice that nobody writes to again.
type kept []byte

func (k *kept) Write(p []byte) (int, error) {
	if *k == nil {
		*k = p
	} else {
		*k = append(slices.Clip(*k), p...)
	}
	return len(p), nil
}

// canvas draws a document with fpdf.
type canvas struct {
	d       *Doc
	f       *fpdf.Fpdf
	eight   bool // all text fits the 8-bit set
	encodes bool // fpdf has a Unicode face selected: it encodes what it is given
	links   map[string]int
	current struct { // what fpdf is set to, so as not to repeat it
		style Style
		spare bool
		set   bool
	}
}

// spareFamily is fpdf's name of the user's face.
const spareFamily = "dossierspare"

func newCanvas(d *Doc) *canvas {
	f := fpdf.NewCustom(&fpdf.InitType{
		UnitStr: "mm",
		Size:    fpdf.SizeType{Wd: d.Width, Ht: d.Height},
	})
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetCompression(false) // finish does
	f.SetCreationDate(d.Info.Date)
	f.SetModificationDate(d.Info.Date)
	f.SetProducer(d.Info.Producer, false)
	f.SetCreator(d.Info.Producer, false)
	f.SetTitle(d.plain(d.Info.Title), true)
	f.SetSubject(d.plain(d.Info.Subject), true)
	f.SetKeywords(d.plain(d.Info.Keywords), true)
	f.SetLang(plainTag(d.Info.Language))
	c := &canvas{d: d, f: f, eight: true, links: map[string]int{}}
	c.loadFaces()
	return c
}

// plainTag keeps what a language tag consists of: fpdf writes it unescaped.
func plainTag(tag string) string {
	var b []byte
	for i := range len(tag) {
		if c := tag[i]; c == '-' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' {
			b = append(b, c)
		}
	}
	return string(b)
}

// loadFaces hands fpdf the faces that occur, in the way that the text allows.
func (c *canvas) loadFaces() {
	var used [faces]bool
	spare := map[rune]bool{}
	for _, p := range c.d.pages {
		for _, o := range p.ops {
			t, ok := o.(textOp)
			if !ok {
				continue
			}
			used[t.st.Face] = true
			if isPrintASCII(t.s) {
				continue
			}
			for _, r := range t.s {
				_, fits := charset.Byte(r)
				c.eight = c.eight && fits
				if c.d.useSpare(r) {
					spare[r] = true
				}
			}
		}
	}
	for f, n := range faceFiles {
		switch {
		case !used[f]:
		case c.eight:
			c.f.AddFontFromBytes(n.family, n.style, n.describes, n.small)
		default:
			c.f.AddUTF8FontFromBytes(n.family, n.style, n.full)
		}
	}
	if len(spare) > 0 {
		// A subset of our own making is well formed, whatever the user's file is.
		runes := slices.Sorted(maps.Keys(spare))
		face := c.d.spare.font.Subset(runes, sfnt.Names{Family: "Dossier Spare", Style: "Regular"})
		c.f.AddUTF8FontFromBytes(spareFamily, "", face)
	}
}

func (c *canvas) draw() {
	for i, p := range c.d.pages {
		for _, a := range p.anchors {
			if _, ok := c.links[a.name]; !ok {
				c.links[a.name] = c.f.AddLink()
				c.f.SetLink(c.links[a.name], a.y, i+1)
			}
		}
	}
	for _, p := range c.d.pages {
		c.f.AddPage()
		c.current.set = false
		for _, b := range p.bookmarks {
			c.bookmark(b)
		}
		for _, o := range p.ops {
			o.draw(c)
		}
	}
}

// bookmark enters b. With an 8-bit face selected fpdf takes the bytes as they
// are, with a Unicode one it encodes them itself.
func (c *canvas) bookmark(b bookmark) {
	title := b.title
	if !c.encodes {
		title = utf16Text(title)
	}
	c.f.Bookmark(title, b.level, b.y)
}

func utf16Text(s string) string {
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return string(b)
}

// text draws o, changing to the user's face and back where characters ask.
func (c *canvas) text(o textOp) {
	if c.d.spare == nil {
		c.run(o, false)
		return
	}
	start, spare := 0, false
	for i, r := range o.s {
		if use := c.d.useSpare(r); use != spare {
			o.x = c.part(o, o.s[start:i], spare)
			start, spare = i, use
		}
	}
	c.part(o, o.s[start:], spare)
}

// part draws s in o's style and returns where the next part starts.
func (c *canvas) part(o textOp, s string, spare bool) float64 {
	if s == "" {
		return o.x
	}
	p := o
	p.s = s
	c.run(p, spare)
	milli := 0
	for _, r := range s {
		milli += c.d.drawnMilli(o.st.Face, r)
	}
	return o.x + float64(milli)*o.st.Size*perMilli
}

func (c *canvas) run(o textOp, spare bool) {
	now := &c.current
	if !now.set || now.style.Face != o.st.Face || now.style.Size != o.st.Size || now.spare != spare {
		n := faceFiles[o.st.Face]
		if spare {
			n.family, n.style = spareFamily, ""
		}
		c.f.SetFont(n.family, n.style, o.st.Size)
	}
	if !now.set || now.style.Color != o.st.Color {
		c.f.SetTextColor(int(o.st.Color.R), int(o.st.Color.G), int(o.st.Color.B))
	}
	now.style, now.spare, now.set = o.st, spare, true
	c.encodes = !c.eight
	s := o.s
	if c.eight {
		s = eightBit(s)
	}
	if o.st.Space != 0 {
		c.f.RawWriteStr(fmt.Sprintf("%.3f Tc", o.st.Space))
		defer c.f.RawWriteStr("0 Tc")
	}
	c.f.Text(o.x, o.y, s)
}

// eightBit encodes s for the small faces, which have all of it.
func eightBit(s string) string {
	if isPrintASCII(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for _, r := range s {
		if code, ok := charset.Byte(r); ok {
			b = append(b, code)
		}
	}
	return string(b)
}

func (c *canvas) fill(col Color) {
	c.f.SetFillColor(int(col.R), int(col.G), int(col.B))
}

func (c *canvas) stroke(col Color, thick float64) {
	c.f.SetDrawColor(int(col.R), int(col.G), int(col.B))
	c.f.SetLineWidth(thick)
}
