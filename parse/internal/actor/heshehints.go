package actor

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
)

// What the words around "he" and "she" tell of whom they mean.

// chosenAs is who is named or chosen as what the possessive pronoun m owns: "named Mori as | his successor"; -1 if nobody is.
func (r *resolver) chosenAs(m int) int {
	i := int(r.ms[m].First) - 1
	if i < 2 || r.d.Low(i) != "as" {
		return -1
	}
	for o := m - 1; o >= max(0, m-4); o-- {
		if p := r.phrase(o); p != nil && r.of[o] >= 0 && r.heads(o) && (int(p.End) == i || int(p.FullEnd) == i) && p.First > 0 && choosing.Has(r.d.Low(int(p.First)-1)) {
			return int(r.of[o])
		}
	}
	return -1
}

var choosing = lexicon.WordsOf(
	"name", "named", "names", "naming", "appoint", "appointed", "appointing", "pick", "picked", "picking", "chose", "chosen", "choosing", "nominated", "nominating", "selected",
	"tapped", "hired", "designated", "installed", "anointed",
)

// accuses reports behind pronoun m a verb for what a speaker goes on to do: "Brenn said Kolm had lied. He accused him".
func (r *resolver) accuses(m int) bool {
	i := int(r.ms[m].End)
	if i < len(r.tags) && r.tags[i] == tag.RB {
		i++
	}
	return i < len(r.tags) && r.tags[i].Finite() && goingOn.Has(r.d.Low(i))
}

var goingOn = lexicon.WordsOf(
	"accused", "urged", "blamed", "warned", "criticised", "criticized", "praised", "asked", "promised", "vowed", "insisted", "called", "denied",
	"added", "demanded", "pledged", "noted", "cited", "pointed", "alleged", "described", "condemned", "dismissed", "defended", "thanked", "apologised", "apologized",
)

// whoOf is whom the relative clause of possessive pronoun m is about: "Brenn, a senator, who has lost | her seat"; -1 if m
// stands in none, or it tells of another before whose that may be.
//
// Counter-example: "Brenn, who met Kolm at | his house".
func (r *resolver) whoOf(m int) int {
	q, relative := r.subjectPhrase(m)
	if q < 0 || !relative {
		return -1
	}
	g, end := r.groupOf(q), r.set.Phrases[q].End
	for o := m - 1; g >= 0 && o >= 0 && r.ms[o].First >= end; o-- {
		if k := int(r.of[o]); k != g && r.ms[o].Kind == article.KindPerson && !r.ms[o].Plural && (k < 0 || r.may(m, k)) && !r.around(m, o) {
			return -1
		}
	}
	for i := end; i < min(int32(len(r.tags)), end+5); i++ {
		if r.tags[i] == tag.WP {
			return g
		}
	}
	return -1
}

// putTo is whom "put it to" means before the words in which pronoun m is the subject: "put it to Brenn that | he had lied";
// -1 if m stands elsewhere.
func (r *resolver) putTo(m int) int {
	i := int(r.ms[m].First) - 1
	if i < 4 || r.d.Low(i) != "that" {
		return -1
	}
	for o := m - 1; o >= max(0, m-4); o-- {
		f := int(r.ms[o].First) - 1
		if int(r.ms[o].End) == i && r.of[o] >= 0 && f > 1 && r.d.Low(f) == "to" && r.d.Low(f-1) == "it" && (r.d.Low(f-2) == "put" || r.d.Low(f-2) == "puts") {
			return int(r.of[o])
		}
	}
	return -1
}

