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
	numbers *lexicon.Numbers
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
		return &forms{numbers: lexicon.NewNumbers(manyForms / 8), edition: editions.Add(1)}
	case f.numbers.Len() >= manyForms*7/8:
		f.numbers.Clear()
		f.edition = editions.Add(1)
		for _, m := range f.memos {
			clear(m)
		}
	}
	return f
}

// of is the number of a word in lower case, 0 if it has none.
func (f *forms) of(low string) uint16 {
	if f.numbers.Len() == manyForms {
		return uint16(f.numbers.Find(low))
	}
	return uint16(f.numbers.Add(low))
}

// Form is the number of token i among the words and marks of documents, the same
// for the same letters; 0 if it has none, as numbers in figures. It holds within
// one Edition.
func (d *Doc) Form(i int) uint16 { return d.Tokens[i].form }

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
	known := d.forms.memo(m)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Shape&Letter == 0 {
			list[i] = 0
			continue
		}
		n := known[t.form]
		if n == 0 {
			n = uint16(m.know(d.Low(i)) + 1)
			if t.form > 0 {
				known[t.form] = n
			}
		}
		list[i] = n - 1
	}
}

// memo is what f keeps for m, by form.
func (f *forms) memo(m *Memo) []uint16 {
	for len(f.memos) < memos {
		f.memos = append(f.memos, nil)
	}
	known := f.memos[m.at]
	if n := f.numbers.Len() + 1; n > len(known) {
		known = append(known, make([]uint16, n-len(known))...)
		f.memos[m.at] = known
	}
	return known
}
