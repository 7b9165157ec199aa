package export

import (
	"slices"

	"dossier/article"
)

// The nodes of linked data. Their keys are terms of the context.

type ldApplication struct {
	ID      string `json:"id"`
	Type    string `json:"type"`
	Name    string `json:"name"`
	Version string `json:"softwareVersion"`
}

type ldNews struct {
	ID         string   `json:"id"`
	Type       string   `json:"type"`
	Identifier string   `json:"identifier"`
	Headline   string   `json:"headline,omitempty"`
	Deck       string   `json:"alternativeHeadline,omitempty"`
	Author     []ldName `json:"author,omitempty"`
	Publisher  *ldName  `json:"publisher,omitempty"`
	Published  string   `json:"datePublished,omitempty"`
	Modified   string   `json:"dateModified,omitempty"`
	Language   string   `json:"inLanguage,omitempty"`
	URL        string   `json:"url,omitempty"`
	FileName   string   `json:"fileName,omitempty"`
	Generator  string   `json:"generator"`
	Mentions   []string `json:"mentions,omitempty"`
	HasPart    []string `json:"hasPart,omitempty"`
	Body       string   `json:"articleBody"`
}

type ldName struct {
	Type string `json:"type"`
	Name string `json:"name"`
}

type ldActor struct {
	ID       string   `json:"id"`
	Type     string   `json:"type"`
	Name     string   `json:"name"`
	Also     []string `json:"alternateName,omitempty"`
	External string   `json:"identifier,omitempty"`
	Kind     string   `json:"kind"`
	Named    bool     `json:"named"`
	Country  string   `json:"country,omitempty"`
	Gender   string   `json:"gender,omitempty"`
	JobTitle []string `json:"jobTitle,omitempty"`
	MemberOf []ldRole `json:"memberOf,omitempty"`
}

// ldRole stands between a person and the body in which they have the role, as
// schema.org's Role does.
type ldRole struct {
	Type     string `json:"type"`
	Name     string `json:"roleName"`
	Status   string `json:"status"`
	MemberOf string `json:"memberOf"`
}

type ldQuote struct {
	ID          string `json:"id"`
	Type        string `json:"type"`
	Kind        string `json:"kind"`
	Text        string `json:"text"`
	Speaker     string `json:"spokenByCharacter,omitempty"`
	SpeakerText string `json:"speakerText,omitempty"`
	Cue         string `json:"cue,omitempty"`
	Via         string `json:"via,omitempty"`
	Addressee   string `json:"addressee,omitempty"`
	Said        string `json:"dateCreated,omitempty"`
	IsPartOf    string `json:"isPartOf"`
	Confidence  string `json:"confidence"`
	Rule        string `json:"rule"`
}

type ldPosition struct {
	ID         string   `json:"id"`
	Type       string   `json:"type"`
	Holder     string   `json:"holder,omitempty"`
	HolderText string   `json:"holderText,omitempty"`
	Stance     string   `json:"stance"`
	Polarity   int      `json:"polarity"`
	Towards    string   `json:"towards,omitempty"`
	TargetText string   `json:"towardsText,omitempty"`
	Issue      string   `json:"issue,omitempty"`
	Speaker    string   `json:"spokenByCharacter,omitempty"`
	Addressee  string   `json:"addressee,omitempty"`
	Via        string   `json:"via,omitempty"`
	Statement  string   `json:"statement,omitempty"`
	Cue        string   `json:"cue,omitempty"`
	Negated    bool     `json:"negated,omitempty"`
	Hedge      string   `json:"hedge,omitempty"`
	Condition  string   `json:"condition,omitempty"`
	Citation   []string `json:"citation,omitempty"`
	IsPartOf   string   `json:"isPartOf"`
	Confidence string   `json:"confidence"`
	Rule       string   `json:"rule"`
}

type ldAnnotation struct {
	ID         string     `json:"id"`
	Type       string     `json:"type"`
	Motivation string     `json:"motivation"`
	Body       string     `json:"body"`
	Generator  string     `json:"generator"`
	Rule       string     `json:"rule,omitempty"`
	Target     []ldTarget `json:"target"`
}

type ldTarget struct {
	Source   string `json:"source"`
	Selector []any  `json:"selector"`
}

type ldPlace struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type ldWords struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
}

type ldSame struct {
	ID     string `json:"id"`
	SameAs string `json:"sameAs"`
}

// ldArticle makes the nodes of one article; base is its IRI.
type ldArticle struct {
	*view
	base string
}

// nodes are the article, its actors, quotes and positions, each with its
// evidence behind it.
func (d *ldArticle) nodes() []any {
	list := []any{d.news()}
	with := func(node any, item, rule string, spans []article.Span) {
		list = append(list, node)
		if e, ok := d.annotation(item, rule, spans); ok {
			list = append(list, e)
		}
	}
	for _, x := range d.actorsNamed() {
		spans := make([]article.Span, 0, min(len(x.Mentions), maxRefs))
		for _, m := range x.Mentions[:min(len(x.Mentions), maxRefs)] {
			spans = append(spans, m.Span)
		}
		with(d.actor(x), x.ID, "", spans)
	}
	for i := range d.Quotes {
		q := &d.Quotes[i]
		with(d.quote(q), q.ID, q.Rule, q.Spans)
	}
	for i := range d.Positions {
		p := &d.Positions[i]
		with(d.position(p), p.ID, p.Rule, p.Statement.Spans)
	}
	return list
}

