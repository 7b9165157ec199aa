package formats

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/article"
)

// Text reads plain text as users have it: dumps of articles with some Markdown
// in them, wire copy, press releases. It is the format of any text that is
// nothing else.
var Text = register(&Format{
	Name:       "text",
	Aliases:    []string{"txt", "plain"},
	Extensions: []string{".txt", ".text"},
	MediaType:  "text/plain",
	Reads:      "plain text and Markdown-like dumps: paragraphs, headings, quotes, lists, links, emphasis; Title:, Author: and Date: lines above it",
	Limits:     "code blocks, underlined headings, numbered lists or HTML; those stay text",
	Detect:     detectText,
})

func init() { Text.Records = textRecords } // it refers to Text itself

func detectText([]byte) float64 { return plainText }

func textRecords(in Input, opts Options) iter.Seq2[*article.Article, error] {
	return one(func() (*article.Article, error) { return readText(in, opts) })
}

func readText(in Input, opts Options) (*article.Article, error) {
	raw, d, err := load(in, opts)
	if err != nil {
		return nil, err
	}
	b := newBuilder(&d.source)
	stated, at := readHead(&d)
	newGrammar(b).blocks(at)
	stated.apply(b)
	return b.finish(Text, in, &d, raw), nil
}

// load reads and decodes a file that must hold some text.
func load(in Input, opts Options) ([]byte, decoded, error) {
	raw, err := readAll(in, opts)
	if err != nil {
		return nil, decoded{}, err
	}
	if len(raw) == 0 {
		return nil, decoded{}, ErrEmpty
	}
	d, err := decode(raw)
	if err == nil && strings.TrimSpace(d.text) == "" {
		err = fmt.Errorf("%w: nothing but white space", ErrEmpty)
	}
	if err == nil {
		d.source = d.apply(readAloud(d.text))
	}
	return raw, d, err
}

// newTab is what pages say of a link to those who have them read aloud, as it gets into copies.
const newTab = ", opens new tab"

// readAloud drops it.
func readAloud(text string) (edits []edit) {
	for at := 0; ; {
		i := strings.Index(text[at:], newTab)
		if i < 0 {
			return edits
		}
		at += i + len(newTab)
		edits = append(edits, edit{from: at - len(newTab), to: at})
	}
}

// grammar is the reduced block grammar. Lines between blank lines are a chunk;
// a chunk is cut at lines that are unmistakably something else, and what is
// left becomes paragraphs (see wrapping). A line of dashes under a
// paragraph is a rule, indented lines are no code, "1." is no list.
type grammar struct {
	b      *builder
	in     inline
	text   string
	bullet string // marker of the list item before, "" after anything else
	lines  []line
	para   []line
	cut    []stretch
	field  bool // of a record, without a blank line: crawlers end paragraphs with one line end
}

// line is a line of the source without the white space at its ends.
type line struct {
	from, to int
	indent   int // columns of white space before it
}

func newGrammar(b *builder) *grammar {
	return &grammar{b: b, in: inline{b: b, text: b.src.text, special: &allMarks}, text: b.src.text}
}

// maxLines bounds a chunk, so that a file of short lines without a blank one
// costs no more memory than its runs. No paragraph is that long.
const maxLines = 4096

// blocks reads the source from at to its end.
func (g *grammar) blocks(at int) {
	for at < len(g.text) {
		end := strings.IndexByte(g.text[at:], '\n')
		if end < 0 {
			end = len(g.text)
		} else {
			end += at
		}
		l := g.line(at, end)
		if l.from < l.to {
			g.lines = append(g.lines, l)
		}
		if l.from == l.to || len(g.lines) == maxLines {
			g.chunk()
		}
		at = end + 1
	}
	g.chunk()
	if g.in.over {
		g.b.a.Notes = append(g.b.a.Notes, article.Note{Code: article.NoteNestingLimit, Severity: article.Warning,
			Message: "a paragraph has more marks than are read; the rest of it was taken as it stands"})
	}
}

// joined adds all lines of the source as one block and reports whether it has text.
func (g *grammar) joined(kind article.BlockKind) bool {
	g.cut = g.cut[:0]
	for at := 0; at < len(g.text); {
		end := at + len(g.text[at:])
		if i := strings.IndexByte(g.text[at:], '\n'); i >= 0 {
			end = at + i
		}
		if l := g.line(at, end); l.from < l.to {
			g.cut = append(g.cut, stretch{l.from, l.to})
		}
		at = end + 1
	}
	return len(g.cut) > 0 && g.in.paragraph(kind, g.cut) > 0
}

// line trims [from, to).
func (g *grammar) line(from, to int) line {
	l := line{from: from, to: to}
	for l.from < l.to {
		r, n := rune(g.text[l.from]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(g.text[l.from:l.to])
		}
		if !unicode.IsSpace(r) {
			break
		}
		if l.indent++; r == '\t' {
			l.indent += 3
		}
		l.from += n
	}
	if l.from < l.to && (g.text[l.to-1] <= ' ' || g.text[l.to-1] >= utf8.RuneSelf) {
		l.to = l.from + len(strings.TrimRightFunc(g.text[l.from:l.to], unicode.IsSpace))
	}
	return l
}

func (g *grammar) words(l line) string { return g.text[l.from:l.to] }

// chunk turns the lines gathered so far into blocks.
func (g *grammar) chunk() {
	lines := g.lines
	for i := 0; i < len(lines); {
		i += g.next(lines[i:])
	}
	g.flush()
	g.lines = g.lines[:0]
}

