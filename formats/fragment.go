package formats

import (
	"cmp"
	"html"
	"strings"
	"sync"

	"dossier/article"
)

// fragment reads marked-up text that is the article and nothing else: the
// content of a feed's item, an HTML field of a record, the body of a mail, the
// body of NITF. All of it counts but what is never shown. (Whole pages, where
// the article must be found first, are another matter.)
//
// Elements are told by name from one table for HTML and NITF, as no name of one
// means something else in the other. Elements that are not in it are
// transparent: their text counts, and inline or block is what surrounds it.
type fragment struct {
	flow
	m       markup
	layout  bool              // tables are layout, as in mail
	base    article.BlockKind // of blocks outside all elements; "" is a paragraph
	skip    []string          // classes of elements that become boilerplate
	stack   []opened
	missing map[string]bool // names of elements that are closed no more
	link    pendingLink     // open link, if url is set
	linked  bool
	pre     int // depth of preformatted elements
	table   int // depth of tables that are one block
	over    bool
}

// opened is an element that is not closed yet.
type opened struct {
	name string
	kind article.BlockKind // what paragraphs inside it become; "" as around it
}

// role is what an element does.
type role struct {
	block bool              // it begins and ends a block
	kind  article.BlockKind // of that block and those inside
	drop  bool              // with all that is in it
}

// maxOpen bounds the elements inside each other; deeper ones are transparent.
const maxOpen = 200

var roles = sync.OnceValue(func() map[string]role {
	return map[string]role{
		"p": {block: true}, "div": {block: true}, "section": {block: true}, "article": {block: true},
		"header": {block: true}, "footer": {block: true}, "main": {block: true}, "aside": {block: true},
		"details": {block: true}, "summary": {block: true}, "center": {block: true}, "address": {block: true},
		"body": {block: true}, "html": {block: true}, "dl": {block: true}, "dt": {block: true}, "dd": {block: true},
		"ul": {block: true}, "ol": {block: true}, "figure": {block: true}, "fieldset": {block: true},
		"table": {block: true}, "tr": {block: true}, "td": {block: true}, "th": {block: true}, "caption": {block: true, kind: article.BlockCaption},
		"tbody": {block: true}, "thead": {block: true}, "tfoot": {block: true},
		"li":         {block: true, kind: article.BlockListItem},
		"blockquote": {block: true, kind: article.BlockBlockquote},
		"figcaption": {block: true, kind: article.BlockCaption},
		"pre":        {block: true, kind: article.BlockPreformatted},
		"h1":         {block: true, kind: article.BlockHeading}, "h2": {block: true, kind: article.BlockHeading},
		"h3": {block: true, kind: article.BlockHeading}, "h4": {block: true, kind: article.BlockHeading},
		"h5": {block: true, kind: article.BlockHeading}, "h6": {block: true, kind: article.BlockHeading},

		// NITF
		"block": {block: true}, "bq": {block: true, kind: article.BlockBlockquote},
		"hl1": {block: true, kind: article.BlockHeading}, "hl2": {block: true, kind: article.BlockHeading},
		"media": {block: true}, "media-caption": {block: true, kind: article.BlockCaption},
		"byline": {block: true, kind: article.BlockByline}, "byttl": {block: true}, "dateline": {block: true}, "note": {block: true},
		"credit": {block: true}, "distributor": {block: true}, "media-producer": {drop: true}, "media-metadata": {drop: true},

		"head": {drop: true}, "script": {drop: true}, "style": {drop: true}, "template": {drop: true},
		"noscript": {drop: true}, "iframe": {drop: true}, "svg": {drop: true}, "math": {drop: true},
		"button": {drop: true}, "select": {drop: true}, "textarea": {drop: true}, "nav": {drop: true},
		"object": {drop: true}, "audio": {drop: true}, "video": {drop: true},
	}
})

// rawText are the elements whose content is no markup.
var rawText = map[string]bool{"script": true, "style": true, "textarea": true}

// readFragment adds the blocks of the source, whose text is marked up.
func readFragment(b *builder, src *source, set func(*fragment)) {
	b.use(src)
	f := fragment{flow: flow{b: b, text: src.text}, m: markup{text: src.text}}
	if set != nil {
		set(&f)
	}
	f.blocks()
}

