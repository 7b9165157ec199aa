package main

import (
	"bytes"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"dossier": main})
}

// TestScript runs the command as a user does; see testdata/script. Beside the
// usual commands there are
//
//	bytes FILE COUNT HEX   make FILE of COUNT times the bytes HEX
//	code N ARGS…           run dossier, which must exit with N
//	cell BOOK SHEET ROW TITLE TEXT   type into a cell of a workbook, by its column's title
//	only DIR FILE…         the files below DIR, hidden ones too, must be these, manifests aside
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                filepath.Join("testdata", "script"),
		RequireUniqueNames: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"bytes": makeBytes,
			"code":  exitCode,
			"cell":  typeInto,
			"only":  onlyFiles,
		},
	})
}

func makeBytes(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	b, err := hex.DecodeString(args[2])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat(b, n), 0o666))
}

// typeInto changes a cell of a workbook as a spreadsheet program does.
func typeInto(ts *testscript.TestScript, _ bool, args []string) {
	path, sheet, title := ts.MkAbs(args[0]), args[1], args[3]
	f, err := excelize.OpenFile(path)
	ts.Check(err)
	defer f.Close()
	rows, err := f.GetRows(sheet)
	ts.Check(err)
	column := slices.Index(rows[0], title)
	if column < 0 {
		ts.Fatalf("no column %s in %q", title, rows[0])
	}
	row, err := strconv.Atoi(args[2])
	ts.Check(err)
	at, err := excelize.CoordinatesToCellName(column+1, row)
	ts.Check(err)
	ts.Check(f.SetCellStr(sheet, at, args[4]))
	ts.Check(f.Save())
}

// exitCode runs the program inside the test, for testscript itself does not
// tell exit codes apart. What it prints replaces stdout and stderr of the script.
func exitCode(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec("sh", append([]string{"-c", `dossier "$@"; test $? = ` + strconv.Itoa(want), "dossier"}, args[1:]...)...)
	if err != nil {
		ts.Fatalf("dossier did not exit with %d", want)
	}
}

func onlyFiles(ts *testscript.TestScript, _ bool, args []string) {
	root := ts.MkAbs(args[0])
	var got []string
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() != "manifest.jsonl" && d.Name() != ".dossier.jsonl" {
			rel, _ := filepath.Rel(root, path)
			got = append(got, filepath.ToSlash(rel))
		}
		return err
	})
	ts.Check(err)
	if g, w := strings.Join(got, " "), strings.Join(args[1:], " "); g != w {
		ts.Fatalf("%s holds %s, not %s", args[0], g, w)
	}
}

// call runs the program in this process.
func call(stdin string, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(system{
		args: args, stdin: strings.NewReader(stdin), stdout: &out, stderr: &errs,
		env: func(string) (string, bool) { return "", false },
	})
	return code, out.String(), errs.String()
}

// TestSameBytes converts a tree twice and on one and two workers: all outputs in
// every format must be the same bytes.
func TestSameBytes(t *testing.T) {
	in := t.TempDir()
	for name, text := range trees {
		path := filepath.Join(in, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	all := strings.Join(outputNames(), ",")
	var first map[string]string
	for _, jobs := range []string{"1", "2", "2"} {
		out := t.TempDir()
		if code, _, stderr := call("", "convert", in, "--to", all, "--out-dir", out, "--jobs", jobs); code != exitOK {
			t.Fatalf("exit %d: %s", code, stderr)
		}
		for _, f := range gathering() {
			code, _, stderr := call("", "convert", in, "--to", f, "-o", filepath.Join(out, "all."+f), "--jobs", jobs)
			if code != exitOK {
				t.Fatalf("%s: exit %d: %s", f, code, stderr)
			}
		}
		got := contents(t, out)
		if first == nil {
			if first = got; len(first) < len(outputNames())*len(trees) {
				t.Fatalf("only %d files", len(first))
			}
			continue
		}
		for name, text := range first {
			if got[name] != text {
				t.Errorf("--jobs %s: %s differs", jobs, name)
			}
		}
		if len(got) != len(first) {
			t.Errorf("--jobs %s: %d files, not %d", jobs, len(got), len(first))
		}
	}
}

var trees = map[string]string{
	"one.txt":      "# Ferry line closes\n\n05/04/2021\n\n\"The harbour is too shallow,\" said Mayor Ada Lindqvist.\n",
	"two.txt":      "Bridge opens\n\nThe minister, Bo Varga, said that the bridge was safe.\n",
	"deep/one.txt": "# Théâtre fermé\n\nOlena Koval criticized the city of Łódź: “We were never asked.”\n",
	"many.jsonl":   `{"id":"r1","text":"Ann Holt praised the plan."}` + "\n" + `{"id":"r2","text":"\"No,\" said Ib Dahl."}` + "\n",
}

// contents are the files below dir. Manifests hold times and are left out.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == "manifest.jsonl" || d.Name() == ".dossier.jsonl" {
			return err
		}
		b, err := os.ReadFile(path)
		files[strings.TrimPrefix(path, dir)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestOneLongLine converts a large file without a line break.
func TestOneLongLine(t *testing.T) {
	size := 2 << 20
	if testing.Short() {
		size = 1 << 18
	}
	line := strings.Repeat("The committee said that the dam was safe. ", size/42)
	code, stdout, stderr := call(line, "convert", "-", "--from", "text", "--to", "json")
	if code != exitOK || !strings.HasPrefix(stdout, "{") {
		t.Errorf("exit %d: %s", code, stderr)
	}
}

// errAfter fails like a pipe whose reader has gone.
type errAfter struct {
	n   int
	err error
}

func (w *errAfter) Write(b []byte) (int, error) {
	if w.n -= len(b); w.n < 0 {
		return 0, w.err
	}
	return len(b), nil
}

func TestClosedPipe(t *testing.T) {
	for _, args := range [][]string{
		{"convert", "-", "--to", "json"}, {"show", "-"}, {"formats"}, {"schema"}, {"completion", "bash"},
	} {
		var errs bytes.Buffer
		code := run(system{
			args: args, stdin: strings.NewReader(trees["one.txt"]),
			stdout: &errAfter{8, io.ErrClosedPipe}, stderr: &errs, env: os.LookupEnv,
		})
		if code != exitOK || errs.Len() > 0 {
			t.Errorf("%v: exit %d, said %q", args, code, &errs)
		}
	}
}
