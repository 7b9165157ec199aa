// Package formats reads what a file states: bytes of one input format in, an
// article out, with its stated fields, its blocks and the raw range of every
// stretch of text.
//
// It guesses nothing about language: titles without a mark, bylines, related
// links and dates in the text are found by package parse. A format is one file
// that registers itself; the order of registration means nothing.
package formats

import (
	"errors"
	"io"
	"iter"

	"dossier/article"
)

// Errors about files. Content never fails: it becomes notes.
var (
	ErrUnknown  = errors.New("unknown format")
	ErrBinary   = errors.New("binary file")
	ErrEmpty    = errors.New("empty file")
	ErrBroken   = errors.New("broken file")
	ErrTooLarge = errors.New("file too large")
	ErrRecord   = errors.New("bad record") // of a stream, always in a *RecordError
)

// Input is a raw file. Name is used for its extension and base name only.
type Input struct {
	Name   string
	Reader io.Reader
	file   string           // base name of the file, where Name is that of a member
	member string           // of a container, if that is what Reader reads
	keep   func(raw []byte) // is shown what the raw ranges of an article count; nil but in tests
}

// Options bound and direct the reading. The zero value uses the defaults.
type Options struct {
	Format   string // a format's name; "" detects it
	MaxBytes int64  // of one file or, in a stream of records, of one record; 0: DefaultMaxBytes
}

// DefaultMaxBytes is the largest file or record that is read.
const DefaultMaxBytes = 64 << 20

// Format is one input format.
type Format struct {
	Name       string   // as --from takes it
	Aliases    []string // other names that --from takes
	Extensions []string // with the dot, lower case
	MediaType  string
	Reads      string // what it reads, one line, for the user
	Limits     string // what it does not, one line
	Many       bool   // a file holds many articles, a stream of records
	Parsed     bool   // its articles are canonical: complete and valid, not to be parsed again
	// Detect says how sure the first bytes of a file (up to 64 KiB) are of this
	// format: 0 no, 1 certain. The extension is only asked where content ties.
	Detect func(head []byte) float64
	// Records yields the file's articles, one or many. An error ends the file
	// unless it wraps RecordError, which loses only that record.
	Records func(in Input, opts Options) iter.Seq2[*article.Article, error]
	// resolve is the format that a file of this name really has, where one name
	// stands for several; nil for the others.
	resolve func(head []byte) *Format
}
