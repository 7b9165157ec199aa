package mention

import (
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Size is the number of rows in the table of name weights. Features are hashed
// into it: at some 20,000 distinct ones, few of which weigh, a clash is rare
// and costs little.
const (
	Size     = 1 << sizeBits
	sizeBits = 14
)

// Candidate is a run of capitalised words, tokens [First, End), with its hashed
// features, as the training command sees it.
type Candidate struct {
	First, End int
	Features   []uint32
	Adjective  bool // a demonym: not classified
}

// Candidates returns the runs of d.
func Candidates(d *token.Doc, tags []tag.Tag) []Candidate {
	m := new(room)
	r := runner{room: m, lexed: m.read(d), tags: tags}
	r.all()
	list := make([]Candidate, len(r.runs))
	for i := range r.runs {
		n := &r.runs[i]
		r.enter(n.first)
		list[i] = Candidate{First: n.first, End: n.end, Adjective: n.e != nil && n.e.what == fromDemonym}
		list[i].Features = r.contextFeatures(n, r.wordFeatures(n, nil))
	}
	return list
}

// hashed collects features of one run.
type hashed []uint32

// add appends the feature with the given number and word.
func (h *hashed) add(id byte, word string) { h.put(id, lexicon.Sum(word)) }

func (h *hashed) put(id byte, sum uint64) {
	*h = append(*h, uint32((sum+uint64(id))*0x9E3779B97F4A7C15>>(64-sizeBits)))
}

// flag appends a feature without a word.
func (h *hashed) flag(id byte, yes bool) {
	if yes {
		h.put(id, 0)
	}
}

// wordFeatures describes the words of the run n: what the tables know of them,
// and their shape. It appends to h.
func (r *runner) wordFeatures(n *run, h hashed) hashed {
	d, first, last := r.d, n.first, n.end-1
	h.put(0, 0)
	h.add(1, d.Low(first))
	h.add(2, d.Low(last))
	for i := first + 1; i < last; i++ {
		h.add(3, d.Low(i))
	}
	h.add(4, r.key(n.first, n.end))
	h.add(5, ending(d.Low(last), 3))
	h.add(6, ending(d.Low(last), 2))
	h.add(7, ending(d.Low(first), 3))
	h.add(8, "12345"[min(last-first, 4):min(last-first, 4)+1])
	h.flag(9, d.Is(last, token.Upper))
	h.flag(10, d.Is(first, token.Upper))
	h.flag(11, d.Is(last, token.Hyphen))
	h.flag(12, d.Is(last, token.Digit))
	h.flag(13, r.givenName(first))
	h.flag(14, last > first && r.givenName(first) && !d.Is(last, token.Upper))
	h.flag(15, r.givenName(last))
	if r.is(last, aHead) {
		h.add(16, string(r.headKind(last)))
	}
	h.flag(17, last > first && r.headIn(first, last))
	h.flag(18, r.is(last, placeLast))
	h.flag(19, r.is(last, thingLast))
	h.flag(40, r.is(first, placeFirst))
	h.flag(41, r.is(first, thingFirst))
	h.flag(20, r.is(last, company))
	h.flag(42, r.is(last, generation))
	h.flag(37, r.is(first, ordinary))
	h.flag(38, r.is(last, ordinary))
	h.flag(39, last > first && !r.is(first, ordinary) && !r.is(last, ordinary))
	r.tableFeatures(&h, n)
	return h
}

func (r *runner) tableFeatures(h *hashed, n *run) {
	if n.e != nil {
		h.add(21, string(n.e.kind()))
		h.flag(22, n.e.weak)
		return
	}
	if e, stop := r.entry(n.first, n.end); e != nil && stop < n.end {
		h.add(23, string(e.kind()))
	}
	h.flag(24, r.ofInside(n.first, n.end))
	initial := false
	joined := false
	for i := n.first; i < n.end; i++ {
		w := r.d.Word(i)
		initial = initial || len(w) == 2 && w[1] == '.'
		joined = joined || r.is(i, particle)
	}
	h.flag(25, initial)
	h.flag(26, joined)
}

// contextFeatures describes the place of the run n. It appends to h.
func (r *runner) contextFeatures(n *run, h hashed) hashed {
	d := r.d
	before := "<"
	if n.first > r.first {
		before = d.Low(n.first - 1)
		h.add(27, tagName(r.tags[n.first-1]))
		if n.first-1 > r.first {
			h.add(28, d.Low(n.first-2))
		}
	}
	h.add(29, before)
	if n.first > r.first && r.is(n.first-1, aRole) {
		h.add(30, classNames[r.word(n.first-1).role])
	}
	h.flag(31, n.honor)
	h.flag(32, n.initial)
	after := ">"
	if n.end < r.end {
		after = d.Low(n.end)
		h.add(33, tagName(r.tags[n.end]))
		if n.end+1 < r.end {
			h.add(34, d.Low(n.end+1))
		}
		if r.is(n.end, aRole) {
			h.add(35, classNames[r.word(n.end).role])
		}
	}
	h.add(36, after)
	return h
}

// tagName is a one-letter string for t, so that tags hash without a table.
func tagName(t tag.Tag) string { return letters[t : t+1] }

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

func ending(w string, n int) string {
	if len(w) <= n {
		return w
	}
	return w[len(w)-n:]
}
