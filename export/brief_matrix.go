package export

import (
	"strconv"
	"strings"

	"dossier/article"
	"dossier/formats/pdf"
)

const (
	matrixActors  = 36.0 // width of the actors' column
	matrixColumns = 6    // columns of one block
	matrixRow0    = 10.2 // height of a row
	matrixGutter  = 0.5
	cellPitch     = 3.35
	aloneRow      = 5.9

	cellWordsLeft  = 4.8 // from the cell's edge, behind the symbol
	cellWordsRight = 0.8
)

// drawMatrix draws the positions: blocks of columns that several share, then a
// list of those that stand alone. Page 1 must hold a quotation too: where that
// is in the way, it shows the first rows, and the others follow the quotation.
func (b *brief) drawMatrix() {
	blocks, alone := b.m.blocks(b.columnsABlock())
	if len(blocks) == 0 && len(alone) == 0 {
		return // the main points have said so
	}
	top := b.topRows(blocks)
	b.section("positions", "", 30)
	b.drawLegend(b.hasMixed())
	if top > 0 {
		g := b.matrixGrid(blocks[0])
		b.drawGridHead(g)
		for _, r := range b.m.rowsIn(blocks[0])[:top] {
			b.drawMatrixRow(g, r)
		}
		b.drawMoreBelow(blocks, alone, top)
		return
	}
	for i, columns := range blocks {
		if i > 0 {
			b.y += 4
		}
		b.drawMatrixBlock(columns, 0)
	}
	b.drawAlone(alone)
}

// restOfMatrix is what page 1 has no room for.
type restOfMatrix struct {
	blocks [][]int
	alone  []*article.Position
	from   int // the first row of the first block that is still to be drawn
}

const matrixRestAnchor = "positions:rest"

// drawMoreBelow says how many rows are still to come and keeps them.
func (b *brief) drawMoreBelow(blocks [][]int, alone []*article.Position, top int) {
	b.rest = &restOfMatrix{blocks, alone, top}
	rest := len(alone)
	for i, columns := range blocks {
		rows := b.m.rowsIn(columns)
		if i == 0 {
			rows = rows[top:]
		}
		for _, r := range rows {
			for _, c := range columns {
				rest += len(r.Cells[c].Positions)
			}
		}
	}
	b.y += moreLine
	b.reference(b.right(), b.y, fontPlace, b.l.get("positions.more", "n", strconv.Itoa(rest)), matrixRestAnchor)
}

const moreLine = 5.0

// drawRestOfMatrix draws it, on the page behind the first quotation.
func (b *brief) drawRestOfMatrix() {
	r := b.rest
	if r == nil {
		return
	}
	b.rest = nil
	b.newPage()
	b.page.Anchor(matrixRestAnchor, b.y-6)
	b.section("positions.rest", "", 30)
	b.drawLegend(b.hasMixed())
	for i, columns := range r.blocks {
		from := 0
		if i == 0 {
			if from = r.from; from == len(b.m.rowsIn(columns)) {
				continue
			}
		}
		if i > 0 {
			b.y += 4
		}
		b.drawMatrixBlock(columns, from)
	}
	b.drawAlone(r.alone)
}

// topRows is how many rows of the first block stand on page 1 where the rest of
// the matrix must follow the first quotation; 0 where all of it can stand here,
// or so little that parting it is no gain.
func (b *brief) topRows(blocks [][]int) int {
	quote := b.firstQuoteHeight()
	if len(b.doc.Pages()) > 1 || len(blocks) == 0 || quote == 0 || b.y+b.matrixHeight()+quote <= b.bottom() {
		return 0
	}
	head := sectionGap + sectionHead + b.matrixGrid(blocks[0]).headHeight() + 0.8
	n := int((b.bottom() - b.y - head - moreLine - quote) / matrixRow0)
	rows := len(b.m.rowsIn(blocks[0]))
	if n == rows-1 {
		n-- // one row alone on the next page would look forgotten
	}
	if n = min(n, rows); n < 3 {
		return 0
	}
	return n
}

// columnsABlock is how many columns stand side by side: six, or five where a
// word would not fit into its cell or head.
func (b *brief) columnsABlock() int {
	w := (b.width()-matrixActors)/matrixColumns - 2*matrixGutter
	for i := range b.m.Columns[:min(len(b.m.Columns), matrixColumns)] {
		if b.widestWord(fontHeadCell, capitalized(b.m.Columns[i].Title)) > w-1 {
			return matrixColumns - 1
		}
		for _, r := range b.m.Rows {
			if c := r.Cells[i]; len(c.Words) > 0 && b.widestWord(fontCellWords, capitalized(c.Words[0])) > w-cellWordsLeft-cellWordsRight {
				return matrixColumns - 1
			}
		}
	}
	return matrixColumns
}

