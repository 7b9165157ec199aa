package position

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// cue is an entry found in the sentence: tokens [first, end), and for a cue that
// is cut ("hold X responsible") [tail, tailEnd).
type cue struct {
	e             *entry
	first, end    int
	tail, tailEnd int
	group         int // of a verb or a copula, or -1
	args          args
}

// matchCues finds the cues of the sentence, left to right, the longest entry at
// each token, several readings of one length in table order.
func (r *reader) matchCues() {
	r.cues = r.cues[:0]
	at, n := -1, 0 // the token, and how many cues stand before it
	aimed := false // its cue is found
	tried, fits := byte(0), false
	for _, x := range r.attempts {
		if x.at != at {
			at, n, aimed, tried = x.at, len(r.cues), false, 0
		}
		if aimed {
			continue
		}
		if pos := r.lex.needs[x.entry].pos; pos != tried {
			tried, fits = pos, r.fits(pos, at, r.tags[at])
		}
		if !fits {
			continue
		}
		c := cue{e: r.lex.entries[x.entry], first: at, end: at + 1, tail: -1, group: -1}
		between, ok := r.spell(&c)
		if !ok || !r.match(&c, between) {
			continue
		}
		aimed = r.aimed(&c)
		if len(r.cues) == n {
			r.cues = append(r.cues, c)
		} else if aimed {
			r.cues[n] = c
		}
	}
}

// How many tokens behind its first word a cue's second word may stand: behind
// its articles and adjectives, or behind an object too.
const (
	nearReach = maxGap + 4
	farReach  = 20
)

// reach is how far the words that belong to a cue are looked for.
const reach = farReach

// aimed reports that the frame of c finds its target, so that no other entry of
// the same word need be tried.
func (r *reader) aimed(c *cue) bool {
	if c.e.pos == 'n' {
		return r.led(c)
	}
	if c.e.pos != 'v' || r.groups[c.group].passive || len(c.e.target) == 0 {
		return true
	}
	switch c.e.target[0] {
	case "none", "mutual":
		return true
	}
	if c.e.has(protest) {
		return true
	}
	if c.e.has(policy) && !r.planFor(c, r.target(c)) {
		return false
	}
	if c.e.has(withInf) && c.args.inf < 0 && (c.args.preposition(r, "from") >= 0 || c.args.preposition(r, "for") >= 0 && c.args.obj >= 0 && r.someone(c.args.obj)) {
		return false // "requested support from Y", "pressed Y for support" are other entries'
	}
	switch c.e.target[0] {
	case "obj", "inner":
		return c.args.obj >= 0 || c.args.that >= 0 || c.args.ving >= 0 || c.args.inf >= 0 || r.target(c) >= 0
	}
	return r.target(c) >= 0 || c.args.that >= 0 || c.e.flags&follow != 0 && c.args.inf >= 0
}

// led reports a preposition behind a noun that leads its target.
func (r *reader) led(c *cue) bool {
	for _, s := range c.e.target {
		if c.args.preposition(r, s) >= 0 {
			return true
		}
	}
	return false
}

// fits reports that the tag at i, and what stands around it, suits entries of the
// kind.
func (r *reader) fits(pos byte, i int, t tag.Tag) bool {
	if !tagFits(pos, t) {
		return false
	}
	switch pos {
	case 'v':
		g := r.groupAt(i)
		return g >= 0 && r.groups[g].main == i
	case 'n', 'r':
		return !(t.Proper() && r.nameAt(i)) && (t != tag.JJ || i+1 < r.end && r.tags[i+1] == tag.CC)
	}
	return true
}

// tagFits reports that words with tag t may be entries of the kind.
func tagFits(pos byte, t tag.Tag) bool {
	switch pos {
	case 'v':
		return t.Verb()
	case 'r':
		return t.Noun() || t == tag.JJ
	case 'n':
		return t.Noun()
	case 'a':
		return t == tag.JJ || t == tag.VBN || t == tag.VBD || t == tag.IN || t == tag.RB || t == tag.RP
	case 'p':
		return t == tag.IN || t == tag.RP || t == tag.RB
	}
	return false
}

// nameAt reports that the word at i is part of a name inside a sentence that is
// not written in capitals throughout ("Defence Ministry").
func (r *reader) nameAt(i int) bool {
	p := r.phraseAt(i)
	if p < 0 {
		return false
	}
	h := int(r.ps[p].Head)
	return h != i || r.mentionOf[h] >= 0
}

