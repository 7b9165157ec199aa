package mention

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Phrases that rename each other: "Ada Brenn, the mayor of Torvik,".

// appositions pairs "Staffan de Mistura, UN special envoy for Syria," and "the
// minister, Ada Brenn,". What looks like a list stays apart.
func (c *chunker) appositions(from, end int) {
	ps := c.set.Phrases
	for k := from; k < len(ps) && ps[k].Sentence == ps[from].Sentence; k++ {
		p := &ps[k]
		p.Apposition = -1
		if p.First == p.Head && SeatAt(c.d, int(p.Head)) {
			continue // stands inside of one
		}
		at := int(p.FullEnd)
		if at >= end || c.tags[at] != tag.PunctComma {
			at = int(p.End)
		}
		if at+1 >= end || c.tags[at] != tag.PunctComma || p.Pronoun {
			continue
		}
		if at+3 < end && c.tags[at+1] == tag.CD && c.tags[at+2] == tag.PunctComma && c.named(p) {
			at += 2 // "Ada Brenn, 22, a student"
		}
		if at+3 < end && c.tags[at+2] == tag.PunctComma && SeatAt(c.d, at+1) && c.named(p) {
			at += 2 // "Sen. Ada Brenn, R-Okla., the chairman"
		}
		if at+2 < end && c.tags[at+2] == tag.DT && stillOrSelf(c.d.Low(at+1)) && c.named(p) {
			at++ // "Ada Brenn, now the mayor of Torvik,"
		}
		if at+2 < end && c.d.Low(at+1) == "retired" && c.set.phraseAt[at+1] < 0 {
			at++ // "its chair, retired teacher Ada Brenn,"
		}
		n := int(c.set.phraseAt[at+1])
		if n <= k || int(ps[n].First) != at+1 || ps[n].Pronoun || c.roleWord(int(ps[n].Head)) && c.placed(p) {
			continue
		}
		if o := c.over(k, from); o >= 0 && c.named(&ps[n]) && !c.joined(&ps[n], end) && c.renames(&ps[o], &ps[n], from, end) {
			ps[o].Apposition = int32(n) // "her leader on the council, Ada Brenn,"
		} else if o := c.memberOf(k, from); o >= 0 && c.is(int(ps[n].Head), aRole) && c.renames(&ps[o], &ps[n], from, end) {
			ps[o].Apposition = int32(n) // "Ada Brenn of the Kolm Institute, a former diplomat,"
		} else if !c.agedOther(p, &ps[n], end) && c.renames(p, &ps[n], from, end) {
			p.Apposition = int32(n)
		}
	}
}

// agedOther reports that an age stands behind q, which makes it a person's name, and that p
// describes nobody: "As the oldest in the delegation, Kolm, 69, has a seat".
func (c *chunker) agedOther(p, q *Phrase, end int) bool {
	i := int(q.End)
	return i+2 < end && c.tags[i] == tag.PunctComma && c.tags[i+1] == tag.CD && c.tags[i+2] == tag.PunctComma &&
		len(c.d.Word(i+1)) == 2 && c.d.Is(i+1, token.Digit) && c.named(q) && !c.is(int(p.Head), aRole|roles|people)
}

// placed reports a name that opens its sentence behind "in" or "at": it tells where, and no
// office behind its comma is its: "In Paris, the minister, Ada Brenn, left".
func (c *chunker) placed(p *Phrase) bool {
	i := int(p.First) - 1
	if i < 0 || i != int(c.d.Sentences[p.Sentence].First) || !c.named(p) {
		return false
	}
	switch c.d.Low(i) {
	case "in", "at", "near", "outside", "across":
		return true
	}
	return false
}

// stillOrSelf reports a word that may stand before a description behind a name: "Tom Brenn,
// himself a lawyer,".
func stillOrSelf(low string) bool {
	switch low {
	case "now", "himself", "herself", "itself", "still", "then":
		return true
	}
	return false
}

