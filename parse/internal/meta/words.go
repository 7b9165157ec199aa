package meta

import (
	_ "embed"
	"iter"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dossier/parse/internal/lexicon"
)

// The word lists as they stand in the binary.
var (
	//go:embed words/agencies.tsv
	agenciesTSV string
	//go:embed words/bylines.tsv
	bylinesTSV string
	//go:embed words/chrome.tsv
	chromeTSV string
	//go:embed words/datewords.tsv
	datewordsTSV string
	//go:embed words/english.tsv
	englishTSV string
	//go:embed words/months.tsv
	monthsTSV string
	//go:embed words/slugs.tsv
	slugsTSV string
	//go:embed words/teasers.tsv
	teasersTSV string
	//go:embed words/weekdays.tsv
	weekdaysTSV string
	//go:embed words/zones.tsv
	zonesTSV string
)

// table is a word list: a word or phrase, and its second column.
type table struct {
	numbers *lexicon.Numbers
	values  []string // by number
	text    string
}

// The word lists, each read when it is first asked for.
var (
	teaserWords  = phrasesOf(&teasersTSV)
	chromeWords  = phrasesOf(&chromeTSV)
	bylineWords  = phrasesOf(&bylinesTSV)
	dateWords    = phrasesOf(&datewordsTSV)
	slugWords    = tableOf(&slugsTSV)
	agencyNames  = tableOf(&agenciesTSV)
	englishWords = tableOf(&englishTSV)
	monthNames   = tableOf(&monthsTSV)
	weekdayNames = tableOf(&weekdaysTSV)
	zoneNames    = tableOf(&zonesTSV)
)

func tableOf(text *string) func() *table {
	return sync.OnceValue(func() *table { return load(*text) })
}

// load reads a list. Only the first two columns are kept: others (the languages
// of a month's name) are there for the reader of the file.
func load(text string) *table {
	n := strings.Count(text, "\n")
	t := &table{numbers: lexicon.NewNumbers(n), values: make([]string, 1, n+1), text: text}
	for word, value := range t.each() {
		if n := t.numbers.Add(word); n < len(t.values) {
			t.values[n] = value
		} else {
			t.values = append(t.values, value)
		}
	}
	return t
}

// each yields the words and their values as they stand in the file.
func (t *table) each() iter.Seq2[string, string] {
	return func(yield func(word, value string) bool) {
		for line := range strings.SplitSeq(t.text, "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			word, rest, _ := strings.Cut(line, "\t")
			value, _, _ := strings.Cut(rest, "\t")
			if !yield(word, value) {
				return
			}
		}
	}
}

// of is the value of word, and whether it is in the list.
func (t *table) of(word string) (value string, ok bool) {
	n := t.numbers.Find(word)
	return t.values[n], n > 0
}

// is reports whether word has the class.
func (t *table) is(word, class string) bool {
	for classes, _ := t.of(word); classes != ""; {
		var c string
		c, classes, _ = strings.Cut(classes, " ")
		if c == class {
			return true
		}
	}
	return false
}

// has reports whether word is in the list, in any class.
func (t *table) has(word string) bool { return t.numbers.Find(word) > 0 }

// phrases is a table that is asked at the start of nearly every block, and
// nearly always in vain: heads is a set of hashes of first words, so that most
// blocks cost no look into the table.
type phrases struct {
	*table
	heads [32]uint64
}

func phrasesOf(text *string) func() *phrases {
	return sync.OnceValue(func() *phrases {
		p := &phrases{table: load(*text)}
		for phrase := range p.each() {
			h := headHash(phrase[:wordEnd(phrase, 0)])
			p.heads[h/64] |= 1 << (h % 64)
		}
		return p
	})
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
		if wordBytes[s[i]] {
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
		return wordBytes[byte(r)]
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// wordBytes are the ASCII letters and digits, and &.
var wordBytes = func() (is [256]bool) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789&") {
		is[c] = true
	}
	return is
}()

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
