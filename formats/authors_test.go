package formats

import "testing"

// TestStatedAuthors reads the author fields that pages and records have.
func TestStatedAuthors(t *testing.T) {
	for field, want := range map[string]string{
		"By Ada Brenn, Jon Berg and Ida Moe":  "Ada Brenn;Jon Berg;Ida Moe",
		"Ada Brenn, CNA":                      "Ada Brenn",
		"Ada Brenn and Jon Berg, CNA":         "Ada Brenn;Jon Berg",
		"Ada Brenn, Staff":                    "Ada Brenn",
		"Ada Brenn, Health Editor":            "Ada Brenn",
		"Brenn, Ada":                          "Brenn, Ada",
		"Ada Brenn in Halmsund":               "Ada Brenn",
		"By Ada Brenn For The Halmsund Echo":  "Ada Brenn",
		"ADA BRENN FOR ECHO ONLINE":           "ADA BRENN",
		"Ada Brenn Health editor":             "Ada Brenn",
		"Ada Brenn Political Correspondent":   "Ada Brenn",
		"Ada Marie Brenn Chief Sports Writer": "Ada Marie Brenn",
		"Echo Staff Writer":                   "Echo Staff Writer",
		"Centre for Harbour Studies":          "Centre for Harbour Studies",
		"Daily Echo Reporter":                 "Daily Echo Reporter",
		"The Editor":                          "The Editor",
		"Women in Halmsund":                   "Women in Halmsund",
		"Letters for the Editor":              "Letters for the Editor",
	} {
		got := ""
		for i, a := range statedAuthors(field, "meta") {
			if i > 0 {
				got += ";"
			}
			got += a.Name
		}
		if got != want {
			t.Errorf("%q: %q, want %q", field, got, want)
		}
	}
}
