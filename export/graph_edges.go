package export

import (
	"io"
	"strings"

	"dossier/article"
)

// EdgesCSV is the graph of positions as a table: who stands how towards whom or
// what, one edge a row.
var EdgesCSV = register(Format{
	Name: "edges.csv", Suffix: ".edges.csv", MediaType: "text/csv", Gathers: true,
	About: "the graph of positions: holder, target, stance and weight, one edge a row",
	Open:  func(w io.Writer, opts Options) Writer { return &edgesWriter{newCSVSheet(w, opts), newGraph()} },
})

// edgesWriter gathers the graph and writes its edges.
type edgesWriter struct {
	csvSheet
	graph *graph
}

func (o *edgesWriter) Add(a *article.Article) error {
	o.graph.add(a)
	return nil
}

func (o *edgesWriter) Close() error {
	_, edges := o.graph.close()
	o.start()
	for i, c := range edgeTable {
		o.cell(i, c.name)
	}
	o.end()
	for _, e := range edges {
		for i, c := range edgeTable {
			o.cell(i, c.value(e).String())
		}
		o.end()
	}
	return o.flush()
}

// edgeTable are the columns of the CSV of edges, in its order: new ones are
// appended only.
var edgeTable = []column[*graphEdge]{
	{name: "source_id", value: func(e *graphEdge) value { return text(e.from.id) }},
	{name: "target_id", value: func(e *graphEdge) value { return text(e.to.id) }},
	{name: "stance", value: func(e *graphEdge) value { return text(string(e.stance)) }},
	{name: "sign", value: func(e *graphEdge) value { return number(e.stance.Polarity()) }},
	{name: "weight", value: func(e *graphEdge) value { return number(e.positions) }},
	{name: "evidence_count", value: func(e *graphEdge) value { return number(e.evidence) }},
	{name: "article_count", value: func(e *graphEdge) value { return number(e.articles) }},
	{name: "condition_count", value: func(e *graphEdge) value { return number(e.conditions) }},
	{name: "confidence", value: func(e *graphEdge) value { return share(e.confidence) }},
	{name: "source", value: func(e *graphEdge) value { return text(e.from.label) }},
	{name: "source_kind", value: func(e *graphEdge) value { return text(e.from.kind) }},
	{name: "source_country", value: func(e *graphEdge) value { return text(e.from.country) }},
	{name: "target", value: func(e *graphEdge) value { return text(e.to.label) }},
	{name: "target_kind", value: func(e *graphEdge) value { return text(e.to.kind) }},
	{name: "target_country", value: func(e *graphEdge) value { return text(e.to.country) }},
	{name: "issues", value: func(e *graphEdge) value { return joined(e.issues) }},
	{name: "refs", value: func(e *graphEdge) value { return text(strings.Join(e.refs, " ")) }},
}
