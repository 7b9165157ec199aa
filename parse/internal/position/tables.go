package position

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"dossier/article"
	"dossier/parse/internal/lexicon"
)

// The tables are read once, when the first article asks for them. Nothing in
// them is a map or an object a word: a process that reads one article pays for
// every byte.

var (
	verbTable = lexicon.Open("stances_verbs")
	nounTable = lexicon.Open("stances_nouns")
	restTable = lexicon.Open("stances_adjectives")
	wordTable = lexicon.Open("stances_words")
	formTable = lexicon.Open("stances_forms")
	capitals  = lexicon.Open("capitals")
)

var table = sync.OnceValue(load)

// words is the stance tables, ready for look-up by the words of a text.
type words struct {
	numbers  *lexicon.Numbers
	compound int      // the number of all compounds that no table holds
	facts    []facts  // by number of the word
	lists    []list   // the entries of one word; 0 is none
	entries  []*entry // those of the lists, in a row
	needs    []needs  // what they need, here because few are looked at further
	bases    []string // lemmas of verbs; 0 is none
	idioms   []idiom
}

// idiom is a judgement of several words: "a slap in the face".
type idiom struct {
	words []string
	kind  kinds
}

// list is the entries that a word opens, longest first: words.entries[from:to].
type list struct {
	bits     uint64 // of the second words that they need
	from, to uint16
	single   uint16 // the first that needs none
	reach    uint8  // how many tokens behind the first word those may stand
}

// list makes a list of entries.
func (w *words) list(entries []*entry) list {
	slices.SortStableFunc(entries, func(a, b *entry) int { return cmp.Compare(len(b.words), len(a.words)) })
	l := list{from: uint16(len(w.entries)), reach: nearReach}
	single := slices.IndexFunc(entries, func(e *entry) bool { return e.second == 0 })
	if single < 0 {
		single = len(entries)
	}
	l.single = l.from + uint16(single)
	for _, e := range entries {
		w.entries, w.needs = append(w.entries, e), append(w.needs, e.needs)
		if e.second == 0 {
			continue
		}
		l.bits |= bit(e.second)
		if w := e.words[1]; particles.Has(w) || e.has(sep) || w == "hostage" || w == "responsible" || w == "accountable" {
			l.reach = farReach // an object may stand between
		}
	}
	l.to = uint16(len(w.entries))
	return l
}

// entriesOf are the entries that the word with facts f opens, longest first.
func (w *words) entriesOf(f *facts) []*entry {
	l := &w.lists[f.list]
	return w.entries[l.from:l.to]
}

// What a word can be to a sentence, told with its number: most words are nothing.
const (
	opens     = 1 << (13 + iota) // the first word of a cue
	seconds                      // a second word
	sought                       // what the scans look for
	numbering = opens - 1        // the bits of the number itself
)

// number is the number of a word of a text, with the bits of what it can be; 0 if
// it is nothing.
func (w *words) number(low string) int {
	n := w.numbers.Find(low)
	if n == 0 && compoundOf(low) != nil {
		n = w.compound
	}
	f := &w.facts[n]
	if f.list != 0 {
		n |= opens
	}
	if f.second != 0 {
		n |= seconds
	}
	if f.kinds&(kDamage|kBenefit|kTrigger|kDuty|kGood|kBad|kFalse|kIdiom|kEvidence|kCompound) != 0 {
		n |= sought
	}
	return n
}

// facts is what the tables know of a word in one of its forms.
type facts struct {
	kinds  kinds
	second uint16 // its number as the second word of a cue, all forms of a noun alike; 0 if it is none
	list   uint16 // its entries as the first word of a cue: index into words.lists
	base   uint16 // its lemma if it is another form of a verb: index into words.bases
}

// kinds are the kinds that the table stances_words gives a word.
func (w *words) kinds(word string) kinds { return w.facts[w.numbers.Find(word)].kinds }

// loader reads the tables into words.
type loader struct {
	*words
	forms   *lexicon.Table
	buf     []byte            // where forms are written
	split   []string          // the words of all entries, in a row
	known   map[string]*frame // by the columns that make it
	objs    map[*frame]*frame // with the slot "obj" before the others
	seconds uint16            // how many second words are numbered
}

func load() *words {
	tables := [...]*lexicon.Table{restTable(), verbTable(), nounTable()}
	n := 0
	for _, t := range tables {
		n += t.Len()
	}
	w := &words{numbers: lexicon.NewNumbers(4 * n), facts: make([]facts, 1, 5*n/2), lists: make([]list, 1, n*2/3),
		entries: make([]*entry, 0, 5*n/4), needs: make([]needs, 0, 5*n/4), bases: make([]string, 1, n/2)}
	l := &loader{words: w, forms: formTable(), buf: make([]byte, 0, 128), split: make([]string, 0, n*5/3),
		known: make(map[string]*frame, n/4), objs: map[*frame]*frame{}}
	entries := make([]entry, 0, n)
	for _, t := range tables {
		for row := range t.Each() {
			entries = append(entries, l.entry(row))
		}
	}
	l.enterAll(entries)
	w.compound = l.number([]byte("-"))
	l.facts[w.compound].kinds = kCompound
	for row := range wordTable().Each() {
		l.kind(row.Key(), kindNames[row.Field(1)])
	}
	return w
}

