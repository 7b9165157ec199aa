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
	if isName(x) && to.kind == article.KindPerson {
		r.relativeRole(m, g)
	}
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
		if n.org = r.firmOf(m); n.org < 0 {
			n.org = r.firmBefore(m)
		}
	}
	if n.org < 0 {
		n.org = r.repliedFor(m)
	}
	if n.org < 0 {
		n.org = r.whoseOffice(m)
	}
	if n.org >= 0 && n.country == "" {
		n.country = r.ms[n.org].Country
	}
	if to.country == "" && !(status == "former" && n.org >= 0 && r.ms[n.org].Kind != article.KindCountry && r.ms[n.org].Kind != article.KindPlace) { // "a former KGB officer"
		to.country = n.country
	}
	if r.rule[m] == "role" || r.rule[m] == "deed" || r.rule[m] == "counterpart" || n.head == "rt" || n.head == "head" && r.ofStateBehind(x) {
		return // "the minister": what its holder is called already
	}
	n.words, n.field = r.title(n.first, n.end), r.fieldOf(x)
	if head, _, of := strings.Cut(n.words, " of "); of && n.field != "" && fielded.Has(lastWord(head)) {
		n.words, n.head = head, fullTitle(lastWord(head)) // "Minister of Trade Ada Brenn"
		n.as = oneLine(r.d.Span(int(n.first), int(n.end)).In(r.d.Text))
	} else if end := max(x.FieldEnd, r.matterEnd(x)); end > x.RoleEnd {
		n.end = end
		n.as = oneLine(r.d.Span(int(n.first), int(n.end)).In(r.d.Text))
	}
	r.addRole(g, n)
	if from, end := x.RoleEnd, r.rankEnd(x); end > from { // "army spokesman | Lt. Col. | Taras Kolm"
		rank := role{first: from, end: end, org: -1, status: "current", country: n.country, head: fullTitle(r.d.Low(int(end) - 1))}
		rank.words = r.title(from, end)
		r.addRole(g, rank)
	}
}

// matterEnd is where the matter behind the office of mention x ends, which belongs to its title: "director | of
// communications", "professor | of economics"; 0 if none stands there.
//
// Counter-example: "director of the Kolm Trust", "president of Norland", a body's and a state's, "head of the union".
func (r *resolver) matterEnd(x *mention.Mention) int32 {
	i := int(x.RoleEnd)
	if x.RoleEnd != x.Head+1 || i+1 >= int(x.End) || r.d.Low(i) != "of" || matterless.Has(r.d.Low(i-1)) {
		return 0
	}
	p := r.set.PhraseAt(i + 1)
	if p < 0 || r.tags[i+1] == tag.DT || r.tags[i+1] == tag.PRPS || r.tags[i+1] == tag.CD {
		return 0
	}
	end := r.set.Phrases[p].End
	for k := i + 1; k < int(end); k++ {
		if r.tags[k] == tag.POS {
			return 0
		}
	}
	for o, _ := slices.BinarySearchFunc(r.ms, x.RoleEnd, func(y mention.Mention, first int32) int { return int(y.First - first) }); o < len(r.ms) && r.ms[o].First < end; o++ {
		if r.ms[o].First > x.RoleEnd {
			return 0
		}
	}
	return end
}

// matterless are the nouns for people behind which "of" brings in those whom they are among, or a number.
var matterless = lexicon.WordsOf("member", "one", "friend", "author", "winner", "survivor", "victim", "resident", "native", "supporter", "critic", "opponent", "father", "mother", "relative", "fan", "veteran", "citizen", "speaker", "defender", "champion", "employee", "adviser", "advisor", "host")

// whoseOffice is the mention of the body or state that "whose" before the office in mention m means: "Norway, | whose
// president, Ada Brenn,"; -1 if there is none.
func (r *resolver) whoseOffice(m int) int32 {
	i := int(r.ms[m].First) - 1
	if i < 1 || r.tags[i] != tag.WPS {
		return -1
	}
	if i--; r.tags[i] == tag.PunctComma {
		i--
	}
	for o := m - 1; o >= max(0, m-4); o-- {
		if y := &r.ms[o]; int(y.End) == i+1 && y.Kind != article.KindPerson && y.Kind != article.KindPlace && isName(y) {
			return int32(o)
		}
	}
	return -1
}

