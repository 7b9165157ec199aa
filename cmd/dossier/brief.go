package main

import (
	"slices"

	"github.com/urfave/cli/v2"

	"dossier/cmd/dossier/internal/batch"
	"dossier/export"
)

// briefOutput is where the dossier goes if nothing is said.
const briefOutput = "dossier.pdf"

func briefCommand(sys system) *cli.Command {
	looks := slices.DeleteFunc(lookFlags(), func(f cli.Flag) bool {
		return slices.Contains([]string{"excel", "delimiter"}, f.Names()[0])
	})
	return &cli.Command{
		Name:      "brief",
		Usage:     "one PDF over many articles: actors, positions, agreement and contradiction",
		ArgsUsage: "INPUT…",
		UsageText: `dossier brief news/ -o dossier.pdf                the articles of a folder
dossier brief out/*.json --title "Ferry sale"     from canonical JSON, not parsed again
dossier convert news/ -t pairs -o pairs.tsv       the actors that may be the same, as a table`,
		Description: `INPUT is what convert takes: files, folders, globs, canonical JSON, or - for the standard
input. One article gives its own brief. Of several, the cover lists the sources; then come
the actors across the articles, those that may be the same, who agrees and who contradicts
on what, every position with the article it came from, a timeline, and each article with
its quotations and its numbered text. The canonical JSON of all is attached.

Actors of two articles count as one where they have the same id of yours, or the same full
name and kind and nothing speaks against it; never by the last name alone.`,
		Flags: append(append(append(inputFlags(),
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "the PDF `FILE`, - for the standard output", Value: briefOutput},
			&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Usage: "work on `N` articles at once", DefaultText: "one a core"},
			&cli.BoolFlag{Name: "force", Aliases: []string{"f"}, Usage: "overwrite a file that dossier did not write"},
			&cli.BoolFlag{Name: "fail-fast", Usage: "stop at the first input that fails"},
		), looks...), messageFlags()...),
		Action: func(c *cli.Context) error { return brief(c, sys) },
	}
}

func brief(c *cli.Context, sys system) error {
	o, err := inputOptions(c, sys)
	if err != nil {
		return err
	}
	o.To = []*export.Format{export.PDF}
	o.Output, o.Jobs, o.Force, o.FailFast = c.String("output"), c.Int("jobs"), c.Bool("force"), c.Bool("fail-fast")
	switch {
	case o.Output == "":
		return usageErr("--output needs a value")
	case o.Jobs < 0:
		return usageErr("--jobs cannot be negative")
	case o.Output == batch.Stdin && isTerminal(sys.stdout):
		return usageErr("a PDF is binary and the standard output a terminal; use -o FILE")
	}
	if err := lookOptions(c, &o.Looks); err != nil {
		return err
	}
	r, err := newReporter(c, sys)
	if err != nil {
		return err
	}
	o.Events = r.event
	report, err := batch.Run(c.Context, o)
	return r.conclude(o, report, err)
}
