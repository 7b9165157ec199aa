package actor

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/token"
)

// local takes the state from parties whose name only says what they stand for, and
// from bodies of one name in several states: there is a Labour Party, and a Congress,
// in many. It stays where the text tells of that state
// or of anything in it, and not far more of another.
//
// Example: "Labour" in an article that tells of London. Counter-example: "the
// Social Democrats" in one about a town that no table holds.
func local(d *token.Doc, set *mention.Set) {
	var named map[article.Opt]bool // the states that the text names, when needed
	for m := range set.Mentions {
		x := &set.Mentions[m]
		if x.Country == "" || x.Table == "" || !shared.Has(x.Table) && (x.Kind != article.KindParty || !plain(d, x)) {
			continue
		}
		if named == nil {
			named = told(set)
		}
		if named[x.Country] {
			continue
		}
		around(set, m, x.Country)
		x.Country = ""
		if o, ok := elsewhere[x.Table]; ok && named[o.country] {
			x.Country, x.Kind, x.Table = o.country, o.kind, o.name
		}
	}
}

// shared are the bodies of one state that other states have by the same name.
var shared = lexicon.WordsOf(
	"Congress", "Home Office", "Foreign Office", "Senate", "Supreme Court",
	"Treasury", "House of Representatives", "National Guard", "Coast Guard", "Joint Chiefs of Staff",
	"National Security Council", "Trades Union Congress", "Trade Union Congress", "Department of Education", "Department of Energy",
	"Department of Agriculture", "Department of Labor", "Department of Commerce", "Department of Transportation", "Cabinet Office",
	"Environment Agency", "Environmental Protection Agency", "National Archives", "State Council", "National Intelligence Service",
	"Civil Protection Agency", "National Security Agency", "Border Force",
)

// elsewhere is what the names of such bodies mean in another state.
var elsewhere = map[string]struct {
	country article.Opt
	kind    article.ActorKind
	name    string
}{
	"Congress": {"IN", article.KindParty, "Indian National Congress"},
}

// around takes the state with the given code from the descriptions that hold mention m:
// "the Labour leader".
func around(set *mention.Set, m int, code article.Opt) {
	x := &set.Mentions[m]
	for o := max(0, m-4); o < m; o++ {
		if y := &set.Mentions[o]; y.First <= x.First && y.End >= x.End && y.Country == code {
			y.Country = ""
		}
	}
}

// plain reports a name of common words only.
func plain(d *token.Doc, x *mention.Mention) bool {
	for i := x.First; i < x.End; i++ {
		if w := d.Low(int(i)); d.Is(int(i), token.Letter) && w[0] >= 'a' && !common().Has(w) && !leans.Has(w) {
			return false
		}
	}
	return true
}

// leans are the words of parties' names that say where they stand.
var leans = lexicon.WordsOf(
	"labour", "labor", "conservatives", "conservative", "tories", "tory",
	"democrats", "democrat", "democratic", "republican", "republicans",
	"liberals", "liberal", "socialist", "socialists", "greens", "green",
	"christian", "nationalist", "progressive", "communist", "league",
	"northern", "unionist", "radical", "libertarian", "social", "centrist",
)

// told are the states that set tells of, by themselves or by a place, a body or a
// people of theirs: those named at least half as often as the first of them. Parties
// and the press, whose agencies sit anywhere, do not count.
func told(set *mention.Set) map[article.Opt]bool {
	counts, most := map[article.Opt]int{}, 0
	for m := range set.Mentions {
		if x := &set.Mentions[m]; x.Country != "" && x.Kind != article.KindParty && x.Kind != article.KindMedia && !shared.Has(x.Table) {
			counts[x.Country]++
			most = max(most, counts[x.Country])
		}
	}
	named := map[article.Opt]bool{}
	for code, n := range counts {
		named[code] = 2*n >= most
	}
	return named
}
