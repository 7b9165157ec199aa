package formats

import (
	"fmt"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"dossier/article"
)

// decodeHTML turns the bytes of a page into text. What settles the encoding: a
// byte order mark, UTF-8 validity of the whole page (browsers save pages as
// UTF-8 and keep what they declare), what the container says, what the page
// declares, statistics.
func decodeHTML(raw []byte, charset string) (decoded, error) {
	if _, err := htmlindex.Get(strings.ToLower(strings.Trim(charset, " \t\"'"))); err != nil {
		charset = declaredCharset(raw)
	}
	if what := binaryKind(raw); what != "" && wideKind(raw) == "" {
		return decode(raw)
	}
	return decodeDeclared(raw, charset)
}

// declaredHead is how far into a page its character set may be declared.
const declaredHead = 4096

// declaredCharset is the label in <meta charset>, <meta http-equiv> or <?xml?>.
func declaredCharset(raw []byte) string {
	head := strings.ToLower(string(raw[:min(len(raw), declaredHead)]))
	if rest, ok := strings.CutPrefix(strings.TrimLeft(head, " \r\n\t"), "<?xml"); ok {
		decl, _, _ := strings.Cut(rest, "?>")
		if _, label, ok := strings.Cut(decl, "encoding="); ok {
			return strings.Trim(label[:labelEnd(label)], `"' `)
		}
	}
	for {
		_, rest, ok := strings.Cut(head, "<meta")
		if !ok {
			return ""
		}
		tag, after, _ := strings.Cut(rest, ">")
		if _, label, ok := strings.Cut(tag, "charset="); ok {
			return strings.Trim(label[:labelEnd(label)], `"' `)
		}
		head = after
	}
}

// labelEnd is where a label ends, in quotes or not.
func labelEnd(s string) int {
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c == ';' || c == '>' || c == '/' || i > 0 && (c == '"' || c == '\'') {
			return i
		}
	}
	return len(s)
}

// htmlEntity is the text of the entity that s begins with and its length, 0 if
// it begins with none. Old names need no semicolon ("&amp" "&nbsp"). A character
// that is not shown has no text; white space is a space.
func htmlEntity(s string) (string, int) {
	end := 1
	for end < len(s) && end < 33 && (s[end] == '#' && end == 1 || s[end] < utf8.RuneSelf && wordByte(s[end])) {
		end++
	}
	if end < len(s) && s[end] == ';' {
		end++
	}
	name := s[:end]
	words := html.UnescapeString(name)
	if words == name || len(name) < 3 {
		return "", 0
	}
	if r, n := utf8.DecodeRuneInString(words); len(words) > n {
		if rest := words[n:]; strings.HasSuffix(name, rest) {
			words, end = string(r), end-len(rest)
		}
	}
	r, _ := utf8.DecodeRuneInString(words)
	switch {
	case unicode.IsSpace(r):
		return " ", end
	case unicode.IsControl(r) || invisible(r):
		return "", end
	}
	return words, end
}

// noteMojibake says so if the text looks like UTF-8 that was once read as
// windows-1252: "â€™" for "’".
func noteMojibake(text string, notes []article.Note) []article.Note {
	n := 0
	for _, sign := range [...]string{"â€™", "â€œ", "â€\u009d", "â€“", "â€”", "Ã©", "Ã¼", "Ã¤", "Ã¶", "Ã¨", "Ã±", "Ð°", "Ð¾", "Ñ\u0081"} {
		n += strings.Count(text, sign)
	}
	if n < 3 {
		return notes
	}
	return append(notes, article.Note{Code: article.NoteMojibake, Severity: article.Warning,
		Message: fmt.Sprintf("%d places look like UTF-8 that was read with another encoding before this file was written; left as they are", n)})
}
