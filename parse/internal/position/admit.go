package position

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// What an entry demands around its cue, and what makes up for an empty slot.

// eachOther reports "each other" and "one another".
func (r *reader) eachOther(p int) bool {
	if p < 0 {
		return false
	}
	i := int(r.ps[p].First)
	w, next := r.low(i), r.low(min(i+1, r.end-1))
	return w == "each" && next == "other" || w == "one" && next == "another"
}

// admitsPassive is admits for a passive, whose object is the subject.
func (r *reader) admitsPassive(c *cue) bool {
	return !(c.e.has(withInf) && c.args.inf < 0) &&
		!(c.e.has(withOf) && c.args.preposition(r, "of") < 0 && c.args.gerundAfter(r, "of") < 0) &&
		!(c.e.has(withFor) && c.args.preposition(r, "for") < 0) &&
		!(c.e.has(withWith) && c.args.preposition(r, "with") < 0 && c.args.gerundAfter(r, "with") < 0)
}

// given looks at what is handed to the target: a defeat is no gift, and a message
// no aid.
func (r *reader) given(d *draft) bool {
	thing := d.c.args.obj2
	if thing < 0 && d.c.args.obj != d.target {
		thing = d.c.args.obj
	}
	if thing < 0 {
		thing = d.c.args.preposition(r, "with")
	}
	if thing < 0 {
		if thing = r.bareObject(d.group); thing >= 0 && (r.kinds(r.head(thing))&kMessage != 0 || r.mentionAt(thing) < 0 && r.tags[r.head(thing)] == tag.CD) {
			return false // "the message he delivered to Y", "the one she sent to Y"
		}
		return d.c.e.words[0] != "give" || len(d.c.e.words) > 1 // "the interview she gave to Y"
	}
	if d.c.e.words[0] == "give" && len(d.c.e.words) == 1 && !r.money(thing) {
		return false // "gave him a look"
	}
	k := r.kinds(r.head(thing))
	if k&kHarm != 0 {
		d.stance = article.OpposeAct
	}
	return k&kMessage == 0
}

// money reports a sum, a loan or other means that help.
func (r *reader) money(p int) bool {
	for i := int(r.ps[p].First); i < int(r.ps[p].End); i++ {
		switch r.low(i) {
		case "$", "€", "£", "dollars", "euros", "pounds", "million", "billion", "loan", "loans", "grant", "grants", "aid",
			"money", "funds", "weapons", "arms", "food", "medicine", "shelter", "asylum", "refuge":
			return true
		}
	}
	return false
}

// admits checks what the entry demands around it.
func (r *reader) admits(c *cue) bool {
	e := c.e
	switch {
	case r.almost(c.group):
		return false
	case e.words[0] == "raise" && e.stance == article.Consult && c.args.obj >= 0 && r.money(c.args.obj):
		return false // "raised $5 million from donors allied with Chile"
	case e.has(policy) && !r.planFor(c, r.target(c)):
		return false
	case e.has(withInf) && (c.args.inf < 0 || c.args.obj < 0):
		return false
	case e.has(withInf) && e.stance == article.CallFor && r.groups[c.args.inf].passive && r.mentionAt(c.args.obj) >= 0:
		return false // "wants Chile to be condemned": Chile is not to act
	case e.has(withInf) && e.stance == article.CallFor && r.tags[r.head(c.args.obj)].Noun() && !r.someone(c.args.obj) && r.kinds(r.head(c.args.obj))&kForce == 0:
		return false // "pressed the boundaries to get ahead"
	case e.stance == article.Doubt && e.words[0] == "question" && c.args.obj >= 0 && r.person(c.args.obj) && !r.ownsNext(c.args.obj):
		return false // a hearing, no doubt
	case e.stance == article.Consult && e.words[0] == "raise" && c.args.obj >= 0 && (r.sum(c.args.obj) || r.money(c.args.obj)):
		return false // money is raised, nothing is brought up
	case e.has(own) && (r.subject(c) < 0 || !firstPerson(r.headOf(r.subject(c)))):
		return false
	case e.has(withOf) && c.args.preposition(r, "of") < 0 && c.args.gerundAfter(r, "of") < 0:
		return false
	case e.has(withWith) && c.args.preposition(r, "with") < 0 && c.args.gerundAfter(r, "with") < 0:
		return false
	case e.has(withFor) && c.args.preposition(r, "for") < 0:
		return false
	case e.has(protest) && len(e.words) == 1 && e.words[0] != "protest" && r.shows(c):
		return false // "demonstrated how"
	case e.has(protest) && len(e.words) == 1 && e.words[0] != "protest" && c.args.obj >= 0:
		return false // "demonstrated her skill"
	case e.has(patient) && (c.args.obj < 0 || r.kinds(r.head(c.args.obj))&kPatient == 0 && r.countless(c.args.obj)):
		return false // "treated him badly"
	case e.has(trip) && !r.talksAhead(c):
		return false
	case e.has(permit) && c.args.inf < 0 && (c.args.obj < 0 || e.words[0] == "let" && r.down(c)):
		return false
	}
	return true
}

