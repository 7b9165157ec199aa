package article

import "strings"

// In returns the words of s in text, or "" if s is out of range.
func (s Span) In(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// Len is the number of bytes (code points in JSON) that s covers.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Join is the text of spans as every ref and quote states it: the runs joined
// with one space.
func Join(text string, spans []Span) string {
	switch len(spans) {
	case 0:
		return ""
	case 1:
		return spans[0].In(text)
	}
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = s.In(text)
	}
	return strings.Join(parts, " ")
}

// eachSpan calls f with every span of a, in no particular order. It is the one
// list of where spans are, for conversion and for validation.
func (a *Article) eachSpan(f func(*Span)) {
	opt := func(s *Span) {
		if s != nil {
			f(s)
		}
	}
	all := func(s []Span) {
		for i := range s {
			f(&s[i])
		}
	}
	date := func(d *Date) {
		if d != nil {
			opt(d.Span)
		}
	}
	ref := func(r *Ref) {
		if r != nil {
			all(r.Spans)
		}
	}
	cue := func(c *Cue) {
		if c != nil {
			all(c.Spans)
		}
	}
	words := func(w *Words) {
		if w != nil {
			all(w.Spans)
		}
	}
	opt(a.TitleSpan)
	opt(a.DeckSpan)
	for i := range a.Authors {
		opt(a.Authors[i].Span)
	}
	date(a.Published)
	date(a.Updated)
	for i := range a.Blocks {
		f(&a.Blocks[i].Span)
		for j := range a.Blocks[i].Runs {
			f(&a.Blocks[i].Runs[j].Span)
		}
	}
	for i := range a.Links {
		f(&a.Links[i].Span)
	}
	for i := range a.Actors {
		for j := range a.Actors[i].Roles {
			f(&a.Actors[i].Roles[j].Span)
		}
		for j := range a.Actors[i].Mentions {
			f(&a.Actors[i].Mentions[j].Span)
		}
	}
	for i := range a.Quotes {
		q := &a.Quotes[i]
		all(q.Spans)
		ref(q.Speaker)
		cue(q.Cue)
		ref(q.Via)
		ref(q.Addressee)
		date(q.Said)
	}
	for i := range a.Positions {
		p := &a.Positions[i]
		ref(p.Holder)
		all(p.Target.Spans)
		ref(p.Addressee)
		all(p.Statement.Spans)
		cue(p.Cue)
		ref(p.Via)
		words(p.Hedge)
		words(p.Condition)
		date(p.Said)
	}
	for i := range a.Notes {
		opt(a.Notes[i].Span)
	}
}
