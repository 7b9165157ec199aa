package export

import (
	"strings"

	"dossier/article"
)

// The schemata of what is no document: who is named, and how they belong together.

// ftmSchema is the schema of a kind of actor and its topic; "" for what is no
// entity.
func ftmSchema(k article.ActorKind) (schema, topic string) {
	switch k {
	case article.KindPerson:
		return "Person", ""
	case article.KindGovernment:
		return "PublicBody", "gov.executive"
	case article.KindGovernmentBody, article.KindCountry:
		return "PublicBody", "gov"
	case article.KindArmedForce:
		return "PublicBody", "gov.security"
	case article.KindIGO:
		return "Organization", "gov.igo"
	case article.KindParty:
		return "Organization", "pol.party"
	case article.KindCompany:
		return "Company", ""
	case article.KindMedia, article.KindNGO, article.KindOrganization, article.KindArmedGroup:
		return "Organization", ""
	case article.KindGroup:
		return "LegalEntity", ""
	}
	return "", ""
}

// schema is that of x; "" where it is no entity: a place, or without a name.
func (x *entity) schema() string {
	if !x.named || ftmText(x.name, ftmNameMax) == "" {
		return ""
	}
	schema, _ := ftmSchema(x.kind)
	return schema
}

// Close writes who is named, where, and how they belong together.
func (o *ftmWriter) Close() error {
	people, numbers := o.cast.entities()
	links := o.links(people, numbers)
	for _, e := range o.entities(people, numbers) {
		if err := o.out.Encode(e); err != nil {
			return err
		}
	}
	for i := range o.seen {
		if x := &people[numbers[i]]; x.schema() != "" {
			if err := o.out.Encode(o.mention(i, x)); err != nil {
				return err
			}
		}
	}
	for _, e := range links {
		if err := o.out.Encode(e); err != nil {
			return err
		}
	}
	return nil
}

// entities are the people and bodies, with what all articles tell of them.
func (o *ftmWriter) entities(people []entity, numbers []int) []*ftmEntity {
	var list []*ftmEntity
	at := make([]*ftmEntity, len(people))
	for n := range people {
		x := &people[n]
		if x.schema() == "" {
			continue
		}
		e := newFTM(x.id, x.schema())
		e.Dossier.External = x.external
		_, topic := ftmSchema(x.kind)
		e.set("topics", ftmStringMax, topic)
		e.set("name", ftmNameMax, x.names...)
		e.set("country", ftmStringMax, strings.ToLower(x.country))
		if isWikidata(x.external) {
			e.set("wikidataId", ftmStringMax, x.external)
		}
		for _, form := range x.forms {
			if !e.has("name", form) {
				e.set("alias", ftmNameMax, oneLine(form))
			}
		}
		for _, n := range x.articles {
			e.Properties["proof"] = append(e.Properties["proof"], ftmArticleID(o.cast.articles[n]))
		}
		at[n] = &e
		list = append(list, &e)
	}
	for i, n := range numbers {
		if e := at[n]; e != nil && e.Schema == "Person" && len(e.Properties["gender"]) == 0 {
			e.set("gender", ftmStringMax, o.seen[i].gender)
		}
	}
	for _, r := range o.roles {
		if e := at[numbers[r.actor]]; e != nil && e.Schema == "Person" && len(e.Properties["position"]) < maxForms {
			e.set("position", ftmStringMax, withStatus(r.status, r.title))
		}
	}
	return list
}

func (e *ftmEntity) has(property, s string) bool {
	for _, have := range e.Properties[property] {
		if have == oneLine(s) {
			return true
		}
	}
	return false
}

// isWikidata reports whether an external id is one of Wikidata's items.
func isWikidata(id string) bool {
	digits, ok := strings.CutPrefix(id, "Q")
	return ok && digits != "" && strings.Trim(digits, "0123456789") == ""
}

// mention is actor i in its article.
func (o *ftmWriter) mention(i int, x *entity) ftmEntity {
	k := &o.seen[i]
	key := o.cast.articles[k.article]
	e := newFTM(hashID("m", key, o.cast.local[i]), "Mention")
	e.Dossier.Refs = k.refs
	e.set("document", ftmStringMax, ftmArticleID(key))
	e.set("resolved", ftmStringMax, x.id)
	e.set("detectedSchema", ftmStringMax, x.schema())
	e.set("name", ftmNameMax, k.names...)
	if len(k.names) == 0 {
		e.set("name", ftmNameMax, x.name)
	}
	e.set("contextCountry", ftmStringMax, strings.ToLower(x.country))
	return e
}

// links are the roles that name a body. One that several articles tell is one.
func (o *ftmWriter) links(people []entity, numbers []int) []*ftmEntity {
	var list []*ftmEntity
	places := map[string]int{}
	for _, r := range o.roles {
		if r.body < 0 {
			continue
		}
		x, body := &people[numbers[r.actor]], &people[numbers[r.body]]
		if x.schema() == "" || body.schema() == "" || x == body {
			continue
		}
		schema, from, to := ftmLink(x, body, r.title)
		id := hashID("l", schema, x.id, body.id, matterKey(r.title), r.status)
		link := newFTM(id, schema)
		link.set(from, ftmStringMax, x.id)
		link.set(to, ftmStringMax, body.id)
		link.set("role", ftmStringMax, r.title)
		link.set("status", ftmStringMax, r.status)
		if e := list[index(places, id, &list, &link)]; len(e.Dossier.Refs) < maxRefs {
			e.Dossier.Refs = append(e.Dossier.Refs, r.ref)
		}
	}
	return list
}

// ftmLink is the schema of a role and the properties of its two ends. People are
// employed by bodies, but members of parties, of groups under arms and of what
// their title calls them a member of; where the body has no legal form the model
// has an open link only.
func ftmLink(x, body *entity, title string) (schema, from, to string) {
	member := strings.Contains(" "+strings.ToLower(title)+" ", " member ")
	switch {
	case body.schema() == "LegalEntity" || body.schema() == "Person":
		return "UnknownLink", "subject", "object"
	case x.kind != article.KindPerson, member, body.kind == article.KindParty, body.kind == article.KindArmedGroup:
		return "Membership", "member", "organization"
	}
	return "Employment", "employee", "employer"
}
