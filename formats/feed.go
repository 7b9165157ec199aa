package formats

import (
	"fmt"
	"iter"
	"strings"

	"dossier/article"
)

// Feed reads RSS 0.9 to 2.0, RDF and Atom, one article an item, by our own
// scanner of tags, as the libraries for feeds keep no offsets. Raw ranges count
// bytes of the file; the source's bytes and sha256 are those of the item.
var Feed = register(&Format{
	Name:       "rss",
	Aliases:    []string{"feed", "atom", "rdf"},
	Extensions: []string{".rss", ".atom", ".rdf", ".xml"},
	MediaType:  "application/rss+xml",
	Reads:      "RSS, RDF and Atom, one article an item: the content, or the summary with a note",
	Limits:     "enclosures, comments and the pages that items link to",
	Many:       true,
	Detect:     detectFeed,
})

func init() { Feed.Records = feedRecords }

func detectFeed(head []byte) float64 {
	root, ok := rootElement(head)
	switch {
	case !ok || root.name == "html":
		return 0
	case root.name == "rss" || root.name == "rdf:rdf" || root.name == "feed":
		return 0.95
	}
	return plainText // .xml is ours to refuse
}

func feedRecords(in Input, opts Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		raw, d, err := loadXML(in, opts)
		if err != nil {
			yield(nil, err)
			return
		}
		f := feed{in: in, raw: raw, d: &d, x: xmlFile{&d.source}}
		if err := f.head(); err != nil {
			yield(nil, err)
			return
		}
		f.items(yield)
	}
}

// feed is a feed being read, with what it says of all its items.
type feed struct {
	in        Input
	raw       []byte
	d         *decoded
	x         xmlFile
	parent    element // of the items
	entry     string  // what items are called
	publisher string
	language  string
	authors   []string
}

// head reads what the feed says of itself.
func (f *feed) head() error {
	root := f.x.root()
	channel := root
	f.entry, f.parent = "item", root
	switch root.name {
	case "rss", "rdf:rdf":
		var ok bool
		if channel, ok = f.x.child(root, "channel"); !ok {
			return fmt.Errorf("%w: a feed without a channel", ErrBroken)
		}
		if root.name == "rss" {
			f.parent = channel
		}
	case "feed":
		f.entry = "entry"
		f.authors = f.people(f.x, root)
	default:
		return fmt.Errorf("%w: XML whose first element is <%.40s>, which is no feed and no news format", ErrBroken, root.name)
	}
	f.publisher = f.x.childWords(channel, "title")
	f.language = languageTag(f.x.childWords(channel, "language", "dc:language"))
	if f.language == "" {
		f.language = languageTag(f.x.attr(root, "xml:lang"))
	}
	return nil
}

func (f *feed) items(yield func(*article.Article, error) bool) {
	at, line, n := 0, f.d.line, 0
	for e := range f.x.children(f.parent) {
		if e.name != f.entry {
			continue
		}
		n++
		var item xmlFile
		item, line = f.x.item(e, at, line)
		at = e.open.from
		a, err := f.article(item)
		if !yield(a, recordError(line, "", err)) {
			return
		}
	}
	if n == 0 {
		yield(nil, fmt.Errorf("%w: a feed without an item", ErrEmpty))
	}
}

// article reads one item.
func (f *feed) article(x xmlFile) (*article.Article, error) {
	e := x.root()
	notes := decoded{encoding: f.d.encoding, notes: f.d.notes}
	content, full := x.child(e, "content:encoded", "content", "xhtml:body", "body")
	if full && x.words(content) == "" {
		full = false
	}
	if !full {
		content, _ = x.child(e, "description", "summary", "media:description", "itunes:summary")
		notes.note(article.NoteSummaryOnly, article.Warning, "the feed gives no content of this item; its summary was read")
	}
	if content.name == "" || x.words(content) == "" {
		return nil, fmt.Errorf("%w: no content and no summary", ErrRecord)
	}
	b := newBuilder(&source{})
	f.state(b.a, x, e)
	title, _ := x.child(e, "title", "dc:title")
	body := decoded{source: x.inner(content), encoding: f.d.encoding}
	body.clean()
	words := plainTags(x.inner(title).text)
	if words != "" && title.from < content.from && !startsWith(opening(body.text), words) {
		src := x.inner(title)
		readFragment(b, &src, func(f *fragment) { f.base = article.BlockTitle })
		if len(b.a.Blocks) > 0 {
			b.setTitle(0, feedBasis)
		}
	}
	kind := "html"
	if t := x.attr(content, "type"); t == "text" || t == "text/plain" {
		kind = "text"
	}
	readBody(b, &body, kind)
	notes.notes = append(notes.notes, body.notes...)
	if words != "" && b.a.TitleFrom != feedBasis {
		b.claimTitle(words, feedBasis)
	}
	setAside(b)
	if len(b.a.Blocks) == 0 {
		return nil, fmt.Errorf("%w: its content is blank", ErrRecord)
	}
	from, to := x.raw(0, len(x.text), 0)
	return b.finish(Feed, f.in, &notes, f.raw[from:to]), nil
}

