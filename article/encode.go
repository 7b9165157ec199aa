package article

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// The canonical form is written by one walk over the types. Against
// encoding/json it saves the copy of the article that converted spans would
// need, a method call for each Opt and a second pass for the indent: a tenth of
// the time. The bytes are those encoding/json would write, which a test checks.

var optType = reflect.TypeFor[Opt]()

var errNumber = errors.New("article: a weight or confidence is not a number")

// encoder appends the JSON of values to buf. With an indent each field and
// element has its line.
type encoder struct {
	buf    []byte
	indent string
	depth  int
	points func(int) (int, bool) // from bytes of the text to code points
	err    error                 // the first
}

// field is what the walk knows of one field of a struct.
type field struct {
	key   string // with quotes and colon
	index int
}

var fieldLists sync.Map // reflect.Type -> []field

// fieldsOf lists the fields of t in the order of the schema.
func fieldsOf(t reflect.Type) []field {
	if l, ok := fieldLists.Load(t); ok {
		return l.([]field)
	}
	list := make([]field, t.NumField())
	for i := range list {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		list[i] = field{strconv.Quote(name) + ":", i}
	}
	fieldLists.Store(t, list)
	return list
}

func (e *encoder) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		e.object(v)
	case reflect.Slice:
		e.array(v)
	case reflect.Pointer:
		if v.IsNil() {
			e.buf = append(e.buf, "null"...)
		} else {
			e.value(v.Elem())
		}
	case reflect.String:
		if v.Len() == 0 && v.Type() == optType {
			e.buf = append(e.buf, "null"...)
		} else {
			e.buf = appendString(e.buf, v.String())
		}
	case reflect.Int:
		e.buf = strconv.AppendInt(e.buf, v.Int(), 10)
	case reflect.Float64:
		e.float(v.Float())
	case reflect.Bool:
		e.buf = strconv.AppendBool(e.buf, v.Bool())
	default:
		panic("article: the schema has no " + v.Kind().String())
	}
}

func (e *encoder) object(v reflect.Value) {
	switch p := v.Addr().Interface().(type) { // the small ones that are many
	case *Span:
		e.span(p)
		return
	case *Range:
		e.bounds(p.Start, p.End)
		return
	}
	e.open('{')
	for i, f := range fieldsOf(v.Type()) {
		e.next(i)
		e.key(f.key)
		e.value(v.Field(f.index))
	}
	e.close('}', true)
}

func (e *encoder) span(s *Span) {
	start, ok1 := e.points(s.Start)
	end, ok2 := e.points(s.End)
	if (!ok1 || !ok2) && e.err == nil {
		e.err = fmt.Errorf("article: span %d-%d lies outside the text", s.Start, s.End)
	}
	e.bounds(start, end)
}

// bounds writes what a Span or a Range looks like.
func (e *encoder) bounds(start, end int) {
	e.open('{')
	e.line()
	e.key(`"start":`)
	e.buf = append(strconv.AppendInt(e.buf, int64(start), 10), ',')
	e.line()
	e.key(`"end":`)
	e.buf = strconv.AppendInt(e.buf, int64(end), 10)
	e.close('}', true)
}

func (e *encoder) key(k string) {
	e.buf = append(e.buf, k...)
	if e.indent != "" {
		e.buf = append(e.buf, ' ')
	}
}

// array writes [] for nil: arrays are never null.
func (e *encoder) array(v reflect.Value) {
	e.open('[')
	for i := range v.Len() {
		e.next(i)
		e.value(v.Index(i))
	}
	e.close(']', v.Len() > 0)
}

func (e *encoder) open(c byte) {
	e.buf = append(e.buf, c)
	e.depth++
}

// next starts the field or element of that index.
func (e *encoder) next(i int) {
	if i > 0 {
		e.buf = append(e.buf, ',')
	}
	e.line()
}

func (e *encoder) close(c byte, filled bool) {
	e.depth--
	if filled {
		e.line()
	}
	e.buf = append(e.buf, c)
}

func (e *encoder) line() {
	if e.indent == "" {
		return
	}
	e.buf = append(e.buf, '\n')
	for range e.depth {
		e.buf = append(e.buf, e.indent...)
	}
}

// float writes f as encoding/json does: plain unless very large or small.
func (e *encoder) float(f float64) {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		if e.err == nil {
			e.err = errNumber
		}
		return
	}
	format := byte('f')
	if abs := math.Abs(f); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		format = 'e'
	}
	e.buf = strconv.AppendFloat(e.buf, f, format, -1, 64)
	if n := len(e.buf); format == 'e' && e.buf[n-4] == 'e' && e.buf[n-3] == '-' && e.buf[n-2] == '0' {
		e.buf = append(e.buf[:n-2], e.buf[n-1]) // e-09 reads e-9
	}
}

const hexDigits = "0123456789abcdef"

// appendString appends s in quotes. Bytes that are not UTF-8 become U+FFFD.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		r, size := rune(c), 1
		if c >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
			if (r != utf8.RuneError || size > 1) && r != '\u2028' && r != '\u2029' {
				i += size
				continue
			}
		}
		b = append(b, s[from:i]...)
		b = appendEscape(b, r)
		i += size
		from = i
	}
	b = append(b, s[from:]...)
	return append(b, '"')
}

func appendEscape(b []byte, r rune) []byte {
	switch r {
	case '"', '\\':
		return append(b, '\\', byte(r))
	case '\b':
		return append(b, `\b`...)
	case '\f':
		return append(b, `\f`...)
	case '\n':
		return append(b, `\n`...)
	case '\r':
		return append(b, `\r`...)
	case '\t':
		return append(b, `\t`...)
	}
	return append(b, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
}
