package batch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"dossier/cmd/dossier/internal/invent"
	"dossier/export"
)

// invented writes n articles of about 4 KB, in folders of a hundred.
func invented(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		f := invent.Forms[i%2]
		path := filepath.Join(dir, fmt.Sprintf("%03d", i/100), fmt.Sprintf("%06d%s", i, f.Ext))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Write(invent.New(1, i, 4096)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// BenchmarkRun converts folders of articles of 4 KB; an operation is a folder of
// a hundred.
func BenchmarkRun(b *testing.B) {
	in := invented(b, 100)
	for _, to := range [][]string{{"json"}, {"json", "csv", "xlsx", "pdf"}} {
		for _, jobs := range []int{1, 2} {
			b.Run(fmt.Sprintf("to=%d/jobs=%d", len(to), jobs), func(b *testing.B) {
				out := b.TempDir()
				for b.Loop() {
					run(b, Options{Inputs: []string{in}, To: lookup(to), Dir: out, Jobs: jobs})
				}
			})
		}
	}
}

// BenchmarkResume resumes a finished run over a thousand articles.
func BenchmarkResume(b *testing.B) {
	o := Options{Inputs: []string{invented(b, 1000)}, To: lookup([]string{"json"}), Dir: b.TempDir(), Resume: true}
	run(b, o)
	b.ResetTimer()
	for b.Loop() {
		if r := run(b, o); r.Same != 1000 {
			b.Fatalf("%+v", r)
		}
	}
}

func lookup(names []string) (list []*export.Format) {
	for _, name := range names {
		list = append(list, export.Lookup(name))
	}
	return list
}

func run(t testing.TB, o Options) Report {
	t.Helper()
	report, err := Run(context.Background(), o)
	if err != nil || report.Failed > 0 {
		t.Fatalf("%v %+v", err, report)
	}
	return report
}
