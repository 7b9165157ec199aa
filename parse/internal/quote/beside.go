package quote

import "dossier/parse/internal/tag"

// What the words right beside a quotation tell of whose it is, or whose it is not.

// spokenOf reports that the quotation at open opens with a verb whose subject, a pronoun, stands
// right before it and is somebody else than its I or we: "he "came up behind me and took my
// bag"". Whom the pronoun means does not speak.
func (r *reader) spokenOf(open int) bool {
	if r.tags[open+1] != tag.VBD && r.tags[open+1] != tag.VBZ || r.tags[open-1] != tag.PRP {
		return false
	}
	p := r.outer(open)
	if p < 0 {
		return false
	}
	for i := open + 2; i < int(r.marks.Pairs[p].Close); i++ {
		if firstPerson(r.low(i)) {
			return true
		}
	}
	return false
}

// dumbThing reports a head that is a plain noun for a thing, no text: "the ”clash of tides,”
// revamped his plans" does not quote the plans.
func (r *reader) dumbThing(head int) bool {
	w := r.low(head)
	return r.headOf[head] < 0 && r.tags[head].Noun() && !r.tags[head].Proper() && !mediaNoun(w) && !utterance(w) && !r.tellsThings(head)
}

// wasMotto is whose motto, answer or the like the quotation p is said to have been right behind
// it, at token i: ""Kick, darling, kick" was her motto".
func (r *reader) wasMotto(p, i int) *Source {
	if i+2 >= len(r.tags) || !copula(r.low(i)) || r.d.Tokens[i].Sentence != r.d.Tokens[i-1].Sentence || r.marks.Pairs[p].Words < 3 {
		return nil
	}
	n := r.phraseFrom(i + 1)
	if n == nil || !utterance(r.low(int(n.Head))) {
		return nil
	}
	if o := r.possessor(int(n.Head)); o != nil && r.speaks(int(o.Head)) {
		return o
	}
	return nil
}

// namesBehind reports a name other than that of q's speaker right behind the quotation p, in a
// sentence of its own, and an aside behind it.
func (r *reader) namesBehind(p, b int, q *Quote) bool {
	i := int(r.marks.Pairs[p].Close) + 1
	return i+1 < r.blockEnd(b) && r.tags[i].Proper() && r.tags[i+1] == tag.PunctComma && r.low(i) != r.low(int(q.Speaker.Head))
}

// seeAlso reports marks at token open around what the reader is sent to: "(see 'The long dry
// spring')".
func (r *reader) seeAlso(open int) bool {
	return open >= 2 && r.low(open-1) == "see" && r.tags[open-2] == tag.LRB
}
