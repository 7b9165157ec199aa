package mention

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// context is the evidence of the words around.
func (r *runner) context(n *run) {
	if n.e == nil && n.size() > 1 && !n.honor && grounds.Has(r.d.Low(n.end-1)) {
		n.scores[Place] += certain // "Bartholomew County"
	}
	r.before(n)
	r.behind(n)
}

// spelled reports an acronym in brackets behind a name whose first letter opens it:
// "Unione Nuova (UN)". A name in brackets behind letters is told likewise.
func (r *runner) spelled(n *run) bool {
	if n.size() > 1 || n.e != nil || n.first < r.first+2 || n.end >= r.end || r.tags[n.first-1] != tag.LRB || r.tags[n.end] != tag.RRB || !r.d.Is(n.first, token.Upper) || r.d.Is(n.first, token.Digit) {
		return false
	}
	const words = 8
	for k := n.first - 2; k >= max(r.first, n.first-2-words); k-- {
		if r.d.Is(k, token.Mark) || r.tags[k] == tag.PunctComma {
			return false
		}
		if c := r.d.Word(k)[0]; r.d.Is(k, token.Capital) && c == r.d.Word(n.first)[0] && k < n.first-2 {
			return true
		}
	}
	return false
}

// leaning are the adjectives that say where a party stands.
var leaning = lexicon.WordsOf(
	"centrist", "far-right", "far-left", "left-wing", "right-wing", "centre-right",
	"centre-left", "center-right", "center-left", "populist", "nationalist",
	"ultranationalist", "pro-european", "eurosceptic", "leftist", "rightist",
)

// chains are what the chains sell that are firms.
var chains = lexicon.WordsOf(
	"supermarket", "hotel", "retail", "restaurant", "store", "coffee", "pub",
	"fashion", "grocery", "cinema", "gym", "burger", "pizza", "clothing",
	"pharmacy", "bakery", "furniture", "discount",
)

// homes are the nouns for buildings that stand in a place, and the verbs for who lives there.
var homes = lexicon.WordsOf("home", "house", "houses", "homes", "flat", "apartment", "villa", "headquarters", "lives", "lived", "living", "born", "suburb", "district", "neighbourhood", "neighborhood", "hospital", "church", "mosque", "school")

// houses are the nouns for bodies whose members sit for places.
var houses = lexicon.WordsOf("parliament", "congress", "senate", "assembly", "legislature")

// platforms are nouns for what firms run and are called by.
var platforms = lexicon.WordsOf("app", "platform", "site", "website", "marketplace")

// before is the evidence of the words before n.
func (r *runner) before(n *run) {
	s, k := &n.scores, n.first-1
	if k < r.first {
		return
	}
	lower := !r.d.Is(k, token.Capital) || r.labelled(k, n.end)
	if r.postal(n.first, n.end) {
		s[Place] += certain // "Torvik, TX"
	}
	_ = r.calledBefore(n, k, lower) || r.placedBefore(n, k) || r.thingBefore(n, k, lower)
	r.behindPreposition(n, k)
}

