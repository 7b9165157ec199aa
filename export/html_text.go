package export

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"dossier/article"
)

// The article's text on a page, with what was found in it marked. Marks overlap
// and cross, elements may not, and a link may not stand in a link. So the text is
// cut wherever a mark begins or ends, and each piece bears all marks over it:
//
//	quotation        ├───────────────┤
//	position                  ├──────────────┤
//	mention                ├──────┤
//	pieces           ├─────┼──┼───┼──┼───────┤
//
// No word is added: tags such as "Q1" are empty links that the style sheet
// fills, and what a browser takes for the text of a block is its text in the
// article.

// htmlMark is a stretch of the text that bears something.
type htmlMark struct {
	span  article.Span
	kind  markKind
	id    string // anchor of the item or of the actor
	first bool   // the first run of an item: its tag stands here
	tag   *htmlTag
	url   string // of a link
	named bool   // a mention by a name, not by a pronoun or a description
}

type markKind uint8

const (
	markQuote markKind = iota
	markReported
	markPosition
	markLink
	markMention
)

// htmlTag is the link from the words of an item to the item.
type htmlTag struct{ words, about, class string }

// most marks that a piece of the text bears; further ones have their tags only.
const htmlMarksMost = 6

// htmlText writes the blocks.
type htmlText struct {
	*htmlArticle
	out   strings.Builder
	marks []htmlMark // in the order of the text, outer first
	near  []htmlMark // those that reach into the block being written
	seen  map[string]bool
	list  bool // a list is open
}

// text is the article's text, marked.
func (h *htmlArticle) text() template.HTML {
	t := &htmlText{htmlArticle: h, marks: h.marks()}
	for i := range h.v.Blocks {
		t.block(i, &h.v.Blocks[i])
	}
	t.closeList()
	return template.HTML(t.out.String())
}

// marks lists quotations, positions, links and the names of actors.
func (h *htmlArticle) marks() []htmlMark {
	var list []htmlMark
	add := func(spans []article.Span, m htmlMark) {
		for i, s := range spans {
			m.span, m.first = s, i == 0
			list = append(list, m)
		}
	}
	for i := range h.v.Quotes {
		q := &h.v.Quotes[i]
		kind := markQuote
		if q.Kind == article.QuoteIndirect {
			kind = markReported
		}
		id := h.anchors[q.ID]
		add(q.Spans, htmlMark{kind: kind, id: id, tag: &htmlTag{label(id), capitalized(h.v.refName(q.Speaker)), "tq"}})
	}
	for i := range h.v.Positions {
		p := &h.v.Positions[i]
		id, s := h.anchors[p.ID], signOf(p)
		add(p.Statement.Spans, htmlMark{kind: markPosition, id: id, tag: &htmlTag{string(s) + "\u202f" + label(id), h.leadOf(p), "tp " + signClass(s)}})
	}
	for i := range h.v.Links {
		if k := &h.v.Links[i]; clickable(string(k.URL)) != "" {
			list = append(list, htmlMark{span: k.Span, kind: markLink, url: clickable(string(k.URL))})
		}
	}
	for _, x := range actorsOf(h.v.Article) {
		for _, m := range x.Mentions {
			named := m.Type == article.MentionName || m.Type == article.MentionAcronym || m.Type == article.MentionMetonym
			list = append(list, htmlMark{span: m.Span, kind: markMention, id: h.anchors[x.ID], named: named})
		}
	}
	list = slices.DeleteFunc(list, func(m htmlMark) bool { return m.span.Len() <= 0 })
	slices.SortStableFunc(list, func(m, n htmlMark) int {
		if m.span.Start != n.span.Start {
			return m.span.Start - n.span.Start
		}
		return n.span.End - m.span.End
	})
	return list
}

// block writes one block. A heading is a heading to those who hear the page, the
// items of a list are one list.
func (t *htmlText) block(n int, b *article.Block) {
	element, class := "p", ""
	switch b.Kind {
	case article.BlockRule:
		t.closeList()
		t.out.WriteString("<hr>\n")
		return
	case article.BlockHeading:
		element = "h3"
	case article.BlockListItem:
		element = "li"
	case article.BlockTable, article.BlockPreformatted:
		class = " pre"
	default:
		class = " b-" + string(b.Kind)
	}
	if element != "li" {
		t.closeList()
	} else if !t.list {
		t.list = true
		t.out.WriteString("<ul>\n")
	}
	t.out.WriteString("<" + element + ` dir="auto" id="` + t.P + "b" + strconv.Itoa(n+1) + `" class="b` + class + `"`)
	if b.Ordinal != nil {
		t.out.WriteString(` data-n="¶` + strconv.Itoa(*b.Ordinal) + `"`)
	}
	t.out.WriteString(">")
	t.words(n, b.Span)
	t.out.WriteString("</" + element + ">\n")
}

func (t *htmlText) closeList() {
	if t.list {
		t.out.WriteString("</ul>\n")
		t.list = false
	}
}

