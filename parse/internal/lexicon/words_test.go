package lexicon

import "testing"

func TestWords(t *testing.T) {
	in := []string{"a", "of", "the", "mayor", "né", "vice-president"}
	set := WordsOf(in...)
	for _, w := range in {
		if !set.Has(w) {
			t.Errorf("%q is missing", w)
		}
	}
	// The first three look like words of the set by length, first and last letter.
	for _, w := range []string{"tie", "mover", "if", "", "b", "them", "Mayor", "ne"} {
		if set.Has(w) {
			t.Errorf("%q is in the set", w)
		}
	}
	if WordsOf().Has("the") {
		t.Error("an empty set has a word")
	}
}
