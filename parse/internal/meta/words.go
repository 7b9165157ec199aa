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
	teaserWords  = sync.OnceValue(func() *phrases { return loadPhrases("teasers") })
	chromeWords  = sync.OnceValue(func() *phrases { return loadPhrases("chrome") })
	bylineWords  = sync.OnceValue(func() *phrases { return loadPhrases("bylines") })
	dateWords    = sync.OnceValue(func() *phrases { return loadPhrases("datewords") })
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
	text := string(b)
	t := make(table, strings.Count(text, "\n"))
	for line := range strings.Lines(text) {
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

// phrases is a table that is asked at the start of nearly every block, and
// nearly always in vain: heads is a set of hashes of first words, so that most
// blocks cost no look into the table.
type phrases struct {
	table
	heads [32]uint64
}

func loadPhrases(name string) *phrases {
	p := &phrases{table: load(name)}
	for phrase := range p.table {
		h := headHash(phrase[:wordEnd(phrase, 0)])
		p.heads[h/64] |= 1 << (h % 64)
	}
	return p
}

// headHash is a number below 2048.
func headHash(word string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h >> 21
}

// head reports whether a phrase may start with low's first word.
func (p *phrases) head(low string) bool {
	h := headHash(low[:wordEnd(low, 0)])
	return p.heads[h/64]&(1<<(h%64)) != 0
}

// prefix is the length of the longest phrase of the class that low starts
// with, ended by a word's end; 0 if there is none.
func (p *phrases) prefix(low, class string) int {
	if !p.head(low) {
		return 0
	}
	best, end := 0, wordEnd(low, 0)
	for words := 0; words < 6; words++ {
		if p.is(low[:end], class) {
			best = end
		}
		if end >= len(low) || low[end] != ' ' {
			break
		}
		end = wordEnd(low, end+1)
	}
	return best
}

// wordEnd is the end of the word that starts at i: letters, digits, and marks
// between them.
func wordEnd(s string, i int) int {
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf && wordRune(rune(c)) {
			i++
			continue
		}
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
			var buf [shortBlock]byte
			return string(appendLower(buf[:0], s))
		}
	}
	return s
}

// appendLower appends lower(s) to b.
func appendLower(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			b = utf8.AppendRune(b, lowerSame(r))
			i += n
			continue
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
		i++
	}
	return b
}

func lowerSame(r rune) rune {
	l := unicode.ToLower(r)
	if r >= utf8.RuneSelf && utf8.RuneLen(l) != utf8.RuneLen(r) {
		return r
	}
	return l
}
