package export

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"dossier/article"
	"dossier/formats/pdf"
)

func sorted[T any](m map[string]T, less func(x, y T) int) []T {
	return slices.SortedFunc(maps.Values(m), less)
}

// drawCover draws the head, the key facts and the main points of all articles.
func (d *dossier) drawCover() {
	d.drawBand(d.l.get("dossier.kicker"), d.periodText(), d.title)
	d.y += 4.4
	d.drawFactBox(d.facts())
	d.drawCoverNotes()
	d.drawCoverPoints()
}

func (d *dossier) facts() []fact {
	n := strconv.Itoa
	var words, paragraphs, direct, quotes, positions, review int
	outlets, languages := map[string]bool{}, map[string]bool{}
	stated := true // where an article came from, of every one
	for _, p := range d.parts {
		w, k := length(p.v.Article)
		words, paragraphs = words+w, paragraphs+k
		quotes += len(p.v.Quotes) + p.unread
		direct += directQuotes(p.v.Article)
		positions += len(p.v.Positions)
		review += toReview(p.v.Article)
		o := outlet(p.v.Article)
		outlets[strings.ToLower(o)] = true
		stated = stated && o != ""
		languages[p.v.Language.Tag] = true
	}
	named, shared := 0, 0
	for _, x := range d.people {
		if x.named {
			named++
			if len(x.articles) > 1 {
				shared++
			}
		}
	}
	tongue := d.l.get("dossier.languages", "n", n(len(languages)))
	if tag := d.language(); tag != "" {
		tongue = d.l.tongue(tag)
	}
	articles := n(len(d.parts))
	if stated {
		articles = d.l.counted("dossier.articles.value", len(outlets), "n", articles, "sources", n(len(outlets)))
	}
	return []fact{
		{"dossier.articles", articles, ""},
		{"dossier.period", cmp.Or(d.periodText(), d.l.get("unknown")), ""},
		{"length", d.l.get("length.value", "words", n(words), "paragraphs", n(paragraphs)), ""},
		{"language", tongue, ""},
		{"actors", d.l.get("dossier.actors.value", "named", n(named), "shared", n(shared)), ""},
		{"quotes", d.l.get("quotes.value", "direct", n(direct), "indirect", n(quotes-direct)), ""},
		{"positions", d.l.positionsOn(positions, len(d.matters)), ""},
		{"review", d.l.reviewText(review), ""},
	}
}

// drawCoverNotes says what a reader of the whole must know.
func (d *dossier) drawCoverNotes() {
	var list []string
	if d.same > 0 {
		list = append(list, d.l.counted("dossier.same", d.same))
	}
	other, shapes := 0, 0
	for _, p := range d.parts {
		if base, _, _ := strings.Cut(p.v.Language.Tag, "-"); base != "en" && base != "" {
			other++
		}
		shapes += d.doc.Shapeless(p.v.Text)
	}
	if other > 0 {
		list = append(list, d.l.counted("dossier.unread", other))
	}
	if shapes > 0 {
		list = append(list, d.l.counted("note.shapes", shapes))
	}
	d.drawNotes(list)
}

// coverPoints picks the weightiest positions of all articles: one of a holder,
// at most two of an article. Who stands in several articles counts for more.
func (d *dossier) coverPoints(most int) []standing {
	var all []standing
	weights := map[*article.Position]float64{}
	for _, h := range d.holders {
		for _, s := range h.stands {
			if s.part.sentenceOf(s.p) != "" {
				all = append(all, s)
				weights[s.p] = s.part.pointWeight(s.p) + 0.3*float64(min(len(h.parts)-1, 3))
			}
		}
	}
	slices.SortStableFunc(all, func(x, y standing) int { return cmp.Compare(weights[y.p], weights[x.p]) })
	var list []standing
	known, articles := map[string]bool{}, map[int]int{} // holders and sentences
	for _, s := range all {
		name, sentence := "\x00"+s.part.v.refName(s.p.Holder), s.part.sentenceOf(s.p)
		if known[name] || known[sentence] || articles[s.part.n] == 2 || len(list) == most {
			continue
		}
		known[name], known[sentence] = true, true
		articles[s.part.n]++
		list = append(list, s)
	}
	return list
}

