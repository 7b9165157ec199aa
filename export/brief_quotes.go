package export

import (
	"strings"
	"unicode/utf8"

	"dossier/article"
	"dossier/formats/pdf"
)

// drawQuotes draws what was said in the speakers' own words, then what the
// article reports in other words.
func (b *brief) drawQuotes() {
	own, other := b.quoteBlocks(b.firstQuote())
	switch {
	case len(own) == 0:
		b.section("quotations", "", 12)
		b.sayNone("quotations.none")
	case b.rest != nil:
		b.section("quotations", b.l.get("quotations.note"), 3+own[0].least())
		b.y += 3
		b.drawQuoteBlocks(own[:1])
		b.drawRestOfMatrix()
		if own = own[1:]; len(own) > 0 {
			b.section("quotations.rest", b.l.get("quotations.note"), 3+own[0].least())
		}
	default:
		b.section("quotations", b.l.get("quotations.note"), 3+own[0].least())
	}
	if len(own) > 0 {
		b.y += 3
		b.drawQuoteBlocks(own)
	}
	b.drawReported(other)
}

// drawReported draws what the article reports in other words, and says how many
// reports are left to the data.
func (b *brief) drawReported(other []quoteBlock) {
	note := b.l.get("reported.note")
	if b.unread > 0 {
		note = b.leftWords() + " · " + note
	}
	switch {
	case len(other) > 0:
		b.subhead("reported", note, other[0].least())
		b.drawQuoteBlocks(other)
	case b.unread > 0:
		b.need(7)
		b.y += 6
		b.page.Text(b.left(), b.y, fontNote, capitalized(b.leftWords()))
		b.y += 1
	}
}

// leftWords says how many reports are left to the data.
func (b *brief) leftWords() string {
	return b.l.counted("reported.more", b.unread)
}

// phraseRules are the rules that read the object of a verb as what was said, not a
// sentence: "the arrests" of "condemned the arrests", "to cut the dues" of "promised
// to cut the dues". Where the verb can mean more than speech their confidence stays
// below plainReport.
var phraseRules = map[string]bool{"object-of-cue": true, "infinitive-of-cue": true}

const plainReport = 0.66

// forReading is a without the reports that are no sentences, unless an analyst
// accepted them, and how many those are. The position that rests on one says more
// and stays; the data keep all.
func forReading(a *article.Article) (*article.Article, int) {
	gone := map[string]bool{}
	for i := range a.Quotes {
		q := &a.Quotes[i]
		if q.Kind != article.QuoteIndirect || q.Confidence >= plainReport || !phraseRules[q.Rule] {
			continue
		}
		if v := a.VerdictOn(q.ID); v != "accepted" && v != "changed" {
			gone[q.ID] = true
		}
	}
	if len(gone) == 0 {
		return a, 0
	}
	return a.Without(gone), len(gone)
}

// quoteBlocks lays all quotations out, first before the others.
func (b *brief) quoteBlocks(first *article.Quote) (own, other []quoteBlock) {
	if first != nil {
		own = append(own, b.ownBlock(first))
	}
	for i := range b.v.Quotes {
		switch q := &b.v.Quotes[i]; {
		case q == first:
		case isReported(b.v, q):
			other = append(other, b.reportedBlock(q))
		default:
			own = append(own, b.ownBlock(q))
		}
	}
	return own, other
}

// firstQuote is the quotation for page 1: the first in the own words of someone
// with a name, else the first there is, else nil.
func (b *brief) firstQuote() *article.Quote {
	var first *article.Quote
	for i := range b.v.Quotes {
		q := &b.v.Quotes[i]
		if isReported(b.v, q) {
			continue
		}
		if first == nil {
			first = q
		}
		if x := b.v.refActor(q.Speaker); x != nil && x.Named && q.Kind == article.QuoteDirect {
			return q
		}
	}
	return first
}

// firstQuoteHeight is that of the section's head and its first quotation.
func (b *brief) firstQuoteHeight() float64 {
	if b.quoteHeight < 0 {
		b.quoteHeight = 0
		if q := b.firstQuote(); q != nil {
			b.quoteHeight = sectionGap + sectionHead + 3 + b.ownBlock(q).least()
		}
	}
	return b.quoteHeight
}

const (
	quoteIndent = 5.0
	quoteBar    = 0.9
	quoteGap    = 4.2
	reportedGap = 2.4
	byPitch     = 4.2
)

