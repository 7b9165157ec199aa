package formats

import (
	"bytes"
	"iter"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/yuin/goldmark"

	"dossier/article"
)

// Markdown reads CommonMark with the tables, struck text and bare addresses of
// GitHub, and YAML front matter. The tree is goldmark's; the words are copied
// from the source by its offsets.
var Markdown = register(&Format{
	Name:       "markdown",
	Aliases:    []string{"md", "gfm", "commonmark"},
	Extensions: []string{".md", ".markdown", ".mkd", ".mdown"},
	MediaType:  "text/markdown",
	Reads:      "CommonMark with GitHub's tables and YAML front matter",
	Limits:     "HTML tags, which are dropped; images beyond their alternative text; nesting beyond a limit",
	Detect:     detectMarkdown,
})

func init() { Markdown.Records = markdownRecords }

// detectMarkdown knows front matter; without it only the extension tells
// Markdown from text.
func detectMarkdown(head []byte) float64 {
	if bytes.HasPrefix(head, []byte("---")) {
		if _, end := frontMatter(string(head)); end > 0 {
			return 0.5
		}
	}
	return plainText
}

func markdownRecords(in Input, opts Options) iter.Seq2[*article.Article, error] {
	return one(func() (*article.Article, error) { return readMarkdown(in, opts) })
}

// markdownParser is goldmark's, built once on first use.
var markdownParser = sync.OnceValue(func() parser.Parser {
	return goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()
})

func readMarkdown(in Input, opts Options) (*article.Article, error) {
	raw, d, err := load(in, opts)
	if err != nil {
		return nil, err
	}
	b := newBuilder(&d.source)
	stated, at := readHead(&d)
	readMarkdownBlocks(b, &d, at)
	stated.apply(b)
	return b.finish(Markdown, in, &d, raw), nil
}

// readMarkdownBlocks adds the blocks of d, whose source b uses, from an offset on.
func readMarkdownBlocks(b *builder, d *decoded, at int) {
	if len(d.text) > maxMarkdown {
		d.note(article.NoteNestingLimit, article.Warning,
			"more than "+sizeText(maxMarkdown)+" of Markdown; only the marks of plain text were read")
		newGrammar(b).blocks(at)
		return
	}
	m := markdown{b: b, text: d.text, in: inline{b: b, text: d.text, special: &plainMarks}}
	m.source = guard(d.text, at, d)
	m.blocks(markdownParser().Parse(text.NewReader(m.source)), article.BlockParagraph)
}

// markdown walks goldmark's tree. source is what goldmark saw, which has the
// length of text and differs only where guard hid something from it.
type markdown struct {
	b      *builder
	in     inline
	text   string
	source []byte
	last   int    // source offset after the last words that were copied
	sep    string // words that stand between last and the next words
	linked bool   // inside a link
}

// plainMarks may begin a mark in text whose emphasis and links are done.
var plainMarks = func() (t [256]bool) {
	t['\\'], t['&'], t[':'] = true, true, true
	return t
}()

// blocks reads the children of a container; kind is what its paragraphs are.
func (m *markdown) blocks(parent ast.Node, kind article.BlockKind) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		m.block(n, kind)
	}
}

