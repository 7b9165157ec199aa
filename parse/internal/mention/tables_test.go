package mention

import (
	"sort"
	"strings"
	"testing"

	"dossier/article"
	"dossier/parse/internal/lexicon"
)

// nameTables are the tables of names, by what a name in them is.
var nameTables = map[string]*func() *lexicon.Table{
	"countries": &countries, "demonyms": &demonyms, "capitals": &capitals, "seats": &seats,
	"igos": &igos, "media": &media, "armed": &armed, "parties": &parties,
	"agencies": &agencies, "orgs": &orgs, "places": &places,
}

// forms lists all names of a table: keys and the comma list of other forms in
// the last column, where the head tells of one.
func forms(t *lexicon.Table) []string {
	var list []string
	column := -1
	if _, rest, ok := strings.Cut(t.Head, "# columns: "); ok {
		line, _, _ := strings.Cut(rest, "\n")
		if strings.Contains(line, "other forms") {
			column = strings.Count(line[:strings.Index(line, "other forms")], ",")
		}
	}
	for _, r := range t.Rows() {
		list = append(list, r.Key())
		if column > 0 && r.Field(column) != "" {
			list = append(list, strings.Split(r.Field(column), ",")...)
		}
	}
	return list
}

// TestNoDuplicates: a name stands once in its table.
func TestNoDuplicates(t *testing.T) {
	tables := map[string]*func() *lexicon.Table{
		"roles": &roleTable, "orgheads": &headTable, "honorifics": &honorifics, "particles": &particles,
		"namewords": &nameWords, "suffixes": &suffixTable, "commonwords": &common, "notnames": &notNames,
		"givennames": &given, "weaknames": &weakNames,
	}
	for name, table := range nameTables {
		tables[name] = table
	}
	for name, table := range tables {
		seen := map[string]bool{}
		for _, f := range forms((*table)()) {
			if seen[f] {
				t.Errorf("%s: %q stands twice", name, f)
			}
			seen[f] = true
		}
	}
}

// TestNoContradictions: a name in two tables, a name that is also a given name,
// and a single name that is a common word are marked in weaknames, unless both
// say the same.
func TestNoContradictions(t *testing.T) {
	where := map[string][]string{}
	for name, table := range nameTables {
		for _, f := range forms((*table)()) {
			where[strings.ToLower(f)] = append(where[strings.ToLower(f)], name)
		}
	}
	for low, tables := range where {
		sort.Strings(tables)
		weak := weakNames().Has(low)
		if len(tables) > 1 && tables[0] != tables[1] && !weak {
			t.Errorf("%q stands in %v: mark it in weaknames or drop one", low, tables)
		}
		if tables[0] != "demonyms" && given().Has(low) && !weak {
			t.Errorf("%q in %s is a given name too: mark it in weaknames", low, tables[0])
		}
		if tables[0] != "demonyms" && common().Has(low) && !weak {
			t.Errorf("%q in %s is a common word too: mark it in weaknames", low, tables[0])
		}
	}
}

// TestDemonyms: the state of a demonym is a state of the table.
func TestDemonyms(t *testing.T) {
	codes := map[string]bool{"": true}
	for _, r := range countries().Rows() {
		if len(r.Field(1)) != 2 {
			t.Errorf("%s has the code %q", r.Key(), r.Field(1))
		}
		codes[r.Field(1)] = true
	}
	for name, column := range map[*func() *lexicon.Table]int{&demonyms: 1, &capitals: 1, &seats: 2, &places: 1, &media: 1, &parties: 1, &armed: 2, &agencies: 2, &orgs: 2} {
		for _, r := range (*name)().Rows() {
			if !codes[r.Field(column)] {
				t.Errorf("%s: no state has the code %q", r.Key(), r.Field(column))
			}
		}
	}
	for _, r := range demonyms().Rows() {
		if f := r.Field(2); f != "a" && f != "n" && f != "an" {
			t.Errorf("%s: form %q", r.Key(), f)
		}
	}
}

// TestKinds: what the tables call kinds and classes are ones.
func TestKinds(t *testing.T) {
	if headKinds[officialKind] != article.KindGovernmentBody || headKinds[companyKind] != article.KindCompany || headKinds[mediaKind] != article.KindMedia {
		t.Error("officialKind, companyKind or mediaKind is another kind")
	}
	for _, r := range headTable().Rows() {
		if kindIndex(r.Field(1)) == 0 {
			t.Errorf("orgheads: %s has the kind %q", r.Key(), r.Field(1))
		}
	}
	for _, r := range roleTable().Rows() {
		if kindIndex(r.Field(3)) == 0 {
			t.Errorf("roles: several of %s are a %q", r.Key(), r.Field(3))
		}
		if c := r.Field(2); c != "office" && c != "work" && c != "person" && c != "kin" {
			t.Errorf("roles: %s is of class %q", r.Key(), c)
		}
	}
}
