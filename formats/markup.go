package formats

import (
	"html"
	"strings"
)

// markup reads the tags of HTML fragments and of XML, one token at a time, by
// offsets into text. It never fails: a "<" that begins no tag is text, a tag
// without an end is text too, a comment without an end goes on to the end of the
// file. Names are folded to lower case. Every byte is looked at a bounded number
// of times, whatever the text.
type markup struct {
	text string
	at   int
	lax  bool // some tag's quotes do not close: look for ">" alone
	bare bool // no ">" follows: everything is text
}

// token is a stretch [from, to) of markup.
type token struct {
	kind     tokenKind
	from, to int
	name     string // of a tag
	attrs    int    // where the attributes of an opening tag begin
	empty    bool   // an opening tag that closes itself: <a/>
}

type tokenKind uint8

const (
	tokenText  tokenKind = iota // entities unresolved
	tokenCDATA                  // with its brackets; words are between
	tokenOpen
	tokenClose
	tokenOther // comment, declaration, processing instruction
)

const (
	cdataOpen  = "<![CDATA["
	cdataClose = "]]>"
)

// next is the next token; false at the end.
func (m *markup) next() (token, bool) {
	if m.at >= len(m.text) {
		return token{}, false
	}
	t := token{from: m.at}
	if m.text[m.at] != '<' || !m.tag(&t) {
		t.kind = tokenText
		t.to = m.textEnd(m.at + 1)
	}
	m.at = t.to
	return t, true
}

// textEnd is where text that goes on at an offset ends: before what may be a tag.
func (m *markup) textEnd(at int) int {
	for !m.bare && at < len(m.text) {
		i := strings.IndexByte(m.text[at:], '<')
		if i < 0 {
			break
		}
		at += i
		if at+1 < len(m.text) && (isNameStart(m.text[at+1]) || strings.IndexByte("/!?", m.text[at+1]) >= 0) {
			return at
		}
		at++
	}
	return len(m.text)
}

// tag reads what begins with "<" and reports whether it is markup.
func (m *markup) tag(t *token) bool {
	rest := m.text[m.at:]
	switch {
	case m.bare || len(rest) < 2:
		return false
	case strings.HasPrefix(rest, "<!--"):
		t.kind, t.to = tokenOther, m.after("-->", m.at+4)
		return true
	case strings.HasPrefix(rest, cdataOpen):
		t.kind, t.to = tokenCDATA, m.after(cdataClose, m.at+len(cdataOpen))
		return true
	case strings.HasPrefix(rest, "<?"):
		t.kind, t.to = tokenOther, m.after(">", m.at+2)
		return true
	case rest[1] == '!':
		t.kind, t.to = tokenOther, m.declarationEnd()
		return true
	}
	name := m.at + 1
	if t.kind = tokenOpen; m.text[name] == '/' {
		t.kind = tokenClose
		name++
	}
	end := name
	for end < len(m.text) && isName(m.text[end]) {
		end++
	}
	if end == name || !isNameStart(m.text[name]) {
		return false
	}
	if t.to = m.tagEnd(end); t.to == 0 {
		m.bare = true
		return false
	}
	t.name, t.attrs = strings.ToLower(m.text[name:end]), end
	t.empty = t.kind == tokenOpen && m.text[t.to-2] == '/'
	return true
}

// after is the offset after the next mark, the end of the text if there is none.
func (m *markup) after(mark string, at int) int {
	if i := strings.Index(m.text[min(at, len(m.text)):], mark); i >= 0 {
		return at + i + len(mark)
	}
	return len(m.text)
}

// declarationEnd is where "<!DOCTYPE …[…]>" ends. Its entities are not read.
func (m *markup) declarationEnd() int {
	depth := 0
	for i := m.at + 2; i < len(m.text); i++ {
		switch m.text[i] {
		case '[':
			depth++
		case ']':
			depth--
		case '>':
			if depth <= 0 {
				return i + 1
			}
		}
	}
	return len(m.text)
}

// tagEnd is the offset after the ">" of a tag, quotes minded; 0 if there is none.
func (m *markup) tagEnd(at int) int {
	quote := byte(0)
	for i := at; !m.lax && i < len(m.text); i++ {
		switch c := m.text[i]; {
		case c == quote:
			quote = 0
		case quote != 0:
		case (c == '"' || c == '\'') && m.text[i-1] == '=':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	m.lax = true
	if i := strings.IndexByte(m.text[at:], '>'); i >= 0 {
		return at + i + 1
	}
	return 0
}

func isNameStart(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c >= 0x80
}

func isName(c byte) bool {
	return isNameStart(c) || '0' <= c && c <= '9' || c == ':' || c == '-' || c == '.'
}

// attr is where the value of an attribute of an opening tag stands.
func (m *markup) attr(t token, name string) (from, to int, ok bool) {
	at, end := t.attrs, t.to-1
	for at < end {
		for at < end && !isName(m.text[at]) {
			at++
		}
		start := at
		for at < end && isName(m.text[at]) {
			at++
		}
		key := m.text[start:at]
		for at < end && isSpace(m.text[at]) {
			at++
		}
		from, to = at, at
		if at < end && m.text[at] == '=' {
			at++
			for at < end && isSpace(m.text[at]) {
				at++
			}
			from, to, at = valueOf(m.text, at, end)
		}
		if strings.EqualFold(key, name) {
			return from, to, true
		}
	}
	return 0, 0, false
}

// valueOf is the value that begins at an offset, and the offset after it.
func valueOf(text string, at, end int) (from, to, next int) {
	if at < end && (text[at] == '"' || text[at] == '\'') {
		if i := strings.IndexByte(text[at+1:end], text[at]); i >= 0 {
			return at + 1, at + 1 + i, at + i + 2
		}
		return at + 1, end, end
	}
	to = at
	for to < end && !isSpace(text[to]) {
		to++
	}
	return at, to, to
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

// value is the value of an attribute, entities resolved, "" if it is missing.
func (m *markup) value(t token, name string) string {
	from, to, _ := m.attr(t, name)
	return strings.TrimSpace(html.UnescapeString(m.text[from:to]))
}

// entities lists the edits that resolve the entities of text, offsets from at.
func entities(text string, at int, edits []edit) []edit {
	for i := 0; ; {
		k := strings.IndexByte(text[i:], '&')
		if k < 0 {
			return edits
		}
		i += k
		words, n := entity(text[i:min(len(text), i+maxEntity)])
		if n == 0 {
			i++
			continue
		}
		edits = append(edits, edit{at + i, at + i + n, words})
		i += n
	}
}

// maxEntity is the length of the longest entity that is read, in bytes.
const maxEntity = 33
