package export

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dossier/article"
	"dossier/formats/pdf"
)

// sourceText is the article's text as the appendix shows it: wrapped, its lines
// numbered from 1 through the whole text. Every reference of the brief counts
// these lines.
type sourceText struct {
	b      *brief
	lines  []sourceLine // line n is lines[n-1]
	gutter float64      // width of the columns of ¶ and line numbers
	quotes map[string][2]int
}

type sourceLine struct {
	block  *article.Block
	span   article.Span // of the text
	first  bool         // of its block
	left   int          // how many lines of its block are still to come
	style  pdf.Style
	indent float64
	tags   []string // ids of quotations that start here
}

// The columns of the appendix.
const (
	sourceGutter = 12.0 // ¶ and line numbers, at least
	numberGap    = 2.3  // between line number and text
	sourceTags   = 8.0  // quotation tags
	sourcePitch  = 4.32
	sourceGap    = 1.25 // between paragraphs
)

func newSourceText(b *brief) *sourceText {
	s := &sourceText{b: b, quotes: map[string][2]int{}}
	s.gutter = s.gutterWidth()
	for i := range b.v.Blocks {
		s.addBlock(&b.v.Blocks[i])
	}
	for i := range b.v.Quotes {
		q := &b.v.Quotes[i]
		first, last := s.linesOf(q.Spans)
		if first == 0 {
			continue
		}
		s.quotes[q.ID] = [2]int{first, last}
		s.lines[first-1].tags = append(s.lines[first-1].tags, q.ID)
	}
	return s
}

// gutterWidth makes room for the highest numbers; the lines are not counted yet,
// but no line is shorter than 60 bytes on average in a text long enough to matter.
func (s *sourceText) gutterWidth() float64 {
	paragraphs := 0
	for i := range s.b.v.Blocks {
		if n := s.b.v.Blocks[i].Ordinal; n != nil {
			paragraphs = *n
		}
	}
	lines := len(s.b.v.Blocks) + len(s.b.v.Text)/60
	return max(sourceGutter, numberGap+1.2+
		s.b.doc.Measure(fontParagraph, "¶"+strconv.Itoa(paragraphs))+
		s.b.doc.Measure(fontGutter, strconv.Itoa(lines)))
}

func (s *sourceText) addBlock(block *article.Block) {
	words := block.Span.In(s.b.v.Text)
	style, indent := sourceLook(block.Kind)
	style = s.b.along(style, words)
	wrapped := s.b.doc.Wrap(style, words, s.width()-indent)
	for i, l := range wrapped {
		s.lines = append(s.lines, sourceLine{
			block: block, first: i == 0, left: len(wrapped) - 1 - i, style: style, indent: indent,
			span: article.Span{Start: block.Span.Start + l.Start, End: block.Span.Start + l.End},
		})
	}
}

// width is how wide the column of the text is.
func (s *sourceText) width() float64 { return s.b.width() - s.gutter - sourceTags }

// sourceLook is how a kind of block looks, and how far it is set in.
func sourceLook(k article.BlockKind) (pdf.Style, float64) {
	switch k {
	case article.BlockTitle, article.BlockHeading:
		return fontSourceTop, 0
	case article.BlockRelated, article.BlockBoilerplate:
		return fontSourceOff, 0
	case article.BlockListItem, article.BlockBlockquote, article.BlockPreformatted:
		return fontSource, 4
	}
	return fontSource, 0
}

// lineAt is the number of the line on which a byte of the text stands; 0 where
// no block holds it.
func (s *sourceText) lineAt(at int) int {
	i, found := slices.BinarySearchFunc(s.lines, at, func(l sourceLine, at int) int { return l.span.Start - at })
	if found {
		return i + 1
	}
	return i // the line before, in which or after which it stands
}

// linesOf returns the first and the last line of spans; 0, 0 for none.
func (s *sourceText) linesOf(spans []article.Span) (first, last int) {
	for _, span := range spans {
		from, to := s.lineAt(span.Start), s.lineAt(max(span.Start, span.End-1))
		if from == 0 {
			continue
		}
		if first == 0 {
			first = from
		}
		first, last = min(first, from), max(last, to)
	}
	return first, last
}

