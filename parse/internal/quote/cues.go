package quote

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// cue is a verb of a sentence that may report, with what its surroundings say.
type cue struct {
	*entry
	first, end int // tokens of the cue
	verb       int
	passive    bool
	negated    bool
	infinitive bool
	participle bool // V-ing without an auxiliary
	modal      bool
	src        *Source // the subject, before or behind
	inverted   bool    // it stands behind the verb
	relative   bool    // it is who, which or that
	lone       bool    // it was taken over from an earlier verb
	hears      bool    // it hears what is said: see hearer
	blamed     bool    // it is what somebody is blamed for: see blamedFor
	quoted     bool    // others bear witness to the words: see overheard
	via        *Source // the agency that quotes
	srcFirst   int     // first token of subject and cue together
	after      int     // first token after the cue, its addressee and time words
	until      int     // the colon where what it reports ends, 0 if it is not known
	addressee  *Source
	said       article.Span
	used       bool
}

// findCues lists the cue verbs of s, left to right.
func (r *reader) findCues(list []cue, s sentence) []cue {
	r.cues = list
	for i := s.first; i < s.end; i++ {
		switch t := r.tags[i]; {
		case t.Verb():
		case (t == tag.NN || t == tag.NNS) && (r.verbAfterAll(s, i) || r.breaksIn(s, i) || t == tag.NN && r.d.Tokens[i].End-r.d.Tokens[i].Start == 3 && r.sayVerb(s, i)):
		case t == tag.JJ && r.at(s, i+1) == "that" && r.edThat(s, i):
		default:
			continue
		}
		e, end := r.cueVerb(i, verbTag(r.tags[i])), i+1
		if e == nil || i > s.first && r.tags[i-1] == tag.PunctClose {
			if p := r.phrasal(i, verbTag(r.tags[i])); p != nil || e == nil {
				e, end = p, i+2 // "…," called out Brenn
			}
		}
		if e == nil {
			e, end = r.makesClear(s, i)
		}
		if e == nil {
			e, end = r.minded(s, i)
		}
		if e == nil || r.nominal(s, i) {
			continue
		}
		c := cue{entry: e, first: i, end: end, verb: i}
		r.particle(s, &c)
		r.shape(s, &c)
		if c.src == nil {
			r.subject(s, &c)
		}
		if r.mindless(s, &c) {
			continue
		}
		r.afterCue(s, &c)
		switch e.lemma {
		case "hear", "tell":
			r.hearer(s, &c)
		case "ask":
			r.askedBy(s, &c)
		}
		list = append(list, c)
		r.cues = list
	}
	return r.answersOnly(list, s)
}

// answersOnly drops the cues of what somebody was asked before they spoke: in "Asked if he
// feared for his job, Brenn said no" nobody has told of a fear.
func (r *reader) answersOnly(list []cue, s sentence) []cue {
	if len(list) < 2 || s.end-s.first < 6 || !putToWhom(r.low(s.first)) {
		return list
	}
	comma, n := r.mainComma(s), 0
	for _, c := range list {
		if c.verb == s.first || c.verb > comma || c.class != "mental" && !r.asksWhether(s, c.verb) {
			list[n] = c
			n++
		}
	}
	return list[:n]
}

// asksWhether reports "whether" or "if" between the start of s and the verb at token v: whether
// she agreed is not known.
func (r *reader) asksWhether(s sentence, v int) bool {
	for k := s.first + 1; k < v; k++ {
		if w := r.low(k); w == "whether" || w == "if" {
			return true
		}
	}
	return false
}

// mainComma is the first comma of s behind which a clause begins, -1 if there is none.
func (r *reader) mainComma(s sentence) int {
	for k := s.first + 2; k < s.end; k++ {
		if r.tags[k] == tag.PunctComma && r.outer(k) < 0 && r.mainAt(k+1, s.end) {
			return k
		}
	}
	return -1
}

// putToWhom reports the participles that open what was put to somebody: "Asked whether …".
func putToWhom(low string) bool {
	switch low {
	case "asked", "pressed", "questioned", "quizzed":
		return true
	}
	return false
}

