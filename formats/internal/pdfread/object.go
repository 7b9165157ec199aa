package pdfread

import (
	"bytes"
	"strconv"
)

// The objects of PDF. Numbers are float64, strings string, the null object nil.
type (
	name  string
	array []any
	dict  map[string]any
	ref   int // number of an object; generations are not told apart
	op    string
)

// stream is a dictionary with the bytes after it, filters not taken off.
type stream struct {
	dict
	raw []byte
}

// maxNest bounds arrays and dictionaries inside each other.
const maxNest = 64

// lexer reads objects from bytes. What is malformed is passed over.
type lexer struct {
	b  []byte
	at int
}

// end marks the end of the bytes, of an array or of a dictionary.
type end byte

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skip goes on to the next byte that is neither white space nor a comment.
func (l *lexer) skip() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case space(c):
			l.at++
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// object reads the next object, an operator, or an end.
func (l *lexer) object(depth int) any {
	l.skip()
	if l.at >= len(l.b) {
		return end(0)
	}
	switch c := l.b[l.at]; {
	case c == '/':
		return l.name()
	case c == '(':
		return l.literal()
	case c == '<':
		if l.at+1 >= len(l.b) || l.b[l.at+1] != '<' {
			return l.hex()
		}
		if l.at += 2; depth >= maxNest {
			return nil
		}
		return l.dict(depth)
	case c == '>':
		l.at++
		if l.at < len(l.b) && l.b[l.at] == '>' {
			l.at++
		}
		return end('>')
	case c == '[':
		if l.at++; depth >= maxNest {
			return nil
		}
		return l.array(depth)
	case c == ']', c == '}', c == ')':
		l.at++
		return end(c)
	case c == '{':
		l.at++
		return op("{")
	}
	return l.word()
}

// word reads a number, a keyword or an operator.
func (l *lexer) word() any {
	from := l.at
	for l.at < len(l.b) && !space(l.b[l.at]) && !delimiter(l.b[l.at]) {
		l.at++
	}
	s := string(l.b[from:l.at])
	if c := s[0]; c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' {
		return number(s)
	}
	switch s {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return op(s)
}

// number reads "12", "-.5", "1.2.3" and "--4" as programs write them.
func number(s string) float64 {
	if n, err := strconv.ParseFloat(s, 64); err == nil && n < 1e9 && n > -1e9 {
		return n
	}
	dots, n := 0, 0
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == '.' && dots == 0 || n == 0) {
		if s[n] == '.' {
			dots++
		}
		n++
	}
	v, _ := strconv.ParseFloat(s[:n], 64)
	if v > 1e9 || v < -1e9 {
		return 0
	}
	return v
}

func (l *lexer) name() name {
	l.at++
	var out []byte
	for l.at < len(l.b) && !space(l.b[l.at]) && !delimiter(l.b[l.at]) {
		c := l.b[l.at]
		if c == '#' && l.at+2 < len(l.b) {
			if v, err := strconv.ParseUint(string(l.b[l.at+1:l.at+3]), 16, 8); err == nil {
				c = byte(v)
				l.at += 2
			}
		}
		out = append(out, c)
		l.at++
	}
	return name(out)
}

func (l *lexer) literal() string {
	var out []byte
	depth := 0
	for ; l.at < len(l.b); l.at++ {
		switch c := l.b[l.at]; c {
		case '(':
			if depth++; depth > 1 {
				out = append(out, c)
			}
		case ')':
			if depth--; depth == 0 {
				l.at++
				return string(out)
			}
			out = append(out, c)
		case '\\':
			l.at++
			out = l.escape(out)
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

func (l *lexer) escape(out []byte) []byte {
	if l.at >= len(l.b) {
		return out
	}
	c := l.b[l.at]
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch {
	case c >= '0' && c <= '7':
		v := 0
		for k := 0; k < 3 && l.at < len(l.b) && l.b[l.at] >= '0' && l.b[l.at] <= '7'; k++ {
			v = v<<3 | int(l.b[l.at]-'0')
			l.at++
		}
		l.at--
		return append(out, byte(v))
	case c == '\r':
		if l.at+1 < len(l.b) && l.b[l.at+1] == '\n' {
			l.at++
		}
		return out
	case c == '\n':
		return out
	}
	return append(out, c)
}

func (l *lexer) hex() string {
	l.at++
	var digits []byte
	for ; l.at < len(l.b) && l.b[l.at] != '>'; l.at++ {
		if c := l.b[l.at]; c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' {
			digits = append(digits, c)
		}
	}
	l.at = min(l.at+1, len(l.b))
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	out := make([]byte, len(digits)/2)
	for i := range out {
		v, _ := strconv.ParseUint(string(digits[2*i:2*i+2]), 16, 8)
		out[i] = byte(v)
	}
	return string(out)
}

func (l *lexer) array(depth int) array {
	var a array
	for {
		o := l.object(depth + 1)
		if e, ok := o.(end); ok {
			if e == end(']') || e == 0 {
				return a
			}
			continue
		}
		if o == op("R") && len(a) >= 2 {
			if n, ok := a[len(a)-2].(float64); ok {
				a = append(a[:len(a)-2], ref(n))
				continue
			}
		}
		a = append(a, o)
	}
}

func (l *lexer) dict(depth int) dict {
	d := dict{}
	var stack []any
	key, open := name(""), false
	flush := func() {
		if !open || len(stack) == 0 {
			return
		}
		v := stack[0]
		if len(stack) >= 3 && stack[2] == op("R") {
			if n, ok := v.(float64); ok {
				v = ref(n)
			}
		}
		if _, taken := d[string(key)]; !taken {
			d[string(key)] = v
		}
		stack = stack[:0]
	}
	for {
		from := l.at
		o := l.object(depth + 1)
		switch o := o.(type) {
		case end:
			if o == end('>') || o == 0 {
				flush()
				return d
			}
			continue
		case name:
			if !open || len(stack) > 0 {
				flush()
				key, open, stack = o, true, stack[:0]
				continue
			}
		case op:
			if o == "endobj" || o == "stream" { // the end is missing
				l.at = from
				flush()
				return d
			}
		}
		if len(stack) < 4 {
			stack = append(stack, o)
		}
	}
}
