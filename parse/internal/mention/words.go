package mention

import (
	"slices"
	"sync"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/token"
)

var (
	roleTable   = lexicon.Open("roles")
	headTable   = lexicon.Open("orgheads")
	honorifics  = lexicon.Open("honorifics")
	particles   = lexicon.Open("particles")
	nameWords   = lexicon.Open("namewords")
	suffixTable = lexicon.Open("suffixes")
	common      = lexicon.Open("commonwords")
	notNames    = lexicon.Open("notnames")
	given       = lexicon.Open("givennames")
)

// word is what the tables say of one token, so that it is asked once.
type word struct {
	is     flags
	role   class
	gender sex   // of a role noun or a form of address
	given  sex   // of a given name, exact letter case apart
	head   uint8 // kind of the body it heads, index into headKinds
	plural uint8 // kind of several who hold the role, likewise
}

type flags uint32

const (
	aRole      flags = 1 << iota // a role noun in the singular
	roles                        // its plural
	aHead                        // heads names of bodies
	heads                        // its plural
	alone                        // heads descriptions of bodies too
	placeLast                    // makes a name a place, at its end
	placeFirst                   // at its start
	thingLast                    // makes a name a thing, at its end
	thingFirst
	company    // "Ltd"
	generation // "Jr."
	particle
	honorific
	noName     // capitalised, but no name
	calendar   // a day or month
	entryFirst // a table's name begins with it
)

// class is the class of a role noun.
type class uint8

const (
	noRole class = iota
	office
	work
	someone
	kin
)

var classNames = [...]string{"", "office", "work", "person", "kin"}

// sex is the gender that a word shows.
type sex uint8

const (
	noSex sex = iota
	female
	male
	either
)

func sexOf(s string) sex {
	switch s {
	case "f":
		return female
	case "m":
		return male
	}
	return either
}

func (s sex) gender() article.Opt {
	switch s {
	case female:
		return "female"
	case male:
		return "male"
	}
	return ""
}

// headKinds are the kinds that bodies and groups can have.
var headKinds = [...]article.ActorKind{
	"", article.KindGovernment, article.KindGovernmentBody, article.KindArmedForce,
	article.KindArmedGroup, article.KindIGO, article.KindParty, article.KindCompany,
	article.KindMedia, article.KindNGO, article.KindOrganization, article.KindGroup,
}

func kindIndex(s string) uint8 {
	for i, k := range headKinds {
		if string(k) == s {
			return uint8(i)
		}
	}
	return 0
}

// vocabulary gathers all tables of words by their lower-case form.
var vocabulary = sync.OnceValue(loadVocabulary)

func loadVocabulary() map[string]word {
	v := make(map[string]word, 6500)
	flag := func(t *lexicon.Table, f flags) {
		for _, r := range t.Rows {
			w := v[r.Key()]
			w.is |= f
			v[r.Key()] = w
		}
	}
	flag(particles(), particle)
	flag(notNames(), noName)
	for _, r := range roleTable().Rows {
		w := v[r.Key()]
		w.is |= aRole
		w.gender, w.plural = sexOf(r.Field(1)), kindIndex(r.Field(3))
		for c, name := range classNames {
			if name == r.Field(2) {
				w.role = class(c)
			}
		}
		v[r.Key()] = w
	}
	for _, r := range headTable().Rows {
		w := v[r.Key()]
		w.is |= aHead
		if r.Field(2) != "name" {
			w.is |= alone
		}
		w.head = kindIndex(r.Field(1))
		v[r.Key()] = w
	}
	loadNameParts(v)
	loadGiven(v)
	for key := range names().first {
		w := v[key]
		w.is |= entryFirst
		v[key] = w
	}
	return v
}

