package actor

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
)

// firstPerson is the speaker of the quotation around the mention. "We" said by
// a person is the body the person speaks for.
func (r *resolver) firstPerson(m int) int {
	g, ok := r.direct(m)
	if !ok {
		return -1
	}
	if g >= 0 && r.ms[m].Plural && r.groups[g].kind == article.KindPerson && !r.groups[g].plural {
		e := r.employer(g)
		if e >= 0 && r.groups[e].kind == article.KindCountry && r.d.Low(int(r.ms[m].Head)) != "we" {
			return -1 // "our children": the people, not the state
		}
		return e
	}
	return g
}

// employer is the one body that a person holds an office in, -1 if there is
// none or are several. A place or a state is one only to those who speak for it.
func (r *resolver) employer(g int) int {
	found := int32(-1)
	for i := range r.groups[g].roles {
		o := &r.groups[g].roles[i]
		if o.status == "former" || o.org < 0 || r.of[o.org] < 0 {
			continue
		}
		e := r.of[o.org]
		if k := r.groups[e].kind; k == article.KindPlace || k == article.KindPerson || k == article.KindCountry && !governs.Has(o.head) && !plays.Has(o.head) {
			continue
		}
		if found >= 0 && found != e {
			return -1
		}
		found = e
	}
	return int(found)
}

// plays are the offices that speak for a state's team, which bears the state's name.
var plays = lexicon.WordsOf("coach", "captain", "manager", "goalkeeper", "striker")

// governs are the offices that speak for a state.
var governs = lexicon.WordsOf(
	"president", "minister", "premier", "chancellor", "king", "queen",
	"leader", "spokesman", "spokeswoman", "spokesperson", "envoy",
	"ambassador", "official", "diplomat", "representative", "secretary",
	"prime", "emir", "negotiator", "delegate",
)

// heShe takes the most salient person of the right gender; a close second
// leaves it open.
func (r *resolver) heShe(m int) int {
	form := r.d.Low(int(r.ms[m].First))
	subject, clause := r.clauseSubject(m)
	switch {
	case form == "himself" || form == "herself":
		if g := r.self(m); g >= 0 && r.may(m, g) {
			return g
		}
		return -1
	case clause && r.object(m):
		// "she told him": not she
	default:
		clause = false
	}
	speaker, inside := r.direct(m)
	possessive := r.tags[r.ms[m].Head] == tag.PRPS
	reports, last := r.reporter(m), r.lastSpeaker(m)
	if possessive && last >= 0 && r.ofWords(m) && r.may(m, last) {
		return last
	}
	if g := r.coupledWith(m); g >= 0 && r.may(m, g) && r.groups[g].gender != "" {
		return g // "Brenn and his cronies"
	}
	home, from := r.home(m), r.source(m)
	behind := r.behindWords(m) >= 0 || r.opensTalk(m)
	content, described := r.index.quoted[m], r.describedAround(m)
	alone, kin := true, false
	c := newRace()
	for o := m - 1; o >= 0 && o > m-far; o-- {
		back := home - r.sentence(o)
		if back > reach {
			break
		}
		back = max(0, back)
		g := int(r.of[o])
		if inside && g < 0 && r.relativeOf(m, o, speaker) {
			c.enter(unfounded(o), nearness[back]+50) // "whose son was hurt, said: “He …”"
			kin = true
		} else if inside && g < 0 && back <= 1 && r.leftOpen(m, o) {
			c.enter(-1, nearness[back]+50)
			kin = true
		} else if g < 0 && back <= 1 && r.index.quoted[o] == content && r.somebody(m, o) && !r.around(m, o) && !r.own(from, o) && r.subject(o) {
			c.enter(unfounded(o), nearness[back]+30) // "a man was held after he …"
		} else if g < 0 && back <= 1 && r.openName(o) && !r.around(m, o) && !r.own(from, o) {
			if g, any := r.bearerFor(m, o); any {
				c.enter(g, nearness[back]+6+r.asSubject(r.ms[o].Phrase)) // "Brenn left", of two Brenns
			}
		}
		if g < 0 || g == described || inside && g == speaker || clause && g == subject || !r.may(m, g) || r.around(m, o) || r.own(from, o) || r.inWork(o) || r.askedAbout(m, o) {
			continue
		}
		score := nearness[back] + r.standing(m, o, g)
		within := content > 0 && r.index.quoted[o] == content
		if within && g != reports {
			alone = false
		}
		switch {
		case (g == reports || g == last && !r.speaks(m)) && r.anonymous(g):
			score -= 25 // "she assured him, the source said": a source tells of others
		case g == reports && alone:
			score += 20 // "Brenn said she would stay"
		case g == last && inside && speaker < 0:
			score -= 10 // likely the speaker itself
		case g == last:
			score += 15
		}
		if back == 1 && behind && r.actsBefore(m, o) {
			score += 22
		}
		if inside && within {
			score += 10
		}
		if g == subject && back == 0 {
			score += 5
		}
		if possessive && r.ms[o].End == r.ms[m].First-1 && r.d.Low(int(r.ms[o].End)) == "with" {
			score += 70 // "to help Brenn with her defence"
		}
		if back == 0 && possessive && r.subject(o) {
			score += 8 // "Brenn met her rival"
		}
		c.enter(g, score)
	}
	if c.best.group < 0 && reports >= 0 && r.misnamed(m, reports) {
		return reports // "Kim Brenn said he would stay"
	}
	w := c.winner(13)
	if w <= unfounded(0) && r.speaks(m) {
		return r.bringIn(unfounded(w)) // "A woman came in. “I am hungry,” she said."
	}
	r.vain[m] = kin && w < 0
	return max(w, -1)
}

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

