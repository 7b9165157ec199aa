package parse

import (
	"slices"
	"strconv"

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

// withoutDateline is the blocks of a with the dateline ("MOSCOW, April 5
// (Reuters) —") cut off the paragraph it opens: it is frame, not language.
func withoutDateline(a *article.Article) []article.Block {
	line := meta.DatelineSpan(a)
	if line.Len() == 0 {
		return a.Blocks
	}
	blocks := slices.Clone(a.Blocks)
	for i := range blocks {
		if blocks[i].Span.Contains(line) {
			blocks[i].Span.Start = line.End
			break
		}
	}
	return blocks
}

// assembler writes what the stages found into the article.
type assembler struct {
	a      *article.Article
	doc    *token.Doc
	actors actor.Result
}

// assemble completes a: quotes with their words resolved, actors with their
// functions, positions with their dates.
func assemble(a *article.Article, doc *token.Doc, quotes []quote.Quote, actors actor.Result, positions []article.Position) {
	s := &assembler{a, doc, actors}
	a.Actors = notNil(actors.Actors)
	a.Quotes = make([]article.Quote, len(quotes))
	for i := range quotes {
		a.Quotes[i] = s.quote(i, &quotes[i])
	}
	a.Positions = notNil(positions)
	s.dates()
	a.SetFunctions()
}

// notNil is s, which is empty if it is nil.
func notNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func (s *assembler) quote(i int, q *quote.Quote) article.Quote {
	out := article.Quote{
		ID: "q" + strconv.Itoa(i+1), Kind: q.Kind,
		Text: article.Join(s.a.Text, q.Spans), Spans: q.Spans,
		Speaker: s.ref(q.Speaker), Via: s.ref(q.Via), Addressee: s.ref(q.Addressee),
		Block: s.a.Blocks[q.Block].ID, Rule: q.Rule,
		Confidence: q.Confidence, Features: q.Features,
	}
	if q.CueFirst < q.CueEnd {
		span := s.doc.Span(int(q.CueFirst), int(q.CueEnd))
		out.Cue = &article.Cue{Text: span.In(s.a.Text), Lemma: q.CueLemma, Spans: []article.Span{span}}
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
	r := &article.Ref{Text: span.In(s.a.Text), Spans: []article.Span{span}}
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
