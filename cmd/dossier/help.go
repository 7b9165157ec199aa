package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// The help texts: examples first, for most readers look for one to copy.
const (
	appHelp = `{{.Name}} {{.Version}} - {{.Usage}}

EXAMPLES
   dossier convert article.md --out-dir out     JSON, quotes CSV, workbook and PDF brief
   dossier convert news/ -t csv -o quotes.csv   the quotes of a folder in one table
   dossier brief news/ -o dossier.pdf           one PDF over the articles of a folder
   dossier show article.md                      the article, quotes and actors marked

COMMANDS
{{- range .VisibleCommands}}
   {{printf "%-12s" .Name}} {{.Usage}}{{end}}

dossier COMMAND --help tells more; dossier --version prints the version.
Nothing is sent anywhere: the program works without a network.
`
	commandHelp = `{{.HelpName}} - {{.Usage}}

EXAMPLES
   {{wrap .UsageText 3}}

USAGE
   {{.HelpName}}{{if .ArgsUsage}} {{.ArgsUsage}}{{end}}{{if gt (len .VisibleFlags) 1}} [flags]{{end}}

{{.Description}}
`
)

// asksHelp reports whether the help texts, which take longer to lay out than a
// short article to read, may be needed.
func asksHelp(args []string) bool {
	return slices.ContainsFunc(args, func(a string) bool { return a == "help" || strings.HasPrefix(strings.TrimLeft(a, "-"), "h") })
}

// flagHelp lists the flags of c for its help text, wrapped for a terminal.
func flagHelp(c *cli.Command) string {
	if len(c.Flags) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("\nFLAGS\n")
	for _, f := range c.Flags {
		doc := f.(cli.DocGenerationFlag)
		value, usage := unquoteUsage(doc.GetUsage())
		name := "    --" + f.Names()[0]
		if short := f.Names()[len(f.Names())-1]; len(short) == 1 {
			name = "-" + short + ", --" + f.Names()[0]
		}
		if doc.TakesValue() {
			name += " " + value
		}
		if d := doc.GetDefaultText(); d != "" && doc.TakesValue() {
			usage += " (default: " + strings.Trim(d, `"`) + ")"
		}
		const column = 28
		if len(name) > column-2 {
			fmt.Fprintf(&b, "   %s\n   %s", name, strings.Repeat(" ", column))
		} else {
			fmt.Fprintf(&b, "   %-*s", column, name)
		}
		b.WriteString(strings.Join(wrapWords(usage, 64), "\n"+strings.Repeat(" ", column+3)) + "\n")
	}
	return b.String()
}

// unquoteUsage takes the name of the value out of a usage text, where it stands
// in backquotes.
func unquoteUsage(usage string) (value, text string) {
	before, rest, found := strings.Cut(usage, "`")
	if !found {
		return "VALUE", usage
	}
	value, after, _ := strings.Cut(rest, "`")
	return value, before + value + after
}

func wrapWords(s string, width int) []string {
	var lines []string
	line := ""
	for _, w := range strings.Fields(s) {
		if line != "" && len(line)+1+len(w) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += w
	}
	return append(lines, line)
}
