package batch

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dossier/article"
	"dossier/export"
)

func small(text string) *article.Article {
	a := &article.Article{
		Schema: article.SchemaID, ID: "small", Text: text,
		Generator: article.Generator{Name: article.GeneratorName, Version: article.GeneratorVersion},
		Source:    article.Source{Name: "small.txt", Format: "text"},
		Language:  article.Language{Tag: "en"},
		Blocks: []article.Block{{ID: "b1", Kind: article.BlockParagraph, Ordinal: new(int),
			Span: article.Span{End: len(text)}, Line: 1, EndLine: 1}},
	}
	*a.Blocks[0].Ordinal = 1
	return a.Clone()
}

// TestOurs holds every output to bearing a mark by which we know it again.
func TestOurs(t *testing.T) {
	dir := t.TempDir()
	for _, f := range export.Formats() {
		if f.Terminal {
			continue
		}
		for name, looks := range map[string]export.Options{"plain": {}, "excel": {Excel: true, Delimiter: ';', Title: "Łódź"}} {
			b, err := f.Bytes(small("Some text."), looks)
			if err != nil {
				t.Fatal(f.Name, err)
			}
			path := filepath.Join(dir, name+f.Suffix)
			if err := os.WriteFile(path, b, 0o666); err != nil {
				t.Fatal(err)
			}
			if !ours(path) {
				t.Errorf("%s, %s: not known again", f.Name, name)
			}
		}
	}
}

func TestNotOurs(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.json": `{"schema":"other/1","generator":{"name":"dossier"}}`,
		"b.json": `{"generator":{"name":"dossier"}}`,
		"c.csv":  "article_id\n", "d.csv": "article,quote_id\n", "e.csv": "article_idx,quote_id\n",
		"f.pdf": "%PDF-1.4\n/Producer (other)\n", "g.xlsx": "PK\x03\x04broken", "h.txt": "", "i.csv": "article_id,quote\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if ours(path) {
			t.Errorf("%s %q is taken for ours", name, text)
		}
	}
	if ours(dir) || ours(filepath.Join(dir, "none")) {
		t.Error("a folder or a missing file is taken for ours")
	}
}

// TestOursLong: the mark of a PDF is found wherever its length puts it.
func TestOursLong(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.pdf")
	const mark = "/Producer (dossier 1)"
	for _, before := range []int{0, 9, sniffed - 30, sniffed - 10, 2 * sniffed, 5*sniffed - 7} {
		for _, after := range []int{0, sniffed - 10, sniffed - 30, 3*sniffed + 5} {
			raw := "%PDF-1.4\n" + strings.Repeat(".", before) + mark + strings.Repeat(".", after)
			if err := os.WriteFile(path, []byte(raw), 0o666); err != nil {
				t.Fatal(err)
			}
			if !ours(path) {
				t.Errorf("not found between %d and %d bytes", before, after)
			}
		}
	}
}

func sealed(path string, b []byte) (*file, error) {
	d, err := new(folders).draft(path, b)
	if err != nil {
		return nil, err
	}
	return d, d.seal()
}

// TestDraft: the name appears with the whole, and never anything else.
func TestDraft(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "sub", "x.json")
	d, err := sealed(path, []byte("whole"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("the name is there before the end")
	}
	if err := d.publish(); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(path); string(b) != "whole" {
		t.Errorf("got %q", b)
	}
	d, err = sealed(path, []byte("other"))
	if err != nil {
		t.Fatal(err)
	}
	d.abort()
	if got := list(t, filepath.Dir(path)); !slices.Equal(got, []string{"x.json"}) {
		t.Errorf("left behind: %v", got)
	}
	if _, err := sealed(filepath.Join(path, "y"), nil); err == nil {
		t.Error("a file serves as a folder")
	}
	d, err = sealed(filepath.Join(dir, "sub", strings.Repeat("n", 300)), nil)
	if err != nil {
		t.Fatal(err)
	}
	var w *WriteError
	if err := d.publish(); !errors.As(err, &w) || strings.Contains(err.Error(), ".tmp") {
		t.Errorf("a name that cannot be: %v", err)
	}
	if got := list(t, filepath.Dir(path)); !slices.Equal(got, []string{"x.json"}) {
		t.Errorf("left behind: %v", got)
	}
}