func (f *fragment) blocks() {
	f.begin()
	for {
		t, more := f.m.next()
		if !more {
			break
		}
		switch t.kind {
		case tokenText:
			f.words(t.from, t.to)
		case tokenCDATA:
			f.copy(t.from+len(cdataOpen), t.to-len(cdataClose))
		case tokenOpen:
			f.open(t)
		case tokenClose:
			f.close(t.name)
		}
	}
	f.end()
	if f.over {
		f.b.a.Notes = append(f.b.a.Notes, article.Note{Code: article.NoteNestingLimit, Severity: article.Warning,
			Message: "nesting beyond the limit was flattened"})
	}
}

// kind is what a block that begins here is.
func (f *fragment) kind() article.BlockKind {
	kind := cmp.Or(f.base, article.BlockParagraph)
	for _, o := range f.stack {
		if o.kind != "" && kind != article.BlockBoilerplate {
			kind = o.kind
		}
	}
	return kind
}

func (f *fragment) begin() {
	f.b.begin(f.kind())
	f.sep = ""
	if f.linked {
		f.link.from = f.b.at()
	}
}

// end ends the open block, and the part of a link that stands in it.
func (f *fragment) end() {
	if f.linked {
		f.b.link(f.link.from, f.link.url)
	}
	f.b.end()
}

// cut ends the open block and begins the next, unless it has no words yet.
func (f *fragment) cut() {
	if f.table > 0 {
		f.space()
		return
	}
	f.end()
	f.begin()
}

func (f *fragment) open(t token) {
	r := roles()[t.name]
	switch {
	case r.drop || f.hidden(t):
		f.drop(t)
		return
	case t.name == "br":
		f.lineBreak(t)
		return
	case t.name == "hr":
		f.rule(t)
		return
	case t.name == "img":
		f.image(t)
		return
	case t.name == "a":
		f.closeLink()
		f.link, f.linked = pendingLink{from: f.b.at(), url: f.m.value(t, "href")}, true
		return
	case !r.block || t.empty:
		return
	}
	kind := r.kind
	if f.boilerplate(t) {
		kind = article.BlockBoilerplate
	}
	f.push(t, kind)
}

func (f *fragment) push(t token, kind article.BlockKind) {
	if f.table > 0 {
		switch t.name {
		case "tr":
			if f.b.open() {
				f.sep = "\n"
			}
		case "td", "th":
			if f.b.open() && f.sep == "" {
				f.sep = " | "
			}
		}
	}
	if len(f.stack) == maxOpen {
		f.over = true
		f.cut()
		return
	}
	if t.name == "pre" {
		f.pre++
	}
	if t.name == "table" && f.table == 0 && !f.layout && f.data() {
		kind = article.BlockTable
	}
	if f.table == 0 {
		f.end()
	}
	f.stack = append(f.stack, opened{t.name, kind})
	if f.table == 0 {
		f.begin()
	}
	if t.name == "table" && (f.table > 0 || kind == article.BlockTable) {
		f.table++
	}
}

func (f *fragment) close(name string) {
	if name == "a" {
		f.closeLink()
		return
	}
	if r := roles()[name]; !r.block || r.drop {
		return
	}
	i := len(f.stack) - 1
	for i >= 0 && f.stack[i].name != name {
		i--
	}
	if i < 0 {
		if name == "p" {
			f.cut()
		}
		return
	}
	if f.table == 0 {
		f.end()
	}
	for _, o := range f.stack[i:] {
		switch {
		case o.name == "pre":
			f.pre--
		case o.name == "table" && f.table > 0:
			if f.table--; f.table == 0 {
				f.end()
			}
		}
	}
	f.stack = f.stack[:i]
	if f.table == 0 {
		f.begin()
	}
}

func (f *fragment) closeLink() {
	if f.linked {
		f.b.link(f.link.from, f.link.url)
		f.linked = false
	}
}

// drop passes over an element and all that is in it. One that is not closed is
// dropped alone.
func (f *fragment) drop(t token) {
	if t.empty || f.missing[t.name] {
		return
	}
	here := f.m.at
	if rawText[t.name] {
		if i := indexFold(f.m.text[here:], "</"+t.name); i >= 0 {
			f.m.at = here + i
			return
		}
	} else if end := f.m.close(t.name); end < len(f.m.text) {
		return
	}
	f.m.at = here
	if f.missing == nil {
		f.missing = map[string]bool{}
	}
	f.missing[t.name] = true
}

