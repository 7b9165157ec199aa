package mention

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Clubs that play bear the name of their town and a word that places and bodies have too:
// "Halm Town", "Torvik City". What they do tells them, and what they are called for short
// is the town's name or that word.

// clubWords end the names of clubs, and mean them alone. True for those that are words for
// a place too.
var clubWords = map[string]bool{
	"rovers": false, "harriers": false, "united": false, "wanderers": false, "athletic": false, "albion": false,
	"town": true, "city": true,
}

// club reports a name of two words and more that ends like a club's, and what only a club
// has behind it: a verb for a match, or its goals and the other side.
//
// Example: "Halm Town beat Torvik", "Halm Town 2 Torvik Rovers 1". Counter-example: "Halm
// Town voted for him", "Halm Town 2 miles away".
func (r *runner) club(n *run) bool {
	if n.e != nil || n.size() < 2 || n.end >= r.end || !r.endsAsClub(n) {
		return false
	}
	if k := n.end; r.tags[k] == tag.CD {
		return len(r.d.Word(k)) == 1 && k+1 < r.end && r.d.Is(k+1, token.Capital)
	}
	switch r.d.Low(n.end) {
	case "have", "are", "were", "face", "host":
		return r.tags[n.end].Finite() && !r.is(n.first, honorific) && !(n.first > r.first && r.d.Low(n.first-1) == "and") // a club is many
	}
	return matches.Has(r.d.Low(n.end)) && (r.tags[n.end].Verb() || n.end+1 < r.end && r.d.Is(n.end+1, token.Capital))
}

// theMany reports a plural behind "the", one or two words that no table has: no one person's name.
//
// Example: "the Sea Rays". Counter-example: "the Kolms", where a Kolm is named, "the Wells Committee".
func (r *runner) theMany(n *run) bool {
	if n.e != nil || n.size() > 2 || n.honor || n.part || n.first == 0 || r.d.Low(n.first-1) != "the" || r.givenName(n.first) {
		return false
	}
	return pluralLook(r.d.Low(n.end-1)) && !r.is(n.end-1, demonym|roles|aHead|heads|placeLast|calendar)
}

// pluralLook reports a word that looks like a plural.
func pluralLook(w string) bool { return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' }

// team reports a plural that plays: it has a verb for a match behind it, or stands behind one or behind
// what a match was won or lost against.
//
// Example: "The Sea Rays beat Torvik", "lost to the Rays". Counter-example: "the Rays left".
func (r *runner) team(n *run) bool {
	if !r.theMany(n) {
		return false
	}
	plays := n.end < r.end && r.tags[n.end].Verb() && matches.Has(r.d.Low(n.end))
	if k := n.first - 2; k > r.first && (r.tags[k] == tag.IN || r.tags[k] == tag.TO) {
		plays = plays || results.Has(r.d.Low(k-1))
	} else if k >= r.first {
		plays = plays || r.tags[k].Verb() && matches.Has(r.d.Low(k))
	}
	return plays && !r.family(r.d.Low(n.end-1))
}

// family reports that the article names somebody of whose last name w is the plural.
func (r *runner) family(w string) bool {
	for k := range r.runs {
		if o := &r.runs[k]; o.size() > 1 && r.d.Low(o.end-1) == w[:len(w)-1] && (o.honor || r.givenName(o.first)) {
			return true
		}
	}
	return false
}

// results are the words before "to", "over" and "against" whom one played.
var results = lexicon.WordsOf("lost", "loss", "defeat", "win", "won", "victory", "draw", "game", "match", "play", "played", "goal", "goals")

// clubFirst reports the letters of clubs before the name of one: "FC Halm".
func (r *runner) clubFirst(n *run) bool {
	return n.size() == 2 && r.d.Is(n.first, token.Upper) && clubLetters.Has(r.d.Low(n.first)) && !r.d.Is(n.end-1, token.Upper)
}

// womensSide reports the name of a club's team of women or of youths: the name of a town or club, and what the team is of.
//
// Example: "Chelsea Women". Counter-example: "Norwegian Women", "Black Women", "Ada Women".
func (r *runner) womensSide(n *run) bool {
	k := n.end - 1
	if n.size() < 2 || !sideOfClub.Has(r.d.Low(k)) || !r.d.Is(k, token.Capital) || r.is(n.first, demonym) {
		return false
	}
	e, stop := r.entry(n.first, k)
	return e != nil && stop == k && (e.what == fromBody && e.kind() == article.KindOrganization || e.what == fromPlace || e.what == fromCapital) || r.endsAsClub(&run{first: n.first, end: k})
}

var sideOfClub = lexicon.WordsOf("women", "ladies", "reserves", "u21s", "u23s", "under-21s", "u18s")

var clubLetters = lexicon.WordsOf("fc", "afc", "ac", "sc", "cf", "cd", "fk", "sk", "bk", "vfb", "vfl", "rb", "tsg", "psv", "rcd")

// endsAsClub reports the end of a club's name.
func (r *runner) endsAsClub(n *run) bool {
	_, ok := clubWords[r.d.Low(n.end-1)]
	return ok
}

var matches = lexicon.WordsOf(
	"beat", "beats", "beaten", "thrashed", "thrash", "drew", "defeated",
	"edged", "equalised", "equalized", "scored", "conceded", "trounced",
	"hammered", "outplayed",
)

// clubPart marks in runner.part a word of a club's name.
const clubPart = -1

// partOfClub notes the words that the club n may be called by.
func (r *runner) partOfClub(part []int8, n *run) {
	for _, k := range [...]int{n.first, n.end - 1} {
		if g := r.groups.Find(r.d.Low(k)); g >= 0 && part[g] == 0 && (k > n.first || n.size() == 2) {
			part[g] = clubPart
		}
	}
}

// townOf reports a word of a club's name that here is its town: "in Halm".
func (r *runner) townOf(n *run) bool {
	k := n.first - 1
	if k < 0 || r.tags[k] != tag.IN {
		return false
	}
	switch r.d.Low(k) {
	case "in", "near", "outside", "around", "at":
		return true
	}
	return false
}

// calledClub reports a single word for a club, of whose name it is the end ("Rovers"): one
// that is a word for a place not at the start of a sentence, where it may describe.
func (r *runner) calledClub(n *run) bool {
	ofPlace, ok := clubWords[r.d.Low(n.first)]
	if !ok || !n.part || n.end < len(r.tags) && r.d.Is(n.end, token.Capital) {
		return false
	}
	return !ofPlace || !n.initial && !(n.first > 0 && r.tags[n.first-1] == tag.DT)
}
