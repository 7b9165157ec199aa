package main

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"dossier/article"
	"dossier/cmd/dossier/internal/batch"
)

// logFormats are the values of --log-format.
var logFormats = []string{"text", "json"}

// messages is the standard error in the form that the user wants: text, or a JSON
// object a line. What is written to it as text becomes a message of its own.
type messages struct {
	io.Writer
	json bool
}

// newMessages looks for --log-format among all arguments: what is wrong with the
// others is said in that form too.
func newMessages(w io.Writer, args []string) *messages {
	m := &messages{Writer: w}
	for i, arg := range args {
		if arg == "--" {
			break
		}
		name, value, ok := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		if !ok && i+1 < len(args) {
			value = args[i+1]
		}
		if strings.HasPrefix(arg, "-") && name == "log-format" {
			m.json = value == "json"
		}
	}
	return m
}

// asJSON is w where messages are wanted as JSON, else nil.
func asJSON(w io.Writer) *messages {
	if m, ok := w.(*messages); ok && m.json {
		return m
	}
	return nil
}

// entry is a line of a log in JSON. What it tells of is its event: "message",
// "converted", "unchanged", "note", "failed", "summary", and "progress", which has
// fields of its own.
type entry struct {
	Level   string      `json:"level"` // info, warning, error
	Event   string      `json:"event"`
	Message string      `json:"message,omitempty"`
	Input   string      `json:"input,omitempty"`
	Record  int         `json:"record,omitempty"`
	Files   []string    `json:"files,omitempty"`
	Kept    int         `json:"edited_kept,omitempty"`
	Notes   []entryNote `json:"notes,omitempty"`
	Cause   string      `json:"cause,omitempty"`
	Hint    string      `json:"hint,omitempty"`
	Stack   string      `json:"stack,omitempty"` // of a panic
	*totals
}

type entryNote struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
}

// totals are what a run came to.
type totals struct {
	Inputs    int `json:"inputs"`
	Articles  int `json:"articles"`
	Written   int `json:"files_written"`
	Unchanged int `json:"unchanged"`
	Failed    int `json:"failed"`
}

// put writes one line.
func (m *messages) put(e entry) {
	enc := json.NewEncoder(m.Writer)
	enc.SetEscapeHTML(false)
	enc.Encode(e) // strings and numbers; and of the standard error nobody hears
}

// Write takes text, one message a line.
func (m *messages) Write(b []byte) (int, error) {
	if !m.json {
		return m.Writer.Write(b)
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(strings.TrimPrefix(line, "dossier: ")); line != "" {
			m.put(entry{Level: "info", Event: "message", Message: line})
		}
	}
	return len(b), nil
}

// logEvent tells of one article, or of an input that gave none.
func (r *reporter) logEvent(m *messages, e batch.Event) {
	line := entry{Level: "info", Event: "converted", Input: e.Input, Record: e.Record, Files: e.Files, Kept: e.Kept}
	switch {
	case e.Err != nil:
		line.Level, line.Event, line.Files = "error", "failed", nil
		line.Cause, line.Hint = cause(e.Err)
		line.Hint = strings.TrimLeft(line.Hint, "; ")
		line.Stack = stackOf(e.Err)
	case e.Same:
		line.Event = "unchanged"
	}
	line.Notes = entryNotes(e.Notes, r.verbose)
	switch {
	case e.Err != nil, r.verbose:
		m.put(line)
	case !r.quiet && len(line.Notes) > 0:
		line.Level, line.Event, line.Files = "warning", "note", nil
		m.put(line)
	}
}

// entryNotes are the notes of an article; of all but the talkative only those on
// corrections that no longer fit.
func entryNotes(notes []article.Note, all bool) []entryNote {
	var list []entryNote
	for _, n := range notes {
		if all || n.Code == article.NoteEdits {
			list = append(list, entryNote{string(n.Code), string(n.Severity), n.Message})
		}
	}
	return slices.Clip(list)
}
