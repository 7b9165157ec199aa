package actor

import (
	"slices"
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// nameNoun links "the Hamas movement" to Hamas.
func (r *resolver) nameNoun(m int) int {
	x := &r.ms[m]
	noun := r.d.Low(int(x.Head))
	if !labels.Has(noun) {
		return -1
	}
	if g := r.fightersOf(m, noun); g >= 0 {
		return g
	}
	for o := m + 1; o < min(len(r.ms), m+4); o++ {
		if y := &r.ms[o]; (y.End == x.Head || y.End == x.Head-1 && fieldNouns.Has(r.d.Low(int(y.End)))) && y.First >= x.First && isBodyName(y) && r.of[o] >= 0 && y.Kind != article.KindPlace && y.Kind != article.KindCountry && (y.Kind != article.KindIGO || leagues.Has(noun)) {
			return int(r.of[o])
		}
	}
	return -1
}

// fightersOf is the armed group whose fighters, told by no more than that, mention m means: "rebels
// of the Kolm Liberation Front"; -1 if m means others.
func (r *resolver) fightersOf(m int, noun string) int {
	x := &r.ms[m]
	if i := int(x.Head) + 1; !x.Plural || x.Head-x.First > 1 || i+1 >= len(r.tags) || r.d.Low(i) != "of" && r.d.Low(i) != "from" {
		return -1
	}
	for o := m + 1; o < min(len(r.ms), m+3); o++ {
		y := &r.ms[o]
		if f := y.First - x.Head; isBodyName(y) && y.Kind == article.KindArmedGroup && r.of[o] >= 0 && (f == 2 || f == 3 && isArticle(r.d.Low(int(y.First)-1))) {
			return int(r.of[o])
		}
	}
	return -1
}

// leagues are the labels of international bodies: "the UN agency" and "the UN troops"
// are not the UN.
var leagues = lexicon.WordsOf(
	"organization", "organisation", "alliance", "bloc", "union", "coalition",
)

// fieldNouns are the nouns before a label that say what the body does: "the Tass
// news agency".
var fieldNouns = lexicon.WordsOf(
	"news", "rating", "ratings", "television", "tv", "radio",
	"rights", "aid", "rebel", "militant", "opposition", "media",
	"guerrilla", "terrorist", "insurgent", "oil", "car", "tech",
)

// labels are the nouns that only say what kind of body a name means.
var labels = lexicon.WordsOf(
	"group", "organization", "organisation", "movement", "party",
	"agency", "company", "newspaper", "network", "militia",
	"alliance", "bloc", "charity", "airline", "firm", "channel",
	"troops", "forces", "soldiers", "fighters", "militants",
	"rebels", "insurgents", "guerrillas", "gunmen", "jihadists",
	"broadcaster", "union", "club", "team", "band", "coalition",
)

// apposition links a description to the name that stands beside it.
func (r *resolver) apposition(m int) int {
	if g := r.titled(m); g >= 0 {
		return g
	}
	p := r.ms[m].Phrase
	if p < 0 || !r.heads(m) {
		return -1
	}
	if o := r.inBrackets(m, p); o >= 0 {
		return r.ofKind(m, o)
	}
	if q := r.set.Phrases[p].Apposition; q >= 0 {
		if o := r.headMention(q, m); o >= 0 && r.of[o] >= 0 && r.fits(m, int(r.of[o])) && !r.severalIn(m, o) {
			return r.ofKind(m, o)
		}
	}
	if f := int(r.set.Phrases[p].First); f > 1 && r.tags[f-1] == tag.CC && r.set.PhraseAt(f-2) >= 0 {
		// "an ally and frequent critic": the first half is linked already
		if o := r.headMention(int32(r.set.PhraseAt(f-2)), m); o >= 0 && r.rule[o] == "apposition" {
			return int(r.of[o])
		}
	}
	if o := r.andOffice(m, p); o >= 0 {
		return int(r.of[o])
	}
	if o := r.otherHalf(m, p); o >= 0 {
		return int(r.of[o])
	}
	for q := p - 1; q >= 0 && q > p-6; q-- {
		if r.set.Phrases[q].Apposition == p {
			if o := r.headMention(q, m); o >= 0 && r.of[o] >= 0 && r.fits(m, int(r.of[o])) && !r.severalIn(m, o) {
				return int(r.of[o])
			}
		}
	}
	return -1
}

// ofKind is the group of mention o, which takes the kind of description m if its letters show none: "the
// state weather bureau, KAMET".
func (r *resolver) ofKind(m, o int) int {
	g, k := int(r.of[o]), r.ms[m].Kind
	if y := &r.ms[o]; y.Type == article.MentionAcronym && y.Table == "" && r.groups[g].kind == article.KindOrganization && k != "" && k != article.KindPerson && k != article.KindGroup && !r.ms[m].Plural {
		r.groups[g].kind = k
	}
	return g
}

// inBrackets is the mention of the letters in brackets behind what hangs on the description of a body in
// mention m, phrase p: "the UN agency for refugees (UNHCR)"; -1 if there are none.
func (r *resolver) inBrackets(m int, p int32) int {
	x, end := &r.ms[m], r.set.Phrases[p].FullEnd
	switch x.Kind {
	case article.KindGovernmentBody, article.KindIGO, article.KindOrganization, article.KindNGO, article.KindParty, article.KindCompany:
	default:
		return -1
	}
	if end-3 < x.First || r.tags[end-1] != tag.RRB || r.tags[end-3] != tag.LRB || x.Plural {
		return -1
	}
	for o := m + 1; o < min(len(r.ms), m+6); o++ {
		if y := &r.ms[o]; y.First == end-2 && y.End == end-1 && isBodyName(y) && r.d.Is(int(y.First), token.Upper) && r.of[o] >= 0 {
			return o
		}
	}
	return -1
}

// andOffice is the description behind a name that "and" at the end of all that hangs on it ties
// to the one in mention m, phrase p: "Ada Brenn, the head of the mission and | a former mayor of
// Torvik,"; -1 if there is none. Both are of one person, and nobody is named in m.
//
// Counter-example: "Ada Brenn, the head of the mission and the mayor of Torvik said".
func (r *resolver) andOffice(m int, p int32) int {
	x, f := &r.ms[m], r.set.Phrases[p].First
	if f < 3 || r.tags[f-1] != tag.CC || x.Plural || x.Kind != article.KindPerson || r.tags[x.First] == tag.DT && r.d.Low(int(x.First)) != "a" && r.d.Low(int(x.First)) != "an" && !r.possessed(x) || m+1 < len(r.ms) && r.ms[m+1].End <= x.End && r.ms[m+1].Kind == article.KindPerson {
		return -1
	}
	if end := r.set.Phrases[p].FullEnd; int(end) >= len(r.tags) || r.tags[end] != tag.PunctComma && r.tags[end] != tag.PunctEnd {
		return -1
	}
	for q := p - 1; q >= 0 && q > p-5 && r.set.Phrases[q].Sentence == r.set.Phrases[p].Sentence; q-- {
		if y := &r.set.Phrases[q]; y.FullEnd == f-1 || q+1 < p && r.set.Phrases[q+1].FullEnd == f-1 && r.worksIn(y.End, r.set.Phrases[q+1].First) {
			if o := r.headMention(q, m); o >= 0 && o < m && r.rule[o] == "apposition" && !r.ms[o].Plural && r.ms[o].Kind == article.KindPerson {
				return o
			}
		}
	}
	return -1
}

// worksIn reports that the tokens [i, end) are no more than "at" or another such word and an article: "a botanist | at
// the | Kolm Institute".
func (r *resolver) worksIn(i, end int32) bool {
	if end-i == 2 && isArticle(r.d.Low(int(end)-1)) {
		end--
	}
	if end-i != 1 {
		return false
	}
	switch r.d.Low(int(i)) {
	case "at", "in", "from", "with", "of", "for":
		return true
	}
	return false
}

// otherHalf is the office before "and" that the office in phrase p, mention m, goes on
// with, both without an article: "Ada Brenn, director of the study, and | chairman of the
// board"; -1 if there is none.
func (r *resolver) otherHalf(m int, p int32) int {
	x := &r.ms[m]
	f := r.set.Phrases[p].First
	if f < 3 || r.tags[f-1] != tag.CC || x.RoleEnd <= x.RoleFirst || x.Plural || x.First != x.RoleFirst || r.tags[x.First] == tag.DT {
		return -1
	}
	end := f - 1
	if r.tags[end-1] == tag.PunctComma {
		end--
	}
	for q := p - 1; q >= 0 && q > p-6 && r.set.Phrases[q].Sentence == r.set.Phrases[p].Sentence; q-- {
		if y := &r.set.Phrases[q]; y.FullEnd == end {
			if o := r.headMention(q, m); o >= 0 && r.rule[o] == "apposition" && r.ms[o].RoleEnd > r.ms[o].RoleFirst && r.ms[o].First == r.ms[o].RoleFirst {
				return o
			}
		}
	}
	return -1
}

// severalIn reports a plural description m of names of which mention o is only
// one: "Rovers and United, the two clubs".
func (r *resolver) severalIn(m, o int) bool {
	return r.ms[m].Plural && !r.ms[o].Plural && r.joined(o)
}

// titled is the person whose name ends title mention m ("Secretary of State Ada
// Brenn"), -1 if none does.
func (r *resolver) titled(m int) int {
	x := &r.ms[m]
	for o := m + 1; x.RoleEnd > x.RoleFirst && o < len(r.ms) && r.ms[o].First < x.End; o++ {
		if y := &r.ms[o]; y.End == x.End && y.First >= x.RoleEnd && y.Kind == article.KindPerson && isName(y) && !r.apart(x, y) {
			return int(r.of[o])
		}
	}
	if g := r.ofRealm(m); g >= 0 {
		return g
	}
	return r.beforeName(m)
}

// ofRealm is the person whose name stands behind the realm that the office in title mention m
// is of: "President of the Republic of Chile | Ada Brenn"; -1 if there is none.
func (r *resolver) ofRealm(m int) int {
	x := &r.ms[m]
	i := int(x.Head) + 1
	if i+3 >= len(r.tags) || r.d.Low(i) != "of" || r.d.Low(i+1) != "the" {
		return -1
	}
	for o := m + 1; o < len(r.ms) && int(r.ms[o].First) < i+9; o++ {
		if y := &r.ms[o]; int(y.RoleEnd) == i && int(y.First) > i+3 && y.Kind == article.KindPerson && isName(y) {
			return int(r.of[o])
		}
	}
	return -1
}

// beforeName is the person whose name follows title mention m behind "the" and forms of address
// ("the Bishop of Torvik the Rt Rev Ada Brenn"), or behind "and" and another title that the
// name ends ("Deputy Premier and Minister of Health Ada Brenn"); -1 if there is none.
func (r *resolver) beforeName(m int) int {
	x := &r.ms[m]
	i := int(x.End)
	if x.RoleEnd <= x.RoleFirst || i+2 >= len(r.tags) || r.tags[i] != tag.CC && r.d.Low(i) != "the" {
		return -1
	}
	if r.tags[i] == tag.CC {
		for o := m + 1; o < len(r.ms) && r.ms[o].First <= int32(i)+1; o++ {
			if y := &r.ms[o]; y.First == int32(i)+1 && y.Type == article.MentionTitle && y.RoleEnd > y.RoleFirst && r.d.Is(i+1, token.Capital) && !y.Plural {
				return r.titled(o)
			}
		}
		return -1
	}
	for i++; i < len(r.tags) && (honorifics().Has(r.d.Low(i)) || r.d.Low(i) == "rt"); i++ {
	}
	for o := m + 1; o < len(r.ms) && r.ms[o].First <= int32(i); o++ {
		if y := &r.ms[o]; y.First == int32(i) && i > int(x.End)+1 && y.Kind == article.KindPerson && isName(y) {
			return int(r.of[o])
		}
	}
	return -1
}

// apart reports a preposition between title x and name y that makes the name
// another's: "an adviser to | Science Minister Ada Brenn".
func (r *resolver) apart(x, y *mention.Mention) bool {
	first, head := y.First, int(x.RoleEnd)-1
	if y.RoleEnd > y.RoleFirst {
		first = min(first, y.RoleFirst)
	}
	if !r.d.Is(head, token.Capital) && int(x.RoleEnd) < int(first) && r.d.Low(head+1) == "of" {
		for i := head + 2; i < int(first); i++ {
			if !r.tags[i].Noun() {
				return true // "an appointee of former President Ada Brenn"
			}
		}
		return int(first) == head+2 // "a pupil of Ada Brenn", but "secretary of state Ada Brenn"
	}
	for first > x.RoleEnd && honorifics().Has(r.d.Low(int(first)-1)) {
		first--
	}
	for first > x.RoleEnd && r.tags[first-1] == tag.DT {
		first--
	}
	if first <= x.RoleEnd || first == x.RoleEnd+1 && r.d.Low(int(first)-1) == "of" {
		return false // "Chief of | Staff Ada Brenn"
	}
	t := r.tags[first-1]
	return t == tag.IN || t == tag.TO
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
	if x := &r.ms[m]; x.Plural && a == article.KindGroup && !r.groups[g].plural && b != article.KindGroup && b != "" && r.groups[g].named && r.d.Low(int(x.First)) != "the" && !leagued[b] {
		return false // "opposite the Kolm Museum, 20 analysts"
	}
	if (b == article.KindPlace || b == article.KindCountry) && private[a] {
		return false // "Lines for Norland, a lobby group,"
	}
	if a == article.KindPerson && b != article.KindPerson {
		return b != article.KindPlace && !r.ms[m].Plural && (b != article.KindCountry || stately.Has(r.d.Low(int(r.ms[m].Head))))
	}
	return (a == article.KindPerson) == (b == article.KindPerson)
}

// leagued are the kinds of bodies that a plural renames: "Rovers, winners of the cup".
var leagued = map[article.ActorKind]bool{article.KindArmedGroup: true, article.KindArmedForce: true, article.KindPerson: true}

// private are the kinds of bodies that no place is called by.
var private = map[article.ActorKind]bool{
	article.KindOrganization: true, article.KindCompany: true, article.KindNGO: true, article.KindParty: true, article.KindMedia: true,
	article.KindArmedGroup: true,
}

// stately are the nouns for people that states are called by too: "Norland, an ally". A lawyer
// behind the name of a country is somebody else ("in Norland, a lawyer asked …").
var stately = lexicon.WordsOf(
	"ally", "friend", "rival", "enemy", "foe", "neighbour", "neighbor", "partner", "backer", "supporter", "sponsor", "patron", "critic",
	"opponent", "adversary", "mediator", "broker", "host", "guarantor", "producer", "exporter", "importer", "buyer", "seller", "supplier",
	"donor", "member", "signatory", "champion", "leader", "player", "candidate", "creditor", "debtor", "observer", "newcomer", "winner",
	"heavyweight", "laggard", "pioneer", "maker", "user", "consumer", "recipient", "contributor", "participant", "protector", "aggressor",
	"victim", "giant", "outlier", "destination", "lender", "borrower", "investor", "hegemon", "bully", "peacemaker", "holdout",
)

// sameNominal links a description to an equal one before it.
func (r *resolver) sameNominal(m int) int {
	if r.vague(m) || r.vain[m] || r.ms[m].Kind == article.KindCountry {
		return -1
	}
	if r.setting(m) && !r.speaks(m) {
		return -1
	}
	g := r.index.of(m).called.to()
	if o := r.firmBeside(m, g); o >= 0 {
		return int(r.of[o])
	}
	if x := &r.ms[m]; g >= 0 && x.End == x.First+2 && firms.Has(r.d.Low(int(x.Head))) && r.groups[g].named && r.overtaken(m, int32(g), r.d.Low(int(x.Head))) {
		return -1 // another firm was told of since
	}
	return g
}

// firmBeside is the name before mention m, "the company" as an object, of the one firm in its sentence that is neither its
// subject nor group g, which was called so before; -1 if there is none, or are several.
//
// Example: "Kolm Partners, which holds a share of Brenn Foods, urged the company to open its books". Counter-example: "Kolm
// Partners urged the company to open its books", "The company urged Kolm Partners".
func (r *resolver) firmBeside(m, g int) int {
	x := &r.ms[m]
	i := int(x.First)
	if g < 0 || x.End != x.First+2 || i == 0 || !r.tags[i-1].Verb() || !firms.Has(r.d.Low(i+1)) {
		return -1
	}
	subject, _ := r.clauseSubject(m)
	found := -1
	for o := m - 1; o >= 0 && r.sentence(o) == r.sentence(m); o-- {
		e := int(r.of[o])
		if e < 0 || r.groups[e].kind != article.KindCompany || e == subject || found >= 0 && e == int(r.of[found]) {
			continue
		}
		if e == g || found >= 0 {
			return -1
		}
		found = o
	}
	if found >= 0 && subject < 0 {
		return -1
	}
	return found
}

var firms = lexicon.WordsOf("company", "firm")

// complement links "Brenn is the transport minister" and "the union is a
// federation of dockers": what a name is said to be.
func (r *resolver) complement(m int) int {
	p := r.phrase(m)
	if p == nil || !r.heads(m) || r.ms[m].Plural || r.d.Low(int(p.First)) == "no" || r.d.Low(int(p.First)) == "neither" {
		return -1
	}
	i := int(p.First) - 1
	first := int(r.d.Sentences[p.Sentence].First)
	for i > first && r.tags[i] == tag.RB && r.d.Low(i) != "not" {
		i--
	}
	if i-1 > first && r.d.Low(i) == "as" && serves.Has(r.d.Low(i-1)) {
		i-- // "Brenn, who serves as finance minister"
	} else if i <= first || !copulas.Has(r.d.Low(i)) {
		return -1
	}
	for i--; i > first && (r.tags[i] == tag.MD || r.tags[i] == tag.RB || copulas.Has(r.d.Low(i)) || r.d.Low(i) == "has"); i-- {
		if unsure.Has(r.d.Low(i)) {
			return -1 // "Brenn could well be the next president"
		}
	}
	if r.d.Low(first) == "neither" {
		return -1
	}
	if i >= first+3 && r.tags[i] == tag.PunctComma && r.tags[i-1] == tag.CD && r.tags[i-2] == tag.PunctComma {
		i -= 3 // "Brenn, 54, is a socialist"
	}
	relative := i > first+1 && r.d.Low(i) == "who" && r.tags[i-1] == tag.PunctComma
	if relative {
		i -= 2 // "Ada Brenn, who was the agency's deputy"
	}
	o := r.endsAt(m, i+1)
	if o < 0 || r.of[o] < 0 || !relative && !r.subject(o) || !r.fits(m, int(r.of[o])) || !r.groups[r.of[o]].named {
		return -1
	}
	return int(r.of[o])
}

var copulas = lexicon.WordsOf("is", "was", "'s", "be", "been", "became", "becomes", "remains", "remained")

// unsure are the words by which somebody is not, or may not be, what is said.
var unsure = lexicon.WordsOf("not", "n't", "n’t", "never", "could", "might", "may", "would", "should", "can", "hardly", "perhaps", "maybe")

// serves are the verbs that "as" ties an office to which their subject holds.
var serves = lexicon.WordsOf("serves", "doubles", "acts", "sits")

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
	if x.First > 0 && r.tags[x.First-1] == tag.WPS {
		return true // "whose leaders"
	}
	switch w {
	case "a", "an", "some", "any", "another", "several", "many", "few", "most", "other", "one",
		"his", "her", "its", "their", "our", "my", "your", "at", "more", "no", "every", "each", "all", "two", "three":
		return true
	}
	return w != "" && w[0] >= '0' && w[0] <= '9'
}

