package parse_test

import (
	"strings"
	"testing"

	"dossier/article"
	"dossier/parse"
)

// TestReadActors: a list in each of its shapes knows the same actor.
func TestReadActors(t *testing.T) {
	tests := []struct{ name, list string }{
		{"tabs, header", "name\taliases\tkind\tcountry\trole\texternal_id\nIda Marie Moe\tIda Moe|I. Moe\tperson\tNO\tchair\tQ1\n"},
		{"header in another order", "id,Country,KIND,Name,Also known as,born\nQ1,norway,Person,Ida Marie Moe,Ida Moe;I. Moe,1970\n"},
		{"fixed order", "Ida Marie Moe,Ida Moe|I. Moe,person,no,,Q1\n"},
		{"semicolons", "name;aliases;wikidata\nIda Marie Moe;Ida Moe;Q1\n"},
		{"byte order mark, CRLF, comments", "\xef\xbb\xbf# ours\r\nname\taliases\tid\r\n\r\n# more\r\nIda Marie Moe\tIda Moe\tQ1\r\n"},
		{"quotation marks in a cell", "name\taliases\tid\nIda Marie Moe\tIda \"Ice\" Moe|Ida Moe\tQ1\n"},
		{"decomposed letters, spaces", "name,aliases,id\n Ida  Marie Moe ,Ida Moe,Q1\n"},
		{"no line feed at the end", "name,aliases,id\nIda Marie Moe,Ida Moe,Q1"},
	}
	for _, tt := range tests {
		g, err := parse.ReadActors(strings.NewReader(tt.list), "list")
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		text := "On Monday Ida Moe spoke."
		in := &article.Article{Schema: article.SchemaID, Text: text, Blocks: []article.Block{{
			ID: "b1", Kind: article.BlockParagraph, Span: article.Span{End: len(text)}, Line: 1, EndLine: 1,
		}}}
		a := parse.Article(in, parse.Options{Actors: g, Language: "en"})
		if len(a.Actors) != 1 || a.Actors[0].Name != "Ida Marie Moe" || a.Actors[0].ExternalID != "Q1" {
			t.Errorf("%s: %+v", tt.name, a.Actors)
		}
	}
}

// TestReadActorsErrors: what is wrong is said in one line, with file and line.
func TestReadActorsErrors(t *testing.T) {
	tests := []struct{ name, list, want string }{
		{"empty", "", "list: no actors in it"},
		{"comments alone", "# Ida Moe\nname\tid\n# Jon Vik\n", "list: no actors in it; lines that begin with # are comments"},
		{"header alone", "name\tid\n", "list: no actors in it"},
		{"kind", "name,kind\nIda Moe,boat\n", `list:2: unknown kind "boat"; there are person, `},
		{"country", "name,country\n\n# x\nIda Moe,Atlantis\n", `list:4: unknown country "Atlantis"; use a name or a code of two letters`},
		{"no name", "name\tid\n\tQ1\n", "list:2: no name"},
		{"columns", "a,b,person,NO,e,f,g\n", "list:1: 7 columns; without a header there are name, aliases, kind, country, role, external id"},
		{"not UTF-8", "name,id\nIda Mo\xeb,Q1\n", "list:2: not UTF-8"},
		{"quotation mark", "name,id\n\"Ida Moe,Q1\n", `list:2: extraneous or missing " in quoted-field`},
		{"two", "name,kind\nIda Moe,boat\nPer Foss,ship\n", "; and one more bad row"},
		{"four", "name,kind\na,b\na,b\na,b\na,b\n", "; and 3 more bad rows"},
	}
	for _, tt := range tests {
		_, err := parse.ReadActors(strings.NewReader(tt.list), "list")
		if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
}

// FuzzReadActors: no list makes a panic, and an error is one line.
func FuzzReadActors(f *testing.F) {
	f.Add("name\tid\nIda Moe\tQ1\n")
	f.Add("Ida Moe,I. Moe|Moe,person,NO,chair,Q1\n\"x\ny\",,,,,\n")
	f.Fuzz(func(t *testing.T, list string) {
		g, err := parse.ReadActors(strings.NewReader(list), "list")
		if err != nil && strings.Contains(err.Error(), "\n") {
			t.Fatal(err)
		}
		if err == nil && g.Len() == 0 {
			t.Fatal("an empty list passed")
		}
	})
}
