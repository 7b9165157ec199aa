package batch

import (
	"io"
	"io/fs"
	"syscall"
	"time"
)

// opened is a file that is open for reading: what os.File is without what that does
// to wait for files that can be waited for, and to be closed when it is forgotten.
// That is half of what opening and reading a short file costs a run that looks at
// tens of thousands.
type opened struct {
	fd   int
	path string
}

func openFile(path string) (opened, error) {
	var fd int
	err := uninterrupted(func() (err error) {
		fd, err = syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
		return err
	})
	return opened{fd, path}, pathError("open", path, err)
}

func (f opened) Read(b []byte) (n int, err error) {
	err = uninterrupted(func() (err error) {
		n, err = syscall.Read(f.fd, b)
		return err
	})
	switch {
	case err != nil:
		return 0, pathError("read", f.path, err)
	case n == 0 && len(b) > 0:
		return 0, io.EOF
	}
	return n, nil
}

func (f opened) Close() error { return pathError("close", f.path, syscall.Close(f.fd)) }

func (f opened) stamp() (stamp, error) {
	var st syscall.Stat_t
	err := uninterrupted(func() error { return syscall.Fstat(f.fd, &st) })
	return stampOfSys(&st), pathError("stat", f.path, err)
}

// stampAt looks at what path leads to.
func stampAt(path string) (stamp, error) {
	var st syscall.Stat_t
	err := uninterrupted(func() error { return syscall.Stat(path, &st) })
	return stampOfSys(&st), pathError("stat", path, err)
}

func stampOfSys(st *syscall.Stat_t) stamp {
	kind := st.Mode & syscall.S_IFMT
	return stamp{st.Size, time.Unix(st.Mtim.Unix()), kind == syscall.S_IFREG, kind == syscall.S_IFDIR}
}

// uninterrupted calls the system until no signal comes between.
func uninterrupted(call func() error) error {
	for {
		if err := call(); err != syscall.EINTR {
			return err
		}
	}
}

func pathError(op, path string, err error) error {
	if err == nil {
		return nil
	}
	return &fs.PathError{Op: op, Path: path, Err: err}
}
