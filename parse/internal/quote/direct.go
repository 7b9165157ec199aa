package quote

import (
	"sort"
	"strings"

	"dossier/article"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// speech reports whether pair p, not yet taken, is a quotation of its own.
func (r *reader) speech(p int) bool {
	pair := &r.marks.Pairs[p]
	return !r.taken[p] && pair.Depth == 0 && pair.Inner.Len() > 0 &&
		(pair.Use == quotemark.Speech || pair.Use == quotemark.Fragment && pair.Words >= 3)
}

// findPairs are the outermost pairs that touch the sentence, first to last.
func (r *reader) findPairs(s sentence) (first, end int) {
	first = r.firstPair(s.first)
	for end = first; end < len(r.marks.Pairs) && int(r.marks.Pairs[end].Open) < s.end; end++ {
	}
	return first, end
}

// firstPair is the first pair that opens at token i or later, or the outermost
// one around it.
func (r *reader) firstPair(i int) int {
	if o := r.outer(i); o >= 0 {
		return o
	}
	return sort.Search(len(r.marks.Pairs), func(k int) bool { return int(r.marks.Pairs[k].Open) >= i })
}

// quoteThenCue reads "Q," X said and "Q," said X. The cue stands outside of the
// quotation, behind it in the same sentence, with no other words between but
// its source.
func quoteThenCue(r *reader, s sentence, rl *rule) {
	for p := r.pairFirst; p < r.pairEnd; p++ {
		pair := &r.marks.Pairs[p]
		if !r.speech(p) || pair.Unclosed || pair.Continues || int(pair.Close) >= s.end {
			continue
		}
		c := r.cueBehind(s, int(pair.Close)+1)
		own := c != nil && r.closesWith(s, p, c) && !r.toldWithin(s, p)
		if !own && (r.announcedBy(p) || r.joined(p)) {
			continue
		}
		if c == nil && pair.Use == quotemark.Speech {
			c = r.verbBehind(s, int(pair.Close)+1)
		}
		if c == nil || r.putTo(s, p) {
			continue
		}
		c = r.quotingWhom(s, c)
		kind, content := article.QuoteDirect, r.before(s, p)
		if from := r.clauseWith(s, p); from >= 0 {
			from = r.pastColon(from, int(pair.Open), c)
			whole := r.finite(from, int(pair.Close)) && r.tags[from] != tag.VBN && (!subordinate(r.low(from)) || r.mainAfter(from, int(pair.Open)))
			own = own && r.tags[c.src.Head] != tag.PRP
			if !whole && pair.Use != quotemark.Speech || !own && r.reportIn(from, int(pair.Open)) {
				continue
			}
			if whole {
				kind, content = article.QuoteMixed, []article.Span{r.d.Span(from, int(pair.Close)+1)}
			}
		}
		q := r.claim(s, rl, kind, content, c.src, c, r.shapeFeatures(p)...)
		if q != nil {
			r.goesOn(s, q, c, p)
		}
	}
}

// closesWith reports a cue whose words stand right behind the comma and mark that
// end the quotation p and close the sentence: in X hopes to build "q," Y said, the
// whole is Y's, whatever X does in it.
func (r *reader) closesWith(s sentence, p int, c *cue) bool {
	i := int(r.marks.Pairs[p].Close) + 1
	return r.comma(p) && c.strength >= 2 && !c.lone && (c.srcFirst == i || c.inverted && c.first == i) && r.closes(s, c)
}

// putTo reports a quotation of what somebody was asked: in "Asked whether he was
// "fit to serve," Brenn said yes" the words are the questioner's.
func (r *reader) putTo(s sentence, p int) bool {
	open := int(r.marks.Pairs[p].Open)
	if open <= s.first+1 || r.outer(s.first) >= 0 {
		return false
	}
	if putToWhom(r.low(s.first)) {
		return true
	}
	switch r.low(s.first) {
	case "to", "on", "in":
		for i := s.first + 1; i < min(open, s.first+6); i++ {
			if r.low(i) == "question" || r.low(i) == "questions" {
				return true
			}
		}
	}
	return false
}

// ownSource is the source and cue right behind the comma that ends the quotation p,
// in the sentence where it closes; nil if there are none.
func (r *reader) ownSource(p int) *cue {
	if !r.comma(p) || r.marks.Pairs[p].Use != quotemark.Speech {
		return nil
	}
	i := int(r.marks.Pairs[p].Close) + 1
	if c := r.tail(r.sentenceOf(i-1), i); c != nil && c.strength >= 2 {
		return c
	}
	return nil
}

// announcedBy reports a cue right before the quotation p that is open for it: in
// X said, "q," and Y replied, "r." the first quotation is X's.
func (r *reader) announcedBy(p int) bool {
	open := int(r.marks.Pairs[p].Open)
	for k := range r.cues {
		c := &r.cues[k]
		if c.verb < open && !c.used && c.src != nil && !c.passive && !c.inverted && c.strength >= 2 && has(c.frames, 'q') &&
			(c.after == open || c.after == open-1 && (r.tags[c.after] == tag.PunctComma || r.low(c.after) == ":")) && r.outer(c.verb) < 0 {
			return true
		}
	}
	return false
}

// toldWithin reports a source and cue right before the comma and the quotation p, a sentence
// of its own, inside what a cue behind it reports: in A clerk recalled that he said, "Q,"
// the office said, the quotation is his.
func (r *reader) toldWithin(s sentence, p int) bool {
	open := int(r.marks.Pairs[p].Open)
	if open < s.first+3 || r.tags[open-1] != tag.PunctComma || !r.d.Is(open+1, token.Capital) {
		return false
	}
	for k := range r.cues {
		if c := &r.cues[k]; c.after == open-1 && !c.used && c.src != nil && !c.lone && !c.passive && !c.inverted && c.strength == 3 && c.class == "speech" && has(c.frames, 'q') && r.outer(c.verb) < 0 {
			return true
		}
	}
	return false
}

// joined reports that the quotation p stands right behind another and "and" or "or", and
// that a cue announces the first: X chanted, "A," and "B," as she left.
func (r *reader) joined(p int) bool {
	first := r.joinedTo(p)
	return first >= 0 && (r.announcedBy(first) || r.joined(first))
}

// joinedTo is the pair that "and" or "or" joins p to, nothing else between; -1 if there is
// none.
func (r *reader) joinedTo(p int) int {
	if p == 0 {
		return -1
	}
	i := int(r.marks.Pairs[p].Open) - 1
	if i < 1 || r.low(i) != "and" && r.low(i) != "or" {
		return -1
	}
	if r.tags[i-1] == tag.PunctComma {
		i--
	}
	if prev := &r.marks.Pairs[p-1]; prev.Depth == 0 && int(prev.Close) == i-1 && !prev.Unclosed {
		return p - 1
	}
	return -1
}

// andAlso adds the quotations that "and" joins to the pair p of q.
func (r *reader) andAlso(s sentence, q *Quote, p int) {
	for n := p + 1; n < len(r.marks.Pairs) && int(r.marks.Pairs[n].Open) < s.end && r.speech(n) && r.joinedTo(n) == n-1; n++ {
		if r.ownSource(n) != nil {
			return
		}
		q.Spans = append(q.Spans, r.marks.Pairs[n].Inner)
		_, q.End = r.cover(q.Spans)
		r.taken[n] = true
	}
}

// clauseWith is where the clause begins that the quotation p is only the end of
// ("But \"it is better so,\" X said"); -1 if the quotation stands for itself.
func (r *reader) clauseWith(s sentence, p int) int {
	open := int(r.marks.Pairs[p].Open)
	if open <= s.first || r.d.Is(open+1, token.Capital) || r.outer(s.first) >= 0 {
		return -1
	}
	from := r.clauseStart(s, open)
	for i := open - 1; i >= from; i-- {
		if r.tags[i] == tag.LRB {
			from = i + 1
		}
	}
	if from >= open || !r.wordsBetween(from, open) {
		return -1
	}
	return from
}

// reportIn reports an open cue in [from, end) that already reports what follows.
func (r *reader) reportIn(from, end int) bool {
	for k := range r.cues {
		c := &r.cues[k]
		if c.verb >= from && c.verb < end && !c.used && c.src != nil && !c.passive && c.strength >= 2 && r.outer(c.verb) < 0 {
			return true
		}
	}
	return false
}

func (r *reader) wordsBetween(i, end int) bool {
	for ; i < end; i++ {
		if t := r.tags[i]; t < tag.PunctEnd || t > tag.NFP {
			return true
		}
	}
	return false
}

// cueBehind is the cue whose words, source included, begin at token i, a comma
// aside. An adverb or a conjunction may stand before.
func (r *reader) cueBehind(s sentence, i int) *cue {
	for n := 0; i < s.end && n < 2 && (r.tags[i] == tag.PunctComma || r.tags[i] == tag.CC || adverbTag(r.tags[i]) || r.d.Word(i) == "–" || r.d.Word(i) == "—"); n++ {
		i++
	}
	for k := range r.cues {
		c := &r.cues[k]
		if c.used || c.src == nil || c.passive || c.relative || c.verb < i || !has(c.frames, 'q') && c.strength < 3 {
			continue
		}
		if c.srcFirst == i && (!c.lone || c.participle) || c.inverted && c.first <= i+1 || r.auxOnly(i, c.first) && c.inverted {
			return c
		}
		if c.srcFirst > i && r.adjunct(i, c.srcFirst) {
			return c
		}
		if c.lone && !c.participle || c.srcFirst < i {
			continue
		}
		break
	}
	return nil
}

// verbBehind reads a verb that the lexicon does not know as a cue where its
// place leaves no doubt: a quotation that ends in a stop or comma, then a name
// or pronoun, then the verb ("No," Trump shot back).
func (r *reader) verbBehind(s sentence, i int) *cue {
	if i >= s.end || i < 2 || !stops(r.tags[i-2]) {
		return nil
	}
	p := r.men.PhraseAt(i)
	if p < 0 || int(r.men.Phrases[p].First) != i {
		return nil
	}
	ph := &r.men.Phrases[p]
	m, end := r.headOf[ph.Head], int(ph.FullEnd)
	v := end
	for v < s.end && adverbTag(r.tags[v]) {
		v++
	}
	if v+2 < s.end && r.low(v) == "used" && r.low(v+1) == "to" && r.cueVerb(v+2, tag.VB) != nil {
		return r.plainCue(s, i, end, int(ph.Head), v+2) // "…," she used to say
	}
	if r.mistagged(s, v) && (ph.Pronoun || m >= 0) {
		return r.plainCue(s, i, v, int(ph.Head), v)
	}
	if e := int(ph.End) - 1; e > i && r.mistagged(s, e) && r.tags[e-1].Noun() {
		return r.plainCue(s, i, e, e-1, e) // "the Norlanders state in …"
	}
	if !r.tags[ph.Head].Proper() && !(m >= 0 && isPerson(&r.men.Mentions[m])) || m >= 0 && r.men.Mentions[m].Kind == article.KindPlace || v >= s.end || !r.tags[v].Finite() || auxiliary(r.low(v)) || r.tags[v] == tag.MD {
		return nil
	}
	return r.plainCue(s, i, end, int(ph.Head), v)
}

// plainCue is the verb at v as a cue whose source is [first, end).
func (r *reader) plainCue(s sentence, first, end, head, v int) *cue {
	c := &cue{entry: &entry{lemma: tag.Lemma(r.low(v), r.tags[v]), class: "speech", strength: 1}, first: v, end: v + 1, verb: v, srcFirst: first}
	c.src = r.source(first, end, head)
	r.afterCue(s, c)
	return c
}

// mistagged reports a verb of speech that the tagger took for a noun: "…," she
// yells.
func (r *reader) mistagged(s sentence, i int) bool {
	if i >= s.end || r.tags[i] != tag.NN && r.tags[i] != tag.NNS && !(r.tags[i] == tag.JJ && r.mayBeVerb(i)) {
		return i < s.end && r.tags[i] == tag.JJ && r.low(i) == "read"
	}
	e := r.cueVerb(i, verbTag(r.tags[i]))
	return e != nil && e.class == "speech" && has(e.frames, 'q')
}

// mayBeVerb reports an adjective in -ed behind a name, a pronoun or an aside's comma.
func (r *reader) mayBeVerb(i int) bool {
	if i == 0 || !strings.HasSuffix(r.low(i), "ed") {
		return false
	}
	t := r.tags[i-1]
	return t == tag.PunctComma || t.Proper() || t == tag.PRP
}

// auxOnly reports whether only auxiliaries and adverbs stand in [i, end).
func (r *reader) auxOnly(i, end int) bool {
	for ; i < end; i++ {
		if !auxiliary(r.low(i)) && !adverbTag(r.tags[i]) {
			return false
		}
	}
	return true
}

// adjunct reports a short phrase such as "in Halmsund on Monday" or "the
// outgoing" before the source.
func (r *reader) adjunct(i, end int) bool {
	return end-i <= 3 && !r.finite(i, end) && i < end && r.tags[i] != tag.PunctComma && r.tags[i] != tag.IN
}

// stops reports the marks that end quoted speech before its closing mark.
func stops(t tag.Tag) bool { return t == tag.PunctComma || t == tag.PunctEnd }

// cueThenQuote reads X said: "Q", X said, "Q" and X said "Q".
func cueThenQuote(r *reader, s sentence, rl *rule) {
	cueNextQuote(r, s, rl)
	for p := r.pairFirst; p < r.pairEnd; p++ {
		pair := &r.marks.Pairs[p]
		open := int(pair.Open)
		if !r.speech(p) || open <= s.first+1 || pair.Use != quotemark.Speech || r.outer(open-1) >= 0 {
			continue
		}
		colon := r.low(open-1) == ":"
		if own := r.ownSource(p); colon && own != nil {
			r.claim(s, &looseRules[sourceBehindRule], article.QuoteDirect, []article.Span{pair.Inner}, own.src, own, r.shapeFeatures(p)...)
			continue // X seemed cross: "Why? Stop it," she wrote.
		}
		if !colon && (r.tags[open-1] != tag.PunctComma || !r.d.Is(open+1, token.Capital)) {
			continue
		}
		if c := r.cueTowards(s, open, colon); c != nil {
			r.claim(s, rl, article.QuoteDirect, []article.Span{pair.Inner}, c.src, c, r.shapeFeatures(p)...)
			if c.used && colon && r.clauseBefore(c, open-1) {
				c.used, c.until = false, open-1
			}
		}
	}
}

// cueTowards is the last cue before a quotation that a comma or colon
// announces, with a few words between: "said of the talks: …". Before a colon
// any verb will do ("Kasich resisted: …").
func (r *reader) cueTowards(s sentence, open int, colon bool) *cue {
	const far = 14
	for k := len(r.cues) - 1; k >= 0; k-- {
		c := &r.cues[k]
		if c.verb >= open || c.used || c.src == nil || c.passive || r.outer(c.verb) >= 0 {
			continue
		}
		if open-c.end > far || !has(c.frames, 'q') && !has(c.frames, 'a') && !colon {
			return nil
		}
		return c
	}
	if !colon {
		return nil
	}
	for v := open - 2; v > s.first; v-- {
		if put := r.low(v) == "put" && r.at(s, v+1) == "it"; !r.tags[v].Finite() && !put || r.tags[v] == tag.MD || auxiliary(r.low(v)) || r.outer(v) >= 0 {
			continue
		}
		if r.low(v) == "put" && r.at(s, v+1) == "it" && r.whoPut(s, v, v) != nil {
			return nil // see asPut
		}
		c := &cue{entry: &entry{lemma: tag.Lemma(r.low(v), r.tags[v]), class: "speech", strength: 1}, first: v, end: v + 1, verb: v}
		r.shape(s, c)
		r.subject(s, c)
		if c.src != nil && r.speaks(int(c.src.Head)) {
			return c
		}
		return nil
	}
	return nil
}

// cueNextQuote reads a quotation that follows its cue at once.
func cueNextQuote(r *reader, s sentence, rl *rule) {
	for k := range r.cues {
		c := &r.cues[k]
		if c.used || c.src == nil || c.passive || c.negated && c.class != "speech" || c.infinitive && r.unreal(s, c) || (c.modal || c.class == "fact") && r.insideThat(c) {
			continue
		}
		i := r.skipMarks(s, c.after)
		if c.negated && i+1 < s.end && !r.d.Is(i+1, token.Capital) {
			continue // would not comment "until it is over"
		}
		if i < s.end && r.low(i) == "that" {
			i++
		}
		p := -1
		if i < s.end && r.d.Tokens[i].Shape != 0 {
			p = r.outer(i)
		}
		if p < 0 || int(r.marks.Pairs[p].Open) != i || !r.speech(p) || r.outer(c.verb) >= 0 {
			continue
		}
		end := int(r.marks.Pairs[p].Close) + 1
		if r.wordsBetween(end, min(s.end, end+3)) && end < s.end && r.marks.Pairs[p].Use != quotemark.Speech && !r.doesNext(s, c, end) {
			continue // a fragment: the clause around it is what is said
		}
		kind, content := article.QuoteDirect, []article.Span{r.marks.Pairs[p].Inner}
		if stop := r.beyond(s, p); stop > end && !shouts(c.lemma) {
			kind, content = article.QuoteMixed, []article.Span{r.d.Span(i, stop)}
		}
		if left := r.opensBefore(s, c, p); left.Len() > 0 {
			kind, content = article.QuoteMixed, append([]article.Span{left}, content...)
		}
		if q := r.claim(s, rl, kind, content, c.src, c, r.shapeFeatures(p)...); q != nil && kind == article.QuoteDirect {
			r.andAlso(s, q, p)
		}
	}
}

// shouts reports the verbs behind which a quotation is all that was said: shouted "q" from the gallery.
func shouts(lemma string) bool {
	switch lemma {
	case "shout", "yell", "chant", "scream", "cry", "whisper", "mutter":
		return true
	}
	return false
}

func (r *reader) shapeFeatures(p int) []article.Feature {
	f := []article.Feature{{Name: "quotation-marks", Weight: 0}}
	if r.marks.Pairs[p].Words < 4 {
		f = append(f, article.Feature{Name: "short-quotation", Weight: -5})
	}
	return f
}

// fragment reads quoted words of three or more inside a sentence whose cue
// takes a noun phrase: X called it "a disaster for all".
func fragment(r *reader, s sentence, rl *rule) {
	r.saidBy(s, rl)
	for p := r.pairFirst; p < r.pairEnd; p++ {
		pair := &r.marks.Pairs[p]
		if !r.speech(p) || pair.Words < 4 || int(pair.Open) < s.first || r.modifier(s, p) || r.seeAlso(int(pair.Open)) {
			continue
		}
		var best *cue
		for k := range r.cues {
			c := &r.cues[k]
			if c.verb < int(pair.Open) && r.outer(c.verb) < 0 && c.src != nil && !c.passive {
				best = c
			}
		}
		if best == nil || best.used && r.near(best, int(pair.Open)) > 25 || r.tags[int(pair.Open)-1] == tag.PunctEnd {
			continue
		}
		if r.comma(p) && r.verbAfter(s, int(pair.Close)+1) != nil || r.low(int(best.src.Head)) == "you" {
			continue // the source stands behind: see loose
		}
		if src := r.nearerSubject(s, best.verb, int(pair.Open)); src != nil {
			r.claim(s, rl, article.QuoteDirect, []article.Span{pair.Inner}, src, nil, r.shapeFeatures(p)...)
			continue
		}
		c := *best
		r.claim(s, rl, article.QuoteDirect, []article.Span{pair.Inner}, c.src, &c, r.shapeFeatures(p)...)
		best.used = true
	}
}

// nearerSubject is the subject of a verb between the cue's verb and the
// quotation at open that can speak itself: "Brenn declared it, and the crowd
// took up the chant "…"".
func (r *reader) nearerSubject(s sentence, verb, open int) *Source {
	for v := open - 1; v > verb+1; v-- {
		if r.outer(v) >= 0 || !r.tags[v].Finite() || r.tags[v] == tag.MD || auxiliary(r.low(v)) {
			continue
		}
		c := &cue{entry: unknown, first: v, end: v + 1, verb: v}
		if r.subjectOf(s, c, v) && int(c.src.First) > verb && r.speaks(int(c.src.Head)) && !firstPerson(r.low(int(c.src.Head))) {
			return c.src
		}
		return nil
	}
	return nil
}

func (r *reader) near(c *cue, i int) int { return i - c.verb }

// modifier reports a quoted string before a noun: the "Assad must go" premise.
func (r *reader) modifier(s sentence, p int) bool {
	i := int(r.marks.Pairs[p].Close) + 1
	return i < s.end && r.tags[i].Noun() && r.marks.Pairs[p].Words < 8
}
