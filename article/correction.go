package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Correction is one thing that an analyst changed. It names its item by what it
// is, where it stands and how it reads, not by an id: so it fits a later parse
// of the same article too, whatever ids that gives.
type Correction struct {
	Article string            `json:"article"` // id of the article
	Source  string            `json:"source"`  // base name of its file
	Item    Item              `json:"item"`
	Field   string            `json:"field"` // see Fields, or Added
	Was     Opt               `json:"was"`
	Now     Opt               `json:"now"`
	Values  map[string]string `json:"values,omitempty"` // of an item that is Added
	By      Opt               `json:"by"`
	At      Opt               `json:"at"` // ISO 8601
	Note    Opt               `json:"note"`
}

// Item is a thing of an article as a correction names it.
type Item struct {
	Kind   ItemKind `json:"kind"`
	Spans  []Span   `json:"spans"` // bytes of the text; in a log, code points
	Text   string   `json:"text"`
	Detail string   `json:"detail"` // tells items of one kind and place apart
}

// ItemKind is what a correction is about.
type ItemKind string

// The kinds of items.
const (
	ItemActor    ItemKind = "actor"
	ItemRole     ItemKind = "role"
	ItemQuote    ItemKind = "quote"
	ItemPosition ItemKind = "position"
)

// Added is the field of a correction that adds an item: its words are Item.Text,
// the rest stands in Values by the names of Fields.
const Added = "added"

// Fields are what may be corrected of an item of each kind. People and bodies
// are given by their names, stances, kinds and verdicts by the words of the
// schema. An item that is Added has besides the actor of a role and the name of
// an actor.
var Fields = map[ItemKind][]string{
	ItemActor:    {"name", "kind", "note"},
	ItemRole:     {"role", "status"},
	ItemQuote:    {"speaker", "review", "note"},
	ItemPosition: {"holder", "stance", "target", "issue", "review", "note"},
}

// ErrCorrection is wrapped by what is wrong with a correction.
var ErrCorrection = errors.New("correction")

// Item names the actor, quote or position of that id; false if there is none.
func (a *Article) Item(id string) (Item, bool) {
	for i := range a.Actors {
		if a.Actors[i].ID == id {
			return a.Actors[i].item(), true
		}
	}
	for i := range a.Quotes {
		if a.Quotes[i].ID == id {
			return a.Quotes[i].item(), true
		}
	}
	for i := range a.Positions {
		if a.Positions[i].ID == id {
			return a.Positions[i].item(), true
		}
	}
	return Item{}, false
}

// item names x by its first mention, which no other actor has.
func (x *Actor) item() Item {
	if len(x.Mentions) == 0 {
		return Item{Kind: ItemActor, Spans: []Span{}, Text: x.Name}
	}
	m := x.Mentions[0]
	return Item{Kind: ItemActor, Spans: []Span{m.Span}, Text: m.Text}
}

// RoleItem names role number i of x.
func (x *Actor) RoleItem(i int) Item {
	return Item{Kind: ItemRole, Spans: []Span{x.Roles[i].Span}, Text: x.Roles[i].Title, Detail: x.item().Text}
}

func (q *Quote) item() Item {
	it := Item{Kind: ItemQuote, Spans: slices.Clone(q.Spans), Text: q.Text}
	if q.Cue != nil {
		it.Detail = q.Cue.Text
	}
	return it
}

func (p *Position) item() Item {
	it := Item{Kind: ItemPosition, Spans: slices.Clone(p.Statement.Spans), Text: p.Statement.Text}
	holder := ""
	if p.Holder != nil {
		holder = p.Holder.Text
	}
	cue := ""
	if p.Cue != nil {
		cue = p.Cue.Text
	}
	it.Detail = holder + " | " + cue + " | " + p.Target.Text
	return it
}

// equal reports whether two items are one: nothing of them differs.
func (it *Item) equal(other *Item) bool {
	return it.reads(other) && it.Detail == other.Detail && slices.Equal(it.Spans, other.Spans)
}

// reads reports whether two items are of one kind and have the same words.
func (it *Item) reads(other *Item) bool { return it.Kind == other.Kind && it.Text == other.Text }

// Log returns corrections of a as JSON Lines, spans in code points.
func (a *Article) Log(list []Correction) ([]byte, error) {
	var out bytes.Buffer
	points := pointsAt(a.Text)
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for _, c := range list {
		spans := make([]Span, len(c.Item.Spans))
		for i, s := range c.Item.Spans {
			spans[i].Start, _ = points(s.Start)
			spans[i].End, _ = points(s.End)
		}
		c.Item.Spans = spans
		if err := enc.Encode(&c); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}

// ReadLog reads what Log wrote, for Fit. A line that is none is an error that
// names its number and wraps ErrCorrection.
func ReadLog(r io.Reader) ([]Correction, error) {
	var list []Correction
	in := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\ufeff"))); len(line) > 0 {
			var c Correction
			if bad := json.Unmarshal(line, &c); bad != nil {
				return nil, fmt.Errorf("%w log, line %d: %w", ErrCorrection, n, bad)
			}
			if Fields[c.Item.Kind] == nil {
				return nil, fmt.Errorf("%w log, line %d: unknown kind of item %q", ErrCorrection, n, c.Item.Kind)
			}
			if c.Field != Added && !slices.Contains(Fields[c.Item.Kind], c.Field) {
				return nil, fmt.Errorf("%w log, line %d: a %s has no field %q to correct", ErrCorrection, n, c.Item.Kind, c.Field)
			}
			list = append(list, c)
		}
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// Fit returns the corrections of a log that are of this article, by its id or,
// if its text has changed since, by the name of its file, with spans in bytes.
// Spans that the text has no longer are left out.
func (a *Article) Fit(log []Correction) []Correction {
	var list []Correction
	toBytes := bytesAt(a.Text)
	for _, c := range log {
		if c.Article != a.ID && (c.Source == "" || c.Source != a.Source.Name) {
			continue
		}
		spans := make([]Span, 0, len(c.Item.Spans))
		for _, s := range c.Item.Spans {
			start, ok1 := toBytes(s.Start)
			end, ok2 := toBytes(s.End)
			if ok1 && ok2 && start <= end {
				spans = append(spans, Span{start, end})
			}
		}
		c.Item.Spans = spans
		list = append(list, c)
	}
	return list
}
