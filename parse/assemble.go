package parse

import (
	"slices"
	"strconv"
	"strings"

	"dossier/article"
	"dossier/parse/internal/actor"
	"dossier/parse/internal/meta"
	"dossier/parse/internal/quote"
	"dossier/parse/internal/token"
)

// readable lists the blocks that language is read from.
func readable(a *article.Article) []int {
	var list []int
	for i := range a.Blocks {
		switch b := &a.Blocks[i]; b.Kind {
		case article.BlockRelated, article.BlockBoilerplate, article.BlockRule,
			article.BlockByline, article.BlockDate:
		default:
			if b.Span.Len() > 0 {
				list = append(list, i)
			}
		}
	}
	return list
}

// withoutFrame is the blocks of a without what is frame in them and not language: the dateline
// ("MOSCOW, April 5 (Reuters) —") that opens a paragraph, the label of an agency ("UPDATE 2-")
// and the name of the site ("| The Echo") around a title.
func withoutFrame(a *article.Article) []article.Block {
	line := meta.DatelineSpan(a)
	title := titleAlone(a)
	if line.Len() == 0 && title < 0 {
		return a.Blocks
	}
	blocks := slices.Clone(a.Blocks)
	if title >= 0 {
		blocks[title].Span.Start = a.TitleSpan.Start
		if siteBehind(a.Text[a.TitleSpan.End:blocks[title].Span.End]) {
			blocks[title].Span.End = a.TitleSpan.End
		}
	}
	for i := range blocks {
		if line.Len() > 0 && blocks[i].Span.Contains(line) {
			blocks[i].Span.Start = line.End
			break
		}
	}
	return blocks
}

// titleAlone is the index of the block that holds the title and more; -1 if there is none.
func titleAlone(a *article.Article) int {
	s := a.TitleSpan
	if s == nil || s.Len() == 0 {
		return -1
	}
	for i := range a.Blocks {
		if b := &a.Blocks[i]; b.Kind == article.BlockTitle && b.Span.Contains(*s) {
			if b.Span.Start < s.Start || siteBehind(a.Text[s.End:b.Span.End]) {
				return i
			}
			return -1
		}
	}
	return -1
}

// siteBehind reports what stands behind a title and is the name of a section or site.
func siteBehind(rest string) bool {
	for _, mark := range [...]string{" | ", " - ", " – ", " — "} {
		if strings.HasPrefix(rest, mark) {
			return true
		}
	}
	return false
}

// assembler writes what the stages found into the article.
type assembler struct {
	a      *article.Article
	doc    *token.Doc
	actors actor.Result
	refs   []article.Ref  // where those of the quotes stand
	spans  []article.Span // and theirs, and those of cues
	cues   []article.Cue
}

// assemble completes a: quotes with their words resolved, actors with their
// functions, positions with their dates.
func assemble(a *article.Article, doc *token.Doc, quotes []quote.Quote, actors actor.Result, positions []article.Position) {
	s := &assembler{a: a, doc: doc, actors: actors}
	s.makeRoom(quotes)
	a.Actors = notNil(actors.Actors)
	a.Quotes = make([]article.Quote, len(quotes))
	ids := numbered("q", len(quotes))
	for i := range quotes {
		a.Quotes[i] = s.quote(ids[i], &quotes[i])
	}
	a.Positions = notNil(positions)
	s.dates()
	a.SetFunctions()
}

// makeRoom makes room for the words of quotes at once: each is small, and there are
// many.
func (s *assembler) makeRoom(quotes []quote.Quote) {
	refs, cues := 0, 0
	for i := range quotes {
		q := &quotes[i]
		for _, src := range [...]*quote.Source{q.Speaker, q.Via, q.Addressee} {
			if src != nil {
				refs++
			}
		}
		if q.CueFirst < q.CueEnd {
			cues++
		}
	}
	s.refs, s.cues = make([]article.Ref, 0, refs), make([]article.Cue, 0, cues)
	s.spans = make([]article.Span, 0, refs+cues)
}

// place is a list of the span alone.
func (s *assembler) place(span article.Span) []article.Span {
	n := len(s.spans)
	s.spans = append(s.spans, span)
	return s.spans[n : n+1 : n+1]
}

// numbered are the ids of n things: letter1, letter2 …
func numbered(letter string, n int) []string {
	var text []byte
	ends := make([]int, n)
	for i := range ends {
		text = strconv.AppendInt(append(text, letter...), int64(i+1), 10)
		ends[i] = len(text)
	}
	all, from := string(text), 0
	ids := make([]string, n)
	for i, end := range ends {
		ids[i], from = all[from:end], end
	}
	return ids
}

// notNil is s, which is empty if it is nil.
func notNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func (s *assembler) quote(id string, q *quote.Quote) article.Quote {
	out := article.Quote{
		ID: id, Kind: q.Kind,
		Text: article.Join(s.a.Text, q.Spans), Spans: q.Spans,
		Speaker: s.ref(q.Speaker), Via: s.ref(q.Via), Addressee: s.ref(q.Addressee),
		Block: s.a.Blocks[q.Block].ID, Rule: q.Rule,
		Confidence: q.Confidence, Features: q.Features,
	}
	if q.CueFirst < q.CueEnd {
		span := s.doc.Span(int(q.CueFirst), int(q.CueEnd))
		s.cues = append(s.cues, article.Cue{Text: span.In(s.a.Text), Lemma: q.CueLemma, Spans: s.place(span)})
		out.Cue = &s.cues[len(s.cues)-1]
	}
	if q.Said.Len() > 0 {
		out.Said = meta.Said(s.a, q.Said)
	}
	return out
}

// ref is the words of a source and the actor that they mean.
func (s *assembler) ref(src *quote.Source) *article.Ref {
	if src == nil {
		return nil
	}
	span := s.doc.Span(int(src.First), int(src.End))
	s.refs = append(s.refs, article.Ref{Text: span.In(s.a.Text), Spans: s.place(span)})
	r := &s.refs[len(s.refs)-1]
	if src.Mention >= 0 {
		if k := s.actors.Of[src.Mention]; k >= 0 {
			r.Actor = article.Opt(s.a.Actors[k].ID)
		}
	}
	return r
}

// dates gives a position the date of the report it stands in.
func (s *assembler) dates() {
	dated := map[string]*article.Date{} // by the quote's id
	for i := range s.a.Quotes {
		if q := &s.a.Quotes[i]; q.Said != nil {
			dated[q.ID] = q.Said
		}
	}
	if len(dated) == 0 {
		return
	}
	for i := range s.a.Positions {
		p := &s.a.Positions[i]
		for _, id := range p.Quotes {
			if d := dated[id]; d != nil && p.Said == nil {
				said := *d
				p.Said = &said
			}
		}
	}
}
