package token

import (
	"unicode"
	"unicode/utf8"
)

// The classes of bytes. Letters and digits come first: class <= digit is a
// word.
const (
	lowerLetter = '0' + iota
	upperLetter
	digit
	blank
	other
	high // starts or continues a rune above ASCII
)

// class is the class of each byte.
const class = "33333333333333333333333333333333" + // controls
	"34444444444444442222222222444444" + // space to ?
	"41111111111111111111111111144444" + // @ to _
	"40000000000000000000000000044443" + // ` to delete
	"55555555555555555555555555555555" +
	"55555555555555555555555555555555" +
	"55555555555555555555555555555555" +
	"55555555555555555555555555555555"

// isWord reports whether r can stand anywhere in a word: letters and digits of
// any script, what combines with them, and the invisible joiners inside words.
func isWord(r rune) bool {
	if r >= 0x2000 && r <= 0x206F { // the curly marks, dashes and spaces
		return r == '\u200C' || r == '\u200D'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == '\u00AD'
}

// isBlank reports whether r separates tokens and belongs to none: white space,
// controls, and the invisible marks of direction and width.
func isBlank(r rune) bool {
	switch {
	case r == '\u200B', r == '\u200E', r == '\u200F', r == '\u2060', r == '\uFEFF':
		return true
	case r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069':
		return true
	}
	return unicode.IsSpace(r) || unicode.IsControl(r)
}

func isDash(r rune) bool { return r >= '\u2012' && r <= '\u2015' }

func isHyphen(r rune) bool { return r == '\u2010' || r == '\u2011' }

// isExtender reports whether r only changes how the symbol before it looks, or
// makes a flag with it.
func isExtender(r rune) bool {
	return r == '\u200D' || r >= 0x1F1E6 && r <= 0x1F1FF || r >= 0xFE00 && r <= 0xFE0F || r >= 0x1F3FB && r <= 0x1F3FF ||
		unicode.Is(unicode.M, r)
}

// isMark reports whether the token that starts with r is a quotation mark. An
// apostrophe alone counts: only what follows can tell it from a mark.
func isMark(r rune) bool {
	switch r {
	case '"', '\'', '`', '“', '”', '„', '‟', '‘', '’', '‚', '‛', '«', '»', '‹', '›',
		'「', '」', '『', '』', '＂', '❝', '❞', '〝', '〞':
		return true
	}
	return false
}

// shapeOf is the shape of a token, Space aside.
func shapeOf(word string) Shape {
	var shape Shape
	letters, uppers := 0, 0
	for i := 0; i < len(word); {
		c := word[i]
		switch class[c] {
		case lowerLetter:
			letters++
		case upperLetter:
			if letters == 0 {
				shape |= Capital
			}
			letters++
			uppers++
		case digit:
			shape |= Digit
		case high:
			r, n := utf8.DecodeRuneInString(word[i:])
			i += n
			switch {
			case unicode.IsLetter(r):
				if unicode.IsUpper(r) {
					if letters == 0 {
						shape |= Capital
					}
					uppers++
				}
				letters++
			case unicode.IsDigit(r):
				shape |= Digit
			case isHyphen(r) && i > n && i < len(word):
				shape |= Hyphen
			}
			continue
		default:
			if c == '-' && i > 0 && i < len(word)-1 {
				shape |= Hyphen
			}
		}
		i++
	}
	if letters > 0 {
		shape |= Letter
	}
	if uppers > 1 && uppers == letters {
		shape |= Upper
	}
	if shape&(Letter|Digit) == 0 {
		return punctuation(word)
	}
	return shape
}

// punctuation is the shape of a token without letters and digits.
func punctuation(word string) Shape {
	r, _ := utf8.DecodeRuneInString(word)
	if isMark(r) {
		return Punct | Mark
	}
	return Punct
}
