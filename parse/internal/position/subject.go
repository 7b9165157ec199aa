package position

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// findSubject finds the subject of the finite group k.
func (r *reader) findSubject(k int) {
	g := &r.groups[k]
	if g.imperative {
		return
	}
	if p, ok := r.oneOf(g.first); ok {
		g.subject = p
		return
	}
	g.subject = r.statedBy(r.leftSubject(g.first - 1))
	switch g.subject {
	case fromGroup:
		g.subject = -1
		if m := r.coordinate(k); m >= 0 {
			g.subject, g.inherits = r.groups[m].subject, true
			g.relative = r.groups[m].relative
			g.passive = g.passive || r.sharesPassive(k, m)
			if r.groups[m].form != finite {
				g.matrix = m
			}
		}
	case fromRelative:
		g.subject = r.antecedent(g.first)
		g.relative = true
	}
}

// statedBy is the phrase before "by A and B", of which phrase p is the B; p itself if it is none.
func (r *reader) statedBy(p int) int {
	if p < 0 {
		return p
	}
	i := int(r.ps[p].First) - 1
	if i <= r.first || r.tags[i] != tag.CC {
		return p
	}
	q := r.phraseAt(i - 1)
	if q < 0 || r.leading(q) != "by" || r.mentionAt(q) < 0 || r.mentionAt(p) < 0 {
		return p
	}
	if o := r.phraseAt(int(r.ps[q].First) - 2); o >= 0 && int(r.ps[o].End) == int(r.ps[q].First)-1 && r.mentionAt(o) < 0 && r.groupAt(int(r.ps[q].First)-2) < 0 {
		return o // "a joint statement by Norway and Chile condemned Y"
	}
	return p
}

// coordinate is the group whose subject "and V" shares: the nearest finite one
// before, skipping those of a clause that starts behind it.
func (r *reader) coordinate(k int) int {
	for m := k - 1; m >= 0; m-- {
		h := &r.groups[m]
		if r.bygone(h) && m == k-1 && r.pastAlone(k, h.passive) {
			return m // "feared that it would have found and killed them"
		}
		if h.modal >= 0 && r.pastAlone(k, h.passive) {
			continue // "said it would close and called the plan a disgrace"
		}
		if h.passive && r.tags[h.first] == tag.VBZ && r.pastAlone(k, true) && r.inSubclause(m) {
			continue // "vowed to march until the law is repealed and dismissed the offer"
		}
		if h.form == finite && h.subject >= 0 && (m == k-1 && r.twin(m, k) || r.quoteOf[h.main] == r.quoteOf[r.groups[k].main] || r.quoteOf[h.main] < 0) {
			return m
		}
	}
	if k > 0 && r.groups[k-1].subject >= 0 {
		return k - 1
	}
	return -1
}

// inSubclause reports that a subordinator opens the clause of group k.
func (r *reader) inSubclause(k int) bool {
	p := r.groups[k].subject
	if p < 0 || r.groups[k].inherits {
		return false
	}
	i := int(r.ps[r.list(p)[0]].First) - 1
	return i >= r.first && subordinator(r.low(i)) && r.low(i) != "that"
}

// pastAlone reports that group k is a past tense, which a modal cannot carry: behind a
// passive only one with an object of its own is told from a participle.
func (r *reader) pastAlone(k int, passive bool) bool {
	g := &r.groups[k]
	return g.first == g.main && r.tags[g.main] == tag.VBD && (!passive || r.phraseFrom(g.end) >= 0)
}

// sharesPassive reports a past tense that is a participle of the passive before it: "was
// sentenced to death and executed in May". It has no object, and no preposition or
// particle of its own ("was elected and spoke out against Y").
func (r *reader) sharesPassive(k, m int) bool {
	g, h := &r.groups[k], &r.groups[m]
	if !h.passive || h.form != finite || g.first != g.main || r.tags[g.main] != tag.VBD || r.tags[g.first-1] != tag.CC {
		return false
	}
	if p := r.phraseFrom(g.end); p >= 0 {
		return m == k-1 && bestowed.Has(r.low(g.main)) && allowances.Has(r.headOf(p)) // "was beaten and denied bail"
	}
	for _, e := range r.entries(g.main) {
		if e.pos == 'v' && len(e.words) > 1 && g.end < r.end && e.words[1] == r.low(g.end) {
			return false
		}
	}
	return true
}

