package actor

import (
	"dossier/parse/internal/tag"
)

// He and she: the most salient person of the right gender.

// heShe takes the most salient person of the right gender; a close second
// leaves it open.
func (r *resolver) heShe(m int) int {
	if form := r.d.Low(int(r.ms[m].First)); form == "himself" || form == "herself" {
		if g := r.self(m); g >= 0 && r.may(m, g) {
			return g
		}
		return -1
	}
	x := personOf{resolver: r, m: m}
	x.look()
	if g := x.surely(); g >= 0 {
		return g
	}
	x.lookFurther()
	if x.dead >= 0 && r.outlived(m) {
		return x.dead
	}
	if x.asked >= 0 {
		return x.asked
	}
	x.run()
	return x.finish()
}

// personOf is the search for whom the pronoun in mention m means: what is known of its place, and the race.
type personOf struct {
	*resolver
	m             int
	subject       int  // group of the subject of its clause
	clause        bool // it is an object, so not that subject
	speaker       int  // group whose words it stands in
	inside        bool // it stands in somebody's words
	possessive    bool
	reports, last int // groups: who reports its clause, who spoke last
	who, chosen   int // groups: the one that "who" means, the one named to what it owns
	dead          int // group of whom an obituary is about
	asked         int // group of who was asked to do what it does
	doer, client  int // groups: who does what it suffers, whom its speaker speaks for
	described     int // group of a description around it
	home, from    int // its sentence, and its mention as a source or that of its words
	behind, opens bool
	content       link // the report that it stands in
	alone         bool // nobody else is told of in that report
	either        bool // the report is put to somebody who may be meant as well
	asks          bool // its sentence opens with what it was asked
	kin           bool // somebody without a name may be meant
	speaking      bool // the last speaker goes on
	talk, answers int  // the quote before that goes on, the group that answers
	race
}

// look notes what the first and surest readings need.
func (x *personOf) look() {
	x.subject, x.clause = x.clauseSubject(x.m)
	x.clause = x.clause && x.object(x.m) // "she told him": not she
	x.speaker, x.inside = x.direct(x.m)
	x.possessive = x.tags[x.ms[x.m].Head] == tag.PRPS
	x.reports, x.last = x.reporter(x.m), x.lastSpeaker(x.m)
}

// surely is the group that the words right around the pronoun give; -1 if none.
func (x *personOf) surely() int {
	r, m := x.resolver, x.m
	if x.possessive && x.last >= 0 && r.ofWords(m) && r.may(m, x.last) {
		return x.last
	}
	if g := r.coupledWith(m); g >= 0 && r.may(m, g) && r.groups[g].gender != "" && r.groups[g].named {
		return g // "Brenn and his cronies"
	}
	if g := r.aheadOf(m); g >= 0 {
		return g
	}
	if g := r.judgedFor(m); g >= 0 && r.may(m, g) {
		return g
	}
	if g := r.putTo(m); g >= 0 && r.may(m, g) {
		return g
	}
	if g := r.answers(m, x.last); g >= 0 && r.may(m, g) {
		return g
	}
	if o := r.hearerOf(m); o >= 0 {
		return int(r.of[o]) // "accused him of … his minister"
	}
	if x.possessive {
		if o := r.doerBefore(m); o >= 0 && r.of[o] >= 0 && r.may(m, int(r.of[o])) && r.groups[r.of[o]].gender != "" {
			return int(r.of[o]) // "asked Brenn to explain his silence"
		}
	}
	return -1
}

