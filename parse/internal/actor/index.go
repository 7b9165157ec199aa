package actor

import (
	"slices"
	"sort"
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/token"
)

// index finds mentions and groups by their words, so that no sieve has to search
// the article for each mention.
type index struct {
	keys    lexicon.Index // words in lower case, names of tables, codes of states
	entries []entry       // number of a key -> what it leads to
	number  []int32       // mention -> key of its words, no article in front; -1 of a pronoun
	speaks  []link        // mention -> quote that it is the source of
	quoted  []link        // mention -> quote whose content holds it
	spoke   []link        // mention -> last quote whose speaker stands before it
}

// entry is what a key leads to.
type entry struct {
	key    link    // group of the name
	state  link    // group of the state with this code
	seat   link    // group of whom this capital or seat means
	power  link    // group of a capital or seat that acts for the state with this code
	force  link    // group of the army, the troops of the state with this code
	given  link    // group of the one person with this given name
	called link    // group that was described so
	tail   link    // mention of the one body whose name ends in the words, or goes on with "of"
	spell  link    // mention of the one body whose capitals these are
	short  link    // mention of the one company whose name begins so
	rule   link    // mention of the government of the state with this code
	bare   bool    // it stands alone for a person, its last name not shared with the next
	people []int32 // groups of people with this last name
	titled []int32 // groups that hold a title with this noun
}

// link is 1 + an index, 0 for none, several for more than one.
type link int32

// several marks a link that more than one could claim.
const several = -2

// to is the index that l leads to, -1 for none or several.
func (l link) to() int { return max(-1, int(l)-1) }

// first sets l if it leads nowhere yet.
func (l *link) first(i int) {
	if *l == 0 {
		*l = link(i + 1)
	}
}

// claim sets l; a second that claims it makes it several.
func (l *link) claim(i int) {
	if *l == 0 {
		*l = link(i + 1)
	} else if *l != link(i+1) {
		*l = several
	}
}

// at is the entry of key, which it makes if there is none.
func (x *index) at(key string) *entry {
	i := x.keys.Add(key)
	if i == len(x.entries) {
		x.entries = append(x.entries, entry{})
	}
	return &x.entries[i]
}

// find is the entry of key; an empty one if there is none.
func (x *index) find(key string) *entry {
	if i := x.keys.Find(key); i >= 0 {
		return &x.entries[i]
	}
	return &nothing
}

var nothing entry // never changed

// of is the entry of the words of mention m.
func (x *index) of(m int) *entry {
	if i := x.number[m]; i >= 0 {
		return &x.entries[i]
	}
	return &nothing
}

func (r *resolver) fill() {
	x, n := &r.index, len(r.ms)
	x.keys.Reset(n + 16)
	x.entries = slices.Grow(x.entries[:0], n/2+16)
	x.number = slices.Grow(x.number[:0], n)[:n]
	for m := range r.ms {
		x.number[m] = -1
		if r.ms[m].Type != article.MentionPronoun {
			x.number[m] = int32(x.keys.Add(r.lower(m)))
			if int(x.number[m]) == len(x.entries) {
				x.entries = append(x.entries, entry{})
			}
		}
	}
	for m := range r.ms {
		r.fillMention(m, &r.ms[m])
	}
	r.fillQuotes()
}

// fillMention notes what mention m may be called elsewhere.
func (r *resolver) fillMention(m int, y *mention.Mention) {
	if y.Kind == article.KindGovernment && y.Country != "" && y.Type != article.MentionMetonym && !y.Plural && y.Table == "" {
		r.index.at(string(y.Country)).rule.first(m)
	}
	if isShortPerson(y) && y.End-y.First == 1 && !sharesLast(y) {
		r.index.of(m).bare = true
	}
	if y.Kind == article.KindPerson || y.End-y.First < 2 || !isFullName(y) {
		return
	}
	r.fillName(m)
	switch y.Kind {
	case article.KindCompany, article.KindOrganization:
		r.fillShort(m)
		r.fillFront(m)
	case article.KindNGO:
		r.fillFront(m)
	}
}

