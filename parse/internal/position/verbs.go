package position

import (
	"slices"
	"strings"

	"dossier/article"
	"dossier/parse/internal/tag"
)

// passiveBy reads "Y was condemned by X". Without an agent it takes the cue and
// leaves it out: who holds is not said.
func passiveBy(r *reader, c *cue) bool {
	if !r.groups[c.group].passive {
		return false
	}
	g := &r.groups[c.group]
	if g.subject >= 0 && int(r.ps[g.subject].First) > r.first && r.low(int(r.ps[g.subject].First)-1) == "what" {
		return true // "what the paper called a plot by Norway"
	}
	by := c.args.preposition(r, "by")
	if by >= 0 && r.byNoun(by) {
		by = -1
	}
	if g.form == participle && r.kinds(c.first)&kDenied != 0 && r.chargeBefore(c.group) && r.accusesBefore(c.first) {
		return true // "X accused Y of Z, a charge denied by Y": read by the scan
	}
	if by < 0 && c.e.stance == article.Commit && r.low(c.first) == "committed" && len(c.e.words) == 2 {
		r.committed(c)
		return true
	}
	if by < 0 {
		by = r.raider(c)
	}
	if c.e.has(reverse) && by >= 0 && g.subject >= 0 {
		d := r.draft(c, "passive-by", g.subject, by, .8)
		if (r.judgeable(by) || r.planAt(by)) && r.composite(&d) {
			r.add(d) // "Y was angered by the plan"
		}
		return true
	}
	if by < 0 || g.subject < 0 || c.e.has(matter) || c.e.stance == article.Consult && r.crowd(by) {
		return true
	}
	if c.e.has(patient) && r.kinds(r.head(g.subject))&kPatient == 0 {
		return true
	}
	if r.almost(c.group) || c.e.flags&(withInf|withOf|withWith|withFor) != 0 && !r.admitsPassive(c) {
		return true
	}
	target := g.subject
	if prep := c.e.prep(); prep != "" && !r.strandedAt(c, prep) {
		if target = c.args.preposition(r, prep); target < 0 {
			return true
		}
	} else if !c.e.takesObject() {
		return true
	}
	if c.e.has(policy) && !r.planFor(c, target) {
		return true
	}
	d := r.draft(c, "passive-by", by, target, .88)
	if c.e.has(eval) {
		s := r.judgement(c.end)
		if s == "" {
			return true // "was called by the party to force a vote"
		}
		d.stance = s
	}
	if r.resists(c, target) {
		r.rejectMatter(d)
		return true
	}
	d.issue = r.issueOf(c, target)
	if !r.composite(&d) {
		return true
	}
	r.add(d)
	return true
}

// committed reads "X is committed to the truce", which looks like a passive.
func (r *reader) committed(c *cue) {
	p := c.args.preposition(r, "to")
	d := r.draft(c, "adjective", r.subject(c), p, .7)
	if p < 0 || d.holder < 0 || r.actNoun(p) != nil && r.actNoun(p).stance.Polarity() < 0 {
		return
	}
	if q := r.meansAbove(d.holder, c.group); q >= 0 {
		d.holder = q
	}
	if q := r.saidOfSelf(d.holder); q >= 0 {
		d.holder, d.quote = -1, q
	} else if d.holder < 0 || r.expletive(d.holder) {
		return
	}
	if r.composite(&d) {
		r.add(d)
	}
}

// forDoing reports that the cue gives what somebody does as its reason, as words do
// and force seldom does: "for meddling".
func (r *reader) forDoing(c *cue) bool {
	if c.args.gerundAfter(r, "for") >= 0 || c.args.gerundAfter(r, "over") >= 0 {
		return true
	}
	p := c.args.preposition(r, "for")
	return p >= 0 && int(r.ps[p].First) == r.head(p) && strings.HasSuffix(r.headOf(p), "ing")
}

// crowd reports a phrase that is no actor, or only people who have come out: who is
// met or greeted by a crowd, by silence or by protesters holds no talks with them.
func (r *reader) crowd(p int) bool {
	switch r.low(int(r.ps[p].First)) {
	case "thousands", "hundreds", "tens", "scores", "dozens", "crowds":
		return true // "was greeted by thousands of Norwegians"
	}
	return r.kinds(r.head(p))&kCrowd != 0 || r.headOf(p) == "police" || r.armed(p) || r.holderActor(p) < 0
}

