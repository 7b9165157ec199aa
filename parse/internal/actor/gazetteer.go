package actor

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Known is one actor of a user's list.
type Known struct {
	Name    string // how the user calls it
	Aliases []string
	Kind    article.ActorKind // "" if open
	Country article.Opt       // ISO 3166-1 alpha-2
	Role    string            // a title it holds, "" if none
	ID      article.Opt       // the user's id, such as Q42
}

// Gazetteer finds the actors of a user's list in texts. It is read by many
// articles at once and never changes.
//
// Names are found through their first word: it leads to the lengths, in bytes,
// of the names that begin with it, and only a stretch of such a length is looked
// up. So a token costs one lookup and a few bits, however long the list is.
type Gazetteer struct {
	entries []Known
	forms   map[string]form
	lengths map[string]uint64 // first word -> bit n: a name of n bytes; bit 0: a longer one
}

// form is one name in the list.
type form struct {
	entry int32 // several if two entries bear it
	exact bool  // letters all in capitals: no other form of them counts
	small bool  // begins with a small letter, so the text may too
}

// NewGazetteer makes a gazetteer of list. A name that two entries with different
// ids bear finds neither.
func NewGazetteer(list []Known) *Gazetteer {
	g := &Gazetteer{
		entries: list,
		forms:   make(map[string]form, 2*len(list)),
		lengths: make(map[string]uint64, len(list)),
	}
	for i := range list {
		g.add(list[i].Name, i)
		for _, a := range list[i].Aliases {
			g.add(a, i)
		}
	}
	return g
}

// Len is the number of entries.
func (g *Gazetteer) Len() int { return len(g.entries) }

func (g *Gazetteer) add(name string, entry int) {
	low := token.Lower(name)
	r, _ := utf8.DecodeRuneInString(name)
	f := form{entry: int32(entry), small: !unicode.IsUpper(r), exact: acronym(name)}
	if o, ok := g.forms[low]; ok && o.entry != f.entry {
		if o.entry == several || g.entries[o.entry].ID == "" || g.entries[o.entry].ID != g.entries[entry].ID {
			f.entry = several
		} else {
			f.entry = o.entry
		}
	}
	g.forms[low] = f
	g.lengths[firstWord(low)] |= bit(len(low))
	if strings.ContainsRune(low, '\'') {
		g.add(strings.ReplaceAll(name, "'", "’"), entry)
	}
}

func bit(n int) uint64 {
	if n > 63 {
		return 1
	}
	return 1 << n
}

// acronym reports a short name that has no small letter.
func acronym(s string) bool {
	return len(s) < 7 && strings.ToUpper(s) == s
}

// firstWord is the letters and digits that s begins with, or its first byte: a
// token that begins as a name does has the same, wherever either is cut.
func firstWord(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == 0xE2 || c < utf8.RuneSelf && (c < '0' || c > '9') && (c < 'a' || c > 'z') {
			return s[:max(1, i)] // 0xE2 begins ’ and other marks
		}
	}
	return s
}

// hit is a name of the list in the text: tokens [first, end).
type hit struct {
	first, end int32
	entry      int32
}

// longestName is the longest name that is looked for, in bytes.
const longestName = 200

// find lists the names of the list in d, the longest at each place.
func (g *Gazetteer) find(d *token.Doc, tags []tag.Tag) []hit {
	var hits []hit
	for s := range d.Sentences {
		end := int(d.Sentences[s].End)
		for i := int(d.Sentences[s].First); i < end; {
			h := g.at(d, tags, i, end)
			if h.end == 0 {
				i++
				continue
			}
			hits = append(hits, h)
			i = int(h.end)
		}
	}
	return hits
}

// at is the longest name of the list that starts at token i; its end is 0 if
// there is none.
func (g *Gazetteer) at(d *token.Doc, tags []tag.Tag, i, end int) (h hit) {
	set, ok := g.lengths[firstWord(d.Low(i))]
	if !ok {
		return h
	}
	most := 63 - bits.LeadingZeros64(set)
	if set&1 != 0 {
		most = longestName
	}
	start := d.Tokens[i].Start
	for k := i; k < end; k++ {
		n := int(d.Tokens[k].End - start)
		if n > most {
			break
		}
		if set&bit(n) == 0 {
			continue
		}
		if f, ok := g.forms[oneLine(d.Lower[start:d.Tokens[k].End])]; ok && f.entry >= 0 && f.reads(d, tags, i, k+1) {
			h = hit{int32(i), int32(k + 1), f.entry}
		}
	}
	return h
}

// reads reports that the letters of tokens [first, end) are those of a name: a
// capital where the list has one, all capitals of an acronym, and of a single
// word at a sentence's start more than that.
func (f form) reads(d *token.Doc, tags []tag.Tag, first, end int) bool {
	capital := d.Is(first, token.Capital)
	switch {
	case f.exact:
		for i := first; i < end; i++ {
			if d.Is(i, token.Letter) && strings.ToUpper(d.Word(i)) != d.Word(i) {
				return false
			}
		}
		return true
	case f.small:
		return true
	case !capital && d.Is(first, token.Letter):
		return false
	}
	return end > first+1 || tags[first].Proper() || int(d.Sentences[d.Tokens[first].Sentence].First) != first
}

