package tag

import (
	_ "embed"
	"math/bits"
	"strings"
	"sync"

	"dossier/parse/internal/token"
)

// The tags that a word may take are few, and the fewer they are the less there is
// to score; a word that may take one only is settled. The dictionary lists them for
// what it knows; of other words the ending tells, and the capital.

// proper are the tags of names.
const proper = 1<<NNP | 1<<NNPS

// bare are the tags of an unknown word in small letters whose ending says nothing.
const bare = 1<<NN | 1<<JJ | 1<<VB | 1<<VBP

// endingsTSV lists what unknown words can be by their endings.
//
//go:embed endings.tsv
var endingsTSV string

// candidatesTSV lists what words can be of which the dictionary knows less.
//
//go:embed candidates.tsv
var candidatesTSV string

// endings and listed are the two lists: sets of tags.
var (
	endings = sync.OnceValue(func() map[string]uint64 { return tagSets(endingsTSV) })
	listed  = sync.OnceValue(func() map[string]uint64 { return tagSets(candidatesTSV) })
)

// tagSets reads lines of a key and its tags.
func tagSets(tsv string) map[string]uint64 {
	sets := map[string]uint64{}
	for line := range strings.Lines(tsv) {
		key, list, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || key[0] == '#' {
			continue
		}
		for name := range strings.SplitSeq(list, ",") {
			sets[key] |= 1 << Named(name)
		}
	}
	return sets
}

const (
	longestEnding = 8 // bytes, of endings.tsv
	shortestStem  = 2 // bytes, before an ending: "fly" has none
)

// byEnding is what a word in lower case can be by its longest ending that is
// listed.
func byEnding(low string) uint64 {
	for n := min(longestEnding, len(low)-shortestStem); n > 0; n-- {
		if set := endings()[low[len(low)-n:]]; set != 0 {
			return set
		}
	}
	return bare
}

// candidates are the tags that token k may take, where entry is what the dictionary
// has of it; start: no word stands before it in its sentence.
func (s *Sentence) candidates(entry Weights, d *token.Doc, k int, start bool) uint64 {
	shape := d.Tokens[k].Shape
	telling := shape&token.Capital != 0 && !start && !s.shouting // its capital says something
	if s.Free {
		return s.free(entry, telling)
	}
	set := listed()[d.Low(k)]
	if set != 0 {
		if telling || set&(set-1) != 0 && shape&token.Capital != 0 {
			set |= proper
		}
		return set
	}
	if entry == "" {
		return s.unknown(d, k, start)
	}
	for i := 0; i < len(entry); i += 2 {
		set |= 1 << entry[i] & scored
	}
	switch sure := entry[1] == Sure; {
	case sure && (!telling || set&proper != 0 || set&(open|1<<DT) == 0 && shape&token.Upper == 0):
		return 1 << entry[0] // "And" and "Monday", not "Street", "IT" or "Jo The Fox Brandt"
	case !sure && entry[1] < Known:
		set |= byEnding(d.Low(k))
	}
	if shape&token.Capital != 0 {
		set |= proper
	}
	return set
}

// free are candidates as training reads them: the tag of a word that has one, else
// those of the dictionary and all that an unknown word could take. So the weights
// learn what the rules here would keep from them.
func (s *Sentence) free(entry Weights, telling bool) uint64 {
	if entry != "" && entry[1] == Sure && !telling {
		return 1 << entry[0]
	}
	set := uint64(open)
	for i := 0; i < len(entry); i += 2 {
		set |= 1 << entry[i] & scored
	}
	return set
}

// unknown are the tags that token k may take, a word that the dictionary lacks.
func (s *Sentence) unknown(d *token.Doc, k int, start bool) uint64 {
	low, shape := d.Low(k), d.Tokens[k].Shape
	switch {
	case s.shouting || shape&(token.Digit|token.Hyphen) != 0:
		return open
	case shape&token.Capital == 0:
		if len(low) < 4 || !letters(low) {
			return open
		}
		return byEnding(low)
	case start:
		return byEnding(low) | proper
	}
	return unknownName(low, shape)
}

// letters reports a word of the letters a to z. The token's shape does not tell: of a
// word beside certain marks it leaves that open, and what a word may be must not
// depend on where it stood first.
func letters(low string) bool {
	for i := range len(low) {
		if low[i] < 'a' || low[i] > 'z' {
			return false
		}
	}
	return true
}

// unknownName are the tags of an unknown word with a capital in mid-sentence: a name,
// unless its ending is that of "Ostrovian", "Ostrows" or "Voting".
func unknownName(low string, shape token.Shape) uint64 {
	if shape&token.Upper != 0 {
		return 1 << NNP
	}
	switch {
	case strings.HasSuffix(low, "s"):
		return proper | 1<<NNS | 1<<NN
	case strings.HasSuffix(low, "an"), strings.HasSuffix(low, "ese"), strings.HasSuffix(low, "ish"),
		strings.HasSuffix(low, "ic"), strings.HasSuffix(low, "al"):
		return 1<<NNP | 1<<JJ
	case strings.HasSuffix(low, "ing"), strings.HasSuffix(low, "ed"), strings.HasSuffix(low, "ly"):
		return 1<<NNP | byEnding(low)
	}
	return 1 << NNP
}

// only is the tag of a set that holds one, else None.
func only(set uint64) Tag {
	if set == 0 || set&(set-1) != 0 {
		return None
	}
	return Tag(bits.TrailingZeros64(set))
}