// spell finds the words of c's entry from its first token on; between is the
// phrase that stands inside the cue, or -1.
func (r *reader) spell(c *cue) (between int, ok bool) {
	words := c.e.words[1:]
	if c.e.led {
		words = words[:len(words)-1]
	}
	between = -1
	for n, w := range words {
		j, gap := r.find(w, max(c.end, c.tailEnd), c.e, n)
		if j < 0 {
			return -1, false
		}
		if gap >= 0 {
			between, c.tail, c.tailEnd = gap, j, j+1
			continue
		}
		if c.tail >= 0 {
			c.tailEnd = j + 1
		} else {
			c.end = j + 1
		}
	}
	return between, true
}

// match finds what stands around the words of c and reports that its entry
// allows it.
func (r *reader) match(c *cue, between int) bool {
	e, prep := c.e, c.e.prep()
	switch e.pos {
	case 'v':
		c.group = r.groupAt(c.first)
	case 'a':
		c.group = r.copulaBefore(c.first)
		if c.group < 0 {
			return false
		}
	}
	c.args = r.argsFrom(r.calledSo(max(c.end, c.tailEnd)))
	if e.pos == 'a' && !r.completes(c) {
		return false
	}
	if between >= 0 && (c.args.obj < 0 || e.has(sep)) {
		c.args.obj = between
	}
	if denied := r.kinds(c.first)&kDenied != 0; c.missesObject() && (!denied || e.stance == article.Reject && !r.accusesBefore(c.first)) || e.has(eval) {
		p := r.relativeObject(c)
		if p < 0 && !denied {
			p = r.bareRelative(c)
		}
		if p >= 0 && !(denied && answered[r.headOf(p)] == toClaim) {
			c.args.obj, c.args.obj2 = p, -1
		}
	}
	if r.askedForIt(c) || r.asksComment(c) || e.has(needThat) && c.args.that < 0 && c.args.thatFirst < 0 || e.has(modalThat) && !r.obliging(c.args.that) && !r.mandates(c) {
		return false
	}
	return prep == "" || r.prepositionFits(c, prep)
}

// askedForIt reports the idiom for one who brought it on himself: "he asked for it".
func (r *reader) askedForIt(c *cue) bool {
	i := c.first + 2
	return c.e.words[0] == "ask" && i < r.end && r.low(i) == "it" && r.low(i-1) == "for" && (i+1 == r.end || r.tags[i+1] == tag.PunctEnd)
}

// asksComment reports the press at its work: "The Echo asked for comment", "requested comment
// from the firm".
func (r *reader) asksComment(c *cue) bool {
	switch c.e.words[0] {
	case "ask", "request", "seek":
	default:
		return false
	}
	for _, p := range [...]int{c.args.obj, c.args.preposition(r, "for")} {
		if p >= 0 {
			switch r.low(r.head(p)) {
			case "comment", "comments", "interview":
				return true
			}
		}
	}
	return false
}

// calledSo is the token behind "what she called", which only says whose word the
// object is ("condemned what she called interference by Norway"); i if those
// words do not stand at i.
func (r *reader) calledSo(i int) int {
	if i >= r.end || r.tags[i] != tag.WP || r.low(i) != "what" {
		return i
	}
	k := r.groupFrom(i)
	if k < 0 || r.groups[k].first > i+5 {
		return i
	}
	switch g := &r.groups[k]; r.base(g.main) {
	case "call", "term", "label", "dub":
		return g.end
	case "describe", "see", "regard":
		if g.end < r.end && r.low(g.end) == "as" {
			return g.end + 1
		}
	}
	return i
}

// obliging reports a clause that says what someone should do.
func (r *reader) obliging(k int) bool {
	return k >= 0 && (r.modalMust(k) && !r.able(k) || r.subjunctive(k))
}

// mandates reports a verb behind which a bare plural verb is what should be done: "recommended
// that members accept the offer". "Suggested that members accept it" may tell what they do.
func (r *reader) mandates(c *cue) bool {
	switch c.e.words[0] {
	case "recommend", "demand", "propose", "request", "order", "urge":
	default:
		return false
	}
	k := c.args.that
	return k >= 0 && r.groups[k].form == finite && r.groups[k].modal < 0 && r.groups[k].first == r.groups[k].main &&
		(r.tags[r.groups[k].main] == tag.VBP || r.tags[r.groups[k].main] == tag.VB)
}

