package meta

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The date reader. It knows what stands on the page, not what was meant: a date
// of numbers alone gives every reading it can have, and nothing is added, so
// that "April 2017" stays a month and a day without a year has year 0.

// precision is how far a date is told.
type precision uint8

const (
	noDate precision = iota
	toYear
	toMonth
	toDay
	toMinute
	toSecond
)

func (p precision) String() string {
	return [...]string{"", "year", "month", "day", "minute", "second"}[p]
}

// stamp is one reading of a date. Year 0: none was given.
type stamp struct {
	year, month, day  int
	hour, minute, sec int
	zone              string // "", "Z" or "+02:00"
	prec              precision
}

// value is the stamp in ISO 8601, cut to its precision.
func (s stamp) value() string {
	b := make([]byte, 0, 32)
	b = pad(b, s.year, 4)
	if s.prec >= toMonth {
		b = pad(append(b, '-'), s.month, 2)
	}
	if s.prec >= toDay {
		b = pad(append(b, '-'), s.day, 2)
	}
	if s.prec >= toMinute {
		b = pad(append(b, 'T'), s.hour, 2)
		b = pad(append(b, ':'), s.minute, 2)
	}
	if s.prec >= toSecond {
		b = pad(append(b, ':'), s.sec, 2)
	}
	if s.prec >= toMinute {
		b = append(b, s.zone...)
	}
	return string(b)
}

func pad(b []byte, n, width int) []byte {
	d := strconv.Itoa(n)
	for i := len(d); i < width; i++ {
		b = append(b, '0')
	}
	return append(b, d...)
}

// time is the stamp's day.
func (s stamp) time() time.Time {
	return time.Date(s.year, time.Month(s.month), s.day, 0, 0, 0, 0, time.UTC)
}

// valid reports a day that the calendar has (29 February counts without a year).
func (s stamp) valid() bool {
	if s.prec == toYear {
		return true
	}
	if s.month < 1 || s.month > 12 {
		return false
	}
	if s.prec == toMonth {
		return true
	}
	year := s.year
	if year == 0 {
		year = 2000
	}
	t := time.Date(year, time.Month(s.month), s.day, 0, 0, 0, 0, time.UTC)
	return s.day >= 1 && t.Day() == s.day
}

// order is the order of the parts of a date of numbers.
type order uint8

const (
	settled order = iota // not a matter of order: a name, or the year first
	dayFirst
	monthFirst
	yearFirst
)

// reading is one way to read a date.
type reading struct {
	stamp
	order order
}

// found is a date in a text: its bytes [start, end) and its readings, two or
// more where it is ambiguous.
type found struct {
	start, end int
	readings   []reading
	dots       bool // 05.04.2017: written so only where the day comes first
}

// beforeDigits is how far before its first digit a date can start, in bytes:
// "Segunda-feira, ", "Wednesday, September ".
const beforeDigits = 36

// datesIn finds the dates of s, in order. Text without digits costs a glance.
func datesIn(s string) []found {
	var list []found
	for i := 0; i < len(s); {
		digit := i
		for digit < len(s) && !isDigit(s[digit]) {
			digit++
		}
		if digit == len(s) {
			break
		}
		if back := digit - beforeDigits; back > i {
			for i = back; i < digit && !utf8.RuneStart(s[i]); i++ {
			}
			i = min(digit, skipWord(s, i))
		}
		for i <= digit {
			r, n := utf8.DecodeRuneInString(s[i:])
			if !wordRune(r) {
				i += n
				continue
			}
			f, ok := dateAt(s, i)
			if ok {
				list = append(list, f)
			}
			i = max(f.end, skipWord(s, i)) // past 31 April 2017, too: its "April 2017" is no date
		}
	}
	return list
}

// skipWord is the end of the word or number at i, without the marks that may
// join two words: a date can start behind each.
func skipWord(s string, i int) int {
	digits := isDigit(s[i])
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !wordRune(r) || digits != (r < utf8.RuneSelf && isDigit(byte(r))) {
			break
		}
		i += n
	}
	return i
}

// dateAt reads the date that starts at i, its weekday and time of day included.
func dateAt(s string, i int) (found, bool) {
	start := i
	if _, end := lookup(s, i, weekdayNames()); end > 0 {
		i = skip(s, end, " ,.")
		i = skipArticle(s, i)
	}
	f, ok := dayAt(s, i)
	if !ok {
		return f, false
	}
	f.start = start
	f.end = weekdayBehind(s, f.end)
	f.addTime(s)
	return f, true
}