// person links "the student" to the one person whom the article has called a
// student.
func (r *resolver) person(m int) int {
	x := &r.ms[m]
	w := r.d.Low(int(x.First))
	if w == "the" && int(x.Head) == int(x.First)+2 && !x.Plural && x.Kind == article.KindPerson {
		return r.ofTheBody(m)
	}
	if w != "the" && w != "this" && w != "that" || x.Plural || x.Kind != article.KindPerson || int(x.Head) != int(x.First)+1 || x.Type == article.MentionTitle {
		return -1
	}
	noun := r.d.Low(int(x.Head))
	if i := int(x.Head) + 1; x.Rule == "kin" && i < len(r.tags) && r.d.Low(i) == "of" && r.setOff(m) {
		return -1 // "Born in Norland, the daughter of a mason, Brenn left": not whose daughter was told of
	}
	if general.Has(noun) && r.index.quoted[m] > 0 {
		return -1 // "“This man lies,” he said": of whom the speaker sees
	}
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
	if parties := sidesIn.Has(noun); parties && found >= 0 && r.overtakenBy(m, found) {
		r.vain[m] = true
		return r.electedNear(m, found)
	}
	if found < 0 && trading.Has(noun) {
		return r.traderOf(m, noun)
	}
	if found < 0 && w == "the" {
		return r.alsoCalled(m, noun)
	}
	return int(found)
}

