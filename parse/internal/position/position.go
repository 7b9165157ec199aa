// Package position finds who stands where towards whom, by which words: the
// fifteen stances of schema dossier/1.
//
// A sentence is read without a parser. Its verb groups are found (group.go, notverbs.go)
// across what interrupts them (aside.go), their subjects (subject.go), objects that stand
// before a relative word (relative.go) and what they hang on (clause.go). A cue, a word or
// phrase of the stance tables, is matched with its frame (cue.go, tables.go); the
// first of the rules that takes it names holder and target (rules.go, verbs.go,
// deeds.go, resist.go, nouns.go, roles.go). Turns then change the sign or leave the reading
// out: negation, refusal, promise, question (turns.go, chain.go). The words it
// stands in decide whose stance it is: the narrator's subject, or the speaker
// (perspective.go, voice.go). Scans read what no single cue opens (scans.go,
// judge.go, charge.go, failed.go). Some verbs need a word more: what is threatened with,
// left open or only talked of (hostile.go), who stands beside a subject (beside.go). Phrases become actors last (party.go, resolve.go, states.go), and
// what is said twice is merged (merge.go).
//
// A reading whose sign is open is left out. The package does not decide which
// words mean the same actor (package actor) or what is reported speech (package
// quote), and it reads nothing across sentences but "the accusations were backed
// by X" and who speaks in the unquoted words of a press release (voice.go).
package position

import (
	"dossier/article"
	"dossier/parse/internal/actor"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/quote"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Input is everything the stages before found out.
type Input struct {
	Doc      *token.Doc
	Tags     []tag.Tag
	Marks    *quotemark.Set
	Mentions *mention.Set
	Quotes   []quote.Quote // index i becomes id q(i+1)
	Actors   actor.Result
}

// Find returns the positions of the document in text order, ids p1…, with Said
// still open (the words that tell when are resolved by package meta), and the
// actors: those of the input, with the first persons of statements that are
// theirs (voice.go), and behind them, with ids that go on, the states that hold
// or suffer a position but that the article names by an adjective only. Its cost
// is linear in the length of the text.
func Find(in Input) ([]article.Position, []article.Actor) {
	r := newReader(in)
	for s := range in.Doc.Sentences {
		r.sentence(s)
	}
	positions, actors := merge(r.found), append(r.voices(), r.states()...)
	r.release()
	return positions, actors
}
