package export

import (
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// dictionaries are those of the library, in the order of LabelLanguages.
var dictionaries = []*display.Dictionary{
	display.English, display.German, display.French, display.Spanish, display.Russian,
}

const namesHead = `# The names of regions, languages and scripts, in the order of LabelLanguages; a key in front.
# Origin: Unicode CLDR, by way of golang.org/x/text/language/display. Made by: go test ./export -run NamesTable -update
`

// spelled calls f with all strings of n letters from a to b.
func spelled(n int, a, b byte, f func(string)) {
	var grow func(s string)
	grow = func(s string) {
		if len(s) == n {
			f(s)
			return
		}
		for c := a; c <= b; c++ {
			grow(s + string(c))
		}
	}
	grow("")
}

// TestNamesTable holds that the table has what the library has: all regions, and
// all languages and scripts that a tag can consist of.
func TestNamesTable(t *testing.T) {
	table := map[string]string{}
	put := func(key string, name func(*display.Dictionary) string) {
		cells := []string{key}
		for _, d := range dictionaries {
			cells = append(cells, name(d))
		}
		if !slices.Contains(cells, "") {
			table[key] = strings.Join(cells, "\t")
		}
	}
	region := func(s string) {
		if r, err := language.ParseRegion(s); err == nil && r.String() != "ZZ" && r == r.Canonicalize() {
			put(r.String(), func(d *display.Dictionary) string { return d.Regions().Name(r) })
		}
	}
	spelled(2, 'A', 'Z', region)
	spelled(3, '0', '9', region)
	var bases []language.Base
	base := func(s string) {
		if b, err := language.ParseBase(s); err == nil && language.Make(s).String() == s {
			bases = append(bases, b)
			put(s, func(d *display.Dictionary) string { return d.Languages().Name(b) })
		}
	}
	spelled(2, 'a', 'z', base)
	spelled(3, 'a', 'z', base)
	var scripts []language.Script
	for _, s := range strings.Fields("Arab Armn Beng Bopo Brai Cans Cher Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hani Hans Hant Hebr Hira Jpan Kana Khmr Knda Kore Laoo Latn Mlym Mong Mymr Orya Sinh Taml Telu Tfng Thaa Thai Tibt Yiii") {
		x := language.MustParseScript(s)
		scripts = append(scripts, x)
		put(s, func(d *display.Dictionary) string { return d.Scripts().Name(x) })
	}
	// What has a name of its own: "pt-BR" is "Brazilian Portuguese".
	named := func(tag language.Tag, rest string) {
		b, _ := tag.Base()
		for i, d := range dictionaries {
			if table[b.String()] != "" && d.Tags().Name(tag) != strings.Split(table[b.String()], "\t")[1+i]+" ("+strings.Split(table[rest], "\t")[1+i]+")" {
				put(tag.String(), func(d *display.Dictionary) string { return d.Tags().Name(tag) })
				return
			}
		}
	}
	var regions []string
	for key := range table {
		if key[0] <= 'Z' && len(key) <= 3 {
			regions = append(regions, key)
		}
	}
	for _, b := range bases {
		if table[b.String()] == "" || b.String() == "und" {
			continue
		}
		for _, s := range scripts {
			if tag, err := language.Raw.Compose(b, s); err == nil && table[s.String()] != "" {
				named(tag, s.String())
			}
		}
		for _, r := range regions {
			if tag, err := language.Raw.Compose(b, language.MustParseRegion(r)); err == nil {
				named(tag, r)
			}
		}
	}
	rows := make([]string, 0, len(table))
	for _, row := range table {
		rows = append(rows, row)
	}
	slices.SortFunc(rows, func(x, y string) int {
		a, _, _ := strings.Cut(x, "\t")
		b, _, _ := strings.Cut(y, "\t")
		return strings.Compare(a, b)
	})
	want := namesHead + strings.Join(rows, "\n") + "\n"
	if *update {
		if err := os.WriteFile("names.tsv", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if want != namesTSV {
		t.Error("names.tsv is not what the library has (-update rewrites it)")
	}
}

// TestTongues: tags read as the library reads them.
func TestTongues(t *testing.T) {
	for _, tag := range strings.Fields("en de fr zh ru en-NG en-US pt-BR pt-PT de-CH de-AT sr-Latn sr-Cyrl az-Cyrl zh-Hans zh-Hant zh-Hans-CN zh-TW sr-Latn-RS es-419 iw he nb no mul fil tl haw uz-Arab uz-Arab-AF en-us fr_CA") {
		parsed := language.Make(tag)
		for i, d := range dictionaries {
			if got, want := labelSet(i).tongue(tag), d.Tags().Name(parsed); got != want {
				t.Errorf("%s in %s: %q, want %q", tag, LabelLanguages[i], got, want)
			}
		}
	}
	for _, tag := range []string{"", "qqq", "not a tag"} {
		if got := languageName(tag); got != tag {
			t.Errorf("%q is named %q", tag, got)
		}
	}
	for code, want := range map[string]string{"DE": "Germany", "XX": "XX", "": "", "UK": "United Kingdom", "GB": "United Kingdom"} {
		if got := countryName(code); got != want {
			t.Errorf("%q is named %q, want %q", code, got, want)
		}
	}
}
