package batch

import (
	"context"
	"errors"
	"time"
)

// watchEvery is the time between two looks at what is watched. A look may take
// a twentieth of the time at most.
const watchEvery = time.Second

// Watch converts what the inputs lead to now and whatever arrives or changes
// there later, until ctx ends, and returns the cause of that. A file's turn comes
// when it has stood unchanged between two looks, so that nobody's half-written
// file is read; one that failed is tried again when it changes. What an earlier
// run has done is passed over. done hears of each round that did something.
func Watch(ctx context.Context, o Options, done func(Report, error)) error {
	w := watcher{last: map[string]stamp{}, tried: map[string]stamp{}}
	o.Resume, o.now = true, w.now
	for {
		began := time.Now()
		if report, err := w.round(ctx, o); report.Inputs > 0 || err != nil {
			done(report, err)
			if errors.Is(err, ErrUsage) {
				return err
			}
		}
		pause := time.NewTimer(max(watchEvery, 20*time.Since(began)))
		select {
		case <-ctx.Done():
			pause.Stop()
			return context.Cause(ctx)
		case <-pause.C:
		}
	}
}

type watcher struct {
	last   map[string]stamp // as of the last look
	tried  map[string]stamp // as of when they were done
	looked bool             // at least once
}

// now reports whether the turn of a file has come.
func (w *watcher) now(path string) bool {
	s, err := stampAt(path)
	if err != nil {
		delete(w.last, path)
		return false
	}
	settled := w.last[path] == s || !w.looked && time.Since(s.modified) > watchEvery
	w.last[path] = s
	if !settled || w.tried[path] == s {
		return false
	}
	w.tried[path] = s
	return true
}

// round does what is to be done now. A conflict is one of the files whose turn
// it was; they stay undone until they change.
func (w *watcher) round(ctx context.Context, o Options) (Report, error) {
	p, err := Prepare(o)
	again := w.looked
	w.looked = true
	if errors.Is(err, ErrNoInput) {
		return Report{}, nil // nothing yet
	}
	if err != nil || len(p.inputs) == 0 {
		return Report{}, err
	}
	if again {
		p.missing = nil // it was told
	}
	return p.Run(ctx)
}
