package quote

import "dossier/parse/internal/tag"

// Speech told from the side of those who hear it. In "…, the court heard" and in the
// headline "…, jury told" a body listens: the words are somebody's whom the text does
// not name here. In "Brenn was heard to say …" and "Brenn was quoted by an agency as
// saying …" the verb before is one of report, and the words are Brenn's.

// listens reports a body before which others speak.
func listens(low string) bool {
	switch low {
	case "court", "courts", "jury", "jurors", "inquest", "inquiry", "enquiry", "tribunal", "hearing", "trial", "judge", "judges",
		"magistrates", "commission", "committee", "panel", "arbitrators", "council", "councillors", "parliament", "mps", "peers",
		"senators", "lawmakers", "legislators", "deputies", "conference", "congress", "assembly":
		return true
	}
	return false
}

// bodyHears and bodyTold are the entries of a verb by which a body listens.
var (
	bodyHears = &entry{lemma: "hear", class: "speech", strength: 3, frames: "bqtw", named: "cue:hear"}
	bodyTold  = &entry{lemma: "tell", class: "speech", strength: 3, frames: "bqtw", named: "cue:tell"}
)

// hearer marks a cue whose subject is the one who hears: a body that hears or is told,
// and whoever a headline says was told without saying whom.
func (r *reader) hearer(s sentence, c *cue) {
	if c.src == nil && r.isTitle(s) && c.verb > s.first && listens(r.low(c.verb-1)) {
		c.src, c.srcFirst = r.source(c.verb-1, c.verb, c.verb-1), c.verb-1 // no noun to the tags
	}
	if c.src == nil || c.inverted || c.lone || c.relative || c.modal || c.negated || c.infinitive || c.participle {
		return
	}
	of := listens(r.low(int(c.src.Head)))
	switch {
	case c.lemma == "hear" && of && (!c.passive || int(c.src.End) == c.verb):
		c.entry = bodyHears
	case c.lemma == "tell" && of && c.passive:
		c.entry = bodyTold
	case c.lemma == "tell" && c.addressee == nil && c.after >= s.end && (of || r.isTitle(s)) && r.tags[c.verb] != tag.VBZ:
		c.entry = bodyTold
	default:
		return
	}
	c.hears, c.passive, c.addressee = true, false, nil
	r.afterCue(s, c)
}

// overheard is where the words that make the verb at i one of report begin: "was heard to
// say", "had been filmed saying", "is reported to have said", "was quoted by Interfax as
// saying"; j is the token before the verb and its own auxiliaries. It is -1 if there are
// none.
func (r *reader) overheard(s sentence, c *cue, j int) int {
	if j <= s.first+1 {
		return -1
	}
	k := j
	switch t := r.tags[c.verb]; {
	case r.tags[j] == tag.TO && (t == tag.VB || t == tag.VBN):
		k--
	case t != tag.VBG:
		return -1
	case r.low(j) == "as":
		if k = r.quotedBefore(j); k >= 0 && r.low(k+1) == "by" {
			c.via = r.phraseFrom(k + 2)
		} else if k < 0 {
			return r.quotedWhom(s, c, j)
		}
	}
	if k <= s.first || r.tags[k] != tag.VBN || !witnessed(r.low(k)) {
		return -1
	}
	c.quoted = true
	be := false
	for k > s.first && (auxiliary(r.low(k-1)) || adverbTag(r.tags[k-1]) || r.tags[k-1] == tag.MD) {
		k--
		be = be || copula(r.low(k))
	}
	if !be {
		c.quoted = false
		return -1
	}
	return k
}

// quotedWhom reads the one whom an agency quotes as the source of the verb behind "as" at
// j, and the agency as the carrier: "KNA quoted a general as saying". It returns where the
// source begins, -1 if there is none.
func (r *reader) quotedWhom(s sentence, c *cue, j int) int {
	v := r.citing(j)
	if v < s.first {
		return -1
	}
	src := r.phraseFrom(v + 1)
	if src == nil || int(src.End) > j {
		return -1
	}
	for k := range r.cues {
		if b := &r.cues[k]; b.verb == v && !b.passive && b.src != nil {
			src.End = int32(j)
			if r.tags[j-1] == tag.PunctComma {
				src.End--
			}
			c.src, c.via, b.used = src, b.src, true
			return v + 1
		}
	}
	return -1
}

