package formats

import (
	"bytes"
	"fmt"
	"iter"
	"net/url"
	"strings"

	"dossier/article"
	"dossier/formats/internal/dom"
	"dossier/formats/internal/page"
)

// HTML reads saved web pages: it finds the article in the page and what the
// page states about it. Package page finds, this file copies.
var HTML = register(&Format{
	Name:       "html",
	Aliases:    []string{"htm", "xhtml"},
	Extensions: []string{".html", ".htm", ".xhtml"},
	MediaType:  "text/html",
	Reads:      "saved web pages: the article without the page around it, its title, authors and dates",
	Limits:     "pages that a script would fill; text in pictures; comments of readers; frames",
	Detect:     detectHTML,
})

func init() { HTML.Records = htmlRecords }

func htmlRecords(in Input, opts Options) iter.Seq2[*article.Article, error] {
	return one(func() (*article.Article, error) {
		raw, err := readAll(in, opts)
		if err != nil {
			return nil, err
		}
		return readHTML(in, raw, "")
	})
}

// detectHTML knows a page by its first tags: the extension decides about text
// that only begins with a tag.
func detectHTML(head []byte) float64 {
	head = bytes.TrimLeft(head, " \t\r\n\f")
	for bytes.HasPrefix(head, []byte("<!--")) || bytes.HasPrefix(head, []byte("<?xml")) {
		i := bytes.IndexByte(head, '>')
		if head[1] == '!' {
			i = bytes.Index(head, []byte("-->"))
		}
		if i < 0 {
			return plainText
		}
		head = bytes.TrimLeft(head[i+1:], "-> \t\r\n\f")
	}
	start := strings.ToLower(string(head[:min(len(head), 64)]))
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body"} {
		if strings.HasPrefix(start, tag) {
			return 0.9
		}
	}
	for _, tag := range [...]string{"<div", "<p>", "<p ", "<article", "<h1", "<title", "<meta", "<table", "<section", "<main"} {
		if strings.HasPrefix(start, tag) {
			return 0.5
		}
	}
	return 0
}

// readHTML reads a page of a file or of a container's member: raw are its bytes,
// charset what the container says of them ("" if it says nothing). Raw ranges
// count bytes of raw. A page without any text is an error that wraps ErrEmpty.
func readHTML(in Input, raw []byte, charset string) (*article.Article, error) {
	if len(raw) == 0 {
		return nil, ErrEmpty
	}
	d, err := decodeHTML(raw, charset)
	if err != nil {
		return nil, err
	}
	t := dom.Parse(d.text)
	found := page.Find(t)
	h := htmlReader{b: newBuilder(&d.source), t: t, base: baseOf(&found.Meta)}
	if found.Hidden.To > 0 {
		h.hidden(&found)
	} else {
		h.leaves(&found)
	}
	if h.b.blocks == 0 {
		return nil, fmt.Errorf("%w: the page has no text; a script may have to fill it", ErrEmpty)
	}
	h.state(&found.Meta)
	h.notes()
	return h.b.finish(HTML, in, &d, raw), nil
}

// htmlReader copies leaves to the builder.
type htmlReader struct {
	b     *builder
	t     *dom.Tree
	base  *url.URL // the page's address, which links are relative to
	space stretch
	link  int // where the open link's words begin, -1 outside
	url   string
}

// leafKinds are the blocks that leaves become.
var leafKinds = map[page.Kind]article.BlockKind{
	page.Paragraph: article.BlockParagraph, page.Heading: article.BlockHeading, page.ListItem: article.BlockListItem,
	page.Quote: article.BlockBlockquote, page.Pre: article.BlockPreformatted, page.Table: article.BlockTable,
	page.Caption: article.BlockCaption,
}

func (h *htmlReader) leaves(found *page.Article) {
	for i := range found.Leaves {
		l := &found.Leaves[i]
		if l.Kind == page.Rule {
			n := &h.t.Nodes[l.Owner]
			h.b.rule(int(n.Start), int(n.End))
			continue
		}
		kind := leafKinds[l.Kind]
		if l.Role != page.Body {
			kind = roleKinds[l.Role]
		}
		h.b.begin(kind)
		h.leaf(l)
		if h.b.end() {
			h.take(l.Role, &found.Meta)
		}
	}
}

