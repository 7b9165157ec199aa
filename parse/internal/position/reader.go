package position

import (
	"slices"
	"sync"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// reader holds one document, and the sentence that is being read.
type reader struct {
	room
	in       Input
	d        *token.Doc
	ms       []mention.Mention
	lex      *words
	actors   []article.Actor    // the article's, and the states founded here
	enlisted int                // how many of those have an id
	founded  map[foundation]int // those founded -> actor
	named    map[string]int     // lower-case name -> actor, when needed
	voice    voice              // who speaks without quotation marks
	adopted  []adopted          // first persons that a voice owns

	nextMention int   // the first that is not behind the tokens read
	sentenceOf  int   // index of the sentence
	first, end  int   // tokens of the sentence
	seen        kinds // kinds of the words in the sentence that can open a cue
	phraseBase  int   // of the indices in at
	colon       bool  // a colon stands in the sentence, behind which somebody may speak
	compound    bool  // a word of it is a compound
	reported    bool  // someone's words stand in it
	readFrom    int   // where readArgs starts, or -1
	readArgs    args  // what argsFrom read last
	trial       draft // the one that the turns look at
	deed        bool  // the target that is being resolved suffers a deed

	lastClause clauseAt // of the last sentence that was read

	probe    func(*reader, *draft, *chain) // tests look at drafts before the turns
	thorough bool                          // tests read every sentence to its end
}

// room is memory that one document leaves to the next. Nothing in it is seen
// outside of the reader.
type room struct {
	tags       []tag.Tag // of the document, mended
	number     []uint16  // token -> its word in the tables (words.number), or 0
	mentionOf  []int32   // token -> mention that has it as head, or -1
	quoteOf    []int32   // token -> innermost quote around it, or -1
	principals []int32   // actor -> for whom it speaks; 0 not known yet, else index + 2

	// of the sentence
	ps       []mention.Phrase
	at       []int32 // token, from the first -> phrase, whose index is phraseBase higher; below that if none
	heads    []int32 // of those
	groups   []group
	spots    []int    // tokens that mend looks at
	openers  []int    // tokens whose words open cues
	seconds  []second // tokens that are second words of cues
	attempts []attempt
	cues     []cue
	drafts   []draft

	found     []*found              // the positions of the document
	slabs     []*[foundAtOnce]found // where they stand
	listRoom  []int                 // where lists of phrases lie
	partyRoom []party               // and lists of parties
}

var readers = sync.Pool{New: func() any { return new(reader) }}

// numbers are those of words in the stance tables.
var numbers = token.NewMemo(func(low string) int { return table().number(low) })

// newReader is a reader of in, with the memory of one that has been released.
func newReader(in Input) *reader {
	r := readers.Get().(*reader)
	*r = reader{room: r.room, in: in, d: in.Doc, ms: in.Mentions.Mentions, lex: table(), voice: noVoice}
	n := len(in.Doc.Tokens)
	r.tags = append(r.tags[:0], in.Tags...)
	r.number = slices.Grow(r.number[:0], n)[:n]
	r.d.Recall(numbers, r.number)
	r.mentionOf, r.quoteOf = token.Unset(r.mentionOf, n), token.Unset(r.quoteOf, n)
	for i := range r.ms {
		if h := r.ms[i].Head; r.mentionOf[h] < 0 || r.ms[r.mentionOf[h]].Phrase < 0 {
			r.mentionOf[h] = int32(i)
		}
	}
	for i := range in.Quotes {
		r.enterQuote(i)
	}
	r.actors = in.Actors.Actors // what is founded goes behind them
	r.principals = slices.Grow(r.principals[:0], len(r.actors))[:len(r.actors)]
	clear(r.principals)
	return r
}

// release leaves the memory of r to another reader.
func (r *reader) release() {
	clear(r.drafts[:cap(r.drafts)]) // they hold on to words
	for i := range (len(r.found) + foundAtOnce - 1) / foundAtOnce {
		clear(r.slabs[i][:])
	}
	clear(r.found)
	r.found = r.found[:0]
	*r = reader{room: r.room}
	readers.Put(r)
}

// enterQuote marks the tokens of quote i; an inner quote, which stands later or
// is shorter, wins.
func (r *reader) enterQuote(i int) {
	q := &r.in.Quotes[i]
	spans := q.Spans // in text order, as the tokens are
	for t := q.First; t < q.End && int(t) < len(r.quoteOf); t++ {
		at := int(r.d.Tokens[t].Start)
		for len(spans) > 0 && spans[0].End <= at {
			spans = spans[1:]
		}
		if len(spans) == 0 {
			return
		}
		if at < spans[0].Start {
			continue
		}
		if o := r.quoteOf[t]; o >= 0 {
			if w := &r.in.Quotes[o]; w.End-w.First < q.End-q.First {
				continue
			}
		}
		r.quoteOf[t] = int32(i)
	}
}

// maxSentence is the length in tokens above which a sentence is no prose but a
// table or a list, and is not read: looks back and forth in a sentence may then
// be linear without the whole becoming slow.
const maxSentence = 400

// sentence reads the positions of sentence s.
func (r *reader) sentence(s int) {
	r.first, r.end, r.sentenceOf = int(r.d.Sentences[s].First), int(r.d.Sentences[s].End), s
	if r.end-r.first > maxSentence {
		return
	}
	also := r.opensAlso()
	if !r.anyCue() && !r.colon && !also {
		return
	}
	r.listRoom, r.partyRoom = r.listRoom[:0], r.partyRoom[:0]
	r.phrases()
	r.mend()
	if !r.hopeful() && !r.thorough && !also {
		return
	}
	r.readHeads()
	r.readFrom = -1
	r.verbGroups()
	r.readFrom = -1 // read while the groups were still changing
	r.listen()
	r.matchCues()
	r.drafts = r.drafts[:0]
	for i := len(r.cues) - 1; i >= 0; i-- { // what is embedded first
		r.apply(&r.cues[i])
	}
	for i := range scans {
		if scans[i].needs == 0 || scans[i].needs&r.seen != 0 {
			scans[i].scan(r)
		}
	}
}

// tagSet is a set of tags.
type tagSet uint64

func setOf(t tag.Tag) tagSet { return 1 << (t & 63) }

// verbTags, nounTags and openingTags are those of verbs, of nouns, and of the words
// that open cues.
const (
	verbTags    = 1<<tag.VB | 1<<tag.VBD | 1<<tag.VBG | 1<<tag.VBN | 1<<tag.VBP | 1<<tag.VBZ
	nounTags    = 1<<tag.NN | 1<<tag.NNS | 1<<tag.NNP | 1<<tag.NNPS
	openingTags = verbTags | nounTags | 1<<tag.JJ
)

// mended are the tags of the tokens at which mend looks.
const mended = 1<<tag.VB | 1<<tag.VBZ | 1<<tag.VBG | 1<<tag.JJ | 1<<tag.MD | 1<<tag.DT | 1<<tag.POS

// second is a token that is the second word of cues, with its number as such.
type second struct {
	at   int
	word uint16
	from uint64 // bits of the second words from here to the end of the sentence
}

// bit is a bit for the second word n; words whose numbers end alike share one.
func bit(n uint16) uint64 { return 1 << (n % 64) }

// anyCue collects the tokens that can open a cue. A sentence without one, and
// without a word that the scans look for, holds no position.
func (r *reader) anyCue() bool {
	r.openers, r.seconds, r.spots = r.openers[:0], r.seconds[:0], r.spots[:0]
	r.seen, r.colon, r.compound = 0, false, false
	for i := r.first; i < r.end; i++ {
		t, n := r.tags[i], r.number[i]
		if setOf(t)&mended != 0 {
			r.spots = append(r.spots, i)
		}
		if n <= numbering {
			r.colon = r.colon || t == tag.PunctColon && r.d.Word(i) == ":"
			continue
		}
		f := r.facts(i)
		if f.second != 0 {
			r.seconds = append(r.seconds, second{at: i, word: f.second})
		}
		if n&sought != 0 {
			c, _ := r.compoundAt(i)
			r.compound = r.compound || c != nil
		}
		switch {
		case setOf(t)&openingTags != 0:
		case t == tag.MD:
			r.seen |= f.kinds
			continue
		case t == tag.IN || t == tag.RP || t == tag.RB:
			if !opensPhrase(r.low(i)) || t == tag.IN && r.low(i) == "against" && !r.isBefore(i) {
				continue
			}
		default:
			continue
		}
		r.seen |= f.kinds
		if f.list != 0 {
			r.openers = append(r.openers, i)
		}
	}
	r.reported = r.anyQuote()
	return r.attempt() || r.seen&(kTrigger|kGood|kBad|kDuty|kIdiom|kDamage|kBenefit) != 0 && r.reported || r.compound
}

// anyQuote reports that a word of the sentence is somebody's.
func (r *reader) anyQuote() bool {
	for _, q := range r.quoteOf[r.first:r.end] {
		if q >= 0 {
			return true
		}
	}
	return false
}

// isBefore reports a verb right before token i, an adverb apart: "is against", "is not against".
func (r *reader) isBefore(i int) bool {
	i--
	if i > r.first && r.tags[i] == tag.RB {
		i--
	}
	if i < r.first {
		return false
	}
	switch r.low(i) {
	case "is", "are", "was", "were", "am", "'m", "’m", "'re", "’re", "'s", "’s", "be":
		return true
	}
	return false
}

// opensPhrase reports the prepositions that are the first word of a cue.
func opensPhrase(w string) bool {
	switch w {
	case "in", "at", "up", "on", "alongside", "along", "together", "fully", "firmly", "squarely", "solidly", "against", "too":
		return true
	}
	return false
}

func (r *reader) low(i int) string  { return r.d.Low(i) }
func (r *reader) word(i int) string { return r.d.Word(i) }

// phraseAt is the phrase of the sentence that holds token i; below 0 if none does.
func (r *reader) phraseAt(i int) int {
	if i < r.first || i >= r.end {
		return -1
	}
	return int(r.at[i-r.first]) - r.phraseBase
}

// setPhrase makes p the phrase of token i of the sentence.
func (r *reader) setPhrase(i, p int) { r.at[i-r.first] = int32(p + r.phraseBase) }

// kinds are the kinds of the word at token i.
func (r *reader) kinds(i int) kinds {
	if i < 0 {
		return 0
	}
	return r.facts(i).kinds
}

// facts is what the tables know of the word at token i.
func (r *reader) facts(i int) *facts { return &r.lex.facts[r.number[i]&numbering] }

// entries are the cues that the word at token i opens, longest first.
func (r *reader) entries(i int) []*entry { return r.lex.entriesOf(r.facts(i)) }

// inflected reports a form of a verb that is not its lemma.
func (r *reader) inflected(i int) bool { return r.facts(i).base != 0 }

// base is the lemma of the verb at token i in lower case; the word itself if it
// is no form of another.
func (r *reader) base(i int) string {
	if b := r.facts(i).base; b != 0 {
		return r.lex.bases[b]
	}
	return r.low(i)
}

// head is the head token of phrase p.
func (r *reader) head(p int) int { return int(r.heads[p]) }

// readHeads finds the heads of the phrases, once no phrase changes any more.
func (r *reader) readHeads() {
	r.heads = r.heads[:0]
	for p := range r.ps {
		r.heads = append(r.heads, int32(r.findHead(p)))
	}
}

// findHead is the head token of phrase p. A day behind a name ("Ada Brenn today")
// is no head.
func (r *reader) findHead(p int) int {
	h := int(r.ps[p].Head)
	if r.mentionOf[h] >= 0 {
		return h
	}
	if m := r.endMention(p); m >= 0 {
		return int(r.ms[m].Head) // "King Abdullah II"
	}
	if h+1 < r.end && r.mentionOf[h+1] >= 0 && int(r.ms[r.mentionOf[h+1]].First) <= h {
		return h + 1 // the number of "Abdullah II" stands in no phrase of the name
	}
	if r.kinds(h)&kTime != 0 {
		for i := h - 1; i >= int(r.ps[p].First) && i >= h-2; i-- {
			if r.mentionOf[i] >= 0 && r.tags[i+1] != tag.POS {
				return i
			}
		}
	}
	return h
}

// endMention is the mention that ends with phrase p, or -1.
func (r *reader) endMention(p int) int {
	ph := &r.ps[p]
	for i := int(ph.End) - 1; i >= int(ph.First) && i >= int(ph.End)-3; i-- {
		if m := r.mentionOf[i]; m >= 0 && r.ms[m].End == ph.End {
			return int(m)
		}
	}
	return -1
}

// headOf is the head word of phrase p in lower case.
func (r *reader) headOf(p int) string { return r.low(r.head(p)) }

// mentionAt is the mention that phrase p is as a whole, or -1.
func (r *reader) mentionAt(p int) int {
	if p < 0 {
		return -1
	}
	return int(r.mentionOf[r.head(p)])
}

// actorOf is the actor index of mention m, or -1.
func (r *reader) actorOf(m int) int {
	if m < 0 || m >= len(r.in.Actors.Of) {
		return -1
	}
	if a := int(r.in.Actors.Of[m]); a >= 0 || r.ms[m].Type != article.MentionAdjective {
		return a
	}
	return r.stateOf(m)
}

func (r *reader) quoteMark(i int) bool { return r.d.Is(i, token.Mark) }

// speechAt reports that token i stands in quotation marks that hold a sentence
// or clause of someone.
func (r *reader) speechAt(i int) bool {
	p := r.in.Marks.At(i)
	return p >= 0 && r.in.Marks.Pairs[p].Use == quotemark.Speech
}
