package export

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"dossier/article"
)

// graph is who stands how towards whom or what, over any number of articles:
// nodes are the actors, the matters that positions are about, and holders whose
// words stay unresolved; an edge sums the positions of one holder on one target
// with one stance. GraphML and the CSV of edges render it.
//
// A target is the actor it resolves to, else the issue, else its words. Actors
// of several articles are one by the rule of cast, matters by their words where
// those say enough, unresolved holders never. Positions without a holder or a target have no edge
// and are counted. Of an article its key and file name are kept, never its text.
type graph struct {
	cast   entityCast
	words  map[string]*graphNode // matters and unresolved holders, by key
	edges  map[graphEnds]*graphEdge
	active map[int]bool // actors that an edge touches
	quotes map[int]int  // spoken, by actor
	left   int          // positions without an edge
	total  int          // positions
}

// graphNode is one node.
type graphNode struct {
	id, label, kind string
	country, role   string
	external        string
	named           bool
	mentions        int
	quotes          int
	articles        int
	order, last     int // last article that was counted, from 1
}

// The kinds of nodes that are no actors.
const (
	nodeIssue = "issue" // a matter with a heading, or the words of a target
	nodeWords = "words" // a holder whom nothing resolves
)

// graphEnds tells edges apart: a node is an actor's number in the cast, or a key
// of words.
type graphEnds struct {
	from, to graphEnd
	stance   article.Stance
}

type graphEnd struct {
	actor int // -1: words
	key   string
}

// graphEdge is one edge. Refs are the places that bear it out, as
// "ARTICLE#POSITION:START-END:RULE", in code points of the article's text.
type graphEdge struct {
	id         string
	from, to   *graphNode
	stance     article.Stance
	positions  int
	evidence   int // quotations
	conditions int // positions under a condition
	confidence float64
	articles   int
	last       int // the last article that was counted
	issues     []string
	refs       []string
	order      int
}

// maxRefs bounds the places that are kept of one edge; weight counts them all.
const maxRefs = 100

func newGraph() *graph {
	return &graph{
		words: map[string]*graphNode{}, edges: map[graphEnds]*graphEdge{}, active: map[int]bool{}, quotes: map[int]int{},
	}
}

// add enters an article. One that stands there already changes nothing.
func (g *graph) add(a *article.Article) {
	n, first := g.cast.begin(a)
	if !first {
		return
	}
	v := newView(a.Upheld())
	actors := make(map[article.Opt]int, len(v.Actors))
	for i := range v.Actors {
		actors[article.Opt(v.Actors[i].ID)] = g.cast.add(n, v, &v.Actors[i])
	}
	for i := range v.Quotes {
		if x, ok := actors[v.Quotes[i].Speaker.ActorID()]; ok {
			g.quotes[x]++
		}
	}
	for i := range v.Positions {
		p := &v.Positions[i]
		g.total++
		from, ok := g.holder(n, v, actors, p)
		to, ok2 := g.target(n, v, actors, p)
		if !ok || !ok2 {
			g.left++
			continue
		}
		g.edge(graphEnds{from, to, p.Stance}).add(n, v, p)
	}
}

// holder finds or makes the node of p's holder; false where no words name one,
// or only a pronoun does.
func (g *graph) holder(n int, v *view, actors map[article.Opt]int, p *article.Position) (graphEnd, bool) {
	if p.Holder == nil || unnamed(p.Holder) {
		return graphEnd{}, false
	}
	if x, ok := actors[p.Holder.Actor]; ok {
		g.active[x] = true
		return graphEnd{actor: x}, true
	}
	key := matterKey(p.Holder.Text)
	if key == "" {
		return graphEnd{}, false
	}
	return g.wordNode(n, nodeWords, g.cast.articles[n]+"\x00"+key, p.Holder.Text), true
}

// target finds or makes the node of whom or what p is about; false where p
// names neither, or only by a pronoun.
func (g *graph) target(n int, v *view, actors map[article.Opt]int, p *article.Position) (graphEnd, bool) {
	if x, ok := actors[p.Target.Actor]; ok {
		g.active[x] = true
		return graphEnd{actor: x}, true
	}
	title := cmp.Or(string(p.Issue), p.Target.Text)
	key := matterKey(title)
	if key == "" || pronouns[key] {
		return graphEnd{}, false
	}
	if definite(key, p.Target.Text) {
		key = g.cast.articles[n] + "\x00" + key
	}
	return g.wordNode(n, nodeIssue, key, title), true
}

// definite reports whether a matter is one that only its article makes clear:
// "the decision", "their deal". Two articles have two decisions; "inflation" or
// "the harbour tram" is the same in both.
func definite(key, words string) bool {
	first, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(words)), " ")
	switch first {
	case "the", "this", "that", "these", "those", "its", "their", "his", "her":
		return !strings.Contains(key, " ")
	}
	return false
}

