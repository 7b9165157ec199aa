package quote

import (
	"dossier/article"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
)

// Quotations without a verb of speech: the words before a colon or behind the
// quotation tell whose they are.

// wordsOf is whose words a noun announces as such, before a colon or a form of be:
// "Brenn's reply was blunt: …", "The letter makes a case: …", "Brenn's motto is …".
func (r *reader) wordsOf(s sentence, open int) *Source {
	if r.low(open-1) != ":" {
		return r.nounIs(s, open)
	}
	for v := s.first + 1; v < open; v++ {
		if !r.tags[v].Finite() || r.outer(v) >= 0 {
			continue
		}
		c := &cue{entry: unknown, first: v, end: v + 1, verb: v}
		if !r.subjectOf(s, c, v) || int(c.src.First) != s.first {
			return nil
		}
		head := int(c.src.Head)
		switch w := r.low(head); {
		case utterance(w):
			if o := r.possessor(head); o != nil && r.speaks(int(o.Head)) {
				return o
			}
		case mediaNoun(w) && r.tags[head].Noun():
			return c.src
		}
		return nil
	}
	return nil
}

// nounIs is the owner of a noun for words that a form of be equals with the
// quotation: "Brenn's slogan was "q"", "her answer was that it "q"".
func (r *reader) nounIs(s sentence, open int) *Source {
	const far = 14
	for v := open - 1; v > s.first && v > open-far; v-- {
		if r.outer(v) >= 0 {
			return nil
		}
		if !copula(r.low(v)) {
			continue
		}
		if v < open-1 && r.low(v+1) != "that" {
			continue
		}
		for n := v - 1; n > s.first; n-- {
			if r.tags[n] == tag.PunctComma || r.tags[n].Verb() || r.outer(n) >= 0 {
				return nil
			}
			if !utterance(r.low(n)) {
				continue
			}
			if o := r.possessor(n); o != nil && r.speaks(int(o.Head)) {
				return o
			}
			return nil
		}
	}
	return nil
}

// utterance reports a noun for what somebody says.
func utterance(w string) bool {
	switch w {
	case "reply", "response", "answer", "message", "verdict", "advice", "view", "warning", "question", "argument",
		"reaction", "explanation", "assessment", "promise", "appeal", "motto", "slogan", "conclusion", "plea",
		"mantra", "catchphrase", "phrase", "dictum", "refrain", "punchline", "assumption", "contention", "claim", "remark", "rationale", "retort", "rejoinder", "excuse":
		return true
	}
	return false
}

// forWhom is the person of "For Ada Brenn, it is simple: …".
func (r *reader) forWhom(s sentence, open int) *Source {
	if r.low(open-1) != ":" || r.low(s.first) != "for" || s.first+1 >= open {
		return nil
	}
	p := r.men.PhraseAt(s.first + 1)
	if p < 0 {
		return nil
	}
	ph := &r.men.Phrases[p]
	m := r.headOf[ph.Head]
	if int(ph.First) != s.first+1 || m < 0 || r.men.Mentions[m].Kind != article.KindPerson || r.tags[ph.FullEnd] != tag.PunctComma {
		return nil
	}
	return r.source(int(ph.First), int(ph.FullEnd), int(ph.Head))
}

// according gives a quotation to the source named behind it: "…," according to the
// union; "…," in the words of Brenn; "…," in Brenn's words.
func (r *reader) according(p, b int) bool {
	pair := &r.marks.Pairs[p]
	i := int(pair.Close) + 1
	if pair.Unclosed || pair.Continues || i+2 >= len(r.tags) || r.d.Tokens[i].Sentence != r.d.Tokens[i-1].Sentence {
		return false
	}
	var src *Source
	switch r.low(i) {
	case "according":
		if r.low(i+1) == "to" {
			src = r.phraseFrom(i + 2)
		}
	case "per":
		src = r.phraseFrom(i + 1)
	case "in":
		src = r.inWordsOf(i + 1)
	}
	if src == nil {
		return false
	}
	r.claimIn(b, &looseRules[sourceBehindRule], pair, src, nil)
	return true
}

