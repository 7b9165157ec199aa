package position

import (
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// pp is a preposition with the phrase behind it, or with the verb group behind
// it ("for bombing the town").
type pp struct {
	prep, phrase, group int
}

// args is what stands behind a verb or noun in its clause.
type args struct {
	obj, obj2 int         // phrases, or -1
	packed    [8][3]int32 // the prepositional phrases, of which many args are kept
	n         int
	thatFirst int // phrase right behind "that", or -1
	that      int // group of a clause that is said or asked, or -1
	inf       int // group of an infinitive, or -1
	ving      int // group of a gerund without preposition, or -1
	end       int // token where the clause ends
}

// pp is the i-th of the n prepositional phrases.
func (a *args) pp(i int) pp {
	x := &a.packed[i]
	return pp{int(x[0]), int(x[1]), int(x[2])}
}

// add files a prepositional phrase; a clause with more than eight loses the rest.
func (a *args) add(x pp) {
	if a.n < len(a.packed) {
		a.packed[a.n] = [3]int32{int32(x.prep), int32(x.phrase), int32(x.group)}
		a.n++
	}
}

// argsFrom reads on from token i to the end of the clause. What belongs to an
// embedded verb is left to that verb.
func (r *reader) argsFrom(i int) args {
	if i != r.readFrom {
		r.readArgs, r.readFrom = r.readOn(i), i
	}
	return r.readArgs
}

func (r *reader) readOn(i int) args {
	a := args{obj: -1, obj2: -1, thatFirst: -1, that: -1, inf: -1, ving: -1}
	last := -1 // the phrase just read
	j := i
	for j < r.end {
		if p := r.phraseAt(j); p >= 0 && !r.relativeWord(j) && r.groupAt(j) < 0 {
			if r.subjectOfNext(p) {
				a.that = r.groupOf(p)
				a.end = j
				return a
			}
			a.object(r, p, j == i || last < 0)
			last = p
			j = int(r.ps[p].End)
			continue
		}
		if g := r.groupAt(j); g >= 0 {
			a.embedded(r, g, last)
			break
		}
		if w := r.low(j); last < 0 && (w == "both" || w == "either") {
			j++
			continue
		}
		if q := r.notBut(j); q >= 0 && last < 0 {
			a.object(r, q, true)
			last, j = q, int(r.ps[q].End)
			continue
		}
		next, ok := r.argStep(&a, j, &last)
		if !ok {
			break
		}
		j = next
	}
	a.end = j
	return a
}

// notBut is the phrase that is meant in "not X but Y", which starts at token j: Y; -1 if
// no such words stand there ("not only X but Y" means both).
func (r *reader) notBut(j int) int {
	if r.low(j) != "not" {
		return -1
	}
	p := r.phraseFrom(j + 1)
	if p < 0 || int(r.ps[p].FullEnd) >= r.end || r.low(int(r.ps[p].FullEnd)) != "but" {
		return -1
	}
	q := r.phraseFrom(int(r.ps[p].FullEnd) + 1)
	if q < 0 || r.subjectOfFinite(q) {
		return -1
	}
	return q
}

// object files a phrase that no preposition leads.
func (a *args) object(r *reader, p int, direct bool) {
	switch {
	case r.timePhrase(p), r.dayOf(p):
	case a.obj < 0 && (direct || a.n == 0):
		a.obj = p
	case a.obj >= 0 && a.obj2 < 0 && a.n == 0 && int(r.ps[a.obj].End) == int(r.ps[p].First):
		a.obj2 = p
	case a.obj < 0 && a.onlyTimes(r):
		a.obj = p
	}
}

// dayOf reports the number of a day behind its month: "on Sept. 11".
func (r *reader) dayOf(p int) bool {
	i := int(r.ps[p].First)
	return r.tags[i] == tag.CD && int(r.ps[p].End) == i+1 && i > r.first && r.kinds(i-1)&kTime != 0
}

// onlyTimes reports that all prepositions so far tell when or where.
func (a *args) onlyTimes(r *reader) bool {
	for i := 0; i < a.n; i++ {
		p := a.pp(i).phrase
		w := r.low(a.pp(i).prep)
		if p < 0 || !r.timePhrase(p) && w != "in" && w != "as" && w != "at" {
			return false
		}
	}
	return true
}

// embedded files the verb group g that ends the reach.
func (a *args) embedded(r *reader, g, last int) {
	switch r.groups[g].form {
	case infinitive:
		a.inf = g
	case gerund:
		a.ving = g
	}
}

// argStep reads the token at j, which opens no phrase and no verb group; it
// returns where to go on, ok false at the clause's end.
func (r *reader) argStep(a *args, j int, last *int) (int, bool) {
	switch t := r.tags[j]; {
	case t == tag.RP && r.low(j) == "over": // "arrested over a plot": no particle that its cue lacks
		return r.argPreposition(a, j, last)
	case t == tag.IN || t == tag.TO || t == tag.VBG && prepositional.Has(r.low(j)), t == tag.WDT && !r.relativeWord(j):
		return r.argPreposition(a, j, last)
	case t == tag.RB || t == tag.RBR || t == tag.RP || t == tag.PunctOpen || t == tag.PunctClose || t == tag.POS || t == tag.JJ || t == tag.Dollar || (t == tag.VBN || t == tag.VBG) && r.groupAt(j) < 0,
		t == tag.DT && j+1 < r.end && r.tags[j+1] == tag.VBG:
		if r.quoteBorder(j) && j > r.first {
			return j, false
		}
		return j + 1, true
	case t == tag.CC:
		if p := r.phraseFrom(j + 1); p >= 0 && *last >= 0 && !r.subjectOfFinite(p) {
			*last = p
			return int(r.ps[p].End), true
		}
		if j+1 < r.end && (r.tags[j+1] == tag.IN || r.tags[j+1] == tag.TO) && r.phraseFrom(j+2) >= 0 {
			return j + 1, true
		}
		return j, false
	case t == tag.PunctComma:
		return r.argComma(j, last)
	case t == tag.LRB:
		for k := j; k < r.end && k < j+12; k++ {
			if r.tags[k] == tag.RRB {
				return k + 1, true
			}
		}
	}
	return j, false
}

// argPreposition files "prep phrase" or "prep V-ing"; "that" opens a clause.
func (r *reader) argPreposition(a *args, j int, last *int) (int, bool) {
	w := r.low(j)
	k := j + 1
	for k < r.end && (r.tags[k] == tag.RB || r.tags[k] == tag.PDT || r.low(k) == "both" && r.phraseAt(k) < 0 || w == "by" && r.tags[k] == tag.VBG && r.groupAt(k) < 0) {
		k++ // "by cheering crowds"
	}
	k = r.calledSo(k) // "in protest at what they called an attempt"
	if p := r.phraseFrom(k); w == "that" && a.obj < 0 && a.n == 0 && p >= 0 && r.tags[r.head(p)] == tag.NN && !r.subjectOfFinite(p) && r.groupFrom(k) < 0 {
		a.obj, *last = p, p // "rejected that ultimatum"
		return int(r.ps[p].End), true
	}
	if w == "that" && (j+1 == r.end || r.low(j+1) == "and" || r.low(j+1) == "but" || r.tags[j+1] == tag.PunctComma || r.tags[j+1] == tag.PunctEnd) {
		return j, false // "denied that and accused her"
	}
	if w == "that" || w == "whether" || w == "if" && a.n == 0 && a.obj < 0 {
		a.that, a.thatFirst = r.groupFrom(k), r.phraseFrom(k)
		return j, false
	}
	p := r.phraseFrom(k)
	if p < 0 && k < r.end && r.quoteMark(k) {
		p = r.phraseFrom(k + 1)
	}
	if subordinator(w) && p >= 0 && r.subjectOfFinite(p) || w == "because" || w == "while" || w == "unless" {
		return j, false
	}
	if p >= 0 {
		a.add(pp{j, p, -1})
		*last = p
		return int(r.ps[p].End), true
	}
	if g := r.groupAt(k); g >= 0 && r.groups[g].form == gerund {
		a.add(pp{j, -1, g})
		return j, false
	}
	if k < r.end && r.tags[k] == tag.IN {
		return k, true // "out of", "from within"
	}
	return j + 1, k < r.end
}

// argComma goes on behind a comma for a list and for an apposition.
func (r *reader) argComma(j int, last *int) (int, bool) {
	p := r.phraseFrom(j + 1)
	if p < 0 || *last < 0 || r.subjectOfFinite(p) {
		return j, false
	}
	if int(r.ps[*last].Apposition) == p {
		end := int(r.ps[p].FullEnd)
		if end < r.end && r.tags[end] == tag.PunctComma {
			return end + 1, true
		}
		return end, true
	}
	if r.listGoesOn(p) {
		*last = p
		return int(r.ps[p].End), true
	}
	return j, false
}

// listGoesOn reports that phrase p behind a comma is a member of a list that an
// "and" ends.
func (r *reader) listGoesOn(p int) bool {
	for n := 0; n < 8; n++ {
		j := int(r.ps[p].FullEnd)
		if j < r.end && r.tags[j] == tag.PunctComma {
			j++
		}
		if j >= r.end {
			return false
		}
		if r.tags[j] == tag.CC {
			q := r.phraseFrom(j + 1)
			return q >= 0 && !r.subjectOfFinite(q)
		}
		q := r.phraseFrom(j)
		if q < 0 || q == p {
			return false
		}
		p = q
	}
	return false
}

// phraseFrom is the phrase that starts at token j, or -1.
func (r *reader) phraseFrom(j int) int {
	if j >= r.end || j < 0 {
		return -1
	}
	if p := r.phraseAt(j); p >= 0 && int(r.ps[p].First) == j {
		return p
	}
	return -1
}

// subjectOfFinite reports that p is the subject of a finite verb behind it.
func (r *reader) subjectOfFinite(p int) bool { return r.groupOf(p) >= 0 }

// groupOf is the finite group that has p as its own subject, or -1.
func (r *reader) groupOf(p int) int {
	for k := range r.groups {
		g := &r.groups[k]
		if g.form == finite && g.subject == p && !g.inherits && !g.relative && g.first >= int(r.ps[p].End) {
			return k
		}
	}
	return -1
}

// subjectOfNext is subjectOfFinite for a verb right behind the phrase: the
// clause follows without "that".
func (r *reader) subjectOfNext(p int) bool {
	k := r.groupOf(p)
	return k >= 0 && r.groups[k].first-int(r.ps[p].End) < 12
}

// preposition is the first phrase of a behind preposition w that is no time, or -1.
func (a *args) preposition(r *reader, w string) int {
	for i := 0; i < a.n; i++ {
		x := a.pp(i)
		if x.phrase >= 0 && r.low(x.prep) == w && !r.timePhrase(x.phrase) && !a.ofOccasion(r, i) {
			return x.phrase
		}
	}
	return -1
}

// ofOccasion reports that the i-th phrase hangs on the deed before it, which only tells
// when or why: "went on strike after his arrest for fraud".
func (a *args) ofOccasion(r *reader, i int) bool {
	if i == 0 {
		return false
	}
	x, before := a.pp(i), a.pp(i-1)
	if before.phrase < 0 || int(r.ps[before.phrase].End) != x.prep || !occasions.Has(r.low(before.prep)) {
		return false
	}
	return r.actNoun(before.phrase) != nil || r.kinds(r.head(before.phrase))&(kPurpose|kAsk) != 0
}

// occasions are prepositions that tell when or why by what else has happened.
var occasions = lexicon.WordsOf("after", "before", "during", "amid", "following", "despite", "since", "until")

// gerundAfter is the gerund group behind preposition w, or -1.
func (a *args) gerundAfter(r *reader, w string) int {
	for i := 0; i < a.n; i++ {
		if x := a.pp(i); x.group >= 0 && r.low(x.prep) == w {
			return x.group
		}
	}
	return -1
}

// agent is the phrase behind "by" of a passive group, or -1.
func (r *reader) agent(k int) int {
	a := r.argsFrom(r.groups[k].end)
	return a.preposition(r, "by")
}