// answers is whom the sentence before tells to be asked or told something, where pronoun m, of that gender, replies: "Brenn
// asked Kolm why. “No reason,” he replied." Last is who has spoken last. -1 if m does not reply, or the sentence names no one
// but one who asks.
func (r *resolver) answers(m, last int) int {
	q := r.index.speaks[m].to()
	if q < 0 || !replying.Has(r.quotes[q].CueLemma) {
		return -1
	}
	home, found := r.home(m), -1
	for o := m - 1; o >= 0 && home-r.sentence(o) <= 1; o-- {
		g, y := int(r.of[o]), &r.ms[o]
		if r.sentence(o) >= home || y.Kind != article.KindPerson || y.Plural {
			continue
		}
		f := int(y.First) - 1
		if g >= 0 && f > 0 && (r.tags[f].Verb() && asks.Has(r.d.Low(f)) || r.d.Low(f) == "to" && r.d.Low(f-1) == "it") && r.may(m, g) && r.index.quoted[o] == 0 {
			found = g
		}
	}
	if found == last {
		return -1
	}
	return found
}

var replying = lexicon.WordsOf("reply", "answer", "respond", "retort")

// womanOrMan reports that the sentence of pronoun m tells before it of somebody without a name whose noun shows the gender
// of m.
func (r *resolver) womanOrMan(m int) bool {
	for o := m - 1; o >= 0 && r.sentence(o) == r.sentence(m); o-- {
		if y := &r.ms[o]; y.Type == article.MentionNominal && y.Kind == article.KindPerson && !y.Plural && y.Gender != "" && y.Gender == r.ms[m].Gender && y.Rule != "kin" && !(r.of[o] >= 0 && r.groups[r.of[o]].named) {
			return true
		}
	}
	return false
}

// toldOfEither reports that pronoun m stands in what one person tells another of its gender: "Brenn told Kolm that
// she was wrong" may be of either.
func (r *resolver) toldOfEither(m int) bool {
	q := r.index.quoted[m].to()
	if q < 0 || r.quotes[q].Addressee == nil || r.quotes[q].Addressee.Mention < 0 || int(r.quotes[q].Addressee.Mention) >= len(r.of) {
		return false
	}
	g := r.of[r.quotes[q].Addressee.Mention]
	return g >= 0 && r.may(m, int(g)) && r.groups[g].gender != ""
}

// aheadOf is the person who is the subject behind the adjunct that opens the sentence with the possessive pronoun m:
// "In his speech, Brenn said"; -1 if there is none.
//
// Counter-example: "In his absence, Brenn led the talks".
func (r *resolver) aheadOf(m int) int {
	x := &r.ms[m]
	s := &r.d.Sentences[r.sentence(m)]
	if r.tags[x.Head] != tag.PRPS || x.First != s.First+1 || m+1 >= len(r.ms) {
		return -1
	}
	switch r.d.Low(int(s.First)) {
	case "in", "at", "during", "on", "throughout", "after", "before":
	default:
		return -1
	}
	p := r.set.PhraseAt(int(x.First))
	if p < 0 || stands.Has(r.d.Low(int(r.set.Phrases[p].Head))) {
		return -1
	}
	for o := m + 1; o < len(r.ms) && o < m+4 && r.ms[o].First < s.End; o++ {
		y := &r.ms[o]
		if r.tags[y.First-1] != tag.PunctComma || y.Type != article.MentionName {
			continue
		}
		if g := int(r.of[o]); g >= 0 && r.subject(o) && r.may(m, g) && r.groups[g].gender != "" {
			return g
		}
		return -1
	}
	return -1
}

// stands are what another than the one who acts is told to have: "in his place, Brenn".
var stands = lexicon.WordsOf("absence", "place", "stead", "wake", "honour", "honor", "memory", "defence", "defense", "shadow", "footsteps", "name", "case", "death", "view", "eyes", "favour", "favor", "behalf", "side", "way", "request", "invitation", "funeral")

// talkBefore is the quotation that ends right before the words whose source is pronoun m, where those begin a
// sentence: who spoke may have been named long before; -1 if there is none, or its speaker is open.
func (r *resolver) talkBefore(m, home int) int {
	q := r.index.spoke[m].to()
	if q < 0 || r.quotes[q].Kind != article.QuoteDirect || r.speaker(q) < 0 || r.index.quoted[r.quotes[q].Speaker.Mention] > 0 || !r.opens(m) && r.behindWords(m) < 0 {
		return -1
	}
	if end := r.quotes[q].End - 1; end < 0 || r.d.Tokens[end].Sentence+1 < int32(home) || end >= r.ms[m].First {
		return -1
	}
	return q
}

