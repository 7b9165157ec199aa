package token

import (
	"path/filepath"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"dossier/article"
)

// FuzzSplit holds the invariants: tokens in order inside their block, on rune
// borders, over every visible character; every token in one sentence; Lower as
// long as Text.
func FuzzSplit(f *testing.F) {
	archive, err := txtar.ParseFile(filepath.Join("testdata", "cases.txtar"))
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range archive.Files {
		f.Add(string(c.Data), len(c.Data)/2, false)
	}
	f.Add("İstanbul K\x80 \xff\xfe a\u0301 . . . \"", 3, true)
	f.Add("-5 −5 .5 '", 1, true)
	f.Fuzz(func(t *testing.T, text string, cut int, heading bool) {
		check(t, text, cut, heading)
	})
}

func check(t *testing.T, text string, cut int, heading bool) {
	cut = max(0, min(cut, len(text)))
	for cut < len(text) && !utf8.RuneStart(text[cut]) {
		cut++
	}
	kind := article.BlockParagraph
	if heading {
		kind = article.BlockTable
	}
	blocks := []article.Block{
		{Kind: kind, Span: article.Span{End: cut}},
		{Kind: article.BlockTitle, Span: article.Span{Start: cut, End: len(text)}},
	}
	d := Split(text, blocks, []int{0, 1})
	if len(d.Lower) != len(text) {
		t.Fatalf("Lower has %d bytes, not %d", len(d.Lower), len(text))
	}
	at, sentence := 0, 0
	for bi, b := range d.Blocks {
		at = b.Span.Start
		if int(b.First) != sentence || b.Index != int32(bi) {
			t.Fatalf("block %d begins with sentence %d, not %d", bi, b.First, sentence)
		}
		for ; sentence < int(b.End); sentence++ {
			at = checkSentence(t, d, sentence, bi, at)
		}
		checkBlank(t, text[at:b.Span.End])
	}
	if sentence != len(d.Sentences) {
		t.Fatalf("%d sentences in blocks of %d", sentence, len(d.Sentences))
	}
}

// checkSentence checks sentence si, which lies from byte at on, and returns its
// end.
func checkSentence(t *testing.T, d *Doc, si, block, at int) int {
	s := d.Sentences[si]
	first := 0
	if si > 0 {
		first = int(d.Sentences[si-1].End)
	}
	if int(s.First) != first || s.End <= s.First || int(s.Block) != block {
		t.Fatalf("sentence %d is %v", si, s)
	}
	for i := s.First; i < s.End; i++ {
		x := d.Tokens[i]
		if int(x.Start) < at || x.End <= x.Start || int(x.End) > d.Blocks[block].Span.End {
			t.Fatalf("token %d at %d to %d, after %d", i, x.Start, x.End, at)
		}
		if int(x.Sentence) != si {
			t.Fatalf("token %d says sentence %d, not %d", i, x.Sentence, si)
		}
		if utf8.ValidString(d.Text) && !utf8.ValidString(d.Word(int(i))) {
			t.Fatalf("token %q cuts a rune", d.Word(int(i)))
		}
		checkBlank(t, d.Text[at:x.Start])
		at = int(x.End)
	}
	return at
}

func checkBlank(t *testing.T, gap string) {
	for _, r := range gap {
		if !isBlank(r) {
			t.Fatalf("%q lies in no token", gap)
		}
	}
}
