package parse

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"dossier/article"
)

// many is a text of more different words than the stages keep in mind, so that
// what they know starts afresh.
func many() string {
	var b strings.Builder
	for i := range 2500 {
		fmt.Fprintf(&b, "Minister Ada%c%c Brenn%d of Torvik%d said on Monday that plan%dx, word%dy and Kolm%dz were a “mistake%d”.\n\n", 'a'+i%26, 'a'+i/26%26, i, i, i, i, i, i)
	}
	return b.String()
}

// TestAgain: memory goes from one article to the next, but nothing else. What is
// read of an article is the same whatever was read before it and beside it, and
// does not change when others are read.
func TestAgain(t *testing.T) {
	texts := []string{story, "Die Gespräche im Hafen gehen weiter, sagte die Ministerin.", many(), strings.ToUpper(story), "One word", story + "\n\n" + story}
	first := make([]*article.Article, len(texts))
	want := make([]string, len(texts))
	for i, text := range texts {
		first[i] = Article(plainArticle(text), Options{})
		want[i] = asJSON(t, first[i])
	}
	var wait sync.WaitGroup
	for worker := range 4 {
		wait.Go(func() {
			for i := range texts {
				k := (i*5 + worker) % len(texts)
				if got := asJSON(t, Article(plainArticle(texts[k]), Options{})); got != want[k] {
					t.Errorf("text %d is read otherwise again", k)
				}
			}
		})
	}
	wait.Wait()
	for i, a := range first {
		if asJSON(t, a) != want[i] {
			t.Errorf("what was read of text %d has changed since", i)
		}
	}
}

// TestArticles: articles that are read side by side are read as each alone, in
// whatever order they stand, and also where one of them has more words than the
// stages keep in mind.
func TestArticles(t *testing.T) {
	texts := []string{story, "Die Gespräche im Hafen gehen weiter, sagte die Ministerin.", many(), "One word", strings.ToUpper(story), "", story}
	var in []*article.Article
	var want []string
	for _, text := range texts {
		in = append(in, plainArticle(text))
		want = append(want, asJSON(t, Article(plainArticle(text), Options{})))
	}
	for range 2 {
		for i, a := range Articles(in, Options{}) {
			if asJSON(t, a) != want[i] {
				t.Errorf("text %.20q is read otherwise beside others", in[i].Text)
			}
		}
		slices.Reverse(in)
		slices.Reverse(want)
	}
	if list := Articles(nil, Options{}); len(list) != 0 {
		t.Errorf("no articles are read as %d", len(list))
	}
}

func asJSON(t *testing.T, a *article.Article) string {
	b, err := json.Marshal(a)
	if err != nil {
		t.Error(err)
	}
	return string(b)
}