func (l *loader) entry(row lexicon.Row) entry {
	key, rest, _ := strings.Cut(string(row), "\t")
	pos, columns, _ := strings.Cut(rest, "\t")
	f := l.frame(columns)
	e := entry{frame: f, needs: needs{pos: pos[0]}, flags: f.notes}
	l.cut(&e, key)
	n := len(e.words)
	// "fire missiles at X", "come to the aid of X": what follows the last word
	if e.pos == 'v' && n > 1 && leading(e.words[n-1]) && len(f.target) > 0 &&
		f.target[0] != e.words[n-1] && f.target[0] != "none" && !e.has(between) && !slices.Contains(f.target, "obj") {
		e.frame = l.withObject(f)
	}
	e.led = n > 1 && len(e.target) > 0 && e.words[n-1] == e.target[0]
	if n > 2 || n == 2 && !e.led {
		e.second = l.secondOf(e.words[1])
	}
	e.behind = l.behind(&e)
	return e
}

// behind are the bits of the words of which one must stand behind the first word
// of e: the preposition that leads its target (reader.prepositionFits), or what
// completes an adjective (reader.completes).
func (l *loader) behind(e *entry) uint64 {
	words := e.target
	if e.pos != 'a' {
		if e.prep() == "" || e.prep() == "between" || e.has(between) {
			return 0
		}
		words = []string{e.prep()}
	}
	bits := uint64(0)
	for _, w := range words {
		if !particles.Has(w) {
			return 0 // a slot that is no word, or a word of which nothing is noted
		}
		bits |= bit(l.secondOf(w))
	}
	return bits
}

// secondOf is the number of a second word, which its other noun forms share.
func (l *loader) secondOf(w string) uint16 {
	n := l.number([]byte(w))
	if l.facts[n].second > 0 {
		return l.facts[n].second
	}
	l.seconds++
	id := l.seconds
	l.facts[n].second = id
	if particles.Has(w) {
		return id
	}
	forms := [...]string{string(plural(l.buf[:0], w)), w + "s", strings.TrimSuffix(w, "s"), strings.TrimSuffix(w, "es"), strings.TrimSuffix(w, "ies") + "y"}
	for i, form := range forms {
		if i < 2 && strings.HasSuffix(w, "s") || i >= 2 && !sameNoun(form, w) || i == 1 && form == forms[0] {
			continue
		}
		if m := l.number([]byte(form)); l.facts[m].second == 0 {
			l.facts[m].second = id
		} else if form != w {
			l.facts[n].second = l.facts[m].second // both stand in the tables
			return l.facts[m].second
		}
	}
	return id
}

// frame reads the columns from the stance on; rows that repeat them share it.
func (l *loader) frame(columns string) *frame {
	if f := l.known[columns]; f != nil {
		return f
	}
	row := lexicon.Row(columns)
	f := &frame{stance: article.Stance(row.Field(0)), target: slots(row.Field(2)), addr: slots(row.Field(3)), issue: slots(row.Field(4))}
	for name := range strings.FieldsSeq(row.Field(5)) {
		f.notes |= flagNames[name]
	}
	l.known[columns] = f
	return f
}

func (l *loader) withObject(f *frame) *frame {
	g := l.objs[f]
	if g == nil {
		c := *f
		g, c.target = &c, append([]string{"obj"}, f.target...)
		l.objs[f] = g
	}
	return g
}

func slots(s string) []string {
	if s == "-" || s == "" {
		return nil
	}
	return strings.Split(s, ",")
}

// cut sets the words of e: no articles, and a last "that" as a flag.
func (l *loader) cut(e *entry, s string) {
	from := len(l.split)
	for w := range strings.FieldsSeq(s) {
		if !isArticle(w) {
			l.split = append(l.split, w)
		}
	}
	e.words = l.split[from:len(l.split):len(l.split)]
	if n := len(e.words); n > 1 && e.words[n-1] == "that" {
		e.words, e.flags = e.words[:n-1:n-1], e.flags|needThat
	}
}

// leading reports the last words of a verb cue behind which its object stands.
func leading(w string) bool {
	switch w {
	case "at", "on", "to", "of", "with", "against", "for", "from", "upon", "behind", "around", "about", "in":
		return true
	}
	return false
}

// enterAll files the entries, those of one first word together, in the order in
// which the first words come up.
func (l *loader) enterAll(entries []entry) {
	heads := make([]int, len(entries)+len(l.facts)+1) // by number: how many entries
	of := make([]int, len(entries))
	for i := range entries {
		of[i] = l.number([]byte(entries[i].words[0]))
		heads[of[i]]++
	}
	n := len(l.facts)
	all := make([]*entry, len(entries))
	for h, at := 1, 0; h < n; h++ {
		heads[h], at = at, at+heads[h]
	}
	for i := range entries {
		all[heads[of[i]]] = &entries[i]
		heads[of[i]]++ // in the end where the next word's start
	}
	for h, at := 1, 0; h < n; h++ {
		if at < heads[h] {
			l.enter(all[at:heads[h]:heads[h]])
		}
		at = heads[h]
	}
}

