package formats

import (
	"cmp"
	"fmt"
	"iter"

	"dossier/article"
)

// NITF reads IPTC's XML of one news story: headline, byline, dateline and body.
var NITF = register(&Format{
	Name:      "nitf",
	MediaType: "application/nitf+xml",
	Reads:     "IPTC NITF: headlines, byline, dateline, body with tables, lists and captions, dates, distributor",
	Limits:    "media but their captions, subject codes, rights",
	Detect: func(head []byte) float64 {
		if root, ok := rootElement(head); ok && root.name == "nitf" {
			return 0.95
		}
		return 0
	},
})

func init() { NITF.Records = nitfRecords }

func nitfRecords(in Input, opts Options) iter.Seq2[*article.Article, error] {
	return one(func() (*article.Article, error) {
		raw, d, err := loadXML(in, opts)
		if err != nil {
			return nil, err
		}
		x := xmlFile{&d.source}
		root := x.root()
		if root.name != "nitf" {
			return nil, fmt.Errorf("%w: XML whose first element is <%.40s>, not <nitf>", ErrBroken, root.name)
		}
		b := newBuilder(&source{})
		readNITF(b, x, root)
		if b.blocks == 0 {
			return nil, fmt.Errorf("%w: a story without text", ErrEmpty)
		}
		return b.finish(NITF, in, &d, raw), nil
	})
}

const nitfBasis = "nitf"

// readNITF adds the story in e, a nitf element, and states what it states.
func readNITF(b *builder, x xmlFile, e element) {
	head, _ := x.child(e, "head")
	body, _ := x.child(e, "body")
	top, _ := x.child(body, "body.head")
	for c := range x.children(top) {
		switch c.name {
		case "hedline":
			for h := range x.children(c) {
				readHeadline(b, x, h)
			}
		case "byline":
			readPart(b, x, c, article.BlockByline)
			b.a.Authors = append(b.a.Authors, nitfAuthors(x, c)...)
		case "dateline", "abstract", "note":
			readPart(b, x, c, article.BlockParagraph)
		}
	}
	for c := range x.children(body) {
		switch c.name {
		case "body.content":
			readPart(b, x, c, "")
		case "body.end":
			readPart(b, x, c, article.BlockBoilerplate)
		}
	}
	stateNITF(b.a, x, head, top)
	if title := x.childWords(head, "title"); title != "" && b.a.Title == "" {
		b.claimTitle(title, nitfBasis)
	}
}

func readHeadline(b *builder, x xmlFile, h element) {
	n := len(b.a.Blocks)
	switch {
	case h.name == "hl1" && b.a.Title == "":
		if readPart(b, x, h, article.BlockTitle); len(b.a.Blocks) > n {
			b.setTitle(n, nitfBasis)
		}
	case h.name == "hl2" && b.a.Deck == "":
		if readPart(b, x, h, article.BlockDeck); len(b.a.Blocks) > n {
			span := b.a.Blocks[n].Span
			b.a.Deck, b.a.DeckSpan = article.Opt(b.text[span.Start:span.End]), &span
		}
	case h.name == "hl1" || h.name == "hl2":
		readPart(b, x, h, article.BlockHeading)
	}
}

// readPart adds the blocks of an element's content; kind is what its paragraphs are.
func readPart(b *builder, x xmlFile, e element, kind article.BlockKind) {
	src := x.part(e.from, e.to)
	readFragment(b, &src, func(f *fragment) { f.base = kind })
}

// nitfAuthors are the persons of a byline, else its words.
func nitfAuthors(x xmlFile, byline element) (list []article.Author) {
	for c := range x.children(byline) {
		if c.name == "person" {
			list = append(list, article.Author{Name: x.words(c), Basis: nitfBasis})
		}
	}
	if list == nil {
		list = statedAuthors(x.words(byline), nitfBasis)
	}
	return list
}

func stateNITF(a *article.Article, x xmlFile, head, top element) {
	data, _ := x.child(head, "docdata")
	issue, _ := x.child(data, "date.issue")
	story, _ := x.at(top, "dateline", "story.date")
	a.Published = statedDate(cmp.Or(x.attr(issue, "norm"), x.attr(story, "norm")), nitfBasis)
	id, _ := x.child(data, "doc-id")
	a.ID = x.attr(id, "id-string")
	pub, _ := x.child(head, "pubdata")
	distributor, _ := x.child(top, "distributor")
	a.Source.Publisher = article.Opt(cmp.Or(x.words(distributor), x.attr(pub, "name")))
	if url := x.attr(pub, "ex-ref"); isAddress(url) {
		a.Source.URL = article.Opt(url)
	}
}
