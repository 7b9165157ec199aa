package quote

import (
	"iter"

	"dossier/article"
	"dossier/parse/internal/tag"
)

// open walks the cues that a rule for reported clauses may use: with one of the
// frames and a source, unused, outside of quotations, not too deep inside other
// reports.
func (r *reader) open(frames string) iter.Seq[*cue] {
	return func(yield func(*cue) bool) {
		for k := range r.cues {
			c := &r.cues[k]
			if c.used || c.src == nil || c.passive || !hasAny(c.frames, frames) || r.outer(c.verb) >= 0 || r.buried(c) || r.idle(c) {
				continue
			}
			if !yield(c) {
				return
			}
		}
	}
}

// report claims the tokens [first, end) for cue c.
func (r *reader) report(s sentence, rl *rule, c *cue, first, end int, fs ...article.Feature) bool {
	if c.until > first && c.until < end {
		end = c.until
	}
	if first >= end {
		return false
	}
	if r.inSubject(s, c) {
		need := 0
		if r.mainAt(first, end) {
			need = 1
			if k := r.beforeMain(first, end, 0); r.beforeMain(first, end, 1) == end && k+1 < end && k > first+1 && r.isReport(k, end) && r.low(k+1) == "that" && has(c.frames, 'o') {
				return false // "The clerk who reported the call recalled that …"
			}
		}
		if r.opensWithPreposition(s) {
			end = r.afterPreposition(first, end)
		} else {
			end = r.beforeMain(first, end, need)
		}
	}
	if c.relative || c.src != nil && c.src.First > 0 && r.tags[c.src.First-1] == tag.WPS {
		end = r.relativeEnd(s, c, first, end)
	} else if r.gapped(c, first) {
		end = r.gapEnd(s, first, end)
	} else if r.inWhich(c) && has(c.frames, 'o') && !r.mainAt(r.pastRounding(first, end), end) {
		end = r.beforeMain(first, end, 0)
	}
	if c.src != nil && (r.inSide(s, rl, int(c.src.First)) || c.first == s.first && c.end < int(c.src.First)) {
		end = r.sideEnd(first, end)
	}
	first = r.pastDashes(first, end)
	if end-first > 2 && r.low(end-1) == "however" && r.tags[end-2] == tag.PunctComma {
		end -= 2 // "Even as she was criticizing Hamm, however, …"
	}
	for first < end && r.outer(first) < 0 && (r.tags[first] == tag.PunctComma || r.tags[first] == tag.PunctColon && dash(r.d.Word(first))) {
		first++ // "said that, while it rained, …"
	}
	if end-first < 1 || !r.wordsBetween(first, end) || first == c.after && r.low(first) == "and" && first+1 < end && r.tags[first+1].Finite() {
		return false // "responded and found that": the next verb's words
	}
	spans, kind := r.content(first, end)
	if p := r.outer(first); kind == article.QuoteDirect && p >= 0 && r.taken[p] {
		return false // another's words already
	}
	return r.claim(s, rl, kind, spans, c.src, c, fs...) != nil
}

// inWhich reports a source behind a preposition and which, in whose clause no main verb stands:
// "a letter | in which she called them slow was leaked".
func (r *reader) inWhich(c *cue) bool {
	if c.src == nil || c.inverted || c.src.First < 2 {
		return false
	}
	return r.low(int(c.src.First)-1) == "which" && r.tags[c.src.First-2] == tag.IN
}

// pastRounding is the token behind adverbs that round or stress a figure at token i: "nearly | 400".
func (r *reader) pastRounding(i, end int) int {
	for k := i; k < end && (adverbTag(r.tags[k]) || r.tags[k] == tag.CD || r.tags[k] == tag.Dollar); k++ {
		if r.tags[k] == tag.CD {
			return k
		}
	}
	return i
}

// gapped reports a content at first that lacks its subject, which is who, which or that
// before the source: "a bill that Brenn says is late".
func (r *reader) gapped(c *cue, first int) bool {
	if c.src == nil || c.src.First == 0 || c.inverted || first >= len(r.tags) || !r.tags[first].Finite() && r.tags[first] != tag.VB {
		return false
	}
	t := r.tags[c.src.First-1]
	return t == tag.WDT || t == tag.WP
}

