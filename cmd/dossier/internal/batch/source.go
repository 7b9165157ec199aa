package batch

import (
	"errors"
	"iter"
	"os"
	"path/filepath"

	"dossier/article"
	"dossier/formats"
)

// seen is an input as it was when its turn came.
type seen struct {
	sum string // SHA-256; "" where none is kept
	stamp
}

// look reads an input once for its hash, if there is a manifest to keep it and nobody
// wrote to the file since it was found and read for that.
func (p *Plan) look(in *Input) (seen, error) {
	if in.Path == Stdin || p.manifests[in.home] == nil || !p.toFiles() {
		return seen{}, nil
	}
	if in.was != nil {
		if now, err := stampAt(in.Path); err == nil && now.same(in.was.stamp) {
			return *in.was, nil
		}
	}
	sum, now, err := hashFile(in.Path)
	return seen{sum, now}, err
}

// source is an open input.
type source struct {
	file   *os.File
	was    stamp   // before it was read
	ahead  *pulled // read and not yet asked for
	format *formats.Format
	pull   func() (*article.Article, error, bool)
	stop   func()
	lost   bool // somebody may still be reading: touch nothing
}

type pulled struct {
	art *article.Article
	err error
}

// open finds the format of in. It does not read beyond the file's head.
func (w *pool) open(in Input, was seen) (*source, error) {
	s := &source{was: was.stamp}
	from := formats.Input{Name: filepath.Base(in.Path), Reader: w.p.o.Stdin}
	if in.Path == Stdin {
		from.Name = "stdin"
	} else {
		f, err := os.Open(in.Path)
		if err != nil {
			return nil, err
		}
		s.file, from.Reader = f, f
		if info, err := f.Stat(); err == nil && was.sum == "" {
			s.was = stampOf(info)
		}
	}
	f, seq, err := formats.Open(from, formats.Options{Format: w.p.o.From, MaxBytes: w.p.o.MaxBytes})
	if err != nil {
		s.close()
		return nil, err
	}
	s.format = f
	s.pull, s.stop = iter.Pull2(seq)
	return s, nil
}

var errEnd = errors.New("end of file")

// next is the next article, errEnd after the last.
func (s *source) next() (*article.Article, error) {
	if p := s.ahead; p != nil {
		s.ahead = nil
		return p.art, p.err
	}
	a, err, more := s.pull()
	if !more {
		return nil, errEnd
	}
	return a, err
}

// more reports whether there is another article, or an error in its place. It
// reads ahead, so it is not asked of streams, where somebody may be waiting.
func (s *source) more() (bool, error) {
	a, err := s.next()
	s.ahead = &pulled{a, err}
	return err != errEnd, nil
}

// changed reports whether somebody wrote to the file after it was first looked at.
func (s *source) changed() bool {
	if s.file == nil || !s.was.regular {
		return false
	}
	now, err := s.file.Stat()
	return err != nil || !s.was.same(stampOf(now))
}

func (s *source) close() {
	if s.lost {
		return
	}
	if s.stop != nil {
		guard(func() (none, error) { s.stop(); return none{}, nil })
	}
	if s.file != nil {
		s.file.Close()
	}
}
