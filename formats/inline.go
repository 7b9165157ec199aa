package formats

import (
	"html"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/article"
)

// inline reads the marks inside a paragraph that users' dumps of articles have:
// emphasis, links, images, backslash escapes, entities, addresses. Everything
// else is text. It works on a stretch of the source and copies it to a builder
// without the marks.
//
// Emphasis is stricter than CommonMark: a run of "*" or "_" opens only after a
// character that is no letter or digit and closes only before one, so "5 * 3",
// "a*b*c", "n****s" and snake_case stay as they are. One pass collects marks;
// openers wait on a stack per character, so the cost is linear whatever the
// nesting.
type inline struct {
	b      *builder
	text   string // of the source
	marks  []mark
	open   [2][]int // marks that may open emphasis, by "*" and "_"
	square []int    // marks of "[" that wait for their "]"

	special *[256]bool // bytes that may begin a mark
	linked  bool       // inside a link: an address is text
	cut     [1]stretch // scratch
	over    bool       // a paragraph had more than maxMarks
	cuts    cutter     // of words at the ends of lines
}

// mark is a stretch [from, to) of the source that is not copied as it stands.
type mark struct {
	kind     markKind
	from, to int
	core     int    // markPut: where the run of the words begins; markImage: where the alternative text does
	with     string // markPut: the words; link marks: the address
	left     int    // markDelim: bytes dropped at its start …
	right    int    // … and at its end; markImage: where the alternative text ends
}

type markKind uint8

const (
	markText      markKind = iota // copied after all
	markPut                       // replaced by words
	markDelim                     // emphasis, as far as it found a partner
	markLinkOpen                  // "["
	markLinkClose                 // "](address)"
	markImage                     // "![…](address)"
	markURL                       // an address that is its own text
)

// allMarks are the bytes that may begin a mark.
var allMarks = func() (t [256]bool) {
	for _, c := range `\*_[]&<:` {
		t[c] = true
	}
	return t
}()

// stretch is a part of the source, usually a line's words.
type stretch struct{ from, to int }

// paragraph adds the lines as one block; line ends become one space. Images at
// its edges become captions of their own. It reports the number of blocks.
func (in *inline) paragraph(kind article.BlockKind, lines []stretch) int {
	in.scan(lines)
	from, to := lines[0].from, lines[len(lines)-1].to
	first, last, n := 0, len(in.marks), 0
	for first < last && in.marks[first].kind == markImage && in.marks[first].from == from {
		n += in.caption(in.marks[first])
		from = in.skipSpace(in.marks[first].to, to)
		first++
		for first < last && in.marks[first].to <= from {
			first++ // the line end after the image
		}
	}
	tail := last
	for tail > first {
		m := in.marks[tail-1]
		if m.to < to || m.kind != markImage && !in.blank(m) {
			break
		}
		to = in.trimSpace(from, m.from)
		tail--
	}
	in.b.begin(kind)
	in.emit(from, to, in.marks[first:tail])
	if in.b.end() {
		n++
	}
	for _, m := range in.marks[tail:last] {
		if m.kind == markImage {
			n += in.caption(m)
		}
	}
	return n
}

// blank reports a line end.
func (in *inline) blank(m mark) bool {
	return m.kind == markPut && m.with == " " && in.text[m.core] != '&'
}

func (in *inline) skipSpace(from, to int) int {
	rest := in.text[from:to]
	return to - len(strings.TrimLeftFunc(rest, unicode.IsSpace))
}

func (in *inline) trimSpace(from, to int) int {
	if to < from {
		return from
	}
	return from + len(strings.TrimRightFunc(in.text[from:to], unicode.IsSpace))
}

// caption adds an image's alternative text if it is more than a file name.
func (in *inline) caption(m mark) int {
	if !worthCaption(in.text[m.core:m.right]) {
		return 0
	}
	sub := inline{b: in.b, text: in.text, special: in.special}
	sub.scan([]stretch{{m.core, m.right}})
	in.b.begin(article.BlockCaption)
	sub.emit(m.core, m.right, sub.marks)
	if in.b.end() {
		return 1
	}
	return 0
}