// takesObject reports that the entry's object is what its passive has as subject.
func (e *entry) takesObject() bool {
	for _, s := range e.target {
		if s == "obj" || s == "inner" || e.prep() == s {
			return true
		}
	}
	return false
}

// mutualSubject reads "X and Y met": each towards the other.
func mutualSubject(r *reader, c *cue) bool {
	if !c.e.has(mutual) {
		return false
	}
	subject := r.subject(c)
	if subject < 0 || r.groups[c.group].passive {
		return false
	}
	with := c.args.preposition(r, "with") >= 0
	if p := c.args.preposition(r, "on"); p >= 0 && nothings.Has(r.low(int(r.ps[p].First))) || c.end < r.end && nothings.Has(r.low(c.end)) {
		return true // "who agree on little"
	}
	if !with && c.e.has(between) {
		if ps := r.parties(subject); len(ps) > 1 {
			d := r.draft(c, "mutual-subject", subject, subject, .85)
			d.issue = r.issueOf(c, -1)
			r.add(d)
			return true
		}
	}
	if !c.e.has(between) {
		return false
	}
	return !with
}

// clauseAccuses reads "alleged that Y bombed the town".
func clauseAccuses(r *reader, c *cue) bool {
	if !c.e.has(claimAct) || c.args.that < 0 {
		return false
	}
	holder := r.subject(c)
	target := r.groups[c.args.that].subject
	if r.groups[c.args.that].passive {
		target = r.agent(c.args.that)
	}
	if holder < 0 || target < 0 || r.mentionAt(target) < 0 {
		return true
	}
	d := r.draft(c, "clause-accuses", holder, target, .8)
	d.issue = r.topic(c.args.that)
	r.add(d)
	return true
}

// clauseObliges reads "suggested that Y should act", "demanded that Y act".
func clauseObliges(r *reader, c *cue) bool {
	if !c.e.has(modalThat) && !(c.e.has(matter) && c.args.thatFirst >= 0) {
		return false
	}
	k := c.args.that
	holder := r.subject(c)
	if holder < 0 {
		return true
	}
	if r.toldAside(c) {
		return false // "called for calm after reports that Y would attack Z"
	}
	if c.e.has(matter) && (k < 0 || !r.listHas(r.groups[k].subject, c.args.thatFirst) || r.mentionAt(c.args.thatFirst) < 0 && r.groups[k].form != finite) {
		r.obligesUnseen(c, holder)
		return true
	}
	if k < 0 || r.groups[k].subject < 0 {
		return true
	}
	g := &r.groups[k]
	target := g.subject
	if g.passive {
		if target = r.agent(k); target < 0 || r.mentionAt(target) < 0 {
			return true // "moved that Y be chosen by acclamation"
		}
	}
	if r.obliges(c, holder, target, r.topic(k)) {
		r.passOn(c, holder, k) // "that X should urge Y to V": Y is called on as well
	}
	return true
}

// toldAside reports that the "that" behind cue c says what a noun tells which only gives the
// occasion: "following news that", "amid reports that".
func (r *reader) toldAside(c *cue) bool {
	p := c.args.thatFirst
	if p < 0 {
		return false
	}
	q := r.phraseAt(int(r.ps[p].First) - 2)
	if q < 0 {
		return false
	}
	switch r.leading(q) {
	case "following", "after", "amid", "over", "on", "by", "with", "despite", "before":
		return true
	}
	i := int(r.ps[q].First) - 1
	return i >= r.first && r.low(i) == "following"
}

// listHas reports that phrase q is p or joined to it.
func (r *reader) listHas(p, q int) bool {
	return p == q || p >= 0 && slices.Contains(r.list(p), q)
}