// fillName notes what may stand for the body's name in mention m.
func (r *resolver) fillName(m int) {
	x, y := &r.index, &r.ms[m]
	if k := y.Kind; k == article.KindPlace || k == article.KindCountry {
		return
	}
	w := r.words(m)
	for i := 0; i < min(len(w), longestName); i++ {
		if w[i] != ' ' {
			continue
		}
		if strings.HasPrefix(w[i:], " of ") {
			r.note(&x.at(w[:i]).tail, m)
			break // what it is of is not its name
		}
		if w[i+1:] != "house" { // of "State House" the House is none
			r.note(&x.at(w[i+1:]).tail, m)
		}
	}
	var room [16]byte
	letters := room[:0]
	for i := y.First; i < y.End; i++ {
		if c := r.d.Word(int(i))[0]; 'A' <= c && c <= 'Z' {
			letters = append(letters, c)
		} else if (len(letters) > 2 || len(letters) > 1 && y.Country != "") && r.d.Low(int(i)) == "of" {
			r.note(&x.at(string(letters)).spell, m) // "the Civil Liberties Union of Norland"
		}
	}
	if len(letters) > 1 {
		r.note(&x.at(string(letters)).spell, m)
	}
	if n := len(letters); n > 1 && y.End-y.First == int32(n)+1 && r.d.Low(int(y.End)-2) == "of" {
		r.note(&x.at(string(letters[:n-1])+"O"+string(letters[n-1:])).spell, m) // "BOJ" of the Bank of Japan
	}
	if len(letters) > 2 && y.Country != "" && y.Table == "" {
		r.note(&x.at(string(letters[1:])).spell, m) // "DPS" of the Texas Department of Public Safety
	}
}

// fillShort notes that the first word of a company's name may stand for it if
// all that follows only says what it is ("Northgate" of Northgate Bank).
func (r *resolver) fillShort(m int) {
	y := &r.ms[m]
	const words = 3
	open := y.Kind == article.KindCompany && y.End-y.First <= words && !common().Has(r.d.Low(int(y.First))) // "Northgate Copper"
	if !open && !r.onlyTrade(y) {
		return
	}
	r.note(&r.index.at(r.d.Low(int(y.First))).short, m)
}

// fillFront notes that the name in mention m without its last word may stand for the
// company, if that only says what it does: "Fell Point" of Fell Point Partners.
func (r *resolver) fillFront(m int) {
	w := r.words(m)
	front, last := cutLast(w)
	if strings.IndexByte(front, ' ') > 0 && (trades.Has(last) || fronted.Has(last) || suffixes().Field(last, 1) == "company") && len(w) < longestName {
		r.note(&r.index.at(front).short, m)
	}
}

// fronted are the words that end the names of bodies of three words and more, and may be left
// out there.
var fronted = lexicon.WordsOf("consultants", "consulting", "advisers", "advisors", "associates", "developers", "builders", "hospice")

// cutLast is a name without its last word, and that.
func cutLast(name string) (front, last string) {
	i := strings.LastIndexByte(name, ' ')
	return strings.TrimRight(name[:max(i, 0)], ","), name[i+1:]
}

// onlyTrade reports a name whose words behind the first only say what the company
// does.
func (r *resolver) onlyTrade(y *mention.Mention) bool {
	for i := y.First + 1; i < y.End; i++ {
		w := r.d.Low(int(i))
		if suffixes().Field(w, 1) != "company" && !trades.Has(w) && r.d.Is(int(i), token.Letter) {
			return false
		}
	}
	return true
}

var common = lexicon.Open("commonwords")

