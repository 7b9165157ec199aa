package page

import (
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
		if f.leaves[p.leaf].size != l.size || f.alike(p.leaf, i) {
			continue
		}
		p.count++
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

// alike reports two leaves in boxes of one make: an article may repeat itself.
func (f *finder) alike(i, k int) bool {
	a, b := f.leaves[i].Owner, f.leaves[k].Owner
	if f.t.Nodes[a].Tag != f.t.Nodes[b].Tag {
		return false
	}
	a, b = f.t.Nodes[a].Parent, f.t.Nodes[b].Parent
	return f.t.Nodes[a].Tag == f.t.Nodes[b].Tag && f.t.Attr(a, "class") == f.t.Attr(b, "class")
}

// beside is how much prose the parent of a leaf's block holds.
func (f *finder) beside(i int) int32 {
	n := f.leaves[i].Owner
	if p := f.t.Nodes[n].Parent; p != dom.None {
		return f.prose[p]
	}
	return f.prose[n]
}
