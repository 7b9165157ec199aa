package position

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// phraseOfHead is the phrase that has token i as its head, or -1. Of "air
// strike" the cue starts before the head.
func (r *reader) phraseOfHead(c *cue) int {
	p := r.phraseAt(c.first)
	if p < 0 || r.head(p) < c.first || r.head(p) >= max(c.end, c.first+1) {
		return -1
	}
	return p
}

// governor is the verb group right before phrase p that has it as object, or -1.
func (r *reader) governor(p int) int {
	i := int(r.ps[p].First) - 1
	for i >= r.first && (r.tags[i] == tag.RB || r.tags[i] == tag.RP || r.tags[i] == tag.PunctOpen || r.low(i) == "no") {
		i--
	}
	if i < r.first {
		return -1
	}
	if k := r.groupAt(i); k >= 0 {
		return k
	}
	// "voiced on Monday its support": a time between
	if q := r.phraseAt(i); q >= 0 && r.timePhrase(q) {
		i = int(r.ps[q].First) - 1
		if i >= r.first && r.tags[i] == tag.IN {
			i--
		}
		if i >= r.first {
			return r.groupAt(i)
		}
	}
	// "came under attack"
	if i-1 >= r.first && r.low(i) == "under" {
		return r.groupAt(i - 1)
	}
	return -1
}

// lightVerb reads "voiced support for Y", "launched an attack on Y".
func lightVerb(r *reader, c *cue) bool {
	p := r.phraseOfHead(c)
	if p < 0 {
		return false
	}
	k := r.governor(p)
	if k < 0 || (r.kinds(r.groups[k].main)|r.phrasal(&r.groups[k]))&kLight == 0 {
		return false
	}
	g := &r.groups[k]
	if g.passive || g.subject < 0 || r.ownedByOther(p, g.subject) {
		return false
	}
	if r.phrasal(g)&(kStop|kFail|kRefuse) != 0 || c.e.words[0] == "fire" && r.base(g.main) == "hold" || r.low(g.main) == "held" && c.e.words[0] == "fire" {
		return true // "gave up its fight against Y", "held its fire on Y"
	}
	if r.none(p) || c.e.stance == article.Commit && bargaining.Has(r.low(g.main)) {
		return true // "had no objection to Y", "is seeking an agreement with Y"
	}
	t := r.nounTarget(c.e, p)
	if t >= 0 && r.leading(t) == "of" && c.e.stance.Polarity() > 0 {
		if r.base(g.main) == "have" {
			return false // "has the support of Y" is Y's
		}
		if aids.Has(r.low(c.first)) && (bargaining.Has(r.low(g.main)) || courting.Has(r.low(g.main))) {
			return true // "sought the support of Y": they would give it
		}
	}
	d := r.draft(c, "light-verb", g.subject, t, .85)
	d.group, d.lead = k, g.main
	if c.e.stance == article.Support && c.e.has(mutual) {
		d.done = true // who voices solidarity does not get it
	}
	if r.inWords(c, p) {
		d.stance = article.Criticize
	}
	r.jointDeed(d)
	if t < 0 {
		return false
	}
	if op := r.kinds(g.main); op&kPlan != 0 && !d.foretold() {
		return true
	}
	d.issue = r.issueOf(c, t)
	if r.deeper(&d) {
		r.add(d)
	}
	return true
}

// inWords reports an attack of phrase p that is made in words: "a scathing attack on Y".
func (r *reader) inWords(c *cue, p int) bool {
	if c.e.stance != article.OpposeAct || c.e.words[0] != "attack" && c.e.words[0] != "assault" {
		return false
	}
	for i := int(r.ps[p].First); i < r.head(p); i++ {
		switch r.low(i) {
		case "scathing", "blistering", "withering", "stinging", "verbal", "furious", "angry", "outspoken", "impassioned", "thinly-veiled":
			return true
		}
	}
	return false
}

// none reports a phrase that says there is no such thing: "no objection".
func (r *reader) none(p int) bool {
	i := int(r.ps[p].First)
	return absent(r.low(i)) || i > r.first && r.low(i-1) == "no"
}

// absent reports a word that says there is none of what follows, or hardly any.
func absent(w string) bool { return w == "no" || w == "little" || w == "scant" || w == "zero" }

