package position

import (
	"slices"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
)

// A press release introduces a statement with "The minister said:" and gives it
// without quotation marks behind the colon or in the paragraphs below. "We" and
// "I" in them are the minister, until somebody else speaks or is quoted.
//
// A statement of a body has no such line: "Norway strongly condemns the attack.
// … We call on …". There the unquoted "we" is the body that has last spoken in
// the present tense of an official act.

// voice is who the unquoted first person is.
type voice struct {
	actor, mention int // -1: nobody's
}

var noVoice = voice{-1, -1}

// adopted is a first person outside quotation marks that a voice owns: the
// actor gets it as a mention once a position rests on it.
type adopted struct{ mention, actor int }

// opensStatement reports a sentence that ends in a colon.
func (r *reader) opensStatement() bool {
	return r.end > r.first+1 && r.d.Word(r.end-1) == ":"
}

// listen keeps track of the voice behind the sentence, whose groups are read.
func (r *reader) listen() {
	if r.voice == noVoice && !r.colon {
		return
	}
	for k := range r.groups {
		g := &r.groups[k]
		if g.form != finite || g.subject < 0 || r.kinds(g.main)&kSay == 0 || r.tags[g.main] == tag.VBG {
			continue
		}
		if g.end < r.end && r.d.Word(g.end) == ":" && !(g.end+1 < r.end && r.quoteMark(g.end+1)) {
			r.voice = r.speakerAt(g.subject)
			return
		}
		if !r.ps[g.subject].Pronoun && r.mentionAt(g.subject) >= 0 {
			r.voice = noVoice // another speaks
		}
	}
	if r.opensStatement() {
		r.voice = noVoice
	}
}

// speakerAt is the voice of the actor that phrase p names.
func (r *reader) speakerAt(p int) voice {
	v := noVoice
	for _, x := range r.partiesOf(p) {
		if x.actor >= 0 && !r.placeOnly(x.mention) {
			v = voice{x.actor, x.mention}
		}
	}
	return v
}

// speaks is the party that an unquoted first person p means; ok false if nobody
// is known to speak.
func (r *reader) speaks(p int) (party, bool) {
	h := r.head(p)
	return r.firstPersonAt(h, h+1)
}

// firstPersonAt is speaks for the tokens [first, end) of which the first is the
// pronoun.
func (r *reader) firstPersonAt(first, end int) (party, bool) {
	if !firstPerson(r.low(first)) || r.quoteOf[first] >= 0 && r.speechAt(first) {
		return party{}, false
	}
	v := r.voice
	if v.actor < 0 {
		v = r.house(first)
	}
	if v.actor < 0 {
		return party{}, false
	}
	if m := int(r.mentionOf[first]); m >= 0 && r.actorOf(m) < 0 {
		if n := len(r.adopted); n == 0 || r.adopted[n-1].mention < m {
			r.adopted = append(r.adopted, adopted{m, v.actor})
		}
	}
	return party{mention: v.mention, actor: v.actor, first: first, end: end}, true
}

// How far before a "we" the body whose statement it is may stand: sentences, and
// mentions looked at.
const (
	houseSentences = 8
	houseMentions  = 120
)

// house is the body in whose statement the unquoted first person at token i
// stands: the last that, as the subject of a sentence, does an official act in
// the present tense.
func (r *reader) house(i int) voice {
	if r.quoteOf[i] >= 0 {
		return noVoice
	}
	from, _ := slices.BinarySearchFunc(r.ms, int32(i), func(m mention.Mention, at int32) int { return int(m.First - at) })
	for m := from - 1; m >= max(0, from-houseMentions); m-- {
		x := &r.ms[m]
		s := int(r.d.Tokens[x.First].Sentence)
		if s < r.sentenceOf-houseSentences {
			break
		}
		if a := r.actorOf(m); a >= 0 && r.issues(a) && r.opensAct(x) {
			return voice{a, m}
		}
	}
	return noVoice
}

// issues reports a body that issues statements.
func (r *reader) issues(a int) bool {
	switch r.actors[a].Kind {
	case article.KindPerson, article.KindPlace, article.KindGroup, article.KindMedia, article.KindArmedGroup, "":
		return false
	}
	return true
}

// opensAct reports a mention that opens its sentence, outside of reported
// speech, as the subject of an official act in the present tense: "Norway
// strongly condemns", "The alliance remains committed".
func (r *reader) opensAct(x *mention.Mention) bool {
	s := r.d.Sentences[r.d.Tokens[x.First].Sentence]
	if x.First > s.First+1 || x.First > s.First && !isArticle(r.low(int(s.First))) || r.quoteOf[x.First] >= 0 {
		return false
	}
	if k := r.d.Blocks[s.Block].Kind; k == article.BlockTitle || k == article.BlockDeck || k == article.BlockHeading {
		return false
	}
	i := int(x.End)
	for i < int(s.End) && (r.tags[i] == tag.RB || r.low(i) == "is" || r.low(i) == "are") {
		i++
	}
	if i >= int(s.End) {
		return false
	}
	t := r.tags[i]
	return (t == tag.VBZ || t == tag.VBP || t == tag.VBG || t == tag.VBN && r.low(i) == "committed") && r.kinds(i)&kOfficial != 0
}

// voices are the actors with the first persons among their mentions that
// positions have given them. Those of the input stay as they are.
func (r *reader) voices() []article.Actor {
	n := len(r.in.Actors.Actors)
	if len(r.adopted) == 0 {
		return r.actors[:n]
	}
	out := slices.Clone(r.actors[:n])
	for _, x := range r.adopted {
		y := &r.ms[x.mention]
		s := r.d.Span(int(y.First), int(y.End))
		m := article.Mention{Span: s, Text: s.In(r.d.Text), Type: y.Type, Rule: "statement-voice"}
		a := &out[x.actor]
		at, _ := slices.BinarySearchFunc(a.Mentions, m, func(a, b article.Mention) int { return a.Span.Start - b.Span.Start })
		a.Mentions = slices.Insert(slices.Clip(a.Mentions), at, m)
	}
	return out
}
