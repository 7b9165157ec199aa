package quote

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// subject finds the noun phrase that the cue's verb belongs to: before it,
// across an apposition or relative clause between commas, behind it when the
// order is turned round, or that of an earlier verb of the sentence.
func (r *reader) subject(s sentence, c *cue) {
	if r.nearSubject(s, c); c.src == nil && !c.participle && !c.infinitive && c.verb > s.first+1 {
		r.farSubject(s, c)
	} else if c.src == nil && c.participle && c.class == "speech" && c.strength == 3 && c.srcFirst > s.first+3 && r.commaAt(c.srcFirst-1) {
		r.farMain(s, c)
	}
}

// nearSubject finds it by the phrases beside the verb.
func (r *reader) nearSubject(s sentence, c *cue) {
	j := c.srcFirst - 1
	if c.participle || c.infinitive {
		if c.participle && c.class == "mental" && j > s.first && r.tags[j] == tag.CC && (r.tags[j-1] == tag.JJ || r.tags[j-1] == tag.VBN) {
			return // "it left her intrigued and wanting to learn more"
		}
		if c.participle && r.ownSubject(s, c, j) {
			return
		}
		if c.participle && (c.class == "mental" || c.lemma == "seek" || r.tellsApart(s, j)) && r.peopleBefore(s, c, j) {
			return
		}
		if c.infinitive && r.broughtTo(s, c, j) {
			return
		}
		if r.inherit(s, c, j); c.src == nil && c.participle && c.class == "speech" && j > s.first && r.commaAt(j) {
			if first, end, head, ok := r.phraseEnding(s, j, c.verb); ok && first == s.first {
				c.src, c.lone = r.source(first, end, head), true // "Brenn, citing the cost, said …"
			}
		}
		return
	}
	if j > s.first && r.commaAt(j) && r.namedRightBehind(s, c) && r.behind(s, c) {
		return
	}
	first, end, head, ok := r.phraseBefore(s, j, c.verb)
	if ok && c.strength == 3 && j > s.first && r.commaAt(j) && !r.speaks(head) && r.actorAt(s, c.end) && r.behind(s, c) {
		return // "a pattern of killings, with 40 dead on 15 November, said the Council on Monday"
	}
	if ok && r.tags[first] == tag.IN && r.tags[head] == tag.CD {
		return // "two-thirds of those | under 35 said": see farSubject
	}
	if ok {
		first, head = r.titled(s, c, first, head)
		c.src, c.srcFirst = r.source(first, end, head), first
		if t := r.tags[head]; t == tag.WP || t == tag.WDT {
			c.relative, c.src.Mention = true, r.antecedent(s, head)
		}
		return
	}
	if r.behind(s, c) {
		return
	}
	if r.bareName(s, j) {
		c.src, c.srcFirst = r.source(j, j+1, j), j
		return
	}
	if at := r.beforeTime(s, j); at >= s.first && (r.tags[at] == tag.CC || r.commaAt(at)) {
		r.inherit(s, c, at)
		return
	}
	if c.strength == 3 && !c.passive {
		if first, ok := r.opening(s, j); ok {
			c.src, c.srcFirst = r.source(first, j+1, j), first
		}
	}
}

// opening is the few words without a verb from the clause's start to token j,
// where the tagger saw no noun: "Jolly said", "another ranking says", "most said".
func (r *reader) opening(s sentence, j int) (first int, ok bool) {
	const most = 4
	for first = j; first >= s.first; first-- {
		t := r.tags[first]
		if t == tag.PunctComma || t == tag.CC || t == tag.PunctEnd || t == tag.PunctColon || subordinate(r.low(first)) {
			break
		}
		if j-first >= most || t.Finite() || t == tag.IN || t == tag.TO || t == tag.EX || t == tag.WP || t == tag.WRB || t == tag.WDT || r.outer(first) >= 0 {
			return 0, false
		}
	}
	first++
	return first, first <= j && (r.d.Is(first, token.Capital) || r.tags[first] == tag.DT || r.tags[first] == tag.JJ || r.tags[first] == tag.RBS)
}

