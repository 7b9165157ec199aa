package position

import (
	"slices"
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Words that the tagger takes for verbs but that open no verb group: parts of names,
// heads of objects, participles that describe a noun.

// nameGoesOn reports "to" and a capitalised word between or behind capitalised words
// of running text: "the Coalition to Counter Piracy".
func (r *reader) nameGoesOn(i int) bool {
	if i+1 >= r.end || i <= r.first+1 || !r.d.Is(i+1, token.Capital) || !r.d.Is(i-1, token.Capital) || r.low(i) != "to" {
		return false
	}
	switch r.d.Blocks[r.d.Sentences[r.sentenceOf].Block].Kind {
	case article.BlockTitle, article.BlockDeck, article.BlockHeading:
		return false
	}
	return true
}

// insideName reports that token i stands in a name behind its first word.
func (r *reader) insideName(i int) bool {
	at, _ := slices.BinarySearchFunc(r.ms, int32(i), func(m mention.Mention, at int32) int { return int(m.First - at) })
	for m := at - 1; m >= max(0, at-3); m-- {
		if x := &r.ms[m]; int(x.First) < i && i < int(x.End) && named(x) {
			return true
		}
	}
	return false
}

// ownedNoun reports a word that the tagger takes for a verb but that must be the head
// of the object before it: "cut its sales forecast and blamed the weather". One verb
// more would need a subject. Behind a verb that takes a clause or a bare verb ("said
// its sales rose", "let its workers vote") and in a relative clause ("the union that
// represents its crews struck") there is room for it.
func (r *reader) ownedNoun(i int) bool {
	if i <= r.first || len(r.groups) == 0 || r.tags[i] == tag.VBG || i+1 < r.end && r.tags[i+1] != tag.PunctComma && r.tags[i+1] != tag.PunctEnd && r.tags[i+1] != tag.IN && r.tags[i+1] != tag.CC {
		return false
	}
	p, g := r.phraseAt(i-1), &r.groups[len(r.groups)-1]
	if p < 0 || r.tags[r.ps[p].First] != tag.PRPS || int(r.ps[p].First) != g.end || !r.tags[i-1].Noun() || r.tags[i-1].Proper() {
		return false
	}
	if w := r.low(i); strings.HasSuffix(w, "ed") || r.kinds(g.main)&(kSay|kPlan|kAsk) != 0 || g.first > r.first && r.relativeWord(g.first-1) {
		return false
	}
	return !bareVerbs.Has(r.base(g.main))
}

// bareVerbs take a bare verb behind their object.
var bareVerbs = lexicon.WordsOf(
	"help", "let", "make", "have", "see", "saw", "seen", "watch", "watched",
	"hear", "heard", "feel", "felt", "has", "had",
)

// compounds reports a participle that with the noun before it describes the next:
// "precision guided missiles killed two", "rebel held areas were shelled".
func (r *reader) compounds(i int) bool {
	if i == r.first || r.tags[i-1] != tag.NN && !r.tags[i-1].Proper() || !compounding.Has(r.low(i)) {
		return false
	}
	p := r.phraseFrom(i + 1)
	if p < 0 || !r.tags[r.ps[p].First].Noun() || int(r.ps[p].End) >= r.end {
		return false
	}
	j := int(r.ps[p].End)
	return r.tags[j].Finite() && r.phraseAt(j) < 0
}

// compounding are participles that make such compounds.
var compounding = lexicon.WordsOf(
	"led", "backed", "held", "owned", "run", "funded", "controlled", "guided",
	"made", "armed", "trained", "built", "based", "allied", "linked",
)

// describes reports an -ing word that is an adjective: right behind a verb that
// takes no -ing form, and before a noun ("deliver devastating blows").
func (r *reader) describes(i int) bool {
	if i == r.first || i+1 >= r.end || !r.tags[i+1].Noun() || len(r.groups) == 0 {
		return false
	}
	g := &r.groups[len(r.groups)-1]
	if g.passive && r.low(i-1) == "by" && !r.tags[i+1].Proper() && (g.first < g.main || r.tags[g.main] == tag.VBN) && r.isActing(i) {
		return true // "greeted by cheering crowds": whether they cheer or are cheered is open
	}
	if r.tags[i+1].Proper() && r.isActing(i) || r.tags[i+1] == tag.NNS && measures.Has(r.low(i)) {
		return false // "regretted supporting Norway", "opposes lifting sanctions"
	}
	return g.end == i && !g.copula && r.kinds(g.main)&(kSame|kStop|kFail|kPlan|kSay|kAsk) == 0
}

// attributes reports a participle at token i that with an adjective and a comma before it
// describes the noun behind: "regular, pledged delegates".
func (r *reader) attributes(i int) bool {
	return i-2 >= r.first && i+1 < r.end && r.tags[i-1] == tag.PunctComma && r.tags[i-2] == tag.JJ && r.tags[i+1].Noun() && !r.tags[i+1].Proper()
}

// measures are -ing words that say what is done with what follows, and describe nothing.
var measures = lexicon.WordsOf(
	"lifting", "easing", "ending", "imposing", "removing", "extending", "raising", "cutting", "sending", "giving", "granting",
	"releasing", "signing", "supplying", "arming", "deploying", "holding", "using", "paying", "selling", "buying", "banning",
	"taking", "making", "dropping", "withdrawing", "scrapping", "relaxing", "tightening", "loosening", "allowing", "letting",
	"introducing", "reducing", "increasing", "suspending", "resuming", "restoring", "abolishing", "deporting", "taxing",
)

// nounOfDeed reports an -ing word that is a noun: behind an article and before a
// preposition ("a shooting at the church"), or with the noun before it part of a
// compound ("a methanol poisoning case", "a court ruling and a fine").
func (r *reader) nounOfDeed(i int) bool {
	if i == r.first || i+1 >= r.end {
		return false
	}
	next := r.tags[i+1]
	if isArticle(r.low(i - 1)) {
		return next == tag.IN
	}
	if r.tags[i-1] != tag.NN || r.phraseAt(i-1) < 0 || !deedNouns.Has(r.low(i)) {
		return false
	}
	return next == tag.NN || next == tag.CC || next == tag.PunctComma || next == tag.PunctEnd || next.Finite() && r.phraseAt(i+1) < 0
}

// deedNouns are -ing words that are nouns as often as forms of a verb.
var deedNouns = lexicon.WordsOf(
	"ruling", "hearing", "filing", "bombing", "shooting", "killing", "poisoning", "stabbing", "kidnapping",
	"beating", "shelling", "sentencing", "funding", "financing", "lending", "spending", "trafficking",
	"smuggling", "laundering", "hacking", "bargaining", "voting", "policing", "warning", "training",
)

// takesBy reports a verb with "by" as its particle, which has no passive without "be":
// "stood by her".
func (r *reader) takesBy(i int) bool {
	switch r.low(i) {
	case "stood", "came", "went", "abided", "sat", "lay", "dropped", "swore", "flew", "ran", "got":
		return true
	}
	return false
}

// isActing reports a form of a verb that is a cue by itself at token i.
func (r *reader) isActing(i int) bool {
	return slices.ContainsFunc(r.entries(i), func(e *entry) bool { return e.pos == 'v' && len(e.words) == 1 })
}
