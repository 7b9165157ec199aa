package quote

import (
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
)

// What stands between a cue and its content: who is told, when, and in what.

// afterCue skips the addressee ("told reporters"), the time ("on Wednesday")
// and the medium ("in a statement") behind the cue.
func (r *reader) afterCue(s sentence, c *cue) {
	i := c.end
	if c.inverted && c.src != nil {
		i = int(c.src.End)
	}
	if has(c.frames, 'a') && !c.inverted {
		i = r.addressee(s, c, i)
	}
	if c.lemma == "write" && !c.inverted && r.at(s, i) == "to" && i+1 < s.end {
		if to := r.phraseFrom(i + 1); to != nil {
			c.addressee, i = to, int(to.End) // "wrote to the council that …"
		}
	}
	i = r.quotingAgency(s, c, i)
	for {
		n := r.circumstance(s, c, i)
		if n == i {
			break
		}
		i = n
	}
	c.after = i
}

// addressee reads the noun phrase right behind a verb such as tell.
func (r *reader) addressee(s sentence, c *cue, i int) int {
	if i >= s.end {
		return i
	}
	p := r.men.PhraseAt(i)
	if p < 0 && r.low(i) == "her" {
		c.addressee = r.source(i, i+1, i)
		return i + 1 // "told her | she was late": the tags see a possessor
	}
	if p < 0 && r.low(i) == "both" && i+1 < s.end {
		if to := r.phraseFrom(i + 1); to != nil && int(to.End) <= s.end {
			c.addressee = r.source(i, int(to.End), int(to.Head))
			return int(to.End) // "urged both sides | to talk"
		}
	}
	if p < 0 || int(r.men.Phrases[p].First) != i || r.outer(i) != r.outer(c.verb) {
		return i
	}
	ph := &r.men.Phrases[p]
	if has(c.frames, 'b') && r.opensClause(s, ph) {
		return i // "warned she was late", "warned the toll would rise"
	}
	if r.low(i) == "that" && (int(ph.End) == i+1 || r.clauseBehind(s, i)) {
		return i // a conjunction
	}
	end := int(ph.End)
	if int(ph.FullEnd) <= s.end {
		end = int(ph.FullEnd)
	}
	if c.lemma == "ask" && r.at(s, int(ph.End)) == "for" {
		end = int(ph.End) // "asked the court | for help"
	}
	if h := r.hearerIn(s, i, end); h > 0 {
		c.addressee = r.source(i, h, h-1)
		return h
	}
	end = r.overRelative(s, c, r.overApposition(s, r.overPlace(s, r.overAnd(s, end))))
	c.addressee = r.source(i, end, int(ph.Head))
	return end
}

// hearerIn is where the hearer in the phrase of the tokens [i, end) ends that is run together with
// the subject of what is told: "told the council | fire engines would get through"; 0 if none is.
func (r *reader) hearerIn(s sentence, i, end int) int {
	if end >= s.end || r.tags[end] != tag.MD && !(r.tags[end].Finite() && auxiliary(r.low(end))) {
		return 0
	}
	k := i
	if r.tags[k] == tag.DT {
		k++
	}
	if k+1 >= end || !hearers.Has(r.low(k)) || r.tags[k+1] == tag.POS {
		return 0
	}
	return k + 1
}

// hearers are bodies and people who are told things in public.
var hearers = lexicon.WordsOf(
	"council", "court", "jury", "jurors", "committee", "parliament", "commons", "senate", "congress", "house", "meeting", "hearing",
	"inquiry", "inquest", "tribunal", "panel", "board", "reporters", "journalists", "lawmakers", "mps", "senators", "police", "officers",
	"crowd", "audience", "conference", "newspaper", "paper", "station", "network",
)

// opensClause reports a phrase that is the subject of what is said and no addressee: a pronoun in
// the nominative, or one right before an auxiliary.
func (r *reader) opensClause(s sentence, ph *mention.Phrase) bool {
	switch r.low(int(ph.Head)) {
	case "he", "she", "they", "i", "we":
		return true
	}
	end := int(ph.FullEnd)
	return end < s.end && (r.tags[end] == tag.MD || r.tags[end].Finite() && auxiliary(r.low(end)))
}

