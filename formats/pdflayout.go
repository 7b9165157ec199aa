package formats

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dossier/article"
	"dossier/formats/internal/pdfread"
)

// The layout of a page, from what is drawn to paragraphs:
//
//	runs ─ one baseline, small gaps ─▶ segments ─ no gutter between them ─▶ columns
//	     ─ one baseline ─▶ lines ─ pitch, indent, size ─▶ paragraphs
//
// A gutter is a left edge that many segments share and few others cross. Where
// one crosses, the columns above it are read before it and those below it after.
// All measures are in units of the font's size, so nothing depends on the paper.
const (
	sameLine   = 0.45 // baselines this close are one line
	wordGap    = 0.16 // a space stands in a gap this wide
	openGap    = 0.5  // a gap this wide may be that of a gutter
	cellGap    = 1.6  // a gap this wide ends a segment
	wideColumn = 14   // characters of a column's lines, on average
	longColumn = 4    // lines of a column
	breakPitch = 1.3  // of the usual distance of lines ends a paragraph
	indentGap  = 0.8  // of a first line
	headSize   = 1.13 // of the text's size is a heading
	maxColumns = 6
)

// pdfSegment is a stretch of text on one baseline.
type pdfSegment struct {
	text      string
	x0, x1, y float64
	size      float64
	gaps      []pdfGap
}

// pdfGap is a wide gap inside a segment; the text goes on at byte at.
type pdfGap struct {
	x0, x1 float64
	at     int
}

// split cuts a segment at the gap that a gutter runs through.
func (s pdfSegment) split(gutter float64) (left, right pdfSegment, ok bool) {
	for i, g := range s.gaps {
		if g.x0 <= gutter+1 && g.x1 >= gutter-1 {
			left, right = s, s
			left.text, left.x1, left.gaps = strings.TrimSpace(s.text[:g.at]), g.x0, s.gaps[:i:i]
			right.text, right.x0, right.gaps = s.text[g.at:], g.x1, nil
			for _, h := range s.gaps[i+1:] {
				right.gaps = append(right.gaps, pdfGap{h.x0, h.x1, h.at - g.at})
			}
			return left, right, true
		}
	}
	return s, s, false
}

// pdfPara is a paragraph.
type pdfPara struct {
	lines []pdfSegment
	kind  article.BlockKind
	large bool
	size  float64
}

// pdfLayout is a document as paragraphs in reading order.
type pdfLayout struct {
	paragraphs     []pdfPara
	pending        []pdfPara // set aside, to stand after the paragraph that goes on
	body           float64   // size of most of the text
	chars, unknown int
	turned         int
	columns        []int // pages with columns
	tables         []int // pages with what may be tables
	empty          []int
	more           bool
	page           int
}

func layOut(doc *pdfread.Document) *pdfLayout {
	l := &pdfLayout{more: doc.More}
	pages := make([][]pdfSegment, len(doc.Pages))
	asides := make([][]pdfSegment, len(doc.Pages))
	for i := range doc.Pages {
		page := &doc.Pages[i]
		l.unknown += page.Unknown
		l.more = l.more || page.Cut
		pages[i], asides[i] = l.segments(page.Runs, false), l.segments(page.Runs, true)
		if len(pages[i]) == 0 {
			l.empty = append(l.empty, i+1)
		}
	}
	l.body = bodySize(pages)
	repeated := runningLines(pages)
	for i, segments := range pages {
		l.page = i + 1
		top, foot := edges(segments, repeated)
		asides[i] = append(append(asides[i], segments[:top]...), segments[foot:]...)
		for _, column := range l.order(segments[top:foot], 0) {
			l.add(l.paras(baselines(column)))
		}
		if len(asides[i]) > 0 {
			l.pending = append(l.pending, pdfPara{lines: asides[i], kind: article.BlockBoilerplate})
		}
	}
	l.paragraphs = append(l.paragraphs, l.pending...)
	l.markLarge()
	return l
}

