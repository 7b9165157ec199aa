package meta

import (
	"strings"
	"unicode"

	"dossier/article"
)

// counter reports what counts the pictures of a gallery, the seconds of a player or the items of
// a list, and says nothing else: "1 of 4 |", "2/3", "0:00", "list 1 of 3", "end of list".
func counter(v *view) bool {
	if len(v.low) > 24 || v.Kind == article.BlockHeading || v.Kind == article.BlockBlockquote {
		return false
	}
	core := strings.Trim(v.low, " |()[]–-—•·")
	if mark := firstRune(v.low); digits(core) && mark == lastRune(v.low) && isMark(mark) {
		return true // "– 2 –"
	}
	if n, rest, ok := strings.Cut(strings.TrimPrefix(core, "updated "), " "); ok && digits(n) && strings.HasSuffix(rest, " ago") && wordCount(rest) == 2 {
		return true // "3 hours ago"
	}
	core = strings.TrimPrefix(core, "page ")
	if core == "end of list" {
		return true
	}
	core = strings.TrimPrefix(core, "list ")
	core = strings.TrimSuffix(strings.TrimPrefix(core, "of "), " items")
	for _, mark := range [...]string{" of ", "/", ":", " / "} {
		a, b, ok := strings.Cut(core, mark)
		if ok && digits(a) && digits(b) {
			return true
		}
	}
	return strings.HasPrefix(v.low, "list ") && digits(core)
}

func digits(s string) bool { return s != "" && len(s) <= 3 && strings.Trim(s, "0123456789") == "" }

// shortestHead is the least that a page's head says beside the number, in bytes.
const shortestHead = 12

// pageHead reports a line with a number at its start or end whose other words an earlier line
// has too, with another number or none: the name and date of a paper above each of its pages.
func pageHead(vs []view, i int) bool {
	v := &vs[i]
	if len(v.text) > 120 || v.first && i > 0 || v.Kind != article.BlockParagraph && v.Kind != article.BlockHeading {
		return false
	}
	if i == 0 && masthead(v) && i+1 < len(vs) && headlineLike(vs[i+1].text) {
		return true
	}
	head, numbered := withoutPage(v.text)
	far := strings.Contains(v.text, "    ") && len(datesIn(head)) == 0
	if !numbered || len(head) < shortestHead || strings.ToUpper(head) != head && !far {
		return false
	}
	end := i
	if far {
		end = len(vs) // the foot of each page
	}
	for k := range end {
		w := &vs[k]
		if k == i || !w.short() || len(w.text) > 120 || w.text[0] != head[0] && !isDigit(w.text[0]) {
			continue
		}
		if other, _ := withoutPage(w.text); other == head {
			return true
		}
	}
	return false
}

// masthead reports a line of two parts that a wide gap divides, as the first line of a printed
// page has them: "From the desk of the Echo        Issue 114". One with a date dates the article.
func masthead(v *view) bool {
	return strings.Contains(v.text, "     ") && strings.ContainsAny(v.text, "0123456789") && len(datesIn(v.text)) == 0 && sentenceEnd(v.text) == 0
}

// withoutPage is a line without the number of a page at its start or end, which more than one
// space or a mark parts from the words.
func withoutPage(s string) (words string, numbered bool) {
	number := func(r rune) bool { return unicode.IsDigit(r) || r == '/' }
	cut := strings.TrimLeftFunc(s, number)
	if n := len(s) - len(cut); n > 0 && n <= 5 && apart(cut) {
		return strings.Trim(cut, " |–-\t"), true
	}
	cut = strings.TrimRightFunc(s, number)
	if n := len(s) - len(cut); n > 0 && n <= 5 && (strings.HasSuffix(cut, "  ") || strings.HasSuffix(cut, "| ")) {
		return strings.Trim(cut, " |–-\t"), true
	}
	return s, false
}

func apart(s string) bool {
	return strings.HasPrefix(s, "  ") || strings.HasPrefix(s, " |") || strings.HasPrefix(s, "\t")
}
