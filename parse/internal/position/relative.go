package position

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// Relative clauses whose object stands before them: "the law that Norway opposes",
// "Chile, which Norway has condemned, left".

// relativeObject is the phrase before the relative word that is the object of cue c, or
// -1. The verb has a subject of its own and nothing behind it that could be its object.
func (r *reader) relativeObject(c *cue) int {
	k := c.group
	for k >= 0 && r.groups[k].form == infinitive && r.groups[k].noun < 0 {
		k = r.groups[k].matrix // "a law that Norway refused to support"
	}
	if k < 0 {
		return -1
	}
	g := &r.groups[k]
	if g.form != finite || g.passive || g.subject < 0 || g.relative || g.inherits || r.groups[c.group].passive {
		return -1
	}
	if g.modal >= 0 && r.kinds(g.modal)&kModal != 0 {
		return -1 // "a nominee whom Norway could support" need not exist
	}
	i := r.objectWord(k)
	if i < 0 {
		if i = r.sharedWord(k); i < 0 {
			return -1
		}
	}
	return r.namedBefore(i)
}

// sharedWord is the relative word of the clause that the clause of group k is joined to: "a plan
// which Norway rejected but Chile backed"; -1 if there is none.
func (r *reader) sharedWord(k int) int {
	g := &r.groups[k]
	if k == 0 {
		return -1
	}
	i, m := int(r.ps[r.list(g.subject)[0]].First)-1, &r.groups[k-1]
	if i <= r.first || r.tags[i] != tag.CC || m.form != finite || m.passive || m.end > i || m.end+1 < i && r.argsFrom(m.end).obj >= 0 {
		return -1
	}
	return r.objectWord(k - 1)
}

// bareRelative is the object of cue c in a clause without a relative word behind "a" and a noun
// that sums up what stands before: "…, a claim Norway called a lie"; -1 if it is none.
func (r *reader) bareRelative(c *cue) int {
	if c.group < 0 || r.groups[c.group].passive {
		return -1
	}
	p := r.bareObject(c.group)
	if p < 0 || r.mentionAt(p) >= 0 || int(r.ps[p].First) <= r.first || r.low(int(r.ps[p].First)) != "a" && r.low(int(r.ps[p].First)) != "an" {
		return -1
	}
	if i := int(r.ps[p].First) - 1; r.tags[i] != tag.PunctComma && !r.dash(i) {
		return -1
	}
	return p
}

// objectWord is the relative word before the subject of group k, which is then no subject
// itself; -1 if there is none. The tagger takes most "that" for a conjunction: it is
// one behind a noun for what is said and behind those who are told.
func (r *reader) objectWord(k int) int {
	g := &r.groups[k]
	if g.subject < 0 || g.inherits || g.relative {
		return -1
	}
	i := int(r.ps[r.list(g.subject)[0]].First) - 1
	if i-1 < r.first || r.tags[i-1] == tag.IN || r.tags[i-1] == tag.TO {
		return -1
	}
	if r.tags[i] == tag.PunctComma {
		if p := r.phraseAt(i - 1); p > 0 && int(r.ps[p].Apposition) == g.subject {
			i = int(r.ps[p].First) - 1 // "which her colleague, minister Ada Brenn, opposes"
		}
	}
	switch t, w := r.tags[i], r.low(i); {
	case t == tag.WDT && w != "that" || t == tag.WP && w != "what":
		return i
	case w == "that":
		p := r.phraseAt(i - 1)
		if p < 0 || r.claims(p) || clauseNouns.Has(r.headOf(p)) || r.kinds(r.head(p))&(kMessage|kEvidence|kTime|kSay) != 0 || r.ps[p].Pronoun {
			return -1
		}
		if m := r.mentionAt(p); m >= 0 && r.ms[m].Type == article.MentionName {
			return -1
		}
		if m := r.governor(p); m >= 0 && (r.kinds(r.groups[m].main)&kSay != 0 || told.Has(r.base(r.groups[m].main))) {
			return -1
		}
		return i
	}
	return -1
}

