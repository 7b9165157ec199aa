package formats

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"dossier/article"
)

// html reads a block of raw HTML: tags, comments and scripts are dropped, the
// text between block tags makes paragraphs.
func (m *markdown) html(n *ast.HTMLBlock, kind article.BlockKind) {
	s := tagStripper{m: m, kind: kind}
	m.begin(kind)
	for i := range n.Lines().Len() {
		l := n.Lines().At(i)
		s.line(l.Start, l.Stop)
	}
	if n.HasClosure() {
		s.line(n.ClosureLine.Start, n.ClosureLine.Stop)
	}
	m.b.end()
}

// tagStripper copies the text of HTML lines.
type tagStripper struct {
	m     *markdown
	kind  article.BlockKind
	until string // what ends a comment, tag or script that is open; "" outside
}

func (s *tagStripper) line(from, to int) {
	text := s.m.text
	if s.m.b.open() && s.until == "" {
		s.m.b.put(" ", from-1, from) // the line end before
	}
	to = s.m.in.trimSpace(from, to)
	for at := s.m.in.skipSpace(from, to); at < to; {
		if s.until != "" {
			i := strings.Index(text[at:to], s.until)
			if i < 0 {
				return
			}
			at += i + len(s.until)
			if strings.HasPrefix(s.until, "</") {
				at += max(0, strings.IndexByte(text[at:to], '>')+1)
			}
			s.until = ""
			continue
		}
		i := strings.IndexAny(text[at:to], "<&")
		if i < 0 {
			s.m.b.copy(at, to)
			return
		}
		s.m.b.copy(at, at+i)
		at = s.special(at+i, to)
	}
}

// special reads a tag, comment or entity, or copies the character that is none.
func (s *tagStripper) special(at, to int) int {
	rest := s.m.text[at:to]
	if rest[0] == '&' {
		if words, n := entity(rest[:min(len(rest), 33)]); n > 0 {
			s.m.b.put(words, at, at+n)
			return at + n
		}
	}
	name, closing := tagName(rest)
	switch {
	case strings.HasPrefix(rest, "<!--"):
		s.until = "-->"
		return at + 4
	case name == "":
		s.m.b.copy(at, at+1)
		return at + 1
	case (name == "script" || name == "style") && !closing:
		s.until = "</" + name
		return at + len(name) + 1
	case blockTags[name]:
		s.m.b.end()
		s.m.begin(s.kind)
	}
	s.until = ">"
	return at + 1
}

// blockTags end the paragraph before them.
var blockTags = map[string]bool{
	"p": true, "div": true, "br": true, "hr": true, "li": true, "ul": true, "ol": true, "tr": true,
	"table": true, "section": true, "article": true, "blockquote": true, "figure": true,
	"figcaption": true, "header": true, "footer": true, "aside": true, "details": true,
	"summary": true, "center": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
}

// tagName is the name of the tag that s begins with, lower case; "" if s begins
// with no tag.
func tagName(s string) (name string, closing bool) {
	if len(s) < 2 || s[0] != '<' {
		return "", false
	}
	if s = s[1:]; s[0] == '/' {
		s, closing = s[1:], true
	}
	if s != "" && (s[0] == '!' || s[0] == '?') && !closing {
		return s[:1], false
	}
	n := 0
	for n < len(s) && n < 16 && wordByte(s[n]) {
		n++
	}
	if n == 0 || s[0] < 'A' {
		return "", false
	}
	return strings.ToLower(s[:n]), closing
}
