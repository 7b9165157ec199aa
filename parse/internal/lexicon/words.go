package lexicon

// Words is a set of words that a rule asks for, as they stand in it: in lower case
// mostly. Nearly all that is asked is not in the set, and most of that shows in a
// word's length and its first and last letters, so that neither the word is hashed
// nor the set fetched into the processor's cache.
type Words struct {
	shapes [4]uint64 // the bits of the shapes of its words
	in     map[string]struct{}
}

// WordsOf is the set of the words given.
func WordsOf(words ...string) *Words {
	set := &Words{in: make(map[string]struct{}, len(words))}
	for _, w := range words {
		k := shape(w)
		set.shapes[k>>6] |= 1 << (k & 63)
		set.in[w] = struct{}{}
	}
	return set
}

// Has reports whether word is in the set. The empty word is in none.
func (s *Words) Has(word string) bool {
	if word == "" {
		return false
	}
	k := shape(word)
	return s.shapes[k>>6]>>(k&63)&1 != 0 && s.holds(word)
}

func (s *Words) holds(word string) bool {
	_, ok := s.in[word]
	return ok
}

// shape is a number for the length, the first and the last byte of a word that is
// not empty.
func shape(word string) uint8 {
	n := len(word)
	return uint8(n)*37 + word[0]*5 + word[n-1]*23
}
