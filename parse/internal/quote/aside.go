package quote

import (
	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Asides between a subject and its verb: "Ada Brenn, the mayor, said".

// acrossAside is the phrase before an aside between commas, dashes or brackets
// that ends at token j: "X, the minister, said", "X, who resigned, said". A
// place, a day or an age is part of the aside: "X, 22, of Halmsund, Norland, said".
func (r *reader) acrossAside(s sentence, j, verb int) (int, int, int, bool) {
	const longest = 40
	inDashes := r.closingDash(s, j)
	for k := j - 1; k > s.first && k > j-longest; k-- {
		t := r.tags[k]
		if (t != tag.PunctComma || inDashes) && t != tag.LRB && !(t == tag.PunctColon && r.d.Word(k) == r.d.Word(j)) {
			continue
		}
		if r.outer(k) != r.outer(verb) {
			if r.outer(verb) < 0 {
				continue // a title in the aside: "X, the host of "Late Hours," said"
			}
			return 0, 0, 0, false
		}
		if !(inDashes && t == tag.PunctColon) && !r.aside(k+1, j) && !(r.tags[verb].Finite() && r.reportAside(k+1, j)) {
			continue
		}
		at := k
		for at-1 > s.first && (adverbTag(r.tags[at-1]) || r.low(at-1) == "there") {
			at-- // "an official there, who asked not to be named, said"
		}
		first, end, head, ok := r.phraseEnding(s, at, verb)
		if !ok && k-s.first <= 2 && r.d.Is(s.first, token.Capital) && r.tags[s.first] != tag.IN && !r.tags[s.first].Verb() {
			first, end, head, ok = s.first, k, k-1, true // a name that the tagger did not see
		}
		if !ok || r.asideItself(s, first, head) || r.insideAside(s, first) {
			continue
		}
		if first > s.first && r.tags[first-1] == tag.WPS && r.tags[k+1].Verb() {
			continue // "the firm, whose chair, Ada Brenn, led the talks, said"
		}
		if r.phraseOnly(k+1, j) && r.tags[head] != tag.PRP {
			end = j // an apposition belongs to the words that name the source
		}
		if f, h, ok := r.renamed(s, first); ok {
			if f > s.first && r.tags[f-1] == tag.WPS && r.tags[k+1].Verb() {
				continue
			}
			first, head = f, h
		}
		return first, end, head, true
	}
	return 0, 0, 0, false
}

// insideAside reports that the phrase at token first is the object of a verb in an aside that opened
// behind a comma: "Ada Brenn, who lost | her daughter in a storm in Halm, Norland, said", "Tom Hamm,
// facing | a rival in Halm, a swing town, said".
func (r *reader) insideAside(s sentence, first int) bool {
	const far = 12
	if first <= s.first {
		return false
	}
	if r.tags[first-1] == tag.PunctComma {
		return r.placeBehindWho(s, first)
	}
	verb := false
	for k := first - 1; k > s.first && k > first-far; k-- {
		switch t := r.tags[k]; {
		case t == tag.PunctComma:
			return false
		case t.Verb():
			verb = true
			if (t == tag.VBG || t == tag.VBN) && r.tags[k-1] == tag.PunctComma && !r.d.Is(k, token.Capital) {
				return k-1 > s.first && r.tags[k-2].Noun()
			}
		case t == tag.WP && r.tags[k-1] == tag.PunctComma:
			return verb && r.low(k) == "who"
		}
	}
	return false
}

// placeBehindWho reports a phrase at token first behind the comma of a clause with who that tells of the
// name which opens the sentence: "Ada Brenn, who lost her son in Halm, | Norland, in May, said". The
// sentence has its subject already.
func (r *reader) placeBehindWho(s sentence, first int) bool {
	for k := first - 2; k > s.first+1; k-- {
		if r.tags[k] == tag.PunctComma || r.outer(k) >= 0 {
			return false
		}
		if r.tags[k] == tag.WP && r.tags[k-1] == tag.PunctComma {
			p := r.men.PhraseAt(s.first)
			return p >= 0 && int(r.men.Phrases[p].First) == s.first && int(r.men.Phrases[p].End) == k-1
		}
	}
	return false
}

// renamed is the name that the phrase starting at first only renames: "Tom
// Brenn, the head of the agency, a body that …, said".
func (r *reader) renamed(s sentence, first int) (int, int, bool) {
	if first <= s.first+1 || r.phrases[first-1] < 0 {
		return 0, 0, false
	}
	q := &r.men.Phrases[r.phrases[first-1]]
	if q.Apposition < 0 || r.timeHead(int(q.Head)) || int(r.men.Phrases[q.Apposition].First) != first || int(q.First) < s.first {
		return 0, 0, false
	}
	return int(q.First), int(q.Head), true
}

// asideItself reports a phrase between commas that cannot be what speaks.
func (r *reader) asideItself(s sentence, first, head int) bool {
	if first <= s.first {
		return r.timeAlone(head)
	}
	if t := r.tags[first-1]; t != tag.PunctComma && (t != tag.IN || subordinate(r.low(first-1))) {
		return false
	}
	if r.tags[head] == tag.CD || r.timeHead(head) || mention.SeatAt(r.d, head) {
		return true
	}
	m := r.headOf[head]
	if m >= 0 && first-2 == s.first && r.timeHead(s.first) {
		return false // "Friday, Norland, leading ten states, asked a judge"
	}
	return m >= 0 && (r.men.Mentions[m].Kind == article.KindPlace || r.men.Mentions[m].Kind == article.KindCountry && r.behindTown(s, first))
}

// behindTown reports that the phrase at token first only tells in which state the town
// before it lies: "a fellow in Munich, Germany, and co-author of the study, said".
func (r *reader) behindTown(s sentence, first int) bool {
	if first-2 < s.first || r.tags[first-1] != tag.PunctComma {
		return false
	}
	p := r.men.PhraseAt(first - 2)
	if p < 0 {
		return false
	}
	m := r.headOf[r.men.Phrases[p].Head]
	return m >= 0 && r.men.Mentions[m].Kind == article.KindPlace
}

// aside reports whether [first, end) can stand between a subject and its verb:
// no finite verb of its own, unless who, which or where opens it. Behind a participle
// a clause may say why or when: "speaking in private because the talks were secret".
func (r *reader) aside(first, end int) bool {
	if first >= end {
		return false
	}
	switch r.tags[first] {
	case tag.WP, tag.WDT, tag.WRB, tag.WPS:
		return true
	case tag.IN, tag.TO:
		if first+1 < end && (r.tags[first+1] == tag.WPS || r.tags[first+1] == tag.WDT || r.tags[first+1] == tag.WP) {
			return true // "Brenn, in whose cabinet Hamm served, declined"
		}
	case tag.MD, tag.VBZ:
		return false // "asked if the talks, put off twice, | would go on, said"
	}
	relative, participle := false, r.tags[first] == tag.VBG || r.tags[first] == tag.VBN || r.tags[first] == tag.VBD
	for i := first; i < end; i++ {
		switch t := r.tags[i]; {
		case r.outer(i) != r.outer(first):
		case t == tag.WDT || t == tag.WP || t == tag.IN && r.low(i) == "that":
			relative = true
		case participle && (t == tag.WRB || t == tag.IN && subordinate(r.low(i))):
			relative = true
		case t == tag.VBD && i == first: // "asked about it": a participle
		case t == tag.VBP && (r.low(first) == "a" || r.low(first) == "an"): // "a Brenn delegate": a noun
		case t.Finite() && t != tag.MD && !relative:
			return subordinate(r.low(first))
		}
	}
	return true
}

// asideEnd is where the aside of which the tokens [first, end) are the rest closes before
// the verb of its clause: "Brenn, asked why she left | , said"; end if none follows.
func (r *reader) asideEnd(first, end int) int {
	for k := end - 2; k > first; k-- {
		if r.commaAt(k) && r.tags[k+1].Finite() && r.outer(k+1) < 0 {
			return k
		}
	}
	return end
}

// reportAside reports that [first, end) is a source and its cue: "The minister, Brenn says,
// left the room and told them so".
func (r *reader) reportAside(first, end int) bool {
	for k := range r.cues {
		if c := &r.cues[k]; c.src != nil && !c.lone && c.class == "speech" && min(c.srcFirst, c.first) == first && c.after == end {
			return true
		}
	}
	return false
}

// phraseOnly reports whether [first, end) holds no verb: an apposition.
func (r *reader) phraseOnly(first, end int) bool {
	if r.men.PhraseAt(first) < 0 || r.tags[first] == tag.IN {
		return false
	}
	for i := first; i < end; i++ {
		if t := r.tags[i]; t.Verb() && !(t == tag.VBN && i == first && int(r.men.Phrases[r.men.PhraseAt(i)].Head) > i) || r.tags[i] == tag.WP || r.tags[i] == tag.WDT {
			return false
		}
	}
	return true
}
