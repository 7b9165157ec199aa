package quote

import (
	"slices"
	"strings"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Transcripts and interviews name the speaker at the start of a paragraph:
// "WALLACE: …", "Q: …", "Ada Brenn [crosstalk]: …". One such paragraph may be
// anything ("NOTE: …"); an article that holds several is a transcript.

// fewestTurns is how many labelled paragraphs make a transcript.
const fewestTurns = 3

// fewestWords is how many tokens a paragraph must have to count among them: a
// list of names and figures is no transcript.
const fewestWords = 4

// fewestTold: at least one in so many of these paragraphs must hold a verb with a tense. A
// list of what some people are charged with, or of what goes into some dishes, has none.
const fewestTold = 4

// longestLabel is how many tokens a speaker's label may have.
const longestLabel = 9

// label is where the speaker's label that opens at token i ends: the index of
// its colon, and the end of the name in it; ok if there is one.
func (r *reader) label(i, end int) (colon, name int, ok bool) {
	name = -1
	for k := i; k < end && k < i+longestLabel; k++ {
		switch {
		case r.low(k) == ":":
			if name < 0 {
				name = k
			}
			return k, name, name > i && k+1 < end && r.namesSpeaker(i, name)
		case r.d.Word(k) == "[" || r.d.Word(k) == "(":
			if name < 0 {
				name = k
			}
		case name >= 0:
		case r.d.Is(k, token.Capital) || r.tags[k] == tag.PunctComma || r.tags[k] == tag.PunctEnd && k > i || lowRole(r.low(k)):
		default:
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// lowRole is the words that may stand uncapitalised in a label.
func lowRole(w string) bool {
	switch w {
	case "of", "the", "and", "de", "van", "von", "moderator", "host", "speaker", "question", "answer":
		return true
	}
	return false
}

// namesSpeaker reports whether the tokens [first, end) of a label name one who
// speaks: Q or A, a word in capitals, a person.
func (r *reader) namesSpeaker(first, end int) bool {
	if r.low(first) == "dear" {
		return false // whom a letter is to
	}
	if end-first == 1 {
		switch r.low(first) {
		case "q", "a", "question", "answer", "moderator", "host", "reporter", "interviewer":
			return true
		case "note", "update", "updated", "correction", "photo", "video", "editor", "watch", "read", "more", "related", "source", "headline":
			return false
		}
	}
	upper := true
	for k := first; k < end; k++ {
		upper = upper && (r.d.Is(k, token.Upper) || r.tags[k] >= tag.PunctEnd)
		if m := r.headOf[k]; m >= 0 && r.men.Mentions[m].Kind == article.KindPerson {
			return true
		}
	}
	return upper && end-first <= 3
}

// turns finds the labelled paragraphs of a transcript: block -> its colon.
func (r *reader) turns() {
	var at []int32
	long, told := 0, 0
	for b := range r.d.Blocks {
		if i, end := r.labelled(b); i < end {
			if colon, _, ok := r.label(i, end); ok {
				at = append(at, int32(b), int32(colon))
				if end-colon > fewestWords {
					long++
					if r.finite(colon+1, end) {
						told++
					}
				}
			}
		}
	}
	if long >= fewestTurns && told*fewestTold >= long {
		r.transcript = at
	}
}

// labelled is the tokens of block b in which a label can stand: behind an
// opening quotation mark.
func (r *reader) labelled(b int) (first, end int) {
	blk := &r.d.Blocks[b]
	if blk.First == blk.End || blk.Kind == article.BlockTitle || blk.Kind == article.BlockHeading {
		return 0, 0
	}
	first, end = int(r.d.Sentences[blk.First].First), int(r.d.Sentences[blk.End-1].End)
	if p := r.outer(first); p >= 0 && int(r.marks.Pairs[p].Open) == first {
		first++
	}
	return first, end
}

// readTurns claims what stands behind the labels of a transcript. Words inside
// quotation marks are direct speech, others count as reported without them.
func (r *reader) readTurns() {
	var who *Source
	if len(r.transcript) > 0 {
		who = r.interviewee(int(r.transcript[0]))
	}
	for k := 0; k < len(r.transcript); k += 2 {
		b, colon := int(r.transcript[k]), int(r.transcript[k+1])
		i, end := r.labelled(b)
		_, name, _ := r.label(i, end)
		s := r.sentenceOf(i)
		src := r.source(i, name, r.headIn(i, name))
		if w := r.low(i); who != nil && name == i+1 && (w == "a" || w == "answer") {
			src.Mention = who.Mention // "A: …" is the one whom the opening names
		}
		label := article.Feature{Name: "label-of-speaker", Weight: 0}
		if m := r.ofInitials(i, name); m >= 0 {
			src.Mention, label.Name = m, "initials-of-speaker"
		}
		if p := r.outer(i); p >= 0 && int(r.marks.Pairs[p].Open) == i-1 {
			pair := &r.marks.Pairs[p]
			r.claim(s, &looseRules[transcriptTurnRule], article.QuoteDirect, []article.Span{pair.Inner}, src, nil, label)
			continue
		}
		if spans := []article.Span{r.d.Span(colon+1, end)}; !r.wordsBetween(colon+1, end) {
			continue
		} else if p := r.outer(colon + 1); p >= 0 && int(r.marks.Pairs[p].Open) == colon+1 && r.speech(p) {
			r.claim(s, &looseRules[transcriptTurnRule], article.QuoteDirect, []article.Span{r.marks.Pairs[p].Inner}, src, nil, label)
		} else {
			if q := r.claim(s, &looseRules[transcriptTurnRule], article.QuoteIndirect, spans, src, nil, label); q != nil {
				q.Turn = true
			}
		}
	}
	r.apart, r.out, r.last = slices.Clone(r.out), r.out[:0], -1
}

// ofInitials is the mention of the one person whose initials the label [i, end) is: "AB:"
// where Ada Brenn is named before; -1 if there is none, or another with these initials.
func (r *reader) ofInitials(i, end int) int32 {
	label := strings.ReplaceAll(r.d.Text[r.d.Tokens[i].Start:r.d.Tokens[end-1].End], ".", "")
	if len(label) < 2 || len(label) > 3 || !r.d.Is(i, token.Capital) || label != strings.ToUpper(label) {
		return -1
	}
	found, name := int32(-1), ""
	for k := range r.men.Mentions {
		m := &r.men.Mentions[k]
		if int(m.First) >= i {
			break
		}
		if m.Kind != article.KindPerson || m.Type != article.MentionName || int(m.End-m.First) != len(label) || !r.begins(m, label) {
			continue
		}
		switch words := r.d.Span(int(m.First), int(m.End)).In(r.d.Text); {
		case found < 0:
			found, name = int32(k), words
		case words != name:
			return -1
		}
	}
	return found
}

// begins reports that the words of m begin with the letters, one each.
func (r *reader) begins(m *mention.Mention, letters string) bool {
	for k := range letters {
		if r.d.Text[r.d.Tokens[int(m.First)+k].Start] != letters[k] {
			return false
		}
	}
	return true
}

// insideTurns opens the quoted strings inside the turns to the rules that need a
// cue, or closes them to those that do not.
func (r *reader) insideTurns(open bool) {
	for k := range r.apart {
		q := &r.apart[k]
		if !q.Turn {
			continue
		}
		for p := r.firstPair(int(q.First)); p < len(r.marks.Pairs) && r.marks.Pairs[p].Open < q.End; p++ {
			r.taken[p] = !open
		}
	}
}

// tokensOf is the token range of block b.
func (r *reader) tokensOf(b int) (first, end int) {
	blk := &r.d.Blocks[b]
	if blk.First == blk.End {
		return 0, 0
	}
	return int(r.d.Sentences[blk.First].First), int(r.d.Sentences[blk.End-1].End)
}

func dash(w string) bool {
	switch w {
	case "—", "–", "―", "--", "-", "~":
		return true
	}
	return false
}
