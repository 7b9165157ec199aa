package meta

import (
	"fmt"
	"strings"

	"dossier/article"
)

// build makes an article of a small markup: blocks parted by blank lines,
// "# " heading, "- " list item, "> " block quote, "---" rule, [words](url) links.
func build(markup string) *article.Article {
	a := &article.Article{Schema: article.SchemaID, ID: "test"}
	var text strings.Builder
	for _, part := range strings.Split(strings.Trim(markup, "\n"), "\n\n") {
		part = strings.Trim(part, "\n")
		if part == "" {
			continue
		}
		kind := article.BlockParagraph
		for prefix, k := range map[string]article.BlockKind{"# ": article.BlockHeading, "## ": article.BlockHeading, "- ": article.BlockListItem, "> ": article.BlockBlockquote} {
			if rest, ok := strings.CutPrefix(part, prefix); ok {
				part, kind = rest, k
				break
			}
		}
		id := fmt.Sprintf("b%d", len(a.Blocks)+1)
		if part == "---" {
			at := text.Len()
			a.Blocks = append(a.Blocks, article.Block{ID: id, Kind: article.BlockRule, Span: article.Span{Start: at, End: at}})
			continue
		}
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		addText(a, &text, part)
		a.Blocks = append(a.Blocks, article.Block{ID: id, Kind: kind, Span: article.Span{Start: start, End: text.Len()}})
	}
	a.Text = text.String()
	return a.Clone()
}

// addText adds the words of a block and notes its links.
func addText(a *article.Article, text *strings.Builder, s string) {
	for {
		before, rest, ok := strings.Cut(s, "[")
		words, rest, ok2 := strings.Cut(rest, "](")
		url, rest, ok3 := strings.Cut(rest, ")")
		if !ok || !ok2 || !ok3 || words == "" {
			text.WriteString(s)
			return
		}
		text.WriteString(before)
		start := text.Len()
		text.WriteString(words)
		if url == "#" {
			url = ""
		}
		a.Links = append(a.Links, article.Link{Kind: article.LinkInline, Text: words, URL: article.Opt(url), Span: article.Span{Start: start, End: text.Len()}})
		s = rest
	}
}

// state sets what a file states, from "key: value" lines, and the options.
func state(a *article.Article, lines string) (opts Options) {
	for line := range strings.Lines(lines) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "title":
			a.Title, a.TitleFrom = article.Opt(value), "front matter"
		case "deck":
			a.Deck = article.Opt(value)
		case "author":
			a.Authors = append(a.Authors, article.Author{Name: value, Basis: "front matter"})
		case "date":
			a.Published = &article.Date{Text: value, Basis: "front matter", Alternatives: []string{}}
		case "updated":
			a.Updated = &article.Date{Text: value, Basis: "front matter", Alternatives: []string{}}
		case "url":
			a.Source.URL = article.Opt(value)
		case "lang":
			a.Language.Tag = value
		case "order":
			opts.DateOrder = value
		case "language":
			opts.Language = value
		}
	}
	return opts
}

// render shows everything that Frame decides.
func render(a *article.Article) string {
	var b strings.Builder
	show := func(key string, value any) { fmt.Fprintf(&b, "%s: %v\n", key, value) }
	if a.Title != "" {
		show("title", fmt.Sprintf("%s (%s, span %v)", a.Title, a.TitleFrom, a.TitleSpan != nil))
	}
	if a.Deck != "" {
		show("deck", fmt.Sprintf("%s (span %v)", a.Deck, a.DeckSpan != nil))
	}
	for _, au := range a.Authors {
		show("author", fmt.Sprintf("%s (%s, span %v)", au.Name, au.Basis, au.Span != nil))
	}
	showDate := func(key string, d *article.Date) {
		if d == nil {
			return
		}
		alt := ""
		if len(d.Alternatives) > 0 {
			alt = " or " + strings.Join(d.Alternatives, " ")
		}
		show(key, fmt.Sprintf("%s%s <- %q (%s, %s, span %v)", d.Value, alt, d.Text, d.Precision, d.Basis, d.Span != nil))
	}
	showDate("published", a.Published)
	showDate("updated", a.Updated)
	if d := a.Dateline; d != nil {
		show("dateline", fmt.Sprintf("place %q agency %q date %q, text %q", d.Place, d.Agency, d.Date, DatelineSpan(a).In(a.Text)))
	}
	show("language", fmt.Sprintf("%s %.2f", a.Language.Tag, a.Language.Confidence))
	for i := range a.Blocks {
		bl := &a.Blocks[i]
		n := "-"
		if bl.Ordinal != nil {
			n = fmt.Sprint(*bl.Ordinal)
		}
		show(fmt.Sprintf("%-11s %2s", bl.Kind, n), strings.ReplaceAll(short(bl.Span.In(a.Text)), "\n", "⏎"))
	}
	for _, l := range a.Links {
		show("link "+string(l.Kind), l.Text)
	}
	for _, n := range a.Notes {
		show("note "+string(n.Code)+" "+string(n.Severity), n.Message)
	}
	return b.String()
}

func short(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
