package quote

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Objects that are what is said ("criticized the union for leaving"), and those that are no words. Some verbs of speech are verbs of making, finding and giving
// too: who writes a novel, finds a job or offers a discount has said nothing by it.

// wordless reports an object [i, end) of cue c that is a thing made, found or given, and no
// words of the source. The marks around quoted words speak for themselves.
func (r *reader) wordless(s sentence, c *cue, i, end int) bool {
	if r.anyQuoted(i, end) || r.low(i-1) == "that" {
		return false
	}
	if p := r.phraseFrom(i + 1); r.tags[i] == tag.IN && p != nil && int(p.End) >= end && r.timeHead(int(p.Head)) {
		return true // "denied it was so earlier | in the day"
	}
	if r.tags[i] == tag.VBG && r.tellsItself(s, c) && r.isGerundReport(i) {
		return true // "recalled saying "q"": the second verb has the words
	}
	switch c.lemma {
	case "request", "ask", "seek":
		return r.headed(i, silences) || r.tags[i] == tag.IN && r.headed(i+1, silences) // "requesting anonymity to talk about it"
	case "say":
		return greeting(r.low(i)) || r.tags[i] == tag.IN && adverbial(r.low(i)) && !r.thatIn(i, end) // "said | at a rally in Halm"
	case "call", "swear":
		return r.low(i) == "in" // "was sworn in"
	case "write":
		return r.writing(s, i)
	case "find":
		return r.finding(c, i, end)
	case "report":
		return r.tags[i] == tag.IN && (r.low(i) == "from" || r.low(i) == "for" || r.low(i) == "after") // "Brenn reported from Halm"
	case "show":
		return r.able(c.src) && !r.tells(c.src) && !r.headed(i, hints)
	case "slam":
		w := r.low(end - 1)
		return w == "shut" || w == "closed" || w == "down" // "slamming his binder shut"
	case "unveil":
		return !r.headed(i, intents)
	case "push":
		return r.mute(s, c.src) || r.shoved(i, end)
	case "offer":
		return r.mute(s, c.src) || r.headed(i, given)
	case "highlight", "echo", "compare", "cast", "prove", "embrace", "add":
		return r.mute(s, c.src)
	case "see":
		return r.placed(c.src) || r.tags[i] == tag.IN && r.low(i) != "as" && r.low(i) != "in" // "the worst winter the town had seen | since the war"
	case "protest":
		return r.low(i) == "to"
	case "plead":
		return r.low(i) == "guilty" || r.low(i) == "not" || r.low(i) == "innocent"
	case "think":
		return r.low(i) == "for" && r.forTime(i, end)
	case "support", "boast", "know", "draw":
		return r.placed(c.src) // "Halm boasts two piers"
	}
	return false
}

// writing reports what somebody writes as his work, or where: "wrote three novels", "wrote
// in Brenn", but "wrote a letter urging them to go", "wrote a piece on the war".
func (r *reader) writing(s sentence, i int) bool {
	switch r.low(i) {
	case "in":
		return !r.thatIn(i, s.end) // "wrote in an op-ed that …"
	case "as", "for":
		return true
	}
	p := r.phraseFrom(i)
	if p == nil || !opuses.Has(r.low(int(p.Head))) {
		return false
	}
	switch w := r.at(s, int(p.End)); {
	case w == "that", w == "about", w == "on", w == "in", w == "of", w == "to", w == "saying", w == "arguing":
		return false
	case int(p.End) < s.end && r.tags[p.End] == tag.VBG:
		return false
	}
	return true
}

// thatIn reports "that" among the tokens [i, end).
func (r *reader) thatIn(i, end int) bool {
	for ; i < end; i++ {
		if r.low(i) == "that" {
			return true
		}
	}
	return false
}

// adverbial reports a preposition of when and where.
func adverbial(low string) bool {
	switch low {
	case "at", "in", "on", "during", "after", "before", "from", "outside", "inside", "near", "following", "by", "through":
		return true
	}
	return false
}

// opuses are what writers make.
var opuses = lexicon.WordsOf(
	"book", "books", "novel", "novels", "poem", "poems", "song", "songs", "play", "plays", "script", "scripts",
	"screenplay", "memoir", "memoirs", "will", "dissertation", "thesis", "introduction", "foreword", "profile",
	"biography", "handbook", "handbooks", "code", "software", "music", "lyrics", "story", "stories", "letter",
	"letters", "column", "columns", "check", "cheque", "prescription", "bestseller", "bestsellers", "sequel",
)

