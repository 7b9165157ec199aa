package quote

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// The end of indirect speech is not marked. Left to the sentence's end, 69 % of
// contents end right; the cuts below bring 73 %. A cut is a place where the
// narrator takes over again: another report with the same subject, a
// semicolon, or an adverbial clause of the narrator's.

// contentEnd is the token where the content that starts at first ends.
func (r *reader) contentEnd(s sentence, first, limit int) int {
	end := r.beforeSpeech(s, first, limit)
	for i := first + 1; i < end; i++ {
		if r.tags[i] == tag.RRB && r.closesBefore(s, first, i) {
			end = i
			break
		}
		if !r.mayCut(i) || i == first+1 && r.tags[i] != tag.CC {
			continue
		}
		if p := r.outer(i); p >= 0 && p != r.outer(first) {
			continue
		}
		if r.cut(s, first, i, end) {
			end = i
			break
		}
	}
	for end > first && (r.tags[end-1] == tag.PunctEnd || r.tags[end-1] == tag.PunctComma || r.tags[end-1] == tag.PunctColon || r.tags[end-1] == tag.CC) {
		end--
	}
	return end
}

// closesBefore reports that the bracket at i closes one that opened before token first:
// "(two in five say they drive), but …".
func (r *reader) closesBefore(s sentence, first, i int) bool {
	open := 0
	for k := s.first; k < i; k++ {
		switch {
		case r.tags[k] == tag.LRB && k < first:
			open++
		case r.tags[k] == tag.LRB:
			return false
		case r.tags[k] == tag.RRB && open > 0:
			open--
		}
	}
	return open > 0
}

// beforeSpeech is where a content that starts at first ends because another's
// speech, claimed already, begins behind a comma, dash or conjunction: "said that
// A, to which Brenn replied: …".
func (r *reader) beforeSpeech(s sentence, first, limit int) int {
	for k := len(r.out) - 1; k >= 0; k-- {
		q := &r.out[k]
		if int(q.First) < s.first || int(q.First) >= limit && int(q.CueFirst) >= limit {
			if int(q.End) < s.first {
				break
			}
			continue
		}
		if at := int(q.First) - 2; q.Kind == article.QuoteDirect && q.CueFirst < q.CueEnd && int(q.CueFirst) < first && at > first+1 && at < limit && r.low(at) == "that" {
			limit = at // "told a woman who thought that A that "B""
		}
		if q.CueFirst == q.CueEnd || int(q.CueFirst) <= first {
			continue
		}
		if q.Speaker != nil && r.tags[q.CueFirst] == tag.VBZ && r.tags[q.Speaker.Head] == tag.NNS {
			continue // "the fall in wages and prices demands that …": no source of its own
		}
		if int(q.First) <= first && first < int(q.End) && q.End <= q.CueFirst && (q.Kind != article.QuoteIndirect || r.commaAt(int(q.End))) {
			limit = min(limit, int(q.End)) // inside another's words: "X hopes to build "q," Y said"
			continue
		}
		if q.Speaker == nil {
			continue
		}
		if q.Kind == article.QuoteIndirect {
			if at := int(q.First) - 1; at > first+2 && at < limit && q.First < q.CueFirst && r.tags[at] == tag.CC && r.commaAt(at-1) {
				limit = at // "insists that A, and B, he says, C"
			}
			continue
		}
		at := int(min(q.First, q.CueFirst, q.Speaker.First))
		for at > first && (r.tags[at-1] == tag.WDT || r.tags[at-1] == tag.TO || r.tags[at-1] == tag.IN || r.tags[at-1] == tag.PunctOpen) {
			at--
		}
		if (at > first+2 || at > first && r.tags[at-1] == tag.PunctColon) && at < limit && (r.tags[at-1] == tag.PunctComma || r.tags[at-1] == tag.CC || r.tags[at-1] == tag.PunctColon) {
			limit = at
		}
	}
	return limit
}

