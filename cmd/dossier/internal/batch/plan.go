package batch

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"dossier/article"
	"dossier/export"
	"dossier/formats"
)

// toFiles reports whether each article becomes files of its own.
func (p *Plan) toFiles() bool { return p.o.Output == "" }

// output is the path of the output of f for record n of in.
func (p *Plan) output(in Input, n int, many bool, a *article.Article, f *export.Format) string {
	name := fitting(p.name.fill(in, n, many, a)) + f.Suffix
	if p.o.Dir != "" {
		return filepath.Join(p.o.Dir, in.Rel, name)
	}
	return filepath.Join(in.folder(), name)
}

// Line is one planned output: the input as named and the file it goes to.
// Fields of the name that only the article knows stand as {id} and the like.
type Line struct{ Input, Output string }

// Lines lists what a run would write, in order.
func (p *Plan) Lines() []Line {
	var list []Line
	for _, in := range p.inputs {
		if p.o.Resume && in.Path != Stdin {
			sum, _, _ := hashFile(in.Path)
			if _, ok := p.unchanged(&in, 0, sum); ok {
				continue
			}
		}
		list = append(list, p.lines(in)...)
	}
	if f := p.indexed(); f != nil {
		list = append(list, Line{p.o.Dir, p.indexPath(f)})
	}
	return list
}

// lines are those of one input.
func (p *Plan) lines(in Input) []Line {
	if !p.toFiles() {
		return []Line{{in.Path, p.o.Output}}
	}
	var list []Line
	for _, f := range p.o.To {
		path := p.output(in, 0, in.many, nil, f)
		list = append(list, Line{in.Path, path})
		if p.o.CSVW && f.Metadata("", p.o.Looks) != nil {
			list = append(list, Line{in.Path, path + metadataSuffix})
		}
	}
	return list
}

// Missing lists the arguments that led to nothing.
func (p *Plan) Missing() []Failure { return p.missing }

// isMany reports whether a file is, by its format's name or its extension, one of
// many records. What the file really is shows when it is read.
func isMany(from, ext string) bool {
	if from != "" {
		f := formats.Lookup(from)
		return f != nil && f.Many
	}
	return manyIn()[ext]
}

// manyIn tells of each extension whether the first format that has it reads files of
// many records.
var manyIn = sync.OnceValue(func() map[string]bool {
	many := map[string]bool{}
	for _, f := range slices.Backward(formats.Formats()) {
		for _, ext := range f.Extensions {
			many[ext] = f.Many
		}
	}
	return many
})

// claim is a planned output, and what forbids it.
type claim struct {
	Line
	home string // of the input
	err  error
}

// claims are those of the inputs to their outputs. No two outputs may share a path,
// and no output may be an input. What stands there is another question.
func (p *Plan) claims() []claim {
	if !p.toFiles() {
		return nil
	}
	list := make([]claim, 0, 1+len(p.inputs)*len(p.o.To))
	if f := p.indexed(); f != nil {
		list = append(list, claim{Line: Line{indexClaim, p.indexPath(f)}, home: p.o.Dir})
	}
	for _, in := range p.inputs {
		for _, line := range p.lines(in) {
			list = append(list, claim{Line: line, home: in.home})
		}
	}
	claimed := p.claimed(len(list))
	for i := range list {
		list[i].err = p.enter(list[i].Line, claimed)
	}
	return list
}

// claimed are the paths that are taken before the outputs of the inputs, of which
// there are n, take theirs: path -> who takes it, "" for an input.
func (p *Plan) claimed(n int) map[string]string {
	claimed := make(map[string]string, len(p.inputs)+n)
	for _, list := range [][]Input{p.inputs, p.others} {
		for _, in := range list {
			if in.Path != Stdin {
				claimed[key(in.Path)] = ""
			}
		}
	}
	for _, in := range p.others {
		for _, line := range p.lines(in) {
			if _, taken := claimed[key(line.Output)]; !taken {
				claimed[key(line.Output)] = in.Path
			}
		}
	}
	return claimed
}

