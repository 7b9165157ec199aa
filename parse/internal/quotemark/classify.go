package quotemark

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/parse/internal/token"
)

// classify says to which family the mark at token i belongs, and whether it can
// open or close where it stands. Curly marks say so themselves, but „x“ closes
// with what elsewhere opens, »x« turns the angles round and ”x” or “x“ uses one form
// for both, so that the neighbours and what is open decide.
func (f *finder) classify(i, first, end int) (family, side) {
	before, after := f.neighbours(i)
	around := sides(before, after)
	switch f.d.Word(i) {
	case "\"", "''":
		if unicode.IsDigit(before) && len(f.open) == 0 {
			return none, 0 // inches: a 70"+ screen
		}
		return double, straight(around)
	case "``", "‟":
		return double, opens
	case "„":
		return double, opens
	case "“":
		if f.isOpen("„") || around == closes && f.isOpen("“") {
			return double, closes
		}
		return double, opens
	case "”":
		if around == opens && !f.isOpen("“") && !f.isOpen("„") {
			return double, opens
		}
		return double, closes
	case "«", "»", "‹", "›":
		return angular, straight(around)
	case "「", "『":
		return corner, opens
	case "」", "』":
		return corner, closes
	case "‚", "‘", "‛":
		return single, opens
	case "'":
		return single, straight(around)
	case "’":
		if around == opens && f.isOpen("’") {
			return none, 0
		}
		return single, closes
	}
	return none, 0
}

// straight: a mark that could do neither by its neighbours does both.
func straight(s side) side {
	if s == 0 {
		return opens | closes
	}
	return s
}

// isOpen reports whether a mark with these characters is open.
func (f *finder) isOpen(word string) bool {
	for _, m := range f.open {
		if f.d.Word(m.token) == word {
			return true
		}
	}
	return false
}

// neighbours are the characters right before and after token i, a space at the
// block's borders.
func (f *finder) neighbours(i int) (before, after rune) {
	t := f.d.Tokens[i]
	before, after = ' ', ' '
	if t.Start > 0 && t.Shape&token.Space == 0 {
		before, _ = utf8.DecodeLastRuneInString(f.d.Text[:t.Start])
	}
	if int(t.End) < len(f.d.Text) {
		after, _ = utf8.DecodeRuneInString(f.d.Text[t.End:])
	}
	return before, after
}

// sides is what the white space around a mark allows: "word" opens at a space
// or bracket before, closes at a space, bracket or stop after.
func sides(before, after rune) side {
	var s side
	looseBefore := unicode.IsSpace(before) || strings.ContainsRune("([{—–-/", before)
	looseAfter := unicode.IsSpace(after) || strings.ContainsRune(")]}—–-/.,;:!?…", after)
	switch {
	case looseBefore && !unicode.IsSpace(after):
		s = opens
		if looseAfter {
			s |= closes
		}
	case looseAfter && !unicode.IsSpace(before):
		s = closes
	case isMark(before) && !unicode.IsSpace(after):
		s = opens | closes
	case isMark(after) && !unicode.IsSpace(before):
		s = closes
	}
	return s
}

func isMark(r rune) bool { return strings.ContainsRune("\"“”„«»'‘’`", r) }

// lookAhead is how many tokens away the partner of a single mark may be: they
// enclose phrases, and an apostrophe must not swallow a paragraph.
const lookAhead = 60

// partner reports whether the single mark at i has a closing one that is no
// apostrophe: it follows a letter or a stop and stands before a space or stop.
func (f *finder) partner(i, end int) bool {
	_, after := f.neighbours(i)
	if !unicode.IsLetter(after) && after != '[' && after != '“' && after != '"' || f.elision(i) {
		return false
	}
	for k := i + 2; k < end && k <= i+lookAhead; k++ {
		switch f.d.Word(k) {
		case "'", "’":
			b, a := f.neighbours(k)
			plural := (b == 's' || b == 'S') && unicode.IsSpace(a)
			if sides(b, a)&closes != 0 && !plural {
				return true
			}
			if plural && !f.laterClose(k+1, end) {
				return true
			}
		case "‘":
			return false
		}
	}
	return false
}

// possessive reports the apostrophe of a plural ("the dockers’ union") inside
// single marks that are closed later on.
func (f *finder) possessive(i, end int) bool {
	before, after := f.neighbours(i)
	return (before == 's' || before == 'S') && unicode.IsSpace(after) && f.laterClose(i+1, end)
}

// laterClose reports whether a better closing mark than a plural's apostrophe
// stands between k and end.
func (f *finder) laterClose(k, end int) bool {
	for n := k; n < end && n < k+lookAhead; n++ {
		switch f.d.Word(n) {
		case "'", "’":
			b, a := f.neighbours(n)
			if sides(b, a)&closes != 0 && !(b == 's' && unicode.IsSpace(a)) {
				return true
			}
		case "‘":
			return false
		}
	}
	return false
}

// elision reports an apostrophe for left-out letters: 'em, ’til, '90s.
func (f *finder) elision(i int) bool {
	if i+1 >= len(f.d.Tokens) || f.d.Tokens[i+1].Start != f.d.Tokens[i].End {
		return false
	}
	switch f.d.Low(i + 1) {
	case "em", "til", "tis", "twas", "cause", "bout", "n", "round", "neath", "s", "t":
		return true
	}
	return false
}