// lookFurther notes what the race needs.
func (x *personOf) lookFurther() {
	r, m := x.resolver, x.m
	x.who, x.chosen, x.dead, x.asked, x.client, x.talk, x.answers = -1, -1, -1, -1, -1, -1, -1
	if x.possessive {
		x.who, x.chosen = r.whoOf(m), r.chosenAs(m)
	}
	if !x.inside {
		if x.dead = r.mourned(); x.dead >= 0 && (!r.may(m, x.dead) || r.groups[x.dead].gender == "") {
			x.dead = -1
		}
	}
	x.home, x.from = r.home(m), r.source(m)
	x.behind = r.behindWords(m) >= 0 || r.opensTalk(m)
	x.content, x.described = r.index.quoted[m], r.describedAround(m)
	x.opens = !x.inside && !x.behind && r.d.Sentences[r.sentence(m)].First == r.ms[m].First && !x.possessive && !r.speaks(m)
	x.either = x.content > 0 && x.reports >= 0 && r.toldOfEither(m)
	if x.alone = !x.either; x.either {
		x.asked = r.askedOf(m)
	}
	x.doer, x.asks = r.doerTo(m), r.opensAsked(m)
	if x.inside && x.speaker >= 0 && r.pleads(x.speaker) {
		x.client = r.clientOf(m, x.speaker)
	}
	x.speaking = (x.behind || x.opens && r.accuses(m)) && x.last >= 0 && r.may(m, x.last)
	if !x.inside && r.speaks(m) {
		x.talk, x.answers = r.talkBefore(m, x.home), r.answersTo(m, x.home)
	}
}

// run enters whoever is told of before the pronoun.
func (x *personOf) run() {
	x.race = newRace()
	for o := x.m - 1; o >= 0 && o > x.m-far; o-- {
		back := x.home - x.sentence(o)
		if back > reach {
			break
		}
		back = max(0, back)
		x.enterOpen(o, back)
		if !x.passes(o, back) {
			x.enter(int(x.of[o]), x.weigh(o, back))
		}
	}
	x.enterTalker()
}

// enterOpen enters mention o, back sentences before, as a rival that belongs to no group yet.
func (x *personOf) enterOpen(o, back int) {
	r, m := x.resolver, x.m
	switch {
	case r.of[o] >= 0:
	case x.inside && r.relativeOf(m, o, x.speaker):
		x.enter(unfounded(o), nearness[back]+50) // "whose son was hurt, said: “He …”"
		x.kin = true
	case x.inside && back <= 1 && r.leftOpen(m, o):
		x.enter(-1, nearness[back]+50)
		x.kin = true
	case back <= 1 && r.index.quoted[o] == x.content && r.somebody(m, o) && !r.around(m, o) && !r.own(x.from, o) && r.subject(o):
		x.enter(unfounded(o), nearness[back]+30) // "a man was held after he …"
	case back <= 1 && r.openName(o) && !r.around(m, o) && !r.own(x.from, o):
		if g, any := r.bearerFor(m, o); any {
			x.enter(g, nearness[back]+6+r.asSubject(r.ms[o].Phrase)) // "Brenn left", of two Brenns
		}
	}
}

// passes reports that mention o cannot be meant.
func (x *personOf) passes(o, back int) bool {
	r, m, g := x.resolver, x.m, int(x.of[o])
	return g < 0 || g == x.chosen || g == x.described || g == x.doer || x.inside && g == x.speaker || x.clause && g == x.subject ||
		!r.may(m, g) || r.around(m, o) || r.own(x.from, o) || r.inWork(o) || x.asks && r.sentence(o) == r.sentence(m) || r.askedAbout(m, o) || back == 0 && r.spokenOf(m, o)
}

// weigh is what mention o, back sentences before, speaks for its group.
func (x *personOf) weigh(o, back int) int {
	g := int(x.of[o])
	within := x.content > 0 && x.index.quoted[o] == x.content
	if within && g != x.reports {
		x.alone = false
	}
	score := nearness[back] + x.standing(x.m, o, g) + x.asSpeaker(o, g) + x.asTold(o, back, g)
	if x.inside && within {
		score += 10
	}
	if g == x.dead && !x.behind {
		if score += 12; x.opens && x.startsBlock(x.sentence(x.m)) {
			score += 20
		}
	}
	if g == x.who {
		score += 30 // "Brenn, who has lost her seat"
	}
	if g == x.subject && back == 0 {
		score += 5
	}
	if x.possessive && x.ms[o].End == x.ms[x.m].First-1 && x.d.Low(int(x.ms[o].End)) == "with" {
		score += 70 // "to help Brenn with her defence"
	}
	if back == 0 && x.possessive && x.resolver.subject(o) {
		score += 8 // "Brenn met her rival"
	}
	return score
}

