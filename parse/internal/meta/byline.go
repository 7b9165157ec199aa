package meta

import (
	"strings"
	"unicode"

	"dossier/article"
)

// A byline is a short line that names the authors and nothing else: "By Jane
// Doe", "By JANE DOE and JOHN ROE, Staff Writers", "Jane Doe reports from X",
// "(Reporting by Jane Doe; Editing by John Roe)".

// longest byline, in bytes.
const bylineLength = 200

// bylines finds the byline blocks: before the body, and at its end.
func (f *frame) bylines() {
	stated := len(f.a.Authors) > 0
	body := 0
	for i := range f.vs {
		v := &f.vs[i]
		switch {
		case v.Kind == article.BlockByline:
		case v.Kind == article.BlockParagraph || v.Kind == article.BlockHeading || v.Kind == article.BlockListItem:
			late := body > 1 && i < len(f.vs)-3 && !signOff(v) && !(v.short() && bylineStart(v) > 0 && (f.datelineBelow(i) || f.dateBelow(i)))
			if (late || !isByline(v)) && !f.houseBelow(i) && !f.unsigned(i, body) {
				if body > 1 || i >= longestHead || !f.isDateLine(v, true) {
					body++
				}
				continue
			}
			v.Kind = article.BlockByline
			if f.houseBelow(i) {
				continue // whom the author works for
			}
		default:
			continue
		}
		f.takeAuthors(v, stated)
	}
}

// datelineBelow reports that the report begins right below block i: points that sum it up
// may stand above.
func (f *frame) datelineBelow(i int) bool {
	if i+1 >= len(f.vs) || !f.vs[i+1].opensBody() {
		return false
	}
	_, end := datelineOf(f.vs[i+1].text)
	return end > 0
}

// dateBelow reports that the date line stands right below block i.
func (f *frame) dateBelow(i int) bool {
	return i+1 < len(f.vs) && i < longestHead && (f.vs[i+1].Kind == article.BlockDate || f.isDateLine(&f.vs[i+1], true))
}

// unsigned reports a line of the head that names a post for an author, "Special
// Correspondent", or an author and a town right above the date: "Ada Brenn in Halmsund".
func (f *frame) unsigned(i, body int) bool {
	v := &f.vs[i]
	if body > 1 || !v.short() || len(v.text) > 60 || strings.ContainsAny(v.text, ".,:;?!\"") {
		return false
	}
	if words := strings.Fields(v.low); len(words) >= 2 && len(words) <= 3 && capitalised(v.text) {
		roles := true
		for _, w := range words {
			roles = roles && bylineWords().is(w, "role")
		}
		if roles {
			return true
		}
	}
	name, town, ok := strings.Cut(v.text, " in ")
	return ok && isName(name) && capitalised(town) && wordCount(town) <= 3 && i+1 < len(f.vs) && f.isDateLine(&f.vs[i+1], true)
}

// takeAuthors adds a byline's names; stated ones only get their place.
func (f *frame) takeAuthors(v *view, stated bool) {
	names := authorsOf(v)
	if stated && len(names) > 0 && f.sentOn() {
		f.a.Authors, stated = nil, false // who sent it on did not write it
	}
	if stated {
		for i := range f.a.Authors {
			for _, n := range names {
				if a := &f.a.Authors[i]; a.Span == nil && n.In(f.a.Text) == a.Name {
					a.Span = &n
				}
			}
		}
		return
	}
	if len(f.a.Authors) > 0 && signOff(v) {
		return // the byline named them
	}
	for _, n := range names {
		name := n.In(f.a.Text)
		if !f.hasAuthor(name) {
			f.a.Authors = append(f.a.Authors, article.Author{Name: name, Span: &n, Basis: "byline"})
		}
	}
}

// sentOn reports that nobody but the sender of a mail is stated as the author.
func (f *frame) sentOn() bool {
	for i := range f.a.Authors {
		if f.a.Authors[i].Basis != "header:from" {
			return false
		}
	}
	return true
}

