package mention

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// pronounForm is what a personal pronoun shows.
type pronounForm struct {
	gender article.Opt
	plural bool
	rule   string
}

var pronounForms = map[string]pronounForm{
	"he": {"male", false, "he-she"}, "him": {"male", false, "he-she"}, "his": {"male", false, "he-she"}, "himself": {"male", false, "he-she"},
	"she": {"female", false, "he-she"}, "her": {"female", false, "he-she"}, "hers": {"female", false, "he-she"}, "herself": {"female", false, "he-she"},
	"they": {"", true, "they"}, "them": {"", true, "they"}, "their": {"", true, "they"}, "theirs": {"", true, "they"}, "themselves": {"", true, "they"},
	"it": {"", false, "it"}, "its": {"", false, "it"}, "itself": {"", false, "it"},
	"i": {"", false, "first-person"}, "me": {"", false, "first-person"}, "my": {"", false, "first-person"}, "mine": {"", false, "first-person"}, "myself": {"", false, "first-person"},
	"we": {"", true, "first-person"}, "us": {"", true, "first-person"}, "our": {"", true, "first-person"}, "ours": {"", true, "first-person"}, "ourselves": {"", true, "first-person"},
}

// pronouns writes a mention for every personal and possessive pronoun; Rule
// says which sort it is until a sieve links it.
func (f *finder) pronouns() {
	for i, t := range f.tags {
		if t != tag.PRP && t != tag.PRPS {
			continue
		}
		form, ok := pronounForms[f.d.Low(i)]
		if !ok || f.taken(i) || f.d.Low(i) == "it" && f.empty(i) {
			continue
		}
		kind := article.ActorKind("")
		if form.gender != "" || form.rule == "first-person" && !form.plural {
			kind = article.KindPerson
		}
		f.add(Mention{
			First: int32(i), End: int32(i + 1), Head: int32(i), Type: article.MentionPronoun,
			Kind: kind, Gender: form.gender, Plural: form.plural, Rule: form.rule,
		})
	}
}

// Minded reports a word, in lower case, for how only somebody is who has a will, or for what is done to such: "it was
// pleased", "it was fined".
//
// Counter-example: "it was late", "it was expected".
func Minded(w string) bool { return minded.Has(w) }

var minded = lexicon.WordsOf(
	"pleased", "disappointed", "confident", "concerned", "committed", "aware", "unaware", "ready", "willing", "unwilling", "prepared",
	"sorry", "saddened", "shocked", "surprised", "alarmed", "worried", "grateful", "glad", "proud", "determined", "devastated",
	"delighted", "satisfied", "dissatisfied", "optimistic", "hopeful", "sceptical", "skeptical", "eager", "keen", "reluctant", "unable",
	"convinced", "appalled", "outraged", "dismayed", "encouraged", "frustrated", "baffled", "horrified", "thrilled", "powerless",
	"relieved", "troubled", "accused", "fined", "sued", "sanctioned", "blacklisted", "ordered", "forced", "warned", "criticised", "criticized",
	"barred", "invited", "founded", "acquired", "nationalised", "nationalized", "disbanded",
)

// madeIt reports the "it" of "make it more difficult to", "found it hard that", at token i.
func (f *finder) madeIt(i int) bool {
	if i == 0 || i+2 >= len(f.tags) || !f.tags[i-1].Verb() {
		return false
	}
	switch f.d.Low(i - 1) {
	case "make", "makes", "made", "making", "find", "finds", "found", "finding":
	default:
		return false
	}
	k := i + 1
	for k+1 < len(f.tags) && (f.tags[k] == tag.RB || f.tags[k] == tag.RBR || f.tags[k] == tag.RBS) {
		k++
	}
	if t := f.tags[k]; k+1 >= len(f.tags) || t != tag.JJ && t != tag.JJR {
		return false
	}
	switch f.d.Low(k + 1) {
	case "to", "for", "that":
		return true
	}
	return false
}

// empty reports an "it" that stands for nothing: "it is crucial to", "it seems", "made it hard to".
func (f *finder) empty(i int) bool {
	if f.madeIt(i) {
		return true
	}
	for j := i + 1; j < len(f.tags) && j < i+4; j++ {
		switch w := f.d.Low(j); {
		case w == "is" || w == "was" || w == "'s" || w == "be" || w == "been":
			k := j + 1
			for k < len(f.tags) && f.tags[k] == tag.RB {
				k++
			}
			return k < len(f.tags) && !Minded(f.d.Low(k)) && (f.tags[k] == tag.JJ || f.tags[k] == tag.VBN || f.tags[k] == tag.JJR || f.tags[k] == tag.CD || f.d.Low(k) == "time")
		case w == "seems" || w == "appears" || w == "seemed" || w == "appeared" || w == "turns":
			return true
		case f.tags[j] != tag.MD && f.tags[j] != tag.RB && w != "has" && w != "have":
			return false
		}
	}
	return false
}
