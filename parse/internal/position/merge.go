package position

import (
	"cmp"
	"slices"
	"strconv"

	"dossier/article"
)

// quoteID is the id of the quote with index i.
func quoteID(i int) string { return "q" + strconv.Itoa(i+1) }

// merge keeps one position of those that say the same (holder, stance and
// target), puts all in text order and numbers them.
func merge(fs []*found) []article.Position {
	slices.SortStableFunc(fs, inOrder)
	kept := fs[:0]
	seen := make(map[same]int, len(fs))
	cited := citations{}
	for _, f := range fs {
		k := sameAs(f)
		j, ok := seen[k]
		switch {
		case !ok:
			seen[k] = len(kept)
			cited.fresh(len(kept), f.Quotes)
			kept = append(kept, f)
		case f.Confidence > kept[j].Confidence+.2:
			cited.fresh(j, f.Quotes)
			f.Quotes = union(f.Quotes, kept[j].Quotes)
			kept[j] = f
		default:
			kept[j].Quotes = append(kept[j].Quotes, cited.fresh(j, f.Quotes)...)
			if kept[j].Issue == "" {
				kept[j].Issue = f.Issue
			}
		}
	}
	kept = active(kept)
	slices.SortStableFunc(kept, inOrder)
	commonHeadings(kept)
	out := make([]article.Position, len(kept))
	for i := range kept {
		out[i] = kept[i].Position
		out[i].ID = "p" + strconv.Itoa(i+1)
	}
	return out
}

// inOrder compares by the places of statement and cue.
func inOrder(a, b *found) int {
	return cmp.Or(start(a)-start(b), a.Cue.Spans[0].Start-b.Cue.Spans[0].Start)
}

func start(f *found) int { return f.Statement.Spans[0].Start }

// near is how many positions before and behind one can share its statement.
const near = 12

// active leaves out assertions beside which the holder takes a stance, and those
// that are about nothing.
func active(ps []*found) []*found {
	for i := range ps {
		ps[i].idle = ps[i].Stance == article.Assert && idle(ps, i)
	}
	return slices.DeleteFunc(ps, func(f *found) bool { return f.idle })
}

func idle(ps []*found, i int) bool {
	f := ps[i]
	if f.target < 0 && f.Issue == "" {
		return true
	}
	for j := max(0, i-near); j < min(len(ps), i+near); j++ {
		o := ps[j]
		if o.Stance != article.Assert && o.holder == f.holder && o.holder >= 0 && o.Statement.Spans[0].Overlaps(f.Statement.Spans[0]) {
			return true
		}
	}
	return false
}

// same is equal for positions that say the same: the actors, or the words of
// those that are none.
type same struct {
	holder, target   int
	holding, towards string
	stance           article.Stance
}

func sameAs(f *found) same {
	k := same{holder: f.holder, target: f.target, stance: f.Stance}
	if f.holder < 0 {
		k.holding = f.Holder.Text
	}
	if f.target < 0 {
		k.towards = f.Target.Text
	}
	return k
}

// citations are the quotes that each kept position has: what a long article says
// over and over collects thousands.
type citations map[citation]bool

type citation struct {
	position int // index among those kept
	quote    string
}

// fresh notes quotes as those of a position and returns the ones that it lacked.
func (c citations) fresh(position int, quotes []string) []string {
	var out []string
	for _, q := range quotes {
		if x := (citation{position, q}); !c[x] {
			c[x] = true
			out = append(out, q)
		}
	}
	return out
}

// union is a, which is short, and those of b that it lacks.
func union(a, b []string) []string {
	out := slices.Clip(a)
	for _, x := range b {
		if !slices.Contains(a, x) {
			out = append(out, x)
		}
	}
	return out
}
