package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dossier/article"
)

// htmlItem is what a quotation and a position have in common: what the script
// filters by stands in its attributes.
type htmlItem struct {
	ID    string // anchor
	Place htmlPlace
	Kinds string // of quotations
	Signs string // classes
	Class string // of its own sign, or of that of the position it bears out
	// Stances, and anchors of actors: whose words, who is spoken of, who carries them.
	Stances, By, Of, Via string
	Rule                 string
	Sure                 string // "93 %"
	Unsure               bool
}

type htmlQuote struct {
	htmlItem
	Kind    string // in words
	Phrases []phrase
	Speaker htmlName
	State   string // in place of a speaker
	Role    string
	How     string
	Bears   []htmlBears
}

// Words and Own are a phrase as the templates read it.
func (p phrase) Words() string { return p.words }
func (p phrase) Own() bool     { return p.own }

// htmlBears is a position and a quotation that bears it out, seen from either.
type htmlBears struct {
	Label, To, Class, Sign string
}

type htmlPosition struct {
	htmlItem
	Shown   htmlSign
	Holder  htmlName
	Target  htmlName
	Words   string
	Details []fact
	Bears   []htmlBears
}

// htmlAbout is what an article holds of one actor.
type htmlAbout struct{ says, stands, of, via []string }

// relate finds for each actor what it says and what is said of it.
func (h *htmlArticle) relate() {
	h.bears, h.about = map[string][]*article.Position{}, map[string]*htmlAbout{}
	for i := range h.v.Actors {
		h.about[h.v.Actors[i].ID] = &htmlAbout{}
	}
	h.quotes = map[string]*article.Quote{}
	for i := range h.v.Quotes {
		h.quotes[h.v.Quotes[i].ID] = &h.v.Quotes[i]
	}
	for i := range h.v.Positions {
		p := &h.v.Positions[i]
		for _, q := range p.Quotes {
			h.bears[q] = append(h.bears[q], p)
		}
	}
}

// note enters an item under each of the ids of actors and returns their anchors.
func (h *htmlArticle) note(item string, list func(*htmlAbout) *[]string, ids ...string) string {
	var anchors []string
	for _, id := range ids {
		about := h.about[id]
		if about == nil || slices.Contains(anchors, h.anchors[id]) {
			continue
		}
		anchors = append(anchors, h.anchors[id])
		*list(about) = append(*list(about), item)
	}
	return strings.Join(anchors, " ")
}

func saysOf(a *htmlAbout) *[]string   { return &a.says }
func standsOf(a *htmlAbout) *[]string { return &a.stands }
func isOf(a *htmlAbout) *[]string     { return &a.of }
func viaOf(a *htmlAbout) *[]string    { return &a.via }

// items fills in quotations and positions.
func (h *htmlArticle) items() {
	named := h.namesIn()
	for i := range h.v.Quotes {
		q := &h.v.Quotes[i]
		out := h.quote(q, named(q.Spans))
		if isReported(h.v, q) {
			h.Reported = append(h.Reported, out)
		} else {
			h.Own = append(h.Own, out)
		}
	}
	for i := range h.v.Positions {
		h.Positions = append(h.Positions, h.position(&h.v.Positions[i]))
	}
}

// namedMost bounds the actors whom one quotation counts as speaking of.
const namedMost = 100

// namesIn returns a function that lists the actors named within spans.
func (h *htmlArticle) namesIn() func([]article.Span) []string {
	type name struct {
		span article.Span
		id   string
	}
	var names []name
	for _, x := range actorsOf(h.v.Article) {
		for _, m := range x.Mentions {
			names = append(names, name{m.Span, x.ID})
		}
	}
	slices.SortStableFunc(names, func(x, y name) int { return x.span.Start - y.span.Start })
	return func(spans []article.Span) []string {
		var ids []string
		for _, s := range spans {
			i, _ := slices.BinarySearchFunc(names, s.Start, func(x name, at int) int { return x.span.Start - at })
			for ; i < len(names) && names[i].span.Start < s.End && len(ids) < namedMost; i++ {
				if s.Contains(names[i].span) && !slices.Contains(ids, names[i].id) {
					ids = append(ids, names[i].id)
				}
			}
		}
		return ids
	}
}

func (h *htmlArticle) item(id, rule string, confidence float64, spans []article.Span) htmlItem {
	return htmlItem{
		ID: h.anchors[id], Place: h.placeOf(spans, id), Rule: rule,
		Sure: strconv.Itoa(int(confidence*100+0.5)) + "\u202f%", Unsure: confidence < lowConfidence,
	}
}

