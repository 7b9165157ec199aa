package position

import (
	"strings"

	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// chain is what stands above a verb: "[has refused] [to back down and] [support]".
// Each step up changes whether and how the act below takes place.
type chain struct {
	top     int  // the highest group, whose subject acts and whose modals count
	lead    int  // first token of the operator, or -1
	drop    bool // another is to do it, or nothing says that it is done
	refuse  bool
	stop    bool
	plan    bool
	loose   bool // a purpose or an unknown verb above
	not     bool
	goesOn  bool // it is going on already ("will continue to")
	cease   bool
	hedge   int // token, or -1
	planned string
}

// chainOf walks from group k up the verbs and nouns it hangs on.
func (r *reader) chainOf(k int) chain {
	c := chain{top: k, lead: -1, hedge: -1}
	for k >= 0 && !c.drop {
		g := &r.groups[k]
		c.top = k
		c.not = c.not != (g.not >= 0)
		c.cease = c.cease || g.cease >= 0
		if g.form == finite && !(g.inherits && g.matrix >= 0) || g.matrix < 0 || g.form == participle {
			break
		}
		r.step(&c, k, g.matrix)
		if g.form == gerund && g.prep < 0 && r.besides(g, &r.groups[g.matrix]) {
			not, cease := c.not, c.cease // "did not attend, accusing Y": Y is accused
			c.above(r, g.matrix)
			c.not, c.cease = not, cease
			break
		}
		if g.form == gerund && g.prep < 0 && g.noun >= 0 {
			break // "forces fighting X"
		}
		k = g.matrix
	}
	return c
}

// above walks on from group k, beside which the deed of c is done.
func (c *chain) above(r *reader, k int) {
	up := r.chainOf(k)
	c.top, c.drop = up.top, c.drop || up.drop
	c.loose = c.loose || up.loose
	if c.hedge < 0 {
		c.hedge = up.hedge
	}
}

// step reads the link from group k to its matrix m.
func (r *reader) step(c *chain, k, m int) {
	g, mg := &r.groups[k], &r.groups[m]
	if g.form == gerund {
		r.stepGerund(c, g, mg)
		return
	}
	if g.form == finite {
		return
	}
	if w := r.first + 1; g.first > w && r.tags[g.first] == tag.TO && asking.Has(r.low(g.first-1)) {
		c.drop = true // "is divided on whether to deport them"
		return
	}
	between := g.noun >= 0 && int(r.ps[g.noun].First) >= mg.end
	if between && mg.copula && (r.leading(g.noun) == "for" || mg.first > r.first && r.low(mg.first-1) == "there") {
		c.drop = true // "there were calls for Norway to condemn Y"
		return
	}
	if mg.copula || r.seems(mg) {
		r.stepAdjective(c, g, mg)
		return
	}
	op := r.kinds(mg.main) | r.phrasal(mg)
	switch {
	case r.low(g.first-1) == "well" && mg.modal >= 0 && r.low(mg.main) == "do":
		c.drop = true // "would do well to help"
	case nothings.Has(r.low(g.first - 1)), r.habit(mg) && g.first == mg.end:
		c.drop = true // "did nothing to help", "used to help"
	case between && (r.leading(g.noun) == "for" || r.grants(mg.end, g.first) || r.wishes(mg, g.noun)):
		c.drop = true
	case between && op&kAsk != 0 && op&(kPlan|kSame) == 0, between && mg.form != finite && r.base(mg.main) == "get":
		c.drop = true // "asked X to V", "is trying to get X to V"
	case between && r.kinds(int(r.ps[g.noun].Head))&kPurpose != 0:
		r.stepPurpose(c, g, mg, op)
	case between:
		if op&kAsk != 0 && !(op&kSame != 0) {
			c.drop = true
		}
		if op&(kRefuse|kFail|kStop) != 0 {
			c.drop = true
		}
		c.loose = true
	case (r.tags[mg.main] == tag.VBZ || r.tags[mg.main] == tag.VBP) && (r.base(mg.main) == "have" || r.base(mg.main) == "need"):
		c.drop = true // "has to approve": nobody has yet
	case mg.modal >= 0 && (r.base(mg.main) == "have" || r.base(mg.main) == "need") && g.first == mg.end:
		c.drop = true // "would have to approve"
	case mg.not >= 0 && r.low(mg.main) == "hesitate":
		c.not = !c.not // "did not hesitate to condemn Y": did; the walk turns it back
	case op&kRefuse != 0:
		c.refuse, c.lead = true, mg.first
	case op&kFail != 0:
		c.drop = true
	case op&kStop != 0:
		c.stop, c.lead = true, mg.first
	case mg.passive && enabledTo.Has(r.low(mg.main)):
		c.drop = true // "is well placed to"
	case op&kPlan != 0 && mg.passive && !determinedTo.Has(r.low(mg.main)):
		c.drop = true // "was expected to"
	case op&kPlan != 0:
		c.plan, c.lead = true, mg.main
		c.planned = r.base(mg.main)
	case op&kSame != 0:
		w := r.base(mg.main)
		if w == "appear" || w == "seem" || w == "claim" {
			c.hedge = mg.main
		}
		c.goesOn = c.goesOn || w == "continue" || w == "keep" || w == "remain" || w == "go"
	case op&kAsk != 0:
		// "was asked to", "is expected to": not done; "was forced to": done
		w := r.base(mg.main)
		c.drop = !(mg.passive && (w == "force" || w == "compel" || w == "oblige" || w == "lead" || w == "prompt"))
	default:
		c.loose = true
	}
}

// stepPurpose: "announced a plan to V" promises, "joined the fight to V" is at
// it, "discussed a plan to V" and "has no plan to V" do nothing.
func (r *reader) stepPurpose(c *chain, g, mg *group, op kinds) {
	h := r.head(g.noun)
	switch {
	case op&(kStop|kFail|kRefuse) != 0 || r.noBefore(r.groupAt(mg.main), g.noun) || r.low(int(r.ps[g.noun].First)) == "no" || r.low(int(r.ps[g.noun].First)) == "any":
		c.drop = true
	case r.kinds(h)&kStriving != 0 && op&(kLight|kPlan|kSame) != 0:
		c.loose = true
	case op&(kLight|kPlan|kSame) != 0:
		c.plan, c.lead, c.planned = true, mg.main, r.base(mg.main)
	default:
		c.drop = true
	}
}

// phrasal is the kinds of a verb with its particle ("go on", "give up").
func (r *reader) phrasal(g *group) kinds {
	if g.end >= r.end || r.tags[g.end] != tag.RP && r.tags[g.end] != tag.IN && r.tags[g.end] != tag.RB {
		return 0
	}
	i, j := r.d.Tokens[g.main].Start, r.d.Tokens[g.end].End
	return r.lex.kinds(r.d.Lower[i:j])
}

// against reports a verb of a negative stance right before token i, its particle
// apart.
func (r *reader) against(g *group, i int) bool {
	if i > g.end+1 || r.tags[i-1] == tag.PunctComma {
		return false
	}
	for _, e := range r.entries(g.main) {
		if e.pos != 'v' || e.stance.Polarity() >= 0 {
			continue
		}
		if len(e.words) == 1 && i == g.end || len(e.words) == 2 && i == g.end+1 && e.words[1] == r.low(g.end) {
			return true
		}
	}
	return false
}

// favours reports a verb of support right before token i: what it stands for is not done yet.
func (r *reader) favours(g *group, i int) bool {
	return i == g.end && favouring.Has(r.base(g.main))
}

// favouring are such verbs.
var favouring = lexicon.WordsOf("support", "favour", "favor", "back", "endorse", "advocate", "approve")

// besides reports a gerund behind a comma that only goes with its verb and is not what that
// verb stops, fails or plans to do: "suspended the talks, accusing Y". Behind another
// gerund it may be one of a list: "stopped shelling, bombing and raiding Y".
func (r *reader) besides(g, mg *group) bool {
	i := g.first - 1
	for i > mg.end && r.tags[i] == tag.RB {
		i--
	}
	return i >= mg.end && (r.tags[i] == tag.PunctComma || r.dash(i)) && !strings.HasSuffix(r.low(mg.end), "ing")
}

// absolute reports ", with Y calling it a lie": what Y does goes with the verb above and is
// not what that verb refuses, stops or plans.
func (r *reader) absolute(g *group) bool {
	if g.noun < 0 || g.subject < 0 {
		return false
	}
	i := int(r.ps[r.outerPhrase(g.noun)].First) - 1
	return i > r.first && r.low(i) == "with" && r.tags[i-1] == tag.PunctComma
}

func (r *reader) stepGerund(c *chain, g, mg *group) {
	if g.prep < 0 && (r.besides(g, mg) || r.absolute(g)) {
		return
	}
	op := r.kinds(mg.main) | r.phrasal(mg)
	if g.noun >= 0 && troubles.Has(r.headOf(g.noun)) && r.leading(g.noun) == "" && (r.headOf(g.noun) != "time" || r.impossible(mg.end, g.first)) {
		c.drop = true // "had no problem supporting Y": open
		return
	}
	if g.prep < 0 && g.noun < 0 && (r.against(mg, g.first) || r.favours(mg, g.first)) {
		c.drop = true // "ruled out supporting", "supports imposing": the verb above is read
		return
	}
	if g.prep < 0 {
		if g.noun >= 0 {
			w := r.leading(r.outerPhrase(g.noun))
			c.drop = w == "for" || w == "of" || w == "about" // "apologised for a boat intercepting X"
		}
		switch {
		case discussed.Has(r.base(mg.main)):
			c.drop = true // "discusses shooting them"
		case op&kStop != 0:
			c.stop, c.lead = true, mg.first
		case op&(kFail|kRefuse) != 0:
			c.drop = true
		case g.noun < 0 && op&kAsk != 0 && op&kSame == 0 && g.first == mg.end:
			c.drop = true // "recommend doing", "suggested attacking"
		case g.noun < 0 && op&kPlan != 0 && g.first == mg.end:
			c.plan, c.lead, c.planned = true, mg.main, r.base(mg.main)
		}
		return
	}
	switch r.low(g.prep) {
	case "by", "after", "before", "while", "in", "since", "when":
	case "for":
		c.loose = true
		c.drop = op&kFor == 0 && g.noun >= 0 && op&kAsk != 0 || r.sorry(mg)
	case "to":
		if w := r.base(mg.main); w == "commit" || mg.copula {
			c.plan, c.lead, c.planned = true, mg.main, "commit"
			return
		}
		c.drop = true
	default: // of, from, without, against, instead of, about, at, on
		c.drop = true
	}
}

// asking are words before an infinitive of which nobody says that it is done.
var asking = lexicon.WordsOf("whether", "how", "when", "where", "what", "who", "whom", "why", "which")

// discussed are verbs whose -ing form is only spoken or thought of.
var discussed = lexicon.WordsOf(
	"discuss", "discussed", "discusses", "contemplate", "contemplated", "imagine", "imagined", "mull", "debate", "debated",
	"envision", "envisage", "fantasise", "fantasize",
)

// nothings are objects of verbs that do not do what follows: "did little to help".
var nothings = lexicon.WordsOf("nothing", "little", "none")

// habit reports "used to", which is so no longer; "the gun he used to" is none.
func (r *reader) habit(g *group) bool {
	if r.low(g.main) != "used" || g.passive || g.form != finite || g.subject < 0 {
		return false
	}
	i := int(r.ps[g.subject].First) - 1
	return i < r.first || r.phraseAt(i) < 0
}

// sorry reports a verb whose subject would rather not have done what follows "for".
func (r *reader) sorry(g *group) bool {
	switch r.base(g.main) {
	case "apologise", "apologize", "apologised", "apologized":
		return true
	}
	return false
}

// troubles are nouns with which somebody says how hard or how welcome it is to do
// what follows, which leaves open whether it is done.
var troubles = lexicon.WordsOf(
	"problem", "problems", "trouble", "difficulty", "difficulties", "qualms", "hesitation",
	"interest", "luck", "success", "point", "business", "time",
)

// seems reports a verb that gives its subject the adjective behind it: "remain
// reluctant", "seems unwilling".
func (r *reader) seems(g *group) bool {
	if g.end >= r.end || r.tags[g.end] != tag.JJ && r.tags[g.end] != tag.VBN && r.tags[g.end] != tag.RB {
		return false
	}
	switch r.base(g.main) {
	case "remain", "seem", "appear", "feel", "look", "become", "stay", "grow", "sound", "prove", "stand":
		return true
	}
	return false
}

// stepAdjective: "is ready to V", "was unwilling to V", "is unlikely to V".
func (r *reader) stepAdjective(c *chain, g, mg *group) {
	for i := mg.end; i < g.first; i++ {
		switch r.low(i) {
		case "not", "hardly", "never":
			if i+1 < g.first && merely(r.low(i+1)) {
				continue // "was not only here to help Y"
			}
			c.not = c.not != (i != mg.not && i != g.not) // "is “not ready” to"
		case "ready", "willing", "prepared", "determined", "keen", "eager", "happy", "glad", "committed":
			c.plan, c.lead, c.planned = true, i, r.low(i)
			return
		case "unwilling", "reluctant", "loath", "loth", "hesitant", "disinclined":
			c.refuse, c.lead = true, i
			return
		case "likely", "set", "poised", "due":
			c.hedge = i
			return
		case "first", "only", "last", "alone":
			c.drop = mg.not >= 0 // "is not the only state to support Y"
			return
		case "careful", "cautious", "wary":
			c.drop = true // "was careful not to endorse Y": open
			return
		case "able":
			c.drop = mg.modal >= 0 // "would be able to support Y"
			return
		case "proud", "quick", "right":
			return
		case "illegal", "unlawful", "unconstitutional", "improper", "inappropriate", "irresponsible", "dangerous", "risky",
			"hypocritical", "unfair", "free", "unable", "unlikely", "expected", "supposed", "hard", "difficult", "impossible", "premature",
			"wrong", "too", "important", "crucial", "vital", "essential", "necessary", "imperative", "urgent", "critical", "incumbent", "desirable", "possible", "better", "best", "time", "obliged", "afraid", "pressure":
			c.drop = true
			return
		}
	}
	if mg.end == g.first { // "is to visit"
		c.hedge = -1
		return
	}
	c.loose = true
}

// determinedTo are participles that are adjectives of will.
var determinedTo = lexicon.WordsOf("prepared", "determined", "committed", "resolved")

// enabledTo are participles that say what somebody may or can do, not what is done.
var enabledTo = lexicon.WordsOf(
	"placed", "positioned", "equipped", "empowered", "entitled", "authorised", "authorized",
	"permitted", "allowed", "qualified", "free",
)

// grants reports a word such as "permission" among the tokens [i, j): the
// infinitive behind it is what someone may do.
func (r *reader) grants(i, j int) bool {
	for ; i < j; i++ {
		if r.tags[i].Noun() && r.kinds(i)&kGrant != 0 {
			return true
		}
	}
	return false
}
