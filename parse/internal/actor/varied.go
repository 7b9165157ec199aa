package actor

import (
	"slices"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// News does not repeat a name where a description will do: who has just spoken comes back
// as "the union leader", "the former lawyer", "the mother of two".

// varied links a definite description that speaks, or one that news likes to vary a name
// with, to the one named person whom the sentences right before it were about.
func (r *resolver) varied(m int) int {
	x := &r.ms[m]
	if x.Kind != article.KindPerson || x.Plural || r.vain[m] || r.d.Low(int(x.First)) != "the" || !r.heads(m) || x.Rule == "kin" && !r.ofSome(x) {
		return -1
	}
	for i := x.Head + 1; i < x.End; i++ {
		if r.tags[i] == tag.POS {
			return -1 // "the secretary of state's website"
		}
	}
	noun := r.d.Low(int(x.Head))
	sole := reported.Has(noun) && r.noneUnnamed(m, noun)
	if general.Has(noun) || unnamed.Has(noun) && !sole && r.affiliation(m) < 0 {
		return -1
	}
	told := r.opens(m) && r.subject(m) && r.index.quoted[m] == 0
	if !r.speaks(m) && !((epithets.Has(noun) || r.once(x) || x.Rule == "person-of" || r.national(x) || told && x.RoleEnd > x.RoleFirst && !stars.Has(noun) && !r.possessed(x)) && r.subject(m)) {
		return -1
	}
	g := r.onlyOneTold(m)
	if g < 0 && x.Rule == "person-of" && x.Country != "" && r.subject(m) && (told || r.speaks(m)) {
		g = r.ofNation(m)
	}
	if g < 0 && told && (epithets.Has(noun) || x.Rule == "person-of" || r.calledLawmaker(m)) {
		g = r.justTold(m)
	}
	if g >= 0 && told && r.othersPronoun(m, g) {
		return -1
	}
	if g >= 0 && !r.speaks(m) && slices.ContainsFunc(r.groups[g].roles, func(o role) bool { return o.head == noun && o.status != "former" && under(o.words) }) {
		return -1 // the shadow chancellor is not "the chancellor"
	}
	if g < 0 || r.coupled(m) || r.ofAnother(m, g) || r.othersToo(m, g) || !r.may(m, g) || x.Country != "" && r.groups[g].country != "" && r.groups[g].country != x.Country || !r.suitsOffice(m, g) || unnamed.Has(noun) && !sole && !r.ofSameBody(m, g) || r.otherAge(m, g) {
		return -1
	}
	return g
}

// national reports a description by the state somebody is of, and what they do: "the Croatian
// poet". An office of the state is another matter.
func (r *resolver) national(x *mention.Mention) bool {
	return x.Country != "" && x.Type == article.MentionNominal && x.RoleEnd > x.RoleFirst && r.d.Sentences[r.d.Tokens[x.First].Sentence].First == x.First
}

// once reports an office that its holder no longer has: "the former prime minister".
func (r *resolver) once(x *mention.Mention) bool {
	if x.RoleEnd <= x.RoleFirst {
		return false
	}
	_, status := r.status(x)
	return status == "former"
}

// ofSameBody reports that person g holds an office in the body that mention m is said to be of.
func (r *resolver) ofSameBody(m, g int) bool {
	a := r.affiliation(m)
	for i := range r.groups[g].roles {
		if o := &r.groups[g].roles[i]; a >= 0 && r.of[a] >= 0 && o.org >= 0 && r.of[o.org] == r.of[a] {
			return true
		}
	}
	return false
}

// ofSome reports "the mother of five".
func (r *resolver) ofSome(x *mention.Mention) bool {
	i := int(x.Head)
	return i+2 < len(r.tags) && r.d.Low(i+1) == "of" && r.tags[i+2] == tag.CD
}

// unnamed are nouns for people whom a report speaks of beside those it names.
var unnamed = lexicon.WordsOf(
	"source", "official", "witness", "defendant", "accused", "suspect",
	"complainant", "reporter", "journalist", "interviewer", "speaker",
	"teenager", "youth", "pensioner", "driver", "passenger", "gunman", "attacker",
	"patient", "student", "pupil", "author", "writer", "host", "moderator",
	"boy", "girl", "folk", "spokesman", "spokeswoman", "spokesperson", "narrator",
)

// reported are such nouns that take up whom a report has named, where it speaks of nobody by them without a name.
var reported = lexicon.WordsOf("official", "spokesman", "spokeswoman", "spokesperson")

// noneUnnamed reports that the text before mention m calls nobody by the noun who has no name, nor several.
//
// Counter-example: "An official said no. Ada Brenn spoke. The official left."
func (r *resolver) noneUnnamed(m int, noun string) bool {
	for o := m - 1; o >= 0; o-- {
		y := &r.ms[o]
		if w := r.d.Low(int(y.Head)); w != noun && w != noun+"s" {
			continue
		}
		if r.of[o] < 0 || !r.groups[r.of[o]].named || y.Plural {
			return false
		}
	}
	return true
}

// epithets are nouns that say what somebody is known for.
var epithets = lexicon.WordsOf(
	"leader", "boss", "billionaire", "millionaire", "tycoon", "magnate",
	"politician", "diplomat", "lawmaker", "singer", "actor", "actress",
	"striker", "midfielder", "winger", "sprinter", "champion", "veteran",
	"cleric", "strongman", "economist", "businessman", "businesswoman", "entrepreneur",
	"premier", "statesman", "democrat", "republican", "novelist", "playwright",
	"poet", "composer", "painter", "sculptor", "conductor", "pianist", "violinist", "filmmaker", "comedian", "laureate",
	"historian", "philosopher", "physicist", "all-rounder", "batter", "batsman", "bowler", "quarterback", "goalkeeper",
)

// othersToo reports that the text has called another person than g by the noun of mention m,
// and by what goes with it there: the Democratic nominee is not "the Republican nominee".
func (r *resolver) othersToo(m, g int) bool {
	x := &r.ms[m]
	noun := r.d.Low(int(x.Head))
	for o := m - 1; o >= 0 && o > m-far; o-- {
		y := &r.ms[o]
		if y.Kind != article.KindPerson || int(r.of[o]) == g || !r.called(y, noun) || r.titledBlock(o) {
			continue
		}
		z := *y
		if isName(y) {
			z.First, z.End = y.RoleFirst, y.RoleEnd
		}
		if r.within(x, &z) {
			return true
		}
	}
	return false
}

// ofAnother reports that description m holds somebody's name ("the Brenn supporter"), or that
// its sentence goes on to name person g, whom nobody describes before the name.
func (r *resolver) ofAnother(m, g int) bool {
	x := &r.ms[m]
	for o := m + 1; o < len(r.ms) && r.sentence(o) == r.sentence(m); o++ {
		y := &r.ms[o]
		if !isName(y) {
			continue
		}
		if y.End <= x.End && y.Kind == article.KindPerson || y.First >= x.End && int(r.of[o]) == g && r.index.quoted[o] == 0 {
			return true
		}
	}
	return false
}

// coupled reports that "and" ties mention m to somebody before it, or behind it who is not
// brought in as its own: "the tycoon and the mayor", but not "the tycoon and his sons".
func (r *resolver) coupled(m int) bool {
	x := &r.ms[m]
	if x.First > 0 && r.tags[x.First-1] == tag.CC && !r.opens(m) {
		return true
	}
	i := int(x.End) + 1
	return r.joined(m) && !(i < len(r.tags) && r.tags[i] == tag.PRPS)
}

// together are the offices of those who sit or act together, so that the noun for one means
// no other.
var together = lexicon.WordsOf(
	"judge", "prosecutor", "lawyer", "attorney", "barrister", "solicitor",
	"coroner", "counsel", "officer", "detective", "sergeant", "inspector",
	"doctor", "nurse", "teacher", "principal", "referee", "coach", "manager",
	"chairman", "chairwoman", "chair", "secretary", "minister", "president",
	"director", "treasurer", "governor", "mayor", "senator", "councillor",
	"commissioner", "ambassador", "bishop", "vicar", "priest", "sheriff",
	"general", "chief", "head", "executive", "captain", "editor", "secretary-general",
)

// onlyOneTold is the one named person who is subject or source in the sentences right
// before mention m, of its paragraph or, if it opens one, of the paragraph before; -1 if
// there are several, or somebody without a name whom m could mean.
func (r *resolver) onlyOneTold(m int) int {
	const sentences = 2
	home, from, found, other := r.home(m), r.source(m), int32(-1), int32(-1)
	foundIn, otherIn := 0, 0 // sentences
	told := article.Opt("")  // the gender that pronouns show
	for o := m - 1; o >= 0 && home-r.sentence(o) <= sentences; o-- {
		if r.titledBlock(o) || r.block(m)-r.block(o) > 1 || r.block(o) != r.block(m) && !r.startsBlock(home) {
			break
		}
		y := &r.ms[o]
		if y.Kind != article.KindPerson || y.Plural || r.own(from, o) || r.passedOver(m, o) || y.Type == article.MentionAdjective {
			continue
		}
		g := r.of[o]
		switch {
		case g >= 0 && (g == found || g == other && !r.subject(o) && !r.speaks(o)):
		case g < 0 && y.Type == article.MentionPronoun && y.Gender != "" && (told == "" || told == y.Gender):
			told = y.Gender // whom it takes up is told of as well
		case g < 0 && (y.Type == article.MentionPronoun || r.around(m, o)):
			return -1
		case g < 0 || !r.groups[g].named:
			if isNominal(y) && r.heads(o) && !r.said(o) && !r.inPhrase(o) && !(r.ms[m].Type == article.MentionTitle && y.RoleEnd == y.RoleFirst) {
				return -1 // but a girl is not the commissioner
			}
		case found >= 0, r.sentence(o) == r.sentence(m):
			return -1 // also "Brenn has won, the columnist said"
		case r.subject(o) || r.speaks(o) || y.Type == article.MentionPronoun:
			found, foundIn = g, r.sentence(o)
		case other >= 0:
			return -1
		default:
			otherIn = r.sentence(o)
			other = g // "Ada Brenn, the envoy for Norland, said"
		}
	}
	if other >= 0 && other != found && !(found >= 0 && otherIn < foundIn && foundIn == home-1 && r.opens(m)) || found >= 0 && told != "" && r.groups[found].gender != "" && r.groups[found].gender != told {
		return -1
	}
	return int(found)
}

// ofNation is the one named person of whom the two sentences before mention m tell and who can be of its nation: "City
// have sacked Luca Marchetti. The Italian left"; of several the subject of the sentence before; -1 if it is open.
func (r *resolver) ofNation(m int) int {
	const sentences = 2
	home, from, found, many := r.home(m), r.source(m), -1, false
	for o := m - 1; o >= 0 && home-r.sentence(o) <= sentences; o-- {
		if r.titledBlock(o) || r.block(m)-r.block(o) > 1 {
			break
		}
		y, g := &r.ms[o], int(r.of[o])
		if y.Kind != article.KindPerson || y.Plural || g == found || r.own(from, o) || r.sentence(o) == r.sentence(m) {
			continue
		}
		if g < 0 {
			if isName(y) {
				return -1
			}
			continue
		}
		if !r.groups[g].named || !r.genders(m, g) || r.groups[g].country != "" && r.groups[g].country != r.ms[m].Country {
			continue
		}
		many = many || found >= 0
		if found < 0 {
			found = g
		}
	}
	if many {
		return -1
	}
	return found
}

// stars are nouns that a text tells several by.
var stars = lexicon.WordsOf("star", "co-star", "host", "guest", "contestant", "player")

// calledLawmaker reports "the Torvik lawmaker": one by the place that elects them.
func (r *resolver) calledLawmaker(m int) bool {
	x := &r.ms[m]
	w := r.d.Low(int(x.Head))
	return (w == "lawmaker" || w == "legislator" || w == "congressman" || w == "congresswoman" || w == "senator") && x.Head == x.First+2 && r.d.Is(int(x.First)+1, token.Capital)
}

// othersPronoun reports "his" or "she" behind description m in its sentence, before anybody else is told of, that is not of
// the gender of group g: "The tycoon has beaten his rivals" is no woman.
func (r *resolver) othersPronoun(m, g int) bool {
	gender := r.groups[g].gender
	for o := m + 1; gender != "" && o < len(r.ms) && r.sentence(o) == r.sentence(m); o++ {
		y := &r.ms[o]
		if y.Type == article.MentionPronoun && y.Gender != "" {
			return y.Gender != gender
		}
		if y.Kind == article.KindPerson && !y.Plural {
			return false
		}
	}
	return false
}

// justTold is the one person whom the sentence right before mention m, of its paragraph or the end of the one before, is
// about: its main subject or its source, named, where it tells of nobody else; -1 if there is none.
func (r *resolver) justTold(m int) int {
	home, from, found, main := r.home(m), r.source(m), int32(-1), false
	for o := m - 1; o >= 0 && home-r.sentence(o) <= 1; o-- {
		y := &r.ms[o]
		if r.titledBlock(o) || r.block(m) != r.block(o) {
			break
		}
		if y.Kind != article.KindPerson || y.Plural || r.own(from, o) || r.passedOver(m, o) || y.Type == article.MentionAdjective {
			continue
		}
		g := r.of[o]
		if g < 0 || r.sentence(o) == r.sentence(m) || !r.groups[g].named || found >= 0 && g != found {
			return -1
		}
		found = g
		main = main || r.speaks(o) || y.Phrase >= 0 && r.mainSubject(y.Phrase) && r.heads(o)
	}
	if !main {
		return -1
	}
	return int(found)
}

// passedOver reports that mention o stands in words that somebody has said, whom mention m
// does not take up if it speaks itself; what is only reported counts if it does not.
func (r *resolver) passedOver(m, o int) bool {
	q := r.index.quoted[o].to()
	return q >= 0 && (r.speaks(m) || r.verbatim(q, r.ms[o].Head))
}

// startsBlock reports that sentence s opens its paragraph.
func (r *resolver) startsBlock(s int) bool {
	return int(r.d.Blocks[r.d.Sentences[s].Block].First) == s
}

// suitsOffice reports that description m can be of person g by the offices that the text
// gives: of those who act together, "the prosecutor" is no Judge Ada Brenn; the leader
// of a party holds none in another, nor somebody from one state in another.
func (r *resolver) suitsOffice(m, g int) bool {
	x, held := &r.ms[m], 0
	noun := fullTitle(r.d.Low(int(x.Head)))
	a := r.affiliation(m)
	if a >= 0 && r.of[a] >= 0 && r.groups[r.of[a]].kind == article.KindCountry {
		if c, own := r.groups[r.of[a]].country, r.groups[g].country; c != "" && own != "" && c != own {
			return false // "Ada Brenn (Norway) left. The envoy of Chile said …"
		}
	}
	for i := range r.groups[g].roles {
		o := &r.groups[g].roles[i]
		if o.status == "former" {
			continue
		}
		held++
		if a >= 0 && r.of[a] >= 0 && o.org >= 0 && r.of[o.org] >= 0 && r.of[a] != r.of[o.org] {
			p, q := &r.groups[r.of[a]], &r.groups[r.of[o.org]]
			if p.kind == q.kind && (p.country == "" || q.country == "" || p.kind != article.KindGovernmentBody) {
				return false
			}
		}
	}
	if held == 0 && r.opens(m) && r.paragraph(m) == 1 && r.paragraph(int(r.groups[g].first)) == 0 && r.opensWith(int(r.groups[g].first)) {
		return true // "Ada Brenn has quit.\n\nThe bank's chairwoman said …"
	}
	return !together.Has(noun) || r.callsOf(g, noun) || held == 0 && (a < 0 || r.ms[a].Kind == article.KindPlace) || r.once(x)
}

// callsOf reports that person g holds an office for which the noun is another word: a surgeon is a doctor.
func (r *resolver) callsOf(g int, noun string) bool {
	list := calling[noun]
	for i := range r.groups[g].roles {
		if slices.Contains(list, r.groups[g].roles[i].head) {
			return true
		}
	}
	return false
}

// bareName links the office or description that the lead begins with to the full name
// that the next paragraph begins with, without a word on who that is: a name that the text
// does not explain is of whom it has spoken of.
func (r *resolver) bareName(m int) int {
	x := &r.ms[m]
	if x.Kind != article.KindPerson || x.Plural || r.titledBlock(m) || r.paragraph(m) > 0 || !r.startsBlock(r.sentence(m)) || !r.heads(m) || !(r.opens(m) && r.mainSubject(x.Phrase)) && !r.onlyOffice(m) || r.relation(m) || r.owned(m) {
		return -1
	}
	o := r.nextParagraph(m)
	if o < 0 {
		return -1
	}
	y := &r.ms[o]
	g := int(r.of[o])
	if y.End-y.First < 2 || int(r.groups[g].first) != o || !r.genders(m, g) || !r.mainSubject(y.Phrase) || !r.unexplained(o) {
		return -1
	}
	if !r.definiteOffice(m) && r.withAnother(m) {
		return -1
	}
	return g
}

// onlyOffice reports "the mayor" in a lead that tells of nobody else.
func (r *resolver) onlyOffice(m int) bool {
	x := &r.ms[m]
	if x.Type != article.MentionTitle || r.d.Low(int(x.First)) != "the" {
		return false
	}
	for o := m - 1; o >= 0 && r.block(o) == r.block(m); o-- {
		if r.ms[o].Kind == article.KindPerson {
			return false
		}
	}
	for o := m + 1; o < len(r.ms) && r.block(o) == r.block(m); o++ {
		if y := &r.ms[o]; y.Kind == article.KindPerson && y.Type != article.MentionPronoun {
			return false
		}
	}
	return true
}

// nextParagraph is the name of a person that begins the paragraph behind that of mention m;
// -1 if it begins otherwise.
func (r *resolver) nextParagraph(m int) int {
	for o := m + 1; o < len(r.ms); o++ {
		switch d := r.block(o) - r.block(m); {
		case d == 0 && r.ms[o].Kind == article.KindPerson && isName(&r.ms[o]):
			return -1 // the lead names somebody
		case d == 1:
			y := &r.ms[o]
			if y.Kind != article.KindPerson {
				continue // "In a letter to the board, Ada Brenn said"
			}
			if y.Type == article.MentionName && r.of[o] >= 0 && (r.opensWith(o) || r.sentence(o) == int(r.d.Blocks[r.block(o)].First)) {
				return o
			}
			return -1
		case d > 1:
			return -1
		}
	}
	return -1
}

// opensWith reports that the name in mention o opens its sentence, forms of address before it.
func (r *resolver) opensWith(o int) bool {
	first, i := int(r.d.Sentences[r.sentence(o)].First), int(r.ms[o].First)
	for i > first && (honorifics().Has(r.d.Low(i-1)) || i-1 == first && r.d.Low(i-1) == "the") {
		i--
	}
	return i == first
}

// unexplained reports that nothing at the name in mention o says who that is, but for a
// form of address or learning.
func (r *resolver) unexplained(o int) bool {
	y := &r.ms[o]
	if y.RoleEnd > y.RoleFirst && !(y.RoleEnd == y.RoleFirst+1 && honorifics().Has(r.d.Low(int(y.RoleFirst)))) {
		return false
	}
	p := r.phrase(o)
	if p == nil || p.Apposition >= 0 || p.FullEnd > p.End {
		return false
	}
	i := int(y.End)
	return i < len(r.tags) && r.tags[i].Finite()
}

// definiteOffice reports "the premier of Norland", "The NSW premier": one that one person
// holds.
func (r *resolver) definiteOffice(m int) bool {
	x := &r.ms[m]
	return x.Type == article.MentionTitle && x.RoleEnd > x.RoleFirst && (r.d.Low(int(x.First)) == "the" || r.tags[x.First].Proper()) && (r.affiliation(m) >= 0 || x.RoleEnd-x.RoleFirst > 1)
}

// withAnother reports another person without a name in the sentence of mention m, who may
// be named next as well.
func (r *resolver) withAnother(m int) bool {
	for o := m + 1; o < len(r.ms) && r.sentence(o) == r.sentence(m); o++ {
		if y := &r.ms[o]; y.Kind == article.KindPerson && isNominal(y) && !y.Plural && r.heads(o) && r.d.Tokens[y.First].Sentence == r.d.Tokens[r.ms[m].First].Sentence {
			return true
		}
	}
	return r.tags[r.ms[m].First] != tag.DT
}
