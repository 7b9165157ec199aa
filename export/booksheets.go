package export

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"dossier/article"
	"dossier/formats/xlsx"
)

// The sheets of the workbook that are no plain table of rows.

// articleSheet tells about the articles: one as a list of facts, many as rows.
type articleSheet struct {
	out  *xlsx.Sheet
	many *sheet[articleRecord]
}

func newArticleSheet(b *xlsx.Book, many bool) articleSheet {
	if many {
		s := sheet[articleRecord]{name: "Article", columns: articleTable, cells: make([]xlsx.Cell, len(articleTable))}
		heads := make([]xlsx.Column, len(articleTable))
		for i, c := range articleTable {
			heads[i] = xlsx.Column{Title: c.title, Width: c.width, Style: lookStyle(c.look)}
		}
		s.out = b.AddSheet(xlsx.SheetOptions{Name: s.name, Table: s.name, Columns: heads, Freeze: 2, Wide: 3, Tab: colorMuted, Lines: colorHairline})
		return articleSheet{many: &s}
	}
	return articleSheet{out: b.AddSheet(xlsx.SheetOptions{Name: "Article", Table: "Article", Tab: colorMuted, Lines: colorHairline, Columns: []xlsx.Column{
		{Title: "Field", Width: 22, Style: lookStyle(mutedLook)},
		{Title: "Value", Width: 100, Style: lookStyle(wrapLook)},
	}})}
}

// put adds an article; cut is the number of its cells that were cut.
func (s articleSheet) put(v *view, cut int) {
	if cut > 0 {
		c := v.Article.Clone()
		c.Notes = append(c.Notes, article.Note{Code: article.NoteCellTruncated, Severity: article.Warning,
			Message: fmt.Sprintf("%d cells were cut at the limit of 32,767 characters; the JSON holds all", cut)})
		v = newView(c)
	}
	r := articleRecord{v}
	if s.many != nil {
		s.many.put([]articleRecord{r})
		return
	}
	for _, c := range articleTable {
		cell := cellOf(c, r)
		if cell.Style == nil {
			style := lookStyle(c.look)
			style.Wrap, style.Align = true, "left"
			cell.Style = &style
		}
		if v := c.value(r); !v.empty() {
			s.out.Row(xlsx.Cell{Kind: xlsx.Text, Text: c.title}, cell)
		}
	}
}

// metaSheet keeps the canonical articles, hidden, for reading the workbook
// back: each as one line of JSON, in chunks that a cell can hold.
// It works beside the other sheets: in a large workbook it is half of the work.
type metaSheet struct {
	out   *xlsx.Sheet
	line  bytes.Buffer
	queue chan *article.Article
	done  chan error
}

// metaChunk is the length of a chunk in bytes, below the 32,767 units a cell
// holds.
const metaChunk = 32000

func newMetaSheet(b *xlsx.Book) *metaSheet {
	s := &metaSheet{queue: make(chan *article.Article, 8), done: make(chan error, 1)}
	s.out = b.AddSheet(xlsx.SheetOptions{Name: "_meta", Hidden: true, Columns: []xlsx.Column{
		{Title: "article_id"}, {Title: "source"}, {Title: "schema"}, {Title: "part"}, {Title: "parts"}, {Title: "json"},
	}})
	go s.run()
	return s
}

func (s *metaSheet) run() {
	var first error
	for a := range s.queue {
		if err := s.put(a); err != nil && first == nil {
			first = err
		}
	}
	s.done <- first
}

// close waits for what is still to be written.
func (s *metaSheet) close() error {
	close(s.queue)
	return <-s.done
}

func (s *metaSheet) put(a *article.Article) error {
	s.line.Reset()
	if err := a.EncodeLine(&s.line); err != nil {
		return err
	}
	line := strings.TrimSuffix(s.line.String(), "\n")
	if strings.Contains(line, "\x7f") || strings.Contains(line, "\ufffe") || strings.Contains(line, "\uffff") {
		line = cellSafe.Replace(line)
	}
	chunks := chunksOf(line, metaChunk)
	for i, c := range chunks {
		s.out.Row(
			xlsx.Cell{Kind: xlsx.Text, Text: a.ID}, xlsx.Cell{Kind: xlsx.Text, Text: a.Source.Name},
			xlsx.Cell{Kind: xlsx.Text, Text: a.Schema}, xlsx.Cell{Kind: xlsx.Integer, Number: float64(i + 1)},
			xlsx.Cell{Kind: xlsx.Integer, Number: float64(len(chunks))}, xlsx.Cell{Kind: xlsx.Text, Text: c},
		)
	}
	return nil
}

// cellSafe escapes in JSON what a cell cannot hold.
var cellSafe = strings.NewReplacer("\x7f", `\u007f`, "\ufffe", `\ufffe`, "\uffff", `\uffff`)

// chunksOf cuts s into parts of at most n bytes, none within a character.
func chunksOf(s string, n int) []string {
	var out []string
	for len(s) > n {
		cut := n
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		out = append(out, s[:cut])
		s = s[cut:]
	}
	return append(out, s)
}
