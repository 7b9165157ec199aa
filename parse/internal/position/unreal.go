package position

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// What a sentence tells but does not say to be so: what would have been, what stands
// behind "if", what is asked for or called necessary, who need not exist.

// unreal reports "would have helped", "would rather help", "would only help".
func (r *reader) unreal(k int) bool {
	if m := r.joinedTo(k); m >= 0 && r.groups[k].modal < 0 && r.pastAlone(k, false) && r.bygone(&r.groups[m]) {
		return true // "would have found them and killed them"
	}
	if k < 0 || r.groups[k].modal < 0 {
		return false
	}
	g := &r.groups[k]
	w := r.low(g.modal)
	if w != "would" && w != "'d" && w != "’d" && w != "could" && w != "might" && w != "should" {
		return false
	}
	for i := g.modal + 1; i < g.main; i++ {
		if x := r.low(i); x == "have" || x == "only" || x == "rather" || x == "sooner" || x == "'ve" {
			return true
		}
	}
	return false
}

// hypothetical reports "if", "unless" or "whether" before the draft's clause.
func (r *reader) hypothetical(d *draft, k int) bool {
	if m := r.joinedTo(k); m >= 0 && r.hypothetical(d, m) {
		return true // "whether she agrees or disagrees with Y"
	}
	if k > 0 && r.groups[k].inherits && r.opensWithIf() && r.inFirstClause(k) {
		return true // "if we give up the court, and strip away Y"
	}
	i := d.c.first
	if k >= 0 {
		i = r.groups[k].first
		if p := r.groups[k].subject; p >= 0 && int(r.ps[p].First) < i && !r.groups[k].inherits && !r.groups[k].relative {
			i = int(r.ps[r.list(p)[0]].First)
		}
	}
	for n := 0; n < 3 && i > r.first; n++ {
		i--
		switch r.low(i) {
		case "if", "unless", "whether", "should", "lest":
			return true
		case "that":
			if i > r.first && unheld.Has(r.low(i-1)) {
				return true
			}
		case "long":
			return i > r.first && r.low(i-1) == "as" // "as long as Norway protects Y"
		case "had", "were":
			return n == 0 && k >= 0 && r.inverted(i, k)
		case "how", "when", "where":
			if n == 0 && k >= 0 && r.groups[k].modal >= 0 && r.asked(i) {
				return true // "questions over how Norway will negotiate with Y"
			}
		case "even", "only", "as", ",":
			continue
		}
		return false
	}
	return false
}

// unheld are words behind which "that" opens what somebody only supposes, dreams of or fears.
var unheld = lexicon.WordsOf(
	"provided", "providing", "assuming", "supposing", "suppose", "imagine", "imagined", "imagining", "pray", "prays", "prayed", "praying",
	"prayer", "prayers", "dream", "dreams", "dreamed", "dreamt", "wish", "wishes", "wished", "risk", "risks", "danger", "chance", "chances",
	"possibility", "prospect", "likelihood", "scenario", "odds", "fantasy",
)

// saidIf reports a clause that somebody only says under a condition: "I would be lying if I said
// I supported Y".
func (r *reader) saidIf(k int) bool {
	if k <= 0 {
		return false
	}
	g, m := &r.groups[k], &r.groups[k-1]
	if g.form != finite || g.inherits || g.subject < 0 || m.form != finite || r.kinds(m.main)&kSay == 0 || int(r.ps[g.subject].First) > m.end+1 || int(r.ps[g.subject].First) < m.end {
		return false
	}
	return r.hypotheticalAt(k - 1)
}

// inverted reports that the verb at token i, before the subject of group k, opens a condition
// without "if": "Had the court convicted him, he would …", "Were Norway to attack Peru".
//
// Counter-example: "The town they had Chile's army seized", where something stands before.
func (r *reader) inverted(i, k int) bool {
	g := &r.groups[k]
	if r.low(i) == "were" && g.form != infinitive || r.low(i) == "had" && r.tags[g.main] != tag.VBN && r.tags[g.main] != tag.VBD {
		return false
	}
	j := i - 1
	return j < r.first || r.tags[j] == tag.PunctComma || r.tags[j] == tag.PunctOpen || r.tags[j] == tag.CC || r.quoteMark(j) || r.low(j) == "that"
}

// asked reports that the word at token i opens a question that is told: behind a verb,
// a preposition or a noun for one.
func (r *reader) asked(i int) bool {
	if i == r.first {
		return false
	}
	if r.low(i) == "how" {
		return true
	}
	switch r.tags[i-1] {
	case tag.IN, tag.TO:
		return true
	}
	return r.groupAt(i-1) >= 0 && r.kinds(r.groups[r.groupAt(i-1)].main)&kSay != 0
}

