package quote

import "dossier/parse/internal/tag"

// Cues by which nothing is said: "declined to comment", "did not mention the union",
// "pointing at the map", "reserved the right to respond".

// silence reports "declined to comment": nothing was said.
func silence(cue, verb string) bool {
	switch verb {
	case "comment", "say", "tell", "answer", "elaborate", "discuss", "respond", "speak", "talk", "confirm", "disclose", "give":
		return cue == "refuse" || cue == "decline"
	}
	return false
}

// unnamed reports "asked not to be named" and "asked to be called Kit", from "be" at i
// on: it is about the report, no part of it.
func (r *reader) unnamed(s sentence, i int) bool {
	if r.at(s, i) != "be" {
		return false
	}
	switch r.at(s, i+1) {
	case "named", "identified", "quoted", "called", "known":
		return true
	}
	return false
}

// withheld reports what somebody declined to say: "refused to tell whether she agreed".
func (r *reader) withheld(c *cue) bool {
	i := c.verb - 2
	if !c.infinitive || i < 0 || r.tags[i+1] != tag.TO {
		return false
	}
	switch r.low(i) {
	case "declined", "declines", "declining", "refused", "refuses", "refusing":
		return silence("decline", c.lemma)
	}
	return false
}

// nobodys reports an infinitive behind an "it" that stands for it: "it is important to
// remember that …".
func (r *reader) nobodys(c *cue) bool {
	switch w := r.low(int(c.src.Head)); {
	case !c.infinitive || !c.lone:
		return false
	case w == "which" || w == "that" || w == "this":
		return c.lemma == "say" // "which is not to say that …"
	case w != "it":
		return false
	}
	i := int(c.src.End)
	return i < c.first && (copula(r.low(i)) || r.low(i) == "'s" || r.low(i) == "’s")
}

// idle reports a cue by which nobody says anything.
func (r *reader) idle(c *cue) bool {
	return r.nobodys(c) || r.inWhether(c) || r.readers(c) || r.things(c) || r.withheld(c) || r.tellsTruth(c)
}

// inWhether reports what somebody may think or not: "would not say whether she believed him".
func (r *reader) inWhether(c *cue) bool {
	return c.class == "mental" && c.src.First > 0 && r.low(int(c.src.First)-1) == "whether"
}

// tellsTruth reports "tell" with what is told and nobody: "as easily as it tells the truth".
func (r *reader) tellsTruth(c *cue) bool {
	if c.lemma != "tell" || c.addressee == nil {
		return false
	}
	switch r.low(int(c.addressee.Head)) {
	case "truth", "lie", "lies", "story", "stories", "tale", "tales", "joke", "jokes", "difference", "time":
		return true
	}
	return false
}

// things reports a relative clause about a thing, which does not speak: "areas that do not
// support the goals".
func (r *reader) things(c *cue) bool {
	if !c.relative || r.low(int(c.src.Head)) == "who" || c.src.Mention >= 0 {
		return false
	}
	switch c.lemma {
	case "support", "accept", "challenge", "demand", "refuse", "highlight":
		return true
	}
	return false
}

// readers reports what is said to the reader about himself: "if you want a book", "as you
// know".
func (r *reader) readers(c *cue) bool {
	return c.class != "speech" && r.low(int(c.src.Head)) == "you"
}

// deed reports at token i how somebody responded if it was with no words: "responded by closing
// the gate", not "responded by calling it late".
func (r *reader) deed(c *cue, i int) bool {
	if c.lemma != "respond" && c.lemma != "reply" || r.low(i) != "by" || i+1 >= len(r.tags) {
		return false
	}
	return r.cueVerb(i+1, tag.VBG) == nil && !(i+2 < len(r.tags) && r.low(i+2) == "that")
}

