package meta

import (
	"strings"
	"testing"

	"dossier/article"
)

// dateStrings is the date reader's list: words of a metadata field, and every
// reading they have, the chosen one first; "-" where they give no date.
var dateStrings = []struct{ words, want string }{
	// ISO 8601 and its kin
	{"2017-04-05", "2017-04-05"},
	{"20170405", "2017-04-05"},
	{"2017/04/05", "2017-04-05"},
	{"2017.4.5", "2017-04-05"},
	{"2017-04", "2017-04"},
	{"2017-04-05T14:30:00Z", "2017-04-05T14:30:00Z"},
	{"2017-04-05T14:30:00.123+02:00", "2017-04-05T14:30:00+02:00"},
	{"2017-04-05 14:30:00+0530", "2017-04-05T14:30:00+05:30"},
	{"2017-04-05 14:30", "2017-04-05T14:30"},
	{"20170405T143005Z", "2017-04-05T14:30:05Z"},
	{"1491402600", "2017-04-05T14:30:00Z"},
	{"1491402600000", "2017-04-05T14:30:00Z"},
	{"2017年4月5日", "2017-04-05"},
	// RFC 1123, RFC 850, C
	{"Wed, 05 Apr 2017 14:30:00 GMT", "2017-04-05T14:30:00Z"},
	{"Wed, 05 Apr 2017 14:30:00 +0300", "2017-04-05T14:30:00+03:00"},
	{"Wednesday, 05-Apr-17 14:30:00 GMT", "2017-04-05T14:30:00Z"},
	{"Wed Apr  5 14:30:00 2017", "2017-04-05T14:30:00"},
	// English, in words
	{"April 5, 2017", "2017-04-05"},
	{"5 April 2017", "2017-04-05"},
	{"5th of April, 2017", "2017-04-05"},
	{"Wednesday, April 5th, 2017", "2017-04-05"},
	{"APRIL 5, 2017", "2017-04-05"},
	{"Apr. 5, 2017 2:30 p.m. EDT", "2017-04-05T14:30-04:00"},
	{"April 5, 2017 at 12:05 AM", "2017-04-05T00:05"},
	{"December 5, 2017 2:30 PM ET", "2017-12-05T14:30-05:00"},
	{"July 5, 2017 2:30 PM ET", "2017-07-05T14:30-04:00"},
	{"5 April 2017 | 14:30 GMT", "2017-04-05T14:30Z"},
	{"5 April 2017, 14:30 (MSK)", "2017-04-05T14:30+03:00"},
	{"5 April 2017 14:30 IST", "2017-04-05T14:30"},
	{"5 April 2017 14:30 UTC+3", "2017-04-05T14:30+03:00"},
	{"April 2017", "2017-04"},
	{"2017", "2017"},
	{"5 Apr 2017 09.15 BST", "2017-04-05T09:15+01:00"},
	// other languages
	{"Mittwoch, 5. April 2017, 14:30 Uhr", "2017-04-05T14:30"},
	{"5. März 2017", "2017-03-05"},
	{"mercredi 5 avril 2017 à 14h30", "2017-04-05T14:30"},
	{"1er août 2017", "2017-08-01"},
	{"5 de abril de 2017", "2017-04-05"},
	{"mercoledì 5 aprile 2017", "2017-04-05"},
	{"5 de março de 2017, às 14h30", "2017-03-05T14:30"},
	{"5 mei 2017 om 14:30", "2017-05-05T14:30"},
	{"5 kwietnia 2017 r., godz. 14:30", "2017-04-05T14:30"},
	{"5 апреля 2017 г., 14:30", "2017-04-05T14:30"},
	{"5 квітня 2017 року", "2017-04-05"},
	{"5 Nisan 2017 Çarşamba", "2017-04-05"},
	{"den 5 maj 2017 kl. 14.30", "2017-05-05T14:30"},
	{"středa 5. dubna 2017", "2017-04-05"},
	{"5. huhtikuuta 2017 klo 14.30", "2017-04-05T14:30"},
	{"5 Απριλίου 2017, 14:30", "2017-04-05T14:30"},
	{"2017. április 5. 14:30", "2017-04-05T14:30"},
	{"5. apríla 2017", "2017-04-05"},
	{"5 أبريل 2017", "2017-04-05"},
	{"5 באפריל 2017", "2017-04-05"},
	{"5 април 2017", "2017-04-05"},
	{"5. јул 2017", "2017-07-05"},
	{"Rabu, 5 Agustus 2017 14:30 WIB", "2017-08-05T14:30+07:00"},
	{"5 d’abril de 2017", "2017-04-05"},
	{"2017年4月5日 14時30分", "2017-04-05T14:30"},
	{"2017년 4월 5일 14시 30분", "2017-04-05T14:30"},
	// as templates of web sites print them
	{"Wed Apr 05 14:30:05 CEST 2017", "2017-04-05T14:30:05+02:00"},
	{"Wed Apr 05 14:30:05 EDT 2017", "2017-04-05T14:30:05-04:00"},
	{"Wed Apr 05 2017 14:30:05 GMT+0200 (CEST)", "2017-04-05T14:30:05+02:00"},
	{"2017-04-05T14:30Z", "2017-04-05T14:30Z"},
	{"2017-04-05T14:30:00.000-0400", "2017-04-05T14:30:00-04:00"},
	{"2017-04-05 14:30:00 UTC", "2017-04-05T14:30:00Z"},
	{"2017-04-05 14:30:00.123456+00:00", "2017-04-05T14:30:00Z"},
	{"05.04.2017 | 14:30 Uhr", "2017-04-05T14:30 2017-05-04T14:30"},
	{"Published 14:30 BST 5 April 2017", "2017-04-05"},
	{"Posted: Apr 05, 2017 4:00 AM EDT", "2017-04-05T04:00-04:00"},
	// numbers alone
	{"05/04/2017", "2017-04-05 2017-05-04"},
	{"5/4/17", "2017-04-05 2017-05-04"},
	{"25/04/2017", "2017-04-25"},
	{"04/25/2017", "2017-04-25"},
	{"04-04-2017", "2017-04-04"},
	{"05.04.2017", "2017-04-05 2017-05-04"},
	{"5.4.2017 14:30", "2017-04-05T14:30 2017-05-04T14:30"},
	{"17/04/05", "2005-04-17 2017-04-05"},
	// no dates
	{"31/02/2017", "-"},
	{"31 April 2017", "-"},
	{"2017-13-01", "-"},
	{"soon", "-"},
	{"5 out of 10", "-"},
	{"June 5,000 people", "-"},
	{"version 1.2.3", "-"},
	{"12345678", "-"},
	{"April", "-"},
	{"", "-"},
}

