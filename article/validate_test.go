package article

import (
	"errors"
	"strings"
	"testing"
)

// TestValidate breaks each invariant once and asks for the word that tells it.
func TestValidate(t *testing.T) {
	seven := 7
	cases := []struct {
		name, want string
		edit       func(*Article)
	}{
		{"schema", "schema is", func(a *Article) { a.Schema = "dossier/2" }},
		{"id", "id is empty", func(a *Article) { a.ID = "" }},
		{"utf-8", "UTF-8", func(a *Article) { a.Text += "\xff" }},
		{"carriage return", "carriage return", func(a *Article) { a.Text += "\r" }},
		{"bytes", "source.bytes", func(a *Article) { a.Source.Bytes = -1 }},
		{"span outside", "not a stretch", func(a *Article) { a.TitleSpan.End = len(a.Text) + 1 }},
		{"span reversed", "not a stretch", func(a *Article) { a.TitleSpan.Start = a.TitleSpan.End + 1 }},
		{"span inside a character", "not a stretch", func(a *Article) { a.DeckSpan.End = strings.Index(a.Text, "—") + 1 }},
		{"title", "title", func(a *Article) { a.Title = "Other" }},
		{"deck", "deck", func(a *Article) { a.Deck = "Other" }},
		{"author", "author", func(a *Article) { a.Authors[0].Name = "Other" }},
		{"date text", "published", func(a *Article) { a.Published.Text = "Other" }},
		{"date value", "without a value", func(a *Article) { a.Published.Value = "" }},
		{"date no ISO", "no ISO 8601 date", func(a *Article) { a.Published.Value = "3 February 2021" }},
		{"date longer than its precision", "no ISO 8601 date", func(a *Article) { a.Published.Value, a.Published.Precision = "2021-02-03", "year" }},
		{"date alternative", "no ISO 8601 date", func(a *Article) { a.Published.Alternatives = []string{"2021-02-30"} }},
		{"source path", "is a path", func(a *Article) { a.Source.Name = "news/a.txt" }},
		{"raw beyond the source", "raw ranges span", func(a *Article) { a.Source.Bytes = 9 }},
		{"date precision", "precision", func(a *Article) { a.Published.Precision = "fortnight" }},
		{"week that is none", "no ISO 8601 date", func(a *Article) { a.Published.Value, a.Published.Precision = "2021-W54", "week" }},
		{"block kind", "unknown kind", func(a *Article) { a.Blocks[0].Kind = "aside" }},
		{"block order", "before the end of the block", func(a *Article) { a.Blocks[0], a.Blocks[1] = a.Blocks[1], a.Blocks[0] }},
		{"block raw", "raw range", func(a *Article) { a.Blocks[0].Raw.End = a.Blocks[0].Raw.Start - 1 }},
		{"block lines", "out of order", func(a *Article) { a.Blocks[2].EndLine = a.Blocks[2].Line - 1 }},
		{"block lines ascend", "out of order", func(a *Article) { a.Blocks[2].Line = 1; a.Blocks[2].EndLine = 1; a.Blocks[1].Line = 2 }},
		{"ordinal", "ordinal", func(a *Article) { a.Blocks[4].Ordinal = &seven }},
		{"run outside", "run", func(a *Article) { a.Blocks[1].Runs[0].Span.Start = 0 }},
		{"raw run outside", "raw run", func(a *Article) { a.Blocks[1].Runs[0].Raw.End += 9 }},
		{"link text", "link", func(a *Article) { a.Links[0].Text = "Other" }},
		{"link kind", "unknown kind", func(a *Article) { a.Links[0].Kind = "button" }},
		{"id twice", "used twice", func(a *Article) { a.Quotes[1].ID = "q1" }},
		{"id empty", "has no id", func(a *Article) { a.Quotes[1].ID = "" }},
		{"actor without mention", "no mention", func(a *Article) { a.Actors[0].Mentions = nil }},
		{"actor without name", "no name", func(a *Article) { a.Actors[0].Name = "" }},
		{"actor kind", "unknown kind", func(a *Article) { a.Actors[0].Kind = "robot" }},
		{"country", "ISO 3166", func(a *Article) { a.Actors[0].Country = "NOR" }},
		{"gender", "gender", func(a *Article) { a.Actors[0].Gender = "x" }},
		{"mention text", "mention", func(a *Article) { a.Actors[0].Mentions[0].Text = "Other" }},
		{"mention type", "mention type", func(a *Article) { a.Actors[0].Mentions[0].Type = "emoji" }},
		{"mention rule", "names no rule", func(a *Article) { a.Actors[0].Mentions[0].Rule = "" }},
		{"mention in related", "related or boilerplate", func(a *Article) { a.Blocks[4].Kind = BlockBoilerplate }},
		{"role organisation", "no actor has the id", func(a *Article) { a.Actors[0].Roles[0].Organization = "a99" }},
		{"role status", "role status", func(a *Article) { a.Actors[0].Roles[0].Status = "late" }},
		{"function", "function", func(a *Article) { a.Actors[0].Functions[0] = "bystander" }},
		{"quote without words", "no words", func(a *Article) { a.Quotes[0].Spans = nil }},
		{"quote text", "its spans read", func(a *Article) { a.Quotes[0].Text = "Other" }},
		{"quote order", "before the quote", func(a *Article) { a.Quotes[0], a.Quotes[1] = a.Quotes[1], a.Quotes[0] }},
		{"quote kind", "unknown kind", func(a *Article) { a.Quotes[0].Kind = "sung" }},
		{"direct without marks", "not inside quotation marks", func(a *Article) { a.Quotes[2].Kind = QuoteDirect }},
		{"direct in a paragraph of its own", "not inside quotation marks", func(a *Article) { a.Quotes[2].Kind = QuoteDirect; a.Blocks[1].Kind = BlockPreformatted }},
		{"quote block", "no block has the id", func(a *Article) { a.Quotes[0].Block = "q1" }},
		{"speaker words", "speaker", func(a *Article) { a.Quotes[0].Speaker.Text = "Other" }},
		{"speaker actor", "no actor has the id", func(a *Article) { a.Quotes[0].Speaker.Actor = "q1" }},
		{"via actor", "via", func(a *Article) { a.Quotes[4].Via.Actor = "a99" }},
		{"addressee", "addressee", func(a *Article) { a.Quotes[1].Addressee.Text = "Other" }},
		{"quote cue", "cue", func(a *Article) { a.Quotes[0].Cue.Text = "Other" }},
		{"quote rule", "names no rule", func(a *Article) { a.Quotes[0].Rule = "" }},
		{"quote confidence", "confidence", func(a *Article) { a.Quotes[0].Confidence = 1.1 }},
		{"stance", "unknown stance", func(a *Article) { a.Positions[0].Stance = "like" }},
		{"polarity", "polarity", func(a *Article) { a.Positions[0].Polarity = -1 }},
		{"holder", "neither a holder", func(a *Article) { a.Positions[0].Holder = nil }},
		{"holder words", "holder", func(a *Article) { a.Positions[0].Holder.Text = "Other" }},
		{"position speaker", "speaker", func(a *Article) { a.Positions[0].Speaker = "a99" }},
		{"target type", "target type", func(a *Article) { a.Positions[0].Target.Type = "person" }},
		{"target actor", "names an actor", func(a *Article) { a.Positions[0].Target.Actor = "a1" }},
		{"target words", "target", func(a *Article) { a.Positions[0].Target.Text = "Other" }},
		{"statement", "statement", func(a *Article) { a.Positions[0].Statement.Text = "Other" }},
		{"hedge", "hedge", func(a *Article) { a.Positions[6].Hedge.Text = "Other" }},
		{"condition", "condition", func(a *Article) { a.Positions[6].Condition.Text = "Other" }},
		{"evidence", "no quote has the id", func(a *Article) { a.Positions[1].Quotes[0] = "q99" }},
		{"position order", "before the position", func(a *Article) { a.Positions[0], a.Positions[6] = a.Positions[6], a.Positions[0] }},
		{"position rule", "names no rule", func(a *Article) { a.Positions[0].Rule = "" }},
		{"position confidence", "confidence", func(a *Article) { a.Positions[0].Confidence = -0.1 }},
		{"review", "review status", func(a *Article) { a.Positions[6].Review.Status = "maybe" }},
		{"note code", "note code", func(a *Article) { a.Notes[0].Code = "odd" }},
		{"note severity", "severity", func(a *Article) { a.Notes[0].Severity = "fatal" }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := example(t)
			c.edit(a)
			err := a.Validate()
			if !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one about %q", err, c.want)
			}
		})
	}
}

