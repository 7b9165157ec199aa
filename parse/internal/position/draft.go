package position

import "dossier/article"

// draft is a position before its words are resolved: phrases and tokens.
type draft struct {
	c       cue
	stance  article.Stance
	holder  int    // phrase, or -1
	quote   int    // the speaker of this quote is the holder, or -1
	words   [2]int // tokens of a holder that is no phrase ("public"); equal if none
	target  int    // phrase, or -1
	matter  [2]int // tokens of a target that is no phrase; equal if none
	kind    article.TargetType
	towards int // actor index that the target is, against its words; -1
	addr    int // phrase of the addressee, or -1
	issue   [2]int
	group   int // verb group that is negated, hedged …; -1 for a noun
	lead    int // first token of an operator above the cue ("vowed" to V), or -1
	negated bool
	done    bool // the operator above has settled the sign
	hedge   [2]int
	cond    [2]int
	rule    string
	conf    float64
	feats   []article.Feature // beside the words of the cue, which go without saying
}

func (r *reader) draft(c *cue, rule string, holder, target int, conf float64) draft {
	d := draft{c: *c, stance: c.e.stance, holder: holder, quote: -1, target: target, towards: -1,
		addr: -1, group: c.group, lead: -1, rule: rule, conf: conf}
	if c.e.has(soft) {
		d.weaken("soft cue", 0.85)
	}
	return d
}

func (d *draft) feature(name string, weight float64) {
	d.feats = append(d.feats, article.Feature{Name: name, Weight: weight})
}

// features are what decided for d, its cue first. They are put together only for
// drafts that become positions: most are dropped.
func (d *draft) features() []article.Feature {
	all := make([]article.Feature, 1, 1+len(d.feats))
	all[0] = article.Feature{Name: "frame:" + d.c.e.lemma(), Weight: 3}
	return append(all, d.feats...)
}

// weaken lowers the confidence by a factor and says why.
func (d *draft) weaken(why string, factor float64) {
	d.conf *= factor
	d.feature(why, -1)
}
