package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"dossier/article"
	"dossier/cmd/dossier/internal/batch"
	"dossier/export"
)

// defaultOutputs are made where neither --to nor the name of -o says otherwise.
var defaultOutputs = []string{"json", "csv", "xlsx", "pdf"}

func convertCommand(sys system) *cli.Command {
	return &cli.Command{
		Name:      "convert",
		Usage:     "turn articles into JSON, quotes CSV, workbook and PDF brief",
		ArgsUsage: "INPUT…",
		UsageText: `dossier convert article.md --out-dir out         the four outputs of one article
dossier convert news/ -t csv -o quotes.csv       the quotes of a folder in one table
dossier convert 'in/**/*.txt' --out-dir out      a glob; folders are kept
cat article.txt | dossier convert - -t json      a filter
dossier convert news/ --out-dir out --resume     go on where a run stopped; only what changed is done
find . -name '*.txt' -print0 | dossier convert --files-from - -0 --out-dir out
dossier convert --watch inbox/ --out-dir out     convert what arrives in a folder
dossier convert article.json --to pdf            canonical JSON is not parsed again`,
		Description: `INPUT is a file, a folder, a glob, or - for the standard input. Flags may stand anywhere;
after -- everything is an input. With one text format and neither -o nor --out-dir the
output goes to the standard output, otherwise the files are made beside the input.

Of a folder the files of known formats are taken, not hidden and temporary ones, and of
JSON only articles; --include takes others, --exclude leaves some out. Their patterns are
those of names (*.gold.json) or, with a slash, of paths below the folder (2019/**).

A file that dossier did not write, or that was edited since, is never overwritten without
--force. What was done stands in manifest.jsonl in the output folder, beside the articles
in a hidden .dossier.jsonl; by it --resume passes over inputs that did not change.

A stream of records from - to NDJSON on the standard output is a filter: a line comes out
for each that goes in, {"schema":"dossier/error/1",…} for one that cannot be read.

Exit codes: 0 all done, 1 nothing done, 2 wrong use, 3 some inputs failed, 4 no input
matched, 5 nothing but conflicts in the way, 130 and 143 stopped by a signal.`,
		Flags: append(append(append(inputFlags(),
			&cli.StringSliceFlag{Name: "to", Aliases: []string{"t"}, Usage: "output `FORMATS`, separated by commas: " + names(outputNames()), DefaultText: strings.Join(defaultOutputs, ",")},
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "one output `FILE` for everything, - for the standard output"},
			&cli.StringFlag{Name: "out-dir", Usage: "`FOLDER` of the outputs"},
			&cli.StringFlag{Name: "name", Usage: "`TEMPLATE` of output names, of {" + strings.Join(batch.Fields, "} {") + "}", Value: "{stem}"},
			&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Usage: "work on `N` articles at once", DefaultText: "one a core"},
			&cli.BoolFlag{Name: "force", Aliases: []string{"f"}, Usage: "overwrite files that dossier did not write, or that were edited"},
			&cli.BoolFlag{Name: "dry-run", Usage: "only list what would be written"},
			&cli.BoolFlag{Name: "fail-fast", Usage: "stop at the first input that fails"},
		), batchFlags()...), append(lookFlags(), messageFlags()...)...),
		Action: func(c *cli.Context) error { return convert(c, sys) },
	}
}

// inputFlags say how inputs are read and what of them is kept.
func inputFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "from", Usage: "input `FORMAT`: " + names(inputNames()), DefaultText: "found by content, then extension"},
		&cli.StringFlag{Name: "date-order", Usage: "`ORDER` of numeric dates: dmy, mdy or ymd", DefaultText: "decided by evidence"},
		&cli.StringFlag{Name: "lang", Usage: "language `TAG` of the text, such as en or fr", DefaultText: "detected"},
		&cli.StringFlag{Name: "edits", Usage: "replay the corrections of a `LOG`, as apply writes it, after parsing"},
		&cli.StringFlag{Name: "actors", Usage: "`FILE` of actors that you know, TSV or CSV: name, aliases (a|b), kind, country, role, external id; see the README"},
		&cli.Float64Flag{Name: "min-confidence", Usage: "leave out quotes and positions less certain than `P`, 0 to 1", DefaultText: "0"},
		&cli.StringFlag{Name: "max-bytes", Usage: "largest `SIZE` of an input, or of a record of a stream, such as 500k or 64M", Value: "64M"},
		&cli.DurationFlag{Name: "timeout", Usage: "longest `TIME` for one article, such as 30s", DefaultText: "none"},
	}
}

