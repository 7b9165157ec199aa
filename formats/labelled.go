package formats

import (
	"slices"
	"strings"
)

// A dump may begin with labelled lines where others have front matter:
//
//	Title: Dockers walk out of talks
//	Author: Ada Brenn
//	Date: 2017-04-05
//	Source: The Halmsund Echo
//
//	The union left the table on Wednesday, …
//
// The labels are those of keys.tsv. A title and one more field make such a head: one label may
// be a speaker's name or open a sentence.

const (
	maxLabelled = 8 << 10 // bytes of such a head
	longestName = 24      // bytes of a label
)

// readHead reads the front matter of d, or labelled lines, and returns where the text goes on.
func readHead(d *decoded) (stated, int) {
	if s, at := readFrontMatter(d); at > 0 {
		return s, at
	}
	return labelledHead(d.text)
}

// labelledHead reads labelled lines at the start of text; 0 if there are none.
func labelledHead(text string) (s stated, end int) {
	s = stated{}
	for at := 0; at < min(len(text), maxLabelled); {
		line, _, _ := strings.Cut(text[at:], "\n")
		next := min(len(text), at+len(line)+1)
		if strings.TrimSpace(line) == "" {
			if end > 0 && !s.goesOn(text[next:]) {
				break
			}
			at = next
			continue
		}
		key, value, ok := labelOf(line)
		if !ok {
			break
		}
		m, known := meaning(key)
		if known && (m.field == "text" || m.field == "markdown") {
			end = at + strings.IndexByte(line, ':') + 1
			break
		}
		if !known && len(s[""]) > len(s) {
			break
		}
		s.say(key, m.field, value)
		at, end = next, next
	}
	others := 0
	for _, field := range [...]string{"author", "published", "url", "source", "publisher", "deck", "updated"} {
		others += min(1, len(s[field]))
	}
	if len(s["title"]) == 0 || others == 0 || strings.TrimSpace(text[end:]) == "" {
		return nil, 0
	}
	return s, end
}

// say enters a field that has a value. Of two with one meaning the first stays.
func (s stated) say(key, field, value string) {
	switch {
	case strings.TrimSpace(value) == "" || field == "list":
	case field == "" || field == "summary" || field == "html" || len(s[field]) > 0:
		s[""] = append(s[""], key)
	default:
		s[field] = []string{value}
	}
}

// goesOn reports that the first line of text with words has a label that means something.
func (s stated) goesOn(text string) bool {
	line, _, _ := strings.Cut(strings.TrimLeft(text, " \t\n"), "\n")
	key, _, ok := labelOf(line)
	m, known := meaning(key)
	return ok && known && len(s[m.field]) == 0
}

// labelOf divides "Publication date: 5 April" at its colon.
func labelOf(line string) (key, value string, ok bool) {
	key, value, ok = strings.Cut(strings.TrimLeft(line, " \t"), ":")
	words := strings.Fields(key)
	if !ok || key == "" || len(key) > longestName || len(words) > 2 || value != "" && value[0] != ' ' && value[0] != '\t' {
		return "", "", false
	}
	if slices.ContainsFunc([]rune(key), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' || r == '-' || r == ' ')
	}) {
		return "", "", false
	}
	if strings.EqualFold(key, "by") {
		key = "author"
	}
	return key, strings.TrimSpace(value), true
}
