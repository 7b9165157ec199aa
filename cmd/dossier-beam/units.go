package main

import (
	"context"
	"fmt"
	"hash/fnv"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"dossier/formats"
)

func init() {
	register.DoFn4x1[context.Context, []byte, func(int, unit), func(unit), error](&findFn{})
	register.Emitter2[int, unit]()
	register.Emitter1[unit]()
}

// unit is a piece of work of a shard: a file to read, a record that was read and is
// to be parsed, or the line for one that could not be read.
type unit struct {
	Order  string // the place of its articles among all: compared byte by byte
	Input  string // path of the file; "" only calls the shard into being
	Record int    // its number in a stream, from 1; 0 for a file
	Draft  []byte // the article as the file states it, in canonical form
	Parsed bool   // and nothing is left to be parsed
	Error  []byte // a line of the errors
}

// order is the place of an input among all: by argument, name and record, as the
// command goes about it.
func order(argument int, name string) string { return fmt.Sprintf("%06d/%s", argument, name) }

func recordOrder(file string, n int) string { return fmt.Sprintf("%s\x00%012d", file, n) }

// findFn expands the globs. Files go to the shard that their name tells, whatever
// other files there are; streams of records are to be split first.
type findFn struct{ O Options }

// ProcessElement is called once, with nothing.
func (f *findFn) ProcessElement(ctx context.Context, _ []byte, files func(int, unit), streams func(unit)) error {
	for n := range f.O.Shards {
		files(n, unit{})
	}
	seen := map[string]bool{}
	for i, glob := range f.O.Inputs {
		names, err := list(ctx, glob)
		if err == nil && len(names) == 0 {
			err = fmt.Errorf("no input: nothing matches %s", glob)
		}
		if err != nil {
			files(f.O.shardOf(glob), unit{Order: order(i, glob), Input: glob, Error: formats.ErrorLine(glob, 0, err)})
		}
		for _, name := range names {
			if seen[name] {
				continue
			}
			seen[name] = true
			u := unit{Order: order(i, name), Input: name}
			if f.O.isStream(name) {
				streams(u)
			} else {
				files(f.O.shardOf(name), u)
			}
		}
	}
	return nil
}

// list expands a glob to files, sorted, without hidden ones.
func list(ctx context.Context, glob string) ([]string, error) {
	fs, err := filesystem.New(ctx, glob)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	names, err := fs.List(ctx, glob)
	if err != nil {
		return nil, err
	}
	local := !strings.Contains(glob, "://")
	names = slices.DeleteFunc(names, func(name string) bool {
		if strings.HasPrefix(path.Base(filepath.ToSlash(name)), ".") {
			return true
		}
		info, err := os.Stat(name)
		return local && err == nil && info.IsDir()
	})
	slices.Sort(names)
	return names, nil
}

// shardOf is the shard of a file, from 0.
func (o *Options) shardOf(name string) int {
	h := fnv.New32a()
	h.Write([]byte(name))
	return int(h.Sum32() % uint32(o.Shards))
}

// isStream reports whether a file is known for a stream of records by the name of
// its format or its extension. What only its content tells is still read right, as
// the work of one shard.
func (o *Options) isStream(name string) bool {
	if o.From != "" {
		return formats.Lookup(o.From).Many
	}
	ext, _ := formats.Extension(path.Base(filepath.ToSlash(name)))
	for _, f := range formats.Formats() {
		if f.Many && slices.Contains(f.Extensions, ext) {
			return true
		}
	}
	return false
}
