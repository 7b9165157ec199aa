package mention

import (
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// The titles of bills: "the Justice for Sailors of Torvik Act" names nobody, whatever its words name elsewhere.

// actAt is the end of the title of a bill with small words inside that begins at token i, behind a word that goes with a
// noun; i if none does. A title without such words goes by its last word, as any name does.
//
// Example: "the Fair Pay for Federal Workers Act", "the Clean Water and Rivers Act". Counter-example: "the President
// signed the Housing Act", "the Brenns and the Housing Act", "the Mayor of Kolm acts".
func (r *runner) actAt(i int) int {
	const longest = 12
	if i == r.first || r.titled || !r.d.Is(i, token.Capital) {
		return i
	}
	switch t := r.tags[i-1]; t {
	case tag.DT, tag.PRPS, tag.POS, tag.JJ:
	default:
		return i
	}
	inside := false
	for k := i + 1; k < min(r.end, i+longest); k++ {
		switch w := r.d.Low(k); {
		case r.d.Is(k, token.Letter|token.Capital):
			if inside && (w == "act" || w == "bill" && !r.is(k-1, aRole|honorific) && !(k+1 < r.end && r.d.Is(k+1, token.Capital))) {
				return k + 1
			}
		case inBills.Has(w) && k+1 < r.end && (r.d.Is(k+1, token.Capital) || inBills.Has(r.d.Low(k+1))):
			inside = true
		default:
			return i
		}
	}
	return i
}

// inBills are the small words inside such titles.
var inBills = lexicon.WordsOf("for", "to", "against", "in", "of", "from", "and", "our", "their")

// inAct reports a token inside the title of a bill.
func (r *runner) inAct(i int) bool {
	for _, a := range r.bills {
		if i >= a.first && i < a.end {
			return true
		}
	}
	return false
}
