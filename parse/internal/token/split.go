package token

import (
	"math/bits"
	"slices"
	"sync"
	"unicode/utf8"

	"dossier/article"
	"dossier/parse/internal/lexicon"
)

// Split cuts the given blocks of text (indices into blocks, in order) into
// sentences and tokens. Time and memory grow linearly with the text.
func Split(text string, blocks []article.Block, read []int) *Doc {
	return SplitLower(text, Lower(text), blocks, read)
}

// SplitLower is Split for a text whose lower case is known, as Lower gives it.
func SplitLower(text, lower string, blocks []article.Block, read []int) *Doc {
	return SplitBeside(nil, text, lower, blocks, read)
}

// SplitBeside is SplitLower for a text that one goroutine reads side by side with
// another, beside, if that is not nil: the words of both are numbered as one, so
// that what a stage keeps of a word by its number serves both. The two are released
// together.
func SplitBeside(beside *Doc, text, lower string, blocks []article.Block, read []int) *Doc {
	d := docs.Get().(*Doc)
	own := d.own
	forms := own
	if beside != nil && !beside.forms.full() {
		forms = beside.forms
	} else {
		own = own.fresh()
		forms = own
	}
	*d = Doc{
		Text:      text,
		Lower:     lower,
		Tokens:    slices.Grow(d.Tokens[:0], len(text)/4+16),
		Sentences: slices.Grow(d.Sentences[:0], len(text)/100+len(read)),
		Blocks:    slices.Grow(d.Blocks[:0], len(read)),
		hashes:    slices.Grow(d.hashes[:0], len(text)/4+16),
		lows:      slices.Grow(d.lows[:0], len(text)/4+16),
		forms:     forms,
		own:       own,
	}
	for _, index := range read {
		b := &blocks[index]
		first, sentence := len(d.Tokens), len(d.Sentences)
		s := scanner{doc: d, text: text, end: b.Span.End, first: first}
		s.scan(b.Span.Start)
		c := cutter{doc: d, at: first, end: len(d.Tokens), block: int32(len(d.Blocks)), kind: b.Kind}
		c.cut()
		d.Blocks = append(d.Blocks, Block{
			First: int32(sentence), End: int32(len(d.Sentences)),
			Index: int32(index), Kind: b.Kind, Span: b.Span,
		})
	}
	d.number()
	return d
}

// docs are those whose memory may be used again.
var docs = sync.Pool{New: func() any { return new(Doc) }}

// Release leaves the memory of d to another Split. Nobody may use d after it;
// strings that were cut out of its text live on.
func (d *Doc) Release() {
	d.Text, d.Lower, d.forms = "", "", nil
	clear(d.lows) // they hold on to the text
	docs.Put(d)
}

// scanner cuts one block into tokens.
type scanner struct {
	doc   *Doc
	text  string
	end   int  // of the block, bytes
	first int  // token that opens the block
	plain int  // up to this byte no address starts: asked already
	space bool // white space stands before the next token
}

// scan appends the tokens of the block from byte i on.
func (s *scanner) scan(i int) {
	s.space = true
	for i < s.end {
		switch c := s.text[i]; class[c] {
		case blank:
			s.space = true
			i++
		case lowerLetter, upperLetter:
			if i = s.plainWord(i, c); i < s.end && s.text[i] == ' ' {
				s.space = true
				i++
			}
		case digit:
			i = s.word(i)
		case other:
			i = s.mark(i, c)
		default:
			i = s.rune(i)
		}
	}
}

// plainWord reads the word at i that starts with the ASCII letter c. It is the
// short way for what most words are: lower-case letters and then a space or a comma.
func (s *scanner) plainWord(i int, c byte) int {
	shape := Letter | Plain
	if class[c] == upperLetter {
		shape |= Capital
	}
	if i+8 <= s.end {
		x := lexicon.Load8(s.text[i:i+8]) | 0x20 // the first letter in lower case
		if n := smallLetters(x); n < 8 && endsWord(byte(x>>(8*n))) && fused(s.doc.Lower[i:i+n]) == 0 {
			return s.add(i, i+n, shape, hashOfShort(x&(1<<(8*n)-1)))
		} else if n == 8 && i+16 <= s.end {
			y := lexicon.Load8(s.text[i+8 : i+16])
			if n := smallLetters(y); n < 8 && endsWord(byte(y>>(8*n))) {
				last := x>>(8*n) | y<<(64-8*n) // the last eight letters
				return s.add(i, i+8+n, shape, lexicon.Sum16(8+n, x, last))
			}
		}
	}
	j := i + 1
	for j < s.end && class[s.text[j]] == lowerLetter {
		j++
	}
	if j < s.end && !endsWord(s.text[j]) || fused(s.doc.Lower[i:j]) > 0 {
		return s.wordFrom(i, j)
	}
	return s.add(i, j, shape, hashOf(s.doc.Lower, i, j))
}

