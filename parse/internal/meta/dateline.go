package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/article"
)

// A dateline opens the first paragraph: where and when the report was filed,
// and by which agency.
//
//	MOSCOW, April 5 (Reuters) — The talks …
//	PLACE   DATE    AGENCY    DASH
//
// Only the dash is always there. A place in capitals is enough; one in small
// letters needs a date or a known agency beside it.

// datelineLength is that of the longest dateline, headLine that of the longest line
// above one, in bytes.
const (
	datelineLength = 110
	headLine       = 120
)

// DatelineSpan is the bytes of the dateline before the first sentence, the
// dash and the space behind it included; empty if a has none.
func DatelineSpan(a *article.Article) article.Span {
	if a.Dateline == nil {
		return article.Span{}
	}
	for i := range a.Blocks {
		v := view{Block: &a.Blocks[i], text: a.Blocks[i].Span.In(a.Text)}
		if !v.opensBody() {
			continue
		}
		_, end := datelineOf(v.text)
		if place := string(a.Dateline.Place); end == 0 && place != "" && strings.HasPrefix(v.text, place) {
			if l, at := colonLine(v.text); l.place == place {
				end = at
			}
		}
		if end == 0 && i+1 < len(a.Blocks) {
			if w := (view{Block: &a.Blocks[i+1], text: a.Blocks[i+1].Span.In(a.Text)}); v.deckOver(&w) {
				if l, at := datelineOf(w.text); l.place == string(a.Dateline.Place) {
					return w.span(0, at)
				}
			}
		}
		if end > 0 || !v.above() {
			return v.span(0, end)
		}
	}
	return article.Span{}
}

// deckLength is that of the longest sentence that sums up a report above its dateline, in bytes.
const deckLength = 240

// deckOver reports that v is a sentence that may sum up a report, and that w right below it opens
// with a dateline that nothing else can be: a place in capitals, and a date or an agency.
func (v *view) deckOver(w *view) bool {
	if v.Kind != article.BlockParagraph || len(v.text) > deckLength || !w.opensBody() {
		return false
	}
	l, end := datelineOf(w.text)
	city, _, _ := strings.Cut(l.place, ",")
	return end > 0 && city != "" && (l.agency != "" || l.date != nil) && strings.ToUpper(city) == city
}

// above reports a line that may stand between the headline and the report: short, and no
// sentence.
func (v *view) above() bool { return len(v.text) <= headLine && sentenceEnd(v.text) == 0 }

// opensBody reports a block that can be the first of the report itself.
func (v *view) opensBody() bool {
	return v.text != "" && (v.Kind == article.BlockParagraph || v.Kind == article.BlockPreformatted)
}

// dateline reads the dateline of the first paragraph, lines above it aside.
func (f *frame) dateline() {
	for i := range f.vs {
		v := &f.vs[i]
		if !v.opensBody() {
			continue
		}
		d, end := datelineOf(v.text)
		if end == 0 {
			if l, at := colonLine(v.text); at > 0 && !f.transcript(i) {
				d, end = l, at
			}
		}
		if end == 0 && i+1 < len(f.vs) && v.deckOver(&f.vs[i+1]) {
			v = &f.vs[i+1]
			d, end = datelineOf(v.text)
		}
		if end > 0 && f.a.Dateline == nil {
			f.a.Dateline = f.filed(v, d)
		}
		if end > 0 || !v.above() {
			return
		}
	}
}

// line is the parts of a dateline, as stretches of its paragraph.
type line struct {
	place, agency string
	date          *found
}

// filed turns the parts into the article's dateline. A date without a year gets
// the one that is nearest to the publication; without that it stays open
// ("--04-05", ISO 8601's form for it). A full date dates the article if nothing
// else does.
func (f *frame) filed(v *view, l line) *article.Dateline {
	d := &article.Dateline{Place: article.Opt(l.place), Agency: article.Opt(l.agency)}
	if l.date == nil {
		return d
	}
	switch pub, known := publishedDay(f.a); {
	case l.date.readings[0].year != 0:
		if f.a.Published == nil {
			f.a.Published = f.date(*l.date, v.span(l.date.start, l.date.end), "dateline")
		}
		full, _ := f.settle(*l.date)
		d.Date = article.Opt(full.value())
	case known:
		d.Date = article.Opt(nearestYear(l.date.readings[0].stamp, pub).value())
	default:
		d.Date = article.Opt("-" + l.date.readings[0].value()[4:])
	}
	return d
}

