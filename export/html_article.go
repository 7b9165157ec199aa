package export

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"dossier/article"
)

// htmlArticle is what the templates say of one article. Of the brief it takes what
// to say; where it stands is the page's.
type htmlArticle struct {
	*brief
	P    string // before every id: several articles may stand on one page
	Lang string // of the article's words; "" where it is not known

	Title, Deck string
	Facts       []fact
	Warnings    []string
	Points      []htmlPoint
	Legend      []htmlSign
	Grids       []htmlGrid
	Own         []htmlQuote // in the speakers' own words
	Reported    []htmlQuote
	Positions   []htmlPosition
	Actors      []htmlActor
	Timeline    []htmlEvent
	Notes       []htmlNote
	Text        template.HTML

	anchors map[string]string              // of items and actors, by id
	written map[string]bool                // anchors of the text
	quotes  map[string]*article.Quote      // by id
	bears   map[string][]*article.Position // by the id of a quotation
	about   map[string]*htmlAbout          // by the id of an actor
	shown   map[string]htmlSign            // of positions, by anchor
}

// htmlPlace is where words stand, as a link to them.
type htmlPlace struct{ Words, To string }

// htmlName is whom words name; To is empty where they stay unresolved.
type htmlName struct{ Words, To string }

// htmlSign is a sign with its words, never shown by colour alone.
type htmlSign struct{ Sign, Class, Words string }

type htmlPoint struct {
	Lead, Sentence string
	To             htmlPlace
}

type htmlEvent struct {
	Date, Day, Detail, Name, Words string
	To                             htmlPlace
}

type htmlNote struct {
	Warning bool
	Words   string
	To      htmlPlace
}

func newHTMLArticle(l labelSet, a *article.Article, prefix, title string) *htmlArticle {
	a = a.Upheld()
	h := &htmlArticle{
		brief: &brief{layout: &layout{l: l}, v: newView(a), m: newMatrix(a), signs: quoteSigns(a)},
		P:     prefix, Lang: languageAttribute(a.Language.Tag), written: map[string]bool{}, shown: map[string]htmlSign{},
	}
	if h.Title = title; title == "" {
		h.Title = articleTitle(l, a)
	}
	h.title, h.Deck = h.Title, oneLine(string(a.Deck))
	h.nameAnchors()
	h.relate()
	h.Text = h.text() // first: what it anchors can be led to
	h.head()
	h.items()
	for _, x := range h.sortedActors() {
		h.Actors = append(h.Actors, h.actor(x))
	}
	return h
}

// T are the words of a label.
func (h *htmlArticle) T(key string) string { return h.l.get(key) }

// Large reports whether there is so much on the page that a browser had better lay
// out only what is in sight, at the price of a scroll bar that guesses.
func (h *htmlArticle) Large() bool {
	return len(h.v.Blocks)+len(h.v.Quotes)+len(h.v.Positions)+len(h.Actors) > 2000
}

// Count is the number of what comes i-th, from 0.
func (h *htmlArticle) Count(i int) int { return i + 1 }

// languageAttribute is tag where it may stand as the language of an element.
func languageAttribute(tag string) string {
	if tag == "und" || len(tag) > 35 || strings.ContainsFunc(tag, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-'
	}) {
		return ""
	}
	return tag
}

// nameAnchors gives each item and actor an anchor: its id where that can be one,
// as it is for all that this program makes.
func (h *htmlArticle) nameAnchors() {
	h.anchors = map[string]string{}
	taken := map[string]bool{}
	name := func(kind, id string, n int) {
		anchor := id
		digits := strings.TrimPrefix(id, kind)
		if digits == id || digits == "" || len(digits) > 9 || strings.Trim(digits, "0123456789") != "" || taken[id] {
			anchor = kind + "x" + strconv.Itoa(n+1)
		}
		taken[anchor] = true
		h.anchors[id] = anchor
	}
	for i := range h.v.Quotes {
		name("q", h.v.Quotes[i].ID, i)
	}
	for i := range h.v.Positions {
		name("p", h.v.Positions[i].ID, i)
	}
	for i := range h.v.Actors {
		name("a", h.v.Actors[i].ID, i)
	}
}

// head fills in what stands before the text.
func (h *htmlArticle) head() {
	a := h.v.Article
	h.Facts = h.facts(sourceWords(a))
	h.Facts[0].url = clickable(string(a.Source.URL))
	h.Facts = slices.Insert(h.Facts, 1, fact{label: "authors", value: strings.Join(h.v.authors(), "; ")})
	if d := a.Updated; d != nil {
		h.Facts = slices.Insert(h.Facts, 3, fact{label: "timeline.updated", value: h.dateAndTime(d)})
	}
	h.Facts = slices.DeleteFunc(h.Facts, func(f fact) bool { return f.value == "" })
	for _, n := range a.Notes {
		words := capitalized(oneLine(n.Message))
		if words == "" {
			words = string(n.Code)
		}
		note := htmlNote{Warning: n.Severity == article.Warning, Words: words}
		if n.Span != nil {
			note.To = h.placeOf([]article.Span{*n.Span}, "")
		}
		h.Notes = append(h.Notes, note)
		if note.Warning && n.Code != article.NoteGlyphMissing {
			h.Warnings = append(h.Warnings, words)
		}
	}
	for _, p := range h.chosen(maxPoints) {
		h.Points = append(h.Points, htmlPoint{h.leadOf(p), h.sentenceOf(p), h.placeOf(p.Statement.Spans, p.ID)})
	}
	for _, e := range h.events() {
		h.Timeline = append(h.Timeline, h.event(e))
	}
	if len(h.Timeline) < eventsLeast {
		h.Timeline = nil
	}
	h.grids()
}

