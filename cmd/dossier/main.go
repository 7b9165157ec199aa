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

	_ "dossier/cmd/dossier/internal/heap" // collects late
)

func main() {
	os.Exit(run(system{
		args:   os.Args[1:],
		stdin:  os.Stdin,
		stdout: os.Stdout,
		stderr: os.Stderr,
		env:    os.LookupEnv,
	}))
}
