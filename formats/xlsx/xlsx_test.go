package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"hash/crc32"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// book writes a workbook of one sheet with the given rows.
func book(t testing.TB, opts SheetOptions, rows ...[]Cell) []byte {
	t.Helper()
	var out bytes.Buffer
	b := New(&out, Properties{Title: "Test & more", Creator: "dossier", Version: "1", Created: "2022-03-04T00:00:00Z"})
	s := b.AddSheet(opts)
	for _, r := range rows {
		s.Row(r...)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func columns(titles ...string) []Column {
	var out []Column
	for _, s := range titles {
		out = append(out, Column{Title: s, Width: 20, Style: Style{Wrap: true}})
	}
	return out
}

func textCell(s string) Cell { return Cell{Kind: Text, Text: s} }

// part returns one member of a workbook.
func part(t testing.TB, book []byte, name string) string {
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
	b, err := io.ReadAll(f) // checks the sum of the member
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// nasty are texts that workbooks trip over, and how they read afterwards.
var nasty = []struct{ in, out string }{
	{"plain", "plain"},
	{"=1+1", "=1+1"}, {"+1", "+1"}, {"-1", "-1"}, {"@SUM(A1)", "@SUM(A1)"}, {"=HYPERLINK(\"http://x\")", "=HYPERLINK(\"http://x\")"},
	{"<b>&amp;</b> ]]> \"q\" 'a'", "<b>&amp;</b> ]]> \"q\" 'a'"},
	{"_x0041_", "_x0041_"}, {"_x005F_x0041_", "_x005F_x0041_"}, {"_x00zz_", "_x00zz_"}, {"a_x000D_b", "a_x000D_b"},
	{" edges ", " edges "}, {"two\nlines\n", "two\nlines\n"}, {"tab\tin", "tab\tin"}, {"crlf\r\nx\ry", "crlf\nx\ny"},
	{"bell\aescape\x1bnul\x00del\x7f", "bell␇escape␛nul␀del␡"},
	{"not\xffutf8 \ufffe\uffff", "not�utf8 ��"},
	{"🚢 𝒜 é שלום", "🚢 𝒜 é שלום"},
	{"007", "007"}, {"1e5", "1e5"}, {"TRUE", "TRUE"}, {"2022-03-04", "2022-03-04"},
}

func TestText(t *testing.T) {
	var rows [][]Cell
	for _, c := range nasty {
		rows = append(rows, []Cell{textCell(c.in)})
	}
	b := book(t, SheetOptions{Name: "S", Columns: columns("Text"), Table: "T"}, rows...)
	sheets, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range nasty {
		if got := sheets[0].Rows[i+1][0]; got != c.out {
			t.Errorf("%q reads back %q, want %q", c.in, got, c.out)
		}
	}
	if strings.Contains(part(t, b, "xl/worksheets/sheet1.xml"), "<f>") {
		t.Error("a text became a formula")
	}
}

func TestLimit(t *testing.T) {
	long := strings.Repeat("🚢", 20000) // 40,000 units
	exact := strings.Repeat("x", maxUnits)
	b := New(io.Discard, Properties{})
	s := b.AddSheet(SheetOptions{Name: "S", Columns: columns("A")})
	s.Row(textCell(exact))
	if b.Truncated() != 0 {
		t.Error("what just fits was cut")
	}
	s.Row(textCell(long))
	s.Row(textCell(exact + "x"))
	if b.Truncated() != 2 {
		t.Errorf("%d cells cut, want 2", b.Truncated())
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	for _, in := range []string{long, exact + "x"} {
		got, cut := clean(in)
		if !cut || units(got) > maxUnits || units(got) < maxUnits-1 || !strings.HasSuffix(got, cutMark) {
			t.Errorf("cut to %d units", units(got))
		}
	}
}

func TestKinds(t *testing.T) {
	b := book(t, SheetOptions{Name: "S", Columns: columns("A", "B", "C", "D", "E", "F"), Table: "T"},
		[]Cell{{Kind: Integer, Number: 42}, {Kind: Share, Number: 0.456}, {Kind: Date, Text: "2022-03-04"},
			{Kind: Date, Text: "2022-03"}, {Kind: Date, Text: "1850-01-01"}, {Kind: Date, Text: "2022-03-04T23:59:00-05:00"}},
		[]Cell{{}, {Kind: Text}, {}, textCell("x")})
	sheets, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	want := "[42 0.46 2022-03-04 2022-03 1850-01-01 2022-03-04]"
	if got := fmt.Sprint(sheets[0].Rows[1]); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if !strings.Contains(part(t, b, "xl/worksheets/sheet1.xml"), "<v>44624</v>") {
		t.Error("a full date is no real one")
	}
}

func TestLinks(t *testing.T) {
	links := map[string]bool{
		"http://a.example/x?a=1&b=\"2\"": true, "https://a.example": true, "mailto:a@b.example": true, "HTTPS://a.example": true,
		"javascript:alert(1)": false, "JaVaScRiPt:alert(1)": false, " javascript:alert(1)": false, "java\nscript:alert(1)": false,
		"data:text/html,x": false, "file:///etc/passwd": false, "vbscript:x": false, "//a.example": false, "http:": false, "http://": false,
		"": false, "#": false, "https://a.example/" + strings.Repeat("x", 2100): false, "\\\\host\\share": false, "http://a b": false,
	}
	for url, want := range links {
		if Linkable(url) != want {
			t.Errorf("Linkable(%.40q) is %v", url, !want)
		}
		b := book(t, SheetOptions{Name: "S", Columns: columns("A"), Table: "T"}, []Cell{{Kind: Text, Text: "x" + url, URL: url}})
		rels := part(t, b, "xl/worksheets/_rels/sheet1.xml.rels")
		if got := strings.Contains(rels, "hyperlink"); got != want {
			t.Errorf("%.40q is clickable: %v", url, got)
		}
	}
}

func TestInsideLinks(t *testing.T) {
	b := book(t, SheetOptions{Name: "It's", Columns: columns("A"), Table: "T"},
		[]Cell{{Kind: Text, Text: "see", Sheet: "It's", Row: 3}}, []Cell{textCell("here")})
	if x := part(t, b, "xl/worksheets/sheet1.xml"); !strings.Contains(x, `<hyperlinks><hyperlink ref="A2" location="'It''s'!A3"/></hyperlinks>`) {
		t.Error(x)
	}
}

// TestManyLinks goes past what a sheet may hold: what leads inside becomes a
// formula, what leads outside stays plain text.
func TestManyLinks(t *testing.T) {
	var out bytes.Buffer
	b := New(&out, Properties{})
	s := b.AddSheet(SheetOptions{Name: "S", Columns: columns("A", "B"), Table: "T"})
	const n = maxLinks + 10
	for range n {
		s.Row(Cell{Kind: Text, Text: `say "x"`, Sheet: "S", Row: 2}, Cell{Kind: Text, Text: "u", URL: "http://a.example"})
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	x := part(t, out.Bytes(), "xl/worksheets/sheet1.xml")
	links, formulas := strings.Count(x, "<hyperlink "), strings.Count(x, `<f>HYPERLINK("#S!A2","say ""x""")</f><v>say "x"</v>`)
	if links != maxLinks || formulas != n-maxLinks/2 {
		t.Errorf("%d links and %d formulas", links, formulas)
	}
}

// TestBytes asks for equal bytes from sheets large enough to be packed beside.
func TestBytes(t *testing.T) {
	make := func() []byte {
		r := rand.New(rand.NewPCG(1, 1))
		var rows [][]Cell
		for range 20_000 {
			rows = append(rows, []Cell{textCell(fmt.Sprint(r.Uint64())), {Kind: Integer, Number: float64(r.IntN(9))}})
		}
		return book(t, SheetOptions{Name: "S", Columns: columns("A", "B"), Table: "T"}, rows...)
	}
	first := make()
	for range 3 {
		if !bytes.Equal(first, make()) {
			t.Fatal("the bytes differ")
		}
	}
	sheets, err := Read(first)
	if err != nil || len(sheets[0].Rows) != 20_001 {
		t.Errorf("%d rows, error %v", len(sheets[0].Rows), err)
	}
	z, _ := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	for i, f := range z.File {
		if i > 0 && f.Name < z.File[i-1].Name {
			t.Errorf("%s stands after %s", f.Name, z.File[i-1].Name)
		}
		if !f.Modified.IsZero() && f.Modified.Year() != 1980 {
			t.Errorf("%s bears the time %v", f.Name, f.Modified)
		}
	}
}

func TestJoinSums(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		a, b := make([]byte, r.IntN(200_000)), make([]byte, r.IntN(200_000))
		for i := range a {
			a[i] = byte(r.Uint32())
		}
		for i := range b {
			b[i] = byte(r.Uint32())
		}
		want := crc32.ChecksumIEEE(append(bytes.Clone(a), b...))
		if got := joinSums(crc32.ChecksumIEEE(a), crc32.ChecksumIEEE(b), uint64(len(b))); got != want {
			t.Fatalf("%d and %d bytes: %08x, want %08x", len(a), len(b), got, want)
		}
	}
}

func TestHeads(t *testing.T) {
	b := book(t, SheetOptions{Name: "S", Table: "T", Columns: columns("Same", "same", "", "=1+1", "_x0041_", strings.Repeat("long ", 60), "12", "a\nb")})
	sheets, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	got := sheets[0].Rows[0]
	want := []string{"Same", "same (2)", "—", "=1+1", "_ x0041_"}
	for i, w := range want {
		if got[i] != w {
			t.Errorf("head %d is %q, want %q", i, got[i], w)
		}
	}
	table := part(t, b, "xl/tables/table1.xml")
	for i, h := range got {
		if !strings.Contains(table, `name="`+h+`"`) {
			t.Errorf("column %d: the table does not know %q", i, h)
		}
	}
}

func TestProperties(t *testing.T) {
	b := book(t, SheetOptions{Name: "S", Columns: columns("A")})
	core, app := part(t, b, "docProps/core.xml"), part(t, b, "docProps/app.xml")
	for _, want := range []string{"<dc:creator>dossier<", "2022-03-04T00:00:00Z", "Test &amp; more"} {
		if !strings.Contains(core, want) {
			t.Errorf("core.xml lacks %s:\n%s", want, core)
		}
	}
	if strings.Contains(core+app, "xuri") || strings.Contains(app, "Go Excelize") {
		t.Error("the properties name someone else")
	}
}

func TestFoot(t *testing.T) {
	var out bytes.Buffer
	b := New(&out, Properties{})
	s := b.AddSheet(SheetOptions{Name: "S", Columns: columns("A"), Table: "T"})
	s.Row(textCell("in the table"))
	s.Foot(textCell("below"))
	s.Foot(textCell("lower"))
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if x := part(t, out.Bytes(), "xl/tables/table1.xml"); !strings.Contains(x, `ref="A1:A2"`) {
		t.Error(x)
	}
	sheets, _ := Read(out.Bytes())
	if got := fmt.Sprint(sheets[0].Rows); got != "[[A] [in the table] [] [below] [lower]]" {
		t.Error(got)
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  int
	}{
		{"short", 20, 1}, {"one\ntwo\nthree", 20, 3}, {strings.Repeat("word ", 20), 30, 3}, {strings.Repeat("x", 60), 30, 2}, {strings.Repeat("中", 30), 30, 2},
	} {
		if got := linesOf(c.text, c.width); got < c.want || got > c.want+1 {
			t.Errorf("%.20q in %v: %d lines, want about %d", c.text, c.width, got, c.want)
		}
	}
}

// TestOffice lets LibreOffice read what the texts have become and asks for the
// same: nothing was evaluated.
func TestOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("DOSSIER_REQUIRE_TOOLS") == "1" {
			t.Fatal(err)
		}
		t.Skip("LibreOffice is not installed")
	}
	dir := t.TempDir()
	var rows [][]Cell
	for _, c := range nasty {
		rows = append(rows, []Cell{textCell(c.in), textCell("end")})
	}
	in := filepath.Join(dir, "book.xlsx")
	if err := os.WriteFile(in, book(t, SheetOptions{Name: "S", Columns: columns("Text", "End"), Table: "T"}, rows...), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(soffice, "--headless", "-env:UserInstallation=file://"+dir+"/profile", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", filepath.Join(dir, "out"), in)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	saved, err := os.ReadFile(filepath.Join(dir, "out", "book.csv"))
	if err != nil {
		t.Fatal(err)
	}
	shown, err := csv.NewReader(bytes.NewReader(saved)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range nasty {
		if got := shown[i+1][0]; got != c.out {
			t.Errorf("%q shows as %q, want %q", c.in, got, c.out)
		}
	}
}

func BenchmarkRows(b *testing.B) {
	bk := New(io.Discard, Properties{})
	s := bk.AddSheet(SheetOptions{Name: "S", Columns: columns("A", "B", "C", "D")})
	b.ReportAllocs()
	for b.Loop() {
		s.Row(textCell("a short text"), textCell("A sentence of about the length that quotations have in the news, which is one or two lines."),
			Cell{Kind: Integer, Number: 7}, Cell{Kind: Date, Text: "2022-03-04"})
	}
	if err := bk.Close(); err != nil {
		b.Fatal(err)
	}
}

// TestWide repeats what stays in sight on each of the pages side by side.
func TestWide(t *testing.T) {
	b := book(t, SheetOptions{Name: "S 1", Columns: columns("A", "B", "C"), Freeze: 2, Wide: 3}, []Cell{textCell("x")})
	if x := part(t, b, "xl/workbook.xml"); !strings.Contains(x, "&#39;S 1&#39;!$A:$B,&#39;S 1&#39;!$1:$1") && !strings.Contains(x, "'S 1'!$A:$B,'S 1'!$1:$1") {
		t.Error(x)
	}
	if x := part(t, b, "xl/worksheets/sheet1.xml"); !strings.Contains(x, `fitToHeight="0" fitToWidth="3"`) {
		t.Error(x)
	}
}
