package main

import (
	_ "embed"
	"strings"

	"dossier/article"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// newsText is hand-tagged news wording: GUM's genres hold little of it.
//
//go:embed news.txt
var newsText string

// Tagged reads sentences of the form WORD/TAG, one a line, as one document.
func Tagged(data string) Document {
	var text strings.Builder
	var blocks []article.Block
	var read []int
	var words []word
	for line := range strings.Lines(data) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		before := tag.PunctOpen
		for field := range strings.FieldsSeq(line) {
			cut := strings.LastIndexByte(field, '/')
			form, t := field[:cut], tag.Named(field[cut+1:])
			if !tight(before, form, t) {
				text.WriteByte(' ')
			}
			words = append(words, word{start: text.Len(), end: text.Len() + len(form), tag: t})
			text.WriteString(form)
			before = t
		}
		blocks = append(blocks, article.Block{
			Kind: article.BlockParagraph,
			Span: article.Span{Start: start, End: text.Len()},
		})
		read = append(read, len(read))
	}
	doc := token.Split(text.String(), blocks, read)
	return Document{Doc: doc, Gold: align(doc, words)}
}

// tight reports whether no space stands between a token tagged before and the
// next one.
func tight(before tag.Tag, form string, t tag.Tag) bool {
	switch before {
	case tag.PunctOpen, tag.LRB, tag.Dollar:
		return true
	}
	switch t {
	case tag.PunctEnd, tag.PunctComma, tag.PunctClose, tag.RRB, tag.POS:
		return true
	}
	return form == ":" || form == ";" || form == "%" || strings.HasPrefix(form, "'") || form == "n't"
}