// Mark adds to set what was missed or mistaken in it: last names that open a
// sentence, kinds that a description corrects, letters that the article explains, and
// the names of the list.
// Mentions that are one of these become it, shorter names inside one give way. A
// longer name around one stays what it is: the Norland Navy is not Norland. g may
// be nil.
func (g *Gazetteer) Mark(d *token.Doc, tags []tag.Tag, set *mention.Set) {
	recast(d, set)
	ownLetters(d, tags, set)
	smallLetters(d, tags, set)
	local(d, set)
	inCapital(d, tags, set)
	repeats(d, tags, set)
	if g == nil {
		return
	}
	hits := g.find(d, tags)
	if len(hits) == 0 {
		return
	}
	out := make([]mention.Mention, 0, len(set.Mentions)+len(hits))
	at := 0
	for i := range set.Mentions {
		x := &set.Mentions[i]
		for at < len(hits) && hits[at].end <= x.First {
			at++
		}
		if g.keeps(hits, at, x) {
			out = append(out, *x)
		}
	}
	n := len(out)
	for _, h := range hits {
		if h.entry >= 0 {
			out = append(out, g.mention(d, set, h))
		}
	}
	set.Mentions = out
	if len(out) > n {
		set.Order()
	}
}

// keeps reports that mention x stays beside the hits from index at on; a hit
// that x is longer than is struck out.
func (g *Gazetteer) keeps(hits []hit, at int, x *mention.Mention) bool {
	for k := at; k < len(hits) && hits[k].first < x.End; k++ {
		h := &hits[k]
		switch named := isName(x) || isAdjective(x); {
		case h.entry < 0:
		case h.first <= x.First && x.End <= h.end:
			return false
		case x.First <= h.first && h.end <= x.End:
			if named && !(x.Kind == article.KindPerson && h.end == x.End && h.end-h.first > 1) {
				h.entry = -1
			} else if named {
				return false // "State Ada Brenn"
			}
		default:
			return false // they cross
		}
	}
	return true
}

// mention is the mention that hit h makes. What stood there before still says
// who holds which title.
func (g *Gazetteer) mention(d *token.Doc, set *mention.Set, h hit) mention.Mention {
	e := &g.entries[h.entry]
	m := mention.Mention{
		First: h.first, End: h.end, Head: head(d, h), Type: article.MentionName,
		Kind: e.Kind, Country: e.Country, Rule: "listed", Listed: h.entry + 1,
	}
	m.Phrase = int32(set.PhraseAt(int(m.Head)))
	if h.end-h.first == 1 && d.Is(int(h.first), token.Upper) {
		m.Type = article.MentionAcronym
	}
	i, _ := slices.BinarySearchFunc(set.Mentions, h.first, func(x mention.Mention, first int32) int { return int(x.First - first) })
	for ; i < len(set.Mentions) && set.Mentions[i].First == h.first; i++ {
		if x := &set.Mentions[i]; isName(x) && x.End == h.end {
			m.RoleFirst, m.RoleEnd, m.Gender = x.RoleFirst, x.RoleEnd, x.Gender
			if m.Kind == "" {
				m.Kind, m.Plural = x.Kind, x.Plural
			}
		}
	}
	return m
}

// head is the token that stands for a name: the last before "of" and "for".
func head(d *token.Doc, h hit) int32 {
	for i := h.first + 1; i < h.end; i++ {
		switch d.Low(int(i)) {
		case "of", "for", ",":
			return i - 1
		}
	}
	return h.end - 1
}

// listed links a name of the user's list to the actor that the list gives it to.
func (r *resolver) listed(m int) int {
	entry := r.ms[m].Listed - 1
	if g, ok := r.byKnown[entry]; ok {
		return int(g)
	}
	return r.found(m, entry)
}

// found makes the actor of a list's entry, and lets all its names lead to it.
func (r *resolver) found(m int, entry int32) int {
	g := r.create(m)
	e, to := &r.gaz.entries[entry], &r.groups[g]
	if r.byKnown == nil {
		r.byKnown = map[int32]int32{}
	}
	to.listed, r.byKnown[entry] = entry+1, int32(g)
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		if low := token.Lower(name); r.gaz.forms[low].entry == entry {
			r.index.at(low).key.first(g)
		}
	}
	if e.Role != "" {
		r.takeOffice(g, e)
	}
	return g
}

// takeOffice notes the title that the list gives a person.
func (r *resolver) takeOffice(g int, e *Known) {
	title := token.Lower(e.Role)
	first, _, _ := strings.Cut(title, " of ")
	n := role{org: -1, status: "current", country: e.Country, words: title, head: first[strings.LastIndexByte(first, ' ')+1:]}
	r.groups[g].roles = append(r.groups[g].roles, n)
	r.hold(n.head, g)
}