// bestowed are participles of verbs with two objects, the passive of which keeps one;
// allowances are what is then given or kept from the subject.
var (
	bestowed   = lexicon.WordsOf("denied", "refused", "granted", "given", "offered", "allowed", "promised", "awarded")
	allowances = lexicon.WordsOf(
		"access", "entry", "bail", "parole", "asylum", "care", "treatment", "food", "water", "sleep", "visits", "visas", "visa",
		"permission", "right", "rights", "chance", "opportunity", "counsel", "contact", "passport", "medicine", "refuge", "leave",
		"benefits", "citizenship", "shelter", "time", "calls", "bond", "medication",
	)
)

// twin reports two verbs of one form with nothing but "and" between them: "killed and
// injured residents". Whatever the first stands in, the second does too.
func (r *reader) twin(m, k int) bool {
	g, h := &r.groups[k], &r.groups[m]
	return h.end == g.first-1 && r.low(h.end) == "and" && h.first == h.main && g.first == g.main && r.tags[h.main] == r.tags[g.main]
}

const (
	fromGroup    = -2
	fromRelative = -3
)

// leftSubject walks left from token j to the phrase that is the subject of a
// verb behind j; fromGroup behind a conjunction, fromRelative behind "who".
func (r *reader) leftSubject(j int) int {
	floor := max(r.first, j-leftReach)
	from := r.in.Marks.At(min(j+1, r.end-1))
	for j >= floor {
		if r.quoteMark(j) && r.in.Marks.At(j) != from && r.speechAt(j) {
			return -1 // the words of another sentence
		}
		if p := r.phraseAt(j); p >= 0 && !r.relativeWord(j) {
			next, done := r.stepPhrase(p)
			if done {
				return next
			}
			j = next
			continue
		}
		switch t := r.tags[j]; {
		case t == tag.PunctComma:
			n := r.stepComma(j)
			if n == j-1 {
				return fromGroup // "did this, did that"
			}
			j = n
		case t == tag.PunctColon && r.stepDash(j) < j:
			j = r.stepDash(j)
		case t == tag.CC && r.low(j) == "both" && r.phraseAt(j-1) >= 0:
			j-- // "Norway and Chile both support it"
		case t == tag.CC:
			return fromGroup
		case r.relativeWord(j):
			return fromRelative
		case (t.Verb() || t == tag.TO || t == tag.MD) && r.groupAt(j) >= 0:
			k := r.groupAt(j)
			if k < 0 {
				return -1
			}
			if r.groups[k].form == finite {
				i := r.objectWord(k)
				if i < 0 || r.groups[k].end != j+1 {
					return -1
				}
				if r.kinds(r.groups[k].main)&(kSay|kPlan|kAsk) != 0 {
					if r.relativeWord(i) {
						return fromRelative // "friends who Norway says support Chile"
					}
					return -1
				}
				j = i - 1 // "the rebels that Norway supports seized"
				continue
			}
			j = r.groups[k].first - 1
		case t == tag.VBG && prepositional.Has(r.low(j)):
			j--
		case t == tag.RRB:
			j = r.opening(j) - 1 // "the Teachers' Union (TU) struck"
		case r.low(j) == "longer" || r.low(j) == "no":
			j--
		case t == tag.RB || t == tag.RBR || t == tag.PunctOpen || t == tag.PunctClose || t == tag.LRB || t == tag.JJ || t == tag.RP || t == tag.POS || t == tag.DT || t == tag.IN || t == tag.FW || t == tag.CD:
			j--
		default:
			return -1
		}
	}
	return -1
}

