package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"dossier/formats/internal/dom"
)

// Role is what a leaf is in the article.
type Role uint8

// The roles of leaves.
const (
	Body Role = iota
	Title
	Deck
	Byline
	Date
	Related
	Chrome // not of the article
)

// Article is what was found in a page.
type Article struct {
	Meta
	Leaves []Leaf // in file order, chrome left out
	// Hidden is where the tree's text has the article's body as the inside of a
	// JSON string, set only if the page shows none of it, or little.
	Hidden struct{ From, To int }
}

// finder is the work on one page. All but leaves and values are by node.
type finder struct {
	t      *dom.Tree
	meta   Meta
	leaves []Leaf
	values []int32 // of leaves: how much each speaks for the article
	class  []class
	first  []int32 // the first leaf at or below, or None
	past   []int32 // the leaf after the last
	prose  []int32 // characters of prose below
	score  []int32 // the sum of values below
	drop   []bool
	body   int32
	title  int // the leaf that shows the title, -1 if none does
}

// Find finds the article of a page.
//
// Every leaf has a worth: prose speaks for the elements around it, links and
// labels against them. What is known to be something else (by its tag, its
// class, the line above it, its place) loses its worth. The article is in the
// element whose leaves sum up highest; inside it what is not prose is judged
// once more by what stands beside it.
func Find(t *dom.Tree) Article {
	f := newFinder(t)
	f.findTitle()
	f.weigh()
	f.drops()
	f.labels()
	f.cards()
	f.beforeTitle()
	f.besideArticle()
	f.repeats()
	f.distance()
	f.choose()
	leaves := f.inside()
	f.visibleAuthors(leaves)
	f.timeElement()
	a := Article{Meta: f.meta, Leaves: leaves}
	if size := len(f.meta.body); size >= hiddenBytes && shown(leaves) < size/3 {
		a.Hidden.From, a.Hidden.To = hiddenBody(t)
	}
	return a
}

// hiddenBytes is the length from which on a text in the metadata is an article.
const hiddenBytes = 400

func newFinder(t *dom.Tree) *finder {
	n := len(t.Nodes)
	f := &finder{t: t, meta: readMeta(t), leaves: Leaves(t, 0), class: make([]class, n), first: make([]int32, n),
		past: make([]int32, n), prose: make([]int32, n), score: make([]int32, n), drop: make([]bool, n)}
	if !slices.ContainsFunc(f.leaves, func(l Leaf) bool { return l.Kind == Heading && l.Level <= 2 }) {
		f.splitTitle()
	}
	f.values = make([]int32, len(f.leaves))
	for i := range n {
		if !t.Nodes[i].IsText {
			f.class[i] = classOf(t, int32(i))
		}
	}
	f.places()
	return f
}

// weigh gives every leaf its worth.
func (f *finder) weigh() {
	for i := range f.leaves {
		f.values[i] = int32(f.leaves[i].value())
		f.prose[f.leaves[i].Owner] += max(0, f.values[i])
	}
	f.sum(f.prose)
	f.inBody()
}

// shown is the length of the text that the leaves of the body show.
func shown(leaves []Leaf) int {
	n := 0
	for i := range leaves {
		if l := &leaves[i]; l.Role == Body && l.Kind != Caption {
			n += l.size
		}
	}
	return n
}

// sum adds up what the nodes hold, below each.
func (f *finder) sum(v []int32) {
	for i := len(v) - 1; i > 0; i-- {
		v[f.t.Nodes[i].Parent] += v[i]
	}
}

// places notes which leaves stand below each node.
func (f *finder) places() {
	for i := range f.first {
		f.first[i], f.past[i] = dom.None, dom.None
	}
	for i := range f.leaves {
		for n := f.leaves[i].Owner; n != dom.None; n = f.t.Nodes[n].Parent {
			if f.first[n] == dom.None {
				f.first[n] = int32(i)
			}
			f.past[n] = int32(i + 1)
		}
	}
}

// inBody gives more worth to what stands in an element that calls itself the
// body, even if it is no prose.
func (f *finder) inBody() {
	inside := make([]bool, len(f.class))
	for i := 1; i < len(inside); i++ {
		n := &f.t.Nodes[i]
		inside[i] = inside[n.Parent] || f.class[i]&isBody != 0 && n.Tag != atom.Body && n.Tag != atom.Html
	}
	for i := range f.leaves {
		l := &f.leaves[i]
		if !inside[l.Owner] {
			continue
		}
		if f.values[i] > 0 {
			f.values[i] += f.values[i] / 2
		} else if l.words >= 4 && 4*l.linked < l.size && l.Kind != Caption {
			f.values[i] = int32(l.size / 2)
		}
	}
}

// value is how much a leaf speaks for the element around it being the article.
func (l *Leaf) value() int {
	switch {
	case l.Kind == Rule || l.Kind == Heading || l.Kind == Caption || l.Kind == Table:
		return 0
	case l.words <= 60 && rights(l.low):
		return -40
	case 2*l.linked > l.size:
		return -min(l.size, 80) - 10
	case l.words >= 10 && l.stops > 0 && 10*l.linked < 4*l.size:
		return min(l.size, 800)
	case l.words >= 4 && l.ends():
		return l.size / 2
	case l.Kind == ListItem:
		return -4
	}
	return -8
}

// rights reports a line of copyright.
func rights(low string) bool {
	return strings.Contains(low, "©") || strings.Contains(low, "copyright") || strings.Contains(low, "all rights reserved") ||
		strings.Contains(low, "&copy;")
}

// ends reports whether the leaf ends like a sentence.
func (l *Leaf) ends() bool { return strings.ContainsRune(".!?…:\"”»’。！？」।؟", l.last) }
