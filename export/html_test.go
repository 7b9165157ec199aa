package export

import (
	"bytes"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"dossier/article"
	"dossier/formats/pdf"
)

// The page is held to its words by a parser, and by a browser in
// html_browser_test.go.

var pageRenderings = []rendering{
	{"html", HTML, Options{}, pageWords},
	{"html.de", HTML, Options{Labels: "de", Title: "Another title"}, pageWords},
}

func TestHTMLGoldens(t *testing.T) { testGoldens(t, ".page.txtar", pageRenderings) }

// pageWords dumps a page as a reader of its elements gets it: an element a line,
// with what leads where; style and script are left out.
func pageWords(t testing.TB, page []byte) string {
	var out strings.Builder
	dumpNode(&out, body(t, page), 0)
	return out.String()
}

func body(t testing.TB, page []byte) *html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return elements(root, "body")[0]
}

// inline elements stand within the line of what is around them.
var inline = map[string]bool{"a": true, "span": true, "b": true, "bdi": true, "q": true, "strong": true, "small": true, "button": true, "kbd": true, "time": true}

func dumpNode(out *strings.Builder, n *html.Node, depth int) {
	switch {
	case n.Type == html.TextNode:
		out.WriteString(strings.Join(strings.Fields(" "+n.Data+" "), " "))
		return
	case n.Type != html.ElementNode || n.Data == "script":
		return
	case !inline[n.Data]:
		out.WriteString("\n" + strings.Repeat(" ", depth) + n.Data)
		for _, name := range []string{"id", "data-n", "data-sign", "data-stance", "data-kind", "data-by", "data-of", "data-via"} {
			if v := attribute(n, name); v != "" {
				out.WriteString(" " + name + "=" + v)
			}
		}
		out.WriteString(": ")
	case n.Data == "a":
		out.WriteString("[" + attribute(n, "data-tag"))
	case strings.HasPrefix(attribute(n, "class"), "sign "), n.Data == "button":
		out.WriteString("{")
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.PrevSibling != nil && c.Type == html.TextNode && strings.TrimSpace(c.Data) != c.Data || c.Type == html.ElementNode && inline[c.Data] && c.PrevSibling != nil {
			out.WriteString(" ")
		}
		dumpNode(out, c, depth+1)
	}
	switch {
	case n.Data == "a":
		out.WriteString("](" + attribute(n, "href") + ")")
	case strings.HasPrefix(attribute(n, "class"), "sign "), n.Data == "button":
		out.WriteString("}")
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// elements are those of that name; all for "".
func elements(n *html.Node, name string) []*html.Node {
	var list []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (name == "" || d.Data == name) {
			list = append(list, d)
		}
	}
	return list
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attribute(n, "class")), class)
}

// pageArticles are what the tests below hold pages to.
func pageArticles(t testing.TB) map[string]*article.Article {
	list := map[string]*article.Article{"crossing": crossing()}
	for _, name := range []string{"tram", "bare", "wire", "nasty", "brief-many", "brief-scripts", "brief-terminal"} {
		list[name] = load(t, name)
	}
	for _, name := range []string{"tram", "nasty"} {
		list["hostile "+name] = hostile(t, name)
	}
	return list
}

