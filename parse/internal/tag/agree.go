package tag

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/token"
)

// agree mends what the sums of single words cannot see.
func agree(d *token.Doc, tags []Tag) {
	for i := range len(tags) - 1 {
		if uint64(mended)>>tags[i]&1 == 0 {
			continue
		}
		switch tags[i] {
		case IN:
			if tags[i+1] == NNP && d.Is(i, token.Capital) && (d.Low(i) == "per" || d.Low(i) == "till") {
				tags[i] = NNP // "said Per Ostrow"
			}
			if d.Low(i) == "once" && onceDid(d, tags, i) {
				tags[i], tags[i+1] = RB, VBD
			}
		case JJ:
			if d.Is(i, token.Capital) && nameLike(d, tags, i) {
				tags[i] = NNP // "Swift got support" at a sentence's start
			} else if tags[i+1] == POS {
				tags[i] = NN // "the general's home"
			} else if d.Low(i) == "alleged" && allegesAt(d, tags, i) {
				tags[i] = VBD // "Ada Brenn, a rival, alleged fraud and left"
			} else if d.Low(i) == "giant" && i > 0 && tags[i-1].Noun() && (tags[i+1].Finite() || tags[i+1] == PunctComma) {
				tags[i] = NN // "the electronics giant said"
			} else if d.Low(i) == "official" && officialDid(d, tags, i) {
				tags[i], tags[i+1] = NN, VBD
			} else if tags[i+1] == CC && alsoDid(d, tags, i) {
				tags[i] = VBD
			}
		case JJR:
			if strings.HasSuffix(d.Low(i), "maker") {
				tags[i] = NN // "The European planemaker said"
			}
		case NN:
			if d.Low(i) == "warning" && i > 0 && tags[i-1] == PunctComma && tags[i+1] == IN {
				tags[i] = VBG // "said it was late, warning of a flood"
			}
		case NNS:
			if d.Low(i) == "rules" && i > 0 && rulesThat(d, tags, i) {
				tags[i] = VBZ // "Judge rules ministers acted unlawfully"
			}
		case PRP:
			if familyHe(d, tags, i) {
				tags[i] = NNP
			} else if d.Low(i) == "her" && i > 0 && ownsNext(d, tags, i) {
				tags[i] = PRPS // "wants to sell her house"
				if tags[i+1] == VB || tags[i+1] == VBP {
					tags[i+1] = NN
				}
			}
		case UH:
			if d.Is(i, token.Capital) && !cries[d.Low(i)] {
				tags[i] = NNP // "Ostrow, who …" at a sentence's start
			}
		case VBD:
			if capitalVerb(d, tags, i) {
				tags[i] = NNP // "Ian Read, who", "Read said"
			} else if theFed(d, tags, i) {
				tags[i] = NNP
			} else if bygone[d.Low(i)] && i > 0 && i+2 < len(tags) && tags[i-1] == PunctComma && tags[i+1] == NN && tags[i+2].Proper() {
				tags[i] = VBN // "a mediator, retired judge Ada Brenn,"
			}
		case RB:
			if d.Low(i) == "left" && i > 0 && bareVerb(d, tags, i) {
				tags[i] = VBD // "Officials left."
			}
		case VBN:
			if d.Low(i) == "bid" && i > 0 && (tags[i-1] == CD || tags[i-1] == DT || tags[i-1] == JJ || tags[i-1] == PRPS || tags[i-1] == POS) {
				tags[i] = NN // "rejects $4 billion bid"
			} else if capitalVerb(d, tags, i) {
				tags[i] = NNP
			} else if theFed(d, tags, i) {
				tags[i] = NNP
			} else if i > 0 && (sheDid(d, tags, i) || clauseDid(d, tags, i) || bareVerb(d, tags, i) || saidBy(d, tags, i) || saidLast(d, tags, i)) {
				tags[i] = VBD // "Ada Brenn, his aunt, wept in court"
			}
		case CD:
			if d.Is(i, token.Capital|token.Plain) && i > 0 && d.Tokens[i-1].Shape&token.Punct == 0 && !cardinal(d.Low(i)) {
				tags[i] = NNP // "put Kathleen Brenn in charge": no nineteen
			}
		case VB, VBP:
			if capitalVerb(d, tags, i) {
				tags[i] = NNP
				continue
			}
			if staffOf(d, tags, i) {
				tags[i] = NN
				continue
			}
			if d.Low(i) == "think" && (d.Low(i+1) == "tank" || d.Low(i+1) == "tanks") {
				tags[i] = NN
				continue
			}
			if i > 0 && tags[i-1] == POS && d.Tokens[i-1].Sentence == d.Tokens[i].Sentence {
				tags[i] = NN // "Brenn's catch phrase": no verb without an ending stands behind a possessor
				continue
			}
			unending(d, tags, i)
		case VBZ:
			if i > 0 && d.Low(i) == "shows" && broadcast(d.Low(i-1)) && !opensObject(d.Low(i+1), tags[i+1]) {
				tags[i] = NNS // "films and TV shows from Norland"
			}
			if i > 1 && tags[i-1] == CD && d.Is(i-1, token.Letter) && d.Low(i-1) != "one" && tags[i-2].Verb() {
				tags[i] = NNS // "added three assists", not "all six comes to 30"
			}
		}
	}
	if i := len(tags) - 1; i >= 0 && (tags[i] == VB || tags[i] == VBP) {
		unending(d, tags, i)
	}
}

