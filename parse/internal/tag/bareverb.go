package tag

import (
	"dossier/article"
	"dossier/parse/internal/token"
)

// bareVerb reports that what looks like a participle at token i, behind a noun or a comma,
// is the one verb of its sentence, and so a past tense. Headlines and captions have none.
//
// Example: "His aunt, Ada Brenn, wept in court." Counter-example: "The man wounded in the
// raid left.", "A plan drafted by Norway."
func bareVerb(d *token.Doc, tags []Tag, i int) bool {
	if t := tags[i-1]; !t.Noun() && t != PRP && t != PunctComma && t != RRB || d.Is(i, token.Capital) || pictured(d.Low(i)) {
		return false
	}
	s := &d.Sentences[d.Tokens[i].Sentence]
	first, end := int(s.First), int(s.End)
	if d.Blocks[s.Block].Kind != article.BlockParagraph || i == first || i+1 >= end || d.Low(i+1) == "by" || i+2 < end && tags[i+1] == RP && d.Low(i+2) == "by" || tags[end-1] != PunctEnd && tags[end-1] != PunctClose {
		return false
	}
	for k := first; k < i; k++ {
		switch t := tags[k]; {
		case t == WP || t == WDT || t == WPS:
			for k++; k < i && tags[k] != PunctComma; k++ { // "who is ill,"
			}
		case t.Finite() || t == VBN || t == VBG && k+1 == i || t == PunctOpen || t == PunctClose || t == PunctColon || t == IN && subordinates(d.Low(k)):
			return false
		}
	}
	for k := i + 1; k < end; k++ {
		switch t := tags[k]; {
		case t == WP || t == WDT || t == WPS:
			for k++; k < end && tags[k] != PunctComma; k++ {
			}
		case t == IN && d.Low(k) == "that":
			return finites(tags[k:end]) < 2 // "the changes suggested on Monday that we discuss were few"
		case t == WRB || t == IN && d.Low(k) != "as" && subordinates(d.Low(k)):
			return true
		case t.Finite():
			return false
		}
	}
	return true
}

// finites is how many finite verbs the tags hold.
func finites(tags []Tag) int {
	n := 0
	for _, t := range tags {
		if t.Finite() {
			n++
		}
	}
	return n
}

// subordinates reports a word that opens a clause with a verb of its own.
func subordinates(low string) bool {
	switch low {
	case "that", "because", "although", "though", "while", "if", "unless", "whether", "when", "where", "since", "as", "until":
		return true
	}
	return false
}

// pictured reports what is said of somebody in a picture.
func pictured(low string) bool {
	switch low {
	case "pictured", "seen", "shown", "photographed", "born", "aged":
		return true
	}
	return false
}
