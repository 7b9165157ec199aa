package article

import "slices"

// AtLeast returns a copy of a without the quotes and positions whose confidence
// is below min. Ids stay as they are, so that they can be cited; positions
// forget the quotes that are gone.
func (a *Article) AtLeast(min float64) *Article {
	c := a.Clone()
	gone := map[string]bool{}
	c.Quotes = slices.DeleteFunc(c.Quotes, func(q Quote) bool {
		gone[q.ID] = q.Confidence < min
		return gone[q.ID]
	})
	c.Positions = slices.DeleteFunc(c.Positions, func(p Position) bool { return p.Confidence < min })
	for i := range c.Positions {
		p := &c.Positions[i]
		p.Quotes = slices.DeleteFunc(p.Quotes, func(id string) bool { return gone[id] })
	}
	return c
}
