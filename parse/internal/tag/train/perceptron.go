package main

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// The settings, chosen on kept-out documents.
const (
	epochs    = 8
	rare      = 4   // a feature seen fewer times is left out
	sureFrom  = 10  // a word seen this often with one tag only is settled
	classed   = 3   // a word seen this often takes its dictionary class from GUM
	known     = 10  // a word seen this often is known by its form, not by its suffixes
	capsEvery = 8   // every so many sentences one is shown as a headline too
	forgotten = 100 // per mille of words shown as if unknown
	scale     = 6.0 // weights are stored times this
)

type rows = map[uint32][]tag.Weight

// model is the perceptron while it learns: a row of tags for each feature.
type model struct {
	index  map[uint32]int
	weight [][tag.Count]float32
	total  [][tag.Count]float64
	stamp  [][tag.Count]int32
	now    int32
}

// Train learns weights from docs.
func Train(docs []Document) tag.Weights {
	dictionary := Dictionary(docs)
	sentences := prepare(docs, tag.Weights(tag.Encode(dictionary)))
	m := &model{index: frequent(sentences)}
	m.weight = make([][tag.Count]float32, len(m.index))
	m.total = make([][tag.Count]float64, len(m.index))
	m.stamp = make([][tag.Count]int32, len(m.index))
	random := rand.New(rand.NewPCG(1, 2))
	for range epochs {
		random.Shuffle(len(sentences), func(i, j int) { sentences[i], sentences[j] = sentences[j], sentences[i] })
		for i := range sentences {
			e := sentences[i]
			e.Words = slices.Clone(e.Words)
			for k := range e.Words {
				if e.Words[k].Fixed == tag.None && random.IntN(1000) < forgotten {
					e.Forget(k)
				}
			}
			m.learn(&e)
		}
	}
	out := m.rows()
	for f, row := range dictionary {
		out[f] = row
	}
	mark(sentences, out)
	return tag.Weights(tag.Encode(out))
}

// example is a sentence with its tags.
type example struct {
	tag.Sentence
	gold []tag.Tag
}

// prepare reads the sentences of docs with the dictionary's classes.
func prepare(docs []Document, dictionary tag.Weights) []example {
	var out []example
	n := 0
	for _, d := range docs {
		for i := range d.Doc.Sentences {
			var e example
			e.Free = true
			e.Read(dictionary, d.Doc, i)
			e.gold = d.Gold[e.First : e.First+len(e.Words)]
			out = append(out, e)
			if d.Name == "" {
				out = append(out, e, e) // our own count three times
			}
			if n++; n%capsEvery != 0 {
				continue
			}
			var c example
			c.Free = true
			c.Read(dictionary, capitalised(d.Doc, i, n%(2*capsEvery) == 0), i)
			c.gold = e.gold
			out = append(out, c)
		}
	}
	return out
}

// capitalised is d with sentence i in the look of a headline: Longer Words With
// Capitals, or ALL CAPITALS. Only shapes change; that is all a feature sees.
func capitalised(d *token.Doc, i int, all bool) *token.Doc {
	c := *d
	c.Tokens = slices.Clone(d.Tokens)
	s := d.Sentences[i]
	for k := s.First; k < s.End; k++ {
		t := &c.Tokens[k]
		switch {
		case t.Shape&token.Letter == 0:
		case all && t.End-t.Start > 1:
			t.Shape |= token.Capital | token.Upper
		case t.End-t.Start > 3 || k == s.First:
			t.Shape |= token.Capital
		}
	}
	return &c
}

// frequent numbers the features that are not rare, in order of first sight.
func frequent(sentences []example) map[uint32]int {
	seen := map[uint32]int{}
	index := map[uint32]int{}
	each(sentences, func(e *example, k int) {
		for _, f := range e.Features(k) {
			if seen[f]++; seen[f] == rare {
				index[f] = len(index)
			}
		}
	})
	return index
}

// mark adds the rows that say which forms have weights together with a
// neighbour.
func mark(sentences []example, out rows) {
	each(sentences, func(e *example, k int) {
		f, has := e.Has(k, func(feature uint32) bool { return out[feature] != nil })
		if has == 0 {
			return
		}
		if out[f] != nil {
			has |= out[f][0].Tag
		}
		out[f] = []tag.Weight{{Tag: has}}
	})
}

