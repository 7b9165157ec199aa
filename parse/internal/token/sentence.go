package token

import (
	"unicode"
	"unicode/utf8"

	"dossier/article"
)

// maxSentence bounds a sentence, in tokens, so that what works sentence by
// sentence stays linear on text without any full stop.
const maxSentence = 1000

// maxClosers bounds the closing marks of a sentence, for the same reason.
const maxClosers = 20

// cutter cuts the tokens [at, end) of one block into sentences.
type cutter struct {
	doc   *Doc
	at    int // first token of the sentence in hand
	end   int
	block int32
	kind  article.BlockKind
	odd   bool // an odd number of straight double quotes so far in the block
}

func (c *cutter) cut() {
	lines := c.kind == article.BlockTable || c.kind == article.BlockPreformatted
	for i := c.at; i < c.end; {
		if !lines {
			if i = c.plain(i); i == c.end {
				break
			}
		}
		c.doc.Tokens[i].Sentence = int32(len(c.doc.Sentences))
		if c.straight(i) {
			c.odd = !c.odd
		}
		next, over := i+1, false
		if c.terminal(i) {
			next = c.closers(next)
			c.mark(i+1, next)
			over = next < c.end && c.endsAt(i, next)
		} else {
			over = c.lineEnds(i)
		}
		if over || next-c.at >= maxSentence {
			c.close(next)
		}
		i = next
	}
	if c.at < c.end {
		c.close(c.end)
	}
}

// plain files the words from token i on that are nothing but letters under the
// sentence in hand, which cannot end with them, and returns the first other token.
func (c *cutter) plain(i int) int {
	tokens, sentence := c.doc.Tokens[:min(c.end, c.at+maxSentence-1)], int32(len(c.doc.Sentences))
	for ; i < len(tokens) && tokens[i].Shape&Plain != 0; i++ {
		tokens[i].Sentence = sentence
	}
	return i
}

// mark files the tokens [i, next) under the sentence in hand.
func (c *cutter) mark(i, next int) {
	for ; i < next; i++ {
		c.doc.Tokens[i].Sentence = int32(len(c.doc.Sentences))
	}
}

// close ends the sentence in hand before token next.
func (c *cutter) close(next int) {
	c.doc.Sentences = append(c.doc.Sentences, Sentence{First: int32(c.at), End: int32(next), Block: c.block})
	c.at = next
}

// terminal reports whether a sentence can end with token i: . ! ? … and the
// words that keep their dot.
func (c *cutter) terminal(i int) bool {
	t := &c.doc.Tokens[i]
	switch c.doc.Text[t.End-1] {
	case '.', '!', '?':
		return true
	case 0xA6, 0x82, 0x81, 0x9F, 0xA4, 0x94: // the last bytes of … 。 ！ ？ । ۔
		return t.Shape&Punct != 0 && isTerminal(c.rune(i))
	}
	return false
}

func isTerminal(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '।', '۔', '؟':
		return true
	}
	return false
}

// closers is the first token from i on that does not close what stood before:
// marks, brackets and more ends of sentence, each attached.
func (c *cutter) closers(i int) int {
	for limit := min(c.end, i+maxClosers); i < limit; i++ {
		switch {
		case c.straight(i):
			attached := !c.spaced(i)
			if !attached && !c.odd {
				return i
			}
			c.odd = !c.odd
		case c.spaced(i) && c.rune(i) != '»':
			return i
		case c.terminal(i) && c.doc.Is(i, Punct):
		case c.footnote(i):
			i += 2
		case !c.closing(i):
			return i
		}
	}
	return i
}

// closing reports whether the attached token i is a closing mark or bracket.
func (c *cutter) closing(i int) bool {
	switch c.rune(i) {
	case '“', '*', '_': // „…“, *emphasis*
		return i+1 == c.end || c.spaced(i+1)
	case '”', '’', '\'', '»', '›', ')', ']', '}', '」', '』':
		return c.doc.Is(i, Punct)
	}
	return false
}

// footnote reports whether an attached "[3]" begins at token i.
func (c *cutter) footnote(i int) bool {
	return c.rune(i) == '[' && i+2 < c.end && c.doc.Is(i+1, Digit) && c.rune(i+2) == ']'
}

func (c *cutter) straight(i int) bool {
	return c.doc.Is(i, Mark) && c.doc.Text[c.doc.Tokens[i].Start] == '"'
}

func (c *cutter) spaced(i int) bool { return c.doc.Is(i, Space) }

func (c *cutter) rune(i int) rune {
	r, _ := utf8.DecodeRuneInString(c.doc.Text[c.doc.Tokens[i].Start:])
	return r
}

// lineEnds reports whether token i ends a line that is a sentence of its own:
// in tables and preformatted text.
func (c *cutter) lineEnds(i int) bool {
	if c.kind != article.BlockTable && c.kind != article.BlockPreformatted || i+1 >= c.end {
		return false
	}
	for _, b := range []byte(c.doc.Text[c.doc.Tokens[i].End:c.doc.Tokens[i+1].Start]) {
		if b == '\n' {
			return true
		}
	}
	return false
}

