package mention

import (
	"strings"
	"testing"

	"dossier/article"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

func parse(text string) (*token.Doc, *Set) {
	b := []article.Block{{Kind: article.BlockParagraph, Span: article.Span{End: len(text)}}}
	d := token.Split(text, b, []int{0})
	tags := tag.Tags(d)
	return d, Find(d, tags, quotemark.Find(d, tags))
}

// TestPhrases: phrases in brackets, one that renames the one before after "=".
func TestPhrases(t *testing.T) {
	for _, want := range []string{
		"[Norland's transport minister] spoke to [reporters] in [the town] of [Torvik].",
		"[EU foreign policy chief Federica Holm] left on [Wednesday].",
		"[The firm] rejected [an unsolicited $4 billion offer] and paid $[5 million].",
		"[The then home secretary], =[Ada Brenn], left; [the mayor] then left.",
		"[At least 70 people] were hurt, [the police] said.",
		"[Moscow] and [Tehran] rejected [the plan].",
		"[Staffan de Holm], =[UN special envoy] for [Norland], said [he] agreed.",
		"[The minister], =[Ada Brenn], met [Tom Kolm].",
		"[Ada Brenn], [Tom Kolm] and [the mayor] met.",
		"[Its leader] blamed [the Norland Ports Authority] ([NPA]).",
		"[Kremlin spokesman Pavel Orlov] said [Friday] that [nothing] had changed.",
		"[The Syrian armed forces] took [a rebel weapons storage site].",
	} {
		d, s := parse(strings.NewReplacer("[", "", "]", "", "=", "").Replace(want))
		if got := bracket(d, s); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func bracket(d *token.Doc, s *Set) string {
	var b strings.Builder
	at := 0
	renames := map[int32]bool{}
	for i := range s.Phrases {
		p := &s.Phrases[i]
		span := d.Span(int(p.First), int(p.End))
		b.WriteString(d.Text[at:span.Start])
		if renames[int32(i)] {
			b.WriteByte('=')
		}
		if p.Apposition >= 0 {
			renames[p.Apposition] = true
		}
		b.WriteString("[" + span.In(d.Text) + "]")
		at = span.End
	}
	return b.String() + d.Text[at:]
}

// TestHeads: the head of a phrase and what hangs on it.
func TestHeads(t *testing.T) {
	for _, c := range []struct{ text, phrase, head, full string }{
		{"Transport Minister Ada Brenn left.", "Transport Minister Ada Brenn", "Brenn", "Transport Minister Ada Brenn"},
		{"Karl Ostrow Jr. left.", "Karl Ostrow Jr.", "Ostrow", "Karl Ostrow Jr."},
		{"The envoy to the UN has resigned.", "The envoy", "envoy", "The envoy to the UN"},
		{"The government of Norland fell.", "The government", "government", "The government of Norland"},
	} {
		d, s := parse(c.text)
		p := s.Phrases[s.PhraseAt(0)]
		phrase, full := d.Span(int(p.First), int(p.End)).In(d.Text), d.Span(int(p.First), int(p.FullEnd)).In(d.Text)
		if head := d.Word(int(p.Head)); phrase != c.phrase || head != c.head || full != c.full {
			t.Errorf("%s: phrase %q, head %q, full %q", c.text, phrase, head, full)
		}
	}
}