// mayCut reports a token at which the narrator could take over, by the tags alone: behind a
// comma or a closing mark, or at a conjunction, a mark or "according". Few tokens are.
func (r *reader) mayCut(i int) bool {
	switch r.tags[i] {
	case tag.CC, tag.IN, tag.VBG, tag.PunctComma, tag.PunctColon, tag.LRB:
		return true
	}
	t := r.tags[i-1]
	return t == tag.PunctComma || t == tag.PunctClose
}

// cut reports whether the narrator takes over at token i.
func (r *reader) cut(s sentence, first, i, end int) bool {
	w := r.low(i)
	comma := r.tags[i-1] == tag.PunctComma || r.tags[i-1] == tag.PunctClose && r.tags[i-2] == tag.PunctComma
	switch {
	case w == ";":
		return true
	case r.tags[i] == tag.LRB && i+2 < end && r.credit(i+1):
		return true
	case w == "but" && comma && i+1 < end && r.tags[i+1] == tag.PRP:
		return true
	case r.tags[i] == tag.CC && r.backRelative(first, i):
		return true
	case r.tags[i] == tag.CC && (w == "and" || w == "but"):
		return r.reports(s, i+1, end, comma || i+1 < end && (r.tags[i+1] == tag.CD || r.shareAt(i+1) && r.finite(first, i))) || r.perfectReport(first, i) || r.pastAgain(first, i, end) || r.othersToo(first, i, end) || r.tellsOthers(first, i, end)
	case r.tags[i] == tag.PunctColon && r.wordingBehind(i+1, end):
		return dash(r.d.Word(i))
	case r.tags[i] == tag.PunctComma:
		return r.wordingBehind(i+1, end) || r.reportedBy(s, i+1, end) || r.passedOn(i+1, end) || r.inWhat(s, i+1, end)
	case comma && r.tags[i-1] == tag.PunctClose && r.outer(i) < 0:
		if r.reportedBy(s, i, end) {
			return true // recalled that he said, "q," the office said
		}
	}
	switch {
	case w == "without" && i+1 < end && r.tags[i+1] == tag.VBG && r.outer(i) < 0:
		return unspoken(r.low(i+1)) && r.at(s, i+2) != "up"
	case r.tags[i-1] == tag.PunctClose && r.outer(i) < 0 && w == "in" && (r.at(s, i+1) == "a" || r.at(s, i+1) == "an") && r.medium(s, i) > i:
		return true // "vowed to stay "to the last" in a message"
	case r.tags[i] == tag.IN && r.meanwhile(s, i, end):
		return true
	case (w == "before" || w == "after") && i+1 < end && r.tags[i+1] == tag.VBG && r.outer(i) < 0 && r.isGerundReport(i+1) && r.takesClause(i+1):
		return true // "said the town was safe before claiming that …"
	case !comma:
		return w == "according" && r.at(s, i+1) == "to"
	case r.tags[i] == tag.VBG && (goesOnWith(w) || r.movesShares(w, i+1, end)):
		return true
	case r.tags[i] == tag.VBG && r.at(s, i+1) == "that" && r.isGerundReport(i):
		return true // "protested the delays, warning that …"
	case w == "as" && i+1 < end:
		return r.reports(s, i+1, end, true) || r.at(s, i+1) == "quoted" || r.at(s, i+1) == "reported"
	case r.tags[i] == tag.NNS && i+1 < end && (r.low(i+1) == "after" || r.low(i+1) == "before") && lapse(w):
		return true // "denied that there was a deal, hours after a memo was leaked"
	case w == "whereas" || w == "while" || w == "although" || w == "though" || w == "compared":
		return r.at(s, i+1) != "not" // "defended the process, though not the results"
	}
	return false
}