// first is the line on which a quotation starts; 0 where it has no place.
func (s *sourceText) first(quote string) int { return s.quotes[quote][0] }

// place says where a quotation stands: "¶8  line 17–20".
func (s *sourceText) place(q *article.Quote) string {
	span, ok := s.quotes[q.ID]
	if !ok {
		return ""
	}
	lines := strconv.Itoa(span[0])
	if span[1] > span[0] {
		lines += "–" + strconv.Itoa(span[1])
	}
	words := s.b.l.get("line", "lines", lines)
	if n := s.b.v.paragraph(q.Spans); n > 0 {
		words = "¶" + strconv.Itoa(n) + "  " + words
	}
	return words
}

func (b *brief) lineAnchor(n int) string            { return b.prefix + "line:" + strconv.Itoa(n) }
func (b *brief) quoteAnchor(id string) string       { return b.prefix + "quote:" + id }
func (b *brief) quoteSourceAnchor(id string) string { return b.prefix + "source:" + id }

// drawSource draws the appendix: on a page of its own unless all of it fits.
func (b *brief) drawSource() {
	if len(b.source.lines) == 0 {
		return
	}
	height := sectionGap + sectionHead + 3
	for _, l := range b.source.lines {
		height += sourcePitch
		if l.first {
			height += sourceGap
		}
	}
	if b.y+height > b.bottom() && !b.atTop() {
		b.newPage()
	}
	b.section("appendix", b.l.get("appendix.note"), 3*sourcePitch)
	b.y += 2.6 - sourceGap
	b.drawSourceLines()
}

// leastLines is how many lines the last page should hold if there are several.
const leastLines = 5

// gapBelow is the gap between paragraphs with which the text from height y on leaves
// no two or three lines for a page of their own: the usual one, or a narrower one.
func (b *brief) gapBelow(y float64) float64 {
	for gap := sourceGap; gap > 0.5; gap -= 0.15 {
		if n := b.linesOnLast(y, gap); n == 0 || n >= leastLines {
			return gap
		}
	}
	return sourceGap
}

// linesOnLast is how many lines of the text from height y on stand on its last page;
// 0 where all stand on this one.
func (b *brief) linesOnLast(y, gap float64) int {
	n := 0
	for i := range b.source.lines {
		if b.source.lines[i].first {
			y += gap
		}
		if y+sourcePitch*b.source.together(i) > b.bottom() && y > marginTop {
			y, n = marginTop, 1
		} else if n > 0 {
			n++
		}
		y += sourcePitch
	}
	return n
}

func (b *brief) drawSourceLines() {
	marked, gap := b.source.marked(), b.gapBelow(b.y)
	var tags []string
	for i := range b.source.lines {
		l := &b.source.lines[i]
		if l.first {
			b.y += gap
		}
		b.need(sourcePitch * b.source.together(i))
		b.y += sourcePitch
		tags = b.drawTags(append(tags, l.tags...), l.tags)
		b.drawSourceLine(i+1, l, marked)
	}
	for len(tags) > 0 {
		b.need(sourcePitch)
		b.y += sourcePitch
		tags = b.drawTags(tags, nil)
	}
}

// together is how many lines from i on must stand on one page: a heading with
// what follows, and never one line of a paragraph alone.
func (s *sourceText) together(i int) float64 {
	l := s.lines[i]
	n := 1.0
	switch {
	case l.first && l.left > 0, l.left == 1:
		n = 2
	}
	if l.first && l.left == 2 {
		n = 3
	}
	heading := l.block.Kind == article.BlockHeading || l.block.Kind == article.BlockTitle
	if heading && i+l.left+1 < len(s.lines) {
		n = float64(l.left) + 3
	}
	return n
}

