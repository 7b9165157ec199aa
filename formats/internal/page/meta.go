package page

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"dossier/formats/internal/dom"
)

// Fact is something that a page states, and the layer that states it.
type Fact struct{ Text, Basis string }

// Meta is what a page states about its article, outside its text.
type Meta struct {
	Title, Published, Updated Fact
	Publisher, URL, Language  string
	Authors                   []Fact

	titles  []Fact   // all that a layer calls its title
	sites   []string // names of the site, squeezed
	deckKey string   // its description, squeezed
	body    string   // the text of the article, if JSON-LD has it
}

// The layers, as the basis of a fact names them.
const (
	layerLinked = "json-ld"
	layerMeta   = "meta"
	layerGraph  = "opengraph"
	layerTime   = "time-element"
	layerTitle  = "title-element"
	layerHead   = "heading"
	layerByline = "byline"
)

// headers are the page's <meta> and <link> elements by their lower-case name.
type headers struct {
	values map[string][]string
	title  string // of <title>
	lang   string
}

func readHeaders(t *dom.Tree) headers {
	h := headers{values: map[string][]string{}}
	for i := range t.Nodes {
		n := int32(i)
		switch t.Nodes[i].Tag {
		case atom.Meta:
			h.meta(t, n)
		case atom.Link:
			if rel := strings.ToLower(t.Attr(n, "rel")); rel == "canonical" {
				h.add("canonical", t.Attr(n, "href"))
			}
		case atom.Title:
			if h.title == "" {
				h.title = t.Words(n, 2000)
			}
		case atom.Html:
			h.lang = strings.TrimSpace(t.Attr(n, "lang"))
			if h.lang == "" {
				h.lang = strings.TrimSpace(t.Attr(n, "xml:lang"))
			}
		}
	}
	return h
}

func (h *headers) meta(t *dom.Tree, n int32) {
	content := ""
	var names [4]string
	k := 0
	for _, a := range t.Attrs(n) {
		switch a.Key {
		case "content":
			content = a.Val
		case "name", "property", "itemprop", "http-equiv":
			if k < len(names) {
				names[k] = strings.ToLower(strings.TrimSpace(a.Val))
				k++
			}
		}
	}
	for _, name := range names[:k] {
		h.add(name, content)
	}
}

func (h *headers) add(name, value string) {
	if value = plain(value); value != "" && name != "" {
		h.values[name] = append(h.values[name], value)
	}
}

// first is the first value of the first name that has one.
func (h *headers) first(names ...string) (string, bool) {
	for _, name := range names {
		if list := h.values[name]; len(list) > 0 {
			return list[0], true
		}
	}
	return "", false
}

// readMeta reads the layers of a page that stand in its head.
func readMeta(t *dom.Tree) Meta {
	h := readHeaders(t)
	ld := readLinked(t)
	var m Meta
	m.URL = h.address(t)
	object := ld.article(func(v map[string]any) bool { return about(v, &h, m.URL) })
	m.Language = h.lang
	m.published(object, &h)
	m.authors(ld, object, &h)
	if object != nil {
		if list := ld.names(object["publisher"], 0); len(list) > 0 {
			m.Publisher = list[0]
		}
		m.body = text(object, "articleBody")
	}
	if name, ok := h.first("og:site_name", "dc.publisher", "article:publisher", "application-name"); ok && m.Publisher == "" && !strings.Contains(name, "://") {
		m.Publisher = name
	}
	m.sites = h.sites(m.Publisher, m.URL)
	m.titles = h.headline(object, m.sites)
	if deck, ok := h.first("og:description", "description", "twitter:description"); ok && len(deck) <= maxDeck {
		m.deckKey = squeeze(deck)
	}
	return m
}

// The bounds of what a page may state: a longer description is none, more
// authors are not read.
const (
	maxDeck    = 2000
	maxAuthors = 60
)

// about reports whether an object speaks of this page.
func about(v map[string]any, h *headers, url string) bool {
	for _, key := range [...]string{"url", "@id", "mainEntityOfPage"} {
		s := text(v, key)
		if inner, ok := v[key].(map[string]any); ok {
			s = text(inner, "@id")
		}
		if s != "" && url != "" && sameAddress(s, url) {
			return true
		}
	}
	head := fold(text(v, "headline"))
	title, _ := h.first("og:title", "twitter:title")
	return head != "" && (head == fold(title) || strings.HasPrefix(fold(h.title), head))
}

func sameAddress(a, b string) bool {
	trim := func(s string) string {
		s, _, _ = strings.Cut(s, "#")
		s, _, _ = strings.Cut(s, "?")
		if _, rest, ok := strings.Cut(s, "://"); ok {
			s = rest
		}
		return strings.TrimSuffix(strings.TrimPrefix(s, "www."), "/")
	}
	return trim(a) == trim(b)
}

// savedFrom is the comment that browsers put into a page they save.
const savedFrom = "saved from url=("

// address is the page's address: its canonical one, or where it was saved from.
func (h *headers) address(t *dom.Tree) string {
	if s, ok := h.first("canonical"); ok && absolute(s) {
		return s
	}
	if s, ok := h.first("og:url", "twitter:url", "parsely-link"); ok && absolute(s) {
		return s
	}
	if _, rest, ok := strings.Cut(t.Text[:min(len(t.Text), 4096)], savedFrom); ok {
		if _, rest, ok = strings.Cut(rest, ")"); ok {
			if s, _, ok := strings.Cut(rest, "-->"); ok && absolute(strings.TrimSpace(s)) {
				return strings.TrimSpace(s)
			}
		}
	}
	return ""
}

