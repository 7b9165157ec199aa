package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	"dossier/article"
	"dossier/formats"
	"dossier/parse"
)

// The pool. Order and speed want different things: files are read and articles
// worked on side by side, while results leave in the order of the inputs.
//
//	feed ── a reading per input, in order ──▶ collect ──▶ finish, in order
//	            └─ a fate per record, in order ──┘
//
// Each reading and each fate is computed by a goroutine of its own that holds
// one of o.Jobs slots only while it computes, never while it waits, so that the
// collector's wait for the first input always ends. Both queues are bounded, and
// so is the memory: a few articles a slot, however many files there are.
type pool struct {
	p     *Plan
	sink  sink
	slots chan struct{}
	queue chan *reading
	tasks sync.WaitGroup // articles being worked on
	left  []*reading     // whose last fates nobody took
}

// reading is an input being read.
type reading struct {
	in    Input
	fates chan chan fate  // closed at the end of the file
	left  chan struct{}   // closed when nobody takes fates any more
	quit  <-chan struct{} // a user who leaves need not end the standard input first
}

// fate is what became of one record, or of a whole input.
type fate struct {
	item
	err error
}

// Errors of a document beside those of package formats.
var (
	ErrTimeout = errors.New("took longer than the time limit")
	ErrNone    = errors.New("no article in the file")
)

// A PanicError is a fault of ours that a document brought to light.
type PanicError struct {
	Value any
	Stack []byte
}

// Error states what the panic said.
func (e *PanicError) Error() string { return fmt.Sprintf("internal error: %v", e.Value) }

func newPool(p *Plan, s sink) *pool {
	ahead := 2 * p.o.Jobs
	return &pool{p: p, sink: s, slots: make(chan struct{}, p.o.Jobs), queue: make(chan *reading, ahead)}
}

// run works through the plan and completes the shared output.
func (w *pool) run(parent context.Context) (Report, error) {
	ctx, cancel := context.WithCancelCause(parent)
	defer cancel(nil)
	go w.feed(ctx)
	report, err := w.collect(cancel)
	w.tasks.Wait()
	w.dropLeft()
	if cause := context.Cause(parent); err == nil && cause != nil {
		err = cause
	}
	if err != nil || w.p.o.FailFast && len(report.Failures) > 0 {
		w.sink.abort()
		if w.sink.shared() {
			report.Articles = 0
		}
		return report, err
	}
	n, err := guard(w.sink.close)
	report.Files += n
	return report, err
}

// feed starts a reading for each input until ctx is done.
func (w *pool) feed(ctx context.Context) {
	defer close(w.queue)
	for _, in := range w.p.inputs {
		r := &reading{in: in, fates: make(chan chan fate, 2*w.p.o.Jobs), left: make(chan struct{})}
		if in.Path == Stdin {
			r.quit = ctx.Done()
		}
		select {
		case <-ctx.Done():
			return
		case w.queue <- r:
			go w.read(ctx, r)
		}
	}
}

// collect takes the fates in order. An error is one of the common output.
func (w *pool) collect(cancel context.CancelCauseFunc) (Report, error) {
	report := Report{Inputs: len(w.p.inputs) + len(w.p.missing)}
	var broken error
	over, done := false, 0 // over: whatever still comes is dropped
	take := func(f fate) {
		if over {
			f.drop()
			return
		}
		if f.err == nil {
			_, f.err = guard(func() (none, error) { return none{}, w.sink.finish(&f.item) })
			if f.err != nil && w.sink.shared() {
				broken = f.err
			}
		}
		if broken == nil {
			w.tell(&report, f, done)
		}
		if over = broken != nil || f.err != nil && w.p.o.FailFast; over {
			cancel(nil)
		}
	}
	for _, f := range w.p.missing {
		done++
		take(fate{item{in: Input{Path: f.Input}}, f.Err})
	}
	for r := range w.queue {
		done++
		if r.each(take) {
			w.left = append(w.left, r)
		}
	}
	return report, broken
}

// each hands the fates on, in order, until the file ends or the user leaves.
func (r *reading) each(take func(fate)) (left bool) {
	defer close(r.left)
	for {
		select {
		case future, more := <-r.fates:
			if !more {
				return false
			}
			take(<-future)
		case <-r.quit:
			return true
		}
	}
}

// add enters a fate that is still to come; false if nobody waits for it.
func (r *reading) add(future chan fate) bool {
	select {
	case <-r.left:
		return false
	default:
	}
	select {
	case r.fates <- future:
		return true
	case <-r.left:
		return false
	}
}

// dropLeft leaves nothing of the articles that were done after the user left.
func (w *pool) dropLeft() {
	for _, r := range w.left {
		for len(r.fates) > 0 {
			f := <-<-r.fates
			f.drop()
		}
	}
}

