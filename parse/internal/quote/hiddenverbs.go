package quote

import (
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
)

// Verbs of speech that the tags take for nouns or adjectives, and words that float before a verb.

// verbAfterAll reports at the noun i a verb of speech that the tagger mistook: behind
// a name or pronoun, before that or a quotation ("the Union warns that …").
func (r *reader) verbAfterAll(s sentence, i int) bool {
	if i == s.first || i+1 >= s.end || !r.actsAsVerb(s, i) {
		return false
	}
	r.endsBefore(i)
	return true
}

// endsBefore lets the phrase that token i lies in end before it: "the Union | warns that".
func (r *reader) endsBefore(i int) {
	if p := r.men.PhraseAt(i); p >= 0 && r.phrases[i] < 0 && int(r.men.Phrases[p].First) < i {
		r.phrases[i] = int32(p)
	}
}

// breaksIn reports at the noun i a verb with its particle that the tagger mistook, between a
// quotation and who said it: "…," chimes in Brenn; "…," Brenn shoots back.
func (r *reader) breaksIn(s sentence, i int) bool {
	if i == s.first || i+1 >= s.end {
		return false
	}
	before := r.tags[i-1]
	switch {
	case before != tag.PunctClose && !before.Proper() && before != tag.PRP:
		return false
	case r.phrasal(i, verbTag(r.tags[i])) != nil:
	case r.tags[i+1] == tag.PunctEnd && r.behindMarks(i) && r.mistagged(s, i): // "…," Brenn states.
	default:
		return false
	}
	r.endsBefore(i)
	return true
}

// behindMarks reports a closing mark right before the phrase that token i ends.
func (r *reader) behindMarks(i int) bool {
	p := r.men.PhraseAt(i)
	return p >= 0 && r.men.Phrases[p].First > 0 && r.tags[r.men.Phrases[p].First-1] == tag.PunctClose
}

// edThat reports a verb of speech that the tags take for an adjective, at token i before that:
// "the mayor intoned that …".
func (r *reader) edThat(s sentence, i int) bool {
	e := r.cueVerb(i, tag.VBD)
	if e == nil || e.class != "speech" || !has(e.frames, 't') || i == s.first {
		return false
	}
	before := r.tags[i-1]
	return before.Noun() || before == tag.PRP || before == tag.PunctComma
}

func (r *reader) actsAsVerb(s sentence, i int) bool {
	t, before := r.tags[i], r.tags[i-1]
	if !before.Noun() && before != tag.PRP && before != tag.PunctComma && before != tag.PunctClose {
		return false
	}
	w := r.low(i + 1)
	switch {
	case w == "that" && t == tag.NNS && r.afterRelative(s, i):
		return true
	case w == "that" && t == tag.NN && (before == tag.NNPS || before == tag.NNS) && r.cueVerb(i, tag.VBP) != nil:
		return true // "some Democrats worry that"
	case before == tag.PRP && nominative(r.low(i-1)) && r.outer(i) < 0:
		return r.mistagged(s, i) // "she jokes": no noun stands behind such a pronoun
	case !before.Proper() && before != tag.PRP && !(before == tag.NN && w == "whether"):
		return false
	}
	if e := r.cueVerb(i, verbTag(t)); w == "that" && t == tag.NNS && e != nil && r.mainAt(i+2, s.end) && e.class == "speech" && has(e.frames, 't') {
		return true // "Brenn rules that …"
	}
	return (w == "that" || w == "whether" || r.opensSpeech(i+1)) && r.mistagged(s, i)
}

func (r *reader) opensSpeech(i int) bool {
	p := r.outer(i)
	return p >= 0 && int(r.marks.Pairs[p].Open) == i && r.marks.Pairs[p].Use == quotemark.Speech
}

// verbTag is the tag of a verb that the tagger took for a noun.
func verbTag(t tag.Tag) tag.Tag {
	switch t {
	case tag.NN:
		return tag.VBP
	case tag.NNS:
		return tag.VBZ
	case tag.JJ:
		return tag.VBD
	}
	return t
}

// standsAlone reports that the determiner or adjective before the verb in the present at token i is all
// there is of its subject, or its last word: "some say", "Union chief says".
func (r *reader) standsAlone(s sentence, i int) bool {
	if t := r.tags[i]; t != tag.VBP && t != tag.VBZ {
		return false
	}
	switch w := r.low(i - 1); w {
	case "some", "many", "most", "others", "all", "both", "few", "several", "another", "half", "third", "quarter", "fifth":
		return i+1 < s.end && !r.tags[i+1].Noun() && r.tags[i+1] != tag.IN || r.at(s, i+1) == "that"
	case "a", "an", "the":
		return false
	}
	return r.tags[i-1] == tag.JJ && (r.low(i) == "says" || r.low(i) == "say") && r.mainAt(i+1, s.end)
}

// sayVerb reports "say" at token i, a noun to the tags, behind a share of people and before what they
// say: "nearly a third say they do not know", "nine out of 10 say that …".
func (r *reader) sayVerb(s sentence, i int) bool {
	if i == s.first || i+1 >= s.end || r.low(i) != "say" {
		return false
	}
	switch t := r.tags[i-1]; t {
	case tag.JJ, tag.CD, tag.NN, tag.NNS, tag.PunctComma:
	default:
		return false
	}
	if next := r.low(i + 1); next != "that" && !nominative(next) && next != "it" && !r.mainAt(i+1, s.end) {
		return false
	}
	r.endsBefore(i)
	return true
}

// floats reports both, all or each at token j that stands behind its subject or an auxiliary.
func (r *reader) floats(s sentence, j int, w string) bool {
	if j-1 < s.first || w != "both" && w != "all" && w != "each" && w != "once" {
		return false
	}
	before := r.low(j - 1)
	if w == "once" {
		if r.tags[j-1] == tag.PunctComma && j-1 > s.first {
			return j+2 < s.end && r.tags[j+1] == tag.VBD && r.tags[j+2] != tag.PunctComma // "Brenn, the mayor, once/IN said"
		}
		return r.tags[j] == tag.IN && (r.tags[j-1] == tag.WP || before == "he" || before == "she") // "who once/IN told a guest"
	}
	return r.tags[j-1].Noun() || auxiliary(before) || nominative(before)
}