// object reports a pronoun that is the object of its clause: "him", "her" before
// no noun.
func (r *resolver) object(m int) bool {
	i := int(r.ms[m].Head)
	if r.tags[i] == tag.PRPS && r.d.Low(i) == "her" && i+1 < len(r.tags) {
		switch r.tags[i+1] {
		case tag.VB, tag.VBP, tag.PunctOpen, tag.PunctComma, tag.PunctEnd, tag.IN, tag.TO, tag.DT, tag.CC:
			return true // "heard her sing"
		}
	}
	return r.tags[i] == tag.PRP && !r.isSubject(r.ms[m].Phrase) && r.d.Low(i) != "he" && r.d.Low(i) != "she"
}

// around reports that mention o holds mention m ("her husband" is not her).
func (r *resolver) around(m, o int) bool {
	return r.ms[o].First <= r.ms[m].First && r.ms[o].End >= r.ms[m].End
}

// reporter is the speaker of the reported clause that mention m stands in.
func (r *resolver) reporter(m int) int {
	q := r.index.quoted[m].to()
	if q >= 0 && !r.verbatim(q, r.ms[m].Head) {
		return r.speaker(q)
	}
	return -1
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
	} else if r.vague(o) && !r.speaks(o) && !(r.speaks(m) && r.subject(o) && r.opens(o)) {
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

// coupledWith is the group that "and" ties to the possessive pronoun m and what it owns: "Norland and its
// allies"; -1 if there is none.
func (r *resolver) coupledWith(m int) int {
	x := &r.ms[m]
	i := x.First - 1
	if i < 1 || r.tags[x.Head] != tag.PRPS || r.tags[i] != tag.CC || r.d.Low(int(i)) != "and" {
		return -1
	}
	for o := m - 1; o >= max(0, m-4); o-- {
		if y := &r.ms[o]; y.End == i && r.of[o] >= 0 && isName(y) && r.heads(o) {
			return int(r.of[o])
		}
	}
	return -1
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

// they takes the most salient group; a team or a force may be they too. Other
// plural nouns are rivals.
func (r *resolver) they(m int) int {
	return r.thing(m, true)
}

// it takes the most salient body or state; other things are rivals.
func (r *resolver) it(m int) int {
	if g := r.saysOfItself(m); g >= 0 {
		return g
	}
	g := r.thing(m, false)
	if g < 0 || r.d.Low(int(r.ms[m].Head)) != "it" || r.speaks(m) || r.reporter(m) == g || r.asked(m) || g == r.speaksFor(r.reporter(m)) && r.does(m) {
		return g
	}
	if _, inside := r.direct(m); inside || !r.opens(m) || !r.does(m) {
		return -1
	}
	return g
}

// saysOfItself is the body that "it" opens the words of, as their subject: "the bank said it would wait", "a
// spokesman for the bank said it was looking into that"; -1 where it may be a thing, or stand for nothing.
//
// Counter-example: "the bank said it was late", "the bank said it rained".
func (r *resolver) saysOfItself(m int) int {
	q := r.index.quoted[m].to()
	if q < 0 || r.quotes[q].First != r.ms[m].First || r.d.Low(int(r.ms[m].First)) != "it" || !r.does(m) && !r.isDoing(m) {
		return -1
	}
	g := r.reporter(m)
	if g >= 0 && r.groups[g].kind == article.KindPerson {
		g = r.speaksFor(g)
	}
	if g < 0 || r.suits(g, false) < 0 || r.groups[g].kind == article.KindMedia {
		return -1
	}
	return g
}

// isDoing reports "is" and a gerund behind pronoun m: "it is looking into that".
func (r *resolver) isDoing(m int) bool {
	i, end := int(r.ms[m].End), int(r.d.Sentences[r.sentence(m)].End)
	if i >= end || !being.Has(r.d.Low(i)) {
		return false
	}
	for i++; i < end && r.tags[i] == tag.RB; i++ {
	}
	return i < end && r.tags[i] == tag.VBG && r.d.Low(i) != "being" && r.d.Low(i) != "getting" && r.d.Low(i) != "raining" && r.d.Low(i) != "snowing"
}

// ofSubject is the body whose own its deed is done to: "the bank kept | its rate", where a verb stands before
// pronoun m and the subject of the clause is the bank; -1 if there is none.
func (r *resolver) ofSubject(m, subject int, plural bool) int {
	x := &r.ms[m]
	i := int(x.First) - 1
	if subject < 0 || i < 1 || r.tags[x.Head] != tag.PRPS || r.d.Low(i) == "shows" || r.d.Low(i) == "says" {
		return -1
	}
	switch t := r.tags[i]; {
	case t.Finite(), t == tag.VBN && auxiliaries.Has(r.d.Low(i-1)), t == tag.VB && r.tags[i-1] == tag.MD:
	default:
		return -1 // "told the bank to limit | its losses"
	}
	if fit := r.suits(subject, plural); fit > 0 && r.groups[subject].plural == plural {
		return subject
	}
	return -1
}

// asked reports a pronoun that is the object of a verb for what only a party is asked or told: "urged
// it to wait".
func (r *resolver) asked(m int) bool {
	i := int(r.ms[m].First)
	return i > 0 && r.tags[i-1].Verb() && asks.Has(r.d.Low(i-1)) && i+1 < len(r.tags) && (r.tags[i+1] == tag.TO || r.d.Low(i+1) == "of")
}

var asks = lexicon.WordsOf("asked", "urged", "told", "accused", "warned", "ordered", "asking", "urging", "accusing", "pressed", "pressing", "invited", "begged", "persuaded")

// speaksFor is the body that person g holds an office in, -1 if g is none or holds none.
func (r *resolver) speaksFor(g int) int {
	if g < 0 || r.groups[g].kind != article.KindPerson || r.groups[g].plural {
		return -1
	}
	return r.employer(g)
}

// does reports a verb behind pronoun m that is no form of "be": a thing is, a
// body does.
func (r *resolver) does(m int) bool {
	i, end := int(r.ms[m].End), int(r.d.Sentences[r.sentence(m)].End)
	for i < end && (r.tags[i] == tag.RB || r.tags[i] == tag.MD) {
		i++
	}
	return i < end && r.tags[i].Verb() && !being.Has(r.d.Low(i))
}

var being = lexicon.WordsOf(
	"is", "was", "'s", "’s", "be", "are", "were",
	"takes", "took", "comes", "came", "seems", "seemed",
	"remains", "remained", "became", "makes", "made", "means",
	"meant", "follows", "followed", "happened", "happens", "rained", "rains", "snowed", "snows",
)

// thing is the most salient group, or the most salient single body, for "they"
// and "it".
func (r *resolver) thing(m int, plural bool) int {
	subject, clause := r.clauseSubject(m)
	if form := r.d.Low(int(r.ms[m].First)); form == "themselves" || form == "itself" {
		if g := r.self(m); g >= 0 && r.suits(g, plural) >= 0 {
			return g
		}
		return -1
	}
	clause = clause && r.object(m) && r.tags[r.ms[m].Head] == tag.PRP && !r.isSubject(r.ms[m].Phrase)
	if q, _ := r.subjectPhrase(m); plural && q >= 0 && anyone.Has(r.d.Low(int(r.set.Phrases[q].Head))) {
		return -1 // "nobody should quit their job"
	}
	speaker, inside := r.direct(m)
	reports, last := r.reporter(m), r.lastSpeaker(m)
	if g := r.coupledWith(m); g >= 0 && r.suits(g, plural) >= 0 {
		return g
	}
	if g := r.ofSubject(m, subject, plural); g >= 0 {
		return g
	}
	home, from := r.home(m), r.source(m)
	own, spokenFor := -1, -1
	if !plural && !inside {
		spokenFor = r.speaksFor(reports)
	}
	if inside && plural && speaker >= 0 {
		own = r.employer(speaker) // who is "we" to the speaker
	}
	c := newRace()
	for o := m - 1; o >= 0 && o > m-far; o-- {
		back := max(0, home-r.sentence(o))
		if back > 1 {
			break
		}
		g := int(r.of[o])
		if g < 0 || inside && g == speaker || g == own || clause && g == subject || r.around(m, o) || r.own(from, o) || r.ms[o].Type == article.MentionAdjective {
			continue
		}
		fit := r.suits(g, plural)
		if fit < 0 {
			continue
		}
		score := nearness[back] + fit
		if r.heads(o) {
			score += r.asSubject(r.ms[o].Phrase)
		}
		if (g == reports || g == last && r.speaks(m)) && !(plural && r.groups[g].kind == article.KindGovernmentBody) {
			score += 20 // but a ministry says "it" of itself
		}
		if g == spokenFor {
			score += 20 // "its head said it would stay"
		}
		if r.ms[o].Type == article.MentionPronoun {
			score += 5
		}
		if back > 0 && r.groups[g].kind == article.KindMedia && r.speaks(o) {
			score -= 20 // it reports: what it reports on is likelier meant
		}
		if plural && teams.Has(r.d.Low(int(r.ms[o].Head))) {
			score += 12
		}
		if r.joined(o) || plural && fit == 0 && !r.actsAsMany(o, g, inside, g == reports || g == last) {
			g = -1 // "the union and the ministry": both, or one of them
		}
		c.enter(g, score)
	}
	if c.best.group >= 0 {
		r.rivals(m, plural, &c)
	}
	return c.winner(13)
}

// anyone are the subjects whom "they" in their clause means, who are nobody in particular.
var anyone = lexicon.WordsOf(
	"nobody", "everyone", "everybody", "anyone", "anybody", "someone",
	"somebody", "none", "whoever",
)

// asSubject is what phrase p weighs for being the subject of its sentence, or of
// a clause in it.
func (r *resolver) asSubject(p int32) int {
	switch {
	case p < 0 || !r.isSubject(p):
		return 0
	case r.mainSubject(p):
		return 20
	}
	return 8
}

// teams are singular nouns for several people.
var teams = lexicon.WordsOf(
	"team", "police", "group", "family", "couple", "crew",
	"band", "squad", "staff", "side", "pair", "duo", "trio",
	"gang", "jury", "panel", "delegation", "opposition", "party",
)

// actsAsMany reports that mention o of the single body g can be meant by "they": it acts in its
// sentence, or speaks. A state only in what somebody says, and only where it acts.
//
// Example: "The firm said they would pay". Counter-example: "Brenn came from Norland. They
// were glad.", "Kolm told the Daily Post that they were late".
func (r *resolver) actsAsMany(o, g int, inside, speaks bool) bool {
	if teams.Has(r.d.Low(int(r.ms[o].Head))) {
		return true
	}
	acts := r.ms[o].Phrase >= 0 && r.isSubject(r.ms[o].Phrase) || r.subject(o)
	switch r.groups[g].kind {
	case article.KindCountry:
		return inside && acts
	case article.KindParty:
		return true
	}
	return acts || speaks
}

// suits is what group g weighs for "they" or "it", below 0 if it cannot be.
func (r *resolver) suits(g int, plural bool) int {
	x := &r.groups[g]
	if x.kind == article.KindPerson && !x.plural || x.kind == article.KindPlace || x.kind == "" {
		return -1
	}
	many := x.plural || x.kind == article.KindGroup
	switch {
	case many && plural:
		return 20
	case many:
		return -1
	case !plural:
		return 15
	case x.kind == article.KindArmedGroup || x.kind == article.KindArmedForce:
		return 15
	}
	return 0
}

// rivals enters the nouns that name no actor and could be meant as well.
func (r *resolver) rivals(m int, plural bool, c *race) {
	p := r.ms[m].Phrase
	if p < 0 {
		return
	}
	at := r.set.Phrases[p].Sentence
	words := r.index.speaks[r.source(m)].to()
	for q := p - 1; q >= 0 && q > p-40; q-- {
		x := &r.set.Phrases[q]
		back := int(at - x.Sentence)
		if back > 1 {
			return
		}
		if words >= 0 && x.First >= r.quotes[words].First && x.First < r.quotes[words].End {
			continue // in the words that it reports
		}
		if o := r.headOf[q]; x.Pronoun || o >= 0 && r.of[o] >= 0 || !r.rival(int(x.Head), plural) || words >= 0 && utterances.Has(r.d.Low(int(x.Head))) && r.governed(x) && r.mainSubject(p) {
			continue // "in a statement, it said"
		}
		score := nearness[back] + 10 + r.asSubject(q)
		c.enter(-1, score)
	}
}

// utterances are what somebody says something in, who is not one of them.
var utterances = lexicon.WordsOf(
	"statement", "statements", "letter", "email", "e-mail", "message",
	"filing", "release", "interview", "speech", "post", "tweet",
	"memo", "briefing", "conference", "note", "report", "blog",
)

// rival reports a noun that "they" or "it" could stand for: not a time, and in
// the right number.
func (r *resolver) rival(head int, plural bool) bool {
	switch t := r.tags[head]; {
	case plural && (t == tag.NNS || t == tag.NNPS), !plural && (t == tag.NN || t == tag.NNP):
		return !times.Has(r.d.Low(head))
	default:
		return plural && teams.Has(r.d.Low(head))
	}
}

// times are nouns of time and measure, which nothing takes up.
var times = lexicon.WordsOf(
	"monday", "tuesday", "wednesday", "thursday", "friday",
	"saturday", "sunday", "year", "years", "month", "months",
	"week", "weeks", "day", "days", "hours", "hour",
	"minutes", "morning", "evening", "night", "afternoon",
	"january", "february", "march", "april", "may", "june",
	"july", "august", "september", "october", "november",
	"december", "today", "yesterday", "tomorrow", "time",
	"percent", "weekend", "summer", "winter", "spring", "autumn",
)
