package batch

import (
	"bytes"
	"cmp"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"dossier/export"
	"dossier/formats"
)

// walk finds what is meant as input below a folder: files whose extension an
// input format bears, or that Options.Include matches. Hidden and temporary
// files, manifests, and the output folder itself are passed over. Links to
// folders are followed last, and no folder is entered twice, so that circles
// end and a file keeps the name that leads to it without links.
type walk struct {
	d       *finder
	root    string
	names   []string    // below root, with slashes
	passed  int         // files of other kinds
	links   []string    // to folders, below root
	out     fs.FileInfo // of the output folder, nil if there is none
	visited map[string]bool
}

// all walks, and returns what it found. Only a root that cannot be read is an error; what cannot be read
// below it is missing.
func (w *walk) all() ([]Input, error) {
	real, err := filepath.EvalSymlinks(w.root)
	if err != nil {
		return nil, err
	}
	if real, err = filepath.Abs(real); err != nil {
		return nil, err
	}
	w.out, _ = os.Stat(w.d.o.Dir)
	if err := w.folder("", real); err != nil {
		return nil, err
	}
	for len(w.links) > 0 {
		name := w.links[0]
		w.links = w.links[1:]
		real, err := filepath.EvalSymlinks(w.path(name))
		if err == nil {
			real, err = filepath.Abs(real)
		}
		if err == nil {
			err = w.folder(name, real)
		}
		w.lost(name, err)
	}
	slices.SortFunc(w.names, byFolder)
	return w.articles(), nil
}

// articles are the files that what they hold does not tell to be something else.
// Only some need be opened for that, those side by side.
func (w *walk) articles() []Input {
	list, other := make([]Input, len(w.names)), make([]bool, len(w.names))
	sideBySide(len(list), runtime.GOMAXPROCS(0), func(i int) {
		list[i] = w.d.found(w.root, w.names[i])
		other[i] = len(w.d.o.Include) == 0 && w.d.other(&list[i])
	})
	n := 0
	for i, in := range list {
		if other[i] {
			w.passed++
		} else {
			list[n] = in
			n++
		}
	}
	return list[:n]
}

// byFolder orders names so that what a folder holds stays together: a slash comes
// before all other bytes.
func byFolder(a, b string) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		x, y := a[i], b[i]
		switch {
		case x == y:
		case x == '/':
			return -1
		case y == '/':
			return 1
		default:
			return cmp.Compare(x, y)
		}
	}
	return cmp.Compare(len(a), len(b))
}

func (w *walk) path(name string) string { return below(w.root, filepath.FromSlash(name)) }

func (w *walk) lost(name string, err error) {
	if err != nil {
		w.d.missing = append(w.d.missing, Failure{Input: w.path(name), Err: err})
	}
}

// folder takes what is in the folder name, which really is the folder real.
func (w *walk) folder(name, real string) error {
	if w.visited[real] {
		return nil
	}
	w.visited[real] = true
	entries, err := os.ReadDir(w.path(name))
	if err != nil {
		return err
	}
	for _, e := range entries {
		below := e.Name()
		if name != "" {
			below = name + "/" + below
		}
		switch {
		case hidden(e.Name()) || matches(w.d.o.Exclude, below):
		case e.IsDir():
			if !w.isOut(below) {
				w.lost(below, w.folder(below, filepath.Join(real, e.Name())))
			}
		case e.Type()&fs.ModeSymlink != 0 && isFolder(w.path(below)):
			w.links = append(w.links, below)
		case w.wanted(below, e):
			w.names = append(w.names, below)
		default:
			w.passed++
		}
	}
	return nil
}

// isOut reports whether the folder name is the output folder.
func (w *walk) isOut(name string) bool {
	if w.out == nil {
		return false
	}
	info, err := os.Stat(w.path(name))
	return err == nil && os.SameFile(info, w.out)
}

// wanted reports whether the file name is meant as input.
func (w *walk) wanted(name string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink != 0 { // counts as its target
		info, err := os.Stat(w.path(name))
		if err != nil || !info.Mode().IsRegular() {
			return false
		}
	} else if !e.Type().IsRegular() {
		return false // it could not be read to its end
	}
	if len(w.d.o.Include) > 0 {
		return matches(w.d.o.Include, name)
	}
	ext, _ := formats.Extension(path.Base(name))
	return w.d.known[ext]
}

// other reports whether the file is no article, though it bears the extension of a
// format.
func (d *finder) other(in *Input) bool {
	switch strings.ToLower(in.Ext) {
	case ".json", ".jsonl":
		return otherJSON(in.Path)
	case ".csv", ".tsv", ".pdf", ".html":
		return ours(in.Path) // an output is no article
	case ".md", ".markdown":
		return d.ourMarkdown(in)
	}
	return false
}

// ourMarkdown reports whether the file begins as our Markdown does. Where it is
// likely done already all of it is read at once for that.
func (d *finder) ourMarkdown(in *Input) bool {
	mark := []byte(export.MarkdownMark)
	if !d.o.goesOn() {
		return begins(in.Path, mark)
	}
	is := false
	sum, now, err := hashUnless(in.Path, func(head []byte) bool {
		is = bytes.HasPrefix(head, mark)
		return is
	})
	if err == nil && !is {
		in.was = &seen{sum, now}
	}
	return is
}

// begins reports whether the file begins with mark.
func begins(file string, mark []byte) bool {
	f, err := openFile(file)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(mark))
	n, _ := io.ReadFull(f, head)
	return bytes.Equal(head[:n], mark)
}

// matches reports whether one of the patterns is that of name. A pattern without
// a slash is one of base names.
func matches(patterns []string, name string) bool {
	for _, p := range patterns {
		what := name
		if !strings.Contains(p, "/") {
			what = path.Base(name)
		}
		if ok, _ := doublestar.Match(p, what); ok {
			return true
		}
	}
	return false
}

// otherJSON reports whether the file holds JSON that no format is sure of: the
// extension says nothing of what it is about, and folders are full of settings,
// gold and manifests. A file that cannot be read, is empty or begins like no JSON
// is none of those: it is tried, and fails.
func otherJSON(file string) bool {
	f, err := openFile(file)
	if err != nil {
		return false
	}
	defer f.Close()
	buf := buffers.Get().(*[sniffed]byte)
	defer buffers.Put(buf)
	n, _ := io.ReadFull(f, buf[:])
	head := bytes.TrimLeft(bytes.TrimPrefix(buf[:n], []byte("\ufeff")), " \t\r\n")
	if len(head) == 0 || head[0] != '{' && head[0] != '[' {
		return false
	}
	if bytes.HasPrefix(head, []byte(manifestHeader)) || ourFTM(head) {
		return true
	}
	if !strings.EqualFold(filepath.Ext(file), ".json") {
		return false
	}
	for _, format := range formats.Formats() {
		if format.Detect(head) >= sureEnough {
			return false
		}
	}
	return true
}

// sureEnough is more than a format is sure of what merely looks like JSON.
const sureEnough = 0.5

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
