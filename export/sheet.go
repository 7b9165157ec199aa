package export

import (
	"cmp"
	"math"
	"slices"

	"dossier/article"
	"dossier/formats/xlsx"
)

// sheet is one table of the workbook.
type sheet[R any] struct {
	out     *xlsx.Sheet
	name    string
	columns []column[R]
	rows    func(*view) []R
	cells   []xlsx.Cell
}

// offer is what the workbook lets a user choose in a column, and how what was
// chosen looks.
type offer struct {
	choices []string
	from    *xlsx.Source
	strict  bool
	rules   []xlsx.Highlight
}

// newSheet opens a table. Only is the one article of the workbook: columns fit
// its words, and those that say which article a row is from are left out. It is
// nil where there are many.
//
// Freeze names the last column that stays in sight, print the last that is
// printed, but for the article's title: what follows is for work on the screen.
func newSheet[R any](b *xlsx.Book, name, freeze, print string, columns []column[R], rows func(*view) []R, only *view, offers map[string]offer) sheet[R] {
	var sample []R
	if only != nil {
		columns = slices.DeleteFunc(slices.Clone(columns), func(c column[R]) bool { return ofArticle[c.name] })
		sample = rows(only)
	}
	columns = hiddenLast(columns)
	if only == nil {
		columns, print = titleAfter(columns, print), "title"
	}
	s := sheet[R]{name: name, columns: columns, rows: rows, cells: make([]xlsx.Cell, len(columns))}
	heads := make([]xlsx.Column, len(columns))
	for i, c := range columns {
		o := offers[c.name]
		heads[i] = xlsx.Column{
			Title: c.title, Hidden: c.look == hiddenLook, Style: lookStyle(c.look), Width: fit(c, sample, only == nil),
			Choices: o.choices, From: o.from, Strict: o.strict, Rules: o.rules,
		}
	}
	s.out = b.AddSheet(xlsx.SheetOptions{
		Name: name, Table: name, Columns: heads, Freeze: s.index(freeze) + 1, Print: s.index(print) + 1,
		Tab: colorNavy, Lines: colorHairline,
	})
	return s
}

// titleAfter puts the column that says which article a row is from behind another,
// so that it is printed too.
func titleAfter[R any](columns []column[R], name string) []column[R] {
	place := func(name string) int {
		return slices.IndexFunc(columns, func(c column[R]) bool { return c.name == name })
	}
	at := place("title")
	title := columns[at]
	columns = slices.Delete(columns, at, at+1)
	return slices.Insert(columns, place(name)+1, title)
}

// hiddenLast puts hidden columns behind the others: suites count the columns
// that stay in sight differently where some of them are hidden.
func hiddenLast[R any](columns []column[R]) []column[R] {
	columns = slices.Clone(columns)
	slices.SortStableFunc(columns, func(a, b column[R]) int {
		return cmp.Compare(hidden(a.look), hidden(b.look))
	})
	return columns
}

func hidden(l look) int {
	if l == hiddenLook {
		return 1
	}
	return 0
}

// ofArticle names the columns that are the same in all rows of one article.
var ofArticle = map[string]bool{"title": true, "source": true, "date": true, "url": true, "lang": true}

// fit is the width of a column: what its words need, between a floor and what
// it may have. Without a sample it takes all it may have.
func fit[R any](c column[R], sample []R, all bool) float64 {
	if c.look == hiddenLook {
		return 12
	}
	need := float64(cells(c.title)) + 4 // the arrow of the filter
	for _, r := range sample {
		need = max(need, float64(cells(c.value(r).String()))*1.05+3)
	}
	if all {
		need = max(need, c.width)
	}
	return math.Ceil(min(need, max(c.width, float64(cells(c.title))+4)))
}

// lookStyle is a look in the palette of the brief.
func lookStyle(l look) xlsx.Style {
	s := xlsx.Style{Color: colorBody}
	switch l {
	case wrapLook:
		s.Wrap = true
	case numberLook:
		s.Align = "center"
	case nameLook:
		s.Bold, s.Color, s.Wrap = true, colorInk, true
	case titleLook:
		s.Bold, s.Color, s.Wrap = true, colorInk, true
	case mutedLook:
		s.Color, s.Wrap = colorMuted, true
	case cautionLook:
		s.Color, s.Wrap = colorConditional, true
	}
	return s
}