// finding reports an object of find that is got and not judged: "found a job", "found
// himself alone", but "found it hard", "found no fault with her", and what a study finds.
func (r *reader) finding(c *cue, i, end int) bool {
	if selves.Has(r.low(i)) {
		return true
	}
	p := r.phraseFrom(i)
	if p == nil || r.tells(c.src) || tokensFound.Has(r.low(int(p.Head))) {
		return false
	}
	k := int(p.End)
	if t := r.tags[end-1]; t == tag.JJ || t == tag.VBG || t == tag.VBN || strings.HasSuffix(r.low(end-1), "ing") {
		return false // "found her words chilling"
	}
	if k >= end {
		return true
	}
	switch t := r.tags[k]; t {
	case tag.JJ, tag.JJR, tag.VBN, tag.VBG, tag.RB, tag.DT, tag.CD, tag.PRPS, tag.PunctOpen:
		return false
	case tag.TO:
		return k+1 < end && r.low(k+1) != "be" && r.low(k+1) != "have"
	}
	return true
}

// tokensFound are what a judgement finds.
var tokensFound = lexicon.WordsOf(
	"evidence", "fault", "proof", "sign", "signs", "indication", "indications", "cause", "grounds", "reason", "reasons",
	"violations", "violation", "error", "errors", "flaws", "problems", "wrongdoing", "support", "link", "links",
)

// verdicts are who finds by trade.
var verdicts = lexicon.WordsOf(
	"poll", "polls", "survey", "surveys", "study", "studies", "analysis", "review", "report", "audit", "inquiry",
	"investigation", "investigators", "court", "jury", "judge", "tribunal", "panel", "researchers", "scientists",
	"researcher", "auditors", "inspectors", "experts", "test", "tests", "trial", "coroner", "inspection",
)

// headed reports a phrase at i whose head is one of the words.
func (r *reader) headed(i int, words *lexicon.Words) bool {
	p := r.phraseFrom(i)
	return p != nil && words.Has(r.low(int(p.Head)))
}

// intents are nouns for what somebody means to do or names.
var intents = lexicon.WordsOf(
	"plan", "plans", "proposal", "proposals", "policy", "policies", "agenda", "strategy", "budget", "measures",
	"blueprint", "manifesto", "initiative", "list", "slate", "endorsement", "endorsements",
)

// hints are nouns for what shows a mind.
var hints = lexicon.WordsOf("sign", "signs", "hint", "hints", "inclination", "willingness", "interest", "signal", "signals", "indication")

// silences are what those ask for who will not be named.
var silences = lexicon.WordsOf("anonymity", "confidentiality")

// forTime reports how long somebody thought, at token i: "thought for a moment".
func (r *reader) forTime(i, end int) bool {
	switch r.low(end - 1) {
	case "moment", "while", "minute", "second", "time", "bit":
		return end-i <= 4
	}
	return false
}

// asIn reports "as" among the tokens [i, end).
func (r *reader) asIn(i, end int) bool {
	for ; i < end; i++ {
		if r.low(i) == "as" {
			return true
		}
	}
	return false
}

// orNot reports "it or not" at token i, which repeats nothing.
func (r *reader) orNot(s sentence, i int) bool {
	return r.low(i) == "it" && r.at(s, i+1) == "or" && r.at(s, i+2) == "not"
}

// given are nouns for what things offer as well as people, in no words.
var given = lexicon.WordsOf(
	"glimpse", "glimpses", "chance", "opportunity", "opportunities", "choice", "course", "courses", "class", "classes",
	"training", "service", "services", "discount", "discounts", "warmth", "comfort", "shelter", "view", "views",
)

// shoved reports an object of push that is moved and not talked to: "pushed them off the road",
// "pushing below the line", but "pushed them to talk", "pushed back", "pushed for talks".
func (r *reader) shoved(i, end int) bool {
	switch {
	case r.tags[i] == tag.PRP:
		for k := i + 1; k+1 < end; k++ {
			if r.tags[k] == tag.TO && r.tags[k+1].Verb() {
				return false
			}
		}
		return r.low(i+1) != "for" && r.low(i+1) != "on"
	case r.tags[i] == tag.IN:
		w := r.low(i)
		return w != "for" && w != "back" && w != "against" && w != "on"
	}
	return false
}

// able reports a source that is somebody the text knows: a person, people, a body.
func (r *reader) able(src *Source) bool {
	m := r.headOf[src.Head]
	if m < 0 {
		return false
	}
	switch r.men.Mentions[m].Kind {
	case article.KindPerson, article.KindGroup:
		return r.men.Mentions[m].Type != article.MentionPronoun
	}
	return false
}

// tells reports a source that is a text or a count of people.
func (r *reader) tells(src *Source) bool {
	w := r.low(int(src.Head))
	return mediaNoun(w) || mediaNoun(strings.TrimSuffix(w, "s")) || verdicts.Has(w) || utterance(w) || nounTable().Has(w)
}

