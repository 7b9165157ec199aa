// Package export renders canonical articles for a recipient: JSON, tables,
// workbooks, briefs, and the terminal.
//
// It reads no raw file and draws no conclusion: what is in the article is
// rendered, nothing else. An output is one file that registers itself; the
// order of registration means nothing.
package export

import (
	"io"

	"dossier/article"
)

// Options are the looks of outputs. The zero value is the default look.
type Options struct {
	Paper     string // "a4" (default) or "letter"
	Font      []byte // a TrueType face for scripts the built-in faces lack
	Labels    string // language of the words the output itself prints, "en"
	Title     string // replaces the article's title on a brief
	Excel     bool   // CSV with BOM, CRLF and the formula guard
	Delimiter rune   // of CSV; 0 is a comma
	Color     bool   // ANSI colours, for the terminal
	Width     int    // of the terminal in columns; 0 is 80
}

// Format is one output format.
type Format struct {
	Name      string // as --to takes it: json, csv, xlsx, pdf …
	Suffix    string // of a file made from STEM: ".json", ".quotes.csv" …
	Ending    string // another end of a file's name that means this format; "" for none
	MediaType string
	About     string // one line for the user
	Binary    bool   // never written to a terminal
	Gathers   bool   // several articles go into one output
	Terminal  bool   // an output of show or explain, not of --to
	// Open starts an output on w. Nothing may be written before the first article.
	Open func(w io.Writer, opts Options) Writer
	// Update opens the output at path, which Open made, so that articles can be added
	// and replaced where it lies; nil for formats that are always made anew. What was
	// added stays, whether the Writer is closed or the process killed.
	Update func(path string, opts Options) (Writer, error)
	// Join makes one output of several; nil where that cannot be done. See Part.
	Join func(w io.Writer, parts []Part) (Joined, error)
	// Index is a page over the files of a folder; nil where there is none.
	Index *Index
}

// Writer takes articles and completes the output on Close. A Writer of a format
// that does not gather takes exactly one article. One that keeps more than memory
// has a method Discard, for an output that is given up on.
type Writer interface {
	Add(a *article.Article) error
	Close() error
}
