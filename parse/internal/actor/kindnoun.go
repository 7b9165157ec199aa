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

// Nouns that say no more than a kind of actor: "the company", "the bloc".

// kindNoun links a noun that says no more than the kind ("the company", "the
// Iran-backed group") to the most salient named actor of that kind.
func (r *resolver) kindNoun(m int) int {
	x := &r.ms[m]
	w := r.d.Low(int(x.First))
	want := kinds[r.d.Low(int(x.Head))]
	if want == nil || x.Plural && !arms.Has(r.d.Low(int(x.Head))) || w != "the" && w != "this" && w != "that" || r.vain[m] {
		return -1
	}
	trade, sort := "", false
	switch before := r.d.Low(int(x.Head) - 1); {
	case r.d.Low(int(x.Head)) != "group":
	case causes.Has(before):
		want, sort = bodies, true // "the rights group"
	case before == "buyout":
		want, sort = companies, true
	case warlike.Has(before):
		want, sort = fighters, true // "the paramilitary group"
	}
	giant := r.d.Low(int(x.Head)) == "giant" // of whatever trade: who has just been told of
	bank := ""
	switch noun := r.d.Low(int(x.Head)); {
	case noun == "lender":
		bank = noun
	case noun == "bank" && r.d.Low(int(x.Head)-1) == "central":
		want, sort, bank = officials, true, "central"
	}
	if r.d.Low(int(x.Head)) == "fund" {
		if trade = r.d.Low(int(x.Head) - 1); x.Head != x.First+2 || !funds.Has(trade) {
			return -1
		}
	} else if !sort && !giant && !r.light(x) && !lands.Has(r.d.Low(int(x.Head))) {
		if trade = r.trade(x); trade == "" {
			if e := r.spokenFor(m); e >= 0 && r.isOf(e, want) && r.sameKindOnly(x) {
				return e // "its spokesman said the anti-graft agency was …"
			}
			return -1
		}
	}
	where, told := r.region(x)
	if !told {
		return -1
	}
	guild := r.d.Low(int(x.Head)) == "union" && r.unionsTold(m)
	c := newRace()
	own, noun := r.spokenFor(m), r.d.Low(int(x.Head))
	union := r.unionIn(x)
	if (noun == "team" || noun == "group") && r.researched(m) {
		return -1
	}
	subject, clause := r.clauseSubject(m)
	clause = clause && !r.subject(m) && r.heads(m)
	land := lands.Has(noun)
	based := strings.HasSuffix(r.d.Low(int(x.Head)-1), "-based") // of what has just been told, not of what the text is about
	for o := m - 1; o >= 0 && o > m-far; o-- {
		back := r.sentence(m) - r.sentence(o)
		if back > 8 || giant && back > 1 {
			break
		}
		g := int(r.of[o])
		if g >= 0 && (clause && g == subject || land && r.toldBeside(m, g)) {
			continue // "the fund wants the company to sell"
		}
		if g >= 0 && r.ofOneState(x) && r.groups[g].country == "US" && r.ms[o].Table != "" {
			continue
		}
		if g >= 0 && (guild && !r.unionised(g, m) || g == own && noun == "party" && r.othersParty(x)) {
			continue
		}
		if g < 0 || r.around(m, o) || r.unlike(m, o, noun, bank) || union >= 0 && (g == union || r.groups[g].kind != article.KindIGO) {
			continue
		}
		if noun == "agency" && r.groups[g].named && raters.Has(r.words(o)) {
		} else if !r.isOf(g, want) && !(noun == "party" && g == own && (r.groups[g].kind == article.KindArmedGroup || r.groups[g].kind == article.KindOrganization)) && !(&want[0] == &companies[0] && (r.trades(o, g) || g == own && r.groups[g].kind == article.KindOrganization)) {
			continue
		}
		if trade != "" && !r.tells(o, trade) || where != "" && r.groups[g].country != "" && !strings.Contains(where, string(r.groups[g].country)) {
			continue
		}
		score := 60 - 8*back + 3*int(min(4, r.groups[g].size))
		if back == 0 && !(g == own && noun == "party") {
			score -= 20 // the other party of the sentence, as likely
		}
		if r.subject(o) {
			score += 12
		}
		if (&want[0] == &companies[0] && (x.Country == "" || x.Country == r.groups[g].country) || noun == "bloc" || lands.Has(noun)) && noun != "group" && !based && r.topic(g) {
			score += 24
		}
		if x.Country != "" && r.groups[g].country == x.Country {
			score += 25 // "the Norwegian company"
		}
		if (&want[0] == &companies[0] || noun == "group" || noun == "organization" || noun == "organisation") && !based && r.groups[g].kind != article.KindArmedGroup && r.inPassing(g) {
			score -= 15
		}
		if noun == "group" && r.groups[g].kind == article.KindArmedGroup {
			score += 12 // no firm is called so first
		}
		if g == own {
			score += 30 // "the group" in what its chief says
		}
		c.enter(g, score)
	}
	return c.winner(12)
}