// overRelative is where an addressee that goes on with who at token end really ends: before
// the last infinitive, which is what they shall do ("urged all who have to travel to wait"),
// or the last clause with that ("told a man who had won that she was late").
func (r *reader) overRelative(s sentence, c *cue, end int) int {
	if end+1 >= s.end || r.tags[end] != tag.WP || r.low(end) != "who" || !r.tags[end+1].Finite() {
		return end
	}
	to := end
	for k := end + 3; k+1 < s.end && r.tags[k] != tag.PunctComma && r.outer(k) < 0; k++ {
		switch {
		case r.low(k) == "that" && has(c.frames, 't') && (r.outer(k+1) >= 0 || r.tags[k] == tag.IN && r.mainAt(k+1, s.end)):
			if e := r.cueVerb(k-1, r.tags[k-1]); e == nil || !has(e.frames, 't') { // but "told a woman who thought that …"
				to = k
			}
		case r.tags[k] == tag.TO && r.tags[k+1] == tag.VB && has(c.frames, 'i') && (r.tags[k-1].Noun() || r.tags[k-1] == tag.VB && r.tags[k-2] == tag.TO):
			to = k
		}
	}
	return to
}

// overAnd is where an addressee that ends at token end really ends: behind a second one, if
// what they are told follows ("told Brenn and others that …").
func (r *reader) overAnd(s sentence, end int) int {
	if r.at(s, end) != "and" || end+1 >= s.end {
		return end
	}
	if more := r.phraseFrom(end + 1); more != nil && r.at(s, int(more.End)) == "that" {
		return int(more.End)
	}
	return end
}

// overApposition is where an addressee that ends at token end with a name really ends:
// behind the words between commas that say what that is, if what they are told follows
// ("told readers of the Post, the oldest daily in town, on Monday that …").
func (r *reader) overApposition(s sentence, end int) int {
	const far = 14
	if end+2 >= s.end || r.tags[end] != tag.PunctComma || r.tags[end+1] != tag.DT {
		return end
	}
	for k := end + 2; k < s.end-1 && k < end+far; k++ {
		switch t := r.tags[k]; {
		case t.Verb() || t == tag.MD || t == tag.WP || t == tag.WDT || r.outer(k) >= 0:
			return end
		case t == tag.PunctComma:
			n := &cue{entry: unknown}
			for i := k + 1; ; {
				if r.low(i) == "that" && i+1 < s.end && r.mainAt(i+1, s.end) {
					return k + 1
				}
				next := r.circumstance(s, n, i)
				if next == i || next >= s.end {
					return end
				}
				i = next
			}
		}
	}
	return end
}

// overPlace is where a phrase that ends at token end really ends: behind its place, if
// what is said follows ("asked a court in Torvik to order …").
func (r *reader) overPlace(s sentence, end int) int {
	switch r.at(s, end) {
	case "in", "at", "on", "from":
	default:
		return end
	}
	if end+1 >= s.end || r.isTime(s, end+1) {
		return end
	}
	p := r.men.PhraseAt(end + 1)
	if p < 0 || int(r.men.Phrases[p].First) != end+1 {
		return end
	}
	behind := int(r.men.Phrases[p].FullEnd)
	switch r.at(s, behind) {
	case "that", "whether":
		return behind
	case "to":
		if behind+1 < s.end && r.tags[behind+1].Verb() {
			return behind
		}
	case "he", "she", "they", "we":
		if r.mainAt(behind, s.end) {
			return behind // "told a host in Halm | he would crawl"
		}
	}
	return end
}

// circumstance skips one adverb, time or medium phrase that starts at i, and
// returns where it ends, i if there is none.
func (r *reader) circumstance(s sentence, c *cue, i int) int {
	w := r.at(s, i)
	switch {
	case w == "":
		return i
	case w == "," && i+2 < s.end && adverbTag(r.tags[i+1]) && r.tags[i+2] == tag.PunctComma && c.strength == 3:
		return i + 3 // "said, however, that …"
	case w == "in" && i+2 < s.end && inPassing(r.low(i+1)) && (r.low(i+2) == "that" || r.tags[i+2] == tag.PunctComma):
		return i + 2
	case dayWord(w):
		return r.time(s, c, i, i)
	case (w == "on" || w == "late" || w == "early" || w == "earlier" || w == "later" || w == "last" || w == "this" || w == "in") && r.isTime(s, i+1):
		return r.time(s, c, i, i+1)
	case (w == "late" || w == "early") && r.at(s, i+1) == "on" && r.isTime(s, i+2):
		return r.time(s, c, i, i+2)
	case w == "in" || w == "on" || w == "at" || w == "during" || w == "via" || w == "to" || w == "through":
		if r.medium(s, i) == i && i+2 < s.end && (r.tags[i+1] == tag.DT || r.tags[i+1] == tag.PRPS) && mediaNoun(r.low(i+2)) {
			return i + 3 // "in a filing": no noun to the tags
		}
		return r.medium(s, i)
	case (r.tags[i] == tag.DT || r.tags[i] == tag.CD) && w != "that" && r.dayBefore(s, i) > i:
		return r.time(s, c, i, r.dayBefore(s, i))
	case (w == "late" || w == "early") && i+1 < s.end && r.tags[i+1].Noun():
		return i // "said late deciders would …"
	case (w == "more" || w == "less") && i+1 < s.end && (r.tags[i+1] == tag.JJ || r.tags[i+1].Noun()) && has(c.frames, 'b') && r.mainAt(i+1, s.end):
		return i // "said more bad news was likely"
	case adverbTag(r.tags[i]) && !negation(w) && i+1 < s.end:
		if t := r.tags[i+1]; w == "there" && (t == tag.MD || t.Finite()) {
			return i // "says there will be talks"
		} else if t == tag.CD || t == tag.Dollar {
			return i // "found | just 4 percent agree"
		}
		return i + 1
	}
	return i
}