// over is the description of a person or body that phrase k hangs on by a preposition;
// -1 if it hangs on none.
func (c *chunker) over(k, from int) int {
	p := &c.set.Phrases[k]
	if k <= from {
		return -1
	}
	if w := c.d.Low(int(p.First) - 1); c.named(p) && w != "in" && w != "at" {
		return -1 // but "a spokeswoman in Torvik, Ada Brenn," and "a nurse at the Royal Infirmary, Ada Brenn,"
	}
	const steps = 3 // "the candidate of the party in the election, Ada Brenn,"
	for s := 1; s <= steps && k-s >= from && (s == 1 || !c.named(p)); s++ {
		q, next := &c.set.Phrases[k-s], &c.set.Phrases[k-s+1]
		if t := c.tags[next.First-1]; q.End != next.First-1 || t != tag.IN && t != tag.TO || q.Pronoun {
			return -1
		}
		if c.is(int(q.Head), aRole) || s == 1 && c.lettersBehind(p, q) {
			if c.tags[q.Head].Proper() {
				return -1
			}
			return k - s
		}
	}
	return -1
}

// goesOn reports that a comma and a finite verb follow token j soon: the end of what is said of a name.
func (c *chunker) goesOn(j, end int) bool {
	const words = 12
	for k := j + 1; k+1 < min(end, j+words); k++ {
		if c.tags[k] == tag.PunctComma {
			return c.tags[k+1].Finite()
		}
	}
	return false
}

// memberOf is the phrase of a person's name that "of", "at" or "from" ties to phrase k, a name: "Ada Brenn
// of the Kolm Institute"; -1 if there is none.
func (c *chunker) memberOf(k, from int) int {
	p := &c.set.Phrases[k]
	if k <= from || !c.named(p) {
		return -1
	}
	q := &c.set.Phrases[k-1]
	if q.End != p.First-1 || !ties.Has(c.d.Low(int(q.End))) || !c.named(q) || c.orgWord(int(q.Head)) {
		return -1
	}
	for i := q.First; i < q.Head; i++ {
		if c.givenName(int(i)) {
			return k - 1
		}
	}
	return -1
}

var ties = lexicon.WordsOf("of", "at", "from")

// lettersBehind reports a body at phrase q, and behind phrase p, which hangs on it by "in",
// a comma and letters: "the UN force in Norland, UNNOR,".
func (c *chunker) lettersBehind(p, q *Phrase) bool {
	i := int(p.End) + 1
	return c.orgWord(int(q.Head)) && c.d.Is(int(p.Head), token.Capital) && c.d.Low(int(p.First)-1) == "in" && i+1 < len(c.tags) && c.tags[i-1] == tag.PunctComma && c.tags[i+1] == tag.PunctComma &&
		c.d.Is(i, token.Upper) && len(c.d.Word(i)) > 2 && strings.IndexByte(c.d.Word(i), '.') < 0
}

// joined reports a name that "and" follows: "met a nurse at Torvik, Ada Brenn and others".
func (c *chunker) joined(q *Phrase, end int) bool {
	return int(q.End) < end && c.tags[q.End] == tag.CC
}

