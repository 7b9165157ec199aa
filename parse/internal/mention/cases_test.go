package mention

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"dossier/article"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

var update = flag.Bool("update", false, "rewrite the expected parts of testdata")

// TestCases reads testdata/*.txtar: the comment says what the case shows; in is
// a text, its first paragraph a headline where the section is called
// "in headline"; marked is the text with its mentions as
//
//	[type kind country gender +: words]
//
// (a plural has the +; what is open is left out).
func TestCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in := ar.Files[0]
			got := []txtar.File{in, {Name: "marked", Data: []byte(marked(strings.TrimSpace(string(in.Data)), in.Name == "in headline") + "\n")}}
			if *update {
				ar.Files = got
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(ar.Files) < 2 || string(ar.Files[1].Data) != string(got[1].Data) {
				t.Errorf("now:\n%s", got[1].Data)
			}
		})
	}
}

// paragraphs cuts text at blank lines; the first may be a headline.
func paragraphs(text string, headline bool) *token.Doc {
	var blocks []article.Block
	var all []int
	at := 0
	for part := range strings.SplitSeq(text, "\n\n") {
		b := article.Block{Kind: article.BlockParagraph, Span: article.Span{Start: at, End: at + len(part)}}
		if headline && at == 0 {
			b.Kind = article.BlockTitle
		}
		all = append(all, len(blocks))
		blocks = append(blocks, b)
		at += len(part) + 2
	}
	return token.Split(text, blocks, all)
}

func marked(text string, headline bool) string {
	d := paragraphs(text, headline)
	tags := tag.Tags(d)
	s := Find(d, tags, quotemark.Find(d, tags))
	opens, closes := map[int][]string{}, map[int]int{}
	for i := range s.Mentions {
		m := &s.Mentions[i]
		label := []string{string(m.Type), string(m.Kind), string(m.Country), string(m.Gender)}
		if m.Plural {
			label = append(label, "+")
		}
		label = slices.DeleteFunc(label, func(s string) bool { return s == "" })
		span := d.Span(int(m.First), int(m.End))
		opens[span.Start] = append(opens[span.Start], "["+strings.Join(label, " ")+": ")
		closes[span.End]++
	}
	var b strings.Builder
	for i := 0; i <= len(text); i++ {
		b.WriteString(strings.Repeat("]", closes[i]))
		b.WriteString(strings.Join(opens[i], ""))
		if i < len(text) {
			b.WriteByte(text[i])
		}
	}
	return b.String()
}