// endsAt reports whether the sentence that token i can end is over, and the
// next one begins with token next.
func (c *cutter) endsAt(i, next int) bool {
	word := c.doc.Word(i)
	if c.heading() && (len(word) > 1 || next > i+1 || !c.several(i, next)) {
		return false
	}
	if !c.spaced(next) {
		return c.tight(i, next)
	}
	start := c.opened(next)
	if start == c.end {
		return true
	}
	switch {
	case c.doc.Is(i, Letter) || c.doc.Is(i, Digit):
		return c.endsWithWord(i, next, start)
	case word == "." || word == "。" || word == "।" || word == "۔":
		return c.begins(next, start)
	case word[0] == '.' || word == "…":
		return c.endsWithDots(i, start)
	}
	return c.begins(next, start) && !c.reported(i, next)
}

// tight judges an end of sentence with no space behind it: "over.Then", 。
func (c *cutter) tight(i, next int) bool {
	switch c.rune(i) {
	case '。', '！', '？':
		return true
	case '.', '?', '!':
		return c.doc.Is(next, Capital) && c.doc.Is(i, Punct) && i > c.at && !c.doc.Is(i-1, Capital) && c.doc.Is(i-1, Letter)
	}
	return false
}

// opened is the first token from i on that is no opening mark or bracket.
func (c *cutter) opened(i int) int {
	for i < c.end && (c.doc.Is(i, Mark) || c.rune(i) == '(' || c.rune(i) == '[' || c.rune(i) == '¿' || c.rune(i) == '¡') {
		i++
	}
	return i
}

// begins reports whether a sentence can begin with token start, which the
// opening marks from next on stand before.
func (c *cutter) begins(next, start int) bool {
	r := c.rune(start)
	switch {
	case unicode.IsLower(r):
		return c.rune(next) == '[' || innerCapital(c.doc.Word(start))
	case isDash(r) || r == '-':
		return start+1 < c.end && unicode.IsUpper(c.rune(start+1)) && !c.doc.Is(start-1, Mark)
	case c.doc.Is(start, Punct):
		return start > next || r == '@' || r == '#' || r == '$' || r == '*' || r == '•' || r > 0x2E80
	}
	return true
}

// innerCapital reports iPhone and al-Assad.
func innerCapital(word string) bool {
	for _, r := range word {
		if unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// endsWithWord judges a word that keeps its dot: "U.S." and the like.
func (c *cutter) endsWithWord(i, next, start int) bool {
	word := c.doc.Low(i)
	bare := word[:len(word)-1]
	switch {
	case c.doc.Is(i, Digit) && i == c.at, is(bare, kindShort):
		return false
	case !unicode.IsUpper(c.rune(start)):
		return false
	case is(bare, kindEnd):
		return !is(c.doc.Low(start), kindTime)
	case is(bare, kindTitle):
		return start == next && is(c.doc.Low(start), kindStart) && bare == "st"
	case c.doc.Is(next-1, Mark):
		return true // a quotation ends behind the dot
	case c.rune(next) == '(' && c.doc.Is(start, Upper) && len(c.doc.Word(start)) > 1:
		return false // "Halden Inc. (NYSE: HLD) said"
	}
	return start > next && !c.doc.Is(start-1, Mark) || is(c.doc.Low(start), kindStart) && c.starts(start)
}

// starts tells "in the U.S. The" from "the U.S. A": a capital letter alone and
// a word in capitals begin no sentence.
func (c *cutter) starts(i int) bool {
	return !c.doc.Is(i, Upper) && (len(c.doc.Word(i)) > 1 || c.rune(i) == 'A' && i+1 < c.end && !c.doc.Is(i+1, Capital|Punct))
}

// endsWithDots judges "..." and "…": dots that stand free are a gap within the
// sentence unless a common opening word follows.
func (c *cutter) endsWithDots(i, start int) bool {
	if !unicode.IsUpper(c.rune(start)) {
		return false
	}
	low := c.doc.Low(start)
	if low == "i" {
		return false
	}
	return !c.spaced(i) || is(low, kindStart)
}

// reported reports whether the ? or ! at i ends a quotation that opened the
// sentence, and its speaker follows: "Why?" Ada Brenn asked.
func (c *cutter) reported(i, next int) bool {
	if next == i+1 || !c.doc.Is(c.at, Mark) || !c.doc.Is(next-1, Mark) {
		return false
	}
	for k := next; k < c.end && k < next+6; k++ {
		switch {
		case is(c.doc.Low(k), kindSpeech):
			return true
		case !c.doc.Is(k, Capital) && k > next:
			return false
		}
	}
	return false
}

// heading reports a block that is one sentence unless clearly several.
func (c *cutter) heading() bool {
	return c.kind == article.BlockTitle || c.kind == article.BlockHeading
}

// several reports whether at least three words stand on each side of the end
// of a sentence within a heading.
func (c *cutter) several(i, next int) bool {
	return c.wordsIn(c.at, i) >= 3 && c.wordsIn(next, c.end) >= 3
}

// wordsIn counts the words among tokens [i, end), as far as three.
func (c *cutter) wordsIn(i, end int) int {
	n := 0
	for end = min(end, i+30); i < end && n < 3; i++ {
		if !c.doc.Is(i, Punct) {
			n++
		}
	}
	return n
}