// bareName reports a capital word behind a closing mark or comma that the tagger
// did not take for a name: "…," Black said.
func (r *reader) bareName(s sentence, j int) bool {
	if j <= s.first || !r.d.Is(j, token.Capital) || r.tags[j] == tag.PRP || r.tags[j] == tag.DT {
		return false
	}
	t := r.tags[j-1]
	if t == tag.CC && j-1 == s.first {
		return adverbTag(r.tags[j]) // "And Stelly called it …"
	}
	return t == tag.PunctClose || t == tag.PunctComma || r.d.Is(j-1, token.Mark)
}

// phraseBefore is the noun phrase that ends at token j (inclusive), seen from
// the verb.
func (r *reader) phraseBefore(s sentence, j, verb int) (first, end, head int, ok bool) {
	if j < s.first {
		return 0, 0, 0, false
	}
	switch {
	case r.tags[j] == tag.WP || r.tags[j] == tag.WDT:
		if r.low(j) == "what" {
			return 0, 0, 0, false
		}
		return j, j + 1, j, true
	case r.commaAt(j) || r.tags[j] == tag.RRB || r.tags[j] == tag.PunctColon && r.d.Word(j) != ":" && r.d.Word(j) != ";":
		if p := r.phrases[j]; p >= 0 && r.lettered(s, int(p)) {
			ph := &r.men.Phrases[p]
			return int(ph.First), j, int(ph.Head), true // "Dr. Ada Brenn, PhD, said"
		}
		return r.acrossAside(s, j, verb)
	}
	return r.phraseEnding(s, j+1, verb)
}

// antecedent is the mention that who, which or that at token i refers to: the
// one right before it, a comma aside; -1 if there is none.
func (r *reader) antecedent(s sentence, i int) int32 {
	who := r.low(i) == "who"
	if i > s.first && r.tags[i-1] == tag.PunctComma {
		i--
	}
	if i == s.first {
		return -1
	}
	if p := int(r.phrases[i]); who && p >= 0 && int(r.men.Phrases[p].First) >= s.first {
		if m := r.headOf[r.men.Phrases[p].Head]; m >= 0 && isPerson(&r.men.Mentions[m]) {
			return m // "Ní Bhriain of the Delta Trust, who …"
		}
	}
	for p := r.men.PhraseAt(i - 1); !who && p >= 0 && int(r.men.Phrases[p].FullEnd) >= i && int(r.men.Phrases[p].First) >= s.first; p-- {
		if m := r.headOf[r.men.Phrases[p].Head]; m >= 0 && int(r.men.Mentions[m].End) == i && r.men.Mentions[m].Type == article.MentionName && !isPerson(&r.men.Mentions[m]) {
			return m // "the Council for the Exploration of the Sea, which …"
		}
	}
	p := r.men.PhraseAt(i - 1)
	if p < 0 {
		return -1
	}
	return r.headOf[r.men.Phrases[p].Head]
}

