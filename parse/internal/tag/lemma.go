package tag

import (
	_ "embed"
	"strings"
	"sync"
)

// stemsTSV lists stems ("develop", "compet") for which the rule of base is
// wrong, with the verb they belong to.
//
//go:embed stems.tsv
var stemsTSV string

// lexicon is the forms that follow no rule.
type lexicon struct {
	verbs map[string][]irregular
	nouns map[string]string
	stems map[string]string
}

type irregular struct {
	base string
	tags []Tag
}

var forms = sync.OnceValue(func() *lexicon {
	l := &lexicon{verbs: map[string][]irregular{}, nouns: map[string]string{}, stems: map[string]string{}}
	Irregular()(func(form, base string, tags []Tag) bool {
		if tags[0].Noun() {
			l.nouns[form] = base
		} else {
			l.verbs[form] = append(l.verbs[form], irregular{base, tags})
		}
		return true
	})
	for line := range strings.Lines(stemsTSV) {
		if stem, base, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && stem[0] != '#' {
			l.stems[stem] = base
		}
	}
	return l
})

// Lemma is the dictionary form of a word in lower case that has tag t: told ->
// tell, denies -> deny, accusations -> accusation. Words other than verbs and
// plural nouns are their own. It allocates only where letters change (ies -> y,
// making -> make).
func Lemma(low string, t Tag) string {
	switch t {
	case VBZ, VBD, VBN, VBG, VBP, VB, MD:
		return verbLemma(low, t)
	case NNS, NNPS:
		if base, ok := forms().nouns[low]; ok {
			return base
		}
		return withoutS(low)
	}
	return low
}

func verbLemma(low string, t Tag) string {
	if base := irregularVerb(low, t); base != "" {
		return base
	}
	n := len(low)
	switch {
	case t == VBZ:
		return withoutS(low)
	case (t == VBD || t == VBN) && n > 3 && strings.HasSuffix(low, "ed"):
		return pastLemma(low)
	case t == VBG && n > 4 && strings.HasSuffix(low, "ing"):
		stem, plusE := base(low[:n-3])
		if plusE {
			return stem + "e"
		}
		return stem
	}
	return low
}

// irregularVerb is the base of an irregular form. A form with two bases (lay,
// found) goes by its tag; VBD and VBN stand for each other, since taggers mix
// them up.
func irregularVerb(low string, t Tag) string {
	for _, v := range forms().verbs[low] {
		for _, can := range v.tags {
			if can == t || (t == VBD || t == VBN) && (can == VBD || can == VBN) {
				return v.base
			}
		}
	}
	return ""
}

// pastLemma is the base of a form in -ed, always a part of it but for -ied.
func pastLemma(low string) string {
	n := len(low)
	switch {
	case strings.HasSuffix(low, "ied"):
		if n == 4 {
			return low[:n-1] // died
		}
		return low[:n-3] + "y"
	case strings.HasSuffix(low, "eed"):
		return low[:n-1] // agreed
	}
	stem, plusE := base(low[:n-2])
	if plusE {
		return low[:n-1]
	}
	return stem
}

// base is the verb that a stem before -ed or -ing belongs to; plusE: it lost an
// e there.
func base(stem string) (verb string, plusE bool) {
	if known, ok := forms().stems[stem]; ok {
		if len(known) == len(stem)+1 && known[len(stem)] == 'e' {
			return stem, true
		}
		return known, false
	}
	n := len(stem)
	if n < 2 {
		return stem, false
	}
	last, before := stem[n-1], stem[n-2]
	if last == before && strings.IndexByte("bdgmnprt", last) >= 0 && n > 3 {
		return stem[:n-1], false // stopp, planned
	}
	return stem, losesE(stem, last, before)
}

// losesE reports whether a verb with this stem ends in e: hop, accus, settl.
func losesE(stem string, last, before byte) bool {
	switch last {
	case 'v', 'c', 'z', 'u':
		return !(last == 'z' && before == 'z')
	case 's':
		return before != 's'
	case 'g':
		return before != 'n' || len(stem) > 2 && stem[len(stem)-3] != 'o' && stem[len(stem)-3] != 'i'
	case 'l':
		if !vowel(before) {
			return strings.IndexByte("lrw", before) < 0
		}
		return shortVowel(stem) && before != 'e' && before != 'a'
	case 'r':
		return shortVowel(stem) && before != 'e'
	case 'n':
		return shortVowel(stem) && before != 'e' && before != 'o'
	case 't':
		if before == 'a' && len(stem) > 3 && strings.IndexByte("iu", stem[len(stem)-3]) >= 0 {
			return true // negotiat, evacuat
		}
		return shortVowel(stem) && before != 'i' && before != 'e'
	case 'd', 'm', 'p', 'k', 'b':
		return shortVowel(stem)
	}
	return false
}

// shortVowel reports whether one vowel alone stands before the last letter.
func shortVowel(stem string) bool {
	n := len(stem)
	if !vowel(stem[n-2]) {
		return false
	}
	if n < 3 || !vowel(stem[n-3]) {
		return true
	}
	return stem[n-3] == 'u' && n > 3 && stem[n-4] == 'q' // requir
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// withoutS is a noun without its plural s, a verb without its -s.
func withoutS(low string) string {
	n := len(low)
	if n < 3 || low[n-1] != 's' || low[n-2] == 's' || low[n-2] == '\'' {
		return low
	}
	if low[n-2] != 'e' || n < 4 {
		return low[:n-1]
	}
	switch stem := low[:n-2]; {
	case strings.HasSuffix(stem, "i"):
		if n == 4 {
			return low[:n-1] // dies, ties
		}
		return low[:n-3] + "y"
	case strings.HasSuffix(stem, "ss"), strings.HasSuffix(stem, "sh"), strings.HasSuffix(stem, "ch"),
		strings.HasSuffix(stem, "x"), strings.HasSuffix(stem, "zz"), strings.HasSuffix(stem, "o") && n > 5,
		stem == "go", stem == "do":
		return stem
	}
	return low[:n-1]
}