// calledBefore is the evidence of a noun at token k, right before n, that says what n is called: "the shipping group
// Belmar". It reports whether there is any.
func (r *runner) calledBefore(n *run, k int, lower bool) bool {
	s := &n.scores
	switch {
	case n.head == officialKind && r.circuit(n.first+1):
		s[Body] += certain
	case r.spelled(n):
		s[Body] += strong + fair
	case lower && n.e == nil && n.size() <= 2 && r.d.Low(k) == "chain" && k > r.first && chains.Has(r.d.Low(k-1)):
		s[Body] += strong + strong // "the supermarket chain Frontier"
		n.head = companyKind
	case lower && n.e == nil && r.d.Low(k) == "journal" && r.tags[k] == tag.NN && !r.givenName(n.first):
		s[Body] += strong + strong // "the journal Sea Letters"
		n.head = mediaKind
	case lower && r.is(k, alone) && n.e == nil && (r.tags[k].Noun() || k > r.first && (r.tags[k-1].Noun() || r.tags[k-1] == tag.DT)):
		s[Body] += strong + strong // "the shipping group Belmar"
		if n.head == 0 || r.word(k).head == mediaKind {
			n.head = r.word(k).head
			switch {
			case r.d.Low(k) != "agency" || k == r.first:
			case tradeAgencies.Has(r.d.Low(k - 1)):
				n.head = companyKind // "credit agency Halden Ratings"
			case r.d.Low(k-1) == "news":
				n.head = mediaKind // "the news agency NOR"
			}
		}
	case lower && n.e == nil && n.size() == 1 && r.tags[k] == tag.NN && platforms.Has(r.d.Low(k)):
		s[Body] += 2 * fair // "the video app Voxal"
		n.head = companyKind
	case lower && n.e == nil && n.size() > 1 && !r.givenName(n.first) && leaning.Has(r.d.Low(k)):
		s[Body] += strong + strong // "leads the centrist National Camp"
		if n.head == 0 {
			n.head = kindIndex(string(article.KindParty))
		}
	case lower && n.e == nil && n.size() > 1 && !r.givenName(n.first) && (r.d.Low(k) == "ruling" || r.d.Low(k) == "opposition") && !r.bodyWord(n.end-1):
		s[Body] += strong + strong // "heads the ruling Jana Seva Dal"
		if n.head == 0 {
			n.head = kindIndex(string(article.KindParty))
		}
	case lower && n.e == nil && !r.givenName(n.first) && r.knownAs(n, k):
	case n.e == nil && r.oneOf(k):
		s[Body] += strong // "groups including Fair Harbour"
	case lower && r.word(k).role == kin && r.tags[k] == tag.NN && n.e == nil && n.size() <= 2:
		s[Person] += strong + fair // "his sister Marijke"
	default:
		return false
	}
	return true
}

// placedBefore is the evidence of words of place before n, and of what it renames behind a comma; reports likewise.
func (r *runner) placedBefore(n *run, k int) bool {
	s := &n.scores
	switch {
	case r.is(k, placeWord) && n.e == nil && (!r.givenName(n.first) || r.is(n.end-1, placeLast) || r.is(n.first, placeFirst)):
		if t := r.tags[k]; t == tag.IN && r.is(n.first, placeFirst) && r.givenName(n.first) {
			s[Place] += strong // "in Glen Harrow"
		} else if t == tag.IN {
			s[Place] += 2 * slight
		} else if t == tag.JJ || t == tag.RB || t.Noun() || r.is(k, participle) {
			s[Place] += strong // "neighbouring Kirgan", "downtown Torvik"
		}
	case r.tags[k] == tag.CD && r.d.Is(k, token.Digit) && len(r.d.Word(k)) < 4 && n.e == nil && n.size() == 1:
		s[Thing] += fair // "its 787 Dreamliner"
	case r.tags[k] == tag.PunctComma && n.e == nil && k > r.first && r.d.Is(k-1, token.Capital) && r.is(k-1, placeLast) && (n.end >= r.end || !r.d.Is(n.end, token.Letter)):
		s[Place] += strong + fair // "of Elm Road, Torvik,"
	case n.e == nil && r.livesIn(k):
		s[Place] += strong + strong // "Tom Brenn, 52, of Elm Rise, Torvik,"
	case r.tags[k] == tag.PunctComma && n.e == nil && r.townNamed(n, k):
		s[Place] += strong + fair // "in the capital, Torvik, on Monday"
	case n.e == nil && r.namedBody(n.first, n.end):
		s[Body] += strong + fair
		if n.head == 0 && r.d.Low(k-1) != "group" {
			n.head = r.word(k - 1).head
		}
	case r.tags[k] == tag.PunctComma && n.e == nil && n.size() > 1:
		switch f := r.renamed(k - 1); { // "a contractor, Fenwick Electrical"
		case f&alone != 0 && !r.hangsOnNoun(k-1):
			s[Body] += 2 * fair
		case f&aRole != 0:
			s[Person] += fair
		}
	default:
		return false
	}
	return true
}

