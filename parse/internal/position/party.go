package position

import (
	"slices"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
)

// party is one holder or target: tokens [first, end) and the actor they mean.
type party struct {
	mention    int // index, or -1
	actor      int // index into the actors, or -1
	first, end int
	owner      bool // named as owner of the phrase's head ("Chile's plan")
	kind       article.TargetType
	bytes      article.Span // the words, where they are a part of a token
}

// parties resolves phrase p and what an "and" joins to it.
func (r *reader) parties(p int) []party {
	list := r.list(p)
	if r.counts(list) {
		list = list[1:] // "two members, Ada Brenn and Tom Kolm": those two
	}
	out := r.partiesOf(list[0])
	for _, q := range list[1:] {
		out = append(out, r.partiesOf(q)...)
	}
	if len(list) > 1 {
		out = slices.DeleteFunc(out, r.bareAdjective)
	}
	return out
}

// bareAdjective reports the adjective of "Kurdish and Norwegian fighters", which of
// itself names nobody.
func (r *reader) bareAdjective(x party) bool {
	return x.mention < 0 && x.end == x.first+1 && r.tags[x.first] == tag.JJ
}

// one is a list of one party, which like a list of phrases lies in memory of the
// reader and is good until the next sentence.
func (r *reader) one(x party) []party {
	n := len(r.partyRoom)
	r.partyRoom = append(r.partyRoom, x)
	return r.partyRoom[n : n+1 : n+1]
}

// partiesOf resolves one phrase: the actor that it is, else the two peoples that
// it joins, else the owner of its head, else its bare words.
func (r *reader) partiesOf(p int) []party {
	if two := r.peoples(p); two != nil {
		return two
	}
	if r.countWord(p) {
		// "a group of diplomats" are the diplomats
		if m := r.attachedOwner(p, false); m >= 0 && r.low(int(r.ps[p].End)) == "of" {
			x := r.partyOf(m)
			x.first = min(x.first, int(r.ps[p].First))
			return r.one(x)
		}
		if j := int(r.ps[p].End); j+1 < r.end && r.low(j) == "of" {
			if q := r.phraseFrom(j + 1); q > p && r.mentionAt(q) < 0 {
				return r.partiesOf(q) // "a series of Chilean strikes"
			}
		}
	}
	if x, ok := r.principalOf(p); ok {
		return r.one(x)
	}
	if x, ok := r.whole(p); ok {
		return r.one(x)
	}
	if x, ok := r.ownerOfAny(p, r.deed); ok {
		return r.owners(p, x)
	}
	return r.one(r.bare(p))
}

// owners are x, the owner of phrase p, and those whom an "and" joins to it behind the
// head: "calls from A and B".
func (r *reader) owners(p int, x party) []party {
	q := r.phraseAt(int(r.ms[x.mention].Head))
	if q <= p || r.mentionAt(q) != x.mention || !named(&r.ms[x.mention]) {
		return r.one(x)
	}
	out := []party{x}
	for n := r.joinedAfter(q); n >= 0 && len(out) < 4; n = r.joinedAfter(n) {
		m := r.mentionAt(n)
		if m < 0 || !named(&r.ms[m]) || r.placeOnly(m) {
			break
		}
		y := r.partyOf(m)
		y.owner, y.first = true, x.first
		out = append(out, y)
	}
	return out
}

