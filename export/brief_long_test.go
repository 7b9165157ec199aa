package export

import (
	"fmt"
	"strings"
	"testing"

	"dossier/article"
)

// longArticle has 10,000 words in 220 paragraphs under headings, a quotation of
// 1,150 words and a line that holds eight quotations.
func longArticle() *article.Article {
	a := &article.Article{
		Schema: article.SchemaID, ID: "long", Title: "A long article",
		Language: article.Language{Tag: "en", Confidence: 1},
		Actors: []article.Actor{{
			ID: "a1", Name: "Someone", Kind: article.KindPerson,
			Mentions: []article.Mention{{Span: article.Span{End: 1}, Text: "A", Type: article.MentionName, Rule: "test"}},
		}},
	}
	add := func(kind article.BlockKind, words string) article.Span {
		if a.Text != "" {
			a.Text += "\n\n"
		}
		s := article.Span{Start: len(a.Text), End: len(a.Text) + len(words)}
		a.Text += words
		n := len(a.Blocks) + 1
		b := article.Block{ID: fmt.Sprintf("b%d", n), Kind: kind, Span: s, Line: n, EndLine: n}
		if kind != article.BlockTitle {
			ordinal := n - 1
			b.Ordinal = &ordinal
		}
		a.Blocks = append(a.Blocks, b)
		return s
	}
	quote := func(s article.Span) {
		a.Quotes = append(a.Quotes, article.Quote{
			ID: fmt.Sprintf("q%d", len(a.Quotes)+1), Kind: article.QuoteDirect, Text: s.In(a.Text),
			Spans: []article.Span{s}, Speaker: &article.Ref{Actor: "a1", Text: "A", Spans: []article.Span{{End: 1}}},
			Block: a.Blocks[len(a.Blocks)-1].ID, Rule: "test", Confidence: 1,
		})
	}
	add(article.BlockTitle, "A long article")
	for i := range 220 {
		if i%9 == 0 {
			add(article.BlockHeading, fmt.Sprintf("Part %d", i/9+1))
		}
		s := add(article.BlockParagraph, strings.Repeat(fmt.Sprintf("word%d of many words ", i), 10+i%3)+"end.")
		if i == 100 {
			for k := range 8 {
				quote(article.Span{Start: s.Start + 8*k, End: s.Start + 8*k + 7})
			}
		}
	}
	s := add(article.BlockParagraph, `"`+strings.Repeat("she went on and on ", 230)+`then stopped"`)
	quote(article.Span{Start: s.Start + 1, End: s.End - 1})
	return a
}

func TestBriefLongArticle(t *testing.T) {
	a := longArticle()
	b := composed(t, a, Options{})
	if d := b.doc.Dangling(); len(d) > 0 {
		t.Errorf("links lead nowhere: %v", d)
	}
	for i, p := range b.doc.Pages() {
		checkPage(t, fmt.Sprintf("page %d", i+1), b.layout, p)
	}
	if n := len(b.doc.Pages()); n < 15 || n > 40 {
		t.Errorf("%d pages", n)
	}
}
