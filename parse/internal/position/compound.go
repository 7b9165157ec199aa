package position

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/token"
)

// Compounds such as "Norway-backed rebels" and "pro-Norway party" hold a stance
// inside a noun phrase. The name in them is a part of a token, so it has no
// mention of its own: it is looked up among the names of the article's actors.

// compound is an ending or beginning that makes one.
type compound struct {
	affix  string
	stance article.Stance
	first  bool // the affix stands before the name
}

var compounds = []compound{
	{"-backed", article.Support, false},
	{"-supported", article.Support, false},
	{"-allied", article.Support, false},
	{"-funded", article.Assist, false},
	{"-armed", article.Assist, false},
	{"-trained", article.Assist, false},
	{"pro-", article.Support, true},
	{"anti-", article.Reject, true},
}

// compoundAt is the compound of token i and the bytes of the name in it.
func (r *reader) compoundAt(i int) (*compound, article.Span) {
	if r.kinds(i)&kCompound == 0 || !r.d.Is(i, token.Hyphen) {
		return nil, article.Span{}
	}
	c, s := compoundOf(r.low(i)), r.d.Span(i, i+1)
	if c.first {
		return c, article.Span{Start: s.Start + len(c.affix), End: s.End}
	}
	return c, article.Span{Start: s.Start, End: s.End - len(c.affix)}
}

// compoundOf is the compound that word w is, or nil.
func compoundOf(w string) *compound {
	for k := range compounds {
		if c := &compounds[k]; c.first && strings.HasPrefix(w, c.affix) || !c.first && strings.HasSuffix(w, c.affix) {
			return c
		}
	}
	return nil
}

// readCompounds reads the compounds of the sentence.
func readCompounds(r *reader) {
	if !r.compound {
		return
	}
	for i := r.first; i < r.end; i++ {
		c, name := r.compoundAt(i)
		if c == nil || r.phraseAt(i) < 0 {
			continue
		}
		m := r.mentionAt(r.phraseAt(i))
		a := r.actorNamed(name.In(r.d.Lower))
		if m < 0 || a < 0 || r.actorOf(m) < 0 || r.actorOf(m) == a || int(r.ms[m].Head) <= i || !r.holds(r.partyOf(m)) {
			continue
		}
		e := &entry{words: []string{strings.Trim(c.affix, "-")}, frame: &frame{stance: c.stance}}
		d := r.draft(&cue{e: e, first: i, end: i + 1, tail: -1, group: -1}, "compound", -1, -1, .65)
		inner := party{mention: -1, actor: a, first: i, end: i + 1, bytes: name, kind: article.TargetActor}
		outer := r.partyOf(m)
		if c.first {
			r.pair(&d, outer, inner)
		} else {
			r.pair(&d, inner, outer)
		}
	}
}

// actorNamed is the index of the actor that bears the name, in lower case, or -1.
func (r *reader) actorNamed(name string) int {
	if r.named == nil {
		r.named = map[string]int{}
		for a := range r.actors {
			x := &r.actors[a]
			if x.Kind == article.KindPlace {
				continue
			}
			for _, m := range x.Mentions {
				if m.Type != article.MentionPronoun && m.Type != article.MentionNominal {
					r.named[strings.ToLower(m.Text)] = a
				}
			}
		}
	}
	if a, ok := r.named[name]; ok {
		return a
	}
	return -1
}
