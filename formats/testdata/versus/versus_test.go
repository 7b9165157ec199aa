// Package versus compares the speed of the HTML reader with go-trafilatura
// without its fallbacks. It is a module of its own, so that what it compares
// with is no dependency of ours.
//
//	PAGES=/folder/of/pages go test -bench . -count 6
//
// Without PAGES the pages of ../html are read. Sub-benchmarks alternate, so that
// both see the same machine.
package versus

import (
	"bytes"
	"cmp"
	"os"
	"path/filepath"
	"testing"

	"github.com/markusmobius/go-trafilatura"

	"dossier/formats"
)

func pages(b *testing.B) (list [][]byte) {
	names, _ := filepath.Glob(filepath.Join(cmp.Or(os.Getenv("PAGES"), "../html"), "*.html"))
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		list = append(list, raw)
	}
	if len(list) == 0 {
		b.Skip("no pages")
	}
	return list
}

// run reads all pages once an iteration and tells how many a second.
func run(b *testing.B, list [][]byte, read func([]byte) error) {
	n := 0
	for b.Loop() {
		for _, raw := range list {
			if err := read(raw); err != nil {
				b.Log(err)
			}
		}
		n += len(list)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "pages/s")
}

func BenchmarkPages(b *testing.B) {
	list := pages(b)
	b.Run("dossier", func(b *testing.B) { run(b, list, dossier) })
	b.Run("trafilatura", func(b *testing.B) { run(b, list, extract) })
}

func dossier(raw []byte) error {
	_, articles, err := formats.Open(formats.Input{Name: "a.html", Reader: bytes.NewReader(raw)}, formats.Options{Format: "html"})
	if err != nil {
		return err
	}
	for _, err := range articles {
		if err != nil {
			return err
		}
	}
	return nil
}

func extract(raw []byte) error {
	_, err := trafilatura.Extract(bytes.NewReader(raw), trafilatura.Options{EnableFallback: false, ExcludeComments: true})
	return err
}