// indexFold is strings.Index for an ASCII tag in any case.
func indexFold(s, tag string) int {
	for at := 0; ; {
		i := strings.Index(s[at:], tag[:2])
		if i < 0 || len(s)-at-i < len(tag) {
			return -1
		}
		if at += i; strings.EqualFold(s[at:at+len(tag)], tag) {
			return at
		}
		at++
	}
}

// hidden reports an element that is not shown. Only those of the table are asked
// for, as others have no end that could be trusted.
func (f *fragment) hidden(t token) bool {
	if _, known := roles()[t.name]; !known && t.name != "span" || f.m.text[t.attrs] == '>' {
		return false
	}
	if _, _, ok := f.m.attr(t, "hidden"); ok {
		return true
	}
	style := f.m.value(t, "style")
	if style == "" {
		return false
	}
	style = strings.ReplaceAll(strings.ToLower(style), " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "mso-hide:all")
}

// boilerplate reports an element whose class is one of those to be set aside.
func (f *fragment) boilerplate(t token) bool {
	if len(f.skip) == 0 {
		return false
	}
	classes := strings.Fields(f.m.value(t, "class") + " " + f.m.value(t, "id"))
	if t.name == "blockquote" && f.m.value(t, "type") == "cite" {
		classes = append(classes, citeClass)
	}
	for _, class := range classes {
		for _, s := range f.skip {
			if class == s {
				return true
			}
		}
	}
	return false
}

// data reports whether the table just opened is one of data: a second cell in a
// row, and no block inside a cell.
func (f *fragment) data() bool {
	m := f.m
	cells, most := 0, 0
	for {
		t, more := m.next()
		if !more {
			return false
		}
		switch {
		case t.name == "table":
			return t.kind == tokenClose && most > 1
		case t.kind != tokenOpen:
		case t.name == "tr":
			cells = 0
		case t.name == "td" || t.name == "th":
			cells++
			most = max(most, cells)
		case t.name == "div" || t.name == "ul" || t.name == "img" || t.name == "h1" || t.name == "h2" || t.name == "h3":
			return false
		}
	}
}

// lineBreak makes one a line end, and two a new paragraph.
func (f *fragment) lineBreak(t token) {
	if f.table > 0 {
		f.space()
		return
	}
	if !f.b.open() {
		return
	}
	if f.b.last() == '\n' && f.pre == 0 {
		f.cut()
		return
	}
	f.b.trim()
	f.b.put("\n", t.from, t.to)
}

func (f *fragment) rule(t token) {
	f.cut()
	f.b.drop()
	f.b.rule(t.from, t.to)
	f.begin()
}

// image makes the alternative text of an image that stands by itself a caption.
func (f *fragment) image(t token) {
	from, to, _ := f.m.attr(t, "alt")
	if f.b.open() || f.table > 0 || !worthCaption(html.UnescapeString(f.m.text[from:to])) {
		return
	}
	f.b.drop()
	linked := f.linked
	f.linked = false
	f.b.begin(article.BlockCaption)
	f.words(from, to)
	f.b.end()
	f.linked = linked
	f.begin()
}

// words copies text, entities resolved and white space folded.
func (f *fragment) words(from, to int) {
	for from < to {
		i := strings.IndexAny(f.m.text[from:to], "& \n\t\f")
		if i < 0 {
			f.copy(from, to)
			return
		}
		f.copy(from, from+i)
		from += i
		switch c := f.m.text[from]; {
		case c == '&':
			words, n := entity(f.m.text[from:min(to, from+maxEntity)])
			if n == 0 {
				f.copy(from, from+1)
				n = 1
			} else {
				f.put(words, from, from+n)
			}
			from += n
		case f.pre > 0:
			f.copy(from, from+1)
			from++
		default:
			n := 1
			for from+n < to && isSpace(f.m.text[from+n]) {
				n++
			}
			f.white(from, from+n)
			from += n
		}
	}
}

// white adds a space for white space, unless one stands before it.
func (f *fragment) white(from, to int) {
	if !f.b.open() || f.sep != "" {
		return
	}
	if c := f.b.last(); c == ' ' || c == '\n' {
		return
	}
	if to-from == 1 && f.m.text[from] == ' ' {
		f.b.copy(from, to)
		return
	}
	f.b.put(" ", from, to)
}

// shownText is the text of a fragment that a reader sees.
func shownText(text string) string {
	b := newBuilder(&source{})
	src := plain(text, 0)
	readFragment(b, &src, func(f *fragment) { f.layout = true })
	return string(b.text)
}