// gapEnd is where a relative clause without its subject ends: before the comma or the
// noun's own verb that goes on with the sentence, or before another's report ("a bill that
// Brenn says is late but Hamm calls good was passed").
func (r *reader) gapEnd(s sentence, first, end int) int {
	for k := first + 1; k+1 < end; k++ {
		switch t, next := r.tags[k], r.tags[k+1]; {
		case r.outer(k) >= 0:
		case t == tag.PunctComma && next.Finite() && k+2 < end, t == tag.CC && r.reports(s, k+1, end, true):
			return k
		case k > first+1 && (t == tag.VBD || t == tag.MD || auxiliary(r.low(k))) && (r.tags[k-1] == tag.VBN || r.tags[k-1] == tag.JJ):
			return k
		}
	}
	return end
}

// opensSide reports a word that opens a clause before the main one.
func opensSide(low string) bool {
	switch low {
	case "when", "while", "where", "after", "although", "though", "because", "if", "since", "once", "before", "until":
		return true
	}
	return false
}

// sideEnd is where a side clause ends: before the last comma behind which the main
// clause has its subject and verb ("When X said that A, Y left").
func (r *reader) sideEnd(first, end int) int {
	for k := end - 3; k > first+1; k-- {
		if !r.commaAt(k) || r.outer(k+1) >= 0 || r.tags[k] == tag.PunctComma && r.outer(k) >= 0 {
			continue
		}
		if t := r.tags[k+1]; t == tag.WPS || t == tag.WP || t == tag.WDT {
			continue // "…, whose spokesman did not call back"
		}
		if r.mainAt(k+1, end) || r.tags[k+1] == tag.PRP && nominative(r.low(k+1)) && k+3 == end {
			if r.tags[k] == tag.PunctComma {
				return k
			}
			return k + 1
		}
	}
	return end
}

// mainAt reports a subject and its finite verb at token i, a short adjunct before
// them aside.
func (r *reader) mainAt(i, end int) bool {
	const most = 5
	for k := i; k < min(end, i+most); k++ {
		p := r.men.PhraseAt(k)
		if p < 0 || int(r.men.Phrases[p].First) != k {
			continue
		}
		v := int(r.men.Phrases[p].FullEnd)
		for v < end && (adverbTag(r.tags[v]) || r.tags[v] == tag.EX) {
			v++ // "an official there said"
		}
		if v < end && r.tags[v].Finite() {
			return true
		}
		if v+1 < end && r.tags[v] == tag.PunctComma && r.tags[v+1] == tag.WP && v > k {
			return true // "While X wants A, the captain, who left, …"
		}
		if k == i && r.tags[i] != tag.IN {
			return false
		}
	}
	return false
}

// relativeEnd is where a relative clause ends: before a comma behind which the
// verb of the main clause stands ("X, who praised Y, said …"). Where that verb stood before,
// the comma closes an aside ("It had not, said Y, which said Z, from X, was late").
func (r *reader) relativeEnd(s sentence, c *cue, first, end int) int {
	done := c.strength == 3 && r.verbBefore(s, int(c.src.First))
	for k := first; k+1 < end; k++ {
		if done && !r.finite(first, k) {
			continue
		}
		if r.tags[k] == tag.PunctComma && (r.tags[k+1].Finite() || r.tags[k+1] == tag.VBN && r.low(min(k+2, end-1)) != "by") {
			return k
		}
	}
	return end
}