// batchFlags say which of many inputs are done, and when.
func batchFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "files-from", Usage: "also take the inputs that `FILE` lists, one a line; - is the standard input"},
		&cli.BoolFlag{Name: "null", Aliases: []string{"0"}, Usage: "the names of --files-from end in a zero byte, as find -print0 writes them"},
		&cli.StringSliceFlag{Name: "include", Usage: "of folders take only files that match `PATTERN`, whatever their extension"},
		&cli.StringSliceFlag{Name: "exclude", Usage: "of folders and globs leave out what matches `PATTERN`"},
		&cli.BoolFlag{Name: "resume", Usage: "pass over inputs that were done before and are unchanged; keep edited outputs"},
		&cli.StringFlag{Name: "manifest", Usage: "`FILE` that remembers what was done, or none", DefaultText: "manifest.jsonl in the output folder"},
		&cli.StringFlag{Name: "shard", Usage: "do only one of several `PARTS`, such as 2/4 for the second of four"},
		&cli.BoolFlag{Name: "watch", Usage: "stay and convert what arrives or changes, until stopped"},
	}
}

func lookFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "paper", Usage: "`SIZE` of the brief: a4 or letter", Value: "a4"},
		&cli.StringFlag{Name: "font", Usage: "TrueType `FILE` for scripts that the built-in faces lack"},
		&cli.StringFlag{Name: "labels", Usage: "`LANGUAGE` of the words a brief itself prints: " + names(export.LabelLanguages), Value: "en"},
		&cli.StringFlag{Name: "title", Usage: "`TITLE` of the brief instead of the article's"},
		&cli.BoolFlag{Name: "excel", Usage: "CSV for spreadsheet programs: byte order mark, CRLF, formulas disarmed"},
		&cli.BoolFlag{Name: "csvw", Usage: "describe each CSV for machines in a JSON file beside it (W3C CSV on the Web)"},
		&cli.StringFlag{Name: "delimiter", Usage: "`CHARACTER` between CSV fields, or tab", DefaultText: "comma"},
	}
}

func messageFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "no messages but errors"},
		&cli.BoolFlag{Name: "verbose", Aliases: []string{"v"}, Usage: "tell what was written and noted for each input"},
		&cli.StringFlag{Name: "progress", Usage: "`HOW` to show progress: " + names(progressKinds), DefaultText: "bar on a terminal, else plain"},
		&cli.StringFlag{Name: "log-format", Usage: "`FORM` of messages: " + names(logFormats), Value: "text"},
		&cli.StringFlag{Name: "errors-to", Usage: "also write the failures to `FILE`, one JSON object a line"},
	}
}

func convert(c *cli.Context, sys system) error {
	o, err := inputOptions(c, sys)
	if err != nil {
		return err
	}
	if err := outputOptions(c, &o); err != nil {
		return err
	}
	if err := batchOptions(c, &o); err != nil {
		return err
	}
	if err := lookOptions(c, &o.Looks); err != nil {
		return err
	}
	r, err := newReporter(c, sys)
	if err != nil {
		return err
	}
	o.Events = r.event
	if c.Bool("watch") {
		return watch(c, sys, o)
	}
	p, err := batch.Prepare(o)
	if err != nil {
		return err
	}
	if c.Bool("dry-run") {
		return dryRun(sys.stdout, p)
	}
	if r.errors, err = openErrorLog(c.String("errors-to"), o.Force); err != nil {
		return err
	}
	report, err := p.Run(c.Context)
	return r.conclude(o, report, err)
}

// dryRun prints the plan.
func dryRun(w io.Writer, p *batch.Plan) error {
	for _, line := range p.Lines() {
		if _, err := fmt.Fprintf(w, "%s -> %s\n", printable(line.Input), printable(line.Output)); err != nil {
			return err
		}
	}
	if missing := p.Missing(); len(missing) > 0 {
		return missing[0].Err
	}
	return nil
}