// phrasal is the entry of the verb at i together with its particle behind it: "shot
// back", "went on"; nil if they are none.
func (r *reader) phrasal(i int, t tag.Tag) *entry {
	if i+1 >= len(r.tags) || !t.Verb() {
		return nil
	}
	switch w := r.low(i + 1); w {
	case "back", "in", "on", "out", "up":
		if r.d.Ask(openPhrasal, i) == 0 {
			return nil
		}
		return entries().byLemma[tag.Lemma(r.low(i), t)+" "+w]
	}
	return nil
}

// clearly is the entry of "made it clear that".
var clearly = &entry{lemma: "make clear", class: "speech", strength: 3, frames: "btw", named: "cue:make clear"}

// makesClear reads "made clear" and "made it very clear" at the verb i, and where it ends.
func (r *reader) makesClear(s sentence, i int) (*entry, int) {
	switch w := r.low(i); {
	case w[0] != 'm':
		return nil, 0
	case w == "made", w == "make", w == "makes", w == "making":
	default:
		return nil, 0
	}
	if r.tags[i] == tag.VB {
		return nil, 0 // what somebody should make clear is not said
	}
	k := i + 1
	if r.at(s, k) == "it" {
		k++
	}
	if w := r.at(s, k); w == "very" || w == "quite" || w == "abundantly" || w == "crystal" || w == "perfectly" {
		k++
	}
	if r.at(s, k) != "clear" {
		return nil, 0
	}
	return clearly, k + 1
}

// openPhrasal knows the forms of verbs that are cues with a particle.
var openPhrasal = token.NewMemo(func(low string) int {
	for t := tag.VB; t <= tag.VBZ; t++ {
		lemma := tag.Lemma(low, t)
		for _, particle := range [...]string{" back", " in", " on", " out", " up"} {
			if entries().byLemma[lemma+particle] != nil {
				return 1
			}
		}
	}
	return 0
})

// nominal reports a verb form that stands for a noun or adjective: after a
// determiner ("the reported attack"), or right before a noun as its modifier; or one
// that tells somebody's name.
func (r *reader) nominal(s sentence, i int) bool {
	if i > s.first {
		switch r.tags[i-1] {
		case tag.VBG:
			if r.tags[i] == tag.VBZ && i-1 > s.first && r.tags[i-2].Verb() {
				return true // "mentioned disparaging remarks"
			}
		case tag.DT, tag.PRPS, tag.JJ, tag.POS:
			if r.standsAlone(s, i) || r.tags[i] == tag.NN {
				return false // "Some say", "Union chief says", "a third say/NN they"
			}
			if w := r.low(i - 1); w == "an" || w == "a" || w == "the" {
				return true // "As an added benefit"
			}
			return r.tags[i] != tag.VBD || r.tags[i-1] == tag.PRPS || r.tags[i-1] == tag.POS
		}
		if adverbTag(r.tags[i-1]) && i-1 > s.first && (r.tags[i-2] == tag.DT || r.tags[i-2] == tag.PRPS) && (r.tags[i] == tag.VBN || r.tags[i] == tag.VBD) && i+1 < s.end && (r.tags[i+1].Noun() || r.tags[i+1] == tag.JJ) {
			return true // "a newly revealed call"
		}
		if r.d.Is(i, token.Capital) && r.tags[i-1].Proper() && r.d.Is(i-1, token.Capital) && !r.isTitle(s) && i+1 < s.end && r.tags[i+1].Finite() {
			return true // the minister "Omar Said said"
		}
		if r.d.Is(i, token.Capital) && r.d.Is(i-1, token.Capital) && i+1 < s.end && r.tags[i+1] == tag.CD {
			return true // "Galaxy Note 10"
		}
		if r.tags[i] == tag.VBZ && r.counted(s, i) {
			return true // "10-year notes", "scored 20 points"
		}
		if r.tags[i] == tag.VBG && r.tags[i-1].Finite() && !auxiliary(r.low(i-1)) && (r.at(s, i+1) == "from" || r.at(s, i+1) == "by") {
			return true // "faced questioning from the bench"
		}
		if r.tags[i] == tag.VBG && (r.tags[i-1] == tag.IN || r.tags[i-1] == tag.TO) && r.low(i-1) != "in" && r.low(i-1) != "while" {
			return !r.goesOnBy(i)
		}
	}
	return r.tags[i] == tag.VBG && r.low(i) == "calling" && selves.Has(r.at(s, i+1)) && i > s.first && r.tags[i-1].Noun() // "a man calling himself Kit"
}

