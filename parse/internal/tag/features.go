package tag

import (
	"strings"

	"dossier/parse/internal/token"
)

// Word is what the features read off one token.
type Word struct {
	form   uint32    // hash of the lower-case form, digits as 0
	suffix [5]uint32 // hashes of the last 1 to 5 bytes, 0 where the word is shorter
	look   uint32    // capitals, digits, hyphen, place in the sentence
	class  uint32    // which tags the dictionary allows, 0 if it lacks the word
	open   uint64    // the tags it may take, a bit each
	has    has       // of which templates there are weights for this form
	Fixed  Tag       // the tag that rule or dictionary give, or None
	Tag    Tag       // the tag given
}

// Sentence is a sentence ready to be tagged. It is reused from one to the next.
type Sentence struct {
	Words    []Word
	First    int  // token of Words[0]
	Free     bool // its words may take any tag that the dictionary does not rule out
	shouting bool // most words are capitalised: a headline
	room     [40]uint32
}

// The feature templates. The numbers are part of the weights' format.
const (
	tDictionary = iota
	tBias
	tForm
	tSuffix // and the four after it
	_
	_
	_
	_
	tLook
	tClass
	tTag1
	tTags
	tTagForm
	tTagSuffix
	tTagClass
	tForm1
	tNext1
	tPair
	tNextPair
	tPrevSuffix
	tNextSuffix
	tNextLook
	tNextClass
	tTagNextClass
	tLookSuffix
	tLooks
	tHas
)

// has says which features of a form are worth a look-up: of the templates that
// pair the form with a neighbour most forms have none.
type has uint8

const (
	hasTagForm has = 1 << iota
	hasPair
	hasNextPair
)

// open are the tags that a word unknown to the dictionary can take. The others
// (articles, pronouns …) have words that one can count.
const open = 1<<FW | 1<<JJ | 1<<JJR | 1<<JJS | 1<<NN | 1<<NNS | 1<<NNP | 1<<NNPS | 1<<RB | 1<<UH |
	1<<VB | 1<<VBD | 1<<VBG | 1<<VBN | 1<<VBP | 1<<VBZ | 1<<CD

// scored are the tags that weights decide on: all but those of marks.
const scored = 1<<PunctEnd - 1

// Closed reports whether only words of the dictionary take tag t.
func Closed(t Tag) bool { return open>>t&1 == 0 }

// edge stands for the words before and behind a sentence.
var edge = Word{form: 1, look: 1, class: 1, Tag: None}

// Read makes s the sentence i of d.
func (s *Sentence) Read(w Weights, d *token.Doc, i int) {
	sentence := d.Sentences[i]
	s.First = int(sentence.First)
	s.Words = s.Words[:0]
	s.shouting = shouting(d, int(sentence.First), int(sentence.End))
	start := true
	for k := s.First; k < int(sentence.End); k++ {
		s.Words = append(s.Words, s.read(w, d, k, start))
		start = start && d.Is(k, token.Punct)
	}
}

// shouting reports whether most longer words of tokens [first, end) are
// capitalised, so that capitals mean nothing: four of them or more, and at most one
// in four in small letters. It reads on while that may still be.
func shouting(d *token.Doc, first, end int) bool {
	capitals, small := 0, 0
	for k := range d.Tokens[first:end] {
		t := &d.Tokens[first+k]
		if t.Shape&token.Letter == 0 || t.End-t.Start < 4 {
			continue
		}
		if t.Shape&token.Capital != 0 {
			capitals++
		} else if small++; capitals+end-first-k <= 3*small {
			return false
		}
	}
	return capitals+small >= 4 && capitals >= 3*small
}

// read reads token k; start: no word stands before it in its sentence.
func (s *Sentence) read(w Weights, d *token.Doc, k int, start bool) Word {
	var word Word
	low := d.Low(k)
	word.Fixed = settled(d, k)
	word.look = s.look(d.Tokens[k].Shape, start)
	word.hash(low)
	at, n := w.row(mix(tDictionary, word.form, 0))
	entry := w[at : at+2*n]
	if n > 0 && entry[1] >= Known {
		word.suffix = [5]uint32{}
	}
	for row := entry; len(row) >= 2; row = row[2:] {
		if row[1] != Seldom {
			word.class += mix(tClass, uint32(row[0]), 1)
		}
	}
	if word.Fixed == None && d.Is(k, token.Letter) {
		word.open = s.candidates(entry, d, k, start)
		word.Fixed = only(word.open)
	}
	if at, n := w.row(mix(tHas, word.form, 0)); n > 0 {
		word.has = has(w[at])
	}
	return word
}

// Form is the feature under which the dictionary lists a lower-case form.
func Form(low string) uint32 {
	return mix(tDictionary, formHash(low), 0)
}

// Sure marks a dictionary entry's tag as its only one.
const Sure = 127

// Known marks the tags of a word that is so common that its letters teach
// nothing: it has no suffixes.
const Known = 2

