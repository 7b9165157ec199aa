package export

import (
	"cmp"
	_ "embed"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"dossier/article"
)

// cast tells which actors of several articles are one. Two are where
//
//   - a user's gazetteer gave both the same external id,
//   - both are the same country, or
//   - both bear the same full name and are of one kind, and nothing speaks
//     against it: no other external id, no other country, no role of another
//     field.
//
// A last name alone is never enough, nor a description ("a senior official").
// Where several bear one name, one of whom nothing is told counts for the one
// who is far the most frequent, else for none of them. What may be the same is
// for a person to decide; see pairs.
//
// It keeps what tells actors apart and no article, and that only once for all of
// whom the same is told, so that any number of articles can be gathered. Cost:
// linear in the actors, and for one name the product of its bearers and of how
// many of them are told apart.
type cast struct {
	seen   []sighting
	known  []identity // each once
	places map[string]int32
	buf    []byte // a key being made
}

// sighting is an actor of an article.
type sighting struct {
	identity int32 // its place in known
	article  int32 // its number
	mentions int32
}

// identity is what tells an actor apart.
type identity struct {
	name     string
	kind     article.ActorKind
	country  string
	external string
	named    bool
	aliases  []string
	title    string   // of its role, for people to read
	roles    []string // the words of its roles, folded; the bodies they belong to
}

// add enters an actor of an article and returns its number.
func (c *cast) add(n int, v *view, x *article.Actor) int {
	id := identity{
		name: oneLine(x.Name), kind: x.Kind, country: string(x.Country), external: string(x.ExternalID),
		named: x.Named, aliases: x.Aliases, title: v.roleWords(x),
	}
	for i := range x.Roles {
		id.roles = append(id.roles, roleKeys(x.Roles[i].Title)...)
		if org := v.name(x.Roles[i].Organization); org != "" {
			id.roles = append(id.roles, nameKey(org))
		}
	}
	return c.enter(n, len(x.Mentions), id)
}

// enter enters who is mentioned so often in an article and returns its number.
func (c *cast) enter(n, mentions int, id identity) int {
	c.buf = id.appendKey(c.buf[:0])
	at, ok := c.places[string(c.buf)]
	if !ok {
		if c.places == nil {
			c.places = map[string]int32{}
		}
		at = int32(len(c.known))
		c.places[string(c.buf)] = at
		c.known = append(c.known, id.clone())
	}
	c.seen = append(c.seen, sighting{at, int32(n), int32(mentions)})
	return len(c.seen) - 1
}

// of is what is told of actor i.
func (c *cast) of(i int) *identity { return &c.known[c.seen[i].identity] }

// appendKey appends all that is told as one string.
func (id *identity) appendKey(b []byte) []byte {
	for _, s := range [...]string{id.name, string(id.kind), id.country, id.external, id.title} {
		b = append(append(b, s...), 0)
	}
	b = strconv.AppendBool(b, id.named)
	for _, list := range [...][]string{id.aliases, id.roles} {
		b = append(b, 0)
		for _, s := range list {
			b = append(append(b, s...), 1)
		}
	}
	return b
}

// clone is a copy that keeps no article in memory.
func (id *identity) clone() identity {
	c := *id
	for _, s := range [...]*string{&c.name, &c.country, &c.external, &c.title} {
		*s = strings.Clone(*s)
	}
	for _, list := range [...]*[]string{&c.aliases, &c.roles} {
		*list = slices.Clone(*list)
		for i, s := range *list {
			(*list)[i] = strings.Clone(s)
		}
	}
	return c
}

// shortRoles are titles that have a short form, or several.
var shortRoles = map[string]string{
	"sen": "senator", "sens": "senator", "rep": "representative", "reps": "representative", "gov": "governor",
	"gen": "general", "col": "colonel", "lt": "lieutenant", "sgt": "sergeant", "capt": "captain", "pm": "minister",
	"prof": "professor", "dr": "doctor", "ceo": "executive", "mp": "lawmaker", "mep": "lawmaker", "dem": "democrat",
	"spokesman": "spokesperson", "spokeswoman": "spokesperson",
	"chairman": "chair", "chairwoman": "chair", "chairperson": "chair",
}

//go:embed rolefields.tsv
var roleFieldsTSV string

// roleFields maps the words of titles to their field of work.
var roleFields = sync.OnceValue(func() map[string]string {
	fields := map[string]string{}
	for row := range strings.Lines(roleFieldsTSV) {
		if word, field, ok := strings.Cut(strings.TrimSpace(row), "\t"); ok && row[0] != '#' {
			fields[word] = "field " + field
		}
	}
	return fields
})

