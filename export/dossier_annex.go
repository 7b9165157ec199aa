package export

import (
	"strconv"
	"strings"
)

// drawTimeline draws what all articles date.
func (d *dossier) drawTimeline() {
	var list []event
	for _, p := range d.parts {
		for _, e := range p.placed(p.events()) {
			e.day = d.l.dateText("date.short", e.date)
			if e.anchor == "" {
				e.anchor = partAnchor(p.n)
			}
			e.ref = strings.TrimSpace(p.tag() + " " + e.ref)
			list = append(list, e)
		}
	}
	if len(list) == 0 {
		return
	}
	sortEvents(list)
	d.drawEvents(list)
}

// drawAnnex draws each article: what was said, and the numbered text.
func (d *dossier) drawAnnex() {
	for i, p := range d.parts {
		if i == 0 || d.y+annexLeast > d.bottom() {
			d.newPage()
		} else {
			d.y += 12
		}
		p.first = len(d.doc.Pages()) - 1
		if i == 0 {
			d.page.Bookmark(0, d.l.get("dossier.annex"), 0)
		}
		d.depth = 1
		p.drawAnnex()
		d.depth = 0
	}
}

// annexLeast is what must be left of a page for another article to start on it.
const annexLeast = 110.0

func (b *part) drawAnnex() {
	if b.atTop() {
		b.y -= 0.9
	}
	b.page.Rule(b.left(), b.y, b.right(), b.y, 0.5, inkNavy)
	b.page.Anchor(partAnchor(b.n), b.y-4)
	b.page.Bookmark(1, b.tag()+" "+b.title, b.y-4)
	b.y += sectionHead
	b.page.Text(b.left(), b.y, fontSection, b.tag())
	b.page.Link(b.left()-1, b.y-4, 10, 5.5, "source:"+strconv.Itoa(b.n))
	style := b.along(fontAnnex, b.title)
	for i, l := range b.doc.Lines(style, b.title, b.width()-12, 6) {
		if i > 0 {
			b.y += 5.2
		}
		b.page.Line(b.left()+12, b.width()-12, b.y, style, l)
	}
	b.y += 4.6
	b.page.Text(b.left()+12, b.y, fontNote, b.doc.Fit(fontNote, b.annexFacts(), b.width()-12))
	own, other := b.quoteBlocks(nil)
	if len(own) > 0 {
		b.subhead("quotations", b.l.get("quotations.note"), own[0].least())
		b.drawQuoteBlocks(own)
	}
	b.drawReported(other)
	if len(b.source.lines) > 0 {
		b.subhead("source.text", b.l.get("appendix.note"), 3*sourcePitch)
		b.y -= 1.4
		b.drawSourceLines()
	}
}

// annexFacts are source, date, language and length in one line.
func (b *part) annexFacts() string {
	parts := []string{b.sourceName()}
	if d := b.v.Published; d != nil {
		parts = append(parts, b.publishedText())
	}
	if tag := b.v.Language.Tag; tag != "" {
		parts = append(parts, b.l.tongue(tag))
	}
	words, paragraphs := length(b.v.Article)
	return strings.Join(append(parts, b.l.get("length.value", "words", strconv.Itoa(words), "paragraphs", strconv.Itoa(paragraphs)),
		b.l.get("foot.id", "id", oneLine(b.v.ID))), "  ·  ")
}
