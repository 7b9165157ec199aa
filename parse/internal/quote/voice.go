package quote

import (
	"dossier/parse/internal/tag"
)

// Past tenses that the tags take for participles, and participles that look like a past tense.

// pastTense reports a form that the tagger took for a participle but that is
// the verb of its clause: it reports by trade, a that-clause follows, or the
// sentence has no other verb.
func (r *reader) pastTense(s sentence, c *cue) bool {
	switch next := r.at(s, c.end); {
	case next == "by":
		return false
	case next == "that" || next == "whether" || c.strength == 3:
		return true
	case r.closingDash(s, c.verb-1):
		return true // "Brenn – whose father closed the mine – promised to open it"
	case c.verb > s.first && r.commaAt(c.verb-1) && c.end < s.end && (r.tags[c.end] == tag.PRP || r.tags[c.end] == tag.PRPS && r.opensSpeech(c.end+1)):
		return true // "X, who led it, called her "q""
	case c.end < s.end && (opensObject(r.tags[c.end]) && r.tags[c.end] != tag.IN && r.tags[c.end] != tag.TO) && r.afterRelative(s, c.verb):
		return true // "X, who led it, blamed the board"
	case c.end < s.end && r.tags[c.end] == tag.PRP && c.verb > s.first && (r.tags[c.verb-1].Noun() || r.tags[c.verb-1] == tag.PRP):
		return true // "Someone called it a shame, and I agree"
	case c.verb > s.first && r.commaAt(c.verb-1) && r.callsFor(c.verb):
		return true // "Brenn, the mayor, called on them to go and said"
	case r.thatFollows(s, *c):
		return true // "X signalled on Monday that …"
	case r.ownClause(s, c) && c.end < s.end && (r.tags[c.end] == tag.PRP || r.tags[c.end] == tag.PRPS):
		return true // "a hearing in which Hamm accused her of fraud"
	case c.lemma == "ask" && (next == "if" || next == "why" || next == "how") && r.ownClause(s, c):
		return true // "when a reporter asked if"
	case wills(c.lemma) && next == "to":
		return true
	case r.ownClause(s, c) && r.openedAt(s, c.end) >= 0 && r.speech(r.openedAt(s, c.end)):
		return true // "a move that the union called "a shame""
	case c.verb > s.first && r.tags[c.verb-1] == tag.CC && r.callsFor(c.verb):
		return true // "X voiced concern and called for calm"
	}
	for i := s.first; i < s.end; i++ {
		if r.tags[i].Finite() && r.outer(i) == r.outer(c.verb) {
			return i > c.verb && r.onlyMain(s, c)
		}
	}
	return true
}

// wills reports verbs whose infinitive is what their subject will or will not do: they have no passive
// with it.
func wills(lemma string) bool {
	switch lemma {
	case "seek", "decline", "refuse", "vow", "pledge":
		return true
	}
	return false
}

// ownClause reports that the phrase right before the cue is the subject of a clause that who, which,
// that or the like opens.
func (r *reader) ownClause(s sentence, c *cue) bool {
	p := r.phrases[c.srcFirst]
	if p < 0 || int(r.men.Phrases[p].First) <= s.first {
		return false
	}
	at := int(r.men.Phrases[p].First) - 1
	return r.tags[at] == tag.WDT || r.tags[at] == tag.WP || subordinate(r.low(at))
}

// onlyMain reports that every tensed verb behind the cue belongs to a clause of its own, so that the
// cue is the sentence's verb: "The union called on them to print the advice they had received".
func (r *reader) onlyMain(s sentence, c *cue) bool {
	if c.srcFirst <= s.first || !r.tags[c.srcFirst-1].Noun() || r.isTitle(s) || c.class != "speech" {
		return false
	}
	p := r.phrases[c.srcFirst]
	return p >= 0 && int(r.men.Phrases[p].First) == s.first && r.headOf[r.men.Phrases[p].Head] >= 0 && (r.callsFor(c.verb) || c.lemma != "call" && r.beforeMain(c.verb+1, s.end, 0) == s.end) // but "A band called Hammer got them to dance"
}

// closingDash reports a dash at token i behind another one.
func (r *reader) closingDash(s sentence, i int) bool {
	dash := func(k int) bool {
		return r.tags[k] == tag.PunctColon && r.d.Word(k) != ":" && r.d.Word(k) != ";"
	}
	if i <= s.first || !dash(i) {
		return false
	}
	for k := i - 1; k > s.first; k-- {
		if dash(k) {
			return true
		}
	}
	return false
}

// reduced reports a participle behind a noun and a comma that only tells by whom or when
// something came about or what it is held to be: "the rules, announced in April by the
// ministry, as …", "the rules, announced in April, as …", "a voice, said to be his, …".
func (r *reader) reduced(s sentence, c cue) bool {
	if c.srcFirst != c.verb || c.verb-2 <= s.first || r.tags[c.verb-1] != tag.PunctComma || !r.tags[c.verb-2].Noun() || r.outer(c.verb) >= 0 {
		return false
	}
	lemma := c.lemma
	c.entry = unknown
	r.afterCue(s, &c)
	switch i := c.after; {
	case i == c.end && r.at(s, i) == "to":
		return (r.at(s, i+1) == "be" || r.at(s, i+1) == "have") && !wills(lemma) // "a voice, said to be his, …"
	case i == c.end && r.at(s, i) != "by":
		return false
	case r.at(s, i) == "by":
		by := r.phraseFrom(i + 1)
		return by != nil && !r.timeHead(int(by.Head))
	case i >= s.end || r.tags[i] != tag.PunctComma:
		return false
	}
	for k := c.verb - 2; k > s.first; k-- {
		switch t := r.tags[k]; {
		case t == tag.PunctComma, t == tag.WP, t == tag.WDT:
			return false
		case t.Finite():
			return true
		}
	}
	return false
}

// thatFollows reports that a clause with "that" follows the time, the medium or the
// addressee behind the cue of an actor; one that goes on with its verb describes those
// words.
func (r *reader) thatFollows(s sentence, c cue) bool {
	if c.srcFirst <= s.first || !has(c.frames, 't') || !r.actorIn(c.srcFirst-1, c.srcFirst) && !r.afterRelative(s, c.srcFirst) {
		return false
	}
	r.afterCue(s, &c)
	i := c.after
	if i == c.end || r.at(s, i) != "that" || i+2 >= s.end {
		return false
	}
	verb := func(t tag.Tag) bool { return t == tag.MD || t.Finite() }
	return !verb(r.tags[i+1]) || verb(r.tags[i+2]) // "that rates would stay"
}
