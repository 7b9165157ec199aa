package formats

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dossier/article"
	"dossier/formats/internal/page"
)

// normal is text of a field that does not stand in the article: NFC, trimmed,
// without control characters.
func normal(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) || invisible(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.TrimSpace(norm.NFC.String(s))
}

// isoLayouts are the forms of ISO 8601 that fields have, with what they say.
var isoLayouts = []struct{ layout, value, precision string }{
	{"2006-01-02", "2006-01-02", "day"},
	{"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05Z07:00", "second"},
	{"2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05Z07:00", "second"},
	{"2006-01-02T15:04:05", "2006-01-02T15:04:05", "second"},
	{"2006-01-02T15:04Z07:00", "2006-01-02T15:04Z07:00", "minute"},
	{"2006-01-02T15:04", "2006-01-02T15:04", "minute"},
	{"2006-01-02 15:04:05 Z0700", "2006-01-02T15:04:05Z07:00", "second"},
	{"2006-01-02 15:04:05 Z07:00", "2006-01-02T15:04:05Z07:00", "second"},
	{"2006-01-02 15:04:05Z07:00", "2006-01-02T15:04:05Z07:00", "second"},
	{"2006-01-02 15:04:05", "2006-01-02T15:04:05", "second"},
	{"2006-01-02 15:04", "2006-01-02T15:04", "minute"},
	{"20060102", "2006-01-02", "day"},
	{"20060102T150405Z0700", "2006-01-02T15:04:05Z07:00", "second"},
	{"20060102T150405", "2006-01-02T15:04:05", "second"},
	{"2006-01", "2006-01", "month"},
	{"2006", "2006", "year"},
}

// statedDate is the date of a field: read if it is ISO 8601, else left to
// package parse, which finds a text without a value. nil for a blank field.
func statedDate(text, basis string) *article.Date {
	text = normal(text)
	if text == "" || page.Undated(text) {
		return nil
	}
	d := &article.Date{Text: text, Basis: basis, Alternatives: []string{}}
	if t, ok := epochTime(text); ok {
		d.Value, d.Precision = t.Format("2006-01-02T15:04:05Z07:00"), "second"
		return d
	}
	if value, precision, ok := mailDate(text); ok {
		d.Value, d.Precision = value, precision
		return d
	}
	for _, l := range isoLayouts {
		if t, err := time.Parse(l.layout, text); err == nil {
			d.Value, d.Precision = t.Format(l.value), l.precision
			break
		}
	}
	return d
}

// epochTime reads seconds or milliseconds since 1970, of the years 1973 to 2286.
func epochTime(text string) (time.Time, bool) {
	text, _, _ = strings.Cut(text, ".")
	n, err := strconv.ParseInt(text, 10, 64)
	switch {
	case err != nil:
		return time.Time{}, false
	case len(text) == 10 && text[0] != '0':
		return time.Unix(n, 0).UTC(), true
	case len(text) == 13 && text[0] != '0':
		return time.UnixMilli(n).UTC(), true
	}
	return time.Time{}, false
}

// mailZones are the zones by name of RFC 822; other names are not guessed.
var mailZones = map[string]string{
	"UT": "+0000", "UTC": "+0000", "GMT": "+0000", "Z": "+0000", "EST": "-0500", "EDT": "-0400",
	"CST": "-0600", "CDT": "-0500", "MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700",
}

// mailDate reads a date of mail and feeds, RFC 5322 with the names of RFC 822:
// "Mon, 05 Apr 2021 10:00:00 +0200", "5 Apr 2021 10:00 GMT".
func mailDate(text string) (value, precision string, ok bool) {
	if i := strings.IndexByte(text, '('); i > 0 {
		text = text[:i] // a comment: "+0200 (CEST)"
	}
	if day, rest, cut := strings.Cut(text, ","); cut && len(day) <= 9 {
		text = rest
	}
	f := strings.Fields(text)
	if len(f) != 5 {
		return "", "", false
	}
	if zone := mailZones[strings.ToUpper(f[4])]; zone != "" {
		f[4] = zone
	}
	for _, l := range []struct{ layout, value, precision string }{
		{"2 Jan 2006 15:04:05 -0700", "2006-01-02T15:04:05Z07:00", "second"},
		{"2 Jan 2006 15:04 -0700", "2006-01-02T15:04Z07:00", "minute"},
		{"2 Jan 06 15:04:05 -0700", "2006-01-02T15:04:05Z07:00", "second"},
	} {
		if t, err := time.Parse(l.layout, strings.Join(f, " ")); err == nil {
			return t.Format(l.value), l.precision, true
		}
	}
	return "", "", false
}

// startsWith reports whether the first line of text with words is title, marks
// of headings and emphasis aside.
func startsWith(text, title string) bool {
	first, _, _ := strings.Cut(strings.TrimLeftFunc(text, unicode.IsSpace), "\n")
	return sameWords(strings.Trim(first, "#*_ \t"), strings.Trim(title, "#*_ \t"))
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// sameWords compares text with white space folded.
func sameWords(a, b string) bool {
	return strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}