// tell counts a fate and reports it.
func (w *pool) tell(report *Report, f fate, done int) {
	e := Event{Input: f.in.Path, Files: f.files, Err: f.err, Done: done, Total: report.Inputs}
	if f.many {
		e.Record = f.n
	}
	if f.art != nil {
		e.Notes = f.art.Notes
	}
	if f.err != nil {
		report.Failures = append(report.Failures, Failure{Input: e.Input, Record: e.Record, Err: f.err})
	} else {
		report.Articles++
		report.Files += len(f.files)
	}
	if w.p.o.Events != nil {
		w.p.o.Events(e)
	}
}

// read sends the fate of every record of the input, in order.
func (w *pool) read(ctx context.Context, r *reading) {
	defer close(r.fates)
	send := func(f fate) {
		future := make(chan fate, 1)
		future <- f
		r.add(future)
	}
	src, err := step(w, r.in, func() (*source, error) { return w.open(r.in) })
	if err != nil {
		send(fate{item{in: r.in}, err})
		return
	}
	defer src.close()
	for n := 1; ctx.Err() == nil; n++ {
		a, err := step(w, r.in, src.next)
		it := item{in: r.in, n: n, many: src.format.Many || n > 1, art: a}
		switch {
		case err == errEnd && n > 1:
			return
		case err == errEnd:
			send(fate{item{in: r.in}, ErrNone})
			return
		case over(err):
			src.lost = true
			send(fate{item{in: r.in}, err})
			return
		case err != nil:
			send(fate{it, err})
		default:
			future := make(chan fate, 1)
			if !r.add(future) {
				return
			}
			w.tasks.Go(func() { future <- w.work(it, src.format.Parsed) })
		}
	}
}

// over reports errors after which nothing more can be read.
func over(err error) bool {
	var p *PanicError
	return errors.Is(err, ErrTimeout) || errors.As(err, &p)
}

// work completes one article and stores it.
func (w *pool) work(it item, parsed bool) fate {
	done, err := step(w, Input{}, func() (item, error) {
		it := it // ours alone, should we be given up on
		if !parsed {
			it.art = parse.Article(it.art, w.p.o.Parse)
		}
		if w.p.o.Edit != nil {
			var err error
			if it.art, err = w.p.o.Edit(it.art); err != nil {
				return it, err
			}
		}
		if w.p.o.MinConfidence > 0 {
			it.art = it.art.AtLeast(w.p.o.MinConfidence)
		}
		return it, w.sink.render(&it)
	})
	if err != nil {
		return fate{it, err}
	}
	err = w.sink.store(&done)
	return fate{done, err}
}

// source is an open input.
type source struct {
	file   io.Closer
	format *formats.Format
	pull   func() (*article.Article, error, bool)
	stop   func()
	lost   bool // somebody may still be reading: touch nothing
}

// open finds the format of in. It does not read beyond the file's head.
func (w *pool) open(in Input) (*source, error) {
	s := &source{}
	from := formats.Input{Name: filepath.Base(in.Path), Reader: w.p.o.Stdin}
	if in.Path == Stdin {
		from.Name = "stdin"
	} else {
		f, err := os.Open(in.Path)
		if err != nil {
			return nil, err
		}
		s.file, from.Reader = f, f
	}
	f, seq, err := formats.Open(from, formats.Options{Format: w.p.o.From, MaxBytes: w.p.o.MaxBytes})
	if err != nil {
		s.close()
		return nil, err
	}
	s.format = f
	s.pull, s.stop = iter.Pull2(seq)
	return s, nil
}

var errEnd = errors.New("end of file")

// next is the next article, errEnd after the last.
func (s *source) next() (*article.Article, error) {
	a, err, more := s.pull()
	if !more {
		return nil, errEnd
	}
	return a, err
}

func (s *source) close() {
	if s.lost {
		return
	}
	if s.stop != nil {
		guard(func() (none, error) { s.stop(); return none{}, nil })
	}
	if s.file != nil {
		s.file.Close()
	}
}

// step runs f on a slot. A panic becomes an error. What takes longer than the
// time limit is given up: it cannot be stopped, so it ends on its own and its
// result is dropped. The standard input may keep us waiting for a user, so
// reading it takes no slot and has no limit.
func step[T any](w *pool, in Input, f func() (T, error)) (T, error) {
	if in.Path == Stdin {
		return guard(f)
	}
	w.slots <- struct{}{}
	defer func() { <-w.slots }()
	if w.p.o.Timeout <= 0 {
		return guard(f)
	}
	type result struct {
		v   T
		err error
	}
	done := make(chan result, 1)
	go func() {
		v, err := guard(f)
		done <- result{v, err}
	}()
	late := time.NewTimer(w.p.o.Timeout)
	defer late.Stop()
	select {
	case r := <-done:
		return r.v, r.err
	case <-late.C:
		var zero T
		return zero, ErrTimeout
	}
}

// guard turns a panic of f into an error.
func guard[T any](f func() (T, error)) (v T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &PanicError{p, debug.Stack()}
		}
	}()
	return f()
}

type none struct{}