// thingBefore is the evidence of what else stands before n: works, ships, articles, verbs; reports likewise.
func (r *runner) thingBefore(n *run, k int, lower bool) bool {
	s := &n.scores
	switch {
	case lower && (r.d.Low(k) == "code-named" || r.d.Low(k) == "codenamed" || r.d.Low(k) == "dubbed") && n.e == nil:
		s[Thing] += strong + strong // "an exercise code-named Strait Thunder"
	case r.callsPerson(n, k):
		s[Person] += strong // "Abdel Brenn, known as Hemra,"
	case r.shipNamed(n):
		s[Thing] += certain + certain // "the ferry, the Lady Marit,"
	case lower && n.e == nil && n.size() <= 2 && !r.givenName(n.first) && r.sideOf(k):
		s[Body] += strong + strong // "Belgian side Oostende"
		n.head = kindIndex(string(article.KindOrganization))
		if w := r.d.Low(k); w == "line" || w == "yard" {
			n.head = companyKind
		}
	case lower && r.is(k, works) && r.tags[k].Noun() && n.e == nil && !n.honor:
		s[Thing] += strong + strong // "her novel Angel Bird"
	case n.honor && n.roleEnd == n.first && n.roleFirst > r.first && r.is(n.roleFirst-1, works) && !r.d.Is(n.roleFirst-1, token.Capital):
		s[Thing] += certain // "the frigate Admiral Orlov"
	case r.led(n, k):
		s[Body] += strong // "Ada Brenn, who chairs Fair Harbour"
	case r.tags[k] == tag.DT && r.d.Low(k) == "the" && n.e == nil && n.size() == 1 && !n.honor && !n.titled && r.givenName(n.first) && r.is(n.first, ordinary) && r.goesOn(n.end):
		s[Person] -= 2 * fair // "the Bill would cost"
		s[Thing] += fair
	case n.size() == 2 && r.warFront(n):
		s[Thing] += certain // "on the Western Front"
	case n.size() == 2 && r.theMany(n):
		s[Person] -= strong // "the Sea Rays"
		if e, _ := r.entry(n.first, n.end); e != nil && classOf(e.kind()) == Place && !r.is(n.end-1, thingLast) {
			s[Body] += strong // "the Miami Rays"
		}
	case r.tags[k] == tag.PRPS && n.e == nil && n.size() == 2 && !n.honor && n.roleEnd == n.roleFirst && !r.givenName(n.first) && pluralLook(r.d.Low(n.end-1)):
		s[Thing] += fair // "its Oat Minis"
		s[Person] -= strong
	case r.tags[k] == tag.PRPS && n.e == nil && n.size() == 1 && !r.givenName(n.first):
		s[Thing] += fair // "my Brahms"
	case r.is(k, reach) && n.e == nil && !r.givenName(n.first):
		s[Place] += fair // "troops entered Torvik"
	case r.is(k, partyObject) && r.tags[k].Verb() && n.size() == 1 && n.e == nil && !(n.end < r.end && r.tags[n.end].Noun()):
		s[Thing] -= fair // "accused Belmar"
	case r.is(k, partyObject) && r.tags[k].Verb() && n.size() == 2 && n.e == nil && r.givenName(n.first):
		s[Person] += fair // "thanked Grace Hill"
	case r.is(k, says) && n.size() > 1:
		s[Person] += slight // "said Wei Zhang"
	default:
		return false
	}
	return true
}

// behindPreposition is the evidence of the preposition at token k and of the word before it: "the mayor of | Kolm".
func (r *runner) behindPreposition(n *run, k int) {
	s := &n.scores
	if k-2 >= r.first && n.e == nil && n.size() > 1 && r.d.Low(k) == "of" && !r.givenName(n.first) && r.givenName(k-2) && r.d.Is(k-1, token.Capital) && !r.bodyWord(k-1) {
		s[Body] += fair // "Ada Brenn of Peel Hunt"
		s[Person] -= strong
	}
	if k-1 < r.first || r.d.Is(k-1, token.Capital) && !r.opens(k-1) && !seated.Has(r.d.Low(k-1)) {
		return
	}
	switch r.d.Low(k) {
	case "of":
		if r.is(k-1, area|placeLast) {
			s[Place] += strong // "the village of Kolm"
			if n.size() == 1 && r.is(k-1, area) && n.e == nil {
				s[Place] += 2 * strong // "the province of Isabela", a given name elsewhere
			}
		} else if r.word(k-1).role == kin {
			s[Person] += strong // "the widow of Kolm"
		} else if r.is(k-1, firm|staff) {
			s[Body] += fair
		} else if townsmen.Has(r.d.Low(k-1)) && n.size() == 1 && n.e == nil && !n.honor {
			s[Place] += 2 * strong // "the mayor of Kolm"
		} else if r.is(k-1, stately) && r.tags[k-1].Noun() {
			s[Place] += fair // "the president of Norland"
		}
	case "to", "from":
		if r.d.Low(k) == "from" && r.is(k-1, aRole) && r.tags[k-1].Noun() && n.e == nil && n.size() <= 2 && !r.givenName(n.first) {
			s[Place] += strong // "a breeder from Torvik"
		} else if sent.Has(r.d.Low(k-1)) && n.e == nil && !r.givenName(n.first) {
			s[Place] += strong // "the envoy to Norland"
		} else if r.is(k-1, motion) && n.e == nil && !r.givenName(n.first) {
			s[Place] += strong // "flew to Torvik"
		}
	case "for", "with":
		if sent.Has(r.d.Low(k-1)) && n.e == nil && !r.givenName(n.first) {
			s[Place] += strong // "the envoy for Norland"
		} else if (seated.Has(r.d.Low(k-1)) || k-3 >= r.first && houses.Has(r.d.Low(k-1)) && r.d.Low(k-2) == "of" && r.d.Low(k-3) == "member") && r.d.Low(k) == "for" && n.size() <= 2 && n.e == nil && !n.honor {
			s[Place] += 2 * strong // "the MP for Kolm"
		} else if r.is(k-1, firm|staff) {
			s[Body] += fair // "a lawyer for Berens"
		}
	case "at":
		if r.is(k-1, firm|staff) || n.size() == 1 && r.is(k-1, roles) && !r.is(n.first, placeLast) {
			s[Body] += fair // "an analyst at Berens"
		}
		if r.is(k-1, aRole|roles) && r.givenName(n.first) && !r.is(n.end-1, placeLast) {
			s[Body] += strong + fair // "analysts at Morgan Berens"
		}
	case "in":
		if homes.Has(r.d.Low(k-1)) && n.size() == 1 && n.e == nil && !n.honor {
			s[Place] += 2 * strong // "at his home in Karen"
		}
		if r.is(k-1, invested) {
			s[Body] += strong // "shares in Belmar"
		}
	}
}