// ownsNext reports a possessive behind phrase p, which the chunker has cut off: "questioned Ada
// Brenn's “values”".
func (r *reader) ownsNext(p int) bool {
	i := int(r.ps[p].End)
	return i < r.end && r.tags[i] == tag.POS
}

// down reports "down" behind the object of c: who is let down is allowed nothing.
func (r *reader) down(c *cue) bool {
	const far = 10
	for i := c.end; i < min(r.end, c.end+far) && r.tags[i] != tag.PunctComma; i++ {
		if r.low(i) == "down" {
			return true
		}
	}
	return false
}

// shows reports a question or clause behind a cue, which makes a proof of a
// demonstration.
func (r *reader) shows(c *cue) bool {
	i := c.end
	for i < r.end && r.tags[i] == tag.RB {
		i++
	}
	return c.args.that >= 0 || i < r.end && (r.tags[i] == tag.WRB || r.tags[i] == tag.WP)
}

// claims reports a phrase for what somebody says or fears.
func (r *reader) claims(p int) bool {
	if r.kindOf(p) == article.TargetClaim {
		return true
	}
	switch r.headOf(p) {
	case "fears", "fear", "concerns", "concern", "warnings", "warning", "criticism", "idea", "notion", "speculation", "talk", "objections", "complaints", "suggestion", "suggestions":
		return true
	}
	return false
}

// talksAhead reports words for talks behind a journey: "flew to Oslo to meet her".
func (r *reader) talksAhead(c *cue) bool {
	for i := c.end; i < min(r.end, c.end+reach); i++ {
		for _, e := range r.entries(i) {
			if e.stance == article.Consult && (e.pos == 'n' && r.tags[i].Noun() || e.pos == 'v' && r.tags[i].Verb()) && len(e.words) == 1 {
				return true
			}
		}
	}
	return false
}

// countless reports that phrase p is not "dozens of victims".
func (r *reader) countless(p int) bool {
	for i := int(r.ps[p].First); i < int(r.ps[p].FullEnd); i++ {
		if r.kinds(i)&kPatient != 0 {
			return false
		}
	}
	return true
}

// protective is the stance of those who call back people that help or talk: to
// leave talks or a treaty rejects it, to call helpers off is a hostile act, and of
// peacekeepers the sign is open (""); ok false for all others.
func (r *reader) protective(c *cue) (s article.Stance, ok bool) {
	if w := c.e.words[1]; w == "from" || w == "out" {
		if p := r.target(c); p >= 0 && (leagues.Has(r.headOf(p)) || r.mentionAt(p) >= 0 && r.ms[r.mentionAt(p)].Kind == article.KindIGO) {
			return article.Reject, true // "pulled out of the coalition"
		}
	}
	for i := c.first; i < min(r.end, c.end+8); i++ {
		switch r.low(i) {
		case "peacekeeping", "peacekeepers", "support":
			return "", true
		case "inspectors", "humanitarian", "aid", "diplomats", "ambassador", "observers", "workers", "monitors", "envoy":
			return article.OpposeAct, true
		case "talks", "agreement", "treaty", "deal", "pact", "accord", "negotiations":
			return article.Reject, true
		}
	}
	return "", false
}

// leagues are what somebody is a member of: to leave them eases nothing.
var leagues = lexicon.WordsOf("coalition", "government", "cabinet", "alliance", "partnership", "bloc", "union", "club", "convention",
	"debate", "debates", "summit", "conference", "event", "venture", "court", "league", "federation", "consortium", "party", "programme", "program", "project")

// unlessAhead reports a condition that makes a withdrawal a threat.
func (r *reader) unlessAhead(c *cue) bool {
	for i := c.end; i < r.end; i++ {
		if r.low(i) == "unless" {
			return !r.parted(c.end, i)
		}
	}
	return false
}

