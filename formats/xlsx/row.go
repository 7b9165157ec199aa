package xlsx

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Cell is one value with its look. The zero value is an empty cell.
type Cell struct {
	Kind   Kind
	Text   string
	Number float64
	Style  *Style // nil: the column's
	URL    string // opens on a click, if it is Linkable
	Sheet  string // or the click leads to Row of that sheet
	Row    int
}

// Kind is the kind of a cell's value.
type Kind uint8

// The kinds. A Date is ISO 8601 in Text: a full date becomes a real one, a cut
// one ("2022-03") stays text.
const (
	Empty Kind = iota
	Text
	Integer
	Share
	Date
)

// maxLinks is how many links a sheet may hold. Further ones that lead inside
// the workbook become formulas, others stay plain.
const maxLinks = 65530

// Row writes the next row. Cells beyond the columns are a bug.
func (s *Sheet) Row(cells ...Cell) {
	if s.book.err != nil {
		return
	}
	s.row++
	row := strconv.Itoa(s.row)
	b := append(s.rows.buf, `<row r="`...)
	b = append(b, row...)
	lines := 1
	for i := range cells {
		lines = max(lines, s.lines(i, &cells[i]))
	}
	if lines > 1 {
		b = append(b, `" ht="`...)
		b = strconv.AppendFloat(b, min(float64(lines)*lineHeight+rowPadding, maxHeight), 'f', -1, 64)
		b = append(b, `" customHeight="1`...)
	}
	b = append(b, `">`...)
	for i := range cells {
		b = s.cell(b, i, row, &cells[i])
	}
	s.rows.buf = append(b, "</row>"...)
	s.rows.full()
}

// Foot writes a row below the table, which ends here.
func (s *Sheet) Foot(cells ...Cell) {
	if s.feet == 0 {
		s.feet = max(s.row, 2) + 1
		s.row = s.feet // one row stays free
	}
	s.Row(cells...)
}

// cell appends the XML of a cell; nothing for an empty one.
func (s *Sheet) cell(b []byte, column int, row string, c *Cell) []byte {
	kind, text, number := c.Kind, c.Text, 0
	switch kind {
	case Integer:
		number = int(c.Number)
	case Date:
		var ok bool
		if number, ok = day(text); !ok {
			kind = Text
		}
	}
	if kind == Text {
		var cut bool
		if text, cut = clean(text); cut {
			s.book.truncated++
		}
	}
	if kind == Empty || kind == Text && text == "" {
		if c.Style == nil {
			return b
		}
		kind = Empty
	}
	b = append(b, `<c r="`...)
	b = append(b, s.names[column]...)
	b = append(b, row...)
	b = append(b, `" s="`...)
	b = strconv.AppendInt(b, int64(s.styleOf(column, kind, c)), 10)
	formula := ""
	if kind != Empty && (c.Row > 0 || c.URL != "") {
		formula = s.link(s.names[column]+row, c)
	}
	switch {
	case kind == Empty:
		return append(b, `"/>`...)
	case kind == Text && formula != "":
		b = append(b, `" t="str"><f>`...)
		b = appendText(b, `HYPERLINK("`+formula+`","`+strings.ReplaceAll(cutFormula(text), `"`, `""`)+`")`)
		b = append(b, `</f><v>`...)
		b = appendText(b, text)
	case kind == Text:
		b = append(b, `" t="inlineStr"><is><t`...)
		if edged(text) {
			b = append(b, ` xml:space="preserve"`...)
		}
		b = append(b, '>')
		b = appendText(b, text)
		return append(b, `</t></is></c>`...)
	case kind == Share:
		b = append(b, `"><v>`...)
		b = strconv.AppendFloat(b, c.Number, 'g', 6, 64)
	default:
		b = append(b, `"><v>`...)
		b = strconv.AppendInt(b, int64(number), 10)
	}
	return append(b, `</v></c>`...)
}

func (s *Sheet) styleOf(column int, kind Kind, c *Cell) int {
	if c.Style != nil {
		return s.book.style(*c.Style, kind)
	}
	return s.styles[column][kind]
}

