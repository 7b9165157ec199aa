package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/export"
)

// The scripts ask the program itself for candidates, so that they never lag
// behind it. Where it gives none the shell offers files.
var completionScripts = map[string]string{
	"bash": `_dossier() {
    local IFS=$'\n'
    COMPREPLY=($(dossier __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -o default -F _dossier dossier
`,
	"zsh": `#compdef dossier
_dossier() {
    local -a candidates
    candidates=("${(@f)$(dossier __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null | sed -e 's/:/\\:/g' -e 's/	/:/')}")
    if [[ -n "$candidates" ]]; then
        _describe dossier candidates
    else
        _files
    fi
}
if [[ "$funcstack[1]" = "_dossier" ]]; then
    _dossier
else
    compdef _dossier dossier
fi
`,
	"fish": `function __dossier_complete
    set -l words (commandline -opc) (commandline -ct)
    dossier __complete -- $words[2..-1] 2>/dev/null
end
complete -c dossier -a '(__dossier_complete)'
`,
	"powershell": `Register-ArgumentCompleter -Native -CommandName dossier -ScriptBlock {
    param($word, $ast, $cursor)
    $words = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
    if ($word -eq '') { $words += '""' }
    dossier __complete '--' @words 2>$null | ForEach-Object {
        $name, $about = $_ -split "` + "`" + `t", 2
        if (-not $about) { $about = $name }
        [System.Management.Automation.CompletionResult]::new($name, $name, 'ParameterValue', $about)
    }
}
`,
}

var shells = []string{"bash", "zsh", "fish", "powershell"}

func completionCommand(sys system) *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print a script that completes commands and flags",
		ArgsUsage: strings.Join(shells, "|"),
		UsageText: `source <(dossier completion bash)
dossier completion zsh > "${fpath[1]}/_dossier"
dossier completion fish > ~/.config/fish/completions/dossier.fish
dossier completion powershell | Out-String | Invoke-Expression`,
		Description: `Put the line for your shell into its start file.`,
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return usageErr("completion takes one shell: %s", names(shells))
			}
			script, ok := completionScripts[c.Args().First()]
			if !ok {
				return unknownName("shell", c.Args().First(), shells)
			}
			_, err := io.WriteString(sys.stdout, script)
			return err
		},
	}
}

// completeCommand prints candidates for the last of the words typed so far, each
// with a tab and what it is.
func completeCommand(sys system) *cli.Command {
	return &cli.Command{
		Name:   "__complete",
		Hidden: true,
		Action: func(c *cli.Context) error {
			words := c.Args().Slice()
			for i, w := range words {
				words[i] = strings.Trim(w, `"`)
			}
			for _, s := range candidates(c.App, words) {
				if _, err := fmt.Fprintln(sys.stdout, s); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func candidates(app *cli.App, words []string) []string {
	if len(words) == 0 {
		words = []string{""}
	}
	last := words[len(words)-1]
	name, _ := split(app, words[:len(words)-1])
	command := app.Command(name)
	if command == nil {
		return beginning(last, commandList(app))
	}
	if len(words) > 1 {
		if flag, inline, ok := asFlag(words[len(words)-2]); ok && !inline && takesValue(command.Flags, flag) {
			return values(flag, last)
		}
	}
	if strings.HasPrefix(last, "-") {
		return beginning(last, flagList(command))
	}
	if command.Name == "completion" {
		return beginning(last, shells)
	}
	return nil
}

// values completes the last name of a comma list; flags with free values have none.
func values(flag, typed string) []string {
	var list []string
	switch flag {
	case "to", "t":
		list = outputNames()
	case "from":
		list = inputNames()
	case "date-order":
		list = []string{"dmy", "mdy", "ymd"}
	case "labels":
		list = export.LabelLanguages
	case "paper":
		list = []string{"a4", "letter"}
	case "color":
		list = []string{"auto", "always", "never"}
	case "progress":
		list = progressKinds
	}
	before := typed[:strings.LastIndex(typed, ",")+1]
	list = slices.Clone(list)
	for i := range list {
		list[i] = before + list[i]
	}
	return beginning(typed, list)
}

func beginning(prefix string, list []string) []string {
	var fit []string
	for _, s := range list {
		if strings.HasPrefix(s, prefix) {
			fit = append(fit, s)
		}
	}
	return fit
}

func commandList(app *cli.App) []string {
	var list []string
	for _, c := range app.VisibleCommands() {
		list = append(list, c.Name+"\t"+c.Usage)
	}
	return append(list, "--help\t", "--version\t")
}

func flagList(c *cli.Command) []string {
	var list []string
	for _, f := range c.VisibleFlags() {
		usage := ""
		if d, ok := f.(cli.DocGenerationFlag); ok {
			usage = strings.ReplaceAll(d.GetUsage(), "`", "")
		}
		list = append(list, "--"+f.Names()[0]+"\t"+usage)
	}
	return list
}
