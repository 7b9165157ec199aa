// Package batch converts many inputs in one run: it finds them, plans their
// outputs, refuses collisions before any work, and runs the work over a pool.
//
// One bad input never stops the rest: an error, a time limit and even a panic
// in a document are that document's failure. No file ever bears its final name
// before it is complete. The package knows nothing of flags and prints nothing
// but the articles themselves; what happens is told to Options.Events.
package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"

	"dossier/article"
	"dossier/export"
	"dossier/parse"
)

// What ends a run as a whole. A failure of one input is in the Report instead.
var (
	ErrUsage    = errors.New("usage")    // the options contradict each other
	ErrNoInput  = errors.New("no input") // nothing to convert was found
	ErrConflict = errors.New("conflict") // an output may not be written
)

// Options say what is converted and where it goes.
type Options struct {
	Inputs  []string         // files, folders, globs, "-" for Stdin
	Listed  []string         // files, or folders, of a list; below Dir they keep their folders
	Include []string         // patterns: of a folder only what matches one is taken
	Exclude []string         // patterns: of a folder or glob what matches one is left out
	Shard   Shard            // the part of the inputs that is done
	From    string           // input format; "" detects it
	To      []*export.Format // at least one
	Output  string           // one file for all articles, or "-" for Stdout
	Dir     string           // folder of the outputs; "" is beside the input
	Name    string           // template of output names; see name.go

	Jobs     int           // documents worked on at once; 0: one a core
	Force    bool          // overwrite files that are not ours, or edited
	Resume   bool          // pass over what is done and unchanged
	Manifest string        // its path; "" is the usual place, NoManifest none
	CSVW     bool          // describe each CSV in a file beside it
	InPlace  bool          // an output may take the place of its own input
	FailFast bool          // stop at the first failure
	MaxBytes int64         // of a file or of one record of a stream
	Timeout  time.Duration // of one article; 0: none

	MinConfidence float64 // quotes and positions below are left out
	Parse         parse.Options
	Looks         export.Options
	Edit          func(*article.Article) (*article.Article, error) // after parsing; may be nil
	Tables        []string                                         // hashes of the files that options name: they decide outputs too

	Stdin  io.Reader
	Stdout io.Writer
	Events func(Event) // called one at a time, in the order of the inputs; may be nil

	now func(path string) bool // nil, or whether it is this file's turn
}

// NoManifest as Options.Manifest: nothing is remembered of the run.
const NoManifest = "none"

// Event tells what became of one article, or of an input that gave none.
type Event struct {
	Input  string // as the user named or found it
	Record int    // 1, 2 … in a file of several articles, else 0
	Files  []string
	Notes  []article.Note
	Err    error
	Same   bool // unchanged since an earlier run, so nothing was done
	Kept   int  // of the files of an unchanged article: edited by somebody
	Done   int  // inputs finished
	Total  int  // inputs in all
}

// Failure is one input, or one record of it, that could not be converted.
type Failure struct {
	Input  string
	Record int // 0: the input as a whole
	Err    error
}

// Report sums up a run.
type Report struct {
	Inputs   int
	Articles int       // converted
	Files    int       // written
	Same     int       // articles that were done before and are unchanged
	Kept     int       // files of them that somebody edited
	Failed   int       // inputs or records of them
	Failures []Failure // the first of them
}

// keptFailures bounds Report.Failures: in a stream without an end failures may
// have none either. Options.Events hears of all.
const keptFailures = 1000

func (r *Report) fail(f Failure) {
	r.Failed++
	if len(r.Failures) < keptFailures {
		r.Failures = append(r.Failures, f)
	}
}

// Run converts. The report is valid even with an error. The error wraps
// ErrUsage, ErrNoInput or ErrConflict, is the cause of ctx if that ended the
// run, or says why the common output could not be written.
func Run(ctx context.Context, o Options) (Report, error) {
	p, err := Prepare(o)
	if err != nil {
		return Report{}, err
	}
	return p.Run(ctx)
}

// Plan is a run that was checked and not yet started.
type Plan struct {
	o         Options
	inputs    []Input
	others    []Input   // not of this run; their outputs claim their names
	missing   []Failure // arguments that led to nothing
	name      template
	settings  string
	begun     *manifest            // nil, or the only one, which is being read
	manifests map[string]*manifest // by the folder of outputs
	folders   folders
}

// Prepare finds the inputs and checks that every output known by now may be written.
func Prepare(o Options) (*Plan, error) {
	if o.Jobs <= 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	if o.Name == "" {
		o.Name = "{stem}"
	}
	p := &Plan{o: o}
	var err error
	if p.name, err = newTemplate(o.Name); err != nil {
		return nil, err
	}
	if err = o.Shard.check(); err != nil {
		return nil, err
	}
	p.begin()
	defer p.leave()
	if p.inputs, p.others, p.missing, err = discover(o); err != nil {
		return nil, err
	}
	if err := p.fits(); err != nil {
		return nil, err
	}
	var claims []claim
	var named sync.WaitGroup
	named.Go(func() { claims = p.claims() })
	err = p.remember()
	if named.Wait(); err != nil {
		return nil, err
	}
	return p, p.conflicts(claims)
}

// Run does the work of the plan.
func (p *Plan) Run(ctx context.Context) (Report, error) {
	out, err := p.sink()
	if err != nil {
		return Report{}, err
	}
	report, err := newPool(p, out).run(ctx)
	return report, errors.Join(err, p.closeManifests())
}

// fits reports a usage error if several articles are bound for an output of one.
func (p *Plan) fits() error {
	if p.o.Output == "" {
		return nil
	}
	if p.o.Resume {
		return fmt.Errorf("%w: one output of all articles is made anew each time; --resume goes with --out-dir", ErrUsage)
	}
	if len(p.o.To) != 1 {
		return fmt.Errorf("%w: one output takes one format, not %d; use --out-dir for several", ErrUsage, len(p.o.To))
	}
	if f := p.o.To[0]; len(p.inputs) > 1 && !takesMany(f) {
		return tooMany(f)
	}
	return nil
}

// takesMany reports whether one output of f holds several articles.
func takesMany(f *export.Format) bool { return f.Gathers || f.Terminal }

func tooMany(f *export.Format) error {
	return fmt.Errorf("%w: several articles do not fit into one %s; use --out-dir, or a format that gathers", ErrUsage, f.Name)
}