// setOff reports that commas stand around the phrase of mention m.
func (r *resolver) setOff(m int) bool {
	p := r.phrase(m)
	return p != nil && p.First > 0 && r.tags[p.First-1] == tag.PunctComma && int(p.FullEnd) < len(r.tags) && r.tags[p.FullEnd] == tag.PunctComma
}

// ofTheBody links "the mill owner" to the one person whom the text has called an owner, in words or with an office in a body
// whose names say it is a mill; -1 if there is none or are several.
func (r *resolver) ofTheBody(m int) int {
	x := &r.ms[m]
	noun, what, found := r.d.Low(int(x.Head)), r.d.Low(int(x.Head)-1), -1
	if i := int(x.Head) + 1; !r.tags[x.Head-1].Noun() || r.d.Is(int(x.Head)-1, token.Capital) || int(x.End) != i || i < len(r.tags) && r.d.Low(i) == "of" {
		return -1 // also "the executive director of the Kolm Trust"
	}
	for o := m - 1; o >= 0 && o > m-far; o-- {
		y, g := &r.ms[o], int(r.of[o])
		if g < 0 || g == found || r.groups[g].kind != article.KindPerson || r.groups[g].plural || !r.groups[g].named || !r.called(y, noun) || !r.tellsOf(o, g, noun, what) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = g
	}
	return found
}

