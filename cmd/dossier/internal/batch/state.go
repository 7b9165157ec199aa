package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"dossier/article"
	"dossier/export"
)

// state is what stands where an output is to be written.
type state int

const (
	absent  state = iota // nothing, or nothing that could be lost
	written              // a file as we wrote it
	edited               // a file that we wrote and somebody changed
	foreign              // a file that is not ours
	isDir
)

// state looks at path. Size and time tell that a file is as it was; where they
// differ, as after a copy, its content does. A file the manifest does not know
// is ours if it bears our mark.
func (m *manifest) state(path string) state {
	now, err := stampAt(path)
	switch {
	case err != nil: // the writing will tell
		return absent
	case now.folder:
		return isDir
	case !now.regular, now.size == 0:
		return absent
	}
	known := m.known[m.rel(path)]
	switch {
	case len(known) == 0 && ours(path):
		return written
	case len(known) == 0:
		return foreign
	case slices.ContainsFunc(known, func(o output) bool { return o.is(path, now) }):
		return written
	}
	return edited
}

// is reports whether the file at path is still what we wrote.
func (o *output) is(path string, now stamp) bool {
	switch {
	case now.size != o.Bytes:
		return false
	case now.modified.Equal(o.Modified):
		return true
	}
	sum, _, err := hashFile(path)
	return err == nil && sum == o.SHA256
}

// rel is a path as the manifest writes it.
func (m *manifest) rel(path string) string {
	if rest, ok := strings.CutPrefix(path, m.dir); ok && rest != "" && os.IsPathSeparator(rest[0]) {
		path = rest[1:] // a path of ours is clean
	} else if rel, err := filepath.Rel(m.dir, path); err == nil {
		path = rel
	}
	return filepath.ToSlash(path)
}

// at is where an output of the manifest lies.
func (m *manifest) at(o *output) string { return below(m.dir, filepath.FromSlash(o.Path)) }

// hashFile is the SHA-256 of a file, and what the system says of it.
func hashFile(path string) (string, stamp, error) {
	return hashUnless(path, func([]byte) bool { return false })
}

// hashUnless is hashFile but for a file of whose head enough is told to do without:
// then there is no hash.
func hashUnless(path string, enough func(head []byte) bool) (string, stamp, error) {
	f, err := openFile(path)
	if err != nil {
		return "", stamp{}, err
	}
	defer f.Close()
	now, err := f.stamp()
	if err != nil {
		return "", stamp{}, err
	}
	buf := buffers.Get().(*[sniffed]byte)
	defer buffers.Put(buf)
	h := sha256.New()
	for head := true; ; head = false {
		n, err := f.Read(buf[:])
		if head && enough(buf[:n]) {
			return "", now, nil
		}
		h.Write(buf[:n])
		if errors.Is(err, io.EOF) || err == nil && n < len(buf) && int64(n) == now.size {
			return hexOf(h.Sum(buf[:0])), now, nil
		} else if err != nil {
			return "", stamp{}, err
		}
	}
}

var buffers = sync.Pool{New: func() any { return new([sniffed]byte) }}

// settings is a hash of all that decides the bytes of outputs beside the input
// and the version. What only decides whether there are any is no part of it.
func (o *Options) settings() string {
	b, err := json.Marshal(struct {
		From, Name          string
		MinConfidence       float64
		DateOrder, Language string
		Looks               export.Options
		Tables              []string
		CSVW                bool
	}{o.From, o.Name, o.MinConfidence, o.Parse.DateOrder, o.Parse.Language, o.Looks, o.Tables, o.CSVW})
	if err != nil {
		panic("batch: options that cannot be told apart: " + err.Error())
	}
	return hexSum(b)[:16]
}

func hexSum(b []byte) string {
	sum := sha256.Sum256(b)
	return hexOf(sum[:])
}

func hexOf(sum []byte) string {
	var b [2 * sha256.Size]byte
	hex.Encode(b[:], sum)
	return string(b[:])
}

// unchanged reports whether doing record n of in again (0: its only article, or
// the whole file) would give what already stands there: the same input, options
// and version, and every output that is wanted as we wrote it. An edited output
// is kept, so it is no reason to do it again either.
func (p *Plan) unchanged(in *Input, n int, sum string) (before, bool) {
	m := p.manifests[in.home]
	if m == nil || sum == "" {
		return before{}, false
	}
	var same []*entry // the last first
	for _, e := range slices.Backward(m.past[subject{in.name, n}]) {
		if e.Error == "" && e.SHA256 == sum && e.Options == p.settings && e.Version == article.GeneratorVersion {
			same = append(same, e)
		}
	}
	switch {
	case len(same) == 0:
		return before{}, false
	case same[0].Records > 0:
		return p.allUnchanged(in, same[0].Records, sum)
	}
	return p.outputsStand(m, same)
}

// before is what an earlier run did.
type before struct {
	articles int
	edited   int      // outputs that somebody changed since
	outputs  []string // paths
}

// allUnchanged asks the same of every record of a file of many.
func (p *Plan) allUnchanged(in *Input, records int, sum string) (all before, ok bool) {
	for n := 1; n <= records; n++ {
		if !p.mine(n, in) {
			continue
		}
		b, ok := p.unchanged(in, n, sum)
		if !ok {
			return before{}, false
		}
		all.articles += b.articles
		all.edited += b.edited
		all.outputs = append(all.outputs, b.outputs...)
	}
	return all, true
}

// outputsStand asks for a file for every format that is wanted, and for the
// descriptions of tables that were made.
func (p *Plan) outputsStand(m *manifest, same []*entry) (b before, ok bool) {
	b = before{articles: 1, outputs: make([]string, 0, len(p.o.To))}
	for _, f := range p.o.To {
		o := find(same, f.Name)
		if o == nil || !p.stands(m, o, &b) {
			return before{}, false
		}
		if !p.o.CSVW {
			continue
		}
		if about := find(same, f.Name+metadataSuffix); about != nil && !p.stands(m, about, &b) {
			return before{}, false
		}
	}
	return b, true
}

// stands reports whether an output is as we wrote it, or as somebody edited it, and
// counts it.
func (p *Plan) stands(m *manifest, o *output, b *before) bool {
	path := m.at(o)
	now, err := stampAt(path)
	switch {
	case err != nil || !now.regular:
		return false
	case o.is(path, now):
	case p.o.Force || m.state(path) != edited:
		return false // another version of ours
	default:
		b.edited++
	}
	b.outputs = append(b.outputs, path)
	return true
}

// find is the output of a format, or nil.
func find(lines []*entry, format string) *output {
	for _, e := range lines {
		for i := range e.Outputs {
			if e.Outputs[i].Format == format {
				return &e.Outputs[i]
			}
		}
	}
	return nil
}

// ErrChanged says that a file was written to while it was read.
var ErrChanged = errors.New("changed while it was read")
