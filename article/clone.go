package article

import "slices"

// Clone returns a deep copy of a in which every array is non-nil, as the
// canonical form wants it. Stages work on a clone: their input never changes.
func (a *Article) Clone() *Article {
	c := *a
	c.TitleSpan = ptr(a.TitleSpan)
	c.DeckSpan = ptr(a.DeckSpan)
	c.Authors = each(a.Authors, func(x *Author) { x.Span = ptr(x.Span) })
	c.Published = a.Published.clone()
	c.Updated = a.Updated.clone()
	c.Dateline = ptr(a.Dateline)
	c.Blocks = each(a.Blocks, func(x *Block) {
		x.Ordinal = ptr(x.Ordinal)
		x.Runs = list(x.Runs)
	})
	c.Links = list(a.Links)
	c.Actors = each(a.Actors, func(x *Actor) {
		x.Aliases = list(x.Aliases)
		x.Roles = list(x.Roles)
		x.Mentions = list(x.Mentions)
		x.Functions = list(x.Functions)
	})
	c.Quotes = each(a.Quotes, func(x *Quote) {
		x.Spans = list(x.Spans)
		x.Speaker = x.Speaker.Clone()
		x.Cue = x.Cue.clone()
		x.Via = x.Via.Clone()
		x.Addressee = x.Addressee.Clone()
		x.Said = x.Said.clone()
		x.Features = list(x.Features)
	})
	c.Positions = each(a.Positions, func(x *Position) {
		x.Holder = x.Holder.Clone()
		x.Target.Spans = list(x.Target.Spans)
		x.Addressee = x.Addressee.Clone()
		x.Statement.Spans = list(x.Statement.Spans)
		x.Cue = x.Cue.clone()
		x.Quotes = list(x.Quotes)
		x.Via = x.Via.Clone()
		x.Hedge = x.Hedge.clone()
		x.Condition = x.Condition.clone()
		x.Said = x.Said.clone()
		x.Features = list(x.Features)
		x.Review = ptr(x.Review)
	})
	c.Edits = list(a.Edits)
	c.Notes = each(a.Notes, func(x *Note) { x.Span = ptr(x.Span) })
	return &c
}

// Clone returns a deep copy of r, nil for nil.
func (r *Ref) Clone() *Ref {
	c := ptr(r)
	if c != nil {
		c.Spans = list(c.Spans)
	}
	return c
}

func (d *Date) clone() *Date {
	c := ptr(d)
	if c != nil {
		c.Span = ptr(c.Span)
		c.Alternatives = list(c.Alternatives)
	}
	return c
}

func (u *Cue) clone() *Cue {
	c := ptr(u)
	if c != nil {
		c.Spans = list(c.Spans)
	}
	return c
}

func (w *Words) clone() *Words {
	c := ptr(w)
	if c != nil {
		c.Spans = list(c.Spans)
	}
	return c
}

func ptr[T any](p *T) *T {
	if p == nil {
		return nil
	}
	c := *p
	return &c
}

func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return slices.Clone(s)
}

func each[T any](s []T, deep func(*T)) []T {
	c := list(s)
	for i := range c {
		deep(&c[i])
	}
	return c
}