// outputOptions settle the formats and where they go.
func outputOptions(c *cli.Context, o *batch.Options) error {
	o.Output, o.Dir, o.Name = c.String("output"), c.String("out-dir"), c.String("name")
	o.CSVW = c.Bool("csvw")
	o.Jobs, o.Force, o.FailFast = c.Int("jobs"), c.Bool("force"), c.Bool("fail-fast")
	for _, flag := range []string{"to", "output", "out-dir", "files-from", "manifest", "errors-to"} { // an unset variable of a script
		if c.IsSet(flag) && strings.Trim(c.String(flag), "[] ") == "" {
			return usageErr("--%s needs a value", flag)
		}
	}
	switch {
	case o.Output != "" && o.Dir != "":
		return usageErr("-o and --out-dir exclude each other")
	case o.Jobs < 0:
		return usageErr("--jobs cannot be negative")
	case o.Dir != "":
		if info, err := os.Stat(o.Dir); err == nil && !info.IsDir() {
			return usageErr("--out-dir %s is a file", o.Dir)
		}
	}
	var err error
	if o.To, err = outputs(c.StringSlice("to"), o.Output); err != nil {
		return err
	}
	if o.Output == "" && o.Dir == "" && !c.IsSet("name") && len(o.To) == 1 && !o.To[0].Binary && c.IsSet("to") {
		o.Output = batch.Stdin // one text format, nothing said: the standard output
	}
	if o.Output == batch.Stdin && len(o.To) == 1 && o.To[0].Binary && isTerminal(o.Stdout) {
		return usageErr("%s is binary and the standard output a terminal; use -o FILE", o.To[0].Name)
	}
	return nil
}

// outputs are the formats that --to names, else that the output's name says.
func outputs(to []string, file string) ([]*export.Format, error) {
	var wanted []string
	for _, name := range to {
		if name = strings.TrimSpace(name); name != "" {
			wanted = append(wanted, strings.ToLower(name))
		}
	}
	switch {
	case len(wanted) > 0:
	case file == batch.Stdin:
		return nil, usageErr("-o - needs a format; add --to json, for example")
	case file != "":
		f := byExtension(file)
		if f == nil {
			return nil, usageErr("the name %s says no output format; add --to", file)
		}
		return []*export.Format{f}, nil
	default:
		wanted = defaultOutputs
	}
	var list []*export.Format
	seen := map[string]bool{}
	for _, name := range wanted {
		f := export.Lookup(name)
		if f == nil || f.Terminal {
			return nil, unknownName("output format", name, outputNames())
		}
		if !seen[f.Name] {
			seen[f.Name] = true
			list = append(list, f)
		}
	}
	return list, nil
}

// byExtension is the format whose suffix or name ends the file's name; of
// several the one that says most.
func byExtension(file string) *export.Format {
	var best *export.Format
	most := 0
	for _, f := range export.Formats() {
		if strings.EqualFold(filepath.Base(file), f.Name) && strings.Contains(f.Name, ".") {
			return f // actors.csv
		}
		for _, end := range []string{f.Suffix, "." + f.Name, f.Ending} {
			if !f.Terminal && len(end) > most && strings.HasSuffix(strings.ToLower(file), end) {
				best, most = f, len(end)
			}
		}
	}
	return best
}

func lookOptions(c *cli.Context, looks *export.Options) error {
	looks.Paper, looks.Title, looks.Excel = c.String("paper"), c.String("title"), c.Bool("excel")
	if looks.Paper != "a4" && looks.Paper != "letter" {
		return usageErr("--paper is a4 or letter, not %q", looks.Paper)
	}
	looks.Labels = c.String("labels")
	if !slices.Contains(export.LabelLanguages, looks.Labels) {
		return usageErr("--labels is %s, not %q", names(export.LabelLanguages), looks.Labels)
	}
	var err error
	if looks.Delimiter, err = delimiter(c.String("delimiter")); err != nil {
		return err
	}
	if file := c.String("font"); file != "" {
		looks.Font, err = font(file)
	}
	return err
}

// font reads a face and tries it once, so that a bad one is not the failure of
// every article.
func font(file string) ([]byte, error) {
	face, err := os.ReadFile(file)
	if err == nil && len(face) == 0 {
		err = errors.New("empty file")
	}
	if err == nil {
		empty := &article.Article{Schema: article.SchemaID, ID: "empty"}
		_, err = export.Lookup("pdf").Bytes(empty.Clone(), export.Options{Font: face})
	}
	if err != nil {
		return nil, usageErr("--font %s: %v", file, err)
	}
	return face, nil
}

func delimiter(s string) (rune, error) {
	switch s {
	case "":
		return 0, nil
	case "tab", `\t`:
		return '\t', nil
	}
	r, n := utf8.DecodeRuneInString(s)
	if n != len(s) || r == utf8.RuneError || strings.ContainsRune("\"\r\n", r) {
		return 0, usageErr("--delimiter is one character, not %q", s)
	}
	return r, nil
}
