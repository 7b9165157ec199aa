// Package page finds the article in a web page: which stretches of text are
// its body, and what each is, and what the page says about it in its metadata.
//
// It reads the tree of package dom and returns leaves, which are runs of text
// without a block boundary, in the order of the file. It copies no text and
// knows nothing of articles in canonical form.
package page

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"dossier/formats/internal/dom"
)

// Kind is what a leaf is by its mark-up.
type Kind uint8

// The kinds of leaves.
const (
	Paragraph Kind = iota
	Heading
	ListItem
	Quote
	Pre
	Table
	Caption
	Rule
)

// PieceKind is what a piece of a leaf is.
type PieceKind uint8

// The kinds of pieces.
const (
	Words     PieceKind = iota // a text node
	Break                      // a line break
	Cell                       // the border of two cells
	Row                        // the border of two rows
	Space                      // the border of two blocks inside a heading
	LinkStart                  // a link begins …
	LinkEnd                    // … and ends
)

// Piece is a part of a leaf. Node is the text node, the break, the cell, row or
// block that begins, or the link.
type Piece struct {
	Kind PieceKind
	Node int32
}

// Leaf is a stretch of text that no block divides.
type Leaf struct {
	Kind   Kind
	Level  int8  // of a heading
	Owner  int32 // the innermost block around it
	Pieces []Piece
	Role   Role

	size   int // characters that are no white space
	linked int // of these, inside links
	links  int
	words  int
	low    string // the words in lower case, of a short leaf
	last   rune   // its last character
	stops  int    // sentence ends and commas
}

// collector gathers leaves.
type collector struct {
	t      *dom.Tree
	leaves []Leaf
	arena  []Piece
	first  int   // of the open leaf's pieces in arena
	link   int32 // the open link, or None
	breaks int   // line breaks since the last words
	whole  int32 // the table of data or the heading whose blocks are one leaf, or None
	filled int   // pieces of the open leaf that are words
}

// Leaves are the stretches of text below node n, in order. What the page hides
// and what is no text (scripts, buttons, menus to choose from) is left out.
func Leaves(t *dom.Tree, n int32) []Leaf {
	c := collector{t: t, link: dom.None, whole: dom.None}
	c.children(n, n)
	c.flush(n)
	return c.leaves
}

func (c *collector) children(n, owner int32) {
	for k := c.t.Nodes[n].First; k != dom.None; k = c.t.Nodes[k].Next {
		c.node(k, owner)
	}
}

// node reads one node. owner is the innermost block around it.
func (c *collector) node(n, owner int32) {
	x := &c.t.Nodes[n]
	switch {
	case x.IsText:
		c.text(n, owner)
	case noText(x.Tag) || c.t.Has(n, "hidden"):
	case x.Tag == atom.Br:
		if c.breaks++; c.breaks >= 2 && c.whole == dom.None {
			c.flush(owner)
		} else if c.filled > 0 {
			c.arena = append(c.arena, Piece{Break, n})
		}
	case x.Tag == atom.Hr:
		c.flush(owner)
		c.leaves = append(c.leaves, Leaf{Kind: Rule, Owner: n})
	case x.Tag == atom.A && c.link == dom.None && c.t.Has(n, "href"):
		c.anchor(n, owner)
	case x.Tag == atom.Span && (classOf(c.t, n)&isPopup != 0 || c.toReaders(n)):
	case x.Tag == atom.Span && c.filled > 0 && classOf(c.t, n)&isCredit != 0 && !c.spaced():
		c.arena = append(c.arena, Piece{Space, n}) // "… in Halm" | "Credit: Ada Brenn"
		c.children(n, owner)
	case x.Tag == atom.Span && c.filled > 0 && c.runsOn(n):
		c.arena = append(c.arena, Piece{Space, n}) // "Ada Brenn" | "The Halm Echo"
		c.children(n, owner)
	case x.Tag == 0 || dom.Inline(x.Tag):
		c.children(n, owner)
	case c.whole != dom.None:
		c.inWhole(n, owner)
	default:
		c.flush(owner)
		if x.Tag == atom.Table && dataTable(c.t, n) || headingLevel(x.Tag) > 0 {
			c.whole = n
		}
		c.children(n, n)
		c.flush(n)
		if c.whole == n {
			c.whole = dom.None
		}
	}
}

// toReaders reports what only a program that reads pages aloud says of a link: ", opens new tab".
func (c *collector) toReaders(n int32) bool {
	if c.link == dom.None {
		return false
	}
	switch strings.ToLower(strings.Trim(c.t.Words(n, 40), " ,.()[]")) {
	case "opens new tab", "opens in new tab", "opens in a new tab", "opens new window", "opens in new window", "opens in a new window", "external", "external link":
		return true
	}
	return false
}

