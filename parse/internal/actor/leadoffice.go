package actor

import (
	"slices"
	"strings"

	"dossier/article"
)

// leadOffice links what the lead calls somebody by office ("the head of Norland's central
// bank") to the one person whom the next paragraphs name as the holder of it ("Jon Fell,
// governor of the central bank").
func (r *resolver) leadOffice(m int) int {
	x := &r.ms[m]
	if x.Kind != article.KindPerson || x.Plural || x.RoleEnd <= x.RoleFirst || r.paragraph(m) > 1 || r.titledBlock(m) || !r.heads(m) || r.vague(m) || !r.opens(m) && !r.speaks(m) {
		return -1
	}
	const paragraphs = 6
	words, head := r.title(x.RoleFirst, x.RoleEnd), fullTitle(r.d.Low(int(x.RoleEnd)-1))
	a, found := r.affiliation(m), int32(-1)
	for o := m + 1; o < min(len(r.ms), m+far) && r.block(o)-r.block(m) <= paragraphs; o++ {
		y := &r.ms[o]
		if y.Plural || y.RoleEnd <= y.RoleFirst || y.Kind != article.KindPerson || isNominal(y) && r.indefinite(o) {
			continue // "a director of the bank": one of several
		}
		g := r.holderAt(o)
		if g < 0 || g == found {
			continue
		}
		other := fullTitle(r.d.Low(int(y.RoleEnd) - 1))
		if _, status := r.status(y); status != "current" {
			continue
		}
		title := r.title(y.RoleFirst, y.RoleEnd)
		if shadows(title) != shadows(words) {
			continue // the shadow chancellor is against the chancellor
		}
		same := strings.HasSuffix(title, words)
		if !same && !(a >= 0 && (slices.Contains(tops[head], other) || head != "leader" && other == "governor" && tops[head] != nil)) {
			continue
		}
		if b := r.affiliation(o); !r.sameBody(a, b, same && (a < 0 || x.RoleEnd-x.RoleFirst > 1)) && !(b < 0 && words == other && r.onlyHead(a, g, head)) {
			continue
		}
		if found >= 0 || r.groups[g].first < int32(m) || !r.genders(m, int(g)) {
			return -1
		}
		found = g
	}
	return int(found)
}

// onlyHead reports that mention a is a state and group g the one person of the article who
// heads a state by the title given, of which state is not said: "Norland's president", and
// in the next paragraph "President Ada Brenn".
func (r *resolver) onlyHead(a, g int32, title string) bool {
	if a < 0 || r.of[a] < 0 || r.groups[r.of[a]].kind != article.KindCountry || !crowns.Has(title) || r.groups[g].country != "" {
		return false
	}
	for _, k := range r.index.find(title).titled {
		if x := &r.groups[k]; k != g && x.named && slices.ContainsFunc(x.roles, func(n role) bool { return n.words == title && n.status != "former" }) {
			return false
		}
	}
	return true
}

// holderAt is the named person whom mention o gives an office: by a title before the name
// or one set off by a comma; -1 if none.
func (r *resolver) holderAt(o int) int32 {
	if isName(&r.ms[o]) {
		return r.of[o]
	}
	if g := r.apposition(o); g >= 0 && r.groups[g].named && r.groups[g].kind == article.KindPerson {
		return int32(g)
	}
	return -1
}

// sameBody reports that an office of body a may be one of body b: they are one, or b is
// called by a noun of a ("the central bank" of Norland's central bank). An office of no
// body that is told in the same words may be of any.
func (r *resolver) sameBody(a, b int32, words bool) bool {
	switch {
	case b < 0:
		return words
	case a < 0:
		return words && r.ms[b].Kind == article.KindPlace
	case r.of[a] >= 0 && r.of[a] == r.of[b]:
		return true
	}
	x, y := &r.ms[a], &r.ms[b]
	return isNominal(x) && isNominal(y) && r.d.Low(int(x.Head)) == r.d.Low(int(y.Head)) && r.d.Low(int(y.First)) == "the" && r.within(y, x)
}
