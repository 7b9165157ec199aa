package xlsx

import (
	"io"
	"os"
	"sync"
)

// spool keeps on disk what a workbook has no room for in memory: the packed rows
// of large sheets. Its file has no name where the system allows that, so that
// nothing is left behind whatever happens. Without a place for it, memory must do.
type spool struct {
	mu   sync.Mutex
	file *os.File
	size int64
	none bool // there is no place for a file
	err  error
}

// inMemory is how much of one sheet's packed rows stays in memory.
const inMemory = 1 << 20

// add keeps p and returns where; false where memory must do.
func (s *spool) add(p []byte) (at int64, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.file == nil && !s.none {
		f, err := os.CreateTemp("", "workbook-")
		if s.none = err != nil; err == nil {
			s.file = f
			os.Remove(f.Name()) // an open file lives on; elsewhere Close does it
		}
	}
	if s.none || s.err != nil {
		return 0, false
	}
	at = s.size
	if _, err := s.file.WriteAt(p, at); err != nil {
		s.err = err
		return 0, false
	}
	s.size += int64(len(p))
	return at, true
}

// section reads n bytes from at on.
func (s *spool) section(at int64, n int) io.Reader { return io.NewSectionReader(s.file, at, int64(n)) }

// close gives the file up.
func (s *spool) close() {
	if s.file != nil {
		s.file.Close()
		os.Remove(s.file.Name())
	}
}
