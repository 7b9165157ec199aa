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

// Who holds an office that the text names without a name.

// holder links a title to the one person who holds it.
func (r *resolver) holder(m int) int {
	x := &r.ms[m]
	if g := r.formerly(m); g >= 0 {
		return g
	}
	// "the senator from Vostan" is that place's only
	if x.Type != article.MentionTitle || x.RoleEnd <= x.RoleFirst || !r.whole(m) || r.indefinite(m) || r.bare(m) || int(x.End) < len(r.tags) && r.d.Low(int(x.End)) == "from" {
		return -1
	}
	o := office{title: r.title(x.RoleFirst, x.RoleEnd), head: fullTitle(r.d.Low(int(x.RoleEnd) - 1)), field: r.fieldOf(x), country: x.Country, org: -1, at: m}
	if o.head == "head" && r.ofStateBehind(x) {
		return r.crowned(m)
	}
	if o.head == "diplomat" {
		if g := r.topDiplomat(m, &o); g >= 0 {
			return g
		}
	}
	a := r.affiliation(m)
	if a >= 0 {
		if y := &r.ms[a]; y.Kind == article.KindParty && y.End == x.RoleFirst && seated.Has(o.head) {
			a = -1 // "the Republican governor" is not the party's
		} else if y.Type == article.MentionAdjective && y.Country != "" && !governs.Has(o.head) {
			a = -1 // "the German captain" is the captain, who is German
		}
	}
	if a >= 0 {
		o.bound, o.org = true, r.of[a]
		if o.country == "" && r.ms[a].Type != article.MentionPronoun {
			o.country = r.ms[a].Country
		}
	}
	for _, fit := range [...]fit{exactly, byEnd, byRank, byWord} {
		g, several := r.holds(&o, fit)
		if several {
			if g = r.headOfState(m, &o); g < 0 {
				g = r.holderNear(m, &o, fit)
			}
		}
		if g >= 0 && !r.titledBlock(m) && int(r.groups[g].first) < m && r.groups[g].size == 1 && r.sentence(m) > r.sentence(int(r.groups[g].first)) && seatedHeads.Has(o.head) && o.title == o.head && r.index.quoted[r.groups[g].first] > 0 {
			if k := r.mainHolder(m, g, &o); k >= 0 {
				return k
			}
		}
		if g >= 0 && int(r.groups[g].first) > m && !r.titledBlock(m) {
			if k := r.namedBefore(m, &o); k >= 0 {
				return k
			}
		}
		if g < 0 && several || g >= 0 && (!r.genders(m, g) || r.longBefore(m, g) || r.othersOffice(m, g, &o) || r.othersState(m, g, &o) || r.smallPresident(m, g, &o)) {
			r.vain[m] = true
			return -1
		}
		if g >= 0 {
			return g
		}
	}
	if o.field != "" && r.otherField(&o) {
		r.bringIn(m) // "the Minister of Health" is not whoever is Minister of Trade
		return -1
	}
	return r.leaderNear(m, &o)
}

// othersOffice reports that mention m, a head of state by title alone, would name group g before
// the text does, who holds such an office of a body that is no state: "the president" is not
// the president of a bank or of the European Commission, named further on.
func (r *resolver) othersOffice(m, g int, o *office) bool {
	if o.bound || !crowns.Has(o.title) || int(r.groups[g].first) < m {
		return false
	}
	other := false
	for i := range r.groups[g].roles {
		n := &r.groups[g].roles[i]
		if n.words != o.title || n.status == "former" {
			continue
		}
		if n.org < 0 || r.of[n.org] < 0 || r.groups[r.of[n.org]].kind == article.KindCountry {
			return false
		}
		other = true
	}
	return other
}

// namedBefore is the one person named before mention m who holds office o, whatever goes before its noun, where only
// somebody named behind it holds it by the same words: "the judge" is U.S. District Judge Ada Brenn, not Judge Tom Kolm,
// who comes later. -1 if there is none or are several.
func (r *resolver) namedBefore(m int, o *office) int {
	found := -1
	if o.title != o.head || !seatedHeads.Has(o.head) {
		return -1
	}
	for k := m - 1; k >= 0; k-- {
		y, g := &r.ms[k], int(r.of[k])
		if g < 0 || g == found || !isName(y) || y.RoleEnd <= y.RoleFirst || y.RoleEnd > y.First || fullTitle(r.d.Low(int(y.RoleEnd)-1)) != o.head || !r.sits(y) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = g
	}
	return found
}

