package quote

import (
	"dossier/article"
	"dossier/parse/internal/tag"
)

// Sources of which a title and a name between commas name one and the same person, or of which
// two so named are joined.

// nameBeside is the person whose name stands behind a comma at the end of a source that ends at
// token end, where its head, a body or an office, only tells what that person is: "the
// Harbour Board (HB) director, Ada Brenn, said". No body is told with a person's name. It is
// -1 if there is none.
func (r *reader) nameBeside(head, end int) int32 {
	for k := end - 2; k > head; k-- {
		if r.tags[k] == tag.CC {
			return -1 // "two objectors, Ada Brenn and Tom Hamm"
		}
		if r.tags[k] == tag.PunctComma {
			if x := r.nameAt(k + 1); x >= 0 || r.tags[head] != tag.CD && r.tags[head] != tag.DT {
				return x // "the leader of the Senate, Ada Brenn of Ohio"
			}
			if p := r.men.PhraseAt(k + 1); p >= 0 && int(r.men.Phrases[p].First) == k+1 && int(r.men.Phrases[p].End) == end {
				if x := r.headOf[r.men.Phrases[p].Head]; x >= 0 && isPerson(&r.men.Mentions[x]) && r.men.Mentions[x].Type == article.MentionName {
					return x // "one of them, retired plumber Ada Brenn"
				}
			}
			return -1
		}
	}
	return -1
}

// titled is where a source really begins whose title, at first, stands behind a comma that no
// other closes: "Ada Brenn, head of the Harbour Board said: …", and its head. A comma behind the
// verb would make it a source of its own: "Ada Brenn, the head of the board said, is late".
func (r *reader) titled(s sentence, c *cue, first, head int) (int, int) {
	m := r.headOf[head]
	if first-2 < s.first || r.tags[first-1] != tag.PunctComma || m < 0 || !isPerson(&r.men.Mentions[m]) || c.class != "speech" {
		return first, head
	}
	if t := r.men.Mentions[m].Type; t == article.MentionName || t == article.MentionPronoun || r.at(s, c.end) == "," {
		return first, head
	}
	p := r.men.PhraseAt(s.first)
	if p < 0 || int(r.men.Phrases[p].First) != s.first || int(r.men.Phrases[p].FullEnd) != first-1 {
		return first, head
	}
	x := r.headOf[r.men.Phrases[p].Head]
	if x < 0 || !isPerson(&r.men.Mentions[x]) || r.men.Mentions[x].Type != article.MentionName {
		return first, head
	}
	return s.first, int(r.men.Phrases[p].Head)
}

// alsoApposed is where a source begins whose second person stands at first, behind "and", if the
// first one has an apposition between commas: "Ada Brenn, the mayor, and Tom Hamm said"; and
// the first one's head. It is first, -1 if there is none.
func (r *reader) alsoApposed(s sentence, first int) (int, int) {
	if first-4 < s.first || r.low(first-1) != "and" || r.tags[first-2] != tag.PunctComma {
		return first, -1
	}
	p := int(r.phrases[first-2])
	if p < 1 || int(r.men.Phrases[p].First)-1 <= s.first || r.tags[r.men.Phrases[p].First-1] != tag.PunctComma {
		return first, -1
	}
	q := int(r.phrases[r.men.Phrases[p].First-1])
	if q < 0 || int(r.men.Phrases[q].Apposition) < 0 {
		return first, -1
	}
	ph := &r.men.Phrases[q]
	if at := int(ph.First); at < s.first || at > s.first && r.tags[at-1] != tag.PunctComma && !subordinate(r.low(at-1)) || int(r.men.Phrases[ph.Apposition].First) != int(ph.FullEnd)+1 {
		return first, -1
	}
	if m := r.headOf[ph.Head]; m < 0 || !isPerson(&r.men.Mentions[m]) || r.men.Mentions[m].Type != article.MentionName {
		return first, -1
	}
	return int(ph.First), int(ph.Head)
}

// hailsFrom is the person whose place ends with the state at first, behind a comma that no other
// closes: "Ada Brenn of Halmsund, Norland says …".
func (r *reader) hailsFrom(s sentence, first, head, verb int) (int, int, bool) {
	m := r.headOf[head]
	if m < 0 || first-2 <= s.first || r.tags[first-1] != tag.PunctComma {
		return 0, 0, false
	}
	if k := r.men.Mentions[m].Kind; k != article.KindPlace && k != article.KindCountry {
		return 0, 0, false
	}
	f, _, h, ok := r.phraseEnding(s, first-1, verb)
	if !ok || f >= first-3 || f > s.first && r.tags[f-1] != tag.CC && !subordinate(r.low(f-1)) {
		return 0, 0, false
	}
	if x := r.headOf[h]; x < 0 || !isPerson(&r.men.Mentions[x]) || r.men.Mentions[x].Type == article.MentionPronoun {
		return 0, 0, false
	}
	for k := h + 1; k < first-1; k++ {
		if r.tags[k] == tag.IN {
			return f, h, true
		}
	}
	return 0, 0, false
}