// ownedByOther reports a possessor in p that is not the subject ("voiced
// Peru's support").
func (r *reader) ownedByOther(p, subject int) bool {
	for i := int(r.ps[p].First); i < r.head(p); i++ {
		if r.tags[i] != tag.POS || i == int(r.ps[p].First) {
			continue
		}
		m := int(r.mentionOf[i-1])
		if m >= 0 && (r.actorOf(m) < 0 || r.actorOf(m) != r.holderActor(subject)) {
			return true
		}
	}
	return false
}

// deeper looks at the deed that an act noun is towards: "support for the attack
// on Y", "criticism of Y's plan".
func (r *reader) deeper(d *draft) bool { return r.composite(d) }

// suffered reads "drew criticism from X", "came under attack by X".
func suffered(r *reader, c *cue) bool {
	p := r.phraseOfHead(c)
	if p < 0 {
		return false
	}
	k := r.governor(p)
	met := false
	if m := r.metWith(p); k < 0 && m >= 0 {
		k, met = m, true
	}
	if k < 0 {
		return false
	}
	has := r.base(r.groups[k].main) == "have" || c.e.stance == article.Support && gains.Has(r.base(r.groups[k].main))
	op := r.kinds(r.groups[k].main) | r.phrasal(&r.groups[k])
	if op&kReverse == 0 && !has && !met || !r.gets(k, c.e.stance) {
		return false
	}
	g := &r.groups[k]
	a := r.argsFrom(int(r.ps[p].End))
	holder := a.preposition(r, "from")
	if has && holder < 0 && c.e.stance == article.Support {
		holder = a.preposition(r, "of")
	}
	if holder < 0 {
		holder = a.preposition(r, "by")
	}
	if holder < 0 && c.e.stance == article.Criticize {
		holder = a.preposition(r, "among") // "provoked fury among residents"
	}
	if r.doneBy(&a, holder) {
		return true // "faced criticism of its use by X"
	}
	d := r.draft(c, "suffered", holder, g.subject, .8)
	if holder < 0 && gains.Has(r.base(g.main)) {
		r.ownerOf(p, &d) // "won Norway's backing"
		if d.words[0] < d.words[1] && r.tags[d.words[0]] == tag.PRPS {
			return false
		}
	}
	if d.holder < 0 && d.words[0] >= d.words[1] || g.subject < 0 || g.passive && !met || r.none(p) {
		return false
	}
	if has && !r.done(k) {
		return true // "hopes to win the support of Y"
	}
	d.group, d.lead = k, g.main
	if c.e.words[0] == "fire" && r.base(g.main) == "draw" && !r.armed(holder) {
		d.stance = article.Criticize // "the bill drew fire from the unions"
	}
	r.add(d)
	return true
}

// metWith is the group of "met with", "was greeted with" or "ran into" right before phrase p; -1 if
// none stands there.
func (r *reader) metWith(p int) int {
	i := int(r.ps[p].First) - 1
	if i-1 < r.first {
		return -1
	}
	k := r.groupAt(i - 1)
	if k < 0 || r.groups[k].end != i || r.groups[k].form != finite {
		return -1
	}
	w := r.base(r.groups[k].main)
	if r.low(i) == "with" && (w == "meet" || w == "greet" && r.groups[k].passive) || r.low(i) == "into" && w == "run" {
		return k
	}
	return -1
}

// gets reports a verb whose subject does get what the noun of stance s names:
// "requested support from Y" has not got it, "got a call from Y" was rung up.
func (r *reader) gets(k int, s article.Stance) bool {
	switch r.base(r.groups[k].main) {
	case "request", "seek", "need":
		return false
	case "get":
		return s != article.CallFor
	}
	return true
}

// gains are verbs whose subject gets the support that the noun names.
var gains = lexicon.WordsOf("enjoy", "enjoys", "enjoyed", "win", "won", "wins", "gain", "secure", "command", "earn", "receive")

// nounAgent reads "support by X for Y", "criticism from X of Y".
func nounAgent(r *reader, c *cue) bool {
	p := r.phraseOfHead(c)
	if p < 0 {
		return false
	}
	a := c.args
	holder := a.preposition(r, "by")
	if holder < 0 && c.e.stance != article.OpposeAct && c.e.stance != article.Concede {
		holder = a.preposition(r, "from")
	}
	t := r.nounTarget(c.e, p)
	if t < 0 && holder >= 0 {
		t = r.behindAgent(c, holder)
	}
	if t >= 0 && holder >= 0 && c.e.stance == article.Support && r.leading(t) == "to" && r.leading(holder) == "from" {
		return true // "a shift in support from X to Y"
	}
	if holder < 0 || t < 0 || holder == t || r.mentionAt(holder) < 0 || r.byVerb(holder) || r.doneBy(&a, holder) {
		return false
	}
	d := r.draft(c, "noun-agent", holder, t, .75)
	d.issue = r.issueOf(c, t)
	if r.settled(&d, p) && r.deeper(&d) {
		r.add(d)
	}
	return true
}

