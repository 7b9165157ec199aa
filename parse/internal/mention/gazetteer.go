package mention

import (
	"strings"
	"sync"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/token"
)

// entry is one name that a table knows.
type entry struct {
	name    string // as the table writes it
	low     string
	first   string // its first word
	canon   string // the usual name of what it names; the code of a state
	kind    article.ActorKind
	country article.Opt
	what    source
	weak    bool // also a common word or a given name: needs support
	exact   bool // an acronym: only in its own letter case
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
	entries   []entry
	order     []int32          // entries, those with one first word together
	stretches []stretch        // of order, one per first word
	first     map[string]int32 // first word -> its stretch
}

// stretch is the places [from, end).
type stretch struct{ from, end int32 }

var names = sync.OnceValue(loadNames)

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

// loadNames gathers the tables; an earlier table wins a name.
func loadNames() *gazetteer {
	g := &gazetteer{entries: make([]entry, 0, 3600)}
	for _, r := range countries().Rows {
		g.add(entry{name: r.Key(), kind: article.KindCountry, country: article.Opt(r.Field(1)), canon: r.Field(1), what: fromCountry})
	}
	for _, r := range seats().Rows {
		g.add(entry{name: r.Key(), kind: article.ActorKind(r.Field(1)), country: article.Opt(r.Field(2)), canon: r.Key(), what: fromSeat})
	}
	for _, r := range capitals().Rows {
		g.add(entry{name: r.Key(), kind: article.KindPlace, country: article.Opt(r.Field(1)), canon: r.Key(), what: fromCapital})
	}
	for _, r := range demonyms().Rows {
		g.add(entry{name: r.Key(), kind: article.KindCountry, country: article.Opt(r.Field(1)), canon: r.Field(1), what: fromDemonym})
	}
	g.bodies(igos(), article.KindIGO)
	g.bodies(agencies(), "")
	g.bodies(armed(), "")
	g.bodies(media(), article.KindMedia)
	g.bodies(parties(), article.KindParty)
	g.bodies(orgs(), "")
	for _, r := range places().Rows {
		g.add(entry{name: r.Key(), kind: article.KindPlace, country: article.Opt(r.Field(1)), canon: r.Key(), what: fromPlace})
	}
	g.group()
	return g
}

// group puts the entries with one first word together and notes where they
// stand. Of two entries with one name the earlier table's stays first.
func (g *gazetteer) group() {
	bucket := make([]int32, len(g.entries))
	number := make(map[string]int32, len(g.entries))
	var list []stretch
	for i := range g.entries {
		n, ok := number[g.entries[i].first]
		if !ok {
			n = int32(len(list))
			number[g.entries[i].first] = n
			list = append(list, stretch{})
		}
		bucket[i] = n
		list[n].end++
	}
	at := int32(0)
	for i := range list {
		n := list[i].end
		list[i] = stretch{at, at}
		at += n
	}
	g.order = make([]int32, len(g.entries))
	for i := range g.entries {
		s := &list[bucket[i]]
		k := s.end
		for ; k > s.from && len(g.entries[g.order[k-1]].low) < len(g.entries[i].low); k-- {
			g.order[k] = g.order[k-1]
		}
		g.order[k] = int32(i)
		s.end++
	}
	g.first = number
	g.stretches = list
}

// bodies adds a table of bodies: name, [kind,] country, other forms.
func (g *gazetteer) bodies(t *lexicon.Table, kind article.ActorKind) {
	for _, r := range t.Rows {
		e, at := entry{name: r.Key(), canon: r.Key(), kind: kind, what: fromBody}, 1
		if kind == "" {
			e.kind, at = article.ActorKind(r.Field(1)), 2
		}
		e.country = article.Opt(r.Field(at))
		g.add(e)
		for form := range strings.SplitSeq(r.Field(at+1), ",") {
			if form != "" {
				e.name = form
				g.add(e)
			}
		}
	}
}

func (g *gazetteer) add(e entry) {
	e.low = strings.ToLower(e.name)
	e.first = firstWord(e.low)
	e.weak = weakNames().Has(e.low)
	e.exact = len(e.name) < 8 && strings.ToUpper(e.name) == e.name
	g.entries = append(g.entries, e)
}

// firstWord is the part before the first space or apostrophe.
func firstWord(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] == ' ' || s[i] == '\'' || s[i] == 0xE2 {
			return s[:i]
		}
	}
	return s
}

// at returns the longest entry that starts at token i and ends, at the latest,
// before token end; stop is the token behind it.
func (g *gazetteer) at(d *token.Doc, i, end int) (e *entry, stop int) {
	n, ok := g.first[firstWord(d.Low(i))]
	if !ok {
		return nil, i
	}
	s := g.stretches[n]
	for _, k := range g.order[s.from:s.end] {
		e := &g.entries[k]
		if stop, ok := e.reads(d, i, end); ok {
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
	for k := 0; k < len(e.low); k++ {
		if at >= limit {
			return 0, false
		}
		switch c := e.low[k]; {
		case c == ' ' && (text[at] == ' ' || text[at] == '\n'):
			at++
		case c == '\'' && strings.HasPrefix(text[at:], "’"):
			at += len("’")
		case c == text[at]:
			at++
		default:
			return 0, false
		}
	}
	for stop = i; stop < end && int(d.Tokens[stop].End) < at; stop++ {
	}
	if stop >= end || int(d.Tokens[stop].End) != at {
		return 0, false
	}
	if e.exact && d.Text[d.Tokens[i].Start:at] != e.name {
		return 0, false
	}
	return stop + 1, true
}
