package quote

import (
	"dossier/article"
)

// saidBy reads quoted words that a passive gives to the one behind by: "dismissed as "q"
// by X", "hailed by X as "q"".
func (r *reader) saidBy(s sentence, rl *rule) {
	for k := range r.cues {
		c := &r.cues[k]
		if c.used || !c.passive || c.modal || c.negated || c.class != "speech" || !has(c.frames, 'o') || r.outer(c.verb) >= 0 {
			continue
		}
		p, src := r.named(s, c)
		if p < 0 || src == nil || r.timeHead(int(src.Head)) || !r.speech(p) {
			continue
		}
		r.claim(s, rl, article.QuoteDirect, []article.Span{r.marks.Pairs[p].Inner}, src, c, r.shapeFeatures(p)...)
	}
}

// named is the quotation that a passive names something, and the one behind by; -1 if
// either is missing.
func (r *reader) named(s sentence, c *cue) (p int, by *Source) {
	i := c.end
	if r.at(s, i) == "by" && i+1 < s.end {
		if by = r.phraseFrom(i + 1); by == nil {
			return -1, nil
		}
		i = int(by.End)
	}
	if r.at(s, i) == "as" {
		i++
	}
	p = r.openedAt(s, i)
	if p < 0 || by != nil {
		return p, by
	}
	if i = int(r.marks.Pairs[p].Close) + 1; r.at(s, i) == "by" && i+1 < s.end {
		by = r.phraseFrom(i + 1)
	}
	return p, by
}

// openedAt is the quotation that opens at token i, -1 if none does.
func (r *reader) openedAt(s sentence, i int) int {
	if i >= s.end || r.outer(i) < 0 || int(r.marks.Pairs[r.outer(i)].Open) != i {
		return -1
	}
	return r.outer(i)
}