// obligesUnseen takes the first name behind "that" for the one who is to act,
// where the tagger has not seen the verb ("that Chile renounce its claim").
func (r *reader) obligesUnseen(c *cue, holder int) {
	p := c.args.thatFirst
	if p < 0 || r.mentionAt(p) >= 0 {
		r.obliges(c, holder, p, [2]int{})
		return
	}
	for i := int(r.ps[p].First); i < int(r.ps[p].End); i++ {
		if m := int(r.mentionOf[i]); m >= 0 && r.actorOf(m) >= 0 {
			d := r.draft(c, "clause-obliges", holder, -1, .7)
			d.towards, d.kind = r.actorOf(m), article.TargetActor
			d.matter = [2]int{int(r.ms[m].First), int(r.ms[m].End)}
			r.add(d)
			return
		}
	}
}

func (r *reader) obliges(c *cue, holder, target int, issue [2]int) bool {
	d := r.draft(c, "clause-obliges", holder, target, .85)
	d.addr, d.issue = target, issue
	return r.add(d)
}

// passOn hands a call on to the one whom the called one should call.
func (r *reader) passOn(c *cue, holder, k int) {
	for i := range r.cues {
		in := &r.cues[i]
		if in.group == k && in.e.stance == article.CallFor {
			if p := r.target(in); p >= 0 {
				d := r.draft(c, "clause-obliges", holder, p, .7)
				d.addr = p
				if in.args.inf >= 0 {
					d.issue = r.topic(in.args.inf)
				}
				r.add(d)
			}
		}
	}
}

// clauseClaim reads "denied that Y had …", "doubts whether Y …", "argued that Y …".
func clauseClaim(r *reader, c *cue) bool {
	if !c.e.has(claim) || c.args.that < 0 || c.args.obj >= 0 {
		return false
	}
	holder := r.subject(c)
	if holder < 0 {
		return true
	}
	k := c.args.that
	d := r.draft(c, "clause-claim", holder, -1, .75)
	if p := r.groups[k].subject; p >= 0 && r.mentionAt(p) >= 0 && !r.samePhrase(p, holder) {
		d.target = p
	}
	d.issue = r.claimTopic(k)
	if c.e.stance == article.Assert {
		if d.target < 0 || d.c.args.that < 0 {
			return true
		}
		d.conf = .5
	} else {
		d.target, d.kind = -1, article.TargetClaim
		d.matter = r.clauseTokens(k)
		if r.groups[k].subject < 0 && c.args.end+1 < d.matter[0] {
			d.matter[0] = c.args.end + 1
			d.issue = d.matter
		}
		if o := r.claimant(c); o >= 0 {
			d.target = o
		}
	}
	r.add(d)
	return true
}

// claimant is the phrase of a claim inside the cue that has an owner ("dismissed
// Chile's claim that …"), or -1.
func (r *reader) claimant(c *cue) int {
	p := r.phraseAt(c.end - 1)
	if p < 0 || int(r.ps[p].First) < c.first+1 {
		return -1
	}
	if _, ok := r.owner(p); !ok {
		return -1
	}
	return p
}

// claimTopic is what a claim is about, for a heading: its subject if that is no
// actor, else what it says.
func (r *reader) claimTopic(k int) [2]int {
	if p := r.groups[k].subject; p >= 0 && r.mentionAt(p) < 0 && !r.ps[p].Pronoun {
		return r.phraseTokens(p)
	}
	return r.topic(k)
}

// samePhrase reports that p and q resolve to one actor.
func (r *reader) samePhrase(p, q int) bool {
	a := r.holderActor(p)
	return a >= 0 && a == r.holderActor(q)
}

// clauseTokens is the clause of group k from its subject to its end.
func (r *reader) clauseTokens(k int) [2]int {
	g := &r.groups[k]
	first := g.first
	if g.subject >= 0 && int(r.ps[g.subject].First) < first {
		first = int(r.ps[r.list(g.subject)[0]].First)
	}
	return [2]int{first, max(r.verbPhrase(k)[1], g.end)}
}

// sumsUp reads ", giving him a lead": behind a comma the whole clause helps whom
// the pronoun means, most often its own subject.
func (r *reader) sumsUp(c *cue) bool {
	if c.group < 0 || c.e.stance != article.Assist && c.e.stance != article.Concede {
		return false
	}
	g := &r.groups[c.group]
	if g.form == gerund && g.prep < 0 && c.e.has(permit) && g.matrix >= 0 && r.groups[g.matrix].not >= 0 {
		return true // "was not a party to the truce, allowing it to go on": nobody allows
	}
	return g.form == gerund && g.prep < 0 && g.first > r.first && r.tags[g.first-1] == tag.PunctComma &&
		c.args.obj >= 0 && r.ps[c.args.obj].Pronoun && !firstPerson(r.headOf(c.args.obj))
}

