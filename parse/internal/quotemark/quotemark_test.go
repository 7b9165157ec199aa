package quotemark

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"dossier/article"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

var update = flag.Bool("update", false, "rewrite the expected part of the cases")

func read(text string) (*token.Doc, *Set) {
	var blocks []article.Block
	var all []int
	at := 0
	for i, para := range strings.Split(text, "\n\n") {
		blocks = append(blocks, article.Block{Kind: article.BlockParagraph, Span: article.Span{Start: at, End: at + len(para)}})
		all = append(all, i)
		at += len(para) + 2
	}
	d := token.Split(text, blocks, all)
	return d, Find(d, tag.Tags(d))
}

var uses = [...]string{"speech", "fragment", "scare", "title"}

// dump is a line a pair: depth, use, what is special, and the words.
func dump(d *token.Doc, s *Set) string {
	var b strings.Builder
	for _, p := range s.Pairs {
		fmt.Fprintf(&b, "%d %s", p.Depth, uses[p.Use])
		for _, f := range []struct {
			on   bool
			name string
		}{{p.Unclosed, "unclosed"}, {p.Continues, "continues"}, {p.Continued, "continued"}} {
			if f.on {
				b.WriteString(" " + f.name)
			}
		}
		fmt.Fprintf(&b, " [%s]\n", p.Inner.In(d.Text))
	}
	return b.String()
}

// TestCases: testdata/marks.txtar holds pairs NAME and NAME.want.
func TestCases(t *testing.T) {
	const file = "testdata/marks.txtar"
	arc, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	var out []txtar.File
	for _, f := range arc.Files {
		want[f.Name] = string(f.Data)
	}
	for _, f := range arc.Files {
		if strings.HasSuffix(f.Name, ".want") {
			continue
		}
		d, s := read(strings.TrimSpace(string(f.Data)))
		got := dump(d, s)
		if got != want[f.Name+".want"] && !*update {
			t.Errorf("%s\n got:\n%s\nwant:\n%s", f.Name, got, want[f.Name+".want"])
		}
		out = append(out, f, txtar.File{Name: f.Name + ".want", Data: []byte(got)})
	}
	if *update {
		arc.Files = out
		if err := os.WriteFile(file, txtar.Format(arc), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// FuzzFind: pairs lie in the text, nest or follow each other, and At agrees.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"\"a\" 'b' “c\n\n“d” ''e'' «f» „g“", "'tis the dockers' 'own' way", strings.Repeat("\"(“", 50)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, s := read(strings.ToValidUTF8(text, ""))
		for i, p := range s.Pairs {
			if p.Inner.Start > p.Inner.End || p.Inner.End > len(d.Text) || p.Open >= p.Close || int(p.Close) > len(d.Tokens) {
				t.Fatalf("pair %+v of %q", p, text)
			}
			if i > 0 && p.Open < s.Pairs[i-1].Open {
				t.Fatalf("pairs out of order in %q", text)
			}
			if k := s.At(int(p.Open)); k < 0 || s.Outer(int(p.Open)) > k {
				t.Fatalf("the opening mark of pair %d is outside of it in %q", i, text)
			}
		}
	})
}

// BenchmarkUnclosed: ten thousand marks without a partner cost linear time.
func BenchmarkUnclosed(b *testing.B) {
	for _, n := range []int{5000, 10000, 20000} {
		text := strings.Repeat("“a b ", n)
		d, _ := read(text)
		tags := tag.Tags(d)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Find(d, tags)
			}
		})
	}
}
