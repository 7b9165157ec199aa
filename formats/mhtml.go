package formats

import (
	"cmp"
	"fmt"
	"iter"

	"dossier/article"
)

// MHTML reads a page that a browser saved with all its files in one message. The
// member is the part that holds the page.
var MHTML = register(&Format{
	Name:       "mhtml",
	Aliases:    []string{"mht"},
	Extensions: []string{".mhtml", ".mht"},
	MediaType:  "multipart/related",
	Reads:      "pages that a browser saved as one file: as html, with the address they were saved from",
	Limits:     "frames and pictures",
	Detect:     func(head []byte) float64 { return mailHead(head, true) },
})

func init() { MHTML.Records = mhtmlRecords }

func mhtmlRecords(in Input, opts Options) iter.Seq2[*article.Article, error] {
	return one(func() (*article.Article, error) {
		raw, err := readAll(in, opts)
		if err != nil {
			return nil, err
		}
		message := parseMIME(raw)
		root := rootPart(&message)
		if root == nil {
			return nil, fmt.Errorf("%w: a saved page without a part of HTML", ErrEmpty)
		}
		a, err := readHTML(in.within("part "+root.number), root.body, root.params["charset"])
		if err != nil {
			return nil, fmt.Errorf("part %s: %w", root.number, err)
		}
		url := cmp.Or(message.field("snapshot-content-location"), root.field("content-location"))
		if isAddress(url) && a.Source.URL == "" {
			a.Source.URL = article.Opt(url)
		}
		if subject := message.field("subject"); a.Title == "" && subject != "" {
			a.Title, a.TitleFrom = article.Opt(subject), "header:subject"
		}
		return of(MHTML, a), nil
	})
}

// rootPart is the part of a page that the others belong to: the one that the
// message names, else the first of HTML.
func rootPart(message *mimePart) (root *mimePart) {
	start := message.params["start"]
	message.each(func(p *mimePart) {
		named := start != "" && p.head["content-id"] == start
		if (p.kind == "text/html" || p.kind == "application/xhtml+xml") && (root == nil || named && root.head["content-id"] != start) {
			root = p
		}
	})
	return root
}

// of makes an article that a container's member gave one of the container.
func of(f *Format, a *article.Article) *article.Article {
	a.Source.Format, a.Source.MediaType = f.Name, f.MediaType
	return a
}