// enter files the entries of one first word under all its forms, longer cues
// first.
func (l *loader) enter(list []*entry) {
	head := list[0].words[0]
	l.lists = append(l.lists, l.list(list))
	id := uint16(len(l.lists) - 1)
	l.file([]byte(head), id)
	if slices.ContainsFunc(list, func(e *entry) bool { return e.pos == 'v' }) {
		f := l.verbForms(head)
		for i, form := range f {
			if string(form) != head && (i != 2 || string(form) != string(f[1])) {
				l.file(form, id)
			}
		}
		l.american(head, id)
	}
	if slices.ContainsFunc(list, func(e *entry) bool { return (e.pos == 'n' || e.pos == 'r') && len(e.words) == 1 }) {
		if form := plural(l.buf[:0], head); l.facts[l.numbers.Find(string(form))].list == 0 {
			l.file(form, id)
		}
	}
}

// american files a verb in -el under its forms with one l: "labeled", "canceling".
func (l *loader) american(head string, id uint16) {
	row, irregular := l.forms.Row(head)
	if !irregular || !strings.HasSuffix(head, "l") || row.Field(1) != head+"led" {
		return
	}
	forms := [4][]byte{[]byte(head), []byte(head + "ed"), []byte(head + "ed"), []byte(head + "ing")}
	l.remember(head, forms)
	l.file(forms[1], id)
	l.file(forms[3], id)
}

// file puts a list under form, with the entries of another word that share it.
func (l *loader) file(form []byte, list uint16) {
	f := &l.facts[l.number(form)]
	if f.list != 0 {
		both := slices.Concat(l.entriesOf(f), l.entriesOf(&facts{list: list}))
		l.lists = append(l.lists, l.list(both))
		list = uint16(len(l.lists) - 1)
	}
	f.list = list
}

// number is the number of a word, which is new if need be.
func (l *loader) number(word []byte) int {
	n := l.numbers.Add(string(word))
	if n == len(l.facts) {
		l.facts = append(l.facts, facts{})
		if compoundOf(string(word)) != nil {
			l.facts[n].kinds = kCompound
		}
	}
	return n
}

func (l *loader) mark(word []byte, k kinds) { l.facts[l.number(word)].kinds |= k }

func (l *loader) kind(word string, k kinds) {
	if k&(kGood|kBad|kFalse) != 0 && strings.Contains(word, " ") {
		words := strings.Fields(word)
		l.idioms = append(l.idioms, idiom{words, k})
		l.mark([]byte(words[0]), kIdiom)
		return
	}
	l.mark([]byte(word), k)
	switch {
	case k&(kDamage|kBenefit|kSame|kPlan|kRefuse|kFail|kStop|kAsk|kFor|kLight|kReverse|kSay|kYield|kUndo|kOfficial|kDenied) != 0:
		head, rest, many := strings.Cut(word, " ")
		for _, form := range l.verbForms(head) {
			if many {
				form = append(append(slices.Clone(form), ' '), rest...)
			}
			l.mark(form, k)
		}
	case k&(kPolicy|kTurn|kPurpose|kPriority|kTime|kEvidence|kHarm|kMessage|kPatient|kKin|kGrant|kTrigger|kForce|kStriving|kDelegate|kCrowd|kJudged) != 0:
		l.mark(plural(l.buf[:0], word), k)
	}
}

// verbForms are the forms of a verb other than its lemma: -s, past, participle,
// -ing. They are valid until the next call, and are remembered as its forms.
func (l *loader) verbForms(lemma string) [4][]byte {
	b := third(l.buf[:0], lemma)
	s := len(b)
	row, irregular := l.forms.Row(lemma)
	ends := [3]int{}
	for i := range ends {
		switch {
		case irregular:
			b = append(b, row.Field(i+1)...)
		case i < 2:
			b = past(b, lemma)
		default:
			b = ingForm(b, lemma)
		}
		ends[i] = len(b)
	}
	f := [4][]byte{b[:s:s], b[s:ends[0]:ends[0]], b[ends[0]:ends[1]:ends[1]], b[ends[1]:ends[2]:ends[2]]}
	l.remember(lemma, f)
	return f
}

// remember makes lemma the base of forms that have none.
func (l *loader) remember(lemma string, forms [4][]byte) {
	entered := false
	for _, form := range forms {
		if string(form) == lemma {
			continue
		}
		f := &l.facts[l.number(form)]
		if f.base != 0 {
			continue
		}
		if !entered {
			l.bases, entered = append(l.bases, lemma), true
		}
		f.base = uint16(len(l.bases) - 1)
	}
}
