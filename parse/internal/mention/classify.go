package mention

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Evidence that a rule adds to the classifier's sum, in its units: a sum of
// some 100 is a clear case for it.
const (
	certain = 2000
	strong  = 500
	fair    = 150
	slight  = 60
)

// weighed is what the words of a run alone say: it is weighed once for those that
// read the same.
type weighed struct {
	of     *run
	scores scores
}

// weigh sets the scores of every run from its words and its place.
func (r *runner) weigh() {
	r.weighed = zeroed(r.weighed, r.groups.Len())
	for i := range r.runs {
		n := &r.runs[i]
		r.enter(n.first)
		g := &r.weighed[n.group]
		if g.of == nil || g.of.e != n.e || r.text(g.of) != r.text(n) {
			*g = weighed{of: n}
			g.scores.weigh(r.wordFeatures(n, r.hashed[:0]))
		}
		n.scores = g.scores
		n.scores.weigh(r.contextFeatures(n, r.hashed[:0]))
		r.words(n)
		r.context(n)
		r.company(i)
		if r.sharesLast(i) {
			n.scores[Person] += strong + strong
			n.shared = true
		}
	}
}

// sharesLast reports that run i is a given name, "and" behind it, whose last name is
// that of the full name behind.
//
// Example: "Ida and Tom Brenn". Counter-example: "Georgia and Tom Brenn", where the
// first is a state's name too; "Ida and the Brenn Trust".
func (r *runner) sharesLast(i int) bool {
	n := &r.runs[i]
	if n.e != nil || n.size() > 1 || i+1 == len(r.runs) || !r.givenName(n.first) || r.is(n.first, calendar|noName) {
		return false
	}
	o := &r.runs[i+1]
	return o.first == n.end+1 && (r.d.Low(n.end) == "and" || r.d.Low(n.end) == "&") && o.e == nil && !o.honor &&
		o.size() > 1 && o.size() < 4 && r.givenName(o.first) && !r.bodyWord(o.end-1)
}

// company is the evidence of a body of the tables that "and" ties to run i, a
// single word that nothing else explains: "Goldman Sachs and Belmar advised it".
func (r *runner) company(i int) {
	n := &r.runs[i]
	if n.e != nil || n.honor || n.size() > 1 || r.givenName(n.first) {
		return
	}
	body := func(o *run) bool {
		return o.e != nil && !o.e.weak && o.e.what == fromBody && o.e.kind() != article.KindPerson
	}
	if i > 0 && r.runs[i-1].end == n.first-1 && r.d.Low(n.first-1) == "and" && body(&r.runs[i-1]) ||
		i+1 < len(r.runs) && r.runs[i+1].first == n.end+1 && r.d.Low(n.end) == "and" && body(&r.runs[i+1]) {
		n.scores[Body] += fair
	}
	if i > 0 && r.runs[i-1].end == n.first-1 && r.d.Low(n.first-1) == "and" && r.sortBefore(&r.runs[i-1]) {
		n.scores[Body] += strong // "homebuilders Northgate and Belmar"
		n.head = r.word(r.runs[i-1].first - 1).head
	}
}

// sortBefore reports a plural noun for bodies right before the name in run o: it says what
// those are that "and" joins.
func (r *runner) sortBefore(o *run) bool {
	k := o.first - 1
	return k >= 0 && r.d.Tokens[k].Sentence == r.d.Tokens[o.first].Sentence && r.tags[k] == tag.NNS && r.is(k, heads) && r.is(k, alone) && (!r.d.Is(k, token.Capital) || k == int(r.d.Sentences[r.d.Tokens[k].Sentence].First))
}

// squares are the last words of places that are nobody's last name.
var squares = lexicon.WordsOf("square", "avenue", "boulevard", "plaza", "promenade")

// text is the words of n as they stand.
func (r *runner) text(n *run) string {
	return r.d.Text[r.d.Tokens[n.first].Start:r.d.Tokens[n.end-1].End]
}

