package article

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// RuleEdit is the rule of what an analyst added.
const RuleEdit = "edit"

// Correct returns a copy of a with the corrections applied, each noted in its
// edits, and an error for every correction that does not fit: each wraps
// ErrCorrection, says which it is and why, and has changed nothing.
//
// Added actors and changed names come first, whatever their order, so that
// quotes and positions can name them. Actors that a change gave one name are
// made one.
func Correct(a *Article, list []Correction) (*Article, []error) {
	c := &corrector{a: a.Clone(), before: index(a)}
	var errs []error
	for _, step := range []func(*Correction) bool{isNewActor, isName, isOther} {
		for i := range list {
			if x := &list[i]; step(x) {
				if err := c.apply(x); err != nil {
					errs = append(errs, fmt.Errorf("%w: %s of %s %q: %w", ErrCorrection, x.Field, x.Item.Kind, brief(x.Item.Text), err))
				}
			}
		}
		c.merge()
	}
	c.a.SetFunctions()
	return c.a, errs
}

func isNewActor(x *Correction) bool { return x.Item.Kind == ItemActor && x.Field == Added }
func isName(x *Correction) bool     { return x.Item.Kind == ItemActor && x.Field == "name" }
func isOther(x *Correction) bool    { return !isNewActor(x) && !isName(x) }

// brief is a text as a message shows it.
func brief(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}

// corrector is the work on one article.
type corrector struct {
	a       *Article
	before  []place
	renamed map[string]string // id of an actor -> its name before
}

// place is where an item is to be found.
type place struct {
	Item
	id   string
	role int // of an item that is a role: the number among those of actor id
}

// index lists the items of a.
func index(a *Article) []place {
	var list []place
	for i := range a.Actors {
		x := &a.Actors[i]
		list = append(list, place{x.item(), x.ID, 0})
		for j := range x.Roles {
			list = append(list, place{x.RoleItem(j), x.ID, j})
		}
	}
	for i := range a.Quotes {
		list = append(list, place{a.Quotes[i].item(), a.Quotes[i].ID, 0})
	}
	for i := range a.Positions {
		list = append(list, place{a.Positions[i].item(), a.Positions[i].ID, 0})
	}
	return list
}

// find is the place of an item: as the article was, else as it has become, by
// all that is known of it, else by its words if one item alone has them.
func (c *corrector) find(it *Item) (place, error) {
	now := index(c.a)
	for _, list := range [][]place{c.before, now} {
		if p, n := pick(list, func(p *place) bool { return p.equal(it) }); n == 1 {
			return p, nil
		}
	}
	p, n := pick(now, func(p *place) bool { return p.reads(it) && p.Detail == it.Detail })
	if n == 0 {
		p, n = pick(now, func(p *place) bool { return p.reads(it) })
	}
	switch n {
	case 0:
		return p, fmt.Errorf("the article has no such %s any more", it.Kind)
	case 1:
		return p, nil
	}
	return p, fmt.Errorf("%d of them read alike", n)
}

// pick is the last place that fits, and how many do.
func pick(list []place, fits func(*place) bool) (last place, n int) {
	for i := range list {
		if fits(&list[i]) {
			last = list[i]
			n++
		}
	}
	return last, n
}

// apply applies one correction and notes it.
func (c *corrector) apply(x *Correction) error {
	if x.Field == Added {
		id, err := c.add(x)
		if err == nil {
			c.note(x, id, "", x.Item.Text)
		}
		return err
	}
	p, err := c.find(&x.Item)
	if err != nil {
		return err
	}
	was, err := c.set(p, x)
	if err == nil && was != string(x.Now) {
		c.note(x, p.id, was, string(x.Now))
	}
	return err
}

func (c *corrector) note(x *Correction, id, was, now string) {
	c.a.Edits = append(c.a.Edits, Edit{
		Field: string(x.Item.Kind) + "." + x.Field, Item: id, Was: Opt(was), Now: Opt(now), By: x.By, At: x.At, Note: x.Note,
	})
}

// set changes a field and returns what it was.
func (c *corrector) set(p place, x *Correction) (was string, err error) {
	now := strings.TrimSpace(string(x.Now))
	switch x.Item.Kind {
	case ItemActor:
		return c.setActor(c.actor(Opt(p.id)), x.Field, now)
	case ItemRole:
		return c.setRole(c.actor(Opt(p.id)), p.role, x.Field, now)
	case ItemQuote:
		return c.setQuote(c.quote(p.id), x, now)
	}
	return c.setPosition(c.position(p.id), x, now)
}

func (c *corrector) actor(id Opt) *Actor {
	i := slices.IndexFunc(c.a.Actors, func(x Actor) bool { return x.ID == string(id) })
	if i < 0 {
		return nil
	}
	return &c.a.Actors[i]
}

func (c *corrector) quote(id string) *Quote {
	i := slices.IndexFunc(c.a.Quotes, func(q Quote) bool { return q.ID == id })
	return &c.a.Quotes[i]
}

func (c *corrector) position(id string) *Position {
	i := slices.IndexFunc(c.a.Positions, func(p Position) bool { return p.ID == id })
	return &c.a.Positions[i]
}