// crossing is an article whose marks cross, nest and repeat in every way.
func crossing() *article.Article {
	text := "Ada Voss & <b>Jan</b>\r praised the tram.\n\nShe \"saw\x00 it\" there, said Jan Reiter of Norvik.\n\none\n\ntwo"
	a := (&article.Article{Schema: article.SchemaID, ID: "crossing", Text: text}).Clone()
	at := 0
	for i, words := range strings.Split(text, "\n\n") {
		kind := article.BlockParagraph
		if i > 1 {
			kind = article.BlockListItem
		}
		a.Blocks = append(a.Blocks, article.Block{ID: "b" + strconv.Itoa(i), Kind: kind, Span: article.Span{Start: at, End: at + len(words)}})
		at += len(words) + 2
	}
	kinds := []article.QuoteKind{article.QuoteDirect, article.QuoteMixed, article.QuoteIndirect}
	for i := range 40 {
		from := i * 7 % len(text)
		s := article.Span{Start: from, End: min(len(text), from+3+i*5%31)}
		id := strconv.Itoa(i + 1)
		ref := &article.Ref{Actor: article.Opt("a" + strconv.Itoa(i%4*3+1))}
		switch i % 4 {
		case 0:
			a.Actors = append(a.Actors, article.Actor{ID: "a" + id, Name: "Actor " + id, Kind: article.KindPerson, Mentions: []article.Mention{{Span: s, Type: article.MentionName}, {Span: s}}})
		case 1:
			a.Quotes = append(a.Quotes, article.Quote{ID: "q" + id, Kind: kinds[i%3], Text: s.In(text), Spans: []article.Span{s, {Start: 0, End: 9}}, Speaker: ref})
		case 2:
			a.Positions = append(a.Positions, article.Position{ID: "p" + id, Holder: ref, Stance: article.Stances[i%15], Polarity: article.Stances[i%15].Polarity(), Confidence: 0.9,
				Statement: article.Words{Text: s.In(text), Spans: []article.Span{s}}, Quotes: []string{"q" + strconv.Itoa(i)}})
		default:
			a.Links = append(a.Links, article.Link{URL: article.Opt("https://a.example/" + id), Span: s})
		}
	}
	return a.Clone()
}

// TestHTMLText: what a browser takes for the text of a block is its text in the
// article, whatever marks lie over it, and lists are lists.
func TestHTMLText(t *testing.T) {
	for name, a := range pageArticles(t) {
		var got, want []string
		for _, e := range elements(body(t, write(t, HTML, Options{}, a)), "") {
			if hasClass(e, "b") {
				got = append(got, textOf(e))
			}
			if (e.Data == "li") != (e.Parent.Data == "ul" || e.Parent.Data == "ol") {
				t.Errorf("%s: a %s in a %s", name, e.Data, e.Parent.Data)
			}
		}
		for _, b := range a.Blocks {
			if b.Kind != article.BlockRule {
				want = append(want, strings.ReplaceAll(b.Span.In(a.Text), "\x00", "\ufffd"))
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: the text reads\n%q\nwant\n%q", name, got, want)
		}
	}
}

// pageElements are all that a page may consist of, with their attributes: nothing
// that runs, loads or sends.
var pageElements = map[string]string{
	"a": "href rel data-tag tabindex data-a data-i data-actor", "article": "data-prefix", "b": "", "bdi": "", "button": "type aria-pressed data-walk data-rel data-filter value data-clear hidden",
	"dd": "", "div": "role tabindex aria-label", "dl": "", "dt": "", "footer": "", "form": "hidden data-by data-of data-via data-shown data-mention", "h1": "", "h2": "tabindex hidden", "h3": "data-n",
	"header": "", "hr": "", "input": "type autocomplete", "kbd": "", "label": "", "li": "tabindex data-n data-kind data-sign data-stance data-by data-of data-via data-date data-source data-quotes data-positions",
	"main": "", "nav": "", "ol": "", "option": "value", "p": "data-n role hidden", "q": "", "script": "", "section": "", "select": "data-set", "small": "", "span": "role data-a data-i", "strong": "",
	"table": "", "tbody": "", "td": "", "th": "scope", "thead": "", "time": "datetime", "tr": "", "ul": "",
}

// TestHTMLHostile: of an article nothing becomes an element or an attribute but
// those of our own, ids are unique, and every link leads to a place of the page or
// out to the web or to mail.
func TestHTMLHostile(t *testing.T) {
	articles := slices.Collect(maps.Values(pageArticles(t)))
	articles[0].Source.URL = "javascript:alert(1)"
	for i, u := range []article.Opt{"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>", "https://a.example/\" onclick=\"x", "mailto:a@b.example", "//c.example/x", "https://u:p@d.example/", "vbscript:x", "http:x", " https://e.example/"} {
		a := articles[i%len(articles)]
		a.Links = append(a.Links, article.Link{Kind: article.LinkInline, URL: u, Span: article.Span{Start: 0, End: min(len(a.Text), 5)}})
	}
	pages := [][]byte{write(t, HTML, Options{}, articles...)}
	for _, a := range articles {
		pages = append(pages, write(t, HTML, Options{Title: nasties[5]}, a))
	}
	for _, page := range pages {
		scripts := 0
		ids := map[string]bool{}
		all := elements(body(t, page), "")
		for _, e := range all {
			allowed, ok := pageElements[e.Data]
			if !ok {
				t.Fatalf("the page holds a %s", e.Data)
			}
			for _, a := range e.Attr {
				if !slices.Contains(strings.Fields(allowed+" id class dir lang aria-label aria-labelledby"), a.Key) {
					t.Errorf("%s has the attribute %s=%q", e.Data, a.Key, a.Val)
				}
			}
			if e.Data == "script" {
				scripts++
			}
			if id := attribute(e, "id"); id != "" && ids[id] || strings.ContainsAny(id, " \"'<>&#") {
				t.Errorf("the id %q is not unique, or none", id)
			} else {
				ids[id] = true
			}
		}
		if scripts != 1 {
			t.Errorf("%d scripts", scripts)
		}
		checkLinks(t, all, ids)
	}
}

func checkLinks(t *testing.T, all []*html.Node, ids map[string]bool) {
	t.Helper()
	for _, e := range all {
		href := attribute(e, "href")
		if e.Data != "a" {
			continue
		}
		if anchor, ok := strings.CutPrefix(href, "#"); ok {
			if !ids[anchor] {
				t.Errorf("%s leads nowhere", href)
			}
			continue
		}
		u, err := url.Parse(href)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto" || u.User != nil {
			t.Errorf("a link to %q", href)
		}
		if attribute(e, "rel") != "noopener noreferrer" {
			t.Errorf("the link to %q says %q", href, attribute(e, "rel"))
		}
	}
}