// mainVerb is where the verb of the main clause stands in [first, end), behind a content of clauses many clauses that the
// relative source of c has: the relative clause tells whose verb it is, and no comma closes it; end if none does.
//
// Example: "Nurses who complained about the noise | left", "The man who said it was late | left". Counter-example: "She met
// a man who said it was late", "Nurses, who complained about the noise left by the fair, agreed".
func (r *reader) mainVerb(s sentence, c *cue, first, end, clauses int) int {
	if at := int(c.src.First); at == s.first || r.commaAt(at-1) || r.tags[at] != tag.WP && r.tags[at] != tag.WDT || r.verbBefore(s, at) {
		return end
	}
	for k := first; k < end; k++ {
		switch t := r.tags[k]; {
		case t == tag.PunctComma, t == tag.CC, t == tag.PunctColon, t == tag.PunctOpen, t == tag.WRB, t == tag.IN && subordinate(r.low(k)) && r.low(k) != "that":
			return end
		case t == tag.WP, t == tag.WDT, k > first && r.low(k) == "that":
			clauses++
		case !t.Finite() || k > first && (r.tags[k-1].Finite() || r.tags[k-1] == tag.TO):
		case clauses > 0:
			clauses--
			for x := range r.cues {
				if r.cues[x].verb == k {
					clauses++ // "who wrote that he believes the state is late"
				}
			}
		case nominative(r.low(k - 1)):
			// "the agenda of those they support"
		case k > first:
			for k > first+1 && adverbTag(r.tags[k-1]) {
				k--
			}
			return k
		}
	}
	return end
}

func (r *reader) anyQuoted(first, end int) bool {
	for i := first; i < end; i++ {
		if r.outer(i) >= 0 {
			return true
		}
	}
	return false
}

// clauseStart is where the clause that ends before token end begins: the
// sentence's start, or behind the last claimed content.
func (r *reader) clauseStart(s sentence, end int) int {
	start := s.first
	for i := len(r.out) - 1; i >= 0; i-- {
		q := &r.out[i]
		if int(q.First) < s.first {
			break
		}
		if int(q.End) <= end && int(q.End) > start {
			start = int(q.End)
		}
		if int(q.CueEnd) <= end && int(q.CueEnd) > start {
			start = int(q.CueEnd)
		}
	}
	for start < end && r.tags[start] >= tag.PunctEnd && r.tags[start] <= tag.NFP && r.outer(start) < 0 {
		start++
	}
	return start
}

// clauseThenCue reads CLAUSE, X said.
func clauseThenCue(r *reader, s sentence, rl *rule) {
	for c := range r.open("ba") {
		lo := min(c.srcFirst, c.first)
		if c.strength < 2 || lo <= s.first+2 || c.lone || c.class == "seem" || c.relative || !r.closes(s, c) || c.negated || c.class == "mental" && r.low(int(c.src.Head)) == "you" {
			continue // "He was a mate once, you know.", "If he lied, she cannot remember.", "The rule is sound, I can't argue with that."
		}
		if r.namedWhen(c) {
			continue // "The bridge will go, a plan announced in May."
		}
		if r.tellsItself(s, c) {
			continue // "When she joined the choir, she recalled singing all night."
		}
		if r.behindCarrier(s, lo-1) || c.lemma == "shout" && r.at(s, c.after) == "at" {
			continue // "at which, according to two clerks, he shouted at the mayor"
		}
		if r.asksHow(s, c.after) {
			continue // "In hindsight, she understood how they had erred."
		}
		stop := lo - 1
		switch r.d.Word(stop) {
		case ",", "–", "—":
		default:
			if p := r.outer(stop); !r.commaAt(stop) || p < 0 || r.marks.Pairs[p].Words >= 3 {
				continue
			}
			stop++ // is "appalled," Brenn told reporters
		}
		start := r.pastColon(r.clauseStart(s, stop), stop, c)
		opens := start
		if r.tags[start] == tag.CC && start+1 < stop {
			opens++ // "And if he lied, …"
		}
		opens = r.sideBehind(opens, stop)
		if !r.finite(start, stop) && !r.isTitle(s) && !r.pastHidden(start, stop) && !r.verbHidden(s, c, start, stop) || subordinate(r.low(opens)) && r.low(opens) != "that" && !r.mainAfter(opens, stop) {
			continue
		}
		if putToWhom(r.low(start)) {
			continue // "Asked about the vote, Brenn pointed to the minutes."
		}
		if stop-start == 2 && r.tags[start] == tag.PRP && r.isReport(start+1, stop) {
			continue // "He said, she said"
		}
		r.report(s, rl, c, start, stop, article.Feature{Name: "comma-before-source", Weight: 0})
	}
}

// behindCarrier reports that the comma at token k closes "according to X" and not a clause that is
// said.
func (r *reader) behindCarrier(s sentence, k int) bool {
	const far = 14
	for i := k - 1; i > s.first && i > k-far; i-- {
		if r.tags[i] == tag.PunctComma {
			return i+2 < k && r.low(i+1) == "according" && r.low(i+2) == "to"
		}
	}
	return false
}