// untargeted decides on a cue whose slots are empty: a claim or gerund behind it
// is the matter; else only acts that need nobody stay.
func (r *reader) untargeted(d *draft) bool {
	for i := 0; i < d.c.args.n; i++ {
		if x := d.c.args.pp(i); x.group >= 0 && d.c.e.prep() == r.low(x.prep) {
			d.matter, d.kind = r.verbPhrase(x.group), article.TargetIssue
			return true
		}
	}
	if k := d.c.args.ving; k >= 0 && d.c.e.takesObject() && r.groups[k].first <= d.c.end+1 {
		if p := r.infTarget(k); p >= 0 && d.c.e.has(act) && (r.cueOf(k) == nil || r.cueOf(k).e.stance.Polarity()*d.stance.Polarity() >= 0) {
			d.target = p
			return true
		}
		d.matter, d.kind = r.verbPhrase(k), article.TargetIssue
		return true
	}
	if d.c.e.has(protest) {
		if p := d.c.args.obj; p >= 0 && d.c.e.words[0] == "protest" && len(d.c.e.words) == 1 {
			d.target = p // "protested the plan"
			return true
		}
		if p := r.protested(d.c.end); p >= 0 {
			d.target = p
			return true
		}
	}
	if n := len(d.c.e.target); n > 0 && d.c.e.target[n-1] == "none" || d.c.e.has(protest) {
		if p := r.talkedWith(&d.c); p >= 0 {
			d.target = p
			d.weaken("whom one has talked with", .85)
			return true
		}
		if d.issue[0] < d.issue[1] {
			d.matter, d.kind = d.issue, article.TargetIssue
			return true
		}
		d.kind = article.TargetUnspecified
		d.weaken("no target", .8)
		return true
	}
	return false
}

// talkedWith is the phrase of those with whom talks went before: "called off the
// strike after talks with Y"; -1 if there were none.
func (r *reader) talkedWith(c *cue) int {
	for i := 0; i < c.args.n; i++ {
		x := c.args.pp(i)
		if w := r.low(x.prep); x.phrase < 0 || w != "after" && w != "following" {
			continue
		}
		if n := r.actNoun(x.phrase); n != nil && n.stance == article.Consult {
			if q := r.nounTarget(n, x.phrase); q >= 0 && r.someone(q) {
				return q
			}
		}
	}
	return -1
}

// protested is the phrase of those whom the purpose of a protest is towards: "to
// demand X from Y", "to show their anger at Y"; -1 if it names nobody.
func (r *reader) protested(i int) int {
	k := r.groupFrom(i)
	for n := 0; k >= 0 && k < len(r.groups) && n < 3; k, n = k+1, n+1 {
		g := &r.groups[k]
		if g.form == finite {
			return -1
		}
		if g.form != infinitive {
			continue
		}
		if c := r.cueOf(k); c != nil {
			if c.e.has(protest) {
				return c.args.obj
			}
			if p := r.target(c); p >= 0 && r.someone(p) && r.tags[r.ps[p].First] != tag.PRPS {
				return p // not "to press their demands"
			}
		}
		if p := r.infTarget(k); p >= 0 {
			return p
		}
		a := r.argsFrom(g.end)
		return a.preposition(r, "from")
	}
	return -1
}

// expletive reports "it" and "there", which act in no sentence.
func (r *reader) expletive(p int) bool {
	w := r.headOf(p)
	return w == "there" || w == "it" && r.actorOf(r.mentionAt(p)) < 0
}

// voiced gives a draft without an acting subject to the speaker of the quotation
// it stands in: "“It is crucial to call upon …”, she said".
func (r *reader) voiced(d *draft) bool {
	i := d.c.first
	q := r.speech(i)
	if q == nil || !r.speechAt(i) || r.speakerOf(q) < 0 || d.group < 0 {
		return false
	}
	top := r.groups[r.chainOf(d.group).top]
	if top.subject < 0 || !r.expletive(top.subject) || r.groups[d.group].form == finite {
		return false
	}
	if m := r.groups[d.group].matrix; top.not >= 0 || m >= 0 && (r.groups[m].not >= 0 || r.impossible(r.groups[m].end, i)) {
		return false // "it is impossible to ignore Y"
	}
	d.holder, d.quote, d.rule = -1, int(r.quoteOf[i]), "own-words"
	d.group = -1
	return true
}

// impossible reports a word among the tokens [i, j) that says that what follows cannot or
// should not be done.
func (r *reader) impossible(i, j int) bool {
	for ; i < j; i++ {
		switch r.low(i) {
		case "impossible", "hard", "difficult", "wrong", "unfair", "not", "pointless", "useless", "premature", "foolish", "tempting", "easy":
			return true
		}
	}
	return false
}

// almost reports that what group k tells did not happen: "almost condemned".
func (r *reader) almost(k int) bool {
	if k < 0 {
		return false
	}
	g := &r.groups[k]
	for i := max(r.first, g.first-1); i <= g.main; i++ {
		if w := r.low(i); w == "almost" || w == "nearly" || w == "barely" {
			return true
		}
	}
	return false
}
