package batch

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dossier/export"
)

// A format may have an index: one more file at the root of the folder of outputs,
// over all pages that lie in it. It is made when a run is over, of what the pages
// say of themselves, and not of the articles: so it lists those of earlier runs
// and of other shards too, and what --resume passes over is not read again. Of a
// page it keeps a line.

// indexed is the format whose index the run makes, or nil. One article alone gets
// none, but one that stands in the folder is kept true.
func (p *Plan) indexed() *export.Format {
	if p.o.Dir == "" || !p.toFiles() || p.o.InPlace {
		return nil
	}
	for _, f := range p.o.To {
		if f.Index != nil && (p.several() || p.isIndex(f)) {
			return f
		}
	}
	return nil
}

// several reports whether the inputs are, or may become, more than one article: a
// folder, a glob, a file of records, or several of anything.
func (p *Plan) several() bool {
	if len(p.inputs)+len(p.others) > 1 {
		return true
	}
	for _, in := range p.inputs {
		named := slices.ContainsFunc(slices.Concat(p.o.Inputs, p.o.Listed), func(arg string) bool { return filepath.Clean(arg) == in.Path })
		if in.many || !named {
			return true
		}
	}
	return false
}

func (p *Plan) indexPath(f *export.Format) string { return filepath.Join(p.o.Dir, f.Index.Name) }

// indexName stands for it in the manifest.
func indexName(f *export.Format) string { return "-o " + f.Index.Name }

// isIndex reports whether an index of ours stands in the folder.
func (p *Plan) isIndex(f *export.Format) bool {
	path := p.indexPath(f)
	_, page := entryOf(f, path)
	return !page && ours(path)
}

// indexClaim is who claims its name.
const indexClaim = "the index of all pages"

// writeIndex makes the index of what stands in the folder now, if it is not that
// already. One that somebody edited is kept by a resumed run.
func (p *Plan) writeIndex() (files int, err error) {
	f := p.indexed()
	if f == nil {
		return 0, nil
	}
	path, m := p.indexPath(f), p.manifests[p.o.Dir]
	known := m
	if m != nil { // another shard may have made it anew meanwhile
		known = newManifest(m.path)
		if err := known.load(map[string]bool{indexName(f): true}); err != nil {
			return 0, err
		}
	}
	switch err := p.mayWrite(path, known); {
	case errors.Is(err, errEdited) && p.o.Resume:
		return 0, nil
	case err != nil:
		return 0, err
	}
	entries, err := p.pages(f)
	if err != nil || len(entries) == 0 {
		return 0, err
	}
	var b bytes.Buffer
	if err := f.Index.Write(&b, entries, p.o.Looks); err != nil {
		return 0, err
	}
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, b.Bytes()) {
		return 0, nil
	}
	d, err := p.folders.draft(path, b.Bytes())
	if err == nil {
		err = d.seal()
	}
	if err != nil {
		return 0, err
	}
	if m != nil && d.target != "" {
		e := p.entry(Input{name: indexName(f)}, seen{})
		e.Outputs = append(e.Outputs, m.output(f.Name, path, hexSum(b.Bytes()), d))
		if err := m.add(e); err != nil {
			d.abort()
			return 0, err
		}
	}
	return 1, d.publish()
}

// pages are what the pages in the folder say of themselves. What cannot be read is
// none.
func (p *Plan) pages(f *export.Format) ([]export.IndexEntry, error) {
	var list []export.IndexEntry
	err := filepath.WalkDir(p.o.Dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || hidden(d.Name()) && path != p.o.Dir:
			if d != nil && d.IsDir() && path != p.o.Dir {
				return fs.SkipDir
			}
			return nil
		case !d.Type().IsRegular() || !strings.HasSuffix(d.Name(), f.Suffix):
			return nil
		}
		if e, ok := entryOf(f, path); ok {
			rel, _ := filepath.Rel(p.o.Dir, path)
			e.Href = address(rel)
			list = append(list, e)
		}
		return nil
	})
	return list, err
}

// entryHead is where in a page an index finds what it says of itself, in bytes.
const entryHead = 32 << 10

func entryOf(f *export.Format, path string) (export.IndexEntry, bool) {
	file, err := os.Open(path)
	if err != nil {
		return export.IndexEntry{}, false
	}
	defer file.Close()
	head := make([]byte, entryHead)
	n, _ := io.ReadFull(file, head)
	return f.Index.Read(head[:n])
}

// address is a path below the index as a link. Nothing in a name is taken for
// another part of an address.
func address(rel string) string {
	parts := strings.Split(filepath.ToSlash(rel), "/")
	for i, s := range parts {
		parts[i] = url.PathEscape(s)
	}
	return "./" + strings.Join(parts, "/")
}