// pastHidden reports a subject and a past tense that the tags take for a participle: "A
// missile slammed into a market, officials said."
func (r *reader) pastHidden(first, end int) bool {
	p := r.men.PhraseAt(first)
	if p < 0 || int(r.men.Phrases[p].First) != first {
		return false
	}
	v := int(r.men.Phrases[p].FullEnd)
	if v+1 >= end || r.tags[v] != tag.VBN || r.tags[v+1] == tag.PunctComma {
		return false
	}
	e := r.cueVerb(v, tag.VBN)
	return e == nil || !has(e.frames, 't')
}

// verbHidden reports words that can be nothing but what is said, though the tags see no verb in them: a
// verb of speech with its source alone closes the sentence, and no adjunct or time opens it ("A
// river flows below the ice, Brenn said").
func (r *reader) verbHidden(s sentence, c *cue, first, end int) bool {
	const fewest = 4
	if c.strength < 3 || c.class != "speech" || end-first < fewest || c.after < s.end-1 || c.src.Mention < 0 && r.tags[c.src.Head] != tag.PRP && !verdicts.Has(r.low(int(c.src.Head))) {
		return false
	}
	p := r.men.PhraseAt(first)
	if p < 0 || int(r.men.Phrases[p].First) != first || r.timeHead(int(r.men.Phrases[p].Head)) {
		return false
	}
	for k := first; k < end; k++ {
		if r.tags[k] == tag.PunctComma {
			return false
		}
	}
	return true
}

func (r *reader) isTitle(s sentence) bool {
	k := r.d.Blocks[s.block].Kind
	return k == article.BlockTitle || k == article.BlockHeading
}

// mainAfter reports whether a comma and another finite verb follow a
// subordinate clause.
func (r *reader) mainAfter(first, end int) bool {
	for i := first; i < end; i++ {
		if r.tags[i] == tag.PunctComma {
			return r.finite(i, end)
		}
	}
	return false
}

// closes reports whether nothing that could be the content follows the cue: the
// sentence ends, or an adverbial follows.
func (r *reader) closes(s sentence, c *cue) bool {
	i := c.after
	if i >= s.end || r.tags[i] == tag.PunctEnd || r.outer(i) >= 0 && r.outer(c.verb) < 0 && r.d.Tokens[i].Shape != 0 && r.tags[i] == tag.PunctClose {
		return true
	}
	if r.tags[i] == tag.PunctComma || r.tags[i] == tag.LRB || r.tags[i] == tag.PunctColon && r.low(i) != ":" {
		return true
	}
	if r.low(i) == "for" && wants(c.lemma) {
		return false // "Norway backed it, while Chile pressed for more"
	}
	if r.tags[i] == tag.IN || r.tags[i] == tag.WRB {
		return r.low(i) != "that"
	}
	if c.inverted && r.tags[i] == tag.WP {
		return true // "…, said Brenn, a farmer who grows rye"
	}
	return r.tags[i] == tag.VBG || r.tags[i] == tag.CC || r.tags[i] == tag.TO && !(has(c.frames, 'i') && r.actAt(s, i+1))
}

// wants reports the verbs that have what is wanted behind "for".
func wants(lemma string) bool {
	switch lemma {
	case "press", "call", "push", "appeal", "campaign", "lobby", "plead", "ask":
		return true
	}
	return false
}

// asksHow reports a question that is reported, at token i.
func (r *reader) asksHow(s sentence, i int) bool {
	switch r.at(s, i) {
	case "how", "why", "whether":
		return r.finite(i+1, s.end)
	}
	return false
}

// verbBefore reports a finite verb before token i in its clause.
func (r *reader) verbBefore(s sentence, i int) bool {
	for k := i - 1; k >= s.first && !subordinate(r.low(k)) && r.tags[k] != tag.WRB; k-- {
		if r.tags[k].Finite() {
			return true
		}
	}
	return false
}

