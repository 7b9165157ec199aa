package mention

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/token"
)

// entry is one name that a table knows.
type entry struct {
	name    string // as the table writes it
	low     string
	canon   string // the usual name of what it names; the code of a state
	kind    article.ActorKind
	country article.Opt
	what    source
	form    byte // of a demonym: 'a' an adjective, 'n' a noun, 'b' both, 's' several of the people
	weak    bool // also a common word or a given name: needs support
	exact   bool // an acronym: only in its own letter case
	titled  bool // "The Sun": the word behind the article needs its capital
}

// source is the table an entry comes from.
type source uint8

const (
	fromCountry source = iota
	fromCapital
	fromSeat
	fromPlace
	fromBody // bodies of any kind
	fromDemonym
)

// gazetteer finds names of the tables at a token, the longest first.
type gazetteer struct {
	entries []entry
	firsts  []first   // what each entry begins with; goes after loading
	order   []ordered // those with one first word together, the longer before
	starts  []stretch // of order, by the number of the first word
}

// first says that an entry begins with a word.
type first struct{ word, entry int32 }

// ordered is an entry with the first letter of its second word: most that share
// a first word differ there.
type ordered struct {
	entry  int32
	second byte // 0: it has one word; any: not known
}

const any = 0xFF

// stretch is the places [from, end).
type stretch struct{ from, end int32 }

var (
	countries = lexicon.Open("countries")
	demonyms  = lexicon.Open("demonyms")
	capitals  = lexicon.Open("capitals")
	seats     = lexicon.Open("seats")
	igos      = lexicon.Open("igos")
	media     = lexicon.Open("media")
	armed     = lexicon.Open("armed")
	parties   = lexicon.Open("parties")
	agencies  = lexicon.Open("agencies")
	orgs      = lexicon.Open("orgs")
	places    = lexicon.Open("places")
	weakNames = lexicon.Open("weaknames")
)

// loadEntries gathers the tables of names; an earlier table wins a name.
func (v *vocabulary) loadEntries() {
	v.entries = make([]entry, 0, 7700)
	v.firsts = make([]first, 0, 7700)
	v.table(countries(), entry{kind: article.KindCountry, what: fromCountry}, 1)
	v.table(seats(), entry{what: fromSeat}, 2)
	v.table(capitals(), entry{kind: article.KindPlace, what: fromCapital}, 1)
	v.table(demonyms(), entry{kind: article.KindCountry, what: fromDemonym}, 1)
	v.table(igos(), entry{kind: article.KindIGO, what: fromBody}, 1)
	v.table(agencies(), entry{what: fromBody}, 2)
	v.table(armed(), entry{what: fromBody}, 2)
	v.table(media(), entry{kind: article.KindMedia, what: fromBody}, 1)
	v.table(parties(), entry{kind: article.KindParty, what: fromBody}, 1)
	v.table(orgs(), entry{what: fromBody}, 2)
	v.table(places(), entry{kind: article.KindPlace, what: fromPlace}, 1)
	v.peoples()
	v.group()
}

// peoples adds the plurals of the demonyms that are nouns ("Egyptians"). What
// another table has already is a name there ("Democrats").
func (v *vocabulary) peoples() {
	var many []entry
	names := lexicon.NewIndex(400)
	for _, e := range v.entries {
		if e.what != fromDemonym {
			continue
		}
		if e.form != 'n' && !strings.Contains(e.low, " ") {
			v.at(e.low).is |= demonym
		}
		if e.form == 'a' {
			continue
		}
		if stem, ok := strings.CutSuffix(e.name, "man"); ok && e.form == 'n' {
			e.name = stem + "men"
		} else if e.low[len(e.low)-1] != 's' {
			e.name += "s"
		}
		e.low, e.form = strings.ToLower(e.name), 's'
		many = append(many, e)
		names.Add(e.low)
	}
	taken := make([]bool, names.Len())
	for i := range v.entries {
		if n := names.Find(v.entries[i].low); n >= 0 {
			taken[n] = true
		}
	}
	for _, e := range many {
		if !taken[names.Find(e.low)] {
			v.add(e)
		}
	}
}