// relativeRole notes the office that "who" and a verb behind mention m tell, in the body named behind them:
// "Ada Brenn, who chairs Fair Harbour," is its chair.
//
// Counter-example: "Ada Brenn, who runs Fair Harbour's shop".
func (r *resolver) relativeRole(m, g int) {
	i := int(r.ms[m].End)
	if i < len(r.tags) && r.tags[i] == tag.PunctComma {
		i++
	}
	if i+2 >= len(r.tags) || r.d.Low(i) != "who" {
		return
	}
	for i++; i+1 < len(r.tags) && (r.tags[i] == tag.RB || r.d.Low(i) == "has"); i++ {
	}
	lead, ok := leads[r.d.Low(i)]
	if !ok {
		return
	}
	first := int32(i + 1)
	if isArticle(r.d.Low(int(first))) {
		first++
	}
	for o := m + 1; o < min(len(r.ms), m+4); o++ {
		y := &r.ms[o]
		if y.First != first || !isBodyName(y) || y.Kind == article.KindPlace || y.Kind == article.KindCountry || int(y.End) < len(r.tags) && (r.tags[y.End] == tag.POS || r.tags[y.End].Noun()) {
			continue
		}
		r.addRole(g, role{words: lead.title, as: lead.title, first: int32(i), end: int32(i + 1), org: int32(o), status: lead.status, country: y.Country, head: lead.title})
		return
	}
}

// leads are the verbs that tell whoever does it to hold an office.
var leads = map[string]struct{ title, status string }{
	"heads": {"head", "current"}, "leads": {"leader", "current"}, "chairs": {"chair", "current"}, "runs": {"head", "current"}, "directs": {"director", "current"},
	"headed": {"head", "former"}, "led": {"leader", "former"}, "chaired": {"chair", "former"}, "ran": {"head", "former"}, "directed": {"director", "former"},
	"founded": {"founder", "current"}, "co-founded": {"co-founder", "current"}, "edits": {"editor", "current"}, "commands": {"commander", "current"},
}