// worthCaption tells words from file names and empty placeholders.
func worthCaption(alt string) bool {
	alt = strings.TrimSpace(alt)
	if !strings.ContainsFunc(alt, unicode.IsLetter) {
		return false
	}
	if strings.ContainsAny(alt, " \u00A0") {
		return true
	}
	switch strings.ToLower(alt) {
	case "image", "img", "photo", "picture", "logo", "icon", "thumbnail", "alt":
		return false
	}
	return path.Ext(alt) == "" && !strings.Contains(alt, "_")
}

// emit copies text [from, to) to the open block, with its marks done.
func (in *inline) emit(from, to int, marks []mark) {
	b, at, link := in.b, from, -1
	for _, m := range marks {
		if m.from < at {
			continue
		}
		switch m.kind {
		case markText:
			continue
		case markPut:
			b.copy(at, m.from)
			b.put(m.with, m.core, m.to)
		case markDelim:
			b.copy(at, m.from)
			b.copy(m.from+m.left, m.to-m.right)
		case markLinkOpen:
			b.copy(at, m.from)
			link = b.at()
		case markLinkClose:
			b.copy(at, m.from)
			b.link(link, m.with)
		case markImage:
			b.copy(at, m.from)
		case markURL:
			b.copy(at, m.from)
			link = b.at()
			b.copy(m.from+m.left, m.to-m.right)
			b.link(link, m.with)
		}
		at = m.to
	}
	b.copy(at, to)
}

// maxMarks bounds the marks of one paragraph; what stands after them is text.
const maxMarks = 1 << 20

// scan collects the marks of lines.
func (in *inline) scan(lines []stretch) {
	in.marks, in.square = in.marks[:0], in.square[:0]
	in.open[0], in.open[1] = in.open[0][:0], in.open[1][:0]
	for i, l := range lines {
		if i > 0 {
			in.marks = append(in.marks, in.lineEnd(lines[i-1], l))
		}
		for at := l.from; at < l.to; {
			if len(in.marks) >= maxMarks {
				in.over = true
				break
			}
			if !in.special[in.text[at]] {
				at++
				continue
			}
			at = max(at+1, in.step(at, l.to))
		}
	}
}

// lineEnd is what stands between the words of a line and those of the next: a space, or
// nothing if a hyphen ends the line, which goes too if it only cut a word.
func (in *inline) lineEnd(line, next stretch) mark {
	m := mark{kind: markPut, from: line.to, to: next.from, core: line.to, with: " "}
	if line.to-line.from < 2 || in.text[line.to-1] != '-' || !unicode.IsLetter(in.runeAt(next.from)) {
		return m
	}
	if before, _ := utf8.DecodeLastRuneInString(in.text[line.from : line.to-1]); !unicode.IsLetter(before) {
		return m
	}
	in.cuts.text = in.text
	m.from, m.with = line.to-in.cuts.hyphen(line, next), ""
	return m
}

func (in *inline) runeAt(i int) rune {
	r, _ := utf8.DecodeRuneInString(in.text[i:])
	return r
}

// step reads the mark that may begin at a special byte and returns where the
// reading goes on (at or before: nothing was found).
func (in *inline) step(at, end int) int {
	switch c := in.text[at]; c {
	case '\\':
		return in.escape(at, end)
	case '*', '_':
		return in.delimiter(at, end)
	case '[':
		from := at
		if at > 0 && in.text[at-1] == '!' {
			from--
		}
		in.square = append(in.square, len(in.marks))
		in.marks = append(in.marks, mark{from: from, to: at + 1})
	case ']':
		return in.closeSquare(at, end)
	case '&':
		return in.entity(at, end)
	case '<':
		return in.angle(at, end)
	case ':':
		return in.address(at, end)
	}
	return at + 1
}

// escape reads a backslash before punctuation: the character stands alone.
func (in *inline) escape(at, end int) int {
	if at+1 >= end || !isPunct(in.text[at+1]) {
		return at
	}
	in.marks = append(in.marks, mark{kind: markPut, from: at, to: at + 2, core: at + 1, with: in.text[at+1 : at+2]})
	return at + 2
}

