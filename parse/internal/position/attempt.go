package position

import (
	"slices"

	"dossier/parse/internal/tag"
)

// Most sentences hold words that may open a cue, but in a third of them none can
// be one: the tag is wrong, or the preposition is missing that leads the target.
// This is told from tags and words alone, before the verb groups are read, which
// costs more than all that comes before.

// attempt is an entry that may be a cue at token at.
type attempt struct {
	at int
	e  *entry
}

// attempt collects the entries that may be cues: longest first at each token, in
// table order. What it leaves out could not match.
func (r *reader) attempt() {
	r.attempts = r.attempts[:0]
	for i := range r.candidates {
		x := &r.candidates[i]
		behind := r.behindThem[x.from:x.to]
		for _, e := range x.entries {
			if e.second != 0 && !slices.Contains(behind, e.second) || e.behind != 0 && e.behind&x.behind == 0 {
				continue
			}
			if tagFits(e.pos, r.tags[x.at]) || e.pos == 'v' && r.behindTo(x.at) {
				r.attempts = append(r.attempts, attempt{x.at, e})
			}
		}
	}
}

// behindTo reports a word behind "to", of which mustBeVerb may make a verb.
func (r *reader) behindTo(i int) bool {
	return i > r.first && (r.tags[i-1] == tag.TO || r.low(i-1) == "to")
}

// hopeful reports that the sentence, with its phrases and attempts read, may hold
// a position or tell who speaks.
func (r *reader) hopeful() bool {
	return len(r.attempts) > 0 || r.colon || r.voice != noVoice || r.anyCompound() || r.reported && r.scannable()
}

// scannable reports that a word stands in the sentence that the scans of what
// others say look for.
func (r *reader) scannable() bool {
	if r.seen&(kGood|kBad|kFalse|kEvidence) != 0 {
		return true
	}
	for i := r.first; i < r.end; i++ {
		if r.kinds(i)&(kTrigger|kResponsible) != 0 || r.tags[i] == tag.TO && i > r.first && owes(r.low(i-1)) || r.low(i) == "behind" {
			return true
		}
	}
	return false
}