// endsWord reports what cannot go on with a word.
func endsWord(c byte) bool { return c == ' ' || c == ',' || class[c] == blank }

// smallLetters is how many of the letters a to z the eight bytes of x begin with,
// low byte first. With 31 or 5 added the high bit of a byte says that it is at least
// 'a', or beyond 'z'.
func smallLetters(x uint64) int {
	const each = 0x0101010101010101 // a byte, eight times
	small := (x + each*(0x80-'a')) &^ (x + each*(0x7f-'z')) &^ x & (each << 7)
	return bits.TrailingZeros64(small^each<<7) / 8
}

// rune reads what starts with a byte above ASCII.
func (s *scanner) rune(i int) int {
	r, n := utf8.DecodeRuneInString(s.text[i:s.end])
	switch {
	case isBlank(r):
		s.space = true
		return i + n
	case isWord(r):
		return s.word(i)
	case r == '’':
		return s.apostrophe(i, n)
	case r == '−' && s.signed(i, n):
		return s.wordFrom(i, i+n)
	}
	end := i + n
	if isDash(r) || r == '…' || r == '‘' {
		end = s.run(i, n)
	}
	return s.emit(i, s.extended(end))
}

// extended is end moved behind what modifies the symbol before it: variation
// selectors, joiners, skin tones.
func (s *scanner) extended(end int) int {
	for end < s.end && s.text[end] >= 0xCC {
		r, n := utf8.DecodeRuneInString(s.text[end:s.end])
		if !isExtender(r) {
			break
		}
		end += n
	}
	return end
}

// run is the end of the run of copies of the n-byte rune at i.
func (s *scanner) run(i, n int) int {
	end := i + n
	for end+n <= s.end && s.text[end:end+n] == s.text[i:i+n] {
		end += n
	}
	return end
}

// emit appends the token [i, end) and returns end.
func (s *scanner) emit(i, end int) int {
	return s.emitAs(i, end, shapeOf(s.text[i:end]))
}

// emitAs is emit for a token whose shape is known.
func (s *scanner) emitAs(i, end int, shape Shape) int {
	hash := uint64(0)
	if shape&(Letter|Punct) != 0 {
		hash = hashOf(s.doc.Lower, i, end)
	}
	return s.add(i, end, shape, hash)
}

// add appends the token [i, end), whose word has the given hash, 0 for one that gets
// no number, and returns end.
func (s *scanner) add(i, end int, shape Shape, hash uint64) int {
	if s.space {
		shape |= Space
	}
	s.space = false
	s.doc.Tokens = append(s.doc.Tokens, Token{Start: int32(i), End: int32(end), Shape: shape})
	s.doc.hashes = append(s.doc.hashes, hash)
	s.doc.lows = append(s.doc.lows, s.doc.Lower[i:end])
	return end
}

// byteAt is the byte at i, 0 outside the block.
func (s *scanner) byteAt(i int) byte {
	if i < 0 || i >= s.end {
		return 0
	}
	return s.text[i]
}

// wordAt reports whether a letter or digit stands at byte i.
func (s *scanner) wordAt(i int) bool {
	if i >= s.end {
		return false
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return class[c] <= digit
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:s.end])
	return isWord(r)
}

func (s *scanner) digitAt(i int) bool { return i >= 0 && i < s.end && class[s.text[i]] == digit }

// letterAt reports whether a letter stands at byte i.
func (s *scanner) letterAt(i int) bool { return s.wordAt(i) && class[s.text[i]] != digit }

// signed reports whether the n-byte minus at i belongs to a number behind it.
func (s *scanner) signed(i, n int) bool {
	if !s.digitAt(i + n) {
		return false
	}
	before := s.byteAt(i - 1)
	return s.space || before == '(' || before == '[' || before == '$'
}
