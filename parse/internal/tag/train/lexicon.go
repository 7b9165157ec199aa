package main

import (
	_ "embed"
	"slices"
	"strings"

	"dossier/parse/internal/tag"
)

// lexiconTSV holds common words of news with their classes, so that the
// dictionary knows words that GUM does not hold.
//
//go:embed lexicon.tsv
var lexiconTSV string

// Lexicon is the tags that each form can take.
func Lexicon() map[string][]tag.Tag {
	forms := map[string][]tag.Tag{}
	add := func(form string, tags ...tag.Tag) {
		for _, t := range tags {
			if !slices.Contains(forms[form], t) {
				forms[form] = append(forms[form], t)
			}
		}
	}
	irregular := map[string]bool{}
	tag.Irregular()(func(form, base string, tags []tag.Tag) bool {
		add(form, tags...)
		if slices.Contains(tags, tag.VBD) || slices.Contains(tags, tag.VBN) {
			irregular[base] = true
		}
		return true
	})
	for line := range strings.Lines(lexiconTSV) {
		word, classes, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || word[0] == '#' {
			continue
		}
		for class := range strings.SplitSeq(classes, ",") {
			inflect(word, class, irregular[word], add)
		}
	}
	return forms
}

// inflect adds the forms of a word of one class.
func inflect(word, class string, irregular bool, add func(string, ...tag.Tag)) {
	switch class {
	case "name":
		add(word, tag.NNP)
	case "demonym":
		add(word, tag.JJ, tag.NNP)
		add(withS(word), tag.NNPS)
	case "noun":
		add(word, tag.NN)
		add(withS(word), tag.NNS)
	case "verb":
		add(word, tag.VB, tag.VBP)
		add(withS(word), tag.VBZ)
		for _, stem := range stems(word) {
			add(stem+"ing", tag.VBG)
			if !irregular {
				add(past(word, stem), tag.VBD, tag.VBN)
			}
		}
	case "adjective":
		add(word, tag.JJ)
	case "adverb":
		add(word, tag.RB)
	case "preposition":
		add(word, tag.IN)
	}
}

// withS is the plural of a noun, the third person of a verb.
func withS(word string) string {
	n := len(word)
	switch {
	case word[n-1] == 'y' && !vowel(word[n-2]):
		return word[:n-1] + "ies"
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "sh"), strings.HasSuffix(word, "ch"),
		strings.HasSuffix(word, "x"), strings.HasSuffix(word, "z"):
		return word + "es"
	}
	return word + "s"
}

// stems are what "ing" can follow: "mak", "stopp", "visit" and "visitt".
func stems(word string) []string {
	n := len(word)
	switch {
	case word[n-1] == 'e' && word[n-2] != 'e':
		return []string{word[:n-1]}
	case n > 2 && !vowel(word[n-1]) && vowel(word[n-2]) && !vowel(word[n-3]) && strings.IndexByte("wxy", word[n-1]) < 0:
		return []string{word, word + word[n-1:]}
	}
	return []string{word}
}

// past is the regular past of word, which has this stem.
func past(word, stem string) string {
	n := len(word)
	switch {
	case word[n-1] == 'e':
		return word + "d"
	case word[n-1] == 'y' && !vowel(word[n-2]):
		return word[:n-1] + "ied"
	}
	return stem + "ed"
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
