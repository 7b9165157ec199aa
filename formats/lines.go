package formats

import "strings"

// lines tells the line of the raw file for raw offsets that only grow.
type lines struct {
	src  *source
	line int
	next int   // offset in src.text after the newline that ends line
	raw  int32 // where that newline ends in the raw bytes
	hint int
}

func newLines(src *source) lines {
	l := lines{src: src, line: src.line}
	if src.whole != nil {
		l.src = src.whole
	}
	l.seek(src.start)
	return l
}

// seek finds the next newline from text offset at.
func (l *lines) seek(at int) {
	l.next, l.raw = len(l.src.text), maxOffset
	if l.src.flat {
		return
	}
	if i := strings.IndexByte(l.src.text[at:], '\n'); i >= 0 {
		l.next = at + i + 1
		l.hint = l.src.find(int32(at+i), l.hint)
		l.raw = l.src.pieces[l.hint].cut(int32(at+i), int32(l.next)).rawEnd()
	}
}

// of is the line that holds the raw byte.
func (l *lines) of(raw int32) int {
	for l.raw <= raw {
		l.line++
		l.seek(l.next)
	}
	return l.line
}
