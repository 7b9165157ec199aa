package actor

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Who talks to the press without a full name is described first, and the clause
// behind tells what to call him: "a teenager who gave his name as Jaylen", "a
// resident who asked to be identified only as Tom", "a man calling himself Kit".

// ownName links a description to the name that the clause behind it gives.
func (r *resolver) ownName(m int) int {
	x := &r.ms[m]
	if !r.heads(m) {
		return -1
	}
	const reach = 14 // tokens
	end := min(x.End+reach, r.d.Sentences[r.sentence(m)].End)
	for o := m + 1; o < len(r.ms) && r.ms[o].First < end; o++ {
		y := &r.ms[o]
		if r.of[o] >= 0 && isName(y) && r.alike(x, y) && r.genders(m, int(r.of[o])) && !r.owns(y) && r.naming(x, r.articleOf(y)) {
			return int(r.of[o])
		}
	}
	return -1
}

// alike reports that description x can be called by name y: a person, or people and
// the body that they are.
func (r *resolver) alike(x, y *mention.Mention) bool {
	if x.Kind == article.KindPerson && !x.Plural {
		return y.Kind == article.KindPerson
	}
	return y.Kind != article.KindPerson && y.Kind != article.KindPlace && y.Kind != article.KindCountry
}

// articleOf is where name y begins, its article included.
func (r *resolver) articleOf(y *mention.Mention) int {
	if i := int(y.First) - 1; i >= 0 && isArticle(r.d.Low(i)) {
		return i
	}
	return int(y.First)
}

// owns reports a possessive behind name y: "called AP's report a lie".
func (r *resolver) owns(y *mention.Mention) bool {
	return int(y.End) < len(r.tags) && r.tags[y.End] == tag.POS
}

// naming reports that the tokens between description x and token end say that the
// name there is that of whom x describes. It reads them from their end.
func (r *resolver) naming(x *mention.Mention, end int) bool {
	first := int(x.End)
	if first < end && r.tags[first] == tag.PunctComma {
		first++
	}
	end = r.beforeFillers(first, end)
	own := end-3 >= first && r.d.Low(end-1) == "name" && nameParts.Has(r.d.Low(end-2)) && r.tags[end-3] == tag.PRPS
	if own { // "by his first name, Tom"
		end = r.beforeFillers(first, end-3)
	}
	if r.namedBy(first, end) {
		return true
	}
	as := end > first && r.d.Low(end-1) == "as"
	if as || end > first && r.d.Low(end-1) == "by" {
		end = r.beforeFillers(first, end-1)
	}
	if end <= first || !r.alone(first, end) {
		return false
	}
	who := r.tags[first] == tag.WP
	switch verb := end - 1; {
	case own && gives.Has(r.d.Low(verb)): // "who gave her first name, Mira"
		return who
	case as && r.d.Low(verb) == "name": // "who gave his name as Tom"
		return who && r.any(first, verb, gives)
	case selves.Has(r.d.Low(verb)): // "who called himself Tom", "calling himself Tom"
		return verb > first && callings.Has(r.d.Low(verb-1)) && (who || verb-1 == first)
	case !callings.Has(r.d.Low(verb)):
		return false
	case verb == first: // "a man named Tom"
		return r.tags[verb] == tag.VBN || r.tags[verb] == tag.VBD && isArticle(r.d.Low(int(x.First))) && r.d.Low(int(x.First)) != "the"
	default: // "who asked to be called Tom"
		return who && r.any(verb-2, verb, be)
	}
}

// namedBy reports "named locally as", "identified by the police as" as the tokens [first, end).
func (r *resolver) namedBy(first, end int) bool {
	const words = 7
	if end-first < 3 || end-first > words || r.tags[first] != tag.VBN || !callings.Has(r.d.Low(first)) || r.d.Low(end-1) != "as" {
		return false
	}
	if r.d.Low(first+1) != "by" && r.tags[first+1] != tag.RB {
		return false
	}
	for i := first + 1; i < end-1; i++ {
		if r.tags[i].Verb() || r.tags[i] >= tag.PunctEnd && r.tags[i] <= tag.NFP {
			return false
		}
	}
	return true
}

// beforeFillers is where tokens [first, end) end without what may stand before a name:
// marks, "only" and the like.
func (r *resolver) beforeFillers(first, end int) int {
	for end > first && (fillers.Has(r.d.Low(end-1)) || r.d.Is(end-1, token.Mark) || r.tags[end-1] == tag.PunctComma) {
		end--
	}
	return end
}

// any reports one of the words among tokens [first, end).
func (r *resolver) any(first, end int, words *lexicon.Words) bool {
	for i := max(first, 0); i < end; i++ {
		if words.Has(r.d.Low(i)) {
			return true
		}
	}
	return false
}

// alone reports that tokens [first, end) are one clause.
func (r *resolver) alone(first, end int) bool {
	for i := first; i < end; i++ {
		if r.tags[i] >= tag.PunctEnd && r.tags[i] <= tag.NFP {
			return false
		}
	}
	return true
}

var (
	// gives are the verbs by which people tell their names.
	gives = lexicon.WordsOf("gave", "gives", "give")

	// callings are the verbs between people and their names.
	callings = lexicon.WordsOf(
		"called", "calls", "calling", "named", "known", "identified",
		"identifies", "call", "style", "styles", "identifying", "introduced", "introducing", "quoted",
	)

	selves    = lexicon.WordsOf("himself", "herself", "themselves", "themself")
	be        = lexicon.WordsOf("be", "is", "was", "being", "been")
	fillers   = lexicon.WordsOf("only", "simply", "just", "merely")
	nameParts = lexicon.WordsOf("first", "last", "given", "middle", "family")
)
