package position

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// scan is a reading that no single cue word of the tables opens.
type scan struct {
	Name    string
	Reason  string
	Example string
	Counter string
	needs   kinds // one of these must stand in the sentence; 0: nothing
	scan    func(r *reader)
}

// scans run over a sentence after its cues, in this order.
var scans = []scan{
	{
		Name:    "said-must",
		Reason:  "who says that another must or should act calls on them",
		Example: "Norway said Chile must return the ship.",
		Counter: "Norway said it must return the ship.",
		scan:    saidMust,
	},
	{
		Name:    "said-blame",
		Reason:  "who says that another is responsible or guilty accuses them",
		Example: "Norway said Chile was responsible for the attack.",
		Counter: "Norway said Chile was not responsible for the attack.",
		scan:    saidBlame,
	},
	{
		Name:    "said-judged",
		Reason:  "who says that a deed or a plan is a disgrace or a triumph takes a side",
		Example: "President Ada Brenn of Norway said the decision was a disgrace.",
		Counter: "President Ada Brenn of Norway said the decision was no disgrace.",
		needs:   kGood | kBad | kFalse | kIdiom,
		scan:    saidJudged,
	},
	{
		Name:    "said-failed",
		Reason:  "who says that another has failed in a duty, or has done right, takes a side",
		Example: "Ada Brenn said Chile had failed to protect its citizens.",
		Counter: "Ada Brenn said Chile had failed to reach the final.",
		needs:   kDuty,
		scan:    saidFailed,
	},
	{
		Name:    "said-effect",
		Reason:  "who says that a plan would hurt people is against it, who says it would help them is for it",
		Example: "President Ada Brenn of Norway said the bill would hurt farmers.",
		Counter: "President Ada Brenn of Norway said the bill would not hurt farmers.",
		needs:   kDamage | kBenefit,
		scan:    saidEffect,
	},
	{
		Name:    "no-evidence",
		Reason:  "who finds no evidence, or asks for it first, doubts the claim",
		Example: "Norway said there was no evidence of an attack.",
		Counter: "Norway said there was evidence of an attack.",
		needs:   kEvidence,
		scan:    noEvidence,
	},
	{
		Name:    "aim-dropped",
		Reason:  "a hostile aim that is no longer pursued is a concession, one ruled out a refusal",
		Example: "Norway said that ousting Chile was no longer a priority.",
		Counter: "Norway said that ousting Chile was a priority.",
		scan:    aimDropped,
	},
	{
		Name:    "denied-charge",
		Reason:  "who denies what another has accused them of denies it to the accuser",
		Example: "Norway accused Chile of fraud, which Chile denies.",
		Counter: "Norway accused Chile of fraud, which Peru denies.",
		needs:   kDenied,
		scan:    deniedCharge,
	},
	{
		Name:    "compound",
		Reason:  "X-backed and pro-X name a side inside a noun phrase",
		Example: "Norway denied it. Norway-backed rebels left the town.",
		Counter: "Norway denied it. Well-armed rebels left the town.",
		scan:    readCompounds,
	},
	{
		Name:    "as-did",
		Reason:  "who is said to have done so too holds what the clause before says",
		Example: "Norway opposed the plan, as did Chile.",
		Counter: "Norway opposed the plan, as did Chile's envoy argue.",
		scan:    alsoDid,
	},
}

// said is the reported speech around group k whose words are not its own
// narrator's: its quote index, or -1.
func (r *reader) said(k int) int {
	i := r.groups[k].main
	q := r.speech(i)
	if q == nil || r.speakerOf(q) < 0 && (q.Speaker == nil || q.Speaker.Mention < 0) || r.disowned(q.CueFirst, q.CueEnd) {
		return -1
	}
	return int(r.quoteOf[i])
}