// quoteBlock is one quotation as it will stand, never parted from its
// attribution.
type quoteBlock struct {
	q     *article.Quote
	pitch float64
	gap   float64 // before the next block
	lines [][]pdf.Run
	by    [][]pdf.Run
	place string
	more  bool // the rest of a long one
	back  bool // its words run from right to left
}

// A quotation of more than wholeQuote lines may go on on the next page, in a
// block with its own attribution; at least leastQuote lines stand on either.
const (
	wholeQuote = 12
	leastQuote = 5
)

// isReported reports whether q is told in the article's words. A headline that
// holds a quoted word or two is.
func isReported(v *view, q *article.Quote) bool {
	if q.Kind == article.QuoteMixed {
		block := v.blocks[q.Block]
		return block != nil && block.Kind == article.BlockTitle && !betweenMarks(v.Article, q.Spans)
	}
	return q.Kind == article.QuoteIndirect
}

func (b *brief) ownBlock(q *article.Quote) quoteBlock {
	k := b.quoteBlock(q, fontQuote, fontAround)
	k.pitch, k.gap = 5.1, quoteGap
	return k
}

func (b *brief) reportedBlock(q *article.Quote) quoteBlock {
	k := b.quoteBlock(q, fontReported, fontReported)
	k.pitch, k.gap = 4.5, reportedGap
	return k
}

// quoteBlock lays q out: the speaker's words in one style, those around them in
// the other.
func (b *brief) quoteBlock(q *article.Quote, own, around pdf.Style) quoteBlock {
	way := b.doc.Direction(q.Text)
	own.Along, around.Along = way, way
	k := quoteBlock{q: q, place: b.quotePlace(q), back: way == pdf.RightToLeft}
	var runs []pdf.Run
	for _, p := range phrases(b.v.Article, q) {
		st := around
		if p.own {
			st = own
		}
		runs = append(runs, pdf.Run{Style: st, Text: p.words})
	}
	k.lines = b.doc.WrapRuns(runs, b.width()-quoteIndent-3)
	place := k.place
	if len(k.lines) > wholeQuote {
		place += "  " + b.l.get("continued")
	}
	room := b.width() - quoteIndent - b.doc.Measure(fontPlace, place) - 5
	k.by = b.doc.FitRuns(b.attribution(q), room, 2)
	return k
}

// height is that of the block with n of its lines.
func (k quoteBlock) height(n int) float64 {
	return 1 + k.pitch*float64(n) + 0.7 + byPitch*float64(max(len(k.by), 1)) + 1.2
}

// least is the height of as much of the block as must stand together.
func (k quoteBlock) least() float64 {
	if len(k.lines) > wholeQuote {
		return k.height(leastQuote)
	}
	return k.height(len(k.lines))
}

// quotePlace is the reference at the right: "Q2  ¶8  line 17–20".
func (b *brief) quotePlace(q *article.Quote) string {
	return strings.TrimSpace(strings.ToUpper(q.ID) + "  " + b.source.place(q))
}

// quoteMarks are the outer quotation marks of languages that do not use “ ”.
var quoteMarks = map[string][2]string{
	"de": {"„", "“"}, "cs": {"„", "“"}, "fr": {"« ", " »"}, "ru": {"«", "»"}, "uk": {"«", "»"},
	"es": {"«", "»"}, "it": {"«", "»"}, "pl": {"„", "”"}, "el": {"«", "»"}, "pt": {"“", "”"},
}

// anyMark is all quotation marks, and the apostrophes that serve as some.
const anyMark = "\"'“”„‟«»‹›‘’"

// betweenMarks reports whether a quotation mark stands right before and right
// after the spans.
func betweenMarks(a *article.Article, spans []article.Span) bool {
	if len(spans) == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(a.Text[:spans[0].Start])
	after, _ := utf8.DecodeRuneInString(a.Text[spans[len(spans)-1].End:])
	return strings.ContainsRune(anyMark, before) && strings.ContainsRune(anyMark, after)
}

// marksOfQuote are the quotation marks for q: those the text opens it with, or
// those of the language where the text has typewriter's marks.
func marksOfQuote(a *article.Article, q *article.Quote) [2]string {
	before, _ := utf8.DecodeLastRuneInString(a.Text[:startOf(q.Spans)])
	switch before {
	case '“':
		return [2]string{"“", "”"}
	case '„':
		return [2]string{"„", "“"}
	case '«':
		return [2]string{"«", "»"}
	}
	base, _, _ := strings.Cut(a.Language.Tag, "-")
	if marks, ok := quoteMarks[base]; ok {
		return marks
	}
	return [2]string{"“", "”"}
}

