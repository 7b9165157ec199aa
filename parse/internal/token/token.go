// Package token cuts blocks of text into sentences and tokens with offsets.
//
// Tokens follow the Penn Treebank, hyphenated words whole: do|n't, can|not,
// minister|'s, U.S., Sept., 12.5|%, US$|5, "--" and "..." as one token, URLs,
// mail addresses, @handles and #tags whole. White space, controls and invisible
// marks of direction lie in no token; everything else does. A sentence never
// crosses a block and has at most about a thousand tokens.
//
// The package knows characters and abbreviations; it does not know parts of
// speech or meaning: whether an apostrophe alone closes a quotation or marks a
// possessive, package tag says.
//
// All later stages work on one shared Doc, by index into its Tokens, so that no
// token costs an allocation.
package token

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
)

// Doc is the text of an article with the tokens of its readable blocks. It is
// never changed between Split and Release.
type Doc struct {
	Text      string
	Lower     string // Text lower-cased letter by letter, byte offsets unchanged (’ stays ’)
	Tokens    []Token
	Sentences []Sentence
	Blocks    []Block
	lows      []string // the tokens' words in lower case
	hashes    []uint64 // of the tokens' words, until they are numbered
	forms     *forms   // perhaps those of another, see SplitBeside
	own       *forms   // that go where the memory of the document goes
}

// Token is one word, number or mark: bytes [Start, End) of Doc.Text.
type Token struct {
	Start, End int32
	Sentence   int32 // index into Doc.Sentences
	Shape      Shape
	form       uint16 // its number, see Doc.Form
}

// Shape is what a token looks like.
type Shape uint16

// The shapes; a token has several.
const (
	Letter  Shape = 1 << iota // holds a letter
	Digit                     // holds a digit
	Capital                   // first letter is upper case
	Upper                     // two letters or more, all upper case
	Punct                     // neither letter nor digit
	Space                     // white space, or the block's start, stands before it
	Hyphen                    // a word with a hyphen inside
	Mark                      // a quotation mark, or an apostrophe alone
	Plain                     // the letters a to z and nothing else, the first perhaps upper case
)

// Sentence is the tokens [First, End) of one sentence.
type Sentence struct {
	First, End int32
	Block      int32 // index into Doc.Blocks
}

// Block is the sentences [First, End) of one readable block.
type Block struct {
	First, End int32
	Index      int32 // index into the article's blocks
	Kind       article.BlockKind
	Span       article.Span
}

// Lower is text in lower case as Doc.Lower has it: every byte offset holds.
func Lower(text string) string { return lexicon.Lower(text) }

// Word is the text of token i.
func (d *Doc) Word(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// Low is the text of token i in lower case.
func (d *Doc) Low(i int) string { return d.lows[i] }

// Is reports whether token i has all the shapes of s.
func (d *Doc) Is(i int, s Shape) bool { return d.Tokens[i].Shape&s == s }

// Span is the bytes that the tokens [first, end) cover, first to last; empty
// at first's start if there are none.
func (d *Doc) Span(first, end int) article.Span {
	if first >= end {
		s := len(d.Text)
		if first < len(d.Tokens) {
			s = int(d.Tokens[first].Start)
		}
		return article.Span{Start: s, End: s}
	}
	return article.Span{Start: int(d.Tokens[first].Start), End: int(d.Tokens[end-1].End)}
}
