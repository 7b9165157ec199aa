package position

import (
	"slices"

	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// target is the phrase in the first slot of the entry that is filled, or -1.
func (r *reader) target(c *cue) int {
	for _, s := range c.e.target {
		p := r.slot(c, s)
		if p >= 0 && !(c.e.has(protest) && s == "in" && (r.mentionAt(p) < 0 || r.placeOnly(r.mentionAt(p)))) {
			return p
		}
	}
	return -1
}

// slot is the phrase that stands in the named slot of cue c, or -1.
func (r *reader) slot(c *cue, name string) int {
	switch name {
	case "none", "mutual":
		return -1
	case "subj":
		return r.subject(c)
	case "obj":
		if c.args.obj < 0 {
			return r.manyOf(c)
		}
		return c.args.obj
	case "inner":
		if p := c.args.obj; p >= 0 && !(len(c.e.words) > 2 && c.e.words[1] == "to") {
			return p
		}
		return r.ownedIn(c)
	case "that":
		if c.args.that >= 0 {
			return r.groups[c.args.that].subject
		}
		return -1
	case "inf":
		return r.infTarget(c.args.inf)
	case "to":
		// "offered Israel help": the first of two objects receives
		if c.args.obj2 >= 0 && c.e.has(give) {
			return c.args.obj
		}
		if c.args.obj >= 0 && c.e.has(give) && c.args.n > 0 && r.low(c.args.pp(0).prep) == "with" && r.someone(c.args.obj) {
			return -1 // "provided X with a flight to Y"
		}
	}
	p := c.args.preposition(r, name)
	if p >= 0 && name == "on" && channels.Has(r.headOf(p)) && r.headOf(p) != "media" {
		return -1 // "blamed them on Twitter"
	}
	if p >= 0 && name == "on" && r.headOf(p) == "top" || p >= 0 && name == "against" && scenes.Has(r.headOf(p)) {
		return -1 // "imposed a fee on top of the tax", "spoke against a bronze backdrop"
	}
	return p
}

// scenes are what somebody stands or speaks against who opposes nothing.
var scenes = lexicon.WordsOf("backdrop", "background", "wall", "walls", "sky", "clock", "odds", "door", "fence", "lectern")

// ownedIn is the phrase of a noun inside cue c that has an owner: "came to Y's defence"; -1 if
// it has none.
func (r *reader) ownedIn(c *cue) int {
	if c.e.words[0] != "share" && (len(c.e.words) < 3 || c.e.words[1] != "to") {
		return -1
	}
	p := r.phraseAt(c.end - 1)
	if p < 0 || int(r.ps[p].First) < c.first+2 && c.e.words[0] != "share" || int(r.ps[p].First) <= c.first {
		return -1
	}
	if _, ok := r.owner(p); !ok {
		return -1
	}
	return p
}

// manyOf is the phrase of "many of Y's policies", or -1.
func (r *reader) manyOf(c *cue) int {
	if c.args.n == 0 || c.args.pp(0).prep != c.end+1 || r.low(c.end+1) != "of" {
		return -1
	}
	switch r.low(c.end) {
	case "many", "some", "most", "all", "several", "much", "both", "none", "parts", "any", "each":
		return c.args.pp(0).phrase
	}
	return -1
}

// infTarget is what the verb of an infinitive is done to: the object that is an
// actor, else what "to", "with", "against", "for", "in" lead.
func (r *reader) infTarget(k int) int {
	if k < 0 {
		return -1
	}
	a := r.argsFrom(r.groups[k].end)
	if a.obj >= 0 && r.mentionAt(a.obj) >= 0 && !r.sends(k) {
		return a.obj
	}
	for _, w := range [...]string{"to", "with", "against", "on", "for", "from", "in"} {
		if p := a.preposition(r, w); p >= 0 && r.mentionAt(p) >= 0 && !(w == "to" && r.court(p)) && !r.inSpite(p) {
			return p
		}
	}
	if a.ving >= 0 && a.ving > k && a.obj < 0 {
		return r.infTarget(a.ving) // "ban voting in Y"
	}
	return -1
}

// inSpite reports a phrase that completes what "despite" leads: "agreed to resign
// despite pressure from Y".
func (r *reader) inSpite(p int) bool {
	q := r.phraseAt(int(r.ps[p].First) - 2)
	return q >= 0 && r.leading(q) == "despite"
}

// court reports a court, to which one goes against another.
func (r *reader) court(p int) bool {
	for i := int(r.ps[p].First); i < int(r.ps[p].FullEnd); i++ {
		if w := r.low(i); w == "court" || w == "courts" || w == "tribunal" {
			return true
		}
	}
	return false
}

// sends reports a verb whose object goes somewhere: "deploy peacekeepers in Y".
func (r *reader) sends(k int) bool {
	switch r.base(r.groups[k].main) {
	case "send", "deploy", "dispatch", "station", "post", "withdraw", "evacuate", "pull":
		return true
	}
	return false
}

func (r *reader) subject(c *cue) int {
	if c.group < 0 {
		return -1
	}
	return r.groups[c.group].subject
}

// issueOf is the tokens that name what the position is about, by the entry's
// issue slots; equal if there are none.
func (r *reader) issueOf(c *cue, target int) [2]int {
	for _, s := range c.e.issue {
		if s == "obj" {
			if p := c.args.obj; p >= 0 && p != target {
				return r.phraseTokens(p)
			}
			continue
		}
		if s == "that" || s == "inf" {
			continue
		}
		if p := c.args.preposition(r, s); p >= 0 && p != target {
			return r.phraseTokens(p)
		}
		if g := c.args.gerundAfter(r, s); g >= 0 {
			return r.verbPhrase(g)
		}
	}
	if c.args.inf >= 0 {
		for _, s := range c.e.issue {
			if s == "inf" {
				return r.topic(c.args.inf)
			}
		}
	}
	return [2]int{}
}

// phraseTokens is the phrase with what is attached to it.
func (r *reader) phraseTokens(p int) [2]int {
	first := int(r.ps[p].First)
	if first > r.first && r.tags[first-1] == tag.Dollar {
		first-- // "$4 billion bid"
	}
	return [2]int{first, int(r.ps[p].FullEnd)}
}

// verbPhrase is a verb with its object: "bombing the town".
func (r *reader) verbPhrase(k int) [2]int {
	g := &r.groups[k]
	a := r.argsFrom(g.end)
	if a.obj >= 0 && a.inf >= 0 && a.inf != k && helps(r.base(g.main)) {
		return [2]int{g.main, r.verbPhrase(a.inf)[1]} // "making crews pay for uniforms"
	}
	if a.obj >= 0 && a.inf >= 0 && a.inf != k && r.mentionAt(a.obj) >= 0 {
		return r.verbPhrase(a.inf) // "urge the council to open the port"
	}
	end := g.end
	if end < r.end && r.tags[end] == tag.RP {
		end++ // "step down"
	}
	if a.obj >= 0 {
		end = int(r.ps[a.obj].FullEnd)
		if x := a.pp(0); a.n > 0 && moving.Has(r.base(g.main)) && x.prep == end && x.phrase >= 0 && !r.timePhrase(x.phrase) {
			end = int(r.ps[x.phrase].FullEnd) // "putting patients at risk"
		}
	} else if a.inf > k && r.groups[a.inf].first == g.end {
		end = max(end, r.verbPhrase(a.inf)[1]) // "refusing to open the port"
	} else if a.n > 0 && a.pp(0).phrase >= 0 {
		end = int(r.ps[a.pp(0).phrase].FullEnd)
	}
	first := g.main
	if g.passive && g.form == gerund {
		first = g.first // "being ambushed"
	}
	return [2]int{first, end}
}

// moving are verbs that say little without where their object goes.
var moving = lexicon.WordsOf("put", "putting", "place", "bring", "leave", "throw", "drive", "push", "hold", "keep", "turn")

// topic is what a verb group is about, for a heading: of "open the border" the
// border; of a deed or one towards an actor the whole.
func (r *reader) topic(k int) [2]int {
	g := &r.groups[k]
	a := r.argsFrom(g.end)
	if a.obj >= 0 && a.inf >= 0 && a.inf != k && (r.mentionAt(a.obj) >= 0 && r.base(g.main) != "make" || r.sum(a.obj)) {
		return r.topic(a.inf)
	}
	if a.obj >= 0 && r.sum(a.obj) {
		return r.verbPhrase(k)
	}
	deed := false
	if c := r.cueOf(k); c != nil {
		deed = c.e.has(act)
	}
	if g.form != gerund && a.obj >= 0 && r.mentionAt(a.obj) < 0 && !deed && !r.ps[a.obj].Pronoun {
		return r.phraseTokens(a.obj)
	}
	return r.verbPhrase(k)
}

// sum reports an amount of money: "$45 million", "two billion euros". What it is paid
// for is the matter, not the money.
func (r *reader) sum(p int) bool {
	if r.mentionAt(p) >= 0 || r.tags[r.ps[p].First] != tag.CD {
		return false
	}
	if i := int(r.ps[p].First); i > r.first && r.tags[i-1] == tag.Dollar {
		switch r.headOf(p) {
		case "m", "bn", "million", "billion", "trillion", "crore", "lakh":
			return true
		}
		return r.tags[r.head(p)] == tag.CD // not "$4 billion bid"
	}
	switch r.headOf(p) {
	case "dollar", "dollars", "euro", "euros", "pound", "pounds", "yen", "francs", "crowns":
		return true
	}
	return false
}

// list is phrase p with those that an "and" or commas join to it: behind it, and
// before it if it closes a list. It lies in memory of the reader and is good
// until the next sentence.
func (r *reader) list(p int) []int {
	from := len(r.listRoom)
	out := append(r.listRoom[from:], p)
	for q := p; len(out) < 8; {
		n := r.joinedAfter(q)
		if n < 0 {
			break
		}
		out = append(out, n)
		q = n
	}
	for q := p; len(out) < 8; {
		n := r.joinedBefore(q, len(out) > 1)
		if n < 0 {
			break
		}
		out = slices.Insert(out, 0, n)
		q = n
	}
	r.listRoom = append(r.listRoom, out...)
	return slices.Clip(out)
}

func (r *reader) joinedAfter(p int) int {
	for _, j := range [...]int{int(r.ps[p].FullEnd), int(r.ps[p].End)} {
		k := j
		if k < r.end && r.tags[k] == tag.PunctComma {
			k++
		}
		if k < r.end && r.tags[k] == tag.CC && (r.low(k) == "and" || r.low(k) == "or" || r.low(k) == "nor") {
			k++
		} else if k == j || !r.listGoesOn(p) {
			continue
		}
		if k < r.end && (r.tags[k] == tag.IN && k > 0 && r.tags[k-1] == tag.CC && r.low(k) == r.leading(p)) {
			k++ // "of A and of B"
		}
		if q := r.phraseFrom(k); q >= 0 && !r.subjectOfFinite(q) && !r.timePhrase(q) && !r.otherAct(p, q) && !r.actsLater(q) {
			if end := int(r.ps[q].End); end < r.end && r.low(end) == "by" && r.leading(p) == "by" {
				continue // "backed by A and B by C"
			} else if end < r.end && (r.low(end) == "against" || r.low(end) == "for") && (end+1 == r.end || r.tags[end+1] == tag.PunctEnd || r.tags[end+1] == tag.PunctComma) {
				continue // "voted for the bill and Chile against"
			}
			if k == j+1 && r.tags[j] == tag.PunctComma && (int(r.ps[p].Apposition) == q || r.describesName(p, q)) || r.bindsInner(p, j, q) {
				continue
			}
			return q
		}
	}
	return -1
}

// actsLater reports an adverb and a past tense behind phrase q, which the tags take for a
// participle: "was condemned by Norway, and Peru later resigned".
func (r *reader) actsLater(q int) bool {
	j := int(r.ps[q].FullEnd)
	i := j
	for i < r.end && (r.tags[i] == tag.RB || r.tags[i] == tag.RBR) {
		i++
	}
	return i > j && i < r.end && (r.tags[i] == tag.VBN || r.tags[i] == tag.VBD) && r.mentionAt(q) >= 0
}

// otherAct reports that phrase q, behind the object p of an -ing form, begins the list of
// those who do something else: "with Norway backing the idea and Chile and Peru rejecting it".
//
// Counter-example: "accusing Chile and Peru of bombing the town".
func (r *reader) otherAct(p, q int) bool {
	if k := r.groupAt(int(r.ps[p].First) - 1); k < 0 || r.groups[k].form != gerund {
		return false
	}
	for range 8 {
		if r.doesBehind(q) {
			return true
		}
		j := int(r.ps[q].End)
		for j < r.end && (r.tags[j] == tag.PunctComma || r.tags[j] == tag.CC) {
			j++
		}
		n := r.phraseFrom(j)
		if n < 0 || n == q || j == int(r.ps[q].End) {
			return false
		}
		q = n
	}
	return false
}

// doesBehind reports an -ing form right behind phrase p.
func (r *reader) doesBehind(p int) bool {
	j := int(r.ps[p].End)
	k := r.groupAt(j)
	return k >= 0 && r.groups[k].first == j && r.groups[k].form == gerund
}

// describesName reports that q, behind a comma, says what the name p is.
func (r *reader) describesName(p, q int) bool {
	switch r.low(int(r.ps[q].First)) {
	case "a", "an", "the":
		return r.d.Is(r.head(p), token.Capital) && !r.d.Is(r.head(q), token.Capital)
	}
	return false
}

// bindsInner reports that q is joined to the name attached to p, not to p:
// "fighters in Peru and Chile".
func (r *reader) bindsInner(p, j, q int) bool {
	if j == int(r.ps[p].End) {
		return false
	}
	inner := r.phraseAt(j - 1)
	return inner >= 0 && inner != p && r.bareName(inner) && r.bareName(q)
}

// bareName reports a phrase of names only.
func (r *reader) bareName(p int) bool {
	for i := int(r.ps[p].First); i < int(r.ps[p].End); i++ {
		if !r.tags[i].Proper() {
			return false
		}
	}
	return true
}

// leading is the preposition before phrase p, or "".
func (r *reader) leading(p int) string {
	i := int(r.ps[p].First) - 1
	if i >= r.first && (r.tags[i] == tag.IN || r.tags[i] == tag.TO) {
		return r.low(i)
	}
	return ""
}

func (r *reader) joinedBefore(p int, joined bool) int {
	i := int(r.ps[p].First) - 1
	if i <= r.first {
		return -1
	}
	conj := r.tags[i] == tag.CC && (r.low(i) == "and" || r.low(i) == "or" || r.low(i) == "nor")
	if !conj && !(r.tags[i] == tag.PunctComma && joined) {
		return -1
	}
	if conj && r.tags[i-1] == tag.PunctComma {
		i--
	}
	q := r.phraseAt(i - 1)
	if q < 0 || r.timePhrase(q) {
		return -1
	}
	q = r.outerPhrase(q)
	if w := r.leading(q); w != "" && !(w == "with" && r.doesBehind(p)) && (!subordinator(w) || w == "as" && r.low(max(r.first, int(r.ps[q].First)-2)) == "such") {
		return -1
	}
	if r.leading(q) == "as" && r.ps[p].Pronoun {
		return -1 // "backs him as the coach and they will work together"
	}
	if k := r.groupAt(int(r.ps[q].First) - 1); k >= 0 && (r.groups[k].prep >= 0 && r.groups[k].form == gerund || r.groups[k].form == infinitive) && (r.subjectOfFinite(p) || r.describedBy(p) || r.doesBehind(p)) {
		return -1 // "to attack the marchers, and police let it happen", "from entering Y or tests designed to"
	}
	if int(r.ps[q].FullEnd) != i && int(r.ps[q].End) != i || r.objectOf(q) && !(r.told(q) && r.subjectOfFinite(p)) {
		return -1
	}
	return q
}

// describedBy reports a participle right behind phrase p that describes it.
func (r *reader) describedBy(p int) bool {
	k := r.groupAt(int(r.ps[p].End))
	return k >= 0 && r.groups[k].form == participle
}

// told reports a verb of saying right before phrase p, whose clause p can open.
func (r *reader) told(p int) bool {
	k := r.groupAt(int(r.ps[p].First) - 1)
	return k >= 0 && r.kinds(r.groups[k].main)&kSay != 0
}

// objectOf reports that a verb or a preposition stands right before phrase p, so
// that it cannot start the list of a subject behind it.
func (r *reader) objectOf(p int) bool {
	i := int(r.ps[p].First) - 1
	return i >= r.first && r.groupAt(i) >= 0 && r.groups[r.groupAt(i)].form == finite
}
