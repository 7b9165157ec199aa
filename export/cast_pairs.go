package export

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"dossier/article"
)

// person is one of a cast: what all articles tell of one actor.
type person struct {
	identity
	names    []string // as the articles have it, the fullest first
	titles   []string
	articles []int // in order
	total    int   // mentions

	countries []string
	forms     []string // other names
}

// people merges what was told of each of the cast.
func (c *cast) people(numbers []int) []person {
	var list []person
	for i, n := range numbers {
		id, at := c.of(i), int(c.seen[i].article)
		if n == len(list) {
			list = append(list, person{identity: *id})
		}
		p := &list[n]
		p.total += int(c.seen[i].mentions)
		p.names = appendNew(p.names, id.name)
		p.titles = appendNew(p.titles, id.title)
		if k := len(p.articles); k == 0 || p.articles[k-1] != at {
			p.articles = append(p.articles, at)
		}
		p.countries = append(p.countries, id.country)
		p.external = cmp.Or(p.external, id.external)
		p.forms = appendNew(p.forms, id.aliases...)
	}
	for i := range list {
		p := &list[i]
		slices.SortStableFunc(p.names, func(a, b string) int {
			return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(capitals(a), capitals(b)))
		})
		if p.country = mostFrequent(p.countries); len(p.names) > 0 { // an article made by hand may hold blank ones
			p.name = p.names[0]
		}
	}
	return list
}

