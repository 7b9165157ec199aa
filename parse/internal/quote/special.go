package quote

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// accordingTo reads "CLAUSE, according to X" and "According to X, CLAUSE". Where
// the clause is already someone's words, X is their carrier.
func accordingTo(r *reader, s sentence, rl *rule) {
	for i := s.first; i+2 < s.end; i++ {
		if next := &r.d.Tokens[i+1]; next.End-next.Start != 2 {
			continue // neither to nor by
		}
		first := r.carrierAt(s, i)
		if first < 0 {
			continue
		}
		ph, src := r.carrierFrom(s, first)
		if src == nil {
			continue
		}
		end := int(src.End)
		if ph != nil && i <= s.first+1 && r.low(i) == "according" {
			end = r.described(s, ph)
		}
		if r.low(i) == "according" {
			end = max(end, r.madeBy(s, src))
			src.End = int32(end)
		}
		if r.carry(s, i, src) {
			continue
		}
		if r.low(i) != "according" || r.outer(i) >= 0 {
			continue
		}
		c := &cue{entry: &entry{lemma: "according to", strength: 3}, first: i, end: first, verb: i, src: src}
		if j := r.opensInside(s, i, end); j > 0 {
			r.report(s, rl, c, j, r.contentEnd(s, j, s.end))
			continue
		}
		if i <= s.first+1 {
			j := r.skipMarks(s, end)
			r.report(s, rl, c, j, r.contentEnd(s, j, s.end))
			continue
		}
		stop := i
		if r.tags[i-1] == tag.PunctComma {
			stop--
			if end < s.end && r.tags[end] == tag.PunctComma && r.around(s, rl, c, stop, end) {
				continue
			}
		} else if src.Mention < 0 {
			continue // "paid according to the rules"
		}
		start := r.clauseStart(s, stop)
		if r.finite(start, stop) || stop < i && r.anyVerb(start, stop) {
			r.report(s, rl, c, start, stop)
		}
	}
}

// opensInside is where the clause goes on that "according to X", between commas from token i to
// end, stands at the start of, behind the word that opens it: "a meeting at which, according to
// two clerks, he shouted", "said that, according to the police, …"; 0 if it stands at none.
func (r *reader) opensInside(s sentence, i, end int) int {
	if end < s.end && r.tags[end] != tag.PunctComma && (r.tags[end] == tag.JJ || adverbTag(r.tags[end])) {
		end++ // "two clerks present"
	}
	if i-2 <= s.first || r.tags[i-1] != tag.PunctComma || end+1 >= s.end || r.tags[end] != tag.PunctComma {
		return 0
	}
	switch t := r.tags[i-2]; {
	case t == tag.WDT, t == tag.WP, t == tag.WRB, subordinate(r.low(i - 2)):
	default:
		return 0
	}
	if j := end + 1; r.tags[j].Finite() || r.mainAt(j, s.end) {
		return j
	}
	return 0
}

// madeBy lets a text or count that is a source go on with who made it, who is the source then: "an
// analysis by the Harbour Institute", "interviews with a dozen pilots". It returns where the source ends.
func (r *reader) madeBy(s sentence, src *Source) int {
	end := int(src.End)
	if end+1 >= s.end || src.Mention >= 0 {
		return end
	}
	head := r.low(int(src.Head))
	switch r.low(end) {
	case "by", "from":
		if !r.tells(src) && head != "calculations" && head != "estimates" && head != "tally" && head != "data" && head != "figures" && head != "count" {
			return end
		}
	case "with":
		if head != "interviews" && head != "interview" && head != "conversations" {
			return end
		}
	default:
		if by := r.phraseFrom(end); by != nil && by.Mention >= 0 && int(by.End) < s.end && gives(r.low(int(by.End))) && (utterance(head) || mediaNoun(head) || head == "speech") {
			src.End, src.Mention = by.End, by.Mention // "a speech Brenn gave"
		}
		return int(src.End)
	}
	if by := r.phraseFrom(end + 1); by != nil && int(by.End) <= s.end && !r.timeHead(int(by.Head)) {
		src.End, src.Mention = by.End, by.Mention
		if more := r.phraseFrom(min(int(by.End)+1, s.end-1)); more != nil && r.low(int(by.End)) == "and" && int(more.End) <= s.end {
			src.End, src.Several = more.End, true
		}
	}
	return int(src.End)
}

