package formats

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// decodeDeclared is decode for bytes whose container declares their encoding. A
// byte order mark and UTF-8 validity count for more: both are hardly ever an
// accident, and declarations often are.
func decodeDeclared(raw []byte, declared string) (decoded, error) {
	declared = strings.ToLower(strings.Trim(declared, " \t\"'"))
	bom, _ := markOf(raw)
	enc, err := htmlindex.Get(declared)
	if bom != "" || err != nil || wideKind(raw) != "" || utf8.Valid(raw) && !bytes.Contains(raw, []byte("\x1b$")) {
		return decode(raw)
	}
	name, _ := htmlindex.Name(enc)
	if name == "utf-8" || name == "" || name == "replacement" || strings.HasPrefix(name, "utf-16") {
		return decode(raw)
	}
	d := decoded{encoding: name, source: recode(raw, 0, name)}
	d.clean()
	return d, nil
}

// loadXML reads a file of XML whole and decodes it as it declares.
func loadXML(in Input, opts Options) ([]byte, decoded, error) {
	raw, err := readAll(in, opts)
	if err != nil {
		return nil, decoded{}, err
	}
	declared := ""
	if head := raw[:min(len(raw), 200)]; bytes.HasPrefix(head, []byte("<?xml")) {
		_, rest, _ := bytes.Cut(head, []byte("encoding="))
		if len(rest) > 1 {
			value, _, _ := bytes.Cut(rest[1:], rest[:1])
			declared = string(value)
		}
	}
	d, err := decodeDeclared(raw, declared)
	if err == nil && strings.TrimSpace(d.text) == "" {
		err = fmt.Errorf("%w: nothing but white space", ErrEmpty)
	}
	return raw, d, err
}

// xmlRoot is the first element of a file, its name folded.
func (x xmlFile) root() element {
	for e := range x.children(x.all()) {
		return e
	}
	return element{}
}

// item is element e of a file as a source of its own, which knows its line; e
// follows the element that was asked for before it at the offset at, on line.
func (x xmlFile) item(e element, at, line int) (xmlFile, int) {
	src := x.slice(e.open.from, e.to)
	line += strings.Count(x.text[at:e.open.from], "\n")
	src.line, src.whole, src.start = line, x.source, e.open.from
	return xmlFile{&src}, line
}
