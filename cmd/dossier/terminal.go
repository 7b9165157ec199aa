package main

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"
)

func isTerminal(w io.Writer) bool {
	if m, ok := w.(*messages); ok {
		w = m.Writer
	}
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// colour decides whether to write ANSI colours on the standard output: as
// --color says, else on a terminal that does not object.
func colour(sys system, when string) (bool, error) {
	switch when {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "", "auto":
		no, _ := sys.env("NO_COLOR")
		kind, _ := sys.env("TERM")
		return no == "" && kind != "dumb" && isTerminal(sys.stdout), nil
	}
	return false, usageErr("--color is auto, always or never, not %q", when)
}

// width is that of the terminal in columns, else what COLUMNS says, else 0.
func width(sys system) int {
	if f, ok := sys.stdout.(*os.File); ok {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			return w
		}
	}
	columns, _ := sys.env("COLUMNS")
	n, err := strconv.Atoi(columns)
	if err != nil || n < 0 {
		return 0
	}
	return n
}
