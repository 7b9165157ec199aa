package quote

import "dossier/parse/internal/tag"

// A content inside the subject of a sentence ends before the sentence's own verb: "The
// number who said that they had won rose", "A film showing how the girl was found was
// shown". No mark stands there; the verbs are counted against the clauses that need one.

// inSubject reports a cue that hangs on the noun right before it, as a relative clause or
// a participle, in a sentence that has no verb of its own before them.
func (r *reader) inSubject(s sentence, c *cue) bool {
	switch {
	case c.src == nil || c.inverted || r.outer(c.verb) >= 0:
		return false
	case c.relative:
		if at := int(c.src.First); at == s.first || !r.tags[at-1].Noun() {
			return false // behind a comma: see relativeEnd
		}
	case c.participle:
		if int(c.src.End) != c.verb || int(c.src.First) != s.first {
			return false
		}
	default:
		return false
	}
	for k := s.first; k < c.srcFirst; k++ {
		if t := r.tags[k]; t.Finite() || t == tag.WRB || t == tag.CC && k == s.first || subordinate(r.low(k)) {
			return false
		}
	}
	return !r.isTitle(s)
}

// afterPreposition is where the content [first, end) ends in a sentence that opens with a
// preposition, in whose phrase the cue stands: before the comma behind its verb, as in
// "Despite her claim that it had failed, signing it was right".
func (r *reader) afterPreposition(first, end int) int {
	for k := first + 2; k+1 < end; k++ {
		if r.commaAt(k) && (r.outer(k) < 0 || r.tags[k] == tag.PunctClose) && r.anyVerb(first, k) {
			if r.tags[k] == tag.PunctClose {
				return k + 1
			}
			return k
		}
	}
	return end
}

// opensWithPreposition reports a sentence that opens with a preposition and no clause.
func (r *reader) opensWithPreposition(s sentence) bool {
	return r.tags[s.first] == tag.IN && !subordinate(r.low(s.first)) && !r.mainAt(s.first+1, s.end)
}

// beforeMain is where the content [first, end) ends that stands in the subject of its
// sentence: before the first tensed verb that no clause of it needs. need is how many
// clauses need one at its start.
func (r *reader) beforeMain(first, end, need int) int {
	for k := first; k < end; k++ {
		if r.outer(k) >= 0 {
			continue
		}
		t := r.tags[k]
		if t.Finite() && !r.tenseGoesOn(first, k, end) {
			if need == 0 {
				if k-first < 2 {
					return end
				}
				for k > first+1 && (adverbTag(r.tags[k-1]) || r.tags[k-1] == tag.PunctComma) {
					k--
				}
				return k
			}
			need--
			continue
		}
		if k > first && r.needsVerb(k, end) {
			need++
		}
	}
	return end
}

// tenseGoesOn reports a tensed form at k that opens no predicate: behind an auxiliary, where
// the tags take a participle for a past tense, and before "by".
func (r *reader) tenseGoesOn(first, k, end int) bool {
	if r.tags[k] != tag.VBD && r.tags[k] != tag.VBP && r.tags[k] != tag.VBZ {
		return false
	}
	if k+2 < end && r.low(k+1) == "by" && r.tags[k] == tag.VBD && !auxiliary(r.low(k)) {
		return r.tags[k+2] != tag.CD && !(r.low(k+2) == "a" && fraction(r.at(r.sentenceOf(k), k+3)))
	}
	j := k - 1
	for j > first && adverbTag(r.tags[j]) {
		j--
	}
	return j >= first && (auxiliary(r.low(j)) || r.tags[j] == tag.MD || r.tags[j] == tag.TO)
}

// fraction reports a noun for a part of a whole: "rose by a third" has no agent.
func fraction(low string) bool {
	switch low {
	case "half", "third", "quarter", "fifth", "tenth", "fraction", "factor":
		return true
	}
	return false
}

// needsVerb reports at token k a word behind which a clause needs a verb of its own: who,
// which, how, that and the like, a subject right behind a noun or a verb, and "and" before
// a second verb.
func (r *reader) needsVerb(k, end int) bool {
	switch t := r.tags[k]; {
	case t == tag.WP, t == tag.WDT, t == tag.WRB, t == tag.WPS:
		return true
	case t == tag.CC:
		return k+1 < end && (r.tags[k+1].Finite() || r.tags[k+1] == tag.PRP)
	case subordinate(r.low(k)):
		return r.mainAt(k+1, end)
	}
	p := r.men.PhraseAt(k)
	if p < 0 || int(r.men.Phrases[p].First) != k || !r.mainAt(k, end) {
		return false
	}
	before := r.tags[k-1]
	return before.Noun() || before == tag.PunctComma || before.Verb() && r.takesClause(k-1)
}
