package actor

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
)

// counted links "the brothers" to the two brothers whom the article has brought in: one
// group of several that it has told the number of, by the same noun.
func (r *resolver) counted(m int) int {
	x := &r.ms[m]
	w := r.d.Low(int(x.First))
	if !x.Plural || x.Type != article.MentionNominal || w != "the" && w != "these" && w != "both" || r.tags[x.Head] != tag.NNS {
		return -1
	}
	const near = 14 // sentences
	noun, found, told := r.d.Low(int(x.Head)), int32(-1), false
	for o := m - 1; o >= 0 && o > m-far && r.sentence(m)-r.sentence(o) < near; o-- {
		y, g := &r.ms[o], r.of[o]
		if !y.Plural || y.Type != article.MentionNominal || r.d.Low(int(y.Head)) != noun {
			continue
		}
		switch {
		case g >= 0 && g == found:
			told = told || r.within(x, y)
		case g < 0 && !r.numbered(y):
			// "brothers in arms": nobody
		case g < 0, found >= 0, !r.numbered(y) && !r.numberedIn(m, g), r.groups[g].named, r.titledBlock(o):
			return -1 // others are called so too
		default:
			found, told = g, r.within(x, y)
		}
	}
	if !told {
		return -1 // "the Norwegian soldiers" behind "two soldiers"
	}
	return int(found)
}

// severalAgain links "the militants" to the one group that the sentences before call so with more words: "Islamist
// militants took the town".
func (r *resolver) severalAgain(m int) int {
	x := &r.ms[m]
	if !x.Plural || x.Type != article.MentionNominal || x.Kind == article.KindPerson || x.Head != x.First+1 || r.d.Low(int(x.First)) != "the" || r.tags[x.Head] != tag.NNS || int(x.End) != int(x.Head)+1 || general.Has(r.d.Low(int(x.Head))) || r.d.Low(int(x.Head)) == "leaders" || r.narrowed(int(x.End)) {
		return -1
	}
	if _, inside := r.direct(m); inside {
		return -1 // whom the speaker means
	}
	const near = 6 // sentences
	noun, found := r.d.Low(int(x.Head)), int32(-1)
	for o := m - 1; o >= 0 && o > m-far && r.sentence(m)-r.sentence(o) <= near; o-- {
		y, g := &r.ms[o], r.of[o]
		if y.Type == article.MentionPronoun || r.d.Low(int(y.Head)) != noun || r.titledBlock(o) {
			continue
		}
		if g < 0 || found >= 0 && g != found || r.groups[g].kind == article.KindPerson && !r.groups[g].plural || r.part(y) {
			return -1
		}
		found = g
	}
	return int(found)
}

// narrowed reports that at token i words go on that tell which are meant: "the groups that fight", "the delegates needed".
func (r *resolver) narrowed(i int) bool {
	if i >= len(r.tags) {
		return false
	}
	switch r.tags[i] {
	case tag.WDT, tag.WP, tag.WPS, tag.VBN, tag.VBG:
		return true
	}
	return r.d.Low(i) == "that" || r.d.Low(i) == "who" || r.d.Low(i) == "of"
}

// part reports a description of some of many: "some militants", "two of the militants", "other militants".
func (r *resolver) part(y *mention.Mention) bool {
	if y.First > 1 && r.d.Low(int(y.First)-1) == "of" && !crowds.Has(r.d.Low(int(y.First)-2)) || y.Country != "" {
		return true // also "Norwegian officials", but "thousands of angry workers"
	}
	for i := y.First; i < y.Head; i++ {
		switch t := r.tags[i]; {
		case t == tag.CD, t == tag.PRPS, t == tag.POS, t == tag.JJR, t == tag.JJS:
			return true
		case parts.Has(r.d.Low(int(i))):
			return true
		}
	}
	return false
}

// crowds are the nouns for how many there are.
var crowds = lexicon.WordsOf("thousands", "hundreds", "dozens", "tens", "scores", "millions", "group", "groups")

// parts are the words for some of many, or for others than those told of.
var parts = lexicon.WordsOf("some", "other", "many", "most", "few", "several", "all", "any", "both", "more", "another", "former", "senior", "top", "local", "rival", "no")

// numbered reports a description that begins with a small number: "two brothers", "the
// two". Of 50 delegates the article may mean others by the noun.
func (r *resolver) numbered(y *mention.Mention) bool {
	i := int(y.First)
	switch r.d.Low(i) {
	case "the", "these", "those", "both":
		i++
	}
	return i < int(y.Head) && few.Has(r.d.Low(i))
}

var few = lexicon.WordsOf(
	"two", "three", "four", "five", "six", "seven", "eight", "nine",
	"ten", "eleven", "twelve", "10", "11", "12",
)

// numberedIn reports that a mention of group g before m is numbered.
func (r *resolver) numberedIn(m int, g int32) bool {
	for o := m - 1; o >= 0 && o > m-far; o-- {
		if r.of[o] == g && r.ms[o].Type == article.MentionNominal && r.numbered(&r.ms[o]) {
			return true
		}
	}
	return false
}
