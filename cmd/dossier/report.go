package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unicode"

	"github.com/urfave/cli/v2"

	"dossier/article"
	"dossier/cmd/dossier/internal/batch"
	"dossier/formats"
)

// say prints one message.
func say(w io.Writer, what any) {
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
	progress bool
	errorsTo string
	last     time.Time // of progress
	failed   int
}

func newReporter(c *cli.Context, sys system) (*reporter, error) {
	r := &reporter{sys: sys, quiet: c.Bool("quiet"), verbose: c.Bool("verbose"), errorsTo: c.String("errors-to"), last: time.Now()}
	if r.quiet && r.verbose {
		return nil, usageErr("-q and -v exclude each other")
	}
	switch how := c.String("progress"); how {
	case "":
		r.progress = !r.quiet && isTerminal(sys.stderr)
	case "plain":
		r.progress = true
	case "none":
	default:
		return nil, usageErr("--progress is plain or none, not %q", how)
	}
	return r, nil
}

const progressEvery = 2 * time.Second

func (r *reporter) event(e batch.Event) {
	if e.Err != nil {
		r.failed++
	}
	switch {
	case r.verbose:
		r.detail(e)
	case !r.quiet:
		r.misfits(e)
	}
	if now := time.Now(); r.progress && e.Done < e.Total && now.Sub(r.last) >= progressEvery {
		r.last = now
		fmt.Fprintf(r.sys.stderr, "dossier: %d of %d inputs%s\n", e.Done, e.Total, failures(r.failed))
	}
}

// detail tells all about one article.
func (r *reporter) detail(e batch.Event) {
	name := place(batch.Failure{Input: e.Input, Record: e.Record, Err: e.Err})
	if e.Err != nil {
		what, _ := cause(e.Err)
		fmt.Fprintf(r.sys.stderr, "%s: %s\n", name, printable(what))
		var p *batch.PanicError
		if errors.As(e.Err, &p) {
			fmt.Fprintf(r.sys.stderr, "%s\n", p.Stack)
		}
		return
	}
	for _, f := range e.Files {
		fmt.Fprintf(r.sys.stderr, "%s -> %s\n", name, printable(f))
	}
	for _, n := range e.Notes {
		fmt.Fprintf(r.sys.stderr, "%s: %s: %s\n", name, noteWord(n), printable(n.Message))
	}
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
	if e := r.writeErrors(rep); e != nil {
		return e
	}
	if err != nil && !ended(err) {
		return err
	}
	r.summary(o, rep)
	r.failures(rep)
	if err != nil {
		return err
	}
	return code(rep)
}

// ended reports an error that stopped a run but leaves something to sum up.
func ended(err error) bool {
	var sig signalled
	return errors.As(err, &sig) || errors.Is(err, context.Canceled)
}

// code is the exit code of a run that went to its end.
func code(rep batch.Report) error {
	conflicts := 0
	for _, f := range rep.Failures {
		if errors.Is(f.Err, batch.ErrConflict) {
			conflicts++
		}
	}
	switch {
	case len(rep.Failures) == 0:
		return nil
	case conflicts == len(rep.Failures):
		return exit(exitConflict)
	case rep.Articles == 0:
		return exit(exitNothing)
	}
	return exit(exitSome)
}

func (r *reporter) summary(o batch.Options, rep batch.Report) {
	if r.quiet || rep.Files == 0 {
		return
	}
	where := ""
	switch {
	case o.Output != "":
		where = ": " + o.Output
	case o.Dir != "":
		where = " in " + o.Dir
	}
	fmt.Fprintf(r.sys.stderr, "dossier: %s, %s%s\n", count(rep.Articles, "article"), count(rep.Files, "file"), printable(where))
}

// failures prints what failed, grouped by cause in the order of appearance.
func (r *reporter) failures(rep batch.Report) {
	if len(rep.Failures) == 1 {
		f := rep.Failures[0]
		what, hint := cause(f.Err)
		say(r.sys.stderr, place(f)+": "+what+hint)
		return
	}
	if len(rep.Failures) == 0 {
		return
	}
	say(r.sys.stderr, fmt.Sprintf("%s, of %s", count(len(rep.Failures), "failure"), count(rep.Inputs, "input")))
	var order []string
	groups := map[string][]string{}
	for _, f := range rep.Failures {
		what, hint := cause(f.Err)
		if groups[what+hint] == nil {
			order = append(order, what+hint)
		}
		groups[what+hint] = append(groups[what+hint], place(f))
	}
	for _, what := range order {
		list := groups[what]
		fmt.Fprintf(r.sys.stderr, "  %s (%d)\n", printable(what), len(list))
		for i, name := range list {
			if i == shownFailures && !r.verbose && len(list) > shownFailures+1 {
				fmt.Fprintf(r.sys.stderr, "    and %d more; --errors-to FILE lists all\n", len(list)-i)
				break
			}
			fmt.Fprintf(r.sys.stderr, "    %s\n", name)
		}
	}
}

const shownFailures = 10 // of a group

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

// writeErrors writes the failures as JSON Lines where the user asked for them.
func (r *reporter) writeErrors(rep batch.Report) error {
	if r.errorsTo == "" {
		return nil
	}
	f, err := os.Create(r.errorsTo)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(f)
	enc.SetEscapeHTML(false)
	for _, fail := range rep.Failures {
		what, _ := cause(fail.Err)
		line := struct {
			Input  string `json:"input"`
			Record int    `json:"record,omitempty"`
			Cause  string `json:"cause"`
			Detail string `json:"detail"`
		}{fail.Input, fail.Record, what, strip(fail.Err.Error())}
		if err := enc.Encode(line); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	return f.Close()
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

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func failures(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", %d failed", n)
}
