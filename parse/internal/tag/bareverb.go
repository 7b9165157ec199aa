package tag

import (
	"dossier/article"
	"dossier/parse/internal/token"
)

// bareVerb reports that what looks like a participle at token i, behind a noun or a comma,
// is the one verb of its sentence, and so a past tense. Headlines and captions have none.
//
// Example: "His aunt, Ada Brenn, wept in court." Counter-example: "The man wounded in the
// raid left.", "A plan drafted by Norway."
func bareVerb(d *token.Doc, tags []Tag, i int) bool {
	if t := tags[i-1]; !t.Noun() && t != PRP && t != PunctComma && t != RRB || d.Is(i, token.Capital) || pictured(d.Low(i)) {
		return false
	}
	s := &d.Sentences[d.Tokens[i].Sentence]
	first, end := int(s.First), int(s.End)
	if d.Blocks[s.Block].Kind != article.BlockParagraph || i == first || i+1 >= end || d.Low(i+1) == "by" || i+2 < end && tags[i+1] == RP && d.Low(i+2) == "by" || tags[end-1] != PunctEnd && tags[end-1] != PunctClose {
		return false
	}
	for k := first; k < i; k++ {
		switch t := tags[k]; {
		case t == WP || t == WDT || t == WPS:
			for k++; k < i && tags[k] != PunctComma; k++ { // "who is ill,"
			}
		case t.Finite() || t == VBN || t == VBG && k+1 == i || t == PunctOpen || t == PunctClose || t == PunctColon || t == IN && subordinates(d.Low(k)):
			return false
		}
	}
	for k := i + 1; k < end; k++ {
		switch t := tags[k]; {
		case t == WP || t == WDT || t == WPS:
			for k++; k < end && tags[k] != PunctComma; k++ {
			}
		case t == IN && d.Low(k) == "that":
			return finites(tags[k:end]) < 2 // "the changes suggested on Monday that we discuss were few"
		case t == WRB || t == IN && d.Low(k) != "as" && subordinates(d.Low(k)):
			return true
		case t.Finite():
			return false
		}
	}
	return true
}

// rulesThat reports that "rules" at token i of a headline is what a court does: a clause stands behind it.
//
// Counter-example: "Court rules were broken", "Judge rules out bail" is one as well.
func rulesThat(d *token.Doc, tags []Tag, i int) bool {
	s := &d.Sentences[d.Tokens[i].Sentence]
	if d.Blocks[s.Block].Kind != article.BlockTitle && d.Blocks[s.Block].Kind != article.BlockHeading || i == int(s.First) {
		return false
	}
	switch d.Low(i - 1) {
	case "judge", "court", "judges", "tribunal", "jury", "coroner", "panel", "watchdog", "regulator":
	default:
		return false
	}
	if i+1 < int(s.End) && !tags[i+1].Noun() && tags[i+1] != DT && tags[i+1] != PRP && tags[i+1] != JJ {
		return d.Low(i+1) == "that" || d.Low(i+1) == "against" || d.Low(i+1) == "out"
	}
	for k := i + 2; k < int(s.End); k++ {
		if tags[k].Finite() {
			return true
		}
	}
	return false
}

// clauseDid reports that what looks like a participle at token i, behind a noun, is the one verb of a clause that "when" or
// its like opens and a comma ends: "When the council proposed to pull it down, she left".
//
// Counter-example: "When the man wounded in the raid died, she left", "when the bill proposed by Brenn failed".
func clauseDid(d *token.Doc, tags []Tag, i int) bool {
	s := &d.Sentences[d.Tokens[i].Sentence]
	if !tags[i-1].Noun() || d.Is(i, token.Capital) || i+1 >= int(s.End) || d.Low(i+1) == "by" {
		return false
	}
	k := i - 1
	for k > int(s.First) && (tags[k].Noun() || tags[k] == DT || tags[k] == JJ || tags[k] == PRPS || tags[k] == POS) {
		k--
	}
	switch d.Low(k) {
	case "when", "because", "if", "while", "although", "though", "where":
	default:
		return false
	}
	for k = i + 1; k < int(s.End) && tags[k] != PunctComma; k++ {
		if tags[k].Finite() {
			return false
		}
	}
	return k < int(s.End)
}

// sheDid reports that what looks like a participle at token i, right behind "she" or its like, is a past tense.
//
// Example: "she looked forward to it". Counter-example: "had she looked", "was she asked".
func sheDid(d *token.Doc, tags []Tag, i int) bool {
	switch d.Low(i - 1) {
	case "he", "she", "they", "we", "i":
	default:
		return false
	}
	if tags[i-1] != PRP || d.Tokens[i-1].Sentence != d.Tokens[i].Sentence {
		return false
	}
	if i == 1 || d.Tokens[i-2].Sentence != d.Tokens[i].Sentence {
		return true
	}
	switch d.Low(i - 2) {
	case "had", "has", "have", "was", "were", "is", "are", "am", "be", "been", "than", "did", "'d", "’d", "not", "n't", "n’t":
		return false
	}
	return true
}

