package formats

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed keys.tsv
var keysTSV string

// keyMeaning is what a key says: a field and how good the key is among those of
// that field, 0 the best.
type keyMeaning struct {
	field string
	rank  int
}

// keyTable is keys.tsv, read on first use. A key that begins with "@" is also
// meant without it (JSON-LD).
var keyTable = sync.OnceValue(func() map[string]keyMeaning {
	table := make(map[string]keyMeaning, 200)
	for line := range strings.Lines(keysTSV) {
		field, keys, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for i, key := range strings.Fields(keys) {
			table[key] = keyMeaning{field, i}
		}
	}
	return table
})

// foldKey writes a key as the table has it.
func foldKey(key string) string {
	if strings.IndexFunc(key, func(r rune) bool { return r < 'a' || r > 'z' }) < 0 {
		return key
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '_' || r == '-' || r == ':' || r == ' ' || r == '@' || r == '\ufeff':
			return -1
		case 'A' <= r && r <= 'Z':
			return r - 'A' + 'a'
		}
		return r
	}, key)
}

// meaning is what a key means, if it means anything.
func meaning(key string) (keyMeaning, bool) {
	m, ok := keyTable()[foldKey(key)]
	return m, ok
}
