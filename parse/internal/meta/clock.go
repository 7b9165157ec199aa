package meta

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// addTime reads a time of day behind the date, with its zone, into every
// reading that is told to the day.
func (f *found) addTime(s string) {
	if f.readings[0].prec != toDay {
		f.addZone(s)
		return
	}
	t, end := clockAt(s, timeStart(s, f.end))
	if end == 0 {
		return
	}
	zone, end := zoneAt(s, end)
	f.end = end
	for i := range f.readings {
		f.readings[i].setTime(t, zone)
	}
}

// addZone reads the zone of a date that already has its time (a C time stamp).
func (f *found) addZone(s string) {
	if f.readings[0].prec >= toMinute {
		zone, end := zoneAt(s, f.end)
		if end == f.end {
			return
		}
		f.end = end
		f.readings[0].setTime(f.readings[0].stamp, zone)
	}
}

func (r *reading) setTime(t stamp, zone string) {
	r.hour, r.minute, r.sec, r.prec = t.hour, t.minute, t.sec, t.prec
	r.zone = offset(zone, r.stamp)
}

// timeStart skips what may stand between a date and its time of day.
func timeStart(s string, i int) int {
	for start := -1; start != i; {
		start = i
		i = skip(s, i, " ,|/•·–—-\u00a0\u202f\n(")
		if i < len(s) && (s[i] == 'T' || s[i] == 't') && i+1 < len(s) && isDigit(s[i+1]) {
			return i + 1
		}
		for _, w := range [...]string{"at", "um", "à", "às", "alle", "ore", "h", "kl.", "kl", "klo", "о", "об", "в", "a las", "om", "o godz.", "godz.", "saat", "г.", "р.", "r.", "год", "года", "року"} {
			if n := len(w); len(s)-i > n && strings.EqualFold(s[i:i+n], w) && (s[i+n] == ' ' || s[i+n] == ',') {
				i += n + 1
				break
			}
		}
	}
	return i
}

// clockAt reads 14:30, 14:30:05.123, 2:30 p.m., 14h30, 14.30, 2pm, and 143000
// behind a "T". End 0: there is no time of day.
func clockAt(s string, i int) (t stamp, end int) {
	h, p := number(s, i)
	if n := p - i; n == 0 || n == 3 || n > 6 || n == 5 {
		return t, 0
	} else if n >= 4 {
		return compactClock(s, i, h, p)
	}
	t.hour = h
	if p < len(s) && strings.IndexByte(":.hH", s[p]) >= 0 {
		m, q := number(s, p+1)
		switch {
		case q-p == 3:
			t.minute, t.prec = m, toMinute
			if s[p] == '.' && q < len(s) && (s[q] == '.' && q+1 < len(s) && isDigit(s[q+1]) || s[q] == '%') {
				return t, 0 // a date or a figure
			}
			q = seconds(s, q, &t)
		case q == p+1 && (s[p] == 'h' || s[p] == 'H') && !wordAt(s, q):
			t.prec = toMinute
		default:
			q = p
		}
		p = q
	}
	if t.prec < toMinute {
		p = hanClock(s, p, &t)
	}
	p = halfDay(s, p, &t)
	if t.prec < toMinute || t.hour > 23 || t.minute > 59 || t.sec > 60 || isDigitAt(s, p) {
		return t, 0
	}
	return t, p
}

// hanClock reads the rest of 14時30分, 14点30分 and 14시 30분.
func hanClock(s string, i int, t *stamp) int {
	if r := runeAt(s, i); r != '時' && r != '时' && r != '点' && r != '點' && r != '시' {
		return i
	}
	p := skip(s, i+3, " ")
	m, end := number(s, p)
	if r := runeAt(s, end); end > p && end-p <= 2 && (r == '分' || r == '분') {
		t.minute, t.prec = m, toMinute
		return end + 3
	}
	return i
}

// compactClock reads 1430 and 143005, which stand only behind a "T".
func compactClock(s string, i, n, end int) (t stamp, at int) {
	if i == 0 || s[i-1] != 'T' {
		return t, 0
	}
	t.prec = toMinute
	if end-i == 6 {
		t.sec, n, t.prec = n%100, n/100, toSecond
	}
	t.hour, t.minute = n/100, n%100
	if t.hour > 23 || t.minute > 59 || t.sec > 60 {
		return t, 0
	}
	return t, end
}

