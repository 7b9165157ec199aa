package quote

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// A verb without a subject of its own has that of another: "X rejected it and said …", "X left,
// saying …", "prompted users to argue that …".

// sameReporter takes over the source of the report before: "X said A, but
// added B" and "X said A, noting B" have one source, whatever stands in A.
func (r *reader) sameReporter(s sentence, c *cue, j int) bool {
	if j <= s.first || c.class != "speech" || r.tags[j] != tag.CC && !(c.participle && r.commaAt(j)) {
		return false
	}
	if v := j - 1; v > s.first && r.tags[v].Finite() && r.cueVerb(v, r.tags[v]) == nil && r.tags[v-1] != tag.WP && r.tags[v-1] != tag.WDT {
		return false // "asked whom she backed, X smiled and said"
	}
	for k := len(r.cues) - 1; k >= 0; k-- {
		b := &r.cues[k]
		if r.between(s, b) && b.after+1 < j && !r.commaAt(j-1) && (r.tags[b.after+1].Finite() || !r.finite(s.first, min(b.srcFirst, b.first)) && r.mainAt(b.after+1, j)) {
			return false // "The minister, Brenn says, left the room and told them so"
		}
		if b.src != nil && b.strength < 3 && !b.lone && int(b.src.First) > s.first && r.dumbThing(int(b.src.Head)) && r.tags[b.src.First-1].Finite() && r.tags[b.src.First-1] != tag.MD && !auxiliary(r.low(int(b.src.First)-1)) && !r.takesClause(int(b.src.First)-1) {
			continue // "called the roof supports/VBZ "makeshift" and recommended": no verb but the object
		}
		if c.participle && b.strength < 3 && b.src != nil && b.src.First > 0 && happened(r.low(int(b.src.First)-1)) && r.personOpens(s) {
			continue // "left the hall after the council rejected her plan, saying …"
		}
		if b.class == "speech" && b.strength >= 2 && !b.blamed && !b.infinitive && !b.relative && b.src != nil && !b.passive && r.outer(b.verb) == r.outer(c.verb) {
			c.src, c.lone = r.outerReporter(c, b, k), true
			return true
		}
	}
	return false
}

// outerReporter is the source of the report that holds the weaker cue b, the one at index
// k, in its content, where the new cue c goes on with that report and not with b: "X said
// that Y rejected the offer but insisted …", "X said Y attacked him, and accused …". One
// tense of both, not of X's, keeps them together: "X says that Y promised to stay and
// said …".
func (r *reader) outerReporter(c, b *cue, k int) *Source {
	first := int(b.src.First)
	able := r.speaks(int(b.src.Head)) && !firstPerson(r.low(int(b.src.Head)))
	if b.modal && r.tags[c.verb] == tag.VBD || c.participle && b.strength == 3 && r.dumbThing(int(b.src.Head)) {
		able = false // "said that they would declare so and added", "said the case reminds him of it, adding"
	}
	if a := r.denier(c, k); a != nil {
		return a
	}
	if b.strength == 3 && !(c.participle && r.dumbThing(int(b.src.Head))) && !(b.modal && r.tags[c.verb] == tag.VBD) || first == 0 || r.tags[first-1] == tag.PunctComma || able && (c.participle || !hasAny(c.frames, "tbw") && !r.commaAt(c.srcFirst-2)) {
		return b.src
	}
	for k--; k >= 0; k-- {
		if a := &r.cues[k]; a.class == "speech" && a.strength == 3 && !a.blamed && !a.infinitive && !a.relative && a.src != nil && !a.passive && !a.inverted &&
			first >= a.after && r.outer(a.verb) == r.outer(b.verb) {
			if t := r.tags[a.verb]; (t == tag.VBZ || t == tag.VBP) && r.tags[c.verb] == tag.VBD && r.tags[b.verb] != t {
				return b.src
			}
			return a.src
		}
	}
	return b.src
}

