package position

import "testing"

// TestVocabulary: the tables fit the small numbers that hold them, and every
// word is found under its own number, no other word at all.
func TestVocabulary(t *testing.T) {
	w := load()
	if n := len(w.ends); 4*n > 3*len(w.slots) || len(w.text) >= 1<<16 || n != len(w.facts) || len(w.lists) >= 1<<16 {
		t.Fatalf("%d words of %d bytes, %d facts and %d lists in %d slots", n, len(w.text), len(w.facts), len(w.lists), len(w.slots))
	}
	for n := 1; n < len(w.ends); n++ {
		word := string(w.word(uint16(n)))
		if got := w.find(word); got != n {
			t.Errorf("%q is word %d, found as %d", word, n, got)
		}
		if other := word + "\x00"; w.find(other) != 0 || w.kinds(other) != 0 {
			t.Errorf("%q is known", other)
		}
	}
	if w.find("") != 0 {
		t.Error("the empty word is known")
	}
}
