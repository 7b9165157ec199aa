package export

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"dossier/article"
)

// The ids of things in outputs that leave the article behind: graphs, linked
// data, FollowTheMoney. They depend on what stands in the articles and on
// nothing of the machine, so that a second run gives them again.

// hashID is a prefix and 64 bits of the hash of parts, as hexadecimal digits.
func hashID(prefix string, parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return prefix + hex.EncodeToString(sum[:8])
}

// articleKey tells an article from every other: its id, which most have from
// their text; one that a record gave may be given twice, so the text counts too.
func articleKey(a *article.Article) string {
	return keyOf(a.ID, textSum(a))
}

// textSum is the first 16 hexadecimal digits of the text's hash.
func textSum(a *article.Article) string {
	sum := sha256.Sum256([]byte(a.Text))
	return hex.EncodeToString(sum[:8])
}

func keyOf(id, textSum string) string {
	if id == textSum {
		return id
	}
	return id + ":" + textSum
}

// entity is one of a cast as outputs with ids of their own name it.
type entity struct {
	person
	id string
}

// entityCast is a cast whose actors get ids. Of an article it keeps its key.
type entityCast struct {
	cast     cast
	local    []string // of each actor, its id within its article
	articles []string // keys
	seen     once
}

// begin enters an article; false where it stands there already.
func (c *entityCast) begin(a *article.Article) (n int, first bool) {
	if c.seen == nil {
		c.seen = once{}
	}
	key := articleKey(a)
	if !c.seen.first([]byte(key)) {
		return 0, false
	}
	c.articles = append(c.articles, strings.Clone(key))
	return len(c.articles) - 1, true
}

// add enters an actor of article n and returns its number.
func (c *entityCast) add(n int, v *view, x *article.Actor) int {
	c.local = append(c.local, strings.Clone(x.ID))
	return c.cast.add(n, v, x)
}

// entities resolves the cast: the entities in the order in which they first
// appear, and for each actor entered the place of its entity among them.
//
// An id comes from what identifies across articles (a user's external id, a
// country's code), else from the first article in which the entity stands.
func (c *entityCast) entities() (list []entity, numbers []int) {
	return c.entitiesWith(c.cast.nameEnds())
}

// entitiesWith is entities where names that are short stand in other articles too.
func (c *entityCast) entitiesWith(short map[string]bool) (list []entity, numbers []int) {
	numbers = c.cast.resolveWith(short)
	for _, p := range c.cast.people(numbers) {
		list = append(list, entity{person: p})
	}
	for i, n := range numbers {
		if x := &list[n]; x.id == "" {
			x.id = c.entityID(i, x)
		}
	}
	return list, numbers
}

// entityID is the id of x, which first appears as actor i.
func (c *entityCast) entityID(i int, x *entity) string {
	switch {
	case x.external != "":
		return hashID("e", "external", x.external)
	case x.kind == article.KindCountry && x.named && x.country != "":
		return hashID("e", "country", x.country)
	}
	return hashID("e", "actor", c.articles[c.cast.seen[i].article], c.local[i])
}
