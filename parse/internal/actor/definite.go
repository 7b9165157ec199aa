package actor

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/token"
)

// far is how many mentions back a description or pronoun looks at most.
const far = 200

// definite links "the union" to the one body before it with that head noun, or
// with the head noun of its name.
func (r *resolver) definite(m int) int {
	x := &r.ms[m]
	w := r.d.Low(int(x.First))
	if x.Plural && w == "the" && x.Head == x.First+1 && r.d.Is(int(x.Head), token.Capital) && !r.titledBlock(m) {
		if o := r.index.of(m).tail.to(); o >= 0 && r.of[o] >= 0 && isName(&r.ms[o]) && r.within(x, &r.ms[o]) {
			return int(r.of[o]) // "the Guards"
		}
	}
	if x.Plural || x.Kind == article.KindPerson {
		return -1
	}
	noun := r.d.Low(int(x.Head))
	if w != "the" && w != "this" && w != "that" || lands.Has(noun) {
		return -1
	}
	if o := r.index.of(m).tail.to(); o >= 0 && x.Head == x.First+1 && r.d.Is(int(x.Head), token.Capital) && r.of[o] >= 0 && r.within(x, &r.ms[o]) && !r.titledBlock(m) {
		return int(r.of[o]) // "the Commission"
	}
	found, press, passed := int32(-1), int32(-1), int32(-1)
	near := 12 // sentences; farther back only names are remembered
	if sole.Has(noun) {
		near = 40 // "the watchdog": of what is called so, there is one
	}
	for o := m - 1; o >= 0 && o > m-far; o-- {
		y := &r.ms[o]
		if noun == "agency" && r.of[o] >= 0 && r.groups[r.of[o]].kind == article.KindMedia {
			if press < 0 && r.headed(o, noun) {
				press = r.of[o] // it reports: "the agency" is likelier another
			}
			continue
		}
		if r.sentence(m)-r.sentence(o) >= near && (found >= 0 || !isName(y) && !r.opensArticle(o)) {
			if g := r.of[o]; found < 0 && g >= 0 && !y.Plural && r.headed(o, noun) {
				passed = g
			}
			continue
		}
		if found < 0 && r.of[o] < 0 && r.sentence(m)-r.sentence(o) <= 2 && r.newBody(m, o, noun) {
			return r.bringIn(o) // "a transitional council has ruled. The council …", whatever council was named before
		}
		if r.of[o] < 0 || r.of[o] == found || y.Plural || noun == "bloc" && r.organ(int(r.of[o])) || found >= 0 && r.titledBlock(o) || !r.headed(o, noun) || !r.within(x, y) {
			continue // what a headline calls so is likely the one of the text
		}
		if r.ofOneState(x) && y.Country == "US" && y.Table != "" && isName(y) {
			continue // the EPA is no "state agency"
		}
		if noun == "army" && isName(y) && y.Head > y.First && r.d.Low(int(y.Head)-1) == "liberation" || r.seatedApart(x, y) {
			continue // a Liberation Army is "the group"
		}
		if found >= 0 && x.Country != "" && r.groups[found].country == x.Country && r.groups[r.of[o]].country == x.Country {
			continue // of two Norwegian teams the nearer
		}
		if found >= 0 {
			if e := r.spokenFor(m); e >= 0 && (e == int(found) || e == int(r.of[o])) {
				return e
			}
			r.vain[m] = true
			return -1
		}
		if found = r.of[o]; passed >= 0 && passed != found && !isName(y) {
			return -1 // another was called so since the lead
		}
	}
	if found < 0 && press >= 0 {
		found = press
	}
	if found < 0 {
		return r.leftUnfounded(m, noun)
	}
	if found >= 0 && organs.Has(noun) && x.Head == x.First+1 && r.othersOrgan(m, found) {
		r.vain[m] = true
		return -1
	}
	if noun == "ministry" && x.Head == x.First+1 && r.othersMinistry(m, found) {
		r.vain[m] = true
		return -1
	}
	if r.overtaken(m, found, noun) {
		return -1
	}
	return int(found)
}

