package position

import (
	"strconv"

	"dossier/article"
	"dossier/parse/internal/lexicon"
)

// A state that the article names by its adjective alone ("a Senegalese peace
// plan") is no actor there. One that holds or suffers a position must be one, so
// it is founded here: its index stands behind those of the article's actors, and
// it gets an id when a position first names it.

var countryTable = lexicon.Open("countries")

// stateOf is the index of the actor for the state that adjective m names, which
// is founded if need be; -1 if m names none.
func (r *reader) stateOf(m int) int {
	x := &r.ms[m]
	if x.Type != article.MentionAdjective || x.Country == "" || x.First > 0 && r.low(int(x.First)-1) == "ethnic" {
		return -1
	}
	n := len(r.in.Actors.Actors)
	for i := n; i < len(r.actors); i++ {
		if r.actors[i].Country == x.Country {
			return i
		}
	}
	name := countryName(x.Country)
	if name == "" {
		return -1
	}
	r.actors = append(r.actors, article.Actor{
		Name: name, Kind: article.KindCountry, Named: true, Collective: true, Country: x.Country,
		Aliases: []string{}, Roles: []article.Role{}, Functions: []string{},
	})
	r.principals = append(r.principals, 1) // speaks for nobody else
	return len(r.actors) - 1
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

// enlist gives the founded actor a its id and mentions.
func (r *reader) enlist(a int) {
	x := &r.actors[a]
	r.enlisted++
	x.ID = "a" + strconv.Itoa(len(r.in.Actors.Actors)+r.enlisted)
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