func (b *brief) drawSourceLine(n int, l *sourceLine, marked []article.Span) {
	words := l.span.In(b.v.Text)
	x := b.left() + b.source.gutter
	if l.style.Along == pdf.RightToLeft {
		x += b.source.width() - l.indent - b.doc.Measure(l.style, words)
	} else {
		x += l.indent
	}
	b.highlight(x, l, marked)
	if l.first && l.block.Ordinal != nil {
		b.page.Text(b.left(), b.y, fontParagraph, "¶"+strconv.Itoa(*l.block.Ordinal))
	}
	b.page.TextRight(b.left()+b.source.gutter-numberGap, b.y, fontGutter, strconv.Itoa(n))
	b.page.Text(x, b.y, l.style, words)
	b.page.Anchor(b.lineAnchor(n), b.y-6)
	for _, k := range b.v.Links {
		if k.URL != "" && k.Span.Overlaps(l.span) {
			for _, e := range b.extents(l, k.Span) {
				b.page.URL(x+e.From, b.y-3.1, e.To-e.From, sourcePitch, string(k.URL))
			}
		}
	}
}

// highlight lays a ground behind the quoted words of a line, before its text.
func (b *brief) highlight(x float64, l *sourceLine, marked []article.Span) {
	i, _ := slices.BinarySearchFunc(marked, l.span.Start, func(m article.Span, at int) int {
		if m.End <= at {
			return -1
		}
		return 1
	})
	for ; i < len(marked) && marked[i].Start < l.span.End; i++ {
		for _, e := range b.extents(l, marked[i]) {
			b.page.Fill(x+e.From-0.25, b.y-3.2, e.To-e.From+0.5, sourcePitch, pdf.Hex(colorHighlight))
		}
	}
}

// extents are where the words of s stand on a line.
func (b *brief) extents(l *sourceLine, s article.Span) []pdf.Extent {
	start, end := max(s.Start, l.span.Start)-l.span.Start, min(s.End, l.span.End)-l.span.Start
	return b.doc.Extents(l.style, l.span.In(b.v.Text), start, end)
}

// marked lists the stretches to highlight, in order and without overlap: the
// words of quotations, but not what is reported in other words.
func (s *sourceText) marked() []article.Span {
	var all []article.Span
	for i := range s.b.v.Quotes {
		q := &s.b.v.Quotes[i]
		for _, own := range ownSpans(s.b.v.Article, q) {
			if q.Kind == article.QuoteMixed {
				own = betweenItsMarks(s.b.v.Text, own)
			}
			all = append(all, own)
		}
	}
	slices.SortFunc(all, func(x, y article.Span) int { return x.Start - y.Start })
	var merged []article.Span
	for _, x := range all {
		if k := len(merged) - 1; k >= 0 && x.Start <= merged[k].End {
			merged[k].End = max(merged[k].End, x.End)
		} else {
			merged = append(merged, x)
		}
	}
	return merged
}

// betweenItsMarks is s without a quotation mark at its start and one at its end: a
// highlight begins and ends with a word, as that of a quotation alone does.
func betweenItsMarks(text string, s article.Span) article.Span {
	words := s.In(text)
	if r, n := utf8.DecodeRuneInString(words); strings.ContainsRune(anyMark, r) {
		s.Start += n
	}
	if r, n := utf8.DecodeLastRuneInString(words); strings.ContainsRune(anyMark, r) && s.Len() > n {
		s.End -= n
	}
	return s
}

// drawTags draws as many tags as there is room for beside a line and returns
// the others, which go beside the next lines. Fresh are those that belong to
// this very line: they anchor here.
func (b *brief) drawTags(tags, fresh []string) []string {
	for _, id := range fresh {
		b.page.Anchor(b.quoteSourceAnchor(id), b.y-6)
	}
	x, limit := b.right()-sourceTags+1.5, b.right()+marginSide/2
	for i, id := range tags {
		words := strings.ToUpper(id)
		w := b.doc.Measure(fontRef, words)
		if i > 0 && x+w > limit {
			return slices.Clone(tags[i:])
		}
		b.page.Text(x, b.y, fontRef, words)
		b.page.Link(x-0.5, b.y-3.2, w+1, sourcePitch, b.quoteAnchor(id))
		x += w + 1.4
	}
	return nil
}