func (f *frame) hasAuthor(name string) bool {
	for i := range f.a.Authors {
		if strings.EqualFold(f.a.Authors[i].Name, name) {
			return true
		}
	}
	return false
}

// isByline reports the shape of a byline.
func isByline(v *view) bool {
	if v.Kind == article.BlockByline {
		return true
	}
	return v.short() && len(v.text) <= bylineLength && v.prose() && (signOff(v) || len(authorsOf(v)) > 0)
}

// authorsOf is the names of a byline, as spans of the article; nil if v is none.
func authorsOf(v *view) []article.Span {
	from, to := 0, len(v.text)
	switch {
	case strings.HasPrefix(v.low, "(additional"):
		return nil // helped, did not write
	case signOff(v):
		from = strings.Index(v.low, " by ") + 4
		if i := strings.IndexAny(v.text[from:], ";)"); i >= 0 {
			to = from + i
		}
	case bylineStart(v) > 0:
		from = bylineStart(v)
	case datedStart(v) > 0:
		from = datedStart(v)
	case reportsEnd(v) > 0:
		to = reportsEnd(v)
	case housedEnd(v) > 0:
		to = housedEnd(v)
	case v.Kind != article.BlockByline:
		return nil
	}
	names := namesIn(v.text[from:to], v.Kind == article.BlockByline || signOff(v))
	for i := range names {
		names[i].Start += v.Span.Start + from
		names[i].End += v.Span.Start + from
	}
	return names
}

// signOff reports "(Reporting by …; Editing by …)".
func signOff(v *view) bool {
	return strings.HasPrefix(v.low, "(reporting by ") || strings.HasPrefix(v.low, "(additional reporting by ") ||
		strings.HasPrefix(v.low, "reporting by ") && strings.Contains(v.low, "editing by ")
}

// bylineStart is where the names behind "By" start, 0 if there is no such word.
func bylineStart(v *view) int {
	skipped := 0
	if v.low != "" && !wordRune(firstRune(v.low)) {
		skipped = len(v.low) - len(strings.TrimLeft(v.low, " -–—|•~_"))
	}
	n := bylineWords().prefix(v.low[skipped:], "by")
	if n == 0 {
		return 0
	}
	rest := strings.TrimLeft(v.text[skipped+n:], " :\n\u00a0")
	if len(rest) == len(v.text)-skipped-n || rest == "" {
		return 0
	}
	return len(v.text) - len(rest)
}

// datedStart is where the names start in "14 June 2025 · by Jane Doe", 0 if the
// block is not of that shape.
func datedStart(v *view) int {
	if len(v.text) > bylineLength || !strings.ContainsAny(v.text, "0123456789") {
		return 0
	}
	dates := datesIn(v.text)
	if len(dates) == 0 {
		return 0
	}
	if _, ok := leftOver(v.text[:dates[0].start], false); !ok {
		return 0
	}
	for i := dates[len(dates)-1].end; i < len(v.low); i = wordEnd(v.low, i) {
		if i = nextWord(v.low, i); i >= len(v.low) {
			break
		}
		if n := bylineWords().prefix(v.low[i:], "by"); n > 0 {
			return i + n + len(v.text[i+n:]) - len(strings.TrimLeft(v.text[i+n:], " :\n\u00a0"))
		}
		if _, ok := leftOver(v.low[i:wordEnd(v.low, i)], false); !ok {
			return 0
		}
	}
	return 0
}

// reportsEnd is where the names before "reports from Halmsund" end, 0 if the
// block is not of that shape.
func reportsEnd(v *view) int {
	if wordCount(v.text) > 9 {
		return 0
	}
	words := bylineWords()
	for i := 0; i < len(v.low); i++ {
		if v.low[i] != ' ' {
			continue
		}
		n := words.prefix(v.low[i+1:], "reports")
		if n == 0 {
			continue
		}
		rest := strings.Trim(v.text[i+1+n:], " .\n")
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "from "), "in ")
		if rest == "" || capitalised(rest) && wordCount(rest) <= 3 {
			return i
		}
	}
	return 0
}

