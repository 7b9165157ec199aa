package export

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dossier/article"
	"dossier/formats/xlsx"
)

// TestJSON writes the articles of testdata back to the bytes they came from.
func TestJSON(t *testing.T) {
	for _, name := range []string{"tram", "bare", "wire", "nasty"} {
		want, err := os.ReadFile(filepath.Join("testdata", name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		if got := render(t, JSON, Options{}, name); !bytes.Equal(got, want) {
			t.Errorf("%s: %s", name, firstDifference(string(got), string(want)))
		}
	}
}

func TestNDJSON(t *testing.T) {
	out := render(t, NDJSON, Options{}, "tram", "nasty", "wire")
	lines := strings.SplitAfter(string(out), "\n")
	if len(lines) != 4 || lines[3] != "" {
		t.Fatalf("%d lines for three articles", len(lines)-1)
	}
	for i, name := range []string{"tram", "nasty", "wire"} {
		var a article.Article
		if err := json.Unmarshal([]byte(lines[i]), &a); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(&a, load(t, name)) {
			t.Errorf("%s does not come back", name)
		}
	}
}

// TestTwice asks every format for the same bytes twice, alone and gathered.
func TestTwice(t *testing.T) {
	for _, f := range []*Format{JSON, NDJSON, CSV, Workbook, Show, Explain} {
		names := []string{"tram"}
		if f.Gathers {
			names = []string{"tram", "nasty", "bare", "wire"}
		}
		first := render(t, f, Options{}, names...)
		for range 5 {
			if !bytes.Equal(first, render(t, f, Options{}, names...)) {
				t.Errorf("%s: the bytes differ", f.Name)
				break
			}
		}
	}
}

// TestCSVHeader holds the columns to their published order.
func TestCSVHeader(t *testing.T) {
	const want = "article_id,quote_id,quote,speaker,speaker_id,speaker_role,speaker_affiliation,cue,quote_type," +
		"via,addressee,said,paragraph,line_start,line_end,char_start,char_end,confidence,rule,date," +
		"source,url,title,lang"
	got, _, _ := strings.Cut(string(render(t, CSV, Options{}, "bare")), "\n")
	if got != want {
		t.Errorf("columns:\n%s\nwant:\n%s", got, want)
	}
}

// TestCSVParses reads our CSV with a library and finds the cells we meant.
func TestCSVParses(t *testing.T) {
	for _, opts := range []Options{{}, {Delimiter: ';'}, {Delimiter: '\t'}, {Excel: true}, {Excel: true, Delimiter: '|'}} {
		out := render(t, CSV, opts, "tram", "nasty", "wire")
		r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(out, []byte("\ufeff"))))
		if opts.Delimiter != 0 {
			r.Comma = opts.Delimiter
		}
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if want := wantCells(t, opts.Excel); !reflect.DeepEqual(rows[1:], want) {
			t.Errorf("%+v: rows differ\n got %q\nwant %q", opts, rows[1:], want)
		}
	}
}

func wantCells(t testing.TB, guard bool) [][]string {
	var want [][]string
	for _, name := range []string{"tram", "nasty", "wire"} {
		for _, r := range quoteRecords(newView(load(t, name))) {
			var row []string
			for _, c := range quoteTable {
				cell := c.value(r).String()
				if guard && cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
					cell = "'" + cell
				}
				row = append(row, cell)
			}
			want = append(want, row)
		}
	}
	return want
}

// TestCSVNUL: an id of a hand-made article may hold what ends a string in C.
func TestCSVNUL(t *testing.T) {
	a := load(t, "tram")
	a.ID = "x\x00y"
	if out := write(t, CSV, Options{}, a); bytes.ContainsRune(out, 0) || !bytes.Contains(out, []byte("\nxy,")) {
		t.Errorf("%.300q", out)
	}
}

