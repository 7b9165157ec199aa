package article

import (
	"cmp"
	"slices"
	"strings"
)

// merge makes one of the actors that a correction gave the same name. Two that
// the article itself calls alike stay two.
func (c *corrector) merge() {
	for id := range sortedKeys(c.renamed) {
		x := c.actor(Opt(id))
		if x == nil {
			continue // merged already
		}
		for {
			i := slices.IndexFunc(c.a.Actors, func(y Actor) bool {
				return y.ID != id && strings.EqualFold(oneSpace(y.Name), oneSpace(x.Name))
			})
			if i < 0 {
				break
			}
			into, from := &c.a.Actors[i], x
			if _, renamed := c.renamed[into.ID]; renamed && from.Mentions[0].Span.Start < into.Mentions[0].Span.Start {
				into, from = from, into
			}
			into.take(from)
			gone, kept := Opt(from.ID), Opt(into.ID)
			c.a.replaceActor(gone, kept)
			c.a.Actors = slices.DeleteFunc(c.a.Actors, func(y Actor) bool { return y.ID == string(gone) })
			id = string(kept)
			x = c.actor(kept)
		}
	}
	c.renamed = nil
}

func sortedKeys(m map[string]string) func(func(string) bool) {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return slices.Values(keys)
}

// take gives x all that y has; where both have something, x keeps its own.
func (x *Actor) take(y *Actor) {
	x.ExternalID = cmp.Or(x.ExternalID, y.ExternalID)
	x.Country = cmp.Or(x.Country, y.Country)
	x.Gender = cmp.Or(x.Gender, y.Gender)
	x.Named = x.Named || y.Named
	x.alias(y.Name)
	for _, s := range y.Aliases {
		x.alias(s)
	}
	for _, r := range y.Roles {
		if !slices.Contains(x.Roles, r) {
			x.Roles = append(x.Roles, r)
		}
	}
	x.Mentions = append(x.Mentions, y.Mentions...)
	slices.SortStableFunc(x.Mentions, func(a, b Mention) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}

// replaceActor makes every reference to one actor one to another.
func (a *Article) replaceActor(old, new Opt) {
	swap := func(id *Opt) {
		if *id == old {
			*id = new
		}
	}
	ref := func(r *Ref) {
		if r != nil {
			swap(&r.Actor)
		}
	}
	for i := range a.Actors {
		for j := range a.Actors[i].Roles {
			swap(&a.Actors[i].Roles[j].Organization)
		}
	}
	for i := range a.Quotes {
		q := &a.Quotes[i]
		ref(q.Speaker)
		ref(q.Via)
		ref(q.Addressee)
	}
	for i := range a.Positions {
		p := &a.Positions[i]
		ref(p.Holder)
		ref(p.Addressee)
		ref(p.Via)
		swap(&p.Speaker)
		swap(&p.Target.Actor)
	}
}
