package quote

import (
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// The tail of a quotation is the words behind its closing mark: "Q," wrote two
// aides of Brenn, or "Q," an aide who asked for no name later told the station.
// Behind a comma, a question or a cry they can be little else than a source and
// its verb, so that they are read also where the tags or the phrases are wrong.

// longestTail is how many tokens of a tail are looked at for its verb.
const longestTail = 45

// tail is the cue of the words from token i on, nil if they name no source.
func (r *reader) tail(s sentence, i int) *cue {
	if i >= s.end || r.outer(i) >= 0 {
		return nil
	}
	if r.tags[i].Verb() {
		return r.verbFirst(s, i)
	}
	if c := r.sourceFirst(s, i); c != nil {
		return c
	}
	return r.verbFirst(s, i)
}

// tailEnd is where the tail from token i on ends: with the sentence, or where
// the next quotation opens.
func (r *reader) tailEnd(s sentence, i int) int {
	end := min(s.end, i+longestTail)
	for k := i; k < end; k++ {
		if p := r.outer(k); p >= 0 && r.marks.Pairs[p].Use != quotemark.Scare {
			return k
		}
	}
	return end
}

// verbFirst reads "wrote X": a verb of speech, or any past tense, then words
// that name somebody up to the first comma, preposition or verb.
func (r *reader) verbFirst(s sentence, i int) *cue {
	t := r.tags[i]
	known := r.cueVerb(i, verbTag(t))
	if past := t == tag.VBD || t == tag.VBZ || t == tag.VBN; !past && (known == nil || known.class != "speech") || auxiliary(r.low(i)) || t.Proper() {
		return nil
	}
	e := &entry{lemma: tag.Lemma(r.low(i), verbTag(t)), class: "speech", strength: 1, frames: "q"}
	if known != nil {
		e.strength, e.named = known.strength, known.named
	}
	end, head := r.namedBehind(i+1, r.tailEnd(s, i))
	if head < 0 || end < s.end && r.tags[end].Finite() {
		return nil // "…," said the fair would be shut
	}
	return &cue{entry: e, first: i, end: i + 1, verb: i, srcFirst: i, src: r.source(i+1, end, head), inverted: true}
}

// namedBehind is where the words that name a source from token i on end, and
// their head; head is -1 if they name none.
func (r *reader) namedBehind(i, end int) (int, int) {
	if i >= end {
		return i, -1
	}
	switch t := r.tags[i]; {
	case r.d.Is(i, token.Capital) && t != tag.PRP, t == tag.DT, t == tag.CD, t == tag.PRPS, t == tag.JJ, t == tag.NN, t == tag.NNS:
	default:
		return i, -1
	}
	head, last := -1, -1
	k := i
	for ; k < end; k++ {
		t := r.tags[k]
		if k > i && (t == tag.IN && r.low(k) != "of" || t.Verb() || t == tag.TO || t == tag.MD || t == tag.WP || t == tag.CC) ||
			t == tag.PunctComma || t == tag.PunctEnd || t == tag.PunctColon || t == tag.LRB {
			break
		}
		if r.tags[k].Noun() || r.d.Is(k, token.Capital) {
			if head < 0 || !r.afterOf(i, k) {
				head = k
			}
		}
		if t == tag.JJ || t == tag.CD {
			last = k // "the editorial", "one of them"
		}
	}
	if head < 0 {
		head = last
	}
	if head < 0 && k == i+1 && somebody(r.low(i)) {
		head = i // "called another"
	}
	return k, head
}

// somebody reports a determiner that may stand for one who speaks.
func somebody(low string) bool {
	switch low {
	case "another", "others", "some", "many", "several", "both":
		return true
	}
	return false
}

// afterOf reports "of" between the tokens i and k: what follows it is no head.
func (r *reader) afterOf(i, k int) bool {
	for ; i < k; i++ {
		if r.low(i) == "of" {
			return true
		}
	}
	return false
}

// sourceFirst reads "X wrote": words that begin like a name or phrase, and the
// first verb of speech behind them that no relative clause or infinitive holds.
func (r *reader) sourceFirst(s sentence, i int) *cue {
	if !r.opensSource(i) {
		return nil
	}
	end := r.tailEnd(s, i)
	for v := i + 1; v < end; v++ {
		if r.d.Word(v) == ":" || r.d.Word(v) == ";" {
			return nil
		}
		e := r.tailVerb(s, v, end)
		if e == nil {
			continue
		}
		stop := v
		for stop > i+1 && (adverbTag(r.tags[stop-1]) || r.tags[stop-1] == tag.PunctComma || auxiliary(r.low(stop-1)) || r.tags[stop-1] == tag.MD || r.quotedAs(stop-1)) {
			stop--
		}
		head := r.headOfTail(i, stop)
		if head < 0 {
			return nil
		}
		return r.quotingWhom(s, &cue{entry: e, first: v, end: v + 1, verb: v, srcFirst: i, src: r.source(i, stop, head)})
	}
	return nil
}

// opensSource reports a token that may open the words for a source.
func (r *reader) opensSource(i int) bool {
	switch t := r.tags[i]; t {
	case tag.DT, tag.PRPS, tag.CD, tag.NNP, tag.NNPS, tag.NN, tag.NNS, tag.JJ, tag.PRP, tag.VBN:
		return r.low(i) != "that" && r.low(i) != "this"
	default:
		return r.d.Is(i, token.Capital) && t != tag.IN && t != tag.CC && t != tag.WP && t != tag.WRB && t != tag.TO
	}
}

// tailVerb is the entry of the verb of speech at v that can close a tail: not
// one of a relative clause or an infinitive, and with no content of its own
// behind it.
func (r *reader) tailVerb(s sentence, v, end int) *entry {
	t := r.tags[v]
	switch {
	case t.Finite() && t != tag.MD, t == tag.VBN:
	case t == tag.VBG && r.quotedAs(v-1):
	case (t == tag.NN || t == tag.NNS || t == tag.JJ) && r.closesTail(v+1, end) && r.mistagged(s, v):
	default:
		return nil
	}
	e, last := r.cueVerb(v, verbTag(t)), v
	if e == nil {
		e, last = r.phrasal(v, t), v+1
	}
	if e == nil || e.class != "speech" || e.strength < 2 && e.lemma != "read" {
		return nil
	}
	if last+1 < end && r.low(last+1) == "out" && (e.lemma == "point" || e.lemma == "spell") {
		last++ // "pointed out that …"
	}
	k := v - 1
	for k > s.first && (adverbTag(r.tags[k]) || auxiliary(r.low(k))) {
		k--
	}
	switch {
	case r.tags[k] == tag.WP || r.tags[k] == tag.WDT || r.tags[k] == tag.TO || r.low(k) == "that":
		return nil
	case t == tag.VBN && copula(r.low(v-1)):
		return nil
	case !r.closesTail(last+1, end):
		return nil
	}
	return e
}

// quotedAs reports the last token of "is quoted as".
func (r *reader) quotedAs(i int) bool {
	switch r.low(i) {
	case "as":
		return i > 1 && (r.low(i-1) == "quoted" || r.low(i-1) == "cited")
	case "quoted", "cited":
		return i+1 < len(r.tags) && r.low(i+1) == "as"
	}
	return false
}

// closesTail reports whether nothing that could be what was said stands at
// token i, behind the verb of a tail.
func (r *reader) closesTail(i, end int) bool {
	if i >= end {
		return true
	}
	switch t := r.tags[i]; {
	case t >= tag.PunctEnd && t <= tag.NFP, t == tag.VBG, t == tag.CC, t == tag.TO, t == tag.WRB, adverbTag(t):
		return true
	case t == tag.IN:
		return r.low(i) != "that" && r.low(i) != "if"
	}
	return dayWord(r.low(i)) || r.low(i) == "last" || r.low(i) == "this"
}

// headOfTail is the head of the source [first, end): that of its first phrase,
// or the last noun or name up to the first comma; -1 if there is none.
func (r *reader) headOfTail(first, end int) int {
	if p := r.men.PhraseAt(first); p >= 0 && int(r.men.Phrases[p].First) == first && int(r.men.Phrases[p].Head) < end {
		return int(r.men.Phrases[p].Head)
	}
	_, head := r.namedBehind(first, end)
	return head
}

// front is the cue of the words between the sentence's start and a quotation at open:
// the last verb of speech before it, with words that may name a source before the
// verb. It is read where the tags hide the verb or its subject: "He asks/NNS, …",
// "An aide once/IN said: …", "Husted/VBN continued by saying, …".
func (r *reader) front(s sentence, open int) *cue {
	const far = 12
	for v := open - 1; v > s.first && v > open-far; v-- {
		if r.outer(v) >= 0 || r.d.Word(v) == ";" || r.tags[v].Finite() && r.cueVerb(v, r.tags[v]) == nil {
			return nil
		}
		t := r.tags[v]
		e := r.cueVerb(v, verbTag(t))
		if e == nil || e.class != "speech" || e.strength < 2 || !has(e.frames, 'q') || !t.Verb() && (t == tag.NN || !r.mistagged(s, v)) || v+1 < open && r.nominal(s, v) && t != tag.VBG {
			continue
		}
		return r.frontSource(s, v, e)
	}
	return nil
}

// frontSource is the cue of the verb at v with the words before it for its source;
// nil if they name none.
func (r *reader) frontSource(s sentence, v int, e *entry) *cue {
	stop := v
	if r.tags[v] == tag.VBG { // "continued by saying"
		if stop < s.first+2 || r.low(stop-1) != "by" {
			return nil
		}
		stop -= 2
	}
	for stop > s.first && (adverbTag(r.tags[stop-1]) || auxiliary(r.low(stop-1)) && !copula(r.low(stop-1)) || r.low(stop-1) == "once" || r.low(stop-1) == "then") {
		stop--
	}
	first := stop
	for first > s.first && stop-first <= longestLabel && !r.endsClause(first-1) {
		first--
	}
	if stop == s.first {
		return nil
	}
	if m := r.headOf[stop-1]; m >= 0 && !r.opensSource(first) {
		first = int(r.men.Mentions[m].First) // "In an interview Brenn declared"
	}
	if first >= stop || stop-first > longestLabel || !r.opensSource(first) || r.tags[stop-1] == tag.TO || r.tags[stop-1] == tag.IN || copula(r.low(stop-1)) || r.finite(first, stop) {
		return nil
	}
	head := r.headOfTail(first, stop)
	if head < 0 && r.tags[first] == tag.PRP || head < 0 && stop-first == 1 {
		head = first
	}
	if head < 0 || r.timeHead(head) {
		return nil
	}
	return &cue{entry: e, first: v, end: v + 1, verb: v, srcFirst: first, src: r.source(first, stop, head)}
}

// endsClause reports a token behind which a source may begin.
func (r *reader) endsClause(i int) bool {
	switch t := r.tags[i]; t {
	case tag.PunctComma, tag.PunctColon, tag.PunctEnd, tag.PunctClose, tag.CC, tag.LRB, tag.RRB:
		return true
	}
	return r.outer(i) >= 0 || subordinate(r.low(i))
}

// sourceBefore gives a quotation behind a comma, a colon or the verb itself to the
// source that front reads before it.
func (r *reader) sourceBefore(p, b int) bool {
	pair := &r.marks.Pairs[p]
	open := int(pair.Open)
	s := r.sentenceOf(open)
	if open <= s.first+1 || pair.Use != quotemark.Speech || r.outer(open-1) >= 0 {
		return false
	}
	end := open
	if r.tags[open-1] == tag.PunctComma || r.low(open-1) == ":" {
		end--
	} else if !r.d.Is(open+1, token.Capital) || !r.tags[open-1].Verb() {
		return false
	}
	c := r.front(s, end)
	if c == nil {
		return false
	}
	r.claimIn(b, &looseRules[sourceBeforeRule], pair, c.src, c)
	return true
}
