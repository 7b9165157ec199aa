package actor

import (
	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// inCapital gives the ministries of a sentence that "In" and a capital open the state of that.
//
// Example: "In Oslo, Foreign Ministry spokesman Tom Kolm urged calm". Counter-example: "In
// Oslo, the Swedish Foreign Ministry urged calm".
func inCapital(d *token.Doc, tags []tag.Tag, set *mention.Set) {
	for m := range set.Mentions {
		x := &set.Mentions[m]
		if x.Kind != article.KindGovernmentBody || x.Country != "" || x.Plural || d.Low(int(x.Head)) != "ministry" {
			continue
		}
		first := int(d.Sentences[d.Tokens[x.First].Sentence].First)
		if d.Low(first) != "in" {
			continue
		}
		for o := m - 1; o >= 0 && int(set.Mentions[o].First) > first; o-- {
			if y := &set.Mentions[o]; int(y.First) == first+1 && y.Kind == article.KindPlace && tags[y.End] == tag.PunctComma {
				x.Country = y.Country
			}
		}
	}
}