// principalOf is the one for whom those act whom phrase p names: "their forces"
// are theirs, "a delegation from Chile" is Chile.
func (r *reader) principalOf(p int) (party, bool) {
	h := r.head(p)
	m := r.mentionOf[h]
	if k := r.kinds(h); k&(kForce|kDelegate) == 0 || m >= 0 && r.ms[m].Type == article.MentionName {
		return party{}, false
	}
	if a := r.actorOf(int(m)); a >= 0 && r.actors[a].Named && r.actors[a].Kind == article.KindPerson {
		return party{}, false // an envoy with a name stands for oneself
	}
	i := int(r.ps[p].First)
	if r.tags[i] == tag.PRPS {
		if m := int(r.mentionOf[i]); m >= 0 && r.actorOf(m) >= 0 {
			x := r.partyOf(m)
			x.end = int(r.ps[p].End)
			return x, true
		}
		return party{}, false
	}
	j := int(r.ps[p].End)
	if r.kinds(h)&kDelegate == 0 || j+1 >= r.end || r.low(j) != "from" && r.low(j) != "of" {
		return party{}, false
	}
	q := r.phraseFrom(j + 1)
	if q >= 0 && r.low(j) == "of" && (r.mentionAt(q) < 0 || r.ms[r.mentionAt(q)].Type == article.MentionNominal) {
		if k := int(r.ps[q].End); k+1 < r.end && r.low(k) == "from" {
			q = r.phraseFrom(k + 1) // "a mission of observers from X"
		}
	}
	if q < 0 || r.mentionAt(q) < 0 || !named(&r.ms[r.mentionAt(q)]) || r.placeOnly(r.mentionAt(q)) {
		return party{}, false
	}
	x := r.partyOf(r.mentionAt(q))
	x.first = int(r.ps[p].First)
	return x, true
}

func named(m *mention.Mention) bool {
	return m.Type == article.MentionName || m.Type == article.MentionAcronym || m.Type == article.MentionMetonym
}

func (r *reader) bare(p int) party {
	t := r.phraseTokens(p)
	return party{mention: -1, actor: -1, first: t[0], end: t[1], kind: r.kindOf(p)}
}

// whole is the actor that phrase p is, its apposition included.
func (r *reader) whole(p int) (party, bool) {
	m := r.mentionAt(p)
	if q := int(r.ps[p].Apposition); m >= 0 && q >= 0 && r.ms[m].Type == article.MentionNominal && r.mentionAt(q) >= 0 && named(&r.ms[r.mentionAt(q)]) && !r.placeOnly(r.mentionAt(q)) {
		return r.partyOf(r.mentionAt(q)), true // "a contractor, Arven Steel"
	}
	if m < 0 && r.ps[p].Apposition >= 0 {
		if q := int(r.ps[p].Apposition); r.mentionAt(q) >= 0 && r.ms[r.mentionAt(q)].Type == article.MentionName && r.personal(p) {
			m = r.mentionAt(q)
		}
	}
	if m < 0 || r.ms[m].Type == article.MentionAdjective {
		return party{}, false
	}
	return r.partyOf(m), true
}

// personal reports a phrase whose head is a word for people or bodies, so that
// it can be renamed by a name.
func (r *reader) personal(p int) bool { return r.kinds(r.head(p))&kTurn == 0 }

func (r *reader) partyOf(m int) party {
	x := &r.ms[m]
	return party{mention: m, actor: r.actorOf(m), first: int(x.First), end: int(x.End), kind: article.TargetActor}
}

// peoples splits "Norwegian and Chilean officials" into its two states.
func (r *reader) peoples(p int) []party {
	ph := &r.ps[p]
	if t := r.tags[ph.Head]; t != tag.NNS && t != tag.NNPS {
		return nil
	}
	var out []party
	joined := false
	for i := int(ph.First); i < r.head(p); i++ {
		if r.tags[i] == tag.CC {
			joined = true
		}
		if m := r.mentionOf[i]; m >= 0 && r.ms[m].Type == article.MentionAdjective && r.actorOf(int(m)) < 0 {
			return nil // "Kurdish and Norwegian fighters" are one group
		}
		if m := r.mentionOf[i]; m >= 0 && (r.ms[m].Type == article.MentionAdjective || r.ms[m].Kind == article.KindCountry && r.tags[i+1] != tag.POS) {
			out = append(out, r.partyOf(int(m)))
		}
	}
	if !joined || len(out) < 2 {
		return nil
	}
	return out
}

// owner is the actor whose plan, forces or deed phrase p names: "Chile's
// proposal", "the Chilean proposal", "the policies of Chile". Nothing is read
// through a noun that turns the sign ("Chile's critics").
func (r *reader) owner(p int) (party, bool) { return r.ownerOfAny(p, false) }

