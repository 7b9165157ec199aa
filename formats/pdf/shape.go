package pdf

import (
	"strings"
	"unicode"

	"dossier/formats/pdf/internal/sfnt"

	"golang.org/x/text/unicode/bidi"
)

// Mark stands for a character that no face has a shape for.
const Mark = sfnt.Mark

// substitute maps a character to the one that is drawn for it: 0 for what has
// no ink and no width. Spaces are alike, because the faces of a document need
// not have each of them.
func substitute(r rune) rune {
	switch {
	case r >= 0x20 && r < 0x7F:
		return r
	case r == '\t', r == '\n', r == 0xA0, r >= 0x2000 && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000:
		return ' '
	case r == 0x2010, r == 0x2011:
		return '-'
	case r == 0x2015:
		return '—'
	case r == 0xAD, r == 0xFEFF, r >= 0xFE00 && r <= 0xFE0F, unicode.In(r, unicode.Cc, unicode.Cf):
		return 0
	}
	return r
}

// draw is what stands on the page for r, 0 for nothing.
func (d *Doc) draw(r rune) rune {
	r = substitute(r)
	if r < 0x80 || has(r) || r <= 0xFFFE && d.spare.has(r) {
		return r
	}
	return Mark
}

// shape is s, a line of a paragraph that runs along, as it is drawn from left to
// right.
func (d *Doc) shape(s string, along Direction) string {
	if isPrintASCII(s) && along != RightToLeft {
		return s
	}
	drawn := d.drawn(s)
	turned := d.spare != nil && (along == RightToLeft || strings.ContainsFunc(drawn, isRightToLeft))
	if turned { // the built-in faces have nothing that runs from right to left
		return visual(s, along, d.drawn)
	}
	return drawn
}

// drawn is what stands on the page for s, still in the order in which it is read.
func (d *Doc) drawn(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range d.joined(s) {
		if g := d.draw(r); g != 0 {
			b.WriteRune(g)
		}
	}
	return b.String()
}

// joined is s with the shapes that Arabic letters take beside each other, where
// the user's face has them.
func (d *Doc) joined(s string) string {
	if d.spare == nil || !isArabic(s) {
		return s
	}
	return join(s, d.spare.has)
}

// plain is s for places without faces, like bookmarks: one line, and nothing
// beyond the first plane, which fpdf cannot encode.
func (d *Doc) plain(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch r = substitute(r); {
		case r == 0:
			return -1
		case r > 0xFFFE:
			return Mark
		}
		return r
	}, s)), " ")
}

// isRightToLeft reports whether r belongs to Hebrew, Arabic or a script like them.
func isRightToLeft(r rune) bool {
	if r < 0x590 {
		return false
	}
	p, _ := bidi.LookupRune(r)
	c := p.Class()
	return c == bidi.R || c == bidi.AL
}

// milli is the width of what stands on the page for r in the face f, in
// thousandths of the em.
func (d *Doc) milli(f Face, r rune) int {
	m := loaded[f]()
	if r >= 0x20 && r < 0x7F {
		return int(m.low[r])
	}
	g := d.draw(r)
	if g == 0 {
		return 0
	}
	return d.drawnMilli(f, g)
}

// milliAtMost is the widest that r may become by what stands beside it.
func (d *Doc) milliAtMost(f Face, r rune) int {
	m := d.milli(f, r)
	if d.spare == nil || r < 0x600 || r >= 0x700 {
		return m
	}
	letters, _ := arabicForms()
	for _, g := range []rune{letters[r].final, letters[r].initial, letters[r].medial} {
		if d.spare.has(g) {
			m = max(m, d.drawnMilli(f, g))
		}
	}
	return m
}

// drawnMilli is milli of a character that shape returned.
func (d *Doc) drawnMilli(f Face, g rune) int {
	m := loaded[f]()
	if d.useSpare(g) {
		return d.spare.font.Advance(d.spare.font.Glyph(g))
	}
	w, _ := m.width(g)
	return w
}

// useSpare reports whether a drawn character takes the user's face.
func (d *Doc) useSpare(g rune) bool {
	return g >= 0x80 && d.spare != nil && !has(g)
}

func isPrintASCII(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] >= 0x7F {
			return false
		}
	}
	return true
}
