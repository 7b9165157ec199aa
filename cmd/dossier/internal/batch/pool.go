package batch

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"dossier/article"
	"dossier/parse"
)

// The pool. Order and speed want different things: files are read and articles
// worked on side by side, while results leave in the order of the inputs.
//
//	feed ── a reading per input, in order ──▶ collect ──▶ finish, in order, many at once
//	            └─ a fate per record, in order ──┘
//
// Each reading and each fate is computed by a goroutine of its own that holds
// one of o.Jobs slots while it computes or writes, never while it waits for another
// or for the disk to confirm, so that no more articles are worked on at once and the
// collector's wait for the first input always ends. Both queues are bounded, and
// so is the memory: a few articles a slot, however many files there are.
type pool struct {
	p     *Plan
	sink  sink
	slots chan struct{}
	queue chan *reading
	tasks sync.WaitGroup // articles being worked on
	todo  todo           // articles that were read
	left  []*reading     // whose last fates nobody took

	parse  func([]*article.Article, parse.Options) []*article.Article
	looked func(Input) // nil, or called between the first look at an input and its reading
}

// reading is an input being read, or several that nobody need read.
type reading struct {
	known []Input // those
	looks []look  // at them
	in    Input
	was   seen
	ahead bool            // it was looked at before it was queued
	end   int             // records in a file of many, once all were read
	fates chan chan fate  // closed at the end of the file
	left  chan struct{}   // closed when nobody takes fates any more
	quit  <-chan struct{} // a user who leaves need not end the standard input first
}

// fate is what became of one record, or of a whole input.
type fate struct {
	item
	err  error
	same *before // why it need not be done again
	end  int     // the records of a file of many, after the last of them
}

// ErrNone says that a file was read and holds nothing.
var ErrNone = errors.New("no article in the file")

func newPool(p *Plan, s sink) *pool {
	ahead := 8 + 4*p.o.Jobs // the disk is slow to confirm
	return &pool{p: p, sink: s, parse: parse.Articles, slots: make(chan struct{}, p.o.Jobs), queue: make(chan *reading, ahead)}
}

// run works through the plan and completes the shared output.
func (w *pool) run(parent context.Context) (Report, error) {
	ctx, cancel := context.WithCancelCause(parent)
	defer cancel(nil)
	go w.feed(ctx)
	report, err := newCollector(w, cancel).collect()
	w.tasks.Wait()
	w.dropLeft()
	if cause := context.Cause(parent); err == nil && cause != nil {
		err = cause
	}
	if err != nil || w.p.o.FailFast && len(report.Failures) > 0 {
		if !w.sink.abort() {
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
	for inputs := range slices.Chunk(w.p.inputs, lookedAt) {
		for _, r := range w.readings(ctx, inputs) {
			select {
			case <-ctx.Done():
				return
			case w.queue <- r:
				if r.known == nil {
					go w.read(ctx, r)
				}
			}
		}
	}
}

// lookedAt is how many inputs a resumed run looks at side by side before it reads
// the first that needs it: most often none does.
const lookedAt = 128

// readings are those of the inputs. Of a resumed run, which looks at all of them
// first, those that nobody need read are one.
func (w *pool) readings(ctx context.Context, inputs []Input) (list []*reading) {
	looks := make([]look, len(inputs))
	if w.p.o.Resume {
		sideBySide(len(inputs), w.p.o.Jobs, func(i int) { looks[i] = w.look(&inputs[i]) })
	}
	for i := 0; i < len(inputs); i++ {
		from := i
		for i < len(inputs) && looks[i].decides() {
			i++
		}
		if i > from {
			list = append(list, &reading{known: inputs[from:i], looks: looks[from:i]})
		}
		if i < len(inputs) {
			list = append(list, w.reading(ctx, inputs[i], looks[i].was))
		}
	}
	return list
}

func (w *pool) reading(ctx context.Context, in Input, was seen) *reading {
	r := &reading{in: in, was: was, ahead: w.p.o.Resume, fates: make(chan chan fate, 2*w.p.o.Jobs), left: make(chan struct{})}
	if in.Path == Stdin {
		r.quit = ctx.Done()
	}
	return r
}

// look is what a look at an input as a whole tells of it.
type look struct {
	was  seen
	err  error
	same *before // why it need not be done again
}

func (w *pool) look(in *Input) (l look) {
	if l.was, l.err = step(w, *in, func() (seen, error) { return w.p.look(in) }); l.err == nil {
		l.same = w.passOver(in, 0, l.was)
	}
	return l
}

// decides reports whether nothing need be done.
func (l *look) decides() bool { return l.err != nil || l.same != nil }

// fate is that of the input, if the look decides it.
func (l *look) fate(in Input) fate {
	return fate{item: item{in: in, was: l.was}, err: l.err, same: l.same}
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

// read sends the fate of every record of the input, in order.
func (w *pool) read(ctx context.Context, r *reading) {
	defer close(r.fates)
	deepen(0)
	send := func(f fate) {
		future := make(chan fate, 1)
		future <- f
		r.add(future)
	}
	lose := func(err error) { send(fate{item: item{in: r.in, was: r.was}, err: err}) }
	if !r.ahead {
		l := w.look(&r.in)
		if r.was = l.was; l.decides() {
			send(l.fate(r.in))
			return
		}
	}
	if w.looked != nil {
		w.looked(r.in)
	}
	src, err := step(w, r.in, func() (*source, error) { return w.open(r.in, r.was) })
	if err != nil {
		lose(err)
		return
	}
	defer src.close()
	for n := 1; ctx.Err() == nil; n++ {
		a, err := step(w, r.in, src.next)
		many := src.format.Many || n > 1
		if err == nil && !many {
			many, err = step(w, r.in, src.more)
		}
		it := item{in: r.in, was: r.was, n: n, many: many, art: a, began: time.Now()}
		if a != nil {
			it.notes = a.Notes
		}
		switch {
		case err == errEnd && n > 1:
			if r.end = n - 1; src.changed() {
				lose(ErrChanged)
			}
			return
		case err == errEnd:
			lose(ErrNone)
			return
		case over(err):
			src.lost = true
			lose(err)
			return
		case !w.p.mine(n, &r.in):
			continue
		case err == nil && !many && src.changed():
			err = ErrChanged
		}
		if err != nil {
			send(fate{item: it, err: err})
		} else if same := w.passOver(&r.in, it.record(), r.was); many && same != nil {
			it.art = nil
			send(fate{item: it, same: same})
		} else {
			future := make(chan fate, 1)
			if !r.add(future) {
				return
			}
			w.hand(task{it, src.format.Parsed, future})
		}
		if !many {
			return
		}
	}
}

// passOver says why record n of the input, or all of it for 0, need not be done
// again; nil if it must.
func (w *pool) passOver(in *Input, n int, was seen) *before {
	if !w.p.o.Resume {
		return nil
	}
	if b, ok := w.p.unchanged(in, n, was.sum); ok {
		return &b
	}
	return nil
}

// over reports errors after which nothing more can be read.
func over(err error) bool {
	var p *PanicError
	return errors.Is(err, ErrTimeout) || errors.As(err, &p)
}

// work completes one article and stores it.
func (w *pool) work(it item, parsed bool) fate {
	deepen(0)
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
		it.notes = it.art.Notes
		return it, w.sink.render(&it)
	})
	if err != nil {
		return fate{item: it, err: err}
	}
	w.slots <- struct{}{} // hashing and writing are work, unlike the wait for the disk
	err = w.sink.store(&done)
	<-w.slots
	done.took = time.Since(done.began)
	return fate{item: done, err: err}
}
