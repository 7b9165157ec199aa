package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
)

// The command and the maker of invented articles, built from the module above.
var dossier, gen string

func TestMain(m *testing.M) {
	flag.Parse()
	log.SetupLogging("error", "text")
	beam.Init()
	os.Exit(func() int {
		bin, err := os.MkdirTemp("", "dossier-beam")
		if err != nil {
			panic(err)
		}
		defer os.RemoveAll(bin)
		dossier, gen = filepath.Join(bin, "dossier"), filepath.Join(bin, "gen")
		for to, from := range map[string]string{dossier: "./cmd/dossier", gen: "./cmd/dossier/internal/invent/gen"} {
			build := exec.Command("go", "build", "-o", to, from)
			build.Dir = filepath.Join("..", "..")
			if out, err := build.CombinedOutput(); err != nil {
				fmt.Fprintf(os.Stderr, "%s: %v\n%s", from, err, out)
				return 1
			}
		}
		return m.Run()
	}())
}

// call runs a program of ours; codes are the exit codes that will do.
func call(t *testing.T, codes []int, program string, args ...string) []byte {
	t.Helper()
	var out, said bytes.Buffer
	c := exec.Command(program, args...)
	c.Stdout, c.Stderr = &out, &said
	if err := c.Run(); err != nil && !slices.Contains(codes, c.ProcessState.ExitCode()) {
		t.Fatalf("%s %q: %v\n%s", filepath.Base(program), args, err, said.String())
	}
	return out.Bytes()
}

// The corpus: files with damage among them, and a compressed stream of records of
// which every thirtieth is none.
const (
	fileCount, damagedFiles   = 1000, 40
	recordCount, badRecordGap = 300, 30
	badRecords                = recordCount / badRecordGap
)

// corpus makes it and returns options that read it.
func corpus(t *testing.T) Options {
	t.Helper()
	dir := t.TempDir()
	call(t, nil, gen, "-n", fmt.Sprint(fileCount-1), "-damaged", fmt.Sprint(damagedFiles), "-o", filepath.Join(dir, "news"))
	write(t, filepath.Join(dir, "news", "000", "gespraeche.txt"), []byte(german)) // has notes
	var stream bytes.Buffer
	z := gzip.NewWriter(&stream)
	for i, line := range bytes.SplitAfter(call(t, nil, gen, "-n", fmt.Sprint(recordCount), "-seed", "2", "-form", "jsonl"), []byte("\n")) {
		if i%badRecordGap == badRecordGap-1 {
			line = append(bytes.TrimRight(line[:len(line)/2], "\n"), '\n')
		}
		z.Write(line)
	}
	z.Close()
	write(t, filepath.Join(dir, "records.jsonl.gz"), stream.Bytes())
	write(t, filepath.Join(dir, "actors.tsv"), []byte("name\taliases\tkind\tcountry\texternal_id\n"+
		"Dario Novak\tD. Novak\tperson\tNO\tx:1\nNational Water Agency\t\tgovernment_body\t\tx:2\nNorthern League\tThe Delta Trust\tparty\t\tx:3\n"))
	return Options{
		Inputs: []string{filepath.Join(dir, "news", "*", "*"), filepath.Join(dir, "*.jsonl.gz")},
		Actors: filepath.Join(dir, "actors.tsv"), Shards: 7, Tries: 1,
	}
}

const german = `Gespräche im Hafen gehen weiter

03/02/2021

Die Gespräche im Hafen gehen nach dem Streik der Arbeiter weiter, sagte die Ministerin am Mittwoch. „Wir bedauern den Streik, aber die Tür ist offen“, sagte sie den Reportern in der Stadt.
`

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o666); err != nil {
		t.Fatal(err)
	}
}