// datelineOf reads the dateline at the start of a paragraph; end is where its
// first sentence starts, 0 if there is none.
func datelineOf(s string) (l line, end int) {
	dash, end := datelineDash(s)
	if end == 0 {
		return undashed(s)
	}
	head := strings.TrimSpace(s[:dash])
	if siteName(head) {
		return line{agency: head}, end
	}
	open := strings.IndexByte(head, '(')
	if i := strings.IndexByte(head, '/'); open < 0 && i >= 0 && slashed(head[i:]) {
		open = i
	}
	if open >= 0 {
		closing := byte(')')
		if head[open] == '/' {
			closing = '/'
		}
		close := strings.IndexByte(head[open+1:], closing) + 1
		if close <= 0 {
			return l, 0
		}
		l.agency = head[open+1 : open+close]
		rest := strings.Trim(head[open+close+1:], " .")
		if rest != "" && !l.takeDate(s, strings.Index(s, rest), rest) {
			return l, 0
		}
		head = strings.TrimSpace(head[:open])
	}
	l.splitDate(s, head)
	if !l.plausible() {
		return line{}, 0
	}
	if l.agency == "" {
		l.agency, end = agencyBehind(s, end)
	}
	return l, end
}

// colonLine reads the dateline of papers that set a colon for the dash: "HALMSUND: The
// talks …", a place in capitals of three words at most.
func colonLine(s string) (l line, end int) {
	place, rest, ok := strings.Cut(s[:min(len(s), datelineLength)], ": ")
	if !ok || len(place) < 4 || strings.ToUpper(place) != place || wordCount(place) > 3 || !capitalised(place) ||
		notPlace(strings.Fields(place)[0]) || strings.ContainsAny(place, ":;\"“'’?!()0123456789") || !starts(rest) {
		return line{}, 0
	}
	return line{place: place}, len(place) + len(": ")
}

// transcript reports that another paragraph than block i opens like one with a colon: they
// name speakers.
func (f *frame) transcript(i int) bool {
	for k := range f.vs {
		if v := &f.vs[k]; k != i && v.opensBody() {
			if _, end := colonLine(v.text); end > 0 {
				return true
			}
		}
	}
	return false
}

// siteName reports the name of a site, which some put where a place would stand:
// "HalmPress.Net - The talks".
func siteName(s string) bool {
	name, domain, ok := strings.Cut(s, ".")
	if !ok || name == "" || strings.ContainsAny(name, " ,:()/") {
		return false
	}
	switch strings.ToLower(domain) {
	case "com", "info", "net", "news", "org":
		return true
	}
	return false
}

// slashed reports an agency between slashes that ends a dateline: "/PRNewswire/".
func slashed(s string) bool {
	n := strings.IndexByte(s[1:], '/')
	return n > 0 && n+2 == len(s) && (agencyNames().has(s[1:n+1]) || n >= 3 && capitalised(s[1:n+1]) && wordCount(s[1:n+1]) <= 3)
}

// agencyBehind is the known agency that stands behind the dash at which byte end is, and
// where the report starts behind it: "MOSCOW, May 3 - RIA Novosti. The", "TORVIK--(BUSINESS
// WIRE)--The".
func agencyBehind(s string, end int) (agency string, start int) {
	rest := s[end:min(len(s), end+40)]
	open := strings.HasPrefix(rest, "(")
	rest = strings.TrimPrefix(rest, "(")
	for _, mark := range [...]string{")--", ") -", ". ", ": "} {
		i := strings.Index(rest, mark)
		if i <= 0 || open != (mark[0] == ')') || !agencyNames().has(rest[:i]) {
			continue
		}
		start = end + i + len(mark)
		if open {
			start++
		}
		start += len(s[start:]) - len(strings.TrimLeft(s[start:], " -"))
		if start < len(s) && starts(s[start:]) {
			return rest[:i], start
		}
	}
	return "", end
}

// undashed reads the dateline of an agency that sets no dash behind it: "HALMSUND,
// April 5. /TASS/. The talks …", "Halmsund, Apr 5 (PTI) The talks …". A known agency must
// close it.
func undashed(s string) (l line, end int) {
	head := s[:min(len(s), datelineLength)]
	if l, end = dotted(head); end > 0 {
		return l, end
	}
	for _, marks := range [...]string{"//", "()"} {
		open := strings.IndexByte(head, marks[0])
		if open <= 0 || !unicode.IsUpper(firstRune(head)) {
			continue
		}
		n := strings.IndexByte(head[open+1:], marks[1])
		if n <= 0 || !agencyNames().has(head[open+1:open+1+n]) {
			continue
		}
		end := open + n + 2
		end += len(s[end:]) - len(strings.TrimLeft(s[end:], ". "))
		l.agency = head[open+1 : open+1+n]
		l.splitDate(s, strings.TrimRight(head[:open], " ,"))
		if l.date != nil && l.place != "" && end < len(s) && starts(s[end:]) && l.plausible() {
			return l, end
		}
		l = line{}
	}
	return line{}, 0
}