// words is the evidence of the name itself.
func (r *runner) words(n *run) {
	s := &n.scores
	size := n.end - n.first
	if n.e != nil {
		s[classOf(n.e.kind())] += certain
		if n.e.weak && n.e.what != fromDemonym {
			s[classOf(n.e.kind())] += fair - certain
		}
		return
	}
	if n.unit {
		s[Body] += certain
		return
	}
	if n.honor {
		s[Person] += strong + strong
	} else if n.roleEnd > n.roleFirst && !r.bodyWord(n.end-1) && !(r.ofInside(n.first, n.end) && r.headIn(n.first, n.end)) && r.d.Low(n.end-1) != "research" {
		s[Person] += strong
	} else if n.roleEnd > n.roleFirst && size == 2 && r.givenName(n.first) && !r.is(n.end-1, company) {
		s[Person] += strong + strong // "the envoy Samantha Power"
	}
	if size == 1 {
		r.oneWord(n)
	} else {
		r.severalWords(n)
	}
}

// oneWord is the evidence of a name of one word.
func (r *runner) oneWord(n *run) {
	s := &n.scores
	if r.twoPapers(n) {
		s[Body] += strong + strong
		n.head = mediaKind
		return
	}
	if r.paper(n) {
		s[Body] += strong
	}
	if r.d.Is(n.first, token.Upper|token.Digit) && r.d.Word(n.first)[0] > '9' {
		s[Thing] += fair // "IE6": a product, a form, a road; "6PR" is a station
	} else if r.d.Is(n.first, token.Upper) {
		if k := strings.IndexByte(r.d.Word(n.first), '.'); k < 0 {
			s[Body] += fair
		} else if k == 1 && len(r.d.Word(n.first)) > 4 {
			s[Body] += fair // "N.D.U."
		} else if k == 1 { // not "D-N.Y.", nor "IE." at a sentence's end
			s[Person] += fair // "J.D.": someone's initials
		}
	} else if r.camel(n.first) {
		s[Body] += fair // "FactSet", but it may be a product
		s[Person] -= strong
	} else if w := r.d.Low(n.first); len(w) > 6 && (strings.HasSuffix(w, "bank") || strings.HasSuffix(w, "banken")) {
		s[Body] += strong + fair // "Nordbanken"
		n.head = companyKind
	} else if r.givenName(n.first) {
		s[Person] += fair
	} else if n.initial && r.tags[n.first] == tag.NNS && r.singular(n.first) {
		s[Body] += strong
	} else if n.initial && !n.titled && r.whichDoes(n.first) {
		s[Body] += strong + strong
	}
}

// severalWords is the evidence of a longer name.
func (r *runner) severalWords(n *run) {
	s, size := &n.scores, n.size()
	if n.spelt {
		s[Body] += strong + strong
	}
	if r.womensSide(n) {
		s[Body] += strong + strong + strong // "Kolm Women"
		n.head = kindIndex(string(article.KindOrganization))
		return
	}
	if r.headland(n.first, n.end) {
		s[Place] += certain
		return
	}
	if n.initial && !n.titled && r.opensName(n.first) {
		s[Body] += strong + strong
		return
	}
	if size > 2 && r.campaign(n.first) {
		s[Body] += strong + strong
		return
	}
	if r.d.Is(n.end-1, token.Upper) && !r.d.Is(n.first, token.Upper) && r.isCountry(n.end-1, n.end) {
		s[Body] += certain // "Civic Guard UK"
		return
	}
	if size > 2 && r.branch(n) {
		s[Body] += strong // "Food Standards Norland"
	}
	if r.twoPapers(n) {
		s[Body] += strong + strong
		n.head = mediaKind
		return
	}
	if class, head := r.headOf(n); class >= 0 {
		if class == Body && size == 2 && r.givenName(n.first) && trades.Has(r.d.Low(n.end-1)) {
			s[Person] += strong // "Nathan Brewer"
			return
		}
		s[class] += strong
		if class == Thing && size == 2 && r.givenName(n.first) && (n.first > r.first && r.is(n.first-1, says) || n.end < r.end && r.is(n.end, says)) {
			s[Person] += certain // "said Henrik Storm", but "the Rose Bowl"
		}
		if class == Place && size == 2 && r.givenName(n.first) && !squares.Has(r.d.Low(n.end-1)) {
			s[Person] += strong - slight/2 // "Grace Hill": the place around decides
			if r.is(n.first, placeFirst) {
				s[Person] += slight // "Glen Harrow" is a man until something is in it
			}
		}
		n.head = head
		return
	}
	if e, _ := r.entry(n.first, n.end); e != nil && e.what == fromBody && !e.weak {
		s[Body] += fair // "BBC Sport"
		n.head = kindIndex(string(e.kind()))
		return
	}
	if n.size() > 2 && (r.motto(n.first) || n.size() > 3 && uniting.Has(r.d.Low(n.first)) && callings.Has(r.d.Low(n.end-1))) {
		s[Body] += certain // "Rivers Without Walls", "the United Food and Commercial Workers"
	}
	if r.has(n, "&") {
		s[Body] += strong
		n.head = companyKind
		return
	}
	if r.givenName(n.first) && size <= 4 && !r.d.Is(n.end-1, token.Digit) {
		s[Person] += strong
	}
	for i := n.first; i < n.end; i++ {
		if w := r.d.Word(i); len(w) == 2 && w[1] == '.' {
			s[Person] += fair
		}
	}
	if r.is(n.end-1, generation) {
		if r.d.Low(n.end-2) == "war" {
			s[Thing] += certain // "World War II"
			return
		}
		s[Person] += strong
	}
	if size == 2 && r.tags[n.end-1] == tag.NNPS && !r.givenName(n.first) {
		s[Body] += fair // "Kolm Rovers", "Northern Taverns"
	}
	if size == 2 && r.twoPart(n.first) {
		s[Person] += 2 * fair
	}
}

