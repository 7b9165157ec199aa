package position

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// Who helps whom in a deed that a clause tells of somebody else: "with the help
// of X, Y took the town", "Y, together with X, seized the ship".

// withHelp reads "Y acted with the support of X", "with X's help": X helps Y.
func withHelp(r *reader, c *cue) bool {
	if len(c.e.words) > 1 || c.e.has(mutual) || c.e.stance != article.Support && c.e.stance != article.Assist {
		return false
	}
	p := r.phraseOfHead(c)
	if p < 0 || r.leading(p) != "with" || !aids.Has(r.low(c.first)) {
		return false
	}
	k := r.clauseAround(p)
	if k < 0 || r.groups[k].subject < 0 {
		return false
	}
	helped := r.groups[k].subject
	if r.groups[k].passive {
		helped = r.agent(k) // "was caught by Y with the help of X"
	}
	if helped < 0 || r.expletive(helped) || !r.done(k) {
		return false
	}
	d := r.draft(c, "with-help", -1, helped, .75)
	if d.holder = c.args.preposition(r, "of"); d.holder < 0 {
		d.holder = c.args.preposition(r, "from")
	}
	if d.holder < 0 && !r.ownerOf(p, &d) {
		return false
	}
	d.group = -1
	r.add(d)
	return true
}

// aids are the nouns with which "with" names who takes part.
var aids = lexicon.WordsOf("help", "support", "backing", "aid", "assistance")

// done reports a clause that tells a deed as a fact: not denied, asked for, to
// come or under a condition.
func (r *reader) done(k int) bool {
	c := r.chainOf(k)
	if c.not || c.drop || c.refuse || c.stop || c.cease || c.plan || c.top < 0 {
		return false
	}
	g := &r.groups[c.top]
	return g.form == finite && g.modal < 0 && !g.imperative && !r.hypotheticalAt(k) && !r.demanded(c.top)
}

// clauseAround is the group in whose clause phrase p stands behind a
// preposition: the one before it, or behind a fronted one the next finite; -1 if
// there is none.
func (r *reader) clauseAround(p int) int {
	first := int(r.ps[p].First)
	if k := r.groupBefore(first); k >= 0 {
		if m := r.lastGroup(first); r.groups[m].relative && m > k && r.groups[m].form == finite {
			return m // "the institute, which was founded with support from X"
		}
		return k
	}
	k := r.groupFrom(first)
	for k >= 0 && k < len(r.groups) && r.groups[k].form != finite {
		k++
	}
	if k < 0 || k >= len(r.groups) {
		return -1
	}
	return k
}

// lastGroup is the group of the sentence that ends last before token i; k >= 0 if there is one.
func (r *reader) lastGroup(i int) (k int) {
	k = -1
	for n := range r.groups {
		if r.groups[n].end <= i {
			k = n
		}
	}
	return k
}

// companion reads "Y fought alongside X", "Y, together with X, seized …": those
// who do a deed of force together help each other.
func (r *reader) companion(c *cue, t int) {
	k := r.groupBefore(c.first)
	if k < 0 || r.tags[c.first-1] == tag.PunctComma && r.groups[k].subject >= 0 && int(r.ps[r.groups[k].subject].First) > c.first {
		k = r.clauseAround(t)
	}
	if k < 0 || r.groups[k].first < c.first && !r.besideActor(c, k) {
		return
	}
	if r.groups[k].subject < 0 || r.groups[k].passive || r.groups[k].relative && r.groups[k].first > c.first || !r.done(k) || !r.force(k) {
		return
	}
	d := r.draft(c, "companion", r.groups[k].subject, t, .7)
	d.group = -1
	r.add(d)
}

// besideActor reports that the words of c behind group k tell whom its subject
// acts with: "fought the group alongside X". "Along with" behind an object goes
// on with the object.
func (r *reader) besideActor(c *cue, k int) bool {
	return c.e.words[0] == "alongside" || r.argsFrom(r.groups[k].end).obj < 0
}

// force reports a verb group that tells a deed of force: "seized", "launched an
// offensive", "are fighting".
func (r *reader) force(k int) bool {
	g := &r.groups[k]
	for _, e := range r.entries(g.main) {
		if e.pos == 'v' && e.stance == article.OpposeAct && len(e.words) == 1 {
			return true
		}
	}
	if r.kinds(g.main)&kLight == 0 {
		return false
	}
	n := r.actNoun(r.argsFrom(g.end).obj)
	return n != nil && n.stance == article.OpposeAct
}