// dotted reads the dateline of press offices that end it with a full stop, and of papers that end it with a colon:
// "Halmsund, 6 November 2009. The union today …", "Halmsund, Nov 26: The union". Before a full stop the day must be told
// with its year.
func dotted(head string) (l line, end int) {
	place, _, ok := strings.Cut(head, ", ")
	if !ok || wordCount(place) > 3 || !capitalised(place) || strings.ContainsAny(place, "0123456789:;\"“'’?!()") || place == "" || notPlace(strings.Fields(place)[0]) {
		return line{}, 0
	}
	at := len(place) + len(", ")
	d, found := dateAt(head, at)
	closed := found && (d.readings[0].year != 0 && strings.HasPrefix(head[d.end:], ". ") || strings.HasPrefix(head[d.end:], ": "))
	if !closed || d.readings[0].prec < toDay || d.end+2 >= len(head) || !unicode.IsUpper(firstRune(head[d.end+2:])) {
		return line{}, 0
	}
	return line{place: place, date: &d}, d.end + 2
}

// datelineDash finds the dash that ends a dateline: between spaces, or an em
// dash, and a sentence must start behind it.
func datelineDash(s string) (dash, end int) {
	head := s[:min(len(s), datelineLength)]
	if head == "" || !(head[0] == '(' || unicode.IsUpper(firstRune(head))) {
		return 0, 0
	}
	for i := 1; i < len(head); i++ {
		if head[i] != '-' && head[i] < utf8.RuneSelf {
			continue
		}
		n := dashAt(s, i)
		if n == 0 {
			continue
		}
		end := i + n
		for end < len(s) && (s[end] == ' ' || strings.HasPrefix(s[end:], "\u00a0")) {
			end += len(string(runeAt(s, end)))
		}
		if end == len(s) || !starts(s[end:min(len(s), end+24)]) {
			return 0, 0
		}
		return i, end
	}
	return 0, 0
}

// dashAt is the length of the dash at i that can end a dateline: " - ", " -- ",
// any longer dash, 0 for the hyphen of a word.
func dashAt(s string, i int) int {
	for _, d := range [...]string{"—", "–", "―", "--", "−"} {
		if strings.HasPrefix(s[i:], d) {
			if d == "–" && i+len(d) < len(s) && s[i-1] != ' ' && s[i+len(d)] != ' ' {
				return 0
			}
			return len(d)
		}
	}
	if s[i] != '-' || i+1 >= len(s) || s[i-1] != ' ' && s[i-1] != ')' && !(s[i-1] == '.' && i > 1 && s[i-2] == ')') {
		return 0
	}
	if s[i+1] == ' ' || i > 1 && s[i-2] == ')' && unicode.IsUpper(runeAt(s, i+1)) { // "(Reuters) -The"
		return 1
	}
	return 0
}

// takeDate reads a part that must be a date, alone.
func (l *line) takeDate(s string, at int, part string) bool {
	d, ok := dateAt(s, at)
	if !ok || len(strings.TrimRight(s[at:d.end], " .,")) != len(strings.TrimRight(part, " .,")) || l.date != nil {
		return false
	}
	l.date = &d
	return true
}

// splitDate divides "MOSCOW, April 5" into place and date.
func (l *line) splitDate(s, head string) {
	for i := 0; i < len(head); i++ {
		if (head[i] == ',' || head[i] == '.' || i == 0) && i+2 < len(head) {
			part := strings.TrimLeft(head[i:], ",. ")
			if at := len(head) - len(part); l.date == nil && l.takeDate(s, at, part) {
				head = strings.TrimRight(head[:min(i, 1)*(i+1)], ", ")
				break
			}
		}
	}
	l.place = strings.Trim(head, " ,")
	if !strings.Contains(l.place, ",") { // "MOSCOW.", but "FLINT, Mich."
		l.place = strings.TrimSuffix(l.place, ".")
	}
}

// plausible reports whether the parts are a dateline's.
func (l *line) plausible() bool {
	known := agencyNames().has(l.agency)
	if l.agency != "" && (!capitalised(l.agency) && !known || wordCount(l.agency) > 5) {
		return false
	}
	if l.place == "" {
		return known // "Nov 20 (Reuters) - "
	}
	words := strings.FieldsFunc(l.place, func(r rune) bool { return r == ' ' || r == ',' || r == '/' })
	if len(words) > 7 || !capitalised(strings.Join(words, " ")) || notPlace(words[0]) {
		return false
	}
	city, _, _ := strings.Cut(l.place, ",")
	small := measure(city).lower > 0
	switch {
	case small:
		return known || l.date != nil && wordCount(city) <= 4
	case l.agency != "" || l.date != nil:
		return true
	}
	return wordCount(city) <= 4 && len(city) >= 4 && !strings.ContainsAny(city, ":;\"“'’?!0123456789")
}

// notPlace reports first words that open a sentence, a slug or a date.
func notPlace(w string) bool {
	low := strings.ToLower(strings.Trim(w, ".,:"))
	return slugWords().has(low) || englishWords().has(low) && low != "new" || weekdayNames().has(low) || monthNames().has(low)
}
