package position

import "math/bits"

// vocabulary numbers words from 1 in the order in which they come; 0 is no word.
// It is a hash table with open addressing over one run of bytes: a quarter of
// the memory of a map, and no object a word. Most words of a text are in no
// table, so a slot also holds half of the hash: a word is read only to confirm.
type vocabulary struct {
	slots []uint32 // hash -> its upper half and the number, 0 where free; their count is a power of two
	text  []byte   // the words, one behind the other
	ends  []uint16 // number -> end in text; it starts where the one before ends
}

// grow makes room for n words of size bytes in all; n is at most 1<<15.
func (v *vocabulary) grow(n, size int) {
	slots := 1
	for slots < n*4/3 {
		slots *= 2
	}
	v.slots, v.text, v.ends = make([]uint32, slots), make([]byte, 0, size), make([]uint16, 1, n)
}

// hash mixes the first and the last eight bytes of a word and its length: most
// words are no longer than that, and it costs two loads and two multiplications.
func hash[T string | []byte](word T) uint32 {
	var first, last uint64
	switch n := len(word); {
	case n >= 8:
		first, last = four(word, 0)|four(word, 4)<<32, four(word, n-8)|four(word, n-4)<<32
	case n >= 4:
		first, last = four(word, 0), four(word, n-4)
	default:
		for i := 0; i < n; i++ {
			first = first<<8 | uint64(word[i])
		}
	}
	h := (first ^ bits.RotateLeft64(last*0x9e3779b97f4a7c15, 29) ^ uint64(len(word))) * 0xff51afd7ed558ccd
	return uint32(h >> 32)
}

// four is the four bytes of word at i as a number.
func four[T string | []byte](word T, i int) uint64 {
	return uint64(word[i]) | uint64(word[i+1])<<8 | uint64(word[i+2])<<16 | uint64(word[i+3])<<24
}

// find is the number of a word, or 0.
func (v *vocabulary) find(word string) int {
	mask, h := uint32(len(v.slots)-1), hash(word)
	for i := h & mask; ; i = (i + 1) & mask {
		s := v.slots[i]
		if s == 0 || s>>16 == h>>16 && string(v.word(uint16(s))) == word {
			return int(uint16(s))
		}
	}
}

func (v *vocabulary) word(n uint16) []byte { return v.text[v.ends[n-1]:v.ends[n]] }

// add is the number of a word, which is entered if it is new.
func (v *vocabulary) add(word []byte) int {
	if n := v.find(string(word)); n > 0 {
		return n
	}
	mask, h := uint32(len(v.slots)-1), hash(word)
	i := h & mask
	for v.slots[i] != 0 {
		i = (i + 1) & mask
	}
	n := len(v.ends)
	v.text = append(v.text, word...)
	v.ends = append(v.ends, uint16(len(v.text)))
	v.slots[i] = h&^0xffff | uint32(n)
	return n
}