// roleKeys are the words of a title that can tell it from another, and the
// fields they belong to.
func roleKeys(title string) []string {
	var keys []string
	for _, w := range strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if long := shortRoles[w]; long != "" {
			w = long
		}
		if field := roleFields()[w]; field != "" {
			keys = append(keys, field)
		}
		if len(w) > 3 && w != "former" && w != "acting" && w != "elect" {
			keys = append(keys, strings.Clone(w))
		}
	}
	return keys
}

// nameKey folds a name: case, white space, "the" and full stops do not count.
func nameKey(name string) string {
	key := strings.Join(strings.Fields(strings.ReplaceAll(strings.ToLower(name), ".", " ")), " ")
	return strings.TrimPrefix(key, "the ")
}

// full reports whether a name alone may identify: of a person at least a first
// and a last name, of others any name. Ends are the last names that some longer
// name has: "Wasserman Schultz" is no full name beside "Debbie Wasserman Schultz".
func (id *identity) full(ends map[string]bool) bool {
	key := nameKey(id.name)
	return id.named && (id.kind != article.KindPerson || strings.Contains(key, " ") && !ends[key])
}

// nameEnds are the names of people without their first names.
func (c *cast) nameEnds() map[string]bool {
	ends := map[string]bool{}
	for i := range c.known {
		if id := &c.known[i]; id.kind == article.KindPerson && id.named {
			for end := range endsOf(nameKey(id.name)) {
				ends[end] = true
			}
		}
	}
	return ends
}

// endsOf yields a name without its first word, its first two, and so on.
func endsOf(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for {
			_, rest, ok := strings.Cut(name, " ")
			if name = rest; !ok || !yield(rest) {
				return
			}
		}
	}
}

// resolve returns for each actor the number of the one it is: numbers count
// from 0 in the order in which they first appear.
func (c *cast) resolve() []int { return c.resolveWith(c.nameEnds()) }

