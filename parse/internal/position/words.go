package position

import (
	"slices"
	"strings"
	"sync"

	"dossier/article"
	"dossier/parse/internal/lexicon"
)

// A cue is a word or phrase of the stance tables with its frame: the stance it
// carries and the places where holder, target, addressee and issue stand.
type entry struct {
	words  []string // lemma first; the others as they stand in the text
	pos    byte     // v verb, n act, r role, a adjective, p preposition
	stance article.Stance
	target []string // slots in order of preference
	addr   []string
	issue  []string
	flags  flags
	prep   string // the preposition that ends the cue and leads its target, or ""
	second uint32 // letter of the second word that must follow, or 0
}

// flags are the notes of an entry.
type flags uint32

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
	needThat                    // only with a that-clause
)

var flagNames = map[string]flags{
	"soft": soft, "actor": needActor, "mutual": mutual, "between": between, "follow": follow,
	"plan": plan | follow, "refuse": refuse, "claim": claim, "matter": matter, "withinf": withInf,
	"withof": withOf, "withwith": withWith, "modal": modalThat, "claimact": claimAct, "permit": permit,
	"leave": leave, "place": place, "people": people, "act": act, "sep": sep, "warn": warn, "harm": harm,
	"blame": blame, "reverse": reverse, "protest": protest, "inner": inner, "give": give,
	"patient": patient, "summon": summon, "agree": agree,
}

func (e *entry) has(f flags) bool { return e.flags&f != 0 }

// lemma is the dictionary form of the whole cue.
func (e *entry) lemma() string { return strings.Join(e.words, " ") }

// kinds are the kinds that a word has in the table stances_words.
type kinds uint32

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
	kKnown // in a cache: looked up
)

var kindNames = map[string]kinds{
	"same": kSame, "plan": kPlan, "refuse": kRefuse, "fail": kFail, "stop": kStop, "ask": kAsk,
	"for": kFor, "light": kLight, "reverse": kReverse, "hedge": kHedge, "modal": kModal,
	"condition": kCondition, "policy": kPolicy, "turn": kTurn, "purpose": kPurpose, "say": kSay,
	"priority": kPriority, "time": kTime, "spokes": kSpokes, "evidence": kEvidence,
	"responsible": kResponsible, "harm": kHarm, "message": kMessage, "patient": kPatient, "kin": kKin, "grant": kGrant,
}

// words is the stance tables, ready for look-up by the words of a text.
type words struct {
	cues  map[string][]*entry  // inflected first word -> entries, longest first
	kinds map[string]kinds     // inflected word -> kinds
	lemma map[string]string    // inflected verb -> lemma, where it differs
	forms map[string][4]string // lemma -> its other forms
}

var (
	verbTable = lexicon.Open("stances_verbs")
	nounTable = lexicon.Open("stances_nouns")
	restTable = lexicon.Open("stances_adjectives")
	wordTable = lexicon.Open("stances_words")
	formTable = lexicon.Open("stances_forms")
	capitals  = lexicon.Open("capitals")
)

var table = sync.OnceValue(load)

func load() *words {
	w := &words{
		cues:  make(map[string][]*entry, 6000),
		kinds: make(map[string]kinds, 2600),
		lemma: make(map[string]string, 4000),
		forms: make(map[string][4]string, 1200),
	}
	d := decoder{slots: map[string][]string{}, flags: map[string]flags{}}
	heads := make(map[string][]*entry, 1500)
	var order []string
	for _, t := range []*lexicon.Table{restTable(), verbTable(), nounTable()} {
		entries := make([]entry, len(t.Rows))
		for i, row := range t.Rows {
			entries[i] = d.entry(row)
			head := entries[i].words[0]
			list := heads[head]
			if list == nil {
				order = append(order, head)
			}
			heads[head] = append(list, &entries[i])
		}
	}
	for _, head := range order {
		w.enter(head, heads[head])
	}
	for _, row := range wordTable().Rows {
		w.kind(row.Key(), kindNames[row.Field(1)])
	}
	return w
}

// decoder turns rows into entries; columns that repeat are read once.
type decoder struct {
	slots map[string][]string
	flags map[string]flags
	words []string // all words, in a row
}

