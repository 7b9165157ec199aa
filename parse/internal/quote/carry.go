package quote

import (
	"slices"
	"sort"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
)

// finish gives the quoted strings that no cue took to a quote or a speaker
// near by, makes carriers of agencies that report another's report, and orders
// nested quotes.
func (r *reader) finish() {
	slices.SortStableFunc(r.out, func(a, b Quote) int { return int(a.First - b.First) })
	r.agencies()
	r.withoutInner()
	r.out = append(r.out, r.apart...)
	slices.SortStableFunc(r.out, func(a, b Quote) int { return int(a.First - b.First) })
	r.settled = len(r.out)
	for p := range r.marks.Pairs {
		if r.speech(p) {
			r.loose(p)
		}
	}
}

// withoutInner drops reports inside another's reported words unless their cue
// reports by trade: in "X said he wants peace" the wish is part of what X said.
// Of such inner reports one in five is what a reader would mark.
func (r *reader) withoutInner() {
	var around []int32 // ends of the contents around, with a cue before
	n := 0
	for i := range r.out {
		q := r.out[i]
		for len(around) > 0 && around[len(around)-1] <= q.First {
			around = around[:len(around)-1]
		}
		if q.CueFirst < q.CueEnd && q.weak && q.Kind != article.QuoteDirect && len(around) > 0 && q.CueFirst < around[0] {
			continue
		}
		if q.CueEnd <= q.First && q.Kind != article.QuoteDirect {
			for len(around) > 0 && around[len(around)-1] <= q.End {
				around = around[:len(around)-1]
			}
			around = append(around, q.End)
		}
		r.out[n] = q
		n++
	}
	r.out = r.out[:n]
}

// quoteBefore is the last quotation that ends before token i, no earlier than
// in block from; -1 if there is none. Quotes lie in two runs, each in text
// order: those that stood when finish began, and those it added. Few steps back
// reach the one before.
func (r *reader) quoteBefore(i, from int) int {
	const steps = 24
	best := -1
	look := func(lo, hi int) {
		for k := hi - 1; k >= lo && k >= hi-steps; k-- {
			q := &r.out[k]
			if q.Kind != article.QuoteIndirect && int(q.End) <= i && (best < 0 || q.End > r.out[best].End) && r.blockOf(int(q.End)-1) >= from {
				best = k
			}
		}
	}
	look(0, r.settledBefore(i))
	look(r.settled, len(r.out))
	return best
}

// settledBefore is how many of the quotes that stood when finish began start
// before token i.
func (r *reader) settledBefore(i int) int {
	return sort.Search(r.settled, func(k int) bool { return int(r.out[k].First) >= i })
}

func (r *reader) blockOf(i int) int {
	return int(r.d.Sentences[r.d.Tokens[i].Sentence].Block)
}

// join adds the pair to quote k.
func (r *reader) join(k int, pair *quotemark.Pair, feature string) bool {
	if k < 0 || r.out[k].Kind == article.QuoteIndirect || pair.Inner.Start < r.out[k].Spans[len(r.out[k].Spans)-1].End {
		return false
	}
	q := &r.out[k]
	q.Spans = append(q.Spans, pair.Inner)
	_, q.End = r.cover(q.Spans)
	q.Features = append(q.Features, article.Feature{Name: feature, Weight: 0})
	return true
}

// splitPart joins the second part of "Q1," X said. "Q2." to the first: it stands
// in the same paragraph, right behind the sentence of the cue.
func (r *reader) splitPart(p, b int) bool {
	pair := &r.marks.Pairs[p]
	k := r.quoteBefore(int(pair.Open), b)
	if k < 0 || r.out[k].Speaker == nil || pair.Use != quotemark.Speech || r.exampleAt(int(pair.Open)) {
		return false
	}
	q := &r.out[k]
	from := max(int(q.End), int(q.CueEnd))
	if q.Speaker != nil && int(q.Speaker.End) > from {
		from = int(q.Speaker.End)
	}
	gap := int(r.d.Tokens[pair.Open].Sentence) - int(r.d.Tokens[max(from-1, 0)].Sentence)
	if gap > 2 || gap >= 1 && int(r.d.Sentences[r.d.Tokens[pair.Open].Sentence].First) != int(pair.Open) {
		return false
	}
	if gap == 2 && r.otherBetween(q, int(r.d.Tokens[pair.Open].Sentence)-1) {
		return false
	}
	return r.join(k, pair, "split-quotation")
}