// job runs the pipeline into a new folder and returns its files by name.
func job(t *testing.T, o Options) (Summary, map[string]string) {
	t.Helper()
	o.Output = t.TempDir()
	if err := o.prepare(context.Background()); err != nil {
		t.Fatal(err)
	}
	sum, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	list, err := os.ReadDir(o.Output)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		b, err := os.ReadFile(filepath.Join(o.Output, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(b)
	}
	if len(files) != 3*o.Shards+1 {
		t.Errorf("%d files: %q", len(files), slices.Sorted(maps.Keys(files)))
	}
	return sum, files
}

// lines are those of all files of a kind, sorted.
func lines(files map[string]string, kind string) []string {
	var all []string
	for name, content := range files {
		if strings.HasPrefix(name, kind+"-") {
			all = append(all, strings.Split(strings.TrimSuffix(content, "\n"), "\n")...)
		}
	}
	all = slices.DeleteFunc(all, func(s string) bool { return s == "" })
	slices.Sort(all)
	return all
}

// TestSameAsCommand wants of a thousand files with damage and a stream what the
// command makes of them: every article and every row to the byte, each failure,
// the table of actors, and exact counts.
func TestSameAsCommand(t *testing.T) {
	o := corpus(t)
	sum, files := job(t, o)

	dir := t.TempDir()
	convert := func(name string) string {
		out := filepath.Join(dir, name)
		args := append([]string{"convert", "-q", "--actors", o.Actors, "--errors-to", filepath.Join(dir, "failures"), "-o", out}, o.Inputs...)
		call(t, []int{exitSome}, dossier, args...)
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	articles := map[string]string{"articles-": convert("all.ndjson")}
	sameLines(t, "articles", lines(files, articlesOut), lines(articles, articlesOut))
	sameLines(t, "quotes", rows(t, files, quotesOut), rows(t, map[string]string{"quotes-": convert("all.csv")}, quotesOut))
	if got, want := files[entitiesOut], convert("all.entities.csv"); got != want {
		t.Errorf("the tables of actors differ: %d and %d bytes", len(got), len(want))
	}
	failures, err := os.ReadFile(filepath.Join(dir, "failures"))
	if err != nil {
		t.Fatal(err)
	}
	sameLines(t, "failures", inputsOf(t, lines(files, errorsOut)), inputsOf(t, strings.Split(strings.TrimSpace(string(failures)), "\n")))

	notes := map[string]int64{}
	want := Summary{Articles: fileCount - damagedFiles + recordCount - badRecords, Failures: damagedFiles + badRecords, NotesByCode: notes}
	for _, line := range lines(articles, articlesOut) {
		var a struct{ Notes []struct{ Code string } }
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		for _, n := range a.Notes {
			want.Notes++
			notes[n.Code]++
		}
	}
	if fmt.Sprint(sum) != fmt.Sprint(want) || !maps.Equal(sum.NotesByCode, notes) {
		t.Errorf("counted %+v, not %+v", sum, want)
	}
	if want.Notes == 0 {
		t.Error("no notes to count")
	}
}

// sameLines wants two sorted lists to be equal.
func sameLines(t *testing.T, what string, got, want []string) {
	t.Helper()
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("%s differ: %d and %d", what, len(got), len(want))
	}
}

// rows are the rows of all tables of a kind, sorted; each table must have its head.
func rows(t *testing.T, files map[string]string, kind string) []string {
	t.Helper()
	var all []string
	for name, content := range files {
		if !strings.HasPrefix(name, kind+"-") {
			continue
		}
		table, err := csv.NewReader(strings.NewReader(content)).ReadAll()
		if err != nil || len(table) == 0 || table[0][0] != "article_id" {
			t.Fatalf("%s: %v, %d rows", name, err, len(table))
		}
		for _, row := range table[1:] {
			all = append(all, fmt.Sprintf("%q", row))
		}
	}
	slices.Sort(all)
	return all
}

// inputsOf says of each line of failures which file and record it is about.
func inputsOf(t *testing.T, lines []string) []string {
	t.Helper()
	var list []string
	for _, line := range lines {
		var f struct {
			Input  string
			Record int
		}
		if err := json.Unmarshal([]byte(line), &f); err != nil || f.Input == "" {
			t.Fatalf("%v: %s", err, line)
		}
		list = append(list, fmt.Sprint(f.Input, " ", f.Record))
	}
	slices.Sort(list)
	return list
}

// TestWorkerDies wants a worker that dies in the middle of its bundle to cost
// nothing: what comes out is, to the byte, what comes out without. Two die: one
// that writes a shard, and one that has read a stream.
func TestWorkerDies(t *testing.T) {
	o := corpus(t)
	_, want := job(t, o)
	var done, died atomic.Int32
	working = func(u unit) {
		if n := done.Add(1); n == 500 || u.Record == 200 && died.Load() == 1 {
			died.Add(1)
			panic("the worker dies")
		}
	}
	defer func() { working = nil }()
	o.Tries = 3
	sum, got := job(t, o)
	if died.Load() != 2 {
		t.Fatalf("%d workers died", died.Load())
	}
	if !maps.Equal(got, want) {
		t.Error("the outputs are others than without the death")
	}
	if n := int64(len(lines(want, articlesOut))); sum.Articles != n || sum.Failures != damagedFiles+badRecords {
		t.Errorf("%s, not %d articles", sum, n)
	}
	done.Store(0)
	died.Store(0)
	o.Tries, o.Output = 1, t.TempDir()
	if _, err := Run(context.Background(), o); err == nil {
		t.Error("a job that may not be begun again did not fail")
	}
}

// TestFaultOfADocument wants a document that brings a fault of ours to light to be
// one line of the errors, and nothing else to change.
func TestFaultOfADocument(t *testing.T) {
	o := corpus(t)
	_, whole := job(t, o)
	parsing = func(u unit) {
		if strings.HasSuffix(u.Input, "/000700.txt") || u.Record == 7 {
			panic("so many words")
		}
	}
	defer func() { parsing = nil }()
	sum, files := job(t, o)
	if sum.Failures != damagedFiles+badRecords+2 {
		t.Errorf("%d failures", sum.Failures)
	}
	if n := strings.Count(strings.Join(lines(files, errorsOut), "\n"), `"error":"internal error: so many words"`); n != 2 {
		t.Errorf("%d such lines", n)
	}
	all := lines(whole, articlesOut)
	left := slices.DeleteFunc(slices.Clone(all), func(s string) bool {
		return strings.Contains(s, `"name":"000700.txt"`) || strings.HasPrefix(s, `{"schema":"dossier/1","id":"invented-2-000006"`)
	})
	if len(left) != len(all)-2 {
		t.Fatalf("%d articles of %d", len(left), len(all))
	}
	sameLines(t, "articles", lines(files, articlesOut), left)
}
