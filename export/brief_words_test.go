package export

import (
	"strings"
	"testing"

	"dossier/article"
)

func TestOwnPhrases(t *testing.T) {
	for in, want := range map[string]string{
		`held "primary responsibility" for it`: `held ["primary responsibility"] for it`,
		`a “plan” and a ‘ruse’`:                `a [“plan”] and a [‘ruse’]`,
		`the men's 'only answer' was no`:       `the men's ['only answer'] was no`,
		`dogs' tails, five o'clock`:            `dogs' tails, five o'clock`,
		`an open "mark never closes`:           `an open "mark never closes`,
		`„Nein“, sagte er, «non»`:              `[„Nein“], sagte er, [«non»]`,
		`"all of it"`:                          `["all of it"]`,
		`said "[we] will", she`:                `said ["[we] will"], she`,
	} {
		var b strings.Builder
		for _, p := range ownPhrases(in) {
			if p.own {
				b.WriteString("[" + p.words + "]")
			} else {
				b.WriteString(p.words)
			}
		}
		if b.String() != want {
			t.Errorf("%s\n got %s\nwant %s", in, b.String(), want)
		}
	}
}

// FuzzOwnPhrases holds that nothing of the text is lost or doubled.
func FuzzOwnPhrases(f *testing.F) {
	f.Add(`he said "yes" and 'no'`)
	f.Add(strings.Repeat(`"a `, 50))
	f.Fuzz(func(t *testing.T, s string) {
		var b strings.Builder
		for _, p := range ownPhrases(s) {
			b.WriteString(p.words)
		}
		if b.String() != s {
			t.Errorf("%q became %q", s, b.String())
		}
	})
}

func TestQuoted(t *testing.T) {
	const text = `"The quay is ours," she said. "It stays ours." Then "now" came.`
	span := func(s string) article.Span {
		i := strings.Index(text, s)
		return article.Span{Start: i, End: i + len(s)}
	}
	a := &article.Article{Text: text, Language: article.Language{Tag: "en"}}
	for _, c := range []struct {
		kind  article.QuoteKind
		spans []article.Span
		want  string
	}{
		{article.QuoteDirect, []article.Span{span("The quay is ours,")}, "“The quay is ours”"},
		{article.QuoteDirect, []article.Span{span("The quay is ours,"), span("It stays ours.")}, "“The quay is ours” … “It stays ours.”"},
		{article.QuoteDirect, []article.Span{span("It stays"), span("ours.")}, "“It stays ours.”"},
		{article.QuoteIndirect, []article.Span{span("she said")}, "she said"},
		{article.QuoteMixed, []article.Span{span(`Then "now" came`)}, `Then "now" came`},
	} {
		q := &article.Quote{Kind: c.kind, Spans: c.spans, Text: article.Join(text, c.spans)}
		if got := quoted(a, q); got != c.want {
			t.Errorf("%s %s: got %s", c.kind, c.want, got)
		}
	}
}

// TestRoleWords names the body where the article names it beside the title.
func TestRoleWords(t *testing.T) {
	const text = "Harbour Office spokesman Ola Berg. Its director, Bo Rank. Ida Lie, head of the Harbour Office. Mayor Per Moe."
	span := func(s string) article.Span {
		i := strings.Index(text, s)
		return article.Span{Start: i, End: i + len(s)}
	}
	last := strings.LastIndex(text, "Harbour")
	a := &article.Article{Text: text, Actors: []article.Actor{{
		ID: "a1", Name: "Harbour Office",
		Mentions: []article.Mention{{Span: span("Harbour Office")}, {Span: span("Its"), Type: article.MentionPronoun}, {Span: article.Span{Start: last, End: last + 14}}},
	}}}
	v := newView(a)
	for title, want := range map[string]string{
		"spokesman": "Harbour Office spokesman", "head": "head of the Harbour Office", "director": "director", "Mayor": "Mayor",
	} {
		x := &article.Actor{Roles: []article.Role{{Title: title, Organization: "a1", Status: "current", Span: span(title)}}}
		if got := v.roleWords(x); got != want {
			t.Errorf("%s: got %q, want %q", title, got, want)
		}
	}
}

func TestClosedMarks(t *testing.T) {
	for in, want := range map[string]string{
		`We vote for somebody.”`:      `“We vote for somebody.”`,
		`“We vote for somebody.`:      `“We vote for somebody.”`,
		`“We vote,” he said.`:         `“We vote,” he said.`,
		`We vote."`:                   `"We vote."`,
		`"We vote.`:                   `"We vote."`,
		`"We vote," he said. "Now."`:  `"We vote," he said. "Now."`,
		`He called it "a mistake."`:   `He called it "a mistake."`,
		`„Wir stimmen ab“, sagte er.`: `„Wir stimmen ab“, sagte er.`,
		`„Wir stimmen ab.`:            `„Wir stimmen ab.“`,
		`Мы голосуем»`:                `«Мы голосуем»`,
		`Er nannte es „einen Fehler“`: `Er nannte es „einen Fehler“`,
		`a plan,” he said.`:           `a plan,” he said.`,
		``:                            ``,
	} {
		if got := closedMarks(in); got != want {
			t.Errorf("%s became %s, want %s", in, got, want)
		}
	}
}
