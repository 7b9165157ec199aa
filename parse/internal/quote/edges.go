package quote

import (
	"strings"

	"dossier/parse/internal/tag"
)

// Where reported words begin and end that a comma, a dash or a conjunction seems to cut: it may
// stand inside of them ("their new, smaller homes"), or the words may end without one.

// pastDashes is where a content at first really begins, if an aside between dashes and that stand
// before it: "said – not for the first time – that …".
func (r *reader) pastDashes(first, end int) int {
	const far = 20
	if first >= end || r.tags[first] != tag.PunctColon || !dash(r.d.Word(first)) {
		return first
	}
	for k := first + 1; k+2 < end && k < first+far; k++ {
		if r.tags[k] == tag.PunctColon && dash(r.d.Word(k)) {
			if r.low(k+1) == "that" {
				return k + 2
			}
			break
		}
	}
	return first
}

// inSide reports that a source at token first stands in a side clause that opens the sentence:
// "When X said", "Even as X said". What "as X said" reports is the main clause.
func (r *reader) inSide(s sentence, rl *rule, first int) bool {
	at := r.sideBehind(s.first, first)
	for k := at; k < at+4 && k+1 < first; k++ {
		if lapse(r.low(k)) {
			at = k + 1 // "A few weeks | after Hamm announced that"
			break
		}
	}
	if (r.low(at) == "even" || r.low(at) == "ever" || r.tags[at] == tag.CC) && at+1 < first {
		at++
	}
	if first != at+1 {
		return false
	}
	return opensSide(r.low(at)) || r.low(at) == "as" && !strings.HasPrefix(rl.Name, "as-x")
}

// sideBehind is where a side clause begins behind the comma of a short adjunct at first, else
// first: "In June, | after the strike had failed, …".
func (r *reader) sideBehind(first, end int) int {
	const most = 6
	if r.tags[first] != tag.IN || subordinate(r.low(first)) {
		return first
	}
	for k := first + 1; k+1 < end && k < first+most; k++ {
		if r.tags[k].Verb() {
			return first
		}
		if r.tags[k] == tag.PunctComma {
			if subordinate(r.low(k + 1)) {
				return k + 1
			}
			return first
		}
	}
	return first
}

// breaksOff reports a noun phrase at token i and right behind it a comma and another subject with
// its verb: the first is no part of that clause.
func (r *reader) breaksOff(i, end int) bool {
	p := r.men.PhraseAt(i)
	if p < 0 || int(r.men.Phrases[p].First) != i {
		return false
	}
	k := int(r.men.Phrases[p].FullEnd)
	if k+2 >= end || r.tags[k] != tag.PunctComma {
		return false
	}
	q := r.men.PhraseAt(k + 1)
	if q < 0 || int(r.men.Phrases[q].First) != k+1 {
		return false
	}
	v := int(r.men.Phrases[q].FullEnd)
	return v < end && r.tags[v].Finite() && r.tags[k+1] != tag.WP && r.tags[k+1] != tag.WDT
}

// headless reports a comma at k between two adjectives of a noun that is still to come: "in their
// new, smaller homes", "a kind, loving man".
func (r *reader) headless(i, k int) bool {
	for j := k - 1; j >= i; j-- {
		switch t := r.tags[j]; {
		case t == tag.JJ || t == tag.JJR || t == tag.JJS || adverbTag(t):
		case t == tag.NN && j == k-1 && j > i && r.tags[j-1] == tag.DT && k+2 < len(r.tags) && (r.tags[k+1] == tag.JJ || r.tags[k+1] == tag.VBG) && r.tags[k+2] == tag.CC:
			return true // "a kind/NN, loving and able man"
		case t == tag.DT || t == tag.PRPS || t == tag.POS:
			n := r.tags[k+1]
			return j < k-1 && (n == tag.JJ || n == tag.JJR || (n == tag.VBG || n == tag.VBN) && k+2 < len(r.tags) && (r.tags[k+2].Noun() || r.tags[k+2] == tag.CC))
		default:
			return false
		}
	}
	return false
}

