package actor

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/mention"
)

// A headline names people and bodies by what the text tells next: "Former mayor
// jailed", "Ministry denies report". Its descriptions are read when those of the
// text are settled.

// lead is how many blocks behind a headline tell whom it means.
const lead = 5

// headlined links a description in a headline to the one actor of the first
// paragraphs that has its noun as a title or is called so.
func (r *resolver) headlined(m int) int {
	x := &r.ms[m]
	if !r.titledBlock(m) || x.Plural || r.vague(m) {
		return -1
	}
	if x.Kind == article.KindPerson {
		return r.headlinePerson(m)
	}
	return r.headlineGroup(m)
}

// headlinePerson is the one named person of the first paragraphs who has the title
// that headline mention m gives; "former" must be told of both.
func (r *resolver) headlinePerson(m int) int {
	x := &r.ms[m]
	if x.RoleEnd <= x.RoleFirst || r.affiliation(m) >= 0 {
		return r.headlineUnnamed(m)
	}
	first, status := r.status(x)
	words, head := withoutEx(r.title(first, x.RoleEnd)), fullTitle(withoutEx(r.d.Low(int(x.RoleEnd)-1)))
	found := int32(-1)
	for o := m + 1; o < len(r.ms) && r.block(o)-r.block(m) <= lead; o++ {
		g := r.of[o]
		if g < 0 || g == found || !r.groups[g].named || r.groups[g].kind != article.KindPerson || !r.genders(m, int(g)) {
			continue
		}
		for i := range r.groups[g].roles {
			n := &r.groups[g].roles[i]
			if n.head != head || (n.status == "former") != (status == "former") || !strings.HasSuffix(n.words, words) && !strings.HasSuffix(words, n.words) {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = g
			break
		}
	}
	if found < 0 {
		return r.headlineUnnamed(m)
	}
	return int(found)
}

// withoutEx is a title in lower case without the prefix that tells it is a former one, as
// headlines shorten "former": "ex-minister".
func withoutEx(low string) string { return strings.TrimPrefix(low, "ex-") }

// headlineUnnamed is the one person whom the lead brings in by the noun of headline
// mention m and does not name: "Nurse jailed", "A nurse was jailed".
func (r *resolver) headlineUnnamed(m int) int {
	const lead = 2
	found := int32(-1)
	for o := m + 1; o < len(r.ms) && r.block(o)-r.block(m) <= lead; o++ {
		y, g := &r.ms[o], r.of[o]
		if g < 0 || g == found || r.groups[g].named || y.Plural || y.Kind != article.KindPerson || withoutEx(r.d.Low(int(y.Head))) != withoutEx(r.d.Low(int(r.ms[m].Head))) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = g
	}
	return int(found)
}

// headlineGroup is the one body of the first paragraphs whose name ends in the noun of
// headline mention m and holds its other words; without a name, the one so described.
func (r *resolver) headlineGroup(m int) int {
	x := &r.ms[m]
	noun := r.d.Low(int(x.Head))
	named, found := int32(-1), int32(-1)
	for o := m + 1; o < len(r.ms) && r.block(o)-r.block(m) <= lead; o++ {
		y, g := &r.ms[o], r.of[o]
		if g < 0 || y.Plural || !r.headed(o, noun) || r.vague(o) || !r.contains(y, x) {
			continue
		}
		if isName(y) {
			if named >= 0 && named != g {
				return -1
			}
			named = g
		}
		if found >= 0 && found != g {
			found = several
		} else if found != several {
			found = g
		}
	}
	if named >= 0 {
		return int(named)
	}
	return int(max(found, -1))
}

// contains reports that all words of x before its head stand in y.
func (r *resolver) contains(y, x *mention.Mention) bool {
	for i := x.First; i < x.Head; i++ {
		k := y.First
		for k < y.End && r.d.Low(int(k)) != r.d.Low(int(i)) {
			k++
		}
		if k == y.End {
			return false
		}
	}
	return true
}

// newHeadline founds an actor for what a headline describes and the text does not
// name.
func (r *resolver) newHeadline(m int) int {
	if !r.titledBlock(m) {
		return -1
	}
	return r.anew(m)
}