// denier is who denies, before a participle, what the cue at index k tells in the clause denied:
// "Brenn denied that she had offered cash, saying …" goes on with what Brenn says; nil if nobody
// denies.
func (r *reader) denier(c *cue, k int) *Source {
	if !c.participle || k == 0 {
		return nil
	}
	a, b := &r.cues[k-1], &r.cues[k]
	if a.lemma != "deny" || a.src == nil || a.passive || a.negated || a.relative || a.infinitive || int(b.src.First)-1 != a.after || r.low(a.after) != "that" {
		return nil
	}
	return a.src
}

// between reports a cue and its source between commas: "…, Brenn says, …".
func (r *reader) between(s sentence, c *cue) bool {
	lo := min(c.srcFirst, c.first)
	return c.src != nil && lo > s.first && r.tags[lo-1] == tag.PunctComma && c.after < s.end && r.tags[c.after] == tag.PunctComma
}

// inherit takes over the subject of another verb of the sentence: "X rejected
// it and said …" that of the verb before, "X left the room he had rented,
// saying …" that of the main clause.
func (r *reader) inherit(s sentence, c *cue, j int) {
	if r.sameReporter(s, c, j) {
		return
	}
	if c.participle && j > s.first && r.commaAt(j) && r.mainSubject(s, c, j) {
		r.sideSubject(s, c, j)
		return
	}
	if r.contrasts(s, c, j) {
		return
	}
	for k := j; k >= s.first; k-- {
		if r.tags[k] == tag.MD && r.tags[j] == tag.CC && r.tags[c.verb] == tag.VBD && r.tensedBefore(s, c, k) {
			continue // "his forecast that they would leave, and blamed"
		}
		if r.tags[k].Finite() && r.outer(k) == r.outer(c.verb) && r.subjectOf(s, c, k) {
			if k > s.first && r.d.Is(int(c.src.First), token.Digit) && r.tags[k-1].Noun() && r.tags[max(int(c.src.First), 1)-1] == tag.Dollar {
				c.src, c.lone, c.relative = nil, false, false
				continue // "freed up $26 million in state funds and announced": funds is no verb
			}
			if !r.absolute(s, c.src, k) {
				r.holder(s, c, j)
				return
			}
			first := int(c.src.First) - 1
			if c.src, c.lone = nil, false; r.phrases[first] >= 0 {
				if f, end, head, ok := r.phraseEnding(s, first, c.verb); ok {
					c.src, c.lone = r.source(f, end, head), true
				}
			}
			return
		}
	}
}

// holder gives the cue behind the conjunction at j the source of what finds or thinks, if the subject it
// took over is a thing in the clause that is found or thought: "A report found that noise had doubled,
// and warned that …", "Brenn felt the call was wrong but praised his crew".
func (r *reader) holder(s sentence, c *cue, j int) {
	if j < s.first || r.tags[j] != tag.CC || c.class != "speech" || c.src == nil || c.src.Mention >= 0 || r.headOf[c.src.Head] >= 0 || !r.tags[c.src.Head].Noun() || r.tags[c.src.Head].Proper() {
		return
	}
	for k := len(r.cues) - 1; k >= 0; k-- {
		b := &r.cues[k]
		if b.src == nil || b.passive || b.infinitive || b.relative || b.inverted || !hasAny(b.frames, "tbc") || r.outer(b.verb) != r.outer(c.verb) {
			continue
		}
		if int(c.src.First) < b.after || !(r.tells(b.src) || r.speaks(int(b.src.Head)) || r.tags[b.src.Head] == tag.PRP) || r.tags[c.verb] == tag.VBZ && (r.tags[b.src.Head] == tag.NNS || b.src.Several) {
			return
		}
		c.src = b.src
		return
	}
}

// tensedBefore reports a tensed verb before token k that is no modal, whose past tense the cue's can
// go on with.
func (r *reader) tensedBefore(s sentence, c *cue, k int) bool {
	for k--; k > s.first; k-- {
		if t := r.tags[k]; t == tag.VBD && r.outer(k) == r.outer(c.verb) {
			return true
		}
	}
	return false
}

