package quote

import (
	"dossier/article"
	"dossier/parse/internal/tag"
)

// Infinitives that are what is said: "X vowed to V", "X is expected to V".

// cueInfinitive reads X vowed to VERB and X urged Y to VERB.
func cueInfinitive(r *reader, s sentence, rl *rule) {
	for c := range r.open("i") {
		to := c.after
		if r.at(s, to) == "not" {
			to++
		}
		if r.at(s, to) != "to" || to+1 >= s.end || !r.actAt(s, to+1) {
			continue
		}
		if c.class == "mental" && c.strength < 2 || c.infinitive || c.modal {
			continue // "should urge them to …" is no report
		}
		if silence(c.lemma, r.low(to+1)) || r.unnamed(s, to+1) {
			continue
		}
		end := r.objectEnd(s, c.after)
		if c.relative || c.src.First > 0 && r.tags[c.src.First-1] == tag.WPS {
			end = r.beforeReport(c.after, end)
		}
		r.report(s, rl, c, c.after, end, article.Feature{Name: "infinitive", Weight: 0})
	}
}

// beforeReport is where the infinitive [first, end) of a relative clause ends if the verb of speech of the sentence follows
// it: "A woman whose son planned to stay | said no".
func (r *reader) beforeReport(first, end int) int {
	for k := first + 2; k < end; k++ {
		t := r.tags[k]
		if t != tag.VBN && t != tag.VBD && t != tag.VBZ || auxiliary(r.low(k-1)) || r.tags[k-1] == tag.CC {
			continue
		}
		if e := r.cueVerb(k, tag.VBD); e != nil && e.strength == 3 && e.class == "speech" {
			return k
		}
	}
	return end
}

// actAt reports the verb of an infinitive at token i, behind "to". Behind an opening mark
// the tags may hide it: "vowed to "open up" the law".
func (r *reader) actAt(s sentence, i int) bool {
	if i+1 >= s.end || r.tags[i] != tag.PunctOpen {
		return i < s.end && r.tags[i].Verb()
	}
	switch t := r.tags[i+1]; t {
	case tag.JJ, tag.NN, tag.RB:
		return r.outer(i) >= 0
	default:
		return t.Verb()
	}
}

// itIsSaid reads "It was announced that CLAUSE": no one is named.
func (r *reader) itIsSaid(s sentence, rl *rule, c *cue) bool {
	if c.src == nil || r.low(int(c.src.Head)) != "it" || int(c.src.First) != s.first || c.class == "fact" || c.negated || c.modal || c.lemma == "suppose" || !has(c.frames, 't') || r.at(s, c.end) != "that" || !r.finite(c.end+1, s.end) || r.outer(c.verb) >= 0 {
		return false
	}
	c.addressee = nil
	spans, kind := r.content(c.end+1, r.contentEnd(s, c.end+1, s.end))
	return r.claim(s, rl, kind, spans, nil, c) != nil
}

// passiveInfinitive reads "X is expected to VERB": no one is named.
func passiveInfinitive(r *reader, s sentence, rl *rule) {
	for k := range r.cues {
		c := &r.cues[k]
		if c.passive && !c.used && r.itIsSaid(s, rl, c) {
			continue
		}
		if c.used || !c.passive || r.outer(c.verb) >= 0 || c.infinitive || c.relative || c.lemma == "suppose" || !has(c.frames, 't') && !has(c.frames, 'i') {
			continue
		}
		if r.reduced(s, *c) || r.at(s, c.end) != "to" || !r.actAt(s, c.end+1) || c.src == nil {
			continue
		}
		end := r.contentEnd(s, c.end, s.end)
		if k+1 < len(r.cues) && r.cues[k+1].quoted && r.cues[k+1].verb <= c.end+3 {
			continue // "is said to have replied: …" reports the reply
		}
		from := c.srcFirst
		for from > s.first && (r.tags[from-1] == tag.Dollar || r.tags[from] == tag.Dollar && r.tags[from-1] == tag.DT) {
			from-- // "The $90 million plant is expected to open"
		}
		spans := []article.Span{r.d.Span(from, int(c.src.End)), r.d.Span(c.end, end)}
		c.addressee = nil
		kind := article.QuoteIndirect
		if r.anyQuoted(c.end, end) {
			kind = article.QuoteMixed
		}
		r.claim(s, rl, kind, spans, nil, c)
	}
}
