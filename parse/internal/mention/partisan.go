package mention

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// An alliance may be one of states and a front one that fights; both are parties where
// the article says that they have what only parties have.
//
// Example: "The Homeland Front's candidates lost", "the Civic Alliance won 12 seats".
// Counter-example: "The Homeland Front's fighters left", "the alliance won the war".

// partisans makes parties of the bodies that stand for election in the article.
func (r *runner) partisans() {
	var found []bool // by group
	for i := range r.runs {
		n := &r.runs[i]
		if n.e != nil || n.size() < 2 || !leagues[headKinds[n.head]] && n.head != 0 || !stands.Has(r.d.Low(n.end-1)) {
			continue
		}
		r.enter(n.first)
		if !r.runsFor(n) {
			continue
		}
		if found == nil {
			found = make([]bool, r.groups.Len())
		}
		found[n.group] = true
	}
	if found == nil {
		return
	}
	party := kindIndex(string(article.KindParty))
	for i := range r.runs {
		if n := &r.runs[i]; n.e == nil && found[n.group] {
			n.head = party
			n.scores[Body] += strong
		}
	}
}

// leagues are the kinds that a name shows which may be a party's.
var leagues = map[article.ActorKind]bool{
	article.KindIGO: true, article.KindArmedGroup: true, article.KindOrganization: true,
}

// stands are the last words of the names that may be a party's.
var stands = lexicon.WordsOf(
	"alliance", "front", "movement", "coalition", "league", "union",
	"bloc", "list", "first", "rally", "congress", "forum",
)

// runsFor reports that what stands around n tells of a party: its candidates, voters or
// seats, or an election that it wins.
func (r *runner) runsFor(n *run) bool {
	k := n.end
	if k < r.end && r.tags[k] == tag.POS {
		k++
	}
	if k < r.end && !r.d.Is(k, token.Capital) && partisan.Has(r.d.Low(k)) {
		return true
	}
	if b := n.first - 1; b > r.first {
		if r.tags[b] == tag.DT {
			b--
		}
		if w := r.d.Low(b); b > r.first && (w == "of" || w == "for" || w == "from") && partisan.Has(r.d.Low(b-1)) {
			return true
		}
	}
	return k == n.end && r.polls(k)
}

// polls reports a verb at token k for what parties do in elections, and behind it what
// they win or lose there.
func (r *runner) polls(k int) bool {
	for k < r.end && (r.tags[k] == tag.MD || r.tags[k] == tag.RB || auxiliaries.Has(r.d.Low(k))) {
		k++
	}
	if k >= r.end || !polling.Has(r.d.Low(k)) {
		return false
	}
	const words = 7
	for i := k + 1; i < min(r.end, k+words) && r.tags[i] != tag.PunctComma; i++ {
		if ballots.Has(r.d.Low(i)) {
			return true
		}
	}
	return false
}

// partisan are those whom only parties have.
var partisan = lexicon.WordsOf(
	"candidate", "candidates", "voters", "voter", "mp", "mps",
	"lawmaker", "lawmakers", "manifesto", "mep", "meps", "nominee",
	"councillor", "councillors", "deputies", "senators", "backbenchers",
)

// polling are the verbs for what parties do in elections, and ballots what they do it to.
var (
	polling = lexicon.WordsOf(
		"won", "win", "wins", "lost", "lose", "loses", "gained",
		"took", "secured", "contested", "contest", "boycotted", "boycott",
		"holds", "held", "swept",
	)
	ballots = lexicon.WordsOf(
		"election", "elections", "seat", "seats", "vote", "votes",
		"poll", "polls", "by-election", "referendum",
	)
)