// trades are the words for firms that are last names too.
var trades = lexicon.WordsOf("brewer", "miner", "banks", "carrier", "booker", "mills", "wells", "marine", "weaver", "tanner", "cooper", "carter", "farmer")

// branch reports a name of common words that ends in a state's: a body of that state.
func (r *runner) branch(n *run) bool {
	if r.is(n.first, placeFirst|honorific) || !r.is(n.first, ordinary) || !r.is(n.first+1, ordinary) || r.givenName(n.first) {
		return false
	}
	e, stop := r.entry(n.end-1, n.end)
	return e != nil && stop == n.end && e.what == fromCountry
}

// twoPart reports a family's name before a given name of two short parts, as Korean
// and Chinese names are written: "Kim Min-jae", "Tsai Wen-hui".
func (r *runner) twoPart(i int) bool {
	if !r.d.Is(i+1, token.Hyphen) || r.d.Is(i, token.Hyphen|token.Upper) || len(r.d.Low(i)) > 6 {
		return false
	}
	a, b, _ := strings.Cut(r.d.Low(i+1), "-")
	short := func(s string) bool {
		return len(s) > 1 && len(s) <= 5 && r.known.words[r.known.number(s)].is&(ordinary|aRole|roles|aHead) == 0
	}
	return short(a) && short(b)
}

// has reports the word in the run.
func (r *runner) has(n *run, word string) bool {
	for i := n.first; i < n.end; i++ {
		if r.d.Low(i) == word {
			return true
		}
	}
	return false
}

// headOf reads the class and the kind of body off the word that heads a longer name:
// "University of …", "… River", "… Inc."; class -1 if none tells.
func (r *runner) headOf(n *run) (class int, head uint8) {
	last := n.end - 1
	if r.is(last, company) {
		return Body, companyKind
	}
	if n.size() == 2 && r.d.Low(last) == "research" {
		return Body, kindIndex(string(article.KindOrganization))
	}
	if r.clubFirst(n) {
		return Body, kindIndex(string(article.KindOrganization))
	}
	if n.size() > 2 && r.chapter(n.end) {
		return Body, kindIndex(string(article.KindNGO))
	}
	if stations.Has(r.d.Low(n.first)) {
		return Body, mediaKind
	}
	for i := n.first + 1; i < n.end-1; i++ {
		w := r.d.Low(i)
		if w != "of" && w != "for" && w != "on" {
			continue
		}
		noun := r.d.Low(i - 1)
		if r.is(i-1, area) {
			return Place, 0
		}
		if noun == "friends" && w == "of" && i == n.first+1 {
			return Body, kindIndex(string(article.KindOrganization))
		}
		k := r.word(i - 1).head
		if k == 0 && noun == "general" && i-2 >= n.first {
			k = r.word(i - 2).head // "Directorate General of Mines"
		}
		if k != 0 {
			return Body, k
		}
		if r.is(i-1, thingLast) || noun == "battle" || noun == "treaty" {
			return Thing, 0
		}
		break
	}
	switch {
	case r.is(last, thingLast):
		return Thing, 0
	case r.is(last, placeLast):
		return Place, 0
	case r.word(last).head != 0:
		return Body, r.word(last).head
	case r.is(n.first, thingFirst):
		return Thing, 0
	case r.is(n.first, placeFirst):
		return Place, 0
	}
	return -1, 0
}

