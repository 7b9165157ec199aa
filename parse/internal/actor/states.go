package actor

import (
	"dossier/article"
	"dossier/parse/internal/mention"
)

// Who acts for a state: its capital or seat, its people, what belongs to it.

// metonym links a capital or seat that acts to the government of its state where
// the text names one, else to the state, else to whatever capital or seat of it
// came before; so does "the Syrian side". A seat of no government, such as the Pentagon,
// is itself; Brussels is the union that the text names, else its commission.
func (r *resolver) metonym(m int) int {
	x := &r.ms[m]
	if x.Rule == "side" {
		return r.power(m, x.Country)
	}
	if g := r.index.find(x.Table).seat.to(); g >= 0 {
		return g
	}
	g := -1
	switch joins := seats().Field(x.Table, 3); {
	case x.Kind == article.KindGovernment && (x.Rule == "capital-acting" || joins != ""):
		g = r.power(m, x.Country)
	case joins != "":
		if g = r.index.find(joins).key.to(); g < 0 && joins == "European Union" {
			g = r.index.find("European Commission").key.to()
		}
	}
	if g < 0 {
		g = r.create(m)
	}
	r.index.at(x.Table).seat.first(g)
	return g
}

// power is the group that acts for a state, made of mention m if there is none.
func (r *resolver) power(m int, country article.Opt) int {
	if g := r.governmentOf(country); g >= 0 || country == "" {
		return g
	}
	if g := r.state(country); g >= 0 {
		return g
	}
	e := r.index.at(string(country))
	if e.power == 0 {
		e.power.first(r.create(m))
	}
	return e.power.to()
}

// governmentOf founds or finds the actor of a state's government where the text
// names it ("the Syrian government"); -1 if it does not.
func (r *resolver) governmentOf(country article.Opt) int {
	if country == "" {
		return -1
	}
	o := r.index.find(string(country)).rule.to()
	if o < 0 {
		return -1
	}
	if r.of[o] < 0 {
		r.join(o, r.create(o), "nominal")
	}
	return int(r.of[o])
}

// demonym links an adjective to the state that the text names.
func (r *resolver) demonym(m int) int {
	if c := r.ms[m].Country; c != "" {
		return r.state(c)
	}
	return -1
}

// state is the group of the state with the given code, -1 if there is none yet.
func (r *resolver) state(code article.Opt) int { return r.index.find(string(code)).state.to() }

// acting is the group of the state, else of the capital or seat that acts for it.
func (r *resolver) acting(code article.Opt) int {
	if g := r.state(code); g >= 0 {
		return g
	}
	return r.index.find(string(code)).power.to()
}

// stateOf founds the state that an adjective names where it tells who acts: in
// an office ("the German chancellor"), a force or a body ("Iranian troops"), or
// an act of state ("a French proposal"). "Italian wine" is no actor.
func (r *resolver) stateOf(m int) int {
	x := &r.ms[m]
	p := r.phrase(m)
	if p == nil || x.Country == "" || x.Kind != article.KindCountry {
		return -1
	}
	if o := r.headOf[x.Phrase]; o == int32(m) || o >= 0 && !r.ofState(&r.ms[o]) || o < 0 && !r.actOfState(p) {
		return -1
	}
	if g := r.acting(x.Country); g >= 0 {
		return g
	}
	g := r.create(m)
	r.groups[g].named = true
	r.index.at(string(x.Country)).state.first(g)
	return g
}

// ofState reports a description of people or a body that acts for a state; one
// that bears a name is an actor itself.
func (r *resolver) ofState(x *mention.Mention) bool {
	switch x.Kind {
	case article.KindPerson:
		return x.RoleEnd > x.RoleFirst && governs.Has(r.d.Low(int(x.RoleEnd)-1))
	case article.KindGovernment, article.KindGovernmentBody, article.KindArmedForce:
		return x.Type == article.MentionNominal
	case article.KindGroup:
		return stateGroups.Has(r.d.Low(int(x.Head)))
	}
	return false
}

// actOfState reports a noun of what states do or do it with.
func (r *resolver) actOfState(p *mention.Phrase) bool {
	return stateActs().Has(r.d.Low(int(p.Head)))
}