// byline is who said it, as a brief prints it.
type byline struct {
	name  string // "" where nobody is named: then state says why
	state string
	role  string
	how   []string // cue, date, carrier
}

func (b *brief) bylineOf(q *article.Quote) byline {
	by := byline{role: b.v.roleWords(b.v.refActor(q.Speaker))}
	name := b.v.refName(q.Speaker)
	switch {
	case name == "":
		by.state = b.l.get("speaker.none")
	case unnamed(q.Speaker):
		by.state = b.l.get("speaker.open", "words", name)
	default:
		by.name = capitalized(name)
	}
	if q.Cue != nil && q.Cue.Text != "" && name != "" {
		by.how = append(by.how, oneLine(q.Cue.Text))
	}
	if q.Said != nil {
		by.how = append(by.how, b.l.dateText("date.short", q.Said))
	}
	if via := b.v.refName(q.Via); via != "" {
		by.how = append(by.how, b.l.get("via", "name", via))
	}
	return by
}

// attribution is who said it: name, role, cue, date, carrier.
func (b *brief) attribution(q *article.Quote) []pdf.Run {
	var runs []pdf.Run
	muted := func(s string) { runs = append(runs, pdf.Run{Style: fontBy, Text: s}) }
	by := b.bylineOf(q)
	if by.name != "" {
		runs = append(runs, pdf.Run{Style: fontByName, Text: by.name})
	} else {
		muted(by.state)
	}
	if by.role != "" {
		muted(", " + by.role)
	}
	if len(by.how) > 0 {
		muted("  ·  " + strings.Join(by.how, ", "))
	}
	return runs
}

func (b *brief) drawQuoteBlocks(list []quoteBlock) {
	for i, k := range list {
		if i > 0 {
			b.y += k.gap
		}
		for len(k.lines) > wholeQuote && b.y+k.height(len(k.lines)) > b.bottom() {
			n := int((b.bottom() - b.y - k.height(0)) / k.pitch)
			if n = min(n, len(k.lines)-leastQuote); n < leastQuote {
				b.newPage()
				continue
			}
			part := k
			part.lines = k.lines[:n]
			b.drawQuoteBlock(part)
			k.lines, k.more = k.lines[n:], true
			k.place = b.l.get("continued") + "  " + b.quotePlace(k.q)
			b.newPage()
		}
		b.drawQuoteBlock(k)
	}
}

func (b *brief) drawQuoteBlock(k quoteBlock) {
	b.need(k.least())
	if !k.more {
		b.page.Anchor(b.quoteAnchor(k.q.ID), b.y-4)
		b.page.Bookmark(b.depth+1, b.quoteBookmark(k.q), b.y-4)
	}
	top := b.y
	b.y += 1 - (k.pitch-3.8)/2
	for _, l := range k.lines {
		b.y += k.pitch
		if k.back {
			b.page.RunsBack(b.right()-quoteIndent, b.y, l)
		} else {
			b.page.Runs(b.left()+quoteIndent, b.y, l)
		}
	}
	bar := b.left()
	if k.back {
		bar = b.right() - quoteBar
	}
	b.drawQuoteBy(k)
	b.page.Fill(bar, top, quoteBar, b.y-top, inkOf(b.signs[k.q.ID]))
}

// drawQuoteBy draws who said it and where it stands. Below words that run from
// right to left all of it stands at the right, where they begin.
func (b *brief) drawQuoteBy(k quoteBlock) {
	b.y += 0.7
	right := b.right()
	if k.back {
		right -= quoteIndent
	}
	for _, l := range k.by {
		b.y += byPitch
		if k.back {
			b.page.RunsRight(right-b.doc.Measure(fontPlace, k.place)-5, b.y, l)
		} else {
			b.page.Runs(b.left()+quoteIndent, b.y, l)
		}
	}
	if len(k.by) == 0 {
		b.y += byPitch
	}
	b.y += 0.7
	b.reference(right, b.y-0.7, fontPlace, k.place, b.quoteSourceAnchor(k.q.ID))
	b.y += 1
}

// quoteBookmark is a quotation's line in the outline.
func (b *brief) quoteBookmark(q *article.Quote) string {
	words := []rune(oneLine(q.Text))
	if len(words) > 48 {
		words = append(words[:47], '…')
	}
	head := strings.ToUpper(q.ID)
	if name := b.v.refName(q.Speaker); name != "" {
		head += " " + name
	}
	return head + ": " + string(words)
}