// wins reports a figure of speech: who captures the imagination of Y has not
// captured Y.
func (r *reader) wins(c *cue) bool {
	if c.e.stance != article.OpposeAct || c.args.obj < 0 {
		return false
	}
	switch r.headOf(c.args.obj) {
	case "primary", "primaries", "caucus", "caucuses", "seat", "title", "medal", "crown", "championship", "essence",
		"note", "notes", "tone", "chord", "balance", "pose", "frustration", "anger", "zeitgeist", "feeling", "feelings", "sentiment",
		"allegiance", "attention", "imagination", "support", "vote", "votes", "hearts", "mood", "spirit", "interest",
		"opportunity", "chance", "initiative", "lead", "spotlight", "loyalty", "affection", "trust", "nomination":
		return true
	}
	return false
}

// enables reports "a payment to the operators that would allow them to …": the thing
// given allows it, not those behind the preposition.
func (r *reader) enables(c *cue) bool {
	if c.group < 0 || !r.groups[c.group].relative || r.groups[c.group].subject < 0 || r.groups[c.group].modal < 0 {
		return false
	}
	g := &r.groups[c.group]
	at := int(r.ps[g.subject].First)
	if at <= r.first+1 || g.first <= r.first || r.low(g.first-1) != "that" || r.phraseAt(at-2) < 0 {
		return false
	}
	w := r.low(at - 1)
	return w == "to" || w == "for" || w == "from"
}

// protestToEnvoy reads "summoned Y's ambassador over the attack": a protest to the
// state that sent the envoy. Without a cause the call is routine.
func (r *reader) protestToEnvoy(d draft) {
	c := &d.c
	cause := c.args.preposition(r, "over")
	if cause < 0 {
		cause = c.args.preposition(r, "after")
	}
	protests := false
	for i := c.end; i < r.end && !protests; i++ {
		protests = r.low(i) == "protest" || r.low(i) == "after" || r.low(i) == "over"
	}
	x, ok := r.ownerOfAny(c.args.obj, true)
	if !protests || !ok || x.actor < 0 {
		return
	}
	d.stance, d.towards, d.kind = article.Criticize, x.actor, article.TargetActor
	d.matter = r.phraseTokens(c.args.obj)
	if cause >= 0 {
		d.issue = r.phraseTokens(cause)
	}
	d.weaken("protest to an envoy", .85)
	r.add(d)
}

// emptied reports a cue whose noun is said not to be there: "offered no support
// to Y", "made no threat against Y".
func (r *reader) emptied(c *cue) bool {
	for i := c.first + 1; i < c.end && !slices.Contains(c.e.words, "no"); i++ {
		if absent(r.low(i)) && !(i+1 < r.end && r.low(i+1) == "longer") {
			return true
		}
	}
	return c.args.obj >= 0 && r.none(c.args.obj)
}

// defendsHim reads "leapt to his defence", where "his" is not the one who leaps but whoever was
// spoken against right before.
func (r *reader) defendsHim(d *draft) bool {
	c := &d.c
	if len(c.e.words) < 3 || c.e.words[1] != "to" || d.holder < 0 || d.stance.Polarity() <= 0 {
		return false
	}
	p := r.phraseAt(c.end - 1)
	if p < 0 || r.tags[r.ps[p].First] != tag.PRPS || int(r.ps[p].First) < c.first {
		return false
	}
	h, m := r.holderActor(d.holder), int(r.mentionOf[r.ps[p].First])
	if h < 0 || m >= 0 && r.actorOf(m) >= 0 && r.actorOf(m) != h {
		return false
	}
	want := article.Opt("male")
	switch r.low(int(r.ps[p].First)) {
	case "his":
	case "her":
		want = "female"
	default:
		return false
	}
	for i := len(r.found) - 1; i >= 0 && int(r.d.Tokens[r.found[i].first].Sentence) >= r.sentenceOf-1; i-- {
		o := r.found[i]
		if o.Polarity >= 0 || o.target < 0 || o.target == h {
			continue
		}
		if a := &r.actors[o.target]; a.Kind != article.KindPerson || a.Gender != "" && a.Gender != want {
			return false
		}
		d.target, d.towards, d.kind, d.matter = -1, o.target, article.TargetActor, r.phraseTokens(p)
		d.weaken("who was spoken against before", .85)
		return true
	}
	return false
}

