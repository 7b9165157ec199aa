package page

import (
	"strings"

	"golang.org/x/net/html/atom"

	"dossier/formats/internal/dom"
)

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
	case atom.Nav, atom.Aside:
		return true
	case atom.Footer:
		return !f.quotes(f.t.Nodes[i].Parent)
	case atom.Body, atom.Html, atom.Article, atom.Main:
		return false
	}
	switch c := f.class[i]; {
	case c&isBody != 0:
		return false
	case c&isKeep != 0:
		return c&(isRelated|isComments|isPlea) != 0
	default:
		return c&(isChrome|isRelated|isComments) != 0 || f.hidden(i)
	}
}

// quotes reports a block quotation: its footer tells whom it quotes.
func (f *finder) quotes(i int32) bool { return i != dom.None && f.t.Nodes[i].Tag == atom.Blockquote }

func (f *finder) hidden(i int32) bool {
	style := f.t.Attr(i, "style")
	return style != "" && strings.Contains(strings.ReplaceAll(strings.ToLower(style), " ", ""), "display:none") ||
		f.t.Attr(i, "aria-hidden") == "true"
}

// choose finds the element that holds the article: the one with the highest
// score, in it the one that calls itself the body, and of that the innermost
// that holds nearly all.
func (f *finder) choose() {
	for i := range f.leaves {
		if l := &f.leaves[i]; !f.drop[l.Owner] && l.Role == Body {
			f.score[l.Owner] += f.values[i]
		}
	}
	f.sum(f.score)
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
			if 100*int64(f.score[k]) >= 85*int64(f.score[best]) && !dom.Inline(f.t.Nodes[k].Tag) && f.past[k]-f.first[k] > 1 {
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
			if 100*int64(f.score[i]) >= 85*int64(f.score[top]) {
				top = i // inside the other
			}
			continue
		}
		all += f.score[i]
		if top == dom.None || f.score[i] > f.score[top] {
			top = i
		}
	}
	if top == dom.None || 100*int64(f.score[top]) < 20*int64(f.score[best]) || 10*f.score[top] < 6*all {
		return dom.None
	}
	return top
}