// spaced reports that white space ends the open leaf.
func (c *collector) spaced() bool {
	p := c.arena[len(c.arena)-1]
	if p.Kind != Words {
		return p.Kind != LinkStart && p.Kind != LinkEnd
	}
	x := &c.t.Nodes[p.Node]
	last, _ := utf8.DecodeLastRuneInString(c.t.Text[x.Start:x.End])
	return unicode.IsSpace(last)
}

// runsOn reports that span n stands right behind another span or a link, whose words end in a
// small letter, and begins with a capital: style sheets part them, and no space does.
func (c *collector) runsOn(n int32) bool {
	p := c.arena[len(c.arena)-1]
	if p.Kind == LinkEnd && len(c.arena) > 1 {
		p = c.arena[len(c.arena)-2]
	}
	if p.Kind != Words {
		return false
	}
	before := c.t.Nodes[p.Node].Parent
	if before == dom.None || c.t.Nodes[before].Tag != atom.Span && c.t.Nodes[before].Tag != atom.A || before == n || c.t.Nodes[before].Parent != c.t.Nodes[n].Parent {
		return false
	}
	for !c.t.Nodes[n].IsText {
		if n = c.t.Nodes[n].First; n == dom.None {
			return false
		}
	}
	x, y := &c.t.Nodes[p.Node], &c.t.Nodes[n]
	last, _ := utf8.DecodeLastRuneInString(c.t.Text[x.Start:x.End])
	first, _ := utf8.DecodeRuneInString(c.t.Text[y.Start:y.End])
	return unicode.IsLower(last) && unicode.IsUpper(first)
}

// inWhole reads a block inside a table of data or a heading.
func (c *collector) inWhole(n, owner int32) {
	kind := Space
	switch tag := c.t.Nodes[n].Tag; {
	case headingLevel(c.t.Nodes[c.whole].Tag) > 0:
	case tag == atom.Tr:
		kind = Row
	case tag == atom.Td || tag == atom.Th:
		kind = Cell
	case tag == atom.P || tag == atom.Div || tag == atom.Li:
		kind = Break
	default:
		c.children(n, owner)
		return
	}
	if c.filled > 0 {
		c.arena = append(c.arena, Piece{kind, n})
	}
	c.children(n, owner)
}

// headingLevel is 1 to 6 for h1 to h6, 0 for other elements.
func headingLevel(tag atom.Atom) int8 {
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return int8(tag.String()[1] - '0')
	}
	return 0
}

// anchor reads a link, which may hold blocks.
func (c *collector) anchor(n, owner int32) {
	c.link = n
	at := len(c.leaves)
	c.arena = append(c.arena, Piece{LinkStart, n})
	c.children(n, owner)
	if len(c.leaves) == at {
		c.arena = append(c.arena, Piece{LinkEnd, n})
	}
	c.link = dom.None
}

// text adds a text node to the open leaf.
func (c *collector) text(n, owner int32) {
	x := &c.t.Nodes[n]
	if strings.TrimSpace(c.t.Text[x.Start:x.End]) != "" {
		c.filled++
		c.breaks = 0
	}
	if c.link != dom.None && c.first == len(c.arena) {
		c.arena = append(c.arena, Piece{LinkStart, c.link})
	}
	c.arena = append(c.arena, Piece{Words, n})
}

// flush ends the open leaf; one without words is forgotten.
func (c *collector) flush(owner int32) {
	if c.filled > 0 {
		pieces := c.arena[c.first:len(c.arena):len(c.arena)]
		if c.whole == dom.None && c.lines(pieces) {
			for len(pieces) > 0 {
				end := slices.IndexFunc(pieces, func(p Piece) bool { return p.Kind == Break })
				if end < 0 {
					end = len(pieces) - 1
				}
				c.leaf(owner, pieces[:end+1])
				pieces = pieces[end+1:]
			}
		} else {
			c.leaf(owner, pieces)
		}
		c.first = len(c.arena)
	}
	c.arena = c.arena[:c.first]
	c.filled, c.breaks = 0, 0
}

// leaf adds one leaf, unless it has no words.
func (c *collector) leaf(owner int32, pieces []Piece) {
	l := Leaf{Owner: owner, Pieces: pieces}
	c.kind(&l)
	if l.measure(c.t); l.size > 0 {
		c.leaves = append(c.leaves, l)
	}
}

// longLine is the length from which on, in bytes, a line between line breaks is
// a paragraph, as old pages write them.
const longLine = 120

// lines reports pieces whose line breaks part paragraphs: every
// line but the last is a long one, and none ends inside a link.
func (c *collector) lines(pieces []Piece) bool {
	breaks, size, linked := 0, 0, false
	for _, p := range pieces {
		switch n := &c.t.Nodes[p.Node]; p.Kind {
		case Words:
			size += len(strings.TrimSpace(c.t.Text[n.Start:n.End]))
		case LinkStart, LinkEnd:
			linked = p.Kind == LinkStart
		case Break:
			if linked || size < longLine {
				return false
			}
			breaks++
			size = 0
		}
	}
	return breaks > 0 && size > 0
}

