package meta

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"dossier/article"
)

// longest line that can be a date line, in bytes.
const dateLine = 140

// dateLines reads the lines that tell when the article was published or
// updated. An unlabelled date counts only before the body; a labelled one
// ("Updated: …") anywhere.
func (f *frame) dateLines() {
	body := 0
	for i := range f.vs {
		v := &f.vs[i]
		switch {
		case v.Kind == article.BlockDate:
			f.takeDates(v, datesIn(v.text))
		case v.Kind == article.BlockByline && v.short():
			f.takeDates(v, datesIn(v.text))
		case !v.prose() && v.Kind != article.BlockHeading:
		case f.isDateLine(v, body == 0 || body == 1 && i <= 4):
			v.Kind = article.BlockDate
			f.takeDates(v, datesIn(v.text))
		case body == 0 && i < longestHead && fragment(v):
		default:
			body++
		}
	}
}

// fragment reports a line of the head that is no text: a name, the paper's name, a menu's word.
func fragment(v *view) bool {
	return v.Kind == article.BlockParagraph && len(v.text) <= 40 && wordCount(v.text) <= 4 && sentenceEnd(v.text) == 0
}

// isDateLine reports a block of nothing but dates, times and words about them.
func (f *frame) isDateLine(v *view, head bool) bool {
	if v.text == "" || len(v.text) > dateLine || !strings.ContainsAny(v.text, "0123456789") {
		return false
	}
	dates := datesIn(v.text)
	if len(dates) == 0 || dates[0].readings[0].year == 0 {
		return head && timeAlone(v.text, dates)
	}
	if head && barred(v.text, dates) {
		return true
	}
	labelled, at := false, 0
	for i, d := range dates {
		class, ok := leftOver(v.text[at:d.start], i == 0 && head)
		if !ok {
			return false
		}
		labelled = labelled || class != ""
		at = d.end
	}
	if rest := v.text[at:]; placeBehind(rest) == "" {
		if _, ok := leftOver(rest, false); !ok {
			return false
		}
	}
	return labelled || head && dates[0].readings[0].prec >= toMonth
}

// barred reports a line of the head whose parts bars divide, one of them a full date, the others
// labelled or short: "Source: Coastal| 2019-05-05 12:00:01|Editor: Ada Moe", "CNA | Halmsund |
// Updated: May 5, 2019 12:00 IST".
func barred(s string, dates []found) bool {
	if strings.IndexByte(s, '|') < 0 || len(dates) > 2 || dates[0].readings[0].prec < toDay || sentenceEnd(s) != 0 {
		return false
	}
	dated := false
	for part := range strings.SplitSeq(s, "|") {
		from := strings.TrimSpace(part)
		ds := datesIn(from)
		switch {
		case len(ds) == 1:
			_, before := leftOver(from[:ds[0].start], false)
			_, behind := leftOver(from[ds[0].end:], false)
			dated = dated || before && behind
			if !before || !behind {
				return false
			}
		case from == "" || wordCount(from) > 4 || wordCount(from) > 2 && !strings.Contains(from, ":") || !capitalised(from):
			return false // "Talks Go On | May 5, 2019" is a title
		}
	}
	return dated
}

// timeAlone reports a day and the time of it, as agencies put them above a headline: "20
// NOV, 18:22". It dates nothing, as the year is missing, and is no headline.
func timeAlone(s string, dates []found) bool {
	if len(dates) != 1 || len(s) > 24 || !strings.Contains(s, ":") || strings.TrimSpace(s[:dates[0].start]) != "" {
		return false
	}
	return strings.Trim(s[dates[0].end:], "0123456789:, ") == ""
}

// leftOver judges the words around the dates of a date line: class is "first"
// or "update" if they announce such a date; ok is false if they say anything
// else. Before the first date a place may stand ("Halmsund, 3 March 2021").
func leftOver(s string, place bool) (class string, ok bool) {
	low := lower(s)
	words := dateWords()
	for i := 0; i < len(low); {
		if r, n := utf8.DecodeRuneInString(low[i:]); !wordRune(r) {
			i += n
			continue
		}
		end := wordEnd(low, i)
		if n := words.prefix(low[i:], "update"); n > 0 {
			class, end = "update", i+n
		} else if n := words.prefix(low[i:], "first"); n > 0 {
			class, end = "first", i+n
		} else if w := low[i:end]; !words.is(strings.Trim(w, "."), "filler") && !numeral(w) && !clockWord(w) && !timeOfDay(w) {
			return class, place && placeBefore(s[i:]) != ""
		}
		i = end
	}
	return class, true
}