// quotingWhom is c, which follows a quotation, or, if it only says who carries the words, a cue
// whose source is the one who is quoted: "“The gate is open,” KNA quoted a general as saying".
func (r *reader) quotingWhom(s sentence, c *cue) *cue {
	if c == nil || c.lemma != "quote" && c.lemma != "cite" || c.passive || c.inverted || c.src == nil || c.via != nil {
		return c
	}
	whom := r.phraseFrom(c.end)
	if whom == nil {
		return c
	}
	k := int(whom.End)
	for k+1 < s.end && !r.tags[k].Verb() && r.tags[k] != tag.PunctEnd && r.low(k) != "as" {
		k++ // "a general, the chief of staff,"
	}
	if r.at(s, k) != "as" || k+1 >= s.end || r.tags[k+1] != tag.VBG {
		return c
	}
	if r.tags[k-1] == tag.PunctComma {
		k--
	}
	o := *c
	o.src, o.via = whom, c.src
	o.src.End = int32(k)
	return &o
}

// blamedFor reads the source of what somebody is blamed or praised for saying, before the
// preposition at j: "criticised Brenn for saying that" and "Brenn was booked for saying
// that". Without one the cue stays without a source.
func (r *reader) blamedFor(s sentence, c *cue, j int) {
	if w := r.low(j); w != "for" && w != "of" {
		return
	}
	c.participle, c.blamed = false, true
	v := j - 1
	if r.low(v) == "fond" && v-1 > s.first && copula(r.low(v-1)) && r.subjectOf(s, c, v-1) {
		c.blamed, c.lone = false, true // "is fond of saying that"
		return
	}
	if first, head, ok := r.nearPhrase(s, j, c.verb); ok {
		if first > s.first && r.tags[first-1].Verb() && !r.timeHead(head) && r.speaks(head) {
			c.src, c.srcFirst = r.source(first, j, head), first
		}
		return
	}
	if v <= s.first || r.tags[v] != tag.VBN {
		return
	}
	for v--; v > s.first && (adverbTag(r.tags[v]) || r.tags[v] == tag.VBN); v-- {
	}
	if copula(r.low(v)) && r.tags[v].Finite() && r.subjectOf(s, c, v) {
		c.lone = true
	}
}

// citing is the verb that quotes somebody before "as" at i: "quoted a general as",
// "quotes the minister, Ada Brenn, as"; -1 if there is none.
func (r *reader) citing(i int) int {
	const far = 16
	for k := i - 2; k >= 0 && k > i-far; k-- {
		switch t := r.tags[k]; {
		case t == tag.PunctEnd:
			return -1
		case t.Verb():
			if e := r.cueVerb(k, t); e != nil && (e.lemma == "quote" || e.lemma == "cite") {
				return k
			}
			return -1
		}
	}
	return -1
}

// askedBy makes the one who asks the source of "asked by Brenn whether …".
func (r *reader) askedBy(s sentence, c *cue) {
	if !c.passive || c.modal || c.negated || r.at(s, c.end) != "by" || c.end+1 >= s.end {
		return
	}
	src := r.phraseFrom(c.end + 1)
	if src == nil || int(src.End) >= s.end || r.timeHead(int(src.Head)) {
		return
	}
	switch r.low(int(src.End)) {
	case "whether", "if", "why", "how", "what", "who", "when", "where":
		c.src, c.passive, c.lone, c.relative, c.addressee, c.after = src, false, false, false, nil, int(src.End)
	}
}

// quotedBefore is the token of "quoted" before "as" at i, the agency that quotes aside:
// "quoted as", "quoted by the state agency as"; -1 if there is none.
func (r *reader) quotedBefore(i int) int {
	const far = 8
	for k := i - 1; k > 0 && k > i-far; k-- {
		switch w := r.low(k); {
		case w == "quoted" || w == "cited":
			if k == i-1 || r.low(k+1) == "by" {
				return k
			}
			return -1
		case r.tags[k].Verb() || r.tags[k] == tag.PunctComma:
			return -1
		}
	}
	return -1
}

// witnessed reports participles by which others bear witness to what somebody said.
func witnessed(low string) bool {
	switch low {
	case "heard", "overheard", "filmed", "recorded", "taped", "quoted", "cited", "reported", "alleged", "understood", "said":
		return true
	}
	return false
}

// quotingAgency reads "by AGENCY" right behind "was quoted as saying" at token i.
func (r *reader) quotingAgency(s sentence, c *cue, i int) int {
	if !c.quoted || c.via != nil || r.at(s, i) != "by" || i+1 >= s.end {
		return i
	}
	if c.via = r.phraseFrom(i + 1); c.via == nil {
		return i
	}
	return int(c.via.End)
}

// hearing reports a verb whose subject hears.
func hearing(low string) bool {
	switch low {
	case "hear", "hears", "heard":
		return true
	}
	return false
}