func (d *decoder) entry(row lexicon.Row) entry {
	var f [8]string
	rest := string(row)
	for i := range f {
		f[i], rest, _ = strings.Cut(rest, "\t")
	}
	e := entry{pos: f[1][0], stance: article.Stance(f[2]), flags: d.flag(f[7])}
	e.target, e.addr, e.issue = d.slot(f[4]), d.slot(f[5]), d.slot(f[6])
	d.split(&e, f[0])
	// "fire missiles at X", "come to the aid of X": what follows the last word
	if n := len(e.words); e.pos == 'v' && n > 1 && leading[e.words[n-1]] && len(e.target) > 0 &&
		e.target[0] != e.words[n-1] && e.target[0] != "none" && !e.has(between) && !slices.Contains(e.target, "obj") {
		e.target = append([]string{"obj"}, e.target...)
	}
	n := len(e.words)
	if n > 1 && len(e.target) > 0 && e.words[n-1] == e.target[0] {
		e.prep = e.target[0]
	}
	if n > 2 || n == 2 && e.prep == "" {
		e.second = letter(e.words[1])
	}
	return e
}

// split sets the words of e: no articles, and a last "that" as a flag.
func (d *decoder) split(e *entry, s string) {
	from := len(d.words)
	for w := range strings.FieldsSeq(s) {
		if !articles[w] {
			d.words = append(d.words, w)
		}
	}
	e.words = d.words[from:len(d.words):len(d.words)]
	if n := len(e.words); n > 1 && e.words[n-1] == "that" {
		e.words, e.flags = e.words[:n-1:n-1], e.flags|needThat
	}
}

func (d *decoder) slot(s string) []string {
	if s == "-" || s == "" {
		return nil
	}
	v, ok := d.slots[s]
	if !ok {
		v = strings.Split(s, ",")
		d.slots[s] = v
	}
	return v
}

func (d *decoder) flag(s string) flags {
	v, ok := d.flags[s]
	if !ok {
		for f := range strings.FieldsSeq(s) {
			v |= flagNames[f]
		}
		d.flags[s] = v
	}
	return v
}

// leading are the last words of a verb cue behind which its object stands.
var leading = map[string]bool{
	"at": true, "on": true, "to": true, "of": true, "with": true, "against": true, "for": true,
	"from": true, "upon": true, "behind": true, "around": true, "about": true, "in": true,
}

// enter files the entries of one first word under all its forms, longer cues
// first.
func (w *words) enter(head string, list []*entry) {
	slices.SortStableFunc(list, func(a, b *entry) int { return len(b.words) - len(a.words) })
	w.file(head, list)
	if slices.ContainsFunc(list, func(e *entry) bool { return e.pos == 'v' }) {
		f := w.verbForms(head)
		for i, form := range f {
			if form != head && (i != 2 || form != f[1]) {
				w.file(form, list)
			}
		}
	}
	if slices.ContainsFunc(list, func(e *entry) bool { return (e.pos == 'n' || e.pos == 'r') && len(e.words) == 1 }) {
		if form := plural(head); w.cues[form] == nil {
			w.file(form, list)
		}
	}
}

// file puts the entries under form, with those of another word that share it.
func (w *words) file(form string, list []*entry) {
	if old := w.cues[form]; old != nil {
		list = slices.Concat(old, list)
		slices.SortStableFunc(list, func(a, b *entry) int { return len(b.words) - len(a.words) })
	}
	w.cues[form] = list
}

func (w *words) kind(word string, k kinds) {
	w.kinds[word] |= k
	switch {
	case k&(kSame|kPlan|kRefuse|kFail|kStop|kAsk|kFor|kLight|kReverse|kSay) != 0:
		head, rest, many := strings.Cut(word, " ")
		for _, form := range w.verbForms(head) {
			if many {
				form += " " + rest
			}
			w.kinds[form] |= k
		}
	case k&(kPolicy|kTurn|kPurpose|kPriority|kTime|kEvidence|kHarm|kMessage|kPatient|kKin|kGrant) != 0:
		w.kinds[plural(word)] |= k
	}
}

// verbForms are the forms of a verb other than its lemma, and are remembered.
func (w *words) verbForms(lemma string) [4]string {
	if f, ok := w.forms[lemma]; ok {
		return f
	}
	f := [4]string{third(lemma), past(lemma), "", ingForm(lemma)}
	f[2] = f[1]
	if row, ok := formTable().Row(lemma); ok {
		f[1], f[2], f[3] = row.Field(1), row.Field(2), row.Field(3)
	}
	w.forms[lemma] = f
	for _, form := range f {
		if form != lemma {
			if _, ok := w.lemma[form]; !ok {
				w.lemma[form] = lemma
			}
		}
	}
	return f
}

// base is the lemma of a verb form; the form itself if it is none.
func (w *words) base(form string) string {
	if l, ok := w.lemma[form]; ok {
		return l
	}
	return form
}
