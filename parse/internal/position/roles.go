package position

import (
	"dossier/article"
	"dossier/parse/internal/tag"
)

// roleNoun reads "X, an ally of Y,", "X is a critic of Y", "Y's ally X".
func roleNoun(r *reader, c *cue) bool {
	p := r.phraseAt(c.first)
	if p >= 0 && r.head(p) > c.first && r.mentionAt(p) >= 0 {
		return r.namedRole(c, p)
	}
	if p < 0 || r.head(p) != c.first && r.tags[c.first].Noun() {
		return true
	}
	if r.ownRole(c, p) {
		return true
	}
	holder, group := r.renamedByList(p), -1
	if holder < 0 {
		if q := int(r.ps[p].Apposition); q >= 0 {
			holder = q
		}
	}
	if holder < 0 {
		if k := r.governor(p); k >= 0 && r.links(k) && r.groups[k].subject >= 0 {
			holder, group = r.groups[k].subject, k
		}
	}
	if holder < 0 {
		holder = r.memberOf(p)
	}
	if group >= 0 && holder >= 0 && c.e.stance == article.Support && r.noFriend(c, p, group) {
		d := r.draft(c, "role-noun", holder, r.nounTarget(c.e, p), .75)
		d.stance, d.negated, d.done, d.group = article.Reject, true, true, -1
		if d.target >= 0 {
			r.add(d) // "is no fan of Y"
		}
		return true
	}
	if holder < 0 || r.former(p) || group >= 0 && r.groups[group].not >= 0 {
		return true
	}
	t := r.nounTarget(c.e, p)
	if t < 0 {
		t = r.shared(p)
	}
	d := r.draft(c, "role-noun", holder, t, .8)
	d.group = group
	if t < 0 {
		x, ok := r.possessor(p)
		if !ok {
			return true
		}
		d.towards, d.matter, d.kind = x.actor, [2]int{x.first, x.end}, article.TargetActor
	}
	r.add(d)
	return true
}

// noFriend reports "is no fan of", "is not a supporter of" in phrase p behind group k.
func (r *reader) noFriend(c *cue, p, k int) bool {
	switch c.e.words[0] {
	case "fan", "supporter", "admirer", "advocate":
	default:
		return false
	}
	if !r.groups[k].copula || r.groups[k].modal >= 0 || r.groups[k].cease >= 0 {
		return false
	}
	no := r.groups[k].not >= 0
	for i := r.groups[k].end; i <= int(r.ps[p].First); i++ {
		no = no || r.low(i) == "no"
	}
	return no
}

// memberOf is the phrase of those who are named among the people that p describes: "supporters
// of Y include A and B", "critics of Y, such as A", "among the opponents of Y are A and B"; -1 if
// nobody is.
func (r *reader) memberOf(p int) int {
	q, j := -1, int(r.ps[p].FullEnd)
	k := r.groupFrom(j)
	if j < r.end && r.tags[j] == tag.PunctComma {
		j++
	}
	switch w := r.low(min(j, r.end-1)); {
	case j+2 >= r.end:
	case w == "including":
		q = r.phraseFrom(j + 1)
	case w == "such" && r.low(j+1) == "as", w == "among" && r.low(j+1) == "them":
		q = r.phraseFrom(j + 2)
	case k < 0 || r.groups[k].form != finite || r.groups[k].not >= 0 || r.groups[k].modal >= 0:
	case r.groups[k].subject == p && r.groups[k].first == j && r.base(r.groups[k].main) == "include":
		q = r.argsFrom(r.groups[k].end).obj
	case r.leading(p) == "among" && r.groups[k].copula && r.groups[k].first == j:
		q = r.phraseFrom(r.groups[k].end)
	}
	if q < 0 {
		return -1
	}
	for _, x := range r.list(q) {
		if m := r.mentionAt(x); m < 0 || !named(&r.ms[m]) && int(r.ps[x].Apposition) < 0 {
			return -1
		}
	}
	return q
}

// ownRole reads "X and their Y allies": those stand so towards X, and allies X
// towards them.
func (r *reader) ownRole(c *cue, p int) bool {
	if r.tags[r.ps[p].First] != tag.PRPS || r.mentionAt(p) < 0 || r.former(p) {
		return false
	}
	q := r.joinedBefore(p, false)
	if q < 0 || r.mentionAt(q) < 0 || !r.namedInside(p) {
		return false
	}
	r.add(r.draft(c, "role-noun", p, q, .75))
	if c.e.stance == article.Support {
		r.add(r.draft(c, "role-noun", q, p, .7))
	}
	return true
}

// namedInside reports a name or nationality before the head of phrase p.
func (r *reader) namedInside(p int) bool {
	for i := int(r.ps[p].First) + 1; i < r.head(p); i++ {
		if r.mentionOf[i] >= 0 {
			return true
		}
	}
	return false
}

// namedRole reads "Y's ally X": the name behind the role noun stands so towards
// the possessor.
func (r *reader) namedRole(c *cue, p int) bool {
	for i := c.first - 1; i > int(r.ps[p].First); i-- {
		m := int(r.mentionOf[i-1])
		if r.tags[i] != tag.POS || m < 0 || r.actorOf(m) < 0 || r.former(p) {
			continue
		}
		d := r.draft(c, "role-noun", p, -1, .75)
		x := r.partyOf(m)
		d.towards, d.matter, d.kind = x.actor, [2]int{x.first, x.end}, article.TargetActor
		d.group = -1
		r.add(d)
		break
	}
	return true
}

// links reports a verb that says what its subject is.
func (r *reader) links(k int) bool {
	switch r.base(r.groups[k].main) {
	case "remain", "become", "stay":
		return true
	}
	return r.groups[k].copula
}

// shared is the target of a later role noun in the same list: "an opponent and
// critic of Y".
func (r *reader) shared(p int) int {
	q := r.joinedAfter(p)
	if q < 0 {
		return -1
	}
	for _, e := range r.entries(r.head(q)) {
		if e.pos == 'r' {
			return r.nounTarget(e, q)
		}
	}
	return -1
}

// renamedByList is renamed for p or for the first of the list that p closes.
func (r *reader) renamedByList(p int) int {
	if q := r.renamed(p); q >= 0 {
		return q
	}
	if q := r.joinedBefore(p, false); q >= 0 {
		return r.renamed(q)
	}
	return -1
}

// former reports "a former ally", "no friend".
func (r *reader) former(p int) bool {
	for i := int(r.ps[p].First); i < r.head(p); i++ {
		switch r.low(i) {
		case "former", "once", "one-time", "onetime", "ex", "erstwhile", "no", "not", "potential", "possible", "would-be":
			return true
		}
	}
	return false
}

// possessor is the actor of "Y's ally".
func (r *reader) possessor(p int) (party, bool) {
	for i := r.head(p) - 1; i >= int(r.ps[p].First); i-- {
		if m := int(r.mentionOf[i]); m >= 0 && (r.tags[i] == tag.PRPS || i+1 < r.end && r.tags[i+1] == tag.POS) {
			return r.partyOf(m), r.actorOf(m) >= 0
		}
	}
	return party{}, false
}
