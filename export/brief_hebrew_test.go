package export

import (
	"math"
	"os"
	"os/exec"
	"strings"
	"testing"

	"dossier/article"
	"dossier/formats/pdf"
)

// hebrewFace is a face of this machine that has Hebrew letters.
func hebrewFace(t *testing.T) []byte {
	out, err := exec.Command(tool(t, "fc-match"), "-f", "%{file}", "DejaVu Sans:lang=he").Output()
	if err != nil {
		t.Fatal(err)
	}
	face, err := os.ReadFile(string(out))
	if err != nil {
		t.Fatal(err)
	}
	if d, err := pdf.New("a4", face); err != nil || d.Shapeless("אבגדהוזחטיכלמנסעפצקרשת") > 0 {
		t.Skip("no TrueType face with Hebrew letters here")
	}
	return face
}

// hebrewArticle has a title, a date in English, a paragraph that begins with a
// Latin name, and a quotation in the middle of another.
func hebrewArticle(t *testing.T) *article.Article {
	blocks := []struct {
		kind  article.BlockKind
		words string
	}{
		{article.BlockTitle, "המועצה דוחה את מכירת הנמל"},
		{article.BlockDate, "12 March 2024"},
		{article.BlockParagraph, "מועצת העיר הצביעה נגד מכירת הנמל, ו-Coast Party הודיעה כי תצטרף לשביתה. " + strings.Repeat("ההצבעה נמשכה עד חצות. ", 9)},
		{article.BlockParagraph, "לדבריה, \"החוזה עומד בעינו\", והיא חזרה על כך."},
	}
	a := &article.Article{ID: "x", Language: article.Language{Tag: "he"}, Title: article.Opt(blocks[0].words)}
	ordinal := 0
	for i, x := range blocks {
		x.words = strings.TrimSpace(x.words)
		if i > 0 {
			a.Text += "\n\n"
		}
		block := article.Block{ID: "b", Kind: x.kind, Span: article.Span{Start: len(a.Text), End: len(a.Text) + len(x.words)}}
		if x.kind == article.BlockParagraph {
			ordinal++
			n := ordinal
			block.Ordinal = &n
		}
		a.Text += x.words
		a.Blocks = append(a.Blocks, block)
	}
	at := strings.Index(a.Text, "החוזה")
	const words = "החוזה עומד בעינו"
	a.Quotes = []article.Quote{{ID: "q1", Kind: article.QuoteDirect, Text: words, Spans: []article.Span{{Start: at, End: at + len(words)}}, Confidence: 1}}
	return a
}

// TestBriefRightToLeft: what runs from right to left stands at the right, its
// highlight is no wider than the words, and the marks keep their places.
func TestBriefRightToLeft(t *testing.T) {
	b := composed(t, hebrewArticle(t), Options{Font: hebrewFace(t)})
	column := b.left() + b.source.gutter + b.source.width()
	lines, quoted := 0, 0
	for _, p := range b.doc.Pages() {
		for _, x := range p.TextBoxes() {
			end := x.X + x.W
			switch hebrew := strings.ContainsFunc(x.Text, func(r rune) bool { return r >= 0x5D0 && r <= 0x5EA }); {
			case x.Text == "Q1" && x.X < column:
				t.Errorf("the tag Q1 stands at %.1f, inside the column that ends at %.1f", x.X, column)
			case x.Text == "12 March 2024" && x.X > b.left()+b.source.gutter+1:
				t.Errorf("the line in English stands at %.1f", x.X)
			case !hebrew:
			case near(end, column):
				lines++
			case near(end, b.right()-quoteIndent):
				quoted++
			case !near(end, b.right()): // the title
				t.Errorf("%s ends at %.1f", x.Text, end)
			}
		}
	}
	if lines < 5 || quoted != 1 {
		t.Errorf("%d lines of the source and %d quotations stand at the right", lines, quoted)
	}
	last := b.source.lines[len(b.source.lines)-1]
	e := b.extents(&last, b.v.Quotes[0].Spans[0])
	if whole := b.doc.Measure(last.style, last.span.In(b.v.Text)); len(e) != 1 || e[0].From < 5 || e[0].To > whole-5 {
		t.Errorf("the quoted words of a line %.1f wide extend over %v", whole, e)
	}
}

func near(x, y float64) bool { return math.Abs(x-y) < 0.3 }
