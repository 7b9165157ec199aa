package actor

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// Who speaks of "him" may mean a relative, whom nobody has named: the mother of a boy that
// was hurt does not speak of the officer who told of it.

// relativeOf reports that mention o is an unnamed relative of the speaker in whose words
// pronoun m stands, and of its gender: "my son" in those words, or before them "Mary Holm,
// whose son was hurt, said" and "her son".
//
// Counter-example: "“He lies,” said Brenn, whose sister was hurt"; "his son" of another.
func (r *resolver) relativeOf(m, o, speaker int) bool {
	x := &r.ms[o]
	if x.Rule != "kin" || x.Plural || x.Gender == "" || x.Gender != r.ms[m].Gender || r.speaks(m) || r.namedRelative(o) || r.hasNamesake(speaker) {
		return false
	}
	first := int(x.First)
	switch w := r.d.Low(first); {
	case w == "my" || w == "our":
		return r.index.quoted[o] == r.index.quoted[m]
	case first > 0 && r.tags[first-1] == tag.WPS:
		return r.index.quoted[o] == 0 && speaker >= 0 && r.speaksIn(r.sentence(o), speaker, o)
	case r.tags[first] == tag.PRPS:
		return speaker >= 0 && o+1 < len(r.ms) && r.ms[o+1].First == x.First && int(r.of[o+1]) == speaker
	}
	return false
}

// hasNamesake reports that the article names another of the last name of person g: likely
// the relative.
func (r *resolver) hasNamesake(g int) bool {
	if g < 0 || !r.groups[g].named {
		return false
	}
	_, last := cutLast(r.groups[g].full)
	return len(r.people(last)) > 1 || nameEnds.Has(last)
}

// namedRelative reports that the article gives the name of the relative in mention o, there
// or near it: "his wife, Ada Brenn", "his sister the senator Ada Brenn".
func (r *resolver) namedRelative(o int) bool {
	const near, words = 12, 6
	noun := r.d.Low(int(r.ms[o].Head))
	for k := max(0, o-near); k < min(len(r.ms), o+near); k++ {
		x := &r.ms[k]
		if x.Rule != "kin" || r.d.Low(int(x.Head)) != noun {
			continue
		}
		i := int(x.Head) + 1
		for i < min(len(r.tags), int(x.Head)+words) && !r.tags[i].Verb() && !r.tags[i].Proper() && r.tags[i] != tag.PunctEnd && r.tags[i] != tag.CC && r.tags[i] != tag.IN {
			i++
		}
		if i < len(r.tags) && r.tags[i].Proper() {
			return true
		}
	}
	return false
}

// speaksIn reports that the nearest person before mention o in its sentence is of group g:
// whom "whose" means.
func (r *resolver) speaksIn(sentence, g, o int) bool {
	for k := o - 1; k >= 0 && r.sentence(k) == sentence; k-- {
		if r.of[k] >= 0 && r.groups[r.of[k]].kind == article.KindPerson {
			return int(r.of[k]) == g
		}
	}
	return false
}

// leftOpen reports that pronoun o, of the gender of m, stands before it in the same words
// and may mean a relative: m is as open.
func (r *resolver) leftOpen(m, o int) bool {
	x := &r.ms[o]
	return r.vain[o] && x.Type == article.MentionPronoun && x.Rule == "he-she" && x.Gender == r.ms[m].Gender && r.index.quoted[o] == r.index.quoted[m]
}

// anonymous reports a source without name and gender, who tells of others.
func (r *resolver) anonymous(g int) bool {
	x := &r.groups[g]
	if x.named || x.gender != "" || x.size == 0 {
		return false
	}
	return r.d.Low(int(r.ms[x.first].Head)) == "source"
}

// ofWords reports "His remarks" at a sentence's start, by the narrator: those of whom the
// article has quoted last.
//
// Counter-example: "His house", "“His remarks were false,” she said".
func (r *resolver) ofWords(m int) bool {
	i := int(r.ms[m].End)
	return i < len(r.tags) && r.tags[i].Noun() && remarks.Has(r.d.Low(i)) && r.index.quoted[m] == 0 && r.d.Sentences[r.sentence(m)].First == r.ms[m].First
}

// remarks are nouns for what somebody has just said.
var remarks = lexicon.WordsOf(
	"remarks", "comments", "remark", "comment", "words", "statement",
	"claim", "claims", "warning", "announcement", "intervention", "outburst",
)
