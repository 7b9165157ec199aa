package mention

import (
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Evidence of phrases that rename a name or count it among others: "Belmar, a shipping
// group", "groups including Fair Harbour".

// oneOf reports "including" or "such as" that ends at token k, behind a plural noun for
// bodies.
func (r *runner) oneOf(k int) bool {
	switch r.d.Low(k) {
	case "including":
	case "as":
		if k--; k < r.first || r.d.Low(k) != "such" {
			return false
		}
	default:
		return false
	}
	if k--; k >= r.first && r.tags[k] == tag.PunctComma {
		k--
	}
	return k >= r.first && r.is(k, heads) && r.is(k, alone)
}

// knownAs reports that run n is what a body is known as, whose noun stands before: "a gang known as Los Brennos"; and
// scores it so. "as" is token k.
//
// Counter-example: "a trader known as Kolmi".
func (r *runner) knownAs(n *run, k int) bool {
	if r.d.Low(k) == "the" {
		k--
	}
	if k-2 < r.first || r.d.Low(k) != "as" || r.d.Low(k-1) != "known" {
		return false
	}
	for k -= 2; k > r.first && (r.tags[k] == tag.PunctComma || r.tags[k] == tag.RB || r.tags[k] == tag.RBR || r.tags[k] == tag.JJR); k-- {
	}
	if !r.tags[k].Noun() || r.d.Is(k, token.Capital) || !r.is(k, alone) || r.is(k, aRole) {
		return false
	}
	n.scores[Body] += strong + strong
	if n.head == 0 {
		n.head = r.word(k).head
	}
	return true
}

// led reports that run n is what somebody is said to be the head of: "who chairs" ends at
// token k.
func (r *runner) led(n *run, k int) bool {
	return n.e == nil && n.size() > 1 && k > r.first && r.d.Low(k-1) == "who" && leads.Has(r.d.Low(k)) && !r.givenName(n.first)
}

// leads are the verbs for that.
var leads = lexicon.WordsOf(
	"chairs", "chaired", "heads", "headed", "leads", "runs", "founded",
	"co-founded", "directs", "directed",
)

// namedBody reports that the run [i, j) is a name of several words between commas, behind a
// description of a body: "his party, Norlandic Choice, won".
//
// Counter-example: "his party, Ada Brenn said", "the union's leader, Ada Brenn, left".
func (r *runner) namedBody(i, j int) bool {
	if j-i < 2 || i-2 <= r.first || r.tags[i-1] != tag.PunctComma || r.givenName(i) || r.tags[j-1] == tag.POS || j >= r.end || r.tags[j] != tag.PunctComma && r.tags[j] != tag.PunctEnd {
		return false
	}
	for k := i; k < j; k++ {
		if r.word(k).role == office || r.is(k, honorific) {
			return false // "he left the party, Chancellor Brenn, who is ill, said"
		}
	}
	f := r.renamed(i - 2)
	return f&alone != 0 && f&aRole == 0 && !r.hangsOnNoun(i-2)
}

// hangsOnNoun reports that the short description whose noun is token i only tells where
// somebody is: "the first Muslim in the judiciary, Abid Brenn,".
func (r *runner) hangsOnNoun(i int) bool {
	for i--; i > r.first; i-- {
		switch r.tags[i] {
		case tag.DT, tag.PRPS, tag.POS:
			t := r.tags[i-1]
			return i-2 >= r.first && (t == tag.IN || t == tag.TO) && r.tags[i-2].Noun()
		}
	}
	return false
}

// renamed is what the noun at token i is, if it ends a short description that a
// name may stand for: one with a determiner or a possessor.
func (r *runner) renamed(i int) flags {
	if i <= r.first || !r.is(i, aRole|alone) || r.d.Is(i, token.Capital) {
		return 0
	}
	for k := i - 1; k >= max(r.first, i-4); k-- {
		switch t := r.tags[k]; {
		case t == tag.DT, t == tag.PRPS, t == tag.POS:
			return r.word(i).is
		case t != tag.JJ && !t.Noun():
			return 0
		}
	}
	return 0
}

// described reports an article and a noun of the given sort behind a comma, at
// token i, words that describe it between.
func (r *runner) described(i int, sort flags) bool {
	if i >= r.end || r.tags[i] != tag.DT {
		return false
	}
	for k := i + 1; k < min(r.end, i+5); k++ {
		if t := r.tags[k]; t != tag.JJ && !t.Noun() && t != tag.VBN && t != tag.VBG {
			return false
		}
		if r.d.Low(k) == "tank" && r.d.Low(k-1) == "think" {
			return sort == alone // "a Torvik think tank"
		}
		if r.d.Low(k) == "giant" && k > i+1 && r.tags[k-1].Noun() {
			return sort == alone // "the software giant"
		}
		if r.tags[k].Noun() && r.is(k, aRole|alone) && (k+1 >= r.end || !r.tags[k+1].Noun()) {
			return r.is(k, sort)
		}
	}
	return false
}