func (d *dossier) drawCoverPoints() {
	stands := d.coverPoints(maxPoints)
	if len(stands) == 0 {
		d.section("points", "", 12)
		d.sayNone("dossier.none")
		return
	}
	var points []point
	for _, s := range stands {
		p := s.part.point(s.p)
		p.ref, p.anchor = s.reference()
		points = append(points, p)
	}
	layout, _ := d.layoutPoints(points)
	d.section("points", d.l.get("dossier.points.note"), 3+pointPitch*float64(len(layout[0])))
	d.drawPointLines(points, layout)
}

// The columns of the table of sources: where they start and how wide they are.
var sourceColumns = [...]struct {
	key      string
	x, width float64
}{{"col.article", 0, 8}, {"col.title", 9, 74}, {"source", 86, 36}, {"published", 125, 21}}

const sourcePage = 170.0 // right end of the page numbers

// drawSources lists the articles with the page of each one's annex.
func (d *dossier) drawSources() {
	d.section("dossier.sources", d.l.get("dossier.sources.note"), 9+3*actorRowLeast)
	d.drawSourcesHead()
	for _, p := range d.parts {
		c := sourceColumns
		title := d.doc.Lines(fontActor, p.title, c[1].width, 2)
		name := cmp.Or(oneLine(string(p.v.Source.Publisher)), host(string(p.v.Source.URL)), oneLine(p.v.Source.Name))
		source := d.doc.Lines(fontCell, name, c[2].width, 2)
		h := actorRowLeast + actorPitch*float64(max(len(title), len(source), 1)-1)
		if d.need(h) {
			d.drawSourcesHead()
		}
		d.drawSourceRow(p, title, source, h)
	}
}

func (d *dossier) drawSourcesHead() {
	d.tableHead(func(y float64) {
		for _, c := range sourceColumns {
			d.page.Text(d.left()+c.x, y, fontTableHead, d.l.get(c.key))
		}
		for _, c := range sourceNumbers {
			d.page.TextRight(d.left()+c.right, y, fontTableHead, d.l.get(c.key))
		}
	})
}

// sourceNumbers are the right ends of the columns of numbers.
var sourceNumbers = [...]struct {
	key   string
	right float64
}{{"col.quotes", 151}, {"col.positions", 161}, {"col.page", sourcePage}}

func (d *dossier) drawSourceRow(p *part, title, source []string, h float64) {
	y := d.y + 4
	d.page.Text(d.left(), y, fontRef, p.tag())
	for i, l := range title {
		d.page.Text(d.left()+sourceColumns[1].x, y+actorPitch*float64(i), fontActor, l)
	}
	for i, l := range source {
		d.page.Text(d.left()+sourceColumns[2].x, y+actorPitch*float64(i), fontCell, l)
	}
	date := "–"
	if p.v.Published != nil {
		date = d.l.dateText("date.short", p.v.Published)
	}
	d.page.Text(d.left()+sourceColumns[3].x, y, fontCell, d.doc.Fit(fontCell, date, sourceColumns[3].width))
	d.page.TextRight(d.left()+sourceNumbers[0].right, y, fontCell, strconv.Itoa(len(p.v.Quotes)+p.unread))
	d.page.TextRight(d.left()+sourceNumbers[1].right, y, fontCell, strconv.Itoa(len(p.v.Positions)))
	page := d.page
	d.late = append(d.late, func() { page.TextRight(d.left()+sourcePage, y, fontRef, strconv.Itoa(p.first+1)) })
	d.page.Link(d.left(), d.y, d.width(), h, partAnchor(p.n))
	d.page.Anchor("source:"+strconv.Itoa(p.n), d.y-6)
	d.y += h
	d.hairline(d.y)
}

// tableHead draws the head of a table: cells at the height it is given.
func (b *layout) tableHead(cells func(y float64)) {
	if b.atTop() {
		b.y -= 4
	}
	b.y += 6.8
	cells(b.y)
	b.y += 1.8
	b.page.Rule(b.left(), b.y, b.right(), b.y, 0.25, pdf.Hex(colorHairline))
}
