package actor

import (
	"slices"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Nouns that take up somebody by what the text has told them to do or to be: the witness has told the court, the
// plaintiff has sued, the incumbent holds the office that is voted on.

// byDeed links such a noun to the one person of whom the text tells that.
func (r *resolver) byDeed(m int) int {
	x := &r.ms[m]
	if x.Plural || x.Kind != article.KindPerson || x.Head != x.First+1 {
		return -1
	}
	if w := r.d.Low(int(x.First)); w != "the" && w != "this" {
		return -1
	}
	switch noun := r.d.Low(int(x.Head)); noun {
	case "witness":
		return r.testified(m)
	case "plaintiff", "claimant":
		return r.sued(m)
	case "incumbent":
		return r.inPower(m)
	case "victim", "deceased":
		return r.killed(m)
	}
	return -1
}

// testified is the named person who spoke to the court last before mention m, and pleads for nobody; -1 if there is
// none near.
func (r *resolver) testified(m int) int {
	const near = 8 // sentences
	for o := m - 1; o >= 0 && r.sentence(m)-r.sentence(o) <= near; o-- {
		g := int(r.of[o])
		if g < 0 || r.groups[g].kind != article.KindPerson || r.groups[g].plural || !r.groups[g].named || r.holdsAny(g, inCourt) || !r.subject(o) {
			continue
		}
		if i := int(r.ms[o].End); i < len(r.tags) && r.d.Is(i, token.Upper) && inCourt.Has(r.d.Low(i)) {
			continue // "Tom Brenn KC told the jury"
		}
		for i := int(r.ms[o].End); i+1 < min(len(r.tags), int(r.ms[o].End)+8) && r.d.Tokens[i].Sentence == r.d.Tokens[r.ms[o].Head].Sentence; i++ {
			switch w := r.d.Low(i); {
			case w == "testified":
				return g
			case w == "told" && i+2 < len(r.tags) && (hearings.Has(r.d.Low(i+1)) || hearings.Has(r.d.Low(i+2))):
				return g
			case w == "gave" && r.d.Low(i+1) == "evidence":
				return g
			}
		}
	}
	return -1
}

var (
	hearings = lexicon.WordsOf("court", "jury", "jurors", "tribunal", "inquest", "inquiry", "hearing", "committee", "judge", "panel", "trial")
	inCourt  = lexicon.WordsOf(
		"judge", "prosecutor", "lawyer", "attorney", "barrister", "solicitor", "counsel", "coroner", "justice", "magistrate", "kc", "qc", "sc",
	)
)

// sued is the one person of whom the text before mention m tells that they sued; -1 if there is none or are several.
func (r *resolver) sued(m int) int {
	found := -1
	for o := m - 1; o >= 0 && o > m-far; o-- {
		g := int(r.of[o])
		if g < 0 || g == found || r.groups[g].kind != article.KindPerson || r.groups[g].plural || !r.groups[g].named || !r.subject(o) || !r.brings(o) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = g
	}
	return found
}

// brings reports that the sentence of mention o tells, with o as its subject, of a suit: "Brenn sued", "Brenn recognised
// himself and sued".
func (r *resolver) brings(o int) bool {
	end := int(r.d.Sentences[r.sentence(o)].End)
	for i := int(r.ms[o].End); i < min(end, int(r.ms[o].End)+24); i++ {
		if w := r.d.Low(i); w == "sued" && r.tags[i].Verb() && !being.Has(r.d.Low(i-1)) && r.d.Low(i-1) != "been" {
			return true
		}
		if r.tags[i] == tag.PunctOpen || r.tags[i] == tag.PunctColon {
			return false
		}
	}
	return false
}

// killed is the one person of whom the text before mention m tells that they were killed or hurt; -1 if there is none or
// are several.
func (r *resolver) killed(m int) int {
	found := -1
	for o := m - 1; o >= 0 && o > m-far; o-- {
		g, y := int(r.of[o]), &r.ms[o]
		if g < 0 || g == found || y.Kind != article.KindPerson || y.Plural || !r.groups[g].named || !isName(y) && y.Type != article.MentionPronoun || !r.suffers(o) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = g
	}
	return found
}

// suffers reports mention o as the subject of "was killed" and the like, or behind the noun for such an act: "the murder of
// Ada Brenn", "the death of Ada Brenn".
func (r *resolver) suffers(o int) bool {
	y := &r.ms[o]
	if i := int(y.End); i+1 < len(r.tags) && being.Has(r.d.Low(i)) {
		for i++; i < len(r.tags) && r.tags[i] == tag.RB; i++ {
		}
		if i < len(r.tags) && r.tags[i] == tag.VBN && hurt.Has(r.d.Low(i)) {
			return true
		}
	}
	k := int(y.First) - 1
	for k > 0 && honorifics().Has(r.d.Low(k)) {
		k--
	}
	return k > 1 && (r.d.Low(k) == "of" && slain.Has(r.d.Low(k-1)) || r.d.Low(k) == "killing" || r.d.Low(k) == "murdering")
}

var (
	hurt  = lexicon.WordsOf("killed", "murdered", "shot", "stabbed", "strangled", "beaten", "raped", "attacked", "assaulted", "kidnapped", "robbed", "mugged", "bludgeoned")
	slain = lexicon.WordsOf("murder", "killing", "death", "shooting", "stabbing", "manslaughter", "kidnapping", "rape", "assassination")
)

// inPower is the one person of the text who holds, and has not lost, an office that is voted on: the one whose office
// another stands for. -1 if none does, or several do.
func (r *resolver) inPower(m int) int {
	found := -1
	for g := range r.groups {
		if r.groups[g].kind != article.KindPerson || r.groups[g].plural || !r.groups[g].named || int(r.groups[g].first) > m || !r.holdsAny(g, votedOn) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = g
	}
	return found
}

var votedOn = lexicon.WordsOf("president", "governor", "mayor", "senator", "premier", "sheriff", "congressman", "congresswoman", "mp", "representative")

// holdsAny reports that group g holds an office whose noun is in the set.
func (r *resolver) holdsAny(g int, offices *lexicon.Words) bool {
	return slices.ContainsFunc(r.groups[g].roles, func(o role) bool { return o.status != "former" && offices.Has(o.head) })
}

// counterpart links "her Egyptian counterpart" to the one person of that state who holds an office such as that of whom
// the pronoun means, or the one who speaks for that state at all.
func (r *resolver) counterpart(m int) int {
	x := &r.ms[m]
	if x.Plural || x.Country == "" || r.tags[x.First] != tag.PRPS && !r.possessed(x) || r.d.Low(int(x.Head)) != "counterpart" {
		return -1
	}
	own := -1
	for o := m; o < min(len(r.ms), m+4); o++ {
		if y := &r.ms[o]; y.First == x.First && y.Type == article.MentionPronoun {
			if r.of[o] < 0 {
				r.link(o, r.forms[o], r.third)
			}
			own = int(r.of[o])
		}
	}
	found, same := -1, -1
	for g := range r.groups {
		to := &r.groups[g]
		if g == own || to.kind != article.KindPerson || to.plural || !to.named || to.country != x.Country || int(to.first) > m && !r.titledBlock(m) || !r.holdsAny(g, governs) && !r.holdsAny(g, crownHeads) {
			continue
		}
		if own >= 0 && r.sharesOffice(own, g) {
			if same >= 0 {
				return -1
			}
			same = g
		}
		if found >= 0 {
			found = -2
		} else if found == -1 {
			found = g
		}
	}
	if same >= 0 {
		return same
	}
	return max(found, -1)
}

var crownHeads = lexicon.WordsOf("president", "king", "queen", "minister", "chancellor", "premier", "secretary", "state")

// possessed reports an "'s" in description x.
func (r *resolver) possessed(x *mention.Mention) bool {
	for i := x.First; i < x.Head; i++ {
		if r.tags[i] == tag.POS {
			return true
		}
	}
	return false
}

// sharesOffice reports that persons g and h hold offices of one noun, or such as deal with foreign states both.
func (r *resolver) sharesOffice(g, h int) bool {
	for i := range r.groups[g].roles {
		a := &r.groups[g].roles[i]
		for k := range r.groups[h].roles {
			b := &r.groups[h].roles[k]
			if a.status != "former" && b.status != "former" && (a.words == b.words || diplomats.Has(a.words) && diplomats.Has(b.words)) {
				return true
			}
		}
	}
	return false
}
