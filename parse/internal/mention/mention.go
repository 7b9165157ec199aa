// Package mention finds noun phrases and, among them, the words that name
// people, organisations, governments, countries and places: names, acronyms,
// metonyms, titles, nominals, demonyms and pronouns.
//
// It classifies what stands in one place of the text; which mentions mean the
// same actor is decided in package actor.
package mention

import (
	"slices"
	"sync"

	"dossier/article"
)

// Phrase is a base noun phrase: tokens [First, End), without what is attached
// behind it. Phrases never overlap and never cross a sentence.
type Phrase struct {
	First, End int32
	Head       int32 // token
	Sentence   int32
	// FullEnd is the end with what is attached behind the head: "of …", "for
	// …", "to the UN", a bracketed acronym. FullEnd >= End.
	FullEnd int32
	// Apposition is the phrase that renames this one behind a comma ("Staffan
	// de Mistura, UN special envoy for Syria"), or -1.
	Apposition int32
	Pronoun    bool
}

// Mention is one place that names an actor: tokens [First, End).
type Mention struct {
	First, End int32
	Head       int32
	Phrase     int32 // index into Set.Phrases
	Type       article.MentionType
	Kind       article.ActorKind // "" if open
	Country    article.Opt       // ISO 3166-1 alpha-2 where a table or the words say so
	Gender     article.Opt
	Plural     bool
	Rule       string
	// Table is the usual name by which a table knows it (of a country: its
	// code), "" if none does.
	Table string
	// RoleFirst, RoleEnd: the tokens of a role title that belongs to a person
	// mention ("Transport Minister" of "Transport Minister Ada Brenn"); equal if
	// there is none.
	RoleFirst, RoleEnd int32
	// FieldEnd is where the field behind the role ends ("Minister | of Trade and Industry"); 0 if none stands there.
	FieldEnd int32
	// Listed is 1 + the entry of a user's list whose name this is, 0 if none.
	Listed int32
}

// Set is the phrases and mentions of a document, both in text order.
type Set struct {
	Phrases  []Phrase
	Mentions []Mention
	phraseAt []int32
	keys     []uint64 // of the mentions, by place, while they are put in order
}

// sets are those whose memory may be used again.
var sets = sync.Pool{New: func() any { return new(Set) }}

// Release leaves the memory of s to another Find. Nobody may use s after it.
func (s *Set) Release() { sets.Put(s) }

// PhraseAt is the index of the phrase that holds token i, or -1.
func (s *Set) PhraseAt(i int) int { return int(s.phraseAt[i]) }

// AppendPhraseAt appends PhraseAt of the tokens [first, end) to list.
func (s *Set) AppendPhraseAt(list []int32, first, end int) []int32 {
	return append(list, s.phraseAt[first:end]...)
}

// Order puts the mentions in text order, the longer of two first. It sorts keys,
// not the mentions: they are large.
func (s *Set) Order() {
	if len(s.Mentions) > 0xffffff {
		slices.SortStableFunc(s.Mentions, byPlace)
		return
	}
	s.keys = slices.Grow(s.keys[:0], len(s.Mentions))[:len(s.Mentions)]
	for i := range s.Mentions {
		x := &s.Mentions[i]
		s.keys[i] = uint64(x.First)<<40 | uint64(0xffff-min(x.End-x.First, 0xffff))<<24 | uint64(i)
	}
	slices.Sort(s.keys)
	for i := range s.keys {
		s.pull(i)
	}
}

// pull puts in place i the mention that its key means, into the place where that
// stood the next one, and so on round to i. A key that is done means its own place.
func (s *Set) pull(i int) {
	const index = 0xffffff
	from := int(s.keys[i] & index)
	if from == i {
		return
	}
	first, at := s.Mentions[i], i
	for from != i {
		s.Mentions[at] = s.Mentions[from]
		s.keys[at] = uint64(at)
		at, from = from, int(s.keys[from]&index)
	}
	s.Mentions[at] = first
	s.keys[at] = uint64(at)
}

func byPlace(a, b Mention) int {
	if a.First != b.First {
		return int(a.First - b.First)
	}
	return int(b.End - a.End)
}
