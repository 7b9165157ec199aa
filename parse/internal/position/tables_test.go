package position

import (
	"strings"
	"testing"

	"dossier/parse/internal/lexicon"
)

// TestTables: the tables fit the small numbers that hold them, every word of
// theirs is known, and each holds a letter: tokens without one are not looked up.
func TestTables(t *testing.T) {
	w := load()
	if n := len(w.facts); n != w.numbers.Len()+1 || n >= numbering || len(w.lists) >= 1<<16 || len(w.entries) >= 1<<16 || len(w.bases) >= 1<<16 {
		t.Fatalf("%d words, %d facts, %d lists of %d entries and %d lemmas", w.numbers.Len(), n, len(w.lists), len(w.entries), len(w.bases))
	}
	for _, table := range [...]*lexicon.Table{restTable(), verbTable(), nounTable(), wordTable()} {
		for row := range table.Each() {
			word := row.Key()
			first, _, _ := strings.Cut(word, " ")
			switch {
			case w.numbers.Find(word) == 0 && w.numbers.Find(first) == 0:
				t.Errorf("%q is not known", word)
			case strings.IndexFunc(first, func(c rune) bool { return 'a' <= c && c <= 'z' }) < 0:
				t.Errorf("%q has no letter", first)
			case w.numbers.Find(word+"\x00") != 0 || w.kinds(word+"\x00") != 0:
				t.Errorf("%q with a mark behind is known", word)
			}
		}
	}
	if w.numbers.Find("") != 0 {
		t.Error("the empty word is known")
	}
}
