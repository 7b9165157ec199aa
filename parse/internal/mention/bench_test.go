package mention

import (
	"os"
	"path/filepath"
	"testing"

	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// BenchmarkFind finds the mentions of the articles in the folder that
// DOSSIER_BENCH names.
func BenchmarkFind(b *testing.B) {
	files, _ := filepath.Glob(filepath.Join(os.Getenv("DOSSIER_BENCH"), "*.txt"))
	if len(files) == 0 {
		b.Skip("DOSSIER_BENCH names no folder of .txt files")
	}
	type input struct {
		d     *token.Doc
		tags  []tag.Tag
		marks *quotemark.Set
	}
	var list []input
	size := 0
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		d := paragraphs(string(data), false)
		tags := tag.Tags(d)
		list = append(list, input{d, tags, quotemark.Find(d, tags)})
		size += len(data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, in := range list {
			Find(in.d, in.tags, in.marks)
		}
	}
}
