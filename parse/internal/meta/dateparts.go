package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The parts that dates are made of: names, ordinals, small words, numbers.

// lookup finds the word at i in a list of names: its value and its end, 0 if it
// is not there. A dot of a short form is not part of the end.
func lookup(s string, i int, t *table) (value string, end int) {
	j := i
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		if !unicode.IsLetter(r) && !(r == '-' && strings.HasPrefix(s[j:], "-feira")) && r != 'ʼ' {
			break
		}
		j += n
	}
	if j-i < 3 || j-i > 28 {
		return "", 0
	}
	if v, ok := t.of(strings.ToLower(s[i:j])); ok {
		return v, j
	}
	return "", 0
}

// weekdayBehind skips a weekday behind the date ("5 Nisan 2017 Çarşamba").
func weekdayBehind(s string, end int) int {
	at := skip(s, end, " ,(")
	if at == end {
		return end
	}
	if _, e := lookup(s, at, weekdayNames()); e > 0 {
		return e
	}
	return end
}

// skipOrdinal skips "st", "nd", "rd", "th", "er", "º", "-го" and a dot.
func skipOrdinal(s string, i int) int {
	for _, suffix := range [...]string{"st", "nd", "rd", "th", "er", "º", "°", "ª", "-го", "-го", ":e", "."} {
		if len(s)-i >= len(suffix) && strings.EqualFold(s[i:i+len(suffix)], suffix) {
			if end := i + len(suffix); suffix == "." || end == len(s) || !wordRune(runeAt(s, end)) {
				return end
			}
		}
	}
	return i
}

// skipArticle skips the small words inside dates: "of", "de", "del", "den".
func skipArticle(s string, i int) int {
	for _, w := range [...]string{"of ", "de ", "del ", "den ", "di ", "le ", "el ", "do ", "the ", "of the ", "d'", "d’"} {
		if len(s)-i > len(w) && strings.EqualFold(s[i:i+len(w)], w) {
			return skip(s, i+len(w), " ")
		}
	}
	return i
}

// number reads the digits at i.
func number(s string, i int) (n, end int) {
	end = i
	for end < len(s) && isDigit(s[end]) && end-i < 15 {
		n = n*10 + int(s[end]-'0')
		end++
	}
	return n, end
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// skip moves over characters of the set.
func skip(s string, i int, set string) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune(set, r) {
			break
		}
		i += n
	}
	return i
}
