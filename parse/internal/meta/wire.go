package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/article"
)

// Wire copy as an agency sends it carries lines for the desks that take it: a slug
// and an advisory above the headline, who helped and who edited below the text.
//
//	BC-NL--Harbour Talks, 2nd Ld-Writethru,650
//	Eds: UPDATES with comment from the union.
//	Dockers walk out of talks
//	By ADA BRENN
//	Associated Press
//	HALMSUND, Norland (AP) -- The union …
//	Associated Press writer Tom Askild contributed to this report.

// longestSlug and longestDesk are the longest lines for desks, longestReporter the longest
// name of a reporter and what ties him to his place, in bytes.
const (
	longestSlug     = 100
	longestDesk     = 240
	longestReporter = 64
)

// slug reports the keywords of a story, run together, and its version: two keywords
// at least, a comma, then nothing but versions or its length in words.
func slug(vs []view, i int) bool {
	s := vs[i].text
	if len(s) > longestSlug || !joined(s) || !vs[i].prose() || !unicode.IsUpper(firstRune(s)) {
		return false
	}
	if i < 3 && capitalSlug(s) {
		return true
	}
	words, versions, ok := strings.Cut(s, ",")
	head, _, _ := strings.Cut(words, " ")
	if !ok || strings.IndexByte(strings.Trim(head, "-"), '-') < 0 {
		return false
	}
	sure := strings.Contains(head, "--")
	for part := range strings.SplitSeq(versions, ",") {
		text := strings.ToLower(strings.TrimSpace(part))
		switch {
		case text == "":
			return false
		case numeral(text):
			sure = sure || part[0] != ' ' // "Anglo-Irish talks, 2024" is no slug
		case onlyVersions(text):
			sure = true
		default:
			return false
		}
	}
	return sure
}

// capitalSlug reports keywords in capitals alone, run together, and a version in brackets or
// none: "BC-NORLAND-TALKS (URGENT)", "NORLAND-TALKS/ (UPDATE 2)".
func capitalSlug(s string) bool {
	head, rest, _ := strings.Cut(s, " ")
	marks := strings.Count(head, "-")
	if strings.ToUpper(head) != head || marks+strings.Count(head, "/") < 2 || marks == 0 || sentenceEnd(s) != 0 {
		return false
	}
	if rest == "" {
		return true
	}
	return rest[0] == '(' && strings.HasSuffix(rest, ")") && onlyVersions(strings.ToLower(strings.Trim(rest, "()")))
}

// joined reports a hyphen in the first word of s.
func joined(s string) bool {
	for i := 0; i < len(s) && s[i] != ' '; i++ {
		if s[i] == '-' {
			return true
		}
	}
	return false
}

// onlyVersions reports "2nd ld-writethru", "lead", "urgent".
func onlyVersions(low string) bool {
	hits := 0
	for _, w := range strings.FieldsFunc(low, func(r rune) bool { return r == ' ' || r == '-' }) {
		switch {
		case chromeWords().is(w, "version"):
			hits++
		case !numeral(w[:1]):
			return false
		}
	}
	return hits > 0
}

// toDesk reports a line that an agency writes to those who take its copy: "Eds:
// UPDATES with …", "ATTENTION - ADDS quotes ///", "(ATTN: …)".
func toDesk(v *view) bool {
	if !v.chromeHead && v.low[0] != '(' || len(v.text) > longestDesk || !v.prose() {
		return false
	}
	at := len(v.low) - len(strings.TrimLeft(v.low, "("))
	n := chromeWords().prefix(v.low[at:], "desk")
	if n == 0 {
		return false
	}
	rest := strings.TrimLeft(v.low[at+n:], " .")
	if mark := firstRune(rest); mark != ':' && mark != '-' && mark != '–' && mark != '—' {
		return false
	}
	rest = strings.TrimLeft(rest, ":-–— ")
	return at > 0 || strings.HasPrefix(v.low, "ed") || strings.HasPrefix(v.low, "note") ||
		strings.HasSuffix(rest, "///") || chromeWords().prefix(rest, "advice") > 0
}

// tail reports what an agency writes below its copy: who helped, whom to ask, the
// marks of the desks. Nothing but such lines may follow it.
func tail(vs []view, i int) bool {
	const near = 4 // most blocks are told apart by a longer one right below
	v := &vs[i]
	if len(v.text) > longestDesk || v.first || v.Kind == article.BlockHeading || longAmong(vs[i+1:min(len(vs), i+1+near)]) {
		return false
	}
	return (helped(v) || toAsk(v) || initials(v.text) || address(v.text)) && !longAmong(vs[i+1:])
}

// longAmong reports a block of text among vs that is too long for a desk's line.
func longAmong(vs []view) bool {
	for k := range vs {
		if w := &vs[k]; len(w.text) > longestDesk && w.body() {
			return true
		}
	}
	return false
}

