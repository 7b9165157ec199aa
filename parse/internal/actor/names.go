package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// sameName links a name to the group that bears it, or founds one: a full name
// needs no other evidence.
func (r *resolver) sameName(m int) int {
	if g := r.bearer(m); g >= 0 {
		return g
	}
	if g := r.missionIn(m); g >= 0 {
		return g
	}
	if g := r.bracketed(m); g >= 0 {
		return g
	}
	if r.ms[m].Kind == article.KindPerson {
		if g := r.variant(m); g >= 0 {
			return g
		}
		if g := r.twoGiven(m); g >= 0 {
			return g
		}
		if g := r.particled(m); g >= 0 {
			return g
		}
	} else if r.shortened(m) || r.isShort(m) {
		return -1
	}
	return r.create(m)
}

// sharedLast is the group of the given name m with the last name behind it, a new one if the
// article names nobody so; -1 if m may be somebody's whom it calls so elsewhere.
func (r *resolver) sharedLast(m int) int {
	full, _ := r.inFull(m)
	if g := r.index.find(full).key.to(); g >= 0 {
		return g
	}
	if e := r.index.of(m); len(e.people) > 0 || e.given != 0 {
		return -1
	}
	return r.create(m)
}

// missionIn is the group of a body that acronym m in brackets spells together with the
// place behind it: "the United Nations Mission in Norland (UNMIN)"; -1 if m spells none.
func (r *resolver) missionIn(m int) int {
	x := &r.ms[m]
	if x.Type != article.MentionAcronym || m < 2 || x.First < 4 || r.tags[x.First-1] != tag.LRB || r.ms[m-1].End != x.First-1 {
		return -1
	}
	place, body := &r.ms[m-1], &r.ms[m-2]
	if place.Kind != article.KindCountry && place.Kind != article.KindPlace || !isBodyName(body) || r.of[m-2] < 0 {
		return -1
	}
	i := place.First - 1
	if isArticle(r.d.Low(int(i))) {
		i--
	}
	if body.End != i || !regions.Has(r.d.Low(int(i))) || r.d.Word(int(body.First))[0] != r.d.Word(int(x.First))[0] {
		return -1
	}
	g := r.of[m-2]
	if x.Table != "" {
		r.groups[g].kind = x.Kind
	}
	return int(g)
}

// bracketed is the group of the body whose other name stands in brackets behind one of its
// names: "the Islamic Front (Nasra)" for mention m of either; -1 if there is none.
//
// Counter-example: "Ada Brenn (Labour)", "Rovers (Norland)", "a plan of the Front (Nasra agreed)".
func (r *resolver) bracketed(m int) int {
	x := &r.ms[m]
	if !r.namesake(x) || x.End >= int32(len(r.tags)) || x.First == 0 {
		return -1
	}
	if r.tags[x.First-1] == tag.LRB && r.tags[x.End] == tag.RRB {
		for o := m - 1; o >= max(0, m-3); o-- {
			if y := &r.ms[o]; y.End == x.First-1 && r.namesake(y) && y.End-y.First > 1 && r.lettersOf(x, y) && r.of[o] >= 0 {
				if x.Table != "" && y.Table == "" {
					r.groups[r.of[o]].kind = x.Kind
				}
				return int(r.of[o])
			}
		}
	}
	if r.tags[x.End] == tag.LRB && x.End-x.First > 1 {
		for o := m + 1; o < min(len(r.ms), m+3); o++ {
			if y := &r.ms[o]; y.First == x.End+1 && int(y.End) < len(r.tags) && r.tags[y.End] == tag.RRB && r.namesake(y) && r.lettersOf(y, x) {
				return r.bearer(o)
			}
		}
	}
	return -1
}

// namesake reports a name of a body that may bear another: none of the press, which brackets
// tell as a source.
func (r *resolver) namesake(x *mention.Mention) bool {
	switch x.Kind {
	case article.KindOrganization, article.KindParty, article.KindArmedGroup, article.KindNGO, article.KindCompany, article.KindGovernmentBody, article.KindIGO:
		return x.Type == article.MentionName || x.Type == article.MentionAcronym
	}
	return false
}

