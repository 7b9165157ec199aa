package lexicon

import (
	"math/bits"
	"slices"
)

// Index numbers words from 0 in the order they come in, so that what is known of
// a word can stand in slices. It is a hash table with open addressing: it costs
// two allocations for all words, and a word that it lacks is mostly settled by
// one look.
type Index struct {
	slots []slot // a power of two, at most three quarters of them taken
	words []string
}

// slot is one place of the table; n is 1 + the number of its word, 0 if empty.
type slot struct {
	sum uint32
	n   int32
}

// NewIndex returns an index with room for n words; it grows beyond.
func NewIndex(n int) *Index {
	x := &Index{words: make([]string, 0, n)}
	x.Reset(n)
	return x
}

// Reset empties x and makes room for n words, in the memory that it has if that
// is enough. It lets go of the words.
func (x *Index) Reset(n int) {
	clear(x.words)
	x.words = x.words[:0]
	size := 1 << bits.Len(uint(n+n/3+1))
	x.slots = slices.Grow(x.slots[:0], size)[:size]
	clear(x.slots)
}

// Len is how many words x holds.
func (x *Index) Len() int { return len(x.words) }

// Word is the word with number i.
func (x *Index) Word(i int) string { return x.words[i] }

// Find is the number of word, -1 if x lacks it.
func (x *Index) Find(word string) int {
	sum := uint32(Sum(word))
	for at := int(sum) & (len(x.slots) - 1); ; at = (at + 1) & (len(x.slots) - 1) {
		s := x.slots[at]
		if s.n == 0 {
			return -1
		}
		if s.sum == sum && x.words[s.n-1] == word {
			return int(s.n - 1)
		}
	}
}

// Add is the number of word, which x takes in if it lacks it.
func (x *Index) Add(word string) int {
	if i := x.Find(word); i >= 0 {
		return i
	}
	if 4*len(x.words)+4 > 3*len(x.slots) {
		x.grow()
	}
	x.words = append(x.words, word)
	x.place(uint32(Sum(word)), int32(len(x.words)))
	return len(x.words) - 1
}

func (x *Index) place(sum uint32, n int32) {
	at := int(sum) & (len(x.slots) - 1)
	for x.slots[at].n != 0 {
		at = (at + 1) & (len(x.slots) - 1)
	}
	x.slots[at] = slot{sum, n}
}

func (x *Index) grow() {
	old := x.slots
	x.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.n != 0 {
			x.place(s.sum, s.n)
		}
	}
}

// Sum is a hash of s, the same in every run of the program. It reads eight bytes
// at a step and folds them by a wide product (the idea of wyhash).
func Sum(s string) uint64 {
	n := len(s)
	seed := uint64(n) * 0x9E3779B97F4A7C15
	for ; len(s) > 16; s = s[8:] {
		seed = mix(seed^0xA0761D6478BD642F, Load8(s))
	}
	var a, b uint64
	switch n := len(s); {
	case n >= 8:
		a, b = Load8(s), Load8(s[n-8:])
	case n >= 4:
		a, b = load4(s), load4(s[n-4:])
	case n > 0:
		a = uint64(s[0]) | uint64(s[n>>1])<<8 | uint64(s[n-1])<<16
	}
	return sum16(seed, a, b)
}

// Sum16 is Sum of a string of n bytes, 8 to 16 of them, that opens with the eight of
// a and closes with the eight of b.
func Sum16(n int, a, b uint64) uint64 { return sum16(uint64(n)*0x9E3779B97F4A7C15, a, b) }

func sum16(seed, a, b uint64) uint64 {
	return mix(a^seed^0xE7037ED1A0B428DB, b^0x8EBC6AF09C88C6E3)
}

func mix(a, b uint64) uint64 {
	high, low := bits.Mul64(a, b)
	return high ^ low
}

// Load8 is the first eight bytes of s as a number, low byte first; s has at least
// eight.
func Load8(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func load4(s string) uint64 {
	_ = s[3]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}
