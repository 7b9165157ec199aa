package page

import (
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
func Find(t *dom.Tree) Article {
	a, _ := find(t)
	return a
}

func find(t *dom.Tree) (Article, *finder) {
	n := len(t.Nodes)
	f := &finder{t: t, meta: readMeta(t), leaves: Leaves(t, 0), class: make([]class, n), first: make([]int32, n),
		past: make([]int32, n), prose: make([]int32, n), score: make([]int32, n), drop: make([]bool, n)}
	f.values = make([]int32, len(f.leaves))
	for i := range n {
		if !t.Nodes[i].IsText {
			f.class[i] = classOf(t, int32(i))
		}
	}
	f.places()
	f.findTitle()
	for i := range f.leaves {
		f.values[i] = int32(f.leaves[i].value())
		f.prose[f.leaves[i].Owner] += max(0, f.values[i])
	}
	f.sum(f.prose)
	f.inBody()
	f.drops()
	f.labels()
	f.cards()
	f.beforeTitle()
	f.besideArticle()
	f.repeats()
	f.distance()
	for i := range f.leaves {
		if l := &f.leaves[i]; !f.drop[l.Owner] && l.Role == Body {
			f.score[l.Owner] += f.values[i]
		}
	}
	f.sum(f.score)
	f.choose()
	leaves := f.inside()
	f.visibleAuthors(leaves)
	f.timeElement(leaves)
	a := Article{Meta: f.meta, Leaves: leaves}
	if size := len(f.meta.body); size >= 400 && shown(leaves) < size/3 {
		a.Hidden.From, a.Hidden.To = hiddenBody(t)
	}
	return a, f
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

// drops marks what is not the article by its tag or class, unless it holds much
// of the page's prose, or all that bears its class does.
func (f *finder) drops() {
	held := map[string]int32{} // by class, in elements that are to be dropped
	for pass := range 2 {
		for i := 1; i < len(f.drop); i++ {
			n := &f.t.Nodes[i]
			f.drop[i] = f.drop[n.Parent]
			if f.drop[i] || n.IsText || !f.alien(int32(i)) || !f.minor(int32(i)) {
				continue
			}
			key := f.t.Attr(int32(i), "class")
			if pass == 0 {
				held[key] += f.prose[i]
			}
			f.drop[i] = pass == 0 || key == "" || !f.much(held[key]) || f.class[i]&isComments != 0 && 10*held[key] < 8*f.prose[0]
		}
	}
}

// much reports a good part of the page's prose.
func (f *finder) much(prose int32) bool { return 10*prose >= 4*f.prose[0] }

// minor reports an element without much of the page's prose, and not around its
// title.
func (f *finder) minor(i int32) bool {
	most := 4
	if f.class[i]&isComments != 0 {
		most = 8 // readers may write more than the author
	}
	return 10*f.prose[i] < int32(most)*f.prose[0] && !(f.title >= 0 && f.first[i] <= int32(f.title) && int32(f.title) < f.past[i])
}

func (f *finder) alien(i int32) bool {
	switch f.t.Nodes[i].Tag {
	case atom.Nav, atom.Aside, atom.Footer:
		return true
	case atom.Body, atom.Html, atom.Article, atom.Main:
		return false
	}
	if f.class[i]&(isBody|isKeep) != 0 {
		return false
	}
	return f.class[i]&(isChrome|isRelated|isComments) != 0 || f.hidden(i)
}

func (f *finder) hidden(i int32) bool {
	style := f.t.Attr(i, "style")
	return style != "" && strings.Contains(strings.ReplaceAll(strings.ToLower(style), " ", ""), "display:none") ||
		f.t.Attr(i, "aria-hidden") == "true"
}

// choose finds the element that holds the article: the one with the highest
// score, in it the one that calls itself the body, and of that the innermost
// that holds nearly all.
func (f *finder) choose() {
	best := int32(0)
	for i := range f.score {
		if f.score[i] >= f.score[best] && !f.t.Nodes[i].IsText {
			best = int32(i)
		}
	}
	for best > 0 && f.past[best]-f.first[best] == 1 && f.t.Nodes[f.t.Nodes[best].Parent].Tag != atom.Body {
		best = f.t.Nodes[best].Parent // a paragraph alone is not it
	}
	if b := f.named(best); b != dom.None {
		best = b
	}
	for f.score[best] > 0 {
		next := dom.None
		for k := f.t.Nodes[best].First; k != dom.None; k = f.t.Nodes[k].Next {
			if 100*f.score[k] >= 85*f.score[best] && !dom.Inline(f.t.Nodes[k].Tag) && f.past[k]-f.first[k] > 1 {
				next = k
			}
		}
		if next == dom.None {
			break
		}
		best = next
	}
	f.body = best
}

// named is the element inside best that calls itself the article's body, if it
// is the only one to hold much.
func (f *finder) named(best int32) int32 {
	top, all := dom.None, int32(0)
	end := f.t.Nodes[best].End
	for i := best; i < int32(len(f.t.Nodes)) && f.t.Nodes[i].Start < end; i++ {
		if f.class[i]&isBody == 0 || f.drop[i] || f.score[i] <= 0 {
			continue
		}
		if top != dom.None && f.t.Nodes[i].Start < f.t.Nodes[top].End {
			if 100*f.score[i] >= 85*f.score[top] {
				top = i // inside the other
			}
			continue
		}
		all += f.score[i]
		if top == dom.None || f.score[i] > f.score[top] {
			top = i
		}
	}
	if top == dom.None || 100*f.score[top] < 30*f.score[best] || 10*f.score[top] < 6*all {
		return dom.None
	}
	return top
}
