package quote

import (
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// subject finds the noun phrase that the cue's verb belongs to: before it,
// across an apposition or relative clause between commas, behind it when the
// order is turned round, or that of an earlier verb of the sentence.
func (r *reader) subject(s sentence, c *cue) {
	j := c.srcFirst - 1
	if c.participle || c.infinitive {
		r.inherit(s, c, j)
		return
	}
	if first, end, head, ok := r.phraseBefore(s, j, c.verb); ok {
		c.src, c.srcFirst = r.source(first, end, head), first
		if t := r.tags[head]; t == tag.WP || t == tag.WDT {
			c.relative, c.src.Mention = true, r.antecedent(s, head)
		}
		return
	}
	if r.behind(s, c) {
		return
	}
	if r.bareName(s, j) {
		c.src, c.srcFirst = r.source(j, j+1, j), j
		return
	}
	if j >= s.first && (r.tags[j] == tag.CC || r.tags[j] == tag.PunctComma) {
		r.inherit(s, c, j)
	}
}

// bareName reports a capital word behind a closing mark or comma that the tagger
// did not take for a name: "…," Black said.
func (r *reader) bareName(s sentence, j int) bool {
	if j <= s.first || !r.d.Is(j, token.Capital) || r.tags[j] == tag.PRP || r.tags[j] == tag.DT {
		return false
	}
	t := r.tags[j-1]
	return t == tag.PunctClose || t == tag.PunctComma || r.d.Is(j-1, token.Mark)
}

// phraseBefore is the noun phrase that ends at token j (inclusive), seen from
// the verb.
func (r *reader) phraseBefore(s sentence, j, verb int) (first, end, head int, ok bool) {
	if j < s.first {
		return 0, 0, 0, false
	}
	switch {
	case r.tags[j] == tag.WP || r.tags[j] == tag.WDT:
		if r.low(j) == "what" {
			return 0, 0, 0, false
		}
		return j, j + 1, j, true
	case r.tags[j] == tag.PunctComma || r.tags[j] == tag.RRB || r.tags[j] == tag.PunctColon && r.d.Word(j) != ":" && r.d.Word(j) != ";":
		return r.acrossAside(s, j, verb)
	}
	return r.phraseEnding(s, j+1, verb)
}

// antecedent is the mention that who, which or that at token i refers to: the
// one right before it, a comma aside; -1 if there is none.
func (r *reader) antecedent(s sentence, i int) int32 {
	who := r.low(i) == "who"
	if i > s.first && r.tags[i-1] == tag.PunctComma {
		i--
	}
	if i == s.first {
		return -1
	}
	if p := int(r.phrases[i]); who && p >= 0 && int(r.men.Phrases[p].First) >= s.first {
		if m := r.headOf[r.men.Phrases[p].Head]; m >= 0 && isPerson(&r.men.Mentions[m]) {
			return m // "Ní Bhriain of the Delta Trust, who …"
		}
	}
	p := r.men.PhraseAt(i - 1)
	if p < 0 {
		return -1
	}
	return r.headOf[r.men.Phrases[p].Head]
}

// phraseEnding is the longest noun phrase that ends before token end.
func (r *reader) phraseEnding(s sentence, end, verb int) (int, int, int, bool) {
	p := int(r.phrases[end])
	if p < 0 || int(r.men.Phrases[p].First) < s.first {
		return 0, 0, 0, false
	}
	if r.outer(int(r.men.Phrases[p].Head)) != r.outer(verb) {
		return 0, 0, 0, false
	}
	// "the head of the agency": go left over attached phrases
	for p > 0 {
		q := &r.men.Phrases[p-1]
		before := int(r.men.Phrases[p].First) - 1
		if int(q.First) < s.first || int(q.FullEnd) < end && !(before > s.first && int(q.End) == before && attaches(r.low(before))) {
			break
		}
		p--
	}
	ph := &r.men.Phrases[p]
	first := int(ph.First)
	if first > s.first && r.tags[first-1] == tag.IN && !subordinate(r.low(first-1)) {
		return 0, 0, 0, false // "in the city said": an adjunct, not the subject
	}
	return r.coordinated(s, first), end, int(ph.Head), true
}

func attaches(w string) bool {
	switch w {
	case "of", "for", "to", "from", "at", "in", "with", "on", "against":
		return true
	}
	return false
}

// subordinate reports words after which a clause, not a noun phrase, begins.
func subordinate(w string) bool {
	switch w {
	case "that", "while", "as", "although", "though", "because", "if", "whether", "after", "before", "since", "than", "when", "until", "unless":
		return true
	}
	return false
}

// coordinated takes "X and" before first into the subject.
func (r *reader) coordinated(s sentence, first int) int {
	if first-1 <= s.first || r.low(first-1) != "and" {
		return first
	}
	p := int(r.phrases[first-1])
	if p < 0 || int(r.men.Phrases[p].First) < s.first || r.headOf[r.men.Phrases[p].Head] < 0 {
		return first
	}
	at := int(r.men.Phrases[p].First)
	if at > s.first && r.tags[at-1] != tag.PunctComma && r.tags[at-1] != tag.CC && !subordinate(r.low(at-1)) {
		return first // "met X and Y said": X belongs to the verb before
	}
	return at
}

// acrossAside is the phrase before an aside between commas, dashes or brackets
// that ends at token j: "X, the minister, said", "X, who resigned, said".
func (r *reader) acrossAside(s sentence, j, verb int) (int, int, int, bool) {
	const longest = 30
	for k := j - 1; k > s.first && k > j-longest; k-- {
		t := r.tags[k]
		if t != tag.PunctComma && t != tag.LRB && !(t == tag.PunctColon && r.d.Word(k) == r.d.Word(j)) {
			continue
		}
		if r.outer(k) != r.outer(verb) {
			return 0, 0, 0, false
		}
		if !r.aside(k+1, j) {
			continue
		}
		first, end, head, ok := r.phraseEnding(s, k, verb)
		if !ok {
			continue
		}
		if r.phraseOnly(k+1, j) && r.tags[head] != tag.PRP {
			end = j // an apposition belongs to the words that name the source
		}
		return first, end, head, true
	}
	return 0, 0, 0, false
}

// aside reports whether [first, end) can stand between a subject and its verb:
// no finite verb of its own, unless who, which or where opens it.
func (r *reader) aside(first, end int) bool {
	if first >= end {
		return false
	}
	switch r.tags[first] {
	case tag.WP, tag.WDT, tag.WRB, tag.WPS:
		return true
	}
	if end > first+1 && (r.tags[first+1] == tag.WDT || r.tags[first+1] == tag.WP) {
		return true
	}
	for i := first; i < end; i++ {
		if r.tags[i].Finite() && r.tags[i] != tag.MD {
			return subordinate(r.low(first))
		}
	}
	return true
}

// phraseOnly reports whether [first, end) holds no verb: an apposition.
func (r *reader) phraseOnly(first, end int) bool {
	if r.men.PhraseAt(first) < 0 || r.tags[first] == tag.IN {
		return false
	}
	for i := first; i < end; i++ {
		if r.tags[i].Verb() || r.tags[i] == tag.WP || r.tags[i] == tag.WDT {
			return false
		}
	}
	return true
}

// behind is the noun phrase right behind the verb: "said X, the R of Y".
func (r *reader) behind(s sentence, c *cue) bool {
	i := c.end
	if i >= s.end || !has(c.frames, 'q') || c.passive {
		return false
	}
	j := c.srcFirst - 1
	if j >= s.first && r.tags[j] != tag.PunctComma && r.tags[j] != tag.PunctClose && r.tags[j] != tag.PunctEnd && r.tags[j] != tag.PunctColon {
		return false
	}
	p := r.men.PhraseAt(i)
	if p < 0 || int(r.men.Phrases[p].First) != i || r.outer(i) != r.outer(c.verb) {
		return false
	}
	ph := &r.men.Phrases[p]
	if r.headOf[ph.Head] < 0 && !r.tags[ph.Head].Noun() && r.tags[ph.Head] != tag.PRP {
		return false
	}
	end := min(int(ph.FullEnd), s.end)
	if a := int(ph.Apposition); a >= 0 && int(r.men.Phrases[a].FullEnd) <= s.end {
		end = int(r.men.Phrases[a].FullEnd)
	}
	c.src, c.inverted = r.source(i, end, int(ph.Head)), true
	return true
}

// sameReporter takes over the source of the report before: "X said A, but
// added B" has one source, whatever stands in A.
func (r *reader) sameReporter(c *cue, j int) bool {
	if j < 0 || r.tags[j] != tag.CC || c.class != "speech" {
		return false
	}
	for k := len(r.cues) - 1; k >= 0; k-- {
		b := &r.cues[k]
		if b.class == "speech" && b.strength >= 2 && !b.infinitive && b.src != nil && !b.passive && r.outer(b.verb) == r.outer(c.verb) {
			c.src, c.lone = b.src, true
			return true
		}
	}
	return false
}

// inherit takes over the subject of the nearest finite verb before token j: "X
// rejected it and said …", "X left, saying …".
func (r *reader) inherit(s sentence, c *cue, j int) {
	if r.sameReporter(c, j) {
		return
	}
	for k := j; k >= s.first; k-- {
		if !r.tags[k].Finite() || r.outer(k) != r.outer(c.verb) {
			continue
		}
		v := k - 1
		for v >= s.first && (adverbTag(r.tags[v]) || r.tags[v] == tag.MD || auxiliary(r.low(v))) {
			v--
		}
		if first, end, head, ok := r.phraseBefore(s, v, c.verb); ok {
			c.src, c.lone = r.source(first, end, head), true
			if t := r.tags[head]; t == tag.WP || t == tag.WDT {
				c.relative, c.src.Mention = true, r.antecedent(s, head)
			}
			return
		}
	}
}
