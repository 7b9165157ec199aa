package meta

import (
	"strings"
	"unicode/utf8"

	"dossier/article"
	"dossier/parse/internal/lexicon"
)

// evidence is one way to settle a date that reads in more than one way. They
// stand in one ordered list; the first that knows decides.
type evidence struct {
	basis    string // as the date's basis says it
	message  string // as the note says it
	severity article.Severity
	// decide is the reading that this evidence asks for; false if it is silent.
	decide func(f *frame, d found) (reading, bool)
}

var evidences = []evidence{
	{"order option", "the date order option decided", article.Info, byOption},
	{"other dates", "other dates in the file decided", article.Warning, byOtherDates},
	{"language region", "the language region decided", article.Warning, byRegion},
	{"domain", "the domain decided", article.Warning, byDomain},
	{"dots", "dates with dots have the day first", article.Warning, byDots},
	{"weekday", "the weekday in the text decided", article.Warning, byWeekday},
	{"default", "nothing decides, the day is taken to stand first", article.Warning, byDefault},
}

// settle chooses the reading of d. The evidence is nil where there is but one.
func (f *frame) settle(d found) (reading, *evidence) {
	if len(d.readings) > 1 {
		for i := range evidences {
			if r, ok := evidences[i].decide(f, d); ok {
				return r, &evidences[i]
			}
		}
	}
	return d.readings[0], nil
}

// pick is d's reading in the given order.
func (d found) pick(o order) (reading, bool) {
	for _, r := range d.readings {
		if r.order == o && o != settled {
			return r, true
		}
	}
	return reading{}, false
}

func byOption(f *frame, d found) (reading, bool) {
	switch strings.ToLower(f.opts.DateOrder) {
	case "dmy":
		return d.pick(dayFirst)
	case "mdy":
		return d.pick(monthFirst)
	case "ymd":
		return d.pick(yearFirst)
	}
	return reading{}, false
}

// evidenceText is how much of an article is searched for evidence, in bytes.
const evidenceText = 64 << 10

// byOtherDates looks for dates of numbers that have one reading ("25/03/2017"),
// and for full dates in words near one reading only.
func byOtherDates(f *frame, d found) (reading, bool) {
	votes := make([]int, len(d.readings))
	for _, other := range f.dates() {
		if len(other.readings) > 1 {
			continue
		}
		o := other.readings[0]
		if o.order != settled && !other.dots {
			for i, r := range d.readings {
				if r.order == o.order {
					votes[i] += 2
				}
			}
		} else if near := nearest(d, o.stamp); near >= 0 {
			votes[near]++
		}
	}
	return best(d, votes)
}

// nearest is the reading of d within ten days of a full date, or -1 if there is
// none or another is within twenty: reports tell of the days before them.
func nearest(d found, o stamp) int {
	if o.year == 0 || o.prec < toDay {
		return -1
	}
	near := -1
	for i, r := range d.readings {
		days := r.time().Sub(o.time()).Abs().Hours() / 24
		switch {
		case days > 20:
		case days > 10 || near >= 0:
			return -1
		default:
			near = i
		}
	}
	return near
}

// best is the reading with the most votes; none if two have as many.
func best(d found, votes []int) (reading, bool) {
	top, tie := 0, false
	for i := 1; i < len(votes); i++ {
		switch {
		case votes[i] > votes[top]:
			top, tie = i, false
		case votes[i] == votes[top]:
			tie = true
		}
	}
	if tie || votes[top] == 0 {
		return reading{}, false
	}
	return d.readings[top], true
}

// dates are the dates of the article's text and of its stated fields.
func (f *frame) dates() []found {
	if f.seen == nil {
		f.seen = append(datesIn(cut(f.a.Text, evidenceText)), datesIn(f.statedText)...)
	}
	return f.seen
}

