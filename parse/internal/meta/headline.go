package meta

import (
	"strings"
	"unicode"

	"dossier/article"
)

// headlineCase is what the weights look at.
type headlineCase struct {
	line, low      string
	count          count
	next           *view // the block below
	longest, below int   // see frame.below
}

// headlineWeight is one observation and what it counts for a headline.
type headlineWeight struct {
	name   string
	weight int
	holds  func(h headlineCase) bool
}

var headlineWeights = []headlineWeight{
	{"no full stop", +3, func(h headlineCase) bool { return sentenceEnd(h.line) == 0 }},
	{"ends in a comma, colon or dash", -4, func(h headlineCase) bool { return strings.ContainsRune(",:-–—", lastRune(h.line)) }},
	{"a question or call", +2, func(h headlineCase) bool { e := sentenceEnd(h.line); return e == '?' || e == '!' }},
	{"Title Case", +3, func(h headlineCase) bool { return h.count.titleCase() }},
	{"ALL CAPITALS", +3, func(h headlineCase) bool { return h.count.allCaps() }},
	{"a dateline, date or byline below", +3, func(h headlineCase) bool { return frontBelow(h.next) }},
	{"a place in capitals", -5, func(h headlineCase) bool {
		return h.count.words <= 3 && h.count.allCaps() && strings.Contains(h.line, ",")
	}},
	{"a line in capitals below", +2, func(h headlineCase) bool {
		return h.next != nil && h.next.low != "" && wordCount(h.next.text) <= 3 && measure(h.next.text).allCaps()
	}},
	{"label and colon", +2, func(h headlineCase) bool { return colonInside(h.line) }},
	{"few words", +1, func(h headlineCase) bool { return h.count.words <= 12 }},
	{"more than a headline's words", -2, func(h headlineCase) bool { return h.count.words > 18 }},
	{"far more", -2, func(h headlineCase) bool { return h.count.words > 26 }},
	{"a dateline", -6, func(h headlineCase) bool { _, end := datelineOf(h.line); return end > 0 }},
	{"no article", +1, func(h headlineCase) bool { return !hasWord(h.low, "the", "a", "an") }},
	{"longer text below", +1, func(h headlineCase) bool { return h.longest*2 >= len(h.line)*3 }},
	{"shorter text below", -2, func(h headlineCase) bool { return h.longest < len(h.line) }},
	{"several blocks below", +1, func(h headlineCase) bool { return h.below >= 3 }},
	{"tells as sentences do", -2, func(h headlineCase) bool {
		return sentenceEnd(h.line) == '.' && hasWord(h.low, "was", "were", "had", "been", "said", "told", "announced", "which")
	}},
	{"tells in the perfect", -1, func(h headlineCase) bool { return sentenceEnd(h.line) == '.' && hasWord(h.low, "has", "have") }},
	{"names a weekday", -2, func(h headlineCase) bool { return sentenceEnd(h.line) == '.' && namesDay(h.line) }},
	{"goes on with something told before", -2, func(h headlineCase) bool { return opens(h, inText) }},
	{"opens with a preposition or conjunction", -1, func(h headlineCase) bool { return opens(h, openers) }},
	{"all in quotation marks", -3, func(h headlineCase) bool { return quoted(h.line) }},
	{"two sentences or more", -2, func(h headlineCase) bool { return sentences(h.line) > 2 }},
}

// frontBelow reports that the block below is a byline, a date, or opens with a
// dateline: what stands above it is a headline.
func frontBelow(v *view) bool {
	if v == nil {
		return false
	}
	if v.Kind == article.BlockDate || isByline(v) {
		return true
	}
	if v.low != "" && len(v.text) <= 60 {
		if dates := datesIn(v.text); len(dates) == 1 && dates[0].readings[0].year != 0 {
			_, before := leftOver(v.text[:dates[0].start], true)
			_, after := leftOver(v.text[dates[0].end:], false)
			return before && after
		}
	}
	_, at := datelineOf(v.text)
	return at > 0
}

// colonInside reports "Poll: …", "Stealth Over Health: …": a few words, a colon,
// and a capital or a quotation behind it.
func colonInside(s string) bool {
	before, after, ok := strings.Cut(s, ": ")
	return ok && wordCount(before) <= 6 && starts(after) && wordCount(after) >= 2
}

// hasWord reports whether low holds one of the words.
func hasWord(low string, words ...string) bool {
	for _, w := range words {
		for at := 0; ; {
			i := strings.Index(low[at:], w)
			if i < 0 {
				break
			}
			i += at
			at = i + len(w)
			if (i == 0 || !wordRune(rune(low[i-1]))) && !wordAt(low, at) {
				return true
			}
		}
	}
	return false
}

// namesDay reports a weekday in English.
func namesDay(s string) bool {
	for _, d := range [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "yesterday", "today"} {
		if strings.Contains(s, d) {
			return true
		}
	}
	return false
}

// First words of sentences: inText's refer to what was told before; openers
// start headlines too, but less often.
const (
	inText  = " it he she they we i there this these that those but and you according "
	openers = " in on at as when while if after for since during "
)

// opens reports a sentence that starts with one of the words.
func opens(h headlineCase, words string) bool {
	first := h.low[:wordEnd(h.low, 0)]
	if i := strings.IndexAny(first, "'’"); i > 0 {
		first = first[:i]
	}
	return first != "" && sentenceEnd(h.line) == '.' && strings.Contains(words, " "+first+" ")
}

// quoted reports a line that is one quotation.
func quoted(s string) bool {
	if sentenceEnd(s) == 0 {
		return false
	}
	return strings.ContainsRune("\"“„«", firstRune(s)) && strings.ContainsRune("\"”“»", lastRune(s))
}

// sentences counts full stops before a capital, and the end.
func sentences(s string) int {
	n := 0
	for i := 0; i+2 < len(s); i++ {
		if strings.IndexByte(".?!", s[i]) >= 0 && s[i+1] == ' ' && unicode.IsUpper(runeAt(s, i+2)) && i > 3 && unicode.IsLower(rune(s[i-1])) {
			n++
		}
	}
	return n + 1
}
