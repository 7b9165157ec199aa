package export

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"dossier/article"
)

// ftmProperty is a line of testdata/ftm-model.tsv.
type ftmProperty struct {
	kind, ranged string
	required     bool
}

// ftmModel reads what the model says: properties by schema, and what a schema is.
func ftmModel(t testing.TB) (properties map[string]map[string]ftmProperty, is map[string][]string) {
	t.Helper()
	b, err := os.ReadFile("testdata/ftm-model.tsv")
	if err != nil {
		t.Fatal(err)
	}
	properties, is = map[string]map[string]ftmProperty{}, map[string][]string{}
	for row := range strings.Lines(string(b)) {
		c := strings.Split(strings.TrimRight(row, "\n"), "\t")
		if row[0] == '#' || len(c) != 6 {
			continue
		}
		if properties[c[0]] == nil {
			properties[c[0]] = map[string]ftmProperty{}
			is[c[0]] = strings.Fields(c[1])
		}
		properties[c[0]][c[2]] = ftmProperty{c[3], c[4], c[5] == "required"}
	}
	return properties, is
}

func readFTM(t testing.TB, out []byte) []ftmEntity {
	t.Helper()
	var list []ftmEntity
	for row := range bytes.Lines(out) {
		var e ftmEntity
		if err := json.Unmarshal(row, &e); err != nil {
			t.Fatal(err)
		}
		list = append(list, e)
	}
	return list
}

// TestFTMModel holds entities, the hostile ones too, to the model: schemata,
// properties, what must be there, and what ids refer to.
func TestFTMModel(t *testing.T) {
	for name, out := range map[string][]byte{
		"gathered": render(t, FTM, Options{}, "tram", "bare", "wire", "nasty"),
		"hostile":  write(t, FTM, Options{}, hostile(t, "tram"), hostile(t, "nasty")),
	} {
		list := readFTM(t, out)
		if len(list) < 8 {
			t.Fatalf("%s: %d entities", name, len(list))
		}
		checkFTM(t, name, list)
	}
}

func checkFTM(t *testing.T, name string, list []ftmEntity) {
	model, is := ftmModel(t)
	schemas := map[string]string{}
	for _, e := range list {
		if schemas[e.ID] != "" {
			t.Errorf("%s: two entities %s", name, e.ID)
		}
		schemas[e.ID] = e.Schema
	}
	for _, e := range list {
		for p, says := range model[e.Schema] {
			if says.required && len(e.Properties[p]) == 0 {
				t.Errorf("%s: %s %s has no %s", name, e.Schema, e.ID, p)
			}
		}
		for p, values := range e.Properties {
			says, ok := model[e.Schema][p]
			if !ok {
				t.Errorf("%s: %s has no property %s", name, e.Schema, p)
			}
			for _, s := range values {
				if says.kind == "entity" && !slices.Contains(is[schemas[s]], says.ranged) {
					t.Errorf("%s: %s of %s is the %s %s, not a %s", name, p, e.Schema, schemas[s], s, says.ranged)
				}
				checkFTMValue(t, says.kind, s)
			}
		}
	}
}

func checkFTMValue(t *testing.T, kind, s string) {
	most := map[string]int{"name": ftmNameMax, "text": ftmTextMax, "url": ftmURLMax}[kind]
	if most == 0 {
		most = ftmStringMax
	}
	if s == "" || utf8.RuneCountInString(s) > most || strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
		t.Errorf("a %s is %q", kind, s)
	}
	if kind == "url" && !strings.HasPrefix(s, "http") || kind == "language" && !strings.Contains(ftmLanguages, " "+s+" ") {
		t.Errorf("a %s is %q", kind, s)
	}
}

// TestFTMPlaces: the places of entities read as what they are of.
func TestFTMPlaces(t *testing.T) {
	a := load(t, "tram")
	text := []rune(a.Text)
	list := readFTM(t, write(t, FTM, Options{}, a))
	if body := strings.Join(list[0].Properties["bodyText"], ""); body != a.Text {
		t.Errorf("the text is another: %.100q", body)
	}
	mentions := 0
	for _, e := range list {
		for _, ref := range e.Dossier.Refs {
			id, from, to := readRef(t, a, ref)
			x := actorIndex(a)[article.Opt(id)]
			found := slices.ContainsFunc(x.Mentions, func(m article.Mention) bool { return m.Text == string(text[from:to]) }) ||
				slices.ContainsFunc(x.Roles, func(r article.Role) bool { return r.Title == string(text[from:to]) })
			if !found {
				t.Errorf("%s reads %q", ref, string(text[from:to]))
			}
			mentions++
		}
	}
	if mentions < 10 {
		t.Errorf("%d places", mentions)
	}
}

// TestFTMGathers: one who stands in two articles is one entity with two
// mentions, and one employment.
func TestFTMGathers(t *testing.T) {
	count := map[string]int{}
	one, two := graphArticle("Ada Voss spoke for Velm.", "mayor"), graphArticle("Ada Voss of Velm spoke again.", "mayor")
	for _, a := range []*article.Article{one, two} {
		at := strings.Index(a.Text, "Velm")
		a.Actors = append(a.Actors, article.Actor{ID: "a2", Name: "Velm", Kind: article.KindGovernmentBody, Named: true,
			Mentions: []article.Mention{{Span: article.Span{Start: at, End: at + 4}, Text: "Velm", Type: article.MentionName}}})
		a.Actors[0].Roles[0].Organization = "a2"
	}
	for _, e := range readFTM(t, write(t, FTM, Options{}, one, two)) {
		count[e.Schema]++
		if e.Schema == "Employment" && len(e.Dossier.Refs) != 2 {
			t.Errorf("an employment of %d places", len(e.Dossier.Refs))
		}
	}
	for schema, want := range map[string]int{"Article": 2, "Person": 1, "PublicBody": 1, "Mention": 4, "Employment": 1} {
		if count[schema] != want {
			t.Errorf("%d of %s, want %d", count[schema], schema, want)
		}
	}
}

func TestFTMValues(t *testing.T) {
	for in, want := range map[string]string{
		"2022-04": "2022-04", "2022-03-04T23:30:00-05:00": "2022-03-05T04:30:00", "2022-03-04T10:00+02:00": "2022-03-04T08:00:00", "2022-03-04T10:00": "2022-03-04T10:00",
	} {
		if got := ftmDate(&article.Date{Value: in}); got != want {
			t.Errorf("date %s: %s, want %s", in, got, want)
		}
	}
	for in, want := range map[string]string{"en-GB": "eng", "nb": "nor", "de": "deu", "la": "", "und": "", "": ""} {
		if got := ftmLanguage(in); got != want {
			t.Errorf("language %s: %s, want %s", in, got, want)
		}
	}
	for in, want := range map[string]string{"https://a.example/x": "https://a.example/x", "javascript:alert(1)": "", "/x": "", "": ""} {
		if got := webAddress(in); got != want {
			t.Errorf("address %s: %s, want %s", in, got, want)
		}
	}
}
