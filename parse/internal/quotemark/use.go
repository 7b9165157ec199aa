package quotemark

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// judge sets the words and the use of a pair by its shape. Of the quoted
// strings of three words or more in news 96 % are someone's words; shorter ones
// are mostly scare quotes. A title ("Fox & Friends") capitalises every word that
// is not a particle and does not end like a sentence.
func (f *finder) judge(p *Pair) {
	words, capital, finite := 0, 0, false
	particles, inside := 0, false
	end := min(int(p.Close), len(f.d.Tokens))
	for i := int(p.Open) + 1; i < end; i++ {
		if !f.d.Is(i, token.Letter) && !f.d.Is(i, token.Digit) {
			inside = inside || i+1 < end && f.tags[i] == tag.PunctEnd
			continue
		}
		words++
		switch {
		case f.d.Is(i, token.Capital), f.d.Is(i, token.Digit):
			capital++
		case particle(f.d.Low(i)):
			particles++
		}
		finite = finite || f.tags[i].Finite()
	}
	p.Words = int32(words)
	last, _ := utf8.DecodeLastRuneInString(f.d.Text[p.Inner.Start:p.Inner.End])
	ends := strings.ContainsRune(".?!…", last)
	sentence := ends || last == ',' || p.Continues
	if words <= 2 && len(f.d.Text[p.Inner.Start:p.Inner.End]) > unspacedBytes && f.unspaced(p) {
		return
	}
	switch {
	case words <= 3 && !inside && f.goesBy(p):
		p.Use = Scare
	case words > 1 && f.shouted(p):
		p.Use = Speech
	case words <= 8 && (inside || ends) && f.attributive(p), words <= 12 && f.namesWork(p):
		p.Use = Title
	case words >= 2 && capital+particles == words && capital >= 2 && last == '.' && !inside && f.named(p) && !(finite && words > 5):
		p.Use = Title
	case words >= 2 && capital+particles == words && capital >= 2 && !ends && !inside && (!finite || words <= 5 && last != ',' || last == ',' && f.named(p)):
		p.Use = Title
	case words <= 2 && !sentence:
		p.Use = Scare
	case words == 2 && ends && p.Open > 0 && f.tags[p.Open-1] == tag.PunctComma && f.tags[p.Open+1].Finite():
		p.Use = Speech // "The reports, he said, “went nowhere.”"
	case words <= 2 && !f.d.Is(int(p.Open)+1, token.Capital):
		p.Use = Scare
	case sentence && (words > 4 || finite || f.d.Is(int(p.Open)+1, token.Capital)):
		p.Use = Speech
	case finite && words >= 4:
		p.Use = Speech
	case words >= 3:
		p.Use = Fragment
	default:
		p.Use = Scare
	}
}

// unspacedBytes is the length in bytes from which a string of one or two words may
// be a sentence in a script without spaces: four characters of three bytes.
const unspacedBytes = 12

// unspaced judges a string in Chinese or Japanese characters, whose words no space
// tells apart: two characters count as one. It is speech if it ends like a sentence,
// or a colon leads it; names and slogans stand in the same marks.
func (f *finder) unspaced(p *Pair) bool {
	inner := f.d.Text[p.Inner.Start:p.Inner.End]
	n := 0
	for _, r := range inner {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
			n++
		}
	}
	if 3*n <= unspacedBytes {
		return false
	}
	p.Words, p.Use = int32((n+1)/2), Scare
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(f.d.Text[:f.d.Tokens[p.Open].Start], " "))
	last, _ := utf8.DecodeLastRuneInString(inner)
	if strings.ContainsRune("。！？…", last) || strings.ContainsRune("：:", before) || f.cited(p) {
		p.Use = Speech
	}
	return true
}

// cited reports the particle of Japanese that makes what stands before it somebody's
// words (「…」と述べた), and not their name (「…」という団体).
func (f *finder) cited(p *Pair) bool {
	rest := f.d.Text[min(p.Inner.End, len(f.d.Text)):]
	_, n := utf8.DecodeRuneInString(rest)
	return strings.HasPrefix(rest[n:], "と") && !strings.HasPrefix(rest[n:], "とい")
}

