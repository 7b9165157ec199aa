package position

import (
	"slices"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// The stages before sometimes take a verb for a noun, most of all in headlines
// ("Norway slams Chile over fish"), and leave a name without a phrase. This
// stage needs both, so it works on copies of tags and phrases that it mends:
// every mention has a phrase, and a sentence without a verb gets the one that
// the cue words offer.

// phrases copies the phrases of the sentence and adds one for every mention
// outside of them. Phrase indices are those of this copy.
func (r *reader) phrases() {
	r.at = r.in.Mentions.AppendPhraseAt(r.at[:0], r.first, r.end)
	first, last := 0, len(r.at)-1 // in phrases
	for first <= last && r.at[first] < 0 {
		first++
	}
	for last > first && r.at[last] < 0 {
		last--
	}
	r.ps, r.phraseBase = r.ps[:0], 0
	if first <= last {
		r.phraseBase = int(r.at[first])
		r.ps = append(r.ps, r.in.Mentions.Phrases[r.phraseBase:r.at[last]+1]...)
	}
	for p := range r.ps {
		r.settle(&r.ps[p])
	}
	r.freeMentions()
}

// settle makes p, a copy of a phrase of the mentions' set, one of the sentence.
func (r *reader) settle(p *mention.Phrase) {
	p.End, p.FullEnd = min(p.End, int32(r.end)), min(p.FullEnd, int32(r.end))
	if a := int(p.Apposition) - r.phraseBase; 0 <= a && a < len(r.ps) {
		p.Apposition = int32(a)
	} else {
		p.Apposition = -1
	}
	if i := int(p.First); r.low(i) == "no" && i+1 < r.end && r.low(i+1) == "longer" {
		r.setPhrase(i, -1)
		r.setPhrase(i+1, -1) // an adverb, whatever its tags
	}
}

// freeMentions adds a phrase for every mention outside of phrases.
func (r *reader) freeMentions() {
	for ; r.nextMention < len(r.ms) && int(r.ms[r.nextMention].First) < r.end; r.nextMention++ {
		x := &r.ms[r.nextMention]
		if int(x.First) < r.first || r.phraseAt(int(x.First)) >= 0 || !r.free(x) {
			continue
		}
		n, _ := slices.BinarySearchFunc(r.ps, x.First, func(p mention.Phrase, first int32) int { return int(p.First - first) })
		r.insertPhrase(n, mention.Phrase{First: x.First, End: x.End, Head: x.Head, FullEnd: x.End,
			Sentence: r.d.Tokens[x.First].Sentence, Apposition: -1})
	}
}

// free reports that mention x lies in the sentence and in no phrase.
func (r *reader) free(x *mention.Mention) bool {
	if int(x.End) > r.end {
		return false
	}
	for i := x.First; i < x.End; i++ {
		if r.in.Mentions.PhraseAt(int(i)) >= 0 {
			return false
		}
	}
	return true
}

// mend gives a sentence without a finite verb the one that its cue words offer.
func (r *reader) mend() {
	r.nouns()
	r.joinedVerbs()
	r.presentVerbs()
	r.afterModals()
	r.afterDemands()
	r.afterHelp()
	r.beforeThat()
	r.behindAs()
	r.namedSo()
	r.twoPhrases()
	for i := r.first; i < r.end; i++ {
		t := r.tags[i]
		if t.Finite() && r.phraseAt(i) < 0 {
			return
		}
		if (t == tag.VBN || t == tag.VB && i > r.first) && r.phraseAt(i) < 0 && (i == r.first || r.low(i-1) != "to") {
			return
		}
	}
	for i := r.first + 1; i+1 < r.end; i++ {
		if r.offersVerb(i) {
			r.cut(i)
			return
		}
	}
}

// onlyAdjective reports a word that opens cues as an adjective and in no other way.
func (r *reader) onlyAdjective(i int) bool {
	es := r.entries(i)
	return len(es) > 0 && !slices.ContainsFunc(es, func(e *entry) bool { return e.pos != 'a' })
}

// nouns makes a bare verb behind an article and its adjective the noun that it
// must be ("a fresh offer"), and an adjective that heads its phrase ("launched an
// offensive to retake the town"). The last word of a sentence behind a preposition
// and an article is a noun as well ("an inquiry into the gas contracts").
func (r *reader) nouns() {
	for _, i := range r.spots {
		if i == r.first {
			continue
		}
		if r.tags[i] == tag.DT {
			r.toothAndNail(i)
			r.described(i)
			r.further(i)
			r.bid(i)
			r.bareClause(i)
			continue
		}
		if r.tags[i] == tag.JJ {
			if p := r.phraseAt(i); p >= 0 && int(r.ps[p].Head) == i && r.tags[r.ps[p].First] == tag.DT && r.isNounCue(i) {
				r.tags[i] = tag.NN
			}
			continue
		}
		if r.tags[i] == tag.VBG {
			if r.isBefore(i) && r.onlyAdjective(i) {
				r.tags[i] = tag.JJ // "was scathing about the deal"
				continue
			}
			r.actNouns(i)
			continue
		}
		if r.tags[i] != tag.VB && r.tags[i] != tag.VBZ {
			continue
		}
		if r.tags[i] == tag.VB && r.tags[i-1] == tag.IN && r.low(i-1) == "for" && r.phraseAt(i) < 0 {
			r.tags[i] = tag.NN // "appealed for calm"
			r.insertPhrase(r.phraseBehind(i), mention.Phrase{First: int32(i), End: int32(i + 1), Head: int32(i), FullEnd: int32(i + 1), Sentence: r.d.Tokens[i].Sentence, Apposition: -1})
			continue
		}
		p := r.phraseAt(i - 1)
		if p < 0 || r.phraseAt(i) >= 0 {
			continue
		}
		ph := &r.ps[p]
		switch w := r.low(int(ph.First)); {
		case r.tags[i] == tag.VB && (w == "a" || w == "an"):
			r.tags[i] = tag.NN
		case r.tags[i] == tag.VBZ && w == "the" && r.leading(p) != "" && i+1 < r.end && r.tags[i+1] == tag.PunctEnd && r.mentionOf[i-1] < 0:
			r.tags[i] = tag.NNS
		default:
			continue
		}
		r.setPhrase(i, p)
		ph.End, ph.Head = int32(i+1), int32(i)
		ph.FullEnd = max(ph.FullEnd, ph.End)
	}
}

// toothAndNail cuts "tooth and nail" off the phrase that the article at token i opens: it tells how
// hard somebody fights.
func (r *reader) toothAndNail(i int) {
	p := r.phraseAt(i)
	if p < 0 {
		return
	}
	j := int(r.ps[p].End) - 1
	if j <= i+1 || j+2 >= r.end || r.low(j) != "tooth" || r.low(j+2) != "nail" || r.low(j+1) != "and" {
		return
	}
	r.ps[p].End, r.ps[p].FullEnd, r.ps[p].Head = int32(j), int32(j), int32(j-1)
	for n := j; n < j+3; n++ {
		r.tags[n] = tag.RB
		r.setPhrase(n, -1)
	}
}

// further joins "any further talks" and "any outside mediation", whose adjective looks like an
// adverb or a preposition, to one phrase.
func (r *reader) further(i int) {
	if i+2 >= r.end || r.low(i+1) != "further" && r.low(i+1) != "outside" || r.tags[i+1] == tag.JJ {
		return
	}
	p, q := r.phraseAt(i), r.phraseFrom(i+2)
	if p < 0 || int(r.ps[p].First) != i || int(r.ps[p].End) != i+1 || q < 0 || int(r.ps[q].First) != i+2 || !r.tags[i+2].Noun() || r.tags[i+2].Proper() {
		return
	}
	r.tags[i+1] = tag.JJ
	r.ps[p].End, r.ps[p].FullEnd, r.ps[p].Head = r.ps[q].End, r.ps[q].FullEnd, r.ps[q].Head
	for j := i + 1; j < int(r.ps[q].End); j++ {
		r.setPhrase(j, p)
	}
}

// bareClause parts "an offer Norway" behind a comma and before a verb: a clause without a relative
// word begins with the name.
func (r *reader) bareClause(i int) {
	p := r.phraseAt(i)
	if p < 0 || int(r.ps[p].First) != i || i == r.first || r.tags[i-1] != tag.PunctComma && !r.dash(i-1) || r.low(i) != "a" && r.low(i) != "an" {
		return
	}
	end := int(r.ps[p].End)
	if end >= r.end || !r.tags[end].Finite() {
		return
	}
	j := end
	for j > i && r.tags[j-1].Proper() {
		j--
	}
	if j == end || j <= i+1 || r.tags[j-1] != tag.NN || r.d.Is(j-1, token.Capital) {
		return
	}
	q := r.ps[p]
	q.First, q.Apposition = int32(j), -1
	q.Head = int32(end - 1)
	r.ps[p].End, r.ps[p].FullEnd, r.ps[p].Head, r.ps[p].Apposition = int32(j), int32(j), int32(j-1), -1
	r.insertPhrase(p+1, q)
}

// described makes the past tense right behind the article at token i the adjective that it must
// be: "a sweetened 3 million pound bid".
func (r *reader) described(i int) {
	if i+2 >= r.end || r.tags[i+1] != tag.VBD || !isArticle(r.low(i)) || r.phraseAt(i) >= 0 || r.phraseAt(i+1) >= 0 {
		return
	}
	p := r.phraseFrom(i + 2)
	if p < 0 || int(r.ps[p].First) != i+2 || r.ps[p].Pronoun || r.tags[i+2] == tag.DT || r.tags[i+2] == tag.PRPS {
		return
	}
	r.tags[i+1] = tag.JJ
	r.setPhrase(i, p)
	r.setPhrase(i+1, p)
	r.ps[p].First = int32(i)
}

// bid makes a noun of "bid" behind the phrase that the article at token i opens ("rejected a
// takeover bid from the rival"), and of "rally" where a preposition leads that phrase, so that
// it is no subject ("came to a party rally against Y").
func (r *reader) bid(i int) {
	p := r.phraseFrom(i)
	if p < 0 {
		return
	}
	j := int(r.ps[p].End)
	if j >= r.end || !r.tags[j].Verb() {
		return
	}
	switch r.low(j) {
	case "bid":
		if r.tags[j-1] != tag.NN {
			return
		}
	case "rally", "march", "protest", "vote", "strike", "meeting":
		if r.leading(p) == "" || !r.tags[j-1].Noun() {
			return
		}
	default:
		return
	}
	r.tags[j] = tag.NN
	r.setPhrase(j, p)
	ph := &r.ps[p]
	ph.End, ph.Head, ph.FullEnd = int32(j+1), int32(j), max(ph.FullEnd, int32(j+1))
}

// ownBacking makes a noun of the -ing word at i behind "his full", the phrase that holds token at.
func (r *reader) ownBacking(i, at int) {
	p := r.phraseAt(at)
	if p < 0 || r.phraseAt(i) >= 0 || !r.isNounCue(i) || i+1 < r.end && r.tags[i+1] != tag.PunctEnd && r.tags[i+1] != tag.PunctComma && r.tags[i+1] != tag.IN {
		return
	}
	r.tags[i] = tag.NN
	r.setPhrase(i, p)
	r.ps[p].End, r.ps[p].FullEnd, r.ps[p].Head = int32(i+1), max(r.ps[p].FullEnd, int32(i+1)), int32(i)
}

// actNouns makes a noun of the -ing word at i behind an article or possessor and
// before no object: "won the backing of Norway", "won Norway's backing".
func (r *reader) actNouns(i int) {
	at := i - 1
	if r.tags[at] == tag.JJ && at > r.first && r.tags[at-1] == tag.PRPS {
		r.ownBacking(i, at)
		return
	}
	switch r.tags[at] {
	case tag.DT, tag.POS, tag.PRPS:
	default:
		return
	}
	if r.phraseAt(i) >= 0 || !r.isNounCue(i) && !(isArticle(r.low(i-1)) && i+1 < r.end && (r.tags[i+1] == tag.PunctEnd || r.tags[i+1] == tag.PunctComma || r.low(i+1) == "of")) || i+1 < r.end && r.tags[i+1] != tag.PunctEnd && r.tags[i+1] != tag.PunctComma && r.tags[i+1] != tag.IN {
		return
	}
	first := i - 1
	if r.tags[first] == tag.POS && r.phraseAt(first) < 0 {
		if first == r.first {
			return // a possessive without an owner
		}
		first--
	}
	full := int32(i + 1)
	if q := r.phraseFrom(i + 2); q >= 0 && r.low(i+1) == "of" {
		full = r.ps[q].FullEnd
	}
	r.tags[i] = tag.NN
	if p := r.phraseAt(first); p >= 0 {
		ph := &r.ps[p]
		for j := int(ph.End); j <= i; j++ {
			r.setPhrase(j, p)
		}
		ph.End, ph.Head, ph.FullEnd = int32(i+1), int32(i), max(ph.FullEnd, full)
		return
	}
	r.insertPhrase(r.phraseBehind(first), mention.Phrase{First: int32(first), End: int32(i + 1), Head: int32(i), FullEnd: full, Sentence: r.d.Tokens[i].Sentence, Apposition: -1})
}

// phraseBehind is the index of the first phrase that does not start before token i.
func (r *reader) phraseBehind(i int) int {
	n := 0
	for n < len(r.ps) && int(r.ps[n].First) < i {
		n++
	}
	return n
}

// joinedVerbs mends "praised Kenya and condemned Peru" and "Norway, which exports
// fish, condemned Peru" where the stages before see an adjective: a past tense of
// a cue verb between "and", a comma or a noun and a name.
func (r *reader) joinedVerbs() {
	for _, i := range r.openers {
		if i > r.first && i+1 < r.end && r.tags[i] == tag.JJ && r.tags[i-1] == tag.PunctComma && r.tags[i+1] == tag.IN && (r.closesName(i) || r.pairs(i) && r.onlyVerb(i)) {
			r.cut(i)
			continue
		}
		if r.tags[i] == tag.VBN && i-2 >= r.first && r.tags[i-1] == tag.RB && r.phraseFrom(i) >= 0 && r.low(i-2) == "not" && merely(r.low(i-1)) {
			r.cut(i) // "not only condemned Chile"
			continue
		}
		if r.tags[i] == tag.VBN && i-2 > r.first && (r.low(i-1) == "later" || r.low(i-1) == "then") && r.endsMention(i-2) && (i+1 >= r.end || r.low(i+1) != "by") {
			r.cut(i) // "and Peru later apologised"
			continue
		}
		if i == r.first || i+1 >= r.end || r.tags[i-1] != tag.CC && !(r.tags[i] == tag.VBN && r.phraseFrom(i) >= 0 && (r.tags[i-1] == tag.PunctComma || r.dash(i-1) || r.phraseAt(i-1) >= 0)) || r.tags[i] != tag.JJ && r.tags[i] != tag.NN && r.tags[i] != tag.VBN || r.d.Is(i, token.Capital) {
			continue
		}
		w := r.low(i)
		if len(w) < 4 || w[len(w)-2:] != "ed" || !r.inflected(i) {
			continue
		}
		if next := r.tags[i+1]; (next.Proper() || next == tag.DT) && r.kinds(i+1)&kTime == 0 || next == tag.IN && r.tags[i-1] == tag.CC && r.opensWith(i) || w == "opened" && r.low(i+1) == "fire" || next.Noun() && (r.onlyVerb(i) || r.behindTwin(i)) {
			r.cut(i)
		}
	}
}

// presentVerbs mends "opposes the plan and calls on Peru to leave" and "to boycott the vote
// and condemn its organisers": behind "and" a cue verb in the present that looks like a
// noun but has an article, a possessor or "on" and a name behind it, as no noun can.
func (r *reader) presentVerbs() {
	for _, i := range r.openers {
		if i < r.first+2 || i+1 >= r.end || r.tags[i-1] != tag.CC && !r.tags[i-1].Proper() || r.tags[i] != tag.NN && r.tags[i] != tag.NNS || r.d.Is(i, token.Capital) {
			continue
		}
		if p := r.phraseAt(i); r.tags[i-1] == tag.CC && p >= 0 && int(r.ps[p].First) < i-1 && r.phraseAt(i-1) != p {
			continue
		}
		switch {
		case r.tags[i-1] != tag.CC:
			if !r.closesRelative(i) {
				continue
			}
		case r.low(i) == "calls" && r.low(i+1) == "on" && r.callees(i+2):
		case (isArticle(r.low(i+1)) || r.tags[i+1] == tag.PRPS) && !r.timeAhead(i+1) && (r.isVerbCue(i) && r.tags[i] == tag.NN || r.inflected(i) && r.tags[i] == tag.NNS):
		default:
			continue
		}
		bare := r.tags[i] == tag.NN
		r.cut(i)
		if bare {
			r.tags[i] = tag.VB
		}
	}
}

// timeAhead reports a phrase of time at token i, while no heads are read yet.
func (r *reader) timeAhead(i int) bool {
	p := r.phraseAt(i)
	return p >= 0 && r.kinds(int(r.ps[p].Head))&kTime != 0
}

// closesRelative reports the last word of a relative clause behind its subject: "the plan,
// which Norway supports, was shelved".
func (r *reader) closesRelative(i int) bool {
	p := r.phraseAt(i)
	if r.tags[i] != tag.NNS || !r.inflected(i) || p < 0 || int(r.ps[p].End) != i+1 || !r.endsMention(i-1) {
		return false
	}
	if j := int(r.ps[p].First) - 1; j <= r.first || r.tags[j] != tag.WDT && r.tags[j] != tag.WP && !(r.low(j) == "that" && r.phraseAt(j-1) >= 0) {
		return false
	}
	t := r.tags[i+1]
	return t == tag.PunctComma || t == tag.PunctEnd || t.Finite()
}

// callees reports a name at token i, or "both" and one.
func (r *reader) callees(i int) bool {
	if r.low(i) == "both" {
		i++
	}
	return i < r.end && (r.tags[i].Proper() || r.tags[i] == tag.DT || r.tags[i] == tag.PRPS)
}

// behindTwin reports a word behind "and" and a past tense or participle that no phrase
// holds: "has targeted and killed members".
func (r *reader) behindTwin(i int) bool {
	if i-2 < r.first || r.low(i-1) != "and" || r.phraseAt(i-2) >= 0 {
		return false
	}
	return r.tags[i-2] == tag.VBD || r.tags[i-2] == tag.VBN
}

// closesName reports a word behind the comma of an apposition that with the preposition behind
// it is a cue, in a sentence without another verb: "the minister, Ada Brenn, sided with Y".
func (r *reader) closesName(i int) bool {
	w, at := r.low(i), i-2
	if at-2 >= r.first && r.tags[at] == tag.RB && r.tags[at-1] == tag.PunctComma {
		at -= 2 // "Brenn, however, pleaded with"
	}
	if at < r.first || len(w) < 4 || w[len(w)-2:] != "ed" || !r.inflected(i) || !r.endsMention(at) && r.tags[at] != tag.PRP || !r.pairs(i) {
		return false
	}
	for j := r.first; j < r.end; j++ {
		if r.tags[j].Finite() || r.tags[j] == tag.MD {
			return false
		}
	}
	return true
}

// pairs reports a word that with the next one is a cue verb and its particle.
func (r *reader) pairs(i int) bool {
	return slices.ContainsFunc(r.entries(i), func(e *entry) bool { return e.pos == 'v' && len(e.words) == 2 && e.words[1] == r.low(i+1) })
}

// opensWith reports an adjective at token i that with the preposition behind it is a cue:
// "and sided with Norway". Behind a noun and "and" it describes nothing.
func (r *reader) opensWith(i int) bool {
	if r.tags[i] == tag.VBN && i-2 > r.first && r.tags[i-2] == tag.PunctComma && r.tags[i+1] == tag.IN && i+2 < r.end && (r.tags[i+2].Proper() || r.tags[i+2] == tag.DT) {
		return r.asksOf(i) // "…, and called on Norway to leave"
	}
	if r.tags[i] != tag.JJ || i-2 < r.first || !r.tags[i-2].Noun() && r.tags[i-2] != tag.VBG {
		return false
	}
	return r.pairs(i)
}

// asksOf reports a word that with the next one is a verb of calling on somebody.
func (r *reader) asksOf(i int) bool {
	return slices.ContainsFunc(r.entries(i), func(e *entry) bool {
		return e.pos == 'v' && len(e.words) == 2 && e.words[1] == r.low(i+1) && e.stance == article.CallFor
	})
}

// onlyVerb reports that the sentence has no other verb than the word at i for the
// subject before a relative clause between commas: "Norway, which exports fish,
// expressed solidarity with Kenya".
func (r *reader) onlyVerb(i int) bool {
	if i-2 <= r.first || r.tags[i] != tag.VBN && r.tags[i] != tag.JJ || r.tags[i-1] != tag.PunctComma {
		return false
	}
	for j := i + 1; j < r.end; j++ {
		if r.tags[j].Finite() || r.tags[j] == tag.MD {
			return false
		}
	}
	j := i - 2
	for j > r.first+1 && r.tags[j] != tag.PunctComma {
		j--
	}
	return r.tags[j] == tag.PunctComma && r.relativeWord(j+1) && r.endsMention(j-1)
}

// afterModals makes the word behind "will" the verb that it must be.
func (r *reader) afterModals() {
	for _, i := range r.spots {
		if r.tags[i] != tag.MD || i+1 >= r.end {
			continue
		}
		j := i + 1
		for j < r.end && (r.tags[j] == tag.RB || r.low(j) == "not") {
			j++
		}
		if j < r.end && (r.tags[j] == tag.NN || r.tags[j] == tag.JJ || r.tags[j] == tag.IN) && !r.d.Is(j, token.Capital) && r.isVerbCue(j) {
			r.cut(j)
			r.tags[j] = tag.VB
		}
	}
}

// afterHelp mends "helped defeat Chile" and "helped Peru defeat Chile", where the verb
// behind "help" looks like a noun: it is a cue verb before a name.
func (r *reader) afterHelp() {
	for _, i := range r.openers {
		if i < r.first+2 || i+1 >= r.end || r.tags[i] != tag.NN || !r.tags[i+1].Proper() || r.d.Is(i, token.Capital) || !r.isVerbCue(i) {
			continue
		}
		j := i - 1
		for j > r.first && r.tags[j].Proper() {
			j--
		}
		if r.base(j) == "help" && r.tags[j].Verb() {
			r.cut(i)
			r.tags[i] = tag.VB
			return
		}
	}
}

// beforeThat mends "analysts doubt that …": a cue verb in its base form that looks
// like a noun, behind a noun that cannot describe it.
func (r *reader) beforeThat() {
	for _, i := range r.openers {
		if i == r.first || i+2 >= r.end || r.tags[i] != tag.NN || !r.tags[i-1].Noun() || r.tags[i-1] == tag.NN || r.low(i+1) != "that" || r.d.Is(i, token.Capital) || !r.isVerbCue(i) {
			continue
		}
		r.cut(i)
		r.tags[i] = tag.VBP
		return
	}
}

// behindAs parts "denounced as a crime Chile's attack" where the chunker sees one
// phrase.
func (r *reader) behindAs() {
	for _, j := range r.spots {
		i := j - 1
		if r.tags[j] != tag.POS || i <= r.first || i+2 >= r.end || !r.tags[i].Proper() || r.tags[i-1] != tag.NN || r.d.Is(i-1, token.Capital) {
			continue
		}
		p := r.phraseAt(i)
		if p < 0 || int(r.ps[p].First) >= i || int(r.ps[p].First) == r.first || r.low(int(r.ps[p].First)-1) != "as" {
			continue
		}
		q := r.ps[p]
		q.First = int32(i)
		r.ps[p].End, r.ps[p].FullEnd, r.ps[p].Head, r.ps[p].Apposition = int32(i), int32(i), int32(i-1), -1
		r.insertPhrase(p+1, q)
		return
	}
}

// namedSo parts "called [the claim absurd]", where the tagger takes the last word for the head
// of the phrase: behind a verb of naming it is the judgement.
func (r *reader) namedSo() {
	if r.seen&(kGood|kBad|kFalse) == 0 {
		return
	}
	for _, verb := range r.openers {
		p := -1
		if setOf(r.tags[verb])&verbTags != 0 {
			p = r.phraseAt(verb + 1)
		}
		if p < 0 || int(r.ps[p].First) != verb+1 {
			continue
		}
		i := int(r.ps[p].End) - 1
		if i-1 <= int(r.ps[p].First) || !r.tags[i-1].Noun() || r.tags[i].Proper() || r.kinds(i)&(kGood|kBad|kFalse) == 0 || r.kinds(i-1)&(kGood|kBad|kFalse) != 0 {
			continue
		}
		if t := r.tags[r.ps[p].First]; t != tag.DT && t != tag.PRPS && !t.Proper() {
			continue
		}
		if !slices.ContainsFunc(r.entries(verb), func(e *entry) bool { return e.has(eval) }) {
			continue
		}
		r.ps[p].End, r.ps[p].FullEnd, r.ps[p].Head, r.ps[p].Apposition = int32(i), int32(i), int32(i-1), -1
		r.setPhrase(i, -1)
		r.tags[i] = tag.JJ
	}
}

// twoPhrases parts "called [the ruling a disgrace]": an article behind a noun
// starts a phrase of its own.
func (r *reader) twoPhrases() {
	for _, i := range r.spots {
		if r.tags[i] != tag.DT || i == r.first || i+1 >= r.end || !r.tags[i-1].Noun() || !isArticle(r.low(i)) {
			continue
		}
		p := r.phraseAt(i)
		if p < 0 || i <= int(r.ps[p].First) || i+1 >= int(r.ps[p].End) {
			continue
		}
		q := r.ps[p]
		q.First, q.Apposition = int32(i), -1
		r.ps[p].End, r.ps[p].FullEnd, r.ps[p].Head, r.ps[p].Apposition = int32(i), int32(i), int32(i-1), -1
		r.insertPhrase(p+1, q)
	}
}

// afterDemands mends "demanded that the government end curbs": behind a call the
// verb is bare, and looks like a noun of the phrase before it.
func (r *reader) afterDemands() {
	for _, verb := range r.openers {
		i := verb + 1
		if i+2 >= r.end || !r.tags[verb].Verb() || r.low(i) != "that" || r.thatAlone(i) || !r.callsFor(verb) {
			continue
		}
		if t := r.tags[i]; t != tag.IN && t != tag.DT && t != tag.WDT {
			continue
		}
		p := r.phraseFrom(i + 1)
		if p < 0 {
			continue
		}
		for j := int(r.ps[p].First) + 1; j < int(r.ps[p].End); j++ {
			if !r.tags[j-1].Noun() || r.d.Is(j, token.Capital) || r.tags[j] == tag.NNS || !r.isVerbCue(j) && r.kinds(j)&(kSame|kStop|kFail|kRefuse|kPlan|kLight) == 0 {
				continue
			}
			r.cut(j)
			r.tags[j] = tag.VB
			break
		}
	}
}

// thatAlone gives "rejected that and left" the object that it has: the "that" at token i with no
// clause behind it stands for what was said before.
func (r *reader) thatAlone(i int) bool {
	if r.tags[i] != tag.IN || r.phraseAt(i) >= 0 {
		return false
	}
	if t := r.tags[i+1]; t != tag.PunctEnd && t != tag.PunctComma && !(t == tag.CC && (r.low(i+1) == "and" || r.low(i+1) == "but")) {
		return false
	}
	r.tags[i] = tag.DT
	r.insertPhrase(r.phraseBehind(i), mention.Phrase{First: int32(i), End: int32(i + 1), Head: int32(i), FullEnd: int32(i + 1), Sentence: r.d.Tokens[i].Sentence, Apposition: -1})
	return true
}

// isVerbCue reports the base form of a cue verb at token i.
func (r *reader) isVerbCue(i int) bool {
	w := r.low(i)
	return slices.ContainsFunc(r.entries(i), func(e *entry) bool { return e.pos == 'v' && e.words[0] == w })
}

// offersVerb reports that the noun-like token i can be the verb of the sentence:
// a name before it, what it acts on behind it.
func (r *reader) offersVerb(i int) bool {
	t, w := r.tags[i], r.low(i)
	if t.Verb() && r.phraseAt(i) < 0 || t == tag.IN || t == tag.DT || t == tag.CC || r.mentionOf[i] >= 0 {
		return false
	}
	bare := i > r.first && (r.tags[i-1] == tag.NNS || r.low(i-1) == "police" || r.joinedNames(i-1)) && r.isVerbCue(i)
	if !r.inflected(i) && !bare || t == tag.VBG || t == tag.PRPS {
		return false
	}
	if len(w) > 3 && w[len(w)-3:] == "ing" {
		return false
	}
	j := i - 1
	for j > r.first && (r.tags[j] == tag.RB || r.tags[j] == tag.RBR || r.low(j) == "no") {
		j--
	}
	if !r.endsMention(j) && r.tags[j] != tag.PRP && r.tags[j] != tag.NNS {
		return false
	}
	next := r.tags[i+1]
	if next == tag.PunctEnd || next == tag.POS || next == tag.PunctComma {
		return false
	}
	if r.isNounCue(i) {
		return next == tag.DT || next == tag.PRPS || next == tag.PRP || next.Proper() || next == tag.JJ || next == tag.CD
	}
	return true
}

// joinedNames reports two names joined by "and" that end with token j: "Norway and Peru".
func (r *reader) joinedNames(j int) bool {
	for k := j; k > r.first+1 && k > j-4; k-- {
		m := r.mentionOf[k]
		if m < 0 || int(r.ms[m].End) != j+1 {
			continue
		}
		i := int(r.ms[m].First) - 1
		return i > r.first && r.tags[i] == tag.CC && r.endsMention(i-1)
	}
	return false
}

func (r *reader) isNounCue(i int) bool {
	return slices.ContainsFunc(r.entries(i), func(e *entry) bool { return e.pos == 'n' || e.pos == 'r' })
}

// endsMention reports that a mention ends with token j.
func (r *reader) endsMention(j int) bool {
	for k := j; k >= r.first && k > j-4; k-- {
		if m := r.mentionOf[k]; m >= 0 {
			return int(r.ms[m].End) == j+1
		}
	}
	return r.d.Is(j, token.Capital) && r.tags[j].Proper()
}

// cut makes token i a verb and parts the phrase around it.
func (r *reader) cut(i int) {
	r.tags[i] = tag.VBD
	if w := r.low(i); w[len(w)-1] == 's' {
		r.tags[i] = tag.VBZ
	}
	n := r.phraseAt(i)
	if n < 0 {
		return
	}
	p := r.ps[n]
	r.setPhrase(i, -1)
	if int(p.First) < i {
		r.ps[n].End, r.ps[n].FullEnd, r.ps[n].Head = int32(i), int32(i), int32(i-1)
		r.ps[n].Apposition = -1
	}
	if i+1 < int(p.End) {
		q := p
		q.First, q.Apposition = int32(i+1), -1
		q.Head = max(q.Head, q.First)
		if int(p.First) == i {
			r.ps[n] = q
			return
		}
		r.insertPhrase(n+1, q)
	}
}

// insertPhrase puts q at index n of the phrases and renumbers what follows.
func (r *reader) insertPhrase(n int, q mention.Phrase) {
	r.ps = slices.Insert(r.ps, n, q)
	for i := range r.ps {
		if int(r.ps[i].Apposition) >= n {
			r.ps[i].Apposition++
		}
	}
	for i := int(q.First); i < r.end; i++ {
		if p := r.phraseAt(i); p >= n {
			r.setPhrase(i, p+1)
		}
	}
	for i := q.First; i < q.End; i++ {
		r.setPhrase(int(i), n)
	}
}
