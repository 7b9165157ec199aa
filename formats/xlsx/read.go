package xlsx

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// Content is the text of one sheet's cells, as far as rows and cells go.
type Content struct {
	Name    string
	Visible bool
	Rows    [][]string // as shown: dates as dates
}

// Read returns the sheets of a workbook in order.
func Read(book []byte) ([]Content, error) {
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		return nil, fmt.Errorf("xlsx: %w", err)
	}
	defer f.Close()
	var out []Content
	for _, name := range f.GetSheetList() {
		c := Content{Name: name}
		if c.Visible, err = f.GetSheetVisible(name); err != nil {
			return nil, fmt.Errorf("xlsx: %w", err)
		}
		if c.Rows, err = f.GetRows(name); err != nil {
			return nil, fmt.Errorf("xlsx: %w", err)
		}
		out = append(out, c)
	}
	return out, nil
}
