package token

import (
	"strings"
	"testing"

	"dossier/article"
)

// newsish is about 1 kB of invented wire copy.
const newsish = `Transport Minister Ada Brenn said on Tuesday that the U.S.-led talks had "failed for now", but she didn't rule out a new round. “We are ready,” she told reporters in Moscow. “Why would we not be?”

The ministry's spokesman, Lt. Gen. Pavel Orlov, put the cost at $1.25 billion, or 4.5% of the budget for 2017–2018. He said the state-of-the-art line, which is to open on Sept. 4, would carry 12,000 passengers a day; critics call it “a monument to waste”. "It is," said Jo van Dael, D-N.C., "and everyone knows it."

Opponents - among them the mayors of seven cities - have asked the court to halt the work. The court will hear them at 10:30 a.m. on Thursday. It hasn't said how long it will take ... A ruling isn't expected before the summer. Read more at https://example.com/lines?id=12 or follow @brennline and #oneline.

`

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat(newsish, 100)
	a, read := paragraphs(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Split(text, a, read)
	}
}

// paragraphs makes a block of every stretch between blank lines.
func paragraphs(text string) ([]article.Block, []int) {
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
	return blocks, read
}

// BenchmarkWorst measures a megabyte without a paragraph of what could tempt
// the scanner to look ahead again and again.
func BenchmarkWorst(b *testing.B) {
	for _, unit := range []string{
		"word ", "a.b.", "ab.ab.", "\"", "'", ". ", "...", "(", "? ((", "'s", "n't", "-", "- ", "a-", "@", "#a", "?!",
		"Mr. ", "U.S. ", "”. ", "\"? A ", "a@", "x_", "’", "́", "1,", "$", "The? ", "www.", "http://a", "a\n", "'. ", "[1].",
	} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		b.Run(strings.TrimSpace(unit), func(b *testing.B) {
			paragraph := []article.Block{{Kind: article.BlockParagraph, Span: article.Span{End: len(text)}}}
			title := []article.Block{{Kind: article.BlockTitle, Span: article.Span{End: len(text)}}}
			b.SetBytes(int64(2 * len(text)))
			for b.Loop() {
				Split(text, paragraph, []int{0})
				Split(text, title, []int{0})
			}
		})
	}
}
