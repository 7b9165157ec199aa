package export

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dossier/article"
)

// TestGraphML lets xmllint hold our graphs, the hostile ones too, to GraphML.
func TestGraphML(t *testing.T) {
	xmllint := tool(t, "xmllint")
	for name, out := range map[string][]byte{
		"one":      render(t, GraphML, Options{}, "tram"),
		"gathered": render(t, GraphML, Options{}, "tram", "bare", "wire", "nasty"),
		"empty":    write(t, GraphML, Options{}),
		"hostile":  write(t, GraphML, Options{}, hostile(t, "tram"), hostile(t, "nasty")),
	} {
		path := filepath.Join(t.TempDir(), name+".graphml")
		if err := os.WriteFile(path, out, 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(xmllint, "--noout", "--nonet", "--schema", "testdata/graphml.xsd", path).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%.600s", name, err, out)
		}
	}
}

// TestGraphWords: what the XML of a hostile article reads is what we wrote.
func TestGraphWords(t *testing.T) {
	a := hostile(t, "tram")
	var read struct {
		Graph struct {
			Nodes []struct {
				Data []struct {
					Key  string `xml:"key,attr"`
					Text string `xml:",chardata"`
				} `xml:"data"`
			} `xml:"node"`
		} `xml:"graph"`
	}
	if err := xml.Unmarshal(write(t, GraphML, Options{}, a), &read); err != nil {
		t.Fatal(err)
	}
	g := newGraph()
	g.add(a)
	nodes, _ := g.close()
	if len(nodes) != len(read.Graph.Nodes) {
		t.Fatalf("%d nodes, want %d", len(read.Graph.Nodes), len(nodes))
	}
	for i, n := range nodes {
		want := strings.Map(func(r rune) rune {
			if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == '\ufffe' || r == '\uffff' {
				return '\ufffd'
			}
			return r
		}, n.label)
		for _, d := range read.Graph.Nodes[i].Data {
			if d.Key == "n_label" && d.Text != want {
				t.Errorf("node %d reads %q, want %q", i, d.Text, want)
			}
		}
	}
}

// TestGraphCounts: every position is in the weight of one edge, or left out.
func TestGraphCounts(t *testing.T) {
	g := newGraph()
	positions := 0
	for _, name := range []string{"tram", "bare", "wire", "nasty", "tram"} {
		a := load(t, name)
		if name != "bare" {
			a.Positions = append(a.Positions, article.Position{ID: "p90", Stance: article.Support})
		}
		if g.add(a); positions < 1000 {
			positions += len(a.Positions)
		}
	}
	positions -= len(load(t, "tram").Positions) + 1 // it came twice
	nodes, edges := g.close()
	known := map[*graphNode]bool{}
	ids := map[string]bool{}
	for _, n := range nodes {
		known[n] = true
		if ids[n.id] {
			t.Errorf("two nodes %s", n.id)
		}
		ids[n.id] = true
	}
	sum := g.left
	for _, e := range edges {
		sum += e.positions
		if !known[e.from] || !known[e.to] || ids[e.id] || len(e.refs) != e.positions {
			t.Errorf("edge %s: %d refs for %d positions", e.id, len(e.refs), e.positions)
		}
		ids[e.id] = true
	}
	if sum != positions || g.total != positions || g.left != 3 {
		t.Errorf("%d positions in edges and left out, %d counted, want %d", sum, g.total, positions)
	}
}

// TestGraphGathers: one who stands in two articles is one node, two of one name
// whom something tells apart are two, and words that stay unresolved are their
// article's.
func TestGraphGathers(t *testing.T) {
	one, two := graphArticle("Ada Voss spoke.", "mayor"), graphArticle("Ada Voss spoke again.", "mayor")
	three := graphArticle("Another Ada Voss spoke.", "violinist")
	edges := func(list ...*article.Article) (people, words, weight, articles int) {
		g := newGraph()
		for _, a := range list {
			g.add(a)
		}
		nodes, edges := g.close()
		for _, n := range nodes {
			switch n.kind {
			case "person":
				people++
			case nodeWords:
				words++
			}
		}
		return people, words, edges[0].positions, edges[0].articles
	}
	if p, w, weight, n := edges(one, two); p != 1 || w != 2 || weight != 2 || n != 2 {
		t.Errorf("one person in two articles: %d people, %d unresolved, weight %d in %d articles", p, w, weight, n)
	}
	if p, w, weight, n := edges(one, three); p != 2 || w != 2 || weight != 1 || n != 1 {
		t.Errorf("two people of one name: %d people, %d unresolved, weight %d in %d articles", p, w, weight, n)
	}
}

func graphArticle(text, role string) *article.Article {
	a := (&article.Article{Schema: article.SchemaID, ID: text, Text: text}).Clone()
	at := strings.Index(text, "Ada")
	a.Actors = []article.Actor{{
		ID: "a1", Name: "Ada Voss", Kind: article.KindPerson, Named: true,
		Roles:    []article.Role{{Title: role, Status: "current"}},
		Mentions: []article.Mention{{Span: article.Span{Start: at, End: at + 8}, Text: "Ada Voss", Type: article.MentionName}},
	}}
	matter := article.Target{Type: article.TargetIssue, Text: "the harbour tram"}
	a.Positions = []article.Position{
		{ID: "p1", Holder: &article.Ref{Actor: "a1", Text: "Ada Voss"}, Stance: article.Support, Target: matter},
		{ID: "p2", Holder: &article.Ref{Text: "some experts"}, Stance: article.Doubt, Target: matter},
		{ID: "p3", Holder: &article.Ref{Text: "They"}, Stance: article.Doubt, Target: matter},
	}
	return a
}

// TestGraphMatters: a matter is the same in two articles where its words say
// what it is.
func TestGraphMatters(t *testing.T) {
	for words, want := range map[string]int{
		"the harbour tram": 1, "inflation": 1, "Inflation": 1, "any use of force": 1, "the decision": 2, "Their deal": 2, "them": 0,
	} {
		g := newGraph()
		for _, text := range []string{"Ada Voss spoke.", "Ada Voss spoke again."} {
			a := graphArticle(text, "mayor")
			a.Positions = a.Positions[:1]
			a.Positions[0].Target.Text = words
			g.add(a)
		}
		if nodes, edges := g.close(); len(edges) != want || len(nodes) != want+1 {
			t.Errorf("%s: %d edges, want %d", words, len(edges), want)
		}
	}
}

// TestEdgesCSV reads the edges of hostile articles with a library.
func TestEdgesCSV(t *testing.T) {
	for _, opts := range []Options{{}, {Delimiter: ';', Excel: true}} {
		r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(write(t, EdgesCSV, opts, hostile(t, "tram"), hostile(t, "nasty")), []byte("\ufeff"))))
		if opts.Delimiter != 0 {
			r.Comma = opts.Delimiter
		}
		rows, err := r.ReadAll()
		if err != nil || len(rows) < 3 || len(rows[0]) != len(edgeTable) {
			t.Errorf("%d rows: %v", len(rows), err)
		}
	}
}
