package quote

import (
	"dossier/article"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Quotations that their speaker signs, behind a dash: "“Q.” — Ada Brenn", and block
// quotations, as pages show posts and readers' letters, with or without marks.

// signed reads a quotation that its speaker signs: "“Q.” — Ada Brenn" at the
// end of a paragraph, or with the dash and the name as the paragraph below.
func (r *reader) signed(p, b int) bool {
	pair := &r.marks.Pairs[p]
	if pair.Unclosed || pair.Continues || pair.Use != quotemark.Speech {
		return false
	}
	_, end := r.tokensOf(b)
	i := int(pair.Close) + 1
	if i >= end && b+1 < len(r.d.Blocks) {
		i, end = r.tokensOf(b + 1)
	}
	src := r.signature(i, end)
	if src == nil {
		return false
	}
	r.claimIn(b, &looseRules[signedQuotationRule], pair, src, nil)
	return true
}

// signature is who signs in the tokens [i, end): a dash, a name, and what is told of it
// without a verb; nil if they are something else.
func (r *reader) signature(i, end int) *Source {
	if i >= end || !dash(r.d.Word(i)) {
		return nil
	}
	first := i + 1
	stop := first
	for stop < end && r.tags[stop] != tag.PunctComma && r.tags[stop] != tag.PunctEnd && r.tags[stop] != tag.LRB {
		if !r.d.Is(stop, token.Capital) && !lowRole(r.low(stop)) && !(stop > first && r.tags[stop] == tag.POS) {
			return nil
		}
		stop++
	}
	const longestName = 7
	if stop == first || stop-first > longestName || end-stop > 12 || r.finite(stop, end) || !r.d.Is(first, token.Capital) {
		return nil
	}
	return r.source(first, stop, r.headIn(first, stop))
}

// signedBlocks reads the block quotations that are signed by a line below them. Words that
// stand in marks there have been read as others in marks are.
func (r *reader) signedBlocks() {
	from := 0
	for b := range r.d.Blocks {
		if r.d.Blocks[b].Kind != article.BlockBlockquote {
			r.ledBlocks(from, b)
			from = b + 1
			continue
		}
		i, end := r.tokensOf(b)
		src := (*Source)(nil)
		if b > from {
			src = r.signature(i, end)
		}
		if src == nil {
			continue
		}
		if spans := r.unmarked(from, b); len(spans) > 0 {
			at, _ := r.tokensOf(from)
			r.claim(r.sentenceOf(at), &looseRules[signedBlockRule], article.QuoteDirect, spans, src, nil)
		}
		from = b + 1
	}
	r.ledBlocks(from, len(r.d.Blocks))
}

// ledBlocks reads the block quotations [from, to) without marks that the paragraph above them
// announces, a colon at its end.
func (r *reader) ledBlocks(from, to int) {
	if from == 0 || from >= to || r.d.Blocks[from-1].Kind != article.BlockParagraph {
		return
	}
	s, ok := r.leadOf(from)
	if !ok {
		return
	}
	c, src := r.announcer(s), (*Source)(nil)
	if c != nil {
		own := *c // the list of cues is used again
		c, src = &own, own.src
	} else if src = r.issuedBy(s); src == nil {
		return
	}
	if spans := r.unmarked(from, to); len(spans) > 0 {
		at, _ := r.tokensOf(from)
		r.claim(r.sentenceOf(at), &looseRules[ledBlockRule], article.QuoteDirect, spans, src, c)
	}
}

// unmarked is the text of the blocks [from, to), a span each, and closes their quoted
// strings to others; nil if one of them opens with a mark.
func (r *reader) unmarked(from, to int) (spans []article.Span) {
	for b := from; b < to; b++ {
		i, end := r.tokensOf(b)
		if i >= end || r.tags[i] == tag.PunctOpen {
			return nil
		}
		spans = append(spans, r.d.Span(i, end))
	}
	i, _ := r.tokensOf(from)
	_, end := r.tokensOf(to - 1)
	for p := r.firstPair(i); p < len(r.marks.Pairs) && int(r.marks.Pairs[p].Open) < end; p++ {
		r.taken[p] = true
	}
	return spans
}
