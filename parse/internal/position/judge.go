package position

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Judgements: words that praise or condemn what stands before them, behind a verb
// of naming ("called the ruling a disgrace") or behind "is" in someone's words
// ("said the ruling was a disgrace").

// judgeReach is how many tokens behind a verb or an object its judgement may stand.
const judgeReach = 8

// judges gives d the stance of the words that stand behind the object of a verb of
// naming; false if they say neither good nor bad, or both.
func (r *reader) judges(d *draft) bool {
	from := d.c.end
	if p := d.c.args.obj; p >= 0 && int(r.ps[p].First) > d.c.first {
		from = int(r.ps[p].FullEnd)
		if q := d.c.args.obj2; q >= 0 {
			from = int(r.ps[q].First)
		}
	}
	s := r.judgement(from)
	if s == "" {
		return false
	}
	if p := d.c.args.obj; s == article.Deny && (p < 0 || !r.claims(p)) {
		s = article.Criticize // "called the ruling baseless"
	}
	d.stance = s
	return true
}

// matrixMatter is what "it", the phrase p behind the naming verb of c, means in "rejected the
// offer, with Chile calling it an insult": the object of the verb above. All other phrases
// stay.
func (r *reader) matrixMatter(c *cue, p int) int {
	g := &r.groups[c.group]
	if g.form != gerund || g.matrix < 0 || g.noun < 0 || r.headOf(p) != "it" || r.leading(r.outerPhrase(g.noun)) != "with" {
		return p
	}
	m := g.matrix
	for m > 0 && r.groups[m].form != finite {
		m--
	}
	if q := r.argsFrom(r.groups[m].end).obj; q >= 0 && r.mentionAt(q) < 0 && !r.ps[q].Pronoun {
		return q
	}
	return p
}

// judgement is the stance of the first words from token i on that judge, "" if
// there are none in reach or if they are negated.
func (r *reader) judgement(i int) article.Stance {
	if r.rightAt(i) {
		return article.Support
	}
	for end := min(r.end, i+judgeReach); i < end; i++ {
		switch w := r.low(i); {
		case w == "not" || w == "no" || w == "n't" || w == "never" || w == "hardly" || w == "nor" || w == "neither" || w == "less" || w == "if":
			return ""
		case w == "against" || w == "favor" || w == "favour" || w == "support" || w == "opposed" || w == "charge" || w == "control":
			return "" // "is in favour of banning illegal imports"
		case r.tags[i] == tag.TO && i+1 < r.end && r.tags[i+1].Verb():
			return "" // "is ready to take on the cartel"
		case w == "fair" && i+1 < r.end && (r.low(i+1) == "game" || r.low(i+1) == "share" || r.tags[i+1] == tag.TO):
			return "" // "is fair game", "is fair to say"
		case r.tags[i] == tag.PunctComma || r.tags[i] == tag.PunctEnd || r.tags[i] == tag.PunctColon || r.tags[i].Finite() && !r.d.Is(i, token.Mark):
			return ""
		}
		k := r.kinds(i)
		if k&kIdiom != 0 {
			k |= r.idiomAt(i)
		}
		switch {
		case k&kFalse != 0:
			return article.Deny
		case k&kBad != 0:
			return article.Criticize
		case k&kGood != 0:
			return article.Support
		}
	}
	return ""
}

// rightAt reports "was right to leave", "is absolutely right", whose verb ends before token i.
func (r *reader) rightAt(i int) bool {
	if i < r.end && (r.low(i) == "absolutely" || r.low(i) == "quite" || r.low(i) == "perfectly" || r.low(i) == "entirely" || r.tags[i] == tag.PunctOpen) {
		i++
	}
	return i+1 < r.end && r.low(i) == "right" && (r.tags[i+1] == tag.TO || r.low(i+1) == "about" || r.tags[i+1] == tag.PunctEnd || r.tags[i+1] == tag.PunctComma)
}

// idiomAt is the kind of the judgement of several words that begins at token i, 0 if there
// is none.
func (r *reader) idiomAt(i int) kinds {
next:
	for n := range r.lex.idioms {
		x := &r.lex.idioms[n]
		if i+len(x.words) > r.end {
			continue
		}
		for k, w := range x.words {
			if low := r.low(i + k); low != w && !(w == "'s" && low == "’s") {
				continue next
			}
		}
		return x.kind
	}
	return 0
}