// table adds the names of t, like e in what they all share: name, [kind,]
// country in the given column, and of bodies other forms.
func (v *vocabulary) table(t *lexicon.Table, e entry, country int) {
	for r, low := range t.EachLower() {
		e := e
		e.name, e.low = r.Key(), low.Key()
		e.country = article.Opt(r.Field(country))
		if country == 2 {
			e.kind = article.ActorKind(r.Field(1))
		}
		e.canon = e.name
		if e.what == fromDemonym {
			e.form = 'b'
			if f := r.Field(2); len(f) == 1 {
				e.form = f[0]
			}
		}
		if e.what == fromCountry || e.what == fromDemonym {
			e.canon = string(e.country)
		}
		v.add(e)
		if e.what != fromBody {
			continue
		}
		names, lows := r.Field(country+1), low.Field(country+1)
		for names != "" {
			e.name, names, _ = strings.Cut(names, ",")
			e.low, lows, _ = strings.Cut(lows, ",")
			v.add(e)
		}
	}
}

// add takes in an entry under its first word. A word with an apostrophe inside
// stands there in both forms.
func (v *vocabulary) add(e entry) {
	e.weak = weakNames().Has(e.low)
	e.exact = len(e.name) < 8 && strings.ToUpper(e.name) == e.name
	e.titled = strings.HasPrefix(e.low, "the ")
	v.entries = append(v.entries, e)
	word, _, _ := strings.Cut(e.low, " ")
	if k := strings.IndexByte(word, '\''); k >= 0 {
		if word[k:] == "'s" || word[k:] == "'" {
			word = word[:k]
		} else {
			v.start(word[:k] + "’" + word[k+1:])
		}
	}
	v.start(word)
}

func (v *vocabulary) start(word string) {
	n := v.take(word)
	v.words[n].is |= entryFirst
	v.firsts = append(v.firsts, first{int32(n), int32(len(v.entries) - 1)})
}

// group puts the entries with one first word together, the longer before, and
// notes where they stand. Of two entries with one name the earlier table's stays
// first.
func (v *vocabulary) group() {
	v.starts = make([]stretch, len(v.words))
	for _, f := range v.firsts {
		v.starts[f.word].end++
	}
	at := int32(0)
	for i := range v.starts {
		n := v.starts[i].end
		v.starts[i] = stretch{at, at}
		at += n
	}
	v.order = make([]ordered, len(v.firsts))
	for _, f := range v.firsts {
		s := &v.starts[f.word]
		k := s.end
		low := v.entries[f.entry].low
		for ; k > s.from && len(v.entries[v.order[k-1].entry].low) < len(low); k-- {
			v.order[k] = v.order[k-1]
		}
		v.order[k] = ordered{f.entry, second(low)}
		s.end++
	}
	v.firsts = nil
}

// second is the first letter of the second word of low.
func second(low string) byte {
	k := strings.IndexAny(low, " '")
	switch {
	case k < 0:
		return 0
	case low[k] == ' ' && k+1 < len(low):
		return low[k+1]
	}
	return any
}

// entry is the longest name of the tables that starts at token i and ends, at the
// latest, before token end; stop is the token behind it.
func (l *lexed) entry(i, end int) (e *entry, stop int) {
	if !l.is(i, entryFirst) {
		return nil, i
	}
	next := byte(0)
	if i+1 < end {
		next = l.d.Lower[l.d.Tokens[i+1].Start]
	}
	s := l.known.starts[l.ids[i]]
	for _, o := range l.known.order[s.from:s.end] {
		if o.second != next && o.second != 0 && o.second != any {
			continue
		}
		e := &l.known.entries[o.entry]
		if stop, ok := e.reads(l.d, i, end); ok {
			return e, stop
		}
	}
	return nil, i
}

// reads compares the entry with the text from token i on: one space matches any
// blank, an apostrophe either form.
func (e *entry) reads(d *token.Doc, i, end int) (stop int, ok bool) {
	text, at := d.Lower, int(d.Tokens[i].Start)
	limit := int(d.Tokens[end-1].End)
	if at+len(e.low) > limit {
		return 0, false
	}
	for k := 0; k < len(e.low); k++ {
		if at >= limit {
			return 0, false
		}
		switch c := e.low[k]; {
		case c == text[at]:
			at++
		case c == ' ' && text[at] == '\n':
			at++
		case c == '\'' && strings.HasPrefix(text[at:], "’"):
			at += len("’")
		default:
			return 0, false
		}
	}
	for stop = i; stop < end && int(d.Tokens[stop].End) < at; stop++ {
	}
	if stop >= end || int(d.Tokens[stop].End) != at {
		return 0, false
	}
	if e.titled && !d.Is(i+1, token.Capital) {
		return 0, false
	}
	if e.exact && d.Text[d.Tokens[i].Start:at] != e.name {
		return 0, false
	}
	return stop + 1, true
}