// kind tells what the leaf is by the blocks around it.
func (c *collector) kind(l *Leaf) {
	for n := l.Owner; n != dom.None; n = c.t.Nodes[n].Parent {
		tag := c.t.Nodes[n].Tag
		if level := headingLevel(tag); level > 0 {
			l.Kind, l.Level = Heading, level
			return
		}
		switch tag {
		case atom.Li, atom.Dt, atom.Dd:
			l.Kind = ListItem
			return
		case atom.Blockquote:
			l.Kind = Quote
			return
		case atom.Pre:
			l.Kind = Pre
			return
		case atom.Figcaption, atom.Figure, atom.Caption:
			l.Kind = Caption
			return
		case atom.Table:
			if n == c.whole {
				l.Kind = Table
			}
			return
		case atom.Article, atom.Main, atom.Section, atom.Body, atom.Td:
			return
		}
	}
}

// noText reports elements without text of the page.
func noText(tag atom.Atom) bool {
	switch tag {
	case atom.Head, atom.Title, atom.Template, atom.Svg, atom.Math, atom.Canvas, atom.Video, atom.Audio, atom.Object,
		atom.Embed, atom.Button, atom.Select, atom.Option, atom.Input, atom.Datalist, atom.Dialog, atom.Progress,
		atom.Meter, atom.Map, atom.Area, atom.Rp, atom.Frameset:
		return true
	}
	return dom.Raw(tag)
}

// lowBytes is up to which length a leaf's words are kept for a second look.
const lowBytes = 240

// measure counts what decides whether a leaf is text.
func (l *Leaf) measure(t *dom.Tree) {
	m := meter{l: l, space: true}
	linked := false
	for _, p := range l.Pieces {
		switch p.Kind {
		case LinkStart:
			linked = true
			l.links++
		case LinkEnd:
			linked = false
		case Words:
			before := l.size
			m.read(t.Text[t.Nodes[p.Node].Start:t.Nodes[p.Node].End])
			if linked {
				l.linked += l.size - before
			}
		default:
			m.space = true
		}
	}
	l.low = m.low.String()
}

// meter counts the characters and words of a leaf.
type meter struct {
	l     *Leaf
	low   strings.Builder
	space bool // white space stands before what follows
}

func (m *meter) read(text string) {
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		} else if r == '&' {
			r, n = entityRune(text[i:])
		}
		i += n
		if unicode.IsSpace(r) {
			m.space = true
		} else {
			m.add(r)
		}
	}
}

// add counts one character.
func (m *meter) add(r rune) {
	l := m.l
	l.size++
	if m.space || wide(r) {
		l.words++
	}
	if m.low.Len() < lowBytes {
		if m.space && m.low.Len() > 0 {
			m.low.WriteByte(' ')
		}
		m.low.WriteRune(unicode.ToLower(r))
	}
	switch r {
	case '.', ',', '!', '?', ';', '。', '，', '、', '؟', '،', '।':
		l.stops++
	}
	l.last, m.space = r, false
}

// wide reports letters of scripts that write no spaces: each counts as a word,
// or nearly so.
func wide(r rune) bool {
	return r >= 0x3040 && r <= 0x9FFF || r >= 0xAC00 && r <= 0xD7A3 || r >= 0x0E00 && r <= 0x0E7F
}

// entityRune is the character that the entity at the start of s stands for, and
// the entity's length.
func entityRune(s string) (rune, int) {
	end := strings.IndexByte(s[:min(len(s), 12)], ';')
	if end < 0 {
		return '&', 1
	}
	r, n := utf8.DecodeRuneInString(html.UnescapeString(s[:end+1]))
	if n == 1 && r == '&' && s[1] != 'a' && s[1] != 'A' && s[1] != '#' {
		return '&', 1 // not an entity
	}
	return r, end + 1
}

// longestDatum is the most text in bytes that a cell of a table of data holds.
const longestDatum = 400

// dataTable reports a table of data; others lay out a page. Data stand in rows
// of two cells or more, are short, and hold no table.
func dataTable(t *dom.Tree, table int32) bool {
	rows, cells, wide := 0, 0, 0
	filled := int32(0) // bytes of text in the open cell, which line breaks may divide
	end := t.Nodes[table].End
	for i := table + 1; i < int32(len(t.Nodes)) && t.Nodes[i].Start < end; i++ {
		x := &t.Nodes[i]
		switch x.Tag {
		case atom.Table, atom.H1, atom.Form, atom.Article:
			return false
		case atom.Tr:
			rows++
		case atom.Td, atom.Th:
			cells++
			filled = 0
		case atom.Div, atom.P, atom.Ul, atom.Img:
			wide++
		}
		if x.IsText {
			if filled += x.End - x.Start; filled > longestDatum {
				return false
			}
		}
	}
	return rows >= 2 && cells >= 2*rows-2 && wide <= 2*cells
}