// goesOnWith reports participles behind a comma by which the narrator goes on with what the
// source did: "said the pier was safe, adding …".
func goesOnWith(low string) bool {
	switch low {
	case "saying", "adding", "citing", "noting", "prompting", "according", "arguing", "calling", "telling", "referring", "alluding", "insisting",
		"stressing", "accusing", "describing", "echoing", "claiming", "explaining",
		"warning", "urging", "criticizing", "criticising", "acknowledging", "declaring", "vowing", "pledging", "promising", "conceding",
		"admitting", "pointing", "cautioning", "predicting", "complaining", "joking", "dismissing", "lamenting", "appealing",
		"stating", "contrasting", "recalling", "applauding", "suggesting", "drawing", "alleging", "slamming":
		return true
	}
	return false
}

// movesShares reports a participle for what the words did to a price, at token i behind it: "sending its shares
// to a low".
func (r *reader) movesShares(low string, i, end int) bool {
	switch low {
	case "sending", "pushing", "driving", "lifting", "knocking", "dragging", "boosting", "pulling":
	default:
		return false
	}
	for k := i; k < min(end, i+6); k++ {
		switch r.low(k) {
		case "shares", "stock", "stocks", "futures", "yields", "prices", "currency", "markets", "bonds":
			return true
		}
	}
	return false
}

// credit reports whose a picture is, in brackets: "(Image: Norwire)".
func (r *reader) credit(i int) bool {
	switch r.low(i) {
	case "image", "photo", "picture", "pic", "photograph", "credit", "source":
		return r.low(i+1) == ":" || r.low(i+1) == "by"
	}
	return false
}

// backRelative reports a relative clause behind the conjunction at i that goes on with one
// outside of the content: "a bill which X says is late but which Y calls a shame".
func (r *reader) backRelative(first, i int) bool {
	if i+1 >= len(r.tags) {
		return false
	}
	switch r.low(i + 1) {
	case "which", "who", "whose":
	default:
		return false
	}
	for k := first; k < i; k++ {
		if t := r.tags[k]; t == tag.WDT || t == tag.WP || t == tag.WPS {
			return false
		}
	}
	return true
}

// meanwhile reports words of a headline at token i that tell what else goes on: "rejects
// truce as shelling resumes", "amid shelling".
func (r *reader) meanwhile(s sentence, i, end int) bool {
	w := r.low(i)
	return (w == "as" || w == "amid") && r.tags[i] == tag.IN && r.isTitle(s) && (w == "amid" || r.happens(i+1, end))
}

// happens reports a clause at token i in the present of headlines: a subject, then a verb.
func (r *reader) happens(i, end int) bool {
	if i >= end || r.men.PhraseAt(i) < 0 && r.tags[i] != tag.VBG { // "as shelling resumes"
		return false
	}
	for k := i + 1; k < end; k++ {
		switch t := r.tags[k]; {
		case t.Finite() || t == tag.VB:
			return true
		case t == tag.TO, t == tag.WP, t == tag.WDT, t == tag.WRB, t == tag.PunctComma, subordinate(r.low(k)):
			return false
		}
	}
	return false
}

// lapse reports a plural for a stretch of time.
func lapse(low string) bool {
	switch low {
	case "minutes", "hours", "days", "weeks", "months", "years", "moments", "seconds":
		return true
	}
	return false
}

// passedOn reports at token i a noun for words and what another makes of them: "…, a remark
// that the company denies", "…, an offer Brenn called late".
func (r *reader) passedOn(i, end int) bool {
	if i+2 < end && r.low(i) == "something" {
		return r.passedOnBy(i+1, end)
	}
	if i+3 < end && (r.low(i) == "which" || r.low(i) == "whom") && r.tags[i+1] == tag.PRP {
		return r.passedOnBy(i+1, end) && !r.closedAside(i+2, end) // "in Brenn, whom he described as …"
	}
	if i+3 >= end || r.tags[i] != tag.DT {
		return false
	}
	k := i + 1
	for k+1 < end && (r.tags[k] == tag.JJ || r.tags[k] == tag.NN && r.tags[k+1] == tag.NN) {
		k++
	}
	if k+1 >= end || r.tags[k] != tag.NN || !utterance(r.low(k)) && r.low(k) != "offer" && r.low(k) != "point" && r.low(k) != "version" && !deeds.Has(r.low(k)) && !nounTable().Has(r.low(k)) {
		return false
	}
	if k++; r.low(k) == "that" || r.low(k) == "which" {
		k++
	}
	return r.passedOnBy(k, end)
}

