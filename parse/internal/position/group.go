package position

import (
	"strings"

	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// group is one verb group: tokens [first, end).
type group struct {
	first, end int
	main       int // the verb that carries the meaning
	form       form
	passive    bool
	copula     bool // the main verb is a form of "be"
	not        int  // token that negates, or -1
	cease      int  // "no" of "no longer", or -1
	modal      int  // may, will, must …, or -1
	matrix     int  // the group it hangs on, or -1
	subject    int  // phrase, or -1
	prep       int  // preposition before a gerund, or -1
	noun       int  // phrase that an infinitive completes, or -1
	relative   bool // its subject is named before "who", "which", "that"
	inherits   bool // its subject is that of another group
	imperative bool
}

// groupTags are those of the words that open verb groups.
const groupTags = verbTags | 1<<tag.MD | 1<<tag.TO | 1<<tag.IN

// verbGroups reads the verb groups of the sentence [r.first, r.end).
func (r *reader) verbGroups() {
	r.groups = r.groups[:0]
	for i := r.first; i < r.end; {
		if setOf(r.tags[i])&groupTags == 0 || !r.opensGroup(i) {
			i++
			continue
		}
		g := r.group(i)
		if g.main < 0 {
			i++
			continue
		}
		r.groups = append(r.groups, g)
		i = g.end
	}
	r.joinAsides()
	r.promote()
	for k := range r.groups {
		r.hang(k)
	}
	r.frontGerunds()
}

// promote makes the first bare participle of a sentence without a finite verb its
// verb: past tense and participle look alike, and the tagger mistakes them.
func (r *reader) promote() {
	for k := range r.groups {
		if r.closesApposition(k) || r.behindAside(k) {
			r.groups[k].form, r.groups[k].passive = finite, false
		}
	}
	first := -1
	for k := range r.groups {
		g := &r.groups[k]
		if g.form == finite && !(g.first > r.first && r.relativeWord(g.first-1)) && !(first >= 0 && r.opensClause(k)) {
			return
		}
		if first < 0 && g.form == participle && !(g.end < r.end && r.low(g.end) == "by") && g.first > r.first {
			first = k
		}
	}
	if first >= 0 {
		r.groups[first].form, r.groups[first].passive = finite, false
	}
}

// behindAside reports a participle that must be the verb of the subject that opens the sentence,
// behind a word between commas: "Norway, however, strongly favoured the plan".
func (r *reader) behindAside(k int) bool {
	g := &r.groups[k]
	if k > 0 || g.form != participle || g.first != g.main || g.end >= r.end || r.low(g.end) == "by" || r.phraseFrom(g.end) < 0 {
		return false
	}
	i := g.first - 1
	for i > r.first && r.tags[i] == tag.RB {
		i--
	}
	if i-3 < r.first || r.tags[i] != tag.PunctComma || r.tags[i-1] != tag.RB || r.tags[i-2] != tag.PunctComma {
		return false
	}
	p := r.phraseAt(i - 3)
	return p >= 0 && int(r.ps[p].First) <= r.first+1
}

// opensClause reports a word between group k and the one before that opens
// another clause ("where the two spoke").
func (r *reader) opensClause(k int) bool {
	if k == 0 {
		return false
	}
	for i := r.groups[k-1].end; i < r.groups[k].first; i++ {
		if t := r.tags[i]; t == tag.WRB || t == tag.WP || t == tag.WDT || t == tag.IN && subordinator(r.low(i)) && r.low(i) != "that" {
			return true
		}
	}
	return false
}

func (r *reader) opensGroup(i int) bool {
	t := r.tags[i]
	switch {
	case t == tag.MD:
		return true
	case !t.Verb() && t != tag.TO && t != tag.IN:
		return false
	case (t == tag.TO || t == tag.IN) && r.nameGoesOn(i):
		return false
	case t == tag.TO || t == tag.IN && r.d.Tokens[i].End-r.d.Tokens[i].Start == 2 && r.low(i) == "to":
		j := i + 1
		for j < r.end && r.tags[j] == tag.RB {
			j++
		}
		if j < r.end && r.mentionOf[j] >= 0 && r.d.Is(j, token.Capital) && j+1 < r.end && r.tags[j+1] == tag.POS {
			return false // "came to Brenn's defence", where the tagger takes the name for a verb
		}
		return j < r.end && (r.tags[j] == tag.VB || r.tags[j] == tag.VBP || j == i+1 && r.mustBeVerb(i))
	case t == tag.VBG && !strings.HasSuffix(r.low(i), "ing"):
		return false
	case t == tag.VBG && r.d.Is(i, token.Capital) && i > r.first && r.insideName(i):
		return false // "the World Anti-Doping Agency"
	case t == tag.VBG && (prepositional.Has(r.low(i)) || r.describes(i) || i > r.first && i+1 < r.end && (r.tags[i-1] == tag.DT || r.tags[i-1] == tag.PRPS) && r.tags[i+1].Noun()):
		return false
	case t == tag.VBD && i > r.first && r.tags[i-1] == tag.PRPS && i+1 < r.end && r.tags[i+1].Noun() && r.leading(max(r.phraseAt(i-1), 0)) == "of":
		return false // "one of his preferred methods"
	case (t == tag.VBN || t == tag.VBD) && r.attributes(i):
		return false
	case t == tag.VBG && r.nounOfDeed(i):
		return false // "survived a shooting at the church"
	case (t == tag.VB || t == tag.VBP) && i > r.first && auxiliary(r.low(i), t) == "" && r.determined(i-1):
		return false // "a fresh offer"
	case t == tag.IN:
		return false
	case r.ownedNoun(i), r.compounds(i):
		return false
	case i+1 < r.end && r.low(i+1) == "that" && (r.low(i) == "provided" || r.low(i) == "providing"):
		return false // a condition
	case r.low(i) == "rebels" && i+1 < r.end && r.low(i+1) != "against":
		return false
	case t.Verb():
		return r.phraseAt(i) < 0 || r.headline(i)
	}
	return false
}

// mustBeVerb mends "vowed to bomb Chile" and "calls to sanction Chile" where the
// tagger sees a noun: behind a verb or noun that takes an infinitive, "to" and a cue
// verb.
func (r *reader) mustBeVerb(i int) bool {
	if len(r.groups) == 0 || r.tags[i+1].Proper() && r.mentionOf[i+1] >= 0 {
		return false
	}
	g := &r.groups[len(r.groups)-1]
	behindVerb := g.end == i && r.kinds(g.main)&(kPlan|kRefuse|kSame|kFail) != 0
	behindNoun := r.phraseAt(i-1) >= 0 && r.kinds(i-1)&(kPurpose|kAsk) != 0 && r.tags[i-1].Noun() && i+2 < r.end && r.tags[i+2].Proper()
	if !behindVerb && !behindNoun && !(r.kinds(g.main)&kAsk != 0 && r.phraseAt(i-1) >= 0 && int(r.ps[r.phraseAt(i-1)].First) == g.end && r.tags[i+1] == tag.JJ) {
		return false // else "ordered Norway to free Chile"
	}
	if !r.isVerbCue(i + 1) {
		return false
	}
	r.cut(i + 1)
	r.readHeads()
	r.tags[i+1] = tag.VB
	return true
}

// determined reports a token that only a noun can follow.
func (r *reader) determined(i int) bool {
	switch r.tags[i] {
	case tag.DT, tag.PRPS, tag.POS:
		return r.low(i) != "that" && r.low(i) != "this"
	case tag.JJ:
		return !r.d.Is(i, token.Capital) && r.phraseAt(i) >= 0
	}
	return false
}

// closesApposition reports a bare participle that is the verb of its clause:
// "Iran, an ally of X, condemned the attack and offered help". The next finite
// verb is joined to it, or has a subject of its own.
func (r *reader) closesApposition(k int) bool {
	g := &r.groups[k]
	j := g.first - 1
	if g.form != participle || j <= r.first || r.tags[j] != tag.PunctComma || g.end < r.end && r.low(g.end) == "by" {
		return false
	}
	if m := r.stepComma(j); m == j-1 || r.phraseAt(m) < 0 {
		return false
	}
	for n := k + 1; n < len(r.groups); n++ {
		if h := &r.groups[n]; h.form == finite {
			i := h.first - 1
			return r.tags[i] == tag.CC || r.phraseAt(i) >= 0 && !r.timeToken(i)
		}
	}
	return true
}

// headline lets a verb be one although the chunker took it for a noun's part.
func (r *reader) headline(i int) bool {
	p := r.ps[r.phraseAt(i)]
	return int(p.First) == i && r.tags[i] != tag.VBN && r.tags[i] != tag.VBG && int(p.Head) == i
}

// group reads the verb group that starts at i.
func (r *reader) group(i int) group {
	g := group{first: i, main: -1, not: -1, cease: -1, modal: -1, matrix: -1, subject: -1, prep: -1, noun: -1}
	if r.low(i) == "to" {
		g.form = infinitive
		i++
	}
	aux := "" // the auxiliary before
	for ; i < r.end; i++ {
		t, w := r.tags[i], r.low(i)
		switch {
		case w == "not" || w == "n't" || w == "n’t" || w == "never" || w == "hardly" || w == "nor":
			if i+1 >= r.end || r.tags[i+1] != tag.RB || !merely(r.low(i+1)) {
				g.not = i // else "did not just criticise Y"
			}
			continue
		case w == "no" && i+1 < r.end && r.low(i+1) == "longer":
			g.cease = i
			i++
			continue
		case t == tag.RB || t == tag.RBR || t == tag.RBS:
			if g.main >= 0 && !r.verbAhead(i+1, aux) {
				return r.close(g, i, aux)
			}
			continue
		case w == "since" && aux == "have" && g.main >= 0 && i+1 < r.end && (r.tags[i+1] == tag.VBD || r.tags[i+1] == tag.VBN):
			if r.phraseFrom(i+1) >= 0 {
				r.cut(i + 1)
				r.readHeads()
			}
			continue // "has since defended"
		case (w == "both" || w == "all" || w == "each") && (aux == "have" || aux == "be") && i+1 < r.end && r.tags[i+1] == tag.VBN && !r.d.Is(i, token.Capital):
			if r.phraseAt(i+1) >= 0 {
				r.cut(i + 1)
				r.readHeads()
			}
			continue // "have both condemned"
		case t == tag.TO && g.main < 0 && g.modal >= 0 && g.modal == i-1 && r.low(g.modal) == "ought":
			continue // "ought to leave"
		case t == tag.MD:
			if g.modal >= 0 || g.main >= 0 {
				return r.close(g, i, aux)
			}
			g.modal, aux = i, "md"
			continue
		case t.Verb() && g.main < 0, t.Verb() && carries(aux, t, r.low(g.main)):
			if g.main >= 0 {
				g.passive = passiveAux(aux, t)
			}
			g.main = i
			aux = auxiliary(w, t)
			if aux == "" && r.remains(i) {
				aux = "be"
			}
			if aux == "" {
				return r.close(g, i+1, aux)
			}
			continue
		}
		break
	}
	return r.close(g, i, aux)
}

// remains reports a verb like "be" with a participle behind it: "remains
// committed".
func (r *reader) remains(i int) bool {
	j := i + 1
	for j < r.end && r.tags[j] == tag.RB {
		j++
	}
	if j == r.end || r.tags[j] != tag.VBN {
		return false
	}
	switch r.base(i) {
	case "remain", "stay", "become", "feel", "seem":
		return true
	}
	return false
}

// close gives g its end and form.
func (r *reader) close(g group, end int, aux string) group {
	if g.main < 0 {
		return g
	}
	for end > g.main+1 && (r.tags[end-1] == tag.RB || r.tags[end-1] == tag.RBR) && r.low(end-1) != "longer" {
		end--
	}
	g.end = max(end, g.main+1)
	r.negators(&g)
	g.copula = aux == "be"
	if g.form == infinitive {
		return g
	}
	switch t := r.tags[g.first]; {
	case t == tag.VBG:
		g.form = gerund
	case t == tag.VBD && g.main == g.first && g.end < r.end && r.low(g.end) == "by" && aux == "" && !r.meansAt(g.end+1) && !r.takesBy(g.main):
		g.form, g.passive = participle, true // "a lunch hosted by X"
	case t == tag.VBN && g.main == g.first && g.end < r.end && r.low(g.end) == "by" && r.meansAt(g.end+1) && r.subjectBefore(g.first):
		g.form = finite // "the council voted by 31 to 14"
	case t == tag.VBD && g.main == g.first && aux == "" && r.sentBy(g):
		g.form, g.passive = participle, true
	case t == tag.VBN && g.main == g.first && (r.kinds(g.main)|r.phrasal(&g))&kSay != 0 && r.reports(g):
	case t == tag.VBN && g.main == g.first:
		g.form, g.passive = participle, true
		if r.low(min(g.end, r.end-1)) == "that" {
			g.form, g.passive = finite, false
		}
		// "Rebels accused the government": an object behind makes it a past tense
		if p := r.phraseAt(g.end); p >= 0 && int(r.ps[p].First) == g.end && r.subjectBefore(g.first) {
			g.form, g.passive = finite, false
		}
	case t == tag.VB && g.modal < 0:
		g.form = finite
		g.imperative = g.first == r.first
	}
	return g
}

// sentBy reports "a report by a doctor sent to Chile by Norway": what looks like a past
// tense, behind a phrase that a preposition leads, with "by" behind another one. It
// would have no object as a verb of the clause.
func (r *reader) sentBy(g group) bool {
	p := r.phraseAt(g.first - 1)
	if p < 0 || r.leading(p) != "by" && r.leading(p) != "from" && r.leading(p) != "with" || g.end >= r.end || r.tags[g.end] != tag.TO && r.tags[g.end] != tag.IN || r.low(g.end) == "by" {
		return false
	}
	q := r.phraseFrom(g.end + 1)
	if q < 0 || r.timePhrase(q) {
		return false
	}
	i := int(r.ps[q].End)
	return i+1 < r.end && r.low(i) == "by" && r.mentionAt(r.phraseFrom(i+1)) >= 0
}

// meansAt reports a phrase at token i that tells by what means or how much ("by
// telephone", "by 31 to 14").
func (r *reader) meansAt(i int) bool {
	p := r.phraseFrom(i)
	if p < 0 {
		return false
	}
	j := int(r.ps[p].End)
	return r.kinds(r.head(p))&kMessage != 0 || r.tags[r.head(p)] == tag.CD && j < r.end && r.low(j) == "to"
}

// reports reports that a verb of saying that the tagger takes for a participle is
// the verb of its clause.
func (r *reader) reports(g group) bool {
	if g.end >= r.end || g.first == r.first || !r.subjectBefore(g.first) {
		return g.end >= r.end || r.tags[g.end] == tag.PunctEnd
	}
	return r.low(g.end) != "by" && r.tags[g.end] != tag.VBN && r.tags[g.end] != tag.TO && r.low(g.end) != "of"
}

// negators looks for what negates a group right before it: "no longer opposes",
// "never met", "neither confirmed nor denied".
func (r *reader) negators(g *group) {
	for i := g.first - 1; i >= r.first && i > g.first-4; i-- {
		switch w := r.low(i); {
		case w == "longer" && i > r.first && r.low(i-1) == "no":
			g.cease = i - 1
			return
		case w == "not" || w == "never" || w == "neither" || w == "nor" || w == "hardly" || w == "without" || w == "scarcely":
			if !merely(r.low(i + 1)) {
				g.not = i // else "not only condemned Y"
			}
			return
		case r.tags[i] != tag.RB && r.tags[i] != tag.RBR:
			return
		}
	}
}

// merely reports a word behind "not" that lets what follows stand: "not only", "not just".
func merely(w string) bool { return w == "only" || w == "just" || w == "merely" || w == "simply" }

// subjectBefore reports a phrase right before token i that no preposition ties
// to something else.
func (r *reader) subjectBefore(i int) bool {
	for i--; i >= r.first && r.tags[i] == tag.RB; i-- {
	}
	p := -1
	if i >= r.first {
		p = r.phraseAt(i)
	}
	return p >= 0 && !r.timePhrase(p)
}

// verbAhead reports a verb at i, adverbs apart, that the auxiliary can carry.
func (r *reader) verbAhead(i int, aux string) bool {
	for i < r.end && (r.tags[i] == tag.RB || r.low(i) == "longer" || r.low(i) == "no") {
		i++
	}
	return i < r.end && r.tags[i].Verb() && aux != "" && r.phraseAt(i) < 0
}

// auxiliary is the kind of auxiliary that w is, or "".
func auxiliary(w string, t tag.Tag) string {
	switch w {
	case "be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m", "’s", "’re", "’m":
		return "be"
	case "have", "has", "had", "having", "'ve", "’ve", "'d", "’d":
		return "have"
	case "do", "does", "did":
		return "do"
	case "get", "gets", "got":
		return "get"
	}
	return ""
}

// carries reports that an auxiliary can be followed by a verb of tag t.
func carries(aux string, t tag.Tag, _ string) bool {
	switch aux {
	case "be", "get":
		return t == tag.VBG || t == tag.VBN || t == tag.VBD
	case "have":
		return t == tag.VBN || t == tag.VBD
	case "do":
		return t == tag.VB || t == tag.VBP
	}
	return false
}

func passiveAux(aux string, t tag.Tag) bool {
	return (aux == "be" || aux == "get") && (t == tag.VBN || t == tag.VBD)
}

// prepositional are the -ing words that lead a phrase like a preposition.
var prepositional = lexicon.WordsOf(
	"including", "following", "regarding", "concerning", "involving",
	"excluding", "using", "considering", "according", "pending",
)

// afterCharge reports that group g goes on with what somebody is accused of: "accused
// them of shelling a market, killing 14". Whoever accused did not kill.
func (r *reader) afterCharge(g int) bool {
	if g <= 0 || r.groups[g].form != gerund || r.groups[g].prep >= 0 || r.tags[r.groups[g].first-1] != tag.PunctComma {
		return false
	}
	p := r.groups[g-1].prep
	return p >= 0 && (r.low(p) == "of" || r.low(p) == "for")
}
