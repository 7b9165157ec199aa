package position

// vocabulary numbers words from 1 in the order in which they come; 0 is no word.
// It is a hash table with open addressing over one run of bytes: a quarter of
// the memory of a map, and no object a word.
type vocabulary struct {
	slots []uint16 // hash -> number, 0 where free; their count is a power of two
	text  []byte   // the words, one behind the other
	ends  []uint16 // number -> end in text; it starts where the one before ends
}

// grow makes room for n words of size bytes in all; n is at most 1<<15.
func (v *vocabulary) grow(n, size int) {
	slots := 1
	for slots < n*4/3 {
		slots *= 2
	}
	v.slots, v.text, v.ends = make([]uint16, slots), make([]byte, 0, size), make([]uint16, 1, n)
}

// hash is FNV-1a.
func hash[T string | []byte](word T) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h ^ h>>15
}

// find is the number of a word, or 0.
func (v *vocabulary) find(word string) int {
	mask := uint32(len(v.slots) - 1)
	for h := hash(word) & mask; ; h = (h + 1) & mask {
		n := v.slots[h]
		if n == 0 || string(v.word(n)) == word {
			return int(n)
		}
	}
}

func (v *vocabulary) word(n uint16) []byte { return v.text[v.ends[n-1]:v.ends[n]] }

// add is the number of a word, which is entered if it is new.
func (v *vocabulary) add(word []byte) int {
	if n := v.find(string(word)); n > 0 {
		return n
	}
	mask := uint32(len(v.slots) - 1)
	h := hash(word) & mask
	for v.slots[h] != 0 {
		h = (h + 1) & mask
	}
	n := len(v.ends)
	v.text = append(v.text, word...)
	v.ends = append(v.ends, uint16(len(v.text)))
	v.slots[h] = uint16(n)
	return n
}
