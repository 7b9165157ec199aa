package lexicon

import "math/bits"

// Numbers numbers words from 1 in the order they come in; 0 is for words that it
// lacks. It is a hash table with open addressing that keeps no words but the
// upper 48 bits of their sums, so that a look-up reads one place in memory. That
// a word which it lacks is taken for one of 20,000 has a chance of one in 10^10.
type Numbers struct {
	slots []uint64 // the sum's bits and the number, 0 if empty; a power of two, at most three quarters taken
	shift int      // of a sum, to its slot
	n     int
}

// most is how many words Numbers can hold: its bits are those of a number.
const most = 1<<16 - 1

// NewNumbers returns numbers with room for n words; they grow beyond, to 65,535.
func NewNumbers(n int) *Numbers {
	k := bits.Len(uint(n + n/3 + 1))
	return &Numbers{slots: make([]uint64, 1<<k), shift: 64 - k}
}

// Len is how many words x holds, which is the highest number.
func (x *Numbers) Len() int { return x.n }

// Find is the number of word, 0 if x lacks it.
func (x *Numbers) Find(word string) int { return int(x.slots[x.slot(Sum(word))] & most) }

// slot is where a word with the given sum stands, or may be put.
func (x *Numbers) slot(sum uint64) int {
	at := int(sum >> x.shift)
	for s := x.slots[at]; s != 0 && s^sum > most; s = x.slots[at] {
		at = (at + 1) & (len(x.slots) - 1)
	}
	return at
}

// Add is the number of word, which x takes in if it lacks it. It panics if there
// are too many.
func (x *Numbers) Add(word string) int {
	sum := Sum(word)
	at := x.slot(sum)
	if x.slots[at] != 0 {
		return int(x.slots[at] & most)
	}
	if x.n++; x.n > most {
		panic("lexicon: too many words for Numbers")
	}
	x.slots[at] = sum&^most | uint64(x.n)
	if 4*x.n > 3*len(x.slots) {
		x.grow()
	}
	return x.n
}

func (x *Numbers) grow() {
	old := x.slots
	x.slots = make([]uint64, 2*len(old))
	x.shift--
	for _, s := range old {
		if s != 0 {
			x.slots[x.slot(s)] = s
		}
	}
}
