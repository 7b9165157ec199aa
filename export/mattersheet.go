package export

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"dossier/article"
	"dossier/formats/xlsx"
)

// matterSheet is the matrix of positions: who stands how on what. The matrices
// of several articles are laid over each other. Whether an actor of one is that
// of another is settled when all are in; see cast. Matters that are no actor are
// the same by their words, holders that are words never.
//
// Cost: a cell for each pair of holder and matter, whatever the articles hold.
type matterSheet struct {
	book     *xlsx.Book
	many     bool
	articles int
	cast     *cast
	columns  map[string]*matterAxis
	rows     map[string]*matterAxis
	cells    map[[2]string]*matterCell
}

// matterAxis is one row or column with what orders it.
type matterAxis struct {
	key, title, about string
	actor             int // its number in the cast; -1: words
	positions, order  int
}

// matterCell sums the positions of one holder on one matter.
type matterCell struct {
	row, column *matterAxis
	order       int
	signs       map[sign]bool
	words       []string
	positions   int
}

// maxMatters is how many matters have a column: a page that is wider cannot be
// read. The rest stands in the sheet Positions.
const maxMatters = 24

func newMatterSheet(b *xlsx.Book, many bool) *matterSheet {
	b.Reserve("Matrix")
	s := &matterSheet{book: b, many: many, cast: &cast{}}
	s.columns, s.rows, s.cells = map[string]*matterAxis{}, map[string]*matterAxis{}, map[[2]string]*matterCell{}
	return s
}

// add lays the matrix of an article over what is there.
func (s *matterSheet) add(v *view) {
	m := newMatrix(v.Article.Upheld())
	entered := map[*article.Actor]int{}
	columns := make([]*matterAxis, len(m.Columns))
	for _, r := range m.Rows {
		row := s.axis(v, entered, s.rows, v.ID+"\x00"+matterKey(r.Name), r.Actor, r.Name)
		row.positions += r.Positions
		for i, c := range r.Cells {
			if len(c.Positions) == 0 {
				continue
			}
			if k := m.Columns[i]; columns[i] == nil {
				columns[i] = s.axis(v, entered, s.columns, matterKey(k.Title), k.Actor, k.Title)
			}
			columns[i].positions += len(c.Positions)
			s.cell(row, columns[i]).add(c)
		}
	}
	s.articles++
}

// axis finds or makes a row or column. One that is an actor is of this article
// alone until the cast is resolved.
func (s *matterSheet) axis(v *view, entered map[*article.Actor]int, list map[string]*matterAxis, key string, x *article.Actor, title string) *matterAxis {
	actor, about := -1, ""
	if x != nil {
		n, ok := entered[x]
		if !ok {
			n = s.cast.add(s.articles, v, x)
			entered[x] = n
		}
		actor, about, key = n, v.affiliation(x), "\x00"+strconv.Itoa(n)
	}
	a := list[key]
	if a == nil {
		a = &matterAxis{key: strings.Clone(key), title: strings.Clone(oneLine(title)), about: strings.Clone(about), actor: actor, order: len(list)}
		list[a.key] = a
	}
	return a
}

func (s *matterSheet) cell(row, column *matterAxis) *matterCell {
	at := [2]string{row.key, column.key}
	if s.cells[at] == nil {
		s.cells[at] = &matterCell{row: row, column: column, order: len(s.cells), signs: map[sign]bool{}}
	}
	return s.cells[at]
}

func (c *matterCell) add(other matrixCell) {
	c.positions += len(other.Positions)
	for _, p := range other.Positions {
		c.signs[signOf(p)] = true
	}
	c.addWords(other.Words)
}

func (c *matterCell) addWords(words []string) {
	for _, w := range words {
		if w = oneLine(w); len(c.words) < 2 && !slices.Contains(c.words, w) {
			c.words = append(c.words, strings.Clone(w))
		}
	}
}

// merge joins the rows and the columns of actors that are one.
func (s *matterSheet) merge() {
	numbers := s.cast.resolve()
	old := s.cells
	s.rows, s.columns, s.cells = mergeAxes(s.rows, numbers), mergeAxes(s.columns, numbers), map[[2]string]*matterCell{}
	for _, c := range slices.SortedFunc(maps.Values(old), func(x, y *matterCell) int { return cmp.Compare(x.order, y.order) }) {
		to := s.cell(s.rows[c.row.mergedKey(numbers)], s.columns[c.column.mergedKey(numbers)])
		to.positions += c.positions
		maps.Copy(to.signs, c.signs)
		to.addWords(c.words)
	}
}

func (x *matterAxis) mergedKey(numbers []int) string {
	if x.actor < 0 {
		return x.key
	}
	return "\x00" + strconv.Itoa(numbers[x.actor])
}

func mergeAxes(list map[string]*matterAxis, numbers []int) map[string]*matterAxis {
	merged := map[string]*matterAxis{}
	for _, x := range slices.SortedFunc(maps.Values(list), func(x, y *matterAxis) int { return cmp.Compare(x.order, y.order) }) {
		key := x.mergedKey(numbers)
		to := merged[key]
		if to == nil {
			to = &matterAxis{key: key, title: x.title, actor: -1, order: x.order}
			merged[key] = to
		}
		to.about = cmp.Or(to.about, x.about)
		to.positions += x.positions
	}
	return merged
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
	s.merge()
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