// active reads a cue whose subject holds the stance.
func (r *reader) active(c *cue, name string, conf float64) bool {
	if c.e.has(between) {
		return true
	}
	holder := r.subject(c)
	if q := r.meansAbove(holder, c.group); q >= 0 {
		holder = q
	}
	d := r.draft(c, name, holder, -1, conf)
	if q := r.saidOfSelf(holder); q >= 0 {
		d.holder, d.quote = -1, q
	} else if holder < 0 || r.expletive(holder) {
		if !r.voiced(&d) {
			return true
		}
	}
	if r.greets(c, &d) {
		return true
	}
	if c.e.stance == article.Consult && c.args.obj >= 0 && holder >= 0 && r.kinds(r.head(holder))&kCrowd != 0 {
		return true // "crowds greeted her"
	}
	if !r.admits(c) || r.emptied(c) || r.sumsUp(c) || r.wins(c) || r.afterCharge(c.group) || r.enables(c) {
		return true
	}
	switch {
	case c.e.has(summon) && c.args.obj >= 0 && r.kinds(r.head(c.args.obj))&kDelegate != 0:
		r.protestToEnvoy(d)
		return true
	case c.e.has(matter):
		r.demand(d)
		return true
	case c.e.has(warn):
		r.warning(d)
		return true
	case c.e.flags&(follow|refuse|harm) != 0 && c.args.inf >= 0:
		r.undertaking(d)
		return true
	case c.e.has(plan):
		return true
	}
	if !r.stanceOf(c, &d) || r.aim(c, &d, holder) {
		return true
	}
	r.conclude(c, &d)
	return true
}

// greets reads what somebody is greeted with, and adds d if it tells a stance: "greeted the rebels with cheers".
func (r *reader) greets(c *cue, d *draft) bool {
	if p := c.args.preposition(r, "with"); c.e.words[0] == "greet" && p >= 0 && c.args.obj >= 0 {
		switch r.headOf(p) {
		case "cheers", "applause", "flowers", "ovation":
			d.stance = article.Support // "greeted the rebels with cheers"
		case "boos", "jeers", "stones", "eggs", "catcalls", "whistles":
			d.stance = article.Criticize
		}
		if d.stance != article.Consult {
			d.target, d.done = c.args.obj, true
			r.add(*d)
			return true
		}
	}
	return false
}

// stanceOf mends the stance of d by what stands around cue c; false if there is none.
func (r *reader) stanceOf(c *cue, d *draft) bool {
	if c.e.has(claimOnly) && c.args.obj >= 0 && !r.claims(c.args.obj) {
		d.stance = article.Criticize
	}
	if c.e.has(eval) && !r.judges(d) {
		return false
	}
	if c.e.has(leave) {
		if s, ok := r.protective(c); ok && (s != "" || !r.unlessAhead(c)) {
			d.stance = s
			d.weaken("those who leave help", .85)
		}
		if d.stance == "" {
			return false
		}
	}
	if c.e.words[0] == "deny" && c.args.obj2 >= 0 && r.someone(c.args.obj) {
		d.stance = article.Reject // "denied them the victory"
	}
	if c.e.words[0] == "attack" && len(c.e.words) == 1 && (r.forDoing(c) || r.asSuch(c)) {
		d.stance = article.Criticize // "attacked her for meddling", "attacked her as weak"
	}
	return true
}

