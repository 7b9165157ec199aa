package mention

import (
	"dossier/article"
	"dossier/parse/internal/token"
)

// isTitled reports a sentence in title case or in capitals: every content word
// begins with a capital, in a headline four in five.
func (r *runner) isTitled(block article.BlockKind) bool {
	headline := false
	switch block {
	case article.BlockTitle, article.BlockDeck, article.BlockHeading:
		headline = true
	}
	words, capital := 0, 0
	for i := r.first; i < r.end; i++ {
		if !r.d.Is(i, token.Letter) || small(r.tags[i]) {
			continue
		}
		words++
		if r.d.Is(i, token.Capital) {
			capital++
		} else if !headline {
			return false
		}
	}
	return words >= 4 && capital*5 >= words*4
}

// headlines finds names in sentences where every word has a capital: names of
// the tables, names that the rest of the article uses, and a given name with
// what follows it.
func (r *runner) headlines() {
	if len(r.titles) == 0 {
		return
	}
	normal := len(r.runs)
	r.titled = true
	r.lastNames()
	for _, s := range r.titles {
		r.first, r.end = int(r.d.Sentences[s].First), int(r.d.Sentences[s].End)
		shouts := r.shouts()
		for i := r.first; i < r.end; {
			i = r.headline(i, shouts)
		}
	}
	if len(r.runs) == normal {
		return
	}
	for i := normal; i < len(r.runs); i++ {
		r.runs[i].group = int32(r.groups.Add(r.key(r.runs[i].first, r.runs[i].end)))
	}
	sortRuns(r.runs)
}

func (r *runner) headline(i int, shouts bool) int {
	if !r.d.Is(i, token.Letter|token.Capital) {
		return i + 1
	}
	if like, end := r.elsewhere(i); like != nil {
		n := *like
		n.first, n.end = i, end
		n.titled, n.initial, n.roleFirst, n.roleEnd = true, false, 0, 0
		r.runs = append(r.runs, n)
		return n.end
	}
	if e, stop := r.entry(i, r.end); e != nil && !(e.weak && !r.tags[i].Proper()) && !(e.exact && shouts) {
		r.keep(run{first: i, end: stop, e: e})
		return stop
	}
	if r.givenHere(i) && i+1 < r.end && r.d.Is(i+1, token.Letter|token.Capital) && (r.tags[i+1].Proper() || shouts && !r.is(i+1, ordinary)) {
		r.keep(run{first: i, end: i + 2, honor: shouts})
		return i + 2
	}
	return i + 1
}

// elsewhere is a run of the rest of the article with the words that stand here
// from token i to end, the longest there is, or whose last name they are; nil if
// there is none.
func (r *runner) elsewhere(i int) (like *run, end int) {
	for end = min(i+r.longest, r.end); end > i; end-- {
		if g := r.groups.Find(r.key(i, end)); g >= 0 {
			return &r.runs[r.examples[g]], end
		}
	}
	return nil, i
}

// givenHere reports a given name at i, also in capitals.
func (r *runner) givenHere(i int) bool {
	return r.word(i).given != noSex && r.d.Is(i, token.Capital) && r.d.Tokens[i].End-r.d.Tokens[i].Start > 2
}

// shouts reports a sentence all in capitals, where acronyms look like words.
func (r *runner) shouts() bool {
	for i := r.first; i < r.end; i++ {
		if r.d.Is(i, token.Letter) && !r.d.Is(i, token.Upper) && r.d.Tokens[i].End-r.d.Tokens[i].Start > 3 {
			return false
		}
	}
	return true
}
