package position

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// What somebody says that a plan or a law would do: who says it would hurt farmers is against it,
// who says it would create jobs is for it.

// saidEffect reads "X said the bill would hurt farmers".
func saidEffect(r *reader) {
	for k := range r.groups {
		g := &r.groups[k]
		if g.form != finite || g.modal < 0 || g.subject < 0 || g.passive || g.not >= 0 || g.cease >= 0 || g.relative || g.inherits || r.modalMust(k) || r.bygone(g) {
			continue
		}
		s := r.effect(k)
		if s == "" || r.ps[g.subject].Pronoun || r.mentionAt(g.subject) >= 0 || !undertakings.Has(r.headOf(g.subject)) || !r.known(g.subject) {
			continue
		}
		q := r.said(k)
		if q < 0 || r.speakerOf(&r.in.Quotes[q]) < 0 || r.hypotheticalAt(k) || r.unbelieved(k) || r.insideOther(k) {
			continue
		}
		d := r.scanDraft("said-effect", r.low(g.modal)+" "+r.base(g.main), s, k, q, [2]int{g.first, g.end}, .65)
		d.target = g.subject
		if r.composite(&d) {
			r.add(d)
		}
	}
}

// effect is the stance of who foresees that what group k tells will come of the subject; "" if it
// takes no side: what hurts or helps somebody named may be meant to.
func (r *reader) effect(k int) article.Stance {
	g := &r.groups[k]
	kd := r.kinds(g.main)
	p := r.argsFrom(g.end).obj
	if r.low(g.main) == "do" && p >= 0 && (r.headOf(p) == "harm" || r.headOf(p) == "damage") && !r.none(p) && r.low(int(r.ps[p].First)) != "any" && r.low(int(r.ps[p].First)) != "little" {
		return article.Criticize // "would do more harm than good"
	}
	if kd&(kDamage|kBenefit) == 0 {
		return ""
	}
	if p < 0 || r.ps[p].Pronoun || r.ill(p) {
		return ""
	}
	if m := r.mentionAt(p); m >= 0 && r.ms[m].Type != article.MentionNominal {
		return ""
	}
	for i := g.first; i < int(r.ps[p].FullEnd); i++ {
		switch w := r.low(i); {
		case w == "only" || w == "hardly" || w == "no" || w == "little" || w == "any" || favoured.Has(w):
			return ""
		case i > g.end && r.tags[i] == tag.POS && r.mentionOf[i-1] >= 0 && r.actorOf(int(r.mentionOf[i-1])) >= 0:
			return "" // "would hurt Norway's economy"
		}
	}
	if kd&kDamage != 0 {
		return article.Criticize
	}
	for i := int(r.ps[p].FullEnd); i < r.end && r.low(g.modal) != "will"; i++ {
		if r.low(i) == "if" || r.low(i) == "unless" {
			return "" // "might help farmers if it were better"
		}
	}
	return article.Support
}

// undertakings are what is planned, decided or laid down and may help or hurt.
var undertakings = lexicon.WordsOf(
	"bill", "law", "plan", "plans", "proposal", "proposals", "budget", "deal", "agreement", "pact", "accord", "treaty", "reform", "reforms",
	"project", "merger", "takeover", "scheme", "motion", "decision", "cut", "cuts", "tax", "levy", "fee", "fees", "closure", "closures", "move",
	"veto", "ruling", "policy", "policies", "amendment", "legislation", "measure", "measures", "ordinance", "rule", "rules", "regulation",
	"regulations", "changes", "programme", "program", "initiative", "pipeline", "dam", "mine", "terminal", "development", "increase", "hike",
	"ban", "expansion", "privatisation", "privatization", "package", "referendum", "bailout", "quota", "quotas", "curfew", "lockdown",
	"mandate", "strike", "walkout", "boycott", "wall", "tower", "runway", "road", "casino", "stadium", "plant", "bypass",
)

// favoured are those whom a critic names as the ones who gain.
var favoured = lexicon.WordsOf("rich", "richest", "wealthy", "wealthiest", "millionaires", "billionaires", "corporations", "elite", "elites",
	"criminals", "terrorists", "militants", "traffickers", "cartels", "smugglers", "polluters", "enemies", "enemy", "rivals", "rival", "few",
	"lawyers", "speculators", "banks", "insurers", "extremists", "rebels", "dictators", "regime", "myth", "illusion", "monopoly")