// opening is the bracket that the one at token j closes, or j if none is near.
func (r *reader) opening(j int) int {
	for i := j - 1; i >= max(r.first, j-leftReach); i-- {
		if r.tags[i] == tag.LRB {
			return i
		}
	}
	return j
}

// stepPhrase decides on phrase p left of a verb: it is the subject (done), or it
// is a time or the object of a preposition and the walk goes on before it.
func (r *reader) stepPhrase(p int) (int, bool) {
	before := int(r.ps[p].First) - 1
	if before < r.first {
		if r.timePhrase(p) {
			return -1, true
		}
		return p, true
	}
	switch t := r.tags[before]; {
	case t == tag.RB:
		if before-2 >= r.first && r.tags[before-1] == tag.CC && r.low(before) == "not" && r.phraseAt(before-2) >= 0 {
			return before - 2, false // "Norway and not Chile condemned Y"
		}
	case r.ps[p].Pronoun && t.Noun():
		if q := r.emphasized(p); q >= 0 {
			return r.stepPhrase(q)
		}
	}
	if r.low(before) == "and" && r.phraseAt(before-1) >= 0 {
		if q := int(r.ps[r.phraseAt(before-1)].First) - 1; q > r.first && r.low(q) == "between" {
			return q - 1, false // "talks between A and B resumed"
		}
	}
	if q := r.phraseAt(before - 1); q >= 0 && r.groupAt(before) < 0 && compounding.Has(r.low(before)) && r.tags[before].Verb() {
		next, done := r.stepPhrase(q) // "jets with precision guided missiles"
		if done && next == q {
			next = p
		}
		return next, done
	}
	if w := r.low(before); before > r.first && (w == "since" || w == "after" || w == "before" || w == "until") && r.relativeWord(before-1) {
		return fromRelative, true // "who since the vote has attacked Y"
	}
	tied := r.leads(before) || r.low(before) == "as" && r.bareRole(p)
	if w := r.low(before); r.timePhrase(p) && (w == "because" || w == "although" || w == "though") {
		return p, true
	}
	if r.timePhrase(p) {
		if tied {
			before--
		}
		return before, false
	}
	if tied {
		if r.hasOwnPlace(p) {
			return p, true
		}
		if before-1 < r.first {
			return -1, true
		}
		return before - 1, false
	}
	if q := r.phraseAt(before); q >= 0 && !r.timePhrase(q) && int(r.ps[q].First) > r.first {
		if k := r.groupAt(int(r.ps[q].First) - 1); k >= 0 && r.modifies(k) {
			return r.groups[k].first - 1, false
		}
	}
	if k := r.groupAt(before); k >= 0 && !r.ps[p].Pronoun {
		g := &r.groups[k]
		switch {
		case r.modifies(k):
			return g.first - 1, false // "aircraft using missiles killed"
		case g.form == finite && g.relative && !g.inherits && r.kinds(g.main)&kSay == 0:
			return r.relativeStart(k) - 1, false // "officials who met Brenn said"
		case g.form == gerund && g.prep >= 0 && g.main == before && (r.low(g.prep) == "from" || r.objectOnly(before)):
			return g.prep - 1, false // "preventing X from entering Y is wrong"
		case g.form == finite && g.main == before && r.objectOnly(g.main):
			return -1, true // "the advice that X endorse Y should end it"
		case g.copula && g.form == finite && g.main == before && g.subject >= 0 && !r.expletive(g.subject):
			return -1, true // "while she was secretary of state pleaded": what she was
		case r.completesNoun(k):
			return g.first - 1, false // "efforts to defeat the rebels failed"
		case g.form == gerund && g.matrix < 0 && g.subject < 0 && r.base(g.main) == "speak" && r.person(p):
			return p, true // "Speaking today Minister Brenn said"
		case g.form == gerund && g.matrix < 0 && g.subject < 0:
			return -1, true // "ousting Oru was"
		}
	}
	if q := r.renamed(p); q >= 0 {
		return q, true
	}
	return p, true
}

