package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotationMarks are the characters that open or close a quotation in the
// scripts we read. "”" and "“" are pairs of the last two.
const quotationMarks = "\"“”„‟«»‹›‘’‚‛「」『』'`"

// inMarks reports whether s is directly preceded, white space and opening
// brackets aside, by a quotation mark, or stands later in a paragraph that has
// one before it, and is followed by a mark or by the paragraph's end (speech
// that goes on in the next paragraph is closed only there).
func inMarks(text string, s Span) bool {
	from := strings.LastIndex(text[:s.Start], "\n\n") + 1
	if !strings.ContainsAny(text[from:s.Start], quotationMarks) {
		return false
	}
	rest := text[s.End:]
	if i := strings.Index(rest, "\n\n"); i >= 0 {
		rest = rest[:i]
	}
	if strings.TrimFunc(rest, invisible) == "" || strings.ContainsAny(rest, quotationMarks) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text[:s.End], unicode.IsSpace))
	return strings.ContainsRune(quotationMarks, last)
}

// invisible reports what may stand behind the last word of a paragraph unseen.
func invisible(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.C, r) }