func TestDateStrings(t *testing.T) {
	if n := len(dateStrings); n < 40 {
		t.Fatalf("only %d date strings", n)
	}
	for _, c := range dateStrings {
		a := build("Harbour talks go on\n\nThe talks in Halmsund go on, the ministry said.")
		a.Published = &article.Date{Text: c.words, Basis: "front matter"}
		Frame(a, Options{})
		got := "-"
		if p := a.Published; p != nil {
			got = strings.Join(append([]string{p.Value}, p.Alternatives...), " ")
			if noted := hasNote(a, article.NoteAmbiguousDate); noted != (len(p.Alternatives) > 0) {
				t.Errorf("%q: ambiguous_date noted: %v, alternatives: %v", c.words, noted, p.Alternatives)
			}
		} else if c.words != "" && !hasNote(a, article.NoteUnreadField) {
			t.Errorf("%q: dropped without a note", c.words)
		}
		if got != c.want {
			t.Errorf("%q reads as %s, want %s", c.words, got, c.want)
		}
	}
}

func hasNote(a *article.Article, code article.NoteCode) bool {
	for _, n := range a.Notes {
		if n.Code == code {
			return true
		}
	}
	return false
}

// TestMonths holds every month of every language of the list, in a full date.
func TestMonths(t *testing.T) {
	for form, month := range monthNames().each() {
		words := "5 " + form + " 2017"
		d, ok := wholeDate(words)
		if !ok || len(d.readings) != 1 || d.readings[0].value() != "2017-"+strings.Repeat("0", 2-len(month))+month+"-05" {
			t.Errorf("%q reads as %+v", words, d.readings)
		}
	}
}