// mended are the tags that agree looks at.
const mended = 1<<CD | 1<<IN | 1<<JJ | 1<<JJR | 1<<NN | 1<<NNS | 1<<PRP | 1<<RB | 1<<UH | 1<<VBD | 1<<VBN | 1<<VB | 1<<VBP | 1<<VBZ

// allegesAt reports that "alleged" at token i, behind a name, a pronoun or a comma, is a verb: its
// noun ends the clause, or another verb is joined to it.
//
// Counter-example: "the alleged fraud and theft", "a bold, alleged fraud".
func allegesAt(d *token.Doc, tags []Tag, i int) bool {
	if i == 0 || !tags[i-1].Proper() && tags[i-1] != PRP && tags[i-1] != PunctComma {
		return false
	}
	k := i + 1
	for k < len(tags) && (tags[k].Noun() || tags[k] == JJ) {
		k++
	}
	return k > i+1 && k+1 < len(tags) && tags[k] == CC && (tags[k+1].Finite() || tags[k+1] == VBN) || tags[i-1] != PunctComma && k > i+1 && k < len(tags) && tags[k] == PunctEnd
}

// capitalVerb reports a word with a capital at token i that looks like a verb and is a name: behind a name inside its
// sentence ("Ian Read, the head"), or at the start before a verb of saying ("Read said").
//
// Counter-example: "Asked about it, he said", a headline, "KOLM RUNS".
func capitalVerb(d *token.Doc, tags []Tag, i int) bool {
	if !d.Is(i, token.Letter|token.Capital) || d.Is(i, token.Upper) || d.Is(i, token.Hyphen) {
		return false
	}
	s := d.Tokens[i].Sentence
	if d.Blocks[d.Sentences[s].Block].Kind != article.BlockParagraph || d.Tokens[i+1].Sentence != s {
		return false
	}
	if i == int(d.Sentences[s].First) {
		return (d.Low(i+1) == "said" || d.Low(i+1) == "says" || d.Low(i+1) == "told") && tags[i+1].Verb()
	}
	return tags[i-1] == NNP && d.Is(i-1, token.Capital) && !d.Is(i-1, token.Upper) && (tags[i+1] == PunctComma || tags[i+1] == POS || tags[i+1].Finite())
}

// theFed reports the central bank by its short name, which looks like a participle: "Fed
// officials", "the Atlanta Fed". Counter-example: "Fed by hand, it grew".
func theFed(d *token.Doc, tags []Tag, i int) bool {
	return d.Is(i, token.Capital) && d.Low(i) == "fed" && (tags[i+1].Noun() || i > 0 && d.Tokens[i-1].Sentence == d.Tokens[i].Sentence && d.Tokens[i-1].Shape&token.Punct == 0)
}

// familyHe reports "He" for a family name: a given name stands behind it, and then no capital
// more. Behind a pronoun there is none: "He Jianlun, the director, said".
func familyHe(d *token.Doc, tags []Tag, i int) bool {
	return d.Word(i) == "He" && tags[i+1] == NNP && d.Is(i+1, token.Capital) && !d.Is(i+1, token.Upper) && d.Tokens[i].Sentence == d.Tokens[i+1].Sentence &&
		(i+2 >= len(tags) || !d.Is(i+2, token.Capital) && d.Tokens[i+1].Sentence == d.Tokens[min(i+2, len(tags)-1)].Sentence)
}

// onceDid reports "once" at token i between a subject, a name or pronoun, and the past tense of
// a verb with an object: "Ostrow once called her late", "Ostrow, 66, once called her late".
func onceDid(d *token.Doc, tags []Tag, i int) bool {
	if i < 1 || i+2 >= len(tags) || tags[i+1] != VBN && tags[i+1] != VBD || d.Tokens[i-1].Sentence != d.Tokens[i+2].Sentence {
		return false
	}
	switch t := tags[i-1]; {
	case t.Proper(), t == PRP && d.Low(i-1) != "it":
	case t == PunctComma && i > 2 && tags[i-2] == CD && tags[i-3] == PunctComma:
	default:
		return false
	}
	t := tags[i+2]
	return t.Proper() || t == PRP || t == DT || t == PRPS
}

// officialDid reports "official" at token i as a noun before a past tense: "a senior party
// official told reporters".
func officialDid(d *token.Doc, tags []Tag, i int) bool {
	if i < 1 || i+2 >= len(tags) || tags[i+1] != VBN && tags[i+1] != VBD || d.Tokens[i-1].Sentence != d.Tokens[i+2].Sentence {
		return false
	}
	switch tags[i-1] {
	case NN, JJ, DT, NNP:
	default:
		return false
	}
	t := tags[i+2]
	return t == PRP || t == DT || t == NNS || t == PRPS || d.Low(i+2) == "that"
}

