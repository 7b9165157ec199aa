package actor

import (
	"strings"
	"testing"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/quote"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// news is an invented report, the text of the benchmarks.
const news = `Harbour talks to go on despite walkout, minister says

The government of Norland will keep talking to the dockers' union, Transport Minister Ada Brenn said on Wednesday, after its leader left the table.

“We regret the walkout, but the door is open,” Brenn told reporters in Halmsund, according to the Coastal News Agency. “I have asked the mediators to stay until Friday.”

Tom Kolm, the union's chairman, said the ministry had broken its word. He accused Moscow and Brussels of interfering in the dispute, and called on the United Nations Conference on Trade to send observers.

The Norland Ports Authority (NPA), which runs six terminals, rejected the charge. “It is not true that we were paid by anybody,” NPA spokeswoman Ines Quill said. She added that some 400 workers had returned, including 30 engineers from the Halmsund Shipyard Ltd.

Opposition lawmakers in the capital demanded an inquiry. The Liberal Party's Maria van der Hoek, a former finance minister, told Channel Nine that the prime minister should have acted earlier; several experts from the University of Eastmark agreed with her.

Rebels in the northern province of Torvik have meanwhile threatened to block the railway, a senior official of the interior ministry said on condition of anonymity. The Russian envoy to Norland, Pavel Orlov, denied that his country had supplied them.`

// listed is the user's list of the examples.
var listed = NewGazetteer([]Known{
	{Name: "Maren Listed", Aliases: []string{"Tidewater Circle"}, Kind: article.KindPerson, ID: "Q1"},
})

// document splits text into paragraphs as the readers do.
func document(text string) (*token.Doc, []tag.Tag, *quotemark.Set) {
	var blocks []article.Block
	var all []int
	at := 0
	for part := range strings.SplitSeq(text, "\n\n") {
		if part != "" {
			kind := article.BlockParagraph
			if at == 0 && len(part) < 100 && !strings.HasSuffix(part, ".") {
				kind = article.BlockTitle
			}
			all = append(all, len(blocks))
			blocks = append(blocks, article.Block{Kind: kind, Span: article.Span{Start: at, End: at + len(part)}})
		}
		at += len(part) + 2
	}
	d := token.Split(text, blocks, all)
	tags := tag.Tags(d)
	return d, tags, quotemark.Find(d, tags)
}

func resolve(text string) (*token.Doc, *mention.Set, Result) {
	d, tags, marks := document(text)
	ms := mention.Find(d, tags, marks)
	listed.Mark(d, tags, ms)
	return d, ms, listed.Resolve(d, tags, marks, ms, quote.Find(d, tags, marks, ms))
}

func BenchmarkMentions(b *testing.B) {
	text := strings.Repeat(news+"\n\n", 20)
	d, tags, marks := document(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		mention.Find(d, tags, marks)
	}
}

func BenchmarkArticle(b *testing.B) {
	d, tags, marks := document(news)
	ms := mention.Find(d, tags, marks)
	quotes := quote.Find(d, tags, marks, ms)
	b.SetBytes(int64(len(news)))
	b.ReportAllocs()
	for b.Loop() {
		ms := mention.Find(d, tags, marks)
		Resolve(d, tags, marks, ms, quotes)
	}
}

func BenchmarkResolve(b *testing.B) {
	d, tags, marks := document(news)
	ms := mention.Find(d, tags, marks)
	quotes := quote.Find(d, tags, marks, ms)
	b.SetBytes(int64(len(news)))
	b.ReportAllocs()
	for b.Loop() {
		Resolve(d, tags, marks, ms, quotes)
	}
}

func BenchmarkLong(b *testing.B) {
	text := strings.Repeat(news+"\n\n", 100)
	d, tags, marks := document(text)
	ms := mention.Find(d, tags, marks)
	quotes := quote.Find(d, tags, marks, ms)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Resolve(d, tags, marks, ms, quotes)
	}
}