// Seldom marks a tag that the word may take, but so seldom that it does not count
// for its class. It never stands first.
const Seldom = 3

// hash fills the hashes of form and suffixes.
func (x *Word) hash(low string) {
	x.form = formHash(low)
	if strings.HasPrefix(low, "’") {
		low = "'" + low[len("’"):]
	}
	h := uint32(basis)
	for i := 0; i < len(x.suffix) && i < len(low); i++ {
		h = (h ^ uint32(folded(low[len(low)-1-i]))) * prime
		x.suffix[i] = h
	}
}

// The constants of the 32-bit FNV-1a hash.
const prime, basis = 16777619, 2166136261

// formHash is the hash of a lower-case form. A curly apostrophe counts as a
// straight one.
func formHash(low string) uint32 {
	h := uint32(basis)
	if strings.HasPrefix(low, "’") {
		h, low = (h^'\'')*prime, low[len("’"):]
	}
	for i := 0; i < len(low); i++ {
		h = (h ^ uint32(folded(low[i]))) * prime
	}
	return h
}

// folded makes all digits one.
func folded(c byte) byte {
	if c >= '0' && c <= '9' {
		return '0'
	}
	return c
}

// looks are the shapes that a look holds, in its low bits.
const looks = token.Letter | token.Digit | token.Capital | token.Upper | token.Punct | token.Hyphen

// look is the word's look as a small number.
func (s *Sentence) look(shape token.Shape, start bool) uint32 {
	look := uint32(shape & looks)
	if start {
		look |= 1 << 16
	}
	if s.shouting {
		look |= 1 << 17
	}
	return look | 1<<18
}

// Forget makes word k one that the model has never seen, so that it learns to
// judge such words too.
func (s *Sentence) Forget(k int) {
	s.Words[k].form, s.Words[k].class = 2, 0
}

// Has returns the feature under which the weights say what there is of the form
// of word k together with a neighbour, and what of that holds for it here, in
// place of a tag; kept reports the features that have weights.
func (s *Sentence) Has(k int, kept func(feature uint32) bool) (uint32, Tag) {
	x, p, n := s.at(k), s.at(k-1), s.at(k+1)
	var h has
	if kept(mix(tTagForm, uint32(p.Tag), x.form)) {
		h |= hasTagForm
	}
	if kept(mix(tPair, p.form, x.form)) {
		h |= hasPair
	}
	if kept(mix(tNextPair, x.form, n.form)) {
		h |= hasNextPair
	}
	return mix(tHas, x.form, 0), Tag(h)
}

// May reports whether word k may take tag t.
func (s *Sentence) May(k int, t Tag) bool { return s.Words[k].open>>t&1 != 0 }

// at is word k, or the edge outside the sentence.
func (s *Sentence) at(k int) *Word {
	if k < 0 || k >= len(s.Words) {
		return &edge
	}
	return &s.Words[k]
}

// Features are the hashes of the features of word k. The slice is good until
// the next call.
func (s *Sentence) Features(k int) []uint32 {
	x, p, n := s.at(k), s.at(k-1), s.at(k+1)
	t1, t2 := p.Tag, s.at(k-2).Tag
	f := x.alone(s.room[:0])
	f = p.before(f)
	f = n.behind(f)
	f = append(f, mix(tTag1, uint32(t1), 0), mix(tTags, uint32(t1), uint32(t2)))
	f = append(f, mix(tTagSuffix, uint32(t1), x.suffix[2]), mix(tTagClass, uint32(t1), x.class))
	f = append(f, mix(tNextClass, n.class, x.class), mix(tTagNextClass, uint32(t1), n.class))
	f = append(f, mix(tLooks, x.look, p.look), mix(tTagForm, uint32(t1), x.form))
	return append(f, mix(tPair, p.form, x.form), mix(tNextPair, x.form, n.form))
}

// alone appends the features of the word itself.
func (x *Word) alone(f []uint32) []uint32 {
	f = append(f, mix(tBias, 0, 0), mix(tForm, x.form, 0), mix(tLook, x.look, 0), mix(tClass, x.class, 0))
	if x.suffix[1] == 0 {
		return f
	}
	f = append(f, mix(tLookSuffix, x.look, x.suffix[1]))
	for i, h := range x.suffix {
		if h != 0 {
			f = append(f, mix(tSuffix+uint32(i), h, 0))
		}
	}
	return f
}

// before appends the features of x for the word behind it.
func (x *Word) before(f []uint32) []uint32 {
	return x.ending(append(f, mix(tForm1, x.form, 0)), tPrevSuffix)
}

// behind appends the features of x for the word before it.
func (x *Word) behind(f []uint32) []uint32 {
	return x.ending(append(f, mix(tNext1, x.form, 0), mix(tNextLook, x.look, 0)), tNextSuffix)
}

// ending appends a feature of the last three letters, if they say something.
func (x *Word) ending(f []uint32, template uint32) []uint32 {
	if x.suffix[2] == 0 {
		return f
	}
	return append(f, mix(template, x.suffix[2], 0))
}