// trades are the words that end companies' names and only say what they do.
var trades = lexicon.WordsOf(
	"bank", "motors", "motor", "group", "holdings", "holding",
	"airlines", "airways", "industries", "energy", "pharmaceuticals",
	"technologies", "technology", "systems", "foods", "stores",
	"shipyard", "steel", "oil", "gas", "petroleum", "mining",
	"electric", "electronics", "software", "networks", "media",
	"entertainment", "studios", "pictures", "records", "insurance",
	"capital", "financial", "partners", "ventures", "logistics",
	"telecom", "communications", "aerospace", "chemicals", "international",
	"worldwide", "global", "brothers", "sons", "&", "and",
	"lines", "shipping", "air", "ferries", "automotive", "retail",
	"homes", "properties", "security", "services", "construction",
	"engineering", "marine", "travel", "brewery", "breweries",
	"press", "publishing", "labs", "laboratories", "health",
	"healthcare", "pharma", "therapeutics", "semiconductors", "railroad",
	"railway", "trading", "dredging", "farms", "tobacco", "robotics",
	"investments", "investment", "equity", "management", "enterprises",
	"town", "city", "united", "rovers", "wanderers", "athletic", "albion",
	"solutions", "resources", "power", "water", "rail", "railways",
)

// note lets l lead to mention m; two names that it could lead to cancel out.
func (r *resolver) note(l *link, m int) {
	if o := l.to(); o < 0 || r.index.number[o] != r.index.number[m] {
		l.claim(m)
	}
}

// fillPhrases notes which mention heads each phrase: the longest, and of two
// the first.
func (r *resolver) fillPhrases() {
	r.subjects = zeroed(r.subjects, len(r.set.Phrases))
	r.headOf = slices.Grow(r.headOf[:0], len(r.set.Phrases))[:len(r.set.Phrases)]
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

// fillQuotes notes who speaks, who spoke last before each mention, and which
// quote each stands in.
func (r *resolver) fillQuotes() {
	x, n := &r.index, len(r.ms)
	x.speaks, x.quoted, x.spoke = zeroed(x.speaks, n), zeroed(x.quoted, n), zeroed(x.spoke, n+1)
	at := 0
	for q := range r.quotes {
		y := &r.quotes[q]
		at = r.near(at, y.First)
		for m := at; m < n && r.ms[m].First < y.End; m++ {
			if r.ms[m].Head < y.End && (len(y.Spans) == 1 || r.among(y.Spans, r.ms[m].Head)) {
				x.quoted[m] = link(q + 1)
			}
		}
		if s := y.Speaker; s != nil {
			if s.Mention >= 0 && int(s.Mention) < n {
				x.speaks[s.Mention].first(q)
			}
			if !s.Several { // "Brenn and Hamm said" leaves open who she is
				x.spoke[r.near(at, s.Head+1)] = link(q + 1)
			}
		}
	}
	for m := 1; m < n; m++ {
		if x.spoke[m] == 0 {
			x.spoke[m] = x.spoke[m-1]
		}
	}
}

// among reports that token i stands in one of the spans, not between them: in “A,” Brenn
// said. “B.” the words of the narrator are nobody else's.
func (r *resolver) among(spans []article.Span, i int32) bool {
	at := int(r.d.Tokens[i].Start)
	for _, s := range spans {
		if s.Start <= at && at < s.End {
			return true
		}
	}
	return false
}

// near is the first mention that begins at token i or behind it, looked for from
// mention m on, in both directions: mostly it is one of the next, but the speaker of
// an interview may be named at its top only.
func (r *resolver) near(m int, i int32) int {
	const steps = 20
	for last := m + steps; m < len(r.ms) && r.ms[m].First < i; m++ {
		if m == last {
			return m + sort.Search(len(r.ms)-m, func(k int) bool { return r.ms[m+k].First >= i })
		}
	}
	for last := m - steps; m > 0 && r.ms[m-1].First >= i; m-- {
		if m == last {
			return sort.Search(m, func(k int) bool { return r.ms[k].First >= i })
		}
	}
	return m
}

// lower is the text of mention m in lower case, without an article in front.
func (r *resolver) lower(m int) string {
	x := &r.ms[m]
	first := x.First
	if x.End-first > 1 && isArticle(r.d.Low(int(first))) {
		first++
	}
	s := r.d.Span(int(first), int(x.End))
	return r.d.Lower[s.Start:s.End]
}
