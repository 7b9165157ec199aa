package export

import (
	"cmp"
	"slices"
	"strings"

	"dossier/article"
)

// matrix is the positions of an article as rows (holders) by columns (whom or
// what they are about). It is what the brief draws and the workbook's Matrix
// sheet lists.
//
// A column is a resolved target actor, else an issue, else the target's words:
// only then does one sign mean the same in every cell of a column. Positions
// that name neither stand in Left, those an analyst rejected nowhere.
type matrix struct {
	Columns []matrixColumn // most positions first
	Rows    []matrixRow    // most positions first
	Left    []*article.Position
}

// matrixColumn is one target or issue.
type matrixColumn struct {
	Title     string
	Actor     *article.Actor // nil where the column is an issue or words
	Positions int
}

// matrixRow is one holder; Actor is nil where its words stay unresolved.
type matrixRow struct {
	Name      string
	Actor     *article.Actor
	Positions int
	Cells     map[int]matrixCell // by column; what is empty is not there
}

// matrixCell is what one holder's positions on one column come to. Words are
// the cues of the text, the weightiest first; an empty cell has no Positions.
type matrixCell struct {
	Sign      sign
	Words     []string
	Positions []*article.Position // the weightiest first
}

// newMatrix builds the matrix of a. Its order depends on nothing but a.
func newMatrix(a *article.Article) *matrix {
	b := matrixBuilder{
		a: a, m: &matrix{}, actors: actorIndex(a),
		columns: map[string]int{}, rows: map[string]int{},
		cells: map[[2]int][]*article.Position{},
	}
	for i := range a.Positions {
		b.enter(&a.Positions[i])
	}
	return b.build()
}

type matrixBuilder struct {
	a             *article.Article
	m             *matrix
	actors        map[article.Opt]*article.Actor
	columns, rows map[string]int // by key
	cells         map[[2]int][]*article.Position
}

func (b *matrixBuilder) enter(p *article.Position) {
	if p.Review != nil && p.Review.Status == "rejected" {
		return
	}
	column, row := b.column(p), b.row(p)
	if column < 0 || row < 0 {
		b.m.Left = append(b.m.Left, p)
		return
	}
	b.m.Columns[column].Positions++
	b.m.Rows[row].Positions++
	at := [2]int{row, column}
	b.cells[at] = append(b.cells[at], p)
}

// column finds or makes the column of p; -1 where p names no matter.
func (b *matrixBuilder) column(p *article.Position) int {
	c := matrixColumn{Actor: b.actors[p.Target.Actor]}
	switch {
	case c.Actor != nil:
		c.Title = c.Actor.Name
	case p.Issue != "":
		c.Title = string(p.Issue)
	default:
		c.Title = p.Target.Text
	}
	key := matterKey(c.Title)
	if c.Actor != nil {
		key = "\x00" + c.Actor.ID // no words can read like it
	}
	if key == "" {
		return -1
	}
	return index(b.columns, key, &b.m.Columns, c)
}

// row finds or makes the row of p's holder; -1 where no words name one, or a
// pronoun does.
func (b *matrixBuilder) row(p *article.Position) int {
	if p.Holder == nil || p.Holder.Text == "" && p.Holder.Actor == "" || unnamed(p.Holder) {
		return -1
	}
	r := matrixRow{Name: p.Holder.Text, Actor: b.actors[p.Holder.Actor]}
	key := matterKey(r.Name)
	if r.Actor != nil {
		r.Name, key = r.Actor.Name, "\x00"+r.Actor.ID
	}
	return index(b.rows, key, &b.m.Rows, r)
}

// index returns the place of key in list, entering v where it is new.
func index[T any](places map[string]int, key string, list *[]T, v T) int {
	i, ok := places[key]
	if !ok {
		i = len(*list)
		places[key] = i
		*list = append(*list, v)
	}
	return i
}

// build sorts columns and rows and fills the cells.
func (b *matrixBuilder) build() *matrix {
	m := b.m
	columns := ranked(m.Columns, func(c matrixColumn) int { return c.Positions })
	rows := ranked(m.Rows, func(r matrixRow) int { return r.Positions })
	sorted := &matrix{Left: m.Left}
	for _, c := range columns {
		sorted.Columns = append(sorted.Columns, m.Columns[c])
	}
	for _, r := range rows {
		row := m.Rows[r]
		row.Cells = map[int]matrixCell{}
		sorted.Rows = append(sorted.Rows, row)
	}
	rowAt, columnAt := places(rows), places(columns)
	for at, positions := range b.cells {
		sorted.Rows[rowAt[at[0]]].Cells[columnAt[at[1]]] = newMatrixCell(b.a, positions)
	}
	return sorted
}

// places maps each number of order to where it stands.
func places(order []int) map[int]int {
	at := make(map[int]int, len(order))
	for i, n := range order {
		at[n] = i
	}
	return at
}