// TestCSVPython lets Python's csv module read the same cells.
func TestCSVPython(t *testing.T) {
	python := tool(t, "python3")
	path := filepath.Join(t.TempDir(), "q.csv")
	if err := os.WriteFile(path, render(t, CSV, Options{}, "tram", "nasty", "wire"), 0o600); err != nil {
		t.Fatal(err)
	}
	script := `import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1], newline="", encoding="utf-8")))))`
	out, err := exec.Command(python, "-c", script, path).Output()
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	if err := json.Unmarshal(out, &rows); err != nil {
		t.Fatal(err)
	}
	if want := wantCells(t, false); !reflect.DeepEqual(rows[1:], want) {
		t.Errorf("python reads\n%q\nwant\n%q", rows[1:], want)
	}
}

// TestLines holds raw lines to what the files show: exact where the text keeps
// the line ends, the block's own where it does not.
func TestLines(t *testing.T) {
	v := newView(load(t, "wire"))
	lines := func(id string) string {
		i := slices.IndexFunc(v.Quotes, func(q article.Quote) bool { return q.ID == id })
		first, last := v.lines(v.Quotes[i].Spans)
		return fmt.Sprintf("%d-%d", first, last)
	}
	for id, want := range map[string]string{"q1": "1-1", "q2": "5-6", "q3": "8-11"} {
		if got := lines(id); got != want {
			t.Errorf("%s stands on lines %s, want %s", id, got, want)
		}
	}
	second := []article.Span{{Start: strings.Index(v.Text, "built"), End: strings.Index(v.Text, "built") + 5}}
	if first, last := v.lines(second); first != 6 || last != 6 {
		t.Errorf("a word of the second line stands on %d-%d", first, last)
	}
	for i := range v.Blocks {
		v.Blocks[i].EndLine++ // as if the text had lost a line end
	}
	if got := lines("q2"); got != "5-7" {
		t.Errorf("without line ends: %s, want 5-7", got)
	}
}

// workbookPart returns one member of a workbook.
func workbookPart(t testing.TB, book []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

var hyperlink = regexp.MustCompile(`<hyperlink ref="([A-Z]+)(\d+)" location="(\w+)!A(\d+)"/>`)

// TestWorkbookLinks follows each link between sheets and finds there what its
// cell names.
func TestWorkbookLinks(t *testing.T) {
	book := render(t, Workbook, Options{}, "wire", "tram", "bare")
	sheets := sheetsByName(t, book)
	positions := sheets["Positions"]
	evidence := slices.Index(positions[0], "Evidence")
	quoteNo := slices.Index(sheets["Quotes"][0], "No.")
	id := func(sheet string, row int) string {
		return sheets[sheet][row][slices.Index(sheets[sheet][0], "Article id")]
	}
	found := 0
	for _, m := range hyperlink.FindAllStringSubmatch(workbookPart(t, book, "xl/worksheets/sheet3.xml"), -1) {
		from, to := rowAt(t, m[2]), rowAt(t, m[4])
		if m[3] != "Quotes" {
			t.Errorf("a link of Positions leads to %s", m[3])
			continue
		}
		source, target := positions[from], sheets["Quotes"][to]
		if id("Positions", from) != id("Quotes", to) || !strings.HasPrefix(source[evidence], target[quoteNo]) {
			t.Errorf("row %d: evidence %s leads to %s of %s", from, source[evidence], target[quoteNo], id("Quotes", to))
		}
		found++
	}
	if found != 5 {
		t.Errorf("%d links from positions to quotes, want 5", found)
	}
}

func rowAt(t *testing.T, s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n - 1
}

func sheetsByName(t testing.TB, book []byte) map[string][][]string {
	t.Helper()
	list, err := xlsx.Read(book)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][][]string{}
	for _, s := range list {
		out[s.Name] = s.Rows
	}
	return out
}