// behindAgent is the target of noun cue c right behind its holder: "criticism by Norway of Y's
// plan"; -1 if none stands there.
func (r *reader) behindAgent(c *cue, holder int) int {
	l := r.list(holder)
	i := int(r.ps[l[len(l)-1]].End)
	if m := r.mentionAt(l[len(l)-1]); i+1 >= r.end || r.leading(holder) != "by" || m < 0 || !named(&r.ms[m]) {
		return -1
	}
	for _, s := range c.e.target {
		if r.low(i) == s {
			return r.phraseFrom(i + 1)
		}
	}
	return -1
}

// doneBy reports that the "by" before phrase p names who does what the noun right before it
// says: "criticism of its growing use by X". X then criticises nothing.
func (r *reader) doneBy(a *args, p int) bool {
	for i := 1; p >= 0 && i < a.n; i++ {
		x, before := a.pp(i), a.pp(i-1)
		if x.phrase == p && r.low(x.prep) == "by" && before.phrase >= 0 && int(r.ps[before.phrase].End) == x.prep {
			return r.mentionAt(before.phrase) < 0 && doings.Has(r.headOf(before.phrase))
		}
	}
	return false
}

// doings are nouns for what somebody does with or to another.
var doings = lexicon.WordsOf(
	"use", "misuse", "abuse", "abuses", "treatment", "mistreatment", "handling", "conduct", "management", "mismanagement",
	"detention", "killing", "killings", "murder", "shelling", "bombing", "occupation", "invasion", "seizure", "exploitation",
	"recruitment", "hiring", "purchase", "takeover", "deployment", "harassment", "intimidation", "tests", "launch", "launches",
	"behaviour", "behavior", "manipulation", "persecution", "torture", "violations", "interference", "meddling",
)

// byVerb reports that a "by" phrase belongs to a passive verb, not to the noun.
func (r *reader) byVerb(p int) bool {
	i := int(r.ps[p].First) - 2
	return i >= r.first && r.groupAt(i) >= 0
}

// fades reports a stance of phrase p that is said to be over or to dwindle.
func (r *reader) fades(p int) bool {
	k := r.groupOf(r.outerPhrase(p))
	if k < 0 {
		k = r.groupOf(p)
	}
	if k < 0 {
		return false
	}
	g := &r.groups[k]
	if g.copula && g.end < r.end {
		w := r.low(g.end)
		return w == "over" || w == "gone" || w == "dead" || r.tags[g.end] == tag.VBG && fading.Has(tag.Lemma(w, tag.VBG))
	}
	return g.not < 0 && fading.Has(tag.Lemma(r.low(g.main), r.tags[g.main]))
}

// fading are verbs of what comes to an end.
var fading = lexicon.WordsOf(
	"collapse", "end", "evaporate", "vanish", "disappear", "fade", "wane", "ebb", "crumble", "dry", "cease", "expire",
	"lapse", "erode", "melt", "shrink", "dwindle", "weaken", "waver", "falter", "plummet", "slip", "cool",
)

// nounOwner reads "X's support for Y", "the Norwegian attack on Y", "her
// criticism of Y", "the public condemnation of Y", "X and Y for their support of Z".
func nounOwner(r *reader, c *cue) bool {
	p := r.phraseOfHead(c)
	if p < 0 {
		return false
	}
	ts := r.nounTargets(c, p)
	if len(ts) == 0 {
		return false
	}
	if s := c.e.stance; (s == article.Support || s == article.Reject || s == article.Criticize) && r.fades(p) {
		return true // "Norway's support for Y has collapsed"
	}
	took := false
	for _, t := range ts {
		d := r.draft(c, "noun-owner", -1, t, .75)
		if !r.ownerOf(p, &d) {
			return false
		}
		d.issue = r.issueOf(c, t)
		took = true
		if r.settled(&d, p) && r.deeper(&d) {
			r.add(d)
		}
	}
	return took
}

