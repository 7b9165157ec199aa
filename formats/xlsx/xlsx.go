// Package xlsx writes workbooks: sheets of styled cells as real tables, with
// frozen heads, drop-downs, links and a print set-up. It reads the text of
// their cells back.
//
// It knows cells, not articles. The library makes everything but the rows: they
// are written and packed here as they come, which takes a tenth of the time and
// of the memory of its own stream. Every text is written as text: nothing in a cell is ever a formula,
// except the HYPERLINK to a cell of the same workbook that stands in where a
// sheet holds more links than its format allows. Equal calls give equal bytes,
// and nothing of the machine or its user enters the file.
package xlsx

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Properties are what the file says about itself.
type Properties struct {
	Title       string
	Creator     string // the program
	Version     string
	Created     string // W3CDTF: "2022-03-04T00:00:00Z"
	Letter      bool   // US Letter paper instead of A4
	Header      Style  // of the head row of every sheet
	HeaderRight string // printed at the top right of each page
	Footer      string // printed at the bottom left
}

// Book is a workbook being written. The first error stays; Close returns it.
type Book struct {
	w         io.Writer
	props     Properties
	file      library
	places    map[string]int // of sheets by name, from 1
	sheets    []*Sheet
	styles    map[look]int
	truncated int
	spool     spool // of the rows of all sheets
	err       error
}

// New starts a workbook, which Close writes to w.
func New(w io.Writer, props Properties) *Book {
	b := &Book{w: w, props: props, file: newLibrary(), places: map[string]int{}, styles: map[look]int{}}
	b.keep(b.file.SetDocProps(&excelize.DocProperties{
		Title: plain(props.Title), Creator: props.Creator, LastModifiedBy: props.Creator,
		Created: props.Created, Modified: props.Created, Version: props.Version,
	}))
	b.keep(b.file.SetAppProps(&excelize.AppProperties{Application: props.Creator}))
	return b
}

// Reserve takes the next place among the sheets for one that AddSheet fills
// later.
func (b *Book) Reserve(name string) {
	if b.places[name] > 0 {
		return
	}
	b.places[name] = len(b.places) + 1
	if len(b.places) == 1 {
		b.keep(b.file.SetSheetName("Sheet1", name))
		return
	}
	_, err := b.file.NewSheet(name)
	b.keep(err)
}

// Truncated is the number of cells whose text was cut at the format's limit.
func (b *Book) Truncated() int { return b.truncated }

// Close completes the sheets and writes the workbook.
func (b *Book) Close() error {
	defer b.spool.close()
	z := newSortedZip(b.w)
	for _, s := range b.sheets {
		s.finish(z)
	}
	if b.err == nil {
		b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return z })
		b.keep(b.file.Write(io.Discard))
	}
	b.keep(b.file.Close())
	return b.err
}

// keep keeps the first error.
func (b *Book) keep(err error) {
	if b.err == nil && err != nil {
		b.err = fmt.Errorf("xlsx: %w", err)
	}
}

// quoteName is a sheet's name as formulas and links write it.
func quoteName(sheet string) string {
	if strings.IndexFunc(sheet, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
	}) < 0 {
		return sheet
	}
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'"
}

// ref is a cell's name: "B7" for 2, 7.
func ref(column, row int) string { return letters(column) + strconv.Itoa(row) }

// letters is a column's name: "A" for 1.
func letters(column int) string {
	var b []byte
	for ; column > 0; column = (column - 1) / 26 {
		b = append(b, byte('A'+(column-1)%26))
	}
	slices.Reverse(b)
	return string(b)
}
