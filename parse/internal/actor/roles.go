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

// takeRole notes the title that mention m gives its holder.
func (r *resolver) takeRole(m, g int) {
	x, to := &r.ms[m], &r.groups[g]
	if x.RoleEnd <= x.RoleFirst || to.kind != article.KindPerson {
		return
	}
	first, status := r.status(x)
	n := role{first: first, end: x.RoleEnd, org: -1, status: status, country: x.Country, head: fullTitle(r.d.Low(int(x.RoleEnd) - 1))}
	n.org = r.affiliation(m)
	if n.org < 0 {
		n.org = r.bodyOf(x)
	}
	if n.org < 0 && isName(x) && x.RoleEnd <= x.First {
		n.org = r.firmOf(m)
	}
	if n.org >= 0 && n.country == "" {
		n.country = r.ms[n.org].Country
	}
	if to.country == "" {
		to.country = n.country
	}
	if r.rule[m] == "role" {
		return // "the minister": what its holder is called already
	}
	n.words = r.title(n.first, n.end)
	r.addRole(g, n)
	if from, end := x.RoleEnd, r.rankEnd(x); end > from { // "army spokesman | Lt. Col. | Taras Kolm"
		rank := role{first: from, end: end, org: -1, status: "current", country: n.country, head: fullTitle(r.d.Low(int(end) - 1))}
		rank.words = r.title(from, end)
		r.addRole(g, rank)
	}
}