// toldBeside reports that state g is named in the sentence of mention m before it, with another subject: "Norland
// and its army would go on with the liberation of the country" is of another.
func (r *resolver) toldBeside(m, g int) bool {
	for o := m - 1; o >= 0 && r.sentence(o) == r.sentence(m); o-- {
		if int(r.of[o]) == g && isName(&r.ms[o]) && r.joined(o) && r.index.quoted[o] == r.index.quoted[m] {
			return true
		}
	}
	return false
}

// unlike reports that the body named in mention o is no such as the noun of mention m tells: by another
// noun in its name, as an organ of a union that is called a bloc, by its state. bank is set for a lender
// or a central bank.
func (r *resolver) unlike(m, o int, noun, bank string) bool {
	g, state := int(r.of[o]), r.ms[m].Country
	x := &r.groups[g]
	switch {
	case r.otherSort(m, g, noun) && !(noun == "union" && r.unionised(g, m)), state != "" && x.country != "" && x.country != state:
		return true
	case noun == "bloc":
		return r.organ(g)
	case noun == "chamber" || noun == "assembly":
		return !r.legislates(o)
	case bank != "" && x.kind != article.KindCompany:
		return !r.banks(o, bank == "central")
	}
	return false
}

// region is the states of the region that description x of a state tells, "" if it tells none; ok false
// for words with capitals before the noun that tell something else.
//
// Example: "the West African nation". Counter-example: "the Commonwealth nation".
func (r *resolver) region(x *mention.Mention) (states string, ok bool) {
	if x.Country != "" || !lands.Has(r.d.Low(int(x.Head))) {
		return "", true
	}
	if r.d.Low(int(x.Head)) == "kingdom" {
		states, ok = regionTable().Field("kingdom", 1), true
	}
	for i := x.First + 1; i < x.Head; i++ {
		if r.d.Is(int(i), token.Capital) || r.d.Low(int(i)) == "island" {
			states, ok = regionTable().Field(r.d.Low(int(i)), 1), true
		}
	}
	return states, !ok || states != ""
}

var regionTable = lexicon.Open("regions")

// topic reports a body that the headline or the lead begins with, or is about, and that the text
// names more than twice.
func (r *resolver) topic(g int) bool {
	x := &r.groups[g]
	if x.size < 3 {
		return false
	}
	for o := 0; o < len(r.ms) && r.titledBlock(o); o++ {
		if int(r.of[o]) == g && r.opens(o) {
			return true
		}
	}
	m := int(x.first)
	return r.paragraph(m) == 0 && (r.opens(m) || r.subject(m))
}

// researched reports that the text tells of scientists before mention m: "the team" may be
// them, not the institute that they work at.
func (r *resolver) researched(m int) bool {
	for o := m - 1; o >= 0 && o > m-far; o-- {
		if y := &r.ms[o]; y.Plural && researchers.Has(r.d.Low(int(y.Head))) {
			return true
		}
	}
	return false
}

var researchers = lexicon.WordsOf("scientists", "researchers", "colleagues", "co-authors", "astronomers", "biologists")

// inPassing reports a group that the text has told of only where something is said of another:
// "will join Kolm Labs, a drug developer", "owned by Kolm Holdings".
//
// Counter-example: "Kolm Labs makes drugs".
func (r *resolver) inPassing(g int) bool {
	x := &r.groups[g]
	return x.size < 3 && !r.subject(int(x.first)) && !r.titledBlock(int(x.first)) && r.block(int(x.first)) > 0
}

// trades reports a body of no known kind with a company's name: "Aldane Group".
func (r *resolver) trades(o, g int) bool {
	x := &r.ms[o]
	if r.groups[g].kind != article.KindOrganization || !r.groups[g].named || !isName(x) || x.End-x.First < 2 || x.End-x.First > 3 {
		return false
	}
	w := r.d.Low(int(x.End) - 1)
	return w == "group" || w == "holdings"
}

