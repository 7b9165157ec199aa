package xlsx

import (
	"strings"
	"unicode/utf8"
)

// maxUnits is how much text a cell holds, in UTF-16 units.
const maxUnits = 32767

// cutMark ends a text that was cut.
const cutMark = " … [cut]"

// clean is s as a cell may hold it, and whether it had to be cut. Control
// characters, which XML has no place for, show as their pictures.
func clean(s string) (string, bool) {
	s = plain(s)
	if len(s) <= maxUnits || units(s) <= maxUnits {
		return s, false
	}
	left := maxUnits - units(cutMark)
	for i, r := range s {
		if left -= runeUnits(r); left < 0 {
			return s[:i] + cutMark, true
		}
	}
	return s, false
}

// isPlain reports whether every character of s may stand in XML as it is.
func isPlain(s string) bool {
	for i := range len(s) {
		if !unusual[s[i]] {
			continue
		}
		if s[i] != 0xef || strings.HasPrefix(s[i:], "\ufffe") || strings.HasPrefix(s[i:], "\uffff") {
			return false
		}
	}
	return utf8.ValidString(s)
}

// unusual are the bytes that start what XML has no place for.
var unusual = func() (t [256]bool) {
	for c := range ' ' {
		t[c] = c != '\n' && c != '\t'
	}
	t[0x7f], t[0xef] = true, true
	return t
}()

// plain is s in the characters of XML 1.0, lines ended by "\n".
func plain(s string) string {
	if isPlain(s) {
		return s
	}
	if strings.ContainsRune(s, '\r') {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < ' ':
			return '\u2400' + r
		case r == 0x7f:
			return '\u2421'
		case r == 0xfffe || r == 0xffff:
			return utf8.RuneError
		}
		return r
	}, s)
}

func units(s string) int {
	n := 0
	for _, r := range s {
		n += runeUnits(r)
	}
	return n
}

func runeUnits(r rune) int {
	if r > 0xffff {
		return 2
	}
	return 1
}

// Linkable reports whether a link to url may be clickable: only web and mail
// addresses may, without a character that hides where they lead.
func Linkable(url string) bool {
	if len(url) > 2000 || strings.IndexFunc(url, func(r rune) bool { return r <= ' ' || r == 0x7f || r == utf8.RuneError }) >= 0 {
		return false
	}
	scheme, rest, ok := strings.Cut(url, ":")
	if !ok || rest == "" {
		return false
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		return strings.HasPrefix(rest, "//") && len(rest) > 2
	case "mailto":
		return true
	}
	return false
}