// each calls f with each word that weights decide on, where the words before it
// have their true tags.
func each(sentences []example, f func(e *example, k int)) {
	for i := range sentences {
		e := &sentences[i]
		for k := range e.Words {
			if e.Words[k].Fixed != tag.None {
				e.Words[k].Tag = e.Words[k].Fixed
				continue
			}
			f(e, k)
			e.Words[k].Tag = e.gold[k]
		}
	}
}

// learn tags one sentence and corrects the weights where the tag is wrong.
func (m *model) learn(e *example) {
	var known []int
	for k := range e.Words {
		if e.Words[k].Fixed != tag.None || e.gold[k] == tag.None || e.gold[k] == tag.LS {
			e.Words[k].Tag = e.Words[k].Fixed
			continue
		}
		known = known[:0]
		var scores [tag.Count]float32
		for _, f := range e.Features(k) {
			if i, ok := m.index[f]; ok {
				known = append(known, i)
				for t := range scores {
					scores[t] += m.weight[i][t]
				}
			}
		}
		guess := best(e, k, &scores)
		m.now++
		if gold := e.gold[k]; guess != gold {
			for _, i := range known {
				m.update(i, gold, +1)
				m.update(i, guess, -1)
			}
		}
		e.Words[k].Tag = guess
	}
}

func best(e *example, k int, scores *[tag.Count]float32) tag.Tag {
	best := tag.NN
	for t := range tag.Count {
		if scores[t] > scores[best] && e.May(k, t) {
			best = t
		}
	}
	return best
}

// update changes one weight and keeps its sum over time.
func (m *model) update(i int, t tag.Tag, by float32) {
	m.total[i][t] += float64(m.now-m.stamp[i][t]) * float64(m.weight[i][t])
	m.stamp[i][t] = m.now
	m.weight[i][t] += by
}

// rows are the averaged weights as they are stored, zeros left out.
func (m *model) rows() rows {
	out := rows{}
	for f, i := range m.index {
		for t := range m.weight[i] {
			sum := m.total[i][t] + float64(m.now-m.stamp[i][t])*float64(m.weight[i][t])
			v := math.Round(sum / float64(m.now) * scale)
			if v = max(-127, min(127, v)); v != 0 {
				out[f] = append(out[f], tag.Weight{Tag: tag.Tag(t), Value: int8(v)})
			}
		}
	}
	return out
}

// Dictionary lists which tags each word took: its class for the features, and
// the words that are settled.
func Dictionary(docs []Document) rows {
	counts := map[uint32]*[tag.Count]int{}
	for _, d := range docs {
		for i, gold := range d.Gold {
			form := tag.Form(d.Doc.Low(i))
			if counts[form] == nil {
				counts[form] = new([tag.Count]int)
			}
			counts[form][gold]++
		}
	}
	out := rows{}
	lexicon := Lexicon()
	for _, form := range slices.Sorted(maps.Keys(lexicon)) {
		f, tags := tag.Form(form), lexicon[form]
		if counts[f] == nil {
			counts[f] = new([tag.Count]int)
		}
		out[f] = entry(counts[f], tags)
	}
	for f, count := range counts {
		if out[f] == nil {
			out[f] = entry(count, nil)
		}
	}
	maps.DeleteFunc(out, func(_ uint32, row []tag.Weight) bool { return len(row) == 0 })
	return out
}

// entry is a word's dictionary entry: the tags it took, from the commonest down
// as far as a twentieth, and those the lexicon gives.
func entry(count *[tag.Count]int, lexicon []tag.Tag) []tag.Weight {
	sum := 0
	for _, n := range count[tag.CC:] {
		sum += n
	}
	var tags []tag.Tag
	for t := tag.CC; t < tag.Count; t++ {
		if count[t] > 0 && count[t]*20 >= sum && (sum >= classed || tag.Closed(t)) {
			tags = append(tags, t)
		}
	}
	if sum >= classed && len(tags) > 0 {
		slices.SortStableFunc(tags, func(a, b tag.Tag) int { return count[b] - count[a] })
		if top := tags[0]; sum >= sureFrom && count[top]*100 >= sum*99 {
			return []tag.Weight{{Tag: top, Value: tag.Sure}}
		}
	}
	for _, t := range lexicon {
		if !slices.Contains(tags, t) {
			tags = append(tags, t)
		}
	}
	if len(tags) == 1 && len(lexicon) > 0 {
		return []tag.Weight{{Tag: tags[0], Value: tag.Sure}}
	}
	var row []tag.Weight
	value := int8(1)
	if sum >= known {
		value = tag.Known
	}
	for _, t := range tags {
		row = append(row, tag.Weight{Tag: t, Value: value})
	}
	return row
}