// lettersOf reports that the name x in brackets can be another of y: letters only if they
// begin as y does.
func (r *resolver) lettersOf(x, y *mention.Mention) bool {
	first := int(x.First)
	return !r.d.Is(first, token.Upper) || r.d.Low(first)[0] == r.d.Low(int(y.First))[0]
}

var regions = lexicon.WordsOf("in", "for", "to", "of")

// bearer is the group that bears the name in mention m already, -1 if none.
func (r *resolver) bearer(m int) int {
	g := -1
	if x := &r.ms[m]; x.Kind == article.KindCountry && x.Country != "" {
		g = r.state(x.Country)
	} else if key := r.key(m); key == r.words(m) {
		g = r.index.of(m).key.to()
	} else {
		g = r.index.find(key).key.to()
	}
	if g >= 0 && r.agrees(m, g) && (r.ms[m].Kind != article.KindPerson || r.genders(m, g)) {
		return g
	}
	return -1 // Mrs Brenn is not Mr Brenn
}

// agrees reports that mention m and group g can be one by kind: a person is
// never a body, a place never a body.
func (r *resolver) agrees(m, g int) bool {
	a, b := r.ms[m].Kind, r.groups[g].kind
	if a == b || a == "" || b == "" {
		return true
	}
	if a == article.KindPerson || b == article.KindPerson {
		return false
	}
	return a != article.KindPlace && b != article.KindPlace
}

// particled is the group of the one person whose full name ends in the family name m, which
// begins with a particle or is two names: "Van der Berg" after "Ada van der Berg", "Prieto Salas"
// after "Julio Prieto Salas"; -1 if there is none.
//
// Counter-example: "Maria Salas" after "Ana Maria Salas".
func (r *resolver) particled(m int) int {
	x := &r.ms[m]
	if x.End-x.First < 2 || !familyParticles.Has(r.d.Low(int(x.First))) && !r.twoSurnames(m) {
		return -1
	}
	found := -1
	for _, g := range r.people(r.last(m)) {
		if !strings.HasSuffix(r.groups[g].full, " "+r.words(m)) || !r.genders(m, int(g)) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = int(g)
	}
	return found
}

// twoSurnames reports a name of two words that may both be the family's: no gender shows, but by a form of address.
func (r *resolver) twoSurnames(m int) bool {
	x := &r.ms[m]
	return x.End-x.First == 2 && (x.Gender == "" || r.addressed(m)) && !givenNames().Has(r.d.Low(int(x.First))) && len(r.people(r.last(m))) > 0
}

// familyParticles are the small words that family names begin with.
var familyParticles = lexicon.WordsOf(
	"van", "von", "der", "den", "de", "da", "di", "du", "del", "della", "dos", "das", "la", "le",
	"ter", "ten", "vom", "zu", "zur", "af", "bin", "ibn", "al", "el", "ben",
)

var (
	honorifics = lexicon.Open("honorifics")
	givenNames = lexicon.Open("givennames")
)

// shortened leaves "Foreign Ministry" to a later sieve when the article has a
// longer name that ends in it, or goes on behind it with "of".
func (r *resolver) shortened(m int) bool {
	l := r.index.of(m).tail
	x := &r.ms[m]
	if l == 0 || x.Table == "" || x.Country == "" {
		return l != 0
	}
	o := l.to()
	return o >= 0 && r.ms[o].Table == "" && r.ms[o].Country == x.Country
}

