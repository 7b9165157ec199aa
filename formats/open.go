package formats

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"dossier/article"
)

// RecordError says that one record of a stream of many was lost. The stream
// goes on after it.
type RecordError struct {
	Line int    // line of the file, from 1; 0 where lines mean nothing
	N    int    // ordinal of the record, from 1, where there is no line
	ID   string // the record's id, "" if it was not read
	Err  error
}

// Error names the line or the ordinal, and the record if its id is known.
func (e *RecordError) Error() string {
	where := fmt.Sprintf("line %d", e.Line)
	switch {
	case e.Line == 0 && e.ID != "":
		where = fmt.Sprintf("record %d, %q", e.N, e.ID)
	case e.Line == 0:
		where = fmt.Sprintf("record %d", e.N)
	case e.ID != "":
		where += fmt.Sprintf(", record %q", e.ID)
	}
	return fmt.Sprintf("%s: %v", where, e.Err)
}

// Unwrap returns the cause.
func (e *RecordError) Unwrap() error { return e.Err }

// registry holds the formats by name, aliases included.
var registry = map[string]*Format{}

// register enters f under its name and its aliases. A name that is taken is our bug.
func register(f *Format) *Format {
	for _, name := range append([]string{f.Name}, f.Aliases...) {
		if registry[name] != nil {
			panic("formats: " + name + " is registered twice")
		}
		registry[name] = f
	}
	return f
}

// Formats lists the input formats, sorted by name.
func Formats() []*Format {
	var list []*Format
	for name, f := range registry {
		if name == f.Name {
			list = append(list, f)
		}
	}
	slices.SortFunc(list, func(a, b *Format) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// Lookup returns the format of that name or alias, nil if there is none.
func Lookup(name string) *Format { return registry[name] }

// within is in as the container of a member, which is named after it.
func (in Input) within(member string) Input {
	if in.member != "" {
		member = in.member + "/" + member
	}
	in.member = member
	return in
}

// over is in with another reader.
func (in Input) over(r io.Reader) Input {
	in.Reader = r
	return in
}

// headBytes is how much of a file a format sees to recognise it.
const headBytes = 64 << 10

// Open finds the format of in (opts.Format names it, else content decides, else
// the extension) and returns it with the articles of the file. An error of the
// sequence ends the file unless it is a *RecordError.
//
// Where opts.Format is given nothing is read ahead beyond the first bytes, so
// that a live stream of records is handed on as it comes.
func Open(in Input, opts Options) (*Format, iter.Seq2[*article.Article, error], error) {
	if opts.MaxBytes <= 0 {
		opts.MaxBytes = DefaultMaxBytes
	}
	if opts.Format != "" && Lookup(opts.Format) == nil {
		return nil, nil, fmt.Errorf("%w %q", ErrUnknown, opts.Format)
	}
	size := sizeHint(in.Reader)
	r := headReader(in.Reader, size)
	if inner, packed, err := expand(r); err != nil {
		return nil, nil, err
	} else if packed {
		in = in.within(plainName(baseName(in.Name)))
		in.file, in.Name = baseName(in.Name), plainName(in.Name)
		r, size = headReader(inner, 0), 0
	}
	head, err := peek(r, opts.Format)
	if err != nil {
		return nil, nil, err
	}
	f, err := choose(in.Name, head, opts.Format)
	if err != nil {
		return nil, nil, err
	}
	in.Reader = &sizedReader{r, size}
	return f, f.Records(in, opts), nil
}

// headReader buffers as much of r as a format may look at.
func headReader(r io.Reader, size int64) *bufio.Reader {
	n := headBytes
	if 0 < size && size < headBytes {
		n = int(size) + 16 // enough to see the end
	}
	return bufio.NewReaderSize(r, n)
}

// peek returns the head of r: all of it where the format is to be found, what
// has come where it is given.
func peek(r *bufio.Reader, format string) ([]byte, error) {
	n := r.Size()
	if f := Lookup(format); f != nil && f.resolve == nil {
		n = magicBytes
	}
	head, err := r.Peek(n)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if len(head) < r.Buffered() {
		head, _ = r.Peek(r.Buffered())
	}
	return head, nil
}

// choose names the format, or says why the file has none.
func choose(name string, head []byte, wanted string) (*Format, error) {
	if len(head) == 0 {
		return nil, ErrEmpty
	}
	if wanted != "" {
		f := Lookup(wanted)
		if f.resolve != nil {
			f = f.resolve(readableHead(head))
		}
		return f, nil
	}
	f, sure := detect(name, readableHead(head))
	if sure <= plainText {
		if what := binaryKind(head); what != "" {
			return nil, fmt.Errorf("%w (%s)", ErrBinary, what)
		}
	}
	return f, nil
}

// detect is the format that is surest of head, and how sure; among equals the
// one that claims the extension, else plain text.
func detect(name string, head []byte) (best *Format, most float64) {
	ext := strings.ToLower(filepath.Ext(name))
	best, most = Text, plainText
	for _, f := range Formats() {
		sure := f.Detect(head)
		if sure > most || sure == most && slices.Contains(f.Extensions, ext) {
			best, most = f, sure
		}
	}
	return best, most
}

// plainText is the certainty with which formats of plain text claim any file;
// that it is not binary is asked once, of all of them.
const plainText = 0.1

// sizedReader carries how many bytes the file is expected to have.
type sizedReader struct {
	io.Reader
	size int64
}

// sizeHint is the size of r if it is cheap to know, else 0.
func sizeHint(r io.Reader) int64 {
	switch r := r.(type) {
	case interface{ Stat() (fs.FileInfo, error) }:
		if info, err := r.Stat(); err == nil && info.Mode().IsRegular() {
			return info.Size()
		}
	case interface{ Len() int }:
		return int64(r.Len())
	}
	return 0
}

// readAll reads the whole of in, or fails with ErrTooLarge.
func readAll(in Input, opts Options) ([]byte, error) {
	limit := opts.MaxBytes
	if limit <= 0 {
		limit = DefaultMaxBytes
	}
	limit = min(limit, maxOffset)
	var b bytes.Buffer
	if s, ok := in.Reader.(*sizedReader); ok && s.size > 0 {
		b.Grow(int(min(s.size, limit)) + bytes.MinRead)
	}
	if _, err := b.ReadFrom(io.LimitReader(in.Reader, limit+1)); err != nil {
		return nil, err
	}
	if int64(b.Len()) > limit {
		return nil, fmt.Errorf("%w: more than %s", ErrTooLarge, sizeText(limit))
	}
	return b.Bytes(), nil
}

// sizeText writes a limit as a user sets it.
func sizeText(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}

// one is the sequence of a file that holds one article.
func one(read func() (*article.Article, error)) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) { yield(read()) }
}
