package actor

import (
	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// repeats adds what was missed to set: the names that open a sentence, where any
// word has a capital ("Marchand, a former minister, said", after Luc Marchand was
// named), and some titles.
func repeats(d *token.Doc, tags []tag.Tag, set *mention.Set) {
	var names map[string]int32 // a word that is a name -> a mention of it, or of the full name
	var small map[string]bool  // the words that the text also writes small, when needed
	var found []mention.Mention
	at := 0
	for s := range d.Sentences {
		i := opener(d, tags, s)
		for at < len(set.Mentions) && int(set.Mentions[at].First) < i {
			at++
		}
		if i < 0 || !goesOn(d, tags, s, i) {
			continue
		}
		noun := nounAt(set, at, i)
		if noun < 0 && namedAt(set, at, i) {
			continue
		}
		if names == nil {
			names = shortNames(d, set)
		}
		o, ok := names[d.Low(i)]
		if !ok {
			continue
		}
		y := &set.Mentions[o]
		if noun >= 0 { // "Cook left", after Tim Cook was named
			if x := &set.Mentions[noun]; y.Kind == article.KindPerson && d.Low(int(y.End)-1) == d.Low(i) {
				x.Type, x.Kind, x.Gender, x.Plural, x.Rule = article.MentionName, y.Kind, y.Gender, false, "repeated"
				x.Country, x.Table, x.RoleFirst, x.RoleEnd = "", "", 0, 0
			}
			continue
		}
		if y.Kind != article.KindPerson && small == nil {
			small = smallWords(d)
		}
		if y.Kind == article.KindPerson || !small[d.Low(i)] {
			again := mention.Mention{
				First: int32(i), End: int32(i + 1), Head: int32(i), Phrase: int32(set.PhraseAt(i)),
				Type: article.MentionName, Kind: y.Kind, Gender: y.Gender, Rule: "repeated",
			}
			if y.End-y.First == 1 {
				again.Type, again.Country, again.Table = y.Type, y.Country, y.Table
			}
			found = append(found, again)
			widen(tags, set, at, i)
		}
	}
	found = append(found, chiefs(d, tags, set)...)
	if len(found) > 0 {
		set.Mentions = append(set.Mentions, found...)
		set.Order()
	}
}

// widen takes the name at token i into the description that it owns, from mention m on:
// "Dunning's | office".
func widen(tags []tag.Tag, set *mention.Set, m, i int) {
	if i+1 >= len(tags) || tags[i+1] != tag.POS {
		return
	}
	for ; m < len(set.Mentions) && int(set.Mentions[m].First) <= i+2; m++ {
		if x := &set.Mentions[m]; int(x.First) == i+2 && isNominal(x) {
			x.First = int32(i)
		}
	}
}

// smallWords are the words of d that it also writes with a small letter: at a
// sentence's start a name may be that.
func smallWords(d *token.Doc) map[string]bool {
	small := map[string]bool{}
	for i := range d.Tokens {
		if d.Tokens[i].Shape&(token.Letter|token.Capital) == token.Letter {
			small[d.Low(i)] = true
		}
	}
	return small
}

// namedAt reports a name or pronoun that starts at token i, from mention m on: what
// else starts there may hold a name ("Kolm's husband").
func namedAt(set *mention.Set, m, i int) bool {
	for ; m < len(set.Mentions) && int(set.Mentions[m].First) == i; m++ {
		if x := &set.Mentions[m]; !isNominal(x) || int(x.Head) == i {
			return true
		}
	}
	return false
}

// nounAt is the description at token i, from mention m on, that is that token alone; -1
// if there is none.
func nounAt(set *mention.Set, m, i int) int {
	for ; m < len(set.Mentions) && int(set.Mentions[m].First) == i; m++ {
		if x := &set.Mentions[m]; isNominal(x) && int(x.End) == i+1 && !x.Plural {
			return m
		}
	}
	return -1
}

// chiefs adds "the UN chief said" to what was found: behind a body's name the
// noun looks like an adjective and was passed over.
func chiefs(d *token.Doc, tags []tag.Tag, set *mention.Set) (found []mention.Mention) {
	for m := range set.Mentions {
		x := &set.Mentions[m]
		i := int(x.End)
		if !isBodyName(x) || i+1 >= len(d.Tokens) || set.PhraseAt(i) >= 0 || tags[i] != tag.JJ || d.Low(i) != "chief" || !tags[i+1].Finite() {
			continue
		}
		first := x.First
		if first > 0 && d.Low(int(first)-1) == "the" {
			first--
		}
		found = append(found, mention.Mention{
			First: first, End: int32(i + 1), Head: int32(i), Phrase: -1, Type: article.MentionTitle,
			Kind: article.KindPerson, Rule: "title", RoleFirst: int32(i), RoleEnd: int32(i + 1),
		})
	}
	return found
}

// opener is the first word of sentence s if it has a capital and is not known to
// be a name or a small word, else -1.
func opener(d *token.Doc, tags []tag.Tag, s int) int {
	i, end := int(d.Sentences[s].First), int(d.Sentences[s].End)
	for i < end && d.Is(i, token.Mark) {
		i++
	}
	if i >= end || !d.Is(i, token.Letter|token.Capital) {
		return -1
	}
	switch tags[i] {
	case tag.DT, tag.IN, tag.PRP, tag.PRPS, tag.CC, tag.TO, tag.WP, tag.WDT, tag.WRB:
		return -1
	}
	return i
}

// goesOn reports that the sentence goes on behind token i as behind a name: with
// a verb, a comma or a possessive.
func goesOn(d *token.Doc, tags []tag.Tag, s, i int) bool {
	if i+1 >= int(d.Sentences[s].End) {
		return false
	}
	t := tags[i+1]
	if t == tag.NNS && !common().Has(d.Low(i)) && i+2 < int(d.Sentences[s].End) {
		return tags[i+2] == tag.IN || tags[i+2] == tag.TO || tags[i+2] == tag.DT || tags[i+2] == tag.PRPS // "Kolm trains in"
	}
	if w := d.Low(i + 1); w == "himself" || w == "herself" {
		return true
	}
	return t.Finite() || t == tag.PunctComma || t == tag.POS || t == tag.MD
}

// shortNames are the last words of the full names of people in set, and the bodies'
// names of one word that are no common words.
func shortNames(d *token.Doc, set *mention.Set) map[string]int32 {
	names := map[string]int32{}
	for m := range set.Mentions {
		x := &set.Mentions[m]
		low := d.Low(int(x.End) - 1)
		switch {
		case x.Kind == article.KindPerson && x.Type == article.MentionName && x.End-x.First > 1:
			if !nameEnds.Has(low) {
				names[low] = int32(m)
			}
			if first := d.Low(int(x.First)); !common().Has(first) {
				if _, known := names[first]; !known {
					names[first] = int32(m)
				}
			}
		case isBodyName(x) && x.Type != article.MentionMetonym && x.End-x.First == 1 && !common().Has(low):
			if _, known := names[low]; !known {
				names[low] = int32(m)
			}
		}
	}
	return names
}