// firmOf is the one company that the sentence of mention m names before it, where the
// title of m is one that companies give: "Kolm AG will close, chief executive Ada Brenn
// said"; -1 if there is none or are several.
func (r *resolver) firmOf(m int) int32 {
	x := &r.ms[m]
	if !postsOf.Has(r.title(x.RoleFirst, x.RoleEnd)) {
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

// firmBefore is the one firm or union that the sentences before mention m are about, where a
// sentence begins with a title that only those give, and the name: "Kolm AG fell. Chief
// executive Ada Brenn said …"; -1 if there is none or are several.
//
// Counter-example: "Kolm AG and Berg AG fell. Chief executive Ada Brenn said …".
func (r *resolver) firmBefore(m int) int32 {
	const near = 2 // sentences
	x := &r.ms[m]
	title := r.title(x.RoleFirst, x.RoleEnd)
	kind := article.KindCompany
	switch {
	case title == "general secretary" || title == "deputy general secretary":
		kind = article.KindOrganization
	case !runs.Has(title):
		return -1
	}
	if first := r.d.Sentences[r.sentence(m)].First; first != x.RoleFirst && !(first+1 == x.RoleFirst && r.d.Low(int(first)) == "group") {
		return -1
	}
	found := int32(-1)
	for o := m - 1; o >= 0 && r.sentence(m)-r.sentence(o) <= near; o-- {
		y := &r.ms[o]
		if !isName(y) || y.Kind != kind || r.of[o] < 0 || found >= 0 && r.of[o] == r.of[found] {
			continue
		}
		if found >= 0 && r.inPassing(int(r.of[o])) {
			continue
		}
		if found >= 0 && !r.inPassing(int(r.of[found])) {
			return -1
		}
		found = int32(o)
	}
	if found < 0 && kind == article.KindCompany {
		return r.topicFirm(m)
	}
	return found
}

// topicFirm is a name of the one firm that the lead names and the text goes on to name before
// mention m, where no other is named as often as twice; -1 if there is none.
func (r *resolver) topicFirm(m int) int32 {
	found := int32(-1)
	for o := 0; o < m; o++ {
		y := &r.ms[o]
		if !isName(y) || y.Kind != article.KindCompany || r.of[o] < 0 || r.groups[r.of[o]].size < 2 || found >= 0 && r.of[o] == r.of[found] {
			continue
		}
		if found >= 0 || r.paragraph(o) > 1 {
			return -1
		}
		found = int32(o)
	}
	if found >= 0 && r.groups[r.of[found]].size < 3 {
		return -1
	}
	return found
}

// runs are the titles of those who run a firm.
var runs = lexicon.WordsOf(
	"chief executive", "chief executive officer", "ceo", "managing director", "chief financial officer", "cfo",
	"finance director", "finance chief", "executive chairman", "founder", "co-founder",
)

// postsOf are the titles of those who run a company.
var postsOf = lexicon.WordsOf(
	"chief executive", "chief executive officer", "ceo", "chairman", "chairwoman",
	"managing director", "finance chief", "chief financial officer", "cfo",
	"finance director", "founder", "co-founder", "boss", "spokesman",
	"spokeswoman", "spokesperson", "executive chairman", "general manager",
)

// bodyOf is a name of the one body before that the noun in front of the title of
// mention x takes up: "Commission president Ada Brenn" is the commission's that the
// text has named; -1 if there is none or are several.
func (r *resolver) bodyOf(x *mention.Mention) int32 {
	i := int(x.RoleFirst)
	if i > 0 && r.d.Is(i-1, token.Capital) && r.d.Tokens[i-1].Sentence == r.d.Tokens[i].Sentence && orgHeads().Has(r.d.Low(i-1)) {
		i--
	}
	if int(x.RoleEnd)-i != 2 || ministers.Has(r.d.Low(int(x.RoleEnd)-1)) || i > 0 && (r.tags[i-1].Noun() || r.tags[i-1] == tag.JJ) || !orgHeads().Has(r.d.Low(i)) {
		return -1
	}
	noun, found := r.d.Low(i), int32(-1)
	seat := article.Opt("")
	if noun == "government" {
		seat = r.reportedFrom(x)
	}
	m, _ := slices.BinarySearchFunc(r.ms, x.RoleFirst, func(y mention.Mention, first int32) int { return int(y.First - first) })
	for o := m - 1; o >= 0 && o > m-far; o-- {
		if !isName(&r.ms[o]) || r.of[o] < 0 || found >= 0 && r.of[found] == r.of[o] || !r.headed(o, noun) || noun == "union" && r.ms[o].Kind == article.KindIGO || seat != "" && r.ms[o].Country != seat {
			continue // "the union leader" is no leader of the African Union
		}
		if found >= 0 {
			return -1
		}
		found = int32(o)
	}
	if found < 0 && noun == "union" {
		return r.onlyUnion(m)
	}
	return found
}

// onlyUnion is a name of the one union of workers that the text names before mention m; -1 if there is none or are several.
func (r *resolver) onlyUnion(m int) int32 {
	found := int32(-1)
	for o := m - 1; o >= 0 && o > m-far; o-- {
		g := r.of[o]
		if g < 0 || !isName(&r.ms[o]) || r.groups[g].kind != article.KindOrganization || found >= 0 && r.of[found] == g || !r.unionised(int(g), m) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = int32(o)
	}
	return found
}

// reportedFrom is the state of the capital that the sentence of mention x opens with: "In Oslo, government
// spokeswoman | Ada Brenn said"; "" if it opens otherwise.
func (r *resolver) reportedFrom(x *mention.Mention) article.Opt {
	s := &r.d.Sentences[r.d.Tokens[x.First].Sentence]
	if r.d.Low(int(s.First)) != "in" {
		return ""
	}
	for o, _ := slices.BinarySearchFunc(r.ms, s.First, func(y mention.Mention, first int32) int { return int(y.First - first) }); o < len(r.ms) && r.ms[o].First <= s.First+1; o++ {
		if y := &r.ms[o]; y.First == s.First+1 && y.Kind == article.KindPlace && y.End < s.End && r.tags[y.End] == tag.PunctComma {
			return y.Country
		}
	}
	return ""
}

var orgHeads = lexicon.Open("orgheads")

// ministers have a field before their title, not the body that they belong to: "Navy
// Minister".
var ministers = lexicon.WordsOf("minister", "secretary")

// addRole gives group g a role that it does not have.
func (r *resolver) addRole(g int, n role) {
	to := &r.groups[g]
	for i := range to.roles {
		if to.roles[i].words == n.words && to.roles[i].end > 0 && (n.field == "" || to.roles[i].field == n.field) || i > 20 {
			return
		}
		if o := &to.roles[i]; o.end > 0 && o.first == n.first {
			if n.end > o.end {
				o.end, o.words = n.end, n.words // "Secretary" of "Secretary of State"
			}
			r.hold(n.head, g)
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
		if strings.HasPrefix(w, "ex-") || strings.HasPrefix(w, "then-") || strings.HasPrefix(w, "former-") {
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
	if o := r.beside(m, x.RoleFirst); o >= 0 && !(r.ms[o].Kind == article.KindCountry && int(x.RoleEnd) < len(r.tags) && r.d.Low(int(x.RoleEnd)) == "at") {
		return o // but "chief UK economist at Kolm Capital"
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
		if y.Kind == article.KindPerson && !(y.Type == article.MentionName && y.End < x.RoleFirst && r.tags[y.End] == tag.POS) && !(isNominal(y) && trading.Has(r.d.Low(int(y.Head)))) {
			continue // but "Reyes' spokesman", "a spokesman for the developer"
		}
		switch {
		case y.End <= x.RoleFirst:
			if best < 0 || y.Type != article.MentionAdjective && !(y.Kind == article.KindPlace && r.ms[best].Kind != article.KindPlace) && !r.ofParty(o) {
				best = int32(o) // "the group's Norland campaigner" is the group's
			}
		case best < 0 && y.First >= x.RoleEnd && (y.First > x.End || x.End == p.FullEnd) && belongs.Has(r.preposition(y.First)):
			best = int32(o)
		}
	}
	if o := r.worksAt(p, m); o >= 0 && (best < 0 || r.ms[best].Kind == article.KindCountry) {
		return o
	}
	return best
}

// worksAt is the mention of the body that "at" ties to phrase p, whose head is the office in
// mention m: "chief economist at the Institute of Directors"; -1 if there is none.
func (r *resolver) worksAt(p *mention.Phrase, m int) int32 {
	i := p.FullEnd
	if int(i)+1 >= len(r.tags) || r.d.Low(int(i)) != "at" || r.ms[m].Plural {
		return -1
	}
	if i++; r.d.Low(int(i)) == "the" {
		i++
	}
	for o := m + 1; o < len(r.ms) && r.ms[o].First <= i; o++ {
		if y := &r.ms[o]; y.First == i && isBodyName(y) && y.Kind != article.KindPlace && y.Kind != article.KindCountry {
			return int32(o)
		}
	}
	return -1
}

// ofParty reports that the name that owns what mention o opens is a party's or a club's, and o only where or in what
// its people work: "Labour's | Treasury spokesman", "the Greens' | Westminster leader".
//
// Counter-example: "Norland's | Treasury spokesman".
func (r *resolver) ofParty(o int) bool {
	end := r.ms[o].First - 1
	for k := o - 1; k >= 0 && k > o-4; k-- {
		if y := &r.ms[k]; y.End == end {
			switch y.Kind {
			case article.KindParty, article.KindNGO, article.KindMedia, article.KindIGO:
				return isBodyName(y)
			}
		}
	}
	return false
}

// beside is the mention of a body that ends where the title begins ("Hezbollah
// chief"), an adjective apart; -1 if none does.
func (r *resolver) beside(m int, title int32) int32 {
	for o := m; o >= 0 && o > m-6; o-- {
		if y := &r.ms[o]; o != m && y.End == title && isBodyName(y) && r.sentence(o) == r.sentence(m) && !(y.First > 0 && r.tags[y.First-1] == tag.POS && (y.Kind == article.KindPlace || r.ofParty(o))) {
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

var belongs = lexicon.WordsOf("of", "at", "for", "with")

const (
	exactly fit = iota // word for word
	byEnd              // by its last words
	byRank             // "the Russian leader" for its president, "the UN chief" for its head
	byWord             // "the congressman" for a representative
)

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
