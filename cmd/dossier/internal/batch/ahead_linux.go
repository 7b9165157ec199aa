//go:build linux && (amd64 || arm64)

package batch

import (
	"os"
	"syscall"
)

// writeAhead has the disk begin with what was written to f. It is only asked for
// speed: seal tells of an error. When a group of files is sealed their bytes are on
// the disk then and one entry in its journal is left to wait for, where else each
// file waits for its own and keeps a thread of ours from working.
func writeAhead(f *os.File) {
	const write = 2 // SYNC_FILE_RANGE_WRITE: begin with all that is not begun with, wait for none
	syscall.SyncFileRange(int(f.Fd()), 0, 0, write)
}