// disowned reports a cue among the tokens [first, end) by which a speaker turns down what
// follows: who "rejected the idea that Y should pay" says no such thing.
func (r *reader) disowned(first, end int32) bool {
	if first == end {
		return false
	}
	for i := range r.cues {
		c := &r.cues[i]
		if c.e.pos != 'v' {
			continue
		}
		o := c.args.obj
		claims := o >= 0 && r.claims(o)
		if claims && c.e.stance.Polarity() < 0 && (c.first == int(first) || int(r.ps[o].First) <= int(first) && int(first) < int(r.ps[o].End)) {
			return true // "dismissed accusations that Y had attacked Z"
		}
		if c.first <= int(first) && int(first) < max(c.end, c.tailEnd) {
			switch c.e.stance {
			case article.Deny, article.Doubt, article.Reject, article.Criticize:
				return true
			}
		}
	}
	return false
}

// bare is a draft without a table entry behind it.
func (r *reader) scanDraft(name, lemma string, stance article.Stance, k, q int, at [2]int, conf float64) draft {
	e := &entry{words: []string{lemma}, needs: needs{pos: 's'}, frame: &frame{stance: stance}}
	c := cue{e: e, first: at[0], end: at[1], tail: -1, group: k}
	d := r.draft(&c, name, -1, -1, conf)
	d.quote, d.group = q, -1
	return d
}

// saidMust reads "X said Y must V".
func saidMust(r *reader) {
	if !r.reported {
		return
	}
	for k := range r.groups {
		g := &r.groups[k]
		if g.form != finite || g.subject < 0 || !r.modalMust(k) && !r.needsTo(k) {
			continue
		}
		if g.passive || g.copula && g.end < r.end && r.low(g.end) == "ashamed" {
			r.shouldBe(k)
			continue
		}
		if !r.body(g.subject) {
			continue
		}
		q := r.said(k)
		if q < 0 || r.speakerOf(&r.in.Quotes[q]) < 0 || r.ownVoice(g.subject, q) || r.hypotheticalAt(k) || r.unbelieved(k) || r.askedWhy(g.subject) || r.able(k) {
			continue
		}
		if r.bygone(g) {
			r.shouldHave(k, q)
			continue
		}
		d := r.scanDraft("said-must", "must", article.CallFor, k, q, [2]int{g.first, g.end}, .75)
		d.target, d.addr = g.subject, g.subject
		d.issue = r.topic(k)
		r.add(d)
	}
}

// shouldBe reads "X said Y should be scrapped", "… should be sacked", "… should be ashamed": X is
// against Y.
func (r *reader) shouldBe(k int) {
	g := &r.groups[k]
	m, s := r.mentionAt(g.subject), article.Criticize
	w := r.low(g.main)
	switch {
	case g.not >= 0 || g.relative || g.inherits || r.ps[g.subject].Pronoun || r.bygone(g) || g.end < r.end && r.low(g.end) == "by":
		return
	case m < 0:
		if s = article.Reject; !g.passive || !doneAway.Has(w) || !r.judgeable(g.subject) {
			return
		}
	case !named(&r.ms[m]) || r.placeOnly(m) || g.passive && !punished.Has(w):
		return
	}
	q := r.said(k)
	if q < 0 || r.speakerOf(&r.in.Quotes[q]) < 0 || m >= 0 && r.ownVoice(g.subject, q) || r.hypotheticalAt(k) || r.unbelieved(k) {
		return
	}
	d := r.scanDraft("said-must", "should be "+w, s, k, q, [2]int{g.first, g.end}, .7)
	d.target = g.subject
	r.add(d)
}

