// Package charset is the 8-bit character set of the small faces: Windows-1252
// with five signs in the places it leaves free.
//
// It maps characters to bytes and back. Which text takes the 8-bit way is
// decided elsewhere.
package charset

import "slices"

// Differences is the set as a PDF encoding states it: what is not WinAnsi.
const Differences = "129 /minus 141 /uni25AF 143 /arrowright 144 /minute 157 /second"

// high are the characters of the bytes 0x80 to 0x9F.
var high = [32]rune{
	'€', '−', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '▯', 'Ž', '→',
	'′', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '″', 'ž', 'Ÿ',
}

// Byte returns the byte of r, and false where the set lacks it.
func Byte(r rune) (byte, bool) {
	if r >= 0x20 && r < 0x7F || r >= 0xA0 && r < 0x100 {
		return byte(r), true
	}
	if r < 0x80 {
		return 0, false
	}
	i := slices.Index(high[:], r)
	return byte(0x80 + i), i >= 0
}

// Runes returns the character of each byte; 0 for control characters.
func Runes() [256]rune {
	var all [256]rune
	for b := range all {
		switch {
		case b >= 0x80 && b < 0xA0:
			all[b] = high[b-0x80]
		case b >= 0x20 && b != 0x7F:
			all[b] = rune(b)
		}
	}
	return all
}
