package token

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"dossier/article"
)

var update = flag.Bool("update", false, "rewrite testdata with what comes out")

// TestSplit reads the cases of testdata. A case shows sentences as lines and
// tokens parted by a space, or by ¦ where the text has no space. A case whose
// name starts with title/ is a title; known/ marks a case that is known to come
// out wrong, with its right answer.
func TestSplit(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	cases := 0
	var tokens, sentences score
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range archive.Files {
			cases++
			want := strings.TrimRight(string(c.Data), "\n")
			text := strings.NewReplacer("\n¦", "", "\n", " ", "¦", "").Replace(want)
			d := splitCase(c.Name, text)
			got := shown(d)
			tokens.add(ends(want, "\n ¦"), ends(got, "\n ¦"))
			sentences.add(ends(want, "\n"), ends(got, "\n"))
			known := strings.HasPrefix(c.Name, "known/")
			switch {
			case *update && !known:
				archive.Files[i].Data = []byte(got + "\n")
			case (got == want) == known:
				t.Errorf("%s: %s\ngot:\n%s\nwant:\n%s", file, c.Name, got, want)
			}
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("%d cases of %d sentences, token F1 %.4f, sentence F1 %.4f", cases, sentences.wanted, tokens.f1(), sentences.f1())
	if sentences.wanted < 150 || tokens.f1() < .995 || sentences.f1() < .97 {
		t.Error("below 150 sentences, token F1 .995 or sentence F1 .97")
	}
}

func splitCase(name, text string) *Doc {
	kind := article.BlockParagraph
	if strings.HasPrefix(strings.TrimPrefix(name, "known/"), "title/") {
		kind = article.BlockTitle
	}
	blocks := []article.Block{{Kind: kind, Span: article.Span{End: len(text)}}}
	return Split(text, blocks, []int{0})
}

// shown is d as the cases show it.
func shown(d *Doc) string {
	var b strings.Builder
	for si, s := range d.Sentences {
		if si > 0 {
			b.WriteByte('\n')
		}
		for i := int(s.First); i < int(s.End); i++ {
			switch {
			case !d.Is(i, Space):
				b.WriteString("¦")
			case i > int(s.First):
				b.WriteByte(' ')
			}
			b.WriteString(d.Word(i))
		}
	}
	return b.String()
}

// ends are the pieces of a shown case between separators, each as its end in
// bytes of plain text and its start.
func ends(shown, separators string) [][2]int {
	var out [][2]int
	at, start := 0, 0
	for _, r := range shown {
		if strings.ContainsRune(separators, r) {
			if at > start {
				out = append(out, [2]int{start, at})
			}
			start = at
		}
		if !strings.ContainsRune("\n ¦", r) {
			at++
		}
	}
	return append(out, [2]int{start, at})
}

// score counts pieces right, found and wanted.
type score struct{ right, found, wanted int }

func (s *score) add(want, got [][2]int) {
	s.found += len(got)
	s.wanted += len(want)
	for _, x := range got {
		if slices.Contains(want, x) {
			s.right++
		}
	}
}

func (s *score) f1() float64 { return 2 * float64(s.right) / float64(s.found+s.wanted) }