// sourceWords are the publisher with the host of the address, or what there is of
// them, else the file's name.
func sourceWords(a *article.Article) string {
	name, h := oneLine(string(a.Source.Publisher)), host(string(a.Source.URL))
	if name != "" && h != "" && !strings.EqualFold(name, h) {
		return name + " (" + h + ")"
	}
	return cmp.Or(name, h, oneLine(a.Source.Name))
}

// Label and the others are a fact as the templates read it.
func (f fact) Label() string { return f.label }
func (f fact) Value() string { return f.value }
func (f fact) URL() string   { return f.url }

// Dates are the other readings of the date of publication.
func (h *htmlArticle) Dates() []string {
	var list []string
	if d := h.v.Published; d != nil {
		for _, value := range d.Alternatives {
			other := *d
			other.Value = value
			list = append(list, h.dateAndTime(&other))
		}
	}
	return list
}

func (h *htmlArticle) dateAndTime(d *article.Date) string {
	s := h.l.dateText("date.long", d)
	if c := clock(d); c != "" {
		s += ", " + c
	}
	return s
}

// Over is the line above the title: date, language, outlet.
func (h *htmlArticle) Over() string { return h.dateLine() }

func (h *htmlArticle) event(e event) htmlEvent {
	out := htmlEvent{Date: e.date.Value, Day: e.day, Detail: e.detail, Name: capitalized(e.name), Words: e.words}
	switch {
	case e.quote != nil:
		out.To = h.placeOf(e.quote.Spans, e.quote.ID)
	case e.position != nil:
		out.To = h.placeOf(e.position.Statement.Spans, e.position.ID)
	}
	return out
}

// placeOf names the place of words, "Q2 ¶8", and leads to the tag of the item, or
// to the block where there is none.
func (h *htmlArticle) placeOf(spans []article.Span, id string) htmlPlace {
	var to htmlPlace
	if len(spans) == 0 {
		return to
	}
	var parts []string
	anchor := h.anchors[id]
	if anchor != "" {
		parts = append(parts, label(anchor))
	}
	if tag := "t-" + anchor; h.written[tag] {
		to.To = h.P + tag
	} else if n := h.blockNumber(spans[0].Start); n > 0 {
		to.To = h.P + "b" + strconv.Itoa(n)
	}
	if n := h.v.paragraph(spans); n > 0 {
		parts = append(parts, "¶"+strconv.Itoa(n))
	}
	if first, last := h.v.lines(spans); first > 0 {
		parts = append(parts, h.l.get("line", "lines", fromTo(first, last)))
	}
	to.Words = strings.Join(parts, " · ")
	return to
}

// blockNumber is the number, from 1, of the block in which a byte stands; 0: none.
func (h *htmlArticle) blockNumber(at int) int {
	b := h.v.blockAt(at)
	if b == nil {
		return 0
	}
	i, _ := slices.BinarySearchFunc(h.v.Blocks, b.Span.Start, func(x article.Block, at int) int { return x.Span.Start - at })
	for i < len(h.v.Blocks) && &h.v.Blocks[i] != b { // an empty block before it begins at the same place
		i++
	}
	return i + 1
}

// htmlGrid is a block of columns of the matrix.
type htmlGrid struct {
	Columns []htmlName
	Rows    []htmlRow
}

type htmlRow struct {
	Holder htmlName
	Of     string
	Cells  []htmlCell
}

// htmlCell is empty where its sign is.
type htmlCell struct {
	htmlSign
	To string // anchor of its weightiest position
}

// grids are the matrix, in blocks as the brief has them, and its legend. Positions
// on a matter of their own are left to the list of positions.
func (h *htmlArticle) grids() {
	blocks, _ := h.m.blocks(matrixColumns)
	for _, columns := range blocks {
		var g htmlGrid
		for _, c := range columns {
			g.Columns = append(g.Columns, h.nameOf(h.m.Columns[c].Actor, h.m.Columns[c].Title))
		}
		for _, r := range h.m.rowsIn(columns) {
			row := htmlRow{Holder: h.nameOf(r.Actor, r.Name)}
			if r.Actor != nil {
				row.Of = h.affiliationOf(r.Actor)
			}
			for _, c := range columns {
				row.Cells = append(row.Cells, h.cell(r.Cells[c]))
			}
			g.Rows = append(g.Rows, row)
		}
		h.Grids = append(h.Grids, g)
	}
	if len(h.v.Positions) == 0 {
		return
	}
	signs := []sign{signSupports, signOpposes, signConditional, signNeutral}
	if h.hasMixed() {
		signs = append(signs, signMixed)
	}
	for _, s := range signs {
		h.Legend = append(h.Legend, h.sign(s, h.signWord(s)))
	}
}

func (h *htmlArticle) cell(c matrixCell) htmlCell {
	if c.Sign == signNone {
		return htmlCell{}
	}
	return htmlCell{h.sign(c.Sign, capitalized(h.cellWords(c))), h.P + h.anchors[c.Positions[0].ID]}
}

func (h *htmlArticle) sign(s sign, words string) htmlSign {
	return htmlSign{string(s), signClass(s), words}
}

// nameOf is an actor's name as a link to it, or words; places have no entry.
func (h *htmlArticle) nameOf(x *article.Actor, words string) htmlName {
	n := htmlName{Words: capitalized(oneLine(words))}
	if x != nil && x.Kind != article.KindPlace {
		n.To = h.anchors[x.ID]
	}
	return n
}
