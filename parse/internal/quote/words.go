package quote

import (
	"strings"
	"sync"

	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

var (
	cueTable  = lexicon.Open("cues")
	nounTable = lexicon.Open("cue_nouns")
)

// entry is what the lexicon knows of a cue verb.
type entry struct {
	lemma    string
	class    string // speech, mental, fact, seem
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
	byLemma map[string]entry
	opens   [1 << 10]bool // by the first two letters of a form: whether a cue opens so
}

var entries = sync.OnceValue(func() *cueWords {
	rows := cueTable().Rows()
	w := &cueWords{byLemma: make(map[string]entry, len(rows))}
	for _, row := range rows {
		lemma := row.Key()
		w.byLemma[lemma] = entry{lemma, row.Field(1), strength(row.Field(2)), row.Field(3), "cue:" + lemma}
		w.opens[opening(lemma)] = true
	}
	tag.Irregular()(func(form, base string, _ []tag.Tag) bool {
		if _, ok := w.byLemma[base]; ok {
			w.opens[opening(form)] = true
		}
		return true
	})
	return w
})

// opening is the first two letters of a word as a number.
func opening(low string) int {
	if len(low) < 2 {
		return 0
	}
	return int(low[0]&31)<<5 | int(low[1]&31)
}

// maybe reports whether a form in lower case may be that of a cue: a cheap look
// before its lemma is asked for.
func (w *cueWords) maybe(low string) bool { return w.opens[opening(low)] && !auxiliary(low) }

func lookup(lemma string) (entry, bool) {
	words := entries().byLemma
	e, ok := words[lemma]
	if stem, british := strings.CutSuffix(lemma, "ise"); !ok && british {
		e, ok = words[stem+"ize"]
	}
	return e, ok
}

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
