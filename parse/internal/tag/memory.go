package tag

import (
	"slices"

	"dossier/parse/internal/token"
)

// memory keeps what comes again and again: the words as the dictionary knows
// them, and the sums of the weights that one word, or two small numbers, decide.
// Most of a text is words that stood before, so that a tag costs a few
// additions and hardly a look-up in the weights.
//
// What it costs is waiting for memory. So the little that is asked of a word each
// time lies together (lexeme), and a sentence is read in three passes, of which
// only the last has to wait for the tag before.
type memory struct {
	weights Weights
	words   []lexeme // the first is the edge
	full    []Word   // the same with all that is known of them
	wordAt  table
	edition uint64   // of the numbers that token.Doc gives words
	first   []place  // by such a number: a word in it, the others behind it by lexeme.next
	sums    []scores // the first is not used, the second is blank
	sumAt   table    // the others by their hashes

	// the numbers that words have in the grids
	sorts   map[sort]uint16
	classes map[uint32]uint16

	tags        [Count][Count]uint16 // by the tag before a word and the one before that
	sortTags    [][Count]uint16      // by a word's sort and the tag before it
	nextTags    [][Count]uint16      // by the class of the word behind and the tag before
	nextClasses grid                 // by the class of the word behind and the word's own
	looks       grid                 // by a word's look and that of the word before

	sentence []int32  // the words of one sentence
	open     []int32  // those of them, from its first, that weights must decide on
	parts    []scores // what decides on each of them but for the tags before

	written    []spelling          // by the number of a word: how the document writes it
	unnumbered map[string]spelling // likewise by the letters of words without a number
}

// lexeme is a word in one look, with its numbers, and where the sums stand of
// what it decides as the word itself, before it and behind it; 0 if they are not
// known yet.
type lexeme struct {
	form                  uint32
	lanes                 lanes  // of the tags it may take
	look                  uint16 // in few bits
	class                 uint16
	sort                  uint16
	alone, before, behind uint16
	has                   has
	fixed                 Tag
	listed                bool  // stands in memory.first or behind a word there
	next                  int32 // another word with the same letters, 0 if none
}

// place is where a word in one look stands, and what it is by itself.
type place struct {
	id    int32
	look  uint16 // 0 if there is none: a look has always a bit
	fixed Tag
}

// moving, for the tag of a mark or a number, says that each has its own.
const moving = Count

// steady reports whether tag t of token k is that of all with the same letters.
func steady(d *token.Doc, k int, t Tag) bool {
	return d.Is(k, token.Letter) || t == PunctComma || t == PunctEnd
}

// sort is what counts of a word together with the tag before it. The form is 0
// where no weights are known for it.
type sort struct{ class, suffix, form uint32 }

// A memory that keeps this many words, with about 3 MB of sums, starts afresh.
// Sums have numbers of 16 bits: a word brings three, and a sentence has fewer
// words than what is left of them.
const (
	manyWords = 1 << 14
	manySums  = 3 * manyWords
)

// remember is a memory that holds nothing yet.
func remember(w Weights) *memory {
	const article = 1 << 10 // words; room for them saves the copies of growing
	m := &memory{
		weights: w, words: make([]lexeme, 0, article), full: make([]Word, 0, article), sums: make([]scores, 0, 2*article),
	}
	m.forget()
	return m
}

// forget empties m.
func (m *memory) forget() {
	*m = memory{
		weights: m.weights, words: m.words[:0], full: m.full[:0], wordAt: m.wordAt, sumAt: m.sumAt,
		sums:  append(m.sums[:0], scores{}, blank()),
		sorts: map[sort]uint16{}, classes: map[uint32]uint16{}, first: m.first[:0],
		written: m.written, unnumbered: m.unnumbered, // of the document that is being read
	}
	m.wordAt.clear()
	m.sumAt.clear()
	m.add(edge)
}

// add takes in a word that stands for the first time, and returns its number.
func (m *memory) add(w Word) int32 {
	s := sort{class: w.class, suffix: w.suffix[2]}
	if w.has&hasTagForm != 0 {
		s.form = w.form
	}
	m.full = append(m.full, w)
	m.words = append(m.words, lexeme{
		form: w.form, look: narrow(w.look), lanes: inLanes(w.open), has: w.has, fixed: w.Fixed,
		sort: numbered(m.sorts, s, &m.sortTags), class: numbered(m.classes, w.class, &m.nextTags),
	})
	return int32(len(m.words) - 1)
}

// narrow is a look in ten bits.
func narrow(look uint32) uint16 { return uint16(look&0x7f | look>>16&7<<7) }

// opening is the bit of a narrow look that says that no word stands before.
const opening = 1 << 7

// numbered is the number of s, which gets the next one and a row if it is new.
func numbered[T comparable](numbers map[T]uint16, s T, rows *[][Count]uint16) uint16 {
	n, ok := numbers[s]
	if !ok {
		n = uint16(len(numbers))
		numbers[s] = n
		*rows = append(*rows, [Count]uint16{})
	}
	return n
}

