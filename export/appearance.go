package export

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"dossier/article"
)

// Appearance is an actor in one article: what tells it apart from the actors of
// other articles, and what a table of them counts. It holds nothing of the text
// and every field is exported, so that it can be sent from one machine to another.
//
// Who is one across articles may then be settled group by group. Entities gives
// the same entities for all appearances at once and for parts of them, if
//
//   - appearances that share one of their Groups come into the same part, through
//     whatever others they do, and
//   - a part hears which of its groups are the Ends of an appearance anywhere.
type Appearance struct {
	Order   string // the place of the article among all: compared byte by byte
	Article string // its key, the same wherever the article stands; see Appearances
	Actor   string // the actor's id in it
	Place   int    // the actor's place in it

	Name, Country, External string
	Kind                    article.ActorKind
	Named                   bool
	Aliases                 []string
	Title                   string   // of its role, for people to read
	Roles                   []string // the words of its roles by which it is told apart
	Mentions                int
	Quotes                  int // that it speaks
	Positions               int // that it holds
}

// Appearances are the actors of a, places left out as in every table of actors,
// and the key of a, which comes of its id and its text: of an article that stands
// in two files only the first counts.
func Appearances(a *article.Article, order string) (key string, list []Appearance) {
	key = strings.Clone(articleKey(a))
	v := newView(a.Upheld())
	quotes, positions := map[article.Opt]int{}, map[article.Opt]int{}
	for i := range v.Quotes {
		quotes[v.Quotes[i].Speaker.ActorID()]++
	}
	for i := range v.Positions {
		positions[v.Positions[i].Holder.ActorID()]++
	}
	var c cast
	for _, x := range actorsOf(v.Article) {
		id := c.of(c.add(0, v, x))
		list = append(list, Appearance{
			Order: order, Article: key, Actor: strings.Clone(x.ID), Place: len(list),
			Name: id.name, Country: id.country, External: id.external, Kind: id.kind, Named: id.named,
			Aliases: id.aliases, Title: id.title, Roles: id.roles, Mentions: len(x.Mentions),
			Quotes: quotes[article.Opt(x.ID)], Positions: positions[article.Opt(x.ID)],
		})
	}
	return key, list
}

// identity is x as a cast takes it.
func (x *Appearance) identity() identity {
	return identity{
		name: x.Name, kind: x.Kind, country: x.Country, external: x.External, named: x.Named,
		aliases: x.Aliases, title: x.Title, roles: x.Roles,
	}
}

// The first letters of groups, so that those of one kind are never those of another.
const (
	groupAlone = "a" // of one actor, who can be nobody else
	groupKey   = "k" // of a user's id, or of a country
	groupName  = "n" // of a full name
)

// Groups are where the others stand who may be x, one at least: those of its id
// or country, and those of its name and kind where a name can identify. The
// first is the one that x is in whatever the others say.
func (x *Appearance) Groups() []string {
	var groups []string
	id := x.identity()
	if id.full(nil) {
		groups = append(groups, groupName+string(x.Kind)+"\x00"+nameKey(x.Name))
	}
	if key := id.key(); key != "" {
		groups = append(groups, groupKey+key)
	}
	if groups == nil {
		groups = append(groups, groupAlone+x.Article+"\x00"+x.Actor)
	}
	return groups
}

// Ends are the groups of names that are no full ones, because the name of x is
// longer: "Lind Moe" beside "Ida Lind Moe".
func (x *Appearance) Ends() []string {
	var groups []string
	if x.Kind == article.KindPerson && x.Named {
		for end := range endsOf(nameKey(x.Name)) {
			if strings.Contains(end, " ") { // others are full for nobody
				groups = append(groups, groupName+string(article.KindPerson)+"\x00"+end)
			}
		}
	}
	return groups
}

// Entity is an actor over all articles.
type Entity struct {
	Order string // the article in which it first appears …
	Place int    // … and its place there: entities sort by both
	ID    string // as graphs and FollowTheMoney name it

	Name, Country, External string
	Kind                    article.ActorKind
	Named                   bool
	Titles, Names           []string // its titles; its other names

	Articles, Mentions, Quotes, Positions int
}

// Entities settles who of the appearances is one, by the rule of the dossier
// (see the README), in the order in which they first appear. Ends are the groups
// that those of other parts named; with all appearances in the list it is empty.
// It sorts the list.
func Entities(list []Appearance, ends map[string]bool) []Entity {
	slices.SortFunc(list, func(x, y Appearance) int {
		return cmp.Or(strings.Compare(x.Order, y.Order), cmp.Compare(x.Place, y.Place))
	})
	c, kept := gatherAppearances(list)
	short := c.cast.nameEnds()
	for group := range maps.Keys(ends) {
		short[strings.TrimPrefix(group, groupName+string(article.KindPerson)+"\x00")] = true
	}
	people, numbers := c.entitiesWith(short)
	out := make([]Entity, len(people))
	for i, n := range numbers {
		e, x := &out[n], &kept[i]
		if e.ID == "" {
			*e = entityOf(&people[n], x)
		}
		e.Quotes += x.Quotes
		e.Positions += x.Positions
	}
	return out
}

// gatherAppearances makes a cast of the sorted list, and leaves out what stands
// there already.
func gatherAppearances(list []Appearance) (c entityCast, kept []Appearance) {
	orders, numbers := map[string]string{}, map[string]int{}
	for _, x := range list {
		if order, ok := orders[x.Article]; !ok {
			orders[x.Article] = x.Order
			numbers[x.Article] = len(c.articles)
			c.articles = append(c.articles, x.Article)
		} else if order != x.Order {
			continue
		}
		c.local = append(c.local, x.Actor)
		c.cast.enter(numbers[x.Article], x.Mentions, x.identity())
		kept = append(kept, x)
	}
	return c, kept
}

// entityOf is the entity of p, which first appears as x.
func entityOf(p *entity, x *Appearance) Entity {
	return Entity{
		Order: x.Order, Place: x.Place, ID: p.id, Name: p.name, Country: p.country, External: p.external, Kind: p.kind, Named: p.named,
		Titles: p.titles, Names: otherNames(&p.person), Articles: len(p.articles), Mentions: p.total,
	}
}

// otherNames are the names of p but the first.
func otherNames(p *person) []string {
	return slices.DeleteFunc(appendNew(slices.Clone(p.names), p.forms...), func(s string) bool { return s == p.name })
}
