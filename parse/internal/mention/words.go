package mention

import "dossier/parse/internal/lexicon"

var (
	roleTable = lexicon.Open("roles")
	headTable = lexicon.Open("orgheads")
)

// roleWord reports a noun for a person by office, work or relation, singular or
// plural, in lower case.
func roleWord(w string) bool { return roleTable().Has(w) || roleTable().Has(singular(w)) }

// orgWord reports a noun for a kind of body ("ministry", "union").
func orgWord(w string) bool { return headTable().Has(w) || headTable().Has(singular(w)) }

// singular is the rough singular of a noun in lower case; w itself if it looks
// like none. It returns a part of w or a constant, never a new string, where it can.
func singular(w string) string {
	n := len(w)
	switch {
	case n > 3 && w[n-3:] == "men":
		return w[:n-2] + "an"
	case n > 4 && w[n-3:] == "ies":
		return w[:n-3] + "y"
	case n > 4 && (w[n-4:] == "shes" || w[n-4:] == "ches" || w[n-4:] == "sses"):
		return w[:n-2]
	case n > 2 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i':
		return w[:n-1]
	}
	return w
}
