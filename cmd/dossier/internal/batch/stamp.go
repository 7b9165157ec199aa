package batch

import (
	"io/fs"
	"time"
)

// stamp is what the system says of a file that tells two states of it apart.
type stamp struct {
	size     int64
	modified time.Time
	regular  bool
	folder   bool
}

func stampOf(info fs.FileInfo) stamp {
	return stamp{info.Size(), info.ModTime(), info.Mode().IsRegular(), info.IsDir()}
}

// same reports whether nobody wrote to the file between the two.
func (s stamp) same(t stamp) bool { return s.size == t.size && s.modified.Equal(t.modified) }