// peopleBefore gives a participle the people right before it, whom it tells apart: "as arrivals
// of migrants seeking asylum rose".
func (r *reader) peopleBefore(s sentence, c *cue, j int) bool {
	if j > s.first+2 && r.tags[j] == tag.PRP && r.low(j-1) == "of" && r.commaAt(j-3) {
		c.src, c.srcFirst = r.source(j-2, j+1, j), j-2 // ", most of them seeking work"
		return true
	}
	if j < s.first || j != c.first-1 || r.tags[j] != tag.NNS && r.tags[j] != tag.NNPS && r.tags[j] != tag.NNP || r.headOf[j] < 0 || !r.speaks(j) || r.tags[j] != tag.NNS && !r.men.Mentions[r.headOf[j]].Plural {
		return false
	}
	p := r.men.PhraseAt(j)
	if p < 0 || int(r.men.Phrases[p].Head) != j || int(r.men.Phrases[p].First) < s.first {
		return false
	}
	c.src, c.srcFirst = r.source(int(r.men.Phrases[p].First), j+1, j), int(r.men.Phrases[p].First)
	return true
}

// tellsApart reports people at token j behind a preposition, a form of be or "include", whom a participle
// behind them tells apart: "a march of pilots | demanding a vote", "among them were voters | backing Hamm".
func (r *reader) tellsApart(s sentence, j int) bool {
	p := r.men.PhraseAt(max(j, s.first))
	if p < 0 || int(r.men.Phrases[p].First) <= s.first {
		return false
	}
	k := int(r.men.Phrases[p].First) - 1
	if q := r.phrases[k]; r.low(k) == "of" && q >= 0 && int(r.men.Phrases[q].First) > s.first {
		k = int(r.men.Phrases[q].First) - 1 // "the board of directors": the letter to them tells
	}
	return r.tags[k] == tag.IN && !subordinate(r.low(k)) && r.low(k) != "to" || copula(r.low(k)) || strings.HasPrefix(r.low(k), "includ")
}

// actorAt reports the name of somebody who speaks at token i.
func (r *reader) actorAt(s sentence, i int) bool {
	if i >= s.end {
		return false
	}
	p := r.men.PhraseAt(i)
	return p >= 0 && int(r.men.Phrases[p].First) == i && r.headOf[r.men.Phrases[p].Head] >= 0 && r.speaks(int(r.men.Phrases[p].Head)) && r.d.Is(int(r.men.Phrases[p].Head), token.Capital)
}

// broughtTo reads the people between another's verb and "to" at j: whom something brings to say a
// thing has said it ("prompted users to argue that …"), whom somebody asks to has not.
func (r *reader) broughtTo(s sentence, c *cue, j int) bool {
	if j <= s.first+1 || r.tags[j] != tag.TO {
		return false
	}
	p := int(r.phrases[j])
	if p < 0 || int(r.men.Phrases[p].First) <= s.first+1 || !r.speaks(int(r.men.Phrases[p].Head)) {
		return false
	}
	first := int(r.men.Phrases[p].First)
	if !r.tags[first-1].Verb() {
		return false
	}
	switch tag.Lemma(r.low(first-1), r.tags[first-1]) {
	case "prompt", "lead", "cause", "spur", "drive", "inspire", "force", "compel", "push":
		c.src, c.srcFirst = r.source(first, j, int(r.men.Phrases[p].Head)), first
		return true
	case "ask", "urge", "tell", "order", "want", "expect", "encourage", "press", "beg":
		return true
	}
	return false
}

// contrasts takes over the source of a verb that is denied before "but" at j: "Hamm did not know
// Brenn was coming but saw him as a guest" tells what Hamm saw.
func (r *reader) contrasts(s sentence, c *cue, j int) bool {
	if j <= s.first || r.low(j) != "but" || r.commaAt(j-1) {
		return false
	}
	for k := len(r.cues) - 1; k >= 0; k-- {
		if b := &r.cues[k]; b.negated && !b.passive && !b.infinitive && !b.relative && b.src != nil && r.outer(b.verb) == r.outer(c.verb) {
			c.src, c.lone = b.src, true
			return true
		}
	}
	return false
}

