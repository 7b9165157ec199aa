// Package parse reads what the text of an article implies: its frame, its
// quotes, its actors and their positions.
//
// It takes what a reader of package formats made of a file and returns the
// completed article. It opens no file and renders nothing, and it never fails:
// what was skipped or guessed becomes a note.
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

// Options are the user's hints. The zero value asks for nothing special.
type Options struct {
	DateOrder string     // how numeric dates read: dmy, mdy or ymd; "" decides by evidence
	Language  string     // BCP 47 tag of the text; "" detects it
	Actors    *Gazetteer // actors that the user knows; nil if there is no list
}

// Article returns in completed: frame, quotes, actors and positions. The input
// is not changed. Of text that is not English only the frame and the quoted
// strings are read, and a note says so.
func Article(in *article.Article, opts Options) *article.Article {
	a := in.Clone()
	lower := token.Lower(a.Text)
	meta.Frame(a, meta.Options{DateOrder: opts.DateOrder, Language: opts.Language, Lower: lower})
	doc := token.SplitLower(a.Text, lower, withoutDateline(a), readable(a))
	defer doc.Release()
	tags := tag.Tags(doc)
	marks := quotemark.Find(doc, tags)
	defer marks.Release()
	if !meta.English(a) {
		quotes := quote.Strings(doc, marks)
		defer quote.Release(quotes)
		assemble(a, doc, quotes, actor.Result{}, nil)
		return a
	}
	mentions := mention.Find(doc, tags, marks)
	defer mentions.Release()
	opts.Actors.Mark(doc, tags, mentions)
	quotes := quote.Find(doc, tags, marks, mentions)
	defer quote.Release(quotes)
	actors := opts.Actors.Resolve(doc, tags, marks, mentions, quotes)
	positions, all := position.Find(position.Input{
		Doc: doc, Tags: tags, Marks: marks, Mentions: mentions, Quotes: quotes, Actors: actors,
	})
	actors.Actors = all
	assemble(a, doc, quotes, actors, positions)
	return a
}