func (m *memory) tag(d *token.Doc) []Tag {
	tags := make([]Tag, len(d.Tokens))
	m.adopt(d)
	m.spell(d)
	for i, s := range d.Sentences {
		if len(m.words) > manyWords || len(m.sums) > manySums {
			m.forget()
		}
		m.read(d, i, tags[s.First:s.End])
		m.weigh()
		m.decide(tags[s.First:s.End])
	}
	agree(d, tags)
	verbless(d, tags)
	return tags
}

// read looks up the words of sentence i, and sets the tags that they have by
// themselves.
func (m *memory) read(d *token.Doc, i int, tags []Tag) {
	first := int(d.Sentences[i].First)
	s := Sentence{shouting: shouting(d, first, first+len(tags))}
	sentence := slices.Grow(m.sentence[:0], len(tags))[:len(tags)]
	open, n := slices.Grow(m.open[:0], len(tags))[:len(tags)], 0
	start, of := true, narrow(s.look(0, false))
	for k := range tags {
		t := &d.Tokens[first+k]
		look, form := of|uint16(t.Shape&looks), int(t.Form())
		if start {
			look |= opening
			start = t.Shape&token.Punct != 0
		}
		var p place
		if form < len(m.first) {
			p = m.first[form]
		}
		if p.look != look {
			p = m.word(&s, d, first+k, look)
		}
		sentence[k] = p.id
		switch {
		case p.fixed == moving:
			p.fixed = settled(d, first+k)
		case p.fixed == None && look&opening != 0 && m.named(d, first+k, p.id):
			p.fixed = NNP
		}
		tags[k] = p.fixed
		open[n] = int32(k)
		if p.fixed == None {
			n++ // no jump, which nothing could foresee
		}
	}
	m.sentence, m.open = sentence, open[:n]
}

// adopt makes the numbers of d's words those by which m finds its own.
func (m *memory) adopt(d *token.Doc) {
	if m.edition == d.Edition() {
		return
	}
	m.edition, m.first = d.Edition(), m.first[:0]
	for i := range m.words {
		m.words[i].next, m.words[i].listed = 0, false
	}
}

// word is the place of the word that token k, with the given look, is.
func (m *memory) word(s *Sentence, d *token.Doc, k int, look uint16) place {
	form, id := int(d.Form(k)), int32(0)
	if form < len(m.first) {
		id = m.first[form].id
	}
	for id != 0 && m.words[id].look != look {
		id = m.words[id].next
	}
	if id == 0 {
		id = m.find(s, d, k, look)
		m.list(form, id)
	}
	return place{id: id, look: look, fixed: m.words[id].fixed}
}

// list puts the word id under the number that d gives its letters, behind the look
// in which they came first, which is mostly the commonest. A word that several share
// ("4th", "5th") stays under the first.
func (m *memory) list(form int, id int32) {
	w := &m.words[id]
	if form == 0 || w.listed {
		return
	}
	if n := form + 1 - len(m.first); n > 0 {
		m.first = append(m.first, make([]place, n)...)
	}
	w.listed = true
	if p := &m.first[form]; p.id == 0 {
		*p = place{id: id, look: w.look, fixed: w.fixed}
	} else {
		w.next, m.words[p.id].next = m.words[p.id].next, id
	}
}

// find is the number of the word that token k is, by its letters.
func (m *memory) find(s *Sentence, d *token.Doc, k int, look uint16) int32 {
	form := formHash(d.Low(k))
	slot := m.wordAt.slot(form, look)
	for ; m.wordAt.ids[slot] != 0; slot = m.wordAt.next(slot) {
		id := m.wordAt.ids[slot]
		if w := &m.words[id]; w.form == form && w.look == look {
			return id
		}
	}
	id := m.add(s.read(m.weights, d, k, look&opening != 0))
	if !steady(d, k, m.words[id].fixed) {
		m.words[id].fixed = moving
	}
	if m.wordAt.put(slot, id) {
		for id := range m.words[1:] {
			w := &m.words[id+1]
			m.wordAt.refill(w.form, w.look, int32(id+1))
		}
	}
	return id
}

// weigh sums for each open word what decides on it apart from the tags before.
func (m *memory) weigh() {
	if len(m.parts) < len(m.open) {
		m.parts = make([]scores, len(m.sentence))
	}
	for i, k := range m.open {
		m.around(&m.parts[i], m.sentence[k], m.neighbour(k-1), m.neighbour(k+1))
	}
}

// neighbour is word k of the sentence, or the edge.
func (m *memory) neighbour(k int32) int32 {
	if uint(k) < uint(len(m.sentence)) {
		return m.sentence[k]
	}
	return 0
}