// stations are the words that begin the names of broadcasters.
var stations = lexicon.WordsOf("radio", "tv", "televisión", "télé", "canal")

// enter makes the sentence of token i the current one.
func (r *runner) enter(i int) {
	s := r.d.Sentences[r.d.Tokens[i].Sentence]
	r.first, r.end = int(s.First), int(s.End)
}

func classOf(k article.ActorKind) int {
	switch k {
	case article.KindPerson:
		return Person
	case article.KindPlace, article.KindCountry:
		return Place
	}
	return Body
}

// vote lets all runs with the same words share their evidence, and single words
// follow a longer name that they are a part of: a person's that ends in them, a
// company's or a ship's that begins or ends in them.
func (r *runner) vote() {
	r.sums, r.part = zeroed(r.sums, r.groups.Len()), zeroed(r.part, r.groups.Len())
	sums, part := r.sums, r.part
	for i := range r.runs {
		n := &r.runs[i]
		for c, v := range n.scores {
			sums[n.group][c] += v
		}
	}
	for i := range r.runs {
		n := &r.runs[i]
		n.scores = sums[n.group]
		if n.size() < 2 {
			continue
		}
		if n.size() > 2 && n.scores.best() == Body {
			r.lettersOf(part, n)
		}
		switch class := n.scores.best(); {
		case class == Body && n.e == nil && r.endsAsClub(n):
			r.partOfClub(part, n)
		case class == Person:
			r.partOf(part, r.lastName(n), Person)
			if n.size() == 2 && r.twoPart(n.first) {
				r.partOf(part, r.d.Low(n.first), Person) // "Lin" of Lin Mei-hua
			}
			for k := n.first + 1; n.size() > 2 && k+1 < n.end; k++ {
				if r.is(k, particle) {
					r.partOf(part, r.key(k, n.end), Person) // "Van Der Berg" of Ada Van Der Berg
					break
				}
			}
			if r.twoSurnames(n) {
				r.partOf(part, r.key(n.end-2, n.end), Person) // "Prieto Salas" of Julio Prieto Salas
			}
		case class == Body && n.size() == 2 && r.theMany(n):
			r.partOf(part, r.d.Low(n.end-1), Body) // "the Rays" of the Torvik Rays
		case class == Body && r.namesake(n):
			r.partOf(part, r.d.Low(n.first), Body)
			if k := n.end - 1; n.size() > 2 && r.is(k, aHead|company) {
				r.partOf(part, r.key(n.first, k), Body) // "Fell Point" of Fell Point Partners
			}
		case class == Body && n.e == nil && n.size() > 2 && n.head == companyKind && r.is(n.end-1, aHead|company) && !r.is(n.end-2, aHead|heads|company):
			r.partOf(part, r.key(n.first, n.end-1), Body) // "Snake Hill" of Snake Hill Dairy
		case class == Body && n.e == nil && r.clubFirst(n):
			r.partOf(part, r.d.Low(n.end-1), Body)
		case class == Body && r.ofTown(n):
			r.partOf(part, r.d.Low(n.end-1), Place)
		case class == Thing && r.is(n.first, thingFirst):
			r.partOf(part, r.d.Low(n.end-1), Thing)
		}
	}
	for i := range r.runs {
		n := &r.runs[i]
		p := part[n.group]
		if p == clubPart && n.size() == 1 {
			if p = 1 + Body; r.townOf(n) {
				p = 1 + Place
			}
		}
		if p == 1+Person && n.size() == 1 && n.e != nil && !n.e.weak && n.e.kind() != article.KindParty && (n.e.what == fromBody || n.e.what == fromPlace) && r.tags[n.first] == tag.NNP && r.talks(n) {
			n.e = nil // "said Villarreal", where Rosa Villarreal is named
		}
		if g := r.behindWord(n, part); g >= 0 {
			n.first, n.group, n.scores, n.initial, p = n.first+1, int32(g), sums[g], false, 1+Person // "Top | Brenn aides left"
		}
		if p > 0 && (n.size() == 1 || p-1 == Body || p-1 == Person && (r.is(n.first, particle) || n.size() == 2)) && (n.e == nil || n.e.weak) {
			n.scores[p-1] += strong
			if p-1 != Thing { // a ship's name was another's first
				n.scores[p-1] += certain
			}
			n.part = true
		}
	}
}

