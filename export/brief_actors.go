package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dossier/article"
	"dossier/formats/pdf"
)

// statements counts what an actor said or stood for: quotations, and positions
// that no quotation bears out.
func statements(a *article.Article, id string) int {
	n := 0
	for i := range a.Quotes {
		if refID(a.Quotes[i].Speaker) == id {
			n++
		}
	}
	for i := range a.Positions {
		if p := &a.Positions[i]; len(p.Quotes) == 0 && refID(p.Holder) == id {
			n++
		}
	}
	return n
}

// actorRow is one line of the table.
type actorRow struct {
	name, kind, role, place []string
	mentions, statements    int
}

// actorColumns are where the table's columns start, and their widths.
var actorColumns = [...]struct {
	key      string
	x, width float64
}{
	{"col.name", 0, 41}, {"col.type", 43, 21}, {"col.role", 66, 44}, {"col.affiliation", 112, 36},
}

// Right ends of the columns of numbers.
const (
	mentionsRight = 155.0
	actorPitch    = 3.7
	actorRowLeast = 5.9
)

func (b *brief) actorRows() []actorRow {
	list := actorsOf(b.v.Article)
	said := map[string]int{}
	for _, x := range list {
		said[x.ID] = statements(b.v.Article, x.ID)
	}
	slices.SortStableFunc(list, func(x, y *article.Actor) int {
		return cmp.Or(cmp.Compare(said[y.ID], said[x.ID]), cmp.Compare(len(y.Mentions), len(x.Mentions)))
	})
	rows := make([]actorRow, len(list))
	for i, x := range list {
		c := actorColumns
		rows[i] = actorRow{
			name:       b.doc.Lines(fontActor, capitalized(oneLine(x.Name)), c[0].width, 2),
			kind:       b.doc.Lines(fontCell, b.l.get("kind."+string(x.Kind)), c[1].width, 2),
			role:       b.doc.Lines(fontCell, b.roleInArticle(x), c[2].width, 3),
			place:      b.doc.Lines(fontCell, b.affiliationOf(x), c[3].width, 2),
			mentions:   len(x.Mentions),
			statements: said[x.ID],
		}
	}
	return rows
}

// roleInArticle is an actor's title, else another name the text gives it, else
// what it does in the article.
func (b *brief) roleInArticle(x *article.Actor) string {
	if t := roleTitle(x); t != "" {
		return t
	}
	for _, alias := range x.Aliases {
		if !strings.EqualFold(alias, x.Name) && !strings.EqualFold(alias, "the "+x.Name) {
			return b.l.get("also", "alias", oneLine(alias))
		}
	}
	if len(x.Functions) > 0 {
		return b.l.get("function." + x.Functions[0])
	}
	return ""
}

// affiliationOf is the organisation of an actor's role, else its country.
func (b *brief) affiliationOf(x *article.Actor) string {
	if r := roleOf(x); r != nil {
		if org := b.v.name(r.Organization); org != "" {
			return capitalized(org)
		}
	}
	return b.l.country(string(x.Country))
}

func (r actorRow) height() float64 {
	lines := max(1, len(r.name), len(r.kind), len(r.role), len(r.place))
	return actorRowLeast + actorPitch*float64(lines-1)
}

// drawActors draws the table; its head stands on each page.
func (b *brief) drawActors() {
	rows := b.actorRows()
	if len(rows) == 0 {
		b.section("actors", "", 12)
		b.sayNone("actors.none")
		return
	}
	b.section("actors", b.l.get("actors.note"), 9+rows[0].height()+actorRowLeast)
	b.drawActorsHead()
	for _, r := range rows {
		if b.need(r.height()) {
			b.drawActorsHead()
		}
		b.drawActorRow(r)
	}
}

func (b *brief) drawActorsHead() {
	b.y += 6.8
	if b.y-6.8 <= marginTop {
		b.y -= 4
	}
	for _, c := range actorColumns {
		b.page.Text(b.left()+c.x, b.y, fontTableHead, b.l.get(c.key))
	}
	b.page.TextRight(b.left()+mentionsRight, b.y, fontTableHead, b.l.get("col.mentions"))
	b.page.TextRight(b.right(), b.y, fontTableHead, b.l.get("col.statements"))
	b.y += 1.8
	b.page.Rule(b.left(), b.y, b.right(), b.y, 0.25, pdf.Hex(colorHairline))
}

func (b *brief) drawActorRow(r actorRow) {
	cells := [...][]string{r.name, r.kind, r.role, r.place}
	for i, lines := range cells {
		st := fontCell
		if i == 0 {
			st = fontActor
		}
		for k, l := range lines {
			b.page.Text(b.left()+actorColumns[i].x, b.y+4+actorPitch*float64(k), st, l)
		}
	}
	b.page.TextRight(b.left()+mentionsRight, b.y+4, fontCell, strconv.Itoa(r.mentions))
	b.page.TextRight(b.right(), b.y+4, fontCell, strconv.Itoa(r.statements))
	b.y += r.height()
	b.hairline(b.y)
}
