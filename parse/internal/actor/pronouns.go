package actor

import (
	"slices"

	"dossier/article"
	"dossier/parse/internal/tag"
)

// firstPerson is the speaker of the quotation around the mention. "We" said by
// a person is the body the person speaks for.
func (r *resolver) firstPerson(m int) int {
	q := r.quoted[r.ms[m].Head]
	if q < 0 || r.quotes[q].Kind == article.QuoteIndirect {
		return -1
	}
	g := r.speaker(q)
	if g >= 0 && r.ms[m].Plural && r.groups[g].kind == article.KindPerson && !r.groups[g].plural {
		return r.employer(g)
	}
	return g
}

// employer is the one body or state that a person holds an office in, -1 if
// there is none or are several.
func (r *resolver) employer(g int) int {
	found := int32(-1)
	for i := range r.groups[g].roles {
		o := &r.groups[g].roles[i]
		if o.status == "former" || o.org < 0 || r.of[o.org] < 0 {
			continue
		}
		if found >= 0 && found != r.of[o.org] {
			return -1
		}
		found = r.of[o.org]
	}
	return int(found)
}

// speaker is the group of the words that name the speaker of quote q, -1 if open.
func (r *resolver) speaker(q int32) int {
	s := r.quotes[q].Speaker
	if s == nil || s.Mention < 0 || int(s.Mention) >= len(r.of) {
		return -1
	}
	return int(r.of[s.Mention])
}

// candidate is a group that a pronoun may stand for, with its salience.
type candidate struct {
	group int
	score int
}

// heShe takes the most salient person of the right gender; a close second
// leaves it open.
func (r *resolver) heShe(m int) int {
	best, second := candidate{-1, -1}, candidate{-1, -1}
	seen := map[int]bool{}
	exclude := -1
	in := r.quoted[r.ms[m].Head]
	if in >= 0 && r.quotes[in].Kind != article.QuoteIndirect {
		exclude = r.speaker(in)
	}
	for o := m - 1; o >= 0 && o > m-far && r.sentence(m)-r.sentence(o) <= 3; o-- {
		g := int(r.of[o])
		if g < 0 || g == exclude || seen[g] || r.groups[g].kind != article.KindPerson || r.groups[g].plural || !r.genders(m, g) {
			continue
		}
		seen[g] = true
		c := candidate{g, r.salience(m, o, in)}
		if c.score > best.score {
			best, second = c, best
		} else if c.score > second.score {
			second = c
		}
	}
	if best.group < 0 || second.group >= 0 && best.score-second.score < 15 {
		return -1
	}
	return best.group
}

// salience weighs mention o as what pronoun m stands for, in tenths: nearness,
// being a subject, being named, gender shown, having spoken last.
func (r *resolver) salience(m, o int, in int32) int {
	g := &r.groups[r.of[o]]
	score := 60 - 20*(r.sentence(m)-r.sentence(o))
	if r.subject(o) {
		score += 20
	}
	if g.named {
		score += 10
	}
	if g.gender != "" {
		score += 10
	}
	score += 3 * min(4, len(g.members))
	if in >= 0 && r.quotes[in].Kind == article.QuoteIndirect && r.speaker(in) == int(r.of[o]) {
		score += 20
	}
	if r.lastSpeaker(m) == int(r.of[o]) {
		score += 15
	}
	if r.ms[o].Type == article.MentionPronoun {
		score += 5
	}
	return score
}

// lastSpeaker is the group that spoke last before mention m, -1 if open.
func (r *resolver) lastSpeaker(m int) int {
	if q := r.index.spoke[r.ms[m].First]; q >= 0 {
		return r.speaker(q)
	}
	return -1
}

// subject reports that mention o heads a phrase that a finite verb follows and
// no preposition precedes.
func (r *resolver) subject(o int) bool {
	p := r.phrase(o)
	if p == nil || !r.heads(o) {
		return false
	}
	if p.First > 0 && (r.tags[p.First-1] == tag.IN || r.tags[p.First-1] == tag.TO) && r.d.Tokens[p.First-1].Sentence == p.Sentence && r.d.Low(int(p.First)-1) != "that" {
		return false
	}
	end := r.d.Sentences[p.Sentence].End
	i := p.FullEnd
	if p.Apposition >= 0 {
		i = r.set.Phrases[p.Apposition].FullEnd
		if i < end && r.tags[i] == tag.PunctComma {
			i++
		}
	}
	for i < end && (r.tags[i] == tag.RB || r.tags[i] == tag.RBR) {
		i++
	}
	return i < end && r.tags[i].Finite()
}

// they takes the one group in this sentence and the last, if no other plural
// noun stands there.
func (r *resolver) they(m int) int {
	g := r.only(m, 1, func(g *group) bool {
		return g.plural || g.kind == article.KindGroup || g.kind == article.KindArmedGroup
	})
	if g < 0 || r.plurals(m) > 1 {
		return -1
	}
	return g
}

// plurals counts the plural nouns that head phrases in the sentence before
// mention m and in the one before that.
func (r *resolver) plurals(m int) int {
	n, at := 0, r.ms[m].First
	first := max(r.d.Sentences[max(0, r.sentence(m)-1)].First, at-far)
	var seen []string
	for i := first; i < at; i++ {
		p := r.set.PhraseAt(int(i))
		if (r.tags[i] != tag.NNS && r.tags[i] != tag.NNPS) || p < 0 || r.set.Phrases[p].Head != i {
			continue
		}
		if w := r.d.Low(int(i)); !slices.Contains(seen, w) {
			seen = append(seen, w)
			n++
		}
	}
	return n
}

// it takes the one body or state in reach: a possessive within its sentence, a
// subject only as the source of a quote. Elsewhere a thing is as likely.
func (r *resolver) it(m int) int {
	reach := 0
	switch {
	case r.speaks(m):
		reach = 1
	case r.d.Low(int(r.ms[m].First)) != "its":
		return -1
	}
	g := r.only(m, reach, func(g *group) bool {
		return !g.plural && g.kind != article.KindPerson && g.kind != article.KindPlace && g.kind != ""
	})
	if g < 0 || reach == 0 && !r.subjectHere(m, g) {
		return -1
	}
	return g
}

// subjectHere reports that group g is a subject in the sentence of mention m,
// before it.
func (r *resolver) subjectHere(m, g int) bool {
	for o := m - 1; o >= 0 && o > m-far && r.sentence(o) == r.sentence(m); o-- {
		if int(r.of[o]) == g && r.subject(o) {
			return true
		}
	}
	return false
}

// only is the single group that passes, named or described within reach
// sentences before mention m.
func (r *resolver) only(m, reach int, passes func(*group) bool) int {
	found := -1
	for o := m - 1; o >= 0 && o > m-far && r.sentence(m)-r.sentence(o) <= reach; o-- {
		g := int(r.of[o])
		x := &r.ms[o]
		if g < 0 || x.Type == article.MentionAdjective || !passes(&r.groups[g]) || x.First <= r.ms[m].First && x.End >= r.ms[m].End {
			continue
		}
		if found >= 0 && found != g {
			return -1
		}
		found = g
	}
	return found
}
