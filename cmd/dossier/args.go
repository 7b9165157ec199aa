package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/urfave/cli/v2"
)

// arrange puts the flags before the arguments, for the library stops at the
// first argument, and answers unknown commands and flags with a suggestion.
// After "--" everything is an argument.
func arrange(app *cli.App, args []string) ([]string, error) {
	name, rest := split(app, args)
	if name == "" {
		if len(args) == 0 {
			return nil, nil // the help
		}
		return args, known(app, nil, args)
	}
	if name == "help" {
		return help(app, rest)
	}
	c := app.Command(name)
	if c == nil {
		return nil, unknownCommand(app, name)
	}
	rest = unglue(c.Flags, rest)
	if err := known(app, c, rest); err != nil {
		return nil, err
	}
	flags, words := sortOut(rest, func(n string) bool { return takesValue(c.Flags, n) })
	return append(append(append([]string{c.Name}, flags...), "--"), words...), nil
}

// split finds the command: the first word that is neither a flag nor a value of one.
func split(app *cli.App, args []string) (name string, rest []string) {
	for i := 0; i < len(args) && args[i] != "--"; i++ {
		flag, inline, ok := asFlag(args[i])
		switch {
		case !ok:
			return args[i], append(append([]string{}, args[:i]...), args[i+1:]...)
		case !inline && takesValue(allFlags(app), flag):
			i++
		}
	}
	return "", args
}

// help turns "help convert" into "convert --help".
func help(app *cli.App, rest []string) ([]string, error) {
	if len(rest) == 0 {
		return []string{"--help"}, nil
	}
	if app.Command(rest[0]) == nil {
		return nil, unknownCommand(app, rest[0])
	}
	return []string{rest[0], "--help"}, nil
}

// sortOut separates flags with their values from the other words.
func sortOut(args []string, takes func(string) bool) (flags, words []string) {
	for i := 0; i < len(args); i++ {
		if args[i] == "--" {
			return flags, append(words, args[i+1:]...)
		}
		name, inline, ok := asFlag(args[i])
		if !ok {
			words = append(words, args[i])
			continue
		}
		flags = append(flags, args[i])
		if !inline && takes(name) && i+1 < len(args) {
			i++
			flags = append(flags, args[i])
		}
	}
	return flags, words
}

// unglue takes short flags apart that are written as one word, and from a value
// that follows without a space: -qv is -q -v, and -tjson is -t json. A word that
// names a flag as a whole, or whose letters are not all flags, is left as it is.
func unglue(flags []cli.Flag, args []string) []string {
	var out []string
	value := false // of the flag before
	for i, arg := range args {
		name, inline, ok := asFlag(arg)
		switch {
		case value:
			out, value = append(out, arg), false
			continue
		case arg == "--":
			return append(out, args[i:]...)
		case ok && !strings.HasPrefix(arg, "--") && len(name) > 1 && !has(flags, name):
			out = append(out, shorts(flags, arg)...)
			name, inline, ok = asFlag(out[len(out)-1])
		default:
			out = append(out, arg)
		}
		value = ok && !inline && takesValue(flags, name)
	}
	return out
}

// shorts are the flags in a word such as -qv or -qtjson, or the word itself.
func shorts(flags []cli.Flag, arg string) []string {
	var out []string
	for rest := arg[1:]; rest != ""; rest = rest[1:] {
		name := rest[:1]
		if !has(flags, name) {
			return []string{arg}
		}
		if takesValue(flags, name) && len(rest) > 1 {
			return append(out, "-"+name+"="+strings.TrimPrefix(rest[1:], "="))
		}
		out = append(out, "-"+name)
	}
	return out
}

// known checks that c, or without a command the app, has every flag in args.
func known(app *cli.App, c *cli.Command, args []string) error {
	own := app.Flags
	of := ""
	if c != nil {
		own, of = c.Flags, " for "+c.Name
	}
	for i := 0; i < len(args) && args[i] != "--"; i++ {
		name, inline, ok := asFlag(args[i])
		if !ok {
			continue
		}
		if !has(own, name) && !builtin(name, c == nil) {
			return usageErr("unknown flag %s%s%s", dashed(name), of, suggestFlag(own, name))
		}
		if takesValue(own, name) && !inline {
			if i++; i == len(args) {
				return usageErr("%s needs a value", dashed(name))
			}
		}
	}
	return nil
}

// asFlag splits "--name=value". A lone "-" is an argument.
func asFlag(arg string) (name string, inline, ok bool) {
	if len(arg) < 2 || arg[0] != '-' || arg == "--" {
		return "", false, false
	}
	name, _, inline = strings.Cut(strings.TrimLeft(arg, "-"), "=")
	return name, inline, true
}

func builtin(name string, top bool) bool {
	return name == "help" || name == "h" || top && (name == "version" || name == "v")
}

func has(flags []cli.Flag, name string) bool { return find(flags, name) != nil }

func find(flags []cli.Flag, name string) cli.Flag {
	for _, f := range flags {
		for _, n := range f.Names() {
			if n == name {
				return f
			}
		}
	}
	return nil
}

func takesValue(flags []cli.Flag, name string) bool {
	f, ok := find(flags, name).(cli.DocGenerationFlag)
	return ok && f.TakesValue()
}

func allFlags(app *cli.App) []cli.Flag {
	all := app.Flags
	for _, c := range app.Commands {
		all = append(all[:len(all):len(all)], c.Flags...)
	}
	return all
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

func unknownCommand(app *cli.App, name string) error {
	if _, err := os.Stat(name); err == nil {
		return usageErr("%s is no command; did you mean: dossier convert %s", name, name)
	}
	var names []string
	for _, c := range app.VisibleCommands() {
		names = append(names, c.Name)
	}
	if s := nearest(name, names); s != "" {
		return usageErr("unknown command %s; did you mean %s?", name, s)
	}
	return usageErr("unknown command %s; there are %s", name, strings.Join(names, ", "))
}

func suggestFlag(flags []cli.Flag, name string) string {
	var names []string
	for _, f := range flags {
		for _, n := range f.Names() {
			if len(n) > 1 {
				names = append(names, n)
			}
		}
	}
	if s := nearest(name, names); s != "" {
		return fmt.Sprintf("; did you mean --%s?", s)
	}
	return "; see --help"
}

// lessGo rewords what the standard flag package says of a bad value.
func lessGo(s string) string {
	complaint := regexp.MustCompile(`^invalid (?:boolean )?value ("[^"]*") for (?:flag )?-(\w[\w-]*): .*`)
	if m := complaint.FindStringSubmatch(s); m != nil {
		return fmt.Sprintf("%s cannot be %s", dashed(m[2]), m[1])
	}
	return s
}
