package actor

import (
	"slices"
	"strings"
	"sync"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/quote"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// group is one actor in the making.
type group struct {
	size      int32 // how many mentions it has
	first     int32 // the mention that was linked first
	block     int32 // of the mention that was linked last
	kind      article.ActorKind
	country   article.Opt
	gender    article.Opt
	shown     bool  // the text shows the gender, not a given name alone
	listed    int32 // 1 + entry of the user's list, 0 if none
	named     bool
	described bool // a description with an article means it
	plural    bool
	roles     []role
	alone     bool   // of a person: the last name alone has meant it
	full      string // of a person: the longest name so far, in lower case
}

// role is a title that somebody holds: tokens [first, end).
type role struct {
	first, end int32
	org        int32 // mention that names the body or state, -1
	status     string
	words      string // the title in lower case
	as         string // the title where the text has a verb for it, else ""
	head       string // its noun
	field      string // what a minister is for, in lower case, else ""
	country    article.Opt
}

// resolver links the mentions of one document.
type resolver struct {
	room
	d       *token.Doc
	tags    []tag.Tag
	marks   *quotemark.Set
	set     *mention.Set
	ms      []mention.Mention
	quotes  []quote.Quote
	gaz     *Gazetteer
	byKnown map[int32]int32 // entry of the user's list -> group
	dead    link            // group of whom an obituary is about; 0 if not asked yet
	third   []Sieve         // the sieves of the third person
	opened  forms           // of which room.open lists mentions
}

// room is memory that one document leaves to the next. Nothing in it is seen
// outside of the resolver.
type room struct {
	groups   []group
	forms    []forms  // mention -> its sort
	open     []int32  // mentions that are not linked yet
	of       []int32  // mention -> group, -1
	rule     []string // mention -> sieve that linked it
	vain     []bool   // mention -> it takes up something, but more than one may be meant
	headOf   []int32  // phrase -> mention that heads it, -1
	subjects []answer // phrase -> it is a subject
	index    index
}

var resolvers = sync.Pool{New: func() any { return new(resolver) }}

// newResolver is a resolver of the mentions in set, with the memory of one that
// has been released.
func newResolver(d *token.Doc, tags []tag.Tag, marks *quotemark.Set, set *mention.Set, quotes []quote.Quote) *resolver {
	r := resolvers.Get().(*resolver)
	*r = resolver{room: r.room, d: d, tags: tags, marks: marks, set: set, ms: set.Mentions, quotes: quotes}
	n := len(set.Mentions)
	r.groups = slices.Grow(r.groups[:0], n/3+4)
	r.forms = slices.Grow(r.forms[:0], n)[:n]
	r.of = slices.Grow(r.of[:0], n)[:n]
	for m := range r.of {
		r.forms[m], r.of[m] = formOf(r.ms[m].Type), -1
	}
	r.rule = zeroed(r.rule, n)
	r.vain = zeroed(r.vain, n)
	r.fillPhrases()
	r.fill()
	return r
}

// release leaves the memory of r to another resolver.
func (r *resolver) release() {
	*r = resolver{room: r.room}
	clear(r.groups) // they hold on to words, as the index does
	clear(r.index.entries)
	r.index.keys.Reset(0)
	resolvers.Put(r)
}

// zeroed is a slice of n zero values, in the memory of s if it has room.
func zeroed[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// run takes the sieves in their order. Those of one pass go over the text
// together, mention by mention, so that each finds what stands before it.
func (r *resolver) run() {
	r.third = ofPass(sieves, "pronoun")
	for first := 0; first < len(sieves); {
		end, on := first, forms(0)
		for ; end < len(sieves) && sieves[end].pass == sieves[first].pass; end++ {
			on |= sieves[end].on
		}
		for _, m := range r.openOf(on) {
			if r.of[m] < 0 {
				r.link(int(m), r.forms[m], sieves[first:end])
			}
		}
		first = end
	}
}

// ofPass is the part of the list that goes over the text in the named pass.
func ofPass(list []Sieve, pass string) []Sieve {
	first := slices.IndexFunc(list, func(s Sieve) bool { return s.pass == pass })
	end := first
	for end < len(list) && list[end].pass == pass {
		end++
	}
	return list[first:end]
}

// openOf lists the mentions of some forms that no sieve has linked yet.
func (r *resolver) openOf(on forms) []int32 {
	list := r.open[:0]
	if on == r.opened { // as in the pass before: what is still open of those
		for _, m := range r.open {
			if r.of[m] < 0 {
				list = append(list, m)
			}
		}
	} else {
		for m, form := range r.forms {
			if form&on != 0 && r.of[m] < 0 {
				list = append(list, int32(m))
			}
		}
	}
	r.open, r.opened = list, on
	return list
}

// link gives mention m, of the given form, to the first of the sieves that links it.
func (r *resolver) link(m int, form forms, list []Sieve) {
	for s := range list {
		if r.of[m] >= 0 {
			return
		}
		if x := &list[s]; x.on&form == 0 || x.takes != nil && !x.takes(&r.ms[m]) {
			continue
		}
		if g := list[s].link(r, m); g >= 0 && r.of[m] < 0 {
			r.join(m, g, list[s].Name)
		}
	}
}

// words is the text of mention m in lower case, without an article in front.
func (r *resolver) words(m int) string {
	if i := r.index.number[m]; i >= 0 {
		return r.index.keys.Word(int(i))
	}
	return ""
}

// isArticle reports "the", "a" or "an".
func isArticle(w string) bool { return w == "the" || w == "a" || w == "an" }

// key is what two names of one actor share: what a table calls it, else its words.
func (r *resolver) key(m int) string {
	x := &r.ms[m]
	switch {
	case x.Table != "" && x.Kind != article.KindPerson:
		return x.Table
	case x.Kind == article.KindCompany:
		return withoutForm(r.words(m))
	}
	return r.words(m)
}

// withoutForm is the name of a company without "Ltd" and the like.
func withoutForm(words string) string {
	if i := strings.LastIndexByte(words, ' '); i > 0 && suffixes().Field(words[i+1:], 1) == "company" {
		return strings.TrimRight(words[:i], ", ")
	}
	return words
}

var suffixes = lexicon.Open("suffixes")

// create makes a group of mention m alone.
func (r *resolver) create(m int) int {
	x := &r.ms[m]
	r.groups = append(r.groups, group{kind: x.Kind, country: r.countryTold(x), gender: r.gender(m), plural: x.Plural})
	return len(r.groups) - 1
}

// countryTold is the state that mention x gives; what somebody was is not where he is from now:
// "a former KGB officer".
func (r *resolver) countryTold(x *mention.Mention) article.Opt {
	if x.Country == "" || x.Kind != article.KindPerson || x.RoleEnd <= x.RoleFirst || !isNominal(x) {
		return x.Country
	}
	if _, status := r.status(x); status == "former" {
		return ""
	}
	return x.Country
}

// join adds mention m to group g by the named rule.
func (r *resolver) join(m, g int, rule string) {
	x, to := &r.ms[m], &r.groups[g]
	r.of[m], r.rule[m] = int32(g), rule
	if to.size++; to.size == 1 {
		to.first = int32(m)
	}
	to.block = r.block(m)
	to.alone = to.alone || rule == "last-name"
	switch x.Type {
	case article.MentionName, article.MentionAcronym, article.MentionMetonym:
		r.name(m, g)
	}
	if gender := r.gender(m); gender != "" && to.kind == article.KindPerson && (to.gender == "" || !to.shown) {
		to.gender = gender
		to.shown = !r.guessed(m)
	}
	if to.country == "" && x.Type != article.MentionPronoun && x.Type != article.MentionAdjective {
		to.country = r.countryTold(x)
	}
	if to.country == "" && to.size == 1 && isName(x) && (x.Kind == article.KindPerson || x.Kind == article.KindCompany) {
		to.country = r.ownState(m) // "Norway's Ada Brenn"
	}
	if key := r.stateKey(m); key != "" {
		r.index.at(key).key.first(g)
	}
	to.described = to.described || x.Type == article.MentionNominal
	if isNominal(x) && !r.vague(m) {
		r.index.of(m).called.first(g)
	}
	if to.kind == article.KindArmedForce && r.forces(m) {
		r.index.at(string(x.Country)).force.claim(g)
	}
	r.takeRole(m, g)
}

// name makes the words of mention m known as a name of group g.
func (r *resolver) name(m, g int) {
	x, to := &r.ms[m], &r.groups[g]
	if !to.named && x.Kind != "" && to.listed == 0 {
		to.kind, to.plural = x.Kind, x.Plural
	}
	to.named = true
	if x.Kind == article.KindCountry && x.Country != "" {
		r.index.at(string(x.Country)).state.first(g)
	} else if key := r.key(m); key != r.words(m) {
		r.index.at(key).key.first(g)
	}
	r.index.of(m).key.first(g)
	if to.kind != article.KindPerson || r.rule[m] == "first-name" {
		return
	}
	words := r.words(m)
	if len(words) > len(to.full) {
		to.full = words
	}
	if given, rest, long := strings.Cut(words, " "); long {
		r.index.at(given).given.claim(g)
		if last := strings.IndexByte(rest, ' '); last > 1 && x.End-x.First == 3 && rest[last-1] != '.' {
			r.index.at(words[:len(given)+1+last]).given.claim(g) // "Ada Maria" of Ada Maria Brenn
		}
	}
	if sharesLast(x) {
		full, last := r.inFull(m)
		r.index.at(full).key.first(g)
		r.index.at(words).given.claim(g)
		r.bear(last, g)
		return
	}
	last := r.last(m)
	r.bear(last, g)
	if len(last) > 4 && (last[:3] == "al-" || last[:3] == "el-") {
		r.bear(last[3:], g) // "Burhan" of Osman al-Burhan
	}
	if r.familyFirst(m) {
		given, _, _ := strings.Cut(words, " ")
		r.bear(given, g)
	}
}

// bear notes that group g has a last name.
func (r *resolver) bear(last string, g int) {
	if e := r.index.at(last); len(e.people) < crowd && !slices.Contains(e.people, int32(g)) {
		e.people = append(e.people, int32(g))
	}
}

// sharesLast reports a given name whose last name stands behind the next: the first of "Ida
// and Tom Brenn".
func sharesLast(x *mention.Mention) bool { return x.Rule == "shared-last" }

// inFull is a given name that shares its last name, and that: "ida brenn" for the first of
// "Ida and Tom Brenn". The full name may stand elsewhere.
func (r *resolver) inFull(m int) (full, last string) {
	if m+1 == len(r.ms) || r.ms[m+1].First != r.ms[m].End+1 {
		return r.words(m), r.words(m)
	}
	last = r.last(m + 1)
	return r.words(m) + " " + last, last
}

// familyFirst reports a name whose first word is the family's: two words, the second with a
// hyphen and a small letter behind it ("Kim Min-jae"), or the first known as one ("Li Qiang",
// "Tan Wee Kiat").
func (r *resolver) familyFirst(m int) bool {
	x := &r.ms[m]
	if x.End-x.First > 3 || x.End-x.First < 2 {
		return false
	}
	if x.End-x.First == 3 || !r.d.Is(int(x.End)-1, token.Hyphen) {
		return families.Has(r.d.Low(int(x.First))) // also "Tan Wee Kiat"
	}
	w := r.d.Word(int(x.End) - 1)
	k := strings.IndexByte(w, '-')
	return k > 0 && k+1 < len(w) && 'a' <= w[k+1] && w[k+1] <= 'z'
}

// families are Chinese and Korean families' names as they are written in Latin letters, here and
// in Singapore and Hong Kong.
var families = lexicon.WordsOf(
	"tan", "lim", "goh", "ng", "ong", "teo", "chua", "koh", "chan", "wong", "cheung", "lau", "leung", "yip", "tsang",
	"kwok", "chow", "kim", "park", "choi", "jung", "cho", "yoon", "kang", "lee", "chung", "ho", "low", "chin",
	"xi", "li", "wang", "zhang", "liu", "chen", "yang", "zhao", "huang", "zhou", "wu", "xu", "sun", "hu", "zhu", "gao",
	"lin", "guo", "luo", "mao", "deng", "jiang", "wen", "cai", "ding", "qin", "dong", "xiao", "zheng", "tang", "feng",
)

// last is the last name in mention m, in lower case.
func (r *resolver) last(m int) string {
	x := &r.ms[m]
	k := int(x.End) - 1
	for k > int(x.First) && (nameEnds.Has(r.d.Low(k)) || r.d.Low(k) == ",") {
		k--
	}
	return r.d.Low(k)
}

var nameEnds = lexicon.WordsOf(
	"jr", "jr.", "sr", "sr.", "ii", "iii", "iv",
)

// phrase is the phrase of mention m, nil if it lies in none.
func (r *resolver) phrase(m int) *mention.Phrase {
	if p := r.ms[m].Phrase; p >= 0 {
		return &r.set.Phrases[p]
	}
	return nil
}

// heads reports that mention m is the head of its phrase, not a possessor or
// modifier in it.
func (r *resolver) heads(m int) bool {
	p := r.phrase(m)
	return p == nil || p.Head == r.ms[m].Head || p.Head >= r.ms[m].First && p.Head < r.ms[m].End
}

func (r *resolver) sentence(m int) int { return int(r.d.Tokens[r.ms[m].Head].Sentence) }