// doneAway and punished are what should be done with a matter that one rejects, and with somebody
// whom one finds fault with.
var (
	doneAway = lexicon.WordsOf("scrapped", "repealed", "abolished", "withdrawn", "cancelled", "canceled", "dropped", "halted", "stopped",
		"banned", "rejected", "reversed", "abandoned", "outlawed", "overturned", "annulled", "rescinded", "revoked", "shelved", "ditched",
		"thrown", "vetoed", "struck", "binned", "axed", "dismantled", "lifted", "ended")
	punished = lexicon.WordsOf("sacked", "fired", "jailed", "prosecuted", "removed", "impeached", "punished", "ashamed", "investigated",
		"dismissed", "expelled", "disbarred", "disqualified", "sanctioned", "ousted", "arrested", "imprisoned", "banned", "condemned")
)

// shouldHave reads "X said Y should have acted sooner", which finds fault with Y.
func (r *reader) shouldHave(k, q int) {
	g := &r.groups[k]
	if w := r.low(g.modal); w != "should" && w != "ought" || g.copula || r.placeOnly(r.mentionAt(g.subject)) {
		return
	}
	d := r.scanDraft("said-must", "should have", article.Criticize, k, q, [2]int{g.first, g.end}, .7)
	d.target = g.subject
	d.issue = r.verbPhrase(k)
	r.add(d)
}

// able reports group k as what its subject is to be in a position to do: who says that Norland
// should be able to trade calls on others.
func (r *reader) able(k int) bool {
	g := &r.groups[k]
	if !g.copula || g.end >= r.end {
		return false
	}
	switch r.low(g.end) {
	case "able", "free", "safe", "entitled", "eligible", "welcome", "immune", "exempt", "protected":
		return true
	}
	return false
}

// bygone reports what should have been done: it is too late to call for it.
func (r *reader) bygone(g *group) bool {
	for i := g.modal + 1; g.modal >= 0 && i < g.main; i++ {
		if r.low(i) == "have" {
			return true
		}
	}
	return false
}

// askedWhy reports a phrase behind why or how: "wondered why the state should pay" is no
// call to pay.
func (r *reader) askedWhy(p int) bool {
	switch i := int(r.ps[p].First) - 1; {
	case i < r.first:
	case r.tags[i] == tag.WRB:
		w := r.low(i)
		return w == "why" || w == "how" || w == "when"
	}
	return false
}

// body reports a phrase that names someone, or a body that can be called on.
func (r *reader) body(p int) bool {
	m := r.mentionAt(p)
	if m < 0 {
		return false
	}
	switch r.ms[m].Type {
	case article.MentionNominal:
		k := r.ms[m].Kind
		return k != article.KindGroup && k != article.KindPerson && k != article.KindPlace && k != ""
	case article.MentionPronoun:
		return false
	}
	return true
}

func (r *reader) needsTo(k int) bool {
	g := &r.groups[k]
	if g.modal >= 0 && r.kinds(g.modal)&kModal != 0 {
		return false // "might have to give in": a forecast
	}
	return owes(r.low(g.main)) && g.not < 0 && g.end < r.end && r.tags[g.end] == tag.TO
}

// owes reports a verb that obliges with "to".
func owes(w string) bool { return w == "needs" || w == "need" || w == "has" || w == "have" }

func (r *reader) hypotheticalAt(k int) bool {
	d := draft{group: k}
	d.c.first = r.groups[k].first
	return r.hypothetical(&d, k)
}

// ownVoice reports that phrase p is the speaker of quote q, or speaks in the
// first person.
func (r *reader) ownVoice(p, q int) bool {
	if firstPerson(r.headOf(p)) || r.expletive(p) {
		return true
	}
	h := r.holderActor(p)
	return h < 0 || r.speaksFor(r.speakerOf(&r.in.Quotes[q]), h)
}

