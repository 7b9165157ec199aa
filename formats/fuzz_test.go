package formats

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"
)

// fuzz reads any bytes as one format: no panic, and what is read is sound.
func fuzz(f *testing.F, format string, more ...string) {
	for _, path := range caseFiles(f) {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		_, raw := caseInput(f, archive)
		f.Add([]byte(raw))
	}
	for _, raw := range more {
		f.Add([]byte(raw))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		in, member := seen("f", string(raw))
		form, seq, err := Open(in, Options{Format: format, MaxBytes: 1 << 20})
		if err != nil {
			return
		}
		for a, err := range seq {
			if err != nil {
				continue
			}
			if err := sound(a, string(raw), *member, form); err != nil {
				t.Fatalf("%v\nraw %q\ntext %q", err, raw, a.Text)
			}
		}
	})
}

func FuzzText(f *testing.F) {
	fuzz(f, "text", "- a\n- b\n>c\n\n*a _b*_ [x](y) ![z](q)\n", "a\n  \n&#8;&#x301;e&#769;", "![a b](c)\n![d e](f)")
}

func FuzzMarkdown(f *testing.F) {
	fuzz(f, "markdown", "|a|b|\n|-|-|\n|c|\n", "<div>\n<!--\n\n-->x", "> - 1. ```\n> x\n", "![a b](c)\n![d e](f)", "a  \nb\\\nc", "[x`]\n[x]: y\n")
}

func FuzzJSONL(f *testing.F) { fuzz(f, "jsonl", `{"text":"\u00e9\ud83d\ude00\ud83d","title":["x"]}`) }

func FuzzJSON(f *testing.F) { fuzz(f, "json") }

func FuzzHTML(f *testing.F) {
	names, _ := filepath.Glob("testdata/html/*.html")
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	fuzz(f, "html", "<p>a &amp b<br><br>c&nbsp;&copyright;d</p><table><tr><td>1<td>2<tr><td>3<td>4</table>",
		"<meta charset=windows-1251><p>\xcf\xee\xf0\xf2", "<a href=x><div>a</div>b</a><pre> x\n\ty</pre>", "<p>e&#769;</p><p>a<i>\u0301</i></p>")
}

func FuzzJina(f *testing.F) { fuzz(f, "jina", "Title: a\n\nURL Source: b\n\nMarkdown Content:\nc") }

func FuzzCrawler(f *testing.F) {
	fuzz(f, "crawler", `[{"text":["a","b"]},5,{"content":"<p>a<br>b"}`, `{"a":[{"text":"x"}],"articles":[{"body":"x"}]}`)
}

func FuzzNinjs(f *testing.F) { fuzz(f, "ninjs") }

func FuzzCSV(f *testing.F) {
	fuzz(f, "csv", "text,title\n\"a\"\"\n\",b\n", "sep=;\ntext;x\na\"b;\"c\n")
}

func FuzzFeed(f *testing.F) {
	fuzz(f, "feed", "<rss><channel><item><description>&lt;p>a&lt;table>&lt;tr>&lt;td>b&lt;td>c", "<feed><entry><content><![CDATA[<p>a]]>b&amp;")
}

func FuzzNITF(f *testing.F) {
	fuzz(f, "nitf", "<nitf><body><body.content><p>a<table><tr><td>b</td><td>c")
}

func FuzzNewsML(f *testing.F) { fuzz(f, "newsml") }

func FuzzEML(f *testing.F) {
	fuzz(f, "eml", "From: a\n\na:\n> b\n\n--\nc", "Content-Type: text/html\n\n<p>a<li>b<table><td>c<td>d<pre>e\n f<a href=#>g")
}

func FuzzMHTML(f *testing.F) { fuzz(f, "mhtml") }

func FuzzWARC(f *testing.F) { fuzz(f, "warc") }

func FuzzPDF(f *testing.F) { fuzz(f, "pdf") }

// FuzzDOCX fuzzes the text of a document, which is packed as one.
func FuzzDOCX(f *testing.F) {
	f.Add([]byte("<w:p><w:r><w:t>a &amp;</w:t><w:tab/><w:t>b</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:t>c</w:t></w:p></w:tc><w:tc/></w:tr></w:tbl>"))
	f.Add([]byte("<w:p><w:t>a</w:t><w:txbxContent><w:p><w:t>b</w:t><w:p><w:hyperlink r:id=\"r\"><w:t>c</w:t>"))
	f.Fuzz(func(t *testing.T, text []byte) {
		raw := zipped(t, []txtar.File{{Name: "word/document.xml", Data: text}})
		in, member := seen("f.docx", raw)
		form, seq, err := Open(in, Options{Format: "docx", MaxBytes: 1 << 20})
		if err != nil {
			return
		}
		for a, err := range seq {
			if err != nil {
				continue
			}
			if err := sound(a, raw, *member, form); err != nil {
				t.Fatalf("%v\nraw %q\ntext %q", err, text, a.Text)
			}
		}
	})
}

// FuzzOpen leaves the format to the content.
func FuzzOpen(f *testing.F) { fuzz(f, "", "H\x00i\x00 \x00", "\x93a\x94") }
