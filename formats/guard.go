package formats

import (
	"strings"

	"dossier/article"
)

// Goldmark's cost is quadratic in nested containers, in delimiters that find no
// partner, in link definitions that follow each other, and in tables whose rows
// are shorter than their head. No article has any of it in mass; a file that
// was made to hurt has. So goldmark is given a copy of the text, of the same
// length, in which what goes beyond these limits is made harmless. The words of
// the article are never taken from the copy.
const (
	maxMarkdown    = 4 << 20 // bytes of a file that goldmark reads
	maxDepth       = 32      // containers on one line
	maxIndent      = 160     // columns before the words of a line
	maxDelimiters  = 512     // marks in lines without a blank line between
	maxEmphasis    = 64      // emphasis inside emphasis
	maxDefinitions = 512     // link definitions without a blank line between
	maxHeads       = 16      // heads of tables without a blank line between
)

// hidden stands in the copy for container marks beyond the limit; the reader
// leaves out what it stands for. No decoded text has it.
const hidden = 0x01

// guard makes the copy of text that goldmark reads. The front matter, which ends
// at offset at, becomes blank lines.
func guard(text string, at int, d *decoded) []byte {
	g := shadow{text: text, copy: []byte(text)}
	for i := range at {
		if text[i] != '\n' {
			g.copy[i] = ' '
		}
	}
	g.start = at
	for at < len(text) {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i
		}
		if g.line(at, end); end == at || strings.TrimSpace(text[at:end]) == "" {
			g.chunk(at)
			g.start = end + 1
		}
		at = end + 1
	}
	g.chunk(len(text))
	if g.flattened {
		d.note(article.NoteNestingLimit, article.Warning, "nesting beyond the limit was flattened")
	}
	return g.copy
}

// shadow is the copy at work. The counts are of the lines since start, the last
// blank line.
type shadow struct {
	text        string
	copy        []byte
	start       int
	delimiters  int
	definitions int
	lines       int
	heads       int // of tables
	columns     int // of the widest one
	flattened   bool
}

// line bounds the nesting of one line and counts what it holds.
func (g *shadow) line(from, end int) {
	at, depth, indent := from, 0, 0
	excess := -1 // where the marks beyond the limit begin
scan:
	for ; at < end; at++ {
		switch c := g.text[at]; {
		case c == ' ':
			indent++
		case c == '\t':
			indent += 4
		case c == '>' || isMarker(g.text, at, end):
			if depth++; depth == maxDepth+1 {
				excess = at
			}
		case c >= '0' && c <= '9' && at-from < maxIndent*8:
			n := markerDigits(g.text[at:end])
			if n == 0 {
				break scan
			}
			if depth++; depth == maxDepth+1 {
				excess = at
			}
			at += n
		default:
			break scan
		}
	}
	if excess < 0 && indent > maxIndent {
		excess = from
	}
	if excess >= 0 && at < end {
		for i := excess; i < at; i++ {
			g.copy[i] = hidden
		}
		g.flattened = true
	}
	g.count(at, end)
}

// isMarker reports a bullet: "-", "*" or "+" before a space.
func isMarker(text string, at, end int) bool {
	c := text[at]
	return (c == '-' || c == '*' || c == '+') && at+1 < end && (text[at+1] == ' ' || text[at+1] == '\t')
}

// markerDigits is the length of the digits of "12." or "3)" before a space.
func markerDigits(s string) int {
	n := 0
	for n < len(s) && n < 9 && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	if n+1 < len(s) && (s[n] == '.' || s[n] == ')') && s[n+1] == ' ' {
		return n
	}
	return 0
}

// count notes what may cost much in the words of a line.
func (g *shadow) count(at, end int) {
	g.lines++
	words := g.text[at:end]
	if strings.HasPrefix(words, "[") && strings.Contains(words, "]:") {
		g.definitions++
	}
	for i := range len(words) {
		if costly[words[i]] {
			g.delimiters++
		}
	}
	if tableRule(words) {
		g.heads++
		g.columns = max(g.columns, strings.Count(words, "-|")+strings.Count(words, "- |")+strings.Count(words, ":|")+1)
	}
}

// costly are the bytes that goldmark keeps on a list until they find a partner.
var costly = func() (t [256]bool) {
	for _, c := range "*_[]~" {
		t[c] = true
	}
	return t
}()

// tableRule reports the line under a table's head: "|---|:-:|".
func tableRule(words string) bool {
	return len(words) > 0 && strings.Contains(words, "-") && strings.Trim(words, "|-: \t") == ""
}

// chunk ends the lines since the last blank line.
func (g *shadow) chunk(end int) {
	if g.delimiters > maxDelimiters {
		g.inline(g.start, end)
	}
	if g.definitions > maxDefinitions {
		g.hide(end, '[')
	}
	if g.heads > maxHeads || g.columns*g.lines > 2*(end-g.start)+1000 {
		g.hide(end, '|')
	}
	g.delimiters, g.definitions, g.lines, g.heads, g.columns = 0, 0, 0, 0, 0
}

// hide makes one character of the chunk a letter.
func (g *shadow) hide(end int, c byte) {
	for i := g.start; i < end; i++ {
		if g.text[i] == c {
			g.copy[i] = 'x'
		}
	}
	g.flattened = true
}

// inline hides the marks that our own scanner, which is linear, finds no use
// for, and emphasis nested too deep.
func (g *shadow) inline(from, end int) {
	in := inline{text: g.text, special: &allMarks}
	in.scan([]stretch{{from, end}})
	for i := from; i < end; i++ {
		if costly[g.text[i]] {
			g.copy[i] = 'x'
		}
	}
	show := func(from, to int) { copy(g.copy[from:to], g.text[from:to]) }
	depth := 0
	for _, m := range in.marks {
		switch m.kind {
		case markDelim:
			depth -= m.left
			if depth < maxEmphasis {
				show(m.from, m.from+m.left)
				show(m.to-m.right, m.to)
			}
			depth += m.right
		case markLinkOpen, markLinkClose, markURL, markImage:
			show(m.from, m.to)
		}
	}
}
