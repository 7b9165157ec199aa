package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"dossier/article"
	"dossier/formats/pdf"
)

// briefArticles are the test articles by file name.
func briefArticles(t testing.TB) map[string]*article.Article {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test articles: %v", err)
	}
	all := map[string]*article.Article{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		a := new(article.Article)
		if err := json.Unmarshal(b, a); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		all[strings.TrimSuffix(filepath.Base(f), ".json")] = a
	}
	return all
}

func briefArticle(t testing.TB, name string) *article.Article {
	a := briefArticles(t)[name]
	if a == nil {
		t.Fatalf("no test article %s", name)
	}
	return a
}

// composed lays a brief out without writing it.
func composed(t testing.TB, a *article.Article, opts Options) *brief {
	b, err := newBrief(a, opts)
	if err != nil {
		t.Fatal(err)
	}
	b.compose()
	return b
}

func TestBriefArticlesAreValid(t *testing.T) {
	for name, a := range briefArticles(t) {
		if err := a.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestBriefLayout holds what is drawn, as text. A change is reviewed by its
// diff, and by looking at the pages.
func TestBriefLayout(t *testing.T) {
	for _, name := range []string{"brief-terminal", "brief-longtitle", "brief-oneline", "brief-scripts"} {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			composed(t, briefArticle(t, name), Options{}).doc.Dump(&got)
			golden := filepath.Join("testdata", name+".layout")
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Bytes(), want) {
				t.Errorf("the layout differs from %s (-update rewrites it): %s", golden, firstDifference(got.String(), string(want)))
			}
		})
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "line " + strconv.Itoa(i+1) + "\n got " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is longer"
}

// layouts are the looks that every check below must hold in.
var layouts = []Options{
	{}, {Paper: "letter"}, {Labels: "de"}, {Labels: "fr"}, {Labels: "es"}, {Labels: "ru"}, {Title: "Another title"},
}

// TestBriefPages holds what is true of every page of every brief: nothing runs
// over the edge of the paper, no text lies on another, every link leads
// somewhere.
func TestBriefPages(t *testing.T) {
	for name, a := range briefArticles(t) {
		for _, opts := range layouts {
			b := composed(t, a, opts)
			where := name + " " + opts.Labels + opts.Paper
			if d := b.doc.Dangling(); len(d) > 0 {
				t.Errorf("%s: links lead nowhere: %v", where, d)
			}
			for i, p := range b.doc.Pages() {
				checkPage(t, where+" page "+strconv.Itoa(i+1), b.layout, p)
			}
		}
	}
}

func checkPage(t *testing.T, where string, b *layout, p *pdf.Page) {
	boxes := p.TextBoxes()
	for i, x := range boxes {
		if x.X < 5 || x.X+x.W > b.doc.Width-5 || x.Y < 0 || x.Y+x.H > b.doc.Height-5 {
			t.Errorf("%s: %q runs off the page", where, x.Text)
		}
		for _, y := range boxes[:i] {
			const touch = 0.2 // rounding
			if x.X+touch < y.X+y.W && y.X+touch < x.X+x.W && x.Y+touch < y.Y+y.H && y.Y+touch < x.Y+x.H {
				t.Errorf("%s: %q lies on %q", where, x.Text, y.Text)
			}
		}
	}
	low := 0.0
	for _, x := range boxes {
		if x.Y+x.H < b.bottom()+3 {
			low = max(low, x.Y+x.H)
		} else if x.Y < b.doc.Height-13 {
			t.Errorf("%s: %q stands in the bottom margin", where, x.Text)
		}
	}
	for _, x := range boxes {
		if x.Y+x.H == low && x.H > 2.9 && x.H < 3.1 { // the size of a section's head
			t.Errorf("%s: the head %q stands alone at the foot", where, x.Text)
		}
	}
}