// answersTo is whom somebody asks a question in the sentence before the words whose source is pronoun m: it is
// she who answers; -1 if nobody does, or not right before.
func (r *resolver) answersTo(m, home int) int {
	for o := m - 1; o >= 0 && r.sentence(o) >= home-1; o-- {
		q := r.index.speaks[o].to()
		if q < 0 || r.quotes[q].CueLemma != "ask" || r.quotes[q].Addressee == nil || r.quotes[q].Addressee.Mention < 0 || r.sentence(o) == home {
			continue
		}
		if g := int(r.of[r.quotes[q].Addressee.Mention]); g >= 0 && g != int(r.of[o]) && r.may(m, g) {
			return g
		}
		return -1
	}
	return -1
}

// spokenOf reports that the words of pronoun m, a source, are told to be about mention o: "Of Brenn, she said",
// "Asked about Brenn, she said".
func (r *resolver) spokenOf(m, o int) bool {
	p := r.phrase(o)
	if p == nil || !r.heads(o) || !r.speaks(m) || !r.governed(p) {
		return false
	}
	i, first := int(p.First)-1, int(r.d.Sentences[p.Sentence].First)
	switch r.d.Low(i) {
	case "of", "on", "about":
	default:
		return false
	}
	return i == first || i == first+1 && (r.d.Low(first) == "asked" || r.d.Low(first) == "speaking" || r.d.Low(first) == "talking")
}

// askedOf is whom the question that pronoun m stands in is put to: "Brenn asked Kolm why she had left" asks after
// Kolm; -1 if it is no question, or asks for leave.
//
// Counter-example: "Brenn asked Kolm whether she could leave", "asked Kolm to be at her side".
func (r *resolver) askedOf(m int) int {
	q := r.index.quoted[m].to()
	if q < 0 || r.quotes[q].CueLemma != "ask" || r.quotes[q].Addressee == nil || r.quotes[q].Addressee.Mention < 0 {
		return -1
	}
	switch r.d.Low(int(r.quotes[q].First)) {
	case "whether", "if", "what", "how", "why", "when", "where", "who", "which":
	default:
		return -1
	}
	if i := int(r.ms[m].End); i < len(r.tags) && (r.d.Low(i) == "could" || r.d.Low(i) == "may" || r.d.Low(i) == "might" || r.d.Low(i) == "can") {
		return -1
	}
	return int(r.of[r.quotes[q].Addressee.Mention])
}

// isSo reports a past or present of "be" behind pronoun m and how somebody is, not what they are doing.
func (r *resolver) isSo(m int) bool {
	i := int(r.ms[m].End)
	if i+1 >= len(r.tags) || r.tags[r.ms[m].Head] != tag.PRP {
		return false
	}
	switch r.d.Low(i) {
	case "was", "is", "were":
		return r.tags[i+1] == tag.JJ || r.tags[i+1] == tag.DT || r.tags[i+1] == tag.VBN
	}
	return false
}

// judgedFor is the group of somebody who is thanked, blamed or punished for what the
// possessive pronoun m owns: "thanked Brenn for his service"; -1 if there is none.
func (r *resolver) judgedFor(m int) int {
	x := &r.ms[m]
	i := int(x.First) - 1
	if i < 3 || r.tags[x.Head] != tag.PRPS || r.tags[i] != tag.IN || r.d.Low(i) != "for" && r.d.Low(i) != "over" {
		return -1
	}
	for o := m - 1; o >= max(0, m-4); o-- {
		y := &r.ms[o]
		if int(y.End) != i || r.of[o] < 0 || !isName(y) && !(y.Type == article.MentionTitle && y.Kind == article.KindPerson) || y.Phrase < 0 {
			continue
		}
		v := int(r.set.Phrases[y.Phrase].First) - 1
		if v >= 0 && r.tags[v].Verb() && judging.Has(tag.Lemma(r.d.Low(v), r.tags[v])) {
			return int(r.of[o])
		}
	}
	return -1
}

