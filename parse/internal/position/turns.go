package position

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// turn is one row of what changes or refuses a draft before it is resolved. The
// rows are tried in this order; keep false leaves the draft out.
type turn struct {
	Name, Reason string
	Example      string // the turn must leave its mark (or its hole) here
	Counter      string // and must not here
	turn         func(r *reader, d *draft, c *chain) (keep bool)
}

var turns = []turn{
	{
		Name:    "question",
		Reason:  "a question takes no position",
		Example: "Has Norway condemned Chile?",
		Counter: "Norway condemned Chile.",
		turn:    func(r *reader, d *draft, c *chain) bool { return r.word(r.lastWord()) != "?" },
	},
	{
		Name:    "routine",
		Reason:  "credits, scores, illnesses and the like take the words of a stance and are none",
		Example: "Ada Oru contributed to this report.",
		Counter: "Ada Oru contributed to the fund of Norway.",
		turn:    func(r *reader, d *draft, c *chain) bool { return !routine(r, d) },
	},
	{
		Name:    "not-done",
		Reason:  "who is asked, able or expected to do it, or accused of it, has not done it",
		Example: "Norway asked Chile to condemn Peru.",
		Counter: "Chile continued to condemn Peru.",
		turn:    notDone,
	},
	{
		Name:    "hypothesis",
		Reason:  "what stands behind if or unless is not said to be so",
		Example: "If Chile has condemned Peru, nobody will be surprised.",
		Counter: "Chile condemned Peru, if the report is right.",
		turn: func(r *reader, d *draft, c *chain) bool {
			return !r.hypothetical(d, c.top) && !r.saidIf(c.top) && !r.whoever(c.top)
		},
	},
	{
		Name:    "refusal",
		Reason:  "to refuse help or support is to reject; to refuse blame is no stance",
		Example: "Norway refused to endorse Chile.",
		Counter: "Norway agreed to endorse Chile.",
		turn:    refusal,
	},
	{
		Name:    "cessation",
		Reason:  "to stop a hostile act eases; to stop support is left open",
		Example: "Norway no longer opposes Chile.",
		Counter: "Norway still opposes Chile.",
		turn:    cessation,
	},
	{
		Name:    "negation",
		Reason:  "denied support is a refusal, denied blame is none",
		Example: "Norway does not support Chile.",
		Counter: "Norway supports Chile.",
		turn:    negation,
	},
	{
		Name:    "promise",
		Reason:  "a promised deed takes its sign from the deed",
		Example: "Norway vowed to bomb Chile.",
		Counter: "Norway bombed Chile.",
		turn:    promise,
	},
	{
		Name:    "future",
		Reason:  "aid that will be given is a promise, force that will be used a threat",
		Example: "Norway will supply Chile with grain.",
		Counter: "Norway supplied Chile with grain.",
		turn:    future,
	},
	{
		Name:    "hedge",
		Reason:  "a hedge or modal keeps the class and lowers the confidence",
		Example: "Norway may support Chile.",
		Counter: "Norway supports Chile.",
		turn:    hedged,
	},
	{
		Name:    "condition",
		Reason:  "a condition is kept with its words and lowers the confidence",
		Example: "Norway will support Chile if the truce holds.",
		Counter: "Norway will support Chile.",
		turn:    conditional,
	},
}

// turnAll applies the turns to d.
func (r *reader) turnAll(d *draft) bool {
	c := chain{top: -1, lead: -1, hedge: -1}
	if d.group >= 0 {
		c = r.chainOf(d.group)
		c.not = c.not != r.nobody(r.groups[d.group].subject)
	}
	if r.kinds(d.c.first)&kStop == 0 && c.lead >= 0 {
		d.lead = c.lead
	}
	if c.loose {
		d.weaken("purpose", 0.85)
	}
	if d.c.e.has(denied) && !d.deny(&c) {
		return false
	}
	if r.probe != nil {
		r.probe(r, d, &c)
	}
	for i := range turns {
		if !turns[i].turn(r, d, &c) {
			return false
		}
	}
	return true
}

// deny makes a rejection of what is only a stance where it is denied: "will not
// tolerate rallies by Y", "refuses to condone Y". False if it is not.
func (d *draft) deny(c *chain) bool {
	if c.refuse {
		return !c.not && !c.cease // the turn of refusal is next
	}
	if c.drop || c.not == c.cease {
		return false
	}
	d.stance, d.negated, d.done = article.Reject, true, true
	c.not, c.cease = false, false
	return true
}

func notDone(r *reader, d *draft, c *chain) bool {
	return !c.drop && !r.upheld(d) && !r.until(d, c.top) && !r.demanded(c.top) && !r.unreal(c.top) && !r.notAll(d.group, c.top) && !r.aimTakenBack(d.group, d.stance)
}

