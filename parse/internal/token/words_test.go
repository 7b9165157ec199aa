package token

import (
	"slices"
	"strings"
	"testing"
)

// TestWords loads the word list: each line a word in lower case and a kind.
func TestWords(t *testing.T) {
	for line := range strings.Lines(wordsTSV) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		word, kind, ok := strings.Cut(line, "\t")
		if !ok || word != strings.ToLower(word) || !slices.Contains(kindNames, kind) {
			t.Errorf("words.tsv: %q", line)
		}
		if i := slices.Index(kindNames, kind); i >= 0 && !is(word, 1<<i) {
			t.Errorf("%s is not found as %s", word, kind)
		}
	}
}
