package formats

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"dossier/article"
)

// decoded is a file as text, with what was found out and changed on the way.
type decoded struct {
	source
	encoding string
	notes    []article.Note
}

// The byte order marks, the longer first: UTF-32LE begins like UTF-16LE.
var marks = []struct{ bom, encoding string }{
	{"\xEF\xBB\xBF", "utf-8"},
	{"\xFF\xFE\x00\x00", "utf-32le"},
	{"\x00\x00\xFE\xFF", "utf-32be"},
	{"\xFF\xFE", "utf-16le"},
	{"\xFE\xFF", "utf-16be"},
}

// decode turns raw bytes into text: UTF-8, "\n" for every line end, no control
// characters. What settles the encoding, in this order: a byte order mark, the
// pattern of NULs in UTF-16, UTF-8 validity of the whole file, statistics. (A
// sample of the head would turn a file whose first accent comes late into
// mojibake.) Only a binary file is an error.
func decode(raw []byte) (decoded, error) {
	encoding, skip := markOf(raw)
	if encoding == "" {
		encoding = wideKind(raw)
	}
	if encoding == "" && bytes.Contains(raw, []byte("\x1b$B")) {
		encoding = "iso-2022-jp" // Japanese mail; all of it is ASCII
	}
	if encoding == "" {
		if what := binaryKind(raw); what != "" {
			return decoded{}, fmt.Errorf("%w (%s)", ErrBinary, what)
		}
	}
	d := decoded{encoding: encoding}
	switch {
	case encoding == "utf-8" || encoding == "" && mostlyUTF8(raw):
		d.encoding = "utf-8"
		d.source = plain(string(raw[skip:]), int32(skip))
	case encoding != "":
		d.source = recode(raw, skip, encoding)
	case mixedUTF8(raw):
		d.encoding = mixedCharset
		d.source = recode(raw, 0, mixedCharset)
		d.note(article.NoteGuessedEncoding, article.Warning,
			"some of the file is not valid utf-8, as if files were joined; that was read as windows-1252")
	default:
		guess := guessCharset(raw)
		d.encoding = guess
		d.source = recode(raw, 0, guess)
		d.note(article.NoteGuessedEncoding, article.Warning,
			"the file does not state its encoding and is not UTF-8; read as "+guess)
	}
	d.clean()
	return d, nil
}

func (d *decoded) note(code article.NoteCode, severity article.Severity, message string) {
	d.notes = append(d.notes, article.Note{Code: code, Severity: severity, Message: message})
}

// markOf is the encoding that a byte order mark states, and the mark's length.
func markOf(raw []byte) (string, int) {
	for _, m := range marks {
		if bytes.HasPrefix(raw, []byte(m.bom)) {
			return m.encoding, len(m.bom)
		}
	}
	return "", 0
}

// mostlyUTF8 reports whether raw is UTF-8, or was before it was cut or damaged:
// far more multi-byte characters than stray bytes, or a stray start of one at
// the very end.
func mostlyUTF8(raw []byte) bool {
	if utf8.Valid(raw) {
		return true
	}
	good, bad := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		switch {
		case r != utf8.RuneError || n > 1:
			good++
		case !utf8.FullRune(raw[i:]):
			return good > 0 && good >= 10*bad || bad == 0 // cut inside a character
		default:
			bad++
		}
		i += n
	}
	return good >= 10*bad
}

// mixedCharset is the name of UTF-8 with bytes of windows-1252 in it.
const mixedCharset = "utf-8, windows-1252"

// mixedUTF8 reports UTF-8 that was joined with text in windows-1252: characters of several
// bytes are as many as stray ones, or typographic marks are among them, whose bytes mean
// nothing in other sets.
func mixedUTF8(raw []byte) bool {
	good, bad, marks := 0, 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case r >= 0x2010 && r <= 0x2026:
			marks++
			fallthrough
		default:
			good++
		}
		i += n
	}
	return good >= 2 && good >= bad || marks >= 2 && 5*good >= bad
}