// mute reports a source that is a thing, which gives no words: no actor, no pronoun, no text
// and no count of people ("two thirds", "most").
func (r *reader) mute(s sentence, src *Source) bool {
	h := int(src.Head)
	if r.placed(src) {
		return true
	}
	if r.headOf[h] >= 0 || src.Mention >= 0 || r.tells(src) || !r.tags[h].Noun() || r.tags[h].Proper() {
		return false
	}
	switch r.low(h) {
	case "percent", "number", "majority", "minority", "share", "half", "third", "thirds", "quarter", "quarters", "dozens", "hundreds", "thousands", "millions", "lot", "handful":
		return false
	}
	return true
}

// placed reports a source that is a place and acts for nobody.
func (r *reader) placed(src *Source) bool {
	m := r.headOf[src.Head]
	return m >= 0 && r.men.Mentions[m].Kind == article.KindPlace
}

// shortestObject is how many tokens an object must have to be taken for what
// someone said.
const shortestObject = 3

// cueObject reads X criticized Y: the object is what is said.
func cueObject(r *reader, s sentence, rl *rule) {
	for c := range r.open("o") {
		i := c.after
		if i >= s.end || c.infinitive || c.blamed || c.modal || c.inverted || c.negated && c.strength == 3 || r.tags[i] == tag.PunctEnd || r.tags[i] == tag.PunctComma {
			continue
		}
		p := r.men.PhraseAt(i)
		if p < 0 && r.tags[i] != tag.VBG && r.tags[i] != tag.IN && r.tags[i] != tag.PRP && r.low(i) != "her" && r.low(i) != "both" && r.outer(i) < 0 {
			continue
		}
		end := r.objectEnd(s, i)
		if c.relative {
			end = r.mainVerb(s, c, i, end, 0)
		}
		if c.participle && c.verb > s.first && r.commaAt(c.verb-1) {
			end = r.asideEnd(i, end) // "the union, citing the cost, said"
		}
		if r.low(i) == "that" && end-i > shortestObject && r.low(i+1) != "as" && (r.tags[i] != tag.DT || r.clauseBehind(s, i)) {
			i++ // a clause whose verb the tags hide: "demanded that the ferry sail"
		}
		end = r.toCharge(s, c, i, r.toVerdict(s, c, i, r.doesToo(c, i, end)))
		if r.breaksOff(i, end) {
			end = int(r.men.Phrases[r.men.PhraseAt(i)].FullEnd) // "who do find work, the wage can be low"
		}
		if r.low(i) == "as" && r.finite(i+1, end) {
			continue // "asked as the lights went out"
		}
		if r.low(i) == "with" && !has(c.frames, 'a') && !strings.HasSuffix(c.lemma, "agree") {
			continue // "a detail that drivers recall with pride"
		}
		if r.tags[i] == tag.IN && c.strength == 3 && c.lemma != "say" && has(c.frames, 'b') && adverbial(r.low(i)) && r.low(i) != "on" && r.low(i) != "by" && r.at(s, i+1) != "favor" && r.at(s, i+1) != "favour" && !r.thatIn(i, end) && !r.anyQuoted(i, end) {
			continue // "claimed at one point to be the mayor"
		}
		if r.tags[i] == tag.IN && c.class == "speech" && happened(r.low(i)) && r.low(i) != "as" {
			continue // "apologised after the crash"
		}
		if gesture(c.lemma, r.low(i)) || r.shown(c, i) || r.letIn(c, i) || r.deed(c, i) || !r.anyQuoted(i, end) && r.bare(s, c, i) || c.negated && unsaid(c.lemma) || c.lemma == "cite" && r.namesSource(i) {
			continue
		}
		if c.src.First > 0 && r.low(int(c.src.First)-1) == "how" && r.low(i) == "it" {
			continue // "that was how Brenn described it to friends"
		}
		if c.lemma == "call" && r.tags[i] == tag.PRP && i+1 < s.end && nominative(r.low(i+1)) {
			continue // "when I called him he sounded tired"
		}
		if c.lemma == "distance" && selves.Has(r.low(i)) && !r.anyQuoted(i, end) {
			continue // "distanced themselves from the plan" is an act, not words
		}
		if c.lemma == "call" && selves.Has(r.low(i)) && (r.at(s, i+1) == "the" || r.d.Is(i+1, token.Capital)) && !r.anyQuoted(i, end) {
			continue // "who call themselves the Northern Front"
		}
		if r.wordless(s, c, i, end) || c.lemma == "see" && r.tags[c.src.Head] == tag.NN && r.mute(s, c.src) && !r.asIn(i, end) || r.orNot(s, i) {
			continue // "Friday's march sees riders "throw stones"", "whether he admits it or not"
		}
		if end-i < shortestObject && !r.anyQuoted(i, end) && !(end-i == shortestObject-1 && r.tags[i] == tag.VBG && c.lemma == "deny") {
			continue // "rejected the plan" is an act, not words
		}
		r.report(s, rl, c, i, end, article.Feature{Name: "object", Weight: 0})
	}
}