// deeds are nouns by which the narrator sums up what was said, to tell what another makes of it: "said
// the pier would close, a decision that Brenn called late".
var deeds = lexicon.WordsOf(
	"decision", "move", "step", "recommendation", "result", "ruling", "outcome", "idea", "measure", "tactic", "practice",
	"change", "plan", "policy", "delay", "gesture", "shift", "approach", "verdict", "finding", "figure", "target", "deadline",
)

// wordingBehind reports at token i what the narrator calls the words before, to go on about them: "– a
// phrase that Brenn still knows", ", a line he would repeat".
func (r *reader) wordingBehind(i, end int) bool {
	if i+3 >= end || r.low(i) != "a" {
		return false
	}
	switch r.low(i + 1) {
	case "phrase", "remark", "line", "comment", "characterization", "description", "formulation", "statement", "comparison":
	default:
		return false
	}
	t := r.tags[i+2]
	return r.low(i+2) == "that" || t == tag.WDT || t == tag.PRP || t.Proper()
}

// closedAside reports that a comma closes the relative clause that goes on at token i before the content
// ends: "the report, which Hamm called late, was right".
func (r *reader) closedAside(i, end int) bool {
	for k := i; k+1 < end; k++ {
		if r.commaAt(k) || r.tags[k] == tag.PunctColon {
			return true
		}
	}
	return false
}

// passedOnBy reports at token k who makes something of another's words, and the verb.
func (r *reader) passedOnBy(k, end int) bool {
	p := r.men.PhraseAt(min(k, end-1))
	if p < 0 && k+1 < end && r.tags[k] == tag.VBG {
		p = r.men.PhraseAt(k + 1) // "fishing groups"
	}
	if p < 0 {
		return false
	}
	v := int(r.men.Phrases[p].FullEnd)
	if v+1 < end && r.low(v) == "and" {
		if p := r.men.PhraseAt(v + 1); p >= 0 && int(r.men.Phrases[p].First) == v+1 {
			v = int(r.men.Phrases[p].FullEnd) // "a charge that Brenn and the union deny"
		}
	}
	if v < end && r.tags[v] == tag.WP {
		const far = 6
		for n := 0; n < far && v+1 < end && (n < 2 || r.cueVerb(v, r.tags[v]) == nil); n++ {
			v++ // "a version that two who were there called late"
		}
	}
	for v < end && (adverbTag(r.tags[v]) || auxiliary(r.low(v))) {
		v++
	}
	return v < end && v > k && (r.tags[v].Finite() || r.tags[v] == tag.VBN) && r.cueVerb(v, r.tags[v]) != nil
}

// perfectReport reports a verb of speech behind the conjunction at i that the
// tagger took for a participle because of the content's own perfect: "told them
// that he had won and called her a liar". After a passive it may be one.
func (r *reader) perfectReport(first, i int) bool {
	if i+2 >= len(r.tags) || r.tags[i+1] != tag.VBN || r.men.PhraseAt(i+2) < 0 && !r.callsFor(i+1) {
		return false
	}
	e := r.cueVerb(i+1, tag.VBN)
	if e == nil || e.strength < 2 || e.class != "speech" {
		return false
	}
	if r.callsFor(i+1) || r.tags[i-1] == tag.PunctClose && e.lemma != "call" {
		return true // "were "bound to be friends" and proposed talks"
	}
	for k := first; k < i; k++ {
		if copula(r.low(k)) && r.outer(k) < 0 {
			return false
		}
	}
	return true
}