// TestWorkbookMeta gets the canonical articles back out of the hidden sheet.
func TestWorkbookMeta(t *testing.T) {
	long := load(t, "nasty")
	for i := range 2000 { // several chunks, with what a cell cannot hold
		long.Notes = append(long.Notes, article.Note{Code: article.NoteTruncated, Severity: article.Info,
			Message: fmt.Sprintf("note %d é🚢 \x00\x07\x7f\ufffe\uffff_x0041_", i)})
	}
	want := []*article.Article{load(t, "tram"), long, load(t, "bare")}
	rows := sheetsByName(t, write(t, Workbook, Options{}, want...))["_meta"]
	for _, a := range want {
		var line strings.Builder
		for _, r := range rows[1:] {
			if r[0] == a.ID {
				line.WriteString(r[5])
			}
		}
		var got article.Article
		if err := json.Unmarshal([]byte(line.String()), &got); err != nil {
			t.Fatalf("%s: %v", a.ID, err)
		}
		if !reflect.DeepEqual(&got, a) {
			t.Errorf("%s does not come back", a.ID)
		}
	}
}

// TestWorkbookSheets checks what cells do not show: order, visibility, tables,
// drop-downs, and that no text of an article became a formula or a link that
// runs code.
func TestWorkbookSheets(t *testing.T) {
	book := render(t, Workbook, Options{}, "nasty")
	list, err := xlsx.Read(book)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range list {
		names = append(names, fmt.Sprintf("%s %v", s.Name, s.Visible))
	}
	if got := strings.Join(names, ", "); got != "Actors true, Roles true, Positions true, Matrix true, Quotes true, Article true, _meta false" {
		t.Error(got)
	}
	workbook := workbookPart(t, book, "xl/workbook.xml")
	if !strings.Contains(workbook, `state="veryHidden"`) || strings.Count(workbook, "_xlnm.Print_Titles") != 6 {
		t.Error(workbook)
	}
	for i := 1; i <= 7; i++ {
		x := workbookPart(t, book, fmt.Sprintf("xl/worksheets/sheet%d.xml", i))
		if strings.Contains(x, "<f>") {
			t.Errorf("sheet %d holds a formula", i)
		}
		if i < 7 && (!strings.Contains(x, "<tablePart ") || !strings.Contains(x, `state="frozen"`)) {
			t.Errorf("sheet %d is no table with a frozen head", i)
		}
	}
	positions := workbookPart(t, book, "xl/worksheets/sheet3.xml")
	for _, want := range []string{"support,commit,assist,concede,confirm,call for,consult,assert,doubt,deny,accuse,criticize,reject,threaten,oppose act", "Actors!$A$2:$A$5"} {
		if !strings.Contains(positions, want) {
			t.Errorf("Positions offers no %s", want)
		}
	}
	if !strings.Contains(workbookPart(t, book, "xl/worksheets/sheet5.xml"), "Actors!$A$2:$A$5") {
		t.Error("Quotes offers no speakers")
	}
	rels := workbookPart(t, book, "xl/worksheets/_rels/sheet6.xml.rels")
	if strings.Contains(strings.ToLower(rels), "javascript") || strings.Contains(rels, "hyperlink") {
		t.Error("a javascript: address is clickable")
	}
	if rels := workbookPart(t, render(t, Workbook, Options{}, "tram"), "xl/worksheets/_rels/sheet6.xml.rels"); !strings.Contains(rels, "https://coastal.example/velm/tram") {
		t.Error("a web address is not clickable")
	}
}

// TestWorkbookCut notes what did not fit; the hidden JSON keeps it.
func TestWorkbookCut(t *testing.T) {
	a := load(t, "bare")
	a.Text = strings.Repeat("🚢 word ", 6000)
	a.Blocks = a.Blocks[:1]
	a.Blocks[0].Span, a.Blocks[0].Runs = article.Span{End: len(a.Text)}, nil
	a.Quotes = []article.Quote{{ID: "q1", Kind: article.QuoteIndirect, Text: a.Text, Spans: []article.Span{{End: len(a.Text)}}, Block: a.Blocks[0].ID, Rule: "r"}}
	if err := a.Validate(); err != nil {
		t.Fatal(err)
	}
	sheets := sheetsByName(t, write(t, Workbook, Options{}, a))
	notes := fmt.Sprint(sheets["Article"])
	if !strings.Contains(notes, "1 cells were cut") || !strings.HasSuffix(sheets["Quotes"][1][slices.Index(sheets["Quotes"][0], "Quote")], "[cut]") {
		t.Error(notes)
	}
}