// enter enters a planned output, or says who took its path.
func (p *Plan) enter(line Line, claimed map[string]string) error {
	output := key(line.Output)
	by, taken := claimed[output]
	switch {
	case p.keepsPlace(line):
		return nil
	case taken && line.Input == indexClaim:
		return conflict("%s, %s, is an input", line.Output, indexClaim)
	case taken && by == "":
		return conflict("%s would overwrite the input %s; use --out-dir", line.Input, line.Output)
	case taken && by == indexClaim:
		return conflict("%s would write %s, which is %s; use --name, e.g. '{stem}-{id}'", line.Input, line.Output, by)
	case taken && by != line.Input:
		return conflict("%s and %s would both write %s; use --name, e.g. '%s'", by, line.Input, line.Output, p.apart(by, line.Input))
	case taken:
		return conflict("%s would write %s twice", by, line.Output)
	}
	claimed[output] = line.Input
	return nil
}

// keepsPlace reports an output that may take the place of its input.
func (p *Plan) keepsPlace(line Line) bool { return p.o.InPlace && line.Output == line.Input }

// conflicts checks, before any work, the claims and that no file of somebody else
// and no edited one is overwritten. A resumed run may leave edited ones alone, so it
// asks later.
func (p *Plan) conflicts(claims []claim) error {
	if !p.toFiles() {
		return p.sharedConflict()
	}
	sideBySide(len(claims), p.o.Jobs, func(i int) {
		if c := &claims[i]; c.err == nil && !p.keepsPlace(c.Line) {
			c.err = p.mayTake(c)
		}
	})
	var errs []error
	for i := range claims {
		if claims[i].err != nil {
			errs = append(errs, claims[i].err)
		}
	}
	return errors.Join(errs...)
}

// sharedConflict is that of the output of all articles.
func (p *Plan) sharedConflict() error {
	isInput := func(in Input) bool { return in.Path != Stdin && key(in.Path) == key(p.o.Output) }
	if p.o.Output != Stdin && slices.ContainsFunc(p.inputs, isInput) {
		return conflict("the output %s is an input", p.o.Output)
	}
	if p.updates() && ours(p.o.Output) {
		return nil // whoever added to it keeps what is theirs
	}
	return p.mayWrite(p.o.Output, p.manifests[filepath.Dir(p.o.Output)])
}

// mayTake returns a conflict if what stands where the output is planned forbids it.
func (p *Plan) mayTake(c *claim) error {
	m := p.manifests[c.home]
	if p.o.Resume && m != nil && c.Input != indexClaim && len(m.known[m.rel(c.Output)]) > 0 {
		return nil // it is ours, edited or not
	}
	err := p.mayWrite(c.Output, m)
	if p.o.Resume && errors.Is(err, errEdited) {
		return nil
	}
	return err
}

// apart is a template that gives two inputs of one name different outputs.
func (p *Plan) apart(a, b string) string {
	if strings.EqualFold(filepath.Ext(a), filepath.Ext(b)) {
		return "{stem}-{id}"
	}
	return "{stem}.{ext}"
}

// errEdited is the conflict with an output that somebody has edited.
var errEdited = errors.New("edited")

// mayWrite returns a conflict if path is a folder, a file that this tool did not
// write, or one that somebody edited since.
func (p *Plan) mayWrite(path string, m *manifest) error {
	if path == Stdin {
		return nil
	}
	if m == nil {
		m = &manifest{}
	}
	switch s := m.state(path); {
	case s == isDir:
		return conflict("%s is a folder", path)
	case p.o.Force:
		return nil
	case s == foreign:
		return conflict("%s was not written by dossier; use --force to overwrite it", path)
	case s == edited:
		return editedError(path)
	}
	return nil
}

type editedError string

func (e editedError) Error() string {
	return ErrConflict.Error() + ": " + string(e) + " was edited since dossier wrote it; --force overwrites it, --resume keeps it while its input is unchanged"
}

func (e editedError) Is(target error) bool { return target == errEdited || target == ErrConflict }

func conflict(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrConflict, fmt.Sprintf(format, args...))
}

// key makes paths comparable. Names that differ only in case are one file on
// many systems, so they count as one everywhere.
func key(path string) string {
	return strings.ToLower(absolute(path))
}

// absolute is filepath.Abs, or path itself if that fails. It asks the system once
// which folder it works in: a run makes tens of thousands of paths comparable.
func absolute(path string) string {
	if folder := workingFolder(); !filepath.IsAbs(path) && folder != "" {
		return filepath.Join(folder, path)
	}
	return filepath.Clean(path)
}

var workingFolder = sync.OnceValue(func() string {
	folder, _ := os.Getwd()
	return folder
})