// aim finds the target of d, of whom phrase holder is the subject; true if that was read otherwise, and no more is to do.
func (r *reader) aim(c *cue, d *draft, holder int) bool {
	d.target = r.placeName(r.target(c))
	if r.defendsHim(d) {
		r.add(*d)
		return true
	}
	if p := c.args.preposition(r, "from"); d.stance == article.OpposeAct && p >= 0 && takenFrom.Has(c.e.words[0]) && len(c.e.words) == 1 && c.args.obj >= 0 && !r.someone(c.args.obj) && r.mentionAt(p) >= 0 && !r.placeOnly(r.mentionAt(p)) {
		d.target = p // "seized the hospital from the rebels"
	}
	if d.stance == article.OpposeAct && c.e.has(needActor) && d.target >= 0 && !r.someone(d.target) && r.armed(holder) {
		if p := r.placeAfter(c); p >= 0 {
			d.target = p
			d.weaken("place of the deed", .85)
		}
	}
	if d.target < 0 && c.e.words[0] == "help" && len(c.e.words) == 1 && c.args.obj < 0 {
		d.target = r.helpedIn(c.args.inf)
	}
	if c.e.has(give) && !r.given(d) {
		return true
	}
	if d.stance == article.Commit && d.target >= 0 && c.args.obj >= 0 && d.target != c.args.obj && !r.someone(d.target) {
		d.target = c.args.obj // "promised buses to the island"
	}
	if k := c.args.ving; k >= 0 && d.target < 0 && r.groups[k].first == c.end && favouring.Has(c.e.words[0]) && len(c.e.words) == 1 {
		if q := r.hitBy(k); q >= 0 {
			d.stance, d.target, d.issue = article.Criticize, q, r.verbPhrase(k)
			d.weaken("support for a hostile act", .85)
			r.add(*d)
			return true // "supports imposing sanctions on Y"
		}
	}
	if d.stance == article.Commit && d.target >= 0 && d.target == c.args.obj && r.sum(d.target) {
		if p := c.args.preposition(r, "for"); p >= 0 && r.mentionAt(p) >= 0 && !r.placeOnly(r.mentionAt(p)) {
			d.target = p // "pledged 20 million euros for the victims"
		}
	}
	return false
}

// conclude adds d with its addressee and matter, unless its target shows that it is no stance.
func (r *reader) conclude(c *cue, d *draft) {
	if r.guards(d) || r.dismissesTalk(d) || r.threatensWith(d) {
		return
	}
	if len(c.e.addr) > 0 {
		d.addr = r.slot(c, c.e.addr[0])
	}
	if c.e.has(eval) && d.target >= 0 {
		d.target = r.matrixMatter(c, d.target)
	}
	if r.eachOther(d.target) {
		d.target = d.holder
	}
	d.issue = r.issueOf(c, d.target)
	if c.e.has(reverse) {
		if len(c.e.words) == 1 && (d.holder < 0 || !r.judgeable(d.holder)) {
			return // "the storm alarmed residents"
		}
		d.holder, d.target = d.target, d.holder
	}
	if c.e.words[0] == "rule" && c.e.says("out") && r.leavesOpen(d) {
		return
	}
	if d.target >= 0 && d.target == c.args.obj && r.resists(c, d.target) || d.target < 0 && r.suesAgainst(d) {
		r.rejectMatter(*d)
		return
	}
	if d.target < 0 && !r.untargeted(d) {
		r.jointDeed(*d)
		return
	}
	if d.target >= 0 && c.e.words[0] == "tell" && r.mentionAt(d.target) >= 0 && r.ms[r.mentionAt(d.target)].Type == article.MentionNominal {
		return // an order to one's own people
	}
	if d.target >= 0 && c.e.stance == article.CallFor && c.e.prep() == "to" && r.court(d.target) {
		return // "appealed to the Supreme Court"
	}
	if p := c.args.preposition(r, "from"); d.stance == article.OpposeAct && d.target >= 0 && (d.target == c.args.obj || d.target == r.placeName(c.args.obj)) && p >= 0 && r.placeOnly(r.mentionAt(d.target)) && r.mentionAt(p) >= 0 && !r.placeOnly(r.mentionAt(p)) {
		d.target = p // "retook the town from Y"
	}
	r.jointDeed(*d)
	r.answers(d)
	if d.target >= 0 && r.nobody(d.target) || !r.composite(d) {
		return // "offered no proof"
	}
	r.add(*d)
}
