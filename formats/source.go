package formats

import (
	"math"
	"sort"
	"strings"
)

// A source is text and where each of its characters stands in the raw file.
// Readers see only its text; the builder turns offsets into it into raw ranges.
//
//	raw   E F BB BF  c a f E9  0D 0A        (BOM, windows-1252, CRLF)
//	text             c a f é   \n
//	pieces           [c a f] [é] [\n]       1:1, 2 bytes for 1, 1 byte for 2
//
// What has no piece in the raw bytes (a BOM, a dropped control character) is a
// gap between pieces. Pieces cover the text in order and without gaps.
type source struct {
	text   string
	pieces []piece
	base   int     // added to the raw offset of every piece
	line   int     // line of the raw file on which the text starts, from 1
	flat   bool    // the whole text stands on one raw line, whatever newlines it has
	whole  *source // what this was cut out of, which knows the lines …
	start  int     // … and where in its text; nil if it is the whole
}

// piece says that text[at:at+n] was read from the raw bytes at raw. It is made
// of units of w bytes of text for rw raw bytes each, so that it can be cut at
// every unit: bytes copied as they are have w = rw = 1, an escape is one unit.
type piece struct {
	at, n, raw int32
	w, rw      int32
	own        bool // never joined with its neighbours
}

// maxOffset is the largest file whose offsets a piece can hold.
const maxOffset = math.MaxInt32 - 1

func (p piece) end() int32    { return p.at + p.n }
func (p piece) rawEnd() int32 { return p.raw + p.n/p.w*p.rw }

// cut is the part of p that covers text [from, to), whole units only.
func (p piece) cut(from, to int32) piece {
	head := max(0, from-p.at) / p.w
	tail := (min(to, p.end()) - p.at + p.w - 1) / p.w
	p.at, p.raw, p.n = p.at+head*p.w, p.raw+head*p.rw, (tail-head)*p.w
	return p
}

// follows reports whether p continues q as one run.
func (p piece) follows(q piece) bool {
	return !p.own && !q.own && p.w == q.w && p.rw == q.rw && q.end() == p.at && q.rawEnd() == p.raw
}

// plain is the source of UTF-8 bytes that need no change.
func plain(text string, raw int32) source {
	s := source{text: text, line: 1}
	if text != "" {
		s.pieces = []piece{{n: int32(len(text)), raw: raw, w: 1, rw: 1}}
	}
	return s
}

// find is the index of the piece that holds text offset at, starting the search
// at the hint (readers go forward, so the hint is nearly always right).
func (s *source) find(at int32, hint int) int {
	for tries := 0; tries < 8 && hint < len(s.pieces) && s.pieces[hint].at <= at; tries++ {
		if at < s.pieces[hint].end() {
			return hint
		}
		hint++
	}
	return sort.Search(len(s.pieces), func(i int) bool { return s.pieces[i].end() > at })
}

// edit replaces text[from:to] of a source by other text.
type edit struct {
	from, to int
	with     string
}

// apply returns s with the edits made, which are in order and do not overlap.
// Each replacement maps to all raw bytes of what it replaces.
func (s source) apply(edits []edit) source {
	if len(edits) == 0 {
		return s
	}
	var text strings.Builder
	text.Grow(len(s.text))
	out := s
	out.pieces = make([]piece, 0, len(s.pieces)+2*len(edits))
	at, hint := 0, 0
	keep := func(to int) {
		if at == to {
			return
		}
		for i := s.find(int32(at), hint); i < len(s.pieces) && int(s.pieces[i].at) < to; i++ {
			p := s.pieces[i].cut(int32(at), int32(to))
			p.at = int32(text.Len() + max(0, int(p.at)-at))
			out.pieces = append(out.pieces, p)
			hint = i
		}
		text.WriteString(s.text[at:to])
	}
	for _, e := range edits {
		keep(e.from)
		if e.with != "" {
			from, to := s.raw(e.from, e.to, hint)
			n := int32(len(e.with))
			out.pieces = append(out.pieces, piece{at: int32(text.Len()), n: n, raw: from, w: n, rw: to - from, own: true})
			text.WriteString(e.with)
		}
		at = e.to
	}
	keep(len(s.text))
	out.text = text.String()
	return out
}

// raw is the range of raw bytes (base not added) of text[from:to], from < to.
func (s *source) raw(from, to, hint int) (int32, int32) {
	i := s.find(int32(from), hint)
	j := s.find(int32(to-1), i)
	return s.pieces[i].cut(int32(from), int32(to)).raw, s.pieces[j].cut(int32(from), int32(to)).rawEnd()
}