// cameFrom is whose words "came the reply from X" at token i tells of; nil if it
// tells of none.
func (r *reader) cameFrom(s sentence, i int) *cue {
	if i+1 < s.end && copula(r.low(i)) && r.low(i+1) == "how" {
		return r.howPut(s, i+2)
	}
	if i+1 >= s.end || r.low(i) != "came" && r.low(i) != "comes" {
		return nil
	}
	n := r.phraseFrom(i + 1)
	if n == nil || !utterance(r.low(int(n.Head))) {
		return nil
	}
	for k := int(n.Head) + 1; k+1 < min(s.end, int(n.Head)+3); k++ {
		if r.low(k) == "from" {
			if src := r.phraseFrom(k + 1); src != nil {
				return &cue{entry: &entry{lemma: "come", class: "speech", strength: 2, frames: "q"}, first: i, end: i + 1, verb: i, srcFirst: k + 1, src: src}
			}
		}
	}
	return nil
}

// howPut is X of ""Q," was how X put it": the cue of the phrase at token i, behind how, and
// a verb of words with "it" for its object.
func (r *reader) howPut(s sentence, i int) *cue {
	src := r.phraseFrom(i)
	if src == nil || int(src.End)+1 >= s.end || r.low(int(src.End)+1) != "it" {
		return nil
	}
	v := int(src.End)
	if e := r.cueVerb(v, verbTag(r.tags[v])); r.low(v) != "put" && r.low(v) != "puts" && (e == nil || e.class != "speech") {
		return nil
	}
	return &cue{entry: &entry{lemma: tag.Lemma(r.low(v), tag.VBD), class: "speech", strength: 2, frames: "q"}, first: v, end: v + 1, verb: v, srcFirst: i, src: src}
}

// inOnesWords is X of "In the words of X, …" and "In X's view, …" at the start of a
// sentence.
func (r *reader) inOnesWords(s sentence, open int) *Source {
	if r.low(s.first) != "in" || s.first+2 >= open {
		return nil
	}
	if src := r.inWordsOf(s.first + 1); src != nil && int(src.End) < open {
		return src
	}
	return nil
}

// phraseFrom is the noun phrase that starts at token i as a source, nil if none does.
func (r *reader) phraseFrom(i int) *Source {
	if i >= len(r.tags) {
		return nil
	}
	k := r.men.PhraseAt(i)
	if k < 0 || int(r.men.Phrases[k].First) != i {
		return nil
	}
	ph := &r.men.Phrases[k]
	return r.source(i, int(ph.FullEnd), int(ph.Head))
}

// inWordsOf is X in "the words of X" or "X's words" at token i.
func (r *reader) inWordsOf(i int) *Source {
	if r.low(i) == "the" && i+3 < len(r.tags) && ownWords(r.low(i+1)) && r.low(i+2) == "of" {
		return r.phraseFrom(i + 3)
	}
	const far = 8
	for k := i + 1; k < min(len(r.tags), i+far); k++ {
		if t := r.tags[k]; t.Verb() || t == tag.PunctComma || t == tag.PunctEnd || t == tag.IN {
			return nil
		}
		if ownWords(r.low(k)) {
			if o := r.possessor(k); o != nil && int(o.First) == i {
				return o
			}
			return nil
		}
	}
	return nil
}

// ownWords reports a noun for how somebody puts a thing.
func ownWords(w string) bool {
	switch w {
	case "words", "phrase", "phrasing", "view", "opinion", "telling", "parlance", "estimation", "assessment", "judgment", "judgement", "description":
		return true
	}
	return false
}

// saidBefore gives a quotation to the source of the sentence right before it, which
// tells that somebody speaks and holds no words itself: X said in a statement. "Q";
// X had continued her remarks. "Q".
func (r *reader) saidBefore(p, b int) bool {
	pair := &r.marks.Pairs[p]
	open := int(pair.Open)
	s := r.sentenceOf(open)
	if s.first != open || s.index == 0 || pair.Use != quotemark.Speech {
		return false
	}
	prev := r.d.Sentences[s.index-1]
	before := sentence{int(prev.First), int(prev.End), int(prev.Block), s.index - 1}
	if before.block < b-1 || r.d.Blocks[before.block].Kind != r.d.Blocks[b].Kind {
		return false
	}
	c := r.lastSaid(before)
	if c == nil && before.block == b {
		if src := r.wordsIn(before); src != nil {
			r.claimIn(b, &looseRules[cueBeforeRule], pair, src, nil)
			return true
		}
	}
	if c == nil || !r.speaks(int(c.src.Head)) || !r.noWords(before, c) || r.reported(c) {
		return false
	}
	r.claimIn(b, &looseRules[cueBeforeRule], pair, c.src, c)
	return true
}

