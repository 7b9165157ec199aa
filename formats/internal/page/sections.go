package page

import (
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/net/html/atom"

	"dossier/formats/internal/dom"
)

//go:embed words/labels.tsv
var labelFile string

// labelWords is words/labels.tsv.
var labelWords = sync.OnceValue(func() map[string]class {
	m := make(map[string]class, 500)
	for line := range strings.Lines(labelFile) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		label, name, _ := strings.Cut(line, "\t")
		m[label] = classNames[name]
	}
	return m
})

// labelOf is what a leaf announces, if it is a label: "Related", "Comments (3)".
func labelOf(l *Leaf) class {
	if l.words > 9 || l.size > 60 || l.Kind == Rule {
		return 0
	}
	low := strings.Trim(l.low, " :.…!?|-–—»«>0123456789()[]*•·#")
	low = strings.ReplaceAll(low, "’", "'")
	words := labelWords()
	if c := words[low]; c != 0 {
		return c
	}
	if l.Kind == Heading {
		for i := range len(low) {
			if low[i] == ' ' && strings.Contains(low[:i], " ") && words[low[:i]]&(isRelated|isComments) != 0 && strings.Count(low[i:], " ") <= 3 {
				return words[low[:i]]
			}
		}
	}
	return 0
}

// labels drops the sections that a label opens: the outermost element that
// begins with it, or, if that is the label alone, what follows up to the next
// heading of its level.
func (f *finder) labels() {
	for i := range f.leaves {
		l := &f.leaves[i]
		c := labelOf(l)
		if c == 0 || f.drop[l.Owner] || l.Role == Chrome {
			continue
		}
		n := l.Owner
		for p := f.t.Nodes[n].Parent; p > 0 && f.first[p] == int32(i) && f.t.Nodes[p].Tag != atom.Body && f.minor(p); p = f.t.Nodes[n].Parent {
			n = p
		}
		if f.past[n] > int32(i)+1 && f.minor(n) {
			f.dropBelow(n)
			continue
		}
		l.Role = Chrome
		f.dropAfter(i, n, c)
	}
}

// dropBelow drops a node and all below it.
func (f *finder) dropBelow(n int32) {
	end := f.t.Nodes[n].End
	for k := n; k < int32(len(f.drop)) && (k == n || f.t.Nodes[k].Start < end); k++ {
		f.drop[k] = true
	}
}

// dropAfter drops the leaves after the label i, which fills the node n, inside
// the element around it.
func (f *finder) dropAfter(i int, n int32, c class) {
	l := &f.leaves[i]
	up := f.t.Nodes[n].Parent
	if up == dom.None {
		return
	}
	rest := int32(0)
	for k := i + 1; k < int(f.past[up]); k++ {
		x := &f.leaves[k]
		if x.Kind == Heading && (l.Kind == Heading && x.Level <= l.Level) && labelOf(x) == 0 {
			break
		}
		if c == isChrome || c == isRelated && x.words > 0 && !x.teaser() && !(x.Kind == ListItem && x.links > 0) {
			if f.values[k] > 0 {
				break // text goes on
			}
		}
		rest += max(0, f.values[k])
		if 2*rest > f.prose[0] {
			break
		}
		if x.Role = Chrome; x.teaser() {
			x.Role = Related
		}
	}
}

// teaser reports a leaf that is a link to another article.
func (l *Leaf) teaser() bool { return l.words >= 3 && 10*l.linked >= 8*l.size }

// cards takes the worth from teasers of other articles: a linked headline, and
// a few words of what it leads to.
func (f *finder) cards() {
	for i := range f.leaves {
		head := &f.leaves[i]
		if !head.teaser() || i == f.title {
			continue
		}
		if head.Kind == Heading {
			f.values[i] = -60
		}
		for k := i + 1; k < min(i+5, len(f.leaves)); k++ {
			l := &f.leaves[k]
			if l.teaser() || l.Kind == Heading {
				break
			}
			if f.values[k] > 0 {
				if l.size < 350 && f.together(i, k) {
					f.values[k] = -10
					f.card(i, k)
				}
				break
			}
		}
	}
}

// card makes the leaves from i to k teasers if they fill a box of their own.
func (f *finder) card(i, k int) {
	n := f.leaves[i].Owner
	for f.past[n] <= int32(k) {
		n = f.t.Nodes[n].Parent
	}
	if f.first[n] != int32(i) || f.past[n] != int32(k)+1 || k-i > 2 || f.leaves[i].Kind != Heading {
		return
	}
	for ; i <= k; i++ {
		f.leaves[i].Role = Related
	}
}

// linkedItem reports a heading that fills a list item of its own and is a link: another
// article, named in the middle of this one.
//
// Counter-example: the items of a list whose headings words follow, or that lead to none.
func (f *finder) linkedItem(i int) bool {
	l := &f.leaves[i]
	if l.Kind != Heading || !l.teaser() {
		return false
	}
	for n := l.Owner; n != dom.None && f.past[n] == int32(i)+1 && f.first[n] == int32(i); n = f.t.Nodes[n].Parent {
		if f.t.Nodes[n].Tag == atom.Li {
			return true
		}
	}
	return false
}

// together reports whether two leaves share a box of their own: an element that
// holds few other leaves.
func (f *finder) together(i, k int) bool {
	n := f.leaves[i].Owner
	for f.past[n] <= int32(k) {
		n = f.t.Nodes[n].Parent
	}
	return f.past[n]-f.first[n] <= 7
}
