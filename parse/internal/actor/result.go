package actor

import (
	"slices"
	"strconv"
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/token"
)

// result writes the groups as actors, numbered by their first mention.
func (r *resolver) result() Result {
	res := Result{Of: make([]int32, len(r.ms))}
	number := make([]int32, 3*len(r.groups)+1) // group -> number of its actor, -1
	order := number[len(r.groups) : len(r.groups) : 2*len(r.groups)]
	start := number[2*len(r.groups):] // group -> where its members stand
	number = number[:len(r.groups)]
	at := int32(0)
	for g := range number {
		number[g] = -1
		start[g] = at
		at += r.groups[g].size
	}
	members := make([]int32, at)
	for m, g := range r.of {
		res.Of[m] = -1
		if g < 0 {
			continue
		}
		if number[g] < 0 {
			number[g] = int32(len(order))
			order = append(order, g)
		}
		res.Of[m] = number[g]
		members[start[g]] = int32(m)
		start[g]++
	}
	r.write(&res, order, number, members, start)
	return res
}

// write fills in the actors. Their mentions, and their ids, stand in one slice
// and one string.
func (r *resolver) write(res *Result, order, number, members, ends []int32) {
	ids := make([]byte, 0, 5*len(order))
	cuts := make([]int32, len(order)+1)
	for i := range order {
		ids = strconv.AppendInt(append(ids, 'a'), int64(i+1), 10)
		cuts[i+1] = int32(len(ids))
	}
	all := string(ids)
	id := func(i int32) string { return all[cuts[i]:cuts[i+1]] }
	room := make([]article.Mention, 0, len(members))
	const more = 4 // the stages behind find
	res.Actors = make([]article.Actor, len(order), len(order)+more)
	for i, g := range order {
		x := &r.groups[g]
		own := members[ends[g]-x.size : ends[g]]
		from := len(room)
		for _, m := range own {
			s := r.d.Span(int(r.ms[m].First), int(r.ms[m].End))
			room = append(room, article.Mention{Span: s, Text: s.In(r.d.Text), Type: r.ms[m].Type, Rule: r.rule[m]})
		}
		a := &res.Actors[i]
		a.ID, a.Mentions = id(int32(i)), room[from:len(room):len(room)]
		r.describe(a, x, own)
		for k := range x.roles {
			o := &x.roles[k]
			n := r.stated(x, o)
			if o.org >= 0 && r.of[o.org] >= 0 && number[r.of[o.org]] >= 0 {
				n.Organization = article.Opt(id(number[r.of[o.org]]))
				if a.Country == "" && n.Status == "current" && public[r.groups[r.of[o.org]].kind] {
					a.Country = r.groups[r.of[o.org]].country // "its president"
				}
			}
			a.Roles = append(a.Roles, n)
		}
	}
}

// public are the bodies whose officers are of the body's state; a firm employs anybody.
var public = map[article.ActorKind]bool{
	article.KindCountry: true, article.KindGovernment: true, article.KindGovernmentBody: true,
	article.KindArmedForce: true, article.KindArmedGroup: true, article.KindParty: true,
}

// describe says what actor a of group g is and what it is called.
func (r *resolver) describe(a *article.Actor, g *group, members []int32) {
	a.Kind, a.Named, a.Country, a.Gender = g.kind, g.named, g.country, g.gender
	a.Collective = g.kind != article.KindPerson && g.kind != article.KindPlace || g.plural
	if a.Kind == "" {
		a.Kind = article.KindOrganization
	}
	a.Name = r.bestName(g, members)
	if g.listed > 0 {
		e := &r.gaz.entries[g.listed-1]
		a.Name, a.ExternalID = e.Name, e.ID
	}
	a.Aliases = r.aliases(a.Name, members)
	a.Roles, a.Functions = make([]article.Role, 0, len(g.roles)), []string{}
}

// stated is role o as the article has it; that of a user's list stands nowhere
// in the text, and its span is empty.
func (r *resolver) stated(g *group, o *role) article.Role {
	if o.end == 0 {
		s := r.d.Span(int(r.ms[g.first].First), int(r.ms[g.first].First))
		return article.Role{Title: r.gaz.entries[g.listed-1].Role, Status: o.status, Span: s}
	}
	s := r.d.Span(int(o.first), int(o.end))
	title := o.as
	if title == "" {
		title = oneLine(s.In(r.d.Text))
	}
	return article.Role{Title: title, Status: o.status, Span: s}
}

// bestName is the name a reader would choose: the fullest name, an acronym only
// if there is no other, a description only if there is no name.
func (r *resolver) bestName(g *group, members []int32) string {
	best, rank, last := "", -1, ""
	people := false // an adjective names the state
	for _, m := range members {
		people = people || r.ms[m].Type == article.MentionAdjective
		text := r.d.Span(int(r.ms[m].First), int(r.ms[m].End)).In(r.d.Text)
		if text == last || r.ms[m].Type == article.MentionPronoun && rank >= 0 {
			continue
		}
		last = text
		n := r.form(m)
		if v := r.rank(m, g, n); v > rank {
			best, rank = n, v
		}
	}
	if g.country != "" && (rank == adjectiveRank || people && g.kind == article.KindGovernment && capitals().Has(best) || strings.HasSuffix(best, " side")) {
		return stateName(g.country) // "German", and "Berlin" only
	}
	return best
}

