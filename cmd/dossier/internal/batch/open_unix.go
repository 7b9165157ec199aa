//go:build unix

package batch

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// openFile opens a file for reading. It is os.Open without the five calls by which
// that finds out that a file on a disk cannot be waited for: half of what opening
// and reading a short file costs a run that looks at tens of thousands.
func openFile(path string) (*os.File, error) {
	for {
		fd, err := syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
		switch {
		case err == nil:
			return os.NewFile(uintptr(fd), path), nil
		case !errors.Is(err, syscall.EINTR):
			return nil, &fs.PathError{Op: "open", Path: path, Err: err}
		}
	}
}