// helped reports "X contributed to this report", "X reported from Y" and "With
// assistance from X", and what was amended since.
func helped(v *view) bool {
	low := strings.TrimRight(v.low, ". ")
	switch {
	case strings.HasPrefix(strings.TrimLeft(low, "-–—( "), "with assistance from "), strings.HasPrefix(low, "(with inputs from "):
		return true
	case amended(low):
		return true
	case strings.HasPrefix(v.text, "SOURCE ") || strings.HasPrefix(low, "source: ") || strings.HasPrefix(low, "sources: "):
		return wordCount(low) <= 10 && !reported(v.low) && sentenceEnd(v.text) == 0 && strings.IndexByte(low, '|') < 0
	case strings.HasSuffix(low, "contributed to this report"), strings.HasSuffix(low, "contributed to this story"),
		strings.HasSuffix(low, "contributed to this article"), strings.HasSuffix(low, "contributed reporting"):
		return !reported(v.low) && starts(v.text)
	}
	if strings.HasSuffix(low, " contributed") && wordCount(low) <= 14 && !reported(v.low) && hasWord(low, "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "journalist", "journalists") {
		return true
	}
	before, place, ok := strings.Cut(v.text, " reported from ")
	return ok && wordCount(before) <= 3 && capitalised(before) && starts(place) && !reported(v.low)
}

// amended reports what a paper changed after it had published, and where it had published
// before: "This article was amended on 3 May to correct a name.", "Correction: …", "This story
// originally appeared in the Halmsund Echo."
func amended(low string) bool {
	low = strings.TrimLeft(low, "*•_-– ")
	for _, label := range [...]string{"correction", "corrections", "clarification", "corrections and clarifications"} {
		if rest, ok := strings.CutPrefix(low, label); ok && opensNote(rest) {
			return true
		}
	}
	for _, what := range [...]string{"this article ", "this story ", "this piece "} {
		rest, ok := strings.CutPrefix(low, what)
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "was "), "has been ")
		for _, where := range [...]string{"originally appeared ", "first appeared ", "appeared first ", "originally published ", "first published ", "is republished "} {
			if ok && strings.HasPrefix(rest, where) {
				return true
			}
		}
	}
	for _, what := range [...]string{"this article ", "this story ", "this report "} {
		rest, ok := strings.CutPrefix(low, what)
		if !ok {
			continue
		}
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "was "), "has been ")
		for _, done := range [...]string{"amended ", "updated ", "corrected ", "edited "} {
			if strings.HasPrefix(rest, done) {
				return true
			}
		}
	}
	for _, words := range [...]string{"an earlier version of this ", "a previous version of this ", "a correction was made on", "when we learn of a mistake",
		"a version of this article appears in print", "a version of this article appeared in print"} {
		if strings.HasPrefix(low, words) {
			return true
		}
	}
	return false
}

// opensNote reports what stands between the label of a note and its text: a colon, or the day in
// brackets and a colon.
func opensNote(s string) bool {
	if strings.HasPrefix(s, " (") || strings.HasPrefix(s, ", ") {
		if i := strings.IndexByte(s, ':'); i > 0 && i <= 24 {
			s = s[i:]
		}
	}
	return strings.HasPrefix(s, ": ")
}

// toAsk reports "To contact the reporter on this story: …" and a line in two pairs of
// brackets with an address.
func toAsk(v *view) bool {
	return strings.HasPrefix(v.low, "to contact the ") && strings.Contains(v.low, " story") ||
		strings.HasPrefix(v.low, "((") && strings.Contains(v.low, "@")
}

// initials reports the marks of those who wrote and edited: "bur-ab/cd/ef".
func initials(s string) bool {
	if len(s) > 24 || !strings.Contains(s, "/") {
		return false
	}
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '/' || r == '-' }) {
		if len(part) > 4 || strings.Trim(part, "abcdefghijklmnopqrstuvwxyz") != "" {
			return false
		}
	}
	return s[len(s)-1] != '/'
}

// address reports a line of nothing but a mail address and marks of an end.
func address(s string) bool {
	if strings.IndexByte(s, '@') < 0 {
		return false
	}
	found := false
	for _, w := range strings.Fields(s) {
		switch {
		case strings.IndexByte(w, '@') > 0 && strings.Contains(strings.Trim(w, "."), "."): // "@name" signs a tweet
			found = true
		case !chromeWords().is(strings.ToLower(strings.Trim(w, "()-")), "end"):
			return false
		}
	}
	return found
}

// houseBelow reports the name of an agency or paper on a line of its own right below
// a byline.
func (f *frame) houseBelow(i int) bool {
	v := &f.vs[i]
	return i > 0 && f.vs[i-1].Kind == article.BlockByline && (v.Kind == article.BlockParagraph || v.Kind == article.BlockByline) &&
		len(v.text) <= 60 && agencyNames().has(strings.TrimSpace(v.text))
}

// wireLabel is the length of the label with which an agency numbers the versions of a
// headline, or tells what it is: "UPDATE 2-", "FACTBOX-", "(LEAD) ".
func wireLabel(s string) int {
	n := 0
	if strings.HasPrefix(s, "(") {
		if close := strings.IndexByte(s, ')'); close > 0 && close < 16 && onlyVersions(strings.ToLower(s[1:close])) {
			n = close + 1
		}
	} else if word := strings.TrimRight(s[:capitalsEnd(s)], " 0123456789"); chromeWords().is(strings.ToLower(word), "version") {
		if at := capitalsEnd(s); at < len(s) && s[at] == '-' {
			n = at + 1
		}
	}
	if n == 0 {
		return 0
	}
	rest := strings.TrimLeft(s[n:], " ")
	if !starts(rest) || wordCount(rest) < 2 {
		return 0
	}
	return len(s) - len(rest)
}

// capitalsEnd is the end of the capitals, spaces and digits at the start of s.
func capitalsEnd(s string) int {
	for i, r := range s {
		if r >= utf8.RuneSelf || !(unicode.IsUpper(r) || unicode.IsDigit(r) || r == ' ') {
			return i
		}
	}
	return len(s)
}