// tellsOthers reports a verb behind the conjunction at i whose object is somebody who is told: "assured them that A and
// | advised drivers to wait".
func (r *reader) tellsOthers(first, i, end int) bool {
	if i+2 >= end || r.tags[i+1] != tag.VBD || r.outer(i) >= 0 {
		return false
	}
	e := r.cueVerb(i+1, tag.VBD)
	if e == nil || e.class != "speech" || !has(e.frames, 'a') {
		return false
	}
	p := r.men.PhraseAt(i + 2)
	if p < 0 || int(r.men.Phrases[p].First) != i+2 || !r.speaks(int(r.men.Phrases[p].Head)) {
		return false
	}
	k := int(r.men.Phrases[p].End)
	return k < end && (r.tags[k] == tag.TO || r.tags[k] == tag.IN) && (r.low(k) == "to" || r.low(k) == "against" || r.low(k) == "that" || r.low(k) == "not")
}

// othersToo reports behind the conjunction at i what others say, where both are told behind "with": "with Brenn
// saying A and | Hamm insisting B".
func (r *reader) othersToo(first, i, end int) bool {
	k := first - 1
	if k > 0 && r.low(k) == "that" {
		k--
	}
	if k <= 0 || r.tags[k] != tag.VBG || i+1 >= end {
		return false
	}
	p := r.men.PhraseAt(i + 1)
	if p < 0 || int(r.men.Phrases[p].First) != i+1 {
		return false
	}
	v := int(r.men.Phrases[p].FullEnd)
	return v < end && r.tags[v] == tag.VBG && r.isGerundReport(v)
}

// pastAgain reports a past tense behind the conjunction at i that cannot go on with the
// content, whose one verb has a modal: "warned that a raid would mean war and called up
// the reserve".
func (r *reader) pastAgain(first, i, end int) bool {
	if i+1 >= end || r.tags[i+1] != tag.VBD || r.outer(i) >= 0 {
		return false
	}
	modal, passive := false, false
	for k := first; k < i; k++ {
		switch t := r.tags[k]; {
		case r.outer(k) >= 0:
		case t == tag.MD:
			modal = true
		case copula(r.low(k)):
			passive = true
		case t.Finite():
			return false
		}
	}
	return modal && (!passive || r.commaAt(i-1)) // "would be freed in May and returned to Norland"
}

// inWhat reports ", in what X called …" at token i: the narrator adds another's name for it.
func (r *reader) inWhat(s sentence, i, end int) bool {
	return i+3 < end && r.low(i) == "in" && r.low(i+1) == "what" && r.passedOnBy(i+2, end)
}

// unspoken reports what a source leaves out: "said so, without elaborating".
func unspoken(low string) bool {
	switch low {
	case "elaborating", "giving", "providing", "offering", "specifying", "naming", "saying", "explaining", "citing", "identifying":
		return true
	}
	return false
}

// callsFor reports "called for" and "called on" at token i.
func (r *reader) callsFor(i int) bool {
	return i+1 < len(r.tags) && r.low(i) == "called" && (r.low(i+1) == "for" || r.low(i+1) == "on")
}

// reportedBy reports whether a source and its cue close the sentence at i:
// "…, AP said".
func (r *reader) reportedBy(s sentence, i, end int) bool {
	if i >= end {
		return false
	}
	p := r.men.PhraseAt(i)
	if p < 0 || int(r.men.Phrases[p].First) != i {
		return false
	}
	i = int(r.men.Phrases[p].FullEnd)
	for i < end && adverbTag(r.tags[i]) {
		i++ // "a point Brenn also admitted"
	}
	if !r.isReport(i, end) {
		return false
	}
	c := &cue{entry: unknown, verb: i, end: i + 1}
	r.afterCue(s, c)
	return r.closes(s, c)
}