// hearerOf is the pronoun that is the object of the verb of speech or blame in whose
// complement the possessive pronoun m stands: "accused him of having left his post", "told
// her that her house was on fire"; -1 if there is none, or another person stands between.
func (r *resolver) hearerOf(m int) int {
	x := &r.ms[m]
	if r.tags[x.Head] != tag.PRPS {
		return -1
	}
	form := "him"
	if r.d.Low(int(x.Head)) == "her" {
		form = "her"
	}
	for o := m - 1; o >= 0 && r.sentence(o) == r.sentence(m); o-- {
		y := &r.ms[o]
		if y.Kind == article.KindPerson && y.Type != article.MentionPronoun && !r.around(m, o) {
			return -1
		}
		h := int(y.Head)
		if w := r.d.Low(h); w == "he" || w == "she" {
			return -1 // "told him that she had her own plan"
		}
		if r.d.Low(h) != form || r.tags[h] != tag.PRP || h == 0 || h+1 >= len(r.tags) {
			continue
		}
		if w := r.d.Low(h + 1); (w == "of" || w == "that") && r.tags[h-1].Verb() {
			return o
		}
		return -1
	}
	return -1
}

// judging are verbs whose object is told why it meets with them.
var judging = lexicon.WordsOf(
	"thank", "praise", "commend", "laud", "applaud", "congratulate", "credit", "honour", "honor", "admire", "criticise",
	"criticize", "blame", "fault", "condemn", "denounce", "attack", "mock", "ridicule", "rebuke", "chide", "scold", "slam",
	"blast", "sack", "fire", "dismiss", "jail", "imprison", "fine", "punish", "suspend", "arrest", "prosecute", "sue",
	"forgive", "pardon", "lambast", "lambaste", "berate", "castigate", "chastise", "deride", "assail", "pillory",
	"hammer", "knock", "skewer", "fault", "hail", "salute", "reprimand", "censure", "upbraid", "ridicule", "slate", "lampoon",
)

// unfounded is how a race enters mention o, which belongs to no group yet; and back.
func unfounded(o int) int { return -2 - o }

// bringIn founds an actor for mention o.
func (r *resolver) bringIn(o int) int {
	g := r.create(o)
	r.join(o, g, "nominal")
	return g
}

// askedAbout reports that the narrator asks about mention o, and pronoun m tells who
// answers: "I ask whether Kolm is up to it. “Of course,” he snaps."
func (r *resolver) askedAbout(m, o int) bool {
	q := r.index.quoted[o].to()
	if q < 0 || !r.speaks(m) || r.quotes[q].CueLemma != "ask" || r.quotes[q].Speaker == nil || r.quotes[q].Speaker.Head < 0 {
		return false
	}
	return r.d.Low(int(r.quotes[q].Speaker.Head)) == "i"
}

// doerTo is the group of the subject that itself does what the infinitive or participle before the object "her" or
// "him" in mention m tells, and so is not meant by it: "she wanted to meet her", "she looked forward to working with
// her"; -1 if there is none.
//
// Counter-example: "she asked them to meet her", "she was glad of a plan to free her".
func (r *resolver) doerTo(m int) int {
	i := int(r.ms[m].First) - 1
	first := int(r.d.Sentences[r.sentence(m)].First)
	if i-3 < first || !r.object(m) {
		return -1
	}
	switch {
	case r.tags[i] != tag.IN:
	case aroundOneself.Has(r.d.Low(i)):
		return -1 // "had tried to put it behind her"
	default:
		i--
	}
	switch to := r.tags[i-1]; {
	case r.tags[i] == tag.VB && to == tag.TO, r.tags[i] == tag.VBG && (to == tag.IN || to == tag.TO):
		i -= 2
	default:
		return -1
	}
	verbs := 0
	for i > first && (r.tags[i].Verb() || r.tags[i] == tag.MD || r.tags[i] == tag.RB || r.tags[i] == tag.JJ) {
		if r.tags[i].Verb() {
			verbs++
		}
		i--
	}
	p := r.set.PhraseAt(i)
	if verbs == 0 || p < 0 || int(r.set.Phrases[p].End) != i+1 || !r.isSubject(int32(p)) {
		return -1
	}
	return r.groupOf(int32(p))
}