// trade is the noun before the head of x, if it is all that tells what body x means:
// "the ferry company".
func (r *resolver) trade(x *mention.Mention) string {
	if k := int(x.First) + 1; int(x.Head) == k+1 && r.tags[k] == tag.NN && !r.d.Is(k, token.Capital) && !r.d.Is(k, token.Hyphen) {
		return r.d.Low(k)
	}
	return ""
}

// tells reports a name that holds the noun: "Coastline Ferries".
func (r *resolver) tells(o int, noun string) bool {
	x := &r.ms[o]
	if noun == "space" {
		return isName(x) && inSpace.Has(r.words(o))
	}
	if funds.Has(noun) {
		return isName(x) && managers.Has(r.d.Low(int(x.End)-1))
	}
	for i := int(x.First); isName(x) && i < int(x.End); i++ {
		if w := r.d.Low(i); w == noun || w == noun+"s" || strings.HasSuffix(noun, "y") && w == noun[:len(noun)-1]+"ies" {
			return true
		}
	}
	return false
}

// inSpace are the agencies of states for flights into space, raters the agencies that are firms and rate debt.
var (
	inSpace = lexicon.WordsOf("nasa", "esa", "jaxa", "isro", "roscosmos", "cnsa", "european space agency", "indian space research organisation", "cnes", "dlr")
	raters  = lexicon.WordsOf("moody's", "moody’s", "fitch", "fitch ratings", "s&p", "s&p global", "s&p global ratings", "standard & poor's", "dbrs", "scope ratings", "moody's investors service")
)

// sameKindOnly reports that description x, beyond its noun, has one word with a hyphen that tells what a body is for, and
// nothing that sets it against others: "the anti-graft agency", not "the rival agency".
func (r *resolver) sameKindOnly(x *mention.Mention) bool {
	i := int(x.First) + 1
	return int(x.Head) == i+1 && r.d.Is(i, token.Hyphen) && r.d.Word(i) == r.d.Low(i) && (strings.HasPrefix(r.d.Low(i), "anti-") || strings.HasPrefix(r.d.Low(i), "counter-"))
}

// othersParty reports that description x tells a party by where it stands to those who speak: their own is "the party".
//
// Example: "the ruling party" in the words of an opposition leader.
func (r *resolver) othersParty(x *mention.Mention) bool {
	for i := x.First + 1; i < x.Head; i++ {
		if w := r.d.Low(int(i)); w == "ruling" || w == "rival" || w == "governing" {
			return true
		}
	}
	return false
}

// unionsTold reports that the text before mention m names a body that its name or a description tells to be a union.
func (r *resolver) unionsTold(m int) bool {
	for g := range r.groups {
		if x := &r.groups[g]; x.named && !x.plural && x.kind == article.KindOrganization && int(x.first) < m && r.unionised(g, m) {
			return true
		}
	}
	return false
}

// unionised reports that a name of group g, or a description of it before mention m, tells that it is a union of
// workers.
func (r *resolver) unionised(g, m int) bool {
	for o := int(r.groups[g].first); o < m; o++ {
		if int(r.of[o]) != g {
			continue
		}
		y := &r.ms[o]
		if isNominal(y) && r.d.Low(int(y.Head)) == "union" || isName(y) && guilds.Has(r.words(o)) {
			return true
		}
		for i := y.First; isName(y) && i < y.End; i++ {
			if guildWords.Has(r.d.Low(int(i))) {
				return true
			}
		}
	}
	return false
}

var (
	guilds     = lexicon.WordsOf("unite", "unison", "gmb", "rmt", "aslef", "usdaw", "ucu", "nasuwt", "cwu", "pcs", "fbu", "uaw", "seiu", "afscme", "aft", "nea", "afl-cio", "teamsters", "ila", "ilwu", "cosatu", "ver.di", "ig metall", "cgt", "rcn", "bma")
	guildWords = lexicon.WordsOf("union", "unions", "workers", "dockworkers", "brotherhood", "guild", "teamsters", "employees", "teachers", "nurses", "miners", "mineworkers", "steelworkers", "machinists", "longshoremen", "drivers", "dockers", "seafarers", "staff", "firefighters", "pilots", "labour", "labor")
)