func (h *htmlArticle) quote(q *article.Quote, named []string) htmlQuote {
	by := h.bylineOf(q)
	out := htmlQuote{
		htmlItem: h.item(q.ID, q.Rule, q.Confidence, q.Spans), Kind: h.l.get("quote." + string(q.Kind)), Phrases: phrases(h.v.Article, q),
		State: by.state, Role: by.role, How: strings.Join(by.how, ", "),
	}
	if by.name != "" {
		out.Speaker = h.nameOf(h.v.refActor(q.Speaker), by.name)
	}
	out.Kinds, out.Class = string(q.Kind), signClass(h.signs[q.ID])
	var signs, stances []string
	for _, p := range h.bears[q.ID] {
		s := signOf(p)
		signs, stances = append(signs, signClass(s)), append(stances, string(p.Stance))
		out.Bears = append(out.Bears, htmlBears{label(h.anchors[p.ID]), h.P + h.anchors[p.ID], signClass(s), string(s)})
	}
	out.Signs, out.Stances = strings.Join(signs, " "), strings.Join(stances, " ")
	speaker := refID(q.Speaker)
	named = slices.DeleteFunc(append(named, refID(q.Addressee)), func(id string) bool { return id == speaker })
	out.By = h.note(out.ID, saysOf, speaker)
	out.Of = h.note(out.ID, isOf, named...)
	out.Via = h.note(out.ID, viaOf, refID(q.Via))
	return out
}

func (h *htmlArticle) position(p *article.Position) htmlPosition {
	s := signOf(p)
	out := htmlPosition{
		htmlItem: h.item(p.ID, p.Rule, p.Confidence, p.Statement.Spans), Shown: h.sign(s, h.stanceVerb(p)),
		Holder: h.nameOf(h.v.refActor(p.Holder), h.v.refName(p.Holder)), Target: h.nameOf(h.v.actors[p.Target.Actor], ""),
		Words: oneLine(p.Statement.Text),
	}
	out.Target.Words = h.v.targetName(p) // within a line
	out.Class, out.Signs, out.Stances = signClass(s), signClass(s), string(p.Stance)
	h.shown[out.ID] = out.Shown
	var kinds []string
	for _, id := range p.Quotes {
		if h.quotes[id] == nil {
			continue
		}
		kinds = append(kinds, string(h.quotes[id].Kind))
		out.Bears = append(out.Bears, htmlBears{Label: label(h.anchors[id]), To: h.P + h.anchors[id]})
	}
	out.Kinds = strings.Join(kinds, " ")
	holder := refID(p.Holder)
	others := slices.DeleteFunc([]string{string(p.Target.Actor), refID(p.Addressee)}, func(id string) bool { return id == holder })
	out.By = h.note(out.ID, standsOf, holder, string(p.Speaker))
	out.Of = h.note(out.ID, isOf, others...)
	out.Via = h.note(out.ID, viaOf, refID(p.Via))
	out.Details = h.details(p)
	return out
}

// details are what else is known of a position; what is not known is left out.
func (h *htmlArticle) details(p *article.Position) []fact {
	var list []fact
	add := func(key, value string) {
		if value = oneLine(value); value != "" {
			list = append(list, fact{label: key, value: value})
		}
	}
	if p.Speaker != "" {
		add("detail.speaker", capitalized(h.v.name(p.Speaker)))
	}
	if issue := oneLine(string(p.Issue)); issue != h.v.targetName(p) {
		add("detail.issue", issue)
	}
	if p.Cue != nil {
		add("detail.cue", p.Cue.Text)
	}
	if p.Negated {
		add("detail.negated", h.l.get("yes"))
	}
	for _, w := range []struct {
		key   string
		words *article.Words
	}{{"detail.hedge", p.Hedge}, {"conditional", p.Condition}} {
		if w.words != nil {
			add(w.key, w.words.Text)
		}
	}
	add("detail.addressee", h.v.refName(p.Addressee))
	add("detail.via", h.v.refName(p.Via))
	if p.Said != nil {
		add("detail.said", h.l.dateText("date.short", p.Said))
	}
	if r := p.Review; r != nil {
		add("detail.review", strings.TrimSpace(r.Status+prefixed(": ", string(r.Note))))
	}
	return list
}

// htmlActor is an entry of the list of actors.
type htmlActor struct {
	ID       string
	Name     string
	Kind     string
	External string
	Roles    []string
	Country  string
	Aliases  []string
	Mentions int
	Count    int // statements
	Places   []htmlPlace
	More     int // places left out
	// Anchors of items.
	Says, Stands, Of, Via []htmlBears
}

// sortedActors are the actors, those with most statements first.
func (h *htmlArticle) sortedActors() []*article.Actor {
	list := actorsOf(h.v.Article)
	said := statementsOf(h.v.Article)
	slices.SortStableFunc(list, func(x, y *article.Actor) int {
		return cmp.Or(cmp.Compare(said[y.ID], said[x.ID]), cmp.Compare(len(y.Mentions), len(x.Mentions)))
	})
	return list
}

// placesMost are the paragraphs that an entry lists.
const placesMost = 24

