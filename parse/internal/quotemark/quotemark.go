// Package quotemark pairs quotation marks, paragraph by paragraph, and tells
// by its shape what a quoted string is: speech, a fragment of speech, a scare
// quote, or a title.
//
// It knows marks and the look of what they enclose, not who spoke.
package quotemark

import (
	"sync"

	"dossier/article"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Use is what a quoted string is, as far as its shape tells.
type Use uint8

// The uses.
const (
	Speech   Use = iota // a sentence or clause of someone
	Fragment            // a few words of someone, inside another's sentence
	Scare               // one or two words held at a distance, a slogan, a nickname
	Title               // the title of a work, a programme, a ship
)

// Pair is an opening mark and its partner.
type Pair struct {
	Open  int32        // token of the opening mark
	Close int32        // token of the closing mark; the block's end token if there is none
	Inner article.Span // bytes between the marks
	Words int32        // words between the marks
	Depth int8         // 0: outermost
	Use   Use
	// Unclosed: no closing mark in the paragraph, and the next does not go on.
	Unclosed bool
	// Continues: no closing mark, the next paragraph opens again with one.
	Continues bool
	// Continued: the paragraph before was left open, this goes on with it.
	Continued bool
}

// Set is the pairs of a document in text order, an outer pair before its inner
// ones.
type Set struct {
	Pairs []Pair
	at    []int32 // token -> innermost pair around it, -1 outside
	outer []int32 // pair -> the outermost around it, or itself
}

// At is the index of the innermost pair that encloses token i (its marks
// included), or -1.
func (s *Set) At(i int) int { return int(s.at[i]) }

// Outer is the index of the outermost pair that encloses token i, or -1.
func (s *Set) Outer(i int) int {
	if p := s.At(i); p >= 0 {
		return int(s.outer[p])
	}
	return -1
}

// sets are those whose memory may be used again.
var sets = sync.Pool{New: func() any { return new(Set) }}

// Release leaves the memory of s to another Find. Nobody may use s after it.
func (s *Set) Release() { sets.Put(s) }

// Find pairs the marks of d. Its cost is linear in the number of tokens: the
// nesting that it follows is bounded by maxDepth. Who calls Release on what it
// returns saves the next Find an allocation.
func Find(d *token.Doc, tags []tag.Tag) *Set {
	s := sets.Get().(*Set)
	f := finder{d: d, tags: tags, pairs: s.Pairs[:0]}
	for b := range d.Blocks {
		f.block(b)
	}
	f.finish(s)
	return s
}
