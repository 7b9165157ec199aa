// Package quote finds reported speech: what is said, by which words it is
// reported, and which words of the text name the source, the carrier and the
// addressee.
//
// Candidates are cue words of a lexicon; ordered rules (rules.go) propose a
// quote for a cue or for a quoted string, precise rules first, and a later rule
// fills only what is still open. The source it gives is local ("he", "the
// minister"); whom these words mean is decided in package actor. It reads no
// mood or stance, and it never guesses a speaker for words that may be anyone's:
// such a quotation stays without one.
//
// # Confidence
//
// The confidence of a quote is the share of quotes like it that are right: the
// words are someone's (they and what a reader marked share at least half of what
// they cover together, or the quoted string is the same), and the words given for the speaker, if any,
// name the one who said them. It is the rule's own share plus what each named
// feature adds or takes, in steps of 0.02. Both were counted on 840 news articles
// of the PolNeAR corpus in which readers had marked who said what, and rounded;
// no other figure was taken from there. What came out:
//
//	confidence   quotes   right
//	.95 – .99      2793     .98
//	.80 – .94      4788     .86
//	.70 – .79      1577     .71
//	.60 – .69      2568     .69
//	.50 – .59      1915     .55
//	.40 – .49       668     .41
//	.30 – .39       232     .41
//
// Words without quotation marks that come to less than .30 are left alone.
package quote

import (
	"slices"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Source is the words that name a speaker, carrier or addressee.
type Source struct {
	First, End int32 // tokens
	Head       int32
	Mention    int32 // index into mention.Set.Mentions, -1 if no mention has this head
	Several    bool  // "and" joins others to the head, who is named first
}

// Quote is one piece of reported speech before its words are resolved.
type Quote struct {
	Kind       article.QuoteKind
	Spans      []article.Span // content, bytes
	Speaker    *Source
	CueFirst   int32 // tokens of the cue; equal if there is none
	CueEnd     int32
	CueLemma   string
	Via        *Source
	Addressee  *Source
	Said       article.Span // words that tell when ("on Wednesday"); empty if none
	Block      int32        // index into the article's blocks
	First, End int32        // tokens that the content covers, first to last
	Rule       string
	Confidence float64
	Features   []article.Feature
	Turn       bool // a turn of a transcript or interview: spoken so, without marks
	weak       bool // the cue does not report by trade
	mental     bool // the cue tells what somebody thinks
}

// Release leaves the memory of quotes to another Find. Nobody may use the list
// after it; what its quotes point to stays.
func Release(quotes []Quote) {
	clear(quotes)
	quotes = quotes[:0]
	lists.Put(&quotes)
}

// Find finds the reported speech of d, in text order.
func Find(d *token.Doc, tags []tag.Tag, marks *quotemark.Set, mentions *mention.Set) []Quote {
	r := newReader(d, tags, marks, mentions)
	r.turns()
	r.readTurns()
	r.readInterview()
	r.insideTurns(true)
	for b := range d.Blocks {
		r.block(b)
	}
	r.insideTurns(false)
	r.signedBlocks()
	r.finish()
	slices.SortStableFunc(r.out, func(a, b Quote) int {
		if a.Spans[0].Start != b.Spans[0].Start {
			return a.Spans[0].Start - b.Spans[0].Start
		}
		return b.Spans[len(b.Spans)-1].End - a.Spans[len(a.Spans)-1].End
	})
	return r.release()
}

// Strings finds the quoted strings alone, without cue or speaker: what can be
// read of a language whose words the lexicon does not hold.
func Strings(d *token.Doc, marks *quotemark.Set) []Quote {
	r := newReader(d, make([]tag.Tag, len(d.Tokens)), marks, &mention.Set{})
	for p := range marks.Pairs {
		if r.speech(p) && !marks.Pairs[p].Unclosed {
			r.alone(p, r.blockOf(int(marks.Pairs[p].Open)))
		}
	}
	return r.release()
}
