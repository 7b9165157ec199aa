package xlsx

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// SheetOptions say what a sheet is before its first row.
type SheetOptions struct {
	Name    string // at most 31 characters, unique
	Columns []Column
	Table   string // its name as a real table with filters; "" makes it none
	Freeze  int    // columns that stay in sight, from the left; the head always does
	Print   int    // columns that are printed, from the left; 0 is all
	Wide    int    // pages side by side in print, each with the columns that stay in sight; 0 is one
	Hidden  bool   // so that only a program can show it
	Tab     string // colour of the tab
	Lines   string // colour of the thin lines between rows
}

// Column is what all cells of a column share.
type Column struct {
	Title   string
	Width   float64 // in characters
	Hidden  bool
	Style   Style       // of cells that bring none
	Choices []string    // what its drop-down offers
	From    *Source     // or where it takes the offers from
	Strict  bool        // nothing but the offers may be typed
	Rules   []Highlight // looks by content, which follow what is typed
}

// Source is a column of a sheet from which a drop-down takes its offers.
type Source struct {
	Sheet  *Sheet
	Column int // from 0
}

// Highlight is a look for cells that read as one of Values.
type Highlight struct {
	Values []string
	Style  Style
}

// Sheet is a sheet being written.
type Sheet struct {
	book   *Book
	opts   SheetOptions
	names  []string // of the columns: A, B …
	styles [][]int  // by column and kind
	rows   packed
	row    int    // the last one written
	feet   int    // the first one below the table, or 0
	links  packed // XML of the links
	nlinks int
	rels   packed // XML of the targets outside
}

// AddSheet appends a sheet, or fills the place that was reserved for it.
func (b *Book) AddSheet(opts SheetOptions) *Sheet {
	b.Reserve(opts.Name)
	s := &Sheet{book: b, opts: opts}
	for _, p := range []*packed{&s.rows, &s.links, &s.rels} {
		p.blocks.spool = &b.spool
	}
	b.sheets = append(b.sheets, s)
	if b.err != nil {
		return s
	}
	if opts.Hidden {
		b.keep(b.file.SetSheetVisible(opts.Name, false, true))
	}
	s.layout()
	s.columns()
	s.head()
	return s
}

// layout sets view and print set-up.
func (s *Sheet) layout() {
	f, name, keep := s.book.file, s.opts.Name, s.book.keep
	no, yes, wide, free, paper, landscape := false, true, max(1, s.opts.Wide), 0, 9, "landscape"
	if s.book.props.Letter {
		paper = 1
	}
	props := &excelize.SheetPropsOptions{FitToPage: &yes}
	if s.opts.Tab != "" {
		tab := "FF" + hex(s.opts.Tab) // with its opacity
		props.TabColorRGB = &tab
	}
	keep(f.SetSheetProps(name, props))
	keep(f.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &no}))
	keep(f.SetPageLayout(name, &excelize.PageLayoutOptions{
		Size: &paper, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &free,
	}))
	side, top, bottom, edge := 0.4, 0.75, 0.6, 0.3
	keep(f.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &edge, Footer: &edge,
	}))
	face := "&\"" + faceName
	keep(f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{
		OddHeader: "&L" + face + ",Bold\"&9" + printed(name) + "&R" + face + ",Regular\"&8" + printed(s.book.props.HeaderRight),
		OddFooter: "&L&8" + printed(s.book.props.Footer) + "&R&8&P / &N",
	}))
	first := ref(s.opts.Freeze+1, 2)
	keep(f.SetPanes(name, &excelize.Panes{
		Freeze: true, XSplit: s.opts.Freeze, YSplit: 1,
		TopLeftCell: first, ActivePane: pane(s.opts.Freeze),
		Selection: []excelize.Selection{{SQRef: first, ActiveCell: first, Pane: pane(s.opts.Freeze)}},
	}))
}

func pane(freeze int) string {
	if freeze > 0 {
		return "bottomRight"
	}
	return "bottomLeft"
}

// printed is text for the head or foot of a page, where "&" is a command.
func printed(s string) string {
	s = strings.ReplaceAll(plain(s), "\n", " ")
	if r := []rune(s); len(r) > 80 {
		s = string(r[:80]) + "…"
	}
	if s != "" && s[0] >= '0' && s[0] <= '9' {
		s = " " + s // a digit would read as part of the size before it
	}
	return strings.ReplaceAll(s, "&", "&&")
}