// segments joins the runs of a page that stand close on one baseline.
func (l *pdfLayout) segments(all []pdfread.Run, artifacts bool) []pdfSegment {
	var runs []pdfread.Run
	for _, r := range all {
		switch {
		case r.Artifact != artifacts || r.Size <= 0 || strings.TrimSpace(r.Text) == "":
		case r.Turned:
			l.turned++
		default:
			l.chars += utf8.RuneCountInString(r.Text)
			runs = append(runs, r)
		}
	}
	slices.SortStableFunc(runs, func(a, b pdfread.Run) int { return cmp.Compare(b.Y, a.Y) })
	var segments []pdfSegment
	for from := 0; from < len(runs); {
		to := from + 1
		for to < len(runs) && runs[from].Y-runs[to].Y < sameLine*max(runs[from].Size, runs[to].Size) {
			to++
		}
		level := runs[from:to]
		slices.SortStableFunc(level, func(a, b pdfread.Run) int { return cmp.Compare(a.X0, b.X0) })
		segments = joinRuns(segments, level)
		from = to
	}
	return segments
}

// joinRuns appends the segments of one baseline.
func joinRuns(segments []pdfSegment, level []pdfread.Run) []pdfSegment {
	first := len(segments)
	for _, r := range level {
		if n := len(segments); n > first {
			s := &segments[n-1]
			gap := (r.X0 - s.x1) / max(r.Size, s.size)
			if r.X0-s.x0 < 0.1*r.Size && strings.HasSuffix(s.text, r.Text) {
				continue // printed twice to look bold
			}
			if gap < cellGap {
				if gap > wordGap && !strings.HasSuffix(s.text, " ") && !strings.HasPrefix(r.Text, " ") {
					s.text += " "
				}
				if gap > openGap {
					s.gaps = append(s.gaps, pdfGap{s.x1, r.X0, len(s.text)})
				}
				s.text += r.Text
				s.x1, s.size = max(s.x1, r.X1), max(s.size, r.Size)
				continue
			}
		}
		segments = append(segments, pdfSegment{text: r.Text, x0: r.X0, x1: max(r.X1, r.X0), y: level[0].Y, size: r.Size})
	}
	return segments
}

// bodySize is the size in which most characters are set.
func bodySize(pages [][]pdfSegment) float64 {
	weight := map[float64]int{}
	for _, page := range pages {
		for _, s := range page {
			weight[math.Round(2*s.size)/2] += len(s.text)
		}
	}
	best, most := 10.0, 0
	for size, n := range weight {
		if n > most || n == most && size < best {
			best, most = size, n
		}
	}
	return best
}

// edgeLines is how many lines at the head and foot of a page may be running ones.
const edgeLines = 3

// runningKey is what running lines of several pages share: words but not
// numbers, and the height on the page.
func runningKey(s pdfSegment) string {
	words := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '#'
		}
		return r
	}, strings.Join(strings.Fields(s.text), " "))
	return words + "\x00" + string(rune(int(math.Round(s.y/6))&0xFFFF))
}

// runningLines are the keys of lines that stand at the edge of half of the pages.
func runningLines(pages [][]pdfSegment) map[string]bool {
	seen := map[string]int{}
	for _, page := range pages {
		own := map[string]bool{}
		for i, s := range page {
			if i < edgeLines || i >= len(page)-edgeLines {
				own[runningKey(s)] = true
			}
		}
		for key := range own {
			seen[key]++
		}
	}
	repeated := map[string]bool{}
	for key, n := range seen {
		if n >= 2 && 2*n >= len(pages) {
			repeated[key] = true
		}
	}
	return repeated
}

// edges is where the lines of a page begin and end that are no running lines.
func edges(page []pdfSegment, repeated map[string]bool) (top, foot int) {
	running := func(s pdfSegment) bool {
		return repeated[runningKey(s)] || len(page) > 2 && numberAlone().MatchString(s.text)
	}
	for top < min(edgeLines, len(page)) && running(page[top]) {
		top++
	}
	foot = len(page)
	for foot > max(top, len(page)-edgeLines) && running(page[foot-1]) {
		foot--
	}
	return top, foot
}

