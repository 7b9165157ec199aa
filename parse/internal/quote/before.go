package quote

import (
	"dossier/article"
	"dossier/parse/internal/tag"
)

// Quotations without a verb of speech: the words before a colon or behind the
// quotation tell whose they are.

// wordsOf is whose words a colon announces as such: "Brenn's reply was blunt: …",
// "The letter makes a case: …".
func (r *reader) wordsOf(s sentence, open int) *Source {
	if r.low(open-1) != ":" {
		return nil
	}
	for v := s.first + 1; v < open; v++ {
		if !r.tags[v].Finite() || r.outer(v) >= 0 {
			continue
		}
		c := &cue{entry: unknown, first: v, end: v + 1, verb: v}
		if !r.subjectOf(s, c, v) || int(c.src.First) != s.first {
			return nil
		}
		head := int(c.src.Head)
		switch w := r.low(head); {
		case utterance(w):
			if o := r.possessor(head); o != nil && r.speaks(int(o.Head)) {
				return o
			}
		case mediaNoun(w) && r.tags[head].Noun():
			return c.src
		}
		return nil
	}
	return nil
}

// utterance reports a noun for what somebody says.
func utterance(w string) bool {
	switch w {
	case "reply", "response", "answer", "message", "verdict", "advice", "view", "warning", "question", "argument",
		"reaction", "explanation", "assessment", "promise", "appeal", "motto", "slogan", "conclusion", "plea":
		return true
	}
	return false
}

// forWhom is the person of "For Ada Brenn, it is simple: …".
func (r *reader) forWhom(s sentence, open int) *Source {
	if r.low(open-1) != ":" || r.low(s.first) != "for" || s.first+1 >= open {
		return nil
	}
	p := r.men.PhraseAt(s.first + 1)
	if p < 0 {
		return nil
	}
	ph := &r.men.Phrases[p]
	m := r.headOf[ph.Head]
	if int(ph.First) != s.first+1 || m < 0 || r.men.Mentions[m].Kind != article.KindPerson || r.tags[ph.FullEnd] != tag.PunctComma {
		return nil
	}
	return r.source(int(ph.First), int(ph.FullEnd), int(ph.Head))
}

// according gives a quotation to the source named behind it: "…," according to
// the union.
func (r *reader) according(p, b int) bool {
	pair := &r.marks.Pairs[p]
	i := int(pair.Close) + 1
	if pair.Unclosed || pair.Continues || i+2 >= len(r.tags) || r.d.Word(i) != "according" || r.low(i+1) != "to" || r.d.Tokens[i].Sentence != r.d.Tokens[i-1].Sentence {
		return false
	}
	k := r.men.PhraseAt(i + 2)
	if k < 0 || int(r.men.Phrases[k].First) != i+2 {
		return false
	}
	ph := &r.men.Phrases[k]
	r.claimIn(b, &looseRules[7], pair, r.source(i+2, int(ph.FullEnd), int(ph.Head)), nil)
	return true
}
