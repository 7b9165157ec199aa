package pdf

import (
	"slices"
	"strings"
	"unicode"
)

// Run is text in one style, part of a line that mixes several.
type Run struct {
	Style Style
	Text  string
}

// WrapRuns breaks runs, which follow one another without anything between them,
// into lines of at most width. White space at a line's end is left out.
func (d *Doc) WrapRuns(runs []Run, width float64) [][]Run {
	var lines [][]Run
	var line []Run
	used := 0.0
	end := func() {
		if line = trimRight(line); len(line) > 0 {
			lines = append(lines, line)
		}
		line, used = nil, 0
	}
	for _, word := range d.words(runs, width) {
		w := d.measureRuns(word)
		if used > 0 && used+d.measureRuns(trimRight(word)) > width {
			end()
		}
		for _, r := range word {
			line = appendRun(line, r)
		}
		used += w
	}
	end()
	return lines
}

// words cuts runs after white space, so that no part may be broken further; a
// word wider than the line is cut to measure.
func (d *Doc) words(runs []Run, width float64) [][]Run {
	var words [][]Run
	var word []Run
	for _, r := range runs {
		for r.Text != "" {
			i := wordEnd(r.Text)
			part := Run{r.Style, r.Text[:i]}
			r.Text = r.Text[i:]
			if d.Measure(part.Style, part.Text) > width {
				for _, l := range d.Wrap(part.Style, part.Text, width) {
					words = append(words, []Run{{part.Style, part.Text[l.Start:l.End]}})
				}
				continue
			}
			word = append(word, part)
			if strings.TrimRightFunc(part.Text, unicode.IsSpace) != part.Text {
				words = append(words, word)
				word = nil
			}
		}
	}
	if len(word) > 0 {
		words = append(words, word)
	}
	return words
}

// wordEnd is where the first word of s and the white space after it end.
func wordEnd(s string) int {
	i := strings.IndexFunc(s, isBreakSpace)
	if i < 0 {
		return len(s)
	}
	n := strings.IndexFunc(s[i:], func(r rune) bool { return !isBreakSpace(r) })
	if n < 0 {
		return len(s)
	}
	return i + n
}

func isBreakSpace(r rune) bool { return unicode.IsSpace(r) && r != 0xA0 && r != 0x202F }

// appendRun adds r to line, joining it with the run before where both look alike.
func appendRun(line []Run, r Run) []Run {
	if k := len(line) - 1; k >= 0 && line[k].Style == r.Style {
		line[k].Text += r.Text
		return line
	}
	return append(line, r)
}

// trimRight is line without the white space at its end.
func trimRight(line []Run) []Run {
	line = slices.Clone(line)
	for k := len(line) - 1; k >= 0; k-- {
		line[k].Text = strings.TrimRightFunc(line[k].Text, unicode.IsSpace)
		if line[k].Text != "" {
			return line[:k+1]
		}
	}
	return nil
}

func (d *Doc) measureRuns(runs []Run) float64 {
	w := 0.0
	for _, r := range runs {
		w += d.Measure(r.Style, r.Text)
	}
	return w
}

// Runs places a line of runs from x on and returns where it ends.
func (p *Page) Runs(x, y float64, line []Run) float64 {
	for _, r := range line {
		p.Text(x, y, r.Style, r.Text)
		x += p.doc.Measure(r.Style, r.Text)
	}
	return x
}

// RunsBack places a line of runs that is read from right to left: the first of
// them ends at x.
func (p *Page) RunsBack(x, y float64, line []Run) {
	for _, r := range line {
		x -= p.doc.Measure(r.Style, r.Text)
		p.Text(x, y, r.Style, r.Text)
	}
}

// RunsRight places a line of runs so that it ends at x and returns where it starts.
func (p *Page) RunsRight(x, y float64, line []Run) float64 {
	x -= p.doc.measureRuns(line)
	p.Runs(x, y, line)
	return x
}

// FitRuns is WrapRuns to at most n lines; where the text goes on, the last one
// ends with an ellipsis.
func (d *Doc) FitRuns(runs []Run, width float64, n int) [][]Run {
	lines := d.WrapRuns(runs, width)
	if len(lines) <= n {
		return lines
	}
	last := lines[n-1]
	for len(last) > 0 {
		k := len(last) - 1
		room := width - d.measureRuns(last[:k])
		if cut := d.cut(last[k].Style, last[k].Text, room); cut != "…" {
			last[k].Text = cut
			break
		}
		last = last[:k]
	}
	lines[n-1] = last
	return lines[:n]
}
