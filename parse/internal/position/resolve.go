package position

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/quote"
	"dossier/parse/internal/tag"
)

// found is a position with what is needed to merge it with others.
type found struct {
	article.Position
	first  int // token where its words start
	holder int // actor index, or -1
	target int // actor index, or -1
	idle   bool
	// tokens of target and issue
	targetAt, issueAt [2]int
}

// resolve gives the words of d their actors: one position for each pair of
// holder and target. It reports whether there is one.
func (r *reader) resolve(d *draft) bool {
	holders := r.holders(d)
	targets := r.targets(d)
	if len(holders) == 0 || len(targets) == 0 {
		return false
	}
	if len(holders) > 1 && d.quote < 0 && r.eitherOf(d.holder, holders) || len(targets) > 1 && !d.negated && r.eitherOf(d.target, targets) {
		return false // "backs either X or Y"
	}
	n := len(r.found)
	for _, h := range holders {
		for _, t := range targets {
			r.pair(d, h, t)
			if d.c.e.has(mutual) && !d.done && d.stance == d.c.e.stance && h.actor >= 0 && t.actor >= 0 && d.target != d.holder && !r.placeOnly(t.mention) && !t.owner && d.quote < 0 {
				r.pair(d, t, h)
			}
		}
	}
	return len(r.found) > n
}

// eitherOf reports that an "or" joins the list of phrase p, whose members are different actors:
// one of them is meant, and which is open.
func (r *reader) eitherOf(p int, ps []party) bool {
	if p < 0 || ps[0].actor < 0 || ps[len(ps)-1].actor < 0 || ps[0].actor == ps[len(ps)-1].actor {
		return false
	}
	for _, x := range ps {
		if x.actor < 0 || !r.actors[x.actor].Named {
			return false // "presidents or candidates": both
		}
	}
	l := r.list(p)
	i := int(r.ps[l[len(l)-1]].First) - 1
	return len(l) > 1 && i > r.first && r.low(i) == "or"
}

// holders are the parties that hold d.
func (r *reader) holders(d *draft) []party {
	switch {
	case d.quote >= 0:
		q := &r.in.Quotes[d.quote]
		if q.Speaker == nil {
			return nil
		}
		if all := r.speakers(q); all != nil {
			return all
		}
		return r.one(party{mention: int(q.Speaker.Mention), actor: r.speakerOf(q), first: int(q.Speaker.First), end: int(q.Speaker.End)})
	case d.words[0] < d.words[1]:
		if x, ok := r.firstPersonAt(d.words[0], d.words[1]); ok {
			return r.one(x)
		}
		m := int(r.mentionOf[d.words[1]-1])
		if m < 0 {
			m = int(r.mentionOf[d.words[0]])
		}
		return r.one(party{mention: m, actor: r.actorOf(m), first: d.words[0], end: d.words[1]})
	case d.holder >= 0:
		if x, ok := r.speaks(d.holder); ok {
			return r.one(x)
		}
		ps := r.parties(d.holder)
		if len(ps) == 1 {
			if all := r.eachOf(ps[0]); all != nil {
				return all
			}
		}
		out := ps[:0]
		for _, x := range ps {
			x, moved := r.metonym(x)
			if moved || r.holds(x) || r.capital(x) || r.governs(d, x) {
				out = append(out, x)
			}
		}
		if i := int(r.ps[d.holder].End); i < r.end && !r.tags[i].Finite() && r.tags[i] != tag.MD {
			out = append(out, r.besideHolder(d)...)
		}
		return out
	}
	return nil
}

// speakers are those who say quote q together: "Norway and Peru said the deal was a disgrace";
// nil if it is one, or if they stand in another sentence.
func (r *reader) speakers(q *quote.Quote) []party {
	first, end := int(q.Speaker.First), int(q.Speaker.End)
	if first < r.first || end > r.end || end-first < 3 {
		return nil
	}
	p := r.phraseAt(end - 1)
	if p < 0 || int(r.ps[p].First) <= first {
		return nil
	}
	list := r.list(p)
	if len(list) < 2 || int(r.ps[list[0]].First) < first || int(r.ps[list[len(list)-1]].End) != end {
		return nil
	}
	out := r.parties(p)
	for _, x := range out {
		if !r.holds(x) {
			return nil
		}
	}
	return out
}

