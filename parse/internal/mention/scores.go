package mention

import _ "embed"

// weights hold a row of Classes int8 per hashed feature: an averaged perceptron
// trained by the command in train on GUM (the Georgetown University Multilayer
// corpus, annotations CC BY 4.0, texts CC BY or public domain).
//
//go:embed names.bin
var weights string

// The classes of names.
const (
	Person  = iota
	Body    // any organisation or group
	Place   // a place or country
	Thing   // no actor: a law, a work, an event, a product
	Classes // how many there are
)

// scores is the evidence for each class of name.
type scores [Classes]int32

// best is the class with the highest score, the first of equal ones.
func (s *scores) best() int {
	class := 0
	for c := 1; c < Classes; c++ {
		if s[c] > s[class] {
			class = c
		}
	}
	return class
}

// weigh sums the weights of features.
func (s *scores) weigh(features []uint32) {
	if len(weights) < Size*Classes {
		return
	}
	for _, f := range features {
		row := weights[f*Classes : f*Classes+Classes]
		s[Person] += int32(int8(row[Person]))
		s[Body] += int32(int8(row[Body]))
		s[Place] += int32(int8(row[Place]))
		s[Thing] += int32(int8(row[Thing]))
	}
}