// Classes of bytes that clean looks at. All others are kept as they are.
const (
	cleanKeep = iota
	cleanDrop // control characters
	cleanCR
	cleanSpace // vertical tab, form feed
	cleanLead  // may start an invisible or invalid character
)

var cleanClass = func() (t [256]uint8) {
	for c := range 0x20 {
		t[c] = cleanDrop
	}
	t[0x7F] = cleanDrop
	t['\t'], t['\n'], t['\r'], t['\v'], t['\f'] = cleanKeep, cleanKeep, cleanCR, cleanSpace, cleanSpace
	t[0xC2], t[0xE2], t[0xEF] = cleanLead, cleanLead, cleanLead
	return t
}()

// clean makes line ends "\n", drops control and invisible characters, and shows
// bytes that are no character as U+FFFD.
func (d *decoded) clean() {
	edits, dropped, invalid := cleanEdits(d.text)
	d.source = d.apply(edits)
	if invalid > 0 {
		d.note(article.NoteInvalidBytes, article.Warning,
			fmt.Sprintf("%s not valid %s; shown as U+FFFD", count(invalid, "place is", "places are"), d.encoding))
	}
	if dropped > 0 {
		d.note(article.NoteControlChars, article.Info,
			fmt.Sprintf("%s dropped", count(dropped, "control or invisible character was", "control or invisible characters were")))
	}
}

// count writes a number with the right one of two nouns.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// cleanEdits lists what clean changes. Text that is valid, the common case, is
// only looked at where a byte has a class.
func cleanEdits(text string) (edits []edit, dropped, invalid int) {
	valid := utf8.ValidString(text)
	for i := 0; i < len(text); i++ {
		c := text[i]
		class := cleanClass[c]
		if class == cleanKeep && (valid || c < utf8.RuneSelf) {
			continue
		}
		switch {
		case class == cleanDrop:
			edits = append(edits, edit{from: i, to: i + 1})
			dropped++
		case class == cleanSpace:
			edits = append(edits, edit{i, i + 1, " "})
		case class == cleanCR:
			n := 1
			if strings.HasPrefix(text[i+1:], "\n") {
				n = 2
			}
			edits = append(edits, edit{i, i + n, "\n"})
			i += n - 1
		default:
			r, n := utf8.DecodeRuneInString(text[i:])
			switch {
			case r == utf8.RuneError && n == 1:
				n = invalidRun(text[i:])
				edits = append(edits, edit{i, i + n, "\uFFFD"})
				invalid++
			case r == '\u0085' || r == '\u2028' || r == '\u2029':
				edits = append(edits, edit{i, i + n, " "})
			case invisible(r):
				edits = append(edits, edit{from: i, to: i + n})
				dropped++
			}
			i += n - 1
		}
	}
	return edits, dropped, invalid
}

// invalidRun is the length of the maximal part of one broken character at the
// start of text, so that a cut character becomes one U+FFFD and not several.
func invalidRun(text string) int {
	n := 1
	for n < len(text) && n < utf8.UTFMax-1 && text[n]&0xC0 == 0x80 && !utf8.FullRuneInString(text[:n]) {
		n++
	}
	return n
}

// invisible reports C1 controls and characters that only tell a renderer where
// to break a word; they would hide names from the parser.
func invisible(r rune) bool {
	return r >= 0x80 && r < 0xA0 || r == '\u00AD' || r == '\u200B' || r == '\u2060' || r == '\uFEFF'
}

// readableHead is the head of a file as formats' Detect wants it: without a
// byte order mark, UTF-16 as UTF-8.
func readableHead(head []byte) []byte {
	encoding, skip := markOf(head)
	if encoding == "" {
		encoding = wideKind(head)
	}
	if encoding == "" || encoding == "utf-8" {
		return head[skip:]
	}
	return []byte(recode(head, skip, encoding).text)
}
