package batch

import (
	"sync"

	"dossier/article"
)

// Articles that wait for a slot are parsed together: what a stage of the parser needs
// is fetched into the processor's cache once for all of them, which saves a tenth of
// the time and more. None is waited for: whoever gets a slot takes its share of what
// has been read by then.

// together is how many articles are parsed at once at most, and longText the bytes of
// text from which one is parsed alone, since it gains nothing.
const (
	together = 8
	longText = 32 << 10
)

// todo are the articles that wait.
type todo struct {
	mu   sync.Mutex
	list []task
}

// task is an article that was read, and where its fate is waited for.
type task struct {
	it     item
	parsed bool // its file held what the parser finds out
	future chan<- fate
}

// hand sees to it that t is worked on.
func (w *pool) hand(t task) {
	if t.parsed || len(t.it.art.Text) > longText || w.p.o.Timeout > 0 { // the limit is one article's
		w.tasks.Go(func() { t.future <- w.work(t.it, t.parsed) })
		return
	}
	w.todo.mu.Lock()
	w.todo.list = append(w.todo.list, t)
	w.todo.mu.Unlock()
	w.tasks.Go(w.parseSome)
}

// parseSome parses what waits when it gets a slot, if others have left anything, and
// has each article worked on. If one of them brings a fault to light each is parsed
// alone.
func (w *pool) parseSome() {
	deepen(0)
	w.slots <- struct{}{}
	list := w.todo.take(w.p.o.Jobs)
	in := make([]*article.Article, len(list))
	for i := range list {
		in[i] = list[i].it.art
	}
	out, err := guard(func() ([]*article.Article, error) { return w.parse(in, w.p.o.Parse), nil })
	<-w.slots
	for i, t := range list {
		if err == nil {
			t.it.art = out[i]
		}
		finish := func() { t.future <- w.work(t.it, err == nil) }
		if i == len(list)-1 {
			finish() // here, where the stack is deep already
		} else {
			w.tasks.Go(finish)
		}
	}
}

// take is the share of one of so many jobs.
func (t *todo) take(jobs int) []task {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := min(together, (len(t.list)+jobs-1)/jobs)
	list := t.list[:n:n]
	if t.list = t.list[n:]; len(t.list) == 0 {
		t.list = nil
	}
	return list
}
