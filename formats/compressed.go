package formats

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Any input may be compressed with gzip or Zstandard. The article then names
// the member ("a.html" of "a.html.gz"), and all offsets count its bytes.
var compressions = []struct {
	magic, extension, name string
	open                   func(io.Reader) (io.Reader, error)
}{
	{"\x1F\x8B\x08", ".gz", "gzip", func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
	{"\x28\xB5\x2F\xFD", ".zst", "zstd", func(r io.Reader) (io.Reader, error) {
		d, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, err
		}
		return d.IOReadCloser(), nil
	}},
}

// The limits of what is compressed. Text shrinks five- to twentyfold, streams of
// alike records a hundredfold; what is beyond maxExpansion was made to fill memory.
const (
	maxWindow    = 32 << 20 // bytes that zstd may look back
	maxExpansion = 400      // bytes out for a byte in …
	minExpansion = 8 << 20  // … asked from this size on
	magicBytes   = 4
)

// Extension is the extension of a file's name, in lower case, and that of a
// compression after it: ".txt" and "" of "a.TXT", ".txt" and ".gz" of "a.txt.gz".
func Extension(name string) (ext, packed string) {
	plain := plainName(name)
	return strings.ToLower(filepath.Ext(plain)), strings.ToLower(name[len(plain):])
}

// plainName is a file's name without the extension of a compression.
func plainName(name string) string {
	for _, c := range compressions {
		if ext := filepath.Ext(name); strings.EqualFold(ext, c.extension) {
			return strings.TrimSuffix(name, ext)
		}
	}
	return name
}

// expand takes one compression off r and reports whether there was one.
func expand(r *bufio.Reader) (io.Reader, bool, error) {
	head, _ := r.Peek(magicBytes)
	for _, c := range compressions {
		if !bytes.HasPrefix(head, []byte(c.magic)) {
			continue
		}
		e := &expander{name: c.name, in: r}
		inner, err := c.open(e.counted())
		if err != nil {
			return nil, true, e.fault(err)
		}
		e.out = inner
		return e, true, nil
	}
	return nil, false, nil
}

// expander reads what is compressed and watches how much it grows.
type expander struct {
	name      string
	in, out   io.Reader
	read, put int64
}

type countedReader struct{ *expander }

func (c countedReader) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.read += int64(n)
	return n, err
}

func (e *expander) counted() io.Reader { return countedReader{e} }

func (e *expander) Read(p []byte) (int, error) {
	n, err := e.out.Read(p)
	e.put += int64(n)
	if e.put > minExpansion && e.put/maxExpansion > e.read {
		return 0, fmt.Errorf("%w: the %s data grows more than %d-fold", ErrTooLarge, e.name, maxExpansion)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = e.fault(err)
	}
	return n, err
}

// fault words an error of the compression. One of the file below stays itself.
func (e *expander) fault(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("%w: the %s data ends early", ErrBroken, e.name)
	}
	if errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) || strings.HasPrefix(err.Error(), "flate:") ||
		e.name == "zstd" {
		return fmt.Errorf("%w: the %s data is damaged after %d bytes of text", ErrBroken, e.name, e.put)
	}
	return err
}
