package export

import (
	_ "embed"
	"strings"

	"golang.org/x/text/language"
)

// The names of countries, languages and scripts, a column for each of
// LabelLanguages. The library that they come from has them too, in two hundred
// languages, and makes ready to choose among those whenever a program starts.
//
//go:embed names.tsv
var namesTSV string

// nameOf is the name of a region ("DE", "419"), a language ("de", "pt-BR") or a
// script ("Cyrl"); "" where the table has none. The table is in the order of its
// keys, and searched where it lies.
func (l labelSet) nameOf(key string) string {
	for rest := namesTSV; rest != ""; {
		start := strings.LastIndexByte(rest[:len(rest)/2], '\n') + 1
		row, after, _ := strings.Cut(rest[start:], "\n")
		k, names, _ := strings.Cut(row, "\t")
		switch {
		case k == key:
			for range l {
				_, names, _ = strings.Cut(names, "\t")
			}
			name, _, _ := strings.Cut(names, "\t")
			return name
		case k < key:
			rest = after
		default:
			rest = rest[:start]
		}
	}
	return ""
}

// country names an ISO 3166-1 alpha-2 code; the code where it has no name.
func (l labelSet) country(code string) string {
	r, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	if name := l.nameOf(r.Canonicalize().String()); name != "" {
		return name
	}
	return code
}

// tongue names a BCP 47 tag: "English", "Azerbaijani (Cyrillic)"; the tag where it
// has no name.
func (l labelSet) tongue(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	base, script, region := t.Raw()
	name, parts := l.nameOf(base.String()), []string{}
	if s := script.String(); s != "Zzzz" {
		if both := l.nameOf(base.String() + "-" + s); both != "" {
			name = both
		} else {
			parts = append(parts, l.nameOf(s))
		}
	}
	if r := region.String(); r != "ZZ" {
		if both := l.nameOf(base.String() + "-" + r); both != "" && len(parts) == 0 {
			name = both
		} else {
			parts = append(parts, l.nameOf(r))
		}
	}
	if name == "" {
		return tag
	}
	if len(parts) > 0 {
		name += " (" + strings.Join(parts, ", ") + ")"
	}
	return name
}

// countryName is the English name of an ISO 3166-1 alpha-2 code, or the code
// where there is none.
func countryName(code string) string { return labelSet(0).country(code) }

// languageName is the English name of a BCP 47 tag, or the tag where there is
// none.
func languageName(tag string) string { return labelSet(0).tongue(tag) }
