package page

import (
	"strings"

	"golang.org/x/net/html/atom"

	"dossier/formats/internal/dom"
)

// beforeTitle takes the worth from what stands before the title, if most of the
// page's prose stands behind it.
func (f *finder) beforeTitle() {
	if f.title < 0 {
		return
	}
	before, behind := int32(0), int32(0)
	for i := range f.leaves {
		if i < f.title {
			before += max(0, f.values[i])
		} else {
			behind += max(0, f.values[i])
		}
	}
	if behind <= before {
		return
	}
	for i := range f.title {
		f.values[i] = min(f.values[i], 0)
		f.leaves[i].Role = Chrome
	}
}

// besideArticle leaves out what stands outside the <article> of the title, if
// that holds a fair part of the prose: other articles on the page.
func (f *finder) besideArticle() {
	if f.title < 0 {
		return
	}
	box := f.leaves[f.title].Owner
	for box > 0 && f.t.Nodes[box].Tag != atom.Article {
		box = f.t.Nodes[box].Parent
	}
	if box <= 0 {
		return
	}
	in, out := int32(0), int32(0)
	for i := range f.leaves {
		v := max(0, f.values[i])
		switch {
		case f.drop[f.leaves[i].Owner] || f.leaves[i].Role != Body:
		case int32(i) >= f.first[box] && int32(i) < f.past[box]:
			in += v
		default:
			out += v
		}
	}
	if 3*in < out {
		return
	}
	for i := range f.leaves {
		if int32(i) < f.first[box] || int32(i) >= f.past[box] {
			f.leaves[i].Role, f.values[i] = Chrome, 0
		}
	}
}

// farAway is the weight of links and labels between the title and a text that
// halves what the text counts.
const farAway = 800

// distance takes worth from prose that much besides prose parts from the title:
// sidebars, other articles, the foot of the page.
func (f *finder) distance() {
	gap := int32(0)
	for i := max(0, f.title); i < len(f.leaves); i++ {
		if l := &f.leaves[i]; f.drop[l.Owner] || l.Role != Body {
			continue
		}
		if v := f.values[i]; v <= 0 {
			gap -= v
		} else {
			f.values[i] = v * farAway / (farAway + gap)
			gap = max(0, gap-f.values[i])
		}
	}
}

// repeats drops what a page says more than once: captions of a gallery, labels,
// buttons. Of prose the copy with the most prose beside it stays.
func (f *finder) repeats() {
	type place struct{ leaf, count int }
	seen := make(map[string]*place, len(f.leaves))
	for i := range f.leaves {
		l := &f.leaves[i]
		if l.words < 10 || l.Kind == Table || l.Role != Body {
			continue
		}
		key := l.low
		p := seen[key]
		if p == nil {
			seen[key] = &place{i, 1}
			continue
		}
		p.count++
		if f.leaves[p.leaf].size != l.size {
			continue
		}
		loser := i
		if f.beside(i) > f.beside(p.leaf) {
			loser, p.leaf = p.leaf, i
		}
		f.leaves[loser].Role, f.values[loser] = Chrome, 0
		if p.count > 2 {
			f.leaves[p.leaf].Role, f.values[p.leaf] = Chrome, 0
		}
	}
}

// beside is how much prose the parent of a leaf's block holds.
func (f *finder) beside(i int) int32 {
	n := f.leaves[i].Owner
	if p := f.t.Nodes[n].Parent; p != dom.None {
		return f.prose[p]
	}
	return f.prose[n]
}

// inside are the leaves of the article, with what they are.
func (f *finder) inside() []Leaf {
	var list []Leaf
	lead := true
	last := f.lastProse()
	for i := range f.leaves {
		l := &f.leaves[i]
		if i == f.title {
			l.Role = Title
			list = append(list, *l)
			continue
		}
		if l.Role == Chrome || f.drop[l.Owner] || int32(i) >= f.past[f.body] {
			continue
		}
		c := f.around(l)
		if int32(i) < f.first[f.body] {
			if f.title >= 0 && i > f.title && f.above(i, c) {
				list = append(list, *l)
			}
			continue
		}
		if c&isCaption != 0 && (l.Kind == Paragraph || l.Kind == ListItem) {
			l.Kind = Caption
		}
		if lead && f.values[i] > 0 && l.words >= 10 && l.Kind != Caption && c&(isDeck|isByline) == 0 {
			lead = false
		}
		if lead && !f.head(l, c) || i > last && f.tail(l, last) {
			continue
		}
		list = append(list, *l)
	}
	return list
}

