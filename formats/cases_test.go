package formats

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/tools/txtar"

	"dossier/article"
)

var update = flag.Bool("update", false, "rewrite the expected parts of testdata")

// TestCases reads every case of testdata. A case is a txtar file: the input,
// named as a user would name it (with ".quoted" after it, it is a Go string, so
// that line ends and bytes can be shown), and the dump of what was read.
func TestCases(t *testing.T) {
	for _, path := range caseFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			name, raw := caseInput(t, archive)
			got := dump(t, name, raw)
			if *update {
				archive.Files = append(inputFiles(archive), txtar.File{Name: "dump", Data: []byte(got)})
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := archive.Files[len(archive.Files)-1]; want.Name != "dump" || string(want.Data) != got {
				t.Errorf("dump differs (run with -update and look at the diff); got:\n%s", got)
			}
		})
	}
}

func caseFiles(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases: ", err)
	}
	return files
}

// inputFiles are the files of a case before its dump.
func inputFiles(archive *txtar.Archive) []txtar.File {
	for i, f := range archive.Files {
		if f.Name == "dump" {
			return archive.Files[:i:i]
		}
	}
	return archive.Files
}

// caseInput is the name and the bytes of a case's input. Endings of its name say
// how the bytes are made: ".quoted" of Go strings, ".zipped" of the files that
// follow, ".gzipped" and ".zstd" by compressing what the ending before gives.
func caseInput(t testing.TB, archive *txtar.Archive) (name, raw string) {
	t.Helper()
	files := inputFiles(archive)
	return made(t, files[0].Name, files)
}

func made(t testing.TB, name string, files []txtar.File) (string, string) {
	t.Helper()
	switch ending := filepath.Ext(name); ending {
	case ".quoted":
		return strings.TrimSuffix(name, ending), unquoted(t, string(files[0].Data))
	case ".zipped":
		return strings.TrimSuffix(name, ending), zipped(t, files[1:])
	case ".gzipped", ".zstd":
		name, raw := made(t, strings.TrimSuffix(name, ending), files)
		return name, compressed(t, raw, ending)
	}
	return name, string(files[0].Data)
}

func unquoted(t testing.TB, data string) string {
	t.Helper()
	var b strings.Builder
	for line := range strings.Lines(data) {
		s, err := strconv.Unquote(strings.TrimSpace(line))
		if err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		b.WriteString(s)
	}
	return b.String()
}

