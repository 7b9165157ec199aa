package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"dossier/formats"
)

// Stdin is the argument that stands for the standard input.
const Stdin = "-"

// Input is one file to read.
type Input struct {
	Path string // to open it; "-" is the standard input
	Rel  string // folder below the folder or glob that led to it, "" for a file argument
	Stem string // base name without its extension
	Ext  string // with the dot, as written, or ""
}

// folder is where the input lies.
func (in Input) folder() string {
	if in.Path == Stdin {
		return "."
	}
	return filepath.Dir(in.Path)
}

// discover turns arguments into inputs, in the order of the arguments and,
// within a folder, of the names. An argument that leads to nothing is a failure
// beside other inputs, and ErrNoInput alone.
func discover(o Options) ([]Input, []Failure, error) {
	if len(o.Inputs) == 0 {
		return nil, nil, fmt.Errorf("%w: no input named; give a file, a folder, a glob, or - for the standard input", ErrUsage)
	}
	d := newFinder(o)
	for _, arg := range o.Inputs {
		if err := d.argument(arg); err != nil {
			d.missing = append(d.missing, Failure{Input: arg, Err: err})
		}
	}
	if len(d.inputs) > 0 {
		return d.inputs, d.missing, nil
	}
	for _, f := range d.missing {
		if !errors.Is(f.Err, ErrNoInput) {
			return nil, d.missing, nil // the run reports each
		}
	}
	return nil, nil, d.missing[0].Err
}

type finder struct {
	o       Options
	inputs  []Input
	missing []Failure
	seen    map[string]bool
	known   map[string]bool // extension of a format -> taken from folders
}

func newFinder(o Options) *finder {
	d := &finder{o: o, seen: map[string]bool{}, known: map[string]bool{}}
	for _, f := range formats.Formats() {
		for _, ext := range f.Extensions {
			d.known[ext] = d.known[ext] || o.From == "" || o.From == f.Name
		}
	}
	return d
}

func (d *finder) argument(arg string) error {
	if arg == Stdin {
		d.add(Input{Path: Stdin, Stem: "stdin"})
		return nil
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return d.folder(arg)
	case err == nil:
		d.add(d.input(arg, ""))
		return nil
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?[{"):
		return d.glob(arg)
	}
	return err
}

// glob takes the files a pattern matches. Outputs keep the folders below the
// part of the pattern that has no wildcard.
func (d *finder) glob(pattern string) error {
	base, rest := doublestar.SplitPattern(filepath.ToSlash(pattern))
	if !doublestar.ValidatePattern(rest) {
		return fmt.Errorf("%w: %s is no valid pattern", ErrNoInput, pattern)
	}
	names, err := doublestar.Glob(os.DirFS(filepath.FromSlash(base)), rest,
		doublestar.WithFilesOnly(), doublestar.WithNoHidden())
	if err != nil {
		return err
	}
	slices.Sort(names)
	if d.take(base, names) == 0 {
		return fmt.Errorf("%w: nothing matches %s", ErrNoInput, pattern)
	}
	return nil
}

// folder takes the files below dir whose extension an input format bears.
// Hidden and temporary files, and the output folder itself, are passed over.
func (d *finder) folder(dir string) error {
	var names []string
	passed := 0
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			d.missing = append(d.missing, Failure{Input: filepath.Join(dir, filepath.FromSlash(name)), Err: err})
			return nil
		}
		switch {
		case name != "." && hidden(e.Name()):
			return skip(e)
		case e.IsDir():
			if name != "." && d.o.Dir != "" && same(filepath.Join(dir, filepath.FromSlash(name)), d.o.Dir) {
				return fs.SkipDir
			}
		case !d.known[strings.ToLower(path.Ext(name))] || !regular(filepath.Join(dir, filepath.FromSlash(name)), e):
			passed++
		default:
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if d.take(dir, names) > 0 {
		return nil
	}
	hint := ""
	if passed > 0 {
		hint = fmt.Sprintf("; %d of other kinds were passed over, a glob takes any file", passed)
	}
	return fmt.Errorf("%w: no article in the folder %s%s", ErrNoInput, dir, hint)
}

// take adds the files names below dir, without those that this tool wrote and
// whose source stands beside them: they are results of an earlier run.
func (d *finder) take(dir string, names []string) int {
	var list []Input
	for _, name := range names {
		rel := filepath.FromSlash(path.Dir(name))
		if rel == "." {
			rel = ""
		}
		list = append(list, d.input(filepath.Join(dir, filepath.FromSlash(name)), rel))
	}
	sources := map[string]int{}
	for _, in := range list {
		sources[filepath.Join(in.folder(), in.Stem)]++
	}
	n := 0
	for _, in := range list {
		if d.result(in, sources) {
			continue
		}
		d.add(in)
		n++
	}
	return n
}

// result reports whether in is an output of ours beside its source: one of the
// shorter stems of its name is the stem of another file.
func (d *finder) result(in Input, sources map[string]int) bool {
	own := filepath.Join(in.folder(), in.Stem)
	beside := sources[own] > 1
	for stem := own; !beside; {
		ext := filepath.Ext(stem)
		if ext == "" || len(ext) == len(filepath.Base(stem)) {
			break
		}
		stem = strings.TrimSuffix(stem, ext)
		beside = sources[stem] > 0
	}
	return beside && ours(in.Path)
}

// add appends in unless the same path was named before.
func (d *finder) add(in Input) {
	if !d.seen[in.Path] {
		d.seen[in.Path] = true
		d.inputs = append(d.inputs, in)
	}
}

// input splits a path. What follows the last dot is an extension if a format
// bears it or if it looks like one: "v1.2" and ".profile" have none.
func (d *finder) input(file, rel string) Input {
	base := filepath.Base(file)
	ext := filepath.Ext(base)
	if len(ext) == len(base) || !d.isExtension(ext) {
		ext = ""
	}
	return Input{Path: filepath.Clean(file), Rel: rel, Stem: strings.TrimSuffix(base, ext), Ext: ext}
}

func (d *finder) isExtension(ext string) bool {
	lower := strings.ToLower(ext)
	if _, ok := d.known[lower]; ok {
		return true
	}
	if len(ext) < 2 || len(ext) > 6 {
		return false
	}
	for _, r := range lower[1:] {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return true
}

// hidden reports names that are never meant as input: dot files, and the
// temporary and backup files of editors and office programs.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") ||
		strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".tmp") || strings.HasSuffix(name, ".swp")
}

func skip(e fs.DirEntry) error {
	if e.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// regular reports a file that can be read to its end; a link counts as its target.
func regular(file string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.Type().IsRegular()
	}
	info, err := os.Stat(file)
	return err == nil && info.Mode().IsRegular()
}

// same reports whether two paths name one file or folder.
func same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}
