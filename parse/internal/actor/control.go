package actor

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// Whose the possessive pronoun is where a verb or a noun tells who does it: "told the bank to limit its losses".

// doerBefore is the mention of who does the verb right before possessive pronoun m, if that verb is an infinitive or a
// gerund behind the object of another verb, or behind somebody's noun: the bank in "told the bank to limit its
// losses", "accused the bank of hiding its losses", "the bank's plan to sell its loans"; -1 if there is none.
//
// Counter-example: "promised the bank to limit its losses".
func (r *resolver) doerBefore(m int) int {
	x := &r.ms[m]
	i := int(x.First) - 1
	if i < 3 || r.tags[x.Head] != tag.PRPS || r.d.Tokens[i].Sentence != r.d.Tokens[x.First].Sentence {
		return -1
	}
	for i > 2 && (r.tags[i] == tag.RB || r.tags[i] == tag.RP) {
		i--
	}
	at := i - 1
	switch {
	case r.tags[i] == tag.VB && r.tags[at] == tag.TO:
	case r.tags[i] == tag.VBG && at > 0 && (r.d.Low(at) == "of" || r.d.Low(at) == "from" || r.d.Low(at) == "for"):
	default:
		return -1
	}
	if o := r.objectEnding(m, at); o >= 0 {
		return o
	}
	if r.tags[at] == tag.TO {
		return r.entitled(m)
	}
	return -1
}

// objectEnding is the mention before m whose phrase ends before token end and is the object of a verb by which
// somebody is told, made or said to do something; -1 if there is none.
func (r *resolver) objectEnding(m, end int) int {
	const near = 6
	for o := m - 1; o >= max(0, m-near); o-- {
		y := &r.ms[o]
		p := r.phrase(o)
		if p == nil || !r.heads(o) || int(p.End) != end && int(p.FullEnd) != end || y.Type == article.MentionAdjective {
			continue
		}
		i := int(p.First) - 1
		if i < 1 || r.d.Tokens[i].Sentence != p.Sentence {
			return -1
		}
		switch verb := r.d.Low(i); {
		case r.tags[i].Verb() && controls.Has(verb):
			return o
		case (verb == "on" || verb == "for") && i > 1 && tiedBy.Has(r.d.Low(i-1)):
			return o // "called on the bank to limit its losses"
		}
		return -1
	}
	return -1
}

// controls are the verbs whose object does what the infinitive, or the gerund behind "of" or "from", tells.
var controls = lexicon.WordsOf(
	"ask", "asks", "asked", "asking", "tell", "tells", "told", "telling", "urge", "urges", "urged", "urging", "order", "orders", "ordered", "ordering",
	"want", "wants", "wanted", "force", "forces", "forced", "forcing", "allow", "allows", "allowed", "allowing", "push", "pushed", "pushing",
	"press", "pressed", "pressing", "persuade", "persuaded", "persuading", "encourage", "encouraged", "encouraging", "compel", "compelled",
	"enable", "enabled", "enabling", "help", "helped", "helping", "lead", "led", "leading", "cause", "caused", "causing", "expect", "expects", "expected",
	"warn", "warned", "warning", "advise", "advised", "invite", "invited", "instruct", "instructed", "require", "requires", "required", "requiring",
	"permit", "permits", "permitted", "permitting", "accuse", "accuses", "accused", "accusing", "suspect", "suspected", "suspects",
	"prevent", "prevents", "prevented", "preventing", "stop", "stopped", "stopping", "bar", "barred", "barring", "ban", "banned", "banning",
	"prohibit", "prohibited", "discourage", "discouraged", "keep", "kept", "deter", "deterred", "blame", "blamed", "blames", "criticise", "criticised", "criticize",
	"criticized", "criticizing", "praise", "praised", "fine", "fined", "sue", "sued", "pressure", "pressured", "pressuring", "beg", "begged", "convince", "convinced",
)

// tiedBy are the verbs and nouns that "on" or "for" ties to who is to do something.
var tiedBy = lexicon.WordsOf("call", "calls", "called", "calling", "pressure", "prevailed", "wait", "waited", "waiting")

