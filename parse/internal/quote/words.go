package quote

import (
	"strings"
	"sync"
	"sync/atomic"

	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

var (
	cueTable  = lexicon.Open("cues")
	nounTable = lexicon.Open("cue_nouns")
)

// entry is what the lexicon knows of a cue verb.
type entry struct {
	lemma    string
	class    string // speech, mental, fact
	strength int    // 3 high, 2 medium, 1 low
	frames   string
	named    string // the lemma as a feature's name
}

// feature is the name by which a quote's features list the cue.
func (e *entry) feature() string {
	if e.named != "" {
		return e.named
	}
	return "cue:" + e.lemma
}

// cueWords is the cue lexicon.
type cueWords struct {
	byLemma map[string]*entry
	opens   [1 << 15]bool // by the first three letters of a form: whether a cue opens so
}

var entries = sync.OnceValue(func() *cueWords {
	rows := cueTable().Rows()
	w := &cueWords{byLemma: make(map[string]*entry, len(rows))}
	all := make([]entry, len(rows))
	for i, row := range rows {
		lemma := row.Key()
		all[i] = entry{lemma, row.Field(1), strength(row.Field(2)), row.Field(3), "cue:" + lemma}
		w.byLemma[lemma] = &all[i]
		w.open(lemma)
	}
	tag.Irregular()(func(form, base string, _ []tag.Tag) bool {
		if _, ok := w.byLemma[base]; ok {
			w.open(form)
		}
		return true
	})
	return w
})

// open enters how the forms of a word open. They keep all its letters but the
// last: of a short word ("cry", "cried") the third letter may be any.
func (w *cueWords) open(word string) {
	if len(word) > 3 {
		w.opens[opening(word)] = true
		return
	}
	from := opening(word) &^ 31
	for i := range w.opens[from : from+32] {
		w.opens[from+i] = true
	}
}

// opening is the first three letters of a word as a number.
func opening(low string) int {
	n := 0
	for i := range 3 {
		n <<= 5
		if i < len(low) {
			n |= int(low[i] & 31)
		}
	}
	return n
}

// cueVerb is the entry of the cue verb that token i is a form of where its tag is
// t, nil if there is none. Each form is looked up once.
func (r *reader) cueVerb(i int, t tag.Tag) *entry {
	if t < tag.VB || t > tag.VBZ {
		return entryOf(r.low(i), t)
	}
	n := r.d.Ask(reports, i)
	if n == 0 {
		return nil
	}
	return reporting.at(n)[t-tag.VB]
}

// readings are the entries of one form, by its tag from VB on.
type readings [tag.VBZ - tag.VB + 1]*entry

// reports knows the forms of cue verbs: their numbers in reporting.
var reports = token.NewMemo(func(low string) int {
	var of readings
	for t := tag.VB; t <= tag.VBZ; t++ {
		of[t-tag.VB] = entryOf(low, t)
	}
	if of == (readings{}) {
		return 0
	}
	return reporting.add(low, of)
})

// reporting is the forms of cue verbs that texts have held.
var reporting formList

// formList numbers forms from 1. Articles are read side by side: a form is added
// under a lock, and found without one.
type formList struct {
	mu      sync.Mutex
	numbers map[string]int
	list    atomic.Pointer[[]readings]
}

func (l *formList) add(low string, of readings) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	if n, ok := l.numbers[low]; ok {
		return n
	}
	var list []readings
	if old := l.list.Load(); old != nil {
		list = *old
	} else {
		l.numbers = map[string]int{}
	}
	list = append(list, of) // who reads the old list does not look behind its end
	l.list.Store(&list)
	l.numbers[strings.Clone(low)] = len(list)
	return len(list)
}

func (l *formList) at(n int) *readings { return &(*l.list.Load())[n-1] }

// entryOf is the entry of the cue verb that has the form low where its tag is t,
// nil if there is none. How a form opens is a cheap look before its lemma is asked
// for.
func entryOf(low string, t tag.Tag) *entry {
	w := entries()
	if !w.opens[opening(low)] {
		return nil
	}
	lemma := tag.Lemma(low, t)
	e := w.byLemma[lemma]
	if stem, british := strings.CutSuffix(lemma, "ise"); e == nil && british {
		e = w.byLemma[stem+"ize"]
	}
	return e
}

// unknown is the entry of a verb of which only the place matters.
var unknown = &entry{}

func strength(word string) int {
	switch word {
	case "high":
		return 3
	case "medium":
		return 2
	}
	return 1
}

// auxiliary reports forms of have, be and do.
func auxiliary(low string) bool {
	switch low {
	case "have", "has", "had", "having", "'ve", "’ve", "'s", "’s", "'d", "’d", "do", "does", "did",
		"is", "are", "was", "were", "be", "been", "being", "'re", "’re", "'m", "’m", "am", "'ll", "’ll":
		return true
	}
	return false
}

func copula(low string) bool {
	switch low {
	case "is", "are", "was", "were", "be", "been", "being", "'re", "’re", "'m", "’m", "am", "get", "got", "gets":
		return true
	}
	return false
}

func negation(low string) bool {
	switch low {
	case "not", "n't", "n’t", "never", "hardly", "nor":
		return true
	}
	return false
}

// adverbTag reports what may stand between a subject and its verb.
func adverbTag(t tag.Tag) bool { return t == tag.RB || t == tag.RBR || t == tag.RBS }

// dayWord reports words that tell when.
func dayWord(low string) bool {
	switch low {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"yesterday", "today", "tonight", "earlier", "later", "recently",
		"mon.", "tues.", "wed.", "thurs.", "fri.", "sat.", "sun.":
		return true
	}
	return false
}

func monthWord(low string) bool {
	switch low {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september",
		"october", "november", "december", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.":
		return true
	}
	return false
}

// mediaNoun reports how speech is carried: "in a statement", "on Twitter".
func mediaNoun(low string) bool {
	switch low {
	case "statement", "interview", "interviews", "speech", "letter", "email", "e-mail", "tweet", "tweets",
		"post", "release", "conference", "briefing", "message", "memo", "report", "remarks", "video", "article",
		"column", "op-ed", "editorial", "essay", "book", "testimony", "appearance", "address", "call", "note",
		"twitter", "facebook", "television", "tv", "radio", "parliament", "debate", "rally", "hearing",
		"telegram", "x", "instagram", "affidavit", "filing", "complaint", "brief", "communique", "communiqué", "blog":
		return true
	}
	return false
}

// agency reports words that make a name that of a carrier.
func agency(low string) bool {
	switch low {
	case "interfax", "tass", "reuters", "ap", "afp", "xinhua", "tasnim", "dpa", "upi", "ria", "anadolu",
		"bloomberg", "kyodo", "yonhap", "cnn", "bbc", "nbc", "cbs", "abc", "msnbc", "rt", "ansa", "efe", "pti", "irna":
		return true
	}
	return false
}
