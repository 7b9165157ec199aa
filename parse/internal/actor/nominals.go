package actor

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
)

// nameNoun links "the Hamas movement" to Hamas.
func (r *resolver) nameNoun(m int) int {
	x := &r.ms[m]
	if !labels[r.d.Low(int(x.Head))] {
		return -1
	}
	for o := m + 1; o < min(len(r.ms), m+4); o++ {
		if y := &r.ms[o]; y.End == x.Head && y.First >= x.First && isBodyName(y) && r.of[o] >= 0 && y.Kind != article.KindPlace && y.Kind != article.KindCountry {
			return int(r.of[o])
		}
	}
	return -1
}

// labels are the nouns that only say what kind of body a name means.
var labels = map[string]bool{
	"group": true, "organization": true, "organisation": true, "movement": true, "party": true,
	"agency": true, "company": true, "newspaper": true, "network": true, "militia": true,
	"alliance": true, "bloc": true, "charity": true, "airline": true, "firm": true, "channel": true,
	"troops": true, "forces": true, "soldiers": true, "fighters": true, "militants": true,
	"broadcaster": true, "union": true, "club": true, "team": true, "band": true, "coalition": true,
}

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
	if f := int(r.set.Phrases[p].First); f > 1 && r.tags[f-1] == tag.CC && r.set.PhraseAt(f-2) >= 0 {
		// "an ally and frequent critic": the first half is linked already
		if o := r.headMention(int32(r.set.PhraseAt(f-2)), m); o >= 0 && r.rule[o] == "apposition" {
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
	for _, exact := range [...]bool{true, false} {
		g, several := r.holds(x, title, exact)
		if several || g >= 0 && !r.genders(m, g) {
			r.vain[m] = true
			return -1
		}
		if g >= 0 {
			return g
		}
	}
	return -1
}

// holds is the one group with the title of mention x, word for word or by its
// end; several if there are more.
func (r *resolver) holds(x *mention.Mention, title string, exact bool) (found int, several bool) {
	head := r.d.Low(int(x.RoleEnd) - 1)
	found = -1
	for _, k := range r.index.titled[head] {
		g := int(k)
		for i := range r.groups[g].roles {
			o := &r.groups[g].roles[i]
			if o.head != head || o.status == "former" || !r.sameOffice(x, o, title) || exact && r.title(o.first, o.end) != title {
				continue
			}
			if found >= 0 && found != g {
				return -1, true
			}
			found = g
		}
	}
	return found, false
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
	if g, ok := r.index.called[r.words(m)]; ok {
		return int(g)
	}
	return -1
}

// complement links "Brenn is the transport minister" and "the union is a
// federation of dockers": what a name is said to be.
func (r *resolver) complement(m int) int {
	p := r.phrase(m)
	if p == nil || !r.heads(m) || r.ms[m].Plural {
		return -1
	}
	i := int(p.First) - 1
	first := int(r.d.Sentences[p.Sentence].First)
	for i > first && r.tags[i] == tag.RB && r.d.Low(i) != "not" {
		i--
	}
	if i <= first || !copulas[r.d.Low(i)] {
		return -1
	}
	for i--; i > first && (r.tags[i] == tag.MD || copulas[r.d.Low(i)] || r.d.Low(i) == "has"); i-- {
	}
	o := r.endsAt(m, i+1)
	if o < 0 || r.of[o] < 0 || !r.subject(o) || !r.fits(m, int(r.of[o])) || !r.groups[r.of[o]].named {
		return -1
	}
	return int(r.of[o])
}

var copulas = map[string]bool{"is": true, "was": true, "'s": true, "be": true, "been": true, "became": true, "becomes": true, "remains": true, "remained": true}

// endsAt is the mention before m whose phrase ends before token end, itself the
// head of it; -1 if there is none.
func (r *resolver) endsAt(m, end int) int {
	for o := m - 1; o >= 0 && o > m-8; o-- {
		if p := r.phrase(o); p != nil && r.heads(o) && (int(p.End) == end || int(p.FullEnd) == end || int(r.ms[o].End) == end) {
			return o
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

// far is how many mentions back a description or pronoun looks at most.
const far = 200

// definite links "the union" to the one body before it with that head noun, or
// with the head noun of its name.
func (r *resolver) definite(m int) int {
	x := &r.ms[m]
	w := r.d.Low(int(x.First))
	if w != "the" && w != "this" && w != "that" || x.Plural || x.Kind == article.KindPerson {
		return -1
	}
	noun := r.d.Low(int(x.Head))
	found := int32(-1)
	for o := m - 1; o >= 0 && o > m-far && r.sentence(m)-r.sentence(o) < 12; o-- {
		y := &r.ms[o]
		if r.of[o] < 0 || r.of[o] == found || y.Plural || !r.headed(o, noun) || !r.within(x, y) {
			continue
		}
		if found >= 0 {
			r.vain[m] = true
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

// within reports that the modifiers of description x all stand in mention y, and
// that y gives no other state: "the Afghan team" takes up "the six-member Afghan
// team", never the other way round.
func (r *resolver) within(x, y *mention.Mention) bool {
	if x.Country != "" && y.Country != "" && x.Country != y.Country {
		return false
	}
next:
	for i := x.First + 1; i < x.Head; i++ {
		for k := y.First; k < y.End; k++ {
			if r.d.Low(int(k)) == r.d.Low(int(i)) {
				continue next
			}
		}
		return false
	}
	return true
}

// byKind links a noun that says no more than the kind ("the company") to the
// one named actor of that kind.
func (r *resolver) byKind(m int, noun string) int32 {
	kind, ok := kinds[noun]
	if !ok || r.ms[m].Head != r.ms[m].First+1 {
		return -1
	}
	list := r.index.kinds[kind]
	if len(list) != 1 || int(r.groups[list[0]].members[0]) > m {
		return -1
	}
	return list[0]
}

// kinds are the nouns that name a kind of actor and no more.
var kinds = map[string]article.ActorKind{
	"company": article.KindCompany, "firm": article.KindCompany, "airline": article.KindCompany,
	"corporation": article.KindCompany, "newspaper": article.KindMedia, "paper": article.KindMedia,
	"broadcaster": article.KindMedia, "party": article.KindParty, "militia": article.KindArmedGroup,
	"charity": article.KindNGO,
}

// person links "the student" to the one person whom the article has called a
// student.
func (r *resolver) person(m int) int {
	x := &r.ms[m]
	w := r.d.Low(int(x.First))
	if w != "the" && w != "this" && w != "that" || x.Plural || x.Kind != article.KindPerson || int(x.Head) != int(x.First)+1 || x.Type == article.MentionTitle {
		return -1
	}
	noun := r.d.Low(int(x.Head))
	found := int32(-1)
	for o := m - 1; o >= 0 && o > m-far; o-- {
		y := &r.ms[o]
		if r.of[o] < 0 || r.of[o] == found || r.groups[r.of[o]].kind != article.KindPerson || r.groups[r.of[o]].plural || !r.called(y, noun) {
			continue
		}
		if found >= 0 {
			r.vain[m] = true
			return -1
		}
		found = r.of[o]
	}
	return int(found)
}

// called reports a mention whose head or whose title is the noun.
func (r *resolver) called(y *mention.Mention, noun string) bool {
	return isNominal(y) && r.d.Low(int(y.Head)) == noun || y.RoleEnd > y.RoleFirst && r.d.Low(int(y.RoleEnd)-1) == noun
}

// newNominal founds an actor for a description, unless it takes up one of
// several actors before it, or is of nobody in particular and does not speak.
func (r *resolver) newNominal(m int) int {
	if r.vain[m] || r.anybody(m) && !r.speaks(m) {
		return -1
	}
	return r.create(m)
}

// anybody reports people in general: "people", "70 people", "the majority",
// "fans", "a group".
func (r *resolver) anybody(m int) bool {
	x := &r.ms[m]
	head := r.d.Low(int(x.Head))
	if general[head] || r.ms[m].Rule == "kin" {
		return true
	}
	switch r.d.Low(int(x.First)) {
	case "any", "no", "every", "each":
		return true
	}
	return x.Kind != article.KindPerson && r.vague(m) && !x.Plural && x.Country == ""
}

var general = map[string]bool{
	"people": true, "others": true, "men": true, "women": true, "children": true, "crowd": true,
	"crowds": true, "population": true, "majority": true, "minority": true, "public": true,
	"audience": true, "family": true, "families": true, "humans": true, "persons": true, "adults": true,
	"individuals": true, "users": true, "readers": true, "visitors": true, "customers": true,
	"girls": true, "boys": true, "guys": true, "person": true, "man": true, "woman": true,
	"child": true, "baby": true, "winner": true, "winners": true, "losers": true, "fans": true,
	"members": true, "individual": true, "guests": true, "participants": true, "consumers": true,
	"victims": true, "victim": true, "kids": true, "babies": true, "member": true, "rival": true,
}

// speaks reports that mention m is the source of a quote.
func (r *resolver) speaks(m int) bool { return r.index.speaks[m] }
