package lexicon

import "testing"

// TestNumbers: numbers run from 1 in order of arrival, a word has one, growing
// keeps them; the keys of all tables are told apart.
func TestNumbers(t *testing.T) {
	x := NewNumbers(2)
	numbers := map[string]int{}
	for _, name := range Names() {
		for r := range Open(name)().Each() {
			word := r.Key()
			want := numbers[word]
			if got := x.Find(word); got != want {
				t.Fatalf("%q has the number %d, not %d", word, got, want)
			}
			if want == 0 {
				want = len(numbers) + 1
				numbers[word] = want
			}
			if got := x.Add(word); got != want {
				t.Fatalf("%q is given the number %d, not %d", word, got, want)
			}
		}
	}
	for word, want := range numbers {
		if got := x.Find(word); got != want {
			t.Errorf("%q has the number %d, not %d", word, got, want)
		}
		if n := x.Find(word + "#"); n != 0 {
			t.Errorf("%q is not known, yet has the number %d", word+"#", n)
		}
	}
	if x.Len() != len(numbers) {
		t.Errorf("%d words of %d", x.Len(), len(numbers))
	}
}