// twoSurnames reports a name of three or four words whose last two may be the family's, as Spanish and Portuguese
// names have them: "Julio Prieto Salas".
//
// Counter-example: "Ada Maria Brenn", whose second word is a given name, "Tom J. Brenn".
func (r *runner) twoSurnames(n *run) bool {
	k := n.end - 2
	return n.e == nil && (n.size() == 3 || n.size() == 4) && r.givenName(n.first) && !r.givenName(k) && !r.is(k, particle) && !r.is(n.end-1, generation) &&
		len(r.d.Low(k)) > 3 && r.d.Is(k, token.Letter|token.Capital) && !r.d.Is(k, token.Upper)
}

// behindWord is the group of the last name in run n of two words, where the first only has its capital from the
// sentence's start and the article names its bearer in full elsewhere: "Top Brenn aides left", where Ada Brenn is
// named; -1 if n is none such.
//
// Counter-example: "Rich Brenn left".
func (r *runner) behindWord(n *run, part []int8) int {
	if !n.initial || n.size() != 2 || n.e != nil || n.honor || n.roleEnd > n.roleFirst || !r.is(n.first, ordinary) || r.givenName(n.first) && r.tags[n.first] != tag.MD {
		return -1
	}
	last := r.d.Low(n.end - 1)
	g := r.groups.Find(last)
	if g < 0 || part[g] != 1+Person {
		return -1
	}
	for i := range r.runs {
		if o := &r.runs[i]; o.group != n.group && o.size() > 1 && o.size() < 5 && r.d.Low(o.end-1) == last && r.givenName(o.first) && r.tags[o.first] != tag.MD {
			return g
		}
	}
	return -1
}

// talks reports a verb of speech beside run n.
func (r *runner) talks(n *run) bool {
	return n.end < len(r.tags) && r.is(n.end, says) || n.first > 0 && r.is(n.first-1, says)
}

// lettersOf notes the letters that stand for the body n: "NDU" for the Norland Dockers Union.
func (r *runner) lettersOf(part []int8, n *run) {
	var room [16]byte
	letters := room[:0]
	for i := n.first; i < n.end && len(letters) < len(room); i++ {
		if c := r.d.Word(i)[0]; 'A' <= c && c <= 'Z' {
			letters = append(letters, r.d.Low(i)[0])
		}
	}
	if len(letters) < 3 {
		return
	}
	if g := r.groups.Find(string(letters)); g >= 0 && r.weighed[g].of != nil && r.d.Is(r.weighed[g].of.first, token.Upper) {
		r.partOf(part, string(letters), Body)
	}
}

// namesake reports a body that its first word alone may mean: a company.
func (r *runner) namesake(n *run) bool {
	if r.is(n.first, ordinary|aHead|heads) {
		return false
	}
	if n.e != nil {
		return n.e.kind() == article.KindCompany
	}
	return n.head == 0 || n.head == companyKind
}

// ofTown reports a body whose name tells the town that it is in or for, which is nobody's
// name alone: "the University of Torvik".
//
// Counter-example: "the Friends of Brenn", "the Bank of Brenn & Marsh".
func (r *runner) ofTown(n *run) bool {
	k := n.end - 2
	return k > n.first && r.d.Low(k) == "of" && ofTowns.Has(r.d.Low(k-1))
}

// ofTowns are the nouns for bodies that "of" ties to their town.
var ofTowns = lexicon.WordsOf(
	"university", "diocese", "archdiocese", "corporation", "port", "borough",
	"municipality", "polytechnic",
)

// partOf notes that a word, where it stands alone, means a longer name of the
// given class; a person's name goes before others.
func (r *runner) partOf(part []int8, word string, class int8) {
	if g := r.groups.Find(word); g >= 0 && (part[g] == 0 || class == Person) {
		part[g] = 1 + class
	}
}

// lastName is the word that stands for a person: the last but a suffix.
func (r *runner) lastName(n *run) string {
	k := n.end - 1
	for k > n.first && (r.is(k, generation) || r.d.Low(k) == ",") {
		k--
	}
	return r.d.Low(k)
}