// opensWithIf reports a sentence, or a quotation, that opens with a condition.
func (r *reader) opensWithIf() bool {
	i := r.first
	for i+1 < r.end && r.quoteMark(i) {
		i++
	}
	w := r.low(i)
	return w == "if" || w == "unless"
}

// inFirstClause reports that no verb before group k has a subject of its own but the first.
func (r *reader) inFirstClause(k int) bool {
	for m := 1; m <= k; m++ {
		if g := &r.groups[m]; g.form == finite && !g.inherits {
			return false
		}
	}
	return true
}

// whoever reports a relative clause of one that need not exist: "any resolution that
// endorsed the plan", "every state that backs Norway". It tells no deed.
func (r *reader) whoever(k int) bool {
	if k < 0 || !r.groups[k].relative || r.groups[k].subject < 0 {
		return false
	}
	p := r.groups[k].subject
	switch r.low(int(r.ps[p].First)) {
	case "any", "anyone", "anybody", "anything", "every", "everyone", "everybody", "whoever", "whichever":
		return true
	}
	if m := r.governor(p); m >= 0 && r.groups[m].copula && r.groups[m].not >= 0 {
		return true // "it was not Norway that condemned Y"
	}
	if m := r.groups[k].modal; m < 0 || r.low(m) != "would" && r.low(m) != "could" && r.low(m) != "might" {
		return false
	}
	return !r.known(p) && (r.mentionAt(p) < 0 || r.ms[r.mentionAt(p)].Type == article.MentionNominal) // "judges who would block the law"
}

// notAll reports a subject of whom only some do it: "not all members support Y", "not every
// union opposes Y". Of each nothing is said.
func (r *reader) notAll(k, top int) bool {
	if top >= 0 {
		k = top
	}
	if k < 0 || r.groups[k].subject < 0 {
		return false
	}
	i := int(r.ps[r.list(r.groups[k].subject)[0]].First)
	switch r.low(i) {
	case "all", "every", "everyone", "everybody", "both", "many":
		return i > r.first && r.low(i-1) == "not"
	case "a", "one", "single":
		return i > r.first && r.low(i-1) == "not" // "not a single member supported Y"
	case "not":
		return i+1 < r.end && (r.low(i+1) == "all" || r.low(i+1) == "every" || r.low(i+1) == "many" || r.low(i+1) == "a" || r.low(i+1) == "one")
	}
	return false
}

// joinedTo is the finite group that "and" or "or" joins group k to without a
// comma, or -1.
func (r *reader) joinedTo(k int) int {
	if k <= 0 || !r.groups[k].inherits || r.groups[k].form != finite || r.tags[r.groups[k].first-1] != tag.CC || r.tags[r.groups[k].first-2] == tag.PunctComma {
		return -1
	}
	for m := k - 1; m >= 0; m-- {
		if g := &r.groups[m]; g.form == finite && g.subject == r.groups[k].subject {
			return m
		}
	}
	return -1
}

// aimTakenBack reports an infinitive that completes the object of a verb which does
// away with it, or the subject of one that says it came to nothing: "reversed its
// decision to support Y". An attempt against Y was hostile though it failed.
func (r *reader) aimTakenBack(k int, s article.Stance) bool {
	if k < 0 || r.groups[k].form != infinitive || r.groups[k].first == r.first {
		return false
	}
	if n := r.groups[k].noun; n >= 0 && r.groups[k].inherits && unwilling.Has(r.headOf(n)) {
		return true // "Norway's failure to understand and counter Y"
	}
	p := r.phraseAt(r.groups[k].first - 1)
	if p < 0 {
		return false
	}
	if w := r.low(int(r.ps[p].First)); (w == "any" || r.none(p)) && int(r.ps[p].FullEnd) == r.groups[k].first {
		return true // "knew of no effort to support Y", "found no proof to confirm it"
	}
	if unwilling.Has(r.headOf(p)) || entitled.Has(r.headOf(p)) && int(r.ps[p].First) < r.head(p) {
		return true // "a result of Norway's refusal to help Y", "workers' right to boycott Y"
	}
	switch r.headOf(p) {
	case "point", "date", "moment", "stage":
		if q := r.phraseAt(int(r.ps[p].First) - 2); r.leading(p) != "" && q >= 0 {
			p = q // "refusal to this point to support Y"
		}
	}
	p = r.outerPhrase(p)
	if w := r.leading(p); w == "by" || w == "from" {
		if q := r.phraseAt(int(r.ps[p].First) - 2); q >= 0 && unwilling.Has(r.headOf(q)) {
			return true // "the refusal by Norway to support Y"
		}
	}
	if unwilling.Has(r.headOf(p)) {
		return true // "Norway's refusal to support Y"
	}
	if r.kinds(r.head(p))&(kPurpose|kPolicy) == 0 && r.headOf(p) != "motion" || int(r.ps[p].FullEnd) != r.groups[k].first {
		return false
	}
	if m := r.groupOf(p); m >= 0 && (r.kinds(r.groups[m].main)&kFail != 0 && s.Polarity() > 0 || r.groups[m].passive && r.takesBack(m)) {
		return true // "Norway's attempt to help Y failed", "… was dropped"
	}
	m := r.governor(p)
	if m < 0 && r.leading(p) == "against" {
		m = r.groupAt(int(r.ps[p].First) - 2) // "voted against a motion to condemn Y"
	}
	return m >= 0 && (r.groups[m].not >= 0 || r.takesBack(m) || r.refuses(m))
}

