package mention

import (
	"dossier/article"
	"dossier/parse/internal/tag"
)

// whole makes one phrase of those that a name runs through: the chunker cuts
// "Els Van den Broeck", "Robert “Bob” Harland" and "the Department for Trade,
// Energy and Science" where the tags do. What hangs together anyway stays as it
// is ("the University | of Torvik").
func (f *finder) whole() {
	ps := f.set.Phrases
	cut := false
	for i := range f.set.Mentions {
		m := &f.set.Mentions[i]
		if m.End-m.First < 2 || m.Type != article.MentionName {
			continue
		}
		p := f.set.phraseAt[m.First]
		if p < 0 || ps[p].FullEnd >= m.End || ps[p].First > m.First {
			continue
		}
		f.swallow(p, m)
		cut = true
	}
	if cut {
		f.close()
	} else {
		f.renamed()
	}
}

// renamed looks anew for what renames the names that the tags show none of:
// "Transparency International, the anti-corruption group,".
func (f *finder) renamed() {
	c := &chunker{lexed: f.lexed, tags: f.tags, set: f.set}
	last := int32(-1)
	for i := range f.set.Mentions {
		p := f.set.Mentions[i].Phrase
		if p < 0 || f.set.Phrases[p].Sentence == last || !f.beforeComma(p) {
			continue
		}
		if c.names = nil; c.named(&f.set.Phrases[p]) {
			continue
		}
		c.names = f.nameAt
		last = f.set.Phrases[p].Sentence
		for p > 0 && f.set.Phrases[p-1].Sentence == last {
			p--
		}
		c.appositions(int(p), int(f.d.Sentences[last].End))
	}
}

// beforeComma reports a comma behind phrase p or before it.
func (f *finder) beforeComma(p int32) bool {
	x := &f.set.Phrases[p]
	return int(x.End) < len(f.tags) && f.tags[x.End] == tag.PunctComma || x.First > 0 && f.tags[x.First-1] == tag.PunctComma
}

// swallow stretches phrase p over the name m and what goes on behind it; the
// phrases in it are left empty. What renames what is found anew by close.
func (f *finder) swallow(p int32, m *Mention) {
	ps := f.set.Phrases
	x := &ps[p]
	x.End, x.FullEnd, x.Head, x.Pronoun = m.End, m.End, m.Head, false
	for q := p + 1; int(q) < len(ps) && ps[q].First < m.End; q++ {
		y := &ps[q]
		if y.End > m.End {
			x.End, x.Head = y.End, y.Head // "… and Sport | officials"
		}
		x.FullEnd = max(x.FullEnd, y.FullEnd)
		y.End = y.First
	}
	for k := x.First; k < x.End; k++ {
		f.set.phraseAt[k] = p
	}
	for q := p - 1; q >= 0 && ps[q].Sentence == x.Sentence; q-- {
		if ps[q].FullEnd > x.First {
			ps[q].FullEnd = max(ps[q].FullEnd, x.FullEnd) // "a spokesman for | the Department …"
		}
	}
	m.Phrase = p
}

// close takes the empty phrases out and numbers the others anew.
func (f *finder) close() {
	ps := f.set.Phrases
	now := make([]int32, len(ps)) // old number -> new, -1
	kept := int32(0)
	for i := range ps {
		now[i] = -1
		if ps[i].End > ps[i].First {
			now[i] = kept
			ps[kept] = ps[i]
			kept++
		}
	}
	f.set.Phrases = ps[:kept]
	for k, p := range f.set.phraseAt {
		if p >= 0 {
			f.set.phraseAt[k] = now[p]
		}
	}
	for i := range f.set.Mentions {
		if m := &f.set.Mentions[i]; m.Phrase >= 0 {
			m.Phrase = f.set.phraseAt[m.Head]
		}
	}
	c := &chunker{lexed: f.lexed, tags: f.tags, set: f.set, names: f.nameAt}
	for i := range f.set.Phrases {
		if s := f.set.Phrases[i].Sentence; i == 0 || s != f.set.Phrases[i-1].Sentence {
			c.appositions(i, int(f.d.Sentences[s].End))
		}
	}
}