// nounTargets are the phrases that act noun p is towards. "Condemnation of A for
// the attack and B for its support" has two.
func (r *reader) nounTargets(c *cue, p int) []int {
	t := r.nounTarget(c.e, p)
	if t < 0 {
		return nil
	}
	out := []int{t}
	for i := 0; i < c.args.n; i++ {
		x := c.args.pp(i)
		if x.phrase < 0 || r.low(x.prep) != "for" || x.phrase == t {
			continue
		}
		// what an "and" joins behind "for …" and before another "for"
		j := int(r.ps[x.phrase].FullEnd)
		if j+1 < r.end && r.tags[j] == tag.CC {
			if q := r.phraseFrom(j + 1); q >= 0 && r.mentionAt(q) >= 0 && r.forFollows(q) {
				out = append(out, q)
			}
		}
		break
	}
	return out
}

// forFollows reports that "for" stands behind the list that starts with phrase q.
func (r *reader) forFollows(q int) bool {
	l := r.list(q)
	j := int(r.ps[l[len(l)-1]].FullEnd)
	return j < r.end && r.low(j) == "for"
}

// ownerOf sets the holder of an act noun from what stands before its head.
func (r *reader) ownerOf(p int, d *draft) bool {
	ph := &r.ps[p]
	for i := d.c.first - 1; i >= int(ph.First); i-- {
		m := int(r.mentionOf[i])
		if r.tags[i] == tag.PRPS && (m < 0 || r.actorOf(m) < 0) && !firstPerson(r.low(i)) {
			if q := r.forTheir(i); q >= 0 {
				d.holder = q
				return true
			}
			return false
		}
		if m >= 0 && d.c.e.stance == article.OpposeAct && r.ms[m].Type == article.MentionMetonym && (i+1 >= r.end || r.tags[i+1] != tag.POS) && gatherings.Has(r.headOf(p)) {
			return false // "a Capitol Hill rally": where it is
		}
		if m >= 0 {
			d.words = [2]int{int(r.ms[m].First), int(r.ms[m].End)}
			if firstPerson(r.low(i)) && r.speechAt(i) {
				d.quote = int(r.quoteOf[i])
				d.words = [2]int{}
				return r.speakerOf(r.speech(i)) >= 0
			}
			return !r.placeOnly(m) || r.ms[m].Type == article.MentionMetonym || r.ms[m].Type == article.MentionAdjective
		}
		if i == int(ph.First) && r.low(i) == "the" && r.kinds(r.head(p))&kStriving != 0 && i > r.first && r.low(i-1) == "in" {
			d.holder = r.forTheir(i)
			return d.holder >= 0
		}
		switch r.low(i) {
		case "public", "international", "western", "widespread", "popular", "global", "bipartisan":
			if d.stance == article.OpposeAct {
				return false
			}
			d.words = [2]int{i, i + 1}
			d.weaken("holder named by an adjective", .8)
			return true
		}
	}
	return false
}

// forTheir is the phrase list right before "for their support": it owns the noun.
func (r *reader) forTheir(i int) int {
	if i-2 < r.first || r.low(i-1) != "for" && r.low(i-1) != "in" {
		return -1
	}
	p := r.phraseAt(i - 2)
	if p < 0 {
		return -1
	}
	if p = r.wholeName(p); r.mentionAt(p) < 0 {
		return -1
	}
	if l := r.list(p); r.low(i) == "their" && len(l) == 1 && !r.ms[r.mentionAt(p)].Plural {
		return -1
	}
	return p
}

// settled judges what the clause does with an act noun that it names in passing:
// only what is presupposed stays, not what is denied, wanted or refused.
func (r *reader) settled(d *draft, p int) bool {
	d.group = -1
	for i := int(r.ps[p].First); i < d.c.first; i++ {
		switch r.low(i) {
		case "alleged", "no", "any", "possible", "potential", "suspected", "supposed", "threatened", "planned", "proposed":
			return false
		}
	}
	for i := range r.cues { // "lifted its sanctions on Y" is not "its sanctions"
		o := &r.cues[i]
		if o.first >= d.c.first {
			break
		}
		if d.c.first < max(o.end, o.tailEnd) && o.e.stance.Polarity() != d.c.e.stance.Polarity() {
			return false
		}
	}
	k := r.governor(p)
	if k < 0 {
		return true
	}
	g := &r.groups[k]
	switch op := r.kinds(g.main) | r.phrasal(g); {
	case g.not >= 0 && g.form == finite && g.modal < 0 && withdrawn.Has(r.low(g.main)):
		return true // "has not withdrawn its objection to Y"
	case concealing.Has(r.low(g.main)):
		return true // "did not hide his anger at Y"
	case d.c.e.stance == article.Commit && bargaining.Has(r.low(g.main)):
		return false // "is negotiating a deal with Y"
	case g.not >= 0 || g.cease >= 0:
		return false
	case op&(kRefuse|kStop|kFail) != 0 || r.takesBack(k):
		return false
	case op&kAsk != 0 && op&kLight == 0:
		return false
	}
	for _, e := range r.entries(g.main) {
		if e.pos == 'v' && e.stance == article.Deny || e.pos == 'v' && e.has(matter) {
			return false
		}
	}
	return true
}