// nominative reports a pronoun that only a subject has.
func nominative(low string) bool {
	switch low {
	case "he", "she", "they", "i", "we":
		return true
	}
	return false
}

// counted reports a figure right before token i that counts what it names or measures it:
// no figure behind a noun, which may be its subject's own ("Article 33 affirms").
func (r *reader) counted(s sentence, i int) bool {
	if !r.d.Is(i-1, token.Digit) {
		return false
	}
	return strings.Contains(r.d.Word(i-1), "-") || r.tags[i-1] == tag.CD && i-1 > s.first && !r.tags[i-2].Noun()
}

// afterRelative reports that token i stands behind ", which …,", where the verb of the
// main clause does: "the union, which represents 19 farms, estimates that".
func (r *reader) afterRelative(s sentence, i int) bool {
	if i-1 <= s.first || !r.commaAt(i-1) {
		return false
	}
	for k := i - 2; k > s.first; k-- {
		if r.tags[k] == tag.PunctComma {
			return r.tags[k+1] == tag.WP || r.tags[k+1] == tag.WDT || r.tags[k-1].Proper() && r.phraseOnly(k+1, i-1) // "Brenn, her sister, counters that"
		}
	}
	return false
}

var selves = lexicon.WordsOf("himself", "herself", "themselves", "itself")

// shape reads the auxiliaries before the verb.
func (r *reader) shape(s sentence, c *cue) {
	t := r.tags[c.verb]
	be, have := false, false
	j := c.verb - 1
	for ; j >= s.first; j-- {
		w := r.low(j)
		switch {
		case negation(w):
			c.negated = true
		case r.tags[j] == tag.PunctComma && j-1 > s.first && adverbTag(r.tags[j-1]) && adverbTag(r.tags[j+1]) && strings.HasSuffix(r.low(j-1), "ly") && strings.HasSuffix(r.low(j+1), "ly"):
		case adverbTag(r.tags[j]) && w != "most" && !(j == c.verb-1 && (j == s.first || r.d.Is(j, token.Capital))):
		case r.tags[j] == tag.MD && j > s.first && r.d.Is(j, token.Capital) && t == tag.VBD:
			goto done // a name: "…," Will wrote
		case r.tags[j] == tag.MD:
			c.modal = true
		case copula(w) || t == tag.VBG && (w == "'s" || w == "’s") && r.tags[j].Verb():
			be = true
		case auxiliary(w) && (r.tags[j].Verb() || r.tags[j] == tag.None):
			have = true
		case r.floats(s, j, w): // "Brenn and Hamm have both said"
		default:
			goto done
		}
	}
done:
	c.srcFirst = j + 1
	if j >= s.first && r.tags[j] == tag.TO {
		c.infinitive = t == tag.VB || be || have
	}
	if (t == tag.VBN || t == tag.VBD) && !have && r.foreseen(s, c) {
		c.passive = true
		return
	}
	switch t {
	case tag.VBN:
		c.passive = be || !have && (!r.pastTense(s, c) || r.reduced(s, *c))
	case tag.VBD:
		c.passive = be || r.reduced(s, *c)
	case tag.VBG:
		c.participle = !be
	case tag.VB:
		if j < s.first || !c.modal && !have && !c.infinitive {
			c.infinitive = c.infinitive || j >= s.first && r.tags[j] == tag.CC
		}
	}
	if c.participle && !c.negated && j == c.verb-1 && j > s.first && r.tags[j] == tag.IN {
		r.blamedFor(s, c, j)
	}
	if c.src == nil && (c.participle || c.infinitive) {
		if k := r.overheard(s, c, j); k >= 0 {
			c.participle, c.infinitive, c.passive, c.modal, c.srcFirst = false, false, false, false, k
		}
	}
}

