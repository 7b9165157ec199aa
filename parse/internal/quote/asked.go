package quote

import (
	"dossier/article"
	"dossier/parse/internal/tag"
)

// Words whose source is no subject of a verb: what a poll found, and what somebody was
// asked by people that the text does not name.

// inPoll reads "In a poll released on Monday, CLAUSE".
func inPoll(r *reader, s sentence, rl *rule) {
	src := r.phraseFrom(s.first + 1)
	if src == nil || !poll(r.low(int(src.Head))) {
		return
	}
	for k := int(src.End); k+2 < s.end; k++ {
		if r.tags[k] != tag.PunctComma || r.outer(k) >= 0 {
			continue
		}
		if end := r.contentEnd(s, k+1, s.end); r.finite(k+1, end) {
			spans, kind := r.content(k+1, end)
			r.claim(s, rl, kind, spans, src, nil)
		}
		return
	}
}

// poll reports what people are asked in.
func poll(low string) bool {
	switch low {
	case "poll", "polls", "survey", "surveys", "polling":
		return true
	}
	return false
}

// wasAsked reads "Asked whether CLAUSE, X …", "X said so when asked if CLAUSE" and "X was
// asked why CLAUSE". The one who is asked is the addressee.
func wasAsked(r *reader, s sentence, rl *rule) {
	for k := range r.cues {
		c := &r.cues[k]
		if c.used || c.lemma != "ask" || !c.passive && c.src != nil || c.infinitive || c.modal || r.outer(c.verb) >= 0 || r.buried(c) {
			continue
		}
		i, end := c.end, 0
		switch r.at(s, i) {
		case "whether", "if", "why", "how", "what", "who", "when", "where", "which":
			end = r.contentEnd(s, i, s.end)
		case "about":
			end = r.objectEnd(s, i)
		default:
			if i = r.askedWhere(s, i); i < 0 {
				continue
			}
			if end = r.contentEnd(s, i, s.end); r.low(i) == "about" {
				end = r.objectEnd(s, i)
			}
		}
		switch at := c.verb - 1; {
		case c.verb == s.first || c.verb == s.first+1 && r.tags[s.first] == tag.WRB:
			end = r.sideEnd(i, end)
		case r.commaAt(at) || r.tags[at] == tag.WRB && at > s.first && r.commaAt(at-1):
			end = r.asideEnd(i, end)
		}
		if r.low(i) == "about" && end-i >= shortestObject || r.finite(i+1, end) {
			c.hears, c.addressee = true, nil
			spans, kind := r.content(i, end)
			r.claim(s, rl, kind, spans, c.src, c, article.Feature{Name: "nobody-asks", Weight: 0})
		}
	}
}

// askedWhere is the token of the question behind the place or time in which somebody was asked: "Asked on
// Monday | whether", "when asked at a briefing in Halm | about"; -1 if none is near.
func (r *reader) askedWhere(s sentence, i int) int {
	const far = 9
	if i >= s.end || r.tags[i] != tag.IN && !dayWord(r.low(i)) || r.low(i) == "for" || r.low(i) == "by" {
		return -1
	}
	for k := i + 1; k+1 < s.end && k < i+far; k++ {
		switch w := r.low(k); {
		case w == "whether", w == "if", w == "why", w == "how", w == "what", w == "who", w == "whom", w == "which", w == "about":
			return k
		case r.tags[k].Verb(), r.tags[k] == tag.PunctComma, r.tags[k] == tag.PunctColon, r.outer(k) >= 0:
			return -1
		}
	}
	return -1
}

// wasTold reads "X was told by Y on Friday that CLAUSE", "Told that CLAUSE, X …" and "X was warned by Y to
// VERB". The one who is told is the addressee.
func wasTold(r *reader, s sentence, rl *rule) {
	for k := range r.cues {
		c := &r.cues[k]
		if c.used || !c.passive || c.infinitive || c.modal || c.negated || !tellsWhom(c.lemma) || r.outer(c.verb) >= 0 || r.buried(c) || r.isTitle(s) {
			continue
		}
		i := c.end
		var by *Source
		if r.at(s, i) == "by" && i+1 < s.end {
			if by = r.phraseFrom(i + 1); by == nil || r.timeHead(int(by.Head)) {
				continue
			}
			i = min(int(by.End), s.end)
		}
		for n := r.circumstance(s, c, i); n > i && n < s.end; n = r.circumstance(s, c, i) {
			i = n
		}
		end := 0
		switch w := r.at(s, i); {
		case w == "that" && r.finite(i+1, s.end):
			i++
			end = r.contentEnd(s, i, s.end)
		case r.clauseAt(s, i):
			end = r.contentEnd(s, i, s.end)
		case w == "to" && by != nil && i+1 < s.end && r.actAt(s, i+1) && !r.unnamed(s, i+1):
			end = r.objectEnd(s, i)
		default:
			continue
		}
		if c.verb == s.first {
			end = r.sideEnd(i, end)
		} else if r.commaAt(c.verb - 1) {
			end = r.asideEnd(i, end)
		}
		spans, kind := r.content(i, end)
		src := by
		if by == nil && r.depth(c) > 0 {
			continue
		}
		if by == nil {
			c.hears, c.addressee, src = true, nil, c.src
		} else {
			c.addressee = c.src
		}
		r.claim(s, rl, kind, spans, src, c, article.Feature{Name: "told", Weight: 0})
	}
}

// tellsWhom reports verbs whose object is the one who hears.
func tellsWhom(lemma string) bool {
	switch lemma {
	case "tell", "inform", "warn", "advise", "assure", "remind", "notify", "urge", "order", "instruct":
		return true
	}
	return false
}
