package export

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dossier/article"
	"dossier/formats/xlsx"
)

// matterSheet is the matrix of positions: who stands how on what. The matrices
// of several articles are laid over each other. Whether an actor of one is that
// of another is settled when all are in; see cast. Matters that are no actor are
// the same by their words, holders that are words never.
//
// Cost: 50 bytes for each pair of holder and matter of an article, and each word
// once.
type matterSheet struct {
	book     *xlsx.Book
	many     bool
	articles int
	cast     *cast
	columns  matterAxes
	rows     matterAxes
	cells    []matterCell
	words    map[string]string // so that each is kept once
}

// matterAxes are the rows or the columns in the order in which they came.
type matterAxes struct {
	list  []matterAxis
	words map[string]int32 // those that are words, by key
}

// matterAxis is one row or column with what orders it.
type matterAxis struct {
	title, about string
	actor        int32 // its number in the cast; -1: words
	positions    int32
}

// matterCell sums the positions of one holder on one matter.
type matterCell struct {
	row, column int32
	positions   int32
	signs       signs
	words       [2]string
}

// maxMatters is how many matters have a column: a page that is wider cannot be
// read. The rest stands in the sheet Positions.
const maxMatters = 24

func newMatterSheet(b *xlsx.Book, many bool) *matterSheet {
	b.Reserve("Matrix")
	axes := func() matterAxes { return matterAxes{words: map[string]int32{}} }
	return &matterSheet{book: b, many: many, cast: &cast{}, columns: axes(), rows: axes(), words: map[string]string{}}
}

// matterActors are the actors of one article that are rows or columns.
type matterActors struct {
	v             *view
	numbers       map[*article.Actor]int32 // in the cast
	rows, columns map[*article.Actor]int32
}

// add lays the matrix of an article over what is there.
func (s *matterSheet) add(v *view) {
	m := newMatrix(v.Article.Upheld())
	known := matterActors{v, map[*article.Actor]int32{}, map[*article.Actor]int32{}, map[*article.Actor]int32{}}
	for _, r := range m.Rows {
		row := s.axis(&known, &s.rows, known.rows, v.ID+"\x00"+matterKey(r.Name), r.Actor, r.Name)
		s.rows.list[row].positions += int32(r.Positions)
		for _, i := range slices.Sorted(maps.Keys(r.Cells)) {
			c, k := r.Cells[i], m.Columns[i]
			column := s.axis(&known, &s.columns, known.columns, matterKey(k.Title), k.Actor, k.Title)
			s.columns.list[column].positions += int32(len(c.Positions))
			s.cells = append(s.cells, s.newCell(row, column, c))
		}
	}
	s.articles++
}

// axis finds or makes a row or column: x, else the words under key. One that is
// an actor is of this article alone until the cast is resolved.
func (s *matterSheet) axis(known *matterActors, in *matterAxes, actors map[*article.Actor]int32, key string, x *article.Actor, title string) int32 {
	if x == nil {
		if at, ok := in.words[key]; ok {
			return at
		}
	} else if at, ok := actors[x]; ok {
		return at
	}
	at := int32(len(in.list))
	a := matterAxis{title: s.word(oneLine(title)), actor: -1}
	if x == nil {
		in.words[strings.Clone(key)] = at
	} else {
		actors[x] = at
		n, ok := known.numbers[x]
		if !ok {
			n = int32(s.cast.add(s.articles, known.v, x))
			known.numbers[x] = n
		}
		a.actor, a.about = n, s.word(known.v.affiliation(x))
	}
	in.list = append(in.list, a)
	return at
}

// word is w, kept once and without the article that it is part of.
func (s *matterSheet) word(w string) string {
	if kept, ok := s.words[w]; ok {
		return kept
	}
	w = strings.Clone(w)
	s.words[w] = w
	return w
}

func (s *matterSheet) newCell(row, column int32, c matrixCell) matterCell {
	out := matterCell{row: row, column: column, positions: int32(len(c.Positions))}
	for _, p := range c.Positions {
		out.signs.add(signOf(p))
	}
	for _, w := range c.Words[:min(len(c.Words), len(out.words))] {
		out.addWord(s.word(oneLine(w)))
	}
	return out
}

// addWord adds a word that is not there, as long as there is room.
func (c *matterCell) addWord(w string) {
	for i := range c.words {
		if c.words[i] == "" {
			c.words[i] = w
		}
		if c.words[i] == w {
			return
		}
	}
}

