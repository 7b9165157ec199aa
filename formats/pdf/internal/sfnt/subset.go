package sfnt

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
)

// Mark is U+25AF, an upright empty box. Subset draws it where the face has
// none: it stands for characters without a shape.
const Mark = '▯'

// Names are what a subset calls itself. A licence may ask for another name
// than the original's.
type Names struct {
	Family    string // "Dossier Sans"
	Style     string // "SemiBold"
	Copyright string
	License   string
}

// Subset cuts f down to the shapes of runes (and what they are composed of)
// plus Mark. Hints, kerning and alternate forms are left out. The same input
// gives the same bytes.
func (f *Font) Subset(runes []rune, n Names) []byte {
	s := subset{from: f, place: map[int]int{0: 0}, order: []int{0}}
	runes = append(slices.Clone(runes), Mark)
	slices.Sort(runes)
	for _, r := range slices.Compact(runes) {
		if g := f.Glyph(r); g != 0 {
			s.take(g)
			s.chars = append(s.chars, char{r, s.place[g]})
		}
	}
	s.outlines()
	if f.Glyph(Mark) == 0 {
		s.addMark()
	}
	return assemble(s.tables(n))
}

type char struct {
	r     rune
	glyph int // in the subset
}

type subset struct {
	from  *Font
	place map[int]int // glyph in from -> glyph in the subset
	order []int       // the reverse
	chars []char      // by rune
	glyf  []byte
	loca  []int
	hmtx  []byte
}

// take enters a glyph and the parts it is composed of.
func (s *subset) take(g int) {
	if _, ok := s.place[g]; ok || g >= s.from.glyphs {
		return
	}
	s.place[g] = len(s.order)
	s.order = append(s.order, g)
	for _, at := range parts(s.from.outline(g)) {
		s.take(u16(s.from.outline(g), at))
	}
}

// Flags of a composite outline's parts.
const (
	argsAreWords = 1 << 0
	haveScale    = 1 << 3
	moreParts    = 1 << 5
	haveXYScale  = 1 << 6
	have2x2      = 1 << 7
	haveHints    = 1 << 8
)

// parts returns the places in a composite outline where glyph indices stand.
func parts(outline []byte) []int {
	if len(outline) < 10 || i16(outline, 0) >= 0 {
		return nil
	}
	var places []int
	for at := 10; at+4 <= len(outline); {
		flags := u16(outline, at)
		places = append(places, at+2)
		at += 6
		if flags&argsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&haveScale != 0:
			at += 2
		case flags&haveXYScale != 0:
			at += 4
		case flags&have2x2 != 0:
			at += 8
		}
		if flags&moreParts == 0 {
			break
		}
	}
	return places
}

func (s *subset) outlines() {
	for _, g := range s.order {
		s.loca = append(s.loca, len(s.glyf))
		s.glyf = append(s.glyf, s.renumbered(unhinted(s.from.outline(g)))...)
		for len(s.glyf)%4 != 0 {
			s.glyf = append(s.glyf, 0)
		}
		m := min(g, s.from.metrics-1)
		s.hmtx = append(s.hmtx, s.from.tables["hmtx"][4*m:4*m+4]...)
	}
	s.loca = append(s.loca, len(s.glyf))
}

// renumbered returns a composite outline with the subset's glyph indices.
func (s *subset) renumbered(outline []byte) []byte {
	for _, at := range parts(outline) {
		binary.BigEndian.PutUint16(outline[at:], uint16(s.place[u16(outline, at)]))
	}
	return outline
}

// unhinted returns a copy of an outline without its instructions; a broken
// outline becomes a blank.
func unhinted(outline []byte) []byte {
	out := slices.Clone(outline)
	if len(out) < 10 {
		return nil
	}
	if n := i16(out, 0); n >= 0 {
		at := 10 + 2*n
		if at+2 > len(out) || at+2+u16(out, at) > len(out) {
			return nil
		}
		hints := u16(out, at)
		binary.BigEndian.PutUint16(out[at:], 0)
		return slices.Delete(out, at+2, at+2+hints)
	}
	end := len(out)
	for _, at := range parts(out) {
		flags := u16(out, at-2)
		if flags&moreParts == 0 && flags&haveHints != 0 {
			end = min(end, at+4+partTail(flags))
		}
		binary.BigEndian.PutUint16(out[at-2:], uint16(flags&^haveHints))
	}
	return out[:end]
}

// partTail is what follows a part's flags, index and two argument bytes.
func partTail(flags int) int {
	n := 0
	if flags&argsAreWords != 0 {
		n += 2
	}
	switch {
	case flags&haveScale != 0:
		n += 2
	case flags&haveXYScale != 0:
		n += 4
	case flags&have2x2 != 0:
		n += 8
	}
	return n
}