// TestValidateAllows keeps what looks odd but is right.
func TestValidateAllows(t *testing.T) {
	for name, edit := range map[string]func(*Article){
		"a date that is a week": func(a *Article) {
			a.Published.Value, a.Published.Precision, a.Published.Alternatives = "2021-W05", "week", nil
		},
		"nobody holds an unspecified target": func(a *Article) {
			a.Positions[0].Holder = nil
			a.Positions[0].Target = Target{Type: TargetUnspecified}
		},
		"an analyst's own ids":  func(a *Article) { a.Quotes[0].ID = "mine"; a.Positions[1].Quotes[0] = "mine" },
		"metadata without span": func(a *Article) { a.TitleSpan = nil; a.Title = "Elsewhere" },
	} {
		a := example(t)
		edit(a)
		if err := a.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAtLeast(t *testing.T) {
	a := example(t)
	b := a.AtLeast(0.5)
	if len(b.Quotes) != 5 || len(b.Positions) != 6 || len(a.Quotes) != 6 || len(a.Positions) != 7 {
		t.Errorf("%d quotes and %d positions are left", len(b.Quotes), len(b.Positions))
	}
	if err := b.Validate(); err != nil {
		t.Error(err)
	}
}

func TestClone(t *testing.T) {
	a := example(t)
	c := a.Clone()
	c.Quotes[0].Speaker.Spans[0].Start = 99
	c.Actors[0].Mentions[0].Text = "changed"
	*c.Blocks[4].Ordinal = 99
	if err := a.Validate(); err != nil {
		t.Error("a clone shares what it was made of: ", err)
	}
}
