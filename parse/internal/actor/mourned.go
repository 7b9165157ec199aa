package actor

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
)

// An obituary is about one person from its first line to its last: whoever else it quotes, "she" at the start of a
// paragraph is whom it mourns.

// mourned is the person whose death the headline or the lead begins with, and of whom the text tells most; -1 if there is
// none.
func (r *resolver) mourned() int {
	if r.dead == 0 {
		r.dead = link(r.findMourned() + 1)
		if r.dead == 0 {
			r.dead = several
		}
	}
	return r.dead.to()
}

func (r *resolver) findMourned() int {
	for o := 0; o < len(r.ms) && (r.titledBlock(o) || r.paragraph(o) == 0); o++ {
		g := int(r.of[o])
		if g < 0 || r.groups[g].kind != article.KindPerson || r.groups[g].plural || !r.groups[g].named || !r.opensWith(o) && !r.opens(o) || !r.dies(o) {
			continue
		}
		for k := range r.groups {
			if x := &r.groups[k]; k != g && x.kind == article.KindPerson && x.named && x.size > r.groups[g].size {
				return -1
			}
		}
		if r.groups[g].size < 3 {
			return -1
		}
		return g
	}
	return -1
}

// dies reports that the sentence of mention o, which it opens, tells of a death: "Ada Brenn, the novelist, has died".
//
// Counter-example: "Ada Brenn said that her son had died", "Ada Brenn, whose son died".
func (r *resolver) dies(o int) bool {
	end := int(r.d.Sentences[r.sentence(o)].End)
	for i := int(r.ms[o].End); i < end; i++ {
		switch w := r.d.Low(i); {
		case w == "dies" || w == "died":
			return true
		case w == "dead" && i+1 < end && (r.d.Low(i+1) == "at" || r.d.Low(i+1) == "aged"):
			return true
		case w == "said" || w == "says" || w == "that" || w == "after" || w == "when":
			return false
		case w == "whose" && i+2 < end && kinWords.Has(r.d.Low(i+1)):
			return false
		}
	}
	return false
}

var kinWords = lexicon.WordsOf("son", "daughter", "wife", "husband", "mother", "father", "brother", "sister", "child", "children", "parents", "partner")

// outlived reports "is survived by" behind pronoun m.
func (r *resolver) outlived(m int) bool {
	i := int(r.ms[m].End)
	return i+1 < len(r.tags) && being.Has(r.d.Low(i)) && r.d.Low(i+1) == "survived"
}
