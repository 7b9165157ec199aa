package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// A manifest is the memory of a folder of outputs: JSON Lines, first the header,
// then a line for each article, each input that failed, and the end of each file
// of many records. By it an unchanged input is passed over, and an output that
// somebody edited is told from one that is as we wrote it.
//
// A line is appended before the outputs it tells of get their names. A run that
// is killed between the two leaves a line that the files do not match, which
// only means that the article is done again; the other order could leave a file
// of ours that looks edited. Lines are only ever appended, several runs at once
// may do so. A line is obsolete when later ones tell of all its outputs or, if it
// has none, of the same article; a run that made lines obsolete rewrites the file
// in the end, in the order of its inputs.
type manifest struct {
	path  string
	dir   string // paths of outputs are relative to it
	past  map[subject][]*entry
	known map[string][]output // path of an output -> as we wrote it, at any time
	lines int                 // read
	stale int                 // of them, made obsolete by others or by this run
	begun *recall             // nil, or what reads it already
}

// subject is what a line is about: a record of an input, from 1, or 0 for its
// only article, for all of it, and for the end of a file of many.
type subject struct {
	input  string
	record int
}

// Names of manifests: in a folder of outputs it may be seen; beside the articles
// it keeps out of the way.
const (
	manifestName   = "manifest.jsonl"
	hiddenManifest = ".dossier.jsonl"
	manifestHeader = `{"schema":"dossier/manifest/1"}`
)

// entry is a line of the manifest.
type entry struct {
	Input   string   `json:"input"`             // below the argument that led to it
	Record  int      `json:"record,omitempty"`  // of a file of several, from 1
	Records int      `json:"records,omitempty"` // in the file; this line is its end
	SHA256  string   `json:"sha256,omitempty"`  // of the input
	Bytes   int64    `json:"bytes"`             // of the input
	Options string   `json:"options"`           // a hash of what decides the outputs
	Version string   `json:"version"`
	Outputs []output `json:"outputs"`
	Notes   []string `json:"notes"` // their codes
	Error   string   `json:"error,omitempty"`
	Millis  int64    `json:"ms"`
}

// output is a file as it was when we wrote it.
type output struct {
	Format   string    `json:"format"`
	Path     string    `json:"path"` // below the manifest's folder, with slashes
	Bytes    int64     `json:"bytes"`
	SHA256   string    `json:"sha256"`
	Modified time.Time `json:"modified"`
}

func newManifest(path string) *manifest {
	return &manifest{path: path, dir: filepath.Dir(path), past: map[subject][]*entry{}, known: map[string][]output{}}
}

// load reads the lines of the inputs that are wanted.
func (m *manifest) load(wanted map[string]bool) error {
	if m.begun == nil {
		m.begun = beginRecall(m.path)
	}
	m.begun.wanted.Store(&wanted)
	m.past, m.known = make(map[subject][]*entry, len(wanted)), make(map[string][]output, len(wanted))
	for future := range m.begun.blocks {
		b := <-future
		m.lines += b.lines
		for i, e := range b.entries {
			if wanted[e.Input] {
				m.learn(b.entries[i : i+1 : i+1])
			}
		}
		if b.err != nil {
			return b.err
		}
	}
	return nil
}

// learn takes in one line.
func (m *manifest) learn(line []*entry) {
	e := line[0]
	for i, o := range e.Outputs {
		m.known[o.Path] = join(m.known[o.Path], e.Outputs[i:i+1:i+1])
	}
	key := subject{e.Input, e.Record}
	old := m.past[key]
	for _, o := range old {
		if e.replaces(o) {
			m.stale++ // by a run that was killed before it put the file in order
		}
	}
	m.past[key] = join(old, line)
}

// join appends to a list. The first part of one, and most often the only one, stays
// where it is.
func join[T any](list, more []T) []T {
	if list == nil {
		return more
	}
	return append(list, more...)
}

// replaces reports whether a later line about the same tells of all that old does.
func (e *entry) replaces(old *entry) bool {
	return !slices.ContainsFunc(old.Outputs, func(o output) bool {
		return !slices.ContainsFunc(e.Outputs, func(x output) bool { return x.Path == o.Path })
	})
}

