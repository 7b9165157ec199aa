package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"dossier/article"
)

// Explain says of each item which rule drew it, on what evidence, and how sure.
var Explain = register(Format{
	Name: "explain", Suffix: ".explain.txt", MediaType: "text/plain", Gathers: true, Terminal: true,
	About: "each quote, position and actor with its rule and evidence",
	Open:  func(w io.Writer, opts Options) Writer { return &terminalWriter{w: w, opts: opts, render: explain} },
})

func explain(t *terminal, v *view) {
	showHead(t, v)
	t.line(piece{"offsets count Unicode code points of the text, end exclusive", ansiMuted})
	e := explainer{t, v}
	e.frame()
	showSection(t, "Quotes", len(v.Quotes))
	for i := range v.Quotes {
		e.quote(&v.Quotes[i])
	}
	showSection(t, "Positions", len(v.Positions))
	for i := range v.Positions {
		e.position(&v.Positions[i])
	}
	showSection(t, "Actors", len(v.Actors))
	for i := range v.Actors {
		e.actor(&v.Actors[i])
	}
	showNotes(t, v)
}

type explainer struct {
	t *terminal
	v *view
}

// frame is the metadata with what said so.
func (e explainer) frame() {
	v := e.v
	e.t.line()
	if v.Title != "" {
		e.field("title", string(v.TitleFrom)+e.optSpan(v.TitleSpan))
	}
	for _, a := range v.Authors {
		e.field("author", a.Name+" · "+a.Basis+e.optSpan(a.Span))
	}
	e.date("published", v.Published)
	e.date("updated", v.Updated)
	e.field("language", fmt.Sprintf("%s %.2f", v.Language.Tag, v.Language.Confidence))
}

func (e explainer) quote(q *article.Quote) {
	e.head(q.ID, string(q.Kind)+" quote", e.v.refName(q.Speaker), q.Rule, q.Confidence)
	e.field("text", inMarks(q)+e.spans(q.Spans))
	e.field("place", e.v.place(q.Spans))
	e.ref("speaker", q.Speaker)
	e.cue(q.Cue)
	e.ref("via", q.Via)
	e.ref("addressee", q.Addressee)
	e.date("said", q.Said)
	e.features(q.Features)
}

func (e explainer) position(p *article.Position) {
	e.head(p.ID, stanceName(p.Stance)+" "+polarityText(p.Polarity), e.v.refName(p.Holder), p.Rule, p.Confidence)
	e.field("statement", p.Statement.Text+e.spans(p.Statement.Spans))
	e.field("place", e.v.place(p.Statement.Spans))
	e.ref("holder", p.Holder)
	if p.Speaker != "" {
		e.field("speaker", e.v.name(p.Speaker)+" "+string(p.Speaker))
	}
	e.target(&p.Target)
	e.field("issue", string(p.Issue))
	e.ref("addressee", p.Addressee)
	e.cue(p.Cue)
	if p.Negated {
		e.field("negated", "yes")
	}
	e.words("hedge", p.Hedge)
	e.words("condition", p.Condition)
	e.ref("via", p.Via)
	e.date("said", p.Said)
	e.field("quotes", strings.Join(labels(p.Quotes), " "))
	e.features(p.Features)
	if r := p.Review; r != nil {
		e.field("review", strings.TrimSpace(r.Status+prefixed(" by ", string(r.By))+prefixed(": ", string(r.Note))))
	}
}

func (e explainer) actor(x *article.Actor) {
	e.t.line()
	e.t.wrap(piece{pad(x.ID, 4) + " ", ansiTag},
		piece{safe(oneLine(x.Name)), ansiActor}, piece{text: " · " + string(x.Kind) + prefixed(" · ", string(x.Country))})
	e.field("id", string(x.ExternalID))
	for _, r := range x.Roles {
		where := ", of the list of actors"
		if r.Span.Len() > 0 {
			where = e.spans([]article.Span{r.Span})
		}
		e.field("role", r.Title+prefixed(" of ", e.v.name(r.Organization))+", "+r.Status+where)
	}
	for _, m := range x.Mentions {
		e.field(string(m.Type), "“"+m.Text+"” · "+m.Rule+e.spans([]article.Span{m.Span}))
	}
}

// head is the line that an item starts with.
func (e explainer) head(id, what, whose, rule string, sure float64) {
	e.t.line()
	if whose == "" {
		whose = "nobody named"
	}
	e.t.wrap(piece{pad(label(id), 4) + " ", ansiTag}, piece{safe(whose), ansiActor},
		piece{text: "\u00a0· " + what + "\u00a0· rule "}, piece{rule, ansiHead}, piece{text: "\u00a0· "}, confidence(sure))
}

// field is one named fact; an empty one is not shown.
func (e explainer) field(name, text string) {
	if text != "" {
		e.t.wrap(piece{"     " + pad(name, 11), ansiMuted}, piece{text: safe(text)})
	}
}

func (e explainer) ref(name string, r *article.Ref) {
	if r == nil || r.Text == "" && r.Actor == "" {
		return
	}
	who := "unresolved"
	if r.Actor != "" {
		who = e.v.name(r.Actor) + " " + string(r.Actor)
	}
	e.field(name, "“"+r.Text+"” = "+who+e.spans(r.Spans))
}

func (e explainer) target(t *article.Target) {
	if t.Type == article.TargetActor {
		e.ref("target", &article.Ref{Actor: t.Actor, Text: t.Text, Spans: t.Spans})
	} else if t.Text != "" {
		e.field("target", string(t.Type)+" “"+t.Text+"”"+e.spans(t.Spans))
	} else {
		e.field("target", string(t.Type))
	}
}

func (e explainer) cue(c *article.Cue) {
	if c != nil {
		e.field("cue", "“"+c.Text+"” ("+c.Lemma+")"+e.spans(c.Spans))
	}
}

func (e explainer) words(name string, w *article.Words) {
	if w != nil {
		e.field(name, "“"+w.Text+"”"+e.spans(w.Spans))
	}
}

func (e explainer) date(name string, d *article.Date) {
	if d == nil {
		return
	}
	out := d.Value + prefixed(" or ", strings.Join(d.Alternatives, ", ")) + " · " + d.Basis
	if d.Text != "" {
		out += " · “" + d.Text + "”"
	}
	e.field(name, out+e.optSpan(d.Span))
}

// features is the evidence, in the order in which it was given.
func (e explainer) features(list []article.Feature) {
	parts := make([]string, len(list))
	for i, f := range list {
		parts[i] = signed(f.Weight) + "\u00a0" + f.Name
	}
	e.field("evidence", strings.Join(parts, ", "))
}

func polarityText(n int) string {
	if n == 0 {
		return "0"
	}
	return fmt.Sprintf("%+d", n)
}

func signed(f float64) string {
	s := strconv.FormatFloat(f, 'g', 4, 64)
	if f >= 0 {
		return "+" + s
	}
	return s
}

func (e explainer) optSpan(s *article.Span) string {
	if s == nil {
		return ""
	}
	return e.spans([]article.Span{*s})
}

// spans are offsets as the other outputs count them: " [12–20 24–30]".
func (e explainer) spans(spans []article.Span) string {
	if len(spans) == 0 {
		return ""
	}
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = fmt.Sprintf("%d–%d", e.v.point(s.Start), e.v.point(s.End))
	}
	return " [" + strings.Join(parts, " ") + "]"
}
