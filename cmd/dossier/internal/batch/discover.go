package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
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
	many bool   // its format's name or its extension says that it is a file of many records
	was  *seen  // when it was found, if it was looked at for that
	home string // folder of its outputs: their manifest is there
	name string // in the manifest: below the argument, with slashes
}

// folder is where the input lies.
func (in Input) folder() string {
	if in.Path == Stdin {
		return "."
	}
	return filepath.Dir(in.Path)
}

// source is the path without its extension.
func (in Input) source() string { return in.Path[:len(in.Path)-len(in.Ext)] }

// discover turns arguments into inputs, in the order of the arguments and,
// within a folder, of the names. An argument that leads to nothing is a failure
// beside other inputs, and ErrNoInput alone.
//
// The others are inputs that are left to another shard or another time: they
// are not done, but their outputs have a claim to their names.
func discover(o Options) (inputs, others []Input, missing []Failure, err error) {
	if len(o.Inputs)+len(o.Listed) == 0 {
		return nil, nil, nil, fmt.Errorf("%w: no input named; give a file, a folder, a glob, or - for the standard input", ErrUsage)
	}
	d, err := newFinder(o)
	if err != nil {
		return nil, nil, nil, err
	}
	for _, arg := range o.Inputs {
		d.argument(arg, d.named)
	}
	for _, arg := range o.Listed {
		d.argument(arg, d.listed)
	}
	if len(d.inputs)+len(d.others) > 0 {
		return d.inputs, d.others, d.missing, nil
	}
	for _, f := range d.missing {
		if !errors.Is(f.Err, ErrNoInput) {
			return nil, nil, d.missing, nil // the run reports each
		}
	}
	return nil, nil, nil, d.missing[0].Err
}

type finder struct {
	o       Options
	inputs  []Input
	others  []Input
	missing []Failure
	several bool            // arguments, which may lead to the same file or name
	seen    map[string]bool // then
	names   map[place]bool  // that are taken, then
	known   map[string]bool // extension of a format -> taken from folders
}

// place is where the manifest keeps an input: its home and name.
type place struct{ home, name string }

func newFinder(o Options) (*finder, error) {
	d := &finder{o: o, seen: map[string]bool{}, names: map[place]bool{}, known: map[string]bool{}}
	d.several = len(o.Inputs)+len(o.Listed) > 1
	for _, p := range slices.Concat(o.Include, o.Exclude) {
		if !doublestar.ValidatePattern(p) {
			return nil, fmt.Errorf("%w: %s is no valid pattern", ErrUsage, p)
		}
	}
	for _, f := range formats.Formats() {
		for _, ext := range f.Extensions {
			d.known[ext] = d.known[ext] || o.From == "" || o.From == f.Name
		}
	}
	return d, nil
}

// argument takes what arg leads to; what it leads to nothing is missing.
func (d *finder) argument(arg string, take func(string) error) {
	if err := take(arg); err != nil {
		d.missing = append(d.missing, Failure{Input: arg, Err: err})
	}
}

// named takes an argument of the command line.
func (d *finder) named(arg string) error {
	if arg == Stdin {
		d.add(Input{Path: Stdin, Stem: "stdin", many: isMany(d.o.From, "")})
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

// listed takes a name of a list, as find prints them: no pattern, and with the
// folders before it, for names of a list are seldom all different.
func (d *finder) listed(name string) error {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return d.folder(name)
	}
	rel := ""
	if clean := filepath.Clean(name); filepath.IsLocal(clean) {
		rel = strings.TrimPrefix(filepath.Dir(clean), ".")
	}
	d.add(d.input(name, rel))
	return nil
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
	names = slices.DeleteFunc(names, func(name string) bool { return matches(d.o.Exclude, name) })
	slices.Sort(names)
	base = filepath.Clean(filepath.FromSlash(base))
	list := make([]Input, 0, len(names))
	for _, name := range slices.Compact(names) {
		list = append(list, d.found(base, name))
	}
	if d.take(list) == 0 {
		return fmt.Errorf("%w: nothing matches %s", ErrNoInput, pattern)
	}
	return nil
}

// folder takes the files below dir that are meant as input.
func (d *finder) folder(dir string) error {
	w := walk{d: d, root: filepath.Clean(dir), visited: map[string]bool{}}
	list, err := w.all()
	if err != nil {
		return err
	}
	if d.take(list) > 0 {
		return nil
	}
	hint := ""
	if w.passed > 0 {
		hint = fmt.Sprintf("; %d of other kinds were passed over, a glob takes any file", w.passed)
	}
	return fmt.Errorf("%w: no article in the folder %s%s", ErrNoInput, dir, hint)
}

// found is the file name below dir, with slashes.
func (d *finder) found(dir, name string) Input {
	rel := filepath.FromSlash(name[:max(0, strings.LastIndexByte(name, '/'))])
	in := d.input(below(dir, filepath.FromSlash(name)), rel)
	if d.o.Dir != "" {
		in.name = name
	}
	return in
}

// take adds the files of a folder or glob, without those that this tool wrote and
// whose source stands beside them: they are results of an earlier run.
func (d *finder) take(list []Input) int {
	sources := make(map[string]int, len(list))
	for _, in := range list {
		sources[in.source()]++
	}
	if d.inputs == nil {
		d.inputs = list[:0] // no more than was read of it is written
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
	own := in.source()
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

// add appends in unless the same path was named before, or it is for another
// shard to do.
func (d *finder) add(in Input) {
	if d.several && d.again(in) {
		return
	}
	d.enter(&in)
	if !in.many && !d.o.Shard.takes(in.name) || d.o.now != nil && !d.o.now(in.Path) {
		d.others = append(d.others, in)
		return
	}
	d.inputs = append(d.inputs, in)
}

// again reports whether the file was taken before.
func (d *finder) again(in Input) bool {
	path := in.Path
	if path != Stdin {
		path = absolute(path)
	}
	again := d.seen[path]
	d.seen[path] = true
	return again
}

// enter gives in its name in the manifest: where it lies below the argument, so
// that it stays the same from wherever dossier is called. Where two arguments
// lead to one name the second keeps all of its path.
func (d *finder) enter(in *Input) {
	in.home = d.o.Dir
	if in.home == "" {
		in.home = in.folder()
	}
	if in.name == "" {
		in.name = filepath.Base(in.Path)
		if d.o.Dir != "" {
			in.name = filepath.ToSlash(filepath.Join(in.Rel, in.name))
		}
	}
	if !d.several {
		return
	}
	if d.names[place{in.home, in.name}] {
		in.name = filepath.ToSlash(in.Path)
	}
	d.names[place{in.home, in.name}] = true
}

// input splits a path. What follows the last dot is an extension if a format
// bears it or if it looks like one, that of a compression included: "a.txt.gz"
// has the stem "a", "v1.2" and ".profile" have no extension.
func (d *finder) input(file, rel string) Input {
	base := filepath.Base(file)
	ext, packed := formats.Extension(base)
	if len(ext)+len(packed) == len(base) || !d.isExtension(ext) {
		ext = ""
	}
	stem := base[:len(base)-len(ext)-len(packed)]
	return Input{Path: filepath.Clean(file), Rel: rel, Stem: stem, Ext: base[len(stem):], many: isMany(d.o.From, ext)}
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

// below is filepath.Join for a folder and a name that are clean, of which a run joins
// tens of thousands.
func below(folder, name string) string {
	switch {
	case name == "":
		return folder
	case folder == "" || folder == ".":
		return name
	case os.IsPathSeparator(folder[len(folder)-1]):
		return folder + name
	}
	return folder + string(filepath.Separator) + name
}