// cueThat reads X said that CLAUSE.
func cueThat(r *reader, s sentence, rl *rule) {
	for c := range r.open("t") {
		i := r.thatBehind(s, c)
		if i < 0 || c.negated && c.class == "speech" {
			continue // "did not say that …"
		}
		end := r.contentEnd(s, i, s.end)
		if c.relative {
			end = r.mainVerb(s, c, i, end, 1)
		}
		r.report(s, rl, c, i, end, article.Feature{Name: "that", Weight: 0})
	}
}

// cueWhether reads X asked whether CLAUSE.
func cueWhether(r *reader, s sentence, rl *rule) {
	for c := range r.open("w") {
		switch r.at(s, c.after) {
		case "whether", "if", "why", "how", "what", "who", "when", "where":
			if c.inverted && r.tags[c.after] == tag.WP && r.low(c.after) == "who" {
				continue // "…, said Brenn, a farmer who grows rye"
			}
			if r.low(c.after) == "who" && c.participle && c.after > c.end {
				continue // "the third witness testifying on Monday who heard it"
			}
			if a := c.addressee; a != nil && r.low(c.after) == "who" && c.after+1 < s.end && r.tags[c.after+1].Finite() && r.tags[a.Head] != tag.PRP {
				continue // "told a woman who had won …"
			}
			if r.finite(c.after+1, s.end) {
				end := r.contentEnd(s, c.after, s.end)
				if c.lemma == "ask" && c.first > s.first+1 && r.commaAt(c.first-1) && (r.tags[c.first-2].Noun() || selves.Has(r.low(c.first-2))) {
					end = r.relativeEnd(s, c, c.after, end) // "One pupil, asked by the Post what he thought, said"
				}
				r.report(s, rl, c, c.after, end)
			}
		}
	}
}

// cueClause reads X said CLAUSE: behind the cue, an addressee and time words
// aside, a clause with a finite verb begins.
func cueClause(r *reader, s sentence, rl *rule) {
	for k := range r.cues {
		c := &r.cues[k]
		if c.used || c.src == nil || c.passive || r.outer(c.verb) >= 0 || c.inverted || c.infinitive && !r.wontTo(s, c) || c.negated || r.buried(c) || c.modal && c.lemma == "add" || r.tellsTruth(c) || r.inWhether(c) {
			continue // "it could add a bench instead"
		}
		if !hasAny(c.frames, "bc") && !(has(c.frames, 'a') && c.addressee != nil) || c.hears && !r.mainAt(c.after, s.end) {
			continue
		}
		i := c.after
		if k := r.sideAhead(s, c, i); k > 0 {
			i = k
		} else if i+1 < s.end && (r.tags[i] == tag.PunctComma || r.closingDash(s, i)) {
			continue // "Brenn – his real name, he insists – was there"
		}
		if i < s.end && r.low(i) == ":" {
			i++
		}
		if c.addressee != nil && i < s.end && r.low(i) == "who" {
			continue // "told a woman who had won …"
		}
		if c.lemma == "say" && (greeting(r.at(s, i)) || r.little(s, i)) || i < s.end && r.orNot(s, i) {
			continue // "As we say goodbye, he looks up"
		}
		if has(c.frames, 'c') && !r.clauseAt(s, i) {
			continue // "denied the fraud claims", "denied them permits until the work was done"
		}
		if c.lemma == "promise" && c.addressee == nil {
			i = r.promisedWhom(s, c, i)
		}
		end := r.contentEnd(s, i, s.end)
		if c.relative {
			end = r.mainVerb(s, c, i, r.relativeEnd(s, c, i, end), 1) // "which reports next week, has heard"
		}
		if !r.clause(s, i, end, c) {
			continue
		}
		f := article.Feature{Name: "bare-clause", Weight: 0}
		if c.class == "mental" {
			f = article.Feature{Name: "mental-cue", Weight: -7}
		}
		r.report(s, rl, c, i, end, f)
	}
}

// wontTo reports an infinitive that tells what its subject did say: "went on to say the ferry was late", "likes
// to say it is".
//
// Counter-example: "wants to say it is late".
func (r *reader) wontTo(s sentence, c *cue) bool {
	i := c.verb - 2
	if i <= s.first || c.class != "speech" || c.strength < 3 || r.tags[i+1] != tag.TO || !c.lone || !r.clauseAt(s, c.after) {
		return false
	}
	switch r.low(i) {
	case "on":
		w := r.low(i - 1)
		return w == "went" || w == "goes" || w == "gone"
	case "liked", "likes", "used", "continued", "continues":
		return true
	}
	return false
}

