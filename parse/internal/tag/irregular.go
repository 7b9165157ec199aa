package tag

import (
	_ "embed"
	"strings"
)

// irregularTSV lists forms of verbs and nouns that follow no rule.
//
//go:embed irregular.tsv
var irregularTSV string

// Irregular yields each irregular form with its dictionary form and its tags,
// in the order of the list.
func Irregular() func(yield func(form, base string, tags []Tag) bool) {
	return func(yield func(form, base string, tags []Tag) bool) {
		for line := range strings.Lines(irregularTSV) {
			form, rest, ok := strings.Cut(strings.TrimSpace(line), "\t")
			base, list, _ := strings.Cut(rest, "\t")
			if !ok || form[0] == '#' {
				continue
			}
			var tags []Tag
			for name := range strings.SplitSeq(list, ",") {
				tags = append(tags, Named(name))
			}
			if !yield(form, base, tags) {
				return
			}
		}
	}
}
