package batch

import (
	"bufio"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"dossier/article"
	"dossier/export"
	"dossier/formats"
)

// item is one article on its way through the pool.
type item struct {
	in     Input
	was    seen
	n      int  // the record's number in its file, from 1
	many   bool // its file holds several
	place  int  // of the input among all, from 1
	art    *article.Article
	notes  []article.Note
	bytes  [][]byte // rendered, one for each format
	drafts []*file  // complete, not yet under their names
	sums   []string // SHA-256 of what was rendered
	kinds  []string // the format of each draft
	files  []string // written
	began  time.Time
	took   time.Duration
}

// record is the number under which the manifest keeps the article.
func (it *item) record() int {
	if it.many {
		return it.n
	}
	return 0
}

// A sink is where articles go. render is the costly part: it runs in the pool,
// many at once, may be given up on when time is out, and so changes nothing.
// store, once it is done, puts what can be put on the disk aside. finish is given
// the fates in the order of the inputs and makes visible what was stored, so that
// of two articles with one name always the same is refused: that is an error of
// the fate, whose drafts are dropped. Its own error ends the run. A run ends with
// one of close and abort.
type sink interface {
	render(it *item) error
	store(it *item) error
	finish(fates []fate) error
	shared() bool // all articles go to one output
	close() (files int, err error)
	abort() (stays bool)
}

// drop leaves nothing of an item that cannot be finished.
func (it *item) drop() {
	for _, f := range it.drafts {
		f.abort()
	}
	it.drafts = nil
}

// sink opens the outputs that the whole run shares.
func (p *Plan) sink() (sink, error) {
	if p.toFiles() {
		claimed := map[string]string{}
		if f := p.indexed(); f != nil {
			claimed[key(p.indexPath(f))] = indexClaim
		}
		return &files{p: p, claimed: claimed}, nil
	}
	f := p.o.To[0]
	if p.updates() {
		return &kept{plan: p, format: f}, nil
	}
	out := &stream{plan: p, format: f}
	if p.o.Output == Stdin {
		out.w = bufio.NewWriter(p.o.Stdout)
		return out, nil
	}
	var err error
	if out.file, err = p.folders.create(p.o.Output); err != nil {
		return nil, err
	}
	out.w = out.file.Writer
	return out, nil
}

// files writes the files of each article on their own.
type files struct {
	p       *Plan
	claimed map[string]string // path -> the article whose name gave it
	stand   []standing        // not yet among them
}

// standing is an output of an article that was passed over.
type standing struct{ path, by string }

func (s *files) render(it *item) error {
	for _, f := range s.p.o.To {
		b, err := f.Bytes(it.art, s.p.o.Looks)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		it.bytes = append(it.bytes, b)
	}
	return nil
}

func (s *files) store(it *item) error {
	for i, f := range s.p.o.To {
		path := s.p.output(it.in, it.n, it.many, it.art, f)
		d, err := s.p.folders.draft(path, it.bytes[i])
		if err != nil {
			it.drop()
			return err
		}
		if s.p.manifests[it.in.home] != nil {
			it.sums = append(it.sums, hexSum(it.bytes[i]))
		}
		it.drafts = append(it.drafts, d)
		it.kinds = append(it.kinds, f.Name)
		it.files = append(it.files, path)
		if s.p.o.CSVW {
			if err := s.describe(it, f, path); err != nil {
				it.drop()
				return err
			}
		}
	}
	it.art, it.bytes = nil, nil // a fate may be held for a while
	return nil
}

// describe makes the description of a CSV.
func (s *files) describe(it *item, f *export.Format, path string) error {
	about := f.Metadata(filepath.Base(path), s.p.o.Looks)
	if about == nil {
		return nil
	}
	d, err := s.p.folders.draft(path+metadataSuffix, about)
	if err == nil {
		if s.p.manifests[it.in.home] != nil {
			it.sums = append(it.sums, hexSum(about))
		}
		it.drafts = append(it.drafts, d)
		it.kinds = append(it.kinds, f.Name+metadataSuffix)
		it.files = append(it.files, path+metadataSuffix)
	}
	return err
}

// metadataSuffix is what the W3C's CSV on the Web puts behind a CSV's name.
const metadataSuffix = "-metadata.json"

// finish has the disk confirm what was stored, notes it and gives it its names.
func (s *files) finish(fates []fate) error {
	confirm(fates)
	for i := range fates {
		f := &fates[i]
		switch {
		case f.same != nil:
			s.same(&f.item, f.same)
		case f.err == nil && f.end == 0:
			f.err = s.claim(&f.item)
		}
	}
	s.p.note(fates)
	for i := range fates {
		f := &fates[i]
		if f.err == nil {
			if f.err = f.publish(); f.err != nil {
				s.p.note(fates[i : i+1])
			}
		}
		if f.err != nil {
			f.drop()
			f.files = nil
		}
	}
	return nil
}

// confirm waits until the disk has what was stored. It is asked about all files at
// once, so that it need not write its own books for each of them.
func confirm(fates []fate) {
	var all sync.WaitGroup
	errs := make([][]error, len(fates))
	for i := range fates {
		if len(fates[i].drafts) == 0 {
			continue
		}
		errs[i] = make([]error, len(fates[i].drafts))
		for k, d := range fates[i].drafts {
			all.Go(func() { errs[i][k] = d.seal() })
		}
	}
	all.Wait()
	for i := range fates {
		if err := errors.Join(errs[i]...); err != nil {
			fates[i].err = err
		}
	}
}

