package formats

import (
	"strings"

	"dossier/article"
)

// readBody adds the blocks of a text that a field or a part holds, by its kind:
// "markdown", "html", or anything else for text, which is looked at for tags.
func readBody(b *builder, d *decoded, kind string) {
	switch {
	case kind == "markdown":
		b.use(&d.source)
		readMarkdownBlocks(b, d, 0)
	case kind == "html" || looksHTML(d.text):
		readFragment(b, &d.source, nil)
	default:
		b.use(&d.source)
		g := newGrammar(b)
		g.field = !strings.Contains(d.text, "\n\n")
		g.blocks(0)
	}
}

// looksHTML reports text that is a fragment of HTML: a tag of a block, or the end
// of one in the line, near its beginning.
func looksHTML(text string) bool {
	m := markup{text: text[:min(len(text), 4<<10)]}
	for {
		t, more := m.next()
		switch {
		case !more:
			return false
		case t.kind == tokenOpen && (roles()[t.name].block && t.name[0] != 'b' || t.name == "br" || t.name == "a" || t.name == "img"):
			return true
		}
	}
}

// opening is the beginning of a text as far as a title needs it, without tags.
func opening(text string) string {
	text = text[:min(len(text), 2<<10)]
	if !looksHTML(text) {
		return text
	}
	var b strings.Builder
	m := markup{text: text}
	for {
		t, more := m.next()
		if !more {
			return b.String()
		}
		switch {
		case t.kind == tokenText:
			b.WriteString(text[t.from:t.to])
		case t.kind == tokenClose && roles()[t.name].block:
			b.WriteByte('\n')
		}
	}
}

// noteCut notes a text that a service cut: "words … [+1234 chars]".
func noteCut(b *builder) {
	words := strings.TrimSpace(string(b.text[max(0, len(b.text)-24):]))
	if strings.HasSuffix(words, " chars]") && strings.Contains(words, "[+") {
		b.a.Notes = append(b.a.Notes, article.Note{Code: article.NoteTruncated, Severity: article.Warning,
			Message: "the text was cut by the service that gave it"})
	}
}