// emphasized is the phrase that the reflexive pronoun p right behind it stresses: "the pope"
// in "the pope himself defended it"; -1 for all others.
func (r *reader) emphasized(p int) int {
	if int(r.ps[p].First) == r.first {
		return -1
	}
	switch r.headOf(p) {
	case "himself", "herself", "itself", "themselves":
		return r.phraseAt(int(r.ps[p].First) - 1)
	}
	return -1
}

// objectOnly reports a cue verb at token i that takes an object and no clause, so that what
// stands behind it is not the subject of another verb.
func (r *reader) objectOnly(i int) bool {
	if r.kinds(i)&(kSay|kPlan|kAsk|kSame) != 0 {
		return false
	}
	found := false
	for _, e := range r.entries(i) {
		if e.pos != 'v' || len(e.words) > 1 {
			continue
		}
		if e.flags&(needThat|claim|claimAct|modalThat|matter|permit) != 0 || len(e.target) == 0 || e.target[0] != "obj" || e.has(soft) {
			return false
		}
		found = true
	}
	return found
}

// bareRole reports a phrase of a role without an article: "as chief of the campaign".
func (r *reader) bareRole(p int) bool {
	i, h := int(r.ps[p].First), r.head(p)
	if m := r.mentionAt(p); m >= 0 && r.ms[m].Type == article.MentionName || r.ps[p].Pronoun {
		return false
	}
	return i == h && (r.tags[h] == tag.NN || r.tags[h] == tag.NNP) && int(r.ps[p].End) < r.end && r.low(int(r.ps[p].End)) == "of"
}

// hasOwnPlace reports a phrase of a place and a person behind it, which is two:
// "In Norway Minister Brenn".
func (r *reader) hasOwnPlace(p int) bool {
	if r.hasOwnSpeech(p) {
		return true
	}
	m, first := r.mentionAt(p), int(r.mentionOf[r.ps[p].First])
	if m < 0 || first < 0 || m == first || r.ms[m].Kind != article.KindPerson || r.tags[r.ms[first].End] == tag.POS {
		return false
	}
	k := r.ms[first].Kind
	return r.ms[first].Type == article.MentionName && (k == article.KindPlace || k == article.KindCountry)
}

// hasOwnSpeech reports a phrase of a speech and a person behind it, which is two: "In her
// farewell speech Brenn thanked the crew".
func (r *reader) hasOwnSpeech(p int) bool {
	m := r.mentionAt(p)
	if m < 0 || r.ms[m].Kind != article.KindPerson || r.ms[m].Type != article.MentionName || r.leading(p) != "in" {
		return false
	}
	i := int(r.ms[m].First) - 1
	return i > int(r.ps[p].First) && speeches.Has(r.low(i))
}

// speeches are what somebody says something in.
var speeches = lexicon.WordsOf("speech", "interview", "statement", "letter", "address", "post", "tweet", "column", "testimony", "video", "message")

// relativeStart is the token of the relative word before group k.
func (r *reader) relativeStart(k int) int {
	i := r.groups[k].first - 1
	for i > r.first && !r.relativeWord(i) {
		i--
	}
	return i
}

// modifies reports a gerund right behind a noun, with an object of its own.
func (r *reader) modifies(k int) bool {
	g := &r.groups[k]
	return g.form == gerund && r.kinds(g.main)&kSay == 0 && g.first > r.first && r.phraseAt(g.first-1) >= 0
}

// completesNoun reports an infinitive right behind a noun that no verb governs.
func (r *reader) completesNoun(k int) bool {
	g := &r.groups[k]
	if g.form != infinitive || g.first == r.first || r.kinds(g.main)&kSay != 0 {
		return false
	}
	j := g.first - 1
	if j > r.first && r.low(j) == "not" {
		j--
	}
	p := r.phraseAt(j)
	if p >= 0 && r.mentionAt(p) >= 0 && (r.leading(p) == "by" || r.leading(p) == "from" || r.leading(p) == "of") {
		p = r.phraseAt(int(r.ps[p].First) - 2) // "a proposal by Norway to close the road was"
		if p >= 0 && r.kinds(r.head(p))&(kPurpose|kPolicy) == 0 {
			return false
		}
	}
	if p < 0 || r.kinds(r.head(p))&(kPurpose|kPolicy) == 0 && r.leading(p) == "" || r.mentionAt(p) >= 0 {
		return false
	}
	m := r.governor(p)
	return m < 0 || r.kinds(r.groups[m].main)&kSay != 0 // "said her attempts to discredit Y failed"
}

