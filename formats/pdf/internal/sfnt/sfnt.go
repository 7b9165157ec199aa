// Package sfnt reads TrueType faces and cuts subsets of them: which shape a
// character has, how wide it is, and a smaller face with only the shapes asked
// for.
//
// It reads TrueType outlines in an sfnt or a WOFF 1 file. It does no layout, no
// hinting, no kerning and no ligatures, and refuses outlines in CFF form and
// font collections.
package sfnt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// ErrFont is wrapped by every error about a file that is no usable face.
var ErrFont = errors.New("not a usable TrueType font")

// Font is a parsed face. Lengths are in font units, UnitsPerEm to the em.
type Font struct {
	UnitsPerEm  int
	Ascent      int
	Descent     int // below the baseline, negative
	CapHeight   int
	ItalicAngle float64 // degrees, negative leans right
	Weight      int     // 400 regular, 600 semibold
	BBox        [4]int  // xmin, ymin, xmax, ymax
	tables      map[string][]byte
	glyphs      int
	metrics     int // glyphs with a width of their own
	longLoca    bool
	cmap        []byte // a format 4 subtable
}

// needed are the tables without which a face cannot be drawn.
var needed = []string{"head", "hhea", "maxp", "hmtx", "cmap", "loca", "glyf", "name", "post", "OS/2"}

// Parse reads a TrueType face. It keeps data and never changes it.
func Parse(data []byte) (*Font, error) {
	f := &Font{tables: map[string][]byte{}}
	if err := f.directory(data); err != nil {
		return nil, err
	}
	for _, name := range needed {
		if f.tables[name] == nil {
			return nil, fmt.Errorf("%w: it has no table %q", ErrFont, name)
		}
	}
	if err := f.heads(); err != nil {
		return nil, err
	}
	if err := f.findCmap(); err != nil {
		return nil, err
	}
	return f, f.check()
}

func (f *Font) directory(data []byte) error {
	if len(data) < 12 {
		return fmt.Errorf("%w: it is too short", ErrFont)
	}
	switch v := binary.BigEndian.Uint32(data); v {
	case 0x00010000, 0x74727565:
	case 0x4F54544F:
		return fmt.Errorf("%w: its outlines are CFF, only TrueType outlines are read", ErrFont)
	case 0x74746366:
		return fmt.Errorf("%w: it is a collection, extract one face", ErrFont)
	default:
		return fmt.Errorf("%w: it starts with %08x", ErrFont, v)
	}
	n := int(binary.BigEndian.Uint16(data[4:]))
	if len(data) < 12+16*n {
		return fmt.Errorf("%w: its table directory is cut", ErrFont)
	}
	for i := range n {
		e := data[12+16*i:]
		at, size := uint64(binary.BigEndian.Uint32(e[8:])), uint64(binary.BigEndian.Uint32(e[12:]))
		if at+size > uint64(len(data)) {
			return fmt.Errorf("%w: table %q lies outside the file", ErrFont, e[:4])
		}
		f.tables[string(e[:4])] = data[at : at+size]
	}
	return nil
}

// minimum sizes of the tables that are read at fixed places.
var minimum = map[string]int{"head": 54, "hhea": 36, "maxp": 6, "post": 32, "OS/2": 78, "cmap": 4, "name": 6}

func (f *Font) heads() error {
	for name, size := range minimum {
		if len(f.tables[name]) < size {
			return fmt.Errorf("%w: table %q is cut", ErrFont, name)
		}
	}
	head, hhea, os2, post := f.tables["head"], f.tables["hhea"], f.tables["OS/2"], f.tables["post"]
	f.UnitsPerEm = u16(head, 18)
	for i := range f.BBox {
		f.BBox[i] = i16(head, 36+2*i)
	}
	f.longLoca = u16(head, 50) != 0
	f.Ascent, f.Descent = i16(hhea, 4), i16(hhea, 6)
	f.metrics = u16(hhea, 34)
	f.glyphs = u16(f.tables["maxp"], 4)
	f.Weight = u16(os2, 4)
	f.CapHeight = f.Ascent
	if u16(os2, 0) > 1 && len(os2) >= 90 {
		f.CapHeight = i16(os2, 88)
	}
	f.ItalicAngle = float64(i16(post, 4)) + float64(u16(post, 6))/65536
	return nil
}