// unwilling are nouns of which the infinitive says what is not done.
var unwilling = lexicon.WordsOf(
	"refusal", "failure", "reluctance", "unwillingness", "inability", "hesitation", "hesitancy",
	"unreadiness", "disinclination",
)

// entitled are nouns of what somebody may do, and need not.
var entitled = lexicon.WordsOf("right", "rights", "freedom", "liberty", "permission", "obligation", "duty", "temptation", "urge")

// refuses reports a verb of rejection: "voted down a motion to condemn Y".
func (r *reader) refuses(m int) bool {
	for i := range r.cues {
		if c := &r.cues[i]; c.group == m && c.e.pos == 'v' && c.e.stance == article.Reject {
			return true
		}
	}
	return false
}

// bygones are adverbs of what was so and need not be any more.
var bygones = lexicon.WordsOf("once", "formerly", "previously", "initially", "originally")

// until reports a side taken in the past up to a time that has come: "supported Y until
// May".
func (r *reader) until(d *draft, k int) bool {
	if k < 0 || r.groups[k].form != finite || r.groups[k].modal >= 0 || d.stance != article.Support && d.stance != article.Reject {
		return false
	}
	g := &r.groups[k]
	if r.tags[g.first] != tag.VBD {
		return false
	}
	for i := max(r.first, g.first-1); i < g.main; i++ {
		if bygones.Has(r.low(i)) {
			return true // "once supported Y"
		}
	}
	for i := g.end; i < min(r.end, g.end+8) && r.tags[i] != tag.PunctComma; i++ {
		if r.low(i) == "until" || r.low(i) == "ago" && i > r.first && longAgo.Has(r.low(i-1)) {
			return true
		}
	}
	return false
}

// longAgo are the measures of a past in which a side taken is history ("four years ago").
var longAgo = lexicon.WordsOf("years", "decades", "year", "generation", "century")

// demanded reports a group that a call or proposal asks for: "demanded that Peru
// release the sailors".
func (r *reader) demanded(k int) bool {
	if k < 0 {
		return false
	}
	if g := &r.groups[k]; g.form == finite && g.modal < 0 && !g.imperative && !g.relative && r.tags[g.first] == tag.VB {
		return true
	}
	if r.needed(k) || r.unbelieved(k) {
		return true
	}
	for i := range r.cues {
		if c := &r.cues[i]; c.args.that == k && (c.e.flags&(matter|modalThat) != 0 || c.e.stance == article.Deny || c.e.stance == article.Doubt) {
			return true // asked for, denied, doubted
		}
	}
	return false
}

// unbelieved reports a clause that somebody does not hold to be so: "did not believe the
// union would support Y".
func (r *reader) unbelieved(k int) bool {
	g := &r.groups[k]
	if g.form != finite || g.subject < 0 || g.inherits || g.relative {
		return false
	}
	i := int(r.ps[r.list(g.subject)[0]].First) - 1
	if i > r.first && (r.low(i) == "that" || r.low(i) == "because") && (r.low(i-1) == "not" || r.low(i-1) == "n't" || r.low(i-1) == "n’t") {
		return true // "it is not that we oppose homes", "not because she supports Y"
	}
	if i > r.first && r.low(i) == "that" {
		i--
		if r.tags[i].Noun() && fears.Has(r.low(i)) || r.onlyClaimed(i) {
			return true // "asked about concerns that they would not support Y"
		}
	}
	if i < r.first {
		return false
	}
	if !r.tags[i].Verb() {
		return r.unsure(i)
	}
	m := r.groupAt(i)
	if m >= 0 && r.groups[m].main == i && (r.low(i) == "wish" || r.low(i) == "wishes" || r.low(i) == "wished") {
		return true // "I wish I could support Y"
	}
	if m >= 0 && r.groups[m].main == i && r.willed(k) && forecasts.Has(r.low(i)) {
		return true // "said he expected that voters will reject Y"
	}
	if m < 0 || r.groups[m].main != i || r.groups[m].not < 0 {
		return false
	}
	switch r.base(i) {
	case "believe", "think", "expect", "imagine", "suppose", "say", "see":
		return true
	}
	return false
}