// finites is how many finite verbs the tags hold.
func finites(tags []Tag) int {
	n := 0
	for _, t := range tags {
		if t.Finite() {
			n++
		}
	}
	return n
}

// subordinates reports a word that opens a clause with a verb of its own.
func subordinates(low string) bool {
	switch low {
	case "that", "because", "although", "though", "while", "if", "unless", "whether", "when", "where", "since", "as", "until":
		return true
	}
	return false
}

// pictured reports what is said of somebody in a picture.
func pictured(low string) bool {
	switch low {
	case "pictured", "seen", "shown", "photographed", "born", "aged":
		return true
	}
	return false
}

// saidBy reports "said" at token i behind a noun or a comma, before "by" and what carries a voice: "the nurse said by
// phone that".
//
// Counter-example: "it was said by phone", "the words said by him".
func saidBy(d *token.Doc, tags []Tag, i int) bool {
	if i+2 >= len(tags) || d.Low(i) != "said" || d.Low(i+1) != "by" || !tags[i-1].Noun() && tags[i-1] != PunctComma && tags[i-1] != PRP {
		return false
	}
	switch d.Low(i + 2) {
	case "phone", "telephone", "email", "e-mail", "text", "letter", "video", "satellite":
		return true
	}
	return false
}

// verbless mends sentences that open with a subject and have no verb, because it looks like a noun: "The committee
// meets on Friday", "The lender cut its forecast". Headlines have none.
//
// Counter-example: "The committee meetings on Friday", "The council votes on Friday were close".
func verbless(d *token.Doc, tags []Tag) {
	for s := range d.Sentences {
		first, end := int(d.Sentences[s].First), int(d.Sentences[s].End)
		if tags[first] != DT || end-first < 5 || !tags[first+1].Noun() && tags[first+1] != JJ || d.Blocks[d.Sentences[s].Block].Kind != article.BlockParagraph {
			continue
		}
		k := first + 1
		for k < end-2 && k < first+5 && (tags[k] == NN || tags[k] == JJ) && !(tags[k] == NN && tags[k-1] == NN && sameInPast(d.Low(k))) {
			k++
		}
		if tags[k-1] != NN || !(tags[k] == NNS && looksPlural(d.Low(k)) || tags[k] == NN && sameInPast(d.Low(k))) {
			continue
		}
		switch t := tags[k+1]; {
		case tags[k] == NN && (t == PRPS || t == DT || t == CD) && finites(tags[first:end]) == 0:
			tags[k] = VBD
		case tags[k] == NNS && d.Low(k+1) == "that" && finites(tags[k+1:end]) == 1:
			tags[k], tags[k+1] = VBZ, IN
		case tags[k] == NNS && (t == IN && d.Low(k+1) != "of" && d.Low(k+1) != "for" && d.Low(k+1) != "from" || t == TO || t == DT || t == PRPS || t == CD) && finites(tags[first:end]) == 0:
			tags[k] = VBZ
		}
	}
}

// looksPlural are the verbs of one that are plural nouns more often.
func looksPlural(low string) bool {
	switch low {
	case "meets", "works", "answers", "issues", "estimates", "reports", "votes", "claims", "forecasts", "moves", "rules", "starts", "ends", "returns",
		"faces", "hosts", "heads", "runs", "backs", "supports", "talks", "deals", "demands", "offers", "needs", "hopes", "plans", "calls", "acts",
		"shares", "costs", "employs", "produces", "ships", "mines", "flies", "trains", "fights", "visits", "speaks", "aims", "fears":
		return true
	}
	return false
}

// sameInPast are the verbs whose past looks like the noun.
func sameInPast(low string) bool {
	switch low {
	case "cut", "put", "hit", "set", "shut", "spread", "split", "shed", "quit", "cost", "hurt", "let", "cast", "bet", "bid":
		return true
	}
	return false
}

// saidLast reports that what looks like a participle at token i ends its sentence as who said it does: behind a whole
// clause, a comma and a subject, with no verb behind it ("Kolm will close, the firm announced on Monday").
//
// Counter-example: "The deal, the one announced on Monday, failed", "She left the house, the home owned by Kolm".
func saidLast(d *token.Doc, tags []Tag, i int) bool {
	if !announces(d.Low(i)) || i+1 >= len(tags) || d.Low(i+1) == "by" || d.Low(i+1) == "as" {
		return false
	}
	s := &d.Sentences[d.Tokens[i].Sentence]
	first, k := int(s.First), i-1
	for k > first && (tags[k].Noun() || tags[k] == JJ) {
		k--
	}
	if k == i-1 {
		return false
	}
	if tags[k] == DT {
		k--
	}
	if k <= first || tags[k] != PunctComma {
		return false
	}
	return finites(tags[first:k]) > 0 && finites(tags[i+1:s.End]) == 0
}

// announces reports the past of a verb by which a body tells what it does.
func announces(low string) bool {
	switch low {
	case "announced", "reported", "confirmed", "claimed", "declared", "warned", "estimated", "predicted", "revealed", "disclosed", "stated", "noted":
		return true
	}
	return false
}
