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
	"runtime/metrics"
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

// collectLate trades memory for time while there is little to hold. The first
// garbage collection comes only when there is something to collect: a run over
// one article ends before it, saving a third of its time. After that the heap may
// grow by spare bytes between two collections, or to twice what lives, as usual,
// if that is more: in a run over many articles, of which few live at once, that
// saves a fifth. GOGC, where it is set, is left alone.
func collectLate() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(400)
	afterCollection(adjust)
}

const spare = 64 << 20

// afterCollection calls f after the next garbage collection.
func afterCollection(f func()) {
	runtime.AddCleanup(new([64]byte), func(int) { f() }, 0)
}

// adjust sets what the next collection waits for, by what lived at this one.
func adjust() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	percent := 400
	if n := live[0].Value.Uint64(); n > 0 {
		percent = int(min(400, max(100, spare*100/n)))
	}
	debug.SetGCPercent(percent)
	afterCollection(adjust)
}
