package actor

import (
	"dossier/article"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Who talks to the press without a full name is described first, and the clause
// behind tells what to call him: "a teenager who gave his name as Jaylen", "a
// resident who asked to be identified only as Tom", "a man calling himself Kit".

// ownName links a description to the name that the clause behind it gives.
func (r *resolver) ownName(m int) int {
	x := &r.ms[m]
	if !r.heads(m) {
		return -1
	}
	const reach = 14 // tokens
	end := min(x.End+reach, r.d.Sentences[r.sentence(m)].End)
	for o := m + 1; o < len(r.ms) && r.ms[o].First < end; o++ {
		y := &r.ms[o]
		if r.of[o] >= 0 && y.Kind == article.KindPerson && isName(y) && r.genders(m, int(r.of[o])) && r.naming(int(x.End), int(y.First)) {
			return int(r.of[o])
		}
	}
	return -1
}

// naming reports that tokens [first, end) say that the name behind them is that of
// the person before them. It reads them from their end.
func (r *resolver) naming(first, end int) bool {
	if first < end && r.tags[first] == tag.PunctComma {
		first++
	}
	end = r.beforeFillers(first, end)
	own := end-3 >= first && r.d.Low(end-1) == "name" && nameParts[r.d.Low(end-2)] && r.tags[end-3] == tag.PRPS
	if own { // "by his first name, Tom"
		end = r.beforeFillers(first, end-3)
	}
	as := end > first && r.d.Low(end-1) == "as"
	if as || end > first && r.d.Low(end-1) == "by" {
		end = r.beforeFillers(first, end-1)
	}
	if end <= first || !r.alone(first, end) {
		return false
	}
	who := r.tags[first] == tag.WP
	switch verb := end - 1; {
	case own && gives[r.d.Low(verb)]: // "who gave her first name, Mira"
		return who
	case as && r.d.Low(verb) == "name": // "who gave his name as Tom"
		return who && r.any(first, verb, gives)
	case selves[r.d.Low(verb)]: // "who called himself Tom", "calling himself Tom"
		return verb > first && callings[r.d.Low(verb-1)] && (who || verb-1 == first)
	case !callings[r.d.Low(verb)] || r.tags[verb] == tag.VBG:
		return false
	case verb == first: // "named Tom"
		return true
	default: // "who asked to be called Tom"
		return who && r.any(verb-2, verb, be)
	}
}

// beforeFillers is where tokens [first, end) end without what may stand before a name:
// marks, "only" and the like.
func (r *resolver) beforeFillers(first, end int) int {
	for end > first && (fillers[r.d.Low(end-1)] || r.d.Is(end-1, token.Mark) || r.tags[end-1] == tag.PunctComma) {
		end--
	}
	return end
}

// any reports one of the words among tokens [first, end).
func (r *resolver) any(first, end int, words map[string]bool) bool {
	for i := max(first, 0); i < end; i++ {
		if words[r.d.Low(i)] {
			return true
		}
	}
	return false
}

// alone reports that tokens [first, end) are one clause.
func (r *resolver) alone(first, end int) bool {
	for i := first; i < end; i++ {
		if r.tags[i] >= tag.PunctEnd && r.tags[i] <= tag.NFP {
			return false
		}
	}
	return true
}

var (
	// gives are the verbs by which people tell their names.
	gives = map[string]bool{"gave": true, "gives": true, "give": true}

	// callings are the verbs between people and their names.
	callings = map[string]bool{
		"called": true, "calls": true, "calling": true, "named": true, "known": true, "identified": true,
		"identifies": true, "identifying": true, "introduced": true, "introducing": true, "quoted": true,
	}

	selves    = map[string]bool{"himself": true, "herself": true, "themselves": true, "themself": true}
	be        = map[string]bool{"be": true, "is": true, "was": true, "being": true, "been": true}
	fillers   = map[string]bool{"only": true, "simply": true, "just": true, "merely": true}
	nameParts = map[string]bool{"first": true, "last": true, "given": true, "middle": true, "family": true}
)
