// Command dossier-beam reads any number of articles on an engine that spreads the
// work over machines: an Apache Beam pipeline around the parser of dossier.
//
//	dossier-beam --input 'news/*/*.txt' --input 'records/*.jsonl.gz' --output out --shards 16
//
// It runs in this process on Beam's Prism runner, or with --runner on Flink,
// Dataflow and other portable runners; docs/beam.md says how. Out come, below
// --output, NDJSON of the canonical articles, CSV of their quotes and the lines for
// what could not be read, a file of each for every shard, and entities.csv, the
// actors over all articles. They hold what the command dossier makes of the same
// files, to the byte.
//
// It is a module of its own, so that the modules of Beam never come near the command.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
)

// The exit codes are those of the command.
const (
	exitDone    = 0
	exitNothing = 1
	exitUsage   = 2
	exitSome    = 3
)

func main() {
	flag.StringVar(&log.LogLevel, "log_level", "warn", "debug, info, warn or error: what Beam says of its work")
	flag.StringVar(&log.LogKind, "log_kind", "text", "text, json or dev: how it says so")
	var o Options
	o.flags(flag.CommandLine)
	flag.Parse()
	log.SetupLoggingWithDefault()
	beam.Init() // on a worker this is all: it does not return
	os.Exit(run(context.Background(), o))
}

// run does the job, says what came of it, and returns the exit code.
func run(ctx context.Context, o Options) int {
	if err := o.check(flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "dossier-beam:", err)
		return exitUsage
	}
	if err := o.prepare(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "dossier-beam:", err)
		return exitUsage
	}
	sum, err := Run(ctx, o)
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, "dossier-beam:", err)
		return exitNothing
	case *jobopts.Async:
		fmt.Fprintln(os.Stderr, "dossier-beam: the job was handed over")
		return exitDone
	}
	fmt.Fprintf(os.Stderr, "dossier-beam: %s: %s\n", o.Output, sum)
	switch {
	case sum.Failures == 0:
		return exitDone
	case sum.Articles == 0:
		return exitNothing
	}
	return exitSome
}
