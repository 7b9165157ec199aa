package position

import (
	"dossier/article"
	"dossier/parse/internal/tag"
)

// Act nouns of two sides: "talks between X and Y", "after talks with Y, X …".

// nounBetween reads "talks between X and Y", each towards the other.
func nounBetween(r *reader, c *cue) bool {
	if !c.e.has(mutual) {
		return false
	}
	p := r.phraseOfHead(c)
	if p < 0 {
		return false
	}
	both := c.args.preposition(r, "between")
	if both < 0 || len(r.parties(both)) < 2 {
		return false
	}
	if k := r.groupOf(p); k >= 0 && r.groups[k].passive && r.groups[k].not < 0 && (r.takesBack(k) || r.low(r.groups[k].main) == "called" && r.groups[k].end < r.end && r.low(r.groups[k].end) == "off") {
		return true // "talks between X and Y were cancelled"
	}
	if k := r.governor(p); k >= 0 && r.willed(k) {
		return true // "would welcome talks between X and Y"
	}
	d := r.draft(c, "noun-between", both, both, .75)
	d.issue = r.issueOf(c, both)
	if r.settled(&d, p) && !r.wanted(p) {
		r.add(d)
	}
	return true
}

// nounDuring reads "after talks with Y, X …", "X … during a visit to Y" and "X
// took the town after fighting with Y".
func nounDuring(r *reader, c *cue) bool {
	if c.e.stance != article.Consult && !(c.e.stance == article.OpposeAct && c.e.has(mutual)) {
		return false
	}
	p := r.phraseOfHead(c)
	if p < 0 || !r.timed(p) {
		return false
	}
	t, k := r.nounTarget(c.e, p), r.clauseOf(p)
	if t < 0 || k < 0 || r.mentionAt(t) < 0 || r.groups[k].subject < 0 || r.groups[k].passive || r.expletive(r.groups[k].subject) {
		return false
	}
	if c.e.stance == article.OpposeAct && !r.armed(r.groups[k].subject) {
		return false // those who were about during a war need not have waged it
	}
	d := r.draft(c, "noun-during", r.groups[k].subject, t, .7)
	d.group = -1
	r.add(d)
	return true
}

// timed reports that phrase p, with no owner of its own, tells when something is
// done: "after talks".
func (r *reader) timed(p int) bool {
	switch r.leading(p) {
	case "after", "during", "following":
	default:
		if i := int(r.ps[p].First) - 1; i < r.first || r.low(i) != "following" {
			return false
		}
	}
	for i := int(r.ps[p].First); i < r.head(p); i++ {
		if r.tags[i] == tag.POS {
			return false
		}
	}
	return true
}

// clauseOf is the finite group in whose clause phrase p tells when: the one before
// it, or behind a fronted one the next; -1 if there is none.
func (r *reader) clauseOf(p int) int {
	first := int(r.ps[p].First)
	k := r.groupBefore(first)
	if k >= 0 && r.groups[k].form == finite {
		return k
	}
	if k >= 0 {
		return -1
	}
	if k = r.groupFrom(first); k >= 0 && r.groups[k].form == finite {
		return k
	}
	return -1
}

// wanted reports a noun that is called or hoped for: "called for talks".
func (r *reader) wanted(p int) bool {
	if r.leading(p) != "for" {
		return false
	}
	i := int(r.ps[p].First) - 2
	if i < r.first {
		return false
	}
	if k := r.groupAt(i); k >= 0 {
		return r.kinds(r.groups[k].main)&(kAsk|kPlan) != 0 || r.callsFor(r.groups[k].main)
	}
	return r.tags[i].Noun() && (r.kinds(i)&(kPurpose|kAsk|kPlan) != 0 || r.callsFor(i))
}

// callsFor reports a word of the stance call_for.
func (r *reader) callsFor(i int) bool {
	for _, e := range r.entries(i) {
		if e.stance == article.CallFor {
			return true
		}
	}
	return false
}
