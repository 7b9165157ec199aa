package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// terminalFile is something that passes for a terminal.
func terminalFile(t *testing.T) *os.File {
	t.Helper()
	f, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no pseudo terminal here: ", err)
	}
	t.Cleanup(func() { f.Close() })
	if !isTerminal(f) {
		t.Skip("the pseudo terminal does not pass for one")
	}
	return f
}

func TestColour(t *testing.T) {
	tty := terminalFile(t)
	for _, c := range []struct {
		when, name, value string
		terminal, want    bool
	}{
		{"auto", "", "", true, true},
		{"auto", "", "", false, false},
		{"auto", "NO_COLOR", "1", true, false},
		{"auto", "NO_COLOR", "", true, true}, // set, but empty: no objection
		{"auto", "TERM", "dumb", true, false},
		{"always", "NO_COLOR", "1", false, true},
		{"never", "", "", true, false},
	} {
		sys := system{stdout: &bytes.Buffer{}, env: func(s string) (string, bool) {
			if s == c.name {
				return c.value, true
			}
			return "", false
		}}
		if c.terminal {
			sys.stdout = tty
		}
		if got, err := colour(sys, c.when); err != nil || got != c.want {
			t.Errorf("%+v: %v %v", c, got, err)
		}
	}
}

// TestBinaryToTerminal: a PDF is never poured into a terminal.
func TestBinaryToTerminal(t *testing.T) {
	var stderr bytes.Buffer
	code := run(system{
		args:  []string{"convert", "-", "--to", "pdf", "-o", "-"},
		stdin: strings.NewReader(trees["one.txt"]), stdout: terminalFile(t), stderr: &stderr,
		env: func(string) (string, bool) { return "", false },
	})
	if code != exitUsage || !strings.Contains(stderr.String(), "binary") {
		t.Errorf("exit %d: %s", code, &stderr)
	}
}