// targets are the parties that d is towards.
func (r *reader) targets(d *draft) []party {
	switch {
	case d.towards >= 0:
		return r.one(party{mention: -1, actor: d.towards, first: d.matter[0], end: d.matter[1], kind: article.TargetActor})
	case d.target >= 0:
		r.deed = d.stance == article.OpposeAct || d.stance == article.Threaten || d.stance == article.Reject || d.stance == article.Concede
		ps := r.parties(d.target)
		r.deed = false
		if d.kind != "" {
			for i := range ps {
				if ps[i].mention < 0 {
					ps[i].kind = d.kind
				}
			}
		}
		return r.suitable(d, ps)
	case d.matter[0] < d.matter[1]:
		return r.one(party{mention: -1, actor: -1, first: d.matter[0], end: d.matter[1], kind: d.kind})
	case d.kind == article.TargetUnspecified:
		return r.one(party{mention: -1, actor: -1, kind: d.kind})
	}
	return nil
}

// suitable keeps the targets that the entry allows.
func (r *reader) suitable(d *draft, ps []party) []party {
	out := ps[:0]
	for _, x := range ps {
		m := x.mention
		switch {
		case m < 0 && d.c.e.says("no") && r.low(x.first) == "one" && x.end == x.first+1:
			continue // "saw no need for one"
		case r.low(x.first) == "no" && x.first > 0 && r.tags[x.first-1] == tag.CC:
			continue // "denied the reports, and no bid came"
		case d.stance == article.Consult && r.kinds(r.head(d.target))&kKin != 0:
			continue // private life
		case d.stance == article.Consult && press.Has(r.low(x.end-1)):
			continue // "spoke to reporters"
		case d.stance == article.Consult && m < 0 && r.kinds(x.end-1)&(kPurpose|kGrant) != 0:
			continue // "a visit to Chile and an opportunity to …"
		case m < 0 && d.stance != article.CallFor && d.target >= 0 && r.sum(d.target):
			continue // "donated $2,000", "declined to $2 million"
		case d.c.e.has(needActor) && m < 0, d.c.e.has(people) && (x.owner || !r.human(x)):
			continue
		case m < 0 && r.pronoun(x.first):
			if y, ok := r.lastSaid(d, x); ok {
				out = append(out, y)
			}
			continue // "you", "that"
		case m >= 0 && r.ms[m].Type == article.MentionPronoun && x.actor < 0 && !firstPerson(r.low(int(r.ms[m].Head))):
			y, ok := r.meantBy(x)
			if !ok || d.c.e.has(needActor) || d.stance == article.CallFor && d.addr == d.target && !x.owner {
				continue // "them", and nobody knows whom
			}
			x = y
		case m >= 0 && r.placeOnly(m) && !r.placeTarget(d) && !d.c.e.has(place):
			if y, ok := r.metonym(x); ok {
				out = append(out, y)
				continue
			}
			x = party{mention: -1, actor: -1, first: x.first, end: x.end, kind: article.TargetIssue}
			if d.c.e.has(needActor) {
				continue
			}
		}
		out = append(out, x)
	}
	return out
}

// press are those whom one speaks to for others to hear it.
var press = lexicon.WordsOf("reporters", "journalists", "reporter", "journalist", "press", "media", "newsmen")

// human reports a party of people: a person or a group, no product or company.
func (r *reader) human(x party) bool {
	k := article.ActorKind("")
	switch {
	case x.actor >= 0:
		k = r.actors[x.actor].Kind
	case x.mention >= 0:
		k = r.ms[x.mention].Kind
	}
	return k != article.KindCompany && k != article.KindOrganization && k != article.KindMedia && k != article.KindPlace
}

// meantBy is what a pronoun that is no actor means: of "their demand" the demand,
// of "it" the matter that the sentence or the one before took a side on.
func (r *reader) meantBy(x party) (party, bool) {
	if x.owner {
		return party{mention: -1, actor: -1, first: x.first, end: x.end, kind: article.TargetIssue}, true
	}
	if r.low(x.first) != "it" {
		return x, false
	}
	for k := len(r.groups) - 1; k >= 0; k-- {
		g := &r.groups[k]
		if g.end > x.first || r.in.Marks.At(g.main) != r.in.Marks.At(x.first) {
			continue
		}
		p := r.argsFrom(g.end).obj
		if c := r.cueOf(k); c != nil {
			p = c.args.obj
		} else if p >= 0 && !r.known(p) {
			continue
		}
		if p < 0 || int(r.ps[p].End) > x.first || r.mentionAt(p) >= 0 || r.ps[p].Pronoun || r.tags[r.head(p)] != tag.NN {
			continue
		}
		if r.cueOf(k) == nil {
			return x, false // "…, which did not join the move, praised it": which of the two is open
		}
		if o, ok := r.possessor(p); ok {
			o.owner, o.first, o.end = true, int(r.ps[p].First), int(r.ps[p].FullEnd)
			return o, true // "welcomed Y's offer, but Z rejected it"
		}
		return party{mention: -1, actor: -1, first: int(r.ps[p].First), end: int(r.ps[p].FullEnd), kind: r.kindOf(p)}, true
	}
	return r.lastMatter(x)
}