// otherSort reports that a name of group g, near mention m, ends in a noun for another
// sort of body than the given noun: "the federation" is no Kolm Commission.
func (r *resolver) otherSort(m, g int, noun string) bool {
	sort := sorts[noun]
	if sort == 0 {
		return false
	}
	for o := m - 1; o >= 0 && o > m-far; o-- {
		y := &r.ms[o]
		if int(r.of[o]) == g && isNominal(y) {
			if other := sorts[r.d.Low(int(y.Head))]; other > 19 && other != sort {
				return true // the planemaker is no carrier
			}
		}
		if int(r.of[o]) == g && isName(y) && y.End-y.First > 1 {
			other := sorts[r.d.Low(int(y.Head))]
			return other != 0 && other != sort
		}
	}
	return false
}

// organ reports what is no bloc: an organ of a union of states, such as the European Commission,
// and the UN.
func (r *resolver) organ(g int) bool {
	for o := int(r.groups[g].first); o >= 0 && o < len(r.ms); o++ {
		if y := &r.ms[o]; int(r.of[o]) == g && isName(y) {
			w := r.d.Low(int(y.End) - 1)
			return unionOrgans.Has(w) || w == "un" || w == "u.n." || w == "nations"
		}
	}
	return false
}

var unionOrgans = lexicon.WordsOf("commission", "council", "parliament", "court", "bank", "agency")

// sorts are the nouns for bodies that are told apart: those with one number may be
// one body.
var sorts = map[string]int{
	"agency": 1, "commission": 1,
	"federation": 2, "association": 2, "union": 3, "university": 4, "college": 4, "school": 5, "academy": 5,
	"club": 6, "team": 6, "court": 7, "council": 8, "institute": 9, "foundation": 10, "trust": 10, "committee": 11,
	"bank": 12, "airline": 13, "newspaper": 14, "museum": 15, "church": 16, "league": 17, "hospital": 18,
	"society": 2, "confederation": 2, "embassy": 30, "consulate": 30, "ministry": 31, "parliament": 32, "senate": 32, "congress": 32, "cabinet": 33, "army": 34, "navy": 34,
	"lender": 12, "airways": 13, "airlines": 13, "insurer": 20, "insurance": 20, "chipmaker": 21, "semiconductors": 21,
	"carmaker": 22, "automaker": 22, "motors": 22, "motor": 22, "drugmaker": 23, "pharmaceuticals": 23, "pharma": 23,
	"therapeutics": 23, "planemaker": 24, "carrier": 13, "retailer": 25, "stores": 25, "brewer": 26, "brewery": 26, "breweries": 26,
	"miner": 27, "mining": 27, "securities": 28, "partners": 28, "capital": 28,
}

// light reports that nothing between article and noun tells bodies apart beyond
// their seat, their state or their leaning.
func (r *resolver) light(x *mention.Mention) bool {
	for i := x.First + 1; i < x.Head; i++ {
		w := r.d.Low(int(i))
		k := strings.LastIndexByte(w, '-')
		if k < 0 && (w == "," || r.seat(int(i), int(x.Head))) {
			continue // "the New | York-based group", "the Austin, | Texas-based group"
		}
		if k < 0 && r.unionIn(x) >= 0 {
			continue // "the UN agency"
		}
		if k < 0 && !leanings.Has(w) && !continents.Has(w) && !(x.Country != "" && r.d.Is(int(i), token.Capital)) || k >= 0 && !ties.Has(w[k+1:]) {
			return false
		}
	}
	return true
}

// continents are the adjectives of parts of the world, which tell few bodies apart: "the European planemaker".
var continents = lexicon.WordsOf("european", "african", "asian", "nordic", "scandinavian")

// unionIn is the group of the international body whose name stands between article and
// noun of description x: "the UN agency"; -1 if none does.
func (r *resolver) unionIn(x *mention.Mention) int {
	m, _ := slices.BinarySearchFunc(r.ms, x.First+1, func(y mention.Mention, first int32) int { return int(y.First - first) })
	for ; m < len(r.ms) && r.ms[m].First == x.First+1 && r.ms[m].End <= x.Head; m++ {
		if r.ms[m].Kind == article.KindIGO && isName(&r.ms[m]) {
			return int(r.of[m])
		}
	}
	return -1
}

// seat reports a word with a capital at i that belongs to the place in a tie behind
// it, before token end.
func (r *resolver) seat(i, end int) bool {
	for r.d.Is(i, token.Capital) && i+1 < end {
		if i++; r.d.Low(i) == "," && i+1 < end {
			i++
		}
		w := r.d.Low(i)
		if k := strings.LastIndexByte(w, '-'); k > 0 && r.d.Is(i, token.Capital) {
			return ties.Has(w[k+1:])
		}
	}
	return false
}

