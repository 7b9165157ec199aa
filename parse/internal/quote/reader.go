package quote

import (
	"slices"
	"strings"
	"sync"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// reader is what the rules see: the document, what is claimed so far, and the
// quotes found.
type reader struct {
	room
	d     *token.Doc
	tags  []tag.Tag
	marks *quotemark.Set
	men   *mention.Set

	// pairFirst, pairEnd: the quoted strings that touch the sentence at hand
	pairFirst, pairEnd int
	last               int // the quote claimed last, -1
	settled            int // how many quotes stood, in text order, when finish began

	sources []Source // made a chunk at a time

	transcript []int32 // block and colon of each turn of a transcript
	apart      []Quote // those turns, kept apart while sentences are read
}

// room is memory that one document leaves to the next. Nothing in it is seen
// outside of the reader.
type room struct {
	out     []Quote           // Find gives them away, see Release
	taken   []bool            // quotation pairs that are part of a quote
	headOf  []int32           // token -> mention with this head, -1
	phrases []int32           // token -> phrase whose FullEnd is here, -1
	cues    []cue             // of the sentence at hand
	drafts  []article.Feature // of all proposals
}

// lists are the quotes that Release gives back.
var lists = sync.Pool{New: func() any { return new([]Quote) }}

var readers = sync.Pool{New: func() any { return new(reader) }}

// sentence is the tokens of one sentence.
type sentence struct {
	first, end int
	block      int // index into Doc.Blocks
	index      int // index into Doc.Sentences
}

// newReader is a reader of d, with the memory of one that has been released.
func newReader(d *token.Doc, tags []tag.Tag, marks *quotemark.Set, men *mention.Set) *reader {
	r := readers.Get().(*reader)
	*r = reader{room: r.room, d: d, tags: tags, marks: marks, men: men, last: -1}
	r.out = (*lists.Get().(*[]Quote))[:0]
	r.taken = slices.Grow(r.taken[:0], len(marks.Pairs))[:len(marks.Pairs)]
	clear(r.taken)
	r.headOf, r.phrases = token.Unset(r.headOf, len(d.Tokens)), token.Unset(r.phrases, len(d.Tokens)+1)
	for i := range men.Mentions {
		m := &men.Mentions[i]
		if old := r.headOf[m.Head]; old < 0 || m.End-m.First > men.Mentions[old].End-men.Mentions[old].First {
			r.headOf[m.Head] = int32(i)
		}
	}
	for i := range men.Phrases {
		p := &men.Phrases[i]
		for _, end := range [...]int32{p.End, p.FullEnd} {
			if r.phrases[end] < 0 || men.Phrases[r.phrases[end]].Sentence != p.Sentence {
				r.phrases[end] = int32(i)
			}
		}
	}
	return r
}

// release returns the quotes of r and leaves its memory to another reader.
func (r *reader) release() []Quote {
	out := r.out
	r.settle(out)
	clear(r.cues[:cap(r.cues)])
	clear(r.drafts)
	*r = reader{room: r.room}
	r.out, r.drafts = nil, r.drafts[:0]
	readers.Put(r)
	return out
}

// settle gives the features of the quotes a place of their own: what was put
// together for proposals that came to nothing goes.
func (r *reader) settle(out []Quote) {
	n := 0
	for i := range out {
		n += len(out[i].Features)
	}
	all := make([]article.Feature, 0, n)
	for i := range out {
		from := len(all)
		all = append(all, out[i].Features...)
		out[i].Features = all[from:len(all):len(all)]
	}
}

// block reads the sentences of one block with every rule in order that has
// something to read there.
func (r *reader) block(b int) {
	blk := &r.d.Blocks[b]
	for i := blk.First; i < blk.End; i++ {
		s := sentence{int(r.d.Sentences[i].First), int(r.d.Sentences[i].End), b, int(i)}
		holds := r.scan(s)
		for k := range rules {
			if rules[k].needs&holds != 0 {
				rules[k].find(r, s, &rules[k])
			}
		}
	}
}

// scan looks once at every token of the sentence, lists its cues and quoted
// strings and tells what it holds.
func (r *reader) scan(s sentence) need {
	var holds need
	if r.d.Blocks[s.block].Kind == article.BlockTitle {
		holds = aTitle
	}
	r.cues = r.findCues(r.cues[:0], s)
	if len(r.cues) > 0 {
		holds |= aCue
	}
	r.pairFirst, r.pairEnd = r.findPairs(s)
	if r.pairFirst < r.pairEnd {
		holds |= aPair
	}
	if r.tags[s.first] == tag.IN && r.low(s.first) == "in" {
		holds |= aPoll
	}
	for i := s.first; i+1 < s.end; i++ {
		switch t := &r.d.Tokens[i]; t.End - t.Start {
		case 2: // by, to, it
			if i == s.first {
				continue
			}
			switch r.low(i) {
			case "to", "by":
				if n := r.d.Tokens[i-1].End - r.d.Tokens[i-1].Start; n >= 5 && n <= 9 {
					holds |= aCarrier
				}
			case "it":
				if n := r.d.Tokens[i-1].End - r.d.Tokens[i-1].Start; n == 3 || n == 4 {
					holds |= aPut
				}
			}
		case 4:
			if i > s.first && r.tags[i-1].Noun() && r.low(i) == "that" {
				holds |= aNoun
			}
		}
	}
	return holds
}

func (r *reader) low(i int) string { return r.d.Low(i) }

// at is the lower-case word at i if it lies in s, else "".
func (r *reader) at(s sentence, i int) string {
	if i < s.first || i >= s.end {
		return ""
	}
	return r.d.Low(i)
}

// outer is the outermost speech-like pair around token i, -1 outside.
func (r *reader) outer(i int) int { return r.marks.Outer(i) }

// chunk is how many small things are made at once.
const chunk = 32

// features is an empty list with room for what a quote usually has.
func (r *reader) features() []article.Feature {
	const usual = 6
	n := len(r.drafts)
	r.drafts = slices.Grow(r.drafts, usual)[:n+usual]
	return r.drafts[n : n : n+usual]
}

// source makes a Source of the tokens [first, end) with the given head.
func (r *reader) source(first, end, head int) *Source {
	if len(r.sources) == cap(r.sources) {
		r.sources = make([]Source, 0, chunk)
	}
	if first+2 <= head && r.d.Is(first, token.Capital) && r.tags[first+2] != tag.POS && r.timeHead(first+1) {
		switch r.low(first) {
		case "last", "this":
			first += 2 // "Last night Governor Brenn said"
		}
	}
	if first+2 <= head && r.tags[first] == tag.DT && r.claimBefore(first+1, head) {
		first += 2 // "a charge | Norway dismissed as"
	}
	if m := r.headOf[head]; m >= 0 && int(r.men.Mentions[m].First) < first && r.men.Mentions[m].Type == article.MentionName && first > 0 && r.d.Tokens[first-1].Sentence == r.d.Tokens[first].Sentence {
		first = int(r.men.Mentions[m].First) // "Downing | Street said"
	}
	if end < len(r.tags) && r.tags[end] == tag.RRB && !slices.Contains(r.tags[first:end], tag.RRB) && slices.Contains(r.tags[first:end], tag.LRB) {
		end++ // "Senator Ada Brenn (R-Kolm)"
	}
	r.sources = append(r.sources, Source{int32(first), int32(end), int32(head), r.mentionOf(head, end), r.joinedBehind(head, end)})
	return &r.sources[len(r.sources)-1]
}

// claimBefore reports that token i is a noun for what is said, and that a name from the next
// token on, with the given head, is who did something to it.
func (r *reader) claimBefore(i, head int) bool {
	if !r.tags[i].Noun() || r.headOf[head] < 0 {
		return false
	}
	m := &r.men.Mentions[r.headOf[head]]
	if int(m.First) != i+1 || m.Type == article.MentionNominal || m.Type == article.MentionTitle || m.RoleEnd > m.RoleFirst {
		return false
	}
	_, ok := nounTable().Row(tag.Lemma(r.low(i), r.tags[i]))
	return ok
}

// joinedBehind reports that "and" and others stand behind the phrase with the given head, before
// token end.
func (r *reader) joinedBehind(head, end int) bool {
	p := r.men.PhraseAt(head)
	if p < 0 {
		return false
	}
	i := int(r.men.Phrases[p].End)
	if a := int(r.men.Phrases[p].Apposition); a >= 0 && i+1 < end && r.tags[i] == tag.PunctComma && int(r.men.Phrases[a].FullEnd)+2 < end && r.tags[r.men.Phrases[a].FullEnd] == tag.PunctComma {
		i = int(r.men.Phrases[a].FullEnd) + 1 // "Ada Brenn, the mayor, and Tom Hamm"
	}
	return i+1 < end && r.tags[i] == tag.CC && r.low(i) == "and"
}

// staffAt is the person whose name ends with token i, right behind what she does; -1 if none.
func (r *reader) staffAt(i int) int32 {
	m := r.headOf[i]
	if m < 0 {
		return -1
	}
	if x := &r.men.Mentions[m]; isPerson(x) && x.Type == article.MentionName && x.RoleEnd > x.RoleFirst && x.RoleEnd == x.First {
		return m
	}
	return -1
}

// mentionOf is the mention that token head is the head of; where the words before end
// only describe one, the name that they stand beside: "the country's biggest maker of
// ovens, Aldane Group, said". It is -1 if there is none.
func (r *reader) mentionOf(head, end int) int32 {
	m, p := r.headOf[head], r.men.PhraseAt(head)
	if x := r.nameBeside(head, end); x >= 0 && !r.joinedBehind(head, end) && (m < 0 || r.men.Mentions[m].Type != article.MentionName || !isPerson(&r.men.Mentions[m])) {
		return x
	}
	if m >= 0 && !isPerson(&r.men.Mentions[m]) {
		if x := r.staffAt(end - 1); x >= 0 && r.men.Mentions[x].RoleFirst == r.men.Mentions[m].End {
			return x // "the University of Torvik biologist Ada Brenn"
		}
	}
	if m >= 0 || p < 0 || r.d.Is(head, token.Capital) {
		return m
	}
	if q := r.men.Phrases[p].Apposition; q >= 0 && int(r.men.Phrases[q].End) <= end {
		if n := r.headOf[r.men.Phrases[q].Head]; n >= 0 && r.men.Mentions[n].Type == article.MentionName {
			return n
		}
	}
	return m
}

// claim adds a quote over content for the cue c (nil: none).
func (r *reader) claim(s sentence, rl *rule, kind article.QuoteKind, content []article.Span, src *Source, c *cue, fs ...article.Feature) *Quote {
	if c != nil && src != nil && !c.hears && (kind != article.QuoteDirect || firstPerson(r.low(int(src.Head)))) && r.nobodysView(c, src) {
		return nil
	}
	if content = r.clean(content); kind == article.QuoteIndirect {
		r.dropAnd(content)
	}
	depth := 0
	hearer, via := (*Source)(nil), (*Source)(nil)
	if c != nil {
		depth, via = r.depth(c), c.via
		if c.hears {
			src, hearer = nil, src
		}
	}
	if len(content) == 0 || depth == deepest || c != nil && src != nil && c.class == "fact" && src.Mention < 0 && r.d.Blocks[s.block].Kind == article.BlockCaption && !mediaNoun(r.low(int(src.Head))) {
		return nil // a caption: "Bright lines show that the gas is hot"
	}
	q := Quote{Kind: kind, Spans: content, Speaker: src, Rule: rl.Name,
		Block: r.d.Blocks[s.block].Index, Features: append(r.features(), fs...)}
	q.First, q.End = r.cover(content)
	if c != nil {
		q.CueFirst, q.CueEnd, q.CueLemma = int32(c.first), int32(c.end), c.lemma
		q.Addressee, q.Via, q.Said, q.weak = c.addressee, via, c.said, c.strength < 3
		q.mental = c.class == "mental"
		if hearer != nil {
			q.Addressee = hearer
		}
		q.Features = c.evidence(q.Features)
	}
	if depth > 0 {
		q.Features = append(q.Features, article.Feature{Name: "inside-report", Weight: -19})
	}
	if kind != article.QuoteDirect && c != nil && len(content) == 1 && q.End-q.First < 5 {
		q.Features = append(q.Features, article.Feature{Name: "few-words", Weight: -5})
	}
	switch {
	case src == nil:
		q.Features = append(q.Features, article.Feature{Name: "no-source", Weight: 0})
	case src.Mention >= 0:
		q.Features = append(q.Features, article.Feature{Name: "source-is-actor", Weight: 0})
	default:
		q.Features = append(q.Features, article.Feature{Name: "source-is-plain-words", Weight: 0})
	}
	q.Confidence = confidence(rl.Confidence, q.Features)
	if kind == article.QuoteIndirect && q.Confidence < abstain {
		return nil
	}
	from := r.firstPair(int(q.First))
	for i := from; i < len(r.marks.Pairs) && r.marks.Pairs[i].Open < q.End; i++ {
		for _, c := range content {
			if c.Contains(r.marks.Pairs[i].Inner) {
				r.taken[i] = true
			}
		}
	}
	if c != nil {
		c.used = true
	}
	r.out = append(r.out, q)
	r.last = len(r.out) - 1
	return &r.out[r.last]
}

// deepest is how many reports may enclose a report: "A said that B said that C
// said …" beyond it is no language, and would repeat its end each time.
const deepest = 3

// buried reports a cue inside as many claimed contents as deepest allows.
func (r *reader) buried(c *cue) bool { return r.depth(c) == deepest }

// depth is how many claimed contents hold the cue, deepest at most. What an
// agency carries is not counted: a report in it is no report in a report.
func (r *reader) depth(c *cue) int {
	n := 0
	from := int32(r.d.Sentences[r.d.Tokens[c.first].Sentence].First)
	for k := len(r.out) - 1; k >= 0 && r.out[k].End > from && n < deepest; k-- {
		if q := &r.out[k]; int(q.First) <= c.first && c.first < int(q.End) && !r.carried(q) {
			n++
		}
	}
	return n
}

// cover is the token range that spans touch.
func (r *reader) cover(spans []article.Span) (first, end int32) {
	lo, hi := spans[0].Start, spans[len(spans)-1].End
	return int32(r.tokenAt(lo)), int32(r.tokenAt(hi-1) + 1)
}

// tokenAt is the first token that ends behind byte offset at.
func (r *reader) tokenAt(at int) int {
	lo, hi := 0, len(r.d.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if int(r.d.Tokens[mid].End) > at {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return min(lo, len(r.d.Tokens)-1)
}

// clean trims punctuation that no one said off the ends of spans without
// quotation marks, and drops empty spans.
func (r *reader) clean(spans []article.Span) []article.Span {
	out := spans[:0]
	for _, s := range spans {
		if s.Start < s.End {
			out = append(out, s)
		}
	}
	return out
}

// dropAnd takes an "and" from the end of reported words, whose other half a parenthesis
// parts from them: "condemned the fire and, in the same breath, the answer".
func (r *reader) dropAnd(content []article.Span) {
	if len(content) == 0 {
		return
	}
	last := &content[len(content)-1]
	text := last.In(r.d.Text)
	if cut, ok := strings.CutSuffix(text, " and"); ok && strings.TrimSpace(cut) != "" {
		last.End -= len(text) - len(strings.TrimRight(cut, " ,"))
	}
}

// evidence adds what the cue itself tells.
func (c *cue) evidence(fs []article.Feature) []article.Feature {
	add := func(on bool, name string, weight float64) {
		if on {
			fs = append(fs, article.Feature{Name: name, Weight: weight})
		}
	}
	add(true, c.feature(), [...]float64{-12, -12, -5, 0}[c.strength])
	add(c.negated, "negated-cue", -5)
	add(c.relative, "relative-source", -12)
	add(c.inverted, "source-behind-cue", 0)
	add(c.lone, "source-of-earlier-verb", -6)
	return fs
}

// abstain is the confidence below which words without quotation marks are left
// alone: of such proposals fewer than one in four is right.
const abstain = 0.3

// step is what one unit of a feature's weight adds to a rule's confidence.
const step = 0.02

// confidence adds the weights of features to what the rule gives by itself.
func confidence(base float64, fs []article.Feature) float64 {
	for _, f := range fs {
		base += step * f.Weight
	}
	base = min(max(base, 0.05), 0.99)
	return float64(int(base*100+0.5)) / 100
}
