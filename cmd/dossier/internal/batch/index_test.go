package batch

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"dossier/export"
)

// TestIndexOfShards: two processes that write into one folder at once do not take
// each other's index for one that somebody edited, and the last has all pages.
func TestIndexOfShards(t *testing.T) {
	in := folder(t, "Ann Holt praised the plan.", "Bo Varga praised the bridge.", "Ib Dahl praised the ferry.", "Ada Voss praised the tram.", "Jan Reiter praised the quay.")
	out := filepath.Join(t.TempDir(), "out")
	options := func(shard int) Options {
		return Options{Inputs: []string{in}, To: []*export.Format{export.HTML}, Dir: out, Shard: Shard{shard, 2}}
	}
	for round := range 2 {
		var plans []*Plan
		for shard := range 2 {
			p, err := Prepare(options(shard + 1))
			if err != nil {
				t.Fatal(err)
			}
			plans = append(plans, p)
		}
		if round == 1 { // another index than there is
			if err := os.Remove(filepath.Join(out, "000.html")); err != nil {
				t.Fatal(err)
			}
		}
		for _, p := range plans {
			if _, err := p.Run(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
		index, err := os.ReadFile(filepath.Join(out, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		for i := range 5 {
			if href := fmt.Sprintf(`href="./%03d.html"`, i); !bytes.Contains(index, []byte(href)) {
				t.Errorf("round %d: the index lacks %s", round, href)
			}
		}
	}
}

func TestAddress(t *testing.T) {
	for name, want := range map[string]string{
		"a.html": "./a.html", filepath.Join("deep er", "b#?.html"): "./deep%20er/b%23%3F.html", "javascript:x.html": "./javascript:x.html", `"<ü>.html`: "./%22%3C%C3%BC%3E.html",
	} {
		if got := address(name); got != want {
			t.Errorf("%q: %s, want %s", name, got, want)
		}
	}
}
