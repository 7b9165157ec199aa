package mention

import (
	"slices"
	"sync"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Find finds the phrases and mentions of d. Who calls Release on what it returns
// saves the next Find an allocation.
func Find(d *token.Doc, tags []tag.Tag, marks *quotemark.Set) *Set {
	m := rooms.Get().(*room)
	defer rooms.Put(m)
	s := sets.Get().(*Set)
	s.Phrases, s.Mentions = s.Phrases[:0], s.Mentions[:0]
	s.phraseAt = token.Unset(s.phraseAt, len(d.Tokens))
	lex := m.read(d)
	(&chunker{lexed: lex, tags: tags, set: s}).run()
	r := &runner{room: m, lexed: lex, tags: tags}
	r.all()
	r.spelledOut()
	r.group()
	r.headlines()
	r.weigh()
	r.sovereigns()
	r.partisans()
	r.vote()
	r.commons()
	r.decide()
	r.fullAtStart()
	f := &finder{runner: r, set: s}
	f.named()
	f.whole()
	f.nominals()
	f.authorities()
	f.pronouns()
	s.Order()
	return s
}

// room is memory that one document leaves to the next. Nothing in it is seen
// outside of Find.
type room struct {
	ids    []uint16 // token -> number of its word
	nameAt []int32  // token -> 1 + the mention whose name it is part of
	runs   []run
	hashed hashed // features of one run
	// runs with equal words are a group: their words in lower case, and the first
	// of them
	groups   lexicon.Index
	examples []int32
	weighed  []weighed // by group: what the words alone say
	sums     []scores  // by group: what all its runs say
	part     []int8    // by group: 1 + the class of the longer name
	common   []bool    // by group: a word that the article also writes small
}

var rooms = sync.Pool{New: func() any { return &room{hashed: make(hashed, 0, 64)} }}

// zeroed is a slice of n zero elements, in the memory of s if that is enough.
func zeroed[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// finder writes the mentions of a document.
type finder struct {
	*runner
	set   *Set
	heads map[uint16]int32 // number of a word -> where the first body stands whose name it heads; nil until asked for
}

// add appends a mention, its phrase looked up by its head.
func (f *finder) add(m Mention) {
	m.Phrase = f.set.phraseAt[m.Head]
	f.set.Mentions = append(f.set.Mentions, m)
}

// named writes a mention for every run that is a name.
func (f *finder) named() {
	f.nameAt = zeroed(f.nameAt, len(f.d.Tokens))
	for i := range f.runs {
		n := &f.runs[i]
		f.enter(n.first)
		m := f.settle(n)
		m.Head = int32(f.nameHead(n))
		if n.e != nil {
			f.fromTable(&m, n)
		} else if n.size() == 2 && partisans.Has(f.d.Low(n.end-1)) && creeds.Has(f.d.Low(n.first)) {
			m.Type, m.Kind, m.Gender, m.Rule = article.MentionNominal, article.KindPerson, "", "person-of"
			f.wholePhrase(&m) // "the Finnish Social Democrat"
		}
		if m.Kind == article.KindPerson && m.Country == "" {
			m.Country = f.countryOf(&m)
		}
		if m.Kind == article.KindPerson && f.bracketed(&m) {
			m.Type, m.Kind, m.Gender, m.Rule = article.MentionName, article.KindOrganization, "", "in-brackets"
		}
		if m.Kind == article.KindPerson && f.campOf(&m) {
			m.Kind, m.Gender, m.Rule = article.KindParty, "", "camp"
		}
		f.add(m)
		for k := n.first; k < n.end; k++ {
			f.nameAt[k] = int32(len(f.set.Mentions))
		}
	}
}

// countryOf is the country that stands in brackets right behind a person's name: "Ada
// Brenn (Norway) said"; "" if there is none.
func (f *finder) countryOf(m *Mention) article.Opt {
	i := int(m.End)
	if i+2 >= len(f.tags) || f.d.Low(i) != "(" || !f.d.Is(i+1, token.Capital) {
		return ""
	}
	if e, end := f.entry(i+1, len(f.tags)); e != nil && e.what == fromCountry && end < len(f.tags) && f.d.Low(end) == ")" {
		return e.country()
	}
	return ""
}

// bracketed reports the name of a party alone in brackets right behind a person's: "Ada
// Brenn (Green) agreed."
func (f *finder) bracketed(m *Mention) bool {
	first, end, last := int(m.First), int(m.End), len(f.set.Mentions)-1
	return first > 0 && end == first+1 && end < len(f.tags) && camps.Has(f.d.Low(first)) && f.d.Low(first-1) == "(" && f.d.Low(end) == ")" && last >= 0 &&
		int(f.set.Mentions[last].End) == first-1 && f.set.Mentions[last].Kind == article.KindPerson
}

// campOf reports the name of a party that tells whose somebody is: "the Green councillor".
func (f *finder) campOf(m *Mention) bool {
	first, end := int(m.First), int(m.End)
	return end == first+1 && first > 0 && end < len(f.tags) && camps.Has(f.d.Low(first)) &&
		(f.tags[first-1] == tag.DT || f.tags[first-1] == tag.PRPS) && !f.d.Is(end, token.Capital) && f.is(end, aRole|roles)
}

// camps are names of parties that are surnames or common words elsewhere.
var camps = lexicon.WordsOf(
	"green", "greens", "labour", "labor", "liberal", "liberals", "reform", "conservative", "centre", "center", "left",
	"right", "progress", "unity", "alliance", "moderate", "progressive", "forward", "freedom", "justice",
)

// creeds are what stands before the noun for somebody of a party.
var creeds = lexicon.WordsOf("social", "christian", "liberal", "free", "national", "radical", "democratic")

// taken reports a token inside a name.
func (f *finder) taken(i int) bool { return f.nameAt[i] > 0 }

// nameHead is the token that stands for a name: the last, but before "of …"
// and before a suffix.
func (f *finder) nameHead(n *run) int {
	for k := n.first + 1; k < n.end; k++ {
		if w := f.d.Low(k); w == "of" || w == "for" || w == "," || w == "on" || w == "(" {
			return k - 1
		}
	}
	k := n.end - 1
	for k > n.first && f.is(k, generation) {
		k--
	}
	return k
}

// fromTable adds what a table's entry means here: a demonym as adjective or
// people, a capital or seat as a place or as who sits there.
func (f *finder) fromTable(m *Mention, n *run) {
	switch n.e.what {
	case fromDemonym:
		f.demonym(m, n)
	case fromCapital:
		if f.acts(n) {
			m.Type, m.Kind, m.Rule = article.MentionMetonym, article.KindGovernment, "capital-acting"
		}
	case fromSeat:
		if n.e.kind() == article.KindPlace {
			return
		}
		if f.acts(n) || n.e.kind() != article.KindIGO && !f.afterPlaceWord(n) {
			m.Type, m.Rule = article.MentionMetonym, "seat"
		} else {
			m.Kind, m.Rule = article.KindPlace, "name-table"
		}
	}
}

// demonym tells "Russian envoy" (an adjective: the state) from "Russians" and
// "a Russian" (people).
func (f *finder) demonym(m *Mention, n *run) {
	m.Type, m.Rule = article.MentionAdjective, "demonym"
	p := f.set.phraseAt[n.end-1]
	head := p >= 0 && int(f.set.Phrases[p].Head) == n.end-1
	if !head && (p >= 0 || !f.tags[n.end-1].Noun()) && n.e.form != 's' {
		return
	}
	bare := p < 0 || f.set.Phrases[p].First == int32(n.first)
	switch form := n.e.form; {
	case bare && form == 'a':
		m.Kind = "" // "in English": a language
		return
	case form == 's' || form == 'a' || f.tags[n.end-1] == tag.NNPS || f.tags[n.end-1] == tag.NNS:
		m.Type, m.Kind, m.Plural, m.Rule = article.MentionNominal, article.KindGroup, true, "people"
	default:
		m.Type, m.Kind, m.Rule = article.MentionNominal, article.KindPerson, "person-of"
	}
	m.Table = ""
	if head {
		f.wholePhrase(m)
	}
}

// wholePhrase widens m to its phrase.
func (f *finder) wholePhrase(m *Mention) {
	if p := f.set.phraseAt[m.Head]; p >= 0 {
		m.First, m.End = min(m.First, f.set.Phrases[p].First), max(m.End, f.set.Phrases[p].End)
	}
}

// afterPlaceWord reports a preposition of place before the name.
func (f *finder) afterPlaceWord(n *run) bool {
	k := n.first - 1
	if k >= f.first && f.d.Low(k) == "the" {
		k--
	}
	return k >= f.first && f.is(k, placeWord)
}

// acts reports that a capital or seat stands for its government: as subject of
// a verb, after by, of or with at a nominal act, as possessor of a policy, or
// joined to a name that does.
func (f *finder) acts(n *run) bool {
	if f.afterPlaceWord(n) {
		return false
	}
	if k := f.between(n); k > f.first && routes.Has(f.d.Low(k-1)) {
		return false // "Flights between Dakar and Bamako ended"
	}
	return f.subject(n.end) || f.possesses(n.end) || f.object(n.first) || f.partner(n.first) || f.joined(n)
}

// object reports a verb before the name that only a party can be the object of.
func (f *finder) object(first int) bool {
	if k := first - 1; k > f.first && f.d.Low(k) == "on" {
		return f.is(k-1, act|calls) // "called on Abuja", "pressure on Tehran"
	}
	return first-1 >= f.first && f.tags[first-1].Verb() && f.is(first-1, partyObject)
}

// subject reports a finite verb behind token i that a place cannot do.
func (f *finder) subject(i int) bool {
	for i < f.end && (f.tags[i] == tag.RB || f.tags[i] == tag.PunctOpen) {
		i++
	}
	if i+2 < f.end && f.tags[i] == tag.PunctComma && f.d.Low(i+1) == "which" {
		return f.tags[i+2].Finite() && (f.is(i+2, says|decide|partyObject|act) || wills.Has(f.d.Low(i+2))) // "Budapest, which wants a deal,"
	}
	i = f.overLink(i)
	if i >= f.end || !f.tags[i].Finite() {
		return false
	}
	switch f.d.Low(i) {
	case "is", "was", "are", "were", "'s":
		if k := i + 1; k+1 < f.end && (f.tags[k] == tag.RB || f.tags[k] == tag.PunctOpen) {
			for k+1 < f.end && (f.tags[k] == tag.RB || f.tags[k] == tag.PunctOpen) {
				k++
			}
			if f.is(k, willing) {
				return true // "was deeply disappointed"
			}
		}
		return i+1 < f.end && (f.tags[i+1] == tag.VBG || f.tags[i+1] == tag.RB && i+2 < f.end && f.tags[i+2] == tag.VBG || f.is(i+1, willing) ||
			f.tags[i+1] == tag.TO && i+2 < f.end && f.tags[i+2] == tag.VB && f.d.Low(i+2) != "be") // "Warsaw is to choose"
	case "lies", "sits", "stands", "hosted", "hosts":
		return false
	}
	return true
}

// overLink is the token behind the words between commas at token i that only link a
// sentence to the one before: "Washington, by contrast, | said"; i if there are none.
func (f *finder) overLink(i int) int {
	if i+2 >= f.end || f.tags[i] != tag.PunctComma {
		return i
	}
	switch f.d.Low(i + 1) {
	case "however", "meanwhile", "though", "too", "instead", "therefore", "again":
		if f.tags[i+2] == tag.PunctComma {
			return i + 3
		}
	case "by", "in", "for":
		for k := i + 2; k < min(f.end-1, i+5); k++ {
			if f.tags[k] == tag.PunctComma {
				if links.Has(f.d.Low(k - 1)) {
					return k + 1
				}
				break
			}
		}
	}
	return i
}

// links close the phrases that do so: "by contrast", "in turn", "for its part".
var links = lexicon.WordsOf("contrast", "comparison", "turn", "response", "return", "part", "one", "now", "fact", "reply")

// wills are verbs for what only those do who have a will.
var wills = lexicon.WordsOf(
	"wants", "wanted", "backs", "backed", "supports", "supported", "opposes", "opposed", "denies", "denied", "fears",
	"insists", "rejects", "rejected", "blames", "blamed", "accuses", "accused", "sees", "regards", "considers", "seeks",
	"brokered", "mediated", "recognises", "recognizes", "claims", "vetoed", "refuses", "refused",
)

// possesses reports "'s" and a noun of policy behind token i.
func (f *finder) possesses(i int) bool {
	if i+1 >= f.end || f.tags[i] != tag.POS {
		return false
	}
	p := f.set.phraseAt[i+1]
	if p < 0 {
		return false
	}
	head := int(f.set.Phrases[p].Head)
	for k := i + 1; k <= head; k++ {
		switch f.d.Low(k) {
		case "minister", "ministry", "government":
			return true // "Moscow's foreign ministry spokeswoman"
		}
	}
	return f.is(head, policy)
}

// partner reports that what stands before the name at first makes it a party:
// "backed by", "condemnation of", "talks with", "an ally of".
func (f *finder) partner(first int) bool {
	k := first - 1
	if k-1 < f.first {
		return false
	}
	switch f.d.Low(k) {
	case "by":
		return f.tags[k-1] == tag.VBN || f.tags[k-1].Noun()
	case "between":
		return f.tags[k-1].Noun() && !routes.Has(f.d.Low(k-1)) || k-2 < 0
	case "with", "against":
		return f.tags[k-1].Noun() || f.tags[k-1].Verb() || k-2 < 0
	case "of":
		return f.is(k-1, follower|act)
	case "from":
		return f.is(k-1, act)
	case "to":
		return f.is(k-1, act) || f.d.Low(k-1) == "appealed"
	}
	return false
}

// between is the token of "between" before name n, or before the name that "and" ties to it; -1 if there is none.
func (f *finder) between(n *run) int {
	k := n.first - 1
	if k > f.first && f.d.Low(k) == "and" {
		for k--; k > f.first && f.d.Is(k, token.Capital); k-- {
		}
	}
	if k >= f.first && f.d.Low(k) == "between" {
		return k
	}
	return -1
}

// routes are nouns for what lies or goes between places.
var routes = lexicon.WordsOf(
	"flight", "flights", "road", "roads", "route", "routes", "railway", "rail", "train", "trains", "ferry", "ferries", "border", "distance",
	"journey", "trip", "line", "link", "links", "highway", "motorway", "bus", "buses", "crossing", "halfway", "way", "town", "village", "sea", "strait",
	"river", "pipeline", "corridor", "bridge", "tunnel", "convoy", "miles", "kilometres", "kilometers", "area", "region", "desert", "airspace",
)

// joined reports a conjunction with a name that acts ("Moscow and Tehran").
func (f *finder) joined(n *run) bool {
	if f.end-n.end >= 2 && f.d.Low(n.end) == "and" {
		next := n.end + 1
		if f.d.Low(next) == "the" {
			next++ // "Washington and the Kremlin"
		}
		if o := f.runFrom(next); o != nil {
			return o.e != nil && o.e.what <= fromSeat && (f.subject(o.end) || f.possesses(o.end) || f.forTheir(o.end))
		}
	}
	if n.first-1 > f.first && f.d.Low(n.first-1) == "and" {
		if k := f.nameAt[n.first-2]; k > 0 {
			if o := &f.set.Mentions[k-1]; int(o.End) == n.first-1 {
				return o.Type == article.MentionMetonym || o.Kind == article.KindCountry && f.forTheir(n.end)
			}
		}
	}
	return false
}

// runFrom is the run that starts at token i, nil if none does.
func (f *finder) runFrom(i int) *run {
	k, ok := slices.BinarySearchFunc(f.runs, i, func(n run, i int) int { return n.first - i })
	if !ok {
		return nil
	}
	return &f.runs[k]
}

// forTheir reports "for their support" behind two joined names.
func (f *finder) forTheir(i int) bool {
	return i+2 < f.end && (f.d.Low(i+1) == "their" && f.is(i+2, policy))
}