// TestBriefQuotes looks for the words of every quotation in what is drawn.
func TestBriefQuotes(t *testing.T) {
	for name, a := range briefArticles(t) {
		b := composed(t, a, Options{})
		var dump bytes.Buffer
		b.doc.Dump(&dump)
		var drawn strings.Builder
		for row := range strings.Lines(dump.String()) {
			if m := textRow.FindStringSubmatch(row); m != nil {
				drawn.WriteString(m[1] + " ")
			}
		}
		have := squeeze(drawn.String())
		for _, q := range a.Quotes {
			for _, s := range q.Spans {
				words := s.In(a.Text)
				if b.doc.Shapeless(words) == 0 && !strings.Contains(have, strings.TrimSuffix(squeeze(words), ",")) {
					t.Errorf("%s: %s is not in the brief: %s", name, q.ID, words)
				}
			}
		}
	}
}

var textRow = regexp.MustCompile(`^text \S+ \S+ \S+ \S+ \S+ (.*)\n`)

func squeeze(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), ""), "\u00a0", "")
}

// TestBriefReferences checks that the references of quotations name the lines on
// which they stand in the appendix, and that each leads to the other.
func TestBriefReferences(t *testing.T) {
	b := composed(t, briefArticle(t, "brief-terminal"), Options{})
	var dump bytes.Buffer
	b.doc.Dump(&dump)
	for i := range b.v.Quotes {
		q := &b.v.Quotes[i]
		span := b.source.quotes[q.ID]
		var words strings.Builder
		for _, l := range b.source.lines[span[0]-1 : span[1]] {
			words.WriteString(l.span.In(b.v.Text) + " ")
		}
		for _, s := range q.Spans {
			if !strings.Contains(squeeze(words.String()), squeeze(s.In(b.v.Text))) {
				t.Errorf("%s: lines %v do not hold %q", q.ID, span, s.In(b.v.Text))
			}
		}
		for _, want := range []string{" " + b.quoteAnchor(q.ID) + "\n", " " + b.quoteSourceAnchor(q.ID) + "\n"} {
			if strings.Count(dump.String(), want) < 2 {
				t.Errorf("%s: %s lacks its anchor or its link", q.ID, want)
			}
		}
	}
}

func TestBriefContrast(t *testing.T) {
	pairs := [][2]string{
		{colorInk, colorPaper}, {colorBody, colorPaper}, {colorMuted, colorPaper}, {colorMuted, colorTint},
		{colorLineNo, colorPaper}, {colorNavy, colorPaper}, {colorInk, colorTint},
		{colorBody, colorHighlight}, {colorInk, colorHighlight}, {colorMuted, colorHighlight},
	}
	for _, s := range []sign{signSupports, signOpposes, signConditional, signNeutral, signMixed} {
		pairs = append(pairs, [2]string{s.ink(), s.ground()})
	}
	for _, p := range pairs {
		if c := pdf.Contrast(pdf.Hex(p[0]), pdf.Hex(p[1])); c < 4.5 {
			t.Errorf("%s on %s has a contrast of %.2f", p[0], p[1], c)
		}
	}
}

// TestDrawnContrast holds every text that is drawn to the ground that lies under
// it, whatever drew either.
func TestDrawnContrast(t *testing.T) {
	docs := map[string]*pdf.Doc{"dossier": composedDossier(t, dossierArticles(t, 7), Options{}).doc}
	for name, a := range briefArticles(t) {
		docs[name] = composed(t, a, Options{}).doc
	}
	for name, doc := range docs {
		var dump bytes.Buffer
		doc.Dump(&dump)
		texts := 0
		var grounds []ground
		for row := range strings.Lines(dump.String()) {
			var g ground
			var x, y float64
			var face, size, ink string
			if strings.HasPrefix(row, "page ") {
				grounds = nil
			} else if n, _ := fmt.Sscanf(row, "fill %g %g %g %g %s", &g.x, &g.y, &g.w, &g.h, &g.color); n == 5 {
				grounds = append(grounds, g)
			} else if n, _ := fmt.Sscanf(row, "text %g %g %s %s %s", &x, &y, &face, &size, &ink); n == 5 {
				texts++
				on := groundAt(grounds, x+0.3, y-0.8)
				if c := pdf.Contrast(pdf.Hex(ink), pdf.Hex(on)); c < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f: %s", name, ink, on, c, row)
				}
			}
		}
		if texts == 0 {
			t.Errorf("%s: no text", name)
		}
	}
}

