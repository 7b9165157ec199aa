package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/urfave/cli/v2"

	"dossier/article"
	"dossier/cmd/dossier/internal/batch"
	"dossier/export"
)

func applyCommand(sys system) *cli.Command {
	return &cli.Command{
		Name:      "apply",
		Usage:     "take corrections that were made in a workbook back into the articles",
		ArgsUsage: "ARTICLE.json…",
		UsageText: `dossier apply --edits out/a.actors.xlsx out/a.json                the JSON is corrected in place
dossier apply --edits all.xlsx --by "A. Lind" out/                many articles, one workbook
dossier apply --edits a.actors.xlsx a.json --dry-run              only show what would change
dossier apply --edits a.actors.xlsx a.json -t csv,pdf --out-dir v2`,
		Description: `What was changed in a workbook of ours, in Excel, LibreOffice or the like, is compared with
what the workbook was made from and applied to the canonical articles:

  Actors      Name, Kind, Note; two rows given one name become one actor
  Roles       Role, Status
  Quotes      Speaker, Review, Note
  Positions   Holder, Stance, Target, Issue, Review, Note

Rows may be sorted, hidden and added; to leave a row out write rejected under Review. Other
cells are not read back. If an article has since been changed in the same place, nothing of
it is written: the conflicts are listed, exit code 5.

The corrections are also kept as a log beside the workbook (WORKBOOK.edits.jsonl), which
dossier convert --edits LOG replays when the raw article is parsed again.`,
		Flags: append(append([]cli.Flag{
			&cli.StringFlag{Name: "edits", Usage: "the edited `WORKBOOK`"},
			&cli.StringFlag{Name: "by", Usage: "`NAME` of who made the corrections, kept with each"},
			&cli.StringFlag{Name: "at", Usage: "`TIME` they were made, ISO 8601", DefaultText: "now"},
			&cli.StringFlag{Name: "log", Usage: "`FILE` that the corrections are added to", DefaultText: "WORKBOOK.edits.jsonl"},
			&cli.StringSliceFlag{Name: "to", Aliases: []string{"t"}, Usage: "output `FORMATS`, separated by commas: " + names(outputNames()), DefaultText: "json, in place"},
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "one output `FILE` for everything, - for the standard output"},
			&cli.StringFlag{Name: "out-dir", Usage: "`FOLDER` of the outputs"},
			&cli.BoolFlag{Name: "force", Aliases: []string{"f"}, Usage: "overwrite files that dossier did not write"},
			&cli.BoolFlag{Name: "dry-run", Usage: "print the changes, one a line, and write nothing"},
		}, lookFlags()...), messageFlags()...),
		Action: func(c *cli.Context) error { return apply(c, sys) },
	}
}

func apply(c *cli.Context, sys system) error {
	w, err := readEdits(c)
	if err != nil {
		return err
	}
	o, err := applyOptions(c, sys)
	if err != nil {
		return err
	}
	r, err := newReporter(c, sys)
	if err != nil {
		return err
	}
	o.Events, o.Edit = r.event, w.edit
	for _, line := range w.warnings() {
		say(sys.stderr, line)
	}
	report, err := batch.Run(c.Context, o)
	for _, line := range w.complaints() {
		say(sys.stderr, line)
	}
	if c.Bool("dry-run") {
		r.quiet = true
		for _, line := range w.changes() {
			if _, err := fmt.Fprintln(sys.stdout, printable(line)); err != nil {
				return err
			}
		}
	} else if err == nil {
		err = w.writeLog(c.String("log"))
	}
	return r.conclude(o, report, err)
}

// applyOptions are those of a run over canonical JSON.
func applyOptions(c *cli.Context, sys system) (batch.Options, error) {
	o := batch.Options{Inputs: c.Args().Slice(), From: "json", Stdin: sys.stdin, Stdout: sys.stdout, MaxBytes: 1 << 30}
	if len(o.Inputs) == 0 {
		return o, usageErr("name the canonical JSON of the articles to correct, for example: dossier apply --edits %s out/*.json", c.String("edits"))
	}
	if err := lookOptions(c, &o.Looks); err != nil {
		return o, err
	}
	if c.Bool("dry-run") {
		o.To, o.Output, o.Stdout = []*export.Format{export.Lookup("ndjson")}, batch.Stdin, io.Discard
		return o, nil
	}
	if !c.IsSet("to") && !c.IsSet("output") && !c.IsSet("out-dir") {
		o.To, o.InPlace = []*export.Format{export.Lookup("json")}, true
		return o, nil
	}
	return o, outputOptions(c, &o)
}