// known reports a phrase that speaks of something as known: "the move", "Monday's
// move", "their plan".
func (r *reader) known(p int) bool {
	for i := int(r.ps[p].First); i < r.head(p); i++ {
		if r.tags[i] == tag.POS || r.tags[i] == tag.PRPS {
			return true
		}
	}
	switch r.low(int(r.ps[p].First)) {
	case "the", "this", "that":
		return true
	}
	return false
}

// lastMatter is the matter that the sentence before took a side on, which "it"
// goes on with: "Parliament backed the bill. Norway opposed it." Of a claim "it"
// may mean any part, and what is only called for without an article ("called for
// restraint") is no thing yet.
func (r *reader) lastMatter(x party) (party, bool) {
	if len(r.found) == 0 {
		return x, false
	}
	o := r.found[len(r.found)-1]
	t := o.targetAt
	if o.target >= 0 || o.Target.Type == article.TargetUnspecified || o.Target.Type == article.TargetClaim || t[0] >= t[1] || t[1] > len(r.tags) || int(r.d.Tokens[t[0]].Sentence) != r.sentenceOf-1 {
		return x, false
	}
	if d := r.tags[t[0]]; o.Stance == article.CallFor && d != tag.DT && d != tag.PRPS {
		return x, false
	}
	for i := t[0]; i < t[1]; i++ {
		if r.tags[i] == tag.NN { // one thing
			return party{mention: -1, actor: -1, first: t[0], end: t[1], kind: o.Target.Type}, true
		}
	}
	return x, false
}

// longestSaid is how many tokens a statement that "that" means may have.
const longestSaid = 40

// lastSaid is the statement that "that" means behind a word of doubt or denial: what
// somebody else said right before. "The ministry said 40 had died. The union disputed
// that."
func (r *reader) lastSaid(d *draft, x party) (party, bool) {
	rejects := d.stance == article.Reject && (d.c.e.words[0] == "reject" || d.c.e.words[0] == "dispute") && !d.negated
	if d.stance != article.Doubt && d.stance != article.Deny && !rejects || r.low(x.first) != "that" && r.low(x.first) != "this" || d.holder < 0 {
		return x, false
	}
	i := len(r.in.Quotes) - 1
	for i >= 0 && int(r.in.Quotes[i].End) > x.first {
		i--
	}
	if i < 0 {
		return x, false
	}
	q := &r.in.Quotes[i]
	if r.low(x.first) == "this" && !r.rightAfter(d, q) {
		return x, false
	}
	last := int(q.End) - 1
	s, h := r.speakerOf(q), r.holderActor(d.holder)
	if s < 0 || h < 0 || r.speaksFor(s, h) || len(q.Spans) != 1 || last-int(q.First) > longestSaid || last < int(q.First) || int(r.d.Tokens[last].Sentence) < r.sentenceOf-1 {
		return x, false
	}
	if rejects && !proposals.Has(q.CueLemma) {
		d.stance = article.Deny
	}
	return party{mention: -1, actor: -1, first: int(q.First), end: int(q.End), bytes: q.Spans[0], kind: article.TargetClaim}, true
}

// rightAfter reports that d opens the sentence behind the one that quote q ends, so that "this"
// can mean nothing else.
func (r *reader) rightAfter(d *draft, q *quote.Quote) bool {
	if r.sentenceOf == 0 || d.group < 0 || int(r.d.Sentences[r.sentenceOf-1].End)-int(q.End) > 2 || int(q.End) > r.first {
		return false
	}
	for k := range d.group {
		if r.groups[k].form == finite {
			return false
		}
	}
	return true
}

// proposals are verbs of saying what should be done, which is turned down and not denied.
var proposals = lexicon.WordsOf("propose", "suggest", "offer", "demand", "urge", "call", "ask", "recommend", "request", "want")

func (r *reader) pronoun(i int) bool {
	t := r.tags[i]
	p := r.phraseAt(i)
	return t == tag.PRP || p >= 0 && t == tag.DT && int(r.ps[p].End) == i+1
}

