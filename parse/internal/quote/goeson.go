package quote

import (
	"dossier/article"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// The other parts of what a quotation is one part of: the clause before it, the next quotation behind
// its source, the rest of its clause.

// goesOn adds the second part of "Q," X said, "q." to the first. Behind more
// words than the cue's the part must go on in lower case behind a comma.
func (r *reader) goesOn(s sentence, q *Quote, c *cue, p int) {
	i := r.skipMarks(s, c.after)
	for n := p + 1; n < len(r.marks.Pairs) && int(r.marks.Pairs[n].Open) < s.end; n++ {
		next := &r.marks.Pairs[n]
		open := int(next.Open)
		if r.taken[n] || next.Depth > 0 || next.Inner.Len() == 0 {
			continue
		}
		if open != i && (open < i || r.tags[open-1] != tag.PunctComma || r.d.Is(open+1, token.Capital) && !r.goesOnWithI(s, i, n) || r.otherCue(c, i, open)) {
			return
		}
		q.Spans = append(q.Spans, next.Inner)
		_, q.End = r.cover(q.Spans)
		r.taken[n] = true
		i = r.skipMarks(s, int(next.Close)+1)
	}
}

// goesOnWithI reports that the quotation n goes on, with "I", the part before, which ended before
// token i: no verb of speech stands between, no conjunction, and no source of its own behind.
func (r *reader) goesOnWithI(s sentence, i, n int) bool {
	open := int(r.marks.Pairs[n].Open)
	if r.low(open+1) != "i" || i >= s.end || r.tags[i] == tag.CC || r.ownSource(n) != nil {
		return false
	}
	for k := i; k < open; k++ {
		if r.tags[k].Verb() && r.cueVerb(k, r.tags[k]) != nil {
			return false // "…," she sings before asking, "I want to know"
		}
	}
	return true
}

// otherCue reports a cue other than c in [from, end).
func (r *reader) otherCue(c *cue, from, end int) bool {
	for k := range r.cues {
		if o := &r.cues[k]; o.verb != c.verb && o.verb >= from && o.verb < end && o.src != nil && !o.lone && has(o.frames, 'q') {
			return true
		}
	}
	return false
}

// opensBefore is the words of the clause before "X said, "q"", which goes on in
// lower case: "In poor towns, X said, "nothing works"". Empty if there are none.
func (r *reader) opensBefore(s sentence, c *cue, p int) article.Span {
	lo := min(c.srcFirst, c.first)
	if c.lone || c.relative || lo <= s.first+1 || r.tags[lo-1] != tag.PunctComma || r.tags[lo-2] == tag.CC || r.tags[int(r.marks.Pairs[p].Open)-1] != tag.PunctComma ||
		r.d.Is(int(r.marks.Pairs[p].Open)+1, token.Capital) {
		return article.Span{}
	}
	start := r.clauseStart(s, lo-1)
	if start >= lo-1 || r.outer(start) >= 0 || r.outer(lo-2) >= 0 || r.reportIn(start, lo-1) {
		return article.Span{}
	}
	return r.d.Span(start, lo-1)
}

// before is what the quotation p says: itself, and the open quoted strings
// before it in the block that belong to it.
func (r *reader) before(s sentence, p int) []article.Span {
	spans := []article.Span{r.marks.Pairs[p].Inner}
	blockFirst := int(r.d.Sentences[r.d.Blocks[s.block].First].First)
	for k := p - 1; k >= 0 && int(r.marks.Pairs[k].Open) >= blockFirst; k-- {
		prev := &r.marks.Pairs[k]
		if prev.Depth > 0 {
			continue
		}
		if !r.speech(k) || int(prev.Close)+1 < int(r.marks.Pairs[p].Open) && r.wordsBetween(int(prev.Close)+1, int(r.marks.Pairs[p].Open)) {
			break
		}
		spans = append([]article.Span{prev.Inner}, spans...)
	}
	return spans
}

// clauseBefore reports a clause between a cue and the colon before its quotation, which the cue
// reports as well: "said one look was not enough: "We had four.""
func (r *reader) clauseBefore(c *cue, colon int) bool {
	i := c.after
	if i < colon && r.low(i) == "that" {
		i++
	}
	if c.strength < 3 || c.class != "speech" || !has(c.frames, 'b') || c.negated || c.modal || c.infinitive || c.inverted || colon-i < 4 || r.anyQuoted(i, colon) || !r.mainAt(i, colon) {
		return false
	}
	for k := i; k < colon; k++ {
		if r.tags[k] == tag.PunctComma && (r.tags[k+1] == tag.VBG || r.tags[k+1] == tag.CC) {
			return false // "said there was no call, adding: …"
		}
	}
	return true
}

// beyond is where the clause ends that the quotation p only begins, behind its closing
// mark if it is no beginning: X said "we need more light" on how the deal was made.
func (r *reader) beyond(s sentence, p int) int {
	end := int(r.marks.Pairs[p].Close) + 1
	last := r.lastInside(p)
	if last < 0 || stops(r.tags[last]) || end >= s.end || r.d.Is(int(r.marks.Pairs[p].Open)+1, token.Capital) {
		return end
	}
	switch t := r.tags[end]; t {
	case tag.IN, tag.TO, tag.WRB, tag.NN, tag.NNS, tag.NNP, tag.JJ, tag.RB, tag.DT, tag.VBN, tag.VBG:
	default:
		return end
	}
	return r.contentEnd(s, int(r.marks.Pairs[p].Open), s.end)
}

// doesNext reports "and" at token i, behind a quotation, and a verb in the form of the cue's, which tells
// what else its source does: chanting "No more" and carrying signs.
func (r *reader) doesNext(s sentence, c *cue, i int) bool {
	return i+1 < s.end && r.low(i) == "and" && r.tags[i+1] == r.tags[c.verb] && r.outer(i+1) < 0
}
