package export

import (
	"sort"
	"strings"
	"unicode"

	"dossier/article"
)

// view is an article with what rendering looks up in it again and again.
type view struct {
	*article.Article
	actors map[article.Opt]*article.Actor
	blocks map[string]*article.Block
	point  func(int) int // from bytes of the text to code points
	// For the workbook: its rows by id, and the positions that a quote bears out.
	at       map[string]link
	evidence map[string][]string
}

func newView(a *article.Article) *view {
	v := &view{Article: a, actors: actorIndex(a), blocks: make(map[string]*article.Block, len(a.Blocks)), point: a.Points()}
	for i := range a.Blocks {
		v.blocks[a.Blocks[i].ID] = &a.Blocks[i]
	}
	return v
}

// name is the canonical name of the actor, or "".
func (v *view) name(id article.Opt) string {
	if x := v.actors[id]; x != nil {
		return x.Name
	}
	return ""
}

// refName is the canonical name of whom r resolves to, else its words.
func (v *view) refName(r *article.Ref) string {
	if r == nil {
		return ""
	}
	if n := v.name(r.Actor); n != "" {
		return n
	}
	return oneLine(r.Text)
}

// refID is the actor id of r, or "".
func refID(r *article.Ref) string {
	if r == nil {
		return ""
	}
	return string(r.Actor)
}

// refActor is the actor of r, or nil.
func (v *view) refActor(r *article.Ref) *article.Actor {
	if r == nil {
		return nil
	}
	return v.actors[r.Actor]
}

// roleOf is the role that says most about x: a current one before one that has
// ended; nil where x has none.
func roleOf(x *article.Actor) *article.Role {
	if x == nil || len(x.Roles) == 0 {
		return nil
	}
	for i := range x.Roles {
		if x.Roles[i].Status != "former" {
			return &x.Roles[i]
		}
	}
	return &x.Roles[0]
}

// roleTitle is the title of x's role with its status where that is not current.
func roleTitle(x *article.Actor) string {
	r := roleOf(x)
	if r == nil {
		return ""
	}
	return withStatus(r.Status, oneLine(r.Title))
}

// withStatus puts "former" and the like before a title that does not say so.
func withStatus(status, title string) string {
	if status == "current" || strings.Contains(strings.ToLower(title), status) {
		return title
	}
	return status + " " + title
}

// affiliation is the organisation of x's role, else the country it belongs to.
func (v *view) affiliation(x *article.Actor) string {
	if x == nil {
		return ""
	}
	if r := roleOf(x); r != nil {
		if n := v.name(r.Organization); n != "" {
			return n
		}
	}
	return countryName(string(x.Country))
}

// lines returns the first and the last line of the raw file on which the spans
// stand; 0, 0 where no block holds them. A block read from one line, or whose
// text keeps the line ends of the file, gives them exactly; of others only the
// block's own lines are known.
func (v *view) lines(spans []article.Span) (first, last int) {
	if len(spans) == 0 {
		return 0, 0
	}
	first, _ = v.lineOf(spans[0].Start)
	_, last = v.lineOf(max(spans[0].Start, spans[len(spans)-1].End-1))
	return first, max(first, last)
}

// lineOf returns the lines between which the byte at offset stands.
func (v *view) lineOf(at int) (from, to int) {
	b := v.blockAt(at)
	if b == nil {
		return 0, 0
	}
	if b.Line == b.EndLine || strings.Count(b.Span.In(v.Text), "\n") != b.EndLine-b.Line {
		return b.Line, b.EndLine
	}
	n := b.Line + strings.Count(v.Text[b.Span.Start:at], "\n")
	return n, n
}

// blockAt is the block whose text holds the byte at offset, or nil.
func (v *view) blockAt(at int) *article.Block {
	i := sort.Search(len(v.Blocks), func(i int) bool { return v.Blocks[i].Span.End > at })
	if i < len(v.Blocks) && v.Blocks[i].Span.Start <= at {
		return &v.Blocks[i]
	}
	return nil
}

// paragraph is the ¶ number of the block that holds the first of the spans; 0
// where it has none.
func (v *view) paragraph(spans []article.Span) int {
	if len(spans) == 0 {
		return 0
	}
	if b := v.blockAt(spans[0].Start); b != nil && b.Ordinal != nil {
		return *b.Ordinal
	}
	return 0
}

// oneLine is s with every run of white space as one space.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\t\r\v\f") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// wordCount is the number of words of s. In scripts that put no space between
// words each character counts as one, as word processors count them.
func wordCount(s string) int {
	n, inside := 0, false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			inside = false
		case r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			n++
			inside = false
		case !inside && !wideMark(r):
			n++
			inside = true
		}
	}
	return n
}

// wideMark reports a punctuation mark as wide as an ideograph.
func wideMark(r rune) bool { return r >= 0x3000 && unicode.IsPunct(r) }
