package export

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dossier/article"
)

// dataFormats are the outputs for other programs, which gather articles.
var dataFormats = []rendering{
	{"graphml", GraphML, Options{}, asText},
	{"edges.csv", EdgesCSV, Options{}, asText},
	{"entities.csv", EntitiesCSV, Options{}, asText},
	{"ftm", FTM, Options{}, asText},
	{"markdown", Markdown, Options{}, asText},
	{"markdown.de", Markdown, Options{Labels: "de"}, asText},
	{"jsonld", JSONLD, Options{}, withoutContext},
}

func TestDataGoldens(t *testing.T) { testGoldens(t, ".data.txtar", dataFormats) }

// TestDataTwice asks for equal bytes twice, and for as much of an article that
// comes twice as of one that comes once.
func TestDataTwice(t *testing.T) {
	for _, r := range dataFormats {
		first := render(t, r.format, r.opts, "tram", "nasty", "bare", "wire")
		for range 3 {
			if !bytes.Equal(first, render(t, r.format, r.opts, "tram", "nasty", "bare", "wire")) {
				t.Errorf("%s: the bytes differ", r.name)
				break
			}
		}
		if !r.format.Gathers || r.format.Binary {
			t.Errorf("%s does not gather text", r.name)
		}
		if r.format != Lookup(r.format.Name) {
			t.Errorf("%s is not registered", r.name)
		}
		if one, two := render(t, r.format, r.opts, "tram"), render(t, r.format, r.opts, "tram", "tram"); !bytes.Equal(one, two) {
			t.Errorf("%s: an article that comes twice stands there twice", r.name)
		}
	}
}

// nasties are strings that break out of some format.
var nasties = []string{
	"a\x00b\x1b[31mc\u0085d\x7f", "x ]]> y </data><node id=\"z\">", `"q" 'a' \ ` + "`code`", "line\u2028sep\u2029end\r\nnext\n\nblock",
	"\u202eoverride\u2066 שלום, مرحبا", "</script><script>alert(1)</script><!-- c -->", "# head\n- item\n1. one\n> quote\n***\n---\n| a | b |\n|--|--|",
	"[x](javascript:alert(1)) ![i](http://x.example/y.png) <http://z.example> [[wiki]] [//]: # (dossier)", "http://evil.example/ www.evil.example {{tpl}} %%c%% ==m== ~~s~~ $x$ ^a^ #tag @user :smile:",
	"=1+1", "+1. one", "2) two", "  \t ", "&lt;&amp;&#60;", "\ufffe\uffff\U0001F6A2 _a_ *b*", "a \\", "*", "***",
}

// hostile is an article all of whose words are nasty: each string of it, ids of
// records, names of files and kinds that are no closed set, is one of nasties.
// Its spans stand where they stood; what they hold reads otherwise.
func hostile(t testing.TB, name string) *article.Article {
	a := load(t, name)
	n := 0
	spoil(reflect.ValueOf(a).Elem(), &n)
	return a
}

// kept are the fields that refer to something or come from closed sets.
var kept = []string{
	"Schema", "Generator", "Text", "Kind", "Type", "Stance", "Status", "Actor", "Organization", "Speaker", "Quotes", "Block", "Functions", "Value", "Country",
	"Precision", "Tag", "Code", "Severity", "SHA256", "Gender",
}

func spoil(v reflect.Value, n *int) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			spoil(v.Elem(), n)
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoil(v.Index(i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			isID := f.Name == "ID" && v.Type() != reflect.TypeFor[article.Article]()
			ofWords := f.Name == "Text" && v.Type() != reflect.TypeFor[article.Article]()
			ref := f.Name == "Speaker" && f.Type == reflect.TypeFor[*article.Ref]()
			if ref || ofWords || !isID && !slices.Contains(kept, f.Name) {
				spoil(v.Field(i), n)
			}
		}
	case reflect.String:
		v.SetString(nasties[*n%len(nasties)])
		*n++
	}
}

// readRef takes "ARTICLE#ITEM:START-END:RULE" apart.
func readRef(t *testing.T, a *article.Article, ref string) (item string, from, to int) {
	t.Helper()
	rest, ok := strings.CutPrefix(ref, a.ID+"#")
	parts := strings.Split(rest, ":")
	if !ok || len(parts) != 3 || parts[2] == "" {
		t.Fatalf("ref %q", ref)
	}
	if _, err := fmt.Sscanf(parts[1], "%d-%d", &from, &to); err != nil {
		t.Fatalf("ref %q: %v", ref, err)
	}
	return parts[0], from, to
}
