package position

import (
	"strconv"
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/quote"
	"dossier/parse/internal/tag"
)

// Whose words a position stands in. The narrator's: the subject holds it. Inside
// quotation marks or reported speech "we" is the speaker, and what the speaker
// says of others' deeds is the speaker's claim.

// speech is the quote around token i, or nil.
func (r *reader) speech(i int) *quote.Quote {
	if i < 0 || r.quoteOf[i] < 0 {
		return nil
	}
	return &r.in.Quotes[r.quoteOf[i]]
}

// speakerOf is the actor index of a quote's speaker, or -1.
func (r *reader) speakerOf(q *quote.Quote) int {
	if q == nil || q.Speaker == nil {
		return -1
	}
	return r.actorOf(int(q.Speaker.Mention))
}

// firstPerson reports "we", "I", "our", "us" …
func firstPerson(w string) bool {
	switch w {
	case "i", "we", "me", "us", "my", "our", "mine", "ours":
		return true
	}
	return false
}

// principal is the actor for whom a spokesperson speaks: the organisation of the
// role; -1 for all others.
func (r *reader) principal(actor int) int {
	if actor < 0 {
		return -1
	}
	if r.principals[actor] == 0 {
		r.principals[actor] = int32(r.findPrincipal(actor)) + 2
	}
	return int(r.principals[actor]) - 2
}

func (r *reader) findPrincipal(actor int) int {
	for _, role := range r.actors[actor].Roles {
		if role.Organization == "" || role.Status == "former" {
			continue
		}
		if r.spokesTitle(role.Title) {
			return r.actorIndex(role.Organization)
		}
	}
	return -1
}

func (r *reader) spokesTitle(title string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(title)) {
		if r.lex.kinds(w)&kSpokes != 0 {
			return true
		}
	}
	return strings.Contains(strings.ToLower(title), "press secretary")
}

// actorIndex is the index of the actor with the given id: a1 is the first.
func (r *reader) actorIndex(id article.Opt) int {
	n, err := strconv.Atoi(strings.TrimPrefix(string(id), "a"))
	if as := r.actors; err == nil && n >= 1 && n <= len(as) && as[n-1].ID == string(id) {
		return n - 1
	}
	return -1
}

// speaksFor reports that the actor's words are those of other: the same actor,
// its principal, or an actor of the same state in a public office.
func (r *reader) speaksFor(actor, other int) bool {
	if actor < 0 || other < 0 {
		return false
	}
	if actor == other || r.principal(actor) == other {
		return true
	}
	as := r.actors
	for _, role := range as[actor].Roles {
		if role.Organization == article.Opt(as[other].ID) && role.Status != "former" {
			return true
		}
	}
	return as[actor].Country != "" && as[actor].Country == as[other].Country && public(as[other].Kind) &&
		(len(as[actor].Roles) > 0 || public(as[actor].Kind))
}

func public(k article.ActorKind) bool {
	switch k {
	case article.KindGovernment, article.KindGovernmentBody, article.KindCountry, article.KindArmedForce:
		return true
	}
	return false
}

// place puts d into the words it stands in: it may move the holder to the
// speaker, turn a told deed into an accusation, or leave d out.
func (r *reader) place(d *draft) bool {
	q := r.speech(d.c.first)
	if d.quote >= 0 {
		return true
	}
	if r.alleged(d) {
		return false // the accuser's claim, which is read with the accusation
	}
	if q != nil && !r.speechAt(d.c.first) && !r.clausal(q) {
		return true // "backed Kenya in its fight against Y": the object of a stance, nobody's claim
	}
	if q == nil {
		// quoted words of nobody known
		return !r.speechAt(d.c.first) || d.holder >= 0 && !firstPerson(r.headOf(d.holder))
	}
	who := r.speakerOf(q)
	marks := r.speechAt(d.c.first) && !r.outsideMarks(d)
	if d.holder >= 0 && firstPerson(r.headOf(d.holder)) {
		if !marks {
			return true
		}
		d.quote = int(r.quoteOf[d.c.first])
		d.feature("own words", 2)
		return who >= 0 || q.Speaker != nil
	}
	if d.holder < 0 {
		return true
	}
	if marks && who >= 0 && d.group >= 0 && !r.groups[d.group].relative && r.ourSide(d.holder) {
		d.quote = int(r.quoteOf[d.c.first])
		d.feature("own words", 1)
		return true
	}
	h := r.holderActor(d.holder)
	if h < 0 || r.speaksFor(who, h) {
		return h >= 0 || !marks
	}
	leading := q.CueEnd <= q.First && q.CueFirst < q.CueEnd
	switch {
	case marks && q.Speaker == nil || foresees.Has(q.CueLemma):
		return false
	case (marks || leading) && r.deedAgainst(d) && (r.facesIt(d) || r.ownHouse(who, d)):
		return false // "said the mayor has confronted the challenges"
	case (marks || leading) && r.deedAgainst(d) && (!r.claimed(d, q) || !r.utters(q)):
		return false
	case leading && r.deedAgainst(d) && r.disowned(q.CueFirst, q.CueEnd):
		return false // "dismissed accusations that Y had attacked Z"
	case leading && !marks && r.lawful(d): // told, but no wrong
	case (marks || leading) && r.ownForces(who, d):
		return false // a minister tells what "the army" did: no accusation
	case (marks || leading) && r.deedAgainst(d) && !r.lawful(d):
		d.quote, d.holder = int(r.quoteOf[d.c.first]), -1
		d.target, d.matter = r.accused(d), [2]int{}
		d.stance = article.Accuse
		d.weaken("told by another", 0.75)
		return d.target >= 0
	case marks:
		return false // another's stance, in the speaker's view of it
	}
	d.weaken("told by another", 0.85)
	return true
}