// gives reports the past tense of a verb for putting words before others.
func gives(low string) bool {
	switch low {
	case "gave", "made", "delivered", "wrote", "sent", "issued", "released", "posted", "published", "signed", "read", "tweeted":
		return true
	}
	return false
}

// carrierFrom is the source behind "according to" at token first, and its phrase. Where the
// tags hide the phrase it is the few words up to a comma or the sentence's end.
func (r *reader) carrierFrom(s sentence, first int) (*mention.Phrase, *Source) {
	const most = 4
	if p := r.men.PhraseAt(first); p >= 0 {
		ph := &r.men.Phrases[p]
		if e := int(ph.End); e == first+1 && e+2 < s.end && r.tags[e] == tag.CC {
			if q := r.phraseFrom(e + 1); q != nil && int(q.Head) > e+1 && r.tags[e+1] == tag.JJ {
				return nil, r.source(first, int(q.End), int(q.Head)) // "according to Nordic and other analysts"
			}
		}
		return ph, r.source(int(ph.First), min(int(ph.FullEnd), s.end), int(ph.Head))
	}
	for k := first; k < min(s.end, first+most); k++ {
		if p := r.men.PhraseAt(k); p >= 0 {
			ph := &r.men.Phrases[p]
			return nil, r.source(first, min(int(ph.FullEnd), s.end), int(ph.Head))
		}
		if t := r.tags[k]; k > first && (t == tag.PunctComma || t == tag.PunctEnd) {
			return nil, r.source(first, k, k-1) // "According to recent polling, …"
		}
	}
	return nil, nil
}

// described is where the source that opens the sentence ends, with what describes it: "a
// report released last week", "two people close to the talks", "two envoys, who asked for
// no names" and "Brenn, the mayor". The first comma behind which a clause begins closes it.
func (r *reader) described(s sentence, ph *mention.Phrase) int {
	end := min(int(ph.FullEnd), s.end)
	i, comma := end, end < s.end && r.tags[end] == tag.PunctComma
	if comma {
		i++
	}
	if i+1 >= s.end {
		return end
	}
	switch t := r.tags[i]; {
	case t == tag.WP, t == tag.WDT, t == tag.WPS, t == tag.VBN, t == tag.VBG, t == tag.JJ && r.tags[i+1] == tag.IN, t == tag.JJ && r.tags[i+1] == tag.TO:
	case !comma && (t == tag.VBD || r.low(i) == "that" || t == tag.IN):
	case comma && ph.Apposition >= 0 && int(r.men.Phrases[ph.Apposition].First) == i:
	default:
		return end
	}
	first := -1
	for k := i + 1; k+1 < s.end; k++ {
		if r.tags[k] != tag.PunctComma || r.outer(k) >= 0 {
			continue
		}
		if t := r.tags[k+1]; r.mainAt(k+1, s.end) || t == tag.EX || t == tag.IN && first < 0 {
			return k
		}
		if first < 0 {
			first = k
		}
	}
	if first >= 0 && !comma {
		return first
	}
	return end
}

// around claims the clause that "according to X" stands in the middle of: words
// without a verb of their own before, the rest behind.
func (r *reader) around(s sentence, rl *rule, c *cue, stop, end int) bool {
	start := r.clauseStart(s, stop)
	last := r.contentEnd(s, end+1, s.end)
	if start >= stop || r.finite(start, stop) || !r.anyVerb(end+1, last) || r.outer(start) >= 0 || r.outer(end+1) >= 0 {
		return false
	}
	kind := article.QuoteIndirect
	if r.anyQuoted(start, stop) || r.anyQuoted(end+1, last) {
		kind = article.QuoteMixed
	}
	return r.claim(s, rl, kind, []article.Span{r.d.Span(start, stop), r.d.Span(end+1, last)}, c.src, c) != nil
}