// wordsIn is whose words a sentence tells of that only says what they are like: "Brenn's reply was
// curt.", "Her letter was read out."
func (r *reader) wordsIn(s sentence) *Source {
	const longest = 25
	p := r.men.PhraseAt(s.first)
	if p < 0 || s.end-s.first > longest {
		return nil
	}
	head := int(r.men.Phrases[p].Head)
	if w := r.low(head); !utterance(w) && !mediaNoun(w) || !r.tags[head].Noun() {
		return nil
	}
	if head+2 == s.end && r.low(head+1) == "?" {
		if o := r.possessor(head); o != nil && r.speaks(int(o.Head)) {
			return o // "Brenn's verdict?"
		}
	}
	for v := head + 1; v < s.end; v++ {
		if t := r.tags[v]; r.outer(v) >= 0 || t == tag.PunctComma || t == tag.WP || t == tag.WDT {
			return nil
		} else if t.Finite() {
			if o := r.possessor(head); copula(r.low(v)) && v+1 < s.end && !negation(r.low(v+1)) && o != nil && r.speaks(int(o.Head)) {
				return o
			}
			return nil
		}
	}
	return nil
}

// lastSaid is the last cue of speech of a sentence, its source known; nil if there is
// none, or if nobody says anything by it.
func (r *reader) lastSaid(s sentence) *cue {
	r.cues = r.findCues(r.cues[:0], s)
	for k := len(r.cues) - 1; k >= 0; k-- {
		c := &r.cues[k]
		if c.class != "speech" || c.strength < 2 || r.outer(c.verb) >= 0 {
			continue
		}
		if c.src == nil {
			break
		}
		if c.passive || c.relative || c.negated || c.modal || c.infinitive || r.inSideClause(s, c) {
			return nil
		}
		return c
	}
	c := r.front(s, s.end)
	if c != nil {
		r.afterCue(s, c)
	}
	return c
}

// inSideClause reports a cue whose clause only tells when or why: "Brenn left when she
// was asked". Behind another's report a new one must be joined to it by and or but.
func (r *reader) inSideClause(s sentence, c *cue) bool {
	first := min(int(c.src.First), c.first)
	if first == s.first {
		return false
	}
	before := r.tags[first-1]
	if before == tag.WRB || subordinate(r.low(first-1)) {
		return true
	}
	for k := range r.cues {
		if o := &r.cues[k]; o.verb < c.verb && r.outer(o.verb) < 0 && o.class == "speech" && r.reported(o) {
			return before != tag.CC && before != tag.PunctClose
		}
	}
	return false
}

// noWords reports a cue behind which the sentence ends, an object aside that only
// names what follows: "tweeted a warning".
func (r *reader) noWords(s sentence, c *cue) bool {
	i := c.after
	if p := r.men.PhraseAt(min(i, s.end-1)); p >= 0 && int(r.men.Phrases[p].First) == i && has(c.frames, 'q') {
		if w := r.low(int(r.men.Phrases[p].Head)); utterance(w) || mediaNoun(w) {
			i = int(r.men.Phrases[p].FullEnd)
		}
	}
	return i >= s.end || r.tags[i] == tag.PunctEnd
}

// reported reports a cue that a quote has already.
func (r *reader) reported(c *cue) bool {
	const steps = 12
	look := func(lo, hi int) bool {
		for k := hi - 1; k >= lo && k >= hi-steps; k-- {
			if int(r.out[k].CueFirst) == c.first && r.out[k].CueEnd > r.out[k].CueFirst {
				return true
			}
		}
		return false
	}
	return look(0, r.settledBefore(int(r.d.Sentences[r.d.Tokens[c.verb].Sentence].End))) || look(r.settled, len(r.out))
}

// presented is whose words a clause without a verb of speech presents before a
// colon: "Here is Brenn in March: …", "From the report: …".
func (r *reader) presented(s sentence, open int) *Source {
	if r.low(open-1) != ":" {
		return nil
	}
	i := s.first
	switch r.low(i) {
	case "here":
		if i+1 < open && copula(r.low(i+1)) || r.low(i+1) == "'s" || r.low(i+1) == "’s" {
			i += 2
		} else {
			return nil
		}
	case "from", "per":
		i++
	case "as":
		return nil
	default:
		return nil
	}
	p := r.men.PhraseAt(min(i, open-1))
	if p < 0 || int(r.men.Phrases[p].First) != i || int(r.men.Phrases[p].FullEnd) > open-1 {
		return nil
	}
	ph := &r.men.Phrases[p]
	if m := r.headOf[ph.Head]; !r.speaks(int(ph.Head)) && !mediaNoun(r.low(int(ph.Head))) || m >= 0 && r.men.Mentions[m].Kind == article.KindPlace {
		return nil
	}
	return r.source(i, int(ph.End), int(ph.Head))
}