// letIn reports people behind "admit" at token i, who are let in: "admitted 30 patients",
// "admitted more than a million refugees". Who admits a thing has done it.
func (r *reader) letIn(c *cue, i int) bool {
	if c.lemma != "admit" {
		return false
	}
	for i+1 < len(r.tags) && (r.tags[i] == tag.JJR || r.low(i) == "than" || adverbTag(r.tags[i])) {
		i++
	}
	p := r.men.PhraseAt(i)
	if p < 0 {
		return false
	}
	switch r.low(int(r.men.Phrases[p].End) - 1) {
	case "people", "refugees", "migrants", "seekers", "patients", "visitors", "members", "students", "pupils", "men", "women", "children",
		"passengers", "prisoners", "inmates", "journalists", "guests", "applicants", "immigrants", "residents", "observers":
		return true
	}
	return false
}

// unsaid reports verbs that, negated, tell of what was left out: "did not mention the union".
func unsaid(lemma string) bool {
	switch lemma {
	case "mention", "discuss", "cite", "address", "detail", "identify", "name", "specify", "elaborate", "comment":
		return true
	}
	return false
}

// namesSource reports people or a body at token i: "citing two officials" names where a
// report comes from.
func (r *reader) namesSource(i int) bool {
	p := r.men.PhraseAt(i)
	if p < 0 {
		return false
	}
	if end := int(r.men.Phrases[p].FullEnd); end < len(r.tags) && (r.low(end) == "as" || r.low(end) == "for") {
		return false // "cited Brenn as the likely buyer"
	}
	head := int(r.men.Phrases[p].Head)
	w := r.low(head)
	return w == "source" || w == "sources" || r.headOf[head] >= 0 && r.speaks(head)
}

// gesture reports words behind a verb that tell of no words: "pointing at the map", "talks
// to a reporter".
func gesture(cue, next string) bool {
	switch cue {
	case "point":
		return next == "at" || next == "toward" || next == "towards"
	case "talk":
		return next == "to" || next == "over"
	case "say":
		return next == "to" // "what he would say to her"
	case "push":
		return next == "through" // "pushed through the plan"
	}
	return false
}

// shown reports "point" and what a finger points to at token i: "pointed to the sky".
func (r *reader) shown(c *cue, i int) bool {
	if c.lemma != "point" || r.low(i) != "to" || i+1 >= len(r.tags) {
		return false
	}
	p := r.men.PhraseAt(i + 1)
	if p < 0 {
		return false
	}
	switch r.low(int(r.men.Phrases[p].Head)) {
	case "sky", "heavens", "spot", "door", "map", "screen", "ground", "floor", "ceiling", "window", "wall", "head", "chest", "temple",
		"heart", "crowd", "stands", "goal", "scoreboard", "badge", "camera", "horizon", "sea", "river", "hole", "scar", "chair", "photo", "picture":
		return true
	}
	return false
}

// bare reports an object at i that is but "this", "it" or the like, with the time or the
// medium at most behind it: "stated this on Monday" repeats nothing.
func (r *reader) bare(s sentence, c *cue, i int) bool {
	switch r.low(i) {
	case "this", "that", "it", "so", "them", "these", "those":
	case "about", "of":
		return c.lemma == "think" && i+1 < s.end && r.tags[i+1] == tag.PRP // "thought about it for a while"
	default:
		return false
	}
	k := i + 1
	for k < s.end {
		n := r.circumstance(s, c, k)
		if n == k {
			break
		}
		k = n
	}
	return k >= s.end || r.tags[k] == tag.PunctEnd || r.tags[k] == tag.PunctComma || k > i+1 && r.tags[k] == tag.IN
}

// unreal reports an infinitive behind a noun for what somebody may do, must or will not:
// "reserved the right to respond" tells of no response.
func (r *reader) unreal(s sentence, c *cue) bool {
	i := c.srcFirst - 2
	if i <= s.first || !r.tags[i].Noun() || copula(r.low(i-1)) {
		return false // "was right to urge them"
	}
	switch r.low(i) {
	case "right", "duty", "obligation", "power", "freedom", "ability", "inability", "permission", "wish", "desire", "intention",
		"refusal", "failure", "unwillingness", "reluctance", "willingness":
		return true
	}
	return false
}