// behind is the evidence of the words behind n.
func (r *runner) behind(n *run) {
	s, k := &n.scores, n.end
	if k >= r.end {
		return
	}
	if n.e == nil && (n.size() <= 2 && r.beforeState(n) || r.dateline(n)) {
		s[Place] += strong
	}
	if n.e == nil && n.size() <= 3 && k+1 < r.end && r.d.Low(k) == "," && r.postal(k+1, k+2) {
		s[Place] += strong + strong // "Alpharetta, GA"
	}
	if n.size() == 1 && r.decides(k) {
		s[Thing] -= fair // "Watersons has offered to help"
		s[Body] += slight
		s[Place] -= slight
	}
	if n.e == nil && n.size() == 1 && !n.honor && r.d.Is(k, token.Upper) && r.is(k, noName) && k+1 < r.end && r.d.Is(k+1, token.Capital) {
		s[Person] -= strong // "Green MP Ada Brenn"
	}
	if n.e == nil && n.size() == 1 && r.d.Low(n.first) == "green" && r.is(k, aRole) && !r.d.Is(k, token.Capital) && k+1 < r.end && r.d.Is(k+1, token.Letter|token.Capital) {
		s[Body] += certain // "Green councillor Ada Brenn"
		n.head = kindIndex(string(article.KindParty))
	}
	if n.e == nil && r.d.Is(k, token.Capital) && posts.Has(r.d.Low(k)) && !r.givenName(n.first) && r.employer(k-1) {
		s[Body] += fair // "Belmar Vice President Ada Brenn"
	}
	if n.e == nil && n.size() == 1 && !n.honor && regional.Has(r.d.Low(k)) && r.d.Is(k, token.Capital) && r.d.Low(k) != "president" && !r.is(n.first, ownClass|ordinary) && !r.givenName(n.first) {
		s[Place] += strong // "Vostan Governor Ada Brenn"
	}
	switch w := r.d.Low(k); {
	case w == "plc" && n.e == nil:
		s[Body] += certain // "Vantage plc"
		n.head = companyKind
	case r.club(n), r.team(n):
		s[Body] += certain
	case w == "(" && r.represents(n):
		s[Person] += certain // "ADA BRENN (Norland) said"
	case r.hyphened(k):
		s[Thing] += strong + strong // "a Brenn Prize-winner"
	case r.is(k, says):
		s[Person] += slight
		s[Body] += slight / 2
		if n.e == nil && n.size() == 1 && !n.honor && n.roleEnd == n.roleFirst && !r.givenName(n.first) && r.saysOfItself(k+1) {
			s[Body] += strong // "Salini said it would build"
			s[Person] -= fair
		}
	case w == "," && n.e == nil && k+2 < r.end && r.d.Low(k+1) == "owned" && r.d.Low(k+2) == "by":
		s[Body] += 2 * fair // "Kolm Rovers, owned by a banker"
	case w == "and" && n.e == nil && n.size() == 1 && k+2 < r.end && r.tags[k+1] == tag.CD && r.d.Low(k+2) == "others":
		s[Person] += strong // "Brenn and four others"
	case w == "who" || w == "whose" || w == "," && k+1 < r.end && r.d.Low(k+1) == "who":
		s[Person] += fair
	case w == "," && k+1 < r.end && r.d.Low(k+1) == "where" && n.e == nil:
		s[Place] += strong
	case n.e == nil && r.is(k, area|tract) && !r.d.Is(k, token.Capital) && !r.is(k, aHead):
		s[Place] += strong // "Vostan province"
	case w == "," && k+1 < r.end && r.tags[k+1] == tag.CD && r.d.Tokens[k+1].End-r.d.Tokens[k+1].Start == 2:
		s[Person] += fair // "Ada Brenn, 45,"
	case w == "," && n.e == nil && r.described(k+1, alone):
		s[Body] += 2 * fair // "Belmar, a shipping group"
		if n.size() > 1 {
			s[Body] += 2 * fair // also "Mill Meadow, a newspaper"
		}
	case w == "," && n.size() > 1 && r.described(k+1, aRole):
		s[Person] += fair // "Wei Zhang, an analyst"
	case w == "(" && k+2 < r.end && r.d.Is(k+1, token.Upper) && n.size() > 1:
		s[Body] += fair
	case w == "party" && n.e == nil && n.first > r.first && !r.tags[n.first-1].Noun() && n.size() > 1 && !r.givenName(n.first):
		s[Body] += strong + strong // "the National Union party"
		n.head = kindIndex(string(article.KindParty))
	case w == "party" && n.e == nil && n.size() == 1 && !r.is(n.first, ordinary|ownClass|entryFirst|demonym|calendar) && !r.givenName(n.first) && r.partyOf(n):
		s[Body] += strong // "his Svobodna party"
		n.head = kindIndex(string(article.KindParty))
	case airs.Has(w) && n.e == nil && !r.is(n.end-1, ordinary|ownClass|entryFirst) && !r.d.Is(n.end-1, token.Hyphen) && !r.givenName(n.first) && r.quotedBy(n):
		s[Body] += strong // "told Norvia television"
		n.head = mediaKind
	case w == "agency" && n.e == nil && n.first > r.first && r.d.Low(n.first-1) == "the":
		s[Body] += strong // "the Norwire agency"
		if n.head == 0 && r.wire(n) {
			n.head = mediaKind
		}
	case n.e == nil && n.size() == 1 && r.d.Is(n.first, token.Upper) && r.tags[k] == tag.CD && r.d.Is(k, token.Digit) && n.first > r.first && r.d.Low(n.first-1) == "the":
		s[Thing] += strong // "the FTSE 250"
	case n.e == nil && n.size() == 2 && (r.givenName(n.first) || r.is(n.end-1, generation)) && machines.Has(r.d.Low(k)) && r.tags[k] == tag.NN:
		s[Thing] += strong + fair // "the Hazel Hen supercomputer"
	case r.is(k, firm|staff) && !r.d.Is(k, token.Capital) && n.e == nil:
		s[Body] += fair // "Belmar shares", "Rovers manager"
		if n.size() > 1 && k+1 < r.end && r.d.Is(k+1, token.Letter|token.Capital) && !r.givenName(n.first) {
			s[Body] += strong // "Torvik Glory captain Tom Kolm"
		}
	case r.is(k, thingLast) && n.e == nil && n.size() == 1 && r.d.Is(n.first, token.Upper) && !r.d.Is(k, token.Capital):
		s[Thing] += strong // "the ICI system"
	case r.tags[k] == tag.POS:
		r.owner(n, k+1)
	case r.tags[k] == tag.VBD && n.size() == 1 && n.e == nil && !r.d.Is(n.first, token.Upper):
		s[Person] += slight // "Hamm shot back"
	}
}

