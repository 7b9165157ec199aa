package export

import (
	"cmp"
	"slices"
	"strings"

	"dossier/article"
	"dossier/formats/pdf"
)

// event is something with a date: the publication, or a dated statement.
type event struct {
	date        *article.Date
	day, detail string // as printed: the date, and below it the time or the text's words
	name, words string
	quote       *article.Quote // what it tells of; nil, as the position may be
	position    *article.Position
	ref, anchor string
}

// events lists what the article dates, in time and then in the text's order.
func (b *brief) events() []event {
	var list []event
	add := func(d *article.Date, e event) {
		if d != nil && d.Value != "" {
			e.date, e.day, e.detail = d, b.eventDate(d), b.eventDetail(d)
			list = append(list, e)
		}
	}
	a := b.v.Article
	shown := map[string]bool{}
	for i := range a.Quotes {
		q := &a.Quotes[i]
		shown[q.ID] = q.Said != nil
		add(q.Said, event{name: b.v.refName(q.Speaker), words: quoted(a, q), quote: q})
	}
	for i := range a.Positions {
		p := &a.Positions[i]
		if slices.ContainsFunc(p.Quotes, func(id string) bool { return shown[id] }) {
			continue
		}
		add(p.Said, event{name: b.v.refName(p.Holder), words: oneLine(p.Statement.Text), position: p})
	}
	add(a.Published, event{name: b.l.get("timeline.published"), words: b.title})
	add(a.Updated, event{name: b.l.get("timeline.updated"), words: b.title})
	sortEvents(list)
	return list
}

// placed are the events with the places of the appendix that bear them out.
func (b *brief) placed(list []event) []event {
	for i := range list {
		e := &list[i]
		switch {
		case e.quote != nil && b.source.first(e.quote.ID) > 0:
			e.ref, e.anchor = strings.ToUpper(e.quote.ID), b.quoteAnchor(e.quote.ID)
		case e.position != nil:
			e.ref, e.anchor = b.positionRef(e.position)
		}
	}
	return list
}

func sortEvents(list []event) {
	slices.SortStableFunc(list, func(x, y event) int { return cmp.Compare(x.date.Value, y.date.Value) })
}

// The timeline's columns: dates end at the first, markers stand on the second.
const (
	eventDates  = 36.0
	eventLine   = 41.0
	eventWords  = 46.0
	eventRefs   = 14.0
	eventPitch  = 4.6
	eventGap    = 4.8
	eventsLeast = 2 // a timeline of one date says nothing that the facts do not
)

func (b *brief) drawTimeline() {
	if list := b.events(); len(list) >= eventsLeast {
		b.drawEvents(b.placed(list))
	}
}

// drawEvents draws the section.
func (b *layout) drawEvents(list []event) {
	layout := make([][][]pdf.Run, len(list))
	for i, e := range list {
		lead := fontEventDate
		lead.Color = inkBody
		var runs []pdf.Run
		if e.name != "" {
			runs = append(runs, pdf.Run{Style: lead, Text: capitalized(e.name) + ": "})
		}
		runs = append(runs, pdf.Run{Style: fontEvent, Text: e.words})
		layout[i] = b.doc.FitRuns(runs, b.width()-eventWords-eventRefs, 2)
	}
	b.section("timeline", b.l.get("timeline.note"), 4+b.eventHeight(layout[0]))
	b.y += 3.2
	for i, e := range list {
		h := b.eventHeight(layout[i])
		top := b.need(h) || i == 0
		same := i > 0 && !top && list[i-1].day == e.day && list[i-1].detail == e.detail
		goesOn := i+1 < len(list) && b.y+h+b.eventHeight(layout[i+1]) <= b.bottom()
		b.drawEvent(e, layout[i], same, goesOn)
		b.y += h
	}
	b.y -= eventGap / 2
}

func (b *layout) eventHeight(lines [][]pdf.Run) float64 {
	return eventPitch*float64(max(len(lines), 1)) + eventGap
}

// drawEvent draws one event; the date only where it differs from the one above.
func (b *layout) drawEvent(e event, lines [][]pdf.Run, sameDate, goesOn bool) {
	y := b.y + 4
	x := b.left() + eventLine
	if goesOn {
		b.page.Rule(x, y-1.1, x, y-1.1+b.eventHeight(lines), 0.25, pdf.Hex(colorHairline))
	}
	b.page.Ring(x, y-1.1, 1.2, 0.6, inkNavy)
	if !sameDate {
		b.page.TextRight(b.left()+eventDates, y, fontEventDate, e.day)
		if e.detail != "" {
			b.page.TextRight(b.left()+eventDates, y+3.6, fontLabel, b.doc.Fit(fontLabel, e.detail, eventDates))
		}
	}
	for i, l := range lines {
		b.page.Runs(b.left()+eventWords, y+eventPitch*float64(i), l)
	}
	if e.ref != "" {
		b.reference(b.right(), y, fontRef, e.ref, e.anchor)
	}
}

// eventDate names the day; the year too where it is not that of publication.
func (b *brief) eventDate(d *article.Date) string {
	t, ok := dateOf(d)
	if p, known := dateOf(b.v.Published); ok && known && p.Year() == t.Year() {
		return b.l.fillDate("date.line", t)
	}
	return b.l.dateText("date.short", d)
}

// eventDetail is the time of day, and the words that gave a date of the text.
func (b *brief) eventDetail(d *article.Date) string {
	var parts []string
	if c := clock(d); c != "" {
		parts = append(parts, c)
	}
	if d.Text != "" && d != b.v.Published && d != b.v.Updated {
		parts = append(parts, oneLine(d.Text))
	}
	return strings.Join(parts, ", ")
}