// decide settles the class of every run and drops what is none.
func (r *runner) decide() {
	kept := r.runs[:0]
	for i := range r.runs {
		n := &r.runs[i]
		class := n.scores.best()
		if n.e == nil && n.size() == 1 && (r.ofPlace(n) || r.partyMark(n)) {
			continue
		}
		if class == Thing && n.e != nil && r.proper(n) {
			class = classOf(n.e.kind())
		}
		if class == Thing || !r.credible(n, class) || class == Person && r.stray(n) {
			continue
		}
		n.class = int8(class)
		if n.e != nil && class != classOf(n.e.kind()) {
			n.e = nil
		}
		kept = append(kept, *n)
	}
	r.runs = kept
}

// partyMark reports the short word for somebody's party in brackets behind the name.
//
// Example: "Ada Brenn (Con, Torvik)". Counter-example: "Ada Brenn (Con to her friends)".
func (r *runner) partyMark(n *run) bool {
	if k := n.first - 2; k < 0 || n.end >= len(r.tags) || r.tags[k+1] != tag.LRB || !r.d.Is(k, token.Capital) || !partyMarks.Has(r.d.Low(n.first)) {
		return false
	}
	return r.tags[n.end] == tag.PunctComma || r.tags[n.end] == tag.RRB
}

var partyMarks = lexicon.WordsOf("con", "lab", "ind", "lib", "ld", "dem", "rep")

// stray reports a single word that little speaks for being somebody, and no verb or
// comma beside it: news gives people's full names first.
//
// Example: "he loaded up Gigaloader and left". Counter-example: "her sister, Zazira,",
// "they accused Kirgan", "Vostan said".
func (r *runner) stray(n *run) bool {
	if n.e != nil || n.size() > 1 || n.part || n.honor || n.titled || n.roleEnd > n.roleFirst || n.scores[Person] >= slight {
		return false
	}
	r.enter(n.first)
	if k := n.first - 1; k > r.first && r.callsPerson(n, k) {
		return false
	}
	if k := n.first - 1; k >= r.first && (r.tags[k] == tag.PunctComma || r.is(k, partyObject) && r.tags[k].Verb()) {
		return false
	}
	return n.end >= r.end || !r.is(n.end, says) && !r.decides(n.end) && !(n.initial && r.tags[n.end] == tag.VBD)
}

// ofPlace reports an adjective made of a name of the article, before the noun
// that it describes: "her Vostanian counterpart" where Vostania is named.
func (r *runner) ofPlace(n *run) bool {
	if n.end >= len(r.tags) || !r.tags[n.end].Noun() || r.d.Is(n.end, token.Capital) {
		return false
	}
	w := r.d.Low(n.first)
	for _, cut := range [...]string{"n", "ian", "an", "ese", "ish", "i"} {
		if stem, ok := strings.CutSuffix(w, cut); ok && len(stem) > 3 && r.groups.Find(stem) >= 0 {
			return true
		}
	}
	return false
}

// commons notes the single words at a sentence's start that the article also
// writes small: they are no names ("Quake kills 40", "the quake").
func (r *runner) commons() {
	r.common = zeroed(r.common, r.groups.Len())
	var asked uint64 // length and first letter of the words that are asked for
	for i := range r.runs {
		if n := &r.runs[i]; n.initial && n.size() == 1 && n.e == nil {
			asked |= 1 << shelf(r.d.Low(n.first))
		}
	}
	if asked == 0 {
		return
	}
	for i := range r.d.Tokens {
		if !r.tags[i].Noun() || r.d.Tokens[i].Shape&(token.Letter|token.Capital) != token.Letter || asked>>shelf(r.d.Low(i))&1 == 0 {
			continue
		}
		if g := r.groups.Find(r.d.Low(i)); g >= 0 {
			r.common[g] = true
		}
	}
}

// shelf is one of 64 places for words, by length and first letter.
func shelf(low string) int { return (len(low)*7 + int(low[0])) & 63 }

// paper reports "the Times", "the Post".
func (r *runner) paper(n *run) bool {
	return r.word(n.first).head == mediaKind && n.first > 0 && r.d.Low(n.first-1) == "the" && r.tags[n.first].Noun()
}