// phraseEnding is the longest noun phrase that ends before token end, the verb's
// subject. A day, an adjunct or an object that stands between the subject and
// its verb is stepped over.
func (r *reader) phraseEnding(s sentence, end, verb int) (int, int, int, bool) {
	first, head, ok := r.nearPhrase(s, end, verb)
	if !ok {
		return 0, 0, 0, false
	}
	if head == end-1 && head > s.first && selves.Has(r.low(head)) { // "Brenn herself said"
		if first < head && r.tags[head-1].Noun() {
			head--
		} else if r.phrases[head] >= 0 {
			f, _, h, ok := r.phraseEnding(s, head, verb)
			return f, end, h, ok
		} else if head-1 == s.first && r.d.Is(s.first, token.Capital) {
			return s.first, end, s.first, true // a name that the tagger did not see
		}
	}
	if first == s.first {
		return r.atStart(first, end, head)
	}
	if r.d.Is(first, token.Digit) {
		first = r.overSign(s, first)
	}
	if r.timesOver(first) && r.tags[first-1].Verb() && r.phrases[first-1] >= 0 {
		return r.phraseEnding(s, first-1, verb) // "a film shared thousands of times claims"
	}
	switch t := r.tags[first-1]; {
	case r.timeHead(head):
		from := first
		for from > s.first && (r.tags[from-1] == tag.IN && from == first || adverbTag(r.tags[from-1]) || r.tags[from-1] == tag.RP) {
			from--
		}
		if r.phrases[from] >= 0 {
			return r.phraseEnding(s, from, verb)
		}
		if from > s.first && (r.commaAt(from-1) || r.tags[from-1] == tag.RRB) {
			return r.acrossAside(s, from-1, verb) // "the firm, a maker of boats, today announced"
		}
		if from == s.first+1 && r.d.Is(s.first, token.Capital) && from < first {
			return s.first, from, s.first, true // "Priebus later Thursday told": a name that the tagger did not see
		}
		if from > s.first && from < first && r.tags[from-1] == tag.CC {
			return 0, 0, 0, false // "but on Tuesday wrote": see beforeTime
		}
		if from > s.first && r.tags[from-1].Verb() && r.phrases[from-1] >= 0 {
			return r.phraseEnding(s, from-1, verb) // "a poll released this week found"
		}
		if t.Verb() && !r.takesClause(first-1) {
			if f, _, h, ok := r.overClause(s, first-1, verb); ok {
				return f, end, h, true // "the man who vanished nine days ago said"
			}
		}
		if w := r.tags[from-1]; w == tag.WP || w == tag.WDT {
			return from - 1, from, from - 1, true // "the senator, who last year threatened to leave"
		}
		if from > s.first && from < first && (r.tags[from-1].Verb() || r.tags[from-1] == tag.RP || r.tags[from-1] == tag.PRP || r.tags[from-1] == tag.PRPS) {
			if f, _, h, ok := r.overClause(s, from-1, verb); ok {
				return f, end, h, true // "the groups who wrote to her on Thursday say"
			}
		}
	case t == tag.IN && !subordinate(r.low(first-1)):
		f, e, h, ok := r.overAdjunct(s, first-1, end, verb)
		if at := r.runOn(s, first, end, verb); !ok && at > 0 {
			return at, end, end - 1, true
		}
		return f, e, h, ok
	case t == tag.TO && first-2 > s.first && (r.tags[first-2] == tag.JJ || r.low(first-2) == "privy") && max(r.phrases[first-2], r.phrases[first-1]) >= 0:
		at := first - 2
		if r.phrases[at] < 0 {
			at++
		}
		f, _, h, ok := r.phraseEnding(s, at, verb) // "sources privy to the talks say"
		return f, end, h, ok
	case t == tag.TO || t.Verb() && (!r.takesClause(first-1) || r.dumb(head, verb) || r.wroteIt(s, first, head)):
		if f, _, h, ok := r.overClause(s, first-1, verb); ok {
			return f, end, h, true
		}
	}
	if at := r.hangsOn(s, first); at > 0 {
		f, _, h, ok := r.phraseEnding(s, at, verb)
		return f, end, h, ok
	}
	if f, h, ok := r.hailsFrom(s, first, head, verb); ok {
		return f, end, h, true
	}
	if f, h := r.alsoApposed(s, first); h >= 0 {
		return f, end, h, true
	}
	if f, h, ok := r.fromBoth(s, first, head); ok {
		return f, end, h, true
	}
	if at := r.coordinated(s, first); at < first {
		p := int(r.phrases[first-1])
		if at < int(r.men.Phrases[p].First) {
			p = r.men.PhraseAt(at)
		}
		if h := int(r.men.Phrases[p].Head); r.headOf[h] >= 0 && r.speaks(h) {
			head = h // who is named first speaks for both: "Brenn and her team said"
		}
		first = at
	}
	return first, end, head, true
}

