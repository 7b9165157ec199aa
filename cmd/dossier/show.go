package main

import (
	"github.com/urfave/cli/v2"

	"dossier/cmd/dossier/internal/batch"
	"dossier/export"
)

func showCommand(sys system) *cli.Command {
	return &cli.Command{
		Name:      "show",
		Usage:     "show articles in the terminal, quotes and actors marked",
		ArgsUsage: "INPUT…",
		UsageText: `dossier show article.md
dossier show --color always article.md | less -R
dossier show --min-confidence 0.8 news/`,
		Description: `INPUT is what convert takes, canonical JSON included. Colour is used on a terminal
only, and not where NO_COLOR is set.`,
		Flags:  append(inputFlags(), colourFlag()),
		Action: func(c *cli.Context) error { return terminal(c, sys, "show") },
	}
}

func explainCommand(sys system) *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "say of each quote, actor and position which rule drew it and why",
		ArgsUsage: "INPUT…",
		UsageText: `dossier explain article.md
dossier explain article.json | grep -A 4 p3`,
		Description: `INPUT is what convert takes, canonical JSON included. Every item is shown with its
place in the text, its rule, and the features that decided.`,
		Flags:  append(inputFlags(), colourFlag()),
		Action: func(c *cli.Context) error { return terminal(c, sys, "explain") },
	}
}

func colourFlag() cli.Flag {
	return &cli.StringFlag{Name: "color", Usage: "`WHEN` to use colour: auto, always or never", Value: "auto"}
}

// terminal writes articles to the standard output in a format made for reading there.
func terminal(c *cli.Context, sys system, format string) error {
	o, err := inputOptions(c, sys)
	if err != nil {
		return err
	}
	if o.Looks.Color, err = colour(sys, c.String("color")); err != nil {
		return err
	}
	o.Looks.Width = width(sys)
	o.To = []*export.Format{export.Lookup(format)}
	o.Output = batch.Stdin
	r := &reporter{sys: sys}
	o.Events = r.event
	report, err := batch.Run(c.Context, o)
	return r.conclude(o, report, err)
}
