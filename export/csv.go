package export

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"dossier/article"
)

// CSV is the table of quotes, RFC 4180: UTF-8 without a byte order mark, rows
// end in LF, several articles one after the other under one head.
var CSV = register(Format{
	Name: "csv", Suffix: ".quotes.csv", MediaType: "text/csv", Gathers: true,
	About: "quotes with speaker, cue and place in the text, one a row",
	Open: func(w io.Writer, opts Options) Writer {
		return &csvWriter[quoteRecord]{csvSheet: newCSVSheet(w, opts), columns: quoteTable, rows: quoteRecords}
	},
	Join: joinTables,
})

func quoteRecords(v *view) []quoteRecord {
	rows := make([]quoteRecord, len(v.Quotes))
	for i := range v.Quotes {
		rows[i] = quoteRecord{v, &v.Quotes[i]}
	}
	return rows
}

// csvWriter writes one table of the articles it is given.
type csvWriter[R any] struct {
	csvSheet
	columns []column[R]
	rows    func(*view) []R
	open    bool
}

func (o *csvWriter[R]) Add(a *article.Article) error {
	if !o.open {
		o.open = true
		o.head()
	}
	for _, r := range o.rows(newView(a.Upheld())) {
		for i, c := range o.columns {
			o.cell(i, c.value(r).String())
		}
		o.end()
	}
	return o.flush()
}

// Close ends the table; without an article it still has its head.
func (o *csvWriter[R]) Close() error {
	if !o.open {
		o.head()
	}
	return o.flush()
}

func (o *csvWriter[R]) head() {
	o.start()
	for i, c := range o.columns {
		o.cell(i, c.name)
	}
	o.end()
}

// csvSheet writes cells. With guard, the form for spreadsheets, a cell that one
// would take for a formula is preceded by an apostrophe.
type csvSheet struct {
	w         io.Writer
	buf       bytes.Buffer
	delimiter rune
	special   string // what makes quotes necessary
	excel     bool
}

func newCSVSheet(w io.Writer, opts Options) csvSheet {
	s := csvSheet{w: w, delimiter: opts.Delimiter, excel: opts.Excel}
	if s.delimiter == 0 {
		s.delimiter = ','
	}
	s.special = "\"\r\n" + string(s.delimiter)
	return s
}

func (s *csvSheet) start() {
	if s.excel {
		s.buf.WriteString("\ufeff")
	}
}

func (s *csvSheet) cell(column int, text string) {
	text = strings.ReplaceAll(text, "\x00", "") // many readers end a field there
	if column > 0 {
		s.buf.WriteRune(s.delimiter)
	}
	if s.excel && text != "" && strings.IndexByte("=+-@\t\r", text[0]) >= 0 {
		text = "'" + text
	}
	if !s.quoted(text) {
		s.buf.WriteString(text)
		return
	}
	s.buf.WriteByte('"')
	for {
		before, after, found := strings.Cut(text, `"`)
		s.buf.WriteString(before)
		if !found {
			break
		}
		s.buf.WriteString(`""`)
		text = after
	}
	s.buf.WriteByte('"')
}

// quoted reports whether text needs quotes. White space at either end does for
// readers that trim.
func (s *csvSheet) quoted(text string) bool {
	if text == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return first == ' ' || first == '\t' || last == ' ' || last == '\t' || strings.ContainsAny(text, s.special)
}

func (s *csvSheet) end() {
	if s.excel {
		s.buf.WriteByte('\r')
	}
	s.buf.WriteByte('\n')
}

func (s *csvSheet) flush() error {
	_, err := s.buf.WriteTo(s.w)
	return err
}