// subjunctive reports the bare verb of "demanded that Chile leave": a base form,
// or one without -s behind a single subject.
func (r *reader) subjunctive(k int) bool {
	g := &r.groups[k]
	if g.form != finite || g.modal >= 0 || g.imperative {
		return false
	}
	if r.tags[g.first] == tag.VB {
		return true
	}
	if r.tags[g.first] != tag.VBP || g.subject < 0 || r.ps[g.subject].Pronoun {
		return false
	}
	h := r.tags[r.head(g.subject)]
	return (h == tag.NN || h == tag.NNP) && len(r.list(g.subject)) == 1
}

// completes reports that behind an adjective stands what its entry asks for.
func (r *reader) completes(c *cue) bool {
	for _, s := range c.e.target {
		if s == "inf" && c.args.inf >= 0 && r.groups[c.args.inf].first <= c.end+1 {
			return true
		}
		if c.args.n > 0 && r.low(c.args.pp(0).prep) == s {
			return true
		}
	}
	return false
}

// prepositionFits: "call … on X" needs "on X" in its clause, and a bare verb
// with a preposition has no object of its own.
func (r *reader) prepositionFits(c *cue, prep string) bool {
	p := c.args.preposition(r, prep)
	if prep == "between" || c.e.has(between) {
		return true
	}
	if p < 0 && c.args.gerundAfter(r, prep) < 0 {
		return c.e.pos == 'v' && r.groups[c.group].passive && r.strandedAt(c, prep)
	}
	if len(c.e.words) == 2 && c.args.obj >= 0 && p >= 0 && r.ps[c.args.obj].First < r.ps[p].First && !(c.e.has(leave) && r.forces(c.args.obj)) {
		return false
	}
	for i := 0; i < c.args.n; i++ {
		x := c.args.pp(i)
		if len(c.e.words) == 2 && (prep == "with" || prep == "against" && c.e.words[0] == "speak") && r.low(x.prep) != prep && x.phrase >= 0 && !r.timePhrase(x.phrase) && ties.Has(r.low(x.prep)) && r.kinds(r.head(x.phrase))&kMessage == 0 {
			return false // "spoke of her talks with X"
		}
		if prep == "to" && c.e.stance == article.Consult && r.low(x.prep) == "about" && x.phrase >= 0 && takesTo.Has(r.headOf(x.phrase)) {
			return false // "talked about its vulnerability to hackers"
		}
		if prep == "on" && c.e.words[0] == "call" && r.low(x.prep) == "for" || prep == "of" && c.e.words[0] == "ask" && r.low(x.prep) == "about" {
			return false // "called for an end to the attacks on X", "asked about the plight of X"
		}
		if r.low(x.prep) != prep || x.phrase >= 0 && r.timePhrase(x.phrase) {
			continue
		}
		if x.prep <= c.end+1 {
			c.end = max(c.end, x.prep+1)
		}
		break
	}
	return true
}

// forces reports a phrase for armed men, or what an army has.
func (r *reader) forces(p int) bool { return r.kinds(r.head(p))&kForce != 0 }

// ties are prepositions whose noun takes what follows for itself.
var ties = lexicon.WordsOf("of", "for", "from", "by", "against", "to")

// takesTo are nouns that take "to" for themselves.
var takesTo = lexicon.WordsOf(
	"vulnerability", "threat", "threats", "answer", "opposition", "access", "response", "return", "damage", "danger",
	"change", "changes", "solution", "commitment", "right", "exposure", "link", "links", "ties", "way", "road", "approach",
)

// strandedAt: "was called upon by X": the preposition right behind a passive.
func (r *reader) strandedAt(c *cue, prep string) bool {
	return c.end < r.end && r.low(c.end) == prep
}

// maxGap is how many words may stand between a verb and its noun.
const maxGap = 4

