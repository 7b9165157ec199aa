package export

import (
	"strings"
	"testing"

	"dossier/article"
)

// TestForReading: the object of a verb is left to the data, with a word about it,
// unless somebody accepted it; what is a sentence or the speaker's own words stays.
func TestForReading(t *testing.T) {
	change := func(edit func(*article.Quote)) *article.Article {
		a := load(t, "tram").Clone()
		for i := range a.Quotes {
			if q := &a.Quotes[i]; q.ID == "q3" {
				q.Rule, q.Confidence = "object-of-cue", 0.55
				edit(q)
			}
		}
		return a
	}
	for _, c := range []struct {
		why    string
		edit   func(*article.Quote)
		unread int
	}{
		{"an object", func(*article.Quote) {}, 1},
		{"a sure one", func(q *article.Quote) { q.Confidence = 0.75 }, 0},
		{"a clause", func(q *article.Quote) { q.Rule = "x-said-clause" }, 0},
		{"own words", func(q *article.Quote) { q.Kind = article.QuoteMixed }, 0},
	} {
		a := change(c.edit)
		kept, unread := forReading(a)
		if unread != c.unread || len(kept.Quotes) != len(a.Quotes)-c.unread || len(a.Quotes) != 6 {
			t.Errorf("%s: %d of %d left out", c.why, len(a.Quotes)-len(kept.Quotes), len(a.Quotes))
		}
	}
	a := change(func(*article.Quote) {})
	said := string(write(t, Markdown, Options{}, a))
	if strings.Contains(said, " Q3,") || !strings.Contains(said, "1 reported phrase in the data") {
		t.Error("the Markdown brief shows it")
	}
	it, _ := a.Item("q3")
	a, _ = article.Correct(a, []article.Correction{{Item: it, Field: "review", Now: "accepted", By: "Ed"}})
	if _, unread := forReading(a); unread != 0 {
		t.Error("what an analyst accepted is left out")
	}
}