// ofOneState reports "the state agency": one of a state of the union.
func (r *resolver) ofOneState(x *mention.Mention) bool {
	return x.Head == x.First+2 && r.d.Low(int(x.First)+1) == "state"
}

// othersMinistry reports that the sentence before mention m, "the ministry", tells of a minister whose field is not that of
// group g, a ministry: it means the minister's.
//
// Example: "The health ministry spoke. The foreign minister left. The ministry …". Counter-example: "The health
// ministry spoke. The health minister left. The ministry …".
func (r *resolver) othersMinistry(m int, g int32) bool {
	for o := m - 1; o >= 0 && r.sentence(m)-r.sentence(o) <= 1; o-- {
		y := &r.ms[o]
		if r.of[o] == g {
			return false
		}
		if y.RoleEnd <= y.RoleFirst+1 || r.d.Low(int(y.RoleEnd)-1) != "minister" || y.Kind != article.KindPerson || r.d.Low(int(y.RoleEnd)-2) == "prime" {
			continue
		}
		field := r.d.Low(int(y.RoleEnd) - 2)
		for k := m - 1; k >= 0 && k > m-far; k-- {
			if r.of[k] == g && strings.Contains(r.words(k), field) {
				return false
			}
		}
		return true
	}
	return false
}

// opensArticle reports a description with which the headline or the lead begins: the article is
// about it to its end.
func (r *resolver) opensArticle(o int) bool {
	return r.opens(o) && (r.titledBlock(o) || r.paragraph(o) == 0 && r.startsBlock(r.sentence(o)))
}

// sole are nouns for bodies of which an article tells of one: who is called so once is meant again.
var sole = lexicon.WordsOf(
	"watchdog", "regulator", "lender", "charity", "carmaker", "automaker", "retailer", "chipmaker", "drugmaker", "broadcaster", "militia",
	"insurer", "airline", "conglomerate", "planemaker", "startup", "start-up", "supermarket", "housebuilder", "brewer", "miner", "nonprofit",
	"think-tank", "brokerage",
)

// lands are the nouns for a state.
var lands = lexicon.WordsOf("country", "nation", "kingdom")

// overtaken reports that the sentences right before mention m tell of another body that the noun
// can mean, and not of group found, which bears the noun in its name farther back: "the group" is
// the charity that has just spoken, not the Kolm Group.
func (r *resolver) overtaken(m int, found int32, noun string) bool {
	const near = 2 // sentences
	want := kinds[noun]
	if want == nil {
		return false
	}
	other := false
	for o := m - 1; o >= 0 && r.sentence(m)-r.sentence(o) <= near; o-- {
		g := r.of[o]
		if g == found {
			return r.outranked(o, want)
		}
		other = other || g >= 0 && isName(&r.ms[o]) && r.isOf(int(g), want) && !r.otherSort(m, int(g), noun) && (noun != "chamber" || r.legislates(o)) && (r.subject(o) || r.speaks(o) || r.groups[g].size > 2)
	}
	return other
}

// outranked reports that mention o stands in a sentence before whose main subject is another body of the kinds wanted, of
// which the text tells more: "Torvik Rovers sacked him after a defeat at the club Halm Town. | The club …".
func (r *resolver) outranked(o int, want []article.ActorKind) bool {
	if r.subject(o) || r.speaks(o) {
		return false
	}
	for k := o - 1; k >= 0 && r.sentence(k) == r.sentence(o); k-- {
		g := r.of[k]
		if g >= 0 && g != r.of[o] && isName(&r.ms[k]) && r.ms[k].Phrase >= 0 && r.mainSubject(r.ms[k].Phrase) && r.isOf(int(g), want) && r.groups[g].size > r.groups[r.of[o]].size {
			return true
		}
	}
	return false
}

