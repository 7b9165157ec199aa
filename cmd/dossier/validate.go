package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/article"
	"dossier/cmd/dossier/internal/batch"
	"dossier/formats"
)

func validateCommand(sys system) *cli.Command {
	return &cli.Command{
		Name:      "validate",
		Usage:     "check canonical JSON against every rule of the schema",
		ArgsUsage: "FILE…",
		UsageText: `dossier validate out/article.json
dossier validate out/*.json
dossier convert article.md -t json | dossier validate -`,
		Description: `FILE is canonical JSON, one article or one a line, or - for the standard input. Each
violation is a line on the standard output. Exit codes: 0 all valid, 3 some are not,
1 none is.`,
		Action: func(c *cli.Context) error { return validate(c, sys) },
	}
}

func validate(c *cli.Context, sys system) error {
	files := c.Args().Slice()
	if len(files) == 0 {
		return usageErr("no file named; give files of canonical JSON, or - for the standard input")
	}
	out := bufio.NewWriter(sys.stdout)
	bad := 0
	for _, file := range files {
		lines, err := violations(file, sys.stdin)
		if err != nil {
			what, _ := cause(err)
			say(sys.stderr, place(batch.Failure{Input: file, Err: err})+": "+what)
		}
		for _, line := range lines {
			fmt.Fprintf(out, "%s: %s\n", file, line)
		}
		if err != nil || len(lines) > 0 {
			bad++
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	switch bad {
	case 0:
		return nil
	case len(files):
		return exit(exitNothing)
	}
	return exit(exitSome)
}

// byteOrderMark is what editors of some systems put before UTF-8.
const byteOrderMark = "\ufeff"

// violations lists what is wrong with the articles of a file. The error is one
// of the file itself.
func violations(file string, stdin io.Reader) ([]string, error) {
	in := stdin
	if file != batch.Stdin {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	var lines []string
	buf := bufio.NewReader(in)
	if head, _ := buf.Peek(len(byteOrderMark)); string(head) == byteOrderMark {
		buf.Discard(len(byteOrderMark)) // convert reads such files too
	}
	dec := json.NewDecoder(buf)
	for n := 1; ; n++ {
		var raw json.RawMessage
		err := dec.Decode(&raw)
		switch {
		case errors.Is(err, io.EOF) && n == 1:
			return nil, formats.ErrEmpty
		case errors.Is(err, io.EOF):
			return lines, nil
		case err != nil:
			return lines, fmt.Errorf("no JSON: %w", err)
		}
		var a article.Article
		err = json.Unmarshal(raw, &a)
		if err == nil {
			err = a.Validate()
		}
		if err != nil {
			for line := range strings.SplitSeq(err.Error(), "\n") {
				lines = append(lines, strings.TrimPrefix(line, article.ErrInvalid.Error()+": "))
			}
		}
	}
}