// words writes the text of a block, cut at the borders of the marks over it.
func (t *htmlText) words(n int, s article.Span) {
	t.near = slices.DeleteFunc(t.near, func(m htmlMark) bool { return m.span.End <= s.Start })
	cuts := []int{s.Start, s.End}
	for _, m := range t.near {
		cuts = append(cuts, min(m.span.End, s.End))
	}
	coming := 0
	for ; coming < len(t.marks) && t.marks[coming].span.Start < s.End; coming++ {
		if m := t.marks[coming]; m.span.End > s.Start {
			cuts = append(cuts, max(m.span.Start, s.Start), min(m.span.End, s.End))
		}
	}
	fresh := t.marks[:coming]
	t.marks = t.marks[coming:]
	t.seen = map[string]bool{}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	for i, from := range cuts[:len(cuts)-1] {
		t.near = slices.DeleteFunc(t.near, func(m htmlMark) bool { return m.span.End <= from })
		for len(fresh) > 0 && fresh[0].span.Start <= from {
			if m := fresh[0]; m.span.End > from {
				t.near = append(t.near, m)
				t.openTag(m)
			}
			fresh = fresh[1:]
		}
		t.piece(n, article.Span{Start: from, End: cuts[i+1]})
	}
}

// openTag writes the link to an item, before its first word.
func (t *htmlText) openTag(m htmlMark) {
	if m.tag == nil || !m.first {
		return
	}
	t.written["t-"+m.id] = true
	t.out.WriteString(`<a class="tag ` + m.tag.class + `" id="` + t.P + "t-" + m.id + `" href="#` + t.P + m.id +
		`" data-tag="` + escaped(m.tag.words) + `" aria-label="` + escaped(strings.TrimSpace(m.tag.words+" "+m.tag.about)) + `"></a>`)
}

// piece writes a stretch over which the same marks lie.
func (t *htmlText) piece(n int, s article.Span) {
	words := escaped(s.In(t.v.Text))
	if len(t.near) == 0 {
		t.out.WriteString(words)
		return
	}
	var classes, items, actors []string
	link, mention := "", htmlMark{}
	marks := t.near[max(0, len(t.near)-htmlMarksMost):]
	for _, m := range marks {
		switch m.kind {
		case markLink:
			link = m.url
			continue
		case markMention:
			if actors = append(actors, m.id); m.named || !mention.named {
				mention = m
			}
			classes = append(classes, "m")
			continue
		case markPosition:
			classes = append(classes, "p", strings.TrimPrefix(m.tag.class, "tp "))
		case markReported:
			classes = append(classes, "r")
		default:
			classes = append(classes, "q")
		}
		items = append(items, m.id)
	}
	element := "span"
	switch {
	case mention.named:
		element = "a"
		t.out.WriteString("<a" + t.mentionLink(n, mention))
	case link != "":
		element = "a"
		classes = append(classes, "out")
		t.out.WriteString("<a" + outward(link) + t.mentionID(n, mention))
	default:
		t.out.WriteString("<span" + t.mentionID(n, mention))
	}
	if mention.named {
		classes = append(classes, "n")
	}
	t.attribute("class", classes)
	t.attribute("data-a", actors)
	t.attribute("data-i", items)
	t.out.WriteString(">" + words + "</" + element + ">")
	t.outOfMention(link, mention, s)
}

// mentionLink leads to the actor. Of an actor only the first mention in a block
// is a stop of the tabulator key: a text of stops is no text.
func (t *htmlText) mentionLink(n int, m htmlMark) string {
	stop := ""
	if t.seen[m.id] {
		stop = ` tabindex="-1"`
	}
	t.seen[m.id] = true
	return t.mentionID(n, m) + stop + ` href="#` + t.P + m.id + `"`
}

// mentionID is the anchor of an actor's first mention in a block.
func (t *htmlText) mentionID(n int, m htmlMark) string {
	anchor := mentionAnchor(m.id, n)
	if m.id == "" || t.written[anchor] {
		return ""
	}
	t.written[anchor] = true
	return ` id="` + t.P + anchor + `"`
}

// mentionAnchor is the first mention of an actor in block n, from 0.
func mentionAnchor(actor string, n int) string { return "m-" + actor + "-" + strconv.Itoa(n+1) }

// outOfMention keeps a link of the article whose words name an actor: they lead
// to the actor, and a mark behind the link leads out.
func (t *htmlText) outOfMention(link string, mention htmlMark, s article.Span) {
	if link == "" || !mention.named {
		return
	}
	for _, m := range t.near {
		if m.kind == markLink && m.url == link && m.span.End == s.End {
			t.out.WriteString(`<a class="out tag"` + outward(link) + ` data-tag="↗" aria-label="` + escaped(link) + `"></a>`)
			return
		}
	}
}

// outward are the attributes of a link that leaves the page.
func outward(link string) string {
	return ` href="` + escaped(link) + `" rel="noopener noreferrer"`
}

func (t *htmlText) attribute(name string, values []string) {
	if len(values) > 0 {
		slices.Sort(values)
		t.out.WriteString(" " + name + `="` + strings.Join(slices.Compact(values), " ") + `"`)
	}
}

// escaper leaves nothing in a string that is markup, in text and in attributes,
// and nothing that a browser reads as something else: a carriage return as the end
// of a line, a zero byte as nothing.
var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "\r", "&#13;", "\x00", "\ufffd")

func escaped(s string) string { return escaper.Replace(strings.ToValidUTF8(s, "\ufffd")) }
