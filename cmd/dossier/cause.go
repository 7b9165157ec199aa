package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"sync"
	"syscall"

	"dossier/cmd/dossier/internal/batch"
	"dossier/formats"
)

// groups are failures by cause, in the order of appearance. However many there
// are, few places are kept of each.
type groups struct {
	failures  int
	conflicts int // of them
	list      []*group
	byKind    map[string]*group
}

type group struct {
	what   string // or its pattern, if the failures differ in details
	hint   string
	n      int
	places []string
}

const shownFailures = 10 // of a group

func (g *groups) add(f batch.Failure) {
	g.failures++
	if errors.Is(f.Err, batch.ErrConflict) {
		g.conflicts++
	}
	what, hint := cause(f.Err)
	kind := details().ReplaceAllString(what, "…")
	one := g.byKind[kind]
	if one == nil {
		one = &group{what: what, hint: hint}
		if g.byKind == nil {
			g.byKind = map[string]*group{}
		}
		g.byKind[kind] = one
		g.list = append(g.list, one)
	}
	if one.what != what {
		one.what = kind
	}
	if one.n++; len(one.places) <= shownFailures {
		one.places = append(one.places, place(f))
	}
}

// details are what may differ between failures of one cause: places, and what
// stands there.
var details = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\d+`)
})

// print shows one failure as a line, several by cause.
func (g *groups) print(w io.Writer, inputs int) {
	if g.failures == 1 {
		one := g.list[0]
		say(w, one.places[0]+": "+one.what+one.hint)
	}
	if g.failures < 2 {
		return
	}
	say(w, fmt.Sprintf("%s, of %s", count(g.failures, "failure"), count(inputs, "input")))
	for _, one := range g.list {
		fmt.Fprintf(w, "  %s (%d)\n", printable(one.what+one.hint), one.n)
		places := one.places
		if one.n > shownFailures+1 {
			places = places[:shownFailures]
		}
		for _, name := range places {
			fmt.Fprintf(w, "    %s\n", name)
		}
		if more := one.n - len(places); more > 0 {
			fmt.Fprintf(w, "    and %d more; --errors-to FILE lists all\n", more)
		}
	}
}

// cause says why an input failed, in words that are the same for all inputs
// that failed for the same reason, and what to do about it.
func cause(err error) (what, hint string) {
	var p *batch.PanicError
	var rec *formats.RecordError
	var w *batch.WriteError
	if errors.As(err, &rec) {
		err = rec.Err // the place says which record
	}
	switch {
	case errors.As(err, &w):
		return w.Error(), ""
	case errors.As(err, &p):
		return err.Error(), "; this is a fault of dossier, -v shows where"
	case errors.Is(err, fs.ErrNotExist):
		return "no such file", ""
	case errors.Is(err, fs.ErrPermission):
		return "permission denied", ""
	case errors.Is(err, syscall.EISDIR):
		return "is a folder", ""
	case errors.Is(err, formats.ErrBinary):
		return strip(err.Error()), "; no format dossier reads"
	case errors.Is(err, formats.ErrTooLarge):
		return strip(err.Error()), "; --max-bytes raises the limit"
	case errors.Is(err, batch.ErrTimeout):
		return err.Error(), "; --timeout sets it"
	}
	return strip(err.Error()), ""
}

// place names the input of a failure and, in a stream of records, the line.
func place(f batch.Failure) string {
	input := printable(f.Input)
	if f.Input == batch.Stdin {
		input = "standard input"
	}
	var rec *formats.RecordError
	switch {
	case errors.As(f.Err, &rec) && rec.Line == 0:
		return fmt.Sprintf("%s, record %d", input, rec.N)
	case errors.As(f.Err, &rec):
		return fmt.Sprintf("%s, line %d", input, rec.Line)
	case f.Record > 0:
		return fmt.Sprintf("%s, record %d", input, f.Record)
	}
	return input
}
