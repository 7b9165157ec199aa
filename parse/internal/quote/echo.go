package quote

import (
	"dossier/article"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// A headline quotes without a name what the text below quotes with one. The same
// run of words is the same speech, so that the speaker of the text is the
// headline's as well.

// fewestEchoed is how many words a headline's quotation must have to be known
// again: shorter ones may be anybody's.
const fewestEchoed = 4

// mostEchoed is how many quoted strings of the first blocks are looked for below:
// each costs a walk through the text.
const mostEchoed = 8

// said finds the speaker of the quotation p, which stands in a title, by the quote
// of the text that says the same words.
func (r *reader) said(p, b int) bool {
	pair := &r.marks.Pairs[p]
	if p >= mostEchoed || r.d.Blocks[b].Kind != article.BlockTitle || pair.Unclosed || pair.Words < fewestEchoed {
		return false
	}
	_, from := r.tokensOf(b)
	at := r.again(int(pair.Open)+1, int(pair.Close), from)
	if at < 0 {
		return false
	}
	for k := r.settledBefore(at + 1); k > 0; k-- {
		q := &r.out[k-1]
		if int(q.End) > at && q.Speaker != nil && (q.Turn || q.Kind != article.QuoteIndirect) {
			r.claimIn(b, &looseRules[saidBelowRule], pair, q.Speaker, nil, article.Feature{Name: "same-words-below", Weight: 0})
			return true
		}
		if r.blockOf(int(q.First)) < r.blockOf(at)-1 {
			break
		}
	}
	return false
}

// again is where the words of the tokens [first, end) stand once more behind token
// from, marks and stops aside; -1 if they do not.
func (r *reader) again(first, end, from int) int {
	first = r.nextWord(first, end)
	for i := from; i < len(r.d.Tokens); i++ {
		k, j := first, i
		for k < end && j < len(r.d.Tokens) && r.low(k) == r.low(j) {
			k, j = r.nextWord(k+1, end), r.nextWord(j+1, len(r.d.Tokens))
		}
		if k >= end {
			return i
		}
	}
	return -1
}

// nextWord is the first token from i on that holds a letter or digit, end if none
// does.
func (r *reader) nextWord(i, end int) int {
	for i < end && !r.d.Is(i, token.Letter) && !r.d.Is(i, token.Digit) {
		i++
	}
	return i
}

// heads gives a headline's quotation that speaks of I or we to the person named behind its
// colon, if a verb goes on from there: "'I was afraid': Ada Brenn tells of her night".
func (r *reader) heads(p, b int) bool {
	pair := &r.marks.Pairs[p]
	i := int(pair.Close) + 1
	if r.d.Blocks[b].Kind != article.BlockTitle || pair.Unclosed || i+3 >= r.blockEnd(b) || r.d.Word(i) != ":" || !r.saysI(p) {
		return false
	}
	src := r.phraseFrom(i + 1)
	if src == nil || !r.person(src) {
		return false
	}
	v := int(src.End)
	for v < r.blockEnd(b) && (r.tags[v] == tag.PunctComma || r.tags[v] == tag.CD) {
		v++ // "Ada Brenn, 82, tells"
	}
	if v >= r.blockEnd(b) || !r.tags[v].Finite() || copula(r.low(v)) {
		return false
	}
	r.claimIn(b, &looseRules[headlineQuoteRule], pair, src, nil)
	return true
}
