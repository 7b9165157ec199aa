// Package pdfread reads the text layer of PDF files: the strings that pages
// show, with their places and sizes.
//
// It is tolerant: objects are found by a search of the whole file, streams are
// decoded as far as they are sound, nothing recurses without bound. It reads no
// encrypted files, no filters of pictures, no vertical writing, and makes no
// lines or paragraphs of the strings.
package pdfread

import (
	"bytes"
	"errors"
	"fmt"
)

// Errors of files.
var (
	ErrNoPDF  = errors.New("no PDF document")
	ErrLocked = errors.New("the document is encrypted")
	ErrLarge  = errBudget
)

// Run is a string that a page shows. Coordinates are points of the page, from
// its lower left; Y is the baseline.
type Run struct {
	Text      string
	X0, X1, Y float64
	Size      float64 // of the font, in points
	Artifact  bool    // marked by the producer as no content: page numbers, running heads
	Turned    bool    // not written from left to right
}

// Page is what a page shows, in the order in which it is drawn.
type Page struct {
	Runs    []Run
	Unknown int  // codes that nothing in the file explains; U+FFFD in the runs
	Cut     bool // more operators than are read
}

// Document is the text of a file.
type Document struct {
	Pages  []Page
	Title  string // of the document's properties
	Author string
	More   bool // pages beyond the limit
}

// The limits of a document.
const (
	maxPages     = 5000
	maxPageDepth = 64
)

// Read reads a document whose streams may grow to budget bytes in all.
func Read(b []byte, budget int64) (doc *Document, err error) {
	if !bytes.Contains(b[:min(len(b), 1024)], []byte("%PDF-")) {
		return nil, ErrNoPDF
	}
	defer func() {
		switch r := recover(); {
		case r == nil:
		case r == errBudget:
			err = errBudget
		default:
			panic(r)
		}
	}()
	f := open(b, budget)
	if f.locked {
		return nil, ErrLocked
	}
	doc = &Document{}
	info := f.dict(f.info)
	doc.Title, doc.Author = f.string(info["Title"]), f.string(info["Author"])
	fonts, bodies, ops := map[ref]*font{}, map[ref][]byte{}, 0
	pages := f.pages()
	if len(pages) == 0 {
		return nil, fmt.Errorf("%w: no page was found", ErrNoPDF)
	}
	if doc.More = len(pages) > maxPages; doc.More {
		pages = pages[:maxPages]
	}
	for _, p := range pages {
		page := Page{}
		in := interpreter{f: f, page: &page, fonts: fonts, bodies: bodies, ops: &ops, state: state{ctm: turn(f, p), scale: 1}, tm: identity, lm: identity}
		in.run(f.content(p["Contents"]), f.dict(p["Resources"]))
		doc.Pages = append(doc.Pages, page)
	}
	return doc, nil
}

// turn is the matrix of a page that is shown turned.
func turn(f *file, p dict) matrix {
	switch int(f.number(p["Rotate"])) % 360 {
	case 90, -270:
		return matrix{0, -1, 1, 0, 0, 0}
	case 180, -180:
		return matrix{-1, 0, 0, -1, 0, 0}
	case 270, -90:
		return matrix{0, 1, -1, 0, 0, 0}
	}
	return identity
}

// content is the content streams of a page joined.
func (f *file) content(o any) []byte {
	switch o := f.get(o).(type) {
	case stream:
		return f.decode(o)
	case array:
		var b []byte
		for _, part := range o {
			if s, ok := f.get(part).(stream); ok {
				b = append(append(b, f.decode(s)...), '\n')
			}
		}
		return b
	}
	return nil
}

// pages walks the tree of pages; what pages inherit is entered in them.
func (f *file) pages() []dict {
	var list []dict
	seen := map[ref]bool{}
	var walk func(o any, above dict, depth int)
	walk = func(o any, above dict, depth int) {
		if r, ok := o.(ref); ok {
			if seen[r] {
				return
			}
			seen[r] = true
		}
		d := f.dict(o)
		if d == nil || depth > maxPageDepth || len(list) > maxPages {
			return
		}
		node := dict{}
		for _, key := range []string{"Resources", "Rotate"} {
			if node[key] = d[key]; node[key] == nil {
				node[key] = above[key]
			}
		}
		if kids := f.array(d["Kids"]); kids != nil {
			for _, kid := range kids {
				walk(kid, node, depth+1)
			}
			return
		}
		if d["Contents"] != nil || d["Type"] == name("Page") {
			node["Contents"] = d["Contents"]
			list = append(list, node)
		}
	}
	walk(f.dict(f.root)["Pages"], dict{}, 0)
	return list
}

// string is a text string: PDFDocEncoding as Latin, UTF-16 with a mark.
func (f *file) string(o any) string {
	s, _ := f.get(o).(string)
	if len(s) >= 2 && s[:2] == "\xFE\xFF" {
		return wideText(s[2:])
	}
	if len(s) >= 3 && s[:3] == "\xEF\xBB\xBF" {
		return s[3:]
	}
	var out []rune
	for i := range len(s) {
		out = append(out, rune(s[i]))
	}
	return string(out)
}
