package export

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"dossier/article"
)

// typed is one cell that a user typed into: of the row whose hidden id is id in
// the article of that source, or, without an id, of a new row.
type typed struct{ source, sheet, id, title, text string }

// edits is what a user did to a workbook of tram and wire.
var edits = []typed{
	{"tram.md", "Actors", "a4", "Name", "Norvik Lines plc"}, {"tram.md", "Actors", "a4", "Kind", "organization"},
	{"tram.md", "Actors", "a4", "Note", "owner of the quay"}, {"tram.md", "Actors", "a9", "Name", "national government"},
	{"tram.md", "Actors", "a9", "Kind", "government body"}, {"tram.md", "Actors", "a8", "Note", "who?"},
	{"tram.md", "Actors", "a2", "Name", "city council of Velm"}, // makes one of two
	{"wire.txt", "Actors", "a1", "Name", "Norvik Lines plc"}, {"wire.txt", "Actors", "a3", "Kind", "group"},
	{"wire.txt", "Actors", "a2", "Note", "=1+1"},
	{"tram.md", "Roles", "a1@401", "Role", "Mayor of Velm"}, {"tram.md", "Roles", "a1@401", "Status", "acting"},
	{"tram.md", "Roles", "a6@723", "Status", "current"}, {"tram.md", "Roles", "a6@736", "Role", ""},
	{"wire.txt", "Roles", "a2@121", "Role", "chief executive"}, {"wire.txt", "Roles", "a2@121", "Status", "former"},
	{"tram.md", "Quotes", "q1", "Speaker", "Jan Reiter"}, {"tram.md", "Quotes", "q1", "Review", "changed"},
	{"tram.md", "Quotes", "q3", "Speaker", "Norvik Lines plc"}, {"tram.md", "Quotes", "q5", "Speaker", "a senior official"},
	{"tram.md", "Quotes", "q6", "Speaker", "Ada Voss"}, {"tram.md", "Quotes", "q6", "Note", "a banner, held by her"},
	{"tram.md", "Quotes", "q4", "Speaker", ""}, {"tram.md", "Quotes", "q2", "Review", "accepted"},
	{"wire.txt", "Quotes", "q1", "Review", "rejected"}, {"wire.txt", "Quotes", "q1", "Note", "a headline"},
	{"wire.txt", "Quotes", "q3", "Speaker", "Ada Voss"},
	{"tram.md", "Positions", "p1", "Stance", "commit"}, {"tram.md", "Positions", "p1", "Issue", "the harbour tram"},
	{"tram.md", "Positions", "p2", "Stance", "call for"}, {"tram.md", "Positions", "p2", "Holder", "Jan Reiter"},
	{"tram.md", "Positions", "p2", "Target", "city council of Velm"}, {"tram.md", "Positions", "p3", "Review", "rejected"},
	{"tram.md", "Positions", "p3", "Note", "denied what?"}, {"tram.md", "Positions", "p5", "Target", "no evidence"},
	{"tram.md", "Positions", "p6", "Issue", ""}, {"tram.md", "Positions", "p7", "Review", "changed"},
	{"tram.md", "Positions", "p7", "Target", ""}, {"wire.txt", "Positions", "p1", "Stance", "reject"},
	{"wire.txt", "Positions", "p2", "Target", "Karin Holt"},
}

// newRows are rows that a user added, a cell each.
var newRows = [][]typed{
	{{"tram.md", "Actors", "", "Name", "Institute of Transport"}, {"tram.md", "Actors", "", "Kind", "organization"}},
	{{"tram.md", "Roles", "", "Actor", "Emil Sørbø"}, {"tram.md", "Roles", "", "Role", "former minister"}, {"tram.md", "Roles", "", "Status", "former"}},
	{{"tram.md", "Quotes", "", "Quote", "the company had paid for the campaign against the tram"}, {"tram.md", "Quotes", "", "Speaker", "Institute of Transport"}},
	{{"wire.txt", "Positions", "", "Statement", "Ferries are the city's bread"}, {"wire.txt", "Positions", "", "Holder", "Karin Holt"}, {"wire.txt", "Positions", "", "Stance", "support"}},
}

