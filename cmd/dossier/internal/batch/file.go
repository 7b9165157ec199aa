package batch

import (
	"bufio"
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// file is an output that appears under its name only when it is complete. Until
// then it grows under a hidden name in the same folder.
type file struct {
	*bufio.Writer
	f      *os.File
	target string // "" if f is written in place
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
func create(path string) (*file, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, writeError(path, err)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, err
		}
		return &file{bufio.NewWriter(f), f, ""}, nil
	}
	mode := fs.FileMode(0o666)
	if err == nil {
		mode = info.Mode().Perm()
	}
	temp := filepath.Join(filepath.Dir(path), ".dossier-"+rand.Text()[:12]+".tmp")
	f, err := os.OpenFile(temp, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
	if err != nil {
		return nil, writeError(path, err)
	}
	return &file{bufio.NewWriter(f), f, path}, nil
}

// seal ends the writing: all bytes are on the disk. On an error nothing is left.
func (o *file) seal() error {
	err := o.Flush()
	if err == nil && o.target != "" {
		err = o.f.Sync()
	}
	if err = errors.Join(err, o.f.Close()); err != nil {
		o.abort()
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

// draft makes a sealed file of b that will be path.
func draft(path string, b []byte) (*file, error) {
	f, err := create(path)
	if err != nil {
		return nil, err
	}
	if _, err := f.Write(b); err != nil {
		f.abort()
		return nil, err
	}
	return f, f.seal()
}

// WriteFile makes a file of b that appears under its name only when it is
// complete.
func WriteFile(path string, b []byte) error {
	f, err := draft(path, b)
	if err != nil {
		return err
	}
	return f.publish()
}
