package sfnt

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
)

// Unwrap turns a WOFF 1 file into the face it holds.
func Unwrap(woff []byte) (*Font, error) {
	if len(woff) < 44 || string(woff[:4]) != "wOFF" {
		return nil, fmt.Errorf("%w: no WOFF 1 file", ErrFont)
	}
	tables := map[string][]byte{}
	for i := range u16(woff, 12) {
		if len(woff) < 64+20*i {
			return nil, fmt.Errorf("%w: its table directory is cut", ErrFont)
		}
		e := woff[44+20*i:]
		at, packed, size := word(e, 4), word(e, 8), word(e, 12)
		if at+packed > len(woff) {
			return nil, fmt.Errorf("%w: table %q is cut", ErrFont, e[:4])
		}
		table := woff[at : at+packed]
		if packed < size {
			r, err := zlib.NewReader(bytes.NewReader(table))
			if err != nil {
				return nil, fmt.Errorf("%w: table %q: %w", ErrFont, e[:4], err)
			}
			if table, err = io.ReadAll(r); err != nil {
				return nil, fmt.Errorf("%w: table %q: %w", ErrFont, e[:4], err)
			}
		}
		tables[string(e[:4])] = table
	}
	return Parse(assemble(tables))
}

func word(b []byte, at int) int { return int(binary.BigEndian.Uint32(b[at:])) }
