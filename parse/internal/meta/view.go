package meta

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/article"
)

// shortBlock is the longest block, in bytes, that can be anything but body: a
// longer one is never looked at twice.
const shortBlock = 320

// view is a block with what the rules ask about it.
type view struct {
	*article.Block
	text   string
	low    string // text in lower case; "" for a block longer than shortBlock
	linked int    // bytes of text that are links
	first  bool   // no block with text stands before it
	below  bool   // a related item below a label
	endRun bool   // a list item in a run of links that ends the file

	chromeHead bool // the first word may open a phrase of chrome
	teaserHead bool // the first word behind marks may open a label of teasers
}

// heads looks at the word that a short block opens with: most open with none
// that the rules ask for, and then cost no look into the tables.
func (v *view) heads() {
	v.chromeHead = chromeWords().head(v.low)
	v.teaserHead = teaserWords().head(v.low[v.marks():])
}

// marks is the length of the marks before a label.
func (v *view) marks() int {
	if v.low == "" || wordRune(firstRune(v.low)) {
		return 0
	}
	return len(v.low) - len(strings.TrimLeft(v.low, " »>›►▶→•·*[("))
}

// opens is the length of the longest phrase of chrome of the class that v opens
// with; 0 if there is none.
func (v *view) opens(class string) int {
	if !v.chromeHead {
		return 0
	}
	return chromeWords().prefix(v.low, class)
}

// views looks at every block of a, whose text in lower case is given.
func views(a *article.Article, lower string) []view {
	vs := make([]view, len(a.Blocks))
	first := true
	for i := range a.Blocks {
		b := &a.Blocks[i]
		v := view{Block: b, text: b.Span.In(a.Text), first: first}
		if len(v.text) <= shortBlock {
			v.low = b.Span.In(lower)
		}
		first = first && v.text == ""
		vs[i] = v
	}
	for i := range a.Links {
		l := &a.Links[i]
		k := sort.Search(len(vs), func(k int) bool { return vs[k].Span.End > l.Span.Start })
		if k < len(vs) && vs[k].Span.Contains(l.Span) {
			vs[k].linked += l.Span.Len()
		}
	}
	return vs
}

// short reports a block with text that may be something else than body.
func (v *view) short() bool { return v.low != "" }

// chrome reports what stands beside the article's own text.
func (v *view) chrome() bool {
	return v.Kind == article.BlockRelated || v.Kind == article.BlockBoilerplate || v.Kind == article.BlockRule
}

// linkOnly reports a block whose words all lead somewhere, marks aside.
func (v *view) linkOnly() bool {
	return v.linked > 0 && v.short() && v.linked*10 >= letters(v.text)*9
}

// body reports a block in the flow of the text.
func (v *view) body() bool {
	switch v.Kind {
	case article.BlockHeading, article.BlockParagraph, article.BlockListItem, article.BlockBlockquote,
		article.BlockTable, article.BlockPreformatted, article.BlockCaption:
		return v.text != ""
	}
	return false
}

// prose reports a block that a plain text has for everything it says.
func (v *view) prose() bool {
	return v.Kind == article.BlockParagraph || v.Kind == article.BlockListItem ||
		v.Kind == article.BlockBlockquote || v.Kind == article.BlockPreformatted
}

// letters is the length of s in bytes, without white space and marks at its ends.
func letters(s string) int {
	return len(strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// isMark reports white space and punctuation that may stand between a label
// and what it labels.
func isMark(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// span is the bytes [from, to) of v's text as a span of the article.
func (v *view) span(from, to int) article.Span {
	return article.Span{Start: v.Span.Start + from, End: v.Span.Start + to}
}