// takesBack reports a verb that does away with what its object names: "withdrew its
// support", "reversed its decision".
func (r *reader) takesBack(k int) bool {
	w := r.base(r.groups[k].main)
	return takenBack.Has(w) || takenBack.Has(r.low(r.groups[k].main)) || r.undoes(k)
}

// withdrawn are verbs of giving up a stance: who has not done so still holds it.
var withdrawn = lexicon.WordsOf("withdraw", "withdrawn", "dropped", "drop", "abandoned", "abandon", "renounced", "renounce", "softened", "soften",
	"changed", "reversed", "reverse", "retracted", "retract", "rescinded", "rescind", "revoked", "given", "lifted", "waived", "moderated")

// concealing are verbs whose object is there, shown or not.
var concealing = lexicon.WordsOf("hide", "hid", "hidden", "conceal", "concealed", "disguise", "disguised", "mask", "masked")

// courting are more verbs of who has not yet got what another may give.
var courting = lexicon.WordsOf("solicit", "solicited", "court", "courted", "courting", "request", "requested", "enlist", "enlisted", "lack", "lacks", "lacked", "await")

// bargaining are verbs of who has no deal yet.
var bargaining = lexicon.WordsOf("negotiate", "negotiating", "seek", "seeking", "sought", "discuss", "discussed", "discussing", "pursue", "pursuing",
	"pursued", "want", "wants", "wanted", "need", "needs", "hammer", "hammering")

// takenBack are such verbs, with their forms that no table holds.
var takenBack = lexicon.WordsOf(
	"withdraw", "withdrew", "withdrawn", "withdrawing", "reverse", "reversed", "revoke", "revoked",
	"rescind", "rescinded", "retract", "retracted", "abandon", "abandoned", "renounce", "renounced",
	"cancel", "cancelled", "canceled", "scrap", "scrapped", "shelve", "shelved", "drop", "dropped",
	"lose", "lost", "reconsider", "reconsidered", "review", "reviewed", "regret", "regretted",
	"broke", "broken", "postpone", "postponed", "delay", "delayed", "end", "ended", "suspend", "suspended",
)

// adjective reads "X is opposed to Y", "X is ready to V".
func adjective(r *reader, c *cue) bool {
	if c.e.has(blame) {
		return true // read by the scan for blame
	}
	if c.args.inf >= 0 && c.e.flags&(follow|refuse) != 0 {
		d := r.draft(c, "adjective", r.subject(c), -1, .75)
		if d.holder >= 0 && !r.expletive(d.holder) {
			r.undertaking(d)
		}
		return true
	}
	if c.first > r.first && scarcely(r.low(c.first-1)) {
		return true // "were less pleased with Y"
	}
	for _, s := range c.e.target {
		if p := c.args.preposition(r, s); p >= 0 {
			d := r.draft(c, "adjective", r.subject(c), p, .8)
			if c.e.has(claim) && r.mentionAt(p) < 0 {
				d.kind = article.TargetClaim
			}
			if q := r.meansAbove(d.holder, c.group); q >= 0 {
				d.holder = q
			}
			if q := r.saidOfSelf(d.holder); q >= 0 {
				d.holder, d.quote = -1, q // "Norway said it was dismayed by Y"
			}
			if (d.quote >= 0 || d.holder >= 0 && !r.expletive(d.holder)) && r.composite(&d) {
				r.add(d)
			}
			return true
		}
	}
	return true
}

// scarcely reports a word that takes away from the adjective behind it.
func scarcely(w string) bool {
	switch w {
	case "less", "hardly", "scarcely", "barely", "least", "insufficiently", "neither", "nor":
		return true
	}
	return false
}

