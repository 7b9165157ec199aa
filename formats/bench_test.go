package formats

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

// benchArticle is wire copy with the marks that dumps have, about n bytes.
func benchArticle(n int) string {
	const paragraph = "The government of Norland will keep talking to the dockers’ union, Transport Minister Ada Brenn " +
		"said on Wednesday, after its leader left the table in Halmsund. The ministry offered a raise of four percent.\n\n" +
		"*“We regret the walkout, but the door is open,”* Brenn told [reporters](https://news.example/a/1) on the quay.\n\n"
	return "# Harbour talks to go on\n\n" + strings.Repeat(paragraph, n/len(paragraph)+1)
}

func benchmark(b *testing.B, name, raw string) {
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		_, seq, err := Open(Input{Name: name, Reader: strings.NewReader(raw)}, Options{})
		if err != nil {
			b.Fatal(err)
		}
		for _, err := range seq {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkText(b *testing.B)     { benchmark(b, "a.txt", benchArticle(6000)) }
func BenchmarkTextLong(b *testing.B) { benchmark(b, "a.txt", benchArticle(1<<20)) }
func BenchmarkMarkdown(b *testing.B) { benchmark(b, "a.md", benchArticle(6000)) }

func BenchmarkHTML(b *testing.B) {
	page, err := os.ReadFile("testdata/html/wordpress.html")
	if err != nil {
		b.Fatal(err)
	}
	menu := "<nav>" + strings.Repeat("<ul class=\"menu\"><li><a href=\"/news/town\">News of the town</a></li></ul>\n", 800) + "</nav>"
	script := "<script>" + strings.Repeat("window.push({a: 1, b: \"c\"});\n", 1500) + "</script>"
	benchmark(b, "a.html", strings.Replace(string(page), "<header", menu+script+"<header", 1))
}

func BenchmarkTextCRLF(b *testing.B) {
	benchmark(b, "a.txt", strings.ReplaceAll(benchArticle(6000), "\n", "\r\n"))
}

func BenchmarkJSONL(b *testing.B) {
	text, _ := json.Marshal(benchArticle(6000))
	benchmark(b, "a.jsonl", strings.Repeat(fmt.Sprintf(`{"id":"r","title":"Talks","date":"2021-02-03","text":%s}`+"\n", text), 20))
}

func BenchmarkJSON(b *testing.B) {
	a := readString(b, "a.txt", benchArticle(6000))
	raw, err := a.MarshalJSON()
	if err != nil {
		b.Fatal(err)
	}
	benchmark(b, "a.json", string(raw))
}
