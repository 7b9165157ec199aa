package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"dossier/article"
)

// withoutContext is linked data without its context, which is always the same.
func withoutContext(t testing.TB, b []byte) string {
	before, rest, ok := strings.Cut(asText(t, b), ldContext)
	if !ok {
		t.Error("no context")
	}
	return before + "…" + rest
}

type ldDocument struct {
	Context map[string]any   `json:"@context"`
	Graph   []map[string]any `json:"@graph"`
}

func readLD(t *testing.T, out []byte) ldDocument {
	t.Helper()
	var d ldDocument
	if err := json.Unmarshal(out, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestLDEvidence: each selector, by place and by words, gives the words of an
// article, and what nodes refer to is there. Hostile articles are no exception.
func TestLDEvidence(t *testing.T) {
	for name, list := range map[string][]*article.Article{
		"gathered": {load(t, "tram"), load(t, "wire"), load(t, "bare"), load(t, "nasty")},
		"hostile":  {hostile(t, "tram"), hostile(t, "nasty")},
	} {
		d := readLD(t, write(t, JSONLD, Options{}, list...))
		known := map[string]bool{}
		for _, n := range d.Graph {
			known[n["id"].(string)] = true
		}
		var body []rune
		selectors := 0
		for _, n := range d.Graph {
			if n["type"] == "NewsArticle" {
				body = []rune(n["articleBody"].(string))
			}
			for _, key := range []string{"spokenByCharacter", "holder", "towards", "via", "addressee", "isPartOf", "body", "generator", "sameAs"} {
				if to, ok := n[key].(string); ok && !known[to] {
					t.Errorf("%s: %s of %v is unknown: %s", name, key, n["id"], to)
				}
			}
			targets, _ := n["target"].([]any)
			for _, target := range targets {
				checkSelectors(t, body, target.(map[string]any)["selector"].([]any))
				selectors++
			}
		}
		if selectors < 20 {
			t.Errorf("%s: %d selectors", name, selectors)
		}
	}
}

func checkSelectors(t *testing.T, body []rune, list []any) {
	t.Helper()
	place, quoted := list[0].(map[string]any), list[1].(map[string]any)
	from, to := int(place["start"].(float64)), int(place["end"].(float64))
	before, after := quoted["prefix"].(string), quoted["suffix"].(string)
	if string(body[from:to]) != quoted["exact"] || !strings.HasSuffix(string(body[:from]), before) || !strings.HasPrefix(string(body[to:]), after) {
		t.Errorf("%d–%d reads %q, the quotation is %q", from, to, string(body[from:to]), quoted["exact"])
	}
	if len([]rune(before)) != min(from, ldContextRunes) || len([]rune(after)) != min(len(body)-to, ldContextRunes) {
		t.Errorf("%q stands between %q and %q", quoted["exact"], before, after)
	}
}

// TestLDTerms: every key is a term of the context or, in lower case, one of
// schema.org; and none of our own terms would fall to schema.org.
func TestLDTerms(t *testing.T) {
	d := readLD(t, render(t, JSONLD, Options{}, "tram", "wire"))
	for term := range map[string]bool{"holder": true, "stance": true, "polarity": true, "rule": true, "confidence": true, "exact": true, "start": true, "kind": true} {
		if d.Context[term] == nil {
			t.Errorf("the context lacks %s", term)
		}
	}
	schema := " identifier headline alternativeHeadline author publisher inLanguage articleBody name alternateName gender jobTitle roleName text dateCreated softwareVersion "
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				walk(x)
			}
		case map[string]any:
			for key, x := range v {
				if d.Context[key] == nil && !strings.Contains(schema, " "+key+" ") {
					t.Errorf("what is %s?", key)
				}
				walk(x)
			}
		}
	}
	for _, n := range d.Graph {
		walk(n)
	}
}

// TestLDInScript: a page may hold the document in a script element.
func TestLDInScript(t *testing.T) {
	out := write(t, JSONLD, Options{}, hostile(t, "tram"), load(t, "nasty"))
	if bytes.Contains(out, []byte("</")) || bytes.Contains(out, []byte("<!--")) || bytes.ContainsAny(out, "\u2028\u2029\x00") {
		t.Error("an article's words end the script")
	}
}

// TestLDSame: one who stands in two articles is said to be one.
func TestLDSame(t *testing.T) {
	d := readLD(t, write(t, JSONLD, Options{}, graphArticle("Ada Voss spoke.", "mayor"), graphArticle("Ada Voss spoke again.", "mayor"), graphArticle("Ada Voss played.", "violinist")))
	same := 0
	for _, n := range d.Graph {
		if n["sameAs"] != nil {
			same++
		}
	}
	if same != 1 {
		t.Errorf("%d are said to be another, want 1", same)
	}
}
