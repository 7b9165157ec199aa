package mention

import "dossier/parse/internal/token"

// headlines finds names in sentences where every word has a capital: names of
// the tables, names that the rest of the article uses, and a given name with
// what follows it.
func (r *runner) headlines() {
	known, seen := map[string][]*run{}, map[string]bool{}
	for i := range r.runs {
		n := &r.runs[i]
		if seen[n.key] {
			continue
		}
		seen[n.key] = true
		first := r.d.Low(n.first)
		known[first] = append(known[first], n)
	}
	normal := len(r.runs)
	for s := range r.d.Sentences {
		r.first, r.end = int(r.d.Sentences[s].First), int(r.d.Sentences[s].End)
		if r.titled = r.isTitled(); !r.titled {
			continue
		}
		for i := r.first; i < r.end; {
			i = r.headline(i, known)
		}
	}
	if len(r.runs) > normal {
		sortRuns(r.runs)
	}
}

func (r *runner) headline(i int, known map[string][]*run) int {
	if !r.d.Is(i, token.Letter|token.Capital) {
		return i + 1
	}
	var like *run
	for _, n := range known[r.d.Low(i)] {
		if r.same(i, n) && (like == nil || n.end-n.first > like.end-like.first) {
			like = n
		}
	}
	if like != nil {
		n := *like
		n.first, n.end = i, i+like.end-like.first
		n.titled, n.initial, n.roleFirst, n.roleEnd = true, false, 0, 0
		r.runs = append(r.runs, n)
		return n.end
	}
	if e, stop := r.entry(i, r.end); e != nil && !(e.weak && !r.tags[i].Proper()) && !(e.exact && r.shouts()) {
		r.keep(run{first: i, end: stop, e: e})
		return stop
	}
	if r.givenHere(i) && i+1 < r.end && r.d.Is(i+1, token.Letter|token.Capital) && r.tags[i+1].Proper() {
		r.keep(run{first: i, end: i + 2})
		return i + 2
	}
	return i + 1
}

// givenHere reports a given name at i, also in capitals.
func (r *runner) givenHere(i int) bool {
	return r.word(i).given != noSex && r.d.Is(i, token.Capital) && r.d.Tokens[i].End-r.d.Tokens[i].Start > 2
}

// shouts reports a sentence all in capitals, where acronyms look like words.
func (r *runner) shouts() bool {
	for i := r.first; i < r.end; i++ {
		if r.d.Is(i, token.Letter) && !r.d.Is(i, token.Upper) && r.d.Tokens[i].End-r.d.Tokens[i].Start > 3 {
			return false
		}
	}
	return true
}

func (r *runner) same(i int, n *run) bool {
	size := n.end - n.first
	if i+size > r.end {
		return false
	}
	for k := range size {
		if r.d.Low(i+k) != r.d.Low(n.first+k) {
			return false
		}
	}
	return true
}