// saidJudged reads "X said Y was a disgrace".
func saidJudged(r *reader) {
	saidWrong(r)
	for k := range r.groups {
		g := &r.groups[k]
		if g.form != finite || !g.copula || g.subject < 0 || g.not >= 0 || g.cease >= 0 || r.modalMust(k) || g.relative || g.inherits {
			continue
		}
		claim := r.claims(g.subject) && r.mentionAt(g.subject) < 0
		target := g.subject
		if r.ps[target].Pronoun {
			target = r.judgedPronoun(k)
		} else if !claim && !r.judgeable(target) {
			continue
		}
		if target < 0 {
			continue
		}
		s := r.judgement(g.end)
		if s == "" || claim && s != article.Deny {
			continue // good or bad claims: nothing is said of whether they hold
		}
		if s == article.Deny && !claim {
			s = article.Criticize
		}
		if r.insideOther(k) {
			continue
		}
		if p := r.phraseAt(g.end); p >= 0 && p != target && r.low(r.head(p)) == r.low(r.head(g.subject)) {
			continue // "tired drivers are dangerous drivers": a truth about all of them
		}
		q := r.said(k)
		if q < 0 || r.speakerOf(&r.in.Quotes[q]) < 0 || target == g.subject && r.speaksOfSelf(g.subject, q) || r.hypotheticalAt(k) || r.unproved(k) || r.unbelieved(k) {
			continue
		}
		d := r.scanDraft("said-judged", "be", s, k, q, [2]int{g.main, r.openEnd(g)}, .75)
		d.target = target
		if r.ps[g.subject].Pronoun {
			d.weaken("pronoun", .85)
		}
		if g.modal >= 0 {
			d.hedge = [2]int{g.modal, g.modal + 1}
			d.weaken("hedge:"+r.low(g.modal), .85)
		}
		if r.answers(&d); r.composite(&d) {
			r.add(d)
		}
	}
}

// judgedPronoun is what a judgement with a pronoun as its subject is about: "it is a shameful
// plan" about the plan, "he is a liar" in quotation marks, where nobody means himself, about
// whom the pronoun stands for; -1 if that is not known.
func (r *reader) judgedPronoun(k int) int {
	g := &r.groups[k]
	if !r.speechAt(g.main) {
		return -1
	}
	switch r.headOf(g.subject) {
	case "it", "this", "that":
		p := r.phraseAt(g.end)
		if p < 0 || r.mentionAt(p) >= 0 || r.low(int(r.ps[p].First)) != "a" && r.low(int(r.ps[p].First)) != "an" || r.kinds(r.head(p))&(kPolicy|kPurpose|kJudged) == 0 || r.kinds(r.head(p))&(kBad|kGood) != 0 {
			return -1
		}
		for i := g.end; i < r.head(p); i++ {
			if r.kinds(i)&(kGood|kBad) != 0 {
				return p
			}
		}
	case "he", "she":
		if m := r.mentionAt(g.subject); m >= 0 && r.actorOf(m) >= 0 && r.actors[r.actorOf(m)].Named {
			return g.subject
		}
	}
	return -1
}

// insideOther reports that the subject of group k belongs to another verb or noun ("a judge in a
// suit against Y was unfit", "denying us justice is wrong"), or that the clause is what somebody
// else is told to have said ("Y said that Z was a hero").
func (r *reader) insideOther(k int) bool {
	p := r.list(r.groups[k].subject)[0]
	if i := int(r.ps[p].First) - 1; i >= r.first {
		if r.tags[i] == tag.IN && !subordinator(r.low(i)) || r.tags[i] == tag.TO || r.tags[i] == tag.RP {
			return true
		}
		if m := r.groupAt(i); m >= 0 && r.groups[m].form != finite && r.kinds(r.groups[m].main)&kSay == 0 {
			return true
		}
		if q := r.phraseAt(i); q >= 0 && r.groupAt(int(r.ps[q].First)-1) >= 0 && r.groups[r.groupAt(int(r.ps[q].First)-1)].form == gerund {
			return true
		}
	}
	for m := range k {
		g := &r.groups[m]
		if g.form == finite && g.subject >= 0 && r.kinds(g.main)&kSay != 0 && r.quoteOf[g.main] >= 0 && r.quoteOf[g.main] == r.quoteOf[r.groups[k].main] &&
			!r.ps[g.subject].Pronoun && r.argsFrom(g.end).that == k {
			return true
		}
	}
	return false
}

// openEnd is where the words of a judgement end that are shown: behind the first word of it,
// before a mark that opens there.
func (r *reader) openEnd(g *group) int {
	if g.end < r.end && r.tags[g.end] == tag.PunctOpen {
		return g.end
	}
	return min(r.end, g.end+1)
}

