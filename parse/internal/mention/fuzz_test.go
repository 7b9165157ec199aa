package mention

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
)

// FuzzFind: whatever the text, phrases and mentions lie in it, stand in order
// and hold their head; a phrase is found by each of its tokens.
func FuzzFind(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(ar.Files[0].Data), true)
	}
	f.Add("The NPA's. Of the of Of, 'S Al-’ No. D-X (", false)
	f.Fuzz(func(t *testing.T, text string, headline bool) {
		d := paragraphs(text, headline)
		tags := tag.Tags(d)
		s := Find(d, tags, quotemark.Find(d, tags))
		for i, p := range s.Phrases {
			if p.First >= p.End || p.FullEnd < p.End || int(p.FullEnd) > len(d.Tokens) || p.Head < p.First || p.Head >= p.End {
				t.Fatalf("phrase %d is %+v", i, p)
			}
			if s.PhraseAt(int(p.First)) != i {
				t.Fatalf("token %d is not in phrase %d", p.First, i)
			}
		}
		last := int32(0)
		for i, m := range s.Mentions {
			if m.First < last || m.First >= m.End || int(m.End) > len(d.Tokens) || m.Head < m.First || m.Head >= m.End {
				t.Fatalf("mention %d is %+v", i, m)
			}
			if d.Tokens[m.First].Sentence != d.Tokens[m.End-1].Sentence {
				t.Fatalf("mention %d crosses a sentence: %+v", i, m)
			}
			last = m.First
		}
	})
}
