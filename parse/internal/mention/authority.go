package mention

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// A county or town is a place, and the name of who governs it: "Talbot County sued",
// "the city said". It is a body where it does what only somebody does who decides.

// local are the places that have a council or commissioners of their own and share the
// name with them.
var local = lexicon.WordsOf("county", "city", "town", "borough", "village", "township")

// authorities makes bodies of the counties whose name acts somewhere in the text, and of the
// only county if "the county" does.
//
// Example: "Talbot County sued the firm", "blocked Talbot County from selling it".
// Counter-example: "Talbot County has many woods".
func (f *finder) authorities() {
	var acting map[string]bool // county -> whether it acts
	the := false
	for i := range f.set.Mentions {
		m := &f.set.Mentions[i]
		if m.Type == article.MentionNominal && m.Kind == article.KindGovernmentBody && f.d.Low(int(m.Head)) == "county" {
			the = true
		} else if f.isCounty(m) {
			if acting == nil {
				acting = map[string]bool{}
			}
			f.enter(int(m.First))
			name := f.words(m)
			acting[name] = acting[name] || f.governs(int(m.First), int(m.End))
		}
	}
	if len(acting) == 0 {
		return
	}
	for i := range f.set.Mentions {
		if m := &f.set.Mentions[i]; f.isCounty(m) && (acting[f.words(m)] || the && len(acting) == 1) {
			m.Kind, m.Rule = article.KindGovernmentBody, "authority"
		}
	}
}

// isCounty reports a county's name of two words and more.
func (f *finder) isCounty(m *Mention) bool {
	return m.Kind == article.KindPlace && m.Type == article.MentionName && m.Table == "" && m.End-m.First > 1 && f.d.Low(int(m.End)-1) == "county"
}

func (f *finder) words(m *Mention) string {
	s := f.d.Span(int(m.First), int(m.End))
	return f.d.Lower[s.Start:s.End]
}

// authority reports "the city" that acts: [first, head] are its tokens.
func (f *finder) authority(first, head int) bool {
	return head == first+1 && local.Has(f.d.Low(head)) && f.d.Low(first) == "the" && f.governs(first, head+1)
}

// governs reports that the place [first, end) does what only those do who govern it, or
// that something is done to it that is only done to them.
func (f *finder) governs(first, end int) bool {
	k := first - 1
	if k >= f.first && f.is(k, placeWord) {
		return false
	}
	return f.speaks(end) || f.object(first) || f.possesses(end) || f.kept(first, end)
}

// speaks reports a verb for what only somebody says or decides, auxiliaries before it, from
// token i on.
func (f *finder) speaks(i int) bool {
	for i < f.end && (f.tags[i] == tag.MD || f.tags[i] == tag.RB || auxiliaries.Has(f.d.Low(i))) {
		i++
	}
	return i < f.end && f.tags[i].Verb() && f.tags[i] != tag.VBG && f.is(i, decide|says)
}

// kept reports that the place is kept from doing something: "blocked Talbot County from
// selling it".
func (f *finder) kept(first, end int) bool {
	return first > f.first && f.tags[first-1].Verb() && end+1 < f.end && f.d.Low(end) == "from" && f.tags[end+1] == tag.VBG
}
