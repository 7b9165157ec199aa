package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dossier/article"
	"dossier/formats/pdf"
)

// statementsOf counts by actor what each said or stood for: quotations, and
// positions that no quotation bears out.
func statementsOf(a *article.Article) map[string]int {
	n := map[string]int{}
	for i := range a.Quotes {
		n[refID(a.Quotes[i].Speaker)]++
	}
	for i := range a.Positions {
		if p := &a.Positions[i]; len(p.Quotes) == 0 {
			n[refID(p.Holder)]++
		}
	}
	return n
}

// actorRow is one line of the table.
type actorRow struct {
	name, kind, role, place []string
	kindStyle               pdf.Style
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

// wholeName is how many lines a name or a role may have: any that an article would
// print. This table is where they stand whole.
const wholeName = 8

// fewActors all have a row. Of more, those who only are mentioned once are
// listed below the table.
const fewActors = 16

// actorRows are the rows of the table and the names of those without one.
func (b *brief) actorRows() (rows []actorRow, others []string) {
	list := actorsOf(b.v.Article)
	said := statementsOf(b.v.Article)
	slices.SortStableFunc(list, func(x, y *article.Actor) int {
		return cmp.Or(cmp.Compare(said[y.ID], said[x.ID]), cmp.Compare(len(y.Mentions), len(x.Mentions)))
	})
	all := len(list) <= fewActors
	for _, x := range list {
		if !all && said[x.ID] == 0 && len(x.Mentions) < 2 && len(x.Functions) == 0 {
			others = append(others, capitalized(oneLine(x.Name)))
			continue
		}
		c := actorColumns
		kind := b.l.get("kind." + string(x.Kind))
		kindStyle := b.smaller(fontCell, kind, c[1].width)
		rows = append(rows, actorRow{
			name:       b.doc.Lines(fontActor, capitalized(oneLine(x.Name)), c[0].width, wholeName),
			kind:       b.doc.Lines(kindStyle, kind+prefixed(" · ", string(x.ExternalID)), c[1].width, 2),
			kindStyle:  kindStyle,
			role:       b.doc.Lines(fontCell, b.roleInArticle(x), c[2].width, wholeName),
			place:      b.doc.Lines(fontCell, b.affiliationOf(x), c[3].width, wholeName),
			mentions:   len(x.Mentions),
			statements: said[x.ID],
		})
	}
	return rows, others
}

// roleInArticle is an actor's title, else another name the text gives it, else
// what it does in the article.
func (b *brief) roleInArticle(x *article.Actor) string {
	if t := b.v.roleWords(x); t != "" {
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

// affiliationOf is the organisation of an actor's role, where the role does not
// name it already, else its country.
func (b *brief) affiliationOf(x *article.Actor) string {
	country := b.l.country(string(x.Country))
	if r := roleOf(x); r != nil {
		org := b.v.name(r.Organization)
		if org != "" && (country == "" || b.v.roleWords(x) == roleTitle(x)) {
			return capitalized(org)
		}
	}
	return country
}

func (r actorRow) height() float64 {
	lines := max(1, len(r.name), len(r.kind), len(r.role), len(r.place))
	return actorRowLeast + actorPitch*float64(lines-1)
}

// heightOf is that of rows one below the other.
func heightOf(rows []actorRow) float64 {
	h := 0.0
	for _, r := range rows {
		h += r.height()
	}
	return h
}

// drawActors draws the table; its head stands on each page.
func (b *brief) drawActors() {
	rows, others := b.actorRows()
	if len(rows) == 0 && len(others) == 0 {
		b.section("actors", "", 12)
		b.sayNone("actors.none")
		return
	}
	b.section("actors", b.l.get("actors.note"), 9+2*actorRowLeast)
	if len(rows) > 0 {
		b.drawActorsHead()
	}
	lines := b.others(others)
	for i, r := range rows {
		h := r.height()
		if i >= len(rows)-2 { // the last two and the others stand together
			h = heightOf(rows[i:]) + othersHeight(lines)
		}
		if b.need(h) {
			b.drawActorsHead()
		}
		b.drawActorRow(r)
	}
	b.drawOthers(lines)
}

// others lays out the actors without a row, in one paragraph.
func (b *brief) others(names []string) [][]pdf.Run {
	if len(names) == 0 {
		return nil
	}
	lead := fontByName
	lead.Color = inkMuted
	runs := []pdf.Run{{Style: lead, Text: b.l.get("actors.others") + "  "}}
	for i, n := range names {
		if i > 0 {
			n = "·\u00a0" + n
		}
		runs = append(runs, pdf.Run{Style: fontBy, Text: n + " "})
	}
	return b.doc.WrapRuns(runs, b.width())
}

// othersHeight is that of as many of the lines as must stand together.
func othersHeight(lines [][]pdf.Run) float64 {
	if len(lines) == 0 {
		return 0
	}
	return othersGap + othersPitch*float64(min(len(lines), 2))
}

func (b *brief) drawOthers(lines [][]pdf.Run) {
	if len(lines) == 0 {
		return
	}
	b.y += othersGap
	for _, l := range lines {
		b.need(othersPitch)
		b.y += othersPitch
		b.page.Runs(b.left(), b.y, l)
	}
	b.y += 1
}

const (
	othersPitch = 4.3
	othersGap   = 1.6
)

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
		switch i {
		case 0:
			st = fontActor
		case 1:
			st = r.kindStyle
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
