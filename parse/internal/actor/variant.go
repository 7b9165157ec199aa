package actor

import (
	"strings"

	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/token"
)

// One person under two given names: with and without another between, an initial, a short form.

// variant finds a person with the same first and last name but other words
// between ("Barack Hussein Obama").
func (r *resolver) variant(m int) int {
	words := r.words(m)
	given, _, long := strings.Cut(words, " ")
	if !long || nameEnds.Has(words[strings.LastIndexByte(words, ' ')+1:]) {
		return -1 // "Karl Ostrow Jr." after Karl Ostrow is his son
	}
	if x := &r.ms[m]; x.End-x.First == 2 && len(given) < 4 && r.d.Is(int(x.First), token.Upper) && strings.IndexByte(given, '.') < 0 {
		if list := r.people(r.last(m)); len(list) == 1 && r.genders(m, int(list[0])) {
			return int(list[0]) // "CJ Brenn": letters of an office
		}
	}
	found := -1
	for _, g := range r.people(r.last(m)) {
		other, _, long := strings.Cut(r.groups[g].full, " ")
		if !long || otherInitials(r.groups[g].full, words) || !sameGiven(given, other) && !nicknamed(r.groups[g].full, given) || !r.genders(m, int(g)) || given != other && r.kinBefore(m) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = int(g)
	}
	return found
}

// otherInitials reports full names with initials between that begin with other letters: "george h.w.
// bush" and "george w. bush" are two people.
func otherInitials(a, b string) bool {
	x, y := middle(a), middle(b)
	return len(x) > 1 && len(y) > 1 && x[1] == '.' && y[1] == '.' && x[0] != y[0]
}

// middle is what stands between the first and the last word of a name, "" if nothing does.
func middle(full string) string {
	i, k := strings.IndexByte(full, ' '), strings.LastIndexByte(full, ' ')
	if i < 0 || i == k {
		return ""
	}
	return full[i+1 : k]
}

// sameGiven reports equal given names, or one as the other's initial or short form.
func sameGiven(a, b string) bool {
	if a == b {
		return true
	}
	initial := func(s string) bool { return len(s) == 2 && s[1] == '.' }
	return a[0] == b[0] && (initial(a) || initial(b)) || shortFor(a, b) || shortFor(b, a) || misspelt(a, b)
}

// misspelt reports given names of five letters and more of which one doubles a letter that the other has once: "hilary" for
// "hillary", "phillip" for "philip".
//
// Counter-example: "maria" and "marie", "anna" and "ana".
func misspelt(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a) != len(b)+1 || len(b) < 5 {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	return i > 0 && a[i] == a[i-1] && a[i+1:] == b[i:]
}

var nicknames = lexicon.Open("nicknames")

// shortFor reports that the given name a is short for b: "josh" for "joshua".
func shortFor(a, b string) bool {
	for full := range strings.SplitSeq(nicknames().Field(a, 1), ",") {
		if full == b {
			return true
		}
	}
	return false
}

// nicknamed reports a full name that gives the word in quotation marks: "robert
// “bob” harland".
func nicknamed(full, word string) bool {
	i := strings.Index(full, word)
	return i > 0 && i+len(word) < len(full) && full[i-1] != ' ' && full[i+len(word)] != ' ' && (full[i-1] < 'a' || full[i-1] > 'z')
}

// kinBefore reports that a relative is named by mention m: "his wife, Ada Brenn".
func (r *resolver) kinBefore(m int) bool {
	for o := m - 1; o >= max(0, m-4); o-- {
		const between = 4 // a comma, "the", a noun
		if y := &r.ms[o]; y.Rule == "kin" && y.Head < r.ms[m].First && r.ms[m].First-y.Head <= between && !y.Plural && r.sentence(o) == r.sentence(m) {
			return true
		}
	}
	return false
}