func (c *corrector) setActor(x *Actor, field, now string) (string, error) {
	switch field {
	case "note":
		return c.a.NoteOn(x.ID), nil
	case "kind":
		was := string(x.Kind)
		if !actorKinds[ActorKind(now)] {
			return "", fmt.Errorf("%q is no kind of actor", now)
		}
		x.Kind = ActorKind(now)
		return was, nil
	}
	if now == "" {
		return "", fmt.Errorf("an actor cannot be without a name")
	}
	was := x.Name
	if c.renamed == nil {
		c.renamed = map[string]string{}
	}
	c.renamed[x.ID] = was
	x.Name, x.Named = now, true
	x.alias(was)
	return was, nil
}

// alias adds a name under which x goes too.
func (x *Actor) alias(name string) {
	x.Aliases = slices.DeleteFunc(x.Aliases, func(s string) bool { return s == x.Name })
	if name != x.Name && name != "" && !slices.Contains(x.Aliases, name) {
		x.Aliases = append(x.Aliases, name)
	}
}

func (c *corrector) setRole(x *Actor, i int, field, now string) (string, error) {
	if i >= len(x.Roles) {
		return "", fmt.Errorf("the article has no such role any more")
	}
	r := &x.Roles[i]
	if field == "status" {
		was := r.Status
		if !statuses[now] {
			return "", fmt.Errorf("%q is no status of a role", now)
		}
		r.Status = now
		return was, nil
	}
	was := r.Title
	if now == "" {
		x.Roles = slices.Delete(x.Roles, i, i+1)
		return was, nil
	}
	r.Title = now
	if s, ok := c.a.words(now, r.Span); ok {
		r.Span = s
	}
	return was, nil
}

func (c *corrector) setQuote(q *Quote, x *Correction, now string) (string, error) {
	switch x.Field {
	case "note":
		return c.a.NoteOn(q.ID), nil
	case "review":
		if now != "" && !reviews[now] {
			return "", errVerdict(now)
		}
		return c.a.VerdictOn(q.ID), nil
	}
	was := c.refName(q.Speaker)
	ref, err := c.ref(q.Speaker, now, q.Spans)
	if err != nil {
		return "", err
	}
	q.Speaker = ref
	return was, nil
}

func (c *corrector) setPosition(p *Position, x *Correction, now string) (was string, err error) {
	switch x.Field {
	case "note":
		return c.noteOn(p, now), nil
	case "review":
		return p.setReview(x, now)
	case "issue":
		was, p.Issue = string(p.Issue), Opt(now)
	case "stance":
		was = string(p.Stance)
		if !stances[Stance(now)] {
			return "", fmt.Errorf("%q is no stance", now)
		}
		p.Stance = Stance(now)
		p.Polarity = p.Stance.Polarity()
	case "holder":
		was = c.refName(p.Holder)
		if now == "" {
			return "", fmt.Errorf("a position cannot be without a holder; reject it instead")
		}
		ref, err := c.ref(p.Holder, now, p.Statement.Spans)
		if err != nil {
			return "", err
		}
		p.Holder = ref
	case "target":
		was = c.targetName(p)
		if err := c.setTarget(p, now); err != nil {
			return "", err
		}
	}
	if p.Review == nil { // unless they judged it
		p.Review = &Review{Status: "changed", By: x.By}
	}
	return was, nil
}

func (p *Position) setReview(x *Correction, now string) (was string, err error) {
	if now != "" && !reviews[now] {
		return "", errVerdict(now)
	}
	note := Opt("")
	if p.Review != nil {
		was, note = p.Review.Status, p.Review.Note
	}
	p.Review = nil
	if now != "" {
		p.Review = &Review{Status: now, By: x.By, Note: note}
	}
	return was, nil
}

func errVerdict(s string) error {
	return fmt.Errorf("%q is no verdict; it is accepted, rejected or changed", s)
}

// noteOn keeps a note with the verdict; without one, the edit alone keeps it.
func (c *corrector) noteOn(p *Position, now string) (was string) {
	was = c.a.NoteOn(p.ID)
	if p.Review != nil {
		was = cmp.Or(was, string(p.Review.Note))
		p.Review.Note = Opt(now)
	}
	return was
}

// NoteOn is the analyst's last note on the actor, quote or position of that id,
// "" if there is none.
func (a *Article) NoteOn(id string) string { return a.lastEdit(id, ".note") }

// VerdictOn is the analyst's last verdict on the quote of that id: accepted,
// rejected, changed or "". A position bears its own.
func (a *Article) VerdictOn(id string) string { return a.lastEdit(id, ".review") }

func (a *Article) lastEdit(id, field string) string {
	for i := len(a.Edits) - 1; i >= 0; i-- {
		if e := &a.Edits[i]; e.Item == id && strings.HasSuffix(e.Field, field) {
			return string(e.Now)
		}
	}
	return ""
}