// blocks cuts the columns into blocks of at most most. The first takes what there
// is; further blocks only columns on which more than one position was taken. The
// others would be a page of empty cells: they become a list.
func (m *matrix) blocks(most int) (blocks [][]int, alone []*article.Position) {
	var block []int
	single := map[int][]*article.Position{} // by column
	for _, r := range m.Rows {
		for c, cell := range r.Cells {
			if len(cell.Positions) == 1 {
				single[c] = cell.Positions
			}
		}
	}
	for i, c := range m.Columns {
		if i >= most && c.Positions < 2 {
			alone = append(alone, single[i]...)
			continue
		}
		if len(block) == most {
			blocks, block = append(blocks, block), nil
		}
		block = append(block, i)
	}
	if len(block) > 0 {
		blocks = append(blocks, block)
	}
	return blocks, append(alone, m.Left...)
}

// rowsIn are the rows with something in columns.
func (m *matrix) rowsIn(columns []int) []matrixRow {
	var rows []matrixRow
	for _, r := range m.Rows {
		if slices.ContainsFunc(columns, func(c int) bool { return r.Cells[c].Sign != signNone }) {
			rows = append(rows, r)
		}
	}
	return rows
}

// ranked lists the indices of items, highest n first, else in order. Entries
// without a position, made for one that had no row or column, are left out.
func ranked[T any](items []T, n func(T) int) []int {
	var order []int
	for i := range items {
		if n(items[i]) > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(n(items[j]), n(items[i])) })
	return order
}

func newMatrixCell(a *article.Article, positions []*article.Position) matrixCell {
	c := matrixCell{Positions: slices.Clone(positions)}
	if len(positions) == 0 {
		return c
	}
	slices.SortStableFunc(c.Positions, func(p, q *article.Position) int {
		return cmp.Compare(weight(a, q), weight(a, p))
	})
	c.Sign = cellSign(c.Positions)
	for _, p := range c.Positions {
		if w := positionWords(p); !slices.Contains(c.Words, w) {
			c.Words = append(c.Words, w)
		}
	}
	return c
}

// cellSign sums up positions of one holder on one matter.
func cellSign(positions []*article.Position) sign {
	var seen signs
	for _, p := range positions {
		seen.add(signOf(p))
	}
	return seen.sum()
}

// positionWords says in the text's own words how p stands: the condition where
// there is one, else the cue. A cue that only reports ("said") is no stance,
// so for those the stance itself is named.
func positionWords(p *article.Position) string {
	if p.Condition != nil && p.Condition.Text != "" {
		return p.Condition.Text
	}
	if p.Cue != nil && p.Cue.Text != "" && p.Stance != article.Assert {
		return wholeMarks(p.Cue.Text)
	}
	return stanceWord(p.Stance)
}

// wholeMarks is s without a quotation mark that has no other.
func wholeMarks(s string) string {
	if strings.Count(s, `"`)%2 == 1 {
		s = strings.ReplaceAll(s, `"`, "")
	}
	if strings.Count(s, "“") != strings.Count(s, "”") {
		s = strings.NewReplacer("“", "", "”", "").Replace(s)
	}
	return s
}

// stanceWord is the stance as a verb: "calls for", "asserts".
func stanceWord(s article.Stance) string {
	switch s {
	case article.CallFor:
		return "calls for"
	case article.OpposeAct:
		return "acts against"
	case article.Criticize:
		return "criticizes"
	case article.Deny:
		return "denies"
	case article.Support, article.Commit, article.Assist, article.Concede, article.Confirm,
		article.Consult, article.Assert, article.Doubt, article.Accuse, article.Reject, article.Threaten:
		return string(s) + "s"
	}
	return string(s)
}

// weight says how much p matters to someone who reads only a few positions:
// sure, taken for or against something, in the holder's own words, by a named
// holder towards a known target, early in the text.
func weight(a *article.Article, p *article.Position) float64 {
	w := 2 * p.Confidence
	if p.Polarity != 0 {
		w += 0.8
	}
	if len(p.Quotes) > 0 {
		w += 0.4
	}
	if p.Holder != nil && p.Holder.Actor != "" {
		w += 0.4
	}
	if p.Target.Actor != "" || p.Issue != "" {
		w += 0.2
	}
	if p.Stance == article.Assert {
		w -= 0.4
	}
	if len(p.Statement.Spans) > 0 && len(a.Text) > 0 {
		w += 0.4 * (1 - float64(p.Statement.Spans[0].Start)/float64(len(a.Text)))
	}
	return w
}

// matterKey folds words that name the same matter: case, articles and
// surrounding marks do not count.
func matterKey(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for len(words) > 1 && fillers[strings.Trim(words[0], `"“”'’‘.,`)] {
		words = words[1:]
	}
	return strings.Trim(strings.Join(words, " "), `"“”'’‘.,;: `)
}

var fillers = map[string]bool{
	"the": true, "a": true, "an": true, "any": true, "its": true, "their": true,
	"his": true, "her": true, "this": true, "that": true, "all": true,
}

// actorIndex finds actors by id.
func actorIndex(a *article.Article) map[article.Opt]*article.Actor {
	m := make(map[article.Opt]*article.Actor, len(a.Actors))
	for i := range a.Actors {
		m[article.Opt(a.Actors[i].ID)] = &a.Actors[i]
	}
	return m
}
