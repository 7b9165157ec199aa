package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// Style is the look of a cell. Colours read "#RRGGBB"; the zero value is the
// plain face. How a number or date is shown follows from the cell's kind.
type Style struct {
	Bold      bool
	Italic    bool
	Underline bool
	Wrap      bool
	Align     string // left, center, right; "" follows the value
	Middle    bool   // vertically; the default is the top
	Color     string // of the text
	Fill      string
	Size      float64
}

// faceName is a face that every office suite has or replaces by one of equal
// widths.
const faceName = "Calibri"

// look is a style for cells of one kind.
type look struct {
	Style
	kind Kind
}

// style enters s for cells of a kind once and returns its number in the file.
func (b *Book) style(s Style, kind Kind) int {
	if kind == Empty {
		kind = Text
	}
	if id, ok := b.styles[look{s, kind}]; ok {
		return id
	}
	id, err := b.file.NewStyle(s.definition(kind))
	b.keep(err)
	b.styles[look{s, kind}] = id
	return id
}

// definition is s as the library wants it. The format of text keeps what is
// typed into a cell text, even "=1+1".
func (s Style) definition(kind Kind) *excelize.Style {
	d := &excelize.Style{Font: s.font(), Alignment: s.alignment(kind), Fill: s.fill()}
	switch kind {
	case Text:
		d.NumFmt = 49
	case Integer:
		d.NumFmt = 1
	case Share:
		d.NumFmt = 2
	case Date:
		iso := "yyyy-mm-dd"
		d.CustomNumFmt = &iso
	}
	return d
}

func (s Style) font() *excelize.Font {
	f := &excelize.Font{Family: faceName, Size: s.Size, Bold: s.Bold, Italic: s.Italic, Color: hex(s.Color)}
	if f.Size == 0 {
		f.Size = 10
	}
	if s.Underline {
		f.Underline = "single"
	}
	return f
}

func (s Style) alignment(kind Kind) *excelize.Alignment {
	a := &excelize.Alignment{Vertical: "top", Horizontal: s.Align, WrapText: s.Wrap}
	if kind == Text && s.Align == "" || s.Align == "left" {
		a.Horizontal, a.Indent = "left", 1 // off the line of the column before
	}
	if s.Middle {
		a.Vertical = "center"
	}
	return a
}

func (s Style) fill() excelize.Fill {
	if s.Fill == "" {
		return excelize.Fill{}
	}
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{hex(s.Fill)}}
}

// conditional enters s as a look that a rule lays over a cell's own.
func (b *Book) conditional(s Style) int {
	id, err := b.file.NewConditionalStyle(&excelize.Style{
		Font: &excelize.Font{Bold: s.Bold, Color: hex(s.Color)},
		Fill: s.fill(),
	})
	b.keep(err)
	return id
}

// underline enters a thin line below as a look that a rule lays over a range.
func (b *Book) underline(color string) int {
	id, err := b.file.NewConditionalStyle(&excelize.Style{
		Border: []excelize.Border{{Type: "bottom", Color: hex(color), Style: 1}},
	})
	b.keep(err)
	return id
}

// kinds enters s for cells of every kind.
func (b *Book) kinds(s Style) []int {
	ids := make([]int, Date+1)
	for k := range ids {
		ids[k] = b.style(s, Kind(k))
	}
	return ids
}

func hex(color string) string { return strings.TrimPrefix(color, "#") }
