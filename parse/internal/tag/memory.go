package tag

import (
	"math/bits"

	"dossier/parse/internal/token"
)

// memory keeps what comes again and again: the words as the dictionary knows
// them, and the sums of the weights that one word, or two small numbers, decide.
// Most of a text is words that stood before, so that a tag costs a few
// additions and hardly a look-up in the weights.
type memory struct {
	weights  Weights
	words    []lexeme // the first is the edge
	wordAt   table
	pairs    []pair
	pairAt   table
	tagPairs [int(Count) * int(Count)]int32 // roleTags, by both tags
	sums     []scores                       // the first is not used
	sentence []int32                        // the words of one sentence
}

// lexeme is a word in one look, and where the sums stand of what it decides as
// the word itself, before it and behind it; 0 if they are not known yet.
type lexeme struct {
	Word
	sums [roleTags]int32
}

// pair is a part that is neither one word's nor two tags'.
type pair struct {
	role role
	a, b uint32
	sum  int32
}

// full is how many words or pairs a memory keeps, about 4 MB of them, before it
// starts afresh.
const full = 1 << 14

// remember is a memory that holds nothing yet.
func remember(w Weights) *memory {
	m := &memory{weights: w}
	m.forget()
	return m
}

// forget empties m.
func (m *memory) forget() {
	m.words = append(m.words[:0], lexeme{Word: edge})
	m.pairs = append(m.pairs[:0], pair{})
	m.sums = append(m.sums[:0], scores{}, blank())
	m.wordAt.clear()
	m.pairAt.clear()
	clear(m.tagPairs[:])
}

func (m *memory) tags(d *token.Doc) []Tag {
	tags := make([]Tag, len(d.Tokens))
	for i := range d.Sentences {
		if len(m.words) > full || len(m.pairs) > full {
			m.forget()
		}
		first := int(d.Sentences[i].First)
		m.read(d, i)
		t1, t2 := None, None
		for k, id := range m.sentence {
			t := m.words[id].Fixed
			if d.Tokens[first+k].Shape&token.Letter == 0 {
				t = settled(d, first+k)
			}
			if t == None {
				t = m.best(k, t1, t2)
			}
			tags[first+k] = t
			t1, t2 = t, t1
		}
	}
	return tags
}

// read looks up the words of sentence i.
func (m *memory) read(d *token.Doc, i int) {
	sentence := d.Sentences[i]
	s := Sentence{shouting: shouting(d, int(sentence.First), int(sentence.End))}
	m.sentence = m.sentence[:0]
	start := true
	for k := int(sentence.First); k < int(sentence.End); k++ {
		m.sentence = append(m.sentence, m.word(&s, d, k, start))
		start = start && d.Is(k, token.Punct)
	}
}

// word is the number of the word that token k is.
func (m *memory) word(s *Sentence, d *token.Doc, k int, start bool) int32 {
	form, look := formHash(d.Low(k)), s.look(d, k, start)
	slot := m.wordAt.slot(form, look)
	for ; m.wordAt.ids[slot] != 0; slot = m.wordAt.next(slot) {
		id := m.wordAt.ids[slot]
		if w := &m.words[id]; w.form == form && w.look == look {
			return id
		}
	}
	id := int32(len(m.words))
	m.words = append(m.words, lexeme{Word: s.read(m.weights, d, k, start)})
	if m.wordAt.put(slot, id) {
		for id := range m.words[1:] {
			w := &m.words[id+1]
			m.wordAt.refill(w.form, w.look, int32(id+1))
		}
	}
	return id
}