// leads reports a preposition at token i, or a word used as one.
func (r *reader) leads(i int) bool {
	switch r.tags[i] {
	case tag.IN, tag.TO:
		return !subordinator(r.low(i))
	case tag.VBG:
		return prepositional.Has(r.low(i))
	}
	return false
}

// renamed is the phrase that p renames behind a comma, or -1.
func (r *reader) renamed(p int) int {
	for q := p - 1; q >= 0 && q >= p-4 && r.ps[q].Sentence == r.ps[p].Sentence; q-- {
		if int(r.ps[q].Apposition) == p {
			return r.outerPhrase(q)
		}
	}
	return -1
}

// renames reports that phrase p renames q itself and not what is attached to q.
func (r *reader) renames(q, p int) bool { return int(r.ps[q].Apposition) == p }

// stepComma jumps from the closing comma of a parenthesis to before its opening
// one: "Turkey, an opponent of X, reported".
func (r *reader) stepComma(j int) int {
	for m := j - 1; m >= r.first && m > j-leftReach; m-- {
		if r.tags[m] != tag.PunctComma || m == r.first {
			continue
		}
		if (r.phraseAt(m-1) >= 0 || r.tags[m-1] == tag.RRB) && r.parenthesis(m+1, j) {
			return r.besideAside(m - 1)
		}
	}
	return j - 1
}

// besideAside is token i, or the one before the comma that opens "unlike Chile" which ends with
// token i: "Norway, unlike Chile, which supports Peru, condemned Japan".
func (r *reader) besideAside(i int) int {
	p := r.phraseAt(i)
	if p < 0 {
		return i
	}
	b := int(r.ps[p].First) - 1
	if b-2 < r.first || r.tags[b-1] != tag.PunctComma || r.phraseAt(b-2) < 0 {
		return i
	}
	switch r.low(b) {
	case "unlike", "like", "including", "besides", "alongside":
		return b - 2
	}
	return i
}

// stepDash jumps from the closing dash of an aside to before its opening one: "Brenn -- as
// her campaign noted -- praised"; token j if it closes none.
func (r *reader) stepDash(j int) int {
	if !r.dash(j) {
		return j
	}
	for m := j - 1; m > r.first && m > j-leftReach; m-- {
		if r.dash(m) {
			if r.phraseAt(m-1) >= 0 && (r.parenthesis(m+1, j) || r.tags[m+1] == tag.CC && r.parenthesis(m+2, j)) {
				return m - 1
			}
			return j
		}
	}
	return j
}

// dash reports a dash at token i.
func (r *reader) dash(i int) bool {
	switch r.word(i) {
	case "-", "--", "–", "—":
		return true
	}
	return false
}

// parenthesis reports that the tokens [i, j) between commas do not hold the
// main clause: they open like a relative clause or hold no finite verb.
func (r *reader) parenthesis(i, j int) bool {
	if i >= j {
		return false
	}
	t := r.tags[i]
	if t == tag.WP || t == tag.WDT || t == tag.WPS || t == tag.WRB || t == tag.VBG || t == tag.VBN || t == tag.IN && !subordinator(r.low(i)) {
		return true
	}
	if t == tag.CC {
		return false
	}
	if r.comments(i, j) {
		return true
	}
	for k := range r.groups {
		if g := &r.groups[k]; g.first >= i && g.first < j && g.form == finite {
			return false
		}
	}
	return true
}