// hidden reads the text of an article that the page keeps in its metadata and
// does not show, or shows the beginning of.
func (h *htmlReader) hidden(found *page.Article) {
	whole := h.b.src
	inside := whole.slice(found.Hidden.From, found.Hidden.To)
	inside = inside.apply(jsonEscapes(inside.text))
	inside.whole, inside.start = whole, found.Hidden.From
	inside.line = whole.line + strings.Count(whole.text[:found.Hidden.From], "\n")
	if strings.Contains(inside.text, "<p") || strings.Contains(inside.text, "<br") {
		readFragment(h.b, &inside, nil)
	} else {
		for at := 0; at < len(inside.text); {
			end := len(inside.text)
			if i := strings.IndexByte(inside.text[at:], '\n'); i >= 0 {
				end = at + i
			}
			line := inside.slice(at, end)
			line.whole, line.start, line.line = whole, found.Hidden.From, inside.line
			readFragment(h.b, &line, nil)
			at = end + 1
		}
	}
	h.b.use(whole)
	h.b.a.Notes = append(h.b.a.Notes, article.Note{Code: article.NoteUncertainLayout, Severity: article.Info,
		Message: "the page does not show the whole article; the text is the one that its metadata hold (JSON-LD)"})
}

// notes says what of the page was not read.
func (h *htmlReader) notes() {
	note := func(code article.NoteCode, message string) {
		h.b.a.Notes = append(h.b.a.Notes, article.Note{Code: code, Severity: article.Warning, Message: message})
	}
	if h.t.Flattened {
		note(article.NoteNestingLimit, "nesting beyond the limit was flattened")
	}
	if h.t.Cut {
		note(article.NoteTruncated, "the page has more elements than are read; the rest was left out")
	}
}

// leaf copies the words of one leaf to the open block.
func (h *htmlReader) leaf(l *page.Leaf) {
	h.space, h.link = stretch{}, -1
	for _, p := range l.Pieces {
		n := &h.t.Nodes[p.Node]
		switch p.Kind {
		case page.Words:
			if l.Kind == page.Pre {
				h.verbatim(int(n.Start), int(n.End))
			} else {
				h.words(int(n.Start), int(n.End))
			}
		case page.Break, page.Row:
			h.mark("\n", n)
		case page.Cell:
			h.mark(" | ", n)
		case page.Space:
			h.mark(" ", n)
		case page.LinkStart:
			h.endLink()
			h.flushSpace()
			h.link, h.url = h.b.at(), h.resolve(h.t.Attr(p.Node, "href"))
		case page.LinkEnd:
			h.endLink()
		}
	}
	h.endLink()
}

func (h *htmlReader) endLink() {
	if h.link >= 0 {
		h.b.link(h.link, h.url)
	}
	h.link = -1
}

// mark adds words that stand for a tag.
func (h *htmlReader) mark(words string, n *dom.Node) {
	h.space = stretch{}
	if words == " | " && h.b.open() && h.b.last() == '\n' {
		return // the row's first cell
	}
	h.b.put(words, int(n.Start), int(n.Inner))
}

// words copies text with its white space folded and its entities read.
func (h *htmlReader) words(from, to int) {
	text := h.t.Text
	for at := from; at < to; {
		switch n := blankLen(text[at:to]); {
		case n > 0:
			if h.space.to == 0 {
				h.space = stretch{at, at + n}
			}
			at += n
		case text[at] == '&':
			h.flushSpace()
			at += h.entity(at, to)
		default:
			h.flushSpace()
			end := at + 1
			for end < to && text[end] != '&' && blankLen(text[end:to]) == 0 {
				end++
			}
			h.b.copy(at, end)
			at = end
		}
	}
}

// flushSpace adds the space that stands before the next words.
func (h *htmlReader) flushSpace() {
	s := h.space
	h.space = stretch{}
	switch {
	case s.to == 0 || h.b.open() && h.b.last() == '\n':
	case h.t.Text[s.from:s.to] == " ":
		h.b.copy(s.from, s.to)
	default:
		h.b.put(" ", s.from, s.to)
	}
}

// verbatim copies preformatted text, its entities read.
func (h *htmlReader) verbatim(from, to int) {
	text := h.t.Text[:to]
	for at := from; at < to; {
		end := to
		if i := strings.IndexByte(text[at:], '&'); i >= 0 {
			end = at + i
		}
		h.b.copy(at, end)
		if at = end; at < to {
			at += h.entity(at, to)
		}
	}
}

// entity adds what the "&" at the offset begins and returns its length.
func (h *htmlReader) entity(at, to int) int {
	words, n := htmlEntity(h.t.Text[at:to])
	switch {
	case n == 0:
		h.b.copy(at, at+1)
		return 1
	case words == " ":
		if h.space.to == 0 {
			h.space = stretch{at, at + n}
		}
	default:
		h.b.put(words, at, at+n)
	}
	return n
}

// blankLen is the length of the white space that s begins with, the no-break
// spaces that lay out a page included.
func blankLen(s string) int {
	n := 0
	for n < len(s) {
		switch c := s[n]; {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f':
			n++
		case c == 0xC2 && n+1 < len(s) && s[n+1] == 0xA0:
			n += 2
		default:
			return n
		}
	}
	return n
}