// asSpeaker weighs group g of mention o by who has spoken and who answers.
func (x *personOf) asSpeaker(o, g int) int {
	score := 0
	if x.talk >= 0 && g != x.last && x.index.quoted[o].to() == x.talk {
		score -= 20 // whom the words before tell of
	}
	if g == x.answers {
		score += 40 // "Brenn asked her why. “I was late,” she said"
	} else if x.answers >= 0 && g == x.last {
		score -= 40
	}
	if x.speaking && x.talk < 0 && g != x.last && x.index.quoted[o] > 0 && x.index.quoted[o] == x.index.spoke[x.m] {
		score -= 15 // of whom the last speaker spoke
	}
	switch {
	case (g == x.reports || g == x.last && !x.speaks(x.m)) && x.anonymous(g):
		score -= 25 // "she assured him, the source said": a source tells of others
	case x.inside && g == x.client:
		score += 25 // what a lawyer says of the client
	case g == x.reports && x.alone:
		score += 20 // "Brenn said she would stay"
	case g == x.last && x.inside && x.speaker < 0:
		score -= 10 // likely the speaker itself
	case g == x.last:
		score += 15
	}
	return score
}

// asTold weighs group g of mention o as whom the sentence right before is about.
func (x *personOf) asTold(o, back, g int) int {
	switch {
	case back != 1:
	case x.behind && x.actsBefore(x.m, o):
		return 22
	case x.opens && x.groups[g].named && x.actsBefore(x.m, o):
		return 18 // "Brenn resigned. She now teaches": what is told of goes on
	case x.content == 0 && g != x.last && (x.groups[g].named || x.groups[g].gender != "") && x.speaks(x.m) && x.actsBefore(x.m, o):
		return 18 // "Brenn sat in front. Outside she said that …"
	}
	return 0
}

// enterTalker enters who has just spoken, however long.
func (x *personOf) enterTalker() {
	if x.talk < 0 || !x.may(x.m, x.last) {
		return
	}
	score := nearness[1] + 3*int(min(4, x.groups[x.last].size)) + 45
	switch x.quotes[x.index.speaks[x.m].to()].CueLemma {
	case "add", "continue", "go on", "conclude":
		score += 15
	}
	if x.groups[x.last].gender == "" {
		score -= 20
	}
	x.enter(x.last, score)
}

// finish is who has won, if nothing speaks against it; -1 if nobody has.
func (x *personOf) finish() int {
	r, m := x.resolver, x.m
	if x.best.group < 0 && x.reports >= 0 && r.misnamed(m, x.reports) && !r.womanOrMan(m) {
		return x.reports // "Kim Brenn said he would stay"
	}
	w := x.winner(13)
	if w >= 0 && !r.groups[w].named && r.groups[w].gender == "" && r.vague(int(r.groups[w].first)) && r.openBefore(m) {
		return -1
	}
	if x.either && w == x.reports && r.isSo(m) {
		return -1 // "Brenn told Kolm that she was late"
	}
	if w >= 0 && r.groups[w].gender == "" && r.womanOrMan(m) {
		return -1 // "Brenn begged a woman to cast her vote"
	}
	if w <= unfounded(0) && r.speaks(m) {
		return r.bringIn(unfounded(w)) // "A woman came in. “I am hungry,” she said."
	}
	r.vain[m] = x.kin && w < 0
	return max(w, -1)
}