// seconds reads ":05" and ":05.123" behind hours and minutes.
func seconds(s string, i int, t *stamp) int {
	if i >= len(s) || s[i] != ':' {
		return i
	}
	n, end := number(s, i+1)
	if end-i != 3 {
		return i
	}
	t.sec, t.prec = n, toSecond
	if end+1 < len(s) && (s[end] == '.' || s[end] == ',') && isDigit(s[end+1]) {
		_, end = number(s, end+1)
	}
	return end
}

// halfDay reads "pm", "p.m." and makes hours of them; a bare hour becomes a
// time of day by it.
func halfDay(s string, i int, t *stamp) int {
	p := skip(s, i, " \u00a0\u202f")
	for _, w := range [...]string{"a.m.", "p.m.", "a.m", "p.m", "am", "pm"} {
		if len(s)-p < len(w) || !strings.EqualFold(s[p:p+len(w)], w) || wordAt(s, p+len(w)) || t.hour > 12 || t.hour == 0 {
			continue
		}
		t.hour %= 12
		if w[0] == 'p' {
			t.hour += 12
		}
		t.prec = max(t.prec, toMinute)
		return p + len(w)
	}
	return i
}

// zoneAt reads "Z", "+02:00", "+0200", "GMT", "UTC+3", "(MSK)" behind a time:
// an offset, a name of the list, or "" with the end unmoved.
func zoneAt(s string, i int) (zone string, end int) {
	p := skip(s, i, " (\u00a0")
	j := p
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		if !unicode.IsLetter(r) {
			break
		}
		j += n
	}
	name := ""
	if j > p {
		if j-p > 10 || s[p:j] != strings.ToUpper(s[p:j]) {
			return "", uhr(s, p, j, i) // zone names are upper case
		}
		value, ok := zoneNames().of(strings.ToLower(s[p:j]))
		if !ok {
			return "", i
		}
		if name = value; name != "+00:00" {
			return name, closed(s, p, j)
		}
	}
	if off, e := offsetAt(s, j); e > 0 {
		return off, closed(s, p, e)
	}
	if name != "" {
		return name, closed(s, p, j)
	}
	return "", i
}

// uhr skips the German word that ends a time.
func uhr(s string, p, j, i int) int {
	if s[p:j] == "Uhr" {
		return j
	}
	return i
}

// closed includes the bracket that closes "(MSK)".
func closed(s string, p, end int) int {
	if p > 0 && s[p-1] == '(' && end < len(s) && s[end] == ')' {
		return end + 1
	}
	return end
}

// offsetAt reads +02:00, +0200, -5, +3.
func offsetAt(s string, i int) (off string, end int) {
	sign := ""
	switch {
	case i < len(s) && (s[i] == '+' || s[i] == '-'):
		sign, i = s[i:i+1], i+1
	case strings.HasPrefix(s[i:], "−"):
		sign, i = "-", i+len("−")
	default:
		return "", 0
	}
	n, end := number(s, i)
	h, m := n, 0
	switch end - i {
	case 1, 2:
		if end+2 < len(s) && s[end] == ':' && isDigit(s[end+1]) {
			m, end = number(s, end+1)
		}
	case 4:
		h, m = n/100, n%100
	default:
		return "", 0
	}
	if h > 14 || m > 59 {
		return "", 0
	}
	b := pad([]byte(sign), h, 2)
	return string(pad(append(b, ':'), m, 2)), end
}

// offset is the ISO form of a zone on the stamp's day.
func offset(zone string, on stamp) string {
	switch {
	case zone == "" || zone == "-":
		return ""
	case strings.HasPrefix(zone, "us-"):
		return northAmerican(zone[3:], on)
	case zone == "+00:00" || zone == "-00:00":
		return "Z"
	}
	return zone
}

// northAmerican is the offset of "ET", "CT", "MT" or "PT" on the stamp's day:
// one hour nearer to UTC from the second Sunday of March to the first of
// November, the rule since 2007. Before, the offset stays open.
func northAmerican(winter string, on stamp) string {
	n, _ := strconv.Atoi(winter)
	if on.year < 2007 {
		return ""
	}
	day := on.time()
	if !day.Before(sunday(on.year, time.March, 2)) && day.Before(sunday(on.year, time.November, 1)) {
		n--
	}
	return string(append(pad([]byte("-"), n, 2), ":00"...))
}

// sunday is the nth Sunday of a month.
func sunday(year int, month time.Month, nth int) time.Time {
	first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, (7-int(first.Weekday()))%7+7*(nth-1))
}

// wordAt reports whether a letter or digit stands at i.
func wordAt(s string, i int) bool { return i < len(s) && wordRune(runeAt(s, i)) }

func isDigitAt(s string, i int) bool { return i < len(s) && isDigit(s[i]) }
