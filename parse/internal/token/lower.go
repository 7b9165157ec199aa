package token

import (
	"unicode"
	"unicode/utf8"
)

// Lower is text in lower case as Doc.Lower has it: every byte offset holds.
func Lower(text string) string { return lower(text) }

// lower is text lower-cased letter by letter. A letter whose lower case takes
// another number of bytes (İ, the Kelvin sign) stays as it is, so every offset
// holds.
func lower(text string) string {
	first := firstUpper(text)
	if first == len(text) {
		return text
	}
	b := []byte(text)
	for i := first; i < len(b); {
		switch c := b[i]; class[c] {
		case upperLetter:
			b[i] = c | 0x20
			i++
		case high:
			i += lowerRune(b[i:])
		default:
			i++
		}
	}
	return string(b)
}

// firstUpper is the offset of the first byte that may change.
func firstUpper(text string) int {
	for i := 0; i < len(text); i++ {
		if c := class[text[i]]; c == upperLetter || c == high {
			return i
		}
	}
	return len(text)
}

// lowerRune lower-cases the first rune of b and returns its length.
func lowerRune(b []byte) int {
	r, n := utf8.DecodeRune(b)
	if low := unicode.ToLower(r); low != r && utf8.RuneLen(low) == n && r != utf8.RuneError {
		utf8.EncodeRune(b, low)
	}
	return n
}