// next reads the first of lines, and those that belong to it.
func (g *grammar) next(lines []line) int {
	s := g.words(lines[0])
	switch s[0] {
	case '-', '*', '_':
		if isRule(s) {
			g.flush()
			g.b.rule(lines[0].from, lines[0].to)
			return 1
		}
	case '#':
		if isRule(s) { // the end mark of press releases
			g.flush()
			g.b.rule(lines[0].from, lines[0].to)
			return 1
		}
		if level, from, to := atxHeading(s); level > 0 {
			g.flush()
			g.heading(level, stretch{lines[0].from + from, lines[0].from + to})
			return 1
		}
	case '>':
		if n := g.quote(lines); n > 0 {
			return n
		}
	}
	if n := g.item(lines); n > 0 {
		return n
	}
	g.para = append(g.para, lines[0])
	return 1
}

// isRule reports three or more of one character, spaces aside.
func isRule(s string) bool {
	n := 0
	for i := range len(s) {
		switch s[i] {
		case s[0]:
			n++
		case ' ', '\t':
		default:
			return false
		}
	}
	return n >= 3
}

// atxHeading reads "## words ##": the level and where the words are.
func atxHeading(s string) (level, from, to int) {
	for level < len(s) && s[level] == '#' {
		level++
	}
	if level > 6 || level == len(s) || s[level] != ' ' && s[level] != '\t' {
		return 0, 0, 0
	}
	to = len(s)
	if cut := strings.TrimRight(s, "#"); cut != s && strings.HasSuffix(cut, " ") {
		to = len(cut)
	}
	to = len(strings.TrimRight(s[:to], " \t"))
	from = level + len(s[level:]) - len(strings.TrimLeft(s[level:], " \t"))
	if from >= to {
		return 0, 0, 0
	}
	return level, from, to
}

func (g *grammar) heading(level int, at stretch) {
	g.bullet = ""
	g.cut = append(g.cut[:0], at)
	if g.in.paragraph(article.BlockHeading, g.cut) > 0 && level == 1 {
		g.b.statedTitle()
	}
}

// quote reads lines that begin with ">": paragraphs of a block quotation.
func (g *grammar) quote(lines []line) int {
	n := 0
	for n < len(lines) && quoted(g.words(lines[n])) {
		n++
	}
	if n == 0 {
		return 0
	}
	g.flush()
	g.bullet = ""
	for _, l := range lines[:n] {
		from := l.from
		for from < l.to && (g.text[from] == '>' || g.text[from] == ' ' || g.text[from] == '\t') {
			from++
		}
		if from < l.to {
			g.para = append(g.para, line{from: from, to: l.to})
			continue
		}
		g.flushAs(article.BlockBlockquote)
	}
	g.flushAs(article.BlockBlockquote)
	return n
}

// quoted reports a quotation's line, and not ">100 killed" or ">= 5".
func quoted(s string) bool {
	return s[0] == '>' && (len(s) == 1 || s[1] != '=' && (s[1] < '0' || s[1] > '9'))
}

// bullets are the list markers; the first two need company to be one.
var bullets = []string{"- ", "* ", "• ", "▪ ", "‣ ", "◦ ", "● "}

func bulletOf(s string) string {
	if s[0] != '-' && s[0] != '*' && s[0] < utf8.RuneSelf {
		return ""
	}
	for _, m := range bullets {
		if strings.HasPrefix(s, m) {
			return m
		}
	}
	return ""
}

// item reads a list item: a bullet that cannot be a dash or a footnote's star,
// because another item stands next to it.
func (g *grammar) item(lines []line) int {
	marker := bulletOf(g.words(lines[0]))
	if marker == "" {
		return 0
	}
	n := 1
	for n < len(lines) && lines[n].indent > lines[0].indent && bulletOf(g.words(lines[n])) == "" {
		n++ // continued
	}
	if len(marker) == 2 && marker != g.bullet && !g.itemFollows(marker, lines[n-1].to) {
		return 0
	}
	g.flush()
	g.bullet = marker
	g.cut = append(g.cut[:0], stretch{lines[0].from + len(marker), lines[0].to})
	for _, l := range lines[1:n] {
		g.cut = append(g.cut, stretch{l.from, l.to})
	}
	g.in.paragraph(article.BlockListItem, g.cut)
	return n
}

// itemFollows reports whether the next line that is not blank has the marker.
func (g *grammar) itemFollows(marker string, at int) bool {
	return strings.HasPrefix(strings.TrimLeft(g.text[at:], " \t\n"), marker)
}

func (g *grammar) flush() {
	if len(g.para) > 0 {
		g.bullet = ""
	}
	g.flushAs(article.BlockParagraph)
}

// flushAs turns the paragraph lines gathered so far into blocks.
func (g *grammar) flushAs(kind article.BlockKind) {
	if len(g.para) == 0 {
		return
	}
	w := wrappingOf(g.text, g.para)
	w.unwraps = w.unwraps || g.field && !w.mostly
	head := g.b.blocks < headBlocks && kind == article.BlockParagraph
	g.cut = g.cut[:0]
	for i, l := range g.para {
		g.cut = append(g.cut, stretch{l.from, l.to})
		if w.ends(i) || head && headEnds(g.text, g.para, i) {
			g.in.paragraph(kind, g.cut)
			g.cut = g.cut[:0]
		}
	}
	g.para = g.para[:0]
}
