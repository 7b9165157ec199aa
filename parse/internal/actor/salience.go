package actor

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
)

// A pronoun and a bare noun take the most salient actor that fits them. What
// stands near weighs more, a subject more than an object, who spoke last more
// than who did not; a close second leaves it open. Weights are in tenths of a
// sentence's nearness, set by hand and tried on the news-like texts of GUM.

// candidate is a group that a mention may stand for, with its weight.
type candidate struct {
	group, score int
}

// race keeps the best two of the candidates.
type race struct{ best, second candidate }

func newRace() race { return race{candidate{-1, -1000}, candidate{-1, -1000}} }

// enter adds what mention o weighs for group g; a group counts once, with its
// best mention. Group -1 is a rival that is no actor.
func (c *race) enter(g, score int) {
	switch {
	case g >= 0 && g == c.best.group:
		c.best.score = max(c.best.score, score)
	case score > c.best.score:
		c.best, c.second = candidate{g, score}, c.best
	case score > c.second.score:
		c.second = candidate{g, score}
	}
}

// winner is the best group if it leads by the margin; -1 if none does.
func (c *race) winner(margin int) int {
	if c.best.group == -1 || c.best.score-c.second.score < margin {
		return -1
	}
	return c.best.group
}

// nearness is the weight of a place so many sentences back.
var nearness = [...]int{60, 40, 20, 0}

// reach is how many sentences back a pronoun looks.
const reach = len(nearness) - 1

// subject reports that mention o heads a phrase that is the subject of a finite
// verb.
func (r *resolver) subject(o int) bool {
	p := r.ms[o].Phrase
	return p >= 0 && r.heads(o) && r.isSubject(p)
}

// isSubject reports that a finite verb follows phrase p and no preposition
// stands before it. Asked of each phrase once.
func (r *resolver) isSubject(p int32) bool {
	if r.subjects[p] == unasked {
		r.subjects[p] = no
		if r.seemsSubject(&r.set.Phrases[p]) {
			r.subjects[p] = yes
		}
	}
	return r.subjects[p] == yes
}

// answer is a question asked once.
type answer uint8

const (
	unasked answer = iota
	no
	yes
)

func (r *resolver) seemsSubject(p *mention.Phrase) bool {
	if r.governed(p) {
		return false
	}
	end := r.d.Sentences[p.Sentence].End
	i := p.FullEnd
	if p.Apposition >= 0 {
		i = r.set.Phrases[p.Apposition].FullEnd
		if i < end && r.tags[i] == tag.PunctComma {
			i++
		}
	}
	first := r.d.Sentences[p.Sentence].First
	opens := p.First == first || p.First == first+1 && r.tags[first] == tag.CC
	for opens && i+1 < end && r.tags[i] == tag.IN && r.set.PhraseAt(int(i)+1) >= 0 { // "A man in a red coat"
		i = r.set.Phrases[r.set.PhraseAt(int(i)+1)].FullEnd
	}
	if p.Apposition >= 0 && i+1 < end && r.tags[i] == tag.PunctComma && r.tags[i+1].Finite() {
		return true // "Ada Brenn, the rapporteur on Norland, called"
	}
	if opens && i < end && r.tags[i] == tag.WP {
		return true // "A man who was there said"
	}
	if i+1 < end && r.tags[i] == tag.PunctComma {
		if r.tags[i+1] == tag.WP || r.tags[i+1] == tag.WDT {
			return r.closed(int(i)+1, int(end)) // "the office, which brought the case, said"
		}
		if opens {
			return r.closed(int(i), int(min(end, i+20))) // "the junta, led by a general, closed"
		}
	}
	for i < end && (r.tags[i] == tag.RB || r.tags[i] == tag.RBR || r.tags[i] == tag.PunctOpen) {
		i++
	}
	return i < end && r.tags[i].Finite()
}

// mainSubject reports that phrase p is the first subject of its sentence.
func (r *resolver) mainSubject(p int32) bool {
	if p < 0 || !r.isSubject(p) {
		return false
	}
	s := r.set.Phrases[p].Sentence
	for q := p - 1; q >= 0 && q > p-12 && r.set.Phrases[q].Sentence == s; q-- {
		if r.isSubject(q) {
			return false
		}
	}
	return true
}

// governed reports a preposition before the phrase.
func (r *resolver) governed(p *mention.Phrase) bool {
	i := int(p.First) - 1
	return i >= 0 && (r.tags[i] == tag.IN || r.tags[i] == tag.TO) && r.d.Tokens[i].Sentence == p.Sentence && !clauses.Has(r.d.Low(i))
}

