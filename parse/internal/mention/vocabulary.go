package mention

import (
	"strings"
	"sync"

	"dossier/parse/internal/lexicon"
)

var (
	roleTable    = lexicon.Open("roles")
	headTable    = lexicon.Open("orgheads")
	honorifics   = lexicon.Open("honorifics")
	particles    = lexicon.Open("particles")
	nameWords    = lexicon.Open("namewords")
	suffixTable  = lexicon.Open("suffixes")
	common       = lexicon.Open("commonwords")
	notNames     = lexicon.Open("notnames")
	given        = lexicon.Open("givennames")
	mentionWords = lexicon.Open("mentionwords")
	ranks        = lexicon.Open("ranks")
)

// vocabulary is all words of the tables, and the names that begin with them.
type vocabulary struct {
	numbers *lexicon.Numbers
	words   []word // by number; the first is for words that no table holds
	gazetteer
}

// load is the vocabulary, gathered when it is first asked for.
var load = sync.OnceValue(newVocabulary)

func newVocabulary() *vocabulary {
	v := &vocabulary{numbers: lexicon.NewNumbers(17500), words: make([]word, 1, 17500)}
	v.loadClasses()
	v.loadNameParts()
	v.loadSets()
	v.loadPlurals()
	v.loadEntries()
	return v
}

// number is the number of a word in lower case, 0 if no table holds it.
func (v *vocabulary) number(low string) int { return v.numbers.Find(low) }

// at is the record of a word, which is taken in if it is new.
func (v *vocabulary) at(low string) *word { return &v.words[v.take(low)] }

// take is the number of a word, which is taken in if it is new.
func (v *vocabulary) take(low string) int {
	n := v.numbers.Add(low)
	if n == len(v.words) {
		v.words = append(v.words, word{})
	}
	return n
}

func (v *vocabulary) flag(t *lexicon.Table, f flags) {
	for r := range t.Each() {
		v.at(r.Key()).is |= f
	}
}

// loadClasses reads the nouns for people and bodies.
func (v *vocabulary) loadClasses() {
	for r := range roleTable().Each() {
		w := v.at(r.Key())
		w.is |= aRole
		w.gender, w.plural = sexOf(r.Field(1)), kindIndex(r.Field(3))
		for c, name := range classNames {
			if name == r.Field(2) {
				w.role = class(c)
			}
		}
	}
	for r := range headTable().Each() {
		w := v.at(r.Key())
		w.is |= aHead
		switch r.Field(2) {
		case "":
			w.is |= alone
		case "the":
			w.is |= alone | withThe
		case "one":
			w.is |= alone | withThe | oneOnly
		}
		w.head = kindIndex(r.Field(1))
	}
}

// loadNameParts reads what stands inside and around names.
func (v *vocabulary) loadNameParts() {
	v.flag(particles(), particle)
	v.flag(notNames(), noName)
	v.flag(common(), ordinary)
	for r := range honorifics().Each() {
		w := v.at(r.Key())
		w.is |= honorific
		if s := sexOf(r.Field(1)); s != either {
			w.gender = s
		}
	}
	for r := range nameWords().Each() {
		w := v.at(r.Key())
		last, first := placeLast, placeFirst
		if r.Field(1) == "thing" {
			last, first = thingLast, thingFirst
		}
		if r.Field(2) != "first" {
			w.is |= last
		}
		if r.Field(2) != "last" {
			w.is |= first
		}
	}
	for r := range suffixTable().Each() {
		w := v.at(r.Key())
		w.is |= generation
		if r.Field(1) == "company" {
			w.is = w.is&^generation | company
		}
	}
	for r := range given().Each() {
		v.at(r.Key()).given = sexOf(r.Field(1))
	}
	for _, list := range [...][]string{days, months} {
		for _, s := range list {
			v.at(s).is |= calendar
		}
	}
}

// loadSets reads mentionwords.tsv.
func (v *vocabulary) loadSets() {
	for r := range mentionWords().Each() {
		w := v.at(r.Key())
		for set := range strings.SplitSeq(r.Field(1), ",") {
			for i, name := range setNames {
				if name == set {
					w.is |= placeWord << i
				}
			}
		}
	}
}

// loadPlurals adds the plurals of the nouns for people and bodies. A word that
// is one of the same sort itself keeps what it is.
func (v *vocabulary) loadPlurals() {
	var room [3]string
	for r := range roleTable().Each() {
		for _, form := range plurals(room[:0], r.Key()) {
			if w, o := v.with(form, r.Key()); w.is&aRole == 0 {
				w.is |= roles
				w.role, w.gender, w.plural = o.role, o.gender, o.plural
			}
		}
	}
	for r := range headTable().Each() {
		for _, form := range plurals(room[:0], r.Key()) {
			if w, o := v.with(form, r.Key()); w.is&aHead == 0 {
				w.is |= heads
				if o.is&oneOnly == 0 {
					w.is |= o.is & (alone | withThe)
				}
				w.head = o.head
			}
		}
	}
}

// with is the records of a word, which is taken in if it is new, and of another.
func (v *vocabulary) with(low, other string) (w, o *word) {
	w = v.at(low)
	return w, v.at(other)
}

// plurals appends the plurals that the noun w can have, by its ending.
func plurals(list []string, w string) []string {
	if len(w) < 2 {
		return list
	}
	switch end := w[len(w)-2:]; {
	case strings.HasSuffix(w, "man"):
		list = append(list, w[:len(w)-2]+"en")
	case end[1] == 'y' && !strings.Contains("aeou", end[:1]):
		return append(list, w[:len(w)-1]+"ies")
	case end == "sh" || end == "ch" || end == "ss" || end[1] == 'x':
		return append(list, w+"es")
	}
	return append(list, w+"s")
}

var days = []string{
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
	"yesterday", "today", "tomorrow",
}

var months = []string{
	"january", "february", "march", "april", "may", "june", "july", "august", "september",
	"october", "november", "december", "jan.", "feb.", "mar.", "apr.", "aug.", "sep.", "sept.",
	"oct.", "nov.", "dec.", "i",
}