func (h *htmlArticle) actor(x *article.Actor) htmlActor {
	about := h.about[x.ID]
	out := htmlActor{
		ID: h.anchors[x.ID], Name: capitalized(oneLine(x.Name)), Kind: h.l.get("kind." + string(x.Kind)), External: oneLine(string(x.ExternalID)),
		Country: h.l.country(string(x.Country)), Mentions: len(x.Mentions), Count: len(about.says) + len(about.stands),
		Says: h.links(about.says), Stands: h.links(about.stands), Of: h.links(about.of), Via: h.links(about.via),
	}
	for i := range x.Roles {
		r := &x.Roles[i]
		words := capitalized(withStatus(r.Status, oneLine(r.Title))) + prefixed(", ", capitalized(oneLine(h.v.name(r.Organization))))
		if words != "" && !slices.Contains(out.Roles, words) {
			out.Roles = append(out.Roles, words)
		}
	}
	for _, alias := range x.Aliases {
		if alias = oneLine(alias); !strings.EqualFold(alias, out.Name) {
			out.Aliases = append(out.Aliases, alias)
		}
	}
	last := 0
	for _, m := range x.Mentions {
		n := h.blockNumber(m.Span.Start)
		if n == 0 || n == last || m.Span.Len() == 0 {
			continue
		}
		if last = n; len(out.Places) == placesMost {
			out.More++
			continue
		}
		to := mentionAnchor(out.ID, n-1)
		if !h.written[to] {
			to = "b" + strconv.Itoa(n) // words that name two actors lead to one
		}
		out.Places = append(out.Places, htmlPlace{h.blockName(n), h.P + to})
	}
	return out
}

// blockName is how a list of places calls block n, from 1.
func (h *htmlArticle) blockName(n int) string {
	b := &h.v.Blocks[n-1]
	switch {
	case b.Ordinal != nil:
		return "¶" + strconv.Itoa(*b.Ordinal)
	case b.Kind == article.BlockTitle:
		return h.l.get("col.title")
	case b.Kind == article.BlockCaption:
		return h.l.get("page.caption")
	}
	return h.l.get("source.text")
}

// links are items as links.
func (h *htmlArticle) links(items []string) []htmlBears {
	list := make([]htmlBears, len(items))
	for i, id := range items {
		list[i] = htmlBears{Label: label(id), To: h.P + id, Class: h.shown[id].Class, Sign: h.shown[id].Sign}
	}
	return list
}

// choicesMost bounds the list to choose an actor from: a browser lays all of it out
// again with each change.
const choicesMost = 400

// Choices are the actors whom some item concerns. All others can be chosen where
// they stand.
func (h *htmlArticle) Choices() []htmlActor {
	var list []htmlActor
	for _, x := range h.Actors {
		if len(list) < choicesMost && len(x.Says)+len(x.Stands)+len(x.Of)+len(x.Via) > 0 {
			list = append(list, x)
		}
	}
	return list
}

// Stances are those of the positions, with their numbers, for the filter.
func (h *htmlArticle) Stances() []htmlName {
	n := map[article.Stance]int{}
	for i := range h.v.Positions {
		n[h.v.Positions[i].Stance]++
	}
	var list []htmlName
	for _, s := range article.Stances {
		if n[s] > 0 {
			list = append(list, htmlName{capitalized(h.l.get("stance."+string(s))) + " (" + strconv.Itoa(n[s]) + ")", string(s)})
		}
	}
	return list
}

// Signs are those of the positions, for the filter.
func (h *htmlArticle) Signs() []htmlSign {
	found := map[sign]bool{}
	for i := range h.v.Positions {
		found[signOf(&h.v.Positions[i])] = true
	}
	var list []htmlSign
	for _, s := range []sign{signSupports, signOpposes, signConditional, signNeutral, signMixed} {
		if found[s] {
			list = append(list, h.sign(s, h.signWord(s)))
		}
	}
	return list
}

// Kinds are those of the quotations, for the filter, where there is a choice.
func (h *htmlArticle) Kinds() []htmlName {
	n := map[article.QuoteKind]int{}
	for i := range h.v.Quotes {
		n[h.v.Quotes[i].Kind]++
	}
	var list []htmlName
	for _, k := range []article.QuoteKind{article.QuoteDirect, article.QuoteMixed, article.QuoteIndirect} {
		if n[k] > 0 {
			list = append(list, htmlName{h.l.get("quote." + string(k)), string(k)})
		}
	}
	return list
}

// htmlScope is something of an article, for a template.
type htmlScope struct {
	*htmlArticle
	Item any
}

// With is item with the article around it.
func (h *htmlArticle) With(item any) htmlScope { return htmlScope{h, item} }

// FootID names the record.
func (h *htmlArticle) FootID() string {
	return h.l.get("foot.id", "id", oneLine(h.v.ID)) + " · " + h.l.get("foot.schema", "schema", article.SchemaID)
}