// ownerOfAny is owner; any lets every thing that a state's adjective describes
// stand for the state, as what is attacked does ("Chilean homes").
func (r *reader) ownerOfAny(p int, any bool) (party, bool) {
	ph := &r.ps[p]
	kd := r.kinds(r.head(p))
	if kd&kTurn != 0 && kd&kPolicy == 0 || kd&kTime != 0 {
		return party{}, false
	}
	policy := kd&kPolicy != 0 || any
	best := -1
	for i := r.head(p) - 1; i >= int(ph.First); i-- {
		m := int(r.mentionOf[i])
		if m < 0 {
			continue
		}
		possessor := i+1 < r.end && r.tags[i+1] == tag.POS || r.tags[i] == tag.PRPS
		if possessor || policy && !r.placeOnly(m) && !r.draftOf(p, m) {
			best = m
			break
		}
	}
	if best < 0 {
		best = r.attachedOwner(p, policy)
	}
	if best < 0 && any {
		// "a camp for refugees"
		if j := int(r.ps[p].End); j+1 < r.end && (r.low(j) == "for" || r.low(j) == "of") {
			if q := r.phraseFrom(j + 1); q >= 0 && r.mentionAt(q) >= 0 && !r.placeOnly(r.mentionAt(q)) {
				best = r.mentionAt(q)
			}
		}
	}
	if best < 0 {
		return party{}, false
	}
	x := r.partyOf(best)
	x.owner = true
	t := r.phraseTokens(p)
	x.first, x.end = t[0], max(t[1], x.end)
	return x, true
}

// draftOf reports that phrase p is a draft that lies before the body of mention m,
// of which it need not be: "any Security Council resolution".
func (r *reader) draftOf(p, m int) bool {
	switch r.headOf(p) {
	case "resolution", "resolutions", "vote", "motion", "bill", "law", "legislation", "amendment":
	default:
		return false
	}
	switch r.low(int(r.ps[p].First)) {
	case "any", "another", "no", "every", "each":
	default:
		return false
	}
	k := r.ms[m].Kind
	return k == article.KindIGO || k == article.KindGovernmentBody
}

// attachedOwner is the mention behind "of" or "by" that owns phrase p, or -1.
func (r *reader) attachedOwner(p int, policy bool) int {
	j := int(r.ps[p].End)
	if j+1 >= r.end {
		return -1
	}
	w := r.low(j)
	q := r.phraseFrom(j + 1)
	if q < 0 || w != "by" && !(w == "of" && (policy || r.countWord(p))) && !(w == "from" && policy) {
		return -1
	}
	if m := r.mentionAt(q); m >= 0 && !r.placeOnly(m) {
		return m
	}
	if k := int(r.ps[q].End); w == "of" && k+1 < r.end && (r.low(k) == "from" || r.low(k) == "by") {
		if o := r.phraseFrom(k + 1); o >= 0 && r.mentionAt(o) >= 0 && !r.placeOnly(r.mentionAt(o)) {
			return r.mentionAt(o) // "an offer of talks from X"
		}
	}
	if x, ok := r.owner(q); ok && w != "from" {
		return x.mention
	}
	if x, ok := r.ownerOfAny(q, true); ok && r.deed && w == "of" && r.ms[x.mention].Type == article.MentionAdjective {
		return x.mention // "suspended the licences of Norwegian ships"
	}
	return -1
}

// countWord reports "many", "some", "a number" before "of".
func (r *reader) countWord(p int) bool {
	if h := r.head(p); r.tags[h] == tag.CD && h+1 < r.end && r.low(h+1) == "of" {
		return true // "eleven of the clubs"
	}
	switch r.headOf(p) {
	case "many", "some", "most", "all", "several", "number", "dozens", "hundreds", "thousands", "scores",
		"series", "part", "parts", "rest", "majority", "half", "few", "much", "one", "both", "member", "members", "group":
		return true
	}
	return false
}

// placeOnly reports a mention that names a place, nobody who could act.
func (r *reader) placeOnly(m int) bool {
	if m < 0 {
		return false
	}
	a := r.actorOf(m)
	if a < 0 {
		return r.ms[m].Kind == article.KindPlace
	}
	return r.actors[a].Kind == article.KindPlace
}

