package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/article"
	"dossier/formats/pdf"
)

// point is one of the few things to remember: who stands where, then the
// article's own sentence for it.
type point struct {
	lead, sentence string
	ref, anchor    string
}

// How many points there are: as many as leave room on page 1 for the matrix and
// the first quotation, within these bounds.
const (
	minPoints = 3
	maxPoints = 5
)

// points are at most n of the weightiest positions; see chosen.
func (b *brief) points(n int) []point {
	var points []point
	for _, p := range b.chosen(n) {
		points = append(points, b.point(p))
	}
	return points
}

// chosen picks at most n of the weightiest positions, at most two of one holder
// and one of one sentence, and puts them in the order of the text.
func (b *brief) chosen(n int) []*article.Position {
	a := b.v.Article
	var list []*article.Position
	for i := range a.Positions {
		p := &a.Positions[i]
		if p.Review == nil || p.Review.Status != "rejected" {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(p, q *article.Position) int { return cmp.Compare(b.pointWeight(q), b.pointWeight(p)) })
	var chosen []*article.Position
	holders, sentences := map[string]int{}, map[string]bool{}
	for _, p := range list {
		holder, sentence := b.v.refName(p.Holder), b.sentenceOf(p)
		if holder == "" || unnamed(p.Holder) || sentence == "" || holders[holder] == 2 || sentences[sentence] || len(chosen) == n {
			continue
		}
		holders[holder]++
		sentences[sentence] = true
		chosen = append(chosen, p)
	}
	slices.SortStableFunc(chosen, func(p, q *article.Position) int {
		return cmp.Compare(startOf(p.Statement.Spans), startOf(q.Statement.Spans))
	})
	return chosen
}

// pointWeight is weight for a reader who has page 1 only: who has a name counts
// for more there.
func (b *brief) pointWeight(p *article.Position) float64 {
	w := weight(b.v.Article, p)
	if x := b.v.refActor(p.Holder); x != nil && x.Named {
		w += 0.6
	}
	if x := b.v.actors[p.Target.Actor]; x != nil && x.Named {
		w += 0.2
	}
	return w
}

func startOf(spans []article.Span) int {
	if len(spans) == 0 {
		return 0
	}
	return spans[0].Start
}

func (b *brief) point(p *article.Position) point {
	out := point{lead: b.leadOf(p), sentence: b.sentenceOf(p)}
	out.ref, out.anchor = b.positionRef(p)
	return out
}

// positionRef is the short name of the place that bears p out, and its anchor:
// its first quotation, else its line of the source text.
func (b *brief) positionRef(p *article.Position) (ref, anchor string) {
	for _, q := range p.Quotes {
		if b.source.first(q) > 0 {
			return strings.ToUpper(q), b.quoteAnchor(q)
		}
	}
	line := b.source.lineAt(startOf(p.Statement.Spans))
	if line == 0 {
		return "", ""
	}
	if n := b.v.paragraph(p.Statement.Spans); n > 0 {
		return "¶" + strconv.Itoa(n), b.lineAnchor(line)
	}
	return b.l.get("line", "lines", strconv.Itoa(line)), b.lineAnchor(line)
}

// leadOf says in the brief's own few words who stands how towards what.
func (b *brief) leadOf(p *article.Position) string {
	name := b.v.refName(p.Holder)
	holder := capitalized(name)
	target := strings.TrimRight(b.v.targetName(p), ".")
	if target == "" || utf8.RuneCountInString(target) > 60 || signOf(p) == signMixed || p.Condition != nil || p.Negated {
		return holder + ":" // the sentence says it better
	}
	if b.l == 0 {
		return holder + " " + b.stanceVerb(p) + " " + target + "."
	}
	return holder + " " + b.stanceVerb(p) + ": " + target + "." // no language's cases can go wrong
}

// stanceVerb is the verb of p's stance for its holder: "calls on", of several and
// for a matter "call for".
func (b *brief) stanceVerb(p *article.Position) string {
	verb := "stance." + string(p.Stance)
	if issue := verb + ".issue"; p.Target.Actor == "" && labelTable()[issue] != nil {
		verb = issue
	}
	if isSeveral(b.v.refActor(p.Holder), b.v.refName(p.Holder)) {
		verb += ".n"
	}
	return b.l.get(verb)
}

// isSeveral reports whether an actor's name takes a verb in the plural.
func isSeveral(x *article.Actor, name string) bool {
	collective := x == nil || x.Collective
	words := strings.Fields(name)
	if !collective || len(words) == 0 {
		return false
	}
	head := words[len(words)-1]
	if i := slices.Index(words, "of"); i > 0 {
		head = words[i-1]
	}
	several := strings.ToLower(head) == head ||
		x != nil && (!x.Named || x.Kind == article.KindGroup || x.Kind == article.KindParty) // "Rebels", "Democrats"
	return several && strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss") || strings.EqualFold(head, "people")
}

func capitalized(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// maxSentence bounds a point's sentence, in bytes of the text around it.
const maxSentence = 300

// sentenceOf is the sentence of the text in which p's statement stands, or the
// statement alone where the sentence is too long.
func (b *brief) sentenceOf(p *article.Position) string {
	if len(p.Statement.Spans) == 0 {
		return oneLine(p.Statement.Text)
	}
	s := p.Statement.Spans[0]
	block := b.v.blockAt(s.Start)
	if block == nil || s.End > block.Span.End {
		return oneLine(p.Statement.Text)
	}
	text := b.v.Text
	start := sentenceStart(text[:s.Start], block.Span.Start)
	end := max(start, sentenceEnd(text[:block.Span.End], s.End))
	if end-start > maxSentence && s.Len() > 20 {
		return oneLine(p.Statement.Text)
	}
	sentence := text[start:end]
	if start == block.Span.Start {
		sentence = b.v.undated(sentence)
	}
	for _, dash := range [...]string{"— ", "– ", "-- ", "- "} { // a stop in the dateline, "TORVIK, Ore. — The", looked like a sentence's
		sentence = strings.TrimPrefix(sentence, dash)
	}
	return closedMarks(oneLine(sentence))
}

// partners are the quotation marks that may stand at the other end of a quotation.
var partners = map[rune]string{'“': "”", '„': "“", '«': "»", '”': "“", '»': "«", '"': `"`}

// closedMarks is a sentence that begins or ends with a quotation, whose other end
// stands in another sentence, with the mark for it: what is quoted reads so.
func closedMarks(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune("“„«", first) && !strings.ContainsAny(s[n:], `“”»`),
		first == '"' && strings.Count(s, `"`) == 1:
		return s + partners[first]
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case strings.ContainsRune("”»", last) && !strings.ContainsAny(s, "“„«"),
		last == '"' && strings.Count(s, `"`) == 1:
		return partners[last] + s
	}
	return s
}

// sentenceStart goes back from the end of text to where a sentence begins.
func sentenceStart(text string, from int) int {
	for i := len(text) - 1; i > from; i-- {
		if isSentenceBreak(text, i) {
			return i + 1
		}
	}
	return from
}

// sentenceEnd goes on from a place to where its sentence ends.
func sentenceEnd(text string, from int) int {
	for i := max(from-1, 1); i < len(text); i++ {
		if isSentenceBreak(text, i) {
			return i
		}
	}
	return len(text)
}

// isSentenceBreak reports whether the white space at text[i] parts sentences:
// a full stop before it, closing marks aside, but not after an initial or a
// short title.
func isSentenceBreak(text string, i int) bool {
	if text[i] != ' ' && text[i] != '\n' {
		return false
	}
	before := strings.TrimRight(text[:i], `"”’')]»`)
	if before == "" || !strings.ContainsRune(".?!…", lastRune(before)) {
		return false
	}
	if strings.HasSuffix(before, ".") {
		word := before[strings.LastIndexAny(before[:len(before)-1], " \n(“\"")+1 : len(before)-1]
		if utf8.RuneCountInString(word) < 2 || shortTitles[word] || strings.Contains(word, ".") {
			return false
		}
	}
	return true
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

var shortTitles = map[string]bool{
	"Mr": true, "Mrs": true, "Ms": true, "Dr": true, "Gen": true, "Col": true, "Lt": true,
	"Sgt": true, "Sen": true, "Rep": true, "Gov": true, "St": true, "Prof": true, "No": true, "Rev": true,
}

// The layout of the points.
const (
	pointIndent = 6.0
	pointPitch  = 5.0
	pointGap    = 1.4
)

// layoutPoints wraps each point and returns how high they stand together.
func (b *layout) layoutPoints(points []point) (layout [][][]pdf.Run, height float64) {
	for _, p := range points {
		runs := []pdf.Run{{Style: fontLead, Text: p.lead + " "}, {Style: fontPoint, Text: p.sentence}}
		lines := b.doc.FitRuns(runs, b.width()-pointIndent-16, 3)
		layout = append(layout, lines)
		height += pointGap + pointPitch*float64(len(lines))
	}
	return layout, height
}

// drawPoints draws the section. Where fewer points would let page 1 hold the
// matrix and the first quotation too, it takes fewer.
func (b *brief) drawPoints() {
	points := b.points(maxPoints)
	if len(points) == 0 {
		b.section("points", "", 12)
		b.sayNone("points.none")
		return
	}
	layout, height := b.layoutPoints(points)
	below := sectionGap + sectionHead + 2.6 + b.matrixHeight() + b.firstQuoteHeight()
	least := minPoints
	if b.y+below > b.bottom() {
		least = maxPoints - 1 // the matrix will be parted anyway
	}
	for n := len(points) - 1; n >= least && b.y+below+height > b.bottom(); n-- {
		fewer := b.points(n)
		if l, h := b.layoutPoints(fewer); b.y+below+h <= b.bottom() || n == least && least > minPoints {
			points, layout, height = fewer, l, h
		}
	}
	b.section("points", b.l.get("points.note"), 3+pointPitch*float64(len(layout[0])))
	b.drawPointLines(points, layout)
}

// drawPointLines draws the points below a section's head.
func (b *layout) drawPointLines(points []point, layout [][][]pdf.Run) {
	b.y += 2.6 - pointGap
	for i, lines := range layout {
		b.y += pointGap
		b.need(pointPitch * float64(len(lines)))
		b.page.Text(b.left(), b.y+pointPitch, fontNumber, strconv.Itoa(i+1))
		for _, l := range lines {
			b.y += pointPitch
			b.page.Runs(b.left()+pointIndent, b.y, l)
		}
		if points[i].ref != "" {
			b.reference(b.right(), b.y, fontRef, points[i].ref, points[i].anchor)
		}
	}
}