// tellsOf reports that mention o of person g, or the names of the bodies that g is the noun of, hold the word.
func (r *resolver) tellsOf(o, g int, noun, word string) bool {
	for i := r.ms[o].First; i < r.ms[o].End; i++ {
		if r.d.Low(int(i)) == word {
			return true
		}
	}
	for i := range r.groups[g].roles {
		n := &r.groups[g].roles[i]
		if n.head != noun || n.org < 0 || r.of[n.org] < 0 {
			continue
		}
		for k := range r.ms {
			if r.of[k] == r.of[n.org] && isName(&r.ms[k]) && strings.HasSuffix(r.words(k), " "+word) {
				return true
			}
		}
	}
	return false
}

// sidesIn are the nouns for somebody of a party.
var sidesIn = lexicon.WordsOf("democrat", "republican", "conservative", "liberal", "socialist")

// overtakenBy reports that the sentence of mention m, before it, or the one before names another person than group g, who has
// not been told of there.
func (r *resolver) overtakenBy(m int, g int32) bool {
	other := false
	for o := m - 1; o >= 0 && r.sentence(m)-r.sentence(o) <= 1; o-- {
		y := &r.ms[o]
		if r.of[o] == g && r.sentence(o) == r.sentence(m) {
			return false
		}
		other = other || r.of[o] >= 0 && r.of[o] != g && isName(y) && y.Kind == article.KindPerson && r.subject(o)
	}
	return other
}

