package mention

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Roles: the office in a description, and the state that it is of.

// land reports a noun for a state at head that takes up one: "his country", "Brenn's country", "the
// island nation". Behind a preposition of place it is where something happens.
//
// Counter-example: "in the country", "a country of 5 million", "the country house".
func (f *finder) land(first, head int) bool {
	if t := f.tags[head]; t != tag.NN && t != tag.NNP || f.d.Is(head, token.Capital) || head+1 < f.end && (f.tags[head+1].Noun() || f.d.Low(head+1) == "of") {
		return false
	}
	for i := first + 1; i < head; i++ {
		if t := f.tags[i]; t == tag.JJS || t == tag.RBS || f.d.Low(i) == "only" || f.d.Low(i) == "first" || f.d.Low(i) == "whole" {
			return false // "the only country to do so"
		}
	}
	switch t := f.tags[first]; {
	case t == tag.PRPS, head > first && f.tags[head-1] == tag.POS:
		return true
	case t == tag.DT && f.d.Low(first) == "the":
		return first == f.first || !f.is(first-1, placeWord) && f.d.Low(first-1) != "throughout" && f.d.Low(first-1) != "around"
	}
	return false
}

// partOfTitle reports a capitalised noun that a name goes on behind ("Man of the
// Match").
func (f *finder) partOfTitle(head int) bool {
	if f.word(head).role == office {
		return false
	}
	k := head + 1
	for k < len(f.tags) && k < head+3 && (f.d.Low(k) == "of" || f.d.Low(k) == "the") {
		k++
	}
	return k > head+1 && k < len(f.tags) && f.d.Is(k, token.Capital)
}

// office reports a noun that may be capitalised and still be one: a title or a
// body.
func (f *finder) office(head int) bool {
	return f.word(head).role == office || f.orgWord(head) || f.sides(head) || f.tags[head] == tag.NNS || f.tags[head] == tag.NNPS || f.opens(head)
}

// otherSeat reports a comma at token i and behind it the seat that tells which place of the
// name is meant, in another state: "the Kent, | Washington-based firm".
func (f *finder) otherSeat(i int, code article.Opt) bool {
	if f.tags[i] != tag.PunctComma || i+1 >= f.end {
		return false
	}
	seat, _, tied := strings.Cut(f.d.Word(i+1), "-")
	other := places().Field(seat, 1)
	if other == "" {
		other = capitals().Field(seat, 1)
	}
	return tied && other != "" && other != string(code)
}

// role fills a mention whose head is a noun for a person. An office with a
// definite article, a state or none at all is a title: it names its holder.
func (f *finder) role(m *Mention, first, head int, plural bool, x word) {
	m.Plural = plural
	m.Kind = article.KindPerson
	if plural {
		m.Kind = headKinds[x.plural]
		return
	}
	if m.Gender = x.gender.gender(); m.Gender == "" && f.is(first, honorific) {
		m.Gender = f.word(first).gender.gender() // "Mr. President"
	}
	if x.role == kin {
		m.Rule = "kin"
	}
	if x.role == office && (f.tags[first] != tag.DT || f.d.Low(first) == "the") && f.tags[first] != tag.PRPS {
		m.Type, m.Rule = article.MentionTitle, "title"
	}
	if x.role == office || x.role == work {
		m.RoleFirst, m.RoleEnd = f.title(first, head)
		m.FieldEnd = f.fieldBehind(head)
	}
}

// fieldBehind is where the field of an office ends whose noun is at head: "Minister | of Trade and Industry"; 0 if none
// stands there.
//
// Counter-example: "the minister of Norland", "a secretary of the union".
func (f *finder) fieldBehind(head int) int32 {
	if head+2 >= f.end || !ministers.Has(f.d.Low(head)) || f.d.Low(head+1) != "of" && f.d.Low(head+1) != "for" {
		return 0
	}
	p := f.set.phraseAt[head]
	if p < 0 {
		return 0
	}
	end := int(f.set.Phrases[p].FullEnd)
	fields := 0
	for i := head + 2; i < end; i++ {
		if f.tags[i] == tag.POS {
			end = i // "the secretary of state's server"
			break
		}
		switch w := f.d.Low(i); {
		case w == "the" || w == "for" || f.tags[i] == tag.PunctComma:
		case !Field(w) || f.nameAt[i] > 0:
			return 0
		default:
			fields++
		}
	}
	if fields == 0 {
		return 0
	}
	return int32(end)
}

// abstractJustice reports that "Justice" at the token head of a phrase is no judge: what is
// demanded, or whose minister somebody is.
//
// Example: "told Demand Justice", "the Minister of Justice". Counter-example: "the Chief Justice".
func (f *finder) abstractJustice(first, head int) bool {
	if head > first {
		return f.d.Is(head-1, token.Capital) && !f.is(head-1, demonym|sovereign) && !overJustice.Has(f.d.Low(head-1))
	}
	return head > 0 && f.d.Low(head-1) == "of"
}

// title is the words of the office in [first, head]: without determiner and
// affiliation.
func (f *finder) title(first, head int) (int32, int32) {
	from := head
	for from-1 >= first && !f.taken(from-1) && f.titleWord(from-1) {
		from--
	}
	if from-2 >= first && from < head && f.d.Low(from-1) == "and" && Field(f.d.Low(from-2)) && (Field(f.d.Low(from)) || f.d.Low(from) == "crime") {
		from -= 2 // "police and crime commissioner"
	}
	return int32(from), int32(head + 1)
}

func (f *finder) titleWord(i int) bool {
	switch f.tags[i] {
	case tag.NN, tag.JJ, tag.NNP, tag.NNS, tag.VBG, tag.HYPH, tag.NNPS:
		if f.d.Is(i, token.Digit|token.Hyphen) && strings.HasSuffix(f.d.Low(i), "-year-old") {
			return false // "the 67-year-old | leader"
		}
		return !f.is(i, honorific) || f.is(i, aRole) // "Mr. | President"
	}
	return false
}

// governmentOf turns "the government of Norland" into the name of one.
func (f *finder) governmentOf(m *Mention) bool {
	h := int(m.Head)
	if m.Kind != article.KindGovernment || h+2 > f.end || int(m.End) <= h+1 || f.d.Low(h+1) != "of" {
		return false
	}
	at := f.nameAt[m.End-1]
	if at == 0 {
		return false
	}
	o := &f.set.Mentions[at-1]
	if o.First < int32(h+2) || o.End != m.End || o.Kind != article.KindCountry && o.Kind != article.KindPlace {
		return false
	}
	m.Country, m.Type, m.Rule = o.Country, article.MentionName, "government-of"
	return true
}

// countryBetween is the country of a demonym or country name in [first, head). A
// person may be called as a company is: "the Vale campaign".
func (f *finder) countryBetween(first, head int) article.Opt {
	for i := first; i < head; i++ {
		if at := f.nameAt[i]; !f.taken(i) || at > 0 && f.set.Mentions[at-1].Kind == article.KindPerson {
			continue
		}
		e, stop := f.entry(i, head+1)
		if e == nil || stop > head {
			continue
		}
		if e.country() != "" && !f.otherSeat(stop, e.country()) {
			return e.country()
		}
		i = stop - 1 // "South American": not of America
	}
	return ""
}
