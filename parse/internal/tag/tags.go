package tag

import (
	_ "embed"
	"math/bits"
	"sync"

	"dossier/parse/internal/token"
)

//go:embed weights.bin
var weights Weights

// memories are kept from one text to the next: what they hold depends on the
// weights alone.
var memories = sync.Pool{New: func() any { return &memory{weights: weights} }}

// Tags returns the tag of every token of d.
func Tags(d *token.Doc) []Tag {
	m := memories.Get().(*memory)
	defer memories.Put(m)
	return m.tags(d)
}

// Tags returns the tag of every token of d by these weights.
func (w Weights) Tags(d *token.Doc) []Tag {
	m := memory{weights: w}
	return m.tags(d)
}

// memory keeps the sums of the parts that come again and again.
type memory struct {
	weights Weights
	slots   [keptRoles][512]slot // by role, since best holds one of each
}

// slot holds the sum of a part.
type slot struct {
	full bool
	a, b uint32
	sum  scores
}

func (m *memory) tags(d *token.Doc) []Tag {
	tags := make([]Tag, len(d.Tokens))
	var s Sentence
	for i := range d.Sentences {
		s.Read(m.weights, d, i)
		for k := range s.Words {
			t := s.Words[k].Fixed
			if t == None {
				t = m.best(&s, k)
			}
			s.Words[k].Tag = t
			tags[s.First+k] = t
		}
	}
	return tags
}

// best is the tag of word k, for which all words before have theirs: the one
// with the highest score among those it may take.
func (m *memory) best(s *Sentence, k int) Tag {
	sum := blank() // for the parts that are not kept
	parts := s.parts(k)
	for i := range parts {
		m.add(&parts[i], &sum)
	}
	best, top := NN, sum.of(NN)
	for open := s.Words[k].open & scored; open != 0; open &= open - 1 {
		t := Tag(bits.TrailingZeros64(open))
		if score := sum.of(t); score > top {
			best, top = t, score
		}
	}
	return best
}

// add adds the weights of a part to the sum.
func (m *memory) add(p *part, sum *scores) {
	if p.role >= keptRoles {
		m.weights.add(mix(templates[p.role], p.a, p.b), sum)
		return
	}
	slot := &m.slots[p.role][mix(0, p.a, p.b)%512]
	if !slot.full || slot.a != p.a || slot.b != p.b {
		*slot = m.fill(p)
	}
	for i := range sum {
		sum[i] += slot.sum[i]
	}
}

// fill works out the sum of a part.
func (m *memory) fill(p *part) slot {
	s := slot{full: true, a: p.a, b: p.b, sum: blank()}
	var room [16]uint32
	for _, f := range p.features(room[:0]) {
		m.weights.add(f, &s.sum)
	}
	return s
}