// numberAlone is a page number: "7", "- 7 -", "page 7 of 9".
var numberAlone = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\W*(?:[Pp]age\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$`)
})

// order cuts segments, which go down the page, into columns in reading order.
func (l *pdfLayout) order(segments []pdfSegment, depth int) [][]pdfSegment {
	gutter, ok := gutterOf(segments)
	if !ok || depth == maxColumns {
		return [][]pdfSegment{segments}
	}
	l.columns = append(l.columns, l.page)
	var out [][]pdfSegment
	var left, right []pdfSegment
	flush := func() {
		for _, side := range [][]pdfSegment{left, right} {
			if len(side) > 0 {
				out = append(out, l.order(side, depth+1)...)
			}
		}
		left, right = nil, nil
	}
	for _, s := range segments {
		switch {
		case s.x0 >= gutter:
			right = append(right, s)
		case s.x1 <= gutter+1:
			left = append(left, s)
		default:
			if a, b, ok := s.split(gutter); ok {
				left, right = append(left, a), append(right, b)
				continue
			}
			flush()
			if n := len(out); n > 0 && crossing(out[n-1], gutter) {
				out[n-1] = append(out[n-1], s)
			} else {
				out = append(out, []pdfSegment{s})
			}
		}
	}
	flush()
	return out
}

func crossing(segments []pdfSegment, gutter float64) bool {
	for _, s := range segments {
		if s.x0 < gutter && s.x1 > gutter+1 {
			return true
		}
	}
	return false
}

// gutterOf finds the left edge that parts the segments best.
func gutterOf(segments []pdfSegment) (float64, bool) {
	if len(segments) < 2*longColumn {
		return 0, false
	}
	edges := map[float64]int{}
	for _, s := range segments {
		edges[math.Floor(s.x0/3)*3]++
	}
	best, most := 0.0, 0
	candidates := make([]float64, 0, len(edges))
	for edge, n := range edges {
		if n >= longColumn {
			candidates = append(candidates, edge)
		}
	}
	slices.Sort(candidates)
	if len(candidates) > 64 {
		candidates = candidates[:64]
	}
	for _, edge := range candidates {
		if n := parted(segments, edge-1); n > most {
			best, most = edge-1, n
		}
	}
	return best, most > 0
}

// parted is how many segments stand on the smaller side of a gutter, 0 if the
// sides are no columns or too much crosses it.
func parted(segments []pdfSegment, gutter float64) int {
	var n, chars [2]int
	crossed := 0
	for _, s := range segments {
		side := 0
		switch {
		case s.x0 >= gutter:
			side = 1
		case s.x1 > gutter+1:
			if _, _, ok := s.split(gutter); !ok {
				crossed++
			}
			continue
		}
		n[side]++
		chars[side] += utf8.RuneCountInString(s.text)
	}
	least := min(n[0], n[1])
	if least < longColumn || 3*crossed > n[0]+n[1] || chars[0] < wideColumn*n[0] || chars[1] < wideColumn*n[1] {
		return 0
	}
	return least
}

// baselines joins the segments of a column that stand on one baseline.
func baselines(segments []pdfSegment) []pdfSegment {
	var out []pdfSegment
	for _, s := range segments {
		if n := len(out); n > 0 && out[n-1].y-s.y < sameLine*max(s.size, out[n-1].size) {
			p := &out[n-1]
			if s.x0 < p.x0 {
				p.text = s.text + " " + p.text
			} else {
				p.text += " " + s.text
			}
			p.x0, p.x1, p.gaps = min(p.x0, s.x0), max(p.x1, s.x1), nil
			continue
		}
		out = append(out, s)
	}
	return out
}

// paras cuts the lines of a column into paragraphs.
func (l *pdfLayout) paras(column []pdfSegment) []pdfPara {
	if len(column) == 0 {
		return nil
	}
	left, right := column[0].x0, column[0].x1
	var pitches []float64
	for i, s := range column {
		left, right = min(left, s.x0), max(right, s.x1)
		if i > 0 && math.Abs(s.size-column[i-1].size) < 0.6 {
			pitches = append(pitches, (column[i-1].y-s.y)/s.size)
		}
	}
	slices.Sort(pitches)
	pitch := 1.25
	if len(pitches) > 2 {
		pitch = min(max(pitches[len(pitches)/3], 0.9), 2.5)
	}
	var out []pdfPara
	for i, s := range column {
		if i == 0 || newPara(column[i-1], s, left, right, pitch) {
			out = append(out, pdfPara{kind: article.BlockParagraph, size: s.size})
		}
		p := &out[len(out)-1]
		p.lines = append(p.lines, s)
	}
	for i := range out {
		l.classify(&out[i])
	}
	return out
}

// newPara reports whether a paragraph begins with line s after line p.
func newPara(p, s pdfSegment, left, right, pitch float64) bool {
	switch {
	case math.Abs(s.size-p.size) > 0.08*p.size:
		return true
	case (p.y-s.y)/s.size > breakPitch*pitch || p.y < s.y:
		return true
	case bulletLine(s.text):
		return true
	case s.x0-left > indentGap*s.size && p.x0-left < indentGap*s.size && closed(p.text):
		return true
	}
	return closed(p.text) && right-p.x1 > 0.2*(right-left)
}

func bulletLine(s string) bool {
	r, n := utf8.DecodeRuneInString(strings.TrimSpace(s))
	return strings.ContainsRune("•▪‣◦●–", r) && len(s) > n && strings.HasPrefix(strings.TrimSpace(s)[n:], " ")
}

// closed reports a line that ends like a sentence.
func closed(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(s))
	return strings.ContainsRune(".!?:;\"”»’')…", r)
}

func (l *pdfLayout) classify(p *pdfPara) {
	n := 0
	for _, s := range p.lines {
		n += len(s.text)
	}
	switch {
	case bulletLine(p.lines[0].text):
		p.kind = article.BlockListItem
		first := strings.TrimSpace(p.lines[0].text)
		_, k := utf8.DecodeRuneInString(first)
		p.lines[0].text = first[k:]
	case p.size > headSize*l.body && n < 300:
		p.kind = article.BlockHeading
	}
}

// add appends the paragraphs of a column; the first may go on with the last.
func (l *pdfLayout) add(list []pdfPara) {
	if n := len(l.paragraphs); n > 0 && len(list) > 0 && goesOn(l.paragraphs[n-1], list[0]) {
		p := &l.paragraphs[n-1]
		p.lines = append(p.lines, list[0].lines...)
		list = list[1:]
	}
	if len(list) > 0 {
		l.paragraphs = append(l.paragraphs, l.pending...)
		l.pending = nil
	}
	l.paragraphs = append(l.paragraphs, list...)
}

// goesOn reports a paragraph that a column or page cuts.
func goesOn(p, q pdfPara) bool {
	if p.kind != article.BlockParagraph || q.kind != article.BlockParagraph || math.Abs(p.size-q.size) > 0.6 {
		return false
	}
	last := p.lines[len(p.lines)-1].text
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(q.lines[0].text))
	return !closed(last) && (unicode.IsLower(first) || strings.HasSuffix(strings.TrimSpace(last), ","))
}

// markLarge finds the headline: the largest heading, if nothing but headings and
// what is smaller than the text stands before it.
func (l *pdfLayout) markLarge() {
	best := -1
	for i, p := range l.paragraphs {
		if p.kind == article.BlockHeading && (best < 0 || p.size > l.paragraphs[best].size+0.5) {
			best = i
		}
	}
	for i := range max(best, 0) {
		if p := l.paragraphs[i]; p.kind == article.BlockParagraph && len(p.lines) > 2 {
			return
		}
	}
	if best >= 0 {
		l.paragraphs[best].large = true
	}
}
