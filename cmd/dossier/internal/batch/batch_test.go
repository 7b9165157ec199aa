package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dossier/article"
	"dossier/export"
)

// double is an output format for tests: it writes the text, and for texts with
// certain words it does what no format should.
func double(gathers bool) *export.Format {
	return &export.Format{Name: "double", Suffix: ".double", Gathers: gathers,
		Open: func(w io.Writer, _ export.Options) export.Writer { return doubleWriter{w} }}
}

type doubleWriter struct{ w io.Writer }

func (d doubleWriter) Close() error { return nil }
func (d doubleWriter) Add(a *article.Article) error {
	switch {
	case strings.Contains(a.Text, "panic"):
		panic("a word")
	case strings.Contains(a.Text, "sleep"):
		time.Sleep(3 * time.Second)
	case strings.Contains(a.Text, "refuse"):
		return errors.New("refused")
	}
	_, err := fmt.Fprintln(d.w, a.Text)
	return err
}

// folder makes files of the texts, named 000.txt, 001.txt …
func folder(t *testing.T, texts ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i, text := range texts {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// list names the files of dir, all but the manifest.
func list(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if e.Name() != manifestName && e.Name() != hiddenManifest {
			names = append(names, e.Name())
		}
	}
	return names
}

// TestDocumentsFailAlone: an error, a panic and a time limit are failures of
// their document, and nothing of it stays behind.
func TestDocumentsFailAlone(t *testing.T) {
	run(t, Options{Inputs: []string{folder(t, "good")}, To: lookup([]string{"json"}), Dir: t.TempDir()}) // reads the parser's tables
	in := folder(t, "good", "panic", "sleep", "refuse", "fine")
	out := filepath.Join(t.TempDir(), "out")
	rep, err := Run(context.Background(), Options{
		Inputs: []string{in}, To: []*export.Format{export.Lookup("json"), double(false)}, Dir: out,
		Timeout: time.Second,
	})
	if err != nil || rep.Articles != 2 || len(rep.Failures) != 3 {
		t.Fatalf("%v %+v", err, rep)
	}
	var p *PanicError
	if !errors.As(rep.Failures[0].Err, &p) || !errors.Is(rep.Failures[1].Err, ErrTimeout) || rep.Failures[2].Err == nil {
		t.Errorf("%v", rep.Failures)
	}
	want := []string{"000.double", "000.json", "004.double", "004.json"}
	if got := list(t, out); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestOrder: what is gathered, and what is told, keeps the order of the inputs.
func TestOrder(t *testing.T) {
	var texts []string
	for i := range 60 {
		texts = append(texts, strings.Repeat("word ", (i*7)%60)+fmt.Sprint("text ", i))
	}
	in := folder(t, texts...)
	var out bytes.Buffer
	var told []string
	_, err := Run(context.Background(), Options{
		Inputs: []string{in}, To: []*export.Format{double(true)}, Output: Stdin, Stdout: &out, Jobs: 8,
		Events: func(e Event) { told = append(told, filepath.Base(e.Input)) },
	})
	if err != nil || out.String() != strings.Join(texts, "\n")+"\n" {
		t.Errorf("%v\n%s", err, out.String())
	}
	if len(told) != 60 || !slices.IsSorted(told) {
		t.Errorf("told %v", told)
	}
}

func TestFailFast(t *testing.T) {
	in := folder(t, "one", "two", "refuse", "three", "four", "five", "six", "seven", "eight")
	out := filepath.Join(t.TempDir(), "out")
	rep, err := Run(context.Background(), Options{
		Inputs: []string{in}, To: []*export.Format{double(false)}, Dir: out, Jobs: 2, FailFast: true,
	})
	if err != nil || rep.Articles != 2 || len(rep.Failures) != 1 {
		t.Errorf("%v %+v", err, rep)
	}
	if got := list(t, out); !slices.Equal(got, []string{"000.double", "001.double"}) {
		t.Errorf("got %v", got)
	}
}

// TestCancel: a cancelled run says why, leaves no temporary file and no goroutine. It
// finishes what was begun: what is held, what is being finished, and the queue.
func TestCancel(t *testing.T) {
	in := folder(t, slices.Repeat([]string{"some text"}, 1000)...)
	out := filepath.Join(t.TempDir(), "out")
	before := runtime.NumGoroutine()
	why := errors.New("enough")
	ctx, cancel := context.WithCancelCause(context.Background())
	n := 0
	rep, err := Run(ctx, Options{
		Inputs: []string{in}, To: []*export.Format{double(false)}, Dir: out, Jobs: 4,
		Events: func(Event) {
			if n++; n == 10 {
				cancel(why)
			}
		},
	})
	if !errors.Is(err, why) || rep.Articles < 10 || rep.Articles > 4*heldFiles {
		t.Errorf("%v, %d articles", err, rep.Articles)
	}
	if got := list(t, out); len(got) != rep.Articles {
		t.Errorf("%d files of %d articles", len(got), rep.Articles)
	}
	quiet(t, before)
}

// TestCancelDatabase: a cancelled run that fills a database keeps the articles that
// were done, closes it, and leaves no goroutine.
func TestCancelDatabase(t *testing.T) {
	in := folder(t, slices.Repeat([]string{"some text"}, 100)...)
	path := filepath.Join(t.TempDir(), "news.sqlite")
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	rep, err := Run(ctx, Options{
		Inputs: []string{in}, To: []*export.Format{export.SQLite}, Output: path, Jobs: 4, Manifest: NoManifest,
		Events: func(Event) {
			if n++; n == 10 {
				cancel()
			}
		},
	})
	if !errors.Is(err, context.Canceled) || rep.Articles < 10 || rep.Articles > 80 {
		t.Errorf("%v, %d articles", err, rep.Articles)
	}
	if got := list(t, filepath.Dir(path)); !slices.Equal(got, []string{"news.sqlite"}) || !ours(path) {
		t.Errorf("got %v", got)
	}
	quiet(t, before)
}

// quiet waits until no more goroutines run than before.
func quiet(t *testing.T, before int) {
	t.Helper()
	for range 50 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

// TestCancelStdin: a user who leaves need not end the standard input first.
func TestCancelStdin(t *testing.T) {
	r, w := io.Pipe()
	defer w.Close()
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		fmt.Fprintln(w, `{"id":"a","text":"One text."}`)
		cancel()
	}()
	_, err := Run(ctx, Options{
		Inputs: []string{Stdin}, From: "jsonl", To: []*export.Format{double(true)},
		Output: Stdin, Stdin: r, Stdout: io.Discard,
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestBounded: however many files wait, only a few are worked on at once.
func TestBounded(t *testing.T) {
	in := folder(t, slices.Repeat([]string{"some text"}, 100)...)
	var now, most atomic.Int32
	f := double(false)
	f.Open = func(w io.Writer, _ export.Options) export.Writer {
		n := now.Add(1)
		for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
		}
		time.Sleep(time.Millisecond)
		now.Add(-1)
		return doubleWriter{w}
	}
	_, err := Run(context.Background(), Options{Inputs: []string{in}, To: []*export.Format{f}, Dir: t.TempDir(), Jobs: 3})
	if err != nil || most.Load() > 3 || most.Load() < 2 {
		t.Errorf("%v, %d at once", err, most.Load())
	}
}

// TestSharedOutputBreaks: a common output that cannot be written ends the run
// and leaves nothing.
func TestSharedOutputBreaks(t *testing.T) {
	in := folder(t, "one", "refuse", "two")
	dir := t.TempDir()
	for _, text := range []string{"refuse", "panic"} {
		os.WriteFile(filepath.Join(in, "001.txt"), []byte(text), 0o666)
		rep, err := Run(context.Background(), Options{
			Inputs: []string{in}, To: []*export.Format{double(true)}, Output: filepath.Join(dir, "all.double"),
		})
		if err == nil || rep.Articles != 0 || len(list(t, dir)) != 0 {
			t.Errorf("%s: %v %+v %v", text, err, rep, list(t, dir))
		}
	}
}
