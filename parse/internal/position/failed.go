package position

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// saidFailed reads "X said Y had failed to protect Z" and "X said Y had made a mistake" (or
// had done the right thing): who tells it of another takes a side.
func saidFailed(r *reader) {
	if !r.reported {
		return
	}
	for k := range r.groups {
		g := &r.groups[k]
		if g.form != finite || g.subject < 0 || g.not >= 0 || g.cease >= 0 || g.passive || g.relative || g.inherits || g.modal >= 0 || !r.names(g.subject) {
			continue
		}
		s, end := r.failing(g)
		if s == "" {
			continue
		}
		q := r.said(k)
		if q < 0 || !r.utters(&r.in.Quotes[q]) || r.ownVoice(g.subject, q) || r.hypotheticalAt(k) || r.unproved(k) || r.askedWhy(g.subject) || r.demanded(k) {
			continue
		}
		d := r.scanDraft("said-failed", r.base(g.main), s, k, q, [2]int{g.main, end}, .7)
		d.target = g.subject
		d.issue = r.topic(k)
		r.add(d)
	}
}

// names reports a phrase for somebody who can do well or badly, no pronoun.
func (r *reader) names(p int) bool {
	m := r.mentionAt(p)
	return m >= 0 && !r.ps[p].Pronoun && !r.placeOnly(m)
}

// failing is the stance of who tells what group g says, and the token behind the words that
// decide; "" if it tells neither good nor bad.
func (r *reader) failing(g *group) (article.Stance, int) {
	switch w := r.low(g.main); w {
	case "failed", "fails", "failing":
		if g.end+1 < r.end && r.tags[g.end] == tag.TO && owed.Has(r.low(g.end+1)) {
			return article.Criticize, g.end + 2
		}
		if p := r.phraseFrom(g.end); p >= 0 && r.humans(p) {
			return article.Criticize, g.end
		}
	case "made", "making", "done", "did", "doing":
		for i := g.end; i < min(r.end, g.end+5); i++ {
			switch x := r.low(i); {
			case x == "no" || x == "not" || x == "any" || r.tags[i] == tag.PunctComma:
				return "", 0
			case w[0] == 'm' && blunders.Has(x):
				return article.Criticize, i + 1
			case w[0] == 'd' && x == "thing" && r.low(i-1) == "right":
				return article.Support, i + 1
			case w[0] == 'd' && x == "thing" && r.low(i-1) == "wrong":
				return article.Criticize, i + 1
			case w[0] == 'd' && (x == "job" || x == "work") && r.kinds(i-1)&kGood != 0:
				return article.Support, i + 1
			case w[0] == 'd' && (x == "job" || x == "work") && r.kinds(i-1)&kBad != 0:
				return article.Criticize, i + 1
			}
		}
	}
	return "", 0
}

// blunders are what one makes to one's discredit.
var blunders = lexicon.WordsOf("mistake", "mistakes", "error", "errors", "blunder", "blunders", "mess", "mockery")

// owed are verbs of what is expected of those who have power or have promised it: who is said
// to have failed to do it is blamed. A town that was not taken, a goal that was not reached
// blame nobody.
var owed = lexicon.WordsOf(
	"protect", "prevent", "stop", "respond", "honour", "honor", "keep", "deliver", "disclose", "report", "answer", "explain",
	"consult", "respect", "implement", "investigate", "apologise", "apologize", "address", "listen", "pay", "inform", "warn",
	"tell", "cooperate", "fulfil", "fulfill", "tackle", "enforce", "uphold", "observe", "abide", "comply", "hand", "provide",
	"act", "condemn", "meet", "consider", "safeguard", "offer", "publish", "declare", "heed", "follow", "live", "take", "show",
)
