package token

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dossier/parse/internal/lexicon"
)

//go:embed words.tsv
var wordsTSV string

// kind is what words.tsv says of a word; a word has several.
type kind uint16

const (
	kindTitle  kind = 1 << iota // "Gen.": keeps its dot, a name follows
	kindNumber                  // "No.": keeps its dot before a number
	kindState                   // "Mass.": keeps its dot behind a comma
	kindName                    // "Inc.", "Sept.": capitalised, keeps its dot
	kindShort                   // "vs.": keeps its dot, goes on
	kindEnd                     // "etc.", "p.m.": keeps its dot, a capital begins a sentence
	kindLetter                  // "plan": a letter behind it is no initial
	kindStart                   // "the": begins a sentence even behind an abbreviation
	kindTime                    // "tuesday", "est": goes on behind "p.m."
	kindSpeech                  // "said": goes on behind "…?”"
	kindDomain                  // "com": ends the name of a host
)

var kindNames = []string{
	"title", "number", "state", "name", "short", "end", "letter", "start", "time", "speech", "domain",
}

// wordKinds is words.tsv.
type wordKinds struct {
	numbers *lexicon.Numbers
	kinds   []kind // by number
}

var words = sync.OnceValue(func() *wordKinds {
	const room = 640
	w := &wordKinds{lexicon.NewNumbers(room), make([]kind, 1, room)}
	for line := range strings.Lines(wordsTSV) {
		word, name, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if i := slices.Index(kindNames, name); ok && i >= 0 {
			n := w.numbers.Add(word)
			if n == len(w.kinds) {
				w.kinds = append(w.kinds, 0)
			}
			w.kinds[n] |= 1 << i
		}
	}
	return w
})

// is reports whether the word, in lower case, is of one of the kinds.
func is(low string, kinds kind) bool {
	if len(low) > 10 {
		return false
	}
	w := words()
	return w.kinds[w.numbers.Find(low)]&kinds != 0
}

// keepsDot reports whether the dot at j belongs to the word [i, j).
func (s *scanner) keepsDot(i, j int, dotted bool) bool {
	if s.byteAt(j+1) == '.' {
		return false // an ellipsis
	}
	if s.listNumber(i, j) {
		return true
	}
	low := s.doc.Lower[i:j]
	capital := low[0] != s.text[i] || class[low[0]] == high
	switch {
	case is(low, kindTitle|kindName) && capital, is(low, kindShort|kindEnd):
		return true
	case is(low, kindNumber) && s.nextIs(j+1, unicode.IsDigit):
		return true
	case is(low, kindState) && capital:
		before, ok := s.before()
		return ok && before == ","
	}
	if dotted {
		last := s.text[i+segment(s.text[i:j]) : j]
		return short(last) || len(last) == 2 && class[last[0]] == upperLetter
	}
	if r, n := utf8.DecodeRuneInString(s.text[i:j]); n == j-i && unicode.IsUpper(r) {
		return s.initial(r, j)
	}
	return s.afterHyphen(i, j)
}

// afterHyphen reports whether the last part of a hyphenated word keeps the dot:
// D-N., R-Ariz., Maj.-Gen.
func (s *scanner) afterHyphen(i, j int) bool {
	from := i + segment(s.text[i:j])
	if from == i || class[s.text[from]] != upperLetter {
		return false
	}
	return j-from == 1 || is(s.doc.Lower[from:j], kindTitle|kindState) && from-i == 2
}

// initial reports whether the capital r before the dot at j is the initial of
// a name: not "plan B.", not "so did I."
func (s *scanner) initial(r rune, j int) bool {
	before, ok := s.before()
	if ok && is(strings.ToLower(before), kindLetter) {
		return false
	}
	if r == 'X' && before == "on" {
		return false // the network: "she wrote on X. Kolm agreed"
	}
	if r == 'I' && (!ok || !unicode.IsUpper(firstRune(before))) {
		return false
	}
	return s.byteAt(j+1) == ',' || s.nextIs(j+1, unicode.IsUpper)
}

// before is the token before in this block.
func (s *scanner) before() (string, bool) {
	if len(s.doc.Tokens) == s.first {
		return "", false
	}
	return s.doc.Word(len(s.doc.Tokens) - 1), true
}

// listNumber reports whether [i, j) numbers the item that the block is: "1. ".
func (s *scanner) listNumber(i, j int) bool {
	return len(s.doc.Tokens) == s.first && j-i <= 3 && shapeOf(s.text[i:j]) == Digit && s.byteAt(j+1) == ' '
}

// nextIs asks is of the next rune from i on, one run of spaces skipped.
func (s *scanner) nextIs(i int, is func(rune) bool) bool {
	for limit := i + 4; i < s.end && i < limit && s.text[i] == ' '; {
		i++
	}
	if i >= s.end {
		return false
	}
	return is(firstRune(s.text[i:s.end]))
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