// byRegion asks the region of the stated language: en-US, pt-BR. A language
// other than English tells by itself: nearly all write the day first.
func byRegion(f *frame, d found) (reading, bool) {
	lang, region, _ := strings.Cut(strings.ReplaceAll(f.statedTag, "_", "-"), "-")
	switch {
	case strings.EqualFold(region, "us"):
		return d.pick(monthFirst)
	case len(region) == 2 && !strings.EqualFold(region, "ca"):
		return d.pick(dayFirst)
	case lang == "" && region == "":
		lang = f.a.Language.Tag
	}
	if dayFirstLanguages.Has(strings.ToLower(lang)) {
		return d.pick(dayFirst)
	}
	return reading{}, false
}

var dayFirstLanguages = lexicon.WordsOf(
	"de", "fr", "es", "it", "pt", "nl", "pl", "ru",
	"uk", "tr", "cs", "da", "nb", "no", "fi", "el",
	"ro", "bg", "sr", "hr", "ar", "he", "id", "vi",
)

// byDomain asks the country of the article's address. ".com" says nothing, and
// Canada writes both ways.
func byDomain(f *frame, d found) (reading, bool) {
	url := string(f.a.Source.URL)
	if _, rest, ok := strings.Cut(url, "://"); ok {
		url = rest
	}
	if i := strings.IndexAny(url, "/?#:"); i >= 0 {
		url = url[:i]
	}
	switch tld := strings.ToLower(url[strings.LastIndexByte(url, '.')+1:]); {
	case tld == "us" || tld == "gov" || tld == "mil":
		return d.pick(monthFirst)
	case dayFirstDomains.Has(tld):
		return d.pick(dayFirst)
	}
	return reading{}, false
}

var dayFirstDomains = lexicon.WordsOf(
	"uk", "ie", "au", "nz", "in", "za", "pk", "bd",
	"ng", "ke", "gh", "sg", "my", "mt", "de", "at",
	"ch", "fr", "be", "es", "it", "pt", "br", "nl",
	"pl", "ru", "ua", "by", "tr", "cz", "sk", "dk",
	"no", "fi", "gr", "ro", "bg", "rs", "hr", "il",
	"mx", "ar", "cl", "id", "vn", "th", "eg", "ae",
	"sa", "eu",
)

func byDots(f *frame, d found) (reading, bool) {
	if !d.dots {
		return reading{}, false
	}
	return d.pick(dayFirst)
}

// byWeekday counts the weekdays that the text names. News names the day it is
// written on most, then the day before. Right three times in four: a tie-break.
func byWeekday(f *frame, d found) (reading, bool) {
	named := f.weekdays()
	votes := make([]int, len(d.readings))
	for i, r := range d.readings {
		today := isoWeekday(r.stamp)
		votes[i] = 2*named[today] + named[(today+5)%7+1]
	}
	return best(d, votes)
}

// isoWeekday is 1 for Monday to 7 for Sunday.
func isoWeekday(s stamp) int { return (int(s.time().Weekday())+6)%7 + 1 }

// weekdays counts the weekdays named in the text, by their ISO number.
func (f *frame) weekdays() [8]int {
	var count [8]int
	text := cut(f.a.Text, evidenceText)
	names := weekdayNames()
	add := func(word string) {
		if v, ok := names.of(strings.ToLower(word)); ok {
			count[v[0]-'0']++
		}
	}
	if English(f.a) {
		for i := 0; ; {
			k := strings.Index(text[i:], "day")
			if k < 0 {
				return count
			}
			i += k + len("day")
			from := max(0, i-10)
			add(strings.TrimFunc(text[from+strings.LastIndexAny(text[from:i], " \n(\"“—-")+1:i], isMark))
		}
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			i += n
			continue
		}
		end := skipWord(text, i)
		if end-i >= 5 { // never "Sun" or "Sat"
			add(text[i:end])
		}
		i = end
	}
	return count
}

func byDefault(f *frame, d found) (reading, bool) {
	if r, ok := d.pick(dayFirst); ok {
		return r, true
	}
	return d.readings[0], true
}