func (m *markdown) block(n ast.Node, kind article.BlockKind) {
	switch n := n.(type) {
	case *ast.Heading:
		m.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		m.paragraph(n, kind)
	case *ast.Blockquote:
		m.blocks(n, article.BlockBlockquote)
	case *ast.ListItem:
		if kind == article.BlockParagraph {
			kind = article.BlockListItem
		}
		m.blocks(n, kind)
	case *ast.ThematicBreak:
		m.rule(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		m.code(n)
	case *ast.HTMLBlock:
		m.html(n, kind)
	case *east.Table:
		m.table(n)
	case *ast.LinkReferenceDefinition:
	default:
		m.blocks(n, kind)
	}
}

func (m *markdown) heading(n *ast.Heading) {
	m.begin(article.BlockHeading)
	m.inlines(n.FirstChild(), nil)
	if m.b.end() && n.Level == 1 {
		m.b.statedTitle()
	}
}

func (m *markdown) begin(kind article.BlockKind) {
	m.b.begin(kind)
	m.sep = ""
}

// paragraph reads a paragraph; images at its edges become captions.
func (m *markdown) paragraph(n ast.Node, kind article.BlockKind) {
	first := n.FirstChild()
	for ; first != nil && (isImage(first) || isBlank(first)); first = first.NextSibling() {
		m.caption(first)
	}
	var tail ast.Node // first of the images at the end
	for last := n.LastChild(); first != nil && (isImage(last) || isBlank(last)); last = last.PreviousSibling() {
		tail = last
	}
	m.begin(kind)
	m.inlines(first, tail)
	m.b.end()
	for ; tail != nil; tail = tail.NextSibling() {
		m.caption(tail)
	}
}

// isImage reports an image, or a link around nothing but one.
func isImage(n ast.Node) bool {
	if link, ok := n.(*ast.Link); ok && link.ChildCount() == 1 {
		n = link.FirstChild()
	}
	_, ok := n.(*ast.Image)
	return ok
}

// isBlank reports a text node that is only a line end.
func isBlank(n ast.Node) bool {
	t, ok := n.(*ast.Text)
	return ok && t.Segment.IsEmpty()
}

// caption adds the alternative text of an image if it is more than a file name.
func (m *markdown) caption(n ast.Node) {
	if link, ok := n.(*ast.Link); ok {
		n = link.FirstChild()
	}
	image, ok := n.(*ast.Image)
	if !ok {
		return
	}
	if t, ok := image.FirstChild().(*ast.Text); ok {
		t.Segment = t.Segment.WithStart(t.Segment.Start + imageNumber(t.Segment.Value(m.source)))
	}
	m.begin(article.BlockCaption)
	start := m.b.at()
	m.inlines(image.FirstChild(), nil)
	if !worthCaption(string(m.b.text[start:])) {
		m.b.drop()
		return
	}
	m.b.end()
}

// imageNumber is the length of the number that the Jina reader puts before alternative
// texts: "Image 3: ", or "Image 3" alone.
func imageNumber(alt []byte) int {
	rest, ok := bytes.CutPrefix(alt, []byte("Image "))
	number := len(rest) - len(bytes.TrimLeft(rest, "0123456789"))
	switch rest = rest[number:]; {
	case !ok || number == 0:
		return 0
	case len(rest) == 0:
		return len(alt)
	case bytes.HasPrefix(rest, []byte(": ")):
		return len(alt) - len(rest) + 2
	}
	return 0
}

func (m *markdown) rule(n ast.Node) {
	from := n.Pos()
	to := from
	for to < len(m.text) && m.text[to] != '\n' {
		to++
	}
	to = m.in.trimSpace(from, to)
	if from < to {
		m.b.rule(from, to)
	}
}

// code copies the lines of a code block as they stand.
func (m *markdown) code(n ast.Node) {
	m.begin(article.BlockPreformatted)
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		m.b.copy(s.Start, s.Stop)
	}
	m.b.end()
}

// table makes one block: cells joined by " | ", rows by a line end.
func (m *markdown) table(n ast.Node) {
	m.begin(article.BlockTable)
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			m.inlines(cell.FirstChild(), nil)
			if cell.NextSibling() != nil {
				m.sep += " | "
			}
		}
		if m.b.open() {
			m.sep += "\n"
		} else {
			m.sep = ""
		}
	}
	m.b.end()
}

// inlines reads n and its siblings up to end.
func (m *markdown) inlines(n, end ast.Node) {
	for ; n != nil && n != end; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			m.words(n)
		case *ast.CodeSpan:
			m.codeSpan(n)
		case *ast.Link:
			m.link(n)
		case *ast.AutoLink:
			m.autoLink(n)
		case *ast.RawHTML:
			m.rawHTML(n)
		case *ast.Image:
		default:
			m.inlines(n.FirstChild(), nil)
		}
	}
}