// placeTarget reports the stances that a place can suffer: attacks, visits, aid.
func (r *reader) placeTarget(d *draft) bool {
	switch d.stance {
	case article.OpposeAct, article.Consult, article.Assist, article.Commit, article.Threaten, article.Concede:
		return true
	}
	return false
}

// faint is the confidence below which a position towards no actor is left out.
const faint = .5

// pair makes the position of holder h towards target t.
func (r *reader) pair(d *draft, h, t party) {
	if d.stance.Polarity() != 0 && (h.actor >= 0) != (t.actor >= 0) {
		r.foundPeople(&h)
		r.foundPeople(&t)
	}
	if h.actor >= 0 && h.actor == t.actor {
		if !t.owner || d.stance != article.Support || !ownBacked.Has(d.c.e.words[0]) || d.c.e.words[0] == "stand" && !d.c.e.has(policy) {
			return
		}
		// "defended his bill": one's own matter
		t = party{mention: -1, actor: -1, first: t.first, end: t.end, kind: article.TargetIssue}
	}
	if h.mention >= 0 && h.mention == t.mention || t.kind != article.TargetUnspecified && h.first == t.first && h.bytes.Len() == 0 && t.bytes.Len() == 0 {
		return
	}
	if t.mention < 0 && t.bytes.Len() == 0 && h.mention >= 0 && t.first < t.end && int(r.ms[h.mention].First) <= t.first && t.end <= int(r.ms[h.mention].End) {
		return // "demands from the Union for the Freedom of Peru": a part of the name
	}
	p := r.newFound()
	*p = found{holder: h.actor, target: t.actor, targetAt: [2]int{t.first, t.end}, issueAt: d.issue}
	p.Stance, p.Polarity = d.stance, d.stance.Polarity()
	p.Rule, p.Confidence, p.Features = d.rule, d.conf, d.features()
	p.Negated = d.negated
	p.Target = r.targetOf(t)
	p.Cue = r.cueWords(d)
	p.Hedge, p.Condition = r.words(d.hedge), r.words(d.cond)
	if d.addr >= 0 {
		p.Addressee = r.addressee(d.addr)
	}
	p.Issue = r.issue(d, t)
	p.Quotes = []string{}
	p.Holder = r.ref(h)
	r.speakFor(p, h)
	r.quoted(p, d)
	if p.holder >= 0 && p.holder == p.target {
		return
	}
	if t.actor < 0 && t.kind != article.TargetActor {
		p.Confidence *= .85
		if p.Confidence < faint {
			return
		}
	}
	p.first = r.statement(p, d, h, t)
	p.Confidence = min(1, max(0, round(p.Confidence)))
	r.found = append(r.found, p)
}

// ownBacked are verbs of standing up for what is one's own.
var ownBacked = lexicon.WordsOf("defend", "tout", "stand", "uphold", "champion", "vindicate")

// foundAtOnce is for how many positions room is made at a time.
const foundAtOnce = 8

// newFound is room for the position that is found next.
func (r *reader) newFound() *found {
	n := len(r.found)
	if n/foundAtOnce == len(r.slabs) {
		r.slabs = append(r.slabs, new([foundAtOnce]found))
	}
	return &r.slabs[n/foundAtOnce][n%foundAtOnce]
}

// foundPeople makes the people that x describes an actor, if they are none.
func (r *reader) foundPeople(x *party) {
	if x.actor < 0 && x.mention >= 0 && !x.owner {
		x.actor = r.peopleOf(x.mention)
	}
}

func round(x float64) float64 { return float64(int(x*100+.5)) / 100 }

// span is the bytes of a party's words.
func (r *reader) span(x party) article.Span {
	if x.bytes.Len() > 0 {
		return x.bytes
	}
	return r.d.Span(x.first, x.end)
}

// actorID is the id of actor index a, or "".
func (r *reader) actorID(a int) article.Opt {
	if a < 0 {
		return ""
	}
	if r.actors[a].ID == "" {
		r.enlist(a)
	}
	return article.Opt(r.actors[a].ID)
}

func (r *reader) ref(x party) *article.Ref {
	s := r.span(x)
	return &article.Ref{Actor: r.actorID(x.actor), Text: s.In(r.d.Text), Spans: []article.Span{s}}
}

func (r *reader) addressee(p int) *article.Ref {
	ps := r.partiesOf(p)
	if len(ps) == 0 || ps[0].mention < 0 {
		return nil
	}
	return r.ref(ps[0])
}

