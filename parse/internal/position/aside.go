package position

import (
	"slices"

	"dossier/parse/internal/tag"
)

// Asides: what interrupts a clause between commas.
//
//	Norway did not[, however,] condemn Chile
//	Norway[, Brenn said,] has condemned Chile
//
// Behind an auxiliary the aside parts the verb from its negation, behind a subject
// from who acts. Both are read across it.

// asideReach is how many tokens an aside may have.
const asideReach = 12

// joinAsides makes one group of an auxiliary and the verb from which an aside parts
// it. Only groups behind a comma are looked at.
func (r *reader) joinAsides() {
	for k := 0; k < len(r.groups); k++ {
		g := &r.groups[k]
		if g.first-2 <= r.first || !r.asideEnds(g.first-1) {
			continue
		}
		if a := r.auxiliaryAhead(k); a >= 0 {
			k = r.joinGroups(a, k)
		}
	}
}

// asideEnds reports a comma at token i, or a quotation mark behind one: "“We will not,”
// she said, “support Chile.”"
func (r *reader) asideEnds(i int) bool {
	if r.quoteMark(i) && i > r.first {
		i--
	}
	return r.tags[i] == tag.PunctComma
}

// auxiliaryAhead is the auxiliary, modal or "to" before the aside in front of group k
// that the verb of k completes, or -1.
func (r *reader) auxiliaryAhead(k int) int {
	g := &r.groups[k]
	from := g.first - 2
	if r.quoteMark(g.first - 1) {
		from--
	}
	for j := from; j > max(r.first, g.first-asideReach); j-- {
		if r.tags[j] != tag.PunctComma {
			continue
		}
		i := j - 1
		for i > r.first && (r.tags[i] == tag.RB || r.quoteMark(i)) {
			i--
		}
		if r.completedBy(i, g) && r.quoteOf[i] == r.quoteOf[g.main] {
			return i
		}
	}
	return -1
}

// completedBy reports an auxiliary, modal or "to" at token i that can have the verb of g
// behind it.
func (r *reader) completedBy(i int, g *group) bool {
	t := r.tags[g.first]
	switch {
	case g.form == infinitive || g.modal >= 0:
		return false
	case r.tags[i] == tag.MD || r.tags[i] == tag.TO:
		return t == tag.VB || t == tag.VBP
	case !r.tags[i].Verb():
		return false
	}
	return carries(auxiliary(r.low(i), r.tags[i]), t, "")
}

// joinGroups makes one group of the auxiliary at token a, the verb of group k and what
// stands between; it returns its index.
func (r *reader) joinGroups(a, k int) int {
	g := r.groups[k]
	at := k
	for at > 0 && r.groups[at-1].end > a {
		at--
	}
	if first := &r.groups[at]; first.first <= a {
		g.first, g.form, g.modal, g.cease = first.first, first.form, first.modal, first.cease
		if first.not >= 0 {
			g.not = first.not
		}
	} else {
		g.first, g.form = a, finite
		if r.tags[a] == tag.TO {
			g.form = infinitive
		} else {
			g.modal = a
		}
	}
	for i := a + 1; g.not < 0 && i < g.main && r.tags[i] == tag.RB; i++ {
		if w := r.low(i); w == "not" || w == "n't" || w == "n’t" || w == "never" {
			g.not = i
		}
	}
	if v := r.groups[k].first; v == g.main {
		g.passive = passiveAux(auxiliary(r.low(a), r.tags[a]), r.tags[v])
	}
	r.groups = slices.Replace(r.groups, at, k+1, g)
	return at
}

// comments reports that the tokens [i, j) between commas comment on the clause around
// them: "Brenn said", "critics say", "as he has in the past".
func (r *reader) comments(i, j int) bool {
	if r.tags[i] == tag.IN && r.low(i) == "as" {
		return true
	}
	k := r.groupFrom(i)
	if k < 0 || r.groups[k].end > j || r.groups[k].form != finite || r.kinds(r.groups[k].main)&kSay == 0 {
		return false
	}
	g := &r.groups[k]
	if g.first == i { // "said Brenn"
		p := r.phraseFrom(g.end)
		return p >= 0 && int(r.ps[p].FullEnd) <= j
	}
	p := r.phraseFrom(i)
	if p < 0 || int(r.ps[p].FullEnd) < g.first-1 {
		return false
	}
	if n := r.groupFrom(g.end); n >= 0 && r.groups[n].first < j {
		return false
	}
	return g.end == j || r.tags[g.end] == tag.IN && r.low(g.end) != "that" || r.timeToken(g.end)
}
