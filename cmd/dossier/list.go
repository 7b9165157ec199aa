package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"dossier/article"
	"dossier/export"
	"dossier/formats"
)

func formatsCommand(sys system) *cli.Command {
	return &cli.Command{
		Name:        "formats",
		Usage:       "list the formats that are read and written",
		ArgsUsage:   " ",
		UsageText:   `dossier formats`,
		Description: `Inputs with their extensions, what is read and what is not; outputs with the ending of their files.`,
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			return listFormats(sys)
		},
	}
}

func listFormats(sys system) error {
	w := tabwriter.NewWriter(sys.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "INPUT\tEXTENSIONS\tREADS")
	for _, f := range formats.Formats() {
		fmt.Fprintf(w, "%s\t%s\t%s\n", f.Name, strings.Join(f.Extensions, " "), f.Reads)
		if f.Limits != "" {
			fmt.Fprintf(w, "\t\tnot: %s\n", f.Limits)
		}
	}
	fmt.Fprintln(w, "\t.gz .zst\tany of these, compressed")
	fmt.Fprintln(w, "\t\t\nOUTPUT\tFILE\tWHAT")
	for _, f := range export.Formats() {
		if !f.Terminal {
			fmt.Fprintf(w, "%s\tSTEM%s\t%s\n", f.Name, f.Suffix, f.About)
		}
	}
	return w.Flush()
}

func schemaCommand(sys system) *cli.Command {
	return &cli.Command{
		Name:        "schema",
		Usage:       "print the JSON Schema of the canonical article",
		ArgsUsage:   " ",
		UsageText:   `dossier schema > dossier.schema.json`,
		Description: `The schema (draft 2020-12) of ` + article.SchemaID + `, the JSON that convert writes and reads.`,
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			_, err := sys.stdout.Write(article.Schema())
			return err
		},
	}
}

func noArguments(c *cli.Context) error {
	if c.Args().Present() {
		return usageErr("%s takes no arguments, but got %s", c.Command.Name, c.Args().First())
	}
	return nil
}
