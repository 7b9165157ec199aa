package export

import (
	"strings"
	"testing"

	"dossier/article"
)

// TestMarksNest gives a paragraph of many marks, one in the other and side by
// side: each is opened and closed once, in its place.
func TestMarksNest(t *testing.T) {
	const n = 2000
	text := strings.Repeat("ab c. ", n)
	var marks []mark
	want := ""
	for i := range n {
		at := 6 * i
		marks = append(marks, mark{span: article.Span{Start: at, End: at + 4}, tag: "Q"},
			mark{span: article.Span{Start: at, End: at + 2}, actor: true})
		want += "⟦Q\u00a0⟨ab⟩ c⟧. "
	}
	var got strings.Builder
	for _, p := range pieces(text, article.Span{End: len(text)}, marks, false) {
		got.WriteString(p.text)
	}
	if got.String() != want {
		t.Errorf("got %.60q, want %.60q", got.String(), want)
	}
	over := []mark{{span: article.Span{Start: 0, End: 4}, tag: "Q1"}, {span: article.Span{Start: 3, End: 8}, tag: "Q2"}}
	got.Reset()
	for _, p := range pieces("abcdefgh", article.Span{Start: 1, End: 7}, over, false) {
		got.WriteString(p.text)
	}
	if got.String() != "⟦bc⟦Q2\u00a0d⟧efg⟧" {
		t.Errorf("overlapping: %q", got.String())
	}
}

// BenchmarkMarks marks one paragraph of 20,000 quotes; the cost of a mark must
// not grow with their number.
func BenchmarkMarks(b *testing.B) {
	text := strings.Repeat("ab c. ", 20_000)
	var marks []mark
	for i := range 20_000 {
		marks = append(marks, mark{span: article.Span{Start: 6 * i, End: 6*i + 4}, tag: "Q"})
	}
	for b.Loop() {
		pieces(text, article.Span{End: len(text)}, marks, true)
	}
}
