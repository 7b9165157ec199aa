package lexicon

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// Lower is text lower-cased letter by letter. A letter whose lower case takes
// another number of bytes (İ, the Kelvin sign) stays as it is, so every offset
// holds.
func Lower(text string) string {
	first := firstUpper(text)
	if first == len(text) {
		return text
	}
	b := []byte(text)
	for i := first; i < len(b); {
		switch c := b[i]; {
		case c >= utf8.RuneSelf:
			i += lowerRune(b[i:])
		case i+8 <= len(b) && lowerEight(b[i:]):
			i += 8
		default:
			if 'A' <= c && c <= 'Z' {
				b[i] = c | 0x20
			}
			i++
		}
	}
	return unsafe.String(&b[0], len(b)) // ours alone, and it never changes
}

// lowerEight lower-cases the first eight bytes of b at once, if all are ASCII.
// With 63 or 37 added, the high bit of a byte says that it is at least 'A', or
// beyond 'Z'.
func lowerEight(b []byte) bool {
	const each = 0x0101010101010101
	x := binary.LittleEndian.Uint64(b)
	if x&(each<<7) != 0 {
		return false
	}
	upper := (x + each*('\x80'-'A')) &^ (x + each*('\x80'-'Z'-1)) & (each << 7)
	binary.LittleEndian.PutUint64(b, x|upper>>2)
	return true
}

// firstUpper is the offset of the first byte that may change.
func firstUpper(text string) int {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
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