// acronym links letters to the one name whose capitals they are; a bracket
// behind the name decides alone.
func (r *resolver) acronym(m int) int {
	if g := r.index.of(m).key.to(); g >= 0 {
		return g
	}
	if g := r.missionIn(m); g >= 0 {
		return g
	}
	x := &r.ms[m]
	if i := int(x.First) - 1; i > 0 && r.d.Word(i) == "(" {
		for o := m - 1; o >= 0 && o > m-6; o-- {
			y := &r.ms[o]
			if int(y.End) != i || y.Kind == article.KindPerson || y.Type == article.MentionPronoun {
				continue
			}
			if r.of[o] < 0 && isNominal(y) && !y.Plural && r.capitals(int(y.First)+1, i) {
				r.join(o, r.create(o), "name") // "the Norland Writers' Club (NWC)"
			}
			if r.of[o] >= 0 {
				return int(r.of[o])
			}
		}
	}
	if i := int(x.First) - 1; i > 1 && r.d.Low(i) == "or" && r.tags[i-1] == tag.PunctComma {
		for o := m - 1; o >= max(0, m-4); o-- { // "the Norland Office of Mines, or NOM,"
			if y := &r.ms[o]; int(y.End) == i-1 && isBodyName(y) && y.Kind != article.KindPlace && y.Kind != article.KindCountry && r.of[o] >= 0 {
				return int(r.of[o])
			}
		}
	}
	letters := strings.ToUpper(strings.ReplaceAll(r.words(m), ".", ""))
	if o := r.index.find(letters).spell.to(); o >= 0 {
		return int(r.of[o])
	}
	return -1
}

// lastName links a single name to the one person whose last name it is. Of two, a
// form of address tells, or that the name alone has meant one of them already.
func (r *resolver) lastName(m int) int {
	found := -1
	list := r.people(r.last(m))
	if r.clan(m) || r.ms[m].End-r.ms[m].First > 1 || len(list) > 0 && r.company(m, list) && (r.employs(m) || !r.goesByIt(list)) {
		return -1
	}
	if len(list) > 1 && !r.addressed(m) {
		list = r.principals(list)
	}
	for _, g := range list {
		if !r.genders(m, int(g)) {
			continue
		}
		if r.groups[g].alone && len(list) > 1 {
			return int(g)
		}
		if found >= 0 && r.before(m, found) == r.before(m, int(g)) {
			return -1
		}
		if found < 0 || r.before(m, int(g)) {
			found = int(g)
		}
	}
	if found >= 0 && r.placed(m, found) {
		r.vain[m] = true
		return -1
	}
	return found
}

// namesBody reports a body or place of the article whose name begins with the word that
// mention m is: "Thornleigh Library".
func (r *resolver) namesBody(m int) bool {
	w := r.d.Low(int(r.ms[m].First))
	for o := range r.ms {
		if x := &r.ms[o]; isBodyName(x) && (x.Kind == article.KindPlace || x.Kind == article.KindOrganization) && x.End-x.First > 1 && r.d.Low(int(x.First)) == w {
			return true
		}
	}
	return false
}

// placed reports that the last name in mention m stands as a place does, long before
// anybody who bears it is named: "the closure of Thornleigh library", and at the end
// of the report the mill owner Sir Karl Thornleigh.
func (r *resolver) placed(m, g int) bool {
	if r.before(m, g) || r.groups[g].size > 2 || r.block(int(r.groups[g].first))-r.block(m) <= lead || r.addressed(m) || !r.namesBody(m) {
		return false
	}
	i := int(r.ms[m].End)
	if i < len(r.tags) && r.tags[i].Noun() && !r.d.Is(i, token.Capital) {
		return true
	}
	k := int(r.ms[m].First) - 1
	if k < 0 {
		return false
	}
	switch r.d.Low(k) {
	case "in", "at", "to", "from", "near", "around", "outside", "close":
		return true
	}
	return false
}

// clan reports a name that means a family: "the Brenn family", "the Kolm brothers".
func (r *resolver) clan(m int) bool {
	i := int(r.ms[m].End)
	if i >= len(r.tags) {
		return false
	}
	switch r.d.Low(i) {
	case "family", "clan", "dynasty", "brothers", "sisters", "siblings":
		return true
	}
	return false
}

// goesByIt reports that the last name alone has meant one of the people before.
func (r *resolver) goesByIt(list []int32) bool {
	for _, g := range list {
		if r.groups[g].alone {
			return true
		}
	}
	return false
}