func (s *Sheet) columns() {
	for i, c := range s.opts.Columns {
		s.names = append(s.names, letters(i+1))
		s.styles = append(s.styles, s.book.kinds(c.Style))
	}
}

// cols is the XML of the columns, those that look alike as one. The library, which
// could write it, copies all columns for each that it is told of.
func (s *Sheet) cols() string {
	var out strings.Builder
	for i := 0; i < len(s.opts.Columns); {
		from, before, after := i, "", ""
		for ; i < len(s.opts.Columns); i++ {
			b, a := s.colLook(i)
			if i > from && (a != after || b != before) {
				break
			}
			before, after = b, a
		}
		fmt.Fprintf(&out, `<col%s max="%d" min="%d"%s></col>`, before, i, from+1, after)
	}
	return "<cols>" + out.String() + "</cols>"
}

// colLook is the attributes of a column but which it is.
func (s *Sheet) colLook(i int) (before, after string) {
	c := s.opts.Columns[i]
	width := min(c.Width, 255)
	if width > 0 {
		before = ` customWidth="true"`
	} else {
		width = defaultWidth
	}
	if c.Hidden {
		before += ` hidden="true"`
	}
	return before, fmt.Sprintf(` style="%d" width="%v"`, s.styles[i][Text], width)
}

// defaultWidth is that of columns which state none, in characters.
const defaultWidth = 9.140625

// head writes the first row. It alone is the library's, for the sake of tables.
func (s *Sheet) head() {
	f, name := s.book.file, s.opts.Name
	taken := map[string]bool{}
	lines := 1
	for i, c := range s.opts.Columns {
		title := headTitle(c.Title, taken)
		s.book.keep(f.SetCellStr(name, s.names[i]+"1", title))
		if !c.Hidden {
			lines = max(lines, linesOf(title, c.Width))
		}
	}
	last := s.names[len(s.names)-1] + "1"
	s.book.keep(f.SetCellStyle(name, "A1", last, s.book.style(s.book.props.Header, Text)))
	s.book.keep(f.SetRowHeight(name, 1, float64(min(lines, 4))*lineHeight+9))
	s.row = 1
}

// headTitle is title as the head of a table wants it: short, one line, without
// an escape, and no two alike.
func headTitle(title string, taken map[string]bool) string {
	title = strings.ReplaceAll(strings.Join(strings.Fields(plain(title)), " "), "_x", "_ x")
	if r := []rune(title); len(r) > 120 {
		title = string(r[:120]) + "…"
	}
	if title == "" {
		title = "—"
	}
	unique := title
	for n := 2; taken[strings.ToLower(unique)]; n++ {
		unique = title + " (" + strconv.Itoa(n) + ")"
	}
	taken[strings.ToLower(unique)] = true
	return unique
}

// Next is the number of the row that is written next, from 1.
func (s *Sheet) Next() int { return s.row + 1 }

// last is the last row of the table.
func (s *Sheet) last() int {
	if s.feet > 0 {
		return s.feet - 1
	}
	return max(2, s.row)
}

// finish writes what depends on the number of rows, and gives the rows to z.
func (s *Sheet) finish(z *sortedZip) {
	f, name, keep := s.book.file, s.opts.Name, s.book.keep
	for i := range s.opts.Columns {
		s.offer(i)
		s.highlight(i)
	}
	end := s.names[len(s.names)-1] + strconv.Itoa(s.last())
	if s.opts.Lines != "" {
		id := s.book.underline(s.opts.Lines)
		keep(f.SetConditionalFormat(name, "A2:"+end, []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: "TRUE", Format: &id}}))
	}
	if s.opts.Table != "" {
		none := false
		keep(f.AddTable(name, &excelize.Table{Range: "A1:" + end, Name: s.opts.Table, ShowRowStripes: &none}))
	}
	keep(f.SetSheetDimension(name, "A1:"+s.names[len(s.names)-1]+strconv.Itoa(max(s.row, s.last()))))
	s.printing()
	for _, p := range []*packed{&s.rows, &s.links, &s.rels} {
		p.finish()
	}
	path := "xl/worksheets/sheet" + strconv.Itoa(s.book.places[name])
	z.rewrite[path+".xml"] = s.complete
	z.rewrite["xl/worksheets/_rels/sheet"+strconv.Itoa(s.book.places[name])+".xml.rels"] = s.targets
}

