package invent

import (
	"encoding/json"
	"fmt"
	"html"
	"strings"
)

// Form is a way to write an article down.
type Form struct {
	Name  string // of the input format
	Ext   string // of a file of it, with the dot
	Write func(Article) []byte
}

// Forms are all of them.
var Forms = []Form{
	{"text", ".txt", Article.Text},
	{"markdown", ".md", Article.Markdown},
	{"html", ".html", Article.HTML},
	{"jsonl", ".jsonl", Article.Record},
}

// Text is the article as an agency would send it.
func (a Article) Text() []byte {
	return []byte(fmt.Sprintf("%s\n\nBy %s\n\n%s\n\n%s\n", a.Title, a.Author, a.Date.Format("2 January 2006"), a.body()))
}

// Markdown is the article with front matter.
func (a Article) Markdown() []byte {
	return []byte(fmt.Sprintf("---\ntitle: %q\nauthor: %q\ndate: %s\n---\n\n# %s\n\n%s\n",
		a.Title, a.Author, a.Date.Format("2006-01-02"), a.Title, a.body()))
}

// HTML is a page with the article between a menu and a footer.
func (a Article) HTML() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s - The Invented Post</title>\n",
		html.EscapeString(a.Title))
	fmt.Fprintf(&b, "<meta name=\"author\" content=\"%s\">\n<meta property=\"article:published_time\" content=\"%s\">\n</head><body>\n",
		html.EscapeString(a.Author), a.Date.Format("2006-01-02T15:04:05Z"))
	fmt.Fprintf(&b, "<nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/politics\">Politics</a></li></ul></nav>\n<article>\n<h1>%s</h1>\n",
		html.EscapeString(a.Title))
	for _, p := range a.Paragraphs {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(p))
	}
	b.WriteString("</article>\n<footer><p>The Invented Post. All rights reserved.</p></footer>\n</body></html>\n")
	return []byte(b.String())
}

// Record is the article as a line of a stream.
func (a Article) Record() []byte {
	b, err := json.Marshal(map[string]string{
		"id": a.ID, "title": a.Title, "author": a.Author, "date": a.Date.Format("2006-01-02"), "text": a.body(),
	})
	if err != nil {
		panic("invent: " + err.Error()) // strings always marshal
	}
	return append(b, '\n')
}

func (a Article) body() string { return strings.Join(a.Paragraphs, "\n\n") }
