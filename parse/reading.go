package parse

import (
	"dossier/article"
	"dossier/parse/internal/actor"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/meta"
	"dossier/parse/internal/position"
	"dossier/parse/internal/quote"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// reading is an article that is being read, and what each stage found out for those
// behind it: Articles runs them in the order of their fields here.
type reading struct {
	in     *article.Article
	opts   Options
	beside *reading // the one before it, which is read side by side; nil for the first

	a         *article.Article // the copy that is completed
	lower     string
	english   bool // of other texts, all that needs mentions stays empty
	doc       *token.Doc
	tags      []tag.Tag
	marks     *quotemark.Set
	mentions  *mention.Set
	quotes    []quote.Quote
	actors    actor.Result
	positions []article.Position
}

func (r *reading) frame() {
	r.a = r.in.Clone()
	r.lower = token.Lower(r.a.Text)
	meta.Frame(r.a, meta.Options{DateOrder: r.opts.DateOrder, Language: r.opts.Language, Lower: r.lower})
	r.english = meta.English(r.a)
}

func (r *reading) split() {
	var beside *token.Doc
	if r.beside != nil {
		beside = r.beside.doc
	}
	r.doc = token.SplitBeside(beside, r.a.Text, r.lower, withoutFrame(r.a), readable(r.a))
}

func (r *reading) tag() { r.tags = tag.Tags(r.doc) }

func (r *reading) mark() { r.marks = quotemark.Find(r.doc, r.tags) }

func (r *reading) mention() {
	if r.english {
		r.mentions = mention.Find(r.doc, r.tags, r.marks)
		r.opts.Actors.Mark(r.doc, r.tags, r.mentions)
	}
}

func (r *reading) quote() {
	if r.english {
		r.quotes = quote.Find(r.doc, r.tags, r.marks, r.mentions)
	} else {
		r.quotes = quote.Strings(r.doc, r.marks)
	}
}

func (r *reading) resolve() {
	if r.english {
		r.actors = r.opts.Actors.Resolve(r.doc, r.tags, r.marks, r.mentions, r.quotes)
	}
}

func (r *reading) position() {
	if r.english {
		r.positions, r.actors.Actors = position.Find(position.Input{
			Doc: r.doc, Tags: r.tags, Marks: r.marks, Mentions: r.mentions, Quotes: r.quotes, Actors: r.actors,
		})
	}
}

// release leaves the memory of the stages to those who read the next article.
func (r *reading) release() {
	if r.doc != nil {
		r.doc.Release()
	}
	if r.marks != nil {
		r.marks.Release()
	}
	if r.mentions != nil {
		r.mentions.Release()
	}
	if r.quotes != nil {
		quote.Release(r.quotes)
	}
}