// link makes the cell at a place clickable. It returns the target for a
// formula if the sheet has no room for one more link.
func (s *Sheet) link(at string, c *Cell) string {
	switch {
	case c.Row > 0:
		target := quoteName(c.Sheet) + "!A" + strconv.Itoa(c.Row)
		if s.nlinks >= maxLinks {
			return "#" + target
		}
		s.links.buf = append(append(append(s.links.buf, `<hyperlink ref="`...), at...), `" location="`...)
		s.links.buf = append(appendAttr(s.links.buf, target), `"/>`...)
	case Linkable(c.URL) && s.nlinks < maxLinks && s.opts.Table != "":
		id := "link" + strconv.Itoa(s.nlinks+1)
		s.links.buf = append(append(append(s.links.buf, `<hyperlink ref="`...), at...), `" r:id="`...)
		s.links.buf = append(append(s.links.buf, id...), `"/>`...)
		s.rels.buf = append(append(append(s.rels.buf, `<Relationship Id="`...), id...), `" Type="`+linkType+`" Target="`...)
		s.rels.buf = append(appendAttr(s.rels.buf, c.URL), `" TargetMode="External"/>`...)
	default:
		return ""
	}
	s.nlinks++
	s.links.full()
	s.rels.full()
	return ""
}

const linkType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"

// cutFormula cuts text to the 255 characters a formula may quote.
func cutFormula(text string) string {
	n := 0
	for i, r := range text {
		if n += runeUnits(r); n > 250 {
			return text[:i] + "…"
		}
	}
	return text
}

// day is the day of an ISO 8601 date as the number that workbooks keep; what is
// no full date, or before their calendar, has none.
func day(iso string) (int, bool) {
	if len(iso) < 10 {
		return 0, false
	}
	t, err := time.Parse(time.DateOnly, iso[:10])
	if err != nil || t.Year() <= 1900 || t.Year() > 9999 {
		return 0, false
	}
	return int(t.Sub(epoch).Hours() / 24), true
}

// epoch is day 0 of workbook dates after February 1900.
var epoch = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// appendText appends clean text as XML. What would read as an escape of the
// format ("_x0041_") is escaped itself.
func appendText(b []byte, s string) []byte {
	from := 0
	for i := 0; i < len(s); i++ {
		as := marked[s[i]]
		if as == "" || s[i] == '_' && !isEscape(s[i:]) {
			continue
		}
		b = append(append(b, s[from:i]...), as...)
		from = i + 1
	}
	return append(b, s[from:]...)
}

// marked is what stands for a byte in XML text, "" for itself.
var marked = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '_': "_x005F_"}

// appendAttr appends s as the value of an attribute in double quotes.
func appendAttr(b []byte, s string) []byte {
	return append(b, attrEscaper.Replace(s)...)
}

var attrEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// isEscape reports whether s starts with "_x" and four hex digits and "_".
func isEscape(s string) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	for _, c := range []byte(s[2:6]) {
		if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F') {
			return false
		}
	}
	return true
}

// edged reports white space at either end, which XML readers may drop.
func edged(s string) bool {
	space := func(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }
	return space(s[0]) || space(s[len(s)-1])
}

// The height of a row, in points, and what a page can bear.
const (
	lineHeight = 13.5
	rowPadding = 3
	maxHeight  = 400
)

// lines is how many lines a cell takes in its column.
func (s *Sheet) lines(column int, c *Cell) int {
	o := &s.opts.Columns[column]
	wrap := o.Style.Wrap
	if c.Style != nil {
		wrap = c.Style.Wrap
	}
	if !wrap || o.Hidden || c.Kind != Text || float64(len(c.Text)) < o.Width*0.7 && strings.IndexByte(c.Text, '\n') < 0 {
		return 1
	}
	return linesOf(c.Text, o.Width-2)
}

// linesOf estimates how many lines text takes in a column of a width in
// characters, breaking at spaces. Capitals and wide scripts count for more.
func linesOf(text string, width float64) int {
	width = max(width, 4)
	lines, at, word := 1, 0.0, 0.0
	for _, r := range text {
		switch {
		case r == '\n':
			lines++
			at, word = 0, 0
			continue
		case r == ' ':
			at, word = at+word+0.6, 0
			continue
		case r >= 0x1100 && utf8.RuneLen(r) > 2:
			word += 1.9
		case r >= 'A' && r <= 'Z':
			word += 1.05
		default:
			word += 0.86
		}
		if at+word > width && at > 0 {
			lines++
			at = 0
		} else if word > width {
			lines++
			word = 0
		}
	}
	return lines
}
