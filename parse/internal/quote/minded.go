package quote

import (
	"strings"

	"dossier/parse/internal/tag"
)

// minded reads how somebody is minded about what a clause tells: "was worried that", "is confident
// the deal will hold", "is of the view that". It is the cue's entry and where the cue ends.
//
// Counter-example: "it is certain that", "was worried about the deal", "may be sure that".
func (r *reader) minded(s sentence, i int) (*entry, int) {
	if i == s.first || !(r.tags[i].Finite() && stays(r.low(i)) || r.low(i) == "been" && r.tags[i] == tag.VBN) {
		return nil, 0
	}
	k := i + 1
	for n := 0; n < 2 && k < s.end && adverbTag(r.tags[k]) && r.low(k) != "so"; n++ {
		k++
	}
	if k+1 >= s.end {
		return nil, 0
	}
	if r.low(k) == "of" && r.at(s, k+1) == "the" && r.at(s, k+3) == "that" {
		switch r.low(k + 2) {
		case "view", "opinion", "belief":
			return entries().byLemma["be of view"], k + 3
		}
		return nil, 0
	}
	if r.tags[k] != tag.JJ && r.tags[k] != tag.VBN && r.tags[k] != tag.RB && r.tags[k] != tag.VBD {
		return nil, 0
	}
	e := entries().byLemma["be "+r.low(k)]
	if e == nil || r.at(s, k+1) != "that" && !r.clauseAt(s, k+1) || r.nobody(s, i) {
		return nil, 0
	}
	return e, k + 1
}

// stays reports a form of be, or of a verb for going on to be.
func stays(low string) bool {
	switch low {
	case "is", "are", "was", "were", "'s", "’s", "'re", "’re", "'m", "’m", "am", "remain", "remains", "remained", "seemed", "seems":
		return true
	}
	return false
}

// nobody reports a subject right before the verb at i that has no mind: "it is certain that".
func (r *reader) nobody(s sentence, i int) bool {
	switch r.at(s, i-1) {
	case "it", "that", "this", "there", "what", "which", "one", "you":
		return true
	}
	return false
}

// mindless reports a thing as the source of how somebody is minded: "the outcome is certain, that
// much is clear".
func (r *reader) mindless(s sentence, c *cue) bool {
	return c.class == "mental" && strings.HasPrefix(c.lemma, "be ") && (c.src == nil || r.mute(s, c.src))
}