// saysOfItself reports "it" at token i, and what only somebody will do or has done: "it would build", "it had sold".
//
// Counter-example: "it would rain", "it would take years", "it was late".
func (r *runner) saysOfItself(i int) bool {
	if i+2 >= r.end || r.d.Low(i) != "it" {
		return false
	}
	k := i + 1
	if r.tags[k] != tag.MD && r.d.Low(k) != "had" && r.d.Low(k) != "has" && r.d.Low(k) != "was" && r.d.Low(k) != "is" {
		return r.is(k, says|decide) && r.tags[k].Finite()
	}
	for k++; k < r.end && (r.tags[k] == tag.RB || r.d.Low(k) == "have"); k++ {
	}
	if k >= r.end || !r.tags[k].Verb() || weather.Has(r.d.Low(k)) {
		return false
	}
	if w := r.d.Low(i + 1); w == "was" || w == "is" {
		return r.tags[k] == tag.VBG || Minded(r.d.Low(k))
	}
	return true
}

// weather are the verbs that "it" is the subject of where nobody acts.
var weather = lexicon.WordsOf(
	"be", "been", "rain", "rained", "snow", "snowed", "take", "taken", "become", "seem", "seemed", "appear", "appeared", "happen", "happened",
	"mean", "meant", "help", "helped", "make", "made", "cost", "depend", "come", "go", "gone", "work", "matter", "hurt", "end", "require", "remain",
	"getting", "being", "going", "raining", "snowing", "becoming", "happening", "coming", "depends", "get", "turn", "turned", "emerge", "emerged",
)

