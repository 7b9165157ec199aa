package mention

import (
	"strings"

	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// possessor reports an "'s" at token i that belongs to the word before it.
func (r *runner) possessor(i int) bool {
	return i+1 < r.end && r.tags[i] == tag.POS
}

// hyphened reports a noun for a person that a hyphen ties to a name or a word with
// a capital: "a Brenn Prize-winner".
func (l *lexed) hyphened(i int) bool {
	if !l.d.Is(i, token.Hyphen) || !l.d.Is(i, token.Capital) {
		return false
	}
	w := afterHyphen(l.d.Low(i))
	return !hasUpper(afterHyphen(l.d.Word(i))) && l.known.words[l.known.number(w)].is&aRole != 0
}

func hasUpper(s string) bool {
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return true
		}
	}
	return false
}

// camel reports a word at token i with a capital inside that no particle of a family name
// and no given name ends before: "FactSet", but "McHale", "DeMarco", "AdaBrenn".
func (r *runner) camel(i int) bool {
	w := r.d.Word(i)
	for k := 1; k < len(w) && !r.d.Is(i, token.Hyphen); k++ {
		if c := w[k]; c < 'A' || c > 'Z' {
			continue
		}
		first := r.d.Low(i)[:k]
		return k >= 3 && 'a' <= w[k-1] && w[k-1] <= 'z' && !joinedParticles.Has(first) && r.known.words[r.known.number(first)].given == noSex
	}
	return false
}

// joinedParticles are those that are written together with what follows.
var joinedParticles = lexicon.WordsOf("mac", "fitz", "van", "von", "del", "den", "san", "vander", "ter")

// opens reports that token i stands where any word is capitalised.
func (r *runner) opens(i int) bool {
	for i--; i >= r.first; i-- {
		if r.d.Is(i, token.Mark) || r.tags[i] == tag.LRB {
			continue
		}
		return r.tags[i] == tag.PunctColon
	}
	return true
}

// amount reports a sum of money with the letters of its currency before it and of the million
// behind it: "R90m", "Rs50bn". "A320" and "G20" have nothing behind them.
func amount(low string) bool {
	first := strings.IndexAny(low, "0123456789")
	last := strings.LastIndexAny(low, "0123456789")
	if first < 1 || first > 3 {
		return false
	}
	switch low[last+1:] {
	case "m", "bn", "tn", "mn":
		return strings.Trim(low[first:last+1], "0123456789.,") == ""
	}
	return false
}

// measure reports a figure and its unit in one word: "512GB", "6PM".
func measure(low string) bool {
	k := 0
	for k < len(low) && ('0' <= low[k] && low[k] <= '9' || low[k] == '.') {
		k++
	}
	return k > 0 && units.Has(low[k:])
}

var units = lexicon.WordsOf("gb", "tb", "mb", "kb", "mhz", "ghz", "hz", "fps", "mph", "kph", "km", "mm", "cm", "kg", "am", "pm", "hp", "w", "kw", "mw", "mah", "k", "p", "x")

// meridiem tell the half of the day; a time zone stands behind them.
var meridiem = lexicon.WordsOf("am", "pm", "a.m.", "p.m.", "a.m", "p.m")

