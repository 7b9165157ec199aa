package tag

import "dossier/parse/internal/token"

// memory keeps what comes again and again: the words as the dictionary knows
// them, and the sums of the weights that one word, or two small numbers, decide.
// Most of a text is words that stood before, so that a tag costs a few
// additions and hardly a look-up in the weights.
type memory struct {
	weights  Weights
	words    []lexeme // the first is the edge
	wordAt   table
	sums     []scores // the first is not used, the second is blank
	sentence []int32  // the words of one sentence
	pair     scores   // what two words of it decide together

	// the numbers that words have in the grids
	sorts   map[sort]int32
	classes map[uint32]int32
	looks   map[uint32]int32

	tags        grid // by the tags before a word and before that
	sortTags    grid // by a word's sort and the tag before it
	nextTags    grid // by the class of the word behind and the tag before
	nextClasses grid // by the class of the word behind and the word's own
	nextLooks   grid // by a word's look and that of the word before
}

// lexeme is a word in one look, with its numbers, and where the sums stand of
// what it decides as the word itself, before it and behind it; 0 if they are not
// known yet.
type lexeme struct {
	Word
	lanes                 uint64 // of the tags it may take
	sort, classed, looked int32
	alone, before, behind int32
}

// sort is what counts of a word together with the tag before it. The form is 0
// where no weights are known for it.
type sort struct{ class, suffix, form uint32 }

// full is how many words a memory keeps, about 4 MB with all sums, before it
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
	m.sums = append(m.sums[:0], scores{}, blank())
	m.wordAt.clear()
	m.sorts, m.classes, m.looks = map[sort]int32{}, map[uint32]int32{}, map[uint32]int32{}
	for _, g := range []*grid{&m.tags, &m.sortTags, &m.nextTags, &m.nextClasses, &m.nextLooks} {
		*g = nil
	}
	m.words = append(m.words[:0], m.lexeme(edge))
}

// lexeme is a word that stands for the first time.
func (m *memory) lexeme(w Word) lexeme {
	s := sort{class: w.class, suffix: w.suffix[2]}
	if w.has&hasTagForm != 0 {
		s.form = w.form
	}
	return lexeme{
		Word: w, lanes: inLanes(w.open),
		sort: numbered(m.sorts, s), classed: numbered(m.classes, w.class), looked: numbered(m.looks, w.look),
	}
}

// numbered is the number of s, which gets the next one if it is new.
func numbered[T comparable](numbers map[T]int32, s T) int32 {
	n, ok := numbers[s]
	if !ok {
		n = int32(len(numbers))
		numbers[s] = n
	}
	return n
}

func (m *memory) tag(d *token.Doc) []Tag {
	tags := make([]Tag, len(d.Tokens))
	for i := range d.Sentences {
		if len(m.words) > full {
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
	m.words = append(m.words, m.lexeme(s.read(m.weights, d, k, start)))
	if m.wordAt.put(slot, id) {
		for id := range m.words[1:] {
			w := &m.words[id+1]
			m.wordAt.refill(w.form, w.look, int32(id+1))
		}
	}
	return id
}

// best is the tag of word k behind the tags t1 and, before it, t2.
func (m *memory) best(k int, t1, t2 Tag) Tag {
	p, n := &m.words[0], &m.words[0]
	if k > 0 {
		p = &m.words[m.sentence[k-1]]
	}
	if k+1 < len(m.sentence) {
		n = &m.words[m.sentence[k+1]]
	}
	x := &m.words[m.sentence[k]]
	tags := m.tags.at(int32(t1), int32(t2))
	if *tags == 0 {
		*tags = m.sum(mix(tTag1, uint32(t1), 0), mix(tTags, uint32(t1), uint32(t2)))
	}
	sortTag := m.sortTags.at(x.sort, int32(t1))
	if *sortTag == 0 {
		*sortTag = m.sortTag(x, t1)
	}
	nextTag := m.nextTags.at(n.classed, int32(t1))
	if *nextTag == 0 {
		*nextTag = m.sum(mix(tTagNextClass, uint32(t1), n.class))
	}
	nextClass := m.nextClasses.at(n.classed, x.classed)
	if *nextClass == 0 {
		*nextClass = m.sum(mix(tNextClass, n.class, x.class))
	}
	looks := m.nextLooks.at(x.looked, p.looked)
	if *looks == 0 {
		*looks = m.sum(mix(tLooks, x.look, p.look))
	}
	m.fill(x, p, n)
	pairs := m.pairs(x, p, n)
	sums := addends{
		pairs, &m.sums[x.alone], &m.sums[p.before], &m.sums[n.behind], &m.sums[*tags],
		&m.sums[*sortTag], &m.sums[*nextTag], &m.sums[*nextClass], &m.sums[*looks],
	}
	return sums.best(x.lanes)
}

// fill works out what words decide one by one, if it is not known yet.
func (m *memory) fill(x, p, n *lexeme) {
	var room [16]uint32
	if x.alone == 0 {
		x.alone = m.sum(x.Word.alone(room[:0])...)
	}
	if p.before == 0 {
		p.before = m.sum(p.Word.before(room[:0])...)
	}
	if n.behind == 0 {
		n.behind = m.sum(n.Word.behind(room[:0])...)
	}
}

// sortTag works out what the word x and the tag before it decide together.
func (m *memory) sortTag(x *lexeme, t1 Tag) int32 {
	t := uint32(t1)
	f := [...]uint32{mix(tTagSuffix, t, x.suffix[2]), mix(tTagClass, t, x.class), mix(tTagForm, t, x.form)}
	if x.has&hasTagForm == 0 {
		return m.sum(f[:2]...)
	}
	return m.sum(f[:]...)
}

// pairs is what two words decide together: too various to be kept.
func (m *memory) pairs(x, p, n *lexeme) *scores {
	if x.has&(hasPair|hasNextPair) == 0 {
		return &m.sums[1]
	}
	m.pair = m.sums[1]
	if x.has&hasPair != 0 {
		m.weights.add(mix(tPair, p.form, x.form), &m.pair)
	}
	if x.has&hasNextPair != 0 {
		m.weights.add(mix(tNextPair, x.form, n.form), &m.pair)
	}
	return &m.pair
}

// sum works out the sum of the weights of features, and says where it stands.
func (m *memory) sum(features ...uint32) int32 {
	sum := m.sums[1]
	for _, f := range features {
		m.weights.add(f, &sum)
	}
	if sum == m.sums[1] {
		return 1
	}
	m.sums = append(m.sums, sum)
	return int32(len(m.sums) - 1)
}

// grid is a number for each two small numbers, 0 where none is set.
type grid [][]int32

// at is the place of the number for a and b.
func (g *grid) at(a, b int32) *int32 {
	for int(a) >= len(*g) {
		*g = append(*g, nil)
	}
	row := &(*g)[a]
	for int(b) >= len(*row) {
		*row = append(*row, 0)
	}
	return &(*row)[b]
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
