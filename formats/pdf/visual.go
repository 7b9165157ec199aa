package pdf

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// directed is a stretch of a line that is read in one direction.
type directed struct {
	text        string
	rightToLeft bool
}

// visual puts a line into the order in which it is seen (Unicode Standard Annex
// #9, rule L2). The library tells the direction of each stretch but leaves them in
// the order in which they are read. A line that begins in Hebrew or Arabic is seen
// from its last stretch to its first; in another line only what is right to left is
// turned, with the numbers in it:
//
//	read   HELLO one TWO      he said HELLO 12 TWO to me
//	seen   OWT one OLLEH      he said OWT 12 OLLEH to me
func visual(s string) string {
	var p bidi.Paragraph
	if _, err := p.SetString(s); err != nil {
		return s
	}
	order, err := p.Order()
	if err != nil {
		return s
	}
	var line []directed
	for i := range order.NumRuns() {
		run := order.Run(i)
		line = append(line, directed{run.String(), run.Direction() == bidi.RightToLeft})
	}
	if p.Direction() == bidi.RightToLeft {
		slices.Reverse(line)
	} else {
		line = turnGroups(line)
	}
	var b strings.Builder
	for _, d := range line {
		if d.rightToLeft {
			d.text = bidi.ReverseString(d.text)
		}
		b.WriteString(d.text)
	}
	return b.String()
}

// turnGroups turns each group of stretches that are right to left and of numbers
// behind them.
func turnGroups(line []directed) []directed {
	var out, group []directed
	end := func() {
		slices.Reverse(group)
		out, group = append(out, group...), nil
	}
	for _, d := range line {
		if d.rightToLeft {
			group = append(group, d)
			continue
		}
		if n := numberEnd(d.text); n > 0 && len(group) > 0 {
			group = append(group, directed{text: d.text[:n]})
			d.text = d.text[n:]
		}
		if d.text != "" {
			end()
			out = append(out, d)
		}
	}
	end()
	return out
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
