package actor

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
)

// introduced links "a captain" to the person whom "the captain, Jon Berg," names later: the
// article says that it has spoken of this captain. A judge may get the name behind the title.
func (r *resolver) introduced(m int) int {
	x := &r.ms[m]
	if x.Kind != article.KindPerson || x.Plural || x.Rule == "kin" || !r.heads(m) || !r.indefinite(m) || r.said(m) {
		return -1
	}
	const sentences = 12
	noun := r.d.Low(int(x.Head))
	for o := m - 1; o >= max(0, m-far) && r.sentence(m)-r.sentence(o) <= sentences; o-- {
		if r.ms[o].Kind == article.KindPerson && r.called(&r.ms[o], noun) && !r.titledBlock(o) {
			return -1 // one of two
		}
	}
	found := -1
	for o := m + 1; o < min(len(r.ms), m+far) && r.sentence(o)-r.sentence(m) <= sentences; o++ {
		y := &r.ms[o]
		if y.Kind != article.KindPerson || y.Plural || !r.called(y, noun) {
			continue
		}
		if isNominal(y) && r.indefinite(o) {
			return -1 // another one
		}
		g := r.namedAs(o, noun)
		if g < 0 || g == found {
			continue
		}
		if found >= 0 || int(r.groups[g].first) < max(m, o-1) || !r.genders(m, g) {
			return -1
		}
		found = g
	}
	return found
}

// namedAs is the person whom mention o, with the noun for head or title, names at the same
// time: "the captain, Jon Berg", "Judge Ada Brenn"; -1 if none.
func (r *resolver) namedAs(o int, noun string) int {
	y := &r.ms[o]
	switch {
	case isNominal(y) && r.d.Low(int(y.First)) == "the" && y.Head == y.First+1 && y.End == y.Head+1:
		if g := r.apposition(o); g >= 0 && r.groups[g].named {
			return g
		}
	case isName(y) && onlyOne.Has(noun) && r.sits(y):
		return int(r.of[o])
	}
	return -1
}

// sits reports a title whose words before the office say no more than where it is held:
// "US District Judge", not "Assistant Coroner".
func (r *resolver) sits(x *mention.Mention) bool {
	for i := int(x.RoleFirst); i < int(x.RoleEnd)-1; i++ {
		if !benches.Has(r.d.Low(i)) {
			return false
		}
	}
	return true
}

// benches are words for the courts where judges sit.
var benches = lexicon.WordsOf(
	"u.s.", "us", "federal", "district", "circuit", "county", "state",
	"superior", "high", "crown", "court", "chief", "senior",
)

// onlyOne are the offices that one person holds in what a report is about.
var onlyOne = lexicon.WordsOf("judge", "coroner", "magistrate", "referee", "umpire")

// said reports a description that tells what somebody is or is like, and brings in nobody:
// "was a captain", "as a captain".
func (r *resolver) said(m int) bool {
	i := int(r.ms[m].First) - 1
	for i > 0 && r.tags[i] == tag.RB {
		i--
	}
	if i < 0 {
		return false
	}
	w := r.d.Low(i)
	return copulas.Has(w) || w == "as" || w == "like" || w == "than"
}