func TestWorkbookEmpty(t *testing.T) {
	if sheets := sheetsByName(t, write(t, Workbook, Options{})); len(sheets["Actors"]) != 1 || len(sheets) != 7 {
		t.Errorf("%d sheets, %d rows of actors", len(sheets), len(sheets["Actors"]))
	}
}

// TestWorkbookOffice opens the workbooks with LibreOffice and finds the same
// cells: nothing is broken and nothing is evaluated.
func TestWorkbookOffice(t *testing.T) {
	soffice := tool(t, "soffice")
	dir := t.TempDir()
	for name, inputs := range map[string][]string{"nasty": {"nasty"}, "many": {"tram", "nasty", "bare", "wire"}} {
		book := render(t, Workbook, Options{}, inputs...)
		in := filepath.Join(dir, name+".xlsx")
		if err := os.WriteFile(in, book, 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(soffice, "--headless", "-env:UserInstallation=file://"+dir+"/profile",
			"--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"), in)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		saved, err := os.ReadFile(filepath.Join(dir, "out", name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := dumpWorkbook(t, saved), dumpWorkbook(t, book); trimmed(got) != trimmed(want) {
			t.Errorf("%s: %s", name, firstDifference(trimmed(got), trimmed(want)))
		}
	}
}

// trimmed drops the empty cells that a suite adds at the end of rows.
func trimmed(dump string) string {
	lines := strings.Split(dump, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " |")
	}
	return strings.Join(lines, "\n")
}

// TestTerminalSafe lets no control sequence of an article reach the terminal.
func TestTerminalSafe(t *testing.T) {
	a := load(t, "bare")
	a.Text = "An \x1b[31mescape\x1b]0;title\x07, \u009b31m and \u202eoverride."
	a.Title = article.Opt(a.Text)
	a.Blocks = a.Blocks[:1]
	a.Blocks[0].Span, a.Blocks[0].Runs = article.Span{End: len(a.Text)}, nil
	a.Source.Name = "x\x1b[2Jy\n.txt"
	a.Notes[0].Message = "\x1b[5m"
	for _, f := range []*Format{Show, Explain} {
		if out := write(t, f, Options{}, a); bytes.ContainsAny(out, "\x1b\x07\u009b\u202e") {
			t.Errorf("%s: %q", f.Name, out)
		}
	}
}

// TestTerminalWidth keeps lines within the terminal and styles within lines.
func TestTerminalWidth(t *testing.T) {
	escape := regexp.MustCompile("\x1b\\[[0-9;]*m")
	for _, width := range []int{40, 60, 80, 120} {
		for line := range strings.Lines(string(render(t, Show, Options{Width: width, Color: true}, "tram", "nasty", "wire"))) {
			line = strings.TrimSuffix(line, "\n")
			if n := cells(escape.ReplaceAllString(line, "")); n > width {
				t.Errorf("width %d: a line of %d: %q", width, n, line)
			}
			if seqs := escape.FindAllString(line, -1); len(seqs) > 0 && seqs[len(seqs)-1] != "\x1b[0m" {
				t.Errorf("a style outlives its line: %q", line)
			}
		}
	}
}

func TestFormats(t *testing.T) {
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Name)
		if Lookup(f.Name) != f || f.Suffix == "" || f.About == "" || f.MediaType == "" || f.Open == nil {
			t.Errorf("%s is not complete", f.Name)
		}
	}
	if !slices.IsSorted(names) {
		t.Error(names)
	}
	for _, want := range []string{"csv", "explain", "json", "ndjson", "show", "xlsx"} {
		if !slices.Contains(names, want) {
			t.Errorf("no format %s", want)
		}
	}
}
