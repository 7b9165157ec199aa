package quote

import (
	"dossier/article"
	"dossier/parse/internal/tag"
)

// A source and its cue between two parts of what is said: "The talks, Brenn said, will go
// on."

// parenthesis reads CLAUSE, X said, REST.
func parenthesis(r *reader, s sentence, rl *rule) {
	for c := range r.open("ba") {
		lo, hi := min(c.srcFirst, c.first), c.after
		if c.inverted {
			hi = r.overWho(s, r.overPlaces(s, hi))
		}
		if c.strength < 2 || c.class == "mental" && c.strength < 2 || lo <= s.first+1 || hi >= s.end-1 || c.lone || c.relative {
			continue
		}
		if r.tags[lo-1] != tag.PunctComma || r.tags[hi] != tag.PunctComma {
			continue
		}
		switch r.at(s, hi+1) {
		case "and", "but":
			if p := r.outer(min(hi+2, s.end-1)); (p < 0 || int(r.marks.Pairs[p].Open) != hi+2) && !r.stillReported(s, c, lo-1, hi+2) {
				continue
			}
		case "who", "which":
			continue
		case "in":
			if r.inWhat(s, hi+1, s.end) {
				continue // "…, officials said, in what Brenn called a "crime""
			}
		}
		end := r.predicateEnd(s, hi+1)
		start := r.behindReport(s, r.pastColon(r.clauseStart(s, lo-1), lo-1, c), lo-1)
		if r.outer(start) < 0 && r.outer(hi+1) < 0 && r.medium(s, hi+1) > hi+1 && r.anyVerb(start, lo-1) {
			r.report(s, rl, c, start, lo-1) // "The minister misled us, the watchdog has found, in a report that …"
			continue
		}
		left := r.finite(start, lo-1)
		right := r.finite(hi+1, end) && (!left || r.continues(hi+1))
		if !right && !r.completes(start, lo-1, hi+1) {
			continue
		}
		spans := []article.Span{r.d.Span(start, lo-1), r.d.Span(hi+1, end)}
		if r.outer(start) >= 0 || r.outer(hi+1) >= 0 {
			continue
		}
		kind := article.QuoteIndirect
		if r.anyQuoted(start, lo-1) || r.anyQuoted(hi+1, end) {
			kind = article.QuoteMixed
		}
		r.claim(s, rl, kind, spans, c.src, c, article.Feature{Name: "inside-clause", Weight: 0})
	}
}

// overWho is the comma behind a clause with who that tells of a source behind its verb, the comma
// before it at token i: "said Ada Brenn|, who knows him, will stay"; i if there is none.
func (r *reader) overWho(s sentence, i int) int {
	const far = 20
	if i+2 >= s.end || r.tags[i] != tag.PunctComma || r.tags[i+1] != tag.WP {
		return i
	}
	for k := i + 2; k+1 < s.end && k < i+far; k++ {
		if r.tags[k] == tag.PunctComma {
			if r.tags[k+1].Finite() {
				return k
			}
			return i
		}
	}
	return i
}

// overPlaces is the comma behind the words from token i on that tell where somebody works or lives:
// "said Ada Brenn, a modeller | at the Harbour Institute in Halm, …"; i if no comma follows them.
func (r *reader) overPlaces(s sentence, i int) int {
	k := i
	for k+1 < s.end && r.tags[k] == tag.IN && attaches(r.low(k)) {
		p := r.men.PhraseAt(k + 1)
		if p < 0 || int(r.men.Phrases[p].First) != k+1 {
			return i
		}
		k = int(r.men.Phrases[p].End)
	}
	if k < s.end && r.tags[k] == tag.PunctComma {
		return k
	}
	return i
}

// anyVerb reports a verb in [first, end), also one that the tags take for a participle.
func (r *reader) anyVerb(first, end int) bool {
	for i := first; i < end; i++ {
		if r.tags[i].Verb() {
			return true
		}
	}
	return false
}

