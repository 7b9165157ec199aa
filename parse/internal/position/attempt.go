package position

import (
	"slices"

	"dossier/parse/internal/tag"
)

// Most sentences hold words that may open a cue, but in a third of them none can
// be one: the preposition is missing that leads the target, or the tag is wrong.
// This is told from words and tags alone, before the verb groups are read, which
// costs more than all that comes before.

// attempt is an entry that may be a cue at token at.
type attempt struct {
	at    int
	entry uint16 // index into words.entries
}

// attempt collects the entries whose words may stand behind the openers, longest
// first at each token, in table order. It reports whether any opener has the
// second word that it needs.
func (r *reader) attempt() (any bool) {
	r.attempts = r.attempts[:0]
	from := uint64(0)
	for i := len(r.seconds) - 1; i >= 0; i-- {
		from |= bit(r.seconds[i].word)
		r.seconds[i].from = from
	}
	behind := r.seconds // the opener
	for _, i := range r.openers {
		for len(behind) > 0 && behind[0].at <= i {
			behind = behind[1:]
		}
		bits := uint64(0)
		if len(behind) > 0 {
			bits = behind[0].from
		}
		l := &r.lex.lists[r.facts(i).list]
		k, near := l.single, behind[:0]
		if bits&l.bits != 0 {
			k, near = l.from, within(behind, i+int(l.reach))
		}
		for ; k < l.to; k++ {
			n := &r.lex.needs[k]
			if n.second != 0 && (bits&bit(n.second) == 0 || !holds(near, n.second)) {
				continue
			}
			any = true
			if n.behind == 0 || n.behind&bits != 0 {
				r.attempts = append(r.attempts, attempt{i, k})
			}
		}
	}
	return any
}

// within are those of list that stand before token end.
func within(list []second, end int) []second {
	n := 0
	for n < len(list) && list[n].at < end {
		n++
	}
	return list[:n]
}

// holds reports that word is in list.
func holds(list []second, word uint16) bool {
	for i := range list {
		if list[i].word == word {
			return true
		}
	}
	return false
}

// hopeful reports that the sentence, with its tags mended, may hold a position or
// tell who speaks. It drops the attempts that do not fit their tags.
func (r *reader) hopeful() bool {
	r.attempts = slices.DeleteFunc(r.attempts, func(x attempt) bool {
		pos := r.lex.needs[x.entry].pos
		return !tagFits(pos, r.tags[x.at]) && !(pos == 'v' && r.behindTo(x.at))
	})
	return len(r.attempts) > 0 || r.colon || r.voice != noVoice || r.compound || r.reported && r.scannable()
}

// behindTo reports a word behind "to", of which mustBeVerb may make a verb.
func (r *reader) behindTo(i int) bool {
	return i > r.first && (r.tags[i-1] == tag.TO || r.low(i-1) == "to")
}

// scannable reports that a word stands in the sentence that the scans of what
// others say look for.
func (r *reader) scannable() bool {
	if r.seen&(kDamage|kBenefit|kGood|kBad|kFalse|kEvidence|kDuty|kIdiom) != 0 {
		return true
	}
	for i := r.first; i < r.end; i++ {
		if r.kinds(i)&(kTrigger|kResponsible) != 0 || r.tags[i] == tag.TO && i > r.first && owes(r.low(i-1)) || r.low(i) == "behind" {
			return true
		}
	}
	return false
}
