package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word reads the word or number at byte i: letters and digits of any script,
// and between them what words carry inside (hyphen, apostrophe, the dots of
// U.S., the separators of 1,000.50 and 9:30 and 5/4/2017).
func (s *scanner) word(i int) int { return s.wordFrom(i, i) }

// wordFrom is word for the word at i that is read up to j: the sign or dot of a number.
func (s *scanner) wordFrom(i, j int) int {
	dotted := false
	for j < s.end {
		c := s.text[j]
		if class[c] <= digit {
			j++
			continue
		}
		if class[c] == blank {
			break
		}
		n := s.inside(i, j, c)
		if n == 0 {
			break
		}
		dotted = dotted || c == '.'
		j += n
	}
	c := s.byteAt(j)
	if class[c] == blank || c == ',' {
		return s.finish(i, j) // most words
	}
	if end := s.address(i, j, dotted); end > j {
		return s.emit(i, end)
	}
	switch {
	case c == '.' && s.keepsDot(i, j, dotted):
		j++
	case c == '$' && s.digitAt(j+1) && j-i <= 3 && shapeOf(s.text[i:j])&(Upper|Capital) != 0:
		j++ // US$5
	case s.suffix(j) == "t" && j-i > 1 && s.text[j-1]|0x20 == 'n':
		s.emit(i, j-1)
		_, n := utf8.DecodeRuneInString(s.text[j:])
		return s.emit(j-1, j+n+1) // do|n't
	}
	return s.finish(i, j)
}

// finish appends the word [i, j), as two tokens if two are written as one.
func (s *scanner) finish(i, j int) int {
	if cut := fused(s.doc.Lower[i:j]); cut > 0 {
		s.emit(i, i+cut)
		return s.emit(i+cut, j)
	}
	return s.emit(i, j)
}

// inside is how many bytes from j on, where c stands, go on with the word that
// began at i; 0 ends it.
func (s *scanner) inside(i, j int, c byte) int {
	switch c {
	case '-':
		if j > i && s.wordAt(j+1) || s.dangling(j) {
			return 1
		}
	case '\'':
		return s.elision(j, 1)
	case '.':
		if s.digitAt(j-1) && s.digitAt(j+1) || s.innerDot(i, j) {
			return 1
		}
	case ',', ':', '/':
		if s.digitAt(j-1) && s.digitAt(j+1) {
			return 1
		}
	case '&':
		if s.letterAt(j-1) && s.letterAt(j+1) {
			return 1
		}
	case '_':
		if s.wordAt(j + 1) {
			return 1
		}
	case '+':
		if s.letterAt(j-1) && !s.wordAt(j+1) {
			return 1 // LGBTQ+
		}
	default:
		if class[c] == high {
			return s.insideHigh(j)
		}
	}
	return 0
}

// insideHigh is inside for a byte above ASCII.
func (s *scanner) insideHigh(j int) int {
	r, n := utf8.DecodeRuneInString(s.text[j:s.end])
	switch {
	case isWord(r), isHyphen(r) && s.wordAt(j+n):
		return n
	case r == '’':
		return s.elision(j, n)
	}
	return 0
}

// dangling reports whether the hyphen at j ends a word that shares its second
// half with the next one: "pre- and post-war".
func (s *scanner) dangling(j int) bool {
	rest := s.text[j+1 : s.end]
	return strings.HasPrefix(rest, " and ") || strings.HasPrefix(rest, " or ") || strings.HasPrefix(rest, " to ")
}

// elision is the length n of the apostrophe at j where it stands inside a word
// (O'Brien, o'clock, gov't); 0 where it opens a clitic or ends the word.
func (s *scanner) elision(j, n int) int {
	if !s.wordAt(j+n) || s.suffix(j) != "" {
		return 0
	}
	return n
}

// suffix names the clitic that the apostrophe at j opens ('s, 're, n't …), in
// lower case and without the apostrophe, or "".
func (s *scanner) suffix(j int) string {
	n := s.apostropheAt(j)
	if n == 0 {
		return ""
	}
	k := j + n
	end := k
	for end < s.end && end < k+3 && s.wordAt(end) {
		end++
	}
	if s.wordAt(end) {
		return ""
	}
	switch low := s.doc.Lower[k:end]; low {
	case "s", "m", "d", "re", "ve", "ll":
		return low
	case "t":
		if s.byteAt(j-1)|0x20 == 'n' {
			return low
		}
	}
	return ""
}

// apostropheAt is the length of the apostrophe at j, 0 if there is none.
func (s *scanner) apostropheAt(j int) int {
	switch {
	case s.byteAt(j) == '\'':
		return 1
	case strings.HasPrefix(s.text[min(j, s.end):s.end], "’"):
		return len("’")
	}
	return 0
}

// innerDot reports whether the dot at j stands inside an abbreviation that
// began at i: U.S, a.m, Ph.D, D-N.C, U.S.-led.
func (s *scanner) innerDot(i, j int) bool {
	from := segment(s.text[i:j])
	if !short(s.text[i+from : j]) {
		return false
	}
	if s.byteAt(j+1) == '-' && s.wordAt(j+2) {
		return true
	}
	end := j + 1
	for end < s.end && end < j+4 && class[s.text[end]] <= upperLetter {
		end++
	}
	n := end - j - 1
	return (n == 1 || n == 2) && !s.wordAt(end)
}

// segment is where the last part of an abbreviation starts.
func segment(word string) int {
	i := len(word)
	for i > 0 && word[i-1] != '.' && word[i-1] != '-' {
		i--
	}
	return i
}

// short reports whether a part of an abbreviation is one letter, or two as in
// Ph.D.
func short(part string) bool {
	r, n := utf8.DecodeRuneInString(part)
	if !unicode.IsLetter(r) {
		return false
	}
	return n == len(part) || len(part) == 2 && class[part[0]] == upperLetter && class[part[1]] == lowerLetter
}

// fused is where the first of two words written as one ends, 0 for all others.
func fused(low string) int {
	if len(low) > 6 || len(low) < 5 {
		return 0
	}
	switch low {
	case "cannot", "gonna", "gotta", "lemme", "gimme", "wanna":
		return 3
	}
	return 0
}
