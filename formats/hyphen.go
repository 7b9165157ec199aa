package formats

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutter tells the hyphens at the ends of a text's lines that only cut a word from
// those that belong to it.
type cutter struct {
	text  string
	usual bool            // words are cut in it: what is not known otherwise was
	words map[string]bool // of the text, in lower case; nil until one is asked for
}

// hyphen is the length in bytes of a hyphen at a line's end that only cuts a word, 0 if
// there is none or if it belongs to the word. The text decides where it has the word
// elsewhere; else what follows in lower case was cut, where that is usual.
func (c *cutter) hyphen(line, next stretch) int {
	s := c.text[line.from:line.to]
	last, n := utf8.DecodeLastRuneInString(s)
	if last != '-' && last != '\u2010' && last != '\u00AD' {
		return 0
	}
	head := s[strings.LastIndexByte(s, ' ')+1 : len(s)-n]
	tail, _, _ := strings.Cut(c.text[next.from:next.to], " ")
	tail = strings.TrimRightFunc(tail, func(r rune) bool { return !unicode.IsLetter(r) })
	first, _ := utf8.DecodeRuneInString(tail)
	before, _ := utf8.DecodeLastRuneInString(head)
	if !unicode.IsLower(first) || !unicode.IsLetter(before) {
		return 0
	}
	if c.words == nil {
		c.read()
	}
	switch {
	case last == '\u00AD' || c.words[strings.ToLower(head+tail)]:
		return n
	case c.words[strings.ToLower(head+"-"+tail)] || !c.usual:
		return 0
	}
	return n
}

// fewestCuts is how many lines of a text end with a hyphen if words are cut in it.
const fewestCuts = 3

// read collects the words of the text in lower case, and sees whether they are cut at
// the ends of lines.
func (c *cutter) read() {
	c.words = map[string]bool{}
	cuts := 0
	for line := range strings.Lines(c.text) {
		f := strings.Fields(line)
		for i, w := range f {
			if i == len(f)-1 && strings.HasSuffix(w, "-") {
				if before, _ := utf8.DecodeLastRuneInString(w[:len(w)-1]); unicode.IsLetter(before) {
					cuts++
				}
				continue
			}
			c.words[strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }))] = true
		}
	}
	c.usual = c.usual || cuts >= fewestCuts
}
