package export

import (
	"io"

	"dossier/article"
	"dossier/formats/xlsx"
)

// Workbook is the actors, roles, positions and quotes of one article or many
// as tables that can be sorted, filtered and corrected. The canonical articles
// travel with them in a hidden sheet, so that a workbook can be read back.
var Workbook = register(Format{
	Name: "xlsx", Suffix: ".actors.xlsx", Binary: true, Gathers: true,
	MediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	About:     "workbook of actors, roles, positions, matrix and quotes",
	Open:      func(w io.Writer, opts Options) Writer { return &workbook{w: w, opts: opts} },
})

func init() { Workbook.Join = joinWorkbooks } // which opens a Workbook

// workbook writes the articles it is given. The first waits until it is clear
// whether another follows: the tables of one article need not say which it is.
type workbook struct {
	w     io.Writer
	opts  Options
	first *article.Article
	many  bool
	book  *xlsx.Book

	actors    sheet[actorRecord]
	roles     sheet[roleRecord]
	positions sheet[positionRecord]
	matter    *matterSheet
	quotes    sheet[quoteRecord]
	articles  articleSheet
	meta      *metaSheet
}

func (o *workbook) Add(a *article.Article) error {
	if o.book == nil {
		if o.first == nil {
			o.first = a
			return nil
		}
		o.many = true
		o.open()
	}
	o.put(newView(a))
	return nil
}

// Close completes the workbook; one without an article has empty tables.
func (o *workbook) Close() error {
	if o.book == nil {
		if o.first == nil {
			o.first, o.many = &article.Article{}, true
		}
		o.open()
	}
	if err := o.meta.close(); err != nil {
		return err
	}
	o.matter.write()
	return o.book.Close()
}

// open starts the sheets, in the order in which they stand, and puts the first
// article into them.
func (o *workbook) open() {
	v := newView(o.first)
	v.evidence = evidence(o.first)
	b := xlsx.New(o.w, bookProperties(v, o.many, o.opts))
	o.book = b
	if o.many {
		v = nil // widths follow the one article, or none
	}
	o.actors = newSheet(b, "Actors", "name", "positions", actorTable, actorRecords, v, actorOffers())
	people := o.actors.source("name")
	o.roles = newSheet(b, "Roles", "actor", "line", roleTable, roleRecords, v, roleOffers())
	o.positions = newSheet(b, "Positions", "holder", "confidence", positionTable, positionRecords, v, positionOffers(people))
	o.matter = newMatterSheet(b, o.many)
	columns := pick(quoteSheet, append(quoteExtras, quoteTable...)...)
	o.quotes = newSheet(b, "Quotes", "ref", "confidence", columns, quoteRecords, v, quoteOffers(people))
	o.articles = newArticleSheet(b, o.many)
	o.meta = newMetaSheet(b)
	if o.first.Schema != "" {
		o.put(newView(o.first))
	}
}

// put adds the rows of an article to every sheet.
func (o *workbook) put(v *view) {
	v.at = map[string]link{}
	v.evidence = evidence(v.Article)
	actors := o.actors.place(v, func(r actorRecord) string { return r.x.ID })
	positions := o.positions.place(v, func(r positionRecord) string { return r.p.ID })
	quotes := o.quotes.place(v, func(r quoteRecord) string { return r.q.ID })
	cut := o.book.Truncated()
	o.actors.put(actors)
	o.roles.put(o.roles.rows(v))
	o.positions.put(positions)
	o.quotes.put(quotes)
	o.matter.add(v)
	o.articles.put(v, o.book.Truncated()-cut)
	o.meta.queue <- v.Article
}

// evidence lists for each quote the positions that rest on it.
func evidence(a *article.Article) map[string][]string {
	uses := map[string][]string{}
	for i := range a.Positions {
		for _, q := range a.Positions[i].Quotes {
			uses[q] = append(uses[q], a.Positions[i].ID)
		}
	}
	return uses
}

// bookProperties is what the file says about itself: nothing but what the
// article does.
func bookProperties(v *view, many bool, opts Options) xlsx.Properties {
	p := xlsx.Properties{
		Title: "Articles", Creator: article.GeneratorName, Version: article.GeneratorVersion,
		Created: briefEpoch.Format("2006-01-02T15:04:05Z"), Letter: opts.Paper == "letter",
		Header: xlsx.Style{Bold: true, Color: colorPaper, Fill: colorNavy, Middle: true, Wrap: true},
		Footer: "machine-extracted; check against the source",
	}
	if t, ok := dateOf(v.Published); ok {
		p.Created = t.Format("2006-01-02T15:04:05Z")
	}
	if !many {
		p.Title = oneLine(string(v.Title))
		p.HeaderRight = p.Title
		p.Footer = "machine-extracted; check against the source · " + v.ID
	}
	return p
}