func isPunct(c byte) bool {
	return c > ' ' && c < 0x7F && !('0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z')
}

// entity reads "&name;" and "&#8217;", with their semicolon only.
func (in *inline) entity(at, end int) int {
	words, n := entity(in.text[at:min(end, at+33)])
	if n == 0 {
		return at
	}
	in.marks = append(in.marks, mark{kind: markPut, from: at, to: at + n, core: at, with: words})
	return at + n
}

// entity is the text of the entity that s begins with and its length; 0 if
// there is none. Control characters are left out of the text.
func entity(s string) (string, int) {
	for i := 1; i < len(s); i++ {
		c := s[i]
		if c == ';' && i > 1 {
			words := html.UnescapeString(s[:i+1])
			if strings.HasSuffix(words, ";") && words != ";" {
				return "", 0
			}
			r, _ := utf8.DecodeRuneInString(words)
			if unicode.IsControl(r) && r != '\n' && r != '\t' || invisible(r) {
				return "", i + 1
			}
			if r == '\n' || r == '\t' {
				return " ", i + 1
			}
			return words, i + 1
		}
		if isPunct(c) && c != '#' || c <= ' ' || c >= 0x7F {
			return "", 0
		}
	}
	return "", 0
}

// delimiter reads a run of "*" or "_" and pairs it with an opener before it.
func (in *inline) delimiter(at, end int) int {
	c, n := in.text[at], 1
	for at+n < end && in.text[at+n] == c {
		n++
	}
	if n > 3 {
		return at + n // stars as ornament
	}
	before, after := in.around(at, at+n, end)
	m := mark{kind: markDelim, from: at, to: at + n}
	if !unicode.IsSpace(before) && !wordRune(after) {
		in.closeEmphasis(&m)
	}
	if m.left < n && !wordRune(before) && !unicode.IsSpace(after) {
		stack := &in.open[delimIndex(c)]
		*stack = append(*stack, len(in.marks))
	}
	in.marks = append(in.marks, m)
	return at + n
}

func delimIndex(c byte) int {
	if c == '_' {
		return 1
	}
	return 0
}

// around are the characters before from and after to; a space at the line's ends.
func (in *inline) around(from, to, end int) (before, after rune) {
	before, after = ' ', ' '
	if from > 0 {
		before, _ = utf8.DecodeLastRuneInString(in.text[:from])
	}
	if to < end {
		after, _ = utf8.DecodeRuneInString(in.text[to:end])
	}
	return before, after
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// closeEmphasis takes openers of m's character for m until m is used up.
func (in *inline) closeEmphasis(m *mark) {
	k := delimIndex(in.text[m.from])
	for stack := in.open[k]; len(stack) > 0 && m.left < m.to-m.from; stack = in.open[k] {
		o := &in.marks[stack[len(stack)-1]]
		rest, need := o.to-o.from-o.left-o.right, m.to-m.from-m.left
		if rest != need && min(rest, need) < 2 && max(rest, need) == 2 {
			if need > rest {
				return // "**" does not close "*"
			}
			in.open[k] = stack[:len(stack)-1]
			continue
		}
		use := min(rest, need)
		o.right += use
		m.left += use
		if rest == use {
			in.open[k] = stack[:len(stack)-1]
		}
		in.forget(1-k, o.to) // openers inside stay open no more
	}
}

// forget drops openers of one character that stand after at.
func (in *inline) forget(k, at int) {
	stack := in.open[k]
	for len(stack) > 0 && in.marks[stack[len(stack)-1]].from >= at {
		stack = stack[:len(stack)-1]
	}
	in.open[k] = stack
}

// dropMarks forgets the marks from index n on.
func (in *inline) dropMarks(n int) {
	in.marks = in.marks[:n]
	for k := range in.open {
		stack := in.open[k]
		for len(stack) > 0 && stack[len(stack)-1] >= n {
			stack = stack[:len(stack)-1]
		}
		in.open[k] = stack
	}
}
