package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"

	"dossier/cmd/dossier/internal/batch"
)

// errorLog writes failures as JSON Lines while they happen, so that a run that
// is killed leaves those it had. A nil one writes nothing.
type errorLog struct {
	f   *os.File
	err error // the first one of writing
}

// openErrorLog begins the file, before any work. One that holds something else
// than failures is somebody's, and not lost without force.
func openErrorLog(path string, force bool) (*errorLog, error) {
	if path == "" {
		return nil, nil
	}
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && !force && !isErrorLog(path) {
		return nil, usageErr("--errors-to %s: the file holds something else; use --force to overwrite it", path)
	}
	f, err := os.Create(path)
	if err != nil {
		return nil, usageErr("--errors-to: %v", err)
	}
	return &errorLog{f: f}, nil
}

// isErrorLog reports whether a file is empty or begins as our failures do.
func isErrorLog(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return true // the creation will tell
	}
	defer f.Close()
	head := make([]byte, len(`{"input":`))
	n, _ := io.ReadFull(f, head)
	return n == 0 || bytes.Equal(head, []byte(`{"input":`))
}

func (l *errorLog) add(e batch.Event) {
	if l == nil {
		return
	}
	what, _ := cause(e.Err)
	line := struct {
		Input  string `json:"input"`
		Record int    `json:"record,omitempty"`
		Cause  string `json:"cause"`
		Detail string `json:"detail"`
	}{e.Input, e.Record, what, strip(e.Err.Error())}
	enc := json.NewEncoder(l.f)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(line); err != nil && l.err == nil {
		l.err = err
	}
}

func (l *errorLog) close() error {
	if l == nil {
		return nil
	}
	if err := l.f.Close(); l.err == nil {
		l.err = err
	}
	return l.err
}
