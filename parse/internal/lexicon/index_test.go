package lexicon

import (
	"strconv"
	"strings"
	"testing"
)

// TestIndex: numbers run in order of arrival, a word has one, growing keeps them.
func TestIndex(t *testing.T) {
	x := NewIndex(2)
	words := []string{"", "a", "of", "the", "Elbe", "ports", "minister", "ministers", "transport"}
	for i := range 3000 {
		words = append(words, strings.Repeat("x", i%40)+strconv.Itoa(i))
	}
	for round := range 2 {
		for i, w := range words {
			if round == 0 && x.Find(w) != -1 {
				t.Fatalf("%q is found before it is added", w)
			}
			if n := x.Add(w); n != i || x.Find(w) != i || x.Word(i) != w {
				t.Fatalf("%q has the number %d, not %d", w, n, i)
			}
		}
	}
	if x.Len() != len(words) {
		t.Errorf("%d words of %d", x.Len(), len(words))
	}
	if x.Find("minist") != -1 {
		t.Error("the start of a word is found")
	}
}

// TestSum: words that differ in one byte differ in their sum.
func TestSum(t *testing.T) {
	for n := 1; n < 40; n++ {
		b := []byte(strings.Repeat("e", n))
		base := Sum(string(b))
		for i := range b {
			b[i] = 'f'
			if Sum(string(b)) == base {
				t.Errorf("byte %d of %d does not count", i, n)
			}
			b[i] = 'e'
		}
	}
}