// goesOnWith is the body that is the subject of the main clause before that of pronoun m, which does something: "The bank
// will wait before it decides"; -1 if there is none, or another body between is as likely and the race has not been won by
// that subject, as group g.
//
// Counter-example: "The bank will wait because it is late", "Norway will press Oslo Bank if it does not pay".
func (r *resolver) goesOnWith(m, g int) int {
	x := &r.ms[m]
	i := int(x.First) - 1
	if i < 1 || !behindMain.Has(r.d.Low(i)) || r.d.Tokens[i].Sentence != r.d.Tokens[x.First].Sentence || !r.does(m) && !r.minds(m) {
		return -1
	}
	p := x.Phrase - 1
	for ; p >= 0 && r.set.Phrases[p].Sentence == r.d.Tokens[x.First].Sentence; p-- {
		if r.isSubject(p) {
			break
		}
		if papers.Has(r.d.Low(int(r.set.Phrases[p].Head))) {
			return -1 // "Kolm voted against the law because it created a tax"
		}
	}
	o := int32(-1)
	if p >= 0 && r.set.Phrases[p].Sentence == r.d.Tokens[x.First].Sentence {
		if o = r.headOf[p]; o < 0 {
			o = int32(r.possessorIn(m, p)) // "The bank's shares fell after it cut its outlook"
		}
	}
	if o < 0 || r.of[o] < 0 || r.ms[o].Plural || r.index.quoted[o] != r.index.quoted[m] || !r.clauseBegins(p) || r.suits(int(r.of[o]), false) <= 0 || g >= 0 && g != int(r.of[o]) {
		return -1
	}
	asked := r.d.Low(i) == "if" || r.d.Low(i) == "unless" || r.d.Low(i) == "until" // of another: "will press the bank if it"
	for k := m - 1; (g < 0 || asked) && k > int(o); k-- {
		if e := r.of[k]; e >= 0 && e != r.of[o] && (r.suits(int(e), false) > 0 || asked && isBodyName(&r.ms[k])) {
			return -1
		}
	}
	return int(r.of[o])
}

// possessorIn is the mention before m that is the possessor in phrase p, whose head is nobody: -1 if there is none.
func (r *resolver) possessorIn(m int, p int32) int {
	const near = 8
	for o := m - 1; o >= max(0, m-near); o-- {
		if r.ms[o].Phrase == p && r.ownsSubject(o) {
			return o
		}
	}
	return -1
}

// clauseBegins reports that phrase p opens its sentence or what somebody says: it is no subject of a clause inside
// another, as in "until the bank had a chief".
func (r *resolver) clauseBegins(p int32) bool {
	i := r.set.Phrases[p].First - 1
	if r.mainSubject(p) {
		return i < 0 || !behindMain.Has(r.d.Low(int(i)))
	}
	return r.d.Low(int(i)) == "that" || r.tags[i].Verb()
}

// papers are nouns for what is written or agreed, and does things as bodies do.
var papers = lexicon.WordsOf(
	"act", "bill", "law", "plan", "measure", "deal", "agreement", "accord", "policy", "rule", "ruling", "decision", "order", "treaty",
	"project", "proposal", "report", "ban", "drug", "vaccine", "app", "product", "programme", "program", "scheme", "draft", "text",
	"statement", "letter", "resolution", "amendment", "contract", "offer", "strike", "campaign", "study", "survey", "tax",
)

// behindMain are the words that open such a clause.
var behindMain = lexicon.WordsOf("before", "after", "because", "if", "unless", "until", "when", "while", "once", "although", "though", "where", "as", "since")

// opensWithOwn is the body that the sentence of possessive pronoun m names as its subject behind the comma, where m stands
// in the words before it: "Despite its losses, the bank hired"; -1 if there is none.
//
// Counter-example: "The bank fell. Despite its losses, they hired".
func (r *resolver) opensWithOwn(m int) int {
	x := &r.ms[m]
	s := &r.d.Sentences[r.d.Tokens[x.First].Sentence]
	if r.tags[x.Head] != tag.PRPS || x.Plural || x.First-s.First > 6 || r.tags[s.First] != tag.IN && r.tags[s.First] != tag.VBG || behindMain.Has(r.d.Low(int(s.First))) && r.d.Low(int(s.First)) != "since" && r.tags[s.First+1] != tag.VBG {
		return -1
	}
	for i := s.First; i < x.First; i++ {
		if r.tags[i].Finite() {
			return -1 // "While the rebels built up their force, Norway slept"
		}
	}
	comma := int32(-1)
	for i := x.End; i < min(s.End, x.End+10); i++ {
		if r.tags[i] == tag.PunctComma {
			comma = i
			break
		}
		if r.tags[i].Finite() {
			return -1
		}
	}
	for o := m + 1; comma >= 0 && o < len(r.ms) && r.ms[o].First <= comma+2; o++ {
		y := &r.ms[o]
		if y.First <= comma || !(y.First == comma+1 || r.tags[comma+1] == tag.DT) || y.Type == article.MentionPronoun || !r.heads(o) || !r.subject(o) || r.of[o] < 0 {
			continue
		}
		if g := int(r.of[o]); r.suits(g, false) > 0 {
			return g
		}
		return -1
	}
	return -1
}