// kindOf is the type of a target that is no actor.
func (r *reader) kindOf(p int) article.TargetType {
	h := r.headOf(p)
	switch h {
	case "claim", "claims", "allegation", "allegations", "accusation", "accusations", "report", "reports",
		"charge", "charges", "statement", "suggestion", "rumour", "rumours", "rumor", "rumors", "assertion":
		return article.TargetClaim
	}
	for _, e := range r.entries(r.head(p)) {
		if e.pos == 'n' && e.has(act) {
			return article.TargetEvent
		}
	}
	return article.TargetIssue
}

// actNoun is the noun entry of the head of phrase p, or nil.
func (r *reader) actNoun(p int) *entry {
	if p < 0 {
		return nil
	}
	for _, e := range r.entries(r.head(p)) {
		if e.pos == 'n' && len(e.words) == 1 {
			return e
		}
	}
	return nil
}

// holds reports that x can hold a position: people and bodies, not places.
func (r *reader) holds(x party) bool {
	if x.mention < 0 {
		return false
	}
	m := &r.ms[x.mention]
	if r.placeOnly(x.mention) && m.Type != article.MentionMetonym {
		return false
	}
	if m.Type == article.MentionPronoun && x.actor < 0 {
		switch r.low(int(m.Head)) {
		case "we", "i", "he", "she", "they":
			return true
		}
		return false
	}
	return true
}

// capital reports the name of a capital, which as a holder acts for its state
// also where the words between hide it ("Washington along with its allies").
func (r *reader) capital(x party) bool {
	if x.mention < 0 || x.actor < 0 || r.ms[x.mention].Type != article.MentionName {
		return false
	}
	m := &r.ms[x.mention]
	return capitals().Has(r.d.Span(int(m.First), int(m.End)).In(r.d.Text))
}

// governs reports a place that itself takes a side, as only those who govern it can:
// "Velland condemned Chile", "Velland and Chile imposed sanctions". A place that is
// met in, attacked from or helped in governs nothing.
func (r *reader) governs(d *draft, x party) bool {
	if x.mention < 0 || x.owner || d.group < 0 || r.ms[x.mention].Type != article.MentionName || !r.placeOnly(x.mention) {
		return false
	}
	g := &r.groups[d.group]
	if g.form != finite || g.passive || g.subject < 0 || g.relative || g.inherits {
		return false
	}
	l := r.list(g.subject)
	i := g.first - 1
	for i > r.first && r.tags[i] == tag.RB {
		i--
	}
	if r.phraseAt(i) != l[len(l)-1] || r.behindPlace(int(r.ps[l[0]].First)-1) {
		return false // "in Oslo, Velland, last year, they condemned"
	}
	switch d.stance {
	case article.Criticize, article.Accuse, article.Reject, article.Deny, article.CallFor, article.Support:
	case article.OpposeAct:
		if d.c.e.has(act) {
			return false
		}
	default:
		return false
	}
	return !d.c.e.has(soft)
}

// behindPlace reports a comma at token i behind a place, of which the next name tells
// where it lies.
func (r *reader) behindPlace(i int) bool {
	if i <= r.first || r.tags[i] != tag.PunctComma {
		return false
	}
	p := r.phraseAt(i - 1)
	return p >= 0 && r.placeOnly(r.mentionAt(p))
}

// metonym lets a capital that stands as a place speak for its government, where
// it holds or suffers words: "the condemnation of A and Moscow". The state must
// be an actor of the article already.
func (r *reader) metonym(x party) (party, bool) {
	if x.mention < 0 || !r.placeOnly(x.mention) {
		return x, false
	}
	m := &r.ms[x.mention]
	if !capitals().Has(r.d.Span(int(m.First), int(m.End)).In(r.d.Text)) {
		return x, false
	}
	best := -1
	for a := range r.actors {
		o := &r.actors[a]
		if o.Country == "" || o.Country != m.Country {
			continue
		}
		switch o.Kind {
		case article.KindGovernment:
			x.actor = a
			return x, true
		case article.KindCountry:
			best = a
		}
	}
	if best < 0 {
		return x, false
	}
	x.actor = best
	return x, true
}
