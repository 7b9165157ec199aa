package export

import (
	"bytes"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// What show and explain share: words with a style, wrapped to the terminal.

// style is what an ANSI terminal does to text, as parameters of SGR; "" is plain.
type style string

const (
	ansiHead    style = "1"      // bold
	ansiMuted   style = "2"      // faint
	ansiTag     style = "1;35"   // bold magenta
	ansiQuote   style = "4;32"   // underlined green
	ansiActor   style = "1;36"   // bold cyan
	ansiBoth    style = "1;4;36" // an actor inside a quote
	ansiGood    style = "32"
	ansiBad     style = "31"
	ansiCaution style = "33"
)

// piece is text of one style without a line end.
type piece struct {
	text  string
	style style
}

// terminal writes styled text, wrapped. Without color styles are dropped.
type terminal struct {
	buf   bytes.Buffer
	color bool
	width int
	style style // in force
}

func newTerminal(opts Options) *terminal {
	t := &terminal{color: opts.Color, width: opts.Width}
	if t.width <= 0 {
		t.width = 80
	}
	t.width = max(t.width, 30)
	return t
}

// line writes one line as it stands.
func (t *terminal) line(pieces ...piece) {
	for _, p := range pieces {
		t.write(p)
	}
	t.end()
}

// write writes one piece. No-break spaces have done their work by then.
func (t *terminal) write(p piece) {
	if t.color && p.style != t.style && p.text != "" {
		if t.style != "" {
			t.buf.WriteString("\x1b[0m")
		}
		if p.style != "" {
			t.buf.WriteString("\x1b[" + string(p.style) + "m")
		}
		t.style = p.style
	}
	t.buf.WriteString(strings.ReplaceAll(p.text, "\u00a0", " "))
}

// end ends a line. No style lasts longer: a cut line must not colour the next.
func (t *terminal) end() {
	t.write(piece{text: "\n"})
}

// wrap writes pieces as a paragraph: head stands before the first line, spaces
// of its width before the others. Runs of white space are places to break.
func (t *terminal) wrap(head piece, pieces ...piece) {
	indent := cells(head.text)
	t.write(head)
	at := indent
	var space piece // before the next word, in the style of what it parts
	for i, w := range split(pieces) {
		n := 0
		for _, p := range w.pieces {
			n += cells(p.text)
		}
		switch {
		case i == 0:
		case at+1+n > t.width:
			t.end()
			t.write(piece{text: strings.Repeat(" ", indent)})
			at = indent
		default:
			t.write(space)
			at++
		}
		for _, p := range w.pieces {
			t.write(p)
		}
		at += n
		space = piece{" ", w.after}
	}
	t.end()
}

// word is what may not be broken, and the style of the space after it.
type word struct {
	pieces []piece
	after  style
}

// split cuts pieces into words at white space.
func split(pieces []piece) []word {
	var words []word
	glue := false // the next piece continues the last word
	for _, p := range pieces {
		rest := p.text
		for rest != "" {
			i := strings.IndexFunc(rest, isBreak)
			if i == 0 {
				if glue && len(words) > 0 {
					words[len(words)-1].after = p.style
				}
				glue = false
				rest = strings.TrimLeftFunc(rest, isBreak)
				continue
			}
			if i < 0 {
				i = len(rest)
			}
			if !glue {
				words = append(words, word{})
				glue = true
			}
			last := &words[len(words)-1]
			last.pieces = append(last.pieces, piece{rest[:i], p.style})
			rest = rest[i:]
		}
	}
	return words
}

// isBreak is white space other than the no-break kind.
func isBreak(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

// cells is the number of columns that s fills.
func cells(s string) int {
	n := 0
	for _, r := range s {
		n += runeCells(r)
	}
	return n
}

func runeCells(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// safe is s without what would steer a terminal: control characters show as
// their pictures, bidirectional overrides not at all.
func safe(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < ' ':
			return '\u2400' + r
		case r == 0x7f:
			return '\u2421'
		case r >= 0x80 && r < 0xa0:
			return '\ufffd'
		case r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, s)
}

// pad is s filled with spaces to n columns, or cut to them with an ellipsis.
func pad(s string, n int) string {
	if w := cells(s); w <= n {
		return s + strings.Repeat(" ", n-w)
	}
	at := 0
	for i, r := range s {
		if at+runeCells(r) > n-1 {
			return s[:i] + "…" + strings.Repeat(" ", n-1-at)
		}
		at += runeCells(r)
	}
	return s
}