// legislates reports that mention o ends in the name of a house of lawmakers.
func (r *resolver) legislates(o int) bool { return houses.Has(r.d.Low(int(r.ms[o].End) - 1)) }

// houses are the last words of the names of such houses.
var houses = lexicon.WordsOf("senate", "house", "parliament", "assembly", "duma", "knesset", "lords", "commons", "bundestag", "bundesrat", "diet", "representatives", "sejm", "congress")

// leftUnfounded founds the body that the sentences before mention m bring in by an indefinite
// article and the same noun, and that nothing else has told of: "a federal appeals court
// upheld the ban. The court …"; -1 if there is none, or are several.
func (r *resolver) leftUnfounded(m int, noun string) int {
	const near = 4 // sentences
	found := -1
	for o := m - 1; o >= 0 && r.sentence(m)-r.sentence(o) <= near; o-- {
		y := &r.ms[o]
		if r.of[o] >= 0 || y.Type != article.MentionNominal || y.Plural || y.Kind == article.KindPerson || y.Kind == article.KindGroup || r.d.Low(int(y.Head)) != noun || r.vain[o] || !r.within(&r.ms[m], y) {
			continue
		}
		if w := r.d.Low(int(y.First)); found >= 0 || w != "a" && w != "an" || !r.subject(o) {
			return -1
		}
		found = o
	}
	if found < 0 {
		return -1
	}
	return r.bringIn(found)
}

// newBody reports that mention o brings in a body by an indefinite article and the noun, with words before it that tell it
// from others.
func (r *resolver) newBody(m, o int, noun string) bool {
	y := &r.ms[o]
	if y.Type != article.MentionNominal || y.Plural || y.Kind == article.KindPerson || y.Kind == article.KindGroup || y.Kind == "" || r.d.Low(int(y.Head)) != noun || r.vain[o] || y.Head-y.First < 2 || !r.within(&r.ms[m], y) || r.index.quoted[o] != r.index.quoted[m] || r.titledBlock(o) || noun == "party" || !r.subject(o) && !(y.First > 0 && r.d.Low(int(y.First)-1) == "by") {
		return false
	}
	w := r.d.Low(int(y.First))
	return w == "a" || w == "an"
}

// organs are the nouns for bodies that every firm, club or school has one of.
var organs = lexicon.WordsOf("board", "management", "leadership")

// othersOrgan reports that "the board" of mention m is told of by somebody who holds an
// office elsewhere than in what group g, a board, belongs to.
//
// Example: "Kolm, a director of Kolm Bank, asked the board" where the school board is
// named. Counter-example: "Kolm, a teacher, asked the board".
func (r *resolver) othersOrgan(m int, g int32) bool {
	e := r.spokenFor(m)
	if s, ok := r.clauseSubject(m); e < 0 && ok && s >= 0 && r.groups[s].kind == article.KindPerson {
		e = r.employer(s)
	}
	if e < 0 || e == int(g) {
		return false
	}
	for o := m - 1; o >= 0 && o > m-far; o-- {
		if r.of[o] != g || r.ms[o].Phrase < 0 {
			continue
		}
		for k := max(0, o-3); k < min(len(r.ms), o+4); k++ {
			if int(r.of[k]) == e && r.ms[k].Phrase == r.ms[o].Phrase {
				return false // "the bank's board"
			}
		}
	}
	return true
}

// spokenFor is the body that the speaker holds an office in whose words mention m
// stands in: "the union" in what its leader says is the leader's. -1 if open.
func (r *resolver) spokenFor(m int) int {
	g, ok := r.direct(m)
	if !ok {
		g = r.reporter(m)
	}
	if g < 0 || r.groups[g].kind != article.KindPerson || r.groups[g].plural {
		return -1
	}
	return r.employer(g)
}

