package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closers are marks that may stand behind the last mark of a sentence.
const closers = "\"'”’»)]›"

// sentenceEnd is the mark that ends s as a sentence: '.', '!', '?', '…', or 0.
func sentenceEnd(s string) rune {
	s = strings.TrimRight(s, closers+" \n")
	switch r := lastRune(s); r {
	case '.', '!', '?', '…', '。', '！', '？', '।':
		return r
	}
	return 0
}

// starts reports whether s begins as a sentence or a headline does: with an
// upper-case letter, a letter that has no case, a digit, or a mark before one.
func starts(s string) bool {
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			return !unicode.IsLower(r)
		case unicode.IsDigit(r):
			return true
		case unicode.IsSpace(r):
			return false
		}
	}
	return false
}

// count is what a headline's shape is judged by.
type count struct {
	words   int
	long    int // words of four letters or more behind the first
	capital int // of these, with a capital
	upper   int // bytes of upper-case letters
	lower   int // bytes of lower-case letters
}

// measure counts the words of s.
func measure(s string) (c count) {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !wordRune(r) {
			i += n
			continue
		}
		end := wordEnd(s, i)
		c.words++
		if end-i >= 4 && c.words > 1 {
			c.long++
			if !unicode.IsLower(r) {
				c.capital++
			}
		}
		c.cases(s[i:end])
		i = end
	}
	return c
}

func (c *count) cases(word string) {
	for _, r := range word {
		if unicode.IsUpper(r) {
			c.upper++
		} else if unicode.IsLower(r) {
			c.lower++
		}
	}
}

// titleCase reports words written With Capitals As Headlines Are.
func (c count) titleCase() bool { return c.long >= 3 && c.capital*4 >= c.long*3 }

// allCaps reports words WRITTEN IN CAPITALS.
func (c count) allCaps() bool { return c.upper >= 3 && c.lower*8 <= c.upper }

// headlineLike reports the loose shape of a headline: one line of a few words
// that starts like a sentence and does not end like one.
func headlineLike(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 220 || strings.Contains(s, "\n") || !starts(s) {
		return false
	}
	if end := sentenceEnd(s); end == '.' || end == '…' || strings.ContainsRune(",;:", lastRune(s)) {
		return false
	}
	return wordCount(s) <= 28
}

func wordCount(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}
