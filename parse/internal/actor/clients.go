package actor

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// Whom a case is about: a lawyer's client, and the defendant.

// clients are the nouns for whom a lawyer speaks for.
var clients = lexicon.WordsOf("client", "clients")

// pleaders are those who have clients and speak for them.
var pleaders = lexicon.WordsOf("lawyer", "attorney", "barrister", "solicitor", "counsel", "advocate", "lawyers", "attorneys", "solicitors")

// pleads reports that person g is a lawyer.
func (r *resolver) pleads(g int) bool {
	for i := range r.groups[g].roles {
		if pleaders.Has(r.groups[g].roles[i].head) {
			return true
		}
	}
	return false
}

// clientOf is the person or body whom lawyer g speaks for, by the words that say so before mention m: "Brenn's
// lawyer", "a lawyer for Brenn", "Ada Kolm, who represents Brenn"; -1 if they do not tell, or tell of two.
func (r *resolver) clientOf(m, g int) int {
	found := -1
	for o := 0; o < len(r.ms) && o < m; o++ {
		if int(r.of[o]) != g || r.ms[o].Type == article.MentionPronoun {
			continue
		}
		c := r.speaksAs(o)
		if c < 0 || c == g {
			continue
		}
		if found >= 0 && found != c {
			return -1
		}
		found = c
	}
	return found
}

// speaksAs is the group that the words at mention o tell the person in it to be the lawyer of, -1 if none.
func (r *resolver) speaksAs(o int) int {
	x := &r.ms[o]
	const near = 4
	end := x.End
	if p := r.phrase(o); p != nil {
		end = max(end, p.FullEnd)
	}
	who := r.represents(int(x.End))
	for k := max(0, o-near); k < min(len(r.ms), o+near+1); k++ {
		y := &r.ms[k]
		if k == o || r.of[k] < 0 || y.Kind == article.KindPlace || y.Type == article.MentionAdjective || r.sentence(k) != r.sentence(o) {
			continue
		}
		before := r.tags[y.First-min(1, y.First)]
		switch {
		case x.RoleEnd > x.RoleFirst && pleaders.Has(r.d.Low(int(x.RoleEnd)-1)) && (y.End <= x.RoleFirst && y.First >= x.First-8 && (r.tags[y.End] == tag.POS && y.End+1 >= x.RoleFirst-1 || r.tags[y.End-1] == tag.PRPS && y.End == x.RoleFirst)):
			return int(r.of[k])
		case x.RoleEnd > x.RoleFirst && pleaders.Has(r.d.Low(int(x.RoleEnd)-1)) && before == tag.IN && r.d.Low(int(y.First)-1) == "for" && y.First > x.RoleEnd && (y.End <= end || y.First <= x.RoleEnd+2):
			return int(r.of[k])
		case who > 0 && int(y.First) == who && !(int(y.End) < len(r.tags) && r.tags[y.End] == tag.POS):
			return int(r.of[k])
		}
	}
	return -1
}

// represents is the token behind "who represents" or "representing" at token i, a comma before it; 0 if they do
// not stand there.
func (r *resolver) represents(i int) int {
	if i+2 >= len(r.tags) || r.tags[i] != tag.PunctComma {
		return 0
	}
	if i++; r.d.Low(i) == "who" {
		i++
	}
	switch r.d.Low(i) {
	case "represents", "represented", "representing", "defends", "defended", "defending":
		return i + 1
	}
	return 0
}

// defendant links "the defendant" to the one person of whom the text has told that a court tries or has
// sentenced them.
func (r *resolver) defendant(m int) int {
	x := &r.ms[m]
	if x.Plural || x.Head != x.First+1 || r.d.Low(int(x.First)) != "the" || !tried.Has(r.d.Low(int(x.Head))) {
		return -1
	}
	found := -1
	for o := 0; o < m; o++ {
		g := int(r.of[o])
		if g < 0 || g == found || r.groups[g].kind != article.KindPerson || r.groups[g].plural || !r.groups[g].named || !r.stoodTrial(o) {
			continue
		}
		if found >= 0 {
			r.vain[m] = true
			return -1
		}
		found = g
	}
	return found
}

// tried are the nouns for who stands before a court.
var tried = lexicon.WordsOf("defendant", "accused")

// stoodTrial reports that the sentence of mention o tells, with o as its subject, what only who is before a court
// does or suffers: "Ada Brenn was sentenced", "Ada Brenn, 58, has pleaded guilty".
//
// Counter-example: "Ada Brenn was elected", "Ada Brenn was not charged".
func (r *resolver) stoodTrial(o int) bool {
	if !r.subject(o) && !r.opens(o) || !r.heads(o) {
		return false
	}
	const words = 24
	end := int(r.d.Sentences[r.sentence(o)].End)
	for i := int(r.ms[o].End); i < min(end, int(r.ms[o].End)+words); i++ {
		if !r.tags[i].Verb() || !courtActs.Has(r.d.Low(i)) {
			continue
		}
		switch w := r.d.Low(i); {
		case w == "pleaded" || w == "pleads" || w == "pleading":
			return true
		case r.tags[i] == tag.VBN && (being.Has(r.d.Low(i-1)) || r.d.Low(i-1) == "been"):
			return true
		}
		return false
	}
	return false
}

// courtActs are the verbs for what a court does to whom it tries, and for what they answer.
var courtActs = lexicon.WordsOf(
	"sentenced", "convicted", "jailed", "charged", "indicted", "acquitted", "arraigned", "remanded", "tried", "imprisoned",
	"pleaded", "pleads", "pleading",
)
