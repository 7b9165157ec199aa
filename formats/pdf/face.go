package pdf

import (
	_ "embed"
	"sync"

	"dossier/formats/pdf/internal/charset"
	"dossier/formats/pdf/internal/sfnt"
)

// Face is one of the built-in faces.
type Face int

// The faces.
const (
	Sans Face = iota
	SansSemiBold
	Serif
	SerifSemiBold
	SerifItalic
	faces // how many there are
)

// Style is how text looks.
type Style struct {
	Face  Face
	Size  float64 // points
	Color Color
	Space float64 // between letters, points
	Along Direction
}

// The files of the faces lie in the program as they are: a file of an embed.FS is
// copied whenever it is read. Nobody may write to them.
var (
	//go:embed fonts/sans.ttf
	sansFull []byte
	//go:embed fonts/sans.8bit.z
	sansSmall []byte
	//go:embed fonts/sans.8bit.json
	sansDef []byte

	//go:embed fonts/sans-semibold.ttf
	sansSemiBoldFull []byte
	//go:embed fonts/sans-semibold.8bit.z
	sansSemiBoldSmall []byte
	//go:embed fonts/sans-semibold.8bit.json
	sansSemiBoldDef []byte

	//go:embed fonts/serif.ttf
	serifFull []byte
	//go:embed fonts/serif.8bit.z
	serifSmall []byte
	//go:embed fonts/serif.8bit.json
	serifDef []byte

	//go:embed fonts/serif-semibold.ttf
	serifSemiBoldFull []byte
	//go:embed fonts/serif-semibold.8bit.z
	serifSemiBoldSmall []byte
	//go:embed fonts/serif-semibold.8bit.json
	serifSemiBoldDef []byte

	//go:embed fonts/serif-italic.ttf
	serifItalicFull []byte
	//go:embed fonts/serif-italic.8bit.z
	serifItalicSmall []byte
	//go:embed fonts/serif-italic.8bit.json
	serifItalicDef []byte
)

// faceFiles are the files of each face and the names fpdf knows it by: the whole
// face, and its 8-bit subset with fpdf's description of it.
var faceFiles = [faces]struct {
	family, style          string
	full, small, describes []byte
}{
	Sans:          {"dossiersans", "", sansFull, sansSmall, sansDef},
	SansSemiBold:  {"dossiersans", "B", sansSemiBoldFull, sansSemiBoldSmall, sansSemiBoldDef},
	Serif:         {"dossierserif", "", serifFull, serifSmall, serifDef},
	SerifSemiBold: {"dossierserif", "B", serifSemiBoldFull, serifSemiBoldSmall, serifSemiBoldDef},
	SerifItalic:   {"dossierserif", "I", serifItalicFull, serifItalicSmall, serifItalicDef},
}

// metrics are the widths of a face in thousandths of the em.
type metrics struct {
	font *sfnt.Font
	low  [0x250]uint16 // Latin at a glance; 0 where there is no shape
}

// loaded holds each face's metrics, read when first asked for.
var loaded = func() (all [faces]func() *metrics) {
	for f := range faces {
		all[f] = sync.OnceValue(func() *metrics { return newMetrics(faceFiles[f].full) })
	}
	return all
}()

func newMetrics(ttf []byte) *metrics {
	font, err := sfnt.Parse(ttf)
	if err != nil {
		panic("pdf: built-in face: " + err.Error())
	}
	m := &metrics{font: font}
	for r := range m.low {
		if g := font.Glyph(rune(r)); g != 0 {
			m.low[r] = uint16(font.Advance(g))
		}
	}
	return m
}

// width is the width of r, and false where the face has no shape for it.
func (m *metrics) width(r rune) (int, bool) {
	if r >= 0 && int(r) < len(m.low) && m.low[r] != 0 {
		return int(m.low[r]), true
	}
	g := m.font.Glyph(r)
	if g == 0 {
		return 0, false
	}
	return m.font.Advance(g), true
}

// has reports whether the built-in faces have a shape for r. All have the same
// characters but a few: what one lacks counts as missing in every one, so that
// a text looks alike wherever it stands.
func has(r rune) bool {
	if _, ok := charset.Byte(r); ok {
		return true
	}
	for f := range faces {
		if loaded[f]().font.Glyph(r) == 0 {
			return false
		}
	}
	return true
}

// spareFace is a user's face for characters that the built-in ones lack.
type spareFace struct {
	font *sfnt.Font
}

func newSpareFace(ttf []byte) (*spareFace, error) {
	font, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, err
	}
	return &spareFace{font}, nil
}

func (s *spareFace) has(r rune) bool { return s != nil && s.font.Glyph(r) != 0 }
