package meta

import (
	"embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed words/*.tsv
var wordFiles embed.FS

// table is a word list: a word or phrase, and its second column.
type table map[string]string

// The word lists, each read when it is first asked for.
var (
	teaserWords  = sync.OnceValue(func() table { return load("teasers") })
	chromeWords  = sync.OnceValue(func() table { return load("chrome") })
	bylineWords  = sync.OnceValue(func() table { return load("bylines") })
	dateWords    = sync.OnceValue(func() table { return load("datewords") })
	slugWords    = sync.OnceValue(func() table { return load("slugs") })
	agencyNames  = sync.OnceValue(func() table { return load("agencies") })
	englishWords = sync.OnceValue(func() table { return load("english") })
	monthNames   = sync.OnceValue(func() table { return load("months") })
	weekdayNames = sync.OnceValue(func() table { return load("weekdays") })
	zoneNames    = sync.OnceValue(func() table { return load("zones") })
)

// load reads words/name.tsv. Only the first two columns are kept: others (the
// languages of a month's name) are there for the reader of the file.
func load(name string) table {
	b, err := wordFiles.ReadFile("words/" + name + ".tsv")
	if err != nil {
		panic("meta: " + err.Error()) // embedded: cannot be missing
	}
	t := make(table, 300)
	for line := range strings.Lines(string(b)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		word, rest, _ := strings.Cut(line, "\t")
		value, _, _ := strings.Cut(rest, "\t")
		t[word] = value
	}
	return t
}

// is reports whether word has the class.
func (t table) is(word, class string) bool {
	for classes := t[word]; classes != ""; {
		var c string
		c, classes, _ = strings.Cut(classes, " ")
		if c == class {
			return true
		}
	}
	return false
}

// has reports whether word is in the list, in any class.
func (t table) has(word string) bool {
	_, ok := t[word]
	return ok
}

// prefix is the length of the longest phrase of the class that low starts
// with, ended by a word's end; 0 if there is none.
func (t table) prefix(low, class string) int {
	best := 0
	for end, words := 0, 0; words < 6; words++ {
		end = wordEnd(low, end)
		if t.is(low[:end], class) {
			best = end
		}
		if end >= len(low) || low[end] != ' ' {
			break
		}
		end++
	}
	return best
}

// wordEnd is the end of the word that starts at i: letters, digits, and marks
// between them.
func wordEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !wordRune(r) && !(joins(r) && i+n < len(s) && wordRune(runeAt(s, i+n))) {
			break
		}
		i += n
	}
	return i
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '&'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// joins reports marks that stand inside words.
func joins(r rune) bool { return r == '-' || r == '\'' || r == '’' || r == '.' }

func runeAt(s string, i int) rune {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}

// lower is s in lower case, letter by letter, with equal byte offsets: a letter
// whose lower case has another length stays.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return strings.Map(lowerSame, s)
		}
	}
	return s
}

func lowerSame(r rune) rune {
	l := unicode.ToLower(r)
	if r >= utf8.RuneSelf && utf8.RuneLen(l) != utf8.RuneLen(r) {
		return r
	}
	return l
}
