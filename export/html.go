package export

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"errors"
	"html/template"
	"io"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"dossier/article"
)

// HTML is the page for reading: all that the brief holds, and the article with
// quotations, actors and positions marked in it, each leading to its words and
// back. It is the accessible form of the brief, and the one for any script.
//
// One article makes one page; several make one page of all of them, with an index
// before them. A page is one file that fetches nothing. It can be read without
// JavaScript; with it actors can be chosen and items filtered. Its policy lets
// nothing run but our own script, known by its hash.
var HTML = register(Format{
	Name: "html", Suffix: ".html", MediaType: "text/html", Gathers: true,
	About: "page to read and click: the article with quotes, actors and positions marked, and all of the brief",
	Open:  func(w io.Writer, opts Options) Writer { return &htmlWriter{w: w, opts: opts} },
	Index: &htmlIndex,
})

// HTMLMark stands in the head of every page; by it the file is known again. It is
// within the first kilobyte.
const HTMLMark = `<meta name="generator" content="` + article.GeneratorName + ` `

// maxSite is how many articles one page takes. All of them are in memory until it
// is written, and a browser has to hold them too.
const maxSite = 500

var errLargeSite = errors.New("html: more than " + strconv.Itoa(maxSite) +
	" articles on one page; --out-dir makes a page of each, with an index")

// htmlWriter keeps the articles until it is clear how many there are.
type htmlWriter struct {
	w        io.Writer
	opts     Options
	articles []*article.Article
	seen     once
}

func (o *htmlWriter) Add(a *article.Article) error {
	if o.seen == nil {
		o.seen = once{}
	}
	if !o.seen.first([]byte(articleKey(a))) {
		return nil
	}
	if len(o.articles) == maxSite {
		return errLargeSite
	}
	o.articles = append(o.articles, a)
	return nil
}

func (o *htmlWriter) Close() error {
	if len(o.articles) == 0 {
		return nil
	}
	l := labelsFor(o.opts.Labels)
	if len(o.articles) == 1 {
		h := newHTMLArticle(l, o.articles[0], "", oneLine(o.opts.Title))
		p := newHTMLPage(l, h.Title)
		p.Entry, p.Articles = h.entry().encoded(), []*htmlArticle{h}
		return pageAssets().templates.ExecuteTemplate(o.w, "page", p)
	}
	return o.writeSite(l)
}

// writeSite writes the index, then the articles one by one.
func (o *htmlWriter) writeSite(l labelSet) error {
	title := oneLine(o.opts.Title)
	if title == "" {
		title = l.counted("dossier.title", len(o.articles))
	}
	p := newHTMLPage(l, title)
	var entries []IndexEntry
	for i, a := range o.articles {
		h := newHTMLArticle(l, a, "A"+strconv.Itoa(i+1)+"-", "")
		p.Articles = append(p.Articles, h)
		e := h.entry()
		e.Href = "#" + h.P + "top"
		entries = append(entries, e)
	}
	p.Index = newHTMLRows(l, entries)
	return pageAssets().templates.ExecuteTemplate(o.w, "page", p)
}

// htmlPage is what the templates fill in for a file.
type htmlPage struct {
	l        labelSet
	Lang     string
	Title    string
	Mark     template.HTML
	Entry    string // of the index, for a page of one article
	Policy   string
	Style    template.CSS
	Script   template.JS
	Index    *htmlRows
	Articles []*htmlArticle
}

// T are the words of a label.
func (p *htmlPage) T(key string) string { return p.l.get(key) }

func newHTMLPage(l labelSet, title string) *htmlPage {
	a := pageAssets()
	return &htmlPage{
		l: l, Lang: LabelLanguages[l], Title: title, Policy: a.policy, Style: template.CSS(a.style), Script: template.JS(a.script),
		Mark: template.HTML(HTMLMark + article.GeneratorVersion + `">`),
	}
}

//go:embed page
var pageFiles embed.FS

// assets are the parts of which every page is made.
type assets struct {
	style, script string
	policy        string
	templates     *template.Template
}

// pageAssets reads the templates when the first page is asked for: whoever wants
// JSON alone does not wait for them.
var pageAssets = sync.OnceValue(func() assets {
	a := assets{style: pageColors() + pageFile("page.css"), script: pageFile("page.js")}
	a.policy = "default-src 'none'; script-src " + hashSource(a.script) + "; style-src " + hashSource(a.style) +
		"; base-uri 'none'; form-action 'none'"
	a.templates = template.Must(template.New("").ParseFS(pageFiles, "page/*.gohtml"))
	return a
})

func pageFile(name string) string {
	b, err := pageFiles.ReadFile("page/" + name)
	if err != nil {
		panic("export: " + err.Error()) // it is built in
	}
	return string(b)
}

// hashSource allows one inline script or style in a content security policy.
func hashSource(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// clickable is an address that may become a link on a page, else "": of the web
// or of mail, complete, without a name and password before the host.
func clickable(s string) string {
	if w := webAddress(s); w != "" {
		if u, err := url.Parse(w); err == nil && u.User == nil {
			return w
		}
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || !strings.EqualFold(u.Scheme, "mailto") || !strings.Contains(u.Opaque, "@") {
		return ""
	}
	return u.String()
}

// htmlBytes renders a template of the page alone.
func htmlBytes(name string, data any) ([]byte, error) {
	var b bytes.Buffer
	err := pageAssets().templates.ExecuteTemplate(&b, name, data)
	return b.Bytes(), err
}