// outsideMarks reports that the holder of d stands before the quotation marks in which its cue is: as in a report without
// marks, the speaker tells what another holds.
//
// Example: "said that Norway “strongly condemns the raid”". Counter-example: "said: “Norway condemns the raid.”"
func (r *reader) outsideMarks(d *draft) bool {
	if d.holder < 0 || d.group < 0 {
		return false
	}
	p := r.in.Marks.At(d.c.first)
	return p >= 0 && r.head(d.holder) < int(r.in.Marks.Pairs[p].Open) && !firstPerson(r.headOf(d.holder))
}

// ourSide reports a phrase for the body that the speaker of quoted words stands for: "our members",
// "my party".
func (r *reader) ourSide(p int) bool {
	i := int(r.ps[p].First)
	if w := r.low(i); w != "our" && w != "my" || r.head(p) != i+1 {
		return false
	}
	switch r.headOf(p) {
	case "members", "party", "government", "country", "union", "organisation", "organization", "association", "group", "company", "movement",
		"church", "ministry", "administration", "federation", "club", "coalition", "alliance", "bloc", "caucus":
		return true
	}
	return false
}

// facesIt reports a fight against what nobody is: "had fought poverty".
func (r *reader) facesIt(d *draft) bool {
	if d.c.e.pos != 'v' || len(d.c.e.words) > 1 {
		return false
	}
	switch d.c.e.words[0] {
	case "confront", "fight", "combat", "battle", "face", "attack", "tackle", "defeat", "beat", "counter":
		return d.target >= 0 && !r.someone(d.target) || d.target < 0
	}
	return false
}

// ownHouse reports that those whom d says to have acted are the body that the speaker manages or
// speaks for, as far as the words tell: "campaign manager Ada Brenn said the campaign had …".
func (r *reader) ownHouse(who int, d *draft) bool {
	p := r.accused(d)
	if p < 0 || who < 0 || r.low(int(r.ps[p].First)) != "the" || r.head(p) != int(r.ps[p].First)+1 {
		return false
	}
	head := r.headOf(p)
	for _, role := range r.actors[who].Roles {
		if role.Status == "former" {
			continue
		}
		for w := range strings.FieldsSeq(strings.ToLower(role.Title)) {
			if w == head {
				return true
			}
		}
	}
	return false
}

// ownForces reports that those whom d says to have acted are the armed forces that the
// speaker's government commands, as far as the words tell: "the defence minister said the air
// force had hit a camp". Those of another state have its name or its nationality.
func (r *reader) ownForces(who int, d *draft) bool {
	p := r.accused(d)
	if p < 0 || who < 0 || !r.forces(p) && r.headOf(p) != "police" || r.low(int(r.ps[p].First)) != "the" {
		return false
	}
	for i := int(r.ps[p].First); i < r.head(p); i++ {
		if m := int(r.mentionOf[i]); r.tags[i] == tag.POS || m >= 0 && r.ms[m].Type != article.MentionNominal {
			return false
		}
	}
	if a := r.holderActor(p); a >= 0 && r.actors[a].Country != "" && r.actors[who].Country != "" && r.actors[a].Country != r.actors[who].Country {
		return false
	}
	for _, role := range r.actors[who].Roles {
		if role.Status == "former" {
			continue
		}
		for w := range strings.FieldsSeq(strings.ToLower(role.Title)) {
			if commands.Has(w) {
				return true
			}
		}
	}
	return false
}

// commands are words of titles whose bearers command forces or speak for who does.
var commands = lexicon.WordsOf("minister", "president", "premier", "chancellor", "general", "commander", "commissioner", "admiral", "colonel",
	"brigadier", "governor", "secretary", "king", "captain", "major", "marshal")

// foresees are the verbs of who guesses what others will do: nobody's stance yet.
var foresees = lexicon.WordsOf(
	"predict", "expect", "forecast", "hope", "fear", "bet", "suspect",
	"wonder", "doubt", "anticipate", "foresee",
)

