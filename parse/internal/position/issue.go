package position

import (
	"strings"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// An issue is a short noun phrase that names what a position is about. It is
// read where the cue's frame has it, else off a target that is no actor.

// maxIssueWords keeps a heading short enough for a column.
const maxIssueWords = 6

// issue is the heading of d, "" if nothing names one.
func (r *reader) issue(d *draft, t party) article.Opt {
	at := d.issue
	if at[0] >= at[1] && t.actor < 0 && t.kind != article.TargetUnspecified {
		at = [2]int{t.first, t.end}
	}
	if at[0] >= at[1] && t.owner {
		at = [2]int{t.first, t.end}
	}
	return article.Opt(r.heading(at[0], at[1]))
}

// heading is the tokens [i, j) as a heading: no article or possessor in front,
// cut at a comma or relative clause, lower case but for names.
func (r *reader) heading(i, j int) string {
	for i < j && (r.tags[i] == tag.DT || r.tags[i] == tag.PRPS || r.tags[i] == tag.PDT || r.tags[i] == tag.TO || r.tags[i] == tag.CD || r.tags[i] == tag.POS) {
		i++
	}
	end := i
	for end < j && end-i < maxIssueWords {
		t := r.tags[end]
		if t == tag.PunctComma || t == tag.WDT || t == tag.WP || t == tag.PunctEnd || t == tag.PunctColon || t == tag.MD || r.quoteMark(end) {
			break
		}
		end++
	}
	for end > i && (r.tags[end-1] == tag.IN || r.tags[end-1] == tag.TO || r.tags[end-1] == tag.DT || r.tags[end-1] == tag.CC || r.tags[end-1] == tag.PRPS || r.tags[end-1] == tag.JJ && end < j || r.tags[end-1] == tag.POS) {
		end--
	}
	var b strings.Builder
	for k := i; k < end; k++ {
		if k > i && r.d.Tokens[k-1].End != r.d.Tokens[k].Start {
			b.WriteByte(' ')
		}
		if r.tags[k].Proper() || k > r.first && r.word(k) != r.low(k) {
			b.WriteString(r.word(k))
		} else {
			b.WriteString(r.low(k))
		}
	}
	return b.String()
}

// keyword is the word by which two headings are one issue: the longest content
// word's stem.
func keywords(heading string) []string {
	var out []string
	for w := range strings.FieldsSeq(strings.ToLower(heading)) {
		w = strings.Trim(w, ".,'’\"")
		if len(w) < 4 || fillers.Has(w) {
			continue
		}
		out = append(out, stem(w))
	}
	return out
}

var fillers = lexicon.WordsOf(
	"with", "from", "that", "this", "their", "over", "into",
	"against", "having", "being", "what", "more", "some", "many",
	"dozens", "number", "any", "such", "other",
)

// stem cuts the endings that part the forms of one word.
func stem(w string) string {
	for _, s := range [...]string{"ings", "ing", "ions", "ion", "ies", "ed", "es", "s", "e", "y"} {
		if len(w) > len(s)+3 && strings.HasSuffix(w, s) {
			return w[:len(w)-len(s)]
		}
	}
	return w
}

// headings gathers headings that share half of their keywords or more under the
// first of them.
type headings struct {
	names []string
	sizes []int            // how many keywords each has
	heads []string         // the last keyword of each
	by    map[string][]int // keyword -> headings that have it
}

func commonHeadings(ps []*found) {
	h := headings{by: map[string][]int{}}
	for i := range ps {
		if name := string(ps[i].Issue); name != "" {
			ps[i].Issue = article.Opt(h.name(name))
		}
	}
}

// name is the common heading for name.
func (h *headings) name(name string) string {
	keys := keywords(name)
	hits := map[int]int{}
	best := -1
	for _, k := range keys {
		for _, c := range h.by[k] {
			hits[c]++
			n, small := hits[c], min(len(keys), h.sizes[c])
			if 2*n == small && (k != keys[len(keys)-1] || k != h.heads[c]) {
				continue // "rebel positions" are not "the arming of rebels"
			}
			if 2*n >= small && (best < 0 || n > hits[best] || n == hits[best] && c < best) {
				best = c
			}
		}
	}
	if best >= 0 {
		return h.names[best]
	}
	h.names, h.sizes = append(h.names, name), append(h.sizes, len(keys))
	h.heads = append(h.heads, last(keys))
	for _, k := range keys {
		if list := h.by[k]; len(list) < 16 {
			h.by[k] = append(list, len(h.names)-1)
		}
	}
	return name
}

// last is the last of words, "" if there are none.
func last(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
