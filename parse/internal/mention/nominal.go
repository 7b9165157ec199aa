package mention

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// nominals writes a mention for every phrase, and every possessor inside one,
// whose head is a noun for people or a body, not part of a name.
func (f *finder) nominals() {
	for p := range f.set.Phrases {
		ph := &f.set.Phrases[p]
		if ph.Pronoun {
			continue
		}
		from := int(ph.First)
		for i := from + 1; i < int(ph.End); i++ {
			if f.tags[i] != tag.POS || !f.tags[i-1].Noun() || f.is(i-1, roles) && f.orgWord(int(ph.Head)) {
				continue // "the dockers' union" is one body
			}
			if n, ok := f.noun(i - 1); ok {
				f.nominal(from, i, i, n)
			}
		}
		if n, ok := f.noun(int(ph.Head)); ok {
			f.nominal(from, int(ph.End), f.reach(ph), n)
		}
	}
}

// inTitle reports that the noun at head, which "and" follows, is part of the title of the name
// behind: "local MP and churchwarden Ada Brenn".
func (f *finder) inTitle(head int) bool {
	const words = 7
	for k := head + 2; k < min(f.end, head+2+words); k++ {
		if at := f.nameAt[k]; at > 0 {
			m := &f.set.Mentions[at-1]
			return int(m.RoleFirst) <= head && head < int(m.RoleEnd)
		}
	}
	return false
}

// reach is the end of a nominal with the names that hang on it ("envoy to the
// UN"), as far as they are short and part of what it is called.
func (f *finder) reach(p *Phrase) int {
	if p.FullEnd == p.End || f.tags[p.FullEnd-1] == tag.RRB && f.is(int(p.Head), roles|people) {
		return int(p.End) // also "refugees (UNHCR)"
	}
	if p.FullEnd-p.End > 7 {
		if at := f.nameAt[p.FullEnd-1]; at > 0 && f.set.Mentions[at-1].First <= p.End+2 && f.set.Mentions[at-1].End == p.FullEnd {
			return int(p.FullEnd) // one long name: "for the Department of Energy, Trade and Science"
		}
		return int(p.End)
	}
	for i := p.End; i < p.FullEnd; i++ {
		if f.d.Is(int(i), token.Capital) || f.d.Low(int(i)) == "of" && i == p.End {
			return int(p.FullEnd)
		}
	}
	return int(p.End)
}

// noun is a noun at token head, and what the tables say of it.
type noun struct {
	word
	head int
	low  string // the word that counts: of "vice-president" the last
}

// guarded is what stands before a guard that is a body: "the coast guard".
//
// Counter-example: "a prison guard", "a border guard".
var guarded = lexicon.WordsOf("coast", "national", "presidential", "republican", "civil")

// sentOut is what stands before a mission that is a body, and housed before a house that is a firm or a chamber.
//
// Counter-example: "a rescue mission", "the country house".
var (
	sentOut = lexicon.WordsOf("observer", "observers", "monitoring", "peacekeeping", "fact-finding", "stabilisation", "stabilization", "assistance", "verification")
	housed  = lexicon.WordsOf("equity", "fashion", "auction", "publishing", "brokerage", "upper", "lower", "trading", "investment")
)

// plays are words for who plays for a state, or where, behind its name: "the Norway international", "the Japan forward".
var plays = lexicon.WordsOf("international", "forward", "keeper", "centre", "center", "lock", "prop", "flanker", "hooker", "wing", "back-rower", "opener", "quick", "second-row", "tail-ender")

// airing is what stands before a broadcaster that is a body, and goods before such a producer.
//
// Counter-example: "a veteran broadcaster", "a film producer".
var (
	airing = lexicon.WordsOf("state", "public", "national", "state-run", "state-owned", "private", "satellite", "commercial", "official", "pan-arab", "television", "regional")
	goods  = lexicon.WordsOf("oil", "gas", "steel", "coal", "gold", "copper", "iron", "aluminium", "aluminum", "nickel", "lithium", "uranium", "diamond", "palladium", "chip", "power", "energy", "shale", "car", "food", "drug", "chemicals", "cement", "fertiliser", "fertilizer", "battery", "potash", "cocoa", "palm", "sugar", "milk", "beef", "salmon")
)

// canAct are the flags of nouns for people and bodies.
const canAct = aRole | roles | people | sides | aHead | alone