// saidBlame reads "X said Y was responsible for Z", "… held responsibility for Z",
// "… was behind Z".
func saidBlame(r *reader) {
	if !r.reported {
		return
	}
	for k := range r.groups {
		g := &r.groups[k]
		if g.form != finite || g.subject < 0 || g.not >= 0 || g.cease >= 0 || r.modalMust(k) || r.mentionAt(g.subject) < 0 {
			continue
		}
		at, ok := r.blameAt(k)
		if !ok || r.duty(at[1]) {
			continue
		}
		q := r.said(k)
		if q < 0 || r.speakerOf(&r.in.Quotes[q]) < 0 || r.ownVoice(g.subject, q) || r.hypotheticalAt(k) || r.unproved(k) || r.unbelieved(k) {
			continue
		}
		d := r.scanDraft("said-blame", "responsible", article.Accuse, k, q, at, .8)
		d.target = g.subject
		a := r.argsFrom(at[1])
		if p := a.preposition(r, "for"); p >= 0 {
			d.issue = r.phraseTokens(p)
		} else if p := a.preposition(r, "of"); p >= 0 {
			d.issue = r.phraseTokens(p)
		}
		if g.modal >= 0 && r.kinds(g.modal)&kModal != 0 {
			d.hedge = [2]int{g.modal, g.modal + 1}
			d.weaken("hedge:"+r.low(g.modal), .7)
		}
		r.add(d)
	}
}

// duty reports behind "responsible" at the token before i a task, which nobody is blamed
// for: "responsible for cleaning up the data", "for public health".
func (r *reader) duty(i int) bool {
	if r.low(i-1) != "responsible" {
		return false
	}
	a := r.argsFrom(i)
	if k := a.gerundAfter(r, "for"); k >= 0 {
		for _, e := range r.entries(r.groups[k].main) {
			if e.pos == 'v' && e.stance.Polarity() < 0 {
				return false
			}
		}
		return !r.hurts(k)
	}
	p := a.preposition(r, "for")
	return p >= 0 && duties.Has(r.headOf(p))
}

// hurts reports a verb of harm in group k, or one with harm as its object: "causing a fire".
func (r *reader) hurts(k int) bool {
	g := &r.groups[k]
	switch r.low(g.main) {
	case "causing", "starting", "creating", "breaking", "letting", "losing", "leaking", "spreading", "inciting", "instigating",
		"fomenting", "fuelling", "fueling", "destroying", "ruining", "wrecking", "sinking", "hacking", "planting", "planning", "ordering",
		"provoking", "triggering", "displacing", "driving", "leaving", "making", "turning", "putting", "bringing", "allowing", "failing":
		return true
	}
	p := r.argsFrom(g.end).obj
	return p >= 0 && r.ill(p)
}

// duties are what an office looks after.
var duties = lexicon.WordsOf(
	"security", "safety", "affairs", "policy", "policies", "defence", "defense", "education", "health", "transport", "operations",
	"oversight", "planning", "elections", "relations", "implementation", "management", "maintenance", "coordination", "portfolio",
	"budget", "success", "area", "region", "team", "department", "development", "care", "welfare", "supply", "logistics", "training",
	"administration", "infrastructure", "recruitment", "distribution", "delivery", "progress", "recovery", "growth", "peace",
)

// unproved reports a clause for which evidence is said to be missing: "did not see evidence
// that Chile was behind the attack".
func (r *reader) unproved(k int) bool {
	const far = 9
	i := int(r.ps[r.list(r.groups[k].subject)[0]].First) - 1
	if i <= r.first || r.low(i) != "that" {
		return false
	}
	if p := r.phraseAt(i - 1); p >= 0 && r.claims(p) {
		if x, ok := r.owner(p); ok && x.actor >= 0 && !r.speaksFor(r.speakerOf(r.speech(r.groups[k].main)), x.actor) {
			return true // "said Y's claim that Z was behind it was false"
		}
	}
	for j := i - 1; j > max(r.first, i-far); j-- {
		if r.kinds(j)&kEvidence == 0 {
			continue
		}
		p := r.phraseAt(j)
		if p < 0 {
			return false
		}
		if _, ok := r.lacks(p); ok {
			return true
		}
		n := int(r.ps[p].First) - 1
		for n > r.first && (r.tags[n] == tag.VBG || r.tags[n] == tag.JJ) {
			n-- // "did not see convincing evidence"
		}
		if m := r.groupAt(n); m >= 0 {
			return r.groups[m].not >= 0
		}
	}
	return false
}