func loadNameParts(v map[string]word) {
	for _, r := range honorifics().Rows {
		w := v[r.Key()]
		w.is |= honorific
		if s := sexOf(r.Field(1)); s != either {
			w.gender = s
		}
		v[r.Key()] = w
	}
	for _, r := range nameWords().Rows {
		w := v[r.Key()]
		last, first := placeLast, placeFirst
		if r.Field(1) == "thing" {
			last, first = thingLast, thingFirst
		}
		if r.Field(2) != "first" {
			w.is |= last
		}
		if r.Field(2) != "last" {
			w.is |= first
		}
		v[r.Key()] = w
	}
	for _, r := range suffixTable().Rows {
		w := v[r.Key()]
		w.is |= generation
		if r.Field(1) == "company" {
			w.is = w.is&^generation | company
		}
		v[r.Key()] = w
	}
	for _, list := range [...][]string{days, months} {
		for _, s := range list {
			w := v[s]
			w.is |= calendar
			v[s] = w
		}
	}
}

func loadGiven(v map[string]word) {
	for _, r := range given().Rows {
		w := v[r.Key()]
		w.given = sexOf(r.Field(1))
		v[r.Key()] = w
	}
}

var days = []string{
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
	"yesterday", "today", "tomorrow",
}

var months = []string{
	"january", "february", "march", "april", "may", "june", "july", "august", "september",
	"october", "november", "december", "jan.", "feb.", "mar.", "apr.", "aug.", "sep.", "sept.",
	"oct.", "nov.", "dec.", "i",
}

// read looks up every token of d once.
func read(d *token.Doc) []word {
	v := vocabulary()
	list := make([]word, len(d.Tokens))
	for i := range d.Tokens {
		if d.Tokens[i].Shape&token.Letter != 0 {
			list[i] = lookup(v, d.Low(i))
		}
	}
	return list
}

// lookup finds low, and its singular if it is no noun itself.
func lookup(v map[string]word, low string) word {
	w := v[low]
	if w.is&entryFirst == 0 {
		if first := firstWord(low); len(first) < len(low) {
			w.is |= v[first].is & entryFirst
		}
	}
	if w.is&(aRole|aHead) != 0 || len(low) < 3 {
		return w
	}
	var room [64]byte
	one := singular(room[:0], low)
	if one == nil {
		return w
	}
	o := v[string(one)]
	if o.is&aRole != 0 {
		w.is |= roles
		w.role, w.gender, w.plural = o.role, o.gender, o.plural
	}
	if o.is&aHead != 0 {
		w.is |= heads | o.is&alone
		w.head = o.head
	}
	return w
}

// singular appends the rough singular of the noun w to b; nil if it looks like
// none.
func singular(b []byte, w string) []byte {
	n := len(w)
	switch {
	case n > 60:
		return nil
	case n > 3 && w[n-3:] == "men":
		return append(append(b, w[:n-2]...), "an"...)
	case n > 4 && w[n-3:] == "ies":
		return append(append(b, w[:n-3]...), 'y')
	case n > 4 && (w[n-4:] == "shes" || w[n-4:] == "ches" || w[n-4:] == "sses"):
		return append(b, w[:n-2]...)
	case w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i':
		return append(b, w[:n-1]...)
	}
	return nil
}

// lexed is a document with what the tables say of its tokens.
type lexed struct {
	d *token.Doc
	w []word
}

// is reports any of the flags at token i.
func (l *lexed) is(i int, f flags) bool { return l.w[i].is&f != 0 }

// roleWord reports a noun for a person by office, work or relation, singular or
// plural.
func (l *lexed) roleWord(i int) bool { return l.is(i, aRole|roles) }

// orgWord reports a noun for a kind of body ("ministry", "union"), singular or
// plural.
func (l *lexed) orgWord(i int) bool { return l.is(i, aHead|heads) }

// headKind is the kind of body that token i heads, "" if none.
func (l *lexed) headKind(i int) article.ActorKind { return headKinds[l.w[i].head] }

// ordinary reports a word of running English. It is asked of few words, so the
// table, which is sorted, is searched in place.
func (l *lexed) ordinary(i int) bool {
	_, ok := slices.BinarySearch(common().Rows, lexicon.Row(l.d.Low(i)))
	return ok
}

// givenName reports a given name, not all in capitals.
func (l *lexed) givenName(i int) bool {
	return l.w[i].given != noSex && l.d.Tokens[i].Shape&(token.Capital|token.Upper) == token.Capital
}

// bodyWord reports a word at i that makes the name it ends a body, a place or a
// thing.
func (l *lexed) bodyWord(i int) bool {
	return l.is(i, aHead|heads|placeLast|thingLast|company)
}