// nobody reports a subject that says no one does it.
func (r *reader) nobody(p int) bool {
	if p < 0 {
		return false
	}
	first := int(r.ps[r.list(p)[0]].First)
	if first > r.first && r.low(first-1) == "neither" {
		return true
	}
	switch r.low(first) {
	case "no", "none", "nobody", "neither", "nothing", "few":
		return true
	}
	return false
}

func (r *reader) lastWord() int {
	i := r.end - 1
	for i > r.first && (r.tags[i] == tag.PunctClose || r.quoteMark(i) || r.tags[i] == tag.RRB) {
		i--
	}
	return i
}

// friendly reports the stances whose refusal is a rejection.
func friendly(s article.Stance) bool {
	switch s {
	case article.Support, article.Commit, article.Assist, article.Concede, article.Consult:
		return true
	}
	return false
}

func refusal(r *reader, d *draft, c *chain) bool {
	if !c.refuse {
		return true
	}
	if !friendly(d.stance) || c.not || d.target < 0 && d.towards < 0 {
		return false // "did not refuse to help", "refused to condemn"
	}
	d.stance, d.negated, d.done = article.Reject, true, true
	d.feature("refusal", -3)
	return true
}

func cessation(r *reader, d *draft, c *chain) bool {
	if !c.cease && !c.stop {
		return true
	}
	if c.not || c.refuse || c.plan && !c.cease {
		return false
	}
	if c.cease && d.stance == article.Support && len(d.c.e.words) > 1 && trusts.Has(d.c.e.words[1]) {
		d.stance, d.negated, d.done = article.Reject, true, true // "no longer has any faith in Y"
		return true
	}
	if d.stance.Polarity() < 0 || d.stance == article.CallFor {
		d.stance, d.negated, d.done = article.Concede, true, true
		d.weaken("cessation", 0.85)
		return true
	}
	return false
}

// trusts are what somebody who has it no longer stands against the other.
var trusts = lexicon.WordsOf("faith", "confidence", "trust", "respect")

func negation(r *reader, d *draft, c *chain) bool {
	if !c.not || d.done {
		return !c.not
	}
	switch {
	case d.stance == article.Support && r.evenHanded(d):
		return false // "neither rebuked Y nor defended him"
	case d.stance == article.Confirm && d.group >= 0 && r.nobody(r.groups[d.group].subject):
		return false // "no group has claimed responsibility for it": nobody doubts
	case d.stance == article.Confirm:
		d.stance = article.Doubt
	case d.target >= 0 && r.noSide(d.target):
		return false // "does not support any side"
	case d.stance == article.Support && d.c.e.has(act) && !r.willed(c.top):
		return false // "has not lobbied for Y": not done, and no more is said
	case d.stance == article.Support:
		d.stance = article.Reject
	case friendly(d.stance) && (c.plan || r.willed(c.top)):
		d.stance = article.Reject
	case d.c.e.words[0] == "accept" && len(d.c.e.words) == 1 && d.target >= 0 && r.takesSide(d.target) && !r.notYet(d.group):
		d.stance = article.Reject // "did not accept the apology"
	case d.stance == article.Concede && withdrawn.Has(r.low(d.c.first)) && len(d.c.e.words) > 1 && (c.top < 0 || r.groups[c.top].modal < 0):
		d.stance = article.Reject // "has not dropped its opposition to Y"
	default:
		return false
	}
	d.negated, d.done = true, true
	d.weaken("negation", 0.9)
	return true
}

// takesSide reports a phrase for what somebody says, decides or offers, which who does not accept
// it turns down; gifts and guests are merely not there.
func (r *reader) takesSide(p int) bool {
	switch r.headOf(p) {
	case "result", "results", "outcome", "apology", "apologies", "explanation", "excuse", "premise", "logic", "legitimacy", "authority":
		return true
	}
	k := r.kinds(r.head(p))
	return r.mentionAt(p) < 0 && k&kHarm == 0 && (k&kPurpose != 0 || k&kPolicy != 0 && planned.Has(r.headOf(p)))
}

// planned are the policies among those nouns that are taken or turned down as a whole.
var planned = lexicon.WordsOf("plan", "proposal", "decision", "ruling", "verdict", "judgment", "judgement", "deal", "law", "bill", "reform",
	"resolution", "ultimatum", "mediation", "formula", "compromise", "ceasefire", "argument", "claim", "criticism", "version", "demand",
	"demands", "position", "view", "idea", "suggestion", "rule", "settlement")

// notYet reports "yet" beside the negation of group k: it is open.
func (r *reader) notYet(k int) bool {
	if k < 0 {
		return false
	}
	for i := r.groups[k].first; i <= r.groups[k].end && i < r.end; i++ {
		if r.low(i) == "yet" {
			return true
		}
	}
	return false
}