// longestAlone is how many words a quotation may have to be thought the speaker's of
// its paragraph: longer ones are excerpts that quote others themselves.
const longestAlone = 60

// onlySpeaker gives a quotation to the one speaker of the other quotations of its
// paragraph that stand near by.
func (r *reader) onlySpeaker(p, b int) bool {
	const steps = 12
	first, end := r.tokensOf(b)
	open := int(r.marks.Pairs[p].Open)
	if r.cries(p) || r.hears(r.sentenceOf(open), open) {
		return false // the answer's speaker did not ask
	}
	if r.marks.Pairs[p].Words > longestAlone {
		return false // an excerpt
	}
	at := r.settledBefore(open)
	var best *Quote
	for _, part := range [...][2]int{{max(0, at-steps), min(r.settled, at+steps)}, {max(r.settled, len(r.out)-steps), len(r.out)}} {
		for k := part[0]; k < part[1]; k++ {
			q := &r.out[k]
			if int(q.First) < first || int(q.First) >= end || q.Speaker == nil || q.CueFirst == q.CueEnd || q.weak && q.Kind == article.QuoteIndirect {
				continue
			}
			if best != nil && r.low(int(q.Speaker.Head)) != r.low(int(best.Speaker.Head)) {
				return false
			}
			best = q
		}
	}
	if best == nil || !r.speaks(int(best.Speaker.Head)) || !r.nearBy(p, best) {
		return false
	}
	if s := r.sentenceOf(open); open > s.first+1 && r.low(open-1) == ":" && int(best.First) > open && r.tags[best.Speaker.Head] != tag.PRP {
		return false // "The minutes state: "q" Brenn said they were late.": something else announces it
	}
	r.claimIn(b, &looseRules[onlySpeakerRule], &r.marks.Pairs[p], best.Speaker, nil, article.Feature{Name: "one-speaker-in-paragraph", Weight: 0})
	return true
}

// nearBy reports that at most one sentence stands between the quotation p and q.
func (r *reader) nearBy(p int, q *Quote) bool {
	pair := &r.marks.Pairs[p]
	open, closing := r.d.Tokens[pair.Open].Sentence, r.d.Tokens[pair.Close-1].Sentence
	first, last := r.d.Tokens[min(q.First, q.CueFirst)].Sentence, r.d.Tokens[max(q.End, q.CueEnd)-1].Sentence
	return first-closing <= 2 && open-last <= 2
}

// hears reports a verb before the quotation at open whose subject hears what is said:
// "Brenn was asked, …".
func (r *reader) hears(s sentence, open int) bool {
	for v := max(s.first, open-longestTail); v < open; v++ {
		if r.suffers(v, open) {
			return true
		}
	}
	return false
}

// participleBefore is a participle of speech that opens the sentence of a quotation,
// with the subject behind it: "Calling it "a waste," Brenn left the room."
func (r *reader) participleBefore(s sentence, p int) *cue {
	open, i := int(r.marks.Pairs[p].Open), int(r.marks.Pairs[p].Close)+1
	v := s.first
	switch r.low(v) {
	case "after", "before", "by", "while", "in", "despite", "besides":
		v++ // "After saying that it was "late," Brenn left."
	}
	if v >= open {
		return nil
	}
	e := r.cueVerb(v, tag.VBG)
	if r.tags[v] != tag.VBG || e == nil || e.class != "speech" || i >= s.end || open-s.first > longestTail || v == s.first && r.finite(v, open) {
		return nil
	}
	k := r.men.PhraseAt(i)
	if k < 0 || int(r.men.Phrases[k].First) != i || !r.finite(i, min(s.end, i+longestTail)) {
		return nil
	}
	ph := &r.men.Phrases[k]
	c := &cue{entry: &entry{lemma: e.lemma, class: e.class, strength: e.strength, frames: "q", named: e.named}, first: v, end: v + 1, verb: v, srcFirst: i}
	c.src = r.source(i, int(ph.FullEnd), int(ph.Head))
	return c
}