// clauses are words tagged as prepositions that open a clause.
var clauses = lexicon.WordsOf(
	"that", "because", "while", "although", "though", "if",
	"whether", "as", "since", "until", "unless", "before",
	"after", "once", "where", "when", "than",
)

// clauseSubject is the group of the subject of the clause that mention m stands
// in, before it, and whether there is a subject at all; -1 if open, as behind "who".
func (r *resolver) clauseSubject(m int) (g int, ok bool) {
	q, relative := r.subjectPhrase(m)
	if q < 0 {
		return -1, false
	}
	if relative {
		return -1, true
	}
	return r.groupOf(q), true
}

// self is the group that "himself" means: that of the subject of its clause.
func (r *resolver) self(m int) int {
	if o := r.entitled(m); o >= 0 {
		return int(r.of[o])
	}
	if i := int(r.ms[m].First); i > 2 && r.tags[i-2] == tag.TO {
		if o := r.objectEnding(m, i-2); o >= 0 {
			return int(r.of[o]) // "asked Brenn to explain herself"
		}
	}
	q, _ := r.subjectPhrase(m)
	return r.groupOf(q)
}

// entitled is the mention of whose noun the infinitive before mention m completes:
// "backed Norland's right to defend itself"; -1 if there is none.
func (r *resolver) entitled(m int) int {
	noun := int(r.ms[m].First) - 3
	if noun < 0 || r.tags[noun+1] != tag.TO || !r.tags[noun+2].Verb() || !r.tags[noun].Noun() {
		return -1
	}
	p := r.set.PhraseAt(noun)
	if p < 0 {
		return -1
	}
	for o := m - 1; o >= 0 && r.ms[o].First >= r.set.Phrases[p].First; o-- {
		if e := r.ms[o].End; int(e) <= noun && (r.tags[e] == tag.POS || r.tags[e-1] == tag.PRPS) {
			return o
		}
	}
	return -1
}

// groupOf is the group of the mention that heads phrase q, -1 if open.
func (r *resolver) groupOf(q int32) int {
	if q < 0 || r.headOf[q] < 0 {
		return -1
	}
	return int(r.of[r.headOf[q]])
}

// subjectPhrase is the phrase before mention m that is the subject of its clause, or
// what a "who" or "which" that is it stands for; -1 if there is none.
func (r *resolver) subjectPhrase(m int) (q int32, relative bool) {
	p, s := r.ms[m].Phrase, int32(r.sentence(m))
	for k := int(r.ms[m].First) - 1; p < 0 && k >= int(r.d.Sentences[s].First) && r.rightBehind(m); k-- {
		p = int32(r.set.PhraseAt(k)) + 1 // "Brenn asked her if …": a possessor to the tags, and no phrase
		if p == 0 {
			p = -1
		}
	}
	if p < 0 {
		return -1, false
	}
	for q := p - 1; q >= 0 && q > p-20 && r.set.Phrases[q].Sentence == s; q-- {
		if r.relative(q, m) {
			return q, true
		}
		if r.isSubject(q) {
			return q, false
		}
	}
	return -1, false
}

// rightBehind reports the "her" that the tags take for a possessor as the object of the finite verb right before it:
// "asked her if", but "praised her “splendid” crew", "what awaits her".
func (r *resolver) rightBehind(m int) bool {
	i := int(r.ms[m].First)
	if i < 2 || !r.object(m) || !r.tags[i-1].Finite() || i+1 < len(r.tags) && r.tags[i+1] == tag.PunctOpen {
		return false
	}
	switch r.tags[i-2] {
	case tag.WDT, tag.WP, tag.IN:
		return false
	}
	return r.d.Low(i-2) != "that"
}

// relative reports a "who" or "which" behind phrase q that is the subject of the
// clause of mention m.
func (r *resolver) relative(q int32, m int) bool {
	x := &r.set.Phrases[q]
	for i := x.End; i < min(r.ms[m].First, x.FullEnd+3); i++ {
		switch r.tags[i] {
		case tag.WP, tag.WDT:
			return !r.closed(int(i), int(r.ms[m].First))
		}
	}
	return false
}

// closed reports that a relative clause from token i on ends before token end,
// with a comma and the main verb ("Brenn, who had left, blamed him").
func (r *resolver) closed(i, end int) bool {
	for i++; i+1 < end; i++ {
		if r.tags[i] == tag.PunctComma && r.tags[i+1].Finite() {
			return true
		}
	}
	return false
}

