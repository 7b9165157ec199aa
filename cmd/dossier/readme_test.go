package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dossier/article"
	"dossier/export"
)

// TestReadme holds the outputs that the README shows to those that are made, and
// its figures to the floors of the samples.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	ferry := readSample(t, "../../samples/ferry.txt")[0]
	t.Run("json", func(t *testing.T) { readmeQuote(t, fenced(t, string(readme), "json"), ferry) })
	t.Run("csv", func(t *testing.T) { readmeRows(t, fenced(t, string(readme), "csv"), ferry) })
	t.Run("positions", func(t *testing.T) { readmePositions(t, string(readme), ferry) })
	t.Run("sql", func(t *testing.T) { readmeQueries(t, fenced(t, string(readme), "sql")) })
	for name, f := range floors {
		if row := fmt.Sprintf("| %s | %d | %d |", name, f.precision, f.recall); !strings.Contains(string(readme), row) {
			t.Errorf("the README lacks %s", row)
		}
	}
	for _, picture := range []string{"brief.png", "matrix.png"} {
		if _, err := os.Stat("../../samples/" + picture); err != nil {
			t.Error(err)
		}
	}
}

// fenced is the block of that language.
func fenced(t *testing.T, text, language string) string {
	_, rest, ok := strings.Cut(text, "```"+language+"\n")
	block, _, closed := strings.Cut(rest, "```")
	if !ok || !closed {
		t.Fatalf("the README has no %s", language)
	}
	return block
}

// made is an output of a.
func made(t *testing.T, format string, a *article.Article) []byte {
	b, err := export.Lookup(format).Bytes(a, export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// readmeQuote wants the fields that are shown to be those of the quote of that text.
func readmeQuote(t *testing.T, shown string, a *article.Article) {
	var want map[string]any
	var got struct{ Quotes []map[string]any }
	if err := json.Unmarshal([]byte(shown), &want); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(made(t, "json", a), &got); err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(got.Quotes, func(q map[string]any) bool { return q["text"] == want["text"] })
	if i < 0 {
		t.Fatalf("no quote %v", want["text"])
	}
	for key, value := range want {
		if !reflect.DeepEqual(got.Quotes[i][key], value) {
			t.Errorf("%s is %v, the README says %v", key, got.Quotes[i][key], value)
		}
	}
}

// readmeRows wants each row that is shown among the real ones, cut to its columns.
func readmeRows(t *testing.T, shown string, a *article.Article) {
	want, got := table(t, shown), table(t, string(made(t, "csv", a)))
	for _, row := range want[1:] {
		if !slices.ContainsFunc(got[1:], func(real []string) bool {
			for i, name := range want[0] {
				at := slices.Index(got[0], name)
				if at < 0 || real[at] != row[i] {
					return false
				}
			}
			return true
		}) {
			t.Errorf("no such row: %q", row)
		}
	}
}

func table(t *testing.T, text string) [][]string {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	return rows
}

// readmePositions wants each position that is shown to be one of the article's.
func readmePositions(t *testing.T, readme string, a *article.Article) {
	_, rest, _ := strings.Cut(readme, "| Holder | Stance | Sign | Target | Words |\n|---|---|---|---|---|\n")
	shown, _, _ := strings.Cut(rest, "\n\n")
	for line := range strings.Lines(shown + "\n") {
		cells := strings.Split(strings.Trim(line, "| \n"), " | ")
		if len(cells) != 5 {
			t.Fatalf("not a row of five: %q", line)
		}
		if !slices.ContainsFunc(a.Positions, func(p article.Position) bool {
			holder := ""
			for _, x := range a.Actors {
				if p.Holder != nil && article.Opt(x.ID) == p.Holder.Actor {
					holder = x.Name
				}
			}
			sign := map[int]string{1: "+", 0: "0", -1: "−"}[p.Polarity]
			return slices.Equal(cells, []string{holder, string(p.Stance), sign, p.Target.Text, cells[4]}) &&
				strings.HasPrefix(p.Statement.Text, cells[4])
		}) {
			t.Errorf("no such position: %s", line)
		}
	}
}

// readmeQueries asks each query that is shown of a database of the samples, by
// SQLite's own program; each has an answer.
func readmeQueries(t *testing.T, shown string) {
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		if os.Getenv("DOSSIER_REQUIRE_TOOLS") == "1" {
			t.Fatal("sqlite3 is not installed")
		}
		t.Skip("sqlite3 is not installed")
	}
	path := filepath.Join(t.TempDir(), "samples.sqlite")
	if code, _, stderr := call("", "convert", "../../samples", "-o", path); code != exitOK {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	queries := strings.Split(strings.TrimSpace(shown), ";\n\n")
	if len(queries) < 3 {
		t.Fatalf("%d queries", len(queries))
	}
	for _, query := range queries {
		out, err := exec.Command(shell, path, query).CombinedOutput()
		if lines := strings.Count(string(out), "\n"); err != nil || lines < 3 {
			t.Errorf("%v, %d rows: %s\n%s", err, lines, query, out)
		}
	}
}
