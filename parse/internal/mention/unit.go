package mention

import (
	"strings"

	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Units of an army are told apart by their number, which is a part of their name: "the 10th
// Mountain Brigade" and "the 92nd Mountain Brigade" are two.

// unitNouns end the names of an army's units.
var unitNouns = lexicon.WordsOf(
	"army", "corps", "division", "brigade", "regiment", "battalion", "squadron", "wing", "fleet",
	"infantry", "airborne", "cavalry", "unit", "flotilla", "battery", "company",
)

// unitTraits are the words of which one stands before the nouns of others, companies and wings of
// hospitals, that are units too.
var unitTraits = lexicon.WordsOf(
	"infantry", "armored", "armoured", "mechanised", "mechanized", "assault", "airborne", "marine", "expeditionary",
	"fighter", "bomber", "airlift", "reconnaissance", "artillery", "tank", "rifle", "commando", "ranger", "engineer",
	"intelligence", "air", "refueling", "refuelling", "medical", "parachute", "mountain", "motorised", "motorized",
)

// unit reports that the number before token i begins the name of an army's unit, whose other
// words are [i, end).
//
// Example: "the 65th | Fighter Wing". Counter-example: "the 9th | Circuit",
// "the 4th | Unit of the hospital".
func (r *runner) unit(i, end int) bool {
	if i <= r.first || r.titled || !r.unitName(i, end) {
		return false
	}
	return r.d.Is(i-1, token.Digit|token.Letter)
}

// unitName reports that the words [i, end) with capitals are a unit's, its number apart.
func (r *runner) unitName(i, end int) bool {
	if !unitNouns.Has(r.d.Low(end-1)) || !r.d.Is(end-1, token.Capital) {
		return false
	}
	switch r.d.Low(end - 1) {
	case "wing", "unit", "company", "battery":
		return end-i > 1 && unitTraits.Has(r.d.Low(end-2))
	}
	return true
}

// warFront reports where a war is fought, told by its side of the sky.
//
// Example: "on the Western Front". Counter-example: "against the Northern Front", a movement's name.
func (r *runner) warFront(n *run) bool {
	if n.e != nil || r.d.Low(n.end-1) != "front" || !compass.Has(r.d.Low(n.first)) || n.first-2 < r.first || r.d.Low(n.first-1) != "the" {
		return false
	}
	w := r.d.Low(n.first - 2)
	return w == "on" || w == "along" || w == "at"
}

var compass = lexicon.WordsOf("western", "eastern", "northern", "southern", "home")

// roman reports a number in letters up to 39, in lower case.
func roman(w string) bool { return w != "" && strings.Trim(w, "ivx") == "" }

// generalStaff reports a name [i, j) of those who lead an army, no general: "Ukraine's | General Staff".
func (r *runner) generalStaff(i, j int) bool {
	return j-i >= 2 && r.d.Low(j-1) == "staff" && (r.d.Low(j-2) == "general" || r.d.Low(j-2) == "joint") && r.d.Is(j-1, token.Capital) && !r.titled
}

// unitState is the entry of the state whose unit or ministry begins at token i, by the word before it; nil if
// none tells: "the US | 5th Fleet", "Israel's | 98th Division".
func (r *runner) unitState(i int) *entry {
	k := i - 1
	if k > 0 && r.tags[k] == tag.POS {
		k--
	}
	if k < 0 || r.d.Tokens[k].Sentence != r.d.Tokens[i].Sentence {
		return nil
	}
	if e, _ := r.entry(k, i); e != nil && (e.what == fromCountry || e.what == fromDemonym) {
		return e
	}
	return nil
}