// electedNear is the person, not of group g, who is the subject of what stands before the colon or in the sentence before
// mention m, and sits or governs for a place: "Governor Ada Brenn disagreed: the Democrat …"; -1 if there is none.
func (r *resolver) electedNear(m int, g int32) int {
	for o := m - 1; o >= 0 && r.sentence(m)-r.sentence(o) <= 1; o-- {
		k := int(r.of[o])
		if k < 0 || k == int(g) || !r.subject(o) || r.groups[k].kind != article.KindPerson {
			continue
		}
		if r.groups[k].named && r.holdsAny(k, electedTo) && !r.othersToo(m, k) || r.groups[k].named && r.holdsAny(k, electedTo) && r.sentence(o) == r.sentence(m) {
			return k
		}
		return -1
	}
	return -1
}

// electedTo are the offices of those who are elected for a party, in short and in full.
var electedTo = lexicon.WordsOf(
	"senator", "sen.", "sen", "representative", "rep.", "rep", "governor", "gov.", "gov", "congressman", "congresswoman", "mayor", "president", "mp", "councillor", "councilman", "councilwoman", "delegate", "assemblyman", "lawmaker",
)

// trading are nouns for a person or a firm.
var trading = lexicon.WordsOf("developer", "operator", "publisher", "distributor", "contractor", "supplier", "promoter")

