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
	for i := range r.runs {
		n := &r.runs[i]
		r.enter(n.first)
		n.scores.weigh(r.features(n))
		r.words(n)
		r.context(n)
	}
}

// words is the evidence of the name itself.
func (r *runner) words(n *run) {
	s := &n.scores
	size := n.end - n.first
	if n.e != nil {
		s[classOf(n.e.kind)] += certain
		if n.e.weak {
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
	if class, kind := r.headOf(n); class >= 0 {
		s[class] += strong
		n.kind = kind
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

// headOf reads the class and kind off the word that heads a longer name:
// "University of …", "… River", "… Inc."; class -1 if none tells.
func (r *runner) headOf(n *run) (class int, kind article.ActorKind) {
	last := n.end - 1
	if r.is(last, company) {
		return Body, article.KindCompany
	}
	for i := n.first + 1; i < n.end-1; i++ {
		w := r.d.Low(i)
		if w != "of" && w != "for" && w != "on" {
			continue
		}
		head := r.d.Low(i - 1)
		if r.is(i-1, area) {
			return Place, article.KindPlace
		}
		if k := r.headKind(i - 1); k != "" {
			return Body, k
		}
		if r.is(i-1, thingLast) || head == "battle" || head == "treaty" {
			return Thing, ""
		}
		break
	}
	switch {
	case r.is(last, thingLast):
		return Thing, ""
	case r.is(last, placeLast):
		return Place, article.KindPlace
	case r.headKind(last) != "":
		return Body, r.headKind(last)
	case r.is(n.first, thingFirst):
		return Thing, ""
	case r.is(n.first, placeFirst):
		return Place, article.KindPlace
	}
	return -1, ""
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
	sums := make(map[string]*scores, len(r.runs))
	for i := range r.runs {
		n := &r.runs[i]
		s := sums[n.key]
		if s == nil {
			s = new(scores)
			sums[n.key] = s
		}
		for c := range s {
			s[c] += n.scores[c]
		}
	}
	last := map[string]bool{}
	for i := range r.runs {
		n := &r.runs[i]
		n.scores = *sums[n.key]
		if class, _ := n.scores.best(); class == Person && n.end-n.first > 1 {
			last[r.lastName(n)] = true
		}
	}
	for i := range r.runs {
		n := &r.runs[i]
		if n.end-n.first == 1 && last[n.key] && (n.e == nil || n.e.weak) {
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

// decide settles kind, type, country and gender of every run.
func (r *runner) decide() {
	kept := r.runs[:0]
	for _, n := range r.runs {
		class, _ := n.scores.best()
		if class == Thing && n.e != nil && r.tags[n.first].Proper() {
			class = classOf(n.e.kind)
		}
		if class == Thing || !r.credible(&n, class) {
			continue
		}
		r.settle(&n, class)
		kept = append(kept, n)
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

func (r *runner) settle(n *run, class int) {
	n.typ, n.rule = article.MentionName, "name"
	if n.e != nil && class == classOf(n.e.kind) {
		n.kind, n.country = n.e.kind, n.e.country
		n.rule = "name-table"
		if n.e.exact && n.e.what == fromBody {
			n.typ = article.MentionAcronym
		}
		return
	}
	switch class {
	case Person:
		n.kind = article.KindPerson
		if n.gender == "" {
			n.gender = r.word(n.first).given.gender()
		}
		n.country = ""
		return
	case Place:
		n.kind = article.KindPlace
	default:
		if n.kind == "" || classOf(n.kind) != Body {
			n.kind = article.KindOrganization
		}
		if n.end-n.first == 1 && r.d.Is(n.first, token.Upper) {
			n.typ = article.MentionAcronym
		}
	}
	n.e = nil
	n.country = r.countryIn(n)
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