// reports reports whether a new report begins at i: an optional subject, then
// a cue verb that takes what was said.
func (r *reader) reports(s sentence, i, end int, subject bool) bool {
	for n := 0; i < end && n < 3 && (adverbTag(r.tags[i]) || auxiliary(r.low(i)) && r.tags[i].Verb()); n++ {
		i++
	}
	if r.isReport(i, end) {
		return true
	}
	if !subject || i >= end {
		return false
	}
	p := r.men.PhraseAt(i)
	if p < 0 || int(r.men.Phrases[p].First) != i {
		return false
	}
	i = r.overAside(int(r.men.Phrases[p].FullEnd), end)
	if i+2 < end && r.tags[i] == tag.IN && r.tags[i+1] == tag.CD {
		i += 2 // "one in four"
	}
	for n := 0; i < end && n < 3 && (adverbTag(r.tags[i]) || auxiliary(r.low(i)) && r.tags[i].Verb()); n++ {
		i++
	}
	return r.isReport(i, end)
}

// shareAt reports a share of people at token i that is no figure, of whom something else is told: "one in
// three said A and | nearly half said B".
func (r *reader) shareAt(i int) bool {
	switch r.low(i) {
	case "another", "others", "nearly", "about", "half", "most", "just":
		return true
	}
	return false
}

// overAside is where the verb of a subject that ends at token i may stand, behind what tells who that
// is: "a clerk | who has read the file said", "Ada Brenn |, the mayor, said"; i if nothing does.
func (r *reader) overAside(i, end int) int {
	const far = 20
	if i+2 >= end {
		return i
	}
	switch {
	case r.tags[i] == tag.WP && r.low(i) == "who":
		for k, n := i+1, 0; k < min(end, i+far); k++ {
			if !r.tags[k].Finite() || r.outer(k) >= 0 || auxiliary(r.low(k-1)) {
				continue
			}
			if n++; n == 2 {
				return k
			}
		}
	case r.tags[i] == tag.PunctComma:
		for k := i + 2; k < min(end, i+far); k++ {
			if r.tags[k] != tag.PunctComma {
				continue
			}
			if t := r.tags[i+1]; t == tag.WP || t == tag.WPS || r.phraseOnly(i+1, k) {
				return k + 1
			}
		}
	}
	return i
}

func (r *reader) isReport(i, end int) bool {
	if i >= end || !r.tags[i].Finite() {
		return false
	}
	e := r.cueVerb(i, r.tags[i])
	return e != nil && e.strength >= 2 && e.class == "speech"
}

// isGerundReport reports a verb of speech in its -ing form at token i.
func (r *reader) isGerundReport(i int) bool {
	e := r.cueVerb(i, tag.VBG)
	return e != nil && e.strength >= 2 && e.class == "speech"
}

// finite reports whether [first, end) holds a finite verb of its own.
func (r *reader) finite(first, end int) bool {
	for i := first; i < end; i++ {
		if r.tags[i].Finite() {
			return true
		}
	}
	return false
}

// content is the spans of the tokens [first, end): without quotation marks
// where one quoted string is all of it, and whether it is direct, mixed or
// indirect.
func (r *reader) content(first, end int) ([]article.Span, article.QuoteKind) {
	quoted, words := 0, 0
	pair := -1
	for i := first; i < end; i++ {
		if t := r.tags[i]; t >= tag.PunctEnd && t <= tag.NFP {
			continue
		}
		words++
		if p := r.outer(i); p >= 0 {
			quoted++
			pair = p
		}
	}
	span := r.d.Span(first, end)
	switch {
	case quoted == 0:
		return []article.Span{span}, article.QuoteIndirect
	case quoted < words:
		return []article.Span{span}, article.QuoteMixed
	}
	var spans []article.Span
	for p := r.outer(first); p >= 0 && p <= pair; p++ {
		if r.marks.Pairs[p].Depth == 0 && r.marks.Pairs[p].Inner.Len() > 0 {
			spans = append(spans, r.marks.Pairs[p].Inner)
		}
	}
	return spans, article.QuoteDirect
}

// skipComma steps over a comma or colon at i.
func (r *reader) skipMarks(s sentence, i int) int {
	for i < s.end && (r.tags[i] == tag.PunctComma || r.low(i) == ":") {
		i++
	}
	return i
}
