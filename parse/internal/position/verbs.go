package position

import (
	"slices"

	"dossier/article"
	"dossier/parse/internal/tag"
)

// passiveBy reads "Y was condemned by X". Without an agent it takes the cue and
// leaves it out: who holds is not said.
func passiveBy(r *reader, c *cue) bool {
	if c.e.pos != 'v' || !r.groups[c.group].passive {
		return false
	}
	g := &r.groups[c.group]
	by := c.args.preposition(r, "by")
	if by >= 0 && r.byNoun(by) {
		by = -1
	}
	if by < 0 {
		by = r.raider(c)
	}
	if by < 0 || g.subject < 0 || c.e.has(matter) {
		return true
	}
	if c.e.has(patient) && r.kinds(r.head(g.subject))&kPatient == 0 {
		return true
	}
	if c.e.flags&(withInf|withOf|withWith) != 0 && !r.admitsPassive(c) {
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
	d := r.draft(c, "passive-by", by, target, .88)
	d.issue = r.issueOf(c, target)
	if !r.composite(&d) {
		return true
	}
	r.add(d)
	return true
}

// raider is the phrase of those whose attack the victim of a deed suffers: "was
// killed in a raid by X"; -1 if it is not said.
func (r *reader) raider(c *cue) int {
	if c.e.stance != article.OpposeAct {
		return -1
	}
	for i := 0; i < c.args.n; i++ {
		x := c.args.pp(i)
		if w := r.low(x.prep); x.phrase < 0 || w != "in" && w != "during" && w != "by" {
			continue
		}
		if n := r.actNoun(x.phrase); n == nil || n.stance != article.OpposeAct {
			continue
		}
		if o, ok := r.doer(x.phrase); ok {
			return r.phraseAt(r.headTok(o))
		}
	}
	return -1
}

// byNoun reports that a "by" phrase belongs to the act noun before it ("freed
// from occupation by X"), not to the verb.
func (r *reader) byNoun(p int) bool {
	i := int(r.ps[p].First) - 2
	if i < r.first || r.phraseAt(i) < 0 {
		return false
	}
	return r.actNoun(r.phraseAt(i)) != nil
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
	if c.e.pos != 'v' || !c.e.has(mutual) {
		return false
	}
	subject := r.subject(c)
	if subject < 0 || r.groups[c.group].passive {
		return false
	}
	with := c.args.preposition(r, "with") >= 0
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
	if c.e.pos == 'r' || !c.e.has(claimAct) || c.args.that < 0 || c.e.pos != 'v' {
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
	if c.e.pos != 'v' || !c.e.has(modalThat) && !(c.e.has(matter) && c.args.thatFirst >= 0) {
		return false
	}
	k := c.args.that
	holder := r.subject(c)
	if holder < 0 {
		return true
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
		if target = r.agent(k); target < 0 {
			return true
		}
	}
	if r.obliges(c, holder, target, r.topic(k)) {
		r.passOn(c, holder, k) // "that X should urge Y to V": Y is called on as well
	}
	return true
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
	if c.e.pos != 'v' || !c.e.has(claim) || c.args.that < 0 || c.args.obj >= 0 {
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
	if !r.admits(c) {
		return true
	}
	switch {
	case c.e.has(summon) && c.args.obj >= 0 && r.kinds(r.head(c.args.obj))&kDelegate != 0:
		return true // of an envoy: routine, or what stands behind it
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
	if c.e.has(claimOnly) && c.args.obj >= 0 && !r.claims(c.args.obj) {
		d.stance = article.Criticize
	}
	if c.e.has(eval) && !r.judges(&d) {
		return true
	}
	if c.e.has(leave) {
		if s, ok := r.protective(c); ok && (s != "" || !r.unlessAhead(c)) {
			d.stance = s
			d.weaken("those who leave help", .85)
		}
		if d.stance == "" {
			return true
		}
	}
	d.target = r.target(c)
	if d.stance == article.OpposeAct && c.e.has(needActor) && d.target >= 0 && !r.someone(d.target) && r.armed(holder) {
		if p := r.placeAfter(c); p >= 0 {
			d.target = p
			d.weaken("place of the deed", .85)
		}
	}
	if c.e.has(give) && !r.given(&d) {
		return true
	}
	if d.stance == article.Commit && d.target >= 0 && c.args.obj >= 0 && d.target != c.args.obj && !r.someone(d.target) {
		d.target = c.args.obj // "promised buses to the island"
	}
	if len(c.e.addr) > 0 {
		d.addr = r.slot(c, c.e.addr[0])
	}
	if r.eachOther(d.target) {
		d.target = d.holder
	}
	d.issue = r.issueOf(c, d.target)
	if c.e.has(reverse) {
		d.holder, d.target = d.target, d.holder
	}
	if d.target < 0 && !r.untargeted(&d) {
		return true
	}
	if d.target >= 0 && c.e.words[0] == "tell" && r.mentionAt(d.target) >= 0 && r.ms[r.mentionAt(d.target)].Type == article.MentionNominal {
		return true // an order to one's own people
	}
	if d.target >= 0 && c.e.stance == article.CallFor && c.e.prep() == "to" && r.court(d.target) {
		return true // "appealed to the Supreme Court"
	}
	if p := c.args.preposition(r, "from"); d.stance == article.OpposeAct && d.target >= 0 && d.target == c.args.obj && p >= 0 && r.placeOnly(r.mentionAt(d.target)) && r.mentionAt(p) >= 0 && !r.placeOnly(r.mentionAt(p)) {
		d.target = p // "retook the town from Y"
	}
	r.jointDeed(d)
	if d.target >= 0 && r.nobody(d.target) || !r.composite(&d) {
		return true // "offered no proof"
	}
	r.add(d)
	return true
}

// armed reports a phrase for armed forces or groups.
func (r *reader) armed(p int) bool {
	for _, x := range r.partiesOf(p) {
		k := article.ActorKind("")
		if x.actor >= 0 {
			k = r.actors[x.actor].Kind
		} else if x.mention >= 0 {
			k = r.ms[x.mention].Kind
		}
		if k == article.KindArmedForce || k == article.KindArmedGroup {
			return true
		}
	}
	return r.forces(p)
}

// placeAfter is the phrase of the place where the deed of c is done, or -1.
func (r *reader) placeAfter(c *cue) int {
	for i := 0; i < c.args.n; i++ {
		x := c.args.pp(i)
		if w := r.low(x.prep); x.phrase < 0 || w != "in" && w != "near" && w != "at" {
			continue
		}
		if m := r.mentionAt(x.phrase); m >= 0 && r.ms[m].Type == article.MentionName {
			return x.phrase
		}
	}
	return -1
}

// jointDeed reads "A and B launched an offensive": armed sides that do one deed
// together help each other.
func (r *reader) jointDeed(d draft) {
	if d.stance != article.OpposeAct || d.holder < 0 || r.kinds(d.c.first)&kLight == 0 || !r.oneDeed(&d.c) {
		return
	}
	l := r.list(d.holder)
	if len(l) < 2 || len(l) > 4 {
		return
	}
	for _, p := range l {
		if !r.armed(p) {
			return
		}
	}
	d.stance, d.target, d.rule = article.Assist, d.holder, "joint-deed"
	d.weaken("deed done together", .75)
	r.add(d)
}

// oneDeed reports a cue whose noun is one act: "launched an offensive against".
func (r *reader) oneDeed(c *cue) bool {
	for i := c.first + 1; i < c.end; i++ {
		if p := r.phraseAt(i); p >= 0 && r.head(p) == i && r.tags[i] != tag.NNS && r.actNoun(p) != nil {
			return true
		}
	}
	return false
}

// eachOther reports "each other" and "one another".
func (r *reader) eachOther(p int) bool {
	if p < 0 {
		return false
	}
	i := int(r.ps[p].First)
	w, next := r.low(i), r.low(min(i+1, r.end-1))
	return w == "each" && next == "other" || w == "one" && next == "another"
}

// admitsPassive is admits for a passive, whose object is the subject.
func (r *reader) admitsPassive(c *cue) bool {
	return !(c.e.has(withInf) && c.args.inf < 0) &&
		!(c.e.has(withOf) && c.args.preposition(r, "of") < 0 && c.args.gerundAfter(r, "of") < 0) &&
		!(c.e.has(withWith) && c.args.preposition(r, "with") < 0 && c.args.gerundAfter(r, "with") < 0)
}

// given looks at what is handed to the target: a defeat is no gift, and a message
// no aid.
func (r *reader) given(d *draft) bool {
	thing := d.c.args.obj2
	if thing < 0 && d.c.args.obj != d.target {
		thing = d.c.args.obj
	}
	if thing < 0 {
		thing = d.c.args.preposition(r, "with")
	}
	if thing < 0 {
		return true
	}
	if d.c.e.words[0] == "give" && len(d.c.e.words) == 1 && !r.money(thing) {
		return false // "gave him a look"
	}
	k := r.kinds(r.head(thing))
	if k&kHarm != 0 {
		d.stance = article.OpposeAct
	}
	return k&kMessage == 0
}

// money reports a sum, a loan or other means that help.
func (r *reader) money(p int) bool {
	for i := int(r.ps[p].First); i < int(r.ps[p].End); i++ {
		switch r.low(i) {
		case "$", "€", "£", "dollars", "euros", "pounds", "million", "billion", "loan", "loans", "grant", "grants", "aid",
			"money", "funds", "weapons", "arms", "food", "medicine", "shelter", "asylum", "refuge":
			return true
		}
	}
	return false
}

// admits checks what the entry demands around it.
func (r *reader) admits(c *cue) bool {
	e := c.e
	switch {
	case e.has(withInf) && (c.args.inf < 0 || c.args.obj < 0):
		return false
	case e.has(withOf) && c.args.preposition(r, "of") < 0 && c.args.gerundAfter(r, "of") < 0:
		return false
	case e.has(withWith) && c.args.preposition(r, "with") < 0 && c.args.gerundAfter(r, "with") < 0:
		return false
	case e.has(protest) && len(e.words) == 1 && e.words[0] != "protest" && c.args.obj >= 0:
		return false // "demonstrated her skill"
	case e.has(patient) && (c.args.obj < 0 || r.kinds(r.head(c.args.obj))&kPatient == 0 && r.countless(c.args.obj)):
		return false // "treated him badly"
	case e.has(trip) && !r.talksAhead(c):
		return false
	case e.has(permit) && c.args.inf < 0 && c.args.obj < 0:
		return false
	}
	return true
}

// claims reports a phrase for what somebody says or fears.
func (r *reader) claims(p int) bool {
	if r.kindOf(p) == article.TargetClaim {
		return true
	}
	switch r.headOf(p) {
	case "fears", "fear", "concerns", "concern", "warnings", "warning", "criticism", "idea", "notion", "speculation", "talk", "objections", "complaints":
		return true
	}
	return false
}

// talksAhead reports words for talks behind a journey: "flew to Oslo to meet her".
func (r *reader) talksAhead(c *cue) bool {
	for i := c.end; i < min(r.end, c.end+reach); i++ {
		for _, e := range r.entries(i) {
			if e.stance == article.Consult && (e.pos == 'n' && r.tags[i].Noun() || e.pos == 'v' && r.tags[i].Verb()) && len(e.words) == 1 {
				return true
			}
		}
	}
	return false
}

// countless reports that phrase p is not "dozens of victims".
func (r *reader) countless(p int) bool {
	for i := int(r.ps[p].First); i < int(r.ps[p].FullEnd); i++ {
		if r.kinds(i)&kPatient != 0 {
			return false
		}
	}
	return true
}

// protective is the stance of those who call back people that help or talk: to
// leave talks or a treaty rejects it, to call helpers off is a hostile act, and of
// peacekeepers the sign is open (""); ok false for all others.
func (r *reader) protective(c *cue) (s article.Stance, ok bool) {
	for i := c.first; i < min(r.end, c.end+8); i++ {
		switch r.low(i) {
		case "peacekeeping", "peacekeepers", "support":
			return "", true
		case "inspectors", "humanitarian", "aid", "diplomats", "ambassador", "observers", "workers", "monitors", "envoy":
			return article.OpposeAct, true
		case "talks", "agreement", "treaty", "deal", "pact", "accord", "negotiations":
			return article.Reject, true
		}
	}
	return "", false
}

// unlessAhead reports a condition that makes a withdrawal a threat.
func (r *reader) unlessAhead(c *cue) bool {
	for i := c.end; i < r.end; i++ {
		if r.low(i) == "unless" {
			return true
		}
	}
	return false
}

// untargeted decides on a cue whose slots are empty: a claim or gerund behind it
// is the matter; else only acts that need nobody stay.
func (r *reader) untargeted(d *draft) bool {
	for i := 0; i < d.c.args.n; i++ {
		if x := d.c.args.pp(i); x.group >= 0 && d.c.e.prep() == r.low(x.prep) {
			d.matter, d.kind = r.verbPhrase(x.group), article.TargetIssue
			return true
		}
	}
	if k := d.c.args.ving; k >= 0 && d.c.e.takesObject() && r.groups[k].first <= d.c.end+1 {
		if p := r.infTarget(k); p >= 0 && d.c.e.has(act) {
			d.target = p
			return true
		}
		d.matter, d.kind = r.verbPhrase(k), article.TargetIssue
		return true
	}
	if d.c.e.has(protest) {
		if p := d.c.args.obj; p >= 0 && d.c.e.words[0] == "protest" && len(d.c.e.words) == 1 {
			d.target = p // "protested the plan"
			return true
		}
		if p := r.protested(d.c.end); p >= 0 {
			d.target = p
			return true
		}
	}
	if n := len(d.c.e.target); n > 0 && d.c.e.target[n-1] == "none" || d.c.e.has(protest) {
		if d.issue[0] < d.issue[1] {
			d.matter, d.kind = d.issue, article.TargetIssue
			return true
		}
		d.kind = article.TargetUnspecified
		d.weaken("no target", .8)
		return true
	}
	return false
}

// protested is the phrase of those whom the purpose of a protest is towards: "to
// demand X from Y", "to show their anger at Y"; -1 if it names nobody.
func (r *reader) protested(i int) int {
	k := r.groupFrom(i)
	for n := 0; k >= 0 && k < len(r.groups) && n < 3; k, n = k+1, n+1 {
		g := &r.groups[k]
		if g.form == finite {
			return -1
		}
		if g.form != infinitive {
			continue
		}
		if c := r.cueOf(k); c != nil {
			if c.e.has(protest) {
				return c.args.obj
			}
			if p := r.target(c); p >= 0 && r.someone(p) {
				return p
			}
		}
		if p := r.infTarget(k); p >= 0 {
			return p
		}
		a := r.argsFrom(g.end)
		return a.preposition(r, "from")
	}
	return -1
}

// expletive reports "it" and "there", which act in no sentence.
func (r *reader) expletive(p int) bool {
	w := r.headOf(p)
	return w == "there" || w == "it" && r.actorOf(r.mentionAt(p)) < 0
}

// voiced gives a draft without an acting subject to the speaker of the quotation
// it stands in: "“It is crucial to call upon …”, she said".
func (r *reader) voiced(d *draft) bool {
	i := d.c.first
	q := r.speech(i)
	if q == nil || !r.speechAt(i) || r.speakerOf(q) < 0 || d.group < 0 {
		return false
	}
	top := r.groups[r.chainOf(d.group).top]
	if top.subject < 0 || !r.expletive(top.subject) || r.groups[d.group].form == finite {
		return false
	}
	d.holder, d.quote, d.rule = -1, int(r.quoteOf[i]), "own-words"
	d.group = -1
	return true
}