type ground struct {
	x, y, w, h float64
	color      string
}

// groundAt is the colour of the last ground laid under a place.
func groundAt(grounds []ground, x, y float64) string {
	on := colorPaper
	for _, g := range grounds {
		if x >= g.x && x <= g.x+g.w && y >= g.y && y <= g.y+g.h {
			on = g.color
		}
	}
	return on
}

func TestBriefTwiceTheSame(t *testing.T) {
	for name, a := range briefArticles(t) {
		first, err := PDF.Bytes(a, Options{})
		if err != nil {
			t.Fatal(err)
		}
		second, err := PDF.Bytes(a.Clone(), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, second) {
			t.Errorf("%s: two runs differ", name)
		}
	}
}

// TestBriefBothWays holds the two ways of setting text to one layout: a
// character beyond Windows-1252 in the source's name changes no line elsewhere.
func TestBriefBothWays(t *testing.T) {
	a := briefArticle(t, "brief-terminal")
	other := a.Clone()
	other.Source.Publisher = "Coastal News Agencý" // fits
	third := a.Clone()
	third.Source.Publisher = "Coastal News Agencą" // does not
	var x, y bytes.Buffer
	composed(t, other, Options{}).doc.Dump(&x)
	composed(t, third, Options{}).doc.Dump(&y)
	xs, ys := strings.Split(x.String(), "\n"), strings.Split(y.String(), "\n")
	if len(xs) != len(ys) {
		t.Fatalf("%d things drawn one way, %d the other", len(xs), len(ys))
	}
	for i := range xs {
		if xs[i] != ys[i] && !strings.Contains(xs[i], "Agenc") && !strings.HasPrefix(xs[i], "url") {
			t.Errorf("one way %s\nthe other %s", xs[i], ys[i])
		}
	}
}

func TestLabels(t *testing.T) {
	for key, cells := range labelTable() {
		if len(cells) != len(LabelLanguages) {
			t.Errorf("%s: %d languages, want %d", key, len(cells), len(LabelLanguages))
			continue
		}
		for i, c := range cells {
			if strings.TrimSpace(c) == "" {
				t.Errorf("%s: nothing in %s", key, LabelLanguages[i])
			}
			if braces(c) != braces(cells[0]) && !strings.HasPrefix(key, "date.") {
				t.Errorf("%s: %s fills %s, %s fills %s", key, LabelLanguages[i], braces(c), LabelLanguages[0], braces(cells[0]))
			}
		}
	}
	for l := range LabelLanguages {
		set := labelSet(l)
		for key, n := range map[string]int{"weekdays": 7, "wd": 7, "months": 12, "Months": 12, "mons": 12} {
			if got := len(set.list(key)); got != n {
				t.Errorf("%s in %s: %d names, want %d", key, LabelLanguages[l], got, n)
			}
		}
		for _, s := range article.Stances {
			set.get("stance." + string(s))
			set.get("stance." + string(s) + ".n")
		}
	}
}

func braces(s string) string {
	return strings.Join(regexp.MustCompile(`\{\w+\}`).FindAllString(s, -1), "")
}

// tool finds an external program. Its absence skips the test, unless the
// environment demands all tools.
func tool(t *testing.T, name string) string {
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("DOSSIER_REQUIRE_TOOLS") == "1" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
	return path
}

