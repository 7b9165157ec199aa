package export

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"dossier/article"
)

// load reads a canonical article from testdata.
func load(t testing.TB, name string) *article.Article {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var a article.Article
	if err := json.Unmarshal(b, &a); err != nil {
		t.Fatal(err)
	}
	if err := a.Validate(); err != nil {
		t.Fatal(err)
	}
	return &a
}

func BenchmarkOne(b *testing.B) {
	a := load(b, "tram")
	for _, f := range []*Format{JSON, NDJSON, CSV, Workbook, HTML, Show, Explain} {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := f.Bytes(a, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkQuotes writes 100,000 rows of quotes and reports the peak of the
// heap beside the time.
func BenchmarkQuotes(b *testing.B) {
	for _, f := range []*Format{CSV, NDJSON, Workbook} {
		b.Run(f.Name, func(b *testing.B) {
			a := load(b, "tram")
			n := 100_000/len(a.Quotes) + 1
			for b.Loop() {
				writeMany(b, f, a, n)
			}
		})
	}
}

// counter counts what is written.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

func writeMany(b *testing.B, f *Format, a *article.Article, n int) {
	var peak, now runtime.MemStats
	runtime.GC()
	var out counter
	w := f.Open(&out, Options{})
	for i := range n {
		if err := w.Add(a); err != nil {
			b.Fatal(err)
		}
		if i%500 == 0 {
			if runtime.ReadMemStats(&now); now.HeapAlloc > peak.HeapAlloc {
				peak = now
			}
		}
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	if runtime.ReadMemStats(&now); now.HeapAlloc > peak.HeapAlloc {
		peak = now
	}
	b.ReportMetric(float64(out)/(1<<20), "out-MB")
	b.ReportMetric(float64(peak.HeapAlloc)/(1<<20), "peak-MB")
}
