package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// millimetres per thousandth of a point.
const perMilli = 25.4 / 72 / 1000

// Line is one line of wrapped text: s[Start:End], without the white space at
// its end, and how wide that is.
type Line struct {
	Start, End int // bytes
	Width      float64
}

// Measure is the width of s on one line.
func (d *Doc) Measure(st Style, s string) float64 {
	milli, letters := 0, 0
	for _, r := range d.joined(s) {
		milli += d.milli(st.Face, r)
		letters++
	}
	return float64(milli)*st.Size*perMilli + float64(letters)*st.Space*1000*perMilli
}

// Wrap breaks s into lines of at most width: after spaces, dashes and underscores, before
// and after characters that need no spaces between words, inside a word only
// where it is wider than the line. A newline in s ends a line. Empty text has
// no lines.
func (d *Doc) Wrap(st Style, s string, width float64) []Line {
	w := wrapper{d: d, st: st, s: s, limit: width / (st.Size * perMilli)}
	for i, r := range s {
		w.add(i, r)
	}
	w.end(len(s), len(s))
	return w.lines
}

// wrapper is greedy: it fills a line and, when that overflows, goes back to the
// last place where it may break. Widths are thousandths of the em.
type wrapper struct {
	d     *Doc
	st    Style
	s     string
	limit float64
	lines []Line

	start     int // of the line
	milli     int // width of the line so far
	mayBreak  int // 0: nowhere yet; else the byte where the next line starts
	restMilli int // width after that place
	last      rune
}

func (w *wrapper) add(i int, r rune) {
	if i < w.start {
		return // white space that the line before swallowed
	}
	if r == '\n' {
		w.end(i, i+1)
		return
	}
	if i > w.start && breaksBetween(w.last, r) {
		w.mayBreak, w.restMilli = i, 0
	}
	w.last = r
	m := w.d.milliAtMost(w.st.Face, r)
	w.milli += m
	w.restMilli += m
	for float64(w.milli) > w.limit && !unicode.IsSpace(r) && i > w.start {
		if at, rest := w.mayBreak, w.restMilli; at > w.start {
			w.end(at, at)
			w.milli, w.restMilli = rest, rest
		} else {
			w.end(i, i)
			w.milli, w.restMilli = m, m
		}
	}
}

// end closes the line before byte at; the next starts at next.
func (w *wrapper) end(at, next int) {
	text := strings.TrimRightFunc(w.s[w.start:at], unicode.IsSpace)
	if text != "" {
		w.lines = append(w.lines, Line{w.start, w.start + len(text), w.d.Measure(w.st, text)})
	}
	for next < len(w.s) {
		r, n := utf8.DecodeRuneInString(w.s[next:])
		if !unicode.IsSpace(r) || r == '\n' {
			break
		}
		next += n
	}
	w.start, w.milli, w.mayBreak, w.restMilli, w.last = next, 0, 0, 0, 0
}

// breaksBetween reports whether a line may end after a and start with b.
func breaksBetween(a, b rune) bool {
	switch {
	case unicode.IsSpace(b):
		return false
	case a == ' ', a == '\t', a == 0x200B, a == 0x3000, a == '_':
		return true
	case a == '-' || a == '–' || a == '—' || a == '/' || a == 0xAD:
		return unicode.IsLetter(b)
	}
	return ideographic(a) && !closes(b) || ideographic(b) && !opens(a) && a != 0
}

func ideographic(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

func closes(r rune) bool {
	return strings.ContainsRune("、。，．：；！？」』）】》”’,.;:!?)]}", r)
}
func opens(r rune) bool { return strings.ContainsRune("「『（【《“‘([{", r) }

// Fit cuts s so that it is at most width wide, at a word's end where that
// loses little, and marks the cut with an ellipsis.
func (d *Doc) Fit(st Style, s string, width float64) string {
	if d.Measure(st, s) <= width {
		return s
	}
	return d.cut(st, s, width)
}

// cut is the start of s, with an ellipsis, that is at most width wide: all of s
// where the ellipsis fits behind it.
func (d *Doc) cut(st Style, s string, width float64) string {
	room := width - d.Measure(st, "…")
	cut, used := 0, 0.0
	for i, r := range s {
		used += float64(d.milliAtMost(st.Face, r)) * st.Size * perMilli
		if used > room {
			break
		}
		cut = i + utf8.RuneLen(r)
	}
	head := s[:min(cut, len(s))]
	if i := strings.LastIndexFunc(head, unicode.IsSpace); len(head) < len(s) && i > len(head)*2/3 {
		head = head[:i]
	}
	return strings.TrimRightFunc(head, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:–—-", r)
	}) + "…"
}

// Lines wraps s to at most n lines, the last one cut with an ellipsis where s
// goes on, and returns their texts.
func (d *Doc) Lines(st Style, s string, width float64, n int) []string {
	wrapped := d.Wrap(st, s, width)
	var out []string
	for i, l := range wrapped {
		if i == n-1 && len(wrapped) > n {
			return append(out, d.Fit(st, strings.Join(strings.Fields(s[l.Start:]), " "), width))
		}
		out = append(out, s[l.Start:l.End])
	}
	return out
}
