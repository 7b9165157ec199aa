package mention

import (
	"slices"
	"strings"

	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Where a sentence begins every word has a capital, and the tagger takes what
// can be a common word for one. These are the signs that it is a name.

// opensName reports a word at i, first of its sentence, that begins a name of
// several words: capitals go on behind it, and then comes what only stands behind
// the name of one body.
//
// Example: "Open Meadow, a farming website, said", "Civic Renewal, which holds 19 seats,". Counter-
// example: "Open Norland, they cried", "Senior Kolm managers left", "Rival Kolm, which".
func (r *runner) opensName(i int) bool {
	if r.is(i, aRole|roles|noName|calendar|participle) || !r.descriptive(i) && !r.tags[i].Proper() {
		return false
	}
	k := i + 1
	for k < r.end && k < i+5 && r.d.Is(k, token.Letter|token.Capital) && r.tags[k].Noun() {
		if r.is(k, aRole|honorific) || k == i+1 && r.givenName(k) {
			return false // "Angry President Brenn", "Bookish Ada Brenn"
		}
		k++
	}
	if k == i+1 || k >= r.end {
		return false
	}
	if r.tags[k] != tag.PunctComma {
		return false
	}
	return !r.is(i, demonym) && !r.tags[i].Proper() && r.described(k+1, alone) || k+1 < r.end && r.d.Low(k+1) == "which" && k == i+2 && (r.is(i+1, ordinary) || r.task(i+1) || abstract(r.d.Low(i+1)))
}

// abstract reports a noun made of a verb or an adjective, by its ending: "Renewal", "Freedom".
func abstract(low string) bool {
	for _, end := range [...]string{"al", "dom", "ship", "ism", "ness", "ion"} {
		if len(low) > len(end)+3 && strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

// campaign reports a word at i that tells all to act, and behind it whose or what with
// capitals: a campaign's name.
//
// Example: "Save Our Pool". Counter-example: "Save our pool", "Keep Your Distance".
func (r *runner) campaign(i int) bool {
	return i+2 < r.end && !r.titled && r.d.Low(i+1) == "our" && campaigns.Has(r.d.Low(i)) &&
		r.d.Is(i, token.Capital) && r.d.Is(i+1, token.Capital) && r.d.Is(i+2, token.Letter|token.Capital)
}

var campaigns = lexicon.WordsOf(
	"save", "stop", "keep", "protect", "defend", "free", "reclaim",
	"fix", "rescue", "restore", "support", "fund", "reopen",
)

// motto reports a noun at i that goes on with a preposition in capitals and another word: the name
// of those who stand for something.
//
// Example: "Rivers Without Walls". Counter-example: "Rivers without Walls", "Life Is Short".
func (r *runner) motto(i int) bool {
	if i+2 >= r.end || r.titled || !r.d.Is(i, token.Letter|token.Capital) || !r.d.Is(i+1, token.Capital) || r.d.Is(i+1, token.Upper) || !r.d.Is(i+2, token.Letter|token.Capital) {
		return false
	}
	switch r.d.Low(i + 1) {
	case "without", "against":
		return r.tags[i].Noun() || r.tags[i] == tag.JJ
	case "for", "over", "before", "beyond":
		return r.tags[i].Noun() && r.is(i, roles|people) && strings.HasSuffix(r.d.Low(i), "s") // "Students For Life"
	}
	return false
}

// descriptive reports a word that could describe the name behind it, were it not
// part of it.
func (r *runner) descriptive(i int) bool {
	switch r.tags[i] {
	case tag.JJ, tag.JJR, tag.JJS, tag.NN, tag.NNS, tag.VBN, tag.VBG, tag.VB, tag.RB, tag.FW:
		return true
	}
	return false
}

// singular reports a word at i, first of its sentence, that looks like a plural
// no table holds and has the verb of one thing: a name.
//
// Example: "Watersons has offered to help". Counter-example: "Lawmakers have
// offered to help".
func (r *runner) singular(i int) bool {
	if i+1 >= r.end || r.tags[i] != tag.NNS && r.tags[i] != tag.NNPS || r.is(i, ownClass|ordinary) {
		return false
	}
	switch r.d.Low(i + 1) {
	case "has", "is", "was", "does":
		return true
	}
	return r.tags[i+1] == tag.VBZ && r.tags[i+1].Finite()
}

// whichDoes reports a word at i, first of its sentence and no noun, behind which "which" tells what one body does or
// is: a name that looks like a verb or an adjective.
//
// Example: "Unite, which represents 200 drivers, said". Counter-example: "Inflation, which rose, is down", "Worse,
// which nobody saw, it broke".
func (r *runner) whichDoes(i int) bool {
	if i+4 >= r.end || r.tags[i+1] != tag.PunctComma || r.d.Low(i+2) != "which" {
		return false
	}
	switch r.tags[i] {
	case tag.VB, tag.VBP, tag.VBN, tag.JJ:
		return r.tags[i+3] == tag.VBZ || r.tags[i+3] == tag.VBD
	}
	return false
}

// familyParticle reports a particle with a capital at i before another one, or before a name,
// at the start of a sentence: "Van der Berg said", "Van Der Berg said".
//
// Counter-example: "Van drivers said".
func (r *runner) familyParticle(i int) bool {
	if r.titled || !r.opens(i) || i+2 >= r.end || !r.is(i+1, particle) {
		return false
	}
	return r.d.Is(i+2, token.Letter|token.Capital) && r.tags[i+2].Proper()
}

// fullAtStart gives the names behind the first word of their sentence that word, where the
// article has both as one name elsewhere: "Big Harbour denied it" after "the label Big Harbour".
func (r *runner) fullAtStart() {
	for k := range r.runs {
		n := &r.runs[k]
		i := n.first - 1
		if n.e != nil || n.honor || n.roleEnd > n.roleFirst || i < 0 || !r.d.Is(i, token.Letter|token.Capital) || k > 0 && r.runs[k-1].end > i {
			continue
		}
		if r.enter(n.first); i < r.first || !r.opens(i) || !r.descriptive(i) {
			continue
		}
		if g := r.groups.Find(r.key(i, n.end)); g >= 0 {
			if o := slices.IndexFunc(r.runs, func(o run) bool { return int(o.group) == g }); o >= 0 {
				n.first, n.class, n.head, n.group = i, r.runs[o].class, r.runs[o].head, int32(g)
			}
		}
	}
}
