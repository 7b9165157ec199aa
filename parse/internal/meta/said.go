package meta

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"dossier/article"
)

const relativeBasis = "relative to published"

// Said resolves words that tell when ("on Wednesday", "last week", "April 4")
// against the article's publication date; nil if they give no date. A weekday
// or a day without a year is the most recent one up to the publication: reports
// look back. The words of a week give precision "week" and an ISO week
// ("2017-W13").
func Said(a *article.Article, words article.Span) *article.Date {
	text := words.In(a.Text)
	if text == "" || len(text) > 200 {
		return nil
	}
	pub, known := publishedDay(a)
	m, ok := moment{}, false
	if m, ok = fullDate(text); !ok && known {
		m, ok = relativeTo(text, pub)
	}
	if !ok {
		return nil
	}
	span := words
	return &article.Date{Value: m.value, Text: text, Span: &span, Precision: m.precision, Basis: m.basis, Alternatives: []string{}}
}

// moment is a date that words resolve to.
type moment struct{ value, precision, basis string }

// publishedDay is the day of publication, if it is known to the day.
func publishedDay(a *article.Article) (time.Time, bool) {
	if a.Published == nil || len(a.Published.Value) < 10 {
		return time.Time{}, false
	}
	t, err := time.Parse(time.DateOnly, a.Published.Value[:10])
	return t, err == nil
}

// fullDate resolves words that hold their own year: "5 April 2017", "in 2016".
func fullDate(s string) (moment, bool) {
	for _, d := range datesIn(s) {
		if r := d.readings[0]; r.year != 0 && len(d.readings) == 1 {
			return moment{r.value(), r.prec.String(), "stated"}, true
		}
	}
	fields := strings.Fields(s)
	for i, w := range fields {
		w = strings.Trim(w, ".,")
		if n, end := number(w, 0); end == 4 && end == len(w) && plausible(n) && (len(fields) == 1 || i > 0 && yearWord(fields[i-1])) {
			return moment{w, "year", "stated"}, true
		}
	}
	return moment{}, false
}

// yearWord reports words after which four digits are a year.
func yearWord(w string) bool {
	switch strings.ToLower(w) {
	case "in", "since", "by", "late", "early", "mid", "during", "until", "before", "after", "of", "year":
		return true
	}
	return false
}

// relativeTo resolves words that count from the day of publication.
func relativeTo(s string, pub time.Time) (moment, bool) {
	for _, d := range datesIn(s) {
		if r := d.readings[0]; r.year == 0 {
			return onDay(before(r.stamp, pub).time()), true
		}
	}
	words := whenWords(s)
	for i, w := range words {
		if m, ok := byWord(words, i, w, pub); ok {
			return m, true
		}
	}
	return moment{}, false
}

// whenWords is the words of s in lower case, without marks; month and weekday
// names keep their capital, which tells "May" from "may".
func whenWords(s string) []string {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",.()-–—'’", r) })
	for i, w := range words {
		if low := strings.ToLower(w); !unicode.IsUpper(firstRune(w)) || !monthNames().has(low) {
			words[i] = low
		}
	}
	return words
}

// byWord resolves the word at i with those before and behind it.
func byWord(words []string, i int, w string, pub time.Time) (moment, bool) {
	prev, next := "", ""
	if i > 0 {
		prev = words[i-1]
	}
	if i+1 < len(words) {
		next = words[i+1]
	}
	switch w {
	case "today", "tonight":
		return onDay(pub), true
	case "yesterday":
		return onDay(pub.AddDate(0, 0, -1)), true
	case "tomorrow":
		return onDay(pub.AddDate(0, 0, 1)), true
	case "this":
		switch next {
		case "morning", "afternoon", "evening":
			return onDay(pub), true
		}
		return unit(next, 0, pub)
	case "last", "past":
		if next == "night" {
			return onDay(pub.AddDate(0, 0, -1)), true
		}
		return unit(next, -1, pub)
	case "next":
		return unit(next, +1, pub)
	case "ago":
		return ago(words[:i], pub)
	}
	if v, ok := weekdayNames().of(w); ok && len(w) >= 5 {
		return onWeekday(int(v[0]-'0'), prev, pub), true
	}
	if v, ok := monthNames().of(strings.ToLower(w)); ok && unicode.IsUpper(firstRune(w)) && len(w) >= 3 && monthWord(prev) {
		return inMonth(v, prev, pub), true
	}
	return moment{}, false
}