// noun is the noun at token head; ok false for one that can be nobody, as most are.
func (f *finder) noun(head int) (n noun, ok bool) {
	if f.taken(head) || len(f.bills) > 0 && f.inAct(head) {
		return n, false
	}
	n = noun{word: *f.word(head), head: head, low: f.d.Low(head)}
	if f.d.Is(head, token.Hyphen) {
		w := afterHyphen(n.low)
		if w == "elect" || w == "designate" {
			w = n.low[:len(n.low)-len(w)-1] // "the president-elect"
		}
		if len(w) < len(n.low) && n.word.is&(aHead|aRole) == 0 { // but "a spin-out"
			n.low, n.word = w, f.known.words[f.known.number(w)]
		}
	}
	if n.low == "guard" && head > 0 && guarded.Has(f.d.Low(head-1)) {
		n.word = f.known.words[f.known.number("coast-guard")] // the body, not one of its guards
	}
	if n.low == "giant" && head > 0 && (f.tags[head-1] == tag.NN || f.tags[head-1] == tag.NNS) && head > f.first {
		n.word = f.known.words[f.known.number("firm")] // "the electronics giant"
	}
	if n.low == "mission" && head > 0 && (sentOut.Has(f.d.Low(head-1)) || f.d.Is(head-1, token.Hyphen) && (strings.HasSuffix(f.d.Low(head-1), "-backed") || strings.HasSuffix(f.d.Low(head-1), "-led"))) {
		n.word = f.known.words[f.known.number("delegation")] // "the EU's observer mission"
	}
	if head > 0 && plays.Has(n.low) && f.tags[head] != tag.JJ && !f.d.Is(head, token.Capital) && f.d.Is(head-1, token.Capital) && f.taken(head-1) && f.is(head-1, entryFirst|demonym) {
		n.word = f.known.words[f.known.number("striker")] // "the Norway international"
	}
	if n.low == "house" && head > 0 && housed.Has(f.d.Low(head-1)) {
		n.word = f.known.words[f.known.number("firm")] // "the private equity house"
		if f.d.Low(head-1) == "upper" || f.d.Low(head-1) == "lower" {
			n.word = f.known.words[f.known.number("chamber")]
		}
	}
	if head > 0 && (n.low == "broadcaster" && airing.Has(f.d.Low(head-1)) || n.low == "producer" && goods.Has(f.d.Low(head-1))) {
		n.word.is &^= aRole // "the state broadcaster", "the oil producer": a body
	}
	return n, n.is&(canAct|area) != 0 || n.low == "old" || n.low == "country" || n.low == "nation" || n.low == "kingdom"
}

// nominal writes the mention [first, end) with noun n as its head, widened to full,
// if the noun can act there.
func (f *finder) nominal(first, end, full int, n noun) {
	head, x := n.head, n.word
	f.enter(head)
	if f.d.Is(head, token.Capital) && head != f.sentenceFirst(head) && !f.hyphened(head) && (f.partOfTitle(head) || !f.office(head)) {
		return
	}
	if at := f.nameAt[first]; at > 0 && f.set.Mentions[at-1].End <= int32(head) {
		first = int(min(int32(first), f.set.Mentions[at-1].First)) // "University of Torvik | students"
	}
	if f.none(head, x) || f.quality(head) || f.likened(first, head) || head+2 < f.end && f.d.Low(head+1) == "and" && f.inTitle(head) {
		return
	}
	m := Mention{First: int32(first), End: int32(full), Head: int32(head), Type: article.MentionNominal, Rule: "nominal"}
	if n.low == "country" || n.low == "nation" || n.low == "kingdom" {
		if f.land(first, head) {
			m.End, m.Kind, m.Rule = int32(end), article.KindCountry, "named-head"
			m.Country = f.countryBetween(first, head)
			f.add(m)
		}
		return
	}
	if x.is&canAct == 0 && x.is&area != 0 {
		if f.authority(first, head) {
			m.End, m.Kind = int32(head+1), article.KindGovernmentBody
			f.add(m)
		}
		return
	}
	plural := f.tags[head] == tag.NNS || f.tags[head] == tag.NNPS
	if n.low == "old" && f.aged(&m, first, head) {
		f.add(m)
		return
	}
	switch {
	case n.low == "justice" && f.abstractJustice(first, head):
		return
	case n.low == "side":
		if m.Country = f.countryBetween(first, head); m.Country == "" || !f.speaksUp(head+1) {
			return
		}
		m.End, m.Type, m.Kind, m.Rule = int32(head+1), article.MentionMetonym, article.KindGovernment, "side"
		f.add(m)
		return
	case x.is&(aRole|roles) != 0 && (x.is&people == 0 || plural):
		f.role(&m, first, head, plural || x.is&roles != 0 && f.tags[head].Noun(), x)
	case x.is&people != 0, x.is&sides != 0 && f.paired(first, head):
		m.Kind, m.Plural = article.KindGroup, true
	default:
		if x.is&(aHead|alone) == aHead && (f.takesUp(first, head) || x.head != companyKind && f.renames(head)) {
			m.Rule = "named-head"
			f.headed()
			f.headAt(head, int32(first))
		} else if x.is&alone == 0 || f.tags[head].Verb() || x.is&withThe != 0 && !f.subject(head+1) && !f.determined(first, head, x.is&own != 0) {
			return
		}
		if m.Kind = headKinds[x.head]; m.Kind == article.KindMedia && f.otherMedium(first, head) {
			return
		}
		if head > first {
			m.Kind = qualified(m.Kind, f.d.Low(head-1), f.d.Low(head))
		}
		m.Plural = plural
		if plural && m.Kind == article.KindParty && f.sidesAt(first, head) {
			m.Kind = article.KindGroup
		}
		if f.governmentOf(&m) {
			f.add(m)
			return
		}
		if full > head+4 || head+1 >= f.end || f.d.Low(head+1) != "of" {
			m.End = int32(end)
		}
	}
	m.Country = f.countryBetween(first, head)
	f.stateBody(&m, end)
	f.calledBody(&m, end)
	f.add(m)
}