// principals are those of the people of one last name whom the article does not
// bring in as somebody's kin: the bare name goes on to mean them.
func (r *resolver) principals(list []int32) []int32 {
	kin := 0
	for _, g := range list {
		if r.isKin(g) {
			kin++
		}
	}
	if kin == 0 || kin == len(list) {
		return list
	}
	rest := make([]int32, 0, len(list)-kin)
	for _, g := range list {
		if !r.isKin(g) {
			rest = append(rest, g)
		}
	}
	return rest
}

// isKin reports that group g is first named as a relative: "his wife, Ada Brenn".
func (r *resolver) isKin(g int32) bool {
	if r.groups[g].size == 0 {
		return false
	}
	return r.kinBefore(int(r.groups[g].first))
}

// company reports that a last name more likely means the company that bears it
// too: no form of address, and none of the people is named in this paragraph.
func (r *resolver) company(m int, list []int32) bool {
	o := r.index.of(m).short.to()
	if r.personal(m) {
		return false
	}
	if o < 0 || o > m || r.gender(m) != "" || r.ms[m].RoleEnd > r.ms[m].RoleFirst {
		return false
	}
	if r.employs(m) {
		return true
	}
	for _, g := range list {
		if r.groups[g].block == r.block(m) {
			return false
		}
	}
	return r.onlyTrade(&r.ms[o])
}

// personal reports a possessor of what people have: "Kolm's wife", "Kolm's lawyer".
func (r *resolver) personal(m int) bool {
	i := int(r.ms[m].End)
	if i+1 >= len(r.tags) || r.tags[i] != tag.POS {
		return false
	}
	const words = 3
	for k := i + 1; k < min(len(r.tags), i+1+words) && (r.tags[k].Noun() || r.tags[k] == tag.JJ); k++ {
		if personal.Has(r.d.Low(k)) {
			return true
		}
	}
	return false
}

var personal = lexicon.WordsOf(
	"lawyer", "lawyers", "attorney", "attorneys", "wife", "husband",
	"son", "daughter", "brother", "sister", "father", "mother",
	"family", "widow", "widower", "death", "body", "home", "life",
	"trial", "arrest", "parents", "children", "friend", "friends",
	"predecessor", "successor", "memoir", "bodyguard", "funeral",
)

// employs reports a possessor of what only a company has: "Kolm's chief
// executive", "Kolm shares".
func (r *resolver) employs(m int) bool {
	i := int(r.ms[m].End)
	if i < len(r.tags) && r.tags[i] == tag.POS {
		i++
	}
	const words = 3
	for k := i; k < min(len(r.tags), i+words) && (r.tags[k].Noun() || r.tags[k] == tag.JJ); k++ {
		if companyNouns.Has(r.d.Low(k)) {
			return true
		}
	}
	return false
}

var companyNouns = lexicon.WordsOf(
	"executive", "chairman", "chairwoman", "shares", "stock", "board",
	"shareholders", "founder", "headquarters", "factory", "factories",
	"plant", "plants", "profits", "revenue", "spokesman", "spokeswoman",
	"spokesperson", "subsidiary", "ceo", "workforce", "employees",
)

func (r *resolver) block(m int) int32 { return r.d.Sentences[r.sentence(m)].Block }

// before reports that group g is named before mention m.
func (r *resolver) before(m, g int) bool { return int(r.groups[g].first) < m }

// firstName links a given name to the one person who bears it, also one that is
// a title too ("Dean").
func (r *resolver) firstName(m int) int {
	if r.ms[m].End-r.ms[m].First > 1 || !r.d.Is(int(r.ms[m].First), token.Capital) || r.ms[m].Type == article.MentionName && r.addressed(m) && !r.knighted(m) {
		return -1 // "Chief Justice Manmohan" is not Manmohan Brenn
	}
	if e := r.index.of(m); len(e.people) > 0 || sharesLast(&r.ms[m]) && !e.bare {
		return -1 // it is a last name too, and whose is open; or may be another's of that name
	}
	g := r.index.of(m).given.to()
	if g >= 0 && r.newcomer(m, g) {
		return -1
	}
	return g
}

