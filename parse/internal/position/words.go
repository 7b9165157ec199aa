package position

import (
	"strings"

	"dossier/article"
)

// entry is a cue: a word or phrase of the stance tables with its frame.
type entry struct {
	*frame
	needs
	words []string // lemma first; the others as they stand in the text
	flags flags
	led   bool // its last word is a preposition that leads its target
}

// says reports that w is a word of the entry ("see no need for").
func (e *entry) says(w string) bool { return len(e.words) > 1 && e.words[1] == w }

// needs is what an entry asks of the tags and words around it.
type needs struct {
	behind uint64 // bits of second words of which one must stand somewhere behind; 0: none need
	second uint16 // number of the second word that must follow, or 0
	pos    byte   // v verb, n act, r role, a adjective, p preposition
}

// frame is the stance that a cue carries and the places where target, addressee
// and issue stand. Most entries share theirs with many others.
type frame struct {
	stance article.Stance
	target []string // slots in order of preference
	addr   []string
	issue  []string
	notes  flags
}

// flags are the notes of an entry.
type flags uint64

const (
	soft      flags = 1 << iota // weak on its own: lower confidence
	needActor                   // only towards an actor
	mutual                      // holds both ways
	between                     // among those of the subject
	follow                      // the sign follows the verb below
	plan                        // only with a verb below
	refuse                      // negates the verb below
	claim                       // what it is about may be a claim
	matter                      // the object is the matter, not whom it is asked of
	withInf                     // only with an infinitive behind its object
	withOf                      // only with "of" behind its object
	withWith                    // only with "with" behind its object
	withFor                     // only with "for" behind its object
	modalThat                   // only with a that-clause of obligation
	claimAct                    // its that-clause accuses the subject of the clause
	permit                      // allows another to act
	leave                       // leaves a place
	place                       // towards a place
	people                      // towards people
	act                         // a deed, not words
	sep                         // the object stands inside the cue
	warn                        // threat, or advice
	harm                        // threat of what stands behind it
	blame                       // only in someone's words
	reverse                     // the subject gets it
	protest                     // the target is often far away
	inner                       // the owner of the object is meant
	give                        // object, then receiver
	summon                      // calls a person in
	agree                       // with another
	patient                     // medical: only towards those who need it
	claimOnly                   // of what is no claim it is a criticism
	eval                        // the words behind its object judge it
	trip                        // only towards where one goes to talk
	needThat                    // only with a that-clause
	company                     // only beside a deed of force
	own                         // only of the first person: "we expect X to"
	policy                      // only towards a plan, a law or a decision
	denied                      // only where it is denied: "will not tolerate"
)

var flagNames = map[string]flags{
	"soft": soft, "actor": needActor, "mutual": mutual, "between": between, "follow": follow,
	"plan": plan | follow, "refuse": refuse, "claim": claim, "matter": matter, "withinf": withInf,
	"withof": withOf, "withwith": withWith, "withfor": withFor, "modal": modalThat, "claimact": claimAct, "permit": permit,
	"leave": leave, "place": place, "people": people, "act": act, "sep": sep, "warn": warn, "harm": harm,
	"blame": blame, "reverse": reverse, "protest": protest, "inner": inner, "give": give,
	"patient": patient, "summon": summon, "agree": agree, "trip": trip, "eval": eval, "claimonly": claimOnly, "company": company, "own": own, "denied": denied, "policy": policy,
}

func (e *entry) has(f flags) bool { return e.flags&f != 0 }

// prep is the preposition that ends the cue and leads its target, or "".
func (e *entry) prep() string {
	if !e.led {
		return ""
	}
	return e.words[len(e.words)-1]
}

// lemma is the dictionary form of the whole cue.
func (e *entry) lemma() string { return strings.Join(e.words, " ") }

// kinds are the kinds that a word has in the table stances_words.
type kinds uint64

const (
	kSame kinds = 1 << iota
	kPlan
	kRefuse
	kFail
	kStop
	kAsk
	kFor
	kLight
	kReverse
	kHedge
	kModal
	kCondition
	kPolicy
	kTurn
	kPurpose
	kSay
	kPriority
	kTime
	kSpokes
	kEvidence
	kResponsible
	kHarm
	kMessage
	kPatient
	kKin
	kGrant
	kTrigger
	kYield
	kForce
	kUndo
	kGood
	kBad
	kStriving
	kDelegate
	kOfficial
	kFalse
	kDuty
	kCrowd
	kDenied
	kJudged
	kDamage
	kBenefit
	kIdiom    // the first word of a judgement of several words
	kCompound // by its form, not the table
)

var kindNames = map[string]kinds{
	"same": kSame, "plan": kPlan, "refuse": kRefuse, "fail": kFail, "stop": kStop, "ask": kAsk,
	"for": kFor, "light": kLight, "reverse": kReverse, "hedge": kHedge, "modal": kModal,
	"condition": kCondition, "policy": kPolicy, "turn": kTurn, "purpose": kPurpose, "say": kSay,
	"priority": kPriority, "time": kTime, "spokes": kSpokes, "evidence": kEvidence,
	"responsible": kResponsible, "harm": kHarm, "message": kMessage, "patient": kPatient, "kin": kKin, "grant": kGrant,
	"trigger": kTrigger, "yield": kYield, "force": kForce, "undo": kUndo, "good": kGood, "bad": kBad, "striving": kStriving, "delegate": kDelegate,
	"official": kOfficial, "false": kFalse, "duty": kDuty, "crowd": kCrowd, "denied": kDenied, "judged": kJudged, "damage": kDamage, "benefit": kBenefit,
}