// chained reports that no verb stands before token first in its clause, so that the phrase there
// belongs to the clause's subject.
func (r *reader) chained(s sentence, first int) bool {
	for k := first - 1; k >= s.first; k-- {
		if t := r.tags[k]; t.Finite() || t == tag.PunctComma || t == tag.PunctColon {
			return false
		} else if subordinate(r.low(k)) || t == tag.CC {
			return true
		}
	}
	return true
}

// polled is the count of people or the text that the phrase at first is, or hangs on: "polls in X
// and Y show", "polls done by A for B and C show", "the cities of X and Y said".
func (r *reader) polled(s sentence, first, head int) (int, int, bool) {
	for n := 0; n < 3; n++ {
		if w := r.low(head); r.tags[head] == tag.NNS && (verdicts.Has(w) || w == "cities" || w == "towns" || w == "members" || w == "leaders" || w == "officials") {
			return first, head, true
		}
		at := first - 1
		for at > s.first && (r.tags[at] == tag.IN || r.tags[at] == tag.VBN || adverbTag(r.tags[at])) {
			at--
		}
		p := int(r.phrases[at+1])
		if p < 0 || at+1 == first || int(r.men.Phrases[p].First) < s.first {
			return 0, 0, false
		}
		first, head = int(r.men.Phrases[p].First), int(r.men.Phrases[p].Head)
	}
	return 0, 0, false
}

// wroteIt reports the words that somebody wrote at token first, in a relative clause: in "the clerk
// who wrote the speech says that …" the speech says nothing.
func (r *reader) wroteIt(s sentence, first, head int) bool {
	if first-2 <= s.first || r.tags[first-2] != tag.WP || !mediaNoun(r.low(head)) {
		return false
	}
	w := r.low(first - 1)
	return w == "wrote" || w == "writes"
}

// hangsOn is where the phrase ends that the one at first only tells more of: "critics | such as
// Brenn", "a source with knowledge of the talks | between Brenn and Hamm"; 0 if there is none.
func (r *reader) hangsOn(s sentence, first int) int {
	if first-2 > s.first && r.low(first-1) == "as" && r.low(first-2) == "such" && r.phrases[first-2] >= 0 {
		return first - 2
	}
	if first-1 <= s.first || r.low(first-1) != "and" || r.phrases[first-1] < 0 {
		return 0
	}
	at := int(r.men.Phrases[r.phrases[first-1]].First) - 1
	if at > s.first && r.low(at) == "between" && r.phrases[at] >= 0 {
		return at
	}
	return 0
}

// nameAhead is where a source behind its verb ends that goes on from token end, without a verb,
// to a comma and the person's name: "said the chairman of the board and chief executive, Tom
// Hamm"; end if it does not.
func (r *reader) nameAhead(s sentence, end int) int {
	const far = 9
	for k := end; k+1 < s.end && k < end+far; k++ {
		switch t := r.tags[k]; {
		case t == tag.PunctComma:
			m := r.nameAt(k + 1)
			if m < 0 || int(r.men.Mentions[m].End) < s.end && r.tags[r.men.Mentions[m].End].Verb() {
				return end
			}
			return int(r.men.Mentions[m].End)
		case t.Noun(), t == tag.CC, t == tag.IN, t == tag.DT, t == tag.JJ:
		default:
			return end
		}
	}
	return end
}

// nameAt is the person whose name, or the role before it, begins at token i; -1 if none.
func (r *reader) nameAt(i int) int32 {
	p := r.men.PhraseAt(i)
	if p < 0 {
		return -1
	}
	m := r.headOf[r.men.Phrases[p].Head]
	if m < 0 {
		return -1
	}
	if x := &r.men.Mentions[m]; x.Type == article.MentionName && isPerson(x) && (int(x.First) == i || x.RoleEnd == x.First && int(x.RoleFirst) == i) {
		return m
	}
	return -1
}

// lettered reports a phrase of a person's name and the letters behind its comma, at the start of
// a clause: "Ada Brenn, PhD".
func (r *reader) lettered(s sentence, p int) bool {
	ph := &r.men.Phrases[p]
	end := int(ph.End)
	m := r.headOf[ph.Head]
	return end-2 > int(ph.Head) && r.tags[end-2] == tag.PunctComma && m >= 0 && isPerson(&r.men.Mentions[m]) &&
		(int(ph.First) == s.first || r.tags[ph.First-1] == tag.CC || subordinate(r.low(int(ph.First)-1)))
}
