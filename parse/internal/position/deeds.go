package position

import (
	"slices"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// What a verb does with a verb or a deed behind it: calls for it, warns of it,
// undertakes or refuses it, and what follows for the one it is towards.

// demand reads "called on Y for Z", "demanded Z from Y", "called for sanctions
// against Y".
func (r *reader) demand(d draft) {
	c := &d.c
	d.issue = r.issueOf(c, -1)
	obj := c.args.obj
	if s := c.e.prep(); s != "" {
		obj = c.args.preposition(r, s)
	}
	if obj >= 0 && (r.fall(d, obj) || r.undone(c, obj) || c.e.words[0] == "seek" && candidacies.Has(r.headOf(obj))) {
		return
	}
	if p := r.endOf(obj); p >= 0 {
		d.target = p
		d.weaken("owner of what is asked", .8)
		r.add(d)
		return
	}
	for _, s := range c.e.addr {
		if p := c.args.preposition(r, s); p >= 0 && (obj == c.args.obj || p < obj) && r.mentionAt(p) >= 0 && !r.placeOnly(r.mentionAt(p)) {
			d.target, d.addr = p, p
			r.add(d)
			return
		}
	}
	if obj < 0 || r.kinds(r.head(obj))&(kTurn|kKin) != 0 && r.actNoun(obj) == nil && r.mentionAt(obj) < 0 {
		return // "asked for partners"
	}
	d.issue = r.phraseTokens(obj)
	if n := r.actNoun(obj); n != nil && n.stance.Polarity() < 0 && !r.vaguelyOwned(c) {
		if p := r.nounTarget(n, obj); p >= 0 && r.someone(p) {
			d.stance, d.target = article.Criticize, p
			d.weaken("call for a hostile act", .85)
			r.add(d)
			return
		}
	}
	if x, ok := r.owner(obj); ok {
		d.target = r.phraseAt(int(r.ms[x.mention].Head))
		if d.target == obj {
			d.target, d.towards = -1, x.actor
			d.matter = [2]int{x.first, x.end}
			d.kind = article.TargetActor
			if x.actor < 0 { // nobody known: what is asked stays
				d.towards, d.kind = -1, article.TargetIssue
				d.matter = r.phraseTokens(obj)
			}
		}
		d.weaken("owner of what is asked", .8)
		r.add(d)
		return
	}
	if c.e.has(soft) {
		return
	}
	for _, s := range [...]string{"from", "with", "of", "by"} {
		if p := c.args.preposition(r, s); p >= 0 && r.mentionAt(p) >= 0 && !r.placeOnly(r.mentionAt(p)) && !(s == "by" && r.doneBy(&c.args, p)) {
			d.target = p
			r.add(d)
			return
		}
	}
	d.matter, d.kind = r.phraseTokens(obj), article.TargetIssue
	r.add(d)
}

// vaguelyOwned reports a noun of asking that only a pronoun owns ("his call for a ban on Y"):
// too little to say of somebody that they are against Y.
func (r *reader) vaguelyOwned(c *cue) bool {
	return c.e.pos == 'n' && c.first > r.first && r.tags[c.first-1] == tag.PRPS
}

// candidacies are what somebody seeks of voters, which calls on nobody.
var candidacies = lexicon.WordsOf("nomination", "election", "reelection", "re-election", "office", "seat", "presidency", "term", "mandate")

// undone reports a demand that an act be taken back, whose sign is not that of the
// act: "called for sanctions against Y to be lifted".
func (r *reader) undone(c *cue, obj int) bool {
	k := r.groupFrom(int(r.ps[obj].End))
	if k < 0 || r.groups[k].form != infinitive || !r.groups[k].passive {
		return false
	}
	n := r.actNoun(obj)
	return n != nil && n.stance.Polarity() < 0 && !lasting.Has(r.low(r.groups[k].main))
}

// lasting are participles of what keeps or begins an act: "called for the ban to be extended".
var lasting = lexicon.WordsOf("extended", "maintained", "kept", "upheld", "prolonged", "continued", "renewed", "tightened", "strengthened",
	"widened", "expanded", "stepped", "imposed", "introduced", "reimposed", "restored", "enforced", "reinstated", "toughened")

// endOf is the phrase of the one whose deed should end: "called for an end to Y's
// attacks on X"; -1 if it is not said.
func (r *reader) endOf(obj int) int {
	if obj < 0 {
		return -1
	}
	switch r.headOf(obj) {
	case "end", "halt", "stop":
	default:
		return -1
	}
	a := r.argsFrom(int(r.ps[obj].End))
	q := a.preposition(r, "to")
	if q < 0 || r.mentionAt(q) >= 0 {
		return -1
	}
	if x, ok := r.doer(q); ok && x.mention >= 0 {
		return q
	}
	return -1
}

// fall reads "called for Y's resignation", which Y should hand in, "demanded the
// dismissal of Y", which is against Y, and "the release of Y", which others should
// bring about.
func (r *reader) fall(d draft, obj int) bool {
	switch r.headOf(obj) {
	case "release":
		if d.c.args.preposition(r, "from") >= 0 || d.c.args.preposition(r, "by") >= 0 {
			return false
		}
		d.matter, d.kind, d.issue = r.phraseTokens(obj), article.TargetIssue, r.phraseTokens(obj)
		r.add(d) // who is to be freed is not to act
		return true
	case "resignation":
	case "dismissal", "sacking", "removal", "ouster", "impeachment", "arrest", "prosecution", "extradition", "expulsion":
		d.stance = article.Criticize
		d.weaken("call for a hostile act", .85)
	default:
		return false
	}
	if x, ok := r.possessor(obj); ok {
		d.towards, d.kind, d.matter = x.actor, article.TargetActor, r.phraseTokens(obj)
	} else {
		a := r.argsFrom(int(r.ps[obj].End))
		if d.target = a.preposition(r, "of"); d.target < 0 || r.mentionAt(d.target) < 0 {
			return false
		}
	}
	d.issue = r.phraseTokens(obj)
	r.add(d)
	return true
}

// warning reads "warned Y of consequences" (a threat) and "warned Y not to V" (a call).
func (r *reader) warning(d draft) {
	c := &d.c
	if c.args.obj < 0 {
		return
	}
	d.target, d.addr = c.args.obj, c.args.obj
	switch {
	case c.args.inf >= 0:
		d.stance = article.CallFor
		d.issue = r.topic(c.args.inf)
	case c.args.gerundAfter(r, "against") >= 0 || c.args.preposition(r, "against") >= 0:
		d.stance = article.CallFor
		d.issue = r.issueOf(c, d.target)
	case r.anothersHarm(&d):
		return // "warned Y of an attack by Z"
	case r.harmAhead(c):
		d.issue = r.issueOf(c, d.target)
	default:
		return
	}
	r.add(d)
}

// anothersHarm reports that the harm of which d warns is done by somebody else.
func (r *reader) anothersHarm(d *draft) bool {
	for _, w := range [...]string{"of", "about"} {
		p := d.c.args.preposition(r, w)
		if p < 0 || p == d.target {
			continue
		}
		if x, ok := r.doer(p); ok && (x.actor < 0 || d.holder >= 0 && x.actor != r.holderActor(d.holder)) {
			return true
		}
	}
	return false
}

// harmAhead reports words of harm to come behind the cue; what has come already and led
// to the warning is none.
func (r *reader) harmAhead(c *cue) bool {
	for i := c.end; i < r.end; i++ {
		switch r.low(i) {
		case "consequences", "repercussions", "retaliation", "retaliate", "response", "sanctions", "punish",
			"punished", "strike", "strikes", "war", "attack", "attacks", "reprisals", "force", "price", "pay",
			"fine", "fines", "penalty", "penalties", "expulsion", "prosecution", "jail", "prison", "lawsuit", "isolation",
			"action", "measures", "suffer", "destruction", "destroy", "bomb", "escalation", "regret":
			return true
		case "after", "following":
			return false // "…, after both sides launched attacks"
		}
	}
	return false
}

// undertaking reads a promise, offer, refusal or threat whose verb below is no
// cue of its own: whom the deed is done to is the target.
func (r *reader) undertaking(d draft) {
	c := &d.c
	k := c.args.inf
	if r.undoes(k) && d.stance == article.Commit && r.groups[k].not < 0 && r.argsFrom(r.groups[k].end).obj >= 0 {
		d.stance, d.target = article.Reject, r.argsFrom(r.groups[k].end).obj
		d.weaken("undoing", .85) // "vowed to repeal the law"
		r.add(d)
		return
	}
	if d.stance == article.Reject && c.e.has(refuse) {
		if q := r.defied(r.groups[k].end); q >= 0 {
			d.target, d.issue = q, r.verbPhrase(k)
			r.add(d)
			return
		}
	}
	if in := r.cueOf(k); in != nil && !c.e.has(harm) && (in.e.stance.Polarity() < 0 || in.e.stance == article.CallFor || in.e.stance == article.Assert) {
		return // the verb below has been read, and left out
	}
	if w := r.low(r.groups[k].main); c.e.has(agree) && (w == "differ" || w == "disagree") {
		return // "agreed to differ"
	}
	if c.e.has(refuse) && (speechVerbs.Has(r.low(r.groups[k].main)) || r.base(r.groups[k].main) == "make") {
		return // "declined to make her available" rejects nobody
	}
	if c.e.flags&plan == plan && c.e.stance == article.Commit && c.e.pos == 'v' && len(c.e.target) == 1 {
		return // "plans to join them" promises nothing
	}
	if r.groups[k].not >= 0 {
		return
	}
	if r.negative(k) && !c.e.has(harm) {
		if d.stance == article.Commit && c.e.flags&plan != plan && c.e.pos == 'v' && r.argsFrom(r.groups[k].end).obj >= 0 && r.infTarget(k) < 0 {
			d.matter, d.kind = r.verbPhrase(k), article.TargetIssue // "agreed to cut the flow": the cut
			d.issue = d.matter
			d.weaken("no counterpart", .8)
			r.add(d)
		}
		return
	}
	d.target = -1
	for _, s := range [...]string{"to", "with", "on", "from"} {
		if p := c.args.preposition(r, s); p >= 0 && r.mentionAt(p) >= 0 {
			d.target = p
			break
		}
	}
	if d.target < 0 && c.args.obj >= 0 && r.mentionAt(c.args.obj) >= 0 {
		d.target = c.args.obj
	}
	if d.target < 0 {
		d.target = r.infTarget(k)
		if a := r.argsFrom(r.groups[k].end); d.stance == article.Commit && d.target >= 0 && (d.target == a.obj || r.particleOf(k, d.target)) && !r.benign(k) {
			return // "vowed to expose Y", "to rein in Y": whether that is good for Y is not known
		}
	}
	d.issue = r.topic(k)
	if d.target >= 0 && (d.stance == article.Commit || d.stance == article.Reject && !r.sends(k)) && r.placeOnly(r.mentionAt(d.target)) {
		d.target = -1 // "offered to host talks in Vienna"
	}
	if d.target < 0 && c.e.has(agree) && len(r.list(d.holder)) > 1 {
		d.target = d.holder // "A and B agreed to …": with each other
	}
	if d.target < 0 && d.stance == article.Threaten {
		d.target = r.conditionSubject(r.groups[k].end)
	}
	if d.target < 0 {
		if c.e.flags&plan == plan && (c.e.has(soft) || c.e.pos == 'a') || !r.yields(k) {
			return
		}
		d.matter, d.kind = d.issue, article.TargetIssue
		if a := r.argsFrom(r.groups[k].end); a.obj >= 0 && r.sum(a.obj) {
			d.matter = r.verbPhrase(k) // "agreed to pay $5 million to settle the suit" is not for the suit
		}
		if d.stance == article.Reject && !r.benign(k) {
			d.matter = r.verbPhrase(k) // "refused to reopen the contracts" is not against them
		}
		d.weaken("no counterpart", .8)
		r.add(d)
		return
	}
	d.weaken("deed below", .75)
	r.add(d)
}

// particleOf reports that the word before phrase p may be a particle of the verb of
// group k: "rein in the police".
func (r *reader) particleOf(k, p int) bool {
	w := r.leading(p)
	return int(r.ps[p].First)-1 == r.groups[k].end && (w == "in" || w == "on" || w == "over" || w == "against")
}

// benign reports a verb below that does its object good: to bring people to a
// place, but not to justice.
func (r *reader) benign(k int) bool {
	g := &r.groups[k]
	if r.low(g.main) != "bring" {
		return goodFor.Has(r.base(g.main))
	}
	for i := g.end; i < min(r.end, g.end+8); i++ {
		switch r.low(i) {
		case "justice", "account", "trial", "court", "down", "heel", "charges":
			return false
		}
	}
	return true
}

// goodFor are verbs, no cues of their own, of which the object has the good.
var goodFor = lexicon.WordsOf(
	"join", "host", "fund", "finance", "visit", "compensate", "train",
	"employ", "hire", "accept", "admit", "receive", "let", "allow",
	"permit", "repay", "pay", "give", "protect", "evacuate", "resettle",
	"include", "respect", "observe", "provide", "supply", "serve", "represent",
	"rebuild", "restore", "consult", "inform", "brief", "meet", "follow",
	"offer", "reimburse", "invest", "focus", "participate", "reward", "house", "feed", "treat", "save", "send",
	"end", "settle", "recognise", "recognize", "honour", "honor", "see", "share",
)

// defied is the phrase of those against whose pressure something is refused:
// "refused to resign despite calls from Y"; -1 if none are named.
func (r *reader) defied(i int) int {
	for ; i < r.end && r.low(i) != "despite"; i++ {
		if t := r.tags[i]; t == tag.PunctComma || t == tag.PunctEnd || t == tag.CC {
			return -1
		}
	}
	for end := min(r.end-2, i+5); i < end; i++ {
		switch r.low(i) {
		case "pressure", "call", "calls", "demand", "demands", "appeal", "appeals", "plea", "pleas", "request", "requests":
		default:
			continue
		}
		if w := r.low(i + 1); w != "by" && w != "from" {
			return -1
		}
		if q := r.phraseFrom(i + 2); q >= 0 && r.mentionAt(q) >= 0 && !r.placeOnly(r.mentionAt(q)) {
			return q
		}
	}
	return -1
}

// yields reports a verb below that gives something up, or has an object: who
// refuses it takes a stand.
func (r *reader) yields(k int) bool {
	return r.kinds(r.groups[k].main)&kYield != 0 || r.argsFrom(r.groups[k].end).obj >= 0
}

// negative reports a verb below whose deed is one against someone, or is undone:
// the sign of the promise is then open.
func (r *reader) negative(k int) bool {
	if r.groups[k].not >= 0 {
		return true
	}
	switch r.base(r.groups[k].main) {
	case "stop", "end", "halt", "cease", "cut", "reduce", "leave", "quit", "close", "cancel", "withhold",
		"tighten", "limit", "restrict", "remove", "fight", "continue", "keep", "refrain", "avoid", "do", "take",
		"lift", "ease", "loosen", "relax", "drop", "shut", "lower", "shrink", "curb", "suspend", "delay", "postpone", "freeze", "phase":
		return true
	}
	return false
}

// undoes reports a verb below that does away with its object.
func (r *reader) undoes(k int) bool { return r.kinds(r.groups[k].main)&kUndo != 0 }

var speechVerbs = lexicon.WordsOf(
	"comment", "say", "elaborate", "answer", "discuss", "give",
	"name", "identify", "speculate", "disclose", "specify", "be",
	"reveal", "respond", "explain", "provide", "describe", "tell",
	"speak", "talk", "predict", "confirm", "deny", "rule",
)

// cueOf is the cue whose verb is the main verb of group k, or nil.
func (r *reader) cueOf(k int) *cue {
	for i := range r.cues {
		if r.cues[i].e.pos == 'v' && r.cues[i].group == k {
			return &r.cues[i]
		}
	}
	return nil
}

// composite reads a stance towards a deed: "backed the accusations", "condemned
// the attack on Y", "welcomed the support for Y". It may move the target and the
// stance; false leaves the draft out, because its sign is open.
func (r *reader) composite(d *draft) bool {
	q := d.target
	n := r.actNoun(q)
	if by := r.author(q); by >= 0 && by != d.holder && n == nil && d.stance.Polarity() != 0 {
		if d.target = by; d.issue[0] == d.issue[1] { // "condemned a law signed by Y"
			d.issue = r.phraseTokens(q)
		}
		d.weaken("author", .85)
		return true
	}
	if n == nil || r.mentionAt(q) >= 0 {
		return true
	}
	if d.c.e.words[0] == "echo" && !d.negated {
		if inner := r.nounTarget(n, q); inner >= 0 {
			d.stance, d.target = n.stance, inner // "echoed Y's criticism of Z"
			d.weaken("act on an act", .85)
			return true
		}
	}
	if x, ok := r.doer(q); ok && !r.victim(n, q) && !r.ownDeed(d, n, x) {
		if x.mention < 0 {
			return true // "an offer by rich nations"
		}
		if !x.owner {
			d.target = r.phraseAt(r.headTok(x))
		}
		return true
	}
	inner := r.nounTarget(n, q)
	if inner >= 0 && (!r.someone(inner) || r.onAir(inner) || r.leading(inner) == "between" && n.stance == article.Consult) {
		inner = -1 // "a deal with conditions", "welcomed talks between A and B": the talks
	}
	out, in := d.stance.Polarity(), n.stance.Polarity()
	switch {
	case n.stance == article.Accuse && d.stance == article.Support && inner < 0:
		return r.backAccusation(d)
	case d.stance == article.Deny || d.stance == article.Doubt || d.stance == article.Confirm:
		d.kind = article.TargetClaim
		return true
	case inner < 0:
		return !(d.stance == article.Commit && in < 0) || d.c.e.words[0] == "accept" // "promised a veto"
	case out >= 0 && in < 0: // supports the attack on Y
		d.stance, d.target = n.stance, inner
		if n.stance == article.OpposeAct {
			d.stance = article.Criticize
		}
		d.weaken("act on an act", .85)
		return true
	case out < 0 && in < 0: // condemned the attack on Y: nothing is said of Y
		d.matter, d.kind, d.target = r.phraseTokens(q), article.TargetEvent, -1
		return true
	}
	d.target = inner
	d.feature("act on an act", 1)
	return true
}

// ownDeed reports that the holder of d supports what x, itself, does against another with
// deed n ("upheld its ban on Y"), or that x is only named behind "by" as who takes the side
// ("a call echoed by X").
func (r *reader) ownDeed(d *draft, n *entry, x party) bool {
	return (n.stance == article.OpposeAct && d.stance == article.Support || !x.owner) &&
		d.holder >= 0 && x.actor >= 0 && x.actor == r.holderActor(d.holder)
}

// author is the phrase of who made, proposed or ordered what phrase p names, a plan or a
// law: "a law signed by Y"; -1 if nobody is named or it has an owner.
func (r *reader) author(p int) int {
	if p < 0 || r.mentionAt(p) >= 0 || r.kinds(r.head(p))&(kPolicy|kPurpose|kMessage) == 0 {
		return -1
	}
	if _, ok := r.owner(p); ok {
		return -1
	}
	k := r.groupAt(int(r.ps[p].FullEnd))
	if k < 0 || r.groups[k].form != participle || r.groups[k].first != r.groups[k].main || !authored.Has(r.low(r.groups[k].main)) {
		return -1
	}
	by := r.agent(k)
	if by < 0 || !r.someone(by) || r.mentionAt(by) >= 0 && r.placeOnly(r.mentionAt(by)) {
		return -1
	}
	if i := int(r.ps[by].FullEnd); i < r.end && (r.relativeWord(i) || r.low(i) == "that") {
		return -1 // "a resolution drafted by X that would condemn Y": what it says matters more
	}
	return by
}

// authored are participles of what somebody has made, proposed or ordered.
var authored = lexicon.WordsOf(
	"signed", "proposed", "drafted", "introduced", "tabled", "announced", "imposed", "ordered", "issued", "unveiled", "launched",
	"drawn", "devised", "enacted", "decreed", "organised", "organized", "staged", "planned", "presented", "offered", "passed",
	"adopted", "brokered", "negotiated", "penned", "written", "sponsored", "championed", "pushed",
)

// takenFrom are verbs of taking things by force.
var takenFrom = lexicon.WordsOf("seize", "retake", "recapture", "capture", "take", "wrest", "liberate", "reclaim", "steal", "loot")

// onAir reports a medium behind "on": it is where something was said, "defended the tariffs
// on CNBC".
func (r *reader) onAir(p int) bool {
	m := r.mentionAt(p)
	k := int(r.ps[p].First) - 1
	return m >= 0 && k >= 0 && r.ms[m].Kind == article.KindMedia && r.low(k) == "on"
}

// victim reports that what "of" leads behind the deed n at phrase p suffers it:
// "the killing of Y", "criticism of Y". Such a noun has no other owner there.
func (r *reader) victim(n *entry, p int) bool {
	if j := int(r.ps[p].End); j >= r.end || r.low(j) != "of" || !slices.Contains(n.target, "of") {
		return false
	}
	_, own := r.possessor(p)
	return !own
}

// someone reports a phrase that means an actor, or one's plan or forces.
func (r *reader) someone(p int) bool {
	if r.mentionAt(p) >= 0 {
		return true
	}
	_, ok := r.owner(p)
	return ok
}

// doer is the one who does the deed that phrase p names.
func (r *reader) doer(p int) (party, bool) {
	x, ok := r.owner(p)
	if !ok {
		a := r.argsFrom(int(r.ps[p].End))
		if by := a.preposition(r, "by"); by >= 0 {
			return r.whole(by)
		}
		// "the attack carried out by X"
		if k := r.groupAt(int(r.ps[p].FullEnd)); k >= 0 && r.groups[k].form == participle {
			if by := r.agent(k); by >= 0 {
				return r.whole(by)
			}
		}
	}
	return x, ok
}

func (r *reader) headTok(x party) int { return int(r.ms[x.mention].Head) }

// nounTarget is the phrase that the deed of noun entry n at phrase p is towards, or -1.
func (r *reader) nounTarget(n *entry, p int) int {
	a := r.argsFrom(int(r.ps[p].End))
	for _, s := range n.target {
		if q := a.preposition(r, s); q >= 0 && !r.ofInner(&a, q) {
			return q
		}
	}
	return -1
}

// ofInner reports that phrase q behind a preposition completes a noun of deeds or
// plans that stands between: "her support during her challenge to Y".
func (r *reader) ofInner(a *args, q int) bool {
	for i := 1; i < a.n; i++ {
		x, before := a.pp(i), a.pp(i-1)
		if x.phrase != q || before.phrase < 0 || int(r.ps[before.phrase].End) != x.prep {
			continue
		}
		if r.low(x.prep) == "of" {
			return true // "for Ada Brenn of Norway"
		}
		if r.mentionAt(before.phrase) >= 0 {
			continue
		}
		return r.actNoun(before.phrase) != nil || r.kinds(r.head(before.phrase))&(kAsk|kPurpose) != 0
	}
	return false
}

// backAccusation: "the accusations have been backed by X": X accuses whom the
// last accusation before was against.
func (r *reader) backAccusation(d *draft) bool {
	for i := len(r.found) - 1; i >= 0 && i > len(r.found)-30; i-- {
		o := r.found[i]
		if o.Stance != article.Accuse || o.first >= d.c.first || o.Target.Type != article.TargetActor {
			continue
		}
		d.stance, d.target, d.kind = article.Accuse, -1, article.TargetActor
		d.towards, d.matter, d.issue = o.target, o.targetAt, o.issueAt
		d.feature("act on an act", 2)
		return d.towards >= 0
	}
	return false
}
