package export

import (
	"slices"
	"strings"

	"dossier/article"
)

// mark is a stretch of the text that show makes visible.
type mark struct {
	span  article.Span
	tag   string // "Q1" before the first run of a quote, else ""
	actor bool
}

// marksOf lists the quotes of a and the words that name actors, outer first.
// Pronouns and descriptions are left alone: a text of marks is not readable.
func marksOf(a *article.Article) []mark {
	var marks []mark
	for i := range a.Quotes {
		for j, s := range a.Quotes[i].Spans {
			m := mark{span: s}
			if j == 0 {
				m.tag = label(a.Quotes[i].ID)
			}
			marks = append(marks, m)
		}
	}
	for i := range a.Actors {
		if a.Actors[i].Kind == article.KindPlace {
			continue
		}
		for _, m := range a.Actors[i].Mentions {
			if m.Type == article.MentionName || m.Type == article.MentionAcronym || m.Type == article.MentionMetonym {
				marks = append(marks, mark{span: m.Span, actor: true})
			}
		}
	}
	slices.SortStableFunc(marks, func(m, n mark) int {
		if m.span.Start != n.span.Start {
			return m.span.Start - n.span.Start
		}
		return n.span.End - m.span.End
	})
	return marks
}

// label is an id as people read it: "Q1" for q1.
func label(id string) string { return strings.ToUpper(id) }

// pieces cuts the text of s at the borders of marks. In colour a quote is
// underlined and an actor bold; without, brackets stand around both. Each cut
// looks only at the marks that touch it: a paragraph may hold thousands.
func pieces(text string, s article.Span, marks []mark, color bool) []piece {
	var inside []mark
	cuts := []int{s.Start, s.End}
	for _, m := range marks {
		if m.span.Overlaps(s) {
			inside = append(inside, m)
			cuts = append(cuts, max(m.span.Start, s.Start), min(m.span.End, s.End))
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []piece
	var near []mark // those that touch the cut, in the order of marks
	for i, from := range cuts {
		near = slices.DeleteFunc(near, func(m mark) bool { return m.span.End < from })
		for len(inside) > 0 && inside[0].span.Start <= from {
			near, inside = append(near, inside[0]), inside[1:]
		}
		out = append(out, closers(near, from, s, color)...)
		out = append(out, openers(near, from, s, color)...)
		if i+1 < len(cuts) {
			out = append(out, piece{safe(text[from:cuts[i+1]]), ansiAt(near, from)})
		}
	}
	return out
}

// ansiAt is the style of the text from a cut on.
func ansiAt(marks []mark, at int) style {
	quote, actor := false, false
	for _, m := range marks {
		if m.span.Start <= at && at < m.span.End {
			quote = quote || !m.actor
			actor = actor || m.actor
		}
	}
	switch {
	case quote && actor:
		return ansiBoth
	case actor:
		return ansiActor
	case quote:
		return ansiQuote
	}
	return ""
}

// openers are the tags and brackets of the marks that start at a cut.
func openers(marks []mark, at int, s article.Span, color bool) []piece {
	var out []piece
	for _, m := range marks {
		switch {
		case max(m.span.Start, s.Start) != at || m.span.End <= at:
		case color && m.tag != "":
			out = append(out, piece{"[" + m.tag + "]", ansiTag}, piece{text: " "})
		case color:
		case m.actor:
			out = append(out, piece{text: "⟨"})
		case m.tag != "" && m.span.Start == at:
			out = append(out, piece{text: "⟦" + m.tag + "\u00a0"})
		default:
			out = append(out, piece{text: "⟦"})
		}
	}
	return out
}

// closers are the brackets of the marks that end at a cut, inner first.
func closers(marks []mark, at int, s article.Span, color bool) []piece {
	var out []piece
	for _, m := range slices.Backward(marks) {
		switch {
		case color || min(m.span.End, s.End) != at || m.span.Start >= at:
		case m.actor:
			out = append(out, piece{text: "⟩"})
		default:
			out = append(out, piece{text: "⟧"})
		}
	}
	return out
}
