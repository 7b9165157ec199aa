package export

import (
	"maps"
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

// nameTable is the rows of names.tsv by key, as the library has them.
type nameTable map[string][]string

// put enters a key that has a name in each language.
func (table nameTable) put(key string, name func(*display.Dictionary) string) {
	var cells []string
	for _, d := range dictionaries {
		cells = append(cells, name(d))
	}
	if !slices.Contains(cells, "") {
		table[key] = cells
	}
}

// regions, languages and scripts enter what has a name, and return its keys.
func (table nameTable) regions() (list []language.Region) {
	add := func(s string) {
		r, err := language.ParseRegion(s)
		if err != nil || r.String() == "ZZ" || r != r.Canonicalize() {
			return
		}
		if table.put(r.String(), func(d *display.Dictionary) string { return d.Regions().Name(r) }); table[r.String()] != nil {
			list = append(list, r)
		}
	}
	spelled(2, 'A', 'Z', add)
	spelled(3, '0', '9', add)
	return list
}

func (table nameTable) languages() (list []language.Base) {
	add := func(s string) {
		b, err := language.ParseBase(s)
		if err != nil || b.String() != s || language.Make(s).String() != s {
			return
		}
		if table.put(s, func(d *display.Dictionary) string { return d.Languages().Name(b) }); table[s] != nil {
			list = append(list, b)
		}
	}
	spelled(2, 'a', 'z', add)
	spelled(3, 'a', 'z', add)
	return list
}

func (table nameTable) scripts() (list []language.Script) {
	for _, s := range strings.Fields("Arab Armn Beng Bopo Brai Cans Cher Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hani Hans Hant Hebr Hira Jpan Kana Khmr Knda Kore Laoo Latn Mlym Mong Mymr Orya Sinh Taml Telu Tfng Thaa Thai Tibt Yiii") {
		x := language.MustParseScript(s)
		if table.put(s, func(d *display.Dictionary) string { return d.Scripts().Name(x) }); table[s] != nil {
			list = append(list, x)
		}
	}
	return list
}

// named enters a language with a script or a region if that has a name of its own:
// "pt-BR" is "Brazilian Portuguese" and not "Portuguese (Brazil)".
func (table nameTable) named(base language.Base, with any, key string) {
	tag, err := language.Raw.Compose(base, with)
	if err != nil {
		return
	}
	for i, d := range dictionaries {
		if d.Tags().Name(tag) != table[base.String()][i]+" ("+table[key][i]+")" {
			table.put(tag.String(), func(d *display.Dictionary) string { return d.Tags().Name(tag) })
			return
		}
	}
}

// TestNamesTable holds that the table has what the library has: all regions, and
// all languages and scripts that a tag can consist of.
func TestNamesTable(t *testing.T) {
	table := nameTable{}
	regions, scripts := table.regions(), table.scripts()
	for _, b := range table.languages() {
		if b.String() == "und" {
			continue
		}
		for _, s := range scripts {
			table.named(b, s, s.String())
		}
		for _, r := range regions {
			table.named(b, r, r.String())
		}
	}
	want := namesHead
	for _, key := range slices.Sorted(maps.Keys(table)) {
		want += key + "\t" + strings.Join(table[key], "\t") + "\n"
	}
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