// otherBetween reports that somebody else than q's speaker is reported in the sentence at index si, so
// that a quotation behind it need not be q's: X said "A." Y read it, she admits. "B."
func (r *reader) otherBetween(q *Quote, si int) bool {
	s := r.d.Sentences[si]
	for k := r.settledBefore(int(s.First)); k < r.settled && r.out[k].First < s.End; k++ {
		if o := &r.out[k]; o.Speaker != nil && o.CueFirst < o.CueEnd && r.low(int(o.Speaker.Head)) != r.low(int(q.Speaker.Head)) {
			return true
		}
	}
	return false
}

// exampleAt reports words before the quotation at open that make it one of many of a
// kind, or tell where it is written: "signs such as "Less talk"", "a sign reading "Less
// talk"".
func (r *reader) exampleAt(open int) bool {
	i := open - 1
	if i > 0 && (r.tags[i] == tag.PunctComma || r.low(i) == ":") {
		i--
	}
	if i < 1 {
		return false
	}
	switch r.low(i) {
	case "reading", "like":
		return true
	case "as":
		return r.low(i-1) == "such"
	}
	return false
}

// reporterBefore gives a quotation to the source of the report right before it:
// X said that A. "B." Inside a sentence only a pronoun may stand before it.
func (r *reader) reporterBefore(p, b int) bool {
	pair := &r.marks.Pairs[p]
	si := int(r.d.Tokens[pair.Open].Sentence)
	if si == 0 || int(r.d.Sentences[si-1].Block) != b || pair.Words < 4 {
		return false
	}
	if first := int(r.d.Sentences[si].First); first != int(pair.Open) && r.actorIn(first, int(pair.Open)) {
		return false
	}
	prev := r.d.Sentences[si-1]
	at := r.settledBefore(int(pair.Open))
	for k := at - 1; k >= 0 && k > at-24 && r.out[k].First >= prev.First; k-- {
		q := &r.out[k]
		if q.CueFirst >= prev.First && q.CueFirst < q.CueEnd && q.Speaker != nil && q.Speaker.Mention >= 0 && r.outer(int(q.CueFirst)) < 0 {
			r.claimIn(b, &looseRules[reporterBeforeRule], pair, q.Speaker, nil)
			return true
		}
	}
	return false
}

// actorIn reports a mention other than a pronoun or place whose head lies in
// [first, end).
func (r *reader) actorIn(first, end int) bool {
	for i := first; i < end; i++ {
		if m := r.headOf[i]; m >= 0 && r.men.Mentions[m].Kind != article.KindPlace && r.men.Mentions[m].Type != article.MentionPronoun {
			return true
		}
	}
	return false
}

// announced gives a paragraph that is a quotation to the source that the
// paragraph before ends with: "X continued:", "X had more to say:".
func (r *reader) announced(p, b int) bool {
	pair := &r.marks.Pairs[p]
	if b == 0 || int(r.d.Sentences[r.d.Blocks[b].First].First) != int(pair.Open) {
		return false
	}
	s, ok := r.leadOf(b)
	if !ok {
		return false
	}
	if c := r.announcer(s); c != nil {
		r.claimIn(b, &looseRules[saidColonRule], pair, c.src, c)
		return true
	}
	src := r.issuedBy(s)
	if src == nil {
		src = r.subjectTowards(s, s.end)
	}
	if src != nil {
		r.claimIn(b, &looseRules[saidColonRule], pair, src, nil)
		return true
	}
	return false
}

// leadOf is the last sentence of the block before b, if a colon ends it.
func (r *reader) leadOf(b int) (s sentence, ok bool) {
	prev := &r.d.Blocks[b-1]
	if prev.First == prev.End {
		return s, false
	}
	last := r.d.Sentences[prev.End-1]
	s = sentence{int(last.First), int(last.End), b - 1, int(prev.End - 1)}
	return s, r.d.Word(s.end-1) == ":"
}

// announcer is the cue of the sentence that a colon ends, and its source; nil if there is none.
func (r *reader) announcer(s sentence) *cue {
	r.cues = r.findCues(r.cues[:0], s)
	for k := len(r.cues) - 1; k >= 0; k-- {
		if c := &r.cues[k]; c.src != nil && !c.passive {
			return c
		}
	}
	if c := r.front(s, s.end-1); c != nil {
		return c
	}
	if c := r.verbFirst(s, s.first); c != nil && c.strength >= 2 && int(c.src.End) == s.end-1 {
		return c // "Continued Brenn:"
	}
	return nil
}