// typeInto changes cells of a workbook and saves it.
func typeInto(t *testing.T, book []byte, cells []typed, rows [][]typed) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := readBook(book)
	if err != nil {
		t.Fatal(err)
	}
	set := func(c typed, row int) {
		i := slices.Index(all[c.sheet][0], c.title)
		if i < 0 && c.title == "Source" {
			return // a workbook of one article has none
		}
		if i < 0 {
			t.Fatalf("no column %s", c.title)
		}
		at, _ := excelize.CoordinatesToCellName(i+1, row)
		if err := f.SetCellStr(c.sheet, at, c.text); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range cells {
		set(c, rowOf(t, all, c)+1)
	}
	next := map[string]int{}
	for _, r := range rows {
		if next[r[0].sheet] == 0 {
			next[r[0].sheet] = len(all[r[0].sheet])
		}
		next[r[0].sheet]++
		for _, c := range append(r, typed{sheet: r[0].sheet, title: "Source", text: r[0].source}) {
			set(c, next[r[0].sheet])
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// rowOf is the number of an edit's row, from 0 for the head.
func rowOf(t *testing.T, all map[string]grid, c typed) int {
	t.Helper()
	for _, e := range editables {
		if e.sheet != c.sheet {
			continue
		}
		table, _ := newTable(e, all[c.sheet])
		r := &bookReader{}
		for i := range table.rows {
			if key, _ := r.key(table, i); key.item == c.id && (key.source == c.source || key.source == "") {
				return i + 1
			}
		}
	}
	t.Fatalf("no row %s %s", c.sheet, c.id)
	return 0
}

// office saves a workbook with LibreOffice.
func office(t *testing.T, book []byte) []byte {
	t.Helper()
	soffice := tool(t, "soffice")
	dir := t.TempDir()
	in := filepath.Join(dir, "book.xlsx")
	if err := os.WriteFile(in, book, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(soffice, "--headless", "-env:UserInstallation=file://"+dir+"/profile",
		"--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"), in)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	saved, err := os.ReadFile(filepath.Join(dir, "out", "book.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

// TestCorrections: every edit arrives, whatever program saved the workbook, and
// nothing else does.
func TestCorrections(t *testing.T) {
	book := render(t, Workbook, Options{}, "tram", "wire")
	for _, saved := range []struct {
		by   string
		save func(*testing.T, []byte) []byte
	}{
		{"excelize", func(_ *testing.T, b []byte) []byte { return b }},
		{"LibreOffice", office},
	} {
		t.Run(saved.by, func(t *testing.T) {
			unedited(t, saved.save(t, book))
			edited := saved.save(t, typeInto(t, book, edits, newRows))
			list, err := ReadCorrections(edited, "Ed", "2024-05-06")
			if err != nil || len(list) != 2 {
				t.Fatal(len(list), err)
			}
			n := 0
			var corrected []*article.Article
			for i, c := range list {
				if len(c.Problems)+len(c.Warnings) > 0 {
					t.Errorf("%q %q", c.Problems, c.Warnings)
				}
				n += len(c.Diff())
				corrected = append(corrected, arrive(t, c, load(t, []string{"tram", "wire"}[i])))
			}
			if n != len(edits)+len(newRows) {
				t.Errorf("%d changes, want %d", n, len(edits)+len(newRows))
			}
			again(t, corrected)
		})
	}
}

// unedited asks that a workbook nobody edited says nothing.
func unedited(t *testing.T, book []byte) {
	t.Helper()
	list, err := ReadCorrections(book, "", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range list {
		if len(c.Diff())+len(c.Problems)+len(c.Warnings) > 0 {
			t.Errorf("nobody edited it: %q %q %q", c.Diff(), c.Problems, c.Warnings)
		}
	}
}

// arrive applies the changes to the article and returns what comes out; applied
// to that once more they change nothing.
func arrive(t *testing.T, c *Corrected, a *article.Article) *article.Article {
	t.Helper()
	got, out := c.Apply(a)
	if len(out.Problems)+len(out.Conflicts) > 0 || len(got.Edits)-len(a.Edits) != len(c.Diff()) || len(out.Changes) != len(c.Diff()) {
		t.Fatalf("%q %q; %d edits of %d", out.Problems, out.Conflicts, len(got.Edits)-len(a.Edits), len(c.Diff()))
	}
	if err := got.Validate(); err != nil {
		t.Fatal(err)
	}
	if twice, out := c.Apply(got); len(out.Changes)+len(out.Problems)+len(out.Conflicts) > 0 || !reflect.DeepEqual(twice, got.Clone()) {
		t.Errorf("applied twice: %q %q %q", out.Changes, out.Problems, out.Conflicts)
	}
	return got
}

// again asks that the workbook of the corrected articles reads as typed.
func again(t *testing.T, corrected []*article.Article) {
	t.Helper()
	all, err := readBook(write(t, Workbook, Options{}, corrected...))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range edits {
		if c.title == "Role" && c.text == "" || c.sheet == "Actors" && c.id == "a2" && c.source == "tram.md" {
			continue // the row is gone
		}
		row := all[c.sheet][rowOf(t, all, c)]
		i := slices.Index(all[c.sheet][0], c.title)
		if got := row[min(i, len(row)-1)]; i >= len(row) && c.text != "" || i < len(row) && got != c.text {
			t.Errorf("%v reads %q", c, got)
		}
	}
}

// TestMalformed: what is wrong with a workbook is said, and nothing is applied.
func TestMalformed(t *testing.T) {
	book := render(t, Workbook, Options{}, "tram")
	cell := func(sheet, id, title, text string) []typed { return []typed{{"", sheet, id, title, text}} }
	file := func(change func(*excelize.File) error) []byte {
		f, err := excelize.OpenReader(bytes.NewReader(book))
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := change(f); err != nil {
			t.Fatal(err)
		}
		if err := f.Write(&out); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	for name, test := range map[string]struct {
		book []byte
		want string
	}{
		"unknown stance":    {typeInto(t, book, cell("Positions", "p2", "Stance", "furious"), nil), `"furious" is no stance`},
		"unknown kind":      {typeInto(t, book, cell("Actors", "a2", "Kind", "dog"), nil), `"dog" is no kind of actor`},
		"unknown speaker":   {typeInto(t, book, cell("Quotes", "q2", "Speaker", "Jo Nobody"), nil), `no actor is called "Jo Nobody"`},
		"deleted id":        {typeInto(t, book, cell("Quotes", "q2", "Quote id", ""), nil), "Quotes row 3 has lost its id"},
		"an id of nobody":   {typeInto(t, book, cell("Quotes", "q2", "Quote id", "q99"), nil), "Quotes row 3 has an id that this workbook never gave"},
		"a row twice":       {typeInto(t, book, cell("Quotes", "q2", "Quote id", "q1"), nil), "Quotes row 3 repeats row 2"},
		"text in a number":  {typeInto(t, book, cell("Positions", "p2", "Confidence", "high"), nil), "Confidence is not read back"},
		"a sheet removed":   {file(func(f *excelize.File) error { return f.DeleteSheet("Positions") }), "the sheet Positions, or its columns Position id, are missing"},
		"an id column gone": {file(func(f *excelize.File) error { return f.RemoveCol("Roles", "H") }), "the sheet Roles, or its columns Actor id and From character, are missing"},
		"a new row of none": {typeInto(t, book, nil, [][]typed{{{"", "Quotes", "", "Speaker", "Ada Voss"}}}), "is new and has no Quote"},
		"words of nobody":   {typeInto(t, book, nil, [][]typed{{{"", "Quotes", "", "Quote", "never said"}, {"", "Quotes", "", "Speaker", "Ada Voss"}}}), "do not stand in one paragraph"},
		"a row removed":     {file(func(f *excelize.File) error { return f.RemoveRow("Quotes", 3) }), "is gone, which changes nothing"},
	} {
		list, err := ReadCorrections(test.book, "", "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		a := load(t, "tram")
		got, out := list[0].Apply(a)
		said := strings.Join(slices.Concat(list[0].Warnings, out.Problems), "\n")
		if !strings.Contains(said, test.want) {
			t.Errorf("%s: %q, want %q", name, said, test.want)
		}
		if len(out.Changes) > 0 || !reflect.DeepEqual(got.Clone(), a.Clone()) {
			t.Errorf("%s: applied %q", name, out.Changes)
		}
	}
	for name, book := range map[string][]byte{
		"not a workbook":   []byte("PK\x03\x04 no"),
		"of another maker": file(func(f *excelize.File) error { return f.DeleteSheet("_meta") }),
		"a damaged copy":   file(func(f *excelize.File) error { return f.SetCellStr("_meta", "F2", "{") }),
	} {
		if _, err := ReadCorrections(book, "", ""); err == nil || !strings.Contains(err.Error(), "workbook") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestConflict: a cell that was changed in the workbook and in the article.
func TestConflict(t *testing.T) {
	book := render(t, Workbook, Options{}, "tram")
	list, err := ReadCorrections(typeInto(t, book, []typed{{"", "Positions", "p2", "Stance", "reject"}, {"", "Quotes", "q1", "Note", "x"}}, nil), "", "")
	if err != nil {
		t.Fatal(err)
	}
	a := load(t, "tram")
	it, _ := a.Item("p2")
	other, _ := article.Correct(a, []article.Correction{{Item: it, Field: "stance", Now: "doubt"}})
	got, out := list[0].Apply(other)
	if got != other || len(out.Changes) > 0 || len(out.Conflicts) != 1 ||
		!strings.Contains(out.Conflicts[0], `Stance was "criticize"; the workbook says "reject", the article now says "doubt"`) {
		t.Errorf("%q %q", out.Changes, out.Conflicts)
	}
}
