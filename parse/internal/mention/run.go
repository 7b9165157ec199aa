package mention

import (
	"slices"
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// run is a stretch of capitalised words that may name one thing: tokens
// [first, end).
type run struct {
	e                  *entry // the table entry that is the whole run, or nil
	first, end         int
	roleFirst, roleEnd int   // title tokens that belong to a person
	group              int32 // the same for runs with equal words
	scores             scores
	gender             sex
	head               uint8 // kind of the body that a noun in it heads, index into headKinds
	class              int8
	honor              bool // a form of address stands before it
	part               bool // a word of a longer name that the article uses
	shared             bool // a given name whose last name stands behind the next one
	initial            bool // opens its sentence, so the capital shows nothing
	spelt              bool // letters in brackets behind it spell it
	state              bool // names a state that no table holds
	titled             bool // stands in a headline, so capitals show nothing
	unit               bool // a unit of an army, by its number
	whose              bool // stands before the title of somebody, who has an office there
}

// size is how many tokens n has.
func (n *run) size() int { return n.end - n.first }

// runner finds the runs of a document.
type runner struct {
	*room
	lexed
	tags    []tag.Tag
	longest int                        // how many tokens the longest run has
	titles  []int32                    // sentences in title case or capitals
	bills   []struct{ first, end int } // titles of bills
	// sentence that is read
	first, end int
	titled     bool
}

func (r *runner) all() {
	r.runs = r.runs[:0]
	for s := range r.d.Sentences {
		r.first, r.end = int(r.d.Sentences[s].First), int(r.d.Sentences[s].End)
		if r.isTitled(r.d.Blocks[r.d.Sentences[s].Block].Kind) {
			r.titles = append(r.titles, int32(s))
			continue // read last, by what the rest of the article names
		}
		for i := r.first; i < r.end; {
			if s := r.d.Tokens[i].Shape; s&token.Letter == 0 || s&(token.Plain|token.Capital) == token.Plain {
				i++
				continue
			}
			i = r.at(i)
		}
	}
}

// group numbers the runs by their words.
func (r *runner) group() {
	r.groups.Reset(len(r.runs))
	r.examples = r.examples[:0]
	for i := range r.runs {
		n := &r.runs[i]
		n.group = int32(r.groups.Add(r.key(n.first, n.end)))
		if int(n.group) == len(r.examples) {
			r.examples = append(r.examples, int32(i))
			r.longest = max(r.longest, n.size())
		}
	}
}

// lastNames makes groups of the last names of those whose first name shows a
// person, so that a headline's "Brenn" is known by "Ada Brenn".
func (r *runner) lastNames() {
	for i := range r.runs {
		n := &r.runs[i]
		if n.size() < 2 || n.e != nil || !n.honor && !r.givenName(n.first) || r.bodyWord(n.end-1) {
			continue
		}
		if g := r.groups.Add(r.lastName(n)); g == len(r.examples) {
			r.examples = append(r.examples, int32(i))
		}
	}
}

// key is the words [first, end) in lower case.
func (r *runner) key(first, end int) string {
	return r.d.Lower[r.d.Tokens[first].Start:r.d.Tokens[end-1].End]
}

// small reports a word that title case leaves small.
func small(t tag.Tag) bool {
	switch t {
	case tag.DT, tag.IN, tag.TO, tag.CC, tag.PRP, tag.PRPS, tag.MD, tag.RP, tag.POS, tag.WDT, tag.WP:
		return true
	}
	return false
}

// at reads what starts at token i and returns where to go on.
func (r *runner) at(i int) int {
	if !r.d.Is(i, token.Letter) || !r.d.Is(i, token.Capital) && !r.d.Is(i, token.Hyphen) && !r.elidedAt(i) {
		return i + 1
	}
	if r.d.Is(i, token.Capital|token.Hyphen) && r.seated(i) {
		return i + 1
	}
	if end := r.actAt(i); end > i {
		r.bills = append(r.bills, struct{ first, end int }{i, end})
		return end
	}
	e, stop := r.entry(i, r.end)
	if e == nil && r.motto(i) {
		end := r.extend(i, i+3)
		r.keep(run{first: i, end: end})
		return end
	}
	if e != nil && e.weak && stop == i+1 && r.opens(i) && !r.tags[i].Proper() && !r.possessor(stop) && !r.actsAtStart(e, stop) {
		e = nil
	}
	if e != nil && r.d.Low(i) == "the" && stop < r.end && r.d.Is(stop, token.Capital|token.Letter) && r.is(stop, aHead|heads) && e.kind() == article.KindMedia {
		return i + 1 // "The Independent | Office for …"
	}
	if e != nil && stop == i+2 && r.opens(i) && !r.d.Is(i+1, token.Capital) && e.kind() == article.KindMedia && r.is(i+1, ordinary) && r.d.Low(i+1) == "policy" {
		e = nil // "Foreign policy chief", no magazine
	}
	if e == nil {
		if !r.namey(i) {
			return i + 1
		}
		stop = i + 1
	} else if !r.d.Is(i, token.Capital) && !hasUpper(r.d.Word(i)) {
		return i + 1
	}
	if end := r.offshoot(e, stop); end > stop {
		r.keep(run{first: i, end: end, spelt: true, head: kindIndex(string(article.KindArmedGroup))})
		return end
	}
	end := r.extend(i, stop)
	r.split(i, end)
	return end
}

// offshoot is the end of the name of a branch that an armed group, entry e, has in a region that no state is, which
// begins at token i: "Islamic State | in the Greater Sahara"; i if there is none.
//
// Counter-example: "Islamic State in Iraq", "Hamas in the West Bank".
func (r *runner) offshoot(e *entry, i int) int {
	if e == nil || e.what != fromBody || i+3 > r.end || e.kind() != article.KindArmedGroup || r.d.Low(i) != "in" || r.d.Low(i+1) != "the" {
		return i
	}
	end := i + 2
	for end < r.end && r.d.Is(end, token.Letter|token.Capital) {
		end++
	}
	if end < i+4 {
		return i
	}
	if o, _ := r.entry(i+2, end); o != nil && o.what != fromDemonym {
		return i
	}
	return end
}

// actsAtStart reports that the word of entry e, a party or firm that is a common word too, opens its sentence as a name
// does, before token i: with the office of somebody named, or as a party does something.
//
// Example: "Labour leader Ada Brenn", "Apple chief Ada Brenn", "Labour wants". Counter-example: "Labour shortages",
// "Labour is cheap", "Apple prices".
func (r *runner) actsAtStart(e *entry, i int) bool {
	if r.titled || i+1 >= r.end || e.what != fromBody || r.d.Is(i, token.Capital) {
		return false
	}
	k := e.kind()
	if (k == article.KindParty || k == article.KindCompany) && r.is(i, aRole) && r.word(i).role == office && r.d.Is(i+1, token.Letter|token.Capital) {
		return true
	}
	return k == article.KindParty && e.country() != "" && (r.is(i, says) || r.is(i, decide) || wills.Has(r.d.Low(i))) && r.tags[i].Finite()
}

// extend is the end of the run whose first piece is [i, j).
func (r *runner) extend(i, j int) int {
	for j < r.end && j-i < longest {
		k := r.connect(i, j)
		if k >= r.end || !r.namey(k) && !(k > j && r.gazAt(k)) && !r.inside(i, k) && !(k == i+1 && r.campaign(i)) {
			return j
		}
		if e, stop := r.entry(k, r.end); e != nil && stop > k+1 {
			j = stop
			continue
		}
		j = k + 1
	}
	return j
}

func (r *runner) gazAt(i int) bool {
	if !r.d.Is(i, token.Capital) {
		return false
	}
	e, _ := r.entry(i, r.end)
	return e != nil
}

// inside reports a word at k that names nothing alone but goes on with a name of a body
// that has "of" in it: "the League of United | Latin American Citizens".
func (r *runner) inside(i, k int) bool {
	return r.is(k, noName) && r.d.Is(k, token.Capital|token.Letter) && k+1 < r.end && r.d.Is(k+1, token.Capital|token.Letter) &&
		r.ofInside(i, k) && r.headIn(i, k)
}

// connect is where the run [i, j) goes on after small words at j that belong
// inside a name; j itself if there are none.
func (r *runner) connect(i, j int) int {
	w := r.d.Low(j)
	switch {
	case r.d.Is(j, token.Capital):
		return j
	case w == "&" && r.couple(i, j):
		return j
	case w == "&" || w == "-" && !r.d.Is(j, token.Space) && r.tags[j] == tag.HYPH:
		return j + 1
	case w == "of" && r.headIn(i, j):
		if j+1 < r.end && r.d.Low(j+1) == "the" {
			return j + 2
		}
		return j + 1
	case w == "for" && (r.headIn(i, j) || r.peopleFor(i, j)), w == "on" && r.is(j-1, council):
		if j+1 < r.end && r.d.Low(j+1) == "the" {
			return j + 2
		}
		return j + 1
	case w == "and" && (r.ofInside(i, j) && r.headIn(i, j) || r.twoTasks(i, j)) && !r.pluralVerbAhead(j), w == "and" && r.unites(i, j):
		return j + 1
	case w == ",":
		if j+1 < r.end && (r.is(j+1, generation) || r.d.Is(j+1, token.Capital) && r.fields(i, j)) {
			return j + 1
		}
	case r.d.Is(j, token.Mark) && r.tags[j] != tag.POS:
		return r.nickname(i, j)
	case r.tags[j] == tag.POS && j+1 < r.end && r.d.Is(j+1, token.Capital) && (r.is(j-1, folk) || r.members(i, j) || r.patron(i, j) || r.officeOf(i, j)):
		return j + 1
	case r.is(j, particle) && j+1 < r.end:
		if r.d.Is(j+1, token.Capital) {
			return j + 1
		}
		if r.is(j+1, particle) && j+2 < r.end && r.d.Is(j+2, token.Capital) {
			return j + 2
		}
	}
	return j
}

// couple reports that the words [i, j) and what the sign at j ties to them are the full names of two people.
//
// Example: "Ida Brenn & Tom Kolm". Counter-example: "Ida Brenn & Tom Kolm Ltd", "Brenn & Kolm", "Ida Brenn & Sons".
func (r *runner) couple(i, j int) bool {
	if j-i < 2 || j+2 >= r.end || !r.givenName(i) || r.bodyWord(j-1) || !r.givenName(j+1) {
		return false
	}
	return r.d.Is(j+2, token.Letter|token.Capital) && !r.bodyWord(j+2) && !r.is(j+2, ordinary) && (j+3 >= r.end || !r.d.Is(j+3, token.Capital))
}

// peopleFor reports that the run [i, j) of one plural with a capital inside a sentence goes on with
// "for" and a name: "the far-right Patriots for Norland".
//
// Counter-example: "Patriots for once agreed", "the Democrats for Brenn".
func (r *runner) peopleFor(i, j int) bool {
	return j == i+1 && !r.opens(i) && !r.titled && (r.tags[i] == tag.NNPS || r.tags[i] == tag.NNS) && !r.is(i, demonym) && (r.is(i, roles|people|heads|ordinary) || r.d.Low(i) == "patriots") &&
		j+1 < r.end && r.d.Is(j+1, token.Letter|token.Capital) && !r.givenName(j+1)
}

// twoTasks reports that the words [i, j) behind "the" and what "and" at j ties to them are both
// what a body is for, whose noun ends the name: "the Disaster Reduction and Management Council".
//
// Counter-example: "the Health Ministry and the Army Council", "the Kolm and Berg Council".
func (r *runner) twoTasks(i, j int) bool {
	if i <= r.first || r.d.Low(i-1) != "the" || r.titled || !r.task(j-1) {
		return false
	}
	for k := i; k < j; k++ {
		if r.is(k, entryFirst|aRole|roles|aHead|heads) && !portfolios.Has(r.d.Low(k)) && !r.is(k, ordinary) {
			return false
		}
	}
	const words = 4
	for k := j + 1; k < min(r.end, j+1+words) && r.d.Is(k, token.Letter|token.Capital); k++ {
		if k > j+1 && r.is(k, aHead) && r.is(k, alone) && !r.is(k, aRole) {
			return r.task(k-1) && (k+1 >= r.end || !r.d.Is(k+1, token.Capital))
		}
	}
	return false
}

// task reports a noun for what a body may be for.
func (r *runner) task(i int) bool { return Field(r.d.Low(i)) }

// Field reports a word in lower case for what a minister or a body may be for.
func Field(w string) bool {
	if portfolios.Has(w) {
		return true
	}
	for _, end := range [...]string{"tion", "ment", "ity", "ing", "ture", "ance", "ence", "ics"} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// members reports an apostrophe at j, behind the run [i, j), that stands inside the name of their body
// ("Dockers' Union"): it follows a plural, and a word for a body comes soon.
func (r *runner) members(i, j int) bool {
	if e, stop := r.entry(i, j); e != nil && stop == j && e.kind() == article.KindParty {
		return false // "the Liberal Democrats' Treasury spokesman"
	}
	if r.d.Tokens[j].End-r.d.Tokens[j].Start > 3 || r.d.Low(j) == "'s" || r.d.Low(j) == "’s" || !r.is(j-1, roles|heads) && r.tags[j-1] != tag.NNS {
		return false
	}
	for k := j + 1; k < min(r.end, j+4) && r.d.Is(k, token.Capital); k++ {
		if r.is(k, aHead|heads) {
			return true
		}
	}
	return false
}

// patron reports an apostrophe at j inside the name of a place or body that bears a saint's
// name, which is the run [i, j): "St Ada's Primary School".
//
// Counter-example: "St Ada's players", "Saint Brenn's Tom Kolm".
func (r *runner) patron(i, j int) bool {
	if j != i+2 || !saints.Has(r.d.Low(i)) {
		return false
	}
	for k := j + 1; k < min(r.end, j+4) && r.d.Is(k, token.Capital); k++ {
		if r.is(k, aHead|placeLast) && r.word(k).given == noSex {
			return true
		}
	}
	return false
}

// officeOf reports an apostrophe at j between a title and the body that its holder has, as
// the end of the name in the run [i, j): "the Kolm County Sheriff's Office".
//
// Counter-example: "Sheriff Ada Brenn's office", "the Mayor's Ada Brenn".
func (r *runner) officeOf(i, j int) bool {
	if j == r.end-1 || !r.is(j-1, aRole) || r.word(j-1).role != office || !r.d.Is(j-1, token.Capital) || r.titled {
		return false
	}
	k := j + 1
	return r.is(k, aHead) && r.is(k, alone) && !r.is(k, aRole) && (k+1 == r.end || !r.d.Is(k+1, token.Capital))
}

var saints = lexicon.WordsOf("st", "st.", "saint")

// headIn reports that the run so far has a word that heads names with "of".
func (r *runner) headIn(i, j int) bool {
	for ; i < j; i++ {
		if r.is(i, ofHead) || r.is(i, aHead) && r.d.Is(i, token.Capital) {
			return true
		}
	}
	return false
}

func (r *runner) ofInside(i, j int) bool {
	for ; i < j; i++ {
		if w := r.d.Low(i); w == "of" || w == "for" || w == "on" {
			return true
		}
	}
	return false
}

// pluralVerbAhead guards "the Ministry of Health and Moscow": what follows the
// conjunction is a table's name, so a second name.
func (r *runner) pluralVerbAhead(j int) bool {
	if j+1 >= r.end {
		return true
	}
	e, _ := r.entry(j+1, r.end)
	return e != nil || r.givenName(j+1) || r.d.Is(j+1, token.Upper) && len(r.d.Word(j+1)) > 2
}

// split cuts the words [i, j) into an affiliation, a title and a name, and
// keeps those that are names.
func (r *runner) split(i, j int) {
	if k, role := r.afterTown(i, j); k > i {
		r.split(i, k)
		end := k
		for end < j && r.tags[end] != tag.CC {
			end++
		}
		r.keep(run{first: k, end: end, roleFirst: role, roleEnd: role + 1, honor: true, gender: r.word(role).gender})
		if end+1 < j {
			r.split(end+1, j)
		}
		return
	}
	if r.headland(i, j) {
		r.keep(run{first: i, end: j})
		return
	}
	if r.ofTheHouse(i, j) {
		r.keep(run{first: i + 1, end: j, roleFirst: i - 3, roleEnd: i + 1, honor: true, gender: r.word(i - 3).gender})
		return
	}
	if k := r.afterOffice(i, j); k > i {
		if k < j {
			r.keep(run{first: k, end: j, roleFirst: i - 2, roleEnd: k, honor: true, gender: r.word(i - 2).gender})
		}
		return
	}
	if r.namedBody(i, j) {
		if e, stop := r.entry(i, j); e == nil || stop < j {
			r.keep(run{first: i, end: j})
			return
		}
	}
	if r.labelled(i, j) {
		i++
	}
	if (r.is(i, roles) && r.word(i).role == office || ranked.Has(r.d.Low(i))) && j-i > 2 && r.givenName(i+1) {
		r.keep(run{first: i + 1, end: j, honor: true}) // "Senators Ada Brenn and Tom Kolm"
		return
	}
	honor, gender := false, noSex
	for i < j {
		if !r.is(i, honorific) || i+1 >= j && !r.d.Is(i, token.Capital) {
			break
		}
		if i+1 == j {
			if honor {
				break // "Mr Sheikh"
			}
			return // "the Pope", "Father": a title alone is no name
		}
		if e, stop := r.entry(i, j); e != nil && stop > i+1 || r.bodyWord(j-1) && !(civil.Has(r.d.Low(i)) && j == i+2) && !r.reverend(i, j) || i+2 < j && saints.Has(r.d.Low(i)) && r.tags[i+2] == tag.POS {
			break // "St Ada's College Students"
		}
		honor, gender, i = true, r.word(i).gender, i+1
	}
	if honor && r.officeOnly(i, j) {
		return // "Mr. Prime Minister"
	}
	if honor && i+1 < j && r.d.Low(i) == "justice" {
		r.keep(run{first: i + 1, end: j, roleFirst: i, roleEnd: i + 1, honor: true, gender: gender})
		return // "Mrs Justice Brenn"
	}
	e, stop := r.entry(i, j)
	if e != nil && stop == j && !honor {
		r.keep(run{first: i, end: j, e: e})
		return
	}
	if e != nil && stop == j-1 && !honor && partisans.Has(r.d.Low(stop)) {
		r.keep(run{first: i, end: stop, e: e}) // "the Vermont | Democrat"
		return
	}
	if r.generalStaff(i, j) && !honor {
		r.keep(run{first: i, end: j, head: kindIndex(string(article.KindArmedForce)), unit: true})
		return
	}
	if r.unit(i, j) && !honor {
		r.keep(run{first: i, end: j}) // "the 65th | Fighter Wing"
		return
	}
	if e != nil && stop == j-1 && !honor && e.what == fromBody && r.d.Low(stop) == "state" && j < r.end && (r.is(j, aRole) && r.word(j).role == office || r.d.Low(j) == "unit" || r.d.Low(j) == "committee") && !r.d.Is(j, token.Capital) {
		r.keep(run{first: i, end: stop, e: e}) // "BJP | State president": of its branch in the state
		return
	}
	if role := r.roleIn(i, j); role >= 0 && !honor {
		r.titledName(i, j, role)
		return
	}
	if honor {
		r.keep(run{first: i, end: j, honor: true, gender: gender})
		return
	}
	if e != nil && !r.given(e, i, j) && r.stands(e, i, stop, j) {
		r.keep(run{first: i, end: stop, e: e})
		r.split(stop, j)
		return
	}
	if k := r.personAfterBody(i, j); k > i {
		r.keep(run{first: i, end: k})
		i = k
	}
	r.keep(run{first: i, end: j, e: r.ofItsState(e, i, stop, j)})
}

// ofItsState is the table's body at stop where entry e, whose name stands before it, is its
// state: "the U.S. | Federal Trade Commission" is one name. Nil if it is none.
//
// Counter-example: "the Norwegian Federal Trade Commission".
func (r *runner) ofItsState(e *entry, i, stop, j int) *entry {
	if e == nil || e.what != fromCountry && e.what != fromDemonym || stop <= i || stop >= j {
		return nil
	}
	if next, end := r.entry(stop, j); next != nil && end == j && next.what == fromBody && next.country() != "" && next.country() == e.country() {
		return next
	}
	return nil
}

// ranked are the short forms of titles of several.
var ranked = lexicon.WordsOf("sens.", "reps.", "govs.", "gens.", "drs.", "profs.", "sens", "reps", "govs", "gens", "messrs.", "messrs")

// headland reports that the run [i, j) of two words is a head on a coast, behind a preposition of place and no article:
// "off Lowick Head".
//
// Counter-example: "from Department Head Ada Brenn", "near the Kolm Head".
func (r *runner) headland(i, j int) bool {
	return j == i+2 && i > r.first && r.d.Low(j-1) == "head" && r.d.Is(j-1, token.Capital) && !r.titled && offshore.Has(r.d.Low(i-1)) &&
		!r.is(i, ownClass) && (j == r.end || !r.d.Is(j, token.Capital) && r.d.Low(j) != "of")
}

// offshore are the prepositions before what a ship passes or lies off.
var offshore = lexicon.WordsOf("off", "near", "at", "around", "round", "past", "to", "from", "between", "towards", "toward", "under", "beneath", "below")

// officeOnly reports that the words [i, j) behind a form of address are an office, so that it
// addresses its holder and gives no name: "Mr. President", "Madam Prime Minister".
//
// Counter-example: "Mr. King", "Mr. President Brenn".
func (r *runner) officeOnly(i, j int) bool {
	if i >= j || r.word(j-1).role != office || r.givenName(j-1) || surnames.Has(r.d.Low(j-1)) {
		return false
	}
	return j == i+1 || j == i+2 && (portfolios.Has(r.d.Low(i)) || overs.Has(r.d.Low(i)))
}

// overs are the words before an office that tell its rank.
var overs = lexicon.WordsOf("prime", "vice", "deputy", "chief", "first")

// partisans are nouns for somebody of a party, behind the place that he or she sits for.
var partisans = lexicon.WordsOf("democrat", "republican", "conservative", "socialist", "liberal")

// labels are nouns for bodies that introduce a name, and begin none themselves.
var labels = lexicon.WordsOf(
	"retailer", "chipmaker", "carmaker", "automaker", "drugmaker",
	"planemaker", "lender", "insurer", "brewer", "developer", "broadcaster",
	"supermarket", "sponsor", "airline", "startup", "start-up", "charity",
	"manufacturer", "supplier", "conglomerate", "publisher", "operator",
	"miner", "utility", "newspaper", "watchdog", "housebuilder", "shipbuilder",
	"steelmaker", "contractor", "bookmaker", "tabloid",
)

// labelled reports that the run [i, j) begins with a noun that introduces the name
// behind it and has its capital from the sentence's start.
//
// Example: "Retailer Nordmart warned". Counter-example: "Union Berlin won",
// "Developer Ada Brenn warned".
func (r *runner) labelled(i, j int) bool {
	return j-i > 1 && labels.Has(r.d.Low(i)) && r.opens(i) && r.d.Is(i+1, token.Capital) && !r.givenName(i+1) &&
		!r.is(i+1, company) && !(j == i+2 && r.is(i+1, aHead))
}

// personAfterBody is where a person begins behind a body without a comma
// ("Refugee Council | Enver Solomon"); i if none does.
func (r *runner) personAfterBody(i, j int) int {
	for k := i + 2; k+1 < j; k++ {
		if r.givenName(k) && r.bodyWord(k-1) && j-k <= 3 && !r.bodyWord(j-1) {
			return k
		}
	}
	return i
}

// stands reports that the table's name at the head of a run is a name of its
// own before another ("Russian | Vladimir Orlov", not "Russian Foreign Ministry").
func (r *runner) stands(e *entry, i, stop, j int) bool {
	if e.what == fromCountry && e.weak && r.d.Is(i, token.Upper) && !r.bodyWord(j-1) {
		if next, end := r.entry(stop, j); next != nil && end == j && next.what == fromBody && !next.weak {
			return true // "US | Federal Reserve"
		}
	}
	if k := e.kind(); e.what == fromBody && k == article.KindNGO {
		if next, end := r.entry(stop, j); next != nil && end == j && next.what == fromCountry {
			return false // "Transparency International Norway"
		}
	}
	if r.bodyWord(j-1) || e.weak && e.what != fromDemonym {
		return false
	}
	if !r.d.Is(stop, token.Capital) || r.chapter(j) {
		return false
	}
	if r.givenName(stop) && j-stop >= 2 {
		return true
	}
	if r.is(stop, particle) {
		return false
	}
	if next, end := r.entry(stop, j); next != nil && end == j && next.what != fromDemonym {
		return e.what != fromPlace && !(e.kind() == article.KindMedia && r.d.Is(i, token.Upper) && classOf(next.kind()) == Place) // but "BBC Scotland"
	}
	if e.country() == "" && j == stop+1 && abstract(r.d.Low(stop)) {
		return false // "Democratic Renewal"
	}
	return e.what == fromDemonym && !r.trade(stop, j)
}

// chapter reports a run that ends at j in the name of what has a body of its own in each state:
// "the Norwegian Red Cross".
func (r *runner) chapter(j int) bool {
	if w := r.d.Low(j - 1); w != "cross" && w != "crescent" {
		return false
	}
	return r.d.Low(j-2) == "red"
}

// given reports that the demonym at the head of the run [i, j) of two words is somebody's
// given name: "Roman Brenn"; not behind an article.
func (r *runner) given(e *entry, i, j int) bool {
	return e.what == fromDemonym && j == i+2 && r.givenName(i) && !r.bodyWord(i+1) && !r.is(i+1, aRole|roles|ordinary) &&
		(i == r.first || r.tags[i-1] != tag.DT)
}

// trade reports that [i, j) is one word for what a company does, which makes one
// name with the adjective before it: "Baltic Dredging".
func (r *runner) trade(i, j int) bool {
	return j == i+1 && (r.tags[i] == tag.VBG || strings.HasSuffix(r.d.Low(i), "ing")) && r.word(i).given == noSex
}

// civil are the titles of anybody, which no place and no body begins its name with: "Ms.
// Park", but "St. James Park".
var civil = lexicon.WordsOf("mr", "mr.", "mrs", "mrs.", "ms", "ms.")

// reverend reports a form of address at i, before a given name and a last name that ends the
// run [i, j) and is the word for a place or thing too.
//
// Example: "the Rev Clare Bond". Counter-example: "St. James Park", "Dr Clare Trust".
func (r *runner) reverend(i, j int) bool {
	return j == i+3 && r.givenName(i+1) && !r.is(j-1, aHead|heads|company) && learned.Has(r.d.Low(i))
}

// learned are the forms of address that no place begins its name with.
var learned = lexicon.WordsOf(
	"rev", "rev.", "reverend", "dr", "dr.", "prof", "prof.",
	"professor", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss",
)

// surnames are the titles that are common last names.
var surnames = lexicon.WordsOf(
	"king", "bishop", "pope", "prince", "judge", "marshal", "major",
	"dean", "abbot", "duke", "earl", "knight", "baron", "queen",
	"deacon", "provost", "constable", "sheriff", "chancellor", "mayor",
	"shah",
)

// keep adds a run.
func (r *runner) keep(n run) {
	if n.first >= n.end || n.end < r.end && r.d.Low(n.end) == "one" && r.d.Low(n.end-1) == "force" && r.d.Is(n.end, token.Capital) {
		return // also "Air Force One": a plane
	}
	if r.circuit(n.first) {
		n.first, n.head = n.first-1, officialKind
	} else if n.e == nil && !n.honor && r.unit(n.first, n.end) {
		n.first, n.head, n.unit = n.first-1, kindIndex(string(article.KindArmedForce)), true
	}
	n.initial = r.opens(n.first)
	n.titled = r.titled
	if n.roleEnd == 0 && n.e == nil {
		n.roleFirst, n.roleEnd, n.gender = r.roleBefore(n.first, n.gender)
	} else if n.roleEnd > n.roleFirst && n.roleEnd == n.first && ranks().Has(r.d.Low(n.roleFirst)) {
		if first, end, gender := r.roleBefore(n.roleFirst, n.gender); end > first {
			n.roleFirst, n.roleEnd, n.gender = first, end, gender // "army spokesman Lt. Col. Kolm"
		}
	}
	r.runs = append(r.runs, n)
}

// circuit reports that the number before token i begins the name of an American court:
// "the 9th Circuit", "the 5th U.S. Circuit Court of Appeals".
func (r *runner) circuit(i int) bool {
	if i <= r.first || !r.d.Is(i-1, token.Digit) || !r.d.Is(i-1, token.Letter) {
		return false
	}
	if w := r.d.Low(i); (w == "u.s." || w == "us") && i+1 < r.end {
		i++
	}
	return r.d.Low(i) == "circuit" && r.d.Is(i, token.Capital)
}

// sortRuns puts runs into text order.
func sortRuns(runs []run) {
	slices.SortStableFunc(runs, func(a, b run) int { return a.first - b.first })
}
