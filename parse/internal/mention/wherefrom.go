package mention

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Evidence of places: towns, counties and states that words around a name tell of, and
// those who speak for one.

// grounds are nouns for places that are nobody's last name, whatever given name stands before.
var grounds = lexicon.WordsOf(
	"county", "township", "boulevard", "avenue", "highway", "freeway", "turnpike", "statehouse", "amphitheatre", "amphitheater", "pavilion",
	"peninsula", "airport", "junction", "crossroads",
)

// sent are those whom a state sends to another.
var sent = lexicon.WordsOf("ambassador", "envoy", "consul")

// townsmen are those who have a town or a county, and nothing else, behind "of".
var townsmen = lexicon.WordsOf(
	"mayor", "mayors", "mayoress", "sheriff", "bishop", "archbishop", "residents", "inhabitants", "townspeople",
	"outskirts", "suburbs", "suburb", "streets",
)

// seated are those whom a town or a county sends to parliament.
var seated = lexicon.WordsOf("mp", "mps", "msp", "msps", "td", "mla", "mlas", "backbencher")

// townNamed reports that the comma at token k stands between a word for a town and run n
// as its name, and the clause goes on or ends behind that: nobody acts there, who might be
// in the town.
func (r *runner) townNamed(n *run, k int) bool {
	if k-1 < r.first || r.d.Is(k-1, token.Capital) || r.d.Low(k-1) != "capital" && !r.is(k-1, area) || r.givenName(n.first) {
		return false
	}
	switch {
	case n.end >= r.end:
		return true
	case r.tags[n.end] == tag.PunctEnd:
		return true
	}
	return r.tags[n.end] == tag.PunctComma && n.end+1 < r.end && r.tags[n.end+1] == tag.IN
}

// livesIn reports that the word at token k is the "of" behind somebody's age, or the comma
// behind the street that follows it: "Tom Brenn, 52, of Elm Rise, Torvik,".
func (r *runner) livesIn(k int) bool {
	if r.tags[k] == tag.PunctComma {
		for k--; k > r.first && r.d.Is(k, token.Capital); k-- {
		}
	}
	return k-2 > r.first && r.d.Low(k) == "of" && r.tags[k-1] == tag.PunctComma && r.tags[k-2] == tag.CD && len(r.d.Word(k-2)) == 2 && r.d.Is(k-2, token.Digit)
}

// dateline reports a name in capitals at the start of its block, with a dash soon behind,
// brackets aside: "HALMSUND, Norland — ", "TORVIK (CNA) - ". In "ADA BRENN (Norland) said"
// somebody speaks.
func (r *runner) dateline(n *run) bool {
	if n.first != r.first || !r.d.Is(n.first, token.Upper) {
		return false
	}
	if b := r.d.Blocks[r.d.Sentences[r.d.Tokens[n.first].Sentence].Block]; int(r.d.Sentences[b.First].First) != n.first {
		return false
	}
	for k := n.end; k < min(r.end, n.end+8); k++ {
		switch r.tags[k] {
		case tag.PunctColon:
			return true
		case tag.PunctComma, tag.CD, tag.LRB, tag.RRB:
		default:
			if !r.d.Is(k, token.Capital) {
				return false
			}
		}
	}
	return false
}

// represents reports a name in capitals that opens a sentence, and in brackets the country
// for which somebody speaks, as minutes of meetings write them: "ADA BRENN (Norland) said".
func (r *runner) represents(n *run) bool {
	if n.first != r.first || n.e != nil || n.size() < 2 || !r.d.Is(n.first, token.Upper) || !r.d.Is(n.end-1, token.Upper) {
		return false
	}
	e, end := r.entry(n.end+1, r.end)
	return e != nil && (e.what == fromCountry || e.kind() == article.KindIGO) && end < r.end && r.d.Low(end) == ")"
}

// postal reports that [first, end) is the two letters of an American state behind a comma and
// a name: "Alpharetta, GA".
//
// Counter-example: "Ada Brenn, MP", "Alpharetta, OK?".
func (r *runner) postal(first, end int) bool {
	return end == first+1 && first-2 >= r.first && r.d.Is(first, token.Upper) && r.d.Low(first-1) == "," && r.d.Is(first-2, token.Capital) && !r.d.Is(first-2, token.Upper) &&
		postals.Has(r.d.Low(first)) && (end >= r.end || r.tags[end] != tag.NN && r.d.Word(end) != "?" && r.d.Word(end) != "!")
}

var postals = lexicon.WordsOf(
	"al", "ak", "az", "ar", "ca", "co", "ct", "de", "fl", "ga", "hi", "id", "il", "ia", "ks", "ky", "la", "ma", "mi", "mn", "ms", "mo",
	"mt", "ne", "nv", "nh", "nj", "nm", "ny", "nc", "nd", "oh", "or", "pa", "ri", "sc", "sd", "tn", "tx", "ut", "vt", "va", "wa", "wv", "wi", "wy", "dc",
)

// beforeState reports "from Irving, Texas,".
func (r *runner) beforeState(n *run) bool {
	if n.first == r.first || r.d.Low(n.end) != "," || n.end+1 >= r.end {
		return false
	}
	if t := r.tags[n.first-1]; t != tag.IN && t != tag.TO {
		return false
	}
	e, _ := r.entry(n.end+1, r.end)
	return e != nil && (e.what == fromCountry || e.what == fromPlace)
}