// firmOf is the one company that the sentence of mention m names before it, where the
// title of m is one that companies give: "Kolm AG will close, chief executive Ada Brenn
// said"; -1 if there is none or are several.
func (r *resolver) firmOf(m int) int32 {
	x := &r.ms[m]
	if !postsOf[r.title(x.RoleFirst, x.RoleEnd)] {
		return -1
	}
	found := int32(-1)
	for o := m - 1; o >= 0 && r.sentence(o) == r.sentence(m); o-- {
		y := &r.ms[o]
		if !isName(y) || y.Kind != article.KindCompany && y.Kind != article.KindOrganization || r.of[o] < 0 || found >= 0 && r.of[o] == r.of[found] {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = int32(o)
	}
	return found
}

// postsOf are the titles of those who run a company.
var postsOf = map[string]bool{
	"chief executive": true, "chief executive officer": true, "ceo": true, "chairman": true, "chairwoman": true,
	"managing director": true, "finance chief": true, "chief financial officer": true, "cfo": true,
	"finance director": true, "founder": true, "co-founder": true, "boss": true, "spokesman": true,
	"spokeswoman": true, "spokesperson": true, "executive chairman": true, "general manager": true,
}

// bodyOf is a name of the one body before that the noun in front of the title of
// mention x takes up: "Commission president Ada Brenn" is the commission's that the
// text has named; -1 if there is none or are several.
func (r *resolver) bodyOf(x *mention.Mention) int32 {
	i := int(x.RoleFirst)
	if i > 0 && r.d.Is(i-1, token.Capital) && r.d.Tokens[i-1].Sentence == r.d.Tokens[i].Sentence && orgHeads().Has(r.d.Low(i-1)) {
		i--
	}
	if int(x.RoleEnd)-i != 2 || ministers[r.d.Low(int(x.RoleEnd)-1)] || i > 0 && (r.tags[i-1].Noun() || r.tags[i-1] == tag.JJ) || !orgHeads().Has(r.d.Low(i)) {
		return -1
	}
	noun, found := r.d.Low(i), int32(-1)
	m, _ := slices.BinarySearchFunc(r.ms, x.RoleFirst, func(y mention.Mention, first int32) int { return int(y.First - first) })
	for o := m - 1; o >= 0 && o > m-far; o-- {
		if !isName(&r.ms[o]) || r.of[o] < 0 || found >= 0 && r.of[found] == r.of[o] || !r.headed(o, noun) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = int32(o)
	}
	return found
}

var orgHeads = lexicon.Open("orgheads")

// ministers have a field before their title, not the body that they belong to: "Navy
// Minister".
var ministers = map[string]bool{"minister": true, "secretary": true}

// addRole gives group g a role that it does not have.
func (r *resolver) addRole(g int, n role) {
	to := &r.groups[g]
	for i := range to.roles {
		if to.roles[i].words == n.words && to.roles[i].end > 0 || i > 20 {
			return
		}
		if to.roles[i].words == n.words {
			to.roles[i] = n // the list's, now stated
			return
		}
	}
	to.roles = append(to.roles, n)
	r.hold(n.head, g)
}

// rankEnd is where the ranks end that stand between the role of mention x and
// the name.
func (r *resolver) rankEnd(x *mention.Mention) int32 {
	end := x.RoleEnd
	for end < x.First && ranks().Has(r.d.Low(int(end))) {
		end++
	}
	return end
}

// fullTitle is what a short form of a title stands for, else the word itself.
func fullTitle(w string) string {
	if full := ranks().Field(w, 1); full != "" {
		return full
	}
	return w
}

var ranks = lexicon.Open("ranks")

// hold notes that group g holds a title with the given noun. Beyond some, a
// title tells nobody apart.
func (r *resolver) hold(head string, g int) {
	e := r.index.at(head)
	if n := len(e.titled); n < crowd && (n == 0 || e.titled[n-1] != int32(g)) {
		e.titled = append(e.titled, int32(g))
	}
}

// crowd is how many people with one name or title are told apart at most.
const crowd = 40

// status reads "former", "acting", "-elect" off a title and returns where the
// title proper begins.
func (r *resolver) status(x *mention.Mention) (first int32, status string) {
	first, status = x.RoleFirst, "current"
	from := max(x.RoleFirst-3, r.d.Sentences[r.d.Tokens[x.RoleFirst].Sentence].First)
	for i := from; i < x.RoleEnd; i++ {
		w := r.d.Low(int(i))
		s := statuses[w]
		if strings.HasPrefix(w, "ex-") {
			s = "former"
		} else if strings.HasSuffix(w, "-elect") {
			s = "elect"
		}
		if s == "" {
			continue
		}
		status = s
		if i >= first && i+1 < x.RoleEnd && statuses[w] != "" {
			first = i + 1
		}
	}
	return first, status
}

var statuses = map[string]string{
	"former": "former", "ex": "former", "then": "former", "late": "former", "retired": "former",
	"one-time": "former", "onetime": "former", "ousted": "former", "deposed": "former",
	"current": "current", "present": "current", "sitting": "current", "incumbent": "current", "outgoing": "current",
	"acting": "acting", "interim": "acting", "caretaker": "acting", "designate": "elect",
}

// affiliation is the mention of the body or state that the title in mention m
// belongs to: the nearest before it in its phrase, else the one behind "of" or
// "at"; -1 if there is none.
func (r *resolver) affiliation(m int) int32 {
	x := &r.ms[m]
	if o := r.beside(m, x.RoleFirst); o >= 0 {
		return o
	}
	p := r.phrase(m)
	if p == nil {
		return -1
	}
	best := int32(-1)
	for o := max(0, m-8); o < min(len(r.ms), m+8); o++ {
		y := &r.ms[o]
		if o == m || y.Type == article.MentionPronoun && y.Rule != "it" || y.First < p.First || y.End > p.FullEnd {
			continue
		}
		if y.Kind == article.KindPerson && !(y.Type == article.MentionName && y.End < x.RoleFirst && r.tags[y.End] == tag.POS) {
			continue // but "Reyes' spokesman"
		}
		switch {
		case y.End <= x.RoleFirst:
			if best < 0 || y.Type != article.MentionAdjective && !(y.Kind == article.KindPlace && r.ms[best].Kind != article.KindPlace) {
				best = int32(o) // "the group's Norland campaigner" is the group's
			}
		case best < 0 && y.First >= x.RoleEnd && (y.First > x.End || x.End == p.FullEnd) && belongs[r.preposition(y.First)]:
			best = int32(o)
		}
	}
	return best
}

// beside is the mention of a body that ends where the title begins ("Hezbollah
// chief"), an adjective apart; -1 if none does.
func (r *resolver) beside(m int, title int32) int32 {
	for o := m; o >= 0 && o > m-6; o-- {
		if y := &r.ms[o]; o != m && y.End == title && isBodyName(y) && !(y.Kind == article.KindPlace && y.First > 0 && r.tags[y.First-1] == tag.POS) {
			return int32(o)
		}
	}
	if o := m + 1; o < len(r.ms) && r.ms[o].End == title && isBodyName(&r.ms[o]) {
		return int32(o)
	}
	return -1
}

// preposition is the word before token i, articles apart.
func (r *resolver) preposition(i int32) string {
	for i--; i > 0 && isArticle(r.d.Low(int(i))); i-- {
	}
	return r.d.Low(int(max(0, i)))
}

var belongs = map[string]bool{"of": true, "at": true, "for": true, "with": true}

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
	o := office{title: r.title(x.RoleFirst, x.RoleEnd), head: fullTitle(r.d.Low(int(x.RoleEnd) - 1)), country: x.Country, org: -1}
	if a := r.affiliation(m); a >= 0 {
		o.bound, o.org = true, r.of[a]
		if o.country == "" && r.ms[a].Type != article.MentionPronoun {
			o.country = r.ms[a].Country
		}
	}
	for _, fit := range [...]fit{exactly, byEnd, byRank, byWord} {
		g, several := r.holds(&o, fit)
		if several {
			g = r.holderNear(m, &o, fit)
		}
		if g < 0 && several || g >= 0 && !r.genders(m, g) {
			r.vain[m] = true
			return -1
		}
		if g >= 0 {
			return g
		}
	}
	return r.leaderNear(m, &o)
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
		if n.status != "former" && n.org < 0 && n.country == "" && (crowns[n.words] || n.words == "prime minister") {
			return true
		}
	}
	return false
}

