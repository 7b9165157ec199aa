package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"sync"
	"unicode/utf8"
)

// ErrSchema is wrapped by errors about JSON that is not a dossier/1 article.
var ErrSchema = errors.New("not a dossier/1 article")

// MarshalJSON writes null for "".
func (o Opt) MarshalJSON() ([]byte, error) {
	if o == "" {
		return []byte("null"), nil
	}
	return appendString(nil, string(o)), nil
}

// UnmarshalJSON reads null as "".
func (o *Opt) UnmarshalJSON(b []byte) error {
	if n := len(b); n >= 2 && b[0] == '"' && bytes.IndexByte(b, '\\') < 0 && utf8.Valid(b) {
		*o = Opt(b[1 : n-1]) // nothing to unescape
		return nil
	}
	var s *string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	*o = ""
	if s != nil {
		*o = Opt(*s)
	}
	return nil
}

// plain is Article without its methods, so that encoding/json does the fields.
type plain Article

// MarshalJSON returns the canonical form: keys in schema order, arrays never
// null, spans in code points. It fails if a span lies outside the text.
func (a *Article) MarshalJSON() ([]byte, error) {
	b, err := a.encode(make([]byte, 0, 4096+4*len(a.Text)), "")
	if err != nil {
		return nil, err
	}
	return b, nil
}

// Encode writes the canonical form of a to w, indented by one space and
// ended by a newline.
func (a *Article) Encode(w io.Writer) error { return a.write(w, " ") }

// EncodeLine writes the canonical form of a to w as one line (NDJSON).
func (a *Article) EncodeLine(w io.Writer) error { return a.write(w, "") }

func (a *Article) write(w io.Writer, indent string) error {
	buf := buffers.Get().(*[]byte)
	b, err := a.encode(slices.Grow((*buf)[:0], min(maxBuffer, usualSize*len(a.Text))), indent)
	if err == nil {
		b = append(b, '\n')
		_, err = w.Write(b)
	}
	if cap(b) <= maxBuffer {
		*buf = b
		buffers.Put(buf)
	}
	return err
}

// buffers are used again, for an article's JSON is many times its text.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// usualSize is how many bytes of JSON most articles have for a byte of text.
const usualSize = 24

// maxBuffer is how much memory a buffer may hold while it is not in use.
const maxBuffer = 1 << 20

// encode appends the canonical form to b.
func (a *Article) encode(b []byte, indent string) ([]byte, error) {
	e := encoder{indent: indent, points: pointsAt(a.Text), buf: b}
	e.value(reflect.ValueOf(a).Elem())
	return e.buf, e.err
}

// Points returns a function from byte offsets of the text to code points, as
// spans count in every output. Offsets outside the text map to themselves.
func (a *Article) Points() func(int) int {
	at := pointsAt(a.Text)
	return func(i int) int {
		n, _ := at(i)
		return n
	}
}

// UnmarshalJSON reads the canonical form. Fields it does not know are ignored;
// another schema, or a span outside the text, is an error that wraps ErrSchema.
// It does not check the other invariants: see Validate.
func (a *Article) UnmarshalJSON(b []byte) error {
	var p plain
	if err := json.Unmarshal(b, &p); err != nil {
		return fmt.Errorf("%w: %w", ErrSchema, err)
	}
	if p.Schema != SchemaID {
		return fmt.Errorf("%w: schema is %q", ErrSchema, p.Schema)
	}
	c := (*Article)(&p).Clone() // no nil arrays, as after parsing
	toBytes := bytesAt(c.Text)
	var bad error
	c.eachSpan(func(s *Span) {
		start, ok1 := toBytes(s.Start)
		end, ok2 := toBytes(s.End)
		if !ok1 || !ok2 || start > end {
			bad = fmt.Errorf("%w: span %d-%d lies outside the text", ErrSchema, s.Start, s.End)
		}
		s.Start, s.End = start, end
	})
	if bad != nil {
		return bad
	}
	*a = *c
	return nil
}

// pointsAt returns a function from byte offsets of text to code point offsets.
// ASCII text maps to itself; other text costs one table of its length.
func pointsAt(text string) func(int) (int, bool) {
	inText := func(i int) (int, bool) { return i, i >= 0 && i <= len(text) }
	if isASCII(text) {
		return inText
	}
	table := make([]int32, len(text)+1)
	n := int32(0)
	for i := range len(text) {
		if utf8.RuneStart(text[i]) && i > 0 {
			n++
		}
		table[i] = n
	}
	table[len(text)] = int32(utf8.RuneCountInString(text))
	return func(i int) (int, bool) {
		if _, ok := inText(i); !ok {
			return i, false
		}
		return int(table[i]), true
	}
}

// bytesAt is the inverse of pointsAt.
func bytesAt(text string) func(int) (int, bool) {
	if isASCII(text) {
		return func(i int) (int, bool) { return i, i >= 0 && i <= len(text) }
	}
	table := make([]int32, 0, len(text)+1)
	for i := range text {
		table = append(table, int32(i))
	}
	table = append(table, int32(len(text)))
	return func(i int) (int, bool) {
		if i < 0 || i >= len(table) {
			return i, false
		}
		return int(table[i]), true
	}
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
