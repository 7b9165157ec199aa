package actor

import (
	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/token"
)

// local takes the state from parties whose name only says what they stand for:
// there is a Labour Party in many states. It stays where the text names that state
// or anything in it.
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
			x.Country = ""
		}
	}
}

// plain reports a name of common words only.
func plain(d *token.Doc, x *mention.Mention) bool {
	for i := x.First; i < x.End; i++ {
		if w := d.Low(int(i)); d.Is(int(i), token.Letter) && !common().Has(w) && !leans[w] {
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

// told are the states that set names, by themselves or by a place, a body or a
// people of theirs, parties apart.
func told(set *mention.Set) map[article.Opt]bool {
	named := map[article.Opt]bool{}
	for m := range set.Mentions {
		if x := &set.Mentions[m]; x.Country != "" && x.Kind != article.KindParty {
			named[x.Country] = true
		}
	}
	return named
}
