package actor

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// "Lebanon's health ministry" and "the Lebanese health ministry" are one body, and so is
// every other way to say whose it is.

// ofStates are the nouns for bodies of which a state has one by its field.
var ofStates = lexicon.WordsOf(
	"ministry", "parliament", "government", "presidency", "cabinet", "bank",
	"police", "navy", "military", "army",
)

// stateBody is the group of the body of the same state that mention m calls by the same
// words behind the state, -1 if there is none.
func (r *resolver) stateBody(m int) int {
	if key := r.stateKey(m); key != "" {
		if g := r.index.find(key).key.to(); g >= 0 {
			return g
		}
		if strings.HasSuffix(key, " central bank") {
			return r.centralBank(m)
		}
	}
	return -1
}

// centralBank is the group of the bank named for the state whose central bank mention m tells of:
// "Norland's central bank" is the Bank of Norland; -1 if the text names none.
func (r *resolver) centralBank(m int) int {
	for o := max(0, m-2); o < min(len(r.ms), m+3); o++ {
		y := &r.ms[o]
		if o == m || y.First < r.ms[m].First || y.End >= r.ms[m].End || y.Kind != article.KindCountry && y.Kind != article.KindPlace {
			continue
		}
		for _, of := range [...]string{"bank of ", "central bank of ", "national bank of ", "reserve bank of "} {
			if g := r.index.find(of + r.words(o)).key.to(); g >= 0 {
				r.groups[g].kind = article.KindGovernmentBody
				return g
			}
		}
	}
	return -1
}

// stateKey is the state of the body in mention m and the words behind it: "lb health
// ministry"; "" if m does not say that it is a state's.
func (r *resolver) stateKey(m int) string {
	x := &r.ms[m]
	switch x.Kind {
	case article.KindPerson, article.KindPlace, article.KindCompany:
		return ""
	}
	if x.Plural || x.Head != x.End-1 || !ofStates.Has(r.d.Low(int(x.Head))) {
		return ""
	}
	first := x.First
	if isArticle(r.d.Low(int(first))) {
		first++
	}
	for o := max(0, m-2); o < min(len(r.ms), m+3); o++ {
		y := &r.ms[o]
		if o == m || y.First != first || y.End >= x.End || y.Country == "" || y.Kind != article.KindCountry && y.Kind != article.KindPlace {
			continue
		}
		end := y.End
		if w := r.d.Low(int(end)); w == "'s" || w == "’s" || w == "'" || w == "’" {
			end++
		}
		if end >= x.End {
			return ""
		}
		s := r.d.Span(int(end), int(x.End))
		return string(y.Country) + " " + r.d.Lower[s.Start:s.End]
	}
	if !isName(x) {
		return ""
	}
	if c := r.ownState(m); c != "" {
		return string(c) + " " + r.words(m)
	}
	if _, rest, long := strings.Cut(r.words(m), " "); long && x.Country != "" {
		return string(x.Country) + " " + rest // "Lebanese Health Ministry"
	}
	return ""
}

// ownState is the state that owns the name in mention m: Germany in "Germany's | Foreign
// Ministry"; "" if none does.
func (r *resolver) ownState(m int) article.Opt {
	first := r.ms[m].First
	if first < 2 || r.tags[first-1] != tag.POS {
		return ""
	}
	for o := m - 1; o >= max(0, m-3); o-- {
		if y := &r.ms[o]; y.End == first-1 && (y.Kind == article.KindCountry || y.Kind == article.KindPlace) {
			return y.Country
		}
	}
	return ""
}
