// Package parse reads what the text of an article implies: its frame, its
// quotes, its actors and their positions.
//
// It takes what a reader of package formats made of a file and returns the
// completed article. It opens no file and renders nothing, and it never fails:
// what was skipped or guessed becomes a note.
package parse

import "dossier/article"

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
	return Articles([]*article.Article{in}, opts)[0]
}

// Articles is Article for each of in, whose order it keeps. Each stage reads all of
// them before the next begins, so that the code and tables of a stage are fetched
// into the processor's cache once: eight articles of a page or two take a tenth less
// time than one by one. All are held in memory at a time, and long ones gain
// nothing.
func Articles(in []*article.Article, opts Options) []*article.Article {
	list := make([]*reading, len(in))
	for i := range in {
		list[i] = &reading{in: in[i], opts: opts}
		if i > 0 {
			list[i].beside = list[i-1]
		}
	}
	defer each(list, (*reading).release)
	each(list, (*reading).frame)
	each(list, (*reading).split)
	each(list, (*reading).tag)
	each(list, (*reading).mark)
	each(list, (*reading).mention)
	each(list, (*reading).quote)
	each(list, (*reading).resolve)
	each(list, (*reading).position)
	out := make([]*article.Article, len(in))
	for i, r := range list {
		assemble(r.a, r.doc, r.quotes, r.actors, r.positions)
		out[i] = r.a
	}
	return out
}

func each(list []*reading, stage func(*reading)) {
	for _, r := range list {
		stage(r)
	}
}