var crowns = map[string]bool{"president": true, "premier": true, "chancellor": true, "king": true, "queen": true, "emir": true}

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
	words, found := r.title(first, x.RoleEnd), -1
	for _, g := range r.index.find(fullTitle(r.d.Low(int(x.RoleEnd) - 1))).titled {
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
	country     article.Opt
	bound       bool  // the words name a body or state
	org         int32 // its group, -1 if open
}

// fit is how a title may match the one that a person holds.
type fit uint8

const (
	exactly fit = iota // word for word
	byEnd              // by its last words
	byRank             // "the Russian leader" for its president, "the UN chief" for its head
	byWord             // "the congressman" for a representative
)

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
	"chief":  {"secretary-general", "head", "director", "president", "director-general", "chairman", "commissioner", "executive", "administrator", "boss", "chief", "ceo", "chairwoman"},
	"head":   {"secretary-general", "chief", "director", "president", "director-general", "chairman", "executive", "leader", "chairwoman", "ceo", "head"},
	"boss":   {"executive", "chief", "ceo", "manager", "president", "chairman", "head", "coach"},
}

// calling are other nouns for who holds an office, and the offices.
var calling = map[string][]string{
	"congressman": {"representative"}, "congresswoman": {"representative"},
	"lawmaker": {"senator", "representative", "mp", "deputy", "congressman", "congresswoman"},
	"premier":  {"minister"},
	"diplomat": {"ambassador", "envoy"}, "envoy": {"ambassador"},
	"cleric":    {"ayatollah", "imam", "sheikh", "archbishop", "bishop"},
	"churchman": {"archbishop", "bishop", "cardinal"},
	"jurist":    {"judge"}, "justice": {"judge"},
	"attorney": {"lawyer"}, "lawyer": {"attorney", "barrister", "solicitor"},
	"academic": {"professor"}, "monarch": {"king", "queen"}, "pontiff": {"pope"},
	"detective": {"inspector", "detective", "superintendent", "sergeant"},
	"ceo":       {"executive"}, "executive": {"ceo"}, "commander": {"general", "colonel", "admiral"},
}

// sameOffice reports that the title of office o is that of role x. A title that
// names its body or state is of no other, and of none whose body is unknown
// unless the person is of that state.
func (r *resolver) sameOffice(o *office, x *role, by fit) bool {
	if o.country != "" && x.country != "" && x.country != o.country {
		return false
	}
	same := o.country != "" && x.country == o.country
	if x.org >= 0 && o.org >= 0 {
		if g := r.of[x.org]; g == o.org {
			same = true
		} else if g >= 0 && !same {
			return false
		}
	}
	if o.bound && !same {
		return false
	}
	other := x.words
	if o.title == "minister" && chiefMinister(other) {
		return false
	}
	switch by {
	case exactly:
		return other == o.title
	case byEnd:
		return strings.HasSuffix(other, o.title) || strings.HasSuffix(o.title, other) && same
	case byWord:
		return true
	}
	return same
}

// chiefMinister reports the title of a minister who stands over the others, and is not
// called "the minister".
func chiefMinister(title string) bool {
	return strings.HasSuffix(title, "prime minister") || strings.HasSuffix(title, "chief minister") || strings.HasSuffix(title, "first minister")
}

// indefinite reports "a minister", "some official", and an older or later
// holder ("former", "next").
func (r *resolver) indefinite(m int) bool {
	x := &r.ms[m]
	switch r.d.Low(int(x.First)) {
	case "a", "an", "some", "any", "another", "one", "every", "each", "no", "his", "her", "its", "their", "my", "your", "our":
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

// title is the words [first, end) in lower case, a short form at their end
// spelled out.
func (r *resolver) title(first, end int32) string {
	s := r.d.Span(int(first), int(end))
	words := r.d.Lower[s.Start:s.End]
	last := r.d.Low(int(end) - 1)
	if full := fullTitle(last); full != last {
		return words[:len(words)-len(last)] + full
	}
	return words
}