func (b *layout) widestWord(st pdf.Style, s string) float64 {
	w := 0.0
	for _, word := range strings.Fields(s) {
		w = max(w, b.doc.Measure(st, word))
	}
	return w
}

func (b *brief) hasMixed() bool {
	for i := range b.v.Positions {
		if signOf(&b.v.Positions[i]) == signMixed {
			return true
		}
	}
	for _, r := range b.m.Rows {
		for _, c := range r.Cells {
			if c.Sign == signMixed {
				return true
			}
		}
	}
	return false
}

// drawMatrixBlock draws the rows that have something in columns, but for the
// first ones. Its head is repeated on each page.
func (b *brief) drawMatrixBlock(columns []int, first int) {
	rows, g := b.m.rowsIn(columns)[first:], b.matrixGrid(columns)
	b.need(g.headHeight() + matrixRow0*float64(together(0, len(rows))))
	b.drawGridHead(g)
	for i, r := range rows {
		if b.need(matrixRow0 * float64(together(i, len(rows)))) {
			b.drawGridHead(g)
		}
		b.drawMatrixRow(g, r)
	}
}

// matrixHeight is that of the whole section on one page.
func (b *brief) matrixHeight() float64 {
	blocks, alone := b.m.blocks(b.columnsABlock())
	if len(blocks) == 0 && len(alone) == 0 {
		return 0
	}
	h := sectionGap + sectionHead
	for i, columns := range blocks {
		if i > 0 {
			h += 4
		}
		h += b.matrixGrid(columns).headHeight() + 0.8 + matrixRow0*float64(len(b.m.rowsIn(columns)))
	}
	if len(alone) > 0 {
		h += 9.8 + aloneRow*float64(len(alone))
	}
	return h
}

// matrixGrid is where a block's columns stand and what their heads say.
type matrixGrid struct {
	columns []int
	x0, w   float64
	heads   [][]string
}

func (b *brief) matrixGrid(columns []int) matrixGrid {
	g := matrixGrid{columns: columns, x0: b.left() + matrixActors}
	g.w = (b.width() - matrixActors) / float64(max(len(columns), 3))
	for _, c := range columns {
		g.heads = append(g.heads, b.doc.Lines(fontHeadCell, capitalized(oneLine(b.m.Columns[c].Title)), g.w-2, 4))
	}
	return g
}

func (g matrixGrid) headHeight() float64 {
	lines := 1
	for _, h := range g.heads {
		lines = max(lines, len(h))
	}
	return 5 + 3.6*float64(lines) + 1.6
}

// drawGridHead draws the heads of the columns.
func (b *layout) drawGridHead(g matrixGrid) {
	top := b.y
	if b.atTop() {
		top -= 3
	}
	b.page.Text(b.left(), top+6.6, fontHeadCell, b.l.get("actor"))
	for i, lines := range g.heads {
		for k, l := range lines {
			b.page.Text(g.x0+g.w*float64(i)+1.4, top+6.6+3.6*float64(k), fontHeadCell, l)
		}
	}
	b.y = top + g.headHeight()
	b.page.Rule(b.left(), b.y, b.right(), b.y, 0.25, pdf.Hex(colorHairline))
	b.y += 0.8
}

func (b *brief) drawMatrixRow(g matrixGrid, r matrixRow) {
	b.drawRowName(r)
	for i, c := range g.columns {
		b.drawCell(g.x0+g.w*float64(i), g.w, r.Cells[c])
	}
	b.y += matrixRow0
	b.hairline(b.y)
}

// drawRowName draws a holder and, where there is room, whom it belongs to.
func (b *brief) drawRowName(r matrixRow) {
	b.drawTwoLines(capitalized(oneLine(r.Name)), capitalized(b.belonging(r.Actor)))
}

// drawTwoLines draws what a row is about and, below, what explains it.
func (b *layout) drawTwoLines(about, explained string) {
	const room = matrixActors - 2
	name := b.doc.Lines(fontRowName, about, room, 2)
	lines := len(name)
	below := b.doc.Fit(fontLabel, explained, room)
	if below != "" {
		lines++
	}
	pitch := 3.5
	if lines > 2 {
		pitch = 3.1
	}
	y := b.y + matrixRow0/2 - pitch*float64(lines)/2 + 2.6
	for _, l := range name {
		b.page.Text(b.left(), y, fontRowName, l)
		y += pitch
	}
	if below != "" {
		b.page.Text(b.left(), y, fontLabel, below)
	}
}