func TestSettle(t *testing.T) {
	const body = "The talks in Halmsund go on, the ministry said, and nobody knows for how long they will."
	cases := []struct{ name, stated, body, want, basis string }{
		{"order option", "date: 05/04/2017\norder: mdy", body, "2017-05-04", "order option"},
		{"order option, year first", "date: 17/04/05\norder: ymd", body, "2017-04-05", "order option"},
		{"numbers elsewhere", "date: 05/04/2017", body + " It began on 03/25/2017.", "2017-05-04", "other dates"},
		{"words elsewhere", "date: 05/04/2017", body + " It began on May 2, 2017.", "2017-05-04", "other dates"},
		{"far dates say nothing", "date: 05/04/2017", body + " It began on May 2, 2011.", "2017-04-05", "default"},
		{"region", "date: 05/04/2017\nlang: en-US", body, "2017-05-04", "language region"},
		{"region, British", "date: 05/04/2017\nlang: en-GB", body, "2017-04-05", "language region"},
		{"domain", "date: 05/04/2017\nurl: https://news.example.gov/a", body, "2017-05-04", "domain"},
		{"a .com says nothing", "date: 05/04/2017\nurl: https://news.example.com/a", body, "2017-04-05", "default"},
		{"dots", "date: 05.04.2017", body, "2017-04-05", "dots"},
		{"weekday", "date: 05/04/2017", body + " They met on Thursday.", "2017-05-04", "weekday"},
		{"day before", "date: 05/04/2017", body + " They met on Tuesday.", "2017-04-05", "weekday"},
		{"default", "date: 05/04/2017", body, "2017-04-05", "default"},
	}
	for _, c := range cases {
		a := build("Harbour talks go on\n\n" + c.body)
		Frame(a, state(a, c.stated))
		if a.Published.Value != c.want || a.Published.Basis != c.basis || len(a.Published.Alternatives) == 0 {
			t.Errorf("%s: %+v, want %s by %s", c.name, *a.Published, c.want, c.basis)
		}
		if !hasNote(a, article.NoteAmbiguousDate) {
			t.Errorf("%s: not noted", c.name)
		}
	}
}

// Published on Wednesday, 5 April 2017.
var saidCases = []struct{ words, value, precision string }{
	{"on Wednesday", "2017-04-05", "day"},
	{"late Monday", "2017-04-03", "day"},
	{"on Thursday", "2017-03-30", "day"},
	{"last Wednesday", "2017-03-29", "day"},
	{"next Friday", "2017-04-07", "day"},
	{"Tuesday morning", "2017-04-04", "day"},
	{"Tuesday's", "2017-04-04", "day"},
	{"today", "2017-04-05", "day"},
	{"yesterday", "2017-04-04", "day"},
	{"last night", "2017-04-04", "day"},
	{"this morning", "2017-04-05", "day"},
	{"two days ago", "2017-04-03", "day"},
	{"three weeks ago", "2017-W11", "week"},
	{"a year ago", "2016", "year"},
	{"last week", "2017-W13", "week"},
	{"earlier this week", "2017-W14", "week"},
	{"earlier this month", "2017-04", "month"},
	{"last month", "2017-03", "month"},
	{"last year", "2016", "year"},
	{"on April 4", "2017-04-04", "day"},
	{"on April 7", "2016-04-07", "day"},
	{"on 30 March", "2017-03-30", "day"},
	{"in March", "2017-03", "month"},
	{"in May", "2016-05", "month"},
	{"on 1 February 2015", "2015-02-01", "day"},
	{"in March 2016", "2016-03", "month"},
	{"in 2016", "2016", "year"},
	{"on Feb. 29", "2016-02-29", "day"},
	{"on Sunday", "2017-04-02", "day"},
	{"on the phone", "", ""},
	{"the day before", "", ""},
	{"they may", "", ""},
	{"2,000 people", "", ""},
	{"often", "", ""},
}

func TestSaid(t *testing.T) {
	for _, c := range saidCases {
		a := build("Harbour talks go on\n\nThe talks go on, it said " + c.words + " in Halmsund.")
		i := strings.Index(a.Text, c.words)
		words := article.Span{Start: i, End: i + len(c.words)}
		if got := Said(a, words); got != nil && got.Basis != "stated" {
			t.Errorf("%q without a publication date: %+v", c.words, *got)
		}
		a.Published = &article.Date{Value: "2017-04-05T08:00Z"}
		got := Said(a, words)
		switch {
		case got == nil && c.value != "":
			t.Errorf("%q: none, want %s", c.words, c.value)
		case got != nil && (got.Value != c.value || got.Precision != c.precision || got.Text != c.words || *got.Span != words):
			t.Errorf("%q: %+v, want %s (%s)", c.words, *got, c.value, c.precision)
		}
	}
}
