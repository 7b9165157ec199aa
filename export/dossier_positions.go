package export

import (
	"cmp"
	"slices"
	"strings"

	"dossier/formats/pdf"
)

// The overview shows the matters on which most actors stand, and of those who
// standing on one of them the first.
const (
	overviewColumns = 5
	overviewRows    = 14
)

// drawOverview draws the matrix of holders by matters over all articles; a cell
// names the articles that it comes from.
func (d *dossier) drawOverview() {
	if len(d.holders) == 0 {
		return
	}
	matters := d.matters[:min(len(d.matters), overviewColumns)]
	rows := overviewOf(d.holders, matters)
	if len(rows) == 0 {
		return
	}
	g := matrixGrid{x0: d.left() + matrixActors}
	g.w = (d.width() - matrixActors) / float64(max(len(matters), 3))
	for _, m := range matters {
		g.heads = append(g.heads, d.doc.Lines(fontHeadCell, capitalized(m.title), g.w-2, 4))
	}
	d.section("positions", "", g.headHeight()+3*matrixRow0)
	d.drawLegend(true)
	d.drawGridHead(g)
	for i, h := range rows {
		if d.need(matrixRow0 * float64(together(i, len(rows)))) {
			d.drawGridHead(g)
		}
		d.drawHolderName(h)
		for i, m := range matters {
			d.drawStands(g.x0+g.w*float64(i), g.w, m.stands[h])
		}
		d.y += matrixRow0
		d.hairline(d.y)
	}
	d.y += moreLine
	d.reference(d.right(), d.y, fontPlace, d.l.counted("dossier.overview.more", len(d.matters)), byHolderAnchor)
}

// overviewOf picks the rows: who stands on most of the matters comes first.
func overviewOf(holders []*holder, matters []*matter) []*holder {
	var rows []*holder
	on := map[*holder]int{}
	for _, h := range holders {
		for _, m := range matters {
			if m.stands[h] != nil {
				on[h]++
			}
		}
		if on[h] > 0 {
			rows = append(rows, h)
		}
	}
	slices.SortStableFunc(rows, func(x, y *holder) int { return cmp.Compare(on[y], on[x]) })
	return rows[:min(len(rows), overviewRows)]
}

const byHolderAnchor = "holders"

// drawHolderName draws a row's name and whom it belongs to.
func (d *dossier) drawHolderName(h *holder) {
	below := ""
	if h.person >= 0 {
		p := &d.people[h.person]
		below = d.l.country(p.country)
		if len(p.titles) > 0 {
			below = p.titles[0]
		}
		if below == "" || below == h.name {
			below = d.l.get("kind." + string(p.kind))
		}
	} else {
		below = tags(h.parts, 3)
	}
	d.drawTwoLines(capitalized(h.name), capitalized(below))
}

// drawStands draws the cell of one holder on one matter: sign, words, articles.
func (d *dossier) drawStands(x, w float64, stands []standing) {
	x, w = x+matrixGutter, w-2*matrixGutter
	if len(stands) == 0 {
		d.drawNoCell(x, w)
		return
	}
	var seen signs
	var parts []int
	for _, s := range stands {
		seen.add(s.sign)
		if k := len(parts); k == 0 || parts[k-1] != s.part.n {
			parts = append(parts, s.part.n)
		}
	}
	g := seen.sum()
	words := capitalized(oneLine(positionWords(stands[0].p)))
	_, anchor := stands[0].reference()
	d.drawCellBox(x, w, g, []string{words, tags(parts, 3)}, anchor)
}

// drawByHolder lists every position under whoever takes it.
func (d *dossier) drawByHolder() {
	if len(d.holders) == 0 {
		return
	}
	d.section("dossier.holders", d.l.get("dossier.holders.note"), 12+2*aloneRow)
	d.page.Anchor(byHolderAnchor, d.y-8)
	d.y += 1
	var single []*holder
	for _, h := range d.holders {
		if len(h.stands) == 1 {
			single = append(single, h)
			continue
		}
		d.drawHolderHead(h, false)
		for i, s := range h.stands {
			if i > 0 && d.need(aloneRow*float64(together(i, len(h.stands)))) {
				d.drawHolderHead(h, true)
			}
			d.drawStandRow(s)
		}
		d.y += 1.6
	}
	if len(single) == 0 {
		return
	}
	d.subhead("dossier.single", "", 2*aloneRow)
	d.y -= 2.2
	for i, h := range single {
		if d.need(aloneRow * float64(together(i, len(single)))) {
			d.subhead("dossier.single", d.l.get("continued"), aloneRow)
			d.y -= 2.2
		}
		d.drawSingle(h)
	}
}

// drawSingle draws a row of someone with one position.
func (d *dossier) drawSingle(h *holder) {
	const name, chip, matter, words = 40.0, 32.0, 32.0, 108.0
	s := h.stands[0]
	y := d.y + 4
	d.page.Text(d.left(), y, fontRowName, d.doc.Fit(fontRowName, capitalized(h.name), name-1.5))
	d.drawChip(d.left()+name, chip, s.sign, capitalized(oneLine(positionWords(s.p))))
	d.drawStandWords(s, name+chip+2, matter, words)
}

// drawStandWords draws matter, statement and reference of a row, and ends it.
func (d *dossier) drawStandWords(s standing, x, w, words float64) {
	y := d.y + 4
	ref, anchor := s.reference()
	st := fontCell
	st.Size = 8
	d.page.Text(d.left()+x, y, st, d.doc.Fit(st, d.matterTitle(s), w))
	st.Face, st.Color = pdf.Serif, inkMuted
	room := d.width() - words - d.doc.Measure(fontRef, ref) - 3
	d.page.Text(d.left()+words, y, st, d.doc.Fit(st, oneLine(s.p.Statement.Text), room))
	d.reference(d.right(), y, fontRef, ref, anchor)
	d.y += aloneRow
	d.hairline(d.y)
}

// drawHolderHead names who takes the positions below; it never stands alone.
func (d *dossier) drawHolderHead(h *holder, again bool) {
	if !again {
		d.need(6.6 + aloneRow*float64(together(0, len(h.stands))))
	}
	d.y += 5
	name := d.doc.Fit(fontRowName, capitalized(h.name), 90)
	d.page.Text(d.left(), d.y, fontRowName, name)
	var about []string
	if again {
		about = append(about, d.l.get("continued"))
	} else if h.person >= 0 {
		p := &d.people[h.person]
		if len(p.titles) > 0 {
			about = append(about, p.titles[0])
		}
		if c := d.l.country(p.country); c != "" && c != h.name {
			about = append(about, c)
		}
	}
	x := d.left() + d.doc.Measure(fontRowName, name) + 2.5
	d.page.Text(x, d.y, fontLabel, d.doc.Fit(fontLabel, strings.Join(about, " · "), d.right()-x-30))
	d.page.TextRight(d.right(), d.y, fontLabel, tags(h.parts, 5))
	d.y += 1.6
	d.hairline(d.y)
}

// The columns of a position's row: chip, matter, statement, reference.
const (
	standChip   = 38.0
	standMatter = 40.5
	standWords  = 88.0
)

func (d *dossier) drawStandRow(s standing) {
	d.drawChip(d.left(), standChip, s.sign, capitalized(oneLine(positionWords(s.p))))
	d.drawStandWords(s, standMatter, standWords-standMatter-2, standWords)
}

// matterTitle is what s is about, under the name that the dossier uses.
func (d *dossier) matterTitle(s standing) string {
	if n, ok := s.part.person[string(s.p.Target.Actor)]; ok {
		return d.people[n].name
	}
	return s.part.v.targetName(s.p)
}
