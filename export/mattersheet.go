package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dossier/formats/xlsx"
)

// matterSheet is the matrix of positions: who stands how on what. The matrices
// of several articles are laid over each other: a column is the same matter by
// its name, a row the same holder by name and kind. Holders without a name are
// never taken for each other across articles.
//
// Cost: a cell for each pair of holder and matter, whatever the articles hold.
type matterSheet struct {
	book    *xlsx.Book
	many    bool
	columns map[string]*matterAxis
	rows    map[string]*matterAxis
	cells   map[[2]string]*matterCell
}

// matterAxis is one row or column with what orders it.
type matterAxis struct {
	key, title, about string
	positions, order  int
}

// matterCell sums the positions of one holder on one matter.
type matterCell struct {
	signs     map[sign]bool
	words     []string
	positions int
}

// maxMatters is how many matters have a column: a page that is wider cannot be
// read. The rest stands in the sheet Positions.
const maxMatters = 24

func newMatterSheet(b *xlsx.Book, many bool) matterSheet {
	b.Reserve("Matrix")
	return matterSheet{
		book: b, many: many, columns: map[string]*matterAxis{}, rows: map[string]*matterAxis{}, cells: map[[2]string]*matterCell{},
	}
}

// add lays the matrix of an article over what is there.
func (s *matterSheet) add(v *view) {
	m := newMatrix(v.Article.Upheld())
	for _, r := range m.Rows {
		row := axis(s.rows, s.rowKey(v, &r), r.Name, v.affiliation(r.Actor), r.Positions)
		for i, c := range r.Cells {
			if len(c.Positions) == 0 {
				continue
			}
			column := axis(s.columns, matterKey(m.Columns[i].Title), m.Columns[i].Title, "", len(c.Positions))
			s.cell(row, column).add(c)
		}
	}
}

// rowKey tells holders apart.
func (s *matterSheet) rowKey(v *view, r *matrixRow) string {
	switch {
	case r.Actor == nil:
		return v.ID + "\x00" + matterKey(r.Name)
	case s.many && r.Actor.Named:
		return string(r.Actor.Kind) + "\x00" + strings.ToLower(r.Name)
	}
	return v.ID + "\x00\x00" + r.Actor.ID
}

// axis finds or makes a row or column and counts its positions.
func axis(m map[string]*matterAxis, key, title, about string, positions int) *matterAxis {
	x := m[key]
	if x == nil {
		x = &matterAxis{key: key, title: oneLine(title), order: len(m)}
		m[key] = x
	}
	if x.about == "" {
		x.about = about
	}
	x.positions += positions
	return x
}

func (s *matterSheet) cell(row, column *matterAxis) *matterCell {
	at := [2]string{row.key, column.key}
	if s.cells[at] == nil {
		s.cells[at] = &matterCell{signs: map[sign]bool{}}
	}
	return s.cells[at]
}

func (c *matterCell) add(other matrixCell) {
	c.positions += len(other.Positions)
	for _, p := range other.Positions {
		c.signs[signOf(p)] = true
	}
	for _, w := range other.Words {
		if w = oneLine(w); len(c.words) < 2 && !slices.Contains(c.words, w) {
			c.words = append(c.words, w)
		}
	}
}

// text is the cell in symbol and words: "− accused, denied (3)".
func (c *matterCell) text() string {
	out := string(sumSign(c.signs)) + " " + strings.Join(c.words, ", ")
	if c.positions > 1 {
		out += fmt.Sprintf(" (%d)", c.positions)
	}
	return out
}

// write writes the sheet when all articles are in.
func (s *matterSheet) write() {
	columns, rows := axes(s.columns), axes(s.rows)
	left := max(0, len(columns)-maxMatters)
	columns = columns[:len(columns)-left]
	holder, about := lookStyle(nameLook), lookStyle(mutedLook)
	holder.Middle, about.Middle = true, true
	heads := []xlsx.Column{{Title: "Holder", Width: 26, Style: holder}, {Title: "Affiliation", Width: 22, Style: about}}
	for _, c := range columns {
		heads = append(heads, xlsx.Column{Title: c.title, Width: 20, Style: lookStyle(mutedLook)})
	}
	out := s.book.AddSheet(xlsx.SheetOptions{Name: "Matrix", Table: "Matrix", Columns: heads, Freeze: 2, Tab: colorSupports, Lines: colorPaper})
	for _, r := range rows {
		if line, ok := s.line(r, columns); ok {
			out.Row(line...)
		}
	}
	s.legend(out, left)
}

// line is the row of a holder, and whether a column of it is filled.
func (s *matterSheet) line(r *matterAxis, columns []*matterAxis) ([]xlsx.Cell, bool) {
	line := []xlsx.Cell{{Kind: xlsx.Text, Text: r.title}, {Kind: xlsx.Text, Text: r.about}}
	filled := false
	for _, c := range columns {
		cell := s.cells[[2]string{r.key, c.key}]
		if cell == nil {
			line = append(line, xlsx.Cell{Kind: xlsx.Text, Text: "·", Style: &xlsx.Style{Color: colorLineNo, Align: "center", Middle: true}})
			continue
		}
		filled = true
		line = append(line, xlsx.Cell{Kind: xlsx.Text, Text: cell.text(), Style: signCell(sumSign(cell.signs))})
	}
	return line, filled
}

// signCell is the tinted rectangle of a sign.
func signCell(g sign) *xlsx.Style {
	return &xlsx.Style{Color: g.ink(), Fill: g.ground(), Wrap: true, Middle: true}
}

// legend says what the symbols mean and what is not shown.
func (s *matterSheet) legend(out *xlsx.Sheet, left int) {
	for _, g := range []sign{signSupports, signOpposes, signConditional, signNeutral, signMixed} {
		out.Foot(xlsx.Cell{Kind: xlsx.Text, Text: string(g) + " " + g.word(), Style: signCell(g)})
	}
	note := "The sign is the holder's stance towards the column; the words are the article's."
	if left > 0 {
		note += fmt.Sprintf(" %d more matters stand in the sheet Positions.", left)
	}
	out.Foot(xlsx.Cell{Kind: xlsx.Text, Text: note, Style: &xlsx.Style{Color: colorMuted, Italic: true}})
}

// axes lists rows or columns, most positions first.
func axes(m map[string]*matterAxis) []*matterAxis {
	var list []*matterAxis
	for _, x := range m {
		list = append(list, x)
	}
	slices.SortFunc(list, func(a, b *matterAxis) int {
		return cmp.Or(cmp.Compare(b.positions, a.positions), cmp.Compare(a.order, b.order))
	})
	return list
}
