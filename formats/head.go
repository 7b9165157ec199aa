package formats

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The head of wire copy stands above the text without blank lines: headline,
// byline, date, and the dateline that begins the first sentence. These shapes
// tell its lines apart; what they are is left to package parse.
//
//	Dockers walk out of talks
//	(Adds union's comment)
//	By Ada Brenn
//	April 5, 2017
//	HALMSUND, Norland (Reuters) - The union …
const (
	headBlocks  = 6  // blocks before a chunk that may still be of the head
	headLines   = 6  // of a chunk are looked at
	maxByline   = 80 // bytes of a byline
	maxDateline = 90 // bytes before the dash of a dateline
)

// headEnds reports whether line i of the first lines of a file is a block of its
// own: it is a byline, a date or a remark, or one or a dateline follows it.
func headEnds(text string, lines []line, i int) bool {
	if i >= headLines || i+1 >= len(lines) {
		return false
	}
	at := func(k int) string { return text[lines[k].from:lines[k].to] }
	for k := 0; k < i; k++ { // the head ends with the first line of text
		if !shortLine(at(k)) && !toDesk(at(k)) {
			return false
		}
	}
	switch {
	case toDesk(at(i)):
		return true
	case datelined(at(i)):
		return false
	case i == 0 && sectionAbove(at(0), at(1)), shortLine(at(i)) && signedBelow(text, lines, i):
		return true
	}
	return shortLine(at(i)) && (headLine(at(i)) || headLine(at(i+1)) || datelined(at(i+1)))
}

// sectionAbove reports one word alone above a line of several: the section of a paper, "OPINION".
func sectionAbove(s, below string) bool {
	return len(s) >= 3 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0 &&
		shortLine(below) && strings.Count(below, " ") >= 2
}

// signedBelow reports that the last of the lines, which follows line i, is a name that another
// line of the text begins with to tell who that is: "Ada Brenn is a columnist".
func signedBelow(text string, lines []line, i int) bool {
	if i+2 != len(lines) {
		return false
	}
	name := text[lines[i+1].from:lines[i+1].to]
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 4 || len(name) > wrapNarrow {
		return false
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return strings.Contains(text[lines[i+1].to:], "\n"+name+" is ")
}

// headLine reports a line that only a head has: a byline, a date, a remark, a slug.
func headLine(s string) bool {
	return bylined(s) || dateAlone(s) || remark(s) || slugged(s) || toDesk(s)
}

// slugged reports the keywords of a story run together and its version, which stand
// above an agency's headline: "BC-NL--Harbour Talks, 1st Ld", "Norland-harbour,LEAD".
func slugged(s string) bool {
	words, version, ok := strings.Cut(s, ",")
	head, _, _ := strings.Cut(words, " ")
	r, _ := utf8.DecodeRuneInString(s)
	if !ok || !unicode.IsUpper(r) || len(s) > maxByline || strings.IndexByte(strings.Trim(head, "-"), '-') < 0 {
		return false
	}
	return strings.Contains(head, "--") || version != "" && version[0] != ' '
}

// toDesk reports a remark to those who take an agency's copy: "Eds: UPDATES with …",
// "ATTENTION - ADDS quotes ///". It may be a sentence.
func toDesk(s string) bool {
	for _, to := range [...]string{"Eds: ", "Eds.: ", "Editors: ", "ATTENTION - ", "ATTENTION: "} {
		if strings.HasPrefix(s, to) {
			return true
		}
	}
	return false
}

// remark reports a line in brackets of its own: "(Adds union's comment)".
func remark(s string) bool {
	return len(s) > 2 && s[0] == '(' && strings.IndexByte(s, ')') == len(s)-1
}

// shortLine reports a line that a headline could be: no sentence's end.
func shortLine(s string) bool {
	return utf8.RuneCountInString(s) <= wrapNarrow && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ",")
}

// bylined reports "By Ada Brenn": the word and names up to the line's end.
func bylined(s string) bool {
	rest, ok := strings.CutPrefix(s, "By ")
	if !ok {
		rest, ok = strings.CutPrefix(s, "BY ")
	}
	if !ok && namesOnly(s) {
		rest, ok = strings.CutPrefix(s, "by ")
	}
	if !ok || len(s) > maxByline || strings.ContainsAny(s, ".!?:;\"“") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r)
}

// namesOnly reports two to five words behind the first, each with a capital.
func namesOnly(s string) bool {
	words := strings.Fields(s)
	for _, w := range words[min(1, len(words)):] {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return len(words) >= 3 && len(words) <= 6
}

// isAge reports "3 hours ago".
func isAge(s string) bool {
	words := strings.Fields(s)
	return len(words) == 3 && words[2] == "ago" && strings.Trim(words[0], "0123456789") == ""
}

// dateAlone reports a line that is a date and nothing else: a year or a day in
// at most six words, most of them numbers or names; or one that says whose date it is.
func dateAlone(s string) bool {
	for _, label := range [...]string{"Published", "Updated", "Posted", "Last updated"} {
		if rest, ok := strings.CutPrefix(s, label); ok {
			return len(s) <= maxByline && strings.ContainsAny(rest, "0123456789") && !strings.HasSuffix(s, ".")
		}
	}
	if isAge(s) || strings.Count(s, "|") >= 2 && len(s) <= maxByline && strings.ContainsAny(s, "0123456789") {
		return true
	}
	if len(s) > 48 || !strings.ContainsAny(s, "0123456789") || strings.ContainsAny(s, "!?\"“;") {
		return false
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",/.-:|", r) })
	digits := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsDigit(r):
			digits++
		case !unicode.IsUpper(r) && len(w) > 2:
			return false
		}
	}
	return digits >= 2 && len(words) <= 8
}

// datelined reports a line that begins with a dateline: a place in capitals,
// with a date, a country or an agency, and a dash.
func datelined(s string) bool {
	head := s[:min(len(s), maxDateline)]
	end := -1
	for _, dash := range []string{" - ", " – ", " — ", " -- ", ") -", "— ", "– "} {
		if i := strings.Index(head, dash); i > 0 && (end < 0 || i < end) {
			end = i
		}
	}
	if end < 0 {
		return false
	}
	place := head[:end]
	if i := strings.IndexAny(place, ",("); i >= 0 {
		place = place[:i]
	}
	letters := 0
	for _, r := range place {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			letters++
		}
	}
	return letters >= 3 && utf8.RuneCountInString(place) <= 40
}
