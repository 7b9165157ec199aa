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
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if k := d.Blocks[s.Block].Kind; k == article.BlockTitle || k == article.BlockHeading {
			continue
		}
		m.spellSentence(d.Tokens[s.First:s.End])
	}
}

func (m *memory) spellSentence(tokens []token.Token) {
	start, name := true, false // a capital tells nothing; one stood before
	for k := range tokens {
		shape, form := tokens[k].Shape, int(tokens[k].Form())
		switch {
		case shape&token.Letter == 0 || form == 0:
			start, name = start && shape&token.Punct != 0 || shape&token.Mark != 0, false // a quotation begins
			continue
		case shape&token.Capital == 0:
			m.write(form, inSmall)
			name = false
		case start:
		case name && shape&token.Upper == 0:
			m.write(form, inCapital|inName)
		default:
			if shape&token.Upper == 0 {
				m.write(form, inCapital)
			}
			name = true
		}
		start = false
	}
}

// write adds to how the word with the given number is written.
func (m *memory) write(form int, how spelling) {
	if n := form + 1 - len(m.written); n > 0 {
		m.written = append(m.written, make([]spelling, n)...)
	}
	m.written[form] |= how
}

// named reports that token k of d, which opens a sentence, is a name: the word id, which the
// dictionary lacks, and which d writes with a capital elsewhere and never small. "Schlafly
// laughed" is no adverb where Ada Schlafly has been named. What may be an adjective by its
// ending must have stood in a name: "Rwandan" does not tell, and "Sheridan" does.
func (m *memory) named(d *token.Doc, k int, id int32) bool {
	form := int(d.Form(k))
	if form >= len(m.written) || m.written[form]&(inCapital|inSmall) != inCapital || m.full[id].class != 0 || !d.Is(k, token.Capital) {
		return false
	}
	return listed()[d.Low(k)] == 0 && (m.written[form]&inName != 0 || unknownName(d.Low(k), d.Tokens[k].Shape)&(1<<JJ) == 0)
}
