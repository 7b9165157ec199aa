package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/cmd/dossier/internal/batch"
)

// batchOptions read batchFlags.
func batchOptions(c *cli.Context, o *batch.Options) error {
	o.Resume, o.Manifest = c.Bool("resume"), c.String("manifest")
	o.Include, o.Exclude = c.StringSlice("include"), c.StringSlice("exclude")
	if c.Bool("null") && !c.IsSet("files-from") {
		return usageErr("--null goes with --files-from")
	}
	var err error
	if o.Shard, err = shard(c.String("shard")); err != nil {
		return err
	}
	if file := c.String("files-from"); file != "" {
		o.Listed, err = listed(file, c.Bool("null"), o)
	}
	return err
}

// shard reads "2/4".
func shard(s string) (batch.Shard, error) {
	if s == "" {
		return batch.Shard{}, nil
	}
	part, of, _ := strings.Cut(s, "/")
	i, err1 := strconv.Atoi(part)
	n, err2 := strconv.Atoi(of)
	if err1 != nil || err2 != nil || i < 1 || i > n {
		return batch.Shard{}, usageErr("--shard is a part of all, such as 2/4, not %q", s)
	}
	return batch.Shard{Index: i, Of: n}, nil
}

// listed reads names from a file or the standard input.
func listed(file string, null bool, o *batch.Options) ([]string, error) {
	in := o.Stdin
	if file != batch.Stdin {
		f, err := os.Open(file)
		if err != nil {
			return nil, usageErr("--files-from: %v", err)
		}
		defer f.Close()
		in = f
	} else {
		for _, arg := range o.Inputs {
			if arg == batch.Stdin {
				return nil, usageErr("the standard input cannot be both an article and the list of --files-from")
			}
		}
	}
	end := byte('\n')
	if null {
		end = 0
	}
	var list []string
	r := bufio.NewReader(in)
	for {
		name, err := r.ReadBytes(end)
		name = bytes.TrimSuffix(name, []byte{end})
		if !null {
			name = bytes.TrimSuffix(name, []byte("\r"))
		}
		if len(name) > 0 {
			list = append(list, string(name))
		}
		switch {
		case errors.Is(err, io.EOF) && len(list)+len(o.Inputs) == 0:
			return nil, fmt.Errorf("%w: the list of --files-from is empty", batch.ErrNoInput)
		case errors.Is(err, io.EOF):
			return list, nil
		case err != nil:
			return nil, usageErr("--files-from: %v", err)
		}
	}
}

// watch converts what arrives until a signal ends it.
func watch(c *cli.Context, sys system, o batch.Options) error {
	switch {
	case o.Output != "":
		return usageErr("--watch makes files for each article; use --out-dir instead of -o")
	case c.Bool("dry-run"), o.FailFast:
		return usageErr("--watch does not go with --dry-run and --fail-fast")
	case o.Manifest == batch.NoManifest:
		return usageErr("--watch needs the manifest")
	}
	r, err := newReporter(c, sys)
	if err != nil {
		return err
	}
	if r.errors, err = openErrorLog(c.String("errors-to"), o.Force); err != nil {
		return err
	}
	r.progress = nil
	o.Events = r.event
	if !r.quiet {
		say(sys.stderr, "watching "+strings.Join(append(o.Inputs, o.Listed...), ", ")+"; stop with ctrl-c")
	}
	err = batch.Watch(c.Context, o, func(rep batch.Report, err error) {
		if err != nil && !ended(err) {
			say(sys.stderr, err)
		}
		r.summary(o, rep)
		r.groups.print(sys.stderr, rep.Inputs)
		r.groups = groups{}
	})
	return errors.Join(err, r.errors.close())
}