// placeBefore is one to three capitalised words before a comma that ends s: the
// place in "Halmsund, 3 March 2021".
func placeBefore(s string) string {
	name, rest, ok := strings.Cut(s, ",")
	if !ok || strings.Trim(rest, " ") != "" || wordCount(name) > 3 || !capitalised(name) || strings.ContainsAny(name, "0123456789:") ||
		notPlace(strings.Fields(name)[0]) || notPlace(name) {
		return ""
	}
	return name
}

// placeBehind is one to three words in capitals behind a dash that ends s, and the time
// before it: the place in "9 March 2021, 09:14 pm IST - HALMSUND".
func placeBehind(s string) string {
	i := strings.LastIndex(s, " - ")
	if i < 0 {
		return ""
	}
	name := strings.TrimSpace(s[i+len(" - "):])
	if _, ok := leftOver(s[:i], false); !ok || len(name) < 3 || wordCount(name) > 3 || !capitalised(name) || strings.ToUpper(name) != name || notPlace(name) {
		return ""
	}
	return name
}

func numeral(w string) bool { return strings.Trim(w, "0123456789.,:+-") == "" }

// timeOfDay reports "5.30am" and "17:20h".
func timeOfDay(w string) bool {
	if !isDigit(w[0]) {
		return false
	}
	_, end := clockAt(w, 0)
	return end == len(w)
}

// clockWord reports a weekday, or the name of a time zone.
func clockWord(w string) bool {
	return zoneNames().has(w) || weekdayNames().has(w)
}

// takeDates makes the dates of a block the article's, each as what the words
// before it announce.
func (f *frame) takeDates(v *view, dates []found) {
	at := 0
	for _, d := range dates {
		class, _ := leftOver(v.text[at:d.start], true)
		at = d.end
		if d.readings[0].year == 0 {
			continue
		}
		f.laterTime(v, &d)
		basis := article.Opt("date-line")
		if v.Kind == article.BlockByline {
			basis = "byline"
		}
		span := v.span(d.start, d.end)
		place := placeBefore(v.text[:d.start])
		if place == "" {
			place = placeBehind(v.text[d.end:])
		}
		if place != "" && f.a.Dateline == nil && len(d.readings) == 1 {
			f.a.Dateline = &article.Dateline{Place: article.Opt(place), Date: article.Opt(d.readings[0].value())}
		}
		switch {
		case class == "update" && f.a.Updated == nil:
			f.a.Updated = f.date(d, span, string(basis))
		case class != "update" && f.a.Published == nil:
			f.a.Published = f.date(d, span, string(basis))
		case class != "update" && f.a.Published.Span == nil && f.sameDay(d):
			f.locate(d, span)
		}
	}
}

// laterTime takes a time of day that stands before the date: "14:30, 5 April".
func (f *frame) laterTime(v *view, d *found) {
	if d.readings[0].prec != toDay || d.start == 0 {
		return
	}
	head := v.text[:d.start]
	for i := 0; i < len(head); i++ {
		if !isDigit(head[i]) || i > 0 && wordRune(rune(head[i-1])) {
			continue
		}
		if t, end := clockAt(head, i); end > 0 {
			zone, end := zoneAt(head, end)
			if strings.Trim(head[end:], " ,|-") != "" {
				continue // of another date in the line
			}
			for k := range d.readings {
				d.readings[k].setTime(t, zone)
			}
			d.start = i
			return
		}
	}
}

// sameDay reports whether a date line repeats the stated date of publication.
func (f *frame) sameDay(d found) bool {
	for _, r := range d.readings {
		if strings.HasPrefix(f.a.Published.Value, day(r.stamp)) {
			return true
		}
	}
	return false
}

// locate notes where the text shows the stated date, in the stated words only.
func (f *frame) locate(d found, span article.Span) {
	if span.In(f.a.Text) == f.a.Published.Text {
		f.a.Published.Span = &span
	}
}