// preposition reads "in support of Y" behind a verb, or behind "is".
func preposition(r *reader, c *cue) bool {
	t := c.args.obj
	if t < 0 {
		t = c.args.preposition(r, c.e.words[len(c.e.words)-1])
	}
	for i := c.first; i < c.end; i++ {
		switch r.low(i) {
		case "both", "either", "other", "opposite", "different", "wrong", "all":
			return true // "on both sides of the aisle"
		}
	}
	k := r.groupBefore(c.first)
	if m := r.lastGroup(c.first); m > k && k >= 0 && r.groups[m].relative && r.groups[m].form == finite && r.low(r.relativeStart(m)) == "who" && !r.commaIn(r.groups[m].end, c.first) {
		k = m // "praised Ada Brenn, who marched in support of Y"
	}
	if k >= 0 && len(c.e.words) == 1 && !r.isAgainst(c, k, t) {
		return true
	}
	if t < 0 && k >= 0 && len(c.e.words) == 1 && c.args.ving >= 0 {
		r.againstDoing(c, k)
		return true
	}
	if t < 0 || k < 0 || len(c.e.words) > 1 && !r.sides(c, k) {
		return true
	}
	if p := r.phraseAt(c.first - 1); p >= 0 && r.mentionAt(p) >= 0 && r.leading(p) != "" && !c.e.says("protest") {
		return true // whose support it is stays open
	}
	g := &r.groups[k]
	holder := g.subject
	if g.passive {
		holder = r.agent(k)
	}
	if holder < 0 || r.expletive(holder) {
		return true
	}
	d := r.draft(c, "preposition", holder, t, .7)
	d.group = k
	if r.composite(&d) {
		r.add(d)
	}
	return true
}

// commaIn reports a comma among the tokens [i, j).
func (r *reader) commaIn(i, j int) bool {
	for ; i < j; i++ {
		if r.tags[i] == tag.PunctComma {
			return true
		}
	}
	return false
}

// isAgainst reports "X is against Y" where that is a stance: somebody named is, outside of a
// comparison, and no two teams or states meet ("Norway are against Chile in the final").
func (r *reader) isAgainst(c *cue, k, t int) bool {
	g := &r.groups[k]
	i := g.end
	for i < c.first && r.tags[i] == tag.RB && r.low(i) != "not" {
		i++ // "is also against"
	}
	if !g.copula || i != c.first || g.form != finite || g.subject < 0 || !r.names(g.subject) && !r.ps[g.subject].Pronoun {
		return false
	}
	if i := int(r.ps[g.subject].First) - 1; i >= r.first && r.low(i) == "as" {
		return false // "merciless, as he was against his rivals"
	}
	return t < 0 || r.mentionAt(t) < 0 || r.humans(g.subject) || r.ps[g.subject].Pronoun && r.low(int(r.ps[g.subject].First)) != "it"
}

// againstDoing reads "X is against closing the road".
func (r *reader) againstDoing(c *cue, k int) {
	d := r.draft(c, "preposition", r.groups[k].subject, -1, .7)
	if d.holder < 0 || r.expletive(d.holder) {
		return
	}
	d.group = k
	d.matter, d.kind = r.verbPhrase(c.args.ving), article.TargetIssue
	d.issue = d.matter
	r.add(d)
}

// sides guards "in favour of", which after most verbs means instead ("dropped Y
// in favour of X").
func (r *reader) sides(c *cue, k int) bool {
	if w := c.e.words[1]; w != "favor" && w != "favour" {
		return true
	}
	switch w := r.base(r.groups[k].main); w {
	case "use", "used", "cast", "give", "gave", "submit", "sign", "deliver":
		p := r.phraseAt(c.first - 1)
		return p >= 0 && votes.Has(r.headOf(p)) // "used her casting vote in favour of Y"

	case "speak", "vote", "argue", "campaign", "come", "testify", "rule", "lobby", "decide", "write":
		return true
	}
	return r.groups[k].copula
}

// votes are what is cast or given in favour of somebody.
var votes = lexicon.WordsOf("vote", "votes", "ballot", "ballots", "verdict", "ruling", "testimony", "evidence", "statement", "letter", "petition")

// groupBefore is the last group that ends before token i, or -1.
func (r *reader) groupBefore(i int) int {
	k := -1
	for n := range r.groups {
		if g := &r.groups[n]; g.end <= i && (!g.relative || k < 0) {
			k = n
		}
	}
	return k
}