func particle(w string) bool {
	switch w {
	case "'s", "’s", "is", "or", "as", "a", "an", "the", "of", "and", "in", "on", "for", "to", "with", "at", "by", "from", "de", "la", "&":
		return true
	}
	return false
}

// attributive reports a quoted string that tells a noun which one it is: the "Slow down. It is
// school." campaign.
func (f *finder) attributive(p *Pair) bool {
	next := int(p.Close) + 1
	if p.Open == 0 || next >= len(f.tags) || f.tags[next] != tag.NN && f.tags[next] != tag.NNS && f.tags[next] != tag.JJ || f.d.Is(next, token.Capital) ||
		f.d.Tokens[p.Open-1].Sentence != f.d.Tokens[p.Open].Sentence {
		return false
	}
	switch f.tags[p.Open-1] {
	case tag.DT, tag.POS, tag.PRPS:
		return true
	case tag.JJ:
		k := int(p.Open) - 2
		return k >= 0 && (f.tags[k] == tag.DT || f.tags[k] == tag.POS || f.tags[k] == tag.PRPS)
	}
	return false
}

// namesWork reports a quoted string between a piece of writing and its verb, whose title it is:
// Brenn's column, "Mind the gate," is thoughtful.
func (f *finder) namesWork(p *Pair) bool {
	next := int(p.Close) + 1
	if p.Open < 2 || next >= len(f.tags) || f.tags[p.Open-1] != tag.PunctComma || p.Unclosed {
		return false
	}
	switch f.d.Low(next) {
	case "is", "was", "has", "had", "will", "would", "won", "made", "makes", "became", "remains", "appeared":
	default:
		return false // "In his book, "Mind the gate," says Brenn"
	}
	switch f.d.Low(int(p.Open) - 2) {
	case "commentary", "column", "essay", "article", "op-ed", "editorial", "book", "novel", "song", "film", "poem", "documentary", "memoir", "play":
		return true
	}
	return false
}

// goesBy reports a quoted string that is what somebody is called: goes by the call sign "Badger," said.
//
// Counter-example: gave his name. "Badger," he said.
func (f *finder) goesBy(p *Pair) bool {
	k := int(p.Open) - 1
	if k < 1 || f.d.Tokens[k].Sentence != f.d.Tokens[p.Open].Sentence || f.tags[k] != tag.NN {
		return false
	}
	switch f.d.Low(k) {
	case "sign":
		return f.d.Low(k-1) == "call"
	case "callsign", "call-sign", "nickname", "codename", "alias", "moniker", "pseudonym", "username", "guerre", "handle", "name", "sobriquet":
		return true
	}
	return false
}

// shouted reports a verb right before the quoted string behind which words are always somebody's, however few: shouted
// "shame on you" from the gallery.
func (f *finder) shouted(p *Pair) bool {
	k := int(p.Open) - 1
	if k < 0 || f.d.Tokens[k].Sentence != f.d.Tokens[p.Open].Sentence || !f.tags[k].Verb() {
		return false
	}
	switch f.d.Low(k) {
	case "shouted", "shouting", "shout", "yelled", "yelling", "chanted", "chanting", "chant", "screamed", "screaming", "cried", "crying", "whispered", "muttered":
		return true
	}
	return false
}

// named reports a quoted string that stands where a name would: behind a
// preposition, a noun or a possessor, as in on "Morning in the Hills." A full stop
// of the sentence's may stand inside the marks then.
func (f *finder) named(p *Pair) bool {
	if p.Open == 0 || f.d.Tokens[p.Open-1].Sentence != f.d.Tokens[p.Open].Sentence {
		return false
	}
	switch t := f.tags[p.Open-1]; t {
	case tag.IN, tag.DT, tag.POS, tag.PRPS, tag.NN:
		return true
	default:
		return t.Proper()
	}
}