// words copies a text node without its escapes and entities. Neighbours that
// goldmark kept apart are read with the first, so that an address stays whole.
func (m *markdown) words(n *ast.Text) {
	from, to := n.Segment.Start, n.Segment.Stop
	if prev, ok := n.PreviousSibling().(*ast.Text); ok && joins(prev, n) {
		m.lineEnd(n, to)
		return
	}
	for t := n; ; {
		next, ok := t.NextSibling().(*ast.Text)
		if !ok || !joins(t, next) {
			break
		}
		t, to = next, next.Segment.Stop
	}
	if n.PreviousSibling() == nil && n.Parent().PreviousSibling() == nil && n.Parent().Parent() != nil && n.Parent().Parent().Kind() == ast.KindListItem {
		from += checkBox(m.source[from:to])
	}
	for from < to && m.source[from] == hidden {
		from++
	}
	if from < to {
		m.gap(from)
		m.in.linked = m.linked
		m.in.cut[0] = stretch{from, to}
		m.in.scan(m.in.cut[:])
		m.in.emit(from, to, m.in.marks)
		m.last = to
	}
	m.lineEnd(n, n.Segment.Stop)
}

// checkBox is the length of the box of a task: "[ ] ", "[x] ". The library's extension takes a
// link to X, "[X](https://…)", for one.
func checkBox(s []byte) int {
	if len(s) >= 4 && s[0] == '[' && (s[1] == ' ' || s[1] == 'x' || s[1] == 'X') && s[2] == ']' && s[3] == ' ' {
		return 4
	}
	return 0
}

// joins reports whether b continues a without a break.
func joins(a, b *ast.Text) bool {
	return a.Segment.Stop == b.Segment.Start && !a.SoftLineBreak() && !a.HardLineBreak() &&
		a.IsRaw() == b.IsRaw() && !b.Segment.IsEmpty() && !a.Segment.IsEmpty()
}

// lineEnd adds the line end after a text node: a space, or a line end where the
// author asked for one.
func (m *markdown) lineEnd(n *ast.Text, at int) {
	if !n.SoftLineBreak() && !n.HardLineBreak() {
		return
	}
	words := " "
	if n.HardLineBreak() {
		words = "\n"
	}
	to := at
	for to < len(m.text) && (m.text[to] == ' ' || m.text[to] == '\t' || m.text[to] == '\\') {
		to++
	}
	if to == len(m.text) || m.text[to] != '\n' {
		return
	}
	for to++; to < len(m.text) && (m.text[to] == ' ' || m.text[to] == '\t'); to++ {
	}
	m.gap(at)
	m.b.put(words, at, to)
	m.last = to
}

// gap adds the words that stand for what lies between the last words and from.
func (m *markdown) gap(from int) {
	if m.sep != "" && m.last < from {
		m.b.put(m.sep, m.last, from)
	}
	m.sep = ""
}

func (m *markdown) codeSpan(n *ast.CodeSpan) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		from, to := t.Segment.Start, t.Segment.Stop
		end := from + len(bytes.TrimRight(m.source[from:to], "\n"))
		m.gap(from)
		m.b.copy(from, end)
		if end < to {
			m.b.put(" ", end, to)
		}
		m.last = to
	}
}

func (m *markdown) link(n *ast.Link) {
	at := m.b.at() + len(m.sep)
	m.linked = true
	m.inlines(n.FirstChild(), nil)
	m.linked = false
	m.b.link(min(at, m.b.at()), cleanAddress(string(n.Destination)))
}

func (m *markdown) autoLink(n *ast.AutoLink) {
	from := n.Pos() + 1
	to := from + len(n.Label(m.source))
	m.gap(from)
	at := m.b.at()
	m.b.copy(from, to)
	m.last = to
	url := string(n.URL(m.source))
	if n.AutoLinkType == ast.AutoLinkEmail {
		url = "mailto:" + url
	}
	m.b.link(at, url)
}

// rawHTML drops a tag; a line break is kept.
func (m *markdown) rawHTML(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	s := n.Segments.At(0)
	if name, _ := tagName(m.text[s.Start:s.Stop]); name == "br" {
		m.gap(s.Start)
		m.b.put("\n", s.Start, s.Stop)
		m.last = s.Stop
	}
}
