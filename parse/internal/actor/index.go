package actor

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/token"
)

// several marks an index entry that more than one actor claims.
const several = -2

// index finds mentions and groups by their words, so that no sieve has to search
// the article for each mention.
type index struct {
	words  []string              // mention -> its words, lower case, no article in front
	tails  map[string]int32      // end of a body's name, or its part before "of" -> mention
	spells map[string]int32      // capitals of a body's name -> mention
	shorts map[string]int32      // first word of a company's name -> mention
	rules  map[article.Opt]int32 // state -> mention of its government
	first  map[string]int32      // given name -> group
	titled map[string][]int32    // head noun of a title -> groups that hold one
	called map[string]int32      // words of a description -> group
	speaks []bool                // mention -> it is the source of a quote
	spoke  []int32               // token -> last quote whose speaker stands before it, -1
}

func (r *resolver) fill() {
	x := &r.index
	x.words = make([]string, len(r.ms))
	x.tails, x.spells, x.shorts = map[string]int32{}, map[string]int32{}, map[string]int32{}
	x.rules, x.first = map[article.Opt]int32{}, map[string]int32{}
	x.titled, x.called = map[string][]int32{}, map[string]int32{}
	for m := range r.ms {
		x.words[m] = r.lower(m)
		y := &r.ms[m]
		if y.Kind == article.KindGovernment && y.Country != "" && y.Type != article.MentionMetonym && !y.Plural && y.Table == "" {
			if _, ok := x.rules[y.Country]; !ok {
				x.rules[y.Country] = int32(m)
			}
		}
		if isFullName(y) && y.Kind != article.KindPerson && y.End-y.First > 1 {
			r.fillName(m)
			if y.Kind == article.KindCompany || y.Kind == article.KindOrganization {
				r.fillShort(m)
			}
		}
	}
	r.fillQuotes()
}

// fillName notes what may stand for the body's name in mention m.
func (r *resolver) fillName(m int) {
	x, y := &r.index, &r.ms[m]
	if k := y.Kind; k == article.KindPlace || k == article.KindCountry {
		return
	}
	w := x.words[m]
	for i := 0; i < len(w); i++ {
		if w[i] != ' ' {
			continue
		}
		r.note(x.tails, w[i+1:], m)
		if strings.HasPrefix(w[i:], " of ") {
			r.note(x.tails, w[:i], m)
		}
	}
	var room [16]byte
	letters := room[:0]
	for i := y.First; i < y.End; i++ {
		if c := r.d.Word(int(i))[0]; 'A' <= c && c <= 'Z' {
			letters = append(letters, c)
		} else if len(letters) > 2 && r.d.Low(int(i)) == "of" {
			r.note(x.spells, string(letters), m) // "the Civil Liberties Union of Norland"
		}
	}
	if len(letters) > 1 {
		r.note(x.spells, string(letters), m)
	}
}

// fillShort notes that the first word of a company's name may stand for it if
// all that follows only says what it is ("Northgate" of Northgate Bank).
func (r *resolver) fillShort(m int) {
	y := &r.ms[m]
	for i := y.First + 1; i < y.End; i++ {
		w := r.d.Low(int(i))
		if suffixes().Field(w, 1) != "company" && !trades[w] && r.d.Is(int(i), token.Letter) {
			return
		}
	}
	r.note(r.index.shorts, r.d.Low(int(y.First)), m)
}

// trades are the words that end companies' names and only say what they do.
var trades = map[string]bool{
	"bank": true, "motors": true, "motor": true, "group": true, "holdings": true, "holding": true,
	"airlines": true, "airways": true, "industries": true, "energy": true, "pharmaceuticals": true,
	"technologies": true, "technology": true, "systems": true, "foods": true, "stores": true,
	"shipyard": true, "steel": true, "oil": true, "gas": true, "petroleum": true, "mining": true,
	"electric": true, "electronics": true, "software": true, "networks": true, "media": true,
	"entertainment": true, "studios": true, "pictures": true, "records": true, "insurance": true,
	"capital": true, "financial": true, "partners": true, "ventures": true, "logistics": true,
	"telecom": true, "communications": true, "aerospace": true, "chemicals": true, "international": true,
	"worldwide": true, "global": true, "brothers": true, "sons": true, "&": true, "and": true,
	"solutions": true, "resources": true, "power": true, "water": true, "rail": true, "railways": true,
}

// note adds mention m under key; two names under one key cancel out.
func (r *resolver) note(to map[string]int32, key string, m int) {
	o, ok := to[key]
	switch {
	case !ok:
		to[key] = int32(m)
	case o != several && r.index.words[o] != r.index.words[m]:
		to[key] = several
	}
}

// fillPhrases notes which mention heads each phrase: the longest, and of two
// the first.
func (r *resolver) fillPhrases() {
	r.headOf = make([]int32, len(r.set.Phrases))
	r.subjects = make([]answer, len(r.set.Phrases))
	for p := range r.headOf {
		r.headOf[p] = -1
	}
	for m := range r.ms {
		x := &r.ms[m]
		if p := x.Phrase; p >= 0 && r.headOf[p] < 0 {
			if h := r.set.Phrases[p].Head; x.First <= h && h < x.End {
				r.headOf[p] = int32(m)
			}
		}
	}
}

// fillQuotes notes who speaks, and who spoke last before each token.
func (r *resolver) fillQuotes() {
	x := &r.index
	x.speaks = make([]bool, len(r.ms))
	x.spoke = make([]int32, len(r.d.Tokens))
	for i := range x.spoke {
		x.spoke[i] = -1
	}
	for q := range r.quotes {
		s := r.quotes[q].Speaker
		if s == nil {
			continue
		}
		if s.Mention >= 0 && int(s.Mention) < len(x.speaks) {
			x.speaks[s.Mention] = true
		}
		if at := int(s.Head) + 1; at > 0 && at < len(x.spoke) {
			x.spoke[at] = int32(q)
		}
	}
	for i := 1; i < len(x.spoke); i++ {
		if x.spoke[i] < 0 {
			x.spoke[i] = x.spoke[i-1]
		}
	}
}

// lower is the text of mention m in lower case, without an article in front.
func (r *resolver) lower(m int) string {
	x := &r.ms[m]
	first := x.First
	if x.End-first > 1 && articles[r.d.Low(int(first))] {
		first++
	}
	s := r.d.Span(int(first), int(x.End))
	return r.d.Lower[s.Start:s.End]
}

// claim notes group g under key; two groups cancel out.
func claim(to map[string]int32, key string, g int) {
	if o, ok := to[key]; !ok {
		to[key] = int32(g)
	} else if int(o) != g {
		to[key] = several
	}
}
