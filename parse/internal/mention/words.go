package mention

import (
	"slices"

	"dossier/article"
	"dossier/parse/internal/token"
)

// word is what the tables say of one word.
type word struct {
	is     flags
	role   class
	gender sex   // of a role noun or a form of address
	given  sex   // of a given name, exact letter case apart
	head   uint8 // kind of the body it heads, index into headKinds
	plural uint8 // kind of several who hold the role, likewise
}

type flags uint64

// Which table holds a word, and how.
const (
	aRole      flags = 1 << iota // a role noun in the singular
	roles                        // its plural
	aHead                        // heads names of bodies
	heads                        // its plural
	alone                        // heads descriptions of bodies too
	withThe                      // only behind a determiner or possessor
	oneOnly                      // not in the plural
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
	ordinary   // a word of running English
	demonym    // an adjective for a people or state
)

// The sets of mentionwords.tsv, in the order of setNames.
const (
	placeWord flags = 1 << (iota + 32)
	partyObject
	willing
	policy
	follower
	act
	council
	folk
	ofHead
	area
	says
	people
	participle
	timeAdjective
	firm
	staff
	stately
	ofVerb
	tract
	invested
	own
	reach
	calls
	idiom
	origin
	sides
	motion
	works
	called
	sovereign
	decide
)

var setNames = [...]string{
	"place", "party", "willing", "policy", "follower", "act", "council", "folk", "of", "area",
	"says", "people", "participle", "time", "firm", "staff", "state", "ofverb", "tract", "invested", "own", "reach", "calls", "idiom", "origin", "sides", "motion", "works", "called", "sovereign", "decide",
}

// ownClass are the flags that make a word more than a word of running text.
const ownClass = entryFirst - 1

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

// Places of kinds in headKinds.
const (
	officialKind = 2 // a government body
	companyKind  = 7
	mediaKind    = 8
)

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

// lexed is a document with the numbers of its words in the vocabulary, so that
// each is looked up once.
type lexed struct {
	d     *token.Doc
	known *vocabulary
	ids   []uint16
}

// read looks up every token of d.
func (m *room) read(d *token.Doc) lexed {
	m.ids = slices.Grow(m.ids[:0], len(d.Tokens))[:len(d.Tokens)]
	d.Recall(numbers, m.ids)
	return lexed{d: d, known: load(), ids: m.ids}
}

// numbers are those of words in the vocabulary.
var numbers = token.NewMemo(func(low string) int { return load().number(low) })

// word is what the tables say of token i.
func (l *lexed) word(i int) *word { return &l.known.words[l.ids[i]] }

// is reports any of the flags at token i.
func (l *lexed) is(i int, f flags) bool { return l.known.words[l.ids[i]].is&f != 0 }

// roleWord reports a noun for a person by office, work or relation, singular or
// plural.
func (l *lexed) roleWord(i int) bool { return l.is(i, aRole|roles) }

// orgWord reports a noun for a kind of body ("ministry", "union"), singular or
// plural.
func (l *lexed) orgWord(i int) bool { return l.is(i, aHead|heads) }

// headKind is the kind of body that token i heads, "" if none.
func (l *lexed) headKind(i int) article.ActorKind { return headKinds[l.word(i).head] }

// givenName reports a given name, not all in capitals.
func (l *lexed) givenName(i int) bool {
	return l.d.Tokens[i].Shape&(token.Capital|token.Upper) == token.Capital && l.word(i).given != noSex
}

// bodyWord reports a word at i that makes the name it ends a body, a place or a
// thing.
func (l *lexed) bodyWord(i int) bool {
	return l.is(i, aHead|heads|placeLast|thingLast|company)
}
