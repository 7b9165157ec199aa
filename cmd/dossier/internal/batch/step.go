package batch

import (
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"
)

// ErrTimeout says that a document was given up.
var ErrTimeout = errors.New("took longer than the time limit")

// A PanicError is a fault of ours that a document brought to light.
type PanicError struct {
	Value any
	Stack []byte
}

// Error states what the panic said.
func (e *PanicError) Error() string { return fmt.Sprintf("internal error: %v", e.Value) }

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
		deepen(0)
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

// stackRoom is the bytes of stack that reading, parsing and rendering an article
// take.
const stackRoom = 16 << 10

// deepen makes the stack of the calling goroutine large enough at once. It starts
// with 2 KB, and each time it doubles in the midst of the work the runtime looks up
// every function on the way down, in tables spread over 8 MB of the program that a
// short run would never read otherwise.
//
//go:noinline
func deepen(i int) byte {
	var room [stackRoom]byte
	return room[i]
}

type none struct{}

// sideBySide calls do for each number below n, so many at a time.
func sideBySide(n, jobs int, do func(i int)) {
	var all sync.WaitGroup
	var next atomic.Int64
	for range jobs {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	all.Wait()
}
