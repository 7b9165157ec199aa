package export

import (
	"math"
	"strconv"
	"strings"

	"dossier/article"
)

// The tables that CSV and workbook share. What a column is called and what
// stands in it is said once, here; each output picks the columns it shows.

// column is one column of a table whose rows are R.
type column[R any] struct {
	name  string  // in CSV; never changes
	title string  // in the workbook
	width float64 // there, at most, in characters
	look  look    // there
	value func(R) value
	link  func(R) link // where a click leads, if anywhere
}

// look is how the workbook shows a column.
type look uint8

const (
	plainLook   look = iota
	hiddenLook       // an id whose readable twin stands beside it
	wrapLook         // running text
	numberLook       // numbers, dates and short words
	nameLook         // what the row is about
	mutedLook        // what explains
	cautionLook      // what qualifies the row
	titleLook        // what the row is about, as running text
	looks            // how many looks there are
)

// value is the content of one cell: text, a number or a date.
type value struct {
	kind valueKind
	text string // of text and dates
	num  float64
}

type valueKind uint8

const (
	textValue valueKind = iota
	intValue
	shareValue // 0 to 1
	dateValue  // ISO 8601, perhaps cut
)

func text(s string) value   { return value{text: s} }
func line(s string) value   { return value{text: oneLine(s)} }
func number(n int) value    { return value{kind: intValue, num: float64(n)} }
func share(f float64) value { return value{kind: shareValue, num: f} }

// count is n, or nothing for 0, where 0 means that there is none.
func count(n int) value {
	if n == 0 {
		return value{}
	}
	return number(n)
}

func date(d *article.Date) value {
	if d == nil {
		return value{}
	}
	return value{kind: dateValue, text: d.Value}
}

func yesNo(b bool) value {
	if b {
		return text("yes")
	}
	return text("no")
}

// yesOnly leaves the ordinary case empty.
func yesOnly(b bool) value {
	if b {
		return text("yes")
	}
	return value{}
}

func joined(items []string) value { return line(strings.Join(items, "; ")) }

func words(w *article.Words) value {
	if w == nil {
		return value{}
	}
	return line(w.Text)
}

func cueWords(c *article.Cue) value {
	if c == nil {
		return value{}
	}
	return line(c.Text)
}

// empty reports whether there is nothing to show.
func (v value) empty() bool { return v.text == "" && (v.kind == textValue || v.kind == dateValue) }

// String is the value as CSV writes it.
func (v value) String() string {
	switch v.kind {
	case intValue:
		return strconv.Itoa(int(v.num))
	case shareValue:
		return strconv.FormatFloat(v.round(), 'f', -1, 64)
	}
	return v.text
}

// round is a share as every table shows it.
func (v value) round() float64 { return math.Round(v.num*1000) / 1000 }

// link is where a cell leads: an address outside, or a row of another sheet.
type link struct {
	url   string
	sheet string
	row   int
}

// quoteRecord is a row of the tables of quotes.
type quoteRecord struct {
	*view
	q *article.Quote
}

func (r quoteRecord) speaker() *article.Actor { return r.refActor(r.q.Speaker) }

// quoteTable are the columns of the CSV of quotes, in its order: new ones are
// appended only.
var quoteTable = []column[quoteRecord]{
	{name: "article_id", title: "Article id", look: hiddenLook,
		value: func(r quoteRecord) value { return text(r.ID) }},
	{name: "quote_id", title: "Quote id", look: hiddenLook,
		value: func(r quoteRecord) value { return text(r.q.ID) }},
	{name: "quote", title: "Quote", width: 64, look: wrapLook,
		value: func(r quoteRecord) value { return text(r.q.Text) }},
	{name: "speaker", title: "Speaker", width: 24, look: nameLook,
		value: func(r quoteRecord) value { return text(r.refName(r.q.Speaker)) }},
	{name: "speaker_id", title: "Speaker id", look: hiddenLook,
		value: func(r quoteRecord) value { return text(refID(r.q.Speaker)) }},
	{name: "speaker_role", title: "Role", width: 22, look: wrapLook,
		value: func(r quoteRecord) value { return text(roleTitle(r.speaker())) }},
	{name: "speaker_affiliation", title: "Affiliation", width: 22, look: wrapLook,
		value: func(r quoteRecord) value { return text(r.affiliation(r.speaker())) }},
	{name: "cue", title: "Cue", width: 14,
		value: func(r quoteRecord) value { return cueWords(r.q.Cue) }},
	{name: "quote_type", title: "Type", width: 9, look: numberLook,
		value: func(r quoteRecord) value { return text(string(r.q.Kind)) }},
	{name: "via", title: "Via", width: 18, look: wrapLook,
		value: func(r quoteRecord) value { return text(r.refName(r.q.Via)) }},
	{name: "addressee", title: "Addressee", width: 16, look: wrapLook,
		value: func(r quoteRecord) value { return text(r.refName(r.q.Addressee)) }},
	{name: "said", title: "Said", width: 11, look: numberLook,
		value: func(r quoteRecord) value { return date(r.q.Said) }},
	{name: "paragraph", title: "¶", width: 6, look: numberLook,
		value: func(r quoteRecord) value { return count(r.paragraph(r.q.Spans)) }},
	{name: "line_start", title: "Line", width: 7, look: numberLook,
		value: func(r quoteRecord) value { first, _ := r.lines(r.q.Spans); return count(first) }},
	{name: "line_end", title: "To line", width: 8, look: numberLook,
		value: func(r quoteRecord) value { _, last := r.lines(r.q.Spans); return count(last) }},
	{name: "char_start", title: "From character", look: hiddenLook,
		value: func(r quoteRecord) value { return r.offset(r.q.Spans, false) }},
	{name: "char_end", title: "To character", look: hiddenLook,
		value: func(r quoteRecord) value { return r.offset(r.q.Spans, true) }},
	{name: "confidence", title: "Confidence", width: 12, look: numberLook,
		value: func(r quoteRecord) value { return share(r.q.Confidence) }},
	{name: "rule", title: "Rule", width: 20, look: mutedLook,
		value: func(r quoteRecord) value { return text(r.q.Rule) }},
	{name: "date", title: "Published", width: 11, look: numberLook,
		value: func(r quoteRecord) value { return date(r.Published) }},
	{name: "source", title: "Source", width: 22, look: mutedLook,
		value: func(r quoteRecord) value { return text(r.Source.Name) }},
	{name: "url", title: "URL", width: 30, look: mutedLook,
		value: func(r quoteRecord) value { return text(string(r.Source.URL)) }},
	{name: "title", title: "Article", width: 36, look: mutedLook,
		value: func(r quoteRecord) value { return line(string(r.Title)) }},
	{name: "lang", title: "Language", width: 10, look: numberLook,
		value: func(r quoteRecord) value { return text(r.Language.Tag) }},
}

// offset is the code point at which the spans start, or end.
func (v *view) offset(spans []article.Span, end bool) value {
	switch {
	case len(spans) == 0:
		return value{}
	case end:
		return number(v.point(spans[len(spans)-1].End))
	}
	return number(v.point(spans[0].Start))
}
