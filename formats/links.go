package formats

import "strings"

// closeSquare reads "](address)" after an open "[".
func (in *inline) closeSquare(at, end int) int {
	if len(in.square) == 0 {
		return at
	}
	i := in.square[len(in.square)-1]
	in.square = in.square[:len(in.square)-1]
	if at+1 >= end || in.text[at+1] != '(' {
		return at
	}
	url, n := destination(in.text[at+1 : end])
	if n == 0 {
		return at
	}
	o := &in.marks[i]
	to := at + 1 + n
	if in.text[o.from] == '!' {
		*o = mark{kind: markImage, from: o.from, to: to, core: o.to, right: at}
		in.dropMarks(i + 1)
		return to
	}
	if i+2 == len(in.marks) && in.marks[i+1].kind == markImage && in.marks[i+1].from == o.to && in.marks[i+1].to == at {
		image := in.marks[i+1] // a linked image is an image
		image.from, image.to = o.from, to
		*o = image
		in.dropMarks(i + 1)
		return to
	}
	for j := i + 1; j < len(in.marks); j++ {
		if in.marks[j].kind == markURL {
			in.marks[j].kind = markText // the link's own words
		}
	}
	o.kind = markLinkOpen
	in.square = in.square[:0] // no link inside a link
	in.marks = append(in.marks, mark{kind: markLinkClose, from: at, to: to, with: url})
	return to
}

// The bounds of a link's address: what is longer or deeper is text.
const (
	maxAddress = 4096
	maxParens  = 32
)

// destination reads `(address "title")` at the start of s and returns the
// address and the length of it all, 0 if s does not begin so.
func destination(s string) (string, int) {
	s = s[:min(len(s), maxAddress)]
	depth := 0
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s):
			i++
		case c == '(':
			if depth++; depth > maxParens {
				return "", 0
			}
		case c == ')' && depth > 0:
			depth--
		case c == ')':
			return cleanAddress(s[1:i]), i + 1
		case c == ' ':
			return titled(s, i)
		case c < ' ':
			return "", 0
		}
	}
	return "", 0
}

// titled reads the rest of `(address "title")` from the space on.
func titled(s string, at int) (string, int) {
	rest := strings.TrimLeft(s[at:], " ")
	i := len(s) - len(rest)
	if rest == "" {
		return "", 0
	}
	if rest[0] == ')' {
		return cleanAddress(s[1:at]), i + 1
	}
	if rest[0] != '"' && rest[0] != '\'' {
		return "", 0
	}
	end := strings.Index(rest[1:], string(rest[0])+")")
	if end < 0 || strings.ContainsRune(rest[:end+1], '\n') {
		return "", 0
	}
	return cleanAddress(s[1:at]), i + end + 3
}

// cleanAddress takes escapes, entities and angle brackets off an address.
func cleanAddress(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 1 && s[0] == '<' && s[len(s)-1] == '>' {
		s = s[1 : len(s)-1]
	}
	if strings.IndexByte(s, '\\') >= 0 {
		var b strings.Builder
		for i := 0; i < len(s); i++ {
			if s[i] == '\\' && i+1 < len(s) && isPunct(s[i+1]) {
				i++
			}
			b.WriteByte(s[i])
		}
		s = b.String()
	}
	if strings.IndexByte(s, '&') >= 0 {
		s = strings.ReplaceAll(s, "&amp;", "&")
	}
	return s
}

// angle reads "<https://…>" and "<name@host>".
func (in *inline) angle(at, end int) int {
	s := in.text[at:min(end, at+maxAddress)]
	if !strings.HasPrefix(s, "<http://") && !strings.HasPrefix(s, "<https://") && !strings.HasPrefix(s, "<mailto:") {
		return at
	}
	n := strings.IndexAny(s, "> \n\"")
	if n < 0 || s[n] != '>' {
		return at
	}
	in.marks = append(in.marks, mark{kind: markURL, from: at, to: at + n + 1, left: 1, right: 1, with: s[1:n]})
	return at + n + 1
}

// address reads a bare http or https address around its "://".
func (in *inline) address(at, end int) int {
	if in.linked || !strings.HasPrefix(in.text[at:end], "://") {
		return at
	}
	from := at - 4
	if from >= 0 && in.text[from:at] == "ttps" {
		from--
	}
	if from < 0 || !strings.HasPrefix(in.text[from:at], "http") || from > 0 && wordByte(in.text[from-1]) {
		return at
	}
	to := addressEnd(in.text[:end], at+3)
	if to == at+3 || len(in.marks) > 0 && in.marks[len(in.marks)-1].to > from {
		return at
	}
	in.marks = append(in.marks, mark{kind: markURL, from: from, to: to, with: in.text[from:to]})
	return to
}

func wordByte(c byte) bool { return !isPunct(c) && c > ' ' }

// addressEnd is where a bare address ends: at a space or bracket, and not with
// the punctuation of the sentence around it.
func addressEnd(text string, from int) int {
	to := from
	for to < len(text) && text[to] > ' ' && text[to] < 0x7F && !strings.ContainsRune("<>\"`[]*\\", rune(text[to])) {
		to++
	}
	for to > from && strings.ContainsRune(".,;:!?'_~", rune(text[to-1])) {
		to--
	}
	if to > from && text[to-1] == ')' && strings.Count(text[from:to], "(") < strings.Count(text[from:to], ")") {
		to--
	}
	return to
}
