package formats

import (
	"bytes"
	"html"
	"iter"
	"strings"
)

// element is an XML element: its name (prefix and all, lower case), its opening
// tag, and where its content stands in the text.
type element struct {
	name     string
	open     token
	from, to int
}

// xmlFile finds elements in the text of a source. It holds no tree: elements
// are looked for where they are asked for, a scan of the parent's content each.
type xmlFile struct{ *source }

// all is the whole file as an element without a name.
func (x xmlFile) all() element { return element{to: len(x.text)} }

// children yields the elements directly inside e. One that is not closed ends
// with its parent.
func (x xmlFile) children(e element) iter.Seq[element] {
	return func(yield func(element) bool) {
		m := markup{text: x.text[:e.to], at: e.from}
		for {
			t, more := m.next()
			if !more {
				return
			}
			if t.kind != tokenOpen {
				continue
			}
			c := element{name: t.name, open: t, from: t.to, to: t.to}
			if !t.empty {
				c.to = m.close(t.name)
			}
			if !yield(c) {
				return
			}
		}
	}
}

// close goes on after the tag that closes the element just opened and returns
// where that tag begins.
func (m *markup) close(name string) int {
	for depth := 1; ; {
		t, more := m.next()
		if !more {
			return len(m.text)
		}
		if t.name != name {
			continue
		}
		switch {
		case t.kind == tokenClose:
			if depth--; depth == 0 {
				return t.from
			}
		case !t.empty:
			depth++
		}
	}
}

// child is the first element directly inside e that bears one of the names, the
// first name first.
func (x xmlFile) child(e element, names ...string) (element, bool) {
	best, found := len(names), element{}
	for c := range x.children(e) {
		for i, name := range names[:best] {
			if c.name == name {
				best, found = i, c
				break
			}
		}
		if best == 0 {
			break
		}
	}
	return found, best < len(names)
}

// at is the element that a path of names leads to.
func (x xmlFile) at(e element, path ...string) (element, bool) {
	ok := true
	for _, name := range path {
		if e, ok = x.child(e, name); !ok {
			return element{}, false
		}
	}
	return e, true
}

// attr is the value of an attribute of e.
func (x xmlFile) attr(e element, name string) string {
	if e.open.kind != tokenOpen {
		return ""
	}
	m := markup{text: x.text}
	return normal(m.value(e.open, name))
}

// words is the text inside e without tags, white space folded.
func (x xmlFile) words(e element) string {
	var b strings.Builder
	m := markup{text: x.text[:e.to], at: e.from}
	for {
		t, more := m.next()
		if !more {
			break
		}
		switch t.kind {
		case tokenText:
			b.WriteString(html.UnescapeString(x.text[t.from:t.to]))
		case tokenCDATA:
			b.WriteString(cdataWords(x.text[t.from:t.to]))
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(normal(b.String())), " ")
}

// childWords is the text of the first child of one of the names, "" if none.
func (x xmlFile) childWords(e element, names ...string) string {
	c, _ := x.child(e, names...)
	return x.words(c)
}

func cdataWords(s string) string {
	return strings.TrimSuffix(strings.TrimPrefix(s, cdataOpen), cdataClose)
}

// text is the source of the text inside e: entities resolved, CDATA marks taken
// off, tags left as they stand. What was escaped markup is markup in it.
func (x xmlFile) inner(e element) source {
	var edits []edit
	m := markup{text: x.text[:e.to], at: e.from}
	for {
		t, more := m.next()
		if !more {
			break
		}
		switch t.kind {
		case tokenText:
			edits = entities(x.text[t.from:t.to], t.from-e.from, edits)
		case tokenCDATA:
			from, to := t.from-e.from, t.to-e.from
			edits = append(edits, edit{from: from, to: from + len(cdataOpen)})
			if strings.HasSuffix(x.text[t.from:t.to], cdataClose) && to-from >= len(cdataOpen)+len(cdataClose) {
				edits = append(edits, edit{from: to - len(cdataClose), to: to})
			}
		}
	}
	return x.part(e.from, e.to).apply(edits)
}

// maxXMLHead bounds what may stand before the first element, in bytes.
const maxXMLHead = 16 << 10

// rootElement is the first element of XML text by its opening tag, and whether
// there is one before anything but white space, comments and declarations.
func rootElement(head []byte) (token, bool) {
	if c := bytes.TrimLeft(head, " \t\r\n"); len(c) == 0 || c[0] != '<' {
		return token{}, false
	}
	head = head[:min(len(head), maxXMLHead)]
	m := markup{text: string(head)}
	for {
		t, more := m.next()
		switch {
		case !more:
			return token{}, false
		case t.kind == tokenOpen:
			return t, true
		case t.kind == tokenText && strings.TrimSpace(m.text[t.from:t.to]) != "", t.kind == tokenCDATA, t.kind == tokenClose:
			return token{}, false
		}
	}
}
