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
