package mention

import (
	"strings"

	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// A state that no table holds (a region that broke away, a young state) is known
// by two things together: the article says that it has what states have
// ("Torvania's foreign minister", "the army of Torvania", "the Torvanian army"),
// and uses its adjective. One of them alone is not enough: a president has
// ministers too, and an author an adjective.

// reachOf is how many words behind a name or an adjective are looked at for what
// it owns: "Torvania's first deputy foreign minister".
const reachOf = 4

// Shares of the proof that a name is a state's; proven is enough of them.
const (
	owns         = 1 // what states have; people may have ministers and armies too
	hasAdjective = 2
	proven       = owns | hasAdjective
)

// sovereigns marks the runs that name a state, and gives them the weight of one.
func (r *runner) sovereigns() {
	var proofs []uint8
	for i := range r.runs {
		n := &r.runs[i]
		if n.e != nil {
			continue
		}
		g, proof := r.proofOf(n)
		if o := r.inOffice(n); o >= 0 {
			g, proof = o, proven
			n.roleFirst++ // "Torvanian | Prime Minister Ada Brenn"
		}
		if proof != 0 && g >= 0 {
			if proofs == nil {
				proofs = make([]uint8, r.groups.Len())
			}
			proofs[g] |= proof
		}
	}
	if proofs == nil {
		return
	}
	for i := range r.runs {
		n := &r.runs[i]
		if n.e == nil && proofs[n.group] == proven && !n.honor && n.roleEnd == n.roleFirst {
			n.state = true
			n.scores[Place] += certain
		}
	}
}

// proofOf is what run n proves, and of which group.
func (r *runner) proofOf(n *run) (group int, proof uint8) {
	r.enter(n.first)
	if r.possessor(n.end) && r.rules(n.end+1) || r.governed(n) || r.hasOwn(n) {
		return int(n.group), owns
	}
	if g := r.ministryOf(n); g >= 0 {
		return g, owns
	}
	if n.whose && n.end < len(r.tags) && statesmen.Has(r.d.Low(n.end)) {
		return int(n.group), hasAdjective // "Torvani President Ada Brenn": name and adjective are one
	}
	if r.tags[n.first] != tag.JJ && !r.tags[n.first].Proper() {
		return -1, 0
	}
	if group = r.ofAdjective(r.d.Low(n.first)); group < 0 {
		return -1, 0
	}
	proof = hasAdjective
	if n.size() == 1 && r.rules(n.end) {
		proof = proven
	}
	return group, proof
}

// inOffice is the group of the state whose adjective begins the title of run n, an office of state: "Torvanian Prime
// Minister Ada Brenn" where Torvania is named; -1 if none does.
func (r *runner) inOffice(n *run) int {
	if n.roleEnd-n.roleFirst < 2 || !r.d.Is(n.roleFirst, token.Capital) || !statesmen.Has(r.d.Low(n.roleEnd-1)) || r.is(n.roleFirst, entryFirst|ordinary|aRole) {
		return -1
	}
	return r.ofAdjective(r.d.Low(n.roleFirst))
}

// statesmen are the nouns of the offices that states have.
var statesmen = lexicon.WordsOf("minister", "president", "premier", "chancellor", "king", "queen", "ambassador", "emperor", "leader")

// rules reports what only a state has among the next words before any other
// name, from token i on.
func (r *runner) rules(i int) bool {
	for k := i; k < min(r.end, i+reachOf) && !r.d.Is(k, token.Capital); k++ {
		if r.is(k, sovereign) {
			return true
		}
		if t := r.tags[k]; !t.Noun() && t != tag.JJ {
			return false
		}
	}
	return false
}

// hasOwn reports "Torvania has recalled its ambassador": a verb, and behind "its" what
// only a state has.
//
// Counter-example: "Torvania has closed its doors", "Brenn met its ambassador".
func (r *runner) hasOwn(n *run) bool {
	k := n.end
	for k < r.end && (auxiliaries.Has(r.d.Low(k)) || r.tags[k] == tag.MD || r.tags[k] == tag.RB) {
		k++
	}
	return k+1 < r.end && r.tags[k].Verb() && recalls.Has(r.d.Low(k)) && r.d.Low(k+1) == "its" && r.rules(k+2)
}

// recalls are what a state does with its envoys and its forces.
var recalls = lexicon.WordsOf(
	"recalled", "recall", "recalls", "withdrew", "withdrawn", "withdraw",
	"closed", "close", "reopened", "reopen", "mobilised", "mobilized",
	"put", "summoned",
)

// governed reports "the government of Torvania".
func (r *runner) governed(n *run) bool {
	k := n.first - 2
	if k < r.first || r.d.Low(k+1) != "of" {
		return false
	}
	switch r.d.Low(k) {
	case "government", "parliament", "republic", "kingdom":
		return true
	}
	return r.is(k, sovereign)
}

// ministryOf is the group of the name in "the Foreign Ministry of Torvania", -1
// if the article does not use that alone or n is no such name.
func (r *runner) ministryOf(n *run) int {
	if k := n.end - 2; k > n.first && r.d.Low(k) == "of" && r.is(k-1, sovereign) {
		return r.groups.Find(r.d.Low(n.end - 1))
	}
	return -1
}

// adjectiveEnds are the endings of adjectives for states, and what the names of
// states may have in their place.
var adjectiveEnds = [...]struct {
	end   string
	names [3]string
}{
	{"ian", [3]string{"", "ia", "y"}}, {"an", [3]string{"", "a", "e"}}, {"n", [3]string{"", "", ""}}, {"ese", [3]string{"", "a", "o"}},
	{"ish", [3]string{"", "a", "e"}}, {"ic", [3]string{"", "a", "ia"}}, {"i", [3]string{"", "", ""}},
}

// ofAdjective is the group of the name that the adjective low is made from, -1
// if the article does not use it: "belmarian" is of Belmar.
func (r *runner) ofAdjective(low string) int {
	for _, x := range adjectiveEnds {
		stem, ok := strings.CutSuffix(low, x.end)
		if !ok || len(stem) < 3 {
			continue
		}
		for _, end := range x.names {
			if g := r.groups.Find(stem + end); g >= 0 {
				return g
			}
		}
	}
	return -1
}