// headed reports that mention o has the head noun given, as a name or a
// description.
func (r *resolver) headed(o int, noun string) bool {
	y := &r.ms[o]
	if y.Type == article.MentionPronoun || y.Kind == article.KindPerson {
		return false
	}
	if i := int(y.First) - 1; i >= 0 && isName(y) && r.tags[i].Noun() && noun != "group" && noun != "company" && r.d.Low(i) == noun && r.d.Tokens[i].Sentence == r.d.Tokens[y.First].Sentence {
		return true // "the hedge fund Kolm"
	}
	if noun == "force" && isName(y) && (r.d.Low(int(y.Head)) == "police" || r.d.Low(int(y.Head)) == "constabulary") {
		return true
	}
	if noun == "panel" && isName(y) && panels.Has(r.d.Low(int(y.Head))) {
		return true
	}
	return r.d.Low(int(y.Head)) == noun || r.d.Low(int(y.End)-1) == noun && !(isName(y) && r.ofName(y))
}

// panels are the heads of names that "the panel" takes up.
var panels = lexicon.WordsOf("committee", "subcommittee", "commission", "tribunal", "inquiry")

// ofName reports a name that goes on with "of" behind its head: of the Friends of the
// Torvik Library "the library" is none.
func (r *resolver) ofName(y *mention.Mention) bool {
	return y.End-y.Head > 2 && r.d.Low(int(y.Head)+1) == "of"
}

// within reports that the modifiers of description x all stand in mention y, and
// that y gives no other state: "the Afghan team" takes up "the six-member Afghan
// team", never the other way round.
func (r *resolver) within(x, y *mention.Mention) bool {
	if x.Country != "" && y.Country != "" && x.Country != y.Country {
		return false
	}
next:
	for i := x.First + 1; i < x.Head; i++ {
		switch r.d.Low(int(i)) {
		case "entire", "whole", "same":
			continue
		}
		if w := r.d.Low(int(i)); leanings.Has(w) || ties.Has(w[strings.LastIndexByte(w, '-')+1:]) && strings.IndexByte(w, '-') > 0 {
			continue // "the Conservative-run council"
		}
		for k := y.First; k < y.End; k++ {
			if r.d.Low(int(k)) == r.d.Low(int(i)) {
				continue next
			}
		}
		return false
	}
	return true
}

// seatedApart reports that description x tells a seat by which it is told apart, and description y the state of
// another body: "the Oslo-based agency" is not "the Swedish space agency".
//
// Counter-example: "the Oslo-based agency" behind "the Kolm Agency".
func (r *resolver) seatedApart(x, y *mention.Mention) bool {
	if isName(y) || y.Country == "" || x.Country != "" || x.Head < x.First+2 {
		return false
	}
	w := r.d.Low(int(x.Head) - 1)
	if !strings.HasSuffix(w, "-based") {
		return false
	}
	for i := y.First; i < y.Head; i++ {
		if r.d.Low(int(i)) == w {
			return false
		}
	}
	return true
}

// ties are the second parts of words that say where a body sits or whose it is.
var ties = lexicon.WordsOf(
	"based", "backed", "led", "owned", "listed", "run",
	"funded", "aligned", "linked", "headquartered", "controlled",
	"member", "nation", "right", "left", "wing",
)

// leanings are adjectives that say what a body stands for.
var leanings = lexicon.WordsOf(
	"islamist", "militant", "ruling", "opposition", "conservative",
	"liberal", "state", "rebel", "radical", "armed", "shiite",
	"shi'ite", "shi’ite", "shia", "sunni", "jihadist", "extremist", "separatist", "nationalist",
	"populist", "main", "global", "world", "international", "jailed",
	"troubled", "giant", "tech", "regional", "local",
	"medical", "humanitarian", "paramilitary", "national", "flag",
	"military", "super", "trading", "defence", "defense", "oil", "gas",
	"smaller", "larger", "bigger", "embattled", "beleaguered", "ailing", "struggling", "cash-strapped", "powerful", "influential",
)