// causes are what stands before "group" where it neither fights nor trades.
var causes = lexicon.WordsOf("rights", "aid", "advocacy", "campaign", "lobby", "conservation", "environmental", "humanitarian")

func (r *resolver) isOf(g int, want []article.ActorKind) bool {
	x := &r.groups[g]
	return x.named && !x.plural && slices.Contains(want, x.kind)
}

// warlike is what stands before "group" where it fights.
var warlike = lexicon.WordsOf("paramilitary", "militant", "rebel", "jihadist", "extremist", "insurgent", "guerrilla", "armed", "terrorist")

// banks reports that the name in mention o is of a bank or, if it need not be a central one, a fund.
func (r *resolver) banks(o int, central bool) bool {
	x := &r.ms[o]
	for i := x.First; i < x.End; i++ {
		switch r.d.Low(int(i)) {
		case "bank", "reserve", "fed", "ecb":
			return true
		case "fund", "imf":
			return !central
		}
	}
	return false
}

// arms are plural nouns that mean a group that fights, as one.
var arms = lexicon.WordsOf(
	"rebels", "insurgents", "militants", "guerrillas", "jihadists",
	"paramilitaries",
)

// kinds are the nouns that name a kind of actor and no more.
var kinds = map[string][]article.ActorKind{
	"company": companies, "firm": companies, "airline": companies, "corporation": companies,
	"carmaker": companies, "automaker": companies, "steelmaker": companies, "housebuilder": companies, "shipbuilder": companies,
	"brokerage": companies, "grocer": companies, "supermarket": companies, "chain": companies, "lender": lenders, "producer": companies, "bank": companies,
	"retailer": companies, "manufacturer": companies, "maker": companies, "chipmaker": companies,
	"drugmaker": companies, "supplier": companies, "developer": companies, "startup": companies,
	"start-up": companies, "brewer": companies, "miner": companies, "operator": companies, "utility": companies,
	"carrier": companies, "fund": companies, "giant": companies, "conglomerate": companies, "insurer": companies, "planemaker": companies,
	"newspaper": press, "paper": press, "daily": press, "magazine": press, "broadcaster": press,
	"network": press, "channel": press, "outlet": press, "tabloid": press,
	"party":   {article.KindParty},
	"militia": fighters, "faction": fighters, "rebels": fighters, "insurgents": fighters,
	"militants": fighters, "guerrillas": fighters, "jihadists": fighters, "paramilitaries": fighters,
	"movement": {article.KindArmedGroup, article.KindParty, article.KindOrganization},
	"group":    {article.KindArmedGroup, article.KindCompany, article.KindNGO, article.KindOrganization},
	"charity":  {article.KindNGO, article.KindOrganization},
	"watchdog": {article.KindGovernmentBody, article.KindNGO, article.KindIGO}, "regulator": {article.KindGovernmentBody},
	"organization": bodies, "organisation": bodies, "house": {article.KindCompany, article.KindGovernmentBody},
	"body":        {article.KindIGO, article.KindNGO, article.KindOrganization, article.KindGovernmentBody},
	"agency":      {article.KindIGO, article.KindGovernmentBody},
	"authority":   {article.KindGovernmentBody},
	"bloc":        {article.KindIGO},
	"alliance":    {article.KindIGO, article.KindParty},
	"chamber":     {article.KindGovernmentBody},
	"assembly":    {article.KindGovernmentBody, article.KindIGO},
	"country":     {article.KindCountry},
	"nation":      {article.KindCountry},
	"kingdom":     {article.KindCountry},
	"association": associations, "union": associations, "federation": associations,
	"club": associations, "team": associations, "side": associations,
	"university": associations, "school": associations,
}

// funds are the sorts of funds, and managers the last words of the names of those who run one.
var (
	funds    = lexicon.WordsOf("hedge", "investment", "equity", "buyout", "activist")
	managers = lexicon.WordsOf("capital", "partners", "management", "advisors", "advisers", "investors", "fund", "associates")
)

var (
	officials    = []article.ActorKind{article.KindGovernmentBody, article.KindIGO}
	lenders      = []article.ActorKind{article.KindCompany, article.KindIGO}
	companies    = []article.ActorKind{article.KindCompany}
	press        = []article.ActorKind{article.KindMedia}
	fighters     = []article.ActorKind{article.KindArmedGroup}
	bodies       = []article.ActorKind{article.KindIGO, article.KindNGO, article.KindOrganization}
	associations = []article.ActorKind{article.KindOrganization}
)