// calledBy is the body that is the subject before pronoun m, where m says what something is: "a step that it called
// illegal", "three firms that it said had helped"; -1 if there is none.
//
// Counter-example: "a step that it took", "the law that it was".
func (r *resolver) calledBy(m int) int {
	x := &r.ms[m]
	i := int(x.First) - 1
	if i < 1 || int(x.End) >= len(r.tags) || !sayings.Has(r.d.Low(int(x.End))) || r.d.Low(i) != "that" && r.d.Low(i) != "what" && r.d.Low(i) != "which" {
		return -1
	}
	if r.d.Low(i) == "that" && r.tags[i-1].Verb() {
		return -1 // "said that it called"
	}
	for p := x.Phrase - 1; p >= 0 && r.set.Phrases[p].Sentence == r.d.Tokens[x.First].Sentence; p-- {
		if !r.isSubject(p) {
			continue
		}
		o := r.headOf[p]
		if o < 0 || r.of[o] < 0 || r.ms[o].Plural || r.index.quoted[o] != r.index.quoted[m] {
			return -1
		}
		if g := int(r.of[o]); r.suits(g, false) > 0 {
			return g
		}
		return -1
	}
	return -1
}

// itsAgain is whom "its" means right before a second "its" that a preposition ties to what the first owns: "tied its exchange
// to | its server"; -1 elsewhere.
func (r *resolver) itsAgain(m int) int {
	i := int(r.ms[m].First) - 1
	if r.d.Low(int(r.ms[m].Head)) != "its" || i < 3 || r.tags[i] != tag.IN && r.tags[i] != tag.TO && r.tags[i] != tag.CC {
		return -1
	}
	for o := m - 1; o >= max(0, m-3); o-- {
		y := &r.ms[o]
		if r.d.Low(int(y.Head)) != "its" || y.Type != article.MentionPronoun {
			continue
		}
		for k := int(y.End); k < i; k++ {
			if t := r.tags[k]; !t.Noun() && t != tag.JJ && t != tag.HYPH {
				return -1
			}
		}
		return int(r.of[o])
	}
	return -1
}

// asIfSaid is the body that is the subject of the clause with "if" or "when" that opens what is said, where "it" is the
// subject of the clause behind its comma: "If the board has nothing to hide, it should open the files"; -1 if there is none.
//
// Counter-example: "If the board meets the bank, it rains", "If it rains, it should".
func (r *resolver) asIfSaid(m int) int {
	x := &r.ms[m]
	i := int(x.First) - 1
	if i < 3 || r.d.Low(int(x.Head)) != "it" || r.tags[i] != tag.PunctComma || !r.does(m) && !r.minds(m) {
		return -1
	}
	first := int(r.d.Sentences[r.sentence(m)].First)
	for k := i - 1; k >= first && k > i-25; k-- {
		if r.tags[k] == tag.PunctComma {
			return -1
		}
		if !conditions.Has(r.d.Low(k)) {
			continue
		}
		for o := m - 1; o >= 0 && int(r.ms[o].First) > k; o-- {
			y := &r.ms[o]
			if int(y.First) > k+2 || !r.heads(o) || y.Phrase < 0 || !r.isSubject(y.Phrase) || r.of[o] < 0 || y.Plural {
				continue
			}
			if g := int(r.of[o]); r.suits(g, false) > 0 {
				return g
			}
		}
		return -1
	}
	return -1
}

var conditions = lexicon.WordsOf("if", "when", "once", "unless", "because", "since", "until")

// sayings are verbs for what only a body or somebody says.
var sayings = lexicon.WordsOf(
	"said", "says", "called", "calls", "described", "describes", "deemed", "deems", "considers", "considered", "termed", "dubbed",
	"claims", "claimed", "believes", "believed", "views", "viewed", "accuses", "accused", "blames", "blamed", "sees",
)
