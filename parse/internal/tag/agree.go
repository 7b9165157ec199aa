package tag

import "dossier/parse/internal/token"

// agree mends what the sums of single words cannot see: a verb without an ending
// never follows "a" and an adjective ("a two-year freeze on rents"), for what one
// thing does ends in s. There it is a noun. And a preposition that is a given name is
// one before a name.
func agree(d *token.Doc, tags []Tag) {
	for i := range len(tags) - 1 {
		if tags[i] == IN && tags[i+1] == NNP && d.Is(i, token.Capital) && (d.Low(i) == "per" || d.Low(i) == "till") {
			tags[i] = NNP // "said Per Ostrow"
		}
	}
	for i := 2; i < len(tags); i++ {
		if tags[i] != VBP && tags[i] != VB || tags[i-1] != JJ && !d.Is(i-1, token.Hyphen) || !single(d, tags, i-1) {
			continue
		}
		tags[i] = NN
		if d.Is(i-1, token.Hyphen) {
			tags[i-1] = JJ
		}
	}
}

// single reports "a" before the words that end in token i, "a few" and its like
// apart: they are several.
func single(d *token.Doc, tags []Tag, i int) bool {
	if d.Low(i) == "few" || d.Low(i) == "many" {
		return false
	}
	for k := i - 1; k >= max(0, i-3); k-- {
		switch tags[k] {
		case DT:
			return d.Low(k) == "a" || d.Low(k) == "an"
		case JJ, RB:
		default:
			return false
		}
	}
	return false
}