// find looks for word w from token j on: particles right there or behind one
// object phrase, nouns behind their articles and adjectives.
func (r *reader) find(w string, j int, e *entry, n int) (at, between int) {
	if isArticle(w) {
		return j - 1, -1
	}
	if particles.Has(w) {
		for j < r.end && r.tags[j] == tag.RB && r.low(j) != w {
			j++
		}
		if j < r.end && r.low(j) == w {
			if q := r.phraseFrom(j + 1); w == "on" && q >= 0 && r.timePhrase(q) {
				return -1, -1
			}
			return j, -1
		}
		if p := r.phraseFrom(j); p >= 0 && n == 0 && e.pos == 'v' {
			if k := r.behind(p); k < r.end && r.low(k) == w && (r.tags[k] != tag.IN || w == "out" || w == "down" || w == "off") {
				return k, p
			}
		}
		return -1, -1
	}
	if e.has(sep) && w == "as" && j+1 < r.end && r.low(j+1) == w && (r.low(j) == "that" || r.low(j) == "this") {
		return -1, -1 // "dismissed that as nonsense": what was said before
	}
	if e.has(sep) && j+1 < r.end && r.low(j) == "that" && r.phraseFrom(j) < 0 {
		j++ // "dismissed that inspection as"
	}
	if e.has(sep) || w == "hostage" || w == "responsible" || w == "accountable" {
		if p := r.phraseFrom(j); p >= 0 {
			k := int(r.ps[p].FullEnd)
			for k < r.end && r.tags[k] == tag.RB && r.low(k) != w {
				k++ // "held Y politically responsible"
			}
			if k < r.end && r.low(k) == w {
				return k, p
			}
			if q := r.phraseFrom(int(r.ps[p].End)); e.has(sep) && n == 0 && q > p && r.low(int(r.ps[q].First)) != "no" {
				for h := int(r.ps[q].First); h < int(r.ps[q].End); h++ {
					if sameNoun(r.low(h), w) && (h == r.head(q) || r.timePhrase(q)) {
						return h, p // "gave the plan its blessing last week"
					}
				}
			}
		}
	}
	for gap := 0; gap <= maxGap && j < r.end; gap++ {
		if sameNoun(r.low(j), w) {
			return j, -1
		}
		if !r.modifier(j) || e.pos == 'p' && r.tags[j] != tag.DT && r.tags[j] != tag.PRPS && r.tags[j] != tag.JJ {
			break
		}
		j++
	}
	return -1, -1
}

// behind is the token behind phrase p and a short name that renames it: "forced
// the agency, UNHCR, out".
func (r *reader) behind(p int) int {
	k := int(r.ps[p].End)
	if k+2 < r.end && r.tags[k] == tag.PunctComma {
		if q := r.phraseFrom(k + 1); q >= 0 && int(r.ps[q].End) < r.end && r.tags[r.ps[q].End] == tag.PunctComma {
			return int(r.ps[q].End) + 1
		}
	}
	return k
}

// modifier reports a token that may stand before a noun.
func (r *reader) modifier(j int) bool {
	switch r.tags[j] {
	case tag.DT, tag.JJ, tag.JJR, tag.JJS, tag.PRPS, tag.CD, tag.VBN, tag.VBG, tag.NN, tag.NNP, tag.NNPS, tag.RB, tag.POS, tag.PunctOpen:
		return true
	}
	return false
}

// isArticle reports "a", "an", "the".
func isArticle(w string) bool { return w == "a" || w == "an" || w == "the" }

var particles = lexicon.WordsOf(
	"out", "down", "up", "off", "back", "away", "aside",
	"over", "in", "on", "to", "of", "with", "against",
	"for", "at", "around", "round", "behind", "by", "from",
	"into", "about", "upon", "alongside", "between", "that",
	"itself", "themselves", "himself", "herself", "together",
	"closely", "face", "dead", "being", "having",
)

// copulaBefore is the group of the "be", "remain" or "seem" that an adjective at
// i completes, or -1.
func (r *reader) copulaBefore(i int) int {
	j := i - 1
	for j >= r.first && (r.tags[j] == tag.RB || r.tags[j] == tag.RBR || r.tags[j] == tag.RBS || r.tags[j] == tag.JJ || r.tags[j] == tag.PunctOpen) {
		j--
	}
	k := r.groupAt(i)
	if k < 0 && j >= r.first {
		k = r.groupAt(j)
	}
	if k < 0 {
		return -1
	}
	g := &r.groups[k]
	if g.main == i && g.passive {
		return k
	}
	switch r.base(g.main) {
	case "remain", "stay", "become", "grow", "seem", "appear", "stand", "feel":
		return k
	}
	if g.copula && g.main < i {
		return k
	}
	return -1
}
