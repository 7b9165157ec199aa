package actor

import (
	"slices"

	"dossier/article"
	"dossier/parse/internal/tag"
)

// "Her party", "his government": bodies that their owner tells.

// owned reports "her party", "his government": a body that its owner tells, once
// the pronoun is settled.
func (r *resolver) owned(m int) bool {
	x := &r.ms[m]
	return !x.Plural && x.Head == x.First+1 && r.tags[x.First] == tag.PRPS && (ownBodies[r.d.Low(int(x.Head))] != nil || clients.Has(r.d.Low(int(x.Head))))
}

// ownBodies are the kinds that a body may be which a person calls so.
var ownBodies = map[string][]article.ActorKind{
	"party": {article.KindParty}, "government": {article.KindGovernment, article.KindCountry},
	"country": {article.KindCountry, article.KindGovernment}, "company": companies, "firm": companies,
	"ministry": {article.KindGovernmentBody}, "agency": {article.KindGovernmentBody, article.KindIGO},
	"charity": {article.KindNGO, article.KindOrganization}, "foundation": {article.KindNGO, article.KindOrganization}, "bank": companies,
	"newspaper": press, "department": {article.KindGovernmentBody}, "institute": associations, "airline": companies,
	"club": associations, "union": associations, "team": associations, "organization": bodies,
	"group": {article.KindArmedGroup, article.KindNGO, article.KindOrganization, article.KindParty},
}

// ownBody links "her party" to the one body that the person holds an office in,
// if it is of that kind; it founds a body of its own else.
func (r *resolver) ownBody(m int) int {
	x := &r.ms[m]
	if lands.Has(r.d.Low(int(x.Head))) {
		return r.ownLand(m)
	}
	if !r.owned(m) || m+1 >= len(r.ms) || r.ms[m+1].First != x.First || r.of[m+1] < 0 {
		if r.owned(m) && !r.anybody(m) {
			return r.create(m)
		}
		return -1
	}
	g := int(r.of[m+1])
	if clients.Has(r.d.Low(int(x.Head))) {
		if c := r.clientOf(m, g); c >= 0 {
			return c
		}
		return r.create(m)
	}
	want := ownBodies[r.d.Low(int(x.Head))]
	if e := r.namedOwn(m, g, want); e >= 0 {
		return e
	}
	for i := range r.groups[g].roles {
		o := &r.groups[g].roles[i]
		if o.org < 0 || r.of[o.org] < 0 || o.status == "former" {
			continue
		}
		if e := int(r.of[o.org]); slices.Contains(want, r.groups[e].kind) {
			return e
		}
	}
	return r.create(m)
}

// namedOwn is the one party or body of the wanted kinds that the text has named as that of person g before mention m:
// "her Reform Front", "Brenn's Reform Front"; -1 if there is none or are several.
//
// Counter-example: "Brenn left the Reform Front".
func (r *resolver) namedOwn(m, g int, want []article.ActorKind) int {
	found := -1
	for o := m - 1; o > 0 && o > m-far; o-- {
		y, e := &r.ms[o], int(r.of[o])
		if e < 0 || e == found || y.First == 0 || !isBodyName(y) || !r.groups[e].named || r.groups[e].kind != article.KindOrganization && !slices.Contains(want, r.groups[e].kind) {
			continue
		}
		if t := r.tags[y.First-1]; t != tag.PRPS && t != tag.POS {
			continue
		}
		for k := o - 1; k >= max(0, o-3); k-- {
			if z := &r.ms[k]; int(r.of[k]) == g && (z.End == y.First && z.Type == article.MentionPronoun || z.End == y.First-1 && r.tags[z.End] == tag.POS) {
				if found >= 0 {
					return -1
				}
				found = e
			}
		}
	}
	return found
}

// ownLand is the state of the person whose country mention m tells of: "his country", "Brenn's
// country"; -1 if the text does not name it.
func (r *resolver) ownLand(m int) int {
	x := &r.ms[m]
	if x.Head == x.First || x.Kind != article.KindCountry {
		return -1
	}
	for o := m + 1; o < len(r.ms) && r.ms[o].First == x.First; o++ {
		y := &r.ms[o]
		if r.of[o] < 0 || y.End != x.Head && !(y.End == x.Head-1 && r.tags[y.End] == tag.POS) {
			continue
		}
		p := &r.groups[r.of[o]]
		if p.kind != article.KindPerson {
			return -1
		}
		for i := range p.roles {
			n := &p.roles[i]
			if n.org < 0 || r.of[n.org] < 0 || n.status == "former" {
				continue
			}
			if e := int(r.of[n.org]); r.groups[e].kind == article.KindCountry {
				return e
			} else if c := r.groups[e].country; c != "" && r.state(c) >= 0 {
				return r.state(c)
			}
		}
		if p.country != "" {
			return r.state(p.country)
		}
	}
	return -1
}
