//go:build !linux

package batch

import "os"

// opened is a file that is open for reading.
type opened struct{ *os.File }

func openFile(path string) (opened, error) {
	f, err := os.Open(path)
	return opened{f}, err
}

func (f opened) stamp() (stamp, error) {
	info, err := f.Stat()
	if err != nil {
		return stamp{}, err
	}
	return stampOf(info), nil
}

// stampAt looks at what path leads to.
func stampAt(path string) (stamp, error) {
	info, err := os.Stat(path)
	if err != nil {
		return stamp{}, err
	}
	return stampOf(info), nil
}
