package export

import "strings"

// longestDateline is how far into a paragraph its dateline can reach, in bytes.
const longestDateline = 120

// undated is s, the start of a paragraph, without the article's dateline: "HALMSUND, May 3
// (Reuters) - The talks …" tells where and when, not what. It is s as it stands where it
// does not open with the place or agency that the article states.
func (v *view) undated(s string) string {
	d := v.Dateline
	if d == nil {
		return s
	}
	head := s[:min(len(s), longestDateline)]
	at := 0
	for _, part := range [...]string{string(d.Place), string(d.Agency)} {
		i := strings.Index(head[at:], part)
		if part == "" || i < 0 {
			continue
		}
		if at == 0 && i > 0 && !(i == 1 && head[0] == '(') {
			return s
		}
		at += i + len(part)
	}
	if at == 0 {
		return s
	}
	first, n := -1, 0
	for _, end := range [...]string{"—", "–", "―", "--", " - ", "/. "} {
		if i := strings.Index(head[at:], end); i >= 0 && (first < 0 || i < first) {
			first, n = i, len(end)
		}
	}
	if first >= 0 {
		return strings.TrimLeft(s[at+first+n:], " \u00a0\n")
	}
	if rest, ok := strings.CutPrefix(s[at:], ") "); ok {
		return rest
	}
	return s
}