// blameAt is the tokens of the words of blame behind group k.
func (r *reader) blameAt(k int) ([2]int, bool) {
	g := &r.groups[k]
	holdsIt := false
	switch r.base(g.main) {
	case "hold", "bear", "bore", "borne", "carry", "have", "share":
		holdsIt = true
	case "commit", "perpetrate":
		return r.crimeAt(g)
	default:
		if !g.copula {
			return [2]int{}, false
		}
	}
	for i := g.end; i < min(r.end, g.end+6); i++ {
		switch w := r.low(i); {
		case w == "no" || w == "not" || w == "any" || r.tags[i] == tag.PunctComma:
			return [2]int{}, false
		case holdsIt && r.kinds(i)&kResponsible != 0,
			!holdsIt && (w == "responsible" && i+1 < r.end && r.low(i+1) == "for" || w == "guilty" || w == "culpable" || w == "complicit"),
			!holdsIt && w == "blame" && r.tags[i-1] == tag.TO,
			!holdsIt && w == "behind" && i == g.end:
			return [2]int{g.main, i + 1}, true
		}
	}
	return [2]int{}, false
}

// crimeAt is the tokens of "committed war crimes", the verb of which is that of group g.
func (r *reader) crimeAt(g *group) ([2]int, bool) {
	for i := g.end; i < min(r.end, g.end+5) && !g.passive && r.tags[i] != tag.PunctComma; i++ {
		switch r.low(i) {
		case "no":
			return [2]int{}, false
		case "crime", "crimes", "atrocity", "atrocities", "abuse", "abuses", "violation", "violations", "genocide", "massacre", "massacres",
			"fraud", "perjury", "treason", "murder", "murders":
			return [2]int{g.main, i + 1}, true
		}
	}
	return [2]int{}, false
}

// noEvidence reads "there was no evidence that …", "cannot confirm", "evidence
// would be needed to confirm …" in someone's words.
func noEvidence(r *reader) {
	for i := r.first; i < r.end; i++ {
		if !r.tags[i].Noun() || r.kinds(i)&kEvidence == 0 {
			continue
		}
		p := r.phraseAt(i)
		if p < 0 || r.head(p) != i {
			continue
		}
		at, ok := r.lacks(p)
		if !ok {
			continue
		}
		q := -1
		if r.speech(i) != nil {
			q = int(r.quoteOf[i])
		}
		if q < 0 || r.speakerOf(&r.in.Quotes[q]) < 0 {
			continue
		}
		d := r.scanDraft("no-evidence", "no "+r.low(i), article.Doubt, -1, q, at, .75)
		d.kind = article.TargetClaim
		d.matter = r.evidenceFor(p)
		if d.matter[0] == d.matter[1] {
			d.matter = r.phraseTokens(p)
		}
		d.issue = d.matter
		r.add(d)
		return
	}
}

// lacks reports that phrase p, a word for evidence, is said to be missing.
func (r *reader) lacks(p int) ([2]int, bool) {
	ph := &r.ps[p]
	if k := r.governor(p); k >= 0 && !r.exists(k) && r.kinds(r.groups[k].main)&kSay == 0 {
		return [2]int{}, false // "he offered no proof" is another's lack
	}
	for j := int(ph.First); j < r.head(p); j++ {
		if r.low(j) == "no" {
			return [2]int{j, r.head(p) + 1}, true
		}
	}
	if j := int(ph.First) - 1; j >= r.first && r.low(j) == "no" {
		return [2]int{j, r.head(p) + 1}, true
	}
	if k := r.governor(p); k >= 0 && r.exists(k) && (r.groups[k].not >= 0 || r.noBefore(k, p)) {
		return [2]int{r.groups[k].first, r.head(p) + 1}, true
	}
	if k := r.groupOf(p); k >= 0 {
		g := &r.groups[k]
		w := r.low(g.main)
		if (w == "needed" || w == "required" || w == "lacking" || w == "missing") && g.not < 0 {
			return [2]int{int(ph.First), g.end}, true
		}
	}
	return [2]int{}, false
}

