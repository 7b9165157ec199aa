package mention

import (
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/token"
)

// nickname is where the run [i, j) goes on behind a nickname in quotation marks
// that begins at token j, between a given name and a last name; j if there is
// none.
//
// Example: "Robert “Bob” Harland". Counter-example: "Robert “will stay” here".
func (r *runner) nickname(i, j int) int {
	const longest = 3
	if j-i > 3 || !r.givenName(j-1) && (!r.tags[j-1].Proper() || r.is(j-1, ownClass|ordinary) || j+2 >= r.end || !r.d.Is(j+2, token.Mark)) {
		return j // of an unknown name only with one word in the marks
	}
	k := j + 1
	for k < r.end && k <= j+longest && r.d.Is(k, token.Letter|token.Capital) {
		k++
	}
	if k == j+1 || k+1 >= r.end || !r.d.Is(k, token.Mark) || !r.d.Is(k+1, token.Letter|token.Capital) || !r.tags[k+1].Noun() {
		return j
	}
	return k + 1
}

// fields reports a comma at token j inside a list of what the body of the run
// [i, j) deals with: common words with capitals up to an "and" and the last.
//
// Example: "the Department for Energy, Trade and Science". Counter-example: "the
// Department of Energy, Oxfam and Unicef".
func (r *runner) fields(i, j int) bool {
	const longest = 12
	if !r.ofInside(i, j) || !r.headIn(i, j) || !r.field(j-1) {
		return false
	}
	for k := j + 1; k < min(r.end, j+longest); k++ {
		switch w := r.d.Low(k); {
		case w == "and" || w == "&":
			return k+1 < r.end && r.d.Is(k+1, token.Capital) && r.field(k+1)
		case w == ",":
		case !r.d.Is(k, token.Capital) || !r.field(k):
			return false
		}
	}
	return false
}

// field reports a common word: what an office or a body can deal with.
func (r *runner) field(i int) bool {
	if !r.is(i, ordinary) && !portfolios.Has(r.d.Low(i)) || r.is(i, calendar) {
		return false
	}
	e, _ := r.entry(i, i+1)
	return e == nil
}

// seated reports a word of a name and a participle that only describes the name
// behind it: "Halmsund-based Kolm Partners".
func (r *runner) seated(i int) bool {
	return bindings.Has(afterHyphen(r.d.Low(i)))
}

var bindings = lexicon.WordsOf(
	"based", "backed", "led", "owned", "listed", "run",
	"born", "funded", "aligned", "headquartered", "controlled",
	"educated", "trained", "held", "occupied",
)

// unites reports that the run that starts at i and "and" at j are in the name of a trade union:
// "the United Food | and Commercial Workers".
//
// Counter-example: "the United Nations and Coal Workers".
func (r *runner) unites(i, j int) bool {
	if j+2 < r.end && r.twoCounties(i, j) {
		return true
	}
	if !uniting.Has(r.d.Low(i)) || j-i != 2 {
		return false
	}
	if e, stop := r.entry(i, j); e != nil && stop == j {
		return false
	}
	for k := j + 1; k < min(r.end, j+4) && r.d.Is(k, token.Capital); k++ {
		if callings.Has(r.d.Low(k)) {
			return true
		}
	}
	return false
}

// twoCounties reports that the place [i, j) and the one behind "and" have one police force or council, whose noun
// follows: "Devon and Cornwall Police".
//
// Counter-example: "Devon and Norland Police Federation", "from Devon and Cornwall".
func (r *runner) twoCounties(i, j int) bool {
	if r.titled || !r.d.Is(j+1, token.Letter|token.Capital) {
		return false
	}
	e, stop := r.entry(i, j)
	if e == nil || stop != j || e.what != fromPlace {
		return false
	}
	o, end := r.entry(j+1, r.end)
	if o == nil || o.what != fromPlace || o.country() != e.country() || end >= r.end || !r.d.Is(end, token.Capital) {
		return false
	}
	switch r.d.Low(end) {
	case "police", "constabulary", "council", "fire":
		return end+1 >= r.end || !r.d.Is(end+1, token.Capital) || r.d.Low(end) == "fire"
	}
	return false
}

// uniting are the words that begin the names of trade unions, callings those that end them.
var (
	uniting  = lexicon.WordsOf("united", "amalgamated", "allied", "international", "national", "american", "associated", "federated")
	callings = lexicon.WordsOf(
		"workers", "employees", "teachers", "miners", "drivers", "nurses", "mineworkers", "machinists",
		"engineers", "firefighters", "dockers", "seamen", "musicians", "carpenters", "clerks", "officers",
	)
)
