package export

import (
	"bufio"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"dossier/article"
)

// GraphML is the graph of positions for programs that draw and measure graphs
// (Gephi, yEd, Cytoscape, igraph, NetworkX): GraphML 1.0, all keys declared.
var GraphML = register(Format{
	Name: "graphml", Suffix: ".graphml", MediaType: "application/graphml+xml", Gathers: true,
	About: "the graph of positions: actors and issues, with stance, sign, weight and evidence",
	Open:  func(w io.Writer, opts Options) Writer { return &graphmlWriter{w, newGraph()} },
})

type graphmlWriter struct {
	w     io.Writer
	graph *graph
}

func (o *graphmlWriter) Add(a *article.Article) error {
	o.graph.add(a)
	return nil
}

// graphmlHead names the program in its second line: by it the file is known again.
const graphmlHead = xml.Header + "<!-- " + article.GeneratorName + " " + article.GeneratorVersion + `: who stands how towards whom or what -->
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`

// graphKey is one declared key and what stands under it; "" is left out.
type graphKey[T any] struct {
	name, kind string // a GraphML type
	about      string
	value      func(T) string
}

var nodeKeys = []graphKey[*graphNode]{
	{"label", "string", "name, or the words of a matter", func(x *graphNode) string { return x.label }},
	{"kind", "string", "kind of actor; issue; words: a holder who stays unresolved", func(x *graphNode) string { return x.kind }},
	{"named", "boolean", "bears a name", func(x *graphNode) string { return strconv.FormatBool(x.named) }},
	{"country", "string", "ISO 3166-1 alpha-2", func(x *graphNode) string { return x.country }},
	{"role", "string", "a title, in the words of an article", func(x *graphNode) string { return x.role }},
	{"external_id", "string", "from a list of known actors", func(x *graphNode) string { return x.external }},
	{"mentions", "int", "mentions of an actor, positions that use the words of others", func(x *graphNode) string { return strconv.Itoa(x.mentions) }},
	{"quotes", "int", "quotes spoken", func(x *graphNode) string { return strconv.Itoa(x.quotes) }},
	{"articles", "int", "articles in which it stands", func(x *graphNode) string { return strconv.Itoa(x.articles) }},
}

var edgeKeys = []graphKey[*graphEdge]{
	{"stance", "string", "one of the fifteen stances", func(e *graphEdge) string { return string(e.stance) }},
	{"sign", "int", "1 for, 0 neither, -1 against", func(e *graphEdge) string { return strconv.Itoa(e.stance.Polarity()) }},
	{"weight", "double", "number of positions", func(e *graphEdge) string { return strconv.Itoa(e.positions) }},
	{"evidence", "int", "quotations that bear the positions out", func(e *graphEdge) string { return strconv.Itoa(e.evidence) }},
	{"article_count", "int", "articles with such a position", func(e *graphEdge) string { return strconv.Itoa(e.articles) }},
	{"conditions", "int", "positions that stand under a condition", func(e *graphEdge) string { return strconv.Itoa(e.conditions) }},
	{"confidence", "double", "of the surest position, 0 to 1", func(e *graphEdge) string { return share(e.confidence).String() }},
	{"issues", "string", "headings of the matters", func(e *graphEdge) string { return strings.Join(e.issues, "; ") }},
	{"refs", "string", "ARTICLE#POSITION:START-END:RULE of each, in code points of the article's text", func(e *graphEdge) string { return strings.Join(e.refs, " ") }},
}

// Close writes the graph. Ids of keys tell nodes' from edges', for some names
// stand on both.
func (o *graphmlWriter) Close() error {
	nodes, edges := o.graph.close()
	x := &xmlText{bufio.NewWriter(o.w)}
	x.raw(graphmlHead)
	declare(x, "graph", "g_", graphKeys)
	declare(x, "node", "n_", nodeKeys)
	declare(x, "edge", "e_", edgeKeys)
	x.raw(` <graph id="positions" edgedefault="directed">` + "\n")
	data(x, "  ", "g_", graphKeys, o.graph)
	for _, n := range nodes {
		x.raw(`  <node id="`, n.id, "\">\n")
		data(x, "   ", "n_", nodeKeys, n)
		x.raw("  </node>\n")
	}
	for _, e := range edges {
		x.raw(`  <edge id="`, e.id, `" source="`, e.from.id, `" target="`, e.to.id, "\">\n")
		data(x, "   ", "e_", edgeKeys, e)
		x.raw("  </edge>\n")
	}
	x.raw(" </graph>\n</graphml>\n")
	return x.Flush()
}

var graphKeys = []graphKey[*graph]{
	{"generator", "string", "the program that made the graph", func(*graph) string { return article.GeneratorName + " " + article.GeneratorVersion }},
	{"articles", "int", "articles gathered", func(g *graph) string { return strconv.Itoa(len(g.cast.articles)) }},
	{"positions", "int", "positions in them", func(g *graph) string { return strconv.Itoa(g.total) }},
	{"left_out", "int", "positions that name no holder or no target", func(g *graph) string { return strconv.Itoa(g.left) }},
}

// declare writes the keys of one domain.
func declare[T any](x *xmlText, domain, prefix string, keys []graphKey[T]) {
	for _, k := range keys {
		x.raw(` <key id="`, prefix, k.name, `" for="`, domain, `" attr.name="`, k.name, `" attr.type="`, k.kind, `"><desc>`)
		x.text(k.about)
		x.raw("</desc></key>\n")
	}
}

// data writes what v has under the keys.
func data[T any](x *xmlText, indent, prefix string, keys []graphKey[T], v T) {
	for _, k := range keys {
		if s := k.value(v); s != "" {
			x.raw(indent, `<data key="`, prefix, k.name, `">`)
			x.text(s)
			x.raw("</data>\n")
		}
	}
}

// xmlText writes markup and text; errors wait for Flush.
type xmlText struct{ *bufio.Writer }

func (x *xmlText) raw(parts ...string) {
	for _, s := range parts {
		_, _ = x.WriteString(s)
	}
}

// text escapes s; what XML cannot hold stands as U+FFFD.
func (x *xmlText) text(s string) { _ = xml.EscapeText(x, []byte(s)) }
