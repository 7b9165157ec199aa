package formats

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// htmlBombs are pages made to hurt, of about n bytes. None may cost more than
// its length.
var htmlBombs = []struct {
	name string
	make func(n int) string
}{
	{"divs in divs", func(n int) string { return strings.Repeat("<div>", n/5) + "x" }},
	{"paragraphs in cells", func(n int) string { return strings.Repeat("<table><tr><td><p>a", n/19) }},
	{"tables in tables", func(n int) string { return strings.Repeat("<table><tr><td>a<td>b<tr><td>c", n/30) }},
	{"closing tags", func(n int) string { return strings.Repeat("<span>", 200) + strings.Repeat("</div>", n/6) }},
	{"unknown tags", func(n int) string { return strings.Repeat("<x-y>", 200) + strings.Repeat("</x-z>", n/6) }},
	{"links", func(n int) string { return strings.Repeat("<a href=x>a", n/11) }},
	{"links around blocks", func(n int) string { return strings.Repeat("<a href=x><div>a</div>", n/22) }},
	{"list items", func(n int) string { return strings.Repeat("<li>", n/4) }},
	{"headings", func(n int) string { return strings.Repeat("<h1>Talks go on in Halmsund</h1>", n/32) }},
	{"labels", func(n int) string { return strings.Repeat("<div><h3>Related</h3><p>a</p></div>", n/36) }},
	{"labels in labels", func(n int) string { return strings.Repeat("<div><h3>Related</h3>", n/21) + "x" }},
	{"teasers", func(n int) string { return strings.Repeat("<h3><a href=x>Talks go on in town</a></h3>a b.", n/47) }},
	{"one text again and again", func(n int) string {
		return strings.Repeat("<p>The talks in Halmsund go on, the ministry said, and nobody knows for how long.</p>", n/88)
	}},
	{"attributes", func(n int) string { return "<div " + strings.Repeat("a=b ", n/4) + ">x" }},
	{"classes", func(n int) string { return "<div class='" + strings.Repeat("related-", n/8) + "'>x" }},
	{"entities", func(n int) string { return "<p>" + strings.Repeat("&amp", n/4) }},
	{"open tag", func(n int) string { return "<p>x<a href='" + strings.Repeat("y", n) }},
	{"open comments", func(n int) string { return "<p>x" + strings.Repeat("<!--", n/4) }},
	{"open scripts", func(n int) string { return "<p>x" + strings.Repeat("<script><!--<script>", n/20) }},
	{"breaks", func(n int) string { return "x" + strings.Repeat("<br>", n/4) + "y" }},
	{"lines", func(n int) string { return "<p>" + strings.Repeat("x<br>", n/5) }},
	{"JSON in JSON", func(n int) string {
		return `<p>x<script type="application/ld+json">` + strings.Repeat(`{"author":[`, n/11) + "</script>"
	}},
	{"many bodies", func(n int) string {
		return `<p>x<script type="application/ld+json">` + strings.Repeat(`"articleBody":"`, n/15) + "</script>"
	}},
	{"graphs", func(n int) string {
		return `<p>x<script type="application/ld+json">[` + strings.Repeat(`{"@type":"Article","author":{"@id":"a"}},`, n/41) + `1]</script>`
	}},
	{"meta tags", func(n int) string { return strings.Repeat("<meta name=author content='Ada Brenn'>", n/38) + "<p>x" }},
	{"separators", func(n int) string { return "<title>" + strings.Repeat(" | a", n/4) + "</title><p>x" }},
}

// TestHTMLBombs reads each bomb: what is read is sound, and what cannot be read
// is an empty page.
func TestHTMLBombs(t *testing.T) {
	for _, bomb := range htmlBombs {
		raw := bomb.make(60_000)
		_, seq, err := Open(Input{Name: "bomb.html", Reader: strings.NewReader(raw)}, Options{Format: "html"})
		if err != nil {
			t.Fatal(err)
		}
		for a, err := range seq {
			if err != nil {
				if !errors.Is(err, ErrEmpty) {
					t.Errorf("%s: %v", bomb.name, err)
				}
				continue
			}
			if err := sound(a, raw, raw, HTML); err != nil {
				t.Errorf("%s: %v", bomb.name, err)
			}
		}
	}
}

// BenchmarkHTMLBombs shows the cost of a byte of each bomb; none may grow with
// the size.
func BenchmarkHTMLBombs(b *testing.B) {
	for _, bomb := range htmlBombs {
		for _, n := range []int{1 << 16, 1 << 19} {
			raw := bomb.make(n)
			b.Run(fmt.Sprintf("%s/%dK", bomb.name, n>>10), func(b *testing.B) {
				b.SetBytes(int64(len(raw)))
				for b.Loop() {
					_, seq, err := Open(Input{Name: "a.html", Reader: strings.NewReader(raw)}, Options{Format: "html"})
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
