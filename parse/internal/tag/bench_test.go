package tag

import (
	"strings"
	"testing"

	"dossier/article"
	"dossier/parse/internal/token"
)

// wire is about 1 kB of invented wire copy.
const wire = `Transport Minister Ada Brenn said on Tuesday that the U.S.-led talks had "failed for now", but she didn't rule out a new round. “We are ready,” she told reporters in Moscow. “Why would we not be?”

The ministry's spokesman, Lt. Gen. Pavel Orlov, put the cost at $1.25 billion, or 4.5% of the budget for 2017–2018. He said the state-of-the-art line, which is to open on Sept. 4, would carry 12,000 passengers a day; critics call it “a monument to waste”. "It is," said Jo van Dael, D-N.C., "and everyone knows it."

Opponents - among them the mayors of seven cities - have asked the court to halt the work. The court will hear them at 10:30 a.m. on Thursday. It hasn't said how long it will take ... A ruling isn't expected before the summer. Read more at https://example.com/lines?id=12 or follow @brennline and #oneline.

`

func BenchmarkTags(b *testing.B) {
	d := split(strings.Repeat(wire, 100))
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Tags(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// split tokenises text, a block between blank lines.
func split(text string) *token.Doc {
	var blocks []article.Block
	var read []int
	start := 0
	for part := range strings.SplitSeq(text, "\n\n") {
		blocks = append(blocks, article.Block{
			Kind: article.BlockParagraph,
			Span: article.Span{Start: start, End: start + len(part)},
		})
		read = append(read, len(read))
		start += len(part) + 2
	}
	return token.Split(text, blocks, read)
}