// oneOf is the name of "two members, one of whom, Ada Brenn, was dismissed", of the verb
// at token i; -1 where no name stands between. Ok is false for all other clauses.
func (r *reader) oneOf(i int) (p int, ok bool) {
	p, j := -1, i-1
	if j > r.first && r.tags[j] == tag.PunctComma {
		if p = r.phraseAt(j - 1); p < 0 {
			return -1, false
		}
		if j = int(r.ps[p].First) - 1; j <= r.first || r.tags[j] != tag.PunctComma {
			return -1, false
		}
		j--
	}
	if j <= r.first || r.tags[j] != tag.WP && r.tags[j] != tag.WDT || r.low(j-1) != "of" {
		return -1, false
	}
	return p, true
}

// antecedent is the phrase before the relative word that precedes token i.
func (r *reader) antecedent(i int) int {
	k := r.groupAt(i)
	for i--; i >= r.first && !r.relativeWord(i); i-- {
	}
	i--
	for i >= r.first && (r.tags[i] == tag.PunctComma || r.tags[i] == tag.IN || r.tags[i] == tag.PunctClose) {
		i--
	}
	if i < r.first {
		return -1
	}
	p := r.phraseAt(i)
	if p < 0 {
		return -1
	}
	p = r.wholeName(p)
	if w := r.whoBefore(i + 1); w >= 0 && r.mentionAt(p) < 0 {
		return r.antecedent(w + 1) // "who attacked Y because of his stance, who accused Z"
	}
	if q := r.renamed(p); q >= 0 {
		if r.person(p) && !r.renames(q, p) {
			return p // "lawyer for the family of Walter Oru, a student who was shot"
		}
		return q
	}
	if q := r.outerPhrase(p); q != p && !r.relativeIsOpen(i+1) && r.person(p) && r.person(q) && r.renamed(q) >= 0 {
		return -1 // "Ada Brenn, a former backer of Tom Kolm, who": either
	}
	if q := r.outerPhrase(p); q != p && r.low(min(i+1, r.end-1)) != "which" && (r.person(q) || r.people(q) || r.tags[r.head(q)] == tag.NNS && r.tags[r.head(p)] == tag.NN) && !r.person(p) && !r.people(p) && (r.low(i+1) == "who" || r.low(min(i+2, r.end-1)) == "who") {
		if o := r.renamed(q); o >= 0 {
			return o
		}
		return q // "Ada Brenn of the Green Party, who"
	}
	if q := r.officer(p, i+1); q >= 0 {
		return q
	}
	if w := r.leading(p); (w == "to" || w == "from" || w == "for") && r.low(min(i+1, r.end-1)) == "that" {
		if q := r.phraseAt(int(r.ps[p].First) - 2); q >= 0 && r.kinds(r.head(q))&kMessage != 0 {
			return q // "letters to voters that attack Y"
		}
	}
	if m := r.mentionAt(p); m >= 0 && r.ms[m].Type == article.MentionName && r.low(min(i+1, r.end-1)) == "that" {
		if k := r.groupAt(int(r.ps[p].First) - 1); k >= 0 && r.modifies(k) {
			return r.phraseAt(r.groups[k].first - 1) // "an advert targeting Norway that attacks Y"
		}
	}
	if q := r.outerPhrase(p); q != p && r.relativeIsOpen(i+1) && r.low(i+1) != "who" && r.actNoun(p) == nil && r.violent(q) {
		return q // "an attack on the camp that killed two"
	}
	if k := r.groupAt(int(r.ps[p].First) - 2); k >= 0 && r.leading(p) == "by" && r.groups[k].form == participle && r.relativeIsOpen(i+1) && r.low(i+1) != "who" {
		return r.groups[k].subject // "a resolution drafted by Norway that would …"
	}
	if w := r.leading(p); (w == "in" || w == "at" || w == "near" || w == "from") && r.low(min(i+2, r.end-1)) == "who" && !r.person(p) && !r.people(p) {
		if q := r.phraseAt(int(r.ps[p].First) - 2); q >= 0 && (r.person(q) || r.people(q) || r.tags[r.head(q)] == tag.NNS) {
			return q // "traders in the capital, who"
		}
	}
	// "a shooting in Columbus that killed two", "an attack on Oslo that killed two"
	if w := r.leading(p); (w == "in" || w == "at" || w == "near" || w == "on" || w == "against") && r.mentionAt(p) >= 0 {
		if q := r.phraseAt(int(r.ps[p].First) - 2); q >= 0 && r.relativeIsOpen(i+1) && (w != "on" && w != "against" || r.violent(q) && k >= 0 && harms.Has(r.base(r.groups[k].main))) {
			return q
		}
	}
	return p
}