// housedEnd is where the names end in "Jane Doe and John Roe, USA TODAY", a line that no "By"
// begins; 0 if the block is not of that shape. One name alone may be a town's.
func housedEnd(v *view) int {
	and := strings.Index(v.text, " and ")
	if and < 0 || wordCount(v.text) > 12 {
		return 0
	}
	if house := trailingHouse(v.text[and+len(" and "):]); house != "" && strings.Trim(house, " ,|") != "" {
		return len(strings.TrimRight(v.text[:len(v.text)-len(house)], " ,|"))
	}
	return 0
}

// namesIn reads the names at the start of s, up to a role, a place or a date.
// Strict: the whole of s must be names and such additions. Lenient (the block
// is known as a byline): what cannot be read ends the names.
func namesIn(s string, lenient bool) []article.Span {
	var names []article.Span
	for at := 0; at < len(s); {
		end, sep := nextSeparator(s, at)
		piece := s[at:end]
		from := at + len(piece) - len(strings.TrimLeft(piece, " \u00a0"))
		to := at + len(strings.TrimRight(piece, " .\u00a0"))
		switch {
		case from >= to:
		case sep != "," && postEnd(s[from:to]) > 0:
			names = append(names, article.Span{Start: from, End: from + postEnd(s[from:to])})
		case isAddition(s[from:to]) && !(len(names) > 0 && housed(s[from:to])):
			if len(names) == 0 && !isHouse(s[from:to]) {
				return nil
			}
			if len(names) == 0 {
				names = append(names, article.Span{Start: from, End: to})
			}
		case isName(s[from:to]) || len(names) == 0 && isHouse(s[from:to]):
			names = append(names, article.Span{Start: from, End: to - len(trailingHouse(s[from:to]))})
		case lenient && len(names) > 0 || len(names) > 0 && dateOnly(s[from:to]):
			return names
		case len(names) > 0 && sep == "" && isPlace(s[from:to]):
			return names // "By Ada Brenn and Jon Berg, Torvik"
		default:
			return nil
		}
		if sep == "in" {
			if more := namesBehindTown(s, end+len(" in "), lenient); more != nil {
				return append(names, more...)
			}
		}
		if sep == "" || sep == "in" || sep == "for" || sep == "|" {
			if !lenient && sep != "" && !additionsOnly(s[end+1:]) {
				return nil
			}
			return names
		}
		at = end + len(sep)
	}
	return names
}

// housed reports a name with that of an agency behind it: "JON BERG Associated Press".
func housed(s string) bool {
	house := trailingHouse(s)
	return house != "" && isName(s[:len(s)-len(house)])
}

// namesBehindTown is the names behind "and" in "Jane Doe in Halmsund and John Roe in Torvik", of
// which the first town begins at byte from; nil if there are none.
func namesBehindTown(s string, from int, lenient bool) []article.Span {
	const and = " and "
	i := strings.Index(s[min(from, len(s)):], and)
	if i <= 0 || !capitalised(s[from:from+i]) || wordCount(s[from:from+i]) > 3 {
		return nil
	}
	from += i + len(and)
	names := namesIn(s[from:], lenient)
	for k := range names {
		names[k].Start += from
		names[k].End += from
	}
	return names
}

// trailingHouse is the end of name s, the space before it included, that names an agency or
// paper ("Ida Marsh | Associated Press"), or that goes on in small letters behind a name in
// capitals ("ADA BRENN | Daily Echo"); "" if there is none.
func trailingHouse(s string) string {
	words := strings.Fields(s)
	if len(words) < 3 {
		return ""
	}
	at := len(s)
	for k := len(words) - 1; k >= 2; k-- {
		at = strings.LastIndexByte(s[:at], ' ')
		if at > 0 && agencyNames().has(s[at+1:]) {
			return s[at:]
		}
	}
	caps := 0
	for caps < len(words) && strings.ToUpper(words[caps]) == words[caps] {
		caps++
	}
	if caps < 2 || caps == len(words) || len(words[0]) < 2 {
		return ""
	}
	return s[strings.Index(s, words[caps-1]+" "+words[caps])+len(words[caps-1]):]
}