func absolute(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// Undated reports the dates that programs write where they have none: the first day
// of their calendar.
func Undated(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasPrefix(s, "0001-01-01") || strings.HasPrefix(s, "0000-00-00") || strings.HasPrefix(s, "1970-01-01T00:00:00")
}

// published takes the dates, the layer that knows best first.
func (m *Meta) published(object map[string]any, h *headers) {
	pick := func(fields []string, names ...string) Fact {
		for _, f := range fields {
			if object != nil {
				if s := text(object, f); s != "" && !Undated(s) {
					return Fact{s, layerLinked}
				}
			}
		}
		for _, name := range names {
			if s, ok := h.first(name); ok && strings.ContainsAny(s, "0123456789") && !Undated(s) {
				if strings.HasPrefix(name, "article:") || strings.HasPrefix(name, "og:") {
					return Fact{s, layerGraph}
				}
				return Fact{s, layerMeta}
			}
		}
		return Fact{}
	}
	m.Published = pick([]string{"datePublished", "uploadDate"}, "article:published_time", "article:published", "og:published_time", "og:article:published_time",
		"datepublished", "date.published", "publishdate", "publish-date", "publish_date", "published_time", "pubdate", "publication_date", "publicationdate",
		"parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created", "article.published", "article_date_original",
		"citation_publication_date", "citation_date", "bt:pubdate", "vr:published_time", "rnews:datepublished", "date", "article:create_time", "originalpublicationdate", "last-modified-first", "eomportal-publishdate")
	m.Updated = pick([]string{"dateModified"}, "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "revised", "article:updated")
	if m.Published == (Fact{}) && object != nil {
		if s := text(object, "dateCreated"); s != "" && !Undated(s) {
			m.Published = Fact{s, layerLinked}
		}
	}
}

// authors takes the names of the first layer that has some.
func (m *Meta) authors(ld *linkedData, object map[string]any, h *headers) {
	if object != nil {
		for _, key := range [...]string{"author", "creator"} {
			for _, name := range ld.names(object[key], 0) {
				m.author(name, layerLinked)
			}
			if len(m.Authors) > 0 {
				return
			}
		}
	}
	for _, name := range [...]string{"author", "byl", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "article:author_name", "cxenseparse:author", "citation_author", "authors", "twitter:creator", "og:author", "article.author"} {
		for _, s := range h.values[name] {
			m.author(s, layerMeta)
		}
		if len(m.Authors) > 0 {
			return
		}
	}
	for i := range 3 { // what a card in a chat shows: "Written by", a name
		n := strconv.Itoa(i + 1)
		label, _ := h.first("twitter:label" + n)
		if name, ok := h.first("twitter:data" + n); ok && authorLabels[strings.ToLower(strings.Trim(label, " :"))] {
			m.author(name, layerMeta)
		}
	}
	for _, label := range slices.Sorted(maps.Keys(authorLabels)) { // the same as WordPress hands it to other front ends
		if name, ok := h.first("twitter:misc:" + label); ok && len(m.Authors) == 0 {
			m.author(name, layerMeta)
		}
	}
}

// authorLabels announce the author on a card.
var authorLabels = map[string]bool{"written by": true, "author": true, "by": true, "verfasst von": true, "geschrieben von": true,
	"autor": true, "écrit par": true, "auteur": true, "escrito por": true, "scritto da": true, "autore": true, "geschreven door": true,
	"napisane przez": true, "skriven av": true, "skrevet av": true, "skrevet af": true, "yazan": true, "автор": true, "написано автором": true}

// author adds a name that is one: no address, no handle, no credit of a picture.
func (m *Meta) author(name, basis string) {
	name = plain(name)
	if i := strings.IndexByte(name, '('); i > 0 {
		name = name[:i] // initials, an address, an e-mail
	}
	name = strings.Trim(name, " ,;|")
	if name == "" || len(m.Authors) == maxAuthors || strings.Contains(name, "://") || strings.ContainsAny(name, "@(") || name[0] == '/' || len(name) > 200 ||
		strings.Trim(name, "0123456789-. ") == "" {
		return
	}
	for _, a := range m.Authors {
		if strings.EqualFold(a.Text, name) {
			return
		}
	}
	m.Authors = append(m.Authors, Fact{name, basis})
}

// sites are the names of the page's site, squeezed: what it and its publisher
// call themselves, and the parts of its domain.
func (h *headers) sites(publisher, url string) []string {
	var list []string
	add := func(s string) {
		if s = squeeze(s); len(s) >= 2 {
			list = append(list, s)
		}
	}
	add(publisher)
	for _, name := range [...]string{"og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "copyright", "dc.publisher", "al:android:app_name", "al:ios:app_name"} {
		for _, s := range h.values[name] {
			add(s)
		}
	}
	if _, host, ok := strings.Cut(url, "://"); ok {
		host, _, _ = strings.Cut(host, "/")
		host = strings.TrimPrefix(host, "www.")
		add(host)
		parts := strings.Split(host, ".")
		for _, p := range parts[:max(0, len(parts)-1)] {
			if len(p) >= 2 {
				add(p)
			}
		}
	}
	return list
}