// clauseAt reports what can be nothing but the subject of a clause at token i: a pronoun in the nominative or
// one before a verb, "there", or words right before an auxiliary.
func (r *reader) clauseAt(s sentence, i int) bool {
	if i+1 >= s.end {
		return false
	}
	switch w := r.low(i); {
	case nominative(w):
		return true
	case w == "it", w == "there":
		return r.tags[i+1].Finite() || r.tags[i+1] == tag.MD
	}
	p := r.men.PhraseAt(i)
	if p < 0 || int(r.men.Phrases[p].First) != i {
		return false
	}
	v := int(r.men.Phrases[p].FullEnd)
	return v < s.end && (r.tags[v] == tag.MD || r.tags[v].Finite() && auxiliary(r.low(v)))
}

// clause reports whether [i, end) begins like a clause: a subject and its
// finite verb, or a subordinate clause before them.
func (r *reader) clause(s sentence, i, end int, c *cue) bool {
	if i >= end {
		return false
	}
	if r.low(i) == "there" || r.low(i) == "if" || r.low(i) == "while" || r.low(i) == "when" || r.low(i) == "although" || r.low(i) == "because" || r.low(i) == "just" && i+1 < end && r.low(i+1) == "because" {
		return r.finite(i, end)
	}
	if r.tags[i] == tag.TO {
		return false // "told them to leave"
	}
	if r.tags[i] == tag.IN && !r.figureAt(i) && r.low(i) != "in" && r.low(i) != "after" && r.low(i) != "under" && r.low(i) != "despite" {
		return false
	}
	p := r.men.PhraseAt(i)
	if p < 0 && c.strength < 3 && !r.figureAt(i) {
		return false
	}
	if c.strength < 3 && r.breaksOff(i, end) {
		return false // "who do find work, the wage can be low"
	}
	for k := i; k < end; k++ {
		switch {
		case k > i && r.tags[k-1] == tag.TO: // "three assists to lead the Rovers"
		case r.tags[k].Finite() || k == i && r.tags[k] == tag.VB && r.gapped(c, i):
			if k > i && r.tags[k-1] == tag.CC && (c.strength < 3 || has(c.frames, 'o') && c.lemma != "say" && (copula(r.low(k)) || p >= 0 && int(r.men.Phrases[p].FullEnd) == k-1)) {
				return false // "found a job and left", "admitted trespass and was fined", "confirmed the call but gave no details"
			}
			return k > i || c.strength == 3 && (r.tags[k] != tag.MD || !r.dumbThing(int(c.src.Head))) // "a merger announced Monday | would make it a giant"
		case r.tags[k] == tag.WRB && k > i && k+1 < end && (r.tags[k+1] == tag.VBN || r.tags[k+1] == tag.VBD) && r.low(k) == "when":
			return false // "confirmed the raid when asked"
		case r.tags[k] == tag.WDT || r.tags[k] == tag.WP:
			if p >= 0 && k <= int(r.men.Phrases[p].FullEnd) && c.strength < 3 {
				return false // "saw the man who …"
			}
		case r.tags[k] == tag.CC && c.lemma == "add":
			return false // "added his third goal, and Hamm scored again"
		case r.tags[k] == tag.VBG && k == i:
			return c.strength == 3
		case r.tags[k] == tag.VBN && k > i && c.strength == 3 && p >= 0 && k == int(r.men.Phrases[p].FullEnd) && r.isTitle(s):
			return true // "Norland says 14 killed in strike"
		}
	}
	return c.lemma == "report" && r.tags[i] == tag.VBG
}

// figureAt reports a preposition at token i that only rounds the figure behind it: "found
// about 40 percent agree", "show as many as ten have left".
func (r *reader) figureAt(i int) bool {
	switch r.low(i) {
	case "as", "about", "around", "over", "under", "between", "up":
		return i+1 < len(r.tags) && (r.tags[i+1] == tag.CD || r.low(i+1) == "many" || r.low(i+1) == "half" || r.low(i+1) == "to")
	}
	return false
}
