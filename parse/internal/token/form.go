package token

import (
	"sync/atomic"

	"dossier/parse/internal/lexicon"
)

// forms numbers the words of texts as they come, and keeps what the stages know
// of each. It stays from one document to the next: most words of an article stood
// in the one before, and a table that has been asked once need not be fetched
// into the processor's cache again.
type forms struct {
	// slots is a hash table with open addressing: the upper 48 bits of a word's hash
	// and its number, 0 if empty; a power of two, at most three quarters taken. That
	// any two of 12,000 words share them has a chance of one in four million.
	slots   []uint64
	n       int        // how many words are numbered
	edition uint64     // grows when the numbers start afresh; no two forms share it
	memos   [][]uint16 // by memo and form: 1 + what it knows, 0 if it was not asked yet
}

// manyForms is how many words are numbered before forms start afresh, so that
// what is kept of them stays near the processor. In one document further words
// go without a number.
const manyForms = 12_000

// editions counts the editions of all forms.
var editions atomic.Uint64

// fresh is f ready for another document.
func (f *forms) fresh() *forms {
	switch {
	case f == nil:
		return &forms{slots: make([]uint64, 1<<11), edition: editions.Add(1)}
	case f.full():
		clear(f.slots)
		f.n = 0
		f.edition = editions.Add(1)
		for _, m := range f.memos {
			clear(m)
		}
	}
	return f
}

// full reports that f has little room for the words of another document.
func (f *forms) full() bool { return f.n >= manyForms*7/8 }

// number gives the tokens of d the numbers of their words: in a loop of its own, so
// that the slots of many are fetched from memory at once.
func (d *Doc) number() {
	tokens := d.Tokens[:len(d.hashes)]
	for i, hash := range d.hashes {
		if hash != 0 {
			tokens[i].form = d.forms.of(hash)
		}
	}
}

// of is the number of the word with the given hash, 0 if it has none.
func (f *forms) of(hash uint64) uint16 {
	at := f.at(hash)
	if n := uint16(f.slots[at]); n != 0 || f.n == manyForms {
		return n
	}
	return f.put(at, hash)
}

// put numbers a word, for which slot at is free.
func (f *forms) put(at int, hash uint64) uint16 {
	f.n++
	f.slots[at] = hash&^maxForm | uint64(f.n)
	if 4*f.n > 3*len(f.slots) {
		f.grow()
	}
	return uint16(f.n)
}

// maxForm are the bits of a slot that hold a number.
const maxForm = 1<<16 - 1

// hashOf is a hash of the word [i, j) of a text in lower case.
func hashOf(text string, i, j int) uint64 {
	if j-i > 7 {
		return lexicon.Sum(text[i:j])
	}
	if i+8 <= len(text) {
		return hashOfShort(lexicon.Load8(text[i:i+8]) & (1<<(8*uint(j-i)) - 1))
	}
	word := uint64(0)
	for k := j - 1; k >= i; k-- {
		word = word<<8 | uint64(text[k])
	}
	return hashOfShort(word)
}

// hashOfShort is hashOf for a word of up to seven bytes, given as a number, low byte
// first: its product with an odd number, which no two of them share.
func hashOfShort(word uint64) uint64 { return word * 0x9E3779B97F4A7C15 }

// at is the slot that has the hash, or the empty one where it may be put.
func (f *forms) at(hash uint64) int {
	mask := len(f.slots) - 1
	at := int(hash>>48) & mask
	for s := f.slots[at]; s != 0 && s^hash > maxForm; s = f.slots[at] {
		at = (at + 1) & mask
	}
	return at
}

func (f *forms) grow() {
	old := f.slots
	f.slots = make([]uint64, 2*len(old))
	for _, s := range old {
		if s != 0 {
			f.slots[f.at(s)] = s
		}
	}
}

// Form is the number of token i among the words and marks of documents, the same
// for the same letters; 0 if it has none, as numbers in figures. It holds within
// one Edition.
func (d *Doc) Form(i int) uint16 { return d.Tokens[i].form }

// Form is that number for the token t.
func (t *Token) Form() uint16 { return t.form }

// Edition is that of the numbers which Form gives. Documents that share one share
// the numbers.
func (d *Doc) Edition() uint64 { return d.forms.edition }

// Memo keeps what a stage knows of a word in lower case, a number below 65,535,
// for all documents, so that each word is looked up once and not at each place
// where it stands.
type Memo struct {
	at   int
	know func(low string) int
}

// memos is how many there are.
var memos int

// NewMemo is a memo of know, which must give one word the same number each time.
// It is for variables of packages: a memo is never given up.
func NewMemo(know func(low string) int) *Memo {
	memos++
	return &Memo{memos - 1, know}
}

// Recall sets list[i] to what m knows of token i of d, 0 for one without a letter.
// The list is as long as d.Tokens.
func (d *Doc) Recall(m *Memo, list []uint16) {
	known, tokens := d.forms.memo(m), d.Tokens
	list = list[:len(tokens)]
	for i := range tokens {
		n := known[tokens[i].form]
		if n == 0 {
			n = d.learn(m, known, i)
		}
		list[i] = n - 1
	}
}

// learn is 1 + what m knows of token i, which known keeps from now on.
func (d *Doc) learn(m *Memo, known []uint16, i int) uint16 {
	t, n := &d.Tokens[i], uint16(1)
	if t.Shape&Letter != 0 {
		n = uint16(m.know(d.Low(i)) + 1)
	}
	if t.form > 0 {
		known[t.form] = n
	}
	return n
}

// Ask is what m knows of token i of d.
func (d *Doc) Ask(m *Memo, i int) int {
	known, form := d.forms.memo(m), d.Tokens[i].form
	if n := known[form]; n != 0 {
		return int(n - 1)
	}
	n := m.know(d.Low(i))
	if form > 0 {
		known[form] = uint16(n + 1)
	}
	return n
}

// memo is what f keeps for m, by form.
func (f *forms) memo(m *Memo) []uint16 {
	for len(f.memos) < memos {
		f.memos = append(f.memos, nil)
	}
	known := f.memos[m.at]
	if n := f.n + 1; n > len(known) {
		known = append(known, make([]uint16, n-len(known))...)
		f.memos[m.at] = known
	}
	return known
}