// namey reports a word that can be part of a name by its capital and its part
// of speech.
func (r *runner) namey(i int) bool {
	if !r.d.Is(i, token.Letter) || r.address(i) || i > r.first && (SeatAt(r.d, i) || r.inSeat(i)) {
		return false
	}
	if w := r.d.Low(i); !r.d.Is(i, token.Plain) && (w[len(w)-1] == '$' || r.d.Is(i, token.Digit) && (measure(w) || amount(w))) {
		return false // "US$", "512GB", "R90m"
	}
	if !r.d.Is(i, token.Capital) {
		return !r.titled && (r.d.Is(i, token.Hyphen) && hasUpper(r.d.Word(i)) && r.tags[i].Proper() || r.elided(i))
	}
	w := r.d.Low(i)
	if w == "ram" && r.d.Is(i, token.Upper) {
		return false // a computer's, but Ram Brenn is somebody
	}
	if i > r.first && r.d.Is(i, token.Upper) && meridiem.Has(r.d.Low(i-1)) {
		return false // "7:12 am ET"
	}
	if i+1 < r.end && r.tags[i+1] == tag.CD && r.d.Is(i+1, token.Digit) && shortMonths.Has(w) {
		return false // "GOMA, Jan 20"
	}
	if i+1 < r.end && r.d.Low(i+1) == "corps" && roman(w) {
		return r.d.Is(i, token.Upper) // "the VI Corps"
	}
	if r.is(i, calendar|noName) && !r.initials(i, w) && !r.lastLike(i) && !(w == "watch" && i > r.first && r.tags[i] == tag.NNP && r.tags[i-1] == tag.NNP) && !r.is(i, generation) && !r.bornIn(i) && !(i+1 < r.end && (w == "tv" || w == "td" && !r.givenName(i+1)) && r.tags[i+1] == tag.NNP && r.d.Is(i+1, token.Capital)) && !(w == "tv" && r.channel(i)) || r.hyphened(i) {
		return false
	}
	t := r.tags[i]
	if t == tag.IN || t == tag.CC {
		return len(w) == 2 && w[1] == '.' && i > r.first && i+1 < r.end && r.givenName(i-1) && r.d.Is(i+1, token.Letter|token.Capital) // "Vladimir V. Kolm"
	}
	if t == tag.CD && r.is(i, generation) && i > r.first && r.d.Is(i-1, token.Capital) {
		return true // "Karl Ostrow III"
	}
	if r.is(i, particle) && r.familyParticle(i) {
		return true
	}
	if t.Proper() {
		return !(r.opens(i) && len(w) < 2)
	}
	if t == tag.MD && w == "will" {
		return !r.titled && !r.opens(i) && i+1 < r.end && r.tags[i+1].Proper() // "Sgt Will Kolm"
	}
	if i+1 < r.end && r.d.Is(i+1, token.Letter|token.Capital) && !r.titled && (r.is(i, honorific) || r.rare(i)) {
		return true // "Mrs Brenn", "Kolm Industries" at a sentence's start
	}
	switch t {
	case tag.JJR, tag.RBR, tag.PDT, tag.WRB, tag.EX:
		return !r.titled && i > r.first && (!r.opens(i) && r.givenName(i-1) && r.tags[i-1].Proper() || r.bears(i)) || i == r.first && i+1 < r.end && r.is(i+1, says) && r.bears(i)
	case tag.VBD, tag.VBN, tag.VBZ:
		if r.opens(i) && !r.titled && r.givenName(i) && !r.is(i, ordinary) && i+1 < r.end && r.d.Is(i+1, token.Letter|token.Capital) && r.tags[i+1].Proper() {
			return true // "Manfred Kolm", no verb
		}
	}
	switch t {
	case tag.JJ, tag.NN, tag.NNS, tag.FW, tag.VBN, tag.VBG, tag.VB, tag.VBZ, tag.VBP, tag.VBD, tag.RB, tag.JJS, tag.UH, tag.LS, tag.None, tag.SYM:
		if r.titled {
			return false
		}
		if r.opens(i) {
			return r.d.Is(i, token.Upper) && len(w) > 1 || r.givenName(i) && (t == tag.NN || t == tag.JJ || t == tag.FW || !r.is(i, ordinary|ownClass) && i+1 < r.end && (r.tags[i+1] == tag.VBD || r.tags[i+1] == tag.RB)) ||
				r.singular(i) || r.opensName(i) || r.campaign(i) || r.whichDoes(i)
		}
		return true
	}
	return false
}

// lastLike reports a word at i that no name holds elsewhere, but is tagged as one behind a given name or before a verb of
// saying: "Ian Read, the head", "Read said".
//
// Counter-example: "Read more", "Tom Brenn MP", "the Kelly File".
func (r *runner) lastLike(i int) bool {
	if !r.tags[i].Proper() || r.is(i, calendar|aRole) || r.d.Is(i, token.Upper) || !labelNames.Has(r.d.Low(i)) {
		return false
	}
	return i > r.first && r.givenName(i-1) && r.tags[i-1] == tag.NNP && (i < r.first+2 || r.tags[i-2] != tag.DT) || i == r.first && i+1 < r.end && (r.d.Low(i+1) == "said" || r.d.Low(i+1) == "says") ||
		i > r.first && r.is(i-1, honorific)
}

// bears reports that the text before has named somebody in full whose last name is the word at i, which is no
// name elsewhere: "More" of Dilip More.
func (r *runner) bears(i int) bool {
	for k := range r.runs {
		if n := &r.runs[k]; n.end-n.first > 1 && n.end-n.first < 5 && n.e == nil && r.d.Low(n.end-1) == r.d.Low(i) && (r.givenName(n.first) || n.honor) {
			return true
		}
	}
	return false
}

