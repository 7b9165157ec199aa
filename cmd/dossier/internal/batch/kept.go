package batch

import (
	"errors"
	"os"

	"dossier/export"
)

// kept is an output that is brought up to date where it lies, an article at a
// time: a database. One that is not there yet is first made without articles
// under a temporary name, so that no file without our mark bears the final one.
type kept struct {
	plan   *Plan
	format *export.Format
	w      export.Writer // nil until the first article
}

// updates reports whether the common output is one that is kept.
func (p *Plan) updates() bool {
	if p.toFiles() || p.o.Output == Stdin || p.o.To[0].Update == nil {
		return false
	}
	info, err := os.Stat(p.o.Output)
	return err != nil || info.Mode().IsRegular()
}

func (s *kept) render(*item) error { return nil }
func (s *kept) store(*item) error  { return nil }
func (s *kept) shared() bool       { return true }

func (s *kept) finish(fates []fate) error {
	for i := range fates {
		f := &fates[i]
		if f.err == nil && f.same == nil && f.end == 0 {
			if f.err = s.add(&f.item); f.err != nil {
				return f.err
			}
		}
	}
	return nil
}

func (s *kept) add(it *item) error {
	if s.w == nil {
		if err := s.open(); err != nil {
			return err
		}
	}
	if err := s.w.Add(it.art); err != nil {
		return &WriteError{s.plan.o.Output, err}
	}
	return nil
}

func (s *kept) open() error {
	path := s.plan.o.Output
	if !ours(path) { // nothing, or what --force may replace
		f, err := s.plan.folders.create(path)
		if err != nil {
			return err
		}
		empty := s.format.Open(f, s.plan.o.Looks)
		if err := empty.Close(); err != nil {
			f.abort()
			return err
		}
		if err := errors.Join(f.seal(), f.publish()); err != nil {
			return err
		}
	}
	w, err := s.format.Update(path, s.plan.o.Looks)
	if err != nil {
		return &WriteError{path, err}
	}
	s.w = w
	return nil
}

// close completes the output, and notes how it is now: merge, which makes outputs
// anew, asks whether somebody changed it since.
func (s *kept) close() (int, error) {
	if s.w == nil {
		return 0, nil
	}
	if err := s.w.Close(); err != nil {
		return 0, &WriteError{s.plan.o.Output, err}
	}
	return 1, s.note()
}

func (s *kept) note() error {
	f, err := os.Open(s.plan.o.Output)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	return s.plan.noteShared(&file{f: f, target: s.plan.o.Output, info: info})
}

// abort completes it as far as it came.
func (s *kept) abort() bool {
	s.close()
	return true
}