// adjectiveRank is the rank of an adjective as a name.
const adjectiveRank = 10

// stateName is the usual name of the state with the given code, "" if unknown.
func stateName(code article.Opt) string {
	for _, row := range countries().Rows() {
		if row.Field(1) == string(code) {
			return row.Key()
		}
	}
	return string(code)
}

var (
	countries = lexicon.Open("countries")
	capitals  = lexicon.Open("capitals")
	printed   = lexicon.WordsOf("newspaper", "magazine", "daily", "weekly", "website", "paper", "tabloid", "broadsheet")
)

func (r *resolver) rank(m int32, g *group, form string) int {
	x := &r.ms[m]
	size := min(len(form), 400)
	if len(form) > 5 && r.d.Is(int(x.End)-1, token.Upper) && r.d.Is(int(x.First), token.Upper) {
		size = 1 // a headline in capitals
	}
	if !latin(r.d.Word(int(x.First))) {
		size = 0
	}
	typ := x.Type
	if r.rule[m] == "name" && isNominal(x) {
		typ = article.MentionName // "the Norland Writers' Club (NWC)"
	}
	switch typ {
	case article.MentionName:
		if g.kind == article.KindCountry || g.kind == article.KindGovernment && x.Kind == article.KindCountry {
			size = 400 - size // "Russia" before "Russian Federation"
			if len(form) < 4 || r.rule[m] == "half" {
				size = 2
			}
		}
		return 3000 + size
	case article.MentionMetonym:
		if g.kind == article.KindGovernment && g.described {
			return 100
		}
		return 2000 + size
	case article.MentionAcronym:
		if x.Table != "" {
			return 2500 + size // "the EU" before "Brussels"
		}
		return 1500 + size
	case article.MentionNominal, article.MentionTitle:
		if g.kind == article.KindCountry {
			return 1 // "the country"
		}
		if !g.named || g.kind == article.KindGovernment {
			return 1000 + min(size, 60) - int(x.First)/1000
		}
		return 50
	case article.MentionAdjective:
		return adjectiveRank
	}
	return 0
}

// form is how mention m reads as a name: on one line, without an article.
func (r *resolver) form(m int32) string {
	x := &r.ms[m]
	first := int(x.First)
	if int(x.End)-first > 1 && isArticle(r.d.Low(first)) && (x.Type != article.MentionName || r.d.Word(first) != "The" || r.d.Sentences[r.d.Tokens[first].Sentence].First == x.First) {
		first++
	}
	end := int(x.End)
	if x.Kind == article.KindMedia && end-first > 2 && printed.Has(r.d.Low(end-1)) && !r.d.Is(end-1, token.Capital) && r.capitals(first, end-1) {
		end-- // "the Daily Compass | newspaper"
	}
	s := oneLine(r.d.Span(first, end).In(r.d.Text))
	if isNominal(x) && !r.tags[first].Proper() && !r.capitals(first+1, int(x.End)) && !r.nameAt(int(m)+1, int32(first)) && r.d.Sentences[r.d.Tokens[first].Sentence].First == int32(first) && !r.d.Is(first, token.Upper) {
		return r.d.Low(first) + s[len(r.d.Word(first)):]
	}
	return s
}

// capitals reports a capitalised word among tokens [first, end).
func (r *resolver) capitals(first, end int) bool {
	for ; first < end; first++ {
		if r.d.Is(first, token.Capital) {
			return true
		}
	}
	return false
}

// nameAt reports that mention m starts at token first.
func (r *resolver) nameAt(m int, first int32) bool {
	return m < len(r.ms) && r.ms[m].First == first
}

// oneLine is s with single spaces in place of line feeds and tabs.
func oneLine(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' || s[i] == '\t' {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// aliases are the other forms of the name and the descriptions with an article,
// in text order.
func (r *resolver) aliases(name string, members []int32) []string {
	list := []string{}
	last := int32(-1)
	for _, m := range members {
		x := &r.ms[m]
		if x.Type == article.MentionPronoun || x.Type == article.MentionAdjective || r.index.number[m] == last && !isNominal(x) {
			continue
		}
		last = r.index.number[m]
		form := r.form(m)
		if sameForm(form, name) {
			continue
		}
		if isNominal(x) {
			if form = oneLine(r.d.Span(int(x.First), int(x.End)).In(r.d.Text)); sameForm(form, name) {
				continue
			}
		}
		if slices.ContainsFunc(list, func(s string) bool { return sameForm(s, form) }) {
			continue
		}
		if list = append(list, form); len(list) == 40 {
			break // a document of lists, not an actor's names
		}
	}
	return list
}

// sameForm reports names that differ in capitals only.
func sameForm(a, b string) bool { return len(a) == len(b) && strings.EqualFold(a, b) }
