package article

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// add makes the item of a correction and returns its id.
func (c *corrector) add(x *Correction) (string, error) {
	switch x.Item.Kind {
	case ItemActor:
		return c.addActor(x)
	case ItemRole:
		return c.addRole(x)
	case ItemQuote:
		return c.addQuote(x)
	}
	return c.addPosition(x)
}

// addActor adds the actor whose name is the item's text: it is mentioned where
// the text has that name and no other actor does.
func (c *corrector) addActor(x *Correction) (string, error) {
	name := strings.TrimSpace(x.Item.Text)
	kind := ActorKind(x.Values["kind"])
	switch {
	case name == "", !utf8.ValidString(name):
		return "", fmt.Errorf("an actor cannot be without a name")
	case kind == "":
		kind = KindPerson
	case !actorKinds[kind]:
		return "", fmt.Errorf("%q is no kind of actor", kind)
	}
	if _, err := c.named(name); err == nil {
		return "", fmt.Errorf("there is an actor of that name")
	}
	mentions := c.mentions(name)
	if len(mentions) == 0 {
		return "", fmt.Errorf("the words do not stand in the article, or are those of another actor")
	}
	id := fresh("ax", c.a.Actors, func(x *Actor) string { return x.ID })
	c.a.Actors = append(c.a.Actors, Actor{
		ID: id, Name: name, Kind: kind, Named: true, Aliases: []string{}, Roles: []Role{}, Mentions: mentions, Functions: []string{},
	})
	slices.SortStableFunc(c.a.Actors, func(x, y Actor) int {
		return cmp.Compare(x.Mentions[0].Span.Start, y.Mentions[0].Span.Start)
	})
	return id, nil
}

// mentions are the places of a name that no actor has yet.
func (c *corrector) mentions(name string) []Mention {
	var taken []Span
	for i := range c.a.Actors {
		for _, m := range c.a.Actors[i].Mentions {
			taken = append(taken, m.Span)
		}
	}
	list := []Mention{}
	for from := 0; ; {
		i := strings.Index(c.a.Text[from:], name)
		if i < 0 {
			return list
		}
		at := Span{from + i, from + i + len(name)}
		from = at.End
		b := c.a.blockOf(at)
		if b == nil || b.Kind == BlockRelated || b.Kind == BlockBoilerplate || !wordEdges(c.a.Text, at) ||
			slices.ContainsFunc(taken, at.Overlaps) {
			continue
		}
		list = append(list, Mention{Span: at, Text: name, Type: MentionName, Rule: RuleEdit})
	}
}

// wordEdges reports whether no word goes on at either end of s.
func wordEdges(text string, s Span) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	first, _ := utf8.DecodeRuneInString(text[s.Start:])
	last, _ := utf8.DecodeLastRuneInString(text[:s.End])
	after, _ := utf8.DecodeRuneInString(text[s.End:])
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return !(letter(before) && letter(first)) && !(letter(last) && letter(after))
}

func (c *corrector) addRole(x *Correction) (string, error) {
	actor, err := c.named(x.Values["actor"])
	if err != nil {
		return "", err
	}
	status := cmp.Or(x.Values["status"], "current")
	if !statuses[status] {
		return "", fmt.Errorf("%q is no status of a role", status)
	}
	title := strings.TrimSpace(x.Item.Text)
	at, ok := c.a.words(title, actor.Mentions[0].Span)
	if !ok {
		return "", fmt.Errorf("the words do not stand in the article")
	}
	actor.Roles = append(actor.Roles, Role{Title: title, Status: status, Span: at})
	return actor.ID, nil
}

// marks are trimmed off the words of a new quote: a quote is kept without them.
const marks = "\"“”„‟«»‹›‘’‚‛「」『』"

func (c *corrector) addQuote(x *Correction) (string, error) {
	words := strings.Trim(strings.TrimSpace(x.Item.Text), marks)
	at, ok := c.a.words(words, Span{})
	if !ok {
		return "", fmt.Errorf("the words do not stand in one paragraph of the article")
	}
	if slices.ContainsFunc(c.a.Quotes, func(q Quote) bool { return slices.Equal(q.Spans, []Span{at}) }) {
		return "", fmt.Errorf("there is a quote of these words")
	}
	speaker, err := c.ref(nil, strings.TrimSpace(x.Values["speaker"]), []Span{at})
	if err != nil {
		return "", err
	}
	q := Quote{
		ID:   fresh("qx", c.a.Quotes, func(q *Quote) string { return q.ID }),
		Kind: QuoteIndirect, Text: words, Spans: []Span{at}, Speaker: speaker, Block: c.a.blockOf(at).ID,
		Rule: RuleEdit, Confidence: 1, Features: []Feature{{Name: RuleEdit, Weight: 1}},
	}
	if inMarks(c.a.Text, at) {
		q.Kind = QuoteDirect
	}
	i := slices.IndexFunc(c.a.Quotes, func(o Quote) bool { return o.Spans[0].Start > at.Start })
	if i < 0 {
		i = len(c.a.Quotes)
	}
	c.a.Quotes = slices.Insert(c.a.Quotes, i, q)
	return q.ID, nil
}

func (c *corrector) addPosition(x *Correction) (string, error) {
	words := strings.TrimSpace(x.Item.Text)
	at, ok := c.a.words(words, Span{})
	if !ok {
		return "", fmt.Errorf("the statement does not stand in one paragraph of the article")
	}
	p := Position{
		ID:        fresh("px", c.a.Positions, func(p *Position) string { return p.ID }),
		Stance:    Stance(x.Values["stance"]),
		Target:    Target{Type: TargetUnspecified, Spans: []Span{}},
		Issue:     Opt(strings.TrimSpace(x.Values["issue"])),
		Statement: Words{Text: words, Spans: []Span{at}},
		Quotes:    []string{}, Rule: RuleEdit, Confidence: 1, Features: []Feature{{Name: RuleEdit, Weight: 1}},
		Review: &Review{Status: "accepted", By: x.By},
	}
	if !stances[p.Stance] {
		return "", fmt.Errorf("%q is no stance", p.Stance)
	}
	p.Polarity = p.Stance.Polarity()
	holder := strings.TrimSpace(x.Values["holder"])
	if holder == "" {
		return "", fmt.Errorf("a position cannot be without a holder")
	}
	var err error
	if p.Holder, err = c.ref(nil, holder, p.Statement.Spans); err != nil {
		return "", err
	}
	if err := c.setTarget(&p, strings.TrimSpace(x.Values["target"])); err != nil {
		return "", err
	}
	for i := range c.a.Quotes {
		if slices.ContainsFunc(c.a.Quotes[i].Spans, at.Overlaps) {
			p.Quotes = append(p.Quotes, c.a.Quotes[i].ID)
		}
	}
	i := slices.IndexFunc(c.a.Positions, func(o Position) bool {
		return len(o.Statement.Spans) > 0 && o.Statement.Spans[0].Start > at.Start
	})
	if i < 0 {
		i = len(c.a.Positions)
	}
	c.a.Positions = slices.Insert(c.a.Positions, i, p)
	return p.ID, nil
}

// fresh is an id that none of the items has: a prefix that no machine-made id
// has, and a number.
func fresh[T any](prefix string, items []T, id func(*T) string) string {
	for n := 1; ; n++ {
		s := prefix + strconv.Itoa(n)
		if !slices.ContainsFunc(items, func(x T) bool { return id(&x) == s }) {
			return s
		}
	}
}
