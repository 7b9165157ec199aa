package actor

import (
	"sort"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/token"
)

// recast gives names another kind where the article says what they are: "Amara
// Diallo, the chief engineer," is a person, "the authority, Datafelt," a body,
// and so is every mention of the same words. So is a full name whose last word
// is a person elsewhere. Names that a table knows stay what they are.
func recast(d *token.Doc, set *mention.Set) {
	kinds := map[string]article.ActorKind{}
	for p := range set.Phrases {
		if q := set.Phrases[p].Apposition; q >= 0 {
			described(d, set, int32(p), q, kinds)
		}
	}
	lastWords(d, set, kinds)
	if len(kinds) == 0 {
		return
	}
	for m := range set.Mentions {
		x := &set.Mentions[m]
		if x.Type != article.MentionName || x.Table != "" {
			continue
		}
		if k := kinds[wordsOf(d, x)]; k != "" && k != x.Kind {
			x.Kind, x.Country = k, ""
		}
	}
}

func wordsOf(d *token.Doc, x *mention.Mention) string {
	s := d.Span(int(x.First), int(x.End))
	return d.Lower[s.Start:s.End]
}

// described notes the kind that one of the phrases p and q, which rename each
// other, gives the name in the other.
func described(d *token.Doc, set *mention.Set, p, q int32, kinds map[string]article.ActorKind) {
	a, b := headed(set, p), headed(set, q)
	if a < 0 || b < 0 {
		return
	}
	x, y := &set.Mentions[a], &set.Mentions[b]
	if x.Type != article.MentionName {
		x, y = y, x
	}
	if x.Type != article.MentionName || x.Table != "" || !isNominal(y) || y.Plural {
		return
	}
	if x.Kind == article.KindPlace && x.First > 0 {
		switch d.Low(int(x.First) - 1) {
		case "on", "in", "at", "near":
			return // "on Liberty Square, his wife at his side"
		}
	}
	switch person := x.Kind == article.KindPerson; {
	case y.Kind == article.KindPerson && !person && (y.RoleEnd > y.RoleFirst || y.Rule == "kin"):
		if (x.Kind == article.KindOrganization || x.Kind == article.KindPlace) && !orgHeads().Has(d.Low(int(x.Head))) &&
			(x.End-x.First == 1 || !d.Is(int(x.End)-1, token.Upper)) { // but "the warden, Civic Guard UK,"
			kinds[wordsOf(d, x)] = article.KindPerson
		}
	case y.Kind != article.KindPerson && y.Kind != article.KindGroup && y.Kind != "" && person && x.RoleEnd == x.RoleFirst &&
		(y.First < x.First || y.First == x.End+1): // "Ada Brenn of the Kolm Institute, a charity," is none
		kinds[wordsOf(d, x)] = y.Kind
	case x.Kind == article.KindOrganization && x.End-x.First == 1 && y.Kind == article.KindGovernmentBody && overseers.Has(d.Low(int(y.Head))),
		(x.Kind == article.KindOrganization || x.Kind == article.KindIGO) && tells[y.Kind],
		x.Kind == article.KindGovernmentBody && (y.Kind == article.KindParty || y.Kind == article.KindArmedGroup): // "the opposition party, the National Council"
		kinds[wordsOf(d, x)] = y.Kind // "Kolm Travel, a family firm"
	}
}

// overseers are nouns for bodies of a state that a name of one word shows nothing of.
var overseers = lexicon.WordsOf("regulator", "watchdog", "ministry", "agency", "authority", "commission", "directorate", "ombudsman", "inspectorate")

// tells are the kinds that a description gives a body whose name shows none.
var tells = map[article.ActorKind]bool{
	article.KindCompany: true, article.KindParty: true, article.KindMedia: true, article.KindNGO: true,
	article.KindArmedGroup: true,
}

// headed is the mention that heads phrase p, -1 if none: of several the first.
func headed(set *mention.Set, p int32) int {
	x := &set.Phrases[p]
	m := sort.Search(len(set.Mentions), func(i int) bool { return set.Mentions[i].First >= x.First })
	for ; m < len(set.Mentions) && set.Mentions[m].First < x.End; m++ {
		if y := &set.Mentions[m]; y.First <= x.Head && x.Head < y.End {
			return m
		}
	}
	return -1
}

// lastWords notes the names of two words, taken for bodies or places, whose last
// word alone is a person in the article.
func lastWords(d *token.Doc, set *mention.Set, kinds map[string]article.ActorKind) {
	var alone map[string]bool
	for m := range set.Mentions {
		x := &set.Mentions[m]
		if x.Type == article.MentionName && x.Kind == article.KindPerson && x.End-x.First == 1 && x.Table == "" {
			if alone == nil {
				alone = map[string]bool{}
			}
			alone[d.Low(int(x.First))] = true
		}
	}
	if alone == nil {
		return
	}
	for m := range set.Mentions {
		x := &set.Mentions[m]
		if x.Type != article.MentionName || x.End-x.First != 2 || x.Table != "" || x.Country != "" {
			continue
		}
		if x.Kind != article.KindOrganization && x.Kind != article.KindPlace || !alone[d.Low(int(x.End)-1)] {
			continue
		}
		if x.Kind == article.KindPlace && x.First > 0 && d.Low(int(x.First)-1) == "the" {
			continue // "the Mill Lane building"
		}
		if first := d.Low(int(x.First)); !alone[first] {
			kinds[wordsOf(d, x)] = article.KindPerson
		}
	}
}