// mainHolder is the person, not group g, who holds office o too and whom the text names time and again, where g has only been
// spoken of by another; -1 if there is none.
func (r *resolver) mainHolder(m, g int, o *office) int {
	for k := m - 1; k >= 0; k-- {
		y, h := &r.ms[k], int(r.of[k])
		if h >= 0 && h != g && isName(y) && y.RoleEnd > y.RoleFirst && y.RoleEnd <= y.First && fullTitle(r.d.Low(int(y.RoleEnd)-1)) == o.head && r.groups[h].size > 2 && r.sits(y) {
			return h
		}
	}
	return -1
}

// seatedHeads are the offices that a report means one holder by.
var seatedHeads = lexicon.WordsOf("judge", "senator", "magistrate", "coroner", "justice", "governor", "mayor")

// othersState reports that mention m, an office of state without its state, stands in what the government or seat of
// another state says than that of person g: "No 10 said the prime minister" is not the Hungarian one.
func (r *resolver) othersState(m, g int, o *office) bool {
	if o.country != "" || o.bound || !crowns.Has(o.title) && !ministers.Has(o.head) || r.groups[g].country == "" {
		return false
	}
	s := r.reporter(m)
	if s < 0 || s == g {
		return false
	}
	k := r.groups[s].kind
	return (k == article.KindGovernment || k == article.KindGovernmentBody || k == article.KindCountry) && r.groups[s].country != "" && r.groups[s].country != r.groups[g].country
}

// smallPresident reports that mention m, "the president" without more, would take up the president of a body that is no
// state far behind the sentences that tell of them: by then it is the president of the state.
//
// Counter-example: "The union's president, Ada Brenn, left. The president …".
func (r *resolver) smallPresident(m, g int, o *office) bool {
	const near = 3 // sentences
	if o.title != "president" || o.bound || r.index.quoted[m] > 0 && r.reporter(m) == g {
		return false
	}
	small := false
	for i := range r.groups[g].roles {
		n := &r.groups[g].roles[i]
		if n.words != o.title || n.status == "former" {
			continue
		}
		if n.org < 0 || r.of[n.org] < 0 || !smallBodies[r.groups[r.of[n.org]].kind] {
			return false
		}
		small = true
	}
	if !small {
		return false
	}
	for k := m - 1; k >= 0 && r.sentence(m)-r.sentence(k) <= near; k-- {
		if int(r.of[k]) == g {
			return false
		}
	}
	return !r.topicPerson(g)
}

// smallBodies are the kinds of bodies whose presidents are no heads of state.
var smallBodies = map[article.ActorKind]bool{
	article.KindOrganization: true, article.KindCompany: true, article.KindNGO: true, article.KindMedia: true,
}

// topicPerson reports a person whom the headline or the lead names.
func (r *resolver) topicPerson(g int) bool {
	first := int(r.groups[g].first)
	return r.titledBlock(first) || r.paragraph(first) == 0
}