// twoPapers reports a name behind "the" that ends like those of papers which were two once.
//
// Example: "the Torvik Sun-Times", "the Post-Herald". Counter-example: "the Herald-reader", "Ada Brenn-Post".
func (r *runner) twoPapers(n *run) bool {
	if !r.d.Is(n.end-1, token.Hyphen) || n.e != nil || n.honor || n.first == 0 || r.d.Low(n.first-1) != "the" {
		return false
	}
	w := r.d.Word(n.end - 1)
	k := strings.LastIndexByte(w, '-')
	if k < 1 || k+1 == len(w) || w[k+1] < 'A' || w[k+1] > 'Z' {
		return false
	}
	low := r.d.Low(n.end - 1)[k+1:]
	return r.known.words[r.known.number(low)].head == mediaKind
}

// proper reports a name by its tag, or by an "'s" where the tagger took the
// capital for a sentence's start ("Labour's leader").
func (r *runner) proper(n *run) bool {
	return r.tags[n.first].Proper() || n.initial && r.possessor(n.end)
}

// credible drops single words at a sentence's start that only their place
// capitalises, and bare nouns.
func (r *runner) credible(n *run, class int) bool {
	if n.whose && class == Person {
		return false // "Velmarkian President Ada Brenn" is one person
	}
	if class == Person && n.size() == 1 && !r.d.Is(n.first, token.Capital) && r.d.Is(n.first, token.Hyphen) {
		if first, _, _ := strings.Cut(r.d.Low(n.first), "-"); prefixes.Has(first) {
			return false // "pro-Brenn", but "al-Brenn"
		}
	}
	if n.end-n.first > 1 || n.e != nil && !n.e.weak || n.shared {
		return true
	}
	if n.e != nil && n.e.weak {
		return r.proper(n) || n.initial && r.actsAtStart(n.e, n.end) || r.tags[n.first] == tag.VBN && n.first > 0 && !n.initial && !n.titled && r.tags[n.first-1] == tag.DT || // "The Fed"
			!n.titled && r.tags[n.first] == tag.NN && r.beforeStaff(n) || class == classOf(n.e.kind()) && (n.e.what == fromDemonym || n.e.exact && !n.titled)
	}
	if r.paper(n) {
		return true
	}
	if r.roleWord(n.first) || r.orgWord(n.first) {
		return n.honor || class == Person && n.part && !n.initial && !r.ledBy(n.first) || class == Body && r.calledClub(n)
	}
	if class == Place && r.is(n.first, placeLast) && r.is(n.first, ordinary) && (n.first == 0 || r.d.Low(n.first-1) != "the") {
		return false // "Kestrel Air and Sea"
	}
	if n.initial && class == Body && r.d.Is(n.first, token.Upper) && !n.titled && !r.is(n.first, ordinary) && n.first < r.end && len(r.d.Word(n.first)) > 2 && r.saidAgain(n) {
		return true // "NDU spokesman Ada Brenn", tagged as an adjective
	}
	if n.initial {
		return (r.tags[n.first].Proper() || r.singular(n.first) || r.whichDoes(n.first)) && !r.common[n.group]
	}
	return true
}

// saidAgain reports another run of the same words inside a sentence.
func (r *runner) saidAgain(n *run) bool {
	for i := range r.runs {
		if o := &r.runs[i]; o.group == n.group && o.first != n.first && !o.initial && !o.titled {
			return true
		}
	}
	return false
}

// prefixes are words that a hyphen ties to a name and that make it nobody's.
var prefixes = lexicon.WordsOf("pro", "non", "anti", "then", "ex", "post", "pre", "mid", "self", "voter", "un")

// ledBy reports a determiner, possessor or adjective before token i: "the King" where Ada King
// is named too.
func (r *runner) ledBy(i int) bool {
	return i > 0 && (r.tags[i-1] == tag.DT || r.tags[i-1] == tag.PRPS || r.tags[i-1] == tag.POS || r.tags[i-1] == tag.JJ)
}

// beforeStaff reports a party or body before the noun for its own people: "Labour
// group leader Ada Brenn".
func (r *runner) beforeStaff(n *run) bool {
	return n.e.what == fromBody && n.end < r.end && !r.d.Is(n.end, token.Capital) && (n.e.kind() == article.KindParty || !n.initial) &&
		(r.is(n.end, aRole|roles) || n.end+1 < r.end && r.is(n.end, aHead) && r.is(n.end+1, aRole|roles))
}