// predicateEnd is where the words from token i on end, which go on behind a parenthesis.
// Where they begin with the verb of the clause around it, or its subject and verb, a verb of
// speech behind "and" is that clause's as well: "The minister, Brenn says, left the room and
// told them so". Behind a comma it is the reporter's.
func (r *reader) predicateEnd(s sentence, i int) int {
	end := r.contentEnd(s, i, s.end)
	own := r.tags[i].Finite() || r.mainAt(i, end)
	for own && end > i && end+1 < s.end && r.tags[end] == tag.CC && r.tags[end+1].Finite() {
		next := r.contentEnd(s, end+1, s.end)
		if r.anyQuoted(end, next) {
			break // "…, she said, the port did well, though she laughed and admitted "q""
		}
		end = next
	}
	return end
}

// behindReport is where the clause that starts at first and ends before token end begins
// if a report of its own stands before it: in "He insists that A, and B, he says, …" the
// second report holds B alone.
func (r *reader) behindReport(s sentence, first, end int) int {
	for k := end - 1; k > first+1; k-- {
		if r.tags[k] == tag.CC && r.commaAt(k-1) && r.outer(k) < 0 && r.reportIn(first, k) && r.mainAt(k+1, end) {
			return k + 1
		}
	}
	return first
}

// pastColon is where what c reports begins if the narrator leads up to it with a colon:
// in "Brenn took a kinder view: the cut was fair, she said" the view is told of her. A
// source that is no pronoun says it all.
func (r *reader) pastColon(first, end int, c *cue) int {
	if r.tags[c.src.Head] != tag.PRP || r.low(int(c.src.Head)) == "i" {
		return first
	}
	for k := first + 2; k+2 < end; k++ {
		if r.low(k) != ":" || r.outer(k) >= 0 {
			continue
		}
		p := r.men.PhraseAt(first)
		if p < 0 || !r.finite(first, k) {
			return first
		}
		head := int(r.men.Phrases[p].Head)
		if m := r.headOf[head]; r.low(head) == r.low(int(c.src.Head)) || m >= 0 && r.men.Mentions[m].Kind == article.KindPerson && r.speaks(head) {
			return k + 1
		}
		return first
	}
	return first
}

// stillReported reports that the words at token i, behind "X said, and", are X's as the clause that ends
// before the comma at stop: "The cut was late, she said, and prices would rise". They are not where
// another report begins, or where their plain past tense tells what X did then: "The cut was late, she
// said, and left the room".
func (r *reader) stillReported(s sentence, c *cue, stop, i int) bool {
	if i >= s.end || !r.finite(r.clauseStart(s, stop), stop) || r.reports(s, i, s.end, true) {
		return false
	}
	if w := r.low(i); r.tags[c.verb] == tag.VBD && (w == "he" || w == "she") && i+1 < s.end && r.tags[i+1] == tag.VBD && !backshifted(r.low(i+1)) && (r.tags[c.src.Head] != tag.PRP || r.low(int(c.src.Head)) == w) {
		return false // "It was late, Brenn said, and she left"
	}
	for i+1 < s.end && (adverbTag(r.tags[i]) || r.low(i) == "then") {
		i++ // "…, she said, and then laughed"
	}
	return r.tags[i] != tag.VBD && r.tags[i] != tag.VBN || r.tags[c.verb] != tag.VBD || backshifted(r.low(i)) // but "…, Brenn said, and left"
}

// backshifted reports the forms that reported speech puts will, is and has in.
func backshifted(low string) bool {
	switch low {
	case "would", "could", "might", "was", "were", "had":
		return true
	}
	return false
}

// completes reports whether the words at i complete the clause that starts at start and ends before
// the comma at stop: "it was, he said, a failure", "his job is, he said, to talk",
// "there is a risk, he said, that …".
func (r *reader) completes(start, stop, i int) bool {
	if r.low(i) == "by" && i+1 < len(r.tags) && r.tags[i+1] == tag.VBG {
		return true // "they stood in the way, he said, by creating …"
	}
	switch r.low(i) {
	case "because", "since", "so", "if", "unless", "until", "when", "where", "with":
		return r.finite(start, stop) // but "…, he said, as he left"
	}
	return r.tags[i] == tag.CC || r.tags[i] == tag.TO || r.low(i) == "that" || copula(r.low(stop-1)) || r.tags[stop-1].Verb() && r.tags[i] != tag.VBG
}

// continues reports whether the words behind a parenthesis can go on with the
// clause before it: they do not begin with a participle or a conjunction.
func (r *reader) continues(i int) bool {
	switch r.tags[i] {
	case tag.VBG, tag.CC, tag.WDT, tag.WP, tag.IN:
		return false
	}
	return true
}
