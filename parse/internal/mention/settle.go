package mention

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// settle is the mention of a run: kind, type, country and gender by its class.
func (r *runner) settle(n *run) Mention {
	m := Mention{
		First: int32(n.first), End: int32(n.end), Type: article.MentionName, Rule: "name",
		Gender: n.gender.gender(), RoleFirst: int32(n.roleFirst), RoleEnd: int32(n.roleEnd),
	}
	if n.e != nil {
		m.Kind, m.Country, m.Table, m.Rule = n.e.kind(), n.e.country(), n.e.canon(), "name-table"
		if n.e.exact && n.e.what == fromBody {
			m.Type = article.MentionAcronym
		}
		if m.Kind == article.KindGovernmentBody && pressLetters.Has(r.d.Low(n.first)) && r.creditsPicture(n) {
			m.Kind, m.Country, m.Table = article.KindMedia, "", "photo:"+n.e.low
		}
		if m.Country == "" && m.Kind == article.KindGovernmentBody {
			m.Country = r.ownersCountry(n)
		}
		return m
	}
	switch n.class {
	case Person:
		m.Kind = article.KindPerson
		if n.roleEnd == n.roleFirst && !n.honor && (n.size() > 1 && sidesOf.Has(r.d.Low(n.end-1)) || n.size() == 1 && r.people(n)) {
			m.Kind, m.Plural, m.Gender = article.KindGroup, true, "" // "Congressional Republicans", "Clevelanders"
			return m
		}
		if n.shared {
			m.Rule = "shared-last"
		}
		if n.gender == male && n.roleEnd > n.roleFirst && r.word(n.first).given == female && strings.HasSuffix(r.d.Low(n.roleEnd-1), "man") {
			m.Gender = "" // "Chairman Ada Brenn"
		}
		if m.Gender == "" && !n.part {
			m.Gender = r.word(n.first).given.gender()
		}
		return m
	case Place:
		m.Kind = article.KindPlace
		if n.state || n.size() > 2 && r.d.Low(n.first+1) == "of" && realms.Has(r.d.Low(n.first)) {
			m.Kind, m.Rule = article.KindCountry, "state"
		}
	default:
		m.Kind = article.KindOrganization
		if n.size() > 1 && sidesOf.Has(r.d.Low(n.end-1)) {
			m.Kind, m.Plural = article.KindGroup, true // "Senate Republicans"
			return m
		}
		if k := headKinds[n.head]; k != "" {
			m.Kind = r.narrowed(n, k)
		} else if n.size() == 1 && r.paper(n) {
			m.Kind = article.KindMedia
		}
		if n.size() == 1 && r.d.Is(n.first, token.Upper) {
			m.Type = article.MentionAcronym
		}
	}
	m.Country = r.countryIn(n)
	if m.Country == "" && m.Kind == article.KindGovernmentBody {
		if m.Country = r.countryBehindOf(n); m.Country == "" {
			m.Country = r.ownersCountry(n)
		}
	}
	return m
}

// creditsPicture reports letters between strokes or behind a word for a picture, where an agency that took it stands: "EPA/Tom
// Brenn", "Photo: EPA". They are no office of a state.
//
// Counter-example: "the EPA", "the EPA photo lab", "Image: NASA".
func (r *runner) creditsPicture(n *run) bool {
	if n.end < len(r.tags) && r.d.Low(n.end) == "/" || n.first > 0 && r.d.Low(n.first-1) == "/" {
		return true
	}
	k := n.first - 1
	if k > 0 && (r.d.Low(k) == ":" || r.d.Low(k) == "by" || r.d.Low(k) == "|" || r.d.Low(k) == "(") {
		k--
	}
	return k >= 0 && k < n.first-1 && pictures.Has(r.d.Low(k))
}

// pressLetters are the letters of bodies of a state that a press agency has too.
var pressLetters = lexicon.WordsOf("epa", "pa", "cp")

var pictures = lexicon.WordsOf("photo", "photograph", "photography", "picture", "image", "pic", "photos", "images", "credit")

// ownersCountry is the country that has body n: "Norland's | Defence Ministry"; "" if none tells.
func (r *runner) ownersCountry(n *run) article.Opt {
	if n.first == 0 || r.tags[n.first-1] != tag.POS {
		return ""
	}
	if e := r.unitState(n.first); e != nil {
		return e.country()
	}
	return ""
}

// sidesOf are the members of parties, several of whom a longer name may mean.
var sidesOf = lexicon.WordsOf("republicans", "democrats", "tories", "conservatives", "liberals", "socialists", "greens", "unionists", "nationalists")

// people reports the plural of a last name that the article has: "the Brenns" where it tells of Ada Brenn.
//
// Counter-example: "Adams", whose name ends so.
func (r *runner) people(n *run) bool {
	if w := r.d.Low(n.first); (r.tags[n.first] == tag.NNPS || r.tags[n.first] == tag.NNS) && !n.part && !r.givenName(n.first) && len(w) > 7 &&
		(strings.HasSuffix(w, "landers") || strings.HasSuffix(w, "onters") || strings.HasSuffix(w, "ennials") || strings.HasSuffix(w, "ericans")) {
		return true // "Clevelanders", "Vermonters"
	}
	if r.tags[n.first] != tag.NNPS || n.part || r.givenName(n.first) || n.first == 0 || r.d.Low(n.first-1) != "the" {
		return false
	}
	w, ok := strings.CutSuffix(r.d.Low(n.first), "s")
	return ok && r.groups.Find(w) >= 0
}

