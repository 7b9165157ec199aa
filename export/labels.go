package export

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed labels.tsv
var labelsTSV string

// LabelLanguages are the languages of the words that an output itself prints.
var LabelLanguages = []string{"en", "de", "fr", "es", "ru"}

// labelTable maps a key to its words, one a language.
var labelTable = sync.OnceValue(func() map[string][]string {
	table := map[string][]string{}
	for row := range strings.Lines(labelsTSV) {
		if cells := strings.Split(strings.TrimRight(row, "\n"), "\t"); row[0] != '#' {
			table[cells[0]] = cells[1:]
		}
	}
	return table
})

// labelSet is the words of one language.
type labelSet int

// labelsFor returns the words of a language; English where it is not known.
func labelsFor(tag string) labelSet {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return labelSet(max(0, slices.Index(LabelLanguages, base)))
}

// get returns the words of key. Pairs fill the braces: "n", "3" sets {n}. A key
// that the table lacks is our bug.
func (l labelSet) get(key string, pairs ...string) string {
	cells := labelTable()[key]
	if cells == nil {
		panic("export: no label " + key)
	}
	s := cells[l]
	for i := 0; i+1 < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, "{"+pairs[i]+"}", pairs[i+1])
	}
	return s
}

// counted returns the words of key for a number, {n} unless pairs say otherwise:
// those of key.1 where it is one and the table has them.
func (l labelSet) counted(key string, n int, pairs ...string) string {
	if one := key + ".1"; n == 1 && labelTable()[one] != nil {
		key = one
	}
	return l.get(key, append(pairs, "n", strconv.Itoa(n))...)
}

// list returns the words of a key that holds several, like month names.
func (l labelSet) list(key string) []string { return strings.Fields(l.get(key)) }