// traderOf is the one firm that the text has called by the noun of mention m: "the developer"
// behind "property developer Kolm Homes"; -1 if there is none or are several.
func (r *resolver) traderOf(m int, noun string) int {
	found := int32(-1)
	for o := m - 1; o >= 0 && o > m-far; o-- {
		y := &r.ms[o]
		if r.of[o] < 0 || r.of[o] == found || !r.headed(o, noun) || y.Plural {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = r.of[o]
	}
	return int(found)
}

// called reports a mention whose head or whose title is the noun.
func (r *resolver) called(y *mention.Mention, noun string) bool {
	if y.Rule == "kin" && spouses[noun] != "" && r.d.Low(int(y.Head)) == spouses[noun] {
		return true
	}
	return isNominal(y) && r.d.Low(int(y.Head)) == noun || y.RoleEnd > y.RoleFirst && r.d.Low(int(y.RoleEnd)-1) == noun
}

// spouses are what somebody left behind was before: "the widow" was called a wife.
var spouses = map[string]string{"widow": "wife", "widower": "husband"}

// newNominal founds an actor for a description in the text.
func (r *resolver) newNominal(m int) int {
	if r.titledBlock(m) {
		return -1 // what it means stands behind it
	}
	return r.anew(m)
}

// anew founds an actor for a description, unless it takes up one of several actors
// before it, or is of nobody in particular and does not speak.
func (r *resolver) anew(m int) int {
	if r.vain[m] || r.vocative(m) || r.carrier(m) || r.owned(m) || r.byname(m) || r.ms[m].Rule == "named-head" || !r.speaks(m) && (r.toldOf(m) || r.anybody(m) || r.predicate(m) || r.setting(m) || r.ms[m].Type == article.MentionTitle && r.ms[m].RoleEnd > r.ms[m].RoleFirst && r.bare(m)) {
		return -1
	}
	return r.create(m)
}

// vocative reports an office that a form of address stands before: "Mr. President", whom the
// speaker sees.
func (r *resolver) vocative(m int) bool {
	x := &r.ms[m]
	return x.Type == article.MentionTitle && x.First == x.RoleFirst-1 && honorifics().Has(r.d.Low(int(x.First)))
}

// toldOf reports "a good boy" behind "he is": what somebody is, who is not named by it.
//
// Counter-example: "there was a boy", "it was a boy who called".
func (r *resolver) toldOf(m int) bool {
	x := &r.ms[m]
	if w := r.d.Low(int(x.First)); x.Kind != article.KindPerson || x.Plural || x.Type != article.MentionNominal || w != "a" && w != "an" && w != "my" && w != "your" {
		return false
	}
	first, i := int(r.d.Sentences[r.sentence(m)].First), int(x.First)-1
	for i > first && (r.tags[i] == tag.RB || r.tags[i] == tag.PunctOpen) {
		i--
	}
	if i > first && r.d.Low(i) == "as" && r.d.Low(i-1) != "such" {
		return !r.subject(m) // "sits on the board as a director"
	}
	if i <= first || !copulas.Has(r.d.Low(i)) {
		return false
	}
	for i--; i > first && (r.tags[i] == tag.RB || r.tags[i] == tag.MD || auxiliaries.Has(r.d.Low(i))); i-- {
	}
	return r.d.Low(i) != "there" && !(int(x.End) < len(r.tags) && r.tags[x.End] == tag.WP)
}

var auxiliaries = lexicon.WordsOf("has", "have", "had", "'ve", "’ve", "'d", "’d")

// carrier reports "the network" and "the channel" in an article that names no medium, where
// they say nothing: they may carry trains or ships.
func (r *resolver) carrier(m int) bool {
	x := &r.ms[m]
	if x.Kind != article.KindMedia || x.Plural || x.Head != x.First+1 || r.d.Low(int(x.First)) != "the" || r.speaks(m) {
		return false
	}
	switch r.d.Low(int(x.Head)) {
	case "network", "channel", "station", "portal":
	default:
		return false
	}
	return !slices.ContainsFunc(r.groups, func(g group) bool { return g.named && g.kind == article.KindMedia })
}

// byname reports a description that opens a quotation inside a sentence: what somebody
// is called, no actor ("called her "a general with a heart"").
func (r *resolver) byname(m int) bool {
	x := &r.ms[m]
	i := int(x.First)
	return i > 0 && x.Kind == article.KindPerson && !x.Plural && r.d.Is(i-1, token.Mark) && !r.d.Is(i, token.Capital) &&
		r.d.Tokens[i-1].Sentence == r.d.Tokens[i].Sentence && r.marks.At(i) >= 0
}

// predicate reports a singular noun for a person or body without a determiner in a
// sentence: it says what somebody is, and means nobody ("as celebrity", "of
// religious association"). Headlines leave determiners out.
func (r *resolver) predicate(m int) bool {
	x := &r.ms[m]
	if x.Type != article.MentionNominal || x.Plural || x.Country != "" || r.tags[x.Head] != tag.NN || teams.Has(r.d.Low(int(x.Head))) || r.titledBlock(m) {
		return false
	}
	switch x.Kind {
	case article.KindPerson, article.KindOrganization, article.KindCompany, article.KindNGO, article.KindParty:
	default:
		return false
	}
	for i := x.First; i <= x.Head; i++ {
		switch t := r.tags[i]; {
		case t == tag.DT, t == tag.PRPS, t == tag.CD, t == tag.POS, t == tag.PDT, r.d.Is(int(i), token.Capital):
			return false
		}
	}
	return true
}

// setting reports a noun that tells where or to whom something is said, not who
// acts: "in court", "outside parliament", "told reporters".
func (r *resolver) setting(m int) bool {
	x := &r.ms[m]
	i := int(x.First) - 1
	if x.First != x.Head || i < 0 {
		return false
	}
	if x.Kind == article.KindGroup {
		return hearers.Has(r.d.Low(int(x.Head))) && r.tags[i].Verb()
	}
	return x.Kind != article.KindPerson && !x.Plural && scenes.Has(r.d.Low(i))
}

var hearers = lexicon.WordsOf("reporters", "journalists")

var scenes = lexicon.WordsOf(
	"in", "at", "to", "outside", "inside", "near", "before",
	"into", "through", "within",
)

// anybody reports people in general: "people", "70 people", "the majority",
// "fans", "a group".
func (r *resolver) anybody(m int) bool {
	x := &r.ms[m]
	head := r.d.Low(int(x.Head))
	if general.Has(head) && !(x.Kind == article.KindPerson && !x.Plural && r.yearsOld(x)) || r.ms[m].Rule == "kin" {
		return true // but "the 29-year-old man"
	}
	switch r.d.Low(int(x.First)) {
	case "any", "no", "every", "each":
		return true
	}
	return x.Kind != article.KindPerson && r.vague(m) && !x.Plural && x.Country == ""
}

var general = lexicon.WordsOf(
	"people", "others", "men", "women", "children", "crowd",
	"crowds", "population", "majority", "minority", "public",
	"audience", "family", "families", "humans", "persons", "adults",
	"individuals", "users", "readers", "visitors", "customers",
	"girls", "boys", "guys", "person", "man", "woman",
	"child", "baby", "mate", "winner", "winners", "losers", "fans",
	"members", "individual", "guests", "participants", "consumers", "vendors", "gamers",
	"victims", "press", "victim", "kids", "babies", "member", "rival",
)

// speaks reports that mention m is the source of a quote.
func (r *resolver) speaks(m int) bool { return r.index.speaks[m] > 0 }