// otherMedium reports a network, channel, station or paper that sends or prints nothing: the
// noun before it says of what it is. What is owned or has a capital stays one.
//
// Example: "the bus network", "a white paper". Counter-example: "the television network",
// "the paper".
func (f *finder) otherMedium(first, head int) bool {
	if !carriers.Has(f.d.Low(head)) || head == first {
		return false
	}
	k := head - 1
	if t := f.tags[k]; f.taken(k) || f.d.Is(k, token.Capital|token.Hyphen) || f.is(k, aRole|roles|people) || !t.Noun() && t != tag.JJ && t != tag.VBG {
		return false
	}
	return f.tags[k] != tag.JJ && !mediums.Has(f.d.Low(k)) || things.Has(f.d.Low(k))
}

// carriers are the nouns for media that mean other things too, mediums what stands before
// them if they are media, things the adjectives if they are none.
var (
	carriers = lexicon.WordsOf("network", "channel", "station", "paper", "portal", "press")
	mediums  = lexicon.WordsOf(
		"tv", "television", "news", "radio", "cable", "satellite",
		"broadcast", "broadcasting", "broadcaster", "state", "government",
		"business", "sports", "music", "media", "opposition", "community",
		"campus", "student", "sunday", "morning", "evening", "home",
		"hometown", "city", "tabloid", "world", "trade", "party",
		"internet", "web", "video", "talk", "weekend", "quality",
		"gossip", "entertainment", "shopping", "finance", "streaming",
	)
	things = lexicon.WordsOf(
		"white", "blank", "academic", "electrical", "electric", "criminal",
		"medical", "neural", "mobile", "clandestine", "electoral", "green",
	)
)

// sidesAt reports "the parties", "both parties": those who deal with each other.
//
// Counter-example: "the two main parties", "opposition parties".
func (f *finder) sidesAt(first, head int) bool {
	if first > f.first && f.d.Low(first-1) == "both" && (head == first || head == first+1 && participles.Has(f.d.Low(first))) {
		return true
	}
	switch f.d.Low(first) {
	case "the", "both", "all":
		return head == first+1 || head == first+2 && participles.Has(f.d.Low(head-1))
	}
	return false
}

var participles = lexicon.WordsOf("warring", "rival", "concerned", "interested", "conflicting")

// qualified is the kind of a body whose noun says otherwise with the word before it.
func qualified(kind article.ActorKind, before, noun string) article.ActorKind {
	switch {
	case kind == article.KindCompany && before == "central":
		return article.KindGovernmentBody // "the central bank"
	case kind == article.KindArmedGroup && (noun != "brigades" && before[0] >= '0' && before[0] <= '9' || before == "army" || before == "armoured"):
		return article.KindArmedForce // "the 25th Brigade"
	case noun == "committee" && (before == "action" || before == "host" || before == "organising" || before == "organizing" || before == "strike"):
		return article.KindOrganization
	case noun == "agency" && before == "news":
		return article.KindMedia // "the news agency"
	case noun == "agency" && tradeAgencies.Has(before):
		return article.KindCompany // "the rating agency"
	}
	return kind
}

