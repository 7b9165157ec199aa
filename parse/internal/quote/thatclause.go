package quote

import (
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Where the clause begins that a cue reports: behind that, and what may stand before it.

// thatBehind is the token behind "that", which follows the cue, an addressee
// and time words aside; -1 if there is none.
func (r *reader) thatBehind(s sentence, c *cue) int {
	for i := c.after; i < s.end && i < c.after+2; i++ {
		if r.low(i) == "that" && (r.tags[i] != tag.DT || r.clauseBehind(s, i)) {
			if r.finite(i+1, s.end) || c.strength == 3 && r.tags[i] == tag.IN && i+3 < s.end && r.anyQuoted(i+1, s.end) {
				return i + 1
			}
			return -1
		}
		if r.tags[i] != tag.PunctComma {
			break
		}
	}
	if at := r.thatBeyond(s, c); at > 0 {
		return at
	}
	return r.thatFar(s, c)
}

// thatBeyond looks for "that" behind a place or medium between commas: "wrote, in a paper for the board,
// that …"; 0 if there is none.
func (r *reader) thatBeyond(s sentence, c *cue) int {
	const far = 14
	i := c.after
	if c.strength < 3 || i+4 >= s.end || r.tags[i] != tag.PunctComma || r.tags[i+1] != tag.IN || subordinate(r.low(i+1)) {
		return 0
	}
	for k := i + 2; k+2 < s.end && k < i+far; k++ {
		switch t := r.tags[k]; {
		case t == tag.PunctComma:
			if r.low(k+1) == "that" && r.finite(k+2, s.end) {
				return k + 2
			}
			return 0
		case t.Finite(), r.outer(k) >= 0:
			return 0
		}
	}
	return 0
}

// clauseBehind reports that the word "that" at i, whatever its tag, opens a clause: behind
// it another determiner or a pronoun begins a noun phrase, a verb follows its noun, or a
// quotation opens.
func (r *reader) clauseBehind(s sentence, i int) bool {
	if i+1 >= s.end {
		return false
	}
	switch r.tags[i+1] {
	case tag.DT, tag.PRPS, tag.PRP, tag.EX:
		return true
	}
	switch r.low(i + 1) {
	case "nothing", "nobody", "everything", "everyone", "everybody", "something", "someone", "somebody", "anything", "anyone", "anybody":
		return true
	}
	if p := r.men.PhraseAt(i); p >= 0 && int(r.men.Phrases[p].First) == i && i > s.first && r.tags[i-1] != tag.PunctComma {
		end := int(r.men.Phrases[p].FullEnd)
		for end+1 < s.end && r.tags[end] == tag.CC && r.men.PhraseAt(end+1) >= 0 {
			end = int(r.men.Phrases[r.men.PhraseAt(end+1)].FullEnd) // "warned that delays and strikes would …"
		}
		return end < s.end && end > i+1 && r.tags[end].Finite() // "warned that delay would cost lives"
	}
	return r.opensSpeech(i + 1)
}

// thatFar looks for "that" behind phrases that belong to the cue: "told a crowd
// in Halmsund on Friday that the gate was open". A relative clause has no
// subject of its own behind its that.
func (r *reader) thatFar(s sentence, c *cue) int {
	const far = 14
	if c.strength < 3 && c.addressee == nil && !r.withWhom(s, c) {
		return -1
	}
	for i := c.after; i+2 < s.end && i < c.after+far; i++ {
		t := r.tags[i]
		if r.low(i) == "that" && (t != tag.DT || r.tags[i+1] == tag.PRP) {
			next := r.tags[i+1]
			if next.Finite() || next == tag.RB || r.men.PhraseAt(i+1) < 0 && next != tag.EX && r.outer(i+1) < 0 || !r.finite(i+1, s.end) {
				return -1
			}
			return i + 1
		}
		if t.Verb() || t == tag.MD || t == tag.PunctComma || t == tag.CC || t == tag.WP || t == tag.WDT || t == tag.WRB || t == tag.PunctColon || r.outer(i) >= 0 {
			return -1
		}
	}
	return -1
}

// withWhom reports a person behind the cue to whom or with whom something is said, or when it was, and "that" right
// behind: "suggested to her that", "agreed with Ms Brenn that", "wrote in 1961 that".
func (r *reader) withWhom(s sentence, c *cue) bool {
	i := c.after
	if c.class != "speech" || i+2 >= s.end {
		return false
	}
	w := r.low(i)
	if w != "to" && w != "with" && w != "in" {
		return false
	}
	if w != "in" && r.low(i+1) == "her" && r.low(i+2) == "that" {
		return true // a possessor to the tags
	}
	p := r.men.PhraseAt(i + 1)
	if p < 0 || int(r.men.Phrases[p].First) != i+1 || r.at(s, int(r.men.Phrases[p].End)) != "that" {
		return false
	}
	head := int(r.men.Phrases[p].Head)
	if w == "in" {
		return r.tags[head] == tag.CD && len(r.low(head)) == 4 || monthWord(r.low(head)) || r.timeHead(head)
	}
	return r.tags[head] == tag.PRP || r.tags[head].Proper() && r.d.Is(head, token.Capital) || r.headOf[head] >= 0 && r.speaks(head) && (r.d.Is(head, token.Capital) || r.tags[i+1] == tag.PRPS)
}

// sideAhead is where the content of a cue that opens the sentence begins behind a comma at i: with the side
// clause or adjunct that another comma parts from the main one ("She said, if elected, she would go");
// 0 if none does.
func (r *reader) sideAhead(s sentence, c *cue, i int) int {
	const far = 12
	if i+4 >= s.end || r.tags[i] != tag.PunctComma || c.srcFirst > s.first+1 || c.strength < 3 || c.class != "speech" {
		return 0
	}
	switch r.low(i + 1) {
	case "if", "when", "while", "unless", "although", "though", "once", "because", "win":
	default:
		return 0
	}
	for k := i + 2; k+2 < s.end && k < i+far; k++ {
		if r.tags[k] == tag.PunctComma {
			if r.mainAt(k+1, s.end) {
				return i + 1
			}
			return 0
		}
	}
	return 0
}

// promisedWhom takes the addressee at token i of "promised the farmers she would stay", and
// returns where the clause begins.
func (r *reader) promisedWhom(s sentence, c *cue, i int) int {
	to := r.phraseFrom(i)
	if to == nil || int(to.End) >= s.end || !r.speaks(int(to.Head)) || r.tags[to.End] != tag.PRP && r.tags[to.End] != tag.DT || !r.mainAt(int(to.End), s.end) {
		return i
	}
	c.addressee = to
	return int(to.End)
}
