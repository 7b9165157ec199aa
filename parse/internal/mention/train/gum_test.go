package main

import (
	"testing"

	"dossier/parse/internal/mention"
)

const sample = `# newdoc id = x
# newpar
1	Ada	Ada	PROPN	NNP	_	2	compound	_	Entity=(1-person-new-sssss-cf1-1,2-sgl
2	Brenn	Brenn	PROPN	NNP	_	3	nsubj	_	Entity=1)
3	left	leave	VERB	VBD	_	0	root	_	_
4-5	Torvik's	_	_	_	_	_	_	_	_
4	Torvik	Torvik	PROPN	NNP	_	6	nmod	_	Entity=(2-event-new-nnsnn-cf2-3-sgl(3-place-new-sssss-cf3-1-sgl)
5	's	's	PART	POS	_	4	case	_	_
6	fair	fair	NOUN	NN	_	3	obj	_	SpaceAfter=No|Entity=2)
7	.	.	PUNCT	.	_	3	punct	_	_

`

func TestRead(t *testing.T) {
	g := read(sample)
	if want := "Ada Brenn left Torvik's fair.\n\n"; g.text != want {
		t.Fatalf("text %q, want %q", g.text, want)
	}
	for _, c := range []struct {
		start, end, class int
	}{
		{0, 9, mention.Person},  // Ada Brenn
		{15, 23, mention.Place}, // Torvik's
		{24, 28, mention.Thing}, // fair
		{10, 14, mention.Thing}, // left: no entity
	} {
		if got := g.class(c.start, c.end); got != c.class {
			t.Errorf("%q is of class %d, want %d", g.text[c.start:c.end], got, c.class)
		}
	}
}

func TestLearn(t *testing.T) {
	list := []example{{[]uint32{1, 2}, 0}, {[]uint32{1, 3}, 1}, {[]uint32{4}, 2}, {[]uint32{2, 3}, 3}}
	a, b := learn(list), learn(list)
	if n := a.right(list); n != len(list) {
		t.Errorf("%d right of %d separable examples", n, len(list))
	}
	if string(a.pack()) != string(b.pack()) {
		t.Error("training twice gives two sets of weights")
	}
}