// saidWrong reads "X said it was wrong to close the port", "… it was wrong of Y to close it" and
// "… closing the port was a mistake": the deed is judged, and of whom it was wrong.
func saidWrong(r *reader) {
	for k := range r.groups {
		g := &r.groups[k]
		if g.form != finite || !g.copula || g.not >= 0 || g.cease >= 0 || g.relative || g.inherits || r.modalMust(k) {
			continue
		}
		deed, doer := r.judgedDeed(k)
		if deed[1]-deed[0] < 2 {
			continue // "it is common sense to get …"
		}
		s := r.judgement(g.end)
		if s == article.Deny {
			s = article.Criticize
		}
		if s == "" {
			continue
		}
		q := r.said(k)
		if q < 0 || r.speakerOf(&r.in.Quotes[q]) < 0 || r.hypotheticalAt(k) || g.subject >= 0 && r.unproved(k) || r.unbelieved(k) || r.quoteOf[deed[1]-1] != r.quoteOf[g.main] {
			continue
		}
		d := r.scanDraft("said-judged", "be", s, k, q, [2]int{g.main, r.openEnd(g)}, .7)
		d.issue = deed
		if d.target = doer; doer < 0 {
			d.matter, d.kind = deed, article.TargetIssue
		}
		r.add(d)
	}
}

// judgedDeed is the tokens of the deed that copula group k judges, equal if it judges none, and the
// phrase of whoever is said to have done wrong or right by it, or -1.
func (r *reader) judgedDeed(k int) (deed [2]int, doer int) {
	g := &r.groups[k]
	if g.subject >= 0 && r.headOf(g.subject) == "it" {
		m := k + 1
		if m >= len(r.groups) || r.groups[m].form != infinitive || r.groups[m].not >= 0 || r.groups[m].first > g.end+judgeReach+2 || claiming.Has(r.base(r.groups[m].main)) {
			return deed, -1
		}
		judged := false
		for i := g.end; i < r.groups[m].first; i++ {
			if judged = judged || r.kinds(i)&(kGood|kBad|kFalse|kIdiom) != 0; r.tags[i] == tag.IN && !judged {
				return deed, -1 // "it is unusual for a mistake to …"
			}
			if r.tags[i] == tag.PunctComma || r.low(i) == "that" || r.low(i) == "too" || r.low(i) == "enough" {
				return deed, -1
			}
			if p := r.phraseFrom(i + 1); r.low(i) == "of" && p >= 0 && r.mentionAt(p) >= 0 && int(r.ps[p].FullEnd) == r.groups[m].first {
				return r.verbPhrase(m), p
			}
		}
		return r.verbPhrase(m), -1
	}
	if k == 0 {
		return deed, -1
	}
	m := &r.groups[k-1]
	if m.form != gerund || m.prep >= 0 || m.noun >= 0 || m.not >= 0 || claiming.Has(r.base(m.main)) {
		return deed, -1
	}
	p := r.phraseFrom(m.end)
	if p < 0 || int(r.ps[p].FullEnd) != g.first || g.subject >= 0 && g.subject != p {
		return deed, -1
	}
	i := m.first - 1
	if i >= r.first && r.low(i) != "that" && r.tags[i] != tag.PunctOpen && !(r.groupAt(i) >= 0 && r.kinds(r.groups[r.groupAt(i)].main)&kSay != 0) {
		return deed, -1
	}
	return [2]int{m.main, g.first}, -1
}

// claiming are verbs of what is said or thought: "it is wrong to say that" denies a claim.
var claiming = lexicon.WordsOf("say", "suggest", "think", "claim", "assume", "believe", "call", "pretend", "imagine", "describe", "argue", "conclude",
	"see", "hear", "know", "be", "have", "speculate", "expect", "guess", "ask", "compare", "imply", "insinuate", "generalise", "generalize")

// judgeable reports a phrase for somebody or for what somebody does, plans or lays down.
func (r *reader) judgeable(p int) bool {
	if r.ps[p].Pronoun {
		return false
	}
	if m := r.mentionAt(p); m >= 0 {
		return !r.placeOnly(m)
	}
	h := r.head(p)
	return r.kinds(h)&(kPolicy|kPurpose|kJudged) != 0 || r.actNoun(p) != nil
}

// speaksOfSelf reports that phrase p is the speaker of quote q, or one of the
// speaker's side; unlike ownVoice it lets a phrase that is no actor pass.
func (r *reader) speaksOfSelf(p, q int) bool {
	if firstPerson(r.headOf(p)) || r.expletive(p) {
		return true
	}
	h := r.holderActor(p)
	return h >= 0 && r.speaksFor(r.speakerOf(&r.in.Quotes[q]), h)
}
