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
	x := r.headOf[end-1]
	if x < 0 || end-1 <= head {
		return -1
	}
	m := &r.men.Mentions[x]
	if at := int(m.First) - 1; m.Type != article.MentionName || !isPerson(m) || int(m.End) != end || at <= head || r.tags[at] != tag.PunctComma && !(m.RoleEnd > m.RoleFirst && m.RoleEnd == m.First && r.tags[m.RoleFirst-1] == tag.PunctComma) {
		return -1
	}
	return x
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