// alsoDid reports an adjective in -ed at token i that is a past tense: it stands behind a noun, a
// name or the comma of an aside, and "and" or "but" joins another past tense to it ("Ostrow, the
// coach, smiled and said").
func alsoDid(d *token.Doc, tags []Tag, i int) bool {
	if i < 1 || i+2 >= len(tags) || tags[i+2] != VBD || d.Low(i+1) == "or" || !strings.HasSuffix(d.Low(i), "ed") || d.Tokens[i-1].Sentence != d.Tokens[i+2].Sentence {
		return false
	}
	switch t := tags[i-1]; t {
	case PunctComma, NN, NNS, PRP:
		return true
	default:
		return t.Proper()
	}
}

// cardinal reports a number in letters, or one that is written with Roman ones.
func cardinal(low string) bool {
	switch low {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
		"sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
		"hundred", "thousand", "million", "billion", "trillion", "dozen", "zero", "half",
		"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xx", "xxi":
		return true
	}
	return false
}

// nameLike reports an adjective that opens its sentence right before a verb in the past, or
// of one, which only a noun can be the subject of: "Swift got support", "Strong says no".
// Words for how many, and "Gone are …", have it too.
func nameLike(d *token.Doc, tags []Tag, i int) bool {
	s := d.Tokens[i].Sentence
	if d.Is(i, token.Upper) || d.Is(i, token.Hyphen) || d.Blocks[d.Sentences[s].Block].Kind == article.BlockTitle || d.Tokens[i+1].Sentence != s || i > 0 && d.Tokens[i-1].Sentence == s || tags[i+1] != VBD && tags[i+1] != VBZ && tags[i+1] != MD {
		return false
	}
	switch d.Low(i) {
	case "many", "most", "several", "few", "other", "others", "more", "such", "much", "own", "same", "all", "former", "latter", "some", "less", "fewer",
		"enough", "another", "next", "last", "first", "second", "third", "best", "worst", "worse", "better", "different", "various", "similar":
		return false
	}
	switch d.Low(i + 1) {
	case "is", "was", "are", "were", "'s", "’s", "has", "had", "does", "did", "came", "comes", "goes", "went":
		return false
	}
	return true
}

// broadcast reports what shows are on.
func broadcast(low string) bool {
	switch low {
	case "tv", "television", "radio", "talk", "game", "quiz", "chat", "reality":
		return true
	}
	return false
}

// opensObject reports a word that may begin what a verb shows: "state TV shows the gate".
func opensObject(low string, t Tag) bool {
	return t == DT || t == PRPS || t == PRP || t == WRB || low == "that"
}

// cries are the words with a capital that may be interjections; others are names.
var cries = map[string]bool{
	"yes": true, "no": true, "well": true, "oh": true, "ah": true, "ok": true, "okay": true, "please": true,
	"hey": true, "hi": true, "hello": true, "thanks": true, "wow": true, "alas": true, "alright": true,
	"yeah": true, "sure": true, "right": true, "sorry": true, "bye": true, "goodbye": true, "amen": true,
	"bravo": true, "damn": true, "like": true, "say": true, "look": true, "congratulations": true, "uh": true,
	"um": true, "huh": true, "nope": true, "yep": true, "aye": true, "so": true, "indeed": true, "cheers": true,
	"hallelujah": true, "ha": true, "hmm": true, "welcome": true, "man": true, "boy": true, "god": true,
}

// bygone are the participles that say how somebody left an office.
var bygone = map[string]bool{
	"retired": true, "ousted": true, "jailed": true, "exiled": true, "deposed": true, "disgraced": true,
	"suspended": true, "sacked": true, "dismissed": true, "convicted": true, "detained": true,
}

// unending makes verb i a noun behind "a" and an adjective: a verb without an ending
// never stands there ("a two-year freeze on rents"), for what one thing does ends in
// s. Behind "according to" there is no verb either.
func unending(d *token.Doc, tags []Tag, i int) {
	if i >= 2 && d.Low(i-1) == "to" && d.Low(i-2) == "according" {
		tags[i-1], tags[i] = IN, NN // "according to exit polls"
		return
	}
	if i < 2 || tags[i-1] != JJ && !d.Is(i-1, token.Hyphen) && !endsObject(tags, i) || !single(d, tags, i-1) {
		return
	}
	tags[i] = NN
	if d.Is(i-1, token.Hyphen) {
		tags[i-1] = JJ
	}
}

// endsObject reports a verb, a determiner and a noun before token i, which has no subject then:
// "approved an extradition request".
func endsObject(tags []Tag, i int) bool {
	return i > 2 && tags[i] == VBP && tags[i-1] == NN && tags[i-2] == DT && tags[i-3].Verb()
}

// single reports "a" before the words that end in token i, "a few" and its like
// apart: they are several.
func single(d *token.Doc, tags []Tag, i int) bool {
	if d.Low(i) == "few" || d.Low(i) == "many" {
		return false
	}
	for k := i - 1; k >= max(0, i-3); k-- {
		switch tags[k] {
		case DT:
			return d.Low(k) == "a" || d.Low(k) == "an"
		case JJ, RB:
		default:
			return false
		}
	}
	return false
}
