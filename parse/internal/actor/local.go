package actor

import (
	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/token"
)

// local takes the state from parties whose name only says what they stand for:
// there is a Labour Party in many states. It stays where the text tells of that state
// or of anything in it, and not far more of another.
//
// Example: "Labour" in an article that tells of London. Counter-example: "the
// Social Democrats" in one about a town that no table holds.
func local(d *token.Doc, set *mention.Set) {
	var named map[article.Opt]bool // the states that the text names, when needed
	for m := range set.Mentions {
		x := &set.Mentions[m]
		if x.Kind != article.KindParty || x.Country == "" || x.Table == "" || !plain(d, x) {
			continue
		}
		if named == nil {
			named = told(set)
		}
		if !named[x.Country] {
			around(set, m, x.Country)
			x.Country = ""
		}
	}
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
		if w := d.Low(int(i)); d.Is(int(i), token.Letter) && w[0] >= 'a' && !common().Has(w) && !leans[w] {
			return false
		}
	}
	return true
}

// leans are the words of parties' names that say where they stand.
var leans = map[string]bool{
	"labour": true, "labor": true, "conservatives": true, "conservative": true, "tories": true, "tory": true,
	"democrats": true, "democrat": true, "democratic": true, "republican": true, "republicans": true,
	"liberals": true, "liberal": true, "socialist": true, "socialists": true, "greens": true, "green": true,
	"christian": true, "nationalist": true, "progressive": true, "communist": true, "league": true,
	"northern": true, "unionist": true, "radical": true, "libertarian": true, "social": true, "centrist": true,
}

// told are the states that set tells of, by themselves or by a place, a body or a
// people of theirs: those named at least half as often as the first of them. Parties
// and the press, whose agencies sit anywhere, do not count.
func told(set *mention.Set) map[article.Opt]bool {
	counts, most := map[article.Opt]int{}, 0
	for m := range set.Mentions {
		if x := &set.Mentions[m]; x.Country != "" && x.Kind != article.KindParty && x.Kind != article.KindMedia {
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
