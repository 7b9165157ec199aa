package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

// signalled is the cause of a context that a signal ended.
type signalled struct{ number int }

func (s signalled) Error() string {
	return fmt.Sprintf("stopped by signal %d; what was begun is finished, the rest was not done", s.number)
}

// untilSignal returns a context that the first interrupt or request to end
// cancels, so that what runs is finished; the second one leaves at once.
// A closed pipe is an error of the write, not a signal.
func untilSignal(parent context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(parent)
	got := make(chan os.Signal, 2)
	signal.Notify(got, os.Interrupt, syscall.SIGTERM)
	signal.Ignore(syscall.SIGPIPE)
	go func() {
		number := func(s os.Signal) int {
			if n, ok := s.(syscall.Signal); ok {
				return int(n)
			}
			return int(syscall.SIGINT)
		}
		for first := true; ; first = false {
			s, open := <-got
			switch {
			case !open:
				return
			case first:
				cancel(signalled{number(s)})
			default:
				os.Exit(exitSignal + number(s))
			}
		}
	}()
	return ctx, func() {
		signal.Stop(got)
		close(got)
		cancel(nil)
	}
}

// closedPipe reports that the reader of our output has had enough.
func closedPipe(err error) bool {
	var n syscall.Errno
	if runtime.GOOS == "windows" && errors.As(err, &n) {
		return n == 109 || n == 232 // ERROR_BROKEN_PIPE, ERROR_NO_DATA
	}
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}
