package mention

import (
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Letters in brackets tell where the name before them begins: what "and" and commas part is
// one name if the letters spell it all.

// spelledOut widens the runs before letters in brackets to what the letters spell.
//
// Example: "the Norland Doctors, Nurses and Dentists Union (NDNDU)". Counter-example: "the
// Home Office and the Norland Dentists Union (NDU)".
func (r *runner) spelledOut() {
	for i := 1; i < len(r.runs); i++ {
		n, p := &r.runs[i], &r.runs[i-1]
		if n.size() > 1 || p.end != n.first-1 || r.tags[p.end] != tag.LRB || !r.d.Is(n.first, token.Upper) || p.e != nil {
			continue
		}
		letters := r.d.Word(n.first)
		if len(letters) == p.size() && len(letters) > 2 && !p.honor && p.roleEnd == p.roleFirst && n.end < len(r.tags) && r.tags[n.end] == tag.RRB && r.spells(letters, p.first, p.end) {
			p.spelt = true // "Bharat Lok Dal (BLD)", though Bharat is a man's name
			continue
		}
		if len(letters) < 3 || r.spells(letters, p.first, p.end) || n.end >= len(r.tags) || r.tags[n.end] != tag.RRB {
			continue
		}
		if first := r.spelledFrom(letters, p.first, p.end); first < p.first {
			k := i - 1
			for k > 0 && r.runs[k-1].first >= first {
				k--
			}
			r.runs[k] = run{first: first, end: p.end, initial: r.opens(first), spelt: true}
			r.runs = append(r.runs[:k+1], r.runs[i:]...)
			i = k + 1
		}
	}
}

// spelledFrom is where the name begins that goes on before token first to end, and that the
// letters spell; first if none does.
func (r *runner) spelledFrom(letters string, first, end int) int {
	const words = 12
	r.enter(first)
	for k := first - 1; k >= max(r.first, first-words); k-- {
		switch w := r.d.Low(k); {
		case w == "and" || w == "&" || w == "," || w == "of" || w == "for":
		case !r.d.Is(k, token.Capital|token.Letter):
			return first
		case r.spells(letters, k, end):
			return k
		}
	}
	return first
}

// spells reports that the letters are the first letters of the words with capitals in
// [first, end), the first among them; one word may be passed over.
func (r *runner) spells(letters string, first, end int) bool {
	k, over := 0, 0
	for i := first; i < end; i++ {
		switch {
		case !r.d.Is(i, token.Capital):
		case k < len(letters) && r.d.Word(i)[0] == letters[k]:
			k++
		default:
			over++
		}
	}
	return k == len(letters) && over <= 1 && r.d.Word(first)[0] == letters[0]
}
