package export

import (
	"cmp"
	"slices"
	"strconv"

	"dossier/article"
	"dossier/formats/pdf"
)

// sides is a matter on which several stand, or one who stood on both sides.
type sides struct {
	m        *matter
	pro      []standing // supports and conditions, one a holder and sign
	against  []standing
	also     map[*article.Position][]int // other articles in which the same holder stands so
	both     bool                        // somebody stands on both sides
	articles int
}

// maxSides is how many matters are shown side by side, maxSide how many
// positions on each of their sides.
const (
	maxSides = 24
	maxSide  = 8
)

// allSides finds the matters to show: those with two sides first.
func (d *dossier) allSides() []sides {
	var list []sides
	for _, m := range d.matters {
		s := sidesOf(m)
		if len(s.pro) > 0 && len(s.against) > 0 || len(s.pro) > 1 || len(s.against) > 1 {
			list = append(list, s)
		}
	}
	slices.SortStableFunc(list, func(x, y sides) int { return cmp.Compare(y.rank(), x.rank()) })
	return list
}

func sidesOf(m *matter) sides {
	s := sides{m: m, also: map[*article.Position][]int{}}
	seen := map[int]bool{}
	for _, h := range m.holders {
		left, right := len(s.pro), len(s.against)
		shown := map[sign]standing{}
		for _, x := range m.stands[h] {
			seen[x.part.n] = true
			if first, ok := shown[x.sign]; ok {
				if list := s.also[first.p]; x.part != first.part && (len(list) == 0 || list[len(list)-1] != x.part.n) {
					s.also[first.p] = append(list, x.part.n)
				}
				continue
			}
			shown[x.sign] = x
			switch x.sign {
			case signSupports, signConditional:
				s.pro = append(s.pro, x)
			case signOpposes:
				s.against = append(s.against, x)
			}
		}
		s.both = s.both || len(s.pro) > left && len(s.against) > right
	}
	s.articles = len(seen)
	return s
}

// rank puts contradiction before agreement, and what several articles tell
// before what one does.
func (s sides) rank() int {
	n := min(len(s.pro), len(s.against))*100 + len(s.pro) + len(s.against)
	if s.articles > 1 {
		n += 10000
	}
	if s.both {
		n += 1000
	}
	return n
}

// drawSides draws agreement and contradiction side by side.
func (d *dossier) drawSides() {
	list := d.allSides()
	if len(list) == 0 {
		return
	}
	for i, s := range list[:min(len(list), maxSides)] {
		k := d.layoutSides(s)
		if i == 0 {
			d.section("sides", d.l.get("sides.note"), 2.4+sidesHead+k.least())
			d.y += 2.4
		} else {
			d.y += 3
		}
		d.drawSidesOf(k)
	}
	if rest := len(list) - maxSides; rest > 0 {
		d.drawRest("sides.rest", rest)
	}
}

const (
	sideGap   = 5.0
	sidePitch = 4.0
)

// sideEntry is one position laid out for a side.
type sideEntry struct {
	s     standing
	lines [][]pdf.Run
}

func (d *dossier) layoutSide(stands []standing, also map[*article.Position][]int, w float64) []sideEntry {
	var list []sideEntry
	for _, s := range stands[:min(len(stands), maxSide)] {
		ref, _ := s.reference()
		runs := []pdf.Run{
			{Style: fontByName, Text: string(s.sign) + " " + capitalized(s.part.v.refName(s.p.Holder)) + "  "},
			{Style: fontSide, Text: oneLine(s.p.Statement.Text)},
		}
		if list := also[s.p]; len(list) > 0 {
			runs = append(runs[:1], pdf.Run{Style: fontLabel, Text: d.l.get("sides.also", "articles", tags(list, 5)) + "  "}, runs[1])
		}
		list = append(list, sideEntry{s, d.doc.FitRuns(runs, w-d.doc.Measure(fontRef, ref)-4, 3)})
	}
	return list
}

// sidesLayout is one matter laid out: two columns, and how high their rows are.
type sidesLayout struct {
	sides
	w           float64 // of a column
	left, right []sideEntry
	rows        []float64
}

// layoutSides lays out one matter. Where all stand on one side, both columns are
// theirs.
func (d *dossier) layoutSides(s sides) sidesLayout {
	k := sidesLayout{sides: s, w: (d.width() - sideGap) / 2}
	k.left, k.right = d.layoutSide(s.pro, s.also, k.w), d.layoutSide(s.against, s.also, k.w)
	if len(k.left) == 0 || len(k.right) == 0 {
		k.left, k.right = deal(append(k.left, k.right...))
	}
	k.rows = make([]float64, max(len(k.left), len(k.right)))
	for i := range k.rows {
		k.rows[i] = rowHeight(k.left, k.right, i)
	}
	k.rows[len(k.rows)-1] += s.restHeight()
	return k
}