// add appends lines.
func (m *manifest) add(entries ...entry) error {
	var b []byte
	for _, e := range entries {
		if m.past[subject{e.Input, e.Record}] != nil {
			m.stale++
		}
		line, err := json.Marshal(e)
		if err != nil {
			panic("batch: " + err.Error()) // strings and numbers always marshal
		}
		b = append(append(b, line...), '\n')
	}
	err := m.held(func(f *os.File) error {
		info, err := f.Stat()
		if err != nil {
			return err
		}
		var last [1]byte
		if n := info.Size(); n == 0 {
			b = append([]byte(manifestHeader+"\n"), b...)
		} else if f.ReadAt(last[:], n-1); last[0] != '\n' { // a line that was cut short
			b = append([]byte("\n"), b...)
		}
		_, err = f.Write(b)
		return err
	})
	if err != nil {
		return writeError(m.path, err)
	}
	return nil
}

// held opens the manifest for appending and does something while no other
// process may.
func (m *manifest) held(do func(*os.File) error) error {
	for {
		f, err := os.OpenFile(m.path, os.O_CREATE|os.O_RDWR|os.O_APPEND, 0o666)
		if err != nil {
			return err
		}
		lock(f)
		if !stillThere(f, m.path) {
			f.Close() // another run has put a new one in its place
			continue
		}
		return errors.Join(do(f), f.Close())
	}
}

func stillThere(f *os.File, path string) bool {
	a, err1 := f.Stat()
	b, err2 := os.Stat(path)
	return err1 == nil && err2 == nil && os.SameFile(a, b)
}

// close rewrites the manifest without the lines that later ones made obsolete,
// those of the run's inputs in their order. It leaves alone what few obsolete
// lines there are in a long one, unless all is asked for.
func (m *manifest) close(inputs []string, all bool) error {
	if m.stale == 0 || !all && m.stale*8 < m.lines {
		return nil
	}
	order := map[string]int{}
	for i, name := range inputs {
		order[name] = i + 1
	}
	err := m.held(func(f *os.File) error {
		lines, err := liveLines(f)
		if err != nil {
			return err
		}
		slices.SortStableFunc(lines, func(a, b ranked) int { return order[a.input] - order[b.input] })
		return m.replace(f, lines)
	})
	if err != nil {
		return writeError(m.path, err)
	}
	return nil
}

// ranked is a line that is not obsolete, and where it stands.
type ranked struct {
	subject
	from   int64
	length int
}

// liveLines are the lines that are not obsolete. Going backwards, a line is if
// all it tells of was told.
func liveLines(f *os.File) ([]ranked, error) {
	var lines []ranked
	var tells [][]string // paths of outputs
	r := bufio.NewReaderSize(io.NewSectionReader(f, 0, 1<<62), 64<<10)
	for from := int64(0); ; {
		line, err := r.ReadBytes('\n')
		var e entry
		if bytes.HasPrefix(line, []byte(`{"input":`)) && json.Unmarshal(line, &e) == nil {
			lines = append(lines, ranked{subject{e.Input, e.Record}, from, len(line)})
			paths := make([]string, len(e.Outputs))
			for i, o := range e.Outputs {
				paths[i] = o.Path
			}
			tells = append(tells, paths)
		}
		from += int64(len(line))
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
	}
	told, about := map[string]bool{}, map[subject]bool{}
	live := lines[:0:0]
	for i := len(lines) - 1; i >= 0; i-- {
		news := len(tells[i]) == 0 && !about[lines[i].subject]
		for _, path := range tells[i] {
			news = news || !told[path]
			told[path] = true
		}
		about[lines[i].subject] = true
		if news {
			live = append(live, lines[i])
		}
	}
	slices.Reverse(live)
	return live, nil
}

// replace puts a new manifest of those lines of f in its place.
func (m *manifest) replace(f *os.File, lines []ranked) error {
	out, err := (&folders{}).create(m.path)
	if err != nil {
		return err
	}
	out.WriteString(manifestHeader + "\n")
	var b []byte
	for _, l := range lines {
		b = slices.Grow(b[:0], l.length)[:l.length]
		if _, err := f.ReadAt(b, l.from); err != nil {
			out.abort()
			return err
		}
		out.Write(bytes.TrimSuffix(b, []byte("\n"))) // the buffer keeps the error for seal
		out.WriteByte('\n')
	}
	if err := out.seal(); err != nil {
		return err
	}
	return out.publish()
}
