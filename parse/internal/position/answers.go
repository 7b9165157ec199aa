package position

import (
	"strings"

	"dossier/article"
)

// What answers the words of another: "X rejected the accusations", "Y backed the
// demand". The noun says what was said; who said it stands before, and is the
// one that the answer is towards.

// answer is how a noun for another's words is answered.
type answer uint8

const (
	toClaim answer = iota + 1
	toCall
	toThreat
	toOffer
	toProtest
)

var answered = map[string]answer{
	"accusation": toClaim, "accusations": toClaim, "allegation": toClaim, "allegations": toClaim,
	"charge": toClaim, "charges": toClaim, "criticism": toClaim, "claim": toClaim, "claims": toClaim,
	"protest": toProtest, "protests": toProtest, "complaint": toProtest, "complaints": toProtest,
	"demand": toCall, "demands": toCall, "call": toCall, "calls": toCall, "request": toCall, "appeal": toCall,
	"ultimatum": toThreat, "threat": toThreat, "threats": toThreat, "warning": toThreat,
	"offer": toOffer,
}

// says reports that a position of stance s is what noun a names.
func (a answer) says(s article.Stance) bool {
	switch a {
	case toClaim:
		return s == article.Accuse || s == article.Criticize
	case toProtest:
		return s == article.Criticize || s == article.OpposeAct
	case toCall:
		return s == article.CallFor
	case toThreat:
		return s == article.Threaten || s == article.CallFor
	case toOffer:
		return s == article.Commit
	}
	return false
}

// How far before an answer the words that it answers may stand.
const (
	answerSentences = 5
	answerFound     = 12
)

// answers gives d, whose target is a noun for words that somebody said before,
// the speaker as target: whom it rejects must have said it of the holder, whom it
// supports only before. A claim that is rejected is denied.
func (r *reader) answers(d *draft) {
	p := d.target
	if p < 0 || r.mentionAt(p) >= 0 || d.stance.Polarity() == 0 || d.c.e.has(matter) {
		return
	}
	a := answered[r.headOf(p)]
	if a == 0 || !r.definite(p) {
		return
	}
	if _, ok := r.owner(p); ok {
		return
	}
	refuses := d.stance == article.Reject || d.stance == article.Deny || d.stance == article.OpposeAct
	if !refuses && d.stance != article.Support {
		return
	}
	if refuses && a == toClaim {
		d.stance, d.kind = article.Deny, article.TargetClaim
	}
	if d.stance == article.OpposeAct {
		d.stance = article.Reject // "dismissed the protest" throws nobody out
	}
	if o := r.answeredBy(d, a, refuses); o != nil {
		d.target, d.towards, d.kind = -1, o.holder, article.TargetActor
		d.matter = r.phraseTokens(p)
		if d.issue[0] >= d.issue[1] {
			d.issue = o.issueAt
		}
		d.weaken("answers what was said before", .85)
	} else if refuses && d.c.e.has(needActor) {
		d.target, d.matter = -1, r.phraseTokens(p)
	}
}

// answeredBy is the last position before d that says what noun a names; against
// the holder of d if it is refused. Nil if there is none, or if d's holder is open.
func (r *reader) answeredBy(d *draft, a answer, refused bool) *found {
	h := -1
	switch {
	case d.quote >= 0:
		h = r.speakerOf(&r.in.Quotes[d.quote])
	case d.holder >= 0:
		h = r.holderActor(d.holder)
	}
	if h < 0 {
		return nil
	}
	for i := len(r.found) - 1; i >= max(0, len(r.found)-answerFound); i-- {
		o := r.found[i]
		if int(r.d.Tokens[o.first].Sentence) < r.sentenceOf-answerSentences {
			return nil
		}
		if !a.says(o.Stance) || o.holder == h {
			continue
		}
		if o.holder < 0 || r.saidSince(o, d) {
			return nil // the nearest is meant, and who said it is not known
		}
		if !refused || o.target >= 0 && (o.target == h || r.speaksFor(h, o.target) || r.staffOf(d.holder, o.target)) {
			return o
		}
		if (a == toCall || a == toThreat) && int(r.d.Tokens[o.first].Sentence) >= r.sentenceOf-1 {
			return o // a third side may refuse what is asked of another
		}
	}
	return nil
}

// staffOf reports that phrase p names what actor a has: "Brenn's office".
func (r *reader) staffOf(p, a int) bool {
	if p < 0 {
		return false
	}
	x, ok := r.possessor(p)
	return ok && x.actor == a
}

// saidSince reports a word for what d answers between position o and d that no
// position tells: "The union offered a truce. Arbitrators offered to mediate. Norsea
// welcomed the offer."
func (r *reader) saidSince(o *found, d *draft) bool {
	root := r.headOf(d.target)
	root = root[:min(4, len(root))]
	for i := o.first; i < d.c.first; i++ {
		if !r.tags[i].Verb() && !(r.tags[i].Noun() && i > 0 && (r.low(i-1) == "a" || r.low(i-1) == "an")) {
			continue
		}
		if strings.HasPrefix(r.low(i), root) && !r.tells(i) {
			return true
		}
	}
	return false
}

// tells reports that token i is the cue of a position.
func (r *reader) tells(i int) bool {
	at := r.d.Tokens[i].Start
	for n := len(r.found) - 1; n >= max(0, len(r.found)-answerFound); n-- {
		for _, s := range r.found[n].Cue.Spans {
			if s.Start <= int(at) && int(at) < s.End {
				return true
			}
		}
	}
	return false
}

// definite reports a phrase for what is known already: "the demand", "that
// ultimatum", "these claims".
func (r *reader) definite(p int) bool {
	switch r.low(int(r.ps[p].First)) {
	case "the", "this", "that", "these", "those", "such":
		return int(r.ps[p].First)+1 == r.head(p)
	}
	i := int(r.ps[p].First) - 1
	return i >= r.first && (r.low(i) == "that" || r.low(i) == "this" || r.low(i) == "the") && int(r.ps[p].First) == r.head(p)
}
