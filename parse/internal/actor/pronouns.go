package actor

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
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
			return r.weBefore(m, e) // "our children": the people, not the state
		}
		return e
	}
	return g
}

// weBefore is body e if "we" in the sentence of mention m, before it, has meant that: "We will protect our secrets"; -1
// else.
func (r *resolver) weBefore(m, e int) int {
	for o := m - 1; o >= 0 && r.sentence(o) == r.sentence(m); o-- {
		if r.d.Low(int(r.ms[o].First)) == "we" {
			if int(r.of[o]) == e {
				return e
			}
			break
		}
	}
	return -1
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

// object reports a pronoun that is the object of its clause: "him", "her" before
// no noun.
func (r *resolver) object(m int) bool {
	i := int(r.ms[m].Head)
	if r.tags[i] == tag.PRPS && r.d.Low(i) == "her" && i+1 < len(r.tags) {
		switch r.tags[i+1] {
		case tag.VB, tag.VBP, tag.PunctOpen, tag.PunctComma, tag.PunctEnd, tag.IN, tag.TO, tag.DT, tag.CC:
			return true // "heard her sing"
		}
		if states.Has(r.d.Low(i+1)) && i > 0 && r.tags[i-1].Verb() && (i+2 >= len(r.tags) || !r.tags[i+2].Noun() || states.Has(r.d.Low(i+1)) && r.tags[i+2] == tag.DT || r.tags[i+2] == tag.JJ) {
			return true // "reported her missing"
		}
	}
	return r.tags[i] == tag.PRP && !r.isSubject(r.ms[m].Phrase) && r.d.Low(i) != "he" && r.d.Low(i) != "she"
}

// states are words for how somebody is found or told to be.
var states = lexicon.WordsOf("missing", "dead", "alive", "guilty", "unconscious", "safe", "unfit", "ill", "innocent", "alone", "pregnant", "insane", "unharmed", "free")

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

// coupledWith is the group that "and" ties to the possessive pronoun m and what it owns: "Norland and its
// allies"; -1 if there is none.
func (r *resolver) coupledWith(m int) int {
	x := &r.ms[m]
	i := x.First - 1
	if i < 1 || r.tags[x.Head] != tag.PRPS || r.tags[i] != tag.CC || r.d.Low(int(i)) != "and" {
		return -1
	}
	for o := m - 1; o >= max(0, m-4); o-- {
		if y := &r.ms[o]; y.End == i && r.of[o] >= 0 && (isName(y) || isNominal(y) && r.tags[y.First] == tag.DT && y.Plural == r.ms[m].Plural) && r.heads(o) {
			return int(r.of[o])
		}
	}
	return -1
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
	if g := r.opensWithOwn(m); g >= 0 {
		return g
	}
	if g := r.calledBy(m); g >= 0 {
		return g
	}
	if g := r.asIfSaid(m); g >= 0 {
		return g
	}
	if g := r.itsAgain(m); g >= 0 {
		return g
	}
	g := r.thing(m, false)
	if o := r.goesOnWith(m, g); o >= 0 {
		return o
	}
	if g < 0 || r.d.Low(int(r.ms[m].Head)) != "it" || r.speaks(m) || r.reporter(m) == g || r.asked(m) || g == r.speaksFor(r.reporter(m)) && r.does(m) {
		return g
	}
	if _, inside := r.direct(m); inside || !r.opens(m) || !r.does(m) && !r.minds(m) {
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
	if q < 0 || r.quotes[q].First != r.ms[m].First || r.d.Low(int(r.ms[m].First)) != "it" || !r.does(m) && !r.isDoing(m) && !r.minds(m) {
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

// minds reports a form of "be" behind pronoun m and a word for how somebody is minded: "it was pleased".
//
// Counter-example: "it was late".
func (r *resolver) minds(m int) bool {
	i, end := int(r.ms[m].End), int(r.d.Sentences[r.sentence(m)].End)
	if i >= end || !being.Has(r.d.Low(i)) {
		return false
	}
	for i++; i < end && r.tags[i] == tag.RB; i++ {
	}
	return i < end && mention.Minded(r.d.Low(i))
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
	"meant", "follows", "followed", "happened", "happens", "becomes", "become", "emerges", "emerged", "turns", "turned", "rained", "rains", "snowed", "snows",
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
	if o := r.doerBefore(m); o >= 0 {
		if g := int(r.of[o]); g < 0 || r.suits(g, plural) < 0 {
			return -1 // "told the buyers to limit its losses": not the subject
		} else if r.suits(g, plural) > 0 || r.groups[g].plural == plural {
			return g
		}
	}
	home, from := r.home(m), r.source(m)
	own, spokenFor := -1, -1
	if !plural && !inside {
		spokenFor = r.speaksFor(reports)
	}
	if inside && plural && speaker >= 0 {
		own = r.employer(speaker) // who is "we" to the speaker
	}
	ofKin := plural && r.kinOf(m)
	opens := !inside && r.tags[r.ms[m].Head] == tag.PRPS && r.d.Sentences[r.sentence(m)].First == r.ms[m].First
	c := newRace()
	for o := m - 1; o >= 0 && o > m-far; o-- {
		back := max(0, home-r.sentence(o))
		if back > 1 {
			break
		}
		g := int(r.of[o])
		if g >= 0 && ofKin && r.groups[g].kind != article.KindGroup && !(r.groups[g].kind == article.KindPerson && r.groups[g].plural) {
			continue // a navy has no daughter
		}
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
		} else if !plural && r.ms[o].Phrase >= 0 && r.headOf[r.ms[o].Phrase] < 0 && r.ownsSubject(o) {
			score += 20 // "The bank's shares fell after it cut its outlook"
		}
		if (g == reports || g == last && r.speaks(m)) && !(plural && r.groups[g].kind == article.KindGovernmentBody) {
			score += 20 // but a ministry says "it" of itself
		}
		if g == spokenFor {
			score += 20 // "its head said it would stay"
		}
		if opens && back == 1 && r.ms[o].Phrase >= 0 && r.mainSubject(r.ms[o].Phrase) && r.heads(o) {
			score += 6 // "The bank said no. Its head left."
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

// kinOf reports that the possessive pronoun m owns relatives: "their daughter".
func (r *resolver) kinOf(m int) bool {
	const near = 3
	for o := max(0, m-near); o < min(len(r.ms), m+near); o++ {
		if x := &r.ms[o]; o != m && x.Rule == "kin" && r.around(m, o) && x.First == r.ms[m].First {
			return true
		}
	}
	return false
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