// knighted reports a form of address that stands before given names: "Sir Tom", "Dame Ada".
func (r *resolver) knighted(m int) bool {
	i := int(r.ms[m].First) - 1
	return i >= 0 && (r.d.Low(i) == "sir" || r.d.Low(i) == "dame")
}

// twoGiven is the one person whose full name goes on with one word behind mention m:
// "Ada Maria" of Ada Maria Brenn; -1 if there is none.
func (r *resolver) twoGiven(m int) int {
	x := &r.ms[m]
	if x.End-x.First != 2 || x.Type != article.MentionName || r.addressed(m) {
		return -1
	}
	return r.index.of(m).given.to()
}

// newcomer reports a given name that a noun brings in before group g, whose
// given name it is too, is named: "her friend Tom" and later Tom Brenn.
func (r *resolver) newcomer(m, g int) bool {
	i := int(r.ms[m].First) - 1
	return !r.before(m, g) && i >= 0 && r.tags[i].Noun() && !r.d.Is(i, token.Capital)
}

// nameTail links "Foreign Ministry" to the one longer name that ends in it.
func (r *resolver) nameTail(m int) int {
	if r.ms[m].Kind == article.KindPlace || r.ms[m].Kind == article.KindCountry {
		return -1
	}
	if g := r.stateBody(m); g >= 0 {
		return g
	}
	o := r.index.of(m).tail.to()
	if c := r.ownState(m); c != "" && o >= 0 && r.ms[o].Country != "" && r.ms[o].Country != c {
		return -1 // "Germany's Foreign Ministry" behind the Iranian one
	}
	if o < 0 || r.of[o] < 0 || !r.agrees(m, int(r.of[o])) {
		return -1
	}
	if g := int(r.of[o]); r.before(m, g) || r.block(m) <= lead && r.block(int(r.groups[g].first)) <= 2*lead || r.groups[g].country == "" {
		return g
	}
	return -1 // "the Senate" and, farther on, "the Norland Senate"
}

// isShort reports that a single name may be short for a company's.
func (r *resolver) isShort(m int) bool {
	x := &r.ms[m]
	return r.index.of(m).short > 0 && (x.End-x.First == 1 || x.Kind != article.KindPerson) && x.Table == "" && x.Kind != article.KindPlace
}

// shortName links "Northgate" to Northgate Bank: what is left off only says what
// the company does.
func (r *resolver) shortName(m int) int {
	x := &r.ms[m]
	if !r.isShort(m) {
		return -1
	}
	o := r.index.of(m).short.to()
	if list := r.index.of(m).people; len(list) == 1 && r.personal(m) {
		return int(list[0])
	}
	if list := r.index.of(m).people; x.Kind == article.KindPerson && len(list) > 0 && !r.company(m, list) {
		return -1
	}
	if r.of[o] < 0 {
		r.join(o, r.create(o), "name")
	}
	return int(r.of[o])
}

// otherScript links a name in brackets behind a name where one of the two is in
// letters that are not Latin: "Ada Brenn (Ада Бренн)".
func (r *resolver) otherScript(m int) int {
	i := int(r.ms[m].First) - 1
	if i < 1 || m == 0 || r.tags[i] != tag.LRB {
		return -1
	}
	if y := &r.ms[m-1]; int(y.End) == i && isName(y) && latin(r.d.Word(int(y.First))) != latin(r.d.Word(i+1)) {
		return int(r.of[m-1])
	}
	return -1
}

