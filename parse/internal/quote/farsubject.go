package quote

import (
	"dossier/article"
	"dossier/parse/internal/tag"
)

// Subjects that are long, or that the tags break up: "A person familiar with the planning for
// Monday's talks says …", "Just over a quarter, 26 percent, say …", "The officials whose laws were
// struck down say …". Where a verb of speech has what is said behind it and no other verb stands
// before it in its sentence, the words before it can be nothing but its subject.

// longestSubject is how many tokens such a subject may have.
const longestSubject = 18

// farSubject takes the words from the start of the sentence, or from behind its first comma, to the cue
// as its source.
func (r *reader) farSubject(s sentence, c *cue) {
	if c.passive || c.blamed || c.strength < 2 || c.class == "mental" || !has(c.frames, 't') && !has(c.frames, 'b') || r.outer(c.verb) >= 0 || r.isTitle(s) || !r.saysOn(s, c) {
		return
	}
	stop := c.srcFirst
	if stop > s.first && r.tags[stop-1] == tag.PunctComma {
		stop--
	}
	for start, n := s.first, 0; n < 2 && start < stop; n++ {
		if r.tags[start] == tag.CC {
			start++
		}
		if head := r.farHead(s, start, stop, c.srcFirst); head >= 0 {
			c.src, c.srcFirst = r.source(start, stop, head), start
			return
		}
		for start < stop && r.tags[start] != tag.PunctComma {
			start++
		}
		start++
	}
}

// farMain gives a participle behind a comma the subject of the sentence's own verb, where the words before
// that verb are long or broken up: "One officer inside Halm Tower tried to shrug it off, saying …".
func (r *reader) farMain(s sentence, c *cue) {
	start := s.first
	if r.tags[start] == tag.CC {
		start++
	}
	at := r.beforeMain(start, c.srcFirst-1, 0)
	if at >= c.srcFirst-1 || r.tags[at].Finite() && r.tags[at] == tag.MD {
		return
	}
	if head := r.farHead(s, start, at, at); head >= 0 {
		c.src, c.lone = r.source(start, at, head), true
	}
}

// saysOn reports that and a clause, or a clause, right behind the cue.
func (r *reader) saysOn(s sentence, c *cue) bool {
	i := c.end
	if i+1 >= s.end {
		return false
	}
	if r.low(i) == "that" {
		return r.finite(i+1, s.end) && r.beforeMain(i+1, s.end, 1) == s.end // but "A clerk who showed that it was late left"
	}
	return c.strength == 3 && (nominative(r.low(i)) || r.mainAt(i, s.end))
}

// farHead is the head of the words [start, stop) as the subject of a verb at token verb, -1 if they
// can be none.
func (r *reader) farHead(s sentence, start, stop, verb int) int {
	if stop-start < 2 || stop-start > longestSubject || !r.opensSubject(start) || r.outer(start) >= 0 {
		return -1
	}
	commas := 0
	for k := start; k < stop; k++ {
		switch t := r.tags[k]; {
		case t == tag.PunctColon, t == tag.LRB, t == tag.EX, r.outer(k) >= 0:
			return -1
		case t == tag.PunctComma:
			commas++
		case t == tag.VBG && k == start:
			return -1
		}
	}
	if commas > 1 || commas == 1 && stop == verb {
		return -1 // an aside ends with a comma of its own
	}
	if at := r.beforeMain(start, verb, 0); at < stop && !(r.tags[at] == tag.VBD && comesOut(r.low(at))) {
		return -1
	}
	for k := start; k < stop; k++ {
		if k > start && r.tags[k] == tag.IN && r.low(k) != "of" {
			return k - 1 // "One operative/JJ | inside Halm Tower"
		}
		p := r.men.PhraseAt(k)
		if p < 0 {
			continue
		}
		head := int(r.men.Phrases[p].Head)
		if head >= stop {
			head = stop - 1
		}
		if m := r.headOf[head]; r.timeHead(head) || m >= 0 && r.men.Mentions[m].Type == article.MentionPronoun {
			return -1
		}
		return head
	}
	return -1
}

// opensSubject reports a token that may open a long subject.
func (r *reader) opensSubject(i int) bool {
	switch t := r.tags[i]; t {
	case tag.DT, tag.PRPS, tag.CD, tag.NN, tag.NNS, tag.NNP, tag.NNPS, tag.JJ, tag.JJS, tag.JJR:
		return true
	case tag.RB, tag.IN:
		switch r.low(i) {
		case "about", "nearly", "almost", "just", "roughly", "only", "over", "around", "at", "fewer":
			return t == tag.RB || r.low(i) != "at" || r.low(i+1) == "least" || r.low(i+1) == "most"
		}
	}
	return false
}
