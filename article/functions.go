package article

import "slices"

// SetFunctions states for each actor what it does in the article: speaker,
// holder, target, via.
func (a *Article) SetFunctions() {
	has := map[Opt]map[string]bool{}
	set := func(id Opt, f string) {
		if id == "" {
			return
		}
		if has[id] == nil {
			has[id] = map[string]bool{}
		}
		has[id][f] = true
	}
	for i := range a.Quotes {
		set(a.Quotes[i].Speaker.ActorID(), "speaker")
		set(a.Quotes[i].Via.ActorID(), "via")
	}
	for i := range a.Positions {
		p := &a.Positions[i]
		set(p.Holder.ActorID(), "holder")
		set(p.Target.Actor, "target")
		set(p.Speaker, "speaker")
		set(p.Via.ActorID(), "via")
	}
	for i := range a.Actors {
		x := &a.Actors[i]
		x.Functions = []string{}
		for _, f := range [...]string{"speaker", "holder", "target", "via"} {
			if has[Opt(x.ID)][f] {
				x.Functions = append(x.Functions, f)
			}
		}
		x.Functions = slices.Clip(x.Functions)
	}
}

// ActorID is the id of the actor that r resolves to, "" for none and for nil.
func (r *Ref) ActorID() Opt {
	if r == nil {
		return ""
	}
	return r.Actor
}
