package quote

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/tag"
)

// Clauses behind a noun that reports: "the claim that CLAUSE".

// nounThat reads "the claim that CLAUSE", with a possessor as the source.
func nounThat(r *reader, s sentence, rl *rule) {
	for i := s.first; i+3 < s.end; i++ {
		if !r.tags[i].Noun() || r.low(i+1) != "that" || r.tags[i+1] == tag.DT || r.outer(i) >= 0 {
			continue
		}
		row, ok := nounTable().Row(tag.Lemma(r.low(i), r.tags[i]))
		if !ok || strength(row.Field(1)) < 2 || !r.finite(i+2, s.end) {
			continue
		}
		if t := r.tags[i+2]; t.Finite() {
			continue // "a claim that was made": a relative clause
		}
		if r.objectless(i+2, s.end) {
			continue // "a pledge that the minister described as late"
		}
		if r.last >= 0 && int(r.out[r.last].First) == i+2 {
			continue // "said in a statement that": the verb has it
		}
		c := &cue{entry: &entry{lemma: row.Key(), strength: 2}, first: i, end: i + 1, verb: i}
		if r.verbThat(s, c); c.src != nil {
			r.report(s, rl, c, i+2, r.contentEnd(s, i+2, s.end))
			continue
		}
		if c.src = r.possessor(i); c.src == nil && i > s.first && r.tags[i-1].Noun() && mediaNoun(r.low(i-1)) && strings.HasSuffix(r.low(i), "ing") {
			r.whoSent(s, c, i-1) // "signed a letter warning that": a participle that the tags hide
		}
		r.report(s, rl, c, i+2, r.nounEnd(s, i))
	}
}

// verbThat takes the subject of what looks like a noun before that and is the verb of its clause: "The
// board estimates that …", "Some pilots now worry that …", "who fear that …". No other verb stands
// before it in its clause, and none behind its own.
func (r *reader) verbThat(s sentence, c *cue) {
	i := c.verb
	if i == s.first || strings.HasSuffix(r.low(i), "ing") {
		return
	}
	e := r.cueVerb(i, verbTag(r.tags[i]))
	if e == nil || !has(e.frames, 't') {
		return
	}
	j := i - 1
	for j > s.first && adverbTag(r.tags[j]) {
		j--
	}
	if j > s.first+1 && r.tags[j] == tag.PunctComma && adverbTag(r.tags[j-1]) && r.tags[j-2] == tag.PunctComma {
		j -= 3 // "Brenn, meanwhile, hopes that"
	}
	switch t := r.tags[j]; {
	case t == tag.WP && r.low(j) == "who":
		r.endsBefore(i)
	case nominative(r.low(j)) && t == tag.PRP, t.Proper(), t == tag.NNS && j < i-1, t == tag.NN && r.tags[i] == tag.NNS:
		r.endsBefore(j + 1)
		if r.finite(s.first, i) && (t != tag.PRP || r.verbBefore(s, j)) || r.beforeMain(i+2, s.end, 1) < s.end {
			return
		}
	default:
		return
	}
	o := &cue{entry: e, first: i, end: i + 1, verb: i}
	r.shape(s, o)
	if o.srcFirst = j + 1; o.src == nil {
		r.subject(s, o)
	}
	if o.src != nil && !o.lone && !o.inverted && int(o.src.First) >= s.first && r.low(max(int(o.src.First), 1)-1) != "the" {
		c.src, c.relative, c.entry = o.src, o.relative, e
	}
}

// whoSent takes the one who signs, writes or sends the letter at token i as the source of what it
// warns of.
func (r *reader) whoSent(s sentence, c *cue, i int) {
	p := r.men.PhraseAt(i)
	if p < 0 {
		return
	}
	v := int(r.men.Phrases[p].First) - 1
	if v <= s.first || !r.tags[v].Finite() {
		return
	}
	switch tag.Lemma(r.low(v), r.tags[v]) {
	case "sign", "write", "send", "issue", "publish", "release", "post", "deliver", "circulate":
		r.subjectOf(s, c, v)
	}
}

// objectless reports a clause whose first verb lacks its object, which is the noun
// before that: the verb stands right before as, or nothing follows what people do to
// a charge ("a charge that the ministry has denied").
func (r *reader) objectless(first, end int) bool {
	for k := first; k+1 < end; k++ {
		if r.tags[k].Verb() && r.tags[k] != tag.MD && !auxiliary(r.low(k)) {
			if w := r.low(k + 1); k+3 < end && (dayWord(w) || w == "on" && dayWord(r.low(k+2))) {
				if k++; w == "on" { // "a demand that Brenn rejected on Monday as late"
					k++
				}
				return r.low(k+1) == "as"
			}
			t := r.tags[k+1]
			return r.low(k+1) == "as" || (t == tag.PunctComma || t == tag.PunctEnd || t.Finite()) && answers.Has(tag.Lemma(r.low(k), r.tags[k]))
		}
	}
	return false
}

// nounEnd is where the clause of the reporting noun at i ends. If the noun is
// the subject of the sentence, the last finite verb is the sentence's own.
func (r *reader) nounEnd(s sentence, i int) int {
	end := r.contentEnd(s, i+2, s.end)
	if r.finite(s.first, i) {
		return end
	}
	if r.opensWithPreposition(s) {
		return r.afterPreposition(i+2, end)
	}
	if main := r.beforeMain(i+2, end, 1); main < end {
		return main
	}
	n, last := 0, end
	for k := i + 2; k < end; k++ {
		if r.tags[k].Finite() && !(k > 0 && r.tags[k-1] == tag.MD) {
			n, last = n+1, k
		}
	}
	if n < 2 {
		return end
	}
	return last
}

// possessor is the source of a reporting noun: "her claim", "the union 's claim", "Norwegian
// claims".
func (r *reader) possessor(i int) *Source {
	p := r.men.PhraseAt(i)
	if p < 0 {
		return nil
	}
	first := int(r.men.Phrases[p].First)
	for first < i && r.tags[first].Verb() {
		first++ // "dismissed Brenn's claim"
	}
	if r.tags[first] == tag.PRPS {
		return r.source(first, first+1, first)
	}
	for k := i - 1; k > first; k-- {
		if r.tags[k] == tag.POS {
			return r.source(first, k, k-1)
		}
	}
	if m := r.headOf[max(0, i-1)]; i > first && m >= 0 && r.men.Mentions[m].Type == article.MentionAdjective {
		return r.source(i-1, i, i-1)
	}
	return nil
}