// tradeAgencies are what agencies that are firms deal in.
var tradeAgencies = lexicon.WordsOf(
	"credit", "rating", "ratings", "travel", "advertising", "ad",
	"marketing", "modelling", "modeling", "recruitment", "estate",
	"temping", "staffing", "dating", "letting",
)

// calledBody turns "the Azimio Mpya coalition" and "the 25th Brigade" into
// names: words with capitals that are no name by themselves, or a number, before
// a noun that such words tell apart.
//
// Example: "the Forward Norland alliance". Counter-example: "the Norland team",
// "a Christmas party".
func (f *finder) calledBody(m *Mention, end int) {
	h := int(m.Head)
	from := int(m.First)
	if f.d.Low(from) == "the" || f.tags[from] == tag.PRPS {
		from++ // also "his Forward Norland coalition"
	} else if !f.d.Is(from, token.Capital) || from == f.first {
		return
	}
	if m.Plural || m.Type != article.MentionNominal || end != h+1 || !f.is(h, called) {
		return
	}
	k := h
	for k-1 >= from && f.d.Is(k-1, token.Capital|token.Letter) && !f.taken(k-1) && !f.is(k-1, calendar|noName|demonym|aRole) && !f.d.Is(k-1, token.Hyphen) {
		k--
	}
	switch {
	case k < h && (f.d.Is(h, token.Capital) || f.tags[k].Proper() || h-k > 1):
	case k == h && h-1 >= from && f.d.Is(h, token.Capital) && f.d.Is(h-1, token.Digit|token.Letter):
		k = h - 1
		if m.Kind == article.KindGovernmentBody {
			m.Kind = article.KindArmedForce // "the 25th Brigade"
		}
	default:
		return
	}
	m.First, m.End, m.Type, m.Rule = int32(k), int32(h+1), article.MentionName, "called-body"
}

// renames reports that the phrase with the given head stands beside a name that it
// describes: "a peacekeeping mission, UNNOR,".
func (f *finder) renames(head int) bool {
	p := f.set.phraseAt[head]
	if p < 0 || int(f.set.Phrases[p].Head) != head {
		return false
	}
	if q := f.set.Phrases[p].Apposition; q >= 0 && f.nameAt[f.set.Phrases[q].Head] > 0 {
		return true
	}
	for q := p - 1; q >= max(0, p-3); q-- {
		if f.set.Phrases[q].Apposition == p && f.nameAt[f.set.Phrases[q].Head] > 0 {
			return true
		}
	}
	return false
}

// takesUp reports "the" and a noun that only names of bodies end in, where such a
// name stands before it: "the trust" behind "the Kolm Trust".
//
// Counter-example: "the trust" where no body bears the word.
func (f *finder) takesUp(first, head int) bool {
	if first+1 != head || f.d.Low(first) != "the" || f.tags[head] != tag.NN && !(f.tags[head] == tag.NNP && f.d.Is(head, token.Capital) && !f.d.Is(head, token.Upper)) {
		return false
	}
	at, known := f.headed()[f.lexed.ids[head]]
	return known && at < int32(head)
}

// headed is where the first body stands whose name a word heads, by its number.
func (f *finder) headed() map[uint16]int32 {
	if f.heads != nil {
		return f.heads
	}
	f.heads = map[uint16]int32{}
	for i := range f.set.Mentions {
		if x := &f.set.Mentions[i]; x.Type == article.MentionName && x.End-x.First > 1 && x.Kind != article.KindPerson && x.Kind != article.KindPlace {
			f.headAt(int(x.Head), x.First)
		}
	}
	return f.heads
}

// headAt notes that a body stands at token first which the noun at head heads.
func (f *finder) headAt(head int, first int32) {
	if _, known := f.heads[f.lexed.ids[head]]; !known {
		f.heads[f.lexed.ids[head]] = first
	}
}

// paired reports "both sides", "the two sides", "warring sides".
func (f *finder) paired(first, head int) bool {
	for i := first; i < head; i++ {
		if f.tags[i] == tag.CD || f.d.Low(i) == "both" || f.d.Low(i) == "all" || f.is(i, participle) {
			return true
		}
	}
	return false
}