// knownAs is the group of the name that mention m renames behind "known as"; -1 if it
// renames none.
func (r *resolver) knownAs(m int) int {
	i := int(r.ms[m].First) - 1
	if i >= 0 && isArticle(r.d.Low(i)) {
		i--
	}
	if g := r.nomDeGuerre(m, i); g >= 0 {
		return g
	}
	if i < 2 || r.d.Low(i) != "nicknamed" && (r.d.Low(i) != "as" || r.d.Low(i-1) != "known") {
		return -1
	}
	if r.d.Low(i) == "nicknamed" {
		if p := r.set.PhraseAt(i - 1); p > 0 && r.tags[r.set.Phrases[p].First-1] == tag.PunctComma && r.set.Phrases[p].Head == int32(i-1) {
			i = int(r.set.Phrases[p].First) // "Jimmy Brenn, a former officer nicknamed Barbek"
		}
		i++
	}
	for i -= 2; i > 0 && (r.tags[i] == tag.RB || r.tags[i] == tag.RBR || r.tags[i] == tag.JJR || r.tags[i] == tag.PunctComma || r.tags[i] == tag.LRB); i-- {
	}
	for o := m - 1; o >= 0 && o > m-6; o-- {
		if int(r.ms[o].End) == i+1 && isName(&r.ms[o]) && r.of[o] < 0 && isShortPerson(&r.ms[o]) && r.ms[m].Kind == article.KindPerson {
			if g := r.lastName(o); g >= 0 {
				r.join(o, g, "last-name") // "Brenn, better known as Kolmi"
			}
		}
		if int(r.ms[o].End) == i+1 && isName(&r.ms[o]) && r.of[o] >= 0 && r.agrees(m, int(r.of[o])) {
			return int(r.of[o])
		}
	}
	for o := m - 1; r.ms[m].Kind == article.KindPerson && o >= max(0, m-6); o-- {
		if y := &r.ms[o]; int(y.Head) == i && isNominal(y) && y.Kind == article.KindPerson && !y.Plural {
			return r.onlyNamed(m) // "Brenn, a trader known as Kolmi"
		}
	}
	return -1
}

// nomDeGuerre is the group of the person that "who" ties to mention m, a name behind "nom de
// guerre", at token i: "Tom Brenn, a commander who uses the nom de guerre Abu Kolm"; -1 if m is none.
func (r *resolver) nomDeGuerre(m, i int) int {
	if i < 3 || r.ms[m].Kind != article.KindPerson || !(r.d.Low(i) == "guerre" || r.d.Low(i) == "pseudonym" || r.d.Low(i) == "alias") {
		return -1
	}
	return r.onlyNamed(m)
}

// onlyNamed is the one person whom the sentence of mention m names before it, -1 if there are several.
func (r *resolver) onlyNamed(m int) int {
	found := -1
	for o := m - 1; o >= 0 && r.sentence(o) == r.sentence(m); o-- {
		y := &r.ms[o]
		if y.Kind != article.KindPerson || !isName(y) || r.of[o] < 0 || int(r.of[o]) == found {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = int(r.of[o])
	}
	return found
}

// latin reports a word that begins with a Latin letter.
func latin(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.Is(unicode.Latin, c)
}

var seats = lexicon.Open("seats")

// newName founds an actor for a name, unless it is already one.
func (r *resolver) newName(m int) int {
	x := &r.ms[m]
	if x.Kind == article.KindPerson && x.End-x.First == 1 {
		if r.vain[m] || len(r.people(r.last(m))) > 1 || r.clan(m) {
			return -1 // two people share it: whose it is stays open
		}
		if l := r.index.of(m).given; l != 0 && !r.addressed(m) && (l.to() < 0 || !r.newcomer(m, l.to())) {
			return -1
		}
	}
	if g := r.bearer(m); g >= 0 {
		return g
	}
	return r.create(m)
}

// people are the groups of people with the given last name.
func (r *resolver) people(last string) []int32 { return r.index.find(last).people }

// stateGroups are the plurals of those who act for a state.
var stateGroups = lexicon.WordsOf(
	"officials", "ministers", "diplomats", "leaders", "negotiators",
	"envoys", "authorities", "soldiers", "troops", "forces",
	"presidents", "ambassadors", "delegates", "spies", "agents",
	"lawmakers", "legislators", "senators", "mediators", "police",
	"representatives", "generals", "commanders", "peacekeepers", "warships",
	"officers", "marines", "politicians", "prosecutors", "investigators",
)

var stateActs = lexicon.Open("stateacts")
