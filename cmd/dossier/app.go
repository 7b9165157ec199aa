package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"dossier/article"
	"dossier/cmd/dossier/internal/batch"
)

// system is what a process has of the outside world.
type system struct {
	args   []string // without the program's name
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	env    func(string) (string, bool)
}

// The exit codes.
const (
	exitOK       = 0
	exitNothing  = 1 // nothing done, or our fault
	exitUsage    = 2
	exitSome     = 3 // some inputs failed, the rest is written
	exitNoInput  = 4
	exitConflict = 5
	exitSignal   = 128 // plus the signal's number
)

// An exit ends the program with a code after everything was said.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit %d", int(e)) }

// usageErr says what is wrong with the command line.
func usageErr(format string, args ...any) error {
	return fmt.Errorf("%w: %s", batch.ErrUsage, fmt.Sprintf(format, args...))
}

// run is the program. It returns the exit code.
func run(sys system) int {
	sys.stderr = newMessages(sys.stderr, sys.args)
	ctx, stop := untilSignal(context.Background())
	defer stop()
	app := newApp(sys)
	args, err := arrange(app, sys.args)
	if err == nil {
		err = app.RunContext(ctx, append([]string{app.Name}, args...))
	}
	return conclude(sys, err)
}

// conclude says what ended the program and returns the exit code.
func conclude(sys system, err error) int {
	var code exit
	var sig signalled
	switch {
	case err == nil, closedPipe(err):
		return exitOK
	case errors.As(err, &code):
		return int(code)
	case errors.As(err, &sig):
		say(sys.stderr, sig)
		return exitSignal + sig.number
	}
	say(sys.stderr, err)
	switch {
	case errors.Is(err, batch.ErrUsage):
		return exitUsage
	case errors.Is(err, batch.ErrNoInput):
		return exitNoInput
	case errors.Is(err, batch.ErrConflict):
		return exitConflict
	}
	return exitNothing
}

func newApp(sys system) *cli.App {
	app := &cli.App{
		Name:    article.GeneratorName,
		Usage:   "raw news articles into structured research material",
		Version: article.GeneratorVersion,
		Commands: []*cli.Command{
			convertCommand(sys), briefCommand(sys), applyCommand(sys), mergeCommand(sys), showCommand(sys), explainCommand(sys),
			formatsCommand(sys), schemaCommand(sys), validateCommand(sys),
			completionCommand(sys), completeCommand(sys),
		},
		Writer:                sys.stdout,
		ErrWriter:             sys.stderr,
		HideHelpCommand:       true,
		CustomAppHelpTemplate: appHelp,
		ExitErrHandler:        func(*cli.Context, error) {}, // conclude does it
		OnUsageError:          badValue,
	}
	help := asksHelp(sys.args)
	for _, c := range app.Commands {
		c.HideHelpCommand = true // "help" may be the name of a file
		if help {
			c.CustomHelpTemplate = commandHelp + flagHelp(c)
		}
		c.OnUsageError = badValue
	}
	return app
}

// badValue puts the flag package's complaint into our words.
func badValue(_ *cli.Context, err error, _ bool) error { return usageErr("%s", lessGo(err.Error())) }