// printing repeats heads on every page and leaves out what is not printed.
func (s *Sheet) printing() {
	if s.opts.Hidden {
		return
	}
	f, name, keep := s.book.file, s.opts.Name, s.book.keep
	titles := quoteName(name) + "!$1:$1"
	if s.opts.Wide > 1 && s.opts.Freeze > 0 {
		titles = quoteName(name) + "!$A:$" + s.names[s.opts.Freeze-1] + "," + titles
	}
	keep(f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: name, RefersTo: titles}))
	if n := s.opts.Print; n > 0 && n < len(s.opts.Columns) {
		keep(f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Area", Scope: name,
			RefersTo: quoteName(name) + "!$A$1:$" + s.names[n-1] + "$" + strconv.Itoa(max(s.row, s.last())),
		}))
	}
}

// complete puts rows and links into the sheet that the library wrote.
func (s *Sheet) complete(sheet []byte) []stretch {
	before, after, ok := bytes.Cut(sheet, []byte("</sheetData>"))
	if !ok {
		panic("xlsx: a sheet without data") // the library always writes the head
	}
	top, data, ok := bytes.Cut(before, []byte("<sheetData>"))
	if !ok {
		panic("xlsx: a sheet without data")
	}
	before = slices.Concat(top, []byte(s.cols()+"<sheetData>"), data)
	parts := []stretch{{plain: before}, s.rows.stretch(), {plain: []byte("</sheetData>")}}
	if s.nlinks == 0 {
		return append(parts, stretch{plain: bytes.Clone(after)})
	}
	middle, rest, ok := bytes.Cut(after, []byte("<pageMargins"))
	if !ok {
		panic("xlsx: a sheet without margins")
	}
	return append(parts, stretch{plain: []byte(string(middle) + "<hyperlinks>")}, s.links.stretch(),
		stretch{plain: []byte("</hyperlinks><pageMargins" + string(rest))})
}

// targets adds the addresses of links to the relations of the sheet.
func (s *Sheet) targets(rels []byte) []stretch {
	before, after, _ := bytes.Cut(rels, []byte("</Relationships>"))
	return []stretch{{plain: bytes.Clone(before)}, s.rels.stretch(), {plain: []byte("</Relationships>" + string(after))}}
}

// offer adds the drop-down of a column.
func (s *Sheet) offer(column int) {
	c := &s.opts.Columns[column]
	if c.Choices == nil && c.From == nil {
		return
	}
	dv := excelize.NewDataValidation(true)
	dv.SetSqref(s.below(column))
	if c.From != nil {
		from := c.From.Sheet
		letters := "$" + from.names[c.From.Column] + "$"
		dv.SetSqrefDropList(quoteName(from.opts.Name) + "!" + letters + "2:" + letters + strconv.Itoa(from.last()))
	} else {
		s.book.keep(dv.SetDropList(c.Choices))
	}
	dv.ShowErrorMessage = c.Strict
	if c.Strict {
		dv.SetError(excelize.DataValidationErrorStyleStop, c.Title, "Please choose from the list.")
	}
	s.book.keep(s.book.file.AddDataValidation(s.opts.Name, dv))
}

// highlight adds the rules of a column.
func (s *Sheet) highlight(column int) {
	for _, h := range s.opts.Columns[column].Rules {
		parts := make([]string, len(h.Values))
		for i, v := range h.Values {
			parts[i] = "$" + s.names[column] + `2="` + strings.ReplaceAll(v, `"`, `""`) + `"`
		}
		id := s.book.conditional(h.Style)
		s.book.keep(s.book.file.SetConditionalFormat(s.opts.Name, s.below(column), []excelize.ConditionalFormatOptions{
			{Type: "formula", Criteria: "OR(" + strings.Join(parts, ",") + ")", Format: &id},
		}))
	}
}

// below is the range of a column below its head: "B2:B7".
func (s *Sheet) below(column int) string {
	return s.names[column] + "2:" + s.names[column] + strconv.Itoa(s.last())
}
