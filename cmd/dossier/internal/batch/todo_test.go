package batch

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/article"
	"dossier/export"
	"dossier/parse"
)

// TestTogether: articles that are parsed together are written as if each had been
// parsed alone, and a fault that one of them brings to light is no other's.
func TestTogether(t *testing.T) {
	var texts []string
	for i := range 5 * together {
		texts = append(texts, fmt.Sprintf("Norway condemned Chile on day %d.", i))
	}
	texts[7] = strings.Repeat("Norway condemned Chile on Monday. ", longText/30)
	in := folder(t, texts...)
	for name, parser := range map[string]func([]*article.Article, parse.Options) []*article.Article{
		"as it is": parse.Articles,
		"with a fault": func(in []*article.Article, o parse.Options) []*article.Article {
			for _, a := range in {
				if strings.Contains(a.Text, "day 3") {
					panic("a fault")
				}
			}
			return parse.Articles(in, o)
		},
	} {
		for _, jobs := range []int{1, 2, 3} {
			dir := t.TempDir()
			p, err := Prepare(Options{Inputs: []string{in}, To: []*export.Format{double(false)}, Dir: dir, Jobs: jobs})
			if err != nil {
				t.Fatal(err)
			}
			out, err := p.sink()
			if err != nil {
				t.Fatal(err)
			}
			w := newPool(p, out)
			w.parse = parser
			report, err := w.run(context.Background())
			if err != nil || report.Articles != len(texts) || report.Failed > 0 || len(list(t, dir)) != len(texts) {
				t.Errorf("%s, %d jobs: %v %+v", name, jobs, err, report)
			}
		}
	}
}

// TestTake: each of several jobs takes its share, and no more than goes together.
func TestTake(t *testing.T) {
	var got []int
	w := todo{list: make([]task, 2*together+3)}
	for len(w.list) > 0 {
		got = append(got, len(w.take(2)))
	}
	if !slices.Equal(got, []int{together, 6, 3, 1, 1}) || len(w.take(2)) != 0 {
		t.Errorf("taken: %v", got)
	}
}