// capitals counts the capital letters of a name: a headline's come last.
func capitals(name string) int {
	n := 0
	for _, r := range name {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n
}

// maxForms bounds how many names, titles and other names are kept of one person.
const maxForms = 24

// appendNew adds to list the words that it does not have, as long as it is short.
func appendNew(list []string, words ...string) []string {
	for _, w := range words {
		if w != "" && len(list) < maxForms && !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	return list
}

// mostFrequent is the word that stands most often in list, the first of several;
// empty ones do not count.
func mostFrequent(list []string) string {
	n, best := map[string]int{}, ""
	for _, w := range list {
		n[w]++
	}
	for _, w := range list {
		if w != "" && (best == "" || n[w] > n[best]) {
			best = w
		}
	}
	return best
}

// pair is someone and others of one name who may be the same, and why it is not
// settled. The numbers are those of people; a bears the fuller name.
type pair struct {
	a   int
	b   []int
	why string
}

// total is how often all of them are mentioned.
func (p pair) total(people []person) int {
	n := people[p.a].total
	for _, i := range p.b {
		n += people[i].total
	}
	return n
}

// articles are those in which the others stand.
func (p pair) articles(people []person) []int {
	var list []int
	for _, i := range p.b {
		list = append(list, people[i].articles...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// The reasons of a pair, as keys of the labels.
const (
	pairConflict = "pair.conflict" // one name, but another country or role
	pairOpen     = "pair.open"     // one name that several bear
	pairKind     = "pair.kind"     // one name, two kinds
	pairLast     = "pair.last"     // a last name, and someone who bears it
	pairInitial  = "pair.initial"  // first and last name agree
	pairAlias    = "pair.alias"    // the name of one is a short form of the other's
)

// pairsAName is how many pairs one name may start: past that it tells nothing.
const pairsAName = 6

// pairs lists who may be the same, the most mentioned first. Two that stand side
// by side in one article were told apart there, so they are none, but for a bare
// last name, which the article may just have left open.
func pairs(people []person) []pair {
	b := pairBuilder{people: people, seen: map[[2]int]bool{}, places: map[string]int{}}
	b.lastNames()
	b.namesakes()
	b.middleNames()
	b.shortNames()
	slices.SortStableFunc(b.list, func(p, q pair) int { return cmp.Compare(q.total(people), p.total(people)) })
	return b.list
}

type pairBuilder struct {
	people []person
	seen   map[[2]int]bool
	places map[string]int // in list, by what is one pair
	list   []pair
	short  map[string]bool // names that are the end of a longer one
}

func (b *pairBuilder) add(i, j int, why string) {
	if i == j || b.seen[[2]int{i, j}] || b.seen[[2]int{j, i}] {
		return
	}
	x, y := &b.people[i], &b.people[j]
	if x.external != "" && y.external != "" || why != pairLast && meet(x.articles, y.articles) {
		return
	}
	b.seen[[2]int{i, j}] = true
	if len(y.name) > len(x.name) {
		i, j = j, i
	}
	key := strconv.Itoa(i) + why + nameKey(b.people[j].name)
	k := index(b.places, key, &b.list, pair{a: i, why: why})
	b.list[k].b = append(b.list[k].b, j)
}

// meet reports whether two ordered lists share a number.
func meet(a, b []int) bool {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			return true
		case a[0] < b[0]:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return false
}

// index lists people by a key, in order; those without one are left out.
func (b *pairBuilder) index(key func(*person) string) (map[string][]int, []string) {
	m := map[string][]int{}
	for i := range b.people {
		if b.people[i].named && b.people[i].kind != article.KindPlace {
			if k := key(&b.people[i]); k != "" {
				m[k] = append(m[k], i)
			}
		}
	}
	return m, slices.Sorted(maps.Keys(m))
}

func (b *pairBuilder) namesakes() {
	byName, keys := b.index(func(p *person) string { return nameKey(p.name) })
	for _, key := range keys {
		list := byName[key]
		if b.short[key] {
			continue // whoever bears the longer name settles it
		}
		for _, j := range list[1:min(len(list), pairsAName)] {
			x, y := &b.people[list[0]], &b.people[j]
			switch {
			case x.kind != y.kind:
				b.add(list[0], j, pairKind)
			case len(x.titles) > 0 && len(y.titles) > 0 || x.country != "" && y.country != "":
				b.add(list[0], j, pairConflict)
			default:
				b.add(list[0], j, pairOpen)
			}
		}
	}
}

// lastNames pairs those of whom only the last name stands with all who bear it.
func (b *pairBuilder) lastNames() {
	names, keys := b.index(func(p *person) string {
		if p.kind != article.KindPerson {
			return ""
		}
		return nameKey(p.name)
	})
	bearers := map[string][]int{}
	for _, key := range keys {
		for end := range endsOf(key) {
			bearers[end] = append(bearers[end], names[key]...)
		}
	}
	b.short = map[string]bool{}
	for _, key := range keys {
		b.short[key] = len(bearers[key]) > 0
		for _, i := range bearers[key][:min(len(bearers[key]), pairsAName)] {
			for _, j := range names[key] {
				b.add(i, j, pairLast)
			}
		}
	}
}

func (b *pairBuilder) middleNames() {
	ends, keys := b.index(func(p *person) string {
		words := strings.Fields(nameKey(p.name))
		if p.kind != article.KindPerson || len(words) < 2 || b.short[nameKey(p.name)] {
			return ""
		}
		return words[0] + " " + words[len(words)-1]
	})
	for _, key := range keys {
		list := ends[key]
		for _, j := range list[1:min(len(list), pairsAName)] {
			b.add(list[0], j, pairInitial)
		}
	}
}

// shortNames finds bodies whose name is another's short form: "UN" and "United
// Nations".
func (b *pairBuilder) shortNames() {
	names, _ := b.index(func(p *person) string {
		if p.kind == article.KindPerson {
			return ""
		}
		return nameKey(p.name)
	})
	for i := range b.people {
		p := &b.people[i]
		if p.kind == article.KindPerson || !p.named {
			continue
		}
		short := p.forms
		if a := acronym(p.name); len(a) > 1 {
			short = appendNew(short, a)
		}
		for _, s := range short {
			for _, j := range names[nameKey(s)] {
				if b.people[j].kind == p.kind {
					b.add(i, j, pairAlias)
				}
			}
		}
	}
}

// acronym is the capitals with which the words of a name begin.
func acronym(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		if c := w[0]; c >= 'A' && c <= 'Z' {
			b.WriteByte(c)
		}
	}
	return b.String()
}
