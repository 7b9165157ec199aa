package actor

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Whom the article describes first, by an age or a trade, and names in the next sentences.

// byAge links "the 45-year-old", "the 45-year-old diplomat" and "the Swede" to the one named
// person whom the sentence before and what stands before it in its own speak of;
// of several, the one who was their subject or spoke.
func (r *resolver) byAge(m int) int {
	x := &r.ms[m]
	if x.Kind != article.KindPerson || x.Plural || r.d.Low(int(x.First)) != "the" || !r.heads(m) || !r.yearsOld(x) && !r.compatriot(m) {
		return -1
	}
	if g := r.ofAge(m); g >= 0 {
		return g
	}
	if g, any := r.justBroughtIn(m); any {
		return g
	}
	c := newRace()
	home, from, last := r.home(m), r.source(m), r.lastSpeaker(m)
	subject, clause := r.clauseSubject(m)
	for o := m - 1; o >= 0 && home-r.sentence(o) <= 2; o-- {
		g := int(r.of[o])
		if g >= 0 && clause && g == subject && !r.subject(m) {
			continue // "the judge ordered the 45-year-old"
		}
		if g < 0 || !r.may(m, g) || !r.groups[g].named || r.around(m, o) || r.own(from, o) || r.otherAge(m, g) || x.Country != "" && r.groups[g].country != "" && r.groups[g].country != x.Country {
			continue
		}
		score := nearness[max(0, home-r.sentence(o))] + r.standing(m, o, g)
		if g == last {
			score += 15
		}
		if r.attached(g) {
			score -= 40
		}
		if r.block(o) != r.block(m) && !r.startsBlock(home) {
			score -= 20 // whom the paragraph before was about
		}
		if int(r.groups[g].first) == o && home-r.sentence(o) == 1 && r.block(o) == r.block(m) && !r.aged(int(r.ms[o].End)) {
			score += 8 // who has just been brought in
		}
		c.enter(g, score)
	}
	return c.winner(24)
}

// justBroughtIn is the one person whom the sentence before mention m names for the first time, without an age, where m opens
// the next and tells it: "She faces Shinji Kolm. The 44-year-old …"; any false if there is none, -1 if others are as near.
func (r *resolver) justBroughtIn(m int) (g int, any bool) {
	if !r.opens(m) || !r.subject(m) || !r.yearsOld(&r.ms[m]) {
		return -1, false
	}
	g = -1
	for o := m - 1; o >= 0 && r.sentence(m)-r.sentence(o) <= 1 && r.block(o) == r.block(m); o-- {
		k := int(r.of[o])
		if k < 0 || k == g || r.sentence(o) == r.sentence(m) || int(r.groups[k].first) != o || !r.groups[k].named || !isName(&r.ms[o]) || !r.may(m, k) || r.aged(int(r.ms[o].End)) || r.attached(k) {
			continue
		}
		if g >= 0 {
			return -1, true
		}
		g, any = k, true
	}
	return g, any
}

// otherAge reports that the text gives group g another age than mention m tells: "the
// 54-year-old" is not Tom Brenn, 23.
func (r *resolver) otherAge(m, g int) bool {
	age := r.ageIn(&r.ms[m])
	for o := m - 1; age != "" && o >= 0 && o > m-far; o-- {
		if y := &r.ms[o]; int(r.of[o]) == g && y.Type == article.MentionName && r.aged(int(y.End)) {
			return r.d.Word(int(y.End)+1) != age
		}
	}
	return false
}

// ageIn is the age that description x tells: "54" of "the 54-year-old"; "" if it tells none.
func (r *resolver) ageIn(x *mention.Mention) string {
	for i := x.First + 1; i <= x.Head; i++ {
		if age, _, old := strings.Cut(r.d.Low(int(i)), "-"); old && r.d.Is(int(i), token.Digit) {
			return age
		}
	}
	return ""
}

// ofAge is the one person before mention m to whom the text gives the age that m tells, by
// whom it may be said far back: "Tom Brenn, 54," and at the end "the 54-year-old"; -1 if it
// gives it to nobody, or to two.
func (r *resolver) ofAge(m int) int {
	age, found := r.ageIn(&r.ms[m]), int32(-1)
	for o := m - 1; age != "" && o >= 0 && o > m-far; o-- {
		y := &r.ms[o]
		if g := r.of[o]; y.Type != article.MentionName || g < 0 || g == found || !r.aged(int(y.End)) || r.d.Word(int(y.End)+1) != age || !r.may(m, int(g)) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = r.of[o]
	}
	return int(found)
}

// attached reports a person brought in as somebody else's: "his agent, Tom Brenn". The
// text is about the other.
func (r *resolver) attached(g int) bool {
	m := int(r.groups[g].first)
	for o := max(0, m-3); o < m; o++ {
		if y := &r.ms[o]; isNominal(y) && y.Kind == article.KindPerson && (r.d.Low(int(y.First)) == "his" || r.d.Low(int(y.First)) == "her") && int(r.of[o]) == g {
			return true
		}
	}
	return false
}

// compatriot reports "the Swede" as the source of a quotation.
func (r *resolver) compatriot(m int) bool {
	x := &r.ms[m]
	return x.Rule == "person-of" && x.Head == x.First+1 && r.speaks(m)
}

