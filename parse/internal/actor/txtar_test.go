package actor

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/token"
)

var update = flag.Bool("update", false, "rewrite the expected parts of testdata")

// TestCases reads testdata/*.txtar: in is a text, marked is the same text with
// its mentions as {actor type:words}, actors is the actors that come out.
func TestCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in := strings.TrimSpace(string(ar.Files[0].Data))
			d, ms, r := resolve(in)
			got := []txtar.File{
				ar.Files[0],
				{Name: "marked", Data: []byte(mark(d, ms, r) + "\n")},
				{Name: "actors", Data: []byte(list(r))},
			}
			if *update {
				ar.Files = got
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			for i, f := range got {
				if i >= len(ar.Files) || string(ar.Files[i].Data) != string(f.Data) {
					t.Errorf("%s differs, now:\n%s", f.Name, f.Data)
				}
			}
		})
	}
}

// mark writes the mentions into the text, those of no actor with "-".
func mark(d *token.Doc, ms *mention.Set, r Result) string {
	type edge struct {
		at, order int
		text      string
	}
	var edges []edge
	for i, m := range ms.Mentions {
		s := d.Span(int(m.First), int(m.End))
		id := "-"
		if r.Of[i] >= 0 {
			id = r.Actors[r.Of[i]].ID
		}
		edges = append(edges, edge{s.Start, i + 1, "{" + id + " " + string(m.Type) + ":"}, edge{s.End, -i - 1, "}"})
	}
	sort.SliceStable(edges, func(i, j int) bool {
		if edges[i].at != edges[j].at {
			return edges[i].at < edges[j].at
		}
		return edges[i].order < edges[j].order
	})
	var b strings.Builder
	at := 0
	for _, e := range edges {
		b.WriteString(d.Text[at:e.at])
		b.WriteString(e.text)
		at = e.at
	}
	b.WriteString(d.Text[at:])
	return b.String()
}

// list writes an actor a line, with roles and rules.
func list(r Result) string {
	var b strings.Builder
	for _, a := range r.Actors {
		fmt.Fprintf(&b, "%s %s: %s", a.ID, a.Kind, a.Name)
		for _, s := range []string{string(a.Country), string(a.Gender), map[bool]string{false: "unnamed"}[a.Named]} {
			if s != "" {
				fmt.Fprintf(&b, ", %s", s)
			}
		}
		if len(a.Aliases) > 0 {
			fmt.Fprintf(&b, "; also %s", strings.Join(a.Aliases, " | "))
		}
		for _, o := range a.Roles {
			fmt.Fprintf(&b, "; %s %s", o.Status, o.Title)
			if o.Organization != "" {
				fmt.Fprintf(&b, " of %s", o.Organization)
			}
		}
		fmt.Fprintf(&b, "; by %s\n", strings.Join(rules(a.Mentions), " "))
	}
	return b.String()
}

func rules(ms []article.Mention) []string {
	var list []string
	for _, m := range ms {
		list = append(list, m.Rule)
	}
	return list
}
