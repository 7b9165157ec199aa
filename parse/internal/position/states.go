package position

import (
	"slices"
	"strconv"
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
)

// A state that the article names by its adjective alone ("a Senegalese peace
// plan") is no actor there, nor are people of whom it speaks in passing ("three
// families"). Those that hold or suffer a position must be, so they are founded
// here: their indices stand behind those of the article's actors, and they get
// an id when a position first names them.

var countryTable = lexicon.Open("countries")

// stateOf is the index of the actor for the state that adjective m names, which
// is founded if need be; -1 if m names none.
func (r *reader) stateOf(m int) int {
	x := &r.ms[m]
	if x.Type != article.MentionAdjective || x.Country == "" || x.First > 0 && r.low(int(x.First)-1) == "ethnic" {
		return -1
	}
	if a, ok := r.founded[foundation{country: x.Country}]; ok {
		return a
	}
	name := countryName(x.Country)
	if name == "" {
		return -1
	}
	return r.establish(article.Actor{
		Name: name, Kind: article.KindCountry, Named: true, Collective: true, Country: x.Country,
		Aliases: []string{}, Roles: []article.Role{}, Functions: []string{},
	})
}

// foundation is what a founded actor is known by: a state by its code, people by
// the place of the words that name them, or by "the" and the words: "the victims"
// are the same ones all through an article.
type foundation struct {
	country  article.Opt
	words    article.Span
	definite string
}

// establish founds actor a and returns its index.
func (r *reader) establish(a article.Actor) int {
	n := len(r.actors)
	if r.founded == nil {
		r.founded = map[foundation]int{}
	}
	if len(a.Mentions) > 0 {
		r.founded[foundation{words: a.Mentions[0].Span}] = n
	}
	if by := (foundation{country: a.Country}); a.Kind == article.KindCountry && a.Country != "" {
		if _, ok := r.founded[by]; !ok {
			r.founded[by] = n
		}
	}
	r.actors = append(r.actors, a)
	r.principals = append(r.principals, 1) // speaks for nobody else
	return n
}

// countryName is the usual name of the state with code c, or "".
func countryName(c article.Opt) string {
	for _, row := range countryTable().Rows() {
		if row.Field(1) == string(c) {
			return row.Key()
		}
	}
	return ""
}

// peopleOf is the index of the actor for the people or body that mention m
// describes without being an actor's, which is founded if need be; -1 for all
// others.
func (r *reader) peopleOf(m int) int {
	x := &r.ms[m]
	if x.Type != article.MentionNominal || !x.Plural || x.Kind == article.KindPlace || x.Kind == "" {
		return -1
	}
	switch r.low(int(x.First)) {
	case "any", "no", "every", "each":
		return -1
	}
	s := r.d.Span(int(x.First), int(x.End))
	if a, ok := r.founded[foundation{words: s}]; ok {
		return a
	}
	if a, ok := r.founded[r.theWords(x)]; ok {
		r.founded[foundation{words: s}] = a
		ms := &r.actors[a].Mentions
		*ms = append(*ms, article.Mention{Span: s, Text: s.In(r.d.Text), Type: x.Type, Rule: "people-in-position"})
		slices.SortFunc(*ms, func(x, y article.Mention) int { return x.Span.Start - y.Span.Start })
		return a
	}
	a := r.establish(article.Actor{
		Name: oneLine(s.In(r.d.Text)), Kind: x.Kind, Collective: x.Plural || x.Kind != article.KindPerson, Country: x.Country, Gender: x.Gender,
		Aliases: []string{}, Roles: []article.Role{}, Functions: []string{},
		Mentions: []article.Mention{{Span: s, Text: s.In(r.d.Text), Type: x.Type, Rule: "people-in-position"}},
	})
	if by := r.theWords(x); by.definite != "" {
		r.founded[by] = a
	}
	return a
}

// theWords is the foundation of people named with "the", empty for others.
func (r *reader) theWords(x *mention.Mention) foundation {
	if r.low(int(x.First)) != "the" {
		return foundation{}
	}
	s := r.d.Span(int(x.First), int(x.End))
	return foundation{definite: oneLine(r.d.Lower[s.Start:s.End])}
}

// oneLine is s with every run of white space as one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// enlist gives the founded actor a its id, and a state its mentions.
func (r *reader) enlist(a int) {
	x := &r.actors[a]
	r.enlisted++
	x.ID = "a" + strconv.Itoa(len(r.in.Actors.Actors)+r.enlisted)
	if len(x.Mentions) > 0 {
		return
	}
	for m := range r.ms {
		if y := &r.ms[m]; y.Type == article.MentionAdjective && y.Country == x.Country && r.in.Actors.Of[m] < 0 {
			s := r.d.Span(int(y.First), int(y.End))
			x.Mentions = append(x.Mentions, article.Mention{Span: s, Text: s.In(r.d.Text), Type: y.Type, Rule: "demonym-in-position"})
		}
	}
}

// states are the founded actors that positions name, in the order of their ids.
func (r *reader) states() []article.Actor {
	out := make([]article.Actor, r.enlisted)
	n := len(r.in.Actors.Actors)
	for _, x := range r.actors[n:] {
		if x.ID != "" {
			i, _ := strconv.Atoi(x.ID[1:])
			out[i-n-1] = x
		}
	}
	return out
}
