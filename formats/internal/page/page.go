package page

import "dossier/formats/internal/dom"

// Role is what a leaf is in the article.
type Role uint8

// The roles of leaves.
const (
	Body Role = iota
	Title
	Deck
	Byline
	Date
	Related
	Chrome // not of the article
)

// Article is what was found in a page.
type Article struct {
	Leaves []Leaf // in file order, chrome left out
}

// Find finds the article of a page.
func Find(t *dom.Tree) Article {
	return Article{Leaves: Leaves(t, 0)}
}

// Fragment takes all text of t as the article: the content of a feed or a mail.
func Fragment(t *dom.Tree) Article {
	return Article{Leaves: Leaves(t, 0)}
}