// above reports a leaf between the title and the body that belongs to the
// article: its deck, byline and date, or prose.
func (f *finder) above(i int, c class) bool {
	l := &f.leaves[i]
	switch f.head(l, c); {
	case l.Kind == Caption || c&isCaption != 0:
		l.Kind = Caption
		return l.words >= 5
	case l.Role != Body:
		return true
	}
	box := f.t.Nodes[f.body].Parent
	up := f.t.Nodes[l.Owner].Parent
	return f.values[i] >= 100 && l.Kind == Paragraph && (up == box || f.t.Nodes[up].Parent == box)
}

// lastProse is the last leaf of the body that is prose.
func (f *finder) lastProse() int {
	for i := int(f.past[f.body]) - 1; i >= int(f.first[f.body]) && i >= 0; i-- {
		if l := &f.leaves[i]; l.Role == Body && !f.drop[l.Owner] && f.values[i] > 0 {
			return i
		}
	}
	return len(f.leaves)
}

// around is what the classes of the elements just around a leaf say.
func (f *finder) around(l *Leaf) class {
	var c class
	n := l.Owner
	for range 3 {
		if n == dom.None || n == f.body || f.class[n]&isBody != 0 {
			break
		}
		c |= f.class[n]
		n = f.t.Nodes[n].Parent
	}
	for _, p := range l.Pieces {
		if n := f.t.Nodes[p.Node].Parent; p.Kind == Words && n != l.Owner {
			c |= f.class[n]
			if f.t.Nodes[n].Tag == atom.Time {
				c |= isDate
			}
		}
	}
	return c
}

// head settles what a leaf above the first prose is, and reports whether it is
// of the article at all.
func (f *finder) head(l *Leaf, c class) bool {
	switch {
	case l.Kind == Caption || l.Kind == Rule:
		return true
	case l.Kind == Heading:
		if c&isDeck != 0 {
			l.Role = Deck
		}
		return true
	case l.words <= 25 && f.namesAuthor(l):
		l.Role = Byline
		return true
	case l.words <= 12 && c&isDate != 0 && strings.ContainsAny(l.low, "0123456789"):
		l.Role = Date
		return true
	case c&isByline != 0 && l.words <= 25:
		l.Role = Byline
		return 2*l.linked < l.size || l.words <= 4
	case c&isDeck != 0 && l.words >= 5 || f.isDescription(l):
		l.Role = Deck
		return true
	case l.words < 10 && !l.ends():
		return false
	}
	return true
}

// namesAuthor reports a leaf that names an author whom the page states.
func (f *finder) namesAuthor(l *Leaf) bool {
	for _, a := range f.meta.Authors {
		if name := strings.ToLower(a.Text); len(name) >= 5 && strings.Contains(l.low, name) {
			return true
		}
	}
	return false
}

// isDescription reports a leaf that reads like the description of the page.
func (f *finder) isDescription(l *Leaf) bool {
	if l.words < 5 || f.meta.Deck.Text == "" {
		return false
	}
	a, b := squeeze(f.words(l)), squeeze(f.meta.Deck.Text)
	return a == b || len(b) > 60 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a) && len(a) > 60)
}

// tail reports a leaf below the last prose that is none of the article's.
func (f *finder) tail(l *Leaf, last int) bool {
	if f.t.Nodes[l.Owner].Parent == f.t.Nodes[f.leaves[last].Owner].Parent && l.Kind != Heading {
		return false
	}
	return l.Kind == Paragraph && l.words < 10 && !l.ends() || l.Kind == Heading
}