// best is the tag of word k behind the tags t1 and, before it, t2: the one with
// the highest score among those it may take.
func (m *memory) best(k int, t1, t2 Tag) Tag {
	xi, pi, ni := m.sentence[k], int32(0), int32(0)
	if k > 0 {
		pi = m.sentence[k-1]
	}
	if k+1 < len(m.sentence) {
		ni = m.sentence[k+1]
	}
	tag := uint32(t1)
	x, p, n := &m.words[xi].Word, &m.words[pi].Word, &m.words[ni].Word
	parts := [roleTagForm]int32{
		m.wordSum(xi, roleAlone),
		m.wordSum(pi, roleBefore),
		m.wordSum(ni, roleBehind),
		m.tagSum(t1, t2),
		m.pairSum(roleTagSuffix, tag, x.suffix[2]),
		m.pairSum(roleTagClass, tag, x.class),
		m.pairSum(roleNextClass, n.class, x.class),
		m.pairSum(roleTagNextClass, tag, n.class),
		m.pairSum(roleLooks, x.look, p.look),
	}
	rest := blank()
	if x.has&hasTagForm != 0 {
		m.weights.add(mix(tTagForm, tag, x.form), &rest)
	}
	if x.has&hasPair != 0 {
		m.weights.add(mix(tPair, p.form, x.form), &rest)
	}
	if x.has&hasNextPair != 0 {
		m.weights.add(mix(tNextPair, x.form, n.form), &rest)
	}
	var room [len(parts)]*scores
	sums := room[:0]
	for _, at := range parts {
		if at != 1 {
			sums = append(sums, &m.sums[at])
		}
	}
	best, group := NN, -1
	top := lane(rest.with(sums, int(NN>>2)), NN)
	var sum uint64
	for open := x.open & scored; open != 0; open &= open - 1 {
		t := Tag(bits.TrailingZeros64(open))
		if g := int(t >> 2); g != group {
			group, sum = g, rest.with(sums, g)
		}
		if score := lane(sum, t); score > top {
			best, top = t, score
		}
	}
	return best
}

// wordSum is where the sum stands of what word id decides in its role.
func (m *memory) wordSum(id int32, r role) int32 {
	w := &m.words[id]
	if w.sums[r] == 0 {
		w.sums[r] = m.fill(&part{r, w.form, w.look, &w.Word})
	}
	return w.sums[r]
}

// tagSum is where the sum stands of what the two tags before a word decide.
func (m *memory) tagSum(t1, t2 Tag) int32 {
	at := &m.tagPairs[int(t1)*int(Count)+int(t2)]
	if *at == 0 {
		*at = m.fill(&part{roleTags, uint32(t1), uint32(t2), nil})
	}
	return *at
}

// pairSum is where the sum stands of what a and b decide in their role.
func (m *memory) pairSum(r role, a, b uint32) int32 {
	slot := m.pairAt.slot(a, b+uint32(r))
	for ; m.pairAt.ids[slot] != 0; slot = m.pairAt.next(slot) {
		if p := &m.pairs[m.pairAt.ids[slot]]; p.a == a && p.b == b && p.role == r {
			return p.sum
		}
	}
	sum := m.fill(&part{r, a, b, nil})
	m.pairs = append(m.pairs, pair{r, a, b, sum})
	if m.pairAt.put(slot, int32(len(m.pairs)-1)) {
		for id := 1; id < len(m.pairs); id++ {
			m.pairAt.refill(m.pairs[id].a, m.pairs[id].b+uint32(m.pairs[id].role), int32(id))
		}
	}
	return sum
}

// fill works out the sum of a part, and says where it stands.
func (m *memory) fill(p *part) int32 {
	sum := blank()
	var room [16]uint32
	for _, f := range p.features(room[:0]) {
		m.weights.add(f, &sum)
	}
	if sum == m.sums[1] {
		return 1
	}
	m.sums = append(m.sums, sum)
	return int32(len(m.sums) - 1)
}

// table finds numbers above 0 by two hashes: open addressing over a power of two,
// at most half full.
type table struct {
	ids  []int32
	used int
}

// clear empties t.
func (t *table) clear() {
	if t.ids == nil {
		t.ids = make([]int32, 1<<10)
	}
	clear(t.ids)
	t.used = 0
}

// slot is where the search for a and b begins.
func (t *table) slot(a, b uint32) int {
	h := (uint64(a)<<32 | uint64(b)) * 0x9E3779B97F4A7C15
	h ^= h >> 29
	return int(h*0xD6E8FEB86659FD93>>32) & (len(t.ids) - 1)
}

// next is where it goes on.
func (t *table) next(slot int) int { return (slot + 1) & (len(t.ids) - 1) }

// put sets the free slot. It reports whether it has emptied the table and made it
// larger, so that everything, id too, must be put in again by refill.
func (t *table) put(slot int, id int32) (grown bool) {
	if t.used++; 2*t.used > len(t.ids) {
		t.ids = make([]int32, 2*len(t.ids))
		return true
	}
	t.ids[slot] = id
	return false
}

// refill puts in id, which is not there yet, after the table has grown.
func (t *table) refill(a, b uint32, id int32) {
	slot := t.slot(a, b)
	for t.ids[slot] != 0 {
		slot = t.next(slot)
	}
	t.ids[slot] = id
}