func (r *reader) targetOf(t party) article.Target {
	if t.kind == article.TargetUnspecified {
		return article.Target{Type: t.kind, Spans: []article.Span{}}
	}
	s := r.span(t)
	out := article.Target{Type: t.kind, Actor: r.actorID(t.actor), Text: s.In(r.d.Text), Spans: []article.Span{s}}
	if t.mention >= 0 || t.actor >= 0 {
		out.Type = article.TargetActor
	}
	if out.Type == "" {
		out.Type = article.TargetIssue
	}
	return out
}

// cueWords is the cue with the operator above it ("vowed to support").
func (r *reader) cueWords(d *draft) *article.Cue {
	first, end := d.c.first, d.c.end
	lemma := d.c.e.lemma()
	if d.lead >= 0 && d.lead < first && first-d.lead < 8 {
		lemma = r.base(r.groupMain(d.lead)) + " " + r.joint(d) + lemma
		first = d.lead
	}
	spans := []article.Span{r.d.Span(first, end)}
	if d.c.tail >= end {
		spans = append(spans, r.d.Span(d.c.tail, d.c.tailEnd))
	}
	return &article.Cue{Text: article.Join(r.d.Text, spans), Lemma: lemma, Spans: spans}
}

func (r *reader) joint(d *draft) string {
	if d.c.group >= 0 && r.groups[d.c.group].form == infinitive {
		return "to "
	}
	return ""
}

func (r *reader) groupMain(i int) int {
	if k := r.groupAt(i); k >= 0 {
		return r.groups[k].main
	}
	return i
}

func (r *reader) words(t [2]int) *article.Words {
	if t[0] >= t[1] {
		return nil
	}
	s := r.d.Span(t[0], t[1])
	return &article.Words{Text: s.In(r.d.Text), Spans: []article.Span{s}}
}

// speakFor moves the position of a spokesperson to the one spoken for.
func (r *reader) speakFor(p *found, h party) {
	if o := r.principal(h.actor); o >= 0 {
		p.Speaker = r.actorID(h.actor)
		p.holder = o
		p.Holder.Actor = r.actorID(o)
		p.Features = append(p.Features, article.Feature{Name: "spokesperson", Weight: 1})
	}
}

// quoted names the quotes that the words of d stand in, and their carrier.
func (r *reader) quoted(p *found, d *draft) {
	i := int(r.quoteOf[d.c.first])
	if i < 0 && d.target >= 0 {
		i = int(r.quoteOf[r.ps[d.target].First]) // "suggested that Peru should …"
	}
	if i < 0 {
		return
	}
	p.Quotes = append(p.Quotes, quoteID(i))
	q := &r.in.Quotes[i]
	if s := r.speakerOf(q); s != p.holder && p.Speaker == "" && r.principal(s) >= 0 && r.speaksFor(s, p.holder) {
		p.Speaker = r.actorID(s) // a spokesperson said it of the side that holds it
	}
	if q.Via != nil {
		s := r.d.Span(int(q.Via.First), int(q.Via.End))
		p.Via = &article.Ref{Actor: r.actorID(r.actorOf(int(q.Via.Mention))), Text: s.In(r.d.Text), Spans: []article.Span{s}}
	}
}

// statement sets the words that state the position: from the first to the last
// of holder, cue, target and issue in the sentence, to the clause's end. It
// returns the first token.
func (r *reader) statement(p *found, d *draft, h, t party) int {
	first, end := d.c.first, max(d.c.end, d.c.tailEnd)
	stretch := func(a, b int) {
		if a < b && a >= r.first && b <= r.end {
			first, end = min(first, a), max(end, b)
		}
	}
	if d.quote < 0 {
		stretch(h.first, h.end)
	}
	stretch(t.first, t.end)
	if k := d.c.group; k >= 0 {
		stretch(r.groups[k].first, r.groups[k].end)
		if g := &r.groups[k]; g.subject >= 0 && g.passive {
			t := r.phraseTokens(g.subject)
			stretch(t[0], t[1])
		}
	}
	stretch(d.issue[0], d.issue[1])
	stretch(d.hedge[0], d.hedge[1])
	stretch(d.cond[0], d.cond[1])
	if d.lead >= 0 {
		stretch(d.lead, d.lead+1)
	}
	if d.c.args.end > end {
		stretch(first, d.c.args.end)
	}
	for end > first+1 && (r.tags[end-1] == tag.PunctComma || r.tags[end-1] == tag.CC || r.tags[end-1] == tag.PunctEnd) {
		end--
	}
	s := r.d.Span(first, end)
	p.Statement = article.Words{Text: s.In(r.d.Text), Spans: []article.Span{s}}
	return first
}