// objectEnd is where an object or infinitive ends: where a clause would, before
// "and" with another finite verb of the same subject, at a dash, or before an
// aside or adjunct of the narrator's behind a comma. A comma before a noun parts
// the items of a list.
func (r *reader) objectEnd(s sentence, i int) int {
	end := r.contentEnd(s, i, s.end)
	aside := false  // a comma has opened a list or apposition
	series := false // or a series of infinitives
	for k := i + 1; k+1 < end; k++ {
		if r.outer(k) >= 0 {
			if r.tags[k] == tag.PunctClose && r.tags[k-1] == tag.PunctComma && !listed(r.tags[k+1]) {
				return k + 1 // called it "a shame," and left
			}
			continue
		}
		switch t, next := r.tags[k], r.tags[k+1]; {
		case t == tag.CC && (next == tag.VBD || next == tag.PunctOpen && k+2 < end && r.tags[k+2] == tag.VBD), t == tag.PunctColon && dash(r.d.Word(k)):
			return r.contentEnd(s, i, k)
		case t == tag.CC && next == tag.VBZ && r.low(k) == "and" && (r.tags[k-1] != tag.NNS || auxiliary(r.low(k+1))) && r.plainObject(i, k):
			return r.contentEnd(s, i, k)
		case t == tag.PunctComma && r.headless(i, k):
		case t == tag.PunctComma && (r.goesOnTo(i, k, end) || series && next == tag.CC):
			series = next != tag.CC
		case t == tag.PunctComma && (listed(next) || aside && next.Verb() && k+2 < end && r.tags[k+2].Noun() && r.lastItem(k+2, end)):
			aside = true
		case t == tag.PunctComma && aside && (next == tag.IN || next == tag.TO || next == tag.CC):
			aside = false
		case t == tag.PunctComma && k > i+1 && r.outer(k+1) < 0:
			return r.contentEnd(s, i, k)
		case t == tag.IN && (r.meanwhile(s, k, end) || next == tag.PRP && r.low(k) == "as" && k+2 < end && r.tags[k+2] == tag.VBD):
			return r.contentEnd(s, i, k) // "refused to rule it out as she left the hall"
		case (t == tag.WRB || t == tag.IN) && r.toCome(i, k, end):
		case t == tag.WRB && r.low(k) == "when", t == tag.IN && (r.low(k) == "before" || r.low(k) == "during" || r.low(k) == "after" && r.mainAt(k+1, end)) && k > i+1:
			return r.contentEnd(s, i, r.lapseAt(i, k))
		}
	}
	return end
}

// toCome reports "when", "before", "once" or the like at token k behind an infinitive in the object from token i on, and
// behind it a clause in the present: it tells when what is asked or expected shall be ("urged them to act before it gets
// out of hand", but "urged them to act before she left").
func (r *reader) toCome(i, k, end int) bool {
	switch r.low(k) {
	case "when", "before", "after", "once":
	default:
		return false
	}
	infinitive := false
	for j := i; j+1 < k; j++ {
		infinitive = infinitive || r.tags[j] == tag.TO && r.tags[j+1] == tag.VB
	}
	p := r.men.PhraseAt(min(k+1, end-1))
	if !infinitive || k+2 >= end || p < 0 || int(r.men.Phrases[p].First) != k+1 {
		return false
	}
	v := int(r.men.Phrases[p].FullEnd)
	return v < end && (r.tags[v] == tag.VBZ || r.tags[v] == tag.VBP)
}

// plainObject reports an object [first, end) that holds no clause, so that a present tense behind
// "and" is the sentence's: "The ad accuses Hamm of fraud and ends with a song".
func (r *reader) plainObject(first, end int) bool {
	for k := first; k < end; k++ {
		if t := r.tags[k]; t.Finite() || t == tag.WP || t == tag.WDT || t == tag.WRB || t == tag.WPS || r.low(k) == "that" {
			return false
		}
	}
	return true
}

// lapseAt is where the words begin that tell how long before or after the conjunction at k
// is meant: "weeks after", "two days before", "shortly after".
func (r *reader) lapseAt(first, k int) int {
	for ; k > first+1; k-- {
		switch w := r.low(k - 1); {
		case lapse(w), w == "shortly", w == "soon", w == "just", w == "immediately", r.tags[k-1] == tag.CD && lapse(r.low(k)):
		default:
			return k
		}
	}
	return k
}

// listed reports the tags of words that go on with a list behind a comma.
func listed(t tag.Tag) bool {
	switch t {
	case tag.NN, tag.NNS, tag.NNP, tag.NNPS, tag.JJ, tag.CD, tag.PRPS:
		return true
	}
	return false
}