// opens reports that mention m opens its sentence, marks and "but" apart.
func (r *resolver) opens(m int) bool {
	first := r.d.Sentences[r.sentence(m)].First
	i := r.ms[m].First - 1
	for i >= first && (r.tags[i] == tag.CC || r.tags[i] == tag.PunctOpen || r.tags[i] == tag.PunctComma || r.tags[i] == tag.RB) {
		i--
	}
	return i < first
}

// lastSpeaker is the group that spoke last before mention m, -1 if open.
func (r *resolver) lastSpeaker(m int) int {
	if q := r.index.spoke[m].to(); q >= 0 {
		return r.speaker(q)
	}
	return -1
}

// speaker is the group of the words that name the speaker of quote q, -1 if open.
func (r *resolver) speaker(q int) int {
	s := r.quotes[q].Speaker
	if s == nil || s.Mention < 0 || int(s.Mention) >= len(r.of) {
		return -1
	}
	return int(r.of[s.Mention])
}

// direct reports that mention m stands in someone's own words, and whose. A "he
// said" behind the words is settled before what stands in them.
func (r *resolver) direct(m int) (speaker int, ok bool) {
	q := r.index.quoted[m].to()
	if q < 0 || !r.verbatim(q, r.ms[m].Head) {
		return -1, false
	}
	s := r.quotes[q].Speaker
	if s == nil || s.Mention < 0 || int(s.Mention) >= len(r.of) {
		return -1, true
	}
	if r.of[s.Mention] < 0 && int(s.Mention) > m && r.index.quoted[s.Mention] == 0 && r.ms[s.Mention].Type == article.MentionPronoun {
		r.link(int(s.Mention), r.forms[s.Mention], r.third)
	}
	return int(r.of[s.Mention]), true
}

// verbatim reports that token i of quote q is the speaker's own word.
func (r *resolver) verbatim(q int, i int32) bool {
	switch r.quotes[q].Kind {
	case article.QuoteDirect:
		return true
	case article.QuoteMixed:
		return r.marks.At(int(i)) >= 0
	}
	return r.quotes[q].Turn && r.marks.At(int(i)) < 0
}

// source is mention m, or the source of a quote that it stands in: "its" of "its
// spokesman, Ada Brenn, said".
func (r *resolver) source(m int) int {
	p := r.ms[m].Phrase
	if p < 0 || r.speaks(m) {
		return m
	}
	if o := r.headOf[p]; o >= 0 && r.speaks(int(o)) {
		return int(o)
	}
	if q := r.set.Phrases[p].Apposition; q >= 0 {
		if o := r.headOf[q]; o >= 0 && r.speaks(int(o)) {
			return int(o)
		}
	}
	if p > 0 && r.set.Phrases[p-1].Apposition == p { // "Ada Brenn, its head"
		if o := r.headOf[p-1]; o >= 0 && r.speaks(int(o)) {
			return int(o)
		}
	}
	return m
}

// home is the sentence that mention m looks back from: its own, and for "he
// said" the one where the quotation begins.
func (r *resolver) home(m int) int {
	s := r.sentence(m)
	if q := r.behindWords(m); q >= 0 {
		s = min(s, int(r.d.Tokens[r.quotes[q].First].Sentence))
	}
	return s
}

// behindWords is the quote whose words in quotation marks begin before mention m, their
// source: the "he" of "“Never,” he said"; -1 if there is none.
func (r *resolver) behindWords(m int) int {
	q := r.index.speaks[r.source(m)].to()
	if q < 0 || r.quotes[q].Kind != article.QuoteDirect || r.quotes[q].First < 0 || r.quotes[q].First >= r.ms[m].First {
		return -1
	}
	return q
}

// own reports that mention o stands in the words whose source is mention m.
func (r *resolver) own(m, o int) bool {
	q := r.index.quoted[o].to()
	return q >= 0 && r.quotes[q].Kind == article.QuoteDirect && r.quotes[q].Speaker != nil && int(r.quotes[q].Speaker.Mention) == m
}

// joined reports that "and" ties mention o to the phrase beside it.
func (r *resolver) joined(o int) bool {
	p := r.phrase(o)
	if p == nil || !r.heads(o) {
		return false
	}
	s := r.d.Sentences[p.Sentence]
	if i := int(p.FullEnd); i+1 < int(s.End) && r.tags[i] == tag.CC && r.set.PhraseAt(i+1) >= 0 {
		return true
	}
	i := int(p.First) - 1
	return i > int(s.First) && r.tags[i] == tag.CC && r.set.PhraseAt(i-1) >= 0
}