// resolveWith is resolve where the ends of names are known from more articles.
func (c *cast) resolveWith(ends map[string]bool) []int {
	u := newUnion(c)
	byName := map[string][]int{}
	first := map[string]int{}
	full := c.fullNames(ends)
	for i := range c.seen {
		if key := c.of(i).key(); key != "" {
			u.join(firstOf(first, key, i), i, true)
		}
		if key := full[c.seen[i].identity]; key != "" {
			byName[key] = append(byName[key], i)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(byName)) {
		c.joinNamesakes(u, byName[key])
	}
	return u.numbers()
}

// fullNames lists for each of known the kind and name that may identify it, or
// "" where its name is no full one.
func (c *cast) fullNames(ends map[string]bool) []string {
	keys := make([]string, len(c.known))
	for i := range c.known {
		if id := &c.known[i]; id.full(ends) {
			keys[i] = string(id.kind) + "\x00" + nameKey(id.name)
		}
	}
	return keys
}

// firstOf is the number under key, which is i where there was none.
func firstOf(first map[string]int, key string, i int) int {
	if _, ok := first[key]; !ok {
		first[key] = i
	}
	return first[key]
}

// key is what identifies whatever the rest is: an external id, else the code of
// a country, else "".
func (id *identity) key() string {
	switch {
	case id.external != "":
		return "id\x00" + id.external
	case id.kind == article.KindCountry && id.named:
		return id.country
	}
	return ""
}

// joinNamesakes joins those of one name and kind whom nothing tells apart. Those
// of whom something is told come first.
func (c *cast) joinNamesakes(u *union, list []int) {
	var groups []traits
	var bare []int
	for _, i := range list {
		if e := c.traitsOf(i); e.empty() {
			bare = append(bare, i)
		} else {
			groups = joinTraits(u, groups, e)
		}
	}
	slices.SortStableFunc(groups, func(x, y traits) int { return cmp.Compare(y.bearers, x.bearers) })
	if len(bare) == 0 {
		return
	}
	at := bare[0]
	if len(groups) == 1 || len(groups) > 1 && groups[0].bearers >= 3*groups[1].bearers {
		at = groups[0].at
	}
	for _, i := range bare {
		u.join(at, i, false)
	}
}

// joinTraits joins e to the one group that it may belong to; where there is
// none, or more than one, it is a group of its own.
func joinTraits(u *union, groups []traits, e traits) []traits {
	fits := -1
	for k := range groups {
		if !groups[k].conflicts(e) {
			if fits >= 0 {
				return append(groups, e)
			}
			fits = k
		}
	}
	if fits < 0 {
		return append(groups, e)
	}
	u.join(groups[fits].at, e.at, false)
	groups[fits].take(e)
	return groups
}

// traits is what is told of a group of namesakes.
type traits struct {
	at, bearers       int // one of them, and how many there are
	external, country string
	roles             []string
}

func (c *cast) traitsOf(i int) traits {
	id := c.of(i)
	return traits{i, 1, id.external, id.country, id.roles}
}

func (e traits) empty() bool { return e.external == "" && e.country == "" && len(e.roles) == 0 }

// conflicts reports whether what is told of e and of f cannot be told of one.
// One external id settles it.
func (e traits) conflicts(f traits) bool {
	if e.external != "" && f.external != "" {
		return e.external != f.external
	}
	if e.country != "" && f.country != "" && e.country != f.country {
		return true
	}
	return len(e.roles) > 0 && len(f.roles) > 0 &&
		!slices.ContainsFunc(f.roles, func(r string) bool { return slices.Contains(e.roles, r) })
}

// maxTraits bounds the words that are kept of one group's roles.
const maxTraits = 64

func (e *traits) take(f traits) {
	e.bearers += f.bearers
	if e.external == "" {
		e.external = f.external
	}
	if e.country == "" {
		e.country = f.country
	}
	for _, r := range f.roles {
		if len(e.roles) < maxTraits && !slices.Contains(e.roles, r) {
			e.roles = append(slices.Clip(e.roles), r)
		}
	}
}

// union joins actors into sets. A set has one external id at most: whatever else
// says that two are one, a user who gave them two ids says no. And it has one
// actor of an article, for there two of one name were told apart.
type union struct {
	cast     *cast
	parent   []int
	external map[int]string         // of the set that a number stands for, if any
	articles map[int]map[int32]bool // of a set of several
}

func newUnion(c *cast) *union {
	u := &union{c, make([]int, len(c.seen)), map[int]string{}, map[int]map[int32]bool{}}
	for i := range c.seen {
		u.parent[i] = i
		if id := c.of(i).external; id != "" {
			u.external[i] = id
		}
	}
	return u
}

func (u *union) root(i int) int {
	for u.parent[i] != i {
		u.parent[i] = u.parent[u.parent[i]]
		i = u.parent[i]
	}
	return i
}

// join makes i and j one; the lower number stands for both. Sure is an identity
// that holds within an article too.
func (u *union) join(i, j int, sure bool) {
	i, j = u.root(i), u.root(j)
	if i == j {
		return
	}
	x, y := u.external[i], u.external[j]
	if x != "" && y != "" && x != y || !sure && u.meet(i, j) {
		return
	}
	i, j = min(i, j), max(i, j)
	u.articles[i], u.parent[j] = u.both(i, j), i
	delete(u.articles, j)
	if id := cmp.Or(x, y); id != "" {
		u.external[i] = id
	}
}

// ordered is the sets i and j, the one of fewer articles first, and the articles
// of each that is more than one actor.
func (u *union) ordered(i, j int) (few, many int, a, b map[int32]bool) {
	a, b = u.articles[i], u.articles[j]
	if len(a) > len(b) {
		return j, i, b, a
	}
	return i, j, a, b
}

// meet reports whether the sets i and j have actors of one article.
func (u *union) meet(i, j int) bool {
	i, j, few, many := u.ordered(i, j)
	switch at := u.cast.seen[i].article; {
	case many == nil:
		return at == u.cast.seen[j].article
	case few == nil:
		return many[at]
	}
	for n := range few {
		if many[n] {
			return true
		}
	}
	return false
}

// both is the articles of the sets i and j.
func (u *union) both(i, j int) map[int32]bool {
	i, j, few, many := u.ordered(i, j)
	if many == nil {
		many = map[int32]bool{u.cast.seen[j].article: true}
	}
	if few == nil {
		many[u.cast.seen[i].article] = true
	}
	maps.Copy(many, few)
	return many
}

// numbers counts the sets from 0.
func (u *union) numbers() []int {
	out := make([]int, len(u.parent))
	known := map[int]int{}
	for i := range out {
		r := u.root(i)
		n, ok := known[r]
		if !ok {
			n = len(known)
			known[r] = n
		}
		out[i] = n
	}
	return out
}
