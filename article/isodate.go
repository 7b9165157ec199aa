package article

import (
	"strconv"
	"strings"
	"time"
)

// isoLayouts are the forms of a date by its precision. A time may state its
// zone or leave it open.
var isoLayouts = map[string][]string{
	"year":   {"2006"},
	"month":  {"2006-01"},
	"day":    {"2006-01-02"},
	"minute": {"2006-01-02T15:04", "2006-01-02T15:04Z07:00"},
	"second": {"2006-01-02T15:04:05", "2006-01-02T15:04:05Z07:00"},
}

// isoDate reports whether value is ISO 8601, cut to precision; any precision for
// "", as a reader found it.
func isoDate(value, precision string) bool {
	if precision == "week" || precision == "" && isoWeek(value) {
		return isoWeek(value)
	}
	for p, layouts := range isoLayouts {
		if precision != "" && p != precision {
			continue
		}
		for _, layout := range layouts {
			if _, err := time.Parse(layout, value); err == nil {
				return true
			}
		}
	}
	return false
}

// isoWeek reports a week of a year: "2019-W46".
func isoWeek(value string) bool {
	year, week, ok := strings.Cut(value, "-W")
	if _, err := time.Parse("2006", year); !ok || err != nil || len(week) != 2 {
		return false
	}
	n, err := strconv.Atoi(week)
	return err == nil && 1 <= n && n <= 53
}