func (c *chunker) renames(p, q *Phrase, from, end int) bool {
	if c.named(p) == c.named(q) {
		return !c.named(p) && c.describes(p, q, end)
	}
	if !c.closes(q, end) {
		return false
	}
	nominal := p
	if c.named(p) {
		nominal = q
	}
	h := int(nominal.Head)
	if nominal == q && int(q.First) == h && (c.d.Low(h) == "centre" || c.d.Low(h) == "center") {
		return false // "Ada Brenn, centre, in 2019": where she stands in the picture
	}
	if !c.roleWord(h) && !c.orgWord(h) && !c.hyphened(h) && !c.compound(h) && !(nominal == q && c.tags[q.First] == tag.DT && c.descriptive(q)) {
		return false
	}
	if nominal == p && !c.determined(p) && !c.bareOffice(p) {
		return false
	}
	if name := p; nominal == q && c.tags[h] == tag.NNS && c.d.Low(int(q.First)) == "the" && c.tags[name.Head] == tag.NNP && !(p.First > 0 && c.tags[p.First-1] == tag.CC) {
		return false // "told Reuters, the clubs said"
	}
	if nominal == q && c.tags[h] == tag.NNS && int(q.First) == h && !(p.First > 0 && c.tags[p.First-1] == tag.CC) {
		return false // "in the town of Torvik, medics and residents said"
	}
	if nominal == p && c.tags[h] == tag.NNS && p.FullEnd > p.End && c.d.Is(int(p.FullEnd)-1, token.Capital) {
		return false // "the leaders of Norland, Vostan and Kolm"
	}
	// a list: "X, the minister, and Y" is one only if the phrase before is joined too
	return !(p.First > 0 && c.tags[p.First-1] == tag.PunctComma && int(p.First)-1 > 0 && c.named(p) && c.listBefore(p, from))
}

// describes reports that phrase q, with "a" and between commas, says more of whom the definite phrase p at the sentence's
// start means: "The minister, a former wrestler, said". What follows is what p does, so that it is no list.
//
// Counter-example: "The minister, a wrestler and a priest left", "The minister met a priest, a wrestler, said".
func (c *chunker) describes(p, q *Phrase, end int) bool {
	if p.First != c.d.Sentences[p.Sentence].First || c.tags[p.First] != tag.DT && c.tags[p.First] != tag.PRPS || c.tags[p.Head] != tag.NN || c.tags[q.Head] != tag.NN {
		return false
	}
	if w := c.d.Low(int(q.First)); w != "a" && w != "an" || !(c.roleWord(int(p.Head)) && c.roleWord(int(q.Head)) || c.orgWord(int(p.Head)) && c.orgWord(int(q.Head))) {
		return false
	}
	j := int(q.FullEnd)
	if j < end && (c.tags[j] == tag.WP || c.tags[j] == tag.WPS || c.tags[j] == tag.WDT) {
		return c.goesOn(j, end)
	}
	return j+1 < end && c.tags[j] == tag.PunctComma && c.tags[j+1].Finite()
}

// compound reports a noun for a person behind a hyphen: "great-grandson".
func (c *chunker) compound(h int) bool {
	return c.d.Is(h, token.Hyphen) && !c.d.Is(h, token.Capital) && c.known.words[c.known.number(afterHyphen(c.d.Low(h)))].is&aRole != 0
}

// determined reports a description with a determiner or a possessor.
func (c *chunker) determined(p *Phrase) bool {
	t := c.tags[p.First]
	if p.First > 0 && c.tags[p.First-1] == tag.WPS && c.is(int(p.Head), aRole) {
		return true // "the party, whose leader, Ada Brenn, said"
	}
	return t == tag.DT || t == tag.PRPS || c.d.Low(int(p.First)) == "one" || c.hasPossessor(p)
}

// bareOffice reports an office that opens a sentence: "Counsel for the inquiry, Ada
// Brenn, said", "NDU President, Prof. Ada Brenn, said".
func (c *chunker) bareOffice(p *Phrase) bool {
	h := int(p.Head)
	if p.First != c.d.Sentences[p.Sentence].First || !c.is(h, aRole) || h+1 >= len(c.tags) {
		return false
	}
	if p.First < p.Head && int(p.End) == h+1 {
		return c.d.Is(h, token.Capital) && c.word(h).role == office // "NDU President, Ada Brenn, said"
	}
	return p.First == p.Head && (c.d.Low(h+1) == "for" || c.d.Low(h+1) == "of")
}

