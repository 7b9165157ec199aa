package batch

import (
	"context"
	"time"
)

// collector takes the fates in the order of the inputs and finishes them, many at
// once: a disk confirms a hundred files in little more time than one, so that what
// is done waits for company, but not long.
type collector struct {
	w      *pool
	cancel context.CancelCauseFunc
	report Report
	done   int   // inputs
	broken error // of the common output; it ends the run
	over   bool  // whatever still comes is dropped

	held  []fate
	files int         // drafts of held
	due   *time.Timer // runs while something is held

	last []fate        // those before held, which are being finished
	busy chan struct{} // closed when they are; nil if there are none
	err  error         // of finishing them
}

// Fates are finished together when they have this many files, or the first of
// them has waited so long.
const (
	heldFiles = 64
	heldTime  = 100 * time.Millisecond
)

func newCollector(w *pool, cancel context.CancelCauseFunc) *collector {
	c := &collector{w: w, cancel: cancel, due: time.NewTimer(heldTime)}
	c.due.Stop()
	c.report.Inputs = len(w.p.inputs) + len(w.p.missing)
	return c
}

// collect returns an error if it is one of the common output.
func (c *collector) collect() (Report, error) {
	for _, f := range c.w.p.missing {
		c.done++
		c.take(fate{item: item{in: Input{Path: f.Input}}, err: f.Err})
	}
	for {
		r, more, _ := await(c, c.w.queue, nil)
		if !more {
			break
		}
		for i, in := range r.known {
			c.done++
			c.take(r.looks[i].fate(in))
		}
		if r.known != nil {
			continue
		}
		c.done++
		if c.each(r) {
			c.w.left = append(c.w.left, r)
		} else if r.end > 0 {
			c.take(fate{item: item{in: r.in, was: r.was}, end: r.end})
		}
	}
	c.finish(true)
	return c.report, c.broken
}

// each takes the fates of a reading, in order, until the file ends or the user
// leaves.
func (c *collector) each(r *reading) (left bool) {
	defer close(r.left)
	for {
		future, more, left := await(c, r.fates, r.quit)
		if left || !more {
			return left
		}
		f, _, _ := await(c, future, nil)
		c.take(f)
	}
}

// await receives from ch, unless quit is closed before. What was held long enough
// is finished meanwhile.
func await[T any](c *collector, ch <-chan T, quit <-chan struct{}) (v T, ok, left bool) {
	for {
		select {
		case v, ok = <-ch:
			return v, ok, false
		case <-quit:
			return v, false, true
		case <-c.due.C:
			c.finish(false)
		}
	}
}

// take holds a fate until it is finished, or drops it.
func (c *collector) take(f fate) {
	if c.over {
		f.drop()
		return
	}
	f.place = c.done
	if len(c.held) == 0 {
		c.due.Reset(heldTime)
	}
	c.held = append(c.held, f)
	c.files += len(f.drafts)
	if now := c.w.sink.shared() || c.w.p.o.FailFast; now || c.files >= heldFiles || len(c.held) >= heldFiles {
		c.finish(now)
	}
}

// finish finishes what is held, once what was held before is finished: at once and
// here, or else beside what comes next, so that the disk confirms the one while the
// other comes together.
func (c *collector) finish(now bool) {
	c.due.Stop()
	c.settle()
	if len(c.held) == 0 {
		return
	}
	c.held, c.last, c.files = c.last[:0], c.held, 0
	c.busy = make(chan struct{})
	if now {
		c.complete()
		c.settle()
	} else {
		go c.complete()
	}
}

// complete makes visible what was held, and tells of it.
func (c *collector) complete() {
	defer close(c.busy)
	_, c.err = guard(func() (none, error) { return none{}, c.w.sink.finish(c.last) })
	for i := range c.last {
		if f := &c.last[i]; c.err != nil {
			f.drop()
		} else if f.end == 0 {
			c.tell(f)
		}
	}
}

// settle waits for what is being finished.
func (c *collector) settle() {
	if c.busy == nil {
		return
	}
	<-c.busy
	c.busy = nil
	for i := range c.last {
		c.over = c.over || c.last[i].err != nil && c.w.p.o.FailFast
	}
	clear(c.last)
	if c.err != nil {
		c.broken, c.over = c.err, true
	}
	if c.over {
		c.cancel(nil)
	}
}

// tell counts a fate and reports it.
func (c *collector) tell(f *fate) {
	e := Event{Input: f.in.Path, Files: f.files, Notes: f.notes, Err: f.err, Same: f.same != nil, Done: f.place, Total: c.report.Inputs}
	if f.many {
		e.Record = f.n
	}
	if f.same != nil {
		e.Kept = f.same.edited
	}
	switch {
	case f.err != nil:
		c.report.fail(Failure{Input: e.Input, Record: e.Record, Err: f.err})
	case f.same != nil:
		c.report.Same += f.same.articles
		c.report.Kept += f.same.edited
	default:
		c.report.Articles++
		c.report.Files += len(f.files)
	}
	if c.w.p.o.Events != nil {
		c.w.p.o.Events(e)
	}
}