// actorsNamed are the actors that have a node: all but places to which nothing
// refers.
func (d *ldArticle) actorsNamed() []*article.Actor {
	used := map[article.Opt]bool{}
	for i := range d.Positions {
		p := &d.Positions[i]
		used[p.Target.Actor], used[p.Holder.ActorID()], used[p.Addressee.ActorID()] = true, true, true
		used[p.Speaker], used[p.Via.ActorID()] = true, true
	}
	for i := range d.Quotes {
		q := &d.Quotes[i]
		used[q.Speaker.ActorID()], used[q.Via.ActorID()], used[q.Addressee.ActorID()] = true, true, true
	}
	for i := range d.Actors {
		for _, r := range d.Actors[i].Roles {
			used[r.Organization] = true
		}
	}
	var list []*article.Actor
	for i := range d.Actors {
		if x := &d.Actors[i]; x.Kind != article.KindPlace || used[article.Opt(x.ID)] {
			list = append(list, x)
		}
	}
	return list
}

func (d *ldArticle) news() ldNews {
	n := ldNews{
		ID: d.base, Type: "NewsArticle", Identifier: d.ID, Headline: string(d.Title), Deck: string(d.Deck),
		Published: stated(d.Published), Modified: stated(d.Updated), Language: d.Language.Tag,
		URL: webAddress(string(d.Source.URL)), FileName: d.Source.Name, Generator: ldProgram, Body: d.Text,
	}
	for _, a := range d.Authors {
		n.Author = append(n.Author, ldName{"Person", a.Name})
	}
	if p := string(d.Source.Publisher); p != "" {
		n.Publisher = &ldName{"Organization", p}
	}
	for _, x := range d.actorsNamed() {
		n.Mentions = append(n.Mentions, d.ref(article.Opt(x.ID)))
	}
	for i := range d.Quotes {
		n.HasPart = append(n.HasPart, ldItem(d.base, d.Quotes[i].ID))
	}
	for i := range d.Positions {
		n.HasPart = append(n.HasPart, ldItem(d.base, d.Positions[i].ID))
	}
	return n
}

// stated is the value of d, "" for none.
func stated(d *article.Date) string {
	if d == nil {
		return ""
	}
	return d.Value
}

// ref is the IRI of an actor, "" for none.
func (d *ldArticle) ref(id article.Opt) string {
	if d.actors[id] == nil {
		return ""
	}
	return ldItem(d.base, string(id))
}

func (d *ldArticle) actor(x *article.Actor) ldActor {
	n := ldActor{
		ID: d.ref(article.Opt(x.ID)), Type: ldType(x.Kind), Name: x.Name, Also: x.Aliases, External: string(x.ExternalID),
		Kind: string(x.Kind), Named: x.Named, Country: string(x.Country), Gender: string(x.Gender),
	}
	for _, r := range x.Roles {
		if org := d.ref(r.Organization); org != "" {
			n.MemberOf = append(n.MemberOf, ldRole{"OrganizationRole", r.Title, r.Status, org})
		}
		if title := withStatus(r.Status, r.Title); x.Kind == article.KindPerson && !slices.Contains(n.JobTitle, title) {
			n.JobTitle = append(n.JobTitle, title)
		}
	}
	return n
}

// ldType is the class of a kind of actor: schema.org's, and ours for a group of
// people, which has none there.
func ldType(k article.ActorKind) string {
	switch k {
	case article.KindPerson:
		return "Person"
	case article.KindGovernment, article.KindGovernmentBody, article.KindArmedForce:
		return "GovernmentOrganization"
	case article.KindCountry:
		return "Country"
	case article.KindParty:
		return "PoliticalParty"
	case article.KindCompany:
		return "Corporation"
	case article.KindMedia:
		return "NewsMediaOrganization"
	case article.KindNGO:
		return "NGO"
	case article.KindGroup:
		return "dossier:Group"
	case article.KindPlace:
		return "Place"
	}
	return "Organization"
}

func (d *ldArticle) quote(q *article.Quote) ldQuote {
	n := ldQuote{
		ID: ldItem(d.base, q.ID), Type: "Quotation", Kind: string(q.Kind), Text: q.Text,
		Speaker: d.ref(q.Speaker.ActorID()), Via: d.ref(q.Via.ActorID()), Addressee: d.ref(q.Addressee.ActorID()),
		Cue: cueWords(q.Cue).text, Said: stated(q.Said), IsPartOf: d.base, Confidence: ldConfidence(q.Confidence), Rule: q.Rule,
	}
	if q.Speaker != nil {
		n.SpeakerText = q.Speaker.Text
	}
	return n
}

func (d *ldArticle) position(p *article.Position) ldPosition {
	n := ldPosition{
		ID: ldItem(d.base, p.ID), Type: "Position", Stance: string(p.Stance), Polarity: p.Polarity,
		Holder: d.ref(p.Holder.ActorID()), Towards: d.ref(p.Target.Actor), TargetText: p.Target.Text, Issue: string(p.Issue),
		Speaker: d.ref(p.Speaker), Addressee: d.ref(p.Addressee.ActorID()), Via: d.ref(p.Via.ActorID()),
		Statement: p.Statement.Text, Cue: cueWords(p.Cue).text, Negated: p.Negated,
		Hedge: words(p.Hedge).text, Condition: words(p.Condition).text,
		IsPartOf: d.base, Confidence: ldConfidence(p.Confidence), Rule: p.Rule,
	}
	if p.Holder != nil {
		n.HolderText = p.Holder.Text
	}
	for _, q := range p.Quotes {
		n.Citation = append(n.Citation, ldItem(d.base, q))
	}
	return n
}
