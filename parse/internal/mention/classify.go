package mention

import (
	"strings"

	"dossier/article"
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

// weigh sets the scores of every run from its words and its place.
func (r *runner) weigh() {
	// what the words alone say is weighed once for those that read the same
	type weighed struct {
		of     *run
		scores scores
	}
	groups := make([]weighed, r.groups.Len())
	for i := range r.runs {
		n := &r.runs[i]
		r.enter(n.first)
		g := &groups[n.group]
		if g.of == nil || g.of.e != n.e || r.text(g.of) != r.text(n) {
			*g = weighed{of: n}
			g.scores.weigh(r.wordFeatures(n, r.hashed[:0]))
		}
		n.scores = g.scores
		n.scores.weigh(r.contextFeatures(n, r.hashed[:0]))
		r.words(n)
		r.context(n)
	}
}

// text is the words of n as they stand.
func (r *runner) text(n *run) string {
	return r.d.Text[r.d.Tokens[n.first].Start:r.d.Tokens[n.end-1].End]
}

// words is the evidence of the name itself.
func (r *runner) words(n *run) {
	s := &n.scores
	size := n.end - n.first
	if n.e != nil {
		s[classOf(n.e.kind)] += certain
		if n.e.weak && n.e.what != fromDemonym {
			s[classOf(n.e.kind)] += fair - certain
		}
		return
	}
	if n.honor {
		s[Person] += strong + strong
	} else if n.roleEnd > n.roleFirst && !r.bodyWord(n.end-1) {
		s[Person] += strong
	}
	if size == 1 {
		if r.d.Is(n.first, token.Upper|token.Digit) && r.d.Word(n.first)[0] > '9' {
			s[Thing] += fair // "IE6": a product, a form, a road; "6PR" is a station
		} else if r.d.Is(n.first, token.Upper) {
			s[Body] += fair
		} else if r.givenName(n.first) {
			s[Person] += fair
		}
		return
	}
	if class, head := r.headOf(n); class >= 0 {
		s[class] += strong
		n.head = head
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
		s[Person] += strong
	}
}

// headOf reads the class and the kind of body off the word that heads a longer name:
// "University of …", "… River", "… Inc."; class -1 if none tells.
func (r *runner) headOf(n *run) (class int, head uint8) {
	last := n.end - 1
	if r.is(last, company) {
		return Body, companyKind
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
		if k := r.word(i - 1).head; k != 0 {
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

// context is the evidence of the words around.
func (r *runner) context(n *run) {
	s := &n.scores
	if n.first > r.first {
		switch r.d.Low(n.first - 1) {
		case "in", "at", "near", "across", "throughout", "outside":
			if n.e == nil && !r.givenName(n.first) {
				s[Place] += slight
			}
		}
	}
	if n.end >= r.end {
		return
	}
	if n.e == nil && n.end-n.first <= 2 && r.beforeState(n) {
		s[Place] += strong
	}
	switch w := r.d.Low(n.end); {
	case r.is(n.end, says):
		s[Person] += slight
		s[Body] += slight / 2
	case w == "who" || w == "whose" || w == "," && n.end+1 < r.end && r.d.Low(n.end+1) == "who":
		s[Person] += fair
	case w == "," && n.end+1 < r.end && r.tags[n.end+1] == tag.CD && r.d.Tokens[n.end+1].End-r.d.Tokens[n.end+1].Start == 2:
		s[Person] += fair // "Ada Brenn, 45,"
	case w == "(" && n.end+2 < r.end && r.d.Is(n.end+1, token.Upper) && n.end-n.first > 1:
		s[Body] += fair
	}
}

// beforeState reports "from Irving, Texas,".
func (r *runner) beforeState(n *run) bool {
	if n.first == r.first || r.d.Low(n.end) != "," || n.end+1 >= r.end {
		return false
	}
	if t := r.tags[n.first-1]; t != tag.IN && t != tag.TO {
		return false
	}
	e, _ := r.entry(n.end+1, r.end)
	return e != nil && (e.what == fromCountry || e.what == fromPlace)
}

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
// follow a person's full name that ends in them.
func (r *runner) vote() {
	type ballot struct {
		sum      scores
		lastName bool
	}
	ballots := make([]ballot, r.groups.Len())
	for i := range r.runs {
		n := &r.runs[i]
		for c, v := range n.scores {
			ballots[n.group].sum[c] += v
		}
	}
	for i := range r.runs {
		n := &r.runs[i]
		n.scores = ballots[n.group].sum
		if n.size() < 2 || n.scores.best() != Person {
			continue
		}
		if g := r.groups.Find(r.lastName(n)); g >= 0 {
			ballots[g].lastName = true
		}
	}
	for i := range r.runs {
		n := &r.runs[i]
		if ballots[n.group].lastName && n.size() == 1 && (n.e == nil || n.e.weak) {
			n.scores[Person] += certain
		}
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
		if class == Thing && n.e != nil && r.tags[n.first].Proper() {
			class = classOf(n.e.kind)
		}
		if class == Thing || !r.credible(n, class) {
			continue
		}
		n.class = int8(class)
		if n.e != nil && class != classOf(n.e.kind) {
			n.e = nil
		}
		kept = append(kept, *n)
	}
	r.runs = kept
}

// credible drops single words at a sentence's start that only their place
// capitalises, and bare nouns.
func (r *runner) credible(n *run, class int) bool {
	if n.end-n.first > 1 || n.e != nil && !n.e.weak {
		return true
	}
	if n.e != nil && n.e.weak {
		return r.tags[n.first].Proper() || class == classOf(n.e.kind) && n.e.what == fromDemonym
	}
	if r.roleWord(n.first) || r.orgWord(n.first) {
		return n.honor
	}
	if n.initial {
		return r.tags[n.first].Proper()
	}
	return true
}

// settle is the mention of a run: kind, type, country and gender by its class.
func (r *runner) settle(n *run) Mention {
	m := Mention{
		First: int32(n.first), End: int32(n.end), Type: article.MentionName, Rule: "name",
		Gender: n.gender.gender(), RoleFirst: int32(n.roleFirst), RoleEnd: int32(n.roleEnd),
	}
	if n.e != nil {
		m.Kind, m.Country, m.Table, m.Rule = n.e.kind, n.e.country, n.e.canon, "name-table"
		if n.e.exact && n.e.what == fromBody {
			m.Type = article.MentionAcronym
		}
		return m
	}
	switch n.class {
	case Person:
		m.Kind = article.KindPerson
		if m.Gender == "" {
			m.Gender = r.word(n.first).given.gender()
		}
		return m
	case Place:
		m.Kind = article.KindPlace
	default:
		m.Kind = article.KindOrganization
		if k := headKinds[n.head]; k != "" {
			m.Kind = k
		}
		if n.size() == 1 && r.d.Is(n.first, token.Upper) {
			m.Type = article.MentionAcronym
		}
	}
	m.Country = r.countryIn(n)
	return m
}

// countryIn is the country that a name begins with ("Russian Foreign Ministry").
func (r *runner) countryIn(n *run) article.Opt {
	e, _ := r.entry(n.first, n.end)
	if e == nil || strings.HasPrefix(e.low, "american ") {
		return ""
	}
	switch e.what {
	case fromCountry, fromDemonym, fromPlace:
		return e.country
	}
	return ""
}