// issuedBy is who issued the words that the sentence announces: "Brenn issued the following
// statement on Friday:", "This letter was sent by Brenn:"; nil if it tells of none.
//
// Counter-example: "The statement has three parts:".
func (r *reader) issuedBy(s sentence) *Source {
	words := false
	for i := s.first; i < s.end && !words; i++ {
		switch r.low(i) {
		case "statement", "letter", "message", "post", "tweet", "email", "e-mail", "reply", "response", "comment", "remarks":
			words = r.tags[i].Noun()
		}
	}
	if !words {
		return nil
	}
	for i := s.first + 1; i+1 < s.end; i++ {
		if !issues(r.low(i)) {
			continue
		}
		if r.low(i+1) == "by" {
			if src := r.phraseFrom(i + 2); src != nil && r.speaks(int(src.Head)) {
				return src
			}
			return nil
		}
		if r.tags[i].Finite() && (r.low(i+1) == "the" || r.low(i+1) == "this" || r.low(i+1) == "a") {
			if src := r.subjectTowards(s, i+1); src != nil && r.speaks(int(src.Head)) {
				return src
			}
			return nil
		}
	}
	return nil
}

// issues reports a verb for giving words to the public.
func issues(w string) bool {
	switch w {
	case "issued", "released", "published", "posted", "sent", "made", "wrote", "written", "gave", "given", "issues", "posts", "tweeted":
		return true
	}
	return false
}

// person reports whether a source can go on speaking: a person or a pronoun.
func (r *reader) person(s *Source) bool {
	if s.Mention < 0 {
		return false
	}
	m := &r.men.Mentions[s.Mention]
	return isPerson(m)
}

func isPerson(m *mention.Mention) bool {
	return m.Kind == article.KindPerson || m.Type == article.MentionPronoun && !m.Plural
}

func (r *reader) claimIn(b int, rl *rule, pair *quotemark.Pair, src *Source, c *cue, fs ...article.Feature) {
	i := int(pair.Open)
	si := int(r.d.Tokens[i].Sentence)
	s := sentence{int(r.d.Sentences[si].First), int(r.d.Sentences[si].End), b, si}
	fs = append([]article.Feature{{Name: "quotation-marks", Weight: 0}}, fs...)
	r.claim(s, rl, article.QuoteDirect, []article.Span{pair.Inner}, src, c, fs...)
}

// alone keeps a real quotation whose speaker is not known.
func (r *reader) alone(p, b int) {
	r.claimIn(b, &looseRules[quotationAloneRule], &r.marks.Pairs[p], nil, nil)
}

// agencies turns "…, AP said" at the end of a sentence that already reports
// someone's words into their carrier.
func (r *reader) agencies() {
	drop := make([]bool, len(r.out))
	for i := range r.out {
		q := &r.out[i]
		if !r.carried(q) {
			continue
		}
		if k := r.inner(i); k >= 0 {
			r.out[k].Via = q.Speaker
			r.out[k].Features = append(r.out[k].Features, article.Feature{Name: "carrier", Weight: 0})
			drop[i] = true
		}
	}
	n := 0
	for i := range r.out {
		if !drop[i] {
			r.out[n] = r.out[i]
			n++
		}
	}
	r.out = r.out[:n]
}

// carried reports whether q is what an agency reports behind it: "…, AP said".
func (r *reader) carried(q *Quote) bool {
	return q.Speaker != nil && q.Rule == "clause-x-said" && r.carrierName(q.Speaker)
}

// carrierName reports whether a source is a news agency or outlet.
func (r *reader) carrierName(s *Source) bool {
	if s.Mention >= 0 && r.men.Mentions[s.Mention].Kind == article.KindMedia {
		return true
	}
	return agency(r.low(int(s.Head)))
}

// inner is the quote with a speaker that lies inside the content of q, the
// quote at index i.
func (r *reader) inner(i int) int {
	q := &r.out[i]
	for k := i; k < len(r.out) && r.out[k].First < q.End; k++ {
		o := &r.out[k]
		if o.Speaker != nil && !o.mental && o.CueFirst >= q.First && o.CueEnd <= q.End && o.CueEnd > o.CueFirst {
			return k
		}
	}
	return -1
}
