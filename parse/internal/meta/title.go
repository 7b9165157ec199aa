package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/article"
)

// titleAndDeck finds the title: the one the file states, else its first
// heading, else a first block shaped like a headline. A deck is only what the
// file states.
func (f *frame) titleAndDeck() {
	switch {
	case f.a.Title != "":
		f.locateTitle()
		f.siteOff()
	case f.headingTitle() || f.pastedTitle() || f.firstBlockTitle():
	default:
		f.note(article.NoteNoTitle, article.Info, nil, "nothing in the file is a title")
	}
	f.locateDeck()
}

// locateTitle finds the block that shows the stated title.
func (f *frame) locateTitle() {
	if s := f.a.TitleSpan; s != nil {
		for i := range f.vs {
			if f.vs[i].Span.Contains(*s) && f.vs[i].text != "" {
				f.vs[i].Kind = article.BlockTitle
				return
			}
		}
	}
	want := fold(string(f.a.Title))
	for _, i := range f.head(6) {
		v := &f.vs[i]
		if v.Kind == article.BlockTitle || !v.body() && !v.chrome() {
			continue
		}
		got := fold(v.text)
		if got != want && !(len(got) >= 20 && strings.HasPrefix(want, got) && 2*len(got) >= len(want)) {
			continue
		}
		v.Kind = article.BlockTitle
		if v.text == string(f.a.Title) {
			span := v.Span
			f.a.TitleSpan = &span
		}
		return
	}
}

// head is the indices of the first n blocks with text.
func (f *frame) head(n int) []int {
	list := make([]int, 0, n)
	for i := range f.vs {
		if len(list) == n {
			break
		}
		if f.vs[i].text != "" {
			list = append(list, i)
		}
	}
	return list
}

// fold reduces s to its letters and digits in lower case, one space between
// words: two spellings of one headline become equal.
func fold(s string) string {
	if len(s) > 400 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !wordRune(r) {
			i += n
			continue
		}
		end := skipWord(s, i)
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strings.ToLower(s[i:end]))
		i = end
	}
	return b.String()
}

// headingTitle takes a title block that the format marked, or the first
// heading if no body stands before it.
func (f *frame) headingTitle() bool {
	for _, i := range f.head(6) {
		v := &f.vs[i]
		switch {
		case letters(v.text) == 0:
		case v.Kind == article.BlockTitle:
			f.setTitle(v, "marked")
			return true
		case v.Kind == article.BlockHeading && len(v.text) <= longestTitle:
			f.setTitle(v, "heading")
			return true
		case v.chrome() || v.Kind == article.BlockCaption || !v.body():
		case isByline(v) || f.isDateLine(v, true):
		default:
			return false
		}
	}
	return false
}

// firstBlockTitle takes the first block of text if its shape is a headline's
// and body follows it.
func (f *frame) firstBlockTitle() bool {
	for _, i := range f.head(6) {
		v := &f.vs[i]
		if v.chrome() || v.Kind == article.BlockDate || isByline(v) || f.isDateLine(v, true) {
			continue
		}
		if v.Kind != article.BlockParagraph || !f.isHeadline(i) {
			return false
		}
		f.setTitle(v, "first-block")
		return true
	}
	return false
}

// setTitle makes v the title. Its first line counts, without the label of an agency
// and without the full stop that some archives add.
func (f *frame) setTitle(v *view, basis article.Opt) {
	v.Kind = article.BlockTitle
	end := len(v.text)
	if i := strings.IndexByte(v.text, '\n'); i > 0 && basis == "first-block" {
		end = i
	}
	end = len(strings.TrimRight(v.text[:end], "; \u00a0"))
	end = len(withoutStop(v.text[:end]))
	end = siteStart(v.text[:end])
	from := wireLabel(v.text[:end])
	span := v.span(from, end)
	f.a.Title, f.a.TitleSpan, f.a.TitleFrom = article.Opt(v.text[from:end]), &span, basis
}

// siteStart is where the names of the section and the site begin behind a title, " | Harbour | The
// Halmsund Echo"; its length if there are none. "Opinion | A tram for Halmsund" has none.
func siteStart(title string) int {
	const bar = " | "
	end := len(title)
	for {
		i := strings.LastIndex(title[:end], bar)
		if i < 0 || wordCount(title[:i]) < 4 {
			return end
		}
		if name := title[i+len(bar) : end]; wordCount(name) > 5 || !capitalised(name) {
			return end
		}
		end = i
	}
}

