package actor

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/mention"
)

// apposition links a description to the name that stands beside it.
func (r *resolver) apposition(m int) int {
	p := r.ms[m].Phrase
	if p < 0 || !r.heads(m) {
		return -1
	}
	if q := r.set.Phrases[p].Apposition; q >= 0 {
		if o := r.headMention(q, m); o >= 0 && r.of[o] >= 0 && r.fits(m, int(r.of[o])) {
			return int(r.of[o])
		}
	}
	for q := p - 1; q >= 0 && q > p-6; q-- {
		if r.set.Phrases[q].Apposition == p {
			if o := r.headMention(q, m); o >= 0 && r.of[o] >= 0 && r.fits(m, int(r.of[o])) {
				return int(r.of[o])
			}
		}
	}
	return -1
}

// headMention is the mention that heads phrase p, near mention m; -1 if none.
func (r *resolver) headMention(p int32, m int) int {
	head := r.set.Phrases[p].Head
	for o := max(0, m-12); o < min(len(r.ms), m+12); o++ {
		x := &r.ms[o]
		if x.First <= head && head < x.End && x.Phrase == p {
			return o
		}
	}
	return -1
}

// fits reports that a description can rename group g: a state may be called an
// ally, a person not a union.
func (r *resolver) fits(m, g int) bool {
	a, b := r.ms[m].Kind, r.groups[g].kind
	if a == article.KindPerson && b != article.KindPerson {
		return b != article.KindPlace && !r.ms[m].Plural
	}
	return (a == article.KindPerson) == (b == article.KindPerson)
}

// holder links a title to the one person who holds it.
func (r *resolver) holder(m int) int {
	x := &r.ms[m]
	if x.Type != article.MentionTitle || x.RoleEnd <= x.RoleFirst || !r.heads(m) {
		return -1
	}
	if r.indefinite(m) {
		return -1
	}
	title := r.title(x.RoleFirst, x.RoleEnd)
	head := r.d.Low(int(x.RoleEnd) - 1)
	found := -1
	for g := range r.groups {
		for i := range r.groups[g].roles {
			o := &r.groups[g].roles[i]
			if o.head != head || !r.sameOffice(x, o, title) {
				continue
			}
			if found >= 0 && found != g {
				return -1
			}
			found = g
		}
	}
	if found < 0 || !r.genders(m, found) {
		return -1
	}
	return found
}

// indefinite reports "a minister", "some official", and an older or later
// holder ("former", "next").
func (r *resolver) indefinite(m int) bool {
	x := &r.ms[m]
	switch r.d.Low(int(x.First)) {
	case "a", "an", "some", "any", "another", "one", "every", "each", "no", "his", "her", "its", "their":
		return true
	}
	for i := x.First; i < x.End; i++ {
		switch r.d.Low(int(i)) {
		case "next", "new", "former", "previous", "future", "acting", "other":
			return true
		}
	}
	return false
}

func (r *resolver) title(first, end int32) string {
	s := r.d.Span(int(first), int(end))
	return r.d.Lower[s.Start:s.End]
}

// sameOffice reports that the title of mention x is that of role o: its words
// end it, or are ended by it, and their states do not differ.
func (r *resolver) sameOffice(x *mention.Mention, o *role, title string) bool {
	if x.Country != "" && o.country != "" && x.Country != o.country {
		return false
	}
	other := r.title(o.first, o.end)
	return strings.HasSuffix(other, title) || strings.HasSuffix(title, other) && x.Country == o.country
}

// sameNominal links a description to an equal one before it.
func (r *resolver) sameNominal(m int) int {
	if r.vague(m) {
		return -1
	}
	words := r.words(m)
	for o := m - 1; o >= 0; o-- {
		if isNominal(&r.ms[o]) && r.of[o] >= 0 && !r.vague(o) && r.words(o) == words {
			return int(r.of[o])
		}
	}
	return -1
}

// vague reports a description that may mean someone else each time: with an
// indefinite article, a quantity or a possessive pronoun.
func (r *resolver) vague(m int) bool {
	x := &r.ms[m]
	w := r.d.Low(int(x.First))
	switch w {
	case "a", "an", "some", "any", "another", "several", "many", "few", "most", "other", "one",
		"his", "her", "its", "their", "our", "my", "your", "at", "more", "no", "every", "each", "all", "two", "three":
		return true
	}
	return w != "" && w[0] >= '0' && w[0] <= '9'
}

// definite links "the union" to the one body before it with that head noun, or
// with the head noun of its name.
func (r *resolver) definite(m int) int {
	x := &r.ms[m]
	w := r.d.Low(int(x.First))
	if w != "the" && w != "this" && w != "that" || x.Plural || x.Kind == article.KindPerson || x.Country != "" {
		return -1
	}
	if x.Head != x.First+1 {
		return -1 // modifiers tell it apart
	}
	noun := r.d.Low(int(x.Head))
	found := int32(-1)
	for o := m - 1; o >= 0 && r.sentence(m)-r.sentence(o) < 12; o-- {
		y := &r.ms[o]
		if r.of[o] < 0 || r.of[o] == found || y.Plural || !r.headed(o, noun) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = r.of[o]
	}
	if found < 0 {
		found = r.byKind(m, noun)
	}
	return int(found)
}

// headed reports that mention o has the head noun given, as a name or a
// description.
func (r *resolver) headed(o int, noun string) bool {
	y := &r.ms[o]
	return y.Type != article.MentionPronoun && y.Kind != article.KindPerson &&
		(r.d.Low(int(y.Head)) == noun || r.d.Low(int(y.End)-1) == noun)
}

// byKind links a noun that says no more than the kind ("the company") to the
// one named actor of that kind.
func (r *resolver) byKind(m int, noun string) int32 {
	kind, ok := kinds[noun]
	if !ok {
		return -1
	}
	found := int32(-1)
	for g := range r.groups {
		if to := &r.groups[g]; to.kind == kind && to.named && int(to.members[0]) < m {
			if found >= 0 {
				return -1
			}
			found = int32(g)
		}
	}
	return found
}

// kinds are the nouns that name a kind of actor and no more.
var kinds = map[string]article.ActorKind{
	"company": article.KindCompany, "firm": article.KindCompany, "airline": article.KindCompany,
	"corporation": article.KindCompany, "newspaper": article.KindMedia, "paper": article.KindMedia,
	"broadcaster": article.KindMedia, "party": article.KindParty, "militia": article.KindArmedGroup,
	"charity": article.KindNGO, "organization": article.KindOrganization,
	"organisation": article.KindOrganization, "university": article.KindOrganization,
	"club": article.KindOrganization, "team": article.KindOrganization,
}

// newNominal founds an actor for a description.
func (r *resolver) newNominal(m int) int { return r.create(m) }
