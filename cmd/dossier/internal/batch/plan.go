package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dossier/article"
	"dossier/export"
	"dossier/formats"
)

// toFiles reports whether each article becomes files of its own.
func (p *Plan) toFiles() bool { return p.o.Output == "" }

// output is the path of the output of f for record n of in.
func (p *Plan) output(in Input, n int, many bool, a *article.Article, f *export.Format) string {
	dir := in.folder()
	if p.o.Dir != "" {
		dir = filepath.Join(p.o.Dir, in.Rel)
	}
	return filepath.Join(dir, p.name.fill(in, n, many, a)+f.Suffix)
}

// Line is one planned output: the input as named and the file it goes to.
// Fields of the name that only the article knows stand as {id} and the like.
type Line struct{ Input, Output string }

// Lines lists what a run would write, in order.
func (p *Plan) Lines() []Line {
	var list []Line
	for _, in := range p.inputs {
		if !p.toFiles() {
			list = append(list, Line{in.Path, p.o.Output})
			continue
		}
		for _, f := range p.o.To {
			path := p.output(in, 0, p.many(in), nil, f)
			list = append(list, Line{in.Path, path})
			if p.o.CSVW && f.Metadata("", p.o.Looks) != nil {
				list = append(list, Line{in.Path, path + metadataSuffix})
			}
		}
	}
	return list
}

// Missing lists the arguments that led to nothing.
func (p *Plan) Missing() []Failure { return p.missing }

// many reports whether in is, by its format's name or its extension, a file of
// many records. What the file really is shows when it is read.
func (p *Plan) many(in Input) bool {
	if p.o.From != "" {
		f := formats.Lookup(p.o.From)
		return f != nil && f.Many
	}
	for _, f := range formats.Formats() {
		if slices.Contains(f.Extensions, strings.ToLower(in.Ext)) {
			return f.Many
		}
	}
	return false
}

// conflicts checks, before any work, that no two outputs share a path, that no
// output is an input, and that no file of somebody else is overwritten.
func (p *Plan) conflicts() error {
	claimed := map[string]string{}
	for _, in := range p.inputs {
		if in.Path != Stdin {
			claimed[key(in.Path)] = "" // an input
		}
	}
	if !p.toFiles() {
		return p.mayWrite(p.o.Output, claimed)
	}
	var errs []error
	for _, line := range p.Lines() {
		by, taken := claimed[key(line.Output)]
		switch {
		case p.o.InPlace && line.Output == line.Input:
		case taken && by == "":
			errs = append(errs, conflict("%s would overwrite the input %s; use --out-dir", line.Input, line.Output))
		case taken && by != line.Input:
			errs = append(errs, conflict("%s and %s would both write %s; use --name, e.g. '{stem}.{ext}'", by, line.Input, line.Output))
		case taken:
			errs = append(errs, conflict("%s would write %s twice", by, line.Output))
		default:
			claimed[key(line.Output)] = line.Input
			if err := p.mayWrite(line.Output, nil); err != nil {
				errs = append(errs, err)
			}
		}
	}
	return errors.Join(errs...)
}

// mayWrite returns a conflict if path is an input, a folder, or a file that
// this tool did not write.
func (p *Plan) mayWrite(path string, inputs map[string]string) error {
	if path == Stdin {
		return nil
	}
	if _, taken := inputs[key(path)]; taken {
		return conflict("the output %s is an input", path)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist), err != nil: // the writing will tell
		return nil
	case info.IsDir():
		return conflict("%s is a folder", path)
	case p.o.Force, !info.Mode().IsRegular(), info.Size() == 0, ours(path):
		return nil
	}
	return conflict("%s was not written by dossier; use --force to overwrite it", path)
}

func conflict(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrConflict, fmt.Sprintf(format, args...))
}

// key makes paths comparable. Names that differ only in case are one file on
// many systems, so they count as one everywhere.
func key(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return strings.ToLower(path)
}