const feedBasis = "feed"

// state fills in what an item says beside its title and content.
func (f *feed) state(a *article.Article, x xmlFile, e element) {
	a.ID = x.childWords(e, "guid", "id", "dc:identifier")
	a.Source.URL = article.Opt(f.link(x, e))
	a.Source.Publisher = article.Opt(f.publisher)
	if source, ok := x.child(e, "source"); ok { // an item taken over from another feed
		if title := x.childWords(source, "title"); title != "" {
			a.Source.Publisher = article.Opt(title)
		} else if words := x.words(source); words != "" {
			a.Source.Publisher = article.Opt(words)
		}
	}
	a.Published = statedDate(x.childWords(e, "pubdate", "published", "dc:date", "dcterms:issued", "issued"), feedBasis)
	a.Updated = statedDate(x.childWords(e, "updated", "atom:updated", "dcterms:modified", "modified"), feedBasis)
	authors := f.people(x, e)
	if len(authors) == 0 {
		authors = f.authors
	}
	for _, name := range authors {
		a.Authors = append(a.Authors, statedAuthors(name, feedBasis)...)
	}
	if f.language != "" {
		a.Language = article.Language{Tag: f.language, Confidence: 1}
	}
}

// people are the authors that e states, without their addresses.
func (f *feed) people(x xmlFile, e element) (names []string) {
	for c := range x.children(e) {
		switch c.name {
		case "dc:creator", "itunes:author":
			names = append(names, x.words(c))
		case "author":
			name := x.childWords(c, "name")
			if name == "" {
				name = mailName(x.words(c))
			}
			names = append(names, name)
		}
	}
	return names
}

// mailName is the name in "ada@coast.example (Ada Brenn)" or "Ada Brenn
// <ada@coast.example>", "" for an address alone.
func mailName(s string) string {
	if i := strings.IndexByte(s, '('); i >= 0 && strings.Contains(s[:i], "@") {
		return strings.Trim(s[i:], "() ")
	}
	if i := strings.IndexByte(s, '<'); i >= 0 {
		s = strings.Trim(s[:i], " \"'")
	}
	if strings.Contains(s, "@") {
		return ""
	}
	return s
}

// link is the address of the page of an item.
func (f *feed) link(x xmlFile, e element) string {
	best := ""
	for c := range x.children(e) {
		switch {
		case c.name == "feedburner:origlink":
			return x.words(c)
		case c.name != "link" && c.name != "atom:link":
			continue
		}
		href, rel := x.attr(c, "href"), x.attr(c, "rel")
		switch {
		case href != "" && (rel == "" || rel == "alternate") && best == "":
			best = href
		case href == "" && isAddress(x.words(c)):
			best = x.words(c)
		}
	}
	if guid := x.childWords(e, "guid"); best == "" && isAddress(guid) {
		best = guid
	}
	if !isAddress(best) {
		return ""
	}
	return best
}

// setAside makes the line that blog software puts under every item boilerplate.
func setAside(b *builder) {
	if len(b.a.Blocks) < 2 {
		return
	}
	last := &b.a.Blocks[len(b.a.Blocks)-1]
	words := string(b.text[last.Span.Start:last.Span.End])
	if strings.HasPrefix(words, "The post ") && strings.Contains(words, " appeared first on ") {
		last.Kind = article.BlockBoilerplate
	}
}

// plainTags is text without tags, entities resolved, white space folded.
func plainTags(s string) string {
	src := plain(s, 0)
	x := xmlFile{&src}
	return x.words(x.all())
}