// nearPhrase is the noun phrase that ends before token end, with the phrases
// that it is attached to: "the head of the agency".
func (r *reader) nearPhrase(s sentence, end, verb int) (first, head int, ok bool) {
	p := int(r.phrases[end])
	if p < 0 || int(r.men.Phrases[p].First) < s.first || r.outer(int(r.men.Phrases[p].Head)) != r.outer(verb) {
		return 0, 0, false
	}
	if ph := &r.men.Phrases[p]; int(ph.End) == end && r.timeHead(int(ph.Head)) {
		return int(ph.First), int(ph.Head), true // "the minister on Friday"
	}
	for p > 0 {
		q := &r.men.Phrases[p-1]
		before := int(r.men.Phrases[p].First) - 1
		if int(q.End) == before+1 && int(q.First) >= s.first && r.leaning(int(q.First), before+1) {
			p--
			continue
		}
		if int(q.First) < s.first || int(q.FullEnd) < end && !(before > s.first && int(q.End) == before && attaches(r.low(before))) {
			break
		}
		p--
	}
	first, head = int(r.men.Phrases[p].First), min(int(r.men.Phrases[p].Head), end-1)
	return r.nameBehindNoun(first, head), head, true
}

// leaning reports a phrase [first, end) of a determiner and a word for where a body stands, which the
// tags took for a noun and the body's name follows: "of the conservative | Harbour Council".
func (r *reader) leaning(first, end int) bool {
	return end-first == 2 && first > 0 && r.tags[first] == tag.DT && attaches(r.low(first-1)) && leanings.Has(r.low(end-1))
}

// leanings are adjectives for where a body stands that are nouns too.
var leanings = lexicon.WordsOf("conservative", "liberal", "progressive", "libertarian", "nonprofit", "non-profit", "moderate", "independent", "socialist", "radical", "nonpartisan", "non-partisan", "bipartisan", "centrist")

// nameBehindNoun is where the name with the given head begins, if the phrase that starts
// at first is another's that ends right before it: "a claim | Oakley described as", "at
// one point | Thale denied". Behind "a" a noun is no title of a name, as it is behind "the".
func (r *reader) nameBehindNoun(first, head int) int {
	m := r.headOf[head]
	if m < 0 {
		return first
	}
	x := &r.men.Mentions[m]
	at := int(x.First)
	if first > 0 && first+2 < head && r.tags[first] == tag.JJ && r.tags[first+1] == tag.PunctComma && copula(r.low(first-1)) {
		return first + 2 // "it would be right, | party leader Brenn said"
	}
	if at == first+1 && r.low(first) == "something" {
		return at // "something | Brenn calls late"
	}
	if at <= first+1 || x.Type != article.MentionName || r.tags[at-1] != tag.NN || x.RoleEnd > x.RoleFirst || r.d.Is(at-1, token.Capital) {
		return first
	}
	switch r.low(first) {
	case "a", "an", "one":
		return at
	}
	return first
}

// timeHead reports a head that tells when, not who.
func (r *reader) timeHead(head int) bool {
	switch w := r.low(head); w {
	case "week", "month", "year", "morning", "afternoon", "evening", "night", "day":
		return true
	case "minutes", "hours", "days", "weeks", "months", "years":
		next := ""
		if head+1 < len(r.tags) {
			next = r.low(head + 1)
		}
		return next == "ago" || next == "earlier" || next == "later"
	default:
		return dayWord(w) || len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && head > 0 && monthWord(r.low(head-1)) && !(head+1 < len(r.tags) && (r.tags[head+1].Noun() || r.tags[head+1] == tag.VBG))
	}
}

// fromBoth is the phrase that two joined ones hang on: "observers from X and Y".
// first is where Y begins, head its head.
func (r *reader) fromBoth(s sentence, first, head int) (int, int, bool) {
	if first-1 <= s.first || r.low(first-1) != "and" {
		return 0, 0, false
	}
	p := int(r.phrases[first-1])
	if p < 1 || int(r.men.Phrases[p].First)-1 <= s.first {
		return 0, 0, false
	}
	at := int(r.men.Phrases[p].First) - 1
	q := &r.men.Phrases[p-1]
	switch r.low(at) {
	case "from", "of", "at", "for", "with", "on", "against", "in", "by":
	default:
		return 0, 0, false
	}
	m := r.headOf[q.Head]
	if int(q.End) == at && r.chained(s, int(q.First)) {
		if f, h, ok := r.polled(s, int(q.First), int(q.Head)); ok {
			return f, h, true
		}
	}
	if int(q.End) != at || int(q.First) != s.first && r.tags[q.First-1] != tag.PunctComma || r.low(at) == "in" || r.low(at) == "by" {
		return 0, 0, false
	}
	if (m < 0 || !r.men.Mentions[m].Plural) && !panel(r.low(int(q.Head))) && !(m >= 0 && r.tags[head] == tag.NN && r.headOf[head] < 0) {
		return 0, 0, false // "the Commission on coal and steel": what it is for says nothing
	}
	return int(q.First), int(q.Head), true
}