func TestClickable(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example/x?y=1&z": "https://a.example/x?y=1&z", "HTTP://a.example": "http://a.example", "mailto:a@b.example?subject=x": "mailto:a@b.example?subject=x",
		"javascript:alert(1)": "", "data:text/html,x": "", "//a.example": "", "/x": "", "": "", "#": "", "https:x": "", "https://user@a.example": "", "mailto:": "", "ftp://a.example": "", "https://a.example/\x01": "",
	} {
		if got := clickable(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestHTMLPolicy: the policy names the hashes of the style and the script that the
// page has, and lets nothing else in.
func TestHTMLPolicy(t *testing.T) {
	page := write(t, HTML, Options{}, hostile(t, "tram"))
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	policy := ""
	for _, m := range elements(root, "meta") {
		if attribute(m, "http-equiv") == "Content-Security-Policy" {
			policy = attribute(m, "content")
		}
	}
	style, script := textOf(elements(root, "style")[0]), textOf(elements(root, "script")[0])
	want := "default-src 'none'; script-src " + hashSource(script) + "; style-src " + hashSource(style) + "; base-uri 'none'; form-action 'none'"
	if policy != want {
		t.Errorf("policy %s\nwant %s", policy, want)
	}
	if i := bytes.Index(page, []byte(HTMLMark)); i < 0 || i > 1000 {
		t.Errorf("the mark stands at %d", i)
	}
	for _, outside := range []string{"http://", "https://", "url(", "@import", "eval(", "innerHTML", "Function("} {
		if strings.Contains(style, outside) || strings.Contains(script, outside) {
			t.Errorf("style or script holds %s", outside)
		}
	}
}

// TestHTMLHolds: the page holds all that the brief does.
func TestHTMLHolds(t *testing.T) {
	for _, name := range []string{"tram", "wire", "brief-many"} {
		a := load(t, name)
		h := newHTMLArticle(0, a, "", "")
		b := body(t, write(t, HTML, Options{}, a))
		words := strings.Join(strings.Fields(textOf(b)), " ")
		ids := map[string]bool{}
		for _, e := range elements(b, "") {
			ids[attribute(e, "id")] = true
		}
		want := []string{h.title, h.publishedText(), h.languageText(), h.positionsText()}
		for i := range a.Quotes {
			want = append(want, quoted(a, &a.Quotes[i]))
			ids["t-"+a.Quotes[i].ID] = ids["t-"+a.Quotes[i].ID] && ids[a.Quotes[i].ID]
		}
		for i := range a.Positions {
			want = append(want, a.Positions[i].Rule, h.v.refName(a.Positions[i].Holder), h.v.targetName(&a.Positions[i]))
			ids["t-"+a.Positions[i].ID] = ids["t-"+a.Positions[i].ID] && ids[a.Positions[i].ID]
		}
		for _, x := range actorsOf(a) {
			want = append(append(want, x.Name), x.Aliases...)
			ids[x.ID] = ids[x.ID] && true
		}
		for _, p := range h.chosen(maxPoints) {
			want = append(want, h.leadOf(p), h.sentenceOf(p))
		}
		for _, e := range h.Timeline {
			want = append(want, e.Day, e.Words)
		}
		for _, n := range a.Notes {
			want = append(want, n.Message[1:])
		}
		for _, w := range want {
			if w = strings.Join(strings.Fields(w), " "); !strings.Contains(strings.ToLower(words), strings.ToLower(w)) {
				t.Errorf("%s: %q is not there", name, w)
			}
		}
		for id, ok := range ids {
			if !ok {
				t.Errorf("%s: no place %s", name, id)
			}
		}
	}
}

func TestHTMLTwice(t *testing.T) {
	for name, a := range pageArticles(t) {
		if first := write(t, HTML, Options{}, a); !bytes.Equal(first, write(t, HTML, Options{}, a)) || !bytes.Equal(first, write(t, HTML, Options{}, a, a)) {
			t.Errorf("%s: the bytes differ", name)
		}
	}
}

// bigArticle has paragraphs in each of which somebody of many speaks.
func bigArticle(paragraphs, people int) *article.Article {
	a := (&article.Article{Schema: article.SchemaID, ID: "big", Title: "A long article", Language: article.Language{Tag: "en", Confidence: 1}}).Clone()
	var text strings.Builder
	for i := range people {
		a.Actors = append(a.Actors, article.Actor{ID: "a" + strconv.Itoa(i+1), Name: fmt.Sprintf("Ada%d Voss%d", i, i), Named: true, Kind: article.KindPerson})
	}
	span := func(words string) article.Span {
		start := text.Len()
		text.WriteString(words)
		return article.Span{Start: start, End: text.Len()}
	}
	for i := range paragraphs {
		if i > 0 {
			text.WriteString("\n\n")
		}
		n, x, y := i+1, &a.Actors[i%people], &a.Actors[(i*7+1)%people]
		start := text.Len()
		text.WriteString("“")
		words := fmt.Sprintf("The harbour is too shallow for the boats of the %dth kind, and nobody has asked us what it would cost", i)
		q := article.Quote{ID: "q" + strconv.Itoa(n), Kind: article.QuoteDirect, Text: words, Spans: []article.Span{span(words)}, Speaker: &article.Ref{Actor: article.Opt(x.ID)}, Rule: "rule", Confidence: 0.9}
		text.WriteString(",” ")
		name := span(x.Name)
		text.WriteString(" said on the quay, while the council of the town waited for the report of the engineers. ")
		statement := span(fmt.Sprintf("The mayor criticized %s for the delay", y.Name))
		text.WriteString(" before the meeting in the old town hall went on.")
		x.Mentions = append(x.Mentions, article.Mention{Span: name, Text: x.Name, Type: article.MentionName})
		p := article.Position{ID: "p" + strconv.Itoa(n), Holder: &article.Ref{Actor: article.Opt(x.ID)}, Stance: article.Criticize, Polarity: -1, Confidence: 0.8, Rule: "rule", Quotes: []string{q.ID},
			Target: article.Target{Type: article.TargetActor, Actor: article.Opt(y.ID)}, Statement: article.Words{Text: statement.In(text.String()), Spans: []article.Span{statement}}}
		if i < 400 {
			a.Quotes, a.Positions = append(a.Quotes, q), append(a.Positions, p)
		}
		a.Blocks = append(a.Blocks, article.Block{ID: "b" + strconv.Itoa(n), Kind: article.BlockParagraph, Ordinal: &n, Span: article.Span{Start: start, End: text.Len()}, Line: n, EndLine: n})
	}
	a.Text = text.String()
	return a.Clone()
}

// TestHTMLSize: the page of an article of ten thousand words, with more in it than
// any has, is smaller than a megabyte.
func TestHTMLSize(t *testing.T) {
	a := bigArticle(180, 90)
	page := write(t, HTML, Options{}, a)
	if words := len(strings.Fields(a.Text)); words < 9500 || len(page) >= 1_000_000 {
		t.Errorf("%d words make %d bytes", words, len(page))
	} else {
		t.Logf("%d words make %d bytes", words, len(page))
	}
}

// TestHTMLColors holds each ink to a contrast of 4.5:1 on each ground on which the
// style sheet sets it, in both themes.
func TestHTMLColors(t *testing.T) {
	colors := map[string]pageColor{}
	for _, c := range pageColorTable {
		colors[c.name] = c
	}
	pairs := map[string]string{
		"ink": "paper tint quoted chosen", "body": "paper tint quoted", "muted": "paper tint", "navy": "paper tint quoted",
		"plus": "plus-ground", "minus": "minus-ground", "cond": "cond-ground", "neut": "neut-ground",
	}
	for ink, grounds := range pairs {
		for ground := range strings.FieldsSeq(grounds) {
			i, g := colors[ink], colors[ground]
			if c := pdf.Contrast(pdf.Hex(i.light), pdf.Hex(g.light)); c < 4.5 {
				t.Errorf("light: %s on %s: %.2f", ink, ground, c)
			}
			if c := pdf.Contrast(pdf.Hex(i.dark), pdf.Hex(g.dark)); c < 4.5 {
				t.Errorf("dark: %s on %s: %.2f", ink, ground, c)
			}
		}
	}
	for _, name := range []string{"plus", "minus", "cond", "neut"} { // lines below and beside words
		if c := min(pdf.Contrast(pdf.Hex(colors[name].light), pdf.Hex(colorPaper)), pdf.Contrast(pdf.Hex(colors[name].dark), pdf.Hex(colors["paper"].dark))); c < 3 {
			t.Errorf("%s on paper: %.2f", name, c)
		}
	}
	style := pageFile("page.css")
	for rest, found := style, true; found; {
		if _, rest, found = strings.Cut(rest, "var(--"); found {
			if name, _, _ := strings.Cut(rest, ")"); colors[name].name == "" {
				t.Errorf("the style sheet asks for %s", name)
			}
		}
	}
}

// TestHTMLIndex: what a page says of itself is what the index lists, pages of others
// are none of ours, and names of files are only names.
func TestHTMLIndex(t *testing.T) {
	var entries []IndexEntry
	for _, name := range []string{"bare", "tram", "wire", "nasty"} {
		e, ok := HTML.Index.Read(write(t, HTML, Options{}, load(t, name))[:8<<10])
		if !ok {
			t.Fatalf("%s is no page of ours", name)
		}
		e.Href = "./" + url.PathEscape("javascript:a \"<"+name) + ".html"
		entries = append(entries, e)
	}
	hostileEntry, ok := HTML.Index.Read(write(t, HTML, Options{}, hostile(t, "tram")))
	if !ok {
		t.Error("a page of a hostile article is not known")
	}
	var out, again bytes.Buffer
	if err := HTML.Index.Write(&out, entries, Options{}); err != nil {
		t.Fatal(err)
	}
	slices.Reverse(entries)
	if err := HTML.Index.Write(&again, entries, Options{}); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Errorf("another order makes another index, %v", err)
	}
	if _, ok := HTML.Index.Read(out.Bytes()); ok {
		t.Error("the index takes itself for a page")
	}
	if _, ok := HTML.Index.Read([]byte("<!DOCTYPE html><title>x</title>" + HTMLMark + `0"><meta name="dossier" content="{}">`)); ok {
		t.Error("a page of somebody else is taken for one of ours")
	}
	var dates, titles []string
	for _, e := range elements(body(t, out.Bytes()), "li") {
		dates = append(dates, attribute(e, "data-date"))
		titles = append(titles, textOf(elements(e, "a")[0]))
	}
	if !slices.IsSortedFunc(dates, func(a, b string) int { return strings.Compare(b, a) }) || !slices.Contains(titles, "Velm council backs harbour tram as operator objects") {
		t.Errorf("%q %q", dates, titles)
	}
	hostileEntry.Href = "./x.html"
	out.Reset()
	if err := HTML.Index.Write(&out, []IndexEntry{hostileEntry}, Options{Labels: "ru"}); err != nil {
		t.Fatal(err)
	}
	for _, e := range elements(body(t, out.Bytes()), "") {
		if _, ok := pageElements[e.Data]; !ok || e.Data == "a" && attribute(e, "href") != "./x.html" {
			t.Errorf("the index holds a %s %v", e.Data, e.Attr)
		}
	}
}

// TestHTMLTooMany: a page of all takes so many, and says what to do instead.
func TestHTMLTooMany(t *testing.T) {
	w := HTML.Open(&bytes.Buffer{}, Options{})
	var err error
	for i := range maxSite + 1 {
		a := load(t, "bare")
		a.ID = strconv.Itoa(i)
		if err = w.Add(a); err != nil && i < maxSite {
			t.Fatal(err)
		}
	}
	if err != errLargeSite {
		t.Errorf("%v", err)
	}
}

func FuzzHTMLText(f *testing.F) {
	for _, s := range nasties {
		f.Add(s, 1, 5)
	}
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		text = strings.ToValidUTF8(text, "?")
		a := crossing()
		a.Text = text
		a.Blocks = []article.Block{{ID: "b1", Kind: article.BlockParagraph, Span: article.Span{End: len(text)}}}
		borders := []int{0}
		for i := range text {
			borders = append(borders, i)
		}
		at := func(n int) int { return borders[(n%len(borders)+len(borders))%len(borders)] }
		a.Quotes, a.Positions, a.Links = a.Quotes[:1], a.Positions[:1], nil
		a.Quotes[0].Spans = []article.Span{{Start: min(at(from), at(to)), End: max(at(from), at(to))}}
		a.Positions[0].Statement.Spans = []article.Span{{Start: min(at(to), at(3)), End: max(at(to), at(3))}}
		for i := range a.Actors {
			a.Actors[i].Mentions = []article.Mention{{Span: article.Span{Start: min(at(i), at(from)), End: max(at(i), at(from))}, Type: article.MentionName}}
		}
		for _, e := range elements(body(t, write(t, HTML, Options{}, a)), "") {
			if want := strings.ReplaceAll(text, "\x00", "\ufffd"); hasClass(e, "b") && textOf(e) != want {
				t.Errorf("reads %q, want %q", textOf(e), want)
			}
		}
	})
}

// TestMatrixSparse: ten thousand positions, each of a holder of its own on a matter
// of its own, are ten thousand cells and no hundred million.
func TestMatrixSparse(t *testing.T) {
	a := (&article.Article{Schema: article.SchemaID, ID: "sparse", Text: "x"}).Clone()
	for i := range 10_000 {
		n := strconv.Itoa(i + 1)
		a.Positions = append(a.Positions, article.Position{
			ID: "p" + n, Holder: &article.Ref{Text: "holder " + n}, Stance: article.Support, Polarity: 1, Confidence: 1,
			Target: article.Target{Type: article.TargetIssue, Text: "matter " + n},
		})
	}
	m := newMatrix(a)
	cells := 0
	for _, r := range m.Rows {
		cells += len(r.Cells)
	}
	blocks, alone := m.blocks(matrixColumns)
	if cells != 10_000 || len(blocks) != 1 || len(alone) != 10_000-matrixColumns || len(m.rowsIn(blocks[0])) != matrixColumns {
		t.Errorf("%d cells, %d blocks, %d alone", cells, len(blocks), len(alone))
	}
	if page := write(t, HTML, Options{}, a); !bytes.Contains(page, []byte(`id="p10000"`)) {
		t.Error("the last position is not on the page")
	}
}