// labelNames are the words before a headline or a picture that are families' names.
var labelNames = lexicon.WordsOf("read", "part", "note", "page", "watch")

// channel reports "TV" at i behind a name that no table holds, of which it is the last word:
// "Al-Bahr TV said".
//
// Counter-example: "a Samsung TV", "state TV".
func (r *runner) channel(i int) bool {
	if k := i - 1; k <= r.first || !r.d.Is(k, token.Letter|token.Capital) || !r.tags[k].Proper() || r.is(k, ordinary|ownClass|entryFirst) || r.tags[k-1] == tag.DT && r.d.Low(k-1) != "the" {
		return false
	}
	return true
}

// initials reports "KC" before a last name, and no name before it: "administrator KC Becker".
//
// Counter-example: "Tom Brenn KC".
func (r *runner) initials(i int, w string) bool {
	return w == "kc" && i > r.first && !r.d.Is(i-1, token.Capital) && i+1 < r.end && r.tags[i+1] == tag.NNP && r.d.Is(i+1, token.Capital)
}

// shortMonths are months without the dot, some of which are given names.
var shortMonths = lexicon.WordsOf(
	"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
	"sept", "oct", "nov", "dec",
)

// bornIn reports a month that is somebody's given name: a last name follows, and
// nothing before it tells a date.
//
// Example: "its director, June Kolm". Counter-example: "in June Kolm left".
func (r *runner) bornIn(i int) bool {
	if !r.is(i, calendar) || r.word(i).given == noSex || i+1 >= r.end || !r.d.Is(i+1, token.Letter|token.Capital) || r.is(i+1, ownClass) {
		return false
	}
	return i == r.first || r.tags[i-1] != tag.IN && r.tags[i-1] != tag.JJ && r.tags[i-1] != tag.CD
}

// elidedAt reports a word that may be elided: an apostrophe behind one letter or
// two.
func (r *runner) elidedAt(i int) bool {
	t := r.d.Tokens[i]
	if r.titled || t.End-t.Start < 4 {
		return false
	}
	s := r.d.Text[t.Start : t.Start+3]
	return (s[1] == '\'' || s[1] == 0xE2 || s[2] == '\'') && r.elided(i)
}

// elided reports a name that an article or preposition in small letters opens,
// inside a longer one: "Jean-Luc d'Auber", "Carlo dell'Orto".
func (r *runner) elided(i int) bool {
	w := r.d.Word(i)
	k := strings.IndexAny(w, "'’")
	if k < 1 || k > 4 || !hasUpper(w[k:]) || r.is(i, noName) {
		return false
	}
	return r.tags[i].Proper() || i > r.first && r.d.Is(i-1, token.Capital)
}

// rare reports a noun that no table holds, not even as a common word.
func (r *runner) rare(i int) bool {
	return (r.tags[i].Noun() || r.tags[i] == tag.JJ || r.tags[i] == tag.FW) && !r.is(i, ownClass|ordinary)
}

// SeatAt reports at token i the party and seat of a lawmaker behind a comma ("D-Marlow", "R-Tex.").
func SeatAt(d *token.Doc, i int) bool {
	if !d.Is(i, token.Hyphen|token.Capital) {
		return false
	}
	w := d.Word(i)
	return len(w) > 3 && w[1] == '-' && (w[0] == 'D' || w[0] == 'R' || w[0] == 'I') && i > 0 && (d.Word(i-1) == "," || d.Word(i-1) == "(")
}

// inSeat reports a word at i behind such a party and the first words of a seat of several, in
// brackets: "(D-Halmsund | Falls)".
func (r *runner) inSeat(i int) bool {
	const words = 3
	for k := i - 1; k > r.first && k >= i-words && r.d.Is(k, token.Capital); k-- {
		if r.d.Is(k, token.Hyphen) && SeatAt(r.d, k) {
			return true
		}
	}
	return false
}

// address reports a web address or file name ("Gawker.com"), not an initial or
// an abbreviation.
func (r *runner) address(i int) bool {
	if r.d.Is(i, token.Plain) {
		return false
	}
	w := r.d.Word(i)
	k := strings.LastIndexByte(w, '.')
	return k > 1 && k < len(w)-2 && !r.d.Is(i, token.Upper) && w[k-1] != '.' && strings.IndexByte(w, '.') == k && w[k+1] >= 'a'
}
