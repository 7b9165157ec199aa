package batch

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"

	"dossier/article"
)

// remembers reports whether the run has a manifest, or several.
func (o *Options) remembers() bool {
	return o.Manifest != NoManifest && o.Output != Stdin && !o.InPlace
}

// goesOn reports whether most inputs may turn out to be done: whatever is needed to
// tell is worth beginning with before their turn comes.
func (o *Options) goesOn() bool { return o.Resume && o.now == nil && o.remembers() }

// begin begins to read the manifest of a resumed run while its inputs are being
// found, if all have the same.
func (p *Plan) begin() {
	if p.o.goesOn() && (p.o.Manifest != "" || p.o.Dir != "") {
		p.begun = newManifest(p.manifestPath(p.o.Dir))
		p.begun.begun = beginRecall(p.begun.path)
	}
}

// leave ends what begin began, if it has no end yet.
func (p *Plan) leave() {
	if p.begun != nil {
		p.begun.begun.leave()
	}
}

// remember opens the manifests of the folders that the run writes into and reads
// what they say of its inputs.
func (p *Plan) remember() error {
	p.settings = p.o.settings()
	p.manifests = map[string]*manifest{}
	if !p.o.remembers() {
		return nil
	}
	wanted := map[*manifest]map[string]bool{}
	byPath := map[string]*manifest{}
	if p.begun != nil {
		byPath[p.begun.path] = p.begun
	}
	expected := 0
	if p.o.Dir != "" {
		expected = len(p.inputs) // of one manifest
	}
	want := func(home, name string) {
		m := p.manifests[home]
		if m == nil {
			path := p.manifestPath(home)
			if m = byPath[path]; m == nil {
				m = newManifest(path)
				byPath[path] = m
			}
			p.manifests[home] = m
		}
		if wanted[m] == nil {
			wanted[m] = make(map[string]bool, expected)
		}
		wanted[m][name] = true
	}
	if !p.toFiles() {
		want(filepath.Dir(p.o.Output), p.sharedName())
	} else {
		for _, in := range p.inputs {
			want(in.home, in.name)
		}
		for _, f := range p.o.To {
			if f.Index != nil && p.o.Dir != "" {
				want(p.o.Dir, indexName(f))
			}
		}
	}
	for m, names := range wanted {
		if err := m.load(names); err != nil {
			return err
		}
	}
	return nil
}

func (p *Plan) manifestPath(home string) string {
	switch {
	case p.o.Manifest != "":
		return p.o.Manifest
	case p.o.Dir != "":
		return filepath.Join(p.o.Dir, manifestName)
	}
	return filepath.Join(home, hiddenManifest)
}

// sharedName stands in the manifest for the inputs of one output of all.
func (p *Plan) sharedName() string { return "-o " + filepath.Base(p.o.Output) }

// entry begins a line about an input.
func (p *Plan) entry(in Input, was seen) entry {
	return entry{
		Input: in.name, SHA256: was.sum, Bytes: was.size, Options: p.settings, Version: article.GeneratorVersion,
		Outputs: []output{}, Notes: []string{},
	}
}

// note writes down articles whose outputs are about to get their names, or why
// they have none, and the ends of files of many. A manifest that cannot be written
// is an error of the articles: nobody would know the outputs for ours. The last of
// them is given up first: on a full disk what it wrote is room for the others' lines.
func (p *Plan) note(fates []fate) {
	told := map[*manifest][]*fate{}
	for i := range fates {
		if m := p.manifests[fates[i].in.home]; m != nil && fates[i].same == nil {
			told[m] = append(told[m], &fates[i])
		}
	}
	for m, list := range told {
		for {
			lines := make([]entry, len(list))
			for i, f := range list {
				lines[i] = p.line(m, f)
			}
			err := m.add(lines...)
			if err == nil || !giveUpLast(list, err) {
				break
			}
		}
	}
}

// giveUpLast makes err the fate of the last article that has none yet; false if all have.
func giveUpLast(list []*fate, err error) bool {
	for _, f := range slices.Backward(list) {
		if f.err == nil {
			f.err = err
			f.drop()
			return true
		}
	}
	return false
}

// line is what the manifest keeps of a fate.
func (p *Plan) line(m *manifest, f *fate) entry {
	e := p.entry(f.in, f.was)
	switch {
	case f.end > 0:
		e.Records = f.end
		return e
	case f.err != nil:
		e.Error = reason(f.err)
	default:
		e.Notes = codes(f.notes)
		for i, path := range f.files {
			if o := f.drafts[i]; o.target != "" {
				e.Outputs = append(e.Outputs, m.output(f.kinds[i], path, f.sums[i], o))
			}
		}
	}
	e.Record, e.Millis = f.record(), f.took.Milliseconds()
	return e
}

// reason is why something failed, without the path that the system names: the
// manifest holds nothing of the machine.
func reason(err error) string {
	var p *fs.PathError
	var w *WriteError
	switch {
	case errors.As(err, &p):
		return p.Op + ": " + p.Err.Error()
	case errors.As(err, &w):
		return "cannot write: " + w.Err.Error()
	}
	return err.Error()
}

// output is what the manifest keeps of a sealed file.
func (m *manifest) output(format, path, sum string, o *file) output {
	return output{Format: format, Path: m.rel(path), Bytes: o.info.Size(), SHA256: sum, Modified: o.info.ModTime().UTC()}
}

// codes lists each code of the notes once.
func codes(notes []article.Note) []string {
	list := []string{}
	for _, n := range notes {
		if !slices.Contains(list, string(n.Code)) {
			list = append(list, string(n.Code))
		}
	}
	return list
}

// noteShared writes down the output of all articles.
func (p *Plan) noteShared(o *file) error {
	m := p.manifests[filepath.Dir(p.o.Output)]
	if m == nil || o.target == "" {
		return nil
	}
	sum, _, err := hashFile(o.f.Name())
	if err != nil {
		return err
	}
	e := p.entry(Input{name: p.sharedName()}, seen{})
	e.Outputs = append(e.Outputs, m.output(p.o.To[0].Name, p.o.Output, sum, o))
	return m.add(e)
}

// closeManifests puts the manifests in order.
func (p *Plan) closeManifests() error {
	names := map[*manifest][]string{}
	for _, m := range p.manifests {
		if m.stale > 0 {
			names[m] = nil
		}
	}
	for _, in := range p.inputs {
		if m := p.manifests[in.home]; m != nil && m.stale > 0 {
			names[m] = append(names[m], in.name)
		}
	}
	var errs []error
	for m, list := range names {
		errs = append(errs, m.close(list, p.o.Resume))
	}
	return errors.Join(errs...)
}
