package article

import "math/bits"

// actorFunctions are what an actor can do in an article, in the order in which
// they are listed.
var actorFunctions = [...]string{"speaker", "holder", "target", "via"}

// The functions as bits, by their places in actorFunctions.
const (
	isSpeaker = 1 << iota
	isHolder
	isTarget
	isVia
)

// SetFunctions states for each actor what it does in the article: speaker,
// holder, target, via.
func (a *Article) SetFunctions() {
	does := make(map[Opt]uint8, len(a.Actors))
	for i := range a.Quotes {
		q := &a.Quotes[i]
		does[q.Speaker.ActorID()] |= isSpeaker
		does[q.Via.ActorID()] |= isVia
	}
	for i := range a.Positions {
		p := &a.Positions[i]
		does[p.Holder.ActorID()] |= isHolder
		does[p.Target.Actor] |= isTarget
		does[p.Speaker] |= isSpeaker
		does[p.Via.ActorID()] |= isVia
	}
	n := 0
	for i := range a.Actors {
		n += bits.OnesCount8(does[Opt(a.Actors[i].ID)])
	}
	all := make([]string, 0, n) // those of all actors, who get a part each
	for i := range a.Actors {
		x, from := &a.Actors[i], len(all)
		set := does[Opt(x.ID)]
		for k, f := range actorFunctions {
			if set>>k&1 != 0 {
				all = append(all, f)
			}
		}
		x.Functions = all[from:len(all):len(all)]
	}
}

// ActorID is the id of the actor that r resolves to, "" for none and for nil.
func (r *Ref) ActorID() Opt {
	if r == nil {
		return ""
	}
	return r.Actor
}
