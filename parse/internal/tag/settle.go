package tag

import (
	"strings"
	"unicode/utf8"

	"dossier/parse/internal/token"
)

// settled is the tag that the look of token k alone gives: marks, numbers,
// addresses. None if the words around must decide.
func settled(d *token.Doc, k int) Tag {
	shape := d.Tokens[k].Shape
	switch {
	case shape&token.Mark != 0:
		return mark(d, k)
	case shape&token.Punct != 0:
		return punctuation(d, k)
	case shape&(token.Letter|token.Digit) == token.Digit:
		return number(d, k)
	case shape&token.Letter != 0:
		if d.Word(k) == "US" {
			return NNP // in capitals the state, not the pronoun
		}
		if shape&token.Capital == 0 && severalMen(d.Word(k)) {
			return NNS
		}
		return address(d.Word(k))
	}
	return None
}

// severalMen reports the plural of a word in -man ("tribesmen"), many of which
// are too rare to have been learnt.
func severalMen(word string) bool {
	if len(word) < 7 || !strings.HasSuffix(word, "men") {
		return false
	}
	switch word {
	case "abdomen", "albumen", "bitumen", "cyclamen", "foramen", "regimen", "specimen":
		return false
	}
	return true
}

// number is CD, but LS for the number of a list item.
func number(d *token.Doc, k int) Tag {
	if word := d.Word(k); word[len(word)-1] == '.' {
		return LS
	}
	return CD
}

// address is ADD for URLs, mail addresses, @handles and #tags.
func address(word string) Tag {
	if word[0] == '@' || word[0] == '#' || strings.Contains(word, "://") || strings.HasPrefix(word, "www.") ||
		strings.IndexByte(word, '@') > 0 {
		return ADD
	}
	return None
}

// punctuation is the tag of token k, a mark but no quotation mark.
func punctuation(d *token.Doc, k int) Tag {
	word := d.Word(k)
	switch r, _ := utf8.DecodeRuneInString(word); r {
	case ',', '、', '，':
		return PunctComma
	case '.':
		if len(word) == 1 {
			return PunctEnd
		}
		return PunctColon
	case '!', '?', '。', '！', '？':
		return PunctEnd
	case ':', ';', '…', '—', '―':
		return PunctColon
	case '-', '–':
		return dash(d, k)
	case '(', '[', '{':
		return LRB
	case ')', ']', '}':
		return RRB
	case '$', '€', '£', '¥', '₹', '₽', '₴', '₺':
		return Dollar
	case '&':
		return CC
	case '%':
		return NN
	case '/', '+', '=', '<', '>', '~', '§', '°', '×', '±', '^', '|', '\\', '#', '№', '−':
		return SYM
	case '@':
		return IN
	}
	return NFP
}

// dash is SYM between two numbers, HYPH where it stands tight between words.
func dash(d *token.Doc, k int) Tag {
	if k == 0 || k+1 == len(d.Tokens) || d.Is(k, token.Space) || d.Is(k+1, token.Space) {
		return PunctColon
	}
	switch {
	case d.Is(k-1, token.Digit) && d.Is(k+1, token.Digit):
		return SYM
	case d.Word(k) == "-":
		return HYPH
	}
	return PunctColon
}

// mark is the tag of the quotation mark k. An apostrophe alone behind a word
// in s is a possessive unless a single mark is open.
func mark(d *token.Doc, k int) Tag {
	switch word := d.Word(k); word {
	case "“", "„", "‘", "‘‘", "‚", "«", "‹", "``", "`", "「", "『", "‟", "‛", "❝":
		return PunctOpen
	case "”", "»", "›", "''", "’’", "」", "』", "❞":
		return PunctClose
	case "'", "’":
		if tight(d, k) && plural(d.Low(k-1)) && !singleOpen(d, k) {
			return POS
		}
		if word == "’" {
			return PunctClose
		}
	}
	if opens(d, k) {
		return PunctOpen
	}
	return PunctClose
}

// tight reports whether token k stands right behind a word.
func tight(d *token.Doc, k int) bool {
	return k > 0 && !d.Is(k, token.Space) && d.Tokens[k-1].Shape&token.Letter != 0
}

func plural(low string) bool { return strings.HasSuffix(low, "s") || strings.HasSuffix(low, "z") }

// singleOpen reports whether a single mark stands open before token k in its
// sentence.
func singleOpen(d *token.Doc, k int) bool {
	first := int(d.Sentences[d.Tokens[k].Sentence].First)
	for i := k - 1; i >= first && i > k-60; i-- {
		switch d.Word(i) {
		case "'", "‘":
			if d.Is(i, token.Space) || i == first {
				return true
			}
		case "’":
			return false
		}
	}
	return false
}

// opens reports whether the straight mark k opens: space or a bracket before
// it, none behind.
func opens(d *token.Doc, k int) bool {
	if k+1 < len(d.Tokens) && d.Is(k+1, token.Space) {
		return false
	}
	if d.Is(k, token.Space) || k == 0 {
		return k+1 < len(d.Tokens)
	}
	switch d.Word(k - 1) {
	case "(", "[", "{", "—", "–", "-", "--", "“", "\"", "‘", "'", "``":
		return true
	}
	return false
}
