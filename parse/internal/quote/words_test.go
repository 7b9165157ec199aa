package quote

import (
	"testing"

	"dossier/parse/internal/tag"
)

// TestOpens: the look at how a word opens lets every form of a cue pass.
func TestOpens(t *testing.T) {
	w := entries()
	tags := []tag.Tag{tag.VBZ, tag.VBD, tag.VBN, tag.VBG, tag.VBP}
	for lemma := range w.byLemma {
		n, last := len(lemma), lemma[len(lemma)-1:]
		stem := lemma[:n-1]
		forms := []string{lemma, lemma + "s", lemma + "es", lemma + "ed", lemma + "d", lemma + "ing",
			lemma + last + "ed", lemma + last + "ing", stem + "ing", stem + "ies", stem + "ied"}
		for _, form := range forms {
			for _, pos := range tags {
				if w.byLemma[tag.Lemma(form, pos)] != nil && entryOf(form, pos) == nil {
					t.Errorf("%s is a form of %s that opens like none", form, tag.Lemma(form, pos))
				}
			}
		}
	}
	tag.Irregular()(func(form, base string, tags []tag.Tag) bool {
		if w.byLemma[base] != nil && w.byLemma[tag.Lemma(form, tags[0])] != nil && entryOf(form, tags[0]) == nil {
			t.Errorf("%s is a form of %s that opens like none", form, base)
		}
		return true
	})
}
