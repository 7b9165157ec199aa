package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/urfave/cli/v2"

	"dossier/article"
	"dossier/cmd/dossier/internal/batch"
)

// say prints one message: a complaint if it is an error.
func say(w io.Writer, what any) {
	if m := asJSON(w); m != nil {
		level := "info"
		if _, bad := what.(error); bad {
			level = "error"
		}
		m.put(entry{Level: level, Event: "message", Message: strip(fmt.Sprint(what))})
		return
	}
	lines := strings.Split(strip(fmt.Sprint(what)), "\n")
	for i := range lines {
		lines[i] = printable(lines[i])
	}
	fmt.Fprintf(w, "dossier: %s\n", strings.Join(lines, "\n"))
}

// printable is s, which may be the name of a file, on one line and without what
// would steer a terminal: control characters are written as Go escapes them.
func printable(s string) string {
	if strings.IndexFunc(s, unicode.IsControl) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if unicode.IsControl(r) {
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// strip drops the words that only mark an error for the exit code.
func strip(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		for _, mark := range []error{batch.ErrUsage, batch.ErrNoInput, batch.ErrConflict} {
			line = strings.TrimPrefix(line, mark.Error()+": ")
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "")
}

// reporter turns the events of a run into messages.
type reporter struct {
	sys      system
	quiet    bool
	verbose  bool
	progress progress
	errors   *errorLog
	groups   groups
}

func newReporter(c *cli.Context, sys system) (*reporter, error) {
	r := &reporter{sys: sys, quiet: c.Bool("quiet"), verbose: c.Bool("verbose")}
	if r.quiet && r.verbose {
		return nil, usageErr("-q and -v exclude each other")
	}
	if form := c.String("log-format"); !slices.Contains(logFormats, form) {
		return nil, usageErr("--log-format is %s, not %q", names(logFormats), form)
	}
	var err error
	r.progress, err = newProgress(c.String("progress"), sys.stderr, r.quiet, r.verbose)
	return r, err
}

func (r *reporter) event(e batch.Event) {
	if e.Err != nil {
		r.groups.add(batch.Failure{Input: e.Input, Record: e.Record, Err: e.Err})
		r.errors.add(e)
	}
	switch m := asJSON(r.sys.stderr); {
	case m != nil:
		r.logEvent(m, e)
	case r.verbose:
		r.detail(e)
	case !r.quiet:
		r.misfits(e)
	}
	if r.progress != nil {
		r.progress.step(e, r.groups.failures)
	}
}

// detail tells all about one article.
func (r *reporter) detail(e batch.Event) {
	name := place(batch.Failure{Input: e.Input, Record: e.Record, Err: e.Err})
	if e.Err != nil {
		what, _ := cause(e.Err)
		fmt.Fprintf(r.sys.stderr, "%s: %s\n", name, printable(what))
		if stack := stackOf(e.Err); stack != "" {
			fmt.Fprintf(r.sys.stderr, "%s\n", stack)
		}
		return
	}
	if e.Same {
		fmt.Fprintf(r.sys.stderr, "%s: unchanged%s\n", name, edited(e.Kept))
	}
	for _, f := range e.Files {
		fmt.Fprintf(r.sys.stderr, "%s -> %s\n", name, printable(f))
	}
	for _, n := range e.Notes {
		fmt.Fprintf(r.sys.stderr, "%s: %s: %s\n", name, noteWord(n), printable(n.Message))
	}
}

// stackOf is where a document made our code panic, or "".
func stackOf(err error) string {
	var p *batch.PanicError
	if errors.As(err, &p) {
		return string(p.Stack)
	}
	return ""
}

// misfits tells which corrections of a log no longer fit.
func (r *reporter) misfits(e batch.Event) {
	for _, n := range e.Notes {
		if n.Code == article.NoteEdits && e.Err == nil {
			fmt.Fprintf(r.sys.stderr, "%s: %s: %s\n", place(batch.Failure{Input: e.Input, Record: e.Record}), noteWord(n), printable(n.Message))
		}
	}
}

func noteWord(n article.Note) string {
	if n.Severity == article.Warning {
		return "warning"
	}
	return "note"
}

// conclude says what the run came to and returns the exit code as an error.
func (r *reporter) conclude(o batch.Options, rep batch.Report, err error) error {
	if r.progress != nil {
		r.progress.end()
	}
	if e := r.errors.close(); e != nil && err == nil {
		err = e
	}
	if err != nil && !ended(err) {
		return err
	}
	if m := asJSON(r.sys.stderr); m == nil {
		r.summary(o, rep)
		r.groups.print(r.sys.stderr, rep.Inputs)
	} else if !r.quiet {
		m.put(entry{Level: "info", Event: "summary", totals: &totals{rep.Inputs, rep.Articles, rep.Files, rep.Same, rep.Failed}})
	}
	if err != nil {
		return err
	}
	return r.code(rep)
}

// ended reports an error that stopped a run but leaves something to sum up.
func ended(err error) bool {
	var sig signalled
	return errors.As(err, &sig) || errors.Is(err, context.Canceled)
}

// code is the exit code of a run that went to its end: a conflict where nothing
// but conflicts stood in the way.
func (r *reporter) code(rep batch.Report) error {
	switch {
	case rep.Failed == 0:
		return nil
	case r.groups.conflicts == rep.Failed:
		return exit(exitConflict)
	case rep.Articles+rep.Same == 0:
		return exit(exitNothing)
	}
	return exit(exitSome)
}

func (r *reporter) summary(o batch.Options, rep batch.Report) {
	empty := o.Shard.Of > 1 && rep.Failed+rep.Articles == 0
	if r.quiet || rep.Files+rep.Same == 0 && !empty {
		return
	}
	where := ""
	switch {
	case o.Output != "":
		where = ": " + o.Output
	case o.Dir != "":
		where = " in " + o.Dir
	}
	same := ""
	if rep.Same > 0 {
		same = fmt.Sprintf("; %d unchanged%s", rep.Same, edited(rep.Kept))
	}
	fmt.Fprintf(r.sys.stderr, "dossier: %s, %s%s%s\n", count(rep.Articles, "article"), count(rep.Files, "file"), printable(where), same)
}

// edited tells of outputs that were left as somebody made them.
func edited(n int) string {
	if n == 0 {
		return ""
	}
	return ", " + count(n, "edited file") + " kept"
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
