package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dossier/export"
)

// TestVanished: a file that goes away before its turn is one failure.
func TestVanished(t *testing.T) {
	in := folder(t, slices.Repeat([]string{"some text"}, 60)...)
	p, err := Prepare(Options{Inputs: []string{in}, To: []*export.Format{double(false)}, Dir: t.TempDir(), Jobs: 2})
	if err != nil {
		t.Fatal(err)
	}
	os.Remove(filepath.Join(in, "059.txt"))
	rep, err := p.Run(context.Background())
	if err != nil || rep.Articles != 59 || rep.Failed != 1 || !errors.Is(rep.Failures[0].Err, os.ErrNotExist) {
		t.Errorf("%v %+v", err, rep)
	}
}

// TestGrowing: a file that is written to while it is read is a failure, and of a
// stream what was read before is kept.
func TestGrowing(t *testing.T) {
	dir := t.TempDir()
	paths := []string{filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.jsonl"), filepath.Join(dir, "c.txt")}
	record := `{"id":"r1","text":"One text."}` + "\n"
	for i, text := range []string{"Text that grows.", record, "Text that does not."} {
		if err := os.WriteFile(paths[i], []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	p, err := Prepare(Options{Inputs: []string{dir}, To: []*export.Format{double(false)}, Dir: t.TempDir(), Jobs: 1})
	if err != nil {
		t.Fatal(err)
	}
	out, err := p.sink()
	if err != nil {
		t.Fatal(err)
	}
	w := newPool(p, out)
	// The file is written to between the first look at it and its end.
	w.looked = func(in Input) {
		if !strings.HasSuffix(in.Path, "c.txt") {
			f, _ := os.OpenFile(in.Path, os.O_APPEND|os.O_WRONLY, 0)
			f.WriteString(strings.ReplaceAll(record, "r1", "r2"))
			f.Close()
		}
	}
	rep, err := w.run(context.Background())
	if err != nil || rep.Failed != 2 || rep.Articles != 3 {
		t.Fatalf("%v %+v", err, rep)
	}
	for _, f := range rep.Failures {
		if !errors.Is(f.Err, ErrChanged) {
			t.Errorf("%v", f)
		}
	}
}

// TestManifestTogether: several runs write into one manifest and none loses a line.
func TestManifestTogether(t *testing.T) {
	out := t.TempDir()
	var all sync.WaitGroup
	for i := range 4 {
		in := folder(t, slices.Repeat([]string{"some text"}, 20)...)
		all.Go(func() {
			for range 3 { // the later ones make lines obsolete, and rewrite the file
				rep, err := Run(context.Background(), Options{
					Inputs: []string{in}, To: []*export.Format{double(false)}, Dir: out, Name: fmt.Sprintf("%d-{stem}", i),
				})
				if err != nil || rep.Failed > 0 {
					t.Errorf("%v %+v", err, rep)
				}
			}
		})
	}
	all.Wait()
	b, err := os.ReadFile(filepath.Join(out, manifestName))
	if err != nil || !bytes.HasPrefix(b, []byte(manifestHeader+"\n")) {
		t.Fatalf("%v %.100s", err, b)
	}
	for i := range 4 {
		if n := strings.Count(string(b), fmt.Sprintf(`"path":"%d-019.double"`, i)); n == 0 {
			t.Errorf("nothing about the outputs of run %d", i)
		}
	}
}

// TestManifestLong: of a manifest that is read in many parts no line is lost.
func TestManifestLong(t *testing.T) {
	const n = 600
	in, out := folder(t, slices.Repeat([]string{"some text"}, n)...), t.TempDir()
	o := Options{Inputs: []string{in}, To: []*export.Format{double(false)}, Dir: out, Resume: true}
	if rep, err := Run(context.Background(), o); err != nil || rep.Articles != n {
		t.Fatalf("%v %+v", err, rep)
	}
	if info, err := os.Stat(filepath.Join(out, manifestName)); err != nil || info.Size() < 3*blockSize {
		t.Fatalf("%v %v", err, info.Size())
	}
	if rep, err := Run(context.Background(), o); err != nil || rep.Same != n {
		t.Errorf("%v %+v", err, rep)
	}
}

// TestManifestTidied: a line that a killed run wrote twice stands there once after
// a run that has nothing to do.
func TestManifestTidied(t *testing.T) {
	in, out := folder(t, "one", "two", "three"), t.TempDir()
	o := Options{Inputs: []string{in}, To: []*export.Format{double(false)}, Dir: out, Resume: true}
	if _, err := Run(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(out, manifestName)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(whole), "\n")
	os.WriteFile(path, []byte(strings.Join(slices.Insert(lines, 2, lines[2], lines[1]), "")), 0o666)
	rep, err := Run(context.Background(), o)
	if err != nil || rep.Same != 3 {
		t.Fatalf("%v %+v", err, rep)
	}
	if got, _ := os.ReadFile(path); string(got) != string(whole) {
		t.Errorf("got\n%s\nwant\n%s", got, whole)
	}
}

// TestLeftovers: what a dead process left is removed, what a living one is
// writing is not, nor what is none of ours.
func TestLeftovers(t *testing.T) {
	dir := t.TempDir()
	name := func(machine string, pid int, start string) string {
		return fmt.Sprintf("%s%s-%d-%s-7%s", tempPrefix, machine, pid, start, tempSuffix)
	}
	const dead = 1 << 30 // beyond the number of any process
	files := map[string]bool{
		name(machine(), dead, "ABCDEF"):                            false,
		name(machine(), os.Getpid(), "ABCDEF"):                     false,
		name(machine(), os.Getpid(), start()):                      true,
		name(machine(), os.Getppid(), "ABCDEF"):                    true,
		name("zzzz", dead, "ABCDEF"):                               true,
		tempPrefix + "notes" + tempSuffix:                          true,
		tempPrefix + machine() + "-x-y-z.tmp":                      true,
		strings.TrimSuffix(name(machine(), dead, "A"), tempSuffix): true,
	}
	for name := range files {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := new(folders).ready(dir); err != nil {
		t.Fatal(err)
	}
	for name, stays := range files {
		if _, err := os.Stat(filepath.Join(dir, name)); (err == nil) != stays {
			t.Errorf("%s: stays %v", name, !stays)
		}
	}
}

// TestShards: every input and every record is in exactly one shard, wherever
// others come or go.
func TestShards(t *testing.T) {
	for _, name := range []string{"a.txt", "b/c.md", "ř.html", ""} {
		for of := 1; of < 8; of++ {
			n := 0
			for i := 1; i <= of; i++ {
				if (Shard{i, of}).takes(name) {
					n++
				}
			}
			if n != 1 {
				t.Errorf("%q is in %d of %d shards", name, n, of)
			}
		}
	}
	in := folder(t, slices.Repeat([]string{"some text"}, 40)...)
	os.WriteFile(filepath.Join(in, "r.jsonl"), []byte(strings.Repeat(`{"text":"Some text."}`+"\n", 9)), 0o666)
	total := 0
	for i := 1; i <= 3; i++ {
		rep := run(t, Options{Inputs: []string{in}, To: []*export.Format{double(false)}, Dir: t.TempDir(), Name: "{stem}-{n}", Shard: Shard{i, 3}})
		total += rep.Articles
	}
	if total != 49 {
		t.Errorf("%d articles in all shards", total)
	}
}

// TestShardsCollide: the outputs of another shard have a claim to their names.
func TestShardsCollide(t *testing.T) {
	in := t.TempDir()
	for i := range 20 {
		for _, ext := range []string{".txt", ".md"} {
			os.WriteFile(filepath.Join(in, fmt.Sprint(i)+ext), []byte("Some text."), 0o666)
		}
	}
	for i := 1; i <= 2; i++ {
		_, err := Prepare(Options{Inputs: []string{in}, To: []*export.Format{double(false)}, Dir: t.TempDir(), Shard: Shard{i, 2}})
		if !errors.Is(err, ErrConflict) {
			t.Errorf("shard %d: %v", i, err)
		}
	}
}

// TestWatch: what is there, what arrives and what changes is converted, once.
func TestWatch(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put := func(name, text string) {
		if err := os.WriteFile(filepath.Join(in, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put("there.txt", "Some text.")
	ctx, cancel := context.WithTimeoutCause(context.Background(), time.Minute, errors.New("nothing happened"))
	defer cancel()
	enough := errors.New("enough")
	ctx, stop := context.WithCancelCause(ctx)
	var told []string
	o := Options{Inputs: []string{in}, To: []*export.Format{double(false)}, Dir: out, Events: func(e Event) {
		told = append(told, fmt.Sprint(filepath.Base(e.Input), " ", e.Err))
	}}
	round := 0
	err := Watch(ctx, o, func(rep Report, err error) {
		if err != nil {
			t.Error(err)
		}
		switch round++; round {
		case 1:
			put("arrives.txt", "More text.")
			put("bad.txt", "")
		case 2:
			put("there.txt", "Other text.")
		case 3:
			stop(enough)
		}
	})
	want := []string{"there.txt <nil>", "arrives.txt <nil>", "bad.txt empty file", "there.txt <nil>"}
	if !errors.Is(err, enough) || !slices.Equal(told, want) {
		t.Errorf("%v %q", err, told)
	}
	if b, _ := os.ReadFile(filepath.Join(out, "there.double")); string(b) != "Other text.\n" {
		t.Errorf("%q", b)
	}
}

// FuzzManifest: whatever stands in a manifest, a run goes on, and its own lines
// can be read afterwards.
func FuzzManifest(f *testing.F) {
	f.Add([]byte("\n{\"input\":\"000.txt\",\"sha256\":\"\"}\n"))
	f.Add([]byte(`{"input":"000.txt","record":1,"outputs":[{"path":"../x"}],"records":-5}`))
	f.Add([]byte(`{"input":"\u0030\"`))
	f.Add([]byte("\x00\xff{\"input\":1}\n\n\n{"))
	f.Fuzz(func(t *testing.T, past []byte) {
		dir := t.TempDir()
		in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
		os.MkdirAll(in, 0o777)
		os.MkdirAll(out, 0o777)
		os.WriteFile(filepath.Join(in, "000.txt"), []byte("Some text."), 0o666)
		os.WriteFile(filepath.Join(out, manifestName), append([]byte(manifestHeader), past...), 0o666)
		o := Options{Inputs: []string{in}, To: []*export.Format{double(false)}, Dir: out, Resume: true, Jobs: 1}
		if rep := run(t, o); rep.Articles+rep.Same != 1 {
			t.Fatalf("%+v", rep)
		}
		if rep := run(t, o); rep.Same != 1 {
			t.Fatalf("done again: %+v", rep)
		}
	})
}
