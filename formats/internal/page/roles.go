package page

import (
	"strings"

	"golang.org/x/net/html/atom"

	"dossier/formats/internal/dom"
)

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
		if l.Role == Related {
			if int32(i) >= f.first[f.body] {
				list = append(list, *l)
			}
			continue
		}
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
		if lead && !f.head(l, c, false) || i > last && f.tail(l, last) {
			continue
		}
		if f.linkedItem(i) {
			l.Role = Related
		}
		list = append(list, *l)
	}
	return list
}

// above reports a leaf between the title and the body that belongs to the
// article: its deck, byline and date, or prose.
func (f *finder) above(i int, c class) bool {
	l := &f.leaves[i]
	switch f.head(l, c, true); {
	case l.Kind == Caption || c&isCaption != 0:
		l.Kind = Caption
		return l.words >= 5
	case l.Role != Body:
		return true
	}
	box := f.t.Nodes[f.body].Parent
	up := f.t.Nodes[l.Owner].Parent
	return f.values[i] >= 60 && l.Kind == Paragraph && (up == box || f.t.Nodes[up].Parent == box)
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
// of the article at all. A deck stands above the body: inside it, what looks
// like one is the first paragraph.
func (f *finder) head(l *Leaf, c class, above bool) bool {
	switch {
	case l.Kind == Caption || l.Kind == Rule:
		return true
	case l.Kind == Heading:
		if c&isDeck != 0 {
			l.Role = Deck
		}
		return true
	case l.words <= 25 && (f.namesAuthor(l) || f.opensByline(l)):
		l.Role = Byline
		return true
	case l.words <= 12 && c&isDate != 0 && strings.ContainsAny(l.low, "0123456789"), l.words <= 7 && namesYear(l.low):
		l.Role = Date
		return true
	case c&isByline != 0 && l.words <= 25:
		l.Role = Byline
		return 2*l.linked < l.size || l.words <= 4
	case above && (c&isDeck != 0 && l.words >= 5 || f.isDescription(l)):
		l.Role = Deck
		return true
	case l.Kind == ListItem && l.links == 0 && l.words >= 4 && !above:
		return true // a point of those that sum the article up
	case l.words < 10 && !l.ends():
		return false
	}
	return true
}

// namesYear reports words with a year of our time among them.
func namesYear(low string) bool {
	for at := 0; ; at++ {
		i := strings.Index(low[at:], "20")
		if i < 0 {
			return false
		}
		at += i
		digit := func(i int) bool { return i >= 0 && i < len(low) && '0' <= low[i] && low[i] <= '9' }
		if !digit(at-1) && digit(at+2) && digit(at+3) && !digit(at+4) {
			return true
		}
	}
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
	if l.words < 5 || f.meta.deckKey == "" || l.size > 2*maxDeck {
		return false
	}
	a, b := squeeze(f.words(l)), f.meta.deckKey
	return a == b || len(b) > 60 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a) && len(a) > 60)
}

// tail reports a leaf below the last prose that is none of the article's.
func (f *finder) tail(l *Leaf, last int) bool {
	if f.t.Nodes[l.Owner].Parent == f.t.Nodes[f.leaves[last].Owner].Parent && l.Kind != Heading {
		return false
	}
	return l.Kind == Paragraph && l.words < 10 && !l.ends() || l.Kind == Heading
}
