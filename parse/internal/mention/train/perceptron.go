package main

import (
	"math/rand/v2"

	"dossier/parse/internal/mention"
)

const nClasses = mention.Classes

// model is an averaged perceptron.
type model struct {
	w [mention.Size][nClasses]float64
}

// How often the examples are gone through, and how many models, each from
// another order of them, make the sum: names in the corpus are few, and one
// order's chance shows.
const (
	rounds = 5
	models = 8
)

// learn learns from the examples.
func learn(list []example) *model {
	sum := new(model)
	for seed := range uint64(models) {
		sum.learn(list, rand.New(rand.NewPCG(seed, 2)))
	}
	return sum
}

// learn adds to the sum of m what a perceptron learns, averaged over its steps.
func (m *model) learn(list []example, rnd *rand.Rand) {
	var now model
	order := rnd.Perm(len(list))
	step, total := 0.0, float64(rounds*len(list))
	for range rounds {
		rnd.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			e := &list[k]
			if got := now.best(e.features); got != e.class {
				// what is added now counts for the steps that are left
				left := (total - step) / total
				for _, f := range e.features {
					now.w[f][e.class]++
					now.w[f][got]--
					m.w[f][e.class] += left
					m.w[f][got] -= left
				}
			}
			step++
		}
	}
}

func (m *model) best(features []uint32) int {
	var s [nClasses]float64
	for _, f := range features {
		for c := range s {
			s[c] += m.w[f][c]
		}
	}
	best := 0
	for c := range s {
		if s[c] > s[best] {
			best = c
		}
	}
	return best
}

// right counts the examples that m classifies as they are.
func (m *model) right(list []example) (n int) {
	for _, e := range list {
		if m.best(e.features) == e.class {
			n++
		}
	}
	return n
}

// pack writes the weights as int8, a row of classes after the other, scaled to
// use the range.
func (m *model) pack() []byte {
	top := 1e-9
	for i := range m.w {
		for _, v := range m.w[i] {
			top = max(top, v, -v)
		}
	}
	out := make([]byte, 0, mention.Size*nClasses)
	for i := range m.w {
		for _, v := range m.w[i] {
			x := v / top * 127
			if x < 0 {
				x -= .5
			} else {
				x += .5
			}
			out = append(out, byte(int8(x)))
		}
	}
	return out
}