// asSaid reads "As X noted, CLAUSE" and "CLAUSE, as X noted".
func asSaid(r *reader, s sentence, rl *rule) {
	for c := range r.open("t") {
		at := int(c.src.First) - 1
		if c.modal && ought(r.low(c.verb-1)) {
			continue // "It is up to them, as others should tell them"
		}
		if c.lone || c.relative || c.inverted || at < s.first || r.low(at) != "as" || c.class != "speech" && c.class != "fact" || wish(c.lemma) {
			continue
		}
		switch {
		case at == s.first && c.after+1 < s.end && r.tags[c.after] == tag.PunctComma:
			r.report(s, rl, c, c.after+1, r.contentEnd(s, c.after+1, s.end))
		case at > s.first+1 && r.tags[at-1] == tag.PunctComma && c.after+1 < s.end && r.tags[c.after] == tag.PunctComma && r.tags[c.after+1].Finite():
			start, end := r.clauseStart(s, at-1), r.contentEnd(s, c.after+1, s.end)
			if start < at-1 && r.outer(start) < 0 && !r.finite(start, at-1) { // "The gap, as Brenn noted, is old"
				_, kind := r.content(start, end)
				r.claim(s, rl, kind, []article.Span{r.d.Span(start, at-1), r.d.Span(c.after+1, end)}, c.src, c)
			}
		case at > s.first+1 && r.tags[at-1] == tag.PunctComma && r.closes(s, c):
			if start := r.clauseStart(s, at-1); r.finite(start, at-1) && !r.thatReport(s, start, at-1) {
				r.report(s, rl, c, start, at-1) // but "He denied that the vote was late, as Brenn had noted"
			}
		}
	}
}

// thatReport reports a cue of [first, end) that reports a clause with that: what follows
// "as Brenn had noted" is said of that clause.
func (r *reader) thatReport(s sentence, first, end int) bool {
	for k := range r.cues {
		c := &r.cues[k]
		if c.verb >= first && c.verb < end && c.src != nil && !c.passive && !c.infinitive && !c.participle && c.class == "speech" && c.strength >= 2 && r.thatBehind(s, c) >= 0 {
			return true
		}
	}
	return false
}

// ought reports a modal of what has not been said yet.
func ought(low string) bool {
	switch low {
	case "should", "must", "may", "might", "can", "could":
		return true
	}
	return false
}

// wish reports verbs of what shall be: "as Brenn proposes" tells whose plan it is and
// reports nothing.
func wish(lemma string) bool {
	switch lemma {
	case "demand", "propose", "recommend", "order", "direct", "instruct", "request":
		return true
	}
	return false
}

// carrierAt is the first token of the carrier named at i by "according to",
// "as quoted by" or "as reported by"; -1 if none is.
func (r *reader) carrierAt(s sentence, i int) int {
	switch {
	case r.low(i) == "according" && r.at(s, i+1) == "to":
		return i + 2
	case (r.low(i) == "quoted" || r.low(i) == "reported" || r.low(i) == "cited" || r.low(i) == "carried") && r.at(s, i+1) == "by":
		return i + 2
	}
	return -1
}

// carry makes src the carrier of the quote that the sentence already holds
// before token i.
func (r *reader) carry(s sentence, i int, src *Source) bool {
	for k := len(r.out) - 1; k >= 0; k-- {
		q := &r.out[k]
		if int(q.First) >= s.end {
			continue
		}
		if int(q.End) < s.first && int(q.CueEnd) < s.first {
			return false
		}
		if int(q.CueEnd) > s.first && int(q.CueFirst) < i && q.CueEnd > q.CueFirst && q.Speaker != nil && int(q.End) <= i && int(q.CueFirst) >= int(q.End)-1 {
			q.Via = src
			q.Features = append(q.Features, article.Feature{Name: "carrier", Weight: 0})
			return true
		}
	}
	return false
}

// asPut reads "As X put it, CLAUSE" and "CLAUSE, as X put it".
func asPut(r *reader, s sentence, rl *rule) {
	for i := s.first + 2; i+1 < s.end; i++ {
		if w := r.low(i); w != "put" && w != "puts" || r.low(i+1) != "it" || r.outer(i) >= 0 {
			continue
		}
		if r.putItTo(s, rl, i) {
			continue
		}
		v := i
		for v > s.first && adverbTag(r.tags[v-1]) {
			v--
		}
		src := r.whoPut(s, v, i)
		if src == nil {
			continue
		}
		c := &cue{entry: &entry{lemma: "put it", strength: 3}, first: i, end: i + 2, verb: i, src: src}
		after := r.putToWhom(s, c)
		if r.putAround(s, rl, c, after) {
			continue
		}
		if stop := int(src.First) - 1; stop > s.first+1 && r.tags[stop-1] == tag.PunctComma && !r.speechBehind(s, after) && r.openedAt(s, r.skipMarks(s, after)) < 0 {
			r.report(s, rl, c, r.clauseStart(s, stop-1), stop-1)
		} else if from := r.skipMarks(s, after); r.openedAt(s, from) >= 0 && r.speech(r.outer(from)) {
			r.claim(s, rl, article.QuoteDirect, []article.Span{r.marks.Pairs[r.outer(from)].Inner}, src, c, r.shapeFeatures(r.outer(from))...)
		} else if from < s.end {
			r.report(s, rl, c, from, r.contentEnd(s, from, s.end))
		}
	}
}