// absolute reports a bare noun and the verb at v between commas, a part of the main
// subject: "Brenn, sleeves rolled, laughs and says …".
func (r *reader) absolute(s sentence, src *Source, v int) bool {
	first := int(src.First)
	return first > s.first && r.tags[first-1] == tag.PunctComma && int(src.Head) == first && r.tags[first] == tag.NNS && r.headOf[first] < 0 &&
		v+1 < s.end && r.tags[v+1] == tag.PunctComma
}

// sideSubject gives the participle behind the comma at j the subject of the side clause
// right before it where the main clause's, which it has, cannot speak, or is the plain
// group whose body the side clause names: "Shares fell after Brenn cut her forecast,
// blaming …", "Workers will return after their union ended the strike, saying …".
func (r *reader) sideSubject(s sentence, c *cue, j int) {
	main := c.src
	for k := j - 1; k > int(main.End) && !subordinate(r.low(k)); k-- {
		if !r.tags[k].Finite() || r.outer(k) != r.outer(c.verb) {
			continue
		}
		if !r.subjectOf(s, c, k) {
			break
		}
		first := int(c.src.First)
		if first > int(main.End) && !c.relative && c.class == "speech" && happened(r.low(first-1)) && r.speaks(int(c.src.Head)) &&
			(!r.speaks(int(main.Head)) || r.tags[first] == tag.PRPS && r.plainGroup(main) && !r.person(c.src)) {
			return
		}
		break
	}
	c.src, c.lone, c.relative = main, true, false
}

// personOpens reports a sentence that a person opens.
func (r *reader) personOpens(s sentence) bool {
	p := r.men.PhraseAt(s.first)
	if p < 0 {
		return false
	}
	m := r.headOf[r.men.Phrases[p].Head]
	return m >= 0 && isPerson(&r.men.Mentions[m])
}

// happened reports a word that opens a side clause which tells what led to the main one.
func happened(low string) bool {
	switch low {
	case "after", "as", "when", "because", "since", "once", "before":
		return true
	}
	return false
}

// plainGroup reports a source that is a group without a name: "ferry workers".
func (r *reader) plainGroup(s *Source) bool {
	m := r.headOf[s.Head]
	return m >= 0 && r.men.Mentions[m].Plural && r.men.Mentions[m].Type == article.MentionNominal
}

// mainSubject takes over the subject of the first finite verb before token j
// that no subordinate clause holds.
func (r *reader) mainSubject(s sentence, c *cue, j int) bool {
	for k := s.first; k < j; k++ {
		if !r.tags[k].Finite() || r.outer(k) != r.outer(c.verb) {
			continue
		}
		if !r.subjectOf(s, c, k) {
			continue
		}
		first := int(c.src.First)
		if c.relative || first > s.first && (subordinate(r.low(first-1)) || r.tags[first-1] == tag.WRB || r.tags[first-1] == tag.WP) {
			c.src, c.lone, c.relative = nil, false, false
			continue
		}
		return true
	}
	return false
}

// subjectOf gives the cue the subject of the finite verb at k.
func (r *reader) subjectOf(s sentence, c *cue, k int) bool {
	v := k - 1
	for v >= s.first && (adverbTag(r.tags[v]) || r.tags[v] == tag.MD || auxiliary(r.low(v))) {
		v--
	}
	first, end, head, ok := r.phraseBefore(s, v, c.verb)
	if !ok {
		first, ok = r.opening(s, v)
		end, head = v+1, v
	}
	if !ok {
		return false
	}
	c.src, c.lone = r.source(first, end, head), true
	if t := r.tags[head]; t == tag.WP || t == tag.WDT {
		c.relative, c.src.Mention = true, r.antecedent(s, head)
	}
	return true
}