// exists reports the verbs by which evidence is there, or is had.
func (r *reader) exists(k int) bool {
	switch r.base(r.groups[k].main) {
	case "be", "is", "are", "was", "were", "have", "see", "find", "exist", "remain", "emerge", "need", "require":
		return true
	}
	return r.groups[k].copula
}

// noBefore reports "have no yet any confirmation".
func (r *reader) noBefore(k, p int) bool {
	for j := r.groups[k].end; j < r.head(p); j++ {
		if r.low(j) == "no" || r.low(j) == "not" {
			return true
		}
	}
	return false
}

// evidenceFor is the tokens of what evidence p would be about.
func (r *reader) evidenceFor(p int) [2]int {
	from := int(r.ps[p].End)
	if k := r.groupOf(p); k >= 0 {
		from = r.groups[k].end
	}
	a := r.argsFrom(from)
	switch {
	case a.that >= 0:
		return r.clauseTokens(a.that)
	case a.inf >= 0:
		b := r.argsFrom(r.groups[a.inf].end)
		if b.obj >= 0 {
			return r.phraseTokens(b.obj)
		}
	}
	for _, w := range [...]string{"of", "for", "about", "on"} {
		if q := a.preposition(r, w); q >= 0 {
			return r.phraseTokens(q)
		}
	}
	return [2]int{}
}

// aimDropped reads "ousting Y was no longer a priority", "removing the sanctions
// on Y is out of the question".
func aimDropped(r *reader) {
	for k := range r.groups {
		g := &r.groups[k]
		if g.form != gerund {
			continue
		}
		c := r.cueOf(k)
		m := r.copulaAfter(k)
		if c == nil || m < 0 {
			continue
		}
		target := r.target(c)
		if target < 0 {
			continue
		}
		stance, at := r.dropped(m, c.e.stance)
		if stance == "" {
			continue
		}
		q := -1
		if r.speech(g.main) != nil {
			q = int(r.quoteOf[g.main])
		}
		d := r.scanDraft("aim-dropped", "no longer "+c.e.lemma(), stance, -1, q, [2]int{g.main, g.end}, .75)
		d.target, d.negated = target, true
		d.feature("cessation", -1)
		a := r.argsFrom(at)
		if h := a.preposition(r, "for"); h >= 0 && r.holderActor(h) >= 0 {
			d.quote, d.holder = -1, h
		}
		if d.quote < 0 && d.holder < 0 {
			continue
		}
		r.add(d)
	}
}

// copulaAfter is the finite group "was" whose subject the gerund group k is, or -1.
func (r *reader) copulaAfter(k int) int {
	for m := k + 1; m < len(r.groups); m++ {
		if g := &r.groups[m]; g.form == finite {
			if g.copula && g.first-r.groups[k].end < 14 {
				return m
			}
			return -1
		}
	}
	return -1
}

// dropped is the stance of who says that an aim is dropped, and the token behind
// the words that say so.
func (r *reader) dropped(m int, s article.Stance) (article.Stance, int) {
	g := &r.groups[m]
	not := g.not >= 0 || g.cease >= 0
	for i := g.end; i < min(r.end, g.end+7); i++ {
		w := r.low(i)
		if w == "no" || w == "not" {
			not = true
		}
		if not && r.kinds(i)&kPriority != 0 && s.Polarity() < 0 {
			return article.Concede, i + 1
		}
		if w == "question" && i-2 >= g.end && r.low(i-2) == "of" && s.Polarity() > 0 {
			return article.Reject, i + 1
		}
	}
	return "", 0
}