// putToWhom takes the addressee of "as X put it to me" and returns where the words behind begin.
func (r *reader) putToWhom(s sentence, c *cue) int {
	if r.at(s, c.end) != "to" || c.end+1 >= s.end {
		return c.end
	}
	to := r.phraseFrom(c.end + 1)
	if to == nil {
		return c.end
	}
	c.addressee = to
	return int(to.End)
}

// putAround reads ""Q," as X put it, "q"": one quotation in two parts.
func (r *reader) putAround(s sentence, rl *rule, c *cue, after int) bool {
	at := int(c.src.First) - 2 // before "as"
	if at <= s.first || r.tags[at] != tag.PunctClose || r.tags[at-1] != tag.PunctComma {
		return false
	}
	p, n := r.outer(at), r.openedAt(s, r.skipMarks(s, after))
	if p < 0 || n < 0 || int(r.marks.Pairs[p].Close) != at || r.taken[p] || !r.speech(n) {
		return false
	}
	spans := []article.Span{r.marks.Pairs[p].Inner, r.marks.Pairs[n].Inner}
	return r.claim(s, rl, article.QuoteDirect, spans, c.src, c, r.shapeFeatures(n)...) != nil
}

// putItTo reads "X put it to Y that CLAUSE" at the verb i.
func (r *reader) putItTo(s sentence, rl *rule, i int) bool {
	if r.at(s, i+2) != "to" || i+3 >= s.end {
		return false
	}
	to := r.phraseFrom(i + 3)
	if to == nil || int(to.End)+1 >= s.end || r.low(int(to.End)) != "that" {
		return false
	}
	c := &cue{entry: &entry{lemma: "put it", class: "speech", strength: 3}, first: i, end: i + 2, verb: i, addressee: to}
	r.shape(s, c)
	r.subject(s, c)
	from := int(to.End) + 1
	return r.finite(from, s.end) && c.src != nil && !c.passive && r.report(s, rl, c, from, r.contentEnd(s, from, s.end))
}

// whoPut is the source between as and the verb at i of "as X put it", adverbs before
// the verb from v on aside; nil if there is none.
func (r *reader) whoPut(s sentence, v, i int) *Source {
	if first, end, head, ok := r.phraseBefore(s, v-1, i); ok && first > s.first && r.low(first-1) == "as" {
		return r.source(first, end, head)
	}
	const far = 8
	for k := v - 2; k >= s.first && k > v-far; k-- {
		if r.tags[k+1].Finite() {
			return nil
		}
		if p := r.men.PhraseAt(k + 1); r.low(k) == "as" && p >= 0 && int(r.men.Phrases[p].First) == k+1 {
			return r.source(k+1, v, int(r.men.Phrases[p].Head)) // "as the man in row six put it"
		}
	}
	return nil
}

// speechBehind reports a quotation at token i, a comma or colon aside.
func (r *reader) speechBehind(s sentence, i int) bool {
	i = r.skipMarks(s, i)
	return i < s.end && r.opensSpeech(i)
}

// answers are what somebody does to a claim, a charge or a demand.
var answers = lexicon.WordsOf(
	"deny", "reject", "dispute", "refute", "dismiss", "contest", "repeat",
	"make", "withdraw", "retract", "accept", "confirm", "ignore", "repudiate",
)

