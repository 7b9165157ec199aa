package article

import "slices"

// AtLeast returns a copy of a without the quotes and positions whose confidence
// is below min. Ids stay as they are, so that they can be cited; positions
// forget the quotes that are gone.
func (a *Article) AtLeast(min float64) *Article {
	gone := map[string]bool{}
	for i := range a.Quotes {
		gone[a.Quotes[i].ID] = a.Quotes[i].Confidence < min
	}
	for i := range a.Positions {
		gone[a.Positions[i].ID] = a.Positions[i].Confidence < min
	}
	return a.Without(gone)
}

// Without returns a copy of a without the quotes and positions of those ids;
// positions forget the quotes that are gone.
func (a *Article) Without(gone map[string]bool) *Article {
	c := a.Clone()
	c.Quotes = slices.DeleteFunc(c.Quotes, func(q Quote) bool { return gone[q.ID] })
	c.Positions = slices.DeleteFunc(c.Positions, func(p Position) bool { return gone[p.ID] })
	for i := range c.Positions {
		p := &c.Positions[i]
		p.Quotes = slices.DeleteFunc(p.Quotes, func(id string) bool { return gone[id] })
	}
	return c
}
