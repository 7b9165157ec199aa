// Package actor groups mentions into actors by ordered sieves, precise first,
// and works out each actor's name, kind, country, roles and aliases.
package actor

import (
	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/quote"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Result is the actors of a document, and which mention names which.
type Result struct {
	Actors []article.Actor // ids a1… by first mention; Functions still empty
	Of     []int32         // mention index -> index into Actors, -1 if unresolved
}

// Resolve groups the mentions of d. Quotes help: the first person inside a
// quotation is its speaker, and he or she prefers the last speaker.
func Resolve(d *token.Doc, tags []tag.Tag, marks *quotemark.Set, mentions *mention.Set, quotes []quote.Quote) Result {
	return (*Gazetteer)(nil).Resolve(d, tags, marks, mentions, quotes)
}

// Resolve groups the mentions of d as the function does; those that g marked
// mean its entries. g is nil without a user's list.
func (g *Gazetteer) Resolve(d *token.Doc, tags []tag.Tag, marks *quotemark.Set, mentions *mention.Set, quotes []quote.Quote) Result {
	r := newResolver(d, tags, marks, mentions, quotes)
	r.gaz = g
	r.run()
	res := r.result()
	r.release()
	return res
}