// dayAt reads a date without weekday and time.
func dayAt(s string, i int) (found, bool) {
	if i >= len(s) {
		return found{}, false
	}
	if !isDigit(s[i]) {
		return monthAt(s, i)
	}
	n, end := number(s, i)
	switch {
	case end-i == 8:
		return compactAt(n, end)
	case end-i == 4:
		return yearAt(s, n, end)
	case end-i > 2:
		return found{}, false
	}
	if f, ok := numericAt(s, n, end); ok {
		return f, true
	}
	return dayMonthAt(s, n, end)
}

// compactAt reads 20170405.
func compactAt(n, end int) (found, bool) {
	return one(end, stamp{year: n / 10000, month: n / 100 % 100, day: n % 100, prec: toDay})
}

// yearAt reads 2017-04-05, 2017/4/5, 2017.04.05, 2017-04 and 2017年4月5日.
func yearAt(s string, year, i int) (found, bool) {
	sep, n := utf8.DecodeRuneInString(s[i:])
	if !strings.ContainsRune("-/.年년", sep) {
		return found{}, false
	}
	p := skip(s, i+n, " ")
	month, end := number(s, p)
	if end == p && sep == '.' {
		return yearMonthAt(s, year, p)
	}
	if end == p || end-p > 2 {
		return found{}, false
	}
	next, n := utf8.DecodeRuneInString(s[end:])
	if next == sep || next == '月' || next == '월' {
		p := skip(s, end+n, " ")
		if day, dayEnd := number(s, p); dayEnd > p && dayEnd-p <= 2 {
			if r := runeAt(s, dayEnd); r == '日' || r == '일' {
				dayEnd += utf8.RuneLen(r)
			}
			return one(dayEnd, stamp{year: year, month: month, day: day, prec: toDay})
		}
	}
	if sep == '-' && end-p == 2 && next != '-' { // 2017-04, but not 1990-94
		return one(end, stamp{year: year, month: month, prec: toMonth})
	}
	return found{}, false
}

// yearMonthAt reads the rest of 2017. április 5.
func yearMonthAt(s string, year, i int) (found, bool) {
	name, end := lookup(s, i, monthNames())
	if end == 0 || end == i {
		return found{}, false
	}
	month, _ := strconv.Atoi(name)
	p := skip(s, end, " ")
	day, end := number(s, p)
	if end == p || end-p > 2 {
		return found{}, false
	}
	if end < len(s) && s[end] == '.' {
		end++
	}
	return one(end, stamp{year: year, month: month, day: day, prec: toDay})
}

// numericAt reads 05/04/2017, 5.4.17, 05-04-2017: every reading it has.
func numericAt(s string, a, i int) (found, bool) {
	if i >= len(s) || !strings.ContainsRune("/.-", rune(s[i])) {
		return found{}, false
	}
	sep := s[i]
	i++
	if sep == '.' {
		i = skip(s, i, " ")
	}
	b, end := number(s, i)
	if end == i || end-i > 2 || end >= len(s) || s[end] != sep {
		return found{}, false
	}
	i = end + 1
	if sep == '.' {
		i = skip(s, i, " ")
	}
	year, end := number(s, i)
	if end-i != 2 && end-i != 4 || end < len(s) && wordRune(runeAt(s, end)) {
		return found{}, false
	}
	f := found{end: end, dots: sep == '.'}
	full := year
	if end-i == 2 {
		full = century(year)
	}
	f.add(reading{stamp{year: full, month: b, day: a, prec: toDay}, dayFirst})
	f.add(reading{stamp{year: full, month: a, day: b, prec: toDay}, monthFirst})
	if end-i == 2 && a > 12 { // 17/04/05: the year may stand first
		f.add(reading{stamp{year: century(a), month: b, day: year, prec: toDay}, yearFirst})
	}
	return f, len(f.readings) > 0
}

// add adds a reading that the calendar has and that is not there yet.
func (f *found) add(r reading) {
	if !r.valid() || !plausible(r.year) {
		return
	}
	for _, x := range f.readings {
		if x.stamp == r.stamp {
			return
		}
	}
	f.readings = append(f.readings, r)
}

// century completes a year of two digits: 70 to 99 are of the last century.
func century(y int) int {
	if y >= 70 {
		return 1900 + y
	}
	return 2000 + y
}

// plausible bounds the years that news is dated by.
func plausible(year int) bool { return year >= 1600 && year < 2200 }