// aroundOneself are the prepositions behind which "her" may be who does it.
var aroundOneself = lexicon.WordsOf("behind", "around", "before", "above", "beneath", "beside", "about", "after")

// opensAsked reports that the sentence opens with what pronoun m, the subject behind it, was asked: whoever is named there
// is not meant, "Asked about Kolm, he said" is not Kolm.
//
// Counter-example: "Asked about Kolm, the minister said he was late".
func (r *resolver) opensAsked(m int) bool {
	if m := int(r.ms[m].First); m == 0 || r.d.Low(m-1) != "," {
		return false
	}
	i := int(r.d.Sentences[r.sentence(m)].First)
	if !r.tags[i].Verb() && r.d.Low(i) != "asked" {
		i++ // "When asked", "But asked"
	}
	return i < int(r.ms[m].First) && questioned.Has(r.d.Low(i)) && (r.tags[i] == tag.VBN || r.tags[i] == tag.VBD)
}

var questioned = lexicon.WordsOf("asked", "pressed", "questioned", "quizzed", "challenged", "grilled", "probed")

// inWork reports a mention inside the title of a work: "Kristin's Winter" names
// nobody who could be meant by she.
func (r *resolver) inWork(o int) bool {
	p := r.marks.At(int(r.ms[o].Head))
	return p >= 0 && r.marks.Pairs[p].Use == quotemark.Title
}

// openName reports a person's name whose bearer is open: one of two who share it. A
// pronoun behind it is as open.
func (r *resolver) openName(o int) bool {
	x := &r.ms[o]
	return x.Type == article.MentionName && x.Kind == article.KindPerson && !r.clan(o)
}

// bearerFor is the one person whom name o, open between people of one last name, means if
// pronoun m takes it up: "Brenn left. She …" of Ada and Tom Brenn; -1 if it may be several,
// any false if none.
func (r *resolver) bearerFor(m, o int) (g int, any bool) {
	list := r.people(r.last(o))
	if len(list) == 0 {
		return -1, true // a given name that several bear
	}
	g = -1
	for _, p := range list {
		switch {
		case !r.may(m, int(p)) || !r.genders(o, int(p)):
		case any, r.groups[p].gender == "":
			return -1, true
		default:
			g, any = int(p), true
		}
	}
	for _, p := range list {
		if any && r.groups[p].size > r.groups[g].size {
			return -1, true // the text is about another of the name
		}
	}
	return g, any
}

// somebody reports that mention o is a single person in general ("a man") whom
// pronoun m could mean by gender.
func (r *resolver) somebody(m, o int) bool {
	x := &r.ms[o]
	switch r.d.Low(int(x.First)) {
	case "my", "our":
		return x.Rule == "kin" && !x.Plural && x.Gender != "" && x.Gender == r.ms[m].Gender // "“My mother left. She …”"
	case "any", "no", "every", "each", "his", "her", "their", "your":
		return false
	}
	return x.Type == article.MentionNominal && x.Kind == article.KindPerson && !x.Plural && x.Rule != "kin" && (x.Gender == "" || x.Gender == r.ms[m].Gender)
}

// misnamed reports a person of the other gender than pronoun m, of which only
// the given name tells: Ola and Kim are men here and women there.
func (r *resolver) misnamed(m, g int) bool {
	x := &r.groups[g]
	return x.kind == article.KindPerson && !x.plural && x.named && !x.shown && !r.genders(m, g)
}

