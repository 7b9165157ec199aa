package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"dossier/article"
)

// TestEntitiesInParts holds, over random casts: what is settled part by part is
// what is settled at once, whatever the order in which it comes, and none of it
// is lost on the way between machines.
func TestEntitiesInParts(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		list := randomAppearances(r)
		want := Entities(slices.Clone(list), nil)
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		ends := map[string]bool{}
		for i := range list {
			for _, group := range list[i].Ends() {
				ends[group] = true
			}
		}
		var got []Entity
		for _, part := range partsOf(list) {
			heard := map[string]bool{}
			for i := range part {
				for _, group := range part[i].Groups() {
					if ends[group] {
						heard[group] = true
					}
				}
			}
			got = append(got, Entities(sent(t, part), heard)...)
		}
		if a, b := entitiesTable(t, got), entitiesTable(t, want); a != b {
			t.Fatalf("in parts:\n%s\nat once:\n%s\nof %+v", a, b, list)
		}
	}
}

// randomAppearances are those of a few articles, some of which come twice.
func randomAppearances(r *rand.Rand) []Appearance {
	pick := func(s ...string) string { return s[r.IntN(len(s))] }
	var list []Appearance
	for n := range 2 + r.IntN(8) {
		key, order := fmt.Sprintf("article%d", n), fmt.Sprintf("%03d", n)
		start := len(list)
		for place := range r.IntN(6) {
			list = append(list, Appearance{
				Order: order, Article: key, Actor: fmt.Sprintf("a%d", place+1), Place: place,
				Name: pick("Ida Moe", "Ida Lind Moe", "Lind Moe", "Moe", "Per Moe", "North Union", "NU", "Norland"),
				Kind: article.ActorKind(pick("person", "person", "igo", "country")), Named: r.IntN(6) > 0,
				Country: pick("", "", "NO", "SE"), External: pick("", "", "", "", "x1", "x2"),
				Roles: roleKeys(pick("", "", "Senator", "goalkeeper")), Mentions: 1 + r.IntN(3), Quotes: r.IntN(2), Positions: r.IntN(2),
			})
		}
		if r.IntN(4) == 0 { // the same article in a later file
			for _, x := range slices.Clone(list[start:]) {
				x.Order += "b"
				list = append(list, x)
			}
		}
	}
	return list
}

// partsOf puts those together that share a group, through whatever others.
func partsOf(list []Appearance) [][]Appearance {
	part := map[string]int{}
	var parts [][]Appearance
	for _, x := range list {
		at := len(parts)
		parts = append(parts, []Appearance{x})
		for _, group := range x.Groups() {
			if old, ok := part[group]; ok && old != at {
				parts[at] = append(parts[at], parts[old]...)
				parts[old] = nil
			}
		}
		for i := range parts[at] {
			for _, group := range parts[at][i].Groups() {
				part[group] = at
			}
		}
	}
	return slices.DeleteFunc(parts, func(p []Appearance) bool { return p == nil })
}

// sent is the list after a way through JSON.
func sent(t *testing.T, list []Appearance) []Appearance {
	b, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	var back []Appearance
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	return back
}

func entitiesTable(t *testing.T, list []Entity) string {
	var b bytes.Buffer
	if err := WriteEntities(&b, list, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestEntitiesAsGraph wants the entities to be the actors of the graph: the same
// ids, names and counts.
func TestEntitiesAsGraph(t *testing.T) {
	names := []string{"tram", "nasty", "bare", "wire", "tram"}
	var list []Appearance
	g := newGraph()
	for i, name := range names {
		a := load(t, name)
		g.add(a)
		_, actors := Appearances(a, fmt.Sprint(i))
		list = append(list, actors...)
	}
	type row struct {
		id, name, kind, country, external string
		named                             bool
		articles, mentions, quotes        int
	}
	var want, got []row
	nodes, _ := g.close()
	for _, x := range nodes {
		if x.kind != nodeIssue && x.kind != nodeWords && x.kind != string(article.KindPlace) {
			want = append(want, row{x.id, x.label, x.kind, x.country, x.external, x.named, x.articles, x.mentions, x.quotes})
		}
	}
	for _, e := range Entities(list, nil) {
		got = append(got, row{e.ID, e.Name, string(e.Kind), e.Country, e.External, e.Named, e.Articles, e.Mentions, e.Quotes})
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}