// dayMonthAt reads 5 April 2017, 5th of April, 5. April 2017, 1er avril 2017,
// 5 de abril de 2017, 05-Apr-17.
func dayMonthAt(s string, day, i int) (found, bool) {
	i = skipOrdinal(s, i)
	dash := i < len(s) && s[i] == '-'
	if dash {
		i++
	}
	i = skip(s, i, " .\u00a0")
	i = skipArticle(s, i)
	month, end := lookup(s, i, monthNames())
	if end == 0 {
		return found{}, false
	}
	m, _ := strconv.Atoi(month)
	st := stamp{month: m, day: day, prec: toDay}
	year, yearEnd := yearBehind(s, end, dash)
	if yearEnd > 0 {
		st.year, end = year, yearEnd
	} else if !sureMonth(s[i:end]) {
		return found{}, false
	}
	return one(end, st)
}

// sureMonth reports whether a month's name says so without a year: "5 out",
// "2 mar" and "10 march" may be other words.
func sureMonth(name string) bool {
	if len(name) <= 3 {
		return english3(name) && unicode.IsUpper(firstRune(name))
	}
	return name != "march"
}

// english3 reports the English short months and May, in any case.
func english3(w string) bool {
	return len(w) == 3 && strings.Contains("jan feb mar apr may jun jul aug sep oct nov dec", strings.ToLower(w))
}

// capitalDay reports whether the month's name at i is capitalised.
func capitalDay(s string, i int) bool { return unicode.IsUpper(runeAt(s, i)) }

// monthAt reads April 5, 2017, April 5th, April 2017, Apr 5 14:30:00 2017.
func monthAt(s string, i int) (found, bool) {
	month, end := lookup(s, i, monthNames())
	if end == 0 || end-i <= 3 && !english3(s[i:end]) {
		return found{}, false
	}
	m, _ := strconv.Atoi(month)
	p := skip(s, end, " .,\u00a0")
	n, numEnd := number(s, p)
	if numEnd > p && numEnd-p <= 2 && p > end && capitalDay(s, i) {
		return monthDayAt(s, m, n, numEnd)
	}
	if year, yearEnd := yearBehind(s, end, false); yearEnd > 0 {
		return one(yearEnd, stamp{year: year, month: m, prec: toMonth})
	}
	return found{}, false
}

// monthDayAt reads what follows "April 5".
func monthDayAt(s string, month, day, i int) (found, bool) {
	if i+1 < len(s) && strings.IndexByte(":.,%", s[i]) >= 0 && (s[i] == '%' || isDigit(s[i+1])) {
		if n, end := number(s, i+1); s[i] != ',' || end-i != 5 || !plausible(n) {
			return found{}, false // "May 14:30", "June 5,000", but "May 14,2017"
		}
	}
	i = skipOrdinal(s, i)
	st := stamp{month: month, day: day, prec: toDay}
	if year, end := yearBehind(s, i, false); end > 0 {
		st.year, i = year, end
	} else if at := skip(s, i, " "); at < len(s) && isDigit(s[at]) { // Apr 5 14:30:00 2017
		if t, end := clockAt(s, at); end > 0 && t.prec == toSecond {
			zone, end := zoneAt(s, end) // Apr 5 14:30:00 CEST 2017
			if year, end := yearBehind(s, end, false); end > 0 {
				st.year, i = year, end
				st.hour, st.minute, st.sec, st.prec = t.hour, t.minute, t.sec, toSecond
				st.zone = offset(zone, st)
			}
		}
	}
	return one(i, st)
}

// yearBehind reads the year behind a month or a day: " 2017", ", 2017",
// " de 2017", "-17" behind a dash, "'17". End 0: there is none.
func yearBehind(s string, i int, dash bool) (year, end int) {
	p := skip(s, i, " .,\u00a0")
	if p == i && p < len(s) && (s[p] == '-' || s[p] == '/') {
		p++
	}
	if p == i {
		return 0, 0
	}
	p = skipArticle(s, p)
	short := dash && s[p-1] == '-'
	if p < len(s) && (s[p] == '\'' || strings.HasPrefix(s[p:], "’")) {
		p += utf8.RuneLen(runeAt(s, p))
		short = true
	}
	n, end := number(s, p)
	switch {
	case end-p == 4 && plausible(n) && !(end < len(s) && wordRune(runeAt(s, end)) && !isZoneMark(s[end])):
		return n, end
	case end-p == 2 && short:
		return century(n), end
	}
	return 0, 0
}

func isZoneMark(c byte) bool { return c == 'T' }

// one is a found date of a single reading; false, with the end, for a day that
// the calendar does not have.
func one(end int, s stamp) (found, bool) {
	if !s.valid() || s.year != 0 && !plausible(s.year) {
		return found{end: end}, false
	}
	return found{end: end, readings: []reading{{stamp: s}}}, true
}