// yearsOld reports an age among the words of x: "45-year-old".
func (r *resolver) yearsOld(x *mention.Mention) bool {
	for i := x.First + 1; i <= x.Head; i++ {
		if r.d.Is(int(i), token.Digit|token.Hyphen) && strings.HasSuffix(r.d.Low(int(i)), "-year-old") {
			return true
		}
	}
	return false
}

// delayedName links what the lead calls somebody ("a former bank chief") to the
// full name that the next sentences give, with the person's age.
func (r *resolver) delayedName(m int) int {
	x := &r.ms[m]
	if x.Kind != article.KindPerson || x.Plural || r.paragraph(m) > 1 || !r.heads(m) || !r.indefinite(m) && !r.titledBlock(m) && !r.leads(m) || r.relation(m) || r.besideAnother(m) || r.inPhrase(m) {
		return -1
	}
	for o := m + 1; o < len(r.ms) && o < m+30 && r.sentence(o)-r.sentence(m) <= 3; o++ {
		y := &r.ms[o]
		if y.Kind != article.KindPerson || y.Type != article.MentionName || r.of[o] < 0 || r.sentence(o) == r.sentence(m) {
			continue
		}
		g := int(r.of[o])
		if y.End-y.First < 2 || int(r.groups[g].first) != o || !r.aged(int(y.End)) && !r.toldWho(m, o) || !r.genders(m, g) {
			return -1
		}
		return g
	}
	return -1
}

// toldWho reports that the name in mention o opens the paragraph behind that of mention m, an office in the lead,
// and "who" goes on to tell of its bearer: "A former minister was charged.\n\nAda Brenn, who left office in May,".
func (r *resolver) toldWho(m, o int) bool {
	x, i := &r.ms[m], int(r.ms[o].End)
	return r.paragraph(m) == 0 && !r.titledBlock(m) && x.RoleEnd > x.RoleFirst && r.block(o)-r.block(m) == 1 && r.startsBlock(r.sentence(o)) && r.opensWith(o) &&
		i+1 < len(r.tags) && r.tags[i] == tag.PunctComma && r.d.Low(i+1) == "who"
}

// inPhrase reports a description behind a preposition, not in a headline: "the stabbing of a
// nurse" brings in somebody else than whom the sentence is about.
func (r *resolver) inPhrase(m int) bool {
	p := r.phrase(m)
	return p != nil && !r.titledBlock(m) && r.governed(p)
}

// besideAnother reports that m only tells of somebody else ("The former mayor took
// bribes, a prosecutor said") or that a deed joins the two, so that the name that follows
// may be that of either ("A man robbed a teacher").
func (r *resolver) besideAnother(m int) bool {
	if r.speaks(m) && !r.opens(m) {
		return true
	}
	other := func(o int) bool {
		y := &r.ms[o]
		return y.Kind == article.KindPerson && isNominal(y) && !y.Plural && r.heads(o) && (r.indefinite(o) || r.leads(o)) && !r.said(o)
	}
	for o := m - 1; o >= 0 && r.block(o) == r.block(m); o-- {
		if other(o) || r.titledBlock(m) && r.ms[o].Kind == article.KindPerson && isNominal(&r.ms[o]) {
			return true // also "Man jailed for murder of shopkeeper"
		}
	}
	for o := m + 1; o < len(r.ms) && r.sentence(o) == r.sentence(m); o++ {
		if other(o) && !r.speaks(o) && !(r.ms[o].Rule == "kin" && r.inPhrase(o)) {
			return true // but "of a firm owned by his brother"
		}
	}
	return false
}

// relation reports one of two people that a description ties together: in "the father
// of a student" a name that follows may be that of either.
func (r *resolver) relation(m int) bool {
	x := &r.ms[m]
	if x.Rule == "kin" {
		return true
	}
	const near = 3
	for o := m - 1; o >= max(0, m-near); o-- {
		if y := &r.ms[o]; y.Rule == "kin" && y.Head == x.First-2 && r.d.Low(int(x.First)-1) == "of" {
			return true
		}
	}
	return false
}

// paragraph is how many paragraphs stand before the block of mention m: what the
// lead says is 0, or 1 if nothing marks the headline.
func (r *resolver) paragraph(m int) int {
	n := 0
	for _, b := range r.d.Blocks[:r.block(m)] {
		if b.Kind == article.BlockParagraph {
			if n++; n > 1 {
				break
			}
		}
	}
	return n
}

// leads reports "The director of the Halmsund Museum" as the first words of the
// first paragraph.
func (r *resolver) leads(m int) bool {
	x := &r.ms[m]
	return r.opens(m) && r.d.Low(int(x.First)) == "the" && x.RoleEnd > x.RoleFirst && x.End > x.RoleEnd &&
		r.d.Sentences[r.d.Blocks[r.block(m)].First].First == x.First
}

// titledBlock reports that mention m stands in a headline.
func (r *resolver) titledBlock(m int) bool {
	switch r.d.Blocks[r.block(m)].Kind {
	case article.BlockTitle, article.BlockDeck:
		return true
	}
	return false
}

// aged reports an age at token i, between commas or in brackets (", 58,", "(58)").
func (r *resolver) aged(i int) bool {
	if i+2 >= len(r.tags) || r.tags[i+1] != tag.CD || len(r.d.Word(i+1)) != 2 || !r.d.Is(i+1, token.Digit) {
		return false
	}
	return r.tags[i] == tag.PunctComma && (r.tags[i+2] == tag.PunctComma || r.tags[i+2] == tag.PunctEnd) || r.tags[i] == tag.LRB && r.tags[i+2] == tag.RRB
}
