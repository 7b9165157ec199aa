package invent

import (
	"bytes"
	"strings"
	"testing"
)

// TestNew: the same seed and number give the same article, others another, and
// the length is about what was asked for.
func TestNew(t *testing.T) {
	seen := map[string]bool{}
	for i := range 200 {
		for _, size := range []int{500, 4096, 20000} {
			a := New(1, i, size)
			text := string(a.Text())
			if text != string(New(1, i, size).Text()) {
				t.Fatalf("article %d is not the same twice", i)
			}
			if seen[text] {
				t.Errorf("article %d of %d bytes was there before", i, size)
			}
			seen[text] = true
			if len(text) < size*8/10 || len(text) > size+1000 {
				t.Errorf("article %d has %d bytes, not %d", i, len(text), size)
			}
			if strings.ContainsAny(text, "{}") || strings.Contains(text, ",,") || strings.Contains(text, "  ") {
				t.Errorf("article %d is badly filled: %s", i, text)
			}
		}
	}
}

// TestSlots: every slot of a sentence has words, and every word a slot.
func TestSlots(t *testing.T) {
	used := map[string]bool{"given": true, "family": true, "role": true, "post": true}
	for kind, list := range sentences() {
		for _, s := range list {
			for rest := s; ; {
				_, tail, found := strings.Cut(rest, "{")
				if !found {
					break
				}
				slot, after, _ := strings.Cut(tail, "}")
				rest = after
				used[slot] = true
				if slot != "who" && slot != "other" && len(words()[slot]) == 0 {
					t.Errorf("%s: no words for {%s}: %s", kind, slot, s)
				}
			}
		}
	}
	for slot := range words() {
		if !used[slot] {
			t.Errorf("the words of {%s} stand in no sentence", slot)
		}
	}
}

func TestForms(t *testing.T) {
	a := New(2, 3, 2000)
	for _, f := range Forms {
		b := f.Write(a)
		if len(b) < 2000 || b[len(b)-1] != '\n' || !bytes.Contains(b, []byte(a.Author)) {
			t.Errorf("%s: %s", f.Name, b)
		}
	}
}

func TestDamages(t *testing.T) {
	sound := New(2, 3, 2000).Text()
	seen := map[string]bool{}
	for _, d := range Damages {
		b := string(d.Do(sound))
		if seen[d.Name] || seen[b] || b == string(sound) {
			t.Errorf("%s is no damage of its own", d.Name)
		}
		seen[d.Name], seen[b] = true, true
	}
	if len(Damages) != 10 {
		t.Errorf("%d ways", len(Damages))
	}
}
