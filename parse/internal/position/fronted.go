package position

import (
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// Clauses with an -ing form that stand before their subject's verb: "Condemning the raid, Norway
// closed the port", "Norway, while welcoming the offer, condemned the raid".

// fronting are the words behind which an -ing form before the comma is done by the subject of
// what follows. "Before", "instead of" and "without" tell of what is not, or not yet, done.
var fronting = lexicon.WordsOf("while", "although", "though", "after", "despite", "besides", "by", "in", "on", "upon", "when")

// frontGerunds gives -ing forms without a subject that of the clause they open.
func (r *reader) frontGerunds() {
	for k := range r.groups {
		g := &r.groups[k]
		if g.form != gerund || g.subject >= 0 || g.not >= 0 {
			continue
		}
		if k > 0 && r.groups[k-1].form == gerund && r.groups[k-1].inherits && g.matrix == k-1 && r.tags[g.first-1] == tag.CC {
			g.subject, g.inherits = r.groups[k-1].subject, true // "condemning X and accusing Y, …"
			continue
		}
		if g.matrix >= 0 {
			continue
		}
		if p := r.fronts(k); p >= 0 {
			g.subject, g.inherits = p, true
		}
	}
}

// fronts is the subject of the clause that the -ing form of group k opens or is put into; -1 if
// there is none.
func (r *reader) fronts(k int) int {
	g := &r.groups[k]
	m := k + 1
	for m < len(r.groups) && r.groups[m].form != finite {
		m++
	}
	if m == len(r.groups) || r.groups[m].relative || r.groups[m].inherits || r.groups[m].subject < 0 {
		return -1
	}
	switch r.base(g.main) {
	case "speak", "talk", "stand":
		return -1 // where somebody spoke, not with whom
	}
	i := g.first - 1
	for i >= r.first && r.tags[i] == tag.RB {
		i--
	}
	if i >= r.first && fronting.Has(r.low(i)) {
		if w := r.low(i); r.groups[m].modal >= 0 && (w == "by" || w == "in" || w == "when" || w == "on") {
			return -1 // "by attacking Y, she could win"
		}
		i--
	} else if i >= r.first && r.tags[i] != tag.PunctOpen {
		return -1
	}
	for i >= r.first && (r.tags[i] == tag.PunctOpen || r.tags[i] == tag.CC) {
		i--
	}
	p := r.groups[m].subject
	first := int(r.ps[r.list(p)[0]].First)
	if r.speechAt(first) != r.speechAt(g.main) || r.quoteOf[first] != r.quoteOf[g.main] {
		return -1
	}
	if i < r.first {
		if first > g.end && r.tags[first-1] == tag.PunctComma && r.groups[m].first-first < leftReach {
			return p
		}
		return -1
	}
	if r.tags[i] == tag.PunctComma && i > r.first && r.low(i+1) != "in" && r.low(i+1) != "on" && first < i && int(r.ps[p].FullEnd) == i && r.tags[r.groups[m].first-1] == tag.PunctComma {
		return p
	}
	return -1
}
