package quotemark

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"dossier/article"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// maxDepth bounds how many marks may be open at once; more is damage, and the
// outermost are given up as unclosed.
const maxDepth = 8

// side says what a mark can do where it stands.
type side uint8

const (
	opens side = 1 << iota
	closes
)

// family groups the marks that may close each other.
type family uint8

const (
	none    family = iota
	double         // " “ ” „ ‟ '' ``
	single         // ' ‘ ’ ‚
	angular        // « » ‹ ›
	corner         // 「 」 『 』
)

type finder struct {
	d     *token.Doc
	tags  []tag.Tag
	pairs []Pair
	open  []mark // the marks still open in this block
	left  bool   // the block before ended inside a quotation
}

type mark struct {
	token  int
	family family
}

// block pairs the marks of one block: a stack of open marks, closed by the
// nearest mark of the same family.
func (f *finder) block(b int) {
	first, end := f.tokens(b)
	if first == end {
		return
	}
	f.open = f.open[:0]
	start := len(f.pairs)
	goesOn := f.left
	f.left = false
	for i := first; i < end; i++ {
		if f.d.Is(i, token.Mark) {
			f.mark(i, first, end)
		}
	}
	f.leftOpen(b, end)
	if goesOn && len(f.pairs) > start {
		f.joinParagraphs(start, first)
	}
}

// tokens is the token range of a block.
func (f *finder) tokens(b int) (first, end int) {
	blk := f.d.Blocks[b]
	if blk.First == blk.End {
		return 0, 0
	}
	return int(f.d.Sentences[blk.First].First), int(f.d.Sentences[blk.End-1].End)
}

func (f *finder) mark(i, first, end int) {
	fam, can := f.classify(i, first, end)
	if fam == none || fam == single && f.possessive(i, end) {
		return
	}
	if can&closes != 0 {
		for k := len(f.open) - 1; k >= 0; k-- {
			if f.open[k].family == fam && (can&opens == 0 || f.open[k].token+1 < i) {
				f.close(k, i)
				return
			}
		}
	}
	if can&opens == 0 {
		return
	}
	if fam == single && !f.partner(i, end) {
		return
	}
	if len(f.open) == maxDepth {
		f.open = slices.Delete(f.open, 0, 1)
	}
	f.open = append(f.open, mark{i, fam})
}

// close makes a pair of open mark k and the mark at i; marks opened in between
// had no partner.
func (f *finder) close(k, i int) {
	f.pairs = append(f.pairs, f.pair(f.open[k].token, i))
	f.open = f.open[:k]
}

func (f *finder) pair(open, closing int) Pair {
	inner := article.Span{Start: int(f.d.Tokens[open].End), End: int(f.d.Tokens[closing].Start)}
	return Pair{Open: int32(open), Close: int32(closing), Inner: f.trim(inner)}
}

// trim takes white space off the ends of a span.
func (f *finder) trim(s article.Span) article.Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(f.d.Text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(f.d.Text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}

// leftOpen deals with the first double mark that is open at the block's end:
// speech that the next paragraph goes on with, or a mark without a partner.
func (f *finder) leftOpen(b, end int) {
	for _, m := range f.open {
		if m.family == single {
			continue
		}
		p := f.pair(m.token, end-1)
		p.Close = int32(end)
		p.Inner.End = int(f.d.Tokens[end-1].End)
		p.Inner = f.trim(p.Inner)
		p.Continues = f.nextOpens(b)
		p.Unclosed = !p.Continues
		if p.Inner.Start >= p.Inner.End {
			continue
		}
		f.pairs = append(f.pairs, p)
		f.left = p.Continues
		return
	}
}

// nextOpens reports whether the block after b starts with an opening mark.
func (f *finder) nextOpens(b int) bool {
	if b+1 >= len(f.d.Blocks) {
		return false
	}
	first, end := f.tokens(b + 1)
	if first == end || f.d.Blocks[b+1].Kind != f.d.Blocks[b].Kind {
		return false
	}
	fam, can := f.classify(first, first, end)
	return fam != none && fam != single && can&opens != 0
}

// joinParagraphs marks the pair that opens the block as the continuation of
// the one that the block before left open.
func (f *finder) joinParagraphs(start, first int) {
	for i := start; i < len(f.pairs); i++ {
		if int(f.pairs[i].Open) == first {
			f.pairs[i].Continued = true
			return
		}
	}
}

// finish writes s: the pairs sorted, with their depth and use, and where each
// token lies.
func (f *finder) finish(s *Set) {
	slices.SortFunc(f.pairs, func(a, b Pair) int {
		if a.Open != b.Open {
			return int(a.Open - b.Open)
		}
		return int(b.Close - a.Close)
	})
	s.Pairs, s.at, s.outer = f.pairs, token.Unset(s.at, len(f.d.Tokens)), s.outer[:0]
	for i := range s.Pairs {
		p := &s.Pairs[i]
		if out := s.at[p.Open]; out >= 0 {
			p.Depth = min(s.Pairs[out].Depth+1, maxDepth)
		}
		outer := int32(i)
		if p.Depth > 0 {
			outer = s.outer[i-1] // pairs stand in the order in which they open
		}
		s.outer = append(s.outer, outer)
		for t := p.Open; t <= p.Close && int(t) < len(s.at); t++ {
			if p.Close == t && (p.Continues || p.Unclosed) {
				break // Close is the first token after the block
			}
			s.at[t] = int32(i)
		}
		f.judge(p)
	}
}
