package main

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// TestShardAgain does what runners do that begin a bundle again, or do it twice at
// once: a shard that was left in the middle, and then two of it side by side. One
// set of files comes of it, whole, and nothing else is left.
func TestShardAgain(t *testing.T) {
	o := corpus(t)
	o.Inputs, o.Shards, o.Output = o.Inputs[:1], 1, t.TempDir()
	ctx := context.Background()
	if err := o.prepare(ctx); err != nil {
		t.Fatal(err)
	}
	var work []unit
	find := findFn{O: o}
	if err := find.ProcessElement(ctx, nil, func(_ int, u unit) { work = append(work, u) }, func(u unit) { work = append(work, u) }); err != nil {
		t.Fatal(err)
	}
	do := func() (sent int) {
		f := shardFn{O: o}
		if err := f.Setup(ctx); err != nil {
			t.Error(err)
		}
		at := 0
		next := func(u *unit) bool {
			if at == len(work) {
				return false
			}
			*u = work[at]
			at++
			return true
		}
		if err := f.ProcessElement(ctx, 0, next, func(string, cast) { sent++ }); err != nil {
			t.Error(err)
		}
		return sent
	}
	working = func(u unit) {
		if strings.HasSuffix(u.Input, "/000500.txt") {
			panic("the worker dies")
		}
	}
	func() {
		defer func() { recover(); working = nil }()
		do()
		t.Error("nobody died")
	}()
	if left, _ := os.ReadDir(o.Output); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	var both sync.WaitGroup
	for range 2 {
		both.Go(func() {
			if n := do(); n != fileCount-damagedFiles {
				t.Errorf("%d articles handed on", n)
			}
		})
	}
	both.Wait()
	files := map[string]string{}
	list, _ := filepath.Glob(filepath.Join(o.Output, "*"))
	for _, name := range list {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(name)] = string(b)
	}
	if names := slices.Sorted(maps.Keys(files)); len(names) != 3 {
		t.Errorf("files: %q", names)
	}
	if a, e := len(lines(files, articlesOut)), len(lines(files, errorsOut)); a != fileCount-damagedFiles || e != damagedFiles {
		t.Errorf("%d articles, %d errors", a, e)
	}
}

// TestPrepare wants outputs of an earlier run not to be mixed with those of another,
// and no file but them to be touched.
func TestPrepare(t *testing.T) {
	ctx := context.Background()
	o := Options{Output: t.TempDir(), Shards: 2}
	mine := filepath.Join(o.Output, "articles.ndjson")
	write(t, mine, nil)
	if err := o.prepare(ctx); err != nil {
		t.Errorf("files of others: %v", err)
	}
	write(t, filepath.Join(o.Output, shardName(quotesOut, 3, 4)), nil)
	if err := o.prepare(ctx); err == nil || !strings.Contains(err.Error(), "quotes-00003-of-00004.csv") {
		t.Errorf("an old shard: %v", err)
	}
	o.Force = true
	if err := o.prepare(ctx); err != nil {
		t.Error(err)
	}
	if list, _ := filepath.Glob(filepath.Join(o.Output, "*")); !slices.Equal(list, []string{mine}) {
		t.Errorf("left are %q", list)
	}
}

func TestCheck(t *testing.T) {
	good := Options{Inputs: []string{"*"}, Output: "out", Shards: 4}
	if err := good.check(nil); err != nil {
		t.Error(err)
	}
	for _, c := range []struct {
		change func(*Options)
		rest   []string
		want   string
	}{
		{func(*Options) {}, []string{"news"}, "no flag"},
		{func(o *Options) { o.Inputs = nil }, nil, "no input"},
		{func(o *Options) { o.Output = "" }, nil, "--output"},
		{func(o *Options) { o.Shards = 0 }, nil, "--shards"},
		{func(o *Options) { o.From = "scroll" }, nil, "unknown format"},
		{func(o *Options) { o.DateOrder = "dym" }, nil, "--date_order"},
		{func(o *Options) { o.MinConfidence = 2 }, nil, "--min_confidence"},
		{func(o *Options) { o.Output = "tape://1" }, nil, "tape"},
	} {
		o := good
		c.change(&o)
		if err := o.check(c.rest); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, not %q", err, c.want)
		}
	}
}

// TestFind: hidden files and folders are no inputs, what two globs match is one, a
// stream is told by its name, and a glob that matches nothing is an error beside others.
func TestFind(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.jsonl.gz", ".c.txt"} {
		write(t, filepath.Join(dir, name), nil)
	}
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o777); err != nil {
		t.Fatal(err)
	}
	f := findFn{O: Options{Shards: 3, Inputs: []string{filepath.Join(dir, "a*"), filepath.Join(dir, "*"), filepath.Join(dir, "z*")}}}
	var files, streams, lost []string
	shards := map[int]bool{}
	err := f.ProcessElement(context.Background(), nil, func(n int, u unit) {
		shards[n] = true
		switch {
		case u.Error != nil:
			lost = append(lost, filepath.Base(u.Input))
		case u.Input != "":
			files = append(files, filepath.Base(u.Input))
		}
	}, func(u unit) { streams = append(streams, filepath.Base(u.Input)) })
	if err != nil || len(shards) != 3 {
		t.Errorf("%d shards, %v", len(shards), err)
	}
	if !slices.Equal(files, []string{"a.txt"}) || !slices.Equal(streams, []string{"b.jsonl.gz"}) || !slices.Equal(lost, []string{"z*"}) {
		t.Errorf("files %q, streams %q, lost %q", files, streams, lost)
	}
}

// TestJoins wants the sets to be the same in whatever order and grouping they are
// joined.
func TestJoins(t *testing.T) {
	pairs := [][2]string{{"a", "k"}, {"b", "k"}, {"c", "d"}, {"e", "d"}, {"b", "e"}, {"x", "y"}}
	want := union{}
	for _, p := range pairs {
		want.join(p[0], p[1])
	}
	for cut := range pairs {
		x, y := union{}, union{}
		for i, p := range pairs {
			if i < cut {
				x.join(p[0], p[1])
			} else {
				y.join(p[1], p[0])
			}
		}
		got := new(joinFn).MergeAccumulators(y.joins(), x.joins()).union()
		for _, g := range []string{"a", "b", "c", "d", "e", "k", "x", "y", "z"} {
			if got.root(g) != want.root(g) {
				t.Errorf("cut at %d: %s stands with %s, not %s", cut, g, got.root(g), want.root(g))
			}
		}
	}
	if want.root("k") != "a" || want.root("c") != "a" || want.root("y") != "x" || want.root("z") != "z" {
		t.Errorf("joined: %v", want)
	}
}