// panel reports a body that is told with its members: "a bench of Justices X and Y".
func panel(low string) bool {
	switch low {
	case "bench", "panel", "team", "group", "committee", "pair", "trio", "duo":
		return true
	}
	return false
}

// coordinated takes "X and" before first into the subject.
func (r *reader) coordinated(s sentence, first int) int {
	if first-1 <= s.first || r.low(first-1) != "and" {
		return first
	}
	p := int(r.phrases[first-1])
	if p < 0 || int(r.men.Phrases[p].First) < s.first || r.headOf[r.men.Phrases[p].Head] < 0 && !r.tags[r.men.Phrases[p].Head].Proper() {
		return first
	}
	at := int(r.men.Phrases[p].First)
	if at > s.first && r.tags[at-1] != tag.PunctComma && r.tags[at-1] != tag.CC && !subordinate(r.low(at-1)) {
		return first // "met X and Y said": X belongs to the verb before
	}
	return r.listFrom(s, at)
}

// listFrom is where the list of names begins that goes on at token at behind a comma: "Italy,
// | Greece and Malta said"; at unless it opens the sentence, since its first name may end
// something else.
func (r *reader) listFrom(s sentence, at int) int {
	k := at
	for k-1 > s.first && r.tags[k-1] == tag.PunctComma && r.phrases[k-1] >= 0 {
		p := &r.men.Phrases[r.phrases[k-1]]
		if int(p.First) < s.first || int(p.FullEnd) != k-1 || r.headOf[p.Head] < 0 || !r.speaks(int(p.Head)) || p.Apposition >= 0 {
			break
		}
		k = int(p.First)
	}
	if k == s.first {
		return k
	}
	return at
}

// behind is the noun phrase right behind the verb: "said X, the R of Y".
func (r *reader) behind(s sentence, c *cue) bool {
	i := c.end
	if i >= s.end || !has(c.frames, 'q') || c.passive || r.tags[c.verb] == tag.VB && c.lemma != "say" || r.auxiliaryIn(c.srcFirst, c.verb) || r.closingDash(s, c.srcFirst-1) {
		return false // "ask questions or play music" // "…, has confirmed X": no verb stands before its subject with an auxiliary
	}
	j := c.srcFirst - 1
	if j >= s.first && !(j == s.first && r.low(j) == "so") && r.tags[j] != tag.PunctComma && r.tags[j] != tag.PunctClose && r.tags[j] != tag.PunctEnd && r.tags[j] != tag.PunctColon {
		return false
	}
	for n := 0; n < 2 && i+1 < s.end && r.men.PhraseAt(i) < 0 && (r.tags[i] == tag.VBN || r.tags[i] == tag.JJ || r.tags[i] == tag.RB || r.low(i) == "both"); n++ {
		i++ // "said undecided Republican voter Ada Brenn"
	}
	p := r.men.PhraseAt(i)
	if p < 0 && r.d.Is(i-1, token.Capital) && i-1 >= c.end && r.outer(i) == r.outer(c.verb) {
		c.src, c.inverted = r.source(c.end, i, i-1), true // a name that the tagger did not see
		return true
	}
	if p < 0 || int(r.men.Phrases[p].First) != i || r.outer(i) != r.outer(c.verb) {
		return false
	}
	ph := &r.men.Phrases[p]
	if r.timeAlone(int(ph.Head)) && (ph.First == ph.Head || r.tags[ph.First] == tag.JJ) {
		return false // "The deal, announced Friday, would last"
	}
	if e := int(ph.FullEnd); e < s.end && r.tags[e].Finite() && has(c.frames, 'b') {
		return false // …," said the talks would go on
	}
	if r.headOf[ph.Head] < 0 && !r.tags[ph.Head].Noun() && r.tags[ph.Head] != tag.PRP && r.tags[i] != tag.CD && r.tags[i] != tag.DT {
		return false
	}
	if w := r.low(i); (w == "a" || w == "an") && c.lemma == "report" && r.headOf[ph.Head] < 0 && !r.tellsThings(int(ph.Head)) {
		return false // "…, reported a use disorder in 2017"
	}
	end, head := min(int(ph.FullEnd), s.end), int(ph.Head)
	if name := r.titledBehind(s, int(ph.End)); name >= 0 {
		end, head = int(r.men.Mentions[name].End), int(r.men.Mentions[name].Head)
		ph = &r.men.Phrases[max(0, int(r.men.Mentions[name].Phrase))]
	}
	if a := int(ph.Apposition); a >= 0 && int(r.men.Phrases[a].FullEnd) <= s.end {
		end = int(r.men.Phrases[a].FullEnd)
	} else if m := r.headOf[head]; m < 0 || r.men.Mentions[m].Type != article.MentionName {
		end = r.nameAhead(s, end)
	}
	c.src, c.inverted = r.source(c.end, end, head), true
	return true
}

