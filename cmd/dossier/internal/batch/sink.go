package batch

import (
	"bufio"
	"fmt"
	"path/filepath"
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
	art    *article.Article
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
// store, once it is done, puts what can be put on the disk aside. finish runs
// one at a time in the order of the inputs and makes it visible, so that of two
// articles with one name always the same is refused. An item that was stored and
// is not finished must be dropped. In the same order failed hears of what could
// not be done, same of what was done before, and end of the number of records
// after the last of a file of many. Their errors, as that of finish where the
// output is shared, end the run. A run ends with one of close and abort.
type sink interface {
	render(it *item) error
	store(it *item) error
	finish(it *item) error
	failed(it *item, err error) error
	same(it *item, b *before)
	end(in Input, was seen, records int) error
	shared() bool // an error of finish is one of all articles, not of one
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
}

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
	it.bytes = nil
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

func (s *files) finish(it *item) error {
	for _, path := range it.files {
		if err := s.claim(path, it); err != nil {
			it.drop()
			return err
		}
	}
	if err := s.p.note(it, nil); err != nil {
		it.drop()
		return err
	}
	for i, d := range it.drafts {
		if err := d.publish(); err != nil {
			it.drafts = it.drafts[i+1:]
			it.drop()
			return err
		}
	}
	return nil
}

// failed notes the failure. A manifest that cannot be written is no reason to
// stop: the article only will be tried again.
func (s *files) failed(it *item, err error) error {
	it.files = nil
	s.p.note(it, err)
	return nil
}

// same claims the names of what stands.
func (s *files) same(it *item, b *before) {
	for _, path := range b.outputs {
		s.claimed[key(path)] = it.label()
	}
}

func (s *files) end(in Input, was seen, records int) error {
	if m := s.p.manifests[in.home]; m != nil {
		e := s.p.entry(in, was)
		e.Records = records
		m.add(e)
	}
	return nil
}

// claim refuses a path whose name only the article gave, if it is taken. The
// others were checked before the work.
func (s *files) claim(path string, it *item) error {
	if !it.many && !s.p.name.reads("id", "date", "lang", "title") && !s.p.o.Resume {
		return nil
	}
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
}

func (s *stream) render(it *item) error {
	if s.format.Gathers {
		return nil
	}
	b, err := s.format.Bytes(it.art, s.plan.o.Looks)
	it.bytes = [][]byte{b}
	return err
}

func (s *stream) store(*item) error          { return nil }
func (s *stream) same(*item, *before)        {}
func (s *stream) end(Input, seen, int) error { return nil }
func (s *stream) shared() bool               { return true }

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

func (s *stream) finish(it *item) error {
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

// close completes the output. If no article came there is none.
func (s *stream) close() (int, error) {
	if s.n == 0 {
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
