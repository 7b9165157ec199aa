package export

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"dossier/article"
	"dossier/formats/xlsx"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected outputs")

// goldens are the articles of testdata, alone and gathered, whose outputs stand
// beside them as text.
var goldens = map[string][]string{
	"tram": {"tram"}, "bare": {"bare"}, "wire": {"wire"}, "nasty": {"nasty"},
	"gathered": {"tram", "bare", "wire"},
}

// rendering is an output that a golden holds. Binary ones stand there as what a
// reader gets out of them.
type rendering struct {
	name   string
	format *Format
	opts   Options
	dump   func(testing.TB, []byte) string
}

var renderings = []rendering{
	{"quotes.csv", CSV, Options{}, asText},
	{"excel.csv", CSV, Options{Excel: true, Delimiter: ';'}, asText},
	{"workbook", Workbook, Options{}, dumpWorkbook},
	{"show", Show, Options{}, asText},
	{"show.narrow.color", Show, Options{Width: 50, Color: true}, asText},
	{"explain", Explain, Options{}, asText},
}

func TestGoldens(t *testing.T) { testGoldens(t, ".txtar", renderings) }

// testGoldens holds renderings to the files of testdata with that suffix.
func testGoldens(t *testing.T, suffix string, renderings []rendering) {
	for name, inputs := range goldens {
		t.Run(name, func(t *testing.T) {
			got := &txtar.Archive{Comment: []byte("outputs of " + strings.Join(inputs, ", ") + "\n")}
			for _, r := range renderings {
				out := render(t, r.format, r.opts, inputs...)
				got.Files = append(got.Files, txtar.File{Name: r.name, Data: []byte(r.dump(t, out))})
			}
			path := filepath.Join("testdata", name+suffix)
			if *update {
				if err := os.WriteFile(path, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, got, want)
		})
	}
}

func compare(t *testing.T, got, want *txtar.Archive) {
	t.Helper()
	got = txtar.Parse(txtar.Format(got))
	if len(got.Files) != len(want.Files) {
		t.Fatalf("%d outputs, the golden has %d", len(got.Files), len(want.Files))
	}
	for i, g := range got.Files {
		w := want.Files[i]
		if g.Name != w.Name {
			t.Errorf("output %s stands where the golden has %s", g.Name, w.Name)
		} else if !bytes.Equal(g.Data, w.Data) {
			t.Errorf("%s differs (rewrite with -update, then read the diff):\n%s", g.Name, firstDifference(string(g.Data), string(w.Data)))
		}
	}
}

// render writes articles of testdata into one output.
func render(t testing.TB, f *Format, opts Options, names ...string) []byte {
	t.Helper()
	var list []*article.Article
	for _, n := range names {
		list = append(list, load(t, n))
	}
	return write(t, f, opts, list...)
}

func write(t testing.TB, f *Format, opts Options, list ...*article.Article) []byte {
	t.Helper()
	var out bytes.Buffer
	w := f.Open(&out, opts)
	for _, a := range list {
		if err := w.Add(a); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// asText makes visible what a text file of tests would lose.
func asText(_ testing.TB, b []byte) string {
	return strings.NewReplacer("\ufeff", "<BOM>", "\r", "<CR>", "\x1b", "<ESC>").Replace(string(b))
}

// dumpWorkbook lists sheets and cells, a row a line, a bar between cells.
func dumpWorkbook(t testing.TB, b []byte) string {
	sheets, err := xlsx.Read(b)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, s := range sheets {
		fmt.Fprintf(&out, "# %s (visible: %v)\n", s.Name, s.Visible)
		for _, row := range s.Rows {
			for i, cell := range row {
				if q := strconv.Quote(cell); strings.Contains(q, `\n`) || strings.Contains(cell, "|") {
					cell = q
				}
				if s.Name == "_meta" && len(cell) > 40 {
					cell = cell[:40] + "…"
				}
				if i > 0 {
					out.WriteString(" | ")
				}
				out.WriteString(cell)
			}
			out.WriteString("\n")
		}
	}
	return out.String()
}