// siteOff cuts the name of the site off a stated title: what stands behind a bar, and what the
// file states as the publisher behind a dash.
func (f *frame) siteOff() {
	title := string(f.a.Title)
	end := siteStart(title)
	for _, dash := range [...]string{" - ", " – ", " — "} {
		i := strings.LastIndex(title[:end], dash)
		if i > 0 && f.a.Source.Publisher != "" && wordCount(title[:i]) >= 3 && fold(title[i+len(dash):end]) == fold(string(f.a.Source.Publisher)) {
			end = i
		}
	}
	if end == len(title) {
		return
	}
	f.a.Title = article.Opt(title[:end])
	if s := f.a.TitleSpan; s != nil {
		f.a.TitleSpan = &article.Span{Start: s.Start, End: s.Start + end}
	}
}

// withoutStop cuts a full stop that ends a headline but no short form ("U.S.").
func withoutStop(s string) string {
	cut, ok := strings.CutSuffix(s, ".")
	if !ok || strings.HasSuffix(cut, ".") {
		return s
	}
	word := cut[strings.LastIndexAny(cut, " \u00a0-–—")+1:]
	if utf8.RuneCountInString(word) <= 3 && !numeral(word) && starts(word) && firstRune(word) != rune(cut[0]) || strings.Contains(word, ".") {
		return s
	}
	return cut
}

// locateDeck marks the block of a stated deck; a deck that a heading follows the
// title with is stated by the format.
func (f *frame) locateDeck() {
	if f.a.Deck == "" {
		return
	}
	want := fold(string(f.a.Deck))
	for _, i := range f.head(8) {
		v := &f.vs[i]
		if s := f.a.DeckSpan; s != nil && v.Span.Contains(*s) || v.Kind == article.BlockDeck || v.body() && fold(v.text) == want {
			v.Kind = article.BlockDeck
			if s == nil && v.text == string(f.a.Deck) {
				span := v.Span
				f.a.DeckSpan = &span
			}
			return
		}
	}
}

// headlineFrom is the score from which a first block is a headline. A line
// without a full stop reaches it by that alone unless much speaks against it.
const headlineFrom = 3

// How long a headline is in bytes: of up to longTitle its shape decides; a longer
// one needs the front of an article right below it too. Nothing is one beyond
// longestTitle, which holds some hundred words.
const (
	longTitle    = 260
	longestTitle = 700
)

// fewIdeographs is as many as the names of sections have in scripts without
// spaces, where words cannot be counted.
const fewIdeographs = 5

// isHeadline weighs whether block i, the first with text of its own, is a
// headline over the blocks below it. The weights are set by hand: on articles
// with a headline they find nearly all, on their second paragraphs hardly any.
func (f *frame) isHeadline(i int) bool {
	v := &f.vs[i]
	line, _, _ := strings.Cut(v.text, "\n")
	line = strings.TrimSpace(line)
	if line == "" || len(line) > longestTitle || !starts(line) || strings.Contains(line, "。") {
		return false
	}
	next, longest, below := f.below(i)
	if below == 0 || len(line) > longTitle && (sentenceEnd(line) != 0 || !frontBelow(next)) {
		return false
	}
	h := headlineCase{line: line, low: lower(line), count: measure(line), next: next, longest: longest, below: below}
	if h.count.words < 2 && ideographs(line) <= fewIdeographs {
		return false // a section's name: ABSTRACT, Letters
	}
	score := 0
	for _, w := range headlineWeights {
		if w.holds(h) {
			score += w.weight
		}
	}
	return score >= headlineFrom
}

// ideographs counts the characters of scripts that put no space between words.
func ideographs(s string) int {
	n := 0
	for _, r := range s {
		if r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
			n++
		}
	}
	return n
}

// below looks at what follows block i: the next block, the longest of the next
// three with text, and how many body blocks there are (up to four).
func (f *frame) below(i int) (next *view, longest, count int) {
	for k := i + 1; k < len(f.vs) && count < 4; k++ {
		v := &f.vs[k]
		if v.text == "" || v.chrome() {
			continue
		}
		if next == nil {
			next = v
		}
		if v.body() && !isByline(v) && !f.isDateLine(v, true) {
			count++
			if count <= 3 {
				longest = max(longest, len(v.text))
			}
		}
	}
	return next, longest, count
}
