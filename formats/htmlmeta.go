package formats

import (
	"net/url"
	"strings"

	"dossier/article"
	"dossier/formats/internal/page"
)

// state fills in what the page states about its article.
func (h *htmlReader) state(m *page.Meta) {
	a := h.b.a
	if a.Title == "" && m.Title.Text != "" {
		a.Title, a.TitleFrom = article.Opt(normal(m.Title.Text)), article.Opt(m.Title.Basis)
	}
	for _, f := range m.Authors {
		a.Authors = append(a.Authors, statedAuthors(f.Text, f.Basis)...)
	}
	a.Published = statedDate(m.Published.Text, m.Published.Basis)
	a.Updated = statedDate(m.Updated.Text, m.Updated.Basis)
	if a.Updated != nil && a.Published != nil && a.Updated.Value == a.Published.Value && a.Updated.Text == a.Published.Text {
		a.Updated = nil
	}
	a.Source.URL = article.Opt(m.URL)
	a.Source.Publisher = article.Opt(normal(m.Publisher))
	if tag := strings.ReplaceAll(m.Language, "_", "-"); tag != "" && len(tag) <= 16 {
		a.Language = article.Language{Tag: tag, Confidence: 1}
	}
}

// roleKinds are the blocks that leaves with a role become.
var roleKinds = map[page.Role]article.BlockKind{
	page.Title: article.BlockTitle, page.Deck: article.BlockDeck, page.Byline: article.BlockByline,
	page.Date: article.BlockDate, page.Related: article.BlockRelated,
}

// take notes what the block that just ended is in the article.
func (h *htmlReader) take(role page.Role, m *page.Meta) {
	a := h.b.a
	block := &a.Blocks[len(a.Blocks)-1]
	words := string(h.b.text[block.Span.Start:block.Span.End])
	switch role {
	case page.Title:
		if sameWords(words, m.Title.Text) && a.Title == "" {
			span := block.Span
			a.Title, a.TitleSpan, a.TitleFrom = article.Opt(words), &span, article.Opt(m.Title.Basis)
		}
	case page.Deck:
		if a.Deck == "" {
			span := block.Span
			a.Deck, a.DeckSpan = article.Opt(words), &span
		}
	}
}

// resolve is a link's address in full, if the page's own is known; "" for one
// that leads nowhere.
func (h *htmlReader) resolve(href string) string {
	href = strings.TrimSpace(href)
	low := strings.ToLower(href[:min(len(href), 12)])
	switch {
	case href == "" || href[0] == '#' || strings.HasPrefix(low, "javascript:") || strings.HasPrefix(low, "about:") || strings.HasPrefix(low, "data:"):
		return ""
	case h.base == nil || isAddress(href) || strings.HasPrefix(low, "mailto:"):
		return href
	}
	u, err := h.base.Parse(href)
	if err != nil {
		return href
	}
	return u.String()
}

// baseOf is the address that the page's links are relative to, nil if unknown.
func baseOf(m *page.Meta) *url.URL {
	u, err := url.Parse(m.URL)
	if err != nil || m.URL == "" {
		return nil
	}
	return u
}
