package page

import (
	"slices"
	"strings"
)

// titleVotes is how much a layer counts in the vote on the title: two that
// agree outvote any other, and of two camps the better informed wins.
var titleVotes = map[string]int{layerLinked: 6, layerGraph: 5, layerHead: 4, layerMeta: 1, layerTitle: 2}

// ballot is the vote on the title, by the folded forms of it.
type ballot struct {
	forms map[string]*form
	order []string
}

type form struct {
	fact  Fact
	votes int
	leaf  int // the heading that shows this form, -1 if none does
}

func (b *ballot) vote(x Fact) *form {
	key := fold(x.Text)
	if key == "" {
		return nil
	}
	if b.forms[key] == nil {
		b.forms[key] = &form{fact: x, leaf: -1}
		b.order = append(b.order, key)
	}
	b.forms[key].votes += titleVotes[x.Basis]
	return b.forms[key]
}

// contains reports whether a heading's words begin or end a stated title: the
// rest is a kicker or a name.
func (b *ballot) contains(key string) bool {
	if b.forms[key] != nil {
		return true
	}
	for _, k := range b.order {
		if len(key) >= 12 && (strings.HasPrefix(k, key+" ") || strings.HasSuffix(k, " "+key)) {
			return true
		}
	}
	return false
}

// winner is the form with the most votes, of equals the one named first; of two headings
// that are parts of one title the longer, since a site's name is short.
func (b *ballot) winner() *form {
	var best *form
	for _, key := range b.order {
		x := b.forms[key]
		parts := best != nil && x.fact.Basis == layerHead && best.fact.Basis == layerHead
		if best == nil || x.votes > best.votes || parts && x.votes == best.votes && len(x.fact.Text) > 2*len(best.fact.Text) {
			best = x
		}
	}
	return best
}

// shown is the form of a heading that stands in the page, nil if there is none.
func (b *ballot) shown() *form {
	for _, key := range b.order {
		if b.forms[key].leaf >= 0 {
			return b.forms[key]
		}
	}
	return nil
}

// maxHeads is among how many headings the title is looked for.
const maxHeads = 40

// findTitle settles the title: of what the layers and the headings say, the
// form with the most votes. It notes the leaf that shows it.
func (f *finder) findTitle() {
	f.title = -1
	b := ballot{forms: map[string]*form{}}
	for _, x := range f.meta.titles {
		b.vote(x)
	}
	heads := f.heads()
	for _, i := range heads {
		words := f.words(&f.leaves[i])
		key := fold(words)
		if key == "" || !b.contains(key) {
			continue
		}
		switch x := b.forms[key]; {
		case x == nil || x.leaf < 0:
			b.vote(Fact{words, layerHead}).leaf = i
		case f.leaves[x.leaf].Level > f.leaves[i].Level:
			x.leaf = i
		}
	}
	if best := b.winner(); best != nil {
		f.meta.Title, f.title = best.fact, best.leaf
	}
	if f.title >= 0 {
		return
	}
	if x := b.shown(); x != nil {
		f.title = x.leaf
		return
	}
	if f.firstHeading(heads); f.title < 0 {
		f.titleLine(&b)
	}
}

// maxLines is among how many leaves the title is looked for on a page without headings.
const maxLines = 80

// titleLine takes the first leaf that shows a stated title on a page that marks no heading:
// old pages and careless ones set it in large letters only.
func (f *finder) titleLine(b *ballot) {
	for i := range min(len(f.leaves), maxLines) {
		l := &f.leaves[i]
		if l.Kind != Paragraph || l.words < 4 || l.words > 40 || 2*l.linked > l.size {
			continue
		}
		words := f.words(l)
		if key := fold(words); len(key) >= 12 && b.contains(key) {
			f.title = i
			if x := b.forms[key]; x == nil || x.fact.Basis == layerTitle {
				f.meta.Title = Fact{words, f.meta.Title.Basis}
			}
			return
		}
	}
}

// splitTitle divides the leaves whose first line shows a stated title, and whose line breaks
// divide it from the byline and the date.
func (f *finder) splitTitle() {
	b := ballot{forms: map[string]*form{}}
	for _, x := range f.meta.titles {
		b.vote(x)
	}
	for i := range min(len(f.leaves), maxLines) {
		l := f.leaves[i]
		end := slices.IndexFunc(l.Pieces, func(p Piece) bool { return p.Kind == Break })
		if l.Kind != Paragraph || end < 1 || l.words > 60 {
			continue
		}
		head := l
		head.Pieces = l.Pieces[:end]
		if key := fold(f.words(&head)); len(key) < 12 || !b.contains(key) {
			continue
		}
		var parts []Leaf
		for rest := l.Pieces; len(rest) > 0; {
			n := slices.IndexFunc(rest, func(p Piece) bool { return p.Kind == Break })
			if n < 0 {
				n = len(rest) - 1
			}
			part := Leaf{Kind: l.Kind, Owner: l.Owner, Pieces: rest[: n+1 : n+1]}
			if part.measure(f.t); part.size > 0 {
				parts = append(parts, part)
			}
			rest = rest[n+1:]
		}
		f.leaves = slices.Replace(f.leaves, i, i+1, parts...)
		return
	}
}

// firstHeading takes the first heading of the first level for the title's place.
func (f *finder) firstHeading(heads []int) {
	for _, i := range heads {
		if l := &f.leaves[i]; l.Level == 1 && l.words >= 3 {
			f.title = i
			if f.meta.Title.Text == "" {
				f.meta.Title = Fact{f.words(l), layerHead}
			}
			return
		}
	}
}

// heads are the headings that may show the title.
func (f *finder) heads() []int {
	var list []int
	for i := range f.leaves {
		if l := &f.leaves[i]; l.Kind == Heading && (l.Level <= 2 || l.Level == 3 && l.links == 0) {
			if list = append(list, i); len(list) == maxHeads {
				break
			}
		}
	}
	return list
}

// words is the text of a leaf, entities read and white space folded.
func (f *finder) words(l *Leaf) string {
	var b strings.Builder
	for _, p := range l.Pieces {
		if n := &f.t.Nodes[p.Node]; p.Kind == Words {
			b.WriteString(f.t.Text[n.Start:n.End])
		} else if p.Kind == Break || p.Kind == Space {
			b.WriteByte(' ')
		}
	}
	return plain(b.String())
}
