package formats

import (
	"cmp"
	"fmt"
	"iter"
	"strings"

	"dossier/article"
)

// NewsML reads IPTC's NewsML-G2: a news item, or the items of a message. The
// source's bytes and sha256 are those of the item.
var NewsML = register(&Format{
	Name:      "newsml",
	Aliases:   []string{"newsml-g2"},
	MediaType: "application/vnd.iptc.g2.newsitem+xml",
	Reads:     "IPTC NewsML-G2, an item or a message of several: headline, byline, dates, provider, text as NITF, XHTML or plain",
	Limits:    "packages, remote content, subject codes, rights",
	Many:      true,
	Detect: func(head []byte) float64 {
		if root, ok := rootElement(head); ok && (root.name == "newsitem" || root.name == "newsmessage") {
			return 0.95
		}
		return 0
	},
})

func init() { NewsML.Records = newsmlRecords }

const newsmlBasis = "newsml"

func newsmlRecords(in Input, opts Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		raw, d, err := loadXML(in, opts)
		if err != nil {
			yield(nil, err)
			return
		}
		x := xmlFile{&d.source}
		items := newsItems(x)
		if len(items) == 0 {
			yield(nil, fmt.Errorf("%w: a message without a news item", ErrEmpty))
			return
		}
		at, line := 0, d.line
		for _, e := range items {
			var item xmlFile
			item, line = x.item(e, at, line)
			at = e.open.from
			a, err := readNewsItem(in, raw, &d, item)
			if !yield(a, recordError(line, x.attr(e, "guid"), err)) {
				return
			}
		}
	}
}

// newsItems are the items of a file, in order.
func newsItems(x xmlFile) (items []element) {
	root := x.root()
	if root.name == "newsitem" {
		return []element{root}
	}
	for set := range x.children(root) {
		if set.name != "itemset" {
			continue
		}
		for e := range x.children(set) {
			if e.name == "newsitem" {
				items = append(items, e)
			}
		}
	}
	return items
}

func readNewsItem(in Input, raw []byte, d *decoded, x xmlFile) (*article.Article, error) {
	e := x.root()
	notes := decoded{encoding: d.encoding, notes: d.notes}
	b := newBuilder(&source{})
	meta, _ := x.child(e, "contentmeta")
	set, _ := x.child(e, "contentset")
	headline, _ := x.child(meta, "headline")
	content, kind := newsContent(x, set)
	if content.name == "" {
		return nil, fmt.Errorf("%w: no text in the item", ErrRecord)
	}
	title := x.words(headline)
	var body decoded
	if kind != "nitf" {
		body = decoded{source: x.part(content.from, content.to), encoding: d.encoding}
		if content.name == "inlinedata" {
			body.source = x.inner(content)
		}
		if title != "" && headline.from < content.from && !startsWith(opening(body.text), title) {
			readPart(b, x, headline, article.BlockTitle)
			if len(b.a.Blocks) > 0 {
				b.setTitle(0, newsmlBasis)
			}
		}
		readBody(b, &body, kind)
	} else {
		readNITF(b, x, content)
	}
	if title != "" && b.a.Title == "" {
		b.claimTitle(title, newsmlBasis)
	}
	if b.blocks == 0 {
		return nil, fmt.Errorf("%w: its text is blank", ErrRecord)
	}
	stateNewsItem(b.a, x, e, meta)
	from, to := x.raw(0, len(x.text), 0)
	return b.finish(NewsML, in, &notes, raw[from:to]), nil
}

// newsContent is the element that holds the text of a content set, and its kind:
// "nitf", or as readBody has it.
func newsContent(x xmlFile, set element) (element, string) {
	for c := range x.children(set) {
		kind := x.attr(c, "contenttype")
		switch c.name {
		case "inlinexml":
			if nitf, ok := x.child(c, "nitf"); ok {
				return nitf, "nitf"
			}
			if page, ok := x.child(c, "html"); ok {
				if body, ok := x.child(page, "body"); ok {
					return body, "html"
				}
			}
			return c, "html"
		case "inlinedata":
			if strings.Contains(kind, "html") {
				return c, "html"
			}
			if kind == "" || strings.HasPrefix(kind, "text/") {
				return c, "text"
			}
		}
	}
	return element{}, ""
}

func stateNewsItem(a *article.Article, x xmlFile, e, meta element) {
	item, _ := x.child(e, "itemmeta")
	a.ID = cmp.Or(x.attr(e, "guid"), a.ID)
	if a.Published == nil {
		a.Published = statedDate(cmp.Or(x.childWords(meta, "contentcreated"), x.childWords(item, "firstcreated"),
			x.childWords(item, "versioncreated")), newsmlBasis)
	}
	a.Updated = statedDate(cmp.Or(x.childWords(meta, "contentmodified"), x.childWords(item, "versioncreated")), newsmlBasis)
	provider, _ := x.child(item, "provider")
	if name := cmp.Or(x.childWords(provider, "name"), x.attr(provider, "literal")); name != "" {
		a.Source.Publisher = article.Opt(name)
	}
	if a.Authors == nil {
		a.Authors = statedAuthors(x.childWords(meta, "byline", "by"), newsmlBasis)
	}
	if a.Authors == nil {
		for c := range x.children(meta) {
			if c.name == "creator" {
				a.Authors = append(a.Authors, statedAuthors(cmp.Or(x.childWords(c, "name"), x.attr(c, "literal")), newsmlBasis)...)
			}
		}
	}
	language, _ := x.child(meta, "language")
	if tag := languageTag(cmp.Or(x.attr(language, "tag"), x.attr(e, "xml:lang"))); tag != "" {
		a.Language = article.Language{Tag: tag, Confidence: 1}
	}
}
