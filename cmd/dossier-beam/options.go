package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"dossier/formats"
	"dossier/parse"
)

// Options say what is read and where it goes. They travel to the workers.
type Options struct {
	Inputs []string // globs, of a file system that Beam knows
	Output string   // folder, or prefix of a bucket
	Shards int      // files of each output: what is worked on at once, and tried again
	Force  bool     // outputs of an earlier run are removed
	Tries  int      // of the whole job, on the runner that tries nothing again itself
	Job    string   // tells the temporary files of this job; set by prepare

	From          string // input format; "" detects it
	MaxBytes      int64  // of a file, or of a record of a stream
	Language      string // hints, as the command takes them
	DateOrder     string
	Actors        string // list of known actors, where the workers can read it
	MinConfidence float64
}

// flags enters the options as flags, in the style of Beam's own.
func (o *Options) flags(f *flag.FlagSet) {
	f.Func("input", "glob of files to read, such as 'news/*/*.txt' or 'gs://bucket/records-*.jsonl.gz'; may be given several times",
		func(s string) error { o.Inputs = append(o.Inputs, s); return nil })
	f.StringVar(&o.Output, "output", "", "folder, or gs://bucket/folder, of the outputs")
	f.IntVar(&o.Shards, "shards", 16, "number of files of each output; at most some ten thousand articles should come into one")
	f.BoolVar(&o.Force, "force", false, "remove outputs of an earlier run from the folder")
	f.IntVar(&o.Tries, "tries", 3, "how often a failed job is begun in all, on prism; other runners try again themselves")
	f.StringVar(&o.From, "from", "", "input format; default: content first, extension second")
	f.Int64Var(&o.MaxBytes, "max_bytes", formats.DefaultMaxBytes, "bytes of a file, or of a record of a stream, at most")
	f.StringVar(&o.Language, "lang", "", "BCP 47 tag of the text; default: detected")
	f.StringVar(&o.DateOrder, "date_order", "", "how numeric dates read: dmy, mdy or ymd; default: by evidence")
	f.StringVar(&o.Actors, "actors", "", "list of known actors, TSV or CSV, where the workers can read it")
	f.Float64Var(&o.MinConfidence, "min_confidence", 0, "leave out quotes and positions below, 0 to 1")
}

// check reports wrong use. Rest are the arguments that are no flags.
func (o *Options) check(rest []string) error {
	switch {
	case len(rest) > 0:
		return fmt.Errorf("%q is no flag; files are named by --input", rest[0])
	case len(o.Inputs) == 0:
		return errors.New("no input named; give --input 'GLOB'")
	case o.Output == "":
		return errors.New("no place for the outputs; give --output FOLDER")
	case o.Shards < 1 || o.Shards > 99999:
		return errors.New("--shards is a number from 1 to 99999")
	case o.From != "" && formats.Lookup(o.From) == nil:
		return fmt.Errorf("--from: unknown format %q; dossier formats lists them", o.From)
	case o.DateOrder != "" && o.DateOrder != "dmy" && o.DateOrder != "mdy" && o.DateOrder != "ymd":
		return fmt.Errorf("--date_order is dmy, mdy or ymd, not %q", o.DateOrder)
	case o.MinConfidence < 0 || o.MinConfidence > 1:
		return errors.New("--min_confidence is a number from 0 to 1")
	}
	for _, p := range append([]string{o.Output}, o.Inputs...) {
		if _, err := filesystem.New(context.Background(), p); err != nil {
			return err
		}
	}
	return nil
}

// parseOptions are the hints for the parser. The list of actors is read anew on
// every worker.
func (o *Options) parseOptions(ctx context.Context) (parse.Options, error) {
	p := parse.Options{DateOrder: o.DateOrder, Language: o.Language}
	if o.Actors == "" {
		return p, nil
	}
	fs, err := filesystem.New(ctx, o.Actors)
	if err != nil {
		return p, err
	}
	defer fs.Close()
	r, err := fs.OpenRead(ctx, o.Actors)
	if err != nil {
		return p, err
	}
	defer r.Close()
	p.Actors, err = parse.ReadActors(r, o.Actors[strings.LastIndexByte(o.Actors, '/')+1:])
	return p, err
}