// evenHanded reports a verb between "neither" and "nor" beside one of the other sign.
func (r *reader) evenHanded(d *draft) bool {
	if d.group < 0 || r.groups[d.group].not < 0 {
		return false
	}
	if w := r.low(r.groups[d.group].not); w != "nor" && w != "neither" {
		return false
	}
	for i := range r.cues {
		c := &r.cues[i]
		if c.e.pos != 'v' || c.group < 0 || c.group == d.group || r.groups[c.group].not < 0 || c.e.stance.Polarity() >= 0 {
			continue
		}
		if w := r.low(r.groups[c.group].not); w == "nor" || w == "neither" {
			return true
		}
	}
	return false
}

// noSide reports "any side", "either party": who does not support one of them is
// against none.
func (r *reader) noSide(p int) bool {
	switch r.low(int(r.ps[p].First)) {
	case "any", "either", "one":
	default:
		return false
	}
	switch r.headOf(p) {
	case "side", "party", "candidate", "team", "faction", "camp", "group", "country", "person":
		return true
	}
	return false
}

// willed reports a modal that makes a negated deed a decision: "will not meet".
func (r *reader) willed(k int) bool {
	if k < 0 || r.groups[k].modal < 0 {
		return false
	}
	switch r.low(r.groups[k].modal) {
	case "will", "would", "wo", "'ll", "’ll", "'d", "shall":
		return true
	}
	return false
}

func promise(r *reader, d *draft, c *chain) bool {
	if !c.plan || d.done {
		return true
	}
	if d.stance == article.Support && uttered.Has(d.c.e.words[0]) && (c.planned == "want" || c.planned == "wish" || c.planned == "like") {
		d.done = true // "wants to thank Y" thanks them
		return true
	}
	if !d.foretold() {
		return false
	}
	if c.planned == "agree" && d.holder >= 0 && d.target >= 0 && r.mentionAt(d.target) < 0 && len(r.list(d.holder)) > 1 {
		d.target = d.holder // "A and B agreed to hold an exercise": with each other
	}
	d.feature("above:"+c.planned, 2)
	if c.planned == "want" || c.planned == "hope" || c.planned == "wish" || c.planned == "consider" || c.planned == "expect" {
		d.weaken("wish", 0.8)
	}
	return true
}

// uttered are verbs of words that are said by wanting to say them.
var uttered = lexicon.WordsOf("thank", "congratulate", "commend", "salute", "applaud", "praise", "honour", "honor")

// foretold gives a deed to come its stance; false if it makes none.
func (d *draft) foretold() bool {
	switch d.stance {
	case article.Consult:
		if d.c.e.words[0] == "raise" {
			return false // "will raise it with the minister" promises the minister nothing
		}
		d.stance = article.Commit
	case article.Support, article.Assist, article.Concede:
		d.stance = article.Commit
	case article.OpposeAct:
		d.stance = article.Threaten
	case article.Confirm, article.Assert, article.Doubt:
		return false
	}
	d.done = true
	return true
}

func future(r *reader, d *draft, c *chain) bool {
	if d.done || c.top < 0 || c.loose || c.goesOn || !r.comes(c.top) {
		return true
	}
	if d.group >= 0 && r.groups[d.group].passive && d.stance == article.OpposeAct {
		return false // "would be attacked by": a fear, not a threat
	}
	switch d.stance {
	case article.Consult:
		if d.c.e.words[0] == "raise" {
			return false // "would raise the case with Y": nobody has talked yet
		}
		if r.ownAnnouncement(d) {
			d.stance, d.done = article.Commit, true // "said she would meet him"
		}
	case article.Assist, article.Concede:
		d.stance, d.done = article.Commit, true
	case article.OpposeAct:
		if r.lawful(d) && !d.c.e.has(protest) {
			return false // "would defeat her", says a poll
		}
		if d.c.e.has(act) || r.onCondition(d.group) { // force, not a measure that is announced
			d.stance, d.done = article.Threaten, true
		}
	}
	return true
}

// onCondition reports "if" or "unless" behind group k in its clause: what is done only then
// is threatened.
func (r *reader) onCondition(k int) bool {
	if k < 0 {
		return false
	}
	for i := r.groups[k].end; i < min(r.end, r.groups[k].end+leftReach); i++ {
		w := r.low(i)
		if w != "if" && w != "unless" {
			continue
		}
		return !(w == "if" && (r.low(i-1) == "as" || r.low(i-1) == "even")) && !r.parted(r.groups[k].end, i) && !r.goesOn(k, i) && r.speechAt(i) == r.speechAt(r.groups[k].main)
	}
	return false
}

// ownAnnouncement reports words in which the holder says what it will do.
func (r *reader) ownAnnouncement(d *draft) bool {
	q := r.speech(d.c.first)
	if q == nil || d.holder < 0 || r.speakerOf(q) < 0 {
		return d.quote >= 0
	}
	return r.holderActor(d.holder) == r.speakerOf(q)
}