// tellsThings reports a noun for what tells of things: "reported a new study".
func (r *reader) tellsThings(head int) bool {
	w := r.low(head)
	switch w {
	case "study", "survey", "poll", "paper", "analysis", "review", "newspaper", "magazine", "website", "site", "source", "broadcaster", "channel", "agency":
		return true
	}
	return r.speaks(head) || utterance(w) || mediaNoun(w) || recording(w)
}

// auxiliaryIn reports an auxiliary among the tokens [first, end).
func (r *reader) auxiliaryIn(first, end int) bool {
	for k := first; k < end; k++ {
		if r.tags[k] == tag.MD || auxiliary(r.low(k)) {
			return true
		}
	}
	return false
}

// namedRightBehind reports a verb of speech that takes no addressee, and right behind it a
// person's name that a comma or the sentence's end follows: "If she won, the house, an old
// barn, would be sold, said Ada Brenn, the mayor." No aside parts such a verb from a subject.
func (r *reader) namedRightBehind(s sentence, c *cue) bool {
	switch c.lemma {
	case "say", "write", "add", "explain", "note", "tweet", "argue", "conclude":
	default:
		return false // "Hamm, whose father knew him, remembers Brenn, who …"
	}
	if c.passive || c.end >= s.end {
		return false
	}
	p := r.men.PhraseAt(c.end)
	if p < 0 || int(r.men.Phrases[p].First) != c.end {
		return false
	}
	m := r.headOf[r.men.Phrases[p].Head]
	if m < 0 || !isPerson(&r.men.Mentions[m]) || r.men.Mentions[m].Type != article.MentionName {
		return false
	}
	end := int(r.men.Mentions[m].End)
	return end >= s.end || r.tags[end] == tag.PunctComma || r.tags[end] == tag.PunctEnd
}

// titledBehind is the person whose role begins at token i, behind a phrase that
// the tags cut short: "said Vostan soybean | grower Tom Brenn"; -1 if there is
// none.
func (r *reader) titledBehind(s sentence, i int) int32 {
	const longest = 5
	for k := i; k < min(s.end, i+longest); k++ {
		if m := r.headOf[k]; m >= 0 && r.men.Mentions[m].Type == article.MentionName {
			if x := &r.men.Mentions[m]; int(x.RoleFirst) <= i && i < int(x.RoleEnd) && x.RoleEnd == x.First {
				return m
			}
			return -1
		}
	}
	return -1
}

// commaAt reports a comma at token j, or one inside the closing mark at j.
func (r *reader) commaAt(j int) bool {
	return r.tags[j] == tag.PunctComma || r.tags[j] == tag.PunctClose && j > 0 && r.tags[j-1] == tag.PunctComma
}
