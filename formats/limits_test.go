package formats

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestLimits gives containers that were made to hurt, or are damaged: one clear
// line says what and where.
func TestLimits(t *testing.T) {
	docx := func(text string) string {
		return zipped(t, []txtar.File{{Name: "word/document.xml", Data: []byte(text)}})
	}
	many := make([]txtar.File, maxEntries+1)
	for i := range many {
		many[i].Name = fmt.Sprint(i)
	}
	bomb := strings.Repeat(" ", minExpansion+1<<20)
	var huge bytes.Buffer
	z, _ := gzip.NewWriterLevel(&huge, gzip.BestCompression)
	z.Write(bytes.Repeat([]byte{'\n'}, 3*minExpansion))
	z.Close()
	for _, c := range []struct {
		name, raw string
		opts      Options
		cause     error
		message   string
	}{
		{"a.docx", docx(bomb), Options{}, ErrTooLarge, "file too large: member word/document.xml grows more than 400-fold"},
		{"a.docx", docx(bomb), Options{MaxBytes: 1 << 20}, ErrTooLarge, "file too large: member word/document.xml has more than 1 MB"},
		{"a.docx", zipped(t, many), Options{Format: "docx"}, ErrTooLarge, "file too large: an archive of 4097 entries, more than 4096"},
		{"a.docx", docx("<w:p/>")[:60], Options{Format: "docx"}, ErrBroken, "broken file: no ZIP archive: zip: not a valid zip file"},
		{"a.docx", docx("<w:p/>"), Options{}, ErrEmpty, "empty file: a document without text"},
		{"a.jsonl.gz", huge.String(), Options{Format: "jsonl"}, ErrTooLarge, "file too large: the gzip data grows more than 400-fold"},
		{"a.txt.gz", huge.String(), Options{MaxBytes: 1 << 10}, ErrTooLarge, "file too large: more than 1 KB"},
		{"a.txt.gz", huge.String()[:99], Options{}, ErrBroken, "broken file: the gzip data ends early"},
		{"a.txt.gz", "\x1f\x8b\x08\x00", Options{}, ErrBroken, "broken file: the gzip data ends early"},
		{"a.txt.zst", "\x28\xb5\x2f\xfdxxxxxxxx", Options{}, ErrBroken, "broken file: the zstd data is damaged after 0 bytes of text"},
		{"a.txt.gz", compressed(t, compressed(t, "words", ".gzipped"), ".gzipped"), Options{}, ErrBinary, "binary file (gzip archive)"},
		{"a.csv", "title,text\n" + strings.Repeat("x", 3<<10), Options{MaxBytes: 1 << 10}, ErrTooLarge, "line 2: file too large: a row of more than 1 KB"},
		{"a.json", `[{"text":"` + strings.Repeat("x", 3<<10), Options{MaxBytes: 1 << 10}, ErrTooLarge, "line 1: bad record: file too large: a record of more than 1 KB"},
		{"a.warc", "WARC/1.0\r\nContent-Length: x\r\n\r\n", Options{}, ErrBroken, "broken file: record 1 has no length"},
		{"a.warc", "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\nrubbish", Options{}, ErrBroken, `broken file: record 2 begins with "rubbish", not with WARC/`},
		{"a.xml", "<rss><channel/></rss>", Options{}, ErrEmpty, "empty file: a feed without an item"},
		{"a.eml", "From: a@b.example\nTo: c\nDate: d\nMessage-ID: e\nContent-Type: image/png\n\nx", Options{}, ErrEmpty, "empty file: a mail without text"},
	} {
		err := firstError(c.name, c.raw, c.opts)
		if !errors.Is(err, c.cause) || err.Error() != c.message {
			t.Errorf("%s %.20q: got %v, want %s", c.name, c.raw, err, c.message)
		}
	}
}

