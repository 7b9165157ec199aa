package position

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// What a verb leaves open, means against a third, or says of words only: hostile acts that are
// not ruled out or that somebody supports, dangers from which a thing is kept, talk that is
// dismissed.

// leavesOpen reads "refused to rule out sanctions against Y" and "has not ruled out a strike on
// Y": who keeps a hostile act open threatens. Of everything else that is not ruled out nothing
// is said. It reports that c is negated so.
func (r *reader) leavesOpen(d *draft) bool {
	ch := r.chainOf(d.group)
	if ch.refuse == ch.not {
		return false
	}
	n := r.actNoun(d.target)
	if n == nil || n.stance != article.OpposeAct {
		return true
	}
	q := r.nounTarget(n, d.target)
	if q < 0 || !r.someone(q) || r.placeOnly(r.mentionAt(q)) || ch.drop || ch.stop || ch.cease || ch.plan {
		return true
	}
	x := *d
	x.stance, x.issue, x.target, x.group = article.Threaten, r.phraseTokens(d.target), q, -1
	x.done = true
	x.weaken("not ruled out", .75)
	r.add(x)
	return true
}

// guarding are verbs of which "from" names the danger.
var guarding = lexicon.WordsOf("protect", "shield", "defend", "save", "rescue", "spare", "insulate", "guard", "preserve")

// hitBy is the actor whom the hostile deed of group k is against, or -1.
func (r *reader) hitBy(k int) int {
	in := r.cueOf(k)
	if in == nil || in.e.stance != article.OpposeAct || r.groups[k].not >= 0 {
		return -1
	}
	if q := r.target(in); q >= 0 && r.someone(q) {
		return q
	}
	return -1
}

// asSuch reports an attack in words, of which "as" says what for: "attacked her as weak".
func (r *reader) asSuch(c *cue) bool {
	if c.args.obj < 0 {
		return false
	}
	i := int(r.ps[c.args.obj].FullEnd)
	if i+1 >= r.end || r.low(i) != "as" {
		return false
	}
	if r.judgement(i+1) == article.Criticize {
		return true
	}
	j := i + 1
	for j < r.end && (r.tags[j] == tag.RB || r.tags[j] == tag.PunctOpen) {
		j++
	}
	return j < r.end && r.tags[j] == tag.JJ && (j+1 == r.end || r.phraseAt(j+1) < 0)
}

// guards reports "protects the law from its opponents": no aid to them, and to nobody else.
func (r *reader) guards(d *draft) bool {
	c := &d.c
	p := c.args.obj
	if p < 0 || p != d.target || int(r.ps[p].End) >= r.end || r.tags[r.ps[p].End] != tag.IN || r.low(int(r.ps[p].End)) != "from" || r.mentionAt(p) >= 0 || !guarding.Has(c.e.words[0]) {
		return false
	}
	_, owned := r.possessor(p)
	return !owned
}

// dismissesTalk reads "dismissed rumours of a takeover by Y", which denies them and is nothing
// against Y; it reports that the cue is read so.
func (r *reader) dismissesTalk(d *draft) bool {
	c := &d.c
	if c.e.words[0] != "dismiss" || d.stance != article.OpposeAct || d.target < 0 || d.target != c.args.obj || r.mentionAt(d.target) >= 0 || r.kindOf(d.target) != article.TargetClaim {
		return false
	}
	if _, owned := r.possessor(d.target); owned {
		return false
	}
	x := *d
	x.stance, x.kind, x.matter, x.issue, x.target = article.Deny, article.TargetClaim, r.phraseTokens(d.target), r.phraseTokens(d.target), -1
	r.add(x)
	return true
}

// threatensWith reads "threatened sanctions against Y" and "threatens bans": what stands behind
// the verb is the harm, and not whom it is to hit. It reports that the cue is read so.
func (r *reader) threatensWith(d *draft) bool {
	c := &d.c
	if c.e.words[0] != "threaten" || d.stance != article.Threaten || d.target < 0 || d.target != c.args.obj || r.mentionAt(d.target) >= 0 {
		return false
	}
	n := r.actNoun(d.target)
	if n == nil || n.stance != article.OpposeAct {
		return false
	}
	if _, owned := r.owner(d.target); owned {
		return false
	}
	x := *d
	x.issue, x.target = r.phraseTokens(d.target), r.nounTarget(n, d.target)
	if x.target < 0 || !r.someone(x.target) {
		x.target, x.kind = -1, article.TargetUnspecified
		x.weaken("no target", .8)
	}
	r.add(x)
	return true
}