// headline reads "TALKS TO GO ON – ministry" and "Ministry: talks to go on" in
// a title.
func headline(r *reader, s sentence, rl *rule) {
	if r.d.Blocks[s.block].Kind != article.BlockTitle {
		return
	}
	for i := s.end - 2; i > s.first+2; i-- {
		w := r.d.Word(i)
		if w != "–" && w != "—" && w != "-" {
			continue
		}
		if s.end-i <= 6 && r.isSource(i+1, s.end) {
			r.titleQuote(s, rl, s.first, i, i+1, s.end)
			return
		}
		break
	}
	for i := s.first + 1; i < s.end-3 && i < s.first+6; i++ {
		if r.d.Word(i) == ":" && r.outer(i) < 0 && !rubric(r.low(i-1)) && !contest(r.low(max(s.first, i-2)), r.low(i-1)) && !r.reviews(i+1, s.end) && (r.isSource(s.first, i) || r.outer(i+1) >= 0 && r.allCapital(s.first, i)) {
			r.titleQuote(s, rl, i+1, s.end, s.first, i)
			return
		}
	}
}

func (r *reader) titleQuote(s sentence, rl *rule, first, end, srcFirst, srcEnd int) {
	for srcEnd > srcFirst && r.tags[srcEnd-1] == tag.PunctEnd {
		srcEnd--
	}
	for k := len(r.out) - 1; k >= 0 && int(r.out[k].First) >= s.first; k-- {
		if int(r.out[k].First) < s.end {
			return // someone's words already
		}
	}
	spans, kind := r.content(first, r.contentEnd(s, first, end))
	r.claim(s, rl, kind, spans, r.source(srcFirst, srcEnd, r.headIn(srcFirst, srcEnd)), nil)
}

// reviews reports a headline of a review: "Ada Brenn: Northern Nights review – a feast".
func (r *reader) reviews(first, end int) bool {
	for k := first + 1; k+1 < end; k++ {
		if r.low(k) == "review" && (dash(r.d.Word(k+1)) || r.d.Word(k+1) == ":") {
			return true
		}
	}
	return false
}

// rubric reports a word that files a headline instead of naming its source.
func rubric(low string) bool {
	switch low {
	case "review", "opinion", "analysis", "comment", "editorial", "interview", "exclusive", "watch", "video", "photos",
		"pictures", "explainer", "live", "update", "breaking", "obituary", "profile", "feature", "preview", "recap", "podcast", "gallery":
		return true
	}
	return false
}

// contest reports the last two words of what is played for, which files a headline too: "Premier League: Rovers sack Kolm".
//
// Counter-example: "Arab League: Talks must go on".
func contest(before, last string) bool {
	switch last {
	case "cup", "championship", "championships", "olympics", "paralympics", "premiership", "prix", "bundesliga", "liga", "playoffs":
		return true
	case "league":
		switch before {
		case "premier", "champions", "europa", "conference", "football", "rugby", "super", "hockey", "cricket", "national", "women's", "nations":
			return true
		}
	}
	return false
}

// allCapital reports a name of up to three words.
func (r *reader) allCapital(first, end int) bool {
	for i := first; i < end; i++ {
		if !r.d.Is(i, token.Capital) {
			return false
		}
	}
	return end-first <= 3
}

// isSource reports whether [first, end) is one noun phrase that can speak: a
// name, or a word such as analyst or ministry.
func (r *reader) isSource(first, end int) bool {
	for end > first && r.tags[end-1] == tag.PunctEnd {
		end--
	}
	if first >= end {
		return false
	}
	h := r.headIn(first, end)
	for i := first; i < end; i++ {
		if r.tags[i].Verb() || r.tags[i] == tag.DT || r.tags[i] == tag.IN {
			return false
		}
	}
	m := r.headOf[h]
	return m >= 0 && r.men.Mentions[m].Kind != article.KindPlace || speaksInHeadlines(r.low(h))
}

func (r *reader) headIn(first, end int) int {
	if p := r.men.PhraseAt(end - 1); p >= 0 && int(r.men.Phrases[p].Head) >= first && int(r.men.Phrases[p].Head) < end {
		return int(r.men.Phrases[p].Head)
	}
	return end - 1
}

func speaksInHeadlines(w string) bool {
	switch w {
	case "poll", "report", "study", "survey", "analyst", "analysts", "expert", "experts", "official", "officials",
		"minister", "ministry", "police", "source", "sources", "spokesman", "spokeswoman", "court", "government", "kremlin":
		return true
	}
	return false
}