// airs are nouns for what sends or prints, behind its name.
var airs = lexicon.WordsOf("television", "tv", "radio", "newspaper", "daily", "magazine", "tabloid")

// quotedBy reports that what is said is told to n or by n: "told Norvia television", "was quoted
// by the Norvia newspaper".
//
// Counter-example: "bought a Norvia television".
func (r *runner) quotedBy(n *run) bool {
	k := n.first - 1
	if k > r.first && r.d.Low(k) == "the" {
		k--
	}
	if k < r.first {
		return n.end+1 < r.end && r.is(n.end+1, says)
	}
	switch r.d.Low(k) {
	case "told", "by", "to", "on", "with":
		return true
	}
	return n.end+1 < r.end && r.is(n.end+1, says)
}

// partyOf reports whose party the single word n names: "his Svobodna party", "Brenn's Svobodna
// party".
//
// Counter-example: "the Kolm party", who went with Kolm.
func (r *runner) partyOf(n *run) bool {
	k := n.first - 1
	return k >= r.first && (r.tags[k] == tag.PRPS || r.tags[k] == tag.POS)
}

// callsPerson reports that n is a single word that a person named before is known as, whose "as" is token k: "Abdel Brenn,
// known as Hemra,".
//
// Counter-example: "a gang known as Hemra", "Kolm Bay, known as Hemra".
func (r *runner) callsPerson(n *run, k int) bool {
	if n.e != nil || n.size() > 2 || k-3 < r.first {
		return false
	}
	if r.d.Low(k) == "nicknamed" && r.tags[k-1].Noun() && r.is(k-1, aRole) {
		return true // "a former officer nicknamed Barbek"
	}
	if r.d.Low(k) == "nicknamed" {
		k++
	} else if r.d.Low(k) != "as" || r.d.Low(k-1) != "known" {
		return false
	}
	for k -= 2; k > r.first && (r.tags[k] == tag.RB || r.tags[k] == tag.RBR || r.tags[k] == tag.JJR); k-- {
	}
	if k <= r.first+1 || r.tags[k] != tag.PunctComma || !r.d.Is(k-1, token.Letter|token.Capital) || r.bodyWord(k-1) {
		return false
	}
	for f := k - 1; f >= max(r.first, k-4) && r.d.Is(f, token.Capital); f-- {
		if r.givenName(f) && f < k-1 || r.is(f, honorific) {
			return true
		}
	}
	return false
}

// sideOf reports at token k a noun for a team, a shipping line or an institute right before its name, behind an adjective of
// nationality or a noun for what it does: "Belgian side | Oostende", "the Polish line | Kolmsteam", "think tank | Anif".
//
// Counter-example: "the south side Kolm Street", "a long line Brenn saw".
func (r *runner) sideOf(k int) bool {
	if k <= r.first || r.d.Is(k, token.Capital) {
		return false
	}
	switch r.d.Low(k) {
	case "side", "outfit", "minnows", "champions":
		return r.is(k-1, demonym) && r.d.Is(k-1, token.Capital)
	case "line", "yard":
		return r.is(k-1, demonym) && r.d.Is(k-1, token.Capital) || r.d.Low(k-1) == "shipping" || r.d.Low(k-1) == "cruise" || r.d.Low(k-1) == "ferry"
	case "tank":
		return r.d.Low(k-1) == "think"
	}
	return false
}