func (g *graph) wordNode(n int, kind, key, label string) graphEnd {
	key = kind + "\x00" + key
	x := g.words[key]
	if x == nil {
		prefix := kind[:1]
		x = &graphNode{id: hashID(prefix, key), kind: kind, label: strings.Clone(oneLine(label)), order: len(g.words)}
		g.words[strings.Clone(key)] = x
	}
	x.mentions++
	if x.last != n+1 {
		x.last = n + 1
		x.articles++
	}
	return graphEnd{-1, key}
}

func (g *graph) edge(ends graphEnds) *graphEdge {
	e := g.edges[ends]
	if e == nil {
		e = &graphEdge{stance: ends.stance, order: len(g.edges)}
		g.edges[ends] = e
	}
	return e
}

// add counts a position of article n.
func (e *graphEdge) add(n int, v *view, p *article.Position) {
	e.positions++
	e.evidence += len(p.Quotes)
	e.confidence = max(e.confidence, p.Confidence)
	if p.Condition != nil && len(p.Condition.Spans) > 0 {
		e.conditions++
	}
	e.articles, e.last = 1, n // a holder is of one article until the cast is resolved
	e.issues = appendNew(e.issues, strings.Clone(oneLine(string(p.Issue))))
	if len(e.refs) < maxRefs {
		e.refs = append(e.refs, v.evidenceRef(p.ID, p.Statement.Spans, p.Rule))
	}
}

// evidenceRef says where an item stands: "ARTICLE#ITEM:START-END:RULE". What the
// text does not state, but a user's list of actors, has no place.
func (v *view) evidenceRef(item string, spans []article.Span, rule string) string {
	place := ""
	if len(spans) > 0 && spans[len(spans)-1].End > spans[0].Start {
		place = strconv.Itoa(v.point(spans[0].Start)) + "-" + strconv.Itoa(v.point(spans[len(spans)-1].End))
	}
	return oneLine(v.ID) + "#" + item + ":" + place + ":" + rule
}

// merge adds what a later edge counted; the two were of actors that are one.
func (e *graphEdge) merge(f *graphEdge) {
	e.positions += f.positions
	e.evidence += f.evidence
	e.conditions += f.conditions
	e.confidence = max(e.confidence, f.confidence)
	if e.last != f.last {
		e.last = f.last
		e.articles++
	}
	e.issues = appendNew(e.issues, f.issues...)
	e.refs = append(e.refs, f.refs[:min(len(f.refs), max(0, maxRefs-len(e.refs)))]...)
}

// close resolves the cast: the nodes, actors first, in the order of the
// articles, and the edges by their nodes.
func (g *graph) close() (nodes []*graphNode, edges []*graphEdge) {
	people, numbers := g.cast.entities()
	active, quotes := map[int]bool{}, map[int]int{}
	for i, n := range numbers {
		active[n] = active[n] || g.active[i]
		quotes[n] += g.quotes[i]
	}
	actors := make([]*graphNode, len(people))
	for n := range people {
		actors[n] = actorNode(&people[n], quotes[n])
		actors[n].order = n
		if people[n].kind != article.KindPlace || active[n] {
			nodes = append(nodes, actors[n])
		}
	}
	others := slices.SortedFunc(maps.Values(g.words), func(x, y *graphNode) int { return cmp.Compare(x.order, y.order) })
	for i, x := range others {
		x.order = len(actors) + i
	}
	return append(nodes, others...), g.joined(func(end graphEnd) *graphNode {
		if end.actor < 0 {
			return g.words[end.key]
		}
		return actors[numbers[end.actor]]
	})
}

func actorNode(p *entity, quotes int) *graphNode {
	x := &graphNode{
		id: p.id, label: p.name, kind: string(p.kind), country: p.country, external: p.external,
		named: p.named, mentions: p.total, quotes: quotes, articles: len(p.articles),
	}
	if len(p.titles) > 0 {
		x.role = p.titles[0]
	}
	return x
}

// joined makes one of the edges that join the same nodes.
func (g *graph) joined(node func(graphEnd) *graphNode) []*graphEdge {
	type ends struct {
		from, to *graphNode
		stance   article.Stance
	}
	at := map[ends]*graphEdge{}
	var list []*graphEdge
	all := slices.SortedFunc(maps.Keys(g.edges), func(x, y graphEnds) int { return cmp.Compare(g.edges[x].order, g.edges[y].order) })
	for _, k := range all {
		e, to := g.edges[k], ends{node(k.from), node(k.to), k.stance}
		if have := at[to]; have != nil {
			have.merge(e)
			continue
		}
		e.from, e.to, e.id = to.from, to.to, to.from.id+"."+to.to.id+"."+string(e.stance)
		at[to] = e
		list = append(list, e)
	}
	slices.SortStableFunc(list, func(x, y *graphEdge) int {
		return cmp.Or(cmp.Compare(x.from.order, y.from.order), cmp.Compare(x.to.order, y.to.order),
			cmp.Compare(slices.Index(article.Stances, x.stance), slices.Index(article.Stances, y.stance)))
	})
	return list
}