// height is that of as many rows as must stand together from row i on.
func (k sidesLayout) height(i int) float64 {
	return total(k.rows[i : i+together(i, len(k.rows))])
}

// least is the height of the rows that must stand below the head.
func (k sidesLayout) least() float64 {
	if all := total(k.rows); all <= sidesWhole {
		return all
	}
	return k.height(0)
}

func (d *dossier) drawSidesOf(k sidesLayout) {
	d.need(sidesHead + k.least())
	d.drawSidesHead(k.sides, k.w, false)
	for i, h := range k.rows {
		if i > 0 && d.need(k.height(i)) {
			d.drawSidesHead(k.sides, k.w, true)
		}
		if i == len(k.rows)-1 {
			h -= k.restHeight()
		}
		if i < len(k.left) {
			d.drawSideEntry(d.left(), k.w, k.left[i])
		}
		if i < len(k.right) {
			d.drawSideEntry(d.left()+k.w+sideGap, k.w, k.right[i])
		}
		d.y += h
	}
	d.drawSidesRest(k.sides, k.w)
}

// sidesHead is the height of a matter's name and of the strips below it, and
// sidesWhole that of rows which no page's end parts.
const (
	sidesHead  = 13.0
	sidesWhole = 55.0
)

func total(heights []float64) float64 {
	h := 0.0
	for _, x := range heights {
		h += x
	}
	return h
}

// deal gives out one list to two columns.
func deal(list []sideEntry) (left, right []sideEntry) {
	for i, e := range list {
		if i%2 == 0 {
			left = append(left, e)
		} else {
			right = append(right, e)
		}
	}
	return left, right
}

func rowHeight(left, right []sideEntry, i int) float64 {
	h := 0.0
	for _, side := range [][]sideEntry{left, right} {
		if i < len(side) {
			h = max(h, side[i].height())
		}
	}
	return h
}

// drawSidesRest says how many positions of a side are not shown.
func (d *dossier) drawSidesRest(s sides, w float64) {
	for i, n := range []int{len(s.pro), len(s.against)} {
		if n > maxSide {
			d.page.Text(d.left()+(w+sideGap)*float64(i)+2, d.y+3, fontNote, "+ "+strconv.Itoa(n-maxSide))
		}
	}
	d.y += s.restHeight()
}

// restHeight is the height of the line that says so; 0 where all are shown.
func (s sides) restHeight() float64 {
	if max(len(s.pro), len(s.against)) <= maxSide {
		return 0
	}
	return 4
}

func (e sideEntry) height() float64 { return 1.8 + sidePitch*float64(max(len(e.lines), 1)) }

// drawSidesHead names the matter and how it is, and opens the two columns; again
// on the next page.
func (d *dossier) drawSidesHead(s sides, w float64, again bool) {
	d.y += 4.6
	how := "sides.agree"
	switch {
	case s.both:
		how = "sides.both"
	case len(s.pro) > 0 && len(s.against) > 0:
		how = "sides.contradict"
	}
	note := d.l.get(how)
	if again {
		note = d.l.get("continued")
	}
	d.page.TextRight(d.right(), d.y, fontNote, note)
	d.page.Text(d.left(), d.y, fontValue, d.doc.Fit(fontValue, capitalized(s.m.title), d.width()-d.doc.Measure(fontNote, note)-6))
	d.y += 1.9
	switch {
	case len(s.against) == 0:
		d.drawSideStrip(d.left(), d.width(), signSupports, len(s.pro))
	case len(s.pro) == 0:
		d.drawSideStrip(d.left(), d.width(), signOpposes, len(s.against))
	default:
		d.drawSideStrip(d.left(), w, signSupports, len(s.pro))
		d.drawSideStrip(d.left()+w+sideGap, w, signOpposes, len(s.against))
	}
	d.y += 5
}

// drawSideStrip draws the head of a column: its sign and how many stand there.
func (d *dossier) drawSideStrip(x, w float64, g sign, n int) {
	d.page.Fill(x, d.y, w, 4.6, groundOf(g))
	st := pdf.Style{Face: pdf.SansSemiBold, Size: 7.5, Color: inkOf(g)}
	d.page.Text(x+2, d.y+3.3, st, string(g)+" "+d.signWord(g)+" · "+strconv.Itoa(n))
}

func (d *dossier) drawSideEntry(x, w float64, e sideEntry) {
	ref, anchor := e.s.reference()
	y := d.y + 0.4
	for i, l := range e.lines {
		y += sidePitch
		d.page.Runs(x+2, y, l)
		if i == 0 {
			d.reference(x+w, y, fontRef, ref, anchor)
		}
	}
	d.page.Fill(x, d.y+1, 0.6, float64(len(e.lines))*sidePitch, inkOf(e.s.sign))
}
