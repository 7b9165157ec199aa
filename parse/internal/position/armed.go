package position

import (
	"slices"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// Deeds of armed sides: who strikes together, where, and in which raid.

// raider is the phrase of those whose attack the victim of a deed suffers: "was
// killed in a raid by X"; -1 if it is not said.
func (r *reader) raider(c *cue) int {
	if c.e.stance != article.OpposeAct {
		return -1
	}
	for i := 0; i < c.args.n; i++ {
		x := c.args.pp(i)
		if w := r.low(x.prep); x.phrase < 0 || w != "in" && w != "during" && w != "by" {
			continue
		}
		if n := r.actNoun(x.phrase); n == nil || n.stance != article.OpposeAct {
			continue
		}
		if o, ok := r.doer(x.phrase); ok {
			return r.phraseAt(r.headTok(o))
		}
	}
	return -1
}

// byNoun reports that a "by" phrase belongs to the act noun before it ("freed
// from occupation by X"), not to the verb.
func (r *reader) byNoun(p int) bool {
	i := int(r.ps[p].First) - 2
	if i < r.first || r.phraseAt(i) < 0 {
		return false
	}
	q := r.phraseAt(i)
	if r.leading(q) == "of" && int(r.ps[q].First)-2 >= r.first {
		if d := r.phraseAt(int(r.ps[q].First) - 2); d >= 0 && r.leading(d) != "" && (doings.Has(r.headOf(d)) || undergone.Has(r.headOf(d)) || r.actNoun(d) != nil) {
			return true // "was blamed for the defeat of Norway by Chile": whose "by" it is stays open
		}
	}
	return r.actNoun(q) != nil
}

// undergone are more nouns for what one side does to another.
var undergone = lexicon.WordsOf("defeat", "rescue", "capture", "loss", "arrest", "arrests", "dismissal", "expulsion", "election", "appointment", "rejection", "theft")

// armed reports a phrase for armed forces or groups.
func (r *reader) armed(p int) bool {
	for _, x := range r.partiesOf(p) {
		k := article.ActorKind("")
		if x.actor >= 0 {
			k = r.actors[x.actor].Kind
		} else if x.mention >= 0 {
			k = r.ms[x.mention].Kind
		}
		if k == article.KindArmedForce || k == article.KindArmedGroup {
			return true
		}
	}
	return r.forces(p)
}

// placeAfter is the phrase of the place where the deed of c is done, or -1.
func (r *reader) placeAfter(c *cue) int {
	for i := 0; i < c.args.n; i++ {
		x := c.args.pp(i)
		if w := r.low(x.prep); x.phrase < 0 || w != "in" && w != "near" && w != "at" {
			continue
		}
		if m := r.mentionAt(x.phrase); m >= 0 && r.ms[m].Type == article.MentionName {
			return x.phrase
		}
	}
	return -1
}

// placeName is the name in "the city of Oslo" at phrase p; p for all others.
func (r *reader) placeName(p int) int {
	if p < 0 || r.mentionAt(p) >= 0 {
		return p
	}
	switch r.headOf(p) {
	case "city", "town", "village", "district", "province", "region", "port", "island", "area", "suburb":
	default:
		return p
	}
	i := int(r.ps[p].End)
	if i+1 >= r.end || r.low(i) != "of" {
		return p
	}
	if q := r.phraseFrom(i + 1); q >= 0 && r.mentionAt(q) >= 0 && r.ms[r.mentionAt(q)].Type == article.MentionName {
		return q
	}
	return p
}

// jointDeed reads "A and B launched an offensive": armed sides that do one deed
// together help each other.
func (r *reader) jointDeed(d draft) {
	d.feats = slices.Clip(d.feats)
	if d.stance != article.OpposeAct || d.holder < 0 || d.group < 0 || r.kinds(r.groups[d.group].main)&kLight == 0 || !r.oneDeed(&d.c) {
		return
	}
	l := r.list(d.holder)
	if len(l) < 2 || len(l) > 4 {
		return
	}
	for _, p := range l {
		if !r.armed(p) {
			return
		}
	}
	d.matter, d.kind = [2]int{}, ""
	d.stance, d.target, d.rule = article.Assist, d.holder, "joint-deed"
	d.weaken("deed done together", .75)
	r.add(d)
}

// oneDeed reports a cue whose noun is one act: "launched an offensive against".
func (r *reader) oneDeed(c *cue) bool {
	for i := c.first; i < c.end; i++ {
		if p := r.phraseAt(i); p >= 0 && r.head(p) == i && r.tags[i] != tag.NNS && r.actNoun(p) != nil {
			return true
		}
	}
	return false
}
