package export

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dossier/article"
	"dossier/formats/xlsx"
)

// dossierArticles are the test articles by name, and, to have more, copies of
// them with another text.
func dossierArticles(t testing.TB, n int) []*article.Article {
	all := briefArticles(t)
	var names []string
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	var list []*article.Article
	for i := range n {
		a := all[names[i%len(names)]].Clone()
		if i >= len(names) {
			a.Text += fmt.Sprintf("\n\nCopy %d", i)
			a.ID += strconv.Itoa(i)
		}
		list = append(list, a)
	}
	return list
}

func composedDossier(t testing.TB, articles []*article.Article, opts Options) *dossier {
	d, err := newDossier(articles, opts)
	if err != nil {
		t.Fatal(err)
	}
	d.compose()
	return d
}

func writtenDossier(t testing.TB, articles []*article.Article, opts Options) []byte {
	var b bytes.Buffer
	w := PDF.Open(&b, opts)
	for _, a := range articles {
		if err := w.Add(a); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestDossierPages holds on every page what is held of a brief's.
func TestDossierPages(t *testing.T) {
	for _, n := range []int{2, 5, 24} {
		articles := dossierArticles(t, n)
		for _, opts := range layouts {
			d := composedDossier(t, articles, opts)
			where := strconv.Itoa(n) + " articles " + opts.Labels + opts.Paper
			if list := d.doc.Dangling(); len(list) > 0 {
				t.Errorf("%s: links lead nowhere: %v", where, list)
			}
			for i, p := range d.doc.Pages() {
				checkPage(t, where+" page "+strconv.Itoa(i+1), d.layout, p)
			}
		}
	}
}

// TestDossierFacts: no key fact is cut, in no language.
func TestDossierFacts(t *testing.T) {
	articles := dossierArticles(t, 24)
	for _, labels := range LabelLanguages {
		d := composedDossier(t, articles, Options{Labels: labels})
		drawn := map[string]bool{}
		for _, x := range d.doc.Pages()[0].TextBoxes() {
			drawn[x.Text] = true
		}
		for _, f := range d.facts() {
			if !drawn[f.value] {
				t.Errorf("%s: %s does not stand whole in its cell: %s", labels, f.label, f.value)
			}
		}
	}
}

// TestTogether: rows stand together so that none is left alone.
func TestTogether(t *testing.T) {
	for n, want := range map[int][]int{1: {1}, 2: {2, 1}, 3: {3, 2, 1}, 4: {2, 1, 2, 1}, 6: {2, 1, 1, 1, 2, 1}} {
		for i := range n {
			if got := together(i, n); got != want[i] {
				t.Errorf("from row %d of %d: %d rows, want %d", i, n, got, want[i])
			}
		}
	}
}

// TestDossierReferences checks that every quotation leads to its line and back,
// that every article leads to its annex and back, and that every position stands
// in the list with a reference into its own article.
func TestDossierReferences(t *testing.T) {
	d := composedDossier(t, dossierArticles(t, 7), Options{})
	var dump bytes.Buffer
	d.doc.Dump(&dump)
	text := dump.String()
	positions := 0
	for _, p := range d.parts {
		for i := range p.v.Quotes {
			q := &p.v.Quotes[i]
			if p.source.first(q.ID) == 0 {
				continue
			}
			for _, want := range []string{p.quoteAnchor(q.ID), p.quoteSourceAnchor(q.ID)} {
				if strings.Count(text, " "+want+"\n") < 2 {
					t.Errorf("%s %s: %s lacks its anchor or its link", p.tag(), q.ID, want)
				}
			}
		}
		for _, want := range []string{partAnchor(p.n), "source:" + strconv.Itoa(p.n)} {
			if strings.Count(text, " "+want+"\n") < 2 {
				t.Errorf("%s: %s lacks its anchor or its link", p.tag(), want)
			}
		}
	}
	for _, h := range d.holders {
		for _, s := range h.stands {
			positions++
			words, anchor := s.reference()
			if !strings.HasPrefix(words, s.part.tag()+" ") || !strings.HasPrefix(anchor, s.part.prefix) {
				t.Errorf("%s %s refers to %q, %q", s.part.tag(), s.p.ID, words, anchor)
			}
		}
	}
	if positions == 0 {
		t.Error("no position in the dossier")
	}
}

// TestDossierOfOne gives the article's own brief.
func TestDossierOfOne(t *testing.T) {
	a := briefArticle(t, "tram")
	alone, err := PDF.Bytes(a, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(alone, []byte("/Title")) || bytes.Count(alone, []byte("/EmbeddedFile ")) != 1 {
		t.Error("not a brief with one attachment")
	}
}

// TestDossierSameText leaves out what has the text of another, and says so.
func TestDossierSameText(t *testing.T) {
	a := briefArticle(t, "tram")
	o := &pdfWriter{w: new(bytes.Buffer)}
	for range 3 {
		if err := o.Add(a); err != nil {
			t.Fatal(err)
		}
	}
	if len(o.articles) != 1 || o.same != 2 {
		t.Errorf("%d articles, %d left out", len(o.articles), o.same)
	}
	if err := o.Close(); err != nil {
		t.Error(err)
	}
}

func TestDossierTooMany(t *testing.T) {
	a := briefArticle(t, "bare")
	o := &pdfWriter{w: new(bytes.Buffer)}
	var err error
	for i := 0; err == nil && i <= maxDossier; i++ {
		b := *a
		b.Text = strconv.Itoa(i)
		err = o.Add(&b)
	}
	if err != errManyArticles {
		t.Errorf("got %v", err)
	}
}

func TestDossierTwiceTheSame(t *testing.T) {
	articles := dossierArticles(t, 6)
	if !bytes.Equal(writtenDossier(t, articles, Options{}), writtenDossier(t, articles, Options{})) {
		t.Error("two runs differ")
	}
}

// TestDossierTools reads a dossier with other programs: it is sound, has every
// face in it, and every quotation is found.
func TestDossierTools(t *testing.T) {
	qpdf, pdftotext, pdffonts := tool(t, "qpdf"), tool(t, "pdftotext"), tool(t, "pdffonts")
	articles := dossierArticles(t, 6)
	file := filepath.Join(t.TempDir(), "dossier.pdf")
	if err := os.WriteFile(file, writtenDossier(t, articles, Options{}), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(qpdf, "--check", file).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	checkFonts(t, pdffonts, file)
	out, err := exec.Command(pdftotext, "-enc", "UTF-8", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	have, b := squeeze(string(out)), composed(t, articles[0], Options{})
	for i, a := range articles {
		for _, q := range a.Quotes {
			for _, s := range q.Spans {
				words := s.In(a.Text)
				if b.doc.Shapeless(words) == 0 && !strings.Contains(have, strings.TrimSuffix(squeeze(words), ",")) {
					t.Errorf("A%d: pdftotext does not find %s: %s", i+1, q.ID, words)
				}
			}
		}
	}
}

// checkFonts asks that every face is embedded.
func checkFonts(t *testing.T, pdffonts, file string) {
	out, err := exec.Command(pdffonts, file).Output()
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(rows) < 3 {
		t.Errorf("%s has no faces", file)
		return
	}
	at := strings.Index(rows[0], "emb")
	for _, row := range rows[2:] {
		if at < 0 || len(row) < at+3 || row[at:at+3] != "yes" {
			t.Errorf("%s: not embedded: %s", file, row)
		}
	}
}

// TestSides holds agreement and contradiction to the signs.
func TestSides(t *testing.T) {
	a := briefArticle(t, "brief-many")
	b := a.Clone()
	b.Text += " "
	for i := range b.Positions {
		p := &b.Positions[i]
		if p.Stance == article.Support {
			p.Stance, p.Polarity = article.Reject, -1
		}
	}
	d, err := newDossier([]*article.Article{a, b}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	list := d.allSides()
	if len(list) == 0 || !list[0].both {
		t.Fatal("who backs in one article and rejects in the other does not stand on both sides")
	}
	also := 0
	for _, s := range list {
		also += len(s.also)
	}
	if also == 0 {
		t.Error("nobody stands alike in both articles")
	}
	for _, s := range list {
		for _, x := range s.pro {
			if x.sign != signSupports && x.sign != signConditional {
				t.Errorf("%s: %s among those for it", s.m.title, x.sign)
			}
		}
		for _, x := range s.against {
			if x.sign != signOpposes {
				t.Errorf("%s: %s among those against it", s.m.title, x.sign)
			}
		}
	}
}

// TestMatterRows holds the rows of a gathered workbook's matrix to the cast: two
// of one name whose roles do not go together have two.
func TestMatterRows(t *testing.T) {
	a := briefArticle(t, "brief-terminal")
	rows := func(change func(x *article.Actor)) int {
		other := a.Clone()
		for i := range other.Actors {
			change(&other.Actors[i])
		}
		s := newMatterSheet(xlsx.New(new(bytes.Buffer), xlsx.Properties{}), true)
		s.add(newView(a))
		s.add(newView(other))
		s.merge()
		return len(s.rows.list)
	}
	same := rows(func(*article.Actor) {})
	if n := rows(func(x *article.Actor) { x.Country = "ZZ" }); n <= same {
		t.Errorf("%d rows where all have another country, %d where nothing differs", n, same)
	}
	if n := rows(func(x *article.Actor) { x.Name, x.ExternalID = "Other "+x.Name, "" }); n <= same {
		t.Errorf("%d rows where all have another name, %d where nothing differs", n, same)
	}
}

// TestPairsFile holds the list to the shape that --actors reads.
func TestPairsFile(t *testing.T) {
	var b bytes.Buffer
	w := Pairs.Open(&b, Options{})
	a := briefArticle(t, "brief-terminal")
	other := a.Clone()
	for i := range other.Actors {
		x := &other.Actors[i]
		x.Name = x.Name[strings.LastIndex(x.Name, " ")+1:] + []string{"", "\t\n"}[i%2]
	}
	for _, a := range []*article.Article{a, other} {
		if err := w.Add(a); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(b.String()) {
		line = strings.TrimSuffix(line, "\n")
		switch n := strings.Count(line, "\t"); {
		case n == 0 && strings.HasPrefix(line, "#"):
		case n == 5:
			rows++
		default:
			t.Errorf("%d tabs in %q", n, line)
		}
		if !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "name\t") {
			t.Errorf("settled without a person: %q", line)
		}
	}
	if rows < 2 {
		t.Error("no pair in the list")
	}
}

// FuzzDossier lays out two articles with other words in one of them: whatever
// they are, a dossier comes out, no link is lost and nothing runs off a page.
func FuzzDossier(f *testing.F) {
	base := briefArticle(f, "brief-terminal")
	f.Add("A title", "Name of someone", "what it is about", "en", "x1")
	f.Add(strings.Repeat("long ", 90), strings.Repeat("x", 400), "a\nb\tc", "ru", "")
	f.Add("\u202eעברית", "🚢", "\u0000\ufeff", "!", "\x00")
	f.Fuzz(func(t *testing.T, title, name, words, tag, id string) {
		valid := func(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
		a := base.Clone()
		a.Title, a.Source.Publisher = article.Opt(valid(title)), article.Opt(valid(name))
		a.ID, a.Language.Tag = valid(id), valid(tag)
		for i := range a.Actors {
			x := &a.Actors[i]
			switch i % 3 {
			case 0:
				x.Name = valid(name)
			case 1:
				x.ExternalID, x.Country = article.Opt(valid(id)), article.Opt(valid(tag))
			default:
				x.Aliases = append(x.Aliases, valid(name), valid(words))
			}
		}
		for i := range a.Positions {
			p := &a.Positions[i]
			p.Target.Text, p.Issue = valid(words), article.Opt(valid(title))
			p.Statement.Text = valid(words)
		}
		d := composedDossier(t, []*article.Article{base, a}, Options{Labels: valid(tag), Title: valid(words)})
		if list := d.doc.Dangling(); len(list) > 0 {
			t.Errorf("links lead nowhere: %v", list)
		}
		for i, p := range d.doc.Pages() {
			for _, b := range p.TextBoxes() {
				if b.X < 5 || b.X+b.W > d.doc.Width-5 {
					t.Errorf("page %d: %q runs off the page", i+1, b.Text)
				}
			}
		}
		if err := d.doc.Write(new(bytes.Buffer)); err != nil {
			t.Error(err)
		}
		pairsTable(0, d.people, d.pairs, []string{"a", "b"})
	})
}

func BenchmarkDossier(b *testing.B) {
	articles := dossierArticles(b, 40)
	for b.Loop() {
		writtenDossier(b, articles, Options{})
	}
}
