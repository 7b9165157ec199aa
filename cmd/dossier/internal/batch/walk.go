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
	names   []string // below root, with slashes
	passed  int      // files of other kinds
	links   []string // to folders, below root
	visited map[string]bool
}

// all walks. Only a root that cannot be read is an error; what cannot be read
// below it is missing.
func (w *walk) all() error {
	real, err := filepath.EvalSymlinks(w.root)
	if err != nil {
		return err
	}
	if real, err = filepath.Abs(real); err != nil {
		return err
	}
	if err := w.folder("", real); err != nil {
		return err
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
	w.names = w.articles(w.names)
	return nil
}

// articles are the files that what they hold does not tell to be something else.
// Only some need be opened for that, those side by side.
func (w *walk) articles(names []string) []string {
	other := make([]bool, len(names))
	sideBySide(len(names), runtime.GOMAXPROCS(0), func(i int) { other[i] = len(w.d.o.Include) == 0 && w.other(names[i]) })
	list := names[:0]
	for i, name := range names {
		if other[i] {
			w.passed++
		} else {
			list = append(list, name)
		}
	}
	return list
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

func (w *walk) path(name string) string { return filepath.Join(w.root, filepath.FromSlash(name)) }

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
		below := path.Join(name, e.Name())
		switch {
		case hidden(e.Name()) || matches(w.d.o.Exclude, below):
		case e.IsDir():
			if w.d.o.Dir == "" || !same(w.path(below), w.d.o.Dir) {
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

// wanted reports whether the file name is meant as input.
func (w *walk) wanted(name string, e fs.DirEntry) bool {
	if !regular(w.path(name), e) {
		return false
	}
	if len(w.d.o.Include) > 0 {
		return matches(w.d.o.Include, name)
	}
	ext, _ := formats.Extension(path.Base(name))
	return w.d.known[ext]
}

// other reports whether the file name is no article, though it bears the extension
// of a format.
func (w *walk) other(name string) bool {
	ext, packed := formats.Extension(path.Base(name))
	switch {
	case packed == "" && (ext == ".json" || ext == ".jsonl"):
		return otherJSON(w.path(name))
	case ext == ".csv" || ext == ".tsv" || ext == ".pdf" || ext == ".html":
		return ours(w.path(name)) // an output is no article
	case packed == "" && (ext == ".md" || ext == ".markdown"):
		return begins(w.path(name), export.MarkdownMark)
	}
	return false
}

// begins reports whether the file begins with mark.
func begins(file, mark string) bool {
	f, err := openFile(file)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(mark))
	n, _ := io.ReadFull(f, head)
	return string(head[:n]) == mark
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

// regular reports a file that can be read to its end; a link counts as its target.
func regular(file string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.Type().IsRegular()
	}
	info, err := os.Stat(file)
	return err == nil && info.Mode().IsRegular()
}
