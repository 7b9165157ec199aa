package actor

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// Whose the possessive pronoun is where a verb or a noun tells who does it: "told the bank to limit its losses".

// doerBefore is the mention of who does the verb right before possessive pronoun m, if that verb is an infinitive or a
// gerund behind the object of another verb, or behind somebody's noun: the bank in "told the bank to limit its
// losses", "accused the bank of hiding its losses", "the bank's plan to sell its loans"; -1 if there is none.
//
// Counter-example: "promised the bank to limit its losses".
func (r *resolver) doerBefore(m int) int {
	x := &r.ms[m]
	i := int(x.First) - 1
	if i < 3 || r.tags[x.Head] != tag.PRPS || r.d.Tokens[i].Sentence != r.d.Tokens[x.First].Sentence {
		return -1
	}
	for i > 2 && (r.tags[i] == tag.RB || r.tags[i] == tag.RP) {
		i--
	}
	at := i - 1
	switch {
	case r.tags[i] == tag.VB && r.tags[at] == tag.TO:
	case r.tags[i] == tag.VBG && at > 0 && (r.d.Low(at) == "of" || r.d.Low(at) == "from" || r.d.Low(at) == "for"):
	default:
		return -1
	}
	if o := r.objectEnding(m, at); o >= 0 {
		return o
	}
	if r.tags[at] == tag.TO {
		return r.entitled(m)
	}
	return -1
}

// objectEnding is the mention before m whose phrase ends before token end and is the object of a verb by which
// somebody is told, made or said to do something; -1 if there is none.
func (r *resolver) objectEnding(m, end int) int {
	const near = 6
	for o := m - 1; o >= max(0, m-near); o-- {
		y := &r.ms[o]
		p := r.phrase(o)
		if p == nil || !r.heads(o) || int(p.End) != end && int(p.FullEnd) != end || y.Type == article.MentionAdjective {
			continue
		}
		i := int(p.First) - 1
		if i < 1 || r.d.Tokens[i].Sentence != p.Sentence {
			return -1
		}
		switch verb := r.d.Low(i); {
		case r.tags[i].Verb() && controls.Has(verb):
			return o
		case (verb == "on" || verb == "for") && i > 1 && tiedBy.Has(r.d.Low(i-1)):
			return o // "called on the bank to limit its losses"
		}
		return -1
	}
	return -1
}

// controls are the verbs whose object does what the infinitive, or the gerund behind "of" or "from", tells.
var controls = lexicon.WordsOf(
	"ask", "asks", "asked", "asking", "tell", "tells", "told", "telling", "urge", "urges", "urged", "urging", "order", "orders", "ordered", "ordering",
	"want", "wants", "wanted", "force", "forces", "forced", "forcing", "allow", "allows", "allowed", "allowing", "push", "pushed", "pushing",
	"press", "pressed", "pressing", "persuade", "persuaded", "persuading", "encourage", "encouraged", "encouraging", "compel", "compelled",
	"enable", "enabled", "enabling", "help", "helped", "helping", "lead", "led", "leading", "cause", "caused", "causing", "expect", "expects", "expected",
	"warn", "warned", "warning", "advise", "advised", "invite", "invited", "instruct", "instructed", "require", "requires", "required", "requiring",
	"permit", "permits", "permitted", "permitting", "accuse", "accuses", "accused", "accusing", "suspect", "suspected", "suspects",
	"prevent", "prevents", "prevented", "preventing", "stop", "stopped", "stopping", "bar", "barred", "barring", "ban", "banned", "banning",
	"prohibit", "prohibited", "discourage", "discouraged", "keep", "kept", "deter", "deterred", "blame", "blamed", "blames", "criticise", "criticised", "criticize",
	"criticized", "criticizing", "praise", "praised", "fine", "fined", "sue", "sued", "pressure", "pressured", "pressuring", "beg", "begged", "convince", "convinced",
)

// tiedBy are the verbs and nouns that "on" or "for" ties to who is to do something.
var tiedBy = lexicon.WordsOf("call", "calls", "called", "calling", "pressure", "prevailed", "wait", "waited", "waiting")