// insideThat reports a cue in the clause that an earlier one reports: in "X said that it
// would answer "in kind"" nobody has answered, and the quoted words are X's.
func (r *reader) insideThat(c *cue) bool {
	for k := range r.cues {
		b := &r.cues[k]
		if b.verb >= c.verb {
			return false
		}
		if !b.used && b.src != nil && !b.passive && !b.modal && !b.infinitive && b.class == "speech" && b.strength >= 2 && hasAny(b.frames, "tb") && r.outer(b.verb) < 0 &&
			(r.low(b.after) == "that" || r.mainAt(b.after, c.verb+1)) {
			return true
		}
	}
	return false
}

// tellsItself reports a cue that has its own words behind it, of which the clause before the comma
// only tells when: "recalled singing all night".
func (r *reader) tellsItself(s sentence, c *cue) bool {
	if c.after+1 < s.end && r.tags[c.after] == tag.CC && r.tags[c.verb] == tag.VBN && r.tags[c.after+1] == tag.VBN {
		return true // "has written and spoken about it"
	}
	if c.after >= s.end || r.tags[c.after] != tag.VBG {
		return false
	}
	switch c.lemma {
	case "recall", "remember", "mention", "admit", "deny", "suggest", "recommend", "describe", "imagine", "propose", "acknowledge", "report":
		return true
	}
	return false
}

// nobodysView reports what nobody wants, what the reader is told of himself, and what a writer
// of reviews does with a thing or likes about it: "no one wants to pay", "when you start calling
// them liars", "I love this kettle", "we compared ten of them". What the writer thinks or asks is
// a report still.
func (r *reader) nobodysView(c *cue, src *Source) bool {
	switch r.low(int(src.Head)) {
	case "nobody":
		return true
	case "one":
		return int(src.Head) > 0 && r.low(int(src.Head)-1) == "no"
	case "anyone", "anybody":
		return c.class == "mental"
	case "you":
		return !has(c.frames, 't')
	case "i", "we":
		return taste(c.lemma)
	}
	return false
}

// taste reports verbs by which a writer of reviews tells of a test or a liking.
func taste(lemma string) bool {
	switch lemma {
	case "compare", "push", "love", "admire", "prefer", "dislike", "recommend":
		return true
	}
	return false
}

// namedWhen reports a thing with "a" before a past tense that is its participle: "The bridge will
// go, a plan announced in May".
func (r *reader) namedWhen(c *cue) bool {
	switch r.low(int(c.src.First)) {
	case "a", "an":
		return !c.inverted && int(c.src.End) == c.first && (r.tags[c.verb] == tag.VBN || r.tags[c.verb] == tag.VBD) && r.dumbThing(int(c.src.Head))
	}
	return false
}

// greeting reports a word that names what is said and is not its clause.
func greeting(low string) bool {
	switch low {
	case "goodbye", "goodbyes", "farewell", "hello", "hi", "thanks", "grace", "prayers", "amen":
		return true
	}
	return false
}

// little reports at token i that little or nothing was said: "said little, offering no reason".
func (r *reader) little(s sentence, i int) bool {
	switch r.at(s, i) {
	case "little", "nothing":
	case "yes", "no":
		return i+1 < s.end && r.tags[i+1] == tag.PunctColon // "She said yes: pair wed on the pier"
	default:
		return i+1 < s.end && r.tags[i] == tag.CD && (r.low(i+1) == "words" || r.low(i+1) == "word")
	}
	return i+1 >= s.end || r.tags[i+1] == tag.PunctComma || r.tags[i+1] == tag.PunctEnd || r.tags[i+1] == tag.IN
}