// alleged reports a deed that stands in what another alleges: "a lawsuit alleging
// that Y had broken the law".
func (r *reader) alleged(d *draft) bool {
	if d.group < 0 || !r.deedAgainst(d) {
		return false
	}
	for i := range r.cues {
		if c := &r.cues[i]; c.e.has(claimAct) && c.args.that == d.group {
			return true
		}
	}
	return false
}

// clausal reports a quote that holds a clause of its own in the sentence.
func (r *reader) clausal(q *quote.Quote) bool {
	for k := range r.groups {
		if g := &r.groups[k]; g.main >= int(q.First) && g.main < int(q.End) && g.form == finite && !g.relative {
			return true
		}
	}
	return int(q.First) < r.first
}

// deedAgainst reports a deed, or a breach ("ignored the warnings"), that another
// can only be accused of.
func (r *reader) deedAgainst(d *draft) bool {
	return d.stance == article.OpposeAct || d.stance == article.Reject && d.c.e.has(soft) && !d.negated
}

// lawful reports a protest, a declaration or a victory over a rival, which whoever tells of it
// accuses nobody of.
func (r *reader) lawful(d *draft) bool {
	switch d.c.e.words[0] {
	case "declare":
		return true
	case "defeat", "beat", "crush", "trounce", "rout", "unseat", "oust":
		return d.target >= 0 && r.person(d.target) // at the polls
	}
	return d.c.e.has(protest)
}

// claimed reports that d is what the quote says, not something told in a clause
// below.
func (r *reader) claimed(d *draft, q *quote.Quote) bool {
	for k := range r.groups {
		if g := &r.groups[k]; g.main >= int(q.First) && g.form == finite && !g.relative {
			return (k == d.group || g.matrix >= 0) && !r.subordinate(d)
		}
	}
	return false
}

// subordinate reports a clause that "after", "when" or "because" opens.
func (r *reader) subordinate(d *draft) bool {
	if d.group < 0 || r.groups[d.group].subject < 0 {
		return false
	}
	i := int(r.ps[r.list(r.groups[d.group].subject)[0]].First) - 1
	if i < r.first {
		return false
	}
	w := r.low(i)
	return subordinator(w) && w != "that" || w == "when" || w == "where"
}

// saidOfSelf is the quote whose speaker an unresolved pronoun means: "Norway said
// it …", where "it" is the first word of what is said; -1 for all others.
func (r *reader) saidOfSelf(p int) int {
	if p < 0 || !r.ps[p].Pronoun || r.mentionAt(p) >= 0 && r.actorOf(r.mentionAt(p)) >= 0 {
		return -1
	}
	first := int(r.ps[p].First)
	q := r.speech(first)
	if q == nil || r.speechAt(first) || q.CueEnd > q.First || first > int(q.First)+1 || r.speakerOf(q) < 0 {
		return -1
	}
	k := r.actors[r.speakerOf(q)].Kind
	switch r.low(first) {
	case "it":
		if k == article.KindPerson || k == article.KindPlace {
			return -1
		}
	case "he", "she":
		if k != article.KindPerson {
			return -1
		}
	case "they":
	default:
		return -1
	}
	return int(r.quoteOf[first])
}

// meansAbove is the subject of the verb above that an unresolved pronoun p, the
// subject of group k, can only mean: "Norway announced that it will …"; or -1.
func (r *reader) meansAbove(p, k int) int {
	if p < 0 || k <= 0 || !r.ps[p].Pronoun || r.actorOf(r.mentionAt(p)) >= 0 || r.saidOfSelf(p) >= 0 {
		return -1
	}
	m, first := k-1, int(r.ps[p].First)
	g := &r.groups[m]
	if g.form != finite || g.subject < 0 || g.passive || r.ps[g.subject].Pronoun || first == r.first || r.low(first-1) != "that" && !(g.end == first && r.kinds(g.main)&kSay != 0) || r.speechAt(first) != r.speechAt(g.main) {
		return -1
	}
	x := r.mentionAt(g.subject)
	if x < 0 {
		return -1
	}
	person := r.ms[x].Kind == article.KindPerson
	switch r.low(first) {
	case "it":
		if !person {
			return g.subject
		}
	case "he", "she":
		if person {
			return g.subject
		}
	}
	return -1
}

// utters reports a source that can accuse: no carrier of news, no unnamed one.
func (r *reader) utters(q *quote.Quote) bool {
	a := r.speakerOf(q)
	if a < 0 {
		return false
	}
	k := r.actors[a].Kind
	return k != article.KindMedia && k != article.KindPlace
}

// accused is the phrase of the one that d says has acted.
func (r *reader) accused(d *draft) int {
	if d.group < 0 {
		return -1
	}
	if g := &r.groups[d.group]; g.passive {
		return r.agent(d.group)
	}
	return r.groups[d.group].subject
}

// holderActor is the actor that phrase p means as a holder, or -1.
func (r *reader) holderActor(p int) int {
	for _, x := range r.partiesOf(p) {
		if x, _ = r.metonym(x); x.actor >= 0 {
			return x.actor
		}
	}
	return -1
}
