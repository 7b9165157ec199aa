package lexicon

import (
	"strings"
	"testing"
)

func TestLower(t *testing.T) {
	for text, want := range map[string]string{
		"plain":                      "plain",
		"Ada BRENN":                  "ada brenn",
		"Ünlü ÉCOLE":                 "ünlü école",
		"МОСКВА Да":                  "москва да",
		"İstanbul ıs":                "İstanbul ıs", // its lower case has another length
		"GOOD Morning, Gdańsk! Ąć":   "good morning, gdańsk! ąć",
		"@[`{ are no LETTERS at all": "@[`{ are no letters at all",
		"273 \u212A":                 "273 \u212A",
		"broken \xffA\xc3":           "broken \xffa\xc3",
	} {
		if got := Lower(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestLowerTables: the words of all tables are lower-cased as Go does.
func TestLowerTables(t *testing.T) {
	for _, name := range Names() {
		for r, low := range Open(name)().EachLower() {
			if want := strings.ToLower(string(r)); string(low) != want {
				t.Errorf("%s: %q, want %q", name, low, want)
			}
		}
	}
}