// bareObject is the phrase that is the object of group k in a relative clause without a
// relative word: "the documents" of "the documents Norway submitted"; -1 if there is none.
func (r *reader) bareObject(k int) int {
	if k < 0 || r.groups[k].subject < 0 || r.groups[k].inherits || r.groups[k].relative || r.groups[k].form != finite {
		return -1
	}
	i := int(r.ps[r.list(r.groups[k].subject)[0]].First) - 1
	if i < r.first {
		return -1
	}
	p := r.phraseAt(i)
	if p < 0 || int(r.ps[p].End) != i+1 || r.timePhrase(p) || r.kinds(r.groups[k].main)&kSay != 0 {
		return -1
	}
	return p
}

// clauseNouns are nouns of which a "that" clause says the content.
var clauseNouns = lexicon.WordsOf(
	"consensus", "conclusion", "assessment", "view", "belief", "assumption", "theory", "possibility", "prospect", "risk", "chance",
	"sign", "signs", "signal", "indication", "indications", "understanding", "impression", "sense", "confidence", "certainty",
	"admission", "acknowledgement", "acknowledgment", "revelation", "revelations", "news", "proof", "condition", "guarantee",
	"insistence", "feeling", "judgment", "judgement", "finding", "question", "doubt", "doubts", "suspicion", "suspicions", "hope",
	"hopes", "argument", "announcement", "insinuation", "promise", "pledge", "threat", "principle", "agreement", "expectation",
	"reminder", "truth", "position", "stance", "contention", "conviction", "testimony", "extent", "case",
)

// told are verbs of telling someone that something is so.
var told = lexicon.WordsOf(
	"tell", "told", "inform", "warn", "assure", "remind", "convince", "persuade", "notify", "promise", "show", "teach", "reassure",
	"advise", "satisfy",
)

// namedBefore is the phrase that the relative word at token i stands for; -1 if more than
// one may be meant ("an attack on Chile, which Norway condemned").
func (r *reader) namedBefore(i int) int {
	j := i - 1
	for j > r.first && (r.tags[j] == tag.PunctComma || r.tags[j] == tag.PunctClose) {
		j--
	}
	p := r.phraseAt(j)
	if p >= 0 && r.ps[p].Pronoun && strings.HasSuffix(r.low(j), "self") && j-1 > r.first && r.phraseAt(j-1) >= 0 {
		j-- // "Ada Brenn herself, whom Y praised"
		p = r.phraseAt(j)
	}
	if p < 0 || int(r.ps[p].End) != j+1 || r.timePhrase(p) || ways.Has(r.headOf(p)) {
		return -1
	}
	p = r.wholeName(p)
	if q := r.renamed(p); q >= 0 && (r.mentionAt(q) >= 0 || r.mentionAt(p) < 0) {
		return q
	}
	outer := r.phraseAt(int(r.ps[p].First) - 2)
	switch {
	case r.leading(p) == "" || outer < 0:
	case r.low(i) == "whom" || r.low(i) == "who":
		if r.person(outer) {
			return -1 // "a friend of Brenn, whom Norway praised"
		}
	case r.leading(p) == "of" && r.mentionAt(p) < 0 && r.mentionAt(outer) < 0:
		p = outer // "a series of talks that Norway opposed"
	default:
		return -1
	}
	return p
}

// ways are nouns behind which "that" is no object: "the way that Norway attacked".
var ways = lexicon.WordsOf("way", "manner", "extent", "degree", "reason", "rate", "time", "moment", "point", "place", "fact",
	"one", "something", "anything", "everything", "nothing", "thing", "things", "what")

// missesObject reports a cue that takes an object which does not stand behind it.
func (c *cue) missesObject() bool {
	return c.e.pos == 'v' && len(c.e.target) > 0 && c.e.target[0] == "obj" && !c.e.led &&
		c.e.flags&(sep|matter|warn|withInf|withOf|withWith|withFor|follow|harm|give|permit|leave) == 0 &&
		c.args.obj < 0 && c.args.that < 0 && c.args.inf < 0 && c.args.ving < 0
}