// onlyClaimed reports that token i, before "that", ends a phrase for a claim which is not said to
// be confirmed: "denied a report in the Echo that she had promised Y a job".
func (r *reader) onlyClaimed(i int) bool {
	p := r.phraseAt(i)
	if p < 0 {
		return false
	}
	for n := 0; n < 2 && r.leading(p) != "" && r.kindOf(p) != article.TargetClaim; n++ {
		q := r.phraseAt(int(r.ps[p].First) - 2) // "a report in the Echo that"
		if q < 0 {
			return false
		}
		p = q
	}
	if r.mentionAt(p) >= 0 || r.kindOf(p) != article.TargetClaim {
		return false
	}
	m := r.governor(p)
	if m < 0 {
		return false
	}
	c := r.cueOf(m)
	return c != nil && (c.e.stance == article.Deny || c.e.stance == article.Doubt || c.e.stance == article.Reject || c.e.words[0] == "dismiss")
}

// forecasts are verbs of who only guesses what will be done.
var forecasts = lexicon.WordsOf("expect", "expects", "expected", "predict", "predicts", "predicted", "fear", "fears", "feared", "anticipate", "anticipated", "hope", "hopes", "hoped")

// fears are nouns for what may never be.
var fears = lexicon.WordsOf("fear", "fears", "concern", "concerns", "worry", "worries", "speculation", "rumours", "rumors", "possibility",
	"prospect", "risk", "chance", "likelihood", "doubt", "doubts", "suggestion", "suggestions", "idea", "notion")

// unsure reports an adjective at token i that says that the clause behind it may not hold:
// "is not sure she can support Y", "is doubtful".
func (r *reader) unsure(i int) bool {
	switch r.low(i) {
	case "unsure", "uncertain", "doubtful", "unclear", "unlikely", "unconvinced":
		return r.copulaBefore(i) >= 0
	case "untrue", "false", "incorrect", "inconceivable", "unthinkable":
		return r.copulaBefore(i) >= 0
	case "sure", "certain", "convinced", "clear", "confident", "persuaded", "true", "correct", "accurate":
		k := r.copulaBefore(i)
		return k >= 0 && (r.groups[k].not >= 0 || i > r.first && r.low(i-1) == "not")
	}
	return false
}

// needed reports a clause that is called necessary: "it is vital that Peru and its
// allies release the sailors".
func (r *reader) needed(k int) bool {
	g := &r.groups[k]
	if g.form != finite || g.subject < 0 || g.inherits || g.relative {
		return false
	}
	i := int(r.ps[r.list(g.subject)[0]].First) - 2
	if i < r.first || r.low(i+1) != "that" || r.copulaBefore(i) < 0 {
		return false
	}
	switch r.low(i) {
	case "essential", "vital", "crucial", "important", "imperative", "necessary", "critical", "urgent", "desirable":
		return true
	}
	return false
}

// parted reports a semicolon among the tokens [i, j): what stands behind it belongs
// to another sentence in all but its full stop.
func (r *reader) parted(i, j int) bool {
	for ; i < j; i++ {
		if r.tags[i] == tag.PunctColon && r.word(i) == ";" {
			return true
		}
	}
	return false
}

// goesOn reports a verb between group k and token i that "and" or "but" joins to the
// clause: a condition behind it is that verb's ("accused Y and said she would leave
// unless …").
func (r *reader) goesOn(k, i int) bool {
	for n := k + 1; n < len(r.groups) && r.groups[n].first < i; n++ {
		g := &r.groups[n]
		if g.form != finite || g.relative {
			continue
		}
		if r.groups[k].relative {
			return true // "who back Y, said they would leave if …"
		}
		j := g.first - 1
		if !g.inherits && g.subject >= 0 {
			j = int(r.ps[r.list(g.subject)[0]].First) - 1
		}
		for j > r.first && r.tags[j] == tag.RB {
			j--
		}
		if r.tags[j] == tag.CC {
			return true
		}
	}
	return false
}

// conditionSubject is the actor of an "if" or "unless" behind token i, whom a
// threat then means; -1 if there is none.
func (r *reader) conditionSubject(i int) int {
	for from := i; i < r.end; i++ {
		if w := r.low(i); w != "if" && w != "unless" {
			continue
		}
		if r.parted(from, i) {
			return -1
		}
		if k := r.groupFrom(i); k >= 0 && r.groups[k].subject >= 0 && r.mentionAt(r.groups[k].subject) >= 0 {
			return r.groups[k].subject
		}
	}
	return -1
}
