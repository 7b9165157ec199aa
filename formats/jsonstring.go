package formats

import (
	"encoding/json"
	"iter"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// jsonValue is where a value stands in JSON text that is known to be valid.
type jsonValue struct {
	from, to int
	kind     byte // 's' string, '0' number, '{', '[', 't', 'f', 'n'
}

func (v jsonValue) kindName() string {
	switch v.kind {
	case 's':
		return "a string"
	case '0':
		return "a number"
	case '{':
		return "an object"
	case '[':
		return "a list"
	case 'n':
		return "null"
	}
	return "true or false"
}

// jsonItems walks the items of a list in valid JSON text.
func jsonItems(text string, list jsonValue) iter.Seq[jsonValue] {
	return func(yield func(jsonValue) bool) {
		for at := list.from + 1; ; {
			if at = skipSpaceJSON(text, at); text[at] == ',' {
				at = skipSpaceJSON(text, at+1)
			}
			if text[at] == ']' {
				return
			}
			v := valueAt(text, at)
			at = v.to
			if !yield(v) {
				return
			}
		}
	}
}

// jsonFields walks the fields of the object at an offset of valid JSON text.
func jsonFields(text string, at int) iter.Seq2[string, jsonValue] {
	return func(yield func(string, jsonValue) bool) {
		at := at + 1
		for {
			if at = skipSpaceJSON(text, at); text[at] == ',' {
				at = skipSpaceJSON(text, at+1)
			}
			if text[at] != '"' {
				return
			}
			key := valueAt(text, at)
			at = skipSpaceJSON(text, skipSpaceJSON(text, key.to)+1) // past the colon
			v := valueAt(text, at)
			at = v.to
			if !yield(jsonKey(text[key.from:key.to]), v) {
				return
			}
		}
	}
}

func jsonKey(quoted string) string {
	if strings.IndexByte(quoted, '\\') < 0 {
		return quoted[1 : len(quoted)-1]
	}
	var key string
	json.Unmarshal([]byte(quoted), &key)
	return key
}

func skipSpaceJSON(text string, at int) int {
	for at < len(text) && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r') {
		at++
	}
	return at
}

// valueAt is the value that begins at an offset of valid JSON.
func valueAt(text string, at int) jsonValue {
	v := jsonValue{from: at, kind: text[at]}
	switch c := text[at]; {
	case c == '"':
		v.kind, v.to = 's', stringEnd(text, at)
	case c == '{' || c == '[':
		v.to = nestEnd(text, at)
	default:
		if c == '-' || '0' <= c && c <= '9' {
			v.kind = '0'
		}
		v.to = at
		for v.to < len(text) && !strings.ContainsRune(",]} \t\r\n", rune(text[v.to])) {
			v.to++
		}
	}
	return v
}

// stringEnd is where the string that begins at an offset ends.
func stringEnd(text string, at int) int {
	for at++; ; at++ {
		i := strings.IndexByte(text[at:], '"')
		at += i
		slashes := 0
		for text[at-1-slashes] == '\\' {
			slashes++
		}
		if slashes%2 == 0 {
			return at + 1
		}
	}
}

// nestEnd is where the object or list that begins at an offset ends.
func nestEnd(text string, at int) int {
	for depth := 0; ; at++ {
		switch text[at] {
		case '"':
			at = stringEnd(text, at) - 1
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return at + 1
			}
		}
	}
}

// jsonEscapes lists the escapes of the inside of a JSON string.
func jsonEscapes(text string) (edits []edit) {
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '\\')
		if i < 0 {
			return edits
		}
		at += i
		words, n := jsonEscape(text[at:])
		edits = append(edits, edit{at, at + n, words})
		at += n
	}
}

// jsonEscape is the character of the escape that s begins with, and its length.
// Half of a surrogate pair is U+FFFD.
func jsonEscape(s string) (string, int) {
	if s[1] != 'u' {
		if i := strings.IndexByte("bfnrt", s[1]); i >= 0 {
			return "\b\f\n\r\t"[i : i+1], 2
		}
		return s[1:2], 2
	}
	r := hexRune(s[2:6])
	if !utf16.IsSurrogate(r) {
		return string(r), 6
	}
	if len(s) >= 12 && s[6] == '\\' && s[7] == 'u' {
		if pair := utf16.DecodeRune(r, hexRune(s[8:12])); pair != utf8.RuneError {
			return string(pair), 12
		}
	}
	return "\uFFFD", 6
}

func hexRune(s string) rune {
	n, _ := strconv.ParseUint(s, 16, 32)
	return rune(n)
}