// postEnd is where the name ends in "Jane Doe Health editor", a name with the author's post right
// behind it; 0 if s is none. One word in capitals may be of a paper's name.
func postEnd(s string) int {
	words := strings.Fields(s)
	n := len(words)
	if n < 3 || !bylineWords().is(lower(words[n-1]), "role") {
		return 0
	}
	for n--; n > 2 && bylineWords().is(lower(words[n-1]), "role"); n-- {
	}
	name := strings.Join(words[:n], " ")
	if n == len(words)-1 && words[n] != lower(words[n]) || !isName(name) || isAddition(name) || !strings.HasPrefix(s, name) {
		return 0
	}
	return len(name)
}

// separators divide a byline: more names may follow the first ones, additions
// the others.
var separators = []string{", and ", " and ", " AND ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " i ", " и ", " та ", " ve ",
	", ", "; ", " / ", "\n", " | ", "|", " • ", " · ", " — ", " – ", " - ", " in ", " for ", " FOR ", " with "}

// nextSeparator is where the piece that starts at ends, and the separator there
// ("in", "for" and "|" for those that only additions follow).
func nextSeparator(s string, at int) (end int, sep string) {
	end = len(s)
	for _, x := range separators {
		if i := strings.Index(s[at:], x); i >= 0 && at+i < end {
			end, sep = at+i, x
		}
	}
	switch sep {
	case " in ", " for ", " FOR ":
		sep = strings.ToLower(strings.TrimSpace(sep))
	case " | ", "|", " • ", " · ", " — ", " – ", " - ", "\n":
		sep = "|"
	}
	return end, sep
}

// isAddition reports what may stand behind a name: a role, a desk, a paper.
func isAddition(s string) bool {
	words, hits := bylineWords(), 0
	for _, w := range strings.Fields(lower(s)) {
		w = strings.Trim(w, ".,()")
		if words.is(w, "role") || words.is(w, "house") {
			hits++
		}
	}
	return hits > 0 && wordCount(s) <= 6
}

// isHouse reports a desk, agency or paper as the author: "The Associated Press".
func isHouse(s string) bool {
	return wordCount(s) <= 5 && (agencyNames().has(s) || isAddition(s)) && starts(s)
}

// additionsOnly reports a short rest of a byline that needs no reading.
func additionsOnly(s string) bool {
	return wordCount(s)-strings.Count(s, "|") <= 8 && sentenceEnd(strings.TrimRight(s, ".")) == 0 && !reported(lower(s))
}

// isPlace reports one word with a capital, as a town's name has.
func isPlace(s string) bool {
	return wordCount(s) == 1 && len(s) > 2 && capitalised(s) && strings.ToUpper(s) != s && !strings.ContainsAny(s, "0123456789:/!?\"“”")
}

func dateOnly(s string) bool {
	dates := datesIn(s)
	return len(dates) > 0 && dates[0].start <= 12
}

// isName reports two to five words written as a person's name is.
func isName(s string) bool {
	n := 0
	words := strings.Fields(s)
	for i, w := range words {
		r := firstRune(w)
		switch {
		case strings.ContainsAny(w, "0123456789:/!?\"“”"):
			return false
		case unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r):
			n++
		case i > 0 && bylineWords().is(w, "particle"):
		default:
			return false
		}
		if low := strings.ToLower(w); i == 0 && (weekdayNames().has(low) || low == "the" || low == "a" || low == "our") {
			return false
		}
	}
	return n >= 2 && len(words) <= 5
}

// capitalised reports words that are all capitalised, particles aside.
func capitalised(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		r := firstRune(strings.TrimLeft(w, "(\"“"))
		if !unicode.IsUpper(r) && !bylineWords().is(w, "particle") {
			return false
		}
	}
	return len(words) > 0
}
