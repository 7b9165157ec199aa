package export

import (
	"strconv"
	"strings"
	"time"

	"dossier/article"
)

// briefEpoch dates a brief of an article without a date: equal input must give
// equal bytes.
var briefEpoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// dateOf parses the value of d, and false where it is not a date down to the day.
func dateOf(d *article.Date) (time.Time, bool) {
	if d == nil || len(d.Value) < 10 {
		return time.Time{}, false
	}
	t, err := time.Parse(time.DateOnly, d.Value[:10])
	return t, err == nil
}

// fillDate puts the parts of t into the pattern of a key.
func (l labelSet) fillDate(key string, t time.Time) string {
	month := int(t.Month()) - 1
	return l.get(key,
		"weekday", l.list("weekdays")[t.Weekday()], "wd", l.list("wd")[t.Weekday()],
		"day", strconv.Itoa(t.Day()), "year", strconv.Itoa(t.Year()),
		"month", l.list("months")[month], "Month", l.list("Months")[month],
		"mon", l.list("mons")[month])
}

// dateText renders d by a pattern that names the day; a date known to the month
// or year only says no more than that, an odd one stands as it is.
func (l labelSet) dateText(key string, d *article.Date) string {
	if t, ok := dateOf(d); ok {
		return l.fillDate(key, t)
	}
	if t, err := time.Parse("2006-01", d.Value); err == nil {
		return l.fillDate("date.month", t)
	}
	return d.Value
}

// clock is the time of day of d, or "".
func clock(d *article.Date) string {
	if len(d.Value) >= 16 && d.Value[10] == 'T' {
		return d.Value[11:16]
	}
	return ""
}

// dateOrder says how a numeric date was read where it has two readings, or "".
func (l labelSet) dateOrder(d *article.Date) string {
	t, ok := dateOf(d)
	if !ok || len(d.Alternatives) == 0 {
		return ""
	}
	numbers := strings.FieldsFunc(d.Text, func(r rune) bool { return r < '0' || r > '9' })
	if len(numbers) < 2 {
		return ""
	}
	first, err := strconv.Atoi(numbers[0])
	switch {
	case err != nil || first > 31:
		return ""
	case first == t.Day():
		return l.get("date.order")
	}
	return l.get("date.order.mdy")
}
