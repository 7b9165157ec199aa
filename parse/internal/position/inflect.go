package position

import "strings"

// Regular English inflection, as far as the cue words need it; what is
// irregular stands in the table stances_forms.

// third appends the -s form of a verb to b.
func third(b []byte, w string) []byte {
	switch {
	case w == "be":
		return append(b, "is"...)
	case w == "have":
		return append(b, "has"...)
	case w == "do" || w == "go":
		return append(append(b, w...), "es"...)
	}
	return plural(b, w)
}

// plural appends the -s form of a noun.
func plural(b []byte, w string) []byte {
	n := len(w)
	if n == 0 {
		return b
	}
	switch {
	case strings.HasSuffix(w, "man"):
		return append(append(b, w[:n-2]...), "en"...)
	case w[n-1] == 'y' && n > 1 && !vowel(w[n-2]):
		return append(append(b, w[:n-1]...), "ies"...)
	case w[n-1] == 's' || w[n-1] == 'x' || w[n-1] == 'z' || strings.HasSuffix(w, "sh") || strings.HasSuffix(w, "ch"):
		return append(append(b, w...), "es"...)
	}
	return append(append(b, w...), 's')
}

// past appends the -ed form.
func past(b []byte, w string) []byte {
	n := len(w)
	switch {
	case n == 0:
		return b
	case w[n-1] == 'e':
		return append(append(b, w...), 'd')
	case w[n-1] == 'y' && n > 1 && !vowel(w[n-2]):
		return append(append(b, w[:n-1]...), "ied"...)
	}
	return append(append(b, w...), "ed"...)
}

// ingForm appends the -ing form.
func ingForm(b []byte, w string) []byte {
	n := len(w)
	switch {
	case n == 0:
		return b
	case strings.HasSuffix(w, "ie"):
		return append(append(b, w[:n-2]...), "ying"...)
	case w[n-1] == 'e' && n > 2 && !strings.HasSuffix(w, "ee") && !strings.HasSuffix(w, "oe"):
		return append(append(b, w[:n-1]...), "ing"...)
	}
	return append(append(b, w...), "ing"...)
}

func vowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// sameNoun reports that a and b are one noun, singular or plural.
func sameNoun(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	n := len(a)
	if n < 2 {
		return false // "a", "as"
	}
	switch len(b) - n {
	case 1:
		return b[:n] == a && b[n] == 's'
	case 2:
		return b[:n] == a && b[n:] == "es" || b[:n-1] == a[:n-1] && a[n-1] == 'y' && b[n-1:] == "ies"
	}
	return false
}
