package quote

import (
	"dossier/parse/internal/tag"
)

// Words between a subject and its verb that are stepped over.

// overSign is where the figure at token first begins if it is the object of a verb, with
// its sign of money and what rounds it: "a clerk who took almost £3,000 told colleagues".
func (r *reader) overSign(s sentence, first int) int {
	k := first
	for k-1 > s.first && (r.tags[k-1] == tag.Dollar || adverbTag(r.tags[k-1])) {
		k--
	}
	switch r.low(k - 1) {
	case "than", "least", "to", "most": // "more than", "at least", "up to"
		if k-2 > s.first && r.tags[k] == tag.Dollar {
			k -= 2
		}
	case "over", "under", "about", "around", "nearly", "almost":
		k--
	}
	if r.tags[k-1].Verb() {
		return k
	}
	return first
}

// overAdjunct steps from the preposition at i to the phrase that it hangs on:
// "two people familiar with the matter said". Without one the words are an
// adjunct of the clause and no subject ("in the city said").
func (r *reader) overAdjunct(s sentence, i, end, verb int) (int, int, int, bool) {
	for i > s.first && (adjectiveTag(r.tags[i-1]) || r.tags[i-1] == tag.RP) {
		i--
	}
	if i <= s.first {
		return 0, 0, 0, false
	}
	if r.phrases[i] < 0 {
		if !r.tags[i-1].Verb() {
			return 0, 0, 0, false
		}
		first, _, head, ok := r.overClause(s, i-1, verb) // "officials who spoke with the Post said"
		return first, end, head, ok
	}
	first, _, head, ok := r.phraseEnding(s, i, verb)
	return first, end, head, ok
}

func adjectiveTag(t tag.Tag) bool { return t == tag.JJ || t == tag.VBN || t == tag.VBG || t == tag.RB }

// takesClause reports a verb behind which a clause with a subject of its own
// may begin: "he believes X said …".
func (r *reader) takesClause(i int) bool {
	e := r.cueVerb(i, r.tags[i])
	return e != nil && (has(e.frames, 'b') || has(e.frames, 't'))
}

// dumb reports a thing as the head of what seems the subject of the verb of speech at verb:
// in "the clerk who reported the call recalled that …" the call is the clerk's object.
func (r *reader) dumb(head, verb int) bool {
	e := r.cueVerb(verb, r.tags[verb])
	if e == nil || e.class != "speech" || e.strength < 2 || r.headOf[head] >= 0 || !r.tags[head].Noun() || r.tags[head].Proper() {
		return false
	}
	w := r.low(head)
	return !mediaNoun(w) && !utterance(w) && !nounTable().Has(w) && !verdicts.Has(w)
}

// overClause steps from the verb at j, whose object stands before the cue, to
// the phrase that its relative or participle clause hangs on: "an official who
// spoke to discuss strategy said".
func (r *reader) overClause(s sentence, j, verb int) (int, int, int, bool) {
	const far = 20
	for k := j; k > s.first && k > j-far; k-- {
		switch t := r.tags[k]; {
		case t == tag.PunctComma || t == tag.PunctColon:
			return 0, 0, 0, false
		case t == tag.WP || t == tag.WDT || (t == tag.VBN || t == tag.VBG):
			if r.phrases[k] >= 0 {
				return r.phraseEnding(s, k, verb)
			}
		}
	}
	return 0, 0, 0, false
}

func attaches(w string) bool {
	switch w {
	case "of", "for", "to", "from", "at", "in", "with", "on", "against":
		return true
	}
	return false
}

// subordinate reports words after which a clause, not a noun phrase, begins.
func subordinate(w string) bool {
	switch w {
	case "that", "while", "as", "although", "though", "because", "if", "whether", "after", "before", "since", "than", "when", "until", "unless":
		return true
	}
	return false
}

// beforeTime is the token before "on Tuesday", if that ends with token j behind a conjunction, else j.
func (r *reader) beforeTime(s sentence, j int) int {
	if j-2 > s.first && r.timeHead(j) && r.tags[j-1] == tag.IN && r.tags[j-2] == tag.CC {
		return j - 2
	}
	return j
}
