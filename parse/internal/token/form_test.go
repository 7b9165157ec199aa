package token

import (
	"fmt"
	"strings"
	"testing"

	"dossier/article"
)

var lengths = NewMemo(func(low string) int { return len(low) })

// TestRecall: what is recalled of a word is what is known of it, in the document
// that brings more words than are numbered, and in those behind it. The same
// letters have the same number, others another one.
func TestRecall(t *testing.T) {
	for round, words := range []int{30, manyForms + 500, 40, 9000, 9000, 20} {
		var b strings.Builder
		for i := range words {
			fmt.Fprintf(&b, "w%d the Longer-word%dx ", i, i%(1+words/2))
		}
		text := b.String()
		d := Split(text, []article.Block{{Span: article.Span{End: len(text)}}}, []int{0})
		list := make([]uint16, len(d.Tokens))
		d.Recall(lengths, list)
		number, word := map[string]uint16{}, map[uint16]string{}
		for i := range d.Tokens {
			low, n := d.Low(i), d.Form(i)
			if int(list[i]) != len(low) || d.Ask(lengths, i) != len(low) {
				t.Fatalf("round %d: %q is remembered as %d", round, low, list[i])
			}
			if n == 0 {
				continue
			}
			if m, ok := number[low]; ok && m != n || word[n] != "" && word[n] != low {
				t.Fatalf("round %d: %q has the number %d, which is that of %q", round, low, n, word[n])
			}
			number[low], word[n] = n, low
		}
		d.Release()
	}
}

// TestForms: a word has one number, whichever way it is read: before a space, a mark
// or the end of the text, with a capital or without.
func TestForms(t *testing.T) {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	for n := 1; n <= 20; n++ {
		for from := 0; from+n <= len(letters); from += 3 {
			word := letters[from : from+n]
			text := strings.ToUpper(word[:1]) + word[1:] + " " + word + ", " + word + "; " + word + "x " + word
			d := Split(text, []article.Block{{Span: article.Span{End: len(text)}}}, []int{0})
			seen := map[uint16]string{}
			for i := range d.Tokens {
				if low, ok := seen[d.Form(i)]; ok && low != d.Low(i) {
					t.Errorf("%q and %q have one number", low, d.Low(i))
				}
				seen[d.Form(i)] = d.Low(i)
			}
			if len(seen) != 4 { // the word, with an x, two marks
				t.Errorf("%q has several numbers: %v", word, seen)
			}
			d.Release()
		}
	}
}