// around sums what the word xi and its neighbours pi and ni decide.
func (m *memory) around(sum *scores, xi, pi, ni int32) {
	m.fill(xi, pi, ni)
	x, p, n := &m.words[xi], &m.words[pi], &m.words[ni]
	class := m.nextClasses.at(n.class, x.class)
	if *class == 0 {
		*class = m.sum(mix(tNextClass, m.full[ni].class, m.full[xi].class))
	}
	look := m.looks.at(x.look, p.look)
	if *look == 0 {
		*look = m.sum(mix(tLooks, m.full[xi].look, m.full[pi].look))
	}
	sum.sum(&x.lanes, &m.sums[x.alone], &m.sums[p.before], &m.sums[n.behind], &m.sums[*class], &m.sums[*look])
	if x.has&hasPair != 0 {
		m.weights.add(mix(tPair, p.form, x.form), sum)
	}
	if x.has&hasNextPair != 0 {
		m.weights.add(mix(tNextPair, x.form, n.form), sum)
	}
}

// fill works out what words decide one by one, if it is not known yet.
func (m *memory) fill(xi, pi, ni int32) {
	var room [16]uint32
	if x := &m.words[xi]; x.alone == 0 {
		x.alone = m.sum(m.full[xi].alone(room[:0])...)
	}
	if p := &m.words[pi]; p.before == 0 {
		p.before = m.sum(m.full[pi].before(room[:0])...)
	}
	if n := &m.words[ni]; n.behind == 0 {
		n.behind = m.sum(m.full[ni].behind(room[:0])...)
	}
}

// decide sets the tags that are open, each by those of the two words before it.
func (m *memory) decide(tags []Tag) {
	for i, k := range m.open {
		t1, t2 := None, None
		if k > 0 {
			t1 = tags[k-1]
		}
		if k > 1 {
			t2 = tags[k-2]
		}
		tags[k] = m.best(&m.parts[i], m.sentence[k], m.neighbour(k+1), t1, t2)
	}
}

// best is the tag of the word xi before the word ni and behind the tags t1 and,
// before it, t2.
func (m *memory) best(parts *scores, xi, ni int32, t1, t2 Tag) Tag {
	x, n := &m.words[xi], &m.words[ni]
	tags, sortTag, nextTag := &m.tags[t1][t2], &m.sortTags[x.sort][t1], &m.nextTags[n.class][t1]
	if *tags == 0 {
		*tags = m.sum(mix(tTag1, uint32(t1), 0), mix(tTags, uint32(t1), uint32(t2)))
	}
	if *sortTag == 0 {
		*sortTag = m.sortTag(&m.full[xi], uint32(t1))
	}
	if *nextTag == 0 {
		*nextTag = m.sum(mix(tTagNextClass, uint32(t1), m.full[ni].class))
	}
	return parts.best(&x.lanes, &m.sums[*tags], &m.sums[*sortTag], &m.sums[*nextTag])
}

// sortTag works out what a word's sort and the tag before it decide.
func (m *memory) sortTag(x *Word, t1 uint32) uint16 {
	f := [...]uint32{mix(tTagSuffix, t1, x.suffix[2]), mix(tTagClass, t1, x.class), mix(tTagForm, t1, x.form)}
	if x.has&hasTagForm == 0 {
		return m.sum(f[:2]...)
	}
	return m.sum(f[:]...)
}

// sum works out the sum of the weights of features, and says where it stands.
func (m *memory) sum(features ...uint32) uint16 {
	sum := m.sums[1]
	for _, f := range features {
		m.weights.add(f, &sum)
	}
	if sum == m.sums[1] {
		return 1
	}
	return m.keep(&sum)
}

// keep is where the sum stands. Two of five are equal to another, as of two rare
// words with one ending; they stand once, so that more of them stay near the
// processor.
func (m *memory) keep(sum *scores) uint16 {
	hash := sum.hash()
	slot := m.sumAt.slot(hash, 0)
	for ; m.sumAt.ids[slot] != 0; slot = m.sumAt.next(slot) {
		if id := m.sumAt.ids[slot]; m.sums[id] == *sum {
			return uint16(id)
		}
	}
	m.sums = append(m.sums, *sum)
	if m.sumAt.put(slot, int32(len(m.sums)-1)) {
		for id := 2; id < len(m.sums); id++ {
			m.sumAt.refill(m.sums[id].hash(), 0, int32(id))
		}
	}
	return uint16(len(m.sums) - 1)
}

// grid is where a sum stands for each two small numbers; 0: not known yet.
type grid [][]uint16

// at is the place of what stands for a and b.
func (g *grid) at(a, b uint16) *uint16 {
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
func (t *table) slot(a uint32, b uint16) int {
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
func (t *table) refill(a uint32, b uint16, id int32) {
	slot := t.slot(a, b)
	for t.ids[slot] != 0 {
		slot = t.next(slot)
	}
	t.ids[slot] = id
}