// shipNamed reports that n is the name of a ship that bears a title, behind a noun for one: "the ferry, the Lady Marit".
//
// Counter-example: "the mayor, the Lady Marit".
func (r *runner) shipNamed(n *run) bool {
	k := n.first - 1
	for n.honor && k > r.first && r.is(k, honorific|aRole) && r.d.Is(k, token.Capital) {
		k--
	}
	if k <= r.first+1 || r.d.Low(k) != "the" {
		return false
	}
	if k--; r.tags[k] == tag.PunctComma {
		k--
	}
	return vessels.Has(r.d.Low(k)) && !r.d.Is(k, token.Capital)
}

// vessels are nouns for what has a name as a person has.
var vessels = lexicon.WordsOf(
	"ferry", "ship", "vessel", "tanker", "yacht", "trawler", "lifeboat", "boat", "freighter", "liner", "tug", "barge", "steamer", "schooner", "paddle-steamer", "cutter", "frigate", "destroyer", "submarine", "carrier", "locomotive", "horse", "mare",
)

// machines are nouns for what bears a name as a person does.
var machines = lexicon.WordsOf(
	"supercomputer", "telescope", "satellite", "spacecraft", "rover", "submarine", "ferry", "tanker", "yacht", "trawler",
	"lifeboat", "mission", "capsule", "probe", "rocket", "flight", "cyclone", "hurricane", "typhoon", "storm",
)

// goesOn reports that at token i a sentence goes on behind a whole noun phrase, or ends.
func (r *runner) goesOn(i int) bool {
	if i >= r.end {
		return true
	}
	switch t := r.tags[i]; t {
	case tag.MD, tag.IN, tag.TO, tag.PunctEnd:
		return true
	default:
		return t.Finite()
	}
}

// wire reports an agency that sends news: its name says so, or others have what it tells
// ("according to the Belmar agency"), or tell it ("told the Belmar agency").
//
// Counter-example: "the Frontex agency said".
func (r *runner) wire(n *run) bool {
	for _, end := range wires {
		if strings.HasSuffix(r.d.Low(n.end-1), end) {
			return true
		}
	}
	if k := n.end + 1; k < r.end && (r.d.Low(k) == "reported" || r.d.Low(k) == "reports" || r.d.Low(k) == "quoted" || r.d.Low(k) == "cited") {
		return true
	}
	k := n.first - 2
	return k >= r.first && (r.d.Low(k) == "told" || r.d.Low(k) == "to" && k > r.first && r.d.Low(k-1) == "according")
}

// wires are the endings of news agencies' names.
var wires = [...]string{"wire", "press", "news", "fax"}

// decides reports a verb at token k, auxiliaries before it, for what only somebody
// does who decides.
func (r *runner) decides(k int) bool {
	for k < r.end && (r.tags[k] == tag.MD || r.tags[k] == tag.RB || auxiliaries.Has(r.d.Low(k))) {
		k++
	}
	return k < r.end && r.tags[k].Verb() && r.is(k, decide)
}

var auxiliaries = lexicon.WordsOf("has", "have", "had")

// owner is the evidence of what the name n owns, from token i on: a body has
// shares, a state a parliament.
func (r *runner) owner(n *run, i int) {
	for k := i; k < min(r.end, i+3) && !r.d.Is(k, token.Capital); k++ {
		switch {
		case r.is(k, firm), r.d.Low(k) == "chief" && k+1 < r.end && r.d.Low(k+1) == "executive":
			n.scores[Body] += strong
			return
		case r.is(k, stately):
			if n.e == nil && n.size() == 1 && r.d.Is(n.first, token.Upper) {
				n.scores[Body] += strong // "the NDU's president"
			} else if n.e != nil || n.size() > 1 || !r.givenName(n.first) || n.scores[Person] < n.scores[Place] { // but "Ada's people"
				n.scores[Place] += strong
			}
			return
		case r.word(k).role == kin:
			n.scores[Person] += strong
			return
		case !r.tags[k].Noun() && r.tags[k] != tag.JJ && r.tags[k] != tag.JJS && r.tags[k] != tag.CD && r.tags[k] != tag.VBN:
			return
		}
	}
}
