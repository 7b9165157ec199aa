package parse

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"dossier/article"
)

// plainArticle is what a reader makes of paragraphs parted by blank lines.
func plainArticle(text string) *article.Article {
	a := &article.Article{Schema: article.SchemaID, ID: "test"}
	var b strings.Builder
	at := 0
	for line, para := range strings.Split(text, "\n\n") {
		raw := article.Range{Start: at, End: at + len(para)}
		at = raw.End + 2
		if para = strings.TrimSpace(para); para == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		span := article.Span{Start: b.Len(), End: b.Len() + len(para)}
		b.WriteString(para)
		a.Blocks = append(a.Blocks, article.Block{
			ID: "b" + string(rune('a'+len(a.Blocks)%26)) + strings.Repeat("x", len(a.Blocks)/26), Kind: article.BlockParagraph,
			Span: span, Raw: raw, Line: line + 1, EndLine: line + 1,
		})
	}
	a.Text = b.String()
	return a.Clone()
}

const story = `Harbour talks to go on despite walkout, minister says

03/02/2021

The government of Norland will keep talking to the dockers' union, Transport Minister Ada Brenn said on Wednesday, after its leader left the table.

"We regret the walkout, but the door is open," Brenn told reporters in Halmsund, according to the Coastal News Agency.

The union accused the ministry of breaking its word.`

// TestArticle: the stages meet in a valid article, and the input stays as it was.
func TestArticle(t *testing.T) {
	in := plainArticle(story)
	before := in.Clone()
	a := Article(in, Options{})
	if !reflect.DeepEqual(in, before) {
		t.Error("the input was changed")
	}
	if err := a.Validate(); err != nil {
		t.Fatal(err)
	}
	if a.Title == "" || a.Published == nil || a.Published.Value != "2021-02-03" || len(a.Quotes) < 3 {
		t.Errorf("title %q, published %+v, %d quotes", a.Title, a.Published, len(a.Quotes))
	}
	q := a.Quotes[len(a.Quotes)-1]
	for _, x := range a.Quotes {
		if x.Kind == article.QuoteDirect {
			q = x
		}
	}
	name := func(r *article.Ref) string {
		for i := range a.Actors {
			if r != nil && a.Actors[i].ID == string(r.Actor) {
				return a.Actors[i].Name
			}
		}
		return ""
	}
	if name(q.Speaker) != "Ada Brenn" || name(q.Via) != "Coastal News Agency" {
		t.Errorf("direct quote: speaker %q via %q", name(q.Speaker), name(q.Via))
	}
	accused := false
	for _, p := range a.Positions {
		accused = accused || p.Stance == article.Accuse && p.Polarity == -1
	}
	if !accused {
		t.Errorf("no accusation among %d positions", len(a.Positions))
	}
}

// TestOtherLanguage: of other languages the quoted strings come out, unresolved,
// and a note says what was not attempted.
// TestPeopleOnce holds that people named with "the" and equal words are one actor,
// and others are not.
func TestPeopleOnce(t *testing.T) {
	a := Article(plainArticle("Norway helped the victims in the harbour on Monday, and the town thanked the crew.\n\nSweden helped the victims on Tuesday. Norway helped two families and Sweden helped two families in Halmsund."), Options{})
	if err := a.Validate(); err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, x := range a.Actors {
		count[x.Name]++
	}
	if count["the victims"] != 1 || count["two families"] != 2 {
		t.Errorf("actors %v", count)
	}
}

func TestOtherLanguage(t *testing.T) {
	a := Article(plainArticle("Die Gespräche im Hafen gehen weiter, sagte die Ministerin am Mittwoch nach dem Streik der Arbeiter.\n\n„Wir bedauern den Streik, aber die Tür ist offen“, sagte sie den Reportern in der Stadt."), Options{})
	if err := a.Validate(); err != nil {
		t.Fatal(err)
	}
	if a.Language.Tag != "de" || len(a.Quotes) != 1 || a.Quotes[0].Speaker != nil || len(a.Positions) != 0 {
		t.Errorf("language %v, quotes %+v", a.Language, a.Quotes)
	}
	limited := false
	for _, n := range a.Notes {
		limited = limited || n.Code == article.NoteLanguageLimited
	}
	if !limited {
		t.Error("no note about the language")
	}
}

// FuzzArticle: whatever the text, the result keeps every invariant.
func FuzzArticle(f *testing.F) {
	f.Add(story)
	f.Add("MOSCOW, April 5 (Reuters) — \"Yes,\" he said. ‘No’ — she\n\n“A\n\n“B” said X: \"")
	f.Add("By Ada Brenn\n\nPublished 14 June 2025\n\nThe door is open, Brenn said last week. \"It was shut two weeks ago,\" she said on Monday.")
	f.Add("A – B\n\nRead more about it\n\n\"''``„“”«»'’‘ according to according to said said")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(strings.ReplaceAll(text, "\r", ""), "")
		in := plainArticle(text)
		if in.Text == "" || in.Validate() != nil {
			return
		}
		if err := Article(in, Options{}).Validate(); err != nil {
			t.Fatalf("%v\n%q", err, text)
		}
	})
}

// BenchmarkArticle parses the articles of the folder DOSSIER_BENCH names, or those
// of testdata.
func BenchmarkArticle(b *testing.B) { benchmarkChunks(b, 1) }

// BenchmarkArticles parses the same ones, eight at a time.
func BenchmarkArticles(b *testing.B) { benchmarkChunks(b, 8) }

func benchmarkChunks(b *testing.B, n int) {
	var list []*article.Article
	size := 0
	if dir := os.Getenv("DOSSIER_BENCH"); dir != "" {
		files, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			list = append(list, plainArticle(string(data)))
			size += len(data)
		}
	} else {
		for _, path := range articleCases(b) {
			file, err := txtar.ParseFile(path)
			if err != nil {
				b.Fatal(err)
			}
			list = append(list, plainArticle(string(file.Files[0].Data)))
			size += len(file.Files[0].Data)
		}
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for part := range slices.Chunk(list, n) {
			Articles(part, Options{})
		}
	}
}

// BenchmarkLength: time grows linearly with the article.
func BenchmarkLength(b *testing.B) {
	body := story[strings.Index(story, "The government"):]
	for _, n := range []int{8, 16, 32, 64} {
		a := plainArticle(strings.Repeat(body+"\n\n", n))
		b.Run(strings.Repeat("x", n/8), func(b *testing.B) {
			b.SetBytes(int64(len(a.Text)))
			for b.Loop() {
				Article(a, Options{})
			}
		})
	}
}
