package position

import (
	"dossier/article"
	"dossier/parse/internal/tag"
)

// Who does the same, in words that leave out what: "Norway opposed the plan, as did Chile",
// "Norway has condemned the raid. So has Peru."

// clauseAt is the bytes of the last clause of a sentence: from its verb to the next verb.
type clauseAt struct {
	sentence   int
	start, end int
}

// opensAlso reports a sentence that opens with "So did", "Nor has", "Neither does".
func (r *reader) opensAlso() bool {
	if r.end-r.first < 3 || r.lastClause.sentence != r.sentenceOf-1 || r.lastClause.start == r.lastClause.end {
		return false
	}
	switch r.low(r.first) {
	case "so", "nor", "neither":
		return doesToo(r.low(r.first + 1))
	}
	return false
}

// doesToo reports an auxiliary that stands for the verb of the clause before.
func doesToo(w string) bool {
	switch w {
	case "did", "does", "do", "has", "have", "had", "is", "are", "was", "were", "will", "would":
		return true
	}
	return false
}

// alsoDid reads who does the same as the clause before: what the subject of that holds by its
// verb they hold too.
func alsoDid(r *reader) {
	if r.opensAlso() {
		r.alsoAt(r.first, r.lastClause)
	}
	for i := r.end - 3; i > r.first && len(r.found) > 0 && r.found[len(r.found)-1].first >= r.first; i-- {
		switch r.low(i) {
		case "as", "so", "nor", "neither":
			if doesToo(r.low(i + 1)) {
				r.alsoAt(i, r.clauseBefore(i))
			}
		}
	}
	r.lastClause = r.clauseBefore(r.end)
}

// clauseBefore is the last clause before token i that no relative word opens.
func (r *reader) clauseBefore(i int) clauseAt {
	for k := len(r.groups) - 1; k >= 0; k-- {
		g := &r.groups[k]
		if g.end > i || g.form != finite || g.relative || g.subject < 0 || g.first == i+1 {
			continue
		}
		end := i
		for n := k + 1; n < len(r.groups); n++ {
			if r.groups[n].form == finite {
				end = min(end, r.groups[n].first)
				break
			}
		}
		return clauseAt{r.sentenceOf, r.d.Span(g.first, g.end).Start, r.d.Span(max(end-1, g.first), max(end, g.end)).End}
	}
	return clauseAt{sentence: r.sentenceOf}
}

// alsoAt gives what clause c holds to those behind the auxiliary behind token i.
func (r *reader) alsoAt(i int, c clauseAt) {
	q := r.phraseFrom(i + 2)
	if q < 0 || c.start == c.end || r.speechAt(i) {
		return
	}
	l := r.list(q)
	end := int(r.ps[l[len(l)-1]].FullEnd)
	if end < r.end && r.tags[end] != tag.PunctEnd && r.tags[end] != tag.PunctComma && r.tags[end] != tag.PunctColon {
		return // "as did Chile's envoy argue"
	}
	w := r.low(i)
	for n := len(r.found) - 1; n >= 0 && start(r.found[n]) <= c.end; n-- {
		f := r.found[n]
		at := f.Cue.Spans[0].Start
		if f.Statement.Spans[0].End < c.start {
			return
		}
		if at < c.start || at >= c.end || f.holder < 0 || f.Negated != (w == "nor" || w == "neither") || r.speechAt(f.first) || f.Rule == "as-did" {
			continue
		}
		for _, x := range r.parties(q) {
			x, moved := r.metonym(x)
			if (moved || r.holds(x) || x.mention >= 0 && r.ms[x.mention].Type == article.MentionName) && x.actor >= 0 && x.actor != f.holder && x.actor != f.target {
				r.alsoHolds(f, x, end)
			}
		}
	}
}

// alsoHolds adds that x holds what f says; the words end before token end.
func (r *reader) alsoHolds(f *found, x party, end int) {
	p := r.newFound()
	*p = *f
	p.holder, p.Holder, p.Speaker = x.actor, r.ref(x), ""
	p.Rule, p.Confidence = "as-did", round(f.Confidence*.85)
	s := article.Span{Start: start(f), End: r.d.Span(end-1, end).End}
	p.Statement = article.Words{Text: s.In(r.d.Text), Spans: []article.Span{s}}
	p.Quotes = append([]string{}, f.Quotes...)
	p.Features = append([]article.Feature{}, f.Features...)
	r.speakFor(p, x)
	r.found = append(r.found, p)
}
