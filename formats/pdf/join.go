package pdf

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Arabic letters change their shape with what they join. A typesetter reads the
// shapes from tables of the font; Unicode also gives each of them, for Arabic,
// Persian and Urdu, a character of its own, which most Arabic fonts have:
//
//	ك ت ا ب   is drawn as   ﻛ ﺘ ﺎ ب
//	          initial, medial, final, and b after an alef, which joins no letter after it
//
// So letters are exchanged for those where the user's font has them. Marks above
// and below a letter stay where fpdf puts them, after it.

// letterForms are the joined shapes of a letter, 0 where it has none.
type letterForms struct{ final, initial, medial rune }

const (
	lam       = 'ل'
	tatweel   = 'ـ'
	joiner    = '\u200d'
	nonJoiner = '\u200c'
)

// arabicForms lists the shapes of all letters, and those of lam with an alef. It
// is computed from Unicode: in its blocks of presentation forms a letter's shapes
// stand side by side (isolated, final, initial, medial), and each decomposes into
// the letter.
var arabicForms = sync.OnceValues(func() (letters, lamAlefs map[rune]letterForms) {
	runs, ligatures := map[rune][]rune{}, map[rune][]rune{}
	for _, block := range [][2]rune{{0xfb50, 0xfbb1}, {0xfbd3, 0xfbe7}, {0xfbfc, 0xfbff}, {0xfe80, 0xfefc}} {
		for r := block[0]; r <= block[1]; r++ {
			switch base := []rune(norm.NFKC.String(string(r))); {
			case len(base) == 1 && base[0] != r:
				runs[base[0]] = append(runs[base[0]], r)
			case len(base) == 2 && base[0] == lam:
				ligatures[base[1]] = append(ligatures[base[1]], r)
			}
		}
	}
	return formsOf(runs), formsOf(ligatures)
})

func formsOf(runs map[rune][]rune) map[rune]letterForms {
	forms := map[rune]letterForms{}
	for base, run := range runs {
		switch len(run) {
		case 1:
			forms[base] = letterForms{}
		case 2:
			forms[base] = letterForms{final: run[1]}
		case 4:
			forms[base] = letterForms{final: run[1], initial: run[2], medial: run[3]}
		}
	}
	return forms
}

// isArabic reports whether s has a letter that may join another.
func isArabic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x600 && r < 0x700 })
}

// join exchanges the letters of s, in the order in which they are read, for the
// shapes they take beside each other. What the font lacks stays as it is.
func join(s string, has func(rune) bool) string {
	letters, lamAlefs := arabicForms()
	in := []rune(s)
	var b strings.Builder
	for i := 0; i < len(in); i++ {
		r := in[i]
		f, ok := letters[r]
		if !ok {
			b.WriteRune(r)
			continue
		}
		before := joinsForward(neighbour(in, i, -1)) && f.final != 0
		if r == lam && i+1 < len(in) {
			if l, ok := lamAlefs[in[i+1]]; ok {
				if g := ligature(l, before); has(g) {
					b.WriteRune(g)
					i++
					continue
				}
			}
		}
		g := f.shape(before, joinsBack(neighbour(in, i, 1)))
		if g == 0 || !has(g) {
			g = r
		}
		b.WriteRune(g)
	}
	return b.String()
}

// shape is the form of a letter that joins the one before, and may join the one
// after; 0 for the letter alone.
func (f letterForms) shape(before, after bool) rune {
	after = after && f.initial != 0
	switch {
	case before && after:
		return f.medial
	case before:
		return f.final
	case after:
		return f.initial
	}
	return 0
}

// ligature is lam with an alef; the isolated form stands before the final one.
func ligature(l letterForms, before bool) rune {
	if before {
		return l.final
	}
	return l.final - 1
}

// neighbour is the next character in a direction that counts for joining: marks
// do not. It is 0 at the end.
func neighbour(in []rune, i, step int) rune {
	for i += step; i >= 0 && i < len(in); i += step {
		if r := in[i]; r == joiner || r == nonJoiner || !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			return r
		}
	}
	return 0
}

// joinsForward reports whether r joins what follows, joinsBack what precedes.
func joinsForward(r rune) bool {
	letters, _ := arabicForms()
	return r == tatweel || r == joiner || letters[r].initial != 0
}

func joinsBack(r rune) bool {
	letters, _ := arabicForms()
	return r == tatweel || r == joiner || letters[r].final != 0
}
