package quote

import (
	"dossier/article"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// What opens a sentence and is not its subject, or is more than it: a day, a week, an adjunct
// that runs on into the name.

// timeAlone reports a head that tells when and names nobody.
func (r *reader) timeAlone(head int) bool {
	m := r.headOf[head]
	return (m < 0 || r.men.Mentions[m].Type != article.MentionName) && r.timeHead(head)
}

// atStart is the phrase that opens a sentence as a subject: none if it only tells when ("Last
// week proved that it works"), but what stands before or behind the time in it ("The party today
// agrees", "Saturday at the fair Senator Brenn said").
func (r *reader) atStart(first, end, head int) (int, int, int, bool) {
	if !r.timeAlone(head) {
		return first, end, head, true
	}
	if dayWord(r.low(head)) && head-1 > first && head == end-1 && r.tags[head-1].Noun() {
		return first, head, head - 1, true
	}
	last := end - 1
	if p := r.phrases[end]; p >= 0 {
		last = int(r.men.Phrases[p].Head)
	}
	if m := r.headOf[last]; m >= 0 && isPerson(&r.men.Mentions[m]) && last > head {
		first = int(r.men.Mentions[m].First)
		if x := &r.men.Mentions[m]; x.RoleEnd > x.RoleFirst && x.RoleEnd == x.First {
			first = int(x.RoleFirst)
		}
		return first, end, last, true
	}
	return 0, 0, 0, false
}

// runOn is where the name begins that ends before token end, at the end of the adjunct that opens
// the sentence, no comma between: "In a talk with the board | Brenn said"; 0 if none does.
func (r *reader) runOn(s sentence, first, end, verb int) int {
	m, e := r.headOf[end-1], r.cueVerb(verb, r.tags[verb])
	if e == nil || e.strength < 3 || e.class != "speech" {
		return 0
	}
	late := r.low(s.first) == "late" || r.low(s.first) == "early" || r.low(s.first) == "earlier"
	if m < 0 || !late && (r.tags[s.first] != tag.IN || subordinate(r.low(s.first))) {
		return 0
	}
	x := &r.men.Mentions[m]
	at := int(x.First)
	if x.Type != article.MentionName || x.Kind == article.KindPlace || at <= first || r.low(at-1) == "moment" || r.low(at-1) == "time" || !late && r.timeHead(at-1) || (r.tags[at-1] != tag.NN || r.d.Is(at-1, token.Capital)) && r.headOf[at-1] < 0 || x.RoleEnd > x.RoleFirst {
		return 0
	}
	return at
}

// timesOver reports how often a thing was done, at token i: "thousands of times".
func (r *reader) timesOver(i int) bool {
	return i+2 < len(r.tags) && r.low(i+1) == "of" && r.low(i+2) == "times"
}
