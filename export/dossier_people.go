package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// maxPeople is how many actors have a row; the others standing in the workbook.
const maxPeople = 90

// peopleColumns are where the columns start, and how wide they are.
var peopleColumns = [...]struct {
	key      string
	x, width float64
}{{"col.name", 0, 41}, {"col.type", 43, 20}, {"col.role", 64, 36}, {"col.country", 102, 20}, {"col.articles", 124, 27}}

// statementsByPerson counts what each of the people said or stood for.
func (d *dossier) statementsByPerson() []int {
	said := make([]int, len(d.people))
	for _, p := range d.parts {
		for id, n := range statementsOf(p.v.Article) {
			if k, ok := p.person[id]; ok {
				said[k] += n
			}
		}
	}
	return said
}

// drawPeople draws the actors, those of most articles first.
func (d *dossier) drawPeople() {
	said := d.statementsByPerson()
	var order []int
	for i := range d.people {
		if said[i] > 0 || d.people[i].named && len(d.people[i].articles) > 1 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		x, y := &d.people[i], &d.people[j]
		return cmp.Or(cmp.Compare(len(y.articles), len(x.articles)), cmp.Compare(said[j], said[i]), cmp.Compare(y.total, x.total))
	})
	if len(order) == 0 {
		d.section("actors", "", 12)
		d.sayNone("dossier.actors.none")
		return
	}
	d.section("dossier.actors", d.l.get("dossier.actors.note"), 9+3*actorRowLeast)
	d.drawPeopleHead()
	shown := order[:min(len(order), maxPeople)]
	for _, i := range shown {
		d.drawPerson(&d.people[i], said[i])
	}
	if rest := len(d.people) - len(shown); rest > 0 {
		d.drawRest("dossier.actors.rest", rest)
	}
}

// drawRest says below a table how much of it is not shown.
func (b *layout) drawRest(key string, n int) {
	b.need(6)
	b.y += 5
	b.page.Text(b.left(), b.y, fontNote, b.l.counted(key, n))
	b.y++
}

func (d *dossier) drawPeopleHead() {
	d.tableHead(func(y float64) {
		for _, c := range peopleColumns {
			d.page.Text(d.left()+c.x, y, fontTableHead, d.l.get(c.key))
		}
		d.page.TextRight(d.left()+mentionsRight+4, y, fontTableHead, d.l.get("col.mentions"))
		d.page.TextRight(d.right(), y, fontTableHead, d.l.get("col.statements"))
	})
}

func (d *dossier) drawPerson(x *person, said int) {
	c := peopleColumns
	kind := d.l.get("kind." + string(x.kind))
	kindStyle := d.smaller(fontCell, kind, c[1].width)
	role := strings.Join(x.titles[:min(len(x.titles), 2)], "; ")
	cells := [...][]string{
		d.doc.Lines(fontActor, capitalized(x.name), c[0].width, wholeName),
		d.doc.Lines(kindStyle, kind, c[1].width, 2),
		d.doc.Lines(fontCell, role, c[2].width, wholeName),
		d.doc.Lines(fontCell, d.l.country(x.country), c[3].width, 2),
		d.doc.Lines(fontCell, tags(x.articles, 7), c[4].width, 2),
	}
	lines := 1
	for _, l := range cells {
		lines = max(lines, len(l))
	}
	h := actorRowLeast + actorPitch*float64(lines-1)
	if d.need(h) {
		d.drawPeopleHead()
	}
	for i, list := range cells {
		st := fontCell
		switch i {
		case 0:
			st = fontActor
		case 1:
			st = kindStyle
		case 4:
			st.Color = inkNavy
		}
		for k, l := range list {
			d.page.Text(d.left()+c[i].x, d.y+4+actorPitch*float64(k), st, l)
		}
	}
	d.page.Link(d.left()+c[4].x, d.y, c[4].width, h, partAnchor(x.articles[0]))
	d.page.TextRight(d.left()+mentionsRight+4, d.y+4, fontCell, strconv.Itoa(x.total))
	d.page.TextRight(d.right(), d.y+4, fontCell, strconv.Itoa(said))
	d.y += h
	d.hairline(d.y)
}

// maxPairs is how many pairs are shown; all of them are attached.
const maxPairs = 30

// drawPairs lists who may be the same, for a person to decide.
func (d *dossier) drawPairs() {
	if len(d.pairs) == 0 {
		return
	}
	d.section("pairs", d.l.get("pairs.note"), 4*actorRowLeast)
	d.y += 2.4
	d.hairline(d.y)
	for _, p := range d.pairs[:min(len(d.pairs), maxPairs)] {
		d.need(actorRowLeast)
		d.drawPairSide(d.left(), d.people[p.a].name, d.people[p.a].articles)
		d.drawPairSide(d.left()+62, d.people[p.b[0]].name, p.articles(d.people))
		why := fontBy
		d.page.Text(d.left()+124, d.y+4, why, d.doc.Fit(why, d.l.get(p.why), d.width()-124))
		d.y += actorRowLeast
		d.hairline(d.y)
	}
	if rest := len(d.pairs) - maxPairs; rest > 0 {
		d.drawRest("pairs.rest", rest)
	}
}

func (d *dossier) drawPairSide(x float64, name string, articles []int) {
	where := tags(articles, 3)
	room := 58 - d.doc.Measure(fontRef, where) - 2
	name = d.doc.Fit(fontActor, name, room)
	d.page.Text(x, d.y+4, fontActor, name)
	at := x + d.doc.Measure(fontActor, name) + 2
	d.page.Text(at, d.y+4, fontRef, where)
	d.page.Link(at-0.5, d.y+0.8, d.doc.Measure(fontRef, where)+1, 4.2, partAnchor(articles[0]))
}
