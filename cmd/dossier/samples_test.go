package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dossier/article"
	"dossier/formats"
	"dossier/parse"
)

// The floors that the samples hold, in percent: a little below what is reached.
var floors = map[string]struct{ precision, recall int }{
	"quoted speech":    {92, 98},
	"its words alone":  {90, 98},
	"indirect speech":  {70, 98},
	"carriers":         {99, 99},
	"actors":           {95, 92},
	"positions":        {92, 92},
	"positions stance": {95, 95},
}

// gold is what a reader found in one sample. An optional item may be there or
// not: readers would differ about it.
type gold struct {
	Frame     goldFrame       `json:"frame"`
	Quotes    []goldQuote     `json:"quotes"`
	Actors    []goldActor     `json:"actors"`
	Positions []goldPosition  `json:"positions"`
	Records   map[string]gold `json:"records"` // of a file of many, by id
}

// goldFrame is what stands around the body.
type goldFrame struct {
	Title        string   `json:"title"`
	Deck         string   `json:"deck"`
	Authors      []string `json:"authors"`
	Published    string   `json:"published"`
	Alternatives []string `json:"alternatives"` // other readings of the date
	Place        string   `json:"place"`        // of the dateline
	Agency       string   `json:"agency"`
	Related      int      `json:"related"` // blocks that lead to other articles
}

type goldQuote struct {
	Text     string `json:"text"`
	Kind     string `json:"kind"`
	Speaker  string `json:"speaker"`
	Via      string `json:"via"`
	Optional bool   `json:"optional"`
}

type goldActor struct {
	Name     string   `json:"name"`
	Kind     string   `json:"kind"`
	Country  string   `json:"country"`
	Aliases  []string `json:"aliases"`
	Optional bool     `json:"optional"`
}

// goldPosition names its target, and what else a careful reader might name
// instead. An empty target leaves it open.
type goldPosition struct {
	Holder   string   `json:"holder"`
	Stance   string   `json:"stance"`
	Polarity int      `json:"polarity"`
	Target   string   `json:"target"`
	Or       []string `json:"or"`
	Optional bool     `json:"optional"`
}

// tally counts what was found, what was right, and what was to be found.
type tally struct{ found, right, wanted, met int }

func (c *tally) expect(met bool) {
	c.wanted++
	if met {
		c.met++
	}
}

func (c *tally) find(right bool) {
	c.found++
	if right {
		c.right++
	}
}

func (c *tally) precision() float64 { return percent(c.right, c.found) }
func (c *tally) recall() float64    { return percent(c.met, c.wanted) }

func percent(part, whole int) float64 {
	if whole == 0 {
		return 100
	}
	return 100 * float64(part) / float64(whole)
}

// TestSamples reads every sample, compares it with its gold and holds the floors.
func TestSamples(t *testing.T) {
	scores := map[string]*tally{}
	for name := range floors {
		scores[name] = &tally{}
	}
	for _, file := range sampleFiles(t) {
		var g gold
		readGold(t, file, &g)
		seen := 0
		for _, a := range readSample(t, file) {
			want := g
			if g.Records != nil {
				want = g.Records[a.ID]
			}
			seen++
			m := match{t: t, name: filepath.Base(file) + " " + a.ID, a: a, g: want, scores: scores}
			m.run()
		}
		if seen != max(1, len(g.Records)) {
			t.Errorf("%s: %d articles, want %d", file, seen, max(1, len(g.Records)))
		}
	}
	for _, name := range slices.Sorted(mapKeys(floors)) {
		s, f := scores[name], floors[name]
		t.Logf("%-17s precision %5.1f (%3d of %3d)   recall %5.1f (%3d of %3d)",
			name, s.precision(), s.right, s.found, s.recall(), s.met, s.wanted)
		if s.precision() < float64(f.precision) || s.recall() < float64(f.recall) {
			t.Errorf("%s below the floor of %d and %d", name, f.precision, f.recall)
		}
	}
}

func mapKeys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// sampleFiles lists the raw samples: the files that have a gold.
func sampleFiles(t *testing.T) []string {
	all, err := filepath.Glob("../../samples/*")
	if err != nil {
		t.Fatal(err)
	}
	files := slices.DeleteFunc(all, func(f string) bool {
		_, err := os.Stat(goldName(f))
		return err != nil || strings.HasSuffix(f, ".gold.json")
	})
	if len(files) < 8 {
		t.Fatalf("%d samples, want 8 at least", len(files))
	}
	return files
}

func goldName(file string) string { return strings.TrimSuffix(file, filepath.Ext(file)) + ".gold.json" }

func readGold(t *testing.T, file string, g *gold) {
	raw, err := os.ReadFile(goldName(file))
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(g); err != nil {
		t.Fatalf("%s: %v", goldName(file), err)
	}
}

// readSample returns the articles of a file, checked against its bytes.
func readSample(t *testing.T, file string) (list []*article.Article) {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	in := formats.Input{Name: filepath.Base(file), Reader: bytes.NewReader(raw)}
	_, records, err := formats.Open(in, formats.Options{})
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	for a, err := range records {
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		a = parse.Article(a, parse.Options{})
		if err := a.Validate(); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		if err := readsBack(a, raw); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		list = append(list, a)
	}
	return list
}

// readsBack checks that runs of equal length are the same bytes in the text and
// in the file, and that nearly all of the text lies in such runs.
func readsBack(a *article.Article, raw []byte) error {
	same, all := 0, 0
	for _, b := range a.Blocks {
		all += b.Span.Len()
		for _, r := range b.Runs {
			if r.Raw.Start < 0 || r.Raw.End > len(raw) || r.Raw.Start > r.Raw.End {
				return errors.New("a run lies outside the file")
			}
			if r.Span.Len() != r.Raw.End-r.Raw.Start {
				continue
			}
			if got := string(raw[r.Raw.Start:r.Raw.End]); got != r.Span.In(a.Text) && strings.TrimSpace(got) != "" {
				return errors.New("the file reads " + got + " where the text reads " + r.Span.In(a.Text))
			}
			same += r.Span.Len()
		}
	}
	if percent(same, all) < 95 {
		return errors.New("less than 95 percent of the text reads back as it stands in the file")
	}
	return nil
}