// dayBefore is where the words at token i that tell on what day end, if that follows them: "wrote the next
// day | that", "said two days later | that"; i if it does not.
func (r *reader) dayBefore(s sentence, i int) int {
	for k := i + 1; k < s.end && k < i+4; k++ {
		if r.low(k) == "that" {
			if r.timeHead(k-1) || r.low(k-1) == "later" || r.low(k-1) == "earlier" || r.low(k-1) == "before" {
				return k
			}
			return i
		}
	}
	return i
}

// inPassing reports how a thing is said, behind "in".
func inPassing(low string) bool {
	switch low {
	case "passing", "private", "public", "jest", "court", "reply", "response", "return", "part", "effect":
		return true
	}
	return false
}

func (r *reader) isTime(s sentence, i int) bool {
	w := r.at(s, i)
	return dayWord(w) || monthWord(w) && r.d.Word(i) != w || w == "week" || w == "month" || w == "year" ||
		(w == "last" || w == "this" || w == "late") && r.isTime(s, i+1)
}

// time takes the words from first on as the time of the cue.
func (r *reader) time(s sentence, c *cue, first, i int) int {
	for i < s.end && (r.isTime(s, i) || r.low(i) == "last" || r.low(i) == "morning" || r.low(i) == "evening" || r.low(i) == "afternoon" || r.low(i) == "night" || r.tags[i] == tag.CD && i > first) {
		i++
	}
	if i < s.end && r.tags[i] == tag.POS {
		return first // "said Thursday's decision was late"
	}
	if c.said.Len() == 0 {
		c.said = r.d.Span(first, i)
	}
	return i
}

// medium skips "in a statement", "at a news conference in Halmsund", "to
// reporters".
func (r *reader) medium(s sentence, i int) int {
	if i+1 >= s.end {
		return i
	}
	p := r.men.PhraseAt(i + 1)
	if p < 0 || int(r.men.Phrases[p].First) != i+1 {
		return i
	}
	ph := &r.men.Phrases[p]
	head := r.low(int(ph.Head))
	if mediaNoun(head) || r.low(i) == "to" && (head == "reporters" || head == "journalists") {
		return r.issued(s, min(int(ph.FullEnd), s.end))
	}
	if head == "media" && ph.Head == ph.First+1 && r.low(int(ph.First)) == "social" {
		return int(ph.End)
	}
	return i
}

// issued is where the words from token i on end that tell how or when the medium before
// came out: "in a statement released on Monday", "in a memo seen by the daily", "in a post
// published after the vote, …"; i if there are none.
func (r *reader) issued(s sentence, i int) int {
	if i >= s.end || r.tags[i] != tag.VBN && r.tags[i] != tag.VBD || !comesOut(r.low(i)) {
		return i
	}
	k := i + 1
	switch w := r.at(s, k); {
	case w == "by" || w == "to":
		if by := r.phraseFrom(k + 1); by != nil && int(by.End) <= s.end {
			return int(by.End)
		}
		return i
	case happened(w):
		for ; k < s.end; k++ {
			if t := r.tags[k]; t == tag.PunctComma || t == tag.PunctEnd || r.low(k) == "that" || r.opensSpeech(k) {
				return k
			}
		}
		return i
	case w == "on" || w == "late" || w == "early" || w == "earlier" || w == "last" || w == "this":
		k++
	}
	for k < s.end && r.isTime(s, k) {
		k++
	}
	return k
}

// comesOut reports participles of what is done with a statement.
func comesOut(low string) bool {
	switch low {
	case "released", "issued", "published", "posted", "sent", "seen", "obtained", "carried", "broadcast", "aired", "emailed", "shared", "circulated", "distributed":
		return true
	}
	return false
}