// speaksUp reports a verb of talks at token i, which makes "the Norwegian side" a state's,
// and no team.
func (f *finder) speaksUp(i int) bool {
	for i < f.end && (f.tags[i] == tag.RB || f.tags[i] == tag.VBZ && f.d.Low(i) == "has") {
		i++
	}
	return i < f.end && f.tags[i].Verb() && atTalks.Has(f.d.Low(i))
}

// atTalks are the verbs for what a side does at talks.
var atTalks = lexicon.WordsOf(
	"said", "says", "stressed", "stresses", "reaffirmed", "reaffirms", "expressed", "expresses", "reiterated", "emphasized",
	"emphasised", "noted", "notes", "confirmed", "confirms", "informed", "proposed", "proposes", "thanked", "welcomed",
	"welcomes", "condemned", "condemns", "agreed", "agrees", "briefed", "outlined", "underlined", "highlighted",
	"appreciated", "voiced", "assured", "urged", "urges", "insisted", "insists", "denied", "denies", "rejected", "rejects",
	"accused", "believes", "considers", "hopes", "intends", "refused", "refuses", "demanded", "demands", "requested",
	"supports", "supported", "opposes", "opposed", "warned", "warns", "protested", "promised", "pledged", "offered",
)

// determined reports a possessor in [first, head), or a definite determiner if
// that is enough.
func (f *finder) determined(first, head int, owned bool) bool {
	switch f.tags[first] {
	case tag.DT:
		if w := f.d.Low(first); !owned && w != "a" && w != "an" && w != "no" && first < head {
			return true
		}
		if f.d.Low(head) == "court" && head > first+1 && courts.Has(f.d.Low(head-1)) {
			return true // "a federal court"
		}
	case tag.PRPS:
		return true
	}
	return head > first && f.tags[head-1] == tag.POS
}

// courts are the words that tell which court one is.
var courts = lexicon.WordsOf(
	"federal", "appeals", "district", "high", "supreme", "state", "military",
	"regional", "lower", "local", "constitutional", "criminal", "county", "crown",
)

// stateBody turns "the Syrian government", "the Brenn administration" into a
// name: a body of power with the name of its state or head before it.
func (f *finder) stateBody(m *Mention, end int) {
	h := int(m.Head)
	if m.Plural || h == 0 || end != h+1 || manyOf.Has(f.d.Low(h)) || !f.taken(h-1) || !f.d.Is(h-1, token.Capital) {
		return
	}
	switch m.Kind {
	case article.KindGovernment, article.KindGovernmentBody, article.KindArmedForce:
		if o := &f.set.Mentions[f.nameAt[h-1]-1]; int(o.End) == h && o.First >= m.First {
			m.First, m.Type, m.Rule = o.First, article.MentionName, "state-body"
		}
	}
}

// manyOf are nouns for bodies of which a state has several: "the Irish watchdog" is not
// the name of one.
var manyOf = lexicon.WordsOf(
	"agency", "watchdog", "regulator", "court", "tribunal", "delegation",
	"commission", "committee", "council", "office", "authority",
	"department", "unit", "team", "body", "mission", "service",
)

// sides reports "the Vermont Democrat": somebody of a party, by the place.
//
// Counter-example: "the Iowa Republican caucuses".
func (f *finder) sides(head int) bool {
	return partisans.Has(f.d.Low(head)) && f.taken(head-1) && !(head+1 < f.end && contests.Has(f.d.Low(head+1)))
}

// contests are what parties hold.
var contests = lexicon.WordsOf(
	"caucus", "caucuses", "primary", "primaries", "party", "debate", "debates", "convention", "contest", "contests",
	"establishment", "electorate", "race", "field", "nomination", "front-runner", "state",
)

func (f *finder) sentenceFirst(i int) int {
	return int(f.d.Sentences[f.d.Tokens[i].Sentence].First)
}

func afterHyphen(w string) string {
	for i := len(w) - 1; i >= 0; i-- {
		if w[i] == '-' {
			return w[i+1:]
		}
	}
	return w
}

// aged makes m the person whom "the 45-year-old" means: an age with a definite
// article, and no noun behind it.
func (f *finder) aged(m *Mention, first, head int) bool {
	if first+1 != head || f.d.Low(first) != "the" || !f.d.Is(head, token.Digit) || f.tags[head] == tag.NNS {
		return false
	}
	m.End = int32(head + 1)
	m.Kind, m.Rule = article.KindPerson, "aged"
	return true
}
