package quote

import (
	"dossier/article"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// loose places a quotation without a cue of its own: speech that a paragraph
// before left open, the second part of a split quotation, words inside a clause
// with a subject, the paragraph behind a colon, the next turn of the one who
// spoke last; else it stays without a speaker.
func (r *reader) loose(p int) {
	pair := &r.marks.Pairs[p]
	if pair.Unclosed && pair.Words > 60 {
		return
	}
	b := r.blockOf(int(pair.Open))
	if r.crosshead(p, b) || r.seeAlso(int(pair.Open)) {
		return
	}
	sayable := pair.Use == quotemark.Speech && (pair.Words >= 4 || r.wholeBlock(p, b) && r.saysI(p)) && !pair.Unclosed
	switch {
	case pair.Use == quotemark.Speech && (r.said(p, b) || r.heads(p, b)):
	case r.signed(p, b):
	case r.sourceBehind(p, b):
	case r.according(p, b):
	case pair.Continued && r.join(r.quoteBefore(int(pair.Open), b-1), pair, "continued-speech"):
	case r.saidBefore(p, b):
	case r.splitPart(p, b):
	case r.sourceBefore(p, b):
	case r.ofSubject(p, b):
	case r.reporterBefore(p, b):
	case r.announced(p, b):
	case sayable && !r.comma(p) && r.turn(p, b):
	case sayable && r.onlySpeaker(p, b):
	case sayable:
		r.alone(p, b)
	}
}

// crosshead reports a quoted string that is all of its paragraph and written like a
// title: a heading between two parts of the text.
func (r *reader) crosshead(p, b int) bool {
	pair := &r.marks.Pairs[p]
	if !r.wholeBlock(p, b) || pair.Words < 2 || pair.Words > 10 || pair.Unclosed || pair.Continues || r.d.Blocks[b].Kind == article.BlockTitle {
		return false
	}
	if !r.finite(int(pair.Open), int(pair.Close)) && r.single(int(pair.Open)) && r.doubled() {
		return true // 'A healthy neighbourhood.'
	}
	if pair.Words == 2 {
		return false
	}
	for i := int(pair.Open) + 1; i < int(pair.Close); i++ {
		if t := &r.d.Tokens[i]; t.End-t.Start > 3 && r.d.Is(i, token.Letter) && !r.d.Is(i, token.Capital) {
			return false
		}
	}
	return true
}

// doubled reports whether the text quotes speech in double marks.
func (r *reader) doubled() bool {
	const some = 40
	for p := range min(some, len(r.marks.Pairs)) {
		if pair := &r.marks.Pairs[p]; pair.Use == quotemark.Speech && pair.Depth == 0 && !r.single(int(pair.Open)) {
			return true
		}
	}
	return false
}

// single reports a single quotation mark.
func (r *reader) single(i int) bool {
	switch r.d.Word(i) {
	case "'", "‘", "’", "‚", "‛":
		return true
	}
	return false
}

// saysI reports a quotation that speaks of I or we, with a verb.
func (r *reader) saysI(p int) bool {
	pair := &r.marks.Pairs[p]
	for i := int(pair.Open) + 1; i < int(pair.Close); i++ {
		if firstPerson(r.low(i)) {
			return r.finite(i, int(pair.Close))
		}
	}
	return false
}

// wholeBlock reports a quoted string that is all of its paragraph.
func (r *reader) wholeBlock(p, b int) bool {
	first, end := r.tokensOf(b)
	return int(r.marks.Pairs[p].Open) == first && int(r.marks.Pairs[p].Close) >= end-2
}

// comma reports a quotation that ends in a comma: its source stands behind it.
func (r *reader) comma(p int) bool {
	i := r.lastInside(p)
	return i >= 0 && r.tags[i] == tag.PunctComma
}

// cries reports a quotation that ends in a question or a cry.
func (r *reader) cries(p int) bool {
	i := r.lastInside(p)
	return i >= 0 && (r.d.Word(i) == "?" || r.d.Word(i) == "!")
}

// lastInside is the last token of a closed quotation that is no mark of an inner
// one, -1 if there is none.
func (r *reader) lastInside(p int) int {
	pair := &r.marks.Pairs[p]
	if pair.Unclosed || pair.Continues {
		return -1
	}
	i := int(pair.Close) - 1
	for i > int(pair.Open) && r.tags[i] == tag.PunctClose {
		i--
	}
	if i == int(pair.Open) {
		return -1
	}
	return i
}

// sourceBehind reads the source behind a quotation that ends in a comma, where
// its verb is unknown or a long aside parts them: "Q," Brenn, who leads the
// union, riffed; "Q," riffed the union's leader; and behind one that ends in a
// question or a cry, where the source opens a sentence: "Q?" Brenn asked.
func (r *reader) sourceBehind(p, b int) bool {
	pair := &r.marks.Pairs[p]
	if pair.Unclosed || pair.Continues {
		return false
	}
	var c *cue
	i := int(pair.Close) + 1
	if o := r.wasMotto(p, i); o != nil {
		r.claimIn(b, &looseRules[sourceBehindRule], pair, o, nil)
		return true
	}
	if s := r.sentenceOf(i - 1); r.comma(p) {
		if c = r.cameFrom(s, i); c != nil {
			r.claimIn(b, &looseRules[sourceBehindRule], pair, c.src, c)
			return true
		}
		if c = r.participleBefore(s, p); c == nil {
			c = r.verbAfter(s, i)
		}
		if c == nil && pair.Use == quotemark.Speech {
			c = r.tail(s, i)
		}
	} else if cry := r.cries(p); i == s.end && int(r.d.Blocks[b].End) > s.index+1 {
		if r.hears(s, int(pair.Open)) {
			return false // Brenn was asked, "Are you sorry?" The mayor admitted that he was.
		}
		if c = r.cueOpening(r.sentenceOf(i), !cry); c == nil && cry {
			c = r.sourceFirst(r.sentenceOf(i), i)
		}
		if c != nil && r.announces(c) {
			return false
		}
	} else if i < s.end && cry && r.tags[i].Finite() && !auxiliary(r.low(i)) {
		c = r.verbAfter(s, i)
	} else if i < s.end && cry {
		c = r.tail(s, i)
	}
	if c = r.quotingWhom(r.sentenceOf(min(i, len(r.tags)-1)), c); c == nil || !r.speaks(int(c.src.Head)) && (!has(c.frames, 'q') || c.inverted && c.strength == 1 && r.tags[c.verb] != tag.None && r.dumbThing(int(c.src.Head))) || r.calledBefore(int(pair.Open)) || r.titledAs(int(pair.Open)) {
		return false
	}
	r.claimIn(b, &looseRules[sourceBehindRule], pair, c.src, c)
	return true
}

// titledAs reports that the marks at token open hold the title of a thing, whose own verb follows: "The
// ad, titled "Flat," accuses Hamm".
func (r *reader) titledAs(open int) bool {
	if open < 1 {
		return false
	}
	switch r.low(open - 1) {
	case "titled", "entitled", "headlined", "subtitled":
		return true
	}
	return false
}

// calledBefore reports that the marks at token open hold what a thing is called: "what is called
// "duvet lung," a kind of …".
func (r *reader) calledBefore(open int) bool {
	if open < 2 {
		return false
	}
	switch r.low(open - 1) {
	case "called", "named", "termed", "dubbed", "nicknamed", "labelled", "labeled", "titled", "entitled":
	default:
		return false
	}
	for k := open - 2; k >= 0 && k > open-5; k-- {
		switch {
		case copula(r.low(k)), r.low(k) == "'s", r.low(k) == "’s":
			return true
		case !adverbTag(r.tags[k]):
			return false
		}
	}
	return false
}

// announces reports a cue that has a quotation of its own behind it: in "Why?" He
// answered, "Because of you." the first is another's.
func (r *reader) announces(c *cue) bool {
	k := c.end
	if k < len(r.tags) && (r.tags[k] == tag.PunctComma || r.d.Word(k) == ":") {
		k++
	}
	return c.lemma != "ask" && k+1 < len(r.tags) && r.opensSpeech(k) && r.d.Is(k+1, token.Capital)
}

// cueOpening is the cue of a sentence that holds nothing but source and cue. Behind
// a full stop nothing else at all may stand in it.
func (r *reader) cueOpening(s sentence, stop bool) *cue {
	r.cues = r.findCues(r.cues[:0], s)
	if len(r.cues) == 0 {
		return nil
	}
	c := &r.cues[0]
	if c.src == nil || c.passive || c.negated || c.lone || !has(c.frames, 'q') || min(c.srcFirst, c.first) != s.first {
		return nil
	}
	switch r.at(s, c.after) {
	case "that", "whether", "if":
		if r.finite(c.after+1, s.end) {
			return nil // "Who will pay?" His wife pointed out that they had paid.
		}
	}
	last := c.after+1 >= s.end
	if last || !stop && (r.closes(s, c) || r.low(c.after) == "," || subordinate(r.low(c.after))) {
		return c
	}
	return nil
}

// verbAfter is the first verb behind token i of which the phrase at i is the
// subject, or that turns the order round.
func (r *reader) verbAfter(s sentence, i int) *cue {
	for v := i; v < s.end && r.outer(v) < 0; v++ {
		t := r.tags[v]
		if t == tag.MD || !t.Finite() && t != tag.VBN && !(v == i && r.mistagged(s, v)) || auxiliary(r.low(v)) {
			continue
		}
		if hearing(r.low(v)) {
			return nil // "…," she heard
		}
		e := r.cueVerb(v, verbTag(t))
		known := e != nil
		if !known {
			e = &entry{lemma: tag.Lemma(r.low(v), verbTag(t)), class: "speech", strength: 1, frames: "q"}
		}
		c := &cue{entry: e, first: v, end: v + 1, verb: v, srcFirst: v}
		if v == i {
			if r.behind(s, c) {
				return c
			}
			return nil
		}
		if first, end, head, ok := r.phraseBefore(s, v-1, v); ok && first <= i+1 && r.tags[head] != tag.WP && r.tags[head] != tag.WDT {
			c.src, c.srcFirst = r.source(first, end, head), first
			return c
		}
		if copula(r.low(v - 1)) {
			return nil // "…," it was noted
		}
		if p := r.men.PhraseAt(i); known && v-i <= longestTail && e.strength == 3 && p >= 0 && int(r.men.Phrases[p].First) == i {
			c.src, c.srcFirst = r.source(i, v, int(r.men.Phrases[p].Head)), i
			return c
		}
	}
	return nil
}

// sentenceOf is the sentence of token i.
func (r *reader) sentenceOf(i int) sentence {
	k := int(r.d.Tokens[i].Sentence)
	s := r.d.Sentences[k]
	return sentence{int(s.First), int(s.End), int(s.Block), k}
}

// ofSubject gives a quotation inside a sentence to the subject of the verb
// before it: "With Brenn yelling: …", "Brenn wrapped up — …", to the name before
// a colon, or to the possessor right before it: "in Brenn's words, …".
func (r *reader) ofSubject(p, b int) bool {
	pair := &r.marks.Pairs[p]
	open := int(pair.Open)
	s := r.sentenceOf(open)
	if open <= s.first || pair.Words < 4 || r.calledBefore(open) || r.outer(open-1) >= 0 && r.outer(s.first) >= 0 && int(r.marks.Pairs[r.outer(s.first)].Close) >= open-2 {
		return false
	}
	src := r.beforeColon(s, open)
	for _, find := range [...]func(*reader, sentence, int) *Source{
		(*reader).wordsOf, (*reader).inOnesWords, (*reader).presented, (*reader).subjectTowards, (*reader).possessorTowards, (*reader).personBeforeColon, (*reader).forWhom,
	} {
		if src == nil {
			src = find(r, s, open)
		}
	}
	if src == nil {
		return false
	}
	r.claimIn(b, &looseRules[quotationOfSubjectRule], pair, src, nil)
	return true
}

// beforeColon is the name that a colon before the quotation at open follows.
func (r *reader) beforeColon(s sentence, open int) *Source {
	i := open - 1
	if r.low(i) != ":" || i == s.first {
		return nil
	}
	first, head, ok := r.nearPhrase(s, i, open-1)
	if !ok || r.headOf[head] < 0 && !r.allCapital(first, i) {
		return nil
	}
	if first > s.first && r.outer(first-1) < 0 && r.tags[first-1] != tag.PunctEnd && r.tags[first-1] != tag.PunctColon && r.d.Tokens[first-1].Shape != 0 &&
		(r.tags[first-1] != tag.PunctComma || r.tags[s.first] != tag.IN || r.finite(s.first, first)) {
		return nil // but "On the appeal, Brenn: …"
	}
	return r.source(first, i, head)
}

// personBeforeColon is the person right before a colon, whatever the clause says
// of them: "it does not surprise pollster Ada Brenn: …".
func (r *reader) personBeforeColon(s sentence, open int) *Source {
	if r.low(open-1) != ":" {
		return nil
	}
	first, head, ok := r.nearPhrase(s, open-1, open-1)
	if !ok || r.headOf[head] < 0 || r.men.Mentions[r.headOf[head]].Kind != article.KindPerson {
		return nil
	}
	return r.source(first, open-1, head)
}

// subjectTowards is the subject of the last finite verb before the quotation
// at open, if it can speak.
func (r *reader) subjectTowards(s sentence, open int) *Source {
	const far = 40
	for v := open - 1; v > s.first && v > open-far; v-- {
		t := r.tags[v]
		if r.outer(v) >= 0 || !t.Finite() && t != tag.VBG || t == tag.MD {
			continue
		}
		if r.suffers(v, open) || r.equates(v, open) || hearing(r.low(v)) {
			return nil // "X was asked: …", "X is a "heavy load of bricks""
		}
		c := &cue{entry: unknown, first: v, end: v + 1, verb: v}
		if t == tag.VBG {
			j := v - 1
			for j > s.first && adverbTag(r.tags[j]) {
				j--
			}
			if first, end, head, ok := r.phraseBefore(s, j, v); ok && r.speaks(head) {
				return r.source(first, end, head)
			}
			continue
		}
		if r.subjectOf(s, c, v) && r.speaks(int(c.src.Head)) {
			if w := r.low(int(c.src.Head)); w == "you" || w == "nobody" || r.spokenOf(open) {
				return nil // "when you call them "q"", "he "came up behind me""
			}
			if r.sideClause(s, int(c.src.First)) {
				continue // "Unless rivals quit, "q"": not the rivals' words
			}
			if near := r.personAt(s, open, v); near != nil {
				return near
			}
			return c.src
		}
	}
	return nil
}

// personAt is the person whose name ends right before the quotation at open, behind
// the verb at v: "the goal left Brenn "lost for words and happy"".
func (r *reader) personAt(s sentence, open, v int) *Source {
	first, head, ok := r.nearPhrase(s, open, open-1)
	if !ok || first <= v || r.headOf[head] < 0 || head != open-1 {
		return nil
	}
	if m := &r.men.Mentions[r.headOf[head]]; m.Kind != article.KindPerson || m.Type == article.MentionPronoun {
		return nil
	}
	return r.source(first, open, head)
}

// sideClause reports a subject at first of a clause that opens with if, unless,
// after or the like.
func (r *reader) sideClause(s sentence, first int) bool {
	if first == s.first {
		return false
	}
	switch r.low(first - 1) {
	case "if", "unless", "after", "because", "although", "though", "until", "how", "whether", "why":
		return true
	}
	return false
}

// suffers reports a verb of speech in the passive at v: its subject hears the words
// and does not say them.
func (r *reader) suffers(v, end int) bool {
	be := copula(r.low(v))
	if !be && !auxiliary(r.low(v)) {
		return false
	}
	v++
	for v < end && (adverbTag(r.tags[v]) || copula(r.low(v))) {
		be = be || r.low(v) == "been" // "have been urged"
		v++
	}
	if v >= end || !be || r.tags[v] != tag.VBN {
		return false
	}
	switch r.low(v) {
	case "asked", "told", "questioned", "pressed", "warned", "informed", "advised", "quizzed",
		"urged", "ordered", "instructed", "encouraged", "reminded", "obliged", "obligated", "forced", "praised", "hailed", "accused", "criticised", "criticized":
		return true
	}
	return false
}

// equates reports a form of be at v whose complement holds the quotation at open:
// "the fund is a "bomb with a clock"" tells what the subject is, not what it says.
func (r *reader) equates(v, open int) bool {
	if !copula(r.low(v)) || r.low(open-1) == ":" {
		return false
	}
	for k := v + 1; k < open; k++ {
		if t := r.tags[k]; t.Verb() || t == tag.PunctComma || t == tag.PunctColon || t == tag.TO {
			return false
		}
	}
	return true
}

// possessorTowards is the possessor in the phrase right before a quotation: "the
// minister's \"…\"", "in her words, \"…\"".
func (r *reader) possessorTowards(s sentence, open int) *Source {
	i := open - 1
	for i > s.first && (r.tags[i] == tag.PunctComma || r.low(i) == ":" || r.low(i) == "that" || r.tags[i] == tag.POS) {
		i--
	}
	if p := r.outer(open); r.tags[open-1] == tag.POS && p >= 0 && !r.finite(open, int(r.marks.Pairs[p].Close)) {
		return nil // "cited the firm's "strong balance sheet and discipline"": what another finds in it
	}
	src := r.possessor(i)
	if w := r.low(i); src != nil && i < open-1 && !utterance(w) && !ownWords(w) && !mediaNoun(w) && r.low(open-1) == ":" {
		return nil // "Brenn's house: "q"" does not quote Brenn
	}
	if src == nil && r.tags[i+1] == tag.POS && r.men.PhraseAt(i) >= 0 {
		ph := &r.men.Phrases[r.men.PhraseAt(i)]
		src = r.source(int(ph.First), i+1, int(ph.Head))
	}
	if src == nil || int(src.First) < s.first || !r.speaks(int(src.Head)) {
		return nil
	}
	if k := int(src.First) - 1; k >= s.first && r.tags[open-1] == tag.POS && r.tags[k].Verb() && r.cueVerb(k, r.tags[k]) != nil {
		return nil // "citing the firm's "…""
	}
	return src
}

// speaks reports a head that can have words of its own: a person, a body, a
// pronoun, not a place or a thing.
func (r *reader) speaks(head int) bool {
	m := r.headOf[head]
	if m < 0 {
		return r.tags[head].Proper() && !r.timeHead(head)
	}
	men := &r.men.Mentions[m]
	return men.Kind != article.KindPlace && (men.Type != article.MentionPronoun || r.low(head) != "it")
}

// turn gives a paragraph that is a quotation to the one who spoke last in the
// paragraph before, unless that ended with a question: then another answers.
func (r *reader) turn(p, b int) bool {
	pair := &r.marks.Pairs[p]
	if r.othersBehind(p, b) {
		return false
	}
	if b == 0 || int(r.d.Sentences[r.d.Blocks[b].First].First) != int(pair.Open) || r.d.Blocks[b-1].First == r.d.Blocks[b-1].End {
		return false
	}
	if n := len(r.out) - 1; n >= r.settled && r.blockOf(int(r.out[n].First)) == b-1 && int(r.out[n].End) >= r.blockEnd(b-1) && r.out[n].Speaker != nil {
		r.claimIn(b, &looseRules[speakerBeforeRule], pair, r.out[n].Speaker, nil)
		return true
	}
	if k := r.lastReport(int(pair.Open), b-1); k >= 0 {
		q := &r.out[k]
		if r.cries(p) && r.namesBehind(p, b, q) {
			return false // "Not us!" Brenn, the head of it, Tweeted.
		}
		if q.CueLemma == "ask" || r.low(int(q.End)-1) == "?" || firstSingular(r.low(int(q.Speaker.Head))) || r.takesOver(q, b-1) {
			return false // "But you have written a book, I say.": the other answers
		}
		r.claimIn(b, &looseRules[speakerBeforeRule], pair, q.Speaker, nil)
		return true
	}
	return false
}

// othersBehind reports a person whom the words right behind the quotation p begin
// with, by name: the quotation is theirs rather than that of the speaker before.
func (r *reader) othersBehind(p, b int) bool {
	i := int(r.marks.Pairs[p].Close) + 1
	end := r.blockEnd(b)
	for k := i; k < min(end, i+6) && r.outer(k) < 0; k++ {
		if m := r.headOf[k]; m >= 0 && r.men.Mentions[m].Kind == article.KindPerson && r.men.Mentions[m].Type == article.MentionName {
			return true
		}
		if r.tags[k].Finite() || r.tags[k] == tag.IN {
			return false
		}
	}
	return false
}

// takesOver reports a person other than q's speaker, by name, at the start of the last
// sentence of block b, behind q: whoever speaks next is open then.
func (r *reader) takesOver(q *Quote, b int) bool {
	s := r.sentenceOf(r.blockEnd(b) - 1)
	if s.first <= int(max(q.End, q.CueEnd)) {
		return false
	}
	for i := s.first; i < min(s.end, s.first+12); i++ {
		m := r.headOf[i]
		if m < 0 || r.men.Mentions[m].Kind != article.KindPerson || r.outer(i) >= 0 {
			continue
		}
		return r.men.Mentions[m].Type == article.MentionName && r.low(i) != r.low(int(q.Speaker.Head))
	}
	return false
}

// textual reports a source that is a text: "the statement read".
func (r *reader) textual(s *Source) bool {
	return mediaNoun(r.low(int(s.Head))) && r.tags[s.Head].Noun() || r.low(int(s.Head)) == "editorial"
}

func (r *reader) blockEnd(b int) int {
	_, end := r.tokensOf(b)
	return end
}

// lastReport is the last quote before token i, no earlier than in block from,
// whose speaker is a person and speaks; -1 if there is none.
func (r *reader) lastReport(i, from int) int {
	const steps = 24
	at := r.settledBefore(i)
	for k := at - 1; k >= 0 && k > at-steps && r.blockOf(int(r.out[k].First)) >= from; k-- {
		q := &r.out[k]
		if q.Speaker != nil && (r.person(q.Speaker) || q.Kind == article.QuoteDirect && r.textual(q.Speaker)) && r.outer(int(q.CueFirst)) < 0 && q.CueFirst < q.CueEnd {
			return k
		}
	}
	return -1
}