// describedAround is whom the description around pronoun m is of: "her client" is not her; -1
// if it stands in none.
func (r *resolver) describedAround(m int) int {
	const near = 3
	for o := max(0, m-near); o < min(len(r.ms), m+near); o++ {
		if x := &r.ms[o]; o != m && x.Kind == article.KindPerson && !x.Plural && isNominal(x) && r.around(m, o) {
			return int(r.of[o])
		}
	}
	return -1
}

// opensTalk reports pronoun m, source of words in quotation marks, in whose paragraph nobody has
// spoken yet: "Outside she said: “Never.”"
func (r *resolver) opensTalk(m int) bool {
	q := r.index.speaks[r.source(m)].to()
	if q < 0 || r.quotes[q].Kind != article.QuoteDirect {
		return false
	}
	last := r.index.spoke[m].to()
	return last < 0 || r.quotes[last].Speaker == nil || r.d.Sentences[r.d.Tokens[r.quotes[last].Speaker.Head].Sentence].Block != r.block(m)
}

// actsBefore reports mention o, the subject that opens the sentence before the words whose source
// is pronoun m, in one paragraph: "Brenn laughed. “Never,” he said." It is told what one does before
// it is told what one says.
func (r *resolver) actsBefore(m, o int) bool {
	p := r.phrase(o)
	return p != nil && r.heads(o) && (r.opens(o) || p.First == r.d.Sentences[p.Sentence].First) && r.mainSubject(r.ms[o].Phrase) && r.block(o) == r.block(m)
}

// may reports that person pronoun m can be group g.
func (r *resolver) may(m, g int) bool {
	x := &r.groups[g]
	return x.kind == article.KindPerson && !x.plural && r.genders(m, g)
}

// standing weighs mention o of group g for pronoun m, nearness apart.
func (r *resolver) standing(m, o, g int) int {
	score := 3 * int(min(4, r.groups[g].size))
	x := &r.groups[g]
	if r.subject(o) {
		score += 20
	} else if r.ownsSubject(o) {
		score += 8 // "Brenn's whereabouts were unclear"
	}
	if x.named {
		score += 10
	} else if r.vague(o) && !(r.yearsOld(&r.ms[o]) && r.block(o) == r.block(m)) && (x.gender == "" && r.onlyWants(o) || !r.speaks(o) && !(r.speaks(m) && r.subject(o) && r.opens(o))) {
		score -= 20 // "a successor", "our editor"
	}
	if x.gender != "" {
		score += 10
	}
	if r.ms[o].Type == article.MentionPronoun {
		score += 5
	}
	return score
}

// openBefore reports a pronoun of the gender of m, the subject of the sentence before, that stayed open: "She declined. A
// publisher wants a book, but she is not sure" is of her.
func (r *resolver) openBefore(m int) bool {
	for o := m - 1; o >= 0 && r.sentence(m)-r.sentence(o) <= 1; o-- {
		y := &r.ms[o]
		if y.Type == article.MentionPronoun && y.Gender != "" && y.Gender == r.ms[m].Gender && r.of[o] < 0 && r.sentence(o) < r.sentence(m) && r.index.quoted[o] == 0 && r.subject(o) {
			return true
		}
	}
	return false
}

// onlyWants reports that what mention o is the source of is no words but a wish: "a publisher wants a book".
func (r *resolver) onlyWants(o int) bool {
	if !r.speaks(o) {
		return false
	}
	switch r.quotes[r.index.speaks[o].to()].CueLemma {
	case "want", "hope", "need", "plan", "expect", "prefer", "seek", "aim":
		return true
	}
	return false
}

// ownsSubject reports that mention o is the possessor in a subject that is nobody: "Brenn's
// whereabouts were unclear".
//
// Counter-example: "Brenn's lawyer left".
func (r *resolver) ownsSubject(o int) bool {
	x := &r.ms[o]
	if int(x.End) >= len(r.tags) || r.tags[x.End] != tag.POS || x.Phrase < 0 || !r.isSubject(x.Phrase) {
		return false
	}
	h := r.headOf[x.Phrase]
	return h < 0 || r.ms[h].Kind != article.KindPerson
}