// Upheld returns a without the quotes and positions that an analyst rejected;
// a itself if there are none.
func (a *Article) Upheld() *Article {
	rejected := map[string]bool{}
	for i := range a.Quotes {
		if id := a.Quotes[i].ID; a.VerdictOn(id) == "rejected" {
			rejected[id] = true
		}
	}
	for i := range a.Positions {
		if p := &a.Positions[i]; p.Review != nil && p.Review.Status == "rejected" {
			rejected[p.ID] = true
		}
	}
	if len(rejected) == 0 {
		return a
	}
	return a.Without(rejected)
}

// refName is the name of whom r means, else its words.
func (c *corrector) refName(r *Ref) string {
	if r == nil {
		return ""
	}
	if x := c.actor(r.Actor); x != nil {
		return x.Name
	}
	return r.Text
}

func (c *corrector) targetName(p *Position) string {
	if x := c.actor(p.Target.Actor); x != nil {
		return x.Name
	}
	return p.Target.Text
}

// ref makes r mean the actor of that name. Words that stood there stay; where
// there were none, the actor's mention nearest to near takes their place. No
// name gives no ref.
func (c *corrector) ref(r *Ref, name string, near []Span) (*Ref, error) {
	if name == "" {
		return nil, nil
	}
	x, err := c.named(name)
	if err != nil {
		return nil, err
	}
	if r != nil && len(r.Spans) > 0 {
		return &Ref{Actor: Opt(x.ID), Text: r.Text, Spans: r.Spans}, nil
	}
	m := x.nearest(near)
	return &Ref{Actor: Opt(x.ID), Text: m.Text, Spans: []Span{m.Span}}, nil
}

// setTarget makes the actor of that name the target, else the words, if they
// stand where the statement does.
func (c *corrector) setTarget(p *Position, now string) error {
	if now == "" {
		p.Target = Target{Type: TargetUnspecified, Spans: []Span{}}
		return nil
	}
	old := &Ref{Text: p.Target.Text, Spans: p.Target.Spans}
	ref, err := c.ref(old, now, p.Statement.Spans)
	if err == nil {
		p.Target = Target{Type: TargetActor, Actor: ref.Actor, Text: ref.Text, Spans: ref.Spans}
		return nil
	}
	near := Span{}
	if len(p.Statement.Spans) > 0 {
		near = p.Statement.Spans[0]
	}
	s, ok := c.a.words(now, near)
	if !ok {
		return fmt.Errorf("%q is neither an actor nor words of the article", now)
	}
	p.Target = Target{Type: TargetIssue, Text: now, Spans: []Span{s}}
	return nil
}

// named is the actor of that name, or, if none has it, that also goes by it.
func (c *corrector) named(name string) (*Actor, error) {
	name = strings.Join(strings.Fields(name), " ")
	var found []*Actor
	for _, also := range []bool{false, true} {
		for i := range c.a.Actors {
			x := &c.a.Actors[i]
			if strings.EqualFold(oneSpace(x.Name), name) ||
				also && slices.ContainsFunc(x.Aliases, func(s string) bool { return strings.EqualFold(oneSpace(s), name) }) {
				found = append(found, x)
			}
		}
		if len(found) > 0 {
			break
		}
	}
	switch len(found) {
	case 0:
		return nil, fmt.Errorf("no actor is called %q; add a row for it to the actors first", name)
	case 1:
		return found[0], nil
	}
	return nil, fmt.Errorf("%d actors are called %q; give them names of their own first", len(found), name)
}

func oneSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

// nearest is the mention of x that stands last before the spans' end, else its
// first.
func (x *Actor) nearest(spans []Span) Mention {
	best := x.Mentions[0]
	if len(spans) == 0 {
		return best
	}
	for _, m := range x.Mentions {
		if m.Span.Start < spans[len(spans)-1].End {
			best = m
		}
	}
	return best
}

// words is where s stands in the text outside of related and boilerplate
// blocks: inside near, else in its block, else at its first place.
func (a *Article) words(s string, near Span) (Span, bool) {
	if !utf8.ValidString(s) {
		return Span{}, false // it would be found inside of characters
	}
	var found []Span
	for from := 0; s != ""; {
		i := strings.Index(a.Text[from:], s)
		if i < 0 {
			break
		}
		at := Span{from + i, from + i + len(s)}
		if b := a.blockOf(at); b != nil && b.Kind != BlockRelated && b.Kind != BlockBoilerplate && wordEdges(a.Text, at) {
			found = append(found, at)
		}
		from = at.End
	}
	if len(found) == 0 {
		return Span{}, false
	}
	home := a.blockOf(near)
	for _, fits := range []func(Span) bool{
		near.Contains,
		func(s Span) bool { return home != nil && home.Span.Contains(s) },
	} {
		if i := slices.IndexFunc(found, fits); i >= 0 {
			return found[i], true
		}
	}
	return found[0], true
}

// blockOf is the block that holds s whole, or nil.
func (a *Article) blockOf(s Span) *Block {
	for i := range a.Blocks {
		if a.Blocks[i].Span.Contains(s) && a.Blocks[i].Kind != BlockRule {
			return &a.Blocks[i]
		}
	}
	return nil
}
