package position

import "strings"

// Regular English inflection, as far as the cue words need it; what is
// irregular stands in the table stances_forms.

// third is the -s form of a verb.
func third(w string) string {
	switch {
	case w == "be":
		return "is"
	case w == "have":
		return "has"
	case w == "do" || w == "go":
		return w + "es"
	}
	return plural(w)
}

// plural is the -s form of a noun.
func plural(w string) string {
	n := len(w)
	if n == 0 {
		return w
	}
	switch {
	case strings.HasSuffix(w, "man"):
		return w[:n-2] + "en"
	case w[n-1] == 'y' && n > 1 && !vowel(w[n-2]):
		return w[:n-1] + "ies"
	case w[n-1] == 's' || w[n-1] == 'x' || w[n-1] == 'z' || strings.HasSuffix(w, "sh") || strings.HasSuffix(w, "ch"):
		return w + "es"
	}
	return w + "s"
}

// past is the -ed form.
func past(w string) string {
	n := len(w)
	switch {
	case n == 0:
		return w
	case w[n-1] == 'e':
		return w + "d"
	case w[n-1] == 'y' && n > 1 && !vowel(w[n-2]):
		return w[:n-1] + "ied"
	}
	return w + "ed"
}

// ingForm is the -ing form.
func ingForm(w string) string {
	n := len(w)
	switch {
	case n == 0:
		return w
	case strings.HasSuffix(w, "ie"):
		return w[:n-2] + "ying"
	case w[n-1] == 'e' && n > 2 && !strings.HasSuffix(w, "ee") && !strings.HasSuffix(w, "oe"):
		return w[:n-1] + "ing"
	}
	return w + "ing"
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
	switch len(b) - n {
	case 1:
		return b[:n] == a && b[n] == 's'
	case 2:
		return b[:n] == a && b[n:] == "es" || b[:n-1] == a[:n-1] && a[n-1] == 'y' && b[n-1:] == "ies"
	}
	return false
}
