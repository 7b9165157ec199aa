package main

import (
	"bytes"
	_ "embed"
	"os"
	"testing"

	"dossier/parse/internal/tag"
)

// evalText is hand-tagged news that no training sees.
//
//go:embed testdata/news.txt
var evalText string

func TestNews(t *testing.T) {
	d := Tagged(evalText)
	tags := tag.Tags(d.Doc)
	right := 0
	for i, gold := range d.Gold {
		if gold == tag.None {
			t.Fatalf("%q is not a token of the file", d.Doc.Word(i))
		}
		if tags[i] == gold {
			right++
			continue
		}
		t.Logf("%s: %s, not %s", d.Doc.Text[d.Doc.Tokens[max(0, i-3)].Start:d.Doc.Tokens[i].End], tags[i], gold)
	}
	share := float64(right) / float64(len(tags))
	t.Logf("%d of %d tokens, %.2f %%", right, len(tags), 100*share)
	if share < .94 {
		t.Errorf("%.2f %% is below the floor of 94", 100*share)
	}
}

// TestGUM trains without every fifth document and checks the figure and that
// the weights in the binary are those that the command makes. It needs GUM's
// folder in DOSSIER_GUM.
func TestGUM(t *testing.T) {
	dir := os.Getenv("DOSSIER_GUM")
	if dir == "" {
		t.Skip("DOSSIER_GUM names no folder of GUM's *.conllu files")
	}
	docs, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	news := Tagged(newsText)
	kept, rest := Hold(docs)
	right, all := Score(Train(append(rest, news)), kept)
	share := float64(right) / float64(all)
	t.Logf("%d of %d tokens, %.2f %%", right, all, 100*share)
	if share < .945 {
		t.Errorf("%.2f %% is below the floor of 94.5", 100*share)
	}
	shipped, err := os.ReadFile("../weights.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal([]byte(Train(append(docs, news))), shipped) {
		t.Error("weights.bin is not what this command makes of this GUM")
	}
}
