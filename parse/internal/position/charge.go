package position

import (
	"dossier/article"
	"dossier/parse/internal/tag"
)

// deniedCharge reads "X accused Y of Z, which Y denies" and "… , a charge that Y
// denies": the verb has no object of its own, since "which" is it.
func deniedCharge(r *reader) {
	for i := range r.cues {
		c := &r.cues[i]
		if c.e.pos != 'v' || c.e.stance != article.Deny && c.e.stance != article.Doubt && c.e.stance != article.Reject || r.kinds(c.first)&kDenied == 0 || len(c.e.words) > 1 || c.args.obj >= 0 || c.args.that >= 0 || c.args.ving >= 0 {
			continue
		}
		g := &r.groups[c.group]
		if g.form == participle && r.chargeBefore(c.group) {
			r.denyCharge(c, r.agent(c.group))
			continue
		}
		if g.form != finite || g.passive || g.subject < 0 || g.inherits || !r.objectAhead(g.subject) {
			continue
		}
		if o := r.chargeAgainst(r.holderActor(g.subject)); o != nil {
			r.deniesTo(c, g.subject, o)
		} else if o := r.blameBefore(g.subject); o != nil {
			r.deniesTo(c, g.subject, o)
		}
	}
}

// deniesTo adds that phrase p denies to its holder what o accuses somebody of.
func (r *reader) deniesTo(c *cue, p int, o *found) {
	d := r.draft(c, "denied-charge", p, -1, .8)
	d.stance, d.group = article.Deny, -1
	d.towards, d.kind, d.matter, d.issue = o.holder, article.TargetActor, o.issueAt, o.issueAt
	r.add(d)
}

// chargeBefore reports "a charge" behind a comma right before group k: "X accused Y of Z, a
// charge denied by W".
func (r *reader) chargeBefore(k int) bool {
	p := r.phraseAt(r.groups[k].first - 1)
	return p >= 0 && r.mentionAt(p) < 0 && answered[r.headOf(p)] == toClaim && int(r.ps[p].First) > r.first && r.tags[r.ps[p].First-1] == tag.PunctComma
}

// accusesBefore reports a cue of an accusation in the sentence before token i.
func (r *reader) accusesBefore(i int) bool {
	for n := range r.cues {
		if c := &r.cues[n]; c.e.pos == 'v' && c.e.stance == article.Accuse && c.first < i {
			return true
		}
	}
	return false
}

// denyCharge adds that phrase p denies the last accusation of the sentence, whomever it is
// against: W may answer for Y.
func (r *reader) denyCharge(c *cue, p int) {
	if p < 0 {
		return
	}
	h := r.holderActor(p)
	for i := len(r.found) - 1; h >= 0 && i >= 0 && r.found[i].first >= r.first; i-- {
		if o := r.found[i]; o.Stance == article.Accuse {
			if o.holder >= 0 && o.holder != h && o.issueAt[0] < o.issueAt[1] {
				r.deniesTo(c, p, o)
			}
			return
		}
	}
}

// blameBefore is the last criticism of the sentence where phrase p, the subject of a relative
// clause, stands behind "a charge that" or "an accusation which", so that this and nothing else is
// denied, by whomever; nil if there is none.
func (r *reader) blameBefore(p int) *found {
	i := int(r.ps[r.list(p)[0]].First) - 1
	if i > r.first && (r.low(i) == "that" || r.low(i) == "which") {
		i--
	}
	q, h := r.phraseAt(i), r.holderActor(p)
	if q < 0 || h < 0 || r.mentionAt(q) >= 0 || answered[r.headOf(q)] != toClaim || int(r.ps[q].First) <= r.first || r.tags[r.ps[q].First-1] != tag.PunctComma && !r.dash(int(r.ps[q].First)-1) {
		return nil
	}
	for i := len(r.found) - 1; i >= 0 && r.found[i].first >= r.first; i-- {
		if o := r.found[i]; o.Stance == article.Criticize || o.Stance == article.Accuse {
			if o.holder >= 0 && o.holder != h && o.issueAt[0] < o.issueAt[1] {
				return o
			}
			return nil
		}
	}
	return nil
}

// objectAhead reports that "which" or "that" stands before the list of phrase p, the
// subject of a relative clause whose object that word is.
func (r *reader) objectAhead(p int) bool {
	i := int(r.ps[r.list(p)[0]].First) - 1
	if q := r.phraseAt(i); q >= 0 && r.mentionAt(q) < 0 && answered[r.headOf(q)] == toClaim && r.low(int(r.ps[q].First)) == "a" && int(r.ps[q].End) == i+1 {
		return true // "…, a claim Norway denies"
	}
	return i > r.first && (r.low(i) == "which" || r.low(i) == "that" && r.phraseAt(i-1) >= 0 && r.claims(r.phraseAt(i-1)))
}

// chargeAgainst is what the sentence has accused actor a of, with its matter; nil if
// there is nothing.
func (r *reader) chargeAgainst(a int) *found {
	for i := len(r.found) - 1; a >= 0 && i >= 0 && r.found[i].first >= r.first; i-- {
		o := r.found[i]
		if o.Stance == article.Accuse && o.target == a && o.holder >= 0 && o.holder != a && o.issueAt[0] < o.issueAt[1] {
			return o
		}
	}
	return nil
}