// workbookEdits are the corrections of a workbook on their way into articles.
type workbookEdits struct {
	path string
	list []*export.Corrected
	said []export.Outcome // by list
	mu   sync.Mutex
}

func readEdits(c *cli.Context) (*workbookEdits, error) {
	w := &workbookEdits{path: c.String("edits")}
	if w.path == "" {
		return nil, usageErr("--edits WORKBOOK names the workbook that was edited")
	}
	book, err := os.ReadFile(w.path)
	if err != nil {
		return nil, usageErr("--edits: %v", err)
	}
	at := c.String("at")
	if at == "" {
		at = time.Now().UTC().Format(time.RFC3339)
	} else if !isTime(at) {
		return nil, usageErr("--at is a time such as 2024-05-06 or 2024-05-06T07:08:09Z, not %q", at)
	}
	if w.list, err = export.ReadCorrections(book, c.String("by"), at); err != nil {
		return nil, fmt.Errorf("%s: %w", w.path, err)
	}
	w.said = make([]export.Outcome, len(w.list))
	return w, nil
}

func isTime(s string) bool {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04", time.DateOnly} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

// edit applies to an article what the workbook says of it. An error means that
// nothing of it is written; what is wrong is told at the end.
func (w *workbookEdits) edit(a *article.Article) (*article.Article, error) {
	for i, c := range w.list {
		if c.Of(a) {
			got, out := c.Apply(a)
			w.mu.Lock()
			w.said[i] = out
			w.mu.Unlock()
			switch {
			case len(out.Conflicts) > 0:
				return nil, fmt.Errorf("%w: %s with the article as it now is; nothing was changed", batch.ErrConflict, count(len(out.Conflicts), "conflict"))
			case len(out.Problems) > 0:
				return nil, fmt.Errorf("%s of the workbook cannot be applied; nothing was changed", count(len(out.Problems), "change"))
			}
			return got, nil
		}
	}
	return nil, errors.New("the workbook holds no such article")
}

// warnings are the changes that no article gets.
func (w *workbookEdits) warnings() (lines []string) {
	for _, c := range w.list {
		for _, s := range c.Warnings {
			lines = append(lines, filepath.Base(w.path)+": warning: "+s)
		}
	}
	return lines
}

// complaints say what kept articles from being changed.
func (w *workbookEdits) complaints() (lines []string) {
	for _, out := range w.said {
		for _, s := range append(out.Problems, out.Conflicts...) {
			lines = append(lines, filepath.Base(w.path)+": "+s)
		}
	}
	return lines
}

// changes are what was changed, or would be.
func (w *workbookEdits) changes() (lines []string) {
	for i, out := range w.said {
		for _, s := range out.Changes {
			lines = append(lines, w.list[i].Base.Source.Name+": "+s)
		}
	}
	return lines
}

// writeLog adds the corrections to the log, those that it does not hold yet.
func (w *workbookEdits) writeLog(path string) error {
	if path == "" {
		path = strings.TrimSuffix(w.path, filepath.Ext(w.path)) + ".edits.jsonl"
	}
	old, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	log := bytes.Clone(old)
	for _, out := range w.said {
		for line := range bytes.Lines(out.Log) {
			if !bytes.Contains(log, line) {
				log = append(log, line...)
			}
		}
	}
	if len(log) == len(old) {
		return nil
	}
	return batch.WriteFile(path, log)
}

// replay reads a log of corrections; what it returns applies them after parsing,
// and notes those that no longer fit.
func replay(path string) (func(*article.Article) (*article.Article, error), error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, usageErr("--edits: %v", err)
	}
	defer f.Close()
	log, err := article.ReadLog(f)
	if err != nil {
		if ext := strings.ToLower(filepath.Ext(path)); ext == ".xlsx" {
			return nil, usageErr("--edits takes a log of corrections; dossier apply --edits %s makes one of the workbook", path)
		}
		return nil, usageErr("--edits: %s: %v", path, err)
	}
	return func(a *article.Article) (*article.Article, error) {
		list := a.Fit(log)
		if len(list) == 0 {
			return a, nil
		}
		got, errs := article.Correct(a, list)
		for _, err := range errs {
			got.Notes = append(got.Notes, article.Note{Code: article.NoteEdits, Severity: article.Warning, Message: err.Error()})
		}
		return got, nil
	}, nil
}
