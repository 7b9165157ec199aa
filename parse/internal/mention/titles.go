package mention

import (
	"strings"

	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// The titles before names: where a title ends and the name begins, and what belongs to
// the title.

// roleIn is the last title word in [i, j) that a name may follow; -1 if the run
// holds none or is a body's name.
func (r *runner) roleIn(i, j int) int {
	if r.bodyWord(j-1) && j-i > 1 && !r.is(j-1, aRole) && !(j-i > 2 && r.givenName(j-2)) {
		return -1
	}
	if r.onceTitle(i) && j > i+1 && (i+1 == j-1 || r.givenName(i+1) || r.is(i+1, honorific)) {
		return i // "then-President Ada Brenn"
	}
	for k := j - 1; k >= i; k-- {
		if c := r.word(k).role; r.is(k, aRole) && (c == office || c == work && k+1 < j) || r.is(k, honorific) && k > i {
			if k+1 < j && leansOnly.Has(r.d.Low(k)) && !r.givenName(k+1) {
				continue // "Conservative Solutions PAC", "College of Liberal Arts"
			}
			if k+1 < j && r.tags[k+1] == tag.POS || k > i && k+1 < j && r.isCountry(k+1, j) || k+1 < j && r.headBehind(k, j) || r.noTitle(i, k, j) {
				continue // "Civic Guard UK", "Queen Mary University of Torvik"
			}
			if r.givenName(k) && k == i && k+1 < j || k == j-1 && k > i && (ranks().Has(r.d.Low(k)) || r.is(k, honorific) && r.givenName(k-1) || j == i+2 && (r.givenName(i) || r.d.Low(k) == "shah" && !r.is(i, ownClass|ordinary)) && !r.is(i, entryFirst) && surnames.Has(r.d.Low(k))) {
				continue // "Marshall Islands", "Dean Kamen"; "Hun Sen", "Ada King"
			}
			return k
		}
	}
	return -1
}

// noTitle reports that the word at k, which is a title elsewhere, is part of a name in the run
// [i, j): justice that is asked for ("Demand Justice"), and what is private or major and no
// soldier ("Sanlam Private Wealth", "Ursa Major Films").
//
// Counter-example: "Chief Justice Ada Brenn", "Army Private Tom Kolm".
func (r *runner) noTitle(i, k, j int) bool {
	if k == i {
		return false
	}
	switch r.d.Low(k) {
	case "justice":
		return k+1 == j && !overJustice.Has(r.d.Low(k-1))
	case "private", "major":
		return k+1 < j && !r.givenName(k+1) && !ranks().Has(r.d.Low(k-1)) && !r.is(k-1, aRole) && r.d.Low(k-1) != "army"
	}
	return false
}

// overJustice are the words before the title of a judge.
var overJustice = lexicon.WordsOf("chief", "associate", "lord", "lady", "mr", "mr.", "ms", "mrs", "madam", "court", "senior", "acting", "deputy", "puisne", "former", "presiding")

// leansOnly are nouns for people by what they hold that are adjectives too.
var leansOnly = lexicon.WordsOf("conservative", "liberal", "socialist", "progressive", "radical", "moderate")

// onceTitle reports an office at i that its first part tells to be over: "Then-President", "ex-Premier".
func (r *runner) onceTitle(i int) bool {
	if !r.d.Is(i, token.Hyphen) {
		return false
	}
	first, title, ok := strings.Cut(r.d.Low(i), "-")
	if !ok || first != "then" && first != "ex" && first != "former" {
		return false
	}
	w := &r.known.words[r.known.number(title)]
	return w.is&aRole != 0 && w.role == office
}

// headBehind reports that the word at k is no title, but part of the name of a body in the
// run that ends at j: a noun for a body comes next, or "of" behind one.
//
// Example: "the Communist Party of Norland", "Senior Staff Association of Torvik". Counter-
// example: "Secretary of State Ada Brenn".
func (r *runner) headBehind(k, j int) bool {
	for k++; k < j && r.d.Is(k, token.Capital|token.Letter); k++ {
		if r.is(k, aHead) && !r.is(k, aRole) {
			return k+1 < j && r.d.Low(k+1) == "of"
		}
	}
	return false
}

// isCountry reports that [i, j) is a country's name.
func (r *runner) isCountry(i, j int) bool {
	e, stop := r.entry(i, j)
	return e != nil && e.what == fromCountry && stop == j
}

// titledName handles "US | President | Donald Trump" and "US | Secretary of
// State": the affiliation, then the title, then the name if one follows.
func (r *runner) titledName(i, j, role int) {
	name := role + 1
	if name < j && (r.d.Low(name) == "of" || r.d.Low(name) == "for") {
		// "Secretary of State Rex Tillerson"
		name++
		if e, stop := r.entry(name, j); e != nil && stop < j && classOf(e.kind()) == Place && r.d.Is(stop, token.Capital) {
			name = stop // "Mayor of London | Ada Brenn"
		}
		for ; name < j && !r.givenName(name); name++ {
		}
		if name == j {
			name = r.behindPortfolio(role+2, j)
		}
		for k := role + 1; k < name; k++ {
			if e, stop := r.entry(k, j); e != nil && stop <= name {
				r.keep(run{first: k, end: stop, e: e})
				k = stop
			}
		}
	}
	from := r.affiliation(i, role)
	if name+2 < j && name == role+1 && ranks().Has(r.d.Low(name)) && !r.givenName(name) {
		name++ // "Det Con Ada Brenn"
	}
	if name < j {
		gender := r.word(role).gender
		end := role + 1
		for end-1 > from && r.is(end-1, honorific) && !r.is(end-1, aRole) {
			end-- // "Chairwoman Dr."
		}
		end = r.beforeRank(from, end)
		if styles.Has(r.d.Low(from)) && end == from+1 {
			from = end // "the Right | Reverend"
		}
		stop := r.beforeSeat(name, j)
		r.keep(run{first: name, end: stop, roleFirst: from, roleEnd: end, honor: true, gender: gender})
		if stop < j {
			r.split(stop+1, j)
		}
	}
}

// beforeSeat is where the name of a person [name, j) ends before "of" and a place in one run with it, as
// behind "House Speaker": "Ada Brenn | of Ohio"; j if there is none.
func (r *runner) beforeSeat(name, j int) int {
	for k := name + 2; k+1 < j && r.givenName(name); k++ {
		if r.d.Low(k) == "of" {
			return k
		}
	}
	return j
}

// styles begin forms of address: "Right Reverend", "Very Reverend".
var styles = lexicon.WordsOf("right", "most", "very")

// beforeRank is where the title [from, end) ends without a rank behind it:
// "Defence Minister | Gen" Tapia; end if it is a rank alone.
func (r *runner) beforeRank(from, end int) int {
	k := end
	for k-1 >= from && ranks().Has(r.d.Low(k-1)) {
		k--
	}
	if k <= from || !r.is(k-1, aRole) {
		return end // "State Sen.", "Attorney Gen."
	}
	return k
}

// afterTown is where somebody's name begins behind the town or the realm that an office is
// of, and the token of the office: "Mayor of London | Ada Brenn", "President of the Republic
// of Chile | Ada Brenn"; i if the run [i, j) is none such.
//
// Counter-example: "Bishop of London Hill", "President of the Republic of Chile".
func (r *runner) afterTown(i, j int) (name, role int) {
	role = i - 2
	if role > r.first && r.d.Low(i-1) == "the" {
		role--
	}
	if role < r.first || r.d.Low(role+1) != "of" || !r.is(role, aRole) || j-i < 3 {
		return i, role
	}
	at := i
	if realms.Has(r.d.Low(i)) && r.d.Low(i+1) == "of" && i+2 < j {
		at += 2
	}
	e, stop := r.entry(at, j)
	if e == nil && j-i == 3 && townsmen.Has(r.d.Low(role)) && !r.givenName(i) && r.givenName(i+1) && !r.bodyWord(j-1) {
		return i + 1, role // "Mayor of Torvik | Ada Brenn", which no table holds
	}
	if e == nil || classOf(e.kind()) != Place || j-stop < 2 || !r.givenName(stop) || r.bodyWord(j-1) {
		return i, role
	}
	return stop, role
}

// afterOffice is where a name begins behind "Secretary of State" whose last word
// is token i; i if it is none.
func (r *runner) afterOffice(i, j int) int {
	if i-2 >= r.first && r.d.Low(i) == "opposition" && r.d.Low(i-1) == "of" && r.d.Low(i-2) == "leader" && j-i > 1 && !r.bodyWord(j-1) {
		return i + 1 // "Leader of Opposition | Ada Brenn"
	}
	if i-2 < r.first || r.d.Low(i-1) != "of" && r.d.Low(i-1) != "for" || !r.is(i-2, aRole) || !portfolios.Has(r.d.Low(i)) {
		return i
	}
	k := r.behindPortfolio(i, j)
	if k == j && !portfolios.Has(r.d.Low(j-1)) {
		return i // "the director of National Nurses United"
	}
	return k
}

// ofTheHouse reports that token i ends a title that Westminster has given to many states, and a name stands behind
// it in the run [i, j): "Leader of the Opposition | Ada Brenn".
//
// Counter-example: "Leader of the Opposition Party", "speaker of the House".
func (r *runner) ofTheHouse(i, j int) bool {
	return i-3 >= r.first && j-i > 1 && j-i < 5 && r.d.Low(i-1) == "the" && r.d.Low(i-2) == "of" && ofWhich.Has(r.d.Low(i)) && r.is(i-3, aRole) && r.word(i-3).role == office &&
		r.d.Is(i, token.Capital) && !r.bodyWord(j-1) && !r.is(i+1, aRole|noName) && (r.givenName(i+1) || r.d.Low(i) == "opposition" && j-i > 2)
}

// ofWhich are the nouns behind "of the" in such titles.
var ofWhich = lexicon.WordsOf("opposition", "house", "exchequer", "rolls", "senate", "republic", "assembly")

// behindPortfolio is where the words end that name an office's field ("Secretary
// of State | Antony Brenn"); j if all do, or none.
func (r *runner) behindPortfolio(i, j int) int {
	k := i
	for k < j && portfolios.Has(r.d.Low(k)) {
		if k++; k < j && r.d.Low(k) == "for" && r.d.Low(k-1) == "state" {
			for k < j && !r.givenName(k) {
				k++ // "Secretary of State for Work and Pensions"
			}
		}
	}
	if k == i || k < j && halves.Has(r.d.Low(k-1)) {
		return j // "director of National | Nurses United" is none
	}
	return k
}

// halves are the words of fields that a noun follows.
var halves = lexicon.WordsOf("national", "foreign", "human", "civil", "public", "social", "rural", "urban", "and", "&")

var portfolios = lexicon.WordsOf(
	"state", "defense", "defence", "treasury", "commerce", "energy",
	"homeland", "security", "interior", "labor", "labour", "education",
	"agriculture", "transportation", "transport", "health", "human",
	"services", "veterans", "affairs", "housing", "urban", "development",
	"war", "justice", "finance", "foreign", "and", "&", "national",
	"intelligence", "police", "trade", "industry", "culture", "science",
	"environment", "climate", "water", "mining", "immigration", "migration",
	"communities", "family", "women", "sport", "sports", "tourism",
	"digital", "planning", "infrastructure", "land", "home", "welfare",
	"business", "innovation", "technology", "communications", "information",
	"oil", "petroleum", "fisheries", "youth", "social", "economy",
	"media", "research", "skills", "food", "rural", "public",
	"service", "civil", "rights", "refugees", "equality", "equalities", "minorities",
	"care", "pensions", "employment", "children", "schools", "families", "railways", "roads", "aviation", "shipping", "maritime",
	"highways", "road", "external", "parliamentary", "work", "wildlife", "forests", "forestry", "tribal", "sanitation", "irrigation", "textiles", "minerals",
)

// affiliation keeps the body or state before a title and returns where the
// title begins.
func (r *runner) affiliation(i, role int) int {
	e, stop := r.entry(i, role+1)
	if e != nil && stop <= role {
		r.keep(run{first: i, end: stop, e: e})
		return r.affiliation(stop, role)
	}
	if i < role && r.lettersOrTown(i, role) {
		r.keep(run{first: i, end: i + 1, whose: true})
		return i + 1
	}
	for i > r.first && r.opens(i-1) && r.d.Is(i-1, token.Capital) && (r.tags[i-1].Noun() || r.tags[i-1] == tag.JJ) && (!r.is(i-1, entryFirst) || portfolios.Has(r.d.Low(i-1)) || r.d.Low(i-1) == "high") {
		i-- // "Transport Minister Ada Brenn" at a sentence's start
	}
	for k := role - 1; k > i; k-- {
		if r.is(k, aHead) && !r.is(k, aRole) && r.d.Low(k-1) != "chief" && !(fielded.Has(r.d.Low(role)) && (r.is(k, ordinary) || r.d.Low(role) == "minister")) {
			r.keep(run{first: i, end: k + 1})
			return k + 1
		}
	}
	if k := r.beforeChief(i, role); k > i {
		r.keep(run{first: i, end: k})
		return k
	}
	return i
}

// lettersOrTown reports a word at i, before the title whose last word is role, that is whose
// the office is: the letters of a body, or the unknown name of a town or region.
//
// Example: "NDU Secretary-General Ada Brenn", "Vostan Governor Ada Brenn". Counter-example:
// "CEO President Ada Brenn", "Acting Governor Ada Brenn".
func (r *runner) lettersOrTown(i, role int) bool {
	if r.is(i, ownClass|ordinary|placeFirst) || r.titled || portfolios.Has(r.d.Low(i)) || posts.Has(r.d.Low(i)) {
		return false
	}
	if r.d.Is(i, token.Upper) && len(r.d.Word(i)) > 2 && strings.IndexByte(r.d.Word(i), '.') < 0 {
		return true
	}
	return i+1 == role && regional.Has(r.d.Low(role)) && r.tags[i].Proper() && strings.IndexByte(r.d.Word(i), '-') < 0
}

// regional are the offices of those who govern a town or region or sit for it.
var regional = lexicon.WordsOf(
	"governor", "president", "gov", "gov.", "mayor", "premier", "mp", "td", "mla",
)

// fielded are titles behind what the office deals with, not behind a body: "Civil
// Aviation Minister".
var fielded = lexicon.WordsOf("minister", "secretary", "commissioner")

// beforeChief is where a name ends before "Chief Executive" and the like; i if
// the words [i, role] are none such: "Kolm & Marsh | Chief Executive".
func (r *runner) beforeChief(i, role int) int {
	k := role
	for k-1 > i && posts.Has(r.d.Low(k-1)) {
		k--
	}
	if k == i || k == role && !posts.Has(r.d.Low(role)) || r.d.Low(k-1) == "&" || !r.employer(k-1) {
		return i
	}
	return k
}

// employer reports a word that can end an employer's name before a post, not
// one that says how the post is held ("acting", "then-deputy").
func (r *runner) employer(i int) bool {
	return !r.is(i, ordinary|aRole|participle) && r.tags[i] != tag.VBG && !strings.HasPrefix(r.d.Low(i), "then-")
}

// posts are the words of a company's titles.
var posts = lexicon.WordsOf(
	"chief", "executive", "managing", "vice", "ceo", "chairman",
	"chairwoman", "operating", "financial", "senior", "deputy", "spokesman",
	"spokeswoman", "founder", "general", "non-executive",
)

// roleBefore is the lower-case title straight before a name ("transport
// minister Ada Brenn").
func (r *runner) roleBefore(first int, gender sex) (int, int, sex) {
	k := first - 1
	for k > r.first && r.is(k, honorific) && r.d.Is(k, token.Capital) {
		k-- // "the agency's chief Sir Tom Brenn"
	}
	if k < r.first || r.d.Is(k, token.Capital) && !r.opens(k) && !r.is(k, noName) {
		return 0, 0, gender
	}
	if !r.is(k, aRole) || r.labelled(k, first+1) || r.tags[k] == tag.VB {
		return 0, 0, gender // also "will host Brenn"
	}
	if g := r.word(k).gender; g == male || g == female {
		gender = g
	}
	if c := r.word(k).role; c != office && c != work {
		return 0, 0, gender
	}
	from := k
	for from-1 >= r.first && !r.d.Is(from-1, token.Capital) && (r.tags[from-1] == tag.NN || r.tags[from-1] == tag.JJ || r.tags[from-1] == tag.VBG || r.tags[from-1] == tag.NNS && r.dealsIn(from-1)) {
		from--
	}
	if f := r.twoFields(from); f < from {
		from = f
	} else if from-1 >= r.first && r.opens(from-1) && r.opensTitle(from-1) {
		from--
	}
	return from, k + 1, gender
}

// dealsIn reports a plural at i before a title that is what the office deals with: "sales
// director", "communications chief".
func (r *runner) dealsIn(i int) bool {
	return r.is(i, ordinary) && !r.is(i, roles|people)
}

// twoFields is where a title begins whose words from token from on go on with "and" and
// another field or office before them: "police and crime commissioner", "local MP and
// churchwarden"; from if it does not.
//
// Counter-example: "the police and transport minister Ada Brenn" of a sentence about police:
// a field stands there bare or at the sentence's start only with its capital.
func (r *runner) twoFields(from int) int {
	k := from - 2
	if k < r.first || r.d.Low(k+1) != "and" || !r.tags[k].Noun() && !r.is(k, noName) {
		return from
	}
	switch w := r.d.Low(k); {
	case portfolios.Has(w) && (portfolios.Has(r.d.Low(from)) || r.d.Low(from) == "crime"):
	case r.is(k, aRole) && r.is(from, aRole) && k-1 >= r.first && (r.tags[k-1] == tag.JJ || r.tags[k-1] == tag.DT) || r.opens(k) && r.is(k, aRole):
		if k-1 >= r.first && r.tags[k-1] == tag.JJ {
			k--
		}
	default:
		return from
	}
	if r.d.Is(k, token.Capital) && !r.opens(k) {
		return from
	}
	return k
}

// opensTitle reports a word at i that has its capital from the sentence's start and is
// part of the title behind it.
//
// Example: "Secretary general Ada Brenn". Counter-example: "Hamas leader Ada Brenn".
func (r *runner) opensTitle(i int) bool {
	if w := r.d.Low(i); portfolios.Has(w) || w == "general" {
		switch r.d.Low(i + 1) {
		case "secretary", "minister":
			return true
		case "manager", "counsel":
			return w == "general"
		case "attorney", "lawyer", "barrister":
			return w == "defense" || w == "defence"
		}
	}
	if e, _ := r.entry(i, i+2); e != nil || r.is(i, demonym|calendar|noName|particle) || r.word(i).given != noSex {
		return false
	}
	switch r.tags[i] {
	case tag.NNP:
		return r.is(i, ordinary) // "Press secretary"
	case tag.NN:
		return r.is(i, ordinary|aRole|aHead) // "Union leader"
	case tag.JJ, tag.VBG:
		return r.is(i, ordinary|aRole)
	}
	return false
}