// hostile are inputs that grow with n and cost some reader more than they should.
var hostile = []struct {
	format string
	make   func(n int) string
}{
	{"feed", func(n int) string { return "<rss><channel>" + strings.Repeat("<item>", n/6) }},
	{"feed", func(n int) string {
		return "<rss><channel>" + strings.Repeat("<item><title>x</title><description>y</description></item>", n/58)
	}},
	{"feed", func(n int) string {
		return "<rss><channel><item><description>" + strings.Repeat("&lt;table>", n/10) + "x"
	}},
	{"feed", func(n int) string {
		return "<rss><channel><item><description>" + strings.Repeat("&lt;script>", n/11) + "x"
	}},
	{"feed", func(n int) string {
		return "<rss><channel><item><description><![CDATA[" + strings.Repeat("<svg>", n/5) + "x"
	}},
	{"feed", func(n int) string {
		return "<rss><channel><item><description><![CDATA[" + strings.Repeat(`<a href="`, n/9) + "x"
	}},
	{"feed", func(n int) string {
		return "<rss><channel><item><description><![CDATA[" + strings.Repeat(`<p hidden>`, n/10) + "x"
	}},
	{"feed", func(n int) string {
		return "<rss><channel><item><description><![CDATA[" + strings.Repeat(`<div><p>x</div>`, n/15) + "x"
	}},
	{"nitf", func(n int) string { return "<nitf><body><body.content>" + strings.Repeat("<bq>", n/4) + "x" }},
	{"nitf", func(n int) string { return "<nitf>" + strings.Repeat("<body>", n/6) + "x" }},
	{"crawler", func(n int) string { return `{"text":"x","a":` + strings.Repeat("[", n) }},
	{"crawler", func(n int) string {
		return strings.Repeat(`{"data":`, n/16) + `{"text":"x"` + strings.Repeat("}", n/16+1)
	}},
	{"crawler", func(n int) string { return `{"articles":[` + strings.Repeat(`{"text":"x"},`, n/13) + `{"text":"x"}]}` }},
	{"crawler", func(n int) string { return `{"text":"` + strings.Repeat(`\"`, n/2) + `"}` }},
	{"csv", func(n int) string { return "text,title\n" + strings.Repeat(`""`, n/2) }},
	{"csv", func(n int) string { return "text,title\n" + strings.Repeat("x,", n/2) }},
	{"eml", func(n int) string { return "From: a\nSubject: b\n\n" + strings.Repeat("a:\n> b\n", n/7) }},
	{"eml", func(n int) string { return "From: a\nSubject: b\n\n" + strings.Repeat("--\n", n/3) }},
	{"eml", func(n int) string { return "From: a\nSubject: b\n\n" + strings.Repeat("x:\n\n\n", n/5) }},
	{"eml", func(n int) string { return "From: a\nSubject: b\n\n" + strings.Repeat("A: b@c\n", n/7) }},
	{"eml", func(n int) string {
		return "From: a\nContent-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat("--x\n\n", n/5)
	}},
	{"mhtml", func(n int) string {
		return "From: a\nContent-Type: multipart/related; boundary=x\n\n" + strings.Repeat("--x\nContent-Type: text/html\n\n<p>y\n", n/34)
	}},
	{"pdf", func(n int) string { return "%PDF-1\n" + strings.Repeat("1 0 obj<</Type/ObjStm>>stream\n", n/30) }},
	{"pdf", func(n int) string { return "%PDF-1\n" + strings.Repeat("trailer<<", n/9) }},
	{"pdf", func(n int) string {
		return "%PDF-1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>2 0 obj<</Kids[3 0 R]>>3 0 obj<</Type/Page/Contents 4 0 R/Resources<</Font<</F<</Subtype/Type1>>>>>>>>4 0 obj<<>>stream\nBT /F 9 Tf " +
			strings.Repeat("1 1 Td (words of it) Tj ", n/24)
	}},
	{"pdf", func(n int) string {
		return "%PDF-1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>2 0 obj<</Kids[3 0 R]>>3 0 obj<</Type/Page/Contents 4 0 R/Resources<</Font<</F<</Subtype/Type1>>>>>>>>4 0 obj<<>>stream\nBT /F 9 Tf " +
			strings.Repeat("/F 9 Tf (x) Tj ", n/15)
	}},
	{"warc", func(n int) string { return strings.Repeat("WARC/1.0\nContent-Length: 0\n\n", n/28) }},
}

// TestHostile reads each: whatever comes of it is sound.
func TestHostile(t *testing.T) {
	for i, h := range hostile {
		raw := h.make(30_000)
		in, member := seen("hostile", raw)
		f, seq, err := Open(in, Options{Format: h.format})
		if err != nil {
			t.Fatal(err)
		}
		for a, err := range seq {
			if err != nil {
				continue
			}
			if err := sound(a, raw, *member, f); err != nil {
				t.Errorf("%d, %s: %v", i, h.format, err)
			}
		}
	}
}

// BenchmarkHostile shows the cost of a byte of each; none may grow with the size.
func BenchmarkHostile(b *testing.B) {
	for i, h := range hostile {
		for _, n := range []int{1 << 16, 1 << 19} {
			raw := h.make(n)
			b.Run(fmt.Sprintf("%d-%s/%dK", i, h.format, n>>10), func(b *testing.B) {
				b.SetBytes(int64(len(raw)))
				for b.Loop() {
					_, seq, err := Open(Input{Name: "h", Reader: strings.NewReader(raw)}, Options{Format: h.format})
					if err != nil {
						b.Fatal(err)
					}
					for range seq {
					}
				}
			})
		}
	}
}