// headOfState is the one president of no body among those who hold office o, where mention m
// writes the title with a capital inside a sentence: "urged the President", not a union's; -1
// if m does not, or there is none or are several.
func (r *resolver) headOfState(m int, o *office) int {
	x := &r.ms[m]
	if o.title != "president" || o.bound || r.opens(m) || !r.d.Is(int(x.RoleFirst), token.Capital) {
		return -1
	}
	found := -1
	for _, k := range r.index.find(o.head).titled {
		for i := range r.groups[k].roles {
			n := &r.groups[k].roles[i]
			if n.words != o.title || n.status == "former" || n.org >= 0 && r.of[n.org] >= 0 && r.groups[r.of[n.org]].kind != article.KindCountry || found == int(k) {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = int(k)
		}
	}
	return found
}

// topDiplomat is the one foreign minister of the state that mention m tells of by "top diplomat", -1 if m does not, or the
// text names none or several.
//
// Example: "Iran's top diplomat". Counter-example: "a senior Iranian diplomat".
func (r *resolver) topDiplomat(m int, o *office) int {
	x := &r.ms[m]
	if w := r.d.Low(int(x.RoleEnd) - 2); x.RoleEnd < 2 || w != "top" && w != "chief" {
		return -1
	}
	state := o.country
	if a := r.affiliation(m); a >= 0 && state == "" {
		state = r.ms[a].Country
	}
	found := -1
	for _, head := range [...]string{"minister", "secretary", "state"} {
		for _, k := range r.index.find(head).titled {
			for i := range r.groups[k].roles {
				n := &r.groups[k].roles[i]
				if n.status == "former" || !diplomats.Has(n.words) || state != "" && n.country != state && r.groups[k].country != state || found == int(k) {
					continue
				}
				if found >= 0 {
					return -1
				}
				found = int(k)
			}
		}
	}
	return found
}

// diplomats are the offices of who speaks for a state abroad.
var diplomats = lexicon.WordsOf("foreign minister", "foreign secretary", "secretary of state", "minister of foreign affairs", "external affairs minister", "foreign affairs minister")

// ofStateBehind reports "of state" behind the title in mention x.
func (r *resolver) ofStateBehind(x *mention.Mention) bool {
	i := int(x.RoleEnd)
	return i+1 < len(r.tags) && r.d.Low(i) == "of" && r.d.Low(i+1) == "state"
}

// crowned is the one president or monarch of a state whom the sentences before mention m, "the head of state", tell of,
// -1 if there is none or are several.
func (r *resolver) crowned(m int) int {
	const near = 8 // sentences
	found := -1
	for k := m - 1; k >= 0 && r.sentence(m)-r.sentence(k) <= near; k-- {
		g := int(r.of[k])
		if g < 0 || g == found || r.groups[g].kind != article.KindPerson || r.groups[g].plural {
			continue
		}
		for i := range r.groups[g].roles {
			n := &r.groups[g].roles[i]
			if n.status == "former" || !crowns.Has(n.words) || n.words == "premier" || n.words == "chancellor" || n.org >= 0 && r.of[n.org] >= 0 && !powers[r.groups[r.of[n.org]].kind] {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = g
			break
		}
	}
	return found
}

// seated are the offices of those who are elected, which a party's name before them only
// tells the side of.
var seated = lexicon.WordsOf("governor", "mayor", "president", "minister", "sheriff", "attorney")

// longBefore reports a title at mention m, without "the" as in a headline, that would name
// group g long before the text does: a summary means whom the reader knows, and g may hold
// the office of another state.
func (r *resolver) longBefore(m, g int) bool {
	first := int(r.groups[g].first)
	return first > m && r.block(first)-r.block(m) > lead && int(r.ms[m].First) == int(r.ms[m].RoleFirst)
}

// lettersBehind is the person whose name stands before the letters of an office, in
// mention m of both: "Ada Brenn MP"; -1 if m is none such.
func (r *resolver) lettersBehind(m int) int {
	x := &r.ms[m]
	if x.Type != article.MentionTitle || x.Head != x.End-1 || !r.d.Is(int(x.Head), token.Upper) {
		return -1
	}
	const near = 2
	for o := max(0, m-near); o < min(len(r.ms), m+near+1); o++ {
		if y := &r.ms[o]; y.First >= x.First && y.End == x.Head && y.Kind == article.KindPerson && isName(y) {
			return int(r.of[o])
		}
	}
	return -1
}

// leaderNear is the one head of a state whose state is open among those whom the
// sentences right before mention m speak of, where m means the leader of a state and
// nobody is known as that: "the Norland leader" behind "President Ada Brenn".
func (r *resolver) leaderNear(m int, o *office) int {
	const near = 2 // sentences
	x := &r.ms[m]
	party := o.org >= 0 && r.groups[o.org].kind == article.KindParty
	if o.head != "leader" || o.title != "leader" && x.Country == "" || o.country == "" && !party || x.Plural {
		return -1
	}
	found := -1
	for k := m - 1; k >= 0 && r.sentence(m)-r.sentence(k) <= near; k-- {
		g := int(r.of[k])
		if g < 0 || g == found || !r.headsState(g) || !r.genders(m, g) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = g
	}
	return found
}

// headsState reports a person who is told to be a president, premier or monarch of a
// state that is not named.
func (r *resolver) headsState(g int) bool {
	x := &r.groups[g]
	if x.kind != article.KindPerson || !x.named || x.country != "" {
		return false
	}
	for i := range x.roles {
		n := &x.roles[i]
		if n.status != "former" && n.org < 0 && n.country == "" && (crowns.Has(n.words) || n.words == "prime minister") {
			return true
		}
	}
	return false
}

var crowns = lexicon.WordsOf("president", "premier", "chancellor", "king", "queen", "emir")

// formerly links "the former mayor" to the one person who is said to have been one
// before; -1 if mention m says nothing of the kind.
func (r *resolver) formerly(m int) int {
	x := &r.ms[m]
	if x.Plural || x.RoleEnd <= x.RoleFirst || r.d.Low(int(x.First)) != "the" || r.affiliation(m) >= 0 {
		return -1
	}
	first, status := r.status(x)
	if status != "former" {
		return -1
	}
	words, found := strings.TrimPrefix(r.title(first, x.RoleEnd), "ex-"), -1
	for _, g := range r.index.find(fullTitle(strings.TrimPrefix(r.d.Low(int(x.RoleEnd)-1), "ex-"))).titled {
		for i := range r.groups[g].roles {
			n := &r.groups[g].roles[i]
			if n.status != "former" || !strings.HasSuffix(n.words, words) || found == int(g) {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = int(g)
		}
	}
	return found
}

// holderNear is the one of several holders of office o whom the sentences right
// before mention m speak of; -1 if they speak of more than one, or of none.
func (r *resolver) holderNear(m int, o *office, by fit) int {
	const near = 2 // sentences
	found := -1
	for k := m - 1; k >= 0 && r.sentence(m)-r.sentence(k) <= near; k-- {
		g := int(r.of[k])
		if g < 0 || g == found || !r.inOffice(g, o, by) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = g
	}
	return found
}

// inOffice reports that group g holds office o.
func (r *resolver) inOffice(g int, o *office, by fit) bool {
	heads := [...]string{o.head}
	list := heads[:]
	switch by {
	case byRank:
		list = tops[o.head]
	case byWord:
		list = calling[o.head]
	}
	for i := range r.groups[g].roles {
		x := &r.groups[g].roles[i]
		if x.status != "former" && slices.Contains(list, x.head) && r.sameOffice(o, x, by) {
			return true
		}
	}
	return false
}

// bare reports a title without a determiner inside a sentence: an office that
// somebody wants or had ("ran for governor", "first lady and US senator").
func (r *resolver) bare(m int) bool {
	x := &r.ms[m]
	if r.opens(m) || r.titledBlock(m) || r.d.Is(int(x.RoleFirst), token.Capital) {
		return false
	}
	first := int(x.First)
	if r.tags[first] == tag.DT || r.tags[first] == tag.PRPS {
		return false
	}
	for i := first; i < int(x.RoleFirst); i++ {
		if r.tags[i] == tag.POS {
			return false
		}
	}
	return true
}

// whole reports that mention m heads its phrase or is a possessor in it ("the
// mayor's policy"), not a modifier.
func (r *resolver) whole(m int) bool {
	i := int(r.ms[m].End)
	return r.heads(m) || i < len(r.tags) && r.tags[i] == tag.POS
}

// office is what a title says: its words, and the body or state it belongs to.
type office struct {
	title, head string
	field       string // what a minister is for, in lower case, else ""
	country     article.Opt
	at          int   // the mention that tells it
	bound       bool  // the words name a body or state
	org         int32 // its group, -1 if open
}

// fit is how a title may match the one that a person holds.
type fit uint8

// holds is the one group that holds office o; several if there are more.
func (r *resolver) holds(o *office, by fit) (found int, several bool) {
	found = -1
	heads := [...]string{o.head}
	list := heads[:]
	switch by {
	case byRank:
		if list = tops[o.head]; !o.bound {
			return -1, false
		}
	case byWord:
		if list = calling[o.head]; o.title != o.head {
			return -1, false
		}
	}
	for _, head := range list {
		for _, k := range r.index.find(head).titled {
			g := int(k)
			for i := range r.groups[g].roles {
				x := &r.groups[g].roles[i]
				if x.head != head || x.status == "former" || !r.sameOffice(o, x, by) {
					continue
				}
				if by < byRank || head != "minister" || strings.HasSuffix(x.words, "prime minister") {
					if found >= 0 && found != g {
						return -1, true
					}
					found = g
				}
			}
		}
	}
	return found, false
}

// tops are the nouns that mean whoever stands first, and whom they can mean.
var tops = map[string][]string{
	"leader": {"president", "minister", "premier", "chancellor", "king", "emir", "chairman", "head", "chief", "leader", "chair"},
	"chief":  {"secretary-general", "head", "director", "president", "director-general", "chairman", "commissioner", "executive", "administrator", "boss", "chief", "ceo", "chairwoman", "leader"},
	"head":   {"secretary-general", "chief", "director", "president", "director-general", "chairman", "executive", "leader", "chairwoman", "ceo", "head"},
	"boss":   {"executive", "chief", "ceo", "manager", "president", "chairman", "head", "coach", "leader", "secretary-general"},
}

// calling are other nouns for who holds an office, and the offices.
var calling = map[string][]string{
	"congressman": {"representative"}, "congresswoman": {"representative"},
	"lawmaker": {"senator", "representative", "mp", "msp", "deputy", "congressman", "congresswoman"},
	"premier":  {"minister"},
	"diplomat": {"ambassador", "envoy"}, "envoy": {"ambassador"},
	"cleric":    {"ayatollah", "imam", "sheikh", "archbishop", "bishop"},
	"churchman": {"archbishop", "bishop", "cardinal"},
	"jurist":    {"judge"}, "justice": {"judge"}, "judge": {"justice"},
	"attorney": {"lawyer"}, "prosecutor": {"attorney"}, "lawyer": {"attorney", "barrister", "solicitor"},
	"academic": {"professor"}, "doctor": {"surgeon", "physician", "paediatrician", "pediatrician", "obstetrician", "psychiatrist", "cardiologist", "oncologist", "neurologist"}, "monarch": {"king", "queen"}, "pontiff": {"pope"},
	"detective": {"inspector", "detective", "superintendent", "sergeant"},
	"ceo":       {"executive"}, "executive": {"ceo"}, "commander": {"general", "colonel", "admiral", "brigadier-general", "major-general", "lieutenant-general", "rear-admiral", "vice-admiral"},
}

// sameOffice reports that the title of office o is that of role x. A title that
// names its body or state is of no other, and of none whose body is unknown
// unless the person is of that state.
func (r *resolver) sameOffice(o *office, x *role, by fit) bool {
	if o.country != "" && x.country != "" && x.country != o.country {
		return false
	}
	same := o.country != "" && x.country == o.country && !(by == byRank && o.org >= 0 && ownHead[r.groups[o.org].kind])
	if x.org >= 0 && o.org >= 0 {
		if k := int(x.org); r.of[k] < 0 && k < o.at && r.ms[k].Type == article.MentionPronoun {
			r.link(k, r.forms[k], r.third) // "its head, Ada Brenn"
		}
		if g := r.of[x.org]; g == o.org {
			same = true
		} else if g >= 0 && (!same || r.rivalsIn(g, o.org)) {
			return false
		}
	}
	if o.bound && !same {
		return false
	}
	if o.field != "" && x.field != "" && o.head == x.head {
		return by <= byEnd && sameField(o.field, x.field)
	}
	other := x.words
	if o.title == "minister" && chiefMinister(other) || under(other) && !under(o.title) && (o.title != "minister" || shadows(other)) {
		return false
	}
	switch by {
	case exactly:
		return other == o.title
	case byEnd:
		return strings.HasSuffix(other, o.title) || strings.HasSuffix(o.title, other) && (same || r.lighter(strings.TrimSuffix(o.title, " "+other), other)) || r.seatOf(o.title, x)
	case byWord:
		return o.head != "prosecutor" || !strings.HasPrefix(other, "defen") // no defence attorney
	}
	return same
}

// ownHead are the kinds of bodies whose head is not who heads their state: "the Gazprom chief".
var ownHead = map[article.ActorKind]bool{
	article.KindCompany: true, article.KindOrganization: true, article.KindNGO: true, article.KindMedia: true, article.KindIGO: true,
	article.KindParty: true, article.KindGovernmentBody: true, article.KindArmedGroup: true,
}

// rivalsIn reports that g and h, of one state, are two bodies or places of which nobody holds the same
// office: the governors of Ohio and Florida, the leaders of two parties. A minister may be told as of
// the state, its government or the ministry.
func (r *resolver) rivalsIn(g, h int32) bool {
	a, b := r.groups[g].kind, r.groups[h].kind
	if a == b {
		return a != article.KindGovernmentBody
	}
	return !powers[a] && !powers[b]
}

// powers are the kinds of those by which an office of state may be told.
var powers = map[article.ActorKind]bool{
	article.KindCountry: true, article.KindGovernment: true, article.KindGovernmentBody: true, article.KindArmedForce: true, article.KindPlace: true,
}

// lighter reports a word before a title that another mention of its holder may leave out.
func (r *resolver) lighter(word, title string) bool {
	return lightly.Has(word) || word == "presidential" && strings.HasPrefix(title, "spokes")
}

// lightly are the words before a title that another mention of its holder may leave out.
var lightly = lexicon.WordsOf(
	"special", "senior", "top", "veteran", "lead", "socialist", "leftist", "conservative", "liberal", "populist", "nationalist",
	"centrist", "hardline", "embattled", "outgoing", "left-wing", "right-wing", "far-right", "far-left", "centre-right", "centre-left",
	"islamist", "pro-european", "pro-western", "reformist", "authoritarian", "longtime", "long-time", "newly-elected",
)

// seatOf reports titles of one lawmaker, of which one or both tell the party or no more than
// that the seat is here: "the Labour MP" for the local MP. Of two parties they are of two.
func (r *resolver) seatOf(title string, x *role) bool {
	a, seat := cutParty(title)
	b, other := cutParty(x.words)
	if b == "" && x.first > 0 && leans.Has(r.d.Low(int(x.first)-1)) {
		b = r.d.Low(int(x.first) - 1)
	}
	if seat != other || !lawmakers.Has(seat) {
		return false
	}
	if x.org >= 0 && r.of[x.org] >= 0 && r.groups[r.of[x.org]].kind == article.KindParty {
		return a == "" || strings.Contains(r.lower(int(x.org)), a)
	}
	return a == "" || b == "" || a == b
}

var lawmakers = lexicon.WordsOf("mp", "msp", "senator", "congressman", "congresswoman", "councillor", "lawmaker")

// cutParty is the title without what seatOf passes over, and the party that it tells.
func cutParty(title string) (party, rest string) {
	word, rest, ok := strings.Cut(title, " ")
	switch {
	case !ok:
		return "", title
	case leans.Has(word):
		return word, rest
	case word == "local" || word == "veteran":
		return "", rest
	}
	return "", title
}

// under reports the title of who stands below or against the one whose office it ends in: "the
// chancellor" is not the shadow chancellor. A deputy minister is a minister.
func under(title string) bool {
	return shadows(title) || strings.HasPrefix(title, "deputy ") || strings.HasPrefix(title, "vice ")
}

func shadows(title string) bool { return strings.HasPrefix(title, "shadow ") }

// chiefMinister reports the title of a minister who stands over the others, and is not
// called "the minister".
func chiefMinister(title string) bool {
	return strings.HasSuffix(title, "prime minister") || strings.HasSuffix(title, "chief minister") || strings.HasSuffix(title, "first minister")
}