// linkStyle is l for a cell that can be clicked.
func linkStyle(l look) *xlsx.Style { return &linkStyles[l] }

var linkStyles = func() (all [looks]xlsx.Style) {
	for l := range all {
		all[l] = lookStyle(look(l))
		all[l].Color, all[l].Underline = colorNavy, true
	}
	return all
}()

// index is the place of the column of that name.
func (s *sheet[R]) index(name string) int {
	return slices.IndexFunc(s.columns, func(c column[R]) bool { return c.name == name })
}

// source is the column of that name as the source of a drop-down.
func (s *sheet[R]) source(name string) *xlsx.Source {
	return &xlsx.Source{Sheet: s.out, Column: s.index(name)}
}

// place lists the rows of an article and enters where each will stand.
func (s *sheet[R]) place(v *view, id func(R) string) []R {
	rows := s.rows(v)
	for i, r := range rows {
		v.at[id(r)] = link{sheet: s.name, row: s.out.Next() + i}
	}
	return rows
}

// put writes rows.
func (s *sheet[R]) put(rows []R) {
	for _, r := range rows {
		for i, c := range s.columns {
			s.cells[i] = cellOf(c, r)
		}
		s.out.Row(s.cells...)
	}
}

// cellOf is one value as a cell.
func cellOf[R any](c column[R], r R) xlsx.Cell {
	v := c.value(r)
	cell := xlsx.Cell{Kind: cellKinds[v.kind], Text: v.text, Number: v.num}
	if c.link != nil {
		if l := c.link(r); l.row > 0 || xlsx.Linkable(l.url) {
			cell.Sheet, cell.Row, cell.URL, cell.Style = l.sheet, l.row, l.url, linkStyle(c.look)
		}
	}
	return cell
}

var cellKinds = [...]xlsx.Kind{textValue: xlsx.Text, intValue: xlsx.Integer, shareValue: xlsx.Share, dateValue: xlsx.Date}

func actorOffers() map[string]offer {
	var kinds []string
	for _, k := range article.ActorKinds {
		kinds = append(kinds, spaced(string(k)))
	}
	return map[string]offer{"kind": {choices: kinds, strict: true}}
}

func roleOffers() map[string]offer {
	return map[string]offer{"status": {choices: []string{"current", "former", "acting", "elect"}, strict: true}}
}

// positionOffers shows a stance by colour and word, whatever is chosen.
func positionOffers(people *xlsx.Source) map[string]offer {
	var choices []string
	bySign := map[sign][]string{}
	for _, s := range article.Stances {
		choices = append(choices, stanceName(s))
		g := signOf(&article.Position{Stance: s, Confidence: 1})
		bySign[g] = append(bySign[g], stanceName(s))
	}
	var rules []xlsx.Highlight
	for _, g := range []sign{signSupports, signOpposes, signNeutral} {
		rules = append(rules, xlsx.Highlight{Values: bySign[g], Style: xlsx.Style{Bold: true, Color: g.ink(), Fill: g.ground()}})
	}
	return map[string]offer{
		"stance": {choices: choices, strict: true, rules: rules},
		"holder": {from: people},
		"review": verdicts(),
	}
}

func quoteOffers(people *xlsx.Source) map[string]offer {
	return map[string]offer{"speaker": {from: people}, "review": verdicts()}
}

// verdicts are what an analyst may think of a row.
func verdicts() offer {
	return offer{choices: []string{"accepted", "rejected", "changed"}, strict: true, rules: []xlsx.Highlight{
		{Values: []string{"rejected"}, Style: xlsx.Style{Color: colorOpposes, Fill: colorOpposesGround}},
		{Values: []string{"accepted"}, Style: xlsx.Style{Color: colorSupports, Fill: colorSupportsGround}},
		{Values: []string{"changed"}, Style: xlsx.Style{Color: colorConditional, Fill: colorConditionalGround}},
	}}
}