// TestDraftKeeps: links are followed, modes kept, devices written in place.
func TestDraftKeeps(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links and modes are those of Unix")
	}
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real"), filepath.Join(dir, "link")
	if err := os.WriteFile(real, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{link, os.DevNull} {
		d, err := sealed(path, []byte("new"))
		if err != nil {
			t.Fatal(err)
		}
		if err := d.publish(); err != nil {
			t.Fatal(err)
		}
	}
	info, _ := os.Lstat(link)
	b, _ := os.ReadFile(real)
	mode, _ := os.Stat(real)
	if info.Mode()&os.ModeSymlink == 0 || string(b) != "new" || mode.Mode().Perm() != 0o600 {
		t.Errorf("%v %q %v", info.Mode(), b, mode.Mode())
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Error("the device was replaced")
	}
}

func TestSafe(t *testing.T) {
	for in, want := range map[string]string{
		"r1": "r1", "a-b_c.d": "a-b_c.d", "Łódź-2": "Łódź-2",
		"../../etc/passwd": "etc_passwd-3754d6", "a/b": "a_b-c14cdd", "CON": "CON-a3dbc4", "": "e3b0c4", ".": "cdb4ee",
		"a b": "a_b-c8687a", "a  b": "a_b-",
	} {
		got := safe(in)
		if in == "a  b" {
			if got == safe("a b") {
				t.Errorf("two names become one: %s", got)
			}
			continue
		}
		if got != want {
			t.Errorf("safe(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzSafe(f *testing.F) {
	for _, s := range []string{"r1", "../x", "a\x00b", "\xff", "nul.txt", "e\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := safe(s)
		if got == "" || got == "." || got == ".." || len(got) > maxSafe+8 || reserved(got) ||
			filepath.Base(got) != got || !utf8.ValidString(got) || safe(s) != got {
			t.Errorf("safe(%q) = %q", s, got)
		}
	})
}

func TestTemplate(t *testing.T) {
	in := Input{Stem: "bridge", Ext: ".TXT"}
	a := small("Text.")
	a.ID, a.Title = "x/1", "Bridge opens"
	a.Published = &article.Date{Value: "2021-04-05T10:00:00+02:00"}
	for tmpl, want := range map[string]string{
		"{stem}":            "bridge",
		"{ext}/{stem}":      "TXT/bridge",
		"{date}-{lang}-{n}": "2021-04-05-en-3",
		"{title}":           safe("Bridge opens"),
		"plain":             "plain",
	} {
		tt, err := newTemplate(tmpl)
		if err != nil {
			t.Fatal(err)
		}
		if got := filepath.ToSlash(tt.fill(in, 3, false, a)); got != want {
			t.Errorf("%s: %s, want %s", tmpl, got, want)
		}
	}
	tt, _ := newTemplate("{stem}")
	if got := filepath.ToSlash(tt.fill(in, 3, true, a)); got != "bridge/"+safe("x/1") {
		t.Errorf("a record is named %s", got)
	}
	for _, bad := range []string{"", "/x", "x/", "../x", "x/../y", "{stem", "{x}", "a/./b"} {
		if _, err := newTemplate(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

func TestHidden(t *testing.T) {
	for name, want := range map[string]bool{".x": true, "~$doc.docx": true, "a~": true, "b.tmp": true, "c.swp": true, "a.txt": false, "tilde~a.txt": false} {
		if hidden(name) != want {
			t.Errorf("hidden(%s) = %v", name, !want)
		}
	}
}

func TestInputNames(t *testing.T) {
	d, _ := newFinder(Options{})
	for name, want := range map[string][2]string{
		"a.txt": {"a", ".txt"}, "b.JSON": {"b", ".JSON"}, "v1.2": {"v1.2", ""}, "x.log": {"x", ".log"},
		".profile": {".profile", ""}, "report.final.md": {"report.final", ".md"}, "plain": {"plain", ""},
	} {
		in := d.input(name, "")
		if in.Stem != want[0] || in.Ext != want[1] {
			t.Errorf("%s: %q %q", name, in.Stem, in.Ext)
		}
	}
}