func day(s stamp) string {
	s.prec = min(s.prec, toDay)
	return s.value()
}

// stated reads the dates that the file states as words. What cannot be read is
// no date.
func (f *frame) stated() {
	f.a.Published = f.read(f.a.Published, "published")
	f.a.Updated = f.read(f.a.Updated, "updated")
}

func (f *frame) read(d *article.Date, field string) *article.Date {
	if d == nil || d.Value != "" {
		return d
	}
	found, ok := wholeDate(d.Text)
	if !ok {
		f.note(article.NoteUnreadField, article.Warning, d.Span, "%s: %q is not a date", field, cut(d.Text, 60))
		return nil
	}
	basis := d.Basis
	if basis == "" {
		basis = "stated"
	}
	span := d.Span
	if span == nil {
		full := f.date(found, article.Span{}, basis)
		full.Text, full.Span = d.Text, nil
		return full
	}
	return f.date(found, *span, basis)
}

// wholeDate reads the date that a metadata field holds: the first one told to
// the day, else the first, else a bare year or seconds since 1970.
func wholeDate(s string) (found, bool) {
	s = strings.TrimSpace(s)
	dates := datesIn(cut(s, 200))
	for _, d := range dates {
		if r := d.readings[0]; r.year != 0 && r.prec >= toDay {
			return d, true
		}
	}
	for _, d := range dates {
		if d.readings[0].year != 0 {
			return d, true
		}
	}
	n, end := number(s, 0)
	switch {
	case end != len(s):
		return found{}, false
	case end == 4 && plausible(n):
		return one(end, stamp{year: n, prec: toYear})
	case end == 13:
		n /= 1000
		fallthrough
	case end == 10:
		t := time.Unix(int64(n), 0).UTC()
		return one(end, stamp{year: t.Year(), month: int(t.Month()), day: t.Day(), hour: t.Hour(),
			minute: t.Minute(), sec: t.Second(), zone: "Z", prec: toSecond})
	}
	return found{}, false
}

// cut is at most n bytes of s, whole letters.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}

// fromURL takes a date that the article's address states: /2017/04/05/.
func (f *frame) fromURL() {
	if f.a.Published != nil {
		return
	}
	url := string(f.a.Source.URL)
	for i := 0; i+12 <= len(url); i++ {
		if url[i] != '/' || url[i+5] != '/' || url[i+8] != '/' || url[i+11] != '/' {
			continue
		}
		if d, ok := dayAt(url[:i+11], i+1); ok && d.end == i+11 {
			f.a.Published = f.date(d, article.Span{}, "url")
			f.a.Published.Text, f.a.Published.Span = url[i+1:i+11], nil
			return
		}
	}
}

// date makes a found date the article's, settling which reading holds.
func (f *frame) date(d found, span article.Span, basis string) *article.Date {
	best, why := f.settle(d)
	out := &article.Date{
		Value: best.value(), Text: span.In(f.a.Text), Span: &span,
		Precision: best.prec.String(), Basis: basis, Alternatives: []string{},
	}
	if why == nil {
		return out
	}
	out.Basis = why.basis
	for _, r := range d.readings {
		if r != best {
			out.Alternatives = append(out.Alternatives, r.value())
		}
	}
	f.ambiguous = append(f.ambiguous, ambiguity{out, why})
	return out
}

// ambiguity is a date whose reading was chosen, noted when its words are known.
type ambiguity struct {
	date *article.Date
	why  *evidence
}

func (f *frame) noteAmbiguous() {
	for _, x := range f.ambiguous {
		f.note(article.NoteAmbiguousDate, x.why.severity, x.date.Span, "%s reads as %s or %s; %s",
			x.date.Text, x.date.Value, strings.Join(x.date.Alternatives, " or "), x.why.message)
	}
}

func (f *frame) note(code article.NoteCode, severity article.Severity, span *article.Span, format string, args ...any) {
	if span != nil {
		s := *span
		span = &s
	}
	f.a.Notes = append(f.a.Notes, article.Note{Code: code, Severity: severity, Message: fmt.Sprintf(format, args...), Span: span})
}