// belonging is the organisation of an actor's role and its country.
func (b *brief) belonging(x *article.Actor) string {
	if x == nil {
		return ""
	}
	country := b.l.country(string(x.Country))
	if r := roleOf(x); r != nil {
		org := b.v.name(r.Organization)
		switch {
		case org != "" && country != "" && org != country && b.doc.Measure(fontLabel, org+", "+country) < matrixActors-2:
			return org + ", " + country
		case org != "":
			return org
		}
		return roleTitle(x)
	}
	if country == "" || country == x.Name {
		return b.l.get("kind." + string(x.Kind))
	}
	return country
}

// drawCell draws what one holder's positions on one matter come to.
func (b *brief) drawCell(x, w float64, c matrixCell) {
	x, w = x+matrixGutter, w-2*matrixGutter
	if c.Sign == signNone {
		b.drawNoCell(x, w)
		return
	}
	st, room := cellStyle(b.layout, capitalized(c.Words[0]), w)
	lines := b.doc.Lines(st, capitalized(b.cellWords(c)), room, 2)
	anchor := ""
	if line := b.source.lineAt(startOf(c.Positions[0].Statement.Spans)); line > 0 {
		anchor = b.lineAnchor(line)
	}
	b.drawCellBox(x, w, c.Sign, lines, anchor)
}

// drawNoCell draws a mid-dot.
func (b *layout) drawNoCell(x, w float64) {
	b.page.Text(x+w/2-0.4, b.y+matrixRow0/2+1, pdf.Style{Face: pdf.Sans, Size: 7.5, Color: pdf.Hex(colorLineNo)}, "·")
}

// cellStyle is the type of a cell's words, small enough for the longest of them,
// and the width they have.
func cellStyle(b *layout, words string, w float64) (pdf.Style, float64) {
	st, room := fontCellWords, w-cellWordsLeft-cellWordsRight
	for st.Size > 6.3 && b.widestWord(st, words) > room {
		st.Size -= 0.4
	}
	return st, room
}

// drawCellBox draws a tinted rectangle with sign and words.
func (b *layout) drawCellBox(x, w float64, s sign, lines []string, anchor string) {
	top, height := b.y+matrixGutter, matrixRow0-2*matrixGutter
	b.page.Fill(x, top, w, height, groundOf(s))
	symbol := pdf.Style{Face: pdf.SansSemiBold, Size: 9, Color: inkOf(s)}
	b.page.Text(x+1.4, b.y+matrixRow0/2+1.1, symbol, string(s))
	y := b.y + matrixRow0/2 - cellPitch*float64(len(lines))/2 + 2.5
	for _, l := range lines {
		st, room := cellStyle(b, l, w)
		st.Color = inkOf(s)
		b.page.Text(x+cellWordsLeft, y, st, b.doc.Fit(st, l, room))
		y += cellPitch
	}
	if anchor != "" {
		b.page.Link(x, top, w, height, anchor)
	}
}

// drawChip draws a tinted strip with sign and words, for a row of a list.
func (b *layout) drawChip(x, w float64, s sign, words string) {
	b.page.Fill(x, b.y+0.5, w, aloneRow-1, groundOf(s))
	st := pdf.Style{Face: pdf.SansSemiBold, Size: 7.5, Color: inkOf(s)}
	b.page.Text(x+1.4, b.y+4, st, string(s))
	st.Face = pdf.Sans
	b.page.Text(x+4.8, b.y+4, st, b.doc.Fit(st, words, w-6))
}

// cellWords is the weightiest wording; further ones follow as room allows.
func (b *brief) cellWords(c matrixCell) string {
	words := ""
	for i, w := range c.Words {
		if i > 0 {
			words += "; "
		}
		words += oneLine(w)
	}
	return words
}

// drawAlone lists positions on matters that nobody else took a position on.
func (b *brief) drawAlone(list []*article.Position) {
	if len(list) == 0 {
		return
	}
	const row = aloneRow
	b.subhead("further", "", 2*row)
	b.y -= 2.2
	for i, p := range list {
		if b.need(row * float64(together(i, len(list)))) {
			b.subhead("further", b.l.get("continued"), row)
			b.y -= 2.2
		}
		y := b.y + 4
		ref, anchor := b.positionRef(p)
		b.page.Text(b.left(), y, fontRowName, b.doc.Fit(fontRowName, capitalized(b.v.refName(p.Holder)), 50))
		const chip = 40.0
		b.drawChip(b.left()+53, chip, signOf(p), capitalized(oneLine(positionWords(p))))
		target := fontCell
		target.Size = 8
		b.page.Text(b.left()+53+chip+2.5, y, target, b.doc.Fit(target, b.v.targetName(p), b.width()-53-chip-14))
		if ref != "" {
			b.reference(b.right(), y, fontRef, ref, anchor)
		}
		b.y += row
		b.hairline(b.y)
	}
}
