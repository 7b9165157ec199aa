package formats

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"dossier/article"
)

// TestPages reads every page of testdata/html and compares the dump with the
// file beside it.
func TestPages(t *testing.T) {
	names, _ := filepath.Glob("testdata/html/*.html")
	if len(names) < 5 {
		t.Fatalf("only %d pages", len(names))
	}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got := dump(t, filepath.Base(name), string(raw))
		golden := strings.TrimSuffix(name, ".html") + ".dump"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if want, _ := os.ReadFile(golden); string(want) != got {
			t.Errorf("%s: dump differs (run with -update and look at the diff); got:\n%s", name, got)
		}
	}
}

// page is a page around an article of two paragraphs.
func pageOf(charset, text string) string {
	title, body, _ := strings.Cut(text, "\n\n")
	return "<!DOCTYPE html><html><head><meta charset=\"" + charset + "\"><title>" + title + "</title></head>\n<body><h1>" +
		title + "</h1>\n<p>" + strings.ReplaceAll(strings.TrimSpace(body), "\n\n", "</p>\n<p>") + "</p></body></html>\n"
}

// TestPageCharsets reads one page in each character set, declared, wrongly
// declared and not declared: equal text, and runs that read back.
func TestPageCharsets(t *testing.T) {
	n := 0
	for _, c := range []struct {
		text string
		sets map[string]encoding.Encoding
	}{
		{english, map[string]encoding.Encoding{"windows-1252": charmap.Windows1252}},
		{french, map[string]encoding.Encoding{"iso-8859-1": charmap.ISO8859_1, "iso-8859-15": charmap.ISO8859_15}},
		{polish, map[string]encoding.Encoding{"windows-1250": charmap.Windows1250, "iso-8859-2": charmap.ISO8859_2}},
		{russian, map[string]encoding.Encoding{"windows-1251": charmap.Windows1251, "koi8-r": charmap.KOI8R, "iso-8859-5": charmap.ISO8859_5}},
		{greek, map[string]encoding.Encoding{"windows-1253": charmap.Windows1253, "iso-8859-7": charmap.ISO8859_7}},
		{chinese, map[string]encoding.Encoding{"gb2312": simplifiedchinese.GBK, "gb18030": simplifiedchinese.GB18030}},
		{taiwan, map[string]encoding.Encoding{"big5": traditionalchinese.Big5}},
		{nippon, map[string]encoding.Encoding{"shift_jis": japanese.ShiftJIS, "euc-jp": japanese.EUCJP, "iso-2022-jp": japanese.ISO2022JP}},
		{hangul, map[string]encoding.Encoding{"euc-kr": korean.EUCKR}},
	} {
		want := readString(t, "a.html", pageOf("utf-8", c.text)).Text
		for name, set := range c.sets {
			n++
			raw, err := encoding.ReplaceUnsupported(set.NewEncoder()).String(pageOf(name, c.text))
			if err != nil {
				t.Fatal(err)
			}
			a := readString(t, "a.html", raw)
			if a.Text != want && !strings.Contains(raw, "&#") && !strings.Contains(raw, "\x1a") {
				t.Errorf("%s: read as %s: %.80q", name, a.Source.Encoding, a.Text)
			}
			if err := checkRuns(a, []byte(raw)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if utf := readString(t, "a.html", pageOf(name, c.text)); utf.Text != want {
				t.Errorf("UTF-8 that is declared %s: read as %s", name, utf.Source.Encoding)
			}
		}
	}
	if n < 12 {
		t.Errorf("only %d character sets", n)
	}
}

// TestPageMojibake says that a page was decoded wrongly before it was saved.
func TestPageMojibake(t *testing.T) {
	broken, _ := charmap.Windows1252.NewDecoder().String("Der Rat stimmte dafür. „Schön“, sagte sie, „für die Brücke“. Die Gegner klagen – natürlich.")
	if a := readString(t, "a.html", pageOf("utf-8", "Rat stimmt\n\n"+broken)); !hasNote(a, article.NoteMojibake) {
		t.Errorf("no note: %v", a.Notes)
	}
	if a := readString(t, "a.html", pageOf("utf-8", german)); hasNote(a, article.NoteMojibake) {
		t.Errorf("a note on sound text: %v", a.Notes)
	}
}

// TestPageUndated: a date that stands for none gives way to the next that the page
// states, and to what its text says.
func TestPageUndated(t *testing.T) {
	const body = `<article><h1>Ferry line reopens</h1><p>The ferry line reopened on Monday after a year of repairs, the port said.</p></article>`
	linked := `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry line reopens","datePublished":"%s"}</script>`
	stated := `<meta property="article:published_time" content="2021-02-03T10:00:00Z">`
	for _, c := range []struct{ date, head, want string }{
		{"0001-01-01T00:00:00Z", stated, "2021-02-03T10:00:00Z"},
		{"0001-01-01T00:00:00Z", "", ""},
		{"2020-05-06T07:08:09Z", stated, "2020-05-06T07:08:09Z"},
	} {
		a := readString(t, "a.html", "<html><head>"+c.head+fmt.Sprintf(linked, c.date)+"</head><body>"+body+"</body></html>")
		got := ""
		if a.Published != nil {
			got = a.Published.Value
		}
		if got != c.want {
			t.Errorf("%s, %q: published %q, want %q", c.date, c.head, got, c.want)
		}
	}
}

// TestPageProvenance asks how much of a page's body maps back byte for byte.
func TestPageProvenance(t *testing.T) {
	names, _ := filepath.Glob("testdata/html/*.html")
	all, mapped := 0, 0
	for _, name := range names {
		raw, _ := os.ReadFile(name)
		_, seq, err := Open(Input{Name: name, Reader: strings.NewReader(string(raw))}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for a, err := range seq {
			if errors.Is(err, ErrEmpty) {
				continue
			}
			if err := checkRuns(a, raw); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			for _, b := range a.Blocks {
				all += b.Span.Len()
				for _, r := range b.Runs {
					mapped += r.Span.Len()
				}
			}
		}
	}
	if all == 0 || mapped != all {
		t.Errorf("%d of %d bytes map back", mapped, all)
	}
}

// TestHTMLDetected tells pages from text by their content.
func TestHTMLDetected(t *testing.T) {
	for raw, want := range map[string]string{
		"<!DOCTYPE html><p>a":                      "html",
		"\ufeff\n<!-- saved --><HTML><body>a":      "html",
		"<div class=a><p>a":                        "html",
		"<?xml version='1.0'?><html xmlns=''><p>a": "html",
		"I <3 html":                 "text",
		"<ada@news.example> wrote:": "text",
	} {
		f, _, err := Open(Input{Name: "a", Reader: strings.NewReader(raw)}, Options{})
		if err != nil || f.Name != want {
			t.Errorf("%q: %v %v, want %s", raw, f, err, want)
		}
	}
}
