package parse

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"dossier/article"
)

var update = flag.Bool("update", false, "rewrite what is expected")

// TestArticleCases reads whole articles as a user would. What stands below each text
// is what is read of it now, the mistakes that are left included: a change shows as a
// line, to be looked at.
func TestArticleCases(t *testing.T) {
	for _, path := range articleCases(t) {
		file, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		a := Article(plainArticle(string(file.Files[0].Data)), Options{})
		got := map[string]string{"quotes": quoteLines(a), "positions": positionLines(a), "actors": actorLines(a)}
		for i := range file.Files[1:] {
			f := &file.Files[1+i]
			if want := string(f.Data); got[f.Name] != want && !*update {
				t.Errorf("%s, %s:\n%s", filepath.Base(path), f.Name, changed(want, got[f.Name]))
			}
			f.Data = []byte(got[f.Name])
		}
		if *update {
			if err := os.WriteFile(path, txtar.Format(file), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func articleCases(t testing.TB) []string {
	paths, err := filepath.Glob("testdata/articles/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases", err)
	}
	return paths
}

// changed lists the lines that only one of the two has.
func changed(want, got string) string {
	var b strings.Builder
	for _, x := range []struct{ mark, text, other string }{{"-", want, got}, {"+", got, want}} {
		for line := range strings.Lines(x.text) {
			if !strings.Contains("\n"+x.other, "\n"+line) {
				b.WriteString(x.mark + line)
			}
		}
	}
	return b.String()
}

func quoteLines(a *article.Article) string {
	var b strings.Builder
	for _, q := range a.Quotes {
		fmt.Fprintf(&b, "%s: %s [%s]\n", named(a, q.Speaker), q.Text, q.Rule)
	}
	return b.String()
}

func positionLines(a *article.Article) string {
	var b strings.Builder
	for _, p := range a.Positions {
		target := p.Target.Text
		if p.Target.Actor != "" {
			target = nameOf(a, p.Target.Actor)
		}
		fmt.Fprintf(&b, "%s > %s %+d > %s [%s]\n", named(a, p.Holder), p.Stance, p.Polarity, target, p.Rule)
	}
	return b.String()
}

func actorLines(a *article.Article) string {
	var b strings.Builder
	for _, x := range a.Actors {
		var forms []string
		for _, m := range x.Mentions {
			forms = append(forms, m.Text)
		}
		fmt.Fprintf(&b, "%s, %s: %s\n", x.Name, x.Kind, strings.Join(forms, " | "))
	}
	return b.String()
}

// named is the actor that r means, or its words where it is open.
func named(a *article.Article, r *article.Ref) string {
	switch {
	case r == nil:
		return "nobody"
	case r.Actor == "":
		return "“" + r.Text + "”"
	}
	return nameOf(a, r.Actor)
}

func nameOf(a *article.Article, id article.Opt) string {
	for i := range a.Actors {
		if article.Opt(a.Actors[i].ID) == id {
			return a.Actors[i].Name
		}
	}
	return "?"
}
