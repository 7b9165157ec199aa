package position

import (
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Clauses without a parser: a sentence is read as a row of verb groups and base
// noun phrases. A verb group is the verb with its auxiliaries and adverbs
//
//	Rebels [have repeatedly accused] the government of [bombing] the town
//
// and knows its form, its voice, what negates it, the group that it hangs on
// and the phrase that acts. Cost: linear in the tokens but for the look to the
// left for a subject, which is bounded by leftReach.

// leftReach is how many tokens a subject may stand before its verb.
const leftReach = 45

// form is the form of a verb group.
type form uint8

const (
	finite form = iota
	infinitive
	gerund
	participle
)

// hang finds the subject of group k and the group it hangs on.
func (r *reader) hang(k int) {
	g := &r.groups[k]
	switch g.form {
	case finite:
		if !r.shares(k) && !r.helped(k) {
			r.findSubject(k)
		}
	case infinitive:
		r.hangInfinitive(k)
	case gerund:
		r.hangGerund(k)
	case participle:
		r.hangParticiple(k)
	}
}

// shares reads "to bring them and help them", "will go and meet her": a bare verb
// behind a conjunction takes what stands above the verb before it.
func (r *reader) shares(k int) bool {
	g := &r.groups[k]
	i := g.first - 1
	for i >= r.first && r.tags[i] == tag.RB {
		i--
	}
	if k == 0 || r.tags[g.first] != tag.VB && r.tags[g.first] != tag.VBP || g.modal >= 0 || i < r.first || r.tags[i] != tag.CC && r.tags[i] != tag.PunctComma {
		return false
	}
	for m := k - 1; m >= 0 && m > k-3; m-- {
		h := &r.groups[m]
		if h.form != infinitive && h.modal < 0 {
			continue
		}
		g.form, g.modal, g.matrix, g.noun, g.subject, g.inherits = h.form, h.modal, h.matrix, h.noun, h.subject, true
		if g.not < 0 {
			g.not = h.not
		}
		return true
	}
	return false
}

// helps reports a verb with somebody and a bare verb behind it, whose deed follows.
func helps(w string) bool {
	return w == "help" || w == "let" || w == "make" || w == "made" || w == "making" || w == "makes"
}

// helped reads "helped Chile win", "let Chile go", "making crews pay": the bare verb
// behind the one who is helped is an infinitive.
func (r *reader) helped(k int) bool {
	g := &r.groups[k]
	if k == 0 || r.tags[g.first] != tag.VB && r.tags[g.first] != tag.VBP || g.modal >= 0 || g.first == r.first {
		return false
	}
	m := &r.groups[k-1]
	if !helps(r.base(m.main)) {
		return false
	}
	if w := r.base(m.main); w == "help" && g.first == m.end {
		g.form, g.matrix, g.subject, g.inherits = infinitive, k-1, m.subject, true // "helped defend Chile"
		return true
	}
	j := g.first - 1
	if r.tags[j] == tag.RRB {
		j = r.opening(j) - 1 // "help Ada Brenn (G) win"
	}
	p := r.phraseAt(j)
	if p < 0 || int(r.ps[p].First) != m.end {
		return false
	}
	g.form, g.matrix, g.noun, g.subject = infinitive, k-1, p, p
	return true
}

// hangInfinitive ties "to V" to the verb or noun before it. In a headline
// ("Norway to cut ties") it stands for a future.
func (r *reader) hangInfinitive(k int) {
	g := &r.groups[k]
	m := r.before(k)
	j := g.first - 1
	if p := r.phraseBefore(g.first); p >= 0 && r.tags[r.head(p)] != tag.CD && (m < 0 || r.groups[m].end <= int(r.ps[p].First)) {
		if m < 0 {
			if k == 0 {
				g.subject = r.leftSubject(j)
			}
			return
		}
		g.noun = p
	}
	if g.noun >= 0 && r.possessed(g.noun) && r.mentionAt(g.noun) < 0 && r.kinds(r.head(g.noun))&(kPurpose|kPolicy) != 0 {
		g.subject = g.noun // "welcomed X's decision to V": X is to do it
		return
	}
	if m < 0 {
		return
	}
	g.matrix = m
	mg := &r.groups[m]
	if q := r.phraseAt(j); q >= 0 && r.kinds(r.head(q))&kStriving != 0 && r.leading(q) != "" && r.striver(q) {
		g.subject, g.noun = q, q // "in support of Norwegian efforts to V": Norway strives
		return
	}
	if q := r.phraseAt(j); q >= 0 && (texts.Has(r.headOf(q)) && r.governor(q) != m || gatherings.Has(r.headOf(q)) && r.leading(q) != "") {
		return // "left because of provisions to block Y", "spoke at a rally to protest Y"
	}
	if g.noun >= 0 && r.leading(g.noun) == "for" {
		g.subject = g.noun // "a call for Norway to act"
		return
	}
	if g.noun >= 0 && about.Has(r.leading(g.noun)) && r.kinds(r.head(g.noun))&(kPurpose|kPolicy) != 0 && !r.possessed(g.noun) && r.mentionAt(g.noun) < 0 && int(r.ps[g.noun].End) == g.first {
		return // "voiced alarm at plans to bomb Y": another's
	}
	if g.noun >= 0 && (r.kinds(mg.main)&kAsk != 0 && r.kinds(mg.main)&(kPlan|kSame) == 0 || r.wishes(mg, g.noun)) {
		g.subject = g.noun
		return
	}
	g.subject, g.inherits = mg.subject, true
	if mg.passive && r.agent(m) >= 0 {
		g.subject = r.agent(m)
	}
}

// about are the prepositions before what one feels or speaks about: a plan there is not one's own.
var about = lexicon.WordsOf("at", "over", "about", "against")

// texts are what a law or a deal consists of: what it is to do is not done by whoever the
// verb above is about.
var texts = lexicon.WordsOf("provision", "provisions", "clause", "clauses", "rider", "riders", "amendment", "amendments", "language")

// gatherings are where many come together for what follows, not who speaks of it there.
var gatherings = lexicon.WordsOf("rally", "rallies", "march", "protest", "demonstration", "vigil", "meeting", "conference", "event", "hearing")

// striver reports a phrase that names whose effort it is.
func (r *reader) striver(p int) bool {
	_, ok := r.ownerOfAny(p, true)
	return ok
}

// wishes reports "wants Chile to": another is to do it.
func (r *reader) wishes(mg *group, noun int) bool {
	if r.kinds(mg.main)&kPlan == 0 || int(r.ps[noun].First) < mg.end {
		return false
	}
	switch r.base(mg.main) {
	case "want", "expect", "wish", "intend", "mean":
		return true
	}
	return false
}

// hangGerund ties "V-ing" to what it completes.
func (r *reader) hangGerund(k int) {
	g := &r.groups[k]
	j := g.first - 1
	for j > r.first && r.tags[j] == tag.RB && r.tags[j-1] == tag.IN {
		j-- // "without openly supporting Y"
	}
	if j > r.first && r.tags[j] == tag.PunctOpen && r.tags[j-1] == tag.IN {
		j-- // "accused Y of “setting fire to the region”"
	}
	m := r.before(k)
	if m >= 0 {
		g.matrix = m
	}
	switch {
	case j < r.first:
		g.matrix = -1
		return
	case r.low(j) == "that":
		g.matrix = -1 // "said that ousting X was …": a subject, nobody's deed
		return
	case r.tags[j] == tag.IN || r.tags[j] == tag.TO:
		g.prep = j
		g.noun = r.phraseBefore(j)
	case r.phraseAt(j) >= 0:
		g.noun = r.phraseAt(j)
		outer := r.outerPhrase(g.noun)
		if m >= 0 && r.leading(g.noun) == "at" && whiles.Has(r.headOf(g.noun)) {
			g.subject, g.inherits = r.groups[m].subject, true // "at one point calling her a liar"
			return
		}
		if m >= 0 && r.leading(g.noun) == "on" && channels.Has(r.headOf(g.noun)) {
			g.subject, g.inherits = r.groups[m].subject, true // "posted on Twitter accusing Y"
			return
		}
		if m >= 0 && r.tags[r.ps[g.noun].First] == tag.PRPS && livings.Has(r.headOf(g.noun)) && int(r.ps[g.noun].First) == r.groups[m].end {
			g.subject = r.groups[m].subject // "made his name prosecuting Y"
			return
		}
		if m >= 0 && r.leading(g.noun) == "to" && r.writes(m) {
			g.subject = r.groups[m].subject // "sent a letter to Y demanding …"
			return
		}
		if m < 0 || r.mentionAt(g.noun) >= 0 || r.tags[r.head(g.noun)].Proper() && !r.timePhrase(g.noun) {
			g.subject = g.noun // "forces fighting the group": the noun acts
			if r.leading(g.noun) == "of" && r.leading(outer) == "with" && r.person(outer) {
				g.subject = outer // "with the president of Norway calling it a lie"
			}
			return
		}
		if q := r.renamed(g.noun); q >= 0 && r.mentionAt(q) >= 0 {
			g.subject = q // "a talk to Save Norway, a charity helping Y"
			return
		}
		if r.possessed(outer) {
			g.subject = outer // "X's letters accusing Y"
			return
		}
		if r.utteredBy(m, g.noun) {
			g.subject = r.groups[m].subject // "issued a letter demanding …"
		}
		return
	}
	if m < 0 || r.tags[j] == tag.PunctComma && (r.opensSubject(k) || r.listed(r.groups[k-1].end, j)) {
		return
	}
	if mg := &r.groups[m]; r.tags[j] == tag.CC && j > r.first && r.tags[j-1] == tag.PunctComma && mg.form == gerund && mg.noun >= 0 && mg.matrix >= 0 {
		m = mg.matrix // "was visiting a house for men fighting Y, and accepting prizes"
		g.matrix = m
	}
	if r.tags[j] == tag.PunctComma {
		for m > 0 && (r.groups[m].form != finite || r.groups[m].relative) {
			m--
		}
		m = r.outOfWords(m, g.main)
		g.matrix = m
	}
	if mg := &r.groups[m]; r.low(j) == "by" && mg.form == infinitive && mg.noun >= 0 && mg.matrix >= 0 && mg.subject == mg.noun {
		m = mg.matrix // "outdid his plans to defeat Y by calling for Z"
		g.matrix = m
	}
	switch w := r.low(j); {
	case w == "by" && r.groups[m].form == gerund && r.groups[m].noun >= 0 && r.groups[m].subject == r.groups[m].noun:
		// "a ban on Muslims entering Y by allowing Z": not theirs
	case w == "for" && g.noun < 0 && !r.groups[m].passive && r.argsFrom(r.groups[m].end).obj >= 0 && r.tags[j-1] != tag.PunctComma:
		g.subject = r.argsFrom(r.groups[m].end).obj // "sentenced Y to five years for insulting Z"
	case w == "for" && g.noun < 0 && r.tags[j-1] == tag.PunctComma:
		// "imposed sanctions on X, among them a ban, for arming Y": not who imposed them
	case w == "in" && g.noun >= 0 && int(r.ps[g.noun].First) >= r.groups[m].end && r.possessed(g.noun) && shares.Has(r.headOf(g.noun)):
		g.subject = g.noun // "Norway's history in mistreating Y"
	case g.prep >= 0 && (w == "of" || w == "for" || w == "from" || w == "against") && g.noun >= 0 && int(r.ps[g.noun].First) >= r.groups[m].end:
		if by := r.groups[m]; w == "for" && by.passive && r.leading(g.noun) == "by" {
			g.subject, g.inherits = by.subject, true // "was criticised by Norway for bombing Y": not by Norway
			return
		}
		if g.subject = g.noun; w == "for" && (r.leading(g.noun) == "from" || r.leading(g.noun) == "in" || r.leading(g.noun) == "at") {
			g.subject = -1 // "sent home from Norway for bombing Y": not by Norway
		}
	default:
		g.subject, g.inherits = r.groups[m].subject, true
	}
}

// outOfWords is the verb to which a participle at token i hangs, behind a comma and outside of the reported words that
// group m is in: the one before them, of who reports them.
//
// Example: "Brenn said that Norway was late, urging Chile to act". Counter-example: "Norway was late, urging Chile to act,
// Brenn said".
func (r *reader) outOfWords(m, i int) int {
	q := r.quoteOf[r.groups[m].main]
	if q < 0 || q == r.quoteOf[i] {
		return m
	}
	for k := m - 1; k >= 0; k-- {
		if g := &r.groups[k]; r.quoteOf[g.main] != q && g.form == finite && !g.relative {
			return k
		}
	}
	return m
}

// shares are nouns of what somebody does in a deed that follows.
var shares = lexicon.WordsOf("role", "part", "help", "history", "judgment", "judgement", "record", "complicity", "involvement", "success", "failure", "experience")

// livings are what somebody makes or spends by what follows: who does it is the subject.
var livings = lexicon.WordsOf("name", "living", "career", "fortune", "reputation", "mark", "life", "days", "time", "money", "evenings", "nights")

// listed reports "including" among the tokens [i, j): what follows is of a list, and not done
// ("charged him with three crimes, including fraud, lying to the police").
func (r *reader) listed(i, j int) bool {
	for ; i < j; i++ {
		if r.low(i) == "including" || r.low(i) == "such" {
			return true
		}
	}
	return false
}

// opensSubject reports that the gerund group k with its object is the subject of the verb
// behind it: "…, shrugging off her opinion as a moan is never right".
func (r *reader) opensSubject(k int) bool {
	g := &r.groups[k]
	if k+1 >= len(r.groups) || r.kinds(g.main)&kSay != 0 {
		return false
	}
	h := &r.groups[k+1]
	if h.form != finite || !h.copula {
		return false
	}
	for i := g.end; i < h.first; i++ {
		if t := r.tags[i]; t == tag.PunctComma || t == tag.CC || t == tag.WDT || t == tag.WP || t == tag.IN && subordinator(r.low(i)) && r.low(i) != "as" {
			return false
		}
	}
	p := r.phraseAt(h.first - 1)
	return p >= 0 && (int(r.ps[p].First) <= g.end+1 || r.leading(p) != "")
}

// channels are where somebody speaks.
var channels = lexicon.WordsOf("twitter", "facebook", "instagram", "tiktok", "youtube", "television", "tv", "radio", "media", "telegram")

// writes reports a verb with a message as its object.
func (r *reader) writes(m int) bool {
	p := r.argsFrom(r.groups[m].end).obj
	switch r.base(r.groups[m].main) {
	case "write", "written", "wrote", "e-mail", "email", "cable":
		if p < 0 {
			return true // "wrote to Y opposing the plan"
		}
	}
	return p >= 0 && r.kinds(r.head(p))&kMessage != 0 && r.base(r.groups[m].main) != "have"
}

// utteredBy reports that the subject of group m speaks through its object p: it issues,
// backs or passes it. Who vetoes or receives "a letter demanding …" demands nothing.
func (r *reader) utteredBy(m, p int) bool {
	g := &r.groups[m]
	op := r.kinds(g.main)
	switch {
	case r.kinds(r.head(p))&kCrowd != 0 || r.subjectBehind(p):
		return false // "ensuring that the critics calling for Y fall silent"
	case g.passive:
		return true
	case g.not >= 0 || g.form == infinitive && r.shunned(g):
		return false // "refused to sign a statement criticising Y"
	case occasionAt(r.leading(p)) && r.tags[r.head(p)].Noun():
		return false // "was seen at a gala honouring Y"
	case r.leading(p) == "as":
		return false // "sees the plan as a step threatening Y"
	case op&kReverse != 0 && op&kLight == 0 && r.kinds(r.head(p))&kMessage != 0, op&kUndo != 0:
		return false
	}
	for _, e := range r.entries(g.main) {
		if e.pos == 'v' && e.stance.Polarity() < 0 && (len(e.words) == 1 || len(e.words) == 2 && g.end < r.end && e.words[1] == r.low(g.end)) {
			return false
		}
	}
	return g.end >= r.end || r.low(g.end) != "back" || r.low(g.main) != "beat" // "beat back a campaign favouring Y"
}

// whiles are nouns of a time in which somebody does what follows.
var whiles = lexicon.WordsOf("point", "time", "times", "stage", "moment", "turn")

// occasionAt reports a preposition that tells where or when.
func occasionAt(w string) bool {
	return w == "at" || w == "during" || w == "after" || w == "before" || w == "near" || w == "outside"
}

// subjectBehind reports a phrase right behind "that", which opens a clause and is no object.
func (r *reader) subjectBehind(p int) bool {
	i := int(r.ps[r.outerPhrase(p)].First) - 1
	return i > r.first && r.low(i) == "that"
}

// shunned reports an infinitive of what somebody refuses, fails or stops to do.
func (r *reader) shunned(g *group) bool {
	if g.matrix < 0 {
		return false
	}
	m := &r.groups[g.matrix]
	return m.not >= 0 || r.kinds(m.main)&(kRefuse|kFail|kStop) != 0
}

// possessed reports a phrase with a possessor in it.
func (r *reader) possessed(p int) bool {
	for i := int(r.ps[p].First); i < r.head(p); i++ {
		if r.tags[i] == tag.POS || r.tags[i] == tag.PRPS {
			return true
		}
	}
	return false
}

// hangParticiple: "rebels backed by X", "X, criticised by Y,": the phrase before
// is what the verb is done to.
func (r *reader) hangParticiple(k int) {
	g := &r.groups[k]
	j := g.first - 1
	for j >= r.first && (r.tags[j] == tag.RB || r.tags[j] == tag.PunctComma || r.tags[j] == tag.LRB) {
		j--
	}
	if j >= r.first && r.tags[j] == tag.CC {
		switch m := r.coordinate(k); {
		case m >= 0 && m == k-1 && r.groups[m].passive && r.groups[m].form == finite && r.doesWith(k):
			g.form, g.passive, g.subject, g.inherits, g.modal = finite, false, r.groups[m].subject, true, -1
			return // "was dismayed by the vote and ruled out any talks"
		case m >= 0 && m == k-1: // "was seized and beaten", "killed one and wounded two"
			h := &r.groups[m]
			g.form, g.passive, g.subject, g.inherits, g.modal = finite, h.passive, h.subject, true, h.modal
			return
		case m >= 0 && r.behindWords(k, j, m):
			g.form, g.passive, g.subject, g.inherits = finite, false, r.groups[m].subject, true
			return
		}
	}
	if j >= r.first && r.phraseAt(j) >= 0 {
		g.subject = r.phraseAt(j)
	}
	g.matrix = r.before(k)
	if i := g.first - 1; g.matrix >= 0 && r.tags[i] == tag.PunctComma && r.low(min(g.end, r.end-1)) == "by" && g.subject >= 0 && r.leading(g.subject) != "" {
		if m := &r.groups[g.matrix]; m.form == finite && m.subject >= 0 && !m.relative {
			g.subject = m.subject // "X took the town, helped by Y"
		}
	}
}

// doesWith reports an object right behind the participle of group k, which then is no passive.
func (r *reader) doesWith(k int) bool {
	g := &r.groups[k]
	i := g.end
	if i < r.end && r.tags[i] == tag.RP {
		i++
	}
	p := r.phraseFrom(i)
	if p < 0 || g.first != g.main || r.timePhrase(p) || r.tags[r.ps[p].First] == tag.CD {
		return false
	}
	switch r.base(g.main) {
	case "give", "award", "grant", "offer", "deny", "call", "name", "elect", "appoint", "pay", "send", "tell", "ask", "teach", "show", "fine",
		"charge", "dub", "crown", "hand", "allow", "refuse", "brand", "label", "promise", "sell", "leave":
		return false // "was tried and given a year"
	}
	return true
}

// behindWords reports that the conjunction at token j, before the participle of group k, ends
// the words that the subject of group m has said, so that this one does both: "said the raid
// was theft and called on Chile to leave".
//
// Counter-example: "said the sailors were held by Chile and beaten".
func (r *reader) behindWords(k, j, m int) bool {
	g := &r.groups[k]
	return r.quoteOf[j] < 0 && r.quoteOf[r.groups[k-1].main] >= 0 && r.kinds(r.groups[m].main)&kSay != 0 &&
		g.first == g.main && !(g.end < r.end && r.low(g.end) == "by")
}

// before is the group that token order puts before k in the same clause, or -1.
func (r *reader) before(k int) int {
	if k == 0 {
		return -1
	}
	m := k - 1
	if r.parted(r.groups[m].end, r.groups[k].first) {
		return -1
	}
	for i := r.groups[m].end; i < r.groups[k].first; i++ {
		if r.quoteBorder(i) {
			return -1
		}
	}
	return m
}

// phraseBefore is the phrase that ends right before token i, adverbs and what
// is attached to it apart, or -1.
func (r *reader) phraseBefore(i int) int {
	for i--; i >= r.first && (r.tags[i] == tag.RB || r.timeToken(i)); i-- {
	}
	if i >= r.first && (r.low(i) == "on") {
		i--
	}
	if i < r.first {
		return -1
	}
	return r.outerPhrase(r.phraseAt(i))
}

// outerPhrase is the phrase to which p is attached by prepositions ("the leaders
// of the bloc" for "the bloc"), or p.
func (r *reader) outerPhrase(p int) int {
	for p > 0 {
		q := p - 1
		if r.ps[q].FullEnd < r.ps[p].End || r.ps[q].Sentence != r.ps[p].Sentence {
			break
		}
		p = q
	}
	return p
}

// groupAt is the group that holds token i, or -1.
func (r *reader) groupAt(i int) int {
	for k := range r.groups {
		if g := &r.groups[k]; i < g.end {
			if g.first <= i {
				return k
			}
			break
		}
	}
	return -1
}

// groupFrom is the first group that starts at or behind token i, or -1.
func (r *reader) groupFrom(i int) int {
	for k := range r.groups {
		if r.groups[k].first >= i {
			return k
		}
	}
	return -1
}

// subordinator reports a word that opens a clause of its own.
func subordinator(w string) bool {
	switch w {
	case "that", "if", "because", "although", "though", "while", "whether", "since", "unless",
		"until", "after", "before", "as", "whereas", "once", "so", "amid", "lest", "than":
		return w != "amid"
	}
	return false
}

// timePhrase reports "Tuesday", "last week", "three days".
func (r *reader) timePhrase(p int) bool {
	h := r.head(p)
	if r.ps[p].Pronoun || r.mentionOf[h] >= 0 || r.kinds(h)&kTime == 0 {
		return false
	}
	if r.low(h) == "summit" {
		return r.leading(p) != "" // "mocked the summit"
	}
	return r.d.Is(h, token.Capital) || int(r.ps[p].First) == h || r.low(h) != "march" && r.low(h) != "marches" // where people march
}

func (r *reader) timeToken(i int) bool {
	p := r.phraseAt(i)
	return p >= 0 && r.timePhrase(p)
}

// quoteBorder reports a mark of a quotation of a sentence or more at token i.
func (r *reader) quoteBorder(i int) bool {
	return r.d.Is(i, token.Mark) && r.speechAt(i)
}
