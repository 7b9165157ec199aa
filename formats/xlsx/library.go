package xlsx

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// library is what we use of a workbook of the library, as functions and not as
// the type. The linker keeps every exported method of a type that an interface
// may lead to, and through Book and Sheet one does; with all methods of
// excelize.File come the five hundred formulas that it can calculate, a tenth of
// the program, which nobody here asks for.
type library struct {
	SetDocProps  func(*excelize.DocProperties) error
	SetAppProps  func(*excelize.AppProperties) error
	SetZipWriter func(func(io.Writer) excelize.ZipWriter)
	Write        func(io.Writer, ...excelize.Options) error
	Close        func() error

	NewSheet          func(sheet string) (int, error)
	SetSheetName      func(from, to string) error
	SetSheetVisible   func(sheet string, visible bool, veryHidden ...bool) error
	SetSheetProps     func(sheet string, opts *excelize.SheetPropsOptions) error
	SetSheetView      func(sheet string, view int, opts *excelize.ViewOptions) error
	SetSheetDimension func(sheet, cells string) error
	SetPageLayout     func(sheet string, opts *excelize.PageLayoutOptions) error
	SetPageMargins    func(sheet string, opts *excelize.PageLayoutMarginsOptions) error
	SetHeaderFooter   func(sheet string, opts *excelize.HeaderFooterOptions) error
	SetPanes          func(sheet string, panes *excelize.Panes) error

	SetRowHeight func(sheet string, row int, height float64) error
	SetCellStr   func(sheet, cell, text string) error
	SetCellStyle func(sheet, from, to string, style int) error

	NewStyle             func(*excelize.Style) (int, error)
	NewConditionalStyle  func(*excelize.Style) (int, error)
	SetConditionalFormat func(sheet, cells string, opts []excelize.ConditionalFormatOptions) error
	AddDataValidation    func(sheet string, dv *excelize.DataValidation) error
	SetDefinedName       func(*excelize.DefinedName) error
	AddTable             func(sheet string, table *excelize.Table) error
}

// newLibrary starts an empty workbook.
func newLibrary() library {
	f := excelize.NewFile()
	t := tables{f: f}
	return library{
		SetDocProps: f.SetDocProps, SetAppProps: f.SetAppProps, SetZipWriter: func(w func(io.Writer) excelize.ZipWriter) { f.SetZipWriter(w) },
		Write: t.write, Close: f.Close,
		NewSheet: f.NewSheet, SetSheetName: f.SetSheetName, SetSheetVisible: f.SetSheetVisible, SetSheetProps: f.SetSheetProps,
		SetSheetView: f.SetSheetView, SetSheetDimension: f.SetSheetDimension, SetPageLayout: f.SetPageLayout,
		SetPageMargins: f.SetPageMargins, SetHeaderFooter: f.SetHeaderFooter, SetPanes: f.SetPanes,
		SetRowHeight: f.SetRowHeight, SetCellStr: f.SetCellStr, SetCellStyle: f.SetCellStyle,
		NewStyle: f.NewStyle, NewConditionalStyle: f.NewConditionalStyle, SetConditionalFormat: f.SetConditionalFormat,
		AddDataValidation: f.AddDataValidation, SetDefinedName: f.SetDefinedName, AddTable: t.add,
	}
}

// tables keeps the tables of a workbook aside until it is written: for each new one
// the library reads all before it, twice, to learn their names and numbers. What
// stands in their places meanwhile says that, and no more.
type tables struct {
	f    *excelize.File
	full [][]byte
}

func (t *tables) add(sheet string, table *excelize.Table) error {
	if err := t.f.AddTable(sheet, table); err != nil {
		return err
	}
	n := len(t.full) + 1
	part, ok := t.f.Pkg.Load(tablePart(n))
	if !ok {
		panic("xlsx: the library keeps tables elsewhere")
	}
	t.full = append(t.full, part.([]byte))
	t.f.Pkg.Store(tablePart(n), fmt.Appendf(nil, `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="%d" name="%s"></table>`, n, table.Name))
	return nil
}

func (t *tables) write(w io.Writer, opts ...excelize.Options) error {
	for i, part := range t.full {
		t.f.Pkg.Store(tablePart(i+1), part)
	}
	return t.f.Write(w, opts...)
}

func tablePart(n int) string { return fmt.Sprintf("xl/tables/table%d.xml", n) }
