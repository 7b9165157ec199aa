package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows says which of our packages a package may import. A key ending in "/…"
// holds for the package and all below it; of several keys the longest counts.
// When this test fails, move the code, not the row.
var arrows = map[string][]string{
	"article": {},

	"formats":            {"article", "formats/internal/…"},
	"formats/internal/…": {"article", "formats/internal/…"},
	"formats/pdf/…":      {"formats/pdf/…"},
	"formats/xlsx/…":     {"formats/xlsx/…"},

	"parse":                    {"article", "parse/internal/…"},
	"parse/internal/…":         {"article", "parse/internal/token"},
	"parse/internal/lexicon/…": {},
	"parse/internal/token":     {"article", "parse/internal/lexicon/…"},
	"parse/internal/meta/…":    {"article", "parse/internal/lexicon/…"},
	"parse/internal/tag/…":     {"article", "parse/internal/token", "parse/internal/lexicon/…", "parse/internal/tag/…"},
	"parse/internal/quotemark": {"article", "parse/internal/token", "parse/internal/tag", "parse/internal/lexicon/…"},
	"parse/internal/mention/…": {"article", "parse/internal/token", "parse/internal/tag/…", "parse/internal/quotemark", "parse/internal/lexicon/…", "parse/internal/mention/…"},
	"parse/internal/quote": {"article", "parse/internal/token", "parse/internal/tag", "parse/internal/quotemark",
		"parse/internal/mention", "parse/internal/lexicon/…"},
	"parse/internal/actor": {"article", "parse/internal/token", "parse/internal/tag", "parse/internal/quotemark",
		"parse/internal/mention", "parse/internal/quote", "parse/internal/lexicon/…"},
	"parse/internal/position": {"article", "parse/internal/token", "parse/internal/tag", "parse/internal/quotemark",
		"parse/internal/mention", "parse/internal/quote", "parse/internal/actor", "parse/internal/lexicon/…"},

	"export": {"article", "formats/pdf", "formats/xlsx"},

	"cmd/dossier":                {"article", "formats", "parse", "export", "cmd/dossier/internal/batch", "cmd/dossier/internal/heap", "cmd/dossier/internal/invent"},
	"cmd/dossier/internal/batch": {"article", "formats", "parse", "export", "cmd/dossier/internal/invent"}, // the last in tests

	"cmd/dossier/internal/heap":       {},
	"cmd/dossier/internal/invent":     {},
	"cmd/dossier/internal/invent/gen": {"cmd/dossier/internal/invent"},

	"cmd/dossier-beam": {"article", "formats", "parse", "export"}, // a module of its own

	"samples": {"article", "formats", "parse", "export"},
}

// tenants names the only packages that may import a module, as arrows does.
var tenants = map[string]string{
	"github.com/go-pdf/fpdf":           "formats/pdf",
	"github.com/xuri/excelize/v2":      "formats/xlsx",
	"github.com/yuin/goldmark":         "formats",
	"modernc.org/sqlite":               "export",
	"golang.org/x/net":                 "formats/internal/…",
	"github.com/abadojack/whatlanggo":  "parse/internal/meta",
	"github.com/urfave/cli/v2":         "cmd/dossier",
	"github.com/bmatcuk/doublestar/v4": "cmd/dossier/internal/batch",
	"github.com/apache/beam/sdks/v2":   "cmd/dossier-beam",
}

const module = "dossier/"

func TestArrows(t *testing.T) {
	packages := imports(t, os.DirFS("../.."))
	for pkg, list := range packages {
		for _, imp := range list {
			if to, ours := strings.CutPrefix(imp, module); ours && !mayImport(pkg, to) {
				t.Errorf("%s imports %s", pkg, to)
			}
			for mod, only := range tenants {
				if (imp == mod || strings.HasPrefix(imp, mod+"/")) && !matches(only, pkg) {
					t.Errorf("%s imports %s, which belongs to %s", pkg, imp, only)
				}
			}
			if strings.Contains(imp, "jsonschema") {
				t.Errorf("%s imports %s, which is for tests only", pkg, imp)
			}
		}
	}
	for _, pkg := range []string{"article", "formats", "parse", "export", "cmd/dossier"} {
		if _, ok := packages[pkg]; !ok {
			t.Errorf("package %s is missing", pkg)
		}
	}
}

func mayImport(from, to string) bool {
	row, found := "", false
	for key := range arrows {
		if matches(key, from) && len(key) >= len(row) {
			row, found = key, true
		}
	}
	return found && slices.ContainsFunc(arrows[row], func(key string) bool { return matches(key, to) })
}

func matches(key, pkg string) bool {
	root, below := strings.CutSuffix(key, "/…")
	return pkg == root || below && strings.HasPrefix(pkg, root+"/")
}

// imports reads what each package below root imports, its tests left aside.
func imports(t *testing.T, root fs.FS) map[string][]string {
	t.Helper()
	list := map[string][]string{}
	err := fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		base := path.Base(name)
		switch {
		case err != nil:
			return err
		case e.IsDir() && name != "." && (base[0] == '.' || base == "testdata"):
			return fs.SkipDir
		case e.IsDir() || filepath.Ext(base) != ".go" || strings.HasSuffix(base, "_test.go"):
			return nil
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := path.Dir(name)
		list[pkg] = append(list[pkg], []string{}...)
		for _, spec := range f.Imports {
			imp, _ := strconv.Unquote(spec.Path.Value)
			list[pkg] = append(list[pkg], imp)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestMayImport(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     bool
	}{
		{"parse", "article", true},
		{"parse", "parse/internal/quote", true},
		{"parse", "formats", false},
		{"article", "parse", false},
		{"export", "parse", false},
		{"parse/internal/token", "parse/internal/quote", false},
		{"parse/internal/tag/train", "parse/internal/tag", true},
		{"elsewhere", "article", false},
	} {
		if got := mayImport(c.from, c.to); got != c.want {
			t.Errorf("%s -> %s: %v", c.from, c.to, got)
		}
	}
}
