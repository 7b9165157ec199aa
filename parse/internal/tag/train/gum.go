package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dossier/article"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Document is one GUM document in our tokens, with the tags GUM gives them.
type Document struct {
	Name string // "" for our own sentences
	Doc  *token.Doc
	Gold []tag.Tag // None where GUM's tokens and ours cannot be matched
}

// Read reads the documents of a folder in the order of their names.
func Read(dir string) ([]Document, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.conllu"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no *.conllu files in %q", dir)
	}
	slices.Sort(files)
	docs := make([]Document, 0, len(files))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(filepath.Base(file), ".conllu")
		docs = append(docs, document(name, string(data)))
	}
	return docs, nil
}

// Hold splits docs: every fifth of each genre is kept out of training.
func Hold(docs []Document) (kept, rest []Document) {
	seen := map[string]int{}
	for _, d := range docs {
		genre := strings.Split(d.Name+"__", "_")[1]
		if seen[genre]++; seen[genre]%5 == 0 {
			kept = append(kept, d)
		} else {
			rest = append(rest, d)
		}
	}
	return kept, rest
}

// word is a token of GUM's at bytes [start, end) of the text.
type word struct {
	start, end int
	tag        tag.Tag
}

// document puts GUM's sentences together, a block each, and tokenises them as
// the parser does.
func document(name, data string) Document {
	var text strings.Builder
	var blocks []article.Block
	var read []int
	var words []word
	for part := range strings.SplitSeq(data, "\n\n") {
		sentence, found := sentence(part)
		if sentence == "" {
			continue
		}
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.WriteString(sentence)
		for _, w := range found {
			w.start, w.end = w.start+start, w.end+start
			words = append(words, w)
		}
		blocks = append(blocks, article.Block{
			Kind: article.BlockParagraph,
			Span: article.Span{Start: start, End: text.Len()},
		})
		read = append(read, len(read))
	}
	doc := token.Split(text.String(), blocks, read)
	return Document{Name: name, Doc: doc, Gold: align(doc, words)}
}

// sentence is the text of one CoNLL-U sentence and its words. A word that the
// text does not hold in its place is left out.
func sentence(part string) (string, []word) {
	var text string
	var words []word
	at := 0
	for line := range strings.SplitSeq(part, "\n") {
		if t, ok := strings.CutPrefix(line, "# text = "); ok {
			text = t
		}
		f := strings.Split(line, "\t")
		if len(f) < 10 || strings.ContainsAny(f[0], "-.") {
			continue
		}
		i := strings.Index(text[at:], f[1])
		if i < 0 {
			continue
		}
		words = append(words, word{start: at + i, end: at + i + len(f[1]), tag: named(f[4], f[3])})
		at += i + len(f[1])
	}
	return text, words
}

// named is the tag of GUM's XPOS; its GW (part of a word written apart) goes by
// the universal part of speech.
func named(xpos, upos string) tag.Tag {
	if xpos != "GW" {
		return tag.Named(xpos)
	}
	switch upos {
	case "ADV":
		return tag.RB
	case "PRON":
		return tag.PRPS
	}
	return tag.NN
}

// align gives each of our tokens the tag of the words of GUM it covers.
func align(doc *token.Doc, words []word) []tag.Tag {
	gold := make([]tag.Tag, len(doc.Tokens))
	at := 0
	for i, t := range doc.Tokens {
		for at < len(words) && words[at].end <= int(t.Start) {
			at++
		}
		end := at
		for end < len(words) && words[end].start < int(t.End) {
			end++
		}
		switch {
		case end == at+1:
			gold[i] = words[at].tag
		case end > at:
			next := tag.None
			if end < len(words) {
				next = words[end].tag
			}
			gold[i] = joined(words[at:end], next)
		}
	}
	return gold
}

// joined is the tag of a hyphenated word that GUM takes apart, where next is
// the tag of the word behind it.
func joined(parts []word, next tag.Tag) tag.Tag {
	first, last := parts[0].tag, parts[len(parts)-1].tag
	modifies := next.Noun() || next == tag.JJ
	switch {
	case last.Proper():
		return last
	case last == tag.JJ, last == tag.VBN, last == tag.VBD:
		return tag.JJ
	case last == tag.VBG && modifies:
		return tag.JJ
	case last == tag.VBG:
		return tag.NN
	case last.Noun() && modifies && !first.Noun():
		return tag.JJ // ten-year term, long-term goal, in-depth talks
	}
	return last
}