// check holds the counts against the tables, so that nothing read later can
// lie outside them.
func (f *Font) check() error {
	per := 2
	if f.longLoca {
		per = 4
	}
	switch {
	case f.UnitsPerEm < 16 || f.UnitsPerEm > 16384:
		return fmt.Errorf("%w: %d units to the em", ErrFont, f.UnitsPerEm)
	case f.glyphs == 0 || f.metrics == 0 || f.metrics > f.glyphs:
		return fmt.Errorf("%w: %d shapes, %d widths", ErrFont, f.glyphs, f.metrics)
	case len(f.tables["hmtx"]) < 4*f.metrics+2*(f.glyphs-f.metrics):
		return fmt.Errorf("%w: table \"hmtx\" is cut", ErrFont)
	case len(f.tables["loca"]) < per*(f.glyphs+1):
		return fmt.Errorf("%w: table \"loca\" is cut", ErrFont)
	}
	for g, last := 0, 0; g <= f.glyphs; g++ {
		at := f.loca(g)
		if at < last || at > len(f.tables["glyf"]) {
			return fmt.Errorf("%w: shape %d lies outside table \"glyf\"", ErrFont, g)
		}
		last = at
	}
	return nil
}

// findCmap takes the first Unicode subtable of format 4.
func (f *Font) findCmap() error {
	cmap := f.tables["cmap"]
	n := u16(cmap, 2)
	for i := range n {
		e := 4 + 8*i
		if e+8 > len(cmap) {
			break
		}
		platform, encoding := u16(cmap, e), u16(cmap, e+2)
		at := int(binary.BigEndian.Uint32(cmap[e+4:]))
		unicode := platform == 0 || platform == 3 && encoding == 1
		if !unicode || at < 0 || at+16 > len(cmap) || u16(cmap, at) != 4 {
			continue
		}
		f.cmap = cmap[at:]
		segments := u16(f.cmap, 6) / 2
		if 16+8*segments > len(f.cmap) {
			return fmt.Errorf("%w: table \"cmap\" is cut", ErrFont)
		}
		return nil
	}
	return fmt.Errorf("%w: it maps no Unicode characters", ErrFont)
}

// Glyph returns the index of the shape of r; 0 where it has none.
func (f *Font) Glyph(r rune) int {
	if r < 0 || r > 0xFFFE {
		return 0
	}
	c, segments := int(r), u16(f.cmap, 6)/2
	lo, hi := 0, segments
	for lo < hi {
		if mid := (lo + hi) / 2; u16(f.cmap, 14+2*mid) < c {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == segments {
		return 0
	}
	start := u16(f.cmap, 16+2*segments+2*lo)
	delta := u16(f.cmap, 16+4*segments+2*lo)
	offset := u16(f.cmap, 16+6*segments+2*lo)
	g := (c + delta) & 0xFFFF
	switch {
	case c < start:
		return 0
	case offset != 0:
		at := 16 + 6*segments + 2*lo + offset + 2*(c-start)
		if at+2 > len(f.cmap) {
			return 0
		}
		if g = u16(f.cmap, at); g != 0 {
			g = (g + delta) & 0xFFFF
		}
	}
	if g >= f.glyphs {
		return 0
	}
	return g
}

// Advance is the width of a shape in thousandths of the em, rounded.
func (f *Font) Advance(glyph int) int {
	if glyph >= f.metrics {
		glyph = f.metrics - 1
	}
	return f.Milli(u16(f.tables["hmtx"], 4*glyph))
}

// Milli turns font units into thousandths of the em, rounded.
func (f *Font) Milli(units int) int {
	return int(math.Round(1000 / float64(f.UnitsPerEm) * float64(units)))
}

// loca is where the outline of a shape starts in table glyf.
func (f *Font) loca(glyph int) int {
	if f.longLoca {
		return int(binary.BigEndian.Uint32(f.tables["loca"][4*glyph:]))
	}
	return 2 * u16(f.tables["loca"], 2*glyph)
}

// outline is the description of a shape; empty for a blank.
func (f *Font) outline(glyph int) []byte {
	return f.tables["glyf"][f.loca(glyph):f.loca(glyph+1)]
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
func i16(b []byte, at int) int { return int(int16(binary.BigEndian.Uint16(b[at:]))) }