// listBefore reports that p is a later member of a list of phrases.
func (c *chunker) listBefore(p *Phrase, from int) bool {
	k := int(c.set.phraseAt[p.First])
	if k <= from {
		return false
	}
	o := &c.set.Phrases[k-1]
	if i := o.First - 1; k-1 == from && i >= 0 && c.tags[i] == tag.IN && c.d.Tokens[i].Sentence == o.Sentence {
		return false // "In Torvik, Ada Brenn, a lawyer, said"
	}
	return o.FullEnd == p.First-1 && c.named(o)
}

// named reports a phrase whose head is a name, not a noun.
func (c *chunker) named(p *Phrase) bool {
	h := int(p.Head)
	if c.hyphened(h) {
		return false
	}
	if c.isName(h) {
		return true
	}
	return (c.tags[h].Proper() && (c.d.Is(h, token.Capital) || hasUpper(c.d.Word(h))) || c.tags[h].Noun() && int(p.First) < h && c.d.Is(int(p.First), token.Capital) && !c.d.Is(h, token.Capital) && hasUpper(c.d.Word(h))) && !c.roleWord(h)
}

// isName reports that token h is part of a name that was found.
func (c *chunker) isName(h int) bool {
	if c.names == nil || c.names[h] == 0 {
		return false
	}
	t := c.set.Mentions[c.names[h]-1].Type
	return t == article.MentionName || t == article.MentionAcronym
}

// descriptive reports "an opponent and frequent critic of …", "a small town
// near …": an indefinite or definite description.
func (c *chunker) descriptive(q *Phrase) bool {
	switch c.d.Low(int(q.First)) {
	case "a", "an", "the":
		return !c.tags[q.Head].Proper()
	}
	return false
}

func (c *chunker) hasPossessor(p *Phrase) bool {
	for j := p.First; j < p.Head; j++ {
		if c.tags[j] == tag.POS {
			return true
		}
	}
	return false
}

// closes reports that behind q the sentence goes on as behind an apposition:
// a comma, a stop, a dash, "who".
func (c *chunker) closes(q *Phrase, end int) bool {
	for _, at := range [...]int32{q.FullEnd, q.End} {
		j := int(at)
		if j >= end {
			return true
		}
		if c.d.Low(j) == "turned" && j+2 < end && c.tags[j+1].Noun() && c.tags[j+2] == tag.PunctComma {
			return at == q.FullEnd // "a pop star turned politician,"
		}
		switch c.tags[j] {
		case tag.PunctComma:
			return !(j+1 < end && c.tags[j+1] == tag.CC && c.d.Low(j+1) == "or")
		case tag.PunctEnd, tag.PunctColon, tag.PunctClose, tag.RRB, tag.WP, tag.WPS, tag.WDT, tag.NFP:
			return true
		case tag.IN, tag.TO:
			if at == q.FullEnd {
				return true // "an MP for the north since 2010"
			}
		case tag.CC:
			return at == q.FullEnd
		case tag.RB, tag.VBN, tag.VBG:
			if c.d.Low(j) == "nicknamed" || c.d.Low(j) == "dubbed" {
				return at == q.FullEnd && c.is(int(q.Head), aRole) // "a former officer nicknamed Barbek,"
			}
			if c.tags[j] == tag.VBG && (!c.is(int(q.Head), aRole) || c.d.Low(j) == "including") {
				continue
			}
			if c.tags[j] == tag.RB {
				if j++; j >= end || c.tags[j] != tag.VBN && c.d.Low(j) != "known" {
					continue
				}
			}
			if at == q.FullEnd && c.d.Low(int(q.First)) == "the" && c.is(int(q.Head), aRole) && c.goesOn(j, end) {
				return true // "the leader | recognised by many, left"
			}
			// "a charity | founded by a mill owner"
			return at == q.FullEnd && c.tags[q.First] == tag.DT && c.d.Low(int(q.First)) != "the" && j+1 < end && (c.tags[j+1] == tag.IN || c.tags[j+1] == tag.RP)
		}
	}
	return false
}
