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

// entries is the cue lexicon by lemma.
var entries = sync.OnceValue(func() map[string]entry {
	rows := cueTable().Rows
	m := make(map[string]entry, len(rows))
	for _, row := range rows {
		lemma := row.Key()
		m[lemma] = entry{lemma, row.Field(1), strength(row.Field(2)), row.Field(3), "cue:" + lemma}
	}
	return m
})

func lookup(lemma string) (entry, bool) {
	e, ok := entries()[lemma]
	if stem, british := strings.CutSuffix(lemma, "ise"); !ok && british {
		e, ok = entries()[stem+"ize"]
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