func writeBriefs(t *testing.T) map[string]string {
	dir := t.TempDir()
	files := map[string]string{}
	for name, a := range briefArticles(t) {
		out, err := PDF.Bytes(a, Options{})
		if err != nil {
			t.Fatal(err)
		}
		files[name] = filepath.Join(dir, name+".pdf")
		if err := os.WriteFile(files[name], out, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func TestBriefQPDF(t *testing.T) {
	qpdf := tool(t, "qpdf")
	for name, file := range writeBriefs(t) {
		if out, err := exec.Command(qpdf, "--check", file).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

func TestBriefFonts(t *testing.T) {
	pdffonts := tool(t, "pdffonts")
	for _, file := range writeBriefs(t) {
		checkFonts(t, pdffonts, file)
	}
}

// TestBriefText reads the briefs back with another program.
func TestBriefText(t *testing.T) {
	pdftotext := tool(t, "pdftotext")
	for name, file := range writeBriefs(t) {
		out, err := exec.Command(pdftotext, "-enc", "UTF-8", file, "-").Output()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		have := squeeze(string(out))
		a := briefArticle(t, name)
		b := composed(t, a, Options{})
		for _, q := range a.Quotes {
			for _, s := range q.Spans {
				words := s.In(a.Text)
				if b.doc.Shapeless(words) == 0 && !strings.Contains(have, strings.TrimSuffix(squeeze(words), ",")) {
					t.Errorf("%s: pdftotext does not find %s: %s", name, q.ID, words)
				}
			}
		}
	}
}

func TestBriefAttachment(t *testing.T) {
	pdfdetach := tool(t, "pdfdetach")
	for name, file := range writeBriefs(t) {
		saved := filepath.Join(t.TempDir(), "a.json")
		if out, err := exec.Command(pdfdetach, "-save", "1", "-o", saved, file).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out)
		}
		b, err := os.ReadFile(saved)
		if err != nil {
			t.Fatal(err)
		}
		var a article.Article
		if err := json.Unmarshal(b, &a); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := a.Validate(); err != nil {
			t.Errorf("%s: the attached article: %v", name, err)
		}
	}
}

// FuzzBrief lays out articles with other words in them: whatever they are, a
// brief comes out and no link is lost.
func FuzzBrief(f *testing.F) {
	base := briefArticle(f, "brief-terminal")
	f.Add("A title", "Name of someone", "who said what", "en")
	f.Add(strings.Repeat("long ", 90), strings.Repeat("x", 400), "a\nb\tc", "ru")
	f.Add("\u202eעברית", "🚢", "\u0000\ufeff", "!")
	f.Fuzz(func(t *testing.T, title, name, words, tag string) {
		valid := func(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
		a := base.Clone()
		a.Title, a.Language.Tag = article.Opt(valid(title)), valid(tag)
		a.Deck, a.ID = article.Opt(valid(words)), valid(name)
		for i := range a.Actors {
			a.Actors[i].Name = valid(name)
			a.Actors[i].Country = article.Opt(valid(tag))
		}
		for i := range a.Quotes {
			a.Quotes[i].Text = valid(words)
		}
		for i := range a.Positions {
			a.Positions[i].Target.Text = valid(words)
			a.Positions[i].Issue = article.Opt(valid(title))
		}
		a.Text = valid(words) + a.Text[min(len(valid(words)), len(a.Text)):]
		if len(a.Text) < len(base.Text) || !validSpans(a) {
			t.Skip("spans would cut a character")
		}
		b := composed(t, a, Options{Labels: valid(tag)})
		if d := b.doc.Dangling(); len(d) > 0 {
			t.Errorf("links lead nowhere: %v", d)
		}
		if err := b.doc.Write(new(bytes.Buffer)); err != nil {
			t.Error(err)
		}
	})
}

// validSpans reports whether a can be written as JSON: no span cuts a character.
func validSpans(a *article.Article) bool {
	_, err := a.MarshalJSON()
	return err == nil && strings.ToValidUTF8(a.Text, "") == a.Text
}

func BenchmarkBriefLatin(b *testing.B)   { benchmarkBrief(b, "brief-terminal") }
func BenchmarkBriefUnicode(b *testing.B) { benchmarkBrief(b, "brief-scripts") }

func benchmarkBrief(b *testing.B, name string) {
	a := briefArticle(b, name)
	size := 0
	for b.Loop() {
		out, err := PDF.Bytes(a, Options{})
		if err != nil {
			b.Fatal(err)
		}
		size = len(out)
	}
	b.ReportMetric(float64(size)/1000, "kB/doc")
}
