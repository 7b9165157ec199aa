package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/cmd/dossier/internal/batch"
	"dossier/export"
)

func mergeCommand(sys system) *cli.Command {
	return &cli.Command{
		Name:      "merge",
		Usage:     "join outputs of several runs, such as those of shards, into one",
		ArgsUsage: "OUTPUT…",
		UsageText: `dossier merge part1.ndjson part2.ndjson -o all.ndjson
dossier merge out1/*.quotes.csv out2/*.quotes.csv -o all.csv
dossier merge 1.actors.xlsx 2.actors.xlsx -o all.xlsx`,
		Description: `OUTPUT is a file that dossier wrote, of one format: ` + names(joinable()) + `. They are
joined in the order in which they are named; what stands in several of them comes once.
Tables must have the same columns. A workbook in which corrections were made is refused,
for they would be lost: dossier apply takes them into the articles first.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "the `FILE` to make"},
			&cli.BoolFlag{Name: "force", Aliases: []string{"f"}, Usage: "overwrite a file that dossier did not write, or that was edited"},
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "no messages but errors"},
		},
		Action: func(c *cli.Context) error { return merge(c, sys) },
	}
}

// joinable are the names of the formats whose outputs can be joined.
func joinable() []string {
	return slices.DeleteFunc(outputNames(), func(name string) bool { return export.Lookup(name).Join == nil })
}

func merge(c *cli.Context, sys system) error {
	f, err := mergeFormat(c)
	if err != nil {
		return err
	}
	parts, done, err := openParts(c.Args().Slice())
	defer done()
	if err != nil {
		return err
	}
	out, err := batch.Create(c.String("output"), c.Args().Slice(), c.Bool("force"))
	if err != nil {
		return err
	}
	j, err := f.Join(out, parts)
	if err != nil {
		out.Abort()
		return err
	}
	if err := out.Close(); err != nil {
		return err
	}
	if !c.Bool("quiet") {
		twice := ""
		if j.Twice > 0 {
			twice = fmt.Sprintf(", %d left out that stood in several", j.Twice)
		}
		say(sys.stderr, fmt.Sprintf("%s of %s in %s%s", count(j.Items, "item"), count(len(parts), "file"), c.String("output"), twice))
	}
	return nil
}

// mergeFormat is the format that the name of the output says, and that those of
// the parts may not contradict.
func mergeFormat(c *cli.Context) (*export.Format, error) {
	file := c.String("output")
	switch {
	case c.NArg() == 0:
		return nil, usageErr("no file named; give those to join")
	case file == "":
		return nil, usageErr("-o FILE names the file to make")
	case file == batch.Stdin:
		return nil, usageErr("merge makes a file; the standard output cannot be one")
	}
	f := byExtension(file)
	if f == nil || f.Join == nil {
		return nil, usageErr("the name %s says no format that can be joined: %s", file, strings.Join(joinable(), ", "))
	}
	for _, part := range c.Args().Slice() {
		if g := byExtension(part); g != nil && g != f {
			return nil, usageErr("%s is %s, but %s is to be %s", part, g.Name, file, f.Name)
		}
	}
	return f, nil
}

// openParts opens all files, or none. The second result closes them.
func openParts(names []string) ([]export.Part, func(), error) {
	var parts []export.Part
	var open []*os.File
	done := func() {
		for _, f := range open {
			f.Close()
		}
	}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return nil, done, err
		}
		open = append(open, f)
		info, err := f.Stat()
		if err == nil && !info.Mode().IsRegular() {
			err = errors.New(name + " is no file")
		}
		if err != nil {
			return nil, done, err
		}
		parts = append(parts, export.Part{Name: name, Size: info.Size(), ReaderAt: f})
	}
	return parts, done, nil
}
