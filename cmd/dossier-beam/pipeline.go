package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

// build lays the pipeline: the names of files, and the records of streams, are
// shared out; each shard reads, parses and writes; who appears goes on.
func build(s beam.Scope, o Options) {
	files, streams := beam.ParDo2(s, &findFn{O: o}, beam.Impulse(s))
	records := beam.ParDo(s, &splitFn{O: o}, beam.Reshuffle(s, streams))
	work := beam.GroupByKey(s, beam.Flatten(s, files, records))
	entities(s, o, beam.ParDo(s, &shardFn{O: o}, work))
}

// Summary is what a job came to.
type Summary struct {
	Articles, Failures, Notes int64
	NotesByCode               map[string]int64
}

// String is the summary in a line.
func (s Summary) String() string {
	return fmt.Sprintf("%d articles, %d failures, %d notes", s.Articles, s.Failures, s.Notes)
}

// Run does the job. Prism gives a job up as soon as one of its bundles fails, where
// other runners begin the bundle again; so there the job is begun again, and what
// was written before is written over, with the same bytes.
func Run(ctx context.Context, o Options) (Summary, error) {
	tries := 1
	if local() {
		tries = max(1, o.Tries)
	}
	for try := 1; ; try++ {
		p, s := beam.NewPipelineWithRoot()
		build(s, o)
		result, err := beamx.RunWithMetrics(ctx, p)
		switch {
		case err == nil && *jobopts.Async:
			return Summary{}, nil
		case err == nil:
			return summarize(result), o.clean(ctx)
		case try == tries || ctx.Err() != nil:
			return Summary{}, errors.New(reason(err))
		}
		fmt.Fprintf(os.Stderr, "dossier-beam: try %d of %d failed: %v\n", try, tries, reason(err))
	}
}

// local reports whether the job runs on Prism, in this process or another.
func local() bool {
	return *runners.Runner == "" || strings.EqualFold(*runners.Runner, "prism") || *runners.Runner == "PrismRunner"
}

// reason is what Beam says of a failure, without the plan and the stack behind it.
func reason(err error) string {
	text, _, _ := strings.Cut(err.Error(), "\nFull error:")
	return strings.Join(strings.Fields(text), " ")
}

// summarize reads the counters.
func summarize(r beam.PipelineResult) Summary {
	s := Summary{NotesByCode: map[string]int64{}}
	if r == nil {
		return s
	}
	ours := func(x metrics.SingleResult) bool { return x.Namespace() == metricSpace }
	for _, c := range r.Metrics().Query(ours).Counters() {
		switch name := c.Name(); name {
		case metricArticles:
			s.Articles += c.Result()
		case metricFailures:
			s.Failures += c.Result()
		case metricNotes:
			s.Notes += c.Result()
		default:
			s.NotesByCode[strings.TrimPrefix(name, metricNote)] += c.Result()
		}
	}
	return s
}