func onDay(t time.Time) moment {
	return moment{t.Format(time.DateOnly), "day", relativeBasis}
}

// onWeekday is the weekday at or before the publication; "last" is before it,
// "next" after it.
func onWeekday(iso int, prev string, pub time.Time) moment {
	back := (int(pub.Weekday()) - iso + 14) % 7
	switch prev {
	case "last":
		if back == 0 {
			back = 7
		}
	case "next", "coming":
		back -= 7
	}
	return onDay(pub.AddDate(0, 0, -back))
}

// unit is this, last or next week, month or year.
func unit(name string, n int, pub time.Time) (moment, bool) {
	first := time.Date(pub.Year(), pub.Month(), 1, 0, 0, 0, 0, time.UTC)
	switch name {
	case "week":
		return inWeek(pub.AddDate(0, 0, 7*n)), true
	case "month":
		return moment{first.AddDate(0, n, 0).Format("2006-01"), "month", relativeBasis}, true
	case "year":
		return moment{strconv.Itoa(pub.Year() + n), "year", relativeBasis}, true
	}
	return moment{}, false
}

func inWeek(t time.Time) moment {
	year, week := t.ISOWeek()
	return moment{fmt.Sprintf("%04d-W%02d", year, week), "week", relativeBasis}
}

// ago resolves "two days ago", "a week ago".
func ago(words []string, pub time.Time) (moment, bool) {
	if len(words) < 2 {
		return moment{}, false
	}
	n := small(words[len(words)-2])
	if n == 0 {
		return moment{}, false
	}
	switch strings.TrimSuffix(words[len(words)-1], "s") {
	case "day":
		return onDay(pub.AddDate(0, 0, -n)), true
	case "week":
		return inWeek(pub.AddDate(0, 0, -7*n)), true
	case "month":
		return unit("month", -n, pub)
	case "year":
		return unit("year", -n, pub)
	}
	return moment{}, false
}

// small reads a number up to 99, in digits or, up to twelve, in words.
func small(w string) int {
	if n, err := strconv.Atoi(w); err == nil && n > 0 && n < 100 {
		return n
	}
	for i, name := range [...]string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"} {
		if w == name {
			return i + 1
		}
	}
	if w == "a" || w == "an" {
		return 1
	}
	return 0
}

// monthWord reports words after which a month's name is one.
func monthWord(prev string) bool {
	switch prev {
	case "in", "last", "since", "late", "early", "mid", "this", "during", "until", "by", "of":
		return true
	}
	return false
}

// inMonth is the month at or before the publication's; "last" is before it.
func inMonth(name, prev string, pub time.Time) moment {
	m, _ := strconv.Atoi(name)
	year := pub.Year()
	if m > int(pub.Month()) || prev == "last" && m == int(pub.Month()) {
		year--
	}
	return moment{fmt.Sprintf("%04d-%02d", year, m), "month", relativeBasis}
}

// before gives a day without a year the last one that is not after t.
func before(s stamp, t time.Time) stamp {
	s.year = t.Year()
	if s.time().After(t) || !s.valid() {
		s.year--
	}
	return s.leap()
}

// nearestYear gives a day without a year the one that is nearest to t.
func nearestYear(s stamp, t time.Time) stamp {
	best := s
	for year := t.Year() - 1; year <= t.Year()+1; year++ {
		s.year = year
		if best.year == 0 || s.time().Sub(t).Abs() < best.time().Sub(t).Abs() {
			best = s
		}
	}
	return best.leap()
}

// leap moves 29 February back to the last year that has one.
func (s stamp) leap() stamp {
	for !s.valid() && s.year > 0 {
		s.year--
	}
	return s
}
