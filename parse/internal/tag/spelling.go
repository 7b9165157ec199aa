package tag

import (
	"dossier/article"
	"dossier/parse/internal/token"
)

// spelling says how a document writes a word: the capital at a sentence's start tells
// nothing, but one inside another sentence does.
type spelling uint8

const (
	inCapital spelling = 1 << iota // inside a sentence
	inName                         // so, and behind another such word: "said Ada Ostran"
	inSmall
)

// spell notes how d writes its words. Headlines have capitals of their own.
func (m *memory) spell(d *token.Doc) {
	clear(m.written)
	clear(m.unnumbered)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if k := d.Blocks[s.Block].Kind; k == article.BlockTitle || k == article.BlockHeading {
			continue
		}
		m.spellSentence(d, int(s.First), int(s.End))
	}
}

func (m *memory) spellSentence(d *token.Doc, first, end int) {
	start, name := true, false // a capital tells nothing; one stood before
	tokens, written := d.Tokens[first:end], m.written
	for k := range tokens {
		t := &tokens[k]
		shape := t.Shape
		if shape&(token.Letter|token.Capital) == token.Letter { // most
			if form := int(t.Form()); form != 0 && form < len(written) {
				written[form] |= inSmall
			} else {
				m.write(d, first+k, inSmall)
				written = m.written
			}
			start, name = false, false
			continue
		}
		switch {
		case shape&token.Letter == 0:
			start, name = start && shape&token.Punct != 0 || shape&token.Mark != 0, false // a quotation begins
		case start:
			start = false
		default:
			m.capital(d, first+k, name)
			written, name = m.written, true
		}
	}
}

// capital notes that token k is written with a capital, behind another such word or not. Words
// in capitals throughout tell nothing.
func (m *memory) capital(d *token.Doc, k int, name bool) {
	switch {
	case d.Is(k, token.Upper):
	case name:
		m.write(d, k, inCapital|inName)
	default:
		m.write(d, k, inCapital)
	}
}

// write adds to how the word of token k is written. One that came when all numbers were given
// away is kept by its letters: which those are depends on the texts before, and the tags must not.
func (m *memory) write(d *token.Doc, k int, how spelling) {
	form := int(d.Form(k))
	if form == 0 {
		if m.unnumbered == nil {
			m.unnumbered = map[string]spelling{}
		}
		m.unnumbered[d.Low(k)] |= how
		return
	}
	if n := form + 1 - len(m.written); n > 0 {
		m.written = append(m.written, make([]spelling, n)...)
	}
	m.written[form] |= how
}

// spelled is how the word of token k is written.
func (m *memory) spelled(d *token.Doc, k int) spelling {
	switch form := int(d.Form(k)); {
	case form == 0:
		return m.unnumbered[d.Low(k)]
	case form < len(m.written):
		return m.written[form]
	}
	return 0
}

// named reports that token k of d, which opens a sentence, is a name: the word id, which the
// dictionary lacks, and which d writes with a capital elsewhere and never small. "Schlafly
// laughed" is no adverb where Ada Schlafly has been named. What may be an adjective by its
// ending must have stood in a name: "Rwandan" does not tell, and "Sheridan" does.
func (m *memory) named(d *token.Doc, k int, id int32) bool {
	how := m.spelled(d, k)
	if how&(inCapital|inSmall) != inCapital || m.full[id].class != 0 || !d.Is(k, token.Capital) {
		return false
	}
	return listed()[d.Low(k)] == 0 && (how&inName != 0 || unknownName(d.Low(k), d.Tokens[k].Shape)&(1<<JJ) == 0)
}
