package formats

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The widths, in characters, that tell wrapped text from unwrapped.
const (
	wrapNarrow = 120 // no editor or wire wraps beyond it …
	wrapWide   = 200 // … except some, and then every line is full
	wrapSlack  = 10  // a line this much too short was ended on purpose
	wrapLeast  = 45  // narrower columns are verse or addresses
)

// wrapping is the shape of lines that follow each other without a blank line:
// one paragraph that was wrapped, or paragraphs of one line each, or wrapped
// paragraphs told apart by an indent or a short last line. What settles it is
// how wide lines are and whether each is full, that is, whether the next line's
// first word would have fitted on it.
type wrapping struct {
	text    string
	lines   []line
	widest  int
	base    int  // the least indent
	even    bool // all lines have the same indent
	mostly  bool // most lines are full
	unwraps bool // every line is a paragraph
}

func wrappingOf(text string, lines []line) wrapping {
	w := wrapping{text: text, lines: lines, base: lines[0].indent, even: true}
	for _, l := range lines {
		w.even = w.even && l.indent == lines[0].indent
		w.base = min(w.base, l.indent)
		if strings.IndexByte(text[l.from:l.to], ' ') >= 0 { // a lone address has no width
			w.widest = max(w.widest, w.width(l))
		}
	}
	full, short := 0, 0
	for i := range lines[:len(lines)-1] {
		if w.room(i) <= 0 {
			full++
		} else if w.room(i) > wrapSlack {
			short++
		}
	}
	breaks := len(lines) - 1
	w.mostly = breaks >= 2 && w.widest >= wrapLeast && 10*short <= 4*breaks && 2*full >= breaks
	exact := breaks >= 3 && full == breaks && w.widest <= wrapWide
	w.unwraps = w.widest > wrapNarrow && !exact || full == 0 && short > 0 && 2*short >= breaks && w.itemised()
	return w
}

// itemised reports that every line begins like a sentence or a name and none breaks off
// inside one: lines of a list or of a contact, which nobody wrapped.
func (w *wrapping) itemised() bool {
	for i, l := range w.lines {
		s := w.text[l.from:l.to]
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"“‘'(*_["))
		if unicode.IsLower(first) || i < len(w.lines)-1 && strings.HasSuffix(s, ",") {
			return false
		}
	}
	return true
}

func (w *wrapping) width(l line) int { return utf8.RuneCountInString(w.text[l.from:l.to]) }

// room is by how much the next line's first word would have fitted on line i.
func (w *wrapping) room(i int) int {
	next := w.text[w.lines[i+1].from:w.lines[i+1].to]
	if j := strings.IndexByte(next, ' '); j >= 0 {
		next = next[:j]
	}
	return w.widest - w.width(w.lines[i]) - 1 - utf8.RuneCountInString(next)
}

// ends reports whether a paragraph ends with line i.
func (w *wrapping) ends(i int) bool {
	if i == len(w.lines)-1 || w.unwraps {
		return true
	}
	next := w.lines[i+1]
	switch {
	case !w.even && next.indent >= w.base+2 && w.lines[i].indent < next.indent && w.closed(i):
		return true // an indented first line
	case (w.mostly || w.stops(i)) && w.room(i) > wrapSlack && w.widest >= wrapLeast:
		return true
	}
	return numbered(w.text[w.lines[i+1].from:w.lines[i+1].to]) && numbered(w.text[w.lines[0].from:w.lines[0].to])
}

// closed reports whether line i ends like a sentence.
func (w *wrapping) closed(i int) bool {
	last, _ := utf8.DecodeLastRuneInString(w.text[:w.lines[i].to])
	return strings.ContainsRune(".!?:;\"”»’')…*_", last)
}

// stops reports whether line i ends a sentence, and not only a clause.
func (w *wrapping) stops(i int) bool {
	words := strings.TrimRight(w.text[w.lines[i].from:w.lines[i].to], "\"”»’')*_")
	last, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune(".!?…", last)
}

// numbered reports a line of a numbered list: "2. words", "3) words".
func numbered(s string) bool {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return 0 < n && n <= 3 && n+1 < len(s) && (s[n] == '.' || s[n] == ')') && s[n+1] == ' '
}