func zipped(t testing.TB, files []txtar.File) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.Name)
		if err == nil {
			_, err = w.Write(f.Data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func compressed(t testing.TB, raw, ending string) string {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser = gzip.NewWriter(&b)
	if ending == ".zstd" {
		var err error
		if w, err = zstd.NewWriter(&b); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := io.WriteString(w, raw); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// dump reads a file and writes down all that the reader stated. It checks the
// invariants on the way.
func dump(t testing.TB, name, raw string) string {
	t.Helper()
	var b strings.Builder
	in, member := seen(name, raw)
	f, seq, err := Open(in, Options{})
	if err != nil {
		return fmt.Sprintf("error: %v\n", err)
	}
	fmt.Fprintf(&b, "format %s\n", f.Name)
	for a, err := range seq {
		if err != nil {
			fmt.Fprintf(&b, "error: %v\n", err)
			continue
		}
		if err := sound(a, raw, *member, f); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		dumpHead(&b, a)
		dumpBlocks(&b, a)
	}
	return b.String()
}

// unpacked is a file without its compression.
func unpacked(file string) string {
	r, packed, err := expand(bufio.NewReader(strings.NewReader(file)))
	if err != nil || !packed {
		return file
	}
	raw, _ := io.ReadAll(io.LimitReader(r, 1<<22))
	return string(raw)
}

// seen is an input and where the bytes of the member that was read last are kept.
func seen(name, raw string) (Input, *string) {
	member := new(string)
	return Input{Name: name, Reader: strings.NewReader(raw), keep: func(b []byte) { *member = string(b) }}, member
}

// sound reports what is wrong with an article that a reader made of a file, of a
// member of it, or of one of its records.
func sound(a *article.Article, file, member string, f *Format) error {
	if f.Parsed {
		return a.Validate()
	}
	c := a.Clone()
	for _, d := range []*article.Date{c.Published, c.Updated} {
		if d != nil && d.Value == "" {
			d.Value, d.Precision = "2000-01-01", "day" // left to package parse
		}
	}
	if sum := sha256.Sum256([]byte(member)); a.Source.Bytes != len(member) || a.Source.SHA256 != hex.EncodeToString(sum[:]) {
		return fmt.Errorf("source states %d bytes of %d", a.Source.Bytes, len(member))
	}
	if m := string(a.Source.Member); m == "" || m == plainName(a.Source.Name) {
		member = unpacked(file) // of which a record is a part
	}
	last := 0
	for _, b := range a.Blocks {
		if b.Line < last || b.EndLine < b.Line {
			return fmt.Errorf("block %s: lines %d-%d after line %d", b.ID, b.Line, b.EndLine, last)
		}
		last = b.Line
	}
	return errors.Join(c.Validate(), checkRuns(a, []byte(member)))
}

func dumpHead(b *strings.Builder, a *article.Article) {
	fmt.Fprintf(b, "encoding %s\n", a.Source.Encoding)
	if a.Source.Member != "" {
		fmt.Fprintf(b, "member %s, %d bytes\n", a.Source.Member, a.Source.Bytes)
	}
	field := func(name string, value any, span *article.Span, basis string) {
		if s := fmt.Sprint(value); s != "" {
			fmt.Fprintf(b, "%s %q %s %s\n", name, s, spanText(span), basis)
		}
	}
	field("title", a.Title, a.TitleSpan, string(a.TitleFrom))
	field("deck", a.Deck, a.DeckSpan, "")
	for _, x := range a.Authors {
		field("author", x.Name, x.Span, x.Basis)
	}
	date := func(name string, d *article.Date) {
		if d != nil {
			field(name, d.Text, d.Span, strings.TrimSpace(d.Basis+" "+d.Value+" "+d.Precision))
		}
	}
	date("published", a.Published)
	date("updated", a.Updated)
	field("url", a.Source.URL, nil, "")
	field("publisher", a.Source.Publisher, nil, "")
	field("language", a.Language.Tag, nil, "")
	for _, l := range a.Links {
		fmt.Fprintf(b, "link %s %q -> %q %s\n", l.Kind, l.Text, l.URL, spanText(&l.Span))
	}
	for _, n := range a.Notes {
		fmt.Fprintf(b, "note %s %s: %s %s\n", n.Severity, n.Code, n.Message, spanText(n.Span))
	}
}

func spanText(s *article.Span) string {
	if s == nil {
		return "-"
	}
	return fmt.Sprintf("%d-%d", s.Start, s.End)
}

func dumpBlocks(b *strings.Builder, a *article.Article) {
	for _, x := range a.Blocks {
		fmt.Fprintf(b, "%s %s lines %d-%d raw %d-%d %q\n", x.ID, x.Kind, x.Line, x.EndLine, x.Raw.Start, x.Raw.End, x.Span.In(a.Text))
		if len(x.Runs) < 2 {
			continue
		}
		for _, r := range x.Runs {
			fmt.Fprintf(b, "\t%q %d-%d\n", r.Span.In(a.Text), r.Raw.Start, r.Raw.End)
		}
	}
}

// TestRegistry holds the listing sorted and complete.
func TestRegistry(t *testing.T) {
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Name)
		if f.Reads == "" || f.Limits == "" || f.MediaType == "" || f.Detect == nil || f.Records == nil {
			t.Errorf("format %s is incomplete", f.Name)
		}
		for _, alias := range f.Aliases {
			if Lookup(alias) != f {
				t.Errorf("alias %s leads elsewhere", alias)
			}
		}
	}
	if !slices.IsSorted(names) || !slices.Contains(names, "text") {
		t.Errorf("formats: %v", names)
	}
}