// officer is the person before a body that "who" at token i cannot mean: "a secretary of
// labour during the Brenn administration who"; -1 if there is none.
func (r *reader) officer(p, i int) int {
	if i >= r.end || r.low(i) != "who" && (i+1 >= r.end || r.low(i+1) != "who") {
		return -1
	}
	m := r.mentionAt(p)
	if m < 0 {
		return -1
	}
	switch r.ms[m].Kind {
	case article.KindPerson, article.KindGroup, "":
		return -1
	}
	for n := 0; n < 3 && r.leading(p) != ""; n++ {
		q := r.phraseAt(int(r.ps[p].First) - 2)
		if q < 0 {
			return -1
		}
		if r.person(q) {
			return q
		}
		p = q
	}
	return -1
}

// whoBefore is an earlier "who" of a row of relative clauses, where the one behind the comma
// at or behind token i is one of them; -1 if there is none.
func (r *reader) whoBefore(i int) int {
	for ; i < r.end && !r.relativeWord(i); i++ {
	}
	if i >= r.end || r.low(i) != "who" || i == r.first || r.tags[i-1] != tag.PunctComma {
		return -1
	}
	for j := i - 2; j > max(r.first, i-leftReach); j-- {
		if r.low(j) == "who" && r.tags[j] == tag.WP {
			return j
		}
	}
	return -1
}

// harms are what an attack does to people and things.
var harms = lexicon.WordsOf(
	"kill", "injure", "wound", "maim", "destroy", "damage", "displace", "claim",
	"leave", "left", "flatten", "damaged", "displaced", "claimed",
)

// wholeName is the phrase that has the head of the name which phrase p ends:
// "Union" for "Teachers" in "Union of Teachers, which".
func (r *reader) wholeName(p int) int {
	if p > 0 && r.mentionAt(p-1) >= 0 {
		if m := &r.ms[r.mentionAt(p-1)]; m.End >= r.ps[p].End && m.Type == article.MentionName {
			return p - 1 // not "Survivors" for the storm in "Survivors of the storm, which"
		}
	}
	return p
}

// violent reports a phrase for a hostile act.
func (r *reader) violent(p int) bool {
	n := r.actNoun(p)
	return n != nil && n.stance == article.OpposeAct
}

// person reports a phrase for a person.
func (r *reader) person(p int) bool {
	m := r.mentionAt(p)
	return m >= 0 && r.ms[m].Kind == article.KindPerson
}

// people reports a phrase for several persons.
func (r *reader) people(p int) bool {
	m := r.mentionAt(p)
	return m >= 0 && r.ms[m].Kind == article.KindGroup && r.ms[m].Plural
}

// relativeIsOpen reports a relative clause without a comma before it, which
// describes what the noun is, not a place.
func (r *reader) relativeIsOpen(i int) bool { return i < r.end && r.tags[i] != tag.PunctComma }

// relativeWord reports "who", "which", or a "that" behind a noun; behind a verb
// or a day "that" opens a clause that is said.
func (r *reader) relativeWord(i int) bool {
	switch r.tags[i] {
	case tag.WP:
		return true
	case tag.WDT:
		if r.low(i) != "that" || i == r.first {
			return true
		}
		p := r.phraseAt(i - 1)
		return p >= 0 && !r.timePhrase(p) || r.tags[i-1] == tag.PunctComma
	}
	return false
}
