package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// The outputs. A shard's files depend on the inputs and the number of shards alone:
// a worker that does it again, or two that do it at once, write the same bytes under
// the same names. None bears its name before it is complete.

// The kinds of outputs, as their names begin.
const (
	articlesOut = "articles"
	quotesOut   = "quotes"
	errorsOut   = "errors"
	entitiesOut = "entities.csv"
)

var shardOutputs = map[string]string{articlesOut: ".ndjson", quotesOut: ".csv", errorsOut: ".jsonl"}

// shardName is the name of an output of shard n, from 0: "quotes-00003-of-00016.csv".
func shardName(kind string, n, shards int) string {
	return fmt.Sprintf("%s-%05d-of-%05d%s", kind, n, shards, shardOutputs[kind])
}

// below is the path of a file in the folder of the outputs.
func (o *Options) below(name string) string { return strings.TrimRight(o.Output, "/") + "/" + name }

// prepare refuses a folder that holds outputs already, for those of two runs would
// be taken for one, or removes them.
func (o *Options) prepare(ctx context.Context) error {
	o.Job = rand.Text()[:8]
	fs, err := filesystem.New(ctx, o.Output)
	if err != nil {
		return err
	}
	defer fs.Close()
	old, err := o.outputs(ctx, fs)
	switch {
	case err != nil:
		return err
	case len(old) > 0 && !o.Force:
		return fmt.Errorf("%s holds outputs of an earlier run, such as %s; give another folder, or --force to remove them", o.Output, old[0])
	}
	return remove(ctx, fs, old)
}

// outputs lists what runs have written.
func (o *Options) outputs(ctx context.Context, fs filesystem.Interface) ([]string, error) {
	patterns := []string{entitiesOut}
	for kind, ext := range shardOutputs {
		patterns = append(patterns, kind+"-*-of-*"+ext) // not every file system knows ? where a name begins
	}
	var list []string
	for _, p := range patterns {
		names, err := fs.List(ctx, o.below(p))
		if err != nil {
			return nil, err
		}
		list = append(list, names...)
	}
	return list, nil
}

// clean removes what workers of the job left that did not live to see its end.
func (o *Options) clean(ctx context.Context) error {
	fs, err := filesystem.New(ctx, o.Output)
	if err != nil {
		return err
	}
	defer fs.Close()
	left, err := fs.List(ctx, o.below(o.temporary("*")))
	if err != nil {
		return err
	}
	return remove(ctx, fs, left)
}

// temporary is a name under which an output grows.
func (o *Options) temporary(tail string) string { return ".dossier-" + o.Job + "-" + tail + ".tmp" }

func remove(ctx context.Context, fs filesystem.Interface, names []string) error {
	r, ok := fs.(filesystem.Remover)
	if !ok && len(names) > 0 {
		return fmt.Errorf("the file system of %s removes nothing", names[0])
	}
	for _, name := range names {
		if err := r.Remove(ctx, name); err != nil {
			return err
		}
	}
	return nil
}

// file is an output that appears under its name when it is committed.
type file struct {
	*bufio.Writer
	fs         filesystem.Interface
	w          io.WriteCloser
	temp, name string
}

// create begins an output.
func (o *Options) create(ctx context.Context, name string) (*file, error) {
	fs, err := filesystem.New(ctx, o.Output)
	if err != nil {
		return nil, err
	}
	f := &file{fs: fs, temp: o.below(o.temporary(rand.Text())), name: o.below(name)}
	if f.w, err = fs.OpenWrite(ctx, f.temp); err != nil {
		fs.Close()
		return nil, err
	}
	f.Writer = bufio.NewWriterSize(f.w, 1<<18)
	return f, nil
}

// commit gives the output its name.
func (f *file) commit(ctx context.Context) error {
	err := f.Flush()
	if disk, ok := f.w.(interface{ Sync() error }); ok && err == nil {
		err = disk.Sync()
	}
	if err = errors.Join(err, f.w.Close()); err == nil {
		err = filesystem.Rename(ctx, f.fs, f.temp, f.name)
	}
	return errors.Join(err, f.fs.Close())
}

// abort leaves nothing behind, if it can.
func (f *file) abort(ctx context.Context) {
	f.w.Close()
	remove(ctx, f.fs, []string{f.temp})
	f.fs.Close()
}