// goesOnBy reports a gerund at i that tells how somebody spoke: "went on by saying",
// "is quoted as saying".
func (r *reader) goesOnBy(i int) bool {
	switch r.low(i - 1) {
	case "by":
		return r.low(i) == "saying"
	case "as":
		return r.quotedBefore(i-1) >= 0 || r.citing(i-1) >= 0
	case "for", "of", "after":
		e := r.cueVerb(i, tag.VBG)
		return e != nil && e.class == "speech" && (e.strength == 3 || i+1 < len(r.tags) && r.low(i+1) == "that")
	}
	return false
}

// particle takes "out" into "point out".
func (r *reader) particle(s sentence, c *cue) {
	if r.at(s, c.end) == "out" && (c.lemma == "point" || c.lemma == "spell" || c.lemma == "call") {
		c.end++
	}
}

// foreseen reports a participle that what is behind it shows to be one, whatever its tag: in a
// headline what is expected of its subject ("New Bridge Expected in Spring"), and what it
// turns out to be ("the buyer, revealed as Brenn").
func (r *reader) foreseen(s sentence, c *cue) bool {
	switch next := r.at(s, c.end); c.lemma {
	case "find":
		return r.isTitle(s) && r.tags[c.verb] != tag.VBZ && (next == "in" || next == "at" || next == "on" || next == "near" || next == "after" || next == "under" || next == "dead" || next == "guilty")
	case "expect":
		return r.isTitle(s) && (next == "in" || next == "to" || next == "by" || next == "at" || next == "on" || next == "for" || next == "this" || next == "next")
	case "reveal", "unveil", "announce":
		return next == "as" || r.inHeadline(s, c, next)
	case "urge", "tell", "order", "advise", "warn", "remind", "instruct", "encourage":
		return next == "to" && r.actAt(s, c.end+1) || r.inHeadline(s, c, next)
	case "call":
		return c.verb-2 > s.first && r.commaAt(c.verb-2) && adverbTag(r.tags[c.verb-1]) && r.onlyName(s, c.end)
	case "ask":
		return r.isTitle(s) && next == "to" && r.actAt(s, c.end+1)
	case "declare", "confirm", "praise", "criticize", "condemn", "slam", "blame", "propose", "recommend":
		return r.inHeadline(s, c, next)
	}
	return false
}

// onlyName reports a name at token i and nothing that it could be called: "the school, then called
// Faces, for two years", but "Hamm, 66, once called Brenn a liar".
func (r *reader) onlyName(s sentence, i int) bool {
	n := r.phraseFrom(min(i, s.end-1))
	return n != nil && r.d.Is(i, token.Capital) && r.tags[i] != tag.PRP && (int(n.End) >= s.end || r.tags[n.End] == tag.PunctComma || r.tags[n.End] == tag.PunctEnd)
}

// inHeadline reports a past tense of a headline, which tells what was done to its subject if no
// object stands behind it: "Emergency Declared in Halm Hospitals". What the subject did stands
// in the present there.
func (r *reader) inHeadline(s sentence, c *cue, next string) bool {
	if !r.isTitle(s) || r.tags[c.verb] == tag.VBZ {
		return false
	}
	switch next {
	case "in", "at", "near", "after", "over", "across", "amid", "by":
		return c.end+1 < s.end
	}
	return false
}

// hasAny reports one of the frames of any.
func hasAny(frames, any string) bool {
	for i := range len(any) {
		if has(frames, any[i]) {
			return true
		}
	}
	return false
}

func has(frames string, f byte) bool {
	for i := range len(frames) {
		if frames[i] == f {
			return true
		}
	}
	return false
}
