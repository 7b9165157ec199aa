// Command dossier turns raw news articles into structured research material:
// JSON, a CSV of quotes, a workbook of actors and positions, a PDF brief.
//
// This package knows what the user typed: commands, flags, messages, exit codes.
// What a file states is read by package formats, what its text implies by package
// parse, outputs are made by package export, and many files are run by
// internal/batch.
package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

func main() {
	collectLate()
	os.Exit(run(system{
		args:   os.Args[1:],
		stdin:  os.Stdin,
		stdout: os.Stdout,
		stderr: os.Stderr,
		env:    os.LookupEnv,
	}))
}

// collectLate puts the first garbage collection off until there is something to
// collect: a run over one article ends before it, saving a third of its time. A
// longer run goes on as usual after it. GOGC, where it is set, is left alone.
func collectLate() {
	if os.Getenv("GOGC") != "" {
		return
	}
	usual := debug.SetGCPercent(400)
	runtime.AddCleanup(new([64]byte), func(int) { debug.SetGCPercent(usual) }, 0)
}
