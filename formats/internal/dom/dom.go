// Package dom reads HTML into a tree whose every node knows its place in the
// text it was read from.
//
// The tokens are those of golang.org/x/net/html; the tree is our own, because
// the parser there forgets offsets. It follows the rules of HTML for what a tag
// closes (paragraphs, list items, cells), which decides what belongs together
// in a page. It moves nothing: text stays where the file has it, so nodes stand
// in the order of the file, a parent before its children. Wrongly nested inline
// marks, which the standard reconstructs, end with the block around them.
//
// Its cost is linear: nesting and the number of nodes are bounded.
package dom

import (
	"html"
	"io"
	"strings"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The bounds of a tree. Elements nested deeper are left out, their text stays.
const (
	MaxDepth = 256
	MaxNodes = 1 << 20
)

// None is the index of no node.
const None = int32(-1)

// Node is an element or a stretch of text. Indices are into Tree.Nodes.
type Node struct {
	Tag    atom.Atom // 0 for text, and for elements that HTML does not know
	IsText bool
	Parent int32
	First  int32 // child
	Last   int32 // child
	Next   int32 // sibling
	Start  int32 // byte of Tree.Text at which its text or its start tag begins
	Inner  int32 // an element's byte after its start tag; for text as Start
	End    int32 // byte after its last: of its end tag, if it has one
	attrs  int32 // its attributes: Tree.attrs[attrs:attrsEnd]
	atEnd  int32
}

// Attr is an attribute: its key in lower case, its value with entities read.
type Attr struct{ Key, Val string }

// Tree is a page. Nodes[0] is the document, which has no tag.
type Tree struct {
	Text  string
	Nodes []Node
	// Flattened says that nesting went beyond MaxDepth, Cut that reading
	// stopped at MaxNodes.
	Flattened, Cut bool

	attrs []Attr
}

// Attrs are the attributes of node n in the order of the file.
func (t *Tree) Attrs(n int32) []Attr {
	return t.attrs[t.Nodes[n].attrs:t.Nodes[n].atEnd]
}

// Attr is the value of an attribute of node n, "" if it has none.
func (t *Tree) Attr(n int32, key string) string {
	for _, a := range t.Attrs(n) {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// Has reports whether node n has the attribute, with any value.
func (t *Tree) Has(n int32, key string) bool {
	for _, a := range t.Attrs(n) {
		if a.Key == key {
			return true
		}
	}
	return false
}

// Name is the name of an element, in lower case; "" of text.
func (t *Tree) Name(n int32) string {
	x := &t.Nodes[n]
	switch {
	case x.IsText || n == 0:
		return ""
	case x.Tag != 0:
		return x.Tag.String()
	}
	name := t.Text[x.Start+1 : x.Inner]
	if i := strings.IndexAny(name, " \t\n\f\r/>"); i >= 0 {
		name = name[:i]
	}
	return strings.ToLower(name)
}

// Words is all text below node n, entities read and white space folded, up to
// about limit bytes.
func (t *Tree) Words(n int32, limit int) string {
	var b strings.Builder
	end := t.Nodes[n].End
	for i := n; i < int32(len(t.Nodes)) && t.Nodes[i].Start < end && b.Len() < limit; i++ {
		x := &t.Nodes[i]
		switch {
		case x.IsText && !Raw(t.Nodes[x.Parent].Tag):
			b.WriteString(html.UnescapeString(t.Text[x.Start:x.End]))
		case (x.Tag == atom.Br || x.Tag == atom.P || x.Tag == atom.Div || x.Tag == atom.Li) && b.Len() > 0:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Raw reports an element whose content is no text of the page.
func Raw(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes, atom.Textarea, atom.Xmp, atom.Plaintext:
		return true
	}
	return false
}

// Parse reads text as HTML. There is no text that it cannot read.
func Parse(text string) *Tree {
	p := parser{t: &Tree{Text: text, Nodes: make([]Node, 1, 64+len(text)/64)}}
	p.t.Nodes[0] = Node{Parent: None, First: None, Last: None, Next: None}
	p.stack = append(p.stack, 0)
	z := xhtml.NewTokenizer(strings.NewReader(text))
	at := 0
	for !p.t.Cut {
		kind := z.Next()
		from := at
		at += len(z.Raw())
		switch kind {
		case xhtml.ErrorToken:
			if z.Err() == io.EOF && at < len(text) {
				p.words(at, len(text)) // what the tokenizer gave up on
			}
			p.close(len(text))
			return p.t
		case xhtml.TextToken:
			p.words(from, at)
		case xhtml.StartTagToken, xhtml.SelfClosingTagToken:
			name, more := z.TagName()
			p.open(atom.Lookup(name), name, from, at, more)
		case xhtml.EndTagToken:
			name, _ := z.TagName()
			p.end(atom.Lookup(name), name, from, at)
		}
		p.t.Cut = len(p.t.Nodes) >= MaxNodes
	}
	p.close(at)
	return p.t
}

// parser builds the tree. stack holds the open elements, count how many of each
// tag are open, so that most searches end before they begin.
type parser struct {
	t     *Tree
	stack []int32
	count map[atom.Atom]int
	names map[string]int // of the elements that HTML does not know
}

func (p *parser) top() int32 { return p.stack[len(p.stack)-1] }

// add appends a node to the innermost open element.
func (p *parser) add(n Node) int32 {
	i, parent := int32(len(p.t.Nodes)), p.top()
	n.Parent, n.First, n.Last, n.Next = parent, None, None, None
	p.t.Nodes = append(p.t.Nodes, n)
	up := &p.t.Nodes[parent]
	if up.Last == None {
		up.First = i
	} else {
		p.t.Nodes[up.Last].Next = i
	}
	up.Last = i
	return i
}

func (p *parser) words(from, to int) {
	if from == to {
		return
	}
	if p.t.Nodes[p.top()].Tag == atom.Head && strings.TrimSpace(p.t.Text[from:to]) != "" {
		p.pop(from)
	}
	p.add(Node{IsText: true, Start: int32(from), Inner: int32(from), End: int32(to)})
}

// open reads a start tag.
func (p *parser) open(tag atom.Atom, name []byte, from, to int, hasAttrs bool) {
	switch {
	case tag == atom.Html || tag == atom.Body:
		if p.open1(atom.Head) {
			p.popTo(atom.Head, from)
		}
		if p.open1(tag) {
			return // a second one is none
		}
	case p.t.Nodes[p.top()].Tag == atom.Head && !inHead(tag):
		p.pop(from)
	}
	p.implied(tag, from)
	if len(p.stack) > MaxDepth {
		p.t.Flattened = true
		return
	}
	first := len(p.t.attrs)
	if hasAttrs {
		p.t.attrs = appendAttrs(p.t.attrs, p.t.Text[from:to])
	}
	n := p.add(Node{Tag: tag, Start: int32(from), Inner: int32(to), End: int32(to),
		attrs: int32(first), atEnd: int32(len(p.t.attrs))})
	if void(tag) || tag == 0 && strings.HasSuffix(p.t.Text[from:to], "/>") {
		return
	}
	p.push(n, tag)
	if tag == 0 {
		p.names[string(name)]++
	}
}

func (p *parser) push(n int32, tag atom.Atom) {
	if p.count == nil {
		p.count, p.names = make(map[atom.Atom]int, 64), map[string]int{}
	}
	p.stack = append(p.stack, n)
	p.count[tag]++
}

// open1 reports whether an element of that tag is open.
func (p *parser) open1(tag atom.Atom) bool { return p.count[tag] > 0 }

// pop closes the innermost open element at byte at.
func (p *parser) pop(at int) {
	n := &p.t.Nodes[p.top()]
	n.End = int32(at)
	p.count[n.Tag]--
	if n.Tag == 0 {
		p.names[p.t.Name(p.top())]--
	}
	p.stack = p.stack[:len(p.stack)-1]
}

// popTo closes the open elements down to the innermost with that tag.
func (p *parser) popTo(tag atom.Atom, at int) {
	for len(p.stack) > 1 {
		done := p.t.Nodes[p.top()].Tag == tag
		p.pop(at)
		if done {
			return
		}
	}
}

func (p *parser) close(at int) {
	for len(p.stack) > 1 {
		p.pop(at)
	}
	p.t.Nodes[0].End = int32(at)
}

// appendAttrs reads the attributes of a start tag.
func appendAttrs(list []Attr, tag string) []Attr {
	i := strings.IndexAny(tag, " \t\n\f\r/")
	for i >= 0 && i < len(tag) {
		for i < len(tag) && (isSpace(tag[i]) || tag[i] == '/') {
			i++
		}
		if i >= len(tag) || tag[i] == '>' {
			break
		}
		from := i
		for i++; i < len(tag) && !isSpace(tag[i]) && tag[i] != '=' && tag[i] != '>' && tag[i] != '/'; i++ {
		}
		a := Attr{Key: strings.ToLower(tag[from:i])}
		a.Val, i = attrValue(tag, i)
		list = append(list, a)
	}
	return list
}

// attrValue reads "= value" at i, if it stands there.
func attrValue(tag string, i int) (string, int) {
	for i < len(tag) && isSpace(tag[i]) {
		i++
	}
	if i >= len(tag) || tag[i] != '=' {
		return "", i
	}
	for i++; i < len(tag) && isSpace(tag[i]); i++ {
	}
	if i >= len(tag) {
		return "", i
	}
	from, to := i, 0
	if q := tag[i]; q == '"' || q == '\'' {
		from++
		if to = strings.IndexByte(tag[from:], q); to < 0 {
			to = len(tag) - from
		}
		to += from
		i = min(to+1, len(tag))
	} else {
		for i < len(tag) && !isSpace(tag[i]) && tag[i] != '>' {
			i++
		}
		to = i
	}
	if strings.IndexByte(tag[from:to], '&') < 0 {
		return tag[from:to], i
	}
	return html.UnescapeString(tag[from:to]), i
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' }
