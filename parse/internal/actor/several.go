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