// realms are the nouns that begin the names of states.
var realms = lexicon.WordsOf("republic", "kingdom", "sultanate", "emirate")

// narrowed is kind k of body n, but a chamber of trades is none of the state's, and an
// administration for something governs no state.
func (r *runner) narrowed(n *run, k article.ActorKind) article.ActorKind {
	switch last := r.d.Low(n.end - 1); {
	case k == article.KindGovernmentBody && last == "committee" && (r.has(n, "democratic") || r.has(n, "republican") || r.has(n, "labour") || r.has(n, "conservative")):
		return article.KindParty
	case k == article.KindGovernmentBody && last == "committee" && (r.has(n, "host") || r.has(n, "action") || r.has(n, "organising") || r.has(n, "organizing") || r.has(n, "campaign") || r.has(n, "olympic")):
		return article.KindOrganization
	case k == article.KindGovernmentBody && (last == "service" || last == "services") && (r.has(n, "news") || r.has(n, "wire") || r.has(n, "press")):
		return article.KindMedia // "Express News Service"
	case k == article.KindGovernmentBody && last == "services" && n.size() > 1 && !r.serves(n):
		return article.KindCompany // "Kolm Financial Services"
	case k == article.KindIGO && last == "alliance" && (r.has(n, "people") || r.has(n, "people's") || r.has(n, "people’s") || r.has(n, "progressive") || r.has(n, "electoral")):
		return article.KindParty // "Norland People's Alliance"
	case k == article.KindIGO && r.d.Low(n.end-1) == "alliance" && !r.ofStates(n):
		return article.KindOrganization
	case k == article.KindGovernmentBody && r.has(n, "chamber") && (r.has(n, "commerce") || r.has(n, "trade") || r.has(n, "industry")):
		return article.KindOrganization
	case k == article.KindArmedGroup && (r.d.Is(n.first, token.Digit) || n.first > r.first && r.d.Is(n.first-1, token.Digit)):
		return article.KindArmedForce // "the 25th Brigade"
	case k == article.KindArmedGroup && last == "front" && !fighting.Has(r.d.Low(n.end-2)) && !r.has(n, "islamic") && (r.has(n, "democratic") || r.has(n, "reform") || r.has(n, "progressive") || r.has(n, "socialist") || r.has(n, "civic") || r.has(n, "broad")):
		return article.KindParty // "her Democratic Front"
	case k == article.KindArmedForce && last == "army" && n.size() > 2 && fighting.Has(r.d.Low(n.end-2)) && !r.has(n, "people's") && !r.has(n, "people’s") && !r.has(n, "people"):
		return article.KindArmedGroup // "the Ondu Liberation Army"
	case k == article.KindCompany && r.d.Low(n.first) != "first" && (r.has(n, "central") || r.has(n, "reserve")) && r.has(n, "bank"):
		return article.KindGovernmentBody
	case k == article.KindGovernment && r.has(n, "administration") && (n.size() > 2 || r.ofInside(n.first, n.end)):
		return article.KindGovernmentBody
	}
	return k
}

// fighting are what armies that are no state's are for.
var fighting = lexicon.WordsOf("liberation", "resistance", "revolutionary", "salvation", "independence")

// serves reports a word in name n for a service of the state: "Health and Human Services".
func (r *runner) serves(n *run) bool {
	for i := n.first; i < n.end-1; i++ {
		if w := r.d.Low(i); portfolios.Has(w) || w == "of" || w == "emergency" || w == "intelligence" || w == "armed" || w == "secret" || w == "administrative" {
			return true
		}
	}
	return r.countryIn(n) != ""
}

// ofStates reports a word in name n for what states ally in or for: "the Pacific Defence
// Alliance". An alliance without one is as likely of charities or firms.
func (r *runner) ofStates(n *run) bool {
	for i := n.first; i < n.end-1; i++ {
		if r.is(i, sovereign|demonym) || statesAlly.Has(r.d.Low(i)) {
			return true
		}
		if e, _ := r.entry(i, n.end); e != nil && (e.what == fromCountry || e.what == fromPlace) {
			return true
		}
	}
	return false
}

var statesAlly = lexicon.WordsOf(
	"atlantic", "pacific", "defence", "defense", "military", "nations",
	"states", "security", "regional", "sahel", "treaty", "arab",
)

// countryBehindOf is the country that a body of a state's is said to be of: "the Central Bank
// of Norway".
func (r *runner) countryBehindOf(n *run) article.Opt {
	for i := n.end - 1; i > n.first; i-- {
		if r.d.Low(i-1) != "of" && !(r.d.Low(i-1) == "the" && r.d.Low(i-2) == "of") {
			continue
		}
		if e, end := r.entry(i, n.end); e != nil && e.what == fromCountry && end == n.end {
			return e.country()
		}
	}
	return ""
}

// countryIn is the country that a name begins with ("Russian Foreign Ministry").
func (r *runner) countryIn(n *run) article.Opt {
	e, _ := r.entry(n.first, n.end)
	if e == nil && n.unit {
		e = r.unitState(n.first)
	}
	if e == nil || strings.HasPrefix(e.low, "american ") {
		return ""
	}
	switch e.what {
	case fromCountry, fromDemonym, fromPlace:
		if e.what == fromPlace && n.end+2 < len(r.tags) && r.tags[n.end] == tag.LRB {
			if o, stop := r.entry(n.end+1, len(r.tags)); o != nil && stop < len(r.tags) && r.tags[stop] == tag.RRB && classOf(o.kind()) == Place && o.country() != e.country() {
				return o.country() // "the Hanover Institute (London)"
			}
		}
		return e.country()
	}
	return ""
}
