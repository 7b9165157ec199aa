package export

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mdText is s as words of Markdown, on one line: nothing in it is markup, in
// CommonMark and in what GitHub, wikis and programs for notes add to it. White
// space is folded; control characters and overrides of direction are left out.
func mdText(s string) string {
	s = mdPlain(s)
	var b strings.Builder
	for i, r := range s {
		switch {
		case strings.ContainsRune("\\`*_{}[]<>#|&~$^=%", r),
			(r == '-' || r == '+') && i == 0,
			(r == '.' || r == ')') && i > 0 && digits(s[:i]),
			r == ':' && strings.HasPrefix(s[i:], "://"),
			r == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www"),
			r == '@':
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// mdPlain is what mdText reads as.
func mdPlain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.Join(strings.Fields(s), " ")
}

func digits(s string) bool {
	return len(s) < 10 && strings.Trim(s, "0123456789") == ""
}

// mdStrong is s in bold, or nothing.
func mdStrong(s string) string {
	if s = mdText(s); s == "" {
		return ""
	}
	return "**" + s + "**"
}

// mdLink is a link to an address of the web, else only its words.
func mdLink(words, address string) string {
	words = mdText(words)
	to := webAddress(address)
	if to == "" || words == "" {
		return words
	}
	return "[" + words + "](<" + mdAddress(to) + ">)"
}

// mdAddress escapes what would end an address or stand for something else in it.
func mdAddress(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString(`\&`)
		case r > ' ' && r < 0x7f && !strings.ContainsRune("<>\\|\"`{}^*_", r):
			b.WriteRune(r)
		case r < utf8.RuneSelf:
			fmt.Fprintf(&b, "%%%02X", r)
		default:
			b.WriteString(url.PathEscape(string(r)))
		}
	}
	return b.String()
}

// mdTable writes a table of GitHub's Markdown; cells are Markdown already. A
// table without rows is not written.
func mdTable(b *strings.Builder, head []string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	mdRow(b, head)
	b.WriteString("|" + strings.Repeat(" --- |", len(head)) + "\n")
	for _, r := range rows {
		mdRow(b, r)
	}
	b.WriteString("\n")
}

func mdRow(b *strings.Builder, cells []string) {
	b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}
