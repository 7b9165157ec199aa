package meta

import (
	"strings"

	"dossier/article"
)

// labelMarks may stand between a teaser's label and its headline.
const labelMarks = " :|–—-»>›►▶→•·*“\u00a0\n"

// label cuts the label of the class off a block: what follows it, and whether a
// colon, a bar or an arrow stands between.
func label(v *view, class string) (rest string, marked, ok bool) {
	if !v.teaserHead {
		return "", false, false
	}
	skipped := v.marks()
	n := teaserWords().prefix(v.low[skipped:], class)
	if n == 0 {
		return "", false, false
	}
	tail := v.text[skipped+n:]
	if strings.HasPrefix(tail, ",") {
		return "", false, false
	}
	rest = strings.TrimLeft(tail, labelMarks)
	marked = strings.ContainsAny(tail[:len(tail)-len(rest)], ":|–—»>›►▶→")
	return rest, marked, true
}

// strongTeaser reports a block that opens with words that only teasers open
// with, if what follows is nothing, a link, or a headline.
func strongTeaser(v *view) bool {
	if labelAlone(v) {
		return !v.first
	}
	rest, marked, ok := label(v, "strong")
	if !ok || v.first && v.linked == 0 {
		return false
	}
	switch {
	case mostly(v, rest), strings.Trim(lower(rest), " .!:»") == "here":
		return true
	case starts(rest):
		return headlineLike(rest) && (marked || v.Kind != article.BlockHeading)
	}
	// "Read more about the strike here": a few words, and a link among them.
	return v.linked > 0 && wordCount(rest) <= 15 && !strings.Contains(rest, ",") && !reported(v.low)
}

// labelAlone reports a line of a label and nothing else.
func labelAlone(v *view) bool {
	for _, class := range [...]string{"strong", "alone"} {
		if rest, _, ok := label(v, class); ok && letters(rest) == 0 {
			return true
		}
	}
	return false
}

// weakTeaser reports a block that opens with a word that teasers open with, if
// a mark follows and then a link or a headline.
func weakTeaser(v *view) bool {
	rest, marked, ok := label(v, "weak")
	if !ok || v.Kind == article.BlockHeading || letters(rest) == 0 {
		return false
	}
	if mostly(v, rest) {
		return marked || !v.first
	}
	return marked && !v.first && v.Kind == article.BlockParagraph &&
		wordCount(rest) >= 3 && headlineLike(rest) && !reported(v.low)
}

// mostly reports whether the rest of a block is a link.
func mostly(v *view, rest string) bool {
	return v.linked > 0 && v.linked*10 >= letters(rest)*8
}

// linkTeaser reports a paragraph that is one link in the shape of a headline.
func linkTeaser(vs []view, i int) bool {
	v := &vs[i]
	if v.first || v.Kind != article.BlockParagraph || !v.linkOnly() || isByline(v) {
		return false
	}
	n := wordCount(v.text)
	return n >= 4 && headlineLike(strings.Trim(v.text, labelMarks))
}

// linkItem reports an item of a list between paragraphs whose items are links, each in the shape
// of a headline: other articles, named in the middle of this one.
func linkItem(vs []view, i int) bool {
	if vs[i].Kind != article.BlockListItem || !vs[i].linkOnly() {
		return false
	}
	from, to := i, i+1
	for from > 0 && (vs[from-1].Kind == article.BlockListItem || vs[from-1].Kind == article.BlockRelated && vs[from-1].linkOnly()) {
		from--
	}
	for to < len(vs) && vs[to].Kind == article.BlockListItem {
		to++
	}
	if from == 0 || vs[from-1].Kind != article.BlockParagraph || lastRune(vs[from-1].text) == ':' {
		return false
	}
	for k := from; k < to; k++ {
		v := &vs[k]
		if n := wordCount(v.text); !v.linkOnly() || n < 5 || !headlineLike(strings.Trim(v.text, labelMarks)) || measure(v.text).titleCase() {
			return false
		}
	}
	return to < len(vs) && vs[to].Kind == article.BlockParagraph
}

// afterLabel reports what stands below a line that is a teaser's label alone:
// links, and list items shaped like headlines.
func afterLabel(vs []view, i int) bool {
	v := &vs[i]
	if v.Kind != article.BlockListItem && !v.linkOnly() {
		return false
	}
	if !v.linkOnly() && !headlineLike(v.text) {
		return false
	}
	for i--; i >= 0 && vs[i].Kind == article.BlockRule; i-- {
	}
	if i < 0 || vs[i].Kind != article.BlockRelated {
		return false
	}
	v.below = vs[i].below || labelAlone(&vs[i]) // the run goes on
	return v.below
}

// linkList reports a list item in a run of two or more that are links, if no
// text follows the run.
func linkList(vs []view, i int) bool {
	v := &vs[i]
	if v.Kind != article.BlockListItem || !v.linkOnly() {
		return false
	}
	if i > 0 && vs[i-1].endRun {
		v.endRun = true
		return true
	}
	if i > 0 && vs[i-1].Kind == article.BlockListItem {
		return false // the run was judged at its first item
	}
	n, end := 0, i
	for ; end < len(vs) && vs[end].Kind == article.BlockListItem && vs[end].linkOnly(); end++ {
		n++
	}
	for ; end < len(vs) && vs[end].chrome(); end++ {
	}
	v.endRun = n >= 2 && end == len(vs)
	return v.endRun
}