// merge joins the rows and the columns of actors that are one, and the cells
// that thereby stand in one place.
func (s *matterSheet) merge() map[[2]int32]*matterCell {
	numbers := s.cast.resolve()
	rows, columns := s.rows.merge(numbers), s.columns.merge(numbers)
	cells := map[[2]int32]*matterCell{}
	for i := range s.cells {
		c := &s.cells[i]
		at := [2]int32{rows[c.row], columns[c.column]}
		to := cells[at]
		if to == nil {
			cells[at] = c
			continue
		}
		to.positions += c.positions
		to.signs |= c.signs
		for _, w := range c.words {
			to.addWord(w)
		}
	}
	return cells
}

// merge joins what is one and returns the new place of each.
func (x *matterAxes) merge(numbers []int) []int32 {
	places := make([]int32, len(x.list))
	first := map[int]int32{} // of actors
	var merged []matterAxis
	for i, a := range x.list {
		at, ok := int32(len(merged)), false
		if a.actor >= 0 {
			n := numbers[a.actor]
			if at, ok = first[n]; !ok {
				at = int32(len(merged))
				first[n] = at
			}
		}
		if places[i] = at; !ok {
			merged = append(merged, a)
			continue
		}
		to := &merged[at]
		to.about = cmp.Or(to.about, a.about)
		to.positions += a.positions
	}
	x.list = merged
	return places
}

// text is the cell in symbol and words: "− accused, denied (3)".
func (c *matterCell) text() string {
	out := string(c.signs.sum()) + " " + c.words[0]
	if c.words[1] != "" {
		out += ", " + c.words[1]
	}
	if c.positions > 1 {
		out += fmt.Sprintf(" (%d)", c.positions)
	}
	return out
}

// write writes the sheet when all articles are in.
func (s *matterSheet) write() {
	cells := s.merge()
	columns, rows := s.columns.ranked(), s.rows.ranked()
	left := max(0, len(columns)-maxMatters)
	columns = columns[:len(columns)-left]
	holder, about := lookStyle(nameLook), lookStyle(mutedLook)
	holder.Middle, about.Middle = true, true
	heads := []xlsx.Column{{Title: "Holder", Width: 26, Style: holder}, {Title: "Affiliation", Width: 22, Style: about}}
	for _, c := range columns {
		heads = append(heads, xlsx.Column{Title: s.columns.list[c].title, Width: 20, Style: lookStyle(mutedLook)})
	}
	out := s.book.AddSheet(xlsx.SheetOptions{Name: "Matrix", Table: "Matrix", Columns: heads, Freeze: 2, Wide: pagesFor(len(columns)), Tab: colorSupports, Lines: colorPaper})
	line := make([]xlsx.Cell, len(heads))
	for _, r := range rows {
		if s.fill(line, r, columns, cells) {
			out.Row(line...)
		}
	}
	s.legend(out, left)
}

// mattersAPage is how many matters a printed page shows in letters that can be read.
const mattersAPage = 8

// pagesFor is how many pages matters take side by side.
func pagesFor(matters int) int { return max(1, (matters+mattersAPage-1)/mattersAPage) }

// noCell stands where a holder says nothing on a matter.
var noCell = xlsx.Cell{Kind: xlsx.Text, Text: "·", Style: &xlsx.Style{Color: colorLineNo, Align: "center", Middle: true}}

// fill makes line the row of a holder and reports whether a column of it is filled.
func (s *matterSheet) fill(line []xlsx.Cell, row int32, columns []int32, cells map[[2]int32]*matterCell) bool {
	r := &s.rows.list[row]
	line[0], line[1] = xlsx.Cell{Kind: xlsx.Text, Text: r.title}, xlsx.Cell{Kind: xlsx.Text, Text: r.about}
	filled := false
	for i, c := range columns {
		line[i+2] = noCell
		if cell := cells[[2]int32{row, c}]; cell != nil {
			filled = true
			line[i+2] = xlsx.Cell{Kind: xlsx.Text, Text: cell.text(), Style: signCell(cell.signs.sum())}
		}
	}
	return filled
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
	notes := []string{"The sign: the holder's stance towards the column.", "The words are the article's."}
	if left > 0 {
		notes = append(notes, fmt.Sprintf("%d more matters stand in the sheet Positions.", left))
	}
	for _, n := range notes { // each short enough for the columns that every page repeats
		out.Foot(xlsx.Cell{Kind: xlsx.Text, Text: n, Style: &xlsx.Style{Color: colorMuted, Italic: true}})
	}
}

// ranked lists the places of rows or columns, most positions first.
func (x *matterAxes) ranked() []int32 {
	list := make([]int32, len(x.list))
	for i := range list {
		list[i] = int32(i)
	}
	slices.SortStableFunc(list, func(a, b int32) int { return cmp.Compare(x.list[b].positions, x.list[a].positions) })
	return list
}