// striving reports an infinitive behind a word for what is being done:
// "efforts to defeat Y".
func (r *reader) striving(k int) bool {
	i := r.groups[k].first - 1
	return i >= r.first && r.kinds(i)&kStriving != 0
}

// comes reports a group in the future: will, would, or "to" of a headline.
func (r *reader) comes(k int) bool {
	g := &r.groups[k]
	return r.willed(k) || g.form == infinitive && g.matrix < 0 && !r.striving(k)
}

func hedged(r *reader, d *draft, c *chain) bool {
	at := c.hedge
	if c.top >= 0 {
		if m := r.groups[c.top].modal; m >= 0 && r.kinds(m)&kModal != 0 && !r.cannot(d, m) {
			at = m
			switch d.stance {
			case article.OpposeAct:
				if d.group < 0 || r.groups[d.group].passive || !r.onCondition(d.group) {
					return false // a deed that may come has not come
				}
				d.stance, d.done = article.Threaten, true // "may suspend aid if …"
			case article.Assist, article.Concede, article.Consult:
				return false
			}
		}
		if r.modalMust(c.top) {
			return false // "must support": nobody does yet
		}
	}
	from := d.c.first
	if d.group >= 0 {
		from = r.groups[c.top].first
	}
	for i := max(r.first, from-3); i < min(r.end, d.c.end+2) && at < 0; i++ {
		if r.kinds(i)&kHedge != 0 {
			at = i
		}
	}
	if at >= 0 {
		d.hedge = [2]int{at, at + 1}
		d.weaken("hedge:"+r.low(at), 0.7)
	}
	return true
}

// cannot reports the modal at token m of a refusal, which hedges nothing: "could not support
// the policy".
func (r *reader) cannot(d *draft, m int) bool {
	w := r.low(m)
	return d.negated && d.stance == article.Reject && (w == "can" || w == "could" || w == "ca")
}

// modalMust reports an obligation, which is no act.
func (r *reader) modalMust(k int) bool {
	m := r.groups[k].modal
	if m < 0 {
		return false
	}
	w := r.low(m)
	return w == "must" || w == "should" || w == "ought"
}

// upheld reports a backing of the past that the sentence says is over: "had always supported Y but
// could not do so any longer".
func (r *reader) upheld(d *draft) bool {
	if d.stance.Polarity() <= 0 || d.group < 0 || r.low(r.groups[d.group].first) != "had" {
		return false
	}
	but := false
	for i := r.groups[d.group].end; i+1 < r.end; i++ {
		w := r.low(i)
		but = but || w == "but"
		if but && (w == "any" || w == "no") && r.low(i+1) == "longer" {
			return true
		}
	}
	return false
}

func conditional(r *reader, d *draft, c *chain) bool {
	if d.group < 0 {
		return true
	}
	for i := r.groups[d.group].end; i < r.end; i++ {
		if r.kinds(i)&kCondition == 0 || r.low(i) == "until" || r.low(i) == "once" || r.low(i) == "pending" {
			continue
		}
		if r.speechAt(i) != r.speechAt(d.c.first) || r.parted(r.groups[d.group].end, i) || r.goesOn(d.group, i) {
			break
		}
		if w := r.low(i); (w == "provided" || w == "providing" || w == "assuming") && !(i+1 < r.end && r.low(i+1) == "that") && r.groupAt(i) >= 0 {
			continue // a verb
		}
		end := i + 1
		for end < r.end && r.tags[end] != tag.PunctEnd && r.tags[end] != tag.PunctComma && r.tags[end] != tag.PunctClose && r.tags[end] != tag.PunctColon && end < i+30 {
			end++
		}
		if r.low(i) == "unless" && d.stance.Polarity() > 0 && d.stance != article.Support {
			if !d.c.e.has(leave) {
				return false // "will help unless …": open
			}
			d.stance = article.Threaten // "will withdraw unless …"
		}
		if end > i+2 {
			d.cond = [2]int{i, end}
			d.weaken("condition", 0.85)
		}
		break
	}
	if d.cond[0] == d.cond[1] && d.group > 0 && r.low(r.first) == "if" && r.groups[d.group].modal >= 0 && !r.inFirstClause(d.group) {
		r.frontedIf(d)
	}
	return true
}

// frontedIf notes the condition that opens the sentence: "If Chile leaves, Norway will …".
func (r *reader) frontedIf(d *draft) {
	end := r.groups[d.group].first
	if p := r.groups[d.group].subject; p >= 0 && int(r.ps[p].First) < end {
		end = int(r.ps[r.list(p)[0]].First)
	}
	if end-1 > r.first+2 && r.tags[end-1] == tag.PunctComma {
		d.cond = [2]int{r.first, end - 1}
		d.weaken("condition", 0.85)
	}
}
