package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// Direction is the way in which a paragraph runs. Its lines all run so, whatever
// letter one of them begins with.
type Direction int

// The directions.
const (
	ByFirstLetter Direction = iota // of the text itself
	LeftToRight
	RightToLeft
)

// Direction is the way in which s runs as a paragraph. It is ByFirstLetter where
// nothing in s is drawn from right to left, so that all ways are one.
func (d *Doc) Direction(s string) Direction {
	if d.spare == nil || !strings.ContainsFunc(s, isRightToLeft) {
		return ByFirstLetter
	}
	return directionOf(s)
}

// directionOf is the direction of the first letter that has one (Unicode Standard
// Annex #9, rules P2 and P3).
func directionOf(s string) Direction {
	for _, r := range s {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return LeftToRight
		case bidi.R, bidi.AL:
			return RightToLeft
		}
	}
	return LeftToRight
}

// stretch is a part of a line that is read in one direction.
type stretch struct {
	start, end  int // bytes of the line
	rightToLeft bool
}

// seen lists the stretches of a line in the order in which they are seen (Unicode
// Standard Annex #9, rule L2). The library tells the direction of each stretch but
// leaves them in the order in which they are read. In a paragraph of Hebrew or
// Arabic a line is seen from its last stretch to its first; in another one only
// what is right to left is turned, with the numbers in it:
//
//	read   HELLO one TWO      he said HELLO 12 TWO to me
//	seen   OWT one OLLEH      he said OWT 12 OLLEH to me
func seen(s string, along Direction) []stretch {
	if along == ByFirstLetter {
		along = directionOf(s)
	}
	var p bidi.Paragraph
	const mark = "\u200e" // makes a paragraph run from left to right
	before, err := 0, error(nil)
	if along == RightToLeft {
		_, err = p.SetString(s, bidi.DefaultDirection(bidi.RightToLeft))
	} else {
		before = len(mark)
		_, err = p.SetString(mark + s)
	}
	order, errOrder := p.Order()
	if err != nil || errOrder != nil || !utf8.ValidString(s) { // the library's stretches are of valid text
		return []stretch{{0, len(s), false}}
	}
	var line []stretch
	at := -before
	for i := range order.NumRuns() {
		run := order.Run(i)
		end := at + len(run.String())
		if end > 0 {
			line = append(line, stretch{max(at, 0), end, run.Direction() == bidi.RightToLeft})
		}
		at = end
	}
	if at < len(s) { // nothing before the end of a paragraph
		line = append(line, stretch{max(at, 0), len(s), false})
	}
	if along == RightToLeft {
		slices.Reverse(line)
		return line
	}
	return turnGroups(s, line)
}

// turnGroups turns each group of stretches that are right to left and of numbers
// behind them.
func turnGroups(s string, line []stretch) []stretch {
	var out, group []stretch
	end := func() {
		slices.Reverse(group)
		out, group = append(out, group...), nil
	}
	for _, x := range line {
		if x.rightToLeft {
			group = append(group, x)
			continue
		}
		if n := numberEnd(s[x.start:x.end]); n > 0 && len(group) > 0 {
			group = append(group, stretch{start: x.start, end: x.start + n})
			x.start += n
		}
		if x.start < x.end {
			end()
			out = append(out, x)
		}
	}
	end()
	return out
}

// visual puts a line into the order in which it is seen; drawn is what stands on
// the page for a stretch of it.
func visual(s string, along Direction, drawn func(string) string) string {
	var b strings.Builder
	for _, x := range seen(s, along) {
		part := drawn(s[x.start:x.end])
		if x.rightToLeft {
			part = bidi.ReverseString(part)
		}
		b.WriteString(part)
	}
	return b.String()
}

// Extent is a part of a line: millimetres from where the line starts at the left.
type Extent struct{ From, To float64 }

// Extents are where the bytes start to end of s stand when s is drawn as one line
// in the style st: several parts where it runs in both directions.
func (d *Doc) Extents(st Style, s string, start, end int) []Extent {
	if st.Along == ByFirstLetter && d.Direction(s) == ByFirstLetter {
		from := d.Measure(st, s[:start])
		return []Extent{{from, from + d.Measure(st, s[start:end])}}
	}
	var list []Extent
	x := 0.0
	for _, part := range seen(s, st.Along) {
		w := d.Measure(st, s[part.start:part.end])
		from, to := max(start, part.start), min(end, part.end)
		if from < to {
			e := Extent{d.Measure(st, s[part.start:from]), d.Measure(st, s[part.start:to])}
			if part.rightToLeft {
				e.From, e.To = w-e.To, w-e.From
			}
			list = appendExtent(list, Extent{x + e.From, x + e.To})
		}
		x += w
	}
	return list
}

// appendExtent adds e to list, joining it with the one before where they touch.
func appendExtent(list []Extent, e Extent) []Extent {
	const touching = 0.01
	if k := len(list) - 1; k >= 0 && e.From-list[k].To < touching {
		list[k].To = e.To
		return list
	}
	return append(list, e)
}

// numberEnd is where a number at the start of s ends: digits, and signs between
// two of them.
func numberEnd(s string) int {
	end, sign := 0, true
	for i, r := range s {
		switch {
		case unicode.IsDigit(r):
			end, sign = i+len(string(r)), false
		case !sign && strings.ContainsRune(".,:/", r):
			sign = true
		default:
			return end
		}
	}
	return end
}
