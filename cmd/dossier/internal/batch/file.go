package batch

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"dossier/export"
)

// file is an output that appears under its name only when it is complete. Until
// then it grows under a hidden name in the same folder.
type file struct {
	*bufio.Writer
	f      *os.File
	target string      // "" if f is written in place
	info   fs.FileInfo // once sealed
}

// A WriteError is the failure to write into a folder. It does not name the
// output: its file grows under another name, and a full or closed folder is the
// same cause for each of them.
type WriteError struct {
	Folder string
	Err    error
}

func (e *WriteError) Error() string { return "cannot write into " + e.Folder + ": " + e.Err.Error() }

func (e *WriteError) Unwrap() error { return e.Err }

// writeError takes the temporary name out of what the system says of path.
func writeError(path string, err error) error {
	var named *fs.PathError
	var linked *os.LinkError
	switch {
	case errors.As(err, &linked):
		err = linked.Err
	case errors.As(err, &named):
		err = named.Err
	}
	return &WriteError{filepath.Dir(path), err}
}

// create begins the output path and the folders above it. A link is followed; a
// device or a pipe, which cannot be replaced, is written in place.
func (f *folders) create(path string) (*file, error) {
	if err := f.ready(filepath.Dir(path)); err != nil {
		return nil, writeError(path, err)
	}
	mode := fs.FileMode(0o666)
	if info, err := os.Lstat(path); err == nil {
		if info.Mode()&fs.ModeSymlink != 0 {
			if real, err := filepath.EvalSymlinks(path); err == nil {
				path = real
			}
			if info, err = os.Stat(path); err != nil {
				return nil, writeError(path, err)
			}
		}
		if !info.Mode().IsRegular() {
			out, err := os.OpenFile(path, os.O_WRONLY, 0)
			if err != nil {
				return nil, err
			}
			return &file{Writer: bufio.NewWriter(out), f: out}, nil
		}
		mode = info.Mode().Perm()
	}
	out, err := f.temp(filepath.Dir(path), mode)
	if err != nil {
		return nil, writeError(path, err)
	}
	return &file{Writer: bufio.NewWriter(out), f: out, target: path}, nil
}

// temp opens a new file in dir.
func (f *folders) temp(dir string, mode fs.FileMode) (*os.File, error) {
	const flags = os.O_CREATE | os.O_EXCL | os.O_WRONLY
	out, err := os.OpenFile(tempName(dir), flags, mode)
	if errors.Is(err, fs.ErrNotExist) && f.again(dir) == nil {
		out, err = os.OpenFile(tempName(dir), flags, mode)
	}
	return out, err
}

// seal ends the writing: all bytes are on the disk. On an error nothing is left.
func (o *file) seal() error {
	err := o.Flush()
	if err == nil && o.target != "" {
		err = o.f.Sync()
	}
	if err == nil {
		o.info, err = o.f.Stat()
	}
	if err = errors.Join(err, o.f.Close()); err != nil {
		o.abort()
		if o.target != "" {
			err = writeError(o.target, err)
		}
	}
	return err
}

// publish gives the sealed output its name. On an error nothing is left.
func (o *file) publish() error {
	if o.target == "" {
		return nil
	}
	err := os.Rename(o.f.Name(), o.target)
	if err != nil {
		o.abort()
		return writeError(o.target, err)
	}
	return nil
}

// abort leaves nothing behind. It may not follow publish.
func (o *file) abort() {
	o.f.Close()
	if o.target != "" {
		os.Remove(o.f.Name())
	}
}

// draft makes a file of b that, once sealed, can be path.
func (f *folders) draft(path string, b []byte) (*file, error) {
	o, err := f.create(path)
	if err != nil {
		return nil, err
	}
	_, err = o.Write(b)
	if err == nil {
		err = o.Flush()
	}
	if err != nil {
		o.abort()
		return nil, writeError(path, err)
	}
	if o.target != "" {
		writeAhead(o.f)
	}
	return o, nil
}

// WriteFile makes a file of b that appears under its name only when it is
// complete.
func WriteFile(path string, b []byte) error {
	f, err := new(folders).draft(path, b)
	if err != nil {
		return err
	}
	if err := f.seal(); err != nil {
		return err
	}
	return f.publish()
}

// Shared is one output of many inputs that is made outside a run.
type Shared struct {
	*file
	p *Plan
}

// Create begins the output path under the rules of a run: it may be none of the
// inputs, and no file that is not ours or was edited, but by force.
func Create(path string, inputs []string, force bool) (*Shared, error) {
	p := &Plan{o: Options{Output: path, Force: force, To: []*export.Format{{}}}}
	for _, in := range inputs {
		p.inputs = append(p.inputs, Input{Path: in})
	}
	if err := p.remember(); err != nil {
		return nil, err
	}
	if err := p.conflicts(nil); err != nil {
		return nil, err
	}
	f, err := p.folders.create(path)
	if err != nil {
		return nil, err
	}
	return &Shared{f, p}, nil
}

// Close gives the output its name.
func (s *Shared) Close() error {
	if err := s.seal(); err != nil {
		return err
	}
	if err := s.p.noteShared(s.file); err != nil {
		s.abort()
		return err
	}
	return errors.Join(s.publish(), s.p.closeManifests())
}

// Abort leaves nothing behind.
func (s *Shared) Abort() { s.abort() }
