package mention

import (
	"strings"

	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// The chunker reads base noun phrases off the tags, left to right:
//
//	[quantity] [DT | PRP$ | possessor 's] (adverb? adjective | number | noun)* noun
//
// It is greedy and looks one token ahead; a phrase without a noun is kept if it
// can stand for one ("the accused", "some", "70", "he").
// chunker cuts one document.
type chunker struct {
	lexed
	tags  []tag.Tag
	set   *Set
	names []int32 // token -> 1 + the mention whose name it is part of; nil before names are found
}

func (c *chunker) run() {
	for s := range c.d.Sentences {
		first, end := int(c.d.Sentences[s].First), int(c.d.Sentences[s].End)
		from := len(c.set.Phrases)
		for i := first; i < end; {
			if !starting(c.tags[i]) && !(i+1 < end && c.tags[i+1] == tag.CD) && !(i+2 < end && c.tags[i+2] == tag.CD) {
				i++
				continue
			}
			i = c.phrase(i, end, int32(s))
		}
		c.attach(from, end)
		c.appositions(from, end)
	}
}

// phrase adds the phrase that starts at i, if one does, and returns where to go on.
func (c *chunker) phrase(i, end int, sentence int32) int {
	if c.tags[i] == tag.PRP {
		c.add(i, i+1, i, sentence, true)
		return i + 1
	}
	start := i
	i += c.quantity(i, end)
	if !c.starts(i, end) {
		return start + 1
	}
	stop, head := c.body(i, end)
	if head < 0 {
		return start + 1
	}
	c.add(start, stop, head, sentence, c.tags[head] == tag.DT && stop == start+1)
	return stop
}

func (c *chunker) add(first, end, head int, sentence int32, pronoun bool) {
	n := int32(len(c.set.Phrases))
	c.set.Phrases = append(c.set.Phrases, Phrase{
		First: int32(first), End: int32(end), Head: int32(head), Sentence: sentence,
		FullEnd: int32(end), Apposition: -1, Pronoun: pronoun,
	})
	for k := first; k < end; k++ {
		c.set.phraseAt[k] = n
	}
}

// quantity is how many tokens before a number belong to it: "at least", "more
// than", "up to", "about".
func (c *chunker) quantity(i, end int) int {
	switch {
	case i+2 < end && c.tags[i+2] == tag.CD && quantities.Has(c.low(i, i+2)):
		return 2
	case i+1 < end && c.tags[i+1] == tag.CD && quantities.Has(c.low(i, i+1)):
		return 1
	}
	return 0
}

var quantities = lexicon.WordsOf(
	"at least", "at most", "more than", "less than", "fewer than",
	"up to", "as many", "about", "around", "nearly", "almost",
	"over", "under", "roughly", "approximately", "only", "just",
	"some", "well over", "an estimated", "the estimated",
)

func (c *chunker) low(first, end int) string {
	s := c.d.Span(first, end)
	return c.d.Lower[s.Start:s.End]
}

func (c *chunker) starts(i, end int) bool {
	switch t := c.tags[i]; t {
	case tag.CD:
		return !c.clock(i, end)
	case tag.DT, tag.PDT, tag.PRPS, tag.JJ, tag.JJR, tag.JJS,
		tag.NN, tag.NNS, tag.NNP, tag.NNPS:
		return true
	case tag.SYM:
		return i+1 < end && c.tags[i+1] == tag.CD
	case tag.FW:
		return c.d.Is(i, token.Capital)
	case tag.VBN:
		// "alleged use", "suspected rebels", but not "has used gas"
		// and not "…," tweeted Ada Brenn
		return i+1 < end && c.tags[i+1].Noun() && !c.afterVerb(i) && !(c.tags[i+1].Proper() && i > 0 && c.tags[i-1] == tag.PunctClose)
	case tag.VBG:
		// a gerund takes an object ("bombing towns"): only words that are adjectives
		return i+1 < end && (c.tags[i+1].Noun() || c.tags[i+1] == tag.JJ) && c.is(i, participle)
	case tag.RB:
		return i+1 < end && c.tags[i+1] == tag.CD && quantities.Has(c.d.Low(i))
	}
	return false
}

// starting reports the tags that starts knows, and PRP: a quick look before it.
func starting(t tag.Tag) bool {
	const set = 1<<tag.PRP | 1<<tag.DT | 1<<tag.PDT | 1<<tag.PRPS | 1<<tag.CD | 1<<tag.JJ | 1<<tag.JJR | 1<<tag.JJS |
		1<<tag.NN | 1<<tag.NNS | 1<<tag.NNP | 1<<tag.NNPS | 1<<tag.SYM | 1<<tag.FW | 1<<tag.VBN | 1<<tag.VBG | 1<<tag.RB
	return uint64(set)>>(t&63)&1 != 0
}

// afterVerb reports a verb before i, adverbs apart.
func (c *chunker) afterVerb(i int) bool {
	for i--; i >= 0 && (c.tags[i] == tag.RB || c.tags[i] == tag.RBR); i-- {
	}
	return i >= 0 && (c.tags[i].Verb() || c.tags[i] == tag.MD || c.tags[i] == tag.POS && c.d.Low(i) != "'s")
}

// longest is how many tokens a phrase or a name can have: what is longer is a
// list or no language, and would cost the square of its length.
const longest = 40

// clock reports a time of day at token i that opens its sentence before something with a
// capital, as the entries of a live report do: "21:40 Norland's minister said".
func (c *chunker) clock(i, end int) bool {
	return i+1 < end && c.d.Is(i+1, token.Capital) && strings.IndexByte(c.d.Word(i), ':') > 0 &&
		int(c.d.Sentences[c.d.Tokens[i].Sentence].First) == i
}

// seated reports that the comma at token j parts a town from its state in a description of a
// body that begins at token i: "the Austin, Texas-based company".
func (c *chunker) seated(i, j, end int) bool {
	return c.tags[i] == tag.DT && j == i+2 && c.d.Is(j-1, token.Capital) && j+2 < end && c.d.Is(j+1, token.Hyphen) &&
		c.d.Is(j+1, token.Capital) && afterHyphen(c.d.Low(j+1)) == "based" && c.tags[j+2].Noun()
}

// body is the end and head of the phrase at i; head -1 if there is none. A
// possessor belongs to the phrase of what is possessed.
func (c *chunker) body(i, end int) (stop, head int) {
	head = -1      // the last noun
	weak := -1     // what can stand for a noun if none comes
	fallback := -1 // end before an 's that nothing followed
	fallbackHead := -1
	j := i
	end = min(end, i+longest)
loop:
	for ; j < end; j++ {
		switch t := c.tags[j]; {
		case t == tag.DT || t == tag.PDT || t == tag.PRPS:
			if j > i && c.tags[j-1] != tag.PDT && !(c.tags[j-1] == tag.DT && t == tag.DT && j == i+1 && allBoth.Has(c.d.Low(i))) {
				break loop
			}
			if t == tag.DT {
				weak = j
			}
		case t.Noun() || t == tag.FW && c.d.Is(j, token.Capital) || t == tag.JJ && ((head < 0 || head == j-1 && (c.is(head, demonym) || c.ofState(head, j))) && c.forces(i, j, end) || c.officer(i, j, end)):
			if head >= 0 && (c.timeBreak(j, end) || c.titleBreak(j, end)) {
				break loop
			}
			head = j
		case t == tag.CD:
			if head >= 0 && !c.numberAfter(j) {
				break loop
			}
			weak = j
			if j+2 < end && c.low(j+1, j+3) == "per cent" {
				j += 2
				head = j
			}
		case t == tag.JJ || t == tag.JJR || t == tag.JJS:
			if head >= 0 && !c.adjectiveAfter(j, head, end) {
				break loop
			}
			weak = j
		case t.Verb() && j > i && j+1 < end && c.d.Low(j) == "appeals" && (c.d.Low(j+1) == "court" || c.d.Low(j+1) == "judge"):
			head = j // "a federal appeals court"
		case t == tag.PunctComma && head == j-1 && c.seated(i, j, end):
			fallback, fallbackHead = j, head // "the Austin, Texas-based company"
			head, weak = -1, -1
		case head >= 0 && head == j-1 && c.d.Low(j) == "armed" && c.d.Is(head, token.Capital) && j+1 < end && c.tags[j+1].Noun():
			// "the Syrian armed forces"
		case t == tag.VBG && head == j-1 && head >= 0 && c.d.Is(head, token.Capital) && c.is(j, participle) && j+1 < end && c.tags[j+1].Noun():
			// "the U.N. peacekeeping force"
		case t == tag.VBN || t == tag.VBG:
			if head >= 0 || j+1 >= end || !c.modifies(j+1, end) && !c.hyphenBefore(j) {
				if j > i && c.hyphenBefore(j) {
					continue
				}
				break loop
			}
		case t == tag.RB && j == i+1 && c.tags[i] == tag.DT && c.d.Low(j) == "then" && j+1 < end && (c.tags[j+1].Noun() || c.tags[j+1] == tag.JJ):
			// "the then home secretary"
		case t == tag.RB || t == tag.RBS || t == tag.RBR:
			if head >= 0 || j+1 >= end || !c.adverbBefore(j+1) {
				break loop
			}
		case t == tag.POS:
			if head < 0 {
				break loop
			}
			if j+1 >= end || !c.modifies(j+1, end) && !c.forces(i, j+1, end) {
				break loop
			}
			fallback, fallbackHead = j, head
			head, weak = -1, -1
		case t == tag.HYPH:
			if j+1 >= end || j == i {
				break loop
			}
		case t == tag.CC:
			if !c.joins(j, i, end, head) {
				break loop
			}
		case t == tag.PunctComma:
			// "a long, cold winter"
			if head >= 0 || j+2 >= end || !adjective(c.tags[j-1]) || !adjective(c.tags[j+1]) || !(c.tags[j+2].Noun() || adjective(c.tags[j+2])) {
				break loop
			}
		case t == tag.SYM:
			if j != i {
				break loop
			}
		case t == tag.Dollar:
			if j == i || head >= 0 || j+1 >= end || !c.d.Is(j+1, token.Digit) {
				break loop // but "an unsolicited $4 billion offer"
			}
		default:
			break loop
		}
	}
	if head >= 0 {
		return head + 1, c.nameHead(i, head)
	}
	if fallback >= 0 {
		if weak >= 0 && c.tags[weak] == tag.CD {
			return weak + 1, weak
		}
		return fallback, c.nameHead(i, fallbackHead)
	}
	if weak >= 0 && c.weakStands(i, weak, end) {
		return weak + 1, weak
	}
	return i, -1
}

// forces reports "military" as a noun: a body's word tagged as an adjective,
// behind a determiner or possessor, with nothing to describe.
func (c *chunker) forces(i, j, end int) bool {
	if j == 0 || j+1 < end && (c.tags[j+1].Noun() || adjective(c.tags[j+1])) || !c.is(j, alone) {
		return false
	}
	return c.tags[j-1] == tag.POS || j > i && (c.tags[j-1] == tag.DT || c.tags[j-1] == tag.PRPS || c.is(j-1, demonym) || c.ofState(j-1, j))
}

// ofState reports the last word of a state's name or adjective at k and "military" at j: "the
// South Korean military said".
func (c *chunker) ofState(k, j int) bool {
	return c.d.Low(j) == "military" && c.d.Is(k, token.Capital) && (c.is(k, entryFirst) || c.is(k, demonym) || secondWords.Has(c.d.Low(k)))
}

// secondWords end the adjectives of states that are two words long.
var secondWords = lexicon.WordsOf("korean", "african", "sudanese", "rican", "leonean", "arabian", "lankan", "guinean", "zealand")

// officer reports a noun for a person tagged as an adjective: a noun or possessor
// stands before it and nothing that it could describe behind.
//
// Example: "a ministry official said". Counter-example: "a ministry official car".
func (c *chunker) officer(i, j, end int) bool {
	if j == i || !c.tags[j-1].Noun() && c.tags[j-1] != tag.POS || !c.is(j, aRole) {
		return false
	}
	return j+1 >= end || !c.tags[j+1].Noun() && !adjective(c.tags[j+1]) && c.tags[j+1] != tag.CC && c.tags[j+1] != tag.VBN && c.tags[j+1] != tag.VBG
}

// weakStands tells "the accused", "some", "70" from an adjective that only
// completes a verb ("is ready") and from "that" before a clause.
func (c *chunker) weakStands(i, weak, end int) bool {
	switch c.tags[weak] {
	case tag.CD:
		return true
	case tag.DT:
		return weak == i && !articles.Has(c.d.Low(weak))
	}
	if c.tags[i] != tag.DT && c.tags[i] != tag.PRPS {
		return false
	}
	return weak+1 >= end || !c.tags[weak+1].Noun()
}

var articles = lexicon.WordsOf("the", "a", "an", "no", "every")

var allBoth = lexicon.WordsOf("all", "both", "half", "such")

func adjective(t tag.Tag) bool { return t == tag.JJ || t == tag.JJR || t == tag.JJS }

// modifies reports that token j can open what is left of a phrase.
func (c *chunker) modifies(j, end int) bool {
	switch t := c.tags[j]; t {
	case tag.JJ, tag.JJR, tag.JJS, tag.CD, tag.NN, tag.NNS, tag.NNP, tag.NNPS:
		return true
	case tag.Dollar:
		return j+1 < end && c.d.Is(j+1, token.Digit)
	case tag.VBN, tag.VBG, tag.RB, tag.RBS:
		return j+1 < end && (c.tags[j+1].Noun() || adjective(c.tags[j+1]) || c.tags[j+1] == tag.VBN)
	}
	return false
}

func (c *chunker) adverbBefore(j int) bool {
	t := c.tags[j]
	return adjective(t) || t == tag.VBN || t == tag.CD || t == tag.VBG || t == tag.RB
}

func (c *chunker) hyphenBefore(j int) bool { return j > 0 && c.tags[j-1] == tag.HYPH }

// titleBreak keeps a name that a form of address opens apart from a thing before it: "Late in life | Ms. Brenn
// lost", but "spokesman Mr. Brenn".
func (c *chunker) titleBreak(j, end int) bool {
	return c.is(j, honorific) && c.d.Is(j, token.Capital) && !c.d.Is(j-1, token.Capital) && (c.tags[j-1] == tag.NN || c.tags[j-1] == tag.NNS) &&
		!c.is(j-1, aRole|roles|people|honorific|aHead) && j+1 < end && c.d.Is(j+1, token.Capital)
}

// timeBreak keeps a day apart from the name before it ("Dmitry Peskov Wednesday").
func (c *chunker) timeBreak(j, end int) bool {
	if !c.d.Is(j, token.Capital) {
		return c.d.Is(j-1, token.Capital) && c.tags[j] == tag.NN && deictic.Has(c.d.Low(j)) // "The Fair Harbour Trust today welcomed"
	}
	if c.is(j, calendar) {
		return c.tags[j-1].Noun() && (j+1 >= end || !c.tags[j+1].Noun())
	}
	// "Wednesday Peskov said"
	return c.is(j-1, calendar) && c.d.Is(j-1, token.Capital) && c.tags[j].Proper()
}

// lapses are the stretches of time that "last" stands before.
var lapses = lexicon.WordsOf("week", "month", "year", "night", "summer", "winter", "spring", "autumn", "weekend")

// deictic are the days that are counted from the one on which one speaks.
var deictic = lexicon.WordsOf("today", "yesterday", "tomorrow", "tonight")

// numberAfter keeps a number behind a name ("April 4", "Boeing 737", "Group 7").
func (c *chunker) numberAfter(j int) bool {
	return c.d.Is(j-1, token.Capital) && c.d.Is(j, token.Digit)
}

// adjectiveAfter allows "EU foreign policy chief": a name, then adjectives, then
// a noun.
func (c *chunker) adjectiveAfter(j, head, end int) bool {
	if head != j-1 && c.tags[j-1] != tag.HYPH && !adjective(c.tags[j-1]) {
		return false
	}
	if j+1 < end && c.d.Is(head, token.Capital) && (c.d.Low(j) == "last" || c.d.Low(j) == "earlier") && c.tags[j+1] == tag.NN && lapses.Has(c.d.Low(j+1)) {
		return false // "Brenn | last week said"
	}
	if j+1 < end && (c.tags[j-1] == tag.HYPH || c.d.Low(j) == "prime" && c.d.Low(j+1) == "minister") {
		return c.tags[j+1].Noun() // also "deputy prime minister"
	}
	if head > 0 && c.tags[head-1] == tag.DT && j+1 < end && c.tags[j+1].Noun() && !c.is(j, timeAdjective) && !c.d.Is(j+1, token.Capital) {
		return true // "a rebel chemical weapons site"
	}
	return c.d.Is(head, token.Capital) && j+1 < end && c.tags[j+1].Noun() && !c.tags[j+1].Proper() ||
		c.d.Is(j, token.Capital) && c.d.Is(head, token.Capital)
}

// joins reports a conjunction inside a phrase: "Hale & Dorn", "political and
// economic reforms", "Iranian and Pakistani troops". Others part two phrases.
func (c *chunker) joins(j, i, end, head int) bool {
	if j == i || j+1 >= end {
		return false
	}
	if c.d.Word(j) == "&" {
		return c.d.Is(j-1, token.Capital) && c.d.Is(j+1, token.Capital)
	}
	if j+2 < end && c.d.Low(j+1) == "crime" && c.d.Low(j-1) == "police" && c.d.Low(j+2) == "commissioner" {
		return true
	}
	if j+2 < end && c.is(j-1, demonym) && c.is(j+1, demonym) && c.tags[j+2].Noun() && !c.d.Is(j+2, token.Capital) {
		return true
	}
	if j+2 >= end || head >= 0 || !adjective(c.tags[j-1]) || !adjective(c.tags[j+1]) {
		return false
	}
	return c.tags[j+2].Noun()
}

// nameHead steps over "Jr." and "QC" to the name before it.
func (c *chunker) nameHead(i, head int) int {
	if head > i && c.d.Is(head-1, token.Capital) && (c.is(head, generation) || degrees.Has(c.d.Low(head))) {
		return head - 1
	}
	return head
}

// degrees are the letters that a title or a rank puts behind a name.
var degrees = lexicon.WordsOf(
	"qc", "kc", "obe", "mbe", "cbe", "frs", "phd", "ph.d.",
	"md", "m.d.",
)

// attach sets FullEnd of the phrases from index from on, last first, so that
// what hangs on an attachment comes along.
func (c *chunker) attach(from, end int) {
	ps := c.set.Phrases
	for k := len(ps) - 1; k >= from; k-- {
		p := &ps[k]
		j := int(p.End)
		if j+2 < end && c.tags[j] == tag.LRB && c.d.Is(j+1, token.Upper) && c.tags[j+2] == tag.RRB {
			j += 3
		}
		if j+1 < end && c.tags[j] == tag.LRB {
			j = c.bracket(j, end)
		}
		p.FullEnd = int32(j)
		if p.Pronoun && c.tags[p.Head] == tag.PRP || j >= end || k+1 >= len(ps) {
			continue
		}
		next := &ps[k+1]
		if int(next.First) != j+1 || next.Pronoun && !c.countsOf(j, int(p.Head)) || !c.hangs(j, int(p.Head)) {
			continue
		}
		if p.FullEnd = next.FullEnd; c.fielded(p, j) {
			p.FullEnd = int32(c.fieldsEnd(k+1, end))
		}
		if at := int(p.FullEnd); at < end && k+2 < len(ps) && c.d.Low(at) == "to" && c.d.Low(at-1) == "staff" && c.d.Low(int(p.Head)) == "chief" && int(ps[k+2].First) == at+1 {
			p.FullEnd = ps[k+2].FullEnd // "chief of staff to the president"
		}
		if p.First > 0 && c.is(int(p.First)-1, ofVerb) && c.d.Low(j) == "of" {
			// the last "of" belongs to the verb: "accused the head of the union of theft"
			p.FullEnd = p.End
			if at := int(next.End); at < end && next.FullEnd > next.End && c.d.Low(at) == "of" {
				p.FullEnd = next.End
			}
		}
	}
}

// fielded reports an office or ministry as phrase p, whose fields a preposition at j brings in: "the Minister | of Trade".
func (c *chunker) fielded(p *Phrase, j int) bool {
	switch c.d.Low(j) {
	case "of", "for":
		return ministers.Has(c.d.Low(int(p.Head)))
	}
	return false
}

var ministers = lexicon.WordsOf("minister", "ministers", "secretary", "undersecretary", "commissioner", "ministry", "department")

// fieldsEnd is where the fields of an office end of which phrase k is the first: "Trade and Industry", "Food, Farming and
// Fisheries". Several are parted by commas, and the last follows "and".
//
// Counter-example: "the Minister of Trade and Ada Brenn", "the Minister of Trade and officials".
func (c *chunker) fieldsEnd(k, end int) int {
	ps := c.set.Phrases
	first, at := int(ps[k].FullEnd), int(ps[k].FullEnd)
	if !c.field(&ps[k]) || int(ps[k].End) != first {
		return first
	}
	for k++; k < len(ps) && at < end && int(ps[k].First) == at+1 && c.field(&ps[k]); k++ {
		and := c.d.Low(at) == "and" || c.d.Low(at) == "&"
		if c.d.Low(at) == "for" && c.d.Low(at-1) == "state" {
			first, at = int(ps[k].End), int(ps[k].End) // "Secretary of State for | Health"
			continue
		}
		if !and && c.tags[at] != tag.PunctComma {
			break
		}
		if at = int(ps[k].End); and {
			return at
		}
	}
	return first
}

// field reports a phrase of words for what a minister is for, all with a capital or none.
func (c *chunker) field(p *Phrase) bool {
	for i := int(p.First); i < int(p.End); i++ {
		if w := c.d.Low(i); !Field(w) || c.d.Is(i, token.Capital) != c.d.Is(int(p.First), token.Capital) || c.is(i, demonym) {
			return false
		}
	}
	return true
}

// countsOf reports "of" at j behind a number, the head of a phrase: what follows may be a pronoun, "one of them".
func (c *chunker) countsOf(j, head int) bool { return c.tags[head] == tag.CD && c.d.Low(j) == "of" }

// bracket is the end of a short bracket at j that holds a name, j if it does not.
func (c *chunker) bracket(j, end int) int {
	if !c.d.Is(j+1, token.Capital) {
		return j
	}
	for k := j + 1; k < min(end, j+8); k++ {
		if c.tags[k] == tag.RRB {
			return k + 1
		}
		if c.tags[k].Finite() {
			break
		}
	}
	return j
}

// hangs reports a preposition at j that ties the next phrase to the noun head.
func (c *chunker) hangs(j, head int) bool {
	if c.tags[j] != tag.IN && c.tags[j] != tag.TO {
		return false
	}
	switch c.d.Low(j) {
	case "of":
		return true
	case "for", "to", "at":
		return c.word(head).role == office || c.orgWord(head) && c.d.Low(j) == "for"
	}
	return false
}