// addMark appends the shape of Mark: an upright box as high as a capital.
func (s *subset) addMark() {
	em := s.from.UnitsPerEm
	left, right, top, pen := em*8/100, em*48/100, s.from.CapHeight, em*5/100
	s.glyf = append(s.glyf, box(left, 0, right, top, pen)...)
	for len(s.glyf)%4 != 0 {
		s.glyf = append(s.glyf, 0)
	}
	s.loca = append(s.loca, len(s.glyf))
	s.hmtx = put16(s.hmtx, em*56/100, left)
	s.chars = append(s.chars, char{Mark, len(s.order)})
	s.order = append(s.order, -1)
	slices.SortFunc(s.chars, func(a, b char) int { return int(a.r - b.r) })
}

// box is the outline of an empty rectangle whose border is pen wide.
func box(x0, y0, x1, y1, pen int) []byte {
	points := [][2]int{
		{x0, y0}, {x0, y1}, {x1, y1}, {x1, y0},
		{x0 + pen, y0 + pen}, {x1 - pen, y0 + pen}, {x1 - pen, y1 - pen}, {x0 + pen, y1 - pen},
	}
	b := put16(nil, 2, x0, y0, x1, y1, 3, 7, 0)
	for range points {
		b = append(b, 1) // on the curve, both coordinates as words
	}
	for axis := range 2 {
		last := 0
		for _, p := range points {
			b = put16(b, p[axis]-last)
			last = p[axis]
		}
	}
	return b
}

func (s *subset) tables(n Names) map[string][]byte {
	f := s.from
	head, hhea := slices.Clone(f.tables["head"]), slices.Clone(f.tables["hhea"])
	maxp, os2 := slices.Clone(f.tables["maxp"]), slices.Clone(f.tables["OS/2"])
	binary.BigEndian.PutUint32(head[8:], 0) // the checksum of the whole, filled in by assemble
	binary.BigEndian.PutUint16(head[50:], 1)
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(s.order)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(s.order)))
	post := append([]byte{0, 3, 0, 0}, f.tables["post"][4:32]...)
	var loca []byte
	for _, at := range s.loca {
		loca = binary.BigEndian.AppendUint32(loca, uint32(at))
	}
	return map[string][]byte{
		"head": head, "hhea": hhea, "maxp": maxp, "OS/2": os2, "post": post,
		"glyf": s.glyf, "loca": loca, "hmtx": s.hmtx,
		"cmap": s.cmap(), "name": n.table(),
	}
}

// cmap writes one format 4 subtable; each run of characters whose glyphs run
// along is a segment.
func (s *subset) cmap() []byte {
	type segment struct{ start, end, delta int }
	var list []segment
	for _, c := range s.chars {
		code, delta := int(c.r), c.glyph-int(c.r)
		if k := len(list) - 1; k >= 0 && list[k].end+1 == code && list[k].delta == delta {
			list[k].end = code
		} else {
			list = append(list, segment{code, code, delta})
		}
	}
	list = append(list, segment{0xFFFF, 0xFFFF, 1})
	n := len(list)
	entry := 0
	for 2<<entry <= n {
		entry++
	}
	search := 2 << entry
	b := put16(nil, 0, 1, 3, 1, 0, 12, 4, 16+8*n, 0, 2*n, search, entry, 2*n-search)
	for _, e := range list {
		b = put16(b, e.end)
	}
	b = put16(b, 0)
	for _, e := range list {
		b = put16(b, e.start)
	}
	for _, e := range list {
		b = put16(b, e.delta)
	}
	return append(b, make([]byte, 2*n)...)
}

// table is the face's name table, for Windows and as Unicode.
func (n Names) table() []byte {
	full := n.Family + " " + n.Style
	names := []struct {
		id   int
		text string
	}{
		{0, n.Copyright}, {1, n.Family}, {2, n.Style}, {3, full}, {4, full},
		{6, n.PostScript()}, {13, n.License},
	}
	var text []byte
	b := put16(nil, 0, len(names), 6+12*len(names))
	for _, e := range names {
		at := len(text)
		for _, u := range utf16.Encode([]rune(e.text)) {
			text = put16(text, int(u))
		}
		b = put16(b, 3, 1, 0x409, e.id, len(text)-at, at)
	}
	return append(b, text...)
}

// PostScript is the name by which a document refers to the face.
func (n Names) PostScript() string {
	return fmt.Sprintf("%s-%s", strings.ReplaceAll(n.Family, " ", ""), n.Style)
}

// put16 appends each value as a big-endian 16-bit word.
func put16(b []byte, values ...int) []byte {
	for _, v := range values {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}