// publish gives all outputs of the article their names.
func (it *item) publish() error {
	for len(it.drafts) > 0 {
		d := it.drafts[0]
		it.drafts = it.drafts[1:]
		if err := d.publish(); err != nil {
			return err
		}
	}
	return nil
}

// same claims the names of what stands, should an article be done that needs to know.
func (s *files) same(it *item, b *before) {
	if s.stand == nil {
		s.stand = make([]standing, 0, len(s.p.inputs)*len(s.p.o.To))
	}
	for _, path := range b.outputs {
		s.stand = append(s.stand, standing{path, it.label()})
	}
}

// claim refuses an article of which a path is taken.
func (s *files) claim(it *item) error {
	for _, path := range it.files {
		if err := s.claimPath(path, it); err != nil {
			return err
		}
	}
	return nil
}

// claimPath refuses a path whose name only the article gave, if it is taken. The
// others were checked before the work.
func (s *files) claimPath(path string, it *item) error {
	if !it.many && !s.p.name.reads("id", "date", "lang", "title") && !s.p.o.Resume {
		return nil
	}
	for _, o := range s.stand {
		s.claimed[key(o.path)] = o.by
	}
	s.stand = s.stand[:0]
	if by, taken := s.claimed[key(path)]; taken {
		return conflict("%s is written by %s; use --name with {n}", path, by)
	}
	if err := s.p.mayWrite(path, s.p.manifests[it.in.home]); err != nil {
		return err
	}
	s.claimed[key(path)] = it.label()
	return nil
}

func (it *item) label() string {
	if it.many {
		return fmt.Sprintf("%s record %d", it.in.Path, it.n)
	}
	return it.in.Path
}

func (s *files) shared() bool        { return false }
func (s *files) close() (int, error) { return s.p.writeIndex() }
func (s *files) abort() bool         { return true }

// stream writes all articles to one output: gathered by the format itself, or,
// for the terminal, one after the other.
type stream struct {
	plan   *Plan
	format *export.Format
	file   *file // nil: the standard output
	w      *bufio.Writer
	gather export.Writer
	n      int
	lost   bool // an input failed
}

func (s *stream) render(it *item) error {
	if s.format.Gathers {
		return nil
	}
	b, err := s.format.Bytes(it.art, s.plan.o.Looks)
	it.bytes = [][]byte{b}
	return err
}

func (s *stream) store(*item) error { return nil }
func (s *stream) shared() bool      { return true }

func (s *stream) finish(fates []fate) error {
	for i := range fates {
		f := &fates[i]
		switch {
		case f.same != nil || f.end > 0:
		case f.err != nil:
			s.lost = true
			if err := s.failed(&f.item, f.err); err != nil {
				return err
			}
		default:
			if f.err = s.write(&f.item); f.err != nil {
				return f.err
			}
		}
	}
	return nil
}

// failed puts an error record in the place of a record that a filter lost: where
// records come from the standard input and go to the standard output, one a
// line, a line comes out for each that went in.
func (s *stream) failed(it *item, err error) error {
	if !s.filter(it) {
		return nil
	}
	if s.gather == nil { // nothing may precede what a format opens with
		s.gather = s.format.Open(s.w, s.plan.o.Looks)
	}
	s.n++
	if _, err := s.w.Write(formats.ErrorLine("", it.n, err)); err != nil {
		return err
	}
	return s.w.Flush()
}

func (s *stream) filter(it *item) bool {
	return s.file == nil && it.in.Path == Stdin && it.many && s.format == export.NDJSON
}

// write puts an article behind those before it.
func (s *stream) write(it *item) error {
	if s.n++; s.n > 1 && !takesMany(s.format) {
		return tooMany(s.format)
	}
	if err := s.add(it); err != nil || s.file != nil {
		return err
	}
	return s.w.Flush() // whoever reads along sees each article at once
}

func (s *stream) add(it *item) error {
	if s.format.Gathers {
		if s.gather == nil {
			s.gather = s.format.Open(s.w, s.plan.o.Looks)
		}
		return s.gather.Add(it.art)
	}
	if s.n > 1 {
		s.w.WriteByte('\n')
	}
	_, err := s.w.Write(it.bytes[0])
	return err
}

// close completes the output. If no article came there is none, but for a part of all that
// got no share: its file is there to be joined with the others.
func (s *stream) close() (int, error) {
	if s.n == 0 && s.plan.o.Shard.Of > 1 && !s.lost && s.format.Gathers && s.format.Join != nil && s.gather == nil {
		s.gather = s.format.Open(s.w, s.plan.o.Looks)
	} else if s.n == 0 {
		s.abort()
		return 0, nil
	}
	if s.gather != nil {
		if err := s.gather.Close(); err != nil {
			s.abort()
			return 0, err
		}
	}
	if s.file == nil {
		return 0, s.w.Flush()
	}
	if err := s.file.seal(); err != nil {
		return 0, err
	}
	if err := s.plan.noteShared(s.file); err != nil {
		s.file.abort()
		return 0, err
	}
	if err := s.file.publish(); err != nil {
		return 0, err
	}
	about := s.format.Metadata(filepath.Base(s.plan.o.Output), s.plan.o.Looks)
	if !s.plan.o.CSVW || about == nil {
		return 1, nil
	}
	return 2, WriteFile(s.plan.o.Output+metadataSuffix, about)
}

func (s *stream) abort() bool {
	if d, ok := s.gather.(interface{ Discard() }); ok {
		d.Discard()
	}
	if s.file != nil {
		s.file.abort()
	}
	return false
}
