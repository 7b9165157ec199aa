package actor

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
)

// spokes are the titles of who speaks for a body and has no other office.
var spokes = lexicon.WordsOf("spokesman", "spokeswoman", "spokesperson")

// repliedFor is a name of the body that the sentence before begins with and tells the answer of, where mention m
// gives a spokesperson no body: "The bank denied it. “Never,” said Ada Brenn, a spokeswoman"; -1 if there is none.
//
// Counter-example: "Tom Kolm denied it. “Never,” said Ada Brenn, a spokeswoman".
func (r *resolver) repliedFor(m int) int32 {
	x := &r.ms[m]
	if x.RoleEnd != x.RoleFirst+1 || !spokes.Has(r.d.Low(int(x.RoleFirst))) {
		return -1
	}
	at := r.sentence(m)
	for q := m - 1; q >= 0 && q > m-12; q-- {
		if i := r.index.quoted[q].to(); i >= 0 && r.quotes[i].Speaker != nil && r.sentence(q) <= at && r.d.Tokens[r.quotes[i].Speaker.Head].Sentence == int32(at) {
			at = min(at, int(r.d.Tokens[r.quotes[i].First].Sentence))
		}
	}
	first := int(r.d.Sentences[at].First)
	for o := m - 1; o >= 0; o-- {
		y := &r.ms[o]
		switch back := at - r.sentence(o); {
		case back < 0 || back == 0 && int(y.First) >= first && r.index.quoted[o] != 0:
		case back == 0 && y.Type != article.MentionPronoun && y.Kind != article.KindPlace && o != m && !r.around(o, m) && !r.around(m, o):
			if isName(y) && y.Kind != article.KindPerson {
				return -1 // another body in the sentence: it may be that one's
			}
		case back > 1 || r.block(m)-r.block(o) > 1:
			return -1
		case back == 1 && r.heads(o) && y.Phrase >= 0 && r.set.Phrases[y.Phrase].First == r.d.Sentences[r.sentence(o)].First && r.mainSubject(y.Phrase):
			switch y.Kind {
			case article.KindPerson, article.KindPlace, article.KindMedia, article.KindGroup, "":
				return -1
			}
			if y.Plural || y.Type == article.MentionPronoun || y.Type == article.MentionAdjective {
				return -1
			}
			return int32(o)
		}
	}
	return -1
}
