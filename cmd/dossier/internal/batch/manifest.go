package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
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
// may do so, and the last one about an article counts. A run that made lines
// obsolete rewrites the file in the end, in the order of its inputs.
type manifest struct {
	path   string
	dir    string // paths of outputs are relative to it
	past   map[string]*history
	known  map[string][]output // path of an output -> as we wrote it, at any time
	lines  int                 // read
	stale  int                 // of them, made obsolete by this run
	ragged bool                // the last write was cut short
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

// history is what the manifest says of one input.
type history struct {
	whole   *entry // of the only article, of a failed input, or the end of many
	records map[int]*entry
}

func newManifest(path string) *manifest {
	return &manifest{path: path, dir: filepath.Dir(path), past: map[string]*history{}, known: map[string][]output{}}
}

// load reads the lines of the inputs that are wanted. A manifest that is not
// there is empty; a file of that name that is none of ours is a conflict.
func (m *manifest) load(wanted map[string]bool) error {
	f, err := os.Open(m.path)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return nil // if there cannot be one the writing will tell
	} else if err != nil {
		return err
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 64<<10)
	if head, err := r.Peek(len(manifestHeader)); len(head) > 0 && string(head) != manifestHeader {
		return conflict("%s is no manifest of dossier; --manifest FILE names another", m.path)
	} else if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return eachLine(r, func(line []byte) error {
		m.lines++
		if input, ok := inputOf(line); ok && wanted[string(input)] {
			m.learn(line)
		}
		return nil
	})
}

// eachLine hands on the lines of r that are not blank.
func eachLine(r *bufio.Reader, do func([]byte) error) error {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if text := bytes.TrimSpace(line); len(text) > 0 {
			if err := do(text); err != nil {
				return err
			}
		}
		line = line[:0]
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// inputOf finds the input of a line without reading all of it: a folder may have
// a long past of which a run over one article needs little.
func inputOf(line []byte) (string, bool) {
	rest, ok := bytes.CutPrefix(line, []byte(`{"input":`))
	if !ok {
		return "", false
	}
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case '"':
			var s string
			err := json.Unmarshal(rest[:i+1], &s)
			return s, err == nil
		}
	}
	return "", false
}

// learn takes in one line. A line that was cut short says nothing.
func (m *manifest) learn(line []byte) {
	e := new(entry)
	if json.Unmarshal(line, e) != nil {
		return
	}
	for _, o := range e.Outputs {
		m.known[o.Path] = append(m.known[o.Path], o)
	}
	h := m.past[e.Input]
	if h == nil {
		h = &history{}
		m.past[e.Input] = h
	}
	if e.Record == 0 {
		h.whole = e
		return
	}
	if h.records == nil {
		h.records = map[int]*entry{}
	}
	h.records[e.Record] = e
}

// of is the last line about an article, nil if there is none.
func (m *manifest) of(input string, record int) *entry {
	h := m.past[input]
	switch {
	case h == nil:
		return nil
	case record == 0:
		return h.whole
	}
	return h.records[record]
}

// add appends a line.
func (m *manifest) add(e entry) error {
	if m.of(e.Input, e.Record) != nil {
		m.stale++
	}
	b, err := json.Marshal(e)
	if err != nil {
		panic("batch: " + err.Error()) // strings and numbers always marshal
	}
	if m.ragged {
		b = append([]byte("\n"), b...)
	}
	err = m.held(func(f *os.File) error {
		if info, err := f.Stat(); err == nil && info.Size() == 0 {
			b = append([]byte(manifestHeader+"\n"), b...)
		}
		_, err := f.Write(append(b, '\n'))
		return err
	})
	m.ragged = err != nil
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
		lines, err := lastLines(f)
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

// ranked is where a line stands.
type ranked struct {
	input  string
	record int
	from   int64
	length int
}

// lastLines are the last lines about each article, in the order of the first;
// the end of a file of many comes after its records.
func lastLines(f *os.File) ([]ranked, error) {
	type key struct {
		input  string
		record int
	}
	at := map[key]int{}
	var lines []ranked
	r := bufio.NewReaderSize(io.NewSectionReader(f, 0, 1<<62), 64<<10)
	from := int64(0)
	for {
		line, err := r.ReadBytes('\n')
		var e struct {
			Input  string
			Record int
		}
		if bytes.HasPrefix(line, []byte(`{"input":`)) && json.Unmarshal(line, &e) == nil {
			l := ranked{e.Input, e.Record, from, len(line)}
			k := key{e.Input, e.Record}
			if i, ok := at[k]; ok {
				lines[i] = l
			} else {
				at[k] = len(lines)
				lines = append(lines, l)
			}
		}
		from += int64(len(line))
		if errors.Is(err, io.EOF) {
			return lines, nil
		} else if err != nil {
			return nil, err
		}
	}
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
