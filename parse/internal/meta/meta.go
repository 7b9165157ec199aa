// Package meta reads the frame of an article: which blocks are title, deck,
// byline, date, caption, related or boilerplate, when it was published, where
// it was filed, and in which language it is written.
//
// It goes by the shape of blocks and by small word lists (words/*.tsv). It
// reads no sentence: who said what is left to the stages behind it. What the
// file stated stays; where nothing is stated or unmistakable, a field stays
// empty, and no date is completed by a guess.
package meta

import (
	"slices"

	"dossier/article"
	"dossier/parse/internal/lexicon"
)

// Options are the user's hints.
type Options struct {
	DateOrder string // "", "dmy", "mdy", "ymd"
	Language  string // BCP 47 tag that overrides detection, or ""
	Lower     string // the article's text as lexicon.Lower gives it; "" if it is not at hand
}

// Frame completes a in place: block kinds and ordinals, title, deck, authors,
// published, updated, dateline, language, related links, and notes. What the
// file stated already stays.
func Frame(a *article.Article, opts Options) {
	if opts.Lower == "" {
		opts.Lower = lexicon.Lower(a.Text)
	}
	f := &frame{a: a, opts: opts, vs: views(a, opts.Lower), statedTag: a.Language.Tag, statedText: statedDates(a)}
	f.language()
	f.rules()
	f.titleAndDeck()
	f.bylines()
	f.aboveTitle()
	f.foot()
	f.stated()
	f.dateLines()
	f.dateline()
	f.fromURL()
	f.number()
	f.relatedLinks()
	f.noteAmbiguous()
	f.orderNotes()
}

// frame is the work on one article.
type frame struct {
	a          *article.Article
	opts       Options
	vs         []view
	statedTag  string  // language as the file states it
	statedText string  // the stated dates' words
	seen       []found // see dates
	ambiguous  []ambiguity
}

func statedDates(a *article.Article) string {
	s := ""
	for _, d := range []*article.Date{a.Published, a.Updated} {
		if d != nil {
			s += d.Text + "\n"
		}
	}
	return s
}

// number gives every body block its ordinal, from 1, and takes it from others.
func (f *frame) number() {
	n := 0
	numbers := make([]int, len(f.vs))
	for i := range f.vs {
		v := &f.vs[i]
		v.Ordinal = nil
		if v.body() {
			n++
			numbers[i] = n
			v.Ordinal = &numbers[i]
		}
	}
	if n == 0 {
		f.note(article.NoteNoBody, article.Warning, nil, "no block of body text was found")
	}
}

// orderNotes puts the notes in text order, those about the whole file first.
func (f *frame) orderNotes() {
	at := func(n article.Note) int {
		if n.Span == nil {
			return -1
		}
		return n.Span.Start
	}
	slices.SortStableFunc(f.a.Notes, func(x, y article.Note) int { return at(x) - at(y) })
}

// relatedLinks marks the links of related blocks.
func (f *frame) relatedLinks() {
	k := 0
	for i := range f.a.Links {
		l := &f.a.Links[i]
		for k < len(f.vs) && f.vs[k].Span.End <= l.Span.Start {
			k++
		}
		if k < len(f.vs) && f.vs[k].Kind == article.BlockRelated && f.vs[k].Span.Overlaps(l.Span) {
			l.Kind = article.LinkRelated
		}
	}
}
