package export

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"dossier/article"
)

// EntitiesCSV is the table of the actors over all articles: those of several
// articles who are one, by the rule of the dossier, have one row.
var EntitiesCSV = register(Format{
	Name: "entities.csv", Suffix: ".entities.csv", MediaType: "text/csv", Gathers: true,
	About: "the actors over all articles, who is one by the rule of the dossier, one a row",
	Open: func(w io.Writer, opts Options) Writer {
		return &entitiesWriter{w: w, opts: opts, articles: once{}}
	},
})

// entitiesWriter gathers the actors; of an article it keeps its key.
type entitiesWriter struct {
	w        io.Writer
	opts     Options
	articles once
	list     []Appearance
}

func (o *entitiesWriter) Add(a *article.Article) error {
	key, list := Appearances(a, fmt.Sprintf("%016x", len(o.articles)))
	if o.articles.first([]byte(key)) {
		o.list = append(o.list, list...)
	}
	return nil
}

func (o *entitiesWriter) Close() error { return WriteEntities(o.w, Entities(o.list, nil), o.opts) }

// WriteEntities writes the table that EntitiesCSV makes, in the order in which
// the entities first appear. It sorts the list.
func WriteEntities(w io.Writer, list []Entity, opts Options) error {
	slices.SortFunc(list, func(x, y Entity) int {
		return cmp.Or(strings.Compare(x.Order, y.Order), cmp.Compare(x.Place, y.Place))
	})
	o := csvWriter[*Entity]{csvSheet: newCSVSheet(w, opts), columns: entityTable}
	o.head()
	for i := range list {
		for k, c := range entityTable {
			o.cell(k, c.value(&list[i]).String())
		}
		o.end()
		if err := o.flush(); err != nil {
			return err
		}
	}
	return o.flush()
}

// entityTable are the columns of the CSV of entities, in its order: new ones are
// appended only.
var entityTable = []column[*Entity]{
	{name: "entity_id", value: func(e *Entity) value { return text(e.ID) }},
	{name: "name", value: func(e *Entity) value { return line(e.Name) }},
	{name: "kind", value: func(e *Entity) value { return text(string(e.Kind)) }},
	{name: "named", value: func(e *Entity) value { return yesNo(e.Named) }},
	{name: "country", value: func(e *Entity) value { return text(e.Country) }},
	{name: "roles", value: func(e *Entity) value { return joined(e.Titles) }},
	{name: "aliases", value: func(e *Entity) value { return joined(e.Names) }},
	{name: "external_id", value: func(e *Entity) value { return text(e.External) }},
	{name: "article_count", value: func(e *Entity) value { return number(e.Articles) }},
	{name: "mentions", value: func(e *Entity) value { return number(e.Mentions) }},
	{name: "quotes", value: func(e *Entity) value { return number(e.Quotes) }},
	{name: "positions", value: func(e *Entity) value { return number(e.Positions) }},
}