// goesOnTo reports a comma at k behind an infinitive that starts at i, before the second of three
// or more: "urged them to stay in, follow the news, and call for help".
func (r *reader) goesOnTo(i, k, end int) bool {
	if r.tags[i] != tag.TO || r.tags[k+1] != tag.VB && r.tags[k+1] != tag.VBP || r.cueVerb(k+1, r.tags[k+1]) != nil && r.tags[k+1] == tag.VBP {
		return false
	}
	for j := k + 2; j+1 < end; j++ {
		if t := r.tags[j]; t == tag.CC && r.low(j) == "and" && (r.tags[j+1].Verb() || r.commaAt(j-1)) {
			return true
		} else if t.Finite() && t != tag.VBP || t == tag.PunctColon {
			return false
		}
	}
	return false
}

// lastItem reports behind token k the last item of a list, "or" before it: "sinkholes, damaged
// roads, or any other hazard".
func (r *reader) lastItem(k, end int) bool {
	for ; k+2 < end; k++ {
		if r.tags[k] == tag.PunctComma && r.tags[k+1] == tag.CC {
			t := r.tags[k+2]
			return t == tag.DT || t.Noun() || t == tag.JJ
		} else if r.tags[k].Finite() && r.tags[k-1] != tag.PunctComma {
			return false
		}
	}
	return false
}

// toVerdict is where the object of call or the like ends whose verdict, in marks, stands behind an
// aside: "called the fire that broke out at the mill, in Torvik, "a shame for us all"".
func (r *reader) toVerdict(s sentence, c *cue, i, end int) int {
	switch c.lemma {
	case "call", "brand", "label", "dub":
	default:
		return end
	}
	if end >= s.end || r.tags[end] != tag.PunctComma || r.anyQuoted(i, end) {
		return end
	}
	for k := end + 1; k < s.end; k++ {
		if p := r.outer(k); p >= 0 {
			if r.tags[k-1] != tag.PunctComma || int(r.marks.Pairs[p].Open) != k || r.marks.Pairs[p].Unclosed {
				return end
			}
			return min(int(r.marks.Pairs[p].Close)+1, s.end)
		}
		if t := r.tags[k]; t.Verb() || t == tag.CC {
			return end
		}
	}
	return end
}

// doesToo is where the object of a participle ends before "and" and another one, which tells what
// its source does too: "calling for a vote and carrying torches".
func (r *reader) doesToo(c *cue, i, end int) int {
	if !c.participle || r.tags[i] == tag.VBG {
		return end
	}
	for k := i + 1; k+1 < end; k++ {
		switch t := r.tags[k]; {
		case t == tag.CC && r.tags[k+1] == tag.VBG && r.outer(k) < 0:
			if r.cueVerb(k+1, tag.VBG) != nil || k+2 < end && opensObject(r.tags[k+2]) {
				return k // but "citing low wages and growing debts"
			}
		case t.Verb():
			return end
		}
	}
	return end
}

// opensObject reports the tags of words that open the object of a verb and follow no adjective.
func opensObject(t tag.Tag) bool {
	switch t {
	case tag.PRP, tag.PRPS, tag.DT, tag.TO, tag.IN, tag.NNP, tag.NNPS:
		return true
	}
	return false
}

// toCharge is where the object of accuse ends whose charge stands behind an apposition: "accused
// Hamm, the mayor's son, of fraud".
func (r *reader) toCharge(s sentence, c *cue, i, end int) int {
	const far = 12
	if c.lemma != "accuse" || end >= s.end || r.tags[end] != tag.PunctComma {
		return end
	}
	for k := i; k < end; k++ {
		if r.low(k) == "of" && k+1 < end && r.tags[k+1] == tag.VBG {
			return end
		}
	}
	for k := end + 1; k+2 < s.end && k < end+far; k++ {
		if t := r.tags[k]; t.Finite() || t == tag.WP {
			return end
		} else if t == tag.PunctComma {
			if r.low(k+1) == "of" {
				return r.objectEnd(s, k+1)
			}
			return end
		}
	}
	return end
}
